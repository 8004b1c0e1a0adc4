/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/written.h>
#include <base/str.h>
#include <string.h>

/* Letters follow each other in the file as in the text. Between them lies what only the file has: line breaks, indentation,
 * quotes, backslashes. */

struct pen { const char *s; struct pos at; char style; };   /* style: how the text begins: " ' | > or something else */

static bool blank(uint32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static uint32_t next(struct pen *p) {
    size_t i = 0;
    uint32_t c = utf8_next(p->s, strnlen(p->s, 4), &i);
    p->s += i;
    if (c == '\n') p->at.line++, p->at.col = 1;
    else p->at.col++;
    return c;
}

/* "\x41": how many digits follow. */
static int digits(char kind) { return kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0; }

/* Up to the next letter of the text; false when the file ends before it. */
static bool skip(struct pen *p) {
    for (;;) {
        bool quote = p->style == '"' && *p->s == '"', joint = p->style == '"' && *p->s == '\\' && p->s[1] && strchr("\n\r\tnrt ", p->s[1]);
        if (!*p->s) return false;
        if (!blank((unsigned char)*p->s) && !quote && !joint) return true;
        if (joint) next(p);
        next(p);
    }
}

/* The letter at the pen is c: goes behind it. */
static bool take(struct pen *p, uint32_t c) {
    bool escape = p->style == '"' && *p->s == '\\', twice = p->style == '\'' && *p->s == '\'' && p->s[1] == '\'';
    if (escape || twice) next(p);
    int n = escape ? digits(*p->s) : 0;
    uint32_t own = next(p);
    while (n-- > 0 && *p->s) next(p);
    return own == c || (escape && c != '"' && c != '\\');
}

struct pos written_pos(const struct written *w, const char *text, const char *upto) {
    struct pen p = {w->src, w->at, w->src ? *w->src : 0};
    size_t i = 0, n = strlen(text), to = (size_t)(upto - text);
    if (!w->src || to > n) return w->at;
    if (p.style == '\'') next(&p);
    if (p.style == '|' || p.style == '>')
        while (*p.s && *p.s != '\n') next(&p);
    while (i < n) {
        size_t from = i;
        uint32_t c = utf8_next(text, n, &i);
        if (blank(c) && from < to) continue;
        if (!skip(&p)) break;
        if (from >= to) return p.at;
        if (!take(&p, c)) break;
    }
    return w->at;
}
