/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scene_load.c - from a file to nodes: read -> field tables -> nodes -> pictures. All or nothing. */
#include <scene/layout.h>
#include <scene/load.h>
#include <stdlib.h>
#include <string.h>

enum { SCENE_BYTES = 32 << 20, LAYOUT_BYTES = 96 << 20, NODES_MAX = 400, DEPTH_MAX = 6 };
static const struct field NO_FIELDS[] = {{0}};

static bool fault(struct loading *l) { return l->ok = false; }

/* Makes room for one more in a growing array of the scene. */
static void *grown(struct arena *a, void *v, int n, int *cap, size_t size) {
    if (n < *cap) return v;
    int more = *cap ? *cap * 2 : 32;
    void *p = arena_alloc(a, size * (size_t)more);
    if (!p) return NULL;
    if (n) memcpy(p, v, size * (size_t)n);
    *cap = more;
    return p;
}

static void record(void *ctx, enum field_type type, const char *value, const struct text_ref *text, struct pos at) {
    struct loading *l = ctx;
    struct scene_ref *v = grown(&l->s->arena, l->s->refs, l->s->nrefs, &l->refs_cap, sizeof *v);
    if (!v) return;
    l->s->refs = v;
    v[l->s->nrefs++] = (struct scene_ref){type, value, text ? *text : (struct text_ref){0}, at, l->kind};
}

static const struct ypair *pair_of(const struct yval *map, const char *key) {
    for (int i = 0; map && map->kind == YAML_MAP && i < map->np; i++)
        if (!strcmp(map->pairs[i].key, key)) return &map->pairs[i];
    return NULL;
}

struct pos node_at(const struct node *n, const char *key) {
    const struct ypair *p = pair_of(n->map, key);
    return p ? p->value->pos : n->pos;
}

struct pos node_item_at(const struct node *n, const char *list, int i, const char *key) {
    const struct ypair *p = pair_of(n->map, list), *in = NULL;
    if (!p || p->value->kind != YAML_SEQ || i < 0 || i >= p->value->n) return node_at(n, list);
    in = pair_of(p->value->items[i], key);
    return in ? in->value->pos : p->value->items[i]->pos;
}

/* A list that was written but could not be read. */
static bool lost(const struct yval *map, const char *key, int n) {
    const struct yval *v = yaml_get(map, key);
    return v && n == 0 && !(v->kind == YAML_SEQ && v->n == 0);
}

static struct pos key_pos(const struct yval *map, const char *key) {
    const struct ypair *p = pair_of(map, key);
    return p ? p->key_pos : map->pos;
}

/* ---- kind and id */
static const struct element_kind *kind_of(struct loading *l, const struct yval *map) {
    const struct yval *k = yaml_get(map, "kind");
    if (!k || k->kind != YAML_SCALAR) {
        diag_error(l->d, k ? k->pos : map->pos, "an element has no kind (begin it with 'kind: text' or another)");
        return NULL;
    }
    const struct element_kind *kind = element_find(k->text);
    if (kind) return kind;
    const char *names[64] = {NULL};
    for (int i = 0; i < 63 && ELEMENT_KINDS[i]; i++) names[i] = ELEMENT_KINDS[i]->name;
    const char *near = str_nearest(k->text, names);
    if (near) diag_error(l->d, k->pos, "unknown kind '%s' (did you mean '%s'?)", k->text, near);
    else diag_error(l->d, k->pos, "unknown kind '%s' ('leopard-kiosk reference' lists all kinds)", k->text);
    return NULL;
}

static const char *id_of(struct loading *l, const struct yval *map, const struct element_kind *kind) {
    const struct yval *id = yaml_get(map, "id");
    if (id && id->kind == YAML_SCALAR && id->len) {
        if (map_has(&l->ids, id->text)) {
            const struct pos *first = map_get(&l->ids, id->text);
            diag_error(l->d, id->pos, "id '%s' is used twice (first in line %d: give each element its own)", id->text, first->line);
            fault(l);
        }
        map_put(&l->ids, id->text, &((struct yval *)id)->pos);
        return id->text;
    }
    int n = 1;
    for (int i = 0; i < l->s->nall; i++) n += l->s->all[i]->kind == kind;
    return arena_printf(&l->s->arena, "%s-%d", kind->name, n);
}

