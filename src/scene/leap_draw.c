/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leap_draw.c - what the leap looks like: pictures made while arranging, and the drawing of each moment. */
#include <draw/paper.h>
#include <scene/leap_look.h>
#include <scene/track.h>
#include <string.h>

#define GOLD 0xF2A93BFFu
#define SNOW 0xF4F8F6FFu
#define DARK 0x06171CFFu
#define RING_R 58.0f
#define WIDE_R 80.0f
#define DISC_R 22.0f
#define ARROW_W 96.0f
#define BAR_H 12.0f
#define EDGE 24.0f          /* chips keep this far from the canvas' edge */

/* The stage in canvas units. */
struct ground { float zero, y, line, ppm; };
static struct ground ground_of(const struct leap_props *p, const struct env *e) {
    return (struct ground){e->stage.x + p->zero_x, e->stage.y + p->ground_y, e->stage.y + p->line_y, p->unit_px};
}
static float unit(const struct challenger *c, const struct ground *g) { return g->ppm / (100 * c->units_per_cm); }
static float mark_x(const struct ground *g, float d) { return g->zero + d * g->ppm; }
static float body_x(const struct challenger *c, const struct ground *g, float x) {
    return g->zero + (c->anchor_unit - c->start_unit) * unit(c, g) + x * g->ppm;
}
static struct box frame_box(const struct challenger *c, const struct ground *g, float x, float lift) {
    float k = unit(c, g);
    return (struct box){body_x(c, g, x) - c->anchor_unit * k, g->y - c->ground_unit * k - lift * g->ppm, c->view.x * k, c->view.y * k};
}
static struct vec2 handle_at(const struct challenger *c, const struct ground *g) {
    struct box b = frame_box(c, g, 0, 0);
    bool own = c->handle.x != 0 || c->handle.y != 0;
    float k = unit(c, g), x = own ? c->handle.x : c->anchor_unit;
    float y = own ? c->handle.y : c->ground_unit - (c->mid.n ? c->mid.v[0] * .75f : 40) * c->units_per_cm;
    return (struct vec2){b.x + x * k, b.y + y * k};
}
/* The body without tail and ears, for the finger. */
static struct box body_box(const struct challenger *c, const struct ground *g, float x) {
    float reach = .85f * g->ppm * fminf(1, c->view.x / c->units_per_cm / 280), mid = body_x(c, g, x);
    float h = fmaxf(81, .8f * g->ppm * fminf(1, c->view.y / c->units_per_cm / 120));
    return (struct box){mid - reach, g->y - h, 2 * reach, h + 16};
}

/* ---- arrange */
static uint64_t round_picture(struct env *e, float r, rgba fill, rgba rim, float width) {
    struct vec v;
    vec_begin(&v, e->layout);
    float m = r + width / 2 + 2;
    vec_circle(&v, m, m, r);
    if (fill & 255u) vec_keep(&v), vec_fill(&v, fill);
    vec_stroke(&v, rim, width, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, 2 * m, 2 * m}, false);
}
static void paint_round(struct paint *p, uint64_t key, struct vec2 c, float r, float width, float alpha) {
    float m = r + width / 2 + 2;
    paint_picture(p, key, (struct box){c.x - m, c.y - m, 2 * m, 2 * m}, alpha);
}

static uint64_t shadow_picture(struct env *e, float w) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_ellipse(&v, w / 2, 14, w / 2 - 8, 9);
    vec_fill(&v, 0x4F7A86FFu);
    vec_shadow_end(&v, 0, 0, 4, 0x4F7A86FFu);
    return env_vec(e, &v, (struct box){0, 0, w, 28}, false);
}

/* The open end of a reported value: dashes and a head that point on. */
static uint64_t arrow_picture(struct env *e, rgba c) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, 36, 20);
    vec_line(&v, 71, 20);
    vec_stroke(&v, c, BAR_H - 2, 8, 18);
    vec_move(&v, ARROW_W - 20, 6);
    vec_line(&v, ARROW_W - 5, 20);
    vec_line(&v, ARROW_W - 20, 34);
    vec_stroke(&v, c, 8, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, ARROW_W, 40}, false);
}

