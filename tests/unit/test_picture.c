/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <base/str.h>
#include <plat/image_pixels.h>
#include <plat/picture.h>
#include <plat/pixcache.h>
#include <stdlib.h>
#include <string.h>

static uint32_t *noise_pixels(int w, int h, uint32_t seed) { /* flat areas, ramps, noise and holes */
    uint32_t *p = malloc((size_t)w * (size_t)h * 4);
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            uint32_t c = y < h / 4 ? 0xFF204060u : y < h / 2 ? 0xFF000000u + (uint32_t)x * 0x010203u : (uint32_t)(rng_next(&seed) * 4294967295.0);
            p[y * w + x] = y > 3 * h / 4 && x % 7 ? 0 : c;
        }
    pixels_premultiply(p, (size_t)w * (size_t)h);
    return p;
}

static void packed_pictures_come_back(void **state) {
    (void)state;
    static const int SIZES[][2] = {{1, 1}, {3, 5}, {64, 64}, {257, 131}, {1000, 3}};
    for (int i = 0; i < 5; i++) {
        struct picture pic, back;
        struct packed packed;
        picture_take(&pic, noise_pixels(SIZES[i][0], SIZES[i][1], (uint32_t)i), SIZES[i][0], SIZES[i][1]);
        assert_true(picture_pack(&pic, &packed));
        assert_true(picture_unpack(packed.p, packed.n, pic.full_w, pic.full_h, &back));
        assert_memory_equal(back.p, pic.p, picture_bytes(&pic));
        assert_int_equal(back.full_w, pic.full_w);
        assert_int_equal(back.x, pic.x);
        assert_memory_equal(&back.solid, &pic.solid, sizeof back.solid);
        picture_free(&back);
        for (size_t n = 0; n < packed.n; n += 1 + n / 16) assert_false(picture_unpack(packed.p, n, pic.full_w, pic.full_h, &back));
        for (size_t at = 0; at < packed.n; at += 1 + at / 16) { /* a rotten byte is found or harmless */
            packed.p[at] ^= 0x55;
            bool ok = picture_unpack(packed.p, packed.n, pic.full_w, pic.full_h, &back);
            if (at >= 44) assert_false(ok); /* from the length of the content on */
            if (ok) picture_free(&back);
            packed.p[at] ^= 0x55;
        }
        free(packed.p);
        picture_free(&pic);
    }
    struct picture empty = {.full_w = 9, .full_h = 9}, back;
    struct packed packed;
    assert_true(picture_pack(&empty, &packed) && picture_unpack(packed.p, packed.n, 9, 9, &back));
    assert_null(back.p);
    assert_int_equal(back.full_w, 9);
    assert_false(picture_unpack(packed.p, packed.n, 9, 10, &back));      /* another size than was asked for */
    free(packed.p);
}

static void pictures_are_trimmed_and_know_what_is_solid(void **state) {
    (void)state;
    struct picture pic;
    uint32_t *p = calloc(100 * 80, 4);
    for (int y = 20; y < 60; y++)
        for (int x = 30; x < 50; x++) p[y * 100 + x] = y < 30 ? 0x80000000u : 0xFF112233u;
    picture_take(&pic, p, 100, 80);
    assert_int_equal(pic.x, 30), assert_int_equal(pic.y, 20), assert_int_equal(pic.w, 20), assert_int_equal(pic.h, 40);
    assert_int_equal(pic.solid.y, 10), assert_int_equal(pic.solid.h, 30), assert_int_equal(pic.solid.w, 20);
    assert_false(picture_opaque(&pic));
    picture_free(&pic);
    picture_take(&pic, calloc(10 * 10, 4), 10, 10);
    assert_null(pic.p);
    assert_int_equal(pic.w, 0);
    p = malloc(10 * 10 * 4);
    memset(p, 0xFF, 400);
    picture_take(&pic, p, 10, 10);
    assert_true(picture_opaque(&pic));
    picture_free(&pic);
}

/* ---- the cache of pixels */

static struct picture square(uint32_t color) {
    struct picture pic;
    uint32_t *p = malloc(100 * 100 * 4);
    for (int i = 0; i < 100 * 100; i++) p[i] = color;
    picture_take(&pic, p, 100, 100);
    return pic;
}

static void the_cache_keeps_its_ceiling_but_no_frame_loses_anything(void **state) {
    (void)state;
    struct pixcache *c = pixcache_open(10 * 40000, NULL); /* ten squares */
    for (uint64_t k = 1; k <= 30; k++) {
        struct picture pic = square(0xFF000000u + (uint32_t)k);
        assert_non_null(pixcache_put(c, k, &pic)); /* all in one frame */
    }
    for (uint64_t k = 1; k <= 30; k++) assert_int_equal(pixcache_get(c, k)->pic.p[0], 0xFF000000u + k);
    pixcache_frame(c);
    pixcache_get(c, 3);
    struct picture pic = square(0xFFFFFFFF);
    pixcache_put(c, 99, &pic);
    assert_true(pixcache_size(c) <= 10 * 40000);
    assert_true(pixcache_has(c, 3) && pixcache_has(c, 99));
    pic = square(0xFF00FF00);
    pixcache_put(c, 3, &pic); /* replaced, not doubled */
    assert_int_equal(pixcache_get(c, 3)->pic.p[0], 0xFF00FF00);
    pixcache_clear(c);
    assert_int_equal(pixcache_size(c), 0);
    assert_false(pixcache_has(c, 3));
    pixcache_close(c);
}

static void what_is_for_later_takes_only_the_room_of_what_has_had_its_day(void **state) {
    (void)state;
    struct pixcache *c = pixcache_open(10 * 40000, NULL);
    for (uint64_t k = 1; k <= 8; k++) {
        struct picture pic = square((uint32_t)k);
        pixcache_put(c, k, &pic);
        if (k == 4) pixcache_frame(c); /* 1 to 4: the scene before; 5 to 8: on the screen */
    }
    pixcache_mark(c);
    for (uint64_t k = 101; k <= 110; k++) {
        struct picture pic = square((uint32_t)k);
        assert_int_equal(pixcache_keep(c, k, &pic), k <= 106);
        pixcache_frame(c); /* the screen moves on, and uses its own */
        for (uint64_t own = 5; own <= 8; own++) assert_non_null(pixcache_get(c, own));
    }
    assert_true(pixcache_full(c));
    assert_true(pixcache_size(c) <= 10 * 40000);
    for (uint64_t k = 1; k <= 4; k++) assert_false(pixcache_has(c, k));
    for (uint64_t k = 101; k <= 106; k++) assert_true(pixcache_has(c, k));
    pixcache_mark(c); /* another plan */
    assert_false(pixcache_full(c));
    struct picture pic = square(7);
    assert_true(pixcache_keep(c, 200, &pic));
    pic = (struct picture){.p = calloc(400 * 400, 4), .full_w = 400, .full_h = 400, .w = 400, .h = 400}; /* never fits */
    assert_false(pixcache_keep(c, 201, &pic));
    pixcache_close(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(packed_pictures_come_back),
                                       cmocka_unit_test(pictures_are_trimmed_and_know_what_is_solid),
                                       cmocka_unit_test(the_cache_keeps_its_ceiling_but_no_frame_loses_anything),
                                       cmocka_unit_test(what_is_for_later_takes_only_the_room_of_what_has_had_its_day)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
