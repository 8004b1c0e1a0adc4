/* links: lk_scene */
/* The herd: as many as the variable says, one after the other leaves, the same places every time. */
#include "stage.h"

#define SCENE HERD("")
#define HERD(more) \
    "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: deer, value: 10}\nelements:\n- kind: herd\n  id: herd\n  at: [100, 100]\n  size: [900, 300]\n" \
    "  file: art/a.svg\n  var: deer\n  most: 10\n  rows: 3\n  height: 100\n  back: 0.5\n  ms: 1000\n" more "  alt: \"{deer} deer\"\n"

#define WIDE_SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 100\" width=\"300\" height=\"100\"><rect width=\"300\" height=\"100\" fill=\"#112233\"/></svg>"
static const struct stage_pack PACK = {.files = {{"assets/art/a.svg", KIT_SVG}, {"assets/art/b.svg", WIDE_SVG}}};

static void one_after_the_other_leaves(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_pass(&t, 20);
    assert_int_equal(t.k.list.n, 10);
    assert_string_equal(stage_item(&t, "herd")->label, "10 deer");
    assert_true(t.k.e.wake > t.k.e.now + 400);
    for (int i = 1; i < 10; i++) assert_true(t.k.list.cmds[i].box.h >= t.k.list.cmds[i - 1].box.h);   /* near ones lie over far ones */
    stage_set(&t, "deer", 6);
    stage_pass(&t, 520);
    assert_in_range(t.k.list.n, 7, 9);
    assert_string_equal(stage_item(&t, "herd")->label, "6 deer");
    stage_pass(&t, 700);
    assert_int_equal(t.k.list.n, 6);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    stage_set(&t, "deer", 99);                                                                        /* no more than there is room for */
    stage_pass(&t, 1200);
    assert_int_equal(t.k.list.n, 10);
    stage_set(&t, "deer", -3);
    stage_pass(&t, 1200);
    assert_int_equal(t.k.list.n, 0);
    stage_close(&t);
}

static void all_stand_in_their_place(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_pass(&t, 20);
    for (int i = 0; i < t.k.list.n; i++) {
        struct ibox b = t.k.list.cmds[i].box;
        int foot = b.y + b.h, middle = b.x + b.w / 2;
        assert_in_range(middle, 100, 1000);
        assert_in_range(foot, 100, 420);
    }
    struct ibox first = t.k.list.cmds[0].box;
    t.k.e.relayout = true;
    stage_pass(&t, 40);
    assert_memory_equal(&first, &t.k.list.cmds[0].box, sizeof first);
    stage_close(&t);
}

static void at_once_in_reduced_motion(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_pass(&t, 20);
    t.k.e.still = true;
    stage_set(&t, "deer", 4);
    stage_pass(&t, 40);
    assert_int_equal(t.k.list.n, 4);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    stage_close(&t);
}

/* Others among them stand where the first would, as high as it, and everyone stays who it is. */
static void not_all_look_alike(void **state) {
    (void)state;
    struct stage t, o;
    stage_open(&t, &PACK, SCENE);
    stage_open(&o, &PACK, HERD("  others: [art/b.svg]\n"));
    stage_pass(&t, 20);
    stage_pass(&o, 20);
    assert_int_equal(o.k.list.n, 10);
    int wide = 0;
    for (int i = 0; i < 10; i++) {
        struct ibox a = t.k.list.cmds[i].box, b = o.k.list.cmds[i].box;
        wide += b.w > a.w;
        assert_in_range(b.y - a.y + 1, 0, 2);
        assert_in_range(b.h - a.h + 1, 0, 2);
        assert_in_range(b.x + b.w / 2 - a.x - a.w / 2 + 1, 0, 2);
    }
    assert_in_range(wide, 2, 8);
    stage_close(&t);
    stage_close(&o);
}

static void memory_may_be_refused(void **state) {
    (void)state;
    stage_without_memory(&PACK, HERD("  others: [art/b.svg]\n"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_after_the_other_leaves), cmocka_unit_test(all_stand_in_their_place),
                                       cmocka_unit_test(at_once_in_reduced_motion), cmocka_unit_test(not_all_look_alike), cmocka_unit_test(memory_may_be_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
