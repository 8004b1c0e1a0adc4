/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_chart.c - series of the fact register over the years, as ridges of a landscape. First the visitor draws a line; then
 * the points come up, and each tells on a card what was counted, when, how, and who says so. */
#include <draw/land.h>
#include <scene/chart_view.h>
#include <scene/knob.h>
#include <string.h>

static const char *const SIDES[] = {"start", "center", "end", NULL};
static const char *const ARGS[] = {"value", "other", "figure", "count", "year", "told", "guess", NULL};

#define AT(m) .offset = offsetof(struct chart_row, m)
static const struct field ROW[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "name of the ridge; its points are called id-year"},
    {.name = "series", .type = FIELD_ID, AT(series), .flags = FIELD_REQUIRED, .help = "series of the fact register"},
    {.name = "text", .type = FIELD_TEXT, AT(line), .flags = FIELD_REQUIRED, .help = "line under the figure on a point's card; {count}, {year}, {told}"},
    {.name = "both", .type = FIELD_TEXT, AT(both), .help = "the same where one count is read in two ways"},
    {.name = "name", .type = FIELD_TEXT, AT(name), .help = "its word in the legend; none = not there"},
    {.name = "diamond", .type = FIELD_BOOL, AT(diamond), .help = "its marks are diamonds, not discs"},
    {.name = "color", .type = FIELD_COLOR, AT(color), .def = "transparent", .help = "colour of its marks; none = that of the method"},
    {.name = "fill", .type = FIELD_COLOR, AT(fill), .def = "spruce-600", .help = "colour of the ridge"},
    {.name = "foot", .type = FIELD_COLOR, AT(foot), .def = "spruce-900", .help = "colour at its foot"},
    {.name = "snow", .type = FIELD_COLOR, AT(snow), .def = "snow", .help = "colour of the snow on it"},
    {.name = "mist", .type = FIELD_COLOR, AT(mist), .def = "#FCE9DC", .help = "colour of the mist where counts are ranges"},
    {.name = "fringe", .type = FIELD_NUM, AT(fringe), .max = 60, .def = "15", .unit = "canvas px", .help = "height of the small firs"},
    {.name = "seed", .type = FIELD_INT, AT(seed), .def = "33", .help = "which firs"},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct chart_method, m)
static const struct field METHOD[] = {
    {.name = "method", .type = FIELD_STR, AT(method), .flags = FIELD_REQUIRED, .help = "way of counting, as in the register; points counted in other ways are left out"},
    {.name = "icon", .type = FIELD_ID, AT(icon), .flags = FIELD_REQUIRED, .help = "icon on its marks"},
    {.name = "color", .type = FIELD_COLOR, AT(color), .def = "larch-500", .help = "colour of its marks"},
    {.name = "text", .type = FIELD_TEXT, AT(text), .flags = FIELD_REQUIRED, .help = "how it was counted, on the card"},
    {.name = "label", .type = FIELD_TEXT, AT(label), .help = "its word in the legend; none = not there"},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct chart_label, m)
static const struct field LABEL[] = {
    {.name = "row", .type = FIELD_ID, AT(row), .flags = FIELD_REQUIRED, .help = "ridge"},
    {.name = "year", .type = FIELD_INT, AT(year), .flags = FIELD_REQUIRED, .help = "year of the point by which it stands"},
    {.name = "text", .type = FIELD_TEXT, AT(text), .flags = FIELD_REQUIRED, .help = "{value} with its qualifier, {figure} bare, {other}, {count}, {year}"},
    {.name = "at", .type = FIELD_POINT, AT(at), .unit = "canvas px", .help = "its top, from the point"},
    {.name = "align", .type = FIELD_ENUM, AT(align), .extra = SIDES, .def = "center", .help = "which side of it lies there"},
    {.name = "width", .type = FIELD_NUM, AT(width), .flags = FIELD_POSITIVE, .max = 1200, .def = "400", .unit = "canvas px", .help = "widest line"},
    {.name = "pair-move", .type = FIELD_POINT, AT(pair_move), .unit = "canvas px", .help = "added to 'at' while two languages are shown"},
    {.name = "pair-width", .type = FIELD_NUM, AT(pair_width), .max = 1200, .unit = "canvas px", .help = "widest line while two languages are shown; 0 = as 'width'"},
    {.name = "alone", .type = FIELD_BOOL, AT(alone), .help = "in the first language only: figures that read alike in all"},
    {.name = "style", .type = FIELD_ENUM, AT(style), .extra = STYLE_NAMES, .def = "h3", .help = "type"},
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "snow", .help = "colour"},
    {.name = "visible-if", .type = FIELD_COND, AT(visible_if), .help = "shown only while these hold"},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct chart_props, m)
