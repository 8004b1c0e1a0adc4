/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bad_table.c - every key of every kind wrong in every way that its type allows, made from the field tables, and what the program
 * says of each. One fault must give one line, at the place where it was put: that is checked here; the wording is on record in
 * bad/generated.txt, to be read by people.
 *
 * bad_table            prints that file; ends with 1 when a fault gave no line, more than one, or one at another place
 * bad_table --inputs   prints the broken files themselves, for schema.py */
#include <content/facts.h>
#include <content/partners.h>
#include <scene/layout.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the way to a map whose keys are tried: the text before them, and how they stand */
struct way {
    const char *file, *path;             /* "scene"; "text.items" */
    const char *before;                  /* whole lines */
    int indent; bool dash;               /* spaces before a key; its first line begins with "- " */
    const char *first;                   /* a line that stands before all others, or NULL: "kind: text" */
    const struct field *table;
};
struct walk {
    struct arena a;                      /* of the whole walk */
    bool inputs;
    const char *path;                    /* heading that was printed last */
    int cases, faults;
};

static const char *good(struct walk *w, const struct field *f);

/* ---- what reads a file */
static struct bytes text_of(const char *s) { return (struct bytes){(const unsigned char *)s, strlen(s)}; }
static bool file_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d) {
    (void)path, (void)cap, (void)d;
    *out = text_of(arena_str(a, ctx));
    return true;
}
static bool file_there(void *ctx, const char *path) { return ctx && path; }
static const char **file_list(void *ctx, const char *folder, const char *suffix, struct arena *a, int *n) {
    (void)ctx, (void)folder, (void)suffix;
    *n = 0;
    return arena_array(a, const char *, 1);
}

static void read_file(const char *file, const char *text, struct arena *a, struct diag *d) {
    char *copy = arena_str(a, text), *path = arena_printf(a, "scenes/%s.yaml", file);
    struct port_files files = {.ctx = copy, .read = file_read, .exists = file_there, .list = file_list};
    struct journey j = {0};
    struct facts f = {.unread = true};
    struct partners p;
    struct scene_deps deps = {.files = &files, .facts = &f, .journey = &j};
    if (!strcmp(file, "journey")) journey_load(a, &files, path, &j, NULL, d);
    else if (!strcmp(file, "facts")) facts_load(a, &files, path, &f, d);
    else if (!strcmp(file, "partners")) partners_load(a, &files, path, &p, d);
    else scene_free(scene_load(&deps, file, d));
}

/* ---- one case */
static int lines_in(const char *s) {
    int n = 0;
    for (; *s; s++) n += *s == '\n';
    return n;
}

static void complain_of(struct walk *w, const char *what, const char *path, const char *line, struct diag *d) {
    w->faults++;
    fprintf(stderr, "%s: %s: %s\n", path, line, what);
    for (const struct diag_item *it = d->first; it; it = it->next) fprintf(stderr, "    %s\n", diag_line(d->arena, it));
}

/* shown: the lines that are wrong, as they are printed; only: the schema cannot tell. at: where the line must point. */
static void try_text(struct walk *w, const struct way *in, const char *path, const char *text, const char *shown, bool only, struct pos at) {
    struct arena a;
    struct diag d;
    arena_init(&a, 0);
    diag_init(&d, &a);
    w->cases++;
    if (w->inputs) {
        printf("=== %s%s %s: %s\n%s", only ? "-" : "", in->file, path, shown, text);
        arena_free(&a);
        return;
    }
    read_file(in->file, text, &a, &d);
    if (!w->path || strcmp(w->path, path) != 0) printf("\n== %s\n", path);
    w->path = path;
    printf("   %s\n", shown);
    for (const struct diag_item *it = d.first; it; it = it->next) printf("> %s\n", diag_line(&a, it));
    const struct diag_item *it = d.first;
    if (!it || it->next) complain_of(w, it ? "more than one line" : "no line", path, shown, &d);
    else if (it->line != at.line || it->col != at.col)
        complain_of(w, arena_printf(&a, "not at %d:%d", at.line, at.col), path, shown, &d);
    arena_free(&a);
}

