/* SPDX-License-Identifier: GPL-3.0-or-later */
/* png.h - PNG files through cairo, in memory and on disk. Any thread. */
#ifndef LK_PLAT_PNG_H
#define LK_PLAT_PNG_H
#include <port.h>
#include <stdint.h>

/* Decodes into premultiplied ARGB32 (malloc'ed, without gaps between rows). False when the bytes are no PNG or memory was
 * refused. The caller has sent untrusted bytes through the picture gate. */
bool png_decode(struct bytes in, uint32_t **pixels, int *w, int *h);
/* Encodes w x h pixels (stride in bytes); opaque: the top byte of each pixel is ignored. The result is malloc'ed. */
bool png_encode(const uint32_t *pixels, int w, int h, int stride, bool opaque, unsigned char **out, size_t *n);
/* The same into a file, written aside and renamed. */
bool png_save(const char *path, const uint32_t *pixels, int w, int h, int stride, bool opaque);
#endif
