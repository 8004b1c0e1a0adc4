/* links: lk_draw */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <draw/paper.h>
#include <string.h>

/* How far a program reaches, its shadows and line widths included. Follows translate, scale and rotate. */
struct matrix { float a, b, c, d, x, y; };
struct walk { struct matrix m, stack[16]; int depth; float x0, y0, x1, y1; int fills, shadows; struct { float x0, y0, x1, y1; } path; };

static void touch(struct walk *w, float x, float y) {
    float px = w->m.a * x + w->m.c * y + w->m.x, py = w->m.b * x + w->m.d * y + w->m.y;
    w->path.x0 = fminf(w->path.x0, px);
    w->path.y0 = fminf(w->path.y0, py);
    w->path.x1 = fmaxf(w->path.x1, px);
    w->path.y1 = fmaxf(w->path.y1, py);
}
static void take(struct walk *w, float grow) {
    if (w->path.x1 >= w->path.x0) {
        w->x0 = fminf(w->x0, w->path.x0 - grow);
        w->y0 = fminf(w->y0, w->path.y0 - grow);
        w->x1 = fmaxf(w->x1, w->path.x1 + grow);
        w->y1 = fmaxf(w->y1, w->path.y1 + grow);
    }
    w->path.x0 = w->path.y0 = 1e9f;
    w->path.x1 = w->path.y1 = -1e9f;
}
static void transform(struct walk *w, const struct vec_step *s) {
    struct matrix m = w->m;
    if (s->op == VEC_TRANSLATE) {
        w->m.x = m.a * s->args[0] + m.c * s->args[1] + m.x;
        w->m.y = m.b * s->args[0] + m.d * s->args[1] + m.y;
    } else if (s->op == VEC_SCALE) {
        w->m = (struct matrix){m.a * s->args[0], m.b * s->args[0], m.c * s->args[1], m.d * s->args[1], m.x, m.y};
    } else if (s->op == VEC_ROTATE) {
        float c = cosf(s->args[0]), k = sinf(s->args[0]);
        w->m = (struct matrix){m.a * c + m.c * k, m.b * c + m.d * k, m.c * c - m.a * k, m.d * c - m.b * k, m.x, m.y};
    }
}
static void path_step(struct walk *w, const struct vec_step *s) {
    if (s->op == VEC_ARC) {
        touch(w, s->args[0] - s->args[2], s->args[1] - s->args[2]);
        touch(w, s->args[0] + s->args[2], s->args[1] + s->args[2]);
        return;
    }
    for (int i = 0; i + 1 < s->n; i += 2) touch(w, s->args[i], s->args[i + 1]);
}
static struct walk walk_of(const struct vec *v) {
    struct walk w = {.m = {1, 0, 0, 1, 0, 0}, .x0 = 1e9f, .y0 = 1e9f, .x1 = -1e9f, .y1 = -1e9f};
    w.path.x0 = w.path.y0 = 1e9f;
    w.path.x1 = w.path.y1 = -1e9f;
    struct vec_step s;
    size_t at = 0;
    bool keep = false;
    while (vec_next(v, &at, &s)) {
        if (s.op == VEC_SAVE) w.stack[w.depth++] = w.m;
        else if (s.op == VEC_RESTORE) w.m = w.stack[--w.depth];
        else if (s.op <= VEC_ARC) path_step(&w, &s);
        else if (s.op == VEC_KEEP) keep = true;
        else if (s.op == VEC_STROKE || s.op == VEC_FILL) {
            struct walk before = w;
            take(&w, s.op == VEC_STROKE ? s.args[1] / 2 * sqrtf(fabsf(w.m.a * w.m.d - w.m.b * w.m.c)) : 0);
            if (keep) w.path.x0 = before.path.x0, w.path.y0 = before.path.y0, w.path.x1 = before.path.x1, w.path.y1 = before.path.y1;
            keep = false;
            w.fills++;
        } else if (s.op == VEC_CLIP) {
            struct walk inside = w;
            take(&inside, 0);
            w.path = inside.path;
        } else if (s.op == VEC_SHADOW_END) {
            float far = s.args[2] * 2.2f;   /* past that a gaussian is darker by less than one step of 255 at alpha .5 x .014 */
            w.shadows++;
            w.y1 = fmaxf(w.y1, w.y1 + s.args[1] + far);
            w.x0 -= far;
            w.x1 += far;
        } else transform(&w, &s);
    }
    assert_int_equal(at, v->n);
    assert_int_equal(w.depth, 0);
    assert_true(w.fills > 0);
    return w;
}
static void stays_in(const struct vec *v, struct box b, const char *what) {
    struct walk w = walk_of(v);
    struct box m = box_grow(b, PAPER_MARGIN);
    if (w.x0 < m.x || w.y0 < m.y || w.x1 > m.x + m.w || w.y1 > m.y + m.h)
        fail_msg("%s reaches %g,%g..%g,%g out of %g,%g %gx%g", what, w.x0, w.y0, w.x1, w.y1, m.x, m.y, m.w, m.h);
}

