/* links: lk_text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <text/para.h>
#include "fake_fonts.h"

static struct arena A;
static int setup(void **state) { (void)state; arena_init(&A, 0); return 0; }
static int teardown(void **state) { (void)state; arena_free(&A); return 0; }

static const struct text_style BODY = {.token = STYLE_BODY, .px = 20, .ink = 0x111111FF, .scale = .5f, .text_scale = 1};   /* letters of 14 px and more */
static const struct text_style TITLE = {.token = STYLE_H1, .px = 100, .ink = 0x111111FF, .scale = 1, .text_scale = 1, .fit = true};

static struct para lay(const char *lang, const char *text, struct text_style s, float w, int page) {
    struct port_fonts fonts = fake_fonts(NULL);
    struct para p;
    assert_true(para_layout(&A, &fonts, lang, text, &s, w, page, &p));
    assert_true(p.pages >= 1 && p.page >= 0 && p.page < p.pages);
    float widest = 0;
    for (int i = 0; i < p.nlines; i++) {
        widest = fmaxf(widest, p.lines[i].w);
        assert_true(p.lines[i].baseline == floorf(p.lines[i].baseline) && p.lines[i].y == floorf(p.lines[i].y));
        assert_true(p.overflow || w <= 0 || p.lines[i].w <= w + .1f);
    }
    assert_true(p.w == widest);
    for (int i = 0; i < p.nruns; i++) {
        const struct text_run *r = &p.runs[i];
        assert_true(r->x == floorf(r->x) && r->line >= 0 && r->line < p.nlines && r->len > 0);
        if (i && p.runs[i - 1].line == r->line) assert_true(r->x >= p.runs[i - 1].x);
        else if (i) assert_true(r->line > p.runs[i - 1].line);
    }
    return p;
}

/* Lines joined by "/"; runs of a line in drawing order, joined by "|" when bars is set. */
static const char *lines(struct para p, bool bars) {
    struct sbuf b = {&A, NULL, 0, 0};
    for (int i = 0, line = 0; i < p.nruns; i++) {
        for (; line < p.runs[i].line; line++) sbuf_putc(&b, '/');
        if (bars && i && p.runs[i - 1].line == line) sbuf_putc(&b, '|');
        sbuf_add(&b, p.runs[i].text, p.runs[i].len);
    }
    return b.p ? b.p : "";
}

/* w = width in half letters of 10 px */
struct row { const char *lang, *text; int w; const char *want; };
static void check(const struct row *rows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct para p = lay(rows[i].lang, rows[i].text, BODY, (float)rows[i].w * 10, 0);
        assert_string_equal(lines(p, false), rows[i].want);
    }
}
#define CHECK(rows) check(rows, sizeof rows / sizeof *rows)

static void breaks(void **state) {
    (void)state;
    static const struct row ROWS[] = {
        {"en", "the quick brown fox", 9, "the quick/brown fox"},
        {"en", "the quick brown fox", 100, "the quick brown fox"},
        {"en", "the quick brown fox", 0, "the quick brown fox"},
        {"en", "snow-leopard", 8, "snow-/leopard"},
        {"en", "a\nb\n\nc\n", 9, "a/b//c"},
        {"en", "prints 9–12 wide", 10, "prints/9–12 wide"}, {"ja", "幅9～12だ", 5, "幅/9～12/だ"}, {"ar", "x ٩–١٢ y", 4, "x/١٢–٩/y"},
        {"en", "snow 9–cat", 7, "snow 9–/cat"},
        {"ru", "Сколько пятен вы насчитали", 13, "Сколько пятен/вы насчитали"},
        {"ru", "прыгает на 6\xC2\xA0м вперёд", 12, "прыгает на/6\xC2\xA0м вперёд"},
        /* no line begins with a comma or a colon, none ends with an opening quote */
        {"zh-Hans", "远东豹，生活在这里", 6, "远东/豹，生/活在这/里"},
        {"zh-Hans", "他说：豹", 4, "他/说：/豹"},
        {"zh-Hans", "他说“豹”", 6, "他说/“豹”"},
        {"zh-Hans", "约130只。", 6, "约130/只。"},
        /* Korean only at spaces, however short the line gets */
        {"ko", "아무르표범은 러시아와 중국에 삽니다", 14, "아무르표범은/러시아와/중국에 삽니다"},
        {"ko", "2015년에 (극동) 표범", 13, "2015년에/(극동) 표범"},
        {"ja", "アムールヒョウっ", 14, "アムールヒョ/ウっ"},
        {"en", "co\xC2\xADop\xC2\xAD" "er", 5, "co\xC2\xADop-/er"},
        {"en", "co\xC2\xADop", 4, "co\xC2\xADop"},
        {"en", "trail    ", 5, "trail"}, {"en", "two   words", 5, "two/words"}};
    CHECK(ROWS);
}

