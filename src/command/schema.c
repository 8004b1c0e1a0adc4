/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.c - the JSON schemas of a pack's files, from the same tables that read them. */
#include <command/command.h>
#include <command/schema.h>
#include <content/partners.h>
#include <content/schema.h>
#include <stddef.h>

enum { KINDS = 96 };
static const struct { const char *name; struct schema_file file; } FILES[] = {
    {"scene", {.title = "Scene of leopard-kiosk", .top = SCENE_FIELDS, .common = NODE_FIELDS}},
    {"journey", {.title = "Journey of leopard-kiosk", .top = JOURNEY_FIELDS}},
    {"facts", {.title = "Fact register of leopard-kiosk", .top = FACTS_FIELDS, .nulls = true}},
    {"partners", {.title = "Partners of leopard-kiosk", .top = PARTNERS_FIELDS, .nulls = true}}};
enum { NFILES = sizeof FILES / sizeof *FILES };

struct opts { const char *pack; bool write; };
static const struct option_row ROWS[] = {
    {"write", 'w', OPTION_FLAG, offsetof(struct opts, write), NULL, "all four into scenes/schema/ of the pack, where its files name them"},
    {"pack", 'p', OPTION_STR, offsetof(struct opts, pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"schema [scene|journey|facts|partners] | schema --write [--pack DIR]",
                                   "JSON schemas (draft-07) of a pack's files. Editors use them for help while typing.", ROWS};

/* NULL = no memory. */
static const struct sbuf *schema_of(struct arena *a, int file) {
    struct sbuf *out = arena_new(a, struct sbuf);
    struct schema_kind *kinds = arena_array(a, struct schema_kind, KINDS + 1);
    if (!out || !kinds) return NULL;
    for (int i = 0; ELEMENT_KINDS[i] && i < KINDS; i++)
        kinds[i] = (struct schema_kind){ELEMENT_KINDS[i]->name, ELEMENT_KINDS[i]->help, ELEMENT_KINDS[i]->fields};
    struct schema_file f = FILES[file].file;
    if (f.common) f.kinds = kinds;
    out->arena = a;
    schema_write(out, &f);
    return a->failed ? NULL : out;
}

bool schemas_write(const struct host *h, struct arena *a, const char *pack) {
    const char *dir = arena_printf(a, "%s/scenes/schema", pack);
    bool good = dir && h->make_folder(h->ctx, dir);
    for (int i = 0; good && i < NFILES; i++) {
        const struct sbuf *b = schema_of(a, i);
        const char *path = arena_printf(a, "%s/%s.json", dir, FILES[i].name);
        good = b && path && h->write(h->ctx, path, b->p, b->len);
    }
    if (!good) complain(h, "schema: '%s/scenes/schema' cannot be written", pack);
    return good;
}

static int write_all(const struct host *h, const char *pack) {
    struct setup s;
    bool good = setup_open(&s, h, pack, NULL);
    if (!good) say_diag(h, true, &s.diag);
    good = good && schemas_write(h, &s.arena, s.pack);
    if (good) say(h, "written: %s/scenes/schema\n", s.pack);
    setup_close(&s);
    return good ? EXIT_OK : EXIT_FAULT;
}

static int print_one(const struct host *h, const char *name) {
    const char *names[NFILES + 1] = {NULL};
    int file = -1;
    for (int i = 0; i < NFILES; i++) {
        names[i] = FILES[i].name;
        if (str_eq(name, names[i])) file = i;
    }
    const char *near = file < 0 ? str_nearest(name, names) : NULL;
    if (file < 0) {
        complain(h, "schema: there is no '%s' (%s%s)", name, near ? "did you mean " : "scene, journey, facts or partners", near ? near : "");
        return EXIT_USAGE;
    }
    struct arena a;
    arena_init(&a, 16 << 20);
    const struct sbuf *b = schema_of(&a, file);
    if (b) h->print(h->ctx, false, b->p);
    else complain(h, "schema: no memory");
    arena_free(&a);
    return b ? EXIT_OK : EXIT_FAULT;
}

int command_schema(const struct host *h, int argc, char **argv) {
    struct opts o = {0};
    struct many words = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, &words);
    if (rc >= 0) return rc;
    if (o.write && words.n == 0) return write_all(h, o.pack);
    if (o.write || o.pack || words.n > 1) {
        complain(h, "schema: name one file, or --write alone (usage: leopard-kiosk %s)", USAGE.line);
        return EXIT_USAGE;
    }
    return print_one(h, words.n ? words.v[0] : "scene");
}
