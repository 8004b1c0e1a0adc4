/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picset.h - the pictures a scene uses, as wishes: what, at which size in px. The key of a wish is its hash: the display
 * list carries keys, plat turns a key into pixels when it needs them and may lose them at any time. */
#ifndef LK_DRAW_PICSET_H
#define LK_DRAW_PICSET_H
#include <draw/vec.h>

enum pic_kind { PIC_ASSET, PIC_VEC };
struct pic_spec {
    enum pic_kind kind;
    int w, h;                /* px of the result */
    /* PIC_ASSET: a file below assets/, fitted to w x h exactly */
    const char *path;
    bool flip;               /* mirrored left to right */
    rgba mod;                /* colour-mod: multiplied channel by channel (0xFFFFFFFF = as drawn); its alpha is ignored */
    rgba tint;               /* alpha != 0: the shape filled with this colour (silhouette) */
    /* PIC_VEC: program baked so that px = (canvas - origin) * scale */
    const struct vec *vec; float scale; struct vec2 origin;
    bool opaque;             /* promise: every pixel is covered; lets the player skip what lies below */
};
struct pic_entry { uint64_t key; struct pic_spec spec; };
struct picset { struct arena *arena; struct pic_entry *v; int n, cap; int32_t *slots; int nslots; };

void picset_init(struct picset *s, struct arena *a);
/* Adds a wish (specs, paths and programs are copied) and returns its key; the same wish twice is one entry. 0 when the
 * arena refused or w or h is not 1..8192. */
uint64_t picset_add(struct picset *s, const struct pic_spec *spec);
const struct pic_spec *picset_find(const struct picset *s, uint64_t key);
uint64_t pic_spec_key(const struct pic_spec *spec);
#endif
