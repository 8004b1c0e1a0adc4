/* links: lk_draw */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fresh.h"
#include <draw/damage.h>
#include <stdlib.h>

#define W 500
#define H 330

static struct dlist fresh(void) {
    struct dlist l;
    dlist_begin(&l, &arena, W, H);
    return l;
}

static long area(const struct ibox *r, int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) sum += (long)r[i].w * r[i].h;
    return sum;
}

static void first_list_damages_all_then_nothing(void **state) {
    (void)state;
    struct damage d;
    struct ibox out[16];
    struct dlist l = fresh();
    dlist_fill(&l, (struct ibox){10, 10, 20, 20}, 0xFF0000FF);
    assert_true(damage_init(&d, W, H));
    int n = damage_update(&d, &l, out, 16);
    assert_int_equal(n, 1);
    assert_memory_equal(&out[0], (&(struct ibox){0, 0, W, H}), sizeof out[0]);
    assert_int_equal(damage_update(&d, &l, out, 16), 0);
    damage_all(&d);
    assert_int_equal(area(out, damage_update(&d, &l, out, 16)), (long)W * H);
    assert_int_equal(damage_update(&d, &l, out, 16), 0);
    damage_free(&d);
}

static void a_moved_box_damages_where_it_was_and_is(void **state) {
    (void)state;
    struct damage d;
    struct ibox out[16];
    struct dlist l = fresh(), m = fresh();
    dlist_fill(&l, (struct ibox){70, 70, 20, 20}, 0xFF0000FF);
    dlist_fill(&m, (struct ibox){400, 200, 20, 20}, 0xFF0000FF);
    damage_init(&d, W, H);
    damage_update(&d, &l, out, 16);
    assert_int_equal(damage_update(&d, &m, out, 16), 2);
    assert_memory_equal(&out[0], (&(struct ibox){64, 64, 64, 64}), sizeof out[0]);
    assert_memory_equal(&out[1], (&(struct ibox){384, 192, 64, 64}), sizeof out[1]);
    damage_free(&d);
}

static void a_wipe_damages_only_its_edge(void **state) {
    (void)state;
    struct damage d;
    struct ibox out[16];
    struct dlist l = fresh(), m = fresh();
    dlist_clip(&l, (struct ibox){0, 0, 200, H});
    dlist_picture(&l, 7, (struct ibox){0, 0, W, H}, 1);
    dlist_clip(&m, (struct ibox){0, 0, 230, H});
    dlist_picture(&m, 7, (struct ibox){0, 0, W, H}, 1);
    damage_init(&d, W, H);
    damage_update(&d, &l, out, 16);
    assert_int_equal(damage_update(&d, &m, out, 16), 1);
    assert_memory_equal(&out[0], (&(struct ibox){192, 0, 64, H}), sizeof out[0]);
    damage_free(&d);
}

static void text_damages_a_third_around_its_box(void **state) {
    (void)state;
    struct damage d;
    struct ibox out[16];
    struct dlist l = fresh(), m = fresh();
    dlist_text(&m, (struct ibox){130, 70, 40, 30}, 90, 0, 28, 0xFFFFFFFF, "y", 1, false); /* 10 px more: from 120,60 */
    damage_init(&d, W, H);
    damage_update(&d, &l, out, 16);
    assert_int_equal(damage_update(&d, &m, out, 16), 1);
    assert_memory_equal(&out[0], (&(struct ibox){64, 0, 128, 128}), sizeof out[0]);
    damage_free(&d);
}

static void order_of_overlapping_commands_counts(void **state) {
    (void)state;
    struct damage d;
    struct ibox out[16];
    struct dlist l = fresh(), m = fresh();
    struct ibox a = {0, 0, 30, 30};
    dlist_fill(&l, a, 0xFF0000FF), dlist_fill(&l, a, 0x00FF00FF);
    dlist_fill(&m, a, 0x00FF00FF), dlist_fill(&m, a, 0xFF0000FF);
    damage_init(&d, W, H);
    damage_update(&d, &l, out, 16);
    assert_int_equal(damage_update(&d, &m, out, 16), 1);
    damage_free(&d);
}

/* ---- against a naive model: the stack of what lies over each pixel */
static uint32_t seed;
static int rnd(int n) { return (int)(rng_next(&seed) * n); }

