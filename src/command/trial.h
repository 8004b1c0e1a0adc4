/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trial.h - which installed pack `run` shows, and whether it may stay: a new one is proven when its home screen was shown
 * once; when that does not come about, the one before is shown again. */
#ifndef LK_COMMAND_TRIAL_H
#define LK_COMMAND_TRIAL_H
#include <command/store.h>

struct trial {
    struct store store;
    struct store_state state;            /* as it was chosen */
    bool chosen, on;                     /* an installed pack is shown; it is not proven yet */
};
/* The folder to show, or NULL for the program's own. Looks through its files, counts the start, goes back where it must;
 * each step back is one line in the log. The arena outlives the trial. */
const char *trial_choose(struct trial *t, const struct host *h, struct arena *a);
void trial_shown(struct trial *t);       /* home was shown: it stays */
void trial_lost(struct trial *t);        /* there was no screen to show it on: this start does not count */
void trial_failed(struct trial *t);      /* it cannot show its home: the one before is current now */
#endif
