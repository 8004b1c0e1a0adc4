/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slider: drags with slop, snaps, travels to tapped stops and names, steps by keys, is reachable and mirrored. */
#include "data_kit.h"

#define SCENE(more) "format: 1\ntitle: T\ntemplate: map\nvariables:\n- {name: stop, value: 0}\nelements:\n" \
    "- kind: slider\n  id: s\n  at: [200, 700]\n  size: [1200, 240]\n  var: stop\n  values: [0, 1, 2]\n" \
    "  labels: [{label: Then}, {label: Later}, {label: Now}]\n" more

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
}
static double stop(struct kit *k) { return vars_num(&k->vars, "stop", -1); }
static void settle(struct kit *k, struct scene *s) {
    for (int i = 0; i < 200; i++) kit_at(k, s, k->e.now + 16);
}
static struct vec2 knob(struct kit *k) {
    const struct sem_item *it = kit_item(k, "s");
    assert_non_null(it);
    return (struct vec2){it->box.x + it->box.w / 2, it->box.y + it->box.h / 2};
}

static void drag_follows_and_snaps(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE(""), f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "s");
    kit_at(&k, s, 1000);
    struct vec2 a = knob(&k), b = a;
    float way = 1200 - 180;    /* the rail's length */
    kit_tell(&k, n, NODE_DOWN, 0, a, a);
    b.x += 10;
    kit_tell(&k, n, NODE_MOVE, 0, a, b);
    kit_apply(&k);
    assert_float_equal(stop(&k), 0, 0);                    /* within the slop */
    b.x = a.x + 12 + way * .4f;
    kit_tell(&k, n, NODE_MOVE, 0, a, b);
    kit_apply(&k);
    assert_float_equal(stop(&k), .8, 1e-3);                /* in between while the finger is down */
    kit_at(&k, s, 1020);
    assert_float_equal(knob(&k).x, a.x + way * .4, 1);     /* one to one */
    assert_string_equal(kit_item(&k, "s")->value, "Later");
    kit_tell(&k, n, NODE_UP, 0, a, b);
    settle(&k, s);
    assert_float_equal(stop(&k), 1, 1e-6);
    assert_true(k.e.wake == INT64_MAX);
    b.x = 9000;
    kit_tell(&k, n, NODE_DOWN, 0, a, a);
    kit_tell(&k, n, NODE_MOVE, 0, a, b);
    kit_apply(&k);
    assert_float_equal(stop(&k), 2, 1e-6);                 /* never beyond the end */
    kit_tell(&k, n, NODE_CANCEL, 0, a, b);
    settle(&k, s);
    assert_float_equal(stop(&k), 2, 1e-6);
    scene_free(s);
    kit_close(&k);
}

static void taps_travel(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE(""), f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "s");
    kit_at(&k, s, 1000);
    for (int i = 1; i <= 3; i++) {
        char id[16] = "s/stop-1";
        id[7] = (char)('0' + i);
        const struct sem_item *it = kit_item(&k, id);
        assert_non_null(it);
        assert_true(it->hit.h >= 81 && it->hit.w >= 81 && it->item == i);
    }
    struct vec2 at = {0, 0}, end = {1380, 880};
    kit_tell(&k, n, NODE_ACTIVATE, 3, at, at);
    kit_at(&k, s, 1016);
    kit_at(&k, s, 1200);
    assert_true(stop(&k) > 0 && stop(&k) < 2);             /* on its way */
    settle(&k, s);
    assert_float_equal(stop(&k), 2, 1e-6);
    kit_tell(&k, n, NODE_ACTIVATE, 1, at, at);
    settle(&k, s);
    assert_float_equal(stop(&k), 0, 1e-6);
    kit_tell(&k, n, NODE_DOWN, 0, end, end);
    kit_tell(&k, n, NODE_UP, 0, end, end);
    kit_tell(&k, n, NODE_ACTIVATE, 0, end, end);           /* the rail itself */
    settle(&k, s);
    assert_float_equal(stop(&k), 2, 1e-6);
    k.e.still = true;
    kit_tell(&k, n, NODE_ACTIVATE, 1, at, at);
    kit_apply(&k);
    assert_float_equal(stop(&k), 0, 1e-6);                 /* at once in reduced motion */
    scene_free(s);
    kit_close(&k);
}

static void key(struct kit *k, struct scene *s, enum ui_key key) {
    struct node *n = scene_node(s, "s");
    struct node_event ev = {.kind = NODE_KEY, .item = 0, .finger = -1, .key = key};
    n->kind->event(n, &k->e, &ev, &k->fx);
    settle(k, s);
}
static void arrows_step(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE(""), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    key(&k, s, KEY_RIGHT);
    assert_float_equal(stop(&k), 1, 1e-6);
    key(&k, s, KEY_RIGHT);
    key(&k, s, KEY_RIGHT);
    assert_float_equal(stop(&k), 2, 1e-6);
    key(&k, s, KEY_DOWN);
    assert_float_equal(stop(&k), 1, 1e-6);
    k.e.rtl = true;
    k.e.relayout = true;
    kit_at(&k, s, k.e.now + 16);
    float x = knob(&k).x;
    key(&k, s, KEY_LEFT);                                  /* left is forward where one reads to the left */
    assert_float_equal(stop(&k), 2, 1e-6);
    assert_true(knob(&k).x < x);
    scene_free(s);
    kit_close(&k);
}

static void name_from_its_ends(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE(""), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    const struct sem_item *it = kit_item(&k, "s");
    assert_int_equal(it->role, SEM_SLIDER);
    assert_non_null(strstr(it->label, "Then"));
    assert_non_null(strstr(it->label, "Now"));
    assert_true(it->hit.h >= 81 && it->drags && it->focusable);
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *scene, *says; } rows[] = {
        {SCENE("  portrait: {values: [0, 2, 1]}\n"), "do not ascend"},
        {SCENE("  portrait: {values: [0]}\n"), "1 values"},
        {SCENE("  portrait: {labels: [{label: One}]}\n"), "1 labels"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kit_file f[1];
        struct kit k;
        open_scene(&k, rows[i].scene, f);
        assert_null(scene_load(&k.deps, "s", &k.d));
        if (!strstr(kit_lines(&k), rows[i].says)) fail_msg("row %zu: %s", i, kit_lines(&k));
        kit_close(&k);
    }
}

static void without_memory(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE(""), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drag_follows_and_snaps), cmocka_unit_test(taps_travel), cmocka_unit_test(arrows_step),
        cmocka_unit_test(name_from_its_ends),     cmocka_unit_test(mistakes),    cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
