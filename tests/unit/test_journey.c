/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_test.h"
#include "fresh.h"
#include <content/journey.h>

#define HEAD(languages, first)                                                                                         \
    "format: 1\nname: Leopard\nattract: night\nhome: home\nstill-there: still\nlanguage-sheet: languages\n"            \
    "sources-sheet: sources\nlanguages: " languages "\ndefault-language: " first "\n"                                  \
    "nav: {next: Next, home: Home, back: Back, language: Language}\n"
#define GOOD HEAD("[ru, zh-Hans]", "ru")
#define CHAPTERS "chapters:\n  - {id: leap, title: Leap, subtitle: One, light: 1.5, scenes: [the-leap, two]}\n"

static bool load(const char *text, const struct field_refs *refs, struct journey *out) {
    struct port_files files = MEM_FILES(MEM_TEXT("j.yaml", text));
    return journey_load(&arena, &files, "j.yaml", out, refs, &diag);
}
static bool read_text(const char *text, struct arena *a, struct diag *d) {
    struct journey out;
    struct port_files files = MEM_FILES(MEM_TEXT("j.yaml", text));
    return journey_load(a, &files, "j.yaml", &out, NULL, d);
}

static void note(void *ctx, enum field_type type, const char *value, const struct text_ref *text, struct pos at) {
    struct sbuf *b = ctx;
    (void)at;
    if (type == FIELD_SCENE) sbuf_printf(b, "%s ", value);
    if (type == FIELD_TEXT) sbuf_printf(b, "%s=%s ", text->ctxt, text->easy);
}

static void reads(void **state) {
    (void)state;
    struct journey j;
    struct sbuf seen = {.arena = &arena};
    const struct field_refs refs = {&seen, note};
    bool ok =
        load(GOOD "invite: 5\nidle: {ask: 40, reset: 20}\n" CHAPTERS "variables: [{name: score, value: 3, unit: m}]\n",
             &refs, &j);
    assert_string_equal(diag_all(&arena, &diag), "");
    assert_true(ok);
    assert_string_equal(j.attract, "night");
    assert_string_equal(j.sources_sheet, "sources");
    assert_true(j.idle_ask == 40 && j.idle_reset == 20 && j.invite == 5);
    assert_int_equal(j.languages.n, 2);
    assert_string_equal(j.file, "j.yaml");
    const struct chapter *c = j.chapters.items;
    assert_true(j.chapters.n == 1 && c->light == 1.5f && c->scenes.n == 2);
    assert_string_equal(c->title.easy, "Leap");
    const struct journey_var *v = j.variables.items;
    assert_true(j.variables.n == 1 && v->value.kind == VALUE_NUM && v->value.num == 3);
    assert_string_equal(seen.p, "journey.name=Leopard night home still languages sources journey.nav.next=Next "
                                "journey.nav.home=Home journey.nav.back=Back journey.nav.language=Language "
                                "journey.chapters.leap.title=Leap journey.chapters.leap.subtitle=One the-leap two ");
    assert_true(load(GOOD CHAPTERS, NULL, &j));
    assert_true(j.idle_ask == 60 && j.idle_reset == 30);
}

static void reads_the_pack(void **state) {
    (void)state;
    struct port_files files = tree_files();
    struct journey j;
    bool ok = journey_load(&arena, &files, "scenes/journey.yaml", &j, NULL, &diag);
    assert_string_equal(diag_all(&arena, &diag), "");
    assert_true(ok);
}

static void refuses(void **state) {
    (void)state;
    static const struct fault rows[] = {
        {HEAD("[ru]", "en") CHAPTERS, "j.yaml:9:19: default language 'en' is not in 'languages' (add it there)"},
        {HEAD("[ru, ru]", "ru") CHAPTERS, "j.yaml:8:17: language 'ru' is listed twice (remove one)"},
        {HEAD("[ru, \"../x\"]", "ru") CHAPTERS,
         "j.yaml:8:17: '../x' is not a language code (write it like ru or zh-Hans)"},
        {GOOD CHAPTERS "  - {id: leap, title: L, scenes: [b]}\n",
         "j.yaml:13:10: chapter 'leap' stands twice (rename one)"},
        {GOOD CHAPTERS "  - {id: x, title: L, scenes: [two]}\n",
         "j.yaml:13:32: scene 'two' stands in chapter 'leap' and again in 'x' (remove one)"},
        {GOOD "chapters:\n  - {id: x, title: L, scenes: [a, a]}\n",
         "j.yaml:12:35: scene 'a' stands in chapter 'x' and again in 'x' (remove one)"},
        {GOOD "chapters:\n  - {id: x, title: L, scenes: []}\n",
         "j.yaml:12:31: chapter 'x' has no scenes (name one, or remove the chapter)"},
        {GOOD "chapters: []\n", "j.yaml:11:11: 'chapters' is empty (home needs at least one)"},
        {GOOD, "j.yaml:1:1: the journey lacks 'chapters' (add it)"},
        {GOOD CHAPTERS "idle: {ask: -1}\n", "j.yaml:13:13: 'idle' in the journey: 'ask' is -1 but must be more than 0"},
        {GOOD CHAPTERS "hime: x\n", "j.yaml:13:1: unknown key 'hime' in the journey (did you mean 'home'?)"},
    };
    SAYS_FAULTS(rows, read_text);
}

static void names_catalogues(void **state) {
    (void)state;
    assert_string_equal(locale_path(&arena, "zh-Hans"), "locales/zh_Hans.po");
    assert_string_equal(locale_path(&arena, "ru"), "locales/ru.po");
    arena.fail_at = 1;
    assert_null(locale_path(&arena, "ru"));
}

static bool reads_small(struct arena *a, struct diag *d) { return read_text(GOOD CHAPTERS, a, d); }
static void survives_refused_memory(void **state) {
    (void)state;
    reads_without_memory(reads_small, 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FRESH(reads),
        FRESH(reads_the_pack),
        FRESH(refuses),
        FRESH(names_catalogues),
        FRESH(survives_refused_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
