/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leap_draw.c - what the leap looks like at each moment. */
#include <draw/paper.h>
#include <scene/leap_look.h>
#include <scene/track.h>

#define GOLD 0xF2A93BFFu

/* One lane, as it is drawn. */
struct view {
    struct paint *pt;
    struct node *n;
    const struct leap_props *p;
    const struct leap_state *s;
    const struct leap_look *l;
    const struct challenger *c;
    int lane;
    struct leap_lane now;       /* what the lane shows */
    struct leap_ground g;
    struct leap_plan plan;
};

static struct vec2 handle_at(const struct view *v) {
    const struct challenger *c = v->c;
    const struct leap_ground *g = &v->g;
    struct box b = leap_frame(c, g, 0, 0);
    bool own = c->handle.x != 0 || c->handle.y != 0;
    float k = leap_unit(c, g), x = own ? c->handle.x : c->anchor_unit;
    float y = own ? c->handle.y : c->ground_unit - (c->mid.n ? c->mid.v[0] * .75f : 40) * c->units_per_cm;
    return (struct vec2){b.x + x * k + (float)v->lane * LEAP_ASIDE, b.y + y * k};
}
/* The body without tail and ears, for the finger, where it stands x m ahead on a ground that is lift m high. Its back is a third
 * higher than its middle. */
static struct box body_box(const struct challenger *c, const struct leap_ground *g, float x, float lift) {
    float reach = .85f * g->ppm * fminf(1, c->view.x / c->units_per_cm / 280), mid = leap_body_x(c, g, x);
    float back = c->mid.n ? 1.35f * c->mid.v[0] / 100 : .8f * fminf(1, c->view.y / c->units_per_cm / 120), h = fmaxf(81, back * g->ppm);
    return (struct box){mid - reach, g->y - lift * g->ppm - h, 2 * reach, h + 16};
}
static int mark_of(const struct view *v) { return v->s->two ? v->lane : v->s->who; }

static void draw_body(const struct view *v, struct leap_pose pose, float alpha) {
    paint_picture(v->pt, v->l->frame[v->s->who][pose.frame], leap_frame(v->c, &v->g, pose.x, pose.lift), alpha);
}

static void draw_shadow(const struct view *v, struct leap_pose pose) {
    float w = v->l->shadow_w[v->s->who], high = v->c->apex > 0 ? clampf((pose.mid - v->plan.h0 - (pose.u >= 1 ? v->plan.foot : 0)) / v->c->apex, 0, 1) : 0;
    float x = leap_body_x(v->c, &v->g, pose.x);
    float y = v->g.y - (pose.u >= 1 ? v->plan.foot * v->g.ppm : 0);
    paint_picture(v->pt, v->l->shadow[v->s->who], (struct box){x - w / 2, y - 12, w, 28}, .5f - .3f * high);
}

/* Gold dots along the arc of the body's middle, one every 21 units, from its start to u. */
static void draw_arc(const struct view *v, float u_end, float alpha) {
    float left = 0, middle = v->c->mid.n ? 0 : v->c->ground_unit / 2 * leap_unit(v->c, &v->g);
    struct vec2 last = {0, 0};
    for (int i = 0; i <= 240; i++) {
        struct vec2 m = leap_arc(&v->plan, u_end * (float)i / 240);
        struct vec2 at = {leap_body_x(v->c, &v->g, m.x), v->g.y - middle - m.y * v->g.ppm};
        if (i) left -= sqrtf((at.x - last.x) * (at.x - last.x) + (at.y - last.y) * (at.y - last.y));
        last = at;
        if (left > 0) continue;
        left += 21;
        if (v->g.up && at.x > v->g.pole - LEAP_LABELS && at.x < v->g.pole && at.y > leap_at(&v->g, leap_full(v->c, v->pt->env)).y) continue;
        leap_paint_round(v->pt, v->l->dot, at, 2.5f, 3, alpha);
    }
}

