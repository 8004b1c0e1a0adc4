/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preview.h - for authors, in `run --edit` alone: function keys step languages, sizes, text sizes and time, and lay what can be
 * touched, the order of the keyboard's focus and the last fault over the picture. The app knows nothing of it: it is given
 * another clock and other settings, and its picture is copied before anything is painted on it. */
#ifndef LK_COMMAND_PREVIEW_H
#define LK_COMMAND_PREVIEW_H
#include <command/session.h>

enum { PREVIEW_KEYS_MS = 5000, PREVIEW_NOTE_MS = 2000 };
struct preview {
    const struct setup *setup; struct session *ses; struct view *view;
    int64_t ahead;                       /* ms by which the app's clock is before the real one */
    bool frozen; int64_t stands;         /* its clock stands still there */
    const char *scene; int64_t since;    /* the scene shown, and when it began by the app's clock */
    int size;                            /* of the sizes, the one asked for next */
    bool boxes, order;
    int64_t keys_until, note_until;      /* by the real clock */
    char note[96];                       /* what the last key did */
    struct arena arena[2]; int turn;     /* of the picture shown and of the one before */
    struct dlist list; struct frame frame;
};
void preview_init(struct preview *p, const struct setup *setup, struct session *ses, struct view *view);
void preview_finish(struct preview *p);
/* Does what the function keys say and takes them out of the events; returns how many events are left. now: of the real clock. */
int preview_keys(struct preview *p, struct ui_event *ev, int n, int64_t now);
int64_t preview_now(const struct preview *p, int64_t now);           /* the app's clock */
int64_t preview_due(const struct preview *p, const struct frame *f, int64_t now);   /* the real clock's time of the next step */
/* The frame with what is laid over it; the same when nothing is. Lives until the next but one. */
const struct frame *preview_frame(struct preview *p, const struct frame *f, int64_t now);
#endif
