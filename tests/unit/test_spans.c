/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* Strips over a ruler: as long as the facts say, numbered, and refused where they do not fit. */
#include "stage.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nelements:\n- kind: spans\n  id: l\n  at: [100, 100]\n  size: [500, 300]\n  unit-px: 3\n  step: 50\n  spans:\n" \
    "  - {id: tail, fact: tail, label: \"Tail: {tail}\"}\n"

static void facts(struct kit *k) { kit_fact(k, "tail", 82, "cm", NULL, "confirmed"); }
static const struct stage_pack PACK = {.prepare = facts};

static void strips_and_numbers(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD "  count: 2\n");
    assert_non_null(strstr(stage_item(&t, "l/tail")->label, "82"));
    assert_string_equal(stage_item(&t, "l/mark-1")->label, "50");
    assert_non_null(strstr(stage_item(&t, "l/mark-2")->label, "100"));
    float x0 = stage_item(&t, "l/mark-0")->box.x, x2 = stage_item(&t, "l/mark-2")->box.x;
    assert_true(x2 - x0 > 200 && x2 - x0 < 320);              /* 100 units of 3, from middle to middle of the numbers */
    assert_true(stage_rests(&t));
    stage_starve(&t);
    stage_close(&t);
}

static void from_the_right(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, HEAD "  count: 2\n");
    t.k.e.rtl = true;
    stage_at(&t, 1000);
    struct box zero = stage_item(&t, "l/mark-0")->box, most = stage_item(&t, "l/mark-2")->box;
    assert_float_equal(zero.x + zero.w / 2, 1820, 2);         /* the element's right edge, mirrored */
    assert_float_equal(most.x + most.w / 2, 1520, 2);
    stage_close(&t);
}

static void too_short_a_ruler(void **state) {
    (void)state;
    stage_refused(&PACK, HEAD "  count: 1\n", "does not fit on the ruler of 50");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(strips_and_numbers), cmocka_unit_test(from_the_right), cmocka_unit_test(too_short_a_ruler)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
