/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_weather.c - falling snow. It drifts for ever on the attract screen, comes to rest elsewhere, and stands still in
 * reduced motion. */
#include <scene/element.h>

struct props { int count, seed; struct vec2 region; float wind, fall, alpha, size; };
#define SIZES 3
struct state { uint64_t key[SIZES]; float r[SIZES]; };

static const struct field FIELDS[] = {
    {"count", FIELD_INT, offsetof(struct props, count), 0, 0, 300, "60", NULL, "how many flakes", NULL, NULL, 0},
    {"seed", FIELD_INT, offsetof(struct props, seed), 0, 0, 0, "3", NULL, "which snow", NULL, NULL, 0},
    {"region", FIELD_POINT, offsetof(struct props, region), 0, 0, 0, "[0, 0]", "canvas px", "width and height of the fall; 0 = whole canvas", NULL, NULL, 0},
    {"wind", FIELD_NUM, offsetof(struct props, wind), 0, -200, 200, "14", "canvas px/s", "sideways speed of the nearest flakes", NULL, NULL, 0},
    {"fall", FIELD_NUM, offsetof(struct props, fall), 0, 0, 300, "60", "canvas px/s", "falling speed of the nearest flakes", NULL, NULL, 0},
    {"alpha", FIELD_NUM, offsetof(struct props, alpha), 0, 0, 1, "0.8", NULL, "how white", NULL, NULL, 0},
    {"size", FIELD_NUM, offsetof(struct props, size), FIELD_POSITIVE, 0, 20, "5", "canvas px", "radius of the largest flakes", NULL, NULL, 0},
    {0}};

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    for (int i = 0; i < SIZES; i++) {
        float r = fmaxf(1.2f, p->size * (.3f + .35f * (float)i));
        struct vec v;
        vec_begin(&v, e->layout);
        vec_circle(&v, r + 1, r + 1, r);
        vec_fill(&v, rgba_alpha(0xFFFFFFFFu, p->alpha * (.85f - .22f * (float)i)));
        s->r[i] = r + 1;
        s->key[i] = env_vec(e, &v, (struct box){0, 0, 2 * r + 2, 2 * r + 2}, false);
    }
}

/* Snow time: runs in attract; elsewhere it slows down and stops with the ambient rest (5 s), without a jerk. */
static double snow_time(const struct env *e, bool *moving) {
    double t = env_ambient(e, moving);
    if (e->attract || t < 3) return t;
    double d = fmin((t - 3) / 2, 1);
    return 3 + 2 * (d - d * d / 2);
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    (void)n;
    (void)fx;
    bool moving = false;
    snow_time(e, &moving);
    if (moving) env_next_frame(e);
}

static void draw(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    bool moving = false;
    double t = snow_time(e, &moving);
    float w = p->region.x > 0 ? p->region.x : e->w, h = p->region.y > 0 ? p->region.y : e->h;
    uint32_t rng = (uint32_t)p->seed;
    for (int i = 0; i < p->count; i++) {
        int size = i % SIZES;
        float depth = .4f + .3f * (float)size;
        double x0 = rng_next(&rng), y0 = rng_next(&rng), phase = rng_next(&rng) * 6.283;
        float r = s->r[size];
        float x = (float)fmod(x0 * (w + 40) + t * p->wind * depth + 12 * sin(t * .7 + phase) * depth + 1e4 * (w + 40), w + 40) - 20;
        float y = (float)fmod(y0 * (h + 40) + t * p->fall * depth, h + 40) - 20;
        paint_picture(pt, s->key[size], (struct box){n->box.x + x - r, n->box.y + y - r, 2 * r, 2 * r}, 1);
    }
}

const struct element_kind ELEMENT_WEATHER = {
    .name = "weather", .help = "Falling snow; it rests after five seconds outside of the attract loop.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .arrange = arrange, .tick = tick, .draw = draw};
