/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leap as a game: taps, pulls, landing, markers, who is next, reduced motion, and what an author may get wrong. */
#include "stage.h"
#include <scene/leap_look.h>

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

static void facts(struct kit *k) {
    kit_fact(k, "far", 6, "m", "more than", "unverified");
    kit_fact(k, "near", 2.13, "m", NULL, "confirmed");
    kit_fact(k, "nearer", 2.1, "m", NULL, "confirmed");
    kit_fact(k, "high", 3, "m", "more than", "unverified");
    kit_fact(k, "heavy", 40, "kg", NULL, "confirmed");
}
static const struct stage_pack PACK = {
    .files = {{"assets/a.svg", KIT_SVG}, {"assets/b.svg", KIT_SVG}, {"assets/c.svg", KIT_SVG}, {"assets/d.svg", KIT_SVG}}, .prepare = facts};
static void leap_now(struct stage *t) {
    stage_pass(t, 20);
    stage_tap(t, 0, (struct vec2){300, 600});
    stage_pass(t, 4000);
}

static void tap_is_the_full_leap(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE(BIG));
    leap_now(&t);
    assert_float_equal(stage_var(&t, "distance"), 6, 1e-6);
    assert_float_equal(stage_var(&t, "landed"), 1, 0);
    const struct sem_item *chip = stage_item(&t, "leap/big");
    assert_non_null(chip);
    assert_non_null(strstr(chip->label, "Big: "));
    assert_non_null(strstr(chip->label, "more than"));
    stage_close(&t);
}

static void pull_measures(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE(BIG));
    struct vec2 a = {300, 600}, b = {190, 600}, far = {300, 2000};
    const struct sem_item *pull = stage_item(&t, "leap/pull");
    assert_non_null(pull);
    assert_int_equal(pull->role, SEM_HANDLE);
    assert_true(pull->hit.w >= 81 && pull->hit.h >= 81 && pull->focusable && pull->drags);
    assert_string_equal(pull->label, "Pull back");
    stage_tell(&t, NODE_DOWN, 0, a, a);
    stage_tell(&t, NODE_MOVE, 0, a, b);
    stage_at(&t, 1020);
    assert_non_null(stage_item(&t, "leap/metres"));
    assert_non_null(strstr(stage_item(&t, "leap/metres")->label, "3"));
    assert_non_null(stage_item(&t, "leap/pull"));    /* stays: else the finger would lose it */
    stage_tell(&t, NODE_UP, 0, a, b);
    stage_at(&t, 1040);
    assert_null(stage_item(&t, "leap/pull"));        /* nothing to touch in the air */
    stage_pass(&t, 4000);
    assert_float_equal(stage_var(&t, "distance"), 3, 1e-6);
    assert_null(strstr(stage_item(&t, "leap/big")->label, "more than"));
    assert_non_null(stage_item(&t, "leap/pull"));
    /* touching again makes it ready; further than the end is the end */
    stage_tell(&t, NODE_DOWN, 1, a, a);
    assert_float_equal(stage_var(&t, "landed"), 0, 0);
    stage_tell(&t, NODE_MOVE, 1, a, far);
    stage_tell(&t, NODE_UP, 1, a, far);
    stage_at(&t, 9000);
    stage_pass(&t, 4000);
    assert_float_equal(stage_var(&t, "distance"), 6, 1e-6);
    stage_close(&t);
}

static void short_pulls_and_lost_fingers_creep_back(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, SCENE(BIG));
    struct vec2 a = {300, 600}, near = {265, 610}, forward = {700, 300}, far = {100, 600};
    const struct vec2 to[] = {near, forward, far};
    for (int i = 0; i < 3; i++) {
        stage_tell(&t, NODE_DOWN, 0, a, a);
        stage_tell(&t, NODE_MOVE, 0, a, to[i]);
        stage_tell(&t, i == 2 ? NODE_CANCEL : NODE_UP, 0, a, to[i]);
        stage_pass(&t, 1200);
        assert_float_equal(stage_var(&t, "distance"), 0, 0);
        assert_float_equal(stage_var(&t, "landed"), 0, 0);
        assert_non_null(stage_item(&t, "leap/pull"));
    }
    stage_close(&t);
}

