/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"
#include <scene/chart_view.h>

#define HEAD "format: 1\ntitle: S\ntemplate: stage\nvariables:\n  - {name: stage, value: guess}\n  - {name: point, value: none}\n  - {name: guessed, value: 0}\nelements:\n"
#define TEXTS ", column: \"Guess {year}\", guess-name: guess, guess-chip: \"{guess} in {year}\", least: least, title: \"{value}\", title-both: \"{value} or {other}\"," \
              " close: Close, source-label: Source, earlier: Earlier, later: Later"
#define VARS ", stage-var: stage, asked-var: point, guess-var: guessed"
#define METHODS ", methods: [{method: tracks, icon: paw, text: Tracks., label: tracks}, {method: cameras, icon: camera, text: Cameras.}]"
#define CHART(rows, more) CHART_OF("60", rows, more)
#define CHART_OF(year, rows, more) HEAD "- {kind: chart, id: c, at: [0, 0], size: [1920, 1080], origin: [140, 790], from: 2000, to: 2025, per-year: " year ", per-animal: 4," \
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

static void register_of(struct kit *k) {
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
static const struct stage_pack PACK = {.prepare = register_of};

static double guessed(const struct stage *t) { return stage_var(t, "guessed"); }
static const char *asked(const struct stage *t) { return stage_word(t, "point"); }
static void tell_stage(struct stage *t, const char *word, int64_t ms) {
    stage_say(t, "stage", word);
    stage_at(t, ms);
    stage_at(t, ms + 16);
}
static void touch(struct stage *t, int item, float x, float y) {
    stage_tap(t, item, (struct vec2){x, y});
}

static void a_line_goes_through_what_was_drawn(void **state) {
    (void)state;
    struct chart_line l;
    float v = -1;
    chart_line_init(&l, 25);
    assert_true(chart_line_empty(&l) && !chart_line_at(&l, 5, &v));
    chart_line_put(&l, 5, 40);
    assert_true(chart_line_at(&l, 5, &v) && v == 40);
    assert_false(chart_line_at(&l, 6, &v));                                /* nothing to go on to */
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
    struct stage t;
    stage_open(&t, &PACK, CHART(A, ""));
    const struct sem_item *it = stage_item(&t, "c/guess-2005");
    assert_true(it && it->focusable && it->drags && it->role == SEM_SLIDER && it->hit.w >= 81 && it->hit.h >= 81);
    assert_string_equal(it->label, "Guess 2005");
    assert_null(it->value);
    touch(&t, it->item, 440, 590);                                         /* 2005, 50 animals up */
    assert_float_equal(guessed(&t), 1, 1e-6);
    stage_at(&t, 1016);
    assert_string_equal(stage_item(&t, "c/guess-2005")->value, "50");
    stage_key(&t, it->item, KEY_UP);
    stage_enter(&t, CHART_COLUMN + 2);
    stage_at(&t, 1032);
    assert_string_equal(stage_item(&t, "c/guess-2005")->value, "55");
    assert_string_equal(stage_item(&t, "c/guess-2010")->value, "10");
    struct vec2 a = {140, 390}, b = {1640, 390};
    stage_tell(&t, NODE_DOWN, CHART_COLUMN, a, a);
    stage_tell(&t, NODE_MOVE, CHART_COLUMN, a, (struct vec2){150, 390});   /* no drag yet */
    assert_float_equal(guessed(&t), 2, 1e-6);
    stage_tell(&t, NODE_MOVE, CHART_COLUMN, a, b);
    stage_tell(&t, NODE_UP, CHART_COLUMN, a, b);
    assert_float_equal(guessed(&t), 6, 1e-6);
    stage_at(&t, 1048);
    assert_string_equal(stage_item(&t, "c/guess-2020")->value, "100");
    tell_stage(&t, "told", 2000);
    tell_stage(&t, "guess", 3000);                                         /* again: a new line */
    assert_float_equal(guessed(&t), 0, 1e-6);
    stage_close(&t);
}

static void points_come_up_year_by_year(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, LABELS));
    assert_null(stage_item(&t, "c/a-2003"));
    tell_stage(&t, "told", 2000);
    assert_null(stage_item(&t, "c/guess-2005"));                           /* no more guessing */
    stage_at(&t, 2000 + CHART_YEAR_MS + 40);
    assert_non_null(stage_item(&t, "c/a-2003"));
    assert_null(stage_item(&t, "c/a-2015"));
    assert_true(t.k.e.wake < INT64_MAX);
    stage_at(&t, 9000);
    assert_true(stage_rests(&t));
    assert_non_null(stage_item(&t, "c/a-2020"));
    assert_null(stage_item(&t, "c/a-2024"));                               /* its way of counting is not shown */
    assert_string_equal(stage_item(&t, "c/label-1")->label, "57");
    assert_non_null(strstr(stage_item(&t, "c/label-2")->label, " or "));
    assert_non_null(strstr(stage_item(&t, "c/a-2015")->label, "at least 57 cats, 2015"));
    uint64_t rest = dlist_hash(&t.k.list);
    tell_stage(&t, "guess", 10000);
    t.k.e.still = true;
    tell_stage(&t, "told", 11000);
    assert_true(stage_rests(&t) && dlist_hash(&t.k.list) == rest);         /* its end at once */
    stage_close(&t);
}

