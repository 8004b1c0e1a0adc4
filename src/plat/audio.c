/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/assets.h>
#include <plat/audio.h>
#include <plat/film_sound.h>
#include <plat/worker.h>
#include <SDL_mixer.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    RATE = FILM_RATE, BUFFER = 1024, CHANNELS = 10,
    LOOPS = 2,                           /* channels 0 and 1: the loop, and the one before it that fades */
    QUEUE = 16, KNOWN = 24, PATH = 128,
    FADE_MS = 1500, RETRY_MS = 30000, REST_MS = 20000, TICK_MS = 250, CLOSE_MS = 1000
};
struct known { char path[PATH]; Mix_Chunk *chunk; };
struct audio {
    const struct port_files *files;
    struct files *films;
    struct port_log log;
    struct worker th;
    /* guarded by lock */
    char queue[QUEUE][PATH]; int nqueue;
    char loop[PATH]; float volume;
    struct film_sound *film; bool film_on;    /* opened with the first film that is heard, for good */
    bool quit;
    atomic_bool there;
    /* of the thread alone */
    struct known known[KNOWN]; int nknown;
    char playing[PATH]; int channel;     /* the loop that is heard now, "" = none */
    Mix_Chunk *loops[LOOPS];
    bool open, complained, hooked;       /* hooked: the mixer takes from the film */
    Uint64 retry_at, rest_at;
};

/* ---- the thread: device and files */
static void say(const struct audio *a, const char *text) {
    if (a->log.line) a->log.line(a->log.ctx, 1, text);
}

static void forget(struct audio *a) {
    for (int i = 0; i < a->nknown; i++)
        if (a->known[i].chunk) Mix_FreeChunk(a->known[i].chunk);
    a->nknown = 0;
    for (int i = 0; i < LOOPS; i++)
        if (a->loops[i]) { Mix_FreeChunk(a->loops[i]); a->loops[i] = NULL; }
    a->playing[0] = 0;
}

static void device_close(struct audio *a) {
    if (!a->open) return;
    Mix_HaltChannel(-1);
    Mix_HookMusic(NULL, NULL);
    a->hooked = false;
    forget(a);
    Mix_CloseAudio();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    a->open = false;
}

/* ALSA explains a missing sound card in a page of lines. Without a card and without a sound server it need not be asked. */
static bool hopeless(void) {
    const char *run = getenv("XDG_RUNTIME_DIR");
    char path[PATH], line[8] = "";
    if (getenv("SDL_AUDIODRIVER") || getenv("PULSE_SERVER")) return false;
    static const char *const servers[] = {"pulse/native", "pipewire-0"};
    for (size_t i = 0; run && i < sizeof servers / sizeof *servers; i++) {
        SDL_snprintf(path, sizeof path, "%s/%s", run, servers[i]);
        if (access(path, F_OK) == 0) return false;
    }
    FILE *f = fopen("/proc/asound/cards", "r");
    bool card = f && fgets(line, sizeof line, f) && strncmp(line, "---", 3) != 0;
    if (f) fclose(f);
    return !card;
}

