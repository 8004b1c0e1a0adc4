/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The dial: handles follow the finger and snap, the arc moves as a whole, hours are tapped, keys step, prints fall and are held up. */
#include "stage.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: from, value: 14}\n- {name: to, value: 20}\n- {name: dark, value: 0}\n" \
    "- {name: told, value: 0}\nelements:\n- kind: dial\n  id: d\n  at: [480, 12]\n  size: [960, 960]\n  from: from\n  to: to\n  dark-var: dark\n" \
    "  label: Awake\n  from-label: Wakes\n  to-label: Sleeps\n  noon: Noon\n  midnight: Midnight\n  file: a.svg\n  shown-if: {told: 1}\n"
#define DARK "  dark: [18, 6]\n"
#define SKY "  sky: [{hour: 0, color: \"#0B2A38\"}, {hour: 12, color: \"#DDF0E4\"}, {hour: 24, color: \"#0B2A38\"}]\n"
#define PRINTS "  prints:\n  - {id: day, label: By day, files: [a.svg], hours: [9, 15]}\n  - {id: night, label: By night, files: [a.svg], hours: [2]}\n"
#define SCENE HEAD DARK SKY PRINTS

static const struct vec2 C = {960, 492};
enum { ARC = 402, DIAL_FROM = 1, DIAL_TO = 2 };    /* canvas units; items of the handles */

static const struct stage_pack PACK = {.files = {{"assets/a.svg", KIT_SVG}}};
/* Noon at the top, clockwise. */
static struct vec2 at_hour(double hour, double r) {
    double a = hour / 24 * 6.2831853 + 1.5707963;
    return (struct vec2){C.x + (float)(cos(a) * r), C.y + (float)(sin(a) * r)};
}
/* Everything has come to rest. */
static void begin(struct stage *t) {
    stage_open(t, &PACK, SCENE);
    stage_pass(t, 1120);
}
static void carry(struct stage *t, int item, double from, double to, double r) {
    struct vec2 a = at_hour(from, r);
    stage_tell(t, NODE_DOWN, item, a, a);
    for (int i = 1; i <= 32; i++) stage_tell(t, NODE_MOVE, item, a, at_hour(from + (to - from) * i / 32, r));
}

static void handles_follow_and_snap(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    const struct sem_item *to = stage_item(&t, "d/to");
    assert_true(to && to->role == SEM_SLIDER && to->hit.w >= 81 && to->focusable);
    assert_string_equal(to->value, "20:00");
    carry(&t, to->item, 20, 26.2, ARC);                    /* over midnight, one to one */
    assert_float_equal(stage_var(&t, "to"), 2, .35);
    stage_tell(&t, NODE_UP, to->item, at_hour(20, ARC), at_hour(2.2, ARC));
    stage_pass(&t, 1120);
    assert_float_equal(stage_var(&t, "to"), 2, 1e-4);
    assert_float_equal(stage_var(&t, "from"), 14, 1e-4);
    assert_float_equal(stage_var(&t, "dark"), 66.7, 1);    /* 8 of 12 hours lie between 18 and 6 */
    carry(&t, DIAL_FROM, 14, 10, ARC);
    stage_tell(&t, NODE_CANCEL, DIAL_FROM, at_hour(14, ARC), at_hour(10, ARC));
    stage_pass(&t, 1120);
    assert_float_equal(stage_var(&t, "from"), round(stage_var(&t, "from") * 2) / 2, 1e-4);
    stage_close(&t);
}

static void handles_never_pass_each_other(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    carry(&t, DIAL_FROM, 14, 22, ARC);                     /* pushed beyond the other handle */
    assert_float_equal(stage_var(&t, "from"), 19, .01);
    stage_tell(&t, NODE_UP, DIAL_FROM, at_hour(14, ARC), at_hour(22, ARC));
    stage_pass(&t, 1120);
    assert_float_equal(stage_var(&t, "from"), 19, 1e-4);
    assert_float_equal(stage_var(&t, "to"), 20, 1e-4);
    stage_close(&t);
}

static void the_arc_moves_and_hours_are_tapped(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    carry(&t, 0, 17, 19.1, ARC);                           /* the arc itself */
    stage_tell(&t, NODE_UP, 0, at_hour(17, ARC), at_hour(19.1, ARC));
    stage_pass(&t, 1120);
    assert_float_equal(stage_var(&t, "from"), 16, .01);
    assert_float_equal(stage_var(&t, "to"), 22, .01);
    struct vec2 ten = at_hour(10.1, 280), middle = {C.x + 20, C.y};
    stage_tell(&t, NODE_ACTIVATE, 0, ten, ten);            /* the nearer handle goes there */
    stage_pass(&t, 1120);
    assert_float_equal(stage_var(&t, "from"), 10, 1e-4);
    assert_float_equal(stage_var(&t, "to"), 22, 1e-4);
    stage_tell(&t, NODE_ACTIVATE, 0, middle, middle);      /* the window is no hour */
    stage_pass(&t, 1120);
    assert_float_equal(stage_var(&t, "from"), 10, 1e-4);
    t.k.e.still = true;
    ten = at_hour(4, 300);
    stage_tell(&t, NODE_ACTIVATE, 0, ten, ten);
    assert_true(stage_var(&t, "from") == 4 || stage_var(&t, "to") == 4);    /* at once in reduced motion */
    stage_close(&t);
}

