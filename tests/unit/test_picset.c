/* links: lk_draw */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fresh.h"
#include <draw/picset.h>

static void the_same_wish_is_one_entry(void **state) {
    (void)state;
    struct picset s;
    char path[] = "art/leopard.svg";
    struct pic_spec spec = {.kind = PIC_ASSET, .w = 100, .h = 50, .path = path, .mod = 0xFFFFFFFF};
    picset_init(&s, &arena);
    uint64_t key = picset_add(&s, &spec);
    assert_true(key != 0 && key == pic_spec_key(&spec));
    assert_true(picset_add(&s, &spec) == key);
    assert_int_equal(s.n, 1);
    spec.mod = 0xFFFFFF00; /* its alpha is ignored */
    assert_true(picset_add(&s, &spec) == key);
    spec.tint = 0x12345600; /* no alpha: no tint */
    assert_true(picset_add(&s, &spec) == key);
    path[0] = 'X'; /* the set has its own copy */
    const struct pic_spec *found = picset_find(&s, key);
    assert_non_null(found);
    assert_string_equal(found->path, "art/leopard.svg");
    assert_null(picset_find(&s, key + 1));
    assert_null(picset_find(&s, 0));
}

static void every_difference_is_another_key(void **state) {
    (void)state;
    struct vec a, b;
    vec_begin(&a, &arena), vec_begin(&b, &arena);
    vec_circle(&a, 1, 2, 3), vec_circle(&b, 1, 2, 4);
    struct pic_spec base = {.kind = PIC_ASSET, .w = 100, .h = 50, .path = "a.svg", .mod = 0xFFFFFFFF}, v[16];
    struct pic_spec drawn = {.kind = PIC_VEC, .w = 100, .h = 50, .vec = &a, .scale = 1};
    int n = 0;
    for (int i = 0; i < 7; i++) v[i] = base;
    for (int i = 7; i < 13; i++) v[i] = drawn;
    n++, v[n++].w = 101, v[n++].h = 51, v[n++].path = "b.svg", v[n++].flip = true, v[n++].mod = 0xFFFFFEFF, v[n++].tint = 0x000000FF;
    n++, v[n++].scale = 2, v[n++].origin.x = 1, v[n++].origin.y = 1, v[n++].vec = &b, v[n++].opaque = true;
    assert_int_equal(n, 13);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++) assert_true(pic_spec_key(&v[i]) != pic_spec_key(&v[k]));
    drawn.origin.x = -0.0f;
    assert_true(pic_spec_key(&drawn) == pic_spec_key(&v[7]));
}

static void impossible_sizes_are_refused(void **state) {
    (void)state;
    struct picset s;
    picset_init(&s, &arena);
    static const int BAD[][2] = {{0, 5}, {5, 0}, {-1, 5}, {8193, 5}, {5, 8193}};
    for (int i = 0; i < 5; i++) {
        struct pic_spec spec = {.kind = PIC_ASSET, .w = BAD[i][0], .h = BAD[i][1], .path = "a"};
        assert_true(picset_add(&s, &spec) == 0);
    }
    assert_int_equal(s.n, 0);
}

static void many_wishes_are_found_again(void **state) {
    (void)state;
    struct picset s;
    static uint64_t keys[1000];
    picset_init(&s, &arena);
    for (int i = 0; i < 1000; i++) {
        struct vec v;
        vec_begin(&v, &arena);
        vec_circle(&v, (float)i, 0, 1);
        struct pic_spec spec = {.kind = PIC_VEC, .w = 1 + i, .h = 7, .vec = &v, .scale = 1};
        keys[i] = picset_add(&s, &spec);
        assert_true(keys[i] != 0);
    }
    assert_int_equal(s.n, 1000);
    for (int i = 0; i < 1000; i++) {
        const struct pic_spec *f = picset_find(&s, keys[i]);
        assert_non_null(f);
        assert_int_equal(f->w, 1 + i);
        struct vec_step step;
        size_t at = 0;
        assert_true(vec_next(f->vec, &at, &step) && step.args[0] == (float)(i + 1));
    }
}

static void refused_memory_gives_key_0(void **state) {
    (void)state;
    for (long fail = 1; fail < 12; fail++) {
        struct arena a;
        struct picset s;
        arena_init(&a, 0);
        picset_init(&s, &a);
        a.fail_at = fail;
        int got = 0;
        for (int i = 0; i < 10; i++) {
            struct pic_spec spec = {.kind = PIC_ASSET, .w = 1 + i, .h = 7, .path = "p"};
            uint64_t key = picset_add(&s, &spec);
            if (key) {
                got++;
                assert_non_null(picset_find(&s, key));
            }
        }
        assert_int_equal(s.n, got);
        arena_free(&a);
    }
}

int main(void) {
#define T(name) FRESH(name)
    const struct CMUnitTest tests[] = {T(the_same_wish_is_one_entry), T(every_difference_is_another_key),
                                       T(impossible_sizes_are_refused), T(many_wishes_are_found_again),
                                       T(refused_memory_gives_key_0)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
