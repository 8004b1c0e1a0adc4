/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lens on hair: a tuft is as long as its fact, grows out of the skin with a variable, and its tag says so only then. */
#include "data_kit.h"

#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: season, value: 0}\n- {name: card, value: 0}\nelements:\n"
#define LENS(more) "- kind: hairs\n  id: h\n  at: [100, 100]\n  size: [526, 526]\n  alt: Hair\n  unit-px: 40\n  base: 100\n  units: 7\n" more \
    "  tufts:\n" \
    "  - {fact: short, x: -100, color: \"#884400\", light: \"#CC8844\", tag: \"{short.qualified}\"}\n" \
    "  - {fact: long, from: short, x: 100, color: \"#884400\", light: \"#CC8844\", tag: \"{long.qualified}\", driver: season, " \
    "keys: [0, 0, 1, 1], fade: [0, 0.5, 1, 1]}\n"

static struct scene *open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
    kit_fact(k, "short", 2.5, "cm", "about", "confirmed");
    kit_fact(k, "long", 7, "cm", "up to", "confirmed");
    kit_fact(k, "heavy", 7, "kg", "about", "confirmed");
    return kit_scene(k, "s");
}
/* The tufts are the only pictures cut off at the skin, 463 px down. */
static int tufts(const struct kit *k, const struct draw_cmd *out[2]) {
    int n = 0;
    for (int i = 0; i < k->list.n; i++) {
        const struct draw_cmd *c = &k->list.cmds[i];
        if (c->kind == DRAW_PICTURE && c->clip.y + c->clip.h == 463 && n < 2) out[n++] = c;
    }
    return n;
}

static void grows_out_of_the_skin(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    const struct draw_cmd *t[2];
    struct scene *s = open_scene(&k, HEAD LENS(""), f);
    kit_at(&k, s, 1000);
    assert_int_equal(tufts(&k, t), 2);
    assert_int_equal(463 - 4 - t[0]->box.y, 100);              /* 2.5 cm at 40 px */
    assert_int_equal(463 - 4 - t[1]->box.y, 100);              /* as long as the other, and paler */
    assert_int_equal(t[1]->alpha, 128);
    assert_non_null(kit_item(&k, "h/length-1"));
    assert_null(kit_item(&k, "h/length-2"));                   /* it is not 7 cm yet */
    vars_set_num(&k.vars, "season", .5);
    kit_at(&k, s, 1016);
    assert_int_equal(tufts(&k, t), 2);
    assert_int_equal(463 - 4 - t[1]->box.y, 190);              /* half of the way */
    vars_set_num(&k.vars, "season", 1);
    kit_at(&k, s, 1032);
    assert_int_equal(tufts(&k, t), 2);
    assert_int_equal(463 - 4 - t[0]->box.y, 100);
    assert_int_equal(463 - 4 - t[1]->box.y, 280);
    assert_int_equal(t[1]->alpha, 255);
    assert_string_equal(kit_item(&k, "h/length-2")->label, "up to 7");
    assert_string_equal(kit_item(&k, "h")->label, "Hair");
    assert_true(k.e.wake == INT64_MAX);                        /* only the variable moves it */
    scene_free(s);
    kit_close(&k);
}

static void numbers_keep_their_distance(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD LENS(""), f);
    kit_at(&k, s, 1000);
    assert_non_null(kit_item(&k, "h/cm-1"));
    assert_non_null(kit_item(&k, "h/cm-7"));
    float one = kit_item(&k, "h/cm-1")->box.y, two = kit_item(&k, "h/cm-2")->box.y;
    assert_float_equal(one - two, 40, 1);
    k.e.text_scale = 2;
    k.e.relayout = true;
    kit_at(&k, s, 1016);
    assert_null(kit_item(&k, "h/cm-1"));                       /* large numbers: every second one */
    assert_non_null(kit_item(&k, "h/cm-2"));
    scene_free(s);
    kit_close(&k);
}

static void gives_way(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD LENS("  hidden-if: {card: [1, 4]}\n"), f);
    kit_at(&k, s, 1000);
    assert_true(k.list.n > 0);
    vars_set_num(&k.vars, "card", 2);
    kit_at(&k, s, 1016);
    assert_int_equal(k.list.n, 0);
    scene_free(s);
    kit_close(&k);
}

static void faults_are_named(void **state) {
    (void)state;
    struct kit_file f[1] = {{"scenes/s.yaml", HEAD "- {kind: hairs, at: [0, 0], size: [500, 500], unit-px: 40, tufts: [{fact: heavy, "
                                                   "color: snow, light: snow, tag: A, driver: season, keys: [1, 0, 0, 1]}]}\n"}};
    struct kit k;
    kit_open(&k, f, 1);
    kit_fact(&k, "heavy", 7, "kg", "about", "confirmed");
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "fact 'heavy' of tuft 1 is no length"));
    assert_non_null(strstr(kit_lines(&k), "'keys' of tuft 1 must be pairs in rising order"));
    kit_close(&k);
}

static void survives_without_memory(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    struct scene *s = open_scene(&k, HEAD LENS(""), f);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(grows_out_of_the_skin), cmocka_unit_test(numbers_keep_their_distance),
                                       cmocka_unit_test(gives_way), cmocka_unit_test(faults_are_named),
                                       cmocka_unit_test(survives_without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
