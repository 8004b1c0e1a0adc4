/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replay_words.c - what the words of a script mean: one row each. */
#include <command/command.h>
#include <command/replay.h>
#include <scene/route.h>
#include <string.h>

typedef void word_fn(struct replay *r, const struct replay_line *l, char *const *arg);
struct word { const char *name; int args; bool before; word_fn *run; };   /* before: allowed only at the head of a script */

static const double MOST_S = 1e8, MOST_PX = 1e6, MOST_TIMES = 1e9;

static bool number(struct replay *r, const struct replay_line *l, const char *s, double lo, double hi, double *out) {
    if (str_number(s, out) && *out >= lo && *out <= hi) return true;
    replay_fail(r, l, "'%s' is no number from %.0f to %.0f", s, lo, hi);
    return false;
}

static bool point(struct replay *r, const struct replay_line *l, char *const *arg, struct vec2 *out) {
    double x, y;
    if (!number(r, l, arg[0], -MOST_PX, MOST_PX, &x) || !number(r, l, arg[1], -MOST_PX, MOST_PX, &y)) return false;
    *out = (struct vec2){(float)x, (float)y};
    return true;
}

/* ---- the head */
static void do_size(struct replay *r, const struct replay_line *l, char *const *arg) {
    struct size_px s;
    if (!size_parse(arg[0], &s)) { replay_fail(r, l, "'%s' is no size (write 1920x1080)", arg[0]); return; }
    r->app.w = s.w;
    r->app.h = s.h;
}
static void do_start(struct replay *r, const struct replay_line *l, char *const *arg) { (void)l; r->start = arg[0]; }
static void do_language(struct replay *r, const struct replay_line *l, char *const *arg) {
    if (!setup_speaks(r->setup, "replay", arg[0])) replay_fail(r, l, "no language '%s'", arg[0]);
    r->app.language = arg[0];
}
static void do_still(struct replay *r, const struct replay_line *l, char *const *arg) { (void)l; (void)arg; r->app.still = true; }
static void do_sound(struct replay *r, const struct replay_line *l, char *const *arg) { (void)l; (void)arg; r->app.sound = true; }
static void do_text_size(struct replay *r, const struct replay_line *l, char *const *arg) {
    double v;
    if (number(r, l, arg[0], 100, 200, &v)) r->app.text_scale = (float)v / 100;
}

/* ---- touches */
static void do_tap(struct replay *r, const struct replay_line *l, char *const *arg) {
    struct vec2 p;
    if (point(r, l, arg, &p)) replay_tap(r, p.x, p.y);
}

static void do_tap_id(struct replay *r, const struct replay_line *l, char *const *arg) {
    const struct sem_item *it = replay_item(r, arg[0]);
    if (!it || it->hit.w <= 0) { replay_fail(r, l, it ? "'%s' does not react to touch" : "nothing is called '%s'", arg[0]); return; }
    float k = replay_scale(r);
    replay_tap(r, (it->hit.x + it->hit.w / 2) * k, (it->hit.y + it->hit.h / 2) * k);
}

static void finger(struct replay *r, const struct replay_line *l, char *const *arg, enum ui_kind kind) {
    double f;
    struct ui_event ev = {.kind = kind};
    if (!number(r, l, arg[0], 0, ROUTE_FINGERS - 1, &f) || (kind != UI_CANCEL && !point(r, l, arg + 1, &ev.at))) return;
    ev.finger = (int)f;
    replay_send(r, &ev);
}
static void do_down(struct replay *r, const struct replay_line *l, char *const *arg) { finger(r, l, arg, UI_DOWN); }
static void do_move(struct replay *r, const struct replay_line *l, char *const *arg) { finger(r, l, arg, UI_MOVE); }
static void do_up(struct replay *r, const struct replay_line *l, char *const *arg) { finger(r, l, arg, UI_UP); }
static void do_cancel(struct replay *r, const struct replay_line *l, char *const *arg) { finger(r, l, arg, UI_CANCEL); }

