/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The cub lottery as a game: dens, hill and buttons, the chart of outcomes, the run of years, reduced motion, mistakes. */
#include "stage.h"
#include <scene/lottery_look.h>

#define HEAD(few, many) \
    "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: few, value: " few "}\n- {name: many, value: " many "}\n" \
    "- {name: cubs, value: 2}\n- {name: years, value: 100}\n- {name: cards, value: 20}\n- {name: shut, value: 3}\n" \
    "- {name: go, value: none}\n- {name: stage, value: ready}\n- {name: chance, value: 0}\n- {name: twice, value: 0}\n" \
    "- {name: year, value: 0}\n- {name: bad-few, value: 0}\n- {name: bad-many, value: 0}\n" \
    "elements:\n- kind: lottery\n  id: l\n  at: [0, 0]\n  size: [1920, 952]\n  few: few\n  many: many\n  cubs: cubs\n  years: years\n" \
    "  cards: cards\n  shut: shut\n  command: go\n  stage: stage\n  chance: chance\n  twice: twice\n  year: year\n  bad-few: bad-few\n" \
    "  bad-many: bad-many\n  boy: boy\n  girl: girl\n  den-label: \"Den with {inside}\"\n  hill-label: \"Hill of {many}\"\n" \
    "  boy-file: b.svg\n  girl-file: g.svg\n  boy-small: b.svg\n  girl-small: g.svg\n  bank: {at: [190, 640]}\n" \
    "  hill: {at: [950, 372]}\n  chart: {at: [96, 704]}\n  pairs: {at: [962, 690], pitch: 3, square: 2, columns: 64}\n" \
    "  run-few: {at: [96, 704]}\n  run-many: {at: [962, 704]}\n  card-at: [900, 500]\n  card-kinds:\n"
#define CARDS "  - {id: fire, file: b.svg, label: Fire}\n  - {id: illness, file: g.svg, label: Illness}\n"
#define SCENE HEAD("3", "60") CARDS

static const struct stage_pack PACK = {.files = {{"assets/b.svg", KIT_SVG}, {"assets/g.svg", KIT_SVG}}};
static struct lottery_state *state_of(const struct stage *t) { return t->n->state; }
static void tap(struct stage *t, int item) { stage_tap(t, item, (struct vec2){200, 600}); }

static void chances_are_computed(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    assert_float_equal(stage_var(&t, "chance"), 64, 0);
    assert_float_equal(stage_var(&t, "twice"), 4096, 0);
    stage_close(&t);
    stage_open(&t, &PACK, HEAD("2", "60") CARDS);
    assert_float_equal(stage_var(&t, "chance"), 16, 0);
    assert_float_equal(stage_var(&t, "twice"), 256, 0);
    stage_close(&t);
}

static void every_outcome_has_its_own_square(void **state) {
    (void)state;
    for (int families = 1; families <= 3; families++) {
        struct lottery_state s = {.rules = {.cubs = 2}, .side = {{.families = families}}};
        uint64_t taken = 0;
        int n = lottery_outcomes(&s);
        for (int o = 0; o < n; o++) {
            int at = lottery_place(&s, (unsigned)o);
            assert_in_range(at, 0, n - 1);
            assert_false(taken >> at & 1);
            taken |= (uint64_t)1 << at;
        }
    }
}

static void a_den_is_tossed_alone(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    struct lottery_state *st = state_of(&t);
    unsigned char others[2] = {st->side[0].boys[0], st->side[0].boys[2]};
    bool changed = false;
    for (int i = 0; i < 12; i++) {
        unsigned char before = st->side[0].boys[1];
        tap(&t, 1);
        stage_pass(&t, 20);
        assert_true(t.k.e.wake <= t.k.e.now + 16);    /* it flies, and is not in the chart before it lies */
        assert_true(st->open);
        stage_pass(&t, 2000);
        changed |= before != st->side[0].boys[1];
        assert_int_equal(st->now, (int)lottery_outcome(&st->side[0], 2));
        assert_int_equal(st->before, -1);             /* still the same year */
    }
    assert_true(changed);
    assert_int_equal(others[0], st->side[0].boys[0]);
    assert_int_equal(others[1], st->side[0].boys[2]);
    assert_true(stage_rests(&t));
    const struct sem_item *den = stage_item(&t, "l/den-2");
    assert_non_null(den);
    assert_true(den->hit.w >= 81 && den->hit.h >= 81 && den->focusable);
    const char *want = st->side[0].boys[1] & 1 ? "Den with boy, " : "Den with girl, ";
    assert_non_null(strstr(den->label, want));
    assert_string_equal(stage_item(&t, "l/hill")->label, "Hill of 60");
    stage_close(&t);
}

static void toss_is_the_next_year(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    struct lottery_state *st = state_of(&t);
    int last = -1, boys = 0;
    t.step = 50;
    for (int i = 0; i < 120; i++) {
        stage_say(&t, "go", "toss");
        stage_pass(&t, 20);
        assert_string_equal(stage_word(&t, "go"), "none");
        stage_pass(&t, 1400);
        assert_int_equal(st->before, last);
        last = st->now;
        bool all = last == 63;
        boys += all;
        assert_int_equal(all, strcmp(stage_word(&t, "stage"), "ready") != 0);
        assert_int_equal(all, st->glowing != 0);
    }
    assert_in_range(boys, 1, 8);                      /* about two of them */
    stage_close(&t);
}

