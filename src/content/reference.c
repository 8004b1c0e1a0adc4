/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/reference.h>
#include <content/actions.h>
#include <string.h>

static const char *type_name(const struct field *f) {
    switch (f->type) {
    case FIELD_BOOL: return "true or false";
    case FIELD_INT: return "whole number";
    case FIELD_NUM: return "number";
    case FIELD_STR: return "words, not translated";
    case FIELD_ID: return "name";
    case FIELD_TEXT: return "text, or {easy, more}";
    case FIELD_ENUM: return "";
    case FIELD_COLOR: return "[colour](#colours)";
    case FIELD_POINT: return "[x, y]";
    case FIELD_NUMS: return "[numbers]";
    case FIELD_STRS: return "[words]";
    case FIELD_ASSET: return "file below assets/";
    case FIELD_PHOTO: return "file below assets/, may be missing";
    case FIELD_FILM: return "film below assets/, may be missing";
    case FIELD_ASSETS: return "[files below assets/]";
    case FIELD_FACT: return "fact: id or id.key";
    case FIELD_FACTS: return "[facts]";
    case FIELD_SCENE: return "scene";
    case FIELD_SCENES: return "[scenes]";
    case FIELD_VAR: return "variable";
    case FIELD_VALUE: return "number, true, false or word";
    case FIELD_STRUCT: return "{keys below}";
    case FIELD_LIST: return "list of {keys below}";
    case FIELD_COND: return "{variable: value or [from, to]}";
    case FIELD_SETS: return "{variable: value}";
    case FIELD_ACTIONS: return "[actions](#actions)";
    case FIELD_MAP: break;
    }
    if (f->flags & FIELD_FIGURE) return "number, word, [words], {min, max} or null";
    if (f->flags & FIELD_ROWS) return f->sub ? "list of {keys below}" : "list of [elements](#elements)";
    if (f->flags & FIELD_NAMED) return f->sub ? "{name: {keys below}}" : "{name: words}";
    return "{keys}";
}

/* In a cell of a table a bar would end it. */
static void cell(struct sbuf *out, const char *s) {
    for (; s && *s; s++) {
        if (*s == '|' || *s == '<') sbuf_putc(out, '\\');
        sbuf_putc(out, *s);
    }
}

static void range(struct sbuf *out, const struct field *f) {
    bool low = f->min > -1e9, high = f->max < 1e9, positive = f->flags & FIELD_POSITIVE;
    if (f->min == 0 && f->max == 0) sbuf_puts(out, positive ? ", more than 0" : "");
    else if (low && high && f->min == f->max) sbuf_printf(out, ", %.10g", f->min);
    else if (low && high && positive && f->min <= 0) sbuf_printf(out, ", more than 0 to %.10g", f->max);
    else if (low && high) sbuf_printf(out, ", %.10g to %.10g", f->min, f->max);
    else if (low) sbuf_printf(out, ", at least %.10g", f->min);
    else if (high) sbuf_printf(out, ", at most %.10g", f->max);
}

static void takes(struct sbuf *out, const struct field *f) {
    const char *const *names = f->type == FIELD_ENUM ? f->extra : NULL;
    sbuf_puts(out, type_name(f));
    for (int i = 0; names && names[i]; i++) sbuf_printf(out, "%s`%s`", i ? ", " : "", names[i]);
    if (f->type == FIELD_INT || f->type == FIELD_NUM || f->type == FIELD_POINT || f->type == FIELD_NUMS || f->type == FIELD_VALUE) range(out, f);
    if (f->unit) sbuf_printf(out, ", %s", f->unit);
}

static void rows(struct sbuf *out, const struct field *table, const char *above) {
    for (const struct field *f = table; f && f->name; f++) {
        const char *mark = f->flags & FIELD_REQUIRED ? "**" : "";
        sbuf_printf(out, "| %s%s`%s`%s | ", above, mark, f->name, mark);
        takes(out, f);
        sbuf_puts(out, " | ");
        if (f->def) sbuf_printf(out, "`%s`", f->def);
        sbuf_puts(out, " | ");
        cell(out, fields_sentence(out->arena, f->help));
        sbuf_puts(out, " |\n");
        struct sbuf path = {.arena = out->arena};
        sbuf_printf(&path, "%s%s › ", above, f->name);
        if (f->sub && path.p) rows(out, f->sub, path.p);
    }
}

void reference_keys(struct sbuf *out, const struct field *table) {
    if (!table || !table->name) {
        sbuf_puts(out, "It has no keys of its own.\n\n");
        return;
    }
    sbuf_puts(out, "| key | takes | else | |\n| --- | --- | --- | --- |\n");
    rows(out, table, "");
    sbuf_putc(out, '\n');
}

void reference_actions(struct sbuf *out) {
    sbuf_puts(out, "| action | takes | |\n| --- | --- | --- |\n");
    for (int k = 0; k < ACT_COUNT; k++) {
        const struct field arg = {.name = ACTION_ROWS[k].name, .type = ACTION_ROWS[k].arg};
        sbuf_printf(out, "| `%s` | %s | ", arg.name, arg.type == FIELD_BOOL ? "`true`" : type_name(&arg));
        cell(out, ACTION_ROWS[k].help);
        sbuf_puts(out, " |\n");
    }
    sbuf_putc(out, '\n');
}

const char *reference_unexplained(struct arena *a, const struct field *table) {
    for (const struct field *f = table; f && f->name; f++) {
        if (!f->help || !*f->help) return f->name;
        const char *below = f->sub ? reference_unexplained(a, f->sub) : NULL;
        if (below) return arena_printf(a, "%s › %s", f->name, below);
    }
    return NULL;
}
