/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scene_load_deps.c - what a scene brings along: the arguments of its texts and the sizes of its pictures. */
#include <scene/load.h>
#include <string.h>

void scene_keep_files(struct diag *d, struct diag_item *before) {
    for (struct diag_item *it = before ? before->next : d->first; it; it = it->next)
        if (it->file) it->file = arena_str(d->arena, it->file);
}

/* ---- arguments of messages */
enum { BUILTINS_MAX = 24 };    /* of SCENE_BUILTINS and SCENE_CALL_WORDS together */
static bool add_arg(struct loading *l, const char *name, struct value v, const char *unit) {
    struct scene *s = l->s;
    for (int i = 0; i < s->nargs; i++)
        if (!strcmp(s->args[i].name, name)) return false;
    s->args[s->nargs++] = (struct msg_arg){.name = name, .num = v.num, .word = v.kind == VALUE_WORD ? v.word : NULL, .unit = unit, .decimals = -1};
    return true;
}

static void twice(struct loading *l, struct pos at, const char *name) {
    diag_error(l->d, at, "'%s' is declared twice in scene '%s' (rename one: numbers and variables share their names)",
               name, l->s->id);
    l->ok = false;
}

static struct pos name_pos(const struct yval *root, const char *list, int i) {
    const struct yval *name = yaml_get(yaml_get(root, list)->items[i], "name");
    return name->pos;
}

/* ICU's name of a unit; NULL for a word, which prints bare, and for none. */
static const char *measure(const struct loading *l, const char *unit) { return unit && l->deps->facts ? map_get(&l->deps->facts->units, unit) : NULL; }

static void check_unit(struct loading *l, const struct yval *list, int i, const char *name, const char *unit) {
    if (!unit || !l->deps->facts || !l->deps->facts->units.count || map_has(&l->deps->facts->units, unit) || strcmp(unit, "year") == 0) return;
    diag_error(l->d, yaml_get(list->items[i], "unit")->pos, "unit '%.40s' of '%s' is none of the register's 'units' (see scenes/facts.yaml)", unit, name);
    l->ok = false;
}

/* What a number says: its own value, or the sum of facts. */
static double number_value(struct loading *l, const struct yval *root, int i, const struct scene_number *num) {
    double sum = 0;
    const struct fact_value *first = NULL;
    if (!yaml_get(yaml_get(root, "numbers")->items[i], "value") == !num->sum.n) {
        diag_error(l->d, name_pos(root, "numbers", i), "number '%s' needs one of 'value' and 'sum' (it has %s)", num->name, num->sum.n ? "both" : "none");
        l->ok = false;
    }
    for (int k = 0; k < num->sum.n; k++) {
        const struct fact_value *v = NULL;
        const struct fact *f = l->deps->facts ? fact_find(l->deps->facts, num->sum.v[k], &v) : NULL;
        if (!f || !v) continue;          /* the check of references tells */
        if (v->kind == FACT_NUM) {
            sum += v->num;
            if (!first) first = v;
            if (str_eq(measure(l, v->unit), measure(l, first->unit))) continue;
            diag_error(l->d, name_pos(root, "numbers", i), "'sum' of number '%s' adds '%s' to '%s' (add what has the same unit)", num->name, v->unit ? v->unit : "no unit", first->unit ? first->unit : "no unit");
            l->ok = false;
            continue;
        }
        diag_error(l->d, name_pos(root, "numbers", i), "'sum' of number '%s': fact '%s' is no single number (name one of its values)", num->name, num->sum.v[k]);
        l->ok = false;
    }
    return num->sum.n ? sum : (double)num->value;
}

static void check_states(struct loading *l, const struct yval *root) {
    const struct scene_state *st = l->s->top.states.items;
    for (int i = 1; i < l->s->top.states.n; i++)
        for (int k = 0; k < i; k++)
            if (strcmp(st[i].name, st[k].name) == 0) {
                diag_error(l->d, name_pos(root, "states", i), "state '%s' stands twice (first in line %d: rename one)", st[i].name, name_pos(root, "states", k).line);
                l->ok = false;
            }
}

