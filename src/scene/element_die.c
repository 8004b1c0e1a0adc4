/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_die.c - a die on a card: a touch rolls a whole number within the range of a fact. It rolls the same numbers in every
 * visit: the n-th throw is made of the seed and n. */
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/element.h>

#define FACES 6
#define SIDE 92.0f           /* of the die */
#define PAD 28.0f
#define GAP 28.0f
#define HOP 26.0f            /* canvas units that it hops while it rolls */
#define CARD_HEIGHT 140.0f
#define PAD_Y 44.0f          /* above and below together, */
#define PAD_PAIR 28.0f       /* and where it says all in two languages */
#define CARD_RADIUS 28.0f
enum { ROLL_MS = 700, TURN_MS = 90, TILTS = 2 };

struct props {
    const char *fact, *var;
    struct text_ref label, words;
    int seed;
    rgba card, edge, ink, small_ink;
    /* made at load */
    int least, most;
};
struct state {
    uint64_t card[2], face[FACES][TILTS];
    struct para label, words;
    const char *shown;           /* the words set now */
    uint32_t version;            /* of the variables they were made from */
    int throws, value;           /* value: what lies on top */
    bool rolling;
    int64_t since;
};

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "fact", .type = FIELD_FACT, AT(fact), .flags = FIELD_REQUIRED, .help = "Fact with a range of whole numbers, at most 1 to 6."},
    {.name = "var", .type = FIELD_VAR, AT(var), .flags = FIELD_REQUIRED, .help = "Variable that takes the number; 0 while it rolls."},
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What the button says."},
    {.name = "words", .type = FIELD_TEXT, AT(words), .flags = FIELD_REQUIRED, .help = "A small line below it; may say the variable."},
    {.name = "seed", .type = FIELD_INT, AT(seed), .def = "1", .help = "Which numbers it rolls."},
    {.name = "color", .type = FIELD_COLOR, AT(card), .def = "spruce-800", .help = "Colour of the card."},
    {.name = "edge-color", .type = FIELD_COLOR, AT(edge), .def = "spruce-950", .help = "Its lower edge."},
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "snow", .help = "Colour of the label."},
    {.name = "words-ink", .type = FIELD_COLOR, AT(small_ink), .def = "mist-200", .help = "Colour of the small line."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    const struct fact_value *v = NULL;
    p->least = 1;
    p->most = FACES;
    if (!le->facts || !fact_find(le->facts, p->fact, &v) || !v) return true;    /* the check of references speaks */
    bool good = v->kind == FACT_RANGE && v->min >= 1 && v->max <= FACES && v->max > v->min && v->min == floor(v->min) && v->max == floor(v->max);
    if (!good) {
        diag_error(le->diag, node_at(n, "fact"), "fact '%s' is no range that a die can roll (use whole numbers within 1 to %d)", p->fact, FACES);
        return false;
    }
    p->least = (int)v->min;
    p->most = (int)v->max;
    return true;
}

/* ---- looks */
static float text_x(void) { return PAD + SIDE + GAP; }

static bool compose(const struct props *p, struct env *e, const char *words, float w, struct para *label, struct para *small) {
    float room = fmaxf(1, w - text_x() - PAD);
    struct text_style st = {.token = STYLE_H3, .px = 40 * e->scale, .ink = p->ink, .fit = true, .max_lines = 2};
    bool ok = safe_para(e, env_text(e, &p->label), st, room, label);
    st = (struct text_style){.token = STYLE_BUTTON, .px = 28 * e->scale, .ink = p->small_ink, .max_lines = 3, .beside = true};
    return safe_para(e, words, st, room, small) && ok;
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    struct para label, small;
    compose(p, e, env_text(e, &p->words), max_w, &label, &small);
    return (struct vec2){max_w, fmaxf(CARD_HEIGHT, ceilf(para_h(&label, e) + para_h(&small, e)) + (label.both ? PAD_PAIR : PAD_Y))};
}

static uint64_t card_picture(const struct props *p, struct env *e, struct box b, bool pressed) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_rrect(&v, (struct box){0, 7, b.w, b.h}, CARD_RADIUS);
    vec_fill(&v, p->edge);
    vec_shadow_end(&v, 0, 10, 12, 0x020C1073u);
    struct box face = {0, pressed ? 4 : 0, b.w, b.h};
    vec_rrect(&v, face, CARD_RADIUS);
    vec_fill(&v, p->card);
    vec_rrect(&v, box_grow(face, -1), CARD_RADIUS - 1);
    vec_stroke(&v, 0xFFFFFF1Cu, 2, 0, 0);
    return env_vec(e, &v, box_grow((struct box){0, 0, b.w, b.h}, PAPER_MARGIN), false);
}

