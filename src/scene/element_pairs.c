/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_pairs.c - the game of pairs: photos of camera traps on two sides; some animals were seen on both. Draw a thread from
 * one photo to its twin, or touch the two one after the other. All animals come from the number in the variable `counter`. */
#include <scene/pairs.h>

static const char *const ARGS[] = {"number", NULL};
static const char *const KNOTS[] = {"foot", "edge", NULL};
#define AT(m) .offset = offsetof(struct pairs_side, m)
static const struct field SIDE_FIELDS[] = {
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What a photo is called when read aloud; {number} counts from 1."},
    {.name = "at", .type = FIELD_NUMS, AT(at), .flags = FIELD_REQUIRED, .max = 1920, .unit = "stage px", .help = "x, y of the nail of each photo; the picture hangs 20 below it, the nail above its middle."},
    {.name = "low-at", .type = FIELD_NUMS, AT(low), .max = 1920, .unit = "stage px", .help = "The same for visitors who reach no higher than the lower half."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct pairs_props, m)
static const struct field FIELDS[] = {
    {.name = "counter", .type = FIELD_VAR, AT(counter), .flags = FIELD_REQUIRED, .help = "Variable with the number that all patterns come from; a new deal adds 1."},
    {.name = "joined", .type = FIELD_VAR, AT(joined), .flags = FIELD_REQUIRED, .help = "Variable that counts the pairs found."},
    {.name = "deal", .type = FIELD_VAR, AT(deal), .flags = FIELD_REQUIRED, .help = "Variable that asks for new animals when it is set to 1."},
    {.name = "animals", .type = FIELD_VAR, AT(animals), .help = "Variable set to the photos less the pairs found: as many animals are left."},
    {.name = "pairs", .type = FIELD_INT, AT(pairs), .min = 1, .max = PAIRS_MOST, .def = "2", .help = "Animals seen on both sides."},
    {.name = "singles", .type = FIELD_INT, AT(singles), .max = PAIRS_SIDE - 1, .def = "1", .help = "Animals on each side that the other has not seen."},
    {.name = "first", .type = FIELD_STRUCT, AT(side[0]), .flags = FIELD_REQUIRED, .help = "The photos of one side.", .sub = SIDE_FIELDS},
    {.name = "second", .type = FIELD_STRUCT, AT(side[1]), .flags = FIELD_REQUIRED, .help = "The photos of the other side.", .sub = SIDE_FIELDS},
    {.name = "photo-w", .type = FIELD_NUM, AT(photo_w), .min = 100, .max = 600, .def = "186", .unit = "canvas px", .help = "Width of a photo without its rim."},
    {.name = "photo-h", .type = FIELD_NUM, AT(photo_h), .min = 80, .max = 600, .def = "155", .unit = "canvas px", .help = "Height of a photo without its rim."},
    {.name = "grow", .type = FIELD_NUM, AT(grow), .min = 1, .max = 3, .def = "1.4", .help = "How much larger a chosen photo is."},
    {.name = "sag", .type = FIELD_NUM, AT(sag), .max = 1, .def = "0.17", .help = "How deep a thread hangs, as a share of its width."},
    {.name = "knots", .type = FIELD_ENUM, AT(knots), .extra = KNOTS, .def = "foot", .help = "Where threads begin: at the foot of a photo, or at the edge towards the other side."},
    {.name = "light", .type = FIELD_NUM, AT(light), .max = 6, .def = "3", .help = "Hour of the night on the photos, 0 dusk to 6 dawn."},
    {.name = "paper", .type = FIELD_COLOR, AT(paper), .def = "snow", .help = "Rim of the photos."},
    {.name = "gold", .type = FIELD_COLOR, AT(gold), .def = "larch-500", .help = "Threads, and rims of what belongs together."},
    {.name = "animal", .type = FIELD_STRUCT, AT(animal), .flags = FIELD_REQUIRED, .help = "What stands before the cameras.", .sub = TRAP_ANIMAL_FIELDS},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    static const char *const SIDES[] = {"first", "second"};
    const struct pairs_props *p = props;
    bool ok = trap_animal_check(n, &p->animal, le);
    int photos = p->pairs + p->singles;
    if (photos > PAIRS_SIDE) {
        diag_error(le->diag, node_at(n, "singles"), "%d pairs and %d singles are too many (%d photos a side at most)", p->pairs, p->singles, PAIRS_SIDE);
        ok = false;
    }
    for (int k = 0; k < 2; k++) {
        const struct nums *low = &p->side[k].low;
        if (p->side[k].at.n == 2 * photos && (low->n == 0 || low->n == 2 * photos)) continue;
        diag_error(le->diag, node_at(n, SIDES[k]), "places of side '%s' do not fit its %d photos (write x, y for each)", SIDES[k], photos);
        ok = false;
    }
    return ok;
}

/* ---- play */
static void fresh(struct pairs_state *s, const struct pairs_props *p, struct env *e, int counter) {
    *s = (struct pairs_state){.dealt = e->now, .chosen = -1, .fell = -1, .no = {-1, -1}, .hint = -1, .look = s->look, .seen = s->seen};
    s->no_at = s->fell_at = e->now - 60000;
    pairs_deal_make(&s->deal, counter, p->pairs, p->singles);
    e->relayout = true;
}

static int counter_of(const struct pairs_props *p, const struct env *e) { return (int)clampf((float)vars_num(e->vars, p->counter, 0), 0, 1e6f); }

static void init(struct node *n, struct env *e) {
    const struct pairs_props *p = node_props(n, e);
    struct pairs_state *s = n->state;
    s->seen = 0;
    fresh(s, p, e, counter_of(p, e));
    s->dealt += 500;
}

static void choose(struct pairs_state *s, const struct env *e, int photo) {
    s->chosen = photo;
    s->chosen_at = e->now;
    s->held = false;
}

static void miss(struct pairs_state *s, const struct env *e, int a, int b) {
    s->no[0] = a;
    s->no[1] = b;
    s->no_at = e->now;
    s->misses++;
    s->hint = -1;
    for (int k = 0; s->misses >= 2 && k < s->deal.pairs; k++)
        if (!s->joined_at[k]) {
            s->hint = k;
            s->hint_at = e->now + (e->still ? 0 : PAIRS_NO_MS);
            break;
        }
}

/* Are these two the same animal? */
static void judge(struct pairs_state *s, const struct env *e, int a, int b) {
    int k = s->deal.pair[a];
    choose(s, e, -1);
    if (k < 0 || k != s->deal.pair[b]) {
        miss(s, e, a, b);
        return;
    }
    s->joined_at[k] = e->now ? e->now : 1;
    s->joined++;
    s->misses = 0;
    s->hint = -1;
    s->no[0] = s->no[1] = -1;
}

static void touch(struct pairs_state *s, const struct env *e, int photo) {
    if (photo < 0 || photo >= 2 * s->deal.side || pairs_is_joined(s, photo)) return;
    if (s->chosen == photo) choose(s, e, -1);
    else if (s->chosen < 0 || pairs_side_of(s, s->chosen) == pairs_side_of(s, photo)) choose(s, e, photo);
    else judge(s, e, s->chosen, photo);
}

/* ---- the thread on the finger */
static void hold(struct pairs_state *s, const struct env *e, const struct node_event *ev) {
    float dx = ev->at.x - ev->start.x, dy = ev->at.y - ev->start.y;
    if (!s->held && dx * dx + dy * dy < 144) return;     /* not yet a drag */
    if (!s->held || s->chosen != ev->item) choose(s, e, ev->item);
    s->held = true;
    s->at = ev->at;
}

static void drop(struct node *n, struct env *e, const struct node_event *ev) {
    struct pairs_state *s = n->state;
    int from = s->chosen, to = -1;
    if (!s->held || from != ev->item) return;
    for (int i = 0; i < 2 * s->deal.side; i++)
        if (ev->kind == NODE_UP && !pairs_is_joined(s, i) && pairs_side_of(s, i) != pairs_side_of(s, from) && box_has(pairs_box(n, e, i), s->at)) to = i;
    choose(s, e, -1);
    if (to >= 0) judge(s, e, from, to);
    if (to >= 0 && pairs_is_joined(s, to)) return;
    s->fell = from;
    s->fell_to = s->at;
    s->fell_at = e->now;
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct pairs_state *s = n->state;
    (void)fx;
    switch (ev->kind) {
    case NODE_MOVE: hold(s, e, ev); break;
    case NODE_UP: case NODE_CANCEL: drop(n, e, ev); break;
    case NODE_ACTIVATE: touch(s, e, ev->item); break;
    case NODE_DOWN: case NODE_KEY: break;
    }
}

/* ---- time */
static void tell(struct pairs_state *s, const struct pairs_props *p, struct effects *fx) {
    s->told = s->joined;
    effects_set_num(fx, p->joined, s->joined);
    if (p->animals) effects_set_num(fx, p->animals, 2 * s->deal.side - s->joined);
}

/* What others did to the variables. True: nothing else may happen in this step. */
static bool obey(struct pairs_state *s, const struct pairs_props *p, struct env *e, struct effects *fx) {
    double joined = vars_num(e->vars, p->joined, 0);
    if (vars_num(e->vars, p->deal, 0) != 0) {
        fresh(s, p, e, s->deal.counter + 1);
        effects_set_num(fx, p->counter, s->deal.counter);
        effects_set_num(fx, p->deal, 0);
        tell(s, p, fx);
        return true;
    }
    if (counter_of(p, e) != s->deal.counter) fresh(s, p, e, counter_of(p, e));
    if (joined == s->seen) return false;
    s->seen = joined;
    if (joined == s->told) return false;
    fresh(s, p, e, s->deal.counter);
    s->dealt -= 60000;           /* as if it had long been so */
    for (int k = 0; k < s->deal.pairs && k < joined; k++) s->joined_at[k] = e->now > 60000 ? e->now - 60000 : 1, s->joined++;
    tell(s, p, fx);
    return false;
}

static bool moves(const struct pairs_state *s, const struct env *e) {
    float ms = pairs_ms(e, s->dealt);
    bool ambient;
    if (ms < 2.0f * (float)s->deal.side * PAIRS_STEP_MS + PAIRS_DROP_MS) return true;
    if (s->chosen >= 0 && pairs_ms(e, s->chosen_at) < PAIRS_GROW_MS) return true;
    if (pairs_ms(e, s->no_at) < PAIRS_NO_MS || pairs_ms(e, s->fell_at) < PAIRS_FALL_MS) return true;
    if (s->hint >= 0 && pairs_ms(e, s->hint_at) < PAIRS_HINT_MS) return true;
    for (int k = 0; k < s->deal.pairs; k++)
        if (s->joined_at[k] && pairs_ms(e, s->joined_at[k]) < PAIRS_THREAD_MS + PAIRS_MELT_MS + PAIRS_SPARK_MS) return true;
    env_ambient(e, &ambient);
    return ambient && s->joined == 0 && s->chosen < 0;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct pairs_state *s = n->state;
    const struct pairs_props *p = node_props(n, e);
    if (obey(s, p, e, fx)) {
        env_next_frame(e);
        return;
    }
    int drawn = 0;
    for (int k = 0; k < s->deal.pairs; k++) drawn += s->joined_at[k] && (e->still || pairs_ms(e, s->joined_at[k]) >= PAIRS_THREAD_MS);
    if (drawn == s->joined && s->told != s->joined) tell(s, p, fx);
    if (!e->still && moves(s, e)) env_next_frame(e);
    if (e->still && pairs_ms(e, s->no_at) < PAIRS_NO_MS) env_wake_at(e, s->no_at + (int64_t)PAIRS_NO_MS);
}

const struct element_kind ELEMENT_PAIRS = {
    .name = "pairs", .help = "The game of pairs: join the photos on two sides that show the same spots.",
    .fields = FIELDS, .props_size = sizeof(struct pairs_props), .state_size = sizeof(struct pairs_state),
    .load = load, .init = init, .arrange = pairs_arrange, .tick = tick, .draw = pairs_draw, .event = event, .args = ARGS};
