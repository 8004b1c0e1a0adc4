/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strips_view.h - what the strips of home are made of, and how their scenery is baked (strips_bake.c). Of element_strips.c
 * alone. Canvas units. */
#ifndef LK_SCENE_STRIPS_VIEW_H
#define LK_SCENE_STRIPS_VIEW_H
#include <draw/land.h>
#include <draw/paper.h>
#include <scene/element.h>

#define MAX_STRIPS JOURNEY_CHAPTERS
#define MAX_STEPS 8          /* pictures of the walk after the one that stands */
#define MAX_OBJECTS 4        /* in a band */
#define LEAN 8.0f            /* canvas units that the edges of a pressed strip give way */

struct object { const char *chapter, *file; struct vec2 size, at; };
struct strips_props {
    const char *animal;
    struct vec2 animal_at; float animal_width, walk_step; bool animal_flip;
    struct strs walk;
    float top, moon_r;
    struct list objects;
};
struct strip {
    struct box box;
    uint64_t back, front, animal[1 + MAX_STEPS], object[MAX_OBJECTS], mark[PAPER_PETALS + 1], ring, glow, line;
    struct box back_box, front_box, animal_box, object_box[MAX_OBJECTS], mark_box, line_box;
    int petals;              /* of its mark that are filled: how much of the chapter was seen */
    struct para title, subtitle;
    float title_h, words_h;  /* of its name, of all its words; in landscape of the highest of all, so that they stand in one line */
    struct action go; const char *say; bool visited, suggested;
};
struct strips {
    struct strip s[MAX_STRIPS]; int n;
    uint64_t foot, edge; struct box foot_box, edge_box;   /* edge: between two strips, as if at x 0 */
    int steps;               /* pictures of the walk */
    int back_from;           /* strip that somebody comes back from, -1 = none */
    float lean; int leaning; int64_t lean_at;             /* 0..1: how far strip `leaning` is pressed */
    int64_t walk_at;         /* when the animal set out, 0 = it has not */
    float glow;              /* 0..1 */
};

/* Left edge of the animal while it stands, in the stage. */
static inline float strips_animal_x(const struct env *e, const struct strips_props *p) {
    return e->rtl ? e->stage.w - p->animal_at.x - p->animal_width : p->animal_at.x;
}

/* Two languages in landscape: four lines in the place of two, two and two. The ground lies higher for them. */
static inline bool strips_four_lines(const struct env *e) { return e->second.lang && !e->portrait && e->spare == SPARE_NONE; }
static inline float strips_ground(const struct env *e, const struct strips_props *p) {
    return p->animal_at.y - (strips_four_lines(e) ? 40 : 0);
}

/* Sky and ridges of a strip of landscape, number i from the left; they reach LEAN beyond it on both sides. */
void strips_bake(struct env *e, const struct strips_props *p, struct strip *s, float light, int i);
/* The shadow and the lit edge between two strips. */
void strips_bake_edge(struct env *e, struct strips *st);
/* A band of portrait: a sheet of paper with a ridge. */
void strips_bake_band(struct env *e, struct strip *s, float light, int i);
/* The front sheet below the last band. */
void strips_bake_foot(struct env *e, struct strips *st, float y);
/* A rosette of radius r in the middle of mark_box: as many petals are gold as the chapter has been seen, with a lit core when
 * it is whole. */
uint64_t strips_bake_mark(struct env *e, const struct strip *s, float r, int petals, uint32_t seed);
uint64_t strips_bake_ring(struct env *e, const struct strip *s, float r, float width);
#endif
