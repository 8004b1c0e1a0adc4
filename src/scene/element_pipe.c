/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_pipe.c - a pipe over a map whose end can be moved: it bends after the finger, goes dark where it crosses what it
 * should spare, and clicks into its new place. A tap makes it swim there, another one back. Arrows move it step by step. */
#include <scene/knob.h>
#include <scene/pipe_view.h>
#include <scene/route.h>
#include <scene/track.h>

#define KEY_STEP 44.0f
#define EDGE 70.0f           /* the end stays this far inside the element's box */
#define FOOT 230.0f          /* and above the bar at its foot */
#define LAG .55f             /* of the end's movement that its middle misses */
#define STIFF 90.0f
#define DAMP 9.0f
enum { SWIM_MS = 1400, SNAP_MS = 220 };
const char *const PIPE_WHERE[] = {NULL, "crossing", "clear", "there"};

#define AT(m) .offset = offsetof(struct pipe_props, m)
#define DEGREES .min = -180, .max = 180, .unit = "degrees", .flags = FIELD_REQUIRED
static const struct field FIELDS[] = {
    {.name = "ranges", .type = FIELD_ASSET, AT(ranges), .flags = FIELD_REQUIRED, .help = "GeoJSON with the shapes that it should spare."},
    {.name = "avoid", .type = FIELD_STRS, AT(avoid), .flags = FIELD_REQUIRED, .help = "Ids of these shapes."},
    {.name = "parallels", .type = FIELD_POINT, AT(parallels), DEGREES, .help = "The two standard parallels of the projection, as in the map below it."},
    {.name = "centre", .type = FIELD_POINT, AT(centre), DEGREES, .help = "Longitude and latitude in the middle, as in the map."},
    {.name = "span", .type = FIELD_NUM, AT(span), .flags = FIELD_REQUIRED | FIELD_POSITIVE, .max = 90, .unit = "degrees", .help = "Degrees of latitude that fill the height, as in the map."},
    {.name = "start", .type = FIELD_POINT, AT(start), DEGREES, .help = "Where it comes from; may lie outside of the picture."},
    {.name = "from", .type = FIELD_POINT, AT(from), DEGREES, .help = "Where its end lies at first."},
    {.name = "to", .type = FIELD_POINT, AT(to), DEGREES, .help = "Where it should go."},
    {.name = "arc", .type = FIELD_NUM, AT(arc), .min = -1000, .max = 1000, .def = "160", .unit = "canvas px", .help = "The way between the two bends down by this."},
    {.name = "snap", .type = FIELD_NUM, AT(snap), .max = 400, .def = "90", .unit = "canvas px", .help = "Nearer than this it jumps into its new place."},
    {.name = "icon", .type = FIELD_STR, AT(icon), .def = "route", .help = "Icon on its end."},
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What the end is called when read aloud."},
    {.name = "from-label", .type = FIELD_TEXT, AT(from_label), .flags = FIELD_REQUIRED, .help = "Name of the first place."},
    {.name = "to-label", .type = FIELD_TEXT, AT(to_label), .flags = FIELD_REQUIRED, .help = "Name of the new place."},
    {.name = "var", .type = FIELD_VAR, AT(var), .flags = FIELD_REQUIRED, .help = "Variable that says crossing, clear or there."},
    {.name = "on-clear", .type = FIELD_ACTIONS, AT(on_clear), .help = "What happens when it first leaves what it should spare."},
    {.name = "on-arrive", .type = FIELD_ACTIONS, AT(on_arrive), .help = "What happens when it comes to its new place."},
    {0}};

/* ---- load */
static bool projection(struct pipe_props *p, struct node *n, struct load_env *le) {
    if (!albers_init(&p->albers, (double)p->parallels.x, (double)p->parallels.y, (double)p->centre.y, (double)p->centre.x)) {
        diag_error(le->diag, node_at(n, "parallels"), "no projection with 'parallels' [%g, %g] (two latitudes on one side of the equator)",
                   (double)p->parallels.x, (double)p->parallels.y);
        return false;
    }
    p->origin = pipe_plane(p, p->centre);
    p->height = pipe_plane(p, (struct vec2){p->centre.x, p->centre.y + p->span / 2}).y - pipe_plane(p, (struct vec2){p->centre.x, p->centre.y - p->span / 2}).y;
    return true;
}

