/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* Sorting: drags and touches, the wrong side, two loads, the variable from outside, time that runs out, a moved stage. */
#include "data_kit.h"

#define SIDES "  sides:\n  - {id: a, label: Eaten, at: [0, 100], size: [900, 500], hubs: [500, 400]}\n  - {id: b, label: Left, at: [1000, 100], size: [900, 500], walks: true}\n"
#define TOKENS "  tokens:\n  - {id: hare, file: art/x.svg, label: Hare, side: a, at: [200, 500], gone-if: {deer: 0}}\n" \
    "  - {id: cow, file: art/x.svg, label: Big cow, side: b, at: [1200, 500]}\n  - {id: roe, file: art/x.svg, label: Roe, side: a, at: [400, 500]}\n"
#define SCENE(extra) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: n, value: 0}\n- {name: wrong, value: none}\n- {name: deer, value: 1}\n" \
    "- {name: late, value: 0}\n- {name: on, value: 1}\nelements:\n- kind: sort\n  id: s\n  at: [0, 0]\n  size: [1920, 952]\n  sorted: n\n  wrong: wrong\n" \
    "  load: 2\n  tray-at: [300, 890]\n  tray-gap: 240\n" extra SIDES TOKENS

static const struct kit_file PACK = {"assets/art/x.svg", KIT_SVG};
static const struct vec2 FIRST = {300, 850}, SECOND = {540, 850}, LEFT = {400, 300}, RIGHT = {1500, 300}, NOWHERE = {950, 20};

static struct scene *open_scene(struct kit *k, struct kit_file *f, const char *text) {
    f[0] = (struct kit_file){"scenes/s.yaml", text};
    f[1] = PACK;
    kit_open(k, f, 2);
    struct scene *s = kit_scene(k, "s");
    kit_at(k, s, 1000);
    kit_at(k, s, 3000);
    return s;
}
static struct node *sort(struct scene *s) { return scene_node(s, "s"); }
static double n_of(struct kit *k) { return vars_num(&k->vars, "n", -1); }
static bool wrong_is(struct kit *k, const char *word) { return str_eq(vars_get(&k->vars, "wrong").word, word); }
static void drag(struct kit *k, struct scene *s, int item, struct vec2 from, struct vec2 to) {
    kit_tell(k, sort(s), NODE_DOWN, item, from, from);
    kit_tell(k, sort(s), NODE_MOVE, item, from, to);
    kit_apply(k);
    kit_tell(k, sort(s), NODE_UP, item, from, to);
    kit_apply(k);
}
static void touch(struct kit *k, struct scene *s, int item) {
    kit_tell(k, sort(s), NODE_ACTIVATE, item, FIRST, FIRST);
    kit_apply(k);
}
static void later(struct kit *k, struct scene *s, int ms) { kit_at(k, s, k->e.now + ms); }

static void drags(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = open_scene(&k, f, SCENE(""));
    assert_true(k.e.wake == INT64_MAX);                       /* waiting is rest */
    const struct sem_item *it = kit_item(&k, "s/hare");
    assert_true(it && it->drags && it->focusable && it->hit.h >= 81 && it->hit.w >= 81);
    assert_null(kit_item(&k, "s/roe"));                       /* the second load */
    drag(&k, s, 0, FIRST, RIGHT);
    assert_true(wrong_is(&k, "hare") && n_of(&k) == 0);
    later(&k, s, 100);
    assert_true(k.e.wake == k.e.now + 16);                    /* it hops home */
    later(&k, s, 500);
    later(&k, s, 16);
    assert_true(k.e.wake == INT64_MAX);
    drag(&k, s, 0, FIRST, NOWHERE);
    assert_true(wrong_is(&k, "none") && n_of(&k) == 0);       /* beside both: no answer */
    later(&k, s, 500);
    drag(&k, s, 0, FIRST, LEFT);
    assert_true(wrong_is(&k, "none") && n_of(&k) == 1);
    later(&k, s, 2000);
    later(&k, s, 2000);
    assert_true(kit_item(&k, "s/hare")->role == SEM_PICTURE && kit_item(&k, "s/hare")->hit.w == 0);
    drag(&k, s, 0, FIRST, LEFT);                              /* it lies: nothing more */
    assert_true(n_of(&k) == 1);
    drag(&k, s, 1, SECOND, RIGHT);
    later(&k, s, 600);
    later(&k, s, 16);
    assert_non_null(kit_item(&k, "s/roe"));                   /* the next load */
    scene_free(s);
    kit_close(&k);
}

static void touches(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = open_scene(&k, f, SCENE(""));
    assert_null(kit_item(&k, "s/a"));                         /* a side is no button before a token was chosen */
    touch(&k, s, 100);
    assert_true(n_of(&k) == 0);
    touch(&k, s, 1);
    later(&k, s, 16);
    assert_true(kit_item(&k, "s/cow")->state & SEM_SELECTED);
    assert_string_equal(kit_item(&k, "s/b")->label, "Left");
    touch(&k, s, 1);                                          /* put down again */
    later(&k, s, 16);
    assert_null(kit_item(&k, "s/b"));
    touch(&k, s, 1);
    touch(&k, s, 100);
    assert_true(wrong_is(&k, "cow") && n_of(&k) == 0);
    later(&k, s, 500);
    k.e.still = true;
    touch(&k, s, 1);
    touch(&k, s, 101);
    assert_true(n_of(&k) == 1);
    later(&k, s, 16);
    assert_true(k.e.wake == INT64_MAX);                       /* nothing moves in reduced motion */
    touch(&k, s, 7);
    touch(&k, s, -1);
    touch(&k, s, 105);
    assert_true(n_of(&k) == 1);
    scene_free(s);
    kit_close(&k);
}

