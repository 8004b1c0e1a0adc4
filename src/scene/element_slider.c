/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_slider.c - a rail with a few named stops and one knob. The variable follows the finger; on release the knob snaps to
 * the nearest stop. A tap on a stop, its name or the rail makes the knob travel there; arrows step. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/glide.h>
#include <scene/keys.h>
#include <scene/route.h>
#include <text/pair.h>

#define STOPS 9
#define KNOB_W 120.0f
#define KNOB_H 112.0f
#define STOP_R 24.0f
#define GAP 14.0f            /* between names and knob */
enum { SNAP_MS = 220, TRAVEL_MS = 900, ITEM_RAIL = 0 /* 1.. = names of the stops */ };

struct stop { struct text_ref label; };
struct props {
    const char *var, *icon;      /* icon: drawn on the knob */
    struct nums values;
    struct list labels;      /* struct stop */
    struct text_ref name;
    bool snap;
    rgba rail, knob, edge;
};
struct stop_face { struct para small, large; };
struct state {
    struct stop_face *face;       /* in the layout arena, one for each stop */
    uint64_t knob[2], ground, full, empty;
    const char *name;
    struct glide go;         /* the value under the finger or on its way */
    bool held, dragged;
    float grip;              /* value when the finger came down */
};

#define AT(m) offsetof(struct props, m)
static const struct field STOP_FIELDS[] = {
    {"label", FIELD_TEXT, offsetof(struct stop, label), FIELD_REQUIRED, 0, 0, NULL, NULL, "name above the stop", NULL, NULL, 0},
    {0}};
static const struct field FIELDS[] = {
    {"var", FIELD_VAR, AT(var), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable that follows the knob", NULL, NULL, 0},
    {"values", FIELD_NUMS, AT(values), FIELD_REQUIRED, 0, 0, NULL, NULL, "value of each stop, ascending", NULL, NULL, 0},
    {"labels", FIELD_LIST, AT(labels), FIELD_REQUIRED, 0, 0, NULL, NULL, "a name for each stop", NULL, STOP_FIELDS, sizeof(struct stop)},
    {"label", FIELD_TEXT, AT(name), 0, 0, 0, NULL, NULL, "what the slider is called when read aloud; none = its first and last name", NULL, NULL, 0},
    {"snap", FIELD_BOOL, AT(snap), 0, 0, 0, "true", NULL, "rest only on stops", NULL, NULL, 0},
    {"knob", FIELD_STR, AT(icon), 0, 0, 0, "lr", NULL, "icon on the knob", NULL, NULL, 0},
    {"rail-color", FIELD_COLOR, AT(rail), 0, 0, 0, "rose-500", NULL, "the way covered", NULL, NULL, 0},
    {"knob-color", FIELD_COLOR, AT(knob), 0, 0, 0, "rose-300", NULL, "the knob", NULL, NULL, 0},
    {"edge-color", FIELD_COLOR, AT(edge), 0, 0, 0, "rose-700", NULL, "the knob's lower edge", NULL, NULL, 0},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    bool ok = p->values.n >= 2 && p->values.n <= STOPS && p->labels.n == p->values.n;
    if (!ok)
        diag_error(le->diag, node_at(n, "values"), "slider has %d values and %d labels (give 2 to %d values and a label for each)", p->values.n, p->labels.n, STOPS);
    for (int i = 1; ok && i < p->values.n; i++)
        if (p->values.v[i] <= p->values.v[i - 1]) {
            diag_error(le->diag, node_at(n, "values"), "'values' of the slider do not ascend at %g (order them)", (double)p->values.v[i]);
            ok = false;
        }
    return ok;
}

/* ---- values and places */
static float lo(const struct props *p) { return p->values.v[0]; }
static float hi(const struct props *p) { return p->values.v[p->values.n - 1]; }
static bool mirrored(const struct node *n, const struct env *e) { return e->rtl && !node_common(n, e)->keep_side; }
static float rail_y(const struct node *n) { return n->box.y + n->box.h - KNOB_H / 2 - 8; }
static float rail_w(const struct node *n) { return fmaxf(1, n->box.w - KNOB_W - 60); }

static float x_of(const struct node *n, const struct env *e, float value) {
    const struct props *p = node_props(n, e);
    float f = clampf((value - lo(p)) / (hi(p) - lo(p)), 0, 1);
    return n->box.x + (n->box.w - rail_w(n)) / 2 + rail_w(n) * (mirrored(n, e) ? 1 - f : f);
}
static float value_of(const struct node *n, const struct env *e, float x) {
    const struct props *p = node_props(n, e);
    float f = clampf((x - n->box.x - (n->box.w - rail_w(n)) / 2) / rail_w(n), 0, 1);
    return lerpf(lo(p), hi(p), mirrored(n, e) ? 1 - f : f);
}
static double var_of(const struct props *p, const struct env *e) { return vars_num(e->vars, p->var, (double)lo(p)); }
static float now_at(const struct node *n, const struct env *e) {
    const struct state *s = n->state;
    const struct props *p = node_props(n, e);
    return s->dragged || s->go.ms ? s->go.at : clampf((float)var_of(p, e), lo(p), hi(p));
}
static int nearest(const struct props *p, float value) {
    int best = 0;
    for (int i = 1; i < p->values.n; i++)
        if (fabsf(p->values.v[i] - value) < fabsf(p->values.v[best] - value)) best = i;
    return best;
}

/* ---- arrange */
static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    (void)n;
    return (struct vec2){max_w, KNOB_H + 16 + GAP + 60 * style_growth(STYLE_H3, e->text_scale)};
}

