/* SPDX-License-Identifier: GPL-3.0-or-later */
/* actions.h - what an event may do: one row per action, the same shape as a field. app/actions.c runs them. */
#ifndef LK_CONTENT_ACTIONS_H
#define LK_CONTENT_ACTIONS_H
#include <content/fields.h>

enum action_kind {
    ACT_GOTO,      /* scene id */
    ACT_BACK, ACT_HOME, ACT_NEXT, ACT_RESTART,   /* no argument: `back: true` */
    ACT_SET,       /* {var: value, ...} */
    ACT_TOGGLE,    /* var */
    ACT_PLAY,      /* timeline name: its tracks start now */
    ACT_FINISH,    /* timeline name: its tracks stand at their last keys, if they run */
    ACT_LANGUAGE,  /* BCP 47 code */
    ACT_OPEN,      /* scene id of a sheet, shown over the scene */
    ACT_CLOSE,     /* closes the sheet */
    ACT_SOURCES,   /* list of facts: opens the sources sheet for them */
    ACT_SOUND,     /* sound below assets/: heard once */
    ACT_WAKE,      /* from attract: go home in the language now shown */
    ACT_COUNT
};
struct action { enum action_kind kind; const char *arg; struct sets sets; struct strs facts; struct pos pos; };
struct actions { const struct action *v; int n; };

struct action_row { const char *name; enum field_type arg; const char *help; };   /* arg FIELD_BOOL: only `true` */
extern const struct action_row ACTION_ROWS[ACT_COUNT];
#endif
