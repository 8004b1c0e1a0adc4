/* SPDX-License-Identifier: GPL-3.0-or-later */
/* balance_draw.c - the pictures of the balance and the balance as it stands now. The beam is a row of equal slices; a slice is
 * baked for every slope that rises by whole px, so that slices meet without a seam. */
#include <draw/paper.h>
#include <scene/balance_view.h>
#include <scene/track.h>

#define BIRCH 0xEAF3F4FFu
#define BARK 0x2C4A50FFu
#define SHADE 0x9DB9BFFFu
#define ROPE 0xD8C7A4FFu
#define PLANK 0x8A5A3BFFu
#define GOLD 0xF2A93BFFu
#define BEAM 24.0f           /* thickness */
#define BADGE_R 30.0f
#define STOCK_W 170.0f       /* what can be touched there */

/* ---- baking */
static void quad(struct vec *v, float w, float rise, float y0, float y1, rgba c) {
    vec_move(v, -2, y0 - rise / w * 2);
    vec_line(v, w + 2, y0 + rise + rise / w * 2);
    vec_line(v, w + 2, y1 + rise + rise / w * 2);
    vec_line(v, -2, y1 - rise / w * 2);
    vec_close(v);
    vec_fill(v, c);
}

static void bake_beam(struct env *e, struct balance_look *k) {
    k->slice_w = (int)lroundf(2 * BALANCE_REACH / BALANCE_SLICES * e->scale);
    k->rise = (int)lroundf(BALANCE_SLOPE * (float)k->slice_w);
    if (k->rise > BALANCE_RISE) k->rise = BALANCE_RISE;
    float w = (float)k->slice_w / e->scale, out = (float)k->rise / e->scale + BEAM;
    k->slice_h = 2 * out;
    for (int r = -k->rise; r <= k->rise; r++) {
        float rise = (float)r / e->scale;
        struct vec v;
        vec_begin(&v, e->layout);
        quad(&v, w, rise, -BEAM / 2, BEAM / 2, BIRCH);
        quad(&v, w, rise, BEAM / 2 - 7, BEAM / 2, SHADE);
        for (int i = 0; i < 2; i++) {        /* marks of the bark */
            float x = w * (i ? .7f : .2f), y = rise * x / w + (i ? -3.0f : 2.0f);
            vec_move(&v, x, y);
            vec_line(&v, x + 16, y + rise * 16 / w);
            vec_stroke(&v, BARK, 4, 0, 0);
        }
        k->slice[r + k->rise] = env_vec(e, &v, (struct box){0, -out, w, 2 * out}, false);
    }
}

static void bake_pole(struct node *n, struct env *e, struct balance_look *k) {
    const struct balance_props *p = node_props(n, e);
    struct vec2 at = balance_pivot(n, e);
    float foot = n->box.y + p->ground, h = foot - at.y;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_rrect(&v, (struct box){at.x - 15, at.y - 26, 30, h + 40}, 12);
    vec_fill(&v, BIRCH);
    vec_shadow_end(&v, 4, 2, 6, 0x020C1066u);
    vec_rect(&v, (struct box){at.x + 6, at.y - 14, 9, h + 20});
    vec_fill(&v, SHADE);
    for (int i = 0; 60 + i * 44 < (int)h; i++) {
        vec_rrect(&v, (struct box){at.x - 15 + (float)(i * 7 % 18), at.y + 40 + (float)i * 44, 9 + (float)(i % 3) * 3, 5}, 2);
        vec_fill(&v, BARK);
    }
    vec_move(&v, at.x - 120, foot + 14);     /* the snow that holds it */
    vec_curve(&v, at.x - 60, foot + 8, at.x - 40, foot - 34, at.x, foot - 34);
    vec_curve(&v, at.x + 40, foot - 34, at.x + 60, foot + 8, at.x + 120, foot + 14);
    vec_close(&v);
    vec_fill(&v, 0xEDF4F5FFu);
    k->pole_box = (struct box){at.x - 130, at.y - 50, 260, h + 80};
    k->pole = env_vec(e, &v, k->pole_box, false);
}

