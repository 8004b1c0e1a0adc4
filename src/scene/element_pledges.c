/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_pledges.c - promises that cost nothing: stones at the visitor's feet and a trail of prints up to the animal, one
 * for every promise of the day. Touch a stone, then hold the ring, or touch the stone again. Each visitor signs each once.
 * Which stones are shown, and in which order, the site says (partners.yaml, pledges). */
#include <content/partners.h>
#include <scene/knob.h>
#include <scene/pledges_look.h>

#define AT(m) .offset = offsetof(struct pledges_stone, m)
static const struct field STONE[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "Its name in files."},
    {.name = "icon", .type = FIELD_STR, AT(icon), .flags = FIELD_REQUIRED, .help = "Icon on it."},
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "The promise, in a few words."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct pledges_props, m)
static const struct field FIELDS[] = {
    {.name = "count", .type = FIELD_VAR, AT(count), .flags = FIELD_REQUIRED, .help = "Variable of the journey that counts the promises of the day (lasts: day)."},
    {.name = "mine", .type = FIELD_VAR, AT(mine), .flags = FIELD_REQUIRED, .help = "Variable of the journey that remembers which stones this visitor signed."},
    {.name = "own", .type = FIELD_VAR, AT(own), .flags = FIELD_REQUIRED, .help = "Variable set to how many these are."},
    {.name = "chosen", .type = FIELD_VAR, AT(chosen), .flags = FIELD_REQUIRED, .help = "Variable of the stone that is open: 1 the first of 'stones', 0 none."},
    {.name = "step", .type = FIELD_VAR, AT(step), .help = "Variable that grows by 1 with each of them, smoothly: steps of the animal."},
    {.name = "stones", .type = FIELD_LIST, AT(stones), .flags = FIELD_REQUIRED, .sub = STONE, .sub_size = sizeof(struct pledges_stone), .help = "The promises."},
    {.name = "first", .type = FIELD_POINT, AT(first), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "Middle of the first stone."},
    {.name = "gap", .type = FIELD_POINT, AT(gap), .flags = FIELD_REQUIRED, .unit = "canvas px", .help = "From a stone to the next, and from a row to the next."},
    {.name = "stone-size", .type = FIELD_POINT, AT(size), .flags = FIELD_REQUIRED, .min = 81, .max = 600, .unit = "canvas px", .help = "Width and height of a stone."},
    {.name = "per-row", .type = FIELD_INT, AT(per_row), .min = 1, .max = PLEDGES_STONES, .def = "5", .help = "Stones in a row; a shorter row stands in the middle."},
    {.name = "icon-above", .type = FIELD_BOOL, AT(above), .help = "Icons stand above the words instead of beside them."},
    {.name = "far", .type = FIELD_POINT, AT(far), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "Where the trail comes to the animal."},
    {.name = "near", .type = FIELD_POINT, AT(near), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "Where it begins, at the visitor's feet."},
    {.name = "sway", .type = FIELD_NUM, AT(sway), .min = -600, .max = 600, .def = "200", .unit = "canvas px", .help = "How far it winds to the side."},
    {.name = "prints", .type = FIELD_INT, AT(prints), .min = 2, .max = PLEDGES_PRINTS, .def = "30", .help = "How many promises the trail shows at most."},
    {.name = "ring", .type = FIELD_POINT, AT(ring), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "Middle of the ring where one signs."},
    {.name = "words-at", .type = FIELD_POINT, AT(words), .def = "[96, -48]", .unit = "canvas px", .help = "From the ring's middle to the middle of the start of its words."},
    {.name = "hold", .type = FIELD_TEXT, AT(hold), .flags = FIELD_REQUIRED, .help = "Beside the ring: what to do."},
    {.name = "thanks", .type = FIELD_TEXT, AT(thanks), .flags = FIELD_REQUIRED, .help = "Beside the ring, when it is signed."},
    {.name = "face", .type = FIELD_COLOR, AT(face), .def = "#F4F1E4", .help = "Colour of a stone."},
    {.name = "edge", .type = FIELD_COLOR, AT(edge), .def = "#7E8C84", .help = "Its lower edge."},
    {.name = "gold", .type = FIELD_COLOR, AT(gold), .def = "larch-500", .help = "A chosen stone, the ring, the visitor's own prints."},
    {.name = "gold-edge", .type = FIELD_COLOR, AT(gold_edge), .def = "larch-700", .help = "Their lower edge."},
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "spruce-950", .help = "Words and icons."},
    {.name = "print", .type = FIELD_COLOR, AT(print), .def = "#7C715C", .help = "Prints of others."},
    {0}};

