/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.c - the JSON schema of a scene file, from the same tables that read it. */
#include <command/command.h>
#include <content/schema.h>

static const struct option_row ROWS[] = {{0}};
static const struct usage USAGE = {"schema > scene.schema.json",
                                   "Prints the JSON schema (draft-07) of a scene file. Editors use it for help while typing.", ROWS};

int command_schema(const struct host *h, int argc, char **argv) {
    int rc = options_read(h, &USAGE, argc, argv, NULL, NULL);
    if (rc >= 0) return rc;
    enum { KINDS = 64 };
    struct schema_kind kinds[KINDS + 1] = {{0}};
    for (int i = 0; ELEMENT_KINDS[i] && i < KINDS; i++)
        kinds[i] = (struct schema_kind){ELEMENT_KINDS[i]->name, ELEMENT_KINDS[i]->help, ELEMENT_KINDS[i]->fields};
    struct arena a;
    arena_init(&a, 16 << 20);
    struct sbuf out = {.arena = &a};
    schema_scene(&out, SCENE_FIELDS, NODE_FIELDS, kinds);
    bool good = !a.failed && out.p;
    if (good) h->print(h->ctx, false, out.p);
    else complain(h, "schema: no memory");
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}
