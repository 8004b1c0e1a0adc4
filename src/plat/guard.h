/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guard.h - asks to stop (SIGTERM, SIGINT, SIGHUP) become a flag and wake the event loop; nothing else runs in a signal.
 * A second ask ends the process as it would without us, so that a stuck program can be stopped. */
#ifndef LK_PLAT_GUARD_H
#define LK_PLAT_GUARD_H
#include <stdbool.h>

/* Call once, before any thread is started (threads inherit which signals they do not get). False = signals keep their
 * default meaning. The one thread it starts lives as long as the process. */
bool guard_start(void);
bool guard_stop_asked(void);
#endif
