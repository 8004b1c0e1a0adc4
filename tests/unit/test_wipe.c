/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two halves, the line between them and the ink of the words it crosses: what is seen where, and how the line moves. */
#include "stage.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: line, value: 0.9}\nelements:\n"
#define HALVES "- {kind: half, id: a, bleed: true, var: line, side: start, children: [{kind: text, id: before, at: [100, 100], text: Before}]}\n" \
    "- {kind: half, id: b, bleed: true, var: line, side: end, children: [{kind: text, id: beyond, at: [100, 100], text: Beyond}]}\n"
#define WIPE(more) "- {kind: wipe, id: w, bleed: true, var: line, knob-y: 800, label: Slide, start: {label: Summer, icon: sun}, " \
    "end: {label: Winter}" more "}\n"
#define WORDS "- {kind: text, id: words, at: [500, 300], size: [900, 0], ink: \"#112233\", text: Words that are crossed}\n" \
    "- {kind: turn-ink, id: turn, at: [400, 250], size: [1200, 200], var: line, from: \"#112233\", to: \"#EEDDCC\"}\n"

static double line(struct stage *t) { return stage_var(t, "line"); }
static const struct draw_cmd *words_of(const struct stage *t, const char *text, rgba ink) {
    for (int i = 0; i < t->k.list.n; i++) {
        const struct draw_cmd *c = &t->k.list.cmds[i];
        if (c->kind == DRAW_TEXT && !strncmp(c->text, text, strlen(text)) && (!ink || c->color == ink)) return c;
    }
    return NULL;
}

static void each_half_keeps_to_its_side(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, NULL, HEAD HALVES);
    stage_set(&t, "line", .06);                              /* the line goes through the words, at 115 px */
    stage_at(&t, 1000);
    const struct draw_cmd *a = words_of(&t, "Before", 0), *b = words_of(&t, "Beyond", 0);
    assert_non_null(a);
    assert_non_null(b);
    assert_int_equal(a->clip.x + a->clip.w, 115);
    assert_int_equal(b->clip.x, 115);
    assert_int_equal(b->clip.x + b->clip.w, 1920);
    assert_int_equal(scene_node(t.s, "beyond")->box.x, 100); /* a place of its own on the stage */
    stage_set(&t, "line", .9);
    stage_at(&t, 1016);
    assert_non_null(words_of(&t, "Before", 0));
    assert_null(words_of(&t, "Beyond", 0));
    stage_mirror(&t, true);
    stage_at(&t, 1032);
    assert_int_equal(words_of(&t, "Before", 0)->clip.x, 192);    /* the start side is the right one */
    stage_close(&t);
}

static void children_of_a_half_need_a_place(void **state) {
    (void)state;
    static const char bad[] = HEAD "- {kind: half, bleed: true, var: line, children: [{kind: text, id: x, text: A}]}\n"
        "- {kind: half, bleed: true, var: line, children: [{kind: text, id: y, slot: head, text: A}]}\n";
    static const struct mistake rows[] = {{bad, "element 'x' has no place"}, {bad, "'slot' in element 'y'"}};
    STAGE_MISTAKES(NULL, rows);
}

static void words_change_ink_at_the_line(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, NULL, HEAD WORDS);
    stage_set(&t, "line", .9);
    stage_at(&t, 1000);
    int n = t.k.list.n;
    assert_null(words_of(&t, "Words", 0xEEDDCCFF));
    stage_set(&t, "line", .3125);                            /* 600 px: in the words */
    stage_at(&t, 1016);
    const struct draw_cmd *near = words_of(&t, "Words", 0x112233FF), *far = words_of(&t, "Words", 0xEEDDCCFF);
    assert_int_equal(t.k.list.n, n + 1);
    assert_int_equal(near->clip.x + near->clip.w, 600);
    assert_int_equal(far->clip.x, 600);
    assert_memory_equal(&near->box, &far->box, sizeof near->box);
    stage_set(&t, "line", .1);
    stage_at(&t, 1032);
    assert_int_equal(t.k.list.n, n);
    assert_null(words_of(&t, "Words", 0x112233FF));
    assert_int_equal(t.k.sem.n, 1);                          /* said once */
    stage_close(&t);
}

