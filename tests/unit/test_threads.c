/* links: lk_scene */
/* Threads from troubles to answers: a touch lights, then helps; the variables; reduced motion; a landscape that gives way. */
#include "data_kit.h"
#include <scene/threads_view.h>

#define HEAD \
    "format: 1\ntitle: T\ntemplate: stage\n" \
    "variables:\n- {name: danger, value: 0}\n- {name: helped, value: 0}\n- {name: light, value: 0}\n" \
    "elements:\n- kind: threads\n  id: web\n  at: [0, 0]\n  size: [1920, 952]\n  var: danger\n  helped: helped\n  light: light\n" \
    "  wait: Touch me\n  file: art/a.svg\n  lids: art/a.svg\n  middle: [860, 470]\n"
#define ITEMS "  items:\n  - {id: one, icon: tree, label: One, year: Then, answer: Done}\n  - {id: two, icon: dna, label: Two, year: Later, answer: Made}\n"
#define SCENE HEAD ITEMS

struct web { struct kit k; struct kit_file file[2]; struct scene *s; struct node *n; int64_t now; };

static void open_web(struct web *g, const char *text) {
    g->file[0] = (struct kit_file){"scenes/s.yaml", text};
    g->file[1] = (struct kit_file){"assets/art/a.svg", KIT_SVG};
    kit_open(&g->k, g->file, 2);
    g->s = kit_scene(&g->k, "s");
    g->n = scene_node(g->s, "web");
    g->now = 1000;
    kit_at(&g->k, g->s, g->now);
}
static void close_web(struct web *g) {
    scene_free(g->s);
    kit_close(&g->k);
}
static void pass(struct web *g, int ms) {
    for (int t = 0; t < ms; t += 20) {
        g->k.e.t += .02;
        kit_at(&g->k, g->s, g->now += 20);
    }
}
static double var(struct web *g, const char *name) { return vars_num(&g->k.vars, name, -1); }
static void tap(struct web *g, int item) {
    kit_tell(&g->k, g->n, NODE_ACTIVATE, item, (struct vec2){0, 0}, (struct vec2){0, 0});
    kit_apply(&g->k);
}

static void a_touch_lights_then_helps(void **state) {
    (void)state;
    struct web g;
    open_web(&g, SCENE);
    const struct sem_item *one = kit_item(&g.k, "web/one"), *answer = kit_item(&g.k, "web/one-answer");
    assert_true(one && one->focusable && one->hit.w >= 81 && one->hit.h >= 81);
    assert_true(answer && answer->focusable && answer->hit.h >= 81);
    assert_string_equal(answer->label, "Touch me");
    tap(&g, 0);
    assert_float_equal(var(&g, "danger"), 1, 0);
    pass(&g, THREADS_FEEL_MS);
    assert_true(kit_item(&g.k, "web/one")->state & SEM_SELECTED);
    assert_float_equal(var(&g, "helped"), 0, 0);      /* first the trouble alone */
    pass(&g, THREADS_RUN_MS + 60);
    assert_float_equal(var(&g, "helped"), 1, 0);
    assert_string_equal(kit_item(&g.k, "web/one-answer")->label, "Then: Done");
    assert_string_equal(kit_item(&g.k, "web/two-answer")->label, "Touch me");
    assert_true(var(&g, "light") < .5);
    pass(&g, THREADS_LIGHT_MS + 60);
    assert_float_equal(var(&g, "light"), 1, 0);
    pass(&g, 5000);
    assert_true(g.k.e.wake > g.now + 400);            /* nothing moves any more */
    close_web(&g);
}

static void an_answer_is_touched_too(void **state) {
    (void)state;
    struct web g;
    open_web(&g, SCENE);
    tap(&g, THREADS_MAX + 1);
    assert_float_equal(var(&g, "danger"), 2, 0);
    tap(&g, 0);                                       /* at once another: both arrive */
    pass(&g, 200);
    tap(&g, 1);
    pass(&g, 2500);
    assert_float_equal(var(&g, "helped"), 2, 0);
    tap(&g, 0);                                       /* a thread is helped once */
    pass(&g, 2500);
    assert_float_equal(var(&g, "helped"), 2, 0);
    close_web(&g);
}

static void the_variables_show_a_moment(void **state) {
    (void)state;
    struct web g;
    open_web(&g, SCENE);
    vars_set_num(&g.k.vars, "helped", 1);
    vars_set_num(&g.k.vars, "danger", 1);
    pass(&g, 40);
    assert_string_equal(kit_item(&g.k, "web/one-answer")->label, "Then: Done");
    assert_non_null(kit_item(&g.k, "web/one-year"));
    vars_set_num(&g.k.vars, "helped", 0);
    vars_set_num(&g.k.vars, "danger", 0);
    pass(&g, 40);
    assert_string_equal(kit_item(&g.k, "web/one-answer")->label, "Touch me");
    vars_set_num(&g.k.vars, "danger", 99);
    vars_set_num(&g.k.vars, "helped", 99);
    pass(&g, 3000);
    assert_true(kit_item(&g.k, "web/two")->state & SEM_SELECTED);
    close_web(&g);
}

