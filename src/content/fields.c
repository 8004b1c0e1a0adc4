/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/actions.h>
#include <content/fields_cell.h>
#include <string.h>

static bool read_tables(const struct fields_in *in, const struct yval *map, const struct field *const *tables,
                        void *const *outs, bool over);

static void *place(const struct field *f, void *out) { return (char *)out + f->offset; }

/* ---- defaults */

static size_t size_of(enum field_type type) {
    switch (type) {
    case FIELD_BOOL: return sizeof(bool);
    case FIELD_INT: case FIELD_ENUM: return sizeof(int);
    case FIELD_NUM: return sizeof(float);
    case FIELD_TEXT: return sizeof(struct text_ref);
    case FIELD_COLOR: return sizeof(rgba);
    case FIELD_POINT: return sizeof(struct vec2);
    case FIELD_NUMS: return sizeof(struct nums);
    case FIELD_STRS: case FIELD_ASSETS: case FIELD_FACTS: case FIELD_SCENES: return sizeof(struct strs);
    case FIELD_VALUE: return sizeof(struct value);
    case FIELD_STRUCT: return 0;
    case FIELD_LIST: return sizeof(struct list);
    case FIELD_COND: return sizeof(struct conds);
    case FIELD_SETS: return sizeof(struct sets);
    case FIELD_ACTIONS: return sizeof(struct actions);
    default: return sizeof(const char *);    /* STR ID ASSET FACT SCENE VAR MAP */
    }
}

/* "[a, b]" as a list of scalars, anything else as one scalar: what the reader would have made of it. */
static struct yval *default_tree(struct arena *a, const char *def) {
    struct yval *v = arena_new(a, struct yval);
    char *text = arena_str(a, def);
    if (!v || !text) return NULL;
    *v = (struct yval){.kind = YAML_SCALAR, .text = text, .len = strlen(text)};
    if (*text != '[') return v;
    int most = 1;
    for (const char *p = text; *p; p++) most += *p == ',';
    *v = (struct yval){.kind = YAML_SEQ, .items = arena_array(a, struct yval *, most)};
    for (char *p = text + 1; v->items && *p;) {
        p += strspn(p, " ");
        size_t n = strcspn(p, ",] ");
        struct yval *item = n ? arena_new(a, struct yval) : NULL;
        if (n && !item) return NULL;
        if (n) *item = (struct yval){.kind = YAML_SCALAR, .text = arena_strn(a, p, n), .len = n};
        if (n && !item->text) return NULL;
        if (n) v->items[v->n++] = item;
        p += n;
        p += strspn(p, " ,]");
    }
    return v->items ? v : NULL;
}

/* A default may lie outside of the range an author may write (0 = natural size), and refers to nothing that is checked. */
static void default_one(const struct field *f, void *at, struct arena *a) {
    struct diag nobody;
    diag_init(&nobody, a);
    struct fields_in in = {.arena = a, .diag = &nobody, .what = "default"};
    struct field free_range = *f;
    free_range.min = free_range.max = 0;
    free_range.flags = 0;
    const struct yval *v = default_tree(a, f->def);
    if (v) cell_read(&(struct cell){&in, &free_range, f->name, v}, at);
}

void fields_defaults(const struct field *table, void *out, struct arena *a) {
    for (const struct field *f = table; f->name; f++) {
        if (f->type == FIELD_STRUCT) {
            fields_defaults(f->sub, place(f, out), a);
            continue;
        }
        memset(place(f, out), 0, size_of(f->type));
        if (f->def) default_one(f, place(f, out), a);
    }
}

/* ---- lists of mappings */

/* The author's own id of an item, or its number: translations survive when items change places. */
static const char *item_ctxt(const struct cell *c, int i) {
    const struct yval *id = yaml_get(c->v->items[i], "id");
    bool named = false;
    for (const struct field *f = c->f->sub; f->name; f++) named = named || (f->type == FIELD_ID && strcmp(f->name, "id") == 0);
    const char *base = fields_ctxt(c->in, c->key);
    if (!base) return NULL;
    if (named && id && id->kind == YAML_SCALAR) return arena_printf(c->in->arena, "%s.%s", base, id->text);
    return arena_printf(c->in->arena, "%s.%d", base, i + 1);
}

static bool read_list(const struct cell *c, struct list *out) {
    if (c->v->kind != YAML_SEQ) return cell_wants(c, c->v, "a list (each item begins with '-')");
    char *items = arena_alloc(c->in->arena, c->f->sub_size * (size_t)c->v->n);
    if (!items) return false;
    bool good = true;
    for (int i = 0; i < c->v->n; i++) {
        struct fields_in in = *c->in;
        in.what = arena_printf(in.arena, "item %d of '%s' in %s", i + 1, c->key, c->in->what ? c->in->what : "file");
        in.ctxt = item_ctxt(c, i);
        if (!in.what || !in.ctxt) return false;
        void *outs[] = {items + c->f->sub_size * (size_t)i};
        good &= read_tables(&in, c->v->items[i], (const struct field *const[]){c->f->sub, NULL}, outs, false);
    }
    if (good) *out = (struct list){items, c->v->n};
    return good;
}

static bool read_struct(const struct cell *c, void *at, bool over) {
    struct fields_in in = *c->in;
    in.what = arena_printf(in.arena, "'%s' in %s", c->key, c->in->what ? c->in->what : "file");
    in.ctxt = fields_ctxt(c->in, c->key);
    if (!in.what || !in.ctxt) return false;
    return read_tables(&in, c->v, (const struct field *const[]){c->f->sub, NULL}, (void *const[]){at}, over);
}

/* ---- one value */

