/* links: lk_draw */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <draw/land.h>

static const struct land_bump BUMP = {900, 60, 200};
static const struct land_span AVOID = {500, 1200};

static struct land_layer forest(uint32_t seed) {
    return (struct land_layer){.seed = seed, .y = 600, .amp = 40, .wavelength = 800, .bumps = &BUMP, .nbumps = 1,
                               .fill = 0x123456FF, .foot = 0x654321FF, .fringe = 24, .trees = 30, .tree_min = 60,
                               .tree_max = 200, .kinds = TREE_FIR | TREE_PINE | TREE_LARCH, .snowy = .7f, .oak_every = 6,
                               .oak_leaf = 0xA5583AFF, .snow = 0xF4F8F6FF, .snow_thick = 8, .shadow = true};
}

static uint64_t sheet_hash(struct arena *a, const struct land_layer *l, struct vec *v) {
    vec_begin(v, a);
    land_sheet(v, l, -40, 1960, 1120);
    return hash_bytes(HASH_SEED, v->p, v->n);
}

/* Counts steps of one kind; -1 when the program is damaged. */
static int count(const struct vec *v, enum vec_op op) {
    struct vec_step s;
    size_t at = 0;
    int n = 0;
    while (vec_next(v, &at, &s)) n += s.op == op;
    return at == v->n ? n : -1;
}

static void light_has_seven_hours(void **state) {
    (void)state;
    static const rgba TOP[7] = {0x27506AFF, 0x1B4058FF, 0x0F3348FF, 0x061C28FF, 0x040F14FF, 0x143A4BFF, 0x5F9AA6FF};
    static const rgba SNOW[7] = {0xF3D9D2FF, 0xD9D3DEFF, 0xC9DDE2FF, 0x9DBFC6FF, 0x7F989EFF, 0xDCD9DCFF, 0xFFF3DAFF};
    for (int i = 0; i < 7; i++) {
        struct land_light l = land_light((float)i);
        assert_int_equal(l.top, TOP[i]);
        assert_int_equal(l.snow, SNOW[i]);
    }
    struct land_light half = land_light(2.5f), a = land_light(2), b = land_light(3);
    assert_int_equal(half.mid, rgba_mix(a.mid, b.mid, .5f));
    assert_int_equal(half.near, rgba_mix(a.near, b.near, .5f));
    assert_int_equal(land_light(-3).low, land_light(0).low);
    assert_int_equal(land_light(99).far, land_light(6).far);
    assert_int_equal(land_light(NAN).far, land_light(0).far);
}

static void depth_mixes_far_and_near(void **state) {
    (void)state;
    struct land_light l = land_light(3);
    rgba fill, foot;
    land_depth(&l, 0, .4f, &fill, &foot);
    assert_int_equal(fill, l.far);
    assert_int_equal(foot, rgba_mix(l.far, l.low, .4f));
    land_depth(&l, 1, .4f, &fill, &foot);
    assert_int_equal(fill, l.near);
    assert_int_equal(foot, l.near);
}

static void crest_is_smooth(void **state) {
    (void)state;
    struct land_layer l = forest(9);
    float before = land_crest(&l, -40), low = before, high = before;
    for (float x = -39.5f; x <= 1960; x += .5f) {
        float y = land_crest(&l, x);
        assert_true(fabsf(y - before) < 1.5f);   /* no jump, no cliff */
        low = fmaxf(low, y);
        high = fminf(high, y);
        before = y;
    }
    assert_true(low - high > 30 && low < 600 + 100 && high > 600 - 100 - BUMP.rise);
}

static void bump_lifts_the_ridge(void **state) {
    (void)state;
    struct land_layer l = forest(9), flat = l;
    flat.nbumps = 0;
    assert_float_equal(land_crest(&flat, 900) - land_crest(&l, 900), BUMP.rise, .01f);
    assert_float_equal(land_crest(&flat, 1900), land_crest(&l, 1900), .01f);
}

static void same_seed_same_forest(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec v, w, u;
    struct land_layer l = forest(24), other = forest(25);
    assert_int_equal(sheet_hash(&a, &l, &v), sheet_hash(&a, &l, &w));
    assert_true(v.n > 4000);
    assert_true(sheet_hash(&a, &other, &u) != sheet_hash(&a, &l, &w));
    assert_true(count(&v, VEC_FILL) > 30);
    assert_int_equal(count(&v, VEC_SHADOW_END), 1);
    arena_free(&a);
}

