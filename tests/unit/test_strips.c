/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Home's strips: the answer to a finger, what happens when nobody touches them, marks that fill, words in one line. */
#include "data_kit.h"
#include <scene/strips_view.h>

#define PICTURE "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 136\" width=\"320\" height=\"136\"><path d=\"M0 0L320 0L0 136Z\"/></svg>"
static const struct kit_file FILES[] = {
    {"scenes/s.yaml", "format: 1\ntitle: T\ntemplate: strips\nelements:\n- {kind: strips, id: chapters, bleed: true, animal: art/walk.svg, "
                      "walk: [art/one.svg, art/two.svg], walk-step: 20, objects: [{chapter: c1, file: art/one.svg, size: [100, 0], at: [200, 0]}]}\n"},
    {"assets/art/walk.svg", PICTURE}, {"assets/art/one.svg", PICTURE}, {"assets/art/two.svg", PICTURE}};

struct home { struct kit k; struct scene *s; struct node *n; int64_t now; struct chapter chapters[7]; };
static const char *const SCENES[7][2] = {{"a1", "a2"}, {"b1", "b2"}, {"c1", "c2"}, {"d1", "d2"}, {"e1", "e2"}, {"f1", "f2"}, {"g1", "g2"}};

static struct strips *strips(struct home *h) { return h->n->state; }
static void at(struct home *h, int64_t now) {
    h->now = now;
    h->k.e.t = (double)(now - 10000) / 1000;
    kit_at(&h->k, h->s, now);
}
static void pass(struct home *h, int ms) {
    for (int64_t end = h->now + ms; h->now < end;) at(h, h->now + 10);
}
static void open_home(struct home *h, const char *from, const char *const *visited, int n) {
    kit_open(&h->k, FILES, 4);
    for (int i = 0; i < 7; i++)
        h->chapters[i] = (struct chapter){.id = SCENES[i][0], .title = {.easy = "Leap"}, .subtitle = {.easy = "Built for snow"}, .light = (float)i,
                                          .scenes = {SCENES[i], 2}};
    h->k.journey.chapters = (struct list){h->chapters, 7};
    h->k.view = (struct visit_view){.chapter_index = -1, .came_from = from, .visited = visited, .nvisited = n, .active_at = 10000};
    h->s = kit_scene(&h->k, "s");
    h->n = scene_node(h->s, "chapters");
    at(h, 10000);
}
static void close_home(struct home *h) {
    scene_free(h->s);
    kit_close(&h->k);
}

static void a_pressed_strip_leans_out(void **state) {
    struct home h;
    (void)state;
    open_home(&h, NULL, NULL, 0);
    pass(&h, 200);
    uint64_t rest = dlist_hash(&h.k.list);
    h.n->pressed = 2;
    pass(&h, 50);
    assert_true(strips(&h)->lean > .4f && strips(&h)->lean < .7f && h.k.e.wake <= h.now + 16);
    pass(&h, 50);
    assert_true(strips(&h)->lean == 1);
    int dim = 0, light = 0, left = roundf(1920 * 2 / 7.0f) - 8;
    for (int i = 0; i < h.k.list.n; i++) {
        const struct draw_cmd *c = &h.k.list.cmds[i];
        dim += c->kind == DRAW_FILL && (c->color & 255u) == 77;                       /* .3 of the night: .7 is left */
        light += c->kind == DRAW_FILL && (c->color & 255u) == 15 && c->clip.x == left;   /* 6 %, 8 px wider */
    }
    assert_int_equal(dim, 6);
    assert_int_equal(light, 1);              /* over its neighbours' edges */
    h.n->pressed = -1;
    pass(&h, 100);
    assert_true(strips(&h)->lean == 0 && dlist_hash(&h.k.list) == rest);
    close_home(&h);
}

static int steps(struct home *h) {
    const struct strips *st = strips(h);
    for (int i = 0; i < h->k.list.n; i++)
        for (int s = 0; s < 7; s++)
            for (int k = 0; k <= 2; k++)
                if (h->k.list.cmds[i].kind == DRAW_PICTURE && h->k.list.cmds[i].key == st->s[s].animal[k]) return k;
    return -1;
}

