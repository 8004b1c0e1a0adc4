/* links: lk_app lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step as a visitor meets it, with the silent twin: fonts of fixed width, files in memory, a clock that obeys. */
#include "app_kit.h"
#include <content/partners.h>

#define HEAD(title, template) "format: 1\ntitle: " title "\ntemplate: " template "\n"
#define SHEET(title) HEAD(title, "sheet") "sheet: true\n"
static const struct silent_file PACK[] = {
    SILENT_TEXT("scenes/attract.yaml", HEAD("Attract", "hero") "elements:\n"
        "  - {kind: text, id: words, at: [100, 100], size: [800, 80], text: Come}\n"
        "  - {kind: languages, id: languages, at: [100, 800], size: [1700, 120]}\n"),
    SILENT_TEXT("scenes/home.yaml", HEAD("Home", "stage") "elements:\n"
        "  - {kind: button, id: all, at: [0, 0], size: [1900, 700], width: 1800, height: 400, label: A, press: [{goto: a}]}\n"),
    SILENT_TEXT("scenes/a.yaml", HEAD("A", "stage") "variables:\n  - {name: n, value: 0}\n  - {name: word, value: none}\nelements:\n"
        "  - {kind: text, id: words, at: [100, 900], size: [800, 80], text: Here}\n"
        "  - {kind: button, id: go, at: [100, 100], size: [300, 96], width: 300, label: Go, press: [{goto: b}]}\n"
        "  - {kind: button, id: lost, at: [500, 100], size: [300, 96], width: 300, label: Lost, press: [{goto: missing}]}\n"
        "  - {kind: button, id: one, at: [900, 100], size: [300, 96], width: 300, label: One, press: [{set: {n: 1, kept: 7}}]}\n"
        "  - {kind: button, id: ko, at: [1300, 100], size: [300, 96], width: 300, label: Ko, press: [{language: ko}]}\n"
        "  - {kind: button, id: sheet, at: [100, 400], size: [300, 96], width: 300, label: Sheet, press: [{open: sheet}]}\n"
        "  - {kind: button, id: again, at: [500, 400], size: [300, 96], width: 300, label: Again, press: [{restart: true}]}\n"
        "  - {kind: button, id: next, at: [900, 400], size: [300, 96], width: 300, label: Next, press: [{next: true}]}\n"
        "  - {kind: button, id: sleep, at: [1300, 400], size: [300, 96], width: 300, label: Sleep, press: [{goto: attract}]}\n"
        "  - {kind: text, id: later, at: [100, 700], size: [400, 80], text: Later,\n"
        "     tracks: [{property: x, driver: time, keys: [0, 0, 4, 400]}]}\n"),
    SILENT_TEXT("scenes/b.yaml", HEAD("B", "stage") "elements:\n"
        "  - {kind: button, id: far, at: [100, 100], size: [300, 96], width: 300, label: Far, press: [{goto: a}]}\n"),
    SILENT_TEXT("scenes/sheet.yaml", SHEET("Sheet") "elements:\n"
        "  - {kind: button, id: close, at: [100, 100], size: [300, 96], width: 300, label: Close, press: [{close: true}]}\n"),
    SILENT_TEXT("scenes/still.yaml", SHEET("Still there?") "elements:\n"
        "  - {kind: text, id: question, at: [600, 500], size: [800, 80], text: Still there?}\n"
        "  - {kind: countdown, id: clearing, at: [510, 36], size: [900, 900]}\n"),
    {NULL, NULL, 0}};

static const char *const LANGS[] = {"ru", "en", "ko"};
static const char *const CH1[] = {"a", "b"};
static const struct journey_var VARS[] = {{"kept", {VALUE_NUM, 0, NULL}, NULL, 0}, {"of-the-day", {VALUE_NUM, 0, NULL}, NULL, 1}};

static void press_key(struct fixture *x, enum ui_key k) { step(x, &(struct ui_event){.kind = UI_KEY, .key = k}, 1); }

