/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The partner profiles: what is in force, the way back to promises alone, what is refused where. */
#include "content_test.h"
#include "fresh.h"
#include <content/partners.h>

#define SIGNED "confirmed_on: \"2026-05-01\"\nconfirmed_by: somebody\nreview_by: 2027\n"
#define ORGS "organisations: [{id: wwf, not_in: [\"RU\"], marks: [WWF, \"Фонд дикой\"]}]\n"
#define PARTNER(profile, kind, more) "partners:\n- {id: one, profile: " profile ", kind: " kind ", " more "}\n"
#define WHOLE "name: {en: Keepers}, url: {en: \"https://example.org/x\", ru: \"https://example.org/ru\"}, short_address: example.org/x, " \
    "symbolic: {en: A symbol.}, use_of_money: {en: For the wood.}, use_of_money_on: \"2026-05-01\""

#define TEN "0123456789"
#define FORTY TEN TEN TEN TEN

static const char *const LANGS[] = {"ru", "en"};
static struct journey journey(const char *country) {
    return (struct journey){.country = country, .languages = {LANGS, 2}, .default_language = "ru"};
}

static bool load(const char *text, struct journey *j, struct partners *p) {
    struct port_files files = MEM_FILES(MEM_TEXT("p.yaml", text));
    bool good = partners_load(&arena, &files, "p.yaml", p, &diag);
    j->partners = p;
    return partners_check(p, j, &diag) && good;
}

/* The call in force, and why the profile is not. */
static enum call_kind in_force(const char *text, const char *country, int year, const char **why) {
    struct journey j = journey(country);
    struct partners *p = arena_new(&arena, struct partners);
    diag_init(&diag, &arena);
    load(text, &j, p);
    struct call c = partners_call(&arena, p, &j, year);
    if (c.kind == CALL_PARTNER) assert_string_equal(c.partner->id, "one");
    else assert_null(c.partner);
    *why = c.why;
    return c.kind;
}

static void each_profile(void **state) {
    (void)state;
    const char *why;
    assert_int_equal(in_force("format: 1\n", NULL, 2026, &why), CALL_PLEDGE);
    assert_int_equal(in_force("format: 1\nprofile: pledge-only\n", "RU", 2026, &why), CALL_PLEDGE);
    assert_null(why);
    assert_int_equal(in_force("format: 1\nprofile: off\n", "RU", 2026, &why), CALL_NONE);
    assert_null(why);
    assert_int_equal(in_force("format: 1\nprofile: in-russia\n" SIGNED PARTNER("in-russia", "keeper", WHOLE), "RU", 2026, &why), CALL_PARTNER);
    assert_null(why);
    assert_int_equal(in_force("format: 1\nprofile: international\n" SIGNED PARTNER("international", "adopt", WHOLE), "KR", 2027, &why), CALL_PARTNER);
    assert_string_equal(diag_all(&arena, &diag), "");
    /* a partner of another profile is not shown by this one */
    assert_int_equal(in_force("format: 1\nprofile: international\n" SIGNED PARTNER("in-russia", "keeper", WHOLE), "KR", 2026, &why), CALL_PLEDGE);
    assert_string_equal(why, "no partner belongs to it (add one to 'partners')");
    struct partners none;
    struct journey j = journey(NULL);
    struct port_files files = MEM_FILES(MEM_TEXT("other.yaml", ""));
    assert_true(partners_load(&arena, &files, "p.yaml", &none, &diag));
    assert_int_equal(partners_call(&arena, &none, &j, 2026).kind, CALL_PLEDGE);
    assert_int_equal(partners_call(&arena, NULL, &j, 2026).kind, CALL_PLEDGE);
}

