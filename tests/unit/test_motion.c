/* links: lk_app lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one scene turns into another: the night that passes, a strip that opens, a finger in the middle of it; how a page turns. */
#include "app_kit.h"

#define HEAD(title, template) "format: 1\ntitle: " title "\ntemplate: " template "\nelements:\n"
#define GROUND(top) "  - {kind: landscape, id: sky, bleed: true, light: " top ", sheets: []}\n"
static const struct silent_file PACK[] = {
    SILENT_TEXT("scenes/attract.yaml", HEAD("Attract", "hero") GROUND("0")),
    SILENT_TEXT("scenes/home.yaml", HEAD("Home", "strips") "  - {kind: strips, id: chapters, bleed: true}\n"),
    SILENT_TEXT("scenes/a.yaml", HEAD("A", "stage") GROUND("1")
        "  - {kind: button, id: go, at: [100, 100], size: [300, 96], width: 300, label: Go, press: [{goto: b}]}\n"),
    SILENT_TEXT("scenes/b.yaml", HEAD("B", "stage") GROUND("4")
        "  - {kind: text, id: words, at: [100, 900], size: [800, 80], text: Here}\n"
        "  - {kind: button, id: far, at: [100, 100], size: [300, 96], width: 300, label: Far, press: [{goto: a}]}\n"
        "  - {kind: button, id: sheet, at: [600, 100], size: [300, 96], width: 300, label: Sheet, press: [{open: sheet}]}\n"),
    SILENT_TEXT("scenes/sheet.yaml", "format: 1\ntitle: S\ntemplate: sheet\nsheet: true\nelements:\n"
        "  - {kind: text, id: words, at: [100, 300], size: [300, 96], text: Words}\n"),
    SILENT_TEXT("scenes/pages.yaml", HEAD("Pages", "stage")
        "  - {kind: text, id: long, at: [100, 300], size: [300, 60], text: One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen}\n"),
    {NULL, NULL, 0}};

static void open_app(struct fixture *x, const char *start, int w, int h, bool still) {
    open_with(x, start, (struct app_options){.w = w, .h = h, .text_scale = 1, .still = still, .idle_off = true});
    wait(x, 1000);
}

static int set_up(void **state) {
    static struct chapter chapters[4];
    static const char *const ids[4] = {"a", "b", "sheet", "home"}, *const langs[1] = {"en"};
    for (int i = 0; i < 4; i++)
        chapters[i] = (struct chapter){.id = ids[i], .title = {.easy = ids[i]}, .subtitle = {.easy = "x"}, .light = (float)i, .scenes = {&ids[i], 1}};
    *state = fixture_new(PACK, (struct journey){.attract = "attract", .home = "home", .languages = {langs, 1}, .default_language = "en", .idle_ask = 60,
                                                .idle_reset = 30, .chapters = {chapters, 4}, .file = "scenes/journey.yaml"}, 10);
    return *state ? 0 : 1;
}

/* What the first picture of a scene that has come to rest looks like. */
static uint64_t at_rest(struct fixture *x, const char *id, int w, int h) {
    open_app(x, id, w, h, false);
    return x->f->hash;
}
/* Commands that show a sky over the whole screen, and the alpha of the topmost one. */
static int skies(const struct fixture *x, int *alpha) {
    const struct dlist *l = x->f->list;
    int n = 0;
    for (int i = 0; i < l->n; i++) {
        struct ibox seen = ibox_and(l->cmds[i].box, l->cmds[i].clip);
        if (l->cmds[i].kind != DRAW_PICTURE || seen.w != l->screen.w || seen.h != l->screen.h || l->cmds[i].alpha == 1) continue;
        *alpha = l->cmds[i].alpha;
        n++;
    }
    return n;
}

static void the_night_passes(void **state) {
    struct fixture *x = *state;
    int alpha = 0, before = 0;
    uint64_t goal = at_rest(x, "b", 1920, 1080);
    open_app(x, "a", 1920, 1080, false);
    assert_false(x->f->moving);
    tap(x, 200, 140);
    assert_string_equal(x->f->scene, "b");
    assert_true(x->f->moving && x->f->wake <= x->now + 16);
    assert_int_equal(skies(x, &alpha), 1);           /* nothing has moved yet, the new one is baked unseen */
    wait(x, 30);
    for (int i = 0; i < 19; i++) {
        wait(x, 10);
        assert_int_equal(skies(x, &alpha), 2);
        assert_true(alpha > before);                 /* the hour mixes */
        before = alpha;
    }
    wait(x, 30);
    assert_int_equal(skies(x, &alpha), 1);           /* what is hidden is not painted */
    assert_true(x->f->moving);
    wait(x, 230);
    assert_false(x->f->moving);
    wait(x, 500);
    assert_true(x->f->hash == goal && x->f->wake - x->now > 5000);
}

static void reduced_motion_only_fades(void **state) {
    struct fixture *x = *state;
    open_app(x, "a", 1920, 1080, true);
    tap(x, 200, 140);
    wait(x, 60);
    assert_true(x->f->moving);
    for (int i = 0; i < x->f->list->n; i++)
        if (x->f->list->cmds[i].kind == DRAW_TEXT) assert_true(x->f->list->cmds[i].box.y == 900 || x->f->list->cmds[i].box.y < 200);
    wait(x, 70);
    assert_false(x->f->moving);
}

