/* SPDX-License-Identifier: GPL-3.0-or-later */
/* track.h - keyframes over a driver. */
#ifndef LK_SCENE_TRACK_H
#define LK_SCENE_TRACK_H
#include <scene/element.h>

enum track_ease { EASE_LINEAR, EASE_IN, EASE_OUT, EASE_IN_OUT, EASE_BACK, EASE_QUINT, EASE_STEP };   /* cubic unless named */
extern const char *const EASE_NAMES[];    /* "linear" "cubic-in" "cubic-out" "sine" "back-out" "quint-out" "step" NULL */
extern const char *const TRACK_PROPS[];   /* "x" "y" "alpha" "frame" "value" NULL */
extern const struct field TRACK_FIELDS[];
float ease(enum track_ease e, float t);                       /* t 0..1 */
/* Value at driver position x. Before the first key: its value; after the last: its value (or looped). *moving: it will
 * change by time alone. */
float track_at(const struct track *t, double x, bool *moving);
/* Evaluates all tracks of a node into n->anim and lowers env->wake while something moves by time. A track over a variable
 * beats a timed one on the same property. */
void tracks_run(struct node *n, struct env *e);
#endif
