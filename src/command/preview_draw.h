/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preview_draw.h - what an author is shown over the picture: plain fills and text at the end of its display list. */
#ifndef LK_COMMAND_PREVIEW_DRAW_H
#define LK_COMMAND_PREVIEW_DRAW_H
#include <command/preview.h>

struct preview_pen { struct dlist *list; struct arena *arena; const struct port_fonts *fonts; };
void preview_boxes(struct preview_pen *p, const struct semlist *sem);   /* everything that reacts in the topmost layer */
void preview_order(struct preview_pen *p, const struct semlist *sem);   /* 1, 2, 3 as the keyboard goes through it */
void preview_note(struct preview_pen *p, const char *text);             /* a line at the top */
void preview_fault(struct preview_pen *p, const char *line);            /* file:line:col: what is wrong, at the foot */
void preview_list(struct preview_pen *p);                               /* the keys */
#endif
