/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/films.h>
#include <plat/film_file.h>
#include <plat/film_sound.h>
#include <plat/worker.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    REELS = 4,                   /* films at once */
    QUEUE = 3,                   /* pictures decoded ahead, of each */
    PATH = 256, BROKEN = 16,
    NEAR_MS = 4,                 /* times of pictures are rounded */
    CATCH_UP_MS = 500,           /* what is later than that is decoded, not made */
    REST_MS = 5000,              /* a film that stands still gives its decoder back */
    EXACT_MS = 10000, CLOSE_MS = 1000
};
struct still { uint32_t *p; int ms; };
struct reel {
    struct films *films;
    char path[PATH]; int w, h;
    struct worker th;
    atomic_bool stop;
    /* guarded by lock */
    struct still queue[QUEUE]; int n;
    int wanted;                  /* ms asked for last */
    int back;                    /* ms to go to, -1 = go on */
    Uint64 asked_at;
    bool ended, broken;
    /* of the thread alone */
    struct film_file *file;
    /* of the caller alone */
    struct cached now; int now_ms;
    uint64_t used; bool leaving, told;
};
struct films {
    struct films_options o;
    struct reel *reels[REELS];
    uint64_t frame;
    char broken[BROKEN][PATH]; int nbroken;    /* a ring: each is complained of once */
    char lost[PATH], told[PATH];               /* since the last films_lost; what it said */
};

/* ---- the thread */
static bool damaged(struct diag *d, const char *path, const char *why) {
    diag_error(d, (struct pos){path, 0, 0}, "film: %s (export it again: MP4 or WebM with H.264, VP8, VP9, AV1 or MJPEG)", why);
    return false;
}

static struct film_file *open_film(struct files *files, const char *path, const atomic_bool *stop, struct film_info *info, struct diag *d) {
    size_t n;
    const char *why = NULL;
    const struct film_library *lib = film_library();
    if (!lib) {
        diag_warn(d, (struct pos){path, 0, 0}, "no film can be shown: FFmpeg's libraries are not those of this program (the drawing stands)");
        return NULL;
    }
    int fd = files_fd(files, path, FILM_BYTES, &n, d);
    struct film_file *f = fd >= 0 ? lib->open(fd, n, false, stop, info, &why) : NULL;
    if (fd >= 0 && !f) damaged(d, path, why);
    return f;
}

static void say(struct reel *r, struct diag *d) {
    const struct port_log *log = &r->films->o.log;
    const char *line = d->first ? diag_line(d->arena, d->first) : NULL;
    if (line && log->line && !atomic_load(&r->stop)) log->line(log->ctx, 1, line);
}

static void full_path(const struct reel *r, char *out, size_t cap) { snprintf(out, cap, "assets/%s", r->path); }

static void give_up(struct reel *r, const char *why) {
    char path[PATH + 16];
    struct arena a;
    struct diag d;
    arena_init(&a, 1 << 16);
    diag_init(&d, &a);
    full_path(r, path, sizeof path);
    damaged(&d, path, why);
    say(r, &d);
    arena_free(&a);
}

static bool need_file(struct reel *r) {
    char path[PATH + 16];
    struct film_info info;
    struct arena a;
    struct diag d;
    if (r->file) return true;
    arena_init(&a, 1 << 16);
    diag_init(&d, &a);
    full_path(r, path, sizeof path);
    r->file = open_film(r->films->o.files, path, &r->stop, &info, &d);
    say(r, &d);
    arena_free(&a);
    return r->file != NULL;
}

/* One step without the lock: the next picture, or NULL with *step. */
static uint32_t *make(struct reel *r, int back, int wanted, int *ms, enum film_step *step) {
    const char *why = "damaged";
    *step = FILM_DAMAGED;
    if (!need_file(r)) return NULL;
    if (back >= 0 && !film_library()->seek(r->file, back)) {
        give_up(r, "it cannot be gone through again");
        return NULL;
    }
    *step = film_library()->next(r->file, ms, &why);
    if (*step == FILM_DAMAGED) give_up(r, why);
    if (*step != FILM_PICTURE || *ms < wanted - CATCH_UP_MS) return NULL;
    size_t bytes = (size_t)r->w * (size_t)r->h * 4;
    uint32_t *p = malloc(bytes + FILM_SLACK);
    if (p && film_library()->scale(r->file, p, r->w, r->h)) return p;
    free(p);
    *step = FILM_DAMAGED;
    give_up(r, "no memory for its pictures");
    return NULL;
}

static void drop_queue(struct reel *r) {
    for (int i = 0; i < r->n; i++) free(r->queue[i].p);
    r->n = 0;
}

