/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runs.h - a text made ready for breaking into lines: plain UTF-8 and items of one face, one direction, one emphasis.
 * Inside text/ only. */
#ifndef LK_TEXT_RUNS_H
#define LK_TEXT_RUNS_H
#include <text/style.h>

struct text_item {
    size_t start, end;             /* bytes of flow.text */
    int face;
    unsigned char level;           /* bidi; odd = right to left */
    bool strong;
    bool guest;                    /* Latin letters or digits inside a language that has a face of its own */
};
struct flow {
    const char *text; size_t n;    /* without marks, well-formed, NUL-terminated */
    const unsigned char *starts;   /* n flags: a user-perceived character begins at this byte */
    struct text_item *items; int nitems;   /* in logical order, no gaps */
    bool rtl;                      /* direction of the paragraph, by language */
    bool missing, cut;             /* a code point only in FACE_LAST; the text was longer than PARA_MAX_BYTES */
};
/* Reads marks, finds direction, script and face of everything. tight: extra condensed for display. False when memory was
 * refused. Malformed bytes become U+FFFD, control characters vanish (a tab is a space). */
bool flow_make(struct arena *a, const struct port_fonts *fonts, const char *lang, const char *utf8, enum style_token token,
               bool tight, struct flow *out);
#endif