/* Hook, yoke, two ropes, board; 0,0 is the middle of the board's top. */
static void bake_board(struct env *e, struct balance_look *k) {
    float half = BALANCE_BOARD_W / 2, top = -BALANCE_ROPE;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, 0, top - BALANCE_YOKE);
    vec_line(&v, 0, top);
    for (int side = -1; side <= 1; side += 2) {
        vec_move(&v, (float)side * (half - 12), top);
        vec_line(&v, (float)side * (half - 12), 12);
    }
    vec_stroke(&v, ROPE, 6, 0, 0);
    vec_group(&v);
    vec_rrect(&v, (struct box){-half, top - 8, 2 * half, 16}, 8);
    vec_rrect(&v, (struct box){-half, 0, 2 * half, 24}, 9);
    vec_fill(&v, PLANK);
    vec_shadow_end(&v, 0, 6, 8, 0x020C1066u);
    vec_rrect(&v, (struct box){-half, 0, 2 * half, 9}, 4);
    vec_rrect(&v, (struct box){-half, top - 8, 2 * half, 6}, 3);
    vec_fill(&v, 0xB07A52FFu);
    paper_disc(&v, 0, top - BALANCE_YOKE, 13, GOLD, PLANK, 4);
    k->board = env_vec(e, &v, (struct box){-half - 30, top - BALANCE_YOKE - 30, 2 * half + 60, BALANCE_ROPE + BALANCE_YOKE + 90}, false);
}

static uint64_t badge(struct env *e, bool plus, bool pressed) {
    float out = BADGE_R + PAPER_MARGIN;
    struct vec v;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, pressed ? 2 : 0, BADGE_R, GOLD, 0xFFFFFFFFu, 4);
    vec_move(&v, -13, pressed ? 2 : 0);
    vec_line(&v, 13, pressed ? 2 : 0);
    if (plus) {
        vec_move(&v, 0, pressed ? -11 : -13);
        vec_line(&v, 0, pressed ? 15 : 13);
    }
    vec_stroke(&v, 0x06171CFFu, 7, 0, 0);
    return env_vec(e, &v, (struct box){-out, -out, 2 * out, 2 * out}, false);
}

void balance_bake(struct node *n, struct env *e) {
    const struct balance_props *p = node_props(n, e);
    struct balance_state *s = n->state;
    struct balance_look *k = s->look = arena_new(e->layout, struct balance_look);
    if (!k) return;
    *k = (struct balance_look){.name = env_text(e, &p->name), .add_name = env_text(e, &p->add_name), .take_name = env_text(e, &p->take_name)};
    bake_beam(e, k);
    bake_pole(n, e, k);
    bake_board(e, k);
    for (int i = 0; i < 4; i++) k->badge[i / 2][i % 2] = badge(e, i < 2, i % 2);
    k->weight = env_asset(e, p->file, p->weight_width, 0, false, 0xFFFFFFFFu, 0, &k->weight_size);
    bool turned = balance_side(n, e) < 0;
    for (int i = 0; i < p->loads.n; i++) {
        const struct balance_load *l = balance_load(p, i);
        k->key[i] = env_asset(e, l->file, l->width, 0, turned, 0xFFFFFFFFu, l->tint, &k->size[i]);
        k->label[i] = env_text(e, &l->label);
    }
}

/* ---- drawing */
static void stand(struct paint *pt, uint64_t key, struct vec2 size, struct vec2 at) {
    paint_picture(pt, key, (struct box){at.x - size.x / 2, at.y - size.y, size.x, size.y}, 1);
}

static void draw_beam(struct node *n, struct paint *pt) {
    const struct balance_state *s = n->state;
    const struct balance_look *k = s->look;
    float px = pt->env->scale, w = (float)k->slice_w / px;
    struct vec2 at = balance_pivot(n, pt->env);
    int rise = (int)lroundf(clampf(s->tilt, -1, 1) * (float)k->rise * balance_side(n, pt->env));
    float x = roundf(at.x * px) / px, y = roundf(at.y * px) / px;
    for (int i = 0; i < BALANCE_SLICES; i++) {
        int from = i - BALANCE_SLICES / 2;
        struct box b = {x + (float)from * w, y + (float)(from * rise) / px - k->slice_h / 2, w, k->slice_h};
        paint_picture(pt, k->slice[rise + k->rise], b, 1);
    }
}

static void draw_board(struct node *n, struct paint *pt, int side) {
    struct vec2 b = balance_board(n, pt->env, side);
    const struct balance_look *k = ((const struct balance_state *)n->state)->look;
    float half = BALANCE_BOARD_W / 2, top = BALANCE_ROPE + BALANCE_YOKE + 30;
    paint_picture(pt, k->board, (struct box){b.x - half - 30, b.y - top, 2 * half + 60, top + 60}, 1);
}

/* A weight on its way: a low throw. */
static struct vec2 thrown(struct vec2 from, struct vec2 to, float t) {
    t = ease(EASE_IN_OUT, t);
    return (struct vec2){lerpf(from.x, to.x, t), lerpf(from.y, to.y, t) - 120 * t * (1 - t)};
}

