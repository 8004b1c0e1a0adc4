/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_test.h"
#include <content/message.h>

#define NB "\u00A0"

static struct arena arena;
static struct diag diag;
static struct facts facts;
static struct catalog none, ru;

static struct fact_value *add_fact(const char *id, int n) {
    struct fact *f = arena_new(&arena, struct fact);
    f->id = id;
    f->values = arena_array(&arena, struct fact_value, n);
    f->nvalues = n;
    map_put(&facts.by_id, id, f);
    return f->values;
}

static void add_entry(struct catalog *c, const char *ctxt, const char *id, const char *str) {
    struct catalog_entry *e = arena_new(&arena, struct catalog_entry);
    *e = (struct catalog_entry){.ctxt = ctxt, .id = id, .str = str};
    map_put(&c->by_key, ctxt ? arena_printf(&arena, "%s\x04%s", ctxt, id) : id, e);
}

static int begin(void **state) {
    static const char *const units[][2] = {{"m", "length-meter"},
                                           {"cm", "length-centimeter"},
                                           {"km", "length-kilometer"},
                                           {"kg", "mass-kilogram"},
                                           {"percent", "percent"},
                                           {"days", "duration-day"},
                                           {"km2", "area-square-kilometer"},
                                           {"km/h", "speed-kilometer-per-hour"}};
    static const char *const both[] = {"reported", "more than"}, *const about[] = {"about"};
    (void)state;
    arena_init(&arena, 0);
    diag_init(&diag, &arena);
    facts = (struct facts){.file = "facts.yaml"};
    map_init(&facts.by_id, &arena);
    map_init(&facts.sources, &arena);
    map_init(&facts.units, &arena);
    none = ru = (struct catalog){.lang = "ru"};
    map_init(&ru.by_key, &arena);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) map_put(&facts.units, units[i][0], (void *)units[i][1]);
    *add_fact("leap", 1) = (struct fact_value){.kind = FACT_NUM, .num = 6, .unit = "m", .qualifiers = {both, 2}};
    *add_fact("cat", 1) = (struct fact_value){.kind = FACT_NUM, .num = 2.13, .decimals = 2, .unit = "m", .as_of = 2018};
    *add_fact("round", 1) = (struct fact_value){.kind = FACT_NUM, .num = 1, .decimals = 1, .unit = "km"};
    *add_fact("area", 1) = (struct fact_value){.kind = FACT_NUM, .num = 361756, .unit = "km2"};
    *add_fact("share", 1) = (struct fact_value){.kind = FACT_NUM, .num = 3, .unit = "percent"};
    *add_fact("since", 1) = (struct fact_value){.kind = FACT_NUM, .num = 1996, .unit = "year"};
    *add_fact("litter", 1) = (struct fact_value){.kind = FACT_RANGE, .min = 1, .max = 4, .unit = "cubs"};
    *add_fact("weight", 1) =
        (struct fact_value){.kind = FACT_RANGE, .min = 32, .max = 48, .unit = "kg", .qualifiers = {about, 1}};
    *add_fact("adults", 1) = (struct fact_value){.kind = FACT_NUM, .num = 129, .unit = "adults", .as_of = 2024};
    *add_fact("founded", 1) = (struct fact_value){.kind = FACT_TEXT, .text = "2012-04-05", .unit = "date"};
    *add_fact("opened", 1) = (struct fact_value){.kind = FACT_TEXT, .text = "2016-03", .unit = "date"};
    *add_fact("coat", 1) = (struct fact_value){.kind = FACT_TEXT, .text = "pale"};
    *add_fact("bite", 1) = (struct fact_value){.kind = FACT_NONE};
    struct fact_value *v = add_fact("size", 2);
    v[0] = (struct fact_value){.key = "body", .kind = FACT_RANGE, .min = 107, .max = 136, .unit = "cm"};
    v[1] = (struct fact_value){.key = "year", .kind = FACT_NUM, .num = 7, .unit = "cm", .as_of = 1962};
    return 0;
}
static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *text_in(const char *lang, const char *msg, const struct msg_arg *args, int n) {
    struct msg_env env = {.lang = lang, .facts = &facts, .args = args, .nargs = n};
    static struct catalog self; /* a catalogue that translates every text into itself */
    self = (struct catalog){.lang = lang};
    map_init(&self.by_key, &arena);
    add_entry(&self, NULL, msg, msg);
    for (const struct qualifier *q = QUALIFIERS; q->word; q++) add_entry(&self, "qualifier", q->pattern, q->pattern);
    env.catalog = strcmp(lang, "en") == 0 ? NULL : &self;
    return message_text(&arena, &env, &(struct text_ref){.easy = msg}, false);
}

