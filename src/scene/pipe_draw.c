/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pipe_draw.c - the tube on the canvas. At rest it is one picture; while it moves it is set from small round ones, close
 * enough to look the same, so that nothing is baked in a frame. */
#include <draw/paper.h>
#include <scene/knob.h>
#include <scene/pipe_view.h>

#define EDGE_R 15.0f
#define BODY_R 11.0f
#define SHINE_R 3.5f
#define SHINE_OFF 4.0f
#define JOINT 17             /* points between two joints */
#define HALO 92.0f
#define GOLD 0xF2A93BFFu
static const rgba BODY[2] = {0xCFE2E0FFu, 0x7B5A52FFu}, SHINE[2] = {0xF4F8F6FFu, 0xA9857AFFu}, SEAM[2] = {0x6FA6A8FFu, 0x3A2420FFu};

/* ---- pictures */
static struct pipe_picture wish(struct env *e, const struct vec *v, struct box b) {
    struct box whole = {floorf(b.x), floorf(b.y), ceilf(b.w) + 1, ceilf(b.h) + 1};
    return (struct pipe_picture){env_vec(e, v, whole, false), whole};
}

static uint64_t disc(struct env *e, float r, rgba c) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, r);
    vec_fill(&v, c);
    return env_vec(e, &v, (struct box){-r - 1, -r - 1, 2 * r + 2, 2 * r + 2}, false);
}

static uint64_t joint(struct env *e, int tilt, rgba c) {
    struct vec v;
    float a = (float)tilt * 3.14159265f / PIPE_TILTS, x = (BODY_R - 1) * cosf(a), y = (BODY_R - 1) * sinf(a);
    vec_begin(&v, e->layout);
    vec_move(&v, -x, -y);
    vec_line(&v, x, y);
    vec_stroke(&v, c, 4.5f, 0, 0);
    return env_vec(e, &v, (struct box){-EDGE_R, -EDGE_R, 2 * EDGE_R, 2 * EDGE_R}, false);
}

static uint64_t ring(struct env *e, float r, rgba c, float w, float dash, float gap) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, r);
    vec_stroke(&v, c, w, dash, gap);
    return env_vec(e, &v, (struct box){-r - w, -r - w, 2 * r + 2 * w, 2 * r + 2 * w}, false);
}

static struct box bounds(const struct pipe_points *t) {
    float x0 = t->p[0].x, y0 = t->p[0].y, x1 = x0, y1 = y0;
    for (int i = 1; i < t->n; i++) {
        x0 = fminf(x0, t->p[i].x), x1 = fmaxf(x1, t->p[i].x);
        y0 = fminf(y0, t->p[i].y), y1 = fmaxf(y1, t->p[i].y);
    }
    return (struct box){x0, y0, x1 - x0, y1 - y0};
}

/* One stroke along the tube; of one kind of its parts only (0 bright, 1 dark), or all of it (-1). */
static void stroke(struct vec *v, const struct pipe_points *t, int dark, rgba c, float w, float off) {
    bool open = false;
    for (int i = 0; i < t->n; i++) {
        if (dark >= 0 && t->inside[i] != (dark == 1)) {
            open = false;
            continue;
        }
        if (open) vec_line(v, t->p[i].x - off, t->p[i].y - off);
        else vec_move(v, t->p[i].x - off, t->p[i].y - off);
        open = true;
    }
    vec_stroke(v, c, w, 0, 0);
}

/* Half turns of the tube's direction at a point, across it: 0 .. PIPE_TILTS - 1. */
static int tilt_at(const struct pipe_points *t, int i) {
    struct vec2 a = t->p[i > 0 ? i - 1 : 0], b = t->p[i + 1 < t->n ? i + 1 : i];
    float turn = (atan2f(b.y - a.y, b.x - a.x) + 1.5707963f) / 3.14159265f;
    int k = (int)lroundf(turn * PIPE_TILTS) % PIPE_TILTS;
    return k < 0 ? k + PIPE_TILTS : k;
}