static void long_words(void **state) {
    (void)state;
    struct para p = lay("en", "abcdefghij kl", BODY, 40, 0);
    assert_string_equal(lines(p, false), "abcd/efgh/ij/kl");
    assert_true(p.overflow);
    p = lay("en", "e\xCC\x81" "e\xCC\x81" "e\xCC\x81", BODY, 20, 0);   /* never between a letter and its mark */
    assert_string_equal(lines(p, false), "e\xCC\x81" "e\xCC\x81/e\xCC\x81");
    p = lay("ko", "아무르표범", BODY, 60, 0);
    assert_string_equal(lines(p, false), "아무르/표범");
    assert_true(p.overflow);
    p = lay("en", "ab", BODY, 5, 0);                                   /* at least one letter a line */
    assert_string_equal(lines(p, false), "a/b");
    assert_false(lay("en", "abcd", BODY, 40, 0).overflow);
}

static void a_measured_width_is_wide_enough(void **state) {
    (void)state;
    const char *const TEXTS[] = {"the quick brown fox", "远东豹，约130只。", "아무르표범은 러시아와", "نمر 80 abc"};
    const char *const LANGS[] = {"en", "zh", "ko", "ar"};
    for (int i = 0; i < 4; i++) {
        struct para p = lay(LANGS[i], TEXTS[i], BODY, 0, 0), q = lay(LANGS[i], TEXTS[i], BODY, p.w, 0);
        assert_int_equal(p.nlines, 1);
        assert_int_equal(q.nlines, 1);
        assert_true(p.w == q.w);
        assert_int_equal(lay(LANGS[i], TEXTS[i], BODY, p.w - 1, 0).nlines, 2);
    }
}

static void fit_rule(void **state) {
    (void)state;   /* letters are 50 px, extra condensed 40 px, at 80 % 32 px */
    struct text_style s = TITLE;
    struct para p = lay("en", "ten letter", s, 500, 0);
    assert_int_equal(p.nlines, 1);
    assert_int_equal(p.runs[0].face, FACE_DISPLAY);
    p = lay("en", "ten letter", s, 400, 0);
    assert_int_equal(p.nlines, 1);
    assert_int_equal(p.runs[0].face, FACE_DISPLAY_X);
    assert_true(p.runs[0].px == 100);
    p = lay("en", "ten letter", s, 340, 0);
    assert_int_equal(p.nlines, 1);
    assert_true(p.runs[0].px == 85);
    assert_true(p.lines[0].h == roundf(85 * style_leading(STYLE_H1)));
    p = lay("en", "ten letter", s, 310, 0);      /* 80 % is not enough: two lines, of full size again */
    assert_int_equal(p.nlines, 2);
    assert_int_equal(p.runs[0].face, FACE_DISPLAY);
    assert_true(p.runs[0].px == 100);
    s.max_lines = 1;
    p = lay("en", "ten letter", s, 310, 0);      /* no second line: a little smaller than 80 % */
    assert_true(!p.overflow && p.runs[0].px == 75 && p.runs[0].face == FACE_DISPLAY_X);
    p = lay("en", "ten letter", s, 230, 0);
    assert_true(!p.overflow && p.runs[0].px == 55);
    p = lay("en", "ten letter", s, 4 * 28 - 10, 0);   /* not even in the smallest letters */
    assert_true(p.overflow);
    assert_true(p.runs[0].px == 80 && p.runs[0].face == FACE_DISPLAY_X);
    struct text_style narrow = {.token = s.token, .px = s.px, .scale = 1, .tight = true};
    p = lay("en", "ten letter", narrow, 500, 0);  /* narrow where it need not be: beside others that must */
    assert_true(p.runs[0].px == 100 && p.runs[0].face == FACE_DISPLAY_X);
    s.max_lines = 2;
    assert_false(lay("en", "ten letter", s, 310, 0).overflow);
    s.fit = false, s.max_lines = 1;
    p = lay("en", "ten letter", s, 400, 0);
    assert_true(p.overflow && p.runs[0].face == FACE_DISPLAY && p.pages == 2);
    s = TITLE, s.px = 30;                        /* the house's smallest size holds */
    assert_true(lay("en", "ten letter", s, 20, 0).runs[0].px == 28);
}

