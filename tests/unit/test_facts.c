/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_test.h"
#include "fresh.h"
#include <content/facts.h>

#define TOP "format: 1\nunits: {m: length-meter, percent: percent}\nnouns: [cubs, year, date]\n"
#define SOURCES "sources:\n  src: {title: T, publisher: P, year: null, kind: news}\n"
#define REST "source: [src], status: confirmed, display: \"yes\", layer: all}\n"

static bool load(const char *text, struct facts *out) {
    struct port_files files = MEM_FILES(MEM_TEXT("facts.yaml", text));
    return facts_load(&arena, &files, "facts.yaml", out, &diag);
}
static bool read_text(const char *text, struct arena *a, struct diag *d) {
    struct facts out;
    struct port_files files = MEM_FILES(MEM_TEXT("facts.yaml", text));
    return facts_load(a, &files, "facts.yaml", &out, d);
}

static void reads_the_register(void **state) {
    (void)state;
    struct port_files files = tree_files();
    struct facts f;
    bool ok = facts_load(&arena, &files, "scenes/facts.yaml", &f, &diag);
    assert_string_equal(diag_all(&arena, &diag), "");
    assert_true(ok);
    assert_true(f.by_id.count >= 100 && f.sources.count >= 100);
    assert_string_equal(f.file, "scenes/facts.yaml");
    const struct fact_value *v;
    const struct fact *leap = fact_find(&f, "leap-length", &v);
    assert_non_null(leap);
    assert_true(v->kind == FACT_NUM && v->num == 6 && v->decimals == 0);
    assert_string_equal(v->unit, "m");
    assert_int_equal(v->qualifiers.n, 2);
    assert_string_equal(v->qualifiers.v[0], "reported");
    assert_string_equal(v->qualifiers.v[1], "more than");
    assert_string_equal(map_get(&f.units, "m"), "length-meter");
    assert_null(map_get(&f.units, "animals"));
    const struct series *counts = series_find(&f, "russia-counts");
    assert_true(counts && counts->n >= 10 && counts->points[0].figure[SERIES_ADULTS].kind == FACT_RANGE);
    assert_null(series_find(&f, "leap-length"));
    for (int i = 0; i < leap->sources.n; i++) assert_true(map_has(&f.sources, leap->sources.v[i]));
}

static void reads_values(void **state) {
    (void)state;
    struct facts f;
    bool ok = load(
        TOP
        "facts:\n"
        "  - {id: one, statement: S, say: Say it., value: 2.13, unit: m, qualifier: [about], as_of: 2018, "
        "review_by: 2030, place: null, " REST
        "  - {id: many, statement: S, as_of: 2015, qualifier: [at least], values: [{key: a, value: {min: 1, max: 4.5}, "
        "unit: cubs}, {key: b, value: [x, y], as_of: 1999, qualifier: [up to]}, {key: c, value: null}, {key: d, "
        "value: \"2012-04\", unit: date}], " REST "  - {id: open, statement: S, value: null, " REST SOURCES,
        &f);
    assert_string_equal(diag_all(&arena, &diag), "");
    assert_true(ok);
    const struct fact_value *v;
    const struct fact *one = fact_find(&f, "one", &v);
    assert_true(v->kind == FACT_NUM && v->num == 2.13 && v->decimals == 2 && v->as_of == 2018 && !v->key);
    assert_string_equal(v->qualifiers.v[0], "about");
    assert_string_equal(one->say, "Say it.");
    assert_string_equal(one->status, "confirmed");
    assert_string_equal(one->display, "yes");
    assert_int_equal(one->review_by, 2030);
    assert_int_equal(one->pos.line, 5);
    const struct fact *many = fact_find(&f, "many", &v); /* the first of its values */
    assert_int_equal(many->nvalues, 4);
    assert_true(v->kind == FACT_RANGE && v->min == 1 && v->max == 4.5 && v->decimals == 1 && v->as_of == 2015);
    assert_string_equal(v->qualifiers.v[0], "at least");
    assert_ptr_equal(fact_find(&f, "many.b", &v), many);
    assert_true(v->kind == FACT_TEXT && v->as_of == 1999);
    assert_string_equal(v->text, "x, y");
    assert_string_equal(v->qualifiers.v[0], "up to");
    assert_non_null(fact_find(&f, "many.c", &v));
    assert_int_equal(v->kind, FACT_NONE);
    assert_non_null(fact_find(&f, "many.d", NULL));
    assert_non_null(fact_find(&f, "open", &v));
    assert_int_equal(v->kind, FACT_NONE);
    assert_null(fact_find(&f, "many.x", &v));
    assert_null(fact_find(&f, "one.a", &v));
    assert_null(v);
    assert_null(fact_find(&f, "none", &v));
    assert_null(fact_find(&f, "", &v));
    const struct source *s = map_get(&f.sources, "src");
    assert_true(s && s->year == 0 && strcmp(s->title, "T") == 0 && strcmp(s->kind, "news") == 0);
}

