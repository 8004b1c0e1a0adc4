/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two halves, the line between them and the ink of the words it crosses: what is seen where, and how the line moves. */
#include "data_kit.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: line, value: 0.9}\nelements:\n"
#define HALVES "- {kind: half, id: a, bleed: true, var: line, side: start, children: [{kind: text, id: before, at: [100, 100], text: Before}]}\n" \
    "- {kind: half, id: b, bleed: true, var: line, side: end, children: [{kind: text, id: beyond, at: [100, 100], text: Beyond}]}\n"
#define WIPE(more) "- {kind: wipe, id: w, bleed: true, var: line, knob-y: 800, label: Slide, start: {label: Summer, icon: sun}, " \
    "end: {label: Winter}" more "}\n"
#define WORDS "- {kind: text, id: words, at: [500, 300], size: [900, 0], ink: \"#112233\", text: Words that are crossed}\n" \
    "- {kind: turn-ink, id: turn, at: [400, 250], size: [1200, 200], var: line, from: \"#112233\", to: \"#EEDDCC\"}\n"

static struct scene *open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
    return kit_scene(k, "s");
}
static void shut(struct kit *k, struct scene *s) {
    scene_free(s);
    kit_close(k);
}
static double line(struct kit *k) { return vars_num(&k->vars, "line", -1); }
static void settle(struct kit *k, struct scene *s) {
    for (int i = 0; i < 150; i++) kit_at(k, s, k->e.now + 16);
}
static const struct draw_cmd *words_of(const struct kit *k, const char *text, rgba ink) {
    for (int i = 0; i < k->list.n; i++) {
        const struct draw_cmd *c = &k->list.cmds[i];
        if (c->kind == DRAW_TEXT && !strncmp(c->text, text, strlen(text)) && (!ink || c->color == ink)) return c;
    }
    return NULL;
}

static void each_half_keeps_to_its_side(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD HALVES, f);
    vars_set_num(&k.vars, "line", .06);      /* the line goes through the words, at 115 px */
    kit_at(&k, s, 1000);
    const struct draw_cmd *a = words_of(&k, "Before", 0), *b = words_of(&k, "Beyond", 0);
    assert_non_null(a);
    assert_non_null(b);
    assert_int_equal(a->clip.x + a->clip.w, 115);
    assert_int_equal(b->clip.x, 115);
    assert_int_equal(b->clip.x + b->clip.w, 1920);
    assert_int_equal(scene_node(s, "beyond")->box.x, 100);    /* a place of its own on the stage */
    vars_set_num(&k.vars, "line", .9);
    kit_at(&k, s, 1016);
    assert_non_null(words_of(&k, "Before", 0));
    assert_null(words_of(&k, "Beyond", 0));
    k.e.rtl = true;
    k.e.relayout = true;
    kit_at(&k, s, 1032);
    assert_int_equal(words_of(&k, "Before", 0)->clip.x, 192); /* the start side is the right one */
    shut(&k, s);
}

static void children_of_a_half_need_a_place(void **state) {
    (void)state;
    struct kit_file f[1] = {{"scenes/s.yaml", HEAD "- {kind: half, bleed: true, var: line, children: [{kind: text, id: x, text: A}]}\n"
                                                   "- {kind: half, bleed: true, var: line, children: [{kind: text, id: y, slot: head, text: A}]}\n"}};
    struct kit k;
    kit_open(&k, f, 1);
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "element 'x' has no place"));
    assert_non_null(strstr(kit_lines(&k), "'slot' in element 'y'"));
    kit_close(&k);
}

static void words_change_ink_at_the_line(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD WORDS, f);
    vars_set_num(&k.vars, "line", .9);
    kit_at(&k, s, 1000);
    int n = k.list.n;
    assert_null(words_of(&k, "Words", 0xEEDDCCFF));
    vars_set_num(&k.vars, "line", .3125);    /* 600 px: in the words */
    kit_at(&k, s, 1016);
    const struct draw_cmd *near = words_of(&k, "Words", 0x112233FF), *far = words_of(&k, "Words", 0xEEDDCCFF);
    assert_int_equal(k.list.n, n + 1);
    assert_int_equal(near->clip.x + near->clip.w, 600);
    assert_int_equal(far->clip.x, 600);
    assert_memory_equal(&near->box, &far->box, sizeof near->box);
    vars_set_num(&k.vars, "line", .1);
    kit_at(&k, s, 1032);
    assert_int_equal(k.list.n, n);
    assert_null(words_of(&k, "Words", 0x112233FF));
    assert_int_equal(k.sem.n, 1);            /* said once */
    shut(&k, s);
}

