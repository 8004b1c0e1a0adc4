/* SPDX-License-Identifier: GPL-3.0-or-later */
/* icons.h - the icon set: solid paper shapes on a 48-unit grid, one colour, strokes with round ends. */
#ifndef LK_DRAW_ICONS_H
#define LK_DRAW_ICONS_H
#include <draw/vec.h>

/* home next back up check cross replay speak access lr clock people sun flake leaf hand play down paw pin ... */
extern const char *const ICON_NAMES[];   /* NULL-terminated */
/* Draws icon `name` into the square at x,y with side s. False for an unknown name. mirror: flipped left to right (for
 * right-to-left languages; the caller decides, see icon_directional). */
bool icon_draw(struct vec *v, const char *name, float x, float y, float s, rgba color, bool mirror);
bool icon_directional(const char *name);   /* next, back, replay: they turn round in a right-to-left language */
#endif
