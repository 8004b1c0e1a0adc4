/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data_kit.h"
#include <scene/chart_view.h>

#define HEAD "format: 1\ntitle: S\ntemplate: stage\nvariables:\n  - {name: stage, value: guess}\n  - {name: point, value: none}\n  - {name: guessed, value: 0}\nelements:\n"
#define TEXTS ", column: \"Guess {year}\", guess-name: guess, guess-chip: \"{guess} in {year}\", least: least, title: \"{value}\", title-both: \"{value} or {other}\"," \
              " close: Close, source-label: Source, earlier: Earlier, later: Later"
#define VARS ", stage-var: stage, asked-var: point, guess-var: guessed"
#define METHODS ", methods: [{method: tracks, icon: paw, text: Tracks., label: tracks}, {method: cameras, icon: camera, text: Cameras.}]"
#define CHART(rows, more) HEAD "- {kind: chart, id: c, at: [0, 0], size: [1920, 1080], origin: [140, 790], from: 2000, to: 2025, per-year: 60, per-animal: 4," \
    " guess-from: 2000, guess-to: 2025, facts: [told], rows: [" rows "]" more VARS METHODS TEXTS "}\n"
#define A "{id: a, series: counts, text: \"{count, plural, one {cat} other {cats}}, {year}\", both: \"both of {year}\"}"
#define LABELS ", labels: [{row: a, year: 2015, text: \"{figure}\"}, {row: a, year: 2007, text: \"{figure} or {other}\"}]"

static const char *const SOURCE[] = {"src"};
static const char *const LEAST[] = {"at least"};

static struct series_point point(int year, const char *method, double min, double max) {
    struct series_point p = {.year = year, .method = method, .sources = {SOURCE, 1}};
    p.figure[SERIES_ADULTS] = (struct fact_value){.kind = min < max ? FACT_RANGE : FACT_NUM, .num = min, .min = min, .max = max, .unit = "adults", .as_of = year};
    return p;
}

static void open_scene(struct kit *k, const char *text, struct kit_file *f) {
    f[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, f, 1);
    kit_fact(k, "told", 57, "adults", NULL, "confirmed");
    ((struct fact *)map_get(&k->facts.by_id, "told"))->sources = (struct strs){SOURCE, 1};
    struct series *s = arena_new(&k->a, struct series);
    struct series_point *v = arena_array(&k->a, struct series_point, 6);
    v[0] = point(2003, "tracks", 20, 21);
    v[1] = point(2007, "tracks", 14, 20);
    v[2] = point(2007, "tracks", 27, 32);
    v[3] = point(2015, "cameras", 57, 57);
    v[3].figure[SERIES_ADULTS].qualifiers = (struct strs){LEAST, 1};
    v[4] = point(2020, "cameras", 110, 110);
    v[5] = point(2024, "hearsay", 120, 120);
    *s = (struct series){.id = "counts", .points = v, .n = 6};
    map_put(&k->facts.series, "counts", s);
}

static double guessed(const struct kit *k) { return vars_num(&k->vars, "guessed", -1); }
static const char *asked(const struct kit *k) { return vars_get(&k->vars, "point").word; }
static void tell_stage(struct kit *k, struct scene *s, const char *word, int64_t ms) {
    vars_set(&k->vars, "stage", (struct value){.kind = VALUE_WORD, .word = word});
    kit_at(k, s, ms);
    kit_at(k, s, ms + 16);
}
static void touch(struct kit *k, struct node *n, int item, float x, float y) {
    struct vec2 at = {x, y};
    kit_tell(k, n, NODE_DOWN, item, at, at);
    kit_tell(k, n, NODE_UP, item, at, at);
    kit_tell(k, n, NODE_ACTIVATE, item, at, at);
    kit_apply(k);
}

