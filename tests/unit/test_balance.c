/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The balance: a range of weight is level anywhere within it, weights go on and off by tap, drag and key, and the beam rests. */
#include "stage.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: load, value: 0}\n- {name: count, value: 0}\n- {name: pack, value: 5, unit: kg}\n" \
    "- {name: sum, value: 0, unit: kg}\n- {name: state, value: none}\n- {name: like, value: none}\nelements:\n- kind: balance\n  id: b\n  at: [0, 0]\n" \
    "  size: [1920, 1080]\n  load: load\n  count: count\n  each: pack\n  sum: sum\n  state: state\n  like: like\n  max: 12\n  file: a.svg\n" \
    "  pivot: [620, 380]\n  stock: [1200, 850]\n  ground: 842\n  label: Balance\n  add-label: Add\n  take-label: Take\n  loads:\n"
#define LOADS "  - {id: she, label: She, file: a.svg, fact: she-low, to: she-high}\n  - {id: he, label: He, file: a.svg, fact: he-low, to: he-high}\n" \
    "  - {id: you, label: You, file: a.svg}\n"
#define SCENE HEAD LOADS

static void facts(struct kit *k) {
    kit_fact(k, "she-low", 25, "kg", NULL, "confirmed");
    kit_fact(k, "she-high", 40, "kg", NULL, "confirmed");
    kit_fact(k, "he-low", 50, "kg", NULL, "confirmed");
    kit_fact(k, "he-high", 55, "kg", NULL, "confirmed");
}
static const struct stage_pack PACK = {.files = {{"assets/a.svg", KIT_SVG}}, .prepare = facts};
/* The beam has come to rest. */
static void begin(struct stage *t) {
    stage_open(t, &PACK, SCENE);
    stage_pass(t, 2560);
}
static void press(struct stage *t, const char *item) {
    const struct sem_item *it = stage_item(t, item);
    assert_non_null(it);
    stage_press(t, it->item);
    stage_pass(t, 2560);
}
static float load_y(struct stage *t) { return stage_item(t, "b/load")->box.y; }

static void level_within_the_range(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    float down = load_y(&t);
    assert_string_equal(stage_word(&t, "state"), "light");
    assert_string_equal(stage_word(&t, "like"), "less");
    assert_null(stage_item(&t, "b/take"));                    /* nothing to take yet */
    assert_true(stage_item(&t, "b/add")->hit.w >= 81);
    for (int i = 0; i < 5; i++) press(&t, "b/add");
    assert_float_equal(stage_var(&t, "count"), 5, 0);
    assert_float_equal(stage_var(&t, "sum"), 25, 0);
    assert_string_equal(stage_word(&t, "state"), "level");    /* the least that is reported */
    float level = load_y(&t);
    assert_true(level < down - 20);
    for (int i = 0; i < 3; i++) press(&t, "b/add");
    assert_string_equal(stage_word(&t, "state"), "level");    /* the most */
    assert_float_equal(load_y(&t), level, .5f);
    press(&t, "b/add");
    assert_string_equal(stage_word(&t, "state"), "heavy");
    assert_true(load_y(&t) < level - 5);
    assert_string_equal(stage_word(&t, "like"), "between");
    press(&t, "b/take");
    assert_string_equal(stage_word(&t, "state"), "level");
    assert_true(stage_rests(&t));
    stage_set(&t, "load", 1);
    stage_pass(&t, 2560);
    assert_string_equal(stage_word(&t, "state"), "light");
    stage_set(&t, "load", 2);                                 /* nobody knows: as heavy as the visitor says */
    stage_pass(&t, 2560);
    assert_string_equal(stage_word(&t, "state"), "own");
    assert_string_equal(stage_word(&t, "like"), "she");
    assert_float_equal(load_y(&t), level, .5f);
    stage_close(&t);
}

static void weights_are_carried(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    struct vec2 stock = {1200, 800}, board = {920, 640}, snow = {1500, 900};
    int add = stage_item(&t, "b/add")->item;
    stage_tell(&t, NODE_DOWN, add, stock, stock);
    stage_tell(&t, NODE_MOVE, add, stock, snow);
    stage_tell(&t, NODE_UP, add, stock, snow);                /* beside the board: it goes back */
    stage_pass(&t, 2560);
    assert_float_equal(stage_var(&t, "count"), 0, 0);
    stage_tell(&t, NODE_DOWN, add, stock, stock);
    stage_tell(&t, NODE_MOVE, add, stock, board);
    stage_tell(&t, NODE_CANCEL, add, stock, board);           /* the hand was taken away */
    assert_float_equal(stage_var(&t, "count"), 0, 0);
    stage_tell(&t, NODE_DOWN, add, stock, stock);
    stage_tell(&t, NODE_MOVE, add, stock, board);
    stage_tell(&t, NODE_UP, add, stock, board);
    stage_pass(&t, 2560);
    assert_float_equal(stage_var(&t, "count"), 1, 0);
    int take = stage_item(&t, "b/take")->item;
    stage_tell(&t, NODE_DOWN, take, board, board);
    stage_tell(&t, NODE_MOVE, take, board, snow);
    stage_tell(&t, NODE_UP, take, board, snow);
    stage_pass(&t, 2560);
    assert_float_equal(stage_var(&t, "count"), 0, 0);
    assert_true(stage_rests(&t));
    stage_close(&t);
}

static void keys_and_limits(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    t.k.e.still = true;
    for (int i = 0; i < 20; i++) {
        stage_key(&t, 0, KEY_UP);
        stage_pass(&t, 16);
    }
    assert_float_equal(stage_var(&t, "count"), 12, 0);        /* no more than the author allows */
    assert_null(stage_item(&t, "b/add"));
    stage_pass(&t, 16);
    assert_true(stage_rests(&t));                             /* at once in reduced motion */
    for (int i = 0; i < 20; i++) {
        stage_key(&t, 0, KEY_DOWN);
        stage_pass(&t, 16);
    }
    assert_float_equal(stage_var(&t, "count"), 0, 0);
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    stage_refused(&PACK, HEAD "  - {id: she, label: She, file: a.svg, fact: she-high, to: she-low}\n", "load 'she' has no weight from 40 to 25");
}

static void without_memory(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    stage_set(&t, "count", 9);
    stage_starve(&t);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(level_within_the_range), cmocka_unit_test(weights_are_carried),
                                       cmocka_unit_test(keys_and_limits), cmocka_unit_test(mistakes), cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