static struct pipe_picture tube_picture(const struct pipe_face *f, struct env *e, struct vec2 end) {
    struct pipe_points t;
    struct vec v;
    pipe_bend(f, end, (struct vec2){0, 0}, &t);
    vec_begin(&v, e->layout);
    stroke(&v, &t, -1, INK_DARK, 2 * EDGE_R, 0);
    for (int k = 0; k < 2; k++) stroke(&v, &t, k, BODY[k], 2 * BODY_R, 0);
    for (int k = 0; k < 2; k++) stroke(&v, &t, k, SHINE[k], 2 * SHINE_R, SHINE_OFF);
    for (int i = t.n - 1; i >= 0; i -= JOINT) {
        float a = (float)tilt_at(&t, i) * 3.14159265f / PIPE_TILTS, x = (BODY_R - 1) * cosf(a), y = (BODY_R - 1) * sinf(a);
        vec_move(&v, t.p[i].x - x, t.p[i].y - y);
        vec_line(&v, t.p[i].x + x, t.p[i].y + y);
        vec_stroke(&v, SEAM[t.inside[i]], 4.5f, 0, 0);
    }
    return wish(e, &v, box_grow(bounds(&t), EDGE_R + 2));
}

/* The old course, for ever on the map, and the way over the sea that the end can take. */
static void bake_lines(const struct pipe_props *p, struct pipe_face *f, struct env *e) {
    struct pipe_points t;
    struct vec v;
    pipe_bend(f, f->from, (struct vec2){0, 0}, &t);
    vec_begin(&v, e->layout);
    vec_move(&v, t.p[0].x, t.p[0].y);
    for (int i = 1; i < t.n; i++) vec_line(&v, t.p[i].x, t.p[i].y);
    vec_stroke(&v, 0x06171CBFu, 9, 4, 18);
    f->course = wish(e, &v, box_grow(bounds(&t), 8));
    struct vec2 mid = {(f->from.x + f->to.x) / 2, (f->from.y + f->to.y) / 2 + 2 * p->arc};
    float len = fmaxf(1, hypotf(f->to.x - f->from.x, f->to.y - f->from.y)), k = PIPE_KNOB_R / len;
    vec_begin(&v, e->layout);
    for (float q = k; q <= 1 - k * .8f; q += .02f) {
        float u = 1 - q, x = u * u * f->from.x + 2 * u * q * mid.x + q * q * f->to.x, y = u * u * f->from.y + 2 * u * q * mid.y + q * q * f->to.y;
        if (q == k) vec_move(&v, x, y);
        else vec_line(&v, x, y);
    }
    vec_stroke(&v, GOLD, 7, 2, 21);
    float x0 = fminf(f->from.x, f->to.x), y0 = fminf(f->from.y, f->to.y) - fabsf(p->arc);
    f->way = wish(e, &v, box_grow((struct box){x0, y0, fabsf(f->to.x - f->from.x), fabsf(f->to.y - f->from.y) + 2 * fabsf(p->arc)}, 8));
}

void pipe_arrange(struct node *n, struct env *e) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    struct pipe_face *f = s->face = arena_new(e->layout, struct pipe_face);
    if (!f) return;
    struct box b = n->box;
    f->view = (struct map_view){p->origin, {b.x + b.w / 2, b.y + b.h / 2}, p->height > 0 ? b.h / p->height : 1, b};
    f->start = pipe_at(p, f, p->start);
    f->from = pipe_at(p, f, p->from);
    f->to = pipe_at(p, f, p->to);
    pipe_outlines(p, f, e->layout);
    f->rest[0] = tube_picture(f, e, f->from);
    f->rest[1] = tube_picture(f, e, f->to);
    bake_lines(p, f, e);
    f->edge = disc(e, EDGE_R, INK_DARK);
    for (int k = 0; k < 2; k++) {
        f->knob[k] = knob_picture(e, p->icon, 72, PIPE_KNOB_R, 6, (float)k);
        f->body[k] = disc(e, BODY_R, BODY[k]);
        f->shine[k] = disc(e, SHINE_R, SHINE[k]);
        for (int i = 0; i < PIPE_TILTS; i++) f->joint[k][i] = joint(e, i, SEAM[k]);
    }
    f->halo = ring(e, HALO, GOLD, 4, 0, 0);
    f->from_ring = ring(e, 24, INK_DARK, 6, 4, 13);
    f->to_ring = ring(e, PIPE_GOAL_R, GOLD, 6, 4, 16);
    struct text_style st = {.token = STYLE_LABEL, .ink = INK_SNOW, .align = ALIGN_CENTER};
    chip_make(&f->from_name, e, env_text(e, &p->from_label), st, CHIP_PLATE, 0x06171C9Eu, 460);
    st.token = STYLE_H3;
    chip_make(&f->to_name, e, env_text(e, &p->to_label), st, CHIP_PLATE, 0x06171C9Eu, 460);
    f->label = env_text(e, &p->label);
}

/* ---- draw */
static void show(struct paint *pt, const struct pipe_picture *m) {
    if (m->key) paint_picture(pt, m->key, m->area, 1);
}

