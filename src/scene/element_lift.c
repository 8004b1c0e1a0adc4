/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_lift.c - an upright rail with one knob that pushes something down: a variable goes from 0 at the top to 1 at the
 * foot. The thing itself can be pushed as well. A tap sends the knob to the other end; arrows step. */
#include <draw/paper.h>
#include <scene/glide.h>
#include <scene/knob.h>
#include <scene/route.h>

#define KNOB_R 62.0f
#define DOT_R 20.0f
#define STEP .2f             /* of an arrow key */
enum { SNAP_MS = 220, TRAVEL_MS = 1600, ITEM_RAIL = 0, ITEM_THING = 1 };

struct props {
    const char *var, *icon;
    struct text_ref label, top, foot;
    struct nums thing;       /* x, y, width, height on the stage while the variable is 0 */
    float way;
    struct actions on_top, on_foot;
};
struct state {
    uint64_t knob[2], rail;
    const char *label, *top, *foot;
    struct glide go;         /* the value under the finger or on its way */
    int end;                 /* last told: 0 top, 1 foot */
    bool held, dragged;
    float grip;              /* value when the finger came down */
};

#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "var", .type = FIELD_VAR, AT(var), .flags = FIELD_REQUIRED, .help = "Variable that follows the knob: 0 at the top, 1 at the foot."},
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What it is called when read aloud."},
    {.name = "top", .type = FIELD_TEXT, AT(top), .flags = FIELD_REQUIRED, .help = "How things stand at the top, read aloud."},
    {.name = "foot", .type = FIELD_TEXT, AT(foot), .flags = FIELD_REQUIRED, .help = "How things stand at the foot, read aloud."},
    {.name = "icon", .type = FIELD_STR, AT(icon), .def = "lower", .help = "Icon on the knob."},
    {.name = "thing", .type = FIELD_NUMS, AT(thing), .unit = "stage px", .help = "[x, y, width, height] of what can be pushed itself, where it lies at the top; none = only the knob."},
    {.name = "way", .type = FIELD_NUM, AT(way), .min = 1, .max = 2000, .def = "300", .unit = "canvas px", .help = "How far the thing sinks."},
    {.name = "on-top", .type = FIELD_ACTIONS, AT(on_top), .help = "What happens when it comes back to the top."},
    {.name = "on-foot", .type = FIELD_ACTIONS, AT(on_foot), .help = "What happens when it comes to the foot."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    bool icon = icon_known(le, node_at(n, "icon"), p->icon, ""), thing = !p->thing.n || p->thing.n == 4;
    if (!thing) diag_error(le->diag, node_at(n, "thing"), "'thing' has %d numbers (write [x, y, width, height])", p->thing.n);
    return icon && thing;
}

/* ---- arrange */
static float rail_h(const struct node *n) { return fmaxf(1, n->box.h - 2 * KNOB_R); }

static uint64_t rail_picture(const struct node *n, struct env *e) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, KNOB_R, KNOB_R);
    vec_line(&v, KNOB_R, KNOB_R + rail_h(n));
    vec_keep(&v);
    vec_stroke(&v, 0x06171CA6u, 26, 0, 0);
    vec_stroke(&v, 0xF2A93BFFu, 12, 0, 0);
    for (int i = 0; i < 2; i++) {
        vec_circle(&v, KNOB_R, KNOB_R + (i ? rail_h(n) : 0), DOT_R);
        vec_keep(&v);
        vec_fill(&v, 0xA8620CFFu);
        vec_stroke(&v, 0xF4F8F6FFu, 5, 0, 0);
    }
    return env_vec(e, &v, (struct box){0, 0, 2 * KNOB_R, n->box.h}, false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->knob[0] = knob_picture(e, p->icon, 68, KNOB_R, 6, 0);
    s->knob[1] = knob_picture(e, p->icon, 68, KNOB_R, 6, 1);
    s->rail = rail_picture(n, e);
    s->label = env_text(e, &p->label);
    s->top = env_text(e, &p->top);
    s->foot = env_text(e, &p->foot);
}

/* ---- movement */
static float now_at(const struct node *n, const struct env *e) {
    const struct state *s = n->state;
    const struct props *p = node_props(n, e);
    return s->dragged || s->go.ms ? s->go.at : clampf((float)vars_num(e->vars, p->var, 0), 0, 1);
}

