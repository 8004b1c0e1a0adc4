/* SPDX-License-Identifier: GPL-3.0-or-later */
/* land.c - sky, moon, ridges and mist of one night. */
#include <draw/land_internal.h>

#define TAU 6.283
#define STEP 8.0f            /* canvas units between two points of a crest */
#define CREST_MAX 1536
#define SHADOW 0x020C106Bu   /* alpha .42 */

struct land_light land_light(float t) {
    static const struct land_light NIGHT[7] = {
        {0x27506AFF, 0xB9808CFF, 0xFBC7A2FF, 0x8C7C8EFF, 0x0A2229FF, 0xF3D9D2FF},   /* dusk */
        {0x1B4058FF, 0x726F95FF, 0xE9A296FF, 0x5D6B86FF, 0x092129FF, 0xD9D3DEFF},
        {0x0F3348FF, 0x2A6178FF, 0x86AEB4FF, 0x3F7684FF, 0x081F27FF, 0xC9DDE2FF},   /* blue hour */
        {0x061C28FF, 0x0D3342FF, 0x2C6470FF, 0x1D4C58FF, 0x06181EFF, 0x9DBFC6FF},   /* night */
        {0x040F14FF, 0x0A2027FF, 0x4A2B2DFF, 0x1C2F36FF, 0x040F13FF, 0x7F989EFF},   /* the dangers */
        {0x143A4BFF, 0x55798AFF, 0xEDB495FF, 0x55727DFF, 0x0A2229FF, 0xDCD9DCFF},
        {0x5F9AA6FF, 0xF2CC95FF, 0xFFE9B8FF, 0xB9A77EFF, 0x174650FF, 0xFFF3DAFF},   /* dawn */
    };
    t = t > 0 ? fminf(t, 6) : 0;   /* also what is no number */
    int i = t >= 5 ? 5 : (int)t;
    const struct land_light *a = &NIGHT[i], *b = &NIGHT[i + 1];
    float f = t - (float)i;
    return (struct land_light){rgba_mix(a->top, b->top, f), rgba_mix(a->mid, b->mid, f), rgba_mix(a->low, b->low, f),
                               rgba_mix(a->far, b->far, f), rgba_mix(a->near, b->near, f), rgba_mix(a->snow, b->snow, f)};
}

void land_depth(const struct land_light *l, float k, float sink, rgba *fill, rgba *foot) {
    *fill = rgba_mix(l->far, l->near, k);
    *foot = rgba_mix(*fill, l->low, sink * (1 - k));
}

struct land_ridge land_ridge_of(uint32_t seed, float amp, float wavelength) {
    struct land_ridge r;
    uint32_t rng = seed;
    for (int k = 0; k < 4; k++) {
        r.phase[k] = rng_next(&rng) * TAU;
        r.length[k] = fmax(1, wavelength) / pow(1.9, k);
        r.height[k] = amp / pow(2.5, k) * (.8 + .4 * rng_next(&rng));
    }
    return r;
}

float land_ridge_at(const struct land_ridge *r, float x) {
    double y = 0;
    for (int k = 0; k < 4; k++) y += sin(x / r->length[k] * TAU + r->phase[k]) * r->height[k];
    return (float)y;
}

float land_through(const struct vec2 *p, int n, float x) {
    if (n == 0) return 0;
    if (x <= p[0].x) return p[0].y;
    for (int i = 1; i < n; i++) {
        if (x > p[i].x) continue;
        float t = (x - p[i - 1].x) / fmaxf(1e-3f, p[i].x - p[i - 1].x);
        return lerpf(p[i - 1].y, p[i].y, t * t * (3 - 2 * t));
    }
    return p[n - 1].y;
}

float land_crest(const struct land_layer *l, float x) {
    struct land_ridge r = land_ridge_of(l->seed, l->amp, l->wavelength);
    float y = (l->nthrough ? land_through(l->through, l->nthrough, x) : l->y) + land_ridge_at(&r, x);
    for (int i = 0; i < l->nbumps; i++) {
        const struct land_bump *b = &l->bumps[i];
        float d = (x - b->x) / fmaxf(1, b->width);
        y -= b->rise * expf(-d * d);
    }
    return y;
}

void land_sky(struct vec *v, const struct land_light *l, float w, float h, float horizon) {
    const struct vec_stop stops[] = {{0, l->top}, {horizon * .55f, l->mid}, {horizon, l->low}};
    vec_rect(v, (struct box){0, 0, w, h});
    vec_fill_linear(v, (struct vec2){0, 0}, (struct vec2){0, h}, stops, 3);
}

