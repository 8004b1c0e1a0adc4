/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_wipe.c - the line between two halves of a picture and its knob. The line follows the finger; a tap on the name of a
 * side, or on the knob, makes it travel, so that this side takes the whole picture. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/glide.h>
#include <scene/keys.h>
#include <scene/knob.h>
#include <scene/line.h>
#include <scene/route.h>

#define KNOB_R 64.0f
#define STRIP_W 112.0f       /* of the line, for fingers */
#define ICON 46.0f
#define GAP 28.0f            /* between knob and name */
#define FADE_W 70.0f         /* a name fades over this width where it has no room */
enum { STEP_MS = 260, TRAVEL_MS = 900, SWEEP_MS = 1400, ITEM_LINE = 0, ITEM_START = 1, ITEM_END = 2 };

struct wipe_side { struct text_ref label; const char *icon; rgba ink; };
struct props {
    const char *var;
    struct vec2 range, sweep;
    float knob_y;
    struct wipe_side start, end;
    struct text_ref name;
};
struct wipe_name { struct para para; uint64_t icon; float w; };
struct state {
    struct wipe_name face[2];     /* start, end */
    uint64_t knob[2];
    const char *name;
    struct glide go;              /* the line under the finger or on its way */
    float grip;
    bool held, dragged, begin;
};

#define AT(m) .offset = offsetof(struct wipe_side, m)
static const struct field SIDE[] = {
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "Name beside the knob; a tap on it gives its side the whole picture."},
    {.name = "icon", .type = FIELD_STR, AT(icon), .help = "Icon by the name."},
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "snow", .help = "Colour of the name."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "var", .type = FIELD_VAR, AT(var), .flags = FIELD_REQUIRED, .help = "Variable with the place of the line, 0 to 1 across the stage."},
    {.name = "range", .type = FIELD_POINT, AT(range), .max = 1, .def = "[0.07, 0.93]", .help = "Least and most that the line can reach."},
    {.name = "sweep", .type = FIELD_POINT, AT(sweep), .max = 1, .def = "[0, 0]", .help = "When the scene begins the line travels from the first place, where the variable begins, to the second; 0, 0 = it stands."},
    {.name = "knob-y", .type = FIELD_NUM, AT(knob_y), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "Height of the knob's middle."},
    {.name = "start", .type = FIELD_STRUCT, AT(start), .flags = FIELD_REQUIRED, .sub = SIDE, .help = "The side before the line."},
    {.name = "end", .type = FIELD_STRUCT, AT(end), .flags = FIELD_REQUIRED, .sub = SIDE, .help = "The side beyond the line."},
    {.name = "label", .type = FIELD_TEXT, AT(name), .flags = FIELD_REQUIRED, .help = "What the line is called when read aloud."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    bool ok = p->range.x < p->range.y;
    if (!ok) diag_error(le->diag, node_at(n, "range"), "'range' of the wipe goes from %g to %g (write the smaller number first)", (double)p->range.x, (double)p->range.y);
    ok &= icon_known(le, node_at(n, "start"), p->start.icon, "");
    return icon_known(le, node_at(n, "end"), p->end.icon, "") && ok;
}

