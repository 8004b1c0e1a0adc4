/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The dial: handles follow the finger and snap, the arc moves as a whole, hours are tapped, keys step, prints fall and are held up. */
#include "data_kit.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: from, value: 14}\n- {name: to, value: 20}\n- {name: dark, value: 0}\n" \
    "- {name: told, value: 0}\nelements:\n- kind: dial\n  id: d\n  at: [480, 12]\n  size: [960, 960]\n  from: from\n  to: to\n  dark-var: dark\n" \
    "  label: Awake\n  from-label: Wakes\n  to-label: Sleeps\n  noon: Noon\n  midnight: Midnight\n  file: a.svg\n  shown-if: {told: 1}\n"
#define DARK "  dark: [18, 6]\n"
#define SKY "  sky: [{hour: 0, color: \"#0B2A38\"}, {hour: 12, color: \"#DDF0E4\"}, {hour: 24, color: \"#0B2A38\"}]\n"
#define PRINTS "  prints:\n  - {id: day, label: By day, files: [a.svg], hours: [9, 15]}\n  - {id: night, label: By night, files: [a.svg], hours: [2]}\n"
#define SCENE HEAD DARK SKY PRINTS

static const struct vec2 C = {960, 492};
enum { ARC = 402, DIAL_FROM = 1, DIAL_TO = 2 };    /* canvas units; items of the handles */

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    v[1] = (struct kit_file){"assets/a.svg", KIT_SVG};
    kit_open(k, v, 2);
}
static double var(struct kit *k, const char *name) { return vars_num(&k->vars, name, -9); }
static void settle(struct kit *k, struct scene *s) {
    for (int i = 0; i < 70; i++) kit_at(k, s, k->e.now + 16);
}
/* Noon at the top, clockwise. */
static struct vec2 at_hour(double hour, double r) {
    double a = hour / 24 * 6.2831853 + 1.5707963;
    return (struct vec2){C.x + (float)(cos(a) * r), C.y + (float)(sin(a) * r)};
}
static struct scene *begin(struct kit *k, struct kit_file *f) {
    open_scene(k, SCENE, f);
    struct scene *s = kit_scene(k, "s");
    kit_at(k, s, 1000);
    settle(k, s);
    return s;
}
static void carry(struct kit *k, struct node *n, int item, double from, double to, double r) {
    struct vec2 a = at_hour(from, r);
    kit_tell(k, n, NODE_DOWN, item, a, a);
    for (int i = 1; i <= 32; i++) kit_tell(k, n, NODE_MOVE, item, a, at_hour(from + (to - from) * i / 32, r));
    kit_apply(k);
}

static void handles_follow_and_snap(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "d");
    const struct sem_item *to = kit_item(&k, "d/to");
    assert_true(to && to->role == SEM_SLIDER && to->hit.w >= 81 && to->focusable);
    assert_string_equal(to->value, "20:00");
    carry(&k, n, to->item, 20, 26.2, ARC);                    /* over midnight, one to one */
    assert_float_equal(var(&k, "to"), 2, .35);
    kit_tell(&k, n, NODE_UP, to->item, at_hour(20, ARC), at_hour(2.2, ARC));
    settle(&k, s);
    assert_float_equal(var(&k, "to"), 2, 1e-4);
    assert_float_equal(var(&k, "from"), 14, 1e-4);
    assert_float_equal(var(&k, "dark"), 66.7, 1);             /* 8 of 12 hours lie between 18 and 6 */
    carry(&k, n, DIAL_FROM, 14, 10, ARC);
    kit_tell(&k, n, NODE_CANCEL, DIAL_FROM, at_hour(14, ARC), at_hour(10, ARC));
    settle(&k, s);
    assert_float_equal(var(&k, "from"), round(var(&k, "from") * 2) / 2, 1e-4);
    scene_free(s);
    kit_close(&k);
}

static void handles_never_pass_each_other(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "d");
    carry(&k, n, DIAL_FROM, 14, 22, ARC);                     /* pushed beyond the other handle */
    assert_float_equal(var(&k, "from"), 19, .01);
    kit_tell(&k, n, NODE_UP, DIAL_FROM, at_hour(14, ARC), at_hour(22, ARC));
    settle(&k, s);
    assert_float_equal(var(&k, "from"), 19, 1e-4);
    assert_float_equal(var(&k, "to"), 20, 1e-4);
    scene_free(s);
    kit_close(&k);
}

