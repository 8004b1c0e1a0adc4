/* links: lk_base */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <base/diag.h>
#include <base/str.h>

static void lines_name_the_place(void **state) {
    (void)state;
    struct arena a;
    struct diag d;
    arena_init(&a, 0);
    diag_init(&d, &a);
    diag_error(&d, (struct pos){"scenes/leap.yaml", 14, 7}, "unknown key '%s'", "lable");
    diag_warn(&d, (struct pos){"locales/ru.po", 3, 0}, "fuzzy");
    diag_error(&d, (struct pos){"scenes", 0, 5}, "missing");
    diag_error(&d, (struct pos){0}, "nowhere");
    assert_int_equal(d.errors, 3);
    assert_int_equal(d.warnings, 1);
    const char *const lines[] = {"scenes/leap.yaml:14:7: unknown key 'lable'", "locales/ru.po:3: warning: fuzzy", "scenes: missing", "nowhere"};
    const struct diag_item *it = d.first;
    for (int i = 0; i < 4; i++, it = it->next) assert_string_equal(diag_line(&a, it), lines[i]);
    assert_null(it);
    arena_free(&a);
}

static void sorting_is_by_place_and_stable(void **state) {
    (void)state;
    struct arena a;
    struct diag d;
    uint32_t seed = 3;
    arena_init(&a, 0);
    diag_init(&d, &a);
    diag_sort(&d);    /* nothing to sort */
    assert_null(d.first);
    for (int i = 0; i < 1000; i++) {
        const char *file = rng_next(&seed) < 0.5 ? "b.yaml" : "a.yaml";
        int line = (int)(rng_next(&seed) * 20), col = (int)(rng_next(&seed) * 3);
        diag_error(&d, (struct pos){file, line, col}, "%04d", i);
    }
    diag_sort(&d);
    int n = 1;
    for (const struct diag_item *it = d.first; it->next; it = it->next, n++) {
        const struct diag_item *after = it->next;
        int c = it->file[0] - after->file[0];
        if (!c) c = it->line - after->line;
        if (!c) c = it->col - after->col;
        if (!c) c = it->text[0] * 1000 + it->text[1] * 100 + it->text[2] * 10 + it->text[3] -
                    (after->text[0] * 1000 + after->text[1] * 100 + after->text[2] * 10 + after->text[3]);
        assert_true(c < 0);
    }
    assert_int_equal(n, 1000);
    assert_null(d.last->next);
    diag_error(&d, (struct pos){0}, "appended");    /* the list can go on */
    assert_string_equal(d.last->text, "appended");
    arena_free(&a);
}

static void faults_are_counted_without_memory(void **state) {
    (void)state;
    for (long n = 1; n <= 2; n++) {
        struct arena a;
        struct diag d;
        arena_init(&a, 0);
        diag_init(&d, &a);
        a.fail_at = n;
        diag_error(&d, (struct pos){0}, "lost");
        assert_int_equal(d.errors, 1);
        assert_null(d.first);
        diag_warn(&d, (struct pos){0}, "kept");
        assert_string_equal(d.first->text, "kept");
        assert_true(d.first->warning);
        arena_free(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_name_the_place), cmocka_unit_test(sorting_is_by_place_and_stable),
        cmocka_unit_test(faults_are_counted_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
