/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipe: says where it lies, swims by tap and back, snaps, steps by keys, stays in its place when the screen turns. And
 * the part of a stage, whose children move together. */
#include "data_kit.h"
#include <scene/pipe_view.h>

#define GEO "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"home\",\"properties\":{}," \
    "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[128,40.5],[129.5,40.5],[129.5,41.5],[128,41.5],[128,40.5]]]}}]}"
#define SCENE(more) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: w, value: crossing}\n- {name: said, value: none}\nelements:\n" \
    "- kind: pipe\n  id: p\n  bleed: true\n  ranges: map/r.geojson\n  avoid: [" more "]\n  parallels: [36, 47]\n  centre: [130, 41]\n  span: 4\n" \
    "  start: [129.2, 42.9]\n  from: [129, 40.6]\n  to: [132, 40.6]\n  var: w\n  portrait: {centre: [131, 41]}\n  label: End\n  from-label: Old\n  to-label: New\n" \
    "  on-clear: [{set: {said: clear}}]\n  on-arrive: [{set: {said: there}}]\n"

static const char *where(struct kit *k) { return vars_get(&k->vars, "w").word; }
static struct vec2 end_of(struct kit *k) {
    const struct sem_item *it = kit_item(k, "p");
    assert_non_null(it);
    return (struct vec2){it->box.x + it->box.w / 2, it->box.y + it->box.h / 2};
}
static int settle(struct kit *k, struct scene *s, int frames) {
    int actions = 0;
    for (int i = 0; i < frames; i++) {
        k->e.now += 16;
        k->e.wake = INT64_MAX;
        kit_draw(k, s);
        for (int q = 0; q < k->fx.n; q++) actions += !k->fx.v[q].is_set;
        kit_apply(k);
    }
    return actions;
}
static struct scene *begin(struct kit *k, struct kit_file *f) {
    f[0] = (struct kit_file){"scenes/s.yaml", SCENE("home")};
    f[1] = (struct kit_file){"assets/map/r.geojson", GEO};
    kit_open(k, f, 2);
    struct scene *s = kit_scene(k, "s");
    settle(k, s, 3);
    return s;
}
static void end(struct kit *k, struct scene *s) {
    scene_free(s);
    kit_close(k);
}

static void drags_clear_and_snaps(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "p");
    const struct pipe_state *st = n->state;
    assert_string_equal(where(&k), "crossing");
    assert_true(k.e.wake == INT64_MAX);
    struct vec2 a = end_of(&k), to = st->face->to, b = {(a.x + to.x) / 2, a.y};
    kit_tell(&k, n, NODE_DOWN, PIPE_END, a, a);
    kit_tell(&k, n, NODE_MOVE, PIPE_END, a, (struct vec2){a.x + 8, a.y});
    assert_float_equal(pipe_at(node_props(n, &k.e), st->face, st->end).x, a.x, 1e-2);             /* within the slop */
    kit_tell(&k, n, NODE_MOVE, PIPE_END, a, b);
    assert_true(settle(&k, s, 1) == 1);                        /* first time clear */
    assert_string_equal(where(&k), "clear");
    assert_float_equal(end_of(&k).x, b.x, 1);
    assert_true(st->sag.x < 0);                                /* the tube follows late */
    kit_tell(&k, n, NODE_MOVE, PIPE_END, a, (struct vec2){a.x + 20, a.y});
    settle(&k, s, 1);
    assert_string_equal(where(&k), "crossing");
    kit_tell(&k, n, NODE_MOVE, PIPE_END, a, b);
    assert_int_equal(settle(&k, s, 1), 0);                     /* and never again */
    kit_tell(&k, n, NODE_MOVE, PIPE_END, a, (struct vec2){to.x - 80, to.y + 20});
    assert_int_equal(settle(&k, s, 1), 1);
    assert_string_equal(where(&k), "there");
    kit_tell(&k, n, NODE_UP, PIPE_END, a, to);
    settle(&k, s, 200);
    assert_float_equal(end_of(&k).x, to.x, .01);
    assert_true(k.e.wake == INT64_MAX);
    assert_int_equal(kit_item(&k, "p/goal")->hit.w, 0);
    end(&k, s);
}

