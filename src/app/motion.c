/* SPDX-License-Identifier: GPL-3.0-or-later */
/* motion.c - how one scene turns into another. What was on the screen is kept as a list of commands; the scene that comes is
 * live from its first frame, and its pictures stay as they were baked: only places, clips and alphas move.
 *
 * The night passes: the old sheets sink while the hour of the sky mixes, then the new sheets rise, far ones first, words
 * last. A scene that is opened out of a box (a strip of home) appears inside it while the rest slides aside. */
#include <app/app_state.h>
#include <scene/track.h>

enum { NIGHT_MS = 480, OPEN_MS = 700, STILL_MS = 120 };
static const float RISE = 44, SINK = 56, EDGE_W = 40;      /* canvas units */

struct stagger { float from, step, span; };   /* when the first command begins, the last one after that, how long each takes */

void motion_end(struct app *a) {
    a->motion.on = false;
    a->motion.held[0] = a->motion.held[1] = NULL;
}

bool motion_holds(const struct app *a, const struct loaded *s) {
    return a->motion.on && (a->motion.held[0] == s || a->motion.held[1] == s);
}

/* Takes the list that the visitor sees. A movement that is under way is cut: what is kept is the scene at its goal. */
void motion_begin(struct app *a, struct box from) {
    struct motion *m = &a->motion;
    const struct dlist *seen = &a->scenes[!a->turn];
    motion_end(a);
    if (!a->stage.scene || seen->n == 0) return;
    arena_reset(&m->arena);
    dlist_begin(&m->gone, &m->arena, seen->screen.w, seen->screen.h);
    for (int i = 0; i < seen->n; i++) {
        struct draw_cmd c = seen->cmds[i];
        if (c.kind == DRAW_TEXT && !(c.text = arena_strn(&m->arena, c.text, c.len))) continue;
        dlist_copy(&m->gone, &c, 0, 0, 1);
    }
    m->on = true;
    m->drawn = false;
    m->from = from;
    m->held[0] = a->stage.scene;
    m->held[1] = app_top(a);
}

static bool covers(const struct draw_cmd *c, struct ibox screen) {
    struct ibox seen = ibox_and(ibox_and(c->box, c->clip), screen);
    return seen.w == screen.w && seen.h == screen.h;
}

/* The ground of a scene stays where it is: its first command, when that covers the screen. */
static bool is_ground(const struct dlist *l, int i) { return i == 0 && covers(&l->cmds[0], l->screen); }

/* The scene that comes. ground: alpha of its sky. */
static void arrive(struct dlist *to, const struct dlist *l, float p, struct stagger s, float ground, float rise) {
    for (int i = 0; i < l->n; i++) {
        float share = (p - s.from - s.step * (float)i / (float)l->n) / s.span;
        float q = ease(EASE_OUT, share);
        if (is_ground(l, i)) dlist_copy(to, &l->cmds[i], 0, 0, ground);
        else dlist_copy(to, &l->cmds[i], 0, (int)lroundf((1 - q) * rise), q);
    }
}

static void depart(struct dlist *to, const struct dlist *l, int dx, float sink, float alpha) {
    for (int i = 0; i < l->n; i++) dlist_copy(to, &l->cmds[i], dx, is_ground(l, i) ? 0 : (int)lroundf(sink), alpha);
}

/* All of the scene that comes is baked before anything moves: it is there, but nobody sees it. */
static void foresee(struct dlist *to, const struct dlist *l) {
    for (int i = 0; i < l->n; i++) {
        struct draw_cmd c = l->cmds[i];
        c.alpha = 255;
        if (c.kind != DRAW_FILL) dlist_copy(to, &c, 0, 0, 1 / 255.0f);
    }
}

static void night(const struct app *a, struct dlist *to, const struct dlist *l, float p) {
    float scale = a->env[0].scale;
    if (p < 0.5f) depart(to, &a->motion.gone, 0, ease(EASE_IN, p * 2) * SINK * scale, 1);
    arrive(to, l, p, (struct stagger){0.14f, 0.36f, 0.5f}, ease(EASE_IN_OUT, p * 2), RISE * scale);
}

static void still(const struct app *a, struct dlist *to, const struct dlist *l, float p) {
    if (p < 1) depart(to, &a->motion.gone, 0, 0, 1);
    arrive(to, l, p, (struct stagger){0, 0, 1}, p, 0);
}

