/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The cub lottery as a game: dens, hill and buttons, the chart of outcomes, the run of years, reduced motion, mistakes. */
#include "data_kit.h"
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

static void open_scene(struct kit *k, const char *text) {
    struct kit_file *v = test_malloc(sizeof *v * 3);
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    v[1] = (struct kit_file){"assets/b.svg", KIT_SVG};
    v[2] = (struct kit_file){"assets/g.svg", KIT_SVG};
    kit_open(k, v, 3);
}
static void close_scene(struct kit *k, struct scene *s) {
    scene_free(s);
    test_free((void *)k->pack.v);
    kit_close(k);
}
static double num(struct kit *k, const char *name) { return vars_num(&k->vars, name, -1); }
static const char *word(struct kit *k, const char *name) {
    struct value v = vars_get(&k->vars, name);
    return v.kind == VALUE_WORD ? v.word : "";
}
static void say(struct kit *k, const char *name, const char *w) { vars_set(&k->vars, name, (struct value){.kind = VALUE_WORD, .word = w}); }
static struct lottery_state *state_of(struct scene *s) { return scene_node(s, "l")->state; }
static void tap(struct kit *k, struct scene *s, int item) {
    struct vec2 at = {200, 600};
    kit_tell(k, scene_node(s, "l"), NODE_DOWN, item, at, at);
    kit_tell(k, scene_node(s, "l"), NODE_UP, item, at, at);
    kit_tell(k, scene_node(s, "l"), NODE_ACTIVATE, item, at, at);
}
static void pass(struct kit *k, struct scene *s, int ms) {
    for (int64_t end = k->e.now + ms; k->e.now < end;) kit_at(k, s, k->e.now + 50);
}

static void chances_are_computed(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    assert_float_equal(num(&k, "chance"), 64, 0);
    assert_float_equal(num(&k, "twice"), 4096, 0);
    close_scene(&k, s);
    open_scene(&k, HEAD("2", "60") CARDS);
    s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    assert_float_equal(num(&k, "chance"), 16, 0);
    assert_float_equal(num(&k, "twice"), 256, 0);
    close_scene(&k, s);
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
    struct kit k;
    open_scene(&k, SCENE);
    struct scene *s = kit_scene(&k, "s");
    struct lottery_state *st = state_of(s);
    kit_at(&k, s, 1000);
    unsigned char others[2] = {st->side[0].boys[0], st->side[0].boys[2]};
    bool changed = false;
    for (int i = 0; i < 12; i++) {
        unsigned char before = st->side[0].boys[1];
        tap(&k, s, 1);
        kit_at(&k, s, k.e.now + 20);
        assert_true(k.e.wake <= k.e.now + 16);    /* it flies, and is not in the chart before it lies */
        assert_true(st->open);
        pass(&k, s, 2000);
        changed |= before != st->side[0].boys[1];
        assert_int_equal(st->now, (int)lottery_outcome(&st->side[0], 2));
        assert_int_equal(st->before, -1);         /* still the same year */
    }
    assert_true(changed);
    assert_int_equal(others[0], st->side[0].boys[0]);
    assert_int_equal(others[1], st->side[0].boys[2]);
    assert_true(k.e.wake == INT64_MAX);
    const struct sem_item *den = kit_item(&k, "l/den-2");
    assert_non_null(den);
    assert_true(den->hit.w >= 81 && den->hit.h >= 81 && den->focusable);
    const char *want = st->side[0].boys[1] & 1 ? "Den with boy, " : "Den with girl, ";
    assert_non_null(strstr(den->label, want));
    assert_string_equal(kit_item(&k, "l/hill")->label, "Hill of 60");
    close_scene(&k, s);
}

static void toss_is_the_next_year(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE);
    struct scene *s = kit_scene(&k, "s");
    struct lottery_state *st = state_of(s);
    int last = -1, boys = 0;
    kit_at(&k, s, 1000);
    for (int i = 0; i < 120; i++) {
        say(&k, "go", "toss");
        kit_at(&k, s, k.e.now + 20);
        assert_string_equal(word(&k, "go"), "none");
        pass(&k, s, 1400);
        assert_int_equal(st->before, last);
        last = st->now;
        bool all = last == 63;
        boys += all;
        assert_int_equal(all, strcmp(word(&k, "stage"), "ready") != 0);
        assert_int_equal(all, st->glowing != 0);
    }
    assert_in_range(boys, 1, 8);    /* about two of them */
    close_scene(&k, s);
}

static void the_hill_leaves_the_dens_alone(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE);
    struct scene *s = kit_scene(&k, "s");
    struct lottery_state *st = state_of(s);
    kit_at(&k, s, 1000);
    struct lottery_side few = st->side[0], many = st->side[1];
    tap(&k, s, LOTTERY_HILL);
    pass(&k, s, 2000);
    assert_memory_equal(&few, &st->side[0], sizeof few);
    assert_true(memcmp(&many, &st->side[1], sizeof many) != 0);
    assert_int_equal(st->now, -1);
    close_scene(&k, s);
}

