/* SPDX-License-Identifier: GPL-3.0-or-later */
/* land_trees.c - conifers, oaks, boughs and the fringe of a ridge. Every shape is filled alone: the fill is even-odd, so
 * two trees of one path would cut holes into each other. */
#include <draw/land_internal.h>

#define TAU 6.283
#define TIERS_MAX 9

struct habit { int tiers; double half, lean, rise, hang; };   /* half: half width by height; powers of width and height */
static struct habit habit_of(enum land_tree kind) {
    if (kind == TREE_FIR) return (struct habit){9, .17, .85, 1, .45};
    if (kind == TREE_LARCH) return (struct habit){8, .19, .85, 1, .45};
    return (struct habit){6, .27, .62, .92, .52};
}

/* Outer and inner points of the tiers, from the top: l and r take 2 * tiers points. */
static void tiers_of(struct habit t, bool pine, uint32_t *rng, struct vec2 at, double h, struct vec2 *l, struct vec2 *r) {
    double drop = h * .93 / t.tiers, top = at.y - h;
    for (int i = 0; i < t.tiers; i++) {
        double a = (i + 1.0) / t.tiers, y = top + h * .93 * pow(a, t.rise);
        double wob = .86 + rng_next(rng) * .28, w = h * t.half * pow(a, t.lean) * wob;
        if (pine && i == t.tiers - 1) w *= .82;
        double inner = w * t.hang, under = y - drop * .10;
        l[2 * i] = (struct vec2){(float)(at.x - w), (float)(y + drop * (.06 + rng_next(rng) * .12))};
        l[2 * i + 1] = (struct vec2){(float)(at.x - inner), (float)under};
        double w2 = w * (.88 + rng_next(rng) * .24);
        r[2 * i] = (struct vec2){(float)(at.x + w2), (float)(y + drop * (.06 + rng_next(rng) * .12))};
        r[2 * i + 1] = (struct vec2){(float)(at.x + inner * (.9 + rng_next(rng) * .2)), (float)under};
    }
}

/* A bough falls from p to its tip q, and its underside curls back. */
static void bough_down(struct vec *v, struct vec2 p, struct vec2 q) {
    vec_quad(v, p.x + (q.x - p.x) * .30f, p.y + (q.y - p.y) * .72f, q.x, q.y);
}
static void bough_up(struct vec *v, struct vec2 tip, struct vec2 q, float dy, struct vec2 end) {
    vec_quad(v, (tip.x + q.x) / 2, fmaxf(tip.y, q.y) + dy, end.x, end.y);
}

void land_conifer_path(struct vec *v, uint32_t *rng, float x, float y, float h, enum land_tree kind) {
    struct habit t = habit_of(kind);
    struct vec2 l[2 * TIERS_MAX], r[2 * TIERS_MAX], top = {x, y - h}, p = top;
    tiers_of(t, kind == TREE_PINE, rng, (struct vec2){x, y}, h, l, r);
    if (!v) return;
    int n = 2 * t.tiers;
    float curl = h * .012f, trunk = h * .022f;
    vec_move(v, top.x, top.y);
    for (int i = 0; i < n; p = r[i++]) {
        if (i % 2 == 0) bough_down(v, p, r[i]);
        else bough_up(v, p, r[i], curl, r[i]);
    }
    vec_line(v, x + trunk, r[n - 1].y);
    vec_line(v, x + trunk, y + 6);
    vec_line(v, x - trunk, y + 6);
    vec_line(v, x - trunk, l[n - 1].y);
    vec_line(v, l[n - 1].x, l[n - 1].y);
    for (int i = n - 2; i >= 0; i -= 2) {   /* the left side upwards: from the inner point to the tip, then to the next */
        struct vec2 next = i > 0 ? l[i - 1] : top;
        bough_up(v, l[i + 1], l[i], curl, l[i]);
        vec_quad(v, next.x + (l[i].x - next.x) * .30f, next.y + (l[i].y - next.y) * .72f, next.x, next.y);
    }
    vec_close(v);
}

