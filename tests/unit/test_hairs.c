/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lens on hair: a tuft is as long as its fact, grows out of the skin with a variable, and its tag says so only then. */
#include "stage.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: season, value: 0}\n- {name: card, value: 0}\nelements:\n"
#define LENS(more) "- kind: hairs\n  id: h\n  at: [100, 100]\n  size: [526, 526]\n  alt: Hair\n  unit-px: 40\n  base: 100\n  units: 7\n" more \
    "  tufts:\n" \
    "  - {fact: short, x: -100, color: \"#884400\", light: \"#CC8844\", tag: \"{short.qualified}\"}\n" \
    "  - {fact: long, from: short, x: 100, color: \"#884400\", light: \"#CC8844\", tag: \"{long.qualified}\", driver: season, " \
    "keys: [0, 0, 1, 1], fade: [0, 0.5, 1, 1]}\n"

static void facts(struct kit *k) {
    kit_fact(k, "short", 2.5, "cm", "about", "confirmed");
    kit_fact(k, "long", 7, "cm", "up to", "confirmed");
    kit_fact(k, "heavy", 7, "kg", "about", "confirmed");
}
static const struct stage_pack PACK = {.prepare = facts};
/* The tufts are the only pictures cut off at the skin, 463 px down. */
static int tufts(const struct stage *t, const struct draw_cmd *out[2]) {
    int n = 0;
    for (int i = 0; i < t->k.list.n; i++) {
        const struct draw_cmd *c = &t->k.list.cmds[i];
        if (c->kind == DRAW_PICTURE && c->clip.y + c->clip.h == 463 && n < 2) out[n++] = c;
    }
    return n;
}

static void grows_out_of_the_skin(void **state) {
    (void)state;
    const struct draw_cmd *tuft[2];
    struct stage t;
    stage_open(&t, &PACK, HEAD LENS(""));
    assert_int_equal(tufts(&t, tuft), 2);
    assert_int_equal(463 - 4 - tuft[0]->box.y, 100);              /* 2.5 cm at 40 px */
    assert_int_equal(463 - 4 - tuft[1]->box.y, 100);              /* as long as the other, and paler */
    assert_int_equal(tuft[1]->alpha, 128);
    assert_non_null(stage_item(&t, "h/length-1"));
    assert_null(stage_item(&t, "h/length-2"));                    /* it is not 7 cm yet */
    stage_set(&t, "season", .5);
    stage_at(&t, 1016);
    assert_int_equal(tufts(&t, tuft), 2);
    assert_int_equal(463 - 4 - tuft[1]->box.y, 190);              /* half of the way */
    stage_set(&t, "season", 1);
    stage_at(&t, 1032);
    assert_int_equal(tufts(&t, tuft), 2);
    assert_int_equal(463 - 4 - tuft[0]->box.y, 100);
    assert_int_equal(463 - 4 - tuft[1]->box.y, 280);
    assert_int_equal(tuft[1]->alpha, 255);
    assert_string_equal(stage_item(&t, "h/length-2")->label, "up to 7");
    assert_string_equal(stage_item(&t, "h")->label, "Hair");
    assert_true(stage_rests(&t));                                 /* only the variable moves it */
    stage_close(&t);
}

static void numbers_keep_their_distance(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD LENS(""));
    assert_non_null(stage_item(&t, "h/cm-1"));
    assert_non_null(stage_item(&t, "h/cm-7"));
    float one = stage_item(&t, "h/cm-1")->box.y, two = stage_item(&t, "h/cm-2")->box.y;
    assert_float_equal(one - two, 40, 1);
    t.k.e.text_scale = 2;
    t.k.e.relayout = true;
    stage_at(&t, 1016);
    assert_null(stage_item(&t, "h/cm-1"));                        /* large numbers: every second one */
    assert_non_null(stage_item(&t, "h/cm-2"));
    stage_close(&t);
}

static void gives_way(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD LENS("  hidden-if: {card: [1, 4]}\n"));
    assert_true(t.k.list.n > 0);
    stage_set(&t, "card", 2);
    stage_at(&t, 1016);
    assert_int_equal(t.k.list.n, 0);
    stage_close(&t);
}

static void faults_are_named(void **state) {
    (void)state;
    static const char bad[] = HEAD "- {kind: hairs, at: [0, 0], size: [500, 500], unit-px: 40, tufts: [{fact: heavy, "
        "color: snow, light: snow, tag: A, driver: season, keys: [1, 0, 0, 1]}]}\n";
    static const struct mistake rows[] = {{bad, "fact 'heavy' of tuft 1 is no length"}, {bad, "'keys' of tuft 1 must be pairs in rising order"},
        {HEAD "- {kind: hairs, at: [0, 0], size: [500, 500], unit-px: 80, base: 20, tufts: [{fact: long, color: snow, light: snow, tag: A}]}\n",
         "tuft 1 of 7 cm is longer than the lens is high"}};
    STAGE_MISTAKES(&PACK, rows);
}

static void survives_without_memory(void **state) {
    (void)state;
    stage_without_memory(&PACK, HEAD LENS(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(grows_out_of_the_skin), cmocka_unit_test(numbers_keep_their_distance),
                                       cmocka_unit_test(gives_way), cmocka_unit_test(faults_are_named),
                                       cmocka_unit_test(survives_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
