/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quiz: what is drawn, how a game rests in three numbers, turns, the clock, the end, and what an author may get wrong. */
#include "stage.h"
#include <scene/quiz_look.h>

#define VARS "variables:\n- {name: st, value: 0}\n- {name: te, value: 0}\n- {name: cl, value: 0}\n- {name: dr, value: 0}\n" \
             "- {name: gi, value: 0}\n- {name: no, value: 0}\n- {name: ri, value: 0}\n"
#define Q(id, level) "  - {id: " id ", level: " level ", ask: Ask " id ", right: {text: Right " id "}, wrong: [{text: No " id "}, {text: Nor " id ", icon: sun}], explain: " \
                     "Why " id ", scene: s, facts: [far]}\n"
#define FOUR Q("a", "all") Q("b", "all") Q("c", "all") Q("d", "more")
#define TEAMS "  team-kinds: [{label: Red, color: larch-500, deep: rose-700}, {label: Blue, shape: square, color: hope-500, deep: hope-700}]\n" \
              "  choices: [{label: One}, {label: Two}]\n"
#define COAT "{file: a.svg, at: [700, 300], width: 1000, flank: [0.3, 0.2, 0.8, 0.5], alt: Animal}"
#define SCENE(more, questions) SCENE_OF(more, TEAMS, questions)
#define SCENE_OF(more, teams, questions) \
    "format: 1\ntitle: T\ntemplate: stage\n" VARS "elements:\n- kind: quiz\n  id: quiz\n  bleed: true\n  stage: st\n  teams: te\n" \
    "  clock: cl\n  drawn: dr\n  given: gi\n  now: no\n  right: ri\n" more teams \
    "  number: \"Question {number} of {of}\"\n  turn: \"{team}, go\"\n  \"yes\": \"Yes: {answer}\"\n  \"no\": \"Not quite: {answer}\"\n" \
    "  over: \"Over: {answer}\"\n  next: On\n  last: End\n  show: Show\n  source: From\n  spots: Spots\n" \
    "  coat: " COAT "\n  cub: " COAT "\n  questions:\n" questions

static void facts(struct kit *k) { kit_fact(k, "far", 6, "m", "more than", "confirmed"); }
static const struct stage_pack PACK = {.files = {{"assets/a.svg", KIT_SVG}}, .prepare = facts};
/* One frame, and one that is 400 ms later. */
static void begin(struct stage *t) {
    stage_at(t, 1000);
    stage_at(t, 1400);
}
static void frames(struct stage *t, int n) { for (int i = 0; i < n; i++) stage_at(t, t->k.e.now + 400); }

/* Presses what is called so, as a finger would, and shows the next moments. */
static void press(struct stage *t, const char *id) {
    const struct sem_item *it = stage_item(t, id);
    assert_non_null(it);
    assert_true(it->hit.w > 0);
    struct vec2 at = {it->hit.x + it->hit.w / 2, it->hit.y + it->hit.h / 2};
    stage_tell(t, NODE_ACTIVATE, it->item, at, at);
    frames(t, 4);
}
static bool shows(const struct stage *t, const char *part, const char *text) {
    const struct sem_item *it = stage_item(t, part);
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
    struct stage t;
    stage_load(&t, &PACK, SCENE("  count: 3\n  cub-below: 2\n", FOUR));
    begin(&t);
    assert_null(stage_item(&t, "quiz/question"));
    press(&t, "quiz/teams-2");
    assert_float_equal(stage_var(&t, "te"), 2, 0);
    assert_float_equal(stage_var(&t, "st"), QUIZ_ASK, 0);
    assert_true(shows(&t, "quiz/number", "Question 1 of 3"));
    assert_true(shows(&t, "quiz/turn", "Red"));
    press(&t, "quiz/right");
    assert_float_equal(stage_var(&t, "ri"), 1, 0);
    assert_true(shows(&t, "quiz/told", "Yes: Right"));
    assert_null(stage_item(&t, "quiz/turn"));
    assert_true(stage_item(&t, "quiz/right")->hit.w <= 0);      /* an answer stands */
    press(&t, "quiz/next");
    assert_true(shows(&t, "quiz/turn", "Blue"));
    press(&t, "quiz/wrong-2");
    assert_true(shows(&t, "quiz/told", "Not quite: Right"));
    assert_float_equal(stage_var(&t, "ri"), 1, 0);
    press(&t, "quiz/next");
    press(&t, "quiz/right");
    assert_true(shows(&t, "quiz/next", "End"));
    press(&t, "quiz/next");
    assert_float_equal(stage_var(&t, "st"), QUIZ_END, 0);
    assert_float_equal(stage_var(&t, "ri"), 2, 0);
    assert_true(shows(&t, "quiz/animal", "Animal"));
    stage_set(&t, "st", 0);                                     /* somebody begins anew */
    frames(&t, 3);
    assert_float_equal(stage_var(&t, "te"), 0, 0);
    assert_float_equal(stage_var(&t, "ri"), 0, 0);
    assert_non_null(stage_item(&t, "quiz/teams-1"));
    stage_close(&t);
}