/* What a state touches is an element, or a part of one. */
static void check_touches(struct loading *l, const struct yval *root) {
    const struct scene_state *st = l->s->top.states.items;
    for (int i = 0; i < l->s->top.states.n; i++) {
        if (st[i].touch.n > SCENE_TOUCHES) {
            diag_error(l->d, name_pos(root, "states", i), "state '%s' touches %d times (at most %d: take a later start)", st[i].name, st[i].touch.n, SCENE_TOUCHES);
            l->ok = false;
        }
        for (int k = 0; k < st[i].touch.n; k++) {
            const char *id = st[i].touch.v[k], *base = arena_strn(&l->s->arena, id, strcspn(id, "/"));
            if (!base || map_has(&l->ids, base)) continue;
            const char *near = map_nearest(&l->ids, base, l->d->arena), *rest = id + strlen(base);
            struct pos at = yaml_get(yaml_get(root, "states")->items[i], "touch")->items[k]->pos;
            if (near) diag_error(l->d, at, "no element '%.60s' to touch (did you mean '%s%s'?)", id, near, rest);
            else diag_error(l->d, at, "no element '%.60s' to touch (write the id of one, or id/part)", id);
            l->ok = false;
        }
    }
}

bool scene_load_args(struct loading *l, const struct yval *root) {
    struct scene_top *top = &l->s->top;
    const struct scene_number *num = top->numbers.items;
    const struct scene_var *var = top->variables.items;
    const struct journey *j = l->deps->journey;
    const struct journey_var *jv = j ? j->variables.items : NULL;
    int njv = j ? j->variables.n : 0;
    l->s->args = arena_array(&l->s->arena, struct msg_arg, top->numbers.n + top->variables.n + njv + BUILTINS_MAX);
    struct pos *at = arena_array(&l->s->arena, struct pos, top->numbers.n + top->variables.n);
    l->s->arg_pos = at;
    if (!l->s->args || !at) return false;
    check_states(l, root);
    check_touches(l, root);
    for (int i = 0; i < top->numbers.n; i++) {
        at[l->s->nargs] = name_pos(root, "numbers", i);
        check_unit(l, yaml_get(root, "numbers"), i, num[i].name, num[i].unit);
        if (!add_arg(l, num[i].name, (struct value){VALUE_NUM, number_value(l, root, i, &num[i]), NULL}, num[i].unit)) twice(l, at[l->s->nargs], num[i].name);
    }
    for (int i = 0; i < top->variables.n; i++) {
        at[l->s->nargs] = name_pos(root, "variables", i);
        check_unit(l, yaml_get(root, "variables"), i, var[i].name, var[i].unit);
        if (!add_arg(l, var[i].name, var[i].value, var[i].unit)) twice(l, at[l->s->nargs], var[i].name);
    }
    l->s->nown = l->s->nargs;
    for (int i = 0; i < njv; i++) add_arg(l, jv[i].name, jv[i].value, jv[i].unit);
    add_arg(l, "language", (struct value){VALUE_WORD, 0, "en"}, NULL);
    add_arg(l, "second-language", (struct value){VALUE_WORD, 0, ""}, NULL);
    add_arg(l, "film-sound", (struct value){VALUE_WORD, 0, ""}, NULL);
    for (int i = 1; SCENE_BUILTINS[i]; i++) add_arg(l, SCENE_BUILTINS[i], (struct value){VALUE_NUM, 0.5, NULL}, NULL);
    for (int i = 0; SCENE_CALL_WORDS[i]; i++) add_arg(l, SCENE_CALL_WORDS[i], (struct value){VALUE_WORD, 0, ""}, NULL);
    return l->ok;
}

void scene_args(struct scene *s, const struct vars *vars) {
    for (int i = 0; i < s->nargs; i++) {
        struct value v = vars_get(vars, s->args[i].name);
        if (v.kind == VALUE_NONE) continue;   /* a number of the scene */
        s->args[i].num = v.num;
        s->args[i].word = v.kind == VALUE_WORD ? v.word : NULL;
    }
}

/* ---- pictures */
static bool ends(const char *s, const char *with) {
    size_t n = strlen(s), m = strlen(with);
    return n >= m && !strcmp(s + n - m, with);
}

