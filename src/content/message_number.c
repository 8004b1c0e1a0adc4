/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/message_parts.h>
#include <base/str.h>
#include <content/facts_read.h>
#include <content/pseudo.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unumberformatter.h>
#include <unicode/unumberrangeformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

/* ICU opens are costly (about 20 microseconds) but nothing is kept between calls: texts are formatted when a scene is
 * laid out, not in every frame. */

enum { UNITS_MAX = 256 /* UTF-16 units of a number with its measure */ };

void icu_locale(const char *lang, char out[64]) {
    UErrorCode err = U_ZERO_ERROR;
    int32_t n = uloc_forLanguageTag(lang && !pseudo_of(lang) ? lang : "en", out, 64, NULL, &err);
    if (U_FAILURE(err) || n <= 0 || n >= 64) snprintf(out, 64, "en");
}

static int32_t to_utf16(const char *s, UChar *out, int32_t cap) {
    UErrorCode err = U_ZERO_ERROR;
    int32_t n = 0;
    u_strFromUTF8(out, cap, &n, s, -1, &err);
    return U_SUCCESS(err) && n < cap ? n : -1;
}

/* A measure never breaks between number and unit. */
static const char *from_utf16(struct arena *a, UChar *s, int32_t n) {
    UErrorCode err = U_ZERO_ERROR;
    char *out = arena_alloc(a, (size_t)n * 3 + 1);
    for (int32_t i = 0; i < n; i++)
        if (s[i] == 0x20) s[i] = 0xA0;
    if (out) u_strToUTF8(out, n * 3 + 1, NULL, s, n, &err);
    return out && U_SUCCESS(err) ? out : NULL;
}

/* ---- skeletons */

static int32_t skeleton_of(const struct msg_number *n, UChar *out, int32_t cap) {
    char unit[112] = "", digits[24] = ".##", text[176];
    if (n->icu && strcmp(n->icu, "percent") == 0)
        snprintf(unit, sizeof unit, "percent");
    else if (n->icu)
        snprintf(unit, sizeof unit, "measure-unit/%.60s unit-width-%.12s", n->icu, n->width ? n->width : UNIT_WIDTHS[0]);
    if (n->decimals == 0)
        snprintf(digits, sizeof digits, "precision-integer");
    else if (n->decimals > 0)
        snprintf(digits, sizeof digits, ".%.*s", n->decimals > 9 ? 9 : n->decimals, "000000000");
    snprintf(text, sizeof text, "%s %s rounding-mode-half-up%s", unit, digits, n->grouped ? "" : " group-off");
    return to_utf16(text, out, cap);
}

static UNumberFormatter *open_formatter(const char *lang, const struct msg_number *n, UErrorCode *err) {
    UChar skeleton[200];
    char locale[64];
    icu_locale(lang, locale);
    int32_t len = skeleton_of(n, skeleton, 200);
    if (len < 0) *err = U_ILLEGAL_ARGUMENT_ERROR;
    return unumf_openForSkeletonAndLocale(skeleton, len, locale, err);
}

static const char *print_one(struct arena *a, const char *lang, const struct msg_number *n) {
    UErrorCode err = U_ZERO_ERROR;
    UChar text[UNITS_MAX + 400]; /* a double has at most 309 digits before the point */
    UNumberFormatter *f = open_formatter(lang, n, &err);
    UFormattedNumber *r = unumf_openResult(&err);
    unumf_formatDouble(f, n->min, r, &err);
    int32_t len = unumf_resultToString(r, text, UNITS_MAX + 400, &err);
    unumf_closeResult(r);
    unumf_close(f);
    return U_SUCCESS(err) && len < UNITS_MAX + 400 ? from_utf16(a, text, len) : NULL;
}

static UNumberRangeFormatter *open_range(const char *lang, const struct msg_number *n, UErrorCode *err) {
    UChar skeleton[200];
    char locale[64];
    icu_locale(lang, locale);
    int32_t len = skeleton_of(n, skeleton, 200);
    if (len < 0) *err = U_ILLEGAL_ARGUMENT_ERROR;
    return unumrf_openForSkeletonWithCollapseAndIdentityFallback(
        skeleton, len, UNUM_RANGE_COLLAPSE_AUTO, UNUM_IDENTITY_FALLBACK_SINGLE_VALUE, locale, NULL, err);
}

static const char *print_range(struct arena *a, const char *lang, const struct msg_number *n) {
    UErrorCode err = U_ZERO_ERROR;
    int32_t size = 0;
    UNumberRangeFormatter *f = open_range(lang, n, &err);
    UFormattedNumberRange *r = unumrf_openResult(&err);
    unumrf_formatDoubleRange(f, n->min, n->max, r, &err);
    const UFormattedValue *v = unumrf_resultAsValue(r, &err);
    const UChar *s = v ? ufmtval_getString(v, &size, &err) : NULL;
    UChar *copy = U_SUCCESS(err) && s && size >= 0 && size < 4096 ? arena_copy(a, s, sizeof *s * (size_t)size) : NULL;
    unumrf_closeResult(r);
    unumrf_close(f);
    return copy ? from_utf16(a, copy, size) : NULL;
}

