/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c - the table of commands. */
#include <command/command.h>
#include <stdio.h>
#include <string.h>

const struct command COMMANDS[] = {
    {"run", "show the kiosk (also without a command)", command_run},
    {"check", "check a pack: scenes, texts, numbers, pictures, translations", command_check},
    {"shot", "make a picture of a scene without a window", command_shot},
    {"replay", "play a script of touches against the kiosk and check what it shows", command_replay},
    {"bench", "measure how fast it draws", command_bench},
    {"schema", "JSON schemas of a pack's files, for editors", command_schema},
    {"reference", "the author's reference: every element, action and key", command_reference},
    {"pot", "print the template for translators", command_pot},
    {"new", "write a scene or a pack to begin with", command_new},
    {"facts", "list the fact register: figures, years, which scenes show them", command_facts},
    {"pack", "bake a pack's pictures, put it into one file, install it", command_pack},
    {NULL, NULL, NULL}};

static void print(const struct host *h, bool error, const char *fmt, va_list ap, const char *end) {
    struct arena a;
    arena_init(&a, 4 << 20);
    struct sbuf b = {.arena = &a};
    char *text = arena_vprintf(&a, fmt, ap);
    sbuf_puts(&b, text ? text : fmt);
    sbuf_puts(&b, end);
    if (b.p) h->print(h->ctx, error, b.p);
    arena_free(&a);
}

void say(const struct host *h, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    print(h, false, fmt, ap, "");
    va_end(ap);
}

void complain(const struct host *h, const char *fmt, ...) {
    va_list ap;
    h->print(h->ctx, true, "leopard-kiosk: ");
    va_start(ap, fmt);
    print(h, true, fmt, ap, "\n");
    va_end(ap);
}

struct date host_today(const struct host *h) { return h->day.year ? h->day : h->today(h->ctx); }

void say_diag(const struct host *h, bool error, struct diag *d) {
    struct arena a;
    arena_init(&a, 4 << 20);
    diag_sort(d);
    for (const struct diag_item *it = d->first; it; it = it->next) {
        const char *line = diag_line(&a, it);
        h->print(h->ctx, error, line ? line : it->text);
        h->print(h->ctx, error, "\n");
    }
    arena_free(&a);
}

static int top_help(const struct host *h) {
    say(h, "usage: leopard-kiosk [COMMAND] [OPTIONS]\n\n");
    for (const struct command *c = COMMANDS; c->name; c++) say(h, "  %-9s %s\n", c->name, c->help);
    say(h, "\nleopard-kiosk COMMAND --help tells more. Exit codes: 0 good, 1 something is wrong, 2 wrong use.\n");
    return EXIT_OK;
}

int command_main(const struct host *h, int argc, char **argv) {
    const char *word = argc > 1 ? argv[1] : "run";
    if (str_eq(word, "--help") || str_eq(word, "-h") || str_eq(word, "help")) return top_help(h);
    if (str_eq(word, "--version")) { say(h, "leopard-kiosk %s\n", h->version); return EXIT_OK; }
    if (argc < 2 || word[0] == '-') return command_run(h, argc, argv);
    const char *names[sizeof COMMANDS / sizeof *COMMANDS];
    int n = 0;
    for (const struct command *c = COMMANDS; c->name; c++) {
        if (str_eq(c->name, word)) return c->run(h, argc - 1, argv + 1);
        names[n++] = c->name;
    }
    names[n] = NULL;
    const char *near = str_nearest(word, names);
    if (near) complain(h, "unknown command '%s' (did you mean '%s'?)", word, near);
    else complain(h, "unknown command '%s' (see leopard-kiosk --help)", word);
    return EXIT_USAGE;
}