static void a_point_tells(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, ""));
    tell_stage(&t, "told", 2000);
    stage_at(&t, 9000);
    const struct sem_item *it = stage_item(&t, "c/a-2015");
    assert_true(it->hit.w >= 61 && it->hit.h >= 61);
    touch(&t, it->item, 140 + 20 * 60 - 8, 790 - 110 * 4 + 5);             /* the finger lies on another: the nearest is meant */
    assert_string_equal(asked(&t), "a-2020");
    stage_enter(&t, it->item);
    assert_string_equal(asked(&t), "a-2015");
    stage_at(&t, 9100);
    stage_at(&t, 9116);
    assert_string_equal(stage_item(&t, "c/card-title")->label, "at least 57");
    assert_string_equal(stage_item(&t, "c/card-line")->label, "cats, 2015");
    assert_string_equal(stage_item(&t, "c/card-method")->label, "Cameras.");
    stage_keyboard(&t, (struct node_event){.kind = NODE_ACTIVATE, .item = CHART_LEAF});
    assert_true(t.k.fx.n == 1 && !t.k.fx.v[0].is_set && t.k.fx.v[0].action->kind == ACT_SOURCES && str_eq(t.k.fx.v[0].action->facts.v[0], "told"));
    t.k.fx.n = 0;
    stage_enter(&t, CHART_EARLIER);
    assert_string_equal(asked(&t), "a-2007");
    stage_at(&t, 9200);
    stage_at(&t, 9216);
    assert_string_equal(stage_item(&t, "c/card-line")->label, "both of 2007");
    touch(&t, CHART_CARD, 300, 300);
    assert_string_equal(asked(&t), "none");
    stage_close(&t);
}

static void neighbours_share_the_room(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART_OF("12", A, ""));
    tell_stage(&t, "told", 2000);
    stage_at(&t, 9000);
    static const char *const ID[] = {"c/a-2003", "c/a-2007", "c/a-2015", "c/a-2020"};
    for (int i = 0; i < 4; i++) {
        struct box a = stage_item(&t, ID[i])->hit;
        assert_true(a.w >= 61 && a.h >= 61);
        assert_true(box_has(a, (struct vec2){140 + 12 * (float)(atoi(ID[i] + 4) - 2000), a.y + a.h / 2}));       /* it lies on its mark */
        for (int k = i + 1; k < 4; k++) assert_false(boxes_meet(box_grow(a, -.5f), stage_item(&t, ID[k])->hit));
    }
    stage_close(&t);
}

/* What the card lies on neither peeps out nor takes a touch. */
static void the_card_covers(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, LABELS ", card-at: [800, 500], card-width: 600"));
    tell_stage(&t, "told", 2000);
    stage_at(&t, 9000);
    assert_true(stage_item(&t, "c/label-1") && stage_item(&t, "c/a-2015")->hit.w >= 61);
    stage_enter(&t, stage_item(&t, "c/a-2020")->item);
    stage_at(&t, 9100);
    stage_at(&t, 9116);
    assert_true(!stage_item(&t, "c/label-1") && stage_item(&t, "c/label-2"));
    assert_true(stage_item(&t, "c/a-2015")->hit.w == 0 && stage_item(&t, "c/a-2020")->hit.w >= 61);
    struct box card = stage_item(&t, "c/card")->box, later = stage_item(&t, "c/later")->box;
    assert_true(later.x > card.x + card.w / 2 && stage_item(&t, "c/card-line")->para_at.x < later.x);
    stage_mirror(&t, true);
    stage_at(&t, 9200);
    stage_at(&t, 9216);
    later = stage_item(&t, "c/later")->box;                                /* the tools change sides with the words */
    assert_true(later.x < card.x + card.w / 2 && stage_item(&t, "c/earlier")->box.x < later.x);
    assert_true(stage_item(&t, "c/card-line")->para_at.x > stage_item(&t, "c/earlier")->box.x + 64);
    stage_close(&t);
}

