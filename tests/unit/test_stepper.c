/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stepper: steps by touch, by holding, by keys; stops at its ends; nothing is chosen before the first touch. */
#include "data_kit.h"

#define SCENE(start) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: own, value: 0, unit: m}\nelements:\n" \
    "- {kind: stepper, id: s, slot: controls, var: own, min: 0.3, max: 1.5, step: 0.1, start: " start ", decimals: 1, unit: m, label: How far, less: Less, more: More, none: None}\n"

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
}
static double own(struct kit *k) { return vars_num(&k->vars, "own", -1); }
static void touch(struct kit *k, struct scene *s, int item) {
    struct vec2 at = {0, 0};
    struct node *n = scene_node(s, "s");
    kit_tell(k, n, NODE_DOWN, item, at, at);
    kit_at(k, s, k->e.now + 60);
    kit_tell(k, n, NODE_UP, item, at, at);
    kit_tell(k, n, NODE_ACTIVATE, item, at, at);
    kit_at(k, s, k->e.now + 20);
}

static void steps_between_its_ends(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE("1"), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    const struct sem_item *less = kit_item(&k, "s/less"), *more = kit_item(&k, "s/more"), *value = kit_item(&k, "s/value");
    assert_true(less->hit.w >= 81 && less->hit.h >= 81 && less->focusable && more->focusable && value->focusable);
    assert_true(less->hit.x + less->hit.w <= value->box.x && value->box.x + value->box.w <= more->hit.x);
    assert_string_equal(value->value, "None");
    touch(&k, s, 0);
    assert_float_equal(own(&k), 1, 1e-6);                       /* the first touch, whichever, begins */
    for (int i = 0; i < 3; i++) touch(&k, s, 1);
    assert_float_equal(own(&k), 1.3, 1e-6);
    kit_at(&k, s, k.e.now + 20);
    assert_non_null(strstr(kit_item(&k, "s/value")->value, "1.3"));
    for (int i = 0; i < 5; i++) touch(&k, s, 1);
    assert_float_equal(own(&k), 1.5, 1e-6);
    kit_at(&k, s, k.e.now + 20);
    assert_true(kit_item(&k, "s/more")->state & SEM_DISABLED);
    for (int i = 0; i < 20; i++) touch(&k, s, 0);
    assert_float_equal(own(&k), .3, 1e-6);
    assert_true(k.e.wake == INT64_MAX);
    scene_free(s);
    kit_close(&k);
}

static void held_it_goes_on(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE("0.5"), f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "s");
    struct vec2 at = {0, 0};
    kit_at(&k, s, 1000);
    n->pressed = 1;
    kit_tell(&k, n, NODE_DOWN, 1, at, at);
    kit_at(&k, s, 1100);
    assert_float_equal(own(&k), 0, 0);
    for (int t = 1120; t <= 2000; t += 20) kit_at(&k, s, t);
    double held = own(&k);
    assert_true(held > .7 && held < 1.3);
    kit_tell(&k, n, NODE_UP, 1, at, at);
    kit_tell(&k, n, NODE_ACTIVATE, 1, at, at);
    kit_at(&k, s, 3000);
    assert_float_equal(own(&k), held, 1e-6);                    /* letting go is no step of its own */
    assert_true(k.e.wake == INT64_MAX);
    kit_tell(&k, n, NODE_DOWN, 1, at, at);
    kit_tell(&k, n, NODE_CANCEL, 1, at, at);
    kit_at(&k, s, 9000);
    assert_float_equal(own(&k), held, 1e-6);
    struct node_event key = {.kind = NODE_KEY, .item = 2, .finger = -1, .key = KEY_LEFT};
    n->kind->event(n, &k.e, &key, &k.fx);
    kit_apply(&k);
    assert_float_equal(own(&k), held - .1, 1e-6);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE("9"), f);
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "starts at 9"));
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_between_its_ends),
        cmocka_unit_test(held_it_goes_on),
        cmocka_unit_test(mistakes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
