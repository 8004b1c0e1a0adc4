/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strips_bake.c - the scenery of home: one ridge through all hours of the night, or bands of paper. */
#include <scene/strips_view.h>

static void depth(struct land_layer *l, const struct land_light *c, float k) { land_depth(c, k, .36f, &l->fill, &l->foot); }

static void sky_objects(struct vec *v, const struct strips_props *p, float t, float w, float mid, int i) {
    if (t >= 1 && t <= 5) land_stars(v, 40u + (uint32_t)i, w, 520, t >= 3 && t <= 4 ? 420 : 200, t >= 3 && t <= 4 ? 1 : .6f);
    if (t < 1) land_moon(v, mid, 560, 130, 0xFFE3BFFFu, 2);
    else if (t > 2 && t < 4) land_moon(v, mid, 262, p->moon_r, 0xF4F1E2FFu, 2);
    else if (t > 5) land_moon(v, mid, 560, 140, 0xFFF6D8FFu, 3);
}

/* The two far ridges of one hour; stage coordinates. */
static void far_ridges(struct vec *v, const struct land_light *c, float x0, float x1, float bottom) {
    struct land_layer far = {.seed = 111, .y = 520, .amp = 52, .wavelength = 1100, .fringe = 16, .shadow = true};
    depth(&far, c, .02f);
    land_sheet(v, &far, x0, x1, bottom);
    land_mist(v, x0, x1, 500, 160, c->low, .45f);
    struct land_layer mid = {.seed = 29, .y = 600, .amp = 44, .wavelength = 820, .fringe = 30, .trees = 30, .tree_min = 50,
                             .tree_max = 110, .kinds = TREE_FIR | TREE_LARCH, .oak_every = 6,
                             .oak_leaf = rgba_mix(0xA5583AFFu, c->far, .35f), .shadow = true};
    depth(&mid, c, .3f);
    land_sheet(v, &mid, x0, x1, bottom);
    land_mist(v, x0, x1, 590, 140, c->low, .32f);
}

static void near_ridges(struct vec *v, const struct env *e, const struct strips_props *p, const struct land_light *c, float x0, float x1, float bottom) {
    float left = strips_animal_x(e, p), mid = left + p->animal_width / 2;
    struct land_bump bump = {mid, 18, 380};
    struct land_span avoid = {left, left + p->animal_width};
    struct land_layer ridge = {.seed = 51, .y = strips_ground(e, p) + 2, .amp = 12, .wavelength = 900, .bumps = &bump, .nbumps = 1,
                               .trees = 26, .tree_min = 90, .tree_max = 230, .kinds = TREE_PINE | TREE_FIR, .snowy = .8f,
                               .avoid = &avoid, .navoid = 1, .snow = c->snow, .snow_thick = 8, .shadow = true};
    rgba unused;
    depth(&ridge, c, .72f);
    land_depth(c, 1, .36f, &ridge.foot, &unused);
    land_sheet(v, &ridge, x0, x1, bottom);
    struct land_layer front = {.seed = 63, .y = strips_ground(e, p) + 48, .amp = 6, .wavelength = 900, .snow_thick = 9, .shadow = true,
                               .fill = rgba_mix(c->near, 0x06171CFFu, .35f), .foot = 0x06171CFFu,
                               .snow = rgba_mix(c->snow, 0x174650FFu, .15f)};
    land_sheet(v, &front, x0, x1, bottom);
}

void strips_bake_edge(struct env *e, struct strips *st) {
    struct vec_stop stops[2] = {{0, 0x020C1000u}, {1, 0x020C104Du}};
    float h = e->stage.y + 948;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rect(&v, (struct box){-26, 0, 26, h});
    vec_fill_linear(&v, (struct vec2){-26, 0}, (struct vec2){0, 0}, stops, 2);
    vec_rect(&v, (struct box){-1.5f, 0, 3, h});
    vec_fill(&v, 0xFFFFFF38u);
    st->edge_box = (struct box){-26, 0, 30, h};
    st->edge = env_vec(e, &v, st->edge_box, false);
}

