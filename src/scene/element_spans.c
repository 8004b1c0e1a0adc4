/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_spans.c - reported lengths as strips of paper over a ruler: full up to the least, striped up to the most. */
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/keys.h>
#include <scene/look.h>

enum { SPANS = 5, MARKS = 21 };
#define STRIP 30.0f
#define GAP 14.0f
#define TICK 26.0f

struct span { const char *id, *fact; struct text_ref label; rgba color; double least, most; };
struct props { float unit_px, step; int count; const char *unit; struct list spans; rgba ink; };
struct state { uint64_t ruler, strip[SPANS]; struct para name[SPANS], mark[MARKS]; float y[SPANS], foot; };

#define AT(m) offsetof(struct span, m)
static const struct field SPAN[] = {
    {"id", FIELD_ID, AT(id), FIELD_REQUIRED, 0, 0, NULL, NULL, "name of the strip", NULL, NULL, 0},
    {"fact", FIELD_FACT, AT(fact), FIELD_REQUIRED, 0, 0, NULL, NULL, "the length, a number or a range", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "words above it", NULL, NULL, 0},
    {"color", FIELD_COLOR, AT(color), 0, 0, 0, "larch-300", NULL, "of the strip", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"unit-px", FIELD_NUM, AT(unit_px), FIELD_REQUIRED | FIELD_POSITIVE, 0, 500, NULL, "canvas px", "length of a unit", NULL, NULL, 0},
    {"step", FIELD_NUM, AT(step), FIELD_POSITIVE, 0, 10000, "50", NULL, "units from number to number on the ruler; a mark at every fifth of it", NULL, NULL, 0},
    {"count", FIELD_INT, AT(count), FIELD_REQUIRED | FIELD_POSITIVE, 1, MARKS - 1, NULL, NULL, "how many of these steps", NULL, NULL, 0},
    {"unit", FIELD_STR, AT(unit), 0, 0, 0, "cm", NULL, "unit of measure, as in the fact register", NULL, NULL, 0},
    {"ink", FIELD_COLOR, AT(ink), 0, 0, 0, "snow", NULL, "ruler and words", NULL, NULL, 0},
    {"spans", FIELD_LIST, AT(spans), FIELD_REQUIRED, 0, 0, NULL, NULL, "the strips, from the top", NULL, SPAN, sizeof(struct span)},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    if (p->spans.n < 1 || p->spans.n > SPANS) {
        diag_error(le->diag, node_at(n, "spans"), "'%s' has %d strips (give 1 to %d)", n->common[0].id, p->spans.n, SPANS);
        return false;
    }
    bool ok = true;
    for (int i = 0; i < p->spans.n; i++) {
        struct span *s = (struct span *)p->spans.items + i;
        const struct fact_value *v = NULL;
        s->least = s->most = 0;
        if (!le->facts || !fact_find(le->facts, s->fact, &v) || !v) continue;    /* the check of references speaks */
        s->least = v->kind == FACT_RANGE ? v->min : v->num;
        s->most = v->kind == FACT_RANGE ? v->max : v->num;
        if (v->kind != FACT_TEXT && s->most <= (double)p->step * p->count) continue;
        diag_error(le->diag, node_item_at(n, "spans", i, "fact"), "strip '%s' does not fit on the ruler of %g (name a length, or make the ruler longer)", s->id,
                   (double)p->step * p->count);
        ok = false;
    }
    return ok;
}

static bool turned(const struct node *n, const struct env *e) { return e->rtl && !node_common(n, e)->keep_side; }

static void bake_strip(struct env *e, const struct props *p, const struct span *s, struct state *st, int i, bool turn) {
    float least = (float)s->least * p->unit_px, most = (float)s->most * p->unit_px;
    struct box all = {0, 0, fmaxf(most, 1), STRIP};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_rrect(&v, all, 8);
    vec_fill(&v, rgba_mix(s->color, 0x0F333CFFu, .62f));
    vec_shadow_end(&v, 0, 4, 5, 0x020C1066u);
    vec_save(&v);
    vec_rrect(&v, all, 8);
    vec_clip(&v);
    look_fill(&v, LOOK_STRIPES, all, s->color);
    vec_rect(&v, (struct box){turn ? all.w - least : 0, 0, least, STRIP});
    vec_fill(&v, s->color);
    vec_restore(&v);
    st->strip[i] = env_vec(e, &v, box_grow(all, 20), false);
}