/* A point of the curve p-c-q; s == t: on it, otherwise the control point of its piece from s to t. */
static struct vec2 blossom(struct vec2 p, struct vec2 c, struct vec2 q, float s, float t) {
    float a = (1 - s) * (1 - t), b = (1 - s) * t + s * (1 - t), d = s * t;
    return (struct vec2){a * p.x + b * c.x + d * q.x, a * p.y + b * c.y + d * q.y};
}

/* Snow on the upper side of the bough that falls from p to its tip q, up to `reach` of its length. */
static void snow_cap(struct vec *v, struct vec2 p, struct vec2 q, float reach, float thick) {
    struct vec2 c = {p.x + (q.x - p.x) * .30f, p.y + (q.y - p.y) * .72f};
    struct vec2 a = blossom(p, c, q, .30f, .30f), m = blossom(p, c, q, .30f, reach), z = blossom(p, c, q, reach, reach);
    float up = thick * .25f;
    vec_move(v, a.x, a.y - up);
    vec_quad(v, m.x, m.y - up, z.x, z.y - up);
    vec_quad(v, m.x + (p.x - q.x) * .06f, m.y + thick, a.x, a.y - up);
    vec_close(v);
}

/* shape: the random state that the tree itself was drawn with; rng decides where snow lies. */
void land_snow_path(struct vec *v, uint32_t shape, uint32_t *rng, float x, float y, float h, enum land_tree kind) {
    struct habit t = habit_of(kind);
    struct vec2 l[2 * TIERS_MAX], r[2 * TIERS_MAX];
    tiers_of(t, kind == TREE_PINE, &shape, (struct vec2){x, y}, h, l, r);
    const int rows = 5;
    for (int i = 1; i <= rows; i++) {
        int k = (i * (t.tiers - 1) + 2) / rows;
        for (int s = -1; s <= 1; s += 2) {
            if (rng_next(rng) < .25) continue;
            float reach = (float)(.80 + rng_next(rng) * .2);
            const struct vec2 *side = s < 0 ? l : r;
            if (v) snow_cap(v, side[2 * k - 1], side[2 * k], reach, h * .25f / (float)t.tiers);
        }
    }
}

void land_conifer(struct vec *v, uint32_t *rng, float x, float y, float h, enum land_tree kind, rgba fill, rgba snow,
                  float snowy) {
    uint32_t shape = *rng;
    land_conifer_path(v, rng, x, y, h, kind);
    vec_fill(v, fill);
    if (snowy > 0 && rng_next(rng) < snowy) {
        land_snow_path(v, shape, rng, x, y, h, kind);
        vec_fill(v, rgba_alpha(snow, .85f));
    }
}

static void oak_trunk(struct vec *v, float x, float y, float h, rgba trunk) {
    vec_move(v, x - h * .035f, y + 6);
    vec_quad(v, x - h * .015f, y - h * .3f, x - h * .02f, y - h * .62f);
    vec_line(v, x + h * .02f, y - h * .62f);
    vec_quad(v, x + h * .02f, y - h * .3f, x + h * .04f, y + 6);
    vec_close(v);
    vec_fill(v, trunk);
    for (int s = -1; s <= 1; s++) {   /* three limbs hold the crown */
        vec_move(v, x, y - h * (.40f + .03f * (float)s));
        vec_quad(v, x + h * .05f * (float)s, y - h * .58f, x + h * .25f * (float)s, y - h * (s ? .72f : .86f));
    }
    vec_stroke(v, trunk, fmaxf(1.2f, h * .022f), 0, 0);
}

