/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.c - everything that the kiosk would load, loaded; every fault with its place. */
#include <command/check.h>
#include <command/check_render.h>
#include <command/command.h>
#include <stddef.h>
#include <string.h>

struct opts { const char *pack, *site, *date; bool quiet, render; struct render_options how; };
static const struct option_row ROWS[] = {
    {"pack", 'p', OPTION_STR, offsetof(struct opts, pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {"site", 0, OPTION_STR, offsetof(struct opts, site), "FILE", "the site's own settings; without it those in ~/.config/leopard-kiosk or /etc/leopard-kiosk"},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct opts, quiet), NULL, "faults only, no summary"},
    {"render", 'r', OPTION_FLAG, offsetof(struct opts, render), NULL, "look at every scene too: state, language, text size, shape of screen (minutes)"},
    {"quick", 0, OPTION_FLAG, offsetof(struct opts, how.quick), NULL, "--render: a part of these in which any two still meet (a minute or two)"},
    {"scene", 0, OPTION_MANY, offsetof(struct opts, how.scenes), "ID", "--render: only this scene"},
    {"locale", 'l', OPTION_MANY, offsetof(struct opts, how.locales), "CODE", "--render: only this language, or two at once: ru+zh-Hans"},
    {"date", 0, OPTION_STR, offsetof(struct opts, date), "YYYY-MM-DD", "as on that day: which facts and partners are past their review (default: today)"},
    {"sheet-dir", 0, OPTION_STR, offsetof(struct opts, how.sheet_dir), "DIR", "--render: folder for a page of pictures in each language"},
    {0}};
static const struct usage USAGE = {"check [--pack DIR] [--date YYYY-MM-DD] [--render [--quick] [--scene ID] [--locale CODE] [--sheet-dir DIR]]",
                                   "Checks a pack: scenes, texts, numbers, pictures, translations; and with --render how it looks.", ROWS};

static void check_scene(struct setup *s, const char *id, struct diag *d) {
    struct scene *scene = scene_read(&s->deps, id, d);
    if (!scene) return;
    scene_check(scene, &s->deps, s->languages, s->ncatalogs, d, NULL);
    /* what the diag says of the scene's places points into the scene: keep the names */
    for (struct diag_item *it = d->first; it; it = it->next)
        if (it->file) it->file = arena_str(&s->arena, it->file);
    scene_free(scene);
}

static bool listed(const struct journey *j, const char *id) {
    const char *const own[] = {j->attract, j->home, j->still_there, j->language_sheet, j->sources_sheet};
    const struct chapter *c = j->chapters.items;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_eq(own[i], id)) return true;
    for (int i = 0; i < j->chapters.n; i++)
        for (int k = 0; k < c[i].scenes.n; k++)
            if (str_eq(c[i].scenes.v[k], id)) return true;
    return false;
}

/* Fonts that the pack brings along. */
static void check_fonts(struct setup *s, struct diag *d) {
    int n = 0;
    const char **names = s->files.list(s->files.ctx, "assets/fonts", "", &s->arena, &n);
    for (int i = 0; names && i < n; i++) {
        struct arena a;
        struct bytes in;
        const char *path = arena_printf(&s->arena, "assets/fonts/%s", names[i]), *dot = strrchr(names[i], '.');
        if (!path || !dot || (!str_eq(dot, ".ttf") && !str_eq(dot, ".otf"))) continue;
        arena_init(&a, 0);
        if (s->files.read(s->files.ctx, path, FONT_MAX, &a, &in, d)) font_gate(path, in, d);
        arena_free(&a);
    }
}

