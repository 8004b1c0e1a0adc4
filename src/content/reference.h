/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference.h - the field tables as an author reads them: Markdown. */
#ifndef LK_CONTENT_REFERENCE_H
#define LK_CONTENT_REFERENCE_H
#include <content/fields.h>

/* One table: key, what it takes (with range and unit), what it is without being written, what it is for. Keys of maps and of lists
 * of maps follow their own as "items › label"; a bold key must be written. */
void reference_keys(struct sbuf *out, const struct field *table);
void reference_actions(struct sbuf *out);      /* the same of actions */
/* The first key of a table, whole, that has no words of its own ("items › label"), or NULL: all are explained. */
const char *reference_unexplained(struct arena *a, const struct field *table);
#endif
