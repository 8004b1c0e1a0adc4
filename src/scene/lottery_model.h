/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lottery_model.h - the arithmetic of a lottery of cubs: two sides with few and with many families, each cub a boy or a girl,
 * half and half, by itself. Pure: the same random state gives the same children. Nothing is helped along.
 *
 * Years: every open den has its litter. When no den is shut, a card may turn up (a fire, an illness): it shuts one den on
 * each side for some years, in which that den has no cubs. A year of boys is one in which every cub born on a side is one. */
#ifndef LK_SCENE_LOTTERY_MODEL_H
#define LK_SCENE_LOTTERY_MODEL_H
#include <base/str.h>
#include <stdbool.h>

enum { LOTTERY_FAMILIES = 64, LOTTERY_CUBS = 3, LOTTERY_BITS = 6 /* cubs of the small side: 64 outcomes fit a chart */ };
struct lottery_side {
    int families;
    unsigned char boys[LOTTERY_FAMILIES];   /* bit k: cub k of this den is a boy */
    int shut;                               /* the den that is shut, -1 = none */
};
struct lottery_rules {
    int cubs;            /* a family, 1..LOTTERY_CUBS */
    double card;         /* chance of a card in a year without one, 0..1 */
    int shut;            /* years that it shuts a den, >= 1 */
    int kinds;           /* kinds of cards, 0 = none */
};
struct lottery_run { struct lottery_rules rules; struct lottery_side side[2]; uint32_t rng; int left; /* years still shut */ };
struct lottery_year { int card; /* kind that turned up, -1 = none */ bool boys[2]; };

/* One den's litter anew. */
void lottery_toss(struct lottery_side *s, int den, int cubs, uint32_t *rng);
/* Every den that is not shut. */
void lottery_toss_all(struct lottery_side *s, int cubs, uint32_t *rng);
/* Every cub of the open dens is a boy; false when no den is open. */
bool lottery_all_boys(const struct lottery_side *s, int cubs);
/* All cubs as one number, the first den lowest: 0 .. 2^(families * cubs) - 1. For LOTTERY_BITS cubs at most. */
unsigned lottery_outcome(const struct lottery_side *s, int cubs);
/* The next year of a run. */
struct lottery_year lottery_next(struct lottery_run *r);
/* 1 / P(all boys) = 2^(families * cubs): exact as a double, whatever the size. */
double lottery_one_in(int families, int cubs);
#endif
