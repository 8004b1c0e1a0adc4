/* SPDX-License-Identifier: GPL-3.0-or-later */
/* damage.h - which parts of the screen changed since the last list: a grid of cells, each with the hash of all commands
 * that touch it. */
#ifndef LK_DRAW_DAMAGE_H
#define LK_DRAW_DAMAGE_H
#include <draw/dlist.h>

#define DAMAGE_CELL 64   /* px */
struct damage { int w, h, cols, rows; uint64_t *cells, *next; bool all; };   /* owner: whoever called damage_init */
bool damage_init(struct damage *d, int w, int h);   /* heap; false = no memory. The first list damages everything */
void damage_free(struct damage *d);
void damage_all(struct damage *d);                  /* the next list damages everything (lost textures) */
/* Compares with the last list and remembers this one. Writes at most cap rectangles (merged cells, inside the screen, not
 * overlapping) and returns how many; 0 = nothing changed. When cap is too small one rectangle covers the rest. */
int damage_update(struct damage *d, const struct dlist *l, struct ibox *out, int cap);
#endif