static void baking_costs_no_movement(void **state) {
    struct fixture *x = *state;
    int alpha = 0;
    open_app(x, "a", 1920, 1080, false);
    tap(x, 200, 140);
    x->now += 900;                                   /* so long its first picture took */
    step(x, NULL, 0);
    assert_true(x->f->moving);
    assert_int_equal(skies(x, &alpha), 2);
    assert_true(alpha < 20);
    wait(x, 470);
    assert_false(x->f->moving);
}

static void a_press_ends_it(void **state) {
    struct fixture *x = *state;
    open_app(x, "a", 1920, 1080, false);
    tap(x, 200, 140);
    wait(x, 100);
    touch(x, UI_DOWN, 0, 1500, 700);                    /* on nothing */
    touch(x, UI_UP, 0, 1500, 700);
    assert_true(x->f->moving);
    wait(x, 310);                                       /* the place of the touch that brought it here hears again */
    assert_true(x->f->moving);
    touch(x, UI_DOWN, 0, 200, 140);
    assert_false(x->f->moving);
    x->now += 50;
    touch(x, UI_UP, 0, 200, 140);                       /* and the next one begins */
    assert_string_equal(x->f->scene, "a");
    assert_true(x->f->moving);
    wait(x, 500);
    assert_false(x->f->moving);
}

static void a_sheet_and_another_size_end_it(void **state) {
    struct fixture *x = *state;
    open_app(x, "a", 1920, 1080, false);
    tap(x, 200, 140);
    wait(x, 50);
    app_open(x->app, "sheet");
    wait(x, 10);
    assert_false(x->f->moving);
    open_app(x, "a", 1920, 1080, false);
    tap(x, 200, 140);
    wait(x, 50);
    step(x, &(struct ui_event){.kind = UI_RESIZE, .w = 1080, .h = 1920}, 1);
    assert_false(x->f->moving);
    assert_string_equal(x->f->scene, "b");
}

/* Where the sky of the scene that comes is seen. */
static struct ibox opened(const struct fixture *x) {
    const struct dlist *l = x->f->list;
    for (int i = 0; i < l->n; i++)
        if (l->cmds[i].kind == DRAW_PICTURE && l->cmds[i].box.w >= l->screen.w && l->cmds[i].box.h >= l->screen.h && l->cmds[i].alpha == 255)
            return l->cmds[i].clip;
    return (struct ibox){0};
}
static float out(float t) { return 1 - (1 - t) * (1 - t) * (1 - t); }

static void a_strip_opens(void **state) {
    struct fixture *x = *state;
    uint64_t goal = at_rest(x, "b", 1920, 1080);
    open_app(x, "home", 1920, 1080, false);
    tap(x, 700, 500);                                /* the second of four */
    assert_string_equal(x->f->scene, "b");
    struct ibox seen = opened(x);
    assert_true(seen.x == 480 && seen.w == 480 && seen.h == 1080);
    wait(x, 350);
    seen = opened(x);
    assert_true(abs(seen.x - (int)(480 * (1 - out(.5f)))) <= 2);
    assert_true(abs(seen.x + seen.w - (int)(960 + 960 * out(.5f))) <= 2);
    wait(x, 340);
    assert_true(x->f->moving);
    wait(x, 20);
    assert_false(x->f->moving);
    wait(x, 500);
    assert_true(x->f->hash == goal);
}

static void a_band_opens_upright(void **state) {
    struct fixture *x = *state;
    open_app(x, "home", 1080, 1920, false);
    float h = (1920 - 272 - 470) / 4.0f;
    tap(x, 500, 470 + h * 1.5f);
    assert_string_equal(x->f->scene, "b");
    struct ibox seen = opened(x);
    assert_true(seen.w == 1080 && abs(seen.y - (int)(470 + h)) <= 1 && abs(seen.h - (int)h) <= 1);
    wait(x, 350);
    seen = opened(x);
    assert_true(abs(seen.y - (int)((470 + h) * (1 - out(.5f)))) <= 2);
    wait(x, 360);
    assert_false(x->f->moving);
}

/* An element that asks for a new layout when it is touched gets one: the page turns. */
static void a_touch_turns_the_page(void **state) {
    struct fixture *x = *state;
    open_app(x, "pages", 1920, 1080, true);
    for (int page = 1; page <= 2; page++) {
        const struct sem_item *it = NULL;
        for (int i = 0; i < x->f->sem->n; i++)
            if (str_eq(x->f->sem->v[i].id, "long/page")) it = &x->f->sem->v[i];
        assert_non_null(it);
        assert_int_equal(it->label[0], '0' + page);
        tap(x, it->hit.x + 40, it->hit.y + 30);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_night_passes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reduced_motion_only_fades, set_up, tear_down),
        cmocka_unit_test_setup_teardown(baking_costs_no_movement, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_press_ends_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sheet_and_another_size_end_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_strip_opens, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_band_opens_upright, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_touch_turns_the_page, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
