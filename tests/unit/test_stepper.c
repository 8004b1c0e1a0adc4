/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stepper: steps by touch, by holding, by keys; stops at its ends; nothing is chosen before the first touch. */
#include "stage.h"

#define SCENE(start) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: own, value: 0, unit: m}\nelements:\n" \
    "- {kind: stepper, id: s, slot: controls, var: own, min: 0.3, max: 1.5, step: 0.1, start: " start ", decimals: 1, unit: m, label: How far, less: Less, more: More, none: None}\n"

static double own(struct stage *t) { return stage_var(t, "own"); }
static void touch(struct stage *t, int item) {
    struct vec2 at = {0, 0};
    stage_tell(t, NODE_DOWN, item, at, at);
    stage_at(t, t->k.e.now + 60);
    stage_tell(t, NODE_UP, item, at, at);
    stage_press(t, item);
    stage_pass(t, 20);
}

static void steps_between_its_ends(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE("1"));
    const struct sem_item *less = stage_item(&t, "s/less"), *more = stage_item(&t, "s/more"), *value = stage_item(&t, "s/value");
    assert_true(less->hit.w >= 81 && less->hit.h >= 81 && less->focusable && more->focusable && value->focusable);
    assert_true(less->hit.x + less->hit.w <= value->box.x && value->box.x + value->box.w <= more->hit.x);
    assert_string_equal(value->value, "None");
    touch(&t, 0);
    assert_float_equal(own(&t), 1, 1e-6);                       /* the first touch, whichever, begins */
    for (int i = 0; i < 3; i++) touch(&t, 1);
    assert_float_equal(own(&t), 1.3, 1e-6);
    stage_pass(&t, 20);
    assert_non_null(strstr(stage_item(&t, "s/value")->value, "1.3"));
    for (int i = 0; i < 5; i++) touch(&t, 1);
    assert_float_equal(own(&t), 1.5, 1e-6);
    stage_pass(&t, 20);
    assert_true(stage_item(&t, "s/more")->state & SEM_DISABLED);
    for (int i = 0; i < 20; i++) touch(&t, 0);
    assert_float_equal(own(&t), .3, 1e-6);
    assert_true(stage_rests(&t));
    stage_close(&t);
}

static void held_it_goes_on(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE("0.5"));
    struct vec2 at = {0, 0};
    t.n->pressed = 1;
    stage_tell(&t, NODE_DOWN, 1, at, at);
    stage_at(&t, 1100);
    assert_float_equal(own(&t), 0, 0);
    stage_pass(&t, 900);
    double held = own(&t);
    assert_true(held > .7 && held < 1.3);
    stage_tell(&t, NODE_UP, 1, at, at);
    stage_press(&t, 1);
    stage_at(&t, 3000);
    assert_float_equal(own(&t), held, 1e-6);                    /* letting go is no step of its own */
    assert_true(stage_rests(&t));
    stage_tell(&t, NODE_DOWN, 1, at, at);
    stage_tell(&t, NODE_CANCEL, 1, at, at);
    stage_at(&t, 9000);
    assert_float_equal(own(&t), held, 1e-6);
    stage_key(&t, 2, KEY_LEFT);
    assert_float_equal(own(&t), held - .1, 1e-6);
    stage_starve(&t);
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    stage_refused(NULL, SCENE("9"), "starts at 9");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_between_its_ends),
        cmocka_unit_test(held_it_goes_on),
        cmocka_unit_test(mistakes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