struct row {
    const char *lang, *msg, *text;
};

static void prints_arguments(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"en", "No arguments, it's plain #", "No arguments, it's plain #"},
        {"en", "Leap: {leap}", "Leap: 6" NB "m"},
        {"ru", "Прыжок: *{leap}*", "Прыжок: *6" NB "м*"},
        {"zh-Hans", "{leap}", "6米"},
        {"ko", "{leap}", "6m"},
        {"ar", "{leap}", "٦" NB "أمتار"},
        {"en", "{leap.number} {leap.qualified}", "6 more than 6" NB "m (reported)"},
        {"en", "{cat} in {cat.year}", "2.13" NB "m in 2018"},
        {"ru", "{cat} в {cat.year}", "2,13" NB "м в 2018"},
        {"en", "{round}", "1.0" NB "km"},
        {"en", "{area}", "361,756" NB "km²"},
        {"ru", "{area}", "361" NB "756" NB "км²"},
        {"zh-Hans", "{area}", "361,756平方公里"},
        {"ko", "{area}", "361,756km²"},
        {"en", "{share}", "3%"},
        {"ru", "{share}", "3" NB "%"},
        {"ar", "{share}", "٣٪\u061C"},
        {"en", "{since} {since.number}", "1996 1996"},
        {"ru", "с {since}", "с 1996"},
        {"en", "{litter} {litter.number}", "1–4 1–4"},
        {"zh-Hans", "{litter}", "1-4"},
        {"ko", "{litter}", "1~4"},
        {"en", "{weight}", "32–48" NB "kg"},
        {"ru", "{weight}", "32–48" NB "кг"},
        {"en", "{weight.qualified}", "about 32–48" NB "kg"},
        {"en", "{adults} adults", "129 adults"},
        {"en", "{size} {size.body} {size.year} {size.year.year} {size.year.number}",
         "107–136" NB "cm 107–136" NB "cm 7" NB "cm 1962 7"},
        {"en", "{founded}, {opened}; {founded.year}", "April" NB "5," NB "2012, March" NB "2016; 2012"},
        {"ru", "{founded}, {opened}", "5" NB "апреля" NB "2012\u202Fг., март" NB "2016\u202Fг."},
        {"zh-Hans", "{founded}", "2012年4月5日"},
        {"ko", "{founded}", "2012년" NB "4월" NB "5일"},
        {"en", "it's {leap}, 'quoted' isn''t", "it's 6" NB "m, 'quoted' isn''t"},
        {"en", "{ leap }", "6" NB "m"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_in(rows[i].lang, rows[i].msg, NULL, 0), rows[i].text);
}

