/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keys.h - small things that data elements share: alpha by keys over a number, ink that reads on a colour. */
#ifndef LK_SCENE_KEYS_H
#define LK_SCENE_KEYS_H
#include <content/fields.h>

/* Pairs (at, value), ascending: linear between them, flat outside. No pairs: 1. */
float keys_at(const struct nums *keys, double at);
/* Reports keys that are no pairs or do not ascend. */
bool keys_check(const struct nums *keys, const char *what, struct pos at, struct diag *d);
/* WCAG contrast of two opaque colours, 1..21. */
float ink_contrast(rgba a, rgba b);
/* Of snow and spruce-950 the one that reads better on fill. */
rgba ink_on(rgba fill);
#define INK_SNOW 0xF4F8F6FFu
#define INK_DARK 0x06171CFFu
#endif
