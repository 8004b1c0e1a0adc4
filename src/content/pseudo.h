/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pseudo.h - two languages that nobody speaks, made by the program from the English text, for authors and tests:
 *
 * en-XA   every letter with an accent, as in a foreign tongue; longer by two letters in five; the whole text in [brackets]. What
 *         is on the screen without them no translator will ever see; what is clipped has no room for German.
 * ar-XB   each word from right to left, in a layout from right to left: what stands on the wrong side is seen by who reads no
 *         Arabic.
 *
 * Numbers are as in English. {arguments}, plural and select, *stars* and _underscores_ stay whole. A text without a letter stays as it is.
 * They are in no journey and in no file; who asks for the code gets them (catalog.h). */
#ifndef LK_CONTENT_PSEUDO_H
#define LK_CONTENT_PSEUDO_H
#include <base/arena.h>

enum pseudo { PSEUDO_NONE, PSEUDO_ACCENTS, PSEUDO_BACKWARDS };
/* NULL-terminated: "en-XA", "ar-XB". */
extern const char *const PSEUDO_CODES[];
/* Which of them a code is; NULL allowed. */
enum pseudo pseudo_of(const char *lang);
/* The English message as it is said in that language. NULL when memory was refused. */
const char *pseudo_text(struct arena *a, enum pseudo kind, const char *english);
#endif
