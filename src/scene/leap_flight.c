/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/leap_flight.h>

#define MS_DEFAULT 80.0f
#define FALLS_BACK .16f    /* share of the way ahead when the ledge is not reached */
#define AIR_MIN 260.0f    /* ms: a hop can still be seen */

static float mid_of(const struct leap_body *b, int i) { return b->mid ? b->mid[i] / 100 : 0; }
static float ms_of(const struct leap_body *b, int i) { return b->ms ? fmaxf(b->ms[i], 1) : MS_DEFAULT; }
/* Sum of the steps of drawings from..to (inclusive), m. */
static float steps(const struct leap_body *b, int from, int to) {
    float cm = 0;
    for (int i = from; b->ahead && i <= to && i < b->n; i++) cm += b->ahead[i];
    return cm / 100;
}

/* The drawings at the two ends of the arc: the last before the air and the first after it, where they exist. */
static int first_key(const struct leap_body *b) { return b->air0 > 0 ? b->air0 - 1 : b->air0; }
static int last_key(const struct leap_body *b) { return b->air1 + 1 < b->n ? b->air1 + 1 : b->air1; }

/* How far the parabola must rise over the line h0..h1 so that its highest point is exactly at apex. */
static float rise_for(float h0, float h1, float apex, float full) {
    float m = h1 - h0, c = apex - (h0 + h1) / 2;
    if (c <= fabsf(m) / 2) return fmaxf(c, .05f * full);    /* an apex below the ends: a flat leap */
    return (c + sqrtf(c * c - m * m / 4)) / 2;
}

/* Where it comes to rest and how high its body's middle gets. Up and short of the full leap it falls back, near where it stood. */
static float ends(struct leap_plan *p, const struct leap_body *b) {
    if (b->across <= 0) {
        p->way = p->d;
        return b->apex;
    }
    bool stays = b->stays && p->d >= b->full - .005f;
    p->way = stays ? b->across : b->across * FALLS_BACK;
    p->foot = stays ? b->full : 0;
    return stays ? p->foot + mid_of(b, last_key(b)) + b->apex : mid_of(b, first_key(b)) + p->d;
}

void leap_plan_make(struct leap_plan *p, const struct leap_body *b, float d) {
    *p = (struct leap_plan){.body = *b, .d = clampf(d, fminf(.05f, b->full), b->full)};
    float apex = ends(p, b);
    int k0 = first_key(b), k1 = last_key(b);
    float run = steps(b, 1, k0), land = steps(b, k1 + 1, b->n - 1), ground = run + land;
    float k = b->full > 0 ? p->d / b->full : 1;
    p->ground = ground > p->way / 2 ? p->way / 2 / ground : 1;
    p->x0 = run * p->ground;
    p->x1 = p->way - land * p->ground;
    p->h0 = mid_of(b, k0);
    p->h1 = mid_of(b, k1) + p->foot;
    p->rise = rise_for(p->h0, p->h1, apex, b->full) * (b->across > 0 ? 1 : k);
    for (int i = 0; i < b->air0; i++) p->t0 += ms_of(b, i);
    p->air = fmaxf(AIR_MIN, b->air_ms * sqrtf(k));
    p->end = p->t0 + p->air;
    for (int i = b->air1 + 1; i < b->n - 1; i++) p->end += ms_of(b, i);
}

struct vec2 leap_arc(const struct leap_plan *p, float u) {
    u = clampf(u, 0, 1);
    return (struct vec2){lerpf(p->x0, p->x1, u), lerpf(p->h0, p->h1, u) + 4 * p->rise * u * (1 - u)};
}

/* Where drawing i lies between the two ends of the arc, 0..1, in proportion to how long the drawings are shown. */
static float phase(const struct leap_body *b, int i) {
    int k0 = first_key(b), k1 = last_key(b);
    float at = 0, all = 0;
    for (int k = k0; k < k1; k++) {
        float w = (ms_of(b, k) + ms_of(b, k + 1)) / 2;
        if (k < i) at += w;
        all += w;
    }
    return all > 0 ? at / all : .5f;
}

static struct leap_pose in_air(const struct leap_plan *p, int frame, float u) {
    struct vec2 m = leap_arc(p, u);
    return (struct leap_pose){frame, m.x, m.y - mid_of(&p->body, frame), m.y, u};
}

struct leap_pose leap_key_pose(const struct leap_plan *p, int frame) { return in_air(p, frame, phase(&p->body, frame)); }

/* On the ground, before (u 0) and after (u 1), the drawing's own height holds. */
static struct leap_pose on_ground(const struct leap_plan *p, int frame, float x, float u) {
    float foot = u > 0 ? p->foot : 0;
    return (struct leap_pose){frame, x, foot, mid_of(&p->body, frame) + foot, u};
}

static struct leap_pose after(const struct leap_plan *p, float ms) {
    const struct leap_body *b = &p->body;
    if (b->air1 + 1 >= b->n) return in_air(p, b->air1, 1);
    if (ms >= p->end - p->t0 - p->air - .05f) return on_ground(p, b->n - 1, p->way, 1);
    int i = b->air1 + 1;
    for (; i < b->n - 1 && ms >= ms_of(b, i); i++) ms -= ms_of(b, i);
    float x = p->x1 + steps(b, b->air1 + 2, i) * p->ground;
    return on_ground(p, i, x, 1);
}

struct leap_pose leap_pose_at(const struct leap_plan *p, float ms) {
    const struct leap_body *b = &p->body;
    if (!(ms > 0)) ms = 0;
    if (ms < p->t0) {
        int i = 0;
        for (; i < b->air0 - 1 && ms >= ms_of(b, i); i++) ms -= ms_of(b, i);
        return on_ground(p, i, steps(b, 1, i) * p->ground, 0);
    }
    float u = (ms - p->t0) / p->air;
    if (u >= 1) return after(p, ms - p->t0 - p->air);
    int frame = first_key(b);
    while (frame < last_key(b) && u > (phase(b, frame) + phase(b, frame + 1)) / 2) frame++;
    return in_air(p, frame, u);
}