static void when_nobody_touches_it_walks_and_rests(void **state) {
    struct home h;
    (void)state;
    open_home(&h, NULL, NULL, 0);
    pass(&h, 1000);
    assert_int_equal(h.k.e.wake, 14000);
    assert_int_equal(steps(&h), 0);
    pass(&h, 3010);
    assert_int_equal(steps(&h), 1);
    pass(&h, 200);
    assert_int_equal(steps(&h), 2);
    pass(&h, 1200);
    assert_true(strips(&h)->glow > .9f);             /* half of the first pulse */
    pass(&h, 5000);
    assert_int_equal(steps(&h), 2);
    assert_true(strips(&h)->glow == 0);
    h.k.e.wake = INT64_MAX;
    at(&h, h.now + 10);
    assert_true(h.k.e.wake == INT64_MAX);            /* all rests */
    h.k.view.active_at = h.now;
    pass(&h, 6000);
    assert_int_equal(steps(&h), 2);                  /* it walks once, the mark glows again */
    assert_true(strips(&h)->glow > 0);
    close_home(&h);
}

static void reduced_motion_moves_nothing(void **state) {
    struct home h;
    (void)state;
    open_home(&h, NULL, NULL, 0);
    h.k.e.still = true;
    h.k.e.wake = INT64_MAX;
    pass(&h, 9000);
    assert_int_equal(steps(&h), 0);
    assert_true(h.k.e.wake == INT64_MAX);
    h.n->pressed = 1;
    pass(&h, 10);
    assert_true(strips(&h)->lean == 1);
    close_home(&h);
}

static int mark(struct home *h, int strip) {
    const struct strips *st = strips(h);
    for (int k = 0; k <= PAPER_PETALS; k++)
        for (int i = 0; i < h->k.list.n; i++)
            if (st->s[strip].mark[k] && h->k.list.cmds[i].key == st->s[strip].mark[k]) return k;
    return -1;
}

static void the_mark_of_a_visited_chapter_fills(void **state) {
    static const char *const seen[3] = {"b1", "b2", "c1"};
    struct home h;
    (void)state;
    open_home(&h, "b2", seen, 3);
    assert_int_equal(mark(&h, 1), 0);
    assert_int_equal(mark(&h, 2), 3);                /* half of it was seen: three petals of five, at once */
    pass(&h, 460);
    assert_int_equal(mark(&h, 1), 1);
    pass(&h, 250);
    assert_int_equal(mark(&h, 1), 3);
    pass(&h, 300);
    assert_int_equal(mark(&h, 1), PAPER_PETALS);
    assert_true(strips(&h)->s[0].suggested && strips(&h)->s[1].visited && !strips(&h)->s[2].visited);
    close_home(&h);
}

static void words_stand_in_one_line(void **state) {
    struct home h;
    (void)state;
    open_home(&h, NULL, NULL, 0);
    for (int k = 0; k < 3; k++) {
        h.k.e.text_scale = 1 + .5f * (float)k;
        h.k.e.relayout = true;
        at(&h, h.now + 10);
        for (int i = 0; i < 7; i++) {
            const struct strip *s = &strips(&h)->s[i];
            assert_int_equal(s->title.nlines, 1);
            assert_int_equal(s->subtitle.nlines, 1);
            assert_false(s->subtitle.overflow);
            assert_true(s->words_h == strips(&h)->s[0].words_h);
        }
    }
    close_home(&h);
}

/* Portrait: the small picture of a band stands where no words do. */
static void pictures_stand_beside_the_words(void **state) {
    struct home h;
    (void)state;
    open_home(&h, NULL, NULL, 0);
    layout_canvas(&h.k.e, 1080, 1920);
    for (int rtl = 0; rtl < 2; rtl++) {
        h.k.e.rtl = rtl;
        layout_scene(h.s, &h.k.e);
        assert_float_equal(strips(&h)->s[2].object_box[0].x, rtl ? 540 - 200 - 50 : 540 + 200 - 50, .1);
    }
    close_home(&h);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pressed_strip_leans_out), cmocka_unit_test(when_nobody_touches_it_walks_and_rests),
        cmocka_unit_test(reduced_motion_moves_nothing), cmocka_unit_test(the_mark_of_a_visited_chapter_fills),
        cmocka_unit_test(words_stand_in_one_line), cmocka_unit_test(pictures_stand_beside_the_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
