/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fresh.h"
#include <stdio.h>
#include <time.h>
#include <base/str.h>
#include <content/yaml.h>

static struct yval *read_n(const char *text, size_t n) {
    return yaml_read(&arena, "f.yaml", (struct bytes){(const unsigned char *)text, n}, &YAML_SCENE_CAPS, &diag);
}

static struct yval *read_text(const char *text) { return read_n(text, strlen(text)); }

static const char *first_line(void) { return diag.first ? diag_line(&arena, diag.first) : "(no fault)"; }

static void assert_pos(struct pos p, int line, int col) {
    assert_int_equal(p.line, line);
    assert_int_equal(p.col, col);
    assert_string_equal(p.file, "f.yaml");
}

static void values_know_their_place(void **state) {
    (void)state;
    struct yval *v = read_text("# head\n"
                               "title: The leap\n"
                               "elements:\n"
                               "  - kind: text\n"
                               "    at: [96, -12.5]\n"
                               "  - {kind: 'image', src: \"a b\"}\n"
                               "empty:\n"
                               "tilde: ~\n"
                               "none: null\n"
                               "word: 'null'\n"
                               "block: |\n"
                               "  two\n"
                               "  lines\n");
    assert_non_null(v);
    assert_int_equal(diag.errors, 0);
    assert_int_equal(v->kind, YAML_MAP);
    assert_int_equal(v->np, 7);
    assert_pos(v->pos, 2, 1);
    assert_pos(v->pairs[1].key_pos, 3, 1);
    assert_string_equal(yaml_get(v, "title")->text, "The leap");
    assert_pos(yaml_get(v, "title")->pos, 2, 8);
    struct yval *els = yaml_get(v, "elements"), *at = yaml_get(els->items[0], "at");
    assert_int_equal(els->kind, YAML_SEQ);
    assert_int_equal(els->n, 2);
    assert_pos(els->pos, 4, 3);
    assert_pos(at->items[1]->pos, 5, 14);
    assert_string_equal(at->items[1]->text, "-12.5");
    assert_false(at->items[1]->quoted);
    assert_true(yaml_get(els->items[1], "kind")->quoted);
    assert_string_equal(yaml_get(els->items[1], "src")->text, "a b");
    assert_int_equal(yaml_get(v, "empty")->kind, YAML_NULL);
    assert_int_equal(yaml_get(v, "tilde")->kind, YAML_NULL);
    assert_int_equal(yaml_get(v, "none")->kind, YAML_NULL);
    assert_int_equal(yaml_get(v, "word")->kind, YAML_SCALAR);
    assert_string_equal(yaml_get(v, "block")->text, "two\nlines\n");
    assert_true(yaml_get(v, "block")->quoted);
    assert_null(yaml_get(v, "titel"));
    assert_null(yaml_get(els, "kind"));
    assert_null(yaml_get(NULL, "kind"));
}

static void columns_count_characters(void **state) {
    (void)state;
    struct yval *v = read_text("\xEF\xBB\xBF{\xD0\xBB\xD0\xB5\xD0\xBE: 1, b: 2}\r\nx: 1");    /* BOM, Cyrillic, CRLF */
    assert_null(v);
    assert_int_equal(diag.first->line, 2);
    v = read_text("\xEF\xBB\xBF{\xD0\xBB\xD0\xB5\xD0\xBE: 1, b: 2}\r\n");
    assert_non_null(v);
    assert_pos(v->pairs[1].key_pos, 1, 10);
}

static void json_reads(void **state) {
    (void)state;
    struct yval *v = read_text("{\"type\": \"Feature\", \"bbox\": [130.5,42, 1e2], \"p\": {\"a\\/b\": null, \"\\u043b\": true}}");
    assert_non_null(v);
    assert_string_equal(yaml_get(v, "bbox")->items[0]->text, "130.5");
    assert_int_equal(yaml_get(yaml_get(v, "p"), "a/b")->kind, YAML_NULL);
    assert_string_equal(yaml_get(yaml_get(v, "p"), "\xD0\xBB")->text, "true");
}

