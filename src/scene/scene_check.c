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
    const char *const *known;      /* arguments of texts */
    const char *const *scenes;     /* ids of all scenes */
    const char *const *vars;
};

static void unknown(struct check *c, struct pos at, const char *what, const char *name, const char *near, const char *else_do) {
    if (near) diag_error(c->d, at, "no %s '%s' (did you mean '%s'?)", what, name, near);
    else diag_error(c->d, at, "no %s '%s' (%s)", what, name, else_do);
}

/* ---- lists of names */
static const char *const *scene_names(struct check *c) {
    int n = 0;
    const struct port_files *f = c->deps->files;
    const char **names = f->list(f->ctx, "scenes", ".yaml", c->a, &n);
    const char **out = arena_array(c->a, const char *, n + 1);
    for (int i = 0; out && i < n; i++) out[i] = arena_strn(c->a, names[i], strlen(names[i]) - strlen(".yaml"));
    return out;
}

static const char *const *arg_names(struct check *c, bool numbers_too) {
    const struct scene *s = c->s;
    const char **out = arena_array(c->a, const char *, s->nargs + 1);
    int n = 0;
    for (int i = numbers_too ? 0 : s->top.numbers.n; out && i < s->nargs; i++) out[n++] = s->args[i].name;
    return out;
}

static bool among(const char *const *names, const char *name) {
    for (int i = 0; names && names[i]; i++)
        if (!strcmp(names[i], name)) return true;
    return false;
}

static const char *near_fact(struct check *c, const char *address) {
    const struct map *m = &c->deps->facts->by_id;
    const char **names = arena_array(c->a, const char *, m->count + 1);
    const char *dot = strchr(address, '.');
    const char *id = dot ? arena_strn(c->a, address, (size_t)(dot - address)) : address;
    for (int i = 0; names && i < m->count; i++) names[i] = m->entries[i].key;
    return names && id ? str_nearest(id, names) : NULL;
}

/* ---- references */
static void check_scene_ref(struct check *c, const struct scene_ref *r) {
    const struct port_files *f = c->deps->files;
    const char *path = arena_printf(c->a, "scenes/%s.yaml", r->value);
    if (path && f->exists(f->ctx, path)) return;
    unknown(c, r->pos, "scene", r->value, c->scenes ? str_nearest(r->value, c->scenes) : NULL, "write scenes/NAME.yaml first");
}

static void check_fact(struct check *c, const struct scene_ref *r) {
    const struct fact_value *value = NULL;
    const struct fact *f = c->deps->facts ? fact_find(c->deps->facts, r->value, &value) : NULL;
    if (f) return;
    const char *near = c->deps->facts ? near_fact(c, r->value) : NULL, *dot = strchr(r->value, '.');
    bool key = near && dot && strlen(near) == (size_t)(dot - r->value) && !strncmp(near, r->value, strlen(near));
    if (key) diag_error(c->d, r->pos, "fact '%s' has no value '%s' (see scenes/facts.yaml)", near, dot + 1);
    else unknown(c, r->pos, "fact", r->value, near, "add it to scenes/facts.yaml");
}

static void check_language(struct check *c, const struct scene_ref *r) {
    const struct journey *j = c->deps->journey;
    for (int i = 0; j && i < j->languages.n; i++)
        if (!strcmp(j->languages.v[i], r->value)) return;
    if (j) unknown(c, r->pos, "language", r->value, NULL, "add it to 'languages' in scenes/journey.yaml");
}

static bool plays(const struct node_common *c, const char *name) {
    const struct track *t = c->tracks.items;
    for (int i = 0; i < c->tracks.n; i++)
        if (!strncmp(t[i].driver, "play:", 5) && !strcmp(t[i].driver + 5, name)) return true;
    return false;
}

static void check_timeline(struct check *c, const struct scene_ref *r) {
    for (int i = 0; i < c->s->nall; i++)
        if (plays(&c->s->all[i]->common[0], r->value) || plays(&c->s->all[i]->common[1], r->value)) return;
    unknown(c, r->pos, "timeline", r->value, NULL, "give a track the driver 'play:NAME'");
}

static void check_ref(struct check *c, const struct scene_ref *r) {
    switch (r->type) {
    case FIELD_SCENE: check_scene_ref(c, r); return;
    case FIELD_FACT: check_fact(c, r); return;
    case FIELD_STR: check_language(c, r); return;
    case FIELD_ID: check_timeline(c, r); return;
    case FIELD_VAR:
        if (!among(c->vars, r->value))
            unknown(c, r->pos, "variable", r->value, c->vars ? str_nearest(r->value, c->vars) : NULL, "add it to 'variables'");
        return;
    default: return;   /* assets were probed while loading; texts come later */
    }
}

/* ---- texts */
static const char *const *known_for(struct check *c, const struct element_kind *k) {
    if (!k || !k->args) return c->known;
    int n = 0, m = 0;
    while (c->known[n]) n++;
    while (k->args[m]) m++;
    const char **out = arena_array(c->a, const char *, n + m + 1);
    for (int i = 0; out && i < n; i++) out[i] = c->known[i];
    for (int i = 0; out && i < m; i++) out[n + i] = k->args[i];
    return out ? out : c->known;
}

