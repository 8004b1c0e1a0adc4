/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leap as a game: taps, pulls, landing, markers, who is next, reduced motion, and what an author may get wrong. */
#include "data_kit.h"

#define SCENE(challengers) \
    "format: 1\ntitle: T\ntemplate: stage\n" \
    "variables:\n- {name: jumper, value: big}\n- {name: distance, value: 0, unit: m}\n- {name: landed, value: 0}\n" \
    "elements:\n- kind: leap\n  id: leap\n  bleed: true\n  unit-px: 200\n  zero-x: 240\n  ground-y: 740\n  jumper: jumper\n" \
    "  distance: distance\n  landed: landed\n  pull-label: Pull back\n  result: \"{label}: {distance}\"\n" \
    "  record: \"{label}: {record}\"\n  challengers:\n" challengers
#define FRAMES "files: [a.svg, b.svg, c.svg, d.svg], ms: [100, 100, 100, 100], advance: [0, 100, 100, 100], mid-height: [40, 60, 60, 40], "
#define VIEW "view: [3000, 1500], units-per-cm: 10, ground-unit: 1450, anchor-unit: 1600"
#define BIG "  - {id: big, label: Big, fact: far, apex: 1.4, " FRAMES VIEW ", take-off: 2, touch-down: 3}\n"
#define SMALL "  - {id: small, label: Small, fact: near, apex: 0.5, still: a.svg, color: rose-500, " VIEW "}\n"
#define OTHER "  - {id: other, label: Other one with a long name, fact: nearer, apex: 0.5, still: a.svg, color: spruce-500, " VIEW "}\n"

#define WITH(more, challengers) \
    "format: 1\ntitle: T\ntemplate: stage\n" \
    "variables:\n- {name: jumper, value: big}\n- {name: distance, value: 0, unit: m}\n- {name: landed, value: 0}\n- {name: two, value: 0}\n" \
    "elements:\n- kind: leap\n  id: leap\n  bleed: true\n  unit-px: 200\n  zero-x: 240\n  ground-y: 740\n  jumper: jumper\n" \
    "  distance: distance\n  landed: landed\n  pull-label: Pull back\n  result: \"{label}: {distance}\"\n" \
    "  record: \"{label}: {record}\"\n" more "  challengers:\n" challengers
#define TWO(challengers) WITH("  two-if: {two: 1}\n  players: [{label: Disc}, {label: Diamond, color: rose-500}]\n", challengers)

static void open_scene(struct kit *k, const char *text) {
    struct kit_file *v = test_malloc(sizeof *v * 5);
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    const char *names[] = {"assets/a.svg", "assets/b.svg", "assets/c.svg", "assets/d.svg"};
    for (int i = 0; i < 4; i++) v[i + 1] = (struct kit_file){names[i], KIT_SVG};
    kit_open(k, v, 5);
    kit_fact(k, "far", 6, "m", "more than", "unverified");
    kit_fact(k, "near", 2.13, "m", NULL, "confirmed");
    kit_fact(k, "nearer", 2.1, "m", NULL, "confirmed");
    kit_fact(k, "high", 3, "m", "more than", "unverified");
    kit_fact(k, "heavy", 40, "kg", NULL, "confirmed");
}
static void close_scene(struct kit *k, struct scene *s) {
    scene_free(s);
    test_free((void *)k->pack.v);
    kit_close(k);
}
static double var(struct kit *k, const char *name) { return vars_num(&k->vars, name, -1); }
static void leap_now(struct kit *k, struct scene *s, int64_t *now) {
    struct vec2 at = {300, 600};
    struct node *n = scene_node(s, "leap");
    kit_at(k, s, *now);
    kit_tell(k, n, NODE_DOWN, 0, at, at);
    kit_tell(k, n, NODE_UP, 0, at, at);
    kit_tell(k, n, NODE_ACTIVATE, 0, at, at);
    for (int i = 0; i < 200; i++) kit_at(k, s, *now += 20);
}

