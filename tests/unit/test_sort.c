/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* Sorting: drags and touches, the wrong side, two loads, the variable from outside, time that runs out, a moved stage. */
#include "stage.h"

#define SIDES "  sides:\n  - {id: a, label: Eaten, at: [0, 100], size: [900, 500], hubs: [500, 400]}\n  - {id: b, label: Left, at: [1000, 100], size: [900, 500], walks: true}\n"
#define TOKENS "  tokens:\n  - {id: hare, file: art/x.svg, label: Hare, side: a, at: [200, 500], gone-if: {deer: 0}}\n" \
    "  - {id: cow, file: art/x.svg, label: Big cow, side: b, at: [1200, 500]}\n  - {id: roe, file: art/x.svg, label: Roe, side: a, at: [400, 500]}\n"
#define SCENE(extra) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: n, value: 0}\n- {name: wrong, value: none}\n- {name: deer, value: 1}\n" \
    "- {name: late, value: 0}\n- {name: on, value: 1}\nelements:\n- kind: sort\n  id: s\n  at: [0, 0]\n  size: [1920, 952]\n  sorted: n\n  wrong: wrong\n" \
    "  load: 2\n  tray-at: [300, 890]\n  tray-gap: 240\n" extra SIDES TOKENS

static const struct stage_pack PACK = {.files = {{"assets/art/x.svg", KIT_SVG}}};
static const struct vec2 FIRST = {300, 850}, SECOND = {540, 850}, LEFT = {400, 300}, RIGHT = {1500, 300}, NOWHERE = {950, 20};

static void begin(struct stage *t, const char *text) {
    stage_open(t, &PACK, text);
    stage_at(t, 3000);
}
static double n_of(struct stage *t) { return stage_var(t, "n"); }
static bool wrong_is(struct stage *t, const char *word) { return str_eq(stage_word(t, "wrong"), word); }
static void drag(struct stage *t, int item, struct vec2 from, struct vec2 to) {
    stage_tell(t, NODE_DOWN, item, from, from);
    stage_tell(t, NODE_MOVE, item, from, to);
    stage_tell(t, NODE_UP, item, from, to);
}
static void touch(struct stage *t, int item) {
    stage_tell(t, NODE_ACTIVATE, item, FIRST, FIRST);
}
static void later(struct stage *t, int ms) { stage_at(t, t->k.e.now + ms); }

static void drags(void **state) {
    (void)state;
    struct stage t;
    begin(&t, SCENE(""));
    assert_true(stage_rests(&t));                               /* waiting is rest */
    const struct sem_item *it = stage_item(&t, "s/hare");
    assert_true(it && it->drags && it->focusable && it->hit.h >= 81 && it->hit.w >= 81);
    assert_null(stage_item(&t, "s/roe"));                       /* the second load */
    drag(&t, 0, FIRST, RIGHT);
    assert_true(wrong_is(&t, "hare") && n_of(&t) == 0);
    later(&t, 100);
    assert_true(t.k.e.wake == t.k.e.now + 16);                  /* it hops home */
    later(&t, 500);
    stage_pass(&t, 16);
    assert_true(stage_rests(&t));
    drag(&t, 0, FIRST, NOWHERE);
    assert_true(wrong_is(&t, "none") && n_of(&t) == 0);         /* beside both: no answer */
    later(&t, 500);
    drag(&t, 0, FIRST, LEFT);
    assert_true(wrong_is(&t, "none") && n_of(&t) == 1);
    later(&t, 2000);
    later(&t, 2000);
    assert_true(stage_item(&t, "s/hare")->role == SEM_PICTURE && stage_item(&t, "s/hare")->hit.w == 0);
    drag(&t, 0, FIRST, LEFT);                                   /* it lies: nothing more */
    assert_true(n_of(&t) == 1);
    drag(&t, 1, SECOND, RIGHT);
    later(&t, 600);
    stage_pass(&t, 16);
    assert_non_null(stage_item(&t, "s/roe"));                   /* the next load */
    stage_close(&t);
}

static void touches(void **state) {
    (void)state;
    struct stage t;
    begin(&t, SCENE(""));
    assert_null(stage_item(&t, "s/a"));                         /* a side is no button before a token was chosen */
    touch(&t, 100);
    assert_true(n_of(&t) == 0);
    touch(&t, 1);
    stage_pass(&t, 16);
    assert_true(stage_item(&t, "s/cow")->state & SEM_SELECTED);
    assert_string_equal(stage_item(&t, "s/b")->label, "Left");
    touch(&t, 1);                                               /* put down again */
    stage_pass(&t, 16);
    assert_null(stage_item(&t, "s/b"));
    touch(&t, 1);
    touch(&t, 100);
    assert_true(wrong_is(&t, "cow") && n_of(&t) == 0);
    later(&t, 500);
    t.k.e.still = true;
    touch(&t, 1);
    touch(&t, 101);
    assert_true(n_of(&t) == 1);
    stage_pass(&t, 16);
    assert_true(stage_rests(&t));                               /* nothing moves in reduced motion */
    touch(&t, 7);
    touch(&t, -1);
    touch(&t, 105);
    assert_true(n_of(&t) == 1);
    stage_close(&t);
}

