/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lift: follows the finger on its knob and on the thing itself, comes to one of its ends, says so once; taps, keys, rest. */
#include "data_kit.h"

#define SCENE "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: depth, value: 0}\n- {name: downs, value: none}\nelements:\n" \
    "- kind: lift\n  id: l\n  at: [1700, 400]\n  size: [124, 424]\n  var: depth\n  label: Push\n  top: up\n  foot: down\n" \
    "  thing: [0, 500, 1000, 100]\n  way: 200\n  on-foot: [{set: {downs: foot}}]\n  on-top: [{set: {downs: top}}]\n"

static double depth(struct kit *k) { return vars_num(&k->vars, "depth", -1); }
/* How many actions were pushed; sets take place. */
static int tell(struct kit *k, struct node *n, enum node_event_kind kind, int item, float y) {
    int actions = 0;
    kit_tell(k, n, kind, item, (struct vec2){500, 500}, (struct vec2){500, y});
    for (int i = 0; i < k->fx.n; i++) actions += !k->fx.v[i].is_set;
    kit_apply(k);
    return actions;
}
static int settle(struct kit *k, struct scene *s) {
    int actions = 0;
    for (int i = 0; i < 200; i++) {
        k->e.now += 16;
        k->e.wake = INT64_MAX;
        kit_draw(k, s);
        for (int q = 0; q < k->fx.n; q++) actions += !k->fx.v[q].is_set;
        kit_apply(k);
    }
    return actions;
}
static struct scene *begin(struct kit *k, struct kit_file *f) {
    f[0] = (struct kit_file){"scenes/s.yaml", SCENE};
    kit_open(k, f, 1);
    struct scene *s = kit_scene(k, "s");
    kit_at(k, s, 1000);
    kit_at(k, s, 1016);
    return s;
}
static void end(struct kit *k, struct scene *s) {
    scene_free(s);
    kit_close(k);
}

static void finger_pushes(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "l");
    tell(&k, n, NODE_DOWN, 0, 500);
    tell(&k, n, NODE_MOVE, 0, 510);
    assert_float_equal(depth(&k), 0, 0);                       /* within the slop */
    tell(&k, n, NODE_MOVE, 0, 500 + 12 + 30);
    assert_float_equal(depth(&k), .1, 1e-4);                   /* the rail is 300 long */
    tell(&k, n, NODE_UP, 0, 542);
    assert_int_equal(settle(&k, s), 0);
    assert_float_equal(depth(&k), 0, 0);                       /* not far enough: back again */
    tell(&k, n, NODE_DOWN, 1, 500);
    tell(&k, n, NODE_MOVE, 1, 500 + 12 + 120);
    assert_float_equal(depth(&k), .6, 1e-4);                   /* the thing sinks 200 */
    tell(&k, n, NODE_UP, 1, 632);
    assert_int_equal(settle(&k, s), 1);
    assert_float_equal(depth(&k), 1, 0);
    assert_true(k.e.wake == INT64_MAX);
    assert_string_equal(kit_item(&k, "l")->value, "down");
    assert_float_equal(kit_item(&k, "l/thing")->hit.y, 700, 1e-3);
    assert_int_equal(tell(&k, n, NODE_DOWN, 0, 500), 0);
    assert_int_equal(tell(&k, n, NODE_MOVE, 0, 900), 0);       /* it is there already: not told again */
    tell(&k, n, NODE_CANCEL, 0, 900);
    settle(&k, s);
    assert_float_equal(depth(&k), 1, 0);
    end(&k, s);
}

static void taps_and_keys(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "l");
    tell(&k, n, NODE_ACTIVATE, 0, 500);
    assert_int_equal(settle(&k, s), 1);
    assert_float_equal(depth(&k), 1, 0);
    tell(&k, n, NODE_ACTIVATE, 1, 500);
    assert_int_equal(settle(&k, s), 1);
    assert_float_equal(depth(&k), 0, 0);
    struct node_event down = {.kind = NODE_KEY, .key = KEY_DOWN};
    n->kind->event(n, &k.e, &down, &k.fx);
    settle(&k, s);
    assert_float_equal(depth(&k), .2, 1e-4);
    k.e.still = true;
    assert_int_equal(tell(&k, n, NODE_ACTIVATE, 0, 500), 1);   /* reduced motion: at once */
    assert_float_equal(depth(&k), 1, 0);
    assert_false(kit_item(&k, "l/thing")->focusable);
    end(&k, s);
}

static void wrong_keys_are_said(void **state) {
    (void)state;
    struct kit_file f[] = {{"scenes/s.yaml", "format: 1\ntitle: T\ntemplate: stage\nvariables: [{name: d, value: 0}]\nelements:\n"
                            "- {kind: lift, id: l, at: [0, 0], size: [124, 400], var: d, label: L, top: u, foot: d, icon: lwer, thing: [1, 2]}\n"}};
    struct kit k;
    kit_open(&k, f, 1);
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "'thing' has 2 numbers"));
    assert_non_null(strstr(kit_lines(&k), "unknown icon 'lwer' (did you mean 'lower'?)"));
    kit_close(&k);
}

static void starves(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = begin(&k, f);
    kit_starve(&k, s);
    end(&k, s);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(finger_pushes), cmocka_unit_test(taps_and_keys),
                                       cmocka_unit_test(wrong_keys_are_said), cmocka_unit_test(starves)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
