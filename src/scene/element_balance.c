/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_balance.c - a balance: a load whose weight is reported as a range against equal weights that a visitor puts on by a
 * tap, a drag or the arrow keys. A load of which nothing is known is as heavy as the visitor says. */
#include <scene/balance_view.h>
#include <scene/route.h>

enum { SWING_MS = 1900 };
#define LEAST_TILT .22       /* whoever is heavier at all is seen to be */

#define AT(m) offsetof(struct balance_load, m)
static const struct field LOAD[] = {
    {"id", FIELD_ID, AT(id), FIELD_REQUIRED, 0, 0, NULL, NULL, "name of the load", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "who it is, when read aloud", NULL, NULL, 0},
    {"file", FIELD_ASSET, AT(file), FIELD_REQUIRED, 0, 0, NULL, NULL, "its drawing", NULL, NULL, 0},
    {"width", FIELD_NUM, AT(width), FIELD_POSITIVE, 0, 1000, "360", "canvas px", "width of the drawing", NULL, NULL, 0},
    {"tint", FIELD_COLOR, AT(tint), 0, 0, 0, "#00000000", NULL, "fills the shape with one colour", NULL, NULL, 0},
    {"fact", FIELD_FACT, AT(fact), 0, 0, 0, NULL, NULL, "its weight, a range, or the least; none: as heavy as the visitor says", NULL, NULL, 0},
    {"to", FIELD_FACT, AT(to), 0, 0, 0, NULL, NULL, "the most, where it is a fact of its own", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct balance_props, m)
static const struct field FIELDS[] = {
    {"load", FIELD_VAR, AT(load), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable: which load stands on the board, 0 = first", NULL, NULL, 0},
    {"count", FIELD_VAR, AT(count), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable: how many weights lie on the other board", NULL, NULL, 0},
    {"each", FIELD_VAR, AT(each), FIELD_REQUIRED, 0, 0, NULL, NULL, "variable: what one of them weighs", NULL, NULL, 0},
    {"sum", FIELD_VAR, AT(sum), 0, 0, 0, NULL, NULL, "set by the balance: what they weigh together", NULL, NULL, 0},
    {"state", FIELD_VAR, AT(state), 0, 0, 0, NULL, NULL, "set by the balance: light, level or heavy (the weights); own where nothing is known", NULL, NULL, 0},
    {"like", FIELD_VAR, AT(like), 0, 0, 0, NULL, NULL, "set by the balance: the first load that may weigh as much as they do; less, between or more", NULL, NULL, 0},
    {"max", FIELD_INT, AT(max), 0, 1, BALANCE_WEIGHTS, "20", NULL, "most weights", NULL, NULL, 0},
    {"file", FIELD_ASSET, AT(file), FIELD_REQUIRED, 0, 0, NULL, NULL, "drawing of a weight", NULL, NULL, 0},
    {"weight-width", FIELD_NUM, AT(weight_width), FIELD_POSITIVE, 0, 200, "58", "canvas px", "its width", NULL, NULL, 0},
    {"pivot", FIELD_POINT, AT(pivot), FIELD_REQUIRED, -2000, 4000, NULL, "canvas px", "where the beam rests on the pole", NULL, NULL, 0},
    {"stock", FIELD_POINT, AT(stock), FIELD_REQUIRED, -2000, 4000, NULL, "canvas px", "where weights are taken from: middle of the lower edge", NULL, NULL, 0},
    {"ground", FIELD_NUM, AT(ground), FIELD_REQUIRED, 0, 4000, NULL, "canvas px", "where the pole stands", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(name), FIELD_REQUIRED, 0, 0, NULL, NULL, "what the balance is called when read aloud", NULL, NULL, 0},
    {"add-label", FIELD_TEXT, AT(add_name), FIELD_REQUIRED, 0, 0, NULL, NULL, "add a weight", NULL, NULL, 0},
    {"take-label", FIELD_TEXT, AT(take_name), FIELD_REQUIRED, 0, 0, NULL, NULL, "take a weight off", NULL, NULL, 0},
    {"loads", FIELD_LIST, AT(loads), FIELD_REQUIRED, 0, 0, NULL, NULL, "who may stand on the board", NULL, LOAD, sizeof(struct balance_load)},
    {0}};

static bool limits(struct node *n, struct load_env *le, struct balance_load *l, int i) {
    const struct fact_value *v = NULL, *to = NULL;
    l->least = l->most = 0;
    if (!l->fact || !le->facts || !fact_find(le->facts, l->fact, &v) || !v) return true;      /* the check of references speaks */
    if (l->to && (!fact_find(le->facts, l->to, &to) || !to)) return true;
    l->least = v->kind == FACT_RANGE ? v->min : v->num;
    const struct fact_value *end = to ? to : v;
    l->most = end->kind == FACT_RANGE ? end->max : end->num;
    if (v->kind != FACT_TEXT && end->kind != FACT_TEXT && l->most >= l->least && l->most > 0) return true;
    diag_error(le->diag, node_item_at(n, "loads", i, l->to ? "to" : "fact"), "load '%s' has no weight from %g to %g (name facts with numbers, the smaller one first)",
               l->id, l->least, l->most);
    return false;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct balance_props *p = props;
    bool ok = true;
    if (p->loads.n < 1 || p->loads.n > BALANCE_LOADS) {
        diag_error(le->diag, node_at(n, "loads"), "balance '%s' has %d loads (give 1 to %d)", n->common[0].id, p->loads.n, BALANCE_LOADS);
        return false;
    }
    for (int i = 0; i < p->loads.n; i++) ok &= limits(n, le, (struct balance_load *)p->loads.items + i, i);
    return ok;
}

/* ---- where things are */
static struct vec2 placed(const struct node *n, const struct env *e, struct vec2 at) {
    float x = n->box.x + at.x;
    if (balance_side(n, e) < 0) x = n->box.x + n->box.w - at.x;
    return (struct vec2){x, n->box.y + at.y};
}
struct vec2 balance_pivot(const struct node *n, const struct env *e) { return placed(n, e, ((const struct balance_props *)node_props(n, e))->pivot); }
struct vec2 balance_stock(const struct node *n, const struct env *e) { return placed(n, e, ((const struct balance_props *)node_props(n, e))->stock); }
struct vec2 balance_board(const struct node *n, const struct env *e, int side) {
    const struct balance_state *s = n->state;
    struct vec2 p = balance_pivot(n, e);
    float slope = BALANCE_SLOPE * s->tilt * (float)side;
    return (struct vec2){p.x + balance_side(n, e) * (float)side * BALANCE_ARM, p.y + slope * BALANCE_ARM + BALANCE_YOKE + BALANCE_ROPE};
}
struct vec2 balance_place(const struct node *n, const struct env *e, int i) {
    const struct balance_state *s = n->state;
    struct vec2 b = balance_board(n, e, 1), size = s->look ? s->look->weight_size : (struct vec2){0, 0};
    int row = i / BALANCE_ROW, col = i % BALANCE_ROW;
    float step = size.x + 4, shift = row % 2 ? step * .22f : 0;
    return (struct vec2){b.x + ((float)col - (BALANCE_ROW - 1) / 2.0f) * step + shift - step * .11f, b.y - (float)row * size.y * .93f};
}
int balance_count(const struct node *n, const struct env *e) {
    const struct balance_props *p = node_props(n, e);
    return (int)clampf((float)vars_num(e->vars, p->count, 0), 0, (float)p->max);
}
int balance_loaded(const struct node *n, const struct env *e) {
    const struct balance_props *p = node_props(n, e);
    return (int)clampf((float)vars_num(e->vars, p->load, 0), 0, (float)(p->loads.n - 1));
}

/* ---- weighing */
static double sum(const struct node *n, const struct env *e) {
    const struct balance_props *p = node_props(n, e);
    return balance_count(n, e) * vars_num(e->vars, p->each, 0);
}
/* Tilt that the beam comes to rest at; *word: what the weights are. */
static float rest(const struct node *n, const struct env *e, const char **word) {
    const struct balance_load *l = balance_load(node_props(n, e), balance_loaded(n, e));
    double kg = sum(n, e), out = 0;
    *word = l->most > 0 ? "level" : "own";
    if (l->most <= 0) return kg > 0 ? 0 : -1;
    if (kg < l->least) *word = "light", out = -fmax(LEAST_TILT, (l->least - kg) / l->least);
    if (kg > l->most) *word = "heavy", out = fmax(LEAST_TILT, fmin(1, (kg - l->most) / l->least));
    return (float)out;
}
static const char *like(const struct node *n, const struct env *e) {
    const struct balance_props *p = node_props(n, e);
    double kg = sum(n, e), top = 0;
    bool above = false;
    for (int i = 0; i < p->loads.n; i++) {
        const struct balance_load *l = balance_load(p, i);
        if (l->most > 0 && kg >= l->least && kg <= l->most) return l->id;
        above |= l->most > 0 && kg > l->most;
        top = fmax(top, l->most);
    }
    return kg > top ? "more" : above ? "between" : "less";
}

static void say(struct env *e, struct effects *fx, const char *var, const char *word) {
    struct value v = {.kind = VALUE_WORD, .word = word};
    if (var && !value_eq(vars_get(e->vars, var), v)) effects_set(fx, var, v);
}

static void push(struct node *n, struct env *e, float to, int delay) {
    struct balance_state *s = n->state;
    s->from = s->tilt;
    s->to = to;
    s->since = e->now + delay;
    s->swings = !e->still;
    if (e->still) s->tilt = to;
}

static void swing(struct node *n, struct env *e) {
    struct balance_state *s = n->state;
    if (!s->swings) return;
    float t = (float)(e->now - s->since) / 1000;
    if (e->still || t >= SWING_MS / 1000.0f) s->swings = false, s->tilt = s->to;
    else if (t > 0) s->tilt = s->to + (s->from - s->to) * expf(-2.9f * t) * cosf(6.2f * t);
    if (s->swings) env_next_frame(e);
}

static void notice(struct node *n, struct env *e, struct effects *fx) {
    const struct balance_props *p = node_props(n, e);
    struct balance_state *s = n->state;
    const char *word;
    float to = rest(n, e, &word);
    int count = balance_count(n, e), load = balance_loaded(n, e);
    say(e, fx, p->state, word);
    say(e, fx, p->like, like(n, e));
    if (p->sum && fabs(vars_num(e->vars, p->sum, -1) - sum(n, e)) > .001) effects_set_num(fx, p->sum, sum(n, e));
    if (s->begun && count == s->count && load == s->load && s->to == to) return;
    bool flies = s->begun && count > s->count, changed = s->begun && (count != s->count || load != s->load);
    if (!s->begun) s->tilt = s->to = to;
    else if (changed || s->to != to) push(n, e, to, flies && !e->still ? BALANCE_FLY_MS - 60 : 0);
    if (changed && s->from == to) s->from = to + (flies ? .05f : -.05f);       /* a tremor where nothing else moves */
    s->begun = true;
    s->count = count;
    s->load = load;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct balance_state *s = n->state;
    notice(n, e, fx);
    swing(n, e);
    for (int i = 0; i < s->count; i++)
        if (!e->still && e->now < s->born[i] + BALANCE_FLY_MS) env_next_frame(e);
    if (s->left_at && (e->still || e->now >= s->left_at + BALANCE_FLY_MS)) s->left_at = 0;
    if (s->left_at) env_next_frame(e);
}

static void init(struct node *n, struct env *e) {
    struct balance_state *s = n->state;
    (void)e;
    for (int i = 0; i < BALANCE_WEIGHTS; i++) s->born[i] = -1000000;
}

/* ---- hands */
static void add(struct node *n, struct env *e, struct vec2 from, struct effects *fx) {
    const struct balance_props *p = node_props(n, e);
    struct balance_state *s = n->state;
    int count = balance_count(n, e);
    if (count >= p->max) return;
    s->born[count] = e->now;
    s->start[count] = from;
    effects_set_num(fx, p->count, count + 1);
}
static void take(struct node *n, struct env *e, struct vec2 from, struct effects *fx) {
    const struct balance_props *p = node_props(n, e);
    struct balance_state *s = n->state;
    int count = balance_count(n, e);
    if (count < 1) return;
    s->left = from;
    s->left_at = e->now;
    effects_set_num(fx, p->count, count - 1);
}
static bool over_board(const struct node *n, const struct env *e, struct vec2 at) {
    struct vec2 b = balance_board(n, e, 1);
    return box_has((struct box){b.x - BALANCE_BOARD_W / 2 - 40, b.y - BALANCE_ROPE - 40, BALANCE_BOARD_W + 80, BALANCE_ROPE + 100}, at);
}

/* A weight that was carried is set down where the finger left it, or goes back to where it came from. */
static void release(struct node *n, struct env *e, bool counts, struct effects *fx) {
    struct balance_state *s = n->state;
    struct vec2 at = s->finger;
    int count = balance_count(n, e);
    bool over = over_board(n, e, at);
    if (s->held && s->dragged && s->item == BALANCE_ITEM_ADD) {
        if (counts && over && count < ((const struct balance_props *)node_props(n, e))->max) add(n, e, at, fx);
        else s->left = at, s->left_at = e->now;
    }
    if (s->held && s->dragged && s->item == BALANCE_ITEM_TAKE && count > 0) {
        if (counts && !over) take(n, e, at, fx);
        else s->born[count - 1] = e->now, s->start[count - 1] = at;
    }
    s->held = s->dragged = false;
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct balance_state *s = n->state;
    int count = balance_count(n, e);
    switch (ev->kind) {
    case NODE_DOWN:
        s->held = true;
        s->dragged = false;
        s->item = ev->item;
        s->finger = ev->at;
        break;
    case NODE_MOVE:
        if (s->held && hypotf(ev->at.x - ev->start.x, ev->at.y - ev->start.y) > ROUTE_SLOP) s->dragged = true;
        s->finger = ev->at;
        break;
    case NODE_UP:
    case NODE_CANCEL:
        release(n, e, ev->kind == NODE_UP, fx);
        break;
    case NODE_ACTIVATE:
        if (ev->item == BALANCE_ITEM_ADD) add(n, e, balance_stock(n, e), fx);
        else if (count > 0) take(n, e, balance_place(n, e, count - 1), fx);
        break;
    case NODE_KEY:
        if (ev->key == KEY_UP || ev->key == KEY_RIGHT) add(n, e, balance_stock(n, e), fx);
        else if (count > 0) take(n, e, balance_place(n, e, count - 1), fx);
        break;
    }
}

const struct element_kind ELEMENT_BALANCE = {
    .name = "balance", .help = "a balance: a load with a reported range of weight against equal weights",
    .fields = FIELDS, .props_size = sizeof(struct balance_props), .state_size = sizeof(struct balance_state),
    .load = load, .init = init, .arrange = balance_bake, .tick = tick, .draw = balance_draw, .event = event};
