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
    uint64_t seen;                       /* stamp of the store's state when it was last read */
    char refused[HEX_ID + 1];            /* failed in this process: not tried again, even where the state cannot be written */
};
/* The folder to show, or NULL for the program's own. Looks through its files, counts the start, goes back where it must;
 * each step back is one line in the log. Begin with a trial of zeros, and choose again with the same one; the arena lives
 * until then. */
const char *trial_choose(struct trial *t, const struct host *h, struct arena *a);
/* Another pack was installed, or gone back to, since it was chosen: choose again. Costs one look at one file. */
bool trial_changed(struct trial *t, const struct host *h);
void trial_shown(struct trial *t);       /* home was shown: it stays */
void trial_lost(struct trial *t);        /* there was no screen to show it on: this start does not count */
void trial_failed(struct trial *t);      /* it cannot show its home: the one before is current now */
#endif
