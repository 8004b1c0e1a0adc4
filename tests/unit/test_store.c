/* links: lk_command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a store: its text, and the steps back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <command/store.h>
#include <string.h>

#define A "0123456789abcdef0123456789abcdef"
#define B "fedcba9876543210fedcba9876543210"

static bool reads(const char *text, struct store_state *s) { return store_state_read((struct bytes){(const unsigned char *)text, strlen(text)}, s); }

static void there_and_back(struct store_state s) {
    struct arena a;
    struct store_state back;
    arena_init(&a, 1 << 16);
    struct sbuf b = {.arena = &a};
    store_state_print(&s, &b);
    assert_true(reads(b.p, &back));
    assert_string_equal(back.current, s.current);
    assert_string_equal(back.before, s.before);
    assert_int_equal(back.trial, s.trial);
    for (size_t n = 0; n < b.len; n++) {          /* what a power cut may leave is no state, and shows the program's own pack */
        assert_false(store_state_read((struct bytes){(const unsigned char *)b.p, n}, &back));
        assert_string_equal(back.current, "");
        assert_int_equal(back.trial, STORE_PROVEN);
    }
    arena_free(&a);
}

static void test_text(void **state) {
    (void)state;
    there_and_back((struct store_state){A, B, STORE_PROVEN});
    there_and_back((struct store_state){A, "", 0});
    there_and_back((struct store_state){"", A, 2});
    struct store_state s;
    assert_false(reads("leopard-kiosk store 2\ncurrent own\nbefore own\nproven\n", &s));
    assert_false(reads("leopard-kiosk store 1\ncurrent ../../etc\nbefore own\nproven\n", &s));
    assert_false(reads("leopard-kiosk store 1\ncurrent own\nbefore own\ntrial x\n", &s));
    assert_false(reads("leopard-kiosk store 1\ncurrent own\nbefore own\nproven\nmore\n", &s));
}

static void test_back(void **state) {
    (void)state;
    struct store_state s = {A, B, STORE_PROVEN}, to = store_state_back(&s, false);
    assert_string_equal(to.current, B);
    assert_string_equal(to.before, A);
    to = store_state_back(&to, false);
    assert_string_equal(to.current, A);
    to = store_state_back(&(struct store_state){A, B, 1}, false);     /* nobody has seen its home: not to be relied on */
    assert_string_equal(to.current, B);
    assert_string_equal(to.before, "");
    to = store_state_back(&(struct store_state){A, B, 2}, true);      /* a fault: never forth again by itself */
    assert_string_equal(to.current, B);
    assert_string_equal(to.before, "");
    assert_int_equal(to.trial, STORE_PROVEN);
    to = store_state_back(&to, true);
    assert_string_equal(to.current, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_text), cmocka_unit_test(test_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
