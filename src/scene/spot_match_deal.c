/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spot_match_deal.c - four animals from one number, and where everything hangs. */
#include <scene/spot_match.h>

enum { ROSETTES_LEAST = 4 };     /* in a patch, so that something can be joined */
#define DEGREE .01745329f

/* The next number whose patch shows enough rosettes. */
static uint32_t good_seed(uint32_t *rng, enum spots_marks marks, struct spots *coat) {
    int place[SPOTS_MOST];
    for (int tries = 0;; tries++) {
        uint32_t seed = (uint32_t)(rng_next(rng) * 1e9) + 1u;
        spots_make_as(coat, marks, seed);
        if (tries > 50 || spots_within(coat, spots_crop(coat, SPOT_CROP_R), SPOT_CROP_R, place) >= ROSETTES_LEAST) return seed;
    }
}

static void join(struct spot_deal *d) {
    int place[SPOTS_MOST], n = spots_within(&d->coat[d->right], d->crop, SPOT_CROP_R, place);
    if (n > SPOT_JOINS) n = SPOT_JOINS;
    for (int i = 0; i < n; i++) {
        const struct spot *p = &d->coat[d->right].at[place[i]];
        d->join[i] = (struct vec2){p->x, p->y};
    }
    d->joins = n < 2 ? 0 : n == 2 ? 1 : n;
    d->join[n] = d->join[0];
}

void spot_deal_aim(struct spot_deal *d, int photo) {
    d->right = photo;
    d->crop = spots_crop(&d->coat[photo], SPOT_CROP_R);
    join(d);
}

/* The kinds in any order. Returns the photo of the one whose turn it is. */
static int hang_kinds(struct spot_deal *d, uint32_t *rng) {
    int right = 0;
    for (int i = 0; i < d->photos; i++) {
        int k = (int)(rng_next(rng) * (i + 1));
        d->kind[i] = d->kind[k];
        d->kind[k] = i;
    }
    for (int i = 0; i < d->photos; i++)
        if (d->kind[i] == d->counter % d->photos) right = i;
    return right;
}

void spot_deal_make(struct spot_deal *d, int counter, int photos, const struct spot_kind *kinds) {
    *d = (struct spot_deal){.counter = counter, .photos = photos < 1 ? 1 : photos > SPOT_PHOTOS ? SPOT_PHOTOS : photos, .of_kinds = kinds};
    uint32_t rng = (uint32_t)counter * 2654435761u + 7u;
    int right = kinds ? hang_kinds(d, &rng) : (int)(rng_next(&rng) * d->photos);
    for (int i = 0; i < d->photos; i++)
        d->seed[i] = good_seed(&rng, kinds ? (enum spots_marks)kinds[d->kind[i]].marks : SPOTS_ROSETTES, &d->coat[i]);
    spot_deal_aim(d, right);
}

/* ---- places. In a right-to-left language the whole scene is mirrored, the animals are not. */
static float side(const struct env *e, float x) { return e->rtl ? e->w - x : x; }

float spot_cord_at(const struct spot_props *p, const struct env *e, int row, float x) {
    return e->stage.y + p->cord_y + (float)row * p->row_step + p->sag * sinf(3.14159265f * clampf(x / e->w, 0, 1));
}

float spot_foot(const struct env *e) { return 18 + 36 * style_growth(STYLE_LABEL, e->text_scale); }

static float row_x(const struct spot_props *p, const struct env *e, int photos, int i) {
    int rest = photos - i / p->per_row * p->per_row, in_row = rest < p->per_row ? rest : p->per_row;
    float w = (float)in_row * p->photo_w + (float)(in_row - 1) * p->gap;
    return side(e, e->stage.x + (e->stage.w - w) / 2 + (float)(i % p->per_row) * (p->photo_w + p->gap) + p->photo_w / 2);
}

struct spot_hang spot_hang_of(const struct spot_props *p, const struct env *e, int photos, int i) {
    static const float TURN[SPOT_PHOTOS] = {-1.6f, .9f, -.7f, 1.5f};
    float x = row_x(p, e, photos, i);
    return (struct spot_hang){{x, spot_cord_at(p, e, i / p->per_row, x) + 6}, TURN[i % SPOT_PHOTOS]};
}

struct spot_hang spot_small_of(const struct spot_props *p, const struct env *e, int i, int right) {
    static const float TURN[SPOT_PHOTOS] = {-2, 1, -1, 2};
    int slot = i > right ? i - 1 : i;
    float x = side(e, e->stage.x + p->small_x + p->small_w / 2 + (float)slot * (p->small_w + p->small_gap));
    return (struct spot_hang){{x, spot_cord_at(p, e, 0, x) + 6}, TURN[slot % SPOT_PHOTOS]};
}

struct spot_hang spot_print_of(const struct spot_props *p, const struct env *e) {
    return (struct spot_hang){{side(e, e->stage.x + p->print_at.x + p->print_size.x / 2), e->stage.y + p->print_at.y - TRAP_HANG}, -1};
}

struct vec2 spot_on(struct spot_hang h, float w, struct vec2 coat) {
    float k = w / SPOTS_W, x = (coat.x - SPOTS_W / 2) * k, y = TRAP_HANG + coat.y * k, c = cosf(h.turn * DEGREE), s = sinf(h.turn * DEGREE);
    return (struct vec2){h.pivot.x + x * c - y * s, h.pivot.y + x * s + y * c};
}

struct box spot_photo_box(const struct spot_props *p, const struct env *e, int photos, int i) {
    struct spot_hang h = spot_hang_of(p, e, photos, i);
    return (struct box){h.pivot.x - p->photo_w / 2 - TRAP_RIM, h.pivot.y + TRAP_HANG - TRAP_RIM, p->photo_w + 2 * TRAP_RIM,
                        p->photo_h + TRAP_RIM + spot_foot(e)};
}

struct vec2 spot_home(const struct spot_props *p, const struct env *e) {
    return (struct vec2){side(e, e->stage.x + p->patch_at.x), e->stage.y + p->patch_at.y};
}

int spot_photo_under(const struct spot_props *p, const struct env *e, int photos, struct vec2 at) {
    for (int i = 0; i < photos; i++)
        if (box_has(spot_photo_box(p, e, photos, i), at)) return i;
    return -1;
}
