/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/yaml.h>
#include <base/map.h>
#include <base/str.h>
#include <string.h>
#include <yaml.h>

const struct yaml_caps YAML_SCENE_CAPS = {256 * 1024, 20000, 8 * 1024, 16};
const struct yaml_caps YAML_MAP_CAPS = {8 * 1024 * 1024, 2000000, 8 * 1024, 16};

struct reader {
    struct arena *arena;
    struct diag *diag;
    const struct yaml_caps *caps;
    const char *file;
    struct bytes in;
    yaml_parser_t parser;
    bool ok;                /* false once a fault was reported */
    bool stop;              /* reading cannot go on: the parser stands in the middle of something */
    size_t events;
    int depth;
    size_t byte, chars;     /* of the file: libyaml counts characters, in the order of the file */
};

static struct pos pos_of(const struct reader *r, yaml_mark_t m) {
    return (struct pos){r->file, (int)m.line + 1, (int)m.column + 1};
}

static bool no_memory(struct reader *r) {
    if (!r->stop) diag_error(r->diag, (struct pos){r->file, 0, 0}, "not enough memory to read it (make the file smaller)");
    r->stop = true;
    return r->ok = false;
}

/* ---- the bytes, before any parser sees them */

/* YAML's printable characters, less those that break lines without looking like it (NEL, LS, PS). */
static bool printable(uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    if (c >= 0x7F && c < 0xA0) return false;
    return c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
}

static bool check_text(struct reader *r) {
    const char *s = (const char *)r->in.p;
    struct pos at = {r->file, 1, 1};
    size_t n = r->in.n, i = n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, bad = n;
    utf8_valid(s, n, &bad);
    while (i < n) {
        if (i == bad) {
            diag_error(r->diag, at, "byte 0x%02X is not UTF-8 (save the file as UTF-8)", (unsigned char)s[i]);
            return r->ok = false;
        }
        uint32_t c = utf8_next(s, n, &i);
        if (!printable(c)) {
            diag_error(r->diag, at, "control character U+%04X (delete it)", (unsigned)c);
            return r->ok = false;
        }
        if (c == '\n' || (c == '\r' && !(i < n && s[i] == '\n'))) at.line++, at.col = 1;
        else if (c != '\r') at.col++;
    }
    return true;
}

static bool check_size(struct reader *r) {
    struct pos at = {r->file, 0, 0};
    if (r->in.n > r->caps->bytes)
        diag_error(r->diag, at, "file of %zu bytes is too large (at most %zu: split it)", r->in.n, r->caps->bytes);
    else if (r->in.n == 0) diag_error(r->diag, at, "file is empty (write at least one 'key: value')");
    else return true;
    return r->ok = false;
}

/* ---- what libyaml says, in our words */

struct wording { const char *context, *problem, *ours; bool at_context; };
static const struct wording WORDINGS[] = {
    {"while scanning a quoted scalar", "found unexpected end of stream", "string is never closed (add the closing quote)", true},
    {"while scanning a quoted scalar", "found unexpected document indicator",
     "string is not closed before a '---' or '...' line (add the closing quote)", true},
    {"while parsing a quoted scalar", "found unknown escape character",
     "unknown escape after '\\' (write '\\\\' for a backslash, or use single quotes)", false},
    {"while scanning an alias", NULL, "'*' begins an alias, which is not allowed (put the text in quotes)", true},
    {"while scanning an anchor", NULL, "'&' begins an anchor, which is not allowed (put the text in quotes)", true},
    {"while parsing a flow sequence", NULL, "list opened with '[' is not closed (add ',' or ']')", true},
    {"while parsing a flow mapping", NULL, "map opened with '{' is not closed (add ',' or '}', or put the text that holds a brace in quotes)", true},
    {"while parsing a block collection", NULL, "expected '-' (items of a list start in the same column)", false},
    {"while parsing a block mapping", NULL, "expected a key (keys of a map start in the same column; look at quotes too)", false},
    {"while scanning a simple key", NULL, "key without ':' (write 'key: value', or put the text in quotes)", false},
    {"while scanning a block scalar", NULL, "text block is badly indented (indent its lines with spaces)", false},
    {"while scanning for the next token", NULL,
     "this character cannot begin a value (indent with spaces only, put text in quotes)", false},
    {NULL, "found a tab character that violates indentation", "a tab cannot indent (use spaces)", false},
    {NULL, "mapping values are not allowed in this context",
     "':' is not allowed here (put text with ': ' in quotes, or look for a key without ':' above)", false},
    {NULL, "found incompatible YAML document", "'%YAML' of a version that is not read (delete the line)", false},
    {NULL, "did not find expected <document start>", "text behind the end of the document (one document a file)", false},
};

