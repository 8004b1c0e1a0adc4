/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lint_view.h - a frame of the app as the rules see it (lint.h), and the letters of a frame for the rules on pixels. */
#ifndef LK_COMMAND_LINT_VIEW_H
#define LK_COMMAND_LINT_VIEW_H
#include <app/app.h>
#include <command/lint.h>

enum { LINT_VIEW_MORE = 1 /* the longer texts are shown */, LINT_VIEW_MOVING = 2 /* what is on its way is left out */,
       LINT_VIEW_PAIR = 4 /* two languages are chosen, and letters are of a size that has room for both */ };
/* What the topmost layer shows and takes. Everything from a; strings are the frame's own, so use it before the next step. */
bool lint_view(struct arena *a, const struct frame *f, unsigned how, struct lint_frame *out);
/* A run of letters that is really drawn. */
struct lint_ink {
    const char *id; const struct lint_owner *of;
    struct ibox box; rgba ink;
    float px; bool bold, struck;     /* px: canvas units; struck: crossed out on purpose */
    int cmd, channel;                /* of the display list; of the mask */
};
/* What is fading, out of use or under a card is left out. *n = how many. NULL when memory was refused. */
struct lint_ink *lint_inks(struct arena *a, const struct frame *f, int *n);
/* The list without these letters; these letters alone on black, in red, green or blue so that neighbours do not mix. */
bool lint_parts(struct arena *a, const struct frame *f, struct lint_ink *v, int n, struct dlist *bare, struct dlist *mask);
float lint_scale(const struct frame *f);             /* px per canvas unit */
#endif
