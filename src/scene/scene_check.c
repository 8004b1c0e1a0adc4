/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scene_check.c - what a scene says of the rest of the pack, and its texts in every language. */
#include <scene/layout.h>
#include <scene/scene.h>
#include <string.h>

struct check {
    const struct scene *s;
    const struct scene_deps *deps;
    const struct catalog *const *catalogs; int ncatalogs;
    struct diag *d;
    struct arena *a;               /* names for hints, results of the message checker */
    const char *const *known;      /* arguments of texts; NULL = not known */
    bool fit;                      /* the English can be printed */
    const char *const *vars;
};

static void unknown(struct diag *d, struct pos at, const char *what, const char *name, const char *near, const char *else_do) {
    if (near) diag_error(d, at, "no %s '%s' (did you mean '%s'?)", what, name, near);
    else diag_error(d, at, "no %s '%s' (%s)", what, name, else_do);
}

/* ---- lists of names */
static const char *const *scene_names(struct arena *a, const struct port_files *f) {
    int n = 0, kept = 0;
    const char **names = f->list(f->ctx, "scenes", ".yaml", a, &n);
    const char **out = arena_array(a, const char *, n + 1);
    for (int i = 0; out && i < n; i++)
        if (!scene_file_taken(names[i]))
            out[kept++] = arena_strn(a, names[i], strlen(names[i]) - strlen(".yaml"));
    return out;
}

static const char *const *arg_names(struct check *c) {
    const struct scene *s = c->s;
    const char **out = arena_array(c->a, const char *, s->nargs + 1);
    for (int i = 0; out && i < s->nargs; i++) out[i] = s->args[i].name;
    return out;
}

/* Its own variables, the journey's, and those that every scene has. */
static const char *const *var_names(struct check *c) {
    const struct scene *s = c->s;
    const struct scene_var *v = s->top.variables.items;
    const char **out = arena_array(c->a, const char *, s->top.variables.n + s->nargs + 1);
    int n = 0;
    for (int i = 0; out && i < s->top.variables.n; i++) out[n++] = v[i].name;
    for (int i = s->nown; out && i < s->nargs; i++) out[n++] = s->args[i].name;
    return out;
}

static bool among(const char *const *names, const char *name) {
    for (int i = 0; names && names[i]; i++)
        if (!strcmp(names[i], name)) return true;
    return false;
}

static const char *near_fact(struct check *c, const char *address) {
    const char *dot = strchr(address, '.');
    const char *id = dot ? arena_strn(c->a, address, (size_t)(dot - address)) : address;
    return id ? map_nearest(&c->deps->facts->by_id, id, c->a) : NULL;
}

/* ---- references */
void scene_exists(struct arena *a, const struct port_files *f, const char *id, struct pos at, struct diag *d) {
    const char *path = arena_printf(a, "scenes/%s.yaml", id);
    bool own = path && scene_file_taken(path + strlen("scenes/"));
    if (!path || (!own && f->exists(f->ctx, path))) return;
    const char *const *names = scene_names(a, f);
    unknown(d, at, "scene", id, names ? str_nearest(id, names) : NULL, arena_printf(a, "write scenes/%s.yaml first", own ? "NAME" : id));
}

static void check_fact(struct check *c, const struct scene_ref *r) {
    const struct fact_value *value = NULL;
    const struct fact *f = c->deps->facts ? fact_find(c->deps->facts, r->value, &value) : NULL;
    if (f) return;
    c->fit = false;
    if (fact_lost(c->deps->facts, r->value)) return;
    const char *near = c->deps->facts ? near_fact(c, r->value) : NULL, *dot = strchr(r->value, '.');
    bool key = near && dot && strlen(near) == (size_t)(dot - r->value) && !strncmp(near, r->value, strlen(near));
    if (key) diag_error(c->d, r->pos, "fact '%s' has no value '%s' (see scenes/facts.yaml)", near, dot + 1);
    else unknown(c->d, r->pos, "fact", r->value, near, "add it to scenes/facts.yaml");
}

