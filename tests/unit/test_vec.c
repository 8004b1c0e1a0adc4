/* links: lk_draw */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fresh.h"
#include <draw/vec.h>

static struct vec fresh(void) {
    struct vec v;
    vec_begin(&v, &arena);
    return v;
}

/* A program as text: letters of the steps and their numbers, rounded to 1/100. */
static const char *print(const struct vec *v) {
    static const char *const NAMES[] = {"M", "L", "Q", "C", "A", "Z", "fill", "lin", "rad", "stroke", "clip", "keep", "save",
                                        "restore", "move", "scale", "turn", "group", "end", "shadow", "noise"};
    struct sbuf out = {.arena = &arena};
    size_t at = 0;
    for (struct vec_step s; vec_next(v, &at, &s);) {
        sbuf_printf(&out, "%s%s", out.len ? " " : "", NAMES[s.op]);
        for (int i = 0; i < s.n; i++) {
            float f = roundf(s.args[i] * 100) / 100;
            sbuf_printf(&out, "%s%g", i ? "," : "", (double)(f == 0 ? 0 : f));
        }
    }
    assert_int_equal(at, v->n); /* read to its end */
    return out.p ? out.p : "";
}

static void steps_come_back_as_written(void **state) {
    (void)state;
    struct vec v = fresh();
    struct vec_stop stops[] = {{0, 0x11223344}, {1, 0xFF7FC00F}};
    struct vec_step s;
    size_t at = 0;
    vec_fill_linear(&v, (struct vec2){1, 2}, (struct vec2){3, 4}, stops, 2);
    vec_fill_radial(&v, (struct vec2){5, 6}, 7, stops, 2);
    vec_stroke(&v, 0xFFFFFFFF, 2, 3, 4);
    vec_shadow_end(&v, 1, 2, 3, 0x7FA00001); /* the bits of a signalling NaN */
    vec_noise(&v, 0.5f, 0xDEADBEEF);
    assert_true(vec_next(&v, &at, &s));
    assert_int_equal(s.op, VEC_FILL_LINEAR);
    assert_int_equal(s.n, 9);
    assert_true(s.args[4] == 2);
    assert_int_equal(vec_color(s.args[6]), 0x11223344);
    assert_int_equal(vec_color(s.args[8]), 0xFF7FC00F);
    assert_true(vec_next(&v, &at, &s) && s.op == VEC_FILL_RADIAL && s.n == 8 && s.args[2] == 7);
    assert_true(vec_next(&v, &at, &s) && s.op == VEC_STROKE && s.n == 4 && s.args[3] == 4);
    assert_int_equal(vec_color(s.args[0]), 0xFFFFFFFF);
    assert_true(vec_next(&v, &at, &s) && s.op == VEC_SHADOW_END);
    assert_int_equal(vec_color(s.args[3]), 0x7FA00001);
    assert_true(vec_next(&v, &at, &s) && s.op == VEC_NOISE);
    assert_int_equal(vec_color(s.args[1]), 0xDEADBEEF);
    assert_false(vec_next(&v, &at, &s));
}

static void too_many_stops_are_cut(void **state) {
    (void)state;
    struct vec v = fresh();
    struct vec_stop stops[100] = {0};
    struct vec_step s;
    size_t at = 0;
    vec_fill_linear(&v, (struct vec2){0, 0}, (struct vec2){1, 1}, stops, 0);
    assert_int_equal(v.n, 0);
    vec_fill_linear(&v, (struct vec2){0, 0}, (struct vec2){1, 1}, stops, 100);
    assert_true(vec_next(&v, &at, &s));
    assert_true(s.args[4] == 64);
}

static void damaged_bytes_end_the_program(void **state) {
    (void)state;
    struct vec v = fresh();
    struct vec_stop stops[] = {{0, 1}, {0.5f, 2}, {1, 3}};
    vec_circle(&v, 5, 5, 3);
    vec_fill_linear(&v, (struct vec2){0, 0}, (struct vec2){1, 1}, stops, 3);
    vec_shadow_end(&v, 1, 1, 1, 1);
    for (size_t n = 0; n < v.n; n++) { /* cut short anywhere */
        struct vec cut = {.p = arena_copy(&arena, v.p, n), .n = n};
        struct vec_step s;
        size_t at = 0;
        while (vec_next(&cut, &at, &s)) assert_true(at <= n);
    }
    for (size_t i = 0; i < v.n; i++)
        for (int bit = 0; bit < 8; bit++) { /* any bit turned over */
            struct vec bad = {.p = arena_copy(&arena, v.p, v.n), .n = v.n};
            struct vec_step s;
            size_t at = 0;
            bad.p[i] ^= (unsigned char)(1 << bit);
            while (vec_next(&bad, &at, &s)) {
                assert_true(at <= v.n && s.op <= VEC_NOISE);
                volatile float sum = 0;
                for (int k = 0; k < s.n; k++) sum += s.args[k];
            }
        }
}