static void the_line_follows_the_finger(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD WIPE(""), f);
    struct node *n = scene_node(s, "w");
    vars_set_num(&k.vars, "line", .5);
    kit_at(&k, s, 1000);
    const struct sem_item *it = kit_item(&k, "w");
    assert_non_null(it);
    assert_true(it->drags && it->focusable && it->hit.w >= 81 && it->hit.y <= 0 && it->hit.h >= 800);
    struct vec2 a = {960, 400}, b = {960 + 12 + 192, 400};
    kit_tell(&k, n, NODE_DOWN, 0, a, a);
    kit_tell(&k, n, NODE_MOVE, 0, a, b);
    kit_apply(&k);
    assert_float_equal(line(&k), .6, 1e-4);
    b.x = 5000;
    kit_tell(&k, n, NODE_MOVE, 0, a, b);
    kit_apply(&k);
    assert_float_equal(line(&k), .93, 1e-4);                 /* never beyond its range */
    kit_tell(&k, n, NODE_UP, 0, a, b);
    settle(&k, s);
    assert_float_equal(line(&k), .93, 1e-4);                 /* it stays where it was let go */
    assert_true(k.e.wake == INT64_MAX);
    shut(&k, s);
}

static void taps_and_keys_make_it_travel(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD WIPE(""), f);
    struct node *n = scene_node(s, "w");
    struct vec2 at = {0, 0};
    vars_set_num(&k.vars, "line", .5);
    kit_at(&k, s, 1000);
    assert_true(kit_item(&k, "w/start")->hit.h >= 81 && kit_item(&k, "w/end")->hit.h >= 81);
    kit_tell(&k, n, NODE_ACTIVATE, 2, at, at);               /* winter */
    kit_at(&k, s, 1016);
    kit_at(&k, s, 1400);
    assert_true(line(&k) < .5 && line(&k) > .08);
    settle(&k, s);
    assert_float_equal(line(&k), .07, 1e-4);
    assert_null(kit_item(&k, "w/start"));                    /* no room beside the knob */
    assert_string_equal(kit_item(&k, "w")->value, "Winter");
    kit_tell(&k, n, NODE_ACTIVATE, 0, at, at);               /* the knob: to the other end */
    settle(&k, s);
    assert_float_equal(line(&k), .93, 1e-4);
    struct node_event key = {.kind = NODE_KEY, .key = KEY_LEFT};
    n->kind->event(n, &k.e, &key, &k.fx);
    settle(&k, s);
    assert_float_equal(line(&k), .83, 1e-4);
    k.e.still = true;
    kit_tell(&k, n, NODE_ACTIVATE, 1, at, at);
    kit_apply(&k);
    assert_float_equal(line(&k), .93, 1e-4);                 /* at once where nothing may move */
    shut(&k, s);
}

static void it_sweeps_in_unless_somebody_was_there(void **state) {
    (void)state;
    for (int touched = 0; touched < 3; touched++) {
        struct kit_file f[1];
        struct kit k;
        struct scene *s = open_scene(&k, HEAD WIPE(", sweep: [0.9, 0.3]"), f);
        if (touched == 1) vars_set_num(&k.vars, "line", .6);
        kit_at(&k, s, 1000);
        kit_at(&k, s, 1016);
        kit_at(&k, s, 1200);
        if (touched == 2) vars_set_num(&k.vars, "line", .6); /* put elsewhere under way */
        settle(&k, s);
        assert_float_equal(line(&k), touched ? .6 : .3, 1e-4);
        shut(&k, s);
    }
}

static void faults_are_named(void **state) {
    (void)state;
    struct kit_file f[1] = {{"scenes/s.yaml", HEAD "- {kind: wipe, bleed: true, var: line, knob-y: 800, label: S, range: [0.9, 0.1], "
                                                   "start: {label: A, icon: sum}, end: {label: B}}\n"}};
    struct kit k;
    kit_open(&k, f, 1);
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "write the smaller number first"));
    assert_non_null(strstr(kit_lines(&k), "unknown icon 'sum' (did you mean 'sun'?)"));
    kit_close(&k);
}

static void pictures_turn_and_seasons_have_colours(void **state) {
    (void)state;
    struct kit_file f[2] = {{"scenes/s.yaml", HEAD "- {kind: image, id: i, at: [0, 0], size: [100, 50], file: a.svg, turns: true}\n"
                                                   "- {kind: landscape, id: a, bleed: true, light: 2}\n"
                                                   "- {kind: landscape, id: b, bleed: true, light: 2, palette: {low: \"#EFE3B4\"}}\n"},
                            {"assets/a.svg", KIT_SVG}};
    struct kit k;
    kit_open(&k, f, 2);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    assert_int_equal(k.list.n, 3);
    assert_false(picset_find(&s->pics, k.list.cmds[0].key)->flip);
    assert_true(k.list.cmds[1].key != k.list.cmds[2].key);
    k.e.rtl = true;
    k.e.relayout = true;
    kit_at(&k, s, 1016);
    assert_true(picset_find(&s->pics, k.list.cmds[0].key)->flip);
    shut(&k, s);
}

static void survives_without_memory(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD HALVES WORDS WIPE(""), f);
    kit_starve(&k, s);
    shut(&k, s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_half_keeps_to_its_side), cmocka_unit_test(children_of_a_half_need_a_place),
        cmocka_unit_test(words_change_ink_at_the_line), cmocka_unit_test(the_line_follows_the_finger),
        cmocka_unit_test(taps_and_keys_make_it_travel), cmocka_unit_test(it_sweeps_in_unless_somebody_was_there),
        cmocka_unit_test(faults_are_named),
        cmocka_unit_test(pictures_turn_and_seasons_have_colours), cmocka_unit_test(survives_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