static bool device_open(struct audio *a) {
    if (a->open) return true;
    if (SDL_GetTicks64() < a->retry_at) return false;
    if (!hopeless() && SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
        if (Mix_OpenAudioDevice(RATE, AUDIO_S16SYS, 1, BUFFER, NULL, 0) == 0) {
            Mix_AllocateChannels(CHANNELS);
            Mix_ReserveChannels(LOOPS);
            a->open = true;
            atomic_store(&a->there, true);
            return true;
        }
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    atomic_store(&a->there, false);
    a->retry_at = SDL_GetTicks64() + RETRY_MS;
    if (!a->complained) say(a, "no sound: no device can be opened (the kiosk is silent; it is tried again every 30 s)");
    a->complained = true;
    return false;
}

static Mix_Chunk *load(struct audio *a, const char *path) {
    struct arena mem;
    struct diag d;
    struct bytes in;
    Mix_Chunk *chunk = NULL;
    arena_init(&mem, (size_t)SOUND_MAX + (1 << 20));
    diag_init(&d, &mem);
    const char *full = arena_printf(&mem, "assets/%s", path);
    if (full && a->files->read(a->files->ctx, full, SOUND_MAX, &mem, &in, &d) && sound_gate(full, in, &d))
        chunk = Mix_LoadWAV_RW(SDL_RWFromConstMem(in.p, (int)in.n), 1);
    const char *line = d.first ? diag_line(&mem, d.first) : NULL;
    if (line) say(a, line);
    arena_free(&mem);
    return chunk;
}

/* A short sound is read once. One that cannot be read is not asked for again. */
static Mix_Chunk *sound(struct audio *a, const char *path) {
    for (int i = 0; i < a->nknown; i++)
        if (strcmp(a->known[i].path, path) == 0) return a->known[i].chunk;
    if (a->nknown == KNOWN) return NULL;
    struct known *k = &a->known[a->nknown++];
    SDL_strlcpy(k->path, path, sizeof k->path);
    return k->chunk = load(a, path);
}

/* ---- the thread: playing */
static void change_loop(struct audio *a, const char *path) {
    if (strcmp(path, a->playing) == 0) return;
    if (a->playing[0]) Mix_FadeOutChannel(a->channel, FADE_MS);
    SDL_strlcpy(a->playing, path, sizeof a->playing);
    if (!path[0]) return;
    a->channel = !a->channel;
    Mix_HaltChannel(a->channel);         /* two changes within one fade: the older one is cut */
    if (a->loops[a->channel]) Mix_FreeChunk(a->loops[a->channel]);
    a->loops[a->channel] = load(a, path);
    if (a->loops[a->channel]) Mix_FadeInChannel(a->channel, a->loops[a->channel], -1, FADE_MS);
}

/* On a thread of SDL's: the film's sound in place of music, of which there is none. */
static void SDLCALL play_film(void *film, Uint8 *to, int bytes) {
    film_sound_take(film, (int16_t *)(void *)to, bytes / (int)sizeof(int16_t), SDL_GetTicks64());
}

struct wish { char queue[QUEUE][PATH]; int n; char loop[PATH]; float volume; struct film_sound *film; bool film_on, quit; };

static void take(struct audio *a, struct wish *w) {
    SDL_LockMutex(a->th.lock);
    if (!a->nqueue && !a->quit) SDL_CondWaitTimeout(a->th.news, a->th.lock, TICK_MS);
    memcpy(w->queue, a->queue, sizeof w->queue);
    w->n = a->nqueue;
    a->nqueue = 0;
    memcpy(w->loop, a->loop, sizeof w->loop);
    w->volume = a->volume;
    w->film = a->film;
    w->film_on = a->film_on;
    w->quit = a->quit;
    SDL_UnlockMutex(a->th.lock);
}

static void obey(struct audio *a, const struct wish *w) {
    bool wanted = w->volume > 0 && (w->n > 0 || w->loop[0] || w->film_on);
    Uint64 now = SDL_GetTicks64();
    if (wanted) a->rest_at = now + REST_MS;
    if (!wanted && now >= a->rest_at) { device_close(a); return; }
    if (!(wanted ? device_open(a) : a->open)) return;
    Mix_MasterVolume((int)(w->volume * MIX_MAX_VOLUME + 0.5f));
    if (w->film && !a->hooked) Mix_HookMusic(play_film, w->film);
    a->hooked = w->film != NULL;
    change_loop(a, w->volume > 0 ? w->loop : "");
    for (int i = 0; i < w->n && w->volume > 0; i++) {
        Mix_Chunk *c = sound(a, w->queue[i]);
        if (c) Mix_PlayChannel(-1, c, 0);
    }
}

static int SDLCALL work(void *ctx) {
    struct audio *a = ctx;
    struct wish *w = calloc(1, sizeof *w);
    while (w) {
        take(a, w);
        if (w->quit) break;
        obey(a, w);
    }
    device_close(a);
    free(w);
    worker_done(&a->th);
    return 0;
}

/* ---- the others */
struct audio *audio_open(const struct port_files *files, struct files *films, struct port_log log) {
    struct audio *a = calloc(1, sizeof *a);
    if (!a) return NULL;
    a->files = files;
    a->films = films;
    a->log = log;
    atomic_init(&a->there, true);
    if (worker_begin(&a->th, work, "audio", a)) return a;
    free(a);
    return NULL;
}

void audio_close(struct audio *a) {
    if (!a) return;
    SDL_LockMutex(a->th.lock);
    a->quit = true;
    SDL_CondBroadcast(a->th.news);
    SDL_UnlockMutex(a->th.lock);
    if (!worker_end(&a->th, SDL_GetTicks64() + CLOSE_MS)) return;
    film_sound_close(a->film);
    free(a);
}

void audio_play(struct audio *a, const char *path) {
    SDL_LockMutex(a->th.lock);
    if (a->nqueue < QUEUE) SDL_strlcpy(a->queue[a->nqueue++], path, PATH);
    SDL_CondBroadcast(a->th.news);
    SDL_UnlockMutex(a->th.lock);
}

void audio_ambience(struct audio *a, const char *path, float volume) {
    SDL_LockMutex(a->th.lock);
    bool same = strcmp(a->loop, path ? path : "") == 0 && fabsf(a->volume - volume) < 1e-4f;
    if (!same) {
        SDL_strlcpy(a->loop, path ? path : "", sizeof a->loop);
        a->volume = volume;
        SDL_CondBroadcast(a->th.news);
    }
    SDL_UnlockMutex(a->th.lock);
}

void audio_film(struct audio *a, const char *path, int at) {
    struct film_sound *opened = path && a->films && !a->film ? film_sound_open(a->films, a->log) : NULL;
    SDL_LockMutex(a->th.lock);
    if (opened) a->film = opened;
    bool on = a->film && path;
    if (on != a->film_on) SDL_CondBroadcast(a->th.news);
    a->film_on = on;
    float volume = a->volume;
    SDL_UnlockMutex(a->th.lock);
    if (a->film) film_sound_at(a->film, path, at, volume, SDL_GetTicks64());
}

const char *audio_film_lost(struct audio *a) { return a && a->film ? film_sound_lost(a->film) : NULL; }

bool audio_there(const struct audio *a) { return a && atomic_load(&a->there); }
