/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/session.h>
#include <command/command.h>
#include <stdio.h>

bool session_open(struct session *s, struct setup *setup, const struct app_options *opt) {
    *s = (struct session){.setup = setup};
    struct app_deps deps = {.journey = &setup->journey, .facts = &setup->facts, .catalogs = setup->catalogs,
                            .ncatalogs = setup->ncatalogs, .fonts = &setup->fonts, .log = setup->host->log};
    struct app_options o = *opt;
    o.px_per_mm = setup->site.px_per_mm;
    o.still |= setup->site.still;
    o.low_reach |= setup->site.low_reach;
    if (!o.today.year) o.today = host_today(setup->host);
    s->app = app_new(&deps, &o);
    return s->app != NULL;
}

void session_close(struct session *s) { app_free(s->app); s->app = NULL; }

/* Everything that check would say of the scene is said here too, but only what cannot be shown is refused. */
static struct scene *read_scene(struct session *s, const char *id, struct diag *d) {
    const struct setup *p = s->setup;
    struct scene *scene = scene_read(&p->deps, id, d);
    bool fit = true;
    if (scene && !s->quiet) scene_check(scene, &p->deps, p->languages, p->ncatalogs, d, &fit);
    if (!scene || (scene->whole && fit)) return scene;
    scene_free(scene);
    return NULL;
}

void session_fault(struct session *s, const char *of, const struct diag *d) {
    struct arena a;
    const struct diag_item *it = d ? d->first : NULL;
    while (it && it->warning) it = it->next;
    arena_init(&a, 1 << 16);
    const char *line = it ? diag_line(&a, it) : NULL;
    if (line) {
        snprintf(s->fault, sizeof s->fault, "%s", line);
        snprintf(s->fault_of, sizeof s->fault_of, "%s", of);
    } else if (str_eq(s->fault_of, of)) {
        s->fault[0] = 0;
    }
    arena_free(&a);
}

bool session_load(struct session *s, const char *id, bool replace) {
    struct port_log log = s->setup->host->log;
    struct arena a;
    struct diag d;
    arena_init(&a, 1 << 20);
    diag_init(&d, &a);
    struct scene *scene = str_eq(id, SETUP_NO_SCENE) ? NULL : read_scene(s, id, &d);
    if (!scene) s->failures++;
    diag_sort(&d);
    session_fault(s, id, scene ? NULL : &d);
    for (const struct diag_item *it = d.first; it && !s->quiet; it = it->next) {
        const char *line = diag_line(&a, it);
        if (log.line && line) log.line(log.ctx, it->warning ? 1 : 2, line);
    }
    app_give(s->app, id, scene, replace);
    arena_free(&a);
    return scene != NULL;
}

const struct frame *session_step(struct session *s, const struct ui_event *ev, int n, int64_t now) {
    s->frame = app_step(s->app, ev, n, now);
    s->asked = false;
    for (int tries = 0; s->frame->nwant && tries < 8; tries++) {
        const char *ids[4];
        int nids = s->frame->nwant;
        for (int i = 0; i < nids; i++) ids[i] = s->frame->want[i];
        for (int i = 0; i < nids; i++) session_load(s, ids[i], false);
        s->frame = app_step(s->app, NULL, 0, now);
    }
    return s->frame;
}

bool session_ahead(struct session *s) {
    if (!s->frame || !s->frame->ahead || s->asked) return false;
    s->asked = true;                     /* the next step tells what else */
    session_load(s, s->frame->ahead, false);
    return true;
}
