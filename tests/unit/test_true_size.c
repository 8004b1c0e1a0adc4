/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing in its true size: as wide as the fact says on a screen that was measured, nothing on one that was not, or where it
 * has no room; a fact that is no width is refused. */
#include "data_kit.h"

#define SCENE(more) "format: 1\ntitle: T\ntemplate: stage\nelements:\n" \
    "- {kind: true-size, id: i, file: a.svg, fact: print, at: [100, 100], size: [400, 300], alt: A print" more "}\n"

/* Px wide of the drawing on a 1920 x 1080 screen; 0 = nothing is shown. */
static int width(const char *text, double num, const char *unit, float mm, int *mid) {
    struct kit_file f[2] = {{"scenes/s.yaml", text}, {"assets/a.svg", KIT_SVG}};
    struct kit k;
    int w = 0;
    kit_open(&k, f, 2);
    kit_fact(&k, "print", num, unit, NULL, "confirmed");
    struct scene *s = kit_scene(&k, "s");
    k.e.mm = mm;
    kit_at(&k, s, 1000);
    for (int i = 0; i < k.list.n; i++)
        if (k.list.cmds[i].kind == DRAW_PICTURE) w = k.list.cmds[i].box.w, *mid = k.list.cmds[i].box.x + w / 2;
    assert_true((kit_item(&k, "i") != NULL) == (w > 0));
    scene_free(s);
    kit_close(&k);
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
    struct kit_file f[2] = {{"scenes/s.yaml", SCENE("")}, {"assets/a.svg", KIT_SVG}};
    struct kit k;
    kit_open(&k, f, 2);
    kit_fact(&k, "print", 9, "kg", NULL, "confirmed");
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_string_equal(kit_lines(&k), "scenes/s.yaml:5:47: fact 'print' is no width (name one in cm or m)\n");
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(as_wide_as_the_fact_says), cmocka_unit_test(else_nothing), cmocka_unit_test(a_weight_is_no_width)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
