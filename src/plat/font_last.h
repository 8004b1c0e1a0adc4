/* SPDX-License-Identifier: GPL-3.0-or-later */
/* font_last.h - glyphs of FACE_LAST: bitmaps of 8 x 13, compiled in. */
#ifndef LK_PLAT_FONT_LAST_H
#define LK_PLAT_FONT_LAST_H
#include <stdint.h>

#define LAST_COLS 8
#define LAST_ROWS 13
#define LAST_ASCENT 11   /* rows above the baseline */
/* One byte a row, top first, highest bit left. A box for what the font lacks; never NULL. */
const unsigned char *last_glyph(uint32_t cp);
#endif