/* The lines before key `f`: what is required beside it (a count needs its year), and a place for an element. */
static const char *beside(struct walk *w, const struct way *in, const struct field *f, bool wrong) {
    struct sbuf b = {.arena = &w->a};
    bool dash = in->dash;
    const char *extra = in->first;
    sbuf_puts(&b, in->before);
#define LINE(...) (sbuf_printf(&b, "%*s%s", dash ? in->indent - 2 : in->indent, "", dash ? "- " : ""), dash = false, sbuf_printf(&b, __VA_ARGS__))
    if (extra) {
        bool at = f && !strcmp(f->name, "at"), place = at || (f && (!strcmp(f->name, "slot") || !strcmp(f->name, "bleed")));
        LINE("%s\n", extra);
        if (!f || strcmp(f->name, "id") != 0 || !wrong) LINE("id: it\n");
        if (!place || !wrong) LINE("%s\n", at ? "slot: head" : "at: [0, 0]");
    }
    for (const struct field *s = in->table; s && s->name; s++)
        if (((s->flags & FIELD_REQUIRED) || !strcmp(s->name, "year")) && (!f || strcmp(s->name, f->name) != 0)) LINE("%s: %s\n", s->name, good(w, s));
    if (f && dash) sbuf_printf(&b, "%*s- ", in->indent - 2, "");
    else if (f) sbuf_printf(&b, "%*s", in->indent, "");
#undef LINE
    return b.p ? b.p : "";
}

/* A value with '^' where the fault is (at its beginning without one) and '!' before it when a schema cannot tell. */
static void try_value(struct walk *w, const struct way *in, const struct field *f, const char *value) {
    bool only = *value == '!';
    char *plain = arena_str(&w->a, only ? value + 1 : value), *mark = strchr(plain, '^');
    const char *before = beside(w, in, f, true), *path = arena_printf(&w->a, "%s.%s", in->path, f->name);
    int col = in->indent + (int)strlen(f->name) + 3 + (mark ? (int)(mark - plain) : 0);
    if (mark) memmove(mark, mark + 1, strlen(mark));
    const char *shown = arena_printf(&w->a, "%s: %s", f->name, plain);
    try_text(w, in, path, arena_printf(&w->a, "%s%s\n", before, shown), shown, only, (struct pos){NULL, lines_in(before) + 1, col});
}

/* ---- values */
static double least(const struct field *f) {
    if (f->min == 0 && f->max == 0) return 1;
    double from = f->min > -1e9 ? f->min : f->max < 1e9 ? f->max : 1;
    return (f->flags & FIELD_POSITIVE) && from <= 0 ? (f->max < 1 ? f->max : 1) : from;
}

static const char *good_map(struct walk *w, const struct field *table) {
    struct sbuf b = {.arena = &w->a};
    sbuf_putc(&b, '{');
    for (const struct field *f = table; f && f->name; f++)
        if (f->flags & FIELD_REQUIRED) sbuf_printf(&b, "%s%s: %s", b.len > 1 ? ", " : "", f->name, good(w, f));
    sbuf_putc(&b, '}');
    return b.p;
}

/* What a table cannot tell of a value that is right. */
static const struct { const char *name; enum field_type type; const char *value; } SPECIAL[] = {
    {"default-language", FIELD_STR, "en"}, {"languages", FIELD_STRS, "[en]"}, {"source", FIELD_STRS, "[src]"},
    {"sources", FIELD_MAP, "{src: {title: T, publisher: P, kind: ngo}}"}, {"qualifier", FIELD_STRS, "[about]"},
    {"keys", FIELD_NUMS, "[0, 0, 1, 1]"}, {"profile", FIELD_ENUM, "in-russia"}};

static const char *good(struct walk *w, const struct field *f) {
    for (size_t i = 0; i < sizeof SPECIAL / sizeof *SPECIAL; i++)
        if (!strcmp(SPECIAL[i].name, f->name) && SPECIAL[i].type == f->type) return SPECIAL[i].value;
    double n = least(f);
    switch (f->type) {
    case FIELD_BOOL: return "true";
    case FIELD_INT: case FIELD_NUM: return arena_printf(&w->a, "%g", n);
    case FIELD_ENUM: return ((const char *const *)f->extra)[0];
    case FIELD_COLOR: return "snow";
    case FIELD_POINT: case FIELD_NUMS: return arena_printf(&w->a, "[%g, %g]", n, n);
    case FIELD_STRS: case FIELD_FACTS: case FIELD_SCENES: return "[a]";
    case FIELD_ASSETS: return "[a.geojson]";                 /* which no reader opens before all else is right */
    case FIELD_ASSET: case FIELD_PHOTO: case FIELD_FILM: return "a.geojson";
    case FIELD_STRUCT: return good_map(w, f->sub);
    case FIELD_LIST: return arena_printf(&w->a, "[%s]", good_map(w, f->sub));
    case FIELD_COND: case FIELD_SETS: return "{open: true}";
    case FIELD_ACTIONS: return "[{back: true}]";
    case FIELD_MAP: return f->flags & FIELD_ROWS ? "[]" : f->flags & FIELD_FIGURE ? "1" : "{}";
    default: return "a";
    }
}

