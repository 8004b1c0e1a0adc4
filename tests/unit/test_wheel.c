/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The wheel: follows the finger along the rim and snaps, travels to tapped windows, has no end, steps by keys, plays acts. */
#include "stage.h"

#define STOP(id, more) "  - {id: " id ", label: Stop " id ", pieces: [{file: a.svg, at: [0, 60], width: 80" more "}]}\n"
#define HEAD_AT(x) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: stop, value: 0}\nelements:\n" \
    "- kind: wheel\n  id: w\n  at: [" x ", 420]\n  size: [1280, 1280]\n  var: stop\n  label: The wheel\n"
#define HEAD HEAD_AT("590")
#define STOPS "  stops:\n" STOP("a", "") STOP("b", ", x: [0.2, -20, 1, 0]") STOP("c", "") STOP("d", "") STOP("e", "") STOP("f", "") STOP("g", "")
#define SCENE HEAD STOPS

static const struct vec2 HUB = {1230, 1060};

static const struct stage_pack PACK = {.files = {{"assets/a.svg", KIT_SVG}}};
static double stop(struct stage *t) { return stage_var(t, "stop"); }
static struct vec2 on_rim(double degrees) {
    double a = degrees * 3.14159265 / 180;
    return (struct vec2){HUB.x + (float)(sin(a) * 600), HUB.y - (float)(cos(a) * 600)};
}

static void rim_follows_and_snaps(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    struct vec2 a = on_rim(40), slop = on_rim(40.8);
    stage_tell(&t, NODE_DOWN, 0, a, a);
    stage_tell(&t, NODE_MOVE, 0, a, slop);
    assert_float_equal(stop(&t), 0, 0);                       /* within the slop */
    for (int d = 38; d >= 10; d -= 4) stage_tell(&t, NODE_MOVE, 0, a, on_rim(d));
    assert_float_equal(stop(&t), 28. / 26, .01);              /* 26 degrees a stop, one to one */
    stage_at(&t, 1020);
    assert_string_equal(stage_item(&t, "w")->value, "Stop b");
    stage_tell(&t, NODE_UP, 0, a, on_rim(10));
    stage_pass(&t, 960);
    assert_float_equal(stop(&t), 1, 1e-6);
    stage_tell(&t, NODE_DOWN, 0, a, a);                       /* the other way, over the beginning */
    for (int d = 44; d <= 92; d += 4) stage_tell(&t, NODE_MOVE, 0, a, on_rim(d));
    assert_true(stop(&t) > -.5 && stop(&t) < 6.5);
    stage_tell(&t, NODE_CANCEL, 0, a, a);
    stage_pass(&t, 960);
    assert_float_equal(stop(&t), 6, 1e-6);
    stage_close(&t);
}

static void labels_stay_on_the_screen(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD_AT("1120") STOPS);             /* its neighbour's window is half beyond the edge */
    stage_pass(&t, 1120);
    const struct sem_item *near = stage_item(&t, "w/b");
    assert_non_null(near);
    assert_true(near->box.x + near->box.w <= 1910.5f && near->box.x > 1700);
    stage_close(&t);
}

static void windows_travel(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    const struct sem_item *near = stage_item(&t, "w/b"), *top = stage_item(&t, "w/a");
    assert_true(near && near->role == SEM_CHOICE && near->hit.w >= 81 && near->hit.h >= 81 && near->focusable);
    assert_true(top && top->state & SEM_SELECTED);
    assert_null(stage_item(&t, "w/d"));                       /* behind the front sheet: nothing to touch */
    stage_press(&t, near->item);
    stage_at(&t, 1016);
    stage_at(&t, 1316);
    assert_true(stop(&t) > .2 && stop(&t) < .8);
    stage_at(&t, 1640);
    assert_float_equal(stop(&t), 1, 1e-6);
    stage_press(&t, 7);                                       /* the short way: back over the beginning */
    stage_at(&t, 1650);
    stage_at(&t, 1900);
    assert_true(stop(&t) < 1);
    stage_pass(&t, 960);
    assert_float_equal(stop(&t), 6, 1e-6);
    struct vec2 right = on_rim(60), far = {1900, 300};
    stage_tell(&t, NODE_ACTIVATE, 0, right, right);           /* the rim: one on to that side */
    stage_pass(&t, 960);
    assert_float_equal(stop(&t), 0, 1e-6);
    stage_tell(&t, NODE_ACTIVATE, 0, far, far);               /* beside the wheel: nothing */
    stage_pass(&t, 960);
    assert_float_equal(stop(&t), 0, 1e-6);
    t.k.e.still = true;
    stage_press(&t, 3);
    assert_float_equal(stop(&t), 2, 1e-6);                    /* at once in reduced motion */
    stage_close(&t);
}

