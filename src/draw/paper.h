/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper.h - the house's small shapes: buttons with thickness, pills, cards, discs, rosettes, the front sheet. All draw into
 * a vec in canvas units; each says how far its shadow leaves the box, so that callers bake a picture that is large enough.
 * Sizes, colours and shadow levels are those of the visual system (sections 3, 4, 5). */
#ifndef LK_DRAW_PAPER_H
#define LK_DRAW_PAPER_H
#include <draw/vec.h>

#define PAPER_MARGIN 40.0f   /* canvas units around any shape that hold its shadow and lower edge */

enum paper_kind { PAPER_PRIM, PAPER_DARK, PAPER_PAPER, PAPER_HOPE, PAPER_DANGER, PAPER_ROSE, PAPER_KIND_COUNT };
extern const char *const PAPER_KINDS[];   /* "prim", "dark", "paper", "hope", "danger", "rose", NULL */
rgba paper_face(enum paper_kind k);       /* colour of the face */
rgba paper_ink(enum paper_kind k);        /* ink that reads on it */
/* A pill (radius = height/2) with lower edge 6, inner top light, shadow e2. sink 0..1: pressed (face sinks 4, edge 2). */
void paper_button(struct vec *v, struct box b, enum paper_kind k, float sink);
void paper_card(struct vec *v, struct box b, float radius, rgba fill);          /* flat, shadow e3 */
void paper_pill(struct vec *v, struct box b, rgba fill);                        /* flat, shadow e1 */
void paper_disc(struct vec *v, float cx, float cy, float r, rgba fill, rgba rim, float rim_width);
/* Five petals round a gap, never a plain dot. core alpha 0 = none. */
void paper_rosette(struct vec *v, float cx, float cy, float r, rgba fill, uint32_t seed, rgba core);
enum { PAPER_PETALS = 5 };
void paper_petals(struct vec *v, float cx, float cy, float r, rgba fill, uint32_t seed, int n);   /* its first n petals alone */
void paper_paw(struct vec *v, float cx, float cy, float size, float angle, rgba fill);
void paper_ring(struct vec *v, float cx, float cy, float r, rgba color);        /* touch ring: three circles as drawn */
void paper_focus(struct vec *v, struct box b, float radius, rgba color, float width);
/* The front sheet: snow-edged dark ground from y to bottom over x0..x1. snow alpha 0 = no rim. */
void paper_front(struct vec *v, float x0, float x1, float y, float bottom, rgba fill, rgba snow, uint32_t seed);
void paper_pin(struct vec *v, float x, float y, rgba fill);                     /* map pin, its point at x,y */
void paper_leaf(struct vec *v, float cx, float cy, float r, bool on_light);     /* the source mark in its disc */
/* 45 degree stripes and small rosettes as clip-filling patterns: fills box, the caller has set the clip. */
void paper_stripes(struct vec *v, struct box b, float step, float width, rgba color);
void paper_rosettes(struct vec *v, struct box b, float step, float r, rgba color);
void paper_fir(struct vec *v, float x, float y, float h, float angle, rgba fill, rgba snow, bool outline);  /* for the countdown */
#endif
