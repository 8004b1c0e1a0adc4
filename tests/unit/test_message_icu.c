/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our sentences beside ICU itself, in ten languages: the form of a plural, numbers, measures, ranges. ICU is asked by ways that
 * the program does not go (umsg) or with skeletons written out here. */
#include "content_test.h"
#include <content/message.h>
#include <unicode/umsg.h>
#include <unicode/unumberformatter.h>
#include <unicode/unumberrangeformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#define NB "\u00A0"
#define COUNT(x) (sizeof(x) / sizeof *(x))
#define FORMS "zero {zero} one {one} two {two} few {few} many {many} other {other}"

static const char *const LANGS[][2] = {{"ru", "ru"}, {"en", "en"}, {"zh-Hans", "zh_Hans"}, {"ko", "ko"}, {"ja", "ja"},
                                       {"fr", "fr"}, {"es", "es"}, {"ar", "ar"}, {"pl", "pl"}, {"he", "he"}};
static const char *const UNITS[][2] = {{"m", "measure-unit/length-meter"}, {"cm", "measure-unit/length-centimeter"},
                                       {"km", "measure-unit/length-kilometer"}, {"ft", "measure-unit/length-foot"},
                                       {"kg", "measure-unit/mass-kilogram"}, {"km2", "measure-unit/area-square-kilometer"},
                                       {"m/s", "measure-unit/speed-meter-per-second"},
                                       {"km/h", "measure-unit/speed-kilometer-per-hour"}, {"percent", "percent"}};
static const double BIG[] = {1000, 1001, 1234, 10000, 12345, 361756, 999999, 1e6, 1000001, 2e6, 1234567};
static const double PARTS[] = {0, .1, .4, .5, .9, 1, 1.1, 1.5, 1.9, 2, 2.1, 2.5, 3.2, 5.5, 7.25, 10, 11.5, 20.1, 21, 21.5, 100.5, 1000.5};
static const double ENDS[] = {0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 14, 20, 21, 22, 25, 100, 101, 102, 111, 1000, 12345, 1e6};

static struct arena arena;
static struct facts facts;
static struct fact_value *range;

static int begin(void **state) {
    (void)state;
    arena_init(&arena, 0);
    facts = (struct facts){.file = "facts.yaml"};
    map_init(&facts.by_id, &arena);
    map_init(&facts.units, &arena);
    for (size_t i = 0; i < COUNT(UNITS); i++)
        map_put(&facts.units, UNITS[i][0], (void *)(strncmp(UNITS[i][1], "measure", 7) ? UNITS[i][1] : UNITS[i][1] + 13));
    struct fact *f = arena_new(&arena, struct fact);
    range = arena_new(&arena, struct fact_value);
    *f = (struct fact){.id = "r", .values = range, .nvalues = 1};
    map_put(&facts.by_id, "r", f);
    return 0;
}
static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static void add(struct catalog *c, struct arena *a, const char *ctxt, const char *id, const char *str) {
    struct catalog_entry *e = arena_new(a, struct catalog_entry);
    *e = (struct catalog_entry){.ctxt = ctxt, .id = id, .str = str};
    map_put(&c->by_key, ctxt ? arena_printf(a, "%s\x04%s", ctxt, id) : id, e);
}

/* msg in lang, as a translation that says the same; qualifiers stand in brackets with their own word. */
static const char *text_in(struct arena *a, const char *lang, const char *msg, const struct msg_arg *arg) {
    struct catalog self = {.lang = lang};
    map_init(&self.by_key, a);
    add(&self, a, NULL, msg, msg);
    for (const struct qualifier *q = QUALIFIERS; q->word; q++)
        add(&self, a, "qualifier", q->pattern, arena_printf(a, "<%s: {value}>", q->word));
    struct msg_env env = {.lang = lang, .facts = &facts, .args = arg, .nargs = arg != NULL};
    env.catalog = strcmp(lang, "en") == 0 ? NULL : &self;
    return message_text(a, &env, &(struct text_ref){.easy = msg}, false);
}

