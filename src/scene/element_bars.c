/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_bars.c - lengths to compare: a bar a row, each from a fact or a variable, all at the scale of one ruler. The end of
 * a value that is only a lower bound stays open. */
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/element.h>
#include <scene/track.h>
#include <string.h>

#define BARS 8
#define BAR_LEAST 18.0f
#define BAR_MOST 36.0f
#define ARROW 84.0f
#define GROW_MS 700
#define CAP 17.0f            /* radius of the disc at the end of a bar that a visitor sets: the label stands clear of it */

struct bar {
    const char *id, *fact, *var;
    struct text_ref label, none;
    rgba color;
    /* made at load */
    float value;
    bool open;
    const char *qualified;
};
struct props {
    float unit_px, pad;
    int decimals;
    const char *unit;
    rgba ink, plate;
    struct list bars;
};
struct state { struct para label[BARS]; uint64_t plate, arrow[BARS], cap[BARS]; bool began; int64_t since; float told[BARS]; /* lengths that the labels tell */ };

static const char *const ARGS[] = {"value", NULL};
#define AT(m) offsetof(struct bar, m)
static const struct field BAR_FIELDS[] = {
    {"id", FIELD_ID, AT(id), FIELD_REQUIRED, 0, 0, NULL, NULL, "name of the bar", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "above the bar; {value} is its length, with its qualifier", NULL, NULL, 0},
    {"fact", FIELD_FACT, AT(fact), 0, 0, 0, NULL, NULL, "fact that gives the length", NULL, NULL, 0},
    {"var", FIELD_VAR, AT(var), 0, 0, 0, NULL, NULL, "variable that gives the length, instead of a fact", NULL, NULL, 0},
    {"none", FIELD_TEXT, AT(none), 0, 0, 0, NULL, NULL, "label while the variable is 0", NULL, NULL, 0},
    {"color", FIELD_COLOR, AT(color), 0, 0, 0, "larch-500", NULL, "colour of the bar", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"unit-px", FIELD_NUM, AT(unit_px), FIELD_REQUIRED | FIELD_POSITIVE, 0, 2000, NULL, "canvas px", "length of a unit", NULL, NULL, 0},
    {"unit", FIELD_STR, AT(unit), 0, 0, 0, "m", NULL, "unit of the variables, as in the register", NULL, NULL, 0},
    {"decimals", FIELD_INT, AT(decimals), 0, 0, 3, "1", NULL, "decimals of the variables", NULL, NULL, 0},
    {"ink", FIELD_COLOR, AT(ink), 0, 0, 0, "snow", NULL, "colour of the labels", NULL, NULL, 0},
    {"plate", FIELD_COLOR, AT(plate), 0, 0, 0, "#00000000", NULL, "card behind the bars; none when transparent", NULL, NULL, 0},
    {"pad", FIELD_NUM, AT(pad), 0, 0, 200, "28", "canvas px", "how far the card leaves the bars", NULL, NULL, 0},
    {"bars", FIELD_LIST, AT(bars), FIELD_REQUIRED, 0, 0, NULL, NULL, "from top to bottom", NULL, BAR_FIELDS, sizeof(struct bar)},
    {0}};

/* At the scale of its ruler and within the room that it has; a width of 0 is not known yet. */
static bool fits(const struct bar *b, const struct fact_value *v, int i, const struct props *p, struct node *n, struct load_env *le) {
    float room = n->common[p == n->props[1] && p != n->props[0]].size.x;
    if (v->unit && !str_eq(v->unit, p->unit))
        diag_error(le->diag, node_item_at(n, "bars", i, "fact"), "fact '%s' is told in %s, the bars are in %s (use one unit)", b->fact, v->unit, p->unit);
    else if (room > 0 && b->value * p->unit_px > room)
        diag_error(le->diag, node_item_at(n, "bars", i, "fact"), "bar '%s' of %g %s is longer than its room of %g (lower 'unit-px', of its ruler too)", b->id,
                   (double)b->value, p->unit, (double)(room / p->unit_px));
    else return true;
    return false;
}

static bool load_bar(struct bar *b, int i, const struct props *p, struct node *n, struct load_env *le) {
    if (!b->fact == !b->var) {
        diag_error(le->diag, node_item_at(n, "bars", i, "var"), "bar '%s' needs one of 'fact' and 'var' (it has %s)", b->id, b->fact ? "both" : "none");
        return false;
    }
    const struct fact_value *v = NULL;
    if (!b->fact || !le->facts || !fact_find(le->facts, b->fact, &v)) return true;    /* the check of references speaks */
    if (!v || v->kind != FACT_NUM) {
        diag_error(le->diag, node_item_at(n, "bars", i, "fact"), "fact '%s' has no single number for a bar (name one of its values)", b->fact);
        return false;
    }
    b->value = (float)v->num;
    if (!fits(b, v, i, p, n, le)) return false;
    for (int k = 0; k < v->qualifiers.n; k++)
        b->open |= str_eq(v->qualifiers.v[k], "more than") || str_eq(v->qualifiers.v[k], "at least");
    b->qualified = arena_printf(le->arena, "{%s.qualified}", b->fact);
    return b->qualified != NULL;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    struct bar *b = p->bars.items;
    bool ok = p->bars.n > 0 && p->bars.n <= BARS;
    if (!ok) diag_error(le->diag, node_at(n, "bars"), "'bars' has %d entries (give 1 to %d)", p->bars.n, BARS);
    for (int i = 0; ok && i < p->bars.n; i++) ok &= load_bar(&b[i], i, p, n, le);
    return ok;
}

