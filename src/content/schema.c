/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/schema.h>
#include <content/actions.h>
#include <string.h>

/* A writer of indented JSON. nulls: in optional keys null is as good as nothing. */
struct json { struct sbuf *out; int depth; bool first, nulls; };

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
    if (j->out->len) sbuf_printf(j->out, "\n%*s", j->depth, "");
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
    if (!j->first) sbuf_printf(j->out, "\n%*s", j->depth, "");
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
static void object(struct json *j, const struct field *table);

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
    raw(j, NULL, "{\"type\": " WORD ", \"minLength\": 1}");
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
    text(j, "$ref", "#/definitions/action");
    leave(j, '}');
}

/* A list, or a single action of its own. */
static void action_list(struct json *j) {
    enter(j, "anyOf", '[');
    enter(j, NULL, '{');
    actions(j);
    leave(j, '}');
    raw(j, NULL, "{\"$ref\": \"#/definitions/action\"}");
    leave(j, ']');
}

/* A pointer to what is written once. In draft-07 nothing may stand beside a $ref: allOf holds it. */
static void part(struct json *j, const char *name) {
    enter(j, "allOf", '[');
    sbuf_printf(j->out, "{\"$ref\": \"#/definitions/%s\"}", name);
    leave(j, ']');
}

static void figure(struct json *j) {
    raw(j, "type", "[\"number\", \"string\", \"array\", \"object\", \"null\"]");
    raw(j, "items", "{\"type\": " WORD "}");
    raw(j, "required", "[\"min\", \"max\"]");
    raw(j, "additionalProperties", "false");
    raw(j, "properties", "{\"min\": {\"type\": \"number\"}, \"max\": {\"type\": \"number\"}}");
}

