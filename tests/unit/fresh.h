/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fresh.h - an arena and a diag that are new for each test of a file: list the test as FRESH(name). */
#ifndef LK_TEST_FRESH_H
#define LK_TEST_FRESH_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <base/arena.h>
#include <base/diag.h>

static struct arena arena;
static struct diag diag;

static int fresh_begin(void **state) {
    (void)state;
    arena_init(&arena, 0);
    diag_init(&diag, &arena);
    return 0;
}
static int fresh_end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}
#define FRESH(test) cmocka_unit_test_setup_teardown(test, fresh_begin, fresh_end)
#endif
