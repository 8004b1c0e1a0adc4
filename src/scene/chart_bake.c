/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_bake.c - the pictures of the chart: ridges and their mist, marks, the card, the legend. */
#include <draw/icons.h>
#include <draw/land.h>
#include <draw/paper.h>
#include <scene/chart_view.h>
#include <scene/keys.h>
#include <text/pair.h>

#define DARK 0x06171CFFu
#define ASKED 0xF2A93BFFu
#define PAD_X 36.0f
#define PAD_Y 26.0f
#define LARGE 1.4f
#define NO_LIMIT 1e6f        /* of a line's width (text/para.h) */

/* ---- ridges */
static struct vec2 *crest_of(struct node *n, struct env *e, int row, int *count) {
    const struct chart_props *p = node_props(n, e);
    struct vec2 *v = arena_array(e->layout, struct vec2, p->npoints + 1);
    *count = 0;
    for (int i = 0; v && i < p->npoints; i++)
        if (p->points[i].row == row)
            v[(*count)++] = (struct vec2){chart_x(n, e, (float)p->points[i].year), chart_y(n, e, chart_mid(p->points[i].value[0]))};
    return v;
}

static void bake_ridge(struct node *n, struct env *e, int row, struct chart_ridge *r) {
    const struct chart_props *p = node_props(n, e);
    const struct chart_row *w = chart_row(p, row);
    float floor = chart_y(n, e, 0), top = floor;
    struct vec v;
    r->crest = crest_of(n, e, row, &r->n);
    if (!r->crest || !r->n) return;
    for (int i = 0; i < r->n; i++) top = fminf(top, r->crest[i].y);
    struct land_layer l = {.seed = (uint32_t)w->seed, .y = floor - 172, .amp = 1.6f, .wavelength = 150, .through = r->crest, .nthrough = r->n,
                           .fill = w->fill, .foot = w->foot, .fringe = w->fringe, .snow = w->snow, .snow_thick = 6, .shadow = true};
    vec_begin(&v, e->layout);
    land_sheet(&v, &l, -30, e->w + 30, floor + 24);
    r->box = (struct box){0, top - w->fringe * 1.5f - 40, e->w, floor + 16 - top + w->fringe * 1.5f + 40};
    r->key = env_vec(e, &v, r->box, false);
}

static bool unsure(const struct chart_point *c) {
    return c->readings > 1 || c->value[0]->kind == FACT_RANGE || chart_qualified(c->value[0], "fewer than");
}

/* Lowest and highest reading of the years from the first range to the first count after the last one. */
static int mist_edges(struct node *n, struct env *e, int row, struct vec2 *low, struct vec2 *high, float *from) {
    const struct chart_props *p = node_props(n, e);
    int k = 0, last = -1;
    for (int i = 0; i < p->npoints; i++)
        if (p->points[i].row == row && unsure(&p->points[i])) last = i;
    for (int i = 0; i < p->npoints; i++) {
        const struct chart_point *c = &p->points[i];
        if (c->row != row || (k == 0 && !unsure(c))) continue;
        float lo = chart_low(c->value[0]), hi = chart_high(c->value[0]), x = chart_x(n, e, (float)c->year);
        for (int j = 1; j < c->readings; j++) lo = fminf(lo, chart_low(c->value[j])), hi = fmaxf(hi, chart_high(c->value[j]));
        if (k == 0) *from = (float)c->year;
        low[k] = (struct vec2){x, chart_y(n, e, lo) + 6};
        high[k++] = (struct vec2){x, chart_y(n, e, hi) - 6};
        if (i > last) break;
    }
    return k > 1 ? k : 0;
}

static float soft(float t) {
    t = clampf(t, 0, 1);
    return t * t * (3 - 2 * t);
}

