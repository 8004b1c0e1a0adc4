/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairs.h - what the parts of the game of pairs share: element_pairs.c plays, pairs_look.c says which animals there are, where
 * the photos hang and makes the pictures, pairs_draw.c shows each moment. */
#ifndef LK_SCENE_PAIRS_H
#define LK_SCENE_PAIRS_H
#include <scene/trap_photo.h>

enum { PAIRS_SIDE = 4, PAIRS_PHOTOS = 2 * PAIRS_SIDE, PAIRS_MOST = 3, PAIRS_SPARKS = 12, PAIRS_DOTS = 64 };
#define PAIRS_DROP_MS 380        /* a photo falls into its place */
#define PAIRS_STEP_MS 130        /* from one to the next */
#define PAIRS_GROW_MS 140        /* a chosen photo comes near */
#define PAIRS_THREAD_MS 420      /* the thread runs from one to the other; then the pair counts */
#define PAIRS_MELT_MS 820        /* the second picture goes into the first */
#define PAIRS_SPARK_MS 900
#define PAIRS_NO_MS 1100         /* two photos that do not match stay near and shake their heads */
#define PAIRS_FALL_MS 320        /* a thread that holds nothing */
#define PAIRS_HINT_MS 3600       /* after two misses */

/* ---- what an author writes */
enum pairs_knots { PAIRS_FOOT, PAIRS_EDGE };
struct pairs_side { struct text_ref label; struct nums at, low; };
struct pairs_props {
    const char *counter, *joined, *deal, *animals;
    int pairs, singles, knots;
    struct pairs_side side[2];
    float photo_w, photo_h, grow, sag, light;
    rgba paper, gold;
    struct trap_animal animal;
};

/* ---- the animals: all from one number. Photos 0 .. side - 1 lie on the first side, side .. 2 side - 1 on the second. */
struct pairs_deal {
    int counter, side, pairs;
    struct spots coat[PAIRS_PHOTOS];
    uint32_t seed[PAIRS_PHOTOS];
    float step[PAIRS_PHOTOS];    /* where in the picture it walks, coat units */
    int pair[PAIRS_PHOTOS];      /* 0 .. pairs - 1; -1 = the other side has not seen it */
    int photo[PAIRS_MOST][2];    /* of a pair, on each side */
};
void pairs_deal_make(struct pairs_deal *d, int counter, int pairs, int singles);

/* ---- play */
struct pairs_look;
struct pairs_state {
    struct pairs_deal deal;
    int64_t dealt;               /* ms: when the photos begin to fall */
    int chosen; int64_t chosen_at;           /* photo, -1 = none */
    bool held; struct vec2 at;               /* a thread hangs between the chosen photo and the finger */
    int fell; struct vec2 fell_to; int64_t fell_at;    /* the thread of this photo falls, -1 = none */
    int no[2]; int64_t no_at;                /* two that do not match, -1 = none */
    int64_t joined_at[PAIRS_MOST];           /* ms, 0 = not yet */
    int joined, told;                        /* pairs joined; pairs that the variable knows of */
    double seen;                             /* value of the variable when it was last read */
    int misses, hint; int64_t hint_at;       /* pair that shows itself, -1 = none */
    struct pairs_look *look;                 /* in the layout arena: remade by each arrange */
};
static inline float pairs_ms(const struct env *e, int64_t since) { return (float)(e->now - since); }
static inline bool pairs_is_joined(const struct pairs_state *s, int photo) {
    return s->deal.pair[photo] >= 0 && s->joined_at[s->deal.pair[photo]] != 0;
}
static inline int pairs_side_of(const struct pairs_state *s, int photo) { return photo >= s->deal.side; }

/* ---- places, canvas units */
struct vec2 pairs_nail(const struct node *n, const struct env *e, int photo);
struct vec2 pairs_foot(const struct node *n, const struct env *e, int photo);    /* where its thread begins */
struct box pairs_box(const struct node *n, const struct env *e, int photo);      /* paper and all */
/* The thread from a to b (0..1), with its sag. */
struct vec2 pairs_along(const struct pairs_props *p, const struct env *e, struct vec2 a, struct vec2 b, float t);

/* ---- pictures */
struct pairs_pic { uint64_t key; struct box area; };         /* around its place; threads: where they lie */
struct pairs_look {
    struct pairs_pic photo[PAIRS_PHOTOS], gold[PAIRS_PHOTOS], big[PAIRS_PHOTOS], rim[PAIRS_PHOTOS], open[PAIRS_PHOTOS];
    struct vec2 big_at[PAIRS_PHOTOS];        /* nail of the large picture: never cut off by the screen's edge */
    struct pairs_pic thread[PAIRS_MOST], knot, dot, tick, spark[2];
    const char *label[PAIRS_PHOTOS];
};
void pairs_arrange(struct node *n, struct env *e);
void pairs_draw(struct node *n, struct paint *pt);
#endif
