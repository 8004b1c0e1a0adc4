/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The wheel: follows the finger along the rim and snaps, travels to tapped windows, has no end, steps by keys, plays acts. */
#include "data_kit.h"

#define STOP(id, more) "  - {id: " id ", label: Stop " id ", pieces: [{file: a.svg, at: [0, 60], width: 80" more "}]}\n"
#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: stop, value: 0}\nelements:\n" \
    "- kind: wheel\n  id: w\n  at: [590, 420]\n  size: [1280, 1280]\n  var: stop\n  label: The wheel\n"
#define STOPS "  stops:\n" STOP("a", "") STOP("b", ", x: [0.2, -20, 1, 0]") STOP("c", "") STOP("d", "") STOP("e", "") STOP("f", "") STOP("g", "")
#define SCENE HEAD STOPS

static const struct vec2 HUB = {1230, 1060};

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    v[1] = (struct kit_file){"assets/a.svg", KIT_SVG};
    kit_open(k, v, 2);
}
static double stop(struct kit *k) { return vars_num(&k->vars, "stop", -9); }
static void settle(struct kit *k, struct scene *s) {
    for (int i = 0; i < 60; i++) kit_at(k, s, k->e.now + 16);
}
static struct vec2 on_rim(double degrees) {
    double a = degrees * 3.14159265 / 180;
    return (struct vec2){HUB.x + (float)(sin(a) * 600), HUB.y - (float)(cos(a) * 600)};
}

static void rim_follows_and_snaps(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    open_scene(&k, SCENE, f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "w");
    kit_at(&k, s, 1000);
    struct vec2 a = on_rim(40), slop = on_rim(40.8);
    kit_tell(&k, n, NODE_DOWN, 0, a, a);
    kit_tell(&k, n, NODE_MOVE, 0, a, slop);
    kit_apply(&k);
    assert_float_equal(stop(&k), 0, 0);                       /* within the slop */
    for (int d = 38; d >= 10; d -= 4) kit_tell(&k, n, NODE_MOVE, 0, a, on_rim(d));
    kit_apply(&k);
    assert_float_equal(stop(&k), 28. / 26, .01);              /* 26 degrees a stop, one to one */
    kit_at(&k, s, 1020);
    assert_string_equal(kit_item(&k, "w")->value, "Stop b");
    kit_tell(&k, n, NODE_UP, 0, a, on_rim(10));
    settle(&k, s);
    assert_float_equal(stop(&k), 1, 1e-6);
    kit_tell(&k, n, NODE_DOWN, 0, a, a);                      /* the other way, over the beginning */
    for (int d = 44; d <= 92; d += 4) kit_tell(&k, n, NODE_MOVE, 0, a, on_rim(d));
    kit_apply(&k);
    assert_true(stop(&k) > -.5 && stop(&k) < 6.5);
    kit_tell(&k, n, NODE_CANCEL, 0, a, a);
    settle(&k, s);
    assert_float_equal(stop(&k), 6, 1e-6);
    scene_free(s);
    kit_close(&k);
}

static void windows_travel(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    open_scene(&k, SCENE, f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "w");
    struct vec2 at = {0, 0};
    kit_at(&k, s, 1000);
    const struct sem_item *near = kit_item(&k, "w/b"), *top = kit_item(&k, "w/a");
    assert_true(near && near->role == SEM_CHOICE && near->hit.w >= 81 && near->hit.h >= 81 && near->focusable);
    assert_true(top && top->state & SEM_SELECTED);
    assert_null(kit_item(&k, "w/d"));                         /* behind the front sheet: nothing to touch */
    kit_tell(&k, n, NODE_ACTIVATE, near->item, at, at);
    kit_at(&k, s, 1016);
    kit_at(&k, s, 1316);
    assert_true(stop(&k) > .2 && stop(&k) < .8);
    kit_at(&k, s, 1640);
    assert_float_equal(stop(&k), 1, 1e-6);
    kit_tell(&k, n, NODE_ACTIVATE, 7, at, at);                /* the short way: back over the beginning */
    kit_at(&k, s, 1650);
    kit_at(&k, s, 1900);
    assert_true(stop(&k) < 1);
    settle(&k, s);
    assert_float_equal(stop(&k), 6, 1e-6);
    struct vec2 right = on_rim(60), far = {1900, 300};
    kit_tell(&k, n, NODE_ACTIVATE, 0, right, right);          /* the rim: one on to that side */
    settle(&k, s);
    assert_float_equal(stop(&k), 0, 1e-6);
    kit_tell(&k, n, NODE_ACTIVATE, 0, far, far);              /* beside the wheel: nothing */
    settle(&k, s);
    assert_float_equal(stop(&k), 0, 1e-6);
    k.e.still = true;
    kit_tell(&k, n, NODE_ACTIVATE, 3, at, at);
    kit_apply(&k);
    assert_float_equal(stop(&k), 2, 1e-6);                    /* at once in reduced motion */
    scene_free(s);
    kit_close(&k);
}