static bool refuse(struct reader *r, yaml_mark_t at, const char *text) {
    diag_error(r->diag, pos_of(r, at), "%s", text);
    r->stop = true;
    return r->ok = false;
}

/* The byte at a mark, which counts characters. */
static char byte_at(const struct reader *r, yaml_mark_t m) {
    const char *s = (const char *)r->in.p;
    size_t i = 0;
    for (size_t n = 0; n < m.index && i < r->in.n; n++) utf8_next(s, r->in.n, &i);
    return i < r->in.n ? s[i] : 0;
}

static bool parser_fault(struct reader *r) {
    const yaml_parser_t *p = &r->parser;
    const char *context = p->context ? p->context : "", *problem = p->problem ? p->problem : "not valid YAML";
    if (p->error == YAML_MEMORY_ERROR) return no_memory(r);
    r->stop = true;
    if (strcmp(context, "while scanning for the next token") == 0 && byte_at(r, p->problem_mark) == '\t')
        return refuse(r, p->problem_mark, "a tab cannot indent (use spaces)");
    for (size_t i = 0; i < sizeof WORDINGS / sizeof *WORDINGS; i++) {
        const struct wording *w = &WORDINGS[i];
        if ((w->context && strcmp(w->context, context) != 0) || (w->problem && strcmp(w->problem, problem) != 0)) continue;
        diag_error(r->diag, pos_of(r, w->at_context ? p->context_mark : p->problem_mark), "%s", w->ours);
        return r->ok = false;
    }
    diag_error(r->diag, pos_of(r, p->problem_mark), "%s (look at indentation, quotes and brackets)", problem);
    return r->ok = false;
}

/* ---- pass 1: counts, depth and what we do not allow */

static bool gate_node(struct reader *r, const yaml_event_t *e, const yaml_char_t *anchor, const yaml_char_t *tag) {
    if (anchor) return refuse(r, e->start_mark, "anchors are not allowed (write the value again, or put the text in quotes)");
    if (tag) return refuse(r, e->start_mark, "tags are not allowed (put text that begins with '!' in quotes)");
    return true;
}

static bool gate_deeper(struct reader *r, const yaml_event_t *e) {
    if (++r->depth <= r->caps->depth) return true;
    diag_error(r->diag, pos_of(r, e->start_mark), "nested more than %d deep (flatten it)", r->caps->depth);
    return r->ok = false;
}

static bool gate_event(struct reader *r, const yaml_event_t *e, int *documents) {
    if (++r->events > r->caps->events) {
        diag_error(r->diag, pos_of(r, e->start_mark), "more than %zu values and keys (split the file)", r->caps->events);
        return r->ok = false;
    }
    switch (e->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++*documents > 1) return refuse(r, e->start_mark, "second document (one document a file: delete '---')");
        if (e->data.document_start.tag_directives.start != e->data.document_start.tag_directives.end)
            return refuse(r, e->start_mark, "'%TAG' is not allowed (delete the line)");
        return true;
    case YAML_ALIAS_EVENT:
        return refuse(r, e->start_mark, "aliases are not allowed (write the value again, or put the text in quotes)");
    case YAML_SCALAR_EVENT:
        if (e->data.scalar.length > r->caps->scalar) {
            diag_error(r->diag, pos_of(r, e->start_mark), "text of %zu bytes is too long (shorten it: at most %zu)",
                       e->data.scalar.length, r->caps->scalar);
            return r->ok = false;
        }
        return gate_node(r, e, e->data.scalar.anchor, e->data.scalar.tag);
    case YAML_SEQUENCE_START_EVENT:
        return gate_node(r, e, e->data.sequence_start.anchor, e->data.sequence_start.tag) && gate_deeper(r, e);
    case YAML_MAPPING_START_EVENT:
        return gate_node(r, e, e->data.mapping_start.anchor, e->data.mapping_start.tag) && gate_deeper(r, e);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: r->depth--; return true;
    default: return true;
    }
}

static bool start(struct reader *r) {
    if (!yaml_parser_initialize(&r->parser)) return no_memory(r);
    yaml_parser_set_input_string(&r->parser, r->in.p, r->in.n);
    return true;
}

