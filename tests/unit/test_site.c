/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The site's own settings: what they say wins, what is wrong in them is left out. */
#include "content_test.h"
#include "fresh.h"
#include <content/site.h>

static bool read_text(const char *text, struct site *s) {
    diag_init(&diag, &arena);
    return site_read(&arena, "site.yaml", (struct bytes){(const unsigned char *)text, strlen(text)}, s, &diag);
}

static const char *const LANGS[] = {"ru", "zh-Hans"};
static struct journey journey(void) {
    return (struct journey){.languages = {LANGS, 2}, .default_language = "ru", .country = "RU",
                            .sound = {.volume = .7f, .label = {.easy = "Sound"}}};
}

static void what_it_says_wins(void **state) {
    (void)state;
    struct site s;
    struct journey j = journey();
    struct partners p = {.profile = PROFILE_IN_RUSSIA};
    assert_true(read_text("px-per-mm: 3.5\ndefault-language: zh-Hans\ncountry: KR\nprofile: \"off\"\nvolume: 0\nstill: true\nlow-reach: true\n", &s));
    assert_true(site_apply(&s, &j, &p, &diag));
    assert_true(s.px_per_mm == 3.5f && s.still && s.low_reach);
    assert_string_equal(j.default_language, "zh-Hans");
    assert_string_equal(j.country, "KR");
    assert_string_equal(p.country, "KR");
    assert_true(j.sound.volume == 0);
    assert_int_equal(p.profile, PROFILE_OFF);
    assert_string_equal(partners_pos(&p, "profile").file, "site.yaml");
    assert_int_equal(partners_call(&arena, &p, &j, 2026).kind, CALL_NONE);     /* also without a partners.yaml */
}

static void what_it_does_not_say_stays(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"still: false\n", "country: null\nprofile: null\nvolume: null\n"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct site s;
        struct journey j = journey();
        struct partners p = {.profile = PROFILE_IN_RUSSIA};
        assert_true(read_text(TEXTS[i], &s) && site_apply(&s, &j, &p, &diag));
        assert_true(s.px_per_mm == 0 && !s.still && !s.low_reach && j.sound.volume == .7f && p.profile == PROFILE_IN_RUSSIA);
        assert_string_equal(j.default_language, "ru");
        assert_string_equal(j.country, "RU");
    }
}

static void two_languages_of_the_place(void **state) {
    (void)state;
    static const struct { const char *text, *journeys, *first, *second, *says; } rows[] = {
        {"pair: zh-Hans\n", NULL, "ru", "zh-Hans", ""}, {"pair: none\n", "zh-Hans", "ru", NULL, ""},
        {"still: true\n", "zh-Hans", "ru", "zh-Hans", ""},
        {"default-language: zh-Hans\n", "zh-Hans", "zh-Hans", NULL, ""},      /* what was the second is the first now */
        {"pair: ru\n", NULL, "ru", NULL, "site.yaml:1:7: 'pair' is 'ru', the default language itself (name another, or none)"},
        {"pair: zh-Hant\n", "zh-Hans", "ru", "zh-Hans", "site.yaml:1:7: language 'zh-Hant' is not in the journey (did you mean 'zh-Hans'?)"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct site s;
        struct journey j = journey();
        struct partners p = {0};
        j.pair = rows[i].journeys;
        assert_true(read_text(rows[i].text, &s));
        assert_true(site_apply(&s, &j, &p, &diag) == !*rows[i].says);
        assert_string_equal(j.default_language, rows[i].first);
        assert_true(rows[i].second ? str_eq(j.pair, rows[i].second) : j.pair == NULL);
        assert_string_equal(diag.errors ? diag_line(&arena, diag.first) : "", rows[i].says);
    }
}

/* A journey without sounds has no button for them: a volume brings none. */
static void a_volume_needs_sounds(void **state) {
    (void)state;
    struct site s;
    struct journey j = {.default_language = "ru"};
    struct partners p = {0};
    assert_true(read_text("volume: 1\n", &s) && site_apply(&s, &j, &p, &diag));
    assert_true(j.sound.volume == 0);
}

static void a_wrong_key_is_left_out(void **state) {
    (void)state;
    static const struct { const char *text, *line; } ROWS[] = {
        {"px-per-mm: -1", "site.yaml:1:12: the site's settings: 'px-per-mm' is -1 but must be more than 0"},
        {"px-per-mm: 90", "site.yaml:1:12: the site's settings: 'px-per-mm' is 90 but must be from 0.2 to 40"},
        {"country: ru", "site.yaml:1:10: 'country' is 'ru', which is no country (two capital letters, for example \"RU\")"},
        {"profile: pledge", "site.yaml:1:10: the site's settings: 'profile' is 'pledge' (one of: pledge-only, international, in-russia, off)"},
        {"volume: -1", "site.yaml:1:9: the site's settings: 'volume' is -1 but must be from 0 to 1"},
        {"default-language: ja", "site.yaml:1:19: language 'ja' is not in the journey (write one of its languages)"},
        {"default-language: zh-hans", "site.yaml:1:19: language 'zh-hans' is not in the journey (did you mean 'zh-Hans'?)"},
        {"px_per_mm: 4", "site.yaml:1:1: unknown key 'px_per_mm' in the site's settings (did you mean 'px-per-mm'?)"}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct site s;
        struct journey j = journey();
        struct partners p = {.profile = PROFILE_IN_RUSSIA};
        bool good = read_text(arena_printf(&arena, "%s\nlow-reach: true\n", ROWS[i].text), &s);
        assert_false(site_apply(&s, &j, &p, &diag) && good);
        assert_int_equal(diag.errors, 1);
        assert_string_equal(diag_line(&arena, diag.first), ROWS[i].line);
        assert_true(s.low_reach && s.px_per_mm == 0 && j.sound.volume == .7f && p.profile == PROFILE_IN_RUSSIA);
        assert_string_equal(j.default_language, "ru");
        assert_string_equal(j.country, "RU");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FRESH(what_it_says_wins), FRESH(what_it_does_not_say_stays),
        FRESH(two_languages_of_the_place),
        FRESH(a_volume_needs_sounds), FRESH(a_wrong_key_is_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