static const char *const *wrong_of(enum field_type type) {
#define LIST(...) { static const char *const v[] = {__VA_ARGS__, NULL}; return v; }
    switch (type) {
    case FIELD_BOOL: LIST("yes", "'true'", "[true]")
    case FIELD_INT: case FIELD_NUM: LIST("many", "'3'", "[1]", "!1e99")
    case FIELD_STR: LIST("[a]", "{a: b}")
    case FIELD_ID: case FIELD_VAR: case FIELD_SCENE: LIST("Two Coats", "two_coats", "[a]")
    case FIELD_TEXT: LIST("[a]", "''", "{^mroe: B, easy: A}", "{more: B}", "{easy: ^''}", "{easy: ^[A]}")
    case FIELD_ENUM: LIST("[a]", "nothing-like-it")
    case FIELD_COLOR: LIST("snwo", "'#F2A9'", "blue", "[snow]")
    case FIELD_POINT: LIST("5", "[1]", "[1, 2, 3]", "[^left, 2]", "[^'2', 1]", "{x: 1, y: 2}")
    case FIELD_NUMS: LIST("5", "[^one]", "[^'1']", "{a: 1}")
    case FIELD_STRS: LIST("a", "[^[a]]", "[^{a: b}]")
    case FIELD_ASSET: case FIELD_PHOTO: case FIELD_FILM: LIST("../a.svg", "/art/a.svg", "art/two coats.svg", "[a.svg]")
    case FIELD_ASSETS: LIST("a.svg", "[^../a.svg]", "[^[a.svg]]")
    case FIELD_FACT: LIST("Leap length", "leap-length.", "[a]")
    case FIELD_FACTS: LIST("leap-length", "[^Leap length]", "[^[a]]")
    case FIELD_SCENES: LIST("two-coats", "[^Two Coats]", "[^[a]]")
    case FIELD_VALUE: LIST("[1]", "{a: 1}", "!''")
    case FIELD_STRUCT: case FIELD_LIST: LIST("5", "here")
    case FIELD_COND: LIST("open", "{^Open: true}", "{open: ^[1]}", "!{open: ^[3, 1]}", "{open: [^low, 1]}", "{open: ^{a: 1}}")
    case FIELD_SETS: LIST("open", "{^Open: true}", "{open: ^[1]}", "{open: ^{a: 1}}")
    case FIELD_ACTIONS: LIST("next", "[^next]", "[{^nxet: true}]", "[{next: ^false}]", "[^{back: true, home: true}]", "[{goto: ^Two Coats}]")
    case FIELD_MAP: return NULL;
    }
#undef LIST
    return NULL;
}

/* ---- the ways of one key */
static void try_range(struct walk *w, const struct way *in, const struct field *f) {
    bool numeric = f->type == FIELD_INT || f->type == FIELD_NUM || f->type == FIELD_POINT || f->type == FIELD_NUMS;
    if (!numeric) return;
    double step = f->type == FIELD_INT ? 1 : 0.5, low = f->min - step, high = f->max + step, fine = least(f);
    bool ranged = f->min != 0 || f->max != 0, positive = f->flags & FIELD_POSITIVE;
#define TRY(n) try_value(w, in, f, f->type == FIELD_POINT ? arena_printf(&w->a, "[%.10g, ^%.10g]", fine, n) \
                                  : f->type == FIELD_NUMS ? arena_printf(&w->a, "[^%.10g]", n) : arena_printf(&w->a, "%.10g", n))
    if (positive) TRY(0.0);
    if (ranged && f->min > -1e9 && !(positive && f->min <= 0)) TRY(low);
    if (ranged && f->max < 1e9) TRY(high);
    if (f->type == FIELD_INT && (!ranged || f->max > fine)) TRY(fine + 0.5);
#undef TRY
}

/* Two letters of a word have changed places; a word of less is written twice. */
static char *mistyped(struct walk *w, const char *name) {
    size_t n = strlen(name);
    char *s = arena_printf(&w->a, "%s%s", name, n < 2 || name[n - 1] == name[n - 2] ? "x" : "");
    if (strlen(s) > n) return s;
    s[n - 1] = name[n - 2];
    s[n - 2] = name[n - 1];
    return s;
}

