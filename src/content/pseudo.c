/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/pseudo.h>
#include <base/str.h>
#include <content/message_parts.h>
#include <string.h>
#include <unicode/uchar.h>

#define RLO "\u202E" /* from here on right to left ... */
#define PDF "\u202C" /* ... until here */

const char *const PSEUDO_CODES[] = {"en-XA", "ar-XB", NULL};

enum pseudo pseudo_of(const char *lang) {
    for (int i = 0; PSEUDO_CODES[i]; i++)
        if (str_eq(PSEUDO_CODES[i], lang)) return PSEUDO_ACCENTS + i;
    return PSEUDO_NONE;
}

struct maker {
    enum pseudo kind;
    struct sbuf out;
    const char *from;   /* of the message: what is not written yet */
    float owed;         /* letters by which it should be longer by now */
};

static bool in_word(uint32_t c) { return u_isalnum((UChar32)c); }

static uint32_t at(struct msg_slice s, size_t i) { return i < s.n ? utf8_next(s.p, s.n, &i) : 0; }

/* ---- accents. Only letters that the faces of a Latin text have. */
static const char *accented(char c) {
    static const char *const SMALL[] = {"å", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "î", "ĵ", "ķ", "ļ", "m", "ñ", "ö", "þ", "q", "ŕ", "š", "ţ", "û", "v", "ŵ", "x", "ý", "ž"};
    static const char *const LARGE[] = {"Å", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Î", "Ĵ", "Ķ", "Ļ", "M", "Ñ", "Ö", "Þ", "Q", "Ŕ", "Š", "Ţ", "Û", "V", "Ŵ", "X", "Ý", "Ž"};
    return c >= 'a' && c <= 'z' ? SMALL[c - 'a'] : c >= 'A' && c <= 'Z' ? LARGE[c - 'A'] : NULL;
}

/* A vowel is said as long as is owed: Leopard, Léöööpåård. */
static void accents(struct maker *m, struct msg_slice s) {
    for (size_t i = 0, next; i < s.n; i = next) {
        char c = s.p[i];
        const char *letter = accented(c);
        next = i;
        utf8_next(s.p, s.n, &next);
        if (!letter) {   /* beside an accent an underscore would be a mark */
            if (c == '_' && i && accented(s.p[i - 1]) && accented((char)at(s, next))) sbuf_putc(&m->out, '\\');
            sbuf_add(&m->out, s.p + i, next - i);
            continue;
        }
        sbuf_puts(&m->out, letter);
        m->owed += .4f;
        for (; m->owed >= 1 && strchr("aeiouAEIOU", c); m->owed--) sbuf_puts(&m->out, accented((char)(c | 32)));
    }
}

/* ---- backwards, word by word */
static void backwards(struct maker *m, struct msg_slice s) {
    bool inside = false;
    for (size_t i = 0, next; i < s.n; i = next) {
        next = i;
        uint32_t c = utf8_next(s.p, s.n, &next);
        bool joint = inside && (c == '\'' || c == 0x2019 || c == '-' || c == '_') && in_word(at(s, next));
        bool word = in_word(c) || joint;
        if (word != inside) sbuf_puts(&m->out, inside ? PDF : RLO);
        sbuf_add(&m->out, s.p + i, next - i);
        inside = word;
    }
    if (inside) sbuf_puts(&m->out, PDF);
}

/* ---- the message: all but its literal text is copied */
static bool has_letter(const struct msg_node *n) {
    for (; n; n = n->next) {
        for (size_t i = 0; n->kind == MSG_TEXT && i < n->text.n;)
            if (u_isalpha((UChar32)utf8_next(n->text.p, n->text.n, &i))) return true;
        for (const struct msg_branch *b = n->branches; b; b = b->next)
            if (has_letter(b->body)) return true;
    }
    return false;
}

static void write_nodes(struct maker *m, const struct msg_node *n) {
    for (; n; n = n->next) {
        float owed = m->owed;   /* one of the branches is said, not all */
        for (const struct msg_branch *b = n->branches; b; b = b->next) {
            m->owed = owed;
            write_nodes(m, b->body);
        }
        if (n->kind != MSG_TEXT) continue;
        sbuf_add(&m->out, m->from, (size_t)(n->text.p - m->from));
        if (m->kind == PSEUDO_ACCENTS) accents(m, n->text);
        else backwards(m, n->text);
        m->from = n->text.p + n->text.n;
    }
}

const char *pseudo_text(struct arena *a, enum pseudo kind, const char *english) {
    struct msg_node *nodes = NULL, whole = {.kind = MSG_TEXT, .text = {english, strlen(english)}};
    struct maker m = {.kind = kind, .out = {.arena = a}, .from = english};
    if (!msg_parse(a, english, &nodes, (struct written){0}, NULL)) nodes = &whole;
    if (kind == PSEUDO_NONE || !has_letter(nodes)) return english;
    if (kind == PSEUDO_ACCENTS) sbuf_putc(&m.out, '[');
    write_nodes(&m, nodes);
    sbuf_puts(&m.out, m.from);
    for (; m.owed >= .5f; m.owed--) sbuf_putc(&m.out, '~');
    if (kind == PSEUDO_ACCENTS) sbuf_putc(&m.out, ']');
    return a->failed ? NULL : m.out.p;
}
