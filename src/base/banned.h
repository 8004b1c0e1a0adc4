/* SPDX-License-Identifier: GPL-3.0-or-later */
/* banned.h - force-included into every floor but plat: these names do not compile there.
 *
 * The machine (files, clock, environment, processes, random numbers, locale) is plat's; main.c alone ends the program; the
 * string functions without a length are nobody's. System headers that declare a name come first, because the compiler
 * refuses a poisoned word wherever it stands. The symbol check in tests/house repeats this on the linked libraries, for
 * what a macro may hide here. */
#ifndef LK_BASE_BANNED_H
#define LK_BASE_BANNED_H
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifndef _WIN32
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#include <wchar.h>
#endif

/* strings without a length, numbers without an error or with a locale's comma */
#pragma GCC poison strcpy strcat sprintf vsprintf gets strtok atof atoi atol strtod strtof
/* hidden state */
#pragma GCC poison rand srand srandom drand48 setlocale localeconv setenv putenv unsetenv getenv secure_getenv
/* the clock */
#pragma GCC poison clock_gettime clock_nanosleep gettimeofday localtime localtime_r gmtime gmtime_r nanosleep usleep
/* files */
#pragma GCC poison fopen freopen fdopen tmpfile mkstemp opendir readdir unlink
/* processes and ends */
#pragma GCC poison system popen fork vfork execl execlp execle execv execvp execvpe posix_spawn abort _exit atexit
/* the network and libraries at run time */
#pragma GCC poison socket connect getaddrinfo dlopen dlsym
/* SDL is plat's */
#pragma GCC poison SDL_Init SDL_GetTicks SDL_GetTicks64 SDL_CreateWindow SDL_PollEvent SDL_Delay SDL_Log

/* Short words that are also names of members elsewhere ("v->time", "open") are caught as calls. */
#define exit(code) lk_banned_exit_is_for_main_only
#define open(...) lk_banned_open_is_for_plat_only
#define time(...) lk_banned_time_is_for_plat_only
#define sleep(...) lk_banned_sleep_is_for_plat_only
#endif