/* ---- arrange */
static void arrange_face(struct wipe_name *f, struct env *e, const struct wipe_side *s) {
    struct text_style st = {.token = STYLE_H3, .ink = s->ink, .max_lines = 1, .fit = true};
    safe_para(e, env_text(e, &s->label), st, e->stage.w * .38f, &f->para);
    f->icon = 0;
    f->w = para_w(&f->para, e) + (s->icon ? ICON + 14 : 0);
    if (!s->icon) return;
    struct vec v;
    vec_begin(&v, e->layout);
    icon_draw(&v, s->icon, 0, 0, ICON, s->ink, false);
    f->icon = env_vec(e, &v, (struct box){0, 0, ICON, ICON}, false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->knob[0] = knob_picture(e, "lr", 62, KNOB_R, 5, 0);
    s->knob[1] = knob_picture(e, "lr", 62, KNOB_R, 5, 1);
    arrange_face(&s->face[0], e, &p->start);
    arrange_face(&s->face[1], e, &p->end);
    s->name = env_text(e, &p->name);
}

/* ---- movement */
static float now_at(const struct node *n, const struct env *e) {
    const struct state *s = n->state;
    const struct props *p = node_props(n, e);
    return s->dragged || s->go.ms ? s->go.at : clampf((float)vars_num(e->vars, p->var, .5), p->range.x, p->range.y);
}

static void travel(struct node *n, struct env *e, float to, int ms, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    glide_to(&s->go, e, now_at(n, e), clampf(to, p->range.x, p->range.y), ms, vars_num(e->vars, p->var, .5));
    s->dragged = false;
    if (!s->go.ms) effects_set_num(fx, p->var, (double)s->go.to);
}

static void init(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    ((struct state *)n->state)->begin = p->sweep.y > 0;
}

/* A line that somebody has put elsewhere stays there. */
static void begin(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    ((struct state *)n->state)->begin = false;
    if (fabs(vars_num(e->vars, p->var, -1) - (double)p->sweep.x) < 1e-4) travel(n, e, p->sweep.y, SWEEP_MS, fx);
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    if (s->begin) begin(n, e, fx);
    if (!glide_step(&s->go, e, vars_num(e->vars, p->var, .5), s->go.ms == SWEEP_MS ? EASE_OUT : EASE_IN_OUT)) return;
    s->go.told = (double)s->go.at;
    effects_set_num(fx, p->var, s->go.told);
}

static void drag(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float dx = ev->at.x - ev->start.x;
    if (!s->held || (!s->dragged && fabsf(dx) <= ROUTE_SLOP)) return;
    s->dragged = true;
    dx -= dx > 0 ? ROUTE_SLOP : -ROUTE_SLOP;
    s->go.at = clampf(s->grip + (e->rtl ? -dx : dx) / e->stage.w, p->range.x, p->range.y);
    effects_set_num(fx, p->var, (double)s->go.at);
}

static void activate(struct node *n, struct env *e, int item, struct effects *fx) {
    const struct props *p = node_props(n, e);
    bool toward_end = item == ITEM_START || (item == ITEM_LINE && now_at(n, e) < (p->range.x + p->range.y) / 2);
    travel(n, e, toward_end ? p->range.y : p->range.x, TRAVEL_MS, fx);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct state *s = n->state;
    bool line = ev->item == ITEM_LINE, right = ev->key == KEY_RIGHT || (ev->key == KEY_UP && !e->rtl) || (ev->key == KEY_DOWN && e->rtl);
    switch (ev->kind) {
    case NODE_DOWN:
        s->begin = false;
        if (line) s->grip = now_at(n, e), s->held = true, s->go.ms = 0;
        break;
    case NODE_MOVE:
        if (line) drag(n, e, ev, fx);
        break;
    case NODE_UP:
    case NODE_CANCEL:
        s->held = s->dragged = false;
        break;
    case NODE_ACTIVATE: activate(n, e, ev->item, fx); break;
    case NODE_KEY: travel(n, e, (s->go.ms ? s->go.to : now_at(n, e)) + (right != e->rtl ? .1f : -.1f), STEP_MS, fx); break;
    }
}

/* ---- draw */
/* A name stands beside the knob, on the side it names; it fades where the knob comes near the edge. */
static void draw_name(struct node *n, struct paint *pt, int i, float x, float y) {
    const struct env *e = pt->env;
    const struct state *s = n->state;
    const struct wipe_name *f = &s->face[i];
    bool left = (i == 0) != e->rtl;
    float x0 = left ? x - KNOB_R - GAP - f->w : x + KNOB_R + GAP, h = para_h(&f->para, e), tw = para_w(&f->para, e);
    float spare = left ? x0 - 16 : e->w - 16 - x0 - f->w, alpha = clampf(1 + spare / FADE_W, 0, 1);
    if (alpha <= 0) return;
    float icon_x = left ? x0 : x0 + f->w - ICON, text_x = left ? x0 + f->w - tw : x0;
    paint_picture(pt, f->icon, (struct box){icon_x, y - ICON / 2, ICON, ICON}, alpha);
    struct sem_item *it = paint_para(pt, n, i ? "end" : "start", SEM_BUTTON, &f->para, text_x - para_left(&f->para, e), y - h / 2, alpha);
    if (!it) return;
    it->item = i ? ITEM_END : ITEM_START;
    it->hit = (struct box){x0 + pt->ox - 14, y + pt->oy - 48, f->w + 28, 96};
    it->focusable = true;
    it->state = (n->pressed == it->item ? SEM_PRESSED : 0u) | (n->focused == it->item ? SEM_FOCUSED : 0u);
}

static void draw(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    float at = now_at(n, e), x = line_at(e, at), y = e->stage.y + p->knob_y;
    paint_fill(pt, (struct box){x - 14, 0, 11, e->h}, 0x020C101Fu);
    paint_fill(pt, (struct box){x - 3, 0, 6, e->h}, 0xF4F8F6FFu);
    struct box knob = {x - KNOB_R, y - KNOB_R, 2 * KNOB_R, 2 * KNOB_R};
    struct sem_item *it = paint_item(pt, n, NULL, ITEM_LINE, SEM_SLIDER, s->name, knob, (struct box){x - STRIP_W / 2, 0, STRIP_W, y + KNOB_R});
    if (it) {
        it->drags = true;
        it->value = s->face[at < (p->range.x + p->range.y) / 2 ? 1 : 0].para.text;
    }
    draw_name(n, pt, 0, x, y);
    draw_name(n, pt, 1, x, y);
    paint_picture(pt, s->knob[s->held ? 1 : 0], box_grow(knob, PAPER_MARGIN), 1);
}

const struct element_kind ELEMENT_WIPE = {
    .name = "wipe", .help = "The line between two halves of a picture, with a knob to drag and a name at either side.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .init = init, .arrange = arrange, .tick = tick, .draw = draw, .event = event};
