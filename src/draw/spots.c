/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <draw/spots.h>

#define TAU 6.283f
#define KNOTS 10                 /* of a rosette's outline */
enum { ARC_MAX = 32 };

const char *const SPOTS_MARKS[] = {"rosettes", "rosettes-dots", "spots", NULL};

/* How the places of a coat lie, and how large their marks are; coat units and shares. */
struct lattice {
    int rows, columns;
    float x, y, odd;             /* between two places of a row, between two rows; every other row is shifted */
    float stray_x, stray_y;
    float flank, edge, more;     /* least radius on the flank, at back and belly; what chance adds */
    float solid, small, none;    /* share of solid ones; how small they are; share of empty places */
};
static const struct lattice LATTICE[] = {
    [SPOTS_ROSETTES] = {SPOTS_ROWS, SPOTS_COLUMNS, 53, 43, 26, 30, 24, 14, 10, 11, .14f, .72f, .05f},
    [SPOTS_DOTTED] = {5, 10, 58, 45, 28, 18, 14, 17, 12, 10, .06f, .72f, .02f},
    [SPOTS_PLAIN] = {9, 17, 27, 23, 13, 12, 10, 8, 8, 3, .86f, .72f, .04f}};

static float next(uint32_t *rng) { return (float)rng_next(rng); }
static float apart(float x, float y) { return sqrtf(x * x + y * y); }

static bool collides(const struct spots *s, const struct spot *p) {
    for (int i = 0; i < s->n; i++)
        if (s->at[i].r > 0 && apart(s->at[i].x - p->x, s->at[i].y - p->y) < (s->at[i].r + p->r) * SPOTS_APART) return true;
    return false;
}

void spots_make_as(struct spots *s, enum spots_marks marks, uint32_t seed) {
    const struct lattice *l = &LATTICE[marks];
    uint32_t rng = seed;
    *s = (struct spots){.marks = marks};
    for (int k = 0; k < l->rows * l->columns; k++) {
        int row = k / l->columns, column = k % l->columns - 1;
        bool flank = row > 0 && row < l->rows - 1;
        struct spot p = {.seed = seed * 31u + (uint32_t)k};
        p.x = 10 + (float)column * l->x + (float)(row % 2) * l->odd + (next(&rng) - .5f) * l->stray_x;
        p.y = 84 + (float)row * l->y + (next(&rng) - .5f) * l->stray_y + sinf(p.x / 140) * 6;
        p.r = (flank ? l->flank : l->edge) + next(&rng) * l->more;
        p.solid = next(&rng) < l->solid || !flank;
        if (p.solid) p.r *= l->small;
        if (next(&rng) < l->none || collides(s, &p)) p.r = 0;
        s->at[s->n++] = p;
    }
}

void spots_make(struct spots *s, uint32_t seed) { spots_make_as(s, SPOTS_ROSETTES, seed); }

static bool inside(const struct spot *p, struct vec2 c, float r) { return p->r > 0 && apart(p->x - c.x, p->y - c.y) < r; }

float spots_distance(const struct spots *a, const struct spots *b, struct vec2 c, float r) {
    float sum = 0;
    int n = 0;
    for (int k = 0; k < a->n && k < b->n; k++) {
        const struct spot *p = &a->at[k], *q = &b->at[k];
        if (r > 0 && !inside(p, c, r) && !inside(q, c, r)) continue;
        n++;
        if (p->r <= 0 && q->r <= 0) continue;
        float dx = p->x - q->x, dy = p->y - q->y, dr = p->r - q->r;
        bool both = p->r > 0 && q->r > 0 && p->solid == q->solid;
        sum += both ? fminf(dx * dx + dy * dy + dr * dr, SPOTS_GONE * SPOTS_GONE) : SPOTS_GONE * SPOTS_GONE;
    }
    return n ? sqrtf(sum / (float)n) : 0;
}

int spots_within(const struct spots *s, struct vec2 c, float r, int place[SPOTS_MOST]) {
    int n = 0;
    for (int k = 0; k < s->n; k++) {
        const struct spot *p = &s->at[k];
        if (p->solid || !inside(p, c, r - p->r * .33f)) continue;
        int i = n++;
        for (; i > 0; i--) {
            const struct spot *q = &s->at[place[i - 1]];
            if (atan2f(q->y - c.y, q->x - c.x) <= atan2f(p->y - c.y, p->x - c.x)) break;
            place[i] = place[i - 1];
        }
        place[i] = k;
    }
    return n;
}

static int whole(const struct spots *s, struct vec2 c, float r) {
    int n = 0;
    for (int k = 0; k < s->n; k++) n += !s->at[k].solid && inside(&s->at[k], c, r - s->at[k].r * .8f);
    return n;
}

struct vec2 spots_crop(const struct spots *s, float r) {
    struct vec2 best = {SPOTS_W / 2, 152};
    int most = -1;
    for (float x = 130; x <= 280; x += 4)
        for (float y = 128; y <= 186; y += 4) {
            int n = whole(s, (struct vec2){x, y}, r);
            if (n > most) most = n, best = (struct vec2){x, y};
        }
    return best;
}