static void tap_is_the_full_leap(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE(BIG));
    struct scene *s = kit_scene(&k, "s");
    int64_t now = 1000;
    leap_now(&k, s, &now);
    assert_float_equal(var(&k, "distance"), 6, 1e-6);
    assert_float_equal(var(&k, "landed"), 1, 0);
    const struct sem_item *chip = kit_item(&k, "leap/big");
    assert_non_null(chip);
    assert_non_null(strstr(chip->label, "Big: "));
    assert_non_null(strstr(chip->label, "more than"));
    close_scene(&k, s);
}

static void pull_measures(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE(BIG));
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "leap");
    struct vec2 a = {300, 600}, b = {190, 600}, far = {300, 2000};
    kit_at(&k, s, 1000);
    const struct sem_item *pull = kit_item(&k, "leap/pull");
    assert_non_null(pull);
    assert_int_equal(pull->role, SEM_HANDLE);
    assert_true(pull->hit.w >= 81 && pull->hit.h >= 81 && pull->focusable && pull->drags);
    assert_string_equal(pull->label, "Pull back");
    kit_tell(&k, n, NODE_DOWN, 0, a, a);
    kit_tell(&k, n, NODE_MOVE, 0, a, b);
    kit_at(&k, s, 1020);
    assert_non_null(kit_item(&k, "leap/metres"));
    assert_non_null(strstr(kit_item(&k, "leap/metres")->label, "3"));
    assert_non_null(kit_item(&k, "leap/pull"));    /* stays: else the finger would lose it */
    kit_tell(&k, n, NODE_UP, 0, a, b);
    kit_at(&k, s, 1040);
    assert_null(kit_item(&k, "leap/pull"));        /* nothing to touch in the air */
    for (int i = 0; i < 200; i++) kit_at(&k, s, 1060 + i * 20);
    assert_float_equal(var(&k, "distance"), 3, 1e-6);
    assert_null(strstr(kit_item(&k, "leap/big")->label, "more than"));
    assert_non_null(kit_item(&k, "leap/pull"));
    /* touching again makes it ready; further than the end is the end */
    kit_tell(&k, n, NODE_DOWN, 1, a, a);
    kit_apply(&k);
    assert_float_equal(var(&k, "landed"), 0, 0);
    kit_tell(&k, n, NODE_MOVE, 1, a, far);
    kit_tell(&k, n, NODE_UP, 1, a, far);
    for (int i = 0; i < 200; i++) kit_at(&k, s, 9000 + i * 20);
    assert_float_equal(var(&k, "distance"), 6, 1e-6);
    close_scene(&k, s);
}

static void short_pulls_and_lost_fingers_creep_back(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE(BIG));
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "leap");
    struct vec2 a = {300, 600}, near = {265, 610}, forward = {700, 300}, far = {100, 600};
    const struct vec2 to[] = {near, forward, far};
    for (int i = 0; i < 3; i++) {
        kit_tell(&k, n, NODE_DOWN, 0, a, a);
        kit_tell(&k, n, NODE_MOVE, 0, a, to[i]);
        kit_tell(&k, n, i == 2 ? NODE_CANCEL : NODE_UP, 0, a, to[i]);
        for (int t = 0; t < 60; t++) kit_at(&k, s, k.e.now + 20);
        assert_float_equal(var(&k, "distance"), 0, 0);
        assert_float_equal(var(&k, "landed"), 0, 0);
        assert_non_null(kit_item(&k, "leap/pull"));
    }
    close_scene(&k, s);
}

static void another_one_while_flying(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE(BIG SMALL));
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "leap");
    struct vec2 at = {300, 600};
    kit_at(&k, s, 1000);
    kit_tell(&k, n, NODE_ACTIVATE, 0, at, at);
    kit_at(&k, s, 1300);
    vars_set(&k.vars, "jumper", (struct value){.kind = VALUE_WORD, .word = "small"});
    kit_at(&k, s, 1320);
    assert_float_equal(var(&k, "distance"), 6, 0);    /* it has landed ... */
    assert_float_equal(var(&k, "landed"), 0, 0);      /* ... and the next one stands ready */
    kit_at(&k, s, 1340);
    assert_non_null(kit_item(&k, "leap/big"));
    int64_t now = 2000;
    leap_now(&k, s, &now);
    assert_float_equal(var(&k, "distance"), 2.13, 1e-6);
    assert_non_null(kit_item(&k, "leap/big"));
    assert_non_null(kit_item(&k, "leap/small"));
    close_scene(&k, s);
}

