/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_stepper.c - a number between two buttons: less and more, one step at a touch, many while held. Nothing is chosen until
 * the first touch, which gives the start value. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/element.h>

#define BUTTON 96.0f
#define GAP 20.0f
#define SINK 4.0f
enum { ITEM_LESS, ITEM_MORE, ITEM_VALUE, HOLD_MS = 450, REPEAT_MS = 110 };

struct props {
    const char *var, *unit;
    float min, max, step, start, width;
    int decimals;
    rgba ink;
    struct text_ref label, less, more, none;
};
struct state {
    uint64_t key[2][2];          /* less or more, pressed */
    const char *name[3], *none;
    float number_w;
    bool held, repeated;
    int item;                    /* that is held */
    int64_t next;                /* ms: the next step while it is held */
};

#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"var", FIELD_VAR, AT(var), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable that is set; below min = nothing chosen yet", NULL, NULL, 0},
    {"min", FIELD_NUM, AT(min), 0, 0, 0, "1", NULL, "least value", NULL, NULL, 0},
    {"max", FIELD_NUM, AT(max), 0, 0, 0, "10", NULL, "greatest value", NULL, NULL, 0},
    {"step", FIELD_NUM, AT(step), FIELD_POSITIVE, 0, 1000, "1", NULL, "how far one touch goes", NULL, NULL, 0},
    {"start", FIELD_NUM, AT(start), 0, 0, 0, "1", NULL, "value that the first touch gives", NULL, NULL, 0},
    {"decimals", FIELD_INT, AT(decimals), 0, 0, 3, "0", NULL, "decimals shown", NULL, NULL, 0},
    {"unit", FIELD_STR, AT(unit), 0, 0, 0, NULL, NULL, "unit as in the register", NULL, NULL, 0},
    {"width", FIELD_NUM, AT(width), FIELD_POSITIVE, 60, 900, "220", "canvas px", "room of the number", NULL, NULL, 0},
    {"ink", FIELD_COLOR, AT(ink), 0, 0, 0, "snow", NULL, "colour of the number", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "what it is called when read aloud", NULL, NULL, 0},
    {"less", FIELD_TEXT, AT(less), FIELD_REQUIRED, 0, 0, NULL, NULL, "the minus when read aloud", NULL, NULL, 0},
    {"more", FIELD_TEXT, AT(more), FIELD_REQUIRED, 0, 0, NULL, NULL, "the plus when read aloud", NULL, NULL, 0},
    {"none", FIELD_TEXT, AT(none), FIELD_REQUIRED, 0, 0, NULL, NULL, "instead of the number before the first touch", NULL, NULL, 0},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    bool ok = p->min < p->max && p->start >= p->min && p->start <= p->max;
    if (!ok)
        diag_error(le->diag, node_at(n, "start"), "stepper '%s' goes from %g to %g and starts at %g (order them: min, start, max)", n->common[0].id, (double)p->min, (double)p->max, (double)p->start);
    return ok;
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    return (struct vec2){fminf(max_w, 2 * (BUTTON + GAP) + p->width), BUTTON};
}

static uint64_t button_picture(struct env *e, const char *icon, float sink) {
    struct vec v;
    struct box own = {0, 0, BUTTON, BUTTON};
    vec_begin(&v, e->layout);
    paper_button(&v, own, PAPER_DARK, sink);
    icon_draw(&v, icon, 27, 27 + SINK * sink, 42, paper_ink(PAPER_DARK), false);
    return env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    for (int sink = 0; sink < 2; sink++) {
        s->key[ITEM_LESS][sink] = button_picture(e, "minus", (float)sink);
        s->key[ITEM_MORE][sink] = button_picture(e, "plus", (float)sink);
    }
    s->name[ITEM_LESS] = env_text(e, &p->less);
    s->name[ITEM_MORE] = env_text(e, &p->more);
    s->name[ITEM_VALUE] = env_text(e, &p->label);
    s->none = env_text(e, &p->none);
    s->number_w = fmaxf(1, n->box.w - 2 * (BUTTON + GAP));
}