/* Sheets of mist, one inside the other: its edges are soft, its ends run out. */
static void bake_mist(struct node *n, struct env *e, int row, struct chart_ridge *r) {
    enum { SHEETS = 9, EDGE = 96 };
    const struct chart_props *p = node_props(n, e);
    const struct chart_row *w = chart_row(p, row);
    struct vec2 low[CHART_POINTS], high[CHART_POINTS], edge[2 * EDGE];
    int k = (w->mist & 255u) ? mist_edges(n, e, row, low, high, &r->mist_from) : 0;
    if (!k) return;
    float x0 = low[0].x - 70, x1 = low[k - 1].x + 40, top = high[0].y, bottom = low[0].y;
    for (int i = 1; i < k; i++) top = fminf(top, high[i].y), bottom = fmaxf(bottom, low[i].y);
    struct vec v;
    vec_begin(&v, e->layout);
    for (int s = 0; s < SHEETS; s++) {
        for (int m = 0; m < EDGE; m++) {
            float x = lerpf(x0, x1, (float)m / (EDGE - 1));
            float y0 = land_through(high, k, x), y1 = land_through(low, k, x), mid = (y0 + y1) / 2;
            float half = fmaxf(0, (y1 - y0) / 2 + 26 - 5 * (float)s) * soft((x - x0) / 110) * soft((x1 - x) / 90);
            edge[m] = (struct vec2){x, mid - half};
            edge[2 * EDGE - 1 - m] = (struct vec2){x, mid + half};
        }
        for (int m = 0; m < 2 * EDGE; m++) m ? vec_line(&v, edge[m].x, edge[m].y) : vec_move(&v, edge[m].x, edge[m].y);
        vec_close(&v);
        vec_fill(&v, rgba_alpha(w->mist, .13f * (float)(w->mist & 255u) / 255));
    }
    r->mist_box = (struct box){x0 - 30, top - 50, x1 - x0 + 60, bottom - top + 100};
    r->mist = env_vec(e, &v, r->mist_box, false);
}

static void bake_ground(struct node *n, struct env *e, struct chart_look *k) {
    const struct chart_props *p = node_props(n, e);
    float y = chart_y(n, e, 0) + 2;
    struct land_layer l = {.seed = 58, .y = y, .amp = 2, .wavelength = 700, .fill = p->ground, .foot = p->ground_foot};
    struct vec v;
    vec_begin(&v, e->layout);
    land_sheet(&v, &l, -20, e->w + 20, e->h + 20);
    k->ground_box = (struct box){0, y - 12, e->w, fmaxf(1, e->h - y + 12)};
    k->ground = env_vec(e, &v, k->ground_box, false);
}

/* ---- marks */
static void mark_shape(struct vec *v, float r, bool diamond, rgba fill, rgba rim, float rim_w) {
    if (!diamond) {
        paper_disc(v, 0, 0, r, fill, rim, rim_w);
        return;
    }
    vec_save(v);
    vec_rotate(v, .7853982f);
    vec_rrect(v, (struct box){-r * .86f, -r * .86f, r * 1.72f, r * 1.72f}, 5);
    vec_keep(v);
    vec_fill(v, fill);
    vec_stroke(v, rim, rim_w, 0, 0);
    vec_restore(v);
}

static uint64_t mark(struct env *e, const char *icon, float r, bool diamond, rgba fill, bool asked) {
    struct vec v;
    float s = r * (diamond ? 1.12f : 1.24f), out = r + 24;
    vec_begin(&v, e->layout);
    if (asked) mark_shape(&v, r + 9, diamond, ASKED, INK_SNOW, 4);
    mark_shape(&v, asked ? r + 1 : r, diamond, fill, DARK, 4);
    icon_draw(&v, icon, -s / 2, -s / 2, s, DARK, false);
    return env_vec(e, &v, (struct box){-out, -out, 2 * out, 2 * out}, false);
}

static rgba mark_color(const struct chart_props *p, int row, int method) {
    rgba own = chart_row(p, row)->color;
    return own & 255u ? own : chart_method(p, method)->color;
}

static void outline(struct vec *v) {
    vec_keep(v);
    vec_stroke(v, rgba_alpha(INK_SNOW, .6f), 9, 0, 0);
    vec_stroke(v, DARK, 5, 0, 0);
}

