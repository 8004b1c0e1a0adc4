/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* Strips over a ruler: as long as the facts say, numbered, and refused where they do not fit. */
#include "stage.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nelements:\n- kind: spans\n  id: l\n  at: [100, 100]\n  size: [500, 300]\n  unit-px: 3\n  step: 50\n  spans:\n" \
    "  - {id: tail, fact: tail, label: \"Tail: {tail}\"}\n"

static void facts(struct kit *k) {
    const struct fact_value *body = NULL;
    kit_fact(k, "tail", 82, "cm", NULL, "confirmed");
    kit_fact(k, "body", 0, "cm", NULL, "confirmed");
    assert_non_null(fact_find(&k->facts, "body", &body));
    *(struct fact_value *)body = (struct fact_value){.kind = FACT_RANGE, .min = 107, .max = 136, .unit = "cm"};
}
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

/* Pictures are painted 20 px larger than what they show: a strip of each fact, as long as its longest, one below the other. */
static void as_long_as_the_most_that_is_told(void **state) {
    (void)state;
    uint64_t before = 0;
    for (int rtl = 0; rtl < 2; rtl++) {
        struct stage t;
        stage_load(&t, &PACK, HEAD "  - {id: body, fact: body, label: Body}\n  count: 3\n");
        t.k.e.rtl = rtl;
        stage_at(&t, 1000);
        const struct draw_cmd *strip[3];
        int n = 0;
        for (int i = 0; i < t.k.list.n && n < 3; i++)
            if (t.k.list.cmds[i].kind == DRAW_PICTURE) strip[n++] = &t.k.list.cmds[i];
        assert_int_equal(n, 3);
        assert_int_equal(strip[0]->box.w, 82 * 3 + 40);
        assert_int_equal(strip[1]->box.w, 136 * 3 + 40);
        for (int i = 0; i < 2; i++) assert_int_equal(rtl ? 1920 - strip[i]->box.x - strip[i]->box.w : strip[i]->box.x, 80);
        assert_true(strip[1]->box.y >= strip[0]->box.y + strip[0]->box.h - 40);
        assert_true(strip[2]->box.y > strip[1]->box.y);       /* the ruler */
        assert_true(strip[1]->key != before);                  /* what is sure lies at its zero, on either side */
        before = strip[1]->key;
        stage_close(&t);
    }
}

static void too_short_a_ruler(void **state) {
    (void)state;
    stage_refused(&PACK, HEAD "  count: 1\n", "does not fit on the ruler of 50");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(strips_and_numbers), cmocka_unit_test(from_the_right), cmocka_unit_test(as_long_as_the_most_that_is_told),
                                       cmocka_unit_test(too_short_a_ruler)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
