/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The die: rolls within its fact's range, the same numbers each time, needs the time of a roll, and rests. */
#include "stage.h"

#define SCENE(fact) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: got, value: 0}\nelements:\n" \
    "- {kind: die, id: d, at: [96, 700], size: [516, 140], fact: " fact ", var: got, seed: 5, label: Roll, words: \"{got, plural, =0 {none} other {#}}\"}\n"

static void facts(struct kit *k) {
    kit_fact(k, "litter", 0, "cubs", NULL, "confirmed");
    const struct fact_value *got = NULL;
    assert_non_null(fact_find(&k->facts, "litter", &got));
    struct fact_value *range = (struct fact_value *)got;
    range->kind = FACT_RANGE;
    range->min = 1;
    range->max = 4;
    kit_fact(k, "single", 3, "cubs", NULL, "confirmed");
}
static const struct stage_pack PACK = {.prepare = facts};
static int got(struct stage *t) { return (int)stage_var(t, "got"); }
static void touch(struct stage *t) {
    stage_tell(t, NODE_ACTIVATE, 0, (struct vec2){200, 760}, (struct vec2){200, 760});
}
static int roll(struct stage *t) {
    touch(t);
    assert_int_equal(got(t), 0);                       /* unknown while it rolls */
    stage_pass(t, 800);
    return got(t);
}

static void rolls_its_range(void **state) {
    (void)state;
    int first[40], seen[7] = {0};
    for (int visit = 0; visit < 2; visit++) {
        struct stage t;
        stage_open(&t, &PACK, SCENE("litter"));
        for (int i = 0; i < 40; i++) {
            int v = roll(&t);
            assert_in_range(v, 1, 4);
            seen[v]++;
            if (visit) assert_int_equal(v, first[i]);  /* the same in every visit */
            first[i] = v;
        }
        assert_true(stage_rests(&t));
        stage_close(&t);
    }
    for (int v = 1; v <= 4; v++) assert_true(seen[v] >= 8);
}

static void takes_its_time(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE("litter"));
    assert_string_equal(stage_item(&t, "d/words")->label, "none");
    const struct sem_item *it = stage_item(&t, "d");
    assert_true(it->role == SEM_BUTTON && it->hit.w == 516 && it->hit.h == 140 && it->focusable);
    touch(&t);
    stage_at(&t, 1300);
    assert_true(t.k.e.wake == 1316);
    touch(&t);                                         /* impatient: nothing more */
    stage_at(&t, 1690);
    assert_int_equal(got(&t), 0);
    stage_at(&t, 1700);
    assert_true(got(&t) > 0);
    stage_at(&t, 1716);
    stage_at(&t, 1732);
    assert_string_not_equal(stage_item(&t, "d/words")->label, "none");
    t.k.e.still = true;
    stage_set(&t, "got", 0);
    touch(&t);
    assert_true(got(&t) > 0);                          /* at once in reduced motion */
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    stage_refused(&PACK, SCENE("single"), "no range that a die can roll");
}

static void without_memory(void **state) {
    (void)state;
    stage_without_memory(&PACK, SCENE("litter"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(rolls_its_range), cmocka_unit_test(takes_its_time), cmocka_unit_test(mistakes),
                                       cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