/* The span of a reading, or the arrow of a count that is the least. Its origin is the mark's middle. */
static uint64_t bar(struct node *n, struct env *e, const struct fact_value *v, float r) {
    const struct chart_props *p = node_props(n, e);
    struct vec d;
    vec_begin(&d, e->layout);
    if (v->kind == FACT_RANGE) {
        float h = (chart_high(v) - chart_low(v)) / 2 * p->per_animal;
        if (h < r + 3) h = r + 3;
        for (int s = -1; s <= 1; s += 2) {
            vec_move(&d, -11, (float)s * h);
            vec_line(&d, 11, (float)s * h);
            vec_move(&d, 0, (float)s * h);
            vec_line(&d, 0, (float)s * r);
        }
        outline(&d);
        return env_vec(e, &d, (struct box){-20, -h - 8, 40, 2 * h + 16}, false);
    }
    bool least = chart_qualified(v, "at least") || chart_qualified(v, "more than"), most = chart_qualified(v, "fewer than") || chart_qualified(v, "up to");
    if (!least && !most) return 0;
    float s = least ? -1 : 1;
    vec_move(&d, 0, s * (r + 4));
    vec_line(&d, 0, s * (r + 26));
    vec_move(&d, -10, s * (r + 16));
    vec_line(&d, 0, s * (r + 28));
    vec_line(&d, 10, s * (r + 16));
    outline(&d);
    float out = r + 36;
    return env_vec(e, &d, (struct box){-20, -out, 40, 2 * out}, false);
}

static void bake_points(struct node *n, struct env *e, struct chart_look *k) {
    const struct chart_props *p = node_props(n, e);
    for (int i = 0; i < p->npoints; i++) {
        const struct chart_point *c = &p->points[i];
        const struct chart_row *w = chart_row(p, c->row);
        float r = c->last ? CHART_LARGE : CHART_SMALL;
        for (int a = 0; a < 2; a++) k->mark[i][a] = mark(e, chart_method(p, c->method)->icon, r, w->diamond, mark_color(p, c->row, c->method), a);
        for (int a = 0; a < c->readings; a++) k->bar[i][a] = bar(n, e, c->value[a], r);
        bool both = c->readings > 1;
        const char *title = chart_text(n, e, both ? &p->title_both : &p->title, c, c->year, 0);
        k->said[i] = pair_chain(e->layout, title, " ", chart_text(n, e, both ? &w->both : &w->line, c, c->year, 0));
    }
}

/* ---- touch boxes. Neighbours share the room between them: each goes half of the way, where it is shorter. */
static void part(struct box *a, struct box *b) {
    float dx = b->x + b->w / 2 - a->x - a->w / 2, dy = b->y + b->h / 2 - a->y - a->h / 2;
    float x = (a->w + b->w) / 2 - fabsf(dx), y = (a->h + b->h) / 2 - fabsf(dy);
    if (x <= 0 || y <= 0) return;
    float by = copysignf(fminf(x, y) / 2, x < y ? dx : dy);
    float *from = x < y ? &a->x : &a->y, *to = x < y ? &b->x : &b->y;
    *from -= by;
    *to += by;
}

static void bake_hits(struct node *n, struct env *e, struct chart_look *k) {
    enum { ROUNDS = 24 };
    const struct chart_props *p = node_props(n, e);
    const struct chart_state *s = n->state;
    for (int i = 0; i < p->npoints; i++) {
        const struct chart_point *c = &p->points[i];
        float r = c->last ? CHART_LARGE : CHART_SMALL, a = chart_y(n, e, chart_mid(c->value[0])), b = chart_y(n, e, chart_mid(c->value[c->readings - 1]));
        float w = fmaxf(CHART_HIT, 2 * r), h = fmaxf(CHART_HIT, fabsf(a - b) + 2 * r);
        k->hit[i] = (struct box){chart_x(n, e, (float)c->year) - w / 2, (a + b - h) / 2, w, h};
    }
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < p->npoints; i++)
            for (int j = i + 1; j < p->npoints; j++) part(&k->hit[i], &k->hit[j]);
    for (int i = 0; s->asked >= 0 && i < p->npoints; i++)
        if (boxes_meet(k->hit[i], k->card.box)) k->hit[i].w = 0;
}

/* ---- words in the picture. Years go from left to right in every language: so do the sides of what stands by the points. */
static enum text_align left_or_right(const struct env *e, int align) {
    if (!e->rtl || align == ALIGN_CENTER) return (enum text_align)align;
    return align == ALIGN_START ? ALIGN_END : ALIGN_START;
}

