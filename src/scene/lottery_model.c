/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <scene/lottery_model.h>

void lottery_toss(struct lottery_side *s, int den, int cubs, uint32_t *rng) {
    unsigned boys = 0;
    for (int k = 0; k < cubs; k++)
        if (rng_next(rng) < .5) boys |= 1u << k;
    s->boys[den] = (unsigned char)boys;
}

void lottery_toss_all(struct lottery_side *s, int cubs, uint32_t *rng) {
    for (int i = 0; i < s->families; i++)
        if (i != s->shut) lottery_toss(s, i, cubs, rng);
}

bool lottery_all_boys(const struct lottery_side *s, int cubs) {
    int open = 0;
    for (int i = 0; i < s->families; i++) {
        if (i == s->shut) continue;
        if (s->boys[i] != (1u << cubs) - 1u) return false;
        open++;
    }
    return open > 0;
}

unsigned lottery_outcome(const struct lottery_side *s, int cubs) {
    unsigned all = 0;
    for (int i = 0; i < s->families && i * cubs < LOTTERY_BITS; i++) all |= (unsigned)s->boys[i] << (i * cubs);
    return all;
}

static int pick(uint32_t *rng, int n) {
    int i = (int)(rng_next(rng) * n);
    return i < n ? i : n - 1;
}

struct lottery_year lottery_next(struct lottery_run *r) {
    struct lottery_year y = {.card = -1};
    if (r->left == 0 && r->rules.kinds > 0 && rng_next(&r->rng) < r->rules.card) {
        y.card = pick(&r->rng, r->rules.kinds);
        r->left = r->rules.shut;
        for (int k = 0; k < 2; k++) r->side[k].shut = pick(&r->rng, r->side[k].families);
    }
    if (r->left == 0) r->side[0].shut = r->side[1].shut = -1;
    else r->left--;
    for (int k = 0; k < 2; k++) {
        lottery_toss_all(&r->side[k], r->rules.cubs, &r->rng);
        y.boys[k] = lottery_all_boys(&r->side[k], r->rules.cubs);
    }
    return y;
}

double lottery_one_in(int families, int cubs) { return ldexp(1, families * cubs); }
