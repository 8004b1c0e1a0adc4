/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_wheel.c - a wheel of stops that is turned by its rim, by a touch on a window or by the arrow keys. The variable
 * follows the finger; on release the wheel snaps to the nearest stop. It has no end: after the last stop comes the first. */
#include <scene/keys.h>
#include <scene/route.h>
#include <scene/wheel_view.h>

enum { SNAP_MS = 220, TRAVEL_MS = 600, ITEM_RIM = 0 /* 1.. = windows */, STOPS_LEAST = 5 };
#define RIM_REACH 40.0f      /* canvas units outside the rim that still turn it */
#define DEAD_R 60.0f         /* so near to the hub an angle says nothing */

#define AT(m) offsetof(struct wheel_piece, m)
static const struct field PIECE[] = {
    {"file", FIELD_ASSET, AT(file), FIELD_REQUIRED, 0, 0, NULL, NULL, "drawing below assets/", NULL, NULL, 0},
    {"at", FIELD_POINT, AT(at), 0, -200, 200, "[0, 60]", "% of the window's radius", "middle of its lower edge, from the window's middle", NULL, NULL, 0},
    {"width", FIELD_NUM, AT(width), FIELD_POSITIVE, 0, 400, "100", "% of the window's radius", "its width", NULL, NULL, 0},
    {"flip", FIELD_BOOL, AT(flip), 0, 0, 0, NULL, NULL, "mirrored left to right", NULL, NULL, 0},
    {"large", FIELD_BOOL, AT(large), 0, 0, 0, NULL, NULL, "shown in the large window only", NULL, NULL, 0},
    {"mod", FIELD_COLOR, AT(mod), 0, 0, 0, "#FFFFFF", NULL, "light on it: its colours are multiplied by this", NULL, NULL, 0},
    {"tint", FIELD_COLOR, AT(tint), 0, 0, 0, "#00000000", NULL, "fills the shape with one colour", NULL, NULL, 0},
    {"x", FIELD_NUMS, AT(x), 0, 0, 0, NULL, "s, % of the radius", "its act: keys over the seconds since the stop came up, added to its place", NULL, NULL, 0},
    {"y", FIELD_NUMS, AT(y), 0, 0, 0, NULL, "s, % of the radius", "the same, down", NULL, NULL, 0},
    {"alpha", FIELD_NUMS, AT(alpha), 0, 0, 0, NULL, "s, 0 to 1", "the same, how much it shows", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct wheel_stop, m)
static const struct field STOP[] = {
    {"id", FIELD_ID, AT(id), FIELD_REQUIRED, 0, 0, NULL, NULL, "name of the stop", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "a word or two beside its window", NULL, NULL, 0},
    {"light", FIELD_NUM, AT(light), 0, 0, 6, "3", NULL, "hour of the night in its window, 0 dusk to 6 dawn", NULL, NULL, 0},
    {"trees", FIELD_INT, AT(trees), 0, 0, 0, "0", NULL, "which wood stands in its window; 0 = none", NULL, NULL, 0},
    {"moon", FIELD_NUMS, AT(moon), 0, 0, 0, NULL, "% of the window's radius", "moon or sun: [x, y, radius]", NULL, NULL, 0},
    {"ground", FIELD_NUM, AT(ground), 0, -100, 100, "50", "% of the window's radius", "crest of the ground behind the drawings, below the middle; 100 = none", NULL, NULL, 0},
    {"ground-color", FIELD_COLOR, AT(ground_color), 0, 0, 0, "#E4EEF0", NULL, "colour of the ground", NULL, NULL, 0},
    {"front", FIELD_NUM, AT(front), 0, -100, 100, "100", "% of the window's radius", "crest of a drift before the drawings; 100 = none", NULL, NULL, 0},
    {"front-color", FIELD_COLOR, AT(front_color), 0, 0, 0, "#F4F8F6", NULL, "colour of the drift", NULL, NULL, 0},
    {"pieces", FIELD_LIST, AT(pieces), FIELD_REQUIRED, 0, 0, NULL, NULL, "drawings, back to front", NULL, PIECE, sizeof(struct wheel_piece)},
    {0}};
#undef AT
#define AT(m) offsetof(struct wheel_props, m)
static const struct field FIELDS[] = {
    {"var", FIELD_VAR, AT(var), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable that follows the wheel: 0 = first stop at the top; half a stop past the last it goes on from minus a half", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(name), FIELD_REQUIRED, 0, 0, NULL, NULL, "what the wheel is called when read aloud", NULL, NULL, 0},
    {"radius", FIELD_NUM, AT(radius), FIELD_POSITIVE, 0, 2000, "640", "canvas px", "its rim; the element's middle is its hub", NULL, NULL, 0},
    {"hub", FIELD_NUM, AT(hub), 0, 0, 2000, "300", "canvas px", "radius of the hub", NULL, NULL, 0},
    {"lens", FIELD_NUM, AT(lens), FIELD_POSITIVE, 0, 1000, "236", "canvas px", "radius of the large window", NULL, NULL, 0},
    {"lens-at", FIELD_NUM, AT(lens_at), 0, 0, 2000, "560", "canvas px", "the large window's middle, above the hub", NULL, NULL, 0},
    {"window", FIELD_NUM, AT(window), FIELD_POSITIVE, 0, 1000, "92", "canvas px", "radius of the small windows", NULL, NULL, 0},
    {"window-at", FIELD_NUM, AT(window_at), 0, 0, 2000, "468", "canvas px", "radius of the circle on which they lie", NULL, NULL, 0},
    {"floor", FIELD_NUM, AT(floor), 0, 0, 4000, "930", "canvas px", "height at which the front sheet covers the wheel", NULL, NULL, 0},
    {"stops", FIELD_LIST, AT(stops), FIELD_REQUIRED, 0, 0, NULL, NULL, "the stops in order", NULL, STOP, sizeof(struct wheel_stop)},
    {0}};

static bool load_stop(const struct wheel_stop *s, int i, struct node *n, struct load_env *le) {
    bool ok = true;
    if (s->moon.n != 0 && s->moon.n != 3) {
        diag_error(le->diag, node_item_at(n, "stops", i, "moon"), "'moon' of stop '%s' has %d numbers (write [x, y, radius])", s->id, s->moon.n);
        ok = false;
    }
    if (s->pieces.n > WHEEL_PIECES) {
        diag_error(le->diag, node_item_at(n, "stops", i, "pieces"), "stop '%s' has %d drawings (give at most %d)", s->id, s->pieces.n, WHEEL_PIECES);
        ok = false;
    }
    for (int k = 0; k < s->pieces.n; k++) {
        const struct wheel_piece *c = wheel_piece(s, k);
        struct pos at = node_item_at(n, "stops", i, "pieces");
        ok &= keys_check(&c->x, s->id, at, le->diag) & keys_check(&c->y, s->id, at, le->diag) & keys_check(&c->alpha, s->id, at, le->diag);
    }
    return ok;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct wheel_props *p = props;
    if (p->stops.n < STOPS_LEAST || p->stops.n > WHEEL_STOPS) {
        diag_error(le->diag, node_at(n, "stops"), "wheel '%s' has %d stops (give %d to %d)", n->common[0].id, p->stops.n, STOPS_LEAST, WHEEL_STOPS);
        return false;
    }
    bool ok = true;
    for (int i = 0; i < p->stops.n; i++) ok &= load_stop(wheel_stop(p, i), i, n, le);
    return ok;
}

/* ---- where it stands */
float wheel_turn(const struct node *n, const struct env *e) {
    const struct wheel_state *s = n->state;
    const struct wheel_props *p = node_props(n, e);
    return s->held || s->go.ms ? s->go.at : (float)vars_num(e->vars, p->var, 0);
}
int wheel_wrap(const struct wheel_props *p, float turn) {
    int n = p->stops.n, i = (int)lroundf(fmodf(turn, (float)n)) % n;
    return i < 0 ? i + n : i;
}
float wheel_offset(const struct wheel_props *p, float i, float turn) {
    float d = i - turn, n = (float)p->stops.n;
    return d - n * roundf(d / n);
}
struct vec2 wheel_point(struct vec2 c, float degrees, float r) {
    float a = degrees * 3.14159265f / 180;
    return (struct vec2){c.x + sinf(a) * r, c.y - cosf(a) * r};
}
static float angle_at(const struct node *n, struct vec2 at) {
    struct vec2 c = wheel_centre(n);
    return atan2f(at.x - c.x, c.y - at.y) * 180 / 3.14159265f;
}
static float from_centre(const struct node *n, struct vec2 at) {
    struct vec2 c = wheel_centre(n);
    return hypotf(at.x - c.x, at.y - c.y);
}

/* What the variable says of a turn: -0.5 .. n - 0.5, whole at rest. */
static void tell(const struct wheel_props *p, struct wheel_state *s, struct effects *fx) {
    float n = (float)p->stops.n;
    s->go.told = (double)(s->go.at - n * floorf((s->go.at + .5f) / n));
    effects_set_num(fx, p->var, s->go.told);
}

/* ---- movement */
static void travel(struct node *n, struct env *e, float to, int ms, struct effects *fx) {
    const struct wheel_props *p = node_props(n, e);
    struct wheel_state *s = n->state;
    glide_to(&s->go, e, wheel_turn(n, e), to, ms, vars_num(e->vars, p->var, 0));
    s->grip_from = s->grip;
    s->held = s->dragged = false;
    if (s->go.ms) return;
    s->grip = 0;
    tell(p, s, fx);
}

static void act(struct wheel_state *s, const struct env *e, int stop) {
    s->act = stop;
    s->act_since = e->now;
}

static void travel_to_stop(struct node *n, struct env *e, int stop, struct effects *fx) {
    const struct wheel_props *p = node_props(n, e);
    struct wheel_state *s = n->state;
    float at = wheel_turn(n, e), way = wheel_offset(p, (float)stop, at);
    if (fabsf(way) < .01f) act(s, e, stop);    /* it is there: once more */
    travel(n, e, at + way, fabsf(way) < .4f ? SNAP_MS : TRAVEL_MS, fx);
}

static void step(struct node *n, struct env *e, int by, struct effects *fx) {
    const struct wheel_props *p = node_props(n, e);
    const struct wheel_state *s = n->state;
    float at = s->go.ms ? s->go.to : wheel_turn(n, e);
    travel_to_stop(n, e, wheel_wrap(p, roundf(at) + (float)by), fx);
}

static void keep_turning(struct node *n, struct env *e, struct effects *fx) {
    const struct wheel_props *p = node_props(n, e);
    struct wheel_state *s = n->state;
    float t = clampf((float)(e->now - s->go.since) / (float)s->go.ms, 0, 1);
    s->grip = lerpf(s->grip_from, 0, t);
    if (glide_step(&s->go, e, vars_num(e->vars, p->var, 0), s->go.ms == SNAP_MS ? EASE_BACK : EASE_IN_OUT)) tell(p, s, fx);
    else s->grip = 0;
}

/* Seconds that the act of a stop lasts. */
static float act_lasts(const struct wheel_stop *s) {
    float last = 0;
    for (int k = 0; k < s->pieces.n; k++) {
        const struct wheel_piece *c = wheel_piece(s, k);
        const struct nums *keys[] = {&c->x, &c->y, &c->alpha};
        for (int j = 0; j < 3; j++)
            if (keys[j]->n >= 2) last = fmaxf(last, keys[j]->v[keys[j]->n - 2]);
    }
    return last;
}
float wheel_act_t(const struct wheel_state *s, const struct env *e, int stop) {
    return e->still || s->act != stop ? 1e6f : (float)(e->now - s->act_since) / 1000;
}

static void init(struct node *n, struct env *e) {
    struct wheel_state *s = n->state;
    s->act = -1;
    s->go.at = wheel_turn(n, e);
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct wheel_props *p = node_props(n, e);
    struct wheel_state *s = n->state;
    if (s->go.ms) keep_turning(n, e, fx);
    int top = wheel_wrap(p, wheel_turn(n, e));
    if (top != s->act) act(s, e, top);
    if (!e->still && wheel_act_t(s, e, top) < act_lasts(wheel_stop(p, top))) env_next_frame(e);
}

/* ---- fingers and keys */
static void take(struct node *n, const struct env *e, const struct node_event *ev) {
    struct wheel_state *s = n->state;
    s->go.at = wheel_turn(n, e);
    s->held = true;
    s->dragged = false;
    s->go.ms = 0;
    s->item = ev->item;
    s->finger = angle_at(n, ev->at);
}

static void drag(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct wheel_props *p = node_props(n, e);
    struct wheel_state *s = n->state;
    float at = angle_at(n, ev->at), by = at - s->finger;
    if (!s->held) return;
    if (!s->dragged && hypotf(ev->at.x - ev->start.x, ev->at.y - ev->start.y) <= ROUTE_SLOP) return;
    s->finger = at;
    if (!s->dragged || from_centre(n, ev->at) < DEAD_R) {
        s->dragged = true;
        return;
    }
    by -= 360 * roundf(by / 360);
    s->go.at -= wheel_side(n, e) * by / WHEEL_STEP;
    s->grip = clampf(s->grip + by, -WHEEL_GRIP_AT - 30, 40);
    tell(p, s, fx);
}

static void release(struct node *n, struct env *e, struct effects *fx) {
    struct wheel_state *s = n->state;
    if (!s->held) return;
    float rest = roundf(s->go.at);
    if (s->dragged || fabsf(s->go.at - rest) > .001f) travel(n, e, rest, SNAP_MS, fx);
    s->held = s->dragged = false;
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct wheel_props *p = node_props(n, e);
    int side = wheel_side(n, e) < 0 ? -1 : 1;
    switch (ev->kind) {
    case NODE_DOWN:
        take(n, e, ev);
        break;
    case NODE_MOVE:
        drag(n, e, ev, fx);
        break;
    case NODE_UP:
    case NODE_CANCEL:
        release(n, e, fx);
        break;
    case NODE_ACTIVATE:
        if (ev->item > ITEM_RIM) travel_to_stop(n, e, ev->item - 1, fx);
        else if (ev->finger < 0) step(n, e, 1, fx);
        else if (from_centre(n, ev->at) <= p->radius + RIM_REACH) step(n, e, ev->at.x > wheel_centre(n).x ? side : -side, fx);
        break;
    case NODE_KEY:
        step(n, e, ev->key == KEY_UP ? 1 : ev->key == KEY_DOWN ? -1 : ev->key == KEY_RIGHT ? side : -side, fx);
        break;
    }
}

const struct element_kind ELEMENT_WHEEL = {
    .name = "wheel", .help = "a wheel of round windows behind the front sheet, turned by its rim; a variable follows it",
    .fields = FIELDS, .props_size = sizeof(struct wheel_props), .state_size = sizeof(struct wheel_state),
    .load = load, .init = init, .arrange = wheel_bake, .tick = tick, .draw = wheel_draw, .event = event};