/* Dry leaves hang on all winter: a broad, ragged crown with the sky between its clumps. */
static void oak_draw(struct vec *v, uint32_t *rng, float x, float y, float h, rgba leaf, rgba trunk) {
    const int clumps = 9;
    if (v) {
        oak_trunk(v, x, y, h, trunk);
        vec_ellipse(v, x, y - h * .75f, h * .20f, h * .10f);
        vec_fill(v, leaf);
    }
    for (int i = 0; i < clumps; i++) {
        double a = (double)i / clumps * TAU + rng_next(rng), r = h * (.085 + .06 * rng_next(rng));
        double cx = x + cos(a) * h * .27 * (.6 + .5 * rng_next(rng));
        double cy = y - h * .72 + sin(a) * h * .17 * (.6 + .5 * rng_next(rng));
        if (!v) continue;
        vec_ellipse(v, (float)cx, (float)cy, (float)(r * 1.15), (float)(r * .80));
        vec_fill(v, leaf);
        vec_ellipse(v, (float)(cx - r * .7), (float)(cy + r * .45), (float)(r * .6), (float)(r * .42));
        vec_fill(v, leaf);
    }
}

void land_oak(struct vec *v, uint32_t *rng, float x, float y, float h, rgba leaf, rgba trunk) {
    oak_draw(v, rng, x, y, h, leaf, trunk);
}

bool land_avoids(const struct land_layer *l, float x) {
    for (int i = 0; i < l->navoid; i++)
        if (x > l->avoid[i].x0 && x < l->avoid[i].x1) return true;
    return false;
}

void land_fringe(struct vec *v, const struct land_layer *l, float x0, float x1) {
    uint32_t rng = l->seed * 31u + 7u;
    struct land_ridge dense = land_ridge_of(l->seed + 5u, 1, 420);
    for (double x = x0; x < x1;) {
        double k = land_avoids(l, (float)x) ? 0 : fmax(0, .55 + .45 * land_ridge_at(&dense, (float)x));
        double h = l->fringe * (.35 + .9 * rng_next(&rng)) * (.35 + k), w = h * (.26 + .12 * rng_next(&rng));
        if (k > .12) {
            float foot = land_crest(l, (float)x) + 5, fx = (float)x, fw = (float)w, fh = (float)h;
            vec_move(v, fx - fw, foot);
            vec_quad(v, fx - fw * .35f, foot - fh * .35f, fx, foot - fh);
            vec_quad(v, fx + fw * .35f, foot - fh * .35f, fx + fw, foot);
            vec_close(v);
            vec_fill(v, l->fill);
        }
        x += w * (.9 + .9 * rng_next(&rng)) + 1.5;
    }
}

static enum land_tree pick(int kinds, double r) {
    static const enum land_tree ALL[] = {TREE_FIR, TREE_PINE, TREE_LARCH};
    enum land_tree set[3];
    int n = 0;
    for (int i = 0; i < 3; i++)
        if (kinds & (int)ALL[i]) set[n++] = ALL[i];
    return n ? set[(int)(r * n)] : TREE_FIR;
}

/* One walk through the forest of a layer. Every pass uses the same random numbers and draws only its own part. */
void land_forest(struct vec *v, const struct land_layer *l, float x0, float x1, enum land_pass pass) {
    uint32_t rng = l->seed * 7u + 3u;
    struct vec *trees = pass == LAND_TREES ? v : NULL, *snow = pass == LAND_SNOW ? v : NULL, *oaks = pass == LAND_OAKS ? v : NULL;
    rgba white = l->snow & 255u ? l->snow : 0xCFE2E0FFu;
    for (int i = 0; i < l->trees; i++) {
        float x = (float)(x0 + (x1 - x0) * (i + rng_next(&rng) * .9) / l->trees);
        if (land_avoids(l, x)) continue;
        float h = (float)(l->tree_min + (l->tree_max - l->tree_min) * pow(rng_next(&rng), 1.4)), y = land_crest(l, x) + 4;
        enum land_tree kind = pick(l->kinds, rng_next(&rng));
        if (l->oak_every > 0 && i % l->oak_every == 2 % l->oak_every) {
            oak_draw(oaks, &rng, x, y, h * .62f, l->oak_leaf, rgba_mix(l->fill, 0x000000FFu, .35f));
            continue;
        }
        uint32_t shape = rng;
        land_conifer_path(trees, &rng, x, y, h, kind);
        if (trees) vec_fill(v, l->fill);
        if (!(l->snowy > 0) || rng_next(&rng) >= l->snowy) continue;
        land_snow_path(snow, shape, &rng, x, y, h, kind);
        if (snow) vec_fill(v, rgba_alpha(white, .85f));
    }
}

