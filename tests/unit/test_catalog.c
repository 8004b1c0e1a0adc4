/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_test.h"
#include "fresh.h"
#include <content/catalog.h>

#define HEAD "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

static bool load(const char *text, struct catalog *out) {
    struct port_files files = MEM_FILES(MEM_TEXT("locales/ru.po", text));
    return catalog_load(&arena, &files, "locales/ru.po", "ru", out, &diag);
}
static bool read_text(const char *text, struct arena *a, struct diag *d) {
    struct catalog out;
    struct port_files files = MEM_FILES(MEM_TEXT("locales/ru.po", text));
    return catalog_load(a, &files, "locales/ru.po", "ru", &out, d);
}

static void reads_entries(void **state) {
    (void)state;
    struct catalog c;
    assert_true(load(HEAD
                     "# a translator's remark\n#: scenes/leap.yaml:14\n#. the title\n"
                     "msgctxt \"the-leap/title\"\nmsgid \"Leap\"\nmsgstr \"Прыжок\"\n\n"
                     "msgid \"two \"\n\"parts\"\nmsgstr \"\"\n\"строка\\n\"\n\"с \\\"кавычками\\\" и \\\\ \\t\"\r\n",
                     &c));
    assert_int_equal(c.n, 2);
    assert_string_equal(c.lang, "ru");
    assert_string_equal(catalog_get(&c, "the-leap/title", "Leap"), "Прыжок");
    assert_null(catalog_get(&c, NULL, "Leap"));
    assert_null(catalog_get(&c, "other", "Leap"));
    assert_string_equal(catalog_get(&c, NULL, "two parts"), "строка\nс \"кавычками\" и \\ \t");
    assert_int_equal(c.all[0].pos.line, 8);
    assert_int_equal(c.all[1].pos.line, 11);
    assert_null(catalog_get(NULL, NULL, "Leap"));
}

static void skips_fuzzy_obsolete_untranslated(void **state) {
    (void)state;
    struct catalog c;
    assert_true(load("\xEF\xBB\xBF#, fuzzy\n" HEAD "#, fuzzy\n#| msgid \"Old\"\nmsgid \"A\"\nmsgstr \"1\"\n"
                     "#, c-format, fuzzy\nmsgctxt \"x\"\nmsgid \"B\"\nmsgstr \"2\"\n"
                     "msgid \"C\"\nmsgstr \"\"\n#~ msgid \"D\"\n#~ msgstr \"4\"\nmsgid \"E\"\nmsgstr \"5\"\n",
                     &c));
    assert_int_equal(c.n, 4);
    assert_true(c.all[0].fuzzy && c.all[1].fuzzy && !c.all[2].fuzzy && !c.all[3].fuzzy);
    assert_null(catalog_get(&c, NULL, "A"));
    assert_null(catalog_get(&c, "x", "B"));
    assert_null(catalog_get(&c, NULL, "C"));
    assert_null(catalog_get(&c, NULL, "D"));
    assert_string_equal(catalog_get(&c, NULL, "E"), "5");
    assert_int_equal(c.by_key.count, 1);
}

static void refuses(void **state) {
    (void)state;
    static const struct fault rows[] = {
        {HEAD "msgid \"A\"\nmsgstr \"я\" x\n", "locales/ru.po:5:12: text after the string (one string a line)"},
        {HEAD "msgid \"A\nmsgstr \"\"\n", "locales/ru.po:4:7: string is never closed (add the closing quote)"},
        {HEAD "msgid \"A\"\nmsgstr \"ab\\\n", "locales/ru.po:5:8: string is never closed (add the closing quote)"},
        {HEAD "msgid \"A\"\nmsgstr \"яя\\q\"\n",
         "locales/ru.po:5:11: unknown escape '\\q' (write \\n, \\t, \\\" or \\\\)"},
        {HEAD "msgid \"A\"\n\nmsgid \"B\"\nmsgstr \"\"\n",
         "locales/ru.po:6:1: 'msgid' in the middle of an entry (the order is msgctxt, msgid, msgstr)"},
        {HEAD "msgid \"A\"\n", "locales/ru.po:4:1: 'msgid' without 'msgstr' (add msgstr \"\")"},
        {HEAD "msgctxt \"A\"\n", "locales/ru.po:4:1: 'msgctxt' without 'msgid' (add the msgid)"},
        {HEAD "msgstr \"A\"\n", "locales/ru.po:4:1: 'msgstr' without 'msgid' (add the msgid before it)"},
        {HEAD "msgid \"A\"\nmsgid_plural \"As\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n",
         "locales/ru.po:5:1: 'msgid_plural': plural forms are not read (use an ICU plural inside the text)"},
        {HEAD "msgid \"A\"\nmsgstr[0] \"\"\n",
         "locales/ru.po:5:1: 'msgstr[0]': plural forms are not read (use an ICU plural inside the text)"},
        {HEAD "msgctxt \"c\"\nmsgid \"A\"\nmsgstr \"\"\n\nmsgctxt \"c\"\nmsgid \"A\"\nmsgstr \"x\"\n",
         "locales/ru.po:9:1: message stands here a second time, first in line 5 (delete one of them)"},
        {HEAD "domain \"A\"\n", "locales/ru.po:4:1: unknown keyword 'domain' (msgctxt, msgid or msgstr)"},
        {HEAD "msgid\n", "locales/ru.po:4:6: no string after 'msgid' (write it in double quotes)"},
        {HEAD "msgid \"A\"\nmsgstr \"a\x01\"\n", "locales/ru.po:5:10: control character 0x01 (delete it)"},
        {HEAD "msgid \"A\"\nmsgstr \"a\u202Eb\"\n",
         "locales/ru.po:5:10: direction override U+202E (delete it: it hides the order of a text)"},
        {HEAD "msgid \"A\"\nmsgstr \"яa\xFF\"\n",
         "locales/ru.po:5:11: byte 0xFF is not UTF-8 (save the file as UTF-8)"},
        {HEAD "msgctxt \"c\"\nmsgid \"\"\nmsgstr \"x\"\n", "locales/ru.po:5:1: empty 'msgid' (write the English text)"},
        {HEAD HEAD, "locales/ru.po:4:1: second header (an empty msgid may stand only at the beginning)"},
        {"\"A\"\n", "locales/ru.po:1:1: string without a keyword (write msgid or msgstr before it)"},
        {"msgid \"A\"\nmsgstr \"B\"\n",
         "locales/ru.po:1:1: no header (begin the file with msgid \"\" and a msgstr that says charset=UTF-8)"},
        {"", "locales/ru.po: no message in it (begin the file with msgid \"\" and a msgstr that says charset=UTF-8)"},
        {"msgid \"\"\nmsgstr \"\"\n",
         "locales/ru.po:1:1: header names no charset (write \"Content-Type: text/plain; charset=UTF-8\\n\")"},
        {"msgid \"\"\nmsgstr \"charset=KOI8-R\\n\"\n",
         "locales/ru.po:1:1: charset 'KOI8-R' in the header (save the file as UTF-8 and write charset=UTF-8)"},
    };
    SAYS_FAULTS(rows, read_text);
}