static void wish_challenger(struct leap_look *l, int i, const struct challenger *c, const struct leap_props *p, struct env *e) {
    struct ground g = ground_of(p, e);
    struct box b = frame_box(c, &g, 0, 0);
    struct vec2 size;
    for (int f = 0; f < c->files.n && f < LEAP_FRAMES; f++)
        l->frame[i][f] = env_asset(e, c->files.v[f], b.w, b.h, false, p->mod, c->tint, &size);
    l->shadow_w[i] = fmaxf(60, b.w * .46f);
    l->shadow[i] = shadow_picture(e, l->shadow_w[i]);
    l->disc[i] = round_picture(e, DISC_R, c->mark, 0xFFFFFFFFu, 6);
    l->arrow[i] = c->open ? arrow_picture(e, c->mark) : 0;
}

/* A text of the element with {label}, {distance} and {record}: the full leap as the register qualifies it. */
static const char *result_text(const struct leap_props *p, const struct challenger *c, struct leap_done done, const struct env *e) {
    struct msg_env m = e->msg;
    struct msg_arg *args = arena_array(e->layout, struct msg_arg, m.nargs + 3);
    if (!args) return "";
    const struct text_ref qualified = {.easy = c->qualified};
    const char *metres = message_number(e->layout, &e->msg, (double)done.d, done.record ? c->decimals : 1, "m");
    args[0] = (struct msg_arg){.name = "label", .word = message_text(e->layout, &e->msg, &c->label, e->more)};
    args[1] = (struct msg_arg){.name = "distance", .word = metres};
    args[2] = (struct msg_arg){.name = "record", .word = c->qualified ? message_text(e->layout, &e->msg, &qualified, false) : metres};
    if (m.nargs) memcpy(args + 3, m.args, sizeof *args * (size_t)m.nargs);
    m.args = args;
    m.nargs += 3;
    return message_text(e->layout, &m, done.record ? &p->record : &p->result, e->more);
}

static void make_chip(struct leap_look *l, int i, const struct leap_props *p, const struct leap_state *s, struct env *e) {
    const struct challenger *c = leap_who(p, i);
    bool now = i == s->who && ink_contrast(c->mark, DARK) >= 4.5f;
    rgba fill = now ? DARK : c->mark;
    struct text_style st = {.token = STYLE_BUTTON, .ink = now ? c->mark : ink_on(c->mark), .align = ALIGN_CENTER};
    chip_make(&l->chip[i], e, result_text(p, c, s->done[i], e), st, CHIP_PILL, fill, fminf(860, e->w - 2 * EDGE));
}

static bool overlaps(const struct leap_look *l, int a, int b, float gap) {
    return l->chip_at[a].x < l->chip_at[b].x + l->chip[b].w + gap && l->chip_at[b].x < l->chip_at[a].x + l->chip[a].w + gap &&
           l->chip_at[a].y < l->chip_at[b].y + l->chip[b].h + gap && l->chip_at[b].y < l->chip_at[a].y + l->chip[a].h + gap;
}

/* The chip that is placed next: above the ruler the longest leap is highest, below it lowest, so that no pole (each stands
 * at its chip's right end) runs through another chip. */
static int next_chip(const struct leap_look *l, const struct leap_props *p, const struct leap_state *s, const bool *placed) {
    int best = -1;
    for (int i = 0; i < p->challengers.n; i++) {
        if (placed[i] || l->chip[i].w <= 0) continue;
        bool longer = best >= 0 && s->done[i].d > s->done[best].d;
        if (best < 0 || longer == (p->chip_rise >= 0)) best = i;
    }
    return best;
}

/* Large text makes many rows: all go up together rather than over the ruler. */
static void lift_chips(struct leap_look *l, float foot) {
    float over = 0;
    for (int i = 0; i < LEAP_MAX; i++)
        if (l->chip[i].w > 0) over = fmaxf(over, l->chip_at[i].y + l->chip[i].h - foot);
    for (int i = 0; i < LEAP_MAX; i++) l->chip_at[i].y -= over;
}

