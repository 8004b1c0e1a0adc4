/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/facts.h>
#include <content/facts_read.h>
#include <content/message_parts.h>
#include <string.h>

/* The register holds every fact with its cautions: it is larger than any scene. */
static const struct yaml_caps CAPS = {.bytes = 512 * 1024, .events = 40000, .scalar = 8 * 1024, .depth = 16};

static const char *const STATUS[] = {"confirmed", "conflict", "single-source", "unverified", NULL};
static const char *const DISPLAY[] = {"yes", "no", "with-caution", NULL};
static const char *const LAYER[] = {"all", "teacher", NULL};
static const char *const SOURCE_KIND[] = {"peer-reviewed", "official",      "ngo",     "zoo",
                                          "news",          "encyclopaedia", "primary", "open-data",
                                          "records",       "calculation",   "weak",    NULL};

struct top {
    int format;
    const struct yval *units, *facts, *series, *sources;
    struct strs nouns;
};
struct part {
    const char *key, *unit, *period, *note;
    const struct yval *value;
    struct strs qualifier;
    int as_of;
};
#define AT(member) offsetof(struct part, member)
static const struct field VALUE_FIELDS[] = {
    {.name = "key", .type = FIELD_ID, .offset = AT(key), .flags = FIELD_REQUIRED, .help = "Name: cite it as id.key."},
    {.name = "value",
     .type = FIELD_MAP,
     .offset = AT(value),
     .flags = FIELD_REQUIRED | FIELD_FIGURE,
     .help = "As the value of a fact."},
    {.name = "unit", .type = FIELD_STR, .offset = AT(unit), .help = "Unit of the value."},
    {.name = "qualifier", .type = FIELD_STRS, .offset = AT(qualifier), .help = "Words that travel with the figure."},
    {.name = "as_of", .type = FIELD_INT, .offset = AT(as_of), .min = 1700, .max = 2200, .help = "Year of the figure."},
    {.name = "period", .type = FIELD_STR, .offset = AT(period), .help = "Where one year is not enough."},
    {.name = "note", .type = FIELD_STR, .offset = AT(note), .help = "Caution, background."},
    {0}};
#undef AT

struct row { /* a fact as it is written */
    const char *id, *code, *topic, *statement, *unit, *period, *place, *page, *quote, *say, *note;
    const struct yval *value, *values;
    struct strs qualifier, source, partners;
    int as_of, review_by, status, display, layer;
    bool say_neutral;
};
#define AT(member) offsetof(struct row, member)
static const struct field FACT_FIELDS[] = {
    {.name = "id", .type = FIELD_ID, .offset = AT(id), .flags = FIELD_REQUIRED, .help = "Name that scenes cite."},
    {.name = "code", .type = FIELD_STR, .offset = AT(code), .help = "Short code of the register."},
    {.name = "topic", .type = FIELD_STR, .offset = AT(topic), .help = "Group of facts."},
    {.name = "statement",
     .type = FIELD_STR,
     .offset = AT(statement),
     .flags = FIELD_REQUIRED,
     .help = "What it is about."},
    {.name = "value", .type = FIELD_MAP, .offset = AT(value), .flags = FIELD_FIGURE, .help = "Number, text, list, {min, max} or null."},
    {.name = "values", .type = FIELD_MAP, .offset = AT(values), .flags = FIELD_ROWS, .sub = VALUE_FIELDS, .help = "Several named values instead of one."},
    {.name = "unit", .type = FIELD_STR, .offset = AT(unit), .help = "Unit of the value."},
    {.name = "qualifier", .type = FIELD_STRS, .offset = AT(qualifier), .help = "Words that travel with the figure."},
    {.name = "as_of", .type = FIELD_INT, .offset = AT(as_of), .min = 1700, .max = 2200, .help = "Year of the figure."},
    {.name = "period", .type = FIELD_STR, .offset = AT(period), .help = "Where one year is not enough."},
    {.name = "review_by",
     .type = FIELD_INT,
     .offset = AT(review_by),
     .min = 2000,
     .max = 2200,
     .help = "Last year in which it may be shown without a new check."},
    {.name = "place", .type = FIELD_STR, .offset = AT(place), .help = "Where it holds."},
    {.name = "on_archived_page", .type = FIELD_STR, .offset = AT(page), .help = "Section of the archived page."},
    {.name = "source", .type = FIELD_STRS, .offset = AT(source), .flags = FIELD_REQUIRED, .help = "Ids of sources."},
    {.name = "quote", .type = FIELD_STR, .offset = AT(quote), .help = "Copied words, never for the screen."},
    {.name = "status",
     .type = FIELD_ENUM,
     .offset = AT(status),
     .flags = FIELD_REQUIRED,
     .extra = STATUS,
     .help = "How sure it is."},
    {.name = "display",
     .type = FIELD_ENUM,
     .offset = AT(display),
     .flags = FIELD_REQUIRED,
     .extra = DISPLAY,
     .help = "Whether it may be shown."},
    {.name = "layer",
     .type = FIELD_ENUM,
     .offset = AT(layer),
     .flags = FIELD_REQUIRED,
     .extra = LAYER,
     .help = "For all, or for teachers only."},
    {.name = "names_partner", .type = FIELD_STRS, .offset = AT(partners), .help = "Organisations that it names."},
    {.name = "say_neutral", .type = FIELD_BOOL, .offset = AT(say_neutral), .help = "Its 'say' names none of them, nor calls for help to them."},
    {.name = "say", .type = FIELD_STR, .offset = AT(say), .help = "Suggested text in plain English."},
    {.name = "note", .type = FIELD_STR, .offset = AT(note), .help = "Caution, background, other readings."},
    {0}};