static void chips_stand_free(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE(BIG SMALL OTHER));
    struct scene *s = kit_scene(&k, "s");
    const char *who[] = {"big", "small", "other"};
    int64_t now = 1000;
    for (int i = 0; i < 3; i++) {
        vars_set(&k.vars, "jumper", (struct value){.kind = VALUE_WORD, .word = who[i]});
        leap_now(&k, s, &now);
    }
    const struct sem_item *c[] = {kit_item(&k, "leap/big"), kit_item(&k, "leap/small"), kit_item(&k, "leap/other")};
    for (int i = 0; i < 3; i++) {
        assert_non_null(c[i]);
        assert_true(c[i]->box.x >= 0 && c[i]->box.x + c[i]->box.w <= 1920);
        for (int j = 0; j < i; j++) {
            struct box a = c[i]->box, b = c[j]->box;
            assert_false(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h);
        }
    }
    close_scene(&k, s);
}

static void still_leaps_by_steps(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE(BIG));
    struct scene *s = kit_scene(&k, "s");
    struct vec2 at = {300, 600};
    k.e.still = true;
    kit_at(&k, s, 1000);
    kit_tell(&k, scene_node(s, "leap"), NODE_ACTIVATE, 0, at, at);
    kit_at(&k, s, 1000);
    int steps = 0;
    for (; var(&k, "landed") == 0 && steps < 20; steps++) {
        int64_t wake = k.e.wake;
        assert_true(wake >= k.e.now && wake - k.e.now > 100);    /* no frames between the poses */
        kit_at(&k, s, wake);
    }
    assert_int_equal(steps, 6);
    assert_true(k.e.wake == INT64_MAX || k.e.relayout || k.e.wake > k.e.now);
    close_scene(&k, s);
}

static void rests_when_nothing_moves(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE(BIG));
    struct scene *s = kit_scene(&k, "s");
    k.e.t = 20;    /* ambient movement is over */
    kit_at(&k, s, 20000);
    kit_at(&k, s, 20016);
    assert_true(k.e.wake == INT64_MAX);
    close_scene(&k, s);
}

static void tell(struct kit *k, struct node *n, enum node_event_kind kind, int item, int finger, struct vec2 from, struct vec2 at) {
    struct node_event ev = {.kind = kind, .item = item, .finger = finger, .at = at, .start = from, .inside = true};
    n->kind->event(n, &k->e, &ev, &k->fx);
}

