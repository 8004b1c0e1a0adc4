/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_render_tour.c - whether every scene can be reached from home, and home from every scene: by touching everything. */
#include <command/check_render.h>
#include <command/lint_view.h>
#include <string.h>

enum { LOOK_MS = 2500, GO_MS = 700, TOUCHES = 64 };

static int index_of(const char *const *ids, int n, const char *id) {
    for (int i = 0; i < n; i++)
        if (str_eq(ids[i], id)) return i;
    return -1;
}

/* The scene whose elements are on top: a sheet, or the scene itself. */
static int shown(const struct frame *f, const char *const *ids, int n) {
    const struct semlist *s = f->sem;
    for (int i = s->n - 1; i >= 0; i--) {
        const struct node *node = s->v[i].node;
        if (!s->v[i].layer || !node || !node->pos.file) continue;
        for (int k = 0; k < n; k++) {
            size_t len = strlen(ids[k]);
            const char *name = strrchr(node->pos.file, '/');
            if (name && !strncmp(name + 1, ids[k], len) && str_eq(name + 1 + len, ".yaml")) return k;
        }
    }
    return index_of(ids, n, f->scene);
}

/* px of all that reacts on top */
static int targets(struct render *r, const struct frame *f, struct vec2 *out) {
    struct lint_frame lf;
    int n = 0;
    arena_reset(&r->frame);
    if (!lint_view(&r->frame, f, 0, &lf)) return 0;
    float s = lint_scale(f);
    for (int i = 0; i < lf.ntargets && n < TOUCHES; i++) {
        struct box b = lf.targets[i].hit;
        struct vec2 c = {clampf(b.x + b.w / 2, 1, lf.w - 2), clampf(b.y + b.h / 2, 1, lf.h - 2)};
        if (box_has(b, c)) out[n++] = (struct vec2){c.x * s, c.y * s};
    }
    return n;
}

/* row[i]: a touch led there. */
static void explore(struct render *r, const struct scene *scene, const char *const *ids, int n, bool *row) {
    struct vec2 at[TOUCHES];
    struct render_visit v;
    struct size_px size = {960, 540};
    int touches = 0;
    for (int i = -1; i < touches; i++) {
        if (render_enter(r, &v, scene->id, scene->top.sheet, size)) {
            render_until(&v, v.now + LOOK_MS);
            if (i < 0) touches = targets(r, v.ses.frame, at);
            else {
                render_tap(&v, at[i]);
                render_until(&v, v.now + GO_MS);
                int to = shown(v.ses.frame, ids, n);
                if (to >= 0) row[to] = true;
            }
        }
        session_close(&v.ses);
    }
}

/* What is written also counts: it may need something done first. */
static void written(const struct scene *s, const char *const *ids, int n, int from, bool *ways) {
    for (int i = 0; i < s->nrefs; i++) {
        int to = s->refs[i].type == FIELD_SCENE ? index_of(ids, n, s->refs[i].value) : -1;
        if (to >= 0) ways[from * n + to] = true;
    }
}

/* A sheet is left for the scene that it was opened over, not for the one that it lay over here: it leads nobody out of a scene
 * without a way. True when a touch leaves it. */
static bool leaves(struct render *r, const struct scene *s, const char *const *ids, int n, int from, struct arena *a) {
    bool *row = arena_array(a, bool, n + 1), out = false;
    if (row) explore(r, s, ids, n, row);
    for (int i = 0; row && i < n; i++) out |= row[i] && i != from;
    return out;
}

void render_tour(struct render *r, const char *const *ids, int n) {
    const struct journey *j = &r->s->journey;
    struct arena a;
    arena_init(&a, 16 << 20);
    bool *ways = arena_array(&a, bool, n * n + 1);
    bool *left = arena_array(&a, bool, n + 1);
    enum lint_rule *out = arena_array(&a, enum lint_rule, n + 1);
    struct diag quiet;
    diag_init(&quiet, &a);
    int home = index_of(ids, n, j->home);
    r->report = lint_report_new(&a, &r->names);
    for (int i = 0; ways && left && out && i < n; i++) {
        struct scene *s = scene_load(&r->s->deps, ids[i], &quiet);
        if (!s) continue;
        written(s, ids, n, i, ways);
        if (s->top.sheet) left[i] = leaves(r, s, ids, n, i, &a);
        else explore(r, s, ids, n, &ways[i * n]);
        scene_free(s);
        /* Nobody there: these come by themselves. */
        if (home >= 0 && (str_eq(ids[i], j->attract) || str_eq(ids[i], j->still_there))) ways[home * n + i] = true;
    }
    if (ways && out && home >= 0) lint_reach(ways, n, home, out);
    for (int i = 0; ways && left && out && home >= 0 && i < n; i++) {
        struct lint_owner of = {.pos = {arena_printf(&a, "scenes/%s.yaml", ids[i]), 0, 0}};
        if (left[i] && out[i] == LINT_DEAD_END) out[i] = LINT_RULES;
        if (out[i] != LINT_RULES) lint_report_add(r->report, &(struct lint_case){-1, -1, -1, -1}, &(struct lint_fault){out[i], &of, NULL, NULL, 0});
    }
    lint_report_write(r->report, r->d);
    arena_free(&a);
}
