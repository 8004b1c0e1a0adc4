/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vec.h - a picture as a program of paths: landscapes, map sheets, buttons, shadows. plat bakes it with cairo, once per
 * size, off the frame.
 *
 * Coordinates are free (canvas units in practice); the picset entry says at which scale and offset they are baked. The
 * bytes are position-independent: equal bytes = equal picture. Even-odd fill is used throughout. A builder whose arena
 * refused memory yields an empty picture. */
#ifndef LK_DRAW_VEC_H
#define LK_DRAW_VEC_H
#include <base/arena.h>
#include <base/geom.h>
#include <base/str.h>

enum vec_op {   /* arguments: floats unless said otherwise */
    VEC_MOVE,       /* x y */
    VEC_LINE,       /* x y */
    VEC_QUAD,       /* cx cy x y */
    VEC_CURVE,      /* c1x c1y c2x c2y x y */
    VEC_ARC,        /* cx cy r a0 a1 (radians, clockwise) */
    VEC_CLOSE,
    VEC_FILL,       /* rgba; fills the path and forgets it */
    VEC_FILL_LINEAR,/* x0 y0 x1 y1 nstops (offset rgba)*: fills with a gradient */
    VEC_FILL_RADIAL,/* cx cy r nstops (offset rgba)* */
    VEC_STROKE,     /* rgba width dash gap (0 0 = solid); round caps and joins; forgets the path */
    VEC_CLIP,       /* path becomes (part of) the clip; forgets it */
    VEC_KEEP,       /* the next fill, stroke or clip keeps the path */
    VEC_SAVE, VEC_RESTORE,             /* transform and clip */
    VEC_TRANSLATE,  /* x y */
    VEC_SCALE,      /* x y */
    VEC_ROTATE,     /* radians */
    VEC_GROUP,      /* begins a group */
    VEC_GROUP_END,  /* alpha: paints the group with it */
    VEC_SHADOW_END, /* dx dy blur rgba: like GROUP_END 1, with a soft shadow of the group's shape below it; blur = std dev */
    VEC_NOISE       /* alpha seed: fine paper grain over the clip (overlay of light and dark specks) */
};
struct vec { struct arena *arena; unsigned char *p; size_t n, cap; };
struct vec_stop { float at; rgba color; };

void vec_begin(struct vec *v, struct arena *a);
void vec_move(struct vec *v, float x, float y);
void vec_line(struct vec *v, float x, float y);
void vec_quad(struct vec *v, float cx, float cy, float x, float y);
void vec_curve(struct vec *v, float c1x, float c1y, float c2x, float c2y, float x, float y);
void vec_arc(struct vec *v, float cx, float cy, float r, float a0, float a1);
void vec_close(struct vec *v);
void vec_rect(struct vec *v, struct box b);
void vec_rrect(struct vec *v, struct box b, float r);           /* r is clamped to half the shorter side */
void vec_circle(struct vec *v, float cx, float cy, float r);
void vec_ellipse(struct vec *v, float cx, float cy, float rx, float ry);
/* Closed or open Catmull-Rom curve through n points (blob() of the design). */
void vec_smooth(struct vec *v, const struct vec2 *p, int n, bool closed);
/* SVG path data (M L H V C Q A Z S T, absolute and relative). False at the first unknown command. */
bool vec_svg_path(struct vec *v, const char *d);
void vec_fill(struct vec *v, rgba c);
void vec_fill_linear(struct vec *v, struct vec2 a, struct vec2 b, const struct vec_stop *stops, int n);
void vec_fill_radial(struct vec *v, struct vec2 c, float r, const struct vec_stop *stops, int n);
void vec_stroke(struct vec *v, rgba c, float width, float dash, float gap);
void vec_clip(struct vec *v);
void vec_keep(struct vec *v);
void vec_save(struct vec *v);
void vec_restore(struct vec *v);
void vec_translate(struct vec *v, float x, float y);
void vec_scale(struct vec *v, float x, float y);
void vec_rotate(struct vec *v, float radians);
void vec_group(struct vec *v);
void vec_group_end(struct vec *v, float alpha);
void vec_shadow_end(struct vec *v, float dx, float dy, float blur, rgba color);
void vec_noise(struct vec *v, float alpha, uint32_t seed);

/* Reads a program step by step (plat's baker, tests). *at starts at 0; false at the end or when the bytes are damaged.
 * args: floats (colours stored bit-wise: read them with vec_color). */
struct vec_step { enum vec_op op; const float *args; int n; };
bool vec_next(const struct vec *v, size_t *at, struct vec_step *out);
rgba vec_color(float f);
#endif