/* drag X Y TO-X TO-Y SECONDS */
static void do_drag(struct replay *r, const struct replay_line *l, char *const *arg) {
    struct vec2 from, to;
    double s;
    if (!point(r, l, arg, &from) || !point(r, l, arg + 2, &to) || !number(r, l, arg[4], 0, MOST_S, &s)) return;
    int n = (int)clampf((float)s * 1000 / REPLAY_STEP_MS, 1, 2000);
    replay_send(r, &(struct ui_event){.kind = UI_DOWN, .at = from});
    for (int i = 1; i <= n; i++) {
        float t = (float)i / (float)n;
        replay_until(r, r->now + REPLAY_STEP_MS);
        replay_send(r, &(struct ui_event){.kind = UI_MOVE, .at = {lerpf(from.x, to.x, t), lerpf(from.y, to.y, t)}});
    }
    replay_send(r, &(struct ui_event){.kind = UI_UP, .at = to});
}

static const char *const KEYS[] = {"none", "next", "prev", "left", "right", "up", "down", "select", "back", "home", NULL};

static void do_key(struct replay *r, const struct replay_line *l, char *const *arg) {
    for (int i = 0; KEYS[i]; i++)
        if (str_eq(KEYS[i], arg[0])) { replay_send(r, &(struct ui_event){.kind = UI_KEY, .key = (enum ui_key)i}); return; }
    replay_fail(r, l, "unknown key '%s' (next prev left right up down select back home)", arg[0]);
}

static void do_resize(struct replay *r, const struct replay_line *l, char *const *arg) {
    struct size_px s;
    if (!size_parse(arg[0], &s)) { replay_fail(r, l, "'%s' is no size (write 1920x1080)", arg[0]); return; }
    replay_send(r, &(struct ui_event){.kind = UI_RESIZE, .w = s.w, .h = s.h});
}

static void do_wait(struct replay *r, const struct replay_line *l, char *const *arg) {
    double s;
    if (number(r, l, arg[0], 0, MOST_S, &s)) replay_until(r, r->now + (int64_t)(s * 1000));
}

/* monkey EVENTS SEED: touches, drags, keys and new sizes without sense, the same ones for the same seed. */
static void do_monkey(struct replay *r, const struct replay_line *l, char *const *arg) {
    static const struct size_px SIZES[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {720, 400}, {2560, 1080}};
    double n, seed;
    if (!number(r, l, arg[0], 0, MOST_TIMES, &n) || !number(r, l, arg[1], 0, UINT32_MAX, &seed)) return;
    uint32_t s = (uint32_t)seed;
    bool note = r->note;
    r->note = false;                     /* it touches all, and expects nothing */
    for (long i = 0; i < (long)n && !r->failed; i++) {
        struct ibox screen = r->ses.frame->list->screen;
        int dice = (int)(rng_next(&s) * 100);
        struct ui_event ev = {.kind = UI_DOWN, .finger = (int)(rng_next(&s) * rng_next(&s) * 12) - 1};
        ev.at = (struct vec2){(float)(rng_next(&s) * 1.1 - 0.05) * (float)screen.w, (float)(rng_next(&s) * 1.1 - 0.05) * (float)screen.h};
        if (dice >= 35) ev.kind = UI_UP;
        if (dice >= 65) ev.kind = UI_MOVE;
        if (dice >= 85) ev.kind = UI_CANCEL;
        if (dice >= 87) { ev.kind = UI_KEY; ev.key = (enum ui_key)(rng_next(&s) * 10); }
        if (dice >= 99 && rng_next(&s) < 0.2) {
            const struct size_px *z = &SIZES[(int)(rng_next(&s) * 5)];
            ev = (struct ui_event){.kind = UI_RESIZE, .w = z->w, .h = z->h};
        }
        replay_send(r, &ev);
        int64_t pause = rng_next(&s) < 0.002 ? (int64_t)(rng_next(&s) * 120000) : (int64_t)(rng_next(&s) * 60);
        replay_until(r, r->now + pause);
        if (!r->ses.frame->scene || r->ses.frame->list->n == 0) replay_fail(r, l, "after event %ld nothing is shown", i);
    }
    r->note = note;
}

/* ---- results */
static const char *out_path(struct replay *r, const char *name) {
    return r->out && name[0] != '/' ? arena_printf(&r->arena, "%s/%s", r->out, name) : name;
}