static bool gate(struct reader *r) {
    int documents = 0;
    if (!start(r)) return false;
    for (bool more = true; r->ok && more;) {
        yaml_event_t e;
        if (!yaml_parser_parse(&r->parser, &e)) {
            parser_fault(r);
            break;
        }
        gate_event(r, &e, &documents);
        more = e.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&e);
    }
    yaml_parser_delete(&r->parser);
    if (r->ok && !documents) {
        diag_error(r->diag, (struct pos){r->file, 0, 0}, "file holds comments only (write at least one 'key: value')");
        r->ok = false;
    }
    return r->ok;
}

/* The bytes from a mark on; marks are asked for in their order. */
static const char *written_at(struct reader *r, yaml_mark_t m) {
    while (r->chars < m.index && r->byte < r->in.n) {
        utf8_next((const char *)r->in.p, r->in.n, &r->byte);
        r->chars++;
    }
    return (const char *)r->in.p + r->byte;
}

/* ---- pass 2: the tree. The gate has bounded depth and counts; the parser cannot fail but for memory. */

static bool next(struct reader *r, yaml_event_t *e) {
    if (yaml_parser_parse(&r->parser, e)) return true;
    parser_fault(r);
    return false;
}

/* Escapes in double quotes can make what check_text refuses. */
static bool check_scalar(struct reader *r, const yaml_event_t *e) {
    const char *s = (const char *)e->data.scalar.value;
    for (size_t i = 0, n = e->data.scalar.length; i < n;) {
        uint32_t c = utf8_next(s, n, &i);
        if (printable(c) && c != '\r') continue;
        diag_error(r->diag, pos_of(r, e->start_mark), "string holds the control character U+%04X (delete its escape)", (unsigned)c);
        return r->ok = false;
    }
    return true;
}

static struct yval *scalar(struct reader *r, const yaml_event_t *e) {
    struct yval *v = arena_new(r->arena, struct yval);
    char *text = arena_strn(r->arena, (const char *)e->data.scalar.value, e->data.scalar.length);
    if (!v || !text) {
        no_memory(r);
        return NULL;
    }
    check_scalar(r, e);
    *v = (struct yval){.kind = YAML_SCALAR, .pos = pos_of(r, e->start_mark), .text = text, .len = e->data.scalar.length,
                       .quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE, .src = written_at(r, e->start_mark)};
    if (!v->quoted && (!*text || strcmp(text, "~") == 0 || strcmp(text, "null") == 0)) {
        v->kind = YAML_NULL;
        v->text = "";
        v->len = 0;
    }
    return v;
}

static struct yval *build(struct reader *r, const yaml_event_t *e);

/* Room for one more item of `size` bytes in a doubling array. */
static void *grown(struct reader *r, void *items, int n, size_t size) {
    if (n && (n < 4 || (n & (n - 1)) != 0)) return items;
    void *more = arena_alloc(r->arena, size * (size_t)(n ? n * 2 : 4));
    if (!more) no_memory(r);
    else if (n) memcpy(more, items, size * (size_t)n);
    return more;
}

static void sequence(struct reader *r, struct yval *v) {
    for (yaml_event_t e; next(r, &e);) {
        bool end = e.type == YAML_SEQUENCE_END_EVENT;
        struct yval *item = end ? NULL : build(r, &e);
        yaml_event_delete(&e);
        if (!item) return;
        struct yval **items = grown(r, v->items, v->n, sizeof *v->items);
        if (!items) return;
        v->items = items;
        v->items[v->n++] = item;
    }
}

static void duplicate(struct reader *r, const struct ypair *again, const struct ypair *first) {
    diag_error(r->diag, again->key_pos, "key '%.80s' stands twice, first at %d:%d (delete or rename one)", again->key,
               first->key_pos.line, first->key_pos.col);
    r->ok = false;
}

/* Small maps are compared pair by pair; large ones through a hash, so that no file can make this slow. */
static void check_keys(struct reader *r, const struct yval *v) {
    struct map seen;
    map_init(&seen, r->arena);
    for (int i = 0; i < v->np; i++) {
        struct ypair *p = &v->pairs[i], *first = NULL;
        if (v->np > 16) first = map_get(&seen, p->key);
        else
            for (int k = 0; k < i && !first; k++)
                if (strcmp(v->pairs[k].key, p->key) == 0) first = &v->pairs[k];
        if (first) duplicate(r, p, first);
        else if (v->np > 16 && !map_put(&seen, p->key, p)) {
            no_memory(r);
            return;
        }
    }
}

