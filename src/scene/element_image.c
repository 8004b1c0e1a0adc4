/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_image.c - a drawing or photograph from assets/. */
#include <scene/element.h>

struct props { const char *file; bool flip, turns; rgba mod, tint; };
struct state { uint64_t key; const char *alt; };

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Picture below assets/."},
    {.name = "flip", .type = FIELD_BOOL, AT(flip), .help = "Mirrored left to right."},
    {.name = "turns", .type = FIELD_BOOL, AT(turns), .help = "Looks the other way in a right-to-left language, as the stage does."},
    {.name = "mod", .type = FIELD_COLOR, AT(mod), .def = "#FFFFFF", .help = "Light on the picture: its colours are multiplied by this."},
    {.name = "tint", .type = FIELD_COLOR, AT(tint), .def = "#00000000", .help = "Fills the shape with one colour (silhouette)."},
    {0}};

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    return env_asset_fit(e, p->file, node_common(n, e)->size, max_w);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct vec2 size;
    bool turned = p->turns && e->rtl && !node_common(n, e)->keep_side;
    s->key = env_asset(e, p->file, n->box.w, n->box.h, p->flip != turned, p->mod, p->tint, &size);
    const struct text_ref *alt = &node_common(n, e)->alt;
    s->alt = alt->easy ? env_text(e, alt) : NULL;
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    bool press = node_common(n, pt->env)->press.n > 0;
    paint_picture(pt, s->key, n->box, 1);
    if (s->alt || press)
        paint_item(pt, n, NULL, 0, press ? SEM_BUTTON : SEM_PICTURE, s->alt, n->box, press ? n->box : (struct box){0, 0, 0, 0});
}

const struct element_kind ELEMENT_IMAGE = {
    .name = "image", .help = "A drawing or photograph.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .hugs = true,
    .measure = measure, .arrange = arrange, .draw = draw};