static void a_line_goes_through_what_was_drawn(void **state) {
    (void)state;
    struct chart_line l;
    float v = -1;
    chart_line_init(&l, 25);
    assert_true(chart_line_empty(&l) && !chart_line_at(&l, 5, &v));
    chart_line_put(&l, 5, 40);
    assert_true(chart_line_at(&l, 5, &v) && v == 40);
    assert_false(chart_line_at(&l, 6, &v));                    /* nothing to go on to */
    chart_line_put(&l, 15, 80);
    assert_true(chart_line_at(&l, 10, &v));
    assert_float_equal(v, 60, 1e-3);
    chart_line_stroke(&l, (struct vec2){12, 10}, (struct vec2){8, 30});    /* leftwards, over the line */
    assert_true(chart_line_at(&l, 9, &v));
    assert_float_equal(v, 25, 1e-3);
    chart_line_stroke(&l, (struct vec2){-9, 5}, (struct vec2){90, 5});     /* past both ends */
    assert_true(chart_line_at(&l, 0, &v) && v == 5 && chart_line_at(&l, 25, &v) && v == 5);
    assert_false(chart_line_at(&l, 26, &v));
    chart_line_init(&l, 4000);
    assert_true(l.n <= CHART_SAMPLES);
}

static void guess_by_finger_touch_and_keys(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, CHART(A, ""), f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "c");
    kit_at(&k, s, 1000);
    const struct sem_item *it = kit_item(&k, "c/guess-2005");
    assert_true(it && it->focusable && it->drags && it->role == SEM_SLIDER && it->hit.w >= 81 && it->hit.h >= 81);
    assert_string_equal(it->label, "Guess 2005");
    assert_null(it->value);
    touch(&k, n, it->item, 440, 590);                          /* 2005, 50 animals up */
    assert_float_equal(guessed(&k), 1, 1e-6);
    kit_at(&k, s, 1016);
    assert_string_equal(kit_item(&k, "c/guess-2005")->value, "50");
    struct node_event up = {.kind = NODE_KEY, .item = it->item, .finger = -1, .key = KEY_UP}, enter = {.kind = NODE_ACTIVATE, .item = CHART_COLUMN + 2, .finger = -1};
    n->kind->event(n, &k.e, &up, &k.fx);
    n->kind->event(n, &k.e, &enter, &k.fx);
    kit_apply(&k);
    kit_at(&k, s, 1032);
    assert_string_equal(kit_item(&k, "c/guess-2005")->value, "55");
    assert_string_equal(kit_item(&k, "c/guess-2010")->value, "10");
    struct vec2 a = {140, 390}, b = {1640, 390};
    kit_tell(&k, n, NODE_DOWN, CHART_COLUMN, a, a);
    kit_tell(&k, n, NODE_MOVE, CHART_COLUMN, a, (struct vec2){150, 390});     /* no drag yet */
    kit_apply(&k);
    assert_float_equal(guessed(&k), 2, 1e-6);
    kit_tell(&k, n, NODE_MOVE, CHART_COLUMN, a, b);
    kit_tell(&k, n, NODE_UP, CHART_COLUMN, a, b);
    kit_apply(&k);
    assert_float_equal(guessed(&k), 6, 1e-6);
    kit_at(&k, s, 1048);
    assert_string_equal(kit_item(&k, "c/guess-2020")->value, "100");
    tell_stage(&k, s, "told", 2000);
    tell_stage(&k, s, "guess", 3000);                          /* again: a new line */
    assert_float_equal(guessed(&k), 0, 1e-6);
    scene_free(s);
    kit_close(&k);
}

static void points_come_up_year_by_year(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, CHART(A, LABELS), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    assert_null(kit_item(&k, "c/a-2003"));
    tell_stage(&k, s, "told", 2000);
    assert_null(kit_item(&k, "c/guess-2005"));                 /* no more guessing */
    kit_at(&k, s, 2000 + CHART_YEAR_MS + 40);
    assert_non_null(kit_item(&k, "c/a-2003"));
    assert_null(kit_item(&k, "c/a-2015"));
    assert_true(k.e.wake < INT64_MAX);
    kit_at(&k, s, 9000);
    assert_true(k.e.wake == INT64_MAX);
    assert_non_null(kit_item(&k, "c/a-2020"));
    assert_null(kit_item(&k, "c/a-2024"));                     /* its way of counting is not shown */
    assert_string_equal(kit_item(&k, "c/label-1")->label, "57");
    assert_non_null(strstr(kit_item(&k, "c/label-2")->label, " or "));
    assert_non_null(strstr(kit_item(&k, "c/a-2015")->label, "at least 57 cats, 2015"));
    uint64_t rest = dlist_hash(&k.list);
    tell_stage(&k, s, "guess", 10000);
    k.e.still = true;
    tell_stage(&k, s, "told", 11000);
    assert_true(k.e.wake == INT64_MAX && dlist_hash(&k.list) == rest);    /* its end at once */
    scene_free(s);
    kit_close(&k);
}