static bool shapes(struct pipe_props *p, struct node *n, struct load_env *le) {
    struct geo geo = {0};
    const char *path = arena_printf(le->arena, "assets/%s", p->ranges);
    bool ok = true;
    if (!path || !le->files->exists(le->files->ctx, path)) return false;    /* the check of references speaks */
    if (!geojson_load(le->arena, le->files, path, &geo, le->diag) || !map_project(le->arena, &geo, &p->albers, &p->sheet)) return false;
    for (int i = 0; i < p->avoid.n; i++) {
        const struct map_shape *s = map_shape_find(&p->sheet, p->avoid.v[i]);
        if (s && s->kind == GEO_POLYGON) continue;
        diag_error(le->diag, node_at(n, "avoid"), "no area '%s' in the file of 'ranges' (see the ids there)", p->avoid.v[i]);
        ok = false;
    }
    return ok;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct pipe_props *p = props;
    bool icon = icon_known(le, node_at(n, "icon"), p->icon, "");
    return projection(p, n, le) && shapes(p, n, le) && icon;
}

static void init(struct node *n, struct env *e) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    s->end = p->from;
    s->last = e->now;
}

/* ---- movement */
static struct vec2 end_of(const struct node *n, const struct env *e) {
    const struct pipe_state *s = n->state;
    return pipe_at(node_props(n, e), s->face, s->end);
}

/* The end goes to a point of the canvas; the middle of the tube follows late. */
static void move_to(struct node *n, struct env *e, struct vec2 to) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    struct vec2 was = end_of(n, e);
    struct box in = box_grow(n->box, -EDGE);
    to = (struct vec2){clampf(to.x, in.x, in.x + in.w), clampf(to.y, in.y, n->box.y + n->box.h - FOOT)};
    s->end = pipe_degrees(p, s->face, to);
    if (e->still) return;
    s->sag.x = clampf(s->sag.x - (to.x - was.x) * LAG, -160, 160);
    s->sag.y = clampf(s->sag.y - (to.y - was.y) * LAG, -160, 160);
}

static void swim(struct node *n, struct env *e, struct vec2 to, int ms) {
    struct pipe_state *s = n->state;
    s->swim_from = s->end;
    s->swim_to = to;
    s->since = e->now;
    s->ms = ms;
    s->dragged = false;
    if (!e->still) return;
    s->ms = 0;
    s->end = to;
}

static void swim_on(struct node *n, struct env *e) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    float t = clampf((float)(e->now - s->since) / (float)s->ms, 0, 1), q = ease(s->ms == SNAP_MS ? EASE_OUT : EASE_IN_OUT, t);
    struct vec2 a = pipe_at(p, s->face, s->swim_from), b = pipe_at(p, s->face, s->swim_to);
    float whole = fmaxf(1, hypotf(s->face->to.x - s->face->from.x, s->face->to.y - s->face->from.y));
    float dip = p->arc * 4 * q * (1 - q) * fminf(1, hypotf(b.x - a.x, b.y - a.y) / whole);
    move_to(n, e, (struct vec2){lerpf(a.x, b.x, q), lerpf(a.y, b.y, q) + dip});
    if (t < 1) return;
    s->ms = 0;
    s->end = s->swim_to;
}

/* A damped spring, in steps small enough to be stable. */
static void settle(struct pipe_state *s, float dt) {
    for (; dt > 0; dt -= .008f) {
        float h = fminf(dt, .008f);
        s->speed.x += (-STIFF * s->sag.x - DAMP * s->speed.x) * h;
        s->speed.y += (-STIFF * s->sag.y - DAMP * s->speed.y) * h;
        s->sag.x += s->speed.x * h;
        s->sag.y += s->speed.y * h;
    }
    if (hypotf(s->sag.x, s->sag.y) < .6f && hypotf(s->speed.x, s->speed.y) < 8) s->sag = s->speed = (struct vec2){0, 0};
}

static float away(const struct node *n, const struct env *e, struct vec2 from) {
    struct vec2 at = end_of(n, e);
    return hypotf(at.x - from.x, at.y - from.y);
}

static enum pipe_where look(const struct node *n, const struct env *e) {
    const struct pipe_state *s = n->state;
    struct pipe_points tube;
    if (away(n, e, s->face->to) < 1) return PIPE_THERE;
    pipe_bend(s->face, end_of(n, e), (struct vec2){0, 0}, &tube);
    for (int i = 0; i < tube.n; i++)
        if (tube.inside[i]) return PIPE_CROSSING;
    return PIPE_CLEAR;
}

