/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bake.h - executes vec programs with cairo. No state: any thread, one call per buffer. */
#ifndef LK_PLAT_BAKE_H
#define LK_PLAT_BAKE_H
#include <draw/vec.h>

/* Paints the program into pixels (w x h, premultiplied ARGB32, stride = w * 4 bytes, zeroed by the caller) so that
 * px = (canvas - origin) * scale. Damaged programs paint what came before the damage; numbers that are not finite skip
 * their step. False when cairo had no memory. */
bool bake_vec(const struct vec *v, float scale, struct vec2 origin, uint32_t *pixels, int w, int h);

/* Blurs an 8 bit mask in place (three box blurs that together come close to a gaussian of std dev sigma px); outside of
 * the mask its edge goes on. How far a blur reaches: bake_blur_reach. False when memory was refused. */
bool bake_blur(unsigned char *mask, int w, int h, int stride, float sigma);
int bake_blur_reach(float sigma);
#endif
