/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/vars.h>
#include <string.h>

void vars_init(struct vars *vs, struct arena *a) {
    *vs = (struct vars){.arena = a};
    map_init(&vs->words, a);
}

static struct var *find(const struct vars *vs, const char *name) {
    for (int i = 0; name && i < vs->n; i++)
        if (!strcmp(vs->v[i].name, name)) return &vs->v[i];
    return NULL;
}

/* One copy of each word for the whole visit: sliders set the same words again and again. */
static const char *intern(struct vars *vs, const char *s) {
    if (!s) return NULL;
    const char *known = map_get(&vs->words, s);
    if (known) return known;
    char *copy = arena_str(vs->arena, s);
    return copy && map_put(&vs->words, copy, copy) ? copy : NULL;
}

static struct value keep(struct vars *vs, struct value v) {
    if (v.kind != VALUE_WORD) return v;
    v.word = intern(vs, v.word);
    if (!v.word) v.kind = VALUE_NONE;
    return v;
}

bool value_eq(struct value a, struct value b) {
    if (a.kind != b.kind) return false;
    return a.kind == VALUE_NUM ? a.num == b.num : a.kind == VALUE_WORD ? str_eq(a.word, b.word) : true;
}

static bool grow(struct vars *vs) {
    if (vs->n < vs->cap) return true;
    int cap = vs->cap ? vs->cap * 2 : 16;
    struct var *v = arena_array(vs->arena, struct var, cap);
    if (!v) return false;
    if (vs->n) memcpy(v, vs->v, sizeof *v * (size_t)vs->n);
    vs->v = v;
    vs->cap = cap;
    return true;
}

bool vars_declare(struct vars *vs, const char *name, struct value first, const char *unit, bool scene_local) {
    struct var *old = find(vs, name);
    const char *kept_unit = intern(vs, unit), *kept_name = intern(vs, name);
    struct value kept = keep(vs, first);
    if (!kept_name || (unit && !kept_unit) || kept.kind != first.kind) return false;
    if (old) {
        if (old->scene_local) old->first = kept, old->unit = kept_unit;
        return true;
    }
    if (!grow(vs)) return false;
    vs->v[vs->n++] = (struct var){kept_name, kept, kept, kept_unit, scene_local, false};
    vs->version++;
    return true;
}

void vars_drop_local(struct vars *vs) {
    int n = 0;
    for (int i = 0; i < vs->n; i++)
        if (!vs->v[i].scene_local) vs->v[n++] = vs->v[i];
    if (n != vs->n) vs->version++;
    vs->n = n;
}

static void first_values(struct vars *vs, bool by_day) {
    for (int i = 0; i < vs->n; i++) {
        if (vs->v[i].by_day != by_day || value_eq(vs->v[i].now, vs->v[i].first)) continue;
        vs->v[i].now = vs->v[i].first;
        vs->version++;
    }
}

void vars_reset(struct vars *vs) { first_values(vs, false); }
void vars_new_day(struct vars *vs) { first_values(vs, true); }

void vars_last_day(struct vars *vs, const char *name) {
    struct var *v = find(vs, name);
    if (v) v->by_day = true;
}

void vars_set(struct vars *vs, const char *name, struct value to) {
    struct var *v = find(vs, name);
    if (!v || value_eq(v->now, to)) return;
    struct value kept = keep(vs, to);
    if (kept.kind != to.kind) return;   /* no memory: the old value stays */
    v->now = kept;
    vs->version++;
}

void vars_set_num(struct vars *vs, const char *name, double to) { vars_set(vs, name, (struct value){.kind = VALUE_NUM, .num = to}); }

struct value vars_get(const struct vars *vs, const char *name) {
    const struct var *v = find(vs, name);
    return v ? v->now : (struct value){.kind = VALUE_NONE};
}

double vars_num(const struct vars *vs, const char *name, double otherwise) {
    struct value v = vars_get(vs, name);
    return v.kind == VALUE_NUM ? v.num : otherwise;
}

bool vars_hold(const struct vars *vs, const struct conds *c) {
    for (int i = 0; i < c->n; i++) {
        struct value now = vars_get(vs, c->v[i].var);
        if (c->v[i].range) {
            if (now.kind != VALUE_NUM || now.num < c->v[i].min || now.num > c->v[i].max) return false;
        } else if (!value_eq(now, c->v[i].is)) {
            return false;
        }
    }
    return true;
}