static const struct sem_item *item(const struct fixture *x, const char *id) {
    for (int i = x->f->sem->n - 1; i >= 0; i--)
        if (str_eq(x->f->sem->v[i].id, id)) return &x->f->sem->v[i];
    return NULL;
}

static void open_app(struct fixture *x, const char *start) { open_with(x, start, (struct app_options){.w = 1920, .h = 1080, .text_scale = 1}); }

static int set_up(void **state) {
    static struct chapter chapters[1];
    chapters[0] = (struct chapter){.id = "one", .scenes = {CH1, 2}};
    *state = fixture_new(PACK, (struct journey){.attract = "attract", .home = "home", .still_there = "still", .languages = {LANGS, 3}, .invite = 8,
                                                .default_language = "ru", .idle_ask = 60, .idle_reset = 30, .chapters = {chapters, 1},
                                                .variables = {(void *)VARS, 2}, .file = "scenes/journey.yaml"}, 100);
    return *state ? 0 : 1;
}

static void only_what_answers_is_heard(void **state) {
    struct fixture *x = *state;
    x->journey.sound = (struct sounds){.volume = 1, .press = "sound/tap.ogg"};
    open_app(x, "a");
    uint32_t before = x->f->heard;
    touch(x, UI_DOWN, 0, 1000, 150);
    assert_int_equal(x->f->heard, before + 1);
    touch(x, UI_DOWN, 1, 1020, 150);                 /* another hand has it */
    touch(x, UI_DOWN, 2, 1900, 1070);                /* nothing there */
    assert_int_equal(x->f->heard, before + 1);
    for (int f = 0; f < 3; f++) touch(x, UI_UP, f, 1000, 150);
    assert_int_equal(x->f->heard, before + 1);
    x->journey.sound = (struct sounds){0};
}

/* ---- attract */
static void waking_touch_presses_nothing(void **state) {
    struct fixture *x = *state;
    open_app(x, NULL);
    assert_string_equal(x->f->scene, "attract");
    touch(x, UI_DOWN, 0, 300, 300);
    assert_string_equal(x->f->scene, "attract");     /* it acts when it lifts */
    x->now += 60;
    touch(x, UI_UP, 0, 300, 300);
    assert_string_equal(x->f->scene, "home");
    tap(x, 1500, 100);                               /* home's button lies here too: within 200 ms everything only wakes */
    assert_string_equal(x->f->scene, "home");
    wait(x, 400);
    tap(x, 300, 300);
    assert_string_equal(x->f->scene, "a");
}

static void a_pill_begins_in_its_language(void **state) {
    struct fixture *x = *state;
    open_app(x, NULL);
    const struct sem_item *pill = NULL;
    for (int i = 0; i < x->f->sem->n; i++)
        if (x->f->sem->v[i].role == SEM_LANGUAGE && x->f->sem->v[i].item == 2) pill = &x->f->sem->v[i];
    assert_non_null(pill);
    tap(x, pill->hit.x + 20, pill->hit.y + 40);
    assert_string_equal(x->f->scene, "home");
    assert_string_equal(x->f->language, "ko");
}

static void the_invitation_speaks_each_language(void **state) {
    struct fixture *x = *state;
    open_app(x, NULL);
    assert_string_equal(x->f->language, "ru");
    wait(x, 8100);
    assert_string_equal(x->f->language, "en");
    assert_true(x->f->wake <= x->now + 8000);
    wait(x, 8000);
    assert_string_equal(x->f->language, "ko");
    press_key(x, KEY_NEXT);                          /* any key wakes, in the language now shown */
    assert_string_equal(x->f->scene, "home");
    assert_string_equal(x->f->language, "ko");
    wait(x, 20000);
    assert_string_equal(x->f->language, "ko");
}

static void a_visitor_who_drags_wakes_it_too(void **state) {
    struct fixture *x = *state;
    open_app(x, NULL);
    touch(x, UI_DOWN, 3, 300, 300);
    touch(x, UI_MOVE, 3, 900, 500);
    touch(x, UI_CANCEL, 3, 900, 500);
    assert_string_equal(x->f->scene, "attract");     /* a finger that was taken away is no visitor */
    touch(x, UI_DOWN, 3, 300, 300);
    touch(x, UI_UP, 3, 900, 500);
    assert_string_equal(x->f->scene, "home");
}

