/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/actions.h>
#include <content/fields_cell.h>
#include <string.h>

/* The same value with another tree behind it: members of lists keep the key of the list. */
static struct cell member(const struct cell *c, const struct yval *v) { return (struct cell){c->in, c->f, c->key, v}; }

/* ---- numbers */

bool cell_point(const struct cell *c, void *at) {
    double xy[2];
    const struct yval *v = c->v;
    if (v->kind == YAML_SEQ && v->n != 2) return cell_fault(c, v->pos, "'%s' is a list of %d (a point has two numbers: [x, y])", c->key, v->n);
    if (v->kind != YAML_SEQ) return cell_wants(c, v, "a point [x, y]");
    for (int i = 0; i < 2; i++) {
        double any;
        if (v->items[i]->kind != YAML_SCALAR || !str_number(v->items[i]->text, &any))
            return cell_wants(c, v->items[i], "a point [x, y] of two numbers");
        struct cell m = member(c, v->items[i]);
        if (!cell_number(&m, m.v, &xy[i])) return false;
    }
    *(struct vec2 *)at = (struct vec2){(float)xy[0], (float)xy[1]};
    return true;
}

bool cell_nums(const struct cell *c, void *at) {
    if (c->v->kind != YAML_SEQ) return cell_wants(c, c->v, "a list of numbers [1, 2]");
    float *v = arena_array(c->in->arena, float, c->v->n);
    bool good = v != NULL;
    for (int i = 0; v && i < c->v->n; i++) {
        double n = 0;
        struct cell m = member(c, c->v->items[i]);
        good &= cell_number(&m, m.v, &n);
        v[i] = (float)n;
    }
    if (good) *(struct nums *)at = (struct nums){v, c->v->n};
    return good;
}

/* ---- words */

static bool words(const struct cell *c, enum field_type type, struct strs *out) {
    if (c->v->kind != YAML_SEQ) return cell_wants(c, c->v, "a list [a, b]");
    const char **v = arena_array(c->in->arena, const char *, c->v->n);
    bool good = v != NULL;
    for (int i = 0; v && i < c->v->n; i++) {
        struct cell m = member(c, c->v->items[i]);
        good &= cell_name(&m, m.v, type, &v[i]);
    }
    if (good) *out = (struct strs){v, c->v->n};
    return good;
}

static enum field_type singular(enum field_type list) {
    if (list == FIELD_ASSETS) return FIELD_ASSET;
    if (list == FIELD_FACTS) return FIELD_FACT;
    return list == FIELD_SCENES ? FIELD_SCENE : FIELD_STR;
}

bool cell_words(const struct cell *c, void *at) { return words(c, singular(c->f->type), at); }

/* ---- variables: conditions and assignments */

/* The key of a pair as a variable's name. */
static bool variable(const struct cell *c, const struct ypair *p, const char **out) {
    struct yval name = {.kind = YAML_SCALAR, .pos = p->key_pos, .text = p->key, .len = strlen(p->key)};
    return cell_name(c, &name, FIELD_VAR, out);
}

static bool cond_range(const struct cell *c, const struct yval *v, struct cond *out) {
    if (v->n != 2) return cell_wants(c, v, "a value or a range [from, to]");
    if (!cell_number(c, v->items[0], &out->min) || !cell_number(c, v->items[1], &out->max)) return false;
    out->range = true;
    if (out->min <= out->max) return true;
    return cell_fault(c, v->pos, "range of '%s' ends before it begins (write [small, large])", c->key);
}

bool cell_conds(const struct cell *c, void *at) {
    if (c->v->kind != YAML_MAP) return cell_wants(c, c->v, "a map {variable: value}");
    struct cond *v = arena_array(c->in->arena, struct cond, c->v->np);
    bool good = v != NULL;
    for (int i = 0; v && i < c->v->np; i++) {
        const struct ypair *p = &c->v->pairs[i];
        struct cell m = {c->in, c->f, p->key, p->value};
        good &= variable(c, p, &v[i].var);
        good &= p->value->kind == YAML_SEQ ? cond_range(&m, p->value, &v[i]) : cell_any(&m, p->value, &v[i].is);
    }
    if (good) *(struct conds *)at = (struct conds){v, c->v->np};
    return good;
}

bool cell_sets(const struct cell *c, void *at) {
    if (c->v->kind != YAML_MAP) return cell_wants(c, c->v, "a map {variable: value}");
    struct set *v = arena_array(c->in->arena, struct set, c->v->np);
    bool good = v != NULL;
    for (int i = 0; v && i < c->v->np; i++) {
        const struct ypair *p = &c->v->pairs[i];
        struct cell m = {c->in, c->f, p->key, p->value};
        good &= variable(c, p, &v[i].var);
        good &= cell_any(&m, p->value, &v[i].to);
    }
    if (good) *(struct sets *)at = (struct sets){v, c->v->np};
    return good;
}

/* ---- actions */

static bool argument(const struct cell *c, enum field_type type, struct action *out) {
    bool yes = false;
    switch (type) {
    case FIELD_SETS: return cell_sets(c, &out->sets);
    case FIELD_FACTS: return words(c, FIELD_FACT, &out->facts);
    case FIELD_BOOL:
        if (!cell_bool(c, &yes)) return false;
        return yes ? true : cell_fault(c, c->v->pos, "'%s' can only be true (delete the action)", c->key);
    default: break;
    }
    if (!cell_name(c, c->v, type, &out->arg)) return false;
    if (type == FIELD_ID || type == FIELD_STR) fields_ref(c->in, type, out->arg, NULL, c->v->pos);
    return true;
}

static bool unknown_action(const struct cell *c, const struct ypair *p) {
    const char *names[ACT_COUNT + 1] = {NULL};
    for (int k = 0; k < ACT_COUNT; k++) names[k] = ACTION_ROWS[k].name;
    return cell_fault(c, p->key_pos, "unknown action '%s' in '%s' (%s)", p->key, c->key,
                      fields_hint(c->in, p->key, names, "actions: "));
}

static bool action(const struct cell *c, const struct yval *v, struct action *out) {
    static const struct field any = {.name = "", .type = FIELD_STR};
    if (v->kind != YAML_MAP) return cell_wants(c, v, "a list of actions (like '- next: true')");
    if (v->np != 1) return cell_fault(c, v->pos, "'%s' has an item of %d actions (begin each with its own '-')", c->key, v->np);
    const struct ypair *p = &v->pairs[0];
    for (int k = 0; k < ACT_COUNT; k++)
        if (strcmp(ACTION_ROWS[k].name, p->key) == 0) {
            struct cell arg = {c->in, &any, p->key, p->value};
            *out = (struct action){.kind = (enum action_kind)k, .pos = p->key_pos};
            return argument(&arg, ACTION_ROWS[k].arg, out);
        }
    return unknown_action(c, p);
}

bool cell_actions(const struct cell *c, void *at) {
    bool one = c->v->kind != YAML_SEQ;
    int n = one ? 1 : c->v->n;
    struct action *v = arena_array(c->in->arena, struct action, n);
    bool good = v != NULL;
    for (int i = 0; v && i < n; i++) good &= action(c, one ? c->v : c->v->items[i], &v[i]);
    if (good) *(struct actions *)at = (struct actions){v, n};
    return good;
}