/* One view for all pictures of a size: what one has made, the next need not make again. */
static struct view *buffer(struct replay *r, const struct replay_line *l, struct ibox s) {
    struct view_options vo = {.kind = VIEW_BUFFER, .w = s.w, .h = s.h, .whole = true, .pack_cache = r->setup->pack_cache,
                              .user_cache = r->setup->user_cache, .allow_svg = true};
    struct diag d;
    if (r->view && r->view_w == s.w && r->view_h == s.h) return r->view;
    replay_close_view(r);
    diag_init(&d, &r->arena);
    r->view = r->h->view_open(r->h->ctx, &vo, &d);
    r->view_w = s.w;
    r->view_h = s.h;
    if (!r->view) replay_fail(r, l, "no picture can be made%s%s", d.first ? ": " : "", d.first ? diag_line(&r->arena, d.first) : "");
    return r->view;
}

static void do_shot(struct replay *r, const struct replay_line *l, char *const *arg) {
    struct view *v = buffer(r, l, r->ses.frame->list->screen);
    const char *path = out_path(r, arg[0]);
    if (v && !(path && r->h->view_show(v, r->ses.frame) && r->h->view_png(v, path))) replay_fail(r, l, "'%s' cannot be written", arg[0]);
}

static void dump_states(const struct scene *s, struct sbuf *b) {
    const struct scene_state *st = s ? s->top.states.items : NULL;
    for (int i = 0; s && i < s->top.states.n; i++) sbuf_printf(b, "%s\n", st[i].name);
}

enum text { DISPLAY_LIST, SEMANTICS, STATES };
static void put_text(struct replay *r, const struct replay_line *l, const char *name, enum text what) {
    struct arena a;
    arena_init(&a, 32 << 20);
    struct sbuf b = {.arena = &a};
    const char *path = out_path(r, name);
    if (what == SEMANTICS) sem_dump(r->ses.frame->sem, &b);
    else if (what == STATES) dump_states(app_scene(r->ses.app), &b);
    else dlist_dump(r->ses.frame->list, &b);
    if (str_eq(name, "-")) r->h->print(r->h->ctx, false, b.p ? b.p : "");
    else if (!b.p || !path || !r->h->write(r->h->ctx, path, b.p, b.len)) replay_fail(r, l, "'%s' cannot be written", name);
    arena_free(&a);
}
static void do_dump(struct replay *r, const struct replay_line *l, char *const *arg) { put_text(r, l, arg[0], DISPLAY_LIST); }
static void do_semantics(struct replay *r, const struct replay_line *l, char *const *arg) { put_text(r, l, arg[0], SEMANTICS); }
static void do_states(struct replay *r, const struct replay_line *l, char *const *arg) { put_text(r, l, arg[0], STATES); }

static void do_memory(struct replay *r, const struct replay_line *l, char *const *arg) {
    (void)arg;
    r->kb = r->h->memory_kb(r->h->ctx, true);
    say(r->h, "%s:%d: memory %ld KB\n", r->file, l->no, r->kb);
}

static void do_set(struct replay *r, const struct replay_line *l, char *const *arg) {
    if (!app_set(r->ses.app, arg[0], arg[1])) replay_fail(r, l, "nobody declared the variable '%s'", arg[0]);
    replay_until(r, r->now + REPLAY_STEP_MS);
}

/* The scene or the sheet on top as its file names it: values and what is done then, at once, as for check --render and shot. */
static void do_state(struct replay *r, const struct replay_line *l, char *const *arg) {
    const struct scene *s = app_scene(r->ses.app);
    const struct scene_state *st = s ? scene_named(s, arg[0]) : NULL;
    if (!st) { replay_fail(r, l, "scene '%s' has no state '%s'", s ? s->id : "none", arg[0]); return; }
    app_state(r->ses.app, st);
    replay_until(r, r->now + REPLAY_STEP_MS);
}

/* date YYYY-MM-DD: the day that it is from now on */
static void do_date(struct replay *r, const struct replay_line *l, char *const *arg) {
    const char *s = arg[0];
    double v[3] = {0};
    int n = 0;
    while (n < 3) {
        size_t len = strcspn(s, "-");
        const char *part = arena_strn(&r->arena, s, len);
        if (!part || !str_number(part, &v[n])) break;
        n++;
        if (!*(s += len)) break;
        s++;
    }
    bool day = n == 3 && !*s && v[0] >= 1 && v[0] <= 9999 && v[1] >= 1 && v[1] <= 12 && v[2] >= 1 && v[2] <= 31;
    if (!day) { replay_fail(r, l, "'%s' is no day (write 2026-05-01)", arg[0]); return; }
    r->app.today = (struct date){(int)v[0], (int)v[1], (int)v[2]};
    if (!r->on) return;
    app_today(r->ses.app, r->app.today);
    replay_until(r, r->now + REPLAY_STEP_MS);
}

