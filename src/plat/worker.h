/* SPDX-License-Identifier: GPL-3.0-or-later */
/* worker.h - a thread beside the loop, with the lock that guards what both use and the condition by which they wake each other.
 * Whoever owns it tells the thread to end by a flag of its own; nobody ever waits for it longer than it says. */
#ifndef LK_PLAT_WORKER_H
#define LK_PLAT_WORKER_H
#include <SDL.h>
#include <stdbool.h>

struct worker {
    SDL_mutex *lock;
    SDL_cond *news;          /* broadcast when something guarded by lock has changed */
    SDL_Thread *thread;
    bool done;               /* guarded by lock: the thread needs nothing any more */
};
/* Begins the thread: work(ctx) ends with worker_done. All or nothing: false = no memory or no thread, and *w is empty. */
bool worker_begin(struct worker *w, SDL_ThreadFunction work, const char *name, void *ctx);
/* The thread's last word, without the lock. It touches nothing of the owner's afterwards. */
void worker_done(struct worker *w);
bool worker_is_done(struct worker *w);
/* Told to end, the thread may take until `end` (SDL_GetTicks64). True: it has ended, and *w is empty. False: it still needs what it
 * has, which is left to the end of the process; the owner frees nothing. An empty one has ended. */
bool worker_end(struct worker *w, Uint64 end);
#endif