static const struct field FIELDS[] = {
    {.name = "origin", .type = FIELD_POINT, AT(origin), .flags = FIELD_REQUIRED, .unit = "canvas px", .help = "where the first year and nothing meet"},
    {.name = "from", .type = FIELD_INT, AT(from), .flags = FIELD_REQUIRED, .help = "first year"},
    {.name = "to", .type = FIELD_INT, AT(to), .flags = FIELD_REQUIRED, .help = "last year"},
    {.name = "per-year", .type = FIELD_NUM, AT(per_year), .flags = FIELD_REQUIRED | FIELD_POSITIVE, .max = 1000, .unit = "canvas px", .help = "width of a year"},
    {.name = "per-animal", .type = FIELD_NUM, AT(per_animal), .flags = FIELD_REQUIRED | FIELD_POSITIVE, .max = 1000, .unit = "canvas px", .help = "height of one"},
    {.name = "most", .type = FIELD_NUM, AT(most), .flags = FIELD_POSITIVE, .max = 100000, .def = "150", .help = "highest that can be guessed"},
    {.name = "years", .type = FIELD_NUMS, AT(ticks), .help = "years written below"},
    {.name = "pair-years-if", .type = FIELD_COND, AT(pair_years_if), .help = "while two languages are shown, they are written only while these hold (cards are higher then)"},
    {.name = "scale", .type = FIELD_NUMS, AT(scale), .help = "heights with a dotted line"},
    {.name = "scale-at", .type = FIELD_NUM, AT(scale_at), .def = "32", .unit = "canvas px", .help = "where their figures begin, from the edge of the screen"},
    {.name = "rows", .type = FIELD_LIST, AT(rows), .flags = FIELD_REQUIRED, .help = "ridges, rear to front; the guess is of the first", .sub = ROW, .sub_size = sizeof(struct chart_row)},
    {.name = "methods", .type = FIELD_LIST, AT(methods), .flags = FIELD_REQUIRED, .help = "ways of counting", .sub = METHOD, .sub_size = sizeof(struct chart_method)},
    {.name = "labels", .type = FIELD_LIST, AT(labels), .help = "figures by the points", .sub = LABEL, .sub_size = sizeof(struct chart_label)},
    {.name = "ground", .type = FIELD_COLOR, AT(ground), .def = "spruce-900", .help = "ground before the ridges"},
    {.name = "ground-foot", .type = FIELD_COLOR, AT(ground_foot), .def = "spruce-950", .help = "its foot"},
    {.name = "stage-var", .type = FIELD_VAR, AT(stage), .flags = FIELD_REQUIRED, .help = "variable: guess, or told"},
    {.name = "asked-var", .type = FIELD_VAR, AT(asked), .flags = FIELD_REQUIRED, .help = "variable: the point on the card (id-year), or none"},
    {.name = "guess-var", .type = FIELD_VAR, AT(guess), .flags = FIELD_REQUIRED, .help = "variable: how many of the years to guess have a height"},
    {.name = "guess-from", .type = FIELD_INT, AT(guess_from), .flags = FIELD_REQUIRED, .help = "first year to guess"},
    {.name = "guess-to", .type = FIELD_INT, AT(guess_to), .flags = FIELD_REQUIRED, .help = "last year to guess"},
    {.name = "guess-step", .type = FIELD_INT, AT(guess_step), .min = 1, .max = 100, .def = "5", .unit = "years", .help = "years between the places for a touch"},
    {.name = "guess-color", .type = FIELD_COLOR, AT(guess_color), .def = "#FF9E97", .help = "colour of the line"},
    {.name = "column", .type = FIELD_TEXT, AT(column), .flags = FIELD_REQUIRED, .help = "what a place to guess is called when read aloud; {year}"},
    {.name = "guess-name", .type = FIELD_TEXT, AT(guess_name), .flags = FIELD_REQUIRED, .help = "the line in the legend"},
    {.name = "guess-chip", .type = FIELD_TEXT, AT(guess_chip), .flags = FIELD_REQUIRED, .help = "what the line said, when all is told; {guess}, {year}"},
    {.name = "chip-at", .type = FIELD_POINT, AT(chip_at), .unit = "canvas px", .help = "middle of that; lower where the legend lies there"},
    {.name = "chip-width", .type = FIELD_NUM, AT(chip_w), .flags = FIELD_POSITIVE, .max = 4000, .def = "640", .unit = "canvas px", .help = "it is no wider"},
    {.name = "chip-if", .type = FIELD_COND, AT(chip_if), .help = "it is shown only while these hold"},
    {.name = "least", .type = FIELD_TEXT, AT(least), .flags = FIELD_REQUIRED, .help = "the arrow in the legend"},
    {.name = "legend-at", .type = FIELD_POINT, AT(legend_at), .unit = "canvas px", .help = "corner of the legend"},
    {.name = "legend-if", .type = FIELD_COND, AT(legend_if), .help = "it is shown only while these hold"},
    {.name = "legend-width", .type = FIELD_NUM, AT(legend_w), .flags = FIELD_POSITIVE, .max = 4000, .def = "900", .unit = "canvas px", .help = "its width"},
    {.name = "card-at", .type = FIELD_POINT, AT(card_at), .unit = "canvas px", .help = "corner of the card"},
    {.name = "card-width", .type = FIELD_NUM, AT(card_w), .flags = FIELD_POSITIVE, .max = 4000, .def = "860", .unit = "canvas px", .help = "its width"},
    {.name = "card-large-at", .type = FIELD_POINT, AT(card_large_at), .unit = "canvas px", .help = "its corner when words are set in 150 or 200 %"},
    {.name = "card-foot", .type = FIELD_NUM, AT(card_foot), .max = 4000, .unit = "canvas px", .help = "a card that would end lower begins higher; 0 = it always begins there"},
    {.name = "card-large-width", .type = FIELD_NUM, AT(card_large_w), .flags = FIELD_POSITIVE, .max = 4000, .def = "1100", .unit = "canvas px", .help = "its width then"},
    {.name = "title", .type = FIELD_TEXT, AT(title), .flags = FIELD_REQUIRED, .help = "figure on the card; {value}"},
    {.name = "title-both", .type = FIELD_TEXT, AT(title_both), .flags = FIELD_REQUIRED, .help = "the same for two readings; {value}, {other}"},
    {.name = "close", .type = FIELD_TEXT, AT(close), .flags = FIELD_REQUIRED, .help = "what a touch on the card does, when read aloud"},
    {.name = "source-label", .type = FIELD_TEXT, AT(leaf), .flags = FIELD_REQUIRED, .help = "what the leaf is called when read aloud"},
    {.name = "earlier", .type = FIELD_TEXT, AT(earlier), .flags = FIELD_REQUIRED, .help = "the button to the point before, when read aloud"},
    {.name = "later", .type = FIELD_TEXT, AT(later), .flags = FIELD_REQUIRED, .help = "the button to the next point, when read aloud"},
    {.name = "facts", .type = FIELD_FACTS, AT(facts), .flags = FIELD_REQUIRED, .help = "facts that rest on the points' sources: a leaf opens those that share one with its point"},
    {.name = "walk", .type = FIELD_ASSETS, AT(walk), .help = "pictures of one stride: it walks up the first ridge; the first one stands"},
    {.name = "walk-width", .type = FIELD_NUM, AT(walk_w), .flags = FIELD_POSITIVE, .max = 1000, .def = "200", .unit = "canvas px", .help = "its width"},
    {.name = "walk-light", .type = FIELD_COLOR, AT(walk_light), .def = "#FFFFFF", .help = "light on it"},
    {.name = "stand", .type = FIELD_POINT, AT(stand), .unit = "canvas px", .help = "where its lower left corner ends, from the last point"},
    {0}};