static void a_point_tells(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, CHART(A, ""), f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "c");
    kit_at(&k, s, 1000);
    tell_stage(&k, s, "told", 2000);
    kit_at(&k, s, 9000);
    const struct sem_item *it = kit_item(&k, "c/a-2015");
    assert_true(it->hit.w >= 61 && it->hit.h >= 61);
    touch(&k, n, it->item, 140 + 20 * 60 - 8, 790 - 110 * 4 + 5);    /* the finger lies on another: the nearest is meant */
    assert_string_equal(asked(&k), "a-2020");
    struct node_event enter = {.kind = NODE_ACTIVATE, .item = it->item, .finger = -1};
    n->kind->event(n, &k.e, &enter, &k.fx);
    kit_apply(&k);
    assert_string_equal(asked(&k), "a-2015");
    kit_at(&k, s, 9100);
    kit_at(&k, s, 9116);
    assert_string_equal(kit_item(&k, "c/card-title")->label, "at least 57");
    assert_string_equal(kit_item(&k, "c/card-line")->label, "cats, 2015");
    assert_string_equal(kit_item(&k, "c/card-method")->label, "Cameras.");
    struct node_event leaf = {.kind = NODE_ACTIVATE, .item = CHART_LEAF, .finger = -1}, back = {.kind = NODE_ACTIVATE, .item = CHART_EARLIER, .finger = -1};
    n->kind->event(n, &k.e, &leaf, &k.fx);
    assert_true(k.fx.n == 1 && !k.fx.v[0].is_set && k.fx.v[0].action->kind == ACT_SOURCES && str_eq(k.fx.v[0].action->facts.v[0], "told"));
    k.fx.n = 0;
    n->kind->event(n, &k.e, &back, &k.fx);
    kit_apply(&k);
    assert_string_equal(asked(&k), "a-2007");
    kit_at(&k, s, 9200);
    kit_at(&k, s, 9216);
    assert_string_equal(kit_item(&k, "c/card-line")->label, "both of 2007");
    touch(&k, n, CHART_CARD, 300, 300);
    assert_string_equal(asked(&k), "none");
    scene_free(s);
    kit_close(&k);
}

static void years_run_from_left_to_right(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, CHART(A, ", keep-side: true"), f);
    struct scene *s = kit_scene(&k, "s");
    struct node *n = scene_node(s, "c");
    k.e.rtl = true;
    kit_at(&k, s, 1000);
    assert_float_equal(chart_x(n, &k.e, 2000), 140, 1e-3);
    assert_float_equal(chart_x(n, &k.e, 2010), 740, 1e-3);
    assert_float_equal(chart_y(n, &k.e, 100), 390, 1e-3);
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *scene, *says; } rows[] = {
        {CHART("{id: a, series: count, text: T}", ""), "no series 'count' in the register"},
        {CHART("{id: a, series: counts, text: T}", ""), "2007 of 'counts' is read in two ways"},
        {CHART(A, ", labels: [{row: a, year: 2016, text: T}]"), "no point of 2016 in 'a'"},
        {CHART(A, ", guess-step: 1"), "do not give 2 to 8 places"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kit_file f[1];
        struct kit k;
        open_scene(&k, rows[i].scene, f);
        assert_null(scene_load(&k.deps, "s", &k.d));
        if (!strstr(kit_lines(&k), rows[i].says)) fail_msg("row %zu: %s", i, kit_lines(&k));
        kit_close(&k);
    }
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, CHART(A, ""), f);
    ((struct fact *)map_get(&k.facts.by_id, "told"))->sources.n = 0;
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "no fact of the chart rests on the source of 2003"));
    kit_close(&k);
}

static void without_memory(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, CHART(A, LABELS), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    tell_stage(&k, s, "told", 2000);
    vars_set(&k.vars, "point", (struct value){.kind = VALUE_WORD, .word = "a-2007"});
    kit_at(&k, s, 9000);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_goes_through_what_was_drawn), cmocka_unit_test(guess_by_finger_touch_and_keys), cmocka_unit_test(points_come_up_year_by_year),
        cmocka_unit_test(a_point_tells), cmocka_unit_test(years_run_from_left_to_right), cmocka_unit_test(mistakes), cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
