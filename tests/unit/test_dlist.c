/* links: lk_draw */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <draw/dlist.h>
#include <string.h>

struct fixture { struct arena a; struct dlist l; };

static int setup(void **state) {
    static struct fixture f;
    arena_init(&f.a, 0);
    dlist_begin(&f.l, &f.a, 1920, 1080);
    *state = &f;
    return 0;
}
static int teardown(void **state) {
    struct fixture *f = *state;
    arena_free(&f->a);
    return 0;
}

static void invisible_commands_are_not_stored(void **state) {
    struct fixture *f = *state;
    struct dlist *l = &f->l;
    dlist_fill(l, (struct ibox){0, 0, 10, 10}, 0xFF000000);
    dlist_fill(l, (struct ibox){-20, 0, 10, 10}, 0xFF0000FF);
    dlist_fill(l, (struct ibox){5, 5, 0, 10}, 0xFF0000FF);
    dlist_picture(l, 1, (struct ibox){1920, 0, 10, 10}, 1);
    dlist_picture(l, 1, (struct ibox){0, 0, 10, 10}, 0);
    dlist_picture(l, 1, (struct ibox){0, 0, 10, 10}, NAN);
    dlist_picture(l, 0, (struct ibox){0, 0, 10, 10}, 1);
    dlist_text(l, (struct ibox){0, 0, 10, 10}, 8, 0, 10, 0xFFFFFF00, "a", 1, false);
    dlist_text(l, (struct ibox){0, 0, 10, 10}, 8, 0, 10, 0xFFFFFFFF, "", 0, false);
    assert_int_equal(l->n, 0);
    dlist_text(l, (struct ibox){0, -30, 10, 27}, 8, 0, 10, 0xFFFFFFFF, "g", 1, false); /* its ink may reach the screen */
    assert_int_equal(l->n, 1);
}

static void clip_is_the_intersection_and_comes_back(void **state) {
    struct fixture *f = *state;
    struct dlist *l = &f->l;
    struct ibox before = dlist_clip(l, (struct ibox){100, 100, 200, 200});
    struct ibox inner = dlist_clip(l, (struct ibox){250, 0, 500, 150});
    assert_memory_equal(&l->clip, (&(struct ibox){250, 100, 50, 50}), sizeof l->clip);
    dlist_fill(l, (struct ibox){0, 0, 250, 1080}, 0x0000FFFF);
    assert_int_equal(l->n, 0);
    dlist_unclip(l, inner);
    dlist_fill(l, (struct ibox){0, 0, 250, 1080}, 0x0000FFFF);
    assert_int_equal(l->n, 1);
    assert_int_equal(l->cmds[0].clip.w, 200);
    dlist_unclip(l, before);
    assert_int_equal(l->clip.w, 1920);
}

/* Whatever an author writes, a box of px can be added up. */
static void far_is_far(void **state) {
    (void)state;
    static const struct { float v; int px; } ROWS[] = {{0, 0}, {12.4f, 12}, {12.5f, 13}, {-12.5f, -13}, {999999, 999999}, {2147483500.0f, 1000000},
                                                       {-2147483600.0f, -1000000}, {3e38f, 1000000}, {-3e38f, -1000000}, {INFINITY, 1000000}, {NAN, -1000000}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) assert_int_equal(px_of(ROWS[i].v), ROWS[i].px);
}

static void fade_multiplies(void **state) {
    struct fixture *f = *state;
    struct dlist *l = &f->l;
    uint8_t one = dlist_fade(l, 0.5f);
    assert_int_equal(one, 255);
    uint8_t two = dlist_fade(l, 0.5f);
    dlist_picture(l, 9, (struct ibox){0, 0, 10, 10}, 1);
    dlist_fill(l, (struct ibox){0, 0, 10, 10}, 0x11223380);
    assert_in_range(l->cmds[0].alpha, 63, 65);
    assert_in_range(l->cmds[1].color & 255, 31, 33);
    assert_int_equal(l->cmds[1].color >> 8, 0x112233);
    dlist_fade(l, -3);
    dlist_picture(l, 9, (struct ibox){0, 0, 10, 10}, 1);
    assert_int_equal(l->n, 2);
    l->fade = two;
    dlist_fade(l, 7);
    assert_int_equal(l->fade, two);
}

static void text_is_copied(void **state) {
    struct fixture *f = *state;
    char words[] = "leopard";
    dlist_text(&f->l, (struct ibox){0, 0, 100, 40}, 30, 2, 28, 0xFFFFFFFF, words, 4, true);
    memset(words, 'x', sizeof words - 1);
    assert_int_equal(f->l.cmds[0].len, 4);
    assert_string_equal(f->l.cmds[0].text, "leop");
}

