/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipe: says where it lies, swims by tap and back, snaps, steps by keys, stays in its place when the screen turns. And
 * the part of a stage, whose children move together. */
#include "stage.h"
#include <scene/pipe_view.h>

#define GEO "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"home\",\"properties\":{}," \
    "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[128,40.5],[129.5,40.5],[129.5,41.5],[128,41.5],[128,40.5]]]}}]}"
#define SCENE(more) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: w, value: crossing}\n- {name: said, value: none}\nelements:\n" \
    "- kind: pipe\n  id: p\n  bleed: true\n  ranges: map/r.geojson\n  avoid: [" more "]\n  parallels: [36, 47]\n  centre: [130, 41]\n  span: 4\n" \
    "  start: [129.2, 42.9]\n  from: [129, 40.6]\n  to: [132, 40.6]\n  var: w\n  portrait: {centre: [131, 41]}\n  label: End\n  from-label: Old\n  to-label: New\n" \
    "  on-clear: [{set: {said: clear}}]\n  on-arrive: [{set: {said: there}}]\n"

static const char *where(struct stage *t) { return stage_word(t, "w"); }
static struct vec2 end_of(struct stage *t) { return stage_middle(t, "p"); }
static const struct stage_pack PACK = {.files = {{"assets/map/r.geojson", GEO}}};
static void begin(struct stage *t) {
    stage_open(t, &PACK, SCENE("home"));
    stage_pass(t, 40);
}

static void drags_clear_and_snaps(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    const struct pipe_state *st = t.n->state;
    assert_string_equal(where(&t), "crossing");
    assert_true(stage_rests(&t));
    struct vec2 a = end_of(&t), to = st->face->to, b = {(a.x + to.x) / 2, a.y};
    stage_tell(&t, NODE_DOWN, PIPE_END, a, a);
    stage_tell(&t, NODE_MOVE, PIPE_END, a, (struct vec2){a.x + 8, a.y});
    assert_float_equal(pipe_at(node_props(t.n, &t.k.e), st->face, st->end).x, a.x, 1e-2);    /* within the slop */
    stage_tell(&t, NODE_MOVE, PIPE_END, a, b);
    assert_true(stage_pass(&t, 20) == 1);                      /* first time clear */
    assert_string_equal(where(&t), "clear");
    assert_float_equal(end_of(&t).x, b.x, 1);
    assert_true(st->sag.x < 0);                                /* the tube follows late */
    stage_tell(&t, NODE_MOVE, PIPE_END, a, (struct vec2){a.x + 20, a.y});
    stage_pass(&t, 20);
    assert_string_equal(where(&t), "crossing");
    stage_tell(&t, NODE_MOVE, PIPE_END, a, b);
    assert_int_equal(stage_pass(&t, 20), 0);                   /* and never again */
    stage_tell(&t, NODE_MOVE, PIPE_END, a, (struct vec2){to.x - 80, to.y + 20});
    assert_int_equal(stage_pass(&t, 20), 1);
    assert_string_equal(where(&t), "there");
    stage_tell(&t, NODE_UP, PIPE_END, a, to);
    stage_pass(&t, 4000);
    assert_float_equal(end_of(&t).x, to.x, .01);
    assert_true(stage_rests(&t));
    assert_int_equal(stage_item(&t, "p/goal")->hit.w, 0);
    stage_close(&t);
}

static void tap_swims_there_and_back(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    const struct pipe_state *st = t.n->state;
    struct vec2 a = end_of(&t);
    stage_tell(&t, NODE_ACTIVATE, PIPE_GOAL, a, a);
    stage_pass(&t, 880);
    assert_true(end_of(&t).y > a.y + 40);                      /* over the sea */
    int told = stage_pass(&t, 3200);
    assert_true(told >= 1);
    assert_string_equal(where(&t), "there");
    stage_tell(&t, NODE_ACTIVATE, PIPE_END, a, a);
    stage_pass(&t, 800);
    stage_tell(&t, NODE_ACTIVATE, PIPE_END, a, a);             /* on its way back: there again */
    stage_pass(&t, 3200);
    assert_string_equal(where(&t), "there");
    t.k.e.still = true;
    stage_tell(&t, NODE_ACTIVATE, PIPE_END, a, a);
    stage_pass(&t, 20);
    assert_string_equal(where(&t), "crossing");                /* reduced motion: at once */
    assert_float_equal(end_of(&t).x, st->face->from.x, .01);
    assert_true(stage_pass(&t, 20) == 0 && stage_rests(&t));
    stage_close(&t);
}

static void keys_turning_and_obeying(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    struct vec2 a = end_of(&t);
    stage_key(&t, PIPE_END, KEY_RIGHT);
    stage_pass(&t, 2000);
    assert_float_equal(end_of(&t).x, a.x + 44, .1);
    float share = end_of(&t).x / t.k.e.w;
    struct vec2 place = ((const struct pipe_state *)t.n->state)->end;
    stage_resize(&t, 3840, 2160);
    stage_pass(&t, 40);
    assert_float_equal(end_of(&t).x / t.k.e.w, share, 1e-3);
    stage_resize(&t, 1080, 1920);
    stage_pass(&t, 40);
    struct vec2 now = ((const struct pipe_state *)t.n->state)->end;
    assert_float_equal(hypotf(now.x - place.x, now.y - place.y), 0, 1e-6);
    for (int i = 0; i < 400; i++) {                            /* it never leaves the picture */
        stage_key(&t, PIPE_END, i % 3 ? KEY_LEFT : KEY_DOWN);
        stage_pass(&t, 20);
    }
    assert_true(end_of(&t).x >= 0 && end_of(&t).y <= t.k.e.h - 128);
    stage_say(&t, "w", "there");
    stage_pass(&t, 40);
    assert_float_equal(end_of(&t).x, ((const struct pipe_state *)t.n->state)->face->to.x, .01);
    stage_close(&t);
}

static void wrong_shapes_are_said(void **state) {
    (void)state;
    stage_refused(&PACK, SCENE("hme"), "no area 'hme' in the file of 'ranges'");
}

static void parts_move_together(void **state) {
    (void)state;
    static const char scene[] = "format: 1\ntitle: T\ntemplate: stage\nvariables: [{name: d, value: 1}, {name: on, value: 1}]\nelements:\n"
        "- kind: part\n  id: all\n  bleed: true\n  visible-if: {on: 1}\n  tracks: [{property: y, driver: d, keys: [0, 0, 1, 50]}]\n"
        "  children:\n  - {kind: text, id: one, at: [100, 200], size: [400, 60], text: One}\n";
    struct stage t;
    stage_load(&t, NULL, scene);
    stage_pass(&t, 40);
    assert_float_equal(stage_item(&t, "one")->box.y, 250, 8);
    stage_set(&t, "on", 0);
    stage_pass(&t, 40);
    assert_null(stage_item(&t, "one"));
    stage_close(&t);
}

static void starves(void **state) {
    (void)state;
    stage_without_memory(&PACK, SCENE("home"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(drags_clear_and_snaps), cmocka_unit_test(tap_swims_there_and_back),
                                       cmocka_unit_test(keys_turning_and_obeying), cmocka_unit_test(wrong_shapes_are_said),
                                       cmocka_unit_test(parts_move_together), cmocka_unit_test(starves)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
