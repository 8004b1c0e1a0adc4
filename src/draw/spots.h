/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spots.h - the coat of one spotted animal, made from a number. The same number is the same animal, at any crop and any
 * scale; another number is another animal. Coat units: a photo shows SPOTS_W of them across. Deterministic on every machine. */
#ifndef LK_DRAW_SPOTS_H
#define LK_DRAW_SPOTS_H
#include <draw/vec.h>

#define SPOTS_W 408.0f           /* width of a photo */
#define SPOTS_APART 1.06f        /* two marks never lie closer than this x the sum of their radii: wide-spaced rosettes */
#define SPOTS_GONE 24.0f         /* how different a place is that has a mark in one coat only */
enum { SPOTS_ROWS = 5, SPOTS_COLUMNS = 10, SPOTS_PLACES = SPOTS_ROWS * SPOTS_COLUMNS /* of a coat of rosettes */, SPOTS_MOST = 160 };

/* What a coat is made of: rings; large rings with dots inside; plain spots, large and small. */
enum spots_marks { SPOTS_ROSETTES, SPOTS_DOTTED, SPOTS_PLAIN };
extern const char *const SPOTS_MARKS[];      /* as an author writes them, NULL-terminated */

struct spot {
    float x, y, r;               /* r 0: this place of the coat is empty */
    uint32_t seed;               /* of its own shape */
    bool solid;                  /* a dark spot instead of a rosette; of plain spots, a small one */
};
struct spots { enum spots_marks marks; int n; struct spot at[SPOTS_MOST]; };   /* n places row by row, from the back down */

void spots_make(struct spots *s, uint32_t seed);               /* rosettes */
void spots_make_as(struct spots *s, enum spots_marks marks, uint32_t seed);
/* How different two coats of the same marks are, in coat units: root mean square over the places of how far a mark has moved and grown. Only
 * places whose mark (in either coat) lies within r of c count; r 0 = all of them. */
float spots_distance(const struct spots *a, const struct spots *b, struct vec2 c, float r);
/* Rosettes (of plain spots the large ones) that lie within r of c with all but a third of their own radius: their places, in the
 * order of the clock. Returns their number. */
int spots_within(const struct spots *s, struct vec2 c, float r, int place[SPOTS_MOST]);
/* Where a round crop of radius r shows most whole rosettes of the flank. */
struct vec2 spots_crop(const struct spots *s, float r);
/* Rosettes have a thick, mostly unbroken rim and a darker middle; those with dots a thinner, broken one. Coat units; the caller has set scale and clip. */
void spots_draw(struct vec *v, const struct spots *s, rgba mark, rgba core);
#endif
