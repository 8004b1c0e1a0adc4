/* links: lk_draw */
/* Coats from numbers: no two alike, marks apart, the same animal at any crop and scale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <draw/spots.h>

enum { COATS = 10000 };
#define LEAST 12.0f              /* coat units: the threshold; a rosette's radius is 14 to 25 */

/* Coats as plain numbers: what a place holds in one coat only is farther away than anything that counts. Fifty million pairs
 * are measured in seconds, each given up as soon as it is no longer the nearest. */
#define FAR 1000.0f
struct flat { float v[3][SPOTS_PLACES]; };

static void flatten(struct flat *f, uint32_t seed) {
    struct spots s;
    spots_make(&s, seed);
    for (int k = 0; k < SPOTS_PLACES; k++) {
        const struct spot *p = &s.at[k];
        f->v[0][k] = p->r > 0 ? p->x : FAR;
        f->v[1][k] = p->r > 0 ? p->y : FAR;
        f->v[2][k] = p->r > 0 ? p->r + (p->solid ? FAR : 0) : 0;
    }
}
__attribute__((no_sanitize("address", "undefined"), optimize("O3", "associative-math", "no-signed-zeros", "no-trapping-math")))
static float apart(const struct flat *a, const struct flat *b, float most) {
    float sum = 0;
    for (int row = 0; row < SPOTS_PLACES && sum < most; row += SPOTS_COLUMNS)
        for (int k = row; k < row + SPOTS_COLUMNS; k++) {
            float dx = a->v[0][k] - b->v[0][k], dy = a->v[1][k] - b->v[1][k], dr = a->v[2][k] - b->v[2][k], d = dx * dx + dy * dy + dr * dr;
            sum += d < SPOTS_GONE * SPOTS_GONE ? d : SPOTS_GONE * SPOTS_GONE;
        }
    return sum;
}

static void no_two_coats_are_alike(void **state) {
    (void)state;
    struct flat *all = malloc(sizeof *all * COATS);
    assert_non_null(all);
    for (int i = 0; i < COATS; i++) flatten(&all[i], (uint32_t)i);
    float most = 1e9f;
    uint32_t p = 0, q = 0;
    for (int i = 0; i < COATS; i++)
        for (int k = 0; k < i; k++) {
            float d = apart(&all[i], &all[k], most);
            if (d < most) most = d, p = (uint32_t)i, q = (uint32_t)k;
        }
    free(all);
    float least = sqrtf(most / SPOTS_PLACES);
    struct spots a, b;
    spots_make(&a, p);
    spots_make(&b, q);
    print_message("smallest distance of %d coats: %.2f units, of %u and %u (threshold %.1f)\n", COATS, (double)least, p, q, (double)LEAST);
    assert_float_equal(spots_distance(&a, &b, (struct vec2){0, 0}, 0), least, 1e-3);
    assert_true(least > LEAST);
}

static void marks_keep_their_distance(void **state) {
    (void)state;
    float closest = 9;
    int fewest = SPOTS_PLACES;
    for (uint32_t seed = 0; seed < COATS; seed++) {
        struct spots s;
        int n = 0;
        spots_make(&s, seed);
        for (int i = 0; i < SPOTS_PLACES; i++) {
            n += s.at[i].r > 0;
            for (int k = 0; k < i; k++) {
                const struct spot *a = &s.at[i], *b = &s.at[k];
                if (a->r > 0 && b->r > 0) closest = fminf(closest, hypotf(a->x - b->x, a->y - b->y) / (a->r + b->r));
            }
        }
        if (n < fewest) fewest = n;
    }
    print_message("closest pair of marks: %.3f of the sum of their radii; fewest marks: %d\n", (double)closest, fewest);
    assert_true(closest >= SPOTS_APART - 1e-4f);
    assert_true(fewest >= 24);
}

