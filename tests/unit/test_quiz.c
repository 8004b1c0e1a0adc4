/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quiz: what is drawn, how a game rests in three numbers, turns, the clock, the end, and what an author may get wrong. */
#include "data_kit.h"
#include <scene/quiz_look.h>

#define VARS "variables:\n- {name: st, value: 0}\n- {name: te, value: 0}\n- {name: cl, value: 0}\n- {name: dr, value: 0}\n" \
             "- {name: gi, value: 0}\n- {name: no, value: 0}\n- {name: ri, value: 0}\n"
#define Q(id, level) "  - {id: " id ", level: " level ", ask: Ask " id ", right: {text: Right " id "}, wrong: [{text: No " id "}, {text: Nor " id ", icon: sun}], explain: " \
                     "Why " id ", scene: s, facts: [far]}\n"
#define FOUR Q("a", "all") Q("b", "all") Q("c", "all") Q("d", "more")
#define TEAMS "  team-kinds: [{label: Red, color: larch-500, deep: rose-700}, {label: Blue, shape: square, color: hope-500, deep: hope-700}]\n" \
              "  choices: [{label: One}, {label: Two}]\n"
#define COAT "{file: a.svg, at: [700, 300], width: 1000, flank: [0.3, 0.2, 0.8, 0.5], alt: Animal}"
#define SCENE(more, questions) \
    "format: 1\ntitle: T\ntemplate: stage\n" VARS "elements:\n- kind: quiz\n  id: quiz\n  bleed: true\n  stage: st\n  teams: te\n" \
    "  clock: cl\n  drawn: dr\n  given: gi\n  now: no\n  right: ri\n" more TEAMS \
    "  number: \"Question {number} of {of}\"\n  turn: \"{team}, go\"\n  \"yes\": \"Yes: {answer}\"\n  \"no\": \"Not quite: {answer}\"\n" \
    "  over: \"Over: {answer}\"\n  next: On\n  last: End\n  show: Show\n  source: From\n  spots: Spots\n" \
    "  coat: " COAT "\n  cub: " COAT "\n  questions:\n" questions

static void open_quiz(struct kit *k, const char *text) {
    struct kit_file *v = test_malloc(sizeof *v * 2);
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    v[1] = (struct kit_file){"assets/a.svg", KIT_SVG};
    kit_open(k, v, 2);
    kit_fact(k, "far", 6, "m", "more than", "confirmed");
}
static void close_quiz(struct kit *k, struct scene *s) {
    scene_free(s);
    test_free((void *)k->pack.v);
    kit_close(k);
}
static double var(struct kit *k, const char *name) { return vars_num(&k->vars, name, -1); }

/* Presses what is called so, as a finger would, and shows the next moments. */
static void press(struct kit *k, struct scene *s, int64_t *now, const char *id) {
    const struct sem_item *it = kit_item(k, id);
    assert_non_null(it);
    assert_true(it->hit.w > 0);
    struct vec2 at = {it->hit.x + it->hit.w / 2, it->hit.y + it->hit.h / 2};
    kit_tell(k, it->node, NODE_ACTIVATE, it->item, at, at);
    kit_apply(k);
    for (int i = 0; i < 4; i++) kit_at(k, s, *now += 400);
}
static bool shows(const struct kit *k, const char *part, const char *text) {
    const struct sem_item *it = kit_item(k, part);
    return it && it->label && strstr(it->label, text);
}

static void a_game_is_two_numbers(void **state) {
    (void)state;
    int from[15];
    for (int i = 0; i < 15; i++) from[i] = i;
    for (uint32_t seed = 1; seed < 60; seed++) {
        struct quiz_game g, back;
        uint32_t rng = seed;
        quiz_deal(&g, from, 15, 8, &rng);
        assert_int_equal(g.count, 8);
        unsigned seen = 0;
        for (int i = 0; i < 8; i++) {
            assert_false(seen & 1u << g.question[i]);
            seen |= 1u << g.question[i];
            g.given[i] = (int)(seed + (uint32_t)i) % 5;
        }
        quiz_unpack(&back, quiz_drawn(&g), quiz_given(&g), 15);
        assert_memory_equal(&g, &back, sizeof g);
    }
    struct quiz_game g;
    const double bad[] = {-1, 1e300, 0.5, NAN, INFINITY, 64};
    for (int i = 0; i < 6; i++) {
        quiz_unpack(&g, bad[i], bad[5 - i], 15);
        assert_int_equal(g.count, 0);
    }
}

