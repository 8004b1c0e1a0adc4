/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack_report.c - what a new pack changes, in a few lines for whoever stands before the kiosk with a stick. */
#include <command/check.h>
#include <command/command.h>
#include <command/pack.h>
#include <string.h>

enum { NAMES = 8 };

/* ---- the pack that is shown now */
/* All figures of a fact in one short text. */
static const char *figures(struct arena *a, const struct fact *f) {
    struct sbuf b = {.arena = a};
    for (int i = 0; i < f->nvalues; i++) {
        const struct fact_value *v = &f->values[i];
        sbuf_printf(&b, "%s%s%s", i ? ", " : "", v->key ? v->key : "", v->key ? " " : "");
        if (v->kind == FACT_NUM) sbuf_printf(&b, "%.*f", v->decimals, v->num);
        else if (v->kind == FACT_RANGE) sbuf_printf(&b, "%.*f-%.*f", v->decimals, v->min, v->decimals, v->max);
        else sbuf_puts(&b, v->text ? v->text : "");
        if (v->unit) sbuf_printf(&b, " %s", v->unit);
        for (int k = 0; k < v->qualifiers.n; k++) sbuf_printf(&b, " %s", v->qualifiers.v[k]);
        if (v->as_of) sbuf_printf(&b, " (%d)", v->as_of);
    }
    return b.p ? b.p : "";
}

static bool copy_manifest(struct arena *a, const struct manifest *from, struct manifest *to) {
    *to = *from;
    to->files = arena_copy(a, from->files, sizeof *from->files * (size_t)from->n);
    to->name = arena_str(a, from->name);
    for (int i = 0; to->files && i < from->n; i++) to->files[i].path = arena_str(a, from->files[i].path);
    return to->files && !a->failed;
}

bool pack_remember(const struct store *s, const char *id, struct pack_past *past) {
    struct setup now;
    struct manifest m;
    struct diag quiet;
    diag_init(&quiet, s->a);
    *past = (struct pack_past){0};
    map_init(&past->facts, s->a);
    bool good = setup_open(&now, s->h, id[0] ? store_path(s, id) : NULL, NULL);
    for (int i = 0; good && i < now.facts.by_id.count; i++) {
        const struct fact *f = now.facts.by_id.entries[i].value;
        map_put(&past->facts, arena_str(s->a, f->id), (void *)(size_t)figures(s->a, f));
    }
    good = good && (id[0] ? store_manifest(s, id, &past->m, &quiet) : pack_list(&now, false, &m, &quiet) && copy_manifest(s->a, &m, &past->m));
    setup_close(&now);
    return good;
}

/* ---- what differs */
struct change { const char *words; int n; struct sbuf names; };

static void note(struct change *c, const char *name) {
    if (c->n++ < NAMES) sbuf_printf(&c->names, "%s%s", c->n > 1 ? ", " : ": ", name);
}

static void tell(const struct host *h, const char *what, struct change *c, int n) {
    bool any = false;
    say(h, "%-10s", what);
    for (int i = 0; i < n; i++) {
        if (!c[i].n) continue;
        say(h, "%s %d %s%s%s", any ? ";" : "", c[i].n, c[i].words, c[i].names.p ? c[i].names.p : "", c[i].names.p && c[i].n > NAMES ? " ..." : "");
        any = true;
    }
    say(h, any ? "\n" : " as before\n");
}

static bool is_scene(const char *path) {
    size_t n = strlen(path);
    return !strncmp(path, "scenes/", 7) && n > 12 && !strcmp(path + n - 5, ".yaml") && !strchr(path + 7, '/') && !scene_file_taken(path + 7);
}

static const char *scene_name(struct arena *a, const char *path) { return arena_strn(a, path + 7, strlen(path) - 12); }

