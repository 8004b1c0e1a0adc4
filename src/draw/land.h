/* SPDX-License-Identifier: GPL-3.0-or-later */
/* land.h - the paper-cut landscape of the Ussuri taiga: sky, moon, ridges, conifers, snow, mist, as vec programs.
 *
 * One night has seven lights, t = 0 (dusk) .. 6 (dawn); between them all colours are mixed linearly. Canvas units, y down.
 * Everything is deterministic: the same numbers give the same forest. */
#ifndef LK_DRAW_LAND_H
#define LK_DRAW_LAND_H
#include <draw/vec.h>

struct land_light { rgba top, mid, low, far, near, snow; };
struct land_light land_light(float t);

enum land_tree { TREE_FIR = 1, TREE_PINE = 2, TREE_LARCH = 4 };   /* a set */
struct land_span { float x0, x1; };
struct land_bump { float x, rise, width; };      /* gauss: the ridge rises by `rise` at x */
struct land_layer {
    uint32_t seed;
    float y, amp, wavelength;                    /* mean height of the crest, its swing, its longest wave */
    const struct land_bump *bumps; int nbumps;
    const struct vec2 *through; int nthrough;    /* the crest runs through these points, ascending in x, instead of about y */
    rgba fill, foot;                             /* crest colour, colour at the foot */
    float fringe;                                /* height of the fringe of small firs, 0 = none */
    int trees; float tree_min, tree_max; int kinds; float snowy; int oak_every; rgba oak_leaf;
    const struct land_span *avoid; int navoid;   /* no trees or fringe between x0 and x1 */
    rgba snow; float snow_thick;                 /* snow rim on the crest; 0 = a light cut edge instead */
    bool shadow;                                 /* soft paper shadow on what lies behind */
};
/* Colours of a layer at depth k (0 far .. 1 near) in a light: fill, foot = mix(fill, low, sink * (1-k)). */
void land_depth(const struct land_light *l, float k, float sink, rgba *fill, rgba *foot);
/* y at x of the smooth steps through n points; flat before the first and after the last. */
float land_through(const struct vec2 *points, int n, float x);
float land_crest(const struct land_layer *l, float x);    /* y of the crest at x */
void land_sky(struct vec *v, const struct land_light *l, float w, float h, float horizon /* 0..1 */);
void land_stars(struct vec *v, uint32_t seed, float w, float h, int n, float alpha);
void land_moon(struct vec *v, float x, float y, float r, rgba color, int rings);
void land_sheet(struct vec *v, const struct land_layer *l, float x0, float x1, float bottom);
void land_mist(struct vec *v, float x0, float x1, float y, float h, rgba color, float alpha);
void land_conifer(struct vec *v, uint32_t *rng, float x, float y, float h, enum land_tree kind, rgba fill, rgba snow, float snowy);
void land_oak(struct vec *v, uint32_t *rng, float x, float y, float h, rgba leaf, rgba trunk);
void land_bough(struct vec *v, uint32_t seed, float x, float y, float len, float angle, rgba fill, rgba snow);
#endif
