/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dial_bake.c - the pictures of the dial: the sky of a day, the window by night and by day, handles, the arc's pieces, prints. */
#include <draw/land.h>
#include <draw/paper.h>
#include <scene/dial_view.h>
#include <scene/keys.h>
#include <string.h>

#define SHADE 0x020C1073u
#define GUESS 0xFF9E97FFu
#define GUESS_FACE 0xF4BCB1FFu
#define GROOVE 0x06171C80u
enum { WEDGES = 720, STARS = 34 };
#define BODY_MARGIN 30.0f

/* ---- the ring */
/* Each piece of the fan reaches under the next ones: no seams. */
static void sky(struct vec *v, const struct dial_props *p, struct vec2 c) {
    vec_circle(v, c.x, c.y, p->radius);
    vec_fill(v, dial_sky_at(p, 0));
    for (int i = 0; i < WEDGES; i++) {
        float hour = 24.0f * (float)i / WEDGES;
        vec_move(v, c.x, c.y);
        vec_arc(v, c.x, c.y, p->radius, dial_angle(hour), dial_angle(fminf(24, hour + 96.0f / WEDGES)));
        vec_close(v);
        vec_fill(v, dial_sky_at(p, hour + 12.0f / WEDGES));
    }
}

static void stars(struct vec *v, const struct dial_props *p, struct vec2 c) {
    uint32_t rng = 3;
    for (int i = 0; i < STARS; i++) {
        float night = p->dark.n == 2 ? dial_wrap(p->dark.v[1] - p->dark.v[0]) - 1 : 0, hour = (float)rng_next(&rng) * night;
        float r = p->hub + 14 + (float)rng_next(&rng) * (p->radius - p->hub - 28), size = .9f + (float)rng_next(&rng) * 1.9f;
        if (night <= 0) return;
        struct vec2 at = dial_point(c, p->dark.v[0] + .5f + hour, r);
        if (fabsf(at.x - c.x) < p->radius * DIAL_WORD / 2 && at.y > c.y + p->radius * .6f) continue;    /* the word stands there */
        vec_circle(v, at.x, at.y, size);
        vec_fill(v, 0xFFFFFFC0u);
    }
}

static void ticks(struct vec *v, const struct dial_props *p, struct vec2 c) {
    for (int h = 0; h < 24; h++) {
        bool main = h % 6 == 0;
        struct vec2 a = dial_point(c, (float)h, p->radius - 3), b = dial_point(c, (float)h, p->radius - (main ? 34 : 16));
        vec_move(v, a.x, a.y);
        vec_line(v, b.x, b.y);
        vec_stroke(v, rgba_alpha(ink_on(dial_sky_at(p, (float)h)), main ? .95f : .6f), main ? 6 : 3, 0, 0);
    }
}

static void bake_body(struct node *n, struct env *e, struct dial_look *k) {
    const struct dial_props *p = node_props(n, e);
    struct vec2 c = dial_centre(n);
    float arc = p->radius + DIAL_ARC, out = arc + BODY_MARGIN;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, c.x, c.y, arc);
    vec_stroke(&v, GROOVE, 26, 0, 0);
    vec_group(&v);
    vec_circle(&v, c.x, c.y, p->radius + DIAL_RIM);
    vec_fill(&v, INK_SNOW);
    vec_shadow_end(&v, 0, 6, 10, SHADE);
    sky(&v, p, c);
    stars(&v, p, c);
    ticks(&v, p, c);
    vec_save(&v);
    vec_circle(&v, c.x, c.y, p->radius + DIAL_RIM);
    vec_clip(&v);
    vec_noise(&v, .035f, 3);
    vec_restore(&v);
    vec_group(&v);
    vec_circle(&v, c.x, c.y, p->hub);
    vec_fill(&v, 0x173F4CFFu);
    vec_shadow_end(&v, 0, 6, 12, SHADE);
    k->body = env_vec(e, &v, (struct box){c.x - out, c.y - out, 2 * out, 2 * out}, false);
}

/* ---- the window */
static void into_disc(struct vec *v, struct vec2 c, float r) {
    vec_circle(v, c.x, c.y, r);
    vec_clip(v);
}

static void drift(struct vec *v, struct vec2 c, float r, rgba fill) {
    vec_move(v, c.x - r - 40, c.y + r * .6f);
    vec_quad(v, c.x, c.y + r * .37f, c.x + r + 40, c.y + r * .6f);
    vec_line(v, c.x + r + 40, c.y + r + 40);
    vec_line(v, c.x - r - 40, c.y + r + 40);
    vec_close(v);
    vec_fill(v, fill);
}