#undef AT

struct source_row {
    const char *title, *publisher, *note;
    struct strs url, off_in;
    int year, kind;
};
#define AT(member) offsetof(struct source_row, member)
static const struct field SOURCE_FIELDS[] = {
    {.name = "title", .type = FIELD_STR, .offset = AT(title), .flags = FIELD_REQUIRED, .help = "In its own language."},
    {.name = "publisher",
     .type = FIELD_STR,
     .offset = AT(publisher),
     .flags = FIELD_REQUIRED,
     .help = "Who published it."},
    {.name = "year", .type = FIELD_INT, .offset = AT(year), .min = 1700, .max = 2200, .help = "Year of publication."},
    {.name = "url", .type = FIELD_STRS, .offset = AT(url), .help = "Addresses; may be empty."},
    {.name = "kind",
     .type = FIELD_ENUM,
     .offset = AT(kind),
     .flags = FIELD_REQUIRED,
     .extra = SOURCE_KIND,
     .help = "What kind of source it is."},
    {.name = "off_in", .type = FIELD_STRS, .offset = AT(off_in), .help = "Countries (two letters) where it is named neutrally."},
    {.name = "note", .type = FIELD_STR, .offset = AT(note), .help = "Caution, background."},
    {0}};
#undef AT

#define AT(member) offsetof(struct top, member)
const struct field FACTS_FIELDS[] = {
    {.name = "format", .type = FIELD_INT, .offset = AT(format), .flags = FIELD_REQUIRED, .min = 1, .max = 1, .help = "Always 1."},
    {.name = "units", .type = FIELD_MAP, .offset = AT(units), .flags = FIELD_REQUIRED | FIELD_NAMED, .help = "Unit: its name in ICU."},
    {.name = "nouns", .type = FIELD_STRS, .offset = AT(nouns), .help = "Units that are words; their figures print bare."},
    {.name = "facts", .type = FIELD_MAP, .offset = AT(facts), .flags = FIELD_REQUIRED | FIELD_ROWS, .sub = FACT_FIELDS, .help = "List of facts."},
    {.name = "series", .type = FIELD_MAP, .offset = AT(series), .flags = FIELD_ROWS, .sub = SERIES_FIELDS, .help = "Counts over the years."},
    {.name = "sources", .type = FIELD_MAP, .offset = AT(sources), .flags = FIELD_REQUIRED | FIELD_NAMED, .sub = SOURCE_FIELDS,
     .help = "Table of sources."},
    {0}};
#undef AT

void facts_fault(struct facts_reader *r, struct pos at, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    const char *text = arena_vprintf(r->diag->arena, fmt, ap);
    va_end(ap);
    diag_error(r->diag, at, "%s", text ? text : "not enough memory");
    r->ok = false;
}

static bool read_table(struct facts_reader *r, const char *what, const struct yval *v, const struct field *table,
                       void *out) {
    struct fields_in in = {.arena = r->arena, .diag = r->diag, .what = what};
    bool good = what && fields_read(&in, v, (const struct field *const[]){table, NULL}, (void *const[]){out}, false);
    if (!good) r->ok = false;
    return good;
}

struct pos fact_pos(const struct yval *map, const char *key, int item) {
    const struct yval *v = yaml_get(map, key);
    if (!v) return map->pos;
    return v->kind == YAML_SEQ && item >= 0 && item < v->n ? v->items[item]->pos : v->pos;
}

/* ---- units */

