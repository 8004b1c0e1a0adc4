/* SPDX-License-Identifier: GPL-3.0-or-later */
/* glide.h - a number on its way: a knob, a line or a wheel that goes by itself to where it was sent, while a variable follows. */
#ifndef LK_SCENE_GLIDE_H
#define LK_SCENE_GLIDE_H
#include <scene/element.h>
#include <scene/track.h>

struct glide {
    float from, to, at;      /* at: also what a finger carries */
    double told;             /* what the variable was told last */
    int64_t since;
    int ms;                  /* length of the way; 0 = at rest */
};
/* Sends it; with reduced motion it is there at once. var: what the variable says now. */
static inline void glide_to(struct glide *g, const struct env *e, float from, float to, int ms, double var) {
    *g = (struct glide){.from = from, .to = to, .at = e->still ? to : from, .told = var, .since = e->now, .ms = e->still ? 0 : ms};
}
/* A step of its way: then `at` is to be told. False at rest; it rests, too, when somebody else has set the variable. */
static inline bool glide_step(struct glide *g, struct env *e, double var, enum track_ease how) {
    if (g->ms && fabs(var - g->told) > 1e-4) g->ms = 0;
    if (!g->ms) return false;
    float t = clampf((float)(e->now - g->since) / (float)g->ms, 0, 1);
    g->at = lerpf(g->from, g->to, ease(how, t));
    if (t >= 1) g->ms = 0, g->at = g->to;
    else env_next_frame(e);
    return true;
}
#endif