static bool key(struct reader *r, const yaml_event_t *e, struct ypair *out) {
    if (e->type != YAML_SCALAR_EVENT) return refuse(r, e->start_mark, "a key must be a word (write 'key: value')");
    const char *text = (const char *)e->data.scalar.value;
    bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (!*text) return refuse(r, e->start_mark, "key is empty (write 'key: value')");
    if (plain && strcmp(text, "<<") == 0) return refuse(r, e->start_mark, "merge key '<<' is not allowed (write the keys again)");
    if (!check_scalar(r, e)) return false;
    *out = (struct ypair){arena_strn(r->arena, text, e->data.scalar.length), pos_of(r, e->start_mark), NULL};
    return out->key ? true : no_memory(r);
}

static void mapping(struct reader *r, struct yval *v) {
    yaml_event_t e;
    while (next(r, &e)) {
        bool end = e.type == YAML_MAPPING_END_EVENT;
        struct ypair pair = {0};
        bool good = !end && key(r, &e, &pair);
        yaml_event_delete(&e);
        if (end) break;
        if (!good || !next(r, &e)) {
            r->stop = true;
            return;
        }
        pair.value = build(r, &e);
        yaml_event_delete(&e);
        struct ypair *pairs = pair.value ? grown(r, v->pairs, v->np, sizeof *v->pairs) : NULL;
        if (!pairs) return;
        v->pairs = pairs;
        v->pairs[v->np++] = pair;
    }
    check_keys(r, v);
}

/* NULL only after a fault that ends reading (memory, a key that is none). */
static struct yval *build(struct reader *r, const yaml_event_t *e) {
    if (e->type == YAML_SCALAR_EVENT) return scalar(r, e);
    struct yval *v = arena_new(r->arena, struct yval);
    if (!v) {
        no_memory(r);
        return NULL;
    }
    v->pos = pos_of(r, e->start_mark);
    v->kind = e->type == YAML_SEQUENCE_START_EVENT ? YAML_SEQ : YAML_MAP;
    if (v->kind == YAML_SEQ) sequence(r, v);
    else mapping(r, v);
    return r->stop ? NULL : v;
}

static struct yval *tree(struct reader *r) {
    struct yval *root = NULL;
    if (!start(r)) return NULL;
    for (yaml_event_t e; !root && !r->stop && next(r, &e);) {
        bool wrap = e.type == YAML_STREAM_START_EVENT || e.type == YAML_DOCUMENT_START_EVENT;
        if (!wrap) root = build(r, &e);
        yaml_event_delete(&e);
    }
    yaml_parser_delete(&r->parser);
    if (r->ok && root && root->kind == YAML_NULL) {
        diag_error(r->diag, (struct pos){r->file, 0, 0}, "document is empty (write at least one 'key: value')");
        r->ok = false;
    }
    return r->ok ? root : NULL;
}

struct yval *yaml_read(struct arena *a, const char *name, struct bytes in, const struct yaml_caps *caps, struct diag *d) {
    struct reader r = {.arena = a, .diag = d, .caps = caps, .in = in, .ok = true, .file = arena_str(a, name)};
    if (in.n >= 3 && memcmp(in.p, "\xEF\xBB\xBF", 3) == 0) r.byte = 3;
    if (!r.file) no_memory(&r);
    return r.ok && check_size(&r) && check_text(&r) && gate(&r) ? tree(&r) : NULL;
}

struct yval *yaml_get(const struct yval *map, const char *key_name) {
    if (!map || map->kind != YAML_MAP) return NULL;
    for (int i = 0; i < map->np; i++)
        if (strcmp(map->pairs[i].key, key_name) == 0) return map->pairs[i].value;
    return NULL;
}

void yaml_drop_nulls(struct yval *v, const char *keep) {
    for (int i = 0; i < v->n; i++) yaml_drop_nulls(v->items[i], keep);
    int kept = 0;
    for (int i = 0; i < v->np; i++) {
        struct ypair *p = &v->pairs[i];
        yaml_drop_nulls(p->value, keep);
        bool figure = p->key[0] >= '0' && p->key[0] <= '9';    /* the second half of '10,709': no key, so somebody must say so */
        if (p->value->kind != YAML_NULL || figure || (keep && strcmp(p->key, keep) == 0)) v->pairs[kept++] = *p;
    }
    v->np = kept;
}
