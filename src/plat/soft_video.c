/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/soft_video.h>
#include <stdlib.h>

#define BAND 64   /* px: rows painted together, so that the target stays in the processor's cache under all layers */

/* A command, looked up and placed. */
struct op {
    struct ibox area;         /* what it paints */
    struct ibox solid;        /* where nothing below can be seen */
    pixman_image_t *image;    /* NULL = a fill */
    int x, y;                 /* of the image's first pixel */
    uint8_t alpha;
    bool copies;              /* the image is opaque everywhere: source instead of over */
    pixman_color_t color;
};
#define COVERS 8   /* large opaque areas that are looked at when asking what cannot be seen */

struct soft {
    struct stock *stock;
    struct op *ops; int n, cap;
    bool *seen;               /* of each command of the list; as long as ops */
    pixman_image_t *masks[256];   /* solid alphas, made when first used */
};

struct soft *soft_open(struct stock *stock) {
    struct soft *s = calloc(1, sizeof *s);
    if (s) s->stock = stock;
    return s;
}

void soft_close(struct soft *s) {
    if (!s) return;
    for (int i = 0; i < 256; i++)
        if (s->masks[i]) pixman_image_unref(s->masks[i]);
    free(s->ops);
    free(s->seen);
    free(s);
}

static pixman_image_t *mask_of(struct soft *s, uint8_t alpha) {
    if (alpha == 255) return NULL;
    if (!s->masks[alpha]) {
        pixman_color_t c = {0, 0, 0, (uint16_t)(alpha * 257u)};
        s->masks[alpha] = pixman_image_create_solid_fill(&c);
    }
    return s->masks[alpha];
}

static pixman_color_t premultiplied(rgba c) {
    uint32_t a = c & 255u;
    return (pixman_color_t){(uint16_t)((c >> 24 & 255u) * a * 257u / 255u), (uint16_t)((c >> 16 & 255u) * a * 257u / 255u),
                            (uint16_t)((c >> 8 & 255u) * a * 257u / 255u), (uint16_t)(a * 257u)};
}

static void place_fill(struct op *op, const struct draw_cmd *c) {
    op->area = ibox_and(c->box, c->clip);
    op->color = premultiplied(c->color);
    op->alpha = (uint8_t)(c->color & 255u);
    if (op->alpha == 255) op->solid = op->area;
}

static void place_pixels(struct op *op, const struct draw_cmd *c, const struct cached *e, int x, int y) {
    const struct picture *p = &e->pic;
    op->x = x + p->x;
    op->y = y + p->y;
    op->area = ibox_and((struct ibox){op->x, op->y, p->w, p->h}, c->clip);
    op->alpha = c->alpha;
    op->image = e->image;
    op->copies = p->solid.h == p->h && p->solid.w == p->w;
    if (c->alpha == 255)
        op->solid = ibox_and((struct ibox){op->x + p->solid.x, op->y + p->solid.y, p->solid.w, p->solid.h}, c->clip);
}

/* The player's one switch: where a command lies and what it is painted with. False = nothing to see. */
static bool place(struct soft *s, const struct draw_cmd *c, struct op *op) {
    const struct cached *e = c->kind == DRAW_FILL ? NULL : stock_get(s->stock, c);
    *op = (struct op){0};
    if (c->kind != DRAW_FILL && !e) return false;
    switch (c->kind) {
    case DRAW_FILL: place_fill(op, c); break;
    case DRAW_PICTURE: case DRAW_FILM: place_pixels(op, c, e, c->box.x, c->box.y); break;
    case DRAW_TEXT: place_pixels(op, c, e, c->box.x, (int)lroundf(c->baseline)); break;
    }
    return !ibox_empty(op->area);
}

/* True when the areas together hide all of r. */
static bool hidden(struct ibox r, const struct ibox *by, int n) {
    if (ibox_empty(r)) return true;
    for (int i = 0; i < n; i++) {
        struct ibox in = ibox_and(r, by[i]);
        if (ibox_empty(in)) continue;
        const struct ibox left[4] = {{r.x, r.y, r.w, in.y - r.y}, {r.x, in.y + in.h, r.w, r.y + r.h - in.y - in.h},
                                     {r.x, in.y, in.x - r.x, in.h}, {in.x + in.w, in.y, r.x + r.w - in.x - in.w, in.h}};
        for (int k = 0; k < 4; k++)
            if (!hidden(left[k], by + i + 1, n - i - 1)) return false;
        return true;
    }
    return false;
}

