/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture.h - pixels as the player wants them: premultiplied ARGB32 in native byte order, cut down to what is not empty.
 *
 * full_w x full_h is the size that was wished; p holds only the box x,y,w,h of it, row by row without gaps (stride = w * 4).
 * An empty picture has p NULL and w = h = 0: that is a success, it paints nothing. */
#ifndef LK_PLAT_PICTURE_H
#define LK_PLAT_PICTURE_H
#include <base/geom.h>
#include <stddef.h>

struct picture {
    uint32_t *p;              /* malloc'ed; owned by whoever holds the struct */
    int full_w, full_h;
    int x, y, w, h;           /* what p holds, inside full_w x full_h; a run of text may start left of or above 0,0 */
    struct ibox solid;        /* the tallest band of wholly opaque rows, in the coordinates of p; empty = none */
    bool failed;              /* a placeholder stands for what could not be made */
};

/* Takes over full (malloc'ed, w x h): trims it and finds its solid band. Never fails; when no memory is left for the
 * smaller copy, the large one stays. */
void picture_take(struct picture *out, uint32_t *full, int w, int h);
void picture_free(struct picture *pic);
static inline size_t picture_bytes(const struct picture *pic) { return (size_t)pic->w * (size_t)pic->h * 4; }
static inline bool picture_opaque(const struct picture *pic) {
    return pic->p && pic->w == pic->full_w && pic->h == pic->full_h && pic->solid.h == pic->h;
}

/* The house's own file of a picture, for caches: decodes five times faster than PNG (see packed.c). */
struct packed { unsigned char *p; size_t n; };                      /* malloc'ed */
bool picture_pack(const struct picture *pic, struct packed *out);   /* false = no memory */
uint32_t picture_sum(const unsigned char *p, size_t n);            /* of its compressed bytes: finds torn and rotten files */
/* Of the full size w x h, which bounds what it takes whatever the bytes promise. False when it has another, the bytes are
 * damaged or memory was refused; out is empty then. Never reads past n. */
bool picture_unpack(const unsigned char *p, size_t n, int w, int h, struct picture *out);
#endif
