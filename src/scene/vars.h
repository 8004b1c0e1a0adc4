/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vars.h - the variables of a visit: numbers and words, by name. Journey variables and those of the scene now shown. All
 * are cleared on idle; a scene's own are set to their first values by goto. */
#ifndef LK_SCENE_VARS_H
#define LK_SCENE_VARS_H
#include <base/map.h>
#include <content/fields.h>

struct var { const char *name; struct value now, first; const char *unit; bool scene_local, by_day; };
struct vars {
    struct arena *arena;         /* words and rows; program-long, words are interned */
    struct var *v; int n, cap;
    struct map words;            /* every word, name and unit seen in the visit, once: scenes go, their strings stay */
    uint32_t version;            /* counts changes: whoever formatted a text may compare */
};
void vars_init(struct vars *vs, struct arena *a);
/* A name that is declared already keeps its value (a scene that is read again, a journey variable named in a scene). */
bool vars_declare(struct vars *vs, const char *name, struct value first, const char *unit, bool scene_local);
void vars_drop_local(struct vars *vs);          /* forgets scene-local variables (goto) */
void vars_reset(struct vars *vs);               /* to their first values (idle); what lasts a day stays */
void vars_last_day(struct vars *vs, const char *name);   /* this one does, from now on */
void vars_new_day(struct vars *vs);             /* what lasts a day, to its first value */
/* Setting to the same value changes nothing. An undeclared name is ignored (check has refused it). */
void vars_set(struct vars *vs, const char *name, struct value to);
void vars_set_num(struct vars *vs, const char *name, double to);
struct value vars_get(const struct vars *vs, const char *name);      /* VALUE_NONE when unknown */
double vars_num(const struct vars *vs, const char *name, double otherwise);
bool vars_hold(const struct vars *vs, const struct conds *c);        /* all conditions; no conditions = true */
bool value_eq(struct value a, struct value b);
#endif