static void every_visible_difference_changes_the_hash(void **state) {
    (void)state;
    struct draw_cmd base = {.kind = DRAW_TEXT, .alpha = 200, .box = {1, 2, 30, 40}, .clip = {0, 0, 100, 100}, .color = 0x11223344,
                            .face = 3, .px = 28, .baseline = 30, .text = "abc", .len = 3};
    struct draw_cmd v[16];
    int n = 0;
    for (int i = 0; i < 13; i++) v[i] = base;
    v[n++].alpha = 199, v[n++].box.x = 2, v[n++].box.h = 41, v[n++].clip.w = 99, v[n++].color = 0x11223345, v[n++].face = 4;
    v[n++].px = 28.5f, v[n++].baseline = 30.5f, v[n++].rtl = true, v[n++].text = "abd", v[n++].len = 2;
    v[n++].kind = DRAW_FILL, v[n++].clip.y = 1;
    for (int i = 0; i < n; i++) {
        assert_true(draw_cmd_hash(&v[i]) != draw_cmd_hash(&base));
        for (int k = 0; k < i; k++) assert_true(draw_cmd_hash(&v[i]) != draw_cmd_hash(&v[k]));
    }
    struct draw_cmd p = base, q = base;
    p.kind = q.kind = DRAW_PICTURE;
    p.key = 1, q.key = 2;
    assert_true(draw_cmd_hash(&p) != draw_cmd_hash(&q));
}

static void equal_lists_have_equal_hashes(void **state) {
    struct fixture *f = *state;
    struct dlist other;
    dlist_begin(&other, &f->a, 1920, 1080);
    assert_true(dlist_hash(&f->l) == dlist_hash(&other));
    for (int i = 0; i < 200; i++) {
        dlist_fill(&f->l, (struct ibox){i, i, 10, 10}, 0x204060FFu + (rgba)i * 256);
        dlist_fill(&other, (struct ibox){i, i, 10, 10}, 0x204060FFu + (rgba)i * 256);
    }
    assert_int_equal(f->l.n, 200);
    assert_true(dlist_hash(&f->l) == dlist_hash(&other));
    struct draw_cmd swap = other.cmds[10];
    other.cmds[10] = other.cmds[11];
    other.cmds[11] = swap;
    assert_true(dlist_hash(&f->l) != dlist_hash(&other)); /* order is part of the picture */
    struct dlist tall;
    dlist_begin(&tall, &f->a, 1080, 1920);
    dlist_begin(&other, &f->a, 1920, 1080);
    assert_true(dlist_hash(&tall) != dlist_hash(&other));
}

static void dump_is_one_line_per_command(void **state) {
    struct fixture *f = *state;
    struct sbuf out = {.arena = &f->a};
    dlist_picture(&f->l, 0x0123456789abcdefull, (struct ibox){10, 20, 640, 360}, 1);
    dlist_fill(&f->l, (struct ibox){0, 0, 5, 6}, 0xAABBCCDD);
    dlist_text(&f->l, (struct ibox){1, 2, 30, 40}, 33.5f, 2, 28, 0xFFFFFFFF, "a\"b\nc", 5, true);
    dlist_dump(&f->l, &out);
    assert_string_equal(out.p, "picture 0123456789abcdef 10,20 640x360 a255 clip 0,0 1920x1080\n"
                               "fill aabbccdd 0,0 5x6 a255 clip 0,0 1920x1080\n"
                               "text f2 28.00 ffffffff rtl base 33.50 1,2 30x40 a255 clip 0,0 1920x1080 \"a\\\"b\\x0ac\"\n");
}

static void refused_memory_drops_commands_only(void **state) {
    (void)state;
    for (long fail = 1; fail < 8; fail++) {
        struct arena a;
        struct dlist l;
        arena_init(&a, 0);
        dlist_begin(&l, &a, 100, 100);
        a.fail_at = fail;
        for (int i = 0; i < 200; i++) dlist_text(&l, (struct ibox){i % 90, 0, 9, 9}, 5, 0, 9, 0xFF, "t", 1, false);
        assert_true(a.failed);
        assert_true(l.n < 200);
        for (int i = 0; i < l.n; i++) assert_string_equal(l.cmds[i].text, "t");
        (void)dlist_hash(&l);
        arena_free(&a);
    }
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {T(invisible_commands_are_not_stored), T(clip_is_the_intersection_and_comes_back),
                                       T(far_is_far), T(fade_multiplies), T(text_is_copied), T(every_visible_difference_changes_the_hash),
                                       T(equal_lists_have_equal_hashes), T(dump_is_one_line_per_command),
                                       T(refused_memory_drops_commands_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
