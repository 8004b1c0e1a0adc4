/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lift: follows the finger on its knob and on the thing itself, comes to one of its ends, says so once; taps, keys, rest. */
#include "stage.h"

#define BEGINS(depth) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: depth, value: " depth "}\n- {name: downs, value: none}\nelements:\n" \
    "- kind: lift\n  id: l\n  at: [1700, 400]\n  size: [124, 424]\n  var: depth\n  label: Push\n  top: up\n  foot: down\n" \
    "  thing: [0, 500, 1000, 100]\n  way: 200\n  on-foot: [{set: {downs: foot}}]\n  on-top: [{set: {downs: top}}]\n"
#define SCENE BEGINS("0")

static double depth(struct stage *t) { return stage_var(t, "depth"); }
/* How many actions were pushed. */
static int tell(struct stage *t, enum node_event_kind kind, int item, float y) {
    return stage_tell(t, kind, item, (struct vec2){500, 500}, (struct vec2){500, y});
}

static void finger_pushes(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    stage_at(&t, 1016);
    tell(&t, NODE_DOWN, 0, 500);
    tell(&t, NODE_MOVE, 0, 510);
    assert_float_equal(depth(&t), 0, 0);                       /* within the slop */
    tell(&t, NODE_MOVE, 0, 500 + 12 + 30);
    assert_float_equal(depth(&t), .1, 1e-4);                   /* the rail is 300 long */
    tell(&t, NODE_UP, 0, 542);
    assert_int_equal(stage_pass(&t, 3200), 0);
    assert_float_equal(depth(&t), 0, 0);                       /* not far enough: back again */
    tell(&t, NODE_DOWN, 1, 500);
    tell(&t, NODE_MOVE, 1, 500 + 12 + 120);
    assert_float_equal(depth(&t), .6, 1e-4);                   /* the thing sinks 200 */
    tell(&t, NODE_UP, 1, 632);
    assert_int_equal(stage_pass(&t, 3200), 1);
    assert_float_equal(depth(&t), 1, 0);
    assert_true(stage_rests(&t));
    assert_string_equal(stage_item(&t, "l")->value, "down");
    assert_float_equal(stage_item(&t, "l/thing")->hit.y, 700, 1e-3);
    assert_int_equal(tell(&t, NODE_DOWN, 0, 500), 0);
    assert_int_equal(tell(&t, NODE_MOVE, 0, 900), 0);          /* it is there already: not told again */
    tell(&t, NODE_CANCEL, 0, 900);
    stage_pass(&t, 3200);
    assert_float_equal(depth(&t), 1, 0);
    stage_close(&t);
}

static void taps_and_keys(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    stage_at(&t, 1016);
    tell(&t, NODE_ACTIVATE, 0, 500);
    assert_int_equal(stage_pass(&t, 3200), 1);
    assert_float_equal(depth(&t), 1, 0);
    tell(&t, NODE_ACTIVATE, 1, 500);
    assert_int_equal(stage_pass(&t, 3200), 1);
    assert_float_equal(depth(&t), 0, 0);
    stage_key(&t, 0, KEY_DOWN);
    stage_pass(&t, 3200);
    assert_float_equal(depth(&t), .2, 1e-4);
    t.k.e.still = true;
    assert_int_equal(tell(&t, NODE_ACTIVATE, 0, 500), 1);      /* reduced motion: at once */
    assert_float_equal(depth(&t), 1, 0);
    assert_false(stage_item(&t, "l/thing")->focusable);
    stage_close(&t);
}

static void a_finger_stops_it_and_lets_it_go_on(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    tell(&t, NODE_ACTIVATE, 0, 500);
    stage_pass(&t, 240);
    tell(&t, NODE_DOWN, 0, 500);
    tell(&t, NODE_MOVE, 0, 504);
    double held = depth(&t);
    assert_true(held > 0 && held < 1);
    stage_pass(&t, 1000);
    assert_float_equal(depth(&t), held, 0);                    /* it waits under the finger */
    tell(&t, NODE_UP, 0, 504);
    stage_pass(&t, 3200);
    assert_true(depth(&t) == 0 || depth(&t) == 1);             /* and never rests between its ends */
    tell(&t, NODE_ACTIVATE, 0, 500);
    double from = depth(&t);
    stage_pass(&t, 100);
    tell(&t, NODE_ACTIVATE, 0, 500);                           /* on its way: back again */
    stage_pass(&t, 3200);
    assert_float_equal(depth(&t), from, 0);
    stage_close(&t);
}

static void what_is_down_is_not_told_again(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, BEGINS("1"));
    tell(&t, NODE_DOWN, 0, 500);
    assert_int_equal(tell(&t, NODE_MOVE, 0, 900), 0);
    assert_int_equal(tell(&t, NODE_MOVE, 0, 0), 1);            /* the other end is */
    tell(&t, NODE_UP, 0, 0);
    stage_pass(&t, 3200);
    stage_key(&t, 0, KEY_RIGHT);                               /* onward is down, where one has no other keys */
    stage_pass(&t, 3200);
    assert_float_equal(depth(&t), .2, 1e-4);
    stage_key(&t, 0, KEY_LEFT);
    stage_pass(&t, 3200);
    assert_float_equal(depth(&t), 0, 1e-4);
    stage_close(&t);
}

/* A button that begins anew: on its way it stops where it was put, and from there the foot is told again. */
static void somebody_else_lifts_it(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    stage_press(&t, 0);
    assert_int_equal(stage_pass(&t, 3200), 1);
    stage_set(&t, "depth", 0);
    assert_int_equal(stage_pass(&t, 200), 0);
    stage_press(&t, 0);
    stage_pass(&t, 400);
    assert_true(depth(&t) > 0 && depth(&t) < 1);
    stage_set(&t, "depth", 0);
    assert_int_equal(stage_pass(&t, 3200), 0);
    assert_float_equal(depth(&t), 0, 0);
    stage_press(&t, 0);
    assert_int_equal(stage_pass(&t, 3200), 1);
    assert_float_equal(depth(&t), 1, 0);
    stage_close(&t);
}

static void wrong_keys_are_said(void **state) {
    (void)state;
    static const char bad[] = "format: 1\ntitle: T\ntemplate: stage\nvariables: [{name: d, value: 0}]\nelements:\n"
        "- {kind: lift, id: l, at: [0, 0], size: [124, 400], var: d, label: L, top: u, foot: d, icon: lwer, thing: [1, 2]}\n";
    static const struct mistake rows[] = {{bad, "'thing' has 2 numbers"}, {bad, "no icon 'lwer' (did you mean 'lower'?)"}};
    STAGE_MISTAKES(NULL, rows);
}

static void starves(void **state) {
    (void)state;
    stage_without_memory(NULL, SCENE);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(finger_pushes), cmocka_unit_test(taps_and_keys), cmocka_unit_test(a_finger_stops_it_and_lets_it_go_on),
                                       cmocka_unit_test(what_is_down_is_not_told_again), cmocka_unit_test(somebody_else_lifts_it),
                                       cmocka_unit_test(wrong_keys_are_said), cmocka_unit_test(starves)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
