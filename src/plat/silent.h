/* SPDX-License-Identifier: GPL-3.0-or-later */
/* silent.h - the silent twin of the machine: fonts with fixed metrics, files in memory, a log that is kept. For tests and
 * deterministic replay; needs no display, no disk, no font file. The twin of the screen is video.h's VIDEO_BUFFER. */
#ifndef LK_PLAT_SILENT_H
#define LK_PLAT_SILENT_H
#include <port.h>

/* Every Latin or Cyrillic code point is 0.5 em wide, Han, kana and Hangul 1 em, marks and formats 0; ascent 0.8, descent
 * 0.2, height 1.2 em. The Latin faces cover no CJK and no Arabic, the CJK faces only their own script and Latin, FACE_LAST
 * covers all. No state. */
struct port_fonts silent_fonts(void);

/* Files in memory: the same rules for paths as on the disk. The array is borrowed, and ends with path NULL. */
struct silent_file { const char *path; const void *p; size_t n; };
struct port_files silent_files(const struct silent_file *files);
#define SILENT_TEXT(path, text) {path, text, sizeof(text) - 1}

/* Keeps the lines in an arena, in order. */
struct silent_log { struct arena *arena; const char *lines[64]; int levels[64]; int n; /* counts on past 64 */ };
struct port_log silent_log(struct silent_log *log);
#endif
