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
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (n == 0 || (n > 1 && (part[1] < 1 || part[1] > 12))) return false;
    bool leap = part[0] % 4 == 0 && (part[0] % 100 != 0 || part[0] % 400 == 0);
    return n < 3 || (part[2] >= 1 && part[2] <= days[part[1] - 1] + (part[1] == 2 && leap));
}

/* ---- words that travel with a value */

void fact_unit_check(struct facts_reader *r, const char *what, const char *unit, const struct yval *map) {
    struct pos at = fact_pos(map, "unit", -1);
    if (!unit || !r->knows_units || map_has(&r->units, unit)) return;
    const char *near = map_nearest(&r->units, unit, r->diag->arena);
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
    const char *bound = NULL, *said = NULL;    /* how the figure bounds the truth; who says so */
    for (int i = 0; i < q->n; i++) {
        const char **first = strcmp(q->v[i], "reported") == 0 || strncmp(q->v[i], "estimate", 8) == 0 ? &said : &bound;
        if (*first) facts_fault(r, fact_pos(map, "qualifier", i), "'%s' beside '%s' in %s (keep one)", q->v[i], *first, what);
        *first = q->v[i];
    }
}