static void falls_back(void **state) {
    (void)state;
    static const struct { const char *text, *country; int year; const char *why; } rows[] = {
        {SIGNED PARTNER("international", "adopt", WHOLE), NULL, 2026, "no country is set (set it in scenes/journey.yaml)"},
        {PARTNER("international", "adopt", WHOLE), "KR", 2026, "nobody has confirmed it (fill in 'confirmed_on' and 'confirmed_by')"},
        {"confirmed_on: \"2026-05-01\"\nreview_by: 2027\n" PARTNER("international", "adopt", WHOLE), "KR", 2026,
         "nobody has confirmed it (fill in 'confirmed_on' and 'confirmed_by')"},
        {"confirmed_on: \"2026-05-01\"\nconfirmed_by: a\nreview_by: null\n" PARTNER("international", "adopt", WHOLE), "KR", 2026,
         "it has no 'review_by' (fill in the last year in which it may be shown)"},
        {SIGNED PARTNER("international", "adopt", WHOLE), "KR", 2028, "it was to be reviewed by 2027 (check offer, address and law anew)"},
        {SIGNED PARTNER("international", "adopt", "name: {en: A}, url: {}, short_address: null"), "KR", 2026, "partner 'one' has no 'url' in 'ru' (add it)"},
        {SIGNED PARTNER("international", "adopt", "name: {en: A}, url: {ru: \"https://a.org/\"}, short_address: a.org"), "KR", 2026,
         "partner 'one' has no 'url' in 'en' (add it)"},
        {SIGNED PARTNER("international", "adopt", "name: {en: A}, url: {en: \"https://a.org/\"}, short_address: a.org"), "KR", 2026,
         "partner 'one' has no 'symbolic' in 'ru' (add it)"},
        {SIGNED PARTNER("international", "donate", "name: {en: A}, url: {en: \"https://a.org/\"}, short_address: a.org, symbolic: {en: S}"), "KR", 2026,
         "partner 'one' has no 'use_of_money' in 'ru' (add it)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *why, *text = arena_printf(&arena, "format: 1\nprofile: international\n%s", rows[i].text);
        assert_int_equal(in_force(text, rows[i].country, rows[i].year, &why), CALL_PLEDGE);
        assert_string_equal(diag_all(&arena, &diag), "");
        assert_string_equal(why, rows[i].why);
    }
    const char *why;       /* who gives time and no money needs neither sentence; an unknown year reviews nothing */
    assert_int_equal(in_force("format: 1\nprofile: international\n" SIGNED
                              PARTNER("international", "volunteer", "name: {en: A}, url: {en: \"https://a.org/\"}, short_address: a.org"), "KR", 0, &why), CALL_PARTNER);
}

static void warns_once(void **state) {
    (void)state;
    struct journey j = journey("KR");
    struct partners p;
    assert_true(load("format: 1\nprofile: international\n", &j, &p));
    struct call c = partners_call(&arena, &p, &j, 2026);
    partners_warn(&p, &c, &diag);
    assert_string_equal(diag_all(&arena, &diag), "p.yaml:2:10: warning: profile 'international' is not in force, 'pledge-only' is shown: "
                                                 "nobody has confirmed it (fill in 'confirmed_on' and 'confirmed_by')");
    c.why = NULL;
    partners_warn(&p, &c, &diag);
    assert_int_equal(diag.warnings, 1);
}

static void refuses(void **state) {
    (void)state;
    static const struct { const char *country, *text, *line; } rows[] = {
        {"RU", "profile: international\n" SIGNED PARTNER("international", "adopt", WHOLE),
         "p.yaml:2:10: profile 'international' may not be set in RU (set in-russia, pledge-only or off)"},
        {"KR", "profile: in-russia\n", "p.yaml:2:10: profile 'in-russia' is for RU, but the country is 'KR' (set international, pledge-only or off)"},
        {"RU", "profile: in-rusia\n", "p.yaml:2:10: the partner profile: 'profile' is 'in-rusia' (one of: pledge-only, international, in-russia, off; did you mean 'in-russia'?)"},
        {"RU", "country: KR\n", "p.yaml:2:10: 'country' is 'KR' here and 'RU' in scenes/journey.yaml (correct one of them)"},
        {"RU", "country: Russia\n", "p.yaml:2:10: 'country' is 'Russia', which is no country (two capital letters, for example \"RU\")"},
        {"RU", "profile: in-russia\n" SIGNED ORGS PARTNER("in-russia", "adopt", "name: {en: The wwf of here}"),
         "p.yaml:8:57: partner 'one' names 'WWF', which may not be named in RU (remove it)"},
        {"RU", "profile: in-russia\n" SIGNED ORGS PARTNER("in-russia", "adopt", "name: {ru: Фонд дикой природы}"),
         "p.yaml:8:57: partner 'one' names 'Фонд дикой', which may not be named in RU (remove it)"},
        {"RU", "profile: in-russia\n" SIGNED ORGS PARTNER("in-russia", "adopt", "url: {en: \"https://wwf.example.org/\"}, short_address: a.org"),
         "p.yaml:8:56: partner 'one' names 'WWF', which may not be named in RU (remove it)"},
        {"RU", "profile: in-russia\n" SIGNED ORGS PARTNER("in-russia", "adopt", "organisation: wwf"),
         "p.yaml:8:3: partner 'one' may not be shown in RU (remove it, or move it to the profile international)"},
        {"RU", "profile: in-russia\n" SIGNED PARTNER("in-russia", "adopt", "not_in: [\"RU\"]"),
         "p.yaml:7:3: partner 'one' may not be shown in RU (remove it, or move it to the profile international)"},
        {"RU", PARTNER("pledge-only", "adopt", "name: {en: A}"),
         "p.yaml:3:22: partner 'one' cannot belong to the profile 'pledge-only' (it shows no partner: write international or in-russia)"},
        {"KR", PARTNER("international", "adopt", "url: {en: \"https://a.org\"}"),
         "p.yaml:3:60: partner 'one' has a 'url' but no 'short_address' (some visitors have no telephone: add one)"},
        {"KR", PARTNER("international", "adopt", "url: {en: \"http://a.org\"}, short_address: a.org"),
         "p.yaml:3:60: 'http://a.org' is no address for a QR code (write https://, a host, and only ASCII)"},
        {"KR", PARTNER("international", "adopt", "url: {en: \"https://леопард.рф\"}, short_address: a.org"),
         "p.yaml:3:60: 'https://леопард.рф' is no address for a QR code (write https://, a host, and only ASCII)"},
        {"KR", PARTNER("international", "adopt", "short_address: \"https://a.org\""), "p.yaml:3:65: 'https://a.org' is no short address (write it like example.org/leopard)"},
        {"KR", PARTNER("international", "adopt", "use_of_money: {en: For trees.}"),
         "p.yaml:3:64: 'use_of_money' of partner 'one' has no day (add 'use_of_money_on', when the partner confirmed it)"},
        {"KR", PARTNER("international", "adopt", "amounts: [5, 10]"), "p.yaml:3:59: partner 'one' has 'amounts' but no 'currency' (add it, or remove both)"},
        {"KR", PARTNER("international", "adopt", "name: {rru: A}"), "p.yaml:3:62: language 'rru' is not in the journey (did you mean 'ru'?)"},
        {"KR", PARTNER("international", "adopt", "nmae: {ru: A}"), "p.yaml:3:50: unknown key 'nmae' in item 1 of 'partners' in the partner profile (did you mean 'name'?)"},
        {"KR", PARTNER("international", "adopt", "organisation: wwf"), "p.yaml:3:64: no organisation 'wwf' (add it to 'organisations')"},
        {"KR", "confirmed_on: \"May 2026\"\n", "p.yaml:2:15: 'confirmed_on' is 'May 2026', which is no day (write it like \"2026-05-01\")"},
        {"KR", "confirmed_on: \"2026-13-01\"\n", "p.yaml:2:15: 'confirmed_on' is '2026-13-01', which is no day (write it like \"2026-05-01\")"},
        {"KR", "confirmed_on: \"2026-12-32\"\n", "p.yaml:2:15: 'confirmed_on' is '2026-12-32', which is no day (write it like \"2026-05-01\")"},
        {"KR", PARTNER("international", "adopt", "name: {r_u: A}"), "p.yaml:3:57: 'r_u' in 'name' is not a language code (write it like ru or zh-Hans)"},
        {"KR", PARTNER("international", "adopt", "name: {en: A}") "- {id: one, profile: international, kind: adopt}\n", "p.yaml:4:8: partner 'one' stands twice (rename one)"},
        {"KR", PARTNER("international", "adopt", "url: {en: \"https://a.org/" FORTY FORTY FORTY FORTY "\"}, short_address: a.org"), 
         "p.yaml:3:60: the address of partner 'one' has more than 120 characters (ask the partner for a shorter one)"},
        {"KR", PARTNER("international", "adopt", "short_address: a.org/" FORTY FORTY), 
         "p.yaml:3:65: the short address of partner 'one' has more than 36 characters (ask the partner for a shorter one)"},
        {"KR", "confirmed_on: \"2026-05-01\"\nreview_by: 2025\n", "p.yaml:3:12: 'review_by' is 2025, before 'confirmed_on' (correct one of them)"},
    };
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct journey j = journey(rows[i].country);
        struct partners p;
        diag_init(&diag, &arena);
        assert_false(load(arena_printf(&arena, "format: 1\n%s", rows[i].text), &j, &p));
        const char *said = diag_all(&arena, &diag);
        if (strcmp(said, rows[i].line) != 0) {
            print_error("said:   %s\nwanted: %s\n", said, rows[i].line);
            wrong++;
        }
        assert_int_not_equal(partners_call(&arena, &p, &j, 2026).kind, CALL_PARTNER);
    }
    assert_int_equal(wrong, 0);
}