static struct vec *fresh(struct arena *a) {
    struct vec *v = arena_new(a, struct vec);
    vec_begin(v, a);
    return v;
}
#define DRAW(call, box, what)                                                                                               \
    do {                                                                                                                    \
        struct vec *v = fresh(&a);                                                                                          \
        call;                                                                                                               \
        stays_in(v, (box), (what));                                                                                         \
    } while (0)

static void shapes_stay_in_their_margin(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    const struct box b = {100, 100, 244, 96};
    for (int k = 0; k < PAPER_KIND_COUNT; k++) {
        DRAW(paper_button(v, b, (enum paper_kind)k, 0), b, PAPER_KINDS[k]);
        DRAW(paper_button(v, b, (enum paper_kind)k, 1), b, PAPER_KINDS[k]);
        DRAW(paper_button(v, b, (enum paper_kind)k, 9), b, PAPER_KINDS[k]);
    }
    DRAW(paper_card(v, b, 28, 0xF4F8F6FF), b, "card");
    DRAW(paper_pill(v, b, 0xF4F8F6FF), b, "pill");
    DRAW(paper_focus(v, b, 48, 0xF2A93BFF, 6), b, "focus");
    DRAW(paper_stripes(v, b, 14, 4, 0xE58A86FF), b, "stripes");
    DRAW(paper_rosettes(v, b, 54, 10, 0x8E2A1CFF), b, "rosettes");
    const struct box round = {200, 200, 160, 160};
    DRAW(paper_disc(v, 280, 280, 80, 0xF2A93BFF, 0xF4F8F6FF, 13), round, "disc");
    DRAW(paper_ring(v, 280, 280, 80, 0xF2A93BFF), round, "ring");
    DRAW(paper_rosette(v, 280, 280, 80, 0xF2A93BFF, 3, 0xFFCF80FF), round, "rosette");
    DRAW(paper_paw(v, 280, 280, 140, .7f, 0x06171CFF), round, "paw");
    DRAW(paper_leaf(v, 280, 280, 80, true), round, "leaf");
    DRAW(paper_pin(v, 280, 360, 0xF2A93BFF), round, "pin");
    DRAW(paper_fir(v, 280, 360, 160, 0, 0x1B5460FF, 0xDDEBEEFF, false), round, "fir");
    arena_free(&a);
}

static void pressed_button_sinks_but_keeps_its_foot(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    const struct box b = {0, 0, 200, 96};
    struct vec *up = fresh(&a), *down = fresh(&a);
    paper_button(up, b, PAPER_PRIM, 0);
    paper_button(down, b, PAPER_PRIM, 1);
    struct vec_step s;
    float face[2] = {0, 0}, shade[2] = {0, 0};
    const struct vec *both[2] = {up, down};
    for (int i = 0; i < 2; i++) {
        float y = 0;
        for (size_t at = 0; vec_next(both[i], &at, &s);) {
            if (s.op == VEC_MOVE) y = s.args[1];
            if (s.op == VEC_FILL && vec_color(s.args[0]) == paper_face(PAPER_PRIM)) face[i] = y;
            if (s.op == VEC_SHADOW_END) shade[i] = s.args[1];
        }
    }
    assert_float_equal(face[1] - face[0], 4, .001f);
    assert_true(shade[1] < shade[0]);
    arena_free(&a);
}

