/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.h - JSON Schema (draft-07) from the field tables, for editors. */
#ifndef LK_CONTENT_SCHEMA_H
#define LK_CONTENT_SCHEMA_H
#include <content/fields.h>

struct schema_kind { const char *name, *help; const struct field *fields; };
/* The schema of a scene file: `top` is the table of the file, `common` the keys every element has, `kinds` ends with name
 * NULL. Items of the keys "elements" and "children" are oneOf the kinds (const "kind"). Written to out as indented JSON. */
void schema_scene(struct sbuf *out, const struct field *top, const struct field *common, const struct schema_kind *kinds);
/* An object schema of one table, complete in itself. indent: levels of two spaces that the lines behind the first get. */
void schema_object(struct sbuf *out, const struct field *table, int indent);
#endif
