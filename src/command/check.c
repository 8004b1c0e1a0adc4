/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.c - everything that the kiosk would load, loaded; every fault with its place. */
#include <command/command.h>
#include <stddef.h>
#include <string.h>

struct opts { const char *pack; bool quiet; };
static const struct option_row ROWS[] = {
    {"pack", 'p', OPTION_STR, offsetof(struct opts, pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct opts, quiet), NULL, "faults only, no summary"},
    {0}};
static const struct usage USAGE = {"check [--pack DIR]", "Checks a pack: scenes, texts, numbers, pictures, translations.", ROWS};

/* The sentences of the register and the words that qualify its figures are texts as well. Those that a scene shows must be
 * translated. */
static void check_qualifiers(struct setup *s, const struct fact *f, struct map *told, struct diag *d) {
    static const char *const known[] = {"value", NULL};
    for (int i = 0; i < f->nvalues; i++)
        for (int k = 0; k < f->values[i].qualifiers.n; k++) {
            const char *word = f->values[i].qualifiers.v[k];
            const struct qualifier *q = QUALIFIERS;
            while (q->word && !str_eq(q->word, word)) q++;
            struct text_ref t = {.easy = q->pattern, .ctxt = "qualifier", .pos = f->pos};
            if (!q->word || map_has(told, word) || !map_put(told, word, (void *)word)) continue;
            text_check(&s->arena, &t, &s->facts, known, s->languages, s->ncatalogs, d);
        }
}

static void check_says(struct setup *s, const struct map *used, struct diag *d) {
    struct map told;
    map_init(&told, &s->arena);
    for (int i = 0; i < used->count; i++) {
        const struct fact *f = used->entries[i].value;
        const char *ctxt = f && f->say ? arena_printf(&s->arena, "fact/%s", f->id) : NULL;
        struct text_ref t = {.easy = f ? f->say : NULL, .ctxt = ctxt};
        if (f) t.pos = f->pos;
        if (f) check_qualifiers(s, f, &told, d);
        if (ctxt) text_check(&s->arena, &t, &s->facts, NULL, s->languages, s->ncatalogs, d);
    }
}

static void note_facts(struct setup *s, const struct scene *scene, struct map *used) {
    for (int i = 0; i < scene->nrefs; i++) {
        const struct scene_ref *r = &scene->refs[i];
        if (r->type != FIELD_FACT && r->type != FIELD_FACTS) continue;
        const struct fact_value *value;
        const struct fact *f = r->value ? fact_find(&s->facts, r->value, &value) : NULL;
        if (f) map_put(used, f->id, (void *)f);
    }
}

static void check_scene(struct setup *s, const char *id, struct map *used, struct diag *d) {
    struct scene *scene = scene_read(&s->deps, id, d);
    if (!scene) return;
    scene_check(scene, &s->deps, s->languages, s->ncatalogs, d, NULL);
    note_facts(s, scene, used);
    /* what the diag says of the scene's places points into the scene: keep the names */
    for (struct diag_item *it = d->first; it; it = it->next)
        if (it->file) it->file = arena_str(&s->arena, it->file);
    scene_free(scene);
}

static bool listed(const struct journey *j, const char *id) {
    const char *const own[] = {j->attract, j->home, j->still_there, j->language_sheet, j->sources_sheet};
    const struct chapter *c = j->chapters.items;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_eq(own[i], id)) return true;
    for (int i = 0; i < j->chapters.n; i++)
        for (int k = 0; k < c[i].scenes.n; k++)
            if (str_eq(c[i].scenes.v[k], id)) return true;
    return false;
}

/* A picture that several scenes show is reported by each of them. */
static void drop_repeats(struct diag *d) {
    for (struct diag_item *it = d->first; it; it = it->next)
        for (struct diag_item *at = it; at->next && at->next->line == it->line && str_eq(at->next->file, it->file);) {
            struct diag_item *next = at->next;
            if (next->col != it->col || next->warning != it->warning || !str_eq(next->text, it->text)) { at = next; continue; }
            at->next = next->next;
            if (d->last == next) d->last = at;
            if (next->warning) d->warnings--;
            else d->errors--;
        }
}

static void summary(const struct host *h, int scenes, int languages, const struct diag *d) {
    say(h, "%d scene%s, %d language%s: %d error%s, %d warning%s\n", scenes, scenes == 1 ? "" : "s", languages,
        languages == 1 ? "" : "s", d->errors, d->errors == 1 ? "" : "s", d->warnings, d->warnings == 1 ? "" : "s");
}

int command_check(const struct host *h, int argc, char **argv) {
    struct opts o = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL);
    if (rc >= 0) return rc;
    struct arena arena;
    arena_init(&arena, 32 << 20);
    struct setup s;
    bool opened = setup_open(&s, h, o.pack, NULL);
    int n = 0;
    const char **ids = opened ? setup_scenes(&s, &n) : NULL;
    struct map used;
    map_init(&used, &arena);
    s.deps.journey = &s.read;
    for (int i = 0; i < n; i++) {
        check_scene(&s, ids[i], &used, &s.diag);
        if (!s.read.part && !listed(&s.journey, ids[i]))
            diag_warn(&s.diag, (struct pos){arena_printf(&s.arena, "scenes/%s.yaml", ids[i]), 0, 0},
                      "no chapter shows scene '%s' (add it to scenes/journey.yaml)", ids[i]);
    }
    if (opened) check_says(&s, &used, &s.diag);
    if (opened && n == 0) diag_error(&s.diag, (struct pos){0}, "no scene in '%s/scenes'", s.pack);
    diag_sort(&s.diag);
    drop_repeats(&s.diag);
    say_diag(h, false, &s.diag);
    if (!o.quiet) summary(h, n, s.read.languages.n, &s.diag);
    bool bad = s.diag.errors > 0 || !opened;
    setup_close(&s);
    arena_free(&arena);
    return bad ? EXIT_FAULT : EXIT_OK;
}
