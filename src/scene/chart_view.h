/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_view.h - what the files of the chart share: element_chart.c is touched, chart_line.c holds the visitor's line,
 * chart_bake.c makes pictures, chart_draw.c shows.
 *
 * A chart shows series of the fact register as a landscape: each series is a ridge through its points. A count that is a range
 * lies in mist and has a bar; "at least" and "more than" have an arrow. The visitor first draws a line of what the first series
 * may have been; then the points come up year by year. Years go from left to right in every language. */
#ifndef LK_SCENE_CHART_VIEW_H
#define LK_SCENE_CHART_VIEW_H
#include <scene/chip.h>
#include <scene/element.h>

enum { CHART_ROWS = 3, CHART_METHODS = 4, CHART_POINTS = 40, CHART_LABELS = 24, CHART_TICKS = 12, CHART_COLUMNS = 8,
       CHART_SAMPLES = 128, CHART_READINGS = 2, CHART_FRAMES = 16 };
enum chart_item { CHART_COLUMN = 1, CHART_POINT = 100, CHART_CARD = 200, CHART_LEAF, CHART_EARLIER, CHART_LATER };
enum { CHART_YEAR_MS = 450, CHART_POP_MS = 320, CHART_STEP_MS = 90 /* of the walk */ };
#define CHART_WAVE 4.0f       /* years over which a ridge comes up */
#define CHART_SMALL 19.0f     /* radius of a mark */
#define CHART_LARGE 28.0f     /* of a series' last one */
#define CHART_DISC 32.0f      /* of the controls on the card */
#define CHART_HIT 61.0f       /* side of a mark's touch box, at least */

/* ---- the visitor's line: what it says for every half year */
struct chart_line { float value[CHART_SAMPLES]; bool set[CHART_SAMPLES]; int n; };
void chart_line_init(struct chart_line *l, int years);
/* Values are years since the line's first. A finger went from one place to another: all between is set. */
void chart_line_stroke(struct chart_line *l, struct vec2 from, struct vec2 to);
/* One place is set, as by a touch: the line goes smoothly from one such place to the next. */
void chart_line_put(struct chart_line *l, float year, float value);
/* False where there is no line. */
bool chart_line_at(const struct chart_line *l, float year, float *value);
bool chart_line_empty(const struct chart_line *l);

/* ---- as written */
struct chart_row {
    const char *id, *series;
    struct text_ref line, both, name;   /* of a point on its card; of one with two readings; in the legend */
    bool diamond;
    rgba color, fill, foot, snow, mist;
    float fringe;
    int seed;
};
struct chart_method { const char *method, *icon; rgba color; struct text_ref text, label; };
struct chart_label {
    const char *row;
    int year, style, align;
    struct vec2 at, pair_move;
    float width, pair_width;            /* pair_: while two languages are shown */
    bool alone;
    rgba ink;
    struct text_ref text;
    struct conds visible_if;
};
/* A year of a series: its readings (two where the same count is read in two ways) and where they come from. */
struct chart_point {
    const char *id;                     /* "russia-2007": value of the variable when it is asked */
    int row, method, year, told, readings;
    const struct fact_value *value[CHART_READINGS];
    bool last;                          /* of its row */
    struct action sources;
};
struct chart_props {
    struct vec2 origin;                 /* of the first year and of nothing, from the element's corner */
    int from, to;
    float per_year, per_animal, most, scale_at;
    struct nums ticks, scale;
    struct list rows, methods, labels;
    rgba ground, ground_foot;
    const char *stage, *asked, *guess;  /* variables */
    int guess_from, guess_to, guess_step;
    rgba guess_color;
    struct text_ref column, guess_name, guess_chip, least;
    struct vec2 chip_at, legend_at, card_at, card_large_at;
    struct conds legend_if, chip_if, pair_years_if;
    float legend_w, card_w, card_large_w, card_foot, chip_w;
    struct text_ref title, title_both, close, leaf, earlier, later;
    struct strs facts, walk;
    float walk_w;
    struct vec2 stand;
    rgba walk_light;
    /* made at load */
    struct chart_point *points; int npoints;
};

