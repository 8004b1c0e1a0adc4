/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <draw/vec.h>
#include <string.h>

/* A step is one word (operation in the low byte, number of arguments above it) and its arguments, all 4 bytes wide. */
#define STOPS_MAX 64

void vec_begin(struct vec *v, struct arena *a) { *v = (struct vec){.arena = a}; }

/* Room for n more bytes. A refusal empties the program for good: half a picture is worse than none. */
static unsigned char *room(struct vec *v, size_t n) {
    if (!v->arena || v->arena->failed) {
        v->n = 0;
        return NULL;
    }
    if (v->n + n > v->cap) {
        size_t cap = v->cap ? v->cap * 2 : 512;
        while (cap < v->n + n) cap *= 2;
        unsigned char *grown = arena_alloc(v->arena, cap);
        if (!grown) {
            v->n = 0;
            return NULL;
        }
        if (v->n) memcpy(grown, v->p, v->n);
        v->p = grown;
        v->cap = cap;
    }
    unsigned char *at = v->p + v->n;
    v->n += n;
    return at;
}

static void put(struct vec *v, enum vec_op op, const float *args, int n) {
    unsigned char *at = room(v, 4 + 4 * (size_t)n);
    if (!at) return;
    uint32_t head = (uint32_t)op | (uint32_t)n << 8;
    memcpy(at, &head, 4);
    if (n) memcpy(at + 4, args, 4 * (size_t)n);
}

static float from_color(rgba c) {
    float f;
    memcpy(&f, &c, sizeof f);
    return f;
}

rgba vec_color(float f) {
    rgba c;
    memcpy(&c, &f, sizeof c);
    return c;
}

#define PUT(v, op, ...)                                                                                                     \
    do {                                                                                                                    \
        const float args_[] = {__VA_ARGS__};                                                                                \
        put((v), (op), args_, (int)(sizeof args_ / sizeof *args_));                                                         \
    } while (0)

void vec_move(struct vec *v, float x, float y) { PUT(v, VEC_MOVE, x, y); }
void vec_line(struct vec *v, float x, float y) { PUT(v, VEC_LINE, x, y); }
void vec_quad(struct vec *v, float cx, float cy, float x, float y) { PUT(v, VEC_QUAD, cx, cy, x, y); }
void vec_curve(struct vec *v, float c1x, float c1y, float c2x, float c2y, float x, float y) {
    PUT(v, VEC_CURVE, c1x, c1y, c2x, c2y, x, y);
}
void vec_arc(struct vec *v, float cx, float cy, float r, float a0, float a1) { PUT(v, VEC_ARC, cx, cy, r, a0, a1); }
void vec_close(struct vec *v) { put(v, VEC_CLOSE, NULL, 0); }
void vec_fill(struct vec *v, rgba c) { PUT(v, VEC_FILL, from_color(c)); }
void vec_stroke(struct vec *v, rgba c, float width, float dash, float gap) {
    PUT(v, VEC_STROKE, from_color(c), width, dash, gap);
}
void vec_clip(struct vec *v) { put(v, VEC_CLIP, NULL, 0); }
void vec_keep(struct vec *v) { put(v, VEC_KEEP, NULL, 0); }
void vec_save(struct vec *v) { put(v, VEC_SAVE, NULL, 0); }
void vec_restore(struct vec *v) { put(v, VEC_RESTORE, NULL, 0); }
void vec_translate(struct vec *v, float x, float y) { PUT(v, VEC_TRANSLATE, x, y); }
void vec_scale(struct vec *v, float x, float y) { PUT(v, VEC_SCALE, x, y); }
void vec_rotate(struct vec *v, float radians) { PUT(v, VEC_ROTATE, radians); }
void vec_group(struct vec *v) { put(v, VEC_GROUP, NULL, 0); }
void vec_group_end(struct vec *v, float alpha) { PUT(v, VEC_GROUP_END, alpha); }
void vec_shadow_end(struct vec *v, float dx, float dy, float blur, rgba color) {
    PUT(v, VEC_SHADOW_END, dx, dy, blur, from_color(color));
}
void vec_noise(struct vec *v, float alpha, uint32_t seed) { PUT(v, VEC_NOISE, alpha, from_color(seed)); }

static void gradient(struct vec *v, enum vec_op op, const float *geom, int ngeom, const struct vec_stop *stops, int n) {
    float args[5 + 2 * STOPS_MAX];
    if (n < 1) return;
    if (n > STOPS_MAX) n = STOPS_MAX;
    memcpy(args, geom, sizeof *args * (size_t)ngeom);
    args[ngeom] = (float)n;
    for (int i = 0; i < n; i++) {
        args[ngeom + 1 + 2 * i] = stops[i].at;
        args[ngeom + 2 + 2 * i] = from_color(stops[i].color);
    }
    put(v, op, args, ngeom + 1 + 2 * n);
}

void vec_fill_linear(struct vec *v, struct vec2 a, struct vec2 b, const struct vec_stop *stops, int n) {
    const float geom[] = {a.x, a.y, b.x, b.y};
    gradient(v, VEC_FILL_LINEAR, geom, 4, stops, n);
}

void vec_fill_radial(struct vec *v, struct vec2 c, float r, const struct vec_stop *stops, int n) {
    const float geom[] = {c.x, c.y, r};
    gradient(v, VEC_FILL_RADIAL, geom, 3, stops, n);
}

/* How many arguments an operation has; a gradient's least. -1 = no such operation. */
static int arity(uint32_t op) {
    static const signed char N[] = {
        [VEC_MOVE] = 2, [VEC_LINE] = 2, [VEC_QUAD] = 4, [VEC_CURVE] = 6, [VEC_ARC] = 5, [VEC_FILL] = 1,
        [VEC_FILL_LINEAR] = 5, [VEC_FILL_RADIAL] = 4, [VEC_STROKE] = 4, [VEC_TRANSLATE] = 2, [VEC_SCALE] = 2,
        [VEC_ROTATE] = 1, [VEC_GROUP_END] = 1, [VEC_SHADOW_END] = 4, [VEC_NOISE] = 2};
    return op <= VEC_NOISE ? N[op] : -1;
}

bool vec_next(const struct vec *v, size_t *at, struct vec_step *out) {
    if (*at > v->n || v->n - *at < 4) return false;
    uint32_t head;
    memcpy(&head, v->p + *at, 4);
    uint32_t op = head & 255u, n = head >> 8;
    int want = arity(op);
    if (want < 0 || n > (v->n - *at - 4) / 4 || n < (uint32_t)want) return false;
    const float *args = (const float *)(const void *)(v->p + *at + 4);
    if (op == VEC_FILL_LINEAR || op == VEC_FILL_RADIAL) {
        float stops = args[want - 1];
        if (!(stops >= 1 && stops <= STOPS_MAX) || n != (uint32_t)want + 2 * (uint32_t)stops) return false;
    } else if (n != (uint32_t)want) {
        return false;
    }
    *out = (struct vec_step){(enum vec_op)op, args, (int)n};
    *at += 4 + 4 * (size_t)n;
    return true;
}
