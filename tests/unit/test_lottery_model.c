/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The lottery is honest: frequencies over many seeds against the closed form, within four standard deviations. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <scene/lottery_model.h>
#include <string.h>

static struct lottery_side side_of(int families) {
    struct lottery_side s = {.families = families, .shut = -1};
    return s;
}

/* hits of n trials with probability p each */
static void assert_fair(double hits, double n, double p) {
    double sigma = sqrt(n * p * (1 - p));
    if (fabs(hits - n * p) > 4 * sigma) fail_msg("%g of %g, expected %g +- %g", hits, n, n * p, sigma);
}

static void one_in(void **state) {
    (void)state;
    assert_float_equal(lottery_one_in(3, 2), 64, 0);
    assert_float_equal(lottery_one_in(3, 2) * lottery_one_in(3, 2), 4096, 0);
    assert_float_equal(lottery_one_in(1, 1), 2, 0);
    assert_true(lottery_one_in(60, 2) == pow(2, 120));
}

static void all_boys_as_often_as_they_should(void **state) {
    (void)state;
    for (int families = 1; families <= 4; families++)
        for (int cubs = 1; cubs <= 2; cubs++) {
            int n = 40000, hits = 0;
            for (int seed = 0; seed < n; seed++) {
                uint32_t rng = (uint32_t)seed * 2654435761u;
                struct lottery_side s = side_of(families);
                lottery_toss_all(&s, cubs, &rng);
                hits += lottery_all_boys(&s, cubs);
            }
            assert_fair(hits, n, 1 / lottery_one_in(families, cubs));
        }
}

static void every_outcome_is_as_likely(void **state) {
    (void)state;
    int n = 64000, count[64] = {0}, boys = 0;
    uint32_t rng = 5;
    struct lottery_side s = side_of(3);
    for (int i = 0; i < n; i++) {
        lottery_toss_all(&s, 2, &rng);
        unsigned o = lottery_outcome(&s, 2);
        assert_true(o < 64);
        assert_int_equal(o == 63, lottery_all_boys(&s, 2));
        count[o]++;
        for (int k = 0; k < 6; k++) boys += o >> k & 1u;
    }
    assert_fair(boys, 6.0 * n, .5);
    for (int o = 0; o < 64; o++) assert_fair(count[o], n, 1.0 / 64);
}

static void sixty_families_never(void **state) {
    (void)state;
    struct lottery_side s = side_of(60);
    uint32_t rng = 9;
    for (int i = 0; i < 20000; i++) {
        lottery_toss_all(&s, 2, &rng);
        assert_false(lottery_all_boys(&s, 2));
    }
}

static void same_seed_same_children(void **state) {
    (void)state;
    struct lottery_run a = {.rules = {2, .05, 5, 2}, .side = {side_of(3), side_of(60)}, .rng = 77}, b = a, c = a;
    bool differ = false;
    c.rng = 78;
    for (int i = 0; i < 100; i++) {
        struct lottery_year x = lottery_next(&a), y = lottery_next(&b);
        lottery_next(&c);
        assert_int_equal(x.card, y.card);
        assert_memory_equal(a.side, b.side, sizeof a.side);
        differ |= memcmp(a.side, c.side, sizeof a.side) != 0;
    }
    assert_true(differ);
}

/* Expected years of boys among `years`: a chain over the years that a den is still shut. */
static double expected(const struct lottery_rules *r, int families, int years) {
    double open = 1, shut[16] = {0}, sum = 0;
    double p_open = 1 / lottery_one_in(families, r->cubs), p_shut = families > 1 ? 1 / lottery_one_in(families - 1, r->cubs) : 0;
    for (int y = 0; y < years; y++) {
        double drawn = open * r->card;
        double in_shut = drawn;
        for (int k = 1; k < r->shut; k++) in_shut += shut[k];
        sum += (open - drawn) * p_open + in_shut * p_shut;
        double back = r->shut > 1 ? shut[1] : drawn;
        for (int k = 1; k + 1 < r->shut; k++) shut[k] = shut[k + 1];
        if (r->shut > 1) shut[r->shut - 1] = drawn;
        open = open - drawn + back;
    }
    return sum;
}

static void hundred_years_against_the_chain(void **state) {
    (void)state;
    static const struct { struct lottery_rules rules; int families; } rows[] = {
        {{2, .05, 5, 2}, 3}, {{2, .05, 3, 2}, 3}, {{2, .2, 1, 1}, 2}, {{2, 0, 5, 2}, 3}, {{1, .1, 2, 2}, 1}, {{2, .05, 5, 0}, 3}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct lottery_rules rules = rows[i].rules;
        double sum = 0, squares = 0, n = 4000;
        for (int seed = 1; seed <= (int)n; seed++) {
            struct lottery_run r = {.rules = rules, .side = {side_of(rows[i].families), side_of(60)}, .rng = (uint32_t)seed * 40503u};
            int hits = 0;
            for (int y = 0; y < 100; y++) {
                struct lottery_year year = lottery_next(&r);
                hits += year.boys[0];
                assert_false(year.boys[1]);
                assert_true(year.card >= -1 && year.card < rules.kinds);
            }
            sum += hits;
            squares += (double)hits * hits;
        }
        if (rules.kinds == 0) rules.card = 0;
        double mean = sum / n, sigma = sqrt((squares / n - mean * mean) / n), want = expected(&rules, rows[i].families, 100);
        if (fabs(mean - want) > 4 * sigma) fail_msg("row %zu: %g years, expected %g +- %g", i, mean, want, sigma);
    }
}

static void a_card_shuts_one_den_on_each_side(void **state) {
    (void)state;
    struct lottery_run r = {.rules = {2, .3, 4, 3}, .side = {side_of(3), side_of(60)}, .rng = 3};
    int shut_years = 0, cards = 0;
    for (int y = 0; y < 400; y++) {
        int before = r.left;
        unsigned char kept[2] = {0};
        struct lottery_year year = lottery_next(&r);
        if (before > 0) assert_int_equal(year.card, -1);
        cards += year.card >= 0;
        assert_int_equal(r.side[0].shut >= 0, r.side[1].shut >= 0);
        if (r.side[0].shut < 0) continue;
        shut_years++;
        assert_in_range(r.side[0].shut, 0, 2);
        assert_in_range(r.side[1].shut, 0, 59);
        for (int k = 0; k < 2; k++) kept[k] = r.side[k].boys[r.side[k].shut];
        lottery_toss_all(&r.side[0], 2, &r.rng);
        assert_int_equal(kept[0], r.side[0].boys[r.side[0].shut]);    /* no litter there */
    }
    assert_true(cards > 10);
    assert_int_equal(shut_years + r.left, 4 * cards);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_in),
        cmocka_unit_test(all_boys_as_often_as_they_should),
        cmocka_unit_test(every_outcome_is_as_likely),
        cmocka_unit_test(sixty_families_never),
        cmocka_unit_test(same_seed_same_children),
        cmocka_unit_test(hundred_years_against_the_chain),
        cmocka_unit_test(a_card_shuts_one_den_on_each_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