/* Poses that have been passed stay as ghosts, so far apart that each can be read: along the ruler, or up while it rises. */
static void draw_ghosts(const struct view *v, struct leap_pose now) {
    float gap = .60f * v->c->view.x / v->c->units_per_cm / 100, last = -INFINITY;
    for (int f = v->c->body.air0; f <= v->c->body.air1; f++) {
        struct leap_pose k = leap_key_pose(&v->plan, f);
        float at = v->g.up ? k.mid / .6f : k.x, here = v->g.up ? now.mid / .6f : now.x;
        if (v->c->body.n == 1 || k.u > now.u || at > here - .6f * gap || at < last + gap) continue;
        draw_body(v, k, .3f);
        last = at;
    }
    for (int i = 1; v->c->body.n == 1 && !v->g.up && i < 4; i++)
        if ((float)i / 4 < now.u - .06f) {
            struct vec2 m = leap_arc(&v->plan, (float)i / 4);
            draw_body(v, (struct leap_pose){.frame = 0, .x = m.x, .lift = m.y}, .3f);
        }
}

/* Snow thrown up at a place, age in ms. */
static void draw_puff(const struct view *v, float x, float y, float age, int count) {
    if (age < 0 || age >= LEAP_PUFF_MS || v->pt->env->still) return;
    uint32_t rng = 77;
    float t = age / 1000, k = v->g.ppm / 222, fade = 1 - age / LEAP_PUFF_MS;
    for (int i = 0; i < count; i++) {
        float side = (float)rng_next(&rng) * 2 - 1, up = (float)rng_next(&rng), start = (float)rng_next(&rng) - .5f;
        float fx = x + (start * 60 + side * 210 * t) * k, fy = y - (80 + 240 * up) * t * k + 620 * t * t * k;
        if (fy < y + 10) leap_paint_round(v->pt, v->l->flake[i % 3], (struct vec2){fx, fy}, 2.5f + 1.6f * (float)(i % 3), 1, fade);
    }
}

/* From a mark to its chip: a pole at the chip's right end, or beside the upright pole an elbow. */
static void draw_pole(const struct view *v, int i) {
    const struct chip *c = &v->l->chip[i];
    struct vec2 at = leap_at(&v->g, leap_mark(v->s, i).d), chip = v->l->chip_at[i];
    float mid = chip.y + c->h / 2;
    rgba mark = leap_mark_color(v->p, v->s, i);
    if (leap_mark(v->s, i).d <= 0 || c->w <= 0) return;
    if (v->g.up) {
        float x = at.x + LEAP_DISC_R + 8;
        paint_fill(v->pt, (struct box){at.x, at.y - 2, x - at.x + 2, 4}, mark);
        paint_fill(v->pt, (struct box){x - 2, fminf(mid, at.y) - 2, 4, fabsf(mid - at.y) + 4}, mark);
        paint_fill(v->pt, (struct box){x - 2, mid - 2, chip.x + 20 - x, 4}, mark);
    } else if (chip.y < v->g.y) paint_fill(v->pt, (struct box){at.x - 2, mid, 4, v->g.line - mid}, mark);
    else paint_fill(v->pt, (struct box){at.x - 2, v->g.line, 4, mid - v->g.line}, mark);
}

/* Where two landed side by side, the second mark stands above the first. */
static void draw_discs(const struct view *v) {
    for (int i = 0; i < leap_marks(v->p, v->s); i++) {
        struct leap_done d = leap_mark(v->s, i);
        struct vec2 at = leap_at(&v->g, d.d);
        if (d.d <= 0) continue;
        if (v->s->two && i && leap_mark(v->s, 0).d > 0 && fabsf(leap_mark(v->s, 0).d - d.d) * v->g.ppm < 2 * LEAP_DISC_R) at.y -= 2 * LEAP_DISC_R + 6;
        leap_paint_round(v->pt, v->l->disc[i], at, LEAP_DISC_R, 6, 1);
    }
}

static void draw_chips(const struct view *v) {
    for (int i = 0; i < leap_marks(v->p, v->s); i++)
        if (leap_mark(v->s, i).d > 0)
            chip_draw(&v->l->chip[i], v->pt, v->n, v->s->two ? arena_printf(v->pt->env->frame, "player-%d", i + 1) : leap_who(v->p, i)->id, SEM_TEXT,
                      v->l->chip_at[i].x, v->l->chip_at[i].y, 1);
}