/* ---- idle */
static void nobody_there_resets_everything(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    tap(x, 1000, 140);
    tap(x, 1400, 140);
    assert_string_equal(x->f->language, "ko");
    assert_true(app_get(x->app, "kept").num == 7);
    wait(x, 59000);
    assert_null(item(x, "question"));
    wait(x, 1200);
    assert_non_null(item(x, "question"));
    assert_string_equal(x->f->scene, "a");
    assert_true(x->f->wake <= x->now + 1001);        /* the countdown is seen to run */
    wait(x, 30000);
    assert_string_equal(x->f->scene, "attract");
    assert_string_equal(x->f->language, "ru");
    assert_true(app_get(x->app, "kept").num == 0);
    assert_true(app_get(x->app, "n").kind == VALUE_NONE);
    assert_null(item(x, "question"));
    wait(x, 200000);
    assert_string_equal(x->f->scene, "attract");
}

static void any_touch_goes_on_and_presses_nothing(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    tap(x, 1000, 140);
    wait(x, 61000);
    assert_non_null(item(x, "question"));
    tap(x, 200, 140);                                /* `go` lies beneath */
    assert_null(item(x, "question"));
    assert_string_equal(x->f->scene, "a");
    assert_true(app_get(x->app, "n").num == 1);
    wait(x, 59000);
    assert_null(item(x, "question"));
    wait(x, 2000);
    press_key(x, KEY_SELECT);
    assert_null(item(x, "question"));
}

static void the_clock_may_jump(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    x->now += 3600000;
    step(x, NULL, 0);
    assert_string_equal(x->f->scene, "attract");
    x->now += (int64_t)1 << 33;                      /* past every 32-bit wrap */
    step(x, NULL, 0);
    assert_string_equal(x->f->scene, "attract");
    tap(x, 300, 300);
    assert_string_equal(x->f->scene, "home");
    x->now -= 100000;                                /* and never goes back */
    step(x, NULL, 0);
    assert_string_equal(x->f->scene, "home");
}

static void asking_survives_a_missing_sheet(void **state) {
    struct fixture *x = *state;
    x->refuse[0] = "still";
    open_app(x, "a");
    wait(x, 70000);
    assert_string_equal(x->f->scene, "a");
    wait(x, 25000);
    assert_string_equal(x->f->scene, "attract");
}

/* ---- scenes */
static void frantic_taps_are_one_action(void **state) {
    struct fixture *x = *state;
    struct ui_event ev[60];
    open_app(x, "a");
    for (int i = 0; i < 60; i++)
        ev[i] = (struct ui_event){.kind = i % 2 ? UI_UP : UI_DOWN, .finger = i / 2 % 3, .at = {200, 140}};
    step(x, ev, 60);
    assert_string_equal(x->f->scene, "b");           /* b's button lies at the same place and goes back to a */
    press_key(x, KEY_BACK);
    assert_string_equal(x->f->scene, "a");
    press_key(x, KEY_BACK);
    assert_string_equal(x->f->scene, "home");        /* one entry only */
}

static void a_finger_that_was_down_is_dead_in_the_next_scene(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    touch(x, UI_DOWN, 1, 1000, 140);                 /* holds `one` */
    tap(x, 200, 140);                                /* another goes on */
    assert_string_equal(x->f->scene, "b");
    wait(x, 500);
    touch(x, UI_UP, 1, 200, 140);                    /* lifts over b's button */
    assert_string_equal(x->f->scene, "b");
    touch(x, UI_DOWN, 1, 200, 140);
    touch(x, UI_UP, 1, 200, 140);
    assert_string_equal(x->f->scene, "a");           /* and lives again afterwards */
    assert_true(app_get(x->app, "n").num == 0);
}

