/* SPDX-License-Identifier: GPL-3.0-or-later */
/* message_parts.h - inside of message*.c: the tree of a message, and numbers in a language. */
#ifndef LK_CONTENT_MESSAGE_PARTS_H
#define LK_CONTENT_MESSAGE_PARTS_H
#include <content/message.h>

/* ---- the tree (message_parse.c). Slices point into the message. */

#define MSG_DEPTH 6
struct msg_slice {
    const char *p;
    size_t n;
};
enum msg_kind {
    MSG_TEXT, /* literal */
    MSG_HASH, /* '#': the number of the plural around it */
    MSG_ARG,  /* {name} */
    MSG_PLURAL,
    MSG_ORDINAL,
    MSG_SELECT
};
struct msg_branch {
    struct msg_slice word; /* "one", "other", "=2" */
    bool exact;            /* =N */
    double number;
    struct msg_node *body;
    struct msg_branch *next;
};
struct msg_node {
    enum msg_kind kind;
    struct msg_slice text; /* literal, or the argument's name */
    double offset;         /* plural: offset:N */
    struct msg_branch *branches;
    struct msg_node *next;
};
/* False when msg is no message, with one line in d (d may be NULL) where reading stopped. *out may be NULL for the empty message. */
bool msg_parse(struct arena *a, const char *msg, struct msg_node **out, struct written at, struct diag *d);

/* ---- numbers (message_number.c) */

/* One number or range as it prints. icu: a unit of ICU ("length-meter", "percent") or NULL = bare. */
struct msg_number {
    double min, max;
    int decimals;
    bool grouped;
    const char *icu;
    const char *width; /* of UNIT_WIDTHS; NULL: short */
};
/* NULL when ICU or the arena refuses. lang: BCP 47. */
const char *number_print(struct arena *a, const char *lang, const struct msg_number *n);
/* "one", "few" ...: the plural word for n in lang, as n prints. Never NULL. */
const char *number_plural(struct arena *a, const char *lang, const struct msg_number *n, bool ordinal);
/* Which plural words lang has, NULL-terminated; NULL when ICU refuses. */
const char *const *number_plural_words(struct arena *a, const char *lang, bool ordinal);
/* A date of the register ("2012-04-05", "2012-04") as lang writes it. NULL when it is none. */
const char *date_print(struct arena *a, const char *lang, const char *iso);
bool number_unit_known(const char *icu);
/* word, when it is one of UNIT_WIDTHS, or NULL. */
const char *unit_width(const char *word);
/* ICU's name of a language, "en" when it has none or is made from English (pseudo.h). */
void icu_locale(const char *lang, char out[64]);

/* ---- arguments (message.c) */

enum arg_view { VIEW_PLAIN, VIEW_QUALIFIED, VIEW_NUMBER, VIEW_YEAR };
struct msg_found {
    const struct msg_arg *arg; /* or: */
    const struct fact *fact;
    const struct fact_value *value;
    enum arg_view view;
};
/* Looks an argument up: the whole name first, then without ".qualified", ".number" or ".year". */
bool arg_find(const struct msg_env *env, struct msg_slice name, struct msg_found *out);
/* Length of the name without its view, and the view; the whole name when it has none. */
size_t arg_view(struct msg_slice name, enum arg_view *view);
#endif