static void keeps_series(void **state) {
    (void)state;
    struct facts f;
    bool ok = load(TOP "facts: []\nseries:\n  - id: s\n    unit: m\n    points:\n"
                   "      - {year: 2000, adults: {min: 1, max: 4}, cubs: 2, method: tracks, told: 2001, qualifier: [at least], source: [src]}\n"
                   "      - {period: long ago, area: 7.5, source: [src]}\n" SOURCES,
                   &f);
    assert_string_equal(diag_all(&arena, &diag), "");
    assert_true(ok);
    const struct series *s = series_find(&f, "s");
    assert_true(s && s->n == 2);
    const struct series_point *p = s->points;
    assert_true(p[0].year == 2000 && p[0].told == 2001 && p[0].sources.n == 1 && !p[0].period);
    assert_string_equal(p[0].method, "tracks");
    const struct fact_value *v = &p[0].figure[SERIES_ADULTS];
    assert_true(v->kind == FACT_RANGE && v->min == 1 && v->max == 4 && v->as_of == 2000);
    assert_string_equal(v->qualifiers.v[0], "at least");
    assert_true(p[0].figure[SERIES_CUBS].kind == FACT_NUM && p[0].figure[SERIES_ANIMALS].kind == FACT_NONE);
    v = &p[1].figure[SERIES_AREA];
    assert_true(p[1].year == 0 && v->num == 7.5 && v->decimals == 1 && str_eq(v->unit, "m"));
    assert_null(series_find(&f, "x"));
}

#define FACT(keys) TOP "facts:\n  - {id: a, statement: S, " keys ", " REST SOURCES
#define SERIES(point) TOP "facts: []\nseries:\n  - {id: s, points: [{" point "}]}\n" SOURCES