/* ---- drawing */
/* Radius of an uneven ring, as a share of the rosette's, at an angle. */
static float ring(const float knot[KNOTS], float a) {
    float t = a / TAU;
    t = (t - floorf(t)) * KNOTS;
    int i = (int)t % KNOTS;
    float f = t - floorf(t);
    return knot[i] * (1 - f) + knot[(i + 1) % KNOTS] * f;
}

static struct vec2 on(const struct spot *p, float a, float k) {
    return (struct vec2){p->x + cosf(a) * p->r * k, p->y + sinf(a) * p->r * k};
}

/* One part of the rim, from a to b: outer line there, inner line back. */
static void rim_part(struct vec *v, const struct spot *p, const float outer[KNOTS], const float inner[KNOTS], float a, float b) {
    struct vec2 path[2 * ARC_MAX];
    int m = (int)((b - a) * 2.2f + .5f);
    m = m < 4 ? 4 : m > ARC_MAX - 1 ? ARC_MAX - 1 : m;
    for (int k = 0; k <= m; k++) {
        float t = a + (b - a) * (float)k / (float)m;
        path[k] = on(p, t, ring(outer, t));
        path[2 * m + 1 - k] = on(p, t, ring(inner, t));
    }
    vec_smooth(v, path, 2 * m + 2, true);
}

static void rosette(struct vec *v, const struct spot *p, rgba mark, rgba core) {
    uint32_t rng = p->seed * 97u + 11u;
    float outer[KNOTS], inner[KNOTS];
    struct vec2 middle[8];
    int parts = next(&rng) < .45f ? 1 : next(&rng) < .6f ? 2 : 3;
    float gap = parts == 1 ? .42f : parts == 2 ? .30f : .28f, turn = next(&rng) * TAU;
    for (int i = 0; i < KNOTS; i++) outer[i] = .86f + .26f * next(&rng);
    for (int i = 0; i < KNOTS; i++) inner[i] = .44f + .16f * next(&rng);
    for (int i = 0; i < 8; i++) middle[i] = on(p, (float)i / 8 * TAU, ring(outer, (float)i / 8 * TAU) * .86f);
    vec_smooth(v, middle, 8, true);
    vec_fill(v, core);
    for (int i = 0; i < parts; i++) {
        float a = turn + (float)i / (float)parts * TAU + gap * .5f;
        float b = turn + (float)(i + 1) / (float)parts * TAU - gap * (.5f + .6f * next(&rng));
        rim_part(v, p, outer, inner, a, b);
        vec_fill(v, mark);
    }
}

/* An uneven spot of radius r, x as wide and y as high. */
static void blob(struct vec *v, struct vec2 c, float r, float x, float y, uint32_t *rng, rgba mark) {
    struct vec2 edge[7];
    for (int k = 0; k < 7; k++) {
        float a = (float)k / 7 * TAU, bulge = .8f + .4f * next(rng);
        edge[k] = (struct vec2){c.x + cosf(a) * r * x * bulge, c.y + sinf(a) * r * y * bulge};
    }
    vec_smooth(v, edge, 7, true);
    vec_fill(v, mark);
}

static void solid(struct vec *v, const struct spot *p, float x, float y, rgba mark) {
    uint32_t rng = p->seed * 7u;
    blob(v, (struct vec2){p->x, p->y}, p->r, x, y, &rng, mark);
}

/* A large ring of four to six pieces; most have dots in it. */
static void dotted(struct vec *v, const struct spot *p, rgba mark, rgba core) {
    uint32_t rng = p->seed * 89u + 5u;
    float outer[KNOTS], inner[KNOTS], turn = next(&rng) * TAU;
    struct vec2 middle[8];
    int parts = 4 + (int)(next(&rng) * 3), dots = (int)(next(&rng) * 4.8f);
    for (int i = 0; i < KNOTS; i++) outer[i] = .88f + .2f * next(&rng);
    for (int i = 0; i < KNOTS; i++) inner[i] = .62f + .1f * next(&rng);
    for (int i = 0; i < 8; i++) middle[i] = on(p, (float)i / 8 * TAU, ring(outer, (float)i / 8 * TAU) * .84f);
    vec_smooth(v, middle, 8, true);
    vec_fill(v, core);
    for (int i = 0; i < parts; i++) {
        float a = turn + (float)i / (float)parts * TAU + .1f, b = turn + (float)(i + 1) / (float)parts * TAU - .08f - .16f * next(&rng);
        rim_part(v, p, outer, inner, a, b);
        vec_fill(v, mark);
    }
    for (int i = 0; i < dots; i++) {
        float r = p->r * (.12f + .05f * next(&rng));
        blob(v, on(p, turn + (float)i / (float)dots * TAU, .34f), r, 1, 1, &rng, mark);
    }
}

void spots_draw(struct vec *v, const struct spots *s, rgba mark, rgba core) {
    for (int k = 0; k < s->n; k++) {
        if (s->at[k].r <= 0) continue;
        if (s->marks == SPOTS_PLAIN) solid(v, &s->at[k], .9f, .8f, mark);
        else if (s->at[k].solid) solid(v, &s->at[k], .62f, .46f, mark);
        else if (s->marks == SPOTS_DOTTED) dotted(v, &s->at[k], mark, core);
        else rosette(v, &s->at[k], mark, core);
    }
}