static int32_t wide(const char *s, UChar *out, int32_t cap) {
    UErrorCode e = U_ZERO_ERROR;
    int32_t n = 0;
    u_strFromUTF8(out, cap, &n, s, -1, &e);
    assert_true(U_SUCCESS(e));
    return n;
}

/* UTF-8, with spaces that do not break where unbroken. */
static char *narrow(struct arena *a, const UChar *s, int32_t n, bool unbroken) {
    UErrorCode e = U_ZERO_ERROR;
    UChar copy[512];
    char *out = arena_alloc(a, 2048);
    assert_in_range(n, 0, 511);
    for (int32_t i = 0; i < n; i++) copy[i] = unbroken && s[i] == ' ' ? 0xA0 : s[i];
    u_strToUTF8(out, 2048, NULL, copy, n, &e);
    assert_true(U_SUCCESS(e));
    return out;
}

/* ---- plurals: ICU's MessageFormat with a numbered argument */
static UMessageFormat *message(const char *locale, const char *pattern) {
    UErrorCode e = U_ZERO_ERROR;
    UChar p[512];
    UMessageFormat *f = umsg_open(p, wide(pattern, p, 512), locale, NULL, &e);
    assert_true(U_SUCCESS(e));
    return f;
}

static char *say(struct arena *a, const UMessageFormat *f, double v, bool unbroken) {
    UErrorCode e = U_ZERO_ERROR;
    UChar out[512];
    int32_t n = umsg_format(f, out, 512, &e, v);
    assert_true(U_SUCCESS(e));
    return narrow(a, out, n, unbroken);
}

/* CLDR: four digits stand ungrouped in Spanish and Polish (1234, but 12.345). MessageFormat of ICU 72 does not know it. */
static const char *ungrouped(const char *lang, char *said) {
    const char *mark = strcmp(lang, "es") == 0 ? "." : strcmp(lang, "pl") == 0 ? NB : NULL;
    char *at = mark ? strstr(said, mark) : NULL;
    bool four = at && at > said && (at - said == 1 || at[-2] < '0' || at[-2] > '9') && !strstr(at + 1, mark);
    if (four) memmove(at, at + strlen(mark), strlen(at + strlen(mark)) + 1);
    return said;
}

static void compare(const char *lang, const char *ours, const UMessageFormat *f, double v, int decimals) {
    struct arena a;
    arena_init(&a, 0);
    struct msg_arg arg = {.name = "n", .num = v, .decimals = decimals};
    const char *want = ungrouped(lang, say(&a, f, v, false)), *got = text_in(&a, lang, ours, &arg);
    if (strcmp(got, want)) fail_msg("%s, %g, %s: '%s', but ICU says '%s'", lang, v, ours, got, want);
    arena_free(&a);
}

static void whole_numbers(void **state) {
    (void)state;
    static const char *const tails[] = {
        "plural, zero {z #} one {o #} two {t #} few {f #} many {m #} other {x #}}",
        "plural, =0 {none} =21 {drei} one {o #} few {f} other {x}}",
        "selectordinal, one {#st} two {#nd} few {#rd} many {#m} other {#th}}",
        "plural, offset:1 =0 {nobody} =1 {you} one {you and # more} few {few #} many {many #} other {you and # others}}",
    };
    for (size_t l = 0; l < COUNT(LANGS); l++)
        for (size_t t = 0; t < COUNT(tails); t++) {
            char ours[256], theirs[256];
            snprintf(ours, sizeof ours, "{n, %s", tails[t]);
            snprintf(theirs, sizeof theirs, "{0, %s", tails[t]);
            UMessageFormat *f = message(LANGS[l][1], theirs);
            for (int i = 0; i <= 200; i++) compare(LANGS[l][0], ours, f, i, 0);
            for (size_t i = 0; i < COUNT(BIG); i++) compare(LANGS[l][0], ours, f, BIG[i], 0);
            umsg_close(f);
        }
}