/* A child taps twice: the second tap was meant for what lay there before. */
static void two_taps_are_one_change(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    tap(x, 200, 140);
    wait(x, 150);
    tap(x, 230, 120);                                /* b's button, which goes back to a */
    assert_string_equal(x->f->scene, "b");
    x->now += 201;                                   /* 401 ms after the change */
    tap(x, 230, 120);
    assert_string_equal(x->f->scene, "a");
    x->now += 50;
    tap(x, 1000, 140);                               /* elsewhere nobody waits */
    assert_true(app_get(x->app, "n").num == 1);
    wait(x, 500);
    tap(x, 1000, 140);
    x->now += 50;
    tap(x, 1000, 140);                               /* where nothing changed neither */
    tap(x, 200, 140);
    x->now += 50;
    press_key(x, KEY_BACK);                          /* nor does a key */
    assert_string_equal(x->f->scene, "a");
}

/* The same for what begins anew, lies over a scene or goes away; and a finger that holds on does not act when it lifts. */
static void two_taps_open_and_close_once(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    tap(x, 200, 440);
    wait(x, 500);
    tap(x, 200, 140);                                /* closes the sheet; `go` lies beneath */
    assert_null(item(x, "close"));
    x->now += 200;
    touch(x, UI_DOWN, 0, 200, 140);
    wait(x, 1000);
    touch(x, UI_UP, 0, 200, 140);
    assert_string_equal(x->f->scene, "a");
    app_open(x->app, "sheet");                       /* by itself: where the last touch was is as good as any place */
    step(x, NULL, 0);
    tap(x, 200, 140);
    assert_non_null(item(x, "close"));
    wait(x, 61000);
    tap(x, 200, 140);                                /* the question goes; the sheet's button lies beneath */
    assert_null(item(x, "question"));
    x->now += 200;
    tap(x, 200, 140);
    assert_non_null(item(x, "close"));
}

/* What the other hand does elsewhere meanwhile does not open the ears again. */
static void the_other_hand_does_not_matter(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    touch(x, UI_DOWN, 0, 200, 140);
    const struct ui_event both[] = {{.kind = UI_UP, .at = {200, 140}}, {.kind = UI_DOWN, .finger = 1, .at = {1700, 900}}};
    step(x, both, 2);
    assert_string_equal(x->f->scene, "b");
    x->now += 200;
    touch(x, UI_DOWN, 2, 1700, 200);
    tap(x, 200, 140);
    assert_string_equal(x->f->scene, "b");
}

static void a_missing_scene_keeps_the_last_good_one(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    uint64_t before;
    wait(x, 5000);
    before = x->f->hash;
    tap(x, 600, 140);
    assert_string_equal(x->f->scene, "a");
    int loads = x->loads;
    wait(x, 600);
    assert_true(x->f->hash == before);
    tap(x, 600, 140);
    assert_int_equal(x->loads, loads);               /* not asked for again */
    int lines = 0;
    for (int i = 0; i < x->log.n && i < 64; i++) lines += strstr(x->log.lines[i], "missing") != NULL;
    assert_int_equal(lines, 1);
    tap(x, 200, 140);
    assert_string_equal(x->f->scene, "b");
}

static void without_any_scene_the_card_asks_for_staff(void **state) {
    struct fixture *x = *state;
    x->refuse[0] = "attract";
    x->refuse[1] = "home";
    open_app(x, NULL);
    assert_null(x->f->scene);
    bool words = false;
    for (int i = 0; i < x->f->list->n; i++) words |= x->f->list->cmds[i].kind == DRAW_TEXT;
    assert_true(words);
    int loads = x->loads;
    tap(x, 300, 300);
    wait(x, 100000);
    assert_int_equal(x->loads, loads);
    x->refuse[0] = x->refuse[1] = NULL;
    struct arena a;
    struct diag d;
    arena_init(&a, 0);
    diag_init(&d, &a);
    app_give(x->app, "attract", scene_load(&x->deps, "attract", &d), true);
    step(x, NULL, 0);
    assert_string_equal(x->f->scene, "attract");     /* it comes back by itself */
    arena_free(&a);
}

