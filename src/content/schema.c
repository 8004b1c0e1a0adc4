/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/schema.h>
#include <content/actions.h>
#include <string.h>

/* A writer of indented JSON. shared: parts that occur everywhere are written once, under "definitions". */
struct json { struct sbuf *out; int depth; bool first, shared; };

/* ---- JSON */

static void quoted(struct json *j, const char *s) {
    sbuf_putc(j->out, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\') sbuf_printf(j->out, "\\%c", *s);
        else if ((unsigned char)*s < 0x20) sbuf_printf(j->out, "\\u%04x", (unsigned)*s);
        else sbuf_putc(j->out, *s);
    }
    sbuf_putc(j->out, '"');
}

/* Begins a member (key NULL: of an array, or the root). */
static void begin(struct json *j, const char *key) {
    if (!j->first) sbuf_putc(j->out, ',');
    if (j->out->len) sbuf_printf(j->out, "\n%*s", j->depth * 2, "");
    j->first = false;
    if (!key) return;
    quoted(j, key);
    sbuf_puts(j->out, ": ");
}

static void enter(struct json *j, const char *key, char bracket) {
    begin(j, key);
    sbuf_putc(j->out, bracket);
    j->depth++;
    j->first = true;
}

static void leave(struct json *j, char bracket) {
    j->depth--;
    if (!j->first) sbuf_printf(j->out, "\n%*s", j->depth * 2, "");
    sbuf_putc(j->out, bracket);
    j->first = false;
}

static void text(struct json *j, const char *key, const char *value) {
    begin(j, key);
    quoted(j, value);
}

static void raw(struct json *j, const char *key, const char *value) {
    begin(j, key);
    sbuf_puts(j->out, value);
}

static void number(struct json *j, const char *key, double value) {
    begin(j, key);
    sbuf_printf(j->out, "%.10g", value);
}

static void names(struct json *j, const char *key, const char *const *v) {
    begin(j, key);
    sbuf_putc(j->out, '[');
    for (int i = 0; v[i]; i++) {
        if (i) sbuf_puts(j->out, ", ");
        quoted(j, v[i]);
    }
    sbuf_putc(j->out, ']');
}

/* ---- types. The program takes any scalar for a word, so 12 and true are words too. */

#define WORD "[\"string\", \"number\", \"boolean\"]"
#define ID "^[a-z0-9]+(-[a-z0-9]+)*$"
#define FACT "^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)?$"
#define ASSET "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$"

static void members(struct json *j, const struct field *f);
static void object(struct json *j, const struct field *const *tables, const char *kind);

static void word(struct json *j, const char *pattern) {
    raw(j, "type", pattern ? "[\"string\", \"number\"]" : WORD);
    if (pattern) text(j, "pattern", pattern);
}

static void words(struct json *j, const char *pattern) {
    text(j, "type", "array");
    enter(j, "items", '{');
    word(j, pattern);
    leave(j, '}');
}

static void limits(struct json *j, const struct field *f) {
    if (f->flags & FIELD_POSITIVE) number(j, "exclusiveMinimum", 0);
    if (f->min == 0 && f->max == 0) return;
    if (f->min > -1e9 && !((f->flags & FIELD_POSITIVE) && f->min <= 0)) number(j, "minimum", f->min);
    if (f->max < 1e9) number(j, "maximum", f->max);
}

static void numbers(struct json *j, const struct field *f, int exactly) {
    text(j, "type", "array");
    enter(j, "items", '{');
    text(j, "type", "number");
    limits(j, f);
    leave(j, '}');
    if (exactly) number(j, "minItems", exactly), number(j, "maxItems", exactly);
}

static void text_levels(struct json *j) {
    enter(j, "oneOf", '[');
    enter(j, NULL, '{');
    word(j, NULL);
    leave(j, '}');
    enter(j, NULL, '{');
    text(j, "type", "object");
    raw(j, "additionalProperties", "false");
    raw(j, "required", "[\"easy\"]");
    enter(j, "properties", '{');
    raw(j, "easy", "{\"type\": " WORD ", \"minLength\": 1, \"description\": \"For everybody.\"}");
    raw(j, "more", "{\"type\": " WORD ", \"minLength\": 1, \"description\": \"For those who want to know more.\"}");
    leave(j, '}');
    leave(j, '}');
    leave(j, ']');
}

