/* SPDX-License-Identifier: GPL-3.0-or-later */
/* land_internal.h - what the landscape's sheets and its trees share. Only land*.c and paper.c include it. */
#ifndef LK_DRAW_LAND_INTERNAL_H
#define LK_DRAW_LAND_INTERNAL_H
#include <draw/land.h>

/* Rounded hills: four sines, each shorter and lower than the one before. */
struct land_ridge { double phase[4], length[4], height[4]; };
struct land_ridge land_ridge_of(uint32_t seed, float amp, float wavelength);
float land_ridge_at(const struct land_ridge *r, float x);

/* The path alone. v NULL: nothing is drawn, but the same random numbers are used, so that one forest can be walked several
 * times (oaks behind, trees, then the snow that lies on them). */
void land_conifer_path(struct vec *v, uint32_t *rng, float x, float y, float h, enum land_tree kind);
/* shape: the random state before the tree. */
void land_snow_path(struct vec *v, uint32_t shape, uint32_t *rng, float x, float y, float h, enum land_tree kind);
/* Snow rim under a crest of n points, thick canvas units deep. */
void land_rim(struct vec *v, const struct vec2 *crest, int n, float thick, uint32_t seed, rgba snow);
/* True when x lies where a layer wants no trees. */
bool land_avoids(const struct land_layer *l, float x);
void land_fringe(struct vec *v, const struct land_layer *l, float x0, float x1);
enum land_pass { LAND_OAKS, LAND_TREES, LAND_SNOW };
void land_forest(struct vec *v, const struct land_layer *l, float x0, float x1, enum land_pass pass);
#endif
