/* links: lk_text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two languages in one paragraph: what is set where, and when the second steps back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <text/pair.h>
#include "fake_fonts.h"

static struct arena a;
static int setup(void **state) { (void)state; arena_init(&a, 0); return 0; }
static int teardown(void **state) { (void)state; arena_free(&a); return 0; }

static struct para set(const char *l1, const char *l2, const char *both, struct text_style st, float w, int page) {
    struct port_fonts fonts = fake_fonts(NULL);
    struct para p;
    assert_true(pair_layout(&a, &fonts, l1, l2, both, &st, w, page, &p));
    return p;
}
static bool has(const struct para *p, const char *words) {
    for (int i = 0; i < p->nruns; i++)
        if (p->runs[i].len == strlen(words) && !memcmp(p->runs[i].text, words, p->runs[i].len)) return true;
    return false;
}
static const struct text_style BUTTON = {.token = STYLE_BUTTON, .ink = 0xFFFFFFFFu, .scale = 1, .text_scale = 1, .max_lines = 2};
static const struct text_style BODY = {.token = STYLE_BODY, .ink = 0xFFFFFFFFu, .scale = 1, .text_scale = 1};
static const struct text_style TITLE = {.token = STYLE_H1, .ink = 0xFFFFFFFFu, .scale = 1, .text_scale = 1, .fit = true, .beside = true};

static void joining(void **state) {
    (void)state;
    const char *second;
    assert_string_equal(pair_join(&a, "Leap", "跳跃"), "Leap" PAIR_MARK "跳跃");
    assert_string_equal(pair_join(&a, "Leap", "Leap"), "Leap");
    assert_string_equal(pair_join(&a, "Leap", ""), "Leap");
    assert_string_equal(pair_join(&a, "Leap", NULL), "Leap");
    assert_string_equal(pair_join(&a, "7–10", "7-10"), "7–10");      /* a number needs no second */
    assert_string_equal(pair_first(&a, "Leap" PAIR_MARK "跳跃", &second), "Leap");
    assert_string_equal(second, "跳跃");
    assert_string_equal(pair_first(&a, "Leap", &second), "Leap");
    assert_null(second);
    assert_null(pair_first(&a, NULL, NULL));
    assert_string_equal(pair_chain(&a, "You" PAIR_MARK "你", ": ", "2"), "You: 2" PAIR_MARK "你: 2");
    assert_string_equal(pair_chain(&a, "a", "\n", "b" PAIR_MARK "c"), "a\nb" PAIR_MARK "a · c");
    assert_string_equal(pair_chain(&a, "a", ", ", "b"), "a, b");
}

static void below(void **state) {
    (void)state;
    struct para p = set("ru", "zh-Hans", "Домой" PAIR_MARK "首页", BUTTON, 400, 0);
    assert_int_equal(p.nlines, 2);
    assert_string_equal(p.text, "Домой");
    assert_string_equal(p.also, "首页");
    assert_true(has(&p, "Домой") && has(&p, "首页"));
    const struct text_run *one = &p.runs[0], *two = &p.runs[p.nruns - 1];
    assert_true(two->line == 1 && two->px < one->px && two->px >= 28);
    assert_true(two->face == FACE_SC && two->ink == one->ink);
    assert_true(p.lines[1].y >= p.lines[0].y + p.lines[0].h && p.h >= p.lines[1].y + p.lines[1].h);
    assert_true(p.pages == 1 && !p.overflow && p.w >= p.lines[0].w && p.w >= p.lines[1].w);
    p = set("ru", NULL, "Домой" PAIR_MARK "首页", BUTTON, 400, 0);    /* nobody asked for a second */
    assert_true(p.nlines == 1 && !p.also);
    p = set("ru", "zh-Hans", "Домой", BUTTON, 400, 0);
    assert_true(p.nlines == 1 && !p.also);
}

