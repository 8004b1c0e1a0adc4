/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <draw/spots.h>

#define TAU 6.283f
#define STEP_X 53.0f             /* between two places of a row, between two rows */
#define STEP_Y 43.0f
#define KNOTS 10                 /* of a rosette's outline */
enum { ARC_MAX = 32 };

static float next(uint32_t *rng) { return (float)rng_next(rng); }
static float apart(float x, float y) { return sqrtf(x * x + y * y); }

static bool collides(const struct spots *s, int n, const struct spot *p) {
    for (int i = 0; i < n; i++)
        if (s->at[i].r > 0 && apart(s->at[i].x - p->x, s->at[i].y - p->y) < (s->at[i].r + p->r) * SPOTS_APART) return true;
    return false;
}

void spots_make(struct spots *s, uint32_t seed) {
    uint32_t rng = seed;
    for (int k = 0; k < SPOTS_PLACES; k++) {
        int row = k / SPOTS_COLUMNS, column = k % SPOTS_COLUMNS - 1;
        bool flank = row > 0 && row < SPOTS_ROWS - 1;
        struct spot p = {.seed = seed * 31u + (uint32_t)k};
        p.x = 10 + (float)column * STEP_X + (float)(row % 2) * 26 + (next(&rng) - .5f) * 30;
        p.y = 84 + (float)row * STEP_Y + (next(&rng) - .5f) * 24 + sinf(p.x / 140) * 6;
        p.r = (flank ? 14 : 10) + next(&rng) * 11;
        p.solid = next(&rng) < .14f || !flank;
        if (p.solid) p.r *= .72f;
        if (next(&rng) < .05f || collides(s, k, &p)) p.r = 0;
        s->at[k] = p;
    }
}

static bool inside(const struct spot *p, struct vec2 c, float r) { return p->r > 0 && apart(p->x - c.x, p->y - c.y) < r; }

float spots_distance(const struct spots *a, const struct spots *b, struct vec2 c, float r) {
    float sum = 0;
    int n = 0;
    for (int k = 0; k < SPOTS_PLACES; k++) {
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

int spots_within(const struct spots *s, struct vec2 c, float r, int place[SPOTS_PLACES]) {
    int n = 0;
    for (int k = 0; k < SPOTS_PLACES; k++) {
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
    for (int k = 0; k < SPOTS_PLACES; k++) n += !s->at[k].solid && inside(&s->at[k], c, r - s->at[k].r * .8f);
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

static void solid(struct vec *v, const struct spot *p, rgba mark) {
    uint32_t rng = p->seed * 7u;
    struct vec2 edge[7];
    for (int k = 0; k < 7; k++) {
        float a = (float)k / 7 * TAU, r = .8f + .4f * next(&rng);
        edge[k] = (struct vec2){p->x + cosf(a) * p->r * .62f * r, p->y + sinf(a) * p->r * .46f * r};
    }
    vec_smooth(v, edge, 7, true);
    vec_fill(v, mark);
}

void spots_draw(struct vec *v, const struct spots *s, rgba mark, rgba core) {
    for (int k = 0; k < SPOTS_PLACES; k++) {
        if (s->at[k].r <= 0) continue;
        if (s->at[k].solid) solid(v, &s->at[k], mark);
        else rosette(v, &s->at[k], mark, core);
    }
}
