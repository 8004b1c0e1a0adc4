/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/message.h>
#include <base/str.h>
#include <content/facts_read.h>
#include <content/message_parts.h>
#include <content/pseudo.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

const char *const UNIT_WIDTHS[] = {"short", "narrow", "full-name", NULL};
const struct qualifier QUALIFIERS[] = {
    {"about", "about {value}"},           {"more than", "more than {value}"},   {"at least", "at least {value}"},
    {"up to", "up to {value}"},           {"fewer than", "fewer than {value}"}, {"reported", "{value} (reported)"},
    {"estimated", "{value} (estimated)"}, {"estimate", "{value} (estimate)"},   {NULL, NULL}};

struct writer {
    const struct msg_env *env;
    struct arena *arena;
    struct sbuf out;
    struct msg_number *hash; /* what '#' prints; NULL outside of plurals */
    bool ok;
};

/* ---- arguments */

size_t arg_view(struct msg_slice name, enum arg_view *view) {
    static const struct {
        const char *word;
        enum arg_view view;
    } rows[] = {{".qualified", VIEW_QUALIFIED}, {".number", VIEW_NUMBER}, {".year", VIEW_YEAR}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = strlen(rows[i].word);
        if (name.n <= n || memcmp(name.p + name.n - n, rows[i].word, n) != 0) continue;
        *view = rows[i].view;
        return name.n - n;
    }
    *view = VIEW_PLAIN;
    return name.n;
}

static bool find_exact(const struct msg_env *env, const char *name, size_t n, struct msg_found *out) {
    char address[128];
    if (n >= sizeof address) return false;
    memcpy(address, name, n);
    address[n] = 0;
    for (int i = 0; i < env->nargs; i++)
        if (str_eq(env->args[i].name, address)) {
            out->arg = &env->args[i];
            return true;
        }
    out->fact = env->facts ? fact_find(env->facts, address, &out->value) : NULL;
    return out->fact && out->value;
}

bool arg_find(const struct msg_env *env, struct msg_slice name, struct msg_found *out) {
    *out = (struct msg_found){0};
    if (find_exact(env, name.p, name.n, out)) return true;
    *out = (struct msg_found){0};
    size_t n = arg_view(name, &out->view);
    return n < name.n && find_exact(env, name.p, n, out);
}

static bool is_english(const char *lang) { return !lang || (strncmp(lang, "en", 2) == 0 && !pseudo_of(lang)); }

const char *unit_width(const char *word) {
    for (int i = 0; UNIT_WIDTHS[i]; i++)
        if (str_eq(word, UNIT_WIDTHS[i])) return word;
    return NULL;
}

/* With its measure: how long the unit is written is the translator's choice. */
static void measure(const struct msg_env *env, const char *unit, struct msg_number *n) {
    n->icu = unit && env->facts ? map_get(&env->facts->units, unit) : NULL;
    n->width = n->icu && !is_english(env->lang) ? unit_width(catalog_get(env->catalog, UNIT_WIDTH_CTXT, UNIT_WIDTHS[0])) : NULL;
}

/* The number behind an argument; false when it is a word. bare: without its measure. */
static bool number_of(const struct msg_env *env, const struct msg_found *f, bool bare, struct msg_number *out) {
    const char *unit = f->arg ? f->arg->unit : f->value->unit;
    *out = (struct msg_number){.decimals = -1, .grouped = !str_eq(unit, "year")};
    if (!bare) measure(env, unit, out);
    int y = 0, m, d;
    if (f->view == VIEW_YEAR) {
        y = f->fact ? f->value->as_of : 0;
        if (!y && f->fact && str_eq(unit, "date")) fact_date(f->value->text, &y, &m, &d);
        *out = (struct msg_number){y, y, 0, false, NULL, NULL};
        return y != 0;
    }
    if (f->arg) {
        out->min = out->max = f->arg->num;
        out->decimals = f->arg->decimals;
        return f->arg->word == NULL;
    }
    const struct fact_value *v = f->value;
    out->decimals = v->decimals;
    out->min = v->kind == FACT_RANGE ? v->min : v->num;
    out->max = v->kind == FACT_RANGE ? v->max : v->num;
    if (v->kind == FACT_TEXT && str_eq(unit, "date") && fact_date(v->text, &y, &m, &d)) {
        *out = (struct msg_number){y, y, 0, false, NULL, NULL};
        return true;
    }
    return v->kind == FACT_NUM || v->kind == FACT_RANGE;
}

