/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_group.c - elements that belong together, stacked, in a row or in a grid, with a card behind them if wanted. */
#include <draw/paper.h>
#include <scene/layout.h>

static const char *const AXES[] = {"stack", "row", "grid", "layers", NULL};
static const enum slot_axis AXIS_OF[] = {SLOT_STACK, SLOT_ROW, SLOT_GRID, SLOT_FILL};
static const char *const ALIGNS[] = {"start", "center", "end", NULL};
static const char *const VALIGNS[] = {"auto", "start", "center", "end", NULL};

struct props {
    int axis, columns, align, valign;
    float gap, pad, radius;
    rgba plate;
    const struct yval *children;
};
struct state { uint64_t plate; const char *alt; };

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "axis", .type = FIELD_ENUM, AT(axis), .extra = AXES, .def = "stack", .help = "Below each other, side by side, in columns, or on top of each other."},
    {.name = "gap", .type = FIELD_NUM, AT(gap), .max = 400, .def = "16", .unit = "canvas px", .help = "Space between the elements."},
    {.name = "columns", .type = FIELD_INT, AT(columns), .min = 1, .max = 12, .def = "2", .help = "Columns of a grid."},
    {.name = "align", .type = FIELD_ENUM, AT(align), .extra = ALIGNS, .def = "start", .help = "Where what is narrower lies."},
    {.name = "valign", .type = FIELD_ENUM, AT(valign), .extra = VALIGNS, .def = "auto", .help = "Where what is lower lies, and grows from; auto: a stack at its top, the others in the middle."},
    {.name = "pad", .type = FIELD_NUM, AT(pad), .max = 400, .def = "0", .unit = "canvas px", .help = "Space around the elements."},
    {.name = "plate", .type = FIELD_COLOR, AT(plate), .def = "#00000000", .help = "Colour of a card behind them; none when transparent."},
    {.name = "radius", .type = FIELD_NUM, AT(radius), .max = 400, .def = "28", .unit = "canvas px", .help = "Radius of the card's corners."},
    {.name = "children", .type = FIELD_MAP, AT(children), .flags = FIELD_ROWS, .help = "The elements, as a list."},
    {0}};

static struct layout_flow flow_of(const struct props *p, int valign) {
    return (struct layout_flow){AXIS_OF[p->axis], p->gap, p->columns, p->align, valign, 0};
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    struct layout_flow f = flow_of(p, 0);
    struct vec2 s = flow_measure(n->children, n->nchildren, &f, e, fmaxf(1, max_w - 2 * p->pad));
    return (struct vec2){s.x + 2 * p->pad, s.y + 2 * p->pad};
}

static float least(struct node *n, struct env *e, float w) {
    const struct props *p = node_props(n, e);
    struct layout_flow f = flow_of(p, 0);
    return flow_least(n->children, n->nchildren, &f, e, fmaxf(1, w - 2 * p->pad)) + 2 * p->pad;
}

static void arrange_plate(struct node *n, struct env *e, const struct props *p) {
    struct state *s = n->state;
    s->plate = 0;
    if ((p->plate & 255u) == 0) return;
    struct vec v;
    struct box own = {0, 0, n->box.w, n->box.h};
    vec_begin(&v, e->layout);
    paper_card(&v, own, p->radius, p->plate);
    s->plate = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct box inner = box_grow(n->box, -p->pad);
    struct layout_flow f = flow_of(p, p->valign ? p->valign - 1 : p->axis == 0 ? 0 : 1);
    struct box used = flow_place(n->children, n->nchildren, &f, e, inner);
    /* What is on a card, or in a scene that keeps its side, runs by the language. */
    bool card = (p->plate & 255u) != 0, whole = e->scene && e->scene->top.keep_side;
    if (whole && !card && !n->parent) inner = used;      /* in the group's place */
    if (e->rtl && (whole || card || !node_common(n, e)->keep_side))
        for (int i = 0; i < n->nchildren; i++) {
            struct box *b = &n->children[i]->box;
            b->x = 2 * inner.x + inner.w - b->x - b->w;
        }
    arrange_plate(n, e, p);
    const struct text_ref *alt = &node_common(n, e)->alt;
    ((struct state *)n->state)->alt = alt->easy ? env_text(e, alt) : NULL;
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    paint_picture(pt, s->plate, box_grow(n->box, PAPER_MARGIN), 1);
    bool press = node_common(n, pt->env)->press.n > 0;
    bool card = s->plate && !press && node_common(n, pt->env)->visible_if.n > 0;    /* opened over the picture: no touch goes through it */
    if (!s->alt && !press && !card) return;
    struct sem_item *it = paint_item(pt, n, NULL, 0, press ? SEM_BUTTON : s->alt ? SEM_PICTURE : SEM_DIALOG, s->alt, n->box, press || card ? n->box : (struct box){0, 0, 0, 0});
    if (!it || !card) return;
    it->focusable = false;
    it->state |= SEM_DISABLED;
}

const struct element_kind ELEMENT_GROUP = {
    .name = "group", .help = "Elements that belong together, in a stack, a row, a grid or layers.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .container = true,
    .measure = measure, .arrange = arrange, .draw = draw, .least = least};
