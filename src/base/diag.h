/* SPDX-License-Identifier: GPL-3.0-or-later */
/* diag.h - errors as values: what is wrong, where, and what to do instead.
 *
 * A function that can fail returns bool (false = failed) or NULL and adds one line per fault to the diag it was given.
 * `check` prints all lines; the running kiosk logs the same lines and keeps the last good state. Wording: lower case,
 * quoted subject, the remedy in brackets: scenes/leap.yaml:14:7: unknown key 'lable' in element 'title' (did you mean
 * 'label'?). Line and column start at 1; 0 = unknown and not printed. */
#ifndef LK_BASE_DIAG_H
#define LK_BASE_DIAG_H
#include <base/arena.h>

struct pos { const char *file; int line, col; };   /* file: borrowed, lives as long as what it describes */

/* lang: the error is only that this language lacks a text; visitors see the English. */
struct diag_item { const char *file; int line, col; bool warning; const char *text; struct diag_item *next; const char *lang; };
struct diag {
    struct arena *arena;              /* owns the items; borrowed */
    struct diag_item *first, *last;
    int errors, warnings;             /* counted even when an item could not be stored */
};

void diag_init(struct diag *d, struct arena *arena);
void diag_error(struct diag *d, struct pos at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void diag_lack(struct diag *d, struct pos at, const char *lang, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void diag_warn(struct diag *d, struct pos at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Formats "file:line:col: text" (parts that are unknown are left out; warnings say "warning: " before the text). */
char *diag_line(struct arena *a, const struct diag_item *it);
/* Orders the items by file, line and column (stable). Call before printing. */
void diag_sort(struct diag *d);
#endif