/* ---- qualifiers */

/* pattern with text in the place of {value}; NULL when it has none. */
static const char *fill(struct arena *a, const char *pattern, const char *text) {
    const char *hole = pattern ? strstr(pattern, "{value}") : NULL;
    return hole ? arena_printf(a, "%.*s%s%s", (int)(hole - pattern), pattern, text, hole + strlen("{value}")) : NULL;
}

static const char *pattern_of(const char *word) {
    for (const struct qualifier *q = QUALIFIERS; q->word; q++)
        if (strcmp(q->word, word) == 0) return q->pattern;
    return NULL;
}

/* The first qualifier is the outermost: (more than (6 m)) as reported. */
static const char *qualify(struct arena *a, const struct msg_env *env, const struct strs *q, const char *text) {
    for (int i = q->n - 1; i >= 0 && text; i--) {
        const char *english = pattern_of(q->v[i]);
        const char *pattern = !english || is_english(env->lang) ? english : catalog_get(env->catalog, "qualifier", english);
        text = fill(a, pattern, text); /* no pattern in this language: the whole text shows in English */
    }
    return text;
}

/* ---- printing */

static const char *print_arg(struct writer *w, struct msg_slice name) {
    struct msg_found f;
    struct msg_number n;
    if (!arg_find(w->env, name, &f)) return NULL;
    if (f.arg && f.arg->word) return f.arg->word;
    bool date = f.value && f.value->kind == FACT_TEXT && str_eq(f.value->unit, "date");
    const char *text = NULL;
    if (date && (f.view == VIEW_PLAIN || f.view == VIEW_QUALIFIED))
        text = date_print(w->arena, w->env->lang, f.value->text);
    else if (number_of(w->env, &f, f.view == VIEW_NUMBER, &n))
        text = number_print(w->arena, w->env->lang, &n);
    else if (f.value && f.value->kind == FACT_TEXT && f.view != VIEW_YEAR)
        text = f.value->text;
    return text && f.view == VIEW_QUALIFIED && f.value ? qualify(w->arena, w->env, &f.value->qualifiers, text) : text;
}

static void put(struct writer *w, const char *text) {
    if (text)
        sbuf_puts(&w->out, text);
    else
        w->ok = false;
}

static bool word_is(struct msg_slice s, const char *word) { return strlen(word) == s.n && memcmp(s.p, word, s.n) == 0; }

static const struct msg_branch *branch_of(const struct msg_node *node, const char *word) {
    const struct msg_branch *other = NULL;
    for (const struct msg_branch *b = node->branches; b; b = b->next) {
        if (!b->exact && word_is(b->word, word)) return b;
        if (!b->exact && word_is(b->word, "other")) other = b;
    }
    return other;
}

static void write_nodes(struct writer *w, const struct msg_node *node);

static void write_plural(struct writer *w, const struct msg_node *node) {
    struct msg_found f;
    struct msg_number n;
    if (!arg_find(w->env, node->text, &f) || !number_of(w->env, &f, true, &n)) {
        w->ok = false;
        return;
    }
    const struct msg_branch *b = node->branches;
    while (b && !(b->exact && n.min == b->number && n.max == b->number)) b = b->next;
    n.min -= node->offset;
    n.max -= node->offset;
    if (!b) b = branch_of(node, number_plural(w->arena, w->env->lang, &n, node->kind == MSG_ORDINAL));
    struct msg_number *outer = w->hash;
    w->hash = &n;
    if (b) write_nodes(w, b->body);
    w->hash = outer;
}

static void write_select(struct writer *w, const struct msg_node *node) {
    struct msg_found f;
    struct msg_number n;
    char digits[32];
    const char *word = NULL;
    if (!arg_find(w->env, node->text, &f))
        w->ok = false;
    else if (f.arg && f.arg->word)
        word = f.arg->word;
    else if (f.value && f.value->kind == FACT_TEXT)
        word = f.value->text;
    else if (number_of(w->env, &f, true, &n)) {
        snprintf(digits, sizeof digits, "%g", n.max);
        word = digits;
    } else
        w->ok = false;
    const struct msg_branch *b = word ? branch_of(node, word) : NULL;
    if (b) write_nodes(w, b->body);
}

