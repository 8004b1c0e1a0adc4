/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pot.c - for translators: every text of the pack, once, as a template; or how far each language has come. */
#include <command/command.h>
#include <command/pot_report.h>
#include <stddef.h>
#include <string.h>

struct opts { const char *pack, *out, *locale; bool report, verbose; };
static const struct option_row ROWS[] = {
    {"output", 'o', OPTION_STR, offsetof(struct opts, out), "FILE", "where it goes (default: standard output)"},
    {"report", 'r', OPTION_FLAG, offsetof(struct opts, report), NULL, "no template: how much of each language is translated, fuzzy, missing, unused, too long"},
    {"locale", 'l', OPTION_STR, offsetof(struct opts, locale), "CODE", "report: this language alone, e.g. ru"},
    {"verbose", 'v', OPTION_FLAG, offsetof(struct opts, verbose), NULL, "report: a line for each text too, but for those that are good"},
    {"pack", 'p', OPTION_STR, offsetof(struct opts, pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"pot [-o messages.pot] [--pack DIR] | pot --report [--locale ru] [-v]",
                                   "Prints the template for translators (gettext PO): every text of the pack.", ROWS};

enum { SCENES_MAX = 1000 };

static void journey_text(void *ctx, enum field_type type, const char *value, const struct text_ref *text, struct pos at) {
    (void)value; (void)at;
    if (type == FIELD_TEXT && text) pot_text(ctx, text, "of the whole journey");
}

/* The element that a context like "scene/element.key" names. */
static const struct node *node_of(const struct scene *s, const char *ctxt, struct arena *a) {
    const char *id = ctxt ? strchr(ctxt, '/') : NULL, *dot = id ? strchr(id, '.') : NULL;
    return dot ? scene_node(s, arena_strn(a, id + 1, (size_t)(dot - id - 1))) : NULL;
}

/* What kind of element, and how much room it has where that is fixed. */
static const char *note_of(struct pot *pot, const struct scene *s, const struct scene_ref *r) {
    const struct node *n = node_of(s, r->text.ctxt, pot->arena);
    const struct yval *width = n ? yaml_get(n->map, "width") : NULL, *lines = n ? yaml_get(n->map, "max-lines") : NULL;
    if (!r->kind) return NULL;
    struct sbuf b = {.arena = pot->arena};
    sbuf_printf(&b, "in a %s", r->kind->name);
    if (n && n->common[0].size.x > 0) sbuf_printf(&b, ", %.0f px wide", (double)n->common[0].size.x);
    else if (width && width->kind == YAML_SCALAR && !str_eq(width->text, "0")) sbuf_printf(&b, ", %s px wide", width->text);
    if (lines && lines->kind == YAML_SCALAR && !str_eq(lines->text, "0")) sbuf_printf(&b, ", lines at most: %s", lines->text);
    return b.p;
}

static void scene_texts(struct pot *pot, const struct scene *s) {
    for (int i = 0; i < s->nrefs; i++)
        if (s->refs[i].type == FIELD_TEXT) pot_text(pot, &s->refs[i].text, note_of(pot, s, &s->refs[i]));
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
    if (good && o.report) {
        good = pot_report(&s, &pot, o.locale, o.verbose);
    } else if (good) {
        pot_write(&pot, &out, project);
        good = put(h, o.out, &out);
    }
    for (int i = 0; i < n; i++) scene_free(scenes[i]);
    setup_close(&s);
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}
