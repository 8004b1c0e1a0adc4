/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_draw.c - the chart as it stands now. */
#include <draw/land.h>
#include <draw/paper.h>
#include <scene/chart_view.h>
#include <scene/keys.h>
#include <scene/track.h>

#define STRIP 2.0f           /* a ridge that comes up is shown in strips so wide */
#define HINT_S 5.0           /* the hand goes once over the picture */
#define DROP 26.0f

struct view { struct node *n; struct paint *pt; struct env *e; const struct chart_props *p; const struct chart_state *s; const struct chart_look *k; float front; };

static void put(const struct view *w, uint64_t key, float x, float y, float half_w, float half_h, float alpha) {
    paint_picture(w->pt, key, (struct box){x - half_w, y - half_h, 2 * half_w, 2 * half_h}, alpha);
}
static float x_of(const struct view *w, float year) { return chart_x(w->n, w->e, year); }
static float y_of(const struct view *w, float animals) { return chart_y(w->n, w->e, animals); }

/* The card lies there, or its shadow: words that would peep out are not shown. */
static bool under_card(const struct view *w, struct box b) { return w->s->asked >= 0 && boxes_meet(b, box_grow(w->k->card.box, PAPER_MARGIN)); }

/* ---- ridges come up as a wave from the first year on */
static void draw_strips(const struct view *w, const struct chart_ridge *r) {
    struct paint mine = *w->pt;
    float done = x_of(w, w->front), end = fminf(x_of(w, w->front + CHART_WAVE), w->e->w), floor = y_of(w, 0) + 16;
    struct ibox before = dlist_clip(w->pt->list, paint_px(w->pt, (struct box){0, r->box.y, done, r->box.h}));
    paint_picture(w->pt, r->key, r->box, 1);
    dlist_unclip(w->pt->list, before);
    for (float x = fmaxf(0, done); x < end; x += STRIP) {
        float t = clampf(1 - (chart_value(w->n, w->e, (struct vec2){x, 0}).x - w->front) / CHART_WAVE, 0, 1);
        mine.oy = w->pt->oy + (1 - t * t * (3 - 2 * t)) * (floor + 20 - land_through(r->crest, r->n, x));
        before = dlist_clip(w->pt->list, paint_px(w->pt, (struct box){x, r->box.y, fminf(STRIP, end - x), r->box.h}));
        paint_picture(&mine, r->key, r->box, 1);
        dlist_unclip(w->pt->list, before);
    }
}

static void draw_ridges(const struct view *w) {
    for (int i = 0; i < w->p->rows.n && w->s->told; i++) {
        const struct chart_ridge *r = &w->k->ridge[i];
        if (!r->n) continue;
        if (w->front > 1e5f) paint_picture(w->pt, r->key, r->box, 1);
        else draw_strips(w, r);
        float mist = clampf((w->front - r->mist_from + CHART_WAVE) / CHART_WAVE, 0, 1);
        paint_picture(w->pt, r->mist, r->mist_box, mist);
    }
    paint_picture(w->pt, w->k->ground, w->k->ground_box, 1);
}

static void draw_axes(const struct view *w) {
    const struct chart_props *p = w->p;
    for (int i = 0; i < p->scale.n; i++) {
        float y = y_of(w, p->scale.v[i]), h = para_h(&w->k->scale[i], w->e), x = p->scale_at;
        paint_picture(w->pt, w->k->scale_line, (struct box){x + 64, y - 4, 10, 8}, 1);
        if (!under_card(w, (struct box){x, y - h / 2, para_w(&w->k->scale[i], w->e), h}))
            paint_para(w->pt, w->n, arena_printf(w->e->frame, "scale-%d", i + 1), SEM_TEXT, &w->k->scale[i], x, y - h / 2, 1);
    }
    for (int i = 0; i < p->ticks.n && (!chart_pair(w->e) || vars_hold(w->e->vars, &p->pair_years_if)); i++) {
        float x = x_of(w, p->ticks.v[i]), wide = para_w(&w->k->tick[i], w->e), y = y_of(w, 0) + 12;
        if (w->k->card.raised && under_card(w, (struct box){x - wide / 2, y, wide, para_h(&w->k->tick[i], w->e)})) continue;
        paint_para(w->pt, w->n, arena_printf(w->e->frame, "year-%d", i + 1), SEM_TEXT, &w->k->tick[i], x - 80, y, 1);
    }
}

