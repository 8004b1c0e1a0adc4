/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dlist.h - the picture as a list of commands. Elements append; plat's player paints; nothing else draws.
 *
 * Coordinates px. Commands are painted in order. Equal hash of two lists = equal picture. The list and all it points to
 * live in the frame arena that it was begun with. */
#ifndef LK_DRAW_DLIST_H
#define LK_DRAW_DLIST_H
#include <base/arena.h>
#include <base/geom.h>
#include <base/str.h>

enum draw_kind {
    DRAW_FILL,      /* box filled with one colour */
    DRAW_PICTURE,   /* a picture of the picset, never scaled: box = where its full, untrimmed size lies */
    DRAW_FILM,      /* what a film shows at a moment; box = all of it. Where it cannot be shown, what lies below is seen */
    DRAW_TEXT       /* one run: one face, one size, one colour, one direction */
};
struct draw_cmd {
    enum draw_kind kind;
    uint8_t alpha;            /* PICTURE, FILM, TEXT: 0..255 over all */
    struct ibox box;          /* TEXT: advance width x line height; ink may leave it by up to a third of the height */
    struct ibox clip;         /* nothing is painted outside */
    rgba color;               /* FILL, TEXT */
    uint64_t key;             /* PICTURE: key in the picset */
    int face; float px;       /* TEXT */
    float baseline;           /* TEXT: y of the baseline */
    bool rtl;                 /* TEXT */
    const char *text; size_t len;   /* TEXT; FILM: its path below assets/ */
    int at;                   /* FILM: ms since its beginning */
};
struct dlist {
    struct arena *arena;
    struct draw_cmd *cmds; int n, cap;
    struct ibox screen;       /* 0,0,w,h */
    struct ibox clip;         /* current clip, always inside screen */
    uint8_t fade;             /* current alpha that multiplies what is pushed (255 = none) */
};
void dlist_begin(struct dlist *l, struct arena *a, int w, int h);
/* Sets the clip to its intersection with box and returns the one before, to be put back with dlist_unclip. */
struct ibox dlist_clip(struct dlist *l, struct ibox box);
void dlist_unclip(struct dlist *l, struct ibox before);
/* Multiplies the current fade; returns the one before. */
uint8_t dlist_fade(struct dlist *l, float alpha);
/* Commands that are invisible (alpha 0, outside of the clip) are not stored. Text is copied. */
void dlist_fill(struct dlist *l, struct ibox box, rgba color);
void dlist_picture(struct dlist *l, uint64_t key, struct ibox box, float alpha);
void dlist_film(struct dlist *l, const char *path, int at, struct ibox box, float alpha);
void dlist_text(struct dlist *l, struct ibox box, float baseline, int face, float px, rgba ink, const char *text, size_t len,
                bool rtl);
/* A command of another list, moved, inside the current clip and fade. Its text is shared, not copied. */
void dlist_copy(struct dlist *l, const struct draw_cmd *c, int dx, int dy, float alpha);
uint64_t draw_cmd_hash(const struct draw_cmd *c);
uint64_t dlist_hash(const struct dlist *l);
/* One line per command, stable, for tests: "picture 0123456789abcdef 10,20 640x360 a255 clip 0,0 1920x1080". */
void dlist_dump(const struct dlist *l, struct sbuf *out);
#endif