/* ---- load: points out of the register */
static bool fault(struct load_env *le, struct pos at, const char *text) {
    if (text) diag_error(le->diag, at, "%s", text);
    return false;
}

static const struct fact_value *figure_of(const struct series_point *s) {
    const struct fact_value *v = &s->figure[s->figure[SERIES_ADULTS].kind ? SERIES_ADULTS : SERIES_ANIMALS];
    return v->kind == FACT_NUM || v->kind == FACT_RANGE ? v : NULL;
}

static int method_of(const struct chart_props *p, const char *method) {
    for (int i = 0; i < p->methods.n; i++)
        if (str_eq(chart_method(p, i)->method, method)) return i;
    return -1;
}

static bool shares(const struct strs *a, const struct strs *b) {
    for (int i = 0; i < a->n; i++)
        for (int k = 0; k < b->n; k++)
            if (str_eq(a->v[i], b->v[k])) return true;
    return false;
}

/* The leaf of a point: facts that rest on one of its sources. */
static bool add_sources(struct chart_props *p, struct chart_point *c, const struct series_point *s, struct node *n, struct load_env *le) {
    const char **v = arena_array(le->arena, const char *, p->facts.n + 1);
    int had = c->sources.facts.n, k = had;
    for (int i = 0; v && i < had; i++) v[i] = c->sources.facts.v[i];
    bool any = false;
    for (int i = 0; v && i < p->facts.n; i++) {
        const struct fact *f = fact_find(le->facts, p->facts.v[i], NULL);
        bool known = false;
        if (!f || !shares(&f->sources, &s->sources)) continue;
        for (int j = 0; j < k; j++) known |= str_eq(v[j], p->facts.v[i]);
        if (!known) v[k++] = p->facts.v[i];
        any = true;
    }
    c->sources = (struct action){.kind = ACT_SOURCES, .facts = {v, k}, .pos = n->pos};
    return any || fault(le, node_at(n, "facts"), arena_printf(le->diag->arena, "no fact of the chart rests on the source of %d in '%s' (name one in 'facts')",
                                                              s->year, chart_row(p, c->row)->series));
}

