#include <command/ahead.h>

void ahead_init(struct ahead *a, struct setup *setup, struct view *view) { *a = (struct ahead){.setup = setup, .view = view}; }

static void leave(struct ahead *a) {
    const struct host *h = a->setup->host;
    if (!a->open) return;
    h->view_ahead(a->view, NULL, 0);         /* lets go of the understudy's picsets */
    session_close(&a->under);
    a->open = false;
}

void ahead_finish(struct ahead *a) { leave(a); }

static void plan(struct ahead *a, const struct frame *f) {
    const struct journey *j = &a->setup->journey;
    const char *const all[AHEAD_SCENES] = {f->next, j->home, j->still_there, j->language_sheet, j->attract};
    leave(a);
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
    session_step(&a->under, NULL, 0, 0);
    a->set = 0;
    return true;
}

bool ahead_slice(struct ahead *a, const struct frame *shown, const struct app_options *opt) {
    const struct host *h = a->setup->host;
    const struct ibox s = shown->list->screen;
    if (!shown->scene) return false;
    if (!str_eq(a->scene, shown->scene) || !str_eq(a->language, shown->language) || a->w != s.w || a->h != s.h) {
        a->scene = shown->scene;
        a->language = shown->language;
        a->w = s.w;
        a->h = s.h;
        plan(a, shown);
    }
    if (a->at >= a->n) return false;
    if (!a->open) return enter(a, opt);
    if (h->view_ahead(a->view, a->under.frame->pics[a->set], 4)) return true;
    if (++a->set < a->under.frame->npics) return true;
    leave(a);
    return ++a->at < a->n;
}
