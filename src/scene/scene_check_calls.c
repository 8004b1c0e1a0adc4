/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scene_check_calls.c - calls to action in a scene: only what the profile of the site allows may be shown. */
#include <content/partners.h>
#include <scene/scene.h>
#include <string.h>

/* A text of the element itself speaks of the partner; its children answer for themselves. */
static bool tells(const struct yval *v) {
    if (v->kind == YAML_SCALAR) return v->text && strstr(v->text, "{partner-");
    for (int i = 0; i < v->n; i++)
        if (tells(v->items[i])) return true;
    for (int i = 0; i < v->np; i++)
        if (!str_eq(v->pairs[i].key, "children") && tells(v->pairs[i].value)) return true;
    return false;
}

static bool bound(const struct node *n, int variant) {
    for (; n; n = n->parent) {
        const struct conds *c = &n->common[variant].visible_if;
        for (int i = 0; i < c->n; i++)
            if (str_eq(c->v[i].var, "call") && !c->v[i].range && str_eq(c->v[i].is.word, CALL_NAMES[CALL_PARTNER])) return true;
    }
    return false;
}

static void check_text(const char *text, struct pos at, const struct journey *j, struct diag *d) {
    const char *mark = partners_mark(j, text);
    if (mark) diag_error(d, at, "text names '%s', which may not be named in %s (say it without the name)", mark, j->country);
    if (strstr(text, "://") || strstr(text, "www."))
        diag_error(d, at, "text holds an address (addresses come from scenes/partners.yaml: write {partner-address})");
}

static void check_translations(const struct text_ref *t, const char *msg, const struct scene_deps *deps,
                               const struct catalog *const *catalogs, int n, struct arena *a, struct diag *d) {
    const char *key = t->ctxt ? arena_printf(a, "%s\x04%s", t->ctxt, msg) : msg;
    for (int i = 0; key && i < n; i++) {
        const char *text = catalog_get(catalogs[i], t->ctxt, msg);
        const struct catalog_entry *e = map_get(&catalogs[i]->by_key, key);
        if (text) check_text(text, e ? e->str_pos : t->pos, deps->journey, d);
    }
}

void scene_check_calls(const struct scene *s, const struct scene_deps *deps, const struct catalog *const *catalogs, int ncatalogs,
                       struct arena *a, struct diag *d) {
    for (int i = 0; i < s->nall; i++) {
        const struct node *n = s->all[i];
        if ((n->kind->partner || tells(n->map)) && !(bound(n, 0) && bound(n, 1)))
            diag_error(d, n->pos, "element '%s' shows the partner whatever the profile is (add 'visible-if: {call: partner}')", n->common[0].id);
    }
    for (int i = 0; i < s->nrefs; i++) {
        const struct scene_ref *r = &s->refs[i];
        const char *const levels[2] = {r->text.easy, r->text.more};
        for (int k = 0; r->type == FIELD_TEXT && k < 2; k++) {
            if (!levels[k]) continue;
            check_text(levels[k], k ? r->text.more_pos : r->text.pos, deps->journey, d);
            check_translations(&r->text, levels[k], deps, catalogs, ncatalogs, a, d);
        }
    }
}