static void write_nodes(struct writer *w, const struct msg_node *node) {
    for (; node && w->ok; node = node->next) switch (node->kind) {
        case MSG_TEXT: sbuf_add(&w->out, node->text.p, node->text.n); break;
        case MSG_HASH: put(w, w->hash ? number_print(w->arena, w->env->lang, w->hash) : "#"); break;
        case MSG_ARG: put(w, print_arg(w, node->text)); break;
        case MSG_PLURAL:
        case MSG_ORDINAL: write_plural(w, node); break;
        case MSG_SELECT: write_select(w, node); break;
        }
}

/* NULL when msg is no message or something in it cannot be printed. */
static const char *format(struct arena *a, const struct msg_env *env, const char *msg) {
    struct msg_node *nodes = NULL;
    struct writer w = {.env = env, .arena = a, .out = {.arena = a}, .ok = true};
    if (!strpbrk(msg, "{}")) return msg;
    if (!msg_parse(a, msg, &nodes, (struct written){0}, NULL)) return NULL;
    write_nodes(&w, nodes);
    if (!w.ok || a->failed) return NULL;
    return w.out.p ? w.out.p : "";
}

/* A text of arguments and marks alone ("{a} - {b}") says the same in every language. */
static bool wordless(struct arena *a, const char *msg) {
    struct msg_node *n = NULL;
    if (!msg_parse(a, msg, &n, (struct written){0}, NULL)) return false;
    for (; n; n = n->next) {
        if (n->kind != MSG_ARG && n->kind != MSG_TEXT) return false;
        for (size_t i = 0; n->kind == MSG_TEXT && i < n->text.n;)
            if (u_isalpha((UChar32)utf8_next(n->text.p, n->text.n, &i))) return false;
    }
    return true;
}

const char *message_text(struct arena *a, const struct msg_env *env, const struct text_ref *t, bool more) {
    const char *english = more && t->more ? t->more : t->easy;
    if (!english) return "";
    const char *local = catalog_get(env->catalog, t->ctxt, english);
    if (!local && wordless(a, english)) local = english;
    const char *text = local ? format(a, env, local) : NULL;
    if (text) return text;
    struct msg_env en = *env; /* English text takes English grammar and units, whatever language is chosen */
    if (!is_english(env->lang)) en.lang = "en";
    en.catalog = NULL;
    text = format(a, &en, english);
    return text ? text : english;
}

const char *message_number(struct arena *a, const struct msg_env *env, double v, int decimals, const char *unit) {
    struct msg_number n = {v, v, decimals, !str_eq(unit, "year"), NULL, NULL};
    measure(env, unit, &n);
    const char *text = number_print(a, env->lang, &n);
    return text ? text : "";
}

const char *message_value(struct arena *a, const struct msg_env *env, const struct fact_value *v, bool qualified) {
    struct msg_found f = {.value = v};
    struct msg_number n;
    if (!number_of(env, &f, false, &n)) return "";
    const char *text = number_print(a, env->lang, &n);
    const char *whole = text && qualified ? qualify(a, env, &v->qualifiers, text) : text;
    if (whole) return whole;
    struct msg_env en = *env; /* no pattern in this language: the whole figure in English, as message_text does */
    en.lang = "en";
    return is_english(env->lang) ? "" : message_value(a, &en, v, qualified);
}

/* ---- languages */

const char *language_name(struct arena *a, const char *lang) {
    char locale[64];
    UChar name[128];
    UErrorCode err = U_ZERO_ERROR;
    icu_locale(lang, locale);
    UDisplayContext how[] = {UDISPCTX_DIALECT_NAMES, UDISPCTX_CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE};
    ULocaleDisplayNames *names = uldn_openForContext(locale, how, 2, &err);
    int32_t n = uldn_localeDisplayName(names, locale, name, 128, &err);
    uldn_close(names);
    char *out = U_SUCCESS(err) && n > 0 && n < 128 ? arena_alloc(a, (size_t)n * 3 + 1) : NULL;
    if (out) u_strToUTF8(out, n * 3 + 1, NULL, name, n, &err);
    if (!out || U_FAILURE(err)) return lang;
    const char *made = pseudo_text(a, pseudo_of(lang), out);
    return made ? made : out;
}

bool language_rtl(const char *lang) {
    char locale[64];
    icu_locale(lang, locale);
    return uloc_isRightToLeft(locale) || pseudo_of(lang) == PSEUDO_BACKWARDS;
}