static void the_legend_makes_room(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, ", legend-at: [100, 100], legend-if: {guessed: 0}"));
    tell_stage(&t, "told", 2000);
    stage_at(&t, 9000);
    assert_non_null(stage_item(&t, "c/sign-1"));
    vars_set_num(&t.k.vars, "guessed", 1);
    stage_at(&t, 9100);
    assert_null(stage_item(&t, "c/sign-1"));
    stage_close(&t);
}

/* What the line said stands below the legend while that is there, and gives way to what lies over it. */
static void the_guess_finds_its_place(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, ", chip-at: [400, 150], legend-at: [100, 100], legend-if: {guessed: [0, 1]}, chip-if: {guessed: [0, 2]}"));
    stage_key(&t, CHART_COLUMN + 4, KEY_UP);
    tell_stage(&t, "told", 2000);
    stage_at(&t, 15000);
    const struct chart_look *k = ((const struct chart_state *)t.n->state)->look;
    struct box b = stage_item(&t, "c/guess")->box;
    assert_true(b.y > k->legend_box.y + k->legend_box.h);
    vars_set_num(&t.k.vars, "guessed", 2);
    stage_at(&t, 15100);
    b = stage_item(&t, "c/guess")->box;
    assert_float_equal(b.y + b.h / 2, 150, 2);
    vars_set_num(&t.k.vars, "guessed", 3);
    stage_at(&t, 15200);
    assert_null(stage_item(&t, "c/guess"));
    stage_close(&t);
}

/* On a screen wider than the stage the scale stays at its edge, away from the words beside the picture. */
static void the_scale_is_at_the_edge(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, ", scale: [50], scale-at: 32"));
    t.n->box.x = 320;
    stage_at(&t, 1000);
    assert_float_equal(stage_item(&t, "c/scale-1")->box.x, 32, 1);
    stage_close(&t);
}

static void a_guess_stays_on_the_scale(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, ""));
    const struct chart_props *p = node_props(t.n, &t.k.e);
    struct chart_state *s = t.n->state;
    float v = -1;
    for (int i = 0; i < 60; i++) stage_key(&t, CHART_COLUMN, KEY_UP);
    assert_true(chart_line_at(&s->line, 0, &v));
    assert_float_equal(v, p->most, 1e-3);
    stage_enter(&t, CHART_COLUMN);                             /* and begins anew */
    assert_true(chart_line_at(&s->line, 0, &v) && v == 0);
    stage_close(&t);
}

/* While they come up one by one only what is there can be asked; asked again it closes. */
static void what_is_not_there_is_not_asked(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, ""));
    tell_stage(&t, "told", 2000);
    stage_at(&t, 2000 + CHART_YEAR_MS + 40);
    touch(&t, CHART_POINT, chart_x(t.n, &t.k.e, 2015), chart_y(t.n, &t.k.e, 57));
    assert_string_equal(asked(&t), "a-2003");
    stage_pass(&t, 20);
    stage_enter(&t, CHART_POINT);
    assert_string_equal(asked(&t), "none");
    stage_close(&t);
}

static void one_year_comes_at_once(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A ", {id: b, series: counts, text: T, both: B}", ""));
    const struct chart_props *p = node_props(t.n, &t.k.e);
    assert_int_equal(p->points[0].year, p->points[1].year);
    assert_float_equal(chart_due_ms(p, 0), chart_due_ms(p, 1), 0);
    assert_true(chart_due_ms(p, 2) > chart_due_ms(p, 1));
    stage_close(&t);
}

static void years_run_from_left_to_right(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, CHART(A, ", keep-side: true"));
    t.k.e.rtl = true;
    stage_at(&t, 1000);
    assert_float_equal(chart_x(t.n, &t.k.e, 2000), 140, 1e-3);
    assert_float_equal(chart_x(t.n, &t.k.e, 2010), 740, 1e-3);
    assert_float_equal(chart_y(t.n, &t.k.e, 100), 390, 1e-3);
    stage_close(&t);
}

/* Words by the points, in the legend and on the card are in both languages; for that the leaf goes up beside the cross, the card
 * begins higher, and the years that it would lie on are not written. */
