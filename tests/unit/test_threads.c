/* links: lk_scene */
/* Threads from troubles to answers: a touch lights, then helps; the variables; reduced motion; a landscape that gives way. */
#include "stage.h"
#include <content/catalog.h>
#include <scene/threads_view.h>
#include <stdio.h>

#define HEAD \
    "format: 1\ntitle: T\ntemplate: stage\n" \
    "variables:\n- {name: danger, value: 0}\n- {name: helped, value: 0}\n- {name: light, value: 0}\n" \
    "elements:\n- kind: threads\n  id: web\n  at: [0, 0]\n  size: [1920, 952]\n  var: danger\n  helped: helped\n  light: light\n" \
    "  wait: Touch me\n  file: art/a.svg\n  lids: art/a.svg\n  middle: [860, 470]\n"
#define ITEMS "  items:\n  - {id: one, icon: tree, label: One, year: Then, answer: Done}\n  - {id: two, icon: dna, label: Two, year: Later, answer: Made}\n"
#define SCENE HEAD ITEMS

static const struct stage_pack PACK = {.files = {{"assets/art/a.svg", KIT_SVG}}};

static void a_touch_lights_then_helps(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    const struct sem_item *one = stage_item(&t, "web/one"), *answer = stage_item(&t, "web/one-answer");
    assert_true(one && one->focusable && one->hit.w >= 81 && one->hit.h >= 81);
    assert_true(answer && answer->focusable && answer->hit.h >= 81);
    assert_string_equal(answer->label, "One: Touch me");
    assert_string_equal(stage_item(&t, "web/wait")->label, "Touch me");    /* once, at the first; no year is told before */
    assert_null(stage_item(&t, "web/one-year"));
    float asks = stage_item(&t, "web/wait")->box.y;
    stage_press(&t, 0);
    assert_float_equal(stage_var(&t, "danger"), 1, 0);
    stage_pass(&t, THREADS_FEEL_MS);
    assert_true(stage_item(&t, "web/one")->state & SEM_SELECTED);
    assert_float_equal(stage_var(&t, "helped"), 0, 0);        /* first the trouble alone */
    stage_pass(&t, THREADS_RUN_MS + 60);
    assert_float_equal(stage_var(&t, "helped"), 1, 0);
    assert_string_equal(stage_item(&t, "web/one-answer")->label, "Then: Done");
    assert_string_equal(stage_item(&t, "web/two-answer")->label, "Two: Touch me");
    assert_true(stage_var(&t, "light") < .5);
    assert_true(stage_item(&t, "web/wait")->box.y > asks + 100);           /* now the second asks */
    stage_pass(&t, THREADS_LIGHT_MS + 60);
    assert_float_equal(stage_var(&t, "light"), 1, 0);
    stage_pass(&t, 5000);
    assert_true(t.k.e.wake > t.k.e.now + 400);                /* nothing moves any more */
    stage_close(&t);
}

static void an_answer_is_touched_too(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_press(&t, THREADS_MAX + 1);
    assert_float_equal(stage_var(&t, "danger"), 2, 0);
    stage_press(&t, 0);                                       /* at once another: both arrive */
    stage_pass(&t, 200);
    stage_press(&t, 1);
    stage_pass(&t, 2500);
    assert_float_equal(stage_var(&t, "helped"), 2, 0);
    stage_press(&t, 0);                                       /* a thread is helped once */
    stage_pass(&t, 2500);
    assert_float_equal(stage_var(&t, "helped"), 2, 0);
    stage_close(&t);
}

static void the_variables_show_a_moment(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_set(&t, "helped", 1);
    stage_set(&t, "danger", 1);
    stage_pass(&t, 40);
    assert_string_equal(stage_item(&t, "web/one-answer")->label, "Then: Done");
    assert_non_null(stage_item(&t, "web/one-year"));
    stage_set(&t, "helped", 0);
    stage_set(&t, "danger", 0);
    stage_pass(&t, 40);
    assert_string_equal(stage_item(&t, "web/one-answer")->label, "One: Touch me");
    stage_set(&t, "danger", 99);
    stage_set(&t, "helped", 99);
    stage_pass(&t, 3000);
    assert_true(stage_item(&t, "web/two")->state & SEM_SELECTED);
    stage_close(&t);
}

static void nothing_moves_in_reduced_motion(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    t.k.e.still = true;
    stage_pass(&t, 40);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    stage_press(&t, 1);
    stage_pass(&t, 60);
    assert_float_equal(stage_var(&t, "helped"), 1, 0);
    assert_float_equal(stage_var(&t, "light"), 1, 0);
    stage_pass(&t, 40);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    stage_close(&t);
}

/* Under a card answers are away; troubles too where their names stand below them. What was touched still helps. */
static void a_card_lies_over_them(void **state) {
    (void)state;
    for (int below = 0; below < 2; below++) {
        struct stage t;
        stage_open(&t, &PACK, below ? HEAD "  hidden-if: {danger: [1, 2]}\n  label-below: true\n" ITEMS : HEAD "  hidden-if: {danger: [1, 2]}\n" ITEMS);
        assert_non_null(stage_item(&t, "web/one-answer"));
        stage_press(&t, 0);
        stage_pass(&t, 3000);
        assert_null(stage_item(&t, "web/one-answer"));
        assert_int_equal(stage_item(&t, "web/two") == NULL, below);
        assert_float_equal(stage_var(&t, "helped"), 1, 0);
        stage_set(&t, "danger", 0);
        stage_pass(&t, 40);
        assert_string_equal(stage_item(&t, "web/one-answer")->label, "Then: Done");
        assert_non_null(stage_item(&t, "web/two"));
        stage_close(&t);
    }
}