static void read_units(struct facts_reader *r, const struct top *top) {
    for (int i = 0; i < top->nouns.n; i++) map_put(&r->units, top->nouns.v[i], (void *)(uintptr_t)top->nouns.v[i]);
    if (top->units->kind != YAML_MAP) {
        facts_fault(r, top->units->pos, "'units' must be a map of 'unit: ICU name'");
        r->knows_units = false;
        return;
    }
    for (int i = 0; i < top->units->np; i++) {
        const struct ypair *p = &top->units->pairs[i];
        map_put(&r->units, p->key, (void *)(uintptr_t)p->key);    /* known, whatever is wrong with it */
        map_put(&r->out->units, p->key, NULL);
        size_t n = p->value->kind == YAML_SCALAR ? strspn(p->value->text, "abcdefghijklmnopqrstuvwxyz0123456789-") : 0;
        if (n == 0 || p->value->text[n] || n > 60)
            facts_fault(r, p->value->pos, "unit '%.40s' has no ICU name (like length-meter)", p->key);
        else if (!number_unit_known(p->value->text))
            facts_fault(r, p->value->pos, "ICU has no unit '%s' (see the list of CLDR units, like length-meter)",
                        p->value->text);
        else
            map_put(&r->out->units, p->key, (void *)(uintptr_t)p->value->text);
    }
}

/* ---- sources */

static void read_sources(struct facts_reader *r, const struct yval *map) {
    if (map->kind != YAML_MAP) {
        facts_fault(r, map->pos, "'sources' must be a map of 'id:' and its lines");
        return;
    }
    r->knows_sources = true;
    for (int i = 0; i < map->np; i++) {
        const struct ypair *p = &map->pairs[i];
        map_put(&r->sources, p->key, (void *)(uintptr_t)p->key);
        struct source_row row = {0};
        struct source *s = arena_new(r->arena, struct source);
        if (!read_table(r, arena_printf(r->arena, "source '%.80s'", p->key), p->value, SOURCE_FIELDS, &row) || !s)
            continue;
        *s = (struct source){p->key, row.title, row.publisher, SOURCE_KIND[row.kind], row.year, row.off_in};
        map_put(&r->out->sources, s->id, s);
    }
}

/* ---- facts */

static void inherit(struct fact_value *v, const struct row *row) {
    if (!v->as_of) v->as_of = row->as_of;
    if (!v->qualifiers.n) v->qualifiers = row->qualifier;
}

static void read_values(struct facts_reader *r, const char *what, const struct row *row, struct fact *f) {
    const struct yval *list = row->values;
    if (list->kind != YAML_SEQ || !list->n) {
        facts_fault(r, list->pos, "'values' of %s must be a list of {key, value, ...}", what);
        return;
    }
    f->values = arena_array(r->arena, struct fact_value, list->n);
    for (int i = 0; f->values && i < list->n; i++) {
        struct part p = {0};
        const char *which = arena_printf(r->arena, "value %d of %s", i + 1, what);
        if (!read_table(r, which, list->items[i], VALUE_FIELDS, &p)) continue;
        for (int k = 0; k < f->nvalues; k++)
            if (strcmp(f->values[k].key, p.key) == 0)
                facts_fault(r, fact_pos(list->items[i], "key", -1), "key '%s' stands twice in %s (rename one)", p.key, what);
        struct fact_value *v = &f->values[f->nvalues++];
        *v = (struct fact_value){.key = p.key, .unit = p.unit, .qualifiers = p.qualifier, .as_of = p.as_of};
        fact_unit_check(r, which, p.unit, list->items[i]);
        fact_qualifiers_check(r, which, &p.qualifier, list->items[i]);
        fact_value_read(r, which, p.value, v);
        inherit(v, row);
    }
}

static void read_one(struct facts_reader *r, const char *what, const struct row *row, struct fact *f) {
    f->values = arena_new(r->arena, struct fact_value);
    if (!f->values) return;
    f->nvalues = 1;
    f->values->unit = row->unit;
    fact_value_read(r, what, row->value, f->values);
    inherit(f->values, row);
}

static void check_sources(struct facts_reader *r, const char *what, const struct strs *source, const struct yval *map) {
    if (!source->n) facts_fault(r, fact_pos(map, "source", -1), "%s has no source (cite at least one)", what);
    for (int i = 0; i < source->n; i++) {
        const char *id = source->v[i];
        struct pos at = fact_pos(map, "source", i);
        if (!r->knows_sources || map_has(&r->sources, id)) continue;
        const char *near = map_nearest(&r->sources, id, r->diag->arena);
        if (near)
            facts_fault(r, at, "unknown source '%.80s' in %s (did you mean '%s'?)", id, what, near);
        else
            facts_fault(r, at, "unknown source '%.80s' in %s (add it to 'sources')", id, what);
    }
}