static void try_name(struct walk *w, const struct way *in, const struct field *f) {
    const char *path = arena_printf(&w->a, "%s.%s", in->path, f->name), *before = beside(w, in, f, false);
    const char *once = arena_printf(&w->a, "%s%s: %s\n", beside(w, in, f, true), f->name, good(w, f));
    int line = lines_in(before) + 1;
    char *typo = mistyped(w, f->name), *shown = arena_printf(&w->a, "%s: %s", typo, good(w, f));
    for (const struct field *s = in->table; s->name; s++)
        if (!strcmp(s->name, typo)) typo = NULL;
    if (typo) try_text(w, in, path, arena_printf(&w->a, "%s%s\n", before, shown), shown, false, (struct pos){NULL, line, in->indent + 1});
    shown = arena_printf(&w->a, "%s: %s", f->name, good(w, f));
    try_text(w, in, path, arena_printf(&w->a, "%s%*s%s\n", once, in->indent, "", shown), arena_printf(&w->a, "%s (twice)", shown), true,
             (struct pos){NULL, lines_in(once) + 1, in->indent + 1});
}

static void try_missing(struct walk *w, const struct way *in, const struct field *f) {
    const char *path = arena_printf(&w->a, "%s.%s", in->path, f->name), *before = beside(w, in, f, false);
    size_t n = strlen(before);
    while (n && (before[n - 1] == ' ' || before[n - 1] == '-')) n--;
    before = arena_strn(&w->a, before, n);
    if (!strcmp(before, in->before)) {          /* nothing else is in it */
        if (!in->dash && !in->indent) return;
        before = arena_printf(&w->a, "%s%*s%s{}\n", before, in->dash ? in->indent - 2 : in->indent, "", in->dash ? "- " : "");
    }
    try_text(w, in, path, before, arena_printf(&w->a, "(no %s)", f->name), false, (struct pos){NULL, lines_in(in->before) + 1, in->indent + 1});
}

static void try_subtree(struct walk *w, const struct way *in, const struct field *f) {
    static const char *const figures[] = {"{min: 4}", "!{min: 4, max: 1}", "{^mid: 2, min: 1, max: 3}", "[^[a]]", NULL};
    static const char *const elements[] = {"5", "{kind: text}", "[^5]", "[^{id: a}]", "[{kind: ^txet}]", "[{kind: ^nothing-like-it}]", NULL};
    static const char *const units[] = {"5", "[m]", "!{m: ^metres}", "{m: ^[a]}", NULL};
    static const char *const languages[] = {"A", "[A]", "!{^my language: A}", "!{en: ^''}", "{en: ^[A]}", NULL};
    static const char *const others[] = {"5", "[a]", NULL}, *const rows[] = {"5", "{a: 1}", "[^a]", NULL}, *const portrait[] = {"5", "[a]", "{^kind: text}", "{^nothing-like-it: 1}", NULL};
    const char *const *v = others;
    if (f->flags & FIELD_FIGURE) v = figures;
    else if ((f->flags & FIELD_ROWS) && !f->sub) v = elements;
    else if ((f->flags & FIELD_NAMED) && !f->sub) v = !strcmp(f->name, "units") ? units : languages;
    else if (f->flags & FIELD_ROWS) v = rows;
    else if (!strcmp(f->name, "portrait")) v = portrait;
    for (; *v; v++) try_value(w, in, f, *v);
}

static void walk_table(struct walk *w, const struct way *in);

static void walk_below(struct walk *w, const struct way *in, const struct field *f) {
    bool rows = f->type == FIELD_LIST || (f->flags & FIELD_ROWS), named = f->type == FIELD_MAP && (f->flags & FIELD_NAMED);
    if (!f->sub) return;
    struct way below = *in;
    below.path = arena_printf(&w->a, "%s.%s", in->path, f->name);
    below.table = f->sub;
    below.first = NULL;
    below.dash = rows;
    below.indent = in->indent + (rows || named ? 4 : 2);
    below.before = arena_printf(&w->a, "%s%s:\n%s", beside(w, in, f, true), f->name,
                                named ? arena_printf(&w->a, "%*ssrc:\n", in->indent + 2, "") : "");
    walk_table(w, &below);
}

static void walk_table(struct walk *w, const struct way *in) {
    for (const struct field *f = in->table; f && f->name; f++) {
        bool kind = in->first && !strcmp(f->name, "kind"), gone = !strcmp(in->file, "facts") || !strcmp(in->file, "partners");
        if (kind) continue;                     /* tried with 'elements' */
        const char *const *v = wrong_of(f->type);
        for (; v && *v; v++) try_value(w, in, f, *v);
        if (f->type == FIELD_ENUM) try_value(w, in, f, mistyped(w, ((const char *const *)f->extra)[0]));
        if (f->type == FIELD_MAP) try_subtree(w, in, f);
        else if (!gone) try_value(w, in, f, "~");
        try_range(w, in, f);
        try_name(w, in, f);
        if (f->flags & FIELD_REQUIRED) try_missing(w, in, f);
        walk_below(w, in, f);
    }
}

