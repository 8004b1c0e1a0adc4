/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit.h - for authors: what is saved in the pack is shown at once; what is wrong is said, and the last good state stays. */
#ifndef LK_COMMAND_EDIT_H
#define LK_COMMAND_EDIT_H
#include <command/session.h>

enum { EDIT_POLL_MS = 200, EDIT_FILES = 1024, EDIT_BYTES = 1 << 30 };   /* EDIT_BYTES: for what is read again in one sitting */
/* A file counts as saved when it looks the same in two polls. */
struct edit_file { const char *path; uint64_t shown, seen; };
struct edit {
    struct setup *setup; struct session *ses;
    struct edit_file files[EDIT_FILES]; int n;
    bool pictures;                       /* one was saved: what was painted of them must be forgotten */
    int64_t next;
};
void edit_init(struct edit *e, struct setup *setup, struct session *ses);
/* True when something was read anew: step and show. */
bool edit_poll(struct edit *e, int64_t now);
#endif
