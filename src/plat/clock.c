/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <plat/clock.h>
#include <time.h>

static int64_t read_us(clockid_t which) {
    struct timespec t;
    if (clock_gettime(which, &t) != 0) return 0;
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t clock_us(void) { return read_us(CLOCK_MONOTONIC); }
int64_t clock_ms(void) { return clock_us() / 1000; }
int64_t clock_cpu_us(void) { return read_us(CLOCK_PROCESS_CPUTIME_ID); }

struct date clock_today(void) {
    time_t now = time(NULL);
    struct tm t;
    if (now == (time_t)-1 || !localtime_r(&now, &t)) return (struct date){0};
    return (struct date){t.tm_year + 1900, t.tm_mon + 1, t.tm_mday};
}