/* Sounds of the journey; those of a scene are read with it. */
static void check_sounds(struct setup *s, struct diag *d) {
    const struct journey *j = &s->read;
    const struct chapter *c = j->chapters.items;
    const char *paths[3 + JOURNEY_CHAPTERS] = {j->sound.press, j->sound.go, j->sound.ambience};
    for (int i = 0; i < j->chapters.n && i < JOURNEY_CHAPTERS; i++) paths[3 + i] = c[i].ambience;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct arena a;
        const char *full = paths[i] ? arena_printf(&s->arena, "assets/%s", paths[i]) : NULL;
        if (!full) continue;
        arena_init(&a, (size_t)SOUND_MAX + (1 << 20));
        struct bytes in;
        if (s->files.exists(s->files.ctx, full)) {
            if (s->files.read(s->files.ctx, full, SOUND_MAX, &a, &in, d)) sound_gate(full, in, d);
        } else diag_error(d, (struct pos){j->file, 0, 0}, "no file '%s' (put it there or correct the name)", full);
        arena_free(&a);
    }
}

/* A picture that several scenes show is reported by each of them. */
static void drop_repeats(struct diag *d) {
    for (struct diag_item *it = d->first; it; it = it->next)
        for (struct diag_item *at = it; at->next && at->next->line == it->line && str_eq(at->next->file, it->file);) {
            struct diag_item *next = at->next;
            if (next->col != it->col || next->warning != it->warning || !str_eq(next->text, it->text)) { at = next; continue; }
            at->next = next->next;
            if (d->last == next) d->last = at;
            if (next->warning) d->warnings--;
            else d->errors--;
        }
}

static void summary(const struct host *h, int scenes, int languages, const struct diag *d) {
    say(h, "%d scene%s, %d language%s: %d error%s, %d warning%s\n", scenes, scenes == 1 ? "" : "s", languages,
        languages == 1 ? "" : "s", d->errors, d->errors == 1 ? "" : "s", d->warnings, d->warnings == 1 ? "" : "s");
}

int check_pack(struct setup *s) {
    int n = 0;
    const char **ids = setup_scenes(s, &n);
    s->deps.journey = &s->read;
    s->deps.thorough = true;
    for (int i = 0; i < n; i++) {
        check_scene(s, ids[i], &s->diag);
        if (!s->read.part && !listed(&s->read, ids[i]))
            diag_warn(&s->diag, (struct pos){arena_printf(&s->arena, "scenes/%s.yaml", ids[i]), 0, 0},
                      "no chapter shows scene '%s' (add it to scenes/journey.yaml)", ids[i]);
    }
    if (n == 0) diag_error(&s->diag, (struct pos){0}, "no scene in '%s/scenes'", s->pack);
    check_fonts(s, &s->diag);
    check_sounds(s, &s->diag);
    diag_sort(&s->diag);
    drop_repeats(&s->diag);
    s->deps.journey = &s->journey;
    s->deps.thorough = false;
    return n;
}

int command_check(const struct host *h, int argc, char **argv) {
    struct opts o = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL);
    if (rc >= 0) return rc;
    if (!o.render && (o.how.quick || o.how.scenes.n || o.how.locales.n || o.how.sheet_dir)) {
        complain(h, "check: --quick, --scene, --locale and --sheet-dir belong to --render");
        return EXIT_USAGE;
    }
    if (o.how.quick && o.how.sheet_dir) {
        complain(h, "check: --sheet-dir shows everything (leave --quick out)");
        return EXIT_USAGE;
    }
    struct host dated = *h;
    struct date *day = &dated.day;
    if (o.date && (!fact_date(o.date, &day->year, &day->month, &day->day) || !day->day)) {
        complain(h, "check: '%s' is no day (write --date 2031-01-31)", o.date);
        return EXIT_USAGE;
    }
    struct setup s;
    bool opened = setup_open_site(&s, &dated, o.pack, setup_site(h, o.site), NULL);
    int n = opened ? check_pack(&s) : 0;
    bool wrong = opened && o.render && !check_render(&s, &o.how, &s.diag);
    say_diag(h, false, &s.diag);
    if (!o.quiet && !wrong) summary(h, n, s.read.languages.n, &s.diag);
    bool bad = s.diag.errors > 0 || !opened;
    setup_close(&s);
    return wrong ? EXIT_USAGE : bad ? EXIT_FAULT : EXIT_OK;
}
