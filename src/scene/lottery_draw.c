/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lottery_draw.c - each moment of the cub lottery: tokens that lie or spin, the square on its way, charts, years, a card. */
#include <draw/paper.h>
#include <scene/lottery_look.h>
#include <scene/track.h>

#define JUMP_FEW 84.0f
#define JUMP_MANY 22.0f
#define HALF_TURNS 6

struct view {
    struct paint *pt;
    struct node *n;
    const struct lottery_props *p;
    const struct lottery_state *s;
    const struct lottery_look *l;
    const struct env *e;
};

/* ---- tokens */
/* Lying at `at`, or in the air: it spins about its upright axis and shows both faces in turn. */
static void draw_token(const struct view *v, int side, int den, int k) {
    const struct lottery_state *s = v->s;
    struct vec2 at = lottery_token(v->p, s, v->e, side, den, k);
    float ms = lottery_air(s, v->e, v->p, side, den, k), size = side ? v->p->hill.token : v->p->bank.token;
    int now = s->side[side].boys[den] >> k & 1, was = s->was[side][den] >> k & 1, face = now, flip = 0;
    if (ms >= 0) {
        float t = ms / LOTTERY_TOSS_MS, turns = (float)(HALF_TURNS + (was != now)) * t, width = fabsf(cosf(turns * 3.14159f));
        int half = (int)floorf(turns + .5f);
        face = half % 2 ? !was : was;
        while (flip + 1 < LOTTERY_FLIPS && (lottery_width(flip) + lottery_width(flip + 1)) / 2 > width) flip++;
        at.y -= (side ? JUMP_MANY : JUMP_FEW) * 4 * t * (1 - t);
    }
    float w = size * lottery_width(flip);
    paint_picture(v->pt, side ? v->l->small[face][flip] : v->l->token[face][flip], (struct box){at.x - w / 2, at.y - size / 2, w, size}, 1);
}

static void draw_shut(const struct view *v, int side, int den) {
    struct vec2 at = lottery_den(v->p, v->e, side, den);
    float w = side ? v->p->hill.width : v->p->bank.width, h = side ? v->p->hill.height : v->p->bank.height;
    paint_picture(v->pt, v->l->shut[side], (struct box){at.x - w / 2 - 2, at.y - h - 2, w + 4, h + 4}, 1);
    paint_picture(v->pt, v->l->sign[side][v->s->card], (struct box){at.x - h * .35f, at.y - h * .84f, h * .7f, h * .7f}, 1);
}

static void draw_side(const struct view *v, int side) {
    const struct lottery_side *d = &v->s->side[side];
    for (int i = 0; i < d->families; i++) {
        if (i == d->shut) draw_shut(v, side, i);
        else
            for (int k = 0; k < v->s->rules.cubs; k++) draw_token(v, side, i, k);
    }
}

/* ---- glow */
static float glow_now(const struct view *v) {
    const struct lottery_state *s = v->s;
    if (s->mode != LOTTERY_PLAY) return s->year > 0 && s->mode == LOTTERY_RUN && s->hit[0][s->year - 1] ? 1 : 0;
    if (!s->glowing || s->open) return 0;
    return v->e->still ? 1 : ease(EASE_OUT, clampf((float)(v->e->now - s->glowing) / LOTTERY_GLOW_MS, 0, 1));
}

static void draw_embers(const struct view *v, float glow) {
    const struct lottery_bank *b = &v->p->bank;
    for (int i = 0; glow > 0 && i < v->s->side[0].families; i++) {
        struct vec2 at = lottery_den(v->p, v->e, 0, i);
        if (i != v->s->side[0].shut)
            paint_picture(v->pt, v->l->ember, (struct box){at.x - b->width / 2, at.y - b->height, b->width, b->height}, glow);
    }
}

/* ---- charts */
static void draw_square(const struct view *v, uint64_t key, struct vec2 at, float side, float width, float alpha) {
    paint_picture(v->pt, key, box_grow((struct box){at.x, at.y, side, side}, width / 2 + 1), alpha);
}

static struct vec2 outcome_at(const struct view *v, int outcome) {
    return lottery_cell(&v->p->chart, v->e, lottery_place(v->s, (unsigned)outcome));
}

/* From the dens to its place, in an arc. */
static struct vec2 mark_at(const struct view *v) {
    const struct lottery_state *s = v->s;
    struct vec2 to = outcome_at(v, s->now), from = lottery_den(v->p, v->e, 0, s->side[0].families / 2);
    float t = v->e->still ? 1 : clampf((float)(v->e->now - s->marked) / LOTTERY_FLY_MS, 0, 1), k = ease(EASE_IN_OUT, t);
    from.y -= v->p->bank.height;
    return (struct vec2){lerpf(from.x, to.x, k), lerpf(from.y, to.y, k) - 60 * 4 * t * (1 - t)};
}

static void draw_chart(const struct view *v) {
    const struct lottery_state *s = v->s;
    const struct lottery_grid *g = &v->p->chart;
    int n = lottery_outcomes(s), last = n - 1;
    struct vec2 o = lottery_grid_at(g, v->e);
    paint_picture(v->pt, v->l->grid, (struct box){o.x, o.y, 0, 0}, 1);
    for (int i = 0; i < last; i++)
        if (s->seen >> i & 1) draw_square(v, v->l->seen, outcome_at(v, i), g->square, 0, 1);
    draw_square(v, v->l->hit, outcome_at(v, last), g->square, 4, 1);
    if (s->now >= 0 && !s->open) draw_square(v, s->now == last ? v->l->hit : v->l->mark, mark_at(v), g->square, s->now == last ? 4 : 5, 1);
}

