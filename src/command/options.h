/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options.h - one table per command: what it takes, parsed and explained from the same rows. */
#ifndef LK_COMMAND_OPTIONS_H
#define LK_COMMAND_OPTIONS_H
#include <command/host.h>

enum { OPTIONS_MANY = 32 };
struct size_px { int w, h; };
struct many { const char *v[OPTIONS_MANY]; int n; };
enum option_kind {   /* C storage at the offset */
    OPTION_FLAG,     /* bool */
    OPTION_STR,      /* const char * */
    OPTION_INT,      /* int */
    OPTION_NUM,      /* double */
    OPTION_SIZE,     /* struct size_px, written 1920x1080 */
    OPTION_MANY      /* struct many: may be given several times */
};
struct option_row { const char *name; char letter; enum option_kind kind; size_t offset; const char *arg, *help; };   /* ends with name NULL */
struct usage { const char *line, *help; const struct option_row *rows; };

/* Fills out; what is no option goes to words. Returns -1 to go on, else the exit code (--help: 0 after printing; a fault: 2
 * after one line on stderr). */
int options_read(const struct host *h, const struct usage *u, int argc, char **argv, void *out, struct many *words);
bool size_parse(const char *s, struct size_px *out);   /* 1..8192 each */
#endif
