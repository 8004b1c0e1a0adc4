/* SPDX-License-Identifier: GPL-3.0-or-later */
/* soft_video.h - paints a display list into a buffer with pixman, and only where it changed. Never scales or rotates; what
 * an opaque command hides is not painted. No SDL, no window: sdl_video owns those. One thread. */
#ifndef LK_PLAT_SOFT_VIDEO_H
#define LK_PLAT_SOFT_VIDEO_H
#include <plat/stock.h>

struct soft_target { uint32_t *pixels; int w, h, stride; };   /* XRGB8888, stride in bytes (a multiple of 4) */
struct soft;
struct soft *soft_open(struct stock *stock);   /* borrows stock; NULL = no memory */
void soft_close(struct soft *s);               /* NULL allowed */
/* Paints l inside the rectangles. Asks the stock for all of the list that can be seen, so that it stays pinned. Call
 * stock_frame before. False when memory was refused (nothing is painted then). */
bool soft_play(struct soft *s, const struct soft_target *to, const struct dlist *l, const struct ibox *rects, int nrects);
#endif
