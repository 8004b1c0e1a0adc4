/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/facts_read.h>
#include <content/message.h>
#include <string.h>

/* ---- numbers, as typed */

static int decimals_of(const char *s) {
    const char *point = strchr(s, '.');
    return point ? (int)strlen(point + 1) : 0;
}

static bool read_number(const struct yval *v, double *out, int *decimals) {
    if (!v || v->kind != YAML_SCALAR || v->quoted || !str_number(v->text, out)) return false;
    int d = decimals_of(v->text);
    if (d > *decimals) *decimals = d;
    return true;
}

static void read_range(struct facts_reader *r, const char *what, const struct yval *v, struct fact_value *out) {
    for (int i = 0; i < v->np; i++)
        if (strcmp(v->pairs[i].key, "min") != 0 && strcmp(v->pairs[i].key, "max") != 0)
            facts_fault(r, v->pairs[i].key_pos, "unknown key '%.80s' in the value of %s (a range has min and max)",
                        v->pairs[i].key, what);
    bool both = read_number(yaml_get(v, "min"), &out->min, &out->decimals) &&
                read_number(yaml_get(v, "max"), &out->max, &out->decimals);
    if (!both)
        facts_fault(r, v->pos, "range of %s lacks a number (write {min: 1, max: 4})", what);
    else if (out->min >= out->max)
        facts_fault(r, v->pos, "range of %s ends before it begins (min is less than max)", what);
    out->kind = FACT_RANGE;
}

static void read_list(struct facts_reader *r, const char *what, const struct yval *v, struct fact_value *out) {
    struct sbuf b = {.arena = r->arena};
    for (int i = 0; i < v->n; i++) {
        if (v->items[i]->kind == YAML_SCALAR)
            sbuf_printf(&b, "%s%s", i ? ", " : "", v->items[i]->text);
        else
            facts_fault(r, v->items[i]->pos, "list of %s holds something that is no text", what);
    }
    if (!v->n) facts_fault(r, v->pos, "list of %s is empty (write null where there is no value)", what);
    out->kind = FACT_TEXT;
    out->text = b.p;
}

void fact_value_read(struct facts_reader *r, const char *what, const struct yval *v, struct fact_value *out) {
    if (!v || v->kind == YAML_NULL) return;
    if (v->kind == YAML_MAP)
        read_range(r, what, v, out);
    else if (v->kind == YAML_SEQ)
        read_list(r, what, v, out);
    else if (read_number(v, &out->num, &out->decimals))
        out->kind = FACT_NUM;
    else {
        out->kind = FACT_TEXT;
        out->text = arena_str(r->arena, v->text);
    }
    int y, m, d;
    bool date = str_eq(out->unit, "date"), number = out->kind != FACT_TEXT;
    if (date && (number || !fact_date(out->text, &y, &m, &d)))
        facts_fault(r, v->pos, "value of %s is no date (write \"2012-04-05\" or \"2012-04\" in quotes)", what);
    else if (out->unit && !date && !number)
        facts_fault(r, v->pos,
                    "value of %s is no number but has the unit '%.40s' (write digits and a point, no quotes)", what,
                    out->unit);
}

bool fact_date(const char *s, int *year, int *month, int *day) {
    int part[3] = {0, 0, 0}, n = 0;
    static const int digits[3] = {4, 2, 2};
    for (; s && *s && n < 3; n++) {
        int k = 0;
        for (; *s >= '0' && *s <= '9' && k < digits[n]; k++) part[n] = part[n] * 10 + (*s++ - '0');
        if (k != digits[n] || (*s && *s != '-')) return false;
        if (*s && (n == 2 || !*++s)) return false;
    }
    *year = part[0];
    *month = part[1];
    *day = part[2];
    return n > 0 && (n < 2 || (part[1] >= 1 && part[1] <= 12)) && (n < 3 || (part[2] >= 1 && part[2] <= 31));
}

/* ---- words that travel with a value */

void fact_unit_check(struct facts_reader *r, const char *what, const char *unit, const struct yval *map) {
    struct pos at = fact_pos(map, "unit", -1);
    if (!unit || !r->knows_units || map_has(&r->units, unit)) return;
    const char **names = arena_array(r->diag->arena, const char *, r->units.count + 1);
    for (int i = 0; names && i < r->units.count; i++) names[i] = r->units.entries[i].key;
    const char *near = names ? str_nearest(unit, names) : NULL;
    if (near)
        facts_fault(r, at, "unknown unit '%.40s' in %s (did you mean '%s'?)", unit, what, near);
    else
        facts_fault(r, at, "unknown unit '%.40s' in %s (add it to 'units' or 'nouns')", unit, what);
}

void fact_qualifiers_check(struct facts_reader *r, const char *what, const struct strs *q, const struct yval *map) {
    for (int i = 0; i < q->n; i++) {
        bool known = false;
        for (const struct qualifier *p = QUALIFIERS; p->word && !known; p++) known = strcmp(p->word, q->v[i]) == 0;
        if (!known)
            facts_fault(r, fact_pos(map, "qualifier", i),
                        "unknown qualifier '%.40s' in %s (about, more than, at least, up to, fewer than, reported, "
                        "estimated or estimate)",
                        q->v[i], what);
    }
}