static bool add_point(struct chart_props *p, int row, const struct series_point *s, struct node *n, struct load_env *le) {
    const struct fact_value *v = figure_of(s);
    int method = method_of(p, s->method);
    if (v && method >= 0 && s->year > p->to)
        diag_warn(le->diag, node_at(n, "to"), "'%s' has a count of %d, after the chart's last year (raise 'to', and lower 'per-year')", chart_row(p, row)->series, s->year);
    if (!v || method < 0 || s->year < p->from || s->year > p->to) return true;
    if (chart_high(v) * p->per_animal > p->origin.y)
        return fault(le, node_at(n, "per-animal"), arena_printf(le->diag->arena, "the count of %d in '%s' is %g: its point lies above the screen (lower 'per-animal')",
                                                                s->year, chart_row(p, row)->series, (double)chart_high(v)));
    struct chart_point *c = p->npoints ? &p->points[p->npoints - 1] : NULL;
    if (!c || c->row != row || c->year != s->year || c->readings == CHART_READINGS) {
        if (p->npoints == CHART_POINTS) return fault(le, node_at(n, "rows"), "the chart has too many points (at most 40)");
        c = &p->points[p->npoints++];
        *c = (struct chart_point){.id = arena_printf(le->arena, "%s-%d", chart_row(p, row)->id, s->year), .row = row, .method = method, .year = s->year, .told = s->told};
    }
    c->value[c->readings++] = v;
    return add_sources(p, c, s, n, le);
}

static bool load_row(struct chart_props *p, int row, struct node *n, struct load_env *le) {
    const char *id = chart_row(p, row)->series;
    const struct series *s = series_find(le->facts, id);
    if (!s) {
        if (le->facts->unread) return true;
        return fault(le, node_item_at(n, "rows", row, "series"), arena_printf(le->diag->arena, "no series '%s' in the register (see the end of scenes/facts.yaml)", id));
    }
    bool ok = true;
    int first = p->npoints;
    for (int i = 0; ok && i < s->n; i++) ok = add_point(p, row, &s->points[i], n, le);
    for (int i = first; ok && i < p->npoints; i++)
        if (p->points[i].readings > 1 && !chart_row(p, row)->both.easy)
            return fault(le, node_item_at(n, "rows", row, "both"), arena_printf(le->diag->arena, "%d of '%s' is read in two ways (give the row the text 'both')", p->points[i].year, id));
    if (ok && p->npoints == first) return fault(le, node_item_at(n, "rows", row, "series"), arena_printf(le->diag->arena, "series '%s' has no point for this chart (see its years and 'methods')", id));
    p->points[p->npoints - 1].last = true;
    return ok;
}