static void place_chips(struct leap_look *l, const struct leap_props *p, const struct leap_state *s, const struct env *e) {
    struct ground g = ground_of(p, e);
    bool placed[LEAP_MAX] = {0};
    float longest = .01f;
    for (int i = 0; i < p->challengers.n; i++) longest = fmaxf(longest, leap_who(p, i)->full);
    for (int i; (i = next_chip(l, p, s, placed)) >= 0; placed[i] = true) {
        struct chip *c = &l->chip[i];
        float x = clampf(mark_x(&g, s->done[i].d) + 2 - c->w, EDGE, fmaxf(EDGE, e->w - EDGE - c->w));
        float high = p->chip_rise * (.6f + .4f * s->done[i].d / longest);    /* a longer leap has a taller flag */
        l->chip_at[i] = (struct vec2){x, g.y - high - c->h / 2};
        for (int j = 0; j < p->challengers.n; j++)
            if (placed[j] && overlaps(l, i, j, 10)) {
                l->chip_at[i].y = l->chip_at[j].y + l->chip[j].h + 12;
                j = -1;    /* the new place may meet another */
            }
    }
    if (p->chip_rise >= 0) lift_chips(l, g.y - 30);
}

static void wish_signs(struct leap_look *l, struct env *e) {
    l->dot = round_picture(e, 2.5f, GOLD, GOLD, 3);
    l->ring = round_picture(e, RING_R, rgba_alpha(GOLD, .28f), GOLD, 6);
    l->ring_wide = round_picture(e, WIDE_R, 0, rgba_alpha(GOLD, .8f), 4);
    l->aim = round_picture(e, 15, SNOW, GOLD, 6);
    for (int i = 0; i < 3; i++) l->flake[i] = round_picture(e, 2.5f + 1.6f * (float)i, 0xFFFFFFFFu, 0xFFFFFFFFu, 1);
}

static void wish_metres(struct leap_look *l, const struct leap_props *p, struct env *e) {
    struct para widest;
    float w = 120;
    struct text_style st = {.token = STYLE_BUTTON, .ink = GOLD};
    for (int i = 0; i < p->challengers.n; i++) {
        const char *t = message_number(e->layout, &e->msg, (double)floorf(leap_who(p, i)->full) + .88, 1, "m");
        if (safe_para(e, t, st, 600, &widest)) w = fmaxf(w, para_w(&widest, e) + 56);
    }
    l->metres_w = w;
    struct vec v;
    vec_begin(&v, e->layout);
    struct box b = {0, 0, w, 44 * style_growth(STYLE_BUTTON, e->text_scale) + 16};
    paper_pill(&v, b, DARK);
    l->metres = env_vec(e, &v, box_grow(b, PAPER_MARGIN), false);
}

void leap_arrange(struct node *n, struct env *e) {
    const struct leap_props *p = node_props(n, e);
    struct leap_state *s = n->state;
    struct leap_look *l = s->look = arena_new(e->layout, struct leap_look);
    if (!l) return;
    l->handle_label = env_text(e, &p->pull_label);
    l->alt = node_common(n, e)->alt.easy ? env_text(e, &node_common(n, e)->alt) : NULL;
    wish_signs(l, e);
    wish_metres(l, p, e);
    for (int i = 0; i < p->challengers.n; i++) {
        wish_challenger(l, i, leap_who(p, i), p, e);
        if (s->done[i].d > 0) make_chip(l, i, p, s, e);
    }
    place_chips(l, p, s, e);
}

/* ---- draw */
struct view {
    struct paint *pt;
    struct node *n;
    const struct leap_props *p;
    const struct leap_state *s;
    const struct leap_look *l;
    const struct challenger *c;
    struct ground g;
    struct leap_plan plan;
};

static void draw_body(const struct view *v, struct leap_pose pose, float alpha) {
    paint_picture(v->pt, v->l->frame[v->s->who][pose.frame], frame_box(v->c, &v->g, pose.x, pose.lift), alpha);
}

static void draw_shadow(const struct view *v, struct leap_pose pose) {
    float w = v->l->shadow_w[v->s->who], high = v->c->apex > 0 ? clampf((pose.mid - v->plan.h0) / v->c->apex, 0, 1) : 0;
    float x = body_x(v->c, &v->g, pose.x);
    paint_picture(v->pt, v->l->shadow[v->s->who], (struct box){x - w / 2, v->g.y - 12, w, 28}, .5f - .3f * high);
}