static void check_language(struct check *c, const struct scene_ref *r) {
    const struct journey *j = c->deps->journey;
    for (int i = 0; j && i < j->languages.n; i++)
        if (!strcmp(j->languages.v[i], r->value)) return;
    if (j && j->languages.n) unknown(c->d, r->pos, "language", r->value, NULL, "add it to 'languages' in scenes/journey.yaml");
}

static bool plays(const struct node_common *c, const char *name) {
    const struct track *t = c->tracks.items;
    for (int i = 0; i < c->tracks.n; i++)
        if (!strncmp(t[i].driver, "play:", 5) && !strcmp(t[i].driver + 5, name)) return true;
    return false;
}

static void check_timeline(struct check *c, const struct scene_ref *r) {
    if (c->s->lost & LOST_TRACKS) return;
    for (int i = 0; i < c->s->nall; i++)
        if (plays(&c->s->all[i]->common[0], r->value) || plays(&c->s->all[i]->common[1], r->value)) return;
    unknown(c->d, r->pos, "timeline", r->value, NULL, "give a track the driver 'play:NAME'");
}

static void check_ref(struct check *c, const struct scene_ref *r) {
    switch (r->type) {
    case FIELD_SCENE: scene_exists(c->a, c->deps->files, r->value, r->pos, c->d); return;
    case FIELD_FACT: check_fact(c, r); return;
    case FIELD_STR: check_language(c, r); return;
    case FIELD_ID: check_timeline(c, r); return;
    case FIELD_VAR:
        if (c->known && !among(c->vars, r->value))
            unknown(c->d, r->pos, "variable", r->value, c->vars ? str_nearest(r->value, c->vars) : NULL, "add it to 'variables'");
        return;
    default: return;   /* assets were probed while loading; texts come later */
    }
}

/* ---- texts */
static const char *const *known_for(struct check *c, const struct element_kind *k) {
    if (!k || !k->args || !c->known) return c->known;
    int n = 0, m = 0;
    while (c->known[n]) n++;
    while (k->args[m]) m++;
    const char **out = arena_array(c->a, const char *, n + m + 1);
    for (int i = 0; out && i < n; i++) out[i] = c->known[i];
    for (int i = 0; out && i < m; i++) out[n + i] = k->args[i];
    return out ? out : c->known;
}

/* Why a catalogue has nothing to say: the entry is there but fuzzy or empty, or it is not there at all. */
static void no_translation(struct arena *a, const struct text_ref *t, const char *msg, const struct catalog *cat, struct diag *d) {
    const char *ctxt = t->ctxt ? t->ctxt : "", *name = strpbrk(ctxt, "./") ? ctxt : arena_printf(a, "%s: %s", ctxt, msg);
    const char *path = locale_path(a, cat->lang);
    if (!name || !path) return;
    for (int i = 0; i < cat->n; i++) {
        const struct catalog_entry *e = &cat->all[i];
        if (!str_eq(e->ctxt, t->ctxt) || !str_eq(e->id, msg)) continue;
        if (e->fuzzy) diag_lack(d, e->pos, cat->lang, "translation of '%s' is marked as fuzzy (check it, then delete '#, fuzzy')", name);
        else diag_lack(d, e->str_pos, cat->lang, "translation of '%s' is empty (write it)", name);
        return;
    }
    if (cat->whole) diag_lack(d, t->pos, cat->lang, "text '%s' has no translation in '%s' (add it to %s)", name, cat->lang, path);
}