static uint64_t knob_picture(const struct props *p, struct env *e, float sink) {
    struct vec v;
    vec_begin(&v, e->layout);
    struct box face = {0, 4 * sink, KNOB_W, KNOB_H};
    vec_group(&v);
    vec_rrect(&v, (struct box){0, 6, KNOB_W, KNOB_H}, KNOB_H / 2);
    vec_fill(&v, p->edge);
    vec_shadow_end(&v, 0, 10, 11, 0x020C1073u);
    vec_rrect(&v, face, KNOB_H / 2);
    vec_fill(&v, p->knob);
    vec_rrect(&v, box_grow(face, -2.5f), KNOB_H / 2);
    vec_stroke(&v, 0xFFFFFFFFu, 5, 0, 0);
    icon_draw(&v, p->icon, KNOB_W / 2 - 29, face.y + KNOB_H / 2 - 29, 58, INK_DARK, false);
    return env_vec(e, &v, box_grow((struct box){0, 0, KNOB_W, KNOB_H}, PAPER_MARGIN), false);
}

static uint64_t stop_picture(struct env *e, rgba fill) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 30, 30, STOP_R);
    vec_keep(&v);
    vec_fill(&v, fill);
    vec_stroke(&v, 0xF4F8F6FFu, 5, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, 60, 60}, false);
}

static void name_stop(const struct node *n, struct env *e, struct state *s, int i, float room) {
    const struct props *p = node_props(n, e);
    const char *t = env_text(e, &((const struct stop *)p->labels.items)[i].label);
    struct text_style st = {.token = STYLE_H3, .px = 40 * e->scale, .ink = 0xCFE2E0FFu, .align = ALIGN_CENTER, .fit = true, .beside = !e->portrait};
    safe_para(e, t, st, room, &s->face[i].small);
    st.px = 52 * e->scale;
    st.ink = 0xF4F8F6FFu;
    safe_para(e, t, st, room, &s->face[i].large);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->knob[0] = knob_picture(p, e, 0);
    s->knob[1] = knob_picture(p, e, 1);
    s->full = stop_picture(e, p->rail);
    s->empty = stop_picture(e, 0x205C66FFu);
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, 20, 20);
    vec_line(&v, 20 + rail_w(n), 20);
    vec_stroke(&v, 0x06171CC0u, 26, 0, 0);
    s->ground = env_vec(e, &v, (struct box){0, 0, rail_w(n) + 40, 40}, false);
    s->face = arena_array(e->layout, struct stop_face, p->values.n);
    float room = fminf(420, rail_w(n) / (float)(p->values.n - 1) - 16);
    for (int i = 0; s->face && i < p->values.n; i++) name_stop(n, e, s, i, room);
    const struct stop *stops = p->labels.items;
    s->name = p->name.easy ? env_text(e, &p->name)
                           : pair_chain(e->layout, env_text(e, &stops[0].label), " \xe2\x80\x93 ", env_text(e, &stops[p->values.n - 1].label));
}

/* ---- movement */
static void travel(struct node *n, struct env *e, float to, int ms, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    glide_to(&s->go, e, now_at(n, e), to, ms, var_of(p, e));
    s->dragged = false;
    if (!s->go.ms) effects_set_num(fx, p->var, (double)to);
}

static void travel_to_stop(struct node *n, struct env *e, int i, struct effects *fx) {
    const struct props *p = node_props(n, e);
    i = i < 0 ? 0 : i >= p->values.n ? p->values.n - 1 : i;
    float to = p->values.v[i], way = fabsf(to - now_at(n, e)) / (hi(p) - lo(p));
    travel(n, e, to, way < .02f ? SNAP_MS : (int)(SNAP_MS + (TRAVEL_MS - SNAP_MS) * fminf(1, way)), fx);
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    if (!glide_step(&s->go, e, var_of(p, e), s->go.ms == SNAP_MS ? EASE_BACK : EASE_IN_OUT)) return;
    s->go.at = clampf(s->go.at, lo(p), hi(p));
    s->go.told = (double)s->go.at;
    effects_set_num(fx, p->var, s->go.told);
}