static void from_outside(void **state) {
    (void)state;
    struct stage t;
    begin(&t, SCENE("  tray-if: {on: 1}\n"));
    stage_set(&t, "n", 2);
    stage_pass(&t, 16);
    later(&t, 1000);
    assert_non_null(stage_item(&t, "s/roe"));
    assert_true(stage_item(&t, "s/hare")->role == SEM_PICTURE);
    stage_set(&t, "deer", 0);                                   /* one fades away */
    stage_pass(&t, 16);
    assert_true(t.k.e.wake == t.k.e.now + 16);
    later(&t, 1000);
    stage_pass(&t, 16);
    assert_null(stage_item(&t, "s/hare"));
    assert_non_null(stage_item(&t, "s/cow"));
    stage_set(&t, "on", 0);
    stage_pass(&t, 16);
    assert_null(stage_item(&t, "s/roe"));
    touch(&t, 2);
    touch(&t, 100);
    assert_true(n_of(&t) == 2);                                 /* no tray, no answer */
    stage_set(&t, "on", 1);
    stage_set(&t, "deer", 1);
    stage_set(&t, "n", 0);
    stage_pass(&t, 16);
    later(&t, 1000);
    assert_true(stage_item(&t, "s/hare")->drags);
    stage_close(&t);
}

static double played;
static double play_t(const struct env *e, const char *name) {
    (void)e;
    return str_eq(name, "run") ? played : -1;
}
static void too_late(void **state) {
    (void)state;
    struct stage t;
    begin(&t, SCENE("  late: late\n  late-after: 8\n  clock: run\n"));
    t.k.e.play_t = play_t;
    played = 3;
    stage_pass(&t, 16);
    assert_true(t.k.e.wake == t.k.e.now + 5000);
    t.k.e.still = true;
    played = 9;
    stage_pass(&t, 16);
    assert_true(stage_var(&t, "late") == 0);                    /* no hurry in reduced motion */
    t.k.e.still = false;
    stage_pass(&t, 16);
    assert_true(stage_var(&t, "late") == 1);
    stage_set(&t, "late", 0);
    stage_pass(&t, 16);
    assert_true(stage_var(&t, "late") == 0);                    /* said once */
    stage_close(&t);
}

static void moved_stage(void **state) {
    (void)state;
    struct stage t;
    begin(&t, SCENE("  tracks: [{property: x, driver: deer, keys: [1, 0, 2, -500]}]\n"));
    stage_set(&t, "deer", 2);
    stage_pass(&t, 16);
    assert_null(stage_item(&t, "s/hare"));                      /* away with its ground: no tray */
    stage_set(&t, "deer", 1);
    stage_pass(&t, 16);
    later(&t, 1000);
    drag(&t, 0, FIRST, LEFT);
    assert_true(n_of(&t) == 1);
    later(&t, 1000);
    stage_set(&t, "deer", 0);                                   /* gone ... */
    stage_pass(&t, 16);
    later(&t, 1000);
    stage_set(&t, "deer", 1.5);
    stage_pass(&t, 16);
    later(&t, 1000);
    assert_null(stage_item(&t, "s/hare"));                      /* ... until the ground is back */
    stage_set(&t, "deer", 1);
    stage_pass(&t, 16);
    later(&t, 1000);
    assert_non_null(stage_item(&t, "s/hare"));
    stage_close(&t);
}

static const struct para *label(struct stage *t, const char *id) { return stage_item(t, id)->para; }

/* Names in two languages: the second has a line more where it is of several words, or stands behind the first. */
static void two_languages(void **state) {
    (void)state;
    struct stage t;
    struct catalog ru = {.lang = "ru"};
    struct catalog_entry hare = {.ctxt = "s/s.tokens.hare.label", .id = "Hare", .str = "енотовидная собака"};
    struct catalog_entry roe = {.ctxt = "s/s.tokens.roe.label", .id = "Roe", .str = "ря"};
    for (int beside = 0; beside < 2; beside++) {
        stage_load(&t, &PACK, beside ? SCENE("  pair: beside\n") : SCENE(""));
        map_init(&ru.by_key, &t.k.a);
        map_put(&ru.by_key, "s/s.tokens.hare.label\x04Hare", &hare);
        map_put(&ru.by_key, "s/s.tokens.roe.label\x04Roe", &roe);
        t.k.e.second = (struct msg_env){.lang = "ru", .catalog = &ru, .facts = &t.k.facts};
        stage_at(&t, 3000);
        assert_true(label(&t, "s/hare")->both == !beside && label(&t, "s/hare")->nlines == (beside ? 1 : 3));
        stage_set(&t, "n", 2);
        stage_at(&t, 6000);
        assert_true(label(&t, "s/roe")->both && label(&t, "s/roe")->nlines == (beside ? 1 : 2));
        stage_close(&t);
    }
}

static void mistakes(void **state) {
    (void)state;
    static const char bad[] = "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: n, value: 0}\n- {name: w, value: none}\nelements:\n"
        "- {kind: sort, id: s, at: [0, 0], size: [9, 9], sorted: n, wrong: w, late: n, tray-at: [1, 1], sides: [{id: a, label: A, at: [0, 0], size: [1, 1], hubs: [1]}],\n"
        "   tokens: [{id: t, file: art/x.svg, label: T, side: b, at: [0, 0]}]}\n";
    static const struct mistake rows[] = {{bad, "no side 'b' for token 't'"}, {bad, "odd count"}, {bad, "'late' needs a 'clock'"}};
    STAGE_MISTAKES(&PACK, rows);
}

static void without_memory(void **state) {
    (void)state;
    struct stage t;
    begin(&t, SCENE(""));
    touch(&t, 0);
    stage_starve(&t);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(drags), cmocka_unit_test(touches), cmocka_unit_test(from_outside),
                                       cmocka_unit_test(too_late), cmocka_unit_test(moved_stage), cmocka_unit_test(two_languages), cmocka_unit_test(mistakes),
                                       cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