/* Another one chosen in the air: who flies lands and is seen, then the other stands ready. */
static void another_one_while_flying(void **state) {
    (void)state;
    for (int still = 0; still < 2; still++) {
        struct stage t;
        stage_open(&t, &PACK, SCENE(BIG SMALL));
        struct vec2 at = {300, 600};
        t.k.e.still = still;
        stage_tell(&t, NODE_ACTIVATE, 0, at, at);
        stage_at(&t, 1300);
        stage_say(&t, "jumper", "small");
        stage_at(&t, 1320);
        assert_float_equal(stage_var(&t, "distance"), 0, 0);
        assert_null(stage_item(&t, "leap/pull"));             /* still in the air */
        for (int i = 0; stage_var(&t, "landed") == 0 && i < 200; i++) stage_at(&t, t.k.e.now + 20);
        int64_t landed = t.k.e.now;
        assert_float_equal(stage_var(&t, "distance"), 6, 0);
        assert_non_null(stage_item(&t, "leap/animal"));
        stage_at(&t, landed + 40);
        assert_non_null(stage_item(&t, "leap/big"));
        assert_true(stage_item(&t, "leap/animal")->hit.x > 1000 && t.k.e.wake <= landed + LEAP_SEEN_MS);
        stage_at(&t, landed + LEAP_SEEN_MS);
        stage_at(&t, landed + LEAP_SEEN_MS + 20);
        assert_float_equal(stage_var(&t, "landed"), 0, 0);    /* the next one stands ready */
        assert_true(stage_item(&t, "leap/animal")->hit.x < 400);
        leap_now(&t);
        stage_pass(&t, 1000);
        assert_float_equal(stage_var(&t, "distance"), 2.13, 1e-6);
        assert_non_null(stage_item(&t, "leap/big"));
        assert_non_null(stage_item(&t, "leap/small"));
        stage_close(&t);
    }
}

/* Who touches the place before that leaps with the other at once; of two players, none begins while the other flies. */
static void the_other_at_once(void **state) {
    (void)state;
    struct stage t;
    struct vec2 at = {300, 600};
    stage_open(&t, &PACK, TWO(BIG SMALL));
    leap_now(&t);
    stage_tell(&t, NODE_ACTIVATE, 0, at, at);
    while (stage_item(&t, "leap/pull") == NULL || stage_var(&t, "landed") == 0) stage_at(&t, t.k.e.now + 20);
    stage_say(&t, "jumper", "small");
    stage_at(&t, t.k.e.now + 20);
    stage_tell(&t, NODE_ACTIVATE, 0, at, at);
    stage_pass(&t, 4000);
    assert_float_equal(stage_var(&t, "distance"), 2.13, 1e-6);
    stage_set(&t, "two", 1);
    stage_pass(&t, 40);
    stage_tell(&t, NODE_ACTIVATE, 0, at, at);
    stage_pass(&t, 100);
    stage_say(&t, "jumper", "big");
    stage_pass(&t, 40);
    stage_tell(&t, NODE_ACTIVATE, 2, at, at);
    stage_pass(&t, 40);
    assert_non_null(stage_item(&t, "leap/pull-2"));
    stage_pass(&t, 4000);
    assert_null(stage_item(&t, "leap/player-1"));             /* their marks begin anew */
    stage_tell(&t, NODE_ACTIVATE, 2, at, at);
    stage_pass(&t, 4000);
    assert_float_equal(stage_var(&t, "distance"), 6, 1e-6);
    stage_close(&t);
}

static void chips_stand_free(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE(BIG SMALL OTHER));
    const char *who[] = {"big", "small", "other"};
    for (int i = 0; i < 3; i++) {
        stage_say(&t, "jumper", who[i]);
        leap_now(&t);
    }
    const struct sem_item *c[] = {stage_item(&t, "leap/big"), stage_item(&t, "leap/small"), stage_item(&t, "leap/other")};
    for (int i = 0; i < 3; i++) {
        assert_non_null(c[i]);
        assert_true(c[i]->box.x >= 0 && c[i]->box.x + c[i]->box.w <= 1920);
        for (int j = 0; j < i; j++) {
            struct box a = c[i]->box, b = c[j]->box;
            assert_false(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h);
        }
    }
    stage_close(&t);
}

/* A long leap's chip makes room for a shorter one's beside it, over its own pole; nobody is pushed down for it. */
static void a_chip_moves_aside(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE("  - {id: wide, label: Long name, fact: far, apex: 1.4, still: a.svg, " VIEW "}\n"
                                "  - {id: mid, label: Mid, reach: 4.5, apex: 0.5, still: a.svg, " VIEW "}\n"));
    leap_now(&t);
    struct box alone = stage_item(&t, "leap/wide")->box;
    assert_true(alone.x < 240 + 4.5 * 200);                     /* where the other lands */
    stage_say(&t, "jumper", "mid");
    leap_now(&t);
    struct box wide = stage_item(&t, "leap/wide")->box, mid = stage_item(&t, "leap/mid")->box;
    assert_float_equal(wide.y, alone.y, .6);
    assert_true(mid.x + mid.w < wide.x && mid.y < wide.y + 120 && wide.x < 240 + 6 * 200 && wide.x + wide.w < 1920);
    stage_close(&t);
}

