/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairs_look.c - the animals of the game of pairs, where their photos hang, and all pictures. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/pairs.h>

#define DARK 0x06171CFFu
#define DEGREE .01745329f

/* ---- the animals */
static void shuffle(int *v, int n, uint32_t *rng) {
    for (int i = n - 1; i > 0; i--) {
        int k = (int)(rng_next(rng) * (i + 1)), keep = v[i];
        v[i] = v[k];
        v[k] = keep;
    }
}

void pairs_deal_make(struct pairs_deal *d, int counter, int pairs, int singles) {
    *d = (struct pairs_deal){.counter = counter, .side = pairs + singles, .pairs = pairs};
    uint32_t rng = (uint32_t)counter * 2654435761u + 11u, coat[PAIRS_MOST];
    for (int k = 0; k < pairs; k++) coat[k] = (uint32_t)(rng_next(&rng) * 1e9) + 1u;
    for (int side = 0; side < 2; side++) {
        int who[PAIRS_SIDE];
        for (int i = 0; i < d->side; i++) who[i] = i;
        shuffle(who, d->side, &rng);
        for (int i = 0; i < d->side; i++) {
            int photo = side * d->side + i, k = who[i] < pairs ? who[i] : -1;
            uint32_t own = (uint32_t)(rng_next(&rng) * 1e9) + 1u;
            spots_make(&d->coat[photo], k >= 0 ? coat[k] : own);
            d->seed[photo] = own;
            d->step[photo] = ((float)rng_next(&rng) - .5f) * 26;
            d->pair[photo] = k;
            if (k >= 0) d->photo[k][side] = photo;
        }
    }
}

/* ---- places */
static const struct nums *nails(const struct node *n, const struct env *e, int side) {
    const struct pairs_props *p = node_props(n, e);
    return e->low_reach && p->side[side].low.n ? &p->side[side].low : &p->side[side].at;
}

struct vec2 pairs_nail(const struct node *n, const struct env *e, int photo) {
    const struct pairs_state *s = n->state;
    int side = pairs_side_of(s, photo);
    const struct nums *at = nails(n, e, side);
    int i = 2 * (photo - side * s->deal.side);
    float x = i + 1 < at->n ? at->v[i] : 0, y = i + 1 < at->n ? at->v[i + 1] : 0;
    bool turned = e->rtl && !node_common(n, e)->keep_side;
    return (struct vec2){e->stage.x + (turned ? e->stage.w - x : x), e->stage.y + y};
}

struct vec2 pairs_foot(const struct node *n, const struct env *e, int photo) {
    const struct pairs_props *p = node_props(n, e);
    struct vec2 at = pairs_nail(n, e, photo);
    if (p->knots == PAIRS_FOOT) return (struct vec2){at.x, at.y + TRAP_HANG + p->photo_h + TRAP_RIM - 2};
    float out = p->photo_w / 2 + TRAP_RIM - 2;
    return (struct vec2){at.x + (at.x < e->stage.x + e->stage.w / 2 ? out : -out), at.y + TRAP_HANG + p->photo_h / 2};
}

struct box pairs_box(const struct node *n, const struct env *e, int photo) {
    const struct pairs_props *p = node_props(n, e);
    struct vec2 at = pairs_nail(n, e, photo);
    return (struct box){at.x - p->photo_w / 2 - TRAP_RIM, at.y + TRAP_HANG - TRAP_RIM, p->photo_w + 2 * TRAP_RIM, p->photo_h + 2 * TRAP_RIM};
}

/* Where the photos lie low there is little room below them. */
static float sag_of(const struct pairs_props *p, const struct env *e) { return p->sag * (e->low_reach ? .25f : 1); }

struct vec2 pairs_along(const struct pairs_props *p, const struct env *e, struct vec2 a, struct vec2 b, float t) {
    float low = fmaxf(a.y, b.y) + sag_of(p, e) * fabsf(b.x - a.x), out = a.x < b.x ? 60 : -60, u = 1 - t;
    float k0 = u * u * u, k1 = 3 * u * u * t, k2 = 3 * u * t * t, k3 = t * t * t;
    return (struct vec2){k0 * a.x + k1 * (a.x + out) + k2 * (b.x - out) + k3 * b.x, k0 * a.y + (k1 + k2) * low + k3 * b.y};
}

/* ---- pictures */
static struct pairs_pic bake(struct env *e, const struct vec *v, struct box area) { return (struct pairs_pic){env_vec(e, v, area, false), area}; }
static struct box around(float r) { return (struct box){-r, -r, 2 * r, 2 * r}; }

static float turn_of(const struct pairs_state *s, int photo) {
    static const float TURN[PAIRS_SIDE] = {-2.5f, 1.6f, -1.2f, 2.1f};
    int side = pairs_side_of(s, photo), i = photo - side * s->deal.side;
    return side ? -TURN[s->deal.side - 1 - i] : TURN[i];
}

