/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <base/diag.h>
#include <string.h>

void diag_init(struct diag *d, struct arena *arena) { *d = (struct diag){.arena = arena}; }

static void add(struct diag *d, struct pos at, bool warning, const char *lang, const char *fmt, va_list ap) {
    if (warning) d->warnings++;
    else d->errors++;
    char *text = arena_vprintf(d->arena, fmt, ap);
    struct diag_item *it = text ? arena_new(d->arena, struct diag_item) : NULL;
    if (!it) return;
    *it = (struct diag_item){at.file, at.line, at.col, warning, text, NULL, lang};
    if (d->last) d->last->next = it;
    else d->first = it;
    d->last = it;
}

void diag_error(struct diag *d, struct pos at, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    add(d, at, false, NULL, fmt, ap);
    va_end(ap);
}

void diag_lack(struct diag *d, struct pos at, const char *lang, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    add(d, at, false, arena_str(d->arena, lang), fmt, ap);
    va_end(ap);
}

void diag_warn(struct diag *d, struct pos at, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    add(d, at, true, NULL, fmt, ap);
    va_end(ap);
}

char *diag_line(struct arena *a, const struct diag_item *it) {
    const char *kind = it->warning ? "warning: " : "";
    if (!it->file) return arena_printf(a, "%s%s", kind, it->text);
    if (it->line <= 0) return arena_printf(a, "%s: %s%s", it->file, kind, it->text);
    if (it->col <= 0) return arena_printf(a, "%s:%d: %s%s", it->file, it->line, kind, it->text);
    return arena_printf(a, "%s:%d:%d: %s%s", it->file, it->line, it->col, kind, it->text);
}

/* Items without a file come first, as do those without a line: they speak of the whole. */
static int compare(const struct diag_item *x, const struct diag_item *y) {
    int c = strcmp(x->file ? x->file : "", y->file ? y->file : "");
    if (c) return c;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return x->col < y->col ? -1 : x->col > y->col;
}

static struct diag_item *merge(struct diag_item *x, struct diag_item *y) {
    struct diag_item *first = NULL, **end = &first;
    while (x && y) {
        struct diag_item **least = compare(y, x) < 0 ? &y : &x;
        *end = *least;
        end = &(*end)->next;
        *least = (*least)->next;
    }
    *end = x ? x : y;
    return first;
}

/* Merge sort from below: part[i] is a sorted list of 2^i items, older parts are the later ones. */
void diag_sort(struct diag *d) {
    struct diag_item *part[32] = {NULL};
    for (struct diag_item *it = d->first, *next; it; it = next) {
        next = it->next;
        it->next = NULL;
        int i = 0;
        for (; i < 31 && part[i]; i++) {
            it = merge(part[i], it);
            part[i] = NULL;
        }
        part[i] = part[i] ? merge(part[i], it) : it;
    }
    struct diag_item *all = NULL;
    for (int i = 0; i < 32; i++) all = part[i] ? merge(part[i], all) : all;
    d->first = d->last = all;
    while (d->last && d->last->next) d->last = d->last->next;
}