static void still_leaps_by_steps(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, SCENE(BIG));
    struct vec2 at = {300, 600};
    t.k.e.still = true;
    stage_at(&t, 1000);
    stage_tell(&t, NODE_ACTIVATE, 0, at, at);
    stage_at(&t, 1000);
    int steps = 0;
    for (; stage_var(&t, "landed") == 0 && steps < 20; steps++) {
        int64_t wake = t.k.e.wake;
        assert_true(wake >= t.k.e.now && wake - t.k.e.now > 100);    /* no frames between the poses */
        stage_at(&t, wake);
    }
    assert_int_equal(steps, 6);
    assert_true(stage_rests(&t) || t.k.e.relayout || t.k.e.wake > t.k.e.now);
    stage_close(&t);
}

static void rests_when_nothing_moves(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, SCENE(BIG));
    t.k.e.t = 20;                                    /* ambient movement is over */
    stage_at(&t, 20000);
    stage_at(&t, 20016);
    assert_true(stage_rests(&t));
    stage_close(&t);
}

static void tell(struct stage *t, enum node_event_kind kind, int item, int finger, struct vec2 from, struct vec2 at) {
    struct node_event ev = {.kind = kind, .item = item, .finger = finger, .at = at, .start = from, .inside = true};
    t->n->kind->event(t->n, &t->k.e, &ev, &t->k.fx);
    stage_take(t);
}

/* Both pull at once, each in a lane, and a third finger in a lane means nothing. */
static void two_leap_at_once(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, TWO(BIG SMALL));
    struct vec2 a = {300, 600}, b = {300, 450}, a2 = {190, 600}, b2 = {245, 450};
    assert_true(t.n->kind->multi);
    stage_at(&t, 1000);
    assert_null(stage_item(&t, "leap/pull-2"));
    stage_set(&t, "two", 1);
    stage_at(&t, 1020);
    const struct sem_item *one = stage_item(&t, "leap/pull"), *two = stage_item(&t, "leap/pull-2");
    assert_non_null(one);
    assert_non_null(two);
    assert_string_equal(two->label, "Diamond: Pull back");
    float dx = one->hit.x - two->hit.x, dy = one->hit.y - two->hit.y;
    assert_true(sqrtf(dx * dx + dy * dy) > one->hit.w);    /* neither covers the other */
    tell(&t, NODE_DOWN, 0, 0, a, a);
    tell(&t, NODE_DOWN, 2, 1, b, b);
    tell(&t, NODE_MOVE, 0, 0, a, a2);
    tell(&t, NODE_DOWN, 1, 2, a, a);                 /* a third: on the animal whose ring is held */
    tell(&t, NODE_MOVE, 1, 2, a, (struct vec2){0, 900});
    tell(&t, NODE_UP, 1, 2, a, a);
    tell(&t, NODE_ACTIVATE, 1, 2, a, a);
    tell(&t, NODE_MOVE, 2, 1, b, b2);
    stage_at(&t, 1040);
    tell(&t, NODE_UP, 0, 0, a, a2);
    stage_at(&t, 1060);
    assert_null(stage_item(&t, "leap/pull"));
    assert_non_null(stage_item(&t, "leap/pull-2"));  /* the other still pulls */
    tell(&t, NODE_UP, 2, 1, b, b2);
    stage_pass(&t, 4000);
    assert_non_null(strstr(stage_item(&t, "leap/player-1")->label, "Disc: 3"));
    assert_non_null(strstr(stage_item(&t, "leap/player-2")->label, "Diamond: 1.5"));
    /* a tap is the full leap here too; the other's mark stays */
    tell(&t, NODE_ACTIVATE, 2, -1, b, b);
    stage_at(&t, 9000);
    stage_pass(&t, 4000);
    assert_non_null(strstr(stage_item(&t, "leap/player-2")->label, "more than"));
    assert_non_null(stage_item(&t, "leap/player-1"));
    /* others leap: their marks begin anew; alone again: the lane is gone */
    stage_say(&t, "jumper", "small");
    stage_at(&t, 20000);
    stage_at(&t, 20020);
    assert_null(stage_item(&t, "leap/player-1"));
    stage_set(&t, "two", 0);
    stage_at(&t, 20040);
    stage_at(&t, 20060);
    assert_null(stage_item(&t, "leap/pull-2"));
    stage_starve(&t);
    stage_close(&t);
}