/* The scene is left and comes back: all that it knew is in its variables. */
static void back_finds_it_as_it_was(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, SCENE("", FOUR));
    begin(&t);
    press(&t, "quiz/teams-1");
    press(&t, "quiz/wrong-1");
    const char *question = arena_str(&t.k.a, stage_item(&t, "quiz/question")->label);
    struct box right = stage_item(&t, "quiz/right")->box;
    const struct sem_item *it = stage_item(&t, "quiz/show");
    kit_tell(&t.k, it->node, NODE_ACTIVATE, it->item, (struct vec2){0, 0}, (struct vec2){0, 0});
    assert_int_equal(t.k.fx.n, 1);
    assert_int_equal(t.k.fx.v[0].action->kind, ACT_GOTO);
    assert_string_equal(t.k.fx.v[0].action->arg, "s");
    t.k.fx.n = 0;
    scene_init(t.s, &t.k.e);
    frames(&t, 2);
    assert_string_equal(stage_item(&t, "quiz/question")->label, question);
    assert_memory_equal(&stage_item(&t, "quiz/right")->box, &right, sizeof right);
    assert_true(shows(&t, "quiz/told", "Not quite"));
    assert_true(stage_rests(&t));                               /* nothing moves again */
    stage_close(&t);
}

static void levels_and_quick_taps(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, SCENE("  count: 8\n", FOUR));
    for (int more = 0; more < 2; more++) {
        t.k.e.more = more;
        stage_set(&t, "st", 0);
        frames(&t, 3);
        press(&t, "quiz/teams-1");
        assert_true(shows(&t, "quiz/number", more ? "of 4" : "of 3"));
    }
    struct quiz_state *q = t.n->state;
    q->since = t.k.e.now - QUIZ_DEAF_MS + 20;
    kit_tell(&t.k, t.n, NODE_ACTIVATE, 0, (struct vec2){0, 0}, (struct vec2){0, 0});
    assert_int_equal(t.k.fx.n, 0);
    stage_close(&t);
}

static void the_moon_sets(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, SCENE("", FOUR));
    stage_set(&t, "cl", 1);
    begin(&t);
    press(&t, "quiz/teams-1");
    assert_true(t.k.e.wake <= t.k.e.now + 1001);
    t.k.e.t += 17.8;                                          /* with the frames since it was asked: 19.5 s */
    stage_at(&t, t.k.e.now + 100);
    assert_float_equal(stage_var(&t, "st"), QUIZ_ASK, 0);
    t.k.e.t += 1;
    frames(&t, 3);
    assert_float_equal(stage_var(&t, "st"), QUIZ_TOLD, 0);
    assert_true(shows(&t, "quiz/told", "Over: Right"));
    assert_float_equal(stage_var(&t, "ri"), 0, 0);
    stage_close(&t);
}

