/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_leap.c - the game of the leap: pull the animal back and let go, or tap it. It flies as far as its register value
 * says, lands beside the ruler (or up along the pole), and leaves a marker there for the next one to be compared with. Two can leap
 * at once, each in a lane of its own. */
#include <scene/leap_look.h>
#include <scene/track.h>
#include <string.h>

#define AT(member) offsetof(struct challenger, member)
static const struct field CHALLENGER_FIELDS[] = {
    {"id", FIELD_ID, AT(id), FIELD_REQUIRED, 0, 0, NULL, NULL, "word that the jumper variable takes", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "name on the chip", NULL, NULL, 0},
    {"fact", FIELD_FACT, AT(fact), 0, 0, 0, NULL, NULL, "length of the full leap; its qualifier opens the end of the bar", NULL, NULL, 0},
    {"reach", FIELD_NUM, AT(reach), 0, 0, 30, "0", "m", "length of the full leap where it is no fact but a rule of the game", NULL, NULL, 0},
    {"reach-var", FIELD_VAR, AT(reach_var), 0, 0, 0, NULL, NULL, "variable with the metres of the full leap, instead of 'reach' as soon as it is above 0", NULL, NULL, 0},
    {"apex", FIELD_NUM, AT(apex), FIELD_POSITIVE, 0, 10, "1", "m", "height of the body's middle at the top of a full leap", NULL, NULL, 0},
    {"across", FIELD_NUM, AT(across), FIELD_POSITIVE, 0, 10, "1", "m", "straight up: how far ahead the full leap gets", NULL, NULL, 0},
    {"stays", FIELD_BOOL, AT(stays), 0, 0, 0, "false", NULL, "straight up: the full leap ends on a ledge at its height; apex is counted from there", NULL, NULL, 0},
    {"air-ms", FIELD_NUM, AT(air_ms), FIELD_POSITIVE, 0, 4000, "1000", "ms", "time in the air of a full leap", NULL, NULL, 0},
    {"files", FIELD_ASSETS, AT(files), 0, 0, 0, NULL, NULL, "drawings of the leap in order, all with the same view", NULL, NULL, 0},
    {"still", FIELD_ASSET, AT(still), 0, 0, 0, NULL, NULL, "one drawing that flies the arc, instead of files", NULL, NULL, 0},
    {"ms", FIELD_NUMS, AT(ms), 0, 0, 5000, NULL, "ms", "how long each drawing is shown", NULL, NULL, 0},
    {"advance", FIELD_NUMS, AT(advance), 0, 0, 0, NULL, "drawing units", "how far the body moves when a drawing appears", NULL, NULL, 0},
    {"mid-height", FIELD_NUMS, AT(mid), 0, -1000, 1000, NULL, "cm", "height of the body's middle above the ground in each drawing", NULL, NULL, 0},
    {"view", FIELD_POINT, AT(view), FIELD_REQUIRED, 1, 20000, NULL, "drawing units", "width and height of a drawing", NULL, NULL, 0},
    {"units-per-cm", FIELD_NUM, AT(units_per_cm), FIELD_POSITIVE, 0, 1000, "10", "drawing units", "scale of the drawings", NULL, NULL, 0},
    {"ground-unit", FIELD_NUM, AT(ground_unit), 0, 0, 0, "-1", "drawing units", "y of the ground in a drawing; -1 = its lower edge", NULL, NULL, 0},
    {"anchor-unit", FIELD_NUM, AT(anchor_unit), 0, 0, 0, "-1", "drawing units", "x of the body's middle in a drawing; -1 = the middle", NULL, NULL, 0},
    {"start-unit", FIELD_NUM, AT(start_unit), 0, 0, 0, "-1", "drawing units", "x in the first drawing of what stands at zero (toes); -1 = the body's middle", NULL, NULL, 0},
    {"handle", FIELD_POINT, AT(handle), 0, 0, 0, "[0, 0]", "drawing units", "where the pull ring sits in the first drawing; 0, 0 = the body's middle", NULL, NULL, 0},
    {"take-off", FIELD_INT, AT(take_off), 0, 0, LEAP_FRAMES, "0", NULL, "first drawing in the air, from 1; 0 = the first", NULL, NULL, 0},
    {"touch-down", FIELD_INT, AT(touch_down), 0, 0, LEAP_FRAMES, "0", NULL, "last drawing in the air, from 1; 0 = the last", NULL, NULL, 0},
    {"color", FIELD_COLOR, AT(mark), 0, 0, 0, "larch-500", NULL, "colour of the marker on the ruler", NULL, NULL, 0},
    {"tint", FIELD_COLOR, AT(tint), 0, 0, 0, "#00000000", NULL, "fills the drawings' shape with one colour", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(member) offsetof(struct leap_player, member)
static const struct field PLAYER_FIELDS[] = {
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "name on the chip: the shape of the mark (the first has a disc, the second a diamond)", NULL, NULL, 0},
    {"color", FIELD_COLOR, AT(color), 0, 0, 0, "larch-500", NULL, "colour of ring and mark", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(member) offsetof(struct leap_props, member)
static const struct field FIELDS[] = {
    {"unit-px", FIELD_NUM, AT(unit_px), FIELD_REQUIRED | FIELD_POSITIVE, 0, 2000, NULL, "canvas px", "length of a metre", NULL, NULL, 0},
    {"zero-x", FIELD_NUM, AT(zero_x), 0, 0, 0, NULL, "stage px", "x of the ruler's zero", NULL, NULL, 0},
    {"ground-y", FIELD_NUM, AT(ground_y), FIELD_REQUIRED, 0, 0, NULL, "stage px", "y of the ground", NULL, NULL, 0},
    {"line-y", FIELD_NUM, AT(line_y), 0, 0, 0, "0", "stage px", "y of the ruler's line; 0 = 18 below the ground", NULL, NULL, 0},
    {"chip-rise", FIELD_NUM, AT(chip_rise), 0, -2000, 2000, "330", "canvas px", "height of the result chips above the ground; negative = below", NULL, NULL, 0},
    {"pull-px", FIELD_NUM, AT(pull_px), FIELD_POSITIVE, 60, 1000, "220", "canvas px", "length of the full pull", NULL, NULL, 0},
    {"up", FIELD_BOOL, AT(up), 0, 0, 0, "false", NULL, "leap straight up along a pole", NULL, NULL, 0},
    {"pole-x", FIELD_NUM, AT(pole_x), 0, 0, 0, "0", "stage px", "x of the pole; the chips lie to its right", NULL, NULL, 0},
    {"two-if", FIELD_COND, AT(two_if), 0, 0, 0, NULL, NULL, "while this holds, two leap at once, each in a lane", NULL, NULL, 0},
    {"lane-rise", FIELD_NUM, AT(lane_rise), FIELD_POSITIVE, 0, 600, "150", "canvas px", "how much higher the second lane lies", NULL, NULL, 0},
    {"players", FIELD_LIST, AT(players), 0, 0, 0, NULL, NULL, "the two, where 'two-if' is given", NULL, PLAYER_FIELDS, sizeof(struct leap_player)},
    {"mod", FIELD_COLOR, AT(mod), 0, 0, 0, "#FFFFFF", NULL, "light of the scene on the drawings, multiplied", NULL, NULL, 0},
    {"jumper", FIELD_VAR, AT(jumper), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable with the id of who leaps", NULL, NULL, 0},
    {"distance", FIELD_VAR, AT(distance), 0, 0, 0, NULL, NULL, "variable set to the metres of the last leap", NULL, NULL, 0},
    {"landed", FIELD_VAR, AT(landed), 0, 0, 0, NULL, NULL, "variable set to 1 after landing and to 0 when ready", NULL, NULL, 0},
    {"flying", FIELD_VAR, AT(flying), 0, 0, 0, NULL, NULL, "variable set to 1 at the take-off and to 0 after landing", NULL, NULL, 0},
    {"pull-label", FIELD_TEXT, AT(pull_label), FIELD_REQUIRED, 0, 0, NULL, NULL, "what the pull ring is called when read aloud", NULL, NULL, 0},
    {"result", FIELD_TEXT, AT(result), FIELD_REQUIRED, 0, 0, NULL, NULL, "chip after a short pull; may use {label}, {distance} and {record}", NULL, NULL, 0},
    {"record", FIELD_TEXT, AT(record), FIELD_REQUIRED, 0, 0, NULL, NULL, "chip after the full leap; {record} is the fact with its qualifier", NULL, NULL, 0},
    {"challengers", FIELD_LIST, AT(challengers), FIELD_REQUIRED, 0, 0, NULL, NULL, "who can leap", NULL, CHALLENGER_FIELDS, sizeof(struct challenger)},
    {0}};

/* ---- load */
static float metres_in(const char *unit) {
    return str_eq(unit, "m") ? 1 : str_eq(unit, "cm") ? .01f : str_eq(unit, "km") ? 1000 : 0;
}

static bool read_fact(struct challenger *c, int i, struct node *n, struct load_env *le) {
    if (!c->fact == !(c->reach > 0)) {
        diag_error(le->diag, node_item_at(n, "challengers", i, "reach"), "challenger '%s' needs one of 'fact' and 'reach' (it has %s)", c->id, c->fact ? "both" : "none");
        return false;
    }
    if (!c->fact) c->full = c->reach, c->decimals = 1;
    if (!le->facts || !c->fact) return true;    /* the check of references speaks */
    const struct fact_value *v = NULL;
    if (!fact_find(le->facts, c->fact, &v)) return true;
    float unit = metres_in(v ? v->unit : NULL);
    if (!v || v->kind != FACT_NUM || unit <= 0 || v->num <= 0) {
        diag_error(le->diag, node_item_at(n, "challengers", i, "fact"), "fact '%s' of challenger '%s' is no length (use one with unit m, cm or km)", c->fact, c->id);
        return false;
    }
    c->full = (float)v->num * unit;
    c->decimals = v->decimals;
    for (int k = 0; k < v->qualifiers.n; k++)
        c->open |= str_eq(v->qualifiers.v[k], "more than") || str_eq(v->qualifiers.v[k], "at least");
    return true;
}

static bool count_is(const struct nums *v, int n, const char *key, const struct challenger *c, struct pos at, struct load_env *le) {
    if (v->n == 0 || v->n == n) return true;
    diag_error(le->diag, at, "'%s' of challenger '%s' has %d numbers for %d drawings (write one for each)", key, c->id, v->n, n);
    return false;
}

static bool check_frames(struct challenger *c, int i, struct node *n, struct load_env *le) {
    int k = c->files.n;
    if (k == 0 || k > LEAP_FRAMES) {
        diag_error(le->diag, node_item_at(n, "challengers", i, "files"), "challenger '%s' has %d drawings (give 1 to %d as 'files', or one as 'still')", c->id, k, LEAP_FRAMES);
        return false;
    }
    if (c->take_off == 0) c->take_off = 1;
    if (c->touch_down == 0) c->touch_down = k;
    if (c->take_off > c->touch_down || c->touch_down > k) {
        diag_error(le->diag, node_item_at(n, "challengers", i, "take-off"), "'take-off' %d and 'touch-down' %d of challenger '%s' do not fit %d drawings (from 1, in order)", c->take_off, c->touch_down, c->id, k);
        return false;
    }
    return count_is(&c->ms, k, "ms", c, node_item_at(n, "challengers", i, "ms"), le) &
           count_is(&c->advance, k, "advance", c, node_item_at(n, "challengers", i, "advance"), le) &
           count_is(&c->mid, k, "mid-height", c, node_item_at(n, "challengers", i, "mid-height"), le);
}

static bool load_challenger(struct challenger *c, int i, bool up, struct node *n, struct load_env *le) {
    if (c->files.n == 0 && c->still) {
        const char **one = arena_new(le->arena, const char *);
        if (!one) return false;
        *one = c->still;
        c->files = (struct strs){one, 1};
    }
    if (!check_frames(c, i, n, le)) return false;
    if (c->ground_unit < 0) c->ground_unit = c->view.y;
    if (c->anchor_unit < 0) c->anchor_unit = c->view.x / 2;
    if (c->start_unit < 0) c->start_unit = c->anchor_unit;
    c->full = 1;
    bool ok = read_fact(c, i, n, le);
    c->qualified = c->fact ? arena_printf(le->arena, "{%s.qualified}", c->fact) : NULL;
    float *ahead = NULL;
    if (c->advance.n) {
        ahead = arena_array(le->arena, float, c->advance.n);
        for (int k = 0; ahead && k < c->advance.n; k++) ahead[k] = c->advance.v[k] / c->units_per_cm;
    }
    c->body = (struct leap_body){.mid = c->mid.n ? c->mid.v : NULL, .ahead = ahead, .ms = c->ms.n ? c->ms.v : NULL, .n = c->files.n,
                                 .air0 = c->take_off - 1, .air1 = c->touch_down - 1, .full = c->full, .apex = c->apex, .air_ms = c->air_ms, .across = up ? c->across : 0, .stays = c->stays};
    return ok && !le->arena->failed;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct leap_props *p = props;
    if (p->challengers.n == 0 || p->challengers.n > LEAP_MAX) {
        diag_error(le->diag, node_at(n, "challengers"), "'challengers' has %d entries (give 1 to %d)", p->challengers.n, LEAP_MAX);
        return false;
    }
    if (p->two_if.n && p->players.n != LEAP_LANES) {
        diag_error(le->diag, node_at(n, "players"), "'players' has %d entries, but 'two-if' lets %d leap (give one for each)", p->players.n, LEAP_LANES);
        return false;
    }
    if (p->line_y == 0) p->line_y = p->ground_y + 18;
    bool ok = true;
    struct challenger *c = p->challengers.items;
    for (int i = 0; i < p->challengers.n; i++) ok &= load_challenger(&c[i], i, p->up, n, le);
    return ok;
}

/* ---- play */
float leap_full(const struct challenger *c, const struct env *e) {
    float own = c->reach_var ? (float)vars_num(e->vars, c->reach_var, 0) : 0;
    return own > 0 ? own : c->full;
}

float leap_metres(const struct challenger *c, const struct env *e, float share, bool *record) {
    *record = share >= LEAP_SNAP;
    return leap_full(c, e) * (*record ? 1 : share);
}

void leap_plan(struct leap_plan *plan, const struct challenger *c, const struct env *e, float d) {
    struct leap_body body = c->body;
    body.full = fmaxf(leap_full(c, e), d);    /* a leap that was leapt stays as it was */
    leap_plan_make(plan, &body, d);
}

float leap_lasts(const struct leap_plan *p, const struct env *e) { return e->still ? LEAP_POSES * LEAP_POSE_MS : p->end; }

float leap_ms(const struct leap_lane *l, const struct env *e) { return (float)(e->now - l->since); }

static void begin(struct leap_lane *l, const struct env *e, enum leap_mode mode) {
    l->mode = mode;
    l->since = e->now;
}

static void ready(struct leap_lane *l, const struct leap_props *p, const struct env *e, struct effects *fx) {
    begin(l, e, LEAP_READY);
    l->pull = (struct vec2){0, 0};
    l->share = 0;
    if (p->landed) effects_set_num(fx, p->landed, 0);
}

static void leap(struct leap_lane *l, const struct challenger *c, const struct leap_props *p, const struct env *e, float share, struct effects *fx) {
    l->d = leap_metres(c, e, share, &l->record);
    l->share = 0;
    l->pull = (struct vec2){0, 0};
    begin(l, e, LEAP_FLY);
    if (p->flying) effects_set_num(fx, p->flying, 1);
}

static void land(struct leap_state *s, int lane, const struct leap_props *p, struct env *e, struct effects *fx) {
    struct leap_lane *l = &s->lane[lane];
    begin(l, e, LEAP_LANDED);
    *(s->two ? &s->duel[lane] : &s->done[s->who]) = (struct leap_done){l->d, l->record};
    if (p->distance) effects_set_num(fx, p->distance, (double)roundf(l->d * 100) / 100);
    if (p->landed) effects_set_num(fx, p->landed, 1);
    if (p->flying) effects_set_num(fx, p->flying, 0);
    e->relayout = true;    /* its chip has a text now */
}

/* Who the variable names; the first when it names nobody. */
static int named(const struct leap_props *p, const struct env *e) {
    struct value v = vars_get(e->vars, p->jumper);
    for (int i = 0; v.kind == VALUE_WORD && i < p->challengers.n; i++)
        if (str_eq(leap_who(p, i)->id, v.word)) return i;
    return 0;
}
static bool two_of(const struct leap_props *p, const struct env *e) { return p->two_if.n && vars_hold(e->vars, &p->two_if); }

static void init(struct node *n, struct env *e) {
    struct leap_state *s = n->state;
    s->who = named(node_props(n, e), e);
    s->two = two_of(node_props(n, e), e);
    for (int i = 0; i < LEAP_LANES; i++) begin(&s->lane[i], e, LEAP_READY);
}

static void keep_time(struct leap_state *s, int lane, const struct leap_props *p, struct env *e, struct effects *fx) {
    struct leap_lane *l = &s->lane[lane];
    struct leap_plan plan;
    bool ambient = false;
    switch (l->mode) {
    case LEAP_FLY:
        leap_plan(&plan, leap_who(p, s->who), e, l->d);
        if (leap_ms(l, e) >= leap_lasts(&plan, e)) land(s, lane, p, e, fx);
        else if (e->still) env_wake_at(e, l->since + ((e->now - l->since) / LEAP_POSE_MS + 1) * LEAP_POSE_MS);
        else env_next_frame(e);
        break;
    case LEAP_CREEP:
        if (e->still || leap_ms(l, e) >= LEAP_CREEP_MS) ready(l, p, e, fx);
        else env_next_frame(e);
        break;
    case LEAP_LANDED:
        if (!e->still && leap_ms(l, e) < LEAP_PUFF_MS) env_next_frame(e);
        break;
    default:
        env_ambient(e, &ambient);
        if (ambient) env_next_frame(e);
    }
}

/* Others leap now, or more or fewer: who is in the air has landed, and all stand ready. */
static void change(struct leap_state *s, int who, bool two, const struct leap_props *p, struct env *e, struct effects *fx) {
    for (int i = 0; i <= (int)s->two; i++)
        if (s->lane[i].mode == LEAP_FLY) land(s, i, p, e, fx);
    if (who != s->who || !two) memset(s->duel, 0, sizeof s->duel);
    s->who = who;
    s->two = two;
    for (int i = 0; i < LEAP_LANES; i++) ready(&s->lane[i], p, e, fx);
    e->relayout = true;
}

static bool in_the_air(const struct leap_state *s) {
    for (int i = 0; i <= (int)s->two; i++)
        if (s->lane[i].mode == LEAP_FLY) return true;
    return false;
}

/* ms: until when those who leapt keep their place; in the past when nobody has to. Whoever flies is asked again on landing. */
static int64_t seen_until(const struct leap_state *s) {
    int64_t until = 0;
    for (int i = 0; i <= (int)s->two; i++)
        if (s->lane[i].mode == LEAP_LANDED && s->lane[i].since + LEAP_SEEN_MS > until) until = s->lane[i].since + LEAP_SEEN_MS;
    return until;
}

/* Another one, chosen while somebody is in the air, comes after the landing. */
static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct leap_state *s = n->state;
    const struct leap_props *p = node_props(n, e);
    int who = named(p, e);
    bool two = two_of(p, e), other = who != s->who, flies = in_the_air(s);
    if (two != s->two || (other && !flies && seen_until(s) <= e->now)) change(s, who, two, p, e, fx);
    else if (other && !flies) env_wake_at(e, seen_until(s));
    for (int i = 0; i <= (int)s->two; i++) keep_time(s, i, p, e, fx);
}

/* Back (against the leap) and down both count: near the left edge there is more room below. */
static void pulled(struct leap_lane *l, const struct leap_props *p, struct vec2 by) {
    struct vec2 v = {fminf(by.x, 0), fmaxf(by.y, 0)};
    float len = sqrtf(v.x * v.x + v.y * v.y), most = p->pull_px;
    if (len > most) v = (struct vec2){v.x * most / len, v.y * most / len};
    l->pull = v;
    l->share = clampf(len / most, 0, 1);
}

/* Two items a lane: the ring and the animal. While a finger pulls, others in the same lane mean nothing; while another one
 * waits for a landing, nobody begins. */
static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct leap_state *s = n->state;
    const struct leap_props *p = node_props(n, e);
    int lane = ev->item / 2, who = named(p, e);
    bool begins = ev->kind == NODE_DOWN || ev->kind == NODE_ACTIVATE;
    if (ev->item < 0 || lane > (int)s->two) return;
    struct leap_lane *l = &s->lane[lane];
    bool pulling = l->mode == LEAP_PULL;
    if (l->mode == LEAP_FLY || (pulling && ev->finger != l->finger)) return;
    if (begins && who != s->who) {
        if (in_the_air(s)) return;
        change(s, who, s->two, p, e, fx);
    }
    const struct challenger *c = leap_who(p, s->who);
    switch (ev->kind) {
    case NODE_DOWN:
        if (l->mode == LEAP_LANDED) ready(l, p, e, fx);
        begin(l, e, LEAP_PULL);
        l->finger = ev->finger;
        pulled(l, p, (struct vec2){0, 0});
        break;
    case NODE_MOVE:
        if (pulling) pulled(l, p, (struct vec2){ev->at.x - ev->start.x, ev->at.y - ev->start.y});
        break;
    case NODE_UP:
        if (pulling && l->share * p->pull_px >= LEAP_MIN_PULL) leap(l, c, p, e, l->share, fx);
        else if (pulling) begin(l, e, LEAP_CREEP);
        break;
    case NODE_CANCEL:
        if (pulling) begin(l, e, LEAP_CREEP);
        break;
    case NODE_ACTIVATE:
        if (l->mode == LEAP_LANDED) ready(l, p, e, fx);
        leap(l, c, p, e, 1, fx);
        break;
    case NODE_KEY: break;
    }
}

static const char *const ARGS[] = {"label", "distance", "record", NULL};
const struct element_kind ELEMENT_LEAP = {
    .name = "leap", .help = "the game of the leap: pull back and let go, or tap",
    .fields = FIELDS, .props_size = sizeof(struct leap_props), .state_size = sizeof(struct leap_state), .multi = true,
    .load = load, .init = init, .arrange = leap_arrange, .tick = tick, .draw = leap_draw, .event = event, .args = ARGS};