static struct pairs_pic photo(struct env *e, const struct pairs_props *p, const struct pairs_state *s, int i, float grow, rgba paper) {
    const struct pairs_deal *d = &s->deal;
    struct trap_photo ph = {d->seed[i], &d->coat[i], p->photo_w * grow, p->photo_h * grow, TRAP_RIM, grow > 1 ? 0 : turn_of(s, i), 0, p->light, d->step[i], paper};
    struct vec v;
    vec_begin(&v, e->layout);
    trap_photo_draw(&v, &p->animal, &ph);
    return bake(e, &v, trap_photo_area(ph.w, ph.h, ph.foot, ph.turn));
}

/* Gold round a photo: whole where a finger is, dots where a thread may go. */
static struct pairs_pic rim(struct env *e, const struct pairs_props *p, float turn, bool dots) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rotate(&v, turn * DEGREE);
    vec_rrect(&v, (struct box){-p->photo_w / 2 - TRAP_RIM - 2, TRAP_HANG - TRAP_RIM - 2, p->photo_w + 2 * TRAP_RIM + 4, p->photo_h + 2 * TRAP_RIM + 4}, 12);
    vec_stroke(&v, p->gold, dots ? 7 : 9, dots ? 1 : 0, dots ? 17 : 0);
    return bake(e, &v, trap_photo_area(p->photo_w, p->photo_h, TRAP_RIM, turn));
}

static struct pairs_pic thread(struct env *e, const struct pairs_props *p, struct vec2 a, struct vec2 b) {
    float low = fmaxf(a.y, b.y) + sag_of(p, e) * fabsf(b.x - a.x) * .76f, x = fminf(a.x, b.x), y = fminf(a.y, b.y);
    struct vec v;
    vec_begin(&v, e->layout);
    for (int shade = 1; shade >= 0; shade--) {
        for (int i = 0; i <= 32; i++) {
            struct vec2 at = pairs_along(p, e, a, b, (float)i / 32);
            if (i == 0) vec_move(&v, at.x, at.y + (shade ? 5 : 0));
            else vec_line(&v, at.x, at.y + (shade ? 5 : 0));
        }
        vec_stroke(&v, shade ? 0x06171C66u : p->gold, shade ? 10 : 6, 0, 0);
    }
    return bake(e, &v, box_grow((struct box){x, y, fabsf(b.x - a.x), fmaxf(low, fmaxf(a.y, b.y)) - y}, 16));
}

static struct pairs_pic disc(struct env *e, float r, rgba fill, float rim) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, r);
    vec_keep(&v);
    vec_fill(&v, fill);
    vec_stroke(&v, DARK, rim, 0, 0);
    return bake(e, &v, around(r + rim + 2));
}

static struct pairs_pic tick(struct env *e, rgba gold) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, 30, gold, 0, 0);
    icon_draw(&v, "check", -18, -18, 36, DARK, false);
    return bake(e, &v, around(30 + PAPER_MARGIN));
}

static struct pairs_pic spark(struct env *e, float r, rgba gold) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_rosette(&v, 0, 0, r, gold, 3, 0);
    return bake(e, &v, around(r * 1.2f + 2));
}

static void wish_photo(struct node *n, struct env *e, struct pairs_look *l, int i) {
    const struct pairs_props *p = node_props(n, e);
    const struct pairs_state *s = n->state;
    struct vec2 nail = pairs_nail(n, e, i);
    float half = p->photo_w * p->grow / 2 + TRAP_RIM + 16, more = p->photo_h * (p->grow - 1) / 2;
    l->photo[i] = photo(e, p, s, i, 1, p->paper);
    if (s->deal.pair[i] >= 0) l->gold[i] = photo(e, p, s, i, 1, p->gold);
    l->big[i] = photo(e, p, s, i, p->grow, p->gold);
    l->big_at[i] = (struct vec2){clampf(nail.x, half, fmaxf(half, e->w - half)), fmaxf(0, nail.y - more)};
    l->rim[i] = rim(e, p, turn_of(s, i), false);
    l->open[i] = rim(e, p, turn_of(s, i), true);
    int side = pairs_side_of(s, i);
    const struct msg_arg own = {.name = "number", .num = i - side * s->deal.side + 1};
    l->label[i] = env_say(e, e->layout, &p->side[side].label, &own, 1);
}

void pairs_arrange(struct node *n, struct env *e) {
    const struct pairs_props *p = node_props(n, e);
    struct pairs_state *s = n->state;
    struct pairs_look *l = s->look = arena_new(e->layout, struct pairs_look);
    rgba pale = rgba_mix(p->gold, 0xFFF4E0FFu, .45f);
    if (!l) return;
    for (int i = 0; i < 2 * s->deal.side; i++) wish_photo(n, e, l, i);
    for (int k = 0; k < s->deal.pairs; k++)
        l->thread[k] = thread(e, p, pairs_foot(n, e, s->deal.photo[k][0]), pairs_foot(n, e, s->deal.photo[k][1]));
    l->knot = disc(e, 14, p->gold, 5);
    l->dot = disc(e, 5, p->gold, 2);
    l->tick = tick(e, p->gold);
    for (int i = 0; i < 2; i++) l->spark[i] = spark(e, 12 + 7 * (float)i, pale);
}