static void two_languages_have_room(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, ", years: [2005, 2025], card-at: [100, 640], card-width: 800, card-foot: 860, pair-years-if: {guessed: 0}, labels: ["
               "{row: a, year: 2015, text: \"{count} cats\", at: [0, -90], pair-move: [10, -20], width: 200, pair-width: 500, align: start},"
               "{row: a, year: 2007, text: \"{figure} or {other}\", alone: true}]"));
    tell_stage(&t, "told", 2000);
    stage_at(&t, 9000);
    struct vec2 was = stage_item(&t, "c/label-1")->para_at;
    stage_pair(&t);
    stage_at(&t, 9020);
    const struct sem_item *label = stage_item(&t, "c/label-1");
    assert_true(label->para->both && !stage_item(&t, "c/label-2")->para->both && stage_item(&t, "c/sign-1")->para->both);
    assert_int_equal(label->para->nlines, 1);
    assert_true(label->para_at.x == was.x + 10 && label->para_at.y == was.y - 20);
    assert_float_equal(((struct chart_state *)t.n->state)->look->label_w[0], para_w(label->para, &t.k.e), 1);
    stage_say(&t, "point", "a-2015");
    stage_at(&t, 9040);
    stage_at(&t, 9060);
    assert_true(stage_item(&t, "c/card-title")->para->both && stage_item(&t, "c/card-line")->para->both && stage_item(&t, "c/card-method")->para->both);
    struct box card = stage_item(&t, "c/card")->box;
    assert_float_equal(card.y + card.h, 860, 1);
    assert_true(stage_item(&t, "c/source")->box.y < stage_item(&t, "c/later")->box.y && stage_item(&t, "c/source")->box.x < card.x + card.w - 120);
    assert_true(!stage_item(&t, "c/year-1") && stage_item(&t, "c/year-2"));              /* under it, and beside it */
    stage_say(&t, "point", "none");
    stage_at(&t, 9080);
    assert_non_null(stage_item(&t, "c/year-1"));
    vars_set_num(&t.k.vars, "guessed", 1);
    stage_at(&t, 9100);
    assert_null(stage_item(&t, "c/year-1"));
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {CHART("{id: a, series: count, text: T}", ""), "no series 'count' in the register"},
        {CHART("{id: a, series: counts, text: T}", ""), "2007 of 'counts' is read in two ways"},
        {CHART(A, ", labels: [{row: a, year: 2016, text: T}]"), "no point of 2016 in 'a'"},
        {CHART(A, ", guess-step: 1"), "do not give 2 to 8 places"},
        {HEAD "- {kind: chart, id: c, at: [0, 0], size: [1920, 1080], origin: [140, 790], from: 2000, to: 2010, per-year: 60, per-animal: 30, guess-from: 2000,"
         " guess-to: 2010, facts: [told], rows: [" A "]" VARS METHODS TEXTS "}\n", "the count of 2007 in 'counts' is 32: its point lies above the screen"},
    };
    STAGE_MISTAKES(&PACK, rows);
    struct stage t;
    stage_set_up(&t, &PACK, HEAD "- {kind: chart, id: c, at: [0, 0], size: [1920, 1080], origin: [140, 790], from: 2000, to: 2010, per-year: 60, per-animal: 4,"
                 " guess-from: 2000, guess-to: 2010, facts: [told], rows: [" A "]" VARS METHODS TEXTS "}\n");
    struct scene *late = scene_load(&t.k.deps, "s", &t.k.d);
    assert_non_null(late);                                        /* shown, but without it */
    assert_non_null(strstr(kit_lines(&t.k), "'counts' has a count of 2015, after the chart's last year"));
    scene_free(late);
    stage_close(&t);
    stage_set_up(&t, &PACK, CHART(A, ""));
    ((struct fact *)map_get(&t.k.facts.by_id, "told"))->sources.n = 0;
    assert_null(scene_load(&t.k.deps, "s", &t.k.d));
    assert_non_null(strstr(kit_lines(&t.k), "no fact of the chart rests on the source of 2003"));
    stage_close(&t);
}

static void without_memory(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, CHART(A, LABELS));
    tell_stage(&t, "told", 2000);
    stage_say(&t, "point", "a-2007");
    stage_at(&t, 9000);
    stage_starve(&t);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_goes_through_what_was_drawn), cmocka_unit_test(guess_by_finger_touch_and_keys), cmocka_unit_test(points_come_up_year_by_year),
        cmocka_unit_test(a_point_tells), cmocka_unit_test(neighbours_share_the_room), cmocka_unit_test(the_card_covers), cmocka_unit_test(the_legend_makes_room), cmocka_unit_test(the_guess_finds_its_place), cmocka_unit_test(the_scale_is_at_the_edge), cmocka_unit_test(a_guess_stays_on_the_scale), cmocka_unit_test(what_is_not_there_is_not_asked),
        cmocka_unit_test(one_year_comes_at_once), cmocka_unit_test(years_run_from_left_to_right), cmocka_unit_test(two_languages_have_room), cmocka_unit_test(mistakes), cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
