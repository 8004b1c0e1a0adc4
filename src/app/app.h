/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app.h - what the kiosk does, as one pure step: events in, picture out. No clock, file or SDL call inside.
 *
 * The host (command/run.c, replay, shot, tests) reads files and tells the time. When the app needs a scene that is not
 * loaded it says so in frame->want; the host loads it and gives it back before the next step. */
#ifndef LK_APP_APP_H
#define LK_APP_APP_H
#include <scene/scene.h>

struct app;
struct app_deps {
    const struct journey *journey;
    const struct facts *facts;
    const struct catalog *catalogs; int ncatalogs;     /* one per language but English */
    const struct port_fonts *fonts;
    struct port_log log;
};
struct app_options {
    int w, h;                    /* px */
    bool still;                  /* reduced motion of the site */
    float text_scale;            /* 1, 1.5, 2 */
    bool low_reach, rtl;         /* rtl: force mirroring (checks) */
    const char *language;        /* ru, or two of them: ru+zh-Hans; NULL = the journey's default and its pair */
    bool idle_off;               /* shot, lessons: no time-out */
    bool sound;                  /* there is something to hear it with (app_sound tells later) */
    float px_per_mm;             /* of the screen; 0 = unknown: nothing is shown in true size */
    struct date today;           /* year 0 = unknown */
};
enum { FRAME_SOUNDS = 8 };
/* What one step shows. Everything lives until the next app_step. */
struct frame {
    const struct dlist *list;
    uint64_t hash;                       /* of the list */
    const struct semlist *sem;
    const struct picset *pics[6]; int npics;   /* picsets the list's keys are in */
    int64_t wake;                        /* ms: step again at the latest then; INT64_MAX = only on input */
    const char *want[4]; int nwant;      /* scene ids to load now (the picture waits for the first) */
    const char *ahead;                   /* scene id worth preparing in idle time, or NULL */
    const char *next;                    /* scene id that the visitor probably goes to, or NULL */
    const char *scene, *language;        /* now */
    const char *speaks;                  /* both languages as app_options has them: ru+zh-Hans, or the one */
    bool moving;                         /* one scene turns into another: not the time to prepare anything */
    /* What is to be heard. Paths below assets/. `heard` counts the sounds since the start, the last FRAME_SOUNDS of them are
     * sound[i % FRAME_SOUNDS]; ambience NULL = silence; volume 0..1. */
    const char *sound[FRAME_SOUNDS]; uint32_t heard;
    const char *ambience; float volume;
    const char *film; int film_at;       /* the film that is heard, at how many ms; NULL = none */
    bool quit;
};
/* NULL when memory was refused. deps' contents outlive the app. */
struct app *app_new(const struct app_deps *deps, const struct app_options *opt);
void app_free(struct app *a);
/* Hands over a scene that was wanted (owned by the app from now on), or NULL with its id when it could not be loaded: the
 * app stays where it is. A scene of the same id that is loaded already is replaced when `replace` (run --edit): variables
 * and the place are kept. */
void app_give(struct app *a, const char *id, struct scene *s, bool replace);
/* Sound can be heard from now on, or no longer: shows or hides the button that mutes it. */
void app_sound(struct app *a, bool there);
/* A film, path below assets/, broke while it was shown: its drawing stands from now on. */
void app_film_lost(struct app *a, const char *path);
/* Its sound broke: it goes on silently, without a button for it. */
void app_film_deaf(struct app *a, const char *path);
/* Starts in a scene other than attract (shot, tests): as if gone there. */
void app_start(struct app *a, const char *scene_id);
/* Nobody is there: the attract screen, as after the idle time. The next step shows it. */
void app_rest(struct app *a);
/* Nobody is there: the attract screen (or what stands in for it, after the idle time) has not been touched for AWAY_MS, or
 * nothing can be shown at all. now: as for app_step. */
enum { AWAY_MS = 3000 };
bool app_away(const struct app *a, int64_t now);
/* Opens a sheet over the scene, as the action `open` does. */
void app_open(struct app *a, const char *scene_id);
/* Sets a variable from outside (shot --state). False when nobody declared it. Value: number or word. */
bool app_set(struct app *a, const char *var, const char *value);
/* The same for a set of values, and for a state of the scene that is shown, with what is done then. */
void app_put(struct app *a, const struct sets *v);
void app_state(struct app *a, const struct scene_state *st);
/* What a variable is now; VALUE_NONE when nobody declared it (replay). */
struct value app_get(const struct app *a, const char *var);
/* What day it is; when another one has come, what lasts a day begins anew, and a profile may be past its review. */
void app_today(struct app *a, struct date today);
/* Journey and partners were read again (run --edit): another call to action may be in force. */
void app_reread(struct app *a);
/* What is shown and laid out: the sheet, where one lies over the scene. Owned by the app, until the next step; NULL = nothing. */
const struct scene *app_scene(const struct app *a);
/* One step. events: canvas-free px coordinates (converted here, the only border). now: monotonic ms, never going back. */
const struct frame *app_step(struct app *a, const struct ui_event *events, int n, int64_t now);
#endif