static void home_takes_the_place_of_a_broken_attract(void **state) {
    struct fixture *x = *state;
    x->refuse[0] = "attract";
    open_app(x, NULL);
    assert_string_equal(x->f->scene, "home");
    wait(x, 200000);
    assert_string_equal(x->f->scene, "home");
}

static void language_keeps_the_place(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    tap(x, 1000, 140);
    wait(x, 600);
    tap(x, 1400, 140);
    assert_string_equal(x->f->language, "ko");       /* in the very frame */
    assert_string_equal(x->f->scene, "a");
    assert_true(app_get(x->app, "n").num == 1);
    assert_string_equal(app_get(x->app, "language").word, "ko");
    assert_false(app_set(x->app, "language", "tlh"));
    assert_string_equal(app_get(x->app, "language").word, "ko");
}

static float later_x(struct fixture *x) { return item(x, "later")->box.x; }

static void resize_keeps_variables_and_time(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    tap(x, 1000, 140);
    wait(x, 2000);
    float mid = later_x(x);
    assert_true(mid > 250 && mid < 360);             /* half way */
    step(x, &(struct ui_event){.kind = UI_RESIZE, .w = 960, .h = 540}, 1);
    assert_true(fabsf(later_x(x) - mid) < 4);        /* canvas units do not change */
    assert_int_equal(x->f->list->screen.w, 960);
    assert_true(app_get(x->app, "n").num == 1);
    step(x, &(struct ui_event){.kind = UI_RESIZE, .w = 1080, .h = 1920}, 1);
    step(x, &(struct ui_event){.kind = UI_RESIZE, .w = 0, .h = 0}, 1);      /* a monitor that went off */
    assert_int_equal(x->f->list->screen.h, 1920);
    assert_true(app_get(x->app, "n").num == 1);
    assert_string_equal(x->f->scene, "a");
}

static void a_sheet_stops_the_scene_and_takes_the_touches(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    wait(x, 1000);
    tap(x, 200, 440);
    assert_non_null(item(x, "close"));
    float at = later_x(x);
    wait(x, 2000);
    assert_true(fabsf(later_x(x) - at) < 1);
    tap(x, 1000, 140);                               /* `one`, below */
    assert_true(app_get(x->app, "n").num == 0);
    tap(x, 200, 140);                                /* the sheet's own button, over `go` */
    assert_null(item(x, "close"));
    assert_string_equal(x->f->scene, "a");
    assert_true(later_x(x) - at < 20);               /* it goes on where it stopped */
    tap(x, 200, 440);
    press_key(x, KEY_BACK);
    assert_null(item(x, "close"));
    assert_string_equal(x->f->scene, "a");
}

static void next_walks_the_chapter_and_then_home(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    assert_string_equal(x->f->next, "b");
    tap(x, 1000, 440);
    assert_string_equal(x->f->scene, "b");
    assert_string_equal(x->f->next, "home");
    press_key(x, KEY_HOME);
    assert_string_equal(x->f->scene, "home");
    assert_string_equal(x->f->next, "a");
}

static void restart_begins_anew(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    tap(x, 1000, 140);
    wait(x, 3000);
    tap(x, 600, 440);
    assert_true(app_get(x->app, "n").num == 0);
    assert_true(app_get(x->app, "kept").num == 7);   /* the journey's stays */
    assert_true(later_x(x) < 130);
    app_set(x->app, "n", "5");
    tap(x, 600, 440);
    assert_true(app_get(x->app, "n").num == 5);      /* once */
    tap(x, 1400, 440);                               /* only idle leads to the attract loop */
    assert_string_equal(x->f->scene, "a");
}