/* ---- place */
static bool check_place(struct loading *l, const struct yval *map, const struct node *n) {
    static const char *const keys[] = {"slot", "at", "bleed"};
    const struct ypair *fills = pair_of(map, "bleed");
    bool slot = pair_of(map, "slot") != NULL, at = pair_of(map, "at") != NULL, bleed = fills && !str_eq(fills->value->text, "false");
    bool staged = n->parent && n->parent->kind->stage;
    if (n->parent) {
        for (int i = 0; i < (staged ? 1 : 3); i++)
            if (pair_of(map, keys[i])) {
                diag_error(l->d, key_pos(map, keys[i]), "'%s' in element '%s' (an element of a group is placed by the group)",
                           keys[i], n->common[0].id);
                return fault(l);
            }
        if (!staged) return true;
    }
    if (slot + at + bleed == 1) return true;
    if (!slot && !at && !bleed)
        diag_error(l->d, map->pos, "element '%s' has no place (give it 'slot', 'at' or 'bleed: true')", n->common[0].id);
    else
        diag_error(l->d, key_pos(map, slot ? "slot" : "at"), "element '%s' has two places (keep one of 'slot', 'at' and 'bleed')",
                   n->common[0].id);
    return fault(l);
}

/* A place written for portrait replaces the other, whichever sort it is. */
static void portrait_place(struct node *n, const struct yval *map) {
    struct node_common *c = &n->common[1];
    if (pair_of(map, "slot")) c->bleed = false;
    else if (pair_of(map, "at")) c->slot = NULL, c->bleed = pair_of(map, "bleed") && c->bleed;
    else if (pair_of(map, "bleed") && c->bleed) c->slot = NULL;
}

/* ---- tracks */
static bool check_keys(const struct track *t) {
    if (t->keys.n < 2 || t->keys.n % 2) return false;
    for (int i = 2; i < t->keys.n; i += 2)
        if (t->keys.v[i] < t->keys.v[i - 2]) return false;
    return true;
}

static void check_tracks(struct loading *l, const struct yval *map, const struct node_common *c) {
    const struct yval *list = yaml_get(map, "tracks");
    const struct track *t = c->tracks.items;
    for (int i = 0; list && list->kind == YAML_SEQ && i < c->tracks.n && i < list->n; i++) {
        const struct yval *item = list->items[i], *keys = yaml_get(item, "keys"), *driver = yaml_get(item, "driver");
        if (!check_keys(&t[i])) {
            diag_error(l->d, keys ? keys->pos : item->pos,
                       "keys of a track in element '%s' must be pairs in rising order (write [0, 0, 1.5, 200])", c->id);
            fault(l);
        }
        bool timed = !strcmp(t[i].driver, "time") || !strncmp(t[i].driver, "play:", 5);
        if (!timed) record(l, FIELD_VAR, t[i].driver, NULL, driver ? driver->pos : item->pos);
        if (!timed && t[i].loop) {
            diag_error(l->d, key_pos(item, "loop"), "a track over the variable '%s' cannot loop (remove 'loop')", t[i].driver);
            fault(l);
        }
    }
}

/* ---- one element */
/* A kind may keep derived data in the items of its lists: each orientation gets items of its own. */
static bool own_lists(struct arena *a, const struct field *table, void *props) {
    for (const struct field *f = table; f->name; f++) {
        void *at = (char *)props + f->offset;
        if (f->type == FIELD_STRUCT && !own_lists(a, f->sub, at)) return false;
        struct list *list = f->type == FIELD_LIST ? at : NULL;
        if (!list || list->n == 0) continue;
        list->items = arena_copy(a, list->items, f->sub_size * (size_t)list->n);
        for (int i = 0; list->items && i < list->n; i++)
            if (!own_lists(a, f->sub, (char *)list->items + f->sub_size * (size_t)i)) return false;
        if (!list->items) return false;
    }
    return true;
}

static bool read_portrait(struct loading *l, struct node *n, const struct fields_in *in) {
    static const char *const fixed[] = {"kind", "id", "portrait", "children"};
    const struct yval *map = n->common[0].portrait;
    const struct field *own = n->kind->fields ? n->kind->fields : NO_FIELDS;
    if (!map) {
        n->props[1] = n->props[0];
        return true;
    }
    for (int i = 0; i < 4; i++)
        if (pair_of(map, fixed[i])) {
            diag_error(l->d, key_pos(map, fixed[i]), "'%s' in 'portrait' of element '%s' (it cannot differ: remove it)", fixed[i],
                       n->common[0].id);
            return fault(l);
        }
    n->props[1] = arena_copy(&l->s->arena, n->props[0], n->kind->props_size);
    if (!n->props[1] || !own_lists(&l->s->arena, own, n->props[1])) return fault(l);
    struct fields_in over = *in;
    over.what = arena_printf(&l->s->arena, "'portrait' of element '%s'", n->common[0].id);
    if (!fields_read(&over, map, (const struct field *const[]){NODE_FIELDS, own, NULL}, (void *const[]){&n->common[1], n->props[1]}, true))
        return fault(l);
    portrait_place(n, map);
    check_tracks(l, map, &n->common[1]);
    return true;
}