int chart_find(const struct chart_props *p, const char *row, int year) {
    for (int i = 0; i < p->npoints; i++)
        if (p->points[i].year == year && str_eq(chart_row(p, p->points[i].row)->id, row)) return i;
    return -1;
}

static bool load_labels(const struct chart_props *p, struct node *n, struct load_env *le) {
    bool ok = true;
    for (int i = 0; i < p->labels.n; i++) {
        const struct chart_label *l = chart_label(p, i);
        if (chart_find(p, l->row, l->year) < 0)
            ok = fault(le, node_item_at(n, "labels", i, "year"), arena_printf(le->diag->arena, "the chart shows no point of %d in '%s' (see the series of that row)", l->year, l->row));
    }
    return ok;
}

static void by_year(struct chart_point *v, int n) {
    for (int i = 1; i < n; i++) {
        struct chart_point c = v[i];
        int k = i;
        for (; k > 0 && v[k - 1].year > c.year; k--) v[k] = v[k - 1];
        v[k] = c;
    }
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct chart_props *p = props;
    bool ok = true;
    p->npoints = 0;
    p->points = arena_array(le->arena, struct chart_point, CHART_POINTS);
    if (!p->points) return false;
    if (p->rows.n < 1 || p->rows.n > CHART_ROWS) return fault(le, node_at(n, "rows"), "the chart has too many or no rows (give 1 to 3)");
    if (p->methods.n < 1 || p->methods.n > CHART_METHODS) return fault(le, node_at(n, "methods"), "the chart has too many or no methods (give 1 to 4)");
    if (p->ticks.n > CHART_TICKS || p->scale.n > CHART_TICKS) return fault(le, n->pos, "'years' or 'scale' of the chart is too long (at most 12)");
    if (p->labels.n > CHART_LABELS) return fault(le, node_at(n, "labels"), "the chart has too many labels (at most 24)");
    if (p->walk.n > CHART_FRAMES) return fault(le, node_at(n, "walk"), "the stride has too many pictures (at most 16)");
    if (p->guess_to <= p->guess_from || chart_columns(p) > CHART_COLUMNS || (p->guess_to - p->guess_from) * 2 >= CHART_SAMPLES)
        return fault(le, node_at(n, "guess-to"), "'guess-from', 'guess-to' and 'guess-step' do not give 2 to 8 places (at most 63 years)");
    for (int i = 0; i < p->methods.n; i++) ok &= icon_known(le, node_item_at(n, "methods", i, "icon"), chart_method(p, i)->icon, "");
    for (int i = 0; le->facts && i < p->rows.n; i++) ok &= load_row(p, i, n, le);
    by_year(p->points, p->npoints);
    return ok && (!le->facts || le->facts->unread || load_labels(p, n, le));
}

/* ---- where and when */
float chart_x(const struct node *n, const struct env *e, float year) {
    const struct chart_props *p = node_props(n, e);
    return n->box.x + p->origin.x + (year - (float)p->from) * p->per_year;
}
float chart_y(const struct node *n, const struct env *e, float animals) {
    const struct chart_props *p = node_props(n, e);
    return n->box.y + p->origin.y - animals * p->per_animal;
}
struct vec2 chart_value(const struct node *n, const struct env *e, struct vec2 at) {
    const struct chart_props *p = node_props(n, e);
    return (struct vec2){(at.x - n->box.x - p->origin.x) / p->per_year + (float)p->from,
                         clampf((n->box.y + p->origin.y - at.y) / p->per_animal, 0, p->most)};
}