/* ---- series */

struct point {
    int year, told;
    const char *period, *method, *note;
    const struct yval *figure[6];
    struct strs qualifier, source;
};
static const char *const FIGURES[6] = {"adults", "cubs", "animals", "low", "high", "area"};

#define AT(member) offsetof(struct point, member)
static const struct field POINT_FIELDS[] = {
    {.name = "year", .type = FIELD_INT, .offset = AT(year), .min = 1700, .max = 2200, .help = "Year of the figures."},
    {.name = "period", .type = FIELD_STR, .offset = AT(period), .help = "Where one year is not enough."},
    {.name = "adults", .type = FIELD_MAP, .offset = AT(figure[0]), .help = "Number or {min, max}."},
    {.name = "cubs", .type = FIELD_MAP, .offset = AT(figure[1]), .help = "Number or {min, max}."},
    {.name = "animals", .type = FIELD_MAP, .offset = AT(figure[2]), .help = "Number or {min, max}."},
    {.name = "low", .type = FIELD_MAP, .offset = AT(figure[3]), .help = "Lower end of the estimate."},
    {.name = "high", .type = FIELD_MAP, .offset = AT(figure[4]), .help = "Upper end of the estimate."},
    {.name = "area", .type = FIELD_MAP, .offset = AT(figure[5]), .help = "Number in the unit of the series."},
    {.name = "qualifier", .type = FIELD_STRS, .offset = AT(qualifier), .help = "Words that travel with the figure."},
    {.name = "method", .type = FIELD_STR, .offset = AT(method), .help = "How it was counted."},
    {.name = "told", .type = FIELD_INT, .offset = AT(told), .min = 1700, .max = 2200, .help = "Year of the report."},
    {.name = "source", .type = FIELD_STRS, .offset = AT(source), .flags = FIELD_REQUIRED, .help = "Ids of sources."},
    {.name = "note", .type = FIELD_STR, .offset = AT(note), .help = "Caution, background."},
    {0}};
#undef AT

struct series {
    const char *id, *place, *unit;
    const struct yval *points;
};
#define AT(member) offsetof(struct series, member)
static const struct field SERIES_FIELDS[] = {
    {.name = "id", .type = FIELD_ID, .offset = AT(id), .flags = FIELD_REQUIRED, .help = "Name of the series."},
    {.name = "place", .type = FIELD_STR, .offset = AT(place), .help = "Where it holds."},
    {.name = "unit", .type = FIELD_STR, .offset = AT(unit), .help = "Unit of its figures."},
    {.name = "points", .type = FIELD_MAP, .offset = AT(points), .flags = FIELD_REQUIRED, .help = "List of points."},
    {0}};
#undef AT

static void check_point(struct facts_reader *r, const char *what, const struct yval *v) {
    struct point p = {0};
    struct fields_in in = {.arena = r->arena, .diag = r->diag, .what = what};
    if (!fields_read(&in, v, (const struct field *const[]){POINT_FIELDS, NULL}, (void *const[]){&p}, false)) {
        r->ok = false;
        return;
    }
    if (!p.year && !p.period) facts_fault(r, v->pos, "%s lacks 'year' (add it, or 'period')", what);
    bool any = false;
    for (int i = 0; i < 6; i++) {
        struct fact_value value = {0};
        if (!p.figure[i]) continue;
        any = true;
        fact_value_read(r, what, p.figure[i], &value);
        if (value.kind != FACT_NUM && value.kind != FACT_RANGE)
            facts_fault(r, p.figure[i]->pos, "'%s' of %s is no number (write digits, or {min, max})", FIGURES[i], what);
    }
    if (!any) facts_fault(r, v->pos, "%s has no figure (add adults, cubs, animals or area)", what);
    fact_qualifiers_check(r, what, &p.qualifier, v);
    for (int i = 0; i < p.source.n; i++)
        if (r->knows_sources && !map_has(&r->sources, p.source.v[i]))
            facts_fault(r, fact_pos(v, "source", i), "unknown source '%.80s' in %s (add it to 'sources')", p.source.v[i], what);
}

void facts_series_check(struct facts_reader *r, const struct yval *list) {
    if (!list) return;
    if (list->kind != YAML_SEQ) {
        facts_fault(r, list->pos, "'series' must be a list (each item begins with '-')");
        return;
    }
    for (int i = 0; i < list->n; i++) {
        struct series s = {0};
        const char *what = arena_printf(r->arena, "series %d", i + 1);
        struct fields_in in = {.arena = r->arena, .diag = r->diag, .what = what};
        if (!what || !fields_read(&in, list->items[i], (const struct field *const[]){SERIES_FIELDS, NULL},
                                  (void *const[]){&s}, false)) {
            r->ok = false;
            continue;
        }
        fact_unit_check(r, what, s.unit, list->items[i]);
        if (s.points->kind != YAML_SEQ) facts_fault(r, s.points->pos, "'points' of series '%s' must be a list", s.id);
        for (int k = 0; s.points->kind == YAML_SEQ && k < s.points->n; k++) {
            const char *which = arena_printf(r->arena, "point %d of series '%s'", k + 1, s.id);
            if (which) check_point(r, which, s.points->items[k]);
        }
    }
}
