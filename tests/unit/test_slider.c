/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slider: drags with slop, snaps, travels to tapped stops and names, steps by keys, is reachable and mirrored. */
#include "stage.h"

#define SCENE(more) "format: 1\ntitle: T\ntemplate: map\nvariables:\n- {name: stop, value: 0}\nelements:\n" \
    "- kind: slider\n  id: s\n  at: [200, 700]\n  size: [1200, 240]\n  var: stop\n  values: [0, 1, 2]\n" \
    "  labels: [{label: Then}, {label: Later}, {label: Now}]\n" more

static double stop(struct stage *t) { return stage_var(t, "stop"); }
static struct vec2 knob(struct stage *t) { return stage_middle(t, "s"); }

static void drag_follows_and_snaps(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE(""));
    struct vec2 a = knob(&t), b = a;
    float way = 1200 - 180;                                /* the rail's length */
    stage_tell(&t, NODE_DOWN, 0, a, a);
    b.x += 10;
    stage_tell(&t, NODE_MOVE, 0, a, b);
    assert_float_equal(stop(&t), 0, 0);                    /* within the slop */
    b.x = a.x + 12 + way * .4f;
    stage_tell(&t, NODE_MOVE, 0, a, b);
    assert_float_equal(stop(&t), .8, 1e-3);                /* in between while the finger is down */
    stage_at(&t, 1020);
    assert_float_equal(knob(&t).x, a.x + way * .4, 1);     /* one to one */
    assert_string_equal(stage_item(&t, "s")->value, "Later");
    stage_tell(&t, NODE_UP, 0, a, b);
    stage_pass(&t, 3200);
    assert_float_equal(stop(&t), 1, 1e-6);
    assert_true(stage_rests(&t));
    b.x = 9000;
    stage_tell(&t, NODE_DOWN, 0, a, a);
    stage_tell(&t, NODE_MOVE, 0, a, b);
    assert_float_equal(stop(&t), 2, 1e-6);                 /* never beyond the end */
    stage_tell(&t, NODE_CANCEL, 0, a, b);
    stage_pass(&t, 3200);
    assert_float_equal(stop(&t), 2, 1e-6);
    stage_close(&t);
}

static void taps_travel(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE(""));
    for (int i = 1; i <= 3; i++) {
        char id[16] = "s/stop-1";
        id[7] = (char)('0' + i);
        const struct sem_item *it = stage_item(&t, id);
        assert_non_null(it);
        assert_true(it->hit.h >= 81 && it->hit.w >= 81 && it->item == i);
    }
    struct vec2 end = {1380, 880};
    stage_press(&t, 3);
    stage_at(&t, 1016);
    stage_at(&t, 1200);
    assert_true(stop(&t) > 0 && stop(&t) < 2);             /* on its way */
    stage_pass(&t, 3200);
    assert_float_equal(stop(&t), 2, 1e-6);
    stage_press(&t, 1);
    stage_pass(&t, 3200);
    assert_float_equal(stop(&t), 0, 1e-6);
    stage_tap(&t, 0, end);                                 /* the rail itself */
    stage_pass(&t, 3200);
    assert_float_equal(stop(&t), 2, 1e-6);
    t.k.e.still = true;
    stage_press(&t, 1);
    assert_float_equal(stop(&t), 0, 1e-6);                 /* at once in reduced motion */
    stage_close(&t);
}

/* A button that begins anew while the knob is on its way: the knob does not go on to where it was sent before. */
static void somebody_else_moves_it(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE(""));
    stage_press(&t, 3);
    stage_at(&t, 1016);
    stage_at(&t, 1300);
    assert_true(stop(&t) > 0 && stop(&t) < 2);
    stage_set(&t, "stop", 0);
    stage_pass(&t, 3200);
    assert_float_equal(stop(&t), 0, 0);
    assert_true(stage_rests(&t));
    stage_press(&t, 2);                                    /* and it can be sent again */
    stage_pass(&t, 3200);
    assert_float_equal(stop(&t), 1, 1e-6);
    stage_close(&t);
}

