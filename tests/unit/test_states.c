/* links: lk_app lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A named state of a scene, as pictures, tests and the lint of the render show it: values, actions, touches. */
#include "app_kit.h"

#define HEAD(title) "format: 1\ntitle: " title "\ntemplate: stage\nelements:\n"
static const struct silent_file PACK[] = {
    SILENT_TEXT("scenes/a.yaml", HEAD("A")
        "  - {kind: button, id: one, at: [900, 100], size: [300, 96], width: 300, label: One, press: [{set: {kept: 7}}]}\n"
        "  - {kind: button, id: go, at: [100, 100], size: [300, 96], width: 300, label: Go, press: [{goto: b}]}\n"),
    SILENT_TEXT("scenes/b.yaml", HEAD("B") "  - {kind: text, id: words, at: [100, 900], size: [800, 80], text: Here}\n"),
    {NULL, NULL, 0}};
static const char *const LANGS[] = {"en"};
static const char *const SCENES[] = {"a", "b"};
static const struct journey_var VARS[] = {{"kept", {VALUE_NUM, 0, NULL}, NULL, 0}, {"of-the-day", {VALUE_NUM, 0, NULL}, NULL, 1}};

static void open_app(struct fixture *x, const char *start) { open_with(x, start, (struct app_options){.w = 1920, .h = 1080, .text_scale = 1}); }

static int set_up(void **state) {
    static struct chapter chapters[1];
    chapters[0] = (struct chapter){.id = "one", .scenes = {SCENES, 2}};
    *state = fixture_new(PACK, (struct journey){.attract = "a", .home = "b", .still_there = "b", .languages = {LANGS, 1}, .invite = 8, .default_language = "en",
                                                .idle_ask = 60, .idle_reset = 30, .chapters = {chapters, 1}, .variables = {(void *)VARS, 2}, .file = "scenes/journey.yaml"}, 100);
    return *state ? 0 : 1;
}
/* What a picture or the lint shows of a state: its values, and what is played then. */
static void a_state_from_outside(void **state) {
    struct fixture *x = *state;
    const struct set to[] = {{"kept", {.kind = VALUE_NUM, .num = 3}}};
    const struct action then[] = {{.kind = ACT_TOGGLE, .arg = "of-the-day"}};
    const struct scene_state st = {.name = "told", .set = {to, 1}, .then = {then, 1}};
    open_app(x, "a");
    app_state(x->app, &st);
    assert_true(app_get(x->app, "kept").num == 3);
    assert_true(app_get(x->app, "of-the-day").num == 1);
    app_put(x->app, &(struct sets){to, 0});
    assert_true(app_get(x->app, "kept").num == 3);
}

/* What a state touches is touched as by a finger, one after the other; what does not come is not waited for for ever. */
static void a_state_that_touches(void **state) {
    struct fixture *x = *state;
    static const char *const TOUCH[] = {"one", "nowhere", "go"};
    const struct scene_state st = {.name = "gone", .touch = {TOUCH, 3}};
    open_app(x, "a");
    wait(x, 1000);
    app_state(x->app, &st);
    step(x, NULL, 0);
    assert_true(app_get(x->app, "kept").num == 0);
    assert_true(x->f->wake <= x->now + 700);
    wait(x, 1000);
    assert_true(app_get(x->app, "kept").num == 7);
    assert_string_equal(x->f->scene, "a");
    wait(x, 7000);
    assert_string_equal(x->f->scene, "b");
    assert_true(x->f->wake > x->now + 1000);             /* nothing is left to touch */
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
int main(void) {
    const struct CMUnitTest tests[] = {T(a_state_from_outside), T(a_state_that_touches)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
