/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <scene/vars.h>

static struct value num(double n) { return (struct value){.kind = VALUE_NUM, .num = n}; }
static struct value word(const char *w) { return (struct value){.kind = VALUE_WORD, .word = w}; }

static void setting(void **st) {
    struct arena a;
    struct vars v;
    (void)st;
    arena_init(&a, 0);
    vars_init(&v, &a);
    assert_true(vars_declare(&v, "stop", num(0), NULL, true));
    assert_true(vars_declare(&v, "jumper", word("leopard"), NULL, false));
    uint32_t version = v.version;
    vars_set_num(&v, "stop", 0);
    vars_set(&v, "jumper", word("leopard"));
    vars_set_num(&v, "nobody", 3);
    assert_int_equal(v.version, version);
    assert_int_equal(vars_get(&v, "nobody").kind, VALUE_NONE);
    vars_set_num(&v, "stop", 2);
    assert_int_equal(v.version, version + 1);
    assert_true(vars_num(&v, "stop", -1) == 2);
    assert_true(vars_num(&v, "jumper", -1) == -1);
    /* a variable may change its kind; what was given may go */
    char gone[] = "cat";
    vars_set(&v, "jumper", word(gone));
    gone[0] = 'x';
    assert_string_equal(vars_get(&v, "jumper").word, "cat");
    vars_reset(&v);
    assert_true(vars_num(&v, "stop", -1) == 0);
    assert_string_equal(vars_get(&v, "jumper").word, "leopard");
    vars_drop_local(&v);
    assert_int_equal(vars_get(&v, "stop").kind, VALUE_NONE);
    assert_int_equal(vars_get(&v, "jumper").kind, VALUE_WORD);
    arena_free(&a);
}

/* A day of switching words must not fill the arena. */
static void words_are_kept_once(void **st) {
    struct arena a;
    struct vars v;
    (void)st;
    arena_init(&a, 0);
    vars_init(&v, &a);
    vars_declare(&v, "place", word("none"), NULL, true);
    vars_set(&v, "place", word("odo-san"));
    vars_set(&v, "place", word("none"));
    size_t used = a.used;
    for (int i = 0; i < 5000; i++) vars_set(&v, "place", word(i & 1 ? "none" : "odo-san"));
    for (int i = 0; i < 50; i++) {
        vars_drop_local(&v);
        vars_declare(&v, "place", word("none"), NULL, true);
    }
    assert_int_equal(a.used, used);
    arena_free(&a);
}

static void declaring_again(void **st) {
    struct arena a;
    struct vars v;
    (void)st;
    arena_init(&a, 0);
    vars_init(&v, &a);
    vars_declare(&v, "score", num(0), NULL, false);
    vars_set_num(&v, "score", 5);
    assert_true(vars_declare(&v, "score", num(9), NULL, true));
    assert_true(vars_num(&v, "score", -1) == 5);
    vars_drop_local(&v);
    assert_true(vars_num(&v, "score", -1) == 5);
    vars_reset(&v);
    assert_true(vars_num(&v, "score", -1) == 0);
    arena_free(&a);
}

static void conditions(void **st) {
    struct arena a;
    struct vars v;
    (void)st;
    arena_init(&a, 0);
    vars_init(&v, &a);
    vars_declare(&v, "stop", num(1.5), NULL, true);
    vars_declare(&v, "place", word("none"), NULL, true);
    struct cond c[3] = {{.var = "stop", .range = true, .min = 1.5, .max = 2}, {.var = "place", .is = word("none")},
                        {.var = "missing", .is = num(0)}};
    assert_true(vars_hold(&v, &(struct conds){NULL, 0}));
    assert_true(vars_hold(&v, &(struct conds){c, 2}));
    assert_false(vars_hold(&v, &(struct conds){c, 3}));
    vars_set_num(&v, "stop", 1.4999);
    assert_false(vars_hold(&v, &(struct conds){c, 2}));
    vars_set(&v, "stop", word("2"));   /* a word is in no range */
    assert_false(vars_hold(&v, &(struct conds){c, 1}));
    arena_free(&a);
}

static void no_memory(void **st) {
    (void)st;
    for (long fail = 1; fail < 12; fail++) {
        struct arena a;
        struct vars v;
        char name[8];
        arena_init(&a, 0);
        vars_init(&v, &a);
        a.fail_at = fail;
        for (int i = 0; i < 40; i++) {
            snprintf(name, sizeof name, "v%d", i);
            if (vars_declare(&v, name, word(name), "m", true)) assert_string_equal(vars_get(&v, name).word, name);
        }
        assert_true(v.n < 40);
        vars_set(&v, "v0", word("new word"));
        if (vars_get(&v, "v0").kind != VALUE_NONE) assert_non_null(vars_get(&v, "v0").word);
        arena_free(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(setting), cmocka_unit_test(words_are_kept_once), cmocka_unit_test(declaring_again),
                                       cmocka_unit_test(conditions), cmocka_unit_test(no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