void strips_bake(struct env *e, const struct strips_props *p, struct strip *s, float light, int i) {
    struct land_light c = land_light(light);
    float x0 = -e->stage.x - 8, x1 = e->w - e->stage.x + 8, bottom = e->stage.h + 8, mid = s->box.x - e->stage.x + s->box.w / 2;
    struct box wide = {s->box.x - LEAN, 0, s->box.w + 2 * LEAN, e->h};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_translate(&v, e->stage.x, e->stage.y);
    vec_rect(&v, (struct box){wide.x - e->stage.x - 1, -e->stage.y, wide.w + 2, e->h + 8});
    vec_clip(&v);
    vec_save(&v);
    vec_translate(&v, x0, -e->stage.y);
    land_sky(&v, &c, x1 - x0, e->h, .6f);
    vec_restore(&v);
    sky_objects(&v, p, light, e->stage.w, mid, i);
    if (light > 3.6f && light < 4.4f) land_mist(&v, x0, x1, 430, 260, 0xA8423AFFu, .3f);
    far_ridges(&v, &c, x0, x1, bottom);
    s->back_box = wide;
    s->back = env_vec(e, &v, s->back_box, true);
    vec_begin(&v, e->layout);
    vec_translate(&v, e->stage.x, e->stage.y);
    near_ridges(&v, e, p, &c, x0, x1, bottom);
    float top = e->stage.y;
    s->front_box = (struct box){wide.x, top, wide.w, e->h - top};
    s->front = env_vec(e, &v, s->front_box, false);
}

void strips_bake_band(struct env *e, struct strip *s, float light, int i) {
    struct land_light c = land_light(light);
    float y = s->box.y, h = s->box.h;
    struct vec v;
    vec_begin(&v, e->layout);
    if (e->rtl) {
        vec_translate(&v, e->w, 0);
        vec_scale(&v, -1, 1);
    }
    float dark = !i ? .58f : light > 5 ? .76f : .34f;       /* white words stand on it */
    struct land_layer top = {.seed = 200u + 7u * (uint32_t)i, .y = y + 8, .amp = 12, .wavelength = 620, .fringe = i ? 20 : 0,
                             .fill = rgba_mix(c.mid, c.near, dark), .foot = rgba_mix(c.low, c.near, fmaxf(dark, .4f)),
                             .snow = c.snow, .snow_thick = i ? 0 : 9, .shadow = true};
    land_sheet(&v, &top, -20, e->w + 20, e->h + 20);
    if (light > 2 && light < 4) land_moon(&v, e->w * .66f, y + h * .3f, fminf(h * .17f, 84), 0xF4F1E2FFu, 2);
    struct land_bump hill = {e->w * .82f, h * .42f, e->w * .3f};        /* the words stand on open ground */
    struct land_span avoid = {0, e->w * .46f};
    struct land_layer ridge = {.seed = 300u + 7u * (uint32_t)i, .y = y + h * 1.04f, .amp = 8, .wavelength = 560, .bumps = &hill,
                               .nbumps = 1, .fringe = 22, .trees = 14, .tree_min = fminf(h * .18f, 60), .tree_max = fminf(h * .48f, 190),
                               .kinds = TREE_FIR | TREE_PINE, .snowy = .7f, .avoid = &avoid, .navoid = 1, .snow = c.snow,
                               .snow_thick = 5, .shadow = true};
    ridge.fill = rgba_mix(c.far, c.near, .55f);
    ridge.foot = rgba_mix(c.far, c.near, .8f);
    land_sheet(&v, &ridge, -20, e->w + 20, e->h + 20);
    s->back_box = (struct box){-8, y - 60, e->w + 16, h + 110};    /* reaches under the next band's lowest crest */
    s->back = env_vec(e, &v, s->back_box, false);
    s->front = 0;
}

uint64_t strips_bake_ring(struct env *e, const struct strip *s, float r, float width) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, s->mark_box.x + s->mark_box.w / 2, s->mark_box.y + s->mark_box.h / 2, r);
    vec_stroke(&v, 0xF2A93BFFu, width, 0, 0);
    return env_vec(e, &v, s->mark_box, false);
}

uint64_t strips_bake_mark(struct env *e, const struct strip *s, float r, int petals, uint32_t seed) {
    float x = s->mark_box.x + s->mark_box.w / 2, y = s->mark_box.y + s->mark_box.h / 2;
    bool whole = s->visited && petals == PAPER_PETALS, fresh = s->suggested && s->petals == 0;
    struct vec v;
    vec_begin(&v, e->layout);
    paper_rosette(&v, x, y, r, fresh ? 0xF2A93BFFu : 0xA3C8C7FFu, seed, whole ? 0xFFCF80FFu : 0);
    if (petals) paper_petals(&v, x, y, r, 0xF2A93BFFu, seed, petals);
    return env_vec(e, &v, s->mark_box, false);
}

void strips_bake_foot(struct env *e, struct strips *st, float y) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_front(&v, -20, e->w + 20, y + 12, e->h + 20, 0x06171CFFu, 0xF3E4CFFFu, 77);
    st->foot_box = (struct box){-8, y - 40, e->w + 16, e->h - y + 48};
    st->foot = env_vec(e, &v, st->foot_box, false);
}
