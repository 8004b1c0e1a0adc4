/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clock.h - monotonic time since an arbitrary moment: it never goes back and knows no calendar. */
#ifndef LK_PLAT_CLOCK_H
#define LK_PLAT_CLOCK_H
#include <stdint.h>

int64_t clock_ms(void);
int64_t clock_us(void);
int64_t clock_cpu_us(void);   /* processor time of this process so far (bench, watchdog) */
#endif