/* The sheets that slide aside are lit along the cut and throw a shadow on what comes to light below them. */
static void edge(struct app *a, struct dlist *l, struct box at, struct vec2 dark, struct vec2 light) {
    const struct vec_stop st[2] = {{0, 0x020C1080u}, {1, 0x020C1000u}};
    struct env *e = &a->env[0];
    struct vec v;
    struct ibox px = {(int)lroundf(at.x * e->scale), (int)lroundf(at.y * e->scale), 0, 0};
    at.x = at.y = 0;
    vec_begin(&v, e->frame);
    vec_rect(&v, at);
    vec_fill_linear(&v, dark, light, st, 2);
    struct pic_spec spec = {.kind = PIC_VEC, .vec = &v, .scale = e->scale, .mod = 0xFFFFFFFFu};
    px.w = spec.w = (int)ceilf(at.w * e->scale);
    px.h = spec.h = (int)ceilf(at.h * e->scale);
    dlist_picture(l, picset_add(&a->pics, &spec), px, 1);
}

static void edges(struct app *a, struct dlist *l, bool bands, float lo, float hi) {
    const struct env *e = &a->env[0];
    float w = EDGE_W;
    if (bands) {
        edge(a, l, (struct box){0, lo, e->w, w}, (struct vec2){0, 0}, (struct vec2){0, w});
        edge(a, l, (struct box){0, hi - w, e->w, w}, (struct vec2){0, w}, (struct vec2){0, 0});
    } else {
        edge(a, l, (struct box){lo, 0, w, e->h}, (struct vec2){0, 0}, (struct vec2){w, 0});
        edge(a, l, (struct box){hi - w, 0, w, e->h}, (struct vec2){w, 0}, (struct vec2){0, 0});
    }
}

/* One side of what is parted: seen between lo and hi, moved by d; along x, or along y where bands part. */
static void side(const struct app *a, struct dlist *to, bool bands, int lo, int hi, int d, float alpha) {
    const struct dlist *gone = &a->motion.gone;
    struct ibox before = dlist_clip(to, bands ? (struct ibox){0, lo, to->screen.w, hi - lo} : (struct ibox){lo, 0, hi - lo, to->screen.h});
    for (int i = 0; i < gone->n; i++) dlist_copy(to, &gone->cmds[i], bands ? 0 : d, bands ? d : 0, alpha);
    dlist_unclip(to, before);
}

static void open_out(struct app *a, struct dlist *to, const struct dlist *l, float p) {
    const struct env *e = &a->env[0];
    struct box b = a->motion.from;
    bool bands = b.w >= e->w - 1;
    float q = ease(EASE_OUT, p), end = bands ? e->h : e->w, b0 = bands ? b.y : b.x, b1 = b0 + (bands ? b.h : b.w);
    float lo = lerpf(b0, 0, q), hi = lerpf(b1, end, q);
    int lo_px = (int)lroundf(lo * e->scale), hi_px = (int)lroundf(hi * e->scale), whole = bands ? to->screen.h : to->screen.w;
    int b0_px = (int)lroundf(b0 * e->scale), b1_px = (int)lroundf(b1 * e->scale);
    struct ibox open = bands ? (struct ibox){0, lo_px, to->screen.w, hi_px - lo_px} : (struct ibox){lo_px, 0, hi_px - lo_px, to->screen.h};
    struct ibox before = dlist_clip(to, open);
    arrive(to, l, p, (struct stagger){0, 0.3f, 0.3f}, 1, RISE * e->scale);
    edges(a, to, bands, lo, hi);
    dlist_unclip(to, before);
    side(a, to, bands, b0_px, b1_px, 0, 1 - ease(EASE_IN_OUT, p / 0.22f));
    side(a, to, bands, 0, lo_px, lo_px - b0_px, 1);
    side(a, to, bands, hi_px, whole, hi_px - b1_px, 1);
}

/* The clock runs from the first picture on: what had to be baked for it costs no movement. */
static float progress(struct app *a, int64_t whole) {
    struct motion *m = &a->motion;
    if (m->drawn == 0) m->at = a->now;
    if (m->drawn == 1 && a->now > m->at) {
        if (a->now > m->at + 16) m->at = a->now - 16;
        m->drawn = 2;
    }
    return (float)(a->now - m->at) / (float)whole;
}

void motion_draw(struct app *a, const struct dlist *scene, struct dlist *out) {
    struct motion *m = &a->motion;
    struct env *e = &a->env[0];
    bool opens = m->from.w > 0 && !e->still;
    if (m->on && (m->gone.screen.w != scene->screen.w || m->gone.screen.h != scene->screen.h)) motion_end(a);
    float p = m->on ? progress(a, e->still ? STILL_MS : opens ? OPEN_MS : NIGHT_MS) : 1;
    if (p >= 1) motion_end(a);
    *out = *scene;
    if (!m->on) return;
    dlist_begin(out, e->frame, scene->screen.w, scene->screen.h);
    if (e->still) still(a, out, scene, p);
    else if (opens) open_out(a, out, scene, p);
    else night(a, out, scene, p);
    if (m->drawn == 0) {
        foresee(out, scene);
        m->drawn = 1;
    }
    env_next_frame(e);
}