static void same_number_same_animal(void **state) {
    (void)state;
    struct arena a;
    arena_init(&a, 0);
    for (uint32_t seed = 1; seed < 60; seed++) {
        struct spots s, again;
        struct vec one, other;
        spots_make(&s, seed);
        memset(&again, 0x5A, sizeof again);    /* nothing of what lay there before may shine through */
        spots_make(&again, seed);
        vec_begin(&one, &a);
        spots_draw(&one, &s, 0x2B1D14FFu, 0xA8743AFFu);
        vec_begin(&other, &a);    /* as a crop at another scale: what is drawn is the same, to the last byte */
        vec_save(&other);
        vec_scale(&other, .37f, .37f);
        size_t from = other.n;
        spots_draw(&other, &again, 0x2B1D14FFu, 0xA8743AFFu);
        assert_true(one.n > 1000 && one.n == other.n - from);
        assert_memory_equal(one.p, other.p + from, one.n);
        assert_float_equal(spots_distance(&s, &again, (struct vec2){0, 0}, 0), 0, 0);
        spots_make(&again, seed + 1);
        assert_true(spots_distance(&s, &again, (struct vec2){0, 0}, 0) > LEAST);
    }
    arena_free(&a);
}

static void crops_show_rosettes(void **state) {
    (void)state;
    float least = 99, average = 0;
    for (uint32_t seed = 0; seed < 400; seed++) {
        struct spots s, other;
        int place[SPOTS_MOST];
        spots_make(&s, seed);
        struct vec2 c = spots_crop(&s, 86);
        int n = spots_within(&s, c, 86, place);
        assert_in_range(n, 1, 12);
        for (int i = 0; i < n; i++) {
            const struct spot *p = &s.at[place[i]];
            assert_true(!p->solid && hypotf(p->x - c.x, p->y - c.y) < 86);
            if (i) assert_true(atan2f(s.at[place[i - 1]].y - c.y, s.at[place[i - 1]].x - c.x) <= atan2f(p->y - c.y, p->x - c.x));
        }
        spots_make(&other, seed + 7777);
        float d = spots_distance(&s, &other, c, 86);
        least = fminf(least, d);
        average += d / 400;
    }
    print_message("the same crop of two animals: least distance %.2f, average %.2f\n", (double)least, (double)average);
    assert_true(least > 5);
}

/* Rings with dots and plain spots are as wide apart as rosettes, cover the flank, and fit into their places. */
static void every_kind_of_mark(void **state) {
    (void)state;
    for (enum spots_marks m = SPOTS_ROSETTES; m <= SPOTS_PLAIN; m++) {
        int fewest = SPOTS_MOST, fewest_rings = SPOTS_MOST;
        for (uint32_t seed = 0; seed < 300; seed++) {
            struct spots s;
            int n = 0, place[SPOTS_MOST];
            spots_make_as(&s, m, seed);
            assert_in_range(s.n, SPOTS_PLACES, SPOTS_MOST);
            assert_int_equal(s.marks, m);
            for (int i = 0; i < s.n; i++) {
                n += s.at[i].r > 0;
                for (int k = 0; k < i && s.at[i].r > 0; k++)
                    assert_true(s.at[k].r <= 0 || hypotf(s.at[i].x - s.at[k].x, s.at[i].y - s.at[k].y) >= (s.at[i].r + s.at[k].r) * SPOTS_APART * .9999f);
            }
            int rings = spots_within(&s, spots_crop(&s, 86), 86, place);
            if (n < fewest) fewest = n;
            if (rings < fewest_rings) fewest_rings = rings;
        }
        print_message("%s: at least %d marks, %d of them to be joined in a patch\n", SPOTS_MARKS[m], fewest, fewest_rings);
        assert_true(fewest >= (m == SPOTS_PLAIN ? 100 : 25));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_two_coats_are_alike), cmocka_unit_test(marks_keep_their_distance),
                                       cmocka_unit_test(same_number_same_animal), cmocka_unit_test(crops_show_rosettes),
                                       cmocka_unit_test(every_kind_of_mark)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
