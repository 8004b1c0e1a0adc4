/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.h - JSON Schema (draft-07) from the field tables, for editors. */
#ifndef LK_CONTENT_SCHEMA_H
#define LK_CONTENT_SCHEMA_H
#include <content/fields.h>

struct schema_kind { const char *name, *help; const struct field *fields; };
struct schema_file {
    const char *title;
    const struct field *top;             /* the file's own table */
    bool nulls;                          /* in optional keys null is as good as nothing */
    const struct field *common;          /* of a scene: the keys every element has, and the kinds; ends with name NULL */
    const struct schema_kind *kinds;
};
/* The schema of a file, as indented JSON; parts that occur everywhere stand once, under "definitions". Rows of elements are
 * oneOf the kinds (const "kind"), and 'portrait' has the keys of its element. */
void schema_write(struct sbuf *out, const struct schema_file *f);
#endif
