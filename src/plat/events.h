/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events.h - the one border where SDL's events become struct ui_event, in px of the output. Whatever is malformed or
 * unknown is dropped here. One thread (SDL's main thread).
 *
 * Fingers get the numbers 0..9, the mouse's left button is finger 0. A finger that says nothing for ten seconds, whose
 * device has gone, or whose window lost the focus is cancelled: a stuck finger cannot hold a control. */
#ifndef LK_PLAT_EVENTS_H
#define LK_PLAT_EVENTS_H
#include <plat/video.h>
#include <port.h>

#define EVENTS_FINGERS 10
#define EVENTS_FINGER_SILENT_MS 10000
#define EVENTS_WAIT_MAX_MS 60000     /* no single wait is longer */
#define EVENTS_OUT_MIN 32            /* least room for results */

struct events_options {
    struct video *video;             /* told of window events; borrowed */
    bool kiosk;                      /* a closed window does not end the program; the cursor stays hidden */
    bool no_cursor;                  /* the cursor stays hidden in a window too */
    bool no_chord;                   /* Ctrl+Alt+Shift+Q does not end it either */
};
struct events;
struct events *events_open(const struct events_options *o);   /* after video_open; NULL = no memory */
void events_close(struct events *e);                          /* NULL allowed */
/* Waits up to timeout_ms (0 = only looks; less than 0 or very long = EVENTS_WAIT_MAX_MS) and fills out with at most cap
 * (>= EVENTS_OUT_MIN) events; consecutive moves of a finger become one. May return 0 before the time is up. */
int events_wait(struct events *e, struct ui_event *out, int cap, int64_t timeout_ms);
/* True once the program shall end: window closed (not in a kiosk), chord, or a signal (guard.h). */
bool events_ended(const struct events *e);
#endif
