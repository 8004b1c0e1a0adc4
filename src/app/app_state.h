/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app_state.h - what the app remembers between two steps. Inside of app/ only.
 *
 * One step is a row of beats, each in a file of its own: input.c sorts out what a person did, visit.c knows whether
 * somebody is there, actions.c is the only place where an effect becomes a change, stage.c the only place where scenes
 * change, frame.c draws. */
#ifndef LK_APP_STATE_H
#define LK_APP_STATE_H
#include <app/app.h>
#include <app/states.h>
#include <base/map.h>
#include <content/partners.h>
#include <content/pseudo.h>
#include <scene/layout.h>
#include <scene/route.h>

enum {
    APP_SLOTS = 12,          /* loaded scenes */
    APP_BACK = 16,           /* places that `back` remembers */
    APP_VISITED = 128,
    APP_FAILED = 32,
    APP_PLAYS = 16,
    APP_SOURCES = 32,
    APP_GHOST_TAPS = 5
};
enum {                       /* ms */
    RING_MS = 450,
    INVITE_MS = 8000,        /* one language of the attract loop, where the journey does not say */
    BUSY_MS = 120000,        /* what plays counts as activity so long */
    WAKE_DEAF_MS = 200,      /* after waking everything only wakes */
    FINGER_STALE_MS = 10000  /* a finger without news is taken away */
};

/* A screen may show things in their true size when a hand's breadth is no wider on it than this, canvas units. */
#define HAND_MM 100.0f
#define HAND_ROOM 600.0f

/* What a layout depends on: when one of these differs, the scene is laid out anew. */
struct look { int w, h; const char *language, *second; float text_scale; bool low_reach, rtl, more, sound, muted; };
struct loaded {
    const char *id;          /* interned; NULL = free */
    struct scene *scene;     /* owned */
    int64_t used;            /* ms, for eviction */
    int64_t held;            /* ms since which its clock stands still (a sheet lies over it), -1 = it runs */
    bool fresh;              /* not ticked since it was entered */
    bool dirty;              /* an element asked for a layout */
    struct look look;        /* of its last layout */
};

enum go_kind { GO_NONE, GO_SCENE, GO_BACK, GO_RESTART };
struct play { const char *name; double at; };
struct stage {
    struct loaded slots[APP_SLOTS];
    struct loaded *scene, *sheet, *asked;      /* asked: the still-there sheet, over everything */
    enum go_kind go; const char *go_id;      /* a change of scene that is under way */
    const char *open_id;                     /* a sheet that is under way */
    const char *back[APP_BACK]; int nback;
    const char *failed[APP_FAILED]; int nfailed;
    struct play plays[APP_PLAYS]; int nplays;
    struct box from;                         /* what the change under way opens out of; w 0 = nothing of the kind */
    const char *came_from;                   /* the scene before this one, NULL = none */
};

/* How the scene that was shown turns into the one that is (motion.c). */
struct motion {
    bool on; int drawn; int64_t at;          /* drawn: 0 not yet, 1 its first picture, 2 it moves since `at` */
    struct arena arena; struct dlist gone;   /* what was on the screen */
    struct box from;                         /* it opens out of this, canvas units; w 0 = the night passes */
    const struct loaded *held[2];            /* whose pictures `gone` shows: the scene, and what lay over it */
};

struct visit {
    int64_t active_at;       /* last human activity, or a film that somebody watches */
    int64_t touched_at;      /* last human activity alone */
    bool asking; int64_t ask_at;
    int64_t invite_at; int invite;           /* attract: when the language shown last changed, and which it is */
    int64_t deaf_until;      /* everything before only wakes */
    struct vec2 place; bool placed;          /* where the last touch was, canvas units; placed: there was one */
    struct vec2 twice; int64_t twice_until;  /* where a second tap does nothing until then, see visit_changed */
    bool waking[ROUTE_FINGERS];              /* attract: came down on nothing */
    const char *visited[APP_VISITED]; int nvisited;
    const char *sources[APP_SOURCES];
};

struct tap { struct vec2 px; int64_t at; };
struct input {
    bool down[ROUTE_FINGERS], dead[ROUTE_FINGERS];   /* dead: ignored until it lifts */
    int64_t news[ROUTE_FINGERS];
    int64_t key_at; int keys;                /* keys in the second that began at key_at */
    struct tap taps[APP_GHOST_TAPS]; int ntaps; int64_t active_before;
    bool masked; struct vec2 mask; int64_t mask_seen;
};

