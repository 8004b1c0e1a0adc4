/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/message.h>
#include <base/str.h>
#include <content/message_parts.h>
#include <string.h>
#include <unicode/uchar.h>

/* An argument as it counts for the comparison with the source: {x}, {x.number} and {x, plural, ...} are the same
 * figure; a qualifier and a year are words of their own and may not get lost. */
struct use {
    const char *name, *where;
    struct use *next;
};

struct checker {
    struct arena *arena;
    struct diag *d;
    const char *msg;
    struct written at;
    struct msg_env env; /* facts, and known[] as arguments */
    const char *const *known;
    const char *lang;
    bool source; /* the English is only being read for its arguments */
    struct use *uses;
    bool ok;
};

/* where: in the message; NULL: all of it */
static struct pos place(const struct checker *c, const char *where) { return where ? written_pos(&c->at, c->msg, where) : c->at.at; }

static void fault(struct checker *c, const char *where, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void fault(struct checker *c, const char *where, const char *fmt, ...) {
    if (c->source) return;
    va_list ap;
    va_start(ap, fmt);
    const char *text = arena_vprintf(c->d->arena, fmt, ap);
    va_end(ap);
    diag_error(c->d, place(c, where), "%s", text ? text : "not enough memory");
    c->ok = false;
}

/* ---- arguments */

static void add_use(struct checker *c, const char *name, const char *where) {
    struct use **end = &c->uses;
    for (; *end; end = &(*end)->next)
        if (strcmp((*end)->name, name) == 0) return;
    struct use *u = arena_new(c->arena, struct use);
    if (u) *u = (struct use){name, where, NULL};
    *end = u;
}

static const char *nearest(struct checker *c, const char *name) {
    const struct facts *f = c->env.facts;
    int n = 0, k = 0;
    while (c->known && c->known[n]) n++;
    for (int i = 0; f && i < f->by_id.count; i++) n += 1 + ((const struct fact *)f->by_id.entries[i].value)->nvalues;
    const char **names = arena_array(c->arena, const char *, n + 1);
    if (!names) return NULL;
    for (; c->known && c->known[k]; k++) names[k] = c->known[k];
    for (int i = 0; f && i < f->by_id.count; i++) {
        const struct fact *fact = f->by_id.entries[i].value;
        names[k++] = fact->id;
        for (int v = 0; v < fact->nvalues; v++) {
            const char *full =
                fact->values[v].key ? arena_printf(c->arena, "%s.%s", fact->id, fact->values[v].key) : NULL;
            names[k++] = full ? full : fact->id;
        }
    }
    return str_nearest(name, names);
}

static void unknown(struct checker *c, const char *where, const char *name) {
    enum arg_view view;
    size_t n = arg_view((struct msg_slice){name, strlen(name)}, &view);
    const char *base = arena_strn(c->arena, name, n), *near = base ? nearest(c, base) : NULL;
    if (near)
        fault(c, where, "unknown argument '%.80s' (did you mean '%s%s'?)", name, near, name + n);
    else
        fault(c, where, "unknown argument '%.80s' (a fact's id, a variable, or a number of 'numbers:')", name);
}

static bool is_date(const struct fact_value *v) { return v->kind == FACT_TEXT && str_eq(v->unit, "date"); }

static void check_fact(struct checker *c, const char *name, const struct msg_node *node, const struct msg_found *f) {
    const struct fact_value *v = f->value;
    bool number = v->kind == FACT_NUM || v->kind == FACT_RANGE,
         plural = node->kind == MSG_PLURAL || node->kind == MSG_ORDINAL;
    if (f->view == VIEW_YEAR) {
        if (!v->as_of && !is_date(v)) fault(c, node->text.p, "fact '%.80s' has no year (give it as_of)", f->fact->id);
    } else if (v->kind == FACT_NONE)
        fault(c, node->text.p, "fact '%.80s' has no value to print (give it one, or reword the text)", name);
    else if (plural && !number && !is_date(v))
        fault(c, node->text.p, "plural of '%.80s', which is no number (use select, or write the words)", name);
    else if (node->kind == MSG_ARG && !number && !is_date(v))
        fault(c, node->text.p, "fact '%.80s' is a text (write the words here: texts of the register are never shown)", name);
}

static void check_arg(struct checker *c, const struct msg_node *node) {
    struct msg_found f;
    enum arg_view view;
    const char *name = arena_strn(c->arena, node->text.p, node->text.n);
    if (!name) return;
    bool found = arg_find(&c->env, node->text, &f);
    if (!found && !fact_lost(c->env.facts, name))
        unknown(c, node->text.p, name);
    else if (found && f.fact)
        check_fact(c, name, node, &f);
    size_t bare = arg_view(node->text, &view);
    if (found) view = f.view;
    const char *use = arena_strn(c->arena, name, view == VIEW_NUMBER ? bare : node->text.n);
    if (use) add_use(c, use, node->text.p);
}

/* ---- plural forms of the language */

static bool has_form(const struct msg_node *node, const char *form) {
    for (const struct msg_branch *b = node->branches; b; b = b->next)
        if (b->word.n == strlen(form) && memcmp(b->word.p, form, b->word.n) == 0) return true;
    return false;
}

static void check_forms(struct checker *c, const struct msg_node *node) {
    const char *const *forms = number_plural_words(c->arena, c->lang, node->kind == MSG_ORDINAL);
    if (!forms || c->source) return;
    for (int i = 0; forms[i]; i++)
        if (!has_form(node, forms[i]))
            diag_warn(c->d, place(c, node->text.p), "plural of '%.*s' lacks '%s', which '%s' uses (add %s {...})", (int)node->text.n,
                      node->text.p, forms[i], c->lang, forms[i]);
    for (const struct msg_branch *b = node->branches; b; b = b->next) {
        bool used = b->exact;
        for (int i = 0; forms[i] && !used; i++)
            used = strlen(forms[i]) == b->word.n && !memcmp(forms[i], b->word.p, b->word.n);
        if (!used)
            diag_warn(c->d, place(c, b->word.p), "'%.*s' in the plural of '%.*s' is never used in '%s' (delete it)", (int)b->word.n,
                      b->word.p, (int)node->text.n, node->text.p, c->lang);
    }
}

/* ---- digits */

/* A digit of any script, and what is a number by itself: ½, Ⅳ. km² is a unit. */
static bool is_figure(UChar32 c) { return c != 0xB2 && c != 0xB3 && (U_GET_GC_MASK(c) & U_GC_N_MASK) != 0; }

static void check_digits(struct checker *c, struct msg_slice s) {
    for (size_t i = 0; i < s.n;) {
        size_t from = i, end = i;
        int run = 0;
        while (i < s.n && is_figure((UChar32)utf8_next(s.p, s.n, &i))) {
            end = i;
            run++;
        }
        if (!run) continue;
        fault(c, s.p + from, "typed digit%s '%.*s' in text (use a fact, or declare the number in 'numbers:')", run > 1 ? "s" : "",
              (int)(end - from), s.p + from);
    }
}

/* ---- stars and underscores */

static bool word_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/* Could the mark at i begin or end words that stand out? One between blanks, or an underscore inside a word, is a letter. */
static bool is_mark(struct msg_slice s, size_t i) {
    char before = i ? s.p[i - 1] : 'x', after = i + 1 < s.n ? s.p[i + 1] : 'x';
    bool inside = i && i + 1 < s.n && word_byte(before) && word_byte(after);
    return before != '\\' && !(before == ' ' && after == ' ') && (s.p[i] == '*' || !inside);
}

/* A mark without its partner would be shown as it is written. */
static void check_marks(struct checker *c, const struct msg_node *n, char mark) {
    int count = 0;
    const char *last = NULL;
    for (; n; n = n->next)
        for (size_t i = 0; n->kind == MSG_TEXT && i < n->text.n; i++)
            if (n->text.p[i] == mark && is_mark(n->text, i)) count++, last = n->text.p + i;
    if (count % 2) fault(c, last, "a '%c' without its partner (put one before and one after the words, or delete it)", mark);
}

static void check_nodes(struct checker *c, const struct msg_node *n) {
    check_marks(c, n, '*');
    check_marks(c, n, '_');
    for (; n; n = n->next) {
        if (n->kind == MSG_TEXT) check_digits(c, n->text);
        if (n->kind == MSG_TEXT || n->kind == MSG_HASH) continue;
        check_arg(c, n);
        if (n->kind == MSG_PLURAL || n->kind == MSG_ORDINAL) check_forms(c, n);
        for (const struct msg_branch *b = n->branches; b; b = b->next) check_nodes(c, b->body);
    }
}

/* ---- against the source */

static bool used(const struct use *list, const char *name) {
    for (; list; list = list->next)
        if (strcmp(list->name, name) == 0) return true;
    return false;
}

/* How many names of `list` are not in `other`; *last = one of them. */
static int absent(const struct use *list, const struct use *other, const struct use **last) {
    int n = 0;
    for (; list; list = list->next)
        if (!used(other, list->name)) n++, *last = list;
    return n;
}

static void compare(struct checker *c, const struct use *source) {
    const struct use *lost = NULL, *extra = NULL;
    if (absent(source, c->uses, &lost) == 1 && absent(c->uses, source, &extra) == 1) {
        fault(c, extra->where, "translation says '{%.80s}' where the English text says '{%.80s}' (write that)", extra->name, lost->name);
        return;
    }
    for (const struct use *u = source; u; u = u->next)
        if (!used(c->uses, u->name))
            fault(c, NULL, "translation lacks the argument '{%.80s}' of the English text (add it)", u->name);
    for (const struct use *u = c->uses; u; u = u->next)
        if (!used(source, u->name)) fault(c, u->where, "argument '{%.80s}' is not in the English text (delete it)", u->name);
}

bool message_check(struct arena *a, const char *msg, const char *source, const char *lang, const struct facts *facts,
                   const char *const *known, struct written at, struct diag *d) {
    struct msg_node *nodes = NULL, *english = NULL;
    int n = 0;
    while (known && known[n]) n++;
    struct msg_arg *args = arena_array(a, struct msg_arg, n);
    for (int i = 0; args && i < n; i++) args[i] = (struct msg_arg){.name = known[i], .decimals = -1};
    struct checker c = {.arena = a,
                        .d = d,
                        .at = at,
                        .msg = msg,
                        .known = known,
                        .lang = lang,
                        .ok = true,
                        .env = {.lang = lang, .facts = facts, .args = args, .nargs = args ? n : 0}};
    if (!msg_parse(a, msg, &nodes, at, d)) return false;
    check_nodes(&c, nodes);
    if (source && msg_parse(a, source, &english, at, NULL)) {
        struct checker s = c;
        s.source = true;
        s.uses = NULL;
        check_nodes(&s, english);
        compare(&c, s.uses);
    }
    if (a->failed) fault(&c, NULL, "not enough memory to check a text");
    return c.ok;
}

bool message_unit_width_check(const struct catalog *c, struct diag *d) {
    for (int i = 0; i < c->n; i++) {
        const struct catalog_entry *e = &c->all[i];
        if (!str_eq(e->ctxt, UNIT_WIDTH_CTXT) || e->fuzzy || !e->str || !*e->str || unit_width(e->str)) continue;
        diag_error(d, e->str_pos, "'%.40s' is no width of units (write short, narrow or full-name)", e->str);
        return false;
    }
    return true;
}
