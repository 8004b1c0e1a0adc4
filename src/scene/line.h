/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line.h - the upright line between two halves of a picture: a variable holds its place across the stage, 0 at the start
 * side to 1 at the end side. */
#ifndef LK_SCENE_LINE_H
#define LK_SCENE_LINE_H
#include <scene/element.h>

/* x of a share of the stage's width, canvas units; mirrored in a right-to-left language. */
static inline float line_at(const struct env *e, float share) { return e->stage.x + e->stage.w * (e->rtl ? 1 - share : share); }
static inline float line_x(const struct env *e, const char *var) { return line_at(e, (float)vars_num(e->vars, var, .5)); }
#endif