static void beside(void **state) {
    (void)state;
    struct para p = set("en", "zh-Hans", "Leap" PAIR_MARK "跳跃", TITLE, 900, 0);
    assert_int_equal(p.nlines, 1);
    assert_true(has(&p, "跳跃") && p.runs[p.nruns - 1].x > p.runs[0].x + p.runs[0].w);
    assert_true(p.w <= 900 && p.lines[0].w == p.w);
    p = set("en", "zh-Hans", "Leap" PAIR_MARK "跳跃", TITLE, 300, 0);  /* no room beside: below */
    assert_int_equal(p.nlines, 2);
    p = set("ar", "en", "نمر" PAIR_MARK "Leopard", TITLE, 900, 0);    /* from the right: the second stands left of the first */
    assert_int_equal(p.nlines, 1);
    assert_true(p.runs[p.nruns - 1].x + p.runs[p.nruns - 1].w < p.runs[0].x && p.runs[0].rtl && !p.runs[p.nruns - 1].rtl);
    assert_true(p.lines[0].x + p.lines[0].w <= 900.5f);
    struct text_style st = TITLE;
    p = set("en", "zh-Hans", "Amur leopard of the night" PAIR_MARK "豹", st, 640, 0);   /* behind the last of two lines */
    assert_true(p.nlines == 2 && p.both && p.runs[p.nruns - 1].line == 1);
    st.align = ALIGN_END;
    p = set("en", "zh-Hans", "Leap" PAIR_MARK "跳跃", st, 900, 0);
    assert_true(p.nlines == 1 && p.lines[0].x + p.lines[0].w > 898 && p.runs[0].x == p.lines[0].x);
    st.align = ALIGN_START;
    st.level = true;
    st.max_lines = 1;
    float wide = set("en", "zh-Hans", "Amur leopard", st, 2000, 0).w;
    p = set("en", "zh-Hans", "Amur leopard" PAIR_MARK "东北豹", st, wide + 40, 0);      /* narrower and smaller for it */
    assert_true(p.nlines == 1 && p.both && p.w <= wide + 40.5f);
    assert_false(set("en", "zh-Hans", "Amur leopard" PAIR_MARK "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", st, wide + 40, 0).both);
}

/* A title that had to become small: its second language is no larger a part of it, and no smaller than any text. */
static void small_title(void **state) {
    (void)state;
    struct text_style st = TITLE;
    st.beside = false, st.max_lines = 1;
    static const struct { float w, first, second; } ROWS[] = {{1000, 116, 52}, {385, 93, 52}, {250, 58, 43.5f}, {150, 35, 28}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct para p = set("en", "fr", "ten letter" PAIR_MARK "ab", st, ROWS[i].w, 0);
        assert_int_equal(p.nlines, 2);
        assert_float_equal(p.runs[0].px, ROWS[i].first, 1.01);
        assert_float_equal(p.runs[p.nruns - 1].px, ROWS[i].second, .51);
    }
}

/* However narrow the line that both share, the first stays the larger one, and is not shrunk for the other beyond measure. */
static void first_stays_first(void **state) {
    (void)state;
    struct text_style st = TITLE;
    st.level = true, st.max_lines = 1;
    for (float w = 200; w < 2400; w += 20) {
        struct para p = set("en", "fr", "Amur leopard" PAIR_MARK "leopard of the river Amur", st, w, 0);
        if (p.both) assert_true(p.runs[0].px >= p.runs[p.nruns - 1].px && p.runs[0].px >= 116 * .76f * .6f - 1);
    }
}

/* Both stand on the side on which the first begins. */
static void sides(void **state) {
    (void)state;
    struct para p = set("ru", "ar", "Домой" PAIR_MARK "نمر", BUTTON, 400, 0);
    assert_true(p.nlines == 2 && p.lines[0].x == 0 && p.lines[1].x == 0 && p.runs[p.nruns - 1].rtl);
    p = set("ar", "ru", "نمر" PAIR_MARK "Домой", BUTTON, 400, 0);
    assert_int_equal(p.nlines, 2);
    for (int i = 0; i < 2; i++) assert_float_equal(p.lines[i].x + p.lines[i].w, 400, 1.5);
    p = set("ru", "zh-Hans", "Да" PAIR_MARK "一二三四五六", BUTTON, 0, 0);   /* no width given: that of the wider one */
    assert_true(p.nlines == 2 && p.w >= 6 * 28);
}