static void color(struct json *j) {
    text(j, "type", "string");
    enter(j, "anyOf", '[');
    enter(j, NULL, '{');
    names(j, "enum", COLOR_TOKENS);
    leave(j, '}');
    raw(j, NULL, "{\"pattern\": \"^#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$\"}");
    leave(j, ']');
}

static void variables(struct json *j, bool ranges) {
    text(j, "type", "object");
    enter(j, "propertyNames", '{');
    text(j, "pattern", ID);
    leave(j, '}');
    enter(j, "additionalProperties", '{');
    raw(j, "type", ranges ? "[\"string\", \"number\", \"boolean\", \"array\"]" : WORD);
    if (ranges) raw(j, "items", "{\"type\": \"number\"}"), number(j, "minItems", 2), number(j, "maxItems", 2);
    leave(j, '}');
}

static void one_action(struct json *j, const struct action_row *row) {
    const struct field arg = {.name = row->name, .type = row->arg};
    enter(j, NULL, '{');
    text(j, "type", "object");
    text(j, "description", row->help);
    raw(j, "additionalProperties", "false");
    names(j, "required", (const char *const[]){row->name, NULL});
    enter(j, "properties", '{');
    enter(j, row->name, '{');
    if (row->arg == FIELD_BOOL) raw(j, "const", "true");
    else members(j, &arg);
    leave(j, '}');
    leave(j, '}');
    leave(j, '}');
}

static void any_action(struct json *j) {
    enter(j, "oneOf", '[');
    for (int k = 0; k < ACT_COUNT; k++) one_action(j, &ACTION_ROWS[k]);
    leave(j, ']');
}

static void actions(struct json *j) {
    text(j, "type", "array");
    enter(j, "items", '{');
    if (j->shared) text(j, "$ref", "#/definitions/action");
    else any_action(j);
    leave(j, '}');
}

/* A list, or a single action of its own. */
static void action_list(struct json *j) {
    enter(j, "anyOf", '[');
    enter(j, NULL, '{');
    actions(j);
    leave(j, '}');
    if (j->shared) raw(j, NULL, "{\"$ref\": \"#/definitions/action\"}");
    else raw(j, NULL, "{\"type\": \"object\", \"minProperties\": 1, \"maxProperties\": 1}");
    leave(j, ']');
}

/* Written in place, or a pointer to what is written once. In draft-07 nothing may stand beside a $ref: allOf holds it. */
static void part(struct json *j, const char *name, void (*write)(struct json *j)) {
    if (!j->shared) {
        write(j);
        return;
    }
    enter(j, "allOf", '[');
    sbuf_printf(j->out, "{\"$ref\": \"#/definitions/%s\"}", name);
    leave(j, ']');
}

/* What a table leaves to another reader: elements and their children are lists of kinds, anything else an object. */
static void subtree(struct json *j, const struct field *f) {
    bool elements = j->shared && (strcmp(f->name, "elements") == 0 || strcmp(f->name, "children") == 0);
    text(j, "type", elements ? "array" : "object");
    if (!elements) return;
    enter(j, "items", '{');
    text(j, "$ref", "#/definitions/element");
    leave(j, '}');
}

/* ---- fields */

static void members(struct json *j, const struct field *f) {
    switch (f->type) {
    case FIELD_BOOL: text(j, "type", "boolean"); break;
    case FIELD_INT: text(j, "type", "integer"); limits(j, f); break;
    case FIELD_NUM: text(j, "type", "number"); limits(j, f); break;
    case FIELD_STR: word(j, NULL); break;
    case FIELD_ID: case FIELD_VAR: case FIELD_SCENE: word(j, ID); break;
    case FIELD_ASSET: case FIELD_PHOTO: case FIELD_FILM: word(j, ASSET); break;
    case FIELD_FACT: word(j, FACT); break;
    case FIELD_STRS: words(j, NULL); break;
    case FIELD_ASSETS: words(j, ASSET); break;
    case FIELD_FACTS: words(j, FACT); break;
    case FIELD_SCENES: words(j, ID); break;
    case FIELD_TEXT: part(j, "text", text_levels); break;
    case FIELD_ENUM: names(j, "enum", f->extra); break;
    case FIELD_COLOR: part(j, "color", color); break;
    case FIELD_POINT: numbers(j, f, 2); break;
    case FIELD_NUMS: numbers(j, f, 0); break;
    case FIELD_VALUE: raw(j, "type", WORD); break;
    case FIELD_COND: variables(j, true); break;
    case FIELD_SETS: variables(j, false); break;
    case FIELD_ACTIONS: part(j, "actions", action_list); break;
    case FIELD_STRUCT: object(j, (const struct field *const[]){f->sub, NULL}, NULL); break;
    case FIELD_LIST:
        text(j, "type", "array");
        enter(j, "items", '{');
        object(j, (const struct field *const[]){f->sub, NULL}, NULL);
        leave(j, '}');
        break;
    case FIELD_MAP: subtree(j, f); break;
    }
}

