/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spot_match_look.c - all pictures of the game, made while arranging. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/spot_match.h>

#define DARK 0x06171CFFu
#define DEGREE .01745329f

static struct spot_pic bake(struct env *e, const struct vec *v, struct box area) { return (struct spot_pic){env_vec(e, v, area, false), area}; }
static struct box around(float r) { return (struct box){-r, -r, 2 * r, 2 * r}; }

static struct spot_pic photo(struct env *e, const struct trap_animal *a, const struct trap_photo *ph) {
    struct vec v;
    vec_begin(&v, e->layout);
    trap_photo_draw(&v, a, ph);
    return bake(e, &v, trap_photo_area(ph->w, ph->h, ph->foot, ph->turn));
}

/* The gold edge of a photo that is meant. */
static struct spot_pic rim(struct env *e, const struct spot_props *p, float turn) {
    float foot = spot_foot(e);
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rotate(&v, turn * DEGREE);
    vec_rrect(&v, (struct box){-p->photo_w / 2 - TRAP_RIM - 3, TRAP_HANG - TRAP_RIM - 3, p->photo_w + 2 * TRAP_RIM + 6, p->photo_h + TRAP_RIM + foot + 6}, 13);
    vec_stroke(&v, p->gold, 9, 0, 0);
    return bake(e, &v, trap_photo_area(p->photo_w, p->photo_h, foot, turn));
}

static struct spot_pic peg(struct env *e, rgba wood) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_rrect(&v, (struct box){-11, -24, 22, 52}, 6);
    vec_fill(&v, wood);
    vec_shadow_end(&v, 0, 4, 4, 0x020C1059u);
    vec_rrect(&v, (struct box){-11, -24, 9, 52}, 4);
    vec_fill(&v, rgba_mix(wood, 0xFFF0D0FFu, .4f));
    vec_rect(&v, (struct box){-11, -2, 22, 5});
    vec_fill(&v, rgba_mix(wood, 0x1A0C04FFu, .45f));
    return bake(e, &v, (struct box){-30, -40, 60, 90});
}

static struct spot_pic cord(struct env *e, const struct spot_props *p, int row) {
    float top = spot_cord_at(p, e, row, 0), h = p->sag + 14;
    struct vec v;
    vec_begin(&v, e->layout);
    for (int line = 0; line < 2; line++) {
        for (float x = -20; x <= e->w + 20; x += 20) {
            float y = spot_cord_at(p, e, row, x) - top + (line ? 3 : 0);
            if (x < 0) vec_move(&v, x, y);
            else vec_line(&v, x, y);
        }
        vec_stroke(&v, line ? rgba_alpha(rgba_mix(p->cord, 0x1A0C04FFu, .6f), .6f) : p->cord, line ? 2 : 6, 0, 0);
    }
    return bake(e, &v, (struct box){0, -6, e->w, h});
}

static struct spot_pic ellipse(struct env *e, float rx) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_ellipse(&v, 0, 0, rx, 11);
    vec_fill(&v, 0x4F7A8680u);
    vec_shadow_end(&v, 0, 0, 4, 0x4F7A8640u);
    return bake(e, &v, (struct box){-rx - 16, -28, 2 * rx + 32, 56});
}

/* The way up to the photos. */
static struct spot_pic dots(struct env *e, const struct spot_props *p) {
    float r = p->patch_r, to = e->rtl ? -1 : 1;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, to * (r + 10), -.6f * r);
    vec_quad(&v, to * (r + 84), -1.06f * r, to * (r + 190), -1.06f * r);
    vec_stroke(&v, p->gold, 7, 2, 21);
    return bake(e, &v, (struct box){e->rtl ? -r - 210 : r, -1.2f * r, 210, 70});
}

static struct spot_pic touch(struct env *e, rgba gold) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_ring(&v, 0, 0, 80, gold);
    return bake(e, &v, around(84));
}

static struct spot_pic halo(struct env *e, float r, rgba gold) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, r + 26);
    vec_stroke(&v, gold, 7, 0, 0);
    return bake(e, &v, around(r + 34));
}

static void draw_patch(struct vec *v, const struct spot_props *p, const struct spot_deal *d, float r) {
    float k = r / SPOT_CROP_R;
    const struct trap_animal *a = spot_animal(p, d, d->right);
    const float rim = 12;
    vec_group(v);
    vec_circle(v, 0, 0, r + rim);
    vec_fill(v, p->gold);
    vec_shadow_end(v, 0, 12, 11, TRAP_SHADOW);
    vec_save(v);
    vec_circle(v, 0, 0, r);
    vec_clip(v);
    vec_scale(v, k, k);
    vec_translate(v, -d->crop.x, -d->crop.y);
    vec_rect(v, (struct box){-60, -60, SPOTS_W + 120, 352 + 120});
    trap_coat_fill(v, a);
    spots_draw(v, &d->coat[d->right], a->mark, a->core);
    vec_restore(v);
    vec_circle(v, 0, 0, r - 2);
    vec_stroke(v, 0xFFFFFF73u, 3, 0, 0);
}

static void wish_patch(struct spot_look *l, const struct spot_props *p, const struct spot_deal *d, struct env *e) {
    float carried = SPOT_CROP_R * p->photo_w / SPOTS_W;
    struct vec v;
    for (int i = 0; i < SPOT_SIZES; i++) {
        float r = lerpf(p->patch_r, carried, (float)i / (SPOT_SIZES - 1));
        vec_begin(&v, e->layout);
        draw_patch(&v, p, d, r);
        l->patch[i] = bake(e, &v, around(r + 12 + PAPER_MARGIN));
    }
    l->halo = halo(e, carried, p->gold);
    l->touch = touch(e, p->gold);
    l->shadow = ellipse(e, p->patch_r + 14);
    l->dots = dots(e, p);
}