/* No style, language, scale or wish sets smaller letters than these, the second of two scripts included. */
static void smallest_letters(void **state) {
    (void)state;
    static const char *const LANGS[] = {"en", "zh-Hans", "ja", "ko", "ar"};
    for (int lang = 0; lang < 5; lang++)
        for (int t = 0; t < STYLE_COUNT; t++)
            for (int fit = 0; fit < 3; fit++)
                for (int half = 0; half < 2; half++) {
                    float scale = half ? .5f : 1;
                    struct text_style s = {.token = (enum style_token)t, .px = 30 * scale, .scale = scale, .text_scale = 1, .fit = fit == 1, .smaller = fit == 2, .max_lines = 1};
                    struct para p = lay(LANGS[lang], "a 豹 표범 نمر b", s, 40, 0);
                    for (int i = 0; i < p.nruns; i++) assert_true(p.runs[i].px >= STYLE_LEAST * scale);
                }
}

static void smaller_rule(void **state) {
    (void)state;   /* letters are 25 px */
    static const struct { int lines; float w, px; bool lost; } ROWS[] = {
        {2, 250, 50, false}, {2, 249, 50, false},   /* a second line first */
        {2, 125, 50, false}, {2, 124, 45, false}, {2, 112, 40, false}, {2, 71, 28, false}, {2, 69, 28, true},
        {1, 250, 50, false}, {1, 249, 45, false}, {1, 226, 45, false}, {1, 224, 40, false}, {1, 140, 28, false}, {1, 138, 28, true}};
    struct text_style s = BODY;
    s.px = 50, s.scale = 1, s.smaller = true;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        s.max_lines = ROWS[i].lines;
        struct para p = lay("en", "four five.", s, ROWS[i].w, 0);
        assert_true(p.runs[0].px == ROWS[i].px && p.overflow == ROWS[i].lost);
    }
    s.text_scale = 2;                            /* what a visitor has enlarged begins larger */
    assert_true(lay("en", "four five.", s, 499, 0).runs[0].px == 90);
}

static void titles_are_even(void **state) {
    (void)state;
    struct text_style s = TITLE;
    s.fit = false;
    assert_string_equal(lines(lay("zh", "从不孤单的豹子", s, 6 * 90, 0), false), "从不孤单/的豹子");
    assert_string_equal(lines(lay("en", "aaa bbb ccc d", s, 13 * 50 - 1, 0), false), "aaa bbb/ccc d");
    assert_string_equal(lines(lay("en", "a bb ccc dddd", BODY, 110, 0), false), "a bb ccc/dddd");   /* only titles */
}

