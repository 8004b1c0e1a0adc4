/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_hotspot.c - a rosette to touch, on the picture. The drawing is small, the touch box never is. */
#include <draw/paper.h>
#include <scene/element.h>

#define HIT_RADIUS 56.0f
struct props { float r; rgba color, disc; struct vec2 tail; struct conds selected_if; };
struct state { uint64_t key[2]; const char *label; };

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "r", .type = FIELD_NUM, AT(r), .min = 12, .max = 200, .def = "30", .unit = "canvas px", .help = "Radius as drawn."},
    {.name = "color", .type = FIELD_COLOR, AT(color), .def = "larch-500", .help = "Colour of the petals."},
    {.name = "disc", .type = FIELD_COLOR, AT(disc), .def = "#00000000", .help = "Colour of a disc behind the rosette; while it is chosen the two change colours."},
    {.name = "tail", .type = FIELD_POINT, AT(tail), .unit = "canvas px", .help = "A line leads from the rosette this far, to what it means."},
    {.name = "selected-if", .type = FIELD_COND, AT(selected_if), .help = "Its core is lit while this holds."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    (void)props;
    if (n->common[0].alt.easy && n->common[0].press.n) return true;
    diag_error(le->diag, n->pos, "hotspot '%s' lacks '%s' (it is spoken and acts)", n->common[0].id, n->common[0].alt.easy ? "press" : "alt");
    return false;
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    (void)max_w;
    return (struct vec2){2 * p->r, 2 * p->r};
}

static struct vec2 tail_of(const struct node *n, const struct env *e) {
    const struct props *p = node_props(n, e);
    return (struct vec2){e->rtl && !node_common(n, e)->keep_side ? -p->tail.x : p->tail.x, p->tail.y};
}

static struct box area_of(const struct node *n, const struct env *e) {
    const struct props *p = node_props(n, e);
    struct vec2 t = tail_of(n, e);
    float r = p->r * (p->disc & 255u ? 1.7f : 1.3f) + 8, x0 = fminf(-r, t.x - 4), y0 = fminf(-r, t.y - 4);
    return (struct box){x0, y0, fmaxf(r, t.x + 4) - x0, fmaxf(r, t.y + 4) - y0};
}

static void draw_disc(struct vec *v, const struct props *p, struct vec2 tail, bool lit) {
    if (tail.x != 0 || tail.y != 0) {
        vec_move(v, 0, 0);
        vec_line(v, tail.x, tail.y);
        vec_stroke(v, 0xF4F8F6FFu, 4, 0, 0);
    }
    if ((p->disc & 255u) == 0) return;
    vec_circle(v, 0, 0, p->r * (lit ? 1.62f : 1.38f));
    if (lit) vec_keep(v);
    vec_fill(v, lit ? p->color : p->disc);
    if (lit) vec_stroke(v, 0xF4F8F6FFu, 5, 0, 0);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    for (int lit = 0; lit < 2; lit++) {
        struct vec v;
        vec_begin(&v, e->layout);
        bool on_disc = (p->disc & 255u) != 0;
        draw_disc(&v, p, tail_of(n, e), lit);
        if (on_disc) paper_rosette(&v, 0, 0, p->r, lit ? p->disc | 255u : p->color, 7, lit ? p->disc | 255u : 0xFFCF80FFu);
        else paper_rosette(&v, 0, 0, p->r * (lit ? 1.12f : 1), p->color, 7, lit ? 0xFFCF80FFu : 0);
        s->key[lit] = env_vec(e, &v, area_of(n, e), false);
    }
    s->label = env_text(e, &node_common(n, e)->alt);
}

static void draw(struct node *n, struct paint *pt) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    float x = n->box.x + n->box.w / 2, y = n->box.y + n->box.h / 2, hit = fmaxf(HIT_RADIUS, p->r);
    bool selected = p->selected_if.n && vars_hold(pt->env->vars, &p->selected_if);
    struct box a = area_of(n, pt->env);
    paint_picture(pt, s->key[n->pressed == 0 || selected], (struct box){x + a.x, y + a.y, a.w, a.h}, 1);
    struct sem_item *it = paint_item(pt, n, NULL, 0, SEM_BUTTON, s->label, n->box, (struct box){x - hit, y - hit, 2 * hit, 2 * hit});
    if (!it) return;
    it->round = true;
    if (selected) it->state |= SEM_SELECTED;
}

const struct element_kind ELEMENT_HOTSPOT = {
    .name = "hotspot", .help = "A rosette to touch, on the picture.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .hugs = true,
    .load = load, .measure = measure, .arrange = arrange, .draw = draw};
