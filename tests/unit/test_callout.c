/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card about a spot: opens by its condition, rises, pages where words are long, closes at a touch; its leaf opens sources.
 * The rosette that belongs to it has a disc and a tail. */
#include "data_kit.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: spot, value: 0}\nelements:\n"
#define CARD(text, more) "- {kind: callout, id: c, at: [1200, 600], size: [500, 260], open-if: {spot: 1}, point: [700, 500], title: Legs, " \
    "close: Close, press: [{set: {spot: 0}}], large-at: [800, 200], large-size: [900, 700], text: \"" text "\"" more "}\n"
#define LONG "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " \
    "nineteen twenty and so on until the place is full."

static struct scene *open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
    kit_fact(k, "legs", 7, "cm", "about", "confirmed");
    return kit_scene(k, "s");
}
static void shut(struct kit *k, struct scene *s) {
    scene_free(s);
    kit_close(k);
}

static void opens_rises_and_rests(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD CARD("They are long.", ""), f);
    kit_at(&k, s, 1000);
    assert_int_equal(k.list.n, 0);
    assert_true(k.e.wake == INT64_MAX);
    vars_set_num(&k.vars, "spot", 1);
    kit_at(&k, s, 1016);
    float low = kit_item(&k, "c/title") ? kit_item(&k, "c/title")->box.y : 0;
    kit_at(&k, s, 1100);
    assert_true(k.e.wake <= 1116);
    kit_at(&k, s, 1400);
    assert_true(k.e.wake == INT64_MAX);
    assert_true(kit_item(&k, "c/title")->box.y < low);
    const struct sem_item *card = kit_item(&k, "c");
    assert_string_equal(card->label, "Close");
    assert_true(card->hit.w == 500 && card->hit.h >= 81 && card->hit.h < 260 && card->hit.y == 600);   /* no higher than its words */
    assert_null(kit_item(&k, "c/source"));
    k.e.still = true;
    vars_set_num(&k.vars, "spot", 0);
    kit_at(&k, s, 1416);
    vars_set_num(&k.vars, "spot", 1);
    kit_at(&k, s, 1432);
    assert_true(k.e.wake == INT64_MAX && kit_item(&k, "c")->box.y == 600);      /* there at once */
    shut(&k, s);
}

static void pages_then_closes(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD CARD(LONG, ", facts: [legs], source-label: Sources"), f);
    struct node *n = scene_node(s, "c");
    struct vec2 at = {0, 0};
    vars_set_num(&k.vars, "spot", 1);
    kit_at(&k, s, 1000);
    kit_at(&k, s, 2000);
    assert_non_null(kit_item(&k, "c/page"));
    assert_true(kit_item(&k, "c")->hit.h <= 260.5f);
    int touches = 0;
    for (; touches < 9 && vars_num(&k.vars, "spot", -1) == 1; touches++) {
        kit_tell(&k, n, NODE_ACTIVATE, 0, at, at);
        for (int i = 0; i < k.fx.n; i++)                      /* what the app does with `set` */
            if (!k.fx.v[i].is_set && k.fx.v[i].action->kind == ACT_SET) vars_set_num(&k.vars, "spot", 0);
        k.fx.n = 0;
        kit_at(&k, s, k.e.now + 100);
    }
    assert_in_range(touches, 2, 8);
    vars_set_num(&k.vars, "spot", 1);
    kit_at(&k, s, 5000);
    kit_at(&k, s, 5400);
    assert_non_null(strstr(kit_item(&k, "c/page")->label, "1/"));               /* it opens at its first page */
    const struct sem_item *leaf = kit_item(&k, "c/source");
    assert_true(leaf->hit.w >= 61 && leaf->hit.h >= 61);
    assert_true(sem_hit(&k.sem, (struct vec2){leaf->hit.x + 30, leaf->hit.y + 30}) == (int)(leaf - k.sem.v));
    kit_tell(&k, n, NODE_ACTIVATE, 1, at, at);
    assert_int_equal(k.fx.n, 1);
    assert_int_equal(k.fx.v[0].action->kind, ACT_SOURCES);
    shut(&k, s);
}

static void large_words_have_their_own_place(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD CARD("They are long.", ""), f);
    k.e.text_scale = 2;
    vars_set_num(&k.vars, "spot", 1);
    kit_at(&k, s, 1000);
    kit_at(&k, s, 2000);
    const struct sem_item *card = kit_item(&k, "c");
    assert_true(card->box.x == 800 && card->box.y == 200 && card->box.w == 900);
    shut(&k, s);
}

static void leaf_needs_a_name(void **state) {
    (void)state;
    struct kit_file f[1] = {{"scenes/s.yaml", HEAD CARD("A", ", facts: [legs]")}};
    struct kit k;
    kit_open(&k, f, 1);
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "'facts' but no 'source-label'"));
    kit_close(&k);
}

static void rosette_with_disc_and_tail(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD "- {kind: hotspot, id: r, at: [600, 400], r: 30, disc: spruce-950, tail: [-150, 120], alt: Eyes, "
                                          "press: [{set: {spot: 1}}], selected-if: {spot: 1}}\n", f);
    kit_at(&k, s, 1000);
    struct ibox plain = k.list.cmds[0].box;
    uint64_t key = k.list.cmds[0].key;
    assert_true(plain.y + plain.h >= 430 + 120);               /* the tail is part of the picture */
    assert_float_equal(kit_item(&k, "r")->hit.w, 112, .1);     /* but nothing to touch */
    vars_set_num(&k.vars, "spot", 1);
    kit_at(&k, s, 1016);
    assert_true(k.list.cmds[0].key != key);
    assert_true(kit_item(&k, "r")->state & SEM_SELECTED);
    k.e.rtl = true;
    k.e.relayout = true;
    kit_at(&k, s, 1032);
    struct ibox turned = k.list.cmds[0].box;
    assert_int_equal(turned.x, 1920 - plain.x - plain.w);      /* mirrored with the stage */
    shut(&k, s);
}

static void survives_without_memory(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD CARD(LONG, ", facts: [legs], source-label: Sources"), f);
    vars_set_num(&k.vars, "spot", 1);
    kit_starve(&k, s);
    shut(&k, s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_rises_and_rests), cmocka_unit_test(pages_then_closes), cmocka_unit_test(large_words_have_their_own_place),
        cmocka_unit_test(leaf_needs_a_name), cmocka_unit_test(rosette_with_disc_and_tail), cmocka_unit_test(survives_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