/* Gold dots along the arc of the body's middle, one every 21 units, from its start to u. */
static void draw_arc(const struct view *v, float u_end, float alpha) {
    float left = 0, middle = v->c->mid.n ? 0 : v->c->ground_unit / 2 * unit(v->c, &v->g);
    struct vec2 last = {0, 0};
    for (int i = 0; i <= 240; i++) {
        struct vec2 m = leap_arc(&v->plan, u_end * (float)i / 240);
        struct vec2 at = {body_x(v->c, &v->g, m.x), v->g.y - middle - m.y * v->g.ppm};
        if (i) left -= sqrtf((at.x - last.x) * (at.x - last.x) + (at.y - last.y) * (at.y - last.y));
        last = at;
        if (left > 0) continue;
        left += 21;
        paint_round(v->pt, v->l->dot, at, 2.5f, 3, alpha);
    }
}

/* Poses that have been passed stay as ghosts, so far apart that each can be read. */
static void draw_ghosts(const struct view *v, float u, float x) {
    float gap = .60f * v->c->view.x / v->c->units_per_cm / 100, last = -INFINITY;
    for (int f = v->c->body.air0; f <= v->c->body.air1; f++) {
        struct leap_pose k = leap_key_pose(&v->plan, f);
        if (v->c->body.n == 1 || k.x > x - .6f * gap || k.x < last + gap) continue;
        draw_body(v, k, .3f);
        last = k.x;
    }
    for (int i = 1; v->c->body.n == 1 && i < 4; i++)
        if ((float)i / 4 < u - .06f) {
            struct vec2 m = leap_arc(&v->plan, (float)i / 4);
            draw_body(v, (struct leap_pose){.frame = 0, .x = m.x, .lift = m.y}, .3f);
        }
}

/* Snow thrown up at x, age in ms. */
static void draw_puff(const struct view *v, float x, float age, int count) {
    if (age < 0 || age >= LEAP_PUFF_MS || v->pt->env->still) return;
    uint32_t rng = 77;
    float t = age / 1000, k = v->g.ppm / 222, fade = 1 - age / LEAP_PUFF_MS;
    for (int i = 0; i < count; i++) {
        float side = (float)rng_next(&rng) * 2 - 1, up = (float)rng_next(&rng), start = (float)rng_next(&rng) - .5f;
        float fx = x + (start * 60 + side * 210 * t) * k, fy = v->g.y - (80 + 240 * up) * t * k + 620 * t * t * k;
        if (fy < v->g.y + 10) paint_round(v->pt, v->l->flake[i % 3], (struct vec2){fx, fy}, 2.5f + 1.6f * (float)(i % 3), 1, fade);
    }
}

static void draw_pole(const struct view *v, int i) {
    const struct leap_done *d = &v->s->done[i];
    const struct chip *c = &v->l->chip[i];
    if (d->d <= 0) return;
    float x = mark_x(&v->g, d->d), top = v->l->chip_at[i].y;
    rgba mark = leap_who(v->p, i)->mark;
    if (c->w > 0 && top < v->g.y) paint_fill(v->pt, (struct box){x - 2, top + c->h / 2, 4, v->g.line - top - c->h / 2}, mark);
    else if (c->w > 0) paint_fill(v->pt, (struct box){x - 2, v->g.line, 4, top + c->h / 2 - v->g.line}, mark);
}

static void draw_discs(const struct view *v) {
    for (int i = 0; i < v->p->challengers.n; i++)
        if (v->s->done[i].d > 0)
            paint_round(v->pt, v->l->disc[i], (struct vec2){mark_x(&v->g, v->s->done[i].d), v->g.line}, DISC_R, 6, 1);
}

static void draw_chips(const struct view *v) {
    for (int i = 0; i < v->p->challengers.n; i++)
        if (v->s->done[i].d > 0)
            chip_draw(&v->l->chip[i], v->pt, v->n, leap_who(v->p, i)->id, SEM_TEXT, v->l->chip_at[i].x, v->l->chip_at[i].y, 1);
}