/* Both ends are told once, when the knob comes there. */
static void put(struct node *n, struct env *e, float value, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->go.at = clampf(value, 0, 1);
    s->go.told = (double)s->go.at;
    effects_set_num(fx, p->var, s->go.told);
    int end = s->go.at >= 1 ? 1 : s->go.at <= 0 ? 0 : s->end;
    if (end == s->end) return;
    s->end = end;
    effects_actions(fx, n, end ? &p->on_foot : &p->on_top);
}

static void travel(struct node *n, struct env *e, float to, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float from = now_at(n, e), way = fabsf(clampf(to, 0, 1) - from);
    int ms = way <= 0 ? 0 : SNAP_MS + (int)((float)(TRAVEL_MS - SNAP_MS) * way);
    glide_to(&s->go, e, from, clampf(to, 0, 1), ms, vars_num(e->vars, p->var, 0));
    s->dragged = false;
    if (!s->go.ms) put(n, e, s->go.to, fx);
}

static void init(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    ((struct state *)n->state)->end = vars_num(e->vars, p->var, 0) >= 1;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    double var = vars_num(e->vars, p->var, 0);
    if (glide_step(&s->go, e, var, EASE_IN_OUT)) put(n, e, s->go.at, fx);
    else if (!s->dragged && (var <= 0 || var >= 1)) s->end = var >= 1;      /* whoever has put it there */
}

static void drag(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float dy = ev->at.y - ev->start.y;
    if (!s->held || (!s->dragged && fabsf(dy) <= ROUTE_SLOP)) return;
    s->dragged = true;
    dy -= dy > 0 ? ROUTE_SLOP : -ROUTE_SLOP;
    put(n, e, s->grip + dy / (ev->item == ITEM_THING ? p->way : rail_h(n)), fx);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct state *s = n->state;
    bool down = ev->key == KEY_DOWN || ev->key == KEY_RIGHT;
    switch (ev->kind) {
    case NODE_DOWN:
        s->grip = s->go.at = now_at(n, e);
        s->held = true;
        break;
    case NODE_MOVE:
        if (s->held) s->go.ms = 0;
        drag(n, e, ev, fx);
        break;
    case NODE_UP:
    case NODE_CANCEL:
        s->held = false;
        if (s->dragged || (!s->go.ms && s->go.at > 0 && s->go.at < 1)) travel(n, e, s->go.at >= .5f ? 1 : 0, fx);
        break;
    case NODE_ACTIVATE: travel(n, e, (s->go.ms ? s->go.to : now_at(n, e)) < .5f ? 1 : 0, fx); break;
    case NODE_KEY: travel(n, e, (s->go.ms ? s->go.to : now_at(n, e)) + (down ? STEP : -STEP), fx); break;
    }
}

/* ---- draw */
static void offer(struct node *n, struct paint *pt, int item, struct box box, struct box hit) {
    const struct state *s = n->state;
    struct sem_item *it = paint_item(pt, n, item == ITEM_THING ? "thing" : NULL, item, SEM_SLIDER, s->label, box, hit);
    if (!it) return;
    it->drags = true;
    if (item == ITEM_THING) it->focusable = false;    /* the knob is there for the keys */
    it->value = now_at(n, pt->env) < .5f ? s->top : s->foot;
}

static void draw(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    float at = now_at(n, e), x = n->box.x + n->box.w / 2, y = n->box.y + KNOB_R + rail_h(n) * at;
    if (p->thing.n == 4) {
        struct box b = {e->stage.x + p->thing.v[0], e->stage.y + p->thing.v[1] + p->way * at, p->thing.v[2], p->thing.v[3]};
        offer(n, pt, ITEM_THING, b, b);
    }
    paint_picture(pt, s->rail, (struct box){x - KNOB_R, n->box.y, 2 * KNOB_R, n->box.h}, 1);
    struct box knob = {x - KNOB_R, y - KNOB_R, 2 * KNOB_R, 2 * KNOB_R};
    paint_picture(pt, s->knob[s->held ? 1 : 0], box_grow(knob, PAPER_MARGIN), 1);
    offer(n, pt, ITEM_RAIL, knob, (struct box){x - KNOB_R, n->box.y, 2 * KNOB_R, n->box.h});
}

const struct element_kind ELEMENT_LIFT = {
    .name = "lift", .help = "a knob on an upright rail that pushes something down; a variable follows it",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .init = init, .arrange = arrange, .tick = tick, .draw = draw, .event = event};
