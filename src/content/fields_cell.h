/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields_cell.h - inside of fields*.c: one value on its way from the tree into a struct. */
#ifndef LK_CONTENT_FIELDS_CELL_H
#define LK_CONTENT_FIELDS_CELL_H
#include <content/fields.h>

/* key: how messages call the value, without the quotes ("at"); for members of lists the key of the list. */
struct cell { const struct fields_in *in; const struct field *f; const char *key; const struct yval *v; };

/* One reader per field type: puts the value at `at`. False when anything is wrong, with a line in the diag (memory
 * refusals have none: the arena's `failed` tells). */
bool cell_bool(const struct cell *c, void *at);
bool cell_int(const struct cell *c, void *at);
bool cell_num(const struct cell *c, void *at);
bool cell_word(const struct cell *c, void *at);      /* STR ID ASSET FACT SCENE VAR */
bool cell_text(const struct cell *c, void *at);
bool cell_enum(const struct cell *c, void *at);
bool cell_color(const struct cell *c, void *at);
bool cell_value(const struct cell *c, void *at);
bool cell_point(const struct cell *c, void *at);
bool cell_nums(const struct cell *c, void *at);
bool cell_words(const struct cell *c, void *at);     /* STRS ASSETS FACTS SCENES */
bool cell_conds(const struct cell *c, void *at);
bool cell_sets(const struct cell *c, void *at);
bool cell_actions(const struct cell *c, void *at);

/* Any of the above by the field's type; FIELD_STRUCT, FIELD_LIST and FIELD_MAP are fields.c's own. */
bool cell_read(const struct cell *c, void *at);

/* Adds "WHAT: TEXT" to the diag; always false. */
bool cell_fault(const struct cell *c, struct pos at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Adds "'key' must be WANTED, not VALUE"; always false. */
bool cell_wants(const struct cell *c, const struct yval *v, const char *wanted);
/* A name checked as the singular type says (ID, ASSET, FACT, SCENE, VAR; STR: anything) and told to the refs. */
bool cell_name(const struct cell *c, const struct yval *v, enum field_type type, const char **out);
/* A number within the field's range. */
bool cell_number(const struct cell *c, const struct yval *v, double *out);
/* Number, true/false (1/0) or word. */
bool cell_any(const struct cell *c, const struct yval *v, struct value *out);
/* "did you mean 'label'?" or "known keys: a, b"; names ends with NULL. In the diag's arena, never NULL. */
const char *fields_hint(const struct fields_in *in, const char *word, const char *const *names, const char *known);
void fields_ref(const struct fields_in *in, enum field_type type, const char *value, const struct text_ref *text, struct pos at);
/* ctxt.key, or key where there is no context. NULL when memory was refused. */
const char *fields_ctxt(const struct fields_in *in, const char *key);
#endif