/* Where the room is short both become smaller, to the least, before the second is left out; where there is room they do not. */
static void smaller(void **state) {
    (void)state;
    struct text_style st = BODY;
    const char *both = "Home" PAIR_MARK "首页";
    float sizes[3];
    static const float ROOM[3] = {100, 88, 83};
    for (int i = 0; i < 3; i++) {
        st.max_h = ROOM[i];
        struct para p = set("en", "zh-Hans", both, st, 600, 0);
        assert_true(p.both && p.nlines == 2 && p.h <= ROOM[i]);
        sizes[i] = p.runs[0].px;
        assert_true(p.runs[p.nruns - 1].px >= 28);
    }
    assert_float_equal(sizes[0], 36, .01);
    assert_true(sizes[1] < sizes[0] && sizes[2] < sizes[1] && sizes[2] >= 28);
    st.max_h = 60;
    struct para p = set("en", "zh-Hans", both, st, 600, 0);
    assert_false(p.both);
    assert_float_equal(p.runs[0].px, 36, .01);           /* for nothing it is not made smaller */
    st.max_h = 0, st.max_lines = 1;
    p = set("en", "zh-Hans", "Caterpillar" PAIR_MARK "虫", st, 180, 0);
    assert_true(p.overflow && !p.both);                  /* too wide by itself: who asked tries another size, for all its words alike */
}

/* What may `fit` becomes much smaller before that; nothing smaller than any text. */
static void fits_smaller(void **state) {
    (void)state;
    struct text_style st = {.token = STYLE_H3, .ink = 0xFFFFFFFFu, .scale = 1, .text_scale = 1, .max_lines = 1, .max_h = 72, .fit = true};
    const char *both = "Home" PAIR_MARK "House";
    struct para p = set("en", "fr", both, st, 600, 0);
    assert_true(p.both && p.nlines == 2 && p.h <= 72 && p.runs[0].px >= 33 && p.runs[0].px < 48 * .75f);
    st.max_h = 50;                 /* two lines of the least letters are higher */
    assert_false(set("en", "fr", both, st, 600, 0).both);
    st.max_h = 72, st.fit = false;
    assert_false(set("en", "fr", both, st, 600, 0).both);
}

static void steps_back(void **state) {
    (void)state;
    const char *both = "Home" PAIR_MARK "首页";
    struct text_style rows[] = {BUTTON, BUTTON, BUTTON, BUTTON};
    rows[0].alone = true;
    rows[1].text_scale = 1.5f;
    rows[2].max_h = 60;            /* room for one line and a half */
    rows[3].token = STYLE_NUMERAL;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct para p = set("en", "zh-Hans", both, rows[i], 600, 0);
        assert_int_equal(p.nlines, 1);
        assert_int_equal(p.pages, 1);
        assert_string_equal(p.also, "首页");
    }
    struct text_style one = BUTTON;
    one.max_lines = 1;
    struct para p = set("en", "zh-Hans", "Home" PAIR_MARK "一二三四五六七八九十", one, 200, 0);   /* more lines than it may have */
    assert_true(p.nlines == 1 && !p.overflow);
}

static void turns(void **state) {
    (void)state;
    struct text_style st = BODY;
    st.turns = true;
    const char *longer = "one two three four five six seven eight nine" PAIR_MARK "一二三四五六七八九十";
    struct para p = set("en", "zh-Hans", longer, st, 180, 0);
    int pages = p.pages, first = p.first_pages;
    assert_true(pages == 2 && first == 1 && p.page == 0 && !has(&p, "一二三四五"));
    p = set("en", "zh-Hans", longer, st, 180, 1);
    assert_true(p.pages == 2 && p.page == 1 && p.runs[0].face == FACE_SC && p.runs[0].px >= 36);
    assert_string_equal(p.text, "one two three four five six seven eight nine");
    assert_int_equal(set("en", "zh-Hans", longer, st, 180, 9).page, 1);
    st.max_h = 100;                /* two lines: each language has pages of its own */
    int seen = 0, last = -1;
    for (int i = 0; i < set("en", "zh-Hans", longer, st, 180, 0).pages; i++, seen++) {
        p = set("en", "zh-Hans", longer, st, 180, i);
        assert_true(p.page == i && p.page > last && p.h <= 100);
        last = p.page;
    }
    assert_true(seen >= 3);
    st.max_h = 160;                /* three lines, or four smaller ones: then each has a single page */
    for (int i = 0; i < 2; i++) {
        p = set("en", "zh-Hans", "one two three four five six seven" PAIR_MARK "一二三四五六七八九十", st, 180, i);
        assert_true(p.pages == 2 && p.page == i && p.first_pages == 1 && !p.overflow && p.runs[0].px < 30 && p.runs[0].px >= 28);
    }
    st.max_h = 0;
    assert_int_equal(set("en", "zh-Hans", "one" PAIR_MARK "一", st, 180, 0).pages, 1);   /* short: one below the other */
    st.max_h = 60;                 /* and without room below, left out, or on a page of its own */
    p = set("en", "zh-Hans", "one" PAIR_MARK "一", st, 180, 0);
    assert_true(p.pages == 1 && !p.both);
    st.whole = true;
    p = set("en", "zh-Hans", "one" PAIR_MARK "一", st, 180, 1);
    assert_true(p.pages == 2 && p.first_pages == 1 && p.both && has(&p, "一"));
}

