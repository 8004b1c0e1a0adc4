/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c - the roof: wires the commands to the machine. */
#include <command/command.h>
#include <plat/audio.h>
#include <plat/bake_pack.h>
#include <plat/clock.h>
#include <plat/events.h>
#include <plat/film_file.h>
#include <plat/films.h>
#include <plat/files.h>
#include <plat/guard.h>
#include <plat/image.h>
#include <plat/packs.h>
#include <plat/video.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct machine {                     /* what `ctx` of the host is */
    struct files *files;
    struct port_files port;
    struct fonts *fonts;
    struct port_log log;
    struct audio *audio; uint32_t heard; bool deaf;   /* heard: sounds passed on; deaf: no memory for audio */
};
struct view {
    struct machine *m;
    struct images *images;
    struct video *video;
    struct events *events;
};

/* ---- words, clock, files */
static void print(void *ctx, bool error, const char *text) {
    (void)ctx;
    fputs(text, error ? stderr : stdout);
    fflush(error ? stderr : stdout);
}
static int64_t now_ms(void *ctx) { (void)ctx; return clock_ms(); }
static struct date today(void *ctx) { (void)ctx; return clock_today(); }
static double seconds(void *ctx) { (void)ctx; return (double)clock_us() / 1e6; }

static void close_pack(void *ctx) {
    struct machine *m = ctx;
    audio_close(m->audio);               /* its thread reads files of the pack */
    m->audio = NULL;
    m->heard = 0;
    fonts_close(m->fonts);
    files_close(m->files);
    m->fonts = NULL;
    m->files = NULL;
}

static bool open_pack(void *ctx, const char *dir, struct port_files *files, struct port_fonts *fonts, struct diag *d) {
    struct machine *m = ctx;
    close_pack(m);
    if (!(m->files = files_open(dir, d))) return false;
    char vendored[4096];
    snprintf(vendored, sizeof vendored, "%s/assets/fonts", dir);
    m->port = files_port(m->files);
    if (!(m->fonts = fonts_open(vendored, m->log))) {
        diag_error(d, (struct pos){0}, "no memory for fonts");
        return false;
    }
    *files = m->port;
    *fonts = fonts_port(m->fonts);
    return true;
}

static bool read_file(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out) {
    (void)ctx;
    unsigned char *p = NULL;
    size_t n = 0;
    if (!files_read(path, cap, &p, &n)) return false;
    char *copy = arena_strn(a, (const char *)p, n);
    free(p);
    *out = (struct bytes){(unsigned char *)copy, n};
    return copy != NULL;
}

