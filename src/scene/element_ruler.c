/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_ruler.c - a ruler cut into the snow, or upright a peeled birch with a mark at every unit. Its node's `at` is where
 * zero meets the line; it is never mirrored when the author says keep-side. */
#include <scene/element.h>
#include <scene/chip.h>

struct props {
    float unit_px, emphasise;
    int count, minor;
    bool vertical, labels, pole_labels;
    rgba ink, strong, mark, wood;
    const char *unit, *fact;
};
#define LABELS 41
struct label { struct para para; struct vec2 at; };
struct state { uint64_t key; struct box area; struct label label[LABELS]; int n; };

#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"unit-px", FIELD_NUM, AT(unit_px), FIELD_REQUIRED | FIELD_POSITIVE, 0, 2000, NULL, "canvas px", "length of a unit", NULL, NULL, 0},
    {"count", FIELD_INT, AT(count), FIELD_REQUIRED | FIELD_POSITIVE, 1, LABELS - 1, NULL, NULL, "how many units", NULL, NULL, 0},
    {"minor", FIELD_INT, AT(minor), 0, 1, 20, "10", NULL, "parts of a unit; the middle one is longer", NULL, NULL, 0},
    {"labels", FIELD_BOOL, AT(labels), 0, 0, 0, "true", NULL, "number the units (never those of a pole)", NULL, NULL, 0},
    {"pole-labels", FIELD_BOOL, AT(pole_labels), 0, 0, 0, "false", NULL, "number the units of a pole, on its left below the marks", NULL, NULL, 0},
    {"emphasise", FIELD_NUM, AT(emphasise), 0, -1, LABELS, "-1", NULL, "unit that is drawn larger, with its unit of measure; -1 = none", NULL, NULL, 0},
    {"fact", FIELD_FACT, AT(fact), 0, 0, 0, NULL, NULL, "fact whose number and unit are emphasised, instead", NULL, NULL, 0},
    {"unit", FIELD_STR, AT(unit), 0, 0, 0, "m", NULL, "unit of measure, as in the fact register", NULL, NULL, 0},
    {"vertical", FIELD_BOOL, AT(vertical), 0, 0, 0, "false", NULL, "upright pole, zero at its foot", NULL, NULL, 0},
    {"ink", FIELD_COLOR, AT(ink), 0, 0, 0, "spruce-800", NULL, "line, marks and numbers", NULL, NULL, 0},
    {"strong-ink", FIELD_COLOR, AT(strong), 0, 0, 0, "#7A4508", NULL, "the emphasised number", NULL, NULL, 0},
    {"mark-ink", FIELD_COLOR, AT(mark), 0, 0, 0, "larch-500", NULL, "the emphasised mark of a pole", NULL, NULL, 0},
    {"wood", FIELD_COLOR, AT(wood), 0, 0, 0, "#EAF3F4", NULL, "colour of a pole", NULL, NULL, 0},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    const struct fact_value *v = NULL;
    if (!p->fact || !le->facts || !fact_find(le->facts, p->fact, &v) || !v) return true;    /* the check of references speaks */
    if (v->kind != FACT_NUM) {
        diag_error(le->diag, node_at(n, "fact"), "fact '%s' has no single number to mark on a ruler (name one of its values)", p->fact);
        return false;
    }
    p->emphasise = (float)v->num;
    if (p->emphasise > (float)p->count) {
        diag_error(le->diag, node_at(n, "fact"), "fact '%s' is %g, the ruler ends at %d (raise 'count' and lower 'unit-px')", p->fact, v->num, p->count);
        return false;
    }
    if (v->unit) p->unit = v->unit;
    return true;
}

static bool strong_at(const struct props *p, int i) { return fabsf(p->emphasise - (float)i) < .01f; }

static void bar(struct vec *v, float x, float y, float w, float h, rgba c) {
    vec_rect(v, (struct box){x, y, w, h});
    vec_fill(v, c);
}