/* A part that keeps its side keeps that of all that is in it; a scene that does, that of all but the bar and what is in groups:
 * rows and stacks run by the language, in their place. */
static void keep_sides(const struct scene *s, struct node *n) {
    for (int i = 0; i < 2; i++) {
        struct node_common *c = &n->common[i];
        if (!n->parent) c->keep_side |= s->top.keep_side && !str_eq(c->slot, "nav");
        else c->keep_side |= n->parent->kind->stage && n->parent->common[i].keep_side;
    }
}

static bool read_keys(struct loading *l, struct node *n, const struct yval *map) {
    struct arena *a = &l->s->arena;
    const struct field *own = n->kind->fields ? n->kind->fields : NO_FIELDS;
    const char *id = id_of(l, map, n->kind);
    struct fields_in in = {.arena = a, .diag = l->d, .refs = &l->refs, .what = arena_printf(a, "element '%s'", id),
                           .ctxt = arena_printf(a, "%s/%s", l->s->id, id)};
    n->props[0] = arena_alloc(a, n->kind->props_size);
    n->state = arena_alloc(a, n->kind->state_size);
    if (!id || !in.what || !in.ctxt || !n->props[0] || !n->state) return fault(l);
    bool good = fields_read(&in, map, (const struct field *const[]){NODE_FIELDS, own, NULL},
                            (void *const[]){&n->common[0], n->props[0]}, false);
    n->common[0].id = id;
    if (lost(map, "tracks", n->common[0].tracks.n)) l->s->lost |= LOST_TRACKS;
    n->common[1] = n->common[0];
    check_place(l, map, n);
    check_tracks(l, map, &n->common[0]);
    bool portrait = read_portrait(l, n, &in);
    keep_sides(l->s, n);
    if (!portrait || !good) return fault(l);
    if (!n->kind->load) return true;
    if (!n->kind->load(n, n->props[0], &l->le)) return fault(l);
    return n->props[1] == n->props[0] || n->kind->load(n, n->props[1], &l->le) || fault(l);
}

static bool read_list(struct loading *l, const struct yval *list, const char *what, struct node *parent, int depth,
                      struct node ***out, int *n);

static struct node *read_node(struct loading *l, const struct yval *map, struct node *parent, int depth) {
    if (map->kind != YAML_MAP) {
        diag_error(l->d, map->pos, "an element is not a mapping (write '- kind: text' and its keys)");
        return NULL;
    }
    const struct element_kind *kind = kind_of(l, map);
    struct node *n = kind ? arena_new(&l->s->arena, struct node) : NULL;
    struct node **all = n ? grown(&l->s->arena, l->s->all, l->s->nall, &l->all_cap, sizeof *all) : NULL;
    if (!kind && yaml_get(map, "tracks")) l->s->lost |= LOST_TRACKS;
    if (!all) return NULL;
    *n = (struct node){.kind = kind, .parent = parent, .pos = map->pos, .map = map, .pressed = -1, .focused = -1};
    l->kind = kind;
    bool good = read_keys(l, n, map);
    l->kind = NULL;
    l->s->all = all;
    all[l->s->nall++] = n;
    const struct yval *children = yaml_get(map, "children");
    if (kind->container && children) read_list(l, children, "children", n, depth + 1, &n->children, &n->nchildren);
    return good ? n : NULL;
}

static bool read_list(struct loading *l, const struct yval *list, const char *what, struct node *parent, int depth,
                      struct node ***out, int *n) {
    if (list->kind != YAML_SEQ) {
        diag_error(l->d, list->pos, "'%s' is not a list (begin each element with '- kind:')", what);
        return fault(l);
    }
    if (depth > DEPTH_MAX) {
        diag_error(l->d, list->pos, "groups lie more than %d deep (use fewer)", DEPTH_MAX);
        return fault(l);
    }
    *out = arena_array(&l->s->arena, struct node *, list->n);
    if (!*out) return fault(l);
    for (int i = 0; i < list->n; i++) {
        if (l->s->nall >= NODES_MAX) {
            diag_error(l->d, list->items[i]->pos, "more than %d elements in a scene (use fewer)", NODES_MAX);
            return fault(l);
        }
        struct node *c = read_node(l, list->items[i], parent, depth);
        if (c) (*out)[(*n)++] = c;
        else fault(l);
    }
    return l->ok;
}

