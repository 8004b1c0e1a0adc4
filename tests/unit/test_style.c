/* links: lk_text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>
#include <text/style.h>

static int chain(enum style_token t, bool italic, bool tight, const char *lang, int *out) {
    int n = style_chain(t, italic, tight, lang, out);
    assert_in_range(n, 2, FACE_COUNT);
    assert_int_equal(out[n - 1], FACE_LAST);
    for (int i = 0; i < n; i++) for (int k = 0; k < i; k++) assert_int_not_equal(out[i], out[k]);
    return n;
}

static void names_follow_the_enum(void **state) {
    (void)state;
    int n = 0;
    while (STYLE_NAMES[n]) n++;
    assert_int_equal(n, STYLE_COUNT);
    assert_string_equal(STYLE_NAMES[STYLE_NUMERAL], "numeral-xl");
    assert_string_equal(STYLE_NAMES[STYLE_H2], "h2");
    assert_string_equal(STYLE_NAMES[STYLE_SMALL], "small");
}

static void nothing_is_smaller_than_28(void **state) {
    (void)state;
    for (int t = 0; t < STYLE_COUNT; t++) {
        assert_true(style_size((enum style_token)t) >= 28);
        assert_true(style_leading((enum style_token)t) > .8f);
    }
    assert_true(style_size(STYLE_H1) == 116);
}

static void only_reading_texts_grow(void **state) {
    (void)state;
    const struct { enum style_token t; float at150, at200; } ROWS[] = {
        {STYLE_NUMERAL, 1, 1}, {STYLE_DISPLAY, 1, 1}, {STYLE_H1, 1, 1}, {STYLE_H2, 1, 1}, {STYLE_H3, 1, 1},
        {STYLE_BODY, 1.5f, 2}, {STYLE_LABEL, 1.5f, 2}, {STYLE_BUTTON, 1.5f, 1.5f}, {STYLE_SMALL, 1.5f, 2}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        assert_true(style_growth(ROWS[i].t, 1) == 1);
        assert_true(style_growth(ROWS[i].t, 0) == 1);   /* unset */
        assert_true(style_growth(ROWS[i].t, 1.5f) == ROWS[i].at150);
        assert_true(style_growth(ROWS[i].t, 2) == ROWS[i].at200);
    }
}

static void chains_begin_with_what_the_style_asks(void **state) {
    (void)state;
    int f[FACE_COUNT];
    chain(STYLE_H1, false, false, "ru", f);
    assert_int_equal(f[0], FACE_DISPLAY);
    chain(STYLE_H1, true, true, "ru", f);
    assert_int_equal(f[0], FACE_DISPLAY_X);
    assert_int_equal(f[1], FACE_DISPLAY);
    chain(STYLE_BODY, true, true, "en", f);
    assert_int_equal(f[0], FACE_ITALIC);
    assert_int_equal(f[1], FACE_TEXT);
    chain(STYLE_NUMERAL, false, false, "en", f);
    assert_int_equal(f[0], FACE_DISPLAY_X);
    for (int t = 0; t < STYLE_COUNT; t++)
        for (int k = 0; k < 4; k++) chain((enum style_token)t, k & 1, k & 2, k ? "zh" : NULL, f);
}

static void each_language_has_its_face_second(void **state) {
    (void)state;
    const struct { const char *lang; int bold, text; } ROWS[] = {
        {"zh", FACE_SC_BOLD, FACE_SC}, {"zh-Hans", FACE_SC_BOLD, FACE_SC}, {"ko", FACE_KR_BOLD, FACE_KR},
        {"ja-JP", FACE_JP_BOLD, FACE_JP}, {"ar", FACE_ARABIC_BOLD, FACE_ARABIC}};
    int f[FACE_COUNT];
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        chain(STYLE_H1, false, false, ROWS[i].lang, f);
        assert_int_equal(f[0], FACE_DISPLAY);
        assert_int_equal(f[1], ROWS[i].bold);
        chain(STYLE_BODY, false, false, ROWS[i].lang, f);
        assert_int_equal(f[1], ROWS[i].text);
    }
    assert_int_equal(style_script_of("kok"), SCRIPT_OTHER);   /* Konkani is no Korean */
    assert_int_equal(style_script_of(NULL), SCRIPT_OTHER);
}

static void scripts_have_their_size(void **state) {
    (void)state;
    float size, leading;
    style_script(STYLE_H1, "zh-Hans", &size, &leading);
    assert_true(size == .90f && leading == 1.10f);
    style_script(STYLE_H1, "ko", &size, &leading);
    assert_true(size == .80f && leading == 1.15f);
    style_script(STYLE_BODY, "ko", &size, &leading);
    assert_true(size == 1 && leading == 1);
    style_script(STYLE_H1, "ru", &size, &leading);
    assert_true(size == 1 && leading == 1);
    style_script(STYLE_H1, "pl", &size, &leading);
    assert_true(size == 1 && leading == 1);
    style_script(STYLE_H1, "th", &size, &leading);    /* marks above and below, as Arabic */
    assert_true(size == .82f && leading == 1.30f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_follow_the_enum), cmocka_unit_test(nothing_is_smaller_than_28),
        cmocka_unit_test(only_reading_texts_grow), cmocka_unit_test(chains_begin_with_what_the_style_asks),
        cmocka_unit_test(each_language_has_its_face_second), cmocka_unit_test(scripts_have_their_size)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