/* Two languages that are written from opposite sides keep together: in the width that the wider one needs. */
static void label(struct env *e, const char *text, struct text_style st, float width, struct para *out, float *set_in) {
    *set_in = width;
    if (!safe_para(e, text, st, width, out) || !out->both || para_w(out, e) >= width) return;
    *set_in = para_w(out, e);
    safe_para(e, text, st, *set_in, out);
}

static void bake_labels(struct node *n, struct env *e, struct chart_look *k) {
    const struct chart_props *p = node_props(n, e);
    for (int i = 0; i < p->ticks.n; i++) {
        struct text_style st = {.token = STYLE_H3, .px = 36 * e->scale, .ink = 0xCFE2E0FFu, .align = ALIGN_CENTER};
        safe_para(e, message_number(e->layout, &e->msg, (double)p->ticks.v[i], 0, "year"), st, 160, &k->tick[i]);
    }
    for (int i = 0; i < p->scale.n; i++) {
        struct text_style st = {.token = STYLE_H3, .px = 34 * e->scale, .ink = DARK, .align = left_or_right(e, ALIGN_START)};
        safe_para(e, message_number(e->layout, &e->msg, (double)p->scale.v[i], 0, NULL), st, 120, &k->scale[i]);
    }
    for (int i = 0; i < p->labels.n; i++) {
        const struct chart_label *l = chart_label(p, i);
        int at = chart_find(p, l->row, l->year);
        struct text_style st = {.token = (enum style_token)l->style, .ink = l->ink, .align = left_or_right(e, l->align), .fit = true, .beside = true, .alone = l->alone};
        if (at >= 0) label(e, chart_text(n, e, &l->text, &p->points[at], l->year, 0), st, chart_pair(e) && l->pair_width > 0 ? l->pair_width : l->width, &k->label[i], &k->label_w[i]);
    }
    for (int i = 0; i < chart_columns(p); i++) k->column[i] = chart_text(n, e, &p->column, NULL, p->guess_from + i * p->guess_step, 0);
}

static void bake_lines(struct node *n, struct env *e, struct chart_look *k) {
    const struct chart_props *p = node_props(n, e);
    struct vec v;
    float w = n->box.x + p->per_year * (float)(p->to - p->from + 1), h = p->most * p->per_animal;
    vec_begin(&v, e->layout);
    vec_move(&v, 4, 4);
    vec_line(&v, w, 4);
    vec_stroke(&v, rgba_alpha(DARK, .55f), 2.5f, 2, 13);
    k->scale_line = env_vec(e, &v, (struct box){0, 0, w + 8, 8}, false);
    vec_begin(&v, e->layout);
    vec_move(&v, 6, 6);
    vec_line(&v, 6, h);
    vec_stroke(&v, rgba_alpha(INK_SNOW, .42f), 4, 1, 15);
    k->guide = env_vec(e, &v, (struct box){0, 0, 12, h + 6}, false);
    for (int i = 0; i < 2; i++) {
        vec_begin(&v, e->layout);
        vec_circle(&v, 0, 0, i ? 4.5f : 6.5f);
        vec_fill(&v, i ? p->guess_color : rgba_mix(p->guess_color, DARK, .55f));
        *(i ? &k->dot : &k->dot_edge) = env_vec(e, &v, (struct box){-9, -9, 18, 18}, false);
    }
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, 20, p->guess_color, INK_SNOW, 5);
    k->knob = env_vec(e, &v, (struct box){-44, -44, 88, 88}, false);
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, 20);
    vec_keep(&v);
    vec_fill(&v, rgba_alpha(DARK, .5f));
    vec_stroke(&v, p->guess_color, 5, 0, 0);
    icon_draw(&v, "up", -13, -14, 26, INK_SNOW, false);
    k->ring = env_vec(e, &v, (struct box){-28, -28, 56, 56}, false);
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, 44, p->guess_color, INK_SNOW, 5);
    icon_draw(&v, "hand", -28, -28, 56, DARK, false);
    k->hint = env_vec(e, &v, (struct box){-84, -84, 168, 168}, false);
    vec_begin(&v, e->layout);
    icon_draw(&v, "up", -20, -24, 40, INK_SNOW, false);
    vec_move(&v, 0, -10);
    vec_line(&v, 0, 18);
    vec_stroke(&v, INK_SNOW, 5, 0, 0);
    k->arrow = env_vec(e, &v, (struct box){-24, -28, 48, 56}, false);
}