static void a_touch_that_stops_it_lets_it_go_on(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    open_scene(&k, SCENE, f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "w");
    struct vec2 at = {1230, 500};
    kit_at(&k, s, 1000);
    kit_tell(&k, n, NODE_ACTIVATE, 3, at, at);
    kit_at(&k, s, 1200);
    kit_tell(&k, n, NODE_DOWN, 1, at, at);
    kit_tell(&k, n, NODE_UP, 1, at, at);
    settle(&k, s);
    assert_float_equal(stop(&k), round(stop(&k)), 1e-6);      /* never between two stops */
    scene_free(s);
    kit_close(&k);
}

static void key(struct kit *k, struct scene *s, enum ui_key key) {
    struct node *n = scene_node(s, "w");
    struct node_event ev = {.kind = NODE_KEY, .item = 0, .finger = -1, .key = key};
    n->kind->event(n, &k->e, &ev, &k->fx);
    settle(k, s);
}
static void arrows_step(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    open_scene(&k, SCENE, f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    key(&k, s, KEY_RIGHT);
    assert_float_equal(stop(&k), 1, 1e-6);
    key(&k, s, KEY_DOWN);
    key(&k, s, KEY_LEFT);
    assert_float_equal(stop(&k), 6, 1e-6);
    k.e.rtl = true;
    k.e.relayout = true;
    kit_at(&k, s, k.e.now + 16);
    key(&k, s, KEY_LEFT);
    assert_float_equal(stop(&k), 0, 1e-6);
    scene_free(s);
    kit_close(&k);
}

static void acts_play_once_and_rest(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    open_scene(&k, SCENE, f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    kit_at(&k, s, 1016);
    assert_true(k.e.wake == INT64_MAX);                       /* the first stop has no act */
    vars_set_num(&k.vars, "stop", 1);
    kit_at(&k, s, 2000);
    assert_true(k.e.wake < INT64_MAX);
    uint64_t before = dlist_hash(&k.list);
    kit_at(&k, s, 2600);
    assert_true(dlist_hash(&k.list) != before);
    kit_at(&k, s, 3100);
    assert_true(k.e.wake == INT64_MAX);
    uint64_t after = dlist_hash(&k.list);
    vars_set_num(&k.vars, "stop", 0);
    kit_at(&k, s, 3200);
    k.e.still = true;
    vars_set_num(&k.vars, "stop", 1);
    kit_at(&k, s, 4000);
    assert_true(k.e.wake == INT64_MAX && dlist_hash(&k.list) == after);    /* its end at once */
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *scene, *says; } rows[] = {
        {HEAD "  stops:\n" STOP("a", "") STOP("b", "") STOP("c", "") STOP("d", ""), "4 stops (give 5 to 12)"},
        {HEAD STOPS STOP("h", ", x: [1, 0, 0, 3]"), "does not ascend"},
        {HEAD STOPS STOP("h", ", alpha: [1, 0, 2]"), "odd count"},
        {HEAD STOPS "  - {id: h, label: H, moon: [1, 2], pieces: []}\n", "'moon' of stop 'h' has 2 numbers"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kit_file f[2];
        struct kit k;
        open_scene(&k, rows[i].scene, f);
        assert_null(scene_load(&k.deps, "s", &k.d));
        if (!strstr(kit_lines(&k), rows[i].says)) fail_msg("row %zu: %s", i, kit_lines(&k));
        kit_close(&k);
    }
}

static void without_memory(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    open_scene(&k, SCENE, f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rim_follows_and_snaps), cmocka_unit_test(windows_travel), cmocka_unit_test(a_touch_that_stops_it_lets_it_go_on),
        cmocka_unit_test(arrows_step), cmocka_unit_test(acts_play_once_and_rest), cmocka_unit_test(mistakes), cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
