/* SPDX-License-Identifier: GPL-3.0-or-later */
/* para.h - a paragraph: lines that fit a width, made of runs that plat can draw. ICU finds line breaks (Korean at spaces
 * only, Chinese and Japanese by UAX #14), scripts and directions (bidi); faces are chosen per code point by coverage. */
#ifndef LK_TEXT_PARA_H
#define LK_TEXT_PARA_H
#include <text/style.h>

#define PARA_MAX_BYTES 65536       /* a longer text is cut there, and overflow is set */

struct text_run {
    int face; float px; rgba ink; bool rtl;
    const char *text; size_t len;      /* UTF-8 in the arena */
    float x, w;                        /* px from the paragraph's left edge; x is a whole number */
    int line;                          /* of the shown page; runs are in drawing order, left to right in each line */
};
struct text_line { float y, baseline, h; float x, w; };   /* px from the paragraph's top */
struct para {
    struct text_run *runs; int nruns;
    struct text_line *lines; int nlines;
    float w, h;                        /* px: widest line; sum of line steps of the shown page */
    int pages, page;                   /* 1, 0 when all fits */
    bool overflow;                     /* a single word is wider than the width, or max_lines was not enough */
    float shrunk;                      /* part of the size that the style asks for; 1 unless it may become smaller */
    bool missing;                      /* some code point only in FACE_LAST */
    const char *text;                  /* the plain text, without marks, for semantics */
    const char *also;                  /* the same in the second language, shown or not; NULL = there is none (pair.h) */
    bool both;                         /* both are shown, at once or on pages in turn */
    int first_pages;                   /* of the pages, those of the first language; 0 = all */
};
/* Lays out utf8 (with *strong* and _italic_ marks; \* and \_ are literal; \n breaks) in max_w px (0 = no limit). page: which
 * page to show (clamped). Lines are aligned inside max_w, or inside the widest line when there is no limit (or one beyond
 * 100,000 px). Line steps and baselines are whole numbers. A display text of several lines is broken so that they are of
 * about one length. All memory from a. False only when memory was refused. */
bool para_layout(struct arena *a, const struct port_fonts *fonts, const char *lang, const char *utf8,
                 const struct text_style *style, float max_w, int page, struct para *out);
#endif
