/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leap_flight.h - a leap as numbers: where the body is and which drawing shows it, at every millisecond.
 *
 * A leap has three parts. On the ground, before and after, the drawings follow one another and the body moves by what the
 * artist wrote for each, so that feet stand still. In the air x runs evenly and the body's middle follows one parabola.
 * The drawings hold heights of their own; lift is what is left to move the picture up or down by, so that the parabola
 * alone carries the body. A leap straight up is the same with its end on a ledge, or back on the ground when it was short of
 * the full one. Pure arithmetic; metres, milliseconds, x from where the body's middle stood when ready. */
#ifndef LK_SCENE_LEAP_FLIGHT_H
#define LK_SCENE_LEAP_FLIGHT_H
#include <base/geom.h>

struct leap_body {
    const float *mid;      /* per drawing: height of the body's middle above the ground, cm; NULL = 0 */
    const float *ahead;    /* per drawing: how far the body moves on when it appears, cm; NULL = 0 */
    const float *ms;       /* per drawing: how long it is shown; NULL = 80 */
    int n;                 /* drawings, at least 1 */
    int air0, air1;        /* first and last drawing in the air, from 0; 0 <= air0 <= air1 < n */
    float full, apex;      /* m: the full leap, and the height of the body's middle at its top */
    float air_ms;          /* time in the air of a full leap */
    float across;          /* m: > 0 = it leaps up, full is a height, and it gets this far ahead; apex is counted from the end */
    bool stays;            /* up: the full leap ends on a ledge at its height */
};
struct leap_plan {         /* one leap of d metres; the body's lists are borrowed */
    struct leap_body body;
    float d, ground;       /* m; ground: factor on the steps (below 1 when the leap is shorter than they are) */
    float way, foot;       /* m: where it comes to rest: how far ahead, how high its ground is */
    float x0, x1;          /* m: where the body's middle leaves and meets the ground phase */
    float h0, h1, rise;    /* m: its height there; rise of the parabola over the line between them */
    float t0, air, end;    /* ms: take-off, time in the air, the last drawing is reached */
};
struct leap_pose {
    int frame;             /* drawing, from 0 */
    float x, lift, mid;    /* m: body's middle; picture up by; height of the body's middle above the ground */
    float u;               /* 0..1 through the air; 0 before, 1 after */
};
/* d is clamped to 0.05 m .. full. */
void leap_plan_make(struct leap_plan *p, const struct leap_body *b, float d);
struct leap_pose leap_pose_at(const struct leap_plan *p, float ms);   /* ms is clamped to 0..end */
/* The body's middle at u (0..1) of the air: x and height, m. */
struct vec2 leap_arc(const struct leap_plan *p, float u);
/* The pose in which drawing `frame` (air0..air1) is exactly on the arc. */
struct leap_pose leap_key_pose(const struct leap_plan *p, int frame);
#endif