/* ---- the visitor's line: stamps of one round dot, so that nothing is baked while a finger draws */
static void draw_line(const struct view *w) {
    enum { STEP = 5, DASH = 6, GAP = 5 };      /* px of a stamp; stamps on and off */
    for (int pass = 0; pass < 2; pass++) {
        uint64_t key = pass ? w->k->dot : w->k->dot_edge;
        int stamp = 0;
        float x0 = x_of(w, (float)w->p->guess_from), x1 = x_of(w, (float)w->p->guess_to), along = 0, last = 0, v;
        for (float x = x0; x <= x1 + .5f; x += 1) {
            if (!chart_line_at(&w->s->line, (x - x0) / w->p->per_year, &v)) continue;
            float y = y_of(w, v);
            along += x > x0 && last > 0 ? hypotf(1, y - last) : STEP;
            last = y;
            if (along < STEP) continue;
            along = fmodf(along, STEP);
            if (stamp++ % (DASH + GAP) < DASH || !w->s->told) put(w, key, x, y, 9, 9, 1);
        }
    }
}

static void column_item(const struct view *w, int i, float x, float y, bool has, float value) {
    const struct chart_props *p = w->p;
    float half = p->per_year * (float)p->guess_step / 2, top = y_of(w, p->most), left = fmaxf(0, x - half), right = fminf(w->e->w, x + half);
    struct box hit = {left, top, right - left, y_of(w, 0) + 56 - top};
    struct sem_item *it = paint_item(w->pt, w->n, arena_printf(w->e->frame, "guess-%d", p->guess_from + i * p->guess_step), CHART_COLUMN + i, SEM_SLIDER, w->k->column[i],
                                     (struct box){x - 28, y - 28, 56, 56}, hit);
    if (!it) return;
    it->drags = true;
    if (has) it->value = message_number(w->e->frame, &w->e->msg, (double)roundf(value), 0, NULL);
}

static void draw_guess(const struct view *w) {
    const struct chart_props *p = w->p;
    for (int i = 0; i < chart_columns(p); i++) put(w, w->k->guide, x_of(w, (float)(p->guess_from + i * p->guess_step)), y_of(w, p->most / 2), 6, p->most * p->per_animal / 2, 1);
    draw_line(w);
    for (int i = 0; i < chart_columns(p); i++) {
        float value = 0, x = x_of(w, (float)(p->guess_from + i * p->guess_step));
        bool has = chart_line_at(&w->s->line, (float)(i * p->guess_step), &value);
        float y = has ? y_of(w, value) : y_of(w, 0) - 30;
        put(w, has ? w->k->knob : w->k->ring, x, y, has ? 44 : 28, has ? 44 : 28, 1);
        column_item(w, i, x, y, has, value);
    }
    if (!chart_line_empty(&w->s->line)) return;
    bool moving;
    float u = (float)(fmod(env_ambient(w->e, &moving), HINT_S) / HINT_S), half = u * (float)(p->guess_to - p->guess_from);
    put(w, w->k->hint, x_of(w, (float)p->guess_from + half), y_of(w, p->most * .34f + sinf(u * 12.566f) * p->most * .05f), 84, 84, 1);
}

/* ---- points */
static float shown(const struct view *w, int point) {
    return clampf((chart_told_ms(w->n, w->e) - chart_due_ms(w->p, point)) / CHART_POP_MS, 0, 1);
}