static void bake_ruler(struct node *n, struct env *e, const struct props *p, struct state *s) {
    float w = p->step * (float)p->count * p->unit_px;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, 0, 0);
    vec_line(&v, w, 0);
    vec_stroke(&v, p->ink, 4, 0, 0);
    for (int i = 0; i <= p->count * 5; i++) {
        float x = w * (float)i / (float)(p->count * 5);
        vec_move(&v, x, 0);
        vec_line(&v, x, i % 5 ? TICK * .5f : TICK);
        vec_stroke(&v, p->ink, i % 5 ? 3 : 5, 0, 0);
    }
    s->ruler = env_vec(e, &v, (struct box){-8, -8, w + 16, TICK + 16}, false);
    struct text_style st = {.token = STYLE_SMALL, .ink = p->ink, .align = ALIGN_CENTER, .max_lines = 1};
    for (int i = 0; i <= p->count; i++)
        safe_para(e, message_number(e->layout, &e->msg, (double)p->step * i, 0, i == p->count ? p->unit : NULL), st, 200, &s->mark[i]);
    (void)n;
}

/* The words above the strips, from the top. Returns where the ruler begins. */
static float set_names(struct env *e, const struct props *p, float w, struct para *name, float *y) {
    struct text_style st = {.token = STYLE_LABEL, .ink = p->ink, .beside = true};
    float at = 0;
    for (int i = 0; i < p->spans.n; i++) {
        safe_para(e, env_text(e, &((const struct span *)p->spans.items + i)->label), st, w, &name[i]);
        y[i] = at;
        at += para_h(&name[i], e) + 6 + STRIP + GAP;
    }
    return at;
}

static float width_of(const struct props *p, float room) { return fmaxf(room, p->step * (float)p->count * p->unit_px); }

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    struct para name[SPANS];
    float y[SPANS], foot = set_names(e, p, max_w, name, y);
    struct text_style st = {.token = STYLE_SMALL};
    return (struct vec2){width_of(p, 0), foot + TICK + 4 + style_size(st.token) * style_leading(st.token) * style_growth(st.token, e->text_scale)};
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float foot = set_names(e, p, n->box.w > 0 ? n->box.w : 600, s->name, s->y);
    for (int i = 0; i < p->spans.n; i++) {
        bake_strip(e, p, (const struct span *)p->spans.items + i, s, i, turned(n, e));
        s->y[i] += n->box.y;
    }
    s->foot = n->box.y + foot;
    bake_ruler(n, e, p, s);
}

static void draw(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    float x = n->box.x, w = p->step * (float)p->count * p->unit_px, side = turned(n, e) ? -1 : 1;
    float zero = side < 0 ? x + n->box.w : x;    /* from here on the strips lie */
    for (int i = 0; i < p->spans.n; i++) {
        const struct span *it = (const struct span *)p->spans.items + i;
        paint_para(pt, n, it->id, SEM_TEXT, &s->name[i], x, s->y[i], 1);
        float most = fmaxf(1, (float)it->most * p->unit_px);
        struct box b = {fminf(zero, zero + side * most), s->y[i] + para_h(&s->name[i], e) + 6, most, STRIP};
        paint_picture(pt, s->strip[i], box_grow(b, 20), 1);
    }
    paint_picture(pt, s->ruler, (struct box){fminf(zero, zero + side * w) - 8, s->foot - 8, w + 16, TICK + 16}, 1);
    for (int i = 0; i <= p->count; i++)
        paint_para(pt, n, arena_printf(e->frame, "mark-%d", i), SEM_TEXT, &s->mark[i], zero + side * w * (float)i / (float)p->count - 100, s->foot + TICK + 4, 1);
}

const struct element_kind ELEMENT_SPANS = {
    .name = "spans", .help = "reported lengths as strips over a ruler",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .measure = measure, .arrange = arrange, .draw = draw};