/* Every refusal: the text, and the line that an author reads. */
static void refusals_say_where_and_what(void **state) {
    (void)state;
    static const struct { const char *text, *line; } rows[] = {
        {"", "f.yaml: file is empty (write at least one 'key: value')"},
        {"# nothing\n", "f.yaml: file holds comments only (write at least one 'key: value')"},
        {"---\n...\n", "f.yaml: document is empty (write at least one 'key: value')"},
        {"a: 1\nb: \"never closed\nc: 2\nd: 3\n", "f.yaml:2:4: string is never closed (add the closing quote)"},
        {"a: 'x\n", "f.yaml:1:4: string is never closed (add the closing quote)"},
        {"a: 1\n'a': 2\n", "f.yaml:2:1: key 'a' stands twice, first at 1:1 (delete or rename one)"},
        {"m:\n  - {x: 1, y: 2, x: 3}\n", "f.yaml:2:18: key 'x' stands twice, first at 2:6 (delete or rename one)"},
        {"a: &x 1\n", "f.yaml:1:4: anchors are not allowed (write the value again, or put the text in quotes)"},
        {"a: &x [1]\n", "f.yaml:1:4: anchors are not allowed (write the value again, or put the text in quotes)"},
        {"a: &x {b: 1}\n", "f.yaml:1:4: anchors are not allowed (write the value again, or put the text in quotes)"},
        {"a: *x\n", "f.yaml:1:4: aliases are not allowed (write the value again, or put the text in quotes)"},
        {"a: *six* metres\n", "f.yaml:1:4: '*' begins an alias, which is not allowed (put the text in quotes)"},
        {"a: !!int 1\n", "f.yaml:1:4: tags are not allowed (put text that begins with '!' in quotes)"},
        {"a: ! 1\n", "f.yaml:1:4: tags are not allowed (put text that begins with '!' in quotes)"},
        {"a: !x [1]\n", "f.yaml:1:4: tags are not allowed (put text that begins with '!' in quotes)"},
        {"!x\na: 1\n", "f.yaml:1:1: tags are not allowed (put text that begins with '!' in quotes)"},
        {"%TAG ! tag:x,2000:\n---\na: 1\n", "f.yaml:1:1: '%TAG' is not allowed (delete the line)"},
        {"<<: {a: 1}\n", "f.yaml:1:1: merge key '<<' is not allowed (write the keys again)"},
        {"a: 1\n---\nb: 1\n", "f.yaml:2:1: second document (one document a file: delete '---')"},
        {"a: 1\n...\nb: 1\n", "f.yaml:3:1: text behind the end of the document (one document a file)"},
        {"a: b\x01\n", "f.yaml:1:5: control character U+0001 (delete it)"},
        {"\xD0\xBB: x\x7F\n", "f.yaml:1:5: control character U+007F (delete it)"},
        {"a: x\xC2\x85y\n", "f.yaml:1:5: control character U+0085 (delete it)"},
        {"a: x\xE2\x80\xA8y\n", "f.yaml:1:5: control character U+2028 (delete it)"},
        {"a: x\n\xEF\xBB\xBF" "b: 1\n", "f.yaml:2:1: control character U+FEFF (delete it)"},
        {"a: 1\nb: \xFF\n", "f.yaml:2:4: byte 0xFF is not UTF-8 (save the file as UTF-8)"},
        {"\xFF\xFE" "a", "f.yaml:1:1: byte 0xFF is not UTF-8 (save the file as UTF-8)"},
        {"a: \"b\\u0007\"\n", "f.yaml:1:4: string holds the control character U+0007 (delete its escape)"},
        {"a: \"b\\0c\"\n", "f.yaml:1:4: string holds the control character U+0000 (delete its escape)"},
        {"\"k\\0\": 1\n", "f.yaml:1:1: string holds the control character U+0000 (delete its escape)"},
        {"? [a]\n: 1\n", "f.yaml:1:3: a key must be a word (write 'key: value')"},
        {"- ? {a: [b]}\n  : c\n- d\n", "f.yaml:1:5: a key must be a word (write 'key: value')"},
        {"\"\": 1\n", "f.yaml:1:1: key is empty (write 'key: value')"},
        {"a: [1, 2\nb: 3\n", "f.yaml:1:4: list opened with '[' is not closed (add ',' or ']')"},
        {"a: {b: 1\nc: 3\n", "f.yaml:1:4: map opened with '{' is not closed (add ',' or '}', or put the text that holds a brace in quotes)"},
        {"a: 1\n\tb: 2\n", "f.yaml:2:1: a tab cannot indent (use spaces)"},
        {"a:\n  - b\n c\n", "f.yaml:3:2: expected a key (keys of a map start in the same column; look at quotes too)"},
        {"a: @b\n", "f.yaml:1:4: this character cannot begin a value (indent with spaces only, put text in quotes)"},
        {"a: \"b\\q\"\n", "f.yaml:1:6: unknown escape after '\\' (write '\\\\' for a backslash, or use single quotes)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        diag_init(&diag, &arena);
        assert_null(read_text(rows[i].text));
        assert_string_equal(first_line(), rows[i].line);
        assert_int_equal(diag.errors, 1);
    }
    diag_init(&diag, &arena);
    assert_null(read_n("a: b\0c", 6));
    assert_string_equal(first_line(), "f.yaml:1:5: control character U+0000 (delete it)");
}

static void all_duplicates_are_told(void **state) {
    (void)state;
    struct sbuf b = {.arena = &arena};
    for (int i = 0; i < 40; i++) sbuf_printf(&b, "k%d: 1\n", i);    /* large enough for the hashed comparison */
    sbuf_puts(&b, "k7: 2\nk39: 3\nk7: 4\n");
    assert_null(read_text(b.p));
    assert_int_equal(diag.errors, 3);
    assert_string_equal(diag.first->text, "key 'k7' stands twice, first at 8:1 (delete or rename one)");
    assert_int_equal(diag.last->line, 43);
}

static void caps_hold_exactly(void **state) {
    (void)state;
    const struct yaml_caps caps = {.bytes = 100, .events = 12, .scalar = 10, .depth = 3};
    static const struct { const char *text; const char *fault; } rows[] = {
        {"a: 1234567890\n", NULL},
        {"a: 12345678901\n", "text of 11 bytes is too long (shorten it: at most 10)"},
        {"[[[a]]]", NULL},
        {"[[[[a]]]]", "nested more than 3 deep (flatten it)"},
        {"- - - - a", "nested more than 3 deep (flatten it)"},
        {"{a: {b: {c: {d: 1}}}}", "nested more than 3 deep (flatten it)"},
        {"[1, 2, 3, 4, 5, 6]", NULL},    /* 6 events around the 6 values */
        {"[1, 2, 3, 4, 5, 6, 7]", "more than 12 values and keys (split the file)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        diag_init(&diag, &arena);
        struct bytes in = {(const unsigned char *)rows[i].text, strlen(rows[i].text)};
        struct yval *v = yaml_read(&arena, "f.yaml", in, &caps, &diag);
        assert_int_equal(v != NULL, rows[i].fault == NULL);
        if (rows[i].fault) assert_string_equal(diag.first->text, rows[i].fault);
    }
    char text[102];
    memset(text, '#', sizeof text);
    memcpy(text, "a: 1\n", 5);
    diag_init(&diag, &arena);
    assert_non_null(yaml_read(&arena, "f.yaml", (struct bytes){(unsigned char *)text, 100}, &caps, &diag));
    assert_null(yaml_read(&arena, "f.yaml", (struct bytes){(unsigned char *)text, 101}, &caps, &diag));
    assert_string_equal(diag.first->text, "file of 101 bytes is too large (at most 100: split it)");
}

static double seconds_to_refuse(const char *text, size_t n, const struct yaml_caps *caps) {
    clock_t begin = clock();
    diag_init(&diag, &arena);
    assert_null(yaml_read(&arena, "f.yaml", (struct bytes){(const unsigned char *)text, n}, caps, &diag));
    assert_true(diag.errors > 0);
    return (double)(clock() - begin) / CLOCKS_PER_SEC;
}

/* Files made to be slow. The parser alone takes 7 s for the first. */
static void bombs_are_cheap(void **state) {
    (void)state;
    size_t n = 200000;
    char *text = arena_alloc(&arena, n);
    memset(text, '[', n);
    assert_true(seconds_to_refuse(text, n, &YAML_SCENE_CAPS) < 0.2);
    memset(text, '{', n);
    assert_true(seconds_to_refuse(text, n, &YAML_SCENE_CAPS) < 0.2);
    for (size_t i = 0; i < n; i++) text[i] = "- "[i % 2];
    assert_true(seconds_to_refuse(text, n, &YAML_SCENE_CAPS) < 0.2);
    for (size_t i = 0; i < n; i++) text[i] = "? "[i % 2];
    assert_true(seconds_to_refuse(text, n, &YAML_SCENE_CAPS) < 0.2);
    for (size_t i = 0; i < n; i++) text[i] = "a\n"[i % 2];
    assert_true(seconds_to_refuse(text, n, &YAML_SCENE_CAPS) < 1);
    struct sbuf b = {.arena = &arena};    /* many equal keys: hashed, not compared each with each */
    for (int i = 0; i < 60000; i++) sbuf_printf(&b, "k%d: 1\n", i);
    sbuf_puts(&b, "k0: 1\n");
    assert_true(seconds_to_refuse(b.p, b.len, &YAML_MAP_CAPS) < 5);
}

static const char SAMPLE[] = "format: 1\n"
                             "title: {easy: \"The leap\", more: 'The *great* leap'}\n"
                             "elements:\n"
                             "  - kind: text\n"
                             "    at: [96, 120]\n"
                             "    press:\n"
                             "      - goto: home\n"
                             "  - kind: picture\n"
                             "    alt: |\n"
                             "      A leopard.\n"
                             "a1: 1\na2: 1\na3: 1\na4: 1\na5: 1\na6: 1\na7: 1\na8: 1\na9: 1\nb1: 1\nb2: 1\nb3: 1\nb4: 1\nb5: 1\nb6: 1\n";

static void broken_files_never_crash(void **state) {
    (void)state;
    char text[sizeof SAMPLE];
    size_t n = sizeof SAMPLE - 1;
    assert_non_null(read_n(SAMPLE, n));
    for (size_t cut = 0; cut < n; cut++) {
        arena_reset(&arena);
        diag_init(&diag, &arena);
        struct yval *v = read_n(SAMPLE, cut);
        assert_int_equal(v == NULL, diag.errors > 0);
    }
    for (size_t bit = 0; bit < n * 8; bit++) {
        arena_reset(&arena);
        diag_init(&diag, &arena);
        memcpy(text, SAMPLE, n);
        text[bit / 8] = (char)(text[bit / 8] ^ (1 << bit % 8));
        struct yval *v = read_n(text, n);
        assert_int_equal(v == NULL, diag.errors > 0);
    }
}

static void refused_memory_is_a_fault(void **state) {
    (void)state;
    struct arena words;
    arena_init(&words, 0);
    long n = 1;
    for (bool done = false; !done; n++) {
        arena_reset(&arena);
        arena_reset(&words);
        diag_init(&diag, &words);
        arena.fail_at = n;
        struct yval *v = read_text(SAMPLE);
        done = v != NULL;
        assert_int_equal(done, !arena.failed);
        assert_int_equal(diag.errors, done ? 0 : 1);
    }
    assert_true(n > 100);
    arena_free(&words);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define T(f) FRESH(f)
        T(values_know_their_place), T(columns_count_characters), T(json_reads), T(refusals_say_where_and_what),
        T(all_duplicates_are_told), T(caps_hold_exactly), T(bombs_are_cheap), T(broken_files_never_crash),
        T(refused_memory_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