/* Snow, oaks and trees are three walks through one forest: what one walk draws must not move the others. */
static void snow_does_not_move_the_trees(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec v, w;
    struct land_layer l = forest(24), red = l;
    red.oak_leaf = 0xFF0000FF;
    red.snow = 0x00FF00FF;
    sheet_hash(&a, &l, &v);
    sheet_hash(&a, &red, &w);
    assert_int_equal(v.n, w.n);
    struct vec_step s, t;
    size_t i = 0, j = 0;
    while (vec_next(&v, &i, &s) && vec_next(&w, &j, &t)) {
        assert_int_equal(s.op, t.op);
        if (s.op == VEC_FILL || s.op == VEC_STROKE) continue;
        assert_memory_equal(s.args, t.args, sizeof *s.args * (size_t)s.n);
    }
    assert_int_equal(i, v.n);
    arena_free(&a);
}

static void avoided_span_stays_bare(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec v;
    struct land_layer l = forest(24);
    l.avoid = &AVOID;
    l.navoid = 1;
    l.snow_thick = 0;
    l.nbumps = 0;
    sheet_hash(&a, &l, &v);
    struct vec_step s;
    size_t at = 0;
    while (vec_next(&v, &at, &s)) {   /* tree tops begin a path: none far above the crest inside the span */
        if (s.op != VEC_MOVE || s.args[0] < 505 || s.args[0] > 1195) continue;
        assert_true(s.args[1] > land_crest(&l, s.args[0]) - 40);
    }
    arena_free(&a);
}

static void edge_or_rim(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec v;
    struct land_layer l = {.seed = 3, .y = 500, .amp = 10, .wavelength = 500, .fill = 0x445566FF, .foot = 0x223344FF};
    sheet_hash(&a, &l, &v);
    assert_int_equal(count(&v, VEC_STROKE), 1);
    assert_int_equal(count(&v, VEC_FILL_LINEAR), 1);
    assert_int_equal(count(&v, VEC_GROUP), 0);
    l.snow_thick = 9;
    l.snow = 0xFFFFFFFF;
    sheet_hash(&a, &l, &v);
    assert_int_equal(count(&v, VEC_STROKE), 0);
    assert_int_equal(count(&v, VEC_FILL), 1);
    vec_begin(&v, &a);
    land_sheet(&v, &l, 100, 100, 900);   /* nothing to draw */
    assert_int_equal(v.n, 0);
    arena_free(&a);
}

static void wide_sheets_end_at_their_ends(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec v;
    vec_begin(&v, &a);
    struct land_layer l = {.seed = 3, .y = 500, .amp = 10, .wavelength = 500, .fill = 0x445566FF};
    land_sheet(&v, &l, -40, 60000, 900);
    struct vec_step s;
    size_t at = 0;
    float max = 0;
    while (vec_next(&v, &at, &s))
        if (s.op == VEC_LINE) max = fmaxf(max, s.args[0]);
    assert_float_equal(max, 60000, .5f);
    arena_free(&a);
}

static void small_parts_draw(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    struct vec v;
    struct land_light l = land_light(.35f);
    vec_begin(&v, &a);
    land_sky(&v, &l, 1920, 1080, .66f);
    assert_int_equal(count(&v, VEC_FILL_LINEAR), 1);
    land_stars(&v, 9, 1920, 420, 60, .7f);
    int stars = count(&v, VEC_FILL);
    assert_true(stars > 20 && stars <= 60);
    land_moon(&v, 900, 300, 200, 0xFFF3E0FF, 3);
    assert_int_equal(count(&v, VEC_FILL), stars + 3);
    land_mist(&v, 0, 1920, 500, 100, l.low, .5f);
    assert_int_equal(count(&v, VEC_FILL_LINEAR), 3);
    uint32_t rng = 1;
    land_oak(&v, &rng, 100, 600, 80, 0xA5583AFF, 0x442211FF);
    land_conifer(&v, &rng, 100, 600, 300, TREE_PINE, 0x112233FF, 0xFFFFFFFF, 1);
    land_bough(&v, 5, 1900, -70, 500, 2.8f, 0x06171CFF, 0);
    assert_true(count(&v, VEC_FILL) > stars + 150);
    arena_free(&a);
}

static void refused_memory_gives_an_empty_picture(void **state) {
    (void)state;
    struct land_layer l = forest(24);
    for (long n = 1; n < 12; n++) {
        struct arena a;
        arena_init(&a, 0);
        a.fail_at = n;
        struct vec v;
        sheet_hash(&a, &l, &v);
        if (a.failed) assert_int_equal(v.n, 0);
        else assert_true(v.n > 4000);
        if (n == 1) assert_true(a.failed);
        arena_free(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(light_has_seven_hours), cmocka_unit_test(depth_mixes_far_and_near),
        cmocka_unit_test(crest_is_smooth), cmocka_unit_test(bump_lifts_the_ridge),
        cmocka_unit_test(same_seed_same_forest), cmocka_unit_test(snow_does_not_move_the_trees),
        cmocka_unit_test(avoided_span_stays_bare), cmocka_unit_test(edge_or_rim),
        cmocka_unit_test(wide_sheets_end_at_their_ends), cmocka_unit_test(small_parts_draw),
        cmocka_unit_test(refused_memory_gives_an_empty_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
