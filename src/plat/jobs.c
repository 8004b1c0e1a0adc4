/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/jobs.h>
#include <SDL.h>
#include <stdlib.h>
#include <string.h>

#define THREADS_MAX 2

enum job_state { JOB_WAITS, JOB_RUNS, JOB_DONE };
struct job {
    uint64_t key;
    struct pic_spec spec; struct vec vec;    /* what it points to follows the struct, in the same block */
    enum job_state state; bool urgent;
    struct picture pic;
};

struct jobs {
    struct images *im;
    SDL_mutex *lock;           /* guards all below */
    SDL_cond *more, *done;     /* a job was added or the end has come; a job was finished */
    struct job **v; int n, cap;
    bool quit;
    SDL_Thread *threads[THREADS_MAX];
    int nthreads, wanted;
};

static struct job *next_waiting(struct jobs *j) {
    struct job *first = NULL;
    for (int i = 0; i < j->n; i++) {
        if (j->v[i]->state != JOB_WAITS) continue;
        if (j->v[i]->urgent) return j->v[i];
        if (!first) first = j->v[i];
    }
    return first;
}

static int SDLCALL work(void *ctx) {
    struct jobs *j = ctx;
    SDL_LockMutex(j->lock);
    while (!j->quit) {
        struct job *job = next_waiting(j);
        if (!job) {
            SDL_CondWait(j->more, j->lock); /* ends at the latest with jobs_close */
            continue;
        }
        job->state = JOB_RUNS;
        SDL_UnlockMutex(j->lock);
        images_make(j->im, job->key, &job->spec, &job->pic);
        SDL_LockMutex(j->lock);
        job->state = JOB_DONE;
        SDL_CondBroadcast(j->done);
    }
    SDL_UnlockMutex(j->lock);
    return 0;
}

struct jobs *jobs_open(struct images *im, int threads) {
    struct jobs *j = calloc(1, sizeof *j);
    if (!j) return NULL;
    j->im = im;
    j->wanted = threads < 1 ? 1 : threads > THREADS_MAX ? THREADS_MAX : threads;
    j->lock = SDL_CreateMutex();
    j->more = SDL_CreateCond();
    j->done = SDL_CreateCond();
    if (j->lock && j->more && j->done) return j;
    jobs_close(j);
    return NULL;
}

static void remove_at(struct jobs *j, int i) {
    free(j->v[i]);
    memmove(&j->v[i], &j->v[i + 1], sizeof *j->v * (size_t)(j->n - i - 1));
    j->n--;
}

void jobs_cut(struct jobs *j) {
    SDL_LockMutex(j->lock);
    for (int i = j->n - 1; i >= 0; i--)
        if (j->v[i]->state == JOB_WAITS) remove_at(j, i);
    SDL_UnlockMutex(j->lock);
}

void jobs_close(struct jobs *j) {
    if (!j) return;
    if (j->lock && j->more) {
        SDL_LockMutex(j->lock);
        j->quit = true;
        SDL_CondBroadcast(j->more);
        SDL_UnlockMutex(j->lock);
    }
    for (int i = 0; i < j->nthreads; i++) SDL_WaitThread(j->threads[i], NULL); /* each ends what it has in hands */
    while (j->n > 0) {
        picture_free(&j->v[j->n - 1]->pic);
        remove_at(j, j->n - 1);
    }
    if (j->more) SDL_DestroyCond(j->more);
    if (j->done) SDL_DestroyCond(j->done);
    if (j->lock) SDL_DestroyMutex(j->lock);
    free(j->v);
    free(j);
}

static bool start_threads(struct jobs *j) {
    while (j->nthreads < j->wanted) {
        SDL_Thread *t = SDL_CreateThread(work, "pictures", j);
        if (!t) break;
        j->threads[j->nthreads++] = t;
    }
    return j->nthreads > 0;
}