static void fractions(void **state) {
    (void)state;
    for (size_t l = 0; l < COUNT(LANGS); l++) {   /* up to two places, as MessageFormat prints */
        UMessageFormat *f = message(LANGS[l][1], "{0, plural, zero {z #} one {o #} two {t #} few {f #} many {m #} other {x #}}");
        for (size_t i = 0; i < COUNT(PARTS); i++)
            compare(LANGS[l][0], "{n, plural, zero {z #} one {o #} two {t #} few {f #} many {m #} other {x #}}", f, PARTS[i], -1);
        umsg_close(f);
    }
}

static const char *form_of(struct arena *a, const UPluralRules *rules, const UNumberFormatter *f, double v) {
    UErrorCode e = U_ZERO_ERROR;
    UChar word[16];
    UFormattedNumber *r = unumf_openResult(&e);
    unumf_formatDouble(f, v, r, &e);
    int32_t n = uplrules_selectFormatted(rules, r, word, 16, &e);
    unumf_closeResult(r);
    assert_true(U_SUCCESS(e));
    return narrow(a, word, n, false);
}

/* 1.0 is not 1: the places that are printed count. */
static void printed_places(void **state) {
    (void)state;
    static const char *const places[] = {"precision-integer rounding-mode-half-up", ".0 rounding-mode-half-up", ".00 rounding-mode-half-up"};
    for (size_t l = 0; l < COUNT(LANGS); l++)
        for (int d = 0; d < 3; d++) {
            UErrorCode e = U_ZERO_ERROR;
            UChar s[64];
            int32_t n = wide(places[d], s, 64);
            UPluralRules *rules = uplrules_open(LANGS[l][1], &e);
            UNumberFormatter *f = unumf_openForSkeletonAndLocale(s, n, LANGS[l][1], &e);
            assert_true(U_SUCCESS(e));
            for (size_t i = 0; i < COUNT(PARTS); i++) {
                struct arena a;
                arena_init(&a, 0);
                struct msg_arg arg = {.name = "n", .num = PARTS[i], .decimals = d};
                const char *got = text_in(&a, LANGS[l][0], "{n, plural, " FORMS "}", &arg), *want = form_of(&a, rules, f, PARTS[i]);
                if (strcmp(got, want)) fail_msg("%s, %g with %d places: %s, but ICU says %s", LANGS[l][0], PARTS[i], d, got, want);
                arena_free(&a);
            }
            unumf_close(f);
            uplrules_close(rules);
        }
}

/* ---- measures: the short form, with a space that does not break */
static void measures(void **state) {
    (void)state;
    static const char *const places[] = {"precision-integer", ".0", ".00"};
    for (size_t l = 0; l < COUNT(LANGS); l++)
        for (size_t u = 0; u < COUNT(UNITS); u++)
            for (int d = 0; d < 3; d++) {
                char pattern[128];
                const char *width = strcmp(UNITS[u][1], "percent") ? " unit-width-short " : " ";
                snprintf(pattern, sizeof pattern, "{0,number,::%s%s%s rounding-mode-half-up}", UNITS[u][1], width, places[d]);
                UMessageFormat *f = message(LANGS[l][1], pattern);
                struct msg_env env = {.lang = LANGS[l][0], .facts = &facts};
                for (size_t i = 0; i < COUNT(ENDS) + COUNT(PARTS); i++) {
                    struct arena a;
                    arena_init(&a, 0);
                    double v = i < COUNT(ENDS) ? ENDS[i] : PARTS[i - COUNT(ENDS)];
                    assert_string_equal(message_number(&a, &env, v, d, UNITS[u][0]), say(&a, f, v, true));
                    arena_free(&a);
                }
                umsg_close(f);
            }
}

