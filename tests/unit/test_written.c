/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a letter of a text stands in its file, however it is written there; and that of every letter of some of the journey. */
#include "content_test.h"
#include "fresh.h"
#include <base/str.h>
#include <content/catalog.h>
#include <content/yaml.h>

static const struct yval *value(const char *text) {
    struct bytes in = {(const unsigned char *)text, strlen(text)};
    struct yval *root = yaml_read(&arena, "s.yaml", in, &YAML_SCENE_CAPS, &diag);
    return root ? yaml_get(root, "t") : NULL;
}

/* The X of each. */
static void styles(void **state) {
    (void)state;
    static const struct { const char *text; int line, col; } ROWS[] = {
        {"t: Xab", 1, 4}, {"t: ab Xc", 1, 7}, {"t: Дальний X", 1, 12}, {"a: 1\nt: ab\n   cd\n\n   X\n", 5, 4},
        {"t: 'X'", 1, 5}, {"t: 'it''s ''X'''", 1, 13}, {"t: \"X\"", 1, 5}, {"t: \"say \\\"a\\\" X\"", 1, 15}, {"t: \"a\\tb\\nX\"", 1, 11},
        {"t: \"\\u0041\\x42 X\"", 1, 16}, {"t: \"ab\\\n    X\"", 2, 5}, {"t: \"ab\n    X\"", 2, 5}, {"t: >-\n  ab\n  cd\n\n  X\n", 5, 3},
        {"t: |\n  ab\n    cd\n  X\n", 4, 3}, {"u: [a, b]\nv: {t: 1}\nt: [x]\n", 0, 0}, {"\xEF\xBB\xBF" "a: ж\nt: b X", 2, 6},
        {"t: >2-\r\n  ab\r\n  X\r\n", 3, 3}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const struct yval *v = value(ROWS[i].text);
        assert_non_null(v);
        if (!ROWS[i].line) { assert_null(v->src); continue; }
        struct written w = {v->pos, v->src};
        struct pos at = written_pos(&w, v->text, strchr(v->text, 'X'));
        assert_int_equal(at.line, ROWS[i].line);
        assert_int_equal(at.col, ROWS[i].col);
    }
}

static void po(void **state) {
    (void)state;
    struct port_files files = MEM_FILES(MEM_TEXT("locales/ru.po", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                                        "msgid \"a\"\nmsgstr \"\"\n\"один \\\"два\\\"\\n\"\n  \"три X\"\n\nmsgid \"b\"\nmsgstr \"X\"\n"));
    struct catalog c;
    assert_true(catalog_load(&arena, &files, "locales/ru.po", "ru", &c, &diag));
    static const int PLACES[][2] = {{7, 8}, {10, 9}};
    for (int i = 0; i < 2; i++) {
        struct pos at = written_pos(&c.all[i].written, c.all[i].str, strchr(c.all[i].str, 'X'));
        assert_int_equal(at.line, PLACES[i][0]);
        assert_int_equal(at.col, PLACES[i][1]);
    }
}

/* What is not known, or cannot be, is told at the beginning. */
static void lost(void **state) {
    (void)state;
    struct written w = {{"f", 3, 7}, NULL};
    const char *text = "abc";
    assert_int_equal(written_pos(&w, text, text + 2).col, 7);
    w.src = "axc";
    assert_int_equal(written_pos(&w, text, text + 2).col, 7);
    assert_int_equal(written_pos(&w, text, text).col, 7);
    w.src = "ab";
    assert_int_equal(written_pos(&w, text, text + 2).col, 7);
    w.src = "abc";
    assert_int_equal(written_pos(&w, text, text + 2).col, 9);
    assert_int_equal(written_pos(&w, text, text + 3).col, 7);       /* behind the end */
}

/* ---- every letter of every text */
static uint32_t at_place(const char *file, struct pos at) {
    size_t i = 0, n = strlen(file);
    if (n >= 3 && !memcmp(file, "\xEF\xBB\xBF", 3)) i = 3;
    for (int line = 1; line < at.line && i < n; i++) line += file[i] == '\n';
    for (int col = 1; col < at.col && i < n; col++) utf8_next(file, n, &i);
    return i < n ? utf8_next(file, n, &i) : 0;
}

static long follow(const char *file, struct written w, const char *text) {
    struct pos before = {NULL, 0, 0};
    long letters = 0;
    for (size_t i = 0, n = strlen(text); i < n;) {
        size_t from = i;
        uint32_t c = utf8_next(text, n, &i);
        if (c == ' ' || c == '\n' || c == '\t') continue;
        struct pos at = written_pos(&w, text, text + from);
        uint32_t there = at_place(file, at);
        if (there != c && there != '\\') fail_msg("%s:%d:%d: U+%04X there, U+%04X in '%s'", at.file, at.line, at.col, (unsigned)there, (unsigned)c, text);
        assert_true(at.line > before.line || (at.line == before.line && at.col > before.col));
        before = at;
        letters++;
    }
    return letters;
}

static long walk(const char *file, const struct yval *v) {
    long n = 0;
    if (v->kind == YAML_SCALAR) return follow(file, (struct written){v->pos, v->src}, v->text);
    for (int i = 0; i < v->n; i++) n += walk(file, v->items[i]);
    for (int i = 0; i < v->np; i++) n += walk(file, v->pairs[i].value);
    return n;
}

static void the_journey(void **state) {
    (void)state;
    static const char *const SCENES[] = {"scenes/journey.yaml", "scenes/partners.yaml", "scenes/home.yaml", "scenes/quiz.yaml", "scenes/the-leap.yaml", "scenes/counting-back.yaml"};
    static const char *const LOCALES[][2] = {{"locales/ru.po", "ru"}, {"locales/ko.po", "ko"}, {"locales/ar.po", "ar"}};
    struct port_files files = tree_files();
    long letters = 0;
    for (size_t i = 0; i < sizeof SCENES / sizeof *SCENES; i++) {
        struct bytes in;
        assert_true(files.read(files.ctx, SCENES[i], 1 << 20, &arena, &in, &diag));
        const struct yval *root = yaml_read(&arena, SCENES[i], in, &YAML_SCENE_CAPS, &diag);
        assert_non_null(root);
        letters += walk((const char *)in.p, root);
    }
    for (size_t i = 0; i < sizeof LOCALES / sizeof *LOCALES; i++) {
        struct bytes in;
        struct catalog c;
        assert_true(files.read(files.ctx, LOCALES[i][0], 4 << 20, &arena, &in, &diag));
        assert_true(catalog_load(&arena, &files, LOCALES[i][0], LOCALES[i][1], &c, &diag));
        for (int k = 0; k < c.n; k += 40) letters += follow((const char *)in.p, c.all[k].written, c.all[k].str);
    }
    assert_true(letters > 15000);
}

int main(void) {
    const struct CMUnitTest tests[] = {FRESH(styles), FRESH(po), FRESH(lost), FRESH(the_journey)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