static void a_scene_replaced_keeps_its_variables(void **state) {
    struct fixture *x = *state;
    struct arena a;
    struct diag d;
    arena_init(&a, 0);
    diag_init(&d, &a);
    open_app(x, "a");
    tap(x, 1000, 140);
    touch(x, UI_DOWN, 0, 200, 140);
    app_give(x->app, "a", scene_load(&x->deps, "a", &d), true);
    touch(x, UI_UP, 0, 200, 140);                    /* what it pressed is gone */
    assert_string_equal(x->f->scene, "a");
    assert_true(app_get(x->app, "n").num == 1);
    tap(x, 200, 140);
    assert_string_equal(x->f->scene, "b");
    arena_free(&a);
}

/* ---- the glass */
static void a_stuck_finger_is_taken_away(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    touch(x, UI_DOWN, 2, 1000, 140);
    wait(x, 10100);
    touch(x, UI_UP, 2, 1000, 140);
    assert_true(app_get(x->app, "n").num == 0);
    tap(x, 1000, 140);
    assert_true(app_get(x->app, "n").num == 1);
}

static void a_panel_that_taps_by_itself_is_nobody(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    for (int i = 0; i < 12; i++) {
        tap(x, 1700, 900);
        wait(x, 12864 - 50);
    }
    assert_string_equal(x->f->scene, "attract");
    for (int i = 0; i < 6; i++) {
        tap(x, 1700, 900);
        wait(x, 12864 - 50);
    }
    assert_string_equal(x->f->scene, "attract");     /* the spot is masked, it does not wake either */
    tap(x, 300, 300);
    assert_string_equal(x->f->scene, "home");
}

static void broken_events_do_nothing(void **state) {
    struct fixture *x = *state;
    open_app(x, "a");
    const struct ui_event bad[] = {
        {.kind = UI_DOWN, .finger = -1, .at = {200, 140}}, {.kind = UI_DOWN, .finger = 10, .at = {200, 140}},
        {.kind = UI_DOWN, .at = {NAN, 140}}, {.kind = UI_UP, .at = {200, 140}}, {.kind = UI_MOVE, .at = {INFINITY, 0}},
        {.kind = (enum ui_kind)99, .at = {200, 140}}, {.kind = UI_KEY, .key = (enum ui_key)77}, {.kind = UI_KEY, .key = KEY_NONE},
        {.kind = UI_UP, .finger = 12}, {.kind = UI_RESIZE, .w = -5, .h = 99999}};
    step(x, bad, (int)(sizeof bad / sizeof *bad));
    assert_string_equal(x->f->scene, "a");
    tap(x, 200, 140);
    assert_string_equal(x->f->scene, "b");
}

static void typing_is_slowed(void **state) {
    struct fixture *x = *state;
    struct ui_event ev[200];
    open_app(x, "a");
    for (int i = 0; i < 200; i++) ev[i] = (struct ui_event){.kind = UI_KEY, .key = KEY_NEXT};
    step(x, ev, 200);
    press_key(x, KEY_HOME);
    assert_string_equal(x->f->scene, "a");
    wait(x, 1100);
    press_key(x, KEY_HOME);
    assert_string_equal(x->f->scene, "home");
}

static void at_rest_it_sleeps_and_nothing_changes(void **state) {
    struct fixture *x = *state;
    open_app(x, "b");
    wait(x, 1000);
    uint64_t hash = x->f->hash;
    assert_true(x->f->wake - x->now > 5000);
    wait(x, 10000);
    assert_true(x->f->hash == hash);
    touch(x, UI_DOWN, 0, 200, 140);
    assert_true(x->f->hash != hash);                 /* an answer in the very frame */
    touch(x, UI_CANCEL, 0, 200, 140);
    wait(x, 1000);
    assert_true(x->f->hash == hash);
}

