/* SPDX-License-Identifier: GPL-3.0-or-later */
/* map_draw.c - the map on the canvas: sheets by their alpha, then places with their names, then the lens. */
#include <draw/paper.h>
#include <scene/layout.h>
#include <scene/map_view.h>

#define DOT 14.0f            /* half of the dot's picture */
#define RING_R 30.0f
#define TOUCH 81.0f
#define LABEL_MOST 460.0f    /* of a name; larger letters have more */

static struct map_view view_of(const struct node *n, const struct map_props *p) {
    struct box b = n->box;
    return (struct map_view){p->origin, {b.x + b.w / 2, b.y + b.h / 2}, p->height > 0 ? b.h / p->height : 1, b};
}

static struct map_view lens_view_of(const struct map_props *p, const struct env *e, float k) {
    float r = p->lens.radius;
    bool turned = e->rtl && !(e->scene && e->scene->top.keep_side);  /* where no words stand: they turn unless the whole scene stays */
    float x = turned ? e->stage.w - p->lens.at.x : p->lens.at.x;
    struct vec2 mid = {e->stage.x + x, e->stage.y + p->lens.at.y};
    return (struct map_view){p->lens.plane, mid, k * p->lens.zoom, {mid.x - r, mid.y - r, 2 * r, 2 * r}};
}

/* ---- arrange */
static uint64_t dot_picture(struct env *e) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, DOT, DOT, 9);
    vec_keep(&v);
    vec_fill(&v, INK_SNOW);
    vec_stroke(&v, INK_DARK, 4, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, 2 * DOT, 2 * DOT}, false);
}

static uint64_t ring_picture(struct env *e) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, RING_R + 4, RING_R + 4, RING_R);
    vec_stroke(&v, 0xF2A93BFFu, 5, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, 2 * RING_R + 8, 2 * RING_R + 8}, false);
}

/* The pin's point is at 50, 110 of a picture of 100 by 130. */
static uint64_t pin_picture(struct env *e, rgba fill) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_pin(&v, 50, 110, fill);
    return env_vec(e, &v, (struct box){0, 0, 100, 130}, false);
}

static void wish_pin(const struct map_pin *q, struct map_face *f, int i, struct env *e) {
    bool here = q->look == PIN_HERE;
    struct text_style st = {.token = STYLE_LABEL, .ink = here ? INK_DARK : INK_SNOW, .align = ALIGN_CENTER};
    chip_make(&f->label[i], e, env_text(e, &q->label), st, CHIP_PLATE, here ? INK_SNOW : 0x06171C9Eu, LABEL_MOST * fmaxf(1, e->text_scale * .75f));
    f->pin[i] = q->look == PIN_DOT ? 0 : pin_picture(e, here ? INK_SNOW : q->color);
}

void map_arrange(struct node *n, struct env *e) {
    const struct map_props *p = node_props(n, e);
    struct map_state *s = n->state;
    struct map_face *f = s->face = arena_new(e->layout, struct map_face);
    if (!f) return;
    f->view = view_of(n, p);
    f->lens_view = lens_view_of(p, e, f->view.k);
    map_bake(p, f, e);
    f->dot = dot_picture(e);
    f->ring = ring_picture(e);
    for (int i = 0; i < p->pins.n; i++) wish_pin(map_pin(p, i), f, i, e);
    f->alt = node_common(n, e)->alt.easy ? env_text(e, &node_common(n, e)->alt) : NULL;
    if (p->lens.radius <= 0 || !p->lens.label.easy) return;
    struct text_style st = {.token = STYLE_H3, .ink = 0xFFCF80FFu, .align = ALIGN_CENTER};
    chip_make(&f->lens_label, e, env_text(e, &p->lens.label), st, CHIP_PLATE, 0x06171C80u, 2 * p->lens.radius + 200);
}

/* ---- draw */
static void show(struct paint *pt, const struct map_picture *m, float alpha) {
    if (m->key && alpha > 0) paint_picture(pt, m->key, m->area, alpha);
}

static float layer_alpha(const struct map_layer *l, const struct env *e) {
    return l->driver ? clampf(keys_at(&l->keys, vars_num(e->vars, l->driver, 0)), 0, 1) : 1;
}

static struct vec2 label_at(const struct map_pin *q, const struct chip *c, struct vec2 at, const struct env *e) {
    bool pin = q->look != PIN_DOT;
    float side = pin ? 34 : 18, right = at.x + side + q->dx, left = at.x - side - c->w + q->dx, y = at.y - c->h / 2 - (pin ? 48 : 0);
    float x = right, grown = c->para.both ? para_h(&c->para, e) - c->para.lines[0].h / e->scale : 0;
    if (q->dy < 0) y -= grown / 2;      /* a second language makes room upwards too */
    if (q->align == ALIGN_END || right + c->w > e->w - 12) x = left;    /* where it does not fit it changes sides */
    if (q->align == ALIGN_END && left < 12) x = right;
    if (q->align == ALIGN_CENTER) x = at.x - c->w / 2 + q->dx, y = at.y - c->h - (pin ? 96 : 20);
    return (struct vec2){clampf(x, 12, fmaxf(12, e->w - 12 - c->w)), y + q->dy};
}

/* Sign and name together are touched; never less than a finger needs. */
static struct box touch_box(struct vec2 at, struct vec2 label, const struct chip *c, bool pin) {
    float y = at.y - (pin ? 40 : 0), x0 = at.x - TOUCH / 2, y0 = y - TOUCH / 2, x1 = x0 + TOUCH, y1 = y0 + TOUCH;
    x0 = fminf(x0, label.x), y0 = fminf(y0, label.y);
    x1 = fmaxf(x1, label.x + c->w), y1 = fmaxf(y1, label.y + c->h);
    return (struct box){x0, y0, x1 - x0, y1 - y0};
}