/* The bar of the last leap along the ruler; the end of a value that is only a lower bound stays open. */
static void draw_bar(const struct view *v) {
    const struct leap_state *s = v->s;
    if (s->mode != LEAP_LANDED || s->done[s->who].d <= 0) return;
    float grown = v->pt->env->still ? 1 : ease(EASE_OUT, clampf(leap_ms(s, v->pt->env) / 450, 0, 1));
    float end = mark_x(&v->g, s->d * grown);
    paint_fill(v->pt, (struct box){v->g.zero, v->g.line - BAR_H / 2, end - v->g.zero, BAR_H}, v->c->mark);
    if (v->c->open && s->record && grown >= 1)
        paint_picture(v->pt, v->l->arrow[s->who], (struct box){end, v->g.line - 20, ARROW_W, 40}, 1);
}

/* The ring to pull at: it breathes while nobody pulls. */
static void draw_ring(const struct view *v, float dim) {
    struct env *e = v->pt->env;
    struct vec2 h = handle_at(v->c, &v->g), at = {h.x + v->s->pull.x, h.y + v->s->pull.y};
    bool moving;
    float beat = v->s->mode == LEAP_PULL ? 1 : .6f - .4f * cosf((float)env_ambient(e, &moving) * 6.2832f / 2.4f);
    float len = sqrtf(v->s->pull.x * v->s->pull.x + v->s->pull.y * v->s->pull.y);
    for (float d = 14; d < len - RING_R; d += 21)
        paint_round(v->pt, v->l->dot, (struct vec2){h.x + v->s->pull.x * d / len, h.y + v->s->pull.y * d / len}, 2.5f, 3, 1);
    paint_round(v->pt, v->l->ring_wide, at, WIDE_R, 4, beat * dim);
    paint_round(v->pt, v->l->ring, at, RING_R, 6, dim);
}

static void draw_metres(const struct view *v) {
    struct env *e = v->pt->env;
    bool record;
    float d = leap_metres(v->c, v->s->share, &record), w = v->l->metres_w, h = 44 * style_growth(STYLE_BUTTON, e->text_scale) + 16;
    struct para *para = arena_new(e->frame, struct para);
    struct text_style st = {.token = STYLE_BUTTON, .ink = GOLD};
    const char *t = message_number(e->frame, &e->msg, (double)d, record ? v->c->decimals : 1, "m");
    if (!para || !frame_para(e, t, st, w, para)) return;
    float x = clampf(mark_x(&v->g, d) - w / 2, EDGE, e->w - EDGE - w), y = v->g.line - 60 - h;
    paint_picture(v->pt, v->l->metres, box_grow((struct box){x, y, w, h}, PAPER_MARGIN), 1);
    paint_para(v->pt, v->n, "metres", SEM_TEXT, para, x + (w - para_w(para, e)) / 2 - para_left(para, e),
               y + (h - para_h(para, e)) / 2, 1);
}

/* Standing, crouching under the pull, or creeping back. */
static void draw_waiting(struct view *v) {
    bool record, crouch = v->s->share > .08f && v->c->body.air0 >= 2;
    struct leap_pose pose = {.frame = crouch ? 1 : 0};
    pose.mid = v->c->body.mid ? v->c->body.mid[pose.frame] / 100 : 0;
    draw_shadow(v, pose);
    if (v->s->mode == LEAP_PULL && v->s->share * v->p->pull_px >= LEAP_MIN_PULL) {
        leap_plan_make(&v->plan, &v->c->body, leap_metres(v->c, v->s->share, &record));
        draw_arc(v, 1, .95f);
        paint_round(v->pt, v->l->aim, (struct vec2){mark_x(&v->g, v->plan.d), v->g.line}, 15, 6, 1);
    }
    draw_body(v, pose, 1);
}