/* Variables can hold anything: somebody set them from outside. */
static void strange_variables_do_no_harm(void **state) {
    (void)state;
    static const double odd[] = {-7, 0, 1, 2.5, 3, 99, 1e18, 66, 4290};
    static const char *const names[] = {"st", "te", "cl", "dr", "gi", "no", "ri"};
    struct stage t;
    stage_load(&t, &PACK, SCENE("", FOUR));
    uint32_t rng = 7;
    for (int i = 0; i < 400; i++) {
        stage_set(&t, names[i % 7], odd[(int)(rng_next(&rng) * 9)]);
        stage_at(&t, 1000 + i * 37);
        for (int item = 0; item < 16; item++)
            if (rng_next(&rng) < .2) stage_press(&t, item);
    }
    stage_close(&t);
}

static void starving(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, SCENE("", FOUR));
    begin(&t);
    press(&t, "quiz/teams-2");
    press(&t, "quiz/right");
    stage_starve(&t);
    stage_set(&t, "no", 3);
    frames(&t, 1);
    stage_starve(&t);
    stage_close(&t);
}

/* As many players as teams stand on each plate of the start, and not beyond it. */
#define PLAYERS "  team-kinds: [{label: Red, color: larch-500, deep: rose-700, player: a.svg}, {label: Blue, color: hope-500, deep: hope-700, player: a.svg}]\n" \
                "  choices: [{label: One}, {label: Two}]\n"
static void players_stand_on_their_plates(void **state) {
    (void)state;
    for (int rtl = 0; rtl < 2; rtl++) {
        struct stage t;
        stage_load(&t, &PACK, SCENE_OF("", PLAYERS, FOUR));
        t.k.e.rtl = rtl;
        begin(&t);
        const struct quiz_look *l = ((const struct quiz_state *)t.n->state)->look;
        int seen[2] = {0};
        assert_true(l->player[0].key != 0);
        for (int i = 0; i < t.k.list.n; i++) {
            const struct draw_cmd *c = &t.k.list.cmds[i];
            for (int k = 0; k < 2 && c->kind == DRAW_PICTURE && c->key == l->player[0].key; k++) {
                const struct box *b = &l->plate[k].box;
                float x = (float)c->box.x + (float)c->box.w / 2;
                if (x < b->x || x > b->x + b->w) continue;
                seen[k]++;
                assert_true((float)c->box.y >= b->y && (float)(c->box.y + c->box.h) <= b->y + b->h);
            }
        }
        assert_int_equal(seen[0], 1);
        assert_int_equal(seen[1], 2);
        press(&t, "quiz/teams-2");
        assert_float_equal(stage_var(&t, "te"), 2, 0);
        stage_close(&t);
    }
}

static void authors_are_told(void **state) {
    (void)state;
    stage_refused(&PACK, SCENE("", "  - {id: a, ask: A, right: {text: R}, wrong: [{text: 1}, {text: 2}, {text: 3}, {text: 4}], explain: E, facts: [far]}\n"),
            "question 'a' has 4 wrong answers (give 1 to 3)");
    stage_refused(&PACK, SCENE("", "  - {id: a, ask: A, right: {text: R, icon: sunn}, wrong: [{text: W}], explain: E, facts: [far]}\n"), "has an icon that is none");
    stage_refused(&PACK, SCENE("", "  - {id: a, ask: A, right: {text: R}, wrong: [{text: W}], explain: E, facts: []}\n"), "has no fact");
    stage_refused(&PACK, SCENE("  count: 9\n", FOUR), "'count'");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_game_is_two_numbers), cmocka_unit_test(answers_are_shuffled), cmocka_unit_test(two_teams_play_by_turns),
        cmocka_unit_test(back_finds_it_as_it_was), cmocka_unit_test(levels_and_quick_taps), cmocka_unit_test(the_moon_sets),
        cmocka_unit_test(strange_variables_do_no_harm), cmocka_unit_test(starving),
        cmocka_unit_test(players_stand_on_their_plates), cmocka_unit_test(authors_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