/* The bar of the last leap along the ruler; the end of a value that is only a lower bound stays open. */
static void draw_bar(const struct view *v) {
    int i = mark_of(v);
    if (v->now.mode != LEAP_LANDED || leap_mark(v->s, i).d <= 0) return;
    float grown = v->pt->env->still ? 1 : ease(EASE_OUT, clampf(leap_ms(&v->now, v->pt->env) / 450, 0, 1));
    struct vec2 end = leap_at(&v->g, v->now.d * grown);
    struct box bar = v->g.up ? (struct box){end.x - LEAP_BAR / 2, end.y, LEAP_BAR, v->g.y - end.y}
                             : (struct box){v->g.zero, v->g.line - LEAP_BAR / 2, end.x - v->g.zero, LEAP_BAR};
    paint_fill(v->pt, bar, leap_mark_color(v->p, v->s, i));
    if (!v->c->open || !v->now.record || grown < 1) return;
    struct box arrow = v->g.up ? (struct box){end.x - 20, end.y - LEAP_ARROW, 40, LEAP_ARROW} : (struct box){end.x, v->g.line - 20, LEAP_ARROW, 40};
    paint_picture(v->pt, v->l->arrow[i], arrow, 1);
}

/* The ring to pull at: it breathes while nobody pulls. */
static void draw_ring(const struct view *v, float dim) {
    struct env *e = v->pt->env;
    struct vec2 h = handle_at(v), at = {h.x + v->now.pull.x, h.y + v->now.pull.y};
    bool moving;
    float beat = v->now.mode == LEAP_PULL ? 1 : .6f - .4f * cosf((float)env_ambient(e, &moving) * 6.2832f / 2.4f);
    float len = sqrtf(v->now.pull.x * v->now.pull.x + v->now.pull.y * v->now.pull.y);
    for (float d = 14; d < len - LEAP_RING_R; d += 21)
        leap_paint_round(v->pt, v->l->dot, (struct vec2){h.x + v->now.pull.x * d / len, h.y + v->now.pull.y * d / len}, 2.5f, 3, 1);
    leap_paint_round(v->pt, v->l->ring_wide[v->lane], at, LEAP_WIDE_R, 4, beat * dim);
    leap_paint_round(v->pt, v->l->ring[v->lane], at, LEAP_RING_R, 6, dim);
    if (v->s->two) leap_paint_round(v->pt, v->l->disc[v->lane], at, LEAP_DISC_R, 6, dim);
}

static void draw_metres(const struct view *v) {
    struct env *e = v->pt->env;
    bool record;
    float d = leap_metres(v->c, v->pt->env, v->now.share, &record), w = v->l->metres_w, h = 44 * style_growth(STYLE_BUTTON, e->text_scale) + 16;
    struct para *para = arena_new(e->frame, struct para);
    struct text_style st = {.token = STYLE_BUTTON, .ink = GOLD};
    const char *t = message_number(e->frame, &e->msg, (double)d, record ? v->c->decimals : 1, "m");
    if (!para || !frame_para(e, t, st, w, para)) return;
    struct vec2 at = leap_at(&v->g, d);
    float x = clampf(at.x - w / 2, LEAP_EDGE, e->w - LEAP_EDGE - w), y = v->g.line - 60 - h;
    if (v->g.up) x = at.x - LEAP_CHIP_AT - w, y = at.y - h / 2;
    paint_picture(v->pt, v->l->metres, box_grow((struct box){x, y, w, h}, PAPER_MARGIN), 1);
    paint_para(v->pt, v->n, "metres", SEM_TEXT, para, x + (w - para_w(para, e)) / 2 - para_left(para, e),
               y + (h - para_h(para, e)) / 2, 1);
}

