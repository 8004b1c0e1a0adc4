/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app_kit.h - the app with the silent twin, for tests of its step: fonts of fixed width, files in memory, a clock that obeys.
 * Places are px of the screen, times ms. */
#ifndef LK_TEST_APP_KIT_H
#define LK_TEST_APP_KIT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <app/app.h>
#include <plat/silent.h>

struct fixture {
    struct journey journey; struct facts facts; struct arena arena; struct port_fonts fonts; struct port_files files;
    struct scene_deps deps; struct silent_log log; struct app *app; const struct frame *f; int64_t now;
    const char *refuse[4];          /* scenes that cannot be loaded */
    int loads;
    int pace;                       /* ms from step to step while it waits */
};

static inline void load_wanted(struct fixture *x) {
    for (int tries = 0; x->f->nwant && tries < 4; tries++) {
        const char *id = x->f->want[0];
        struct arena a;
        struct diag d;
        arena_init(&a, 0);
        diag_init(&d, &a);
        bool refused = false;
        for (int i = 0; i < 4; i++) refused |= str_eq(x->refuse[i], id);
        struct scene *s = refused ? NULL : scene_load(&x->deps, id, &d);
        for (const struct diag_item *it = d.first; it && !refused && !str_eq(id, "missing"); it = it->next) print_error("%s\n", diag_line(&a, it));
        x->loads++;
        app_give(x->app, id, s, false);
        arena_free(&a);
        x->f = app_step(x->app, NULL, 0, x->now);
    }
}
static inline void step(struct fixture *x, const struct ui_event *ev, int n) {
    x->f = app_step(x->app, ev, n, x->now);
    load_wanted(x);
}
static inline void wait(struct fixture *x, int64_t ms) {
    int64_t end = x->now + ms;
    while (x->now < end) {
        x->now = x->now + x->pace < end ? x->now + x->pace : end;
        step(x, NULL, 0);
    }
}
static inline void touch(struct fixture *x, enum ui_kind kind, int finger, float px, float py) {
    step(x, &(struct ui_event){.kind = kind, .finger = finger, .at = {px, py}}, 1);
}
static inline void tap(struct fixture *x, float px, float py) {
    touch(x, UI_DOWN, 0, px, py);
    x->now += 50;
    touch(x, UI_UP, 0, px, py);
}
/* Begins anew with scene `start` (NULL = as the journey does), at ms 5000. */
static inline void open_with(struct fixture *x, const char *start, struct app_options o) {
    struct app_deps deps = {.journey = &x->journey, .facts = &x->facts, .fonts = &x->fonts, .log = silent_log(&x->log)};
    app_free(x->app);
    assert_non_null(x->app = app_new(&deps, &o));
    if (start) app_start(x->app, start);
    x->now = 5000;
    step(x, NULL, 0);
}

/* Without an app yet; NULL when there is no memory. pack and what the journey points to outlive it. */
static inline struct fixture *fixture_new(const struct silent_file *pack, struct journey journey, int pace) {
    struct fixture *x = calloc(1, sizeof *x);
    if (!x) return NULL;
    arena_init(&x->arena, 0);
    x->journey = journey;
    x->pace = pace;
    map_init(&x->facts.by_id, &x->arena);
    map_init(&x->facts.sources, &x->arena);
    map_init(&x->facts.units, &x->arena);
    x->fonts = silent_fonts();
    x->files = silent_files(pack);
    x->deps = (struct scene_deps){.files = &x->files, .facts = &x->facts, .journey = &x->journey};
    x->log.arena = &x->arena;
    return x;
}
static inline int tear_down(void **state) {
    struct fixture *x = *state;
    app_free(x->app);
    arena_free(&x->arena);
    free(x);
    return 0;
}
#endif