float chart_due_ms(const struct chart_props *p, int point) {
    int k = 1;
    for (int i = 1; i <= point; i++) k += p->points[i].year != p->points[i - 1].year;
    return (float)(k * CHART_YEAR_MS);
}
/* The ridges come up to the edge of the canvas. */
static float last_front(const struct node *n, const struct env *e) { return chart_value(n, e, (struct vec2){e->w, 0}).x + CHART_WAVE; }
float chart_end_ms(const struct node *n, const struct env *e) {
    const struct chart_props *p = node_props(n, e);
    return p->npoints ? chart_due_ms(p, p->npoints - 1) + 2 * CHART_YEAR_MS : 0;
}
float chart_told_ms(const struct node *n, const struct env *e) {
    const struct chart_state *s = n->state;
    return !s->told ? -1 : e->still ? 1e6f : (float)(e->now - s->since);
}

float chart_front(const struct node *n, const struct env *e) {
    const struct chart_props *p = node_props(n, e);
    float t = chart_told_ms(n, e), end = chart_end_ms(n, e), before = 0, at = (float)p->from - CHART_WAVE;
    if (t < 0) return -1e6f;
    if (t >= end) return 1e6f;
    for (int i = 0; i < p->npoints; i++) {
        float due = chart_due_ms(p, i), year = (float)p->points[i].year;
        if (t < due) return lerpf(at, year, (t - before) / (due - before));
        before = due;
        at = year;
    }
    return lerpf(at, last_front(n, e), (t - before) / (end - before));
}

const char *chart_text(struct node *n, struct env *e, const struct text_ref *t, const struct chart_point *c, int year, float guess) {
    (void)n;
    if (!t->easy) return "";
    const struct fact_value *v = c ? c->value[0] : NULL, *other = c && c->readings > 1 ? c->value[1] : v;
    struct msg_arg own[7] = {{.name = "guess", .num = (double)roundf(guess), .decimals = 0}, {.name = "year", .num = year, .unit = "year", .decimals = 0},
                             {.name = "told", .num = c && c->told ? c->told : year, .unit = "year", .decimals = 0}};
    if (v) {
        own[3] = (struct msg_arg){.name = "value", .word = env_value(e, e->layout, v, true)};
        own[4] = (struct msg_arg){.name = "other", .word = env_value(e, e->layout, other, true)};
        own[5] = (struct msg_arg){.name = "figure", .word = env_value(e, e->layout, v, false)};
        own[6] = (struct msg_arg){.name = "count", .num = (double)chart_high(v), .decimals = v->decimals};
    }
    return env_say(e, e->layout, t, own, v ? 7 : 3);
}

/* ---- life */
static bool says(const struct env *e, const char *var, const char *word) {
    struct value v = vars_get(e->vars, var);
    return v.kind == VALUE_WORD && str_eq(v.word, word);
}

static int asked_now(const struct chart_props *p, const struct env *e) {
    for (int i = 0; i < p->npoints; i++)
        if (says(e, p->asked, p->points[i].id)) return i;
    return -1;
}

static void init(struct node *n, struct env *e) {
    const struct chart_props *p = node_props(n, e);
    struct chart_state *s = n->state;
    chart_line_init(&s->line, p->guess_to - p->guess_from);
    s->asked = s->laid = -1;
    s->told = says(e, p->stage, "told");
    s->since = e->now - 1000000;    /* told before: all of it */
}

static void count_guess(struct node *n, struct env *e, struct effects *fx) {
    const struct chart_props *p = node_props(n, e);
    const struct chart_state *s = n->state;
    int k = 0;
    float v;
    for (int i = 0; i < chart_columns(p); i++) k += chart_line_at(&s->line, (float)(i * p->guess_step), &v);
    effects_set_num(fx, p->guess, k);
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct chart_props *p = node_props(n, e);
    struct chart_state *s = n->state;
    bool told = says(e, p->stage, "told");
    if (told != s->told) {
        s->told = told;
        s->since = e->now;
        e->relayout = true;    /* what the line says, in words */
        if (!told) chart_line_init(&s->line, p->guess_to - p->guess_from), count_guess(n, e, fx);
    }
    s->asked = told ? asked_now(p, e) : -1;
    if (s->asked != s->laid) e->relayout = true;
    float t = chart_told_ms(n, e);
    if (told && t < chart_end_ms(n, e) + CHART_POP_MS) env_next_frame(e);
    bool moving = false;
    if (!told && chart_line_empty(&s->line)) env_ambient(e, &moving);
    if (moving) env_next_frame(e);
}

