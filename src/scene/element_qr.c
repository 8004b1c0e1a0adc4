/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_qr.c - the address of the site's partner as a QR code, on white paper with its quiet zone. Modules are whole px.
 * Where no partner is in force there is nothing: no code, no paper. */
#include <content/partners.h>
#include <draw/qr.h>
#include <scene/element.h>

#define LEAST 228.0f    /* a telephone at arm's length reads it: 30 mm of code on a panel of 21.5 inches, also of a long address */

struct props { float radius; rgba ink, paper; };
struct state { uint64_t key; const char *alt; };

#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "spruce-950", .help = "Colour of the code; dark."},
    {.name = "paper", .type = FIELD_COLOR, AT(paper), .def = "#FFFFFF", .help = "Colour of the paper; light."},
    {.name = "radius", .type = FIELD_NUM, AT(radius), .max = 60, .def = "18", .unit = "canvas px", .help = "Radius of the paper's corners."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    bool ok = true;
    (void)props;
    for (int i = 0; i < 2; i++) {
        const struct node_common *c = &n->common[i];
        if (fminf(c->size.x, c->size.y) >= LEAST) continue;
        diag_error(le->diag, node_at(n, i ? "portrait" : "size"), "element '%s' is too small for a telephone to read (make its size at least [%g, %g])",
                   c->id, (double)LEAST, (double)LEAST);
        ok = false;
        break;
    }
    if (n->common[0].alt.easy) return ok;
    diag_error(le->diag, n->pos, "element '%s' has no 'alt' (say that it is a code, and its address)", n->common[0].id);
    return false;
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    (void)max_w;
    return node_common(n, e)->size;
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    const struct partner *partner = e->visit->partner;
    struct state *s = n->state;
    struct qr q;
    *s = (struct state){0};
    if (!partner || !qr_make(&q, lang_text(&partner->url, e->msg.lang))) return;
    struct vec v;
    float px = 1 / e->scale;                       /* canvas units of one px */
    int w = (int)lroundf(n->box.w * e->scale), h = (int)lroundf(n->box.h * e->scale), unit = qr_module(&q, w < h ? w : h);
    struct vec2 o = {roundf(n->box.x * e->scale) * px, roundf(n->box.y * e->scale) * px};
    vec_begin(&v, e->layout);
    vec_rrect(&v, (struct box){o.x, o.y, (float)w * px, (float)h * px}, p->radius);
    vec_fill(&v, p->paper);
    qr_draw(&v, &q, o.x + (float)((w - q.side * unit) / 2) * px, o.y + (float)((h - q.side * unit) / 2) * px, (float)unit * px, p->ink);
    s->key = env_vec(e, &v, (struct box){o.x, o.y, (float)w * px, (float)h * px}, false);
    s->alt = env_text(e, &node_common(n, e)->alt);
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    bool press = node_common(n, pt->env)->press.n > 0;
    if (!s->alt) return;
    paint_picture(pt, s->key, n->box, 1);
    paint_item(pt, n, NULL, 0, press ? SEM_BUTTON : SEM_PICTURE, s->alt, n->box, press ? n->box : (struct box){0, 0, 0, 0});
}

const struct element_kind ELEMENT_QR = {
    .name = "qr", .help = "The address of the site's partner as a QR code.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .partner = true, .hugs = true,
    .load = load, .measure = measure, .arrange = arrange, .draw = draw};