static void names(void **state) {
    (void)state;
    struct journey ru = journey("RU"), kr = journey("KR");
    struct partners p, q;
    assert_true(load("format: 1\n" ORGS, &ru, &p) && load("format: 1\n" ORGS, &kr, &q));
    assert_string_equal(partners_mark(&ru, "Ask wWf today"), "WWF");
    assert_null(partners_mark(&ru, "Ask the park"));
    assert_null(partners_mark(&kr, "Ask WWF"));
    const char *const who[] = {"wwf"};
    struct fact f = {.partners = {who, 1}};
    assert_true(fact_unnamed(&f, &ru));
    assert_false(fact_unnamed(&f, &kr));
    f.say_neutral = true;
    assert_false(fact_unnamed(&f, &ru));
    struct lang_text v[] = {{"en", "Name", {0}}, {"ru", "Имя", {0}}};
    struct lang_texts t = {v, 2};
    assert_string_equal(lang_text(&t, "ru"), "Имя");
    assert_string_equal(lang_text(&t, "ko"), "Name");
    t.v++, t.n--;
    assert_null(lang_text(&t, "ko"));
}

/* What is shipped: the safe profile, no address, nothing that is not confirmed. */
static void shipped(void **state) {
    (void)state;
    struct arena a;
    struct bytes in;
    arena_init(&a, 0);
    assert_true(tree_read(NULL, "scenes/partners.yaml", 1 << 20, &a, &in, &diag));
    struct journey j = journey("RU");
    struct partners p;
    assert_true(load((const char *)in.p, &j, &p));
    assert_int_equal(p.profile, PROFILE_PLEDGE_ONLY);
    assert_true(!p.confirmed_on && !p.confirmed_by && !p.review_by && p.pledges.n == 5);
    const struct partner *v = p.partners.items;
    for (int i = 0; i < p.partners.n; i++) assert_true(!v[i].url.n && !v[i].short_address && !v[i].logo.file && !v[i].amounts.n && !v[i].currency);
    assert_null(strstr((const char *)in.p, "http"));
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FRESH(each_profile), FRESH(falls_back),
        FRESH(warns_once),   FRESH(refuses),
        FRESH(names),        FRESH(shipped)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