static void reports_every_fault(void **state) {
    (void)state;
    struct catalog c;
    assert_false(
        load(HEAD "msgid \"A\nmsgstr \"\"\n\nmsgid \"B\"\nmsgstr \"\\z\"\n\nmsgid \"C\"\nmsgstr \"ok\"\n", &c));
    assert_int_equal(diag.errors, 2);
    assert_string_equal(catalog_get(&c, NULL, "C"), "ok");
}

static void caps(void **state) {
    (void)state;
    struct catalog c;
    char *text = malloc(4 << 20), *p = text + sprintf(text, HEAD "msgid \"A\"\nmsgstr \"");
    memset(p, 'x', 8192);
    strcpy(p + 8192, "\"\n");
    assert_true(load(text, &c));
    strcpy(p + 8192, "y\"\n");
    assert_false(load(text, &c));
    assert_string_equal(diag_all(&arena, &diag),
                        "locales/ru.po:5:8: text of 'msgstr' is longer than 8192 bytes (split it)");

    diag_init(&diag, &arena);
    p = text + sprintf(text, HEAD);
    for (int i = 0; i < 20000; i++) p += sprintf(p, "msgid \"%d\"\nmsgstr \"%d\"\n", i, i);
    assert_true(load(text, &c));
    assert_int_equal(c.n, 20000);
    assert_string_equal(catalog_get(&c, NULL, "19999"), "19999");
    sprintf(p, "msgid \"more\"\nmsgstr \"\"\n");
    assert_false(load(text, &c));
    assert_int_equal(diag.errors, 1);
    assert_string_equal(diag.first->text, "more than 20000 messages (split the pack)");

    diag_init(&diag, &arena);
    memset(text, 'x', (2 << 20) + 1);
    text[(2 << 20) + 1] = 0;
    assert_false(load(text, &c));
    assert_int_equal(diag.errors, 1);

    diag_init(&diag, &arena); /* a file of garbage does not print a million lines */
    p = text;
    for (int i = 0; i < 1000000; i++) *p++ = i % 2 ? '\n' : 'q';
    *p = 0;
    assert_false(load(text, &c));
    assert_in_range(diag.errors, 50, 52);
    free(text);
}

static bool reads_small(struct arena *a, struct diag *d) { return read_text(HEAD "msgctxt \"c\"\nmsgid \"A\"\nmsgstr \"B\"\n", a, d); }
static void survives_refused_memory(void **state) {
    (void)state;
    reads_without_memory(reads_small, 200);
}

/* Every prefix and many damaged copies: no crash, no endless loop; a fault or a catalogue. */
static void survives_damage(void **state) {
    (void)state;
    const char *good =
        HEAD "#, fuzzy\nmsgctxt \"x/y\"\nmsgid \"A {n, plural, one {#} other {#}}\"\nmsgstr \"\"\n\"Б\\n\"\n";
    char text[512];
    uint32_t seed = 7;
    for (int i = 0; i < 20000; i++) {
        size_t n = strlen(good);
        memcpy(text, good, n);
        for (int k = 0; k < 3; k++) {
            seed = seed * 1664525u + 1013904223u;
            text[(seed >> 8) % n] = (char)(seed >> 24);
        }
        if (i % 4 == 0) n = seed % n;
        struct catalog c;
        struct mem_file rows[] = {{"ru.po", text, n}, {0}};
        struct port_files files = {.ctx = rows, .read = mem_read};
        arena_reset(&arena);
        diag_init(&diag, &arena);
        assert_true(catalog_load(&arena, &files, "ru.po", "ru", &c, &diag) == (diag.errors == 0));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FRESH(reads_entries),
        FRESH(skips_fuzzy_obsolete_untranslated),
        FRESH(refuses),
        FRESH(reports_every_fault),
        FRESH(caps),
        FRESH(survives_refused_memory),
        FRESH(survives_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