static void draw_pin(struct node *n, struct paint *pt, const struct map_face *f, int i, struct vec2 at, float alpha) {
    const struct map_pin *q = map_pin(node_props(n, pt->env), i);
    struct vec2 to = label_at(q, &f->label[i], at, pt->env);
    bool lit = n->pressed == i + 1 || n->focused == i + 1;
    float m = RING_R + 4;
    if (lit) paint_picture(pt, f->ring, (struct box){at.x - m, at.y - m, 2 * m, 2 * m}, alpha);
    if (f->pin[i]) paint_picture(pt, f->pin[i], (struct box){at.x - 50, at.y - 110, 100, 130}, alpha);
    else paint_picture(pt, f->dot, (struct box){at.x - DOT, at.y - DOT, 2 * DOT, 2 * DOT}, alpha);
    struct sem_item *it = chip_draw(&f->label[i], pt, n, q->id, q->press.n ? SEM_BUTTON : SEM_TEXT, to.x, to.y, alpha);
    if (!it || !q->press.n) return;
    it->hit = touch_box((struct vec2){at.x + pt->ox, at.y + pt->oy}, (struct vec2){to.x + pt->ox, to.y + pt->oy}, &f->label[i], f->pin[i] != 0);
    it->item = i + 1;
    it->focusable = true;
    if (n->pressed == i + 1) it->state |= SEM_PRESSED;
    if (n->focused == i + 1) it->state |= SEM_FOCUSED;
}

static bool in_circle(struct vec2 p, struct vec2 c, float r) { return hypotf(p.x - c.x, p.y - c.y) < r; }

/* A pin of the map whose sign or name would lie half under the lens is left to the lens. */
static bool under_lens(const struct map_props *p, const struct map_face *f, int i, struct vec2 at, const struct env *e) {
    const struct chip *c = &f->label[i];
    struct vec2 mid = f->lens_view.mid, to = label_at(map_pin(p, i), c, at, e);
    float r = p->lens.radius + LENS_RIM;
    struct vec2 near = {clampf(mid.x, to.x, to.x + c->w), clampf(mid.y, to.y, to.y + c->h)};
    return in_circle(at, mid, r) || in_circle(near, mid, r);
}

static void draw_pins(struct node *n, struct paint *pt, const struct map_face *f, bool lens, float lens_alpha) {
    const struct env *e = pt->env;
    const struct map_props *p = node_props(n, e);
    for (int i = 0; i < p->pins.n; i++) {
        const struct map_pin *q = map_pin(p, i);
        if (q->only_lens != lens || !vars_hold(e->vars, &q->visible_if)) continue;
        if (q->hidden_if.n && vars_hold(e->vars, &q->hidden_if)) continue;
        struct vec2 at = map_at(lens ? &f->lens_view : &f->view, q->plane);
        bool shown = lens ? in_circle(at, f->lens_view.mid, p->lens.radius - 12)
                          : box_has(f->view.area, at) && !(lens_alpha > .5f && under_lens(p, f, i, at, e));
        if (shown) draw_pin(n, pt, f, i, at, lens ? lens_alpha : 1);
    }
}

/* Above the lens; farther right where the name of a pin stands there. */
static struct vec2 lens_label_at(const struct map_props *p, const struct map_face *f, const struct env *e) {
    const struct chip *c = &f->lens_label;
    struct vec2 mid = f->lens_view.mid, to = {mid.x - c->w / 2, mid.y - p->lens.radius - LENS_RIM - 12 - c->h};
    for (int i = 0; i < p->pins.n; i++) {
        const struct map_pin *q = map_pin(p, i);
        struct vec2 at = map_at(&f->view, q->plane), name = label_at(q, &f->label[i], at, e);
        if (q->only_lens || !vars_hold(e->vars, &q->visible_if) || !box_has(f->view.area, at)) continue;
        if (boxes_meet((struct box){to.x, to.y, c->w, c->h}, (struct box){name.x, name.y, f->label[i].w, f->label[i].h}))
            to.x = fminf(name.x + f->label[i].w + 12, e->w - 12 - c->w);
    }
    return to;
}

static void draw_lens(struct node *n, struct paint *pt, const struct map_face *f, float alpha) {
    const struct map_props *p = node_props(n, pt->env);
    if (alpha <= 0 || p->lens.radius <= 0) return;
    show(pt, &f->lens, alpha);
    for (int i = 0; i < p->layers.n; i++) show(pt, &f->lens_layer[i], alpha * layer_alpha(map_layer(p, i), pt->env));
    show(pt, &f->lens_water, alpha);
    show(pt, &f->lens_rim, alpha);
    draw_pins(n, pt, f, true, alpha);
    struct vec2 to = lens_label_at(p, f, pt->env);
    chip_draw(&f->lens_label, pt, n, "lens", SEM_TEXT, to.x, to.y, alpha);
}

void map_draw(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    const struct map_props *p = node_props(n, e);
    const struct map_state *s = n->state;
    const struct map_face *f = s->face;
    if (!f) return;
    if (f->alt) paint_item(pt, n, NULL, -2, SEM_MAP, f->alt, n->box, (struct box){0, 0, 0, 0});
    show(pt, &f->base, 1);
    for (int i = 0; i < p->layers.n; i++) show(pt, &f->layer[i], layer_alpha(map_layer(p, i), e));
    show(pt, &f->water, 1);
    show(pt, &f->lens_lines, p->lens.radius > 0 ? s->lens : 0);
    draw_pins(n, pt, f, false, s->lens);
    draw_lens(n, pt, f, s->lens);
}