/* Both pull at once, each in a lane, and a third finger in a lane means nothing. */
static void two_leap_at_once(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, TWO(BIG SMALL));
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "leap");
    struct vec2 a = {300, 600}, b = {300, 450}, a2 = {190, 600}, b2 = {245, 450};
    assert_true(n->kind->multi);
    kit_at(&k, s, 1000);
    assert_null(kit_item(&k, "leap/pull-2"));
    vars_set(&k.vars, "two", (struct value){.kind = VALUE_NUM, .num = 1});
    kit_at(&k, s, 1020);
    const struct sem_item *one = kit_item(&k, "leap/pull"), *two = kit_item(&k, "leap/pull-2");
    assert_non_null(one);
    assert_non_null(two);
    assert_string_equal(two->label, "Diamond: Pull back");
    float dx = one->hit.x - two->hit.x, dy = one->hit.y - two->hit.y;
    assert_true(sqrtf(dx * dx + dy * dy) > one->hit.w);    /* neither covers the other */
    tell(&k, n, NODE_DOWN, 0, 0, a, a);
    tell(&k, n, NODE_DOWN, 2, 1, b, b);
    tell(&k, n, NODE_MOVE, 0, 0, a, a2);
    tell(&k, n, NODE_DOWN, 1, 2, a, a);                    /* a third: on the animal whose ring is held */
    tell(&k, n, NODE_MOVE, 1, 2, a, (struct vec2){0, 900});
    tell(&k, n, NODE_UP, 1, 2, a, a);
    tell(&k, n, NODE_ACTIVATE, 1, 2, a, a);
    tell(&k, n, NODE_MOVE, 2, 1, b, b2);
    kit_at(&k, s, 1040);
    tell(&k, n, NODE_UP, 0, 0, a, a2);
    kit_at(&k, s, 1060);
    assert_null(kit_item(&k, "leap/pull"));
    assert_non_null(kit_item(&k, "leap/pull-2"));          /* the other still pulls */
    tell(&k, n, NODE_UP, 2, 1, b, b2);
    for (int i = 0; i < 200; i++) kit_at(&k, s, 1080 + i * 20);
    assert_non_null(strstr(kit_item(&k, "leap/player-1")->label, "Disc: 3"));
    assert_non_null(strstr(kit_item(&k, "leap/player-2")->label, "Diamond: 1.5"));
    /* a tap is the full leap here too; the other's mark stays */
    tell(&k, n, NODE_ACTIVATE, 2, -1, b, b);
    for (int i = 0; i < 200; i++) kit_at(&k, s, 9000 + i * 20);
    assert_non_null(strstr(kit_item(&k, "leap/player-2")->label, "more than"));
    assert_non_null(kit_item(&k, "leap/player-1"));
    /* others leap: their marks begin anew; alone again: the lane is gone */
    vars_set(&k.vars, "jumper", (struct value){.kind = VALUE_WORD, .word = "small"});
    kit_at(&k, s, 20000);
    kit_at(&k, s, 20020);
    assert_null(kit_item(&k, "leap/player-1"));
    vars_set(&k.vars, "two", (struct value){.kind = VALUE_NUM, .num = 0});
    kit_at(&k, s, 20040);
    kit_at(&k, s, 20060);
    assert_null(kit_item(&k, "leap/pull-2"));
    kit_starve(&k, s);
    close_scene(&k, s);
}

#define UP "  - {id: big, label: Big, fact: high, apex: 0.2, across: 1.5, stays: true, " FRAMES VIEW ", take-off: 2, touch-down: 3}\n"
static void up_the_pole(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, WITH("  up: true\n  pole-x: 700\n", UP SMALL OTHER));
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "leap");
    const char *who[] = {"big", "small", "other"};
    int64_t now = 1000;
    for (int i = 0; i < 3; i++) {
        vars_set(&k.vars, "jumper", (struct value){.kind = VALUE_WORD, .word = who[i]});
        leap_now(&k, s, &now);
        if (i == 0) assert_true(kit_item(&k, "leap/animal")->hit.y < 740 - 3 * 200 + 20);    /* it stands on the ledge */
        if (i == 1) assert_true(kit_item(&k, "leap/animal")->hit.y > 740 - 300);             /* it fell back */
    }
    const struct sem_item *c[] = {kit_item(&k, "leap/big"), kit_item(&k, "leap/small"), kit_item(&k, "leap/other")};
    for (int i = 0; i < 3; i++) {
        assert_non_null(c[i]);
        assert_true(c[i]->box.x >= 700 && c[i]->box.x + c[i]->box.w <= 1920 && c[i]->box.y + c[i]->box.h <= 760);
        if (i) assert_true(c[i]->box.y >= c[i - 1]->box.y + c[i - 1]->box.h);
    }
    struct vec2 a = {300, 600}, b = {190, 600};
    kit_tell(&k, n, NODE_DOWN, 0, a, a);
    kit_tell(&k, n, NODE_MOVE, 0, a, b);
    kit_at(&k, s, now + 20);
    assert_true(kit_item(&k, "leap/metres")->box.x < 700);
    kit_starve(&k, s);
    close_scene(&k, s);
}