static void draw_point(const struct view *w, int i) {
    const struct chart_point *c = &w->p->points[i];
    float a = shown(w, i), r = c->last ? CHART_LARGE : CHART_SMALL, x = x_of(w, (float)c->year), drop = DROP * (1 - ease(EASE_BACK, a)), low = -1e6f, high = 1e6f;
    if (a <= 0) return;
    bool asked = w->s->asked == i || w->n->pressed == CHART_POINT + i;
    for (int k = 0; k < c->readings; k++) {
        float y = y_of(w, chart_mid(c->value[k])) - drop;
        const struct pic_spec *bar = picset_find(w->e->pics, w->k->bar[i][k]);
        if (bar) put(w, w->k->bar[i][k], x, y, 20, (float)bar->h / w->e->scale / 2, a);
        put(w, w->k->mark[i][asked], x, y, r + 24, r + 24, a);
        low = fmaxf(low, y + r);
        high = fminf(high, y - r);
    }
    struct sem_item *it = paint_item(w->pt, w->n, c->id, CHART_POINT + i, SEM_BUTTON, w->k->said[i], (struct box){x - r, high, 2 * r, low - high}, w->k->hit[i]);
    if (it && w->s->asked == i) it->state |= SEM_SELECTED;
}

static void draw_labels(const struct view *w) {
    for (int i = 0; i < w->p->labels.n; i++) {
        const struct chart_label *l = chart_label(w->p, i);
        int at = chart_find(w->p, l->row, l->year);
        float a = at < 0 || !vars_hold(w->e->vars, &l->visible_if) ? 0 : shown(w, at);
        if (a <= 0) continue;
        const struct chart_point *c = &w->p->points[at];
        float wide = para_w(&w->k->label[i], w->e), part = (float)l->align / 2;         /* what lies on its left */
        struct vec2 to = chart_pair(w->e) ? (struct vec2){l->at.x + l->pair_move.x, l->at.y + l->pair_move.y} : l->at;
        float x = x_of(w, (float)c->year) + to.x, y = y_of(w, chart_mid(c->value[0])) + to.y;
        if (under_card(w, (struct box){x - part * wide, y, wide, para_h(&w->k->label[i], w->e)})) continue;
        paint_para(w->pt, w->n, arena_printf(w->e->frame, "label-%d", i + 1), SEM_TEXT, &w->k->label[i], x - part * w->k->label_w[i], y, a);
    }
}

/* It walks behind the wave, on the lower of its feet, and stands by the last point. */
static void draw_walker(const struct view *w) {
    const struct chart_ridge *r = &w->k->ridge[0];
    if (!w->p->walk.n || !r->n || !w->s->told) return;
    float end = r->crest[r->n - 1].x + w->p->stand.x, wide = w->k->walk_size.x, from = -wide - 20;
    float t = clampf(chart_told_ms(w->n, w->e) / chart_end_ms(w->n, w->e), 0, 1), x = lerpf(from, end, t);
    if (w->front < 1e5f) x = fminf(end, fmaxf(from, x_of(w, w->front) - wide * .9f));
    bool stands = x >= end - .5f;
    int step = stands ? 0 : (int)(chart_told_ms(w->n, w->e) / CHART_STEP_MS) % w->p->walk.n;
    float y = stands ? r->crest[r->n - 1].y + w->p->stand.y : fmaxf(land_through(r->crest, r->n, x + wide * .2f), land_through(r->crest, r->n, x + wide * .8f)) + w->p->stand.y;
    paint_picture(w->pt, w->k->walk[step], (struct box){x, y - w->k->walk_size.y, wide, w->k->walk_size.y}, 1);
}

/* The card says it in words. */
static bool has_legend(const struct view *w) {
    return w->s->told && w->s->asked < 0 && w->e->text_scale <= 1.2f && vars_hold(w->e->vars, &w->p->legend_if);
}

static void draw_legend(const struct view *w) {
    struct box b = w->k->legend_box;
    if (!has_legend(w)) return;
    paint_picture(w->pt, w->k->legend, b, 1);
    for (int i = 0; i < w->k->nsigns; i++) {
        const struct chart_sign *s = &w->k->sign[i];
        float h = para_h(&s->para, w->e), x = b.x + s->at.x, y = b.y + s->at.y, mid = y + fmaxf(h, 56) / 2;
        put(w, s->key, x + (s->text_x - 14) / 2, mid, s->size.x / 2, s->size.y / 2, 1);
        paint_para(w->pt, w->n, arena_printf(w->e->frame, "sign-%d", i + 1), SEM_TEXT, &s->para, x + s->text_x, mid - h / 2, 1);
    }
}