/* ---- fingers and keys */
static struct vec2 in_line(const struct node *n, const struct env *e, struct vec2 at) {
    const struct chart_props *p = node_props(n, e);
    struct vec2 v = chart_value(n, e, at);
    return (struct vec2){v.x - (float)p->guess_from, v.y};
}

static void draw_line(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct chart_state *s = n->state;
    if (ev->kind == NODE_DOWN) {
        s->dragged = false;
        s->finger = in_line(n, e, ev->at);
        return;
    }
    float dx = ev->at.x - ev->start.x, dy = ev->at.y - ev->start.y;
    if (!s->dragged && dx * dx + dy * dy < 24 * 24) return;
    s->dragged = true;
    struct vec2 to = in_line(n, e, ev->at);
    chart_line_stroke(&s->line, s->finger, to);
    s->finger = to;
    count_guess(n, e, fx);
}

static void put_column(struct node *n, struct env *e, int column, float value, struct effects *fx) {
    const struct chart_props *p = node_props(n, e);
    struct chart_state *s = n->state;
    if (column < 0 || column >= chart_columns(p)) return;
    chart_line_put(&s->line, (float)(column * p->guess_step), clampf(value, 0, p->most));
    count_guess(n, e, fx);
}

static void on_column(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct chart_props *p = node_props(n, e);
    struct chart_state *s = n->state;
    int column = ev->item - CHART_COLUMN;
    float now = 0;
    chart_line_at(&s->line, (float)(column * p->guess_step), &now);
    switch (ev->kind) {
    case NODE_DOWN: case NODE_MOVE: draw_line(n, e, ev, fx); break;
    case NODE_UP: case NODE_CANCEL: s->dragged = false; break;
    case NODE_ACTIVATE:
        if (ev->finger >= 0) put_column(n, e, column, chart_value(n, e, ev->at).y, fx);
        else put_column(n, e, column, now + 10 > p->most ? 0 : now + 10, fx);
        break;
    case NODE_KEY: put_column(n, e, column, now + (ev->key == KEY_UP || ev->key == KEY_RIGHT ? 5.0f : -5.0f), fx); break;
    }
}

/* Marks stand close: the one nearest to the finger is meant. */
static int nearest(const struct node *n, const struct env *e, struct vec2 at) {
    const struct chart_props *p = node_props(n, e);
    int best = -1;
    float least = 1e9f, front = chart_front(n, e);
    for (int i = 0; i < p->npoints; i++) {
        const struct chart_point *c = &p->points[i];
        for (int k = 0; k < c->readings; k++) {
            float d = hypotf(at.x - chart_x(n, e, (float)c->year), at.y - chart_y(n, e, chart_mid(c->value[k])));
            if (d < least && (float)c->year <= front) least = d, best = i;
        }
    }
    return best;
}

static void ask(struct node *n, struct env *e, int point, struct effects *fx) {
    const struct chart_props *p = node_props(n, e);
    const struct chart_state *s = n->state;
    bool close = point < 0 || point >= p->npoints || point == s->asked;
    effects_set(fx, p->asked, (struct value){.kind = VALUE_WORD, .word = close ? "none" : p->points[point].id});
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct chart_props *p = node_props(n, e);
    struct chart_state *s = n->state;
    if (ev->item < CHART_POINT) {
        if (!s->told) on_column(n, e, ev, fx);
        return;
    }
    if (ev->kind != NODE_ACTIVATE) return;
    if (ev->item < CHART_CARD) ask(n, e, ev->finger >= 0 ? nearest(n, e, ev->at) : ev->item - CHART_POINT, fx);
    else if (s->asked < 0) return;
    else if (ev->item == CHART_LEAF) effects_action(fx, n, &p->points[s->asked].sources);
    else if (ev->item == CHART_CARD) ask(n, e, -1, fx);
    else ask(n, e, (s->asked + (ev->item == CHART_LATER ? 1 : p->npoints - 1)) % p->npoints, fx);
}

const struct element_kind ELEMENT_CHART = {
    .name = "chart", .help = "counts over the years as ridges of a landscape: guess first, then the points come up and can be asked",
    .fields = FIELDS, .props_size = sizeof(struct chart_props), .state_size = sizeof(struct chart_state), .args = ARGS,
    .load = load, .init = init, .arrange = chart_bake, .tick = tick, .draw = chart_draw, .event = event};
