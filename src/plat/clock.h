/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clock.h - monotonic time since an arbitrary moment: it never goes back. The calendar is asked for the day alone. */
#ifndef LK_PLAT_CLOCK_H
#define LK_PLAT_CLOCK_H
#include <port.h>
#include <stdint.h>

int64_t clock_ms(void);
int64_t clock_us(void);
int64_t clock_cpu_us(void);   /* processor time of this process so far (bench, watchdog) */
struct date clock_today(void);   /* local; year 0 when the machine does not know it */
#endif