static void from_outside(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = open_scene(&k, f, SCENE("  tray-if: {on: 1}\n"));
    vars_set_num(&k.vars, "n", 2);
    later(&k, s, 16);
    later(&k, s, 1000);
    assert_non_null(kit_item(&k, "s/roe"));
    assert_true(kit_item(&k, "s/hare")->role == SEM_PICTURE);
    vars_set_num(&k.vars, "deer", 0);                         /* one fades away */
    later(&k, s, 16);
    assert_true(k.e.wake == k.e.now + 16);
    later(&k, s, 1000);
    later(&k, s, 16);
    assert_null(kit_item(&k, "s/hare"));
    assert_non_null(kit_item(&k, "s/cow"));
    vars_set_num(&k.vars, "on", 0);
    later(&k, s, 16);
    assert_null(kit_item(&k, "s/roe"));
    touch(&k, s, 2);
    touch(&k, s, 100);
    assert_true(n_of(&k) == 2);                               /* no tray, no answer */
    vars_set_num(&k.vars, "on", 1);
    vars_set_num(&k.vars, "deer", 1);
    vars_set_num(&k.vars, "n", 0);
    later(&k, s, 16);
    later(&k, s, 1000);
    assert_true(kit_item(&k, "s/hare")->drags);
    scene_free(s);
    kit_close(&k);
}

static double played;
static double play_t(const struct env *e, const char *name) {
    (void)e;
    return str_eq(name, "run") ? played : -1;
}
static void too_late(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = open_scene(&k, f, SCENE("  late: late\n  late-after: 8\n  clock: run\n"));
    k.e.play_t = play_t;
    played = 3;
    later(&k, s, 16);
    assert_true(k.e.wake == k.e.now + 5000);
    k.e.still = true;
    played = 9;
    later(&k, s, 16);
    assert_true(vars_num(&k.vars, "late", 0) == 0);           /* no hurry in reduced motion */
    k.e.still = false;
    later(&k, s, 16);
    assert_true(vars_num(&k.vars, "late", 0) == 1);
    vars_set_num(&k.vars, "late", 0);
    later(&k, s, 16);
    assert_true(vars_num(&k.vars, "late", 0) == 0);           /* said once */
    scene_free(s);
    kit_close(&k);
}

static void moved_stage(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = open_scene(&k, f, SCENE("  tracks: [{property: x, driver: deer, keys: [1, 0, 2, -500]}]\n"));
    vars_set_num(&k.vars, "deer", 2);
    later(&k, s, 16);
    assert_null(kit_item(&k, "s/hare"));                      /* away with its ground: no tray */
    vars_set_num(&k.vars, "deer", 1);
    later(&k, s, 16);
    later(&k, s, 1000);
    drag(&k, s, 0, FIRST, LEFT);
    assert_true(n_of(&k) == 1);
    later(&k, s, 1000);
    vars_set_num(&k.vars, "deer", 0);                         /* gone ... */
    later(&k, s, 16);
    later(&k, s, 1000);
    vars_set_num(&k.vars, "deer", 1.5);
    later(&k, s, 16);
    later(&k, s, 1000);
    assert_null(kit_item(&k, "s/hare"));                      /* ... until the ground is back */
    vars_set_num(&k.vars, "deer", 1);
    later(&k, s, 16);
    later(&k, s, 1000);
    assert_non_null(kit_item(&k, "s/hare"));
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    struct kit_file f[2] = {{"scenes/s.yaml", "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: n, value: 0}\n- {name: w, value: none}\nelements:\n"
        "- {kind: sort, id: s, at: [0, 0], size: [9, 9], sorted: n, wrong: w, late: n, tray-at: [1, 1], sides: [{id: a, label: A, at: [0, 0], size: [1, 1], hubs: [1]}],\n"
        "   tokens: [{id: t, file: art/x.svg, label: T, side: b, at: [0, 0]}]}\n"}, PACK};
    struct kit k;
    kit_open(&k, f, 2);
    assert_null(scene_load(&k.deps, "s", &k.d));
    const char *said = kit_lines(&k);
    assert_non_null(strstr(said, "no side 'b' for token 't'"));
    assert_non_null(strstr(said, "odd count"));
    assert_non_null(strstr(said, "'late' needs a 'clock'"));
    kit_close(&k);
}

static void without_memory(void **state) {
    (void)state;
    struct kit_file f[2];
    struct kit k;
    struct scene *s = open_scene(&k, f, SCENE(""));
    touch(&k, s, 0);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(drags), cmocka_unit_test(touches), cmocka_unit_test(from_outside),
                                       cmocka_unit_test(too_late), cmocka_unit_test(moved_stage), cmocka_unit_test(mistakes),
                                       cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