static void a_touch_that_stops_it_lets_it_go_on(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    struct vec2 at = {1230, 500};
    stage_tell(&t, NODE_ACTIVATE, 3, at, at);
    stage_at(&t, 1200);
    stage_tell(&t, NODE_DOWN, 1, at, at);
    stage_tell(&t, NODE_UP, 1, at, at);
    stage_pass(&t, 960);
    assert_float_equal(stop(&t), round(stop(&t)), 1e-6);      /* never between two stops */
    stage_close(&t);
}

/* A button that begins anew while it turns: it does not go on to where it was sent before. */
static void somebody_else_turns_it(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_press(&t, 3);
    stage_at(&t, 1016);
    stage_at(&t, 1216);
    assert_true(stop(&t) > 0 && stop(&t) < 2);
    stage_set(&t, "stop", 5);
    stage_pass(&t, 2000);
    assert_float_equal(stop(&t), 5, 0);
    stage_close(&t);
}

static void key(struct stage *t, enum ui_key key) {
    stage_key(t, 0, key);
    stage_pass(t, 960);
}
static void arrows_step(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    key(&t, KEY_RIGHT);
    assert_float_equal(stop(&t), 1, 1e-6);
    key(&t, KEY_DOWN);
    key(&t, KEY_LEFT);
    assert_float_equal(stop(&t), 6, 1e-6);
    stage_mirror(&t, true);
    stage_pass(&t, 16);
    key(&t, KEY_LEFT);
    assert_float_equal(stop(&t), 0, 1e-6);
    stage_close(&t);
}

static void acts_play_once_and_rest(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_at(&t, 1016);
    assert_true(stage_rests(&t));                             /* the first stop has no act */
    stage_set(&t, "stop", 1);
    stage_at(&t, 2000);
    assert_true(t.k.e.wake < INT64_MAX);
    uint64_t before = dlist_hash(&t.k.list);
    stage_at(&t, 2600);
    assert_true(dlist_hash(&t.k.list) != before);
    stage_at(&t, 3100);
    assert_true(stage_rests(&t));
    uint64_t after = dlist_hash(&t.k.list);
    stage_set(&t, "stop", 0);
    stage_at(&t, 3200);
    t.k.e.still = true;
    stage_set(&t, "stop", 1);
    stage_at(&t, 4000);
    assert_true(stage_rests(&t) && dlist_hash(&t.k.list) == after);    /* its end at once */
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {HEAD "  stops:\n" STOP("a", "") STOP("b", "") STOP("c", "") STOP("d", ""), "4 stops (give 5 to 12)"},
        {HEAD STOPS STOP("h", ", x: [1, 0, 0, 3]"), "does not ascend"},
        {HEAD STOPS STOP("h", ", alpha: [1, 0, 2]"), "odd count"},
        {HEAD STOPS "  - {id: h, label: H, moon: [1, 2], pieces: []}\n", "'moon' of stop 'h' has 2 numbers"},
    };
    STAGE_MISTAKES(&PACK, rows);
}

static void without_memory(void **state) {
    (void)state;
    stage_without_memory(&PACK, SCENE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rim_follows_and_snaps), cmocka_unit_test(labels_stay_on_the_screen), cmocka_unit_test(windows_travel),
        cmocka_unit_test(a_touch_that_stops_it_lets_it_go_on), cmocka_unit_test(somebody_else_turns_it),
        cmocka_unit_test(arrows_step), cmocka_unit_test(acts_play_once_and_rest), cmocka_unit_test(mistakes), cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