static void read_fact(struct facts_reader *r, const struct yval *v, int i) {
    struct row row = {0};
    const struct yval *id = yaml_get(v, "id");
    bool named = id && id->kind == YAML_SCALAR;
    const char *what =
        named ? arena_printf(r->arena, "fact '%.80s'", id->text) : arena_printf(r->arena, "fact %d", i + 1);
    struct fact *f = arena_new(r->arena, struct fact);
    if (!f) return;
    f->pos = v->pos;
    if (!read_table(r, what, v, FACT_FIELDS, &row)) {
        if (named) map_put(&r->out->lost, id->text, f);
        return;
    }
    bool before_ok = r->ok;
    r->ok = true;
    *f = (struct fact){.id = row.id,
                       .statement = row.statement,
                       .say = row.say,
                       .status = STATUS[row.status],
                       .display = DISPLAY[row.display],
                       .layer = LAYER[row.layer],
                       .sources = row.source,
                       .partners = row.partners,
                       .say_neutral = row.say_neutral,
                       .as_of = row.as_of,
                       .review_by = row.review_by,
                       .review_pos = fact_pos(v, "review_by", -1),
                       .pos = v->pos};
    const struct fact *before = map_get(&r->out->by_id, f->id);
    if (!before) before = map_get(&r->out->lost, f->id);
    if (before)
        facts_fault(r, id->pos, "fact '%s' stands here a second time, first in line %d (rename one)", f->id,
                    before->pos.line);
    fact_unit_check(r, what, row.unit, v);
    fact_qualifiers_check(r, what, &row.qualifier, v);
    check_sources(r, what, &row.source, v);
    if (row.value && row.values)
        facts_fault(r, fact_pos(v, "values", -1), "%s has both 'value' and 'values' (keep one)", what);
    else if (!row.value && !row.values)
        facts_fault(r, v->pos, "%s has no 'value' (write null where there is none)", what);
    else if (row.values)
        read_values(r, what, &row, f);
    else
        read_one(r, what, &row, f);
    map_put(r->ok ? &r->out->by_id : &r->out->lost, f->id, f);
    r->ok = r->ok && before_ok;
}

bool facts_load(struct arena *a, const struct port_files *files, const char *path, struct facts *out, struct diag *d) {
    struct bytes in;
    struct top top = {0};
    struct facts_reader r = {.arena = a, .diag = d, .out = out, .ok = true};
    *out = (struct facts){.unread = true, .file = path};
    map_init(&out->by_id, a);
    map_init(&out->sources, a);
    map_init(&out->units, a);
    map_init(&out->series, a);
    map_init(&out->lost, a);
    map_init(&r.units, a);
    map_init(&r.sources, a);
    if (!files->read(files->ctx, path, CAPS.bytes, a, &in, d)) return false;
    struct yval *v = yaml_read(a, path, in, &CAPS, d);
    if (!v) return false;
    out->file = v->pos.file;
    yaml_drop_nulls(v, "value");    /* the answer to whether there is one */
    r.knows_units = read_table(&r, "the register", v, FACTS_FIELDS, &top);
    if (top.units) read_units(&r, &top);
    if (top.sources) read_sources(&r, top.sources);
    if (top.facts && top.facts->kind != YAML_SEQ)
        facts_fault(&r, top.facts->pos, "'facts' must be a list (each item begins with '-')");
    out->unread = !top.facts || top.facts->kind != YAML_SEQ;
    for (int i = 0; !out->unread && i < top.facts->n; i++) read_fact(&r, top.facts->items[i], i);
    facts_series_read(&r, top.series);
    if (a->failed) facts_fault(&r, (struct pos){out->file, 0, 0}, "not enough memory to read it");
    return r.ok;
}

/* The id in front of the dot; false when it is longer than any. */
static bool id_of(const char *address, char id[128]) {
    size_t n = strcspn(address, ".");
    if (n >= 128) return false;
    memcpy(id, address, n);
    id[n] = 0;
    return true;
}

bool fact_lost(const struct facts *f, const char *address) {
    char id[128];
    return f && address && (f->unread || (id_of(address, id) && map_has(&f->lost, id)));
}

const struct fact *fact_find(const struct facts *f, const char *address, const struct fact_value **value) {
    char id[128];
    if (value) *value = NULL;
    if (!f || !address) return NULL;
    const char *dot = strchr(address, '.');
    if (!id_of(address, id)) return NULL;
    const struct fact *fact = map_get(&f->by_id, id);
    if (!fact || (!fact->nvalues && !dot)) return fact;
    for (int i = 0; i < fact->nvalues; i++) {
        if (dot && !str_eq(fact->values[i].key, dot + 1)) continue;
        if (value) *value = &fact->values[i];
        return fact;
    }
    return NULL;
}

void facts_warn(const struct facts *f, int year, struct diag *d) {
    for (int i = 0; i < f->by_id.count; i++) {
        const struct fact *fact = f->by_id.entries[i].value;
        if (!fact->review_by || fact->review_by >= year) continue;
        diag_warn(d, fact->review_pos, "fact '%s' was to be reviewed by %d (look it up, then change value, as_of and review_by)", fact->id,
                  fact->review_by);
    }
}
