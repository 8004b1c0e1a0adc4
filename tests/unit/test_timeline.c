/* links: lk_app lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline of a scene, as a visitor starts it, and brings it to its end. */
#include "app_kit.h"

static const struct silent_file PACK[] = {
    SILENT_TEXT("scenes/a.yaml", "format: 1\ntitle: A\ntemplate: stage\nelements:\n"
        "  - {kind: button, id: run, at: [500, 100], size: [300, 96], width: 300, label: Run, press: [{play: trip}]}\n"
        "  - {kind: button, id: end, at: [900, 100], size: [300, 96], width: 300, label: End, press: [{finish: trip}]}\n"
        "  - {kind: text, id: moves, at: [100, 700], size: [400, 80], text: Moves, tracks: [{property: x, driver: \"play:trip\", keys: [0, 0, 8, 400]}]}\n"),
    {NULL, NULL, 0}};
static const char *const LANGS[] = {"en"};

static int set_up(void **state) {
    *state = fixture_new(PACK, (struct journey){.attract = "a", .home = "a", .still_there = "a", .languages = {LANGS, 1}, .invite = 8, .default_language = "en",
                                                .idle_ask = 60, .idle_reset = 30, .file = "scenes/journey.yaml"}, 100);
    return *state ? 0 : 1;
}

static float x_of(const struct fixture *x, const char *id) {
    for (int i = 0; i < x->f->sem->n; i++)
        if (str_eq(x->f->sem->v[i].id, id)) return x->f->sem->v[i].box.x;
    fail_msg("there is no '%s'", id);
    return 0;
}

static void a_timeline_is_brought_to_its_end(void **state) {
    struct fixture *x = *state;
    open_with(x, "a", (struct app_options){.w = 1920, .h = 1080, .text_scale = 1});
    wait(x, 1000);
    float from = x_of(x, "moves");
    tap(x, 1000, 150);                         /* one that does not run stays where it is */
    wait(x, 400);
    assert_float_equal(x_of(x, "moves"), from, .1);
    tap(x, 600, 150);
    wait(x, 1000);
    assert_true(x_of(x, "moves") > from + 10 && x_of(x, "moves") < from + 200);
    tap(x, 1000, 150);
    wait(x, 400);
    assert_float_equal(x_of(x, "moves"), from + 400, .1);
    assert_true(x->f->wake > x->now + 1000);   /* and it sleeps */
    tap(x, 600, 150);                          /* from its beginning again */
    wait(x, 1000);
    assert_true(x_of(x, "moves") < from + 200);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
int main(void) {
    const struct CMUnitTest tests[] = {T(a_timeline_is_brought_to_its_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