/* Moon or sun: behind the animal, to one side. */
static void light_of(struct vec *v, struct vec2 c, float r, bool day) {
    float x = c.x + r * .21f, y = c.y - r * .38f;
    if (day) land_moon(v, x, y, r * .4f, 0xFFE9A8FFu, 2);
    else land_moon(v, x, y, r * .5f, 0xF4E9CFFFu, 1);
}

static void bake_window(struct node *n, struct env *e, struct dial_look *k, bool day) {
    const struct dial_props *p = node_props(n, e);
    struct vec2 c = dial_centre(n);
    float r = p->hub, light = day ? p->day_light : p->night_light;
    struct land_light l = land_light(light);
    struct box box = {c.x - r, c.y - r, 2 * r, 2 * r};
    struct vec v;
    vec_begin(&v, e->layout);
    into_disc(&v, c, r);
    vec_save(&v);
    vec_translate(&v, box.x, box.y);
    land_sky(&v, &l, 2 * r, 2 * r, .72f);
    if (!day) land_stars(&v, 11, 2 * r, r * 1.2f, 26, .8f);
    vec_restore(&v);
    light_of(&v, c, r, day);
    k->disc[day] = env_vec(e, &v, box, false);
    vec_begin(&v, e->layout);
    into_disc(&v, c, r);
    drift(&v, c, r, day ? 0xFBF6EAFFu : 0xC9D9E0FFu);
    k->front[day] = env_vec(e, &v, box, false);
    struct dial_animal *a = &k->animal[day];
    a->key = env_asset(e, p->file, p->file_width, 0, false, day ? 0xFFFFFFFFu : 0xC2C6D6FFu, 0, &a->size);
}

/* ---- the arc and its handles */
static void bake_arc(struct node *n, struct env *e, struct dial_look *k) {
    const struct dial_props *p = node_props(n, e);
    float r = p->radius + DIAL_ARC;
    for (int i = 0; i < DIAL_SEGMENTS; i++) {
        struct vec2 at = dial_point(dial_centre(n), ((float)i + .5f) / 4, r), c = dial_centre(n);
        struct vec v;
        vec_begin(&v, e->layout);
        vec_arc(&v, c.x, c.y, r, dial_angle((float)i / 4), dial_angle(((float)i + 1) / 4));
        vec_stroke(&v, GUESS, 15, 0, 0);
        k->arc[i] = env_vec(e, &v, (struct box){at.x - 30, at.y - 30, 60, 60}, false);
    }
}

/* An open eye wakes up, a closed one goes to sleep. */
static void eye(struct vec *v, bool open) {
    vec_move(v, -17, open ? 1 : -3);
    if (open) vec_quad(v, 0, -19, 17, 1);
    vec_quad(v, 0, open ? 19.0f : 17.0f, open ? -17.0f : 17.0f, open ? 1.0f : -3.0f);
    vec_stroke(v, INK_DARK, 5, 0, 0);
    if (open) {
        vec_circle(v, 0, 1, 5.5f);
        vec_fill(v, INK_DARK);
        return;
    }
    const float lash[] = {-12, 6, -16, 12, 0, 9, 0, 16, 12, 6, 16, 12};
    for (int i = 0; i < 12; i += 4) {
        vec_move(v, lash[i], lash[i + 1]);
        vec_line(v, lash[i + 2], lash[i + 3]);
        vec_stroke(v, INK_DARK, 5, 0, 0);
    }
}

static uint64_t handle(struct env *e, bool open, bool pressed) {
    struct vec v;
    float out = DIAL_HAND_R + PAPER_MARGIN;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, DIAL_HAND_R - (pressed ? 2 : 0), pressed ? GUESS : GUESS_FACE, 0xFFFFFFFFu, 5);
    eye(&v, open);
    return env_vec(e, &v, (struct box){-out, -out, 2 * out, 2 * out}, false);
}

/* ---- prints */
/* A print w wide, its middle at 0,0: paper with a broad lower edge, a wood or a slope in some light. */
static void print(struct vec *v, const struct dial_sort *s, float w, float tilt) {
    float h = w * DIAL_PRINT_H, rim = w * .08f, pic_w = w - 2 * rim, pic_h = h - rim - w * .19f;
    struct land_light l = land_light(s->light);
    rgba fill, foot;
    land_depth(&l, .55f, .3f, &fill, &foot);
    vec_save(v);
    vec_rotate(v, tilt);
    vec_group(v);
    vec_rrect(v, (struct box){-w / 2, -h / 2, w, h}, w * .05f);
    vec_fill(v, 0xFFFFFFFFu);
    vec_shadow_end(v, 0, w * .05f, w * .06f, SHADE);
    vec_rrect(v, (struct box){-w / 2 + rim, -h / 2 + rim, pic_w, pic_h}, w * .02f);
    vec_clip(v);
    vec_translate(v, -w / 2 + rim, -h / 2 + rim);
    land_sky(v, &l, pic_w, pic_h, .7f);
    uint32_t rng = (uint32_t)hash_bytes(7, s->id, strlen(s->id));
    for (int i = 0; i < 5; i++) land_conifer(v, &rng, pic_w * (.08f + .22f * (float)i), pic_h * .74f, pic_h * (i % 2 ? .5f : .7f), TREE_FIR, fill, l.snow, .5f);
    vec_move(v, -2, pic_h * .7f);
    vec_quad(v, pic_w * .5f, pic_h * .6f, pic_w + 2, pic_h * .72f);
    vec_line(v, pic_w + 2, pic_h + 2);
    vec_line(v, -2, pic_h + 2);
    vec_close(v);
    vec_fill(v, l.snow);
    vec_restore(v);
}

