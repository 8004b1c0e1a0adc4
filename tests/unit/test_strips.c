/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Home's strips: the answer to a finger, what happens when nobody touches them, marks that fill, words in one line. */
#include "stage.h"
#include <scene/strips_view.h>

#define PICTURE "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 136\" width=\"320\" height=\"136\"><path d=\"M0 0L320 0L0 136Z\"/></svg>"
#define SCENE "format: 1\ntitle: T\ntemplate: strips\nelements:\n- {kind: strips, id: chapters, bleed: true, animal: art/walk.svg, " \
    "walk: [art/one.svg, art/two.svg], walk-step: 20, objects: [{chapter: c1, file: art/one.svg, size: [100, 0], at: [200, 0]}]}\n"

static const char *const SCENES[7][2] = {{"a1", "a2"}, {"b1", "b2"}, {"c1", "c2"}, {"d1", "d2"}, {"e1", "e2"}, {"f1", "f2"}, {"g1", "g2"}};

static void chapters(struct kit *k) {
    struct chapter *c = arena_array(&k->a, struct chapter, 7);
    for (int i = 0; i < 7; i++)
        c[i] = (struct chapter){.id = SCENES[i][0], .title = {.easy = "Leap"}, .subtitle = {.easy = "Built for snow"}, .light = (float)i,
                                .scenes = {SCENES[i], 2}};
    k->journey.chapters = (struct list){c, 7};
}
static const struct stage_pack PACK = {
    .files = {{"assets/art/walk.svg", PICTURE}, {"assets/art/one.svg", PICTURE}, {"assets/art/two.svg", PICTURE}}, .prepare = chapters};

static struct strips *strips(struct stage *t) { return t->n->state; }
static void open_home(struct stage *t, const char *from, const char *const *visited, int n) {
    stage_set_up(t, &PACK, SCENE);
    t->k.view = (struct visit_view){.chapter_index = -1, .came_from = from, .visited = visited, .nvisited = n, .active_at = 10000};
    stage_begin(t);
    stage_at(t, 10000);
}

static void a_pressed_strip_leans_out(void **state) {
    struct stage t;
    (void)state;
    open_home(&t, NULL, NULL, 0);
    stage_pass(&t, 200);
    uint64_t rest = dlist_hash(&t.k.list);
    t.n->pressed = 2;
    stage_pass(&t, 50);
    assert_true(strips(&t)->lean > .4f && strips(&t)->lean < .7f && t.k.e.wake <= t.k.e.now + 16);
    stage_pass(&t, 50);
    assert_true(strips(&t)->lean == 1);
    int dim = 0, light = 0, left = roundf(1920 * 2 / 7.0f) - 8;
    for (int i = 0; i < t.k.list.n; i++) {
        const struct draw_cmd *c = &t.k.list.cmds[i];
        dim += c->kind == DRAW_FILL && (c->color & 255u) == 77;                       /* .3 of the night: .7 is left */
        light += c->kind == DRAW_FILL && (c->color & 255u) == 15 && c->clip.x == left;   /* 6 %, 8 px wider */
    }
    assert_int_equal(dim, 6);
    assert_int_equal(light, 1);              /* over its neighbours' edges */
    t.n->pressed = -1;
    stage_pass(&t, 100);
    assert_true(strips(&t)->lean == 0 && dlist_hash(&t.k.list) == rest);
    t.n->pressed = 2;
    stage_at(&t, t.k.e.now + 5000);          /* the kiosk has slept meanwhile: it leans all the same, it does not jump */
    assert_true(strips(&t)->lean > 0 && strips(&t)->lean < .5f);
    stage_close(&t);
}

static int steps(struct stage *t) {
    const struct strips *st = strips(t);
    for (int i = 0; i < t->k.list.n; i++)
        for (int s = 0; s < 7; s++)
            for (int k = 0; k <= 2; k++)
                if (t->k.list.cmds[i].kind == DRAW_PICTURE && t->k.list.cmds[i].key == st->s[s].animal[k]) return k;
    return -1;
}

static void when_nobody_touches_it_walks_and_rests(void **state) {
    struct stage t;
    (void)state;
    open_home(&t, NULL, NULL, 0);
    stage_pass(&t, 1000);
    assert_int_equal(t.k.e.wake, 14000);
    assert_int_equal(steps(&t), 0);
    stage_pass(&t, 3010);
    assert_int_equal(steps(&t), 1);
    stage_pass(&t, 200);
    assert_int_equal(steps(&t), 2);
    stage_pass(&t, 1200);
    assert_true(strips(&t)->glow > .9f);             /* half of the first pulse */
    stage_pass(&t, 5000);
    assert_int_equal(steps(&t), 2);
    assert_true(strips(&t)->glow == 0);
    t.k.e.wake = INT64_MAX;
    stage_pass(&t, 10);
    assert_true(stage_rests(&t));            /* all rests */
    t.k.view.active_at = t.k.e.now;
    stage_pass(&t, 6000);
    assert_int_equal(steps(&t), 2);                  /* it walks once, the mark glows again */
    assert_true(strips(&t)->glow > 0);
    stage_close(&t);
}