static void the_arc_moves_and_hours_are_tapped(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "d");
    carry(&k, n, 0, 17, 19.1, ARC);                           /* the arc itself */
    kit_tell(&k, n, NODE_UP, 0, at_hour(17, ARC), at_hour(19.1, ARC));
    settle(&k, s);
    assert_float_equal(var(&k, "from"), 16, .01);
    assert_float_equal(var(&k, "to"), 22, .01);
    struct vec2 ten = at_hour(10.1, 280), middle = {C.x + 20, C.y};
    kit_tell(&k, n, NODE_ACTIVATE, 0, ten, ten);              /* the nearer handle goes there */
    settle(&k, s);
    assert_float_equal(var(&k, "from"), 10, 1e-4);
    assert_float_equal(var(&k, "to"), 22, 1e-4);
    kit_tell(&k, n, NODE_ACTIVATE, 0, middle, middle);        /* the window is no hour */
    settle(&k, s);
    assert_float_equal(var(&k, "from"), 10, 1e-4);
    k.e.still = true;
    ten = at_hour(4, 300);
    kit_tell(&k, n, NODE_ACTIVATE, 0, ten, ten);
    kit_apply(&k);
    assert_true(var(&k, "from") == 4 || var(&k, "to") == 4);  /* at once in reduced motion */
    scene_free(s);
    kit_close(&k);
}

static void key(struct kit *k, struct scene *s, int item, enum ui_key key) {
    struct node *n = scene_node(s, "d");
    struct node_event ev = {.kind = NODE_KEY, .item = item, .finger = -1, .key = key};
    n->kind->event(n, &k->e, &ev, &k->fx);
    settle(k, s);
}
static void keys_step(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    key(&k, s, DIAL_TO, KEY_RIGHT);
    assert_float_equal(var(&k, "to"), 20.5, 1e-4);
    key(&k, s, DIAL_FROM, KEY_LEFT);
    assert_float_equal(var(&k, "from"), 13.5, 1e-4);
    key(&k, s, 0, KEY_UP);                                    /* both */
    assert_float_equal(var(&k, "from"), 14, 1e-4);
    assert_float_equal(var(&k, "to"), 21, 1e-4);
    scene_free(s);
    kit_close(&k);
}

static void prints_fall_once_and_are_held_up(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = begin(&k, f);
    struct node *n = scene_node(s, "d");
    assert_null(kit_item(&k, "d/print-1"));
    assert_true(k.e.wake == INT64_MAX);
    vars_set_num(&k.vars, "told", 1);
    kit_at(&k, s, k.e.now + 16);
    assert_null(kit_item(&k, "d/print-1"));                   /* on its way: nothing to touch yet */
    settle(&k, s);
    assert_string_equal(kit_item(&k, "d/print-1")->label, "By night");     /* in the order of the day */
    assert_string_equal(kit_item(&k, "d/print-2")->label, "By day");
    assert_true(kit_item(&k, "d/print-2")->hit.w >= 61 && k.e.wake == INT64_MAX);
    struct vec2 at = {0, 0};
    kit_tell(&k, n, NODE_ACTIVATE, kit_item(&k, "d/print-2")->item, at, at);
    kit_at(&k, s, k.e.now + 16);
    settle(&k, s);
    assert_non_null(kit_item(&k, "d/held-up"));
    assert_true(k.e.wake > k.e.now + 400);                    /* it rests */
    kit_at(&k, s, k.e.now + 3000);
    assert_null(kit_item(&k, "d/held-up"));
    vars_set_num(&k.vars, "told", 0);
    settle(&k, s);
    assert_null(kit_item(&k, "d/print-1"));
    assert_true(k.e.wake == INT64_MAX);
    k.e.still = true;
    vars_set_num(&k.vars, "told", 1);
    kit_at(&k, s, k.e.now + 16);
    assert_non_null(kit_item(&k, "d/print-3"));               /* all at once in reduced motion */
    assert_true(k.e.wake == INT64_MAX);
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *scene, *says; } rows[] = {
        {HEAD DARK "  sky: [{hour: 0, color: snow}]\n", "1 colours of the sky (give two at least)"},
        {HEAD "  dark: [1]\n" SKY, "1 dark hours (write [from, to])"},
        {HEAD "  sky: [{hour: 6, color: snow}, {hour: 6, color: snow}]\n", "does not ascend at 6"},
        {HEAD "  hub: 350\n" SKY, "leaves no ring (make it 304 at most)"},
        {HEAD SKY "  prints: [{id: day, label: L, files: [], hours: [1]}]\n", "0 drawings in a sort of prints"},
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
    struct scene *s = begin(&k, f);
    vars_set_num(&k.vars, "told", 1);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(handles_follow_and_snap), cmocka_unit_test(handles_never_pass_each_other),
        cmocka_unit_test(the_arc_moves_and_hours_are_tapped), cmocka_unit_test(keys_step), cmocka_unit_test(prints_fall_once_and_are_held_up),
        cmocka_unit_test(mistakes), cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