static int index_of(const struct jobs *j, uint64_t key) {
    for (int i = 0; i < j->n; i++)
        if (j->v[i]->key == key) return i;
    return -1;
}

/* A copy of the wish and of all it points to, in one block. */
static struct job *job_of(uint64_t key, const struct pic_spec *spec) {
    size_t path = spec->path ? strlen(spec->path) + 1 : 0, steps = spec->vec ? spec->vec->n : 0;
    struct job *job = calloc(1, sizeof *job + steps + path);
    if (!job) return NULL;
    unsigned char *rest = (unsigned char *)(job + 1);
    job->key = key;
    job->spec = *spec;
    if (spec->vec) {
        job->vec = (struct vec){.p = steps ? memcpy(rest, spec->vec->p, steps) : NULL, .n = steps, .cap = steps};
        job->spec.vec = &job->vec;
    }
    if (spec->path) job->spec.path = memcpy(rest + steps, spec->path, path);
    return job;
}

static bool append(struct jobs *j, struct job *job) {
    if (job && j->n == j->cap) {
        int cap = j->cap ? j->cap * 2 : 64;
        struct job **v = realloc(j->v, sizeof *v * (size_t)cap);
        if (v) {
            j->v = v;
            j->cap = cap;
        }
    }
    if (!job || j->n == j->cap) {
        free(job);
        return false;
    }
    j->v[j->n++] = job;
    return true;
}

bool jobs_add(struct jobs *j, uint64_t key, const struct pic_spec *spec, bool urgent) {
    if (!start_threads(j)) return false;
    SDL_LockMutex(j->lock);
    int i = index_of(j, key);
    if (i < 0 && append(j, job_of(key, spec))) {
        i = j->n - 1;
        SDL_CondSignal(j->more);
    }
    if (i >= 0 && urgent) j->v[i]->urgent = true;
    SDL_UnlockMutex(j->lock);
    return i >= 0;
}

bool jobs_knows(struct jobs *j, uint64_t key) {
    SDL_LockMutex(j->lock);
    bool there = index_of(j, key) >= 0;
    SDL_UnlockMutex(j->lock);
    return there;
}

int jobs_pending(struct jobs *j) {
    SDL_LockMutex(j->lock);
    int n = j->n;
    SDL_UnlockMutex(j->lock);
    return n;
}

static int finished(const struct jobs *j) {
    for (int i = 0; i < j->n; i++)
        if (j->v[i]->state == JOB_DONE) return i;
    return -1;
}

static void hand_over(struct jobs *j, int i, uint64_t *key, struct picture *out) {
    *key = j->v[i]->key;
    *out = j->v[i]->pic;
    remove_at(j, i);
}

bool jobs_take_any(struct jobs *j, int wait_ms, uint64_t *key, struct picture *out) {
    SDL_LockMutex(j->lock);
    int i = finished(j);
    Uint64 end = SDL_GetTicks64() + (Uint64)(wait_ms > 0 ? wait_ms : 0);
    while (i < 0 && j->n > 0) {
        Uint64 now = SDL_GetTicks64();
        if (now >= end) break;
        SDL_CondWaitTimeout(j->done, j->lock, (Uint32)(end - now));
        i = finished(j);
    }
    if (i >= 0) hand_over(j, i, key, out);
    SDL_UnlockMutex(j->lock);
    return i >= 0;
}

bool jobs_take(struct jobs *j, uint64_t key, struct picture *out) {
    SDL_LockMutex(j->lock);
    int i = index_of(j, key);
    if (i >= 0 && j->v[i]->state == JOB_WAITS) {
        remove_at(j, i);
        i = -1;
    }
    while (i >= 0 && j->v[i]->state != JOB_DONE) {
        SDL_CondWait(j->done, j->lock); /* ends with the picture that is being made */
        i = index_of(j, key);
    }
    if (i >= 0) hand_over(j, i, &key, out);
    SDL_UnlockMutex(j->lock);
    return i >= 0;
}