/* ---- the bough that hangs into the picture */

struct twig { float x, y, c, s, len; };
/* Along and across the bough; it sags by .07 of its length. */
static struct vec2 on(const struct twig *b, double along, double across) {
    return (struct vec2){(float)(b->x + b->c * along - b->s * across), (float)(b->y + b->s * along + b->c * across)};
}

static void tongue(struct vec *v, struct vec2 a, struct vec2 m1, struct vec2 b, struct vec2 m2, rgba fill) {
    vec_move(v, a.x, a.y);
    vec_quad(v, m1.x, m1.y, b.x, b.y);
    vec_quad(v, m2.x, m2.y, a.x, a.y);
    vec_close(v);
    vec_fill(v, fill);
}

static void needles(struct vec *v, const struct twig *b, double u, double w, double len, double theta, int side, rgba fill) {
    for (int k = 0; k < 5; k++) {
        double a = theta + (k - 2) * .17 * side, c = cos(a), e = sin(a), l = len * (1 - .10 * fabs(k - 2.0)), half = l * .5;
        tongue(v, on(b, u - 4, w), on(b, u + c * half - e * 5, w + e * half + c * 5), on(b, u + c * l, w + e * l),
               on(b, u + c * half + e * 5, w + e * half - c * 5), fill);
    }
}

static void bough_snow(struct vec *v, const struct twig *b, uint32_t *rng, rgba snow) {
    static const double PATCH[4][3] = {{.03, .30, 17}, {.33, .52, 13}, {.56, .70, 9}, {.75, .83, 6}};
    const int m = 9;
    double up = b->c < 0 ? 1 : -1;
    for (int k = 0; k < 4; k++) {
        struct vec2 p[20];
        for (int i = 0; i <= m; i++) {
            double t = (double)i / m, a = PATCH[k][0] + (PATCH[k][1] - PATCH[k][0]) * t, e = sin(3.14159265 * pow(t, .8));
            double sag = b->len * .07 * a * a;
            p[i] = on(b, b->len * a, sag + up * (5 + PATCH[k][2] * e * (.75 + .5 * rng_next(rng))));
            p[2 * m + 1 - i] = on(b, b->len * a, sag + up * (2 - 5 * e));
        }
        vec_smooth(v, p, 2 * m + 2, true);
        vec_fill(v, rgba_alpha(snow, .9f * (float)(snow & 255u) / 255.0f));
    }
}

void land_bough(struct vec *v, uint32_t seed, float x, float y, float len, float angle, rgba fill, rgba snow) {
    uint32_t rng = seed;
    const int n = 15;
    struct twig b = {x, y, cosf(angle), sinf(angle), len};
    struct vec2 a = on(&b, 0, -9), m1 = on(&b, len * .6, -6 + len * .02), tip = on(&b, len, len * .07);
    struct vec2 m2 = on(&b, len * .6, 6 + len * .03), z = on(&b, 0, 11);
    vec_move(v, a.x, a.y);
    vec_quad(v, m1.x, m1.y, tip.x, tip.y);
    vec_quad(v, m2.x, m2.y, z.x, z.y);
    vec_close(v);
    vec_fill(v, fill);
    for (int i = 0; i < n; i++) {
        double t = (i + .6) / n, l = len * (.30 - .20 * t) * (.8 + .4 * rng_next(&rng));
        for (int s = -1; s <= 1; s += 2) needles(v, &b, len * t, len * .07 * t * t, l, s * (.72 + .25 * rng_next(&rng)), s, fill);
    }
    if (snow & 255u) bough_snow(v, &b, &rng, snow);
}
