/* SPDX-License-Identifier: GPL-3.0-or-later */
/* qr.h - an address as a QR code: a square of modules, and the square drawn. */
#ifndef LK_DRAW_QR_H
#define LK_DRAW_QR_H
#include <draw/vec.h>

enum { QR_QUIET = 4 /* modules of white around it, as the standard asks */, QR_SIDE_MAX = 57 /* version 10 */ };
struct qr { int side; bool dark[QR_SIDE_MAX][QR_SIDE_MAX]; };   /* dark[y][x] */
/* Error level M (15 % may be lost) or better, in the smallest version that holds the text. False when it is too long. */
bool qr_make(struct qr *q, const char *text);
/* Size of a module in whole px so that the code and its quiet zone fit into px; 0 = too small. */
int qr_module(const struct qr *q, int px);
/* The dark modules with their top left at x, y; unit = side of a module. */
void qr_draw(struct vec *v, const struct qr *q, float x, float y, float unit, rgba ink);
#endif
