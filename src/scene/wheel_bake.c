/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wheel_bake.c - the pictures of the wheel: its body, the holes of its rim, and every window in two sizes. */
#include <draw/icons.h>
#include <draw/land.h>
#include <draw/paper.h>
#include <scene/keys.h>
#include <scene/wheel_view.h>

#define PAPER 0xF4EEDDFFu
#define HUB 0x173F4CFFu
#define HOLE 0x1B4450C0u
#define GOLD 0xF2A93BFFu
#define SHADE 0x020C1073u
#define RIM 46.0f            /* width of the paper rim */
#define HALO 120.0f
enum { FAN = 100, FAN_HALF = 125 /* degrees to each side that are painted */ };

/* ---- body */
static void halo(struct vec *v, struct vec2 c, float r) {
    vec_circle(v, c.x, c.y, r + HALO);
    vec_fill(v, rgba_alpha(0xF4F1E200u, .09f));
    vec_circle(v, c.x, c.y, r + HALO / 2);
    vec_fill(v, rgba_alpha(0xF4F1E200u, .10f));
    vec_group(v);
    vec_circle(v, c.x, c.y, r);
    vec_fill(v, PAPER);
    vec_shadow_end(v, 0, 8, 16, SHADE);
}

/* The tints of the hours, dusk at one side, dawn at the other. Each piece of the fan reaches to its end: no seams. */
static rgba tint_at(float degrees) {
    static const rgba tints[] = {0xE9C7B4FFu, 0xD8C4CEFFu, 0xBFD3DBFFu, 0xA9C6CEFFu, 0x9DBBC6FFu, 0xB9C4C2FFu, 0xE9D9AEFFu};
    float at = clampf((degrees + 90) / 30, 0, 5.999f);
    int i = (int)at;
    return rgba_mix(tints[i], tints[i + 1], at - (float)i);
}

static void fan(struct vec *v, struct vec2 c, float r, float side) {
    float end = (FAN_HALF - 90) * 3.14159265f / 180;
    vec_save(v);
    vec_translate(v, c.x, c.y);
    vec_scale(v, side, 1);
    for (int i = 0; i < FAN; i++) {
        float deg = -FAN_HALF + 2.0f * FAN_HALF * (float)i / FAN;
        vec_move(v, 0, 0);
        vec_arc(v, 0, 0, r, (deg - 90) * 3.14159265f / 180, end);
        vec_close(v);
        vec_fill(v, tint_at(deg));
    }
    vec_circle(v, 0, 0, r + RIM);
    vec_clip(v);
    vec_noise(v, .035f, 3);
    vec_restore(v);
}

static void bake_body(struct node *n, struct env *e, struct wheel_look *k) {
    const struct wheel_props *p = node_props(n, e);
    struct vec2 c = wheel_centre(n);
    float out = p->radius + HALO + 8, floor = fminf(wheel_floor(p, e) + 40, c.y + out);
    struct vec v;
    vec_begin(&v, e->layout);
    halo(&v, c, p->radius);
    fan(&v, c, p->radius - RIM, wheel_side(n, e));
    vec_group(&v);
    vec_circle(&v, c.x, c.y, p->hub + 10);
    vec_fill(&v, PAPER);
    vec_shadow_end(&v, 0, 4, 8, SHADE);
    const struct vec_stop st[] = {{0, 0x0A2229FFu}, {.7f, HUB}, {1, HUB}};
    vec_circle(&v, c.x, c.y, p->hub);
    vec_fill_radial(&v, c, fmaxf(1, p->hub), st, 3);
    k->body_box = (struct box){c.x - out, c.y - out, 2 * out, floor - c.y + out};
    float x0 = fmaxf(k->body_box.x, 0), y0 = fmaxf(k->body_box.y, 0);
    float x1 = fminf(k->body_box.x + k->body_box.w, e->w), y1 = fminf(k->body_box.y + k->body_box.h, e->h);
    k->body_box = (struct box){x0, y0, fmaxf(1, x1 - x0), fmaxf(1, y1 - y0)};
    k->body = env_vec(e, &v, k->body_box, false);
}

static uint64_t dot(struct env *e, float r, rgba fill) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, r);
    vec_fill(&v, fill);
    return env_vec(e, &v, (struct box){-12, -12, 24, 24}, false);
}

static uint64_t grip(struct env *e, bool pressed) {
    struct vec v;
    float r = pressed ? WHEEL_GRIP_R - 3 : WHEEL_GRIP_R;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, r, GOLD, INK_SNOW, 6);
    icon_draw(&v, "lr", -36, -36, 72, INK_DARK, false);
    float out = WHEEL_GRIP_R + PAPER_MARGIN;
    return env_vec(e, &v, (struct box){-out, -out, 2 * out, 2 * out}, false);
}

static uint64_t ring(struct env *e, float r, float width, rgba color) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, r + width / 2);
    vec_stroke(&v, color, width, 0, 0);
    float out = r + width + 2;
    return env_vec(e, &v, (struct box){-out, -out, 2 * out, 2 * out}, false);
}

/* ---- windows. Drawn as for the large one, then scaled as a whole while baking. */
static void into_disc(struct vec *v, float scale, float r) {
    vec_scale(v, scale, scale);
    vec_circle(v, 0, 0, r);
    vec_clip(v);
}

