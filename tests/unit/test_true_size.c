/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing in its true size: as wide as the fact says on a screen that was measured, nothing on one that was not, or where it
 * has no room; a fact that is no width is refused. */
#include "stage.h"

#define SCENE(more) "format: 1\ntitle: T\ntemplate: stage\nelements:\n" \
    "- {kind: true-size, id: i, file: a.svg, fact: print, at: [100, 100], size: [400, 300], alt: A print" more "}\n"

static const struct stage_pack PACK = {.files = {{"assets/a.svg", KIT_SVG}}};

/* Px wide of the drawing on a 1920 x 1080 screen; 0 = nothing is shown. */
static int width(const char *text, double num, const char *unit, float mm, int *mid) {
    struct stage t;
    int w = 0;
    stage_set_up(&t, &PACK, text);
    kit_fact(&t.k, "print", num, unit, NULL, "confirmed");
    stage_begin(&t);
    t.k.e.mm = mm;
    stage_at(&t, 1000);
    for (int i = 0; i < t.k.list.n; i++)
        if (t.k.list.cmds[i].kind == DRAW_PICTURE) w = t.k.list.cmds[i].box.w, *mid = t.k.list.cmds[i].box.x + w / 2;
    assert_true((stage_item(&t, "i") != NULL) == (w > 0));
    stage_close(&t);
    return w;
}

static void as_wide_as_the_fact_says(void **state) {
    (void)state;
    int mid = 0;
    assert_int_equal(width(SCENE(""), 9, "cm", 4, &mid), 360);
    assert_int_equal(mid, 300);
    assert_int_equal(width(SCENE(", part: 0.5"), 9, "cm", 4, &mid), 720);      /* the thing is half of the drawing */
    assert_int_equal(width(SCENE(""), 0.09, "m", 4, &mid), 360);
}

static void else_nothing(void **state) {
    (void)state;
    int mid;
    assert_int_equal(width(SCENE(""), 9, "cm", 0, &mid), 0);
    assert_int_equal(width(SCENE(""), 9, "cm", 4.5f, &mid), 0);                /* 405 of 400 */
}

static void a_weight_is_no_width(void **state) {
    (void)state;
    struct stage t;
    stage_set_up(&t, &PACK, SCENE(""));
    kit_fact(&t.k, "print", 9, "kg", NULL, "confirmed");
    assert_null(scene_load(&t.k.deps, "s", &t.k.d));
    assert_string_equal(kit_lines(&t.k), "scenes/s.yaml:5:47: fact 'print' is no width (name one in cm or m)\n");
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(as_wide_as_the_fact_says), cmocka_unit_test(else_nothing), cmocka_unit_test(a_weight_is_no_width)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