/* Once the visitor has told how far, the full leap is that. */
static void as_far_as_a_variable_says(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, WITH("", "  - {id: you, label: You, reach: 2.5, reach-var: two, still: a.svg, " VIEW "}\n"));
    struct scene *s = kit_scene(&k, "s");
    int64_t now = 1000;
    leap_now(&k, s, &now);
    assert_float_equal(var(&k, "distance"), 2.5, 1e-6);
    vars_set(&k.vars, "two", (struct value){.kind = VALUE_NUM, .num = 3.2});
    leap_now(&k, s, &now);
    assert_float_equal(var(&k, "distance"), 3.2, 1e-6);
    assert_float_equal(kit_item(&k, "leap/animal")->hit.x + kit_item(&k, "leap/animal")->hit.w / 2, 240 + (1500 - 1500) + 3.2 * 200, 60);
    vars_set(&k.vars, "two", (struct value){.kind = VALUE_NUM, .num = 1});
    kit_at(&k, s, now + 20);    /* the old one stands where it landed */
    assert_true(kit_item(&k, "leap/animal")->hit.x > 600);
    close_scene(&k, s);
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *scene, *says; } rows[] = {
        {SCENE("  - {id: a, label: A, fact: heavy, still: a.svg, " VIEW "}\n"), "is no length"},
        {SCENE("  - {id: a, label: A, still: a.svg, " VIEW "}\n"), "needs one of 'fact' and 'reach'"},
        {SCENE("  - {id: a, label: A, fact: far, reach: 2, still: a.svg, " VIEW "}\n"), "needs one of 'fact' and 'reach'"},
        {SCENE("  - {id: a, label: A, fact: far, " VIEW "}\n"), "0 drawings"},
        {SCENE("  - {id: a, label: A, fact: far, " FRAMES VIEW ", take-off: 3, touch-down: 2}\n"), "do not fit"},
        {SCENE("  - {id: a, label: A, fact: far, " FRAMES VIEW ", touch-down: 9}\n"), "do not fit"},
        {SCENE("  - {id: a, label: A, fact: far, files: [a.svg, b.svg], ms: [100], " VIEW "}\n"), "1 numbers for 2 drawings"},
        {SCENE("    []\n"), "'challengers' has 0"},
        {WITH("  two-if: {two: 1}\n  players: [{label: Disc}]\n", BIG), "'players' has 1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kit k;
        open_scene(&k, rows[i].scene);
        struct scene *s = scene_load(&k.deps, "s", &k.d);
        assert_null(s);
        if (!strstr(kit_lines(&k), rows[i].says)) fail_msg("row %zu: %s", i, kit_lines(&k));
        close_scene(&k, NULL);
    }
}

static void without_memory(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE(BIG SMALL OTHER));
    struct scene *s = kit_scene(&k, "s");
    int64_t now = 1000;
    leap_now(&k, s, &now);
    kit_starve(&k, s);
    kit_tell(&k, scene_node(s, "leap"), NODE_DOWN, 0, (struct vec2){300, 600}, (struct vec2){300, 600});
    kit_tell(&k, scene_node(s, "leap"), NODE_MOVE, 0, (struct vec2){300, 600}, (struct vec2){150, 700});
    kit_starve(&k, s);
    close_scene(&k, s);
    for (long i = 1; i < 3000; i++) {
        open_scene(&k, SCENE(BIG SMALL));
        k.deps.fail_at = i;
        s = scene_load(&k.deps, "s", &k.d);
        bool good = s != NULL;
        if (!good) assert_true(k.d.errors > 0);
        close_scene(&k, s);
        if (good) return;
    }
    fail_msg("the scene never loads");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tap_is_the_full_leap),
        cmocka_unit_test(pull_measures),
        cmocka_unit_test(short_pulls_and_lost_fingers_creep_back),
        cmocka_unit_test(another_one_while_flying),
        cmocka_unit_test(chips_stand_free),
        cmocka_unit_test(still_leaps_by_steps),
        cmocka_unit_test(rests_when_nothing_moves),
        cmocka_unit_test(two_leap_at_once),
        cmocka_unit_test(up_the_pole),
        cmocka_unit_test(as_far_as_a_variable_says),
        cmocka_unit_test(mistakes),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
