/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card about a spot: opens by its condition, rises, pages where words are long, closes at a touch; its leaf opens sources.
 * The rosette that belongs to it has a disc and a tail. */
#include "stage.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: spot, value: 0}\nelements:\n"
#define CARD(text, more) "- {kind: callout, id: c, at: [1200, 600], size: [500, 260], open-if: {spot: 1}, point: [700, 500], title: Legs, " \
    "close: Close, press: [{set: {spot: 0}}], large-at: [800, 200], large-size: [900, 700], text: \"" text "\"" more "}\n"
#define LONG "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " \
    "nineteen twenty and so on until the place is full."

static void facts(struct kit *k) { kit_fact(k, "legs", 7, "cm", "about", "confirmed"); }
static const struct stage_pack PACK = {.prepare = facts};

static void opens_rises_and_rests(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD CARD("They are long.", ""));
    assert_int_equal(t.k.list.n, 0);
    assert_true(stage_rests(&t));
    stage_set(&t, "spot", 1);
    stage_at(&t, 1016);
    float low = stage_item(&t, "c/title") ? stage_item(&t, "c/title")->box.y : 0;
    stage_at(&t, 1100);
    assert_true(t.k.e.wake <= 1116);
    stage_at(&t, 1400);
    assert_true(stage_rests(&t));
    assert_true(stage_item(&t, "c/title")->box.y < low);
    const struct sem_item *card = stage_item(&t, "c");
    assert_string_equal(card->label, "Close");
    assert_true(card->hit.w == 500 && card->hit.h >= 81 && card->hit.h < 260 && card->hit.y == 600);    /* no higher than its words */
    assert_null(stage_item(&t, "c/source"));
    t.k.e.still = true;
    stage_set(&t, "spot", 0);
    stage_at(&t, 1416);
    stage_set(&t, "spot", 1);
    stage_at(&t, 1432);
    assert_true(stage_rests(&t) && stage_item(&t, "c")->box.y == 600);    /* there at once */
    stage_close(&t);
}

static void pages_then_closes(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, HEAD CARD(LONG, ", facts: [legs], source-label: Sources"));
    stage_set(&t, "spot", 1);
    stage_at(&t, 1000);
    stage_at(&t, 2000);
    assert_non_null(stage_item(&t, "c/page"));
    assert_true(stage_item(&t, "c")->hit.h <= 260.5f);
    struct vec2 at = {0, 0};
    int touches = 0;
    for (; touches < 9 && stage_var(&t, "spot") == 1; touches++) {
        kit_tell(&t.k, t.n, NODE_ACTIVATE, 0, at, at);
        for (int i = 0; i < t.k.fx.n; i++)                      /* what the app does with `set` */
            if (!t.k.fx.v[i].is_set && t.k.fx.v[i].action->kind == ACT_SET) stage_set(&t, "spot", 0);
        t.k.fx.n = 0;
        stage_at(&t, t.k.e.now + 100);
    }
    assert_in_range(touches, 2, 8);
    stage_set(&t, "spot", 1);
    stage_at(&t, 5000);
    stage_at(&t, 5400);
    assert_non_null(strstr(stage_item(&t, "c/page")->label, "1/"));    /* it opens at its first page */
    const struct sem_item *leaf = stage_item(&t, "c/source");
    assert_true(leaf->hit.w >= 61 && leaf->hit.h >= 61);
    assert_true(sem_hit(&t.k.sem, (struct vec2){leaf->hit.x + 30, leaf->hit.y + 30}) == (int)(leaf - t.k.sem.v));
    kit_tell(&t.k, t.n, NODE_ACTIVATE, 1, at, at);
    assert_int_equal(t.k.fx.n, 1);
    assert_int_equal(t.k.fx.v[0].action->kind, ACT_SOURCES);
    stage_close(&t);
}

static void large_words_have_their_own_place(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, HEAD CARD("They are long.", ""));
    t.k.e.text_scale = 2;
    stage_set(&t, "spot", 1);
    stage_at(&t, 1000);
    stage_at(&t, 2000);
    const struct sem_item *card = stage_item(&t, "c");
    assert_true(card->box.x == 800 && card->box.y == 200 && card->box.w == 900);
    stage_close(&t);
}

static void two_languages_have_their_own_size(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD CARD(LONG, ", pair-size: [700, 460]"));
    stage_set(&t, "spot", 1);
    stage_at(&t, 1100);
    stage_at(&t, 2000);
    assert_true(stage_item(&t, "c")->box.w == 500 && stage_item(&t, "c")->box.h <= 260);
    stage_pair(&t);
    stage_at(&t, 2020);
    assert_true(stage_item(&t, "c")->box.w == 700 && stage_item(&t, "c")->box.h > 260);
    assert_int_equal(stage_item(&t, "c/title")->para->nlines, 1);                        /* behind each other, where they fit */
    assert_true(stage_item(&t, "c/title")->para->both);
    stage_close(&t);
}

static void leaf_needs_a_name(void **state) {
    (void)state;
    stage_refused(&PACK, HEAD CARD("A", ", facts: [legs]"), "'facts' but no 'source-label'");
}

static void rosette_with_disc_and_tail(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD "- {kind: hotspot, id: r, at: [600, 400], r: 30, disc: spruce-950, tail: [-150, 120], alt: Eyes, "
        "press: [{set: {spot: 1}}], selected-if: {spot: 1}}\n");
    struct ibox plain = t.k.list.cmds[0].box;
    uint64_t key = t.k.list.cmds[0].key;
    assert_true(plain.y + plain.h >= 430 + 120);               /* the tail is part of the picture */
    assert_float_equal(stage_item(&t, "r")->hit.w, 112, .1);   /* but nothing to touch */
    stage_set(&t, "spot", 1);
    stage_at(&t, 1016);
    assert_true(t.k.list.cmds[0].key != key);
    assert_true(stage_item(&t, "r")->state & SEM_SELECTED);
    stage_mirror(&t, true);
    stage_at(&t, 1032);
    struct ibox turned = t.k.list.cmds[0].box;
    assert_int_equal(turned.x, 1920 - plain.x - plain.w);      /* mirrored with the stage */
    stage_close(&t);
}

static void survives_without_memory(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, HEAD CARD(LONG, ", facts: [legs], source-label: Sources"));
    stage_set(&t, "spot", 1);
    stage_starve(&t);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_rises_and_rests), cmocka_unit_test(pages_then_closes), cmocka_unit_test(large_words_have_their_own_place),
        cmocka_unit_test(two_languages_have_their_own_size), cmocka_unit_test(leaf_needs_a_name), cmocka_unit_test(rosette_with_disc_and_tail), cmocka_unit_test(survives_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
