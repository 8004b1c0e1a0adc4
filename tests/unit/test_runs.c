/* links: lk_text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <text/para.h>
#include <text/runs.h>
#include <unicode/uscript.h>
#include "fake_fonts.h"

static const char *const FACE_LETTERS = "DXTLBISsKkJjAa#";   /* in the order of enum face; capitals are bold */

/* "D:abc" per item, "|" between them; "*" after the face for strong, "<" for right to left. */
static const char *items(struct arena *a, const char *lang, enum style_token t, const char *text) {
    struct port_fonts fonts = fake_fonts(NULL);
    struct flow f;
    struct sbuf b = {a, NULL, 0, 0};
    assert_true(flow_make(a, &fonts, lang, text, t, false, &f));
    assert_true(utf8_valid(f.text, f.n, NULL));
    size_t at = 0;
    for (int i = 0; i < f.nitems; i++) {
        const struct text_item *it = &f.items[i];
        assert_int_equal(it->start, at);   /* no gaps */
        assert_true(it->end > it->start);
        at = it->end;
        sbuf_printf(&b, "%s%c%s%s:%.*s", i ? "|" : "", FACE_LETTERS[it->face], it->strong ? "*" : "", it->level & 1 ? "<" : "",
                    (int)(it->end - it->start), f.text + it->start);
    }
    assert_int_equal(at, f.n);
    return b.p ? b.p : "";
}

struct row { const char *lang; enum style_token t; const char *text, *want; };
static void check(const struct row *rows, size_t n) {
    struct arena a;
    arena_init(&a, 0);
    for (size_t i = 0; i < n; i++) assert_string_equal(items(&a, rows[i].lang, rows[i].t, rows[i].text), rows[i].want);
    arena_free(&a);
}
#define CHECK(rows) check(rows, sizeof rows / sizeof *rows)

static void marks(void **state) {
    (void)state;
    static const struct row ROWS[] = {
        {"en", STYLE_BODY, "", ""},
        {"en", STYLE_BODY, "a *bold* word", "T:a |B*:bold|T: word"},
        {"en", STYLE_BODY, "an _italic_ one", "T:an |I:italic|T: one"},
        {"en", STYLE_BODY, "_*both*_", "B*:both"},
        {"en", STYLE_H1, "a *strong* title", "D:a |D*:strong|D: title"},
        {"en", STYLE_BODY, "2 * 3 * 4", "T:2 * 3 * 4"},
        {"en", STYLE_BODY, "a lone *star", "T:a lone *star"},
        {"en", STYLE_BODY, "\\*not\\* \\_marked\\_", "T:*not* _marked_"},
        {"en", STYLE_BODY, "snake_case_name", "T:snake_case_name"},
        {"en", STYLE_BODY, "*over\nlines*", "T:*over\nlines*"},
        {"en", STYLE_BODY, "**", "T:**"},
        {"en", STYLE_BODY, "*", "T:*"},
        {"zh-Hans", STYLE_BODY, "\xE8\xBF\x9C*\xE4\xB8\x9C*\xE8\xB1\xB9", "s:\xE8\xBF\x9C|S*:\xE4\xB8\x9C|s:\xE8\xB1\xB9"}};
    CHECK(ROWS);
}

static void faces(void **state) {
    (void)state;
    static const struct row ROWS[] = {
        /* digits from the display face, brackets, quotes and commas from the Chinese one */
        {"zh-Hans", STYLE_H1, "2015年，约80只", "D:2015|S:年，约|D:80|S:只"},
        {"zh-Hans", STYLE_BODY, "（“豹”）——1,990–2015", "s:（“豹”）——|T:1,990–2015"},
        {"ko", STYLE_H1, "2015년, (표범) 80마리.", "D:2015|K:년, (표범) |D:80|K:마리."},
        {"ko", STYLE_BODY, "(2015)", "k:(|T:2015|k:)"},
        /* an apostrophe in a Latin word is part of it */
        {"zh-Hans", STYLE_BODY, "‘豹’O’Brien’", "s:‘豹’|T:O’Brien|s:’"},
        /* a foreign word in a Russian text, and back again */
        {"ru", STYLE_BODY, "да 豹, да", "T:да |s:豹|T:, да"},
        {"ru", STYLE_BODY, "표범", "k:표범"},
        {"ru", STYLE_BODY, "Panthera да", "T:Panthera |T:да"},
        /* a mark stays with its letter, and with the face that has both */
        {"en", STYLE_BODY, "e\xCC\x81x", "T:e\xCC\x81x"},
        {"zh", STYLE_BODY, "豹\xCC\x81", "s:豹\xCC\x81"},
        {"en", STYLE_BODY, "a\xF0\x9F\x90\x86z", "T:a|#:\xF0\x9F\x90\x86|T:z"}};
    CHECK(ROWS);
}

