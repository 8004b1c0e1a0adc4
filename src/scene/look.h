/* SPDX-License-Identifier: GPL-3.0-or-later */
/* look.h - how areas look: the same three fillings on the map, in its lens and in the squares that compare them. Pattern
 * and colour together, so that nobody needs to see the colour. */
#ifndef LK_SCENE_LOOK_H
#define LK_SCENE_LOOK_H
#include <draw/vec.h>

enum map_look { LOOK_STRIPES, LOOK_ROSETTES, LOOK_PLAIN };
extern const char *const MAP_LOOKS[];    /* "stripes", "rosettes", "plain", NULL */
/* Fills the clip that the caller has set; box covers it. */
void look_fill(struct vec *v, enum map_look look, struct box box, rgba color);
#endif
