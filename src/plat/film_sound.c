/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/film_sound.h>
#include <plat/worker.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    RING = FILM_RATE,            /* samples decoded ahead */
    LOW = RING / 2,              /* fewer than that: the thread goes on */
    SLACK = FILM_RATE / 25,      /* sound and clock may be so far apart before one gives way */
    JUMP = FILM_RATE,            /* what lies further behind the ring is gone to, not decoded up to */
    BACK = FILM_RATE / 4,        /* so far before the ring: the film begins again */
    GAP_MS = 250, REST_MS = 5000, CLOSE_MS = 1000,
    LEAD_MS = 23,                /* from here to the ear: one buffer of the device */
    PATH = 256
};
struct film_sound {
    struct files *files;
    struct port_log log;
    struct worker th;
    atomic_bool stop;
    /* guarded by lock */
    char path[PATH]; bool on;    /* the film named last; it is heard */
    int at; uint64_t told; float volume;
    bool other, jump;            /* another film; another place in it: where the ring begins */
    int16_t ring[RING]; int from, n;
    int64_t first;               /* the film's sample at `from`: where it is, or should be */
    bool ended, broken;
    char lost[PATH];
    float gain;                  /* that the last sample was taken with */
    /* of the thread alone */
    struct film_file *file; char open[PATH];
    const int16_t *chunk; int nchunk; int64_t chunk_at;      /* decoded, not yet in the ring */
    /* of the caller alone */
    char told_lost[PATH];
};

static int64_t sample_at(double ms) { return (int64_t)(ms * FILM_RATE / 1000); }

/* ---- files */
static void below_assets(char *out, size_t cap, const char *path) { snprintf(out, cap, "assets/%s", path); }

#define ADVICE "(it plays silently; export it again with AAC, MP3, Opus, Vorbis or PCM, or without sound)"
static void damaged(struct diag *d, const char *path, const char *why) {
    diag_error(d, (struct pos){path, 0, 0}, "film: its sound is %s " ADVICE, why);
}

void film_sound_odd(struct diag *d, const char *full_path) {
    diag_warn(d, (struct pos){full_path, 0, 0}, "film: its sound is none of those that are heard " ADVICE);
}

static struct film_file *open_track(struct files *files, const char *path, const atomic_bool *stop, struct diag *d) {
    char full[PATH + 16];
    const char *why = NULL;
    struct film_info info;
    size_t n;
    below_assets(full, sizeof full, path);
    int fd = film_library() ? files_fd(files, full, FILM_BYTES, &n, d) : -1;
    struct film_file *f = fd >= 0 ? film_library()->open(fd, n, true, stop, &info, &why) : NULL;
    if (fd >= 0 && !f) damaged(d, arena_str(d->arena, full), why);
    return f;
}

/* Without the lock: opens the track named `open`, or says why what is open is given up. */
static void open_or_say(struct film_sound *s, const char *why) {
    char full[PATH + 16];
    struct arena a;
    struct diag d;
    arena_init(&a, 1 << 16);
    diag_init(&d, &a);
    below_assets(full, sizeof full, s->open);
    if (why) damaged(&d, full, why);
    else s->file = open_track(s->files, s->open, &s->stop, &d);
    const char *line = d.first ? diag_line(&a, d.first) : NULL;
    if (line && s->log.line && !atomic_load(&s->stop)) s->log.line(s->log.ctx, 1, line);
    arena_free(&a);
}

bool film_sound_probe(struct files *files, const char *path, bool whole, struct diag *d) {
    char full[PATH + 16];
    const int16_t *pcm;
    const char *why = "silent";
    int64_t first;
    struct film_file *f = open_track(files, path, NULL, d);
    if (!f) return false;
    int n;
    while ((n = film_library()->hear(f, &pcm, &first, &why)) > 0 && whole) continue;
    below_assets(full, sizeof full, path);
    if (n < 0) damaged(d, arena_str(d->arena, full), why);
    film_library()->close(f);
    return n >= 0;
}

/* ---- the thread */
static void close_track(struct film_sound *s) {
    if (s->file) film_library()->close(s->file);
    s->file = NULL;
    s->nchunk = 0;
}

/* Without the lock: the track at its place. False = it cannot be heard. */
static bool go_to(struct film_sound *s, const char *path, int64_t sample) {
    bool fresh = !s->file || strcmp(path, s->open) != 0;
    s->nchunk = 0;
    if (fresh) {
        close_track(s);
        SDL_strlcpy(s->open, path, PATH);
        open_or_say(s, NULL);
    }
    if (!s->file || (fresh && sample < JUMP)) return s->file;
    if (film_library()->seek(s->file, (int)(sample * 1000 / FILM_RATE))) return true;
    open_or_say(s, "not to be gone through again");
    return false;
}

/* With the lock: as much of the chunk as fits; a hole before it is silence, what comes twice is left out. */
static void push(struct film_sound *s) {
    int64_t end = s->first + s->n;
    for (; s->chunk_at > end && s->n < RING; end++) s->ring[(s->from + s->n++) % RING] = 0;
    int64_t twice = end - s->chunk_at;
    int skip = twice <= 0 ? 0 : twice < s->nchunk ? (int)twice : s->nchunk;
    s->chunk += skip;
    s->chunk_at += skip;
    s->nchunk -= skip;
    while (s->nchunk > 0 && s->n < RING) {
        s->ring[(s->from + s->n++) % RING] = *s->chunk++;
        s->chunk_at++;
        s->nchunk--;
    }
}