/* The ring round the spots that match, on the large print. */
static struct spot_pic ring(struct env *e, float k, rgba gold) {
    struct vec v;
    float r = SPOT_CROP_R * k;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, r + 3 * k);
    vec_stroke(&v, gold, 5.5f * k, 0, 0);
    vec_circle(&v, 0, 0, r + 13 * k);
    vec_stroke(&v, rgba_alpha(gold, .6f), 2 * k, 0, 0);
    return bake(e, &v, around(r + 16 * k));
}

/* One line of the constellation, from 0,0, with the stars at its ends. */
static struct spot_pic line(struct env *e, struct vec2 to, float k, rgba gold) {
    const struct vec2 end[] = {{0, 0}, to};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_move(&v, 0, 0);
    vec_line(&v, to.x, to.y);
    vec_stroke(&v, gold, 2.6f * k, 0, 0);
    for (int i = 0; i < 2; i++) {
        vec_circle(&v, end[i].x, end[i].y, 4.6f * k);
        vec_keep(&v);
        vec_fill(&v, DARK);
        vec_stroke(&v, gold, 2.6f * k, 0, 0);
    }
    vec_shadow_end(&v, 0, 3, 4, 0x020C1080u);
    return bake(e, &v, box_grow((struct box){fminf(0, to.x), fminf(0, to.y), fabsf(to.x), fabsf(to.y)}, 8 * k + 16));
}

static struct spot_pic tick(struct env *e, rgba gold) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, 66, gold, 0, 0);
    icon_draw(&v, "check", -40, -40, 80, DARK, false);
    return bake(e, &v, around(66 + PAPER_MARGIN));
}

static struct spot_pic spark(struct env *e, int size, rgba gold) {
    float r = 12 + 6 * (float)size;
    struct vec v;
    vec_begin(&v, e->layout);
    paper_rosette(&v, 0, 0, r, gold, (uint32_t)size + 3u, 0);
    return bake(e, &v, around(r * 1.2f + 2));
}

static void wish_match(struct spot_look *l, const struct spot_props *p, const struct spot_deal *d, struct env *e) {
    struct spot_hang at = spot_print_of(p, e);
    float k = p->print_size.x / SPOTS_W;
    rgba light = rgba_mix(p->gold, 0xFFF4E0FFu, .45f);
    l->print = photo(e, spot_animal(p, d, d->right), &(struct trap_photo){d->seed[d->right], &d->coat[d->right], p->print_size.x, p->print_size.y, TRAP_RIM, at.turn, 0, p->light, 0, 0xFFFFFFFFu});
    l->ring = ring(e, k, p->gold);
    l->tick = tick(e, p->gold);
    for (int i = 0; i < 3; i++) l->spark[i] = spark(e, i, light);
    for (int i = 0; i < d->joins; i++) {
        struct vec2 a = spot_on(at, p->print_size.x, d->join[i]), b = spot_on(at, p->print_size.x, d->join[i + 1]);
        l->join[i] = line(e, (struct vec2){b.x - a.x, b.y - a.y}, k, light);
    }
}

static void wish_photos(struct spot_look *l, const struct spot_props *p, const struct spot_state *s, struct env *e) {
    const struct spot_deal *d = &s->deal;
    const struct spot_name *name = p->photos.items;
    const struct spot_kind *kinds = p->kinds.items;
    float small_h = p->photo_h * p->small_w / p->photo_w;
    l->peg = peg(e, p->peg);
    l->cords = (d->photos + p->per_row - 1) / p->per_row;
    for (int i = 0; i < l->cords; i++) l->cord[i] = cord(e, p, i);
    for (int i = 0; i < d->photos; i++) {
        const struct trap_animal *a = spot_animal(p, d, i);
        struct trap_photo ph = {d->seed[i], &d->coat[i], p->photo_w, p->photo_h, spot_foot(e), spot_hang_of(p, e, d->photos, i).turn, 0, p->light, 0, p->paper};
        l->photo[i] = photo(e, a, &ph);
        l->rim[i] = rim(e, p, ph.turn);
        for (int k = 0; k < SPOT_SWINGS && i == l->swinging; k++) {
            struct trap_photo turned = ph;
            turned.turn += (float)(k - SPOT_SWINGS / 2) * .5f;
            l->swing[k] = photo(e, a, &turned);
        }
        ph = (struct trap_photo){d->seed[i], &d->coat[i], p->small_w, small_h, TRAP_RIM, spot_small_of(p, e, i, d->right).turn, .42f, p->light, 0, p->small_paper};
        if (i != d->right) l->small[i] = photo(e, a, &ph);
        struct text_style st = {.token = STYLE_LABEL, .ink = p->ink, .align = ALIGN_CENTER, .max_lines = 1, .fit = true,
                                .beside = true, .level = true, .alone = !d->of_kinds};   /* a letter is its photo's in any language */
        safe_para(e, env_text(e, d->of_kinds ? &kinds[d->kind[i]].label : &name[i].label), st, p->photo_w, &l->label[i]);
    }
}

void spot_match_arrange(struct node *n, struct env *e) {
    const struct spot_props *p = node_props(n, e);
    struct spot_state *s = n->state;
    struct spot_look *l = s->look = arena_new(e->layout, struct spot_look);
    if (!l) return;
    l->swinging = e->still ? -1 : s->swing;
    l->patch_label = env_text(e, &p->patch_label);
    wish_photos(l, p, s, e);
    wish_patch(l, p, &s->deal, e);
    wish_match(l, p, &s->deal, e);
}