static void tell(struct node *n, struct env *e, struct effects *fx) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    enum pipe_where now = look(n, e);
    if (away(n, e, s->face->from) < 1) s->told = false;    /* from the beginning again */
    if (now == s->where) return;
    bool first = s->where == PIPE_UNKNOWN;
    s->where = now;
    effects_set(fx, p->var, (struct value){.kind = VALUE_WORD, .word = PIPE_WHERE[now]});
    if (first) return;
    if (now != PIPE_CROSSING && !s->told) {
        s->told = true;
        effects_actions(fx, n, &p->on_clear);
    }
    if (now != PIPE_THERE) return;
    s->arrived = e->now;
    effects_actions(fx, n, &p->on_arrive);
}

/* Somebody else has said where it lies. */
static void obey(struct node *n, struct env *e) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    const char *said = vars_get(e->vars, p->var).word;
    if (str_eq(said, PIPE_WHERE[s->where])) return;
    bool there = str_eq(said, PIPE_WHERE[PIPE_THERE]);
    if (!there && !str_eq(said, PIPE_WHERE[PIPE_CROSSING])) return;
    s->end = there ? p->to : p->from;
    s->sag = s->speed = (struct vec2){0, 0};
    s->ms = 0;
    s->where = PIPE_UNKNOWN;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct pipe_state *s = n->state;
    if (!s->face) return;
    obey(n, e);
    float dt = clampf((float)(e->now - s->last) / 1000, 0, .05f);
    s->last = e->now;
    if (s->ms) swim_on(n, e);
    if (e->still) s->sag = s->speed = (struct vec2){0, 0};
    else settle(s, dt);
    tell(n, e, fx);
    bool pulse = s->where == PIPE_THERE && s->arrived && e->now - s->arrived < PIPE_PULSE_MS;
    if (s->ms || s->sag.x != 0 || s->sag.y != 0 || (pulse && !e->still)) env_next_frame(e);
}

/* ---- fingers and keys */
static void drag(struct node *n, struct env *e, const struct node_event *ev) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    struct vec2 d = {ev->at.x - ev->start.x, ev->at.y - ev->start.y};
    if (!s->held || (!s->dragged && hypotf(d.x, d.y) <= ROUTE_SLOP)) return;
    s->dragged = true;
    s->ms = 0;
    move_to(n, e, (struct vec2){s->grip.x + d.x, s->grip.y + d.y});
    if (away(n, e, s->face->to) < p->snap) move_to(n, e, s->face->to), s->end = p->to;
}

static void step(struct node *n, struct env *e, enum ui_key key) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    struct vec2 to = end_of(n, e);
    bool was_there = s->where == PIPE_THERE;
    to.x += key == KEY_LEFT ? -KEY_STEP : key == KEY_RIGHT ? KEY_STEP : 0;
    to.y += key == KEY_UP ? -KEY_STEP : key == KEY_DOWN ? KEY_STEP : 0;
    s->ms = 0;
    move_to(n, e, to);
    if (!was_there && away(n, e, s->face->to) < p->snap) swim(n, e, p->to, SNAP_MS);
}

static void activate(struct node *n, struct env *e, int item) {
    const struct pipe_props *p = node_props(n, e);
    struct pipe_state *s = n->state;
    bool going = s->ms && s->swim_to.x == p->to.x;
    bool back = item == PIPE_END && (going || (!s->ms && s->where == PIPE_THERE));
    swim(n, e, back ? p->from : p->to, SWIM_MS);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct pipe_state *s = n->state;
    (void)fx;
    if (!s->face) return;
    switch (ev->kind) {
    case NODE_DOWN:
        if (ev->item == PIPE_END) s->held = true, s->grip = end_of(n, e);
        break;
    case NODE_MOVE:
        if (ev->item == PIPE_END) drag(n, e, ev);
        break;
    case NODE_UP:
    case NODE_CANCEL: s->held = s->dragged = false; break;
    case NODE_ACTIVATE: activate(n, e, ev->item); break;
    case NODE_KEY: step(n, e, ev->key); break;
    }
    env_next_frame(e);
}

const struct element_kind ELEMENT_PIPE = {
    .name = "pipe", .help = "A pipe over a map: its end is moved until it spares what lies below.",
    .fields = FIELDS, .props_size = sizeof(struct pipe_props), .state_size = sizeof(struct pipe_state),
    .load = load, .init = init, .arrange = pipe_arrange, .tick = tick, .draw = pipe_draw, .event = event};
