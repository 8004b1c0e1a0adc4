/* SPDX-License-Identifier: GPL-3.0-or-later */
/* facts_read.h - inside of facts*.c: the register on its way from the file into structs. */
#ifndef LK_CONTENT_FACTS_READ_H
#define LK_CONTENT_FACTS_READ_H
#include <content/facts.h>

struct facts_reader {
    struct arena *arena;
    struct diag *diag;
    struct facts *out;
    struct map units, sources;           /* every name that may be meant: name -> itself */
    bool knows_units, knows_sources;     /* false: the table of them is broken, nobody can be blamed for a name */
    bool ok;
};

void facts_fault(struct facts_reader *r, struct pos at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Where the value of a key stands, or its item; the map itself when it has no such key. */
struct pos fact_pos(const struct yval *map, const char *key, int item);
/* What stands behind 'value': number, text, list or {min, max}. A NULL tree is a value that is not known. */
void fact_value_read(struct facts_reader *r, const char *what, const struct yval *v, struct fact_value *out);
/* A unit is a measure of 'units' or a noun of 'nouns'. */
void fact_unit_check(struct facts_reader *r, const char *what, const char *unit, const struct yval *map);
/* Only words that have a pattern in every language may qualify a figure. */
void fact_qualifiers_check(struct facts_reader *r, const char *what, const struct strs *q, const struct yval *map);
extern const struct field SERIES_FIELDS[];
/* The series of counts over the years at the end of the register (facts_series.c). */
void facts_series_read(struct facts_reader *r, const struct yval *series);
#endif
