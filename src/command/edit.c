/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/edit.h>
#include <command/command.h>
#include <string.h>

static void watch(struct edit *e, const char *folder, const char *suffix) {
    struct setup *s = e->setup;
    struct arena a;
    int n = 0;
    arena_init(&a, 1 << 20);
    const char **names = s->files.list(s->files.ctx, folder, suffix, &a, &n);
    for (int i = 0; names && i < n; i++) {
        const char *path = arena_printf(&a, "%s/%s", folder, names[i]);
        int k = 0;
        while (k < e->n && !str_eq(e->files[k].path, path)) k++;
        if (k < e->n || e->n == EDIT_FILES || !path || !strchr(names[i], '.')) continue;      /* known, or a folder */
        if ((e->files[k].path = arena_str(&s->arena, path))) e->n++;
    }
    arena_free(&a);
}

/* Pictures lie in assets/ or one folder deeper. */
static void watch_all(struct edit *e) {
    struct arena a;
    int n = 0;
    watch(e, "scenes", ".yaml");
    watch(e, "locales", ".po");
    watch(e, "assets", "");
    arena_init(&a, 1 << 20);
    const char **names = e->setup->files.list(e->setup->files.ctx, "assets", "", &a, &n);
    for (int i = 0; names && i < n; i++) {
        const char *folder = strchr(names[i], '.') ? NULL : arena_printf(&a, "assets/%s", names[i]);
        if (folder) watch(e, folder, "");
    }
    arena_free(&a);
}

static uint64_t stamp(struct edit *e, const char *path) {
    const struct host *h = e->setup->host;
    struct arena a;
    arena_init(&a, 1 << 16);
    const char *full = arena_printf(&a, "%s/%s", e->setup->pack, path);
    uint64_t s = full ? h->stamp(h->ctx, full) : 0;
    arena_free(&a);
    return s;
}

void edit_init(struct edit *e, struct setup *setup, struct session *ses) {
    *e = (struct edit){.setup = setup, .ses = ses};
    watch_all(e);
    for (int i = 0; i < e->n; i++) e->files[i].shown = e->files[i].seen = stamp(e, e->files[i].path);
}

/* What is saved goes into the program's memory beside what was there, to which the picture may point: a catalogue alone, or
 * all of it. */
static bool keep(struct edit *e, const char *path) {
    struct setup *s = e->setup;
    s->arena.ceiling = EDIT_BYTES;
    for (int i = 0; i < s->ncatalogs; i++)
        if (str_eq(locale_path(&s->arena, s->catalogs[i].lang), path)) return setup_read_catalog(s, i);
    s->ncatalogs = 0;
    return setup_read(s, NULL);
}

/* Journey, facts and catalogues are read into memory of their own first, and kept only when all of it is right. */
static bool reread(struct edit *e, const char *path) {
    struct setup *s = e->setup;
    struct setup fresh = {.host = s->host, .files = s->files};
    arena_init(&fresh.arena, 64 << 20);
    diag_init(&fresh.diag, &fresh.arena);
    bool good = setup_read(&fresh, NULL);
    diag_sort(&fresh.diag);
    for (const struct diag_item *it = fresh.diag.first; it; it = it->next) {
        const char *line = diag_line(&fresh.arena, it);
        if (line) s->host->log.line(s->host->log.ctx, it->warning ? 1 : 2, line);
    }
    session_fault(e->ses, "", good ? NULL : &fresh.diag);
    arena_free(&fresh.arena);
    if (good && !keep(e, path)) complain(s->host, "no memory for what was saved (close the window and start again)");
    return good;
}

static void reload(struct edit *e, const char *path) {
    const struct frame *f = e->ses->frame;
    char id[128];
    size_t n = strlen(path);
    bool scene = strncmp(path, "scenes/", 7) == 0 && !scene_file_taken(path + 7);
    bool good = false, picture = strncmp(path, "assets/", 7) == 0;
    if (picture) {
        e->pictures = true;
        good = !f || !f->scene || session_load(e->ses, f->scene, true);
    } else if (scene && n - 7 - 5 < sizeof id) {
        memcpy(id, path + 7, n - 7 - 5);
        id[n - 7 - 5] = 0;
        good = session_load(e->ses, id, true);
    } else if (!scene && reread(e, path)) {
        app_reread(e->ses->app);
        good = !f || !f->scene || session_load(e->ses, f->scene, true);
    }
    if (good) complain(e->setup->host, "read again: %s", path);
}

bool edit_poll(struct edit *e, int64_t now) {
    bool any = false;
    if (now < e->next) return false;
    e->next = now + EDIT_POLL_MS;
    watch_all(e);
    for (int i = 0; i < e->n; i++) {
        struct edit_file *f = &e->files[i];
        uint64_t s = stamp(e, f->path);
        bool still = s == f->seen;
        f->seen = s;
        if (!s || !still || s == f->shown) continue;
        f->shown = s;
        reload(e, f->path);
        any = true;
    }
    return any;
}