/* With the lock, given back meanwhile: one step of what is to be done. */
static void one_step(struct film_sound *s) {
    char path[PATH];
    const char *why = "damaged";
    bool moves = s->other || s->jump || !s->file, good = true;
    int64_t to = s->first + s->n;
    int n = 1;
    memcpy(path, s->path, sizeof path);
    s->other = s->jump = false;
    SDL_UnlockMutex(s->th.lock);
    if (moves) good = go_to(s, path, to);
    if (good && !s->nchunk) {
        n = film_library()->hear(s->file, &s->chunk, &s->chunk_at, &why);
        s->nchunk = n > 0 ? n : 0;
        if (n < 0) open_or_say(s, why);
    }
    SDL_LockMutex(s->th.lock);
    if (s->other || s->jump) return;                 /* asked elsewhere meanwhile */
    s->broken = !good || n < 0;
    s->ended = n == 0;
    if (s->broken) SDL_strlcpy(s->lost, path, PATH);
    push(s);
}

static bool has_work(const struct film_sound *s) {
    if (!s->on || s->broken) return false;
    return s->other || s->jump || (!s->ended && s->n < (s->nchunk ? RING : LOW));
}

static int SDLCALL work(void *ctx) {
    struct film_sound *s = ctx;
    SDL_LockMutex(s->th.lock);
    while (!atomic_load(&s->stop)) {
        if (has_work(s)) { one_step(s); continue; }
        if (!s->file) { SDL_CondWait(s->th.news, s->th.lock); continue; }
        if (SDL_CondWaitTimeout(s->th.news, s->th.lock, REST_MS) == SDL_MUTEX_TIMEDOUT && !s->on) close_track(s);
    }
    SDL_UnlockMutex(s->th.lock);
    close_track(s);
    worker_done(&s->th);
    return 0;
}

/* ---- the others */
struct film_sound *film_sound_open(struct files *files, struct port_log log) {
    struct film_sound *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->files = files;
    s->log = log;
    atomic_init(&s->stop, false);
    if (worker_begin(&s->th, work, "film sound", s)) return s;
    free(s);
    return NULL;
}

void film_sound_close(struct film_sound *s) {
    if (!s) return;
    SDL_LockMutex(s->th.lock);
    atomic_store(&s->stop, true);
    SDL_CondBroadcast(s->th.news);
    SDL_UnlockMutex(s->th.lock);
    if (worker_end(&s->th, SDL_GetTicks64() + CLOSE_MS)) free(s);
}

/* With the lock: the ring begins anew at a sample. */
static void begin_at(struct film_sound *s, int64_t sample) {
    s->n = 0;
    s->first = sample;
    s->jump = true;
    s->ended = false;
}

void film_sound_at(struct film_sound *s, const char *path, int at, float volume, uint64_t now) {
    int64_t wanted = sample_at(at);
    SDL_LockMutex(s->th.lock);
    bool other = path && strcmp(path, s->path) != 0;
    if (other) {
        SDL_strlcpy(s->path, path, PATH);
        s->other = true;
        s->broken = false;
    }
    bool on = path != NULL, goes = on && !s->broken;
    if (other || (goes && (wanted < s->first - BACK || (wanted > s->first + s->n + JUMP && !s->ended)))) begin_at(s, wanted);
    if (on != s->on || other || s->jump) SDL_CondBroadcast(s->th.news);
    s->on = on;
    s->at = at;
    s->told = now;
    s->volume = volume;
    SDL_UnlockMutex(s->th.lock);
}

static void drop(struct film_sound *s, int64_t k) {
    int n = k < s->n ? (int)k : s->n;
    s->from = (s->from + n) % RING;
    s->first += n;
    s->n -= n;
}

/* With the lock: whether something is to be heard now; what is too late for it goes. */
static bool due(struct film_sound *s, uint64_t now) {
    if (!s->on || now - s->told > GAP_MS) return false;
    int64_t wanted = sample_at(s->at + (double)(now - s->told) + LEAD_MS);
    if (s->first + SLACK < wanted && s->n > 0) {
        drop(s, wanted - s->first);
        s->gain = 0;
    }
    return s->n > 0 && s->first <= wanted + SLACK;
}

void film_sound_take(struct film_sound *s, int16_t *to, int n, uint64_t now) {
    SDL_LockMutex(s->th.lock);
    bool plays = due(s, now);
    float goal = plays ? s->volume : 0, step = (goal - s->gain) / (float)n;      /* no click at its beginning and end */
    int have = plays || s->gain > 0 ? s->n < n ? s->n : n : 0;
    for (int i = 0; i < have; i++) {
        s->gain += step;
        to[i] = (int16_t)((float)s->ring[(s->from + i) % RING] * s->gain);
    }
    memset(to + have, 0, sizeof *to * (size_t)(n - have));
    s->gain = have < n ? 0 : goal;
    drop(s, have);
    if (s->n < LOW && s->on && !s->ended && !s->broken) SDL_CondBroadcast(s->th.news);
    SDL_UnlockMutex(s->th.lock);
}

int film_sound_ahead(struct film_sound *s) {
    SDL_LockMutex(s->th.lock);
    int ms = (int)((int64_t)s->n * 1000 / FILM_RATE);
    if (s->other || s->jump) ms = 0;
    else if (s->ended || s->broken) ms = FILM_SECONDS * 1000;
    SDL_UnlockMutex(s->th.lock);
    return ms;
}

const char *film_sound_lost(struct film_sound *s) {
    SDL_LockMutex(s->th.lock);
    SDL_strlcpy(s->told_lost, s->lost, PATH);
    s->lost[0] = 0;
    SDL_UnlockMutex(s->th.lock);
    return s->told_lost[0] ? s->told_lost : NULL;
}
