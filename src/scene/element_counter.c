/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_counter.c - a figure that rolls up: a fact, or a variable, inside a text of its own. */
#include <scene/chip.h>
#include <text/pair.h>
#include <scene/track.h>
#include <string.h>

struct props {
    const char *fact, *var, *unit, *play;
    struct text_ref text;
    int decimals, ms, style, align;
    rgba ink, strong;
    float from;
    /* made at load */
    float value;
};
struct state { bool began; int64_t since; float from, to, shown; };

static const char *const ALIGNS[] = {"start", "center", "end", NULL};
static const char *const ARGS[] = {"value", NULL};
#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"text", FIELD_TEXT, AT(text), FIELD_REQUIRED, 0, 0, NULL, NULL, "text round the figure; {value} is the figure", NULL, NULL, 0},
    {"fact", FIELD_FACT, AT(fact), 0, 0, 0, NULL, NULL, "fact whose number is counted to", NULL, NULL, 0},
    {"var", FIELD_VAR, AT(var), 0, 0, 0, NULL, NULL, "variable whose number is shown, instead of a fact", NULL, NULL, 0},
    {"unit", FIELD_STR, AT(unit), 0, 0, 0, NULL, NULL, "unit as in the register; none = that of the fact", NULL, NULL, 0},
    {"decimals", FIELD_INT, AT(decimals), 0, -1, 6, "-1", NULL, "decimals; -1 = those of the fact, or none", NULL, NULL, 0},
    {"from", FIELD_NUM, AT(from), 0, 0, 0, "0", NULL, "where the count begins", NULL, NULL, 0},
    {"ms", FIELD_INT, AT(ms), 0, 0, 10000, "900", "ms", "length of the count", NULL, NULL, 0},
    {"play", FIELD_STR, AT(play), 0, 0, 0, NULL, NULL, "timeline that starts the count; none = when it is shown", NULL, NULL, 0},
    {"style", FIELD_ENUM, AT(style), 0, 0, 0, "numeral-xl", NULL, "type of the text", STYLE_NAMES, NULL, 0},
    {"align", FIELD_ENUM, AT(align), 0, 0, 0, "start", NULL, "side on which the lines begin", ALIGNS, NULL, 0},
    {"ink", FIELD_COLOR, AT(ink), 0, 0, 0, "snow", NULL, "colour of the text", NULL, NULL, 0},
    {"strong-ink", FIELD_COLOR, AT(strong), 0, 0, 0, "larch-500", NULL, "colour of *emphasis*", NULL, NULL, 0},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    if (!p->fact == !p->var) {
        diag_error(le->diag, node_at(n, "var"), "counter '%s' needs one of 'fact' and 'var' (it has %s)", n->common[0].id, p->fact ? "both" : "none");
        return false;
    }
    const struct fact_value *v = NULL;
    if (!p->fact || !le->facts || !fact_find(le->facts, p->fact, &v) || !v) return true;
    if (v->kind != FACT_NUM) {
        diag_error(le->diag, node_at(n, "fact"), "fact '%s' has no single number to count to (name one of its values)", p->fact);
        return false;
    }
    p->value = (float)v->num;
    if (!p->unit) p->unit = v->unit;
    if (p->decimals < 0) p->decimals = v->decimals;
    return true;
}

static float target(const struct props *p, const struct env *e) {
    return p->fact ? p->value : (float)vars_num(e->vars, p->var, 0);
}

static struct text_style style_of(const struct props *p) {
    return (struct text_style){.token = (enum style_token)p->style, .ink = p->ink, .strong = p->strong, .align = (enum text_align)p->align, .fit = true};
}

static const char *text_at(const struct props *p, struct env *e, struct arena *a, float value) {
    const struct msg_arg own = {.name = "value", .word = env_number(e, a, (double)value, p->decimals < 0 ? 0 : p->decimals, p->unit)};
    return env_say(e, a, &p->text, &own, 1);
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    struct para para;
    if (!safe_para(e, text_at(p, e, e->layout, target(p, e)), style_of(p), max_w, &para)) return (struct vec2){max_w, 0};
    return (struct vec2){max_w, para_h(&para, e)};
}

static bool playing(const struct props *p, const struct env *e) {
    return !p->play || !e->play_t || e->play_t(e, p->play) >= 0;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    (void)fx;
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float to = target(p, e);
    if (!s->began) {
        s->shown = s->from = s->to = p->from;
        s->began = playing(p, e);
        s->since = e->now;
    }
    if (s->began && to != s->to) s->from = s->shown, s->to = to, s->since = e->now;
    float t = p->ms > 0 && !e->still ? clampf((float)(e->now - s->since) / (float)p->ms, 0, 1) : 1;
    s->shown = t < 1 ? lerpf(s->from, s->to, ease(EASE_QUINT, t)) : s->to;
    if (t < 1 && s->from != s->to) env_next_frame(e);
}

static void draw(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    struct para *para = arena_new(e->frame, struct para);
    if (!para || !frame_para(e, text_at(p, e, e->frame, s->began ? s->shown : p->from), style_of(p), n->box.w, para)) return;
    struct sem_item *it = paint_para(pt, n, NULL, SEM_HEADING, para, n->box.x, n->box.y, 1);
    if (it) it->label = pair_first(e->frame, text_at(p, e, e->frame, target(p, e)), &it->also);    /* what it says does not roll */
}

const struct element_kind ELEMENT_COUNTER = {
    .name = "counter", .help = "a figure that rolls up to a fact or follows a variable",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .measure = measure, .tick = tick, .draw = draw, .args = ARGS};
