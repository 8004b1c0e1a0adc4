/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pot.c - the template for translators: every text of the pack, once. */
#include <command/command.h>
#include <content/pot.h>
#include <stddef.h>

struct opts { const char *pack, *out; };
static const struct option_row ROWS[] = {
    {"output", 'o', OPTION_STR, offsetof(struct opts, out), "FILE", "where it goes (default: standard output)"},
    {"pack", 'p', OPTION_STR, offsetof(struct opts, pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"pot [-o messages.pot] [--pack DIR]",
                                   "Prints the template for translators (gettext PO): every text of the pack.", ROWS};

enum { SCENES_MAX = 1000 };

static void journey_text(void *ctx, enum field_type type, const char *value, const struct text_ref *text, struct pos at) {
    (void)value; (void)at;
    if (type == FIELD_TEXT && text) pot_text(ctx, text, "of the whole journey");
}

static void scene_texts(struct pot *pot, const struct scene *s) {
    for (int i = 0; i < s->nrefs; i++) {
        const struct scene_ref *r = &s->refs[i];
        if (r->type != FIELD_TEXT) continue;
        pot_text(pot, &r->text, r->kind ? arena_printf(pot->arena, "in a %s", r->kind->name) : NULL);
    }
}

/* The texts stay in their scenes, so these are kept until all is written. */
static bool collect(struct setup *s, struct pot *pot, struct scene **scenes, int *nscenes) {
    int n = 0;
    bool good = true;
    const char **ids = setup_scenes(s, &n);
    for (int i = 0; ids && i < n && *nscenes < SCENES_MAX; i++) {
        struct scene *scene = scene_load(&s->deps, ids[i], &s->diag);
        if (!scene) { good = false; continue; }
        scene_texts(pot, scene);
        scenes[(*nscenes)++] = scene;
    }
    pot_facts(pot, &s->facts);
    pot_qualifiers(pot);
    return good;
}

static bool put(const struct host *h, const char *path, const struct sbuf *b) {
    if (!b->p || b->arena->failed) { complain(h, "pot: no memory"); return false; }
    if (!path) { h->print(h->ctx, false, b->p); return true; }
    if (h->write(h->ctx, path, b->p, b->len)) return true;
    complain(h, "pot: '%s' cannot be written", path);
    return false;
}

int command_pot(const struct host *h, int argc, char **argv) {
    struct opts o = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL);
    if (rc >= 0) return rc;
    struct arena a;
    struct pot pot;
    struct setup s;
    arena_init(&a, 64 << 20);
    pot_init(&pot, &a);
    struct field_refs told = {&pot, journey_text};
    struct scene **scenes = arena_array(&a, struct scene *, SCENES_MAX);
    int n = 0;
    bool good = setup_open(&s, h, o.pack, &told) && scenes && collect(&s, &pot, scenes, &n) && s.english;    /* a language may be new */
    if (s.diag.errors) say_diag(h, true, &s.diag);
    struct sbuf out = {.arena = &a};
    const char *project = arena_printf(&a, "leopard-kiosk %s", h->version);
    if (good) pot_write(&pot, &out, project);
    good = good && put(h, o.out, &out);
    for (int i = 0; i < n; i++) scene_free(scenes[i]);
    setup_close(&s);
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}