/* ---- actions: each with an argument that it cannot take */
static void walk_actions(struct walk *w, const struct way *in) {
    for (int k = 0; k < ACT_COUNT; k++) {
        struct way at = *in;
        const struct field press[] = {{.name = "press", .type = FIELD_ACTIONS}, {0}};
        at.path = arena_printf(&w->a, "action.%s", ACTION_ROWS[k].name);
        at.table = in->table;
        const char *const *v = wrong_of(ACTION_ROWS[k].arg);
        for (; *v; v++) {
            bool only = **v == '!';
            const char *value = *v + only;
            try_value(w, &at, press, arena_printf(&w->a, "%s[{%s: %s%s}]", only ? "!" : "", ACTION_ROWS[k].name, strchr(value, '^') ? "" : "^", value));
        }
        try_value(w, &at, press, arena_printf(&w->a, "[{^%s: true}]", mistyped(w, ACTION_ROWS[k].name)));
    }
}

/* ---- all faults of a file in one run: every key of a map wrong at once */
enum { SHOWN = 6 };                      /* keys of a kind whose lines are printed, too */
static void try_many(struct walk *w, const struct way *in) {
    struct arena a;
    struct diag d;
    struct sbuf b = {.arena = &w->a};
    int n = 0;
    sbuf_puts(&b, in->before);
    if (in->first) sbuf_printf(&b, "  - %s\n    id: it\n    at: [0, 0]\n", in->first);
    for (const struct field *f = in->table; f && f->name; f++) {
        const char *const *v = wrong_of(f->type);
        if (!v || !strcmp(f->name, "format")) continue;
        char *value = arena_str(&w->a, *v);
        char *mark = strchr(value, '^');
        if (mark) memmove(mark, mark + 1, strlen(mark));
        sbuf_printf(&b, "%*s%s: %s\n", in->indent, "", f->name, value);
        n++;
    }
    if (!b.p || !n) return;
    arena_init(&a, 0);
    diag_init(&d, &a);
    read_file(in->file, b.p, &a, &d);
    diag_sort(&d);
    printf("\n== %s, every key wrong at once: %d lines\n", in->path, n);
    int said = 0;
    for (const struct diag_item *it = d.first; it; it = it->next) {
        said += it->line > lines_in(in->before);
        if (n <= SHOWN) printf("> %s\n", diag_line(&a, it));
    }
    w->cases++;
    if (said != n) complain_of(w, "not a line for each key", in->path, "every key wrong at once", &d);
    arena_free(&a);
}

int main(int argc, char **argv) {
    struct walk w = {.inputs = argc > 1 && !strcmp(argv[1], "--inputs")};
    arena_init(&w.a, 0);
    if (!w.inputs) printf("Made by `sh tests/bad_table.sh --update`: every key wrong in every way that its type allows, and what an author reads.\n"
                          "Below \"== KIND.KEY\" stands what was written, alone in a file that is right but for it; behind > what is said.\n");
    const struct way files[] = {{.file = "scene", .path = "scene", .before = "", .table = SCENE_FIELDS},
                                {.file = "journey", .path = "journey", .before = "", .table = JOURNEY_FIELDS},
                                {.file = "facts", .path = "facts", .before = "", .table = FACTS_FIELDS},
                                {.file = "partners", .path = "partners", .before = "", .table = PARTNERS_FIELDS}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) walk_table(&w, &files[i]);
    struct way element = {.file = "scene", .path = "element", .before = "format: 1\ntitle: A\nelements:\n", .indent = 4, .dash = true,
                          .first = "kind: kicker", .table = NODE_FIELDS};
    walk_table(&w, &element);
    walk_actions(&w, &element);
    for (int i = 0; ELEMENT_KINDS[i]; i++) {
        element.path = ELEMENT_KINDS[i]->name;
        element.first = arena_printf(&w.a, "kind: %s", element.path);
        element.table = ELEMENT_KINDS[i]->fields;
        walk_table(&w, &element);
        if (!w.inputs) try_many(&w, &element);
    }
    fprintf(stderr, "%d broken inputs, %d faults\n", w.cases, w.faults);
    arena_free(&w.a);
    return w.faults > 0;
}