/* How long a unit is written is the translator's choice; a word that is no width is told and the unit stays short. */
static void units_as_long_as_their_translator_says(void **state) {
    (void)state;
    static const struct { const char *lang, *width, *text; bool ok; } rows[] = {
        {"zh-Hans", "short", "32-48" NB "kg", true}, {"zh-Hans", "full-name", "32-48千克", true},
        {"zh-Hans", "long", "32-48" NB "kg", false}, {"ko", "full-name", "32~48킬로그램", true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct catalog c = {.lang = rows[i].lang};
        map_init(&c.by_key, &arena);
        add_entry(&c, NULL, "{weight}", "{weight}");
        add_entry(&c, UNIT_WIDTH_CTXT, "short", rows[i].width);
        struct catalog_entry e = {.ctxt = UNIT_WIDTH_CTXT, .id = "short", .str = rows[i].width, .str_pos = {"l.po", 7, 8}};
        c.all = &e;
        c.n = 1;
        struct diag d;
        diag_init(&d, &arena);
        assert_true(message_unit_width_check(&c, &d) == rows[i].ok && (d.errors == 0) == rows[i].ok);
        struct msg_env env = {.lang = rows[i].lang, .facts = &facts, .catalog = &c};
        assert_string_equal(message_text(&arena, &env, &(struct text_ref){.easy = "{weight}"}, false), rows[i].text);
    }
}

static void prints_variables(void **state) {
    (void)state;
    const struct msg_arg args[] = {{"d", 4.25, NULL, "m", 1},       {"n", 21, NULL, NULL, 0},
                                   {"who", 0, "Лёва {x}", NULL, 0}, {"any", 1.5, NULL, "m", -1},
                                   {"y", 1975, NULL, "year", 0},    {"leap", 9, NULL, "m", 0},
                                   {"lit", 1, NULL, NULL, -1}};
    static const struct row rows[] = {
        {"ru", "{d} {d.number} {d.qualified}", "4,3" NB "м 4,3 4,3" NB "м"},
        {"en", "{who}: {any}", "Лёва {x}: 1.5" NB "m"},
        {"en", "{y}", "1975"},
        {"en", "{leap}", "9" NB "m"}, /* a variable hides a fact */
        {"en", "{who, select, a {A} other {B}} {lit, select, 1 {on} other {off}}", "B on"},
        {"en", "{coat, select, pale {snow} other {straw}}", "snow"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_in(rows[i].lang, rows[i].msg, args, 7), rows[i].text);
    struct msg_env env = {.lang = "en", .facts = &facts};
    assert_string_equal(message_number(&arena, &env, 1234.5, -1, NULL), "1,234.5");
    assert_string_equal(message_number(&arena, &env, 1.4, 1, "m"), "1.4" NB "m");
    assert_string_equal(message_number(&arena, &env, 12, 0, "cubs"), "12");
    assert_string_equal(message_number(&arena, &env, 0.0 / 0.0, 0, NULL), "");
    env.facts = NULL;
    env.lang = "no such language";
    assert_string_equal(message_number(&arena, &env, 2.5, 0, "m"), "3");
}

static void plurals_of_facts(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"en", "{round, plural, one {# mile} other {# miles}}", "1.0 miles"}, /* decimals count: 1.0 is not one */
        {"en", "{litter, plural, one {# cub} other {# cubs}}", "1–4 cubs"},
        {"ru", "{litter, plural, one {# котёнок} few {# котёнка} many {# котят} other {# котёнка}}", "1–4 котёнка"},
        {"ru", "{adults, plural, one {# взрослый} few {# взрослых} many {# взрослых} other {#}}", "129 взрослых"},
        {"ru", "более {leap, plural, one {# метра} few {# метров} many {# метров} other {# метра}}", "более 6 метров"},
        {"en", "{leap, plural, other {{leap} = # of {adults, plural, other {#}} = #}}", "6" NB "m = 6 of 129 = 6"},
        {"en", "{coat, select, other {# {leap, plural, other {# {coat, select, other {#}}}}}}", "# 6 6"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_in(rows[i].lang, rows[i].msg, NULL, 0), rows[i].text);
}

static void falls_back_to_english(void **state) {
    (void)state;
    struct msg_env env = {.lang = "ru", .catalog = &ru, .facts = &facts};
    struct text_ref t = {.easy = "Leap of {leap}", .more = "A leap of {leap.qualified}", .ctxt = "s/t"};
    assert_string_equal(message_text(&arena, &env, &t, false),
                        "Leap of 6" NB "m"); /* nothing translated: English units */
    add_entry(&ru, "s/t", "Leap of {leap}", "Прыжок на {leap}");
    assert_string_equal(message_text(&arena, &env, &t, false), "Прыжок на 6" NB "м");
    assert_string_equal(message_text(&arena, &env, &t, true), "A leap of more than 6" NB "m (reported)");
    add_entry(&ru, "s/t", "A leap of {leap.qualified}", "Прыжок на {leap.qualified}"); /* but the qualifiers are not */
    assert_string_equal(message_text(&arena, &env, &t, true), "A leap of more than 6" NB "m (reported)");
    add_entry(&ru, "qualifier", "more than {value}", "более {value}");
    add_entry(&ru, "qualifier", "{value} (reported)", "{value} (по рассказам)");
    assert_string_equal(message_text(&arena, &env, &t, true), "Прыжок на более 6" NB "м (по рассказам)");
    add_entry(&ru, "s/t", "Leap of {leap}", "Прыжок на {nothing}");
    assert_string_equal(message_text(&arena, &env, &t, false), "Leap of 6" NB "m");
    t.easy = "Broken {nothing}";
    assert_string_equal(message_text(&arena, &env, &t, false), "Broken {nothing}");
    t.easy = "{cat} – {leap}"; /* no words: every language */
    assert_string_equal(message_text(&arena, &env, &t, false), "2,13" NB "м – 6" NB "м");
    t = (struct text_ref){0};
    assert_string_equal(message_text(&arena, &env, &t, true), "");
    t.easy = "Only easy";
    assert_string_equal(message_text(&arena, &env, &t, true), "Only easy");
}

static const char *check(const char *msg, const char *source, const char *lang) {
    static const char *const known[] = {"distance", "score", NULL};
    diag_init(&diag, &arena);
    bool ok = message_check(&arena, msg, source, lang, &facts, known, (struct written){{"s.yaml", 4, 2}, NULL}, &diag);
    assert_int_equal(ok, diag.errors == 0);
    return diag_all(&arena, &diag);
}

static void checks(void **state) {
    (void)state;
    static const struct {
        const char *msg, *lines;
    } rows[] = {
        {"It's {leap} and {distance} # km², *{size.body.qualified}* {cat.year} {founded.year}", ""},
        {"{leap, plural, one {# m} other {# m}} {score, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", ""},
        {"{coat, select, pale {a} other {b}}", ""},
        {"6 m or 2012", "s.yaml:4:2: typed digit '6' in text (use a fact, or declare the number in 'numbers:')\n"
                        "s.yaml:4:2: typed digits '2012' in text (use a fact, or declare the number in 'numbers:')"},
        {"{leap, plural, one {1} other {#}}",
         "s.yaml:4:2: typed digit '1' in text (use a fact, or declare the number in 'numbers:')"},
        {"６米 ٦", "s.yaml:4:2: typed digit '６' in text (use a fact, or declare the number in 'numbers:')\n"
                   "s.yaml:4:2: typed digit '٦' in text (use a fact, or declare the number in 'numbers:')"},
        {"{leep}", "s.yaml:4:2: unknown argument 'leep' (did you mean 'leap'?)"},
        {"{size.bdy.qualified}",
         "s.yaml:4:2: unknown argument 'size.bdy.qualified' (did you mean 'size.body.qualified'?)"},
        {"{distanse}", "s.yaml:4:2: unknown argument 'distanse' (did you mean 'distance'?)"},
        {"{zzzzzzzz}", "s.yaml:4:2: unknown argument 'zzzzzzzz' (a fact's id, a variable, or a number of 'numbers:')"},
        {"{coat}", "s.yaml:4:2: fact 'coat' is a text (write the words here: texts of the register are never shown)"},
        {"{coat, plural, one {a} other {b}}", "s.yaml:4:2: plural of 'coat', which is no number (use select, or write the words)"},
        {"{bite}", "s.yaml:4:2: fact 'bite' has no value to print (give it one, or reword the text)"},
        {"{leap.year}", "s.yaml:4:2: fact 'leap' has no year (give it as_of)"},
        {"{leap", "s.yaml:4:2: '{leap' is never closed (add '}')"},
        {"leap}", "s.yaml:4:2: '}' closes nothing that is open (delete it)"},
        {"{}", "s.yaml:4:2: no name after '{' (write {fact-id})"},
        {"{leap!}", "s.yaml:4:2: 'leap' is followed by something else than ',' or '}' (write {name})"},
        {"{leap, number, ::percent}", "s.yaml:4:2: unknown kind 'number' of argument 'leap' (plural, select or "
                                      "selectordinal; numbers print as the register says)"},
        {"{leap, plural}", "s.yaml:4:2: no ',' after 'plural' (write {name, plural, one {...} other {...}})"},
        {"{leap, plural, one {a}}", "s.yaml:4:2: 'leap' has no 'other' (add other {...})"},
        {"{leap, plural, two {a} some {b} other {c}}",
         "s.yaml:4:2: 'some' is no plural form (zero, one, two, few, many, other or =N)"},
        {"{leap, plural, one {a} one {b} other {c}}", "s.yaml:4:2: 'one' stands twice in 'leap' (delete one)"},
        {"{leap, plural, one other {c}}", "s.yaml:4:2: 'one' of 'leap' has no {...} (write its words in braces)"},
        {"{leap, plural, other {c}", "s.yaml:4:2: '{' is never closed (add '}')"},
        {"{leap, plural, other {c", "s.yaml:4:2: '{' is never closed (add '}')"},
        {"{leap, plural, =x {c}}", "s.yaml:4:2: no whole number at 'x {c}}' (write '=0' or 'offset:1')"},
        {"{a, select, other {{a, select, other {{a, select, other {{a}}}}}}}",
         "s.yaml:4:2: braces are more than 6 deep (simplify the text)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(check(rows[i].msg, NULL, "en"), rows[i].lines);
}

static void checks_translations(void **state) {
    (void)state;
    static const struct {
        const char *lang, *source, *msg, *lines;
    } rows[] = {
        {"ru", "{leap} of {distance}", "{distance} от {leap.number}", ""},
        {"ru", "{leap}", "{leap, plural, one {#} few {#} many {#} other {#}}", ""},
        {"ru", "{leap}", "", "s.yaml:4:2: translation lacks the argument '{leap}' of the English text (add it)"},
        {"ru", "{leap.qualified}", "{leap}",
         "s.yaml:4:2: translation says '{leap}' where the English text says '{leap.qualified}' (write that)"},
        {"ru", "{cat}", "{cat} {cat.year}", "s.yaml:4:2: argument '{cat.year}' is not in the English text (delete it)"},
        {"ru", "{leap, plural, one {a} other {b}}", "{leap, plural, one {a} other {b}}",
         "s.yaml:4:2: warning: plural of 'leap' lacks 'few', which 'ru' uses (add few {...})\n"
         "s.yaml:4:2: warning: plural of 'leap' lacks 'many', which 'ru' uses (add many {...})"},
        {"ko", "{leap, plural, one {a} other {b}}", "{leap, plural, one {a} other {b}}",
         "s.yaml:4:2: warning: 'one' in the plural of 'leap' is never used in 'ko' (delete it)"},
        {"zh-Hans", "{leap}", "６{leap}",
         "s.yaml:4:2: typed digit '６' in text (use a fact, or declare the number in 'numbers:')"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(check(rows[i].msg, rows[i].source, rows[i].lang), rows[i].lines);
}

static void languages(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"ru", "Русский"},  {"en", "English"}, {"zh-Hans", "简体中文"}, {"ko", "한국어"}, {"en-GB", "British English"},
        {"fr", "Français"}, {"ar", "العربية"}, {"de", "Deutsch"},       {"ja", "日本語"}, {"zh-Hant", "繁體中文"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(language_name(&arena, rows[i][0]), rows[i][1]);
    assert_true(language_rtl("ar") && language_rtl("he") && !language_rtl("ru") && !language_rtl("zh-Hans"));
    assert_false(language_rtl("") || language_rtl("*"));
    assert_non_null(language_name(&arena, "*"));
}

/* Random bytes, half of them from the alphabet of messages: always a text, never a crash. */
static void survives_anything(void **state) {
    (void)state;
    static const char *const bits[] = {"{",  "}",         "{leap",    ", plural, ", "other {",   "one {",      "#",
                                       "=1", ", select,", "offset:1", "leap",       "size.body", ".qualified", " ",
                                       "'",  "\xD0",      "я",        "*",          "{cat}",     "}}"};
    uint32_t seed = 11;
    struct arena scratch;
    arena_init(&scratch, 0);
    for (int i = 0; i < 6000; i++) {
        char text[256];
        size_t n = 0, parts = (size_t)(rng_next(&seed) * 14);
        for (size_t k = 0; k < parts; k++) {
            char any[2] = {(char)(1 + (int)(rng_next(&seed) * 255)), 0};
            const char *bit = rng_next(&seed) < 0.85 ? bits[(int)(rng_next(&seed) * 20)] : any;
            memcpy(text + n, bit, strlen(bit));
            n += strlen(bit);
        }
        text[n] = 0;
        arena_reset(&scratch);
        struct msg_env env = {.lang = i % 2 ? "ru" : "en", .facts = &facts};
        assert_non_null(message_text(&scratch, &env, &(struct text_ref){.easy = text}, false));
        struct diag d;
        diag_init(&d, &scratch);
        bool ok = message_check(&scratch, text, text, "en", &facts, NULL, (struct written){0}, &d);
        assert_int_equal(ok, d.errors == 0);
    }
    arena_free(&scratch);
}

static void survives_refused_memory(void **state) {
    (void)state;
    const char *msg = "a {leap.qualified} {litter, plural, one {#} other {# {founded}}}";
    struct msg_env env = {.lang = "en", .facts = &facts};
    for (long n = 1;; n++) {
        struct arena small;
        arena_init(&small, 0);
        small.fail_at = n;
        const char *text = message_text(&small, &env, &(struct text_ref){.easy = msg}, false);
        assert_non_null(text);
        bool done = small.fail_at > 0;
        if (done) assert_string_equal(text, "a more than 6" NB "m (reported) 1–4 April" NB "5," NB "2012");
        arena_free(&small);
        assert_true(n < 500);
        if (done) return;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(prints_arguments, begin, end),
        cmocka_unit_test_setup_teardown(prints_variables, begin, end),
        cmocka_unit_test_setup_teardown(plurals_of_facts, begin, end),
        cmocka_unit_test_setup_teardown(falls_back_to_english, begin, end),
        cmocka_unit_test_setup_teardown(checks, begin, end),
        cmocka_unit_test_setup_teardown(checks_translations, begin, end),
        cmocka_unit_test_setup_teardown(languages, begin, end),
        cmocka_unit_test_setup_teardown(units_as_long_as_their_translator_says, begin, end),
        cmocka_unit_test_setup_teardown(survives_anything, begin, end),
        cmocka_unit_test_setup_teardown(survives_refused_memory, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