static void key(struct stage *t, int item, enum ui_key key) {
    stage_key(t, item, key);
    stage_pass(t, 1120);
}
static void set_from_outside_while_it_opens(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_pass(&t, 320);
    stage_set(&t, "from", 20);
    stage_set(&t, "to", 4);
    stage_pass(&t, 1120);
    assert_float_equal(stage_var(&t, "from"), 20, 1e-4);   /* the arc that was opening does not write over it */
    assert_float_equal(stage_var(&t, "to"), 4, 1e-4);
    assert_float_equal(stage_var(&t, "dark"), 100, 1e-4);
    assert_true(stage_rests(&t));
    stage_close(&t);
}
static void keys_step(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    key(&t, DIAL_TO, KEY_RIGHT);
    assert_float_equal(stage_var(&t, "to"), 20.5, 1e-4);
    key(&t, DIAL_FROM, KEY_LEFT);
    assert_float_equal(stage_var(&t, "from"), 13.5, 1e-4);
    key(&t, 0, KEY_UP);                                    /* both */
    assert_float_equal(stage_var(&t, "from"), 14, 1e-4);
    assert_float_equal(stage_var(&t, "to"), 21, 1e-4);
    stage_close(&t);
}

static void prints_fall_once_and_are_held_up(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    assert_null(stage_item(&t, "d/print-1"));
    assert_true(stage_rests(&t));
    stage_set(&t, "told", 1);
    stage_pass(&t, 16);
    assert_null(stage_item(&t, "d/print-1"));              /* on its way: nothing to touch yet */
    stage_pass(&t, 1120);
    assert_string_equal(stage_item(&t, "d/print-1")->label, "By night");    /* in the order of the day */
    assert_string_equal(stage_item(&t, "d/print-2")->label, "By day");
    assert_true(stage_item(&t, "d/print-2")->hit.w >= 61 && stage_rests(&t));
    stage_press(&t, stage_item(&t, "d/print-2")->item);
    stage_pass(&t, 16);
    stage_pass(&t, 1120);
    assert_non_null(stage_item(&t, "d/held-up"));
    assert_true(t.k.e.wake > t.k.e.now + 400);             /* it rests */
    assert_true(stage_item(&t, "d/held-up")->item != stage_item(&t, "d/print-2")->item);    /* else no finger reaches it */
    stage_press(&t, stage_item(&t, "d/held-up")->item);
    stage_pass(&t, 16);
    assert_null(stage_item(&t, "d/held-up"));
    stage_press(&t, stage_item(&t, "d/print-2")->item);
    stage_pass(&t, 1120);
    stage_at(&t, t.k.e.now + 3000);
    assert_null(stage_item(&t, "d/held-up"));
    stage_set(&t, "told", 0);
    stage_pass(&t, 1120);
    assert_null(stage_item(&t, "d/print-1"));
    assert_true(stage_rests(&t));
    t.k.e.still = true;
    stage_set(&t, "told", 1);
    stage_pass(&t, 16);
    assert_non_null(stage_item(&t, "d/print-3"));          /* all at once in reduced motion */
    assert_true(stage_rests(&t));
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {HEAD DARK "  sky: [{hour: 0, color: snow}]\n", "1 colours of the sky (give two at least)"},
        {HEAD "  dark: [1]\n" SKY, "1 dark hours (write [from, to])"},
        {HEAD "  sky: [{hour: 6, color: snow}, {hour: 6, color: snow}]\n", "does not ascend at 6"},
        {HEAD "  hub: 350\n" SKY, "leaves no ring (make it 304 at most)"},
        {HEAD SKY "  prints: [{id: day, label: L, files: [], hours: [1]}]\n", "0 drawings in a sort of prints"},
    };
    STAGE_MISTAKES(&PACK, rows);
}

static void without_memory(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    stage_set(&t, "told", 1);
    stage_starve(&t);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(handles_follow_and_snap), cmocka_unit_test(handles_never_pass_each_other),
        cmocka_unit_test(the_arc_moves_and_hours_are_tapped), cmocka_unit_test(keys_step), cmocka_unit_test(set_from_outside_while_it_opens), cmocka_unit_test(prints_fall_once_and_are_held_up),
        cmocka_unit_test(mistakes), cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
