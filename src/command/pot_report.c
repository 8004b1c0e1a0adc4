/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/pot_report.h>
#include <command/command.h>

enum state { TRANSLATED, FUZZY, MISSING, UNUSED, TOO_LONG, STATES };
static const char *const NAMES[STATES] = {"translated", "fuzzy", "missing", "unused", "too long"};

struct report { struct setup *setup; const struct catalog *cat; const char *path; struct map by_key; bool verbose; int count[STATES]; };

static const char *key_of(struct arena *a, const char *ctxt, const char *id) {
    return ctxt ? arena_printf(a, "%s\x04%s", ctxt, id) : id;
}

/* FILE:LINE: state: where it is used and its English. at: in the catalogue, or in the scene where that has none. */
static void note(struct report *r, enum state state, const char *ctxt, const char *id, struct pos at, const char *more) {
    r->count[state]++;
    if (!r->verbose || state == TRANSLATED) return;
    if (at.file) say(r->setup->host, "%s:%d: ", at.file, at.line);
    say(r->setup->host, "%s%s%s: %s%s%s\n", NAMES[state], at.file ? "" : " in ", at.file ? "" : r->path, ctxt ? ctxt : "", ctxt ? ": " : "", id);
    if (more) say(r->setup->host, "    %s\n", more);
}

static void text(struct report *r, const struct pot_entry *p) {
    struct arena *a = &r->setup->arena;
    const char *key = key_of(a, p->ctxt, p->id);
    const struct catalog_entry *e = key ? map_get(&r->by_key, key) : NULL;
    if (!e || (!e->str[0] && !e->fuzzy)) {
        note(r, MISSING, p->ctxt, p->id, e ? e->pos : p->places ? p->places->pos : (struct pos){0}, NULL);
        return;
    }
    if (e->fuzzy) { note(r, FUZZY, p->ctxt, p->id, e->pos, NULL); return; }
    int n = pot_letters(e->str), fits = pot_fits(p->id);
    note(r, TRANSLATED, p->ctxt, p->id, e->pos, NULL);
    if (n > fits) note(r, TOO_LONG, p->ctxt, p->id, e->str_pos, arena_printf(a, "%d letters, %d fit as a rule: %s", n, fits, e->str));
}

static void language(struct setup *s, const struct pot *pot, const struct catalog *cat, bool verbose) {
    struct report r = {.setup = s, .cat = cat, .path = locale_path(&s->arena, cat->lang), .verbose = verbose};
    map_init(&r.by_key, &s->arena);
    for (int i = 0; i < cat->n; i++) {
        const char *key = key_of(&s->arena, cat->all[i].ctxt, cat->all[i].id);
        if (key) map_put(&r.by_key, key, &cat->all[i]);
    }
    for (int i = 0; i < pot->n; i++) text(&r, pot->entries[i]);
    for (int i = 0; i < cat->n; i++) {
        const char *key = key_of(&s->arena, cat->all[i].ctxt, cat->all[i].id);
        if (key && !map_get(&pot->by_key, key)) note(&r, UNUSED, cat->all[i].ctxt, cat->all[i].id, cat->all[i].pos, NULL);
    }
    say(s->host, "%-8s", cat->lang);
    for (int i = 0; i < STATES; i++) say(s->host, "%s %d %s", i ? "," : "", r.count[i], NAMES[i]);
    say(s->host, "\n");
}

bool pot_report(struct setup *s, const struct pot *pot, const char *lang, bool verbose) {
    const struct catalog *one = lang ? setup_catalog(s, lang) : NULL;
    if (lang && !one) {
        complain(s->host, "pot: the journey has no language '%s' besides English", lang);
        return false;
    }
    for (int i = 0; i < s->ncatalogs; i++)
        if (!one || one == &s->catalogs[i]) language(s, pot, &s->catalogs[i], verbose);
    return true;
}