/* ---- load */
static int stone_of(const struct pledges_props *p, const char *id) {
    const struct pledges_stone *v = p->stones.items;
    for (int i = 0; i < p->stones.n; i++)
        if (str_eq(v[i].id, id)) return i;
    return -1;
}

/* The site's choice of stones; without one all of them. */
static bool choose(struct pledges_props *p, struct load_env *le) {
    const struct partners *site = le->journey ? le->journey->partners : NULL;
    const struct yval *list = site && site->root ? yaml_get(site->root, "pledges") : NULL;
    const char *names[PLEDGES_STONES + 1] = {NULL};
    bool ok = true;
    p->nshow = 0;
    for (int i = 0; i < p->stones.n; i++) names[i] = ((const struct pledges_stone *)p->stones.items)[i].id;
    for (int i = 0; site && i < site->pledges.n; i++) {
        const char *id = site->pledges.v[i], *near = str_nearest(id, names);
        struct pos at = list && i < list->n ? list->items[i]->pos : (struct pos){0};
        int stone = stone_of(p, id);
        bool twice = false;
        for (int k = 0; k < p->nshow; k++) twice |= p->show[k] == stone;
        ok &= stone >= 0 && !twice;
        if (twice) diag_error(le->diag, at, "pledge '%s' stands twice (remove one)", id);
        else if (stone >= 0) p->show[p->nshow++] = stone;
        else if (near) diag_error(le->diag, at, "no pledge '%s' (did you mean '%s'?)", id, near);
        else diag_error(le->diag, at, "no pledge '%s' (the scene has to have a stone of that id)", id);
    }
    for (int i = 0; !p->nshow && i < p->stones.n; i++) p->show[i] = i;
    if (!p->nshow) p->nshow = p->stones.n;
    return ok;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct pledges_props *p = props;
    const struct pledges_stone *v = p->stones.items;
    int errors = le->diag->errors;
    if (p->stones.n < 1 || p->stones.n > PLEDGES_STONES) {
        diag_error(le->diag, node_at(n, "stones"), "'stones' has %d entries (give 1 to %d)", p->stones.n, PLEDGES_STONES);
        return false;
    }
    for (int i = 0; i < p->stones.n; i++) {
        icon_known(le, node_item_at(n, "stones", i, "icon"), v[i].icon, "");
        if (stone_of(p, v[i].id) != i) diag_error(le->diag, node_item_at(n, "stones", i, "id"), "stone '%s' stands twice (rename one)", v[i].id);
    }
    return choose(p, le) && le->diag->errors == errors;
}

/* ---- play */
static int bits(unsigned v) {
    int n = 0;
    for (; v; v &= v - 1) n++;
    return n;
}

/* What was said before, by this visitor in an earlier look at the scene or by others, stands there already. */
static void recall(struct pledges_state *s, const struct pledges_props *p, const struct env *e) {
    s->mine = (unsigned)clampf((float)vars_num(e->vars, p->mine, 0), 0, (float)((1u << PLEDGES_STONES) - 1));
    s->count = (int)clampf((float)vars_num(e->vars, p->count, 0), 0, 1e6f);
    s->own = bits(s->mine);
}

static int place_of(const struct pledges_props *p, int stone) {
    for (int i = 0; i < p->nshow; i++)
        if (p->show[i] == stone) return i + 1;
    return 0;
}

