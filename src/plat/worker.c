/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/worker.h>

static void empty(struct worker *w) {
    if (w->news) SDL_DestroyCond(w->news);
    if (w->lock) SDL_DestroyMutex(w->lock);
    *w = (struct worker){0};
}

bool worker_begin(struct worker *w, SDL_ThreadFunction work, const char *name, void *ctx) {
    *w = (struct worker){.lock = SDL_CreateMutex(), .news = SDL_CreateCond()};
    if (w->lock && w->news) w->thread = SDL_CreateThread(work, name, ctx);
    if (w->thread) return true;
    empty(w);
    return false;
}

void worker_done(struct worker *w) {
    SDL_LockMutex(w->lock);
    w->done = true;
    SDL_CondBroadcast(w->news);
    SDL_UnlockMutex(w->lock);
}

bool worker_is_done(struct worker *w) {
    SDL_LockMutex(w->lock);
    bool done = w->done;
    SDL_UnlockMutex(w->lock);
    return done;
}

bool worker_end(struct worker *w, Uint64 end) {
    if (!w->thread) return true;
    SDL_LockMutex(w->lock);
    for (Uint64 now = 0; !w->done && (now = SDL_GetTicks64()) < end;) SDL_CondWaitTimeout(w->news, w->lock, (Uint32)(end - now));
    bool done = w->done;
    SDL_UnlockMutex(w->lock);
    if (done) SDL_WaitThread(w->thread, NULL);
    else SDL_DetachThread(w->thread);
    if (done) empty(w);
    return done;
}