/* This year's outcome to the right, last year's downwards. */
static struct vec2 pair_at(const struct view *v, int now, int before) {
    const struct lottery_grid *g = &v->p->pairs;
    struct vec2 o = lottery_grid_at(g, v->e);
    return (struct vec2){o.x + g->pitch * (float)lottery_place(v->s, (unsigned)now) + g->square / 2,
                         o.y + g->pitch * (float)lottery_place(v->s, (unsigned)before) + g->square / 2};
}

static void draw_pairs(const struct view *v) {
    const struct lottery_state *s = v->s;
    int last = lottery_outcomes(s) - 1;
    struct vec2 o = lottery_grid_at(&v->p->pairs, v->e), bad = pair_at(v, last, last);
    paint_picture(v->pt, v->l->pairs, (struct box){o.x, o.y, 0, 0}, 1);
    paint_picture(v->pt, v->l->ring, (struct box){bad.x - 26, bad.y - 26, 52, 52}, 1);
    draw_square(v, v->l->pair, (struct vec2){bad.x - 3, bad.y - 3}, 6, 2, 1);
    if (s->now < 0 || s->before < 0 || s->open) return;
    struct vec2 at = pair_at(v, s->now, s->before);
    paint_fill(v->pt, (struct box){at.x - 4, at.y - 4, 8, 8}, INK_SNOW);
}

static void draw_runs(const struct view *v) {
    const struct lottery_state *s = v->s;
    for (int side = 0; side < 2; side++) {
        const struct lottery_grid *g = &v->p->run[side];
        struct vec2 o = lottery_grid_at(g, v->e);
        paint_picture(v->pt, v->l->runs[side], (struct box){o.x, o.y, 0, 0}, 1);
        for (int i = 0; i < s->year; i++) {
            struct vec2 at = lottery_cell(g, v->e, i);
            float grow = (v->p->chart.square - g->square) / 2;
            if (!s->hit[side][i]) draw_square(v, v->l->past, at, g->square, 0, 1);
            else draw_square(v, v->l->hit, (struct vec2){at.x - grow, at.y - grow}, v->p->chart.square, 4, 1);
        }
    }
}

/* ---- the card on the table */
static void draw_card(const struct view *v) {
    const struct lottery_state *s = v->s;
    if (!s->card_at || s->card >= v->p->card_kinds.n) return;
    float age = (float)(v->e->now - s->card_at), in = clampf(age / LOTTERY_CARD_IN_MS, 0, 1);
    float out = clampf((LOTTERY_CARD_MS - age) / LOTTERY_CARD_IN_MS, 0, 1), alpha = v->e->still ? 1 : fminf(ease(EASE_OUT, in), out);
    struct box b = v->l->card_box[s->card];
    if (b.w <= 0 || age >= LOTTERY_CARD_MS) return;
    b.y += v->e->still ? 0 : 28 * (1 - ease(EASE_OUT, in));
    const struct para *name = &v->l->name[s->card];
    float pic = b.h - para_h(name, v->e) - 52, w = para_w(name, v->e);
    paint_picture(v->pt, v->l->card[s->card], box_grow(b, PAPER_MARGIN), alpha);
    paint_picture(v->pt, v->l->face[s->card], (struct box){b.x + (b.w - pic) / 2, b.y + 20, pic, pic}, alpha);
    paint_para(v->pt, v->n, "card", SEM_TEXT, name, b.x + (b.w - w) / 2 - para_left(name, v->e), b.y + b.h - para_h(name, v->e) - 22, alpha);
}

/* ---- what can be touched */
static void touchables(const struct view *v) {
    const struct lottery_props *p = v->p;
    const struct lottery_state *s = v->s;
    int rows = (s->side[1].families + p->hill.columns - 1) / p->hill.columns;
    float w = p->hill.width, across = p->hill.gap * (float)(p->hill.columns - 1), down = p->hill.step * (float)(rows - 1);
    struct vec2 o = lottery_on(v->e, p->hill.at, across);
    struct box hill = {o.x - w / 2 - 8, o.y - p->hill.height - 24, across + w + 16, down + p->hill.height + 44};
    paint_item(v->pt, v->n, "hill", LOTTERY_HILL, SEM_BUTTON, v->l->hill, hill, hill);
    for (int i = 0; i < s->side[0].families; i++) {
        struct vec2 at = lottery_den(p, v->e, 0, i);
        struct box b = {at.x - p->bank.width / 2 - 10, at.y - p->bank.height - 18, p->bank.width + 20, p->bank.height + 24};
        paint_item(v->pt, v->n, arena_printf(v->e->frame, "den-%d", i + 1), LOTTERY_DEN + i, SEM_BUTTON, v->l->den[i], b, b);
    }
}

void lottery_draw(struct node *n, struct paint *pt) {
    struct view v = {.pt = pt, .n = n, .p = node_props(n, pt->env), .s = n->state, .e = pt->env};
    v.l = v.s->look;
    if (!v.l) return;
    float glow = glow_now(&v);
    paint_picture(pt, v.l->glow, v.l->glow_box, .35f + .65f * glow);
    paint_picture(pt, v.l->ground, v.l->ground_box, 1);
    draw_side(&v, 1);
    draw_embers(&v, glow);
    draw_side(&v, 0);
    bool years = v.s->mode != LOTTERY_PLAY || (v.p->year && vars_num(v.e->vars, v.p->year, 0) > 0);   /* also as a scene's state says it */
    if (!years) {
        draw_pairs(&v);
        draw_chart(&v);
    } else {
        draw_runs(&v);
    }
    draw_card(&v);
    touchables(&v);
}
