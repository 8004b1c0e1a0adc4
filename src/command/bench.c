/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.c - how fast it draws. Every frame advances the scene by 1/60 s; the soft player runs free, then SDL's software
 * renderer redraws the same lists naively in the same run: their ratio does not depend on the machine. */
#include <command/ahead.h>
#include <command/bench.h>
#include <command/command.h>
#include <stddef.h>

struct opts { const char *pack; struct many scene; struct size_px size; int frames, pack_size; bool plain, all, still, headless; };
#define AT(m) offsetof(struct opts, m)
static const struct option_row ROWS[] = {
    {"scene", 's', OPTION_MANY, AT(scene), "ID", "this scene (default: attract, home and the first of each chapter)"},
    {"all", 'a', OPTION_FLAG, AT(all), NULL, "every scene"},
    {"size", 0, OPTION_SIZE, AT(size), "WxH", "pixels (default 1920x1080)"},
    {"frames", 'n', OPTION_INT, AT(frames), "N", "frames per scene (default 600)"},
    {"plain", 0, OPTION_FLAG, AT(plain), NULL, "also by the naive player: prints the ratio"},
    {"still", 0, OPTION_FLAG, AT(still), NULL, "reduced motion"},
    {"headless", 0, OPTION_FLAG, AT(headless), NULL, "without a window even where there is a display"},
    {"pack-size", 0, OPTION_INT, AT(pack_size), "N", "time loading and checking of a pack of N scenes instead"},
    {"pack", 'p', OPTION_STR, AT(pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {
    "bench [--plain] [--scene ID | --all] [--size WxH]",
    "Measures how fast the kiosk draws. Every frame advances the scene by 1/60 s, as fast as it goes; a finger drags what can\n"
    "be dragged.\n"
    "  median, worst  frames per second: the median frame, the slowest second\n"
    "  60/s           share of one core, in per cent, that sixty frames a second take\n"
    "  first          ms until the scene is complete, nothing prepared but the caches on disk\n"
    "  press          ms from a finger to its picture, the slowest of many\n"
    "  switch         ms until the first picture of the way to the next scene, as the kiosk has prepared it\n"
    "  way            frames per second of that way, its slowest second\n"
    "  late           pictures that were not there when they were needed, first show apart\n"
    "  cache, PSS     MiB of pixels kept; proportional set size of the process", ROWS};

enum { START_MS = 1000, WARM = 30, PLAIN = 240 };

struct bench {
    const struct host *h; const struct opts *o; struct setup setup;
    struct app_options app;
    double *ms; double *sorted;          /* of each frame that showed something */
    double busy;                         /* ms of all frames of the last run */
    double start;                        /* ms from the process's start to its first picture */
    bool display;
    long most_kb;
};
struct row { struct bench_fps soft, plain; double busy, first, press, change, way; long late; size_t cache; long kb; bool shown; };

static double since(const struct host *h, double t) { return (h->seconds(h->ctx) - t) * 1000; }

static struct view *open_view(struct bench *b, enum view_kind kind) {
    struct view_options vo = {.kind = kind == VIEW_WINDOW && !b->display ? VIEW_BUFFER : kind, .headless = !b->display,
                              .w = b->o->size.w, .h = b->o->size.h, .no_cursor = true, .pack_cache = b->setup.pack_cache,
                              .user_cache = b->setup.user_cache, .allow_svg = true};
    struct diag d;
    diag_init(&d, &b->setup.arena);
    struct view *v = b->h->view_open(b->h->ctx, &vo, &d);
    if (v || kind != VIEW_WINDOW || !b->display) return v;
    b->display = false;
    return open_view(b, kind);
}

static bool open_session(struct bench *b, struct session *s, const char *scene) {
    if (!session_open(s, &b->setup, &b->app)) return false;
    app_start(s->app, scene);
    return true;
}

/* A finger that goes to and fro on the first thing that can be dragged: sliders and handles move what they drive. */
static int gesture(const struct frame *f, float k, int frame, struct ui_event *ev) {
    const struct sem_item *it = NULL;
    for (int i = 0; i < f->sem->n && !it; i++)
        if (f->sem->v[i].drags && f->sem->v[i].hit.w > 0) it = &f->sem->v[i];
    int beat = frame % 240;
    if (!it || beat < 60) return 0;
    float t = (float)(beat - 60) / 180, x = 0.5f + 0.45f * sinf(t * 12.566f);
    *ev = (struct ui_event){.kind = beat == 60 ? UI_DOWN : beat == 239 ? UI_CANCEL : UI_MOVE};
    ev->at = (struct vec2){(it->hit.x + it->hit.w * (beat == 60 ? 0.5f : x)) * k, (it->hit.y + it->hit.h / 2) * k};
    if (it->hit.w < 400 && beat > 60) ev->at.x = f->list->screen.w * x;
    return 1;
}

static bool pump(struct bench *b, struct view *v) {
    struct ui_event ev[64];
    bool quit = false;
    b->h->view_events(v, ev, 64, 0, &quit);
    return !quit;
}

/* Runs the frames; times of those that showed something go to b->ms. */
static int run_frames(struct bench *b, struct session *s, struct view *v, int frames) {
    const struct host *h = b->h;
    float k = bench_scale(b->o->size.w, b->o->size.h);
    uint64_t hash = s->frame->hash;
    int moved = 0;
    b->busy = 0;
    for (int i = 0; i < frames; i++) {
        struct ui_event ev;
        if (i % 30 == 0 && !pump(b, v)) return moved;
        int n = gesture(s->frame, k, i, &ev);
        double t = h->seconds(h->ctx);
        const struct frame *f = session_step(s, &ev, n, START_MS + (int64_t)((i + 1) * 1000.0 / 60));
        bool shows = f->hash != hash;
        if (shows) h->view_show(v, f);
        double ms = since(h, t);
        b->busy += ms;
        if (shows) b->ms[moved++] = ms;
        hash = f->hash;
    }
    return moved;
}

static struct bench_fps figures(struct bench *b, int n) {
    struct bench_fps out = {.worst_second = bench_worst_second(b->ms, n), .moved = n};
    for (int i = 0; i < n; i++) b->sorted[i] = b->ms[i];
    out.median = n ? 1000 / bench_median(b->sorted, n) : 0;
    return out;
}

/* From a finger on a control to its answer on the screen. */
static double press(struct bench *b, struct session *s, struct view *v, int64_t now) {
    float k = bench_scale(b->o->size.w, b->o->size.h);
    double worst = 0;
    for (int i = 0; i < 12; i++) {
        const struct semlist *l = s->frame->sem;
        if (!l->n) return 0;
        const struct sem_item *it = &l->v[(i * 7) % l->n];
        if (it->hit.w <= 0) continue;
        struct ui_event ev = {.kind = UI_DOWN, .at = {(it->hit.x + it->hit.w / 2) * k, (it->hit.y + it->hit.h / 2) * k}};
        double t = b->h->seconds(b->h->ctx);
        b->h->view_show(v, session_step(s, &ev, 1, now += 16));
        double ms = since(b->h, t);
        if (ms > worst) worst = ms;
        ev.kind = UI_CANCEL;
        session_step(s, &ev, 1, now += 500);
    }
    return worst;
}

static double first_picture(struct bench *b, struct session *s, struct view *v) {
    double t = b->h->seconds(b->h->ctx);
    b->h->view_show(v, session_step(s, NULL, 0, START_MS));
    return since(b->h, t);
}

/* What the kiosk does while nobody touches it. */
static void prepare(struct bench *b, struct session *s, struct view *v, int64_t now) {
    struct ahead ahead;
    while (session_ahead(s)) session_step(s, NULL, 0, now);
    ahead_init(&ahead, &b->setup, v);
    while (ahead_slice(&ahead, s->frame, &b->app)) b->h->view_making(v, 5);
    ahead_finish(&ahead);
}

/* A finger on the first link of the scene (a strip of home), or else the way that Next goes. */
static int set_out(struct bench *b, struct session *s, int64_t now, struct ui_event *ev) {
    float k = bench_scale(b->o->size.w, b->o->size.h);
    const struct semlist *l = s->frame->sem;
    for (int i = 0; i < l->n; i++) {
        if (l->v[i].role != SEM_LINK || l->v[i].hit.w <= 0) continue;
        *ev = (struct ui_event){.kind = UI_DOWN, .at = {(l->v[i].hit.x + l->v[i].hit.w / 2) * k, (l->v[i].hit.y + l->v[i].hit.h / 2) * k}};
        session_step(s, ev, 1, now - 100);
        ev->kind = UI_UP;
        return 1;
    }
    app_start(s->app, s->frame->next);
    return 0;
}

/* Going to the next scene, as a visitor does: the first picture, then as many as a second has until it stands. */
static double change(struct bench *b, struct session *s, struct view *v, int64_t now, double *way) {
    struct ui_event ev;
    *way = 0;
    if (!s->frame->next) return 0;
    int n = set_out(b, s, now, &ev), frames = 0;
    double t = b->h->seconds(b->h->ctx), first;
    const struct frame *f = session_step(s, &ev, n, now);
    b->h->view_show(v, f);
    first = since(b->h, t);
    for (; f->moving && frames < b->o->frames; frames++) {
        t = b->h->seconds(b->h->ctx);
        f = session_step(s, NULL, 0, now + (int64_t)((frames + 1) * 1000.0 / 60));
        b->h->view_show(v, f);
        b->ms[frames] = since(b->h, t);
    }
    *way = bench_worst_second(b->ms, frames);
    return first;
}

static void plain_pass(struct bench *b, const char *scene, struct row *r) {
    struct view *v = open_view(b, VIEW_PLAIN);
    struct session s;
    if (!v) return;
    if (open_session(b, &s, scene)) {
        first_picture(b, &s, v);
        r->plain = figures(b, run_frames(b, &s, v, b->o->frames / 4 > PLAIN ? b->o->frames / 4 : b->o->frames < PLAIN ? b->o->frames : PLAIN));
        session_close(&s);
    }
    b->h->view_close(v);
}

/* The scene is entered twice: what its first second made is there in the second. */
static bool soft_pass(struct bench *b, const char *scene, struct view *v, struct row *r) {
    const struct host *h = b->h;
    struct session s;
    if (!open_session(b, &s, scene)) return false;
    r->first = first_picture(b, &s, v);
    if (b->start == 0) b->start = since(h, h->started);
    r->shown = str_eq(s.frame->scene, scene);
    prepare(b, &s, v, START_MS);
    long late = h->view_stats(v).late;
    run_frames(b, &s, v, WARM);
    session_close(&s);
    if (!open_session(b, &s, scene)) return false;
    first_picture(b, &s, v);
    r->soft = figures(b, run_frames(b, &s, v, b->o->frames));
    r->busy = b->busy / (b->o->frames * 1000.0 / 60) * 100;
    int64_t now = START_MS + (int64_t)b->o->frames * 17 + 1000;
    r->press = press(b, &s, v, now);
    prepare(b, &s, v, now + 20000);
    r->change = change(b, &s, v, now + 20016, &r->way);
    r->late = h->view_stats(v).late - late;
    r->cache = h->view_stats(v).cache_bytes;
    r->kb = h->memory_kb(h->ctx, false);
    session_close(&s);
    return true;
}

static bool one_scene(struct bench *b, const char *scene) {
    const struct host *h = b->h;
    struct row r = {0};
    struct view *v = open_view(b, VIEW_WINDOW);
    bool good = v && soft_pass(b, scene, v, &r);
    if (v) h->view_close(v);
    if (!good) { complain(h, "bench: '%s' cannot be measured", scene); return false; }
    if (b->o->plain) plain_pass(b, scene, &r);
    if (r.kb > b->most_kb) b->most_kb = r.kb;
    say(h, "%-20s %6.0f %6.0f", r.shown ? scene : "(not shown)", r.soft.median, r.soft.worst_second);
    if (b->o->plain && r.plain.median > 0) say(h, " %6.0f %5.1fx", r.plain.median, r.soft.median / r.plain.median);
    else if (b->o->plain) say(h, "      -      -");
    say(h, " %6.1f %6.1f %6.1f %6.1f %6.0f %5ld %5zu %5ld\n", r.busy, r.first, r.press, r.change, r.way, r.late, r.cache >> 20, r.kb / 1024);
    return r.shown;
}

static int bench_all(struct bench *b) {
    const struct host *h = b->h;
    const char *const *ids = b->o->scene.v;
    int n = b->o->scene.n, bad = 0;
    if (b->o->all) ids = setup_scenes(&b->setup, &n);
    else if (!n) ids = bench_default_scenes(&b->setup, &n);
    say(h, "%dx%d, %d frames a scene%s; frames/s, ms, MiB (--help explains)\n", b->o->size.w, b->o->size.h, b->o->frames,
        b->o->still ? ", reduced motion" : "");
    say(h, "%-20s %6s %6s%s %6s %6s %6s %6s %6s %5s %5s %5s\n", "scene", "median", "worst", b->o->plain ? "  plain  ratio" : "",
        "60/s", "first", "press", "switch", "way", "late", "cache", "PSS");
    for (int i = 0; ids && i < n; i++) bad += !one_scene(b, ids[i]);
    say(h, "process start to first picture %.0f ms; memory (PSS) at most %.1f MiB%s\n", b->start, (double)b->most_kb / 1024,
        b->display ? "" : "; no display: drawn into memory");
    return bad ? EXIT_FAULT : EXIT_OK;
}

int command_bench(const struct host *h, int argc, char **argv) {
    struct opts o = {.size = {1920, 1080}, .frames = 600};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL);
    if (rc >= 0) return rc;
    if (o.frames < 1 || o.frames > 100000 || o.pack_size < 0 || o.pack_size > 100000) {
        complain(h, "bench: --frames is 1 to 100000, --pack-size at most 100000");
        return EXIT_USAGE;
    }
    struct bench b = {.h = h, .o = &o, .display = !o.headless};
    b.app = (struct app_options){.w = o.size.w, .h = o.size.h, .still = o.still, .text_scale = 1, .idle_off = true};
    bool good = setup_open(&b.setup, h, o.pack, NULL);
    if (!good || b.setup.diag.errors) say_diag(h, true, &b.setup.diag);
    b.ms = good ? arena_array(&b.setup.arena, double, o.frames) : NULL;
    b.sorted = good ? arena_array(&b.setup.arena, double, o.frames) : NULL;
    if (!b.ms || !b.sorted) rc = EXIT_FAULT;
    else rc = o.pack_size ? bench_pack(&b.setup, o.pack_size) : bench_all(&b);
    setup_close(&b.setup);
    return rc;
}