static void horizontal(const struct props *p, struct vec *v, struct vec2 o) {
    vec_move(v, o.x, o.y);
    vec_line(v, o.x + (float)p->count * p->unit_px + 24, o.y);
    vec_stroke(v, p->ink, 6, 0, 0);
    for (int i = 0; i <= p->count * p->minor; i++) {
        bool unit = i % p->minor == 0, half = p->minor % 2 == 0 && i % (p->minor / 2) == 0;
        float x = o.x + (float)i * p->unit_px / (float)p->minor, w = unit ? 6 : 3;
        bar(v, x - w / 2, o.y, w, unit ? 40 : half ? 26 : 15, p->ink);
    }
}

static void vertical(const struct props *p, struct vec *v, struct vec2 o) {
    float h = (float)p->count * p->unit_px + p->unit_px * .12f;
    vec_group(v);
    vec_rrect(v, (struct box){o.x - 9, o.y - h, 18, h + 12}, 9);
    vec_fill(v, p->wood);
    vec_shadow_end(v, 4, 2, 5, 0x020C1066u);
    for (int i = 0; 40 + i * 46 < (int)h - 20; i++)
        bar(v, o.x - 9 + (float)(i % 3) * 5, o.y - 40 - (float)i * 46, 6 + (float)(i % 2) * 3, 4, 0x2C4A50FFu);
    for (int i = 1; i <= p->count; i++)
        bar(v, o.x - 30, o.y - (float)i * p->unit_px - 3, 60, 6, strong_at(p, i) ? p->mark : p->ink);
}

static void number(const struct props *p, struct state *s, struct env *e, struct vec2 o, int i) {
    if (s->n >= LABELS) return;
    struct label *l = &s->label[s->n];
    bool strong = strong_at(p, i);
    const char *t = message_number(e->layout, &e->msg, (double)i, 0, strong ? p->unit : NULL);
    struct text_style st = {.token = STYLE_H3, .px = (strong ? 60 : 44) * e->scale, .ink = strong ? p->strong : p->ink, .max_lines = 1};
    if (!safe_para(e, t, st, fmaxf(p->unit_px * 1.4f, 200), &l->para)) return;
    float left = l->para.nlines ? l->para.lines[0].x / e->scale : 0, w = para_w(&l->para, e);
    float base = l->para.nlines ? l->para.lines[0].baseline / e->scale : 0;    /* all numbers stand on one line */
    l->at = p->vertical ? (struct vec2){o.x - 44 - w - left, o.y - (float)i * p->unit_px + 24}
                        : (struct vec2){o.x + (float)i * p->unit_px - w / 2 - left, o.y + 88 - base};
    s->n++;
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    bool turned = p->vertical && e->rtl && !node_common(n, e)->keep_side;
    struct vec2 o = {n->box.x + (turned ? n->box.w : 0), n->box.y};
    float len = (float)p->count * p->unit_px;
    s->area = p->vertical ? (struct box){o.x - 44, o.y - len - p->unit_px * .12f - 12, 88, len + p->unit_px * .12f + 40}
                          : (struct box){o.x - 8, o.y - 8, len + 44, 56};
    struct vec v;
    vec_begin(&v, e->layout);
    if (p->vertical) vertical(p, &v, o);
    else horizontal(p, &v, o);
    s->key = env_vec(e, &v, s->area, false);
    s->n = 0;
    for (int i = p->vertical; (p->vertical ? p->pole_labels : p->labels) && i <= p->count; i++) number(p, s, e, o, i);
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    (void)max_w;
    const struct props *p = node_props(n, e);
    float len = (float)p->count * p->unit_px;
    return p->vertical ? (struct vec2){60, len} : (struct vec2){len + 24, 120};
}

static void draw(struct node *n, struct paint *pt) {
    struct state *s = n->state;
    paint_picture(pt, s->key, s->area, 1);
    for (int i = 0; i < s->n; i++)
        paint_para(pt, n, arena_printf(pt->env->frame, "unit-%d", i), SEM_TEXT, &s->label[i].para, s->label[i].at.x, s->label[i].at.y, 1);
}

const struct element_kind ELEMENT_RULER = {
    .name = "ruler", .help = "a ruler in the snow, or an upright pole with marks",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .measure = measure, .arrange = arrange, .draw = draw};
