/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.h - an app and who feeds it: loads the scenes it wants from the pack. run, shot, replay, bench and pack all go
 * through here, so that a picture made without a window is the picture of the kiosk. */
#ifndef LK_COMMAND_SESSION_H
#define LK_COMMAND_SESSION_H
#include <command/setup.h>

struct session { struct setup *setup; struct app *app; const struct frame *frame; bool quiet, asked; int failures;
                 char fault[400], fault_of[64]; };
/* fault: the line of what was refused last, until it is read again without one (""); fault_of: the scene, or "" for the rest of
 * the pack. */
void session_fault(struct session *s, const char *of, const struct diag *d);   /* NULL: it is right again */
/* False when memory was refused. quiet: faults of scenes are not logged. */
bool session_open(struct session *s, struct setup *setup, const struct app_options *opt);
void session_close(struct session *s);
/* One step; scenes that it wants are loaded and the step is made again, until the picture is complete. */
const struct frame *session_step(struct session *s, const struct ui_event *ev, int n, int64_t now);
/* Loads one scene that is worth having; once a step. False = nothing to do. */
bool session_ahead(struct session *s);
/* Loads a scene and gives it to the app; faults go to the log. */
bool session_load(struct session *s, const char *id, bool replace);
#endif