/* With the lock: nothing to do until somebody asks. A film that nobody looks at for a while gives its decoder back. */
static void rest(struct reel *r) {
    if (!r->file) { SDL_CondWait(r->th.news, r->th.lock); return; }
    if (SDL_CondWaitTimeout(r->th.news, r->th.lock, REST_MS) != SDL_MUTEX_TIMEDOUT || SDL_GetTicks64() - r->asked_at < REST_MS) return;
    film_library()->close(r->file);
    r->file = NULL;
    drop_queue(r);
    r->back = r->wanted;
}

static int SDLCALL work(void *ctx) {
    struct reel *r = ctx;
    SDL_LockMutex(r->th.lock);
    while (!atomic_load(&r->stop)) {
        bool idle = !r->file && r->back >= 0 && SDL_GetTicks64() - r->asked_at >= REST_MS;
        if (r->broken || idle || (r->back < 0 && (r->ended || r->n == QUEUE))) { rest(r); continue; }
        int back = r->back, wanted = r->wanted, ms = 0;
        enum film_step step;
        r->back = -1;
        SDL_UnlockMutex(r->th.lock);
        uint32_t *p = make(r, back, wanted, &ms, &step);
        SDL_LockMutex(r->th.lock);
        r->broken = step == FILM_DAMAGED;
        if (r->back >= 0) { free(p); continue; }         /* asked elsewhere meanwhile */
        r->ended = step == FILM_END;
        if (p) r->queue[r->n++] = (struct still){p, ms};
        SDL_CondBroadcast(r->th.news);
    }
    SDL_UnlockMutex(r->th.lock);
    if (r->file) film_library()->close(r->file);
    worker_done(&r->th);
    return 0;
}

/* ---- the caller: reels */
static void drop_now(struct reel *r) {
    if (r->now.texture && r->films->o.drop_texture) r->films->o.drop_texture(r->now.texture);
    if (r->now.image) pixman_image_unref(r->now.image);
    free(r->now.pic.p);
    r->now = (struct cached){0};
}

/* False: its thread still needs it, and it is left to the end of the process. */
static bool reel_end(struct reel *r, Uint64 end) {
    if (!worker_end(&r->th, end)) return false;
    drop_now(r);
    drop_queue(r);
    free(r);
    return true;
}

static struct reel *reel_new(struct films *f, const char *path, size_t len, int w, int h, int at) {
    struct reel *r = calloc(1, sizeof *r);
    if (!r) return NULL;
    *r = (struct reel){.films = f, .w = w, .h = h, .wanted = at, .back = at > CATCH_UP_MS ? at : -1, .now_ms = -1,
                       .asked_at = SDL_GetTicks64()};
    atomic_init(&r->stop, false);
    memcpy(r->path, path, len);
    if (worker_begin(&r->th, work, "film", r)) return r;
    free(r);
    return NULL;
}

/* It ends what it has in hands; nobody waits for it here. */
static void leave(struct reel *r) {
    r->leaving = true;
    drop_now(r);
    SDL_LockMutex(r->th.lock);
    atomic_store(&r->stop, true);
    SDL_CondBroadcast(r->th.news);
    SDL_UnlockMutex(r->th.lock);
}

struct films *films_open(const struct films_options *o) {
    struct films *f = calloc(1, sizeof *f);
    if (f) f->o = *o;
    return f;
}

void films_close(struct films *f) {
    bool all = true;
    if (!f) return;
    for (int i = 0; i < REELS; i++)
        if (f->reels[i] && !f->reels[i]->leaving) leave(f->reels[i]);
    Uint64 end = SDL_GetTicks64() + CLOSE_MS;
    for (int i = 0; i < REELS; i++) {
        if (f->reels[i] && !reel_end(f->reels[i], end)) all = false;
    }
    if (all) free(f);
}

void films_frame(struct films *f) {
    for (int i = 0; f && i < REELS; i++) {
        struct reel *r = f->reels[i];
        if (r && !r->leaving && r->used < f->frame) leave(r);
        if (r && r->leaving && worker_is_done(&r->th) && reel_end(r, 0)) f->reels[i] = NULL;
    }
    if (f) f->frame++;
}

/* ---- the caller: pictures */
static struct reel *find(struct films *f, const char *path, size_t len, int w, int h, int at) {
    struct reel **room = NULL;
    for (int i = 0; i < REELS; i++) {
        struct reel *r = f->reels[i];
        if (!r) room = room ? room : &f->reels[i];
        else if (!r->leaving && r->w == w && r->h == h && strlen(r->path) == len && memcmp(r->path, path, len) == 0) return r;
    }
    for (int i = 0; i < BROKEN; i++)
        if (strlen(f->broken[i]) == len && memcmp(f->broken[i], path, len) == 0) {
            SDL_strlcpy(f->lost, f->broken[i], PATH);
            return NULL;
        }
    return room ? *room = reel_new(f, path, len, w, h, at) : NULL;
}