/* In turn at the inner and at the outer edge of the ring: neighbours do not cover each other. */
static void bake_print(struct env *e, const struct dial_props *p, struct dial_look *k, int i) {
    struct dial_print *it = &k->print[i];
    float tilt = (float)(i * 37 % 16 - 8) * .0174533f, out = DIAL_SMALL * .8f;
    it->at = dial_point((struct vec2){0, 0}, it->hour, i % 2 ? p->hub + DIAL_INNER : p->radius - DIAL_OUTER);
    it->flip = i % 3 == 1;
    struct vec v;
    vec_begin(&v, e->layout);
    print(&v, dial_sort(p, it->sort), DIAL_SMALL, tilt);
    it->paper = env_vec(e, &v, (struct box){-out, -out, 2 * out, 2 * out}, false);
}

static void bake_sort(struct env *e, const struct dial_props *p, struct dial_look *k, int i) {
    const struct dial_sort *s = dial_sort(p, i);
    float out = DIAL_LARGE * .6f;
    struct vec v;
    vec_begin(&v, e->layout);
    print(&v, s, DIAL_LARGE, 0);
    k->large[i] = env_vec(e, &v, (struct box){-out, -out, 2 * out, 2 * out}, false);
    for (int f = 0; f < s->files.n; f++) {
        for (int flip = 0; flip < 2; flip++) {
            struct dial_animal *a = &k->small[i][f][flip];
            a->key = env_asset(e, s->files.v[f], DIAL_SMALL * .72f, 0, flip, s->mod, 0, &a->size);
        }
        k->big[i][f].key = env_asset(e, s->files.v[f], DIAL_LARGE * .72f, 0, false, s->mod, 0, &k->big[i][f].size);
    }
    k->label[i] = env_text(e, &s->label);
    struct text_style style = {.token = STYLE_LABEL, .ink = INK_SNOW, .align = ALIGN_CENTER, .max_lines = 2};
    chip_make(&k->chip[i], e, k->label[i], style, CHIP_PILL, 0x0A2229FFu, 520);
}

/* All prints in the order of the day. */
static void sort_prints(const struct dial_props *p, struct dial_look *k) {
    for (int s = 0; s < p->sorts.n; s++) {
        const struct dial_sort *sort = dial_sort(p, s);
        for (int h = 0; h < sort->hours.n && k->nprints < DIAL_PRINTS; h++) {
            int i = k->nprints++;
            for (; i > 0 && k->print[i - 1].hour > sort->hours.v[h]; i--) k->print[i] = k->print[i - 1];
            k->print[i] = (struct dial_print){.hour = sort->hours.v[h], .sort = s, .file = h % sort->files.n};
        }
    }
}

void dial_bake(struct node *n, struct env *e) {
    const struct dial_props *p = node_props(n, e);
    struct dial_state *s = n->state;
    struct dial_look *k = s->look = arena_new(e->layout, struct dial_look);
    if (!k) return;
    *k = (struct dial_look){.name = env_text(e, &p->name), .hand_name = {env_text(e, &p->from_name), env_text(e, &p->to_name)}};
    bake_body(n, e, k);
    bake_window(n, e, k, false);
    bake_window(n, e, k, true);
    bake_arc(n, e, k);
    for (int i = 0; i < 4; i++) k->hand[i / 2][i % 2] = handle(e, i < 2, i % 2);
    sort_prints(p, k);
    for (int i = 0; i < k->nprints; i++) bake_print(e, p, k, i);
    for (int i = 0; i < p->sorts.n; i++) bake_sort(e, p, k, i);
    struct text_style word = {.token = STYLE_LABEL, .ink = ink_on(dial_sky_at(p, 12)), .align = ALIGN_CENTER, .fit = true, .max_lines = 1};
    safe_para(e, env_text(e, &p->noon), word, p->radius * DIAL_WORD, &k->noon);
    word.ink = ink_on(dial_sky_at(p, 0));
    safe_para(e, env_text(e, &p->midnight), word, p->radius * DIAL_WORD, &k->midnight);
}