static void pages(void **state) {
    (void)state;
    struct text_style s = BODY;   /* line step 27 */
    s.max_h = 60;
    struct para p = lay("en", "a\nb\nc\nd\ne", s, 100, 0);
    assert_int_equal(p.pages, 3);
    assert_int_equal(p.nlines, 2);
    assert_true(p.h == 54);
    assert_string_equal(lines(p, false), "a/b");
    assert_false(p.overflow);
    p = lay("en", "a\nb\nc\nd\ne", s, 100, 2);
    assert_string_equal(lines(p, false), "e");
    assert_true(p.lines[0].y == 0 && p.h == 27);
    assert_string_equal(p.text, "a\nb\nc\nd\ne");
    assert_int_equal(lay("en", "a\nb\nc", s, 100, 99).page, 1);
    assert_int_equal(lay("en", "a\nb\nc", s, 100, -1).page, 0);
    s.max_h = 5;                  /* a line a page at least */
    assert_int_equal(lay("en", "a\nb", s, 100, 1).pages, 2);
    s.max_h = 0, s.max_lines = 2;
    p = lay("en", "a\nb\nc", s, 100, 0);
    assert_true(p.overflow && p.nlines == 2 && p.pages == 2);
}

static void directions(void **state) {
    (void)state;
    static const struct { const char *lang, *text, *want; } ROWS[] = {   /* runs from left to right */
        {"en", "abc שלום 12", "abc |12|שלום "},
        {"he", "שלום 12 abc", "abc| |12|שלום "},
        {"ar", "نمر 80 نمرا", " نمرا|80|نمر "},
        {"ar", "نمر (abc).", ").|abc|نمر ("}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        assert_string_equal(lines(lay(ROWS[i].lang, ROWS[i].text, BODY, 1000, 0), true), ROWS[i].want);
    struct para p = lay("he", "שלום", BODY, 1000, 0);   /* starts at the right edge */
    assert_true(p.runs[0].rtl && p.runs[0].x == 960 && p.lines[0].x == 960);
    assert_true(lay("he", "שלום", BODY, 0, 0).runs[0].x == 0);
}

static void alignment(void **state) {
    (void)state;
    struct text_style s = BODY;
    assert_true(lay("en", "abcd", s, 101, 0).runs[0].x == 0);
    s.align = ALIGN_CENTER;
    assert_true(lay("en", "abcd", s, 101, 0).runs[0].x == 30);
    assert_true(lay("he", "abcd", s, 101, 0).runs[0].x == 30);
    assert_true(lay("en", "abcd\nab", s, 0, 0).runs[1].x == 10);    /* no limit: inside the widest line */
    s.align = ALIGN_END;
    assert_true(lay("en", "abcd", s, 100, 0).runs[0].x == 60);
    assert_true(lay("he", "abcd", s, 100, 0).runs[0].x == 0);
}

static void strong_ink(void **state) {
    (void)state;
    struct text_style s = BODY;
    struct para p = lay("en", "a *b* c", s, 1000, 0);
    assert_int_equal(p.nruns, 3);
    assert_int_equal(p.runs[1].face, FACE_BOLD);
    assert_int_equal(p.runs[1].ink, s.ink);
    assert_string_equal(p.text, "a b c");
    s.strong = 0xF2A93BFF;
    p = lay("en", "a *b* c", s, 1000, 0);
    assert_int_equal(p.runs[1].ink, s.strong);
    assert_int_equal(p.runs[2].ink, s.ink);
    p = lay("en", "*one two three four*", s, 90, 0);                /* a mark holds over a line break */
    assert_int_equal(p.nlines, 3);
    for (int i = 0; i < 3; i++) assert_int_equal(p.runs[i].ink, s.strong);
}

static void text_size(void **state) {
    (void)state;
    struct text_style s = BODY;
    s.px = 0, s.scale = .5f, s.text_scale = 2;
    struct para p = lay("en", "abc", s, 1000, 0);
    assert_true(p.runs[0].px == 36 && p.h == roundf(36 * style_leading(STYLE_BODY)));
    s.px = 20;
    assert_true(lay("en", "abc", s, 1000, 0).runs[0].px == 40);
    s.px = 0, s.token = STYLE_H1;
    assert_true(lay("en", "abc", s, 1000, 0).runs[0].px == 58);
    s.token = STYLE_BUTTON;
    assert_true(lay("en", "abc", s, 1000, 0).runs[0].px == 24);
    s = TITLE, s.fit = false;
    p = lay("ko", "표80", s, 1000, 0);                              /* digits as high as Hangul, by their own size */
    assert_true(p.runs[0].px == 80 && p.runs[1].px == 88);
    assert_int_equal(p.runs[1].face, FACE_DISPLAY);
}

static void odd_texts(void **state) {
    (void)state;
    struct para p = lay("en", "", BODY, 100, 0);
    assert_true(p.nlines == 1 && p.nruns == 0 && p.w == 0 && p.h == 27 && !p.overflow && !*p.text);
    assert_int_equal(lay("en", NULL, BODY, 100, 3).page, 0);
    assert_int_equal(lay("en", "   ", BODY, 100, 0).nruns, 0);
    assert_int_equal(lay("en", "\n\n", BODY, 100, 0).nlines, 2);
    p = lay("en", "\xFF\xFE\xE8\xB1 \xC0\x80", BODY, 30, 0);
    assert_true(p.missing && utf8_valid(p.text, strlen(p.text), NULL));
    lay("xx", "\xCC\x81\xCC\x81 \xE2\x80\x8D", TITLE, 30, 0);
    struct text_style none = {.token = STYLE_BODY};
    assert_true(lay(NULL, "x", none, 100, 0).runs[0].px == style_size(STYLE_BODY));
}

static void huge_texts(void **state) {
    (void)state;
    static char big[200001];
    long calls = 0;
    struct port_fonts fonts = fake_fonts(&calls);
    struct para p;
    for (size_t i = 0; i < sizeof big - 1; i++) big[i] = 'a';
    assert_true(para_layout(&A, &fonts, "en", big, &BODY, 400, 0, &p));
    assert_true(p.overflow && strlen(p.text) == PARA_MAX_BYTES);
    assert_int_equal(p.nlines, (PARA_MAX_BYTES + 39) / 40);
    assert_true(calls < 4 * PARA_MAX_BYTES);                         /* no work grows with the square */
    for (size_t i = 0; i < sizeof big - 1; i++) big[i] = i % 6 ? 'a' : ' ';
    calls = 0;
    assert_true(para_layout(&A, &fonts, "en", big, &BODY, 400, 0, &p));
    assert_true(calls < 2 * PARA_MAX_BYTES);
    struct text_style s = BODY;
    s.max_h = 270;
    assert_true(para_layout(&A, &fonts, "en", big, &s, 400, 3, &p) && p.nlines == 10 && p.page == 3);
}

static void memory(void **state) {
    (void)state;
    struct port_fonts fonts = fake_fonts(NULL);
    long n = 1;
    for (bool done = false; !done; n++) {
        struct arena a;
        struct para p;
        arena_init(&a, 0);
        a.fail_at = n;
        done = para_layout(&a, &fonts, "ar", "نمر 80 abc *x* 豹 and co\xC2\xADoperation", &TITLE, 300, 0, &p);
        assert_true(done || a.failed);
        arena_free(&a);
    }
    assert_in_range(n, 10, 400);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks), cmocka_unit_test(long_words), cmocka_unit_test(a_measured_width_is_wide_enough),
        cmocka_unit_test(fit_rule), cmocka_unit_test(smallest_letters), cmocka_unit_test(smaller_rule), cmocka_unit_test(titles_are_even), cmocka_unit_test(pages), cmocka_unit_test(directions),
        cmocka_unit_test(alignment), cmocka_unit_test(strong_ink), cmocka_unit_test(text_size), cmocka_unit_test(odd_texts),
        cmocka_unit_test(huge_texts), cmocka_unit_test(memory)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