/* Rosettes for pips, as on any die; the middle one where the number is odd. */
static void pips(struct vec *v, int value) {
    static const struct vec2 at[] = {{-1, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, 0}, {1, 0}};
    float d = SIDE * .26f, r = SIDE * .115f;
    for (int i = 0; i < value / 2 * 2; i++) paper_rosette(v, at[i].x * d, at[i].y * d, r, 0x3A2415FFu, (uint32_t)(value * 7 + i), 0);
    if (value % 2) paper_rosette(v, 0, 0, r, 0x3A2415FFu, (uint32_t)value, 0);
}

static struct box face_box(void) { return (struct box){-SIDE, -SIDE, 2 * SIDE, 2 * SIDE}; }

static uint64_t face_picture(struct env *e, int value, int tilt) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rotate(&v, tilt ? .26f : -.17f);
    vec_group(&v);
    vec_rrect(&v, (struct box){-SIDE / 2, -SIDE / 2, SIDE, SIDE}, 20);
    vec_fill(&v, 0xF4F8F6FFu);
    vec_shadow_end(&v, 0, 6, 7, 0x020C1080u);
    pips(&v, value);
    return env_vec(e, &v, face_box(), false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    for (int i = 0; i < 2; i++) s->card[i] = card_picture(p, e, n->box, i == 1);
    for (int i = p->least - 1; i < p->most; i++)
        for (int t = 0; t < TILTS; t++) s->face[i][t] = face_picture(e, i + 1, t);
    s->version = e->vars->version;
    s->shown = env_text(e, &p->words);
    compose(p, e, s->shown, n->box.w, &s->label, &s->words);
}

/* ---- play */
static int thrown(const struct props *p, int count) {
    uint32_t h = (uint32_t)p->seed * 2654435761u ^ (uint32_t)count * 2246822519u;
    h ^= h >> 15;
    h *= 2246822519u;
    h ^= h >> 13;
    return p->least + (int)(h % (uint32_t)(p->most - p->least + 1));
}

static void init(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->value = p->most > p->least + 1 ? p->most - 1 : p->most;
}

static void land(struct state *s, const struct props *p, struct effects *fx) {
    s->rolling = false;
    s->value = thrown(p, s->throws);
    effects_set_num(fx, p->var, s->value);
}

/* New words in the old place, or a new layout where they need more room. */
static void retell(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    if (!s->shown || s->version == e->vars->version) return;
    s->version = e->vars->version;
    if (!str_eq(env_text_in(e, e->frame, &p->words), s->shown)) e->relayout = true;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    retell(n, e);
    if (!s->rolling) return;
    if (e->now - s->since >= ROLL_MS) land(s, p, fx);
    else env_next_frame(e);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    if (ev->kind != NODE_ACTIVATE || s->rolling) return;
    s->throws++;
    s->since = e->now;
    s->rolling = !e->still;
    if (s->rolling) effects_set_num(fx, p->var, 0);
    else land(s, p, fx);
    effects_actions(fx, n, &node_common(n, e)->press);
}

static void draw(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    bool pressed = n->pressed == 0;
    float sink = pressed ? 4 : 0, w = n->box.w, lift = 0, h = para_h(&s->label, e) + para_h(&s->words, e);
    int value = s->value, tilt = 0;
    if (s->rolling) {
        int64_t ms = e->now - s->since;
        float t = (float)ms / ROLL_MS * 2;      /* two hops, the second one lower */
        lift = t < 1 ? HOP * 4 * t * (1 - t) : HOP * 2 * (t - 1) * (2 - t);
        value = p->least + (int)((value - p->least + ms / TURN_MS) % (p->most - p->least + 1));
        tilt = (int)(ms / TURN_MS % TILTS);
    }
    paint_picture(pt, s->card[pressed], box_grow(n->box, PAPER_MARGIN), 1);
    float x = n->box.x + (e->rtl ? w - PAD - SIDE / 2 : PAD + SIDE / 2), y = n->box.y + sink + n->box.h / 2;
    struct box f = face_box();
    paint_picture(pt, s->face[value - 1][tilt], (struct box){x + f.x, y - lift + f.y, f.w, f.h}, 1);
    x = n->box.x + (e->rtl ? PAD : text_x());
    y -= h / 2;
    paint_para(pt, n, "words", SEM_TEXT, &s->words, x, y + para_h(&s->label, e), 1);
    struct sem_item *it = paint_para(pt, n, NULL, SEM_BUTTON, &s->label, x, y, 1);
    if (!it) return;
    it->hit = it->box = (struct box){n->box.x + pt->ox, n->box.y + pt->oy, w, n->box.h};
    it->focusable = true;
    it->state = (pressed ? SEM_PRESSED : 0u) | (n->focused == 0 ? SEM_FOCUSED : 0u);
}

const struct element_kind ELEMENT_DIE = {
    .name = "die", .help = "A die on a card that rolls a number within the range of a fact.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .init = init, .measure = measure, .arrange = arrange, .tick = tick, .draw = draw, .event = event};