static void draw_chip(const struct view *w) {
    const struct chip *c = &w->k->chip;
    if (c->w <= 0 || w->front < 1e5f || !vars_hold(w->e->vars, &w->p->chip_if)) return;
    struct vec2 at = {w->n->box.x + w->p->chip_at.x - c->w / 2, w->n->box.y + w->p->chip_at.y - c->h / 2};
    if (has_legend(w) && boxes_meet((struct box){at.x, at.y, c->w, c->h}, w->k->legend_box)) at.y = w->k->legend_box.y + w->k->legend_box.h + 12;
    if (under_card(w, (struct box){at.x, at.y, c->w, c->h})) return;
    chip_draw(c, w->pt, w->n, "guess", SEM_TEXT, clampf(at.x, 20, fmaxf(20, w->e->w - c->w - 20)), at.y, 1);
}

/* ---- the card */
static void tool(const struct view *w, uint64_t key, const char *part, int item, const char *label, float x, float y, float half) {
    put(w, key, x, y, half, half, w->n->pressed == item ? .7f : 1);
    paint_item(w->pt, w->n, part, item, SEM_BUTTON, label, (struct box){x - CHART_DISC, y - CHART_DISC, 2 * CHART_DISC, 2 * CHART_DISC},
               (struct box){x - 40.5f, y - 40.5f, 81, 81});
}

static void draw_card(const struct view *w) {
    const struct chart_card *d = &w->k->card;
    if (w->s->asked < 0 || w->s->asked != w->s->laid || !d->plate) return;
    struct box b = d->box;
    bool rtl = w->e->rtl;       /* words and tools change sides; earlier stays on the left of later, as the years do */
    float y = b.y + 26, end = b.x + b.w - 36, close = rtl ? b.x + 58 : b.x + b.w - 58, first = rtl ? close : close - 82, foot = b.y + b.h - 54;
    paint_picture(w->pt, d->plate, box_grow(b, PAPER_MARGIN), 1);
    paint_item(w->pt, w->n, "card", CHART_CARD, SEM_BUTTON, w->k->close, b, b);
    paint_para(w->pt, w->n, "card-title", SEM_HEADING, &d->title, rtl ? end - d->title_wide : b.x + 36, y, 1);
    y += para_h(&d->title, w->e) + 6;
    paint_para(w->pt, w->n, "card-line", SEM_TEXT, &d->line, rtl ? end - d->wide : b.x + 36, y, 1);
    y += para_h(&d->line, w->e) + 4;
    paint_para(w->pt, w->n, "card-method", SEM_TEXT, &d->method, rtl ? end - d->method_wide : b.x + 36, y, 1);
    put(w, d->disc[0], close, b.y + 54, CHART_DISC + 2, CHART_DISC + 2, w->n->pressed == CHART_CARD ? .7f : 1);
    if (d->leaf_above) tool(w, d->leaf, "source", CHART_LEAF, w->k->leaf, rtl ? close + 82 : close - 82, b.y + 54, 40);
    else tool(w, d->leaf, "source", CHART_LEAF, w->k->leaf, rtl ? first + 164 : first - 82, foot, 40);
    tool(w, d->disc[1], "earlier", CHART_EARLIER, w->k->earlier, first, foot, CHART_DISC + 2);
    tool(w, d->disc[2], "later", CHART_LATER, w->k->later, first + 82, foot, CHART_DISC + 2);
}

void chart_draw(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    struct chart_state *s = n->state;
    struct view w = {n, pt, e, node_props(n, e), s, s->look, chart_front(n, e)};
    if (!w.k) return;
    draw_ridges(&w);
    draw_axes(&w);
    draw_walker(&w);
    if (s->told) draw_line(&w);
    else draw_guess(&w);
    for (int i = 0; s->told && i < w.p->npoints; i++) draw_point(&w, i);
    if (s->told) draw_labels(&w);
    draw_legend(&w);
    draw_chip(&w);
    draw_card(&w);
}