/* ---- legend: marks and words in rows, as many as the width wants */
static void sign(struct env *e, struct chart_look *k, const char *text, uint64_t key, float pic, struct vec2 size) {
    struct chart_sign *s = &k->sign[k->nsigns];
    struct text_style st = {.token = STYLE_LABEL, .ink = INK_SNOW, .align = left_or_right(e, ALIGN_START)};
    if (!text || !*text || !safe_para(e, text, st, chart_pair(e) ? NO_LIMIT : 700, &s->para)) return;     /* a pair: as wide as the wider language */
    s->key = key;
    s->size = size;
    s->text_x = pic + 14;
    k->nsigns++;
}

static uint64_t dashes(struct env *e, rgba color) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, 6, 10);
    vec_line(&v, 26, 10);
    vec_move(&v, 46, 10);
    vec_line(&v, 66, 10);
    vec_stroke(&v, color, 9, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, 72, 20}, false);
}

static void bake_legend(struct node *n, struct env *e, struct chart_look *k) {
    const struct chart_props *p = node_props(n, e);
    const float r = CHART_SMALL, out = 2 * (r + 24), pad = 24, above = chart_pair(e) ? 5 : 8;
    for (int i = 0; i < p->methods.n; i++) {
        const struct chart_method *m = chart_method(p, i);
        if (m->label.easy) sign(e, k, env_text(e, &m->label), mark(e, m->icon, r, false, m->color, false), 2 * r, (struct vec2){out, out});
    }
    for (int i = 0; i < p->rows.n; i++) {
        const struct chart_row *w = chart_row(p, i);
        if (w->name.easy) sign(e, k, env_text(e, &w->name), mark(e, "camera", r, w->diamond, mark_color(p, i, 0), false), 2 * r, (struct vec2){out, out});
    }
    sign(e, k, env_text(e, &p->least), k->arrow, 28, (struct vec2){48, 56});
    sign(e, k, env_text(e, &p->guess_name), dashes(e, p->guess_color), 66, (struct vec2){72, 20});
    float x = 0, y = 0, widest = 0, row = fmaxf(56, 46 * style_growth(STYLE_LABEL, e->text_scale));
    for (int i = 0; chart_pair(e) && i < k->nsigns; i++) row = fmaxf(row, para_h(&k->sign[i].para, e) + 6);
    for (int i = 0; i < k->nsigns; i++) {
        struct chart_sign *s = &k->sign[i];
        float w = s->text_x + para_w(&s->para, e);
        if (x > 0 && x + w > p->legend_w - 2 * pad) x = 0, y += row;
        s->at = (struct vec2){x + pad, y + above};
        x += w + 40;
        widest = fmaxf(widest, x - 40);
    }
    k->legend_box = (struct box){n->box.x + p->legend_at.x, n->box.y + p->legend_at.y, widest + 2 * pad, y + row + 2 * above};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rrect(&v, (struct box){0, 0, k->legend_box.w, k->legend_box.h}, 36);
    vec_fill(&v, rgba_alpha(DARK, .62f));
    k->legend = env_vec(e, &v, (struct box){0, 0, k->legend_box.w, k->legend_box.h}, false);
}

/* ---- the card of the point that is asked */
static uint64_t disc(struct env *e, const char *icon) {
    struct vec v;
    float r = CHART_DISC;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, r);
    vec_fill(&v, 0x12353FFFu);
    icon_draw(&v, icon, -18, -18, 36, INK_SNOW, false);
    return env_vec(e, &v, (struct box){-r - 2, -r - 2, 2 * r + 4, 2 * r + 4}, false);
}

