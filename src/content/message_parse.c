/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/message_parts.h>
#include <base/str.h>
#include <string.h>

/* ICU's MessageFormat, less what this program never needs: number, date and choice formats (numbers print as the
 * register says) and quoting by apostrophes (an apostrophe is an apostrophe). */

struct parser {
    struct arena *arena;
    const char *s, *msg;
    struct written at;
    struct diag *d;
    int depth;
    bool plural; /* '#' means a number here */
};

/* where: in the message */
static bool fault(struct parser *p, const char *where, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static bool fault(struct parser *p, const char *where, const char *fmt, ...) {
    if (!p->d) return false;
    va_list ap;
    va_start(ap, fmt);
    const char *text = arena_vprintf(p->d->arena, fmt, ap);
    va_end(ap);
    diag_error(p->d, written_pos(&p->at, p->msg, where), "%s", text ? text : "not a message");
    return false;
}

static void blanks(struct parser *p) { p->s += strspn(p->s, " \t\r\n"); }

/* As much of it as a message needs, whole characters. */
static int shown(struct msg_slice s) {
    size_t n = s.n > 60 ? 60 : s.n;
    while (n < s.n && n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80) n--;
    return (int)n;
}

static int near(const struct parser *p) {
    int n = 0;
    for (; n < 12 && p->s[n]; n++) {}
    while (n > 0 && p->s[n] && ((unsigned char)p->s[n] & 0xC0) == 0x80) n--;
    return n;
}

static bool is(struct msg_slice s, const char *word) { return strlen(word) == s.n && memcmp(s.p, word, s.n) == 0; }

static struct msg_slice name(struct parser *p) {
    struct msg_slice n = {p->s, 0};
    n.n = strspn(p->s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");
    p->s += n.n;
    return n;
}

static bool sequence(struct parser *p, struct msg_node **out);

/* ---- {name, plural, one {...} other {...}} */

static bool number(struct parser *p, double *out) {
    char digits[16];
    size_t n = strspn(p->s, "0123456789");
    if (n == 0 || n >= sizeof digits)
        return fault(p, p->s, "no whole number at '%.*s' (write '=0' or 'offset:1')", near(p), p->s);
    memcpy(digits, p->s, n);
    digits[n] = 0;
    p->s += n;
    return str_number(digits, out);
}

static bool word(struct parser *p, const struct msg_node *node, struct msg_branch *b) {
    static const char *const forms[] = {"zero", "one", "two", "few", "many", "other", NULL};
    b->word = (struct msg_slice){p->s, 0};
    b->exact = *p->s == '=' && node->kind != MSG_SELECT;
    if (b->exact) {
        p->s++;
        if (!number(p, &b->number)) return false;
        b->word.n = (size_t)(p->s - b->word.p);
    } else
        b->word = name(p);
    if (!b->word.n)
        return fault(p, p->s, "no word before '%.*s' in '%.*s' (like other {...})", near(p), p->s, shown(node->text),
                     node->text.p);
    bool known = b->exact || node->kind == MSG_SELECT;
    for (int i = 0; forms[i] && !known; i++) known = is(b->word, forms[i]);
    if (!known)
        return fault(p, b->word.p, "'%.*s' is no plural form (zero, one, two, few, many, other or =N)", shown(b->word), b->word.p);
    for (const struct msg_branch *o = node->branches; o; o = o->next)
        if (o->word.n == b->word.n && memcmp(o->word.p, b->word.p, b->word.n) == 0)
            return fault(p, b->word.p, "'%.*s' stands twice in '%.*s' (delete one)", shown(b->word), b->word.p, shown(node->text),
                         node->text.p);
    return true;
}

static bool branch(struct parser *p, struct msg_node *node, struct msg_branch ***end) {
    struct msg_branch *b = arena_new(p->arena, struct msg_branch);
    if (!b) return fault(p, p->s, "not enough memory");
    if (!word(p, node, b)) return false;
    blanks(p);
    if (*p->s != '{')
        return fault(p, b->word.p, "'%.*s' of '%.*s' has no {...} (write its words in braces)", shown(b->word), b->word.p, shown(node->text), node->text.p);
    if (++p->depth > MSG_DEPTH) return fault(p, p->s, "braces are more than %d deep (simplify the text)", MSG_DEPTH);
    const char *open = p->s++;
    bool outer = p->plural;
    if (node->kind != MSG_SELECT) p->plural = true;
    if (!sequence(p, &b->body)) return false;
    p->plural = outer;
    if (*p->s != '}') return fault(p, open, "'{' is never closed (add '}')");
    p->s++;
    p->depth--;
    **end = b;
    *end = &b->next;
    return true;
}

/* open: the brace before the argument */
static bool branches(struct parser *p, struct msg_node *node, const char *open) {
    struct msg_branch **end = &node->branches;
    blanks(p);
    if (node->kind != MSG_SELECT && strncmp(p->s, "offset:", 7) == 0) {
        p->s += 7;
        if (!number(p, &node->offset)) return false;
    }
    bool other = false;
    for (blanks(p); *p->s != '}'; blanks(p)) {
        if (!*p->s) return fault(p, open, "'{' is never closed (add '}')");
        struct msg_branch **mine = end;
        if (!branch(p, node, &end)) return false;
        other = other || is((*mine)->word, "other");
    }
    if (!other) return fault(p, node->text.p, "'%.*s' has no 'other' (add other {...})", shown(node->text), node->text.p);
    return true;
}

/* After '{', which is `open`. */
static bool argument(struct parser *p, struct msg_node *node, const char *open) {
    blanks(p);
    node->text = name(p);
    blanks(p);
    if (!node->text.n) return fault(p, open, "no name after '{' (write {fact-id})");
    node->kind = MSG_ARG;
    if (*p->s == '}') return true;
    if (*p->s != ',')
        return fault(
            p, node->text.p, *p->s ? "'%.*s' is followed by something else than ',' or '}' (write {name})" : "'{%.*s' is never closed (add '}')",
            shown(node->text), node->text.p);
    p->s++;
    blanks(p);
    struct msg_slice type = name(p);
    blanks(p);
    if (is(type, "plural"))
        node->kind = MSG_PLURAL;
    else if (is(type, "selectordinal"))
        node->kind = MSG_ORDINAL;
    else if (is(type, "select"))
        node->kind = MSG_SELECT;
    else
        return fault(p, type.p,
                     "unknown kind '%.*s' of argument '%.*s' (plural, select or selectordinal; numbers print as the "
                     "register says)",
                     shown(type), type.p, shown(node->text), node->text.p);
    if (*p->s != ',') return fault(p, type.n ? type.p : node->text.p, "no ',' after '%.*s' (write {name, plural, one {...} other {...}})", shown(type), type.p);
    p->s++;
    return branches(p, node, open);
}

/* ---- text and arguments up to '}' or the end */

static bool one(struct parser *p, struct msg_node *node) {
    if (*p->s == '{') {
        if (++p->depth > MSG_DEPTH) return fault(p, p->s, "braces are more than %d deep (simplify the text)", MSG_DEPTH);
        const char *open = p->s++;
        if (!argument(p, node, open)) return false;
        if (*p->s != '}') return fault(p, open, "'{' is never closed (add '}')");
        p->s++;
        p->depth--;
        return true;
    }
    node->text.p = p->s;
    if (*p->s == '#' && p->plural) {
        node->kind = MSG_HASH;
        node->text.n = 1;
    } else {
        node->kind = MSG_TEXT;
        node->text.n = strcspn(p->s + 1, p->plural ? "{}#" : "{}") + 1;
    }
    p->s += node->text.n;
    return true;
}

static bool sequence(struct parser *p, struct msg_node **out) {
    *out = NULL;
    while (*p->s && *p->s != '}') {
        struct msg_node *node = arena_new(p->arena, struct msg_node);
        if (!node) return fault(p, p->s, "not enough memory");
        if (!one(p, node)) return false;
        *out = node;
        out = &node->next;
    }
    return true;
}

bool msg_parse(struct arena *a, const char *msg, struct msg_node **out, struct written at, struct diag *d) {
    struct parser p = {.arena = a, .s = msg, .msg = msg, .at = at, .d = d};
    if (!sequence(&p, out)) return false;
    return !*p.s || fault(&p, p.s, "'}' closes nothing that is open (delete it)");
}
