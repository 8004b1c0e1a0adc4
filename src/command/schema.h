/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.h - JSON schemas of a pack's files: scene, journey, facts, partners. */
#ifndef LK_COMMAND_SCHEMA_H
#define LK_COMMAND_SCHEMA_H
#include <command/host.h>

/* Writes scenes/schema/KIND.json of a pack, where the first line of each of its files tells editors to look. False, with a line on
 * stderr, when one cannot be written. */
bool schemas_write(const struct host *h, struct arena *a, const char *pack);
#endif
