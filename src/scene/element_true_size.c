/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_true_size.c - a drawing as large as the thing itself, in the middle of a sheet of paper, for a visitor's hand beside
 * it. Only where the site says how large its screen is (px-per-mm of site.yaml), and where there is room: else there is nothing. */
#include <draw/paper.h>
#include <scene/element.h>

#define RADIUS 28.0f
struct props { const char *file, *fact; float part, mm; rgba tint; };   /* mm: width of the whole drawing, made at load */
struct state { uint64_t sheet, key; struct box shown; const char *alt; };   /* key 0 = nothing is shown */

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Picture below assets/."},
    {.name = "fact", .type = FIELD_FACT, AT(fact), .flags = FIELD_REQUIRED, .help = "How wide the thing is, in cm or m; of a range the least."},
    {.name = "part", .type = FIELD_NUM, AT(part), .flags = FIELD_POSITIVE, .max = 1, .def = "1", .help = "How much of the drawing's width the thing takes, 0 to 1."},
    {.name = "tint", .type = FIELD_COLOR, AT(tint), .def = "#00000000", .help = "Fills the shape with one colour (silhouette)."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    static const struct { const char *unit; float mm; } UNITS[] = {{"cm", 10}, {"m", 1000}};
    struct props *p = props;
    const struct fact_value *v = NULL;
    if (!p->fact || !le->facts || !fact_find(le->facts, p->fact, &v) || !v) return true;    /* the check of references speaks */
    double width = v->kind == FACT_NUM ? v->num : v->kind == FACT_RANGE ? v->min : 0;
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (str_eq(v->unit, UNITS[i].unit)) p->mm = (float)width * UNITS[i].mm / p->part;
    if (p->mm > 0) return true;
    diag_error(le->diag, node_at(n, "fact"), "fact '%s' is no width (name one in cm or m)", p->fact);
    return false;
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct vec2 own = env_asset_size(e, p->file), size = {p->mm * e->mm, 0};
    struct vec v;
    s->key = 0;
    if (own.x > 0) size.y = size.x * own.y / own.x;
    if (size.x * e->scale < 1 || size.y * e->scale < 1 || size.x * p->part > n->box.w || size.y * p->part > n->box.h) return;
    s->key = env_asset(e, p->file, size.x, size.y, false, 0xFFFFFFFFu, p->tint, &size);
    s->shown = (struct box){n->box.x + (n->box.w - size.x) / 2, n->box.y + (n->box.h - size.y) / 2, size.x, size.y};
    vec_begin(&v, e->layout);
    paper_card(&v, (struct box){0, 0, n->box.w, n->box.h}, RADIUS, 0xF4F8F6FFu);
    s->sheet = env_vec(e, &v, box_grow((struct box){0, 0, n->box.w, n->box.h}, PAPER_MARGIN), false);
    const struct text_ref *alt = &node_common(n, e)->alt;
    s->alt = alt->easy ? env_text(e, alt) : NULL;
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    if (!s->key) return;
    paint_picture(pt, s->sheet, box_grow(n->box, PAPER_MARGIN), 1);
    paint_picture(pt, s->key, s->shown, 1);
    if (s->alt) paint_item(pt, n, NULL, 0, SEM_PICTURE, s->alt, n->box, (struct box){0, 0, 0, 0});
}

const struct element_kind ELEMENT_TRUE_SIZE = {
    .name = "true-size", .help = "A drawing as large as the thing itself, where the site has measured its screen; nothing elsewhere.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .arrange = arrange, .draw = draw};
