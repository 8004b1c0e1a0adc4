/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scene.h - one loaded scene: data in an arena of its own, ready to be laid out, ticked and drawn.
 *
 * Loading is all or nothing: read -> field tables -> nodes -> references. On failure nothing is left behind and every fault
 * is in the diag; the caller keeps what it had. Only a check reads on with what is left of a scene that has faults. */
#ifndef LK_SCENE_SCENE_H
#define LK_SCENE_SCENE_H
#include <content/assets.h>
#include <scene/element.h>

struct scene_var { const char *name; struct value value; const char *unit; };
enum { SCENE_TOUCHES = 8 };      /* of one state */
struct scene_state { const char *name; struct sets set; struct actions then; struct strs touch; };   /* touch: "element" or "element/part" */
/* Heard when `when` becomes true; not when it is true from the beginning. */
struct scene_sound { struct conds when; const char *file; };
struct scene_number { const char *name; float value; const char *unit; struct strs sum; };
struct scene_top {               /* keys of a scene file (SCENE_FIELDS) */
    int format;                  /* 1 */
    struct text_ref title;
    int template;                /* index in LAYOUT_TEMPLATES */
    float light;                 /* time of night 0..6 */
    struct list variables;       /* struct scene_var */
    struct list states;          /* struct scene_state */
    struct list numbers;         /* struct scene_number */
    struct strs facts;           /* facts the scene shows */
    struct list sounds;          /* struct scene_sound, at most SCENE_SOUNDS */
    const char *notes;           /* for teachers, English */
    struct text_ref narration, caption;
    bool sheet;                  /* shown over another scene, which is dimmed */
    bool keep_side;              /* all but the bar stays on its side in a right-to-left language */
    const struct yval *elements;
};
enum { SCENE_SOUNDS = 32 };
extern const struct field SCENE_FIELDS[];

/* kind: of the element that refers, NULL for the scene's own keys. A reference of type ID is the name of a timeline (action
 * play), one of type STR the code of a language. */
struct scene_ref { enum field_type type; const char *value; struct text_ref text; struct pos pos; const struct element_kind *kind; };
struct scene_film { const char *path; struct film_info info; };   /* info.ms 0: it broke */
struct scene_asset { const char *path; struct asset_info info; };
struct scene {
    const char *id, *path;
    struct arena arena;          /* owns everything below */
    struct arena layout;         /* reset by each layout */
    struct scene_top top;
    struct node **nodes; int n;  /* top level, drawing order */
    struct node **all; int nall; /* every node, parents before children */
    struct picset pics;          /* wishes of the layout now; lives in `layout` */
    struct msg_arg *args; int nargs;       /* numbers and variables for messages; values refreshed by the app */
    struct scene_ref *refs; int nrefs;     /* every reference and text, for checking and for the translation template */
    struct scene_asset *assets; int nassets;   /* every picture file that is named, probed: layout reads no file */
    struct scene_film *films; int nfilms;      /* every film that is named and can be shown */
    uint32_t sounding;           /* bit i: `when` of sound i held in the last tick */
    double entered;              /* ms when it began, set by the app */
    bool whole;                  /* read without a fault */
    unsigned lost;               /* LOST_*: has a fault of its own, so that what is missing in it cannot be blamed on others */
    const struct pos *arg_pos;   /* where the first args were declared, own numbers and variables of the scene; nown of them */
    int nown;
};
enum { LOST_NAMES = 1, LOST_SLOTS = 2, LOST_TRACKS = 4, LOST_FACTS = 8 };
struct scene_deps {
    const struct port_files *files; const struct facts *facts; const struct journey *journey;
    struct asset_book *assets;           /* pictures found good before; NULL = each is looked at anew */
    const struct port_films *films;      /* NULL = as without any */
    bool thorough;               /* films are read to their end, and it is said when none can be shown */
    long fail_at;                /* test hook: the scene's arena refuses its n-th allocation; 0 = off */
};
/* Reads scenes/ID.yaml. NULL on failure. The scene is heap-allocated once; free with scene_free. */
struct scene *scene_load(const struct scene_deps *deps, const char *id, struct diag *d);
/* The same, but a scene with faults is handed out too, as far as it could be read: for scene_check alone, never to be shown.
 * NULL when nothing of it can be read. */
struct scene *scene_read(const struct scene_deps *deps, const char *id, struct diag *d);
void scene_free(struct scene *s);
/* Variables that every scene may use without declaring them; the app declares and sets them: language and second-language
 * (words, "" = none), film-sound (word: the film that is turned on, "" = none), pointer-x and pointer-y (0..1 over the canvas).
 * Ends with NULL. */
extern const char *const SCENE_BUILTINS[];
/* Words of the call to action in force, set by the app alone: call (none, pledge, partner) and what is known of the partner
 * (empty where none is shown). Ends with NULL. */
extern const char *const SCENE_CALL_WORDS[];
bool scene_call_word(const char *name);
/* Copies the variables' values into s->args. Call before layout and tick when vars->version has changed. */
void scene_args(struct scene *s, const struct vars *vars);
/* visible_if of all nodes; true when one changed. scene_tick and layout_scene do it themselves. */
bool scene_visibility(struct scene *s, struct env *e);
/* Checks what needs the rest of the pack: scenes of goto, facts, variables, messages in English and in every catalogue,
 * slots. What can only be wrong because something else has a fault is not reported. False when an error was added; *fit =
 * the scene can be shown all the same (its English can be printed; may be NULL). */
bool scene_check(const struct scene *s, const struct scene_deps *deps, const struct catalog *const *catalogs, int ncatalogs,
                 struct diag *d, bool *fit);
/* Whatever shows the partner must be bound to the call in force; no text holds an address or a name that may not be named.
 * Part of scene_check. */
void scene_check_calls(const struct scene *s, const struct scene_deps *deps, const struct catalog *const *catalogs, int ncatalogs,
                       struct arena *a, struct diag *d);
/* Files in scenes/ that are no scenes: "facts.yaml", "journey.yaml", "partners.yaml". */
bool scene_file_taken(const char *name);
/* Says so when there is no such scene, and which one may be meant. */
void scene_exists(struct arena *a, const struct port_files *files, const char *id, struct pos at, struct diag *d);
/* Checks one text that a visitor sees: its English, then every translation. known: names it may use besides the facts, ends
 * with NULL; NULL = they are not known, so only translations that are missing are reported. False when the English is wrong. */
bool text_check(struct arena *a, const struct text_ref *t, const struct facts *facts, const char *const *known,
                const struct catalog *const *catalogs, int ncatalogs, struct diag *d);
void scene_init(struct scene *s, struct env *e);                       /* begins: states of all nodes anew */
void scene_tick(struct scene *s, struct env *e, struct effects *fx);   /* visibility, tracks, ticks */
void scene_draw(struct scene *s, struct env *e, struct dlist *list, struct semlist *sem);
struct node *scene_node(const struct scene *s, const char *id);
const struct scene_state *scene_named(const struct scene *s, const char *state);   /* NULL = it has no such state */
#endif