#define UP "  - {id: big, label: Big, fact: high, apex: 0.2, across: 1.5, stays: true, " FRAMES VIEW ", take-off: 2, touch-down: 3}\n"
static void up_the_pole(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, WITH("  up: true\n  pole-x: 700\n", UP SMALL OTHER));
    const char *who[] = {"big", "small", "other"};
    for (int i = 0; i < 3; i++) {
        stage_say(&t, "jumper", who[i]);
        leap_now(&t);
        if (i == 0) assert_true(stage_item(&t, "leap/animal")->hit.y < 740 - 3 * 200 + 20);    /* it stands on the ledge */
        if (i == 1) assert_true(stage_item(&t, "leap/animal")->hit.y > 740 - 300);    /* it fell back */
    }
    const struct sem_item *c[] = {stage_item(&t, "leap/big"), stage_item(&t, "leap/small"), stage_item(&t, "leap/other")};
    for (int i = 0; i < 3; i++) {
        assert_non_null(c[i]);
        assert_true(c[i]->box.x >= 700 && c[i]->box.x + c[i]->box.w <= 1920 && c[i]->box.y + c[i]->box.h <= 760);
        if (i) assert_true(c[i]->box.y >= c[i - 1]->box.y + c[i - 1]->box.h);
    }
    struct vec2 a = {300, 600}, b = {190, 600};
    stage_tell(&t, NODE_DOWN, 0, a, a);
    stage_tell(&t, NODE_MOVE, 0, a, b);
    stage_pass(&t, 20);
    assert_true(stage_item(&t, "leap/metres")->box.x < 700);
    stage_starve(&t);
    stage_close(&t);
}

/* The dots of the arc leave the labels of the pole free. */
static void dots_leave_labels_free(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, WITH("  up: true\n  pole-x: 500\n", UP));
    leap_now(&t);
    int dots = 0;
    for (int i = 0; i < t.k.list.n; i++) {
        const struct draw_cmd *c = &t.k.list.cmds[i];
        float x = (float)c->box.x + (float)c->box.w / 2, y = (float)c->box.y + (float)c->box.h / 2;
        if (c->kind != DRAW_PICTURE || c->box.w > 14) continue;
        if (y < 700) dots++;
        assert_false(x > 500 - LEAP_LABELS + 1 && x < 499 && y > 740 - 3 * 200 + 1 && y < 700);
    }
    assert_true(dots > 10);
    stage_close(&t);
}

/* Once the visitor has told how far, the full leap is that. */
static void as_far_as_a_variable_says(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, WITH("", "  - {id: you, label: You, reach: 2.5, reach-var: two, still: a.svg, " VIEW "}\n"));
    leap_now(&t);
    assert_float_equal(stage_var(&t, "distance"), 2.5, 1e-6);
    stage_set(&t, "two", 3.2);
    leap_now(&t);
    assert_float_equal(stage_var(&t, "distance"), 3.2, 1e-6);
    assert_float_equal(stage_item(&t, "leap/animal")->hit.x + stage_item(&t, "leap/animal")->hit.w / 2, 240 + (1500 - 1500) + 3.2 * 200, 60);
    stage_set(&t, "two", 1);
    stage_pass(&t, 20);                              /* the old one stands where it landed */
    assert_true(stage_item(&t, "leap/animal")->hit.x > 600);
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
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
    STAGE_MISTAKES(&PACK, rows);
}

static void without_memory(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE(BIG SMALL OTHER));
    leap_now(&t);
    stage_starve(&t);
    stage_tell(&t, NODE_DOWN, 0, (struct vec2){300, 600}, (struct vec2){300, 600});
    stage_tell(&t, NODE_MOVE, 0, (struct vec2){300, 600}, (struct vec2){150, 700});
    stage_starve(&t);
    stage_close(&t);
    stage_loads_without_memory(&PACK, SCENE(BIG SMALL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tap_is_the_full_leap),
        cmocka_unit_test(pull_measures),
        cmocka_unit_test(short_pulls_and_lost_fingers_creep_back),
        cmocka_unit_test(another_one_while_flying),
        cmocka_unit_test(the_other_at_once),
        cmocka_unit_test(chips_stand_free),
        cmocka_unit_test(a_chip_moves_aside),
        cmocka_unit_test(still_leaps_by_steps),
        cmocka_unit_test(rests_when_nothing_moves),
        cmocka_unit_test(two_leap_at_once),
        cmocka_unit_test(up_the_pole),
        cmocka_unit_test(dots_leave_labels_free),
        cmocka_unit_test(as_far_as_a_variable_says),
        cmocka_unit_test(mistakes),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