static bool no_asset(struct loading *l, struct arena *scratch, const struct scene_ref *r) {
    const struct port_files *f = l->deps->files;
    const char *slash = strrchr(r->value, '/');
    const char *folder = slash ? arena_printf(scratch, "assets/%.*s", (int)(slash - r->value), r->value) : "assets";
    int n = 0;
    const char **names = folder ? f->list(f->ctx, folder, "", scratch, &n) : NULL;
    const char *near = names ? str_nearest(slash ? slash + 1 : r->value, names) : NULL;
    if (near) diag_error(l->d, r->pos, "no file 'assets/%s' (did you mean '%s'?)", r->value, near);
    else diag_error(l->d, r->pos, "no file 'assets/%s' (put it there or correct the name)", r->value);
    return false;
}

static bool probe(struct loading *l, struct arena *scratch, const struct scene_ref *r, int *cap) {
    struct scene *s = l->s;
    const struct port_files *f = l->deps->files;
    const char *path = arena_printf(scratch, "assets/%s", r->value);
    bool sound = ends(r->value, ".ogg");
    if (!path || !f->exists(f->ctx, path)) return no_asset(l, scratch, r) || sound;
    if (ends(r->value, ".geojson")) return true;   /* the map reads it itself */
    if (sound) return sound_probe(scratch, f, r->value, l->d) || sound;      /* no scene is lost for want of a sound */
    struct asset_info info;
    if (!asset_probe(scratch, f, l->deps->assets, r->value, &info, l->d)) return false;
    if (s->nassets == *cap) {
        int more = *cap ? *cap * 2 : 32;
        struct scene_asset *v = arena_array(&s->arena, struct scene_asset, more);
        if (!v) return false;
        if (s->nassets) memcpy(v, s->assets, sizeof *v * (size_t)s->nassets);
        s->assets = v;
        *cap = more;
    }
    s->assets[s->nassets++] = (struct scene_asset){r->value, info};
    return true;
}

/* A photograph of the centre's own, which is not there: what stands in its place is shown. */
static bool missing(const struct loading *l, struct arena *scratch, const char *value) {
    const char *path = arena_printf(scratch, "assets/%s", value);
    return !path || !l->deps->files->exists(l->deps->files->ctx, path);
}

/* ---- films. None is needed: the drawing stands where one is missing, damaged, or the program shows none. */
static void load_film(struct loading *l, struct arena *scratch, const char *name) {
    struct scene *s = l->s;
    const struct port_films *f = l->deps->films;
    struct film_info info;
    for (int i = 0; i < s->nfilms; i++)
        if (!strcmp(s->films[i].path, name)) return;
    if (missing(l, scratch, name)) return;
    if (!f || !f->probe) {
        if (l->deps->thorough)
            diag_warn(l->d, (struct pos){0}, "this program was built without films: drawings stand in their places (install FFmpeg's libraries, build again)");
        return;
    }
    struct diag_item *before = l->d->last;
    if (f->probe(f->ctx, name, l->deps->thorough, &info, l->d)) s->films[s->nfilms++] = (struct scene_film){name, info};
    scene_keep_files(l->d, before);
}

static bool load_films(struct loading *l) {
    struct arena scratch;
    int n = 0;
    for (int i = 0; i < l->s->nrefs; i++) n += l->s->refs[i].type == FIELD_FILM;
    l->s->films = n ? arena_array(&l->s->arena, struct scene_film, n) : NULL;
    if (!l->s->films) return l->ok;
    arena_init(&scratch, 1 << 20);
    for (int i = 0; i < l->s->nrefs; i++)
        if (l->s->refs[i].type == FIELD_FILM) load_film(l, &scratch, l->s->refs[i].value);
    arena_free(&scratch);
    return l->ok;
}

bool scene_load_assets(struct loading *l) {
    struct arena scratch;
    struct map done;
    int cap = 0;
    arena_init(&scratch, 64 << 20);
    map_init(&done, &l->s->arena);
    for (int i = 0; i < l->s->nrefs; i++) {
        const struct scene_ref *r = &l->s->refs[i];
        if ((r->type != FIELD_ASSET && r->type != FIELD_PHOTO) || map_has(&done, r->value)) continue;
        if (r->type == FIELD_PHOTO && missing(l, &scratch, r->value)) continue;
        if (!map_put(&done, r->value, (void *)r)) break;
        struct diag_item *before = l->d->last;
        if (!probe(l, &scratch, r, &cap) && r->type != FIELD_PHOTO) l->ok = false;   /* the drawing stands */
        scene_keep_files(l->d, before);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    return load_films(l);
}
