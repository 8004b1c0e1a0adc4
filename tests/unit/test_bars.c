/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars: labels with the register's qualifier, one that follows a variable, rows that never meet, rest when grown. */
#include "data_kit.h"

#define SCENE(bars) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: own, value: 0, unit: m}\nelements:\n" \
    "- kind: bars\n  id: b\n  at: [200, 300]\n  size: [1500, 300]\n  unit-px: 100\n  plate: spruce-950\n  bars:\n" bars
#define THREE "  - {id: you, label: \"You: {value}\", none: Nobody, var: own}\n  - {id: far, label: \"Far: {value}\", fact: far}\n" \
    "  - {id: near, label: \"Near: {value}\", fact: near}\n"

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
    kit_fact(k, "far", 6, "m", "more than", "unverified");
    kit_fact(k, "near", 2.13, "m", NULL, "confirmed");
}

static void shows_what_is_known(void **state) {
    (void)state;
    for (float size = 1; size <= 2; size += .5f) {
        struct kit_file f[1];
        struct kit k;
        open_scene(&k, SCENE(THREE), f);
        k.e.text_scale = size;
        struct scene *s = kit_scene(&k, "s");
        for (int t = 1000; t < 3000; t += 20) kit_at(&k, s, t);
        assert_true(k.e.wake == INT64_MAX);
        assert_string_equal(kit_item(&k, "b/you")->label, "Nobody");
        assert_non_null(strstr(kit_item(&k, "b/far")->label, "more than"));
        assert_null(strstr(kit_item(&k, "b/near")->label, "more than"));
        vars_set(&k.vars, "own", (struct value){.kind = VALUE_NUM, .num = 1.4});
        kit_at(&k, s, 3020);
        kit_at(&k, s, 3040);
        assert_non_null(strstr(kit_item(&k, "b/you")->label, "1.4"));
        const char *ids[] = {"b/you", "b/far", "b/near"};
        for (int i = 0; i < 3; i++) {
            struct box b = kit_item(&k, ids[i])->box;
            assert_true(b.y >= 300 + 100 * (float)i - 1 && b.y + b.h <= 300 + 100 * (float)(i + 1));
        }
        kit_starve(&k, s);
        scene_free(s);
        kit_close(&k);
    }
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *scene, *says; } rows[] = {
        {SCENE("  - {id: a, label: A}\n"), "needs one of 'fact' and 'var'"},
        {SCENE("  - {id: a, label: A, fact: far, var: own}\n"), "needs one of 'fact' and 'var'"},
        {SCENE("    []\n"), "'bars' has 0"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kit_file f[1];
        struct kit k;
        open_scene(&k, rows[i].scene, f);
        assert_null(scene_load(&k.deps, "s", &k.d));
        if (!strstr(kit_lines(&k), rows[i].says)) fail_msg("row %zu: %s", i, kit_lines(&k));
        kit_close(&k);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_what_is_known), cmocka_unit_test(mistakes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