/* What a table leaves to another reader; rows without a table are elements. */
static void subtree(struct json *j, const struct field *f) {
    bool rows = f->flags & FIELD_ROWS, named = f->flags & FIELD_NAMED;
    if (f->flags & FIELD_FIGURE) {
        figure(j);
        return;
    }
    text(j, "type", rows ? "array" : "object");
    if (!rows && !named) return;
    enter(j, rows ? "items" : "additionalProperties", '{');
    if (f->sub) object(j, f->sub);
    else if (named) word(j, NULL);
    else text(j, "$ref", "#/definitions/element");
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
    case FIELD_TEXT: part(j, "text"); break;
    case FIELD_ENUM: names(j, "enum", f->extra); break;
    case FIELD_COLOR: part(j, "color"); break;
    case FIELD_POINT: numbers(j, f, 2); break;
    case FIELD_NUMS: numbers(j, f, 0); break;
    case FIELD_VALUE: raw(j, "type", WORD); break;
    case FIELD_COND: variables(j, true); break;
    case FIELD_SETS: variables(j, false); break;
    case FIELD_ACTIONS: part(j, "actions"); break;
    case FIELD_STRUCT: object(j, f->sub); break;
    case FIELD_LIST:
        text(j, "type", "array");
        enter(j, "items", '{');
        object(j, f->sub);
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

static void described(struct json *j, const struct field *f) {
    if (!f->help) return;
    begin(j, "description");
    struct sbuf words_of = {.arena = j->out->arena};
    sbuf_puts(&words_of, fields_sentence(j->out->arena, f->help));
    if (f->unit) sbuf_printf(&words_of, " [%s]", f->unit);
    quoted(j, words_of.p ? words_of.p : "");
}

static void property(struct json *j, const struct field *f) {
    bool nulls = j->nulls && !(f->flags & (FIELD_REQUIRED | FIELD_FIGURE));
    enter(j, f->name, '{');
    described(j, f);
    if (nulls) {
        enter(j, "anyOf", '[');
        enter(j, NULL, '{');
    }
    members(j, f);
    if (nulls) {
        leave(j, '}');
        raw(j, NULL, "{\"type\": \"null\"}");
        leave(j, ']');
    }
    if (f->def) default_of(j, f);
    leave(j, '}');
}

static void reference(struct json *j, const char *at, const char *key) {
    begin(j, key);
    sbuf_printf(j->out, "{\"$ref\": \"#/definitions/%s/properties/%s\"}", at, key);
}

static void required_of(struct json *j, const struct field *table, const char *kind) {
    begin(j, "required");
    sbuf_puts(j->out, kind ? "[\"kind\"" : "[");
    bool any = kind != NULL;
    for (const struct field *f = table; f && f->name; f++) {
        if (!(f->flags & FIELD_REQUIRED)) continue;
        if (any) sbuf_puts(j->out, ", ");
        quoted(j, f->name);
        any = true;
    }
    sbuf_putc(j->out, ']');
}

static void object(struct json *j, const struct field *table) {
    text(j, "type", "object");
    raw(j, "additionalProperties", "false");
    required_of(j, table, NULL);
    enter(j, "properties", '{');
    for (const struct field *f = table; f->name; f++) property(j, f);
    leave(j, '}');
}

/* ---- elements: what all have stands once, under "common" */

static bool among(const char *name, const char *const *names) {
    while (*names && strcmp(name, *names) != 0) names++;
    return *names != NULL;
}

/* What an upright screen may change of a key that stands below `at`: of a map any part of it. */
static void change_of(struct json *j, const struct field *f, const char *at) {
    if (f->type != FIELD_STRUCT) {
        reference(j, at, f->name);
        return;
    }
    struct sbuf below = {.arena = j->out->arena};
    sbuf_printf(&below, "%s/properties/%s", at, f->name);
    enter(j, f->name, '{');
    described(j, f);
    text(j, "type", "object");
    raw(j, "additionalProperties", "false");
    enter(j, "properties", '{');
    for (const struct field *s = f->sub; below.p && s->name; s++) change_of(j, s, below.p);
    leave(j, '}');
    leave(j, '}');
}

/* The keys of the same element once more, but those that cannot differ. */
static void portrait(struct json *j, const struct field *common, const struct field *own, const char *at) {
    static const char *const fixed[] = {"kind", "id", "portrait", "children", NULL};
    enter(j, "portrait", '{');
    for (const struct field *f = common; f->name; f++)
        if (strcmp(f->name, "portrait") == 0) described(j, f);
    text(j, "type", "object");
    raw(j, "additionalProperties", "false");
    enter(j, "properties", '{');
    for (const struct field *f = common; f->name; f++)
        if (!among(f->name, fixed)) change_of(j, f, "common");
    for (const struct field *f = own; f && f->name; f++)
        if (!among(f->name, fixed)) change_of(j, f, at);
    leave(j, '}');
    leave(j, '}');
}

static void kind(struct json *j, const struct field *common, const struct schema_kind *k) {
    static const char *const special[] = {"kind", "portrait", NULL};
    struct sbuf at = {.arena = j->out->arena};
    sbuf_printf(&at, "kind-%s", k->name);
    if (!at.p) return;
    enter(j, at.p, '{');
    if (k->help) text(j, "description", fields_sentence(j->out->arena, k->help));
    text(j, "type", "object");
    raw(j, "additionalProperties", "false");
    required_of(j, k->fields, k->name);
    enter(j, "properties", '{');
    enter(j, "kind", '{');
    text(j, "const", k->name);
    if (k->help) text(j, "description", fields_sentence(j->out->arena, k->help));
    leave(j, '}');
    for (const struct field *f = common; f->name; f++)
        if (!among(f->name, special)) reference(j, "common", f->name);
    for (const struct field *f = k->fields; f && f->name; f++) property(j, f);
    portrait(j, common, k->fields, at.p);
    leave(j, '}');
    leave(j, '}');
}

static void definition(struct json *j, const char *name, void (*write)(struct json *j)) {
    enter(j, name, '{');
    write(j);
    leave(j, '}');
}

/* The kinds as one list, and what each of them asks once it is named: an editor offers all of them, and tells what is wrong with
 * the one that was meant. */
static void choice(struct json *j, const struct schema_kind *kinds) {
    text(j, "type", "object");
    raw(j, "required", "[\"kind\"]");
    enter(j, "properties", '{');
    enter(j, "kind", '{');
    enter(j, "enum", '[');
    for (const struct schema_kind *k = kinds; k->name; k++) text(j, NULL, k->name);
    leave(j, ']');
    enter(j, "enumDescriptions", '[');
    for (const struct schema_kind *k = kinds; k->name; k++) text(j, NULL, k->help ? fields_sentence(j->out->arena, k->help) : "");
    leave(j, ']');
    leave(j, '}');
    leave(j, '}');
    enter(j, "allOf", '[');
    for (const struct schema_kind *k = kinds; k->name; k++) {
        begin(j, NULL);
        sbuf_printf(j->out, "{\"if\": {\"required\": [\"kind\"], \"properties\": {\"kind\": {\"const\": \"%s\"}}}, ", k->name);
        sbuf_printf(j->out, "\"then\": {\"$ref\": \"#/definitions/kind-%s\"}}", k->name);
    }
    leave(j, ']');
}

static void elements(struct json *j, const struct field *common, const struct schema_kind *kinds) {
    enter(j, "element", '{');
    choice(j, kinds);
    leave(j, '}');
    enter(j, "common", '{');
    enter(j, "properties", '{');
    for (const struct field *f = common; f->name; f++) property(j, f);
    leave(j, '}');
    leave(j, '}');
    for (const struct schema_kind *k = kinds; k->name; k++) kind(j, common, k);
}

void schema_write(struct sbuf *out, const struct schema_file *f) {
    struct json j = {.out = out, .first = true, .nulls = f->nulls};
    enter(&j, NULL, '{');
    text(&j, "$schema", "http://json-schema.org/draft-07/schema#");
    text(&j, "title", f->title);
    object(&j, f->top);
    enter(&j, "definitions", '{');
    definition(&j, "text", text_levels);
    definition(&j, "color", color);
    definition(&j, "action", any_action);
    definition(&j, "actions", action_list);
    if (f->kinds) elements(&j, f->common, f->kinds);
    leave(&j, '}');
    leave(&j, '}');
    sbuf_putc(out, '\n');
}
