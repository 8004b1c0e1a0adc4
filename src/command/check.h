/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.h - what the command `check` finds, for whoever else must know before a pack is used. */
#ifndef LK_COMMAND_CHECK_H
#define LK_COMMAND_CHECK_H
#include <command/setup.h>

/* Reads all that the kiosk would load of an opened pack; every fault goes to its diag, sorted, each once. Returns how many
 * scenes there are. */
int check_pack(struct setup *s);
#endif