static bool write_file(void *ctx, const char *path, const void *p, size_t n) { (void)ctx; return files_write(path, p, n, false); }
static bool make_folder(void *ctx, const char *path) { (void)ctx; return files_make_folder(path); }
static bool is_folder(void *ctx, const char *path) {
    (void)ctx;
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static uint64_t stamp(void *ctx, const char *path) {
    (void)ctx;
    struct stat st;
    return stat(path, &st) == 0 ? files_stamp(&st) : 0;
}

static long memory_kb(void *ctx, bool own) {
    (void)ctx;
    const char *word = own ? "Pss_Anon:" : "Pss:";
    long kb = -1;
    char line[128];
    FILE *f = fopen("/proc/self/smaps_rollup", "r");
    while (f && kb < 0 && fgets(line, sizeof line, f))
        if (strncmp(line, word, strlen(word)) == 0) kb = strtol(line + strlen(word), NULL, 10);
    if (f) fclose(f);
    return kb;
}

/* ---- views */
static void view_close(struct view *v) {
    if (!v) return;
    events_close(v->events);
    video_close(v->video);
    images_close(v->images);
    free(v);
}

static bool display_named(void) { return getenv("DISPLAY") || getenv("WAYLAND_DISPLAY") || getenv("SDL_VIDEODRIVER"); }

static struct images *open_images(const struct machine *m, const struct view_options *o) {
    struct images_options io = {.files = &m->port, .pack_cache = o->pack_cache, .user_cache = o->user_cache,
                                .allow_svg = o->allow_svg, .log = m->log};
    return images_open(&io);
}

static bool view_pack(struct view *v, const struct view_options *o) {
    video_pack(v->video, NULL, NULL, NULL);
    images_close(v->images);
    v->images = o ? open_images(v->m, o) : NULL;
    return !o || (v->images && video_pack(v->video, v->images, v->m->fonts, v->m->files));
}

static bool view_start(struct view *v, const struct view_options *o, struct diag *d) {
    struct machine *m = v->m;
    struct video_options vo = {.kind = o->kind == VIEW_BUFFER ? VIDEO_BUFFER : VIDEO_WINDOW, .w = o->w, .h = o->h, .kiosk = o->kiosk,
                               .whole = o->whole, .plain = o->kind == VIEW_PLAIN || o->gpu, .title = "Leopard", .films = m->files};
    if (o->kind == VIEW_PLAIN) vo.driver = "software";
    if (o->user_cache) files_make_folder(o->user_cache);
    v->images = open_images(m, o);
    v->video = v->images ? video_open(&vo, v->images, m->fonts, m->log, d) : NULL;
    if (!v->video) return false;
    if (o->no_cursor) video_cursor(v->video, false);
    if (o->kind == VIEW_BUFFER) return true;
    struct events_options eo = {.video = v->video, .kiosk = o->kiosk, .no_cursor = o->no_cursor};
    v->events = events_open(&eo);
    return v->events != NULL;
}

/* SDL asks the environment; the next view may have a display again. */
static bool start_without_display(struct view *v, const struct view_options *o, struct diag *d) {
    const char *driver = getenv("SDL_VIDEODRIVER");
    char *before = driver ? strdup(driver) : NULL;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    bool good = view_start(v, o, d);
    if (before) setenv("SDL_VIDEODRIVER", before, 1);
    else unsetenv("SDL_VIDEODRIVER");
    free(before);
    return good;
}

/* Where no display is named at all the commands say so in their own words: d stays empty then. */
static struct view *view_open(void *ctx, const struct view_options *o, struct diag *d) {
    if (o->kind == VIEW_WINDOW && !display_named()) return NULL;
    struct view *v = calloc(1, sizeof *v);
    if (!v) return NULL;
    v->m = ctx;
    bool alone = o->kind == VIEW_PLAIN && (o->headless || !display_named());
    if (alone ? start_without_display(v, o, d) : view_start(v, o, d)) return v;
    view_close(v);
    return NULL;
}

static void view_size(struct view *v, int *w, int *h) { video_size(v->video, w, h); }

static void view_resize(struct view *v, int w, int h) { video_ask_size(v->video, w, h); }

static int view_events(struct view *v, struct ui_event *out, int cap, int64_t until, bool *quit) {
    if (!v->events) return 0;
    int64_t left = until - clock_ms();
    int n = events_wait(v->events, out, cap, left > 0 ? left : 0);
    if (events_ended(v->events)) *quit = true;
    return n;
}

static bool view_show(struct view *v, const struct frame *f) {
    video_present(v->video, f->list, f->pics, f->npics);
    return true;
}

static void view_ahead(struct view *v, const struct picset *s) {
    if (s) video_prepare_start(v->video, s);
    else video_prepare_cut(v->video);
}
static int view_making(struct view *v, int wait_ms) { return video_prepare_poll(v->video, wait_ms); }

static const char *view_film_lost(struct view *v) { return video_film_lost(v->video); }
static void view_forget(struct view *v) { video_lost(v->video); }
static bool view_stale(struct view *v) { return video_needs_paint(v->video); }
static bool view_png(struct view *v, const char *path) { return video_write_png(v->video, path); }

static const uint32_t *view_pixels(struct view *v, int *w, int *h, int *stride) { return video_pixels(v->video, w, h, stride); }

static struct host_stats view_stats(struct view *v) {
    struct video_stats s = video_stats(v->video);
    return (struct host_stats){s.presents, s.px_painted, s.late, s.cache_bytes};
}

static void hear(void *ctx, const struct frame *f) {
    struct machine *m = ctx;
    if (!m->audio && !m->deaf) m->deaf = !(m->audio = audio_open(&m->port, m->files, m->log));
    if (!m->audio) return;
    audio_ambience(m->audio, f->ambience, f->volume);
    audio_film(m->audio, f->film, f->film_at);
    if (f->heard - m->heard > FRAME_SOUNDS) m->heard = f->heard - FRAME_SOUNDS;
    for (; m->heard != f->heard; m->heard++) audio_play(m->audio, f->sound[m->heard % FRAME_SOUNDS]);
}
static const char *film_deaf(void *ctx) { return audio_film_lost(((const struct machine *)ctx)->audio); }
static bool hears(void *ctx) { return audio_there(((const struct machine *)ctx)->audio); }

static bool film_probe(void *ctx, const char *path, bool whole, struct film_info *out, struct diag *d) {
    return films_probe(((struct machine *)ctx)->files, path, whole, out, d);
}

/* The pictures go into the folder as a user's cache; the drawings also as a ladder of widths, for screens of other sizes. */
static bool bake(void *ctx, struct bake_job *job) {
    struct machine *m = ctx;
    const struct bake_wishes w = {job->specs, job->keys, job->n, job->exact};
    job->failed = bake_pack(&m->port, m->log, job->folder, &w, job->threads);
    return job->failed == 0;
}

/* ---- start */
static const char *exe_folder(char *out, size_t cap) {
    ssize_t n = readlink("/proc/self/exe", out, cap - 1);
    if (n <= 0) return NULL;
    out[n] = 0;
    char *slash = strrchr(out, '/');
    if (!slash) return NULL;
    *slash = 0;
    return out;
}

int main(int argc, char **argv) {
    static char exe[4096];
    /* Large blocks go back to the system at once, and the workers share one heap: memory stays what the caches hold. */
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
    mallopt(M_ARENA_MAX, 1);
    struct machine m = {.log = log_stderr()};
    struct arena a;
    arena_init(&a, 1 << 20);
    struct host h = {
        .started = (double)(clock_us() - clock_cpu_us()) / 1e6, /* also what loading the libraries took */
        .ctx = &m, .version = LK_VERSION, .exe_dir = exe_folder(exe, sizeof exe), .log = m.log,
        .user_cache = files_user_folder(&a, USER_CACHE, "leopard-kiosk"),
        .store = files_user_folder(&a, USER_DATA, "leopard-kiosk/packs"), .packs = packs_port(),
        .print = print, .now = now_ms, .seconds = seconds, .today = today, .open_pack = open_pack, .close_pack = close_pack, .read = read_file, .write = write_file,
        .make_folder = make_folder, .is_folder = is_folder, .stamp = stamp, .view_open = view_open, .view_pack = view_pack, .view_close = view_close, .view_size = view_size, .view_resize = view_resize,
        .view_forget = view_forget,
        .view_events = view_events, .view_show = view_show, .view_ahead = view_ahead, .view_making = view_making,
        .hear = hear, .hears = hears, .film_deaf = film_deaf, .view_film_lost = view_film_lost, .view_stale = view_stale, .view_png = view_png, .view_pixels = view_pixels,
        .view_stats = view_stats, .memory_kb = memory_kb,
        .films = {&m, film_built() ? film_probe : NULL}, .bake = bake};
#ifdef LK_SOURCE_DIR
    h.source_dir = LK_SOURCE_DIR;
#endif
    const char *config = files_user_folder(&a, USER_CONFIG, "leopard-kiosk");
    h.sites[0] = config ? arena_printf(&a, "%s/site.yaml", config) : NULL;
    h.sites[1] = "/etc/leopard-kiosk/site.yaml";
    guard_start();
    int rc = command_main(&h, argc, argv);
    close_pack(&m);
    arena_free(&a);
    return rc;
}
