/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pledges_look.h - what the files of the promises share: what an author writes, how it stands, its pictures. Private to
 * element_pledges.c (the play), pledges_bake.c (pictures) and pledges_draw.c (each moment). */
#ifndef LK_SCENE_PLEDGES_LOOK_H
#define LK_SCENE_PLEDGES_LOOK_H
#include <scene/chip.h>
#include <scene/track.h>

enum {
    PLEDGES_STONES = 8, PLEDGES_PRINTS = 40,
    PLEDGES_SINK_MS = 600,       /* the paw sinks into the snow */
    PLEDGES_STAMP_MS = 320,      /* the first print of the trail */
    PLEDGES_RUN_MS = 22,         /* the next print changes after */
    PLEDGES_FADE_MS = 180,
    PLEDGES_STEP_MS = 900        /* the animal's step, when the news has come to it */
};

/* ---- as written */
struct pledges_stone { const char *id, *icon; struct text_ref label; };
struct pledges_props {
    const char *count, *mine, *own, *chosen, *step;    /* variables */
    struct list stones;                                /* struct pledges_stone */
    struct vec2 first, gap, size;                      /* stones: middle of the first, to the next, width and height */
    int per_row, prints;
    bool above;                                        /* icon above the label */
    struct vec2 far, near, ring, words;
    float sway;
    struct text_ref hold, thanks;
    rgba face, edge, gold, gold_edge, ink, print;
    int show[PLEDGES_STONES], nshow;                   /* made at load: the stones that the site shows, in its order */
};

/* ---- how it stands */
struct pledges_pic { uint64_t key; struct box area; };
struct pledges_state {
    struct pledges_pic stone[PLEDGES_STONES][2];       /* plain, gold */
    struct para label[PLEDGES_STONES];
    struct vec2 label_at[PLEDGES_STONES];
    struct pledges_pic ghost[PLEDGES_PRINTS], print[PLEDGES_PRINTS], gold[PLEDGES_PRINTS];
    struct pledges_pic ring, paw, pale;
    struct chip hold, thanks;
    int count, own;              /* shown: promises of the day and of this visitor */
    int chosen;                  /* stone 1 .., 0 = none */
    unsigned mine;               /* stones signed, by place in `stones` */
    bool pressing;               /* the paw sinks */
    int64_t press_at, sign_at;
    bool signing;                /* the news runs up the trail */
};

static inline float pledges_ms(const struct env *e, int64_t since) { return (float)(e->now - since); }
/* The stone shown at place i. */
static inline const struct pledges_stone *pledges_stone(const struct pledges_props *p, int i) {
    return (const struct pledges_stone *)p->stones.items + p->show[i];
}
static inline bool pledges_signed(const struct pledges_state *s, const struct pledges_props *p, int i) { return s->mine >> p->show[i] & 1u; }
/* The ring waits: a stone is chosen and not signed yet. */
static inline bool pledges_waits(const struct pledges_state *s, const struct pledges_props *p) {
    return s->chosen > 0 && s->chosen <= p->nshow && !pledges_signed(s, p, s->chosen - 1);
}
/* A point of the stage on the canvas. */
struct vec2 pledges_at(const struct env *e, struct vec2 p);
/* Middle of the stone at place i, canvas units. */
struct vec2 pledges_stone_at(const struct pledges_props *p, const struct env *e, int i);
/* Pictures and words of a layout. */
void pledges_bake(struct node *n, struct env *e);
void pledges_draw(struct node *n, struct paint *pt);
#endif
