/* links: lk_draw */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <draw/icons.h>
#include <string.h>

#define INK 0x12345678u

/* Walks an icon's own 48-unit coordinates and says how far they reach. False when nothing is painted. */
struct reach { float x0, y0, x1, y1; int paints; bool ink; };
static struct reach reach_of(const struct vec *v) {
    struct reach r = {1e9f, 1e9f, -1e9f, -1e9f, 0, true};
    struct vec_step s;
    size_t at = 0;
    while (vec_next(v, &at, &s)) {
        if (s.op == VEC_FILL || s.op == VEC_STROKE) {
            r.paints++;
            r.ink = r.ink && vec_color(s.args[0]) == INK;
        }
        if (s.op > VEC_CURVE || s.n < 2) continue;
        float x = s.args[s.n - 2], y = s.args[s.n - 1];
        r = (struct reach){fminf(r.x0, x), fminf(r.y0, y), fmaxf(r.x1, x), fmaxf(r.y1, y), r.paints, r.ink};
    }
    assert_int_equal(at, v->n);
    return r;
}

static void every_name_draws(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    int n = 0;
    for (; ICON_NAMES[n]; n++) {
        struct vec v;
        vec_begin(&v, &a);
        if (!icon_draw(&v, ICON_NAMES[n], 10, 20, 96, INK, false)) fail_msg("icon '%s' does not draw", ICON_NAMES[n]);
        struct reach r = reach_of(&v);
        if (!r.paints || !r.ink) fail_msg("icon '%s' paints nothing, or in another colour", ICON_NAMES[n]);
        if (r.x0 < 0 || r.y0 < 0 || r.x1 > 48 || r.y1 > 48.5f) fail_msg("icon '%s' leaves its grid", ICON_NAMES[n]);
        if (fmaxf(r.x1 - r.x0, r.y1 - r.y0) < 24) fail_msg("icon '%s' is too small to read", ICON_NAMES[n]);
        if (n) assert_true(strcmp(ICON_NAMES[n - 1], ICON_NAMES[n]) < 0);   /* sorted, so none twice */
    }
    assert_true(n >= 37);
    arena_free(&a);
}

static void all_that_scenes_need_are_there(void **state) {
    (void)state;
    static const char *const NEED[] = {"home", "next", "back", "up", "down", "check", "cross", "replay", "speak", "access",
        "lr", "clock", "people", "sun", "flake", "lock", "tree", "prey", "fence", "dna", "leaf", "camera", "hand", "contrast",
        "big", "cc", "still", "play", "draw", "moon", "warn", "route", "moveup", "lower", "paw", "pin", "info", NULL};
    for (int i = 0; NEED[i]; i++) {
        int k = 0;
        while (ICON_NAMES[k] && strcmp(ICON_NAMES[k], NEED[i])) k++;
        if (!ICON_NAMES[k]) fail_msg("icon '%s' is missing", NEED[i]);
    }
}

static void unknown_names_draw_nothing(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec v;
    vec_begin(&v, &a);
    assert_false(icon_draw(&v, "leopard", 0, 0, 48, INK, false));
    assert_false(icon_draw(&v, "", 0, 0, 48, INK, false));
    assert_false(icon_draw(&v, NULL, 0, 0, 48, INK, false));
    assert_false(icon_draw(&v, "hom", 0, 0, 48, INK, false));
    assert_int_equal(v.n, 0);
    arena_free(&a);
}

static void mirror_turns_round_in_place(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec v;
    vec_begin(&v, &a);
    assert_true(icon_draw(&v, "next", 100, 50, 96, INK, true));
    struct vec_step s;
    size_t at = 0;
    float dx = 0, sx = 0;
    while (vec_next(&v, &at, &s)) {
        if (s.op == VEC_TRANSLATE) dx = s.args[0];
        if (s.op == VEC_SCALE) sx = s.args[0];
    }
    assert_float_equal(dx, 196, .001f);
    assert_float_equal(sx, -2, .001f);
    assert_true(icon_directional("next") && icon_directional("back") && icon_directional("replay"));
    assert_false(icon_directional("home") || icon_directional("clock") || icon_directional("nothing"));
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_draws), cmocka_unit_test(all_that_scenes_need_are_there),
        cmocka_unit_test(unknown_names_draw_nothing), cmocka_unit_test(mirror_turns_round_in_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
