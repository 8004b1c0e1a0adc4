/* links: lk_base */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include <base/str.h>

static void buffer_grows_and_stays_terminated(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct sbuf b = {.arena = &a};
    for (int i = 0; i < 1000; i++) {
        sbuf_putc(&b, (char)('a' + i % 26));
        assert_int_equal(strlen(b.p), (size_t)i + 1);
    }
    sbuf_puts(&b, NULL);
    assert_int_equal(b.len, 1000);
    sbuf_printf(&b, "%s%d", "-", 42);
    sbuf_utf8(&b, 0x1F406);
    assert_string_equal(b.p + 1000, "-42\xF0\x9F\x90\x86");
    sbuf_utf8(&b, 0xD800);    /* no scalar value: adds nothing */
    assert_string_equal(b.p + 1000, "-42\xF0\x9F\x90\x86");
    sbuf_add(&b, "a\0b", 3);
    assert_int_equal(b.len, 1000 + 7 + 3);
    arena_free(&a);
}

static void refused_buffer_has_no_holes(void **state) {
    (void)state;
    for (long n = 1; n < 8; n++) {
        struct arena a;
        arena_init(&a, 0);
        a.fail_at = n;
        struct sbuf b = {.arena = &a};
        char whole[2001] = "";
        for (int i = 0; i < 500; i++) {
            sbuf_printf(&b, "%04d", i);
            snprintf(whole + 4 * i, 5, "%04d", i);
        }
        assert_int_equal(a.failed, n <= 6);    /* 64, 128 ... 2048 bytes */
        if (b.p) assert_memory_equal(b.p, whole, b.len);
        if (b.p) assert_int_equal(b.p[b.len], 0);
        arena_free(&a);
    }
}

static void utf8_is_read_strictly(void **state) {
    (void)state;
    static const struct { const char *s; size_t bad; } broken[] = {
        {"\xC0\x80", 0}, {"ab\xE0\x80\xAF", 2}, {"\xED\xA0\x80", 0}, {"\xF4\x90\x80\x80", 0}, {"x\x80", 1},
        {"\xF0\x9F\x90", 0}, {"\xFF", 0}, {"\xE2\x82", 0}, {"\xF8\x88\x80\x80\x80", 0}, {"\xC3(", 0},
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        size_t bad = 99, at = broken[i].bad, n = strlen(broken[i].s);
        assert_false(utf8_valid(broken[i].s, n, &bad));
        assert_int_equal(bad, broken[i].bad);
        assert_int_equal(utf8_next(broken[i].s, n, &at), 0xFFFD);
        assert_int_equal(at, broken[i].bad + 1);
    }
    assert_true(utf8_valid("", 0, NULL));
    assert_true(utf8_valid("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x90\x86", 10, NULL));
    size_t i = 0;
    const char *s = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x90\x86";
    assert_int_equal(utf8_next(s, 10, &i), 'a');
    assert_int_equal(utf8_next(s, 10, &i), 0xE9);
    assert_int_equal(utf8_next(s, 10, &i), 0x20AC);
    assert_int_equal(utf8_next(s, 10, &i), 0x1F406);
    assert_int_equal(i, 10);
    assert_int_equal(utf8_next(s, 10, &i), 0xFFFD);    /* past the end */
}

static void every_scalar_value_survives(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp < 0x110400; cp += cp < 0x3000 ? 1 : 61) {
        char s[4];
        int n = utf8_put(cp, s);
        bool scalar = cp <= 0x10FFFF && !(cp >= 0xD800 && cp <= 0xDFFF);
        assert_int_equal(n > 0, scalar);
        if (!n) continue;
        size_t i = 0;
        assert_true(utf8_valid(s, (size_t)n, NULL));
        assert_int_equal(utf8_next(s, (size_t)n, &i), cp);
        assert_int_equal(i, n);
    }
}

