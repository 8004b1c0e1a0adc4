/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ahead.h - makes pictures while nobody waits for them: those of the scene that probably comes next, what the scene shown may
 * yet ask for, then the other scenes within reach, as far as there is room. An understudy - an app of its own that nobody sees - enters such a scene, so that the pictures are those that
 * it will ask for. */
#ifndef LK_COMMAND_AHEAD_H
#define LK_COMMAND_AHEAD_H
#include <command/session.h>

enum { AHEAD_SCENES = 5 };
struct ahead {
    struct setup *setup; struct view *view;
    struct session under; bool open;         /* the understudy, while it enters a scene */
    const char *ids[AHEAD_SCENES]; int n, at;
    bool own;                                /* the scene shown has had its turn, after the first of the list */
    const char *scene, *language; int w, h;  /* for which the list was made */
};
void ahead_init(struct ahead *a, struct setup *setup, struct view *view);
void ahead_finish(struct ahead *a);
/* One short piece of work. False = nothing is left for what is shown now. */
bool ahead_slice(struct ahead *a, const struct frame *shown, const struct app_options *opt);
#endif
