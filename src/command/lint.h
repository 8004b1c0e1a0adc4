/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lint.h - what may be wrong with a picture of the kiosk: rules on boxes, words and pixels. Pure: no scene, no file, no clock.
 *
 * A lint_frame is one picture as the rules see it (lint_view.c makes it of a frame). A rule tells each fault to a sink; the
 * report (lint_report.c) puts the same fault in several pictures into one line. Canvas units, which are px at 1080p. */
#ifndef LK_COMMAND_LINT_H
#define LK_COMMAND_LINT_H
#include <base/diag.h>
#include <base/geom.h>
#include <base/str.h>

#define LINT_TARGET 61.0f            /* 15 mm at 4.03 px/mm: any target */
#define LINT_MAIN 81.0f              /* 20 mm: the main control of a screen */
#define LINT_LETTERS 28.0f           /* the smallest letters: capitals of 4.8 mm */
enum { LINT_EASY = 60, LINT_MORE = 120 /* words on a card */, LINT_LANGS = 16, LINT_SIZES = 3, LINT_SHAPES = 8, LINT_STATES = 64 };

enum lint_rule {
    LINT_CUT, LINT_CLIPPED, LINT_OFF_SCREEN, LINT_UNDER_BAR, LINT_COVERED, LINT_TEXT_ON_TEXT, LINT_TEXT_ON_CONTROL, LINT_GLYPHS,
    LINT_RAW, LINT_ENGLISH, LINT_ALONE, LINT_LONG, LINT_TINY, LINT_SMALL, LINT_SMALL_MAIN, LINT_AWAY, LINT_SAME, LINT_TARGETS, LINT_CONTRAST, LINT_UNREACHABLE, LINT_DEAD_END,
    LINT_RULES
};

/* The element that something belongs to: where it is written and what holds it. */
struct lint_owner { const void *node; const struct lint_owner *parent; bool card; struct pos pos; };   /* card: opens over what lies there */
struct lint_text {
    const char *id;                  /* "element" or "element/part" */
    const struct lint_owner *of;
    const char *words;               /* all of it, without marks */
    struct box box;                  /* what the letters cover: all lines */
    const struct box *lines; int nlines;
    struct box plate;                /* the picture just below it that holds it; w = 0: none */
    int order, plate_order;          /* of drawing */
    float px;                        /* size of its smallest letters; 0: not known */
    float clipped;                   /* units of the letters that its window cuts away */
    bool cut;                        /* words that no page shows */
    bool missing;                    /* letters that no face has */
    bool both;                       /* of two languages, both are shown, at once or on pages in turn */
    bool foreign;                    /* may be in any language: names of languages, titles of sources */
    bool bar;                        /* of the navigation bar */
};
struct lint_target {
    const char *id;
    const struct lint_owner *of;
    struct box hit, drawn;
    bool round, main, handle;        /* handle: lies on what it moves */
    const char *choice;              /* what an answer or another one of several says; else NULL */
};
struct lint_frame {
    float w, h, floor;               /* floor: where the navigation bar begins (h: there is none) */
    float pixel;                     /* of the screen: letters are set in whole ones */
    const struct lint_text *texts; int ntexts;
    const struct lint_target *targets; int ntargets;
    bool more;                       /* the longer texts are shown */
    bool latin;                      /* the language is written in Latin letters */
    bool pair;                       /* two languages are chosen */
    bool bracketed;                  /* en-XA: whatever comes from a catalogue stands in [brackets] */
};

struct lint_fault {
    enum lint_rule rule;
    const struct lint_owner *of;
    const char *id, *other;          /* other: whose it collides with, or the words meant */
    float measure;                   /* of the rule; larger is worse, but for TINY, SMALL, SMALL_MAIN and CONTRAST */
};
struct lint_sink { void *ctx; void (*fault)(void *ctx, const struct lint_fault *f); };

/* ---- lint_rules.c: boxes */
void lint_texts(const struct lint_frame *f, const struct lint_sink *out);
void lint_targets(const struct lint_frame *f, const struct lint_sink *out);
/* ---- lint_words.c */
void lint_words(const struct lint_frame *f, const struct lint_sink *out);
/* Words; Han and kana by half their number of characters. */
int lint_count(const char *words);
bool lint_latin(const char *words);                    /* has letters, and all of them are Latin */
/* ---- lint_pixels.c. XRGB; stride in px. mask: the letters on black; theirs is the byte at `shift`. */
struct lint_pixels { const uint32_t *full, *bare, *mask; int w, h, stride, shift; };
struct lint_look { int samples; float contrast, hidden, gone; };   /* contrast: see below; hidden: share of the letters not seen, 0..1; gone: px where nothing of them is */
/* Letters of one ink in a box: contrast is the smaller of the fifth percentile of the letters' surroundings (2 px about: one
 * star is no fault) and the worst mean of a square of 16 px, about a letter at half size. */
struct lint_look lint_look(const struct lint_pixels *px, struct ibox box, rgba ink);
float lint_ratio(uint32_t rgb1, uint32_t rgb2);        /* WCAG contrast of two 0xRRGGBB, 1..21 */
float lint_needed(float px, bool bold);                /* 3 for large letters, else 4.5 */
/* ---- lint_reach.c: n scenes, ways[from * n + to]; out[i]: LINT_UNREACHABLE, LINT_DEAD_END, or LINT_RULES where all is well. */
void lint_reach(const bool *ways, int n, int home, enum lint_rule *out);

/* ---- lint_report.c */
struct lint_case { int lang, size, shape, state; };    /* indices of what is shown; -1: has no such */
struct lint_names {                                    /* what the indices are called */
    const char *lang[LINT_LANGS]; int nlang;
    const char *size[LINT_SIZES]; int nsize;
    const char *shape[LINT_SHAPES]; int nshape;
    const char *state[LINT_STATES]; int nstate;
};
struct lint_report;
/* One for each scene: begin, add, write. Memory from a; strings are copied. NULL = no memory. */
struct lint_report *lint_report_new(struct arena *a, const struct lint_names *names);
void lint_report_add(struct lint_report *r, const struct lint_case *at, const struct lint_fault *f);
void lint_report_write(const struct lint_report *r, struct diag *d);    /* one error for each fault */
#endif