/* ---- pictures, in the layout arena */
struct chart_ridge { uint64_t key, mist; struct box box, mist_box; struct vec2 *crest; int n; float mist_from; };
struct chart_card {
    struct box box;
    struct para title, line, method;
    float title_wide, wide, method_wide;    /* room of the title; of the line; of the method, beside the tools */
    bool raised;                        /* it begins higher than where it was put */
    bool leaf_above;                    /* beside the cross: two languages leave the method more room */
    uint64_t plate, disc[3], leaf;      /* disc: close, earlier, later */
};
struct chart_sign { struct para para; uint64_t key; struct vec2 at, size; float text_x; };
struct chart_look {
    struct chart_ridge ridge[CHART_ROWS];
    uint64_t ground, scale_line, guide, knob, ring, hint, dot, dot_edge, arrow, legend;
    struct box ground_box, legend_box;
    uint64_t mark[CHART_POINTS][2], bar[CHART_POINTS][CHART_READINGS];
    const char *said[CHART_POINTS];
    struct box hit[CHART_POINTS];       /* touch boxes, of which no two overlap where there is room; w = 0: the card lies there */
    struct para tick[CHART_TICKS], scale[CHART_TICKS], label[CHART_LABELS];
    float label_w[CHART_LABELS];        /* the width in which it is set */
    struct chart_sign sign[CHART_METHODS + CHART_ROWS + 2]; int nsigns;
    uint64_t walk[CHART_FRAMES]; struct vec2 walk_size;
    struct chip chip;
    const char *column[CHART_COLUMNS], *close, *leaf, *earlier, *later;
    struct chart_card card;
};
struct chart_state {
    struct chart_look *look;            /* remade by each arrange */
    struct chart_line line;
    bool told;
    int64_t since;                      /* ms: when the telling began */
    int asked, laid;                    /* point on the card; the one for which it was laid out; -1 = none */
    bool dragged;
    struct vec2 finger;                 /* where it was last, years and animals */
};

static inline const struct chart_row *chart_row(const struct chart_props *p, int i) { return (const struct chart_row *)p->rows.items + i; }
static inline const struct chart_method *chart_method(const struct chart_props *p, int i) { return (const struct chart_method *)p->methods.items + i; }
static inline const struct chart_label *chart_label(const struct chart_props *p, int i) { return (const struct chart_label *)p->labels.items + i; }
static inline float chart_mid(const struct fact_value *v) { return (float)(v->kind == FACT_RANGE ? (v->min + v->max) / 2 : v->num); }
static inline float chart_low(const struct fact_value *v) { return (float)(v->kind == FACT_RANGE ? v->min : v->num); }
static inline float chart_high(const struct fact_value *v) { return (float)(v->kind == FACT_RANGE ? v->max : v->num); }
static inline bool chart_qualified(const struct fact_value *v, const char *word) {
    for (int i = 0; i < v->qualifiers.n; i++)
        if (str_eq(v->qualifiers.v[i], word)) return true;
    return false;
}
static inline bool chart_pair(const struct env *e) { return e->second.lang && e->text_scale <= 1; }   /* letters that are enlarged are of one language */
static inline int chart_columns(const struct chart_props *p) { return (p->guess_to - p->guess_from) / p->guess_step + 1; }
int chart_find(const struct chart_props *p, const char *row, int year);   /* a point, -1 = none */
float chart_x(const struct node *n, const struct env *e, float year);
float chart_y(const struct node *n, const struct env *e, float animals);
struct vec2 chart_value(const struct node *n, const struct env *e, struct vec2 at);       /* year and animals of a place */
/* How far the telling has come, as a year; large when it is over or in reduced motion, small before it. */
float chart_front(const struct node *n, const struct env *e);
float chart_told_ms(const struct node *n, const struct env *e);
/* When a point's year comes up, ms since the telling began. */
float chart_due_ms(const struct chart_props *p, int point);
float chart_end_ms(const struct node *n, const struct env *e);
/* A text in which a point's figures may stand; NULL point = only the guess. In env's layout arena. */
const char *chart_text(struct node *n, struct env *e, const struct text_ref *t, const struct chart_point *c, int year, float guess);
void chart_bake(struct node *n, struct env *e);
void chart_draw(struct node *n, struct paint *pt);
#endif