static void default_of(struct json *j, const struct field *f) {
    double n;
    bool bare = f->type == FIELD_BOOL || f->type == FIELD_INT || f->type == FIELD_NUM || f->type == FIELD_POINT || f->type == FIELD_NUMS;
    if (f->type == FIELD_VALUE) bare = str_number(f->def, &n) || strcmp(f->def, "true") == 0 || strcmp(f->def, "false") == 0;
    if (bare) raw(j, "default", f->def);
    else if (f->def[0] != '[') text(j, "default", f->def);
}

static void property(struct json *j, const struct field *f) {
    enter(j, f->name, '{');
    if (f->help) {
        begin(j, "description");
        struct sbuf words_of = {.arena = j->out->arena};
        sbuf_puts(&words_of, f->help);
        if (f->unit) sbuf_printf(&words_of, " [%s]", f->unit);
        quoted(j, words_of.p ? words_of.p : "");
    }
    members(j, f);
    if (f->def) default_of(j, f);
    leave(j, '}');
}

/* Tables as one object; kind: an element of that kind (its key "kind" is fixed). */
static void object(struct json *j, const struct field *const *tables, const char *kind) {
    text(j, "type", "object");
    raw(j, "additionalProperties", "false");
    begin(j, "required");
    sbuf_puts(j->out, kind ? "[\"kind\"" : "[");
    bool any = kind != NULL;
    for (int t = 0; tables[t]; t++)
        for (const struct field *f = tables[t]; f->name; f++) {
            if (!(f->flags & FIELD_REQUIRED) || (kind && strcmp(f->name, "kind") == 0)) continue;
            if (any) sbuf_puts(j->out, ", ");
            quoted(j, f->name);
            any = true;
        }
    sbuf_putc(j->out, ']');
    enter(j, "properties", '{');
    if (kind) {
        enter(j, "kind", '{');
        text(j, "const", kind);
        leave(j, '}');
    }
    for (int t = 0; tables[t]; t++)
        for (const struct field *f = tables[t]; f->name; f++)
            if (!kind || strcmp(f->name, "kind") != 0) property(j, f);
    leave(j, '}');
}

void schema_object(struct sbuf *out, const struct field *table, int indent) {
    struct json j = {.out = out, .depth = indent, .first = true};
    sbuf_putc(out, '{');
    j.depth++;
    object(&j, (const struct field *const[]){table, NULL}, NULL);
    leave(&j, '}');
}

static void definition(struct json *j, const char *name, void (*write)(struct json *j)) {
    enter(j, name, '{');
    write(j);
    leave(j, '}');
}

static void definitions(struct json *j, const struct field *common, const struct schema_kind *kinds) {
    definition(j, "text", text_levels);
    definition(j, "color", color);
    definition(j, "action", any_action);
    definition(j, "actions", action_list);
    enter(j, "element", '{');
    enter(j, "oneOf", '[');
    for (const struct schema_kind *k = kinds; k->name; k++) {
        begin(j, NULL);
        sbuf_printf(j->out, "{\"$ref\": \"#/definitions/kind-%s\"}", k->name);
    }
    leave(j, ']');
    leave(j, '}');
    for (const struct schema_kind *k = kinds; k->name; k++) {
        begin(j, NULL);
        sbuf_printf(j->out, "\"kind-%s\": {", k->name);
        j->depth++;
        j->first = true;
        if (k->help) text(j, "description", k->help);
        object(j, (const struct field *const[]){common, k->fields, NULL}, k->name);
        leave(j, '}');
    }
}

void schema_scene(struct sbuf *out, const struct field *top, const struct field *common, const struct schema_kind *kinds) {
    struct json j = {.out = out, .first = true, .shared = true};
    enter(&j, NULL, '{');
    text(&j, "$schema", "http://json-schema.org/draft-07/schema#");
    text(&j, "title", "Scene of leopard-kiosk");
    object(&j, (const struct field *const[]){top, NULL}, NULL);
    enter(&j, "definitions", '{');
    definitions(&j, common, kinds);
    leave(&j, '}');
    leave(&j, '}');
    sbuf_putc(out, '\n');
}