bool cell_read(const struct cell *c, void *at) {
    switch (c->f->type) {
    case FIELD_BOOL: return cell_bool(c, at);
    case FIELD_INT: return cell_int(c, at);
    case FIELD_NUM: return cell_num(c, at);
    case FIELD_TEXT: return cell_text(c, at);
    case FIELD_ENUM: return cell_enum(c, at);
    case FIELD_COLOR: return cell_color(c, at);
    case FIELD_POINT: return cell_point(c, at);
    case FIELD_NUMS: return cell_nums(c, at);
    case FIELD_STRS: case FIELD_ASSETS: case FIELD_FACTS: case FIELD_SCENES: return cell_words(c, at);
    case FIELD_VALUE: return cell_value(c, at);
    case FIELD_COND: return cell_conds(c, at);
    case FIELD_SETS: return cell_sets(c, at);
    case FIELD_ACTIONS: return cell_actions(c, at);
    case FIELD_LIST: return read_list(c, at);
    case FIELD_STRUCT: return read_struct(c, at, false);
    case FIELD_MAP: *(const struct yval **)at = c->v; return true;
    case FIELD_STR: case FIELD_ID: case FIELD_ASSET: case FIELD_PHOTO: case FIELD_FILM: case FIELD_FACT: case FIELD_SCENE: case FIELD_VAR:
        return cell_word(c, at);
    }
    return false;
}

static bool read_one(const struct fields_in *in, const struct field *f, const struct ypair *p, void *out, bool over) {
    struct cell c = {in, f, p->key, p->value};
    if (f->type == FIELD_STRUCT && over) return read_struct(&c, place(f, out), true);
    if (p->value->kind == YAML_NULL && f->type != FIELD_MAP)
        return cell_fault(&c, p->value->pos, "'%s' is empty (%s)", p->key,
                          f->type == FIELD_COLOR ? "put '#RRGGBB' in quotes, or name a colour"
                          : f->flags & FIELD_REQUIRED ? "give it a value" : "give it a value or remove the key");
    return cell_read(&c, place(f, out));
}

/* ---- whole tables */

static const struct field *find(const struct field *const *tables, const char *name, int *table) {
    for (*table = 0; tables[*table]; ++*table)
        for (const struct field *f = tables[*table]; f->name; f++)
            if (strcmp(f->name, name) == 0) return f;
    return NULL;
}

static bool unknown_key(const struct fields_in *in, const struct field *const *tables, const struct ypair *p) {
    int n = 0;
    for (int t = 0; tables[t]; t++)
        for (const struct field *f = tables[t]; f->name; f++) n++;
    const char **names = arena_array(in->diag->arena, const char *, n + 1);
    for (int t = 0, k = 0; names && tables[t]; t++)
        for (const struct field *f = tables[t]; f->name; f++) names[k++] = f->name;
    bool figure = p->value->kind == YAML_NULL && p->key[0] >= '0' && p->key[0] <= '9';    /* of '10,709' in braces */
    bool words = p->value->kind == YAML_NULL && names && !str_nearest(p->key, names);    /* of a text with a comma in braces */
    diag_error(in->diag, p->key_pos, "unknown key '%.80s' in %s (%s)", p->key, in->what ? in->what : "file",
               figure ? "a number is written without a comma: 10709" : words ? "put a text with '{' or ',' in quotes" : names ? fields_hint(in, p->key, names, "known keys: ") : "see the author's guide");
    return false;
}

/* A key that is none, and so near to this one that it was meant. */
static bool mistyped(const struct yval *map, const struct field *const *tables, const char *name) {
    int t;
    for (int i = 0; i < map->np; i++)
        if (!find(tables, map->pairs[i].key, &t) && str_nearest(map->pairs[i].key, (const char *const[]){name, NULL})) return true;
    return false;
}

static bool required(const struct fields_in *in, const struct yval *map, const struct field *const *tables, const struct field *table) {
    bool good = true;
    for (const struct field *f = table; f->name; f++) {
        if (!(f->flags & FIELD_REQUIRED) || yaml_get(map, f->name)) continue;
        good = false;
        if (!mistyped(map, tables, f->name))
            diag_error(in->diag, map->pos, "%s lacks '%s' (add it)", in->what ? in->what : "file", f->name);
    }
    return good;
}

static bool read_tables(const struct fields_in *in, const struct yval *map, const struct field *const *tables,
                        void *const *outs, bool over) {
    bool good = true;
    for (int t = 0; tables[t] && !over; t++) fields_defaults(tables[t], outs[t], in->arena);
    if (!map || map->kind != YAML_MAP) {
        diag_error(in->diag, map ? map->pos : (struct pos){0}, "%s must be a map of 'key: value' lines",
                   in->what ? in->what : "file");
        return false;
    }
    for (int i = 0; i < map->np; i++) {
        int t;
        const struct field *f = find(tables, map->pairs[i].key, &t);
        good &= f ? read_one(in, f, &map->pairs[i], outs[t], over) : unknown_key(in, tables, &map->pairs[i]);
    }
    for (int t = 0; tables[t] && !over; t++) good &= required(in, map, tables, tables[t]);
    return good && !in->arena->failed;
}

bool fields_read(const struct fields_in *in, const struct yval *map, const struct field *const *tables, void *const *outs,
                 bool over) {
    bool good = read_tables(in, map, tables, outs, over);
    if (in->arena->failed) diag_error(in->diag, map ? map->pos : (struct pos){0}, "not enough memory (make the file smaller)");
    return good;
}

const char *fields_sentence(struct arena *a, const char *help) {
    size_t n = help ? strlen(help) : 0;
    bool stop = n && !strchr(".!?", help[n - 1]);
    char *s = n ? arena_printf(a, "%s%s", help, stop ? "." : "") : NULL;
    if (s && *s >= 'a' && *s <= 'z') *s = (char)(*s - 'a' + 'A');
    return s ? s : help;
}