static void the_hill_leaves_the_dens_alone(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    struct lottery_state *st = state_of(&t);
    struct lottery_side few = st->side[0], many = st->side[1];
    tap(&t, LOTTERY_HILL);
    stage_pass(&t, 2000);
    assert_memory_equal(&few, &st->side[0], sizeof few);
    assert_true(memcmp(&many, &st->side[1], sizeof many) != 0);
    assert_int_equal(st->now, -1);
    stage_close(&t);
}

/* In two languages a card is no higher: its words stand beside each other. */
static void a_card_has_one_line(void **state) {
    (void)state;
    struct stage t;
    float one = 0;
    for (int pair = 0; pair < 2; pair++) {
        stage_open(&t, &PACK, SCENE);
        if (pair) stage_pair(&t);
        stage_at(&t, 1100);
        const struct box b = state_of(&t)->look->card_box[0];
        if (pair) assert_float_equal(b.h, one, 4);
        assert_true(b.h > 0);
        one = b.h;
        stage_close(&t);
    }
}

static void years_run_and_count(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    struct lottery_state *st = state_of(&t);
    bool card = false;
    stage_say(&t, "go", "run");
    stage_at(&t, 1020);
    assert_string_equal(stage_word(&t, "stage"), "run");
    for (int i = 0; i < 500; i++) {
        stage_pass(&t, 20);
        card |= stage_item(&t, "l/card") != NULL;
        if (i == 200) assert_in_range((int)stage_var(&t, "year"), 35, 45);
    }
    assert_string_equal(stage_word(&t, "stage"), "done");
    assert_float_equal(stage_var(&t, "year"), 100, 0);
    int hits = 0;
    for (int y = 0; y < 100; y++) hits += st->hit[0][y];
    assert_float_equal(stage_var(&t, "bad-few"), hits, 0);
    assert_float_equal(stage_var(&t, "bad-many"), 0, 0);
    assert_true(card);
    stage_pass(&t, 3000);
    assert_null(stage_item(&t, "l/card"));
    assert_true(stage_rests(&t));
    /* a toss goes back to the charts */
    tap(&t, 0);
    assert_string_equal(stage_word(&t, "stage"), "ready");
    assert_float_equal(stage_var(&t, "year"), 0, 0);
    assert_int_equal(st->mode, LOTTERY_PLAY);
    stage_close(&t);
}

static void touched_without_sense(void **state) {
    (void)state;
    struct stage t;
    uint32_t rng = 11;
    stage_open(&t, &PACK, SCENE);
    t.step = 50;
    for (int i = 0; i < 400; i++) {
        int what = (int)(rng_next(&rng) * 8);
        if (what < 3) tap(&t, what);
        if (what == 3) tap(&t, LOTTERY_HILL);
        if (what == 4 && i % 5 == 0) stage_say(&t, "go", "run");
        if (what == 5) stage_say(&t, "go", "toss");
        if (what == 6) tap(&t, 40);                   /* nobody lives there */
        stage_pass(&t, (int)(rng_next(&rng) * 400));
        assert_true(stage_var(&t, "year") >= 0 && stage_var(&t, "year") <= 100);
        assert_non_null(stage_item(&t, "l/den-3"));
        if (i % 50 == 0) layout_scene(t.s, &t.k.e);
    }
    stage_pass(&t, 12000);
    assert_true(stage_rests(&t));
    stage_close(&t);
}

static void still_shows_ends_at_once(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, SCENE);
    t.k.e.still = true;
    stage_at(&t, 1000);
    stage_say(&t, "go", "toss");
    stage_at(&t, 1020);
    stage_at(&t, 1040);
    assert_true(state_of(&t)->now >= 0);
    assert_true(stage_rests(&t));
    stage_say(&t, "go", "run");
    stage_at(&t, 1060);
    stage_at(&t, 1080);
    assert_string_equal(stage_word(&t, "stage"), "done");
    assert_float_equal(stage_var(&t, "year"), 100, 0);
    assert_true(stage_rests(&t));
    stage_close(&t);
}

static void wild_rules_are_held(void **state) {
    (void)state;
    static const char *const scenes[] = {HEAD("99", "9999") CARDS, HEAD("0", "-3") "    []\n", HEAD("1", "1") CARDS};
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++) {
        struct stage t;
        stage_load(&t, &PACK, scenes[i]);
        struct lottery_state *st = state_of(&t);
        assert_in_range(st->side[0].families, 1, 3);
        assert_in_range(st->side[1].families, 1, LOTTERY_FAMILIES);
        stage_at(&t, 1000);
        stage_say(&t, "go", "run");
        stage_pass(&t, 11000);
        assert_string_equal(stage_word(&t, "stage"), "done");
        stage_close(&t);
    }
}

static void mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {HEAD("3", "60") CARDS "  - {id: a, file: b.svg, label: A}\n  - {id: b, file: b.svg, label: B}\n  - {id: c, file: b.svg, label: C}\n", "'card-kinds' has 5 cards"},
        {HEAD("3", "60") "  - {id: a, label: A}\n", "'file'"},
    };
    STAGE_MISTAKES(&PACK, rows);
}

static void without_memory(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, SCENE);
    stage_say(&t, "go", "run");
    stage_pass(&t, 3000);
    stage_starve(&t);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chances_are_computed),
        cmocka_unit_test(every_outcome_has_its_own_square),
        cmocka_unit_test(a_den_is_tossed_alone),
        cmocka_unit_test(toss_is_the_next_year),
        cmocka_unit_test(the_hill_leaves_the_dens_alone),
        cmocka_unit_test(a_card_has_one_line), cmocka_unit_test(years_run_and_count),
        cmocka_unit_test(touched_without_sense),
        cmocka_unit_test(still_shows_ends_at_once),
        cmocka_unit_test(wild_rules_are_held),
        cmocka_unit_test(mistakes),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