static struct dlist random_list(int n) {
    struct dlist l = fresh();
    for (int i = 0; i < n; i++) {
        struct ibox box = {rnd(W + 80) - 40, rnd(H + 80) - 40, 1 + rnd(150), 1 + rnd(120)}, before = l.clip;
        if (rnd(3) == 0) before = dlist_clip(&l, (struct ibox){rnd(W), rnd(H), 1 + rnd(200), 1 + rnd(200)});
        switch (rnd(3)) {
        case 0: dlist_fill(&l, box, (rgba)rnd(4) << 24 | 0xFF); break;
        case 1: dlist_picture(&l, 1 + (uint64_t)rnd(4), box, 1); break;
        default: dlist_text(&l, box, (float)(box.y + 20), rnd(2), 28, 0xFFFFFFFF, "word", (size_t)(1 + rnd(4)), false);
        }
        l.clip = before;
    }
    return l;
}

static void model(const struct dlist *l, uint64_t *px) {
    memset(px, 0, sizeof *px * W * H);
    for (int i = 0; i < l->n; i++) {
        const struct draw_cmd *c = &l->cmds[i];
        struct draw_cmd e = *c;
        struct ibox r = c->box;
        e.clip = (struct ibox){0};
        if (c->kind == DRAW_FILL) e.box = e.clip;
        int t = c->kind == DRAW_TEXT ? (r.h + 2) / 3 : 0;
        r = ibox_and((struct ibox){r.x - t, r.y - t, r.w + 2 * t, r.h + 2 * t}, c->clip);
        uint64_t h = draw_cmd_hash(&e);
        for (int y = r.y; y < r.y + r.h; y++)
            for (int x = r.x; x < r.x + r.w; x++) px[y * W + x] = hash_u64(px[y * W + x], h);
    }
}

static void check_rects(const struct ibox *r, int n, const uint64_t *was, const uint64_t *is) {
    static unsigned char in[W * H];
    memset(in, 0, sizeof in);
    for (int i = 0; i < n; i++) {
        assert_true(r[i].x >= 0 && r[i].y >= 0 && r[i].w > 0 && r[i].h > 0 && r[i].x + r[i].w <= W && r[i].y + r[i].h <= H);
        for (int y = r[i].y; y < r[i].y + r[i].h; y++)
            for (int x = r[i].x; x < r[i].x + r[i].w; x++) {
                assert_false(in[y * W + x]); /* no overlap */
                in[y * W + x] = 1;
            }
    }
    for (int i = 0; i < W * H; i++)
        if (was[i] != is[i]) assert_true(in[i]);
}

static void all_that_differs_is_damaged_whatever_the_cap(void **state) {
    (void)state;
    uint64_t *was = malloc(sizeof *was * W * H), *is = malloc(sizeof *is * W * H);
    for (int cap = 1; cap <= 40; cap++) {
        struct damage d;
        struct ibox out[40];
        seed = (uint32_t)cap;
        damage_init(&d, W, H);
        struct dlist l = random_list(12);
        damage_update(&d, &l, out, cap);
        for (int round = 0; round < 6; round++) {
            model(&l, was);
            struct dlist m = random_list(12);
            for (int i = 0; i < l.n && i < m.n && i < 9; i++) m.cmds[i] = l.cmds[i]; /* most of it stays */
            model(&m, is);
            int n = damage_update(&d, &m, out, cap);
            assert_in_range(n, 0, cap);
            check_rects(out, n, was, is);
            l = m;
        }
        damage_free(&d);
    }
    free(was);
    free(is);
}

static void odd_sizes(void **state) {
    (void)state;
    struct damage d;
    struct ibox out[4];
    struct dlist l = fresh();
    assert_true(damage_init(&d, 0, 0)); /* a window without area */
    assert_int_equal(damage_update(&d, &l, out, 4), 0);
    damage_free(&d);
    assert_false(damage_init(&d, -1, 10));
    assert_true(damage_init(&d, 1, 1));
    assert_int_equal(damage_update(&d, &l, out, 4), 1);
    assert_int_equal(out[0].w, 1);
    damage_free(&d);
    damage_free(&d); /* twice does no harm */
    assert_true(damage_init(&d, W, H));
    assert_int_equal(damage_update(&d, &l, out, 0), 0); /* nowhere to write: told next time */
    assert_int_equal(damage_update(&d, &l, out, 4), 1);
    damage_free(&d);
}

int main(void) {
#define T(name) FRESH(name)
    const struct CMUnitTest tests[] = {T(first_list_damages_all_then_nothing), T(a_moved_box_damages_where_it_was_and_is),
                                       T(a_wipe_damages_only_its_edge), T(text_damages_a_third_around_its_box),
                                       T(order_of_overlapping_commands_counts), T(all_that_differs_is_damaged_whatever_the_cap),
                                       T(odd_sizes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
