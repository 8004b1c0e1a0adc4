/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_test.h"
#include <content/message.h>
#include <content/pseudo.h>

#define R "\u202E"
#define P "\u202C"

struct row { const char *english, *want; };
static void check(enum pseudo kind, const struct row *rows, size_t n) {
    struct arena a;
    arena_init(&a, 0);
    for (size_t i = 0; i < n; i++) assert_string_equal(pseudo_text(&a, kind, rows[i].english), rows[i].want);
    arena_free(&a);
}

#define CHECK(kind, rows) check(kind, rows, sizeof rows / sizeof *rows)

static void accents(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"Leopard", "[Ļéööþååŕð~]"},
        {"Snow", "[Šñööŵ~]"},
        {"a", "[å]"},
        {"Body and tail", "[Ɓöðý åååñð ţååîîļ]"},
        {"it's the leopard’s well-known", "[îţ'š ţĥééé ļééöþååŕð’š ŵéééļļ-ķñöööŵñ~]"},
        /* arguments, marks, escapes and forms stay whole */
        {"Leap: {leap-length.qualified}", "[Ļéååþ: {leap-length.qualified}~]"},
        {"*Spots* are _rosettes_", "[*Šþööţš* ååŕéé _ŕöšééţţééš_~]"},
        {"\\*a\\* snake_case", "[\\*å\\* šñååķéé\\_çååšé~]"},
        {"{n, plural, offset:1 =0 {no cub} one {# cub} other {# cubs of {n}}}!",
         "[{n, plural, offset:1 =0 {ñö çûûƀ} one {# çûƀ} other {# çûƀš öööƒ {n}}}!]"},
        {"{who, select, she {her *own*} other {their own}}", "[{who, select, she {ĥéŕ *ööŵñ*} other {ţĥééîŕ ööŵñ}}~]"},
        {"one\ntwo", "[öñéé\nţŵöö]"},
        {"U\u2060S\u00A0A", "[Û\u2060Š\u00A0Åå]"},
        {"a } b", "[å } ƀ~]"}, /* no message, but a text */
        /* nothing to say: nothing to change */
        {"{a} – {b}", "{a} – {b}"}, {"{n, plural, other {#}}", "{n, plural, other {#}}"}, {"", ""}, {"?", "?"}};
    CHECK(PSEUDO_ACCENTS, rows);
}

static void backwards(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"Leopard", R "Leopard" P},
        {"Body and tail.", R "Body" P " " R "and" P " " R "tail" P "."},
        {"it's a well-known – leopard’s", R "it's" P " " R "a" P " " R "well-known" P " – " R "leopard’s" P},
        {"*Spots* are _rosettes_", "*" R "Spots" P "* " R "are" P " _" R "rosettes" P "_"},
        {"\\*a\\* snake_case", "\\*" R "a" P "\\* " R "snake_case" P},
        {"{n, plural, one {# cub} other {# cubs}}", "{n, plural, one {# " R "cub" P "} other {# " R "cubs" P "}}"},
        {"Leap: {leap}", R "Leap" P ": {leap}"},
        {"{a} – {b}", "{a} – {b}"}};
    CHECK(PSEUDO_BACKWARDS, rows);
}

static int letters(const char *s) {
    int n = 0;
    for (; *s; s++) n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

/* Longer by two letters in five, brackets aside, whatever the vowels. */
static void length(void **state) {
    (void)state;
    static const char *const texts[] = {"The leopard carries a roe deer up the tree and eats there for three days.", "rhythm",
                                        "Aeiou", "Who walked here?", "Strengths", "I"};
    struct arena a;
    arena_init(&a, 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int own = 0;
        for (const char *c = texts[i]; *c; c++) own += (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z');
        int more = letters(pseudo_text(&a, PSEUDO_ACCENTS, texts[i])) - letters(texts[i]) - 2;
        assert_in_range(more * 10 + 5, own * 4, own * 4 + 10);
    }
    arena_free(&a);
}

/* Through the catalogue: English grammar, numbers and units; the text outlives the scene that asked for it. */
static void said(void **state) {
    (void)state;
    struct arena a;
    struct catalog c;
    arena_init(&a, 0);
    assert_true(pseudo_of("en-XA") == PSEUDO_ACCENTS && pseudo_of("ar-XB") == PSEUDO_BACKWARDS);
    assert_true(!pseudo_of("en") && !pseudo_of("ar") && !pseudo_of("xa") && !pseudo_of(NULL));
    assert_false(catalog_pseudo(&a, "ru", &c));
    static const char *const langs[][3] = {
        {"en-XA", "[1 çûƀ~~]", "[1,234.5 çûƀš~~]"}, {"ar-XB", "1 " R "cub" P, "1,234.5 " R "cubs" P}};
    for (int i = 0; i < 2; i++) {
        struct msg_arg n = {.name = "n", .num = 1, .decimals = 0};
        struct msg_env env = {.lang = langs[i][0], .catalog = &c, .args = &n, .nargs = 1};
        assert_true(catalog_pseudo(&a, langs[i][0], &c));
        struct text_ref t = {.easy = "{n, plural, one {# cub} other {# cubs}}", .ctxt = "s/t"};
        assert_string_equal(message_text(&a, &env, &t, false), langs[i][1]);
        n.num = 1234.5, n.decimals = 1;
        assert_string_equal(message_text(&a, &env, &t, false), langs[i][2]);
        assert_string_equal(message_number(&a, &env, 1234.5, 1, NULL), "1,234.5");
        char scene[] = "Elk";
        const char *text = catalog_get(&c, "a/b", scene);
        strcpy(scene, "Fox");
        assert_ptr_equal(catalog_get(&c, "c/d", "Elk"), text);   /* made once */
        assert_string_not_equal(catalog_get(&c, "a/b", scene), text);
    }
    assert_true(language_rtl("ar-XB") && !language_rtl("en-XA"));
    assert_string_equal(language_name(&a, "ar-XB"), R "English" P);
    arena_free(&a);
}

static void memory(void **state) {
    (void)state;
    for (long n = 1, done = 0; !done; n++) {
        struct arena a;
        struct catalog c;
        arena_init(&a, 0);
        a.fail_at = n;
        if (catalog_pseudo(&a, "en-XA", &c)) {
            const char *text = catalog_get(&c, NULL, "A {n, plural, one {cub} other {cubs}} and more");
            done = text != NULL;
            assert_true(done || a.failed);
        }
        assert_true(n < 100);
        arena_free(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(accents), cmocka_unit_test(backwards), cmocka_unit_test(length),
                                       cmocka_unit_test(said), cmocka_unit_test(memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