static void look(struct pledges_state *s, const struct pledges_props *p, const struct env *e) {
    int chosen = place_of(p, (int)vars_num(e->vars, p->chosen, 0) - 1);
    if (chosen != s->chosen) s->pressing = false;
    s->chosen = chosen;
}

static void init(struct node *n, struct env *e) {
    struct pledges_state *s = n->state;
    s->pressing = s->signing = false;
    recall(s, node_props(n, e), e);
    look(s, node_props(n, e), e);
}

static void sign(struct pledges_state *s, const struct pledges_props *p, struct env *e, struct effects *fx) {
    s->pressing = false;
    if (!pledges_waits(s, p)) return;
    s->mine |= 1u << p->show[s->chosen - 1];
    s->own++;
    s->count++;
    s->signing = !e->still;
    s->sign_at = e->now;
    effects_set_num(fx, p->mine, s->mine);
    effects_set_num(fx, p->own, s->own);
    effects_set_num(fx, p->count, s->count);
    if (p->step && e->still) effects_set_num(fx, p->step, s->own);
}

static void press(struct pledges_state *s, struct env *e) {
    if (s->pressing) return;
    s->pressing = true;
    s->press_at = e->now;
}

static void touch_stone(struct pledges_state *s, const struct pledges_props *p, struct env *e, int place, struct effects *fx) {
    if (s->chosen == place + 1 && pledges_waits(s, p)) {
        if (e->still) sign(s, p, e, fx);
        else press(s, e);
        return;
    }
    s->chosen = place + 1;
    s->pressing = false;
    effects_set_num(fx, p->chosen, p->show[place] + 1);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct pledges_state *s = n->state;
    const struct pledges_props *p = node_props(n, e);
    bool ring = ev->item == p->nshow;
    if (ev->kind == NODE_ACTIVATE && ring && e->still) sign(s, p, e, fx);
    else if (ev->kind == NODE_ACTIVATE && ring) press(s, e);       /* a short touch: the paw sinks by itself */
    else if (ev->kind == NODE_ACTIVATE && ev->item >= 0 && ev->item < p->nshow) touch_stone(s, p, e, ev->item, fx);
    else if (ring && ev->kind == NODE_DOWN && pledges_waits(s, p)) press(s, e);
    else if (ring && (ev->kind == NODE_CANCEL || (ev->kind == NODE_UP && !ev->inside))) s->pressing = false;
}

/* ---- time */
static float news_ms(const struct pledges_props *p) { return (float)(p->prints * PLEDGES_RUN_MS); }

static void walk(struct pledges_state *s, const struct pledges_props *p, struct env *e, struct effects *fx) {
    float at = pledges_ms(e, s->sign_at), t = clampf((at - news_ms(p)) / PLEDGES_STEP_MS, 0, 1);
    if (p->step) effects_set_num(fx, p->step, (double)((float)(s->own - 1) + ease(EASE_IN_OUT, t)));
    if (t < 1) env_next_frame(e);
    else s->signing = false;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct pledges_state *s = n->state;
    const struct pledges_props *p = node_props(n, e);
    look(s, p, e);
    if (!s->signing && !s->pressing) {
        recall(s, p, e);
        if ((int)vars_num(e->vars, p->own, 0) != s->own) effects_set_num(fx, p->own, s->own);
        if (p->step && vars_num(e->vars, p->step, 0) != s->own) effects_set_num(fx, p->step, s->own);
        return;
    }
    if (s->pressing && pledges_ms(e, s->press_at) >= PLEDGES_SINK_MS) sign(s, p, e, fx);
    else if (s->pressing) env_next_frame(e);
    if (s->signing) walk(s, p, e, fx);
}

const struct element_kind ELEMENT_PLEDGES = {
    .name = "pledges", .help = "Stones with promises, and a trail of prints that counts those of the day.",
    .fields = FIELDS, .props_size = sizeof(struct pledges_props), .state_size = sizeof(struct pledges_state),
    .load = load, .init = init, .arrange = pledges_bake, .tick = tick, .draw = pledges_draw, .event = event};
