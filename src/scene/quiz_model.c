/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <base/str.h>
#include <math.h>
#include <scene/quiz_model.h>

#define DRAWN_BASE (QUIZ_POOL + 1)     /* 0 = none; eight of them fit a double without loss */
#define GIVEN_BASE 8

void quiz_deal(struct quiz_game *g, const int *from, int n, int want, uint32_t *rng) {
    int left[QUIZ_POOL];
    *g = (struct quiz_game){0};
    n = n > QUIZ_POOL ? QUIZ_POOL : n;
    want = want > QUIZ_ROUND ? QUIZ_ROUND : want;
    for (int i = 0; i < n; i++) left[i] = from[i];
    while (g->count < want && n > 0) {
        int k = (int)(rng_next(rng) * n);
        g->question[g->count++] = left[k];
        left[k] = left[--n];
    }
}

void quiz_order(uint64_t seed, int n, int *order) {
    uint32_t rng = (uint32_t)hash_u64(HASH_SEED, seed);
    for (int i = 0; i < n; i++) order[i] = i;
    for (int i = n - 1; i > 0; i--) {
        int k = (int)(rng_next(&rng) * (i + 1)), was = order[i];
        order[i] = order[k];
        order[k] = was;
    }
}

int quiz_score(const struct quiz_game *g) {
    int n = 0;
    for (int i = 0; i < g->count; i++) n += g->given[i] == QUIZ_RIGHT;
    return n;
}

double quiz_drawn(const struct quiz_game *g) {
    double v = 0;
    for (int i = g->count - 1; i >= 0; i--) v = v * DRAWN_BASE + g->question[i] + 1;
    return v;
}

double quiz_given(const struct quiz_game *g) {
    double v = 0;
    for (int i = g->count - 1; i >= 0; i--) v = v * GIVEN_BASE + g->given[i];
    return v;
}

static int digit(double *v, int base) {
    int d = (int)fmod(*v, base);
    *v = floor(*v / base);
    return d;
}

static bool sane(double v) { return v >= 0 && v < 9007199254740992.0 && v == floor(v); }

void quiz_unpack(struct quiz_game *g, double drawn, double given, int pool) {
    *g = (struct quiz_game){0};
    if (!sane(drawn)) return;
    if (!sane(given)) given = 0;
    while (drawn > 0 && g->count < QUIZ_ROUND) {
        int q = digit(&drawn, DRAWN_BASE) - 1, a = digit(&given, GIVEN_BASE);
        if (q < 0 || q >= pool) {
            *g = (struct quiz_game){0};
            return;
        }
        g->question[g->count] = q;
        g->given[g->count++] = a < QUIZ_WRONG + QUIZ_ANSWERS - 1 || a == QUIZ_NONE ? a : QUIZ_OPEN;
    }
}