static void check_translation(struct arena *a, const struct text_ref *t, const char *msg, const struct facts *facts,
                              const char *const *known, const struct catalog *cat, struct diag *d) {
    const struct catalog_entry *e = NULL;
    const char *text = catalog_get(cat, t->ctxt, msg);
    if (!text) {
        no_translation(a, t, msg, cat, d);
        return;
    }
    const char *key = t->ctxt ? arena_printf(a, "%s\x04%s", t->ctxt, msg) : msg;
    if (key) e = map_get(&cat->by_key, key);
    if (known) message_check(a, text, msg, cat->lang, facts, known, e ? e->written : (struct written){t->pos, NULL}, d);
}

bool text_check(struct arena *a, const struct text_ref *t, const struct facts *facts, const char *const *known,
                const struct catalog *const *catalogs, int ncatalogs, struct diag *d) {
    const char *levels[2] = {t->easy, t->more};
    bool good = true;
    for (int k = 0; k < 2; k++) {
        if (!levels[k]) continue;
        struct text_ref one = *t;
        if (k) one.pos = t->more_pos;
        bool fine = !known || message_check(a, levels[k], NULL, "en", facts, known, (struct written){one.pos, k ? t->more_src : t->src}, d);
        good &= fine;
        for (int i = 0; fine && i < ncatalogs; i++)
            if (strcmp(catalogs[i]->lang, "en") != 0) check_translation(a, &one, levels[k], facts, known, catalogs[i], d);
    }
    return good;
}

static void check_text(struct check *c, const struct scene_ref *r) {
    c->fit &= text_check(c->a, &r->text, c->deps->facts, known_for(c, r->kind), c->catalogs, c->ncatalogs, c->d);
}

/* ---- facts that are shown must be listed */
static bool listed(const struct strs *facts, const char *id, size_t n) {
    for (int i = 0; i < facts->n; i++)
        if (!strncmp(facts->v[i], id, n) && (facts->v[i][n] == 0 || facts->v[i][n] == '.')) return true;
    return false;
}

/* The id that an argument beginning at p names, or NULL when it is no fact's. */
static const char *fact_id_at(struct check *c, const char *p) {
    size_t n = strcspn(p, ".,} {");
    char *id = n && n < 128 ? arena_strn(c->a, p, n) : NULL;
    return id && c->deps->facts && !(c->known && among(c->known, id)) ? id : NULL;
}

static void check_listed(struct check *c, const struct scene_ref *r, const char *text, struct map *told) {
    for (const char *p = text ? strchr(text, '{') : NULL; p; p = strchr(p + 1, '{')) {
        const char *id = fact_id_at(c, p + 1);
        const struct fact *f = id ? map_get(&c->deps->facts->by_id, id) : NULL;
        if (id && !f && fact_lost(c->deps->facts, id)) c->fit = false;      /* nobody should see its name in braces */
        if (!f || c->s->lost & LOST_FACTS || listed(&c->s->top.facts, f->id, strlen(f->id)) || map_has(told, f->id)) continue;
        map_put(told, f->id, (void *)f);
        diag_warn(c->d, r->pos, "text shows the fact '%s', which 'facts' does not list (add it there)", f->id);
    }
}

/* ---- what the register says of a fact, and the words that qualify its figures, are texts too */
static void check_qualifiers(struct check *c, const struct fact *f) {
    static const char *const known[] = {"value", NULL};
    for (int i = 0; i < f->nvalues; i++)
        for (int k = 0; k < f->values[i].qualifiers.n; k++) {
            const struct qualifier *q = QUALIFIERS;
            while (q->word && !str_eq(q->word, f->values[i].qualifiers.v[k])) q++;
            struct text_ref t = {.easy = q->pattern, .ctxt = "qualifier", .pos = f->pos};
            if (q->word) text_check(c->a, &t, c->deps->facts, known, c->catalogs, c->ncatalogs, c->d);
        }
}

