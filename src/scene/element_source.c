/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_source.c - the small leaf by a figure: a touch opens where the figure comes from. */
#include <draw/paper.h>
#include <scene/element.h>

#define LEAF_R 22.0f
#define HIT 61.0f            /* the smallest control of the house */

struct props { struct strs facts; struct text_ref label; bool on_light; struct action open; };
struct state { uint64_t key, pressed; const char *label; };

#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"facts", FIELD_FACTS, AT(facts), FIELD_REQUIRED, 0, 0, NULL, NULL, "facts whose sources open", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "what the mark is called when read aloud", NULL, NULL, 0},
    {"on-light", FIELD_BOOL, AT(on_light), 0, 0, 0, "false", NULL, "the mark lies on a light ground", NULL, NULL, 0},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    if (p->facts.n == 0) {
        diag_error(le->diag, node_at(n, "facts"), "'facts' of the source mark is empty (name at least one fact)");
        return false;
    }
    p->open = (struct action){.kind = ACT_SOURCES, .facts = p->facts, .pos = n->pos};
    return true;
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    (void)n, (void)e, (void)max_w;
    return (struct vec2){HIT, HIT};
}

static uint64_t leaf(struct env *e, const struct props *p, float r) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_leaf(&v, 40, 40, r, p->on_light);
    return env_vec(e, &v, (struct box){0, 0, 80, 80}, false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->label = env_text(e, &p->label);
    s->key = leaf(e, p, LEAF_R);
    s->pressed = leaf(e, p, LEAF_R + 4);
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    float cx = n->box.x + n->box.w / 2, cy = n->box.y + n->box.h / 2, w = fmaxf(HIT, n->box.w), h = fmaxf(HIT, n->box.h);
    struct box seen = {cx - LEAF_R, cy - LEAF_R, 2 * LEAF_R, 2 * LEAF_R};
    paint_picture(pt, n->pressed == 0 ? s->pressed : s->key, (struct box){cx - 40, cy - 40, 80, 80}, 1);
    paint_item(pt, n, NULL, 0, SEM_BUTTON, s->label, seen, (struct box){cx - w / 2, cy - h / 2, w, h});
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    if (ev->kind != NODE_ACTIVATE) return;
    const struct props *p = node_props(n, e);
    effects_action(fx, n, &p->open);
    effects_actions(fx, n, &node_common(n, e)->press);
}

const struct element_kind ELEMENT_SOURCE = {
    .name = "source", .help = "the leaf by a figure: opens its sources",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .hugs = true,
    .load = load, .measure = measure, .arrange = arrange, .draw = draw, .event = event};