static void answers_are_shuffled(void **state) {
    (void)state;
    int first[3] = {0};
    for (uint64_t seed = 0; seed < 300; seed++) {
        int order[3], again[3];
        quiz_order(seed, 3, order);
        quiz_order(seed, 3, again);
        assert_memory_equal(order, again, sizeof order);
        assert_int_equal(order[0] + order[1] + order[2], 3);
        first[order[0]]++;
    }
    for (int i = 0; i < 3; i++) assert_true(first[i] > 70);
}

static void two_teams_play_by_turns(void **state) {
    (void)state;
    struct kit k;
    open_quiz(&k, SCENE("  count: 3\n  cub-below: 2\n", FOUR));
    struct scene *s = kit_scene(&k, "s");
    int64_t now = 1000;
    kit_at(&k, s, now);
    kit_at(&k, s, now += 400);
    assert_null(kit_item(&k, "quiz/question"));
    press(&k, s, &now, "quiz/teams-2");
    assert_float_equal(var(&k, "te"), 2, 0);
    assert_float_equal(var(&k, "st"), QUIZ_ASK, 0);
    assert_true(shows(&k, "quiz/number", "Question 1 of 3"));
    assert_true(shows(&k, "quiz/turn", "Red"));
    press(&k, s, &now, "quiz/right");
    assert_float_equal(var(&k, "ri"), 1, 0);
    assert_true(shows(&k, "quiz/told", "Yes: Right"));
    assert_null(kit_item(&k, "quiz/turn"));
    assert_true(kit_item(&k, "quiz/right")->hit.w <= 0);      /* an answer stands */
    press(&k, s, &now, "quiz/next");
    assert_true(shows(&k, "quiz/turn", "Blue"));
    press(&k, s, &now, "quiz/wrong-2");
    assert_true(shows(&k, "quiz/told", "Not quite: Right"));
    assert_float_equal(var(&k, "ri"), 1, 0);
    press(&k, s, &now, "quiz/next");
    press(&k, s, &now, "quiz/right");
    assert_true(shows(&k, "quiz/next", "End"));
    press(&k, s, &now, "quiz/next");
    assert_float_equal(var(&k, "st"), QUIZ_END, 0);
    assert_float_equal(var(&k, "ri"), 2, 0);
    assert_true(shows(&k, "quiz/animal", "Animal"));
    vars_set_num(&k.vars, "st", 0);                           /* somebody begins anew */
    for (int i = 0; i < 3; i++) kit_at(&k, s, now += 400);
    assert_float_equal(var(&k, "te"), 0, 0);
    assert_float_equal(var(&k, "ri"), 0, 0);
    assert_non_null(kit_item(&k, "quiz/teams-1"));
    close_quiz(&k, s);
}

/* The scene is left and comes back: all that it knew is in its variables. */
static void back_finds_it_as_it_was(void **state) {
    (void)state;
    struct kit k;
    open_quiz(&k, SCENE("", FOUR));
    struct scene *s = kit_scene(&k, "s");
    int64_t now = 1000;
    kit_at(&k, s, now);
    kit_at(&k, s, now += 400);
    press(&k, s, &now, "quiz/teams-1");
    press(&k, s, &now, "quiz/wrong-1");
    const char *question = arena_str(&k.a, kit_item(&k, "quiz/question")->label);
    struct box right = kit_item(&k, "quiz/right")->box;
    const struct sem_item *it = kit_item(&k, "quiz/show");
    kit_tell(&k, it->node, NODE_ACTIVATE, it->item, (struct vec2){0, 0}, (struct vec2){0, 0});
    assert_int_equal(k.fx.n, 1);
    assert_int_equal(k.fx.v[0].action->kind, ACT_GOTO);
    assert_string_equal(k.fx.v[0].action->arg, "s");
    k.fx.n = 0;
    scene_init(s, &k.e);
    kit_at(&k, s, now += 400);
    kit_at(&k, s, now += 400);
    assert_string_equal(kit_item(&k, "quiz/question")->label, question);
    assert_memory_equal(&kit_item(&k, "quiz/right")->box, &right, sizeof right);
    assert_true(shows(&k, "quiz/told", "Not quite"));
    assert_true(k.e.wake == INT64_MAX);                       /* nothing moves again */
    close_quiz(&k, s);
}