void land_stars(struct vec *v, uint32_t seed, float w, float h, int n, float alpha) {
    uint32_t rng = seed;
    for (int i = 0; i < n; i++) {
        float x = (float)rng_next(&rng) * w, y = powf((float)rng_next(&rng), 1.5f) * h, r = .8f + (float)rng_next(&rng) * 2;
        float a = (.25f + (float)rng_next(&rng) * .75f) * alpha * (1 - y / h);
        if (a < .04f) continue;   /* nobody sees it */
        vec_circle(v, x, y, r);
        vec_fill(v, rgba_alpha(0xFFFFFFFFu, a));
    }
}

void land_moon(struct vec *v, float x, float y, float r, rgba color, int rings) {
    for (int i = rings; i > 0; i--) {
        vec_circle(v, x, y, r + (float)i * r * .20f);
        vec_fill(v, rgba_alpha(color, .09f));
    }
    const struct vec_stop stops[] = {{0, color}, {1, rgba_mix(color, 0xF0A58CFFu, .55f)}};
    vec_circle(v, x, y, r);
    vec_fill_linear(v, (struct vec2){x, y - r}, (struct vec2){x, y + r}, stops, 2);
}

void land_mist(struct vec *v, float x0, float x1, float y, float h, rgba color, float alpha) {
    const struct vec_stop stops[] = {{0, rgba_alpha(color, 0)}, {.55f, rgba_alpha(color, alpha)}, {1, rgba_alpha(color, 0)}};
    vec_rect(v, (struct box){x0, y, x1 - x0, h});
    vec_fill_linear(v, (struct vec2){x0, y}, (struct vec2){x0, y + h}, stops, 3);
}

/* The crest from x0 to x1, both ends included. */
static int crest_points(const struct land_layer *l, float x0, float x1, struct vec2 *p) {
    float step = fmaxf(STEP, (x1 - x0) / (CREST_MAX - 2));
    int n = 0;
    for (float x = x0; x < x1 && n < CREST_MAX - 1; x += step) p[n++] = (struct vec2){x, land_crest(l, x)};
    p[n++] = (struct vec2){x1, land_crest(l, x1)};
    return n;
}

static void along(struct vec *v, const struct vec2 *p, int n) {
    vec_move(v, p[0].x, p[0].y);
    for (int i = 1; i < n; i++) vec_line(v, p[i].x, p[i].y);
}

void land_rim(struct vec *v, const struct vec2 *crest, int n, float thick, uint32_t seed, rgba snow) {
    struct land_ridge wave = land_ridge_of(seed + 91u, thick * .5f, 260);
    along(v, crest, n);
    for (int i = n - 1; i >= 0; i--)
        vec_line(v, crest[i].x, crest[i].y + fmaxf(1.5f, thick + land_ridge_at(&wave, crest[i].x) * 1.6f));
    vec_close(v);
    vec_fill(v, snow);
}

static void sheet_body(struct vec *v, const struct land_layer *l, const struct vec2 *p, int n, float bottom) {
    const struct vec_stop stops[] = {{0, l->fill}, {1, l->foot}};
    float from = l->y - l->amp * 1.4f, to = fminf(bottom, l->y + fmaxf(260, l->amp * 3));
    along(v, p, n);
    vec_line(v, p[n - 1].x, bottom);
    vec_line(v, p[0].x, bottom);
    vec_close(v);
    vec_fill_linear(v, (struct vec2){0, from}, (struct vec2){0, fmaxf(to, from + 1)}, stops, 2);
}

void land_sheet(struct vec *v, const struct land_layer *l, float x0, float x1, float bottom) {
    if (!(x1 > x0)) return;
    struct vec2 p[CREST_MAX];
    int n = crest_points(l, x0, x1, p);
    if (l->shadow) vec_group(v);
    if (l->oak_every > 0) land_forest(v, l, x0, x1, LAND_OAKS);
    if (l->fringe > 0) land_fringe(v, l, x0, x1);
    land_forest(v, l, x0, x1, LAND_TREES);
    sheet_body(v, l, p, n, bottom);
    if (l->shadow) vec_shadow_end(v, 0, -5, 11, SHADOW);
    if (l->snowy > 0) land_forest(v, l, x0, x1, LAND_SNOW);
    if (l->snow_thick > 0) {
        land_rim(v, p, n, l->snow_thick, l->seed, l->snow);
    } else {
        along(v, p, n);
        vec_stroke(v, rgba_alpha(rgba_mix(l->fill, 0xFFFFFFFFu, .16f), .8f), 2.5f, 0, 0);
    }
}
