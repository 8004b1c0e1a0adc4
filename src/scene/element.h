/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element.h - the contract of an element kind: one file element_X.c and one row in elements.c.
 *
 * A kind is a field table (what an author may write), a props struct that the table fills, a state struct of its own and up
 * to seven functions; NULL = nothing to do. Kinds do not see each other. A kind never touches variables or scenes: it
 * pushes effects, which the app runs in one place. */
#ifndef LK_SCENE_ELEMENT_H
#define LK_SCENE_ELEMENT_H
#include <content/actions.h>
#include <content/geojson.h>
#include <content/journey.h>
#include <content/message.h>
#include <draw/dlist.h>
#include <draw/picset.h>
#include <scene/env.h>
#include <scene/semantics.h>

/* ---- keys every element may have (NODE_FIELDS) */
enum track_prop { TRACK_X, TRACK_Y, TRACK_ALPHA, TRACK_FRAME, TRACK_VALUE, TRACK_COUNT };
struct track {                       /* author: {property, driver, keys: [at, value, at, value ...], ease, loop} */
    int property;                    /* enum track_prop; x and y are added to the place, in canvas units */
    const char *driver;              /* "time" (seconds since the scene began), "play:NAME" (since action play) or a variable */
    struct nums keys;                /* pairs, ascending */
    int ease;                        /* enum track_ease in track.h */
    bool loop;                       /* time drivers only */
    bool ambient;                    /* rests after 5 s outside of attract, and in reduced motion */
};
enum node_pair { PAIR_AUTO, PAIR_BOTH, PAIR_LINE, PAIR_BESIDE, PAIR_FIRST };   /* auto: as its group; both in a slot, the first on the stage */
struct node_common {
    const char *id;                  /* never NULL once loaded: KIND-N when the author gave none */
    const char *slot;                /* a slot of the template, or NULL: the picture stage */
    struct vec2 at, size;            /* stage: reference canvas units, top left; size 0,0 = natural or full. Slots: a side > 0 is kept */
    bool bleed;                      /* stage: the element fills the whole canvas (at/size ignored) */
    float alpha;
    struct vec2 pair_move;           /* stage: added to `at` while two languages are shown */
    int pair;                        /* enum node_pair: what is said in two languages */
    bool keep_side;                  /* not mirrored in a right-to-left language (maps, rulers) */
    struct conds visible_if;
    struct text_ref alt;             /* what a picture shows; easy NULL = decorative */
    struct actions press;            /* on release inside (or Enter) */
    struct list tracks;              /* struct track */
    const struct yval *portrait;     /* overrides, any key of the element */
    const char *kind;                /* as written */
};
extern const struct field NODE_FIELDS[];

struct anim { float v[TRACK_COUNT]; bool has[TRACK_COUNT]; };   /* what tracks say now */

struct element_kind;
struct node;
/* Where the value of a key stands in the file; where the element begins when it has no such key. */
struct pos node_at(const struct node *n, const char *key);
/* The same for a key of an item of one of its lists. */
struct pos node_item_at(const struct node *n, const char *list, int i, const char *key);
struct node {
    const struct element_kind *kind;
    struct node_common common[2];    /* [0] landscape, [1] portrait */
    void *props[2];                  /* kind's struct, same index */
    void *state;                     /* kind's state, zeroed at init */
    struct node **children; int nchildren;   /* group only */
    struct node *parent;
    struct box box;                  /* where it lies, canvas units, before tracks move it */
    struct anim anim;
    const struct yval *map;          /* as it was written */
    bool visible;                    /* visible_if holds */
    int spare;                       /* enum pair_spare: what its slot has no room for, set by layout */
    int pressed;                     /* item under a finger now, -1 = none */
    int focused;                     /* item with the keyboard's focus, -1 = none */
    struct pos pos;
};

/* The props and common keys for the orientation now. */
static inline const void *node_props(const struct node *n, const struct env *e) { return n->props[e->portrait]; }
static inline const struct node_common *node_common(const struct node *n, const struct env *e) { return &n->common[e->portrait]; }

