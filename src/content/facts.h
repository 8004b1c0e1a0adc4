/* SPDX-License-Identifier: GPL-3.0-or-later */
/* facts.h - the fact register scenes/facts.yaml: the only place where a number of the leopard stands.
 *
 * Layout of the file: see its head. Addresses in texts: `id` (its value, or the first of its values) or `id.key` (one of
 * its values). */
#ifndef LK_CONTENT_FACTS_H
#define LK_CONTENT_FACTS_H
#include <base/map.h>
#include <content/fields.h>

enum fact_kind { FACT_NONE, FACT_NUM, FACT_RANGE, FACT_TEXT };
struct fact_value {
    const char *key;              /* NULL for a fact's only value */
    enum fact_kind kind;
    double num, min, max;         /* NUM: num; RANGE: min, max */
    int decimals;                 /* as typed in the register: 2.13 -> 2 */
    const char *text;             /* TEXT (lists joined by ", "); English, never printed */
    const char *unit;             /* register unit ("m", "km2", "percent", "year", "animals" ...) or NULL */
    struct strs qualifiers;       /* of the value, else of the fact */
    int as_of;                    /* year, 0 = undated; of the value, else of the fact */
};
struct fact {
    const char *id, *statement, *say, *status, *display, *layer;
    struct fact_value *values; int nvalues;
    struct strs sources;          /* ids in facts->sources */
    struct strs partners;         /* organisations that it names: partners.h */
    bool say_neutral;             /* ... but not in `say` */
    int as_of, review_by;         /* 0 = none */
    struct pos review_pos;
    struct pos pos;
};
/* Counts over the years: what was counted when, how, and who says so. A point with a fault of its own has no figures. */
enum series_figure { SERIES_ADULTS, SERIES_CUBS, SERIES_ANIMALS, SERIES_LOW, SERIES_HIGH, SERIES_AREA, SERIES_FIGURES };
struct series_point {
    int year, told;               /* 0 = not one year, not known */
    const char *period, *method;  /* NULL = none; English, never printed */
    struct fact_value figure[SERIES_FIGURES];   /* FACT_NONE: not counted; all carry the point's qualifiers */
    struct strs sources;
};
struct series { const char *id, *place, *unit; const struct series_point *points; int n; };
/* off_in: countries (ISO 3166, two letters) where the organisation is not named on the screen. */
struct source { const char *id, *title, *publisher, *kind; int year; struct strs off_in; };
struct facts {
    struct map by_id;             /* id -> struct fact */
    struct map sources;           /* id -> struct source */
    struct map units;             /* register unit -> ICU unit name ("length-meter"), NULL when that is wrong; absent for nouns */
    struct map series;            /* id -> struct series */
    struct map lost;              /* ids of facts with a fault: whoever cites them is not to blame */
    bool unread;                  /* nothing is known of the register's ids */
    const char *file;
};
extern const struct field FACTS_FIELDS[];   /* in optional keys null is as good as nothing */
/* Reads and checks the whole register (unknown keys, types, duplicate ids, sources that do not exist). False when anything is
 * wrong; out then holds what is right, and `lost` or `unread` tell what is missing. */
bool facts_load(struct arena *a, const struct port_files *files, const char *path, struct facts *out, struct diag *d);
/* "id" or "id.key" -> its fact and value; NULL when there is none. */
const struct fact *fact_find(const struct facts *f, const char *address, const struct fact_value **value);
const struct series *series_find(const struct facts *f, const char *id);   /* NULL when there is none */
/* "2012", "2012-04" or "2012-04-05"; what is not said is 0. */
bool fact_date(const char *s, int *year, int *month, int *day);
/* A warning for each fact that was to be reviewed before this year; it shows all the same, with its year. 0 = the year is not
 * known, and nothing is said. */
void facts_warn(const struct facts *f, int year, struct diag *d);
/* The address may be right: its fact has a fault of its own. */
bool fact_lost(const struct facts *f, const char *address);
#endif