static void reduced_motion_moves_nothing(void **state) {
    struct stage t;
    (void)state;
    open_home(&t, NULL, NULL, 0);
    t.k.e.still = true;
    t.k.e.wake = INT64_MAX;
    stage_pass(&t, 9000);
    assert_int_equal(steps(&t), 0);
    assert_true(stage_rests(&t));
    t.n->pressed = 1;
    stage_pass(&t, 10);
    assert_true(strips(&t)->lean == 1);
    stage_close(&t);
}

static int mark(struct stage *t, int strip) {
    const struct strips *st = strips(t);
    for (int k = 0; k <= PAPER_PETALS; k++)
        for (int i = 0; i < t->k.list.n; i++)
            if (st->s[strip].mark[k] && t->k.list.cmds[i].key == st->s[strip].mark[k]) return k;
    return -1;
}

static void the_mark_of_a_visited_chapter_fills(void **state) {
    static const char *const seen[3] = {"b1", "b2", "c1"};
    struct stage t;
    (void)state;
    open_home(&t, "b2", seen, 3);
    assert_int_equal(mark(&t, 1), 0);
    assert_int_equal(mark(&t, 2), 3);                /* half of it was seen: three petals of five, at once */
    stage_pass(&t, 460);
    assert_int_equal(mark(&t, 1), 1);
    stage_pass(&t, 250);
    assert_int_equal(mark(&t, 1), 3);
    stage_pass(&t, 300);
    assert_int_equal(mark(&t, 1), PAPER_PETALS);
    assert_true(strips(&t)->s[0].suggested && strips(&t)->s[1].visited && !strips(&t)->s[2].visited);
    stage_close(&t);
}

static void words_stand_in_one_line(void **state) {
    struct stage t;
    (void)state;
    open_home(&t, NULL, NULL, 0);
    for (int k = 0; k < 3; k++) {
        t.k.e.text_scale = 1 + .5f * (float)k;
        t.k.e.relayout = true;
        stage_pass(&t, 10);
        for (int i = 0; i < 7; i++) {
            const struct strip *s = &strips(&t)->s[i];
            assert_int_equal(s->title.nlines, 1);
            assert_int_equal(s->subtitle.nlines, 1);
            assert_false(s->subtitle.overflow);
            assert_true(s->words_h == strips(&t)->s[0].words_h);
        }
    }
    stage_close(&t);
}

/* The silent fonts, with narrow letters that are narrow. */
static float narrower(void *ctx, int face, float px, const char *utf8, size_t n, bool rtl) {
    const struct port_fonts *silent = ctx;
    return silent->width(silent->ctx, face, px, utf8, n, rtl) * (face == FACE_DISPLAY_X ? .8f : 1);
}

/* A long name makes all of them narrower, then smaller, and is whole. */
static void a_long_name_is_whole(void **state) {
    struct stage t;
    (void)state;
    open_home(&t, NULL, NULL, 0);
    float high = strips(&t)->s[0].title.h;
    const struct port_fonts *silent = t.k.e.fonts;
    struct port_fonts fonts = *silent;
    fonts.ctx = (void *)silent, fonts.width = narrower;
    ((struct chapter *)t.k.journey.chapters.items)[4].title.easy = "Threatened";
    t.k.e.relayout = true;
    stage_pass(&t, 10);
    for (int i = 0; i < 7; i++) {
        const struct text_run *r = strips(&t)->s[i].title.runs;
        assert_false(strips(&t)->s[i].title.overflow);
        assert_true(strips(&t)->s[i].title.h < high);
        assert_true(r->px == strips(&t)->s[0].title.runs->px && r->face == strips(&t)->s[0].title.runs->face);
    }
    ((struct chapter *)t.k.journey.chapters.items)[4].title.easy = "Range";
    t.k.e.fonts = &fonts;
    t.k.e.relayout = true;
    stage_pass(&t, 10);
    for (int i = 0; i < 7; i++)
        assert_true(strips(&t)->s[i].title.h == high && strips(&t)->s[i].title.runs->face == FACE_DISPLAY_X);
    stage_close(&t);
}

/* Portrait: the small picture of a band stands where no words do. */
static void pictures_stand_beside_the_words(void **state) {
    struct stage t;
    (void)state;
    open_home(&t, NULL, NULL, 0);
    layout_canvas(&t.k.e, 1080, 1920);
    for (int rtl = 0; rtl < 2; rtl++) {
        t.k.e.rtl = rtl;
        layout_scene(t.s, &t.k.e);
        assert_float_equal(strips(&t)->s[2].object_box[0].x, rtl ? 540 - 200 - 50 : 540 + 200 - 50, .1);
    }
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pressed_strip_leans_out), cmocka_unit_test(when_nobody_touches_it_walks_and_rests),
        cmocka_unit_test(reduced_motion_moves_nothing), cmocka_unit_test(the_mark_of_a_visited_chapter_fills),
        cmocka_unit_test(words_stand_in_one_line), cmocka_unit_test(a_long_name_is_whole),
        cmocka_unit_test(pictures_stand_beside_the_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
