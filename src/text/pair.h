/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pair.h - one text in two languages. They travel in one string, the second behind PAIR_MARK; whoever sets it gets one
 * paragraph of two parts: the first language as the style says, below it the second, smaller, each with
 * its own faces, direction and line breaks. */
#ifndef LK_TEXT_PAIR_H
#define LK_TEXT_PAIR_H
#include <text/para.h>

#define PAIR_MARK "\x1F"
/* "first" PAIR_MARK "second" in a; the first alone when it is a mere number, the second says the same or nothing, or memory was refused. */
const char *pair_join(struct arena *a, const char *first, const char *second);
/* One text behind the other in each language: "a: b" in the first, the same in the second where either has one; a line break
 * between them is a dot there. */
const char *pair_chain(struct arena *m, const char *a, const char *between, const char *b);
/* The first language of such a string, in a where it must be cut; *second (may be NULL): the other one, NULL = there is none. */
const char *pair_first(struct arena *a, const char *both, const char **second);
/* para_layout for such a string; without a second part it is para_layout. lang2: language of the second.
 *
 * The second is left out, never cut, where there is no room: when the first alone fills the style's lines or pages, when it
 * would need more lines than max_lines or be higher than what max_h leaves, for numerals, when the style says
 * `alone`, and in letters that the visitor has enlarged: the room is the first language's then. It stands on the side on which the first begins;
 * with `beside`, behind it on the same baseline where both are of one line and fit in one, a title behind its last line (with `level`: there or not at all;
 * with these or `one_line` what may `fit` is set narrower and smaller for it; with the latter a title that its author broke has no more lines than that, or one).
 * A style with `turns` has pages instead for what is longer than PAIR_LINES lines: the first language, and behind it the second
 * in the same size, smaller where each then has a single page; one that is `whole` also where the second has no room below. out->also names the second in every case. */
enum { PAIR_LINES = 3 };
bool pair_layout(struct arena *a, const struct port_fonts *fonts, const char *lang, const char *lang2, const char *utf8,
                 const struct text_style *style, float max_w, int page, struct para *out);
#endif