/* scenes[0..2], others[0..2]: changed, new, gone. One way finds what changed and what is new, the other what is gone. */
static void compare(struct arena *a, const struct manifest *from, const struct manifest *to, bool forth, struct change *scenes, struct change *others) {
    for (int i = 0; i < to->n; i++) {
        const struct manifest_file *f = &to->files[i], *old = manifest_find(from, f->path);
        if (!strncmp(f->path, "cache/", 6) || (old && (!forth || !memcmp(old->hash, f->hash, HASH_BYTES)))) continue;
        int which = !forth ? 2 : old ? 0 : 1;
        if (is_scene(f->path)) note(&scenes[which], scene_name(a, f->path));
        else note(&others[which], f->path);
    }
}

/* Of two texts of figures only what differs, whole figures: "a 1, b 2" and "a 1, b 3" become "b 2" and "b 3". */
static void trim(struct arena *a, const char **old, const char **now) {
    const char *x = *old, *y = *now;
    size_t same = 0, from = 0, nx = strlen(x), ny = strlen(y), end = 0, to = 0;
    for (; x[same] && x[same] == y[same]; same++)
        if (same > 0 && x[same - 1] == ',' && x[same] == ' ') from = same + 1;
    for (; end < nx - from && end < ny - from && x[nx - 1 - end] == y[ny - 1 - end]; end++)
        if (x[nx - 1 - end] == ',') to = end + 1;
    *old = arena_strn(a, x + from, nx - from - to);
    *now = arena_strn(a, y + from, ny - from - to);
}

static void compare_facts(struct setup *fresh, const struct pack_past *past) {
    struct arena *a = &fresh->arena;
    struct change c[3] = {{"changed", 0, {.arena = a}}, {"new", 0, {.arena = a}}, {"gone", 0, {.arena = a}}};
    for (int i = 0; i < fresh->facts.by_id.count; i++) {
        const struct fact *f = fresh->facts.by_id.entries[i].value;
        const char *old = map_get(&past->facts, f->id), *now = figures(a, f);
        if (!old) note(&c[1], f->id);
        else if (strcmp(old, now) != 0) {
            trim(a, &old, &now);
            note(&c[0], arena_printf(a, "%s from '%s' to '%s'", f->id, old, now));
        }
    }
    for (int i = 0; i < past->facts.count; i++)
        if (!map_has(&fresh->facts.by_id, past->facts.entries[i].key)) note(&c[2], past->facts.entries[i].key);
    tell(fresh->host, "facts", c, 3);
}

static void tell_languages(struct setup *s) {
    const struct strs *l = &s->read.languages;
    say(s->host, "%-10s", "languages");
    for (int i = 0; i < l->n; i++) {
        int lack = 0;
        for (const struct diag_item *it = s->diag.first; it; it = it->next) lack += str_eq(it->lang, l->v[i]);
        say(s->host, "%s %s", i ? "," : "", l->v[i]);
        if (lack) say(s->host, " incomplete (%d text%s in English)", lack, lack == 1 ? "" : "s");
    }
    say(s->host, "\n");
}

void pack_report(struct setup *fresh, const struct incoming *in, const struct pack_past *past) {
    struct arena *a = &fresh->arena;
    struct change scenes[3] = {{"changed", 0, {.arena = a}}, {"new", 0, {.arena = a}}, {"gone", 0, {.arena = a}}};
    struct change others[3] = {{"changed", 0, {.arena = a}}, {"new", 0, {.arena = a}}, {"gone", 0, {.arena = a}}};
    pack_tell(fresh->host, in);
    compare(a, &past->m, &in->m, true, scenes, others);
    compare(a, &in->m, &past->m, false, scenes, others);
    tell(fresh->host, "scenes", scenes, 3);
    compare_facts(fresh, past);
    tell(fresh->host, "others", others, 3);
    tell_languages(fresh);
}

bool pack_checked(struct setup *s) {
    struct diag said;
    int lacking = 0;
    diag_init(&said, &s->arena);
    for (const struct diag_item *it = s->diag.first; it; it = it->next) {
        struct pos at = {it->file, it->line, it->col};
        if (it->lang) lacking++;
        else if (it->warning) diag_warn(&said, at, "%s", it->text);
        else diag_error(&said, at, "%s", it->text);
    }
    say_diag(s->host, true, &said);
    return s->diag.errors == lacking;
}