static void check_says(struct check *c, const struct scene_ref *r, struct map *said) {
    const struct fact *f = c->deps->facts ? fact_find(c->deps->facts, r->value, NULL) : NULL;
    if (!f || map_has(said, f->id) || !map_put(said, f->id, (void *)f)) return;
    check_qualifiers(c, f);
    struct text_ref t = {.easy = f->say, .ctxt = arena_printf(c->a, "fact/%s", f->id), .pos = f->pos};
    static const char *const facts_alone[] = {NULL};
    if (t.easy && t.ctxt) text_check(c->a, &t, c->deps->facts, facts_alone, c->catalogs, c->ncatalogs, c->d);
}

/* ---- slots and numbers */
static void check_slot(struct check *c, const struct node *n, int variant) {
    const struct layout_template *t = &LAYOUT_TEMPLATES[c->s->top.template];
    const char *slot = n->common[variant].slot, *names[16] = {NULL};
    if (c->s->lost & LOST_SLOTS || !slot || layout_has_slot(t, slot) || (variant && str_eq(slot, n->common[0].slot))) return;
    struct sbuf all = {.arena = c->a};
    for (int i = 0; i < 15 && t->slots[i].name; i++) {
        names[i] = t->slots[i].name;
        sbuf_printf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    const char *near = str_nearest(slot, names);
    const struct yval *turned = variant ? yaml_get(n->common[0].portrait, "slot") : NULL;
    struct pos at = turned ? turned->pos : node_at(n, "slot");
    if (near) diag_error(c->d, at, "template '%s' has no slot '%s' for element '%s' (did you mean '%s'?)", t->name, slot, n->common[0].id, near);
    else diag_error(c->d, at, "template '%s' has no slot '%s' for element '%s' (it has %s)", t->name, slot, n->common[0].id, all.p);
}

static void check_hidden(struct check *c) {
    for (int i = 0; c->deps->facts && i < c->s->nown; i++)
        if (map_has(&c->deps->facts->by_id, c->s->args[i].name))
            diag_error(c->d, c->s->arg_pos[i], "'%s' is a fact and a number or variable of the scene (rename the latter)",
                       c->s->args[i].name);
}

/* Where a name is declared may itself have a fault. */
static bool names_known(const struct scene *s, const struct journey *j) {
    return !(s->lost & LOST_NAMES) && !(j && j->part && j->variables.n == 0);
}

bool scene_check(const struct scene *s, const struct scene_deps *deps, const struct catalog *const *catalogs, int ncatalogs,
                 struct diag *d, bool *fit) {
    struct arena a;
    struct map told, said;
    int errors = d->errors;
    struct diag_item *before = d->last;
    arena_init(&a, 64 << 20);
    map_init(&told, &a);
    map_init(&said, &a);
    struct check c = {.s = s, .deps = deps, .catalogs = catalogs, .ncatalogs = ncatalogs, .d = d, .a = &a, .fit = true};
    if (names_known(s, deps->journey)) c.known = arg_names(&c);
    c.vars = var_names(&c);
    for (int i = 0; i < s->nrefs; i++) {
        const struct scene_ref *r = &s->refs[i];
        if (r->type != FIELD_TEXT) {
            check_ref(&c, r);
            if (r->type == FIELD_FACT) check_says(&c, r, &said);
            continue;
        }
        check_text(&c, r);
        check_listed(&c, r, r->text.easy, &told);
        check_listed(&c, r, r->text.more, &told);
    }
    for (int i = 0; i < s->nall; i++) {
        check_slot(&c, s->all[i], 0);
        check_slot(&c, s->all[i], 1);
    }
    check_hidden(&c);
    scene_check_calls(s, deps, catalogs, ncatalogs, &a, d);
    if (a.failed) diag_error(d, (struct pos){s->path, 0, 0}, "no memory left to check scene '%s' (make it smaller)", s->id);
    for (struct diag_item *it = before ? before->next : d->first; it; it = it->next)
        if (it->file) it->file = arena_str(d->arena, it->file);
    arena_free(&a);
    if (fit) *fit = c.fit;
    return d->errors == errors;
}
