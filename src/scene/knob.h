/* SPDX-License-Identifier: GPL-3.0-or-later */
/* knob.h - the round gold knob that a finger takes, and icons by the names that authors write. */
#ifndef LK_SCENE_KNOB_H
#define LK_SCENE_KNOB_H
#include <scene/element.h>

/* While arranging. Its middle is the origin; r its radius, rim the width of the light line at its edge, size the icon's side,
 * canvas units; sink 0 lies free, 1 pressed. The picture is larger than the disc by PAPER_MARGIN on every side. */
uint64_t knob_picture(struct env *e, const char *icon, float size, float r, float rim, float sink);
/* While loading. Says so where there is no such icon, behind its name `whose` (" in button 'b'", or ""). No icon is known too. */
bool icon_known(struct load_env *le, struct pos at, const char *icon, const char *whose);
#endif
