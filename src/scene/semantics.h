/* SPDX-License-Identifier: GPL-3.0-or-later */
/* semantics.h - what a person can perceive or do in one frame. Everything drawn as text and everything that reacts to touch
 * comes from this list: drawing, hit testing, keyboard focus, narration and all checks read it. Canvas units. */
#ifndef LK_SCENE_SEMANTICS_H
#define LK_SCENE_SEMANTICS_H
#include <base/geom.h>
#include <base/str.h>
#include <text/para.h>

enum sem_role { SEM_TEXT, SEM_HEADING, SEM_PICTURE, SEM_BUTTON, SEM_LINK, SEM_SLIDER, SEM_CHOICE, SEM_LANGUAGE, SEM_PROGRESS,
                SEM_MAP, SEM_DIALOG, SEM_HANDLE };
extern const char *const SEM_ROLES[];
enum { SEM_SELECTED = 1, SEM_PRESSED = 2, SEM_FOCUSED = 4, SEM_VISITED = 8, SEM_DISABLED = 16, SEM_STRUCK = 32 };   /* STRUCK: crossed out */

struct node;
struct sem_item {
    const char *id;              /* element id, or "id/part"; the same in every language and size */
    enum sem_role role;
    const char *label;           /* what it says, in the language now shown */
    const char *also;            /* the same in the second language, NULL = there is none */
    const char *value;           /* slider value with unit, or NULL */
    unsigned state;
    struct box box;              /* drawn */
    struct box hit;              /* touch box; w = 0: does not react */
    bool round;                  /* hit is the ellipse in its box */
    bool focusable;
    bool drags;                  /* needs a drag (has a tap equivalent elsewhere or in itself) */
    struct node *node; int item; /* who answers; item = the element's own number for this part */
    int layer;                   /* 0 scene, 1 sheet over it: hits below the topmost layer do nothing */
    const struct para *para;     /* text items: what was drawn */
    struct vec2 para_at;         /* canvas units of the paragraph's top left */
};
struct semlist { struct arena *arena; struct sem_item *v; int n, cap; };
void sem_begin(struct semlist *s, struct arena *a);
struct sem_item *sem_add(struct semlist *s, const struct sem_item *it);   /* NULL when memory was refused */
/* Topmost reacting item at p (later items lie above earlier ones, higher layers above lower ones), or -1. */
int sem_hit(const struct semlist *s, struct vec2 p);
void sem_dump(const struct semlist *s, struct sbuf *out);
#endif