static void levels_and_quick_taps(void **state) {
    (void)state;
    struct kit k;
    open_quiz(&k, SCENE("  count: 8\n", FOUR));
    struct scene *s = kit_scene(&k, "s");
    for (int more = 0; more < 2; more++) {
        int64_t now = 1000;
        k.e.more = more;
        vars_set_num(&k.vars, "st", 0);
        for (int i = 0; i < 3; i++) kit_at(&k, s, now += 400);
        press(&k, s, &now, "quiz/teams-1");
        assert_true(shows(&k, "quiz/number", more ? "of 4" : "of 3"));
    }
    struct quiz_state *q = scene_node(s, "quiz")->state;
    q->since = k.e.now - QUIZ_DEAF_MS + 20;
    kit_tell(&k, scene_node(s, "quiz"), NODE_ACTIVATE, 0, (struct vec2){0, 0}, (struct vec2){0, 0});
    assert_int_equal(k.fx.n, 0);
    close_quiz(&k, s);
}

static void the_moon_sets(void **state) {
    (void)state;
    struct kit k;
    open_quiz(&k, SCENE("", FOUR));
    struct scene *s = kit_scene(&k, "s");
    int64_t now = 1000;
    vars_set_num(&k.vars, "cl", 1);
    kit_at(&k, s, now);
    kit_at(&k, s, now += 400);
    press(&k, s, &now, "quiz/teams-1");
    assert_true(k.e.wake <= k.e.now + 1001);
    k.e.t += 19.5;
    kit_at(&k, s, now += 100);
    assert_float_equal(var(&k, "st"), QUIZ_ASK, 0);
    k.e.t += 1;
    for (int i = 0; i < 3; i++) kit_at(&k, s, now += 400);
    assert_float_equal(var(&k, "st"), QUIZ_TOLD, 0);
    assert_true(shows(&k, "quiz/told", "Over: Right"));
    assert_float_equal(var(&k, "ri"), 0, 0);
    close_quiz(&k, s);
}

/* Variables can hold anything: somebody set them from outside. */
static void strange_variables_do_no_harm(void **state) {
    (void)state;
    static const double odd[] = {-7, 0, 1, 2.5, 3, 99, 1e18, 66, 4290};
    static const char *const names[] = {"st", "te", "cl", "dr", "gi", "no", "ri"};
    struct kit k;
    open_quiz(&k, SCENE("", FOUR));
    struct scene *s = kit_scene(&k, "s");
    uint32_t rng = 7;
    for (int i = 0; i < 400; i++) {
        vars_set_num(&k.vars, names[i % 7], odd[(int)(rng_next(&rng) * 9)]);
        kit_at(&k, s, 1000 + i * 37);
        for (int item = 0; item < 16; item++)
            if (rng_next(&rng) < .2) kit_tell(&k, scene_node(s, "quiz"), NODE_ACTIVATE, item, (struct vec2){0, 0}, (struct vec2){0, 0});
        kit_apply(&k);
    }
    close_quiz(&k, s);
}

static void starving(void **state) {
    (void)state;
    struct kit k;
    open_quiz(&k, SCENE("", FOUR));
    struct scene *s = kit_scene(&k, "s");
    int64_t now = 1000;
    kit_at(&k, s, now);
    kit_at(&k, s, now += 400);
    press(&k, s, &now, "quiz/teams-2");
    press(&k, s, &now, "quiz/right");
    kit_starve(&k, s);
    vars_set_num(&k.vars, "no", 3);
    kit_at(&k, s, now += 400);
    kit_starve(&k, s);
    close_quiz(&k, s);
}

static void refused(const char *text, const char *line) {
    struct kit k;
    open_quiz(&k, text);
    struct scene *s = scene_load(&k.deps, "s", &k.d);
    assert_null(s);
    assert_non_null(strstr(kit_lines(&k), line));
    test_free((void *)k.pack.v);
    kit_close(&k);
}

static void authors_are_told(void **state) {
    (void)state;
    refused(SCENE("", "  - {id: a, ask: A, right: {text: R}, wrong: [{text: 1}, {text: 2}, {text: 3}, {text: 4}], explain: E, facts: [far]}\n"),
            "question 'a' has 4 wrong answers (give 1 to 3)");
    refused(SCENE("", "  - {id: a, ask: A, right: {text: R, icon: sunn}, wrong: [{text: W}], explain: E, facts: [far]}\n"), "has an icon that is none");
    refused(SCENE("", "  - {id: a, ask: A, right: {text: R}, wrong: [{text: W}], explain: E, facts: []}\n"), "has no fact");
    refused(SCENE("  count: 9\n", FOUR), "'count'");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_game_is_two_numbers), cmocka_unit_test(answers_are_shuffled), cmocka_unit_test(two_teams_play_by_turns),
        cmocka_unit_test(back_finds_it_as_it_was), cmocka_unit_test(levels_and_quick_taps), cmocka_unit_test(the_moon_sets),
        cmocka_unit_test(strange_variables_do_no_harm), cmocka_unit_test(starving), cmocka_unit_test(authors_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
