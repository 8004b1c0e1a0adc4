/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scene_kit.h - a pack in memory, fonts of fixed width and an env, for tests of the scene floor. */
#ifndef LK_TEST_SCENE_KIT_H
#define LK_TEST_SCENE_KIT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <scene/layout.h>
#include <scene/route.h>
#include <scene/track.h>

struct kit_file { const char *path, *text; };
struct kit_pack { const struct kit_file *v; int n; };

static inline const struct kit_file *kit_find(const struct kit_pack *p, const char *path) {
    for (int i = 0; i < p->n; i++)
        if (!strcmp(p->v[i].path, path)) return &p->v[i];
    return NULL;
}
static inline bool kit_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d) {
    const struct kit_file *f = kit_find(ctx, path);
    if (!f || strlen(f->text) > cap) {
        diag_error(d, (struct pos){path, 0, 0}, "cannot be read");
        return false;
    }
    char *copy = arena_str(a, f->text);
    *out = (struct bytes){(const unsigned char *)copy, strlen(f->text)};
    return copy != NULL;
}
static inline bool kit_exists(void *ctx, const char *path) { return kit_find(ctx, path) != NULL; }
static inline const char **kit_list(void *ctx, const char *folder, const char *suffix, struct arena *a, int *n) {
    const struct kit_pack *p = ctx;
    size_t len = strlen(folder), tail = strlen(suffix);
    const char **out = arena_array(a, const char *, p->n + 1);
    *n = 0;
    for (int i = 0; out && i < p->n; i++) {
        const char *name = p->v[i].path + len + 1;
        if (strncmp(p->v[i].path, folder, len) || p->v[i].path[len] != '/' || strchr(name, '/')) continue;
        if (strlen(name) >= tail && !strcmp(name + strlen(name) - tail, suffix)) out[(*n)++] = name;
    }
    return out;
}
static inline struct port_files kit_files(struct kit_pack *p) { return (struct port_files){.ctx = p, .read = kit_read, .exists = kit_exists, .list = kit_list}; }

/* ---- fonts: every code point is half an em wide */
static inline float kit_width(void *ctx, int face, float px, const char *utf8, size_t n, bool rtl) {
    float w = 0;
    (void)ctx, (void)face, (void)rtl;
    for (size_t i = 0; i < n; i++)
        if (((unsigned char)utf8[i] & 0xC0) != 0x80) w += px * 0.5f;
    return w;
}
static inline struct font_metrics kit_metrics(void *ctx, int face, float px) {
    (void)ctx, (void)face;
    return (struct font_metrics){px * 0.9f, px * 0.3f, px * 1.2f};
}
static inline bool kit_covers(void *ctx, int face, unsigned cp) { (void)ctx, (void)face, (void)cp; return true; }
static const struct port_fonts KIT_FONTS = {NULL, kit_width, kit_metrics, kit_covers};

/* ---- everything that an env needs */
struct kit {
    struct arena a, frame;
    struct diag d;
    struct facts facts;
    struct journey journey;
    struct vars vars;
    struct visit_view view;
    struct env e;
    struct dlist list;
    struct semlist sem;
    struct effects fx;
    struct kit_pack pack;
    struct port_files files;
    struct scene_deps deps;
};

static inline void kit_open(struct kit *k, const struct kit_file *files, int n) {
    static const char *const langs[] = {"en", "ru"};
    *k = (struct kit){.pack = {files, n}};
    arena_init(&k->a, 0);
    arena_init(&k->frame, 0);
    diag_init(&k->d, &k->a);
    map_init(&k->facts.by_id, &k->a);
    map_init(&k->facts.sources, &k->a);
    map_init(&k->facts.units, &k->a);
    map_init(&k->facts.series, &k->a);
    vars_init(&k->vars, &k->a);
    k->journey.languages = (struct strs){langs, 2};
    k->files = kit_files(&k->pack);
    k->deps = (struct scene_deps){.files = &k->files, .facts = &k->facts, .journey = &k->journey};
    k->view.chapter_index = -1;
    k->e = (struct env){.layout = &k->a, .frame = &k->frame, .fonts = &KIT_FONTS, .journey = &k->journey,
                        .msg = {.lang = "en", .facts = &k->facts}, .vars = &k->vars, .visit = &k->view, .text_scale = 1,
                        .wake = INT64_MAX};
    k->fx.arena = &k->a;
    layout_canvas(&k->e, 1920, 1080);
}
static inline void kit_close(struct kit *k) {
    arena_free(&k->frame);
    arena_free(&k->a);
}
/* All lines of the diag, sorted, one below the other. */
static inline const char *kit_lines(struct kit *k) {
    struct sbuf b = {.arena = &k->a};
    diag_sort(&k->d);
    for (const struct diag_item *it = k->d.first; it; it = it->next) sbuf_printf(&b, "%s\n", diag_line(&k->a, it));
    return b.p ? b.p : "";
}
/* Loads a scene and says why where it does not. */
static inline struct scene *kit_scene(struct kit *k, const char *id) {
    struct scene *s = scene_load(&k->deps, id, &k->d);
    if (!s) print_error("%s", kit_lines(k));
    assert_non_null(s);
    const struct scene_var *v = s->top.variables.items;
    for (int i = 0; i < s->top.variables.n; i++) vars_declare(&k->vars, v[i].name, v[i].value, v[i].unit, true);
    scene_args(s, &k->vars);
    k->e.msg.args = s->args;
    k->e.msg.nargs = s->nargs;
    k->e.scene = s;
    scene_init(s, &k->e);
    return s;
}
static inline void kit_draw(struct kit *k, struct scene *s) {
    scene_args(s, &k->vars);
    scene_tick(s, &k->e, &k->fx);
    if (k->e.relayout) layout_scene(s, &k->e);
    dlist_begin(&k->list, &k->a, (int)(k->e.w * k->e.scale), (int)(k->e.h * k->e.scale));
    sem_begin(&k->sem, &k->a);
    scene_draw(s, &k->e, &k->list, &k->sem);
}
#endif
