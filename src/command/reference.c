/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference.c - the author's reference: every file, element, action, template and style, from the tables that read them; examples
 * and pictures from the scenes of the pack. */
#include <command/command.h>
#include <command/reference.h>
#include <content/site.h>
#include <content/reference.h>
#include <scene/layout.h>
#include <stddef.h>
#include <string.h>
#include <text/style.h>

struct opts { const char *pack, *out; };
static const struct option_row ROWS[] = {
    {"output", 'o', OPTION_STR, offsetof(struct opts, out), "DIR", "writes README.md and a picture of each kind there"},
    {"pack", 'p', OPTION_STR, offsetof(struct opts, pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"reference [-o DIR] [--pack DIR]",
                                   "The author's reference: every element, action, template, style and file, with all keys.", ROWS};

/* ---- what everybody must find an answer in: a kind or key without words, a kind without a picture */
static const struct moment *moment_of(const struct moments *m, const struct element_kind *k) {
    for (int i = 0; i < m->n; i++)
        if (m->v[i].kind == k) return &m->v[i];
    return NULL;
}

static bool whole(const struct host *h, struct arena *a, const struct moments *m) {
    bool good = true;
    for (int i = 0; ELEMENT_KINDS[i]; i++) {
        const struct element_kind *k = ELEMENT_KINDS[i];
        const char *key = reference_unexplained(a, k->fields);
        if (!k->help || !*k->help) complain(h, "reference: kind '%s' has no sentence (add its 'help')", k->name);
        if (key) complain(h, "reference: key '%s' of kind '%s' has no sentence (add its 'help')", key, k->name);
        if (m->n && !moment_of(m, k))
            complain(h, "reference: kind '%s' is shown by no row of " REFERENCE_DIR "/pictures.yaml (add a scene and an element)", k->name);
        good = good && k->help && *k->help && !key && (!m->n || moment_of(m, k));
    }
    return good;
}

/* ---- parts */
static void elements(struct sbuf *b, const struct moments *m) {
    sbuf_puts(b, "## Elements\n\n| kind | |\n| --- | --- |\n");
    for (int i = 0; ELEMENT_KINDS[i]; i++) sbuf_printf(b, "| [`%s`](#%s) | %s |\n", ELEMENT_KINDS[i]->name, ELEMENT_KINDS[i]->name,
                                                         fields_sentence(b->arena, ELEMENT_KINDS[i]->help));
    sbuf_puts(b, "\n### Keys of every element\n\nAn element needs one place: `slot`, `at` or `bleed: true`; in a group the group places it.\n\n");
    reference_keys(b, NODE_FIELDS);
    for (int i = 0; ELEMENT_KINDS[i]; i++) {
        const struct element_kind *k = ELEMENT_KINDS[i];
        const struct moment *at = moment_of(m, k);
        sbuf_printf(b, "### %s\n\n%s\n\n", k->name, fields_sentence(b->arena, k->help));
        if (at) sbuf_printf(b, "![%s](%s.png)\n\n```yaml\n# scenes/%s.yaml\n%s```\n\n", k->name, k->name, at->scene, at->example);
        reference_keys(b, k->fields);
    }
}

static void templates(struct sbuf *b) {
    sbuf_puts(b, "## Templates\n\nEach sets out its slots lying and upright, for larger letters, for low reach and from the right.\n\n");
    for (const struct layout_template *t = LAYOUT_TEMPLATES; t->name; t++) {
        sbuf_printf(b, "### Template %s\n\n%s\n\n| slot | |\n| --- | --- |\n", t->name, t->help);
        for (const struct layout_slot *s = t->slots; s->name; s++) sbuf_printf(b, "| `%s` | %s |\n", s->name, s->help);
        sbuf_putc(b, '\n');
    }
}

static void styles(struct sbuf *b) {
    sbuf_puts(b, "## Styles\n\nSizes in units of the 1920x1080 screen; some grow with the visitor's size of letters.\n\n| style | size | at 200 % |\n| --- | --- | --- |\n");
    for (int i = 0; i < STYLE_COUNT; i++) {
        float size = style_size((enum style_token)i);
        sbuf_printf(b, "| `%s` | %g | %g |\n", STYLE_NAMES[i], size, size * style_growth((enum style_token)i, 2));
    }
    sbuf_puts(b, "\n## Colours\n\nA name, or `\"#RRGGBB\"`, `\"#RRGGBBAA\"` in quotes.\n\n| name | |\n| --- | --- |\n");
    for (int i = 0; COLOR_TOKENS[i]; i++) {
        rgba c = 0;
        color_parse(COLOR_TOKENS[i], &c);
        sbuf_printf(b, "| `%s` | `#%06X%s` |\n", COLOR_TOKENS[i], (unsigned)(c >> 8), (c & 0xFF) == 0xFF ? "" : "00");
    }
    sbuf_putc(b, '\n');
}

static void file(struct sbuf *b, const char *name, const char *words, const struct field *table) {
    sbuf_printf(b, "### %s\n\n%s\n\n", name, words);
    reference_keys(b, table);
}

static void write_words(struct sbuf *b, const struct moments *m) {
    sbuf_puts(b, "# The author's reference\n\nWritten by the program itself (`leopard-kiosk reference`), never by hand.\n"
                 "A **bold** key must be written; *else* is what holds when it is not. The guide that explains by example: [scenes/README.md](../README.md).\n\n"
                 "[Elements](#elements) · [Actions](#actions) · [Templates](#templates) · [Styles](#styles) · [Colours](#colours) · [Files](#files)\n\n");
    elements(b, m);
    sbuf_puts(b, "## Actions\n\nIn `press` and wherever a list of actions is asked for: `press: [{set: {step: 2}}, {play: hop}]`.\n\n");
    reference_actions(b);
    templates(b);
    styles(b);
    sbuf_puts(b, "## Files\n\n");
    file(b, "A scene", "`scenes/NAME.yaml`.", SCENE_FIELDS);
    file(b, "journey.yaml", "Which scenes there are, in which order, in which languages.", JOURNEY_FIELDS);
    file(b, "facts.yaml", "The only place where a number stands. `null` is as good as nothing.", FACTS_FIELDS);
    file(b, "partners.yaml", "Who may ask for help. `null` is as good as nothing.", PARTNERS_FIELDS);
    file(b, "site.yaml", "What a place says of its own machine, outside of the pack: [packaging/site.yaml](../../packaging/site.yaml).", SITE_FIELDS);
    while (b->len > 1 && b->p[b->len - 1] == '\n' && b->p[b->len - 2] == '\n') b->p[--b->len] = 0;
}

static bool write_all(const struct host *h, struct arena *a, const char *pack, const char *dir, const struct sbuf *b, const struct moments *m) {
    bool good = h->make_folder(h->ctx, dir) && h->write(h->ctx, arena_printf(a, "%s/README.md", dir), b->p, b->len);
    if (!good) complain(h, "reference: '%s' cannot be written", dir);
    for (int i = 0; i < m->n; i++) good = moment_picture(h, pack, &m->v[i], dir) && good;
    return good;
}

int command_reference(const struct host *h, int argc, char **argv) {
    struct opts o = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL);
    if (rc >= 0) return rc;
    struct arena a;
    struct diag d;
    struct moments m;
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    const char *pack = o.pack ? o.pack : setup_home(h, &a);
    bool good = pack && moments_read(h, pack, &a, &m, &d) && whole(h, &a, &m);
    if (!pack) complain(h, "reference: no pack found (name its folder with --pack)");
    if (d.errors) say_diag(h, true, &d);
    struct sbuf b = {.arena = &a};
    if (good) write_words(&b, &m);
    if (good && !o.out && b.p) h->print(h->ctx, false, b.p);
    if (good && o.out) good = b.p && write_all(h, &a, pack, o.out, &b, &m);
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}
