/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.h - the commands of the program: one file and one row each. */
#ifndef LK_COMMAND_H
#define LK_COMMAND_H
#include <command/host.h>
#include <command/options.h>
#include <command/session.h>

enum { EXIT_OK = 0, EXIT_FAULT = 1, EXIT_USAGE = 2 };
struct command {
    const char *name, *help;
    int (*run)(const struct host *h, int argc, char **argv);   /* argv[0] is the command's name */
};
extern const struct command COMMANDS[];                        /* ends with name NULL */
/* The whole program: picks the command (none = run) and gives the exit code. */
int command_main(const struct host *h, int argc, char **argv);

void say(const struct host *h, const char *fmt, ...) __attribute__((format(printf, 2, 3)));        /* stdout */
void complain(const struct host *h, const char *fmt, ...) __attribute__((format(printf, 2, 3)));   /* stderr, with a newline */
struct date host_today(const struct host *h);                                                           /* year 0 = unknown */
void say_diag(const struct host *h, bool error, struct diag *d);   /* all lines, sorted */

int command_run(const struct host *h, int argc, char **argv);
int command_check(const struct host *h, int argc, char **argv);
int command_shot(const struct host *h, int argc, char **argv);
int command_replay(const struct host *h, int argc, char **argv);
int command_bench(const struct host *h, int argc, char **argv);
int command_schema(const struct host *h, int argc, char **argv);
int command_reference(const struct host *h, int argc, char **argv);
int command_facts(const struct host *h, int argc, char **argv);
int command_pot(const struct host *h, int argc, char **argv);
int command_new(const struct host *h, int argc, char **argv);
int command_pack(const struct host *h, int argc, char **argv);
#endif
