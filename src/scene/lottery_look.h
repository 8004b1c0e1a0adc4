/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lottery_look.h - what the files of the cub lottery share: what an author writes, how it stands, its pictures. Private to
 * element_lottery.c (the play), lottery_bake.c (pictures) and lottery_draw.c (each moment). */
#ifndef LK_SCENE_LOTTERY_LOOK_H
#define LK_SCENE_LOTTERY_LOOK_H
#include <scene/chip.h>
#include <scene/keys.h>
#include <scene/lottery_model.h>

enum {
    LOTTERY_YEARS = 100,         /* squares of a run */
    LOTTERY_CARDS = 4,
    LOTTERY_FLIPS = 4,           /* widths of a spinning token */
    LOTTERY_TOSS_MS = 700,       /* a token in the air */
    LOTTERY_NEXT_MS = 60,        /* the next token on the small side follows after */
    LOTTERY_WAVE_MS = 26,        /* the next column on the hill */
    LOTTERY_YEAR_MS = 100,
    LOTTERY_FLY_MS = 520,        /* the square to its place in the chart */
    LOTTERY_GLOW_MS = 600,
    LOTTERY_CARD_MS = 1300, LOTTERY_CARD_IN_MS = 260
};
enum lottery_item { LOTTERY_DEN = 0 /* .. families - 1 */, LOTTERY_HILL = LOTTERY_FAMILIES };

/* ---- as written */
struct lottery_bank { struct vec2 at; float gap, width, height, token, fall; rgba fill, foot, rim, shell, dark; };
struct lottery_hill { struct vec2 at; int columns; float gap, step, width, height, token, cliff; rgba fill, foot, rim, shell; };
struct lottery_grid { struct vec2 at; float square, pitch; int columns; };
struct lottery_card { const char *id, *file; struct text_ref label; };
struct lottery_props {
    const char *few, *many, *cubs, *years, *cards, *shut;           /* variables: the rules */
    const char *command, *stage;                                    /* variables: what to do, how it stands */
    const char *chance, *twice, *year, *bad_few, *bad_many;         /* variables: figures */
    int seed;
    struct text_ref boy, girl, den_label, hill_label;
    const char *file[2], *small[2];                                 /* girl, boy */
    struct lottery_bank bank;
    struct lottery_hill hill;
    struct lottery_grid chart, pairs, run[2];
    struct list card_kinds;                                         /* struct lottery_card */
    struct vec2 card_at;
    rgba cell, cell_seen, cell_empty, ember, ember_rim, glow;
};

/* ---- as it stands */
enum lottery_mode { LOTTERY_PLAY, LOTTERY_RUN, LOTTERY_DONE };
struct lottery_state {
    enum lottery_mode mode;
    struct lottery_rules rules;
    int years;
    struct lottery_side side[2];                    /* few, many */
    unsigned char was[2][LOTTERY_FAMILIES];         /* what the tokens showed before they jumped */
    int64_t from[2][LOTTERY_FAMILIES];              /* ms: when a den's tokens jump; 0 = they lie */
    uint32_t rng;
    bool open;               /* the small side is in the air: its outcome is not in the chart yet */
    bool new_year;           /* that toss is of all dens */
    int now, before;         /* outcomes of this year and the one before; -1 = none */
    uint64_t seen;           /* outcomes that have come up */
    int64_t marked, glowing; /* ms: when the square began to fly; since when the dens glow, 0 = they do not */
    /* a run of years */
    int64_t since;
    struct lottery_run run;
    int year, bad[2];
    bool hit[2][LOTTERY_YEARS];
    int card;                /* kind on the table */
    int64_t card_at;         /* ms: when it turned up; 0 = none */
    struct lottery_look *look;                      /* in the layout arena: remade by each arrange */
};
struct lottery_look {
    uint64_t ground, ember, glow, grid, pairs, runs[2], seen, mark, hit, past, ring, pair;
    struct box ground_box, glow_box;
    uint64_t token[2][LOTTERY_FLIPS], small[2][LOTTERY_FLIPS];      /* girl, boy */
    uint64_t shut[2], sign[2][LOTTERY_CARDS];
    uint64_t card[LOTTERY_CARDS], face[LOTTERY_CARDS];
    struct para name[LOTTERY_CARDS];
    struct box card_box[LOTTERY_CARDS];
    const char *den[LOTTERY_BITS], *hill;
};

static inline const struct lottery_card *lottery_card_at(const struct lottery_props *p, int i) {
    return (const struct lottery_card *)p->card_kinds.items + i;
}
/* Threshold of a den, canvas units: its middle at the ground. */
struct vec2 lottery_den(const struct lottery_props *p, const struct env *e, int side, int den);
/* Cub k of the den, lying. */
struct vec2 lottery_token(const struct lottery_props *p, const struct lottery_state *s, const struct env *e, int side, int den, int k);
/* Top left, on the canvas, of what is w wide and written at a place of the stage; it turns round in a right-to-left language. */
static inline struct vec2 lottery_on(const struct env *e, struct vec2 at, float w) {
    return (struct vec2){(e->rtl ? e->stage.w - at.x - w : at.x) + e->stage.x, at.y + e->stage.y};
}
static inline struct vec2 lottery_grid_at(const struct lottery_grid *g, const struct env *e) {
    return lottery_on(e, g->at, g->pitch * (float)g->columns);
}
/* Top left of square i of a grid. */
static inline struct vec2 lottery_cell(const struct lottery_grid *g, const struct env *e, int i) {
    struct vec2 o = lottery_grid_at(g, e);
    return (struct vec2){o.x + g->pitch * (float)(i % g->columns), o.y + g->pitch * (float)(i / g->columns)};
}
/* How many outcomes the small side has, and where an outcome stands in the chart: every place once, all boys off the edge. */
int lottery_outcomes(const struct lottery_state *s);
int lottery_place(const struct lottery_state *s, unsigned outcome);
/* ms since a den's tokens jumped, for its cub k; < 0 = it lies. */
float lottery_air(const struct lottery_state *s, const struct env *e, const struct lottery_props *p, int side, int den, int k);
float lottery_width(int flip);    /* share of the token's width, LOTTERY_FLIPS steps from 1 down */
void lottery_arrange(struct node *n, struct env *e);
void lottery_draw(struct node *n, struct paint *pt);
#endif
