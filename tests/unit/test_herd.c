/* links: lk_scene */
/* The herd: as many as the variable says, one after the other leaves, the same places every time. */
#include "data_kit.h"

#define SCENE \
    "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: deer, value: 10}\nelements:\n- kind: herd\n  id: herd\n  at: [100, 100]\n  size: [900, 300]\n" \
    "  file: art/a.svg\n  var: deer\n  most: 10\n  rows: 3\n  height: 100\n  back: 0.5\n  ms: 1000\n  alt: \"{deer} deer\"\n"

struct herd { struct kit k; struct kit_file file[2]; struct scene *s; int64_t now; };

static void open_herd(struct herd *g) {
    g->file[0] = (struct kit_file){"scenes/s.yaml", SCENE};
    g->file[1] = (struct kit_file){"assets/art/a.svg", KIT_SVG};
    kit_open(&g->k, g->file, 2);
    g->s = kit_scene(&g->k, "s");
    g->now = 1000;
    kit_at(&g->k, g->s, g->now);
    kit_at(&g->k, g->s, g->now += 20);
}
static void close_herd(struct herd *g) {
    scene_free(g->s);
    kit_close(&g->k);
}
static void pass(struct herd *g, int ms) {
    for (int t = 0; t < ms; t += 20) kit_at(&g->k, g->s, g->now += 20);
}

static void one_after_the_other_leaves(void **state) {
    (void)state;
    struct herd g;
    open_herd(&g);
    assert_int_equal(g.k.list.n, 10);
    assert_string_equal(kit_item(&g.k, "herd")->label, "10 deer");
    assert_true(g.k.e.wake > g.now + 400);
    for (int i = 1; i < 10; i++) assert_true(g.k.list.cmds[i].box.h >= g.k.list.cmds[i - 1].box.h);   /* near ones lie over far ones */
    vars_set_num(&g.k.vars, "deer", 6);
    pass(&g, 520);
    assert_in_range(g.k.list.n, 7, 9);
    assert_string_equal(kit_item(&g.k, "herd")->label, "6 deer");
    pass(&g, 700);
    assert_int_equal(g.k.list.n, 6);
    assert_true(g.k.e.wake > g.now + 400);
    vars_set_num(&g.k.vars, "deer", 99);               /* no more than there is room for */
    pass(&g, 1200);
    assert_int_equal(g.k.list.n, 10);
    vars_set_num(&g.k.vars, "deer", -3);
    pass(&g, 1200);
    assert_int_equal(g.k.list.n, 0);
    close_herd(&g);
}

static void all_stand_in_their_place(void **state) {
    (void)state;
    struct herd g;
    open_herd(&g);
    for (int i = 0; i < g.k.list.n; i++) {
        struct ibox b = g.k.list.cmds[i].box;
        int foot = b.y + b.h, middle = b.x + b.w / 2;
        assert_in_range(middle, 100, 1000);
        assert_in_range(foot, 100, 420);
    }
    struct ibox first = g.k.list.cmds[0].box;
    g.k.e.relayout = true;
    pass(&g, 40);
    assert_memory_equal(&first, &g.k.list.cmds[0].box, sizeof first);
    close_herd(&g);
}

static void at_once_in_reduced_motion(void **state) {
    (void)state;
    struct herd g;
    open_herd(&g);
    g.k.e.still = true;
    vars_set_num(&g.k.vars, "deer", 4);
    pass(&g, 40);
    assert_int_equal(g.k.list.n, 4);
    assert_true(g.k.e.wake > g.now + 400);
    close_herd(&g);
}

static void memory_may_be_refused(void **state) {
    (void)state;
    struct herd g;
    open_herd(&g);
    kit_starve(&g.k, g.s);
    close_herd(&g);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_after_the_other_leaves), cmocka_unit_test(all_stand_in_their_place),
                                       cmocka_unit_test(at_once_in_reduced_motion), cmocka_unit_test(memory_may_be_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
