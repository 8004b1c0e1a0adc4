/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replay.h - a script of touches, played against the kiosk with a clock that obeys. tests/README.md describes the words. */
#ifndef LK_COMMAND_REPLAY_H
#define LK_COMMAND_REPLAY_H
#include <command/session.h>
#include <scene/layout.h>

enum { REPLAY_WORDS = 8 };
struct replay_line { int no; char *word[REPLAY_WORDS + 1]; int n; };
struct replay {
    const struct host *h;
    struct setup *setup;
    struct session ses; bool on;
    struct app_options app;
    const char *start;                  /* scene to begin in, NULL = attract */
    const char *file, *out;             /* script; folder for its pictures */
    struct replay_line *lines; int nlines;
    struct arena arena;
    struct view *view; int view_w, view_h;   /* in which its pictures are made, and for which size; NULL = none yet */
    int64_t now;
    uint32_t heard;                     /* sounds before the last event */
    struct sbuf touches; bool note;     /* note: what could be chosen at each line, and what was */
    char mark[200];                     /* what was touched last in a scene, not in a sheet over it; "" = nothing */
    long events, steps, kb;             /* kb: memory when last asked */
    bool failed;
};
enum { REPLAY_START_MS = 1000, REPLAY_STEP_MS = 16 };

/* replay.c: time and touches */
void replay_fail(struct replay *r, const struct replay_line *l, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
bool replay_begin(struct replay *r, const struct replay_line *l);
void replay_send(struct replay *r, const struct ui_event *ev);
void replay_until(struct replay *r, int64_t ms);
void replay_tap(struct replay *r, float x, float y);
float replay_scale(const struct replay *r);          /* px per canvas unit */
const struct sem_item *replay_item(const struct replay *r, const char *id);
void replay_note_offers(struct replay *r);
void replay_note_sources(struct replay *r, bool looked);
const char *replay_said(const struct sem_item *it);  /* the fact whose sources it heads; NULL = it is something else */
void replay_close_view(struct replay *r);
/* replay_words.c: what the words mean. Runs lines[from..to). */
void replay_lines(struct replay *r, int from, int to);
/* replay_expect.c */
void replay_expect(struct replay *r, const struct replay_line *l);
#endif