static void tap_swims_there_and_back(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "p");
    const struct pipe_state *st = n->state;
    struct vec2 a = end_of(&k);
    kit_tell(&k, n, NODE_ACTIVATE, PIPE_GOAL, a, a);
    settle(&k, s, 44);
    assert_true(end_of(&k).y > a.y + 40);                      /* over the sea */
    int told = settle(&k, s, 160);
    assert_true(told >= 1);
    assert_string_equal(where(&k), "there");
    kit_tell(&k, n, NODE_ACTIVATE, PIPE_END, a, a);
    settle(&k, s, 40);
    kit_tell(&k, n, NODE_ACTIVATE, PIPE_END, a, a);            /* on its way back: there again */
    settle(&k, s, 160);
    assert_string_equal(where(&k), "there");
    k.e.still = true;
    kit_tell(&k, n, NODE_ACTIVATE, PIPE_END, a, a);
    settle(&k, s, 1);
    assert_string_equal(where(&k), "crossing");                /* reduced motion: at once */
    assert_float_equal(end_of(&k).x, st->face->from.x, .01);
    assert_true(settle(&k, s, 1) == 0 && k.e.wake == INT64_MAX);
    end(&k, s);
}

static void keys_turning_and_obeying(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "p");
    struct vec2 a = end_of(&k);
    struct node_event ev = {.kind = NODE_KEY, .key = KEY_RIGHT};
    n->kind->event(n, &k.e, &ev, &k.fx);
    settle(&k, s, 100);
    assert_float_equal(end_of(&k).x, a.x + 44, .1);
    float share = end_of(&k).x / k.e.w;
    struct vec2 place = ((const struct pipe_state *)n->state)->end;
    layout_canvas(&k.e, 3840, 2160);
    k.e.relayout = true;
    settle(&k, s, 2);
    assert_float_equal(end_of(&k).x / k.e.w, share, 1e-3);
    layout_canvas(&k.e, 1080, 1920);
    k.e.relayout = true;
    settle(&k, s, 2);
    struct vec2 now = ((const struct pipe_state *)n->state)->end;
    assert_float_equal(hypotf(now.x - place.x, now.y - place.y), 0, 1e-6);
    for (int i = 0; i < 400; i++) {                            /* it never leaves the picture */
        ev.key = i % 3 ? KEY_LEFT : KEY_DOWN;
        n->kind->event(n, &k.e, &ev, &k.fx);
        settle(&k, s, 1);
    }
    assert_true(end_of(&k).x >= 0 && end_of(&k).y <= k.e.h - 128);
    vars_set(&k.vars, "w", (struct value){.kind = VALUE_WORD, .word = "there"});
    settle(&k, s, 2);
    assert_float_equal(end_of(&k).x, ((const struct pipe_state *)n->state)->face->to.x, .01);
    end(&k, s);
}

static void wrong_shapes_are_said(void **state) {
    (void)state;
    struct kit_file f[] = {{"scenes/s.yaml", SCENE("hme")}, {"assets/map/r.geojson", GEO}};
    struct kit k;
    kit_open(&k, f, 2);
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "no area 'hme' in the file of 'ranges'"));
    kit_close(&k);
}

static void parts_move_together(void **state) {
    (void)state;
    struct kit_file f[] = {{"scenes/s.yaml", "format: 1\ntitle: T\ntemplate: stage\nvariables: [{name: d, value: 1}, {name: on, value: 1}]\nelements:\n"
                            "- kind: part\n  id: all\n  bleed: true\n  visible-if: {on: 1}\n  tracks: [{property: y, driver: d, keys: [0, 0, 1, 50]}]\n"
                            "  children:\n  - {kind: text, id: one, at: [100, 200], size: [400, 60], text: One}\n"}};
    struct kit k;
    kit_open(&k, f, 1);
    struct scene *s = kit_scene(&k, "s");
    settle(&k, s, 2);
    assert_float_equal(kit_item(&k, "one")->box.y, 250, 8);
    vars_set_num(&k.vars, "on", 0);
    settle(&k, s, 2);
    assert_null(kit_item(&k, "one"));
    end(&k, s);
}

static void starves(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    kit_starve(&k, s);
    end(&k, s);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(drags_clear_and_snaps), cmocka_unit_test(tap_swims_there_and_back),
                                       cmocka_unit_test(keys_turning_and_obeying), cmocka_unit_test(wrong_shapes_are_said),
                                       cmocka_unit_test(parts_move_together), cmocka_unit_test(starves)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