static void check_translation(struct check *c, const struct scene_ref *r, const char *msg, const struct catalog *cat,
                              const char *const *known) {
    const struct catalog_entry *e = NULL;
    const char *text = catalog_get(cat, r->text.ctxt, msg);
    if (!text) {
        const char *path = locale_path(c->a, cat->lang);
        diag_warn(c->d, r->pos, "text has no translation in '%s' (add it to %s)", cat->lang, path ? path : "its catalogue");
        return;
    }
    const char *key = arena_printf(c->a, "%s\x04%s", r->text.ctxt ? r->text.ctxt : "", msg);
    if (key) e = map_get(&cat->by_key, key);
    message_check(c->a, text, msg, cat->lang, c->deps->facts, known, e ? e->pos : r->pos, c->d);
}

static void check_text(struct check *c, const struct scene_ref *r) {
    const char *levels[2] = {r->text.easy, r->text.more};
    const char *const *known = known_for(c, r->kind);
    for (int k = 0; k < 2; k++) {
        if (!levels[k]) continue;
        if (!message_check(c->a, levels[k], NULL, "en", c->deps->facts, known, r->pos, c->d)) continue;
        for (int i = 0; i < c->ncatalogs; i++)
            if (strcmp(c->catalogs[i]->lang, "en") != 0) check_translation(c, r, levels[k], c->catalogs[i], known);
    }
}

/* ---- facts that are shown must be listed */
static bool listed(const struct strs *facts, const char *id, size_t n) {
    for (int i = 0; i < facts->n; i++)
        if (!strncmp(facts->v[i], id, n) && (facts->v[i][n] == 0 || facts->v[i][n] == '.')) return true;
    return false;
}

/* The fact that an argument beginning at p stands for, or NULL. */
static const struct fact *fact_at(struct check *c, const char *p) {
    size_t n = strcspn(p, ".,} {");
    char *id = n && n < 128 ? arena_strn(c->a, p, n) : NULL;
    return id && !among(c->known, id) && c->deps->facts ? map_get(&c->deps->facts->by_id, id) : NULL;
}

static void check_listed(struct check *c, const struct scene_ref *r, const char *text, struct map *told) {
    for (const char *p = text ? strchr(text, '{') : NULL; p; p = strchr(p + 1, '{')) {
        const struct fact *f = fact_at(c, p + 1);
        if (!f || listed(&c->s->top.facts, f->id, strlen(f->id)) || map_has(told, f->id)) continue;
        map_put(told, f->id, (void *)f);
        diag_warn(c->d, r->pos, "text shows the fact '%s', which 'facts' does not list (add it there)", f->id);
    }
}

/* ---- slots and numbers */
static void check_slot(struct check *c, const struct node *n, int variant) {
    const struct layout_template *t = &LAYOUT_TEMPLATES[c->s->top.template];
    const char *slot = n->common[variant].slot, *names[16] = {NULL};
    if (!slot || layout_has_slot(t, slot) || (variant && str_eq(slot, n->common[0].slot))) return;
    struct sbuf all = {.arena = c->a};
    for (int i = 0; i < 15 && t->slots[i].name; i++) {
        names[i] = t->slots[i].name;
        sbuf_printf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    const char *near = str_nearest(slot, names);
    if (near) diag_error(c->d, n->pos, "template '%s' has no slot '%s' for element '%s' (did you mean '%s'?)", t->name, slot, n->common[0].id, near);
    else diag_error(c->d, n->pos, "template '%s' has no slot '%s' for element '%s' (it has %s)", t->name, slot, n->common[0].id, all.p);
}

static void check_hidden(struct check *c) {
    for (int i = 0; c->deps->facts && i < c->s->nargs; i++)
        if (map_has(&c->deps->facts->by_id, c->s->args[i].name))
            diag_error(c->d, (struct pos){c->s->path, 0, 0}, "'%s' is a fact and a number or variable of the scene (rename the latter)",
                       c->s->args[i].name);
}

bool scene_check(const struct scene *s, const struct scene_deps *deps, const struct catalog *const *catalogs, int ncatalogs,
                 struct diag *d) {
    struct arena a;
    struct map told;
    int errors = d->errors;
    struct diag_item *before = d->last;
    arena_init(&a, 64 << 20);
    map_init(&told, &a);
    struct check c = {s, deps, catalogs, ncatalogs, d, &a, NULL, NULL, NULL};
    c.known = arg_names(&c, true);
    c.vars = arg_names(&c, false);
    c.scenes = scene_names(&c);
    for (int i = 0; c.known && i < s->nrefs; i++) {
        const struct scene_ref *r = &s->refs[i];
        if (r->type != FIELD_TEXT) {
            check_ref(&c, r);
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
    if (a.failed) diag_error(d, (struct pos){s->path, 0, 0}, "no memory left to check scene '%s' (make it smaller)", s->id);
    for (struct diag_item *it = before ? before->next : d->first; it; it = it->next)
        if (it->file) it->file = arena_str(d->arena, it->file);
    arena_free(&a);
    return d->errors == errors;
}
