/* SPDX-License-Identifier: GPL-3.0-or-later */
/* image_pixels.h - work on whole pictures of premultiplied ARGB32 without gaps. No state, any thread. */
#ifndef LK_PLAT_IMAGE_PIXELS_H
#define LK_PLAT_IMAGE_PIXELS_H
#include <base/geom.h>
#include <stddef.h>

void pixels_premultiply(uint32_t *p, size_t n);     /* straight alpha -> premultiplied, in place */
void pixels_unpremultiply(uint32_t *p, size_t n);
/* Scales smoothly to w x h (and mirrors). Takes over p (malloc'ed); the result may be p itself; NULL = no memory. */
uint32_t *pixels_fit(uint32_t *p, int pw, int ph, int w, int h, bool flip);
/* Multiplies by mod (its alpha is ignored); a tint with alpha replaces all colour and keeps the shape. */
void pixels_color(uint32_t *p, size_t n, rgba mod, rgba tint);
uint32_t *pixels_placeholder(int w, int h);         /* a soft snow-grey card, malloc'ed; NULL = no memory */
#endif