static void directions(void **state) {
    (void)state;
    static const struct row ROWS[] = {
        {"en", STYLE_BODY, "abc שלום 12", "T:abc |T<:שלום |T:12"},
        {"he", STYLE_BODY, "שלום 12 abc", "T<:שלום |T:12|T<: |T:abc"},
        {"ar", STYLE_BODY, "نمر 80 abc.", "a<:نمر |T:80|a<: |T:abc|a<:."},
        {"ru", STYLE_BODY, "да — нет", "T:да — нет"},
        /* a mark of direction stands in no other face, and on the level that is its own */
        {"en", STYLE_BODY, "abc \u2067de\u2069.", "T:abc \u2067|T:de|T:\u2069."},
        {"ar", STYLE_BODY, "\u2066abc\u2069 نمر", "a<:\u2066|T:abc|a<:\u2069 نمر"}};
    CHECK(ROWS);
}

static void bad_bytes(void **state) {
    (void)state;
    static const struct row ROWS[] = {
        {"en", STYLE_BODY, "a\xFF" "b", "T:a|#:\xEF\xBF\xBD|T:b"},
        {"en", STYLE_BODY, "\xE8\xB1", "#:\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"en", STYLE_BODY, "a\x01\r\tb\x7F", "T:a b"},
        {"en", STYLE_BODY, "\xEF\xBB\xBF" "bom", "T:bom"},
        {"en", STYLE_BODY, "a\xE2\x80\xA8" "b", "T:a\nb"},
        {"en", STYLE_BODY, "end\\", "T:end\\"},
        {"", STYLE_BODY, "x", "T:x"}, {NULL, STYLE_BODY, NULL, ""},
        {"not a language", STYLE_BODY, "x", "T:x"}};
    CHECK(ROWS);
}

/* A script that no face of the table has takes its own, bold where the style is; a sign of no script stays with it. */
static void scripts_of_their_own(void **state) {
    (void)state;
    struct port_fonts fonts = fake_fonts(NULL);
    struct arena a;
    struct flow f;
    arena_init(&a, 0);
    int text = FACE_OF_SCRIPT(USCRIPT_DEVANAGARI, false), bold = FACE_OF_SCRIPT(USCRIPT_DEVANAGARI, true);
    assert_true(flow_make(&a, &fonts, "hi", "तेंदुआ\xE0\xA5\xA4", STYLE_BODY, false, &f) && !f.missing);
    assert_true(f.nitems == 1 && f.items[0].face == text);
    assert_true(flow_make(&a, &fonts, "hi", "तेंदुआ", STYLE_H1, false, &f) && f.nitems == 1 && f.items[0].face == bold);
    assert_true(flow_make(&a, &fonts, "en", "a *तेंदुआ* b", STYLE_BODY, false, &f) && !f.missing);
    assert_true(f.nitems == 3 && f.items[0].face == FACE_TEXT && f.items[1].face == bold && f.items[2].face == FACE_TEXT);
    assert_true(flow_make(&a, &fonts, "th", "\xE0\xB8\x97", STYLE_BODY, false, &f) && f.missing);    /* its file is not there */
    arena_free(&a);
}

static void missing_and_cut(void **state) {
    (void)state;
    struct port_fonts fonts = fake_fonts(NULL);
    struct arena a;
    struct flow f;
    arena_init(&a, 0);
    assert_true(flow_make(&a, &fonts, "en", "\xF0\x9F\x90\x86", STYLE_BODY, false, &f) && f.missing && !f.cut);
    assert_true(flow_make(&a, &fonts, "en", "plain", STYLE_BODY, false, &f) && !f.missing);
    char *big = arena_alloc(&a, PARA_MAX_BYTES + 8);
    for (int i = 0; i < PARA_MAX_BYTES + 6; i += 3) memcpy(big + i, "\xE8\xB1\xB9", 3);
    assert_true(flow_make(&a, &fonts, "zh", big, STYLE_BODY, false, &f) && f.cut);
    assert_int_equal(f.n, PARA_MAX_BYTES / 3 * 3);   /* never inside a letter */
    assert_true(!f.missing);
    memset(big, 'a', PARA_MAX_BYTES), big[PARA_MAX_BYTES] = 0;
    assert_true(flow_make(&a, &fonts, "en", big, STYLE_BODY, false, &f) && !f.cut);
    memset(big, '*', PARA_MAX_BYTES);                /* many marks that nothing closes: linear work */
    for (int i = 1; i < PARA_MAX_BYTES; i += 2) big[i] = i % 4 == 1 ? ' ' : 'x';
    assert_true(flow_make(&a, &fonts, "en", big, STYLE_BODY, false, &f));
    arena_free(&a);
}

static void memory(void **state) {
    (void)state;
    struct port_fonts fonts = fake_fonts(NULL);
    struct flow f;
    long n = 1;
    for (bool done = false; !done; n++) {
        struct arena a;
        arena_init(&a, 0);
        a.fail_at = n;
        done = flow_make(&a, &fonts, "ar", "نمر 80 abc *x* 豹", STYLE_BODY, false, &f);
        assert_true(done || a.failed);
        arena_free(&a);
    }
    assert_in_range(n, 4, 40);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(marks), cmocka_unit_test(faces), cmocka_unit_test(directions),
                                       cmocka_unit_test(bad_bytes), cmocka_unit_test(missing_and_cut),
                                       cmocka_unit_test(scripts_of_their_own), cmocka_unit_test(memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
