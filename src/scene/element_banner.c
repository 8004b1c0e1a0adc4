/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_banner.c - a paper banner that hangs from a bar, on a birch if wanted; its foot is cut with scissors. Words lie on it
 * as elements of their own. Drawn here, not from a file: it is there whether or not a pack was baked with it. */
#include <base/str.h>
#include <scene/element.h>

#define REACH 100.0f     /* beyond the paper: bar, birch, shadow */
#define TOOTH 38.0f
#define CUT 16.0f
#define POLE 26.0f

struct props { bool birch; rgba paper, wood, bark; };
struct state { uint64_t key; const char *alt; };

#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "birch", .type = FIELD_BOOL, AT(birch), .help = "The bar is fixed to a birch at the start side."},
    {.name = "paper", .type = FIELD_COLOR, AT(paper), .def = "snow", .help = "Colour of the paper."},
    {.name = "wood", .type = FIELD_COLOR, AT(wood), .def = "#6B5142", .help = "Colour of the bar."},
    {.name = "bark", .type = FIELD_COLOR, AT(bark), .def = "#F4F8F6", .help = "Colour of the birch."},
    {0}};

static void pole(struct vec *v, float x, float h, rgba bark) {
    uint32_t rng = 4;
    vec_group(v);
    vec_rrect(v, (struct box){x, -54, POLE, h + 84}, POLE / 2);
    vec_fill(v, bark);
    vec_shadow_end(v, 0, 8, 11, 0x020C1066u);
    vec_rrect(v, (struct box){x + POLE - 8, -48, 7, h + 72}, 3.5f);
    vec_fill(v, 0x205C6622u);
    for (float y = -32; y < h + 16; y += 39) {
        float dx = (float)rng_next(&rng) * 10, dy = (float)rng_next(&rng) * 14, w = 7 + (float)rng_next(&rng) * 9;
        vec_rrect(v, (struct box){x + dx, y + dy, w, 4}, 2);
        vec_fill(v, 0x2C4A50FFu);
    }
}

static void bar(struct vec *v, float x0, float x1, rgba wood) {
    vec_rrect(v, (struct box){x0, -28, x1 - x0, 15}, 7);
    vec_fill(v, rgba_mix(wood, 0x06171CFFu, .35f));
    vec_rrect(v, (struct box){x0, -30, x1 - x0, 13}, 6.5f);
    vec_fill(v, wood);
}

static void sheet(struct vec *v, float w, float h, rgba paper) {
    int n = (int)(w / TOOTH / 2) * 2;
    if (n < 2) n = 2;
    vec_group(v);
    vec_move(v, 0, 0);
    vec_line(v, w, 0);
    vec_line(v, w, h - CUT);
    for (int k = 1; k <= n; k++) vec_line(v, w - (float)k * w / (float)n, k % 2 ? h : h - CUT);
    vec_close(v);
    vec_fill(v, paper);
    vec_shadow_end(v, 0, 12, 15, 0x020C1073u);
    vec_rect(v, (struct box){0, 0, w, 5});
    vec_fill(v, 0xFFFFFFFFu);
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    (void)max_w;
    return node_common(n, e)->size;
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float w = n->box.w, side = e->rtl ? w + 70 - POLE : -44;
    struct vec v;
    vec_begin(&v, e->layout);
    if (p->birch) pole(&v, side, n->box.h, p->bark);
    for (int i = 0; i < 2; i++) {
        vec_move(&v, i ? w - 40 : 40, -18);
        vec_line(&v, i ? w - 40 : 40, 6);
        vec_stroke(&v, rgba_mix(p->wood, 0x06171CFFu, .35f), 6, 0, 0);
    }
    bar(&v, p->birch && !e->rtl ? -60 : -16, p->birch && e->rtl ? w + 60 : w + 16, p->wood);
    sheet(&v, w, n->box.h, p->paper);
    s->key = env_vec(e, &v, box_grow((struct box){0, 0, w, n->box.h}, REACH), false);
    const struct text_ref *alt = &node_common(n, e)->alt;
    s->alt = alt->easy ? env_text(e, alt) : NULL;
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    bool press = node_common(n, pt->env)->press.n > 0;
    paint_picture(pt, s->key, box_grow(n->box, REACH), 1);
    if (s->alt || press)
        paint_item(pt, n, NULL, 0, press ? SEM_BUTTON : SEM_PICTURE, s->alt, n->box, press ? n->box : (struct box){0, 0, 0, 0});
}

const struct element_kind ELEMENT_BANNER = {
    .name = "banner", .help = "A paper banner that hangs from a bar or on a birch.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .measure = measure, .arrange = arrange, .draw = draw};