struct app {
    struct app_deps deps;
    struct app_options opt;
    struct arena arena;                      /* program-long: variables, interned names */
    struct map names;                        /* interned ids */
    struct arena frames[2]; int turn;        /* frames[turn] is being made, the other is what the visitor sees */
    struct dlist scenes[2], lists[2];        /* what the scene drew; what the visitor sees */
    struct semlist sems[2];
    struct arena pic_arena; struct picset pics;   /* rings */
    struct vars vars;
    struct visit_view view;
    const char *language, *second;           /* point into journey->languages or pseudo; second: beside it now, NULL = none */
    struct catalog pseudo[2];                /* in the order of PSEUDO_CODES: no visitor comes to them */
    struct date today;
    struct call call;                        /* to action, in force today */
    struct route route;
    struct input input;
    struct stage stage;
    struct motion motion;
    struct visit visit;
    struct touches touches;
    struct effects fx;
    struct env env[2];                       /* scene, sheet */
    struct frame frame;
    int64_t now, wake;
    bool began;
};

/* ---- app.c */
void app_handle(struct app *a, const struct ui_event *in);    /* one event of the glass */
const char *app_intern(struct app *a, const char *s);
/* A sound is heard once. NULL = none. */
void app_hear(struct app *a, const char *path);
void app_log(struct app *a, int level, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* False when the journey does not have it. The second language stays. */
bool app_language(struct app *a, const char *code);
/* "ru" alone, or "ru+zh-Hans". False when the journey does not have both, or they are one. */
bool app_speak(struct app *a, const char *pair);
void app_second(struct app *a, const char *code);        /* "" or NULL = none; a language that the journey lacks is none */
struct loaded *app_top(struct app *a);                   /* the layer that reacts */
struct env *app_top_env(struct app *a);
/* Fills the env of a layer for now; call again after anything that it shows has changed. */
void app_env(struct app *a, struct loaded *s, int layer);
static inline bool app_attract(const struct app *a) {
    return a->stage.scene && str_eq(a->stage.scene->id, a->deps.journey->attract);
}

/* ---- input.c */
/* Converts px to canvas units. False = the event is to be ignored (broken, dead finger, ghost, too many keys). */
bool input_accept(struct app *a, struct ui_event *ev);
void input_kill(struct app *a, int finger);            /* ignored until it lifts */
void input_kill_all(struct app *a);
/* Takes away fingers without news; *ev is filled with a cancel each time it returns true. */
bool input_stale(struct app *a, struct ui_event *ev);
int64_t input_wake(const struct app *a);

/* ---- visit.c */
bool visit_event(struct app *a, const struct ui_event *ev);   /* true = swallowed */
void visit_busy(struct app *a);                        /* something plays: nobody is idle, for BUSY_MS after the last touch */
void visit_tick(struct app *a);                        /* idle, countdown, rotating language */
void visit_entered(struct app *a);                     /* a scene began */
/* Another scene or sheet lies under the finger: what comes down near the last touch soon after it does nothing (src/README.md). */
void visit_changed(struct app *a);
void visit_view(struct app *a);                        /* fills a->view */
void visit_sources(struct app *a, struct strs facts);

/* ---- actions.c */
void actions_run(struct app *a, struct effects *fx);   /* runs and empties */

/* ---- stage.c */
struct loaded *stage_slot(struct app *a, const char *id);        /* loaded, or NULL */
bool stage_failed(const struct app *a, const char *id);
void stage_go(struct app *a, const char *id);
void stage_back(struct app *a);
void stage_home(struct app *a);
void stage_restart(struct app *a);
void stage_next(struct app *a);
void stage_open(struct app *a, const char *id);
void stage_close(struct app *a);
void stage_play(struct app *a, const char *name, bool end);   /* a timeline from its beginning; end: one that runs, as if for ever */
void stage_ask(struct app *a, bool on);                /* the still-there sheet */
void stage_reset(struct app *a);                       /* to the attract loop, as if nobody had been here */
const char *stage_rest(const struct app *a);           /* attract, or home where attract cannot be loaded */
/* Where `next` leads from a scene; *chapter = it leaves the chapter. NULL = nowhere. */
const char *stage_after(const struct app *a, const char *id, bool *chapter);
const struct chapter *stage_chapter(const struct app *a, const char *id, int *index);
void stage_settle(struct app *a);                      /* does what is under way and loaded; says what is wanted */
const char *stage_ahead(const struct app *a);
bool stage_lost(const struct app *a);                  /* no scene can be shown at all */
double stage_play_t(const struct env *e, const char *name);

/* ---- frame.c */
void frame_draw(struct app *a);

/* ---- motion.c */
void motion_begin(struct app *a, struct box from);     /* before the scene changes; it opens out of `from` where that has a width */
void motion_end(struct app *a);                        /* at its goal at once */
void motion_draw(struct app *a, const struct dlist *scene, struct dlist *out);
bool motion_holds(const struct app *a, const struct loaded *s);   /* its pictures are still seen */

/* ---- calls.c */
void calls_settle(struct app *a);                        /* which call to action is in force */
void calls_words(struct app *a);                         /* ... in the language now shown */

/* ---- card.c */
void card_draw(struct app *a, struct dlist *l);        /* "please ask our staff", without any pack */
#endif
