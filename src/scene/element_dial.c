/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_dial.c - a day as a ring: an arc between two handles is set by hand, by a tap on an hour or by arrow keys; prints
 * fall on to the hours at which something was seen, and each can be held up. */
#include <scene/dial_view.h>
#include <scene/route.h>
#include <scene/track.h>

enum { SNAP_MS = 180, TRAVEL_MS = 320, ENTER_MS = 900 };
#define LEAST 1.0f           /* hours: the shortest arc, and the shortest gap */
#define ARC_REACH 46.0f      /* canvas units beside the arc that still take it */
#define LIGHT_S .45f         /* seconds from night to day in the window */

#define AT(m) offsetof(struct dial_sky, m)
static const struct field SKY[] = {
    {"hour", FIELD_NUM, AT(hour), FIELD_REQUIRED, 0, 24, NULL, NULL, "hour of the day", NULL, NULL, 0},
    {"color", FIELD_COLOR, AT(color), FIELD_REQUIRED, 0, 0, NULL, NULL, "its sky", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct dial_sort, m)
static const struct field SORT[] = {
    {"id", FIELD_ID, AT(id), FIELD_REQUIRED, 0, 0, NULL, NULL, "name of the sort", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "what a print of this sort shows, in a few words", NULL, NULL, 0},
    {"light", FIELD_NUM, AT(light), 0, 0, 6, "3", NULL, "light in the picture, 0 dusk to 6 dawn", NULL, NULL, 0},
    {"mod", FIELD_COLOR, AT(mod), 0, 0, 0, "#FFFFFF", NULL, "light on the animal: its colours are multiplied by this", NULL, NULL, 0},
    {"files", FIELD_ASSETS, AT(files), FIELD_REQUIRED, 0, 0, NULL, NULL, "drawings, in turn", NULL, NULL, 0},
    {"hours", FIELD_NUMS, AT(hours), FIELD_REQUIRED, 0, 24, NULL, NULL, "where the prints lie on the ring, in turn near its inner and its outer edge; never printed as numbers", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct dial_props, m)
static const struct field FIELDS[] = {
    {"from", FIELD_VAR, AT(from), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable of the first handle: an hour, 0 to 24", NULL, NULL, 0},
    {"to", FIELD_VAR, AT(to), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable of the second handle", NULL, NULL, 0},
    {"dark-var", FIELD_VAR, AT(dark_var), 0, 0, 0, NULL, NULL, "set by the dial: per cent of the arc that lie in the dark", NULL, NULL, 0},
    {"dark", FIELD_NUMS, AT(dark), 0, 0, 24, NULL, NULL, "[from, to]: the dark hours, for dark-var", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(name), FIELD_REQUIRED, 0, 0, NULL, NULL, "what the arc is called when read aloud", NULL, NULL, 0},
    {"from-label", FIELD_TEXT, AT(from_name), FIELD_REQUIRED, 0, 0, NULL, NULL, "what the first handle is called", NULL, NULL, 0},
    {"to-label", FIELD_TEXT, AT(to_name), FIELD_REQUIRED, 0, 0, NULL, NULL, "what the second handle is called", NULL, NULL, 0},
    {"noon", FIELD_TEXT, AT(noon), FIELD_REQUIRED, 0, 0, NULL, NULL, "word at the top of the ring", NULL, NULL, 0},
    {"midnight", FIELD_TEXT, AT(midnight), FIELD_REQUIRED, 0, 0, NULL, NULL, "word at its bottom", NULL, NULL, 0},
    {"radius", FIELD_NUM, AT(radius), FIELD_POSITIVE, 0, 2000, "364", "canvas px", "outer edge of the sky; the element's middle is its middle", NULL, NULL, 0},
    {"hub", FIELD_NUM, AT(hub), FIELD_POSITIVE, 0, 2000, "186", "canvas px", "radius of the window in the middle", NULL, NULL, 0},
    {"step", FIELD_NUM, AT(step), FIELD_POSITIVE, 0, 6, "0.5", "hours", "handles rest on multiples of this", NULL, NULL, 0},
    {"sky", FIELD_LIST, AT(sky), FIELD_REQUIRED, 0, 0, NULL, NULL, "colours of the day, hours ascending", NULL, SKY, sizeof(struct dial_sky)},
    {"file", FIELD_ASSET, AT(file), FIELD_REQUIRED, 0, 0, NULL, NULL, "animal in the window", NULL, NULL, 0},
    {"file-at", FIELD_POINT, AT(file_at), 0, -1000, 1000, "[0, 60]", "canvas px", "middle of its lower edge, from the window's middle", NULL, NULL, 0},
    {"file-width", FIELD_NUM, AT(file_width), FIELD_POSITIVE, 0, 2000, "320", "canvas px", "its width", NULL, NULL, 0},
    {"night-light", FIELD_NUM, AT(night_light), 0, 0, 6, "2.6", NULL, "light of the window by night, 0 dusk to 6 dawn", NULL, NULL, 0},
    {"day-light", FIELD_NUM, AT(day_light), 0, 0, 6, "5.6", NULL, "light of the window by day", NULL, NULL, 0},
    {"shown-if", FIELD_COND, AT(shown_if), 0, 0, 0, NULL, NULL, "the prints fall when this begins to hold", NULL, NULL, 0},
    {"prints", FIELD_LIST, AT(sorts), 0, 0, 0, NULL, NULL, "sorts of prints", NULL, SORT, sizeof(struct dial_sort)},
    {0}};

static bool fault(struct node *n, struct load_env *le, const char *key, const char *what, int have, const char *todo) {
    diag_error(le->diag, node_at(n, key), "dial '%s' has %d %s (%s)", n->common[0].id, have, what, todo);
    return false;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct dial_props *p = props;
    const struct dial_sky *sky = p->sky.items;
    bool ok = true;
    int prints = 0;
    if (p->sky.n < 2) ok = fault(n, le, "sky", "colours of the sky", p->sky.n, "give two at least");
    for (int i = 1; i < p->sky.n; i++)
        if (sky[i].hour <= sky[i - 1].hour) {
            diag_error(le->diag, node_item_at(n, "sky", i, "hour"), "'sky' of dial '%s' does not ascend at %g (order it)", n->common[0].id, (double)sky[i].hour);
            ok = false;
        }
    if (p->dark.n != 0 && p->dark.n != 2) ok = fault(n, le, "dark", "dark hours", p->dark.n, "write [from, to]");
    if (p->hub > p->radius - 60) {
        diag_error(le->diag, node_at(n, "hub"), "'hub' of dial '%s' leaves no ring (make it %g at most)", n->common[0].id, (double)(p->radius - 60));
        ok = false;
    }
    if (p->sorts.n > DIAL_SORTS) ok = fault(n, le, "prints", "sorts of prints", p->sorts.n, "give 6 at most");
    for (int i = 0; i < p->sorts.n; i++) {
        const struct dial_sort *s = dial_sort(p, i);
        prints += s->hours.n;
        if (s->files.n < 1 || s->files.n > DIAL_FILES) ok = fault(n, le, "prints", "drawings in a sort of prints", s->files.n, "give 1 to 6");
    }
    if (prints > DIAL_PRINTS) ok = fault(n, le, "prints", "prints", prints, "give 32 at most");
    return ok;
}

/* ---- where it stands */
rgba dial_sky_at(const struct dial_props *p, float hour) {
    const struct dial_sky *k = p->sky.items;
    hour = dial_wrap(hour);
    if (hour <= k[0].hour) return k[0].color;
    for (int i = 1; i < p->sky.n; i++)
        if (hour <= k[i].hour) return rgba_mix(k[i - 1].color, k[i].color, (hour - k[i - 1].hour) / (k[i].hour - k[i - 1].hour));
    return k[p->sky.n - 1].color;
}
static float luma(rgba c) { return .3f * (float)(c >> 24 & 255u) + .6f * (float)(c >> 16 & 255u) + .1f * (float)(c >> 8 & 255u); }
float dial_daylight(const struct dial_props *p, float hour) {
    const struct dial_sky *k = p->sky.items;
    float lo = 255, hi = 0, at = luma(dial_sky_at(p, hour));
    for (int i = 0; i < p->sky.n; i++) lo = fminf(lo, luma(k[i].color)), hi = fmaxf(hi, luma(k[i].color));
    return hi > lo ? clampf((at - lo) / (hi - lo) * 1.15f, 0, 1) : 1;
}
static bool moving(const struct dial_state *s) { return (s->held && s->dragged) || s->hand[0].ms || s->hand[1].ms; }
float dial_hand_at(const struct node *n, const struct env *e, int hand) {
    const struct dial_state *s = n->state;
    const struct dial_props *p = node_props(n, e);
    return dial_wrap(moving(s) ? s->hand[hand].at : (float)vars_num(e->vars, hand ? p->to : p->from, 0));
}
float dial_span(const struct node *n, const struct env *e) { return dial_wrap(dial_hand_at(n, e, 1) - dial_hand_at(n, e, 0)); }

float dial_fallen(const struct dial_state *s, const struct env *e, int i) {
    if (!s->shown || e->still) return s->shown;
    return clampf((float)(e->now - s->since - i * DIAL_NEXT_MS) / DIAL_FALL_MS, 0, 1);
}

static float hour_at(const struct node *n, struct vec2 at) {
    struct vec2 c = dial_centre(n);
    return dial_wrap((atan2f(at.y - c.y, at.x - c.x) - 1.5707963f) / 6.2831853f * 24);
}
/* Hours from a to b, the short way: -12 .. 12. */
static float way(float a, float b) { return dial_wrap(b - a + 12) - 12; }

/* Per cent of the arc within the dark hours. */
static double darkness(const struct dial_props *p, float from, float span) {
    if (p->dark.n != 2) return 0;
    float night = dial_wrap(p->dark.v[1] - p->dark.v[0]);
    int n = 0, all = (int)lroundf(span * 8);
    for (int i = 0; i < all; i++) n += dial_wrap(from + ((float)i + .5f) / 8 - p->dark.v[0]) < night;
    return all ? 100.0 * n / all : 0;
}

static void tell(struct node *n, struct env *e, struct effects *fx) {
    const struct dial_props *p = node_props(n, e);
    struct dial_state *s = n->state;
    float from = dial_wrap(s->hand[0].at), to = dial_wrap(s->hand[1].at);
    effects_set_num(fx, p->from, (double)from);
    effects_set_num(fx, p->to, (double)to);
    s->told[0] = from;
    s->told[1] = to;
}
/* The variables of the handles may also be set from outside: the dark share follows whoever sets them. */
static void tell_darkness(struct node *n, struct env *e, struct effects *fx) {
    const struct dial_props *p = node_props(n, e);
    if (!p->dark_var) return;
    double dark = darkness(p, dial_hand_at(n, e, 0), dial_span(n, e));
    if (fabs(vars_num(e->vars, p->dark_var, -1) - dark) > .001) effects_set_num(fx, p->dark_var, dark);
}

/* Somebody else has set a handle: what it was on its way to holds no more. */
static void heed_others(struct node *n, const struct env *e) {
    const struct dial_props *p = node_props(n, e);
    struct dial_state *s = n->state;
    float now[2] = {(float)vars_num(e->vars, p->from, 0), (float)vars_num(e->vars, p->to, 0)};
    if (!s->held && (fabsf(now[0] - s->told[0]) > .001f || fabsf(now[1] - s->told[1]) > .001f)) s->hand[0].ms = s->hand[1].ms = 0;
    s->told[0] = now[0];
    s->told[1] = now[1];
}

/* ---- movement */
/* Both handles as they are now, the second after the first. */
static void take_hands(struct node *n, const struct env *e) {
    struct dial_state *s = n->state;
    float from = dial_hand_at(n, e, 0), span = dial_span(n, e);
    s->hand[0] = (struct dial_hand){.at = from, .to = from};
    s->hand[1] = (struct dial_hand){.at = from + span, .to = from + span};
    s->span = span;
}

static void travel(struct node *n, struct env *e, float from, float span, int ms, struct effects *fx) {
    struct dial_state *s = n->state;
    take_hands(n, e);
    float turn = 24 * roundf((s->hand[0].at - from) / 24), to[2] = {from + turn, from + turn + span};
    for (int i = 0; i < 2; i++) {
        struct dial_hand *h = &s->hand[i];
        *h = (struct dial_hand){.at = e->still ? to[i] : h->at, .from = h->at, .to = to[i], .since = e->now, .ms = e->still ? 0 : ms};
    }
    if (e->still) tell(n, e, fx);
}

/* One handle goes to an hour, the other stays. */
static void send(struct node *n, struct env *e, int hand, float hour, int ms, struct effects *fx) {
    const struct dial_props *p = node_props(n, e);
    struct dial_state *s = n->state;
    float from = dial_hand_at(n, e, 0), to = from + dial_span(n, e);
    hour = roundf(hour / p->step) * p->step;
    if (hand) to = hour;
    else from = hour;
    float span = clampf(dial_wrap(to - from), LEAST, 24 - LEAST);
    s->hour = hour;
    travel(n, e, hand ? from : to - span, span, ms, fx);
}

static void send_arc(struct node *n, struct env *e, float by, int ms, struct effects *fx) {
    const struct dial_props *p = node_props(n, e);
    struct dial_state *s = n->state;
    float from = dial_hand_at(n, e, 0) + by;
    from = roundf(from / p->step) * p->step;
    s->hour = dial_wrap(from + dial_span(n, e) / 2);
    travel(n, e, from, dial_span(n, e), ms, fx);
}

static void keep_moving(struct node *n, struct env *e, struct effects *fx) {
    struct dial_state *s = n->state;
    if (!s->hand[0].ms && !s->hand[1].ms) return;
    for (int i = 0; i < 2; i++) {
        struct dial_hand *h = &s->hand[i];
        float t = h->ms ? clampf((float)(e->now - h->since) / (float)h->ms, 0, 1) : 1;
        h->at = lerpf(h->from, h->to, ease(EASE_OUT, t));
        if (t >= 1) h->ms = 0, h->at = h->to;
    }
    env_next_frame(e);
    tell(n, e, fx);
}

/* The window takes the light of its hour; while prints fall, of theirs. */
static void keep_light(struct node *n, struct env *e) {
    const struct dial_props *p = node_props(n, e);
    struct dial_state *s = n->state;
    const struct dial_look *k = s->look;
    if (s->shown && k && k->nprints > 1) {
        float at = (float)(e->now - s->since - DIAL_FALL_MS / 2) / DIAL_NEXT_MS;
        int i = (int)clampf(at, 0, (float)k->nprints - 2);
        if (!e->still && at > 0 && at < (float)k->nprints - 1) s->hour = lerpf(k->print[i].hour, k->print[i + 1].hour, at - (float)i);
    }
    float goal = dial_daylight(p, s->hour), step = env_frame_ms(e, &s->last) / 1000 / LIGHT_S;
    s->light = e->still || fabsf(goal - s->light) <= step ? goal : s->light + (goal > s->light ? step : -step);
    if (s->light != goal) env_next_frame(e);
}

static void begin(struct node *n, struct env *e) {
    struct dial_state *s = n->state;
    const struct dial_props *p = node_props(n, e);
    float from = dial_hand_at(n, e, 0), span = dial_span(n, e);
    s->begun = true;
    s->told[0] = from;
    s->told[1] = dial_wrap(from + span);
    s->last = e->now;
    s->hour = from + span / 2;
    s->light = dial_daylight(p, s->hour);
    s->shown = p->shown_if.n && vars_hold(e->vars, &p->shown_if);
    s->since = e->now - 1000000;
    if (e->still || s->shown) return;
    for (int i = 0; i < 2; i++)      /* the arc opens out of its middle */
        s->hand[i] = (struct dial_hand){.at = from + span / 2, .from = from + span / 2, .to = from + (i ? span : 0), .since = e->now, .ms = ENTER_MS};
}

static void init(struct node *n, struct env *e) {
    struct dial_state *s = n->state;
    (void)e;
    s->big = -1;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct dial_props *p = node_props(n, e);
    struct dial_state *s = n->state;
    if (!s->begun) begin(n, e);
    else heed_others(n, e);
    bool shown = p->shown_if.n && vars_hold(e->vars, &p->shown_if);
    if (shown != s->shown) {
        s->shown = shown;
        s->since = e->now;
        s->big = -1;
    }
    keep_moving(n, e, fx);
    keep_light(n, e);
    tell_darkness(n, e, fx);
    int64_t lasts = s->shown ? (s->look ? s->look->nprints - 1 : 0) * DIAL_NEXT_MS + DIAL_FALL_MS : DIAL_OPEN_MS;
    if (!e->still && e->now < s->since + lasts) env_next_frame(e);
    if (s->big < 0) return;
    if (e->now >= s->big_since + DIAL_STAYS_MS) s->big = -1;
    else if (!e->still && e->now < s->big_since + DIAL_OPEN_MS) env_next_frame(e);
    else env_wake_at(e, s->big_since + DIAL_STAYS_MS);
}

/* ---- fingers and keys */
static int nearest(const struct node *n, const struct env *e, float hour) {
    return fabsf(way(dial_hand_at(n, e, 1), hour)) < fabsf(way(dial_hand_at(n, e, 0), hour));
}
static float from_centre(const struct node *n, struct vec2 at) {
    struct vec2 c = dial_centre(n);
    return hypotf(at.x - c.x, at.y - c.y);
}

/* What a finger that came down there would carry. */
static enum dial_grip grip_at(const struct node *n, const struct env *e, int item, struct vec2 at) {
    const struct dial_props *p = node_props(n, e);
    float r = from_centre(n, at), hour = hour_at(n, at);
    if (item == DIAL_ITEM_FROM) return GRIP_FROM;
    if (item == DIAL_ITEM_TO) return GRIP_TO;
    if (item != DIAL_ITEM_RING || r < p->hub) return GRIP_NONE;
    if (fabsf(r - p->radius - DIAL_ARC) < ARC_REACH && dial_wrap(hour - dial_hand_at(n, e, 0)) < dial_span(n, e)) return GRIP_ARC;
    return nearest(n, e, hour) ? GRIP_TO : GRIP_FROM;
}

static void take(struct node *n, const struct env *e, const struct node_event *ev) {
    struct dial_state *s = n->state;
    s->item = ev->item;
    s->grip = grip_at(n, e, ev->item, ev->at);
    s->held = s->grip != GRIP_NONE;
    s->dragged = false;
}

static void drag(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct dial_state *s = n->state;
    const struct dial_props *p = node_props(n, e);
    if (!s->held) return;
    if (!s->dragged && hypotf(ev->at.x - ev->start.x, ev->at.y - ev->start.y) <= ROUTE_SLOP) return;
    if (!s->dragged) {
        take_hands(n, e);
        s->dragged = true;
        bool jumps = s->item == DIAL_ITEM_RING && s->grip != GRIP_ARC;
        s->finger = jumps ? dial_wrap(s->hand[s->grip == GRIP_TO].at) : hour_at(n, ev->at);
    }
    if (from_centre(n, ev->at) < p->hub / 3) return;     /* so near to the middle an hour says nothing */
    float by = way(s->finger, hour_at(n, ev->at)), from = s->hand[0].at, to = s->hand[1].at;
    s->finger = hour_at(n, ev->at);
    if (s->grip == GRIP_ARC) from += by, to += by;
    else s->span = clampf(s->span + (s->grip == GRIP_TO ? by : -by), -11, 35);
    float span = clampf(s->span, LEAST, 24 - LEAST);
    if (s->grip == GRIP_TO) to = from + span;
    if (s->grip == GRIP_FROM) from = to - span;
    s->hand[0].at = from;
    s->hand[1].at = to;
    s->hour = dial_wrap(s->grip == GRIP_ARC ? (from + to) / 2 : s->grip == GRIP_TO ? to : from);
    tell(n, e, fx);
}

static void release(struct node *n, struct env *e, struct effects *fx) {
    struct dial_state *s = n->state;
    if (s->held && s->dragged) {
        if (s->grip == GRIP_ARC) send_arc(n, e, 0, SNAP_MS, fx);
        else send(n, e, s->grip == GRIP_TO, s->hand[s->grip == GRIP_TO].at, SNAP_MS, fx);
    }
    s->held = s->dragged = false;
}

static void activate(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct dial_props *p = node_props(n, e);
    struct dial_state *s = n->state;
    bool keyed = ev->finger < 0;
    if (ev->item >= DIAL_ITEM_PRINT) {
        int i = ev->item - DIAL_ITEM_PRINT;
        s->big = s->big == i ? -1 : i;
        s->big_since = e->now;
        return;
    }
    s->big = -1;
    if (ev->item == DIAL_ITEM_BIG) return;
    if (ev->item == DIAL_ITEM_RING && keyed) send_arc(n, e, 1, TRAVEL_MS, fx);
    else if (ev->item == DIAL_ITEM_RING && from_centre(n, ev->at) >= p->hub)
        send(n, e, nearest(n, e, hour_at(n, ev->at)), hour_at(n, ev->at), TRAVEL_MS, fx);
    else if (ev->item != DIAL_ITEM_RING && keyed) send(n, e, ev->item == DIAL_ITEM_TO, dial_hand_at(n, e, ev->item == DIAL_ITEM_TO) + 1, TRAVEL_MS, fx);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct dial_props *p = node_props(n, e);
    const struct dial_state *s = n->state;
    float by = ev->key == KEY_RIGHT || ev->key == KEY_UP ? p->step : -p->step;
    int hand = ev->item == DIAL_ITEM_TO;
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
        activate(n, e, ev, fx);
        break;
    case NODE_KEY:
        if (ev->item == DIAL_ITEM_RING) send_arc(n, e, by, SNAP_MS, fx);
        else if (ev->item < DIAL_ITEM_BIG) send(n, e, hand, (s->hand[hand].ms ? s->hand[hand].to : dial_hand_at(n, e, hand)) + by, SNAP_MS, fx);
        break;
    }
}

const struct element_kind ELEMENT_DIAL = {
    .name = "dial", .help = "a day as a ring: an arc with two handles, and prints that fall on to its hours",
    .fields = FIELDS, .props_size = sizeof(struct dial_props), .state_size = sizeof(struct dial_state),
    .load = load, .init = init, .arrange = dial_bake, .tick = tick, .draw = dial_draw, .event = event};