static void nothing_moves_in_reduced_motion(void **state) {
    (void)state;
    struct web g;
    open_web(&g, SCENE);
    g.k.e.still = true;
    pass(&g, 40);
    assert_true(g.k.e.wake > g.now + 400);
    tap(&g, 1);
    pass(&g, 60);
    assert_float_equal(var(&g, "helped"), 1, 0);
    assert_float_equal(var(&g, "light"), 1, 0);
    pass(&g, 40);
    assert_true(g.k.e.wake > g.now + 400);
    close_web(&g);
}

/* Under a card answers are away; troubles too where their names stand below them. What was touched still helps. */
static void a_card_lies_over_them(void **state) {
    (void)state;
    for (int below = 0; below < 2; below++) {
        struct web g;
        open_web(&g, below ? HEAD "  hidden-if: {danger: [1, 2]}\n  label-below: true\n" ITEMS : HEAD "  hidden-if: {danger: [1, 2]}\n" ITEMS);
        assert_non_null(kit_item(&g.k, "web/one-answer"));
        tap(&g, 0);
        pass(&g, 3000);
        assert_null(kit_item(&g.k, "web/one-answer"));
        assert_int_equal(kit_item(&g.k, "web/two") == NULL, below);
        assert_float_equal(var(&g, "helped"), 1, 0);
        vars_set_num(&g.k.vars, "danger", 0);
        pass(&g, 40);
        assert_string_equal(kit_item(&g.k, "web/one-answer")->label, "Then: Done");
        assert_non_null(kit_item(&g.k, "web/two"));
        close_web(&g);
    }
}

static void it_turns_round(void **state) {
    (void)state;
    struct web g;
    open_web(&g, SCENE);
    float left = kit_item(&g.k, "web/one")->hit.x;
    g.k.e.rtl = true;
    g.k.e.relayout = true;
    pass(&g, 40);
    struct box now = kit_item(&g.k, "web/one")->hit;
    assert_float_equal(left, 1920 - now.x - now.w, 1);
    tap(&g, 0);
    pass(&g, 3000);
    close_web(&g);
}

static void authors_mistakes(void **state) {
    (void)state;
    const struct { const char *text, *said; } ROWS[] = {
        {HEAD "  items: []\n", "'items' has 0 threads (give 1 to 8)"},
        {HEAD "  items:\n  - {id: one, icon: tre, label: One, year: Then, answer: Done}\n", "s.yaml:21:21: no icon 'tre' (did you mean 'tree'?)"},
    };
    for (int i = 0; i < 2; i++) {
        struct kit k;
        struct kit_file f[] = {{"scenes/s.yaml", ROWS[i].text}, {"assets/art/a.svg", KIT_SVG}};
        kit_open(&k, f, 2);
        assert_null(scene_load(&k.deps, "s", &k.d));
        if (!strstr(kit_lines(&k), ROWS[i].said)) fail_msg("expected '%s', said:\n%s", ROWS[i].said, kit_lines(&k));
        kit_close(&k);
    }
}

static void memory_may_be_refused(void **state) {
    (void)state;
    struct web g;
    open_web(&g, SCENE);
    kit_starve(&g.k, g.s);
    tap(&g, 0);
    pass(&g, 1200);
    kit_starve(&g.k, g.s);
    close_web(&g);
}

/* Opaque before the band, thinner and thinner in it, nothing beyond; a track moves it. */
static void a_landscape_gives_way(void **state) {
    (void)state;
    struct kit k;
    struct kit_file f = {"scenes/s.yaml", "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: v, value: 0}\nelements:\n"
                                          "- kind: landscape\n  id: land\n  bleed: true\n  fade: {from: 600, to: 1240}\n"
                                          "  tracks:\n  - {property: value, driver: v, keys: [0, 0, 1, 400]}\n"};
    kit_open(&k, &f, 1);
    struct scene *s = kit_scene(&k, "s");
    for (int v = 0; v < 2; v++) {
        int edge = 600 + 400 * v, last = 256;
        vars_set_num(&k.vars, "v", v);
        kit_at(&k, s, 1000);
        assert_true(k.list.n > 40);
        assert_int_equal(k.list.cmds[0].clip.x + k.list.cmds[0].clip.w, edge);
        for (int i = 0; i < k.list.n; i++) {
            assert_true(k.list.cmds[i].alpha < last || (i > 0 && k.list.cmds[i].alpha == last));
            last = k.list.cmds[i].alpha;
            if (i) assert_int_equal(k.list.cmds[i].clip.x, k.list.cmds[i - 1].clip.x + k.list.cmds[i - 1].clip.w);
        }
        assert_true(last < 20);
        assert_true(k.list.cmds[k.list.n - 1].clip.x < edge + 640);
    }
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_touch_lights_then_helps), cmocka_unit_test(an_answer_is_touched_too), cmocka_unit_test(the_variables_show_a_moment),
        cmocka_unit_test(nothing_moves_in_reduced_motion), cmocka_unit_test(it_turns_round), cmocka_unit_test(a_card_lies_over_them), cmocka_unit_test(authors_mistakes),
        cmocka_unit_test(memory_may_be_refused), cmocka_unit_test(a_landscape_gives_way)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