/* ---- the whole file */
static bool read_top(struct loading *l, const struct yval *root) {
    struct scene *s = l->s;
    struct fields_in in = {.arena = &s->arena, .diag = l->d, .refs = &l->refs, .what = arena_printf(&s->arena, "scene '%s'", s->id),
                           .ctxt = s->id};
    const struct yval *format = yaml_get(root, "format");
    double number;
    if (format && format->kind == YAML_SCALAR && !format->quoted && str_number(format->text, &number) && number != 1) {
        diag_error(l->d, format->pos, "format %.20s is not known (this program reads format 1)", format->text);
        return fault(l);               /* nothing else can be said of it */
    }
    if (!fields_read(&in, root, (const struct field *const[]){SCENE_FIELDS, NULL}, (void *const[]){&s->top}, false)) fault(l);
    const struct yval *elements = yaml_get(root, "elements");
    if (elements) read_list(l, elements, "elements", NULL, 1, &s->nodes, &s->n);
    return l->ok;
}

static void note_lost(struct scene *s, const struct yval *root) {
    const struct yval *template = yaml_get(root, "template");
    const char *name = LAYOUT_TEMPLATES[s->top.template].name;
    if (lost(root, "variables", s->top.variables.n) || lost(root, "numbers", s->top.numbers.n)) s->lost |= LOST_NAMES;
    if (lost(root, "facts", s->top.facts.n)) s->lost |= LOST_FACTS;
    if (template && !str_eq(template->text, name)) s->lost |= LOST_SLOTS;
}

/* False when there is nothing to go on with. */
static bool read_file(struct loading *l) {
    struct scene *s = l->s;
    struct bytes in;
    if (!l->deps->files->read(l->deps->files->ctx, s->path, YAML_SCENE_CAPS.bytes, &s->arena, &in, l->d)) return false;
    const struct yval *root = yaml_read(&s->arena, s->path, in, &YAML_SCENE_CAPS, l->d);
    if (!root) return false;
    if (root->kind != YAML_MAP) {
        diag_error(l->d, root->pos, "a scene is not a mapping (begin with 'format: 1')");
        return false;
    }
    read_top(l, root);
    note_lost(s, root);
    bool args = scene_load_args(l, root), assets = scene_load_assets(l);
    s->whole = l->ok && args && assets && !s->arena.failed;
    return true;
}

static bool plain_id(const char *id) {
    if (!id || !*id || strlen(id) > 64) return false;
    return strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id);
}

static struct scene *new_scene(const struct scene_deps *deps, const char *id) {
    struct scene *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    arena_init(&s->arena, SCENE_BYTES);
    arena_init(&s->layout, LAYOUT_BYTES);
    s->arena.fail_at = deps->fail_at;
    s->id = arena_str(&s->arena, id);
    s->path = arena_printf(&s->arena, "scenes/%s.yaml", id);
    return s;
}

struct scene *scene_read(const struct scene_deps *deps, const char *id, struct diag *d) {
    if (!plain_id(id)) {
        diag_error(d, (struct pos){0}, "'%.80s' is no scene id (small letters, digits and '-')", id ? id : "");
        return NULL;
    }
    struct diag_item *before = d->last;
    struct scene *s = new_scene(deps, id);
    if (!s) {
        diag_error(d, (struct pos){0}, "no memory for scene '%s' (close other programs)", id);
        return NULL;
    }
    struct loading l = {.s = s, .deps = deps, .d = d, .ok = true};
    l.refs = (struct field_refs){&l, record};
    l.le = (struct load_env){&s->arena, deps->files, deps->facts, deps->journey, d};
    map_init(&l.ids, &s->arena);
    int errors = d->errors;
    bool some = s->id && s->path && read_file(&l) && !s->arena.failed;
    if (s->arena.failed) diag_error(d, (struct pos){s->path, 0, 0}, "no memory left for scene '%s' (make it smaller)", id);
    else if (!s->whole && errors == d->errors) diag_error(d, (struct pos){s->path, 0, 0}, "scene '%s' cannot be read (see the log)", id);
    scene_keep_files(d, before);
    if (some) return s;
    scene_free(s);
    return NULL;
}

struct scene *scene_load(const struct scene_deps *deps, const char *id, struct diag *d) {
    struct scene *s = scene_read(deps, id, d);
    if (!s || s->whole) return s;
    scene_free(s);
    return NULL;
}

void scene_free(struct scene *s) {
    if (!s) return;
    arena_free(&s->layout);
    arena_free(&s->arena);
    free(s);
}