/* Standing, crouching under the pull, or creeping back. */
static void draw_waiting(struct view *v) {
    bool record, crouch = v->now.share > .08f && v->c->body.air0 >= 2;
    struct leap_pose pose = {.frame = crouch ? 1 : 0};
    pose.mid = v->c->body.mid ? v->c->body.mid[pose.frame] / 100 : 0;
    draw_shadow(v, pose);
    if (v->now.mode == LEAP_PULL && v->now.share * v->p->pull_px >= LEAP_MIN_PULL) {
        leap_plan(&v->plan, v->c, v->pt->env, leap_metres(v->c, v->pt->env, v->now.share, &record));
        draw_arc(v, 1, .95f);
        leap_paint_round(v->pt, v->l->aim, leap_at(&v->g, v->plan.d), 15, 6, 1);
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
    if (v->pt->env->still && v->now.mode == LEAP_FLY) {
        draw_steps(v, leap_ms(&v->now, v->pt->env));
        return;
    }
    draw_ghosts(v, pose);
    draw_arc(v, pose.u, .8f);
    draw_shadow(v, pose);
    draw_puff(v, leap_body_x(v->c, &v->g, p->x0) - .7f * v->g.ppm, v->g.y, ms - p->t0, 12);
    draw_body(v, pose, 1);
    draw_puff(v, v->g.up ? leap_body_x(v->c, &v->g, p->way) : leap_at(&v->g, p->d).x, v->g.y - p->foot * v->g.ppm, ms - p->t0 - p->air, 20);
}

/* What can be touched: the whole animal and, above it, the ring. Nothing in the air. */
static void touchables(const struct view *v) {
    if (v->now.mode == LEAP_FLY) return;
    static const char *const parts[LEAP_LANES][2] = {{"animal", "pull"}, {"animal-2", "pull-2"}};
    struct vec2 h = handle_at(v);
    struct box ring = {h.x - LEAP_RING_R, h.y - LEAP_RING_R, 2 * LEAP_RING_R, 2 * LEAP_RING_R};
    bool landed = v->now.mode == LEAP_LANDED;
    struct box body = body_box(v->c, &v->g, landed ? v->plan.way : 0, landed ? v->plan.foot : 0);
    const char *label = v->l->handle_label[v->lane];
    int item = 2 * v->lane;
    struct sem_item *it = paint_item(v->pt, v->n, parts[v->lane][0], item + 1, SEM_HANDLE, label, body, body);
    if (it) it->focusable = false, it->drags = true;
    it = paint_item(v->pt, v->n, parts[v->lane][1], item, SEM_HANDLE, label, ring, ring);
    if (it) it->round = it->drags = true;
    if (v->now.mode != LEAP_PULL && v->n->focused == item) leap_paint_round(v->pt, v->l->ring_wide[v->lane], h, LEAP_WIDE_R, 4, 1);
}

static struct view view_of(struct node *n, struct paint *pt, int lane) {
    struct env *e = pt->env;
    const struct leap_state *s = n->state;
    struct view v = {.pt = pt, .n = n, .p = node_props(n, e), .s = s, .l = s->look, .lane = lane, .now = s->lane[lane]};
    v.c = leap_who(v.p, s->who);
    v.g = leap_ground(v.p, e, lane);
    if (v.now.mode == LEAP_CREEP) {
        float back = 1 - ease(EASE_OUT, clampf(leap_ms(&v.now, e) / LEAP_CREEP_MS, 0, 1));
        v.now.pull = (struct vec2){v.now.pull.x * back, v.now.pull.y * back};
        v.now.share *= back;
    }
    bool leapt = v.now.mode == LEAP_FLY || v.now.mode == LEAP_LANDED;
    if (v.c) leap_plan(&v.plan, v.c, e, leapt ? v.now.d : leap_full(v.c, e));
    return v;
}

static void draw_animal(struct view *v) {
    float ms = leap_ms(&v->now, v->pt->env);
    if (v->now.mode == LEAP_FLY) draw_leaping(v, ms);
    else if (v->now.mode == LEAP_LANDED) draw_leaping(v, v->plan.end + ms);
    else draw_waiting(v);
}

/* The lane further back comes first. Who flies passes before the chips, who stands is behind them. */
void leap_draw(struct node *n, struct paint *pt) {
    const struct leap_state *s = n->state;
    struct view lanes[LEAP_LANES];
    int count = s->two ? LEAP_LANES : 1;
    bool flies = false;
    for (int i = 0; i < count; i++) {
        lanes[i] = view_of(n, pt, i);
        flies |= lanes[i].now.mode == LEAP_FLY;
    }
    struct view *front = &lanes[0];
    if (!front->l || !front->c) return;
    if (front->l->alt) paint_item(pt, n, NULL, -2, SEM_PICTURE, front->l->alt, leap_frame(front->c, &front->g, 0, 0), (struct box){0, 0, 0, 0});
    for (int i = count; i-- > 0;) draw_bar(&lanes[i]);
    for (int i = 0; i < leap_marks(front->p, s); i++) draw_pole(front, i);
    if (flies) draw_chips(front);
    for (int i = count; i-- > 0;) draw_animal(&lanes[i]);
    draw_discs(front);
    if (!flies) draw_chips(front);
    for (int i = count; i-- > 0;) {
        if (lanes[i].now.mode == LEAP_PULL) draw_metres(&lanes[i]);
        if (lanes[i].now.mode != LEAP_FLY) draw_ring(&lanes[i], lanes[i].now.mode == LEAP_LANDED ? .45f : 1);
        touchables(&lanes[i]);
    }
}