static void draw_weights(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct balance_state *s = n->state;
    const struct balance_look *k = s->look;
    int count = balance_count(n, e);
    bool carried = s->held && s->dragged;
    for (int i = 0; i < count; i++) {
        struct vec2 at = balance_place(n, e, i);
        float t = e->still ? 1 : clampf((float)(e->now - s->born[i]) / BALANCE_FLY_MS, 0, 1);
        if (t < 1) at = thrown(s->start[i], at, t);
        if (carried && s->item == BALANCE_ITEM_TAKE && i == count - 1) at = (struct vec2){s->finger.x, s->finger.y + k->weight_size.y / 2};
        stand(pt, k->weight, k->weight_size, at);
    }
    if (s->left_at && !e->still)
        stand(pt, k->weight, k->weight_size, thrown(s->left, balance_stock(n, e), clampf((float)(e->now - s->left_at) / BALANCE_FLY_MS, 0, 1)));
    if (carried && s->item == BALANCE_ITEM_ADD) stand(pt, k->weight, k->weight_size, (struct vec2){s->finger.x, s->finger.y + k->weight_size.y / 2});
}

static void put_badge(struct paint *pt, uint64_t key, struct vec2 at) {
    float out = BADGE_R + PAPER_MARGIN;
    paint_picture(pt, key, (struct box){at.x - out, at.y - out, 2 * out, 2 * out}, 1);
}

static void draw_stock(struct node *n, struct paint *pt) {
    const struct balance_props *p = node_props(n, pt->env);
    const struct balance_look *k = ((const struct balance_state *)n->state)->look;
    struct vec2 at = balance_stock(n, pt->env), size = k->weight_size;
    bool full = balance_count(n, pt->env) >= p->max;
    for (int i = 0; i < 3; i++)
        stand(pt, k->weight, size, (struct vec2){at.x + (i == 2 ? 0 : i ? size.x * .52f : -size.x * .52f), at.y - (i == 2 ? size.y * .8f : 0)});
    struct box own = {at.x - STOCK_W / 2, at.y - STOCK_W + 10, STOCK_W, STOCK_W};
    if (full) return;
    put_badge(pt, k->badge[0][n->pressed == BALANCE_ITEM_ADD], (struct vec2){at.x + size.x * .9f * balance_side(n, pt->env), at.y - size.y * 1.5f});
    struct sem_item *it = paint_item(pt, n, "add", BALANCE_ITEM_ADD, SEM_BUTTON, k->add_name, own, own);
    if (it) it->drags = true;
}

static void draw_pile(struct node *n, struct paint *pt) {
    const struct balance_look *k = ((const struct balance_state *)n->state)->look;
    int count = balance_count(n, pt->env), rows = (count + BALANCE_ROW - 1) / BALANCE_ROW;
    struct vec2 b = balance_board(n, pt->env, 1);
    if (count < 1) return;
    float h = fmaxf(96, (float)rows * k->weight_size.y), half = BALANCE_BOARD_W / 2, inner = half * balance_side(n, pt->env);
    struct box own = {b.x - half - BADGE_R, b.y - h, 2 * half + BADGE_R * 2, h + 28};
    put_badge(pt, k->badge[1][n->pressed == BALANCE_ITEM_TAKE], (struct vec2){b.x - inner, b.y - 4});    /* at the board's end */
    struct sem_item *it = paint_item(pt, n, "take", BALANCE_ITEM_TAKE, SEM_BUTTON, k->take_name, own, own);
    if (it) it->drags = true;
}

void balance_draw(struct node *n, struct paint *pt) {
    const struct balance_state *s = n->state;
    const struct balance_look *k = s->look;
    if (!k) return;
    int load = balance_loaded(n, pt->env);
    paint_item(pt, n, NULL, 0, SEM_PICTURE, k->name, n->box, (struct box){0, 0, 0, 0});
    paint_picture(pt, k->pole, k->pole_box, 1);
    draw_beam(n, pt);
    draw_board(n, pt, -1);
    draw_board(n, pt, 1);
    struct vec2 at = balance_board(n, pt->env, -1);
    stand(pt, k->key[load], k->size[load], (struct vec2){at.x, at.y + 3});
    struct box seen = {at.x - k->size[load].x / 2, at.y - k->size[load].y, k->size[load].x, k->size[load].y};
    paint_item(pt, n, "load", 0, SEM_PICTURE, k->label[load], seen, (struct box){0, 0, 0, 0});
    draw_stock(n, pt);
    draw_pile(n, pt);
    draw_weights(n, pt);
}
