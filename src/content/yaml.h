/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yaml.h - reads one YAML 1.1 document (JSON reads too) into a tree that remembers line and column.
 *
 * Gate, before anything is built: size and event caps, valid UTF-8, no NUL or control characters, depth, scalar length,
 * no alias, anchor, tag or merge key, exactly one document and then the end of the stream. Duplicate keys are refused.
 * All values are scalars as text; meaning is given by fields.h. Errors carry the place and what to do instead; for an
 * unterminated string the place is where the string began. */
#ifndef LK_CONTENT_YAML_H
#define LK_CONTENT_YAML_H
#include <base/arena.h>
#include <content/written.h>
#include <port.h>

enum yval_kind { YAML_NULL, YAML_SCALAR, YAML_SEQ, YAML_MAP };   /* NULL: empty, ~ or null, unquoted */
struct yval;
struct ypair { const char *key; struct pos key_pos; struct yval *value; };
struct yval {
    enum yval_kind kind;
    struct pos pos;
    bool quoted;                 /* scalar was written in quotes or as a block: never a number or bool */
    const char *text; size_t len;/* SCALAR */
    const char *src;             /* SCALAR: the file from pos on, as written.h has it */
    struct yval **items; int n;  /* SEQ */
    struct ypair *pairs; int np; /* MAP, in the order of the file */
};
struct yaml_caps { size_t bytes, events, scalar; int depth; };
extern const struct yaml_caps YAML_SCENE_CAPS;   /* 256 KB, 20,000 events, 8 KB, depth 16 */
extern const struct yaml_caps YAML_MAP_CAPS;     /* GeoJSON: 8 MB, 2,000,000 events, 8 KB, depth 16 */

/* in lives as long as the tree, and a 0 follows it, as port_files reads it. name is used in messages ("scenes/leap.yaml") and copied. NULL on failure, with at least one error in d. An empty
 * file is an error. */
struct yval *yaml_read(struct arena *a, const char *name, struct bytes in, const struct yaml_caps *caps, struct diag *d);
/* Member of a map, or NULL. */
struct yval *yaml_get(const struct yval *map, const char *key);
/* Takes out of every map what is null: it says "there is none", as if it had been left out. `keep`: a key that keeps its null,
 * or NULL. */
void yaml_drop_nulls(struct yval *v, const char *keep);
#endif