/* ---- painting. All boxes canvas units; the walk has set the offset and fade of tracks and groups. */
struct paint { struct dlist *list; struct semlist *sem; struct env *env; float ox, oy; };
struct ibox paint_px(const struct paint *p, struct box b);              /* rounded to px */
void paint_picture(struct paint *p, uint64_t key, struct box b, float alpha);
/* A film at `at` ms; b keeps its size in px wherever it is moved. */
void paint_film(struct paint *p, const char *path, int at, struct box b);
void paint_fill(struct paint *p, struct box b, rgba color);
/* A paragraph with its top left at x,y: draws the runs and adds the semantic item that they belong to. Returns the item
 * (to set hit, state ...) or NULL. */
struct sem_item *paint_para(struct paint *p, struct node *n, const char *part, enum sem_role role, const struct para *para,
                            float x, float y, float alpha);
/* A reacting (or just perceivable) thing without text of its own. label may be NULL. */
struct sem_item *paint_item(struct paint *p, struct node *n, const char *part, int item, enum sem_role role, const char *label,
                            struct box box, struct box hit);

/* ---- events and effects */
enum node_event_kind {
    NODE_DOWN,      /* a finger came down on item: answer visibly */
    NODE_MOVE,      /* it moved (captured: also outside) */
    NODE_UP,        /* it left; inside tells whether over the item's hit box */
    NODE_CANCEL,    /* the finger was taken away: nothing may act */
    NODE_ACTIVATE,  /* released inside without having become a drag, or Enter: act */
    NODE_KEY        /* arrow on a focused item: ev.key */
};
struct node_event { enum node_event_kind kind; int item; int finger; struct vec2 at, start; bool inside; enum ui_key key; };
struct effect { bool is_set; const struct action *action; const char *var; struct value value; struct node *node; const char *sound; struct box from; };
struct effects { struct arena *arena; struct effect *v; int n, cap; };
void effects_actions(struct effects *fx, struct node *n, const struct actions *a);
void effects_action(struct effects *fx, struct node *n, const struct action *a);
void effects_open(struct effects *fx, struct node *n, const struct action *a, struct box from);   /* its scene opens out of a box */
/* A sound of the scene, path below assets/; NULL = none. */
void effects_sound(struct effects *fx, const char *path);
void effects_set(struct effects *fx, const char *var, struct value v);
void effects_set_num(struct effects *fx, const char *var, double v);

/* ---- a kind */
struct load_env {                    /* while loading and checking */
    struct arena *arena;             /* the scene's */
    const struct port_files *files;
    const struct facts *facts;
    const struct journey *journey;
    struct diag *diag;
};
struct element_kind {
    const char *name, *help;         /* "text"; one sentence for authors */
    const struct field *fields;
    size_t props_size, state_size;
    bool container;                  /* may have children */
    bool stage;                      /* its children lie on the picture stage, each with a place of its own */
    bool multi;                      /* several fingers at once */
    bool partner;                    /* shows the partner: only where the scene has bound it to `call: partner` */
    bool hugs;                       /* keeps its own width in a stack; others get the whole width */
    /* After reading, once per props variant: derived data and checks beyond the table. False = errors were added. */
    bool (*load)(struct node *n, void *props, struct load_env *le);
    void (*init)(struct node *n, struct env *e);                          /* the scene begins */
    struct vec2 (*measure)(struct node *n, struct env *e, float max_w);   /* wished size in a slot, canvas units */
    void (*arrange)(struct node *n, struct env *e);                       /* node->box is final: paragraphs and pictures */
    void (*tick)(struct node *n, struct env *e, struct effects *fx);      /* time passed; may set e->wake, push effects */
    void (*draw)(struct node *n, struct paint *p);
    void (*event)(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx);
    float (*least)(struct node *n, struct env *e, float w);   /* least height in a slot (texts page); NULL = as measured */
    /* Container: the part of the canvas in which its children are seen, canvas units; NULL = all of it. */
    struct box (*window)(const struct node *n, const struct env *e);
    const char *const *args;         /* names that its texts may use besides variables, numbers and facts; ends with NULL */
};
extern const struct element_kind *const ELEMENT_KINDS[];   /* NULL-terminated: the rows of elements.c */
const struct element_kind *element_find(const char *name);
#endif