static void the_same_events_give_the_same_pictures(void **state) {
    struct fixture *x = *state;
    uint64_t h[2] = {0, 0};
    for (int run = 0; run < 2; run++) {
        open_app(x, NULL);
        uint32_t s = 7;
        for (int i = 0; i < 400; i++) {
            struct ui_event ev = {.kind = (enum ui_kind)(rng_next(&s) * 5), .finger = (int)(rng_next(&s) * 3)};
            ev.at = (struct vec2){(float)rng_next(&s) * 1920, (float)rng_next(&s) * 1080};
            ev.key = (enum ui_key)(rng_next(&s) * 10);
            x->now += (int64_t)(rng_next(&s) * 400);
            step(x, &ev, 1);
            h[run] = hash_u64(h[run], x->f->hash);
        }
    }
    assert_true(h[0] == h[1]);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
/* What lasts a day outlives a visitor, and ends with the day; the profile is past its review in the next year. */
static void day(void **state) {
    struct fixture *x = *state;
    static const struct lang_text name[] = {{"en", "Keepers", {0}}, {"ru", "Хранители", {0}}}, url[] = {{"en", "https://example.org/", {0}}};
    static struct partner partner = {.id = "one", .profile = PROFILE_INTERNATIONAL, .kind = 3, .name = {name, 2}, .url = {url, 1}, .short_address = "example.org"};
    struct yval root = {.kind = YAML_MAP};
    struct partners site = {.profile = PROFILE_INTERNATIONAL, .confirmed_on = "2026-05-01", .confirmed_by = "a", .review_by = 2026,
                            .partners = {&partner, 1}, .root = &root};
    x->journey.partners = &site;
    x->journey.country = "KR";
    open_app(x, "a");
    app_today(x->app, (struct date){2026, 12, 30});
    assert_string_equal(app_get(x->app, "call").word, "partner");
    assert_string_equal(app_get(x->app, "partner-name").word, "Хранители");
    assert_false(app_set(x->app, "call", "pledge"));
    app_set(x->app, "language", "ko");
    assert_string_equal(app_get(x->app, "partner-name").word, "Keepers");
    app_set(x->app, "kept", "7");
    app_set(x->app, "of-the-day", "7");
    wait(x, 95000);                            /* the visitor leaves */
    assert_string_equal(x->f->scene, "attract");
    assert_true(app_get(x->app, "kept").num == 0);
    assert_true(app_get(x->app, "of-the-day").num == 7);
    assert_string_equal(app_get(x->app, "partner-name").word, "Хранители");
    app_today(x->app, (struct date){2026, 12, 30});
    assert_true(app_get(x->app, "of-the-day").num == 7);
    app_today(x->app, (struct date){2026, 12, 31});
    assert_true(app_get(x->app, "of-the-day").num == 0);
    assert_string_equal(app_get(x->app, "call").word, "partner");
    app_today(x->app, (struct date){2027, 1, 1});
    assert_string_equal(app_get(x->app, "call").word, "pledge");
    assert_string_equal(app_get(x->app, "partner-name").word, "");
    assert_string_equal(app_get(x->app, "partner-address").word, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        T(only_what_answers_is_heard), T(waking_touch_presses_nothing), T(a_pill_begins_in_its_language), T(the_invitation_speaks_each_language),
        T(a_visitor_who_drags_wakes_it_too), T(nobody_there_resets_everything), T(any_touch_goes_on_and_presses_nothing),
        T(the_clock_may_jump), T(asking_survives_a_missing_sheet), T(frantic_taps_are_one_action),
        T(two_taps_are_one_change), T(two_taps_open_and_close_once), T(the_other_hand_does_not_matter),
        T(a_finger_that_was_down_is_dead_in_the_next_scene), T(a_missing_scene_keeps_the_last_good_one),
        T(without_any_scene_the_card_asks_for_staff), T(home_takes_the_place_of_a_broken_attract), T(language_keeps_the_place),
        T(resize_keeps_variables_and_time), T(a_sheet_stops_the_scene_and_takes_the_touches), T(next_walks_the_chapter_and_then_home),
        T(restart_begins_anew), T(a_scene_replaced_keeps_its_variables), T(a_stuck_finger_is_taken_away),
        T(a_panel_that_taps_by_itself_is_nobody), T(broken_events_do_nothing), T(typing_is_slowed),
        T(at_rest_it_sleeps_and_nothing_changes), T(the_same_events_give_the_same_pictures), T(day)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