/* ---- ranges */
static void check_range(const char *lang, const UPluralRules *rules, const UNumberRangeFormatter *f, const char *unit, double from, double to) {
    struct arena a;
    arena_init(&a, 0);
    UErrorCode e = U_ZERO_ERROR;
    UChar word[16];
    int32_t size = 0;
    UFormattedNumberRange *r = unumrf_openResult(&e);
    unumrf_formatDoubleRange(f, from, to, r, &e);
    int32_t n = uplrules_selectForRange(rules, r, word, 16, &e);
    const UChar *s = ufmtval_getString(unumrf_resultAsValue(r, &e), &size, &e);
    assert_true(U_SUCCESS(e));
    *range = (struct fact_value){.kind = FACT_RANGE, .min = from, .max = to, .unit = unit};
    const char *form = narrow(&a, word, n, false), *said = text_in(&a, lang, "{r, plural, " FORMS "}", NULL);
    if (strcmp(said, form)) fail_msg("%s, %g to %g: %s, but ICU says %s", lang, from, to, said, form);
    assert_string_equal(text_in(&a, lang, "{r}", NULL), narrow(&a, s, size, true));
    unumrf_closeResult(r);
    arena_free(&a);
}

static void ranges(void **state) {
    (void)state;
    static const char *const units[][2] = {
        {"animals", "precision-integer"}, {"kg", "measure-unit/mass-kilogram unit-width-short precision-integer"},
        {"km2", "measure-unit/area-square-kilometer unit-width-short precision-integer"}, {"percent", "percent precision-integer"}};
    for (size_t l = 0; l < COUNT(LANGS); l++)
        for (size_t u = 0; u < COUNT(units); u++) {
            UErrorCode e = U_ZERO_ERROR;
            UChar s[128];
            int32_t n = wide(units[u][1], s, 128);
            UPluralRules *rules = uplrules_open(LANGS[l][1], &e);
            UNumberRangeFormatter *f = unumrf_openForSkeletonWithCollapseAndIdentityFallback(
                s, n, UNUM_RANGE_COLLAPSE_AUTO, UNUM_IDENTITY_FALLBACK_SINGLE_VALUE, LANGS[l][1], NULL, &e);
            assert_true(U_SUCCESS(e));
            for (size_t i = 0; i < COUNT(ENDS); i++)
                for (size_t k = i + 1; k < COUNT(ENDS); k++) check_range(LANGS[l][0], rules, f, units[u][0], ENDS[i], ENDS[k]);
            unumrf_close(f);
            uplrules_close(rules);
        }
}

/* ---- a qualifier stays round its figure, the first outermost */
static const char *qualified(struct arena *a, bool english, const char *word, const char *value) {
    if (!english) return arena_printf(a, "<%s: %s>", word, value);
    const struct qualifier *q = QUALIFIERS;
    while (strcmp(q->word, word)) q++;
    const char *hole = strstr(q->pattern, "{value}");
    return arena_printf(a, "%.*s%s%s", (int)(hole - q->pattern), q->pattern, value, hole + 7);
}

static void qualifiers(void **state) {
    (void)state;
    for (size_t l = 0; l < COUNT(LANGS); l++)
        for (const struct qualifier *q = QUALIFIERS; q->word; q++)
            for (const struct qualifier *p = QUALIFIERS; p->word; p++) {
                const char *both[] = {q->word, p->word};
                *range = (struct fact_value){.kind = FACT_RANGE, .min = 32, .max = 48, .unit = "kg", .qualifiers = {both, 1 + (p != q)}};
                const char *bare = text_in(&arena, LANGS[l][0], "{r}", NULL);
                bool english = !strcmp(LANGS[l][0], "en");
                const char *want = p == q ? bare : qualified(&arena, english, p->word, bare);
                assert_string_equal(text_in(&arena, LANGS[l][0], "{r.qualified}", NULL), qualified(&arena, english, q->word, want));
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(whole_numbers), cmocka_unit_test(fractions), cmocka_unit_test(printed_places),
                                       cmocka_unit_test(measures), cmocka_unit_test(ranges), cmocka_unit_test(qualifiers)};
    return cmocka_run_group_tests(tests, begin, end);
}