const char *number_print(struct arena *a, const char *lang, const struct msg_number *n) {
    if (!isfinite(n->min) || !isfinite(n->max)) return NULL;
    return n->min < n->max ? print_range(a, lang, n) : print_one(a, lang, n);
}

bool number_unit_known(const char *icu) {
    UErrorCode err = U_ZERO_ERROR;
    UNumberFormatter *f = open_formatter("en", &(struct msg_number){.icu = icu}, &err);
    unumf_close(f);
    return U_SUCCESS(err);
}

/* ---- plurals */

static UPluralRules *open_rules(const char *lang, bool ordinal, UErrorCode *err) {
    char locale[64];
    icu_locale(lang, locale);
    return uplrules_openForType(locale, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, err);
}

static const char *const FORMS[] = {"zero", "one", "two", "few", "many", "other"};

static const char *form_of(const UChar *s, int32_t n) {
    for (int i = 0; i < 6; i++) {
        int32_t k = 0;
        while (k < n && FORMS[i][k] && s[k] == (UChar)FORMS[i][k]) k++;
        if (k == n && !FORMS[i][k]) return FORMS[i];
    }
    return "other";
}

static int32_t select_one(const UPluralRules *rules, const UNumberFormatter *f, double v, UChar word[16], UErrorCode *err) {
    UFormattedNumber *r = unumf_openResult(err);
    unumf_formatDouble(f, v, r, err);
    int32_t len = uplrules_selectFormatted(rules, r, word, 16, err);
    unumf_closeResult(r);
    return len;
}

/* Mostly the form of the range's end, but not in every language: Arabic says 1-2 otherwise than 2. */
static int32_t select_range(const UPluralRules *rules, const char *lang, const struct msg_number *n, UChar word[16], UErrorCode *err) {
    UNumberRangeFormatter *f = open_range(lang, n, err);
    UFormattedNumberRange *r = unumrf_openResult(err);
    unumrf_formatDoubleRange(f, n->min, n->max, r, err);
    int32_t len = uplrules_selectForRange(rules, r, word, 16, err);
    unumrf_closeResult(r);
    unumrf_close(f);
    return len;
}

const char *number_plural(struct arena *a, const char *lang, const struct msg_number *n, bool ordinal) {
    (void)a;
    UErrorCode err = U_ZERO_ERROR;
    UChar word[16];
    struct msg_number bare = {n->min, n->max, n->decimals, true, NULL, NULL};
    UPluralRules *rules = open_rules(lang, ordinal, &err);
    UNumberFormatter *f = open_formatter(lang, &bare, &err);
    bool range = n->min < n->max && !ordinal;      /* ICU knows of no ordinals of a range */
    int32_t len = range ? select_range(rules, lang, &bare, word, &err) : select_one(rules, f, n->max, word, &err);
    unumf_close(f);
    uplrules_close(rules);
    return U_SUCCESS(err) && len < 16 ? form_of(word, len) : "other";
}

const char *const *number_plural_words(struct arena *a, const char *lang, bool ordinal) {
    UErrorCode err = U_ZERO_ERROR;
    const char **out = arena_array(a, const char *, 7);
    UPluralRules *rules = open_rules(lang, ordinal, &err);
    UEnumeration *e = uplrules_getKeywords(rules, &err);
    int n = 0;
    int32_t len;
    for (const char *word; out && n < 6 && U_SUCCESS(err) && (word = uenum_next(e, &len, &err));) {
        UChar wide[16];
        int32_t k = to_utf16(word, wide, 16);
        if (k > 0) out[n++] = form_of(wide, k);
    }
    uenum_close(e);
    uplrules_close(rules);
    return U_SUCCESS(err) ? out : NULL;
}

/* ---- dates */

/* Noon in Greenwich of a day of the Gregorian calendar, by the civil-days algorithm. */
static UDate moment(int year, int month, int day) {
    int y = year - (month <= 2), era = y / 400, yoe = y - era * 400;
    int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return ((double)era * 146097 + doe - 719468) * 86400000.0 + 43200000.0;
}

static const char *format_date(struct arena *a, const char *locale, const char *skeleton, UDate when) {
    UErrorCode err = U_ZERO_ERROR;
    UChar wide[16], pattern[128], text[UNITS_MAX];
    static const UChar zone[] = {'G', 'M', 'T', 0};
    int32_t n = to_utf16(skeleton, wide, 16);
    UDateTimePatternGenerator *g = udatpg_open(locale, &err);
    int32_t len = udatpg_getBestPattern(g, wide, n, pattern, 128, &err);
    UDateFormat *f = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, len, &err);
    int32_t size = udat_format(f, when, text, UNITS_MAX, NULL, &err);
    udat_close(f);
    udatpg_close(g);
    return U_SUCCESS(err) && size < UNITS_MAX ? from_utf16(a, text, size) : NULL;
}

const char *date_print(struct arena *a, const char *lang, const char *iso) {
    int y, m, d;
    char locale[64 + 24];
    if (!iso || !fact_date(iso, &y, &m, &d)) return NULL;
    icu_locale(lang, locale);
    size_t n = strlen(locale);
    if (!strchr(locale, '@')) snprintf(locale + n, sizeof locale - n, "@calendar=gregorian");
    return format_date(a, locale, d ? "yMMMMd" : m ? "yMMMM" : "y", moment(y, m ? m : 1, d ? d : 1));
}