/* A finger stops the knob on its way and lifts beside the slider, or is taken away: it rests on a stop all the same. */
static void stopped_on_its_way(void **state) {
    (void)state;
    static const enum node_event_kind ENDS[] = {NODE_UP, NODE_CANCEL};
    for (int i = 0; i < 2; i++) {
        struct stage t;
        stage_open(&t, NULL, SCENE(""));
        stage_press(&t, 3);
        stage_at(&t, 1016);
        stage_at(&t, 1250);
        struct vec2 at = knob(&t), away = {at.x, at.y + 300};
        double between = stop(&t);
        assert_true(between > .05 && between < 1.95);
        stage_tell(&t, NODE_DOWN, 0, at, at);
        stage_pass(&t, 200);
        assert_float_equal(stop(&t), between, 1e-6);       /* it stands while it is held */
        stage_tell(&t, NODE_MOVE, 0, at, away);
        stage_tell(&t, ENDS[i], 0, at, away);
        stage_pass(&t, 3200);
        assert_float_equal(stop(&t), round(between), 1e-6);
        stage_close(&t);
    }
}

static void key(struct stage *t, enum ui_key key) {
    stage_key(t, 0, key);
    stage_pass(t, 3200);
}
static void arrows_step(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE(""));
    key(&t, KEY_RIGHT);
    assert_float_equal(stop(&t), 1, 1e-6);
    key(&t, KEY_RIGHT);
    key(&t, KEY_RIGHT);
    assert_float_equal(stop(&t), 2, 1e-6);
    key(&t, KEY_DOWN);
    assert_float_equal(stop(&t), 1, 1e-6);
    stage_mirror(&t, true);
    stage_pass(&t, 16);
    float x = knob(&t).x;
    key(&t, KEY_LEFT);                                     /* left is forward where one reads to the left */
    assert_float_equal(stop(&t), 2, 1e-6);
    assert_true(knob(&t).x < x);
    stage_close(&t);
}

static void name_from_its_ends(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE(""));
    const struct sem_item *it = stage_item(&t, "s");
    assert_int_equal(it->role, SEM_SLIDER);
    assert_non_null(strstr(it->label, "Then"));
    assert_non_null(strstr(it->label, "Now"));
    assert_true(it->hit.h >= 81 && it->drags && it->focusable);
    stage_close(&t);
}

/* A long name of the first or last stop stays within the slider, whole. */
static void long_names_stay_within(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, "format: 1\ntitle: T\ntemplate: map\nvariables:\n- {name: stop, value: 0}\nelements:\n"
               "- kind: slider\n  id: s\n  at: [200, 700]\n  size: [1200, 240]\n  var: stop\n  values: [0, 1, 2]\n"
               "  labels: [{label: A long time ago}, {label: B}, {label: In this our time}]\n");
    struct box first = stage_item(&t, "s/stop-1")->box, last = stage_item(&t, "s/stop-3")->box;
    assert_true(first.w > 240 && last.w > 240);              /* wider than the room around the stops */
    assert_true(first.x >= 199 && last.x + last.w <= 1401);
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {SCENE("  portrait: {values: [0, 2, 1]}\n"), "do not ascend"},
        {SCENE("  portrait: {values: [0]}\n"), "1 values"},
        {SCENE("  portrait: {labels: [{label: One}]}\n"), "1 labels"},
    };
    STAGE_MISTAKES(NULL, rows);
}

static void without_memory(void **state) {
    (void)state;
    stage_without_memory(NULL, SCENE(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drag_follows_and_snaps), cmocka_unit_test(taps_travel), cmocka_unit_test(somebody_else_moves_it),
        cmocka_unit_test(stopped_on_its_way), cmocka_unit_test(arrows_step), cmocka_unit_test(name_from_its_ends),
        cmocka_unit_test(long_names_stay_within), cmocka_unit_test(mistakes), cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
