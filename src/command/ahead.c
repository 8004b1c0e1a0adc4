/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/ahead.h>

void ahead_init(struct ahead *a, struct setup *setup, struct view *view) { *a = (struct ahead){.setup = setup, .view = view}; }

static void leave(struct ahead *a) {
    if (a->open) session_close(&a->under);
    a->open = false;
}

void ahead_finish(struct ahead *a) { leave(a); }

static void line_up(struct ahead *a, const struct frame *f) {
    for (int i = 0; i < f->npics; i++) a->setup->host->view_ahead(a->view, f->pics[i]);
}

static void plan(struct ahead *a, const struct frame *f) {
    const struct journey *j = &a->setup->journey;
    const char *const all[AHEAD_SCENES] = {f->next, j->language_sheet, j->still_there, j->home, j->attract};
    leave(a);
    a->setup->host->view_ahead(a->view, NULL);
    a->own = false;
    a->n = a->at = 0;
    for (int i = 0; i < AHEAD_SCENES; i++) {
        bool twice = !all[i] || str_eq(all[i], f->scene);
        for (int k = 0; k < a->n; k++) twice |= str_eq(a->ids[k], all[i]);
        if (!twice) a->ids[a->n++] = all[i];
    }
}

static bool enter(struct ahead *a, const struct app_options *opt) {
    struct app_options o = *opt;
    o.language = a->language;
    o.w = a->w;
    o.h = a->h;
    o.idle_off = true;
    if (!session_open(&a->under, a->setup, &o)) return false;
    a->open = true;
    a->under.quiet = true;
    app_start(a->under.app, a->ids[a->at]);
    return true;
}

/* Loads one scene, or, when all are there, lines up their pictures. */
static void rehearse(struct ahead *a) {
    const struct frame *f = app_step(a->under.app, NULL, 0, 0);
    if (f->nwant) {
        session_load(&a->under, f->want[0], false);
        return;
    }
    line_up(a, f);
    leave(a);
    a->at++;
}

bool ahead_slice(struct ahead *a, const struct frame *shown, const struct app_options *opt) {
    const struct ibox s = shown->list->screen;
    if (!shown->scene) return false;
    if (!str_eq(a->scene, shown->scene) || !str_eq(a->language, shown->speaks) || a->w != s.w || a->h != s.h) {
        a->scene = shown->scene;
        a->language = shown->speaks;
        a->w = s.w;
        a->h = s.h;
        plan(a, shown);
    }
    if (a->setup->host->view_making(a->view, 0) > 0) return true;
    if (!a->own && a->at > 0) {
        a->own = true;
        line_up(a, shown);
        return true;
    }
    if (a->at >= a->n) return false;
    if (!a->open) return enter(a, opt);
    rehearse(a);
    return true;
}
