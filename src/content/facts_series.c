/* SPDX-License-Identifier: GPL-3.0-or-later */
/* facts_series.c - the counts over the years at the end of the register. */
#include <content/facts_read.h>

struct row {
    int year, told;
    const char *period, *method, *note;
    const struct yval *figure[SERIES_FIGURES];
    struct strs qualifier, source;
};
static const char *const FIGURES[SERIES_FIGURES] = {"adults", "cubs", "animals", "low", "high", "area"};

#define AT(member) offsetof(struct row, member)
static const struct field POINT_FIELDS[] = {
    {.name = "year", .type = FIELD_INT, .offset = AT(year), .min = 1700, .max = 2200, .help = "Year of the figures."},
    {.name = "period", .type = FIELD_STR, .offset = AT(period), .help = "Where one year is not enough."},
    {.name = "adults", .type = FIELD_MAP, .offset = AT(figure[SERIES_ADULTS]), .flags = FIELD_FIGURE, .help = "Number or {min, max}."},
    {.name = "cubs", .type = FIELD_MAP, .offset = AT(figure[SERIES_CUBS]), .flags = FIELD_FIGURE, .help = "Number or {min, max}."},
    {.name = "animals", .type = FIELD_MAP, .offset = AT(figure[SERIES_ANIMALS]), .flags = FIELD_FIGURE, .help = "Number or {min, max}."},
    {.name = "low", .type = FIELD_MAP, .offset = AT(figure[SERIES_LOW]), .flags = FIELD_FIGURE, .help = "Lower end of the estimate."},
    {.name = "high", .type = FIELD_MAP, .offset = AT(figure[SERIES_HIGH]), .flags = FIELD_FIGURE, .help = "Upper end of the estimate."},
    {.name = "area", .type = FIELD_MAP, .offset = AT(figure[SERIES_AREA]), .flags = FIELD_FIGURE, .help = "Number in the unit of the series."},
    {.name = "qualifier", .type = FIELD_STRS, .offset = AT(qualifier), .help = "Words that travel with the figure."},
    {.name = "method", .type = FIELD_STR, .offset = AT(method), .help = "How it was counted."},
    {.name = "told", .type = FIELD_INT, .offset = AT(told), .min = 1700, .max = 2200, .help = "Year of the report."},
    {.name = "source", .type = FIELD_STRS, .offset = AT(source), .flags = FIELD_REQUIRED, .help = "Ids of sources."},
    {.name = "note", .type = FIELD_STR, .offset = AT(note), .help = "Caution, background."},
    {0}};
#undef AT

struct series_row {
    const char *id, *place, *unit;
    const struct yval *points;
};
#define AT(member) offsetof(struct series_row, member)
const struct field SERIES_FIELDS[] = {
    {.name = "id", .type = FIELD_ID, .offset = AT(id), .flags = FIELD_REQUIRED, .help = "Name of the series."},
    {.name = "place", .type = FIELD_STR, .offset = AT(place), .help = "Where it holds."},
    {.name = "unit", .type = FIELD_STR, .offset = AT(unit), .help = "Unit of its figures."},
    {.name = "points", .type = FIELD_MAP, .offset = AT(points), .flags = FIELD_REQUIRED | FIELD_ROWS, .sub = POINT_FIELDS, .help = "List of points."},
    {0}};
#undef AT

/* The unit of a figure is what is counted; an area is in the unit of the series. */
static const char *unit_of(int figure, const struct series_row *s) {
    return figure == SERIES_AREA ? s->unit : figure <= SERIES_ANIMALS ? FIGURES[figure] : NULL;
}

static void read_figures(struct facts_reader *r, const char *what, const struct row *row, const struct series_row *s,
                         const struct yval *v, struct series_point *out) {
    bool any = false;
    for (int i = 0; i < SERIES_FIGURES; i++) {
        struct fact_value *f = &out->figure[i];
        if (!row->figure[i]) continue;
        any = true;
        *f = (struct fact_value){.key = FIGURES[i], .qualifiers = row->qualifier, .as_of = row->year};
        bool good = r->ok;
        r->ok = true;
        fact_value_read(r, what, row->figure[i], f);
        f->unit = unit_of(i, s);
        if (r->ok && f->kind != FACT_NUM && f->kind != FACT_RANGE)
            facts_fault(r, row->figure[i]->pos, "'%s' of %s is no number (write digits, or {min, max})", FIGURES[i], what);
        r->ok = r->ok && good;
    }
    if (!any) facts_fault(r, v->pos, "%s has no figure (add adults, cubs, animals or area)", what);
}

static void read_point(struct facts_reader *r, const char *what, const struct yval *v, const struct series_row *s,
                       struct series_point *out) {
    struct row p = {0};
    struct fields_in in = {.arena = r->arena, .diag = r->diag, .what = what};
    if (!fields_read(&in, v, (const struct field *const[]){POINT_FIELDS, NULL}, (void *const[]){&p}, false)) {
        r->ok = false;
        return;
    }
    *out = (struct series_point){.year = p.year, .told = p.told, .period = p.period, .method = p.method, .sources = p.source};
    if (!p.year && !p.period) facts_fault(r, v->pos, "%s lacks 'year' (add it, or 'period')", what);
    read_figures(r, what, &p, s, v, out);
    fact_qualifiers_check(r, what, &p.qualifier, v);
    for (int i = 0; i < p.source.n; i++)
        if (r->knows_sources && !map_has(&r->sources, p.source.v[i]))
            facts_fault(r, fact_pos(v, "source", i), "unknown source '%.80s' in %s (add it to 'sources')", p.source.v[i], what);
}

static void read_one(struct facts_reader *r, const struct yval *v, int i) {
    struct series_row row = {0};
    const char *what = arena_printf(r->arena, "series %d", i + 1);
    struct fields_in in = {.arena = r->arena, .diag = r->diag, .what = what};
    if (!what || !fields_read(&in, v, (const struct field *const[]){SERIES_FIELDS, NULL}, (void *const[]){&row}, false)) {
        r->ok = false;
        return;
    }
    fact_unit_check(r, what, row.unit, v);
    if (row.points->kind != YAML_SEQ) {
        facts_fault(r, row.points->pos, "'points' of series '%s' must be a list", row.id);
        return;
    }
    struct series *s = arena_new(r->arena, struct series);
    struct series_point *points = arena_array(r->arena, struct series_point, row.points->n);
    if (!s || (row.points->n && !points)) return;
    *s = (struct series){.id = row.id, .place = row.place, .unit = row.unit, .points = points, .n = row.points->n};
    for (int k = 0; k < s->n; k++) {
        const char *which = arena_printf(r->arena, "point %d of series '%s'", k + 1, row.id);
        points[k] = (struct series_point){0};
        if (which) read_point(r, which, row.points->items[k], &row, &points[k]);
    }
    if (map_has(&r->out->series, s->id))
        facts_fault(r, v->pos, "series '%s' stands here a second time (rename one)", s->id);
    else
        map_put(&r->out->series, s->id, s);
}

void facts_series_read(struct facts_reader *r, const struct yval *list) {
    if (!list) return;
    if (list->kind != YAML_SEQ) {
        facts_fault(r, list->pos, "'series' must be a list (each item begins with '-')");
        return;
    }
    for (int i = 0; i < list->n; i++) read_one(r, list->items[i], i);
}

const struct series *series_find(const struct facts *f, const char *id) { return f && id ? map_get(&f->series, id) : NULL; }
