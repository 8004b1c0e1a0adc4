/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars: labels with the register's qualifier, one that follows a variable, rows that never meet, rest when grown. */
#include "stage.h"

#define SCENE(bars) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: own, value: 0, unit: m}\nelements:\n" \
    "- kind: bars\n  id: b\n  at: [200, 300]\n  size: [1500, 300]\n  unit-px: 100\n  plate: spruce-950\n  bars:\n" bars
#define THREE "  - {id: you, label: \"You: {value}\", none: Nobody, var: own}\n  - {id: far, label: \"Far: {value}\", fact: far}\n" \
    "  - {id: near, label: \"Near: {value}\", fact: near}\n"

static void facts(struct kit *k) {
    kit_fact(k, "far", 6, "m", "more than", "unverified");
    kit_fact(k, "near", 2.13, "m", NULL, "confirmed");
    kit_fact(k, "away", 16, "m", NULL, "confirmed");
    kit_fact(k, "small", 213, "cm", NULL, "confirmed");
}
static const struct stage_pack PACK = {.prepare = facts};

static void shows_what_is_known(void **state) {
    (void)state;
    for (float size = 1; size <= 2; size += .5f) {
        struct stage t;
        stage_set_up(&t, &PACK, SCENE(THREE));
        t.k.e.text_scale = size;
        stage_begin(&t);
        stage_at(&t, 1000);
        stage_pass(&t, 1980);
        assert_true(stage_rests(&t));
        assert_string_equal(stage_item(&t, "b/you")->label, "Nobody");
        assert_non_null(strstr(stage_item(&t, "b/far")->label, "more than"));
        assert_null(strstr(stage_item(&t, "b/near")->label, "more than"));
        stage_set(&t, "own", 1.4);
        stage_at(&t, 3020);
        stage_at(&t, 3040);
        assert_non_null(strstr(stage_item(&t, "b/you")->label, "1.4"));
        const char *ids[] = {"b/you", "b/far", "b/near"};
        for (int i = 0; i < 3; i++) {
            struct box b = stage_item(&t, ids[i])->box;
            assert_true(b.y >= 300 + 100 * (float)i - 1 && b.y + b.h <= 300 + 100 * (float)(i + 1));
        }
        stage_starve(&t);
        stage_close(&t);
    }
}

/* In low rows the label stands clear of the disc at the end of a bar that a visitor sets. */
static void label_clear_of_the_disc(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE(THREE "  - {id: c, label: C, fact: near}\n  - {id: d, label: D, fact: near}\n"));
    stage_set(&t, "own", 1.4);
    stage_pass(&t, 2000);
    struct box b = stage_item(&t, "b/you")->box;
    assert_true(b.y + b.h <= 300 + 60 - 6 - 18 / 2.f - 17);
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {SCENE("  - {id: a, label: A}\n"), "needs one of 'fact' and 'var'"},
        {SCENE("  - {id: a, label: A, fact: far, var: own}\n"), "needs one of 'fact' and 'var'"},
        {SCENE("    []\n"), "'bars' has 0"},
        {SCENE("  - {id: a, label: A, fact: away}\n"), "bar 'a' of 16 m is longer than its room of 15"},
        {SCENE("  - {id: a, label: A, fact: small}\n"), "fact 'small' is told in cm, the bars are in m"},
    };
    STAGE_MISTAKES(&PACK, rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_what_is_known), cmocka_unit_test(label_clear_of_the_disc), cmocka_unit_test(mistakes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