static void it_turns_round(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    float left = stage_item(&t, "web/one")->hit.x;
    stage_mirror(&t, true);
    stage_pass(&t, 40);
    struct box now = stage_item(&t, "web/one")->hit;
    assert_float_equal(left, 1920 - now.x - now.w, 1);
    stage_press(&t, 0);
    stage_pass(&t, 3000);
    stage_close(&t);
}

/* Each answer in both: with its year above it where that has room, in a higher pill; else behind the year. All are set in one way. */
static void two_languages_have_room(void **state) {
    (void)state;
    static const struct { const char *keys; bool above; } ROWS[] = {{"  step: 205\n  answer-h: 148\n", true}, {"  step: 112\n  answer-h: 100\n", false}};
    for (int row = 0; row < 2; row++) {
        struct arena a;
        struct stage t;
        struct catalog other;
        char scene[2000];
        arena_init(&a, 1 << 20);
        assert_true(catalog_pseudo(&a, "en-XA", &other));
        snprintf(scene, sizeof scene, HEAD "%s  items:\n  - {id: one, icon: tree, label: One, year: Then, answer: Done}\n"
                 "  - {id: two, icon: dna, label: Two, year: Later, answer: A farm was paid to live}\n", ROWS[row].keys);
        stage_open(&t, &PACK, scene);
        stage_set(&t, "helped", 2);
        stage_pass(&t, 40);
        float alone = stage_item(&t, "web/two-answer")->hit.h;
        t.k.e.second = t.k.e.msg;
        t.k.e.second.lang = "en-XA";
        t.k.e.second.catalog = &other;
        t.k.e.relayout = true;
        stage_pass(&t, 40);
        const struct sem_item *one = stage_item(&t, "web/one-done"), *two = stage_item(&t, "web/two-done");
        assert_true(one->para->both && two->para->both);
        assert_int_equal(stage_item(&t, "web/one-year") != NULL, ROWS[row].above);
        assert_int_equal(stage_item(&t, "web/two-year") != NULL, ROWS[row].above);
        assert_int_equal(stage_item(&t, "web/two-answer")->hit.h > alone, ROWS[row].above);
        assert_true(stage_item(&t, "web/one-answer")->hit.h == stage_item(&t, "web/two-answer")->hit.h);
        stage_set(&t, "danger", 2);
        stage_pass(&t, 40);
        assert_true(stage_item(&t, "web/two-done")->para->both);       /* on the card too */
        stage_close(&t);
        arena_free(&a);
    }
}

static void authors_mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {HEAD "  items: []\n", "'items' has 0 threads (give 1 to 8)"},
        {HEAD "  items:\n  - {id: one, icon: tre, label: One, year: Then, answer: Done}\n", "s.yaml:21:21: no icon 'tre' (did you mean 'tree'?)"},
    };
    STAGE_MISTAKES(&PACK, rows);
}

static void memory_may_be_refused(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_starve(&t);
    stage_press(&t, 0);
    stage_pass(&t, 1200);
    stage_starve(&t);
    stage_close(&t);
}

/* Opaque before the band, thinner and thinner in it, nothing beyond; a track moves it. */
static void a_landscape_gives_way(void **state) {
    (void)state;
    static const char scene[] = "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: v, value: 0}\nelements:\n"
        "- kind: landscape\n  id: land\n  bleed: true\n  fade: {from: 600, to: 1240}\n"
        "  tracks:\n  - {property: value, driver: v, keys: [0, 0, 1, 400]}\n";
    struct stage t;
    stage_load(&t, NULL, scene);
    for (int v = 0; v < 2; v++) {
        int edge = 600 + 400 * v, last = 256;
        stage_set(&t, "v", v);
        stage_at(&t, 1000);
        assert_true(t.k.list.n > 40);
        assert_int_equal(t.k.list.cmds[0].clip.x + t.k.list.cmds[0].clip.w, edge);
        for (int i = 0; i < t.k.list.n; i++) {
            assert_true(t.k.list.cmds[i].alpha < last || (i > 0 && t.k.list.cmds[i].alpha == last));
            last = t.k.list.cmds[i].alpha;
            if (i) assert_int_equal(t.k.list.cmds[i].clip.x, t.k.list.cmds[i - 1].clip.x + t.k.list.cmds[i - 1].clip.w);
        }
        assert_true(last < 20);
        assert_true(t.k.list.cmds[t.k.list.n - 1].clip.x < edge + 640);
    }
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_touch_lights_then_helps), cmocka_unit_test(an_answer_is_touched_too), cmocka_unit_test(the_variables_show_a_moment),
        cmocka_unit_test(nothing_moves_in_reduced_motion), cmocka_unit_test(it_turns_round), cmocka_unit_test(a_card_lies_over_them), cmocka_unit_test(authors_mistakes), cmocka_unit_test(two_languages_have_room),
        cmocka_unit_test(memory_may_be_refused), cmocka_unit_test(a_landscape_gives_way)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