static void numbers_are_plain_decimals(void **state) {
    (void)state;
    static const struct { const char *s; double n; } good[] = {
        {"0", 0}, {"-0", 0}, {"7", 7}, {"-12.5", -12.5}, {"0.1", 0.1}, {"361756", 361756}, {"131.883456789012345", 131.883456789012345},
        {"007", 7}, {"9007199254740993", 9007199254740993.0}, {"0.000000000000000000000001", 1e-24}, {"2.13", 2.13},
        {"100000000000000000000000", 1e23}, {"0.3", 0.3}, {"43.123456789", 43.123456789},
    };
    static const char *const bad[] = {"", "-", ".", ".5", "5.", "+5", "1e5", "0x10", " 1", "1 ", "1,5", "1.2.3", "--1", "nan", "inf",
                                      "NaN", "1:30", "1_000", "\xD9\xA1", "1-", "-.5"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double n = -1;
        assert_true(str_number(good[i].s, &n));
        if (n != good[i].n) fail_msg("%s read as %.17g", good[i].s, n);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double n = 77;
        if (str_number(bad[i], &n)) fail_msg("'%s' taken for a number", bad[i]);
        assert_true(n == 77);
    }
    char lots[2000];
    double n = 0;
    memset(lots, '9', sizeof lots - 1);
    lots[sizeof lots - 1] = 0;
    assert_false(str_number(lots, &n));    /* no infinity */
    memcpy(lots, "0.", 2);
    assert_true(str_number(lots, &n));
    assert_true(n > 0.999 && n <= 1);
}

static void distance_counts_slips(void **state) {
    (void)state;
    assert_int_equal(str_distance("label", "label"), 0);
    assert_int_equal(str_distance("lable", "label"), 1);    /* a swap is one slip */
    assert_int_equal(str_distance("labl", "label"), 1);
    assert_int_equal(str_distance("labbel", "label"), 1);
    assert_int_equal(str_distance("lapel", "label"), 1);
    assert_int_equal(str_distance("kitten", "sitting"), 3);
    assert_int_equal(str_distance("", "abc"), 3);
    assert_int_equal(str_distance("abcdefghijkl", "zyxwvutsrqpo"), 8);
    char lots[300];
    memset(lots, 'a', 299);
    lots[299] = 0;
    assert_int_equal(str_distance(lots, "a"), 8);
    assert_int_equal(str_distance(lots, lots), 0);
}

static void nearest_is_near(void **state) {
    (void)state;
    static const char *const names[] = {"label", "text", "style", "at", "h1", "h2", NULL};
    assert_string_equal(str_nearest("lable", names), "label");
    assert_string_equal(str_nearest("texts", names), "text");
    assert_string_equal(str_nearest("stlye", names), "style");
    assert_string_equal(str_nearest("h9", names), "h1");
    assert_null(str_nearest("colour", names));
    assert_null(str_nearest("xy", names));
    assert_null(str_nearest("anything", (const char *const[]){NULL}));
}

static void null_equals_only_null(void **state) {
    (void)state;
    assert_true(str_eq(NULL, NULL));
    assert_false(str_eq(NULL, ""));
    assert_false(str_eq("", NULL));
    assert_true(str_eq("a", "a"));
    assert_false(str_eq("a", "b"));
}

/* Published values of XXH64: another machine or compiler must give the same. */
static void hash_is_stable(void **state) {
    (void)state;
    assert_true(hash_bytes(0, "", 0) == 0xEF46DB3751D8E999ull);
    assert_true(hash_bytes(0, "abc", 3) == 0x44BC2CF5AD770999ull);
}

static void hash_sees_every_byte(void **state) {
    (void)state;
    unsigned char text[100] = {0};
    for (size_t n = 1; n <= sizeof text; n += 3) {
        uint64_t plain = hash_bytes(HASH_SEED, text, n);
        assert_true(plain != hash_bytes(HASH_SEED, text, n - 1));
        assert_true(plain != hash_bytes(1, text, n));
        for (size_t i = 0; i < n; i++) {
            text[i] = 1;
            assert_true(plain != hash_bytes(HASH_SEED, text, n));
            text[i] = 0;
        }
    }
    unsigned char shifted[101] = {0};
    memcpy(shifted + 1, text, 100);    /* an odd address changes nothing */
    assert_true(hash_bytes(5, text, 100) == hash_bytes(5, shifted + 1, 100));
}

static void random_numbers_repeat(void **state) {
    (void)state;
    uint32_t s = 7, again = 7;
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
        double v = rng_next(&s);
        assert_true(v >= 0 && v < 1);
        assert_true(v == rng_next(&again));
        sum += v;
    }
    assert_true(sum > 450 && sum < 550);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buffer_grows_and_stays_terminated), cmocka_unit_test(refused_buffer_has_no_holes),
        cmocka_unit_test(utf8_is_read_strictly), cmocka_unit_test(every_scalar_value_survives),
        cmocka_unit_test(numbers_are_plain_decimals), cmocka_unit_test(distance_counts_slips),
        cmocka_unit_test(nearest_is_near), cmocka_unit_test(null_equals_only_null), cmocka_unit_test(hash_is_stable),
        cmocka_unit_test(hash_sees_every_byte), cmocka_unit_test(random_numbers_repeat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