static void stamp(struct paint *pt, uint64_t key, struct vec2 at, float r) {
    paint_picture(pt, key, (struct box){at.x - r, at.y - r, 2 * r, 2 * r}, 1);
}

static void draw_tube(struct paint *pt, const struct pipe_face *f, const struct pipe_state *s, struct vec2 end) {
    bool at_rest = s->sag.x == 0 && s->sag.y == 0;
    if (at_rest && hypotf(end.x - f->from.x, end.y - f->from.y) < .5f) show(pt, &f->rest[0]);
    else if (at_rest && hypotf(end.x - f->to.x, end.y - f->to.y) < .5f) show(pt, &f->rest[1]);
    else {
        struct pipe_points t;
        pipe_bend(f, end, s->sag, &t);
        for (int i = 0; i < t.n; i++) stamp(pt, f->edge, t.p[i], EDGE_R + 1);
        for (int i = 0; i < t.n; i++) stamp(pt, f->body[t.inside[i]], t.p[i], BODY_R + 1);
        for (int i = 0; i < t.n; i++)
            stamp(pt, f->shine[t.inside[i]], (struct vec2){t.p[i].x - SHINE_OFF, t.p[i].y - SHINE_OFF}, SHINE_R + 1);
        for (int i = t.n - 1; i >= 0; i -= JOINT) stamp(pt, f->joint[t.inside[i]][tilt_at(&t, i)], t.p[i], EDGE_R);
    }
}

/* The new place: a ring to aim at and its name; both are touched as one. */
static void draw_goal(struct node *n, struct paint *pt, const struct pipe_face *f, bool there) {
    float m = PIPE_GOAL_R + 6, x = f->to.x - f->to_name.w / 2, y = f->to.y + (there ? PIPE_KNOB_R + 22 : PIPE_GOAL_R + 14);
    if (!there) stamp(pt, f->to_ring, f->to, m);
    struct sem_item *it = chip_draw(&f->to_name, pt, n, "goal", there ? SEM_TEXT : SEM_BUTTON, x, y, 1);
    if (!it || there) return;
    float x0 = fminf(x, f->to.x - m), x1 = fmaxf(x + f->to_name.w, f->to.x + m);
    it->hit = (struct box){x0 + pt->ox, f->to.y - m + pt->oy, x1 - x0, y + f->to_name.h - f->to.y + m};
    it->item = PIPE_GOAL;
    it->focusable = true;
    it->state = (n->pressed == PIPE_GOAL ? SEM_PRESSED : 0u) | (n->focused == PIPE_GOAL ? SEM_FOCUSED : 0u);
}

static void draw_end(struct node *n, struct paint *pt, const struct pipe_state *s, struct vec2 end) {
    const struct pipe_face *f = s->face;
    const struct env *e = pt->env;
    float r = PIPE_KNOB_R + PAPER_MARGIN;
    int64_t age = e->now - s->arrived;
    bool pulse = s->where == PIPE_THERE && s->arrived && age < PIPE_PULSE_MS && !e->still;
    float alpha = pulse ? 1 - (float)age / PIPE_PULSE_MS : s->held ? .9f : 0;
    if (alpha > 0) paint_picture(pt, f->halo, (struct box){end.x - HALO - 4, end.y - HALO - 4, 2 * HALO + 8, 2 * HALO + 8}, alpha);
    stamp(pt, f->knob[s->held], end, r);
    struct box b = {end.x - PIPE_KNOB_R, end.y - PIPE_KNOB_R, 2 * PIPE_KNOB_R, 2 * PIPE_KNOB_R};
    struct sem_item *it = paint_item(pt, n, NULL, PIPE_END, SEM_HANDLE, f->label, b, b);
    if (it) it->drags = it->round = true;
}

void pipe_draw(struct node *n, struct paint *pt) {
    const struct pipe_state *s = n->state;
    const struct pipe_face *f = s->face;
    if (!f) return;
    struct vec2 end = pipe_at(node_props(n, pt->env), f, s->end);
    bool there = s->where == PIPE_THERE, home = hypotf(end.x - f->from.x, end.y - f->from.y) < 1;
    if (!home) show(pt, &f->course);
    if (!there) show(pt, &f->way);
    if (!home) stamp(pt, f->from_ring, f->from, 30);
    draw_tube(pt, f, s, end);
    float y = home ? f->from.y + PIPE_KNOB_R + 22 : f->from.y + 34;
    chip_draw(&f->from_name, pt, n, "from", SEM_TEXT, f->from.x - f->from_name.w / 2, y, 1);
    draw_goal(n, pt, f, there);
    draw_end(n, pt, s, end);
}
