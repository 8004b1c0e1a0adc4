/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The balance: a range of weight is level anywhere within it, weights go on and off by tap, drag and key, and the beam rests. */
#include "data_kit.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: load, value: 0}\n- {name: count, value: 0}\n- {name: pack, value: 5, unit: kg}\n" \
    "- {name: sum, value: 0, unit: kg}\n- {name: state, value: none}\n- {name: like, value: none}\nelements:\n- kind: balance\n  id: b\n  at: [0, 0]\n" \
    "  size: [1920, 1080]\n  load: load\n  count: count\n  each: pack\n  sum: sum\n  state: state\n  like: like\n  max: 12\n  file: a.svg\n" \
    "  pivot: [620, 380]\n  stock: [1200, 850]\n  ground: 842\n  label: Balance\n  add-label: Add\n  take-label: Take\n  loads:\n"
#define LOADS "  - {id: she, label: She, file: a.svg, fact: she-low, to: she-high}\n  - {id: he, label: He, file: a.svg, fact: he-low, to: he-high}\n" \
    "  - {id: you, label: You, file: a.svg}\n"
#define SCENE HEAD LOADS

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    v[1] = (struct kit_file){"assets/a.svg", KIT_SVG};
    kit_open(k, v, 2);
    kit_fact(k, "she-low", 25, "kg", NULL, "confirmed");
    kit_fact(k, "she-high", 40, "kg", NULL, "confirmed");
    kit_fact(k, "he-low", 50, "kg", NULL, "confirmed");
    kit_fact(k, "he-high", 55, "kg", NULL, "confirmed");
}
static double num(struct kit *k, const char *name) { return vars_num(&k->vars, name, -9); }
static const char *word(struct kit *k, const char *name) { return vars_get(&k->vars, name).word; }
static void settle(struct kit *k, struct scene *s) {
    for (int i = 0; i < 160; i++) kit_at(k, s, k->e.now + 16);
}
static struct scene *begin(struct kit *k, struct kit_file *f) {
    open_scene(k, SCENE, f);
    struct scene *s = kit_scene(k, "s");
    kit_at(k, s, 1000);
    settle(k, s);
    return s;
}
static void press(struct kit *k, struct scene *s, const char *item) {
    struct vec2 at = {0, 0};
    const struct sem_item *it = kit_item(k, item);
    assert_non_null(it);
    kit_tell(k, scene_node(s, "b"), NODE_ACTIVATE, it->item, at, at);
    kit_apply(k);
    settle(k, s);
}
static float load_y(struct kit *k) { return kit_item(k, "b/load")->box.y; }

static void level_within_the_range(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    float down = load_y(&k);
    assert_string_equal(word(&k, "state"), "light");
    assert_string_equal(word(&k, "like"), "less");
    assert_null(kit_item(&k, "b/take"));                      /* nothing to take yet */
    assert_true(kit_item(&k, "b/add")->hit.w >= 81);
    for (int i = 0; i < 5; i++) press(&k, s, "b/add");
    assert_float_equal(num(&k, "count"), 5, 0);
    assert_float_equal(num(&k, "sum"), 25, 0);
    assert_string_equal(word(&k, "state"), "level");          /* the least that is reported */
    float level = load_y(&k);
    assert_true(level < down - 20);
    for (int i = 0; i < 3; i++) press(&k, s, "b/add");
    assert_string_equal(word(&k, "state"), "level");          /* the most */
    assert_float_equal(load_y(&k), level, .5f);
    press(&k, s, "b/add");
    assert_string_equal(word(&k, "state"), "heavy");
    assert_true(load_y(&k) < level - 5);
    assert_string_equal(word(&k, "like"), "between");
    press(&k, s, "b/take");
    assert_string_equal(word(&k, "state"), "level");
    assert_true(k.e.wake == INT64_MAX);
    vars_set_num(&k.vars, "load", 1);
    settle(&k, s);
    assert_string_equal(word(&k, "state"), "light");
    vars_set_num(&k.vars, "load", 2);                         /* nobody knows: as heavy as the visitor says */
    settle(&k, s);
    assert_string_equal(word(&k, "state"), "own");
    assert_string_equal(word(&k, "like"), "she");
    assert_float_equal(load_y(&k), level, .5f);
    scene_free(s);
    kit_close(&k);
}

static void weights_are_carried(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "b");
    struct vec2 stock = {1200, 800}, board = {920, 640}, snow = {1500, 900};
    int add = kit_item(&k, "b/add")->item;
    kit_tell(&k, n, NODE_DOWN, add, stock, stock);
    kit_tell(&k, n, NODE_MOVE, add, stock, snow);
    kit_tell(&k, n, NODE_UP, add, stock, snow);               /* beside the board: it goes back */
    kit_apply(&k);
    settle(&k, s);
    assert_float_equal(num(&k, "count"), 0, 0);
    kit_tell(&k, n, NODE_DOWN, add, stock, stock);
    kit_tell(&k, n, NODE_MOVE, add, stock, board);
    kit_tell(&k, n, NODE_CANCEL, add, stock, board);          /* the hand was taken away */
    kit_apply(&k);
    assert_float_equal(num(&k, "count"), 0, 0);
    kit_tell(&k, n, NODE_DOWN, add, stock, stock);
    kit_tell(&k, n, NODE_MOVE, add, stock, board);
    kit_tell(&k, n, NODE_UP, add, stock, board);
    kit_apply(&k);
    settle(&k, s);
    assert_float_equal(num(&k, "count"), 1, 0);
    int take = kit_item(&k, "b/take")->item;
    kit_tell(&k, n, NODE_DOWN, take, board, board);
    kit_tell(&k, n, NODE_MOVE, take, board, snow);
    kit_tell(&k, n, NODE_UP, take, board, snow);
    kit_apply(&k);
    settle(&k, s);
    assert_float_equal(num(&k, "count"), 0, 0);
    assert_true(k.e.wake == INT64_MAX);
    scene_free(s);
    kit_close(&k);
}

static void keys_and_limits(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "b");
    struct node_event ev = {.kind = NODE_KEY, .item = 0, .finger = -1, .key = KEY_UP};
    k.e.still = true;
    for (int i = 0; i < 20; i++) {
        n->kind->event(n, &k.e, &ev, &k.fx);
        kit_apply(&k);
        kit_at(&k, s, k.e.now + 16);
    }
    assert_float_equal(num(&k, "count"), 12, 0);              /* no more than the author allows */
    assert_null(kit_item(&k, "b/add"));
    kit_at(&k, s, k.e.now + 16);
    assert_true(k.e.wake == INT64_MAX);                       /* at once in reduced motion */
    ev.key = KEY_DOWN;
    for (int i = 0; i < 20; i++) {
        n->kind->event(n, &k.e, &ev, &k.fx);
        kit_apply(&k);
        kit_at(&k, s, k.e.now + 16);
    }
    assert_float_equal(num(&k, "count"), 0, 0);
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    open_scene(&k, HEAD "  - {id: she, label: She, file: a.svg, fact: she-high, to: she-low}\n", f);
    assert_null(scene_load(&k.deps, "s", &k.d));
    if (!strstr(kit_lines(&k), "load 'she' has no weight from 40 to 25")) fail_msg("%s", kit_lines(&k));
    kit_close(&k);
}

static void without_memory(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    vars_set_num(&k.vars, "count", 9);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(level_within_the_range), cmocka_unit_test(weights_are_carried),
                                       cmocka_unit_test(keys_and_limits), cmocka_unit_test(mistakes), cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