/* Its words, and the room that they take. */
static void set_card(struct node *n, struct env *e, struct chart_card *d, const struct chart_point *c) {
    const struct chart_props *p = node_props(n, e);
    bool both = c->readings > 1, large = e->text_scale >= LARGE;
    float w = large ? p->card_large_w : p->card_w, tool = 81;
    d->leaf_above = chart_pair(e);
    d->title_wide = w - 2 * PAD_X - (d->leaf_above ? 2 : 1) * tool;
    d->wide = w - 2 * PAD_X - tool;
    d->method_wide = w - 2 * PAD_X - (d->leaf_above ? 2 : 3) * tool - 8;
    struct text_style h = {.token = STYLE_H2, .ink = DARK, .max_lines = 1, .fit = true, .beside = true, .one_line = true}, b = {.token = STYLE_LABEL, .ink = DARK}, m = {.token = STYLE_SMALL, .ink = 0x12353FFFu};
    const struct chart_row *row = chart_row(p, c->row);
    safe_para(e, chart_text(n, e, both ? &p->title_both : &p->title, c, c->year, 0), h, d->title_wide, &d->title);
    safe_para(e, chart_text(n, e, both ? &row->both : &row->line, c, c->year, 0), b, d->wide, &d->line);
    safe_para(e, chart_text(n, e, &chart_method(p, c->method)->text, c, c->year, 0), m, d->method_wide, &d->method);
    float height = fmaxf(2 * PAD_Y + para_h(&d->title, e) + 6 + para_h(&d->line, e) + 4 + para_h(&d->method, e), 2 * 81 + 2 * 16);
    struct vec2 at = large ? p->card_large_at : p->card_at;
    d->raised = !large && p->card_foot > 0 && at.y + height > p->card_foot;
    if (d->raised) at.y = p->card_foot - height;
    d->box = (struct box){n->box.x + at.x, n->box.y + at.y, w, height};
}

static void bake_card(struct node *n, struct env *e, struct chart_look *k, const struct chart_point *c) {
    struct chart_card *d = &k->card;
    set_card(n, e, d, c);
    struct vec v;
    struct box own = {0, 0, d->box.w, d->box.h};
    vec_begin(&v, e->layout);
    paper_card(&v, own, 28, INK_SNOW);
    d->plate = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
    d->disc[0] = disc(e, "cross");
    d->disc[1] = disc(e, "back");
    d->disc[2] = disc(e, "next");
    vec_begin(&v, e->layout);
    paper_leaf(&v, 40, 40, 24, true);
    d->leaf = env_vec(e, &v, (struct box){0, 0, 80, 80}, false);
}

static void bake_chip(struct node *n, struct env *e, struct chart_look *k) {
    const struct chart_props *p = node_props(n, e);
    const struct chart_state *s = n->state;
    const struct chart_point *last = NULL;
    float v = 0;
    for (int i = 0; i < p->npoints; i++)
        if (p->points[i].row == 0 && p->points[i].last) last = &p->points[i];
    if (!s->told || !last || !chart_line_at(&s->line, (float)(last->year - p->guess_from), &v)) return;
    struct text_style st = {.token = STYLE_BUTTON, .ink = DARK, .align = ALIGN_CENTER, .beside = true};
    chip_make(&k->chip, e, chart_text(n, e, &p->guess_chip, NULL, last->year, v), st, CHIP_PILL, p->guess_color, p->chip_w);
}

void chart_bake(struct node *n, struct env *e) {
    const struct chart_props *p = node_props(n, e);
    struct chart_state *s = n->state;
    struct chart_look *k = s->look = arena_new(e->layout, struct chart_look);
    s->laid = s->asked;
    if (!k) return;
    *k = (struct chart_look){.close = env_text(e, &p->close), .leaf = env_text(e, &p->leaf), .earlier = env_text(e, &p->earlier), .later = env_text(e, &p->later)};
    for (int i = 0; i < p->rows.n; i++) {
        bake_ridge(n, e, i, &k->ridge[i]);
        bake_mist(n, e, i, &k->ridge[i]);
    }
    bake_ground(n, e, k);
    bake_points(n, e, k);
    bake_labels(n, e, k);
    bake_lines(n, e, k);
    bake_legend(n, e, k);
    bake_chip(n, e, k);
    if (s->asked >= 0) bake_card(n, e, k, &p->points[s->asked]);
    bake_hits(n, e, k);
    for (int i = 0; i < p->walk.n; i++) k->walk[i] = env_asset(e, p->walk.v[i], p->walk_w, 0, false, p->walk_light, 0, &k->walk_size);
}
