/* SPDX-License-Identifier: GPL-3.0-or-later */
/* facts.c - the fact register in one list: what each fact says, from which year, until when, and which scenes show it, with
 * the touches that lead there from home. */
#include <command/command.h>
#include <stddef.h>
#include <string.h>

struct opts { const char *pack, *locale; bool unshown; };
static const struct option_row ROWS[] = {
    {"unshown", 'u', OPTION_FLAG, offsetof(struct opts, unshown), NULL, "only facts for every visitor that no scene within four touches shows; exit code 1 when there is one"},
    {"locale", 'l', OPTION_STR, offsetof(struct opts, locale), "CODE", "language of the figures, e.g. ru (default: en)"},
    {"pack", 'p', OPTION_STR, offsetof(struct opts, pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"facts [--unshown] [--pack DIR]", "Lists the fact register: figure, year, review, and which scenes show it.", ROWS};

enum { FAR = 99, NEAR = 4, PLACES_MAX = 1000 };
struct place { struct scene *scene; int touches; };   /* touches from home; FAR = nothing leads there */
struct tour { struct place *v; int n; };

static struct place *find(struct tour *t, const char *id) {
    for (int i = 0; i < t->n; i++)
        if (str_eq(t->v[i].scene->id, id)) return &t->v[i];
    return NULL;
}

static void nearer(struct tour *t, const char *id, int touches, bool *changed) {
    struct place *p = id ? find(t, id) : NULL;
    if (!p || p->touches <= touches) return;
    p->touches = touches;
    *changed = true;
}

/* A strip of home opens the first scene of a chapter, Next the one after it, a button whatever it names. */
static void walk(struct tour *t, const struct journey *j) {
    const struct chapter *c = j->chapters.items;
    bool changed = false;
    nearer(t, j->attract, 0, &changed);
    nearer(t, j->home, 0, &changed);
    nearer(t, j->sources_sheet, 2, &changed);      /* a scene, its leaf */
    for (int i = 0; i < j->chapters.n; i++)
        for (int k = 0; k < c[i].scenes.n; k++) nearer(t, c[i].scenes.v[k], k + 1, &changed);
    for (changed = true; changed;) {
        changed = false;
        for (int i = 0; i < t->n; i++) {
            const struct scene *s = t->v[i].scene;
            for (int k = 0; t->v[i].touches < FAR && k < s->nrefs; k++)
                if (s->refs[k].type == FIELD_SCENE) nearer(t, s->refs[k].value, t->v[i].touches + 1, &changed);
        }
    }
}

/* The scene's own list says what it shows; an address may name one of the fact's values. */
static bool shows(const struct scene *s, const char *id) {
    size_t n = strlen(id);
    for (int i = 0; i < s->top.facts.n; i++) {
        const char *at = s->top.facts.v[i];
        if (!strncmp(at, id, n) && (at[n] == 0 || at[n] == '.')) return true;
    }
    return false;
}

static bool for_everyone(const struct fact *f) { return !str_eq(f->display, "no") && str_eq(f->layer, "all"); }

static bool shown_near(const struct tour *t, const struct fact *f) {
    for (int i = 0; i < t->n; i++)
        if (t->v[i].touches <= NEAR && shows(t->v[i].scene, f->id)) return true;
    return false;
}

static void print_fact(const struct host *h, struct setup *s, const struct tour *t, const struct fact *f, const char *lang) {
    struct msg_env m = {.lang = lang, .catalog = setup_catalog(s, lang), .facts = &s->facts};
    struct text_ref say_ref = {.easy = f->say ? f->say : f->statement, .ctxt = arena_printf(&s->arena, "fact/%s", f->id)};
    say(h, "%s\n  %s\n  %s, %s, layer %s", f->id, message_text(&s->arena, &m, &say_ref, false), f->status,
        str_eq(f->display, "no") ? "not shown" : str_eq(f->display, "yes") ? "shown" : "shown with caution", f->layer);
    if (f->as_of) say(h, ", as of %d", f->as_of);
    if (f->review_by) say(h, ", review by %d", f->review_by);
    const char *sep = "\n  scenes: ";
    for (int i = 0; i < t->n; i++) {
        if (!shows(t->v[i].scene, f->id)) continue;
        if (t->v[i].touches < FAR) say(h, "%s%s (%d)", sep, t->v[i].scene->id, t->v[i].touches);
        else say(h, "%s%s", sep, t->v[i].scene->id);
        sep = ", ";
    }
    say(h, "\n");
}

static bool read_all(struct setup *s, struct tour *t) {
    int n = 0;
    const char **ids = setup_scenes(s, &n);
    t->v = arena_array(&s->arena, struct place, n + 1);
    for (int i = 0; t->v && ids && i < n && i < PLACES_MAX; i++) {
        struct scene *scene = scene_load(&s->deps, ids[i], &s->diag);
        if (scene) t->v[t->n++] = (struct place){scene, FAR};
    }
    return t->v && t->n == n;
}

int command_facts(const struct host *h, int argc, char **argv) {
    struct opts o = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL), missing = 0;
    if (rc >= 0) return rc;
    struct setup s;
    struct tour t = {0};
    bool good = setup_open(&s, h, o.pack, NULL) && s.english && read_all(&s, &t);
    if (good && o.locale && !str_eq(o.locale, "en") && !setup_catalog(&s, o.locale)) {
        complain(h, "facts: the journey has no language '%s'", o.locale);
        good = false;
    }
    if (s.diag.errors) say_diag(h, true, &s.diag);
    if (good) walk(&t, &s.journey);
    for (int i = 0; good && i < s.facts.by_id.count; i++) {
        const struct fact *f = s.facts.by_id.entries[i].value;
        if (o.unshown && (!for_everyone(f) || shown_near(&t, f))) continue;
        missing++;
        print_fact(h, &s, &t, f, o.locale ? o.locale : "en");
    }
    for (int i = 0; i < t.n; i++) scene_free(t.v[i].scene);
    setup_close(&s);
    return !good || (o.unshown && missing) ? EXIT_FAULT : EXIT_OK;
}