/* What wholly lies under large opaque pictures is neither made nor kept: a landscape behind a screen of strips. */
static void look(struct soft *s, const struct dlist *l) {
    struct ibox by[COVERS];
    int n = 0;
    for (int i = l->n - 1; i >= 0; i--) {
        const struct draw_cmd *c = &l->cmds[i];
        struct ibox r = ibox_and(c->box, c->clip);
        bool large = r.w >= l->screen.w / 4 && r.h >= l->screen.h / 4;
        s->seen[i] = !large || !hidden(r, by, n);
        if (large && n < COVERS && s->seen[i] && stock_covers(s->stock, c)) by[n++] = r;
    }
}

static bool room(struct soft *s, int n) {
    if (n <= s->cap) return true;
    struct op *ops = realloc(s->ops, sizeof *ops * (size_t)n);
    if (ops) s->ops = ops;
    bool *seen = realloc(s->seen, sizeof *seen * (size_t)n);
    if (seen) s->seen = seen;
    if (ops && seen) s->cap = n;
    return ops && seen;
}

static bool place_all(struct soft *s, const struct dlist *l) {
    if (!room(s, l->n)) return false;
    look(s, l);
    for (int i = 0; i < l->n; i++)
        if (s->seen[i]) stock_want(s->stock, &l->cmds[i]);
    s->n = 0;
    for (int i = 0; i < l->n; i++)
        if (s->seen[i] && place(s, &l->cmds[i], &s->ops[s->n])) s->n++;
    return true;
}

static bool covers(struct ibox whole, struct ibox part) {
    return whole.x <= part.x && whole.y <= part.y && whole.x + whole.w >= part.x + part.w &&
           whole.y + whole.h >= part.y + part.h;
}

static void paint_op(struct soft *s, pixman_image_t *to, const struct op *op, struct ibox r) {
    if (!op->image) {
        pixman_box32_t box = {r.x, r.y, r.x + r.w, r.y + r.h};
        pixman_image_fill_boxes(op->alpha == 255 ? PIXMAN_OP_SRC : PIXMAN_OP_OVER, to, &op->color, 1, &box);
        return;
    }
    pixman_op_t how = op->copies && op->alpha == 255 ? PIXMAN_OP_SRC : PIXMAN_OP_OVER;
    pixman_image_composite32(how, op->image, mask_of(s, op->alpha), to, r.x - op->x, r.y - op->y, 0, 0, r.x, r.y, r.w, r.h);
}

static void paint_band(struct soft *s, pixman_image_t *to, struct ibox band) {
    int first = s->n - 1;
    while (first >= 0 && !covers(s->ops[first].solid, band)) first--;
    if (first < 0) { /* nobody covers the ground: it is black */
        pixman_color_t black = {0, 0, 0, 0xFFFF};
        pixman_box32_t box = {band.x, band.y, band.x + band.w, band.y + band.h};
        pixman_image_fill_boxes(PIXMAN_OP_SRC, to, &black, 1, &box);
        first = 0;
    }
    for (int i = first; i < s->n; i++) {
        struct ibox r = ibox_and(s->ops[i].area, band);
        if (!ibox_empty(r)) paint_op(s, to, &s->ops[i], r);
    }
}

bool soft_play(struct soft *s, const struct soft_target *to, const struct dlist *l, const struct ibox *rects, int nrects) {
    if (!place_all(s, l)) return false;
    pixman_image_t *image = pixman_image_create_bits(PIXMAN_x8r8g8b8, to->w, to->h, to->pixels, to->stride);
    if (!image) return false;
    struct ibox screen = {0, 0, to->w, to->h};
    for (int i = 0; i < nrects; i++) {
        struct ibox r = ibox_and(rects[i], screen);
        for (int y = r.y; y < r.y + r.h; y += BAND)
            paint_band(s, image, ibox_and(r, (struct ibox){r.x, y, r.w, BAND}));
    }
    pixman_image_unref(image);
    return true;
}
