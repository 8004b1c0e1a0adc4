/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quiz_model.h - which questions a quiz draws, in which order their answers stand, who gave which. Pure. A whole game is three
 * numbers, so that it can rest in variables while the visitor looks at another scene. */
#ifndef LK_SCENE_QUIZ_MODEL_H
#define LK_SCENE_QUIZ_MODEL_H
#include <stdbool.h>
#include <stdint.h>

enum { QUIZ_POOL = 64, QUIZ_ROUND = 8, QUIZ_ANSWERS = 4, QUIZ_TEAMS = 4 };
enum { QUIZ_OPEN, QUIZ_RIGHT, QUIZ_WRONG /* .. QUIZ_WRONG + 2: which of the wrong ones */, QUIZ_NONE = 7 /* the time was over */ };

struct quiz_game {
    int count;                   /* questions that were drawn, 0 = no game */
    int question[QUIZ_ROUND];    /* their places in the pool */
    int given[QUIZ_ROUND];       /* QUIZ_OPEN, QUIZ_RIGHT ... */
};
/* Draws `want` different ones of n numbers. */
void quiz_deal(struct quiz_game *g, const int *from, int n, int want, uint32_t *rng);
/* The order in which n things stand: order[place] = thing. The same seed is the same order. */
void quiz_order(uint64_t seed, int n, int *order);
int quiz_score(const struct quiz_game *g);           /* right answers of all teams together */
double quiz_drawn(const struct quiz_game *g);        /* the questions as one number */
double quiz_given(const struct quiz_game *g);        /* the answers as one number */
/* Back again. Numbers that are no game of a pool of so many questions give no game, unknown answers are open. */
void quiz_unpack(struct quiz_game *g, double drawn, double given, int pool);
#endif
