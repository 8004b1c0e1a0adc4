/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_shade.c - a soft darkening from one side, so that words stand out from a picture. */
#include <scene/element.h>

enum side { FROM_START, FROM_TOP, FROM_END, FROM_BOTTOM };
static const char *const SIDES[] = {"start", "top", "end", "bottom", NULL};
struct props { int from; float alpha; rgba color; bool soft_ends; };
struct state { uint64_t key; struct box area; };

#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "from", .type = FIELD_ENUM, AT(from), .extra = SIDES, .def = "start", .help = "Side on which it is darkest; start is left, or right in a right-to-left language."},
    {.name = "color", .type = FIELD_COLOR, AT(color), .def = "spruce-950", .help = "Colour of the shade."},
    {.name = "strength", .type = FIELD_NUM, AT(alpha), .max = 1, .def = "0.9", .help = "How dark at the darkest side."},
    {.name = "soft-ends", .type = FIELD_BOOL, AT(soft_ends), .help = "Fades out at its other two sides too."},
    {0}};

/* Strips across the shade, each with its share of the strength: vec has no gradients of two directions. */
enum { BANDS = 48 };

static void band(struct vec *v, const struct props *p, bool right, struct box b, float share) {
    bool across = p->from == FROM_START || p->from == FROM_END;
    struct vec2 a = {b.x, b.y}, z = across ? (struct vec2){b.x + b.w, b.y} : (struct vec2){b.x, b.y + b.h};
    if (p->from == FROM_BOTTOM || right) {
        struct vec2 t = a;
        a = z;
        z = t;
    }
    const struct vec_stop st[] = {{0, rgba_alpha(p->color, p->alpha * share)}, {.6f, rgba_alpha(p->color, p->alpha * .74f * share)},
                                  {1, rgba_alpha(p->color, 0)}};
    vec_rect(v, b);
    vec_fill_linear(v, a, z, st, 3);
}

/* A side that lies on the stage's edge goes on to the edge of the canvas. */
static struct box to_edges(struct box b, const struct env *e) {
    struct box s = e->stage;
    float x1 = b.x + b.w, y1 = b.y + b.h;
    if (b.x <= s.x) b.x = 0;
    if (b.y <= s.y) b.y = 0;
    if (x1 >= s.x + s.w) x1 = e->w;
    if (y1 >= s.y + s.h) y1 = e->h;
    return (struct box){b.x, b.y, x1 - b.x, y1 - b.y};
}

/* Distance d below top, moved to the nearest whole px: bands that met between px would show a hairline. */
static float on_px(const struct env *e, float top, float d) { return roundf((top + d) * e->scale) / e->scale - top; }

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    bool turned = e->rtl && !node_common(n, e)->keep_side, right = (p->from == FROM_START && turned) || (p->from == FROM_END && !turned);
    struct vec v;
    vec_begin(&v, e->layout);
    s->area = to_edges(n->box, e);
    if (!p->soft_ends) band(&v, p, right, s->area, 1);
    else
        for (int i = 0; i < BANDS; i++) {
            struct box a = s->area;
            float y0 = on_px(e, a.y, a.h * (float)i / BANDS), y1 = on_px(e, a.y, a.h * (float)(i + 1) / BANDS), mid = ((float)i + .5f) / BANDS;
            float share = fminf(1, fminf(mid / .25f + .3f, (1 - mid) / .38f));
            band(&v, p, right, (struct box){a.x, a.y + y0, a.w, y1 - y0}, share);
        }
    s->key = env_vec(e, &v, s->area, false);
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    paint_picture(pt, s->key, s->area, 1);
}

const struct element_kind ELEMENT_SHADE = {
    .name = "shade", .help = "A soft darkening from one side, behind words on a picture.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .arrange = arrange, .draw = draw};