static void years_run_and_count(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE);
    struct scene *s = kit_scene(&k, "s");
    struct lottery_state *st = state_of(s);
    bool card = false;
    kit_at(&k, s, 1000);
    say(&k, "go", "run");
    kit_at(&k, s, 1020);
    assert_string_equal(word(&k, "stage"), "run");
    for (int i = 0; i < 500; i++) {
        kit_at(&k, s, k.e.now + 20);
        card |= kit_item(&k, "l/card") != NULL;
        if (i == 200) assert_in_range((int)num(&k, "year"), 35, 45);
    }
    assert_string_equal(word(&k, "stage"), "done");
    assert_float_equal(num(&k, "year"), 100, 0);
    int hits = 0;
    for (int y = 0; y < 100; y++) hits += st->hit[0][y];
    assert_float_equal(num(&k, "bad-few"), hits, 0);
    assert_float_equal(num(&k, "bad-many"), 0, 0);
    assert_true(card);
    pass(&k, s, 3000);
    assert_null(kit_item(&k, "l/card"));
    assert_true(k.e.wake == INT64_MAX);
    /* a toss goes back to the charts */
    tap(&k, s, 0);
    kit_apply(&k);
    assert_string_equal(word(&k, "stage"), "ready");
    assert_float_equal(num(&k, "year"), 0, 0);
    assert_int_equal(st->mode, LOTTERY_PLAY);
    close_scene(&k, s);
}

static void touched_without_sense(void **state) {
    (void)state;
    struct kit k;
    uint32_t rng = 11;
    open_scene(&k, SCENE);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    for (int i = 0; i < 400; i++) {
        int what = (int)(rng_next(&rng) * 8);
        if (what < 3) tap(&k, s, what);
        if (what == 3) tap(&k, s, LOTTERY_HILL);
        if (what == 4 && i % 5 == 0) say(&k, "go", "run");
        if (what == 5) say(&k, "go", "toss");
        if (what == 6) tap(&k, s, 40);    /* nobody lives there */
        pass(&k, s, (int)(rng_next(&rng) * 400));
        assert_true(num(&k, "year") >= 0 && num(&k, "year") <= 100);
        assert_non_null(kit_item(&k, "l/den-3"));
        if (i % 50 == 0) layout_scene(s, &k.e);
    }
    pass(&k, s, 12000);
    assert_true(k.e.wake == INT64_MAX);
    close_scene(&k, s);
}

static void still_shows_ends_at_once(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE);
    struct scene *s = kit_scene(&k, "s");
    k.e.still = true;
    kit_at(&k, s, 1000);
    say(&k, "go", "toss");
    kit_at(&k, s, 1020);
    kit_at(&k, s, 1040);
    assert_true(state_of(s)->now >= 0);
    assert_true(k.e.wake == INT64_MAX);
    say(&k, "go", "run");
    kit_at(&k, s, 1060);
    kit_at(&k, s, 1080);
    assert_string_equal(word(&k, "stage"), "done");
    assert_float_equal(num(&k, "year"), 100, 0);
    assert_true(k.e.wake == INT64_MAX);
    close_scene(&k, s);
}

static void wild_rules_are_held(void **state) {
    (void)state;
    static const char *const scenes[] = {HEAD("99", "9999") CARDS, HEAD("0", "-3") "    []\n", HEAD("1", "1") CARDS};
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++) {
        struct kit k;
        open_scene(&k, scenes[i]);
        struct scene *s = kit_scene(&k, "s");
        struct lottery_state *st = state_of(s);
        assert_in_range(st->side[0].families, 1, 3);
        assert_in_range(st->side[1].families, 1, LOTTERY_FAMILIES);
        kit_at(&k, s, 1000);
        say(&k, "go", "run");
        pass(&k, s, 11000);
        assert_string_equal(word(&k, "stage"), "done");
        close_scene(&k, s);
    }
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *scene, *says; } rows[] = {
        {HEAD("3", "60") CARDS "  - {id: a, file: b.svg, label: A}\n  - {id: b, file: b.svg, label: B}\n  - {id: c, file: b.svg, label: C}\n", "'card-kinds' has 5 cards"},
        {HEAD("3", "60") "  - {id: a, label: A}\n", "'file'"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kit k;
        open_scene(&k, rows[i].scene);
        assert_null(scene_load(&k.deps, "s", &k.d));
        if (!strstr(kit_lines(&k), rows[i].says)) fail_msg("row %zu: %s", i, kit_lines(&k));
        close_scene(&k, NULL);
    }
}

static void without_memory(void **state) {
    (void)state;
    struct kit k;
    open_scene(&k, SCENE);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    say(&k, "go", "run");
    pass(&k, s, 3000);
    kit_starve(&k, s);
    close_scene(&k, s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chances_are_computed),
        cmocka_unit_test(every_outcome_has_its_own_square),
        cmocka_unit_test(a_den_is_tossed_alone),
        cmocka_unit_test(toss_is_the_next_year),
        cmocka_unit_test(the_hill_leaves_the_dens_alone),
        cmocka_unit_test(years_run_and_count),
        cmocka_unit_test(touched_without_sense),
        cmocka_unit_test(still_shows_ends_at_once),
        cmocka_unit_test(wild_rules_are_held),
        cmocka_unit_test(mistakes),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