static void drag(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float dx = ev->at.x - ev->start.x;
    if (!s->held || (!s->dragged && fabsf(dx) <= ROUTE_SLOP)) return;
    s->dragged = true;
    s->go.ms = 0;
    dx -= dx > 0 ? ROUTE_SLOP : -ROUTE_SLOP;
    s->go.at = value_of(n, e, x_of(n, e, s->grip) + dx);
    effects_set_num(fx, p->var, (double)s->go.at);
}

/* Also where the finger only stopped the knob on its way, and lifts somewhere else. */
static void release(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float at = now_at(n, e), stop = p->values.v[nearest(p, at)];
    s->held = false;
    if (p->snap && (s->dragged || at != stop)) travel(n, e, stop, SNAP_MS, fx);
    s->dragged = false;
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    bool rail = ev->item == ITEM_RAIL;
    int at = nearest(p, s->go.ms ? s->go.to : now_at(n, e)), step = ev->key == KEY_RIGHT || ev->key == KEY_UP ? 1 : -1;
    switch (ev->kind) {
    case NODE_DOWN:
        if (rail) s->held = true, s->grip = now_at(n, e), s->go.ms = 0, s->go.at = s->grip;
        break;
    case NODE_MOVE:
        if (rail) drag(n, e, ev, fx);
        break;
    case NODE_UP:
    case NODE_CANCEL:
        if (rail) release(n, e, fx);
        break;
    case NODE_ACTIVATE:
        if (!rail) travel_to_stop(n, e, ev->item - 1, fx);
        else if (ev->finger >= 0) travel_to_stop(n, e, nearest(p, value_of(n, e, ev->at.x)), fx);
        else travel_to_stop(n, e, at + 1 < p->values.n ? at + 1 : 0, fx);    /* Enter: next stop */
        break;
    case NODE_KEY:
        if (mirrored(n, e) && (ev->key == KEY_LEFT || ev->key == KEY_RIGHT)) step = -step;
        travel_to_stop(n, e, at + step, fx);
        break;
    }
}

/* ---- draw */
static void draw_names(struct node *n, struct paint *pt, int current) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    float foot = rail_y(n) - KNOB_H / 2 - GAP;
    for (int i = 0; s->face && i < p->values.n; i++) {
        const struct para *f = i == current ? &s->face[i].large : &s->face[i].small;
        float room = fminf(420, rail_w(n) / (float)(p->values.n - 1) - 16), h = para_h(f, e), half = para_w(f, e) / 2;
        float x = clampf(x_of(n, e, p->values.v[i]), n->box.x + half, n->box.x + n->box.w - half);   /* no name leaves the slider */
        struct sem_item *it = paint_para(pt, n, arena_printf(e->frame, "stop-%d", i + 1), SEM_CHOICE, f, x - room / 2, foot - h, 1);
        if (!it) continue;
        float hw = fmaxf(120, it->box.w + 24), hh = fmaxf(81, h + 16);
        it->item = i + 1;
        it->hit = (struct box){x + pt->ox - hw / 2, foot + pt->oy + 8 - hh, hw, hh};
        if (i == current) it->state |= SEM_SELECTED;
    }
}

static void draw(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    float y = rail_y(n), at = now_at(n, e), x = x_of(n, e, at), x0 = x_of(n, e, lo(p)), x1 = x_of(n, e, hi(p));
    int current = nearest(p, at);
    paint_picture(pt, s->ground, (struct box){fminf(x0, x1) - 20, y - 20, rail_w(n) + 40, 40}, 1);
    paint_fill(pt, (struct box){fminf(x0, x), y - 7, fabsf(x - x0), 14}, p->rail);
    for (int i = 0; i < p->values.n; i++) {
        float sx = x_of(n, e, p->values.v[i]);
        paint_picture(pt, p->values.v[i] <= at + .001f ? s->full : s->empty, (struct box){sx - 30, y - 30, 60, 60}, 1);
    }
    draw_names(n, pt, current);
    struct box knob = {x - KNOB_W / 2, y - KNOB_H / 2, KNOB_W, KNOB_H};
    paint_picture(pt, s->knob[s->held ? 1 : 0], box_grow(knob, PAPER_MARGIN), 1);
    struct box hit = {n->box.x, y - KNOB_H / 2, n->box.w, KNOB_H};
    struct sem_item *it = paint_item(pt, n, NULL, ITEM_RAIL, SEM_SLIDER, s->name, knob, hit);
    if (!it) return;
    it->drags = true;
    it->value = s->face ? s->face[current].large.text : NULL;
}

const struct element_kind ELEMENT_SLIDER = {
    .name = "slider", .help = "a knob on a rail with named stops; a variable follows it",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .measure = measure, .arrange = arrange, .tick = tick, .draw = draw, .event = event};