static void the_line_follows_the_finger(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, NULL, HEAD WIPE(""));
    stage_set(&t, "line", .5);
    stage_at(&t, 1000);
    const struct sem_item *it = stage_item(&t, "w");
    assert_non_null(it);
    assert_true(it->drags && it->focusable && it->hit.w >= 81 && it->hit.y <= 0 && it->hit.h >= 800);
    struct vec2 a = {960, 400}, b = {960 + 12 + 192, 400};
    stage_tell(&t, NODE_DOWN, 0, a, a);
    stage_tell(&t, NODE_MOVE, 0, a, b);
    assert_float_equal(line(&t), .6, 1e-4);
    b.x = 5000;
    stage_tell(&t, NODE_MOVE, 0, a, b);
    assert_float_equal(line(&t), .93, 1e-4);                 /* never beyond its range */
    stage_tell(&t, NODE_UP, 0, a, b);
    stage_pass(&t, 2400);
    assert_float_equal(line(&t), .93, 1e-4);                 /* it stays where it was let go */
    assert_true(stage_rests(&t));
    stage_close(&t);
}

static void taps_and_keys_make_it_travel(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, NULL, HEAD WIPE(""));
    stage_set(&t, "line", .5);
    stage_at(&t, 1000);
    assert_true(stage_item(&t, "w/start")->hit.h >= 81 && stage_item(&t, "w/end")->hit.h >= 81);
    stage_press(&t, 2);                                      /* winter */
    stage_at(&t, 1016);
    stage_at(&t, 1400);
    assert_true(line(&t) < .5 && line(&t) > .08);
    stage_pass(&t, 2400);
    assert_float_equal(line(&t), .07, 1e-4);
    assert_null(stage_item(&t, "w/start"));                  /* no room beside the knob */
    assert_string_equal(stage_item(&t, "w")->value, "Winter");
    stage_press(&t, 0);                                      /* the knob: to the other end */
    stage_pass(&t, 2400);
    assert_float_equal(line(&t), .93, 1e-4);
    stage_key(&t, 0, KEY_LEFT);
    stage_pass(&t, 2400);
    assert_float_equal(line(&t), .83, 1e-4);
    t.k.e.still = true;
    stage_press(&t, 1);
    assert_float_equal(line(&t), .93, 1e-4);                 /* at once where nothing may move */
    stage_close(&t);
}

static void it_sweeps_in_unless_somebody_was_there(void **state) {
    (void)state;
    for (int touched = 0; touched < 3; touched++) {
        struct stage t;
        stage_load(&t, NULL, HEAD WIPE(", sweep: [0.9, 0.3]"));
        if (touched == 1) stage_set(&t, "line", .6);
        stage_at(&t, 1000);
        stage_at(&t, 1016);
        stage_at(&t, 1200);
        if (touched == 2) stage_set(&t, "line", .6); /* put elsewhere under way */
        stage_pass(&t, 2400);
        assert_float_equal(line(&t), touched ? .6 : .3, 1e-4);
        stage_close(&t);
    }
}

static void faults_are_named(void **state) {
    (void)state;
    static const char bad[] = HEAD "- {kind: wipe, bleed: true, var: line, knob-y: 800, label: S, range: [0.9, 0.1], "
        "start: {label: A, icon: sum}, end: {label: B}}\n";
    static const struct mistake rows[] = {{bad, "write the smaller number first"}, {bad, "no icon 'sum' (did you mean 'sun'?)"}};
    STAGE_MISTAKES(NULL, rows);
}

static void pictures_turn_and_seasons_have_colours(void **state) {
    (void)state;
    static const struct stage_pack pack = {.files = {{"assets/a.svg", KIT_SVG}}};
    struct stage t;
    stage_open(&t, &pack, HEAD "- {kind: image, id: i, at: [0, 0], size: [100, 50], file: a.svg, turns: true}\n"
        "- {kind: landscape, id: a, bleed: true, light: 2}\n"
        "- {kind: landscape, id: b, bleed: true, light: 2, palette: {low: \"#EFE3B4\"}}\n");
    assert_int_equal(t.k.list.n, 3);
    assert_false(picset_find(&t.s->pics, t.k.list.cmds[0].key)->flip);
    assert_true(t.k.list.cmds[1].key != t.k.list.cmds[2].key);
    stage_mirror(&t, true);
    stage_at(&t, 1016);
    assert_true(picset_find(&t.s->pics, t.k.list.cmds[0].key)->flip);
    stage_close(&t);
}

static void survives_without_memory(void **state) {
    (void)state;
    stage_without_memory(NULL, HEAD HALVES WORDS WIPE(""));
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