/* Reduced motion: six poses, lit in turn. */
static void draw_steps(const struct view *v, float ms) {
    int now = (int)(ms / LEAP_POSE_MS);
    if (now >= LEAP_POSES) now = LEAP_POSES - 1;
    draw_arc(v, 1, .8f);
    for (int i = 0; i < LEAP_POSES; i++) {
        float u = (float)i / (LEAP_POSES - 1);
        float t = i == 0 ? 0 : i == LEAP_POSES - 1 ? v->plan.end : v->plan.t0 + v->plan.air * u;
        if (i != now) draw_body(v, leap_pose_at(&v->plan, t), .3f);
    }
    float u = (float)now / (LEAP_POSES - 1), t = now == 0 ? 0 : now == LEAP_POSES - 1 ? v->plan.end : v->plan.t0 + v->plan.air * u;
    draw_body(v, leap_pose_at(&v->plan, t), 1);
}

static void draw_leaping(const struct view *v, float ms) {
    const struct leap_plan *p = &v->plan;
    struct leap_pose pose = leap_pose_at(p, ms);
    if (v->pt->env->still && v->s->mode == LEAP_FLY) {
        draw_steps(v, leap_ms(v->s, v->pt->env));
        return;
    }
    draw_ghosts(v, pose.u, pose.x);
    draw_arc(v, pose.u, .8f);
    draw_shadow(v, pose);
    draw_puff(v, body_x(v->c, &v->g, p->x0) - .7f * v->g.ppm, ms - p->t0, 12);
    draw_body(v, pose, 1);
    draw_puff(v, mark_x(&v->g, p->d), ms - p->t0 - p->air, 20);
}

/* What can be touched: the whole animal and, above it, the ring. Nothing in the air. */
static void touchables(const struct view *v) {
    const struct leap_state *s = v->s;
    if (s->mode == LEAP_FLY) return;
    struct vec2 h = handle_at(v->c, &v->g);
    struct box ring = {h.x - RING_R, h.y - RING_R, 2 * RING_R, 2 * RING_R};
    struct box body = body_box(v->c, &v->g, s->mode == LEAP_LANDED ? s->d : 0);
    struct sem_item *it = paint_item(v->pt, v->n, "animal", 1, SEM_HANDLE, v->l->handle_label, body, body);
    if (it) it->focusable = false, it->drags = true;
    it = paint_item(v->pt, v->n, "pull", 0, SEM_HANDLE, v->l->handle_label, ring, ring);
    if (it) it->round = it->drags = true;
    if (s->mode == LEAP_PULL) return;
    if (v->n->focused == 0) paint_round(v->pt, v->l->ring_wide, h, WIDE_R, 4, 1);
}

void leap_draw(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    struct leap_state shown = *(const struct leap_state *)n->state;
    struct view v = {.pt = pt, .n = n, .p = node_props(n, e), .s = &shown, .l = shown.look};
    if (shown.mode == LEAP_CREEP) {
        float back = 1 - ease(EASE_OUT, clampf(leap_ms(&shown, e) / LEAP_CREEP_MS, 0, 1));
        shown.pull = (struct vec2){shown.pull.x * back, shown.pull.y * back};
        shown.share *= back;
    }
    v.c = leap_who(v.p, v.s->who);
    if (!v.l || !v.c) return;
    v.g = ground_of(v.p, e);
    bool leapt = v.s->mode == LEAP_FLY || v.s->mode == LEAP_LANDED;
    leap_plan_make(&v.plan, &v.c->body, leapt ? v.s->d : v.c->full);
    if (v.l->alt) paint_item(pt, n, NULL, -2, SEM_PICTURE, v.l->alt, frame_box(v.c, &v.g, 0, 0), (struct box){0, 0, 0, 0});
    draw_bar(&v);
    for (int i = 0; i < v.p->challengers.n; i++) draw_pole(&v, i);
    if (v.s->mode == LEAP_FLY) draw_chips(&v);    /* who flies passes before them */
    if (leapt) draw_leaping(&v, v.s->mode == LEAP_FLY ? leap_ms(v.s, e) : v.plan.end + leap_ms(v.s, e));
    else draw_waiting(&v);
    draw_discs(&v);
    if (v.s->mode != LEAP_FLY) draw_chips(&v);
    if (v.s->mode == LEAP_PULL) draw_metres(&v);
    if (v.s->mode != LEAP_FLY) draw_ring(&v, v.s->mode == LEAP_LANDED ? .45f : 1);
    touchables(&v);
}