static void bank(struct vec *v, float crest, float r, rgba fill, uint32_t seed) {
    struct land_layer l = {.seed = seed, .y = crest, .amp = r * .03f, .wavelength = r * 1.4f, .fill = fill, .foot = rgba_mix(fill, 0x6E97A2FFu, .45f),
                           .snow = rgba_mix(fill, 0xFFFFFFFFu, .5f), .snow_thick = r * .02f, .shadow = true};
    land_sheet(v, &l, -r, r, r);
}

static void wood(struct vec *v, const struct wheel_stop *s, const struct land_light *l, float r) {
    float crest = s->ground * r / 100;
    struct land_layer far = {.seed = (uint32_t)s->trees + 50, .y = crest - r * .16f, .amp = r * .06f, .wavelength = r, .fringe = r * .1f};
    struct land_layer near = {.seed = (uint32_t)s->trees, .y = crest - r * .02f, .amp = r * .03f, .wavelength = r * 1.2f, .trees = 8, .tree_min = r * .4f,
                              .tree_max = r * .85f, .kinds = TREE_FIR | TREE_PINE, .shadow = true};
    land_depth(l, .08f, .4f, &far.fill, &far.foot);
    land_depth(l, .38f, .3f, &near.fill, &near.foot);
    land_sheet(v, &far, -r, r, r);
    land_sheet(v, &near, -r, r, r);
}

/* What every window of a size lies on: a disc of paper that shows as its rim, and its shadow. */
static uint64_t plate(struct env *e, float r, rgba color) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_circle(&v, 0, 0, r);
    vec_fill(&v, color);
    vec_shadow_end(&v, 0, 8, 10, SHADE);
    float out = r + WHEEL_SHADOW;
    return env_vec(e, &v, (struct box){-out, -out, 2 * out, 2 * out}, false);
}

static void bake_window(struct env *e, const struct wheel_stop *s, float full, float r, struct wheel_window *w) {
    struct land_light l = land_light(s->light);
    struct vec v;
    vec_begin(&v, e->layout);
    into_disc(&v, r / full, full);
    vec_save(&v);
    vec_translate(&v, -full, -full);
    land_sky(&v, &l, 2 * full, 2 * full, .66f);
    vec_restore(&v);
    if (s->moon.n == 3) land_moon(&v, s->moon.v[0] * full / 100, s->moon.v[1] * full / 100, s->moon.v[2] * full / 100, 0xF4E9CFFFu, 2);
    if (s->trees) wood(&v, s, &l, full);
    if (s->ground < 100) bank(&v, s->ground * full / 100, full, s->ground_color, 7);
    w->disc = env_vec(e, &v, (struct box){-r, -r, 2 * r, 2 * r}, false);
    w->front = 0;
    if (s->front >= 100) return;
    vec_begin(&v, e->layout);
    into_disc(&v, r / full, full);
    bank(&v, s->front * full / 100, full, s->front_color, 3);
    float top = fmaxf(-r, s->front * r / 100 - r * .3f);
    w->front_box = (struct box){-r, top, 2 * r, r - top};
    w->front = env_vec(e, &v, w->front_box, false);
}

static void bake_pieces(struct env *e, const struct wheel_stop *s, float r, bool large, bool mirrored, struct wheel_window *w) {
    for (int i = 0; i < s->pieces.n; i++) {
        const struct wheel_piece *c = wheel_piece(s, i);
        w->piece[i] = 0;
        if (c->large && !large) continue;
        w->piece[i] = env_asset(e, c->file, c->width * r / 100, 0, c->flip != mirrored, c->mod, c->tint, &w->size[i]);
    }
}

void wheel_bake(struct node *n, struct env *e) {
    const struct wheel_props *p = node_props(n, e);
    struct wheel_state *s = n->state;
    struct wheel_look *k = s->look = arena_new(e->layout, struct wheel_look);
    if (!k) return;
    bool mirrored = wheel_side(n, e) < 0;
    *k = (struct wheel_look){.dot = dot(e, 4.5f, HOLE), .dot_large = dot(e, 9, HOLE), .stitch = dot(e, 4, 0xF4EEDDE6u),
                             .plate = plate(e, p->window + WHEEL_RIM, INK_SNOW), .plate_lens = plate(e, p->lens + WHEEL_LENS_RIM, GOLD),
                             .ring = ring(e, p->window, WHEEL_RIM, INK_SNOW), .ring_lens = ring(e, p->lens, WHEEL_LENS_RIM, GOLD),
                             .grip = {grip(e, false), grip(e, true)}, .name = env_text(e, &p->name)};
    bake_body(n, e, k);
    for (int i = 0; i < p->stops.n; i++) {
        const struct wheel_stop *st = wheel_stop(p, i);
        bake_window(e, st, p->lens, p->window, &k->small[i]);
        bake_window(e, st, p->lens, p->lens, &k->large[i]);
        bake_pieces(e, st, p->window, false, mirrored, &k->small[i]);
        bake_pieces(e, st, p->lens, true, mirrored, &k->large[i]);
        k->label[i] = env_text(e, &st->label);
        struct text_style style = {.token = STYLE_LABEL, .px = 28 * e->scale, .ink = INK_SNOW, .align = ALIGN_CENTER, .max_lines = 2};
        if (e->text_scale < 1.5f) chip_make(&k->chip[i], e, k->label[i], style, CHIP_PILL, 0x0A2229FFu, 300);
    }
}