/* ---- the value */
static bool chosen(const struct props *p, double v) { return v >= (double)p->min - 1e-4; }
static bool can(const struct props *p, const struct env *e, int item) {
    double v = vars_num(e->vars, p->var, 0);
    if (!chosen(p, v)) return true;
    return item == ITEM_LESS ? v > (double)p->min + 1e-4 : v < (double)p->max - 1e-4;
}

static void step(const struct props *p, const struct env *e, int way, struct effects *fx) {
    double v = vars_num(e->vars, p->var, 0), unit = (double)p->step;
    v = chosen(p, v) ? round(v / unit + way) * unit : (double)p->start;
    effects_set_num(fx, p->var, fmin(fmax(v, (double)p->min), (double)p->max));
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    if (!s->held || n->pressed != s->item || !can(p, e, s->item)) return;
    if (e->now >= s->next) {
        step(p, e, s->item == ITEM_LESS ? -1 : 1, fx);
        s->repeated = true;
        s->next = e->now + REPEAT_MS;
    }
    env_wake_at(e, s->next);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    bool button = ev->item == ITEM_LESS || ev->item == ITEM_MORE;
    switch (ev->kind) {
    case NODE_DOWN:
        if (!button) break;
        s->held = true;
        s->repeated = false;
        s->item = ev->item;
        s->next = e->now + HOLD_MS;
        break;
    case NODE_UP:
    case NODE_CANCEL:
        s->held = false;
        break;
    case NODE_ACTIVATE:
        if (!s->repeated || ev->finger < 0) step(p, e, ev->item == ITEM_LESS ? -1 : 1, fx);
        s->repeated = false;
        break;
    case NODE_KEY:
        step(p, e, ev->key == KEY_LEFT || ev->key == KEY_DOWN ? -1 : 1, fx);
        break;
    default: break;
    }
}

/* ---- draw */
static void draw_button(struct node *n, struct paint *pt, int item, float x) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    bool enabled = can(p, pt->env, item);
    struct box b = {x, n->box.y + (n->box.h - BUTTON) / 2, BUTTON, BUTTON};
    paint_picture(pt, s->key[item][n->pressed == item], box_grow(b, PAPER_MARGIN), enabled ? 1 : .45f);
    struct sem_item *it = paint_item(pt, n, item == ITEM_LESS ? "less" : "more", item, SEM_BUTTON, s->name[item], b, b);
    if (!it) return;
    it->round = true;
    it->focusable = enabled;
    if (!enabled) it->state |= SEM_DISABLED;
}

static void draw(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    float less = n->box.x, more = n->box.x + n->box.w - BUTTON;
    draw_button(n, pt, ITEM_LESS, e->rtl ? more : less);
    double v = vars_num(e->vars, p->var, 0);
    const char *t = chosen(p, v) ? message_number(e->frame, &e->msg, v, p->decimals, p->unit) : s->none;
    struct text_style st = {.token = STYLE_H2, .ink = p->ink, .align = ALIGN_CENTER, .max_lines = 1, .fit = true};
    struct para *para = arena_new(e->frame, struct para);
    struct box room = {n->box.x + BUTTON + GAP, n->box.y, s->number_w, n->box.h};
    if (para && frame_para(e, t, st, room.w, para)) {
        struct sem_item *it = paint_para(pt, n, "value", SEM_SLIDER, para, room.x, room.y + (room.h - para_h(para, e)) / 2, 1);
        if (it) it->item = ITEM_VALUE, it->label = s->name[ITEM_VALUE], it->value = t, it->focusable = true;
    }
    draw_button(n, pt, ITEM_MORE, e->rtl ? less : more);
}

const struct element_kind ELEMENT_STEPPER = {
    .name = "stepper", .help = "a number between minus and plus; a variable follows it",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .hugs = true,
    .load = load, .measure = measure, .arrange = arrange, .tick = tick, .draw = draw, .event = event};
