/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/command.h>
#include <getopt.h>
#include <string.h>

enum { ROWS_MAX = 32, HELP = 1000 };

bool size_parse(const char *s, struct size_px *out) {
    int v[2] = {0, 0}, at = 0;
    for (; *s; s++) {
        if ((*s == 'x' || *s == 'X') && at == 0 && v[0]) { at = 1; continue; }
        if (*s < '0' || *s > '9' || v[at] > 8192) return false;
        v[at] = v[at] * 10 + (*s - '0');
    }
    if (at != 1 || v[0] < 1 || v[1] < 1 || v[0] > 8192 || v[1] > 8192) return false;
    *out = (struct size_px){v[0], v[1]};
    return true;
}

static void help(const struct host *h, const struct usage *u) {
    say(h, "usage: leopard-kiosk %s\n\n%s\n\n", u->line, u->help);
    for (const struct option_row *r = u->rows; r->name; r++) {
        char left[64];
        snprintf(left, sizeof left, "%c%c%c --%s%s%s", r->letter ? '-' : ' ', r->letter ? r->letter : ' ', r->letter ? ',' : ' ',
                 r->name, r->arg ? " " : "", r->arg ? r->arg : "");
        say(h, "  %-28s %s\n", left, r->help);
    }
    say(h, "      --help                   this text\n");
}

static bool store(const struct option_row *r, const char *arg, void *out) {
    void *at = (char *)out + r->offset;
    double num;
    struct many *m = at;
    switch (r->kind) {
    case OPTION_FLAG: *(bool *)at = true; return true;
    case OPTION_STR: *(const char **)at = arg; return true;
    case OPTION_NUM: return str_number(arg, at);
    case OPTION_SIZE: return size_parse(arg, at);
    case OPTION_INT:
        if (!str_number(arg, &num) || num < -1e9 || num > 1e9 || num != (int)num) return false;
        *(int *)at = (int)num;
        return true;
    case OPTION_MANY:
        if (m->n == OPTIONS_MANY) return false;
        m->v[m->n++] = arg;
        return true;
    }
    return false;
}

int options_read(const struct host *h, const struct usage *u, int argc, char **argv, void *out, struct many *words) {
    struct option longs[ROWS_MAX + 2] = {{0}};
    char shorts[2 * ROWS_MAX + 4] = ":";
    int n = 0, at = 1;
    for (; u->rows[n].name && n < ROWS_MAX; n++) {
        bool has = u->rows[n].kind != OPTION_FLAG;
        longs[n] = (struct option){u->rows[n].name, has ? required_argument : no_argument, NULL, HELP + 1 + n};
        if (!u->rows[n].letter) continue;
        shorts[at++] = u->rows[n].letter;
        if (has) shorts[at++] = ':';
    }
    longs[n] = (struct option){"help", no_argument, NULL, HELP};
    optind = 1;
    opterr = 0;
    for (int c; (c = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        int row = c - HELP - 1;
        for (int i = 0; c < HELP && i < n; i++)
            if (u->rows[i].letter == c) row = i;
        if (c == HELP) { help(h, u); return EXIT_OK; }
        if (c == '?' || c == ':' || row < 0) {
            complain(h, "%s: %s '%s' (see leopard-kiosk %s --help)", argv[0], c == ':' ? "no value for" : "unknown option",
                     argv[optind - 1], argv[0]);
            return EXIT_USAGE;
        }
        if (store(&u->rows[row], optarg, out)) continue;
        complain(h, "%s: '%s' is no value for --%s (write %s)", argv[0], optarg, u->rows[row].name, u->rows[row].arg);
        return EXIT_USAGE;
    }
    for (; words && optind < argc && words->n < OPTIONS_MANY; optind++) words->v[words->n++] = argv[optind];
    if (optind < argc) {
        complain(h, "%s: '%s' is not expected (see leopard-kiosk %s --help)", argv[0], argv[optind], argv[0]);
        return EXIT_USAGE;
    }
    return -1;
}
