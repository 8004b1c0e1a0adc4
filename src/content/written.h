/* SPDX-License-Identifier: GPL-3.0-or-later */
/* written.h - where in its file a byte of a text stands, as YAML or PO wrote it: over several lines, in quotes, with escapes. */
#ifndef LK_CONTENT_WRITTEN_H
#define LK_CONTENT_WRITTEN_H
#include <base/diag.h>

/* src: the file's bytes from `at` on, where the text begins with its quote if it has one, and ends with a 0; borrowed, as
 * at.file is. NULL = not known: then all of the text stands at `at`. */
struct written { struct pos at; const char *src; };
/* upto points into text, at what is meant. Blanks of the file are not told from those of the text, so it may not be one. */
struct pos written_pos(const struct written *w, const char *text, const char *upto);
#endif
