/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fonts.h - font files behind port_fonts, and pictures of runs for the player.
 *
 * A face is a row of enum face. Files are looked for in the vendored folder and in the distribution's folders, opened when
 * first needed, at whole px sizes, and at most a few dozen sizes stay open. A face whose file is missing (logged once) covers
 * nothing, so that layout takes the next face of its chain, in the end FACE_LAST, which needs no file. One thread. */
#ifndef LK_PLAT_FONTS_H
#define LK_PLAT_FONTS_H
#include <port.h>

struct fonts;

/* One run in one colour. left and ascent place it: pixel 0,0 lies at pen x + left, baseline y - ascent. */
struct text_image {
    uint32_t *pixels;      /* premultiplied ARGB32 in native byte order, malloc'ed: the caller frees it */
    int w, h, stride;      /* px; stride in bytes */
    int left, ascent;      /* px */
};

/* vendored_dir: the pack's or the installation's folder with the vendored files; NULL = none. Heap. Without a single font
 * file the result still works (FACE_LAST). NULL only when memory was refused. */
struct fonts *fonts_open(const char *vendored_dir, struct port_log log);
/* The same, but the distribution's folders are not looked at: bundles, pinned pictures, tests. */
struct fonts *fonts_open_only(const char *vendored_dir, struct port_log log);
void fonts_close(struct fonts *f);              /* NULL allowed */
struct port_fonts fonts_port(struct fonts *f);  /* borrows f */

/* Draws one run (n bytes of UTF-8 in logical order; direction as laid out) with ink. A run without ink (spaces) is a success
 * with w = 0 and pixels NULL. False when memory was refused or the run is absurdly wide; out is then empty. */
bool fonts_render(struct fonts *f, int face, float px, const char *utf8, size_t n, bool rtl, rgba ink, struct text_image *out);
#endif