static void shapes(void **state) {
    (void)state;
    struct vec v = fresh();
    vec_rect(&v, (struct box){1, 2, 3, 4});
    assert_string_equal(print(&v), "M1,2 L4,2 L4,6 L1,6 Z");
    v = fresh();
    vec_rrect(&v, (struct box){0, 0, 10, 4}, 99); /* clamped to half the shorter side */
    assert_string_equal(print(&v), "M2,0 A8,2,2,-1.57,0 A8,2,2,0,1.57 A2,2,2,1.57,3.14 A2,2,2,3.14,4.71 Z");
    v = fresh();
    vec_rrect(&v, (struct box){0, 0, 10, 4}, 0);
    assert_string_equal(print(&v), "M0,0 L10,0 L10,4 L0,4 Z");
    v = fresh();
    struct vec2 p[] = {{0, 0}, {6, 0}, {6, 6}};
    vec_smooth(&v, p, 3, false);
    assert_string_equal(print(&v), "M0,0 C1,0,5,-1,6,0 C7,1,6,5,6,6");
    v = fresh();
    vec_smooth(&v, p, 3, true);
    assert_string_equal(print(&v), "M0,0 C0,-1,5,-1,6,0 C7,1,7,6,6,6 C5,6,0,1,0,0 Z");
    v = fresh();
    vec_smooth(&v, p, 0, true);
    assert_int_equal(v.n, 0);
}

static void svg_path_data(void **state) {
    (void)state;
    static const struct { const char *d, *want; } ROWS[] = {
        {"M1 2L3,4", "M1,2 L3,4"},
        {" m1 2 3 4-1-1 ", "M1,2 L4,6 L3,5"},          /* pairs after m are lines; signs separate */
        {"M0 0H5V6h-1v-2z", "M0,0 L5,0 L5,6 L4,6 L4,4 Z"},
        {"M1 1zl2 2", "M1,1 Z L3,3"},                  /* after z from the start of the sub-path */
        {"M.5.5 1.5e1-2E-1", "M0.5,0.5 L15,-0.2"},     /* numbers packed together */
        {"M0 0C1 1 2 2 3 3S5 5 6 6", "M0,0 C1,1,2,2,3,3 C4,4,5,5,6,6"},
        {"M0 0S5 5 6 6", "M0,0 C0,0,5,5,6,6"},         /* nothing to reflect */
        {"M0 0Q1 2 4 0T8 0t4 0", "M0,0 Q1,2,4,0 Q7,-2,8,0 Q9,2,12,0"},
        {"M0 0T8 0", "M0,0 Q0,0,8,0"},
        {"M1 1c1 1 2 2 3 3s2 2 3 3", "M1,1 C2,2,3,3,4,4 C5,5,6,6,7,7"},
        {"M0 0A0 5 0 0 1 9 9", "M0,0 L9,9"},           /* a radius of 0 is a line */
        {"M2 0A1 1 0 0 1 3 1", "M2,0 C2.55,0,3,0.45,3,1"},
        {"M2 0a1 1 0 011 1", "M2,0 C2.55,0,3,0.45,3,1"},   /* flags packed together */
        {"M0 0A1 1 0 0 1 4 0", "M0,0 C0,-1.1,0.9,-2,2,-2 C3.1,-2,4,-1.1,4,0"},   /* radii grow until they reach */
        {"M0 0A1 1 0 0 0 4 0", "M0,0 C0,1.1,0.9,2,2,2 C3.1,2,4,1.1,4,0"},
        {"M1 0A1 1 0 1 1 0 -1", "M1,0 C1,0.55,0.55,1,0,1 C-0.55,1,-1,0.55,-1,0 C-1,-0.55,-0.55,-1,0,-1"},
        {"M0 0A5 5 0 0 1 0 0", "M0,0"},
        {"", ""}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct vec v = fresh();
        if (!vec_svg_path(&v, ROWS[i].d)) fail_msg("refused: %s", ROWS[i].d);
        assert_string_equal(print(&v), ROWS[i].want);
    }
}

static void bad_path_data_is_refused(void **state) {
    (void)state;
    static const char *const ROWS[] = {"X", "L1 1", "M1", "M1 1 2", "M1 1 L", "M1 1 B 2 2", "1 1", "M1 1z5 5", "M0 0A1 1 0 2 1 3 3",
                                       "M0 0 C1 1 2 2 3", "M1 1 L2 2 ;", "M--1 1", "M1e999 0", "M. 0"};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct vec v = fresh();
        if (vec_svg_path(&v, ROWS[i])) fail_msg("taken: %s", ROWS[i]);
    }
    struct vec v = fresh();
    assert_false(vec_svg_path(&v, NULL));
}

static void refused_memory_gives_an_empty_picture(void **state) {
    (void)state;
    for (long fail = 1; fail <= 4; fail++) {
        struct arena a;
        struct vec v;
        arena_init(&a, 0);
        vec_begin(&v, &a);
        a.fail_at = fail;
        for (int i = 0; i < 400; i++) vec_line(&v, (float)i, 0);
        assert_true(a.failed);
        assert_int_equal(v.n, 0); /* and stays so */
        arena_free(&a);
    }
}

int main(void) {
#define T(name) FRESH(name)
    const struct CMUnitTest tests[] = {T(steps_come_back_as_written), T(too_many_stops_are_cut), T(damaged_bytes_end_the_program),
                                       T(shapes), T(svg_path_data), T(bad_path_data_is_refused),
                                       T(refused_memory_gives_an_empty_picture)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
