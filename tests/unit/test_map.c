/* links: lk_base */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <base/map.h>

static void keys_are_found_in_order_of_insertion(void **state) {
    (void)state;
    struct arena a;
    struct map m;
    static int values[3000];
    arena_init(&a, 0);
    map_init(&m, &a);
    assert_null(map_get(&m, "nothing"));
    assert_false(map_has(&m, "nothing"));
    for (int i = 0; i < 3000; i++) assert_true(map_put(&m, arena_printf(&a, "key-%d", i), &values[i]));
    assert_int_equal(m.count, 3000);
    for (int i = 0; i < 3000; i++) {
        const char *key = arena_printf(&a, "key-%d", i);    /* equal, not the same pointer */
        assert_ptr_equal(map_get(&m, key), &values[i]);
        assert_string_equal(m.entries[i].key, key);
    }
    assert_false(map_has(&m, "key-3000"));
    assert_null(map_get(&m, NULL));
    arena_free(&a);
}

static void putting_again_replaces(void **state) {
    (void)state;
    struct arena a;
    struct map m;
    int x, y;
    arena_init(&a, 0);
    map_init(&m, &a);
    assert_true(map_put(&m, "", &x));
    assert_true(map_put(&m, "a", NULL));
    assert_true(map_has(&m, "a"));
    assert_null(map_get(&m, "a"));
    assert_true(map_put(&m, "", &y));
    assert_ptr_equal(map_get(&m, ""), &y);
    assert_int_equal(m.count, 2);
    arena_free(&a);
}

static void refusal_leaves_the_map_whole(void **state) {
    (void)state;
    static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"};
    for (long n = 1; n <= 6; n++) {
        struct arena a;
        struct map m;
        arena_init(&a, 0);
        a.fail_at = n;
        map_init(&m, &a);
        int stored = 0;
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) stored += map_put(&m, keys[i], &m);
        assert_int_equal(stored, m.count);
        assert_int_equal(stored < 17, n <= 6);
        for (int i = 0; i < m.count; i++) assert_ptr_equal(map_get(&m, m.entries[i].key), &m);
        arena_free(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_found_in_order_of_insertion), cmocka_unit_test(putting_again_replaces),
        cmocka_unit_test(refusal_leaves_the_map_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
