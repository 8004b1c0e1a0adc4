/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_image.c - a drawing or photograph from assets/. A photograph of the centre's own may take the drawing's place: it is
 * shown as a print with a paper rim, cut to the same box; where its file is not there the drawing stands. */
#include <draw/paper.h>
#include <scene/element.h>

#define RIM 12.0f            /* canvas px, of a print */

struct props { const char *file, *photo; bool flip, turns; rgba mod, tint; };
struct state { uint64_t key, rim; struct box cut, shown; const char *alt; };   /* rim, cut: of a print */

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Picture below assets/."},
    {.name = "photo", .type = FIELD_PHOTO, AT(photo), .help = "Photograph below assets/ that takes the drawing's place when its file is there."},
    {.name = "flip", .type = FIELD_BOOL, AT(flip), .help = "Mirrored left to right."},
    {.name = "turns", .type = FIELD_BOOL, AT(turns), .help = "Looks the other way in a right-to-left language, as the stage does."},
    {.name = "mod", .type = FIELD_COLOR, AT(mod), .def = "#FFFFFF", .help = "Light on the picture: its colours are multiplied by this."},
    {.name = "tint", .type = FIELD_COLOR, AT(tint), .def = "#00000000", .help = "Fills the shape with one colour (silhouette)."},
    {0}};

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    return env_asset_fit(e, p->file, node_common(n, e)->size, max_w);
}

/* The photograph covers the inside of the rim; what is too much of it is cut off on both sides alike. */
static void arrange_print(struct node *n, struct env *e, const char *path, struct vec2 own) {
    struct state *s = n->state;
    struct vec v;
    s->cut = box_grow(n->box, -RIM);
    float k = fmaxf(s->cut.w / own.x, s->cut.h / own.y);
    struct vec2 size;
    s->key = env_asset(e, path, own.x * k, own.y * k, false, 0xFFFFFFFFu, 0, &size);
    s->shown = (struct box){s->cut.x + (s->cut.w - size.x) / 2, s->cut.y + (s->cut.h - size.y) / 2, size.x, size.y};
    vec_begin(&v, e->layout);
    paper_card(&v, (struct box){0, 0, n->box.w, n->box.h}, 8, 0xF4F8F6FFu);
    s->rim = env_vec(e, &v, box_grow((struct box){0, 0, n->box.w, n->box.h}, PAPER_MARGIN), false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct vec2 size, own = p->photo ? env_asset_size(e, p->photo) : (struct vec2){0, 0};
    bool turned = p->turns && e->rtl && !node_common(n, e)->keep_side;
    s->rim = 0;
    if (own.x > 0 && own.y > 0 && n->box.w > 4 * RIM && n->box.h > 4 * RIM) arrange_print(n, e, p->photo, own);
    else s->key = env_asset(e, p->file, n->box.w, n->box.h, p->flip != turned, p->mod, p->tint, &size);
    const struct text_ref *alt = &node_common(n, e)->alt;
    s->alt = alt->easy ? env_text(e, alt) : NULL;
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    bool press = node_common(n, pt->env)->press.n > 0;
    if (s->rim) {
        paint_picture(pt, s->rim, box_grow(n->box, PAPER_MARGIN), 1);
        struct ibox before = dlist_clip(pt->list, paint_px(pt, s->cut));
        paint_picture(pt, s->key, s->shown, 1);
        dlist_unclip(pt->list, before);
    } else paint_picture(pt, s->key, n->box, 1);
    if (s->alt || press)
        paint_item(pt, n, NULL, 0, press ? SEM_BUTTON : SEM_PICTURE, s->alt, n->box, press ? n->box : (struct box){0, 0, 0, 0});
}

const struct element_kind ELEMENT_IMAGE = {
    .name = "image", .help = "A drawing or photograph.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .hugs = true,
    .measure = measure, .arrange = arrange, .draw = draw};