static double luminance(rgba c) {
    static const double PART[3] = {.2126, .7152, .0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double v = (c >> (24 - 8 * i) & 255u) / 255.0;
        sum += PART[i] * (v <= .03928 ? v / 12.92 : pow((v + .055) / 1.055, 2.4));
    }
    return sum;
}
static void ink_reads_on_every_face(void **state) {
    (void)state;
    for (int k = 0; k < PAPER_KIND_COUNT; k++) {
        double f = luminance(paper_face((enum paper_kind)k)) + .05, i = luminance(paper_ink((enum paper_kind)k)) + .05;
        double ratio = f > i ? f / i : i / f;
        if (ratio < 4.5) fail_msg("ink on '%s' has contrast %.2f", PAPER_KINDS[k], ratio);
    }
    assert_null(PAPER_KINDS[PAPER_KIND_COUNT]);
    assert_int_equal(paper_face((enum paper_kind)99), paper_face(PAPER_DARK));
}

static void seeds_make_rosettes(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec *v = fresh(&a), *same = fresh(&a), *other = fresh(&a);
    paper_rosette(v, 0, 0, 30, 0xF2A93BFF, 1, 0);
    paper_rosette(same, 0, 0, 30, 0xF2A93BFF, 1, 0);
    paper_rosette(other, 0, 0, 30, 0xF2A93BFF, 2, 0);
    assert_int_equal(v->n, same->n);
    assert_memory_equal(v->p, same->p, v->n);
    assert_int_equal(v->n, other->n);
    assert_memory_not_equal(v->p, other->p, v->n);
    int petals = 0;
    struct vec_step s;
    for (size_t at = 0; vec_next(v, &at, &s);) petals += s.op == VEC_CLOSE;
    assert_int_equal(petals, 5);
    arena_free(&a);
}

static void patterns_refuse_to_fill_a_planet(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    const struct box b = {0, 0, 1e6f, 1e6f}, none = {0, 0, 0, 0};
    struct vec *v = fresh(&a);
    paper_stripes(v, b, 1, 1, 0xFFFFFFFF);
    paper_stripes(v, b, 0, 1, 0xFFFFFFFF);
    paper_stripes(v, b, NAN, 1, 0xFFFFFFFF);
    paper_rosettes(v, b, 1, 1, 0xFFFFFFFF);
    paper_rosettes(v, none, -3, 1, 0xFFFFFFFF);
    paper_front(v, 100, 100, 0, 50, 0x06171CFF, 0, 1);
    assert_int_equal(v->n, 0);
    arena_free(&a);
}

static void front_covers_its_ground(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec *plain = fresh(&a), *snowy = fresh(&a);
    paper_front(plain, -20, 1940, 952, 1100, 0x06171CFF, 0, 77);
    paper_front(snowy, -20, 1940, 952, 1100, 0x06171CFF, 0xF4F8F6FF, 77);
    struct walk w = walk_of(plain);
    assert_true(w.x0 <= -20 && w.x1 >= 1940 && w.y0 > 936 && w.y0 < 952 && w.y1 >= 1100);
    assert_true(snowy->n > plain->n);
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_stay_in_their_margin), cmocka_unit_test(pressed_button_sinks_but_keeps_its_foot),
        cmocka_unit_test(ink_reads_on_every_face), cmocka_unit_test(seeds_make_rosettes),
        cmocka_unit_test(patterns_refuse_to_fill_a_planet), cmocka_unit_test(front_covers_its_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
