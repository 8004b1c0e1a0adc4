/* links: lk_base */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>
#include <base/arena.h>

static void memory_is_zeroed_and_aligned(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    for (size_t size = 0; size < 300; size++) {
        unsigned char *p = arena_alloc(&a, size);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
        memset(p, 0xAB, size);
    }
    arena_free(&a);
}

static void allocations_do_not_overlap(void **state) {
    (void)state;
    struct arena a;
    unsigned char *p[400];
    arena_init(&a, 0);
    for (int i = 0; i < 400; i++) {
        size_t size = i % 7 == 0 ? 70000 : (size_t)i;    /* some larger than a block */
        p[i] = arena_alloc(&a, size + 1);
        assert_non_null(p[i]);
        memset(p[i], i & 255, size + 1);
    }
    for (int i = 0; i < 400; i++) {
        size_t size = i % 7 == 0 ? 70000 : (size_t)i;
        for (size_t k = 0; k <= size; k++) assert_int_equal(p[i][k], i & 255);
    }
    arena_free(&a);
}

static void reset_forgets_and_zeroes_again(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    memset(arena_alloc(&a, 50000), 0xFF, 50000);
    memset(arena_alloc(&a, 200000), 0xFF, 200000);
    arena_reset(&a);
    assert_int_equal(a.used, 0);
    assert_non_null(a.head);    /* the largest block is kept */
    unsigned char *p = arena_alloc(&a, 200000);
    for (size_t i = 0; i < 200000; i++) assert_int_equal(p[i], 0);
    arena_free(&a);
    assert_null(a.head);
    assert_non_null(arena_alloc(&a, 1));    /* usable after free */
    arena_free(&a);
}

static void steady_frames_reach_one_block(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct arena_block *kept = NULL;
    for (int frame = 0; frame < 40; frame++) {
        for (int i = 0; i < 100; i++) assert_non_null(arena_alloc(&a, 5000));
        arena_reset(&a);
        if (frame == 20) kept = a.head;
        if (frame > 20) assert_ptr_equal(a.head, kept);
    }
    arena_free(&a);
}

static void ceiling_refuses_and_says_so(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 1000);
    assert_null(arena_alloc(&a, 1001));
    assert_true(a.failed);
    arena_reset(&a);
    assert_false(a.failed);
    assert_non_null(arena_alloc(&a, 600));
    assert_null(arena_alloc(&a, 600));
    assert_true(a.failed);
    assert_non_null(arena_alloc(&a, 100));    /* small ones still fit; `failed` stays */
    assert_true(a.failed);
    assert_null(arena_alloc(&a, SIZE_MAX));
    assert_null(arena_alloc(&a, SIZE_MAX - 8));
    assert_null(arena_array(&a, double, -1));
    assert_null(arena_strn(&a, "", SIZE_MAX));
    arena_free(&a);
}

static void nth_allocation_fails(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    a.fail_at = 3;
    assert_non_null(arena_alloc(&a, 8));
    assert_non_null(arena_alloc(&a, 8));
    assert_false(a.failed);
    assert_null(arena_alloc(&a, 8));
    assert_true(a.failed);
    assert_non_null(arena_alloc(&a, 8));    /* only that one */
    a.fail_at = 1;
    assert_null(arena_str(&a, "x"));
    a.fail_at = 1;
    assert_null(arena_printf(&a, "%d", 1));
    a.fail_at = 1;
    assert_null(arena_copy(&a, "x", 1));
    arena_free(&a);
}

static void strings_are_copied(void **state) {
    (void)state;
    struct arena a;
    char text[] = "leopard";
    arena_init(&a, 0);
    char *s = arena_str(&a, text);
    text[0] = 'X';
    assert_string_equal(s, "leopard");
    assert_string_equal(arena_strn(&a, "leopard", 3), "leo");
    assert_string_equal(arena_strn(&a, NULL, 0), "");
    assert_null(arena_str(&a, NULL));
    assert_string_equal(arena_printf(&a, "%s-%03d", "x", 7), "x-007");
    char *lots = arena_printf(&a, "%0100000d", 5);
    assert_int_equal(strlen(lots), 100000);
    assert_memory_equal(arena_copy(&a, "ab\0c", 4), "ab\0c", 4);
    assert_non_null(arena_copy(&a, NULL, 0));
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned), cmocka_unit_test(allocations_do_not_overlap),
        cmocka_unit_test(reset_forgets_and_zeroes_again), cmocka_unit_test(steady_frames_reach_one_block),
        cmocka_unit_test(ceiling_refuses_and_says_so), cmocka_unit_test(nth_allocation_fails),
        cmocka_unit_test(strings_are_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
