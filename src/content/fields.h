/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields.h - one table per kind: parsing, checking, "did you mean", the JSON Schema and the author's reference all come
 * from it. Nothing about a key is written twice.
 *
 * A table is an array of struct field ended by a row with name NULL. Each row says where its value goes in a C struct. */
#ifndef LK_CONTENT_FIELDS_H
#define LK_CONTENT_FIELDS_H
#include <base/arena.h>
#include <base/diag.h>
#include <base/geom.h>
#include <base/str.h>
#include <content/yaml.h>

enum field_type {     /* author writes                      C storage at the offset */
    FIELD_BOOL,       /* true, false                        bool */
    FIELD_INT,        /* whole number                       int */
    FIELD_NUM,        /* decimal number                     float */
    FIELD_STR,        /* plain string, never shown          const char * */
    FIELD_ID,         /* kebab-case name                    const char * */
    FIELD_TEXT,       /* text shown to a visitor: string or {easy, more}   struct text_ref */
    FIELD_ENUM,       /* one of extra = const char *const[] int (index) */
    FIELD_COLOR,      /* token (snow, larch-500) or #RRGGBB[AA]   rgba */
    FIELD_POINT,      /* [x, y]                             struct vec2 */
    FIELD_NUMS,       /* list of numbers                    struct nums */
    FIELD_STRS,       /* list of strings                    struct strs */
    FIELD_ASSET,      /* path below assets/                 const char * */
    FIELD_PHOTO,      /* the same, of a file that may be missing   const char * */
    FIELD_FILM,       /* the same, of a film                const char * */
    FIELD_ASSETS,     /* list of paths                      struct strs */
    FIELD_FACT,       /* fact id or id.key                  const char * */
    FIELD_FACTS,      /* list of them                       struct strs */
    FIELD_SCENE,      /* scene id                           const char * */
    FIELD_SCENES,     /* list of scene ids                  struct strs */
    FIELD_VAR,        /* variable name                      const char * */
    FIELD_VALUE,      /* number, true/false or word         struct value */
    FIELD_STRUCT,     /* mapping read by sub                the sub struct, inline */
    FIELD_LIST,       /* list of mappings read by sub       struct list (items of sub_size bytes) */
    FIELD_COND,       /* {var: value, ...}: all must hold; value may be [min, max]    struct conds */
    FIELD_SETS,       /* {var: value, ...}: assignments     struct sets */
    FIELD_ACTIONS,    /* list of {action: argument}         struct actions (content/actions.h) */
    FIELD_MAP         /* raw subtree, read elsewhere        const struct yval * */
};
enum { FIELD_REQUIRED = 1, FIELD_POSITIVE = 2 /* > 0 */,
       /* What the other reader of a FIELD_MAP expects, for editors and the reference: a list of maps by sub; {name: map by sub}, or
        * {name: word} without a sub; a number, word, list of words, {min, max} or null. */
       FIELD_ROWS = 4, FIELD_NAMED = 8, FIELD_FIGURE = 16 };

struct nums { const float *v; int n; };
struct strs { const char *const *v; int n; };
struct list { void *items; int n; };
/* easy is required, more may be NULL. ctxt: the message context "scene/element.key" under which translators see it. pos and
 * more_pos: where the two stand. */
struct text_ref { const char *easy, *more, *ctxt; struct pos pos, more_pos; const char *src, *more_src; };   /* src: as written.h has it */
enum value_kind { VALUE_NONE, VALUE_NUM, VALUE_WORD };   /* true/false are numbers 1/0 */
struct value { enum value_kind kind; double num; const char *word; };
struct cond { const char *var; struct value is; bool range; double min, max; };
struct conds { const struct cond *v; int n; };
struct set { const char *var; struct value to; };
struct sets { const struct set *v; int n; };

struct field {
    const char *name;
    enum field_type type;
    size_t offset;
    unsigned flags;
    double min, max;            /* numbers, points, lists of numbers; min == max == 0: any */
    const char *def;            /* default as an author would write it (scalar types, points as "[x, y]"); NULL = zero */
    const char *unit;           /* "canvas px", "s", "m" ...; NULL = none */
    const char *help;           /* one sentence for authors */
    const void *extra;          /* FIELD_ENUM: names, NULL-terminated */
    const struct field *sub;    /* FIELD_STRUCT, FIELD_LIST; FIELD_MAP: see flags */
    size_t sub_size;            /* FIELD_LIST */
};

/* Who is told of every value that refers to something else, so that it can be checked when everything is loaded: assets,
 * facts, scenes, variables, texts and actions' arguments. text is set for FIELD_TEXT only. */
struct field_refs {
    void *ctx;
    void (*ref)(void *ctx, enum field_type type, const char *value, const struct text_ref *text, struct pos at);
};
struct fields_in {
    struct arena *arena;        /* owns all results */
    struct diag *diag;
    const struct field_refs *refs;      /* may be NULL */
    const char *what;           /* for messages: "element 'title'" */
    const char *ctxt;           /* message context prefix: "the-leap/title"; texts in it become ctxt.key, list items
                                   ctxt.key.ID (their own id) or ctxt.key.N (from 1) */
};

/* Reads map into out by one or more tables (tables ends with NULL; outs[i] belongs to tables[i]): every key must be in one
 * of them. Defaults are filled first unless `over` (then only the written keys change: used for portrait overrides, where
 * required keys are not asked for). False when anything is wrong; all faults are reported, not only the first. */
bool fields_read(const struct fields_in *in, const struct yval *map, const struct field *const *tables, void *const *outs,
                 bool over);
void fields_defaults(const struct field *table, void *out, struct arena *a);

/* A help as a sentence: with a capital letter and a full stop. In a; NULL stays NULL, memory refused gives the help as it is. */
const char *fields_sentence(struct arena *a, const char *help);

/* Colour tokens of the visual system ("snow", "spruce-950" ...). */
bool color_parse(const char *s, rgba *out);
extern const char *const COLOR_TOKENS[];   /* NULL-terminated names */
#endif
