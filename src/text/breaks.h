/* SPDX-License-Identifier: GPL-3.0-or-later */
/* breaks.h - where a line may end, found by ICU. Inside text/ only. */
#ifndef LK_TEXT_BREAKS_H
#define LK_TEXT_BREAKS_H
#include <base/arena.h>
#include <stdint.h>

struct text_break { size_t at; bool hard; };   /* byte before which the next line begins; hard: after a newline, it must */

/* The places of text (n bytes of well-formed UTF-8) in order, the last one at n: UAX #14 as it stands, but Chinese and
 * Japanese strictly (no small kana begins a line), Korean at spaces only, and nowhere within a range of figures (9–12).
 * lang: BCP 47; NULL: UAX #14 alone. Returns how many (none in an empty text), -1 when memory was refused. */
int breaks_find(struct arena *a, const char *lang, const char *text, size_t n, struct text_break **out);
/* Is c no more than room at the end of a line? Spaces, and the space of no width. */
bool breaks_blank(uint32_t c);
#endif