static void ask(struct reel *r, int at) {
    bool back = at < r->now_ms - NEAR_MS;
    bool asleep = SDL_GetTicks64() - r->asked_at >= REST_MS;
    if (back) {
        drop_queue(r);
        r->back = at;
        r->now_ms = -1;
        r->ended = false;
    }
    if (back || at != r->wanted || asleep) SDL_CondBroadcast(r->th.news);
    r->wanted = at;
    r->asked_at = SDL_GetTicks64();
}

/* Takes the latest picture that is not later than `at`; true when it is another one than before. */
static bool take(struct reel *r, int at, uint32_t **old) {
    int k = 0;
    while (k < r->n && r->queue[k].ms <= at + NEAR_MS) k++;
    if (k == 0) return false;
    for (int i = 0; i < k - 1; i++) free(r->queue[i].p);
    bool news = r->queue[k - 1].ms > r->now_ms;
    *old = news ? r->now.pic.p : r->queue[k - 1].p;
    if (news) {
        r->now.pic.p = r->queue[k - 1].p;
        r->now_ms = r->queue[k - 1].ms;
    }
    memmove(r->queue, r->queue + k, sizeof *r->queue * (size_t)(r->n - k));
    r->n -= k;
    SDL_CondBroadcast(r->th.news);
    return news;
}

static void show(struct reel *r) {
    if (r->now.texture && r->films->o.drop_texture) r->films->o.drop_texture(r->now.texture);
    r->now.texture = NULL;
    if (r->now.image) pixman_image_unref(r->now.image);
    uint32_t *p = r->now.pic.p;
    r->now.pic = (struct picture){.p = p, .full_w = r->w, .full_h = r->h, .w = r->w, .h = r->h, .solid = {0, 0, r->w, r->h}};
    r->now.image = pixman_image_create_bits(PIXMAN_a8r8g8b8, r->w, r->h, p, r->w * 4);
}

static void remember(struct films *f, struct reel *r) {
    if (r->told) return;
    r->told = true;
    SDL_strlcpy(f->broken[f->nbroken++ % BROKEN], r->path, PATH);
    SDL_strlcpy(f->lost, r->path, PATH);
}

struct cached *films_get(struct films *f, const char *path, size_t len, int w, int h, int at) {
    if (!f || !f->o.files || len == 0 || len >= PATH || w < 1 || h < 1 || w > 8192 || h > 8192) return NULL;
    struct reel *r = find(f, path, len, w, h, at);
    if (!r) return NULL;
    bool news = false;
    r->used = f->frame;
    Uint64 end = SDL_GetTicks64() + EXACT_MS;
    SDL_LockMutex(r->th.lock);
    ask(r, at);
    for (;;) {
        uint32_t *old = NULL;
        if (take(r, at, &old)) news = true;
        free(old);
        if (!f->o.exact || r->n > 0 || r->ended || r->broken || SDL_GetTicks64() >= end) break;
        SDL_CondWaitTimeout(r->th.news, r->th.lock, 100);
    }
    bool broken = r->broken;
    SDL_UnlockMutex(r->th.lock);
    if (news) show(r);
    if (broken) remember(f, r);
    return broken || !r->now.image ? NULL : &r->now;
}

const char *films_lost(struct films *f) {
    if (!f || !f->lost[0]) return NULL;
    SDL_strlcpy(f->told, f->lost, PATH);
    f->lost[0] = 0;
    return f->told;
}

/* ---- what a film says of itself */
bool films_probe(void *files, const char *path, bool whole, struct film_info *out, struct diag *d) {
    char full[PATH + 16];
    const char *why = NULL;
    int ms, n = 0;
    snprintf(full, sizeof full, "assets/%s", path);
    struct film_file *f = open_film(files, arena_str(d->arena, full), NULL, out, d);
    if (!f) return false;
    enum film_step step;
    while ((step = film_library()->next(f, &ms, &why)) == FILM_PICTURE && whole) n++;
    film_library()->close(f);
    if (step == FILM_DAMAGED) return damaged(d, arena_str(d->arena, full), why);
    if (step != FILM_PICTURE && n == 0) return damaged(d, arena_str(d->arena, full), "no picture in it");
    if (out->sound < 0 && whole) film_sound_odd(d, arena_str(d->arena, full));
    if (out->sound > 0 && !film_sound_probe(files, path, whole, d)) out->sound = -1;
    return true;
}
