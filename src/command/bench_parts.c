/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/bench.h>
#include <command/command.h>
#include <scene/layout.h>
#include <stdlib.h>
#include <string.h>

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

double bench_median(double *v, int n) {
    if (n < 1) return 0;
    qsort(v, (size_t)n, sizeof *v, by_size);
    return v[n / 2];
}

double bench_worst_second(const double *ms, int n) {
    double sum = 0, most = 0;
    for (int i = 0; i < n; i++) {
        sum += ms[i] - (i >= 60 ? ms[i - 60] : 0);
        if (sum > most && (i >= 59 || i == n - 1)) most = sum;
    }
    return most > 0 ? 1000.0 * (n < 60 ? n : 60) / most : 0;
}

float bench_scale(int w, int h) {
    struct env e = {0};
    layout_canvas(&e, w, h);
    return e.scale > 0 ? e.scale : 1;
}

const char **bench_default_scenes(struct setup *s, int *n) {
    const struct journey *j = &s->journey;
    const struct chapter *c = j->chapters.items;
    const char **ids = arena_array(&s->arena, const char *, j->chapters.n + 2);
    *n = 0;
    if (!ids) return NULL;
    ids[(*n)++] = j->attract;
    ids[(*n)++] = j->home;
    for (int i = 0; i < j->chapters.n; i++)
        if (c[i].scenes.n) ids[(*n)++] = c[i].scenes.v[0];
    return ids;
}

/* ---- a pack of any size: the pack's own files, and one scene under many names */
struct many_files { struct port_files base; struct bytes scene; };

static bool is_copy(const char *path) { return strncmp(path, "scenes/copy-", 12) == 0; }

static bool many_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d) {
    struct many_files *m = ctx;
    if (!is_copy(path)) return m->base.read(m->base.ctx, path, cap, a, out, d);
    char *p = arena_strn(a, (const char *)m->scene.p, m->scene.n);
    *out = (struct bytes){(unsigned char *)p, m->scene.n};
    return p != NULL;
}
static bool many_exists(void *ctx, const char *path) {
    struct many_files *m = ctx;
    return is_copy(path) || m->base.exists(m->base.ctx, path);
}
static const char **many_list(void *ctx, const char *folder, const char *suffix, struct arena *a, int *n) {
    struct many_files *m = ctx;
    return m->base.list(m->base.ctx, folder, suffix, a, n);
}

static bool load_and_check(struct setup *s, const struct scene_deps *deps, int i, double *load, double *check) {
    const struct host *h = s->host;
    const struct catalog *cats[SETUP_LANGUAGES];
    for (int k = 0; k < s->ncatalogs; k++) cats[k] = &s->catalogs[k];
    struct arena a;
    struct diag d;
    arena_init(&a, 8 << 20);
    diag_init(&d, &a);
    char id[32];
    snprintf(id, sizeof id, "copy-%05d", i);
    double t = h->seconds(h->ctx);
    struct scene *scene = scene_load(deps, id, &d);
    double u = h->seconds(h->ctx);
    bool good = scene != NULL;
    if (good) scene_check(scene, deps, cats, s->ncatalogs, &d, NULL);   /* the copies have no translations: no matter */
    *load += u - t;
    *check += h->seconds(h->ctx) - u;
    if (good) scene_free(scene);
    else say_diag(h, true, &d);
    arena_free(&a);
    return good;
}

int bench_pack(struct setup *s, int n) {
    const struct host *h = s->host;
    const struct chapter *c = s->journey.chapters.items;
    const char *id = s->journey.chapters.n && c[0].scenes.n ? c[0].scenes.v[0] : s->journey.home;
    const char *path = arena_printf(&s->arena, "scenes/%s.yaml", id);
    struct many_files m = {.base = s->files};
    if (!path || !s->files.read(s->files.ctx, path, YAML_SCENE_CAPS.bytes, &s->arena, &m.scene, &s->diag)) {
        say_diag(h, true, &s->diag);
        return EXIT_FAULT;
    }
    struct port_files files = {.ctx = &m, .read = many_read, .exists = many_exists, .list = many_list};
    struct scene_deps deps = s->deps;
    deps.files = &files;
    double load = 0, check = 0;
    for (int i = 0; i < n; i++)
        if (!load_and_check(s, &deps, i, &load, &check)) return EXIT_FAULT;
    say(h, "%d scenes like '%s': load %.1f ms, check %.1f ms; %.2f ms a scene\n", n, id, load * 1000, check * 1000, (load + check) * 1000 / n);
    return EXIT_OK;
}
