/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The die: rolls within its fact's range, the same numbers each time, needs the time of a roll, and rests. */
#include "data_kit.h"

#define SCENE(fact) "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: got, value: 0}\nelements:\n" \
    "- {kind: die, id: d, at: [96, 700], size: [516, 140], fact: " fact ", var: got, seed: 5, label: Roll, words: \"{got, plural, =0 {none} other {#}}\"}\n"

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
    kit_fact(k, "litter", 0, "cubs", NULL, "confirmed");
    const struct fact_value *got = NULL;
    assert_non_null(fact_find(&k->facts, "litter", &got));
    struct fact_value *range = (struct fact_value *)got;
    range->kind = FACT_RANGE;
    range->min = 1;
    range->max = 4;
    kit_fact(k, "single", 3, "cubs", NULL, "confirmed");
}
static int got(struct kit *k) { return (int)vars_num(&k->vars, "got", -1); }
static void touch(struct kit *k, struct scene *s) {
    struct vec2 at = {200, 760};
    kit_tell(k, scene_node(s, "d"), NODE_ACTIVATE, 0, at, at);
    kit_apply(k);
}
static int roll(struct kit *k, struct scene *s) {
    touch(k, s);
    assert_int_equal(got(k), 0);                       /* unknown while it rolls */
    for (int i = 0; i < 50; i++) kit_at(k, s, k->e.now + 16);
    return got(k);
}

static void rolls_its_range(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    int first[40], seen[7] = {0};
    for (int visit = 0; visit < 2; visit++) {
        open_scene(&k, SCENE("litter"), f);
        struct scene *s = kit_scene(&k, "s");
        kit_at(&k, s, 1000);
        for (int i = 0; i < 40; i++) {
            int v = roll(&k, s);
            assert_in_range(v, 1, 4);
            seen[v]++;
            if (visit) assert_int_equal(v, first[i]);    /* the same in every visit */
            first[i] = v;
        }
        assert_true(k.e.wake == INT64_MAX);
        scene_free(s);
        kit_close(&k);
    }
    for (int v = 1; v <= 4; v++) assert_true(seen[v] >= 8);
}

static void takes_its_time(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE("litter"), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    assert_string_equal(kit_item(&k, "d/words")->label, "none");
    const struct sem_item *it = kit_item(&k, "d");
    assert_true(it->role == SEM_BUTTON && it->hit.w == 516 && it->hit.h == 140 && it->focusable);
    touch(&k, s);
    kit_at(&k, s, 1300);
    assert_true(k.e.wake == 1316);
    touch(&k, s);                                      /* impatient: nothing more */
    kit_at(&k, s, 1690);
    assert_int_equal(got(&k), 0);
    kit_at(&k, s, 1700);
    assert_true(got(&k) > 0);
    kit_at(&k, s, 1716);
    kit_at(&k, s, 1732);
    assert_string_not_equal(kit_item(&k, "d/words")->label, "none");
    k.e.still = true;
    vars_set_num(&k.vars, "got", 0);
    touch(&k, s);
    assert_true(got(&k) > 0);                          /* at once in reduced motion */
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE("single"), f);
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "no range that a die can roll"));
    kit_close(&k);
}

static void without_memory(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, SCENE("litter"), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(rolls_its_range), cmocka_unit_test(takes_its_time), cmocka_unit_test(mistakes),
                                       cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