static void do_expect(struct replay *r, const struct replay_line *l, char *const *arg) { (void)arg; replay_expect(r, l); }

static const struct word WORDS[] = {
    {"size", 1, true, do_size}, {"start", 1, true, do_start}, {"language", 1, true, do_language}, {"still", 0, true, do_still},
    {"text-size", 1, true, do_text_size}, {"sound", 0, true, do_sound},
    {"tap", 2, false, do_tap}, {"tap-id", 1, false, do_tap_id}, {"down", 3, false, do_down}, {"move", 3, false, do_move},
    {"up", 3, false, do_up}, {"cancel", 1, false, do_cancel}, {"drag", 5, false, do_drag}, {"key", 1, false, do_key},
    {"resize", 1, false, do_resize}, {"wait", 1, false, do_wait}, {"monkey", 2, false, do_monkey}, {"set", 2, false, do_set}, {"state", 1, false, do_state},
    {"shot", 1, false, do_shot}, {"dump", 1, false, do_dump}, {"semantics", 1, false, do_semantics}, {"states", 1, false, do_states},
    {"date", 1, false, do_date}, {"memory", 0, false, do_memory}, {"expect", -1, false, do_expect}, {NULL, 0, false, NULL}};

static void one(struct replay *r, const struct replay_line *l, char *const *word, int n) {
    const char *names[sizeof WORDS / sizeof *WORDS];
    int count = 0;
    for (const struct word *w = WORDS; w->name; w++) {
        names[count++] = w->name;
        if (!str_eq(w->name, word[0])) continue;
        if (w->args >= 0 && n - 1 != w->args) { replay_fail(r, l, "'%s' takes %d words after it", w->name, w->args); return; }
        if (w->before && r->on) { replay_fail(r, l, "'%s' stands at the head of a script", w->name); return; }
        if (w->before || replay_begin(r, l)) w->run(r, l, word + 1);
        return;
    }
    names[count] = NULL;
    const char *near = str_nearest(word[0], names);
    if (near) replay_fail(r, l, "unknown word '%s' (did you mean '%s'?)", word[0], near);
    else replay_fail(r, l, "unknown word '%s' (see tests/README.md)", word[0]);
}

static int closing(const struct replay *r, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
        if (str_eq(r->lines[i].word[0], "}") && depth-- == 0) return i;
        if (str_eq(r->lines[i].word[0], "repeat")) depth++;
    }
    return -1;
}

/* repeat N { ... } */
static int repeat(struct replay *r, int at, int to) {
    const struct replay_line *l = &r->lines[at];
    double n = 0;
    int end = closing(r, at + 1, to);
    if (l->n != 3 || !str_eq(l->word[2], "{") || end < 0 || !str_number(l->word[1], &n) || n < 0 || n > MOST_TIMES) {
        replay_fail(r, l, "'repeat' is written: repeat N {, the lines, and a } on a line of its own");
        return to;
    }
    for (long i = 0; i < (long)n && !r->failed; i++) replay_lines(r, at + 1, end);
    return end;
}

void replay_lines(struct replay *r, int from, int to) {
    for (int i = from; i < to && !r->failed; i++) {
        const struct replay_line *l = &r->lines[i];
        double s;
        replay_note_offers(r);
        if (str_eq(l->word[0], "repeat")) { i = repeat(r, i, to); continue; }
        if (!str_eq(l->word[0], "at")) { one(r, l, l->word, l->n); continue; }
        if (l->n < 3 || !str_number(l->word[1], &s) || s < 0 || s > MOST_S) {
            replay_fail(r, l, "'at' is written: at SECONDS and what happens then");
            return;
        }
        if (!replay_begin(r, l)) return;
        replay_until(r, REPLAY_START_MS + (int64_t)(s * 1000));
        one(r, l, l->word + 2, l->n - 2);
    }
}
