/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* Strips over a ruler: as long as the facts say, numbered, and refused where they do not fit. */
#include "data_kit.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nelements:\n- kind: spans\n  id: l\n  at: [100, 100]\n  size: [500, 300]\n  unit-px: 3\n  step: 50\n  spans:\n" \
    "  - {id: tail, fact: tail, label: \"Tail: {tail}\"}\n"

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
    kit_fact(k, "tail", 82, "cm", NULL, "confirmed");
}

static void strips_and_numbers(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, HEAD "  count: 2\n", f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    assert_non_null(strstr(kit_item(&k, "l/tail")->label, "82"));
    assert_string_equal(kit_item(&k, "l/mark-1")->label, "50");
    assert_non_null(strstr(kit_item(&k, "l/mark-2")->label, "100"));
    float x0 = kit_item(&k, "l/mark-0")->box.x, x2 = kit_item(&k, "l/mark-2")->box.x;
    assert_true(x2 - x0 > 200 && x2 - x0 < 320);              /* 100 units of 3, from middle to middle of the numbers */
    assert_true(k.e.wake == INT64_MAX);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

static void from_the_right(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, HEAD "  count: 2\n", f);
    struct scene *s = kit_scene(&k, "s");
    k.e.rtl = true;
    kit_at(&k, s, 1000);
    struct box zero = kit_item(&k, "l/mark-0")->box, most = kit_item(&k, "l/mark-2")->box;
    assert_float_equal(zero.x + zero.w / 2, 1820, 2);         /* the element's right edge, mirrored */
    assert_float_equal(most.x + most.w / 2, 1520, 2);
    scene_free(s);
    kit_close(&k);
}

static void too_short_a_ruler(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, HEAD "  count: 1\n", f);
    assert_null(scene_load(&k.deps, "s", &k.d));
    if (!strstr(kit_lines(&k), "does not fit on the ruler of 50")) fail_msg("%s", kit_lines(&k));
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(strips_and_numbers), cmocka_unit_test(from_the_right), cmocka_unit_test(too_short_a_ruler)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