static const struct bar *bar_at(const struct props *p, int i) { return (const struct bar *)p->bars.items + i; }
static float row_h(const struct node *n, const struct props *p) { return n->box.h / (float)p->bars.n; }
static float bar_h(const struct node *n, const struct props *p) { return clampf(row_h(n, p) * .28f, BAR_LEAST, BAR_MOST); }
static float length_of(const struct bar *b, const struct env *e) { return b->fact ? b->value : fmaxf(0, (float)vars_num(e->vars, b->var, 0)); }

/* ---- arrange */
static const char *label_of(const struct props *p, const struct bar *b, struct env *e) {
    const struct text_ref qualified = {.easy = b->qualified};
    float value = length_of(b, e);
    if (value <= 0 && b->none.easy) return env_text(e, &b->none);
    const struct msg_arg own = {.name = "value", .word = b->fact ? env_text(e, &qualified) : env_number(e, e->layout, (double)value, p->decimals, p->unit)};
    return env_say(e, e->layout, &b->label, &own, 1);
}

static uint64_t arrow_picture(struct env *e, rgba c) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, 22, 20);
    vec_line(&v, 58, 20);
    vec_stroke(&v, c, BAR_LEAST - 4, 6, 20);
    vec_move(&v, ARROW - 20, 6);
    vec_line(&v, ARROW - 6, 20);
    vec_line(&v, ARROW - 20, 34);
    vec_stroke(&v, c, 8, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, ARROW, 40}, false);
}

static uint64_t cap_picture(struct env *e, rgba c) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_disc(&v, 20, 20, 15, c, 0xFFFFFFFFu, 4);
    return env_vec(e, &v, (struct box){0, 0, 40, 40}, false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float room = row_h(n, p) - bar_h(n, p) - 8, px = fminf(style_size(STYLE_LABEL) * style_growth(STYLE_LABEL, e->text_scale), room / 1.25f);
    for (int i = 0; i < p->bars.n; i++) {
        struct text_style st = {.token = STYLE_H3, .px = px * e->scale, .ink = p->ink, .max_lines = 1, .fit = true, .beside = true, .max_h = (room + 8) * e->scale};
        if (!safe_para(e, label_of(p, bar_at(p, i), e), st, n->box.w, &s->label[i])) s->label[i] = (struct para){.pages = 1, .text = ""};
        s->told[i] = length_of(bar_at(p, i), e);
        s->arrow[i] = bar_at(p, i)->open ? arrow_picture(e, bar_at(p, i)->color) : 0;
        s->cap[i] = bar_at(p, i)->var ? cap_picture(e, bar_at(p, i)->color) : 0;
    }
    s->plate = 0;
    if (!(p->plate & 255u)) return;
    struct vec v;
    struct box own = {0, 0, n->box.w + 2 * p->pad, n->box.h + 1.3f * p->pad};
    vec_begin(&v, e->layout);
    vec_rrect(&v, own, 28);
    vec_fill(&v, p->plate);
    s->plate = env_vec(e, &v, own, false);
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    (void)fx;
    struct state *s = n->state;
    const struct props *p = node_props(n, e);
    for (int i = 0; i < p->bars.n; i++) e->relayout |= length_of(bar_at(p, i), e) != s->told[i];
    if (!s->began) s->began = true, s->since = e->now;
    if (!e->still && e->now - s->since < GROW_MS) env_next_frame(e);
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    return (struct vec2){max_w, (float)p->bars.n * (style_size(STYLE_LABEL) * style_growth(STYLE_LABEL, e->text_scale) * 1.25f + BAR_LEAST + 12)};
}

/* ---- draw */
static void draw_row(struct node *n, struct paint *pt, int i, float grown) {
    struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    const struct bar *b = bar_at(p, i);
    float foot = n->box.y + row_h(n, p) * (float)(i + 1) - 6, w = length_of(b, e) * p->unit_px * (b->var ? 1 : grown);
    float thick = bar_h(n, p), end = n->box.x + w, mid = foot - thick / 2, over = b->var ? fmaxf(4, CAP + 1 - thick / 2) : 4;
    paint_para(pt, n, b->id, SEM_TEXT, &s->label[i], n->box.x + para_kept(&s->label[i], n, e), foot - thick - over - para_h(&s->label[i], e), 1);
    paint_fill(pt, (struct box){n->box.x, foot - thick, w, thick}, b->color);
    if (b->open && grown >= 1) paint_picture(pt, s->arrow[i], (struct box){end, mid - 20, ARROW, 40}, 1);
    if (b->var && w > 0) paint_picture(pt, s->cap[i], (struct box){end - 20, mid - 20, 40, 40}, 1);
}

static void draw(struct node *n, struct paint *pt) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    float grown = pt->env->still || !s->began ? (float)pt->env->still : ease(EASE_QUINT, clampf((float)(pt->env->now - s->since) / GROW_MS, 0, 1));
    if (s->plate) paint_picture(pt, s->plate, (struct box){n->box.x - p->pad, n->box.y - p->pad * .8f, n->box.w + 2 * p->pad, n->box.h + 1.3f * p->pad}, 1);
    for (int i = 0; i < p->bars.n; i++) draw_row(n, pt, i, grown);
}

const struct element_kind ELEMENT_BARS = {
    .name = "bars", .help = "lengths to compare, a bar a row, from facts and variables",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .measure = measure, .arrange = arrange, .tick = tick, .draw = draw, .args = ARGS};