static const struct fault rows[] = {
    {FACT("value: 1, vlaue: 2"), "facts.yaml:5:37: unknown key 'vlaue' in fact 'a' (did you mean 'value'?)"},
    {FACT("note: n"), "facts.yaml:5:5: fact 'a' has no 'value' (write null where there is none)"},
    {FACT("value: 1, values: [{key: k, value: 1}]"),
     "facts.yaml:5:45: fact 'a' has both 'value' and 'values' (keep one)"},
    {FACT("values: []"), "facts.yaml:5:35: 'values' of fact 'a' must be a list of {key, value, ...}"},
    {FACT("values: [{key: k, value: 1}, {key: k, value: 2}]"),
     "facts.yaml:5:62: key 'k' stands twice in fact 'a' (rename one)"},
    {FACT("values: [{value: 1}]"), "facts.yaml:5:36: value 1 of fact 'a' lacks 'key' (add it)"},
    {FACT("value: 1, unit: metre"),
     "facts.yaml:5:43: unknown unit 'metre' in fact 'a' (add it to 'units' or 'nouns')"},
    {FACT("value: 1, unit: cub"), "facts.yaml:5:43: unknown unit 'cub' in fact 'a' (did you mean 'cubs'?)"},
    {FACT("value: \"1\", unit: m"),
     "facts.yaml:5:34: value of fact 'a' is no number but has the unit 'm' (write digits and "
     "a point, no quotes)"},
    {FACT("value: \"5 April\", unit: date"),
     "facts.yaml:5:34: value of fact 'a' is no date (write \"2012-04-05\" or \"2012-04\" in quotes)"},
    {FACT("value: {min: 4, max: 1}"),
     "facts.yaml:5:34: range of fact 'a' ends before it begins (min is less than max)"},
    {FACT("value: {min: 4}"), "facts.yaml:5:34: range of fact 'a' lacks a number (write {min: 1, max: 4})"},
    {FACT("value: {min: 1, max: 2, mid: 1}"),
     "facts.yaml:5:51: unknown key 'mid' in the value of fact 'a' (a range has min and max)"},
    {FACT("value: 1, qualifier: [nearly]"),
     "facts.yaml:5:49: unknown qualifier 'nearly' in fact 'a' (about, more than, at "
     "least, up to, fewer than, reported, estimated or estimate)"},
    {FACT("value: 1, as_of: last year"), "facts.yaml:5:44: fact 'a': 'as_of' must be a number, not 'last year'"},
    {TOP "facts:\n  - {id: a, statement: S, value: 1, source: [scr], status: confirmed, display: \"yes\", layer: "
         "all}\n" SOURCES,
     "facts.yaml:5:46: unknown source 'scr' in fact 'a' (did you mean 'src'?)"},
    {TOP "facts:\n  - {id: a, statement: S, value: 1, source: [], status: confirmed, display: \"yes\", layer: "
         "all}\n" SOURCES,
     "facts.yaml:5:45: fact 'a' has no source (cite at least one)"},
    {TOP "facts:\n  - {id: a, statement: S, value: 1, source: [src], status: sure, display: maybe, layer: "
         "kids}\n" SOURCES,
     "facts.yaml:5:60: fact 'a': 'status' is 'sure' (one of: confirmed, conflict, single-source, unverified)\n"
     "facts.yaml:5:75: fact 'a': 'display' is 'maybe' (one of: yes, no, with-caution)\n"
     "facts.yaml:5:89: fact 'a': 'layer' is 'kids' (one of: all, teacher)"},
    {TOP "facts:\n  - {id: a, statement: S, value: 1, " REST "  - {id: a, statement: S, value: 1, " REST SOURCES,
     "facts.yaml:6:10: fact 'a' stands here a second time, first in line 5 (rename one)"},
    {TOP "facts: []\nsources:\n  s: {title: T, publisher: P, kind: rumour}\n",
     "facts.yaml:6:37: source 's': 'kind' is 'rumour' (one of: peer-reviewed, official, ngo, zoo, news, "
     "encyclopaedia, "
     "primary, open-data, records, calculation, weak)"},
    {"format: 2\nunits: {}\nfacts: []\nsources: {}\n",
     "facts.yaml:1:9: the register: 'format' is 2 but must be 1"},
    {"format: 1\nunits: {m: length-metre}\nfacts: []\nsources: {}\n",
     "facts.yaml:2:12: ICU has no unit 'length-metre' (see the list of CLDR units, like length-meter)"},
    {"format: 1\nunits: {m: 7 m}\nfacts: []\nsources: {}\n",
     "facts.yaml:2:12: unit 'm' has no ICU name (like length-meter)"},
    {"format: 1\nunits: {}\nfacts: {}\nsources: []\n",
     "facts.yaml:4:10: 'sources' must be a map of 'id:' and its lines\n"
     "facts.yaml:3:8: 'facts' must be a list (each item begins with '-')"},
    {SERIES("year: 2015, adults: 57, source: [src]"), ""},
    {SERIES("adults: 57, source: [src]"),
     "facts.yaml:6:22: point 1 of series 's' lacks 'year' (add it, or 'period')"},
    {SERIES("year: 2015, source: [src]"),
     "facts.yaml:6:22: point 1 of series 's' has no figure (add adults, cubs, animals or area)"},
    {SERIES("year: 2015, adults: many, source: [src]"),
     "facts.yaml:6:43: 'adults' of point 1 of series 's' is no number (write digits, or {min, max})"},
    {SERIES("year: 2015, adults: 1, source: [x]"),
     "facts.yaml:6:55: unknown source 'x' in point 1 of series 's' (add it to 'sources')"},
};

static void refuses(void **state) {
    (void)state;
    SAYS_FAULTS(rows, read_text);
}

static bool reads_small(struct arena *a, struct diag *d) { return read_text(FACT("values: [{key: k, value: [a, b]}]"), a, d); }
static void survives_refused_memory(void **state) {
    (void)state;
    reads_without_memory(reads_small, 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FRESH(reads_the_register),
        FRESH(keeps_series),
        FRESH(reads_values),
        FRESH(refuses),
        FRESH(survives_refused_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
