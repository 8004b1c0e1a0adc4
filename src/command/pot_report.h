/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pot_report.h - how far the catalogues of a pack have come. A text is shown in a language only when it is translated: fuzzy and
 * missing ones stand in English. */
#ifndef LK_COMMAND_POT_REPORT_H
#define LK_COMMAND_POT_REPORT_H
#include <command/setup.h>
#include <content/pot.h>

/* One line for each language, or for one; verbose: and one for each text that is fuzzy, missing, unused or too long. False
 * when the journey has no such language. */
bool pot_report(struct setup *s, const struct pot *pot, const char *lang, bool verbose);
#endif