static void lines_run_on(void **state) {
    (void)state;
    struct para p = set("ru", "zh-Hans", "Раз\nдва" PAIR_MARK "一\n二", BUTTON, 400, 0);
    assert_int_equal(p.nlines, 3);
    assert_true(has(&p, "一二"));
    p = set("zh-Hans", "en", "一" PAIR_MARK "a\nb", BUTTON, 400, 0);
    assert_true(has(&p, "a b"));
}

/* Where room is short, a title that its author broke has no more lines than that; then one, unless that would be small. */
static void fewer_lines(void **state) {
    (void)state;
    struct text_style st = TITLE;
    st.beside = false, st.max_lines = 3;
    const char *both = "One leap\nmore than six meters" PAIR_MARK "一跃";
    assert_int_equal(set("en", "zh-Hans", both, st, 700, 0).nlines, 4);        /* with room it is as its author says */
    st.one_line = true;
    struct para p = set("en", "zh-Hans", both, st, 700, 0);
    assert_true(p.both && p.nlines == 3 && p.runs[0].px < 100);                 /* two, and the second language */
    st.max_lines = 2;
    p = set("en", "zh-Hans", both, st, 900, 0);
    assert_true(p.both && p.nlines == 2 && has(&p, "One leap more than six meters") && p.runs[0].px >= 48);
    assert_string_equal(p.text, "One leap more than six meters");
    p = set("en", "zh-Hans", both, st, 520, 0);                                /* that would be small */
    assert_true(p.both && p.nlines == 3);
    st.fit = false;
    assert_int_equal(set("en", "zh-Hans", both, st, 2400, 0).nlines, 3);       /* nor what may not become narrower */
}

static void memory(void **state) {
    (void)state;
    struct port_fonts fonts = fake_fonts(NULL);
    struct text_style st = BODY, line = TITLE;
    st.turns = true, line.one_line = true;
    long n = 1;
    for (bool done = false; !done; n++) {
        struct arena m;
        struct para p;
        arena_init(&m, 0);
        m.fail_at = n;
        done = pair_layout(&m, &fonts, "ar", "en", "نمر" PAIR_MARK "leopard", &TITLE, 300, 0, &p) &&
               pair_layout(&m, &fonts, "en", "ar", "one\ntwo" PAIR_MARK "نمر", &line, 900, 0, &p) &&
               pair_layout(&m, &fonts, "ru", "en", "раз два три четыре" PAIR_MARK "one two three", &st, 90, 1, &p) && !m.failed;
        arena_free(&m);
    }
    assert_in_range(n, 10, 400);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joining), cmocka_unit_test(below), cmocka_unit_test(beside), cmocka_unit_test(small_title), cmocka_unit_test(first_stays_first), cmocka_unit_test(sides), cmocka_unit_test(smaller), cmocka_unit_test(fits_smaller), cmocka_unit_test(steps_back),
        cmocka_unit_test(turns), cmocka_unit_test(lines_run_on), cmocka_unit_test(fewer_lines), cmocka_unit_test(memory)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
