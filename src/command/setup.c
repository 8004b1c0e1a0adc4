/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/command.h>
#include <command/setup.h>
#include <content/message.h>
#include <content/pseudo.h>
#include <stdio.h>
#include <string.h>

const char *setup_home(const struct host *h, struct arena *a) {
    const char *shared = h->exe_dir ? arena_printf(a, "%s/../share/leopard-kiosk", h->exe_dir) : NULL;
    return shared && h->is_folder(h->ctx, shared) ? shared : h->source_dir;
}

static const char *folder_or_null(struct setup *s, const char *at, const char *name) {
    const char *path = at ? arena_printf(&s->arena, "%s/%s", at, name) : NULL;
    return path && s->host->is_folder(s->host->ctx, path) ? path : NULL;
}

/* When the journey cannot be read the kiosk shows the card that asks for staff: SETUP_NO_SCENE is never loaded. */
static void empty_journey(struct setup *s) {
    static const char *const EN[] = {"en"};
    s->journey = (struct journey){.attract = SETUP_NO_SCENE, .home = SETUP_NO_SCENE, .languages = {EN, 1}, .default_language = "en",
                                  .idle_ask = 60, .idle_reset = 30, .file = "scenes/journey.yaml"};
}

static bool load_catalog(struct setup *s, const char *lang) {
    const char *path = locale_path(&s->arena, lang);
    if (str_eq(lang, "en") || !path || s->ncatalogs == SETUP_LANGUAGES) return true;
    for (int i = 0; i < s->ncatalogs; i++)
        if (str_eq(s->catalogs[i].lang, lang)) return true;
    struct catalog *c = &s->catalogs[s->ncatalogs];
    bool good = catalog_load(&s->arena, &s->files, path, lang, c, &s->diag) & message_unit_width_check(c, &s->diag);
    if (c->whole || c->n > 0) s->languages[s->ncatalogs++] = c;     /* what is right in it is used */
    return good;
}

bool setup_read_catalog(struct setup *s, int i) {
    struct catalog fresh = {0};
    const char *lang = s->catalogs[i].lang, *path = locale_path(&s->arena, lang);
    bool good = path && catalog_load(&s->arena, &s->files, path, lang, &fresh, &s->diag) && message_unit_width_check(&fresh, &s->diag);
    if (good) s->catalogs[i] = fresh;
    return good;
}

/* The journey's languages; where these are not known, every catalogue that is there. */
static bool load_catalogs(struct setup *s) {
    bool good = true;
    const struct strs *l = &s->read.languages;
    for (int i = 0; i < l->n; i++)
        if (language_code_ok(l->v[i])) good &= load_catalog(s, l->v[i]);
    int n = 0;
    const char **files = l->n ? NULL : s->files.list(s->files.ctx, "locales", ".po", &s->arena, &n);
    for (int i = 0; files && i < n; i++) {
        char *lang = arena_strn(&s->arena, files[i], strlen(files[i]) - 3);
        for (char *c = lang; c && *c; c++)
            if (*c == '_') *c = '-';
        if (lang) good &= load_catalog(s, lang);
    }
    return good;
}

/* ---- what the journey refers to */
struct refs { struct arena *arena; const struct field_refs *also; struct scene_ref *v; int n, cap; };

static void collect(void *ctx, enum field_type type, const char *value, const struct text_ref *text, struct pos at) {
    struct refs *r = ctx;
    if (r->also) r->also->ref(r->also->ctx, type, value, text, at);
    if (r->n == r->cap) {
        int cap = r->cap ? r->cap * 2 : 64;
        struct scene_ref *v = arena_array(r->arena, struct scene_ref, cap);
        if (!v) return;
        if (r->n) memcpy(v, r->v, sizeof *v * (size_t)r->n);
        r->v = v;
        r->cap = cap;
    }
    r->v[r->n++] = (struct scene_ref){.type = type, .value = value, .text = text ? *text : (struct text_ref){0}, .pos = at};
}

static void check_journey(struct setup *s, const struct refs *r, struct diag *d) {
    const struct journey *j = &s->read;
    const struct journey_var *v = j->variables.items;
    const char **known = arena_array(&s->arena, const char *, j->variables.n + 2);
    if (!known) return;
    for (int i = 0; i < j->variables.n; i++) known[i] = v[i].name;
    known[j->variables.n] = "language";
    if (j->part && j->variables.n == 0) known = NULL;
    for (int i = 0; i < r->n; i++) {
        const struct scene_ref *e = &r->v[i];
        if (e->type == FIELD_TEXT) text_check(&s->arena, &e->text, &s->facts, known, s->languages, s->ncatalogs, d);
        if (e->type == FIELD_SCENE) scene_exists(&s->arena, &s->files, e->value, e->pos, d);
    }
}

/* What is wrong in it is left out: the pack's own stands there. */
static void read_site(struct setup *s) {
    struct bytes in;
    s->site = SITE_NONE;
    if (!s->site_file) return;
    if (s->host->read(s->host->ctx, s->site_file, SITE_BYTES, &s->arena, &in)) site_read(&s->arena, s->site_file, in, &s->site, &s->diag);
    else diag_error(&s->diag, (struct pos){s->site_file, 0, 0}, "cannot be read (look at its name and its rights; it holds at most %d KB)", SITE_BYTES >> 10);
}

/* A profile with a fault is not in force: the kiosk goes on with promises alone. */
static bool read_partners(struct setup *s) {
    struct diag quiet;                   /* the same journey twice: its faults are told once */
    diag_init(&quiet, &s->arena);
    s->journey.partners = s->read.partners = &s->partners;
    bool good = partners_load(&s->arena, &s->files, "scenes/partners.yaml", &s->partners, &s->diag);
    site_apply(&s->site, &s->journey, &s->partners, &quiet);
    site_apply(&s->site, &s->read, &s->partners, &s->diag);
    if (!s->read.part || s->read.languages.n) good &= partners_check(&s->partners, &s->read, &s->diag);
    struct call c = partners_call(&s->arena, &s->partners, &s->read, host_today(s->host).year);
    if (!s->partners.faulty) partners_warn(&s->partners, &c, &s->diag);
    if (c.kind == CALL_NONE) journey_drop_scene(&s->arena, &s->journey, s->journey.call_scene);
    return good;
}

bool setup_read(struct setup *s, const struct field_refs *refs) {
    struct refs told = {.arena = &s->arena, .also = refs};
    struct field_refs all = {&told, collect};
    bool good = journey_load(&s->arena, &s->files, "scenes/journey.yaml", &s->journey, &all, &s->diag);
    s->read = s->journey;
    if (!good) empty_journey(s);
    good &= facts_load(&s->arena, &s->files, "scenes/facts.yaml", &s->facts, &s->diag);
    facts_warn(&s->facts, host_today(s->host).year, &s->diag);
    read_site(s);
    good &= read_partners(s);
    s->english = good;
    good &= load_catalogs(s);
    check_journey(s, &told, &s->diag);
    return good;
}

const char *setup_site(const struct host *h, const char *named) {
    for (int i = 0; i < 2 && !named; i++)
        if (h->sites[i] && h->stamp(h->ctx, h->sites[i])) return h->sites[i];
    return named;
}

bool setup_open(struct setup *s, const struct host *h, const char *dir, const struct field_refs *refs) {
    return setup_open_site(s, h, dir, NULL, refs);
}

bool setup_open_site(struct setup *s, const struct host *h, const char *dir, const char *site, const struct field_refs *refs) {
    *s = (struct setup){.host = h};
    arena_init(&s->arena, 64 << 20);
    diag_init(&s->diag, &s->arena);
    s->site_file = site ? arena_str(&s->arena, site) : NULL;
    s->pack = dir ? arena_str(&s->arena, dir) : setup_home(h, &s->arena);
    if (!s->pack) {
        diag_error(&s->diag, (struct pos){0}, "no pack found (name its folder with --pack)");
        return false;
    }
    if (!h->open_pack(h->ctx, s->pack, &s->files, &s->fonts, &s->diag)) return false;
    s->pack_cache = folder_or_null(s, s->pack, "cache");
    if (!s->pack_cache && str_eq(s->pack, h->source_dir)) s->pack_cache = folder_or_null(s, h->exe_dir, "cache");   /* a build's */
    s->user_cache = h->user_cache;
    setup_read(s, refs);
    asset_book_open(&s->assets, &s->arena);
    s->deps = (struct scene_deps){.files = &s->files, .assets = &s->assets, .facts = &s->facts, .journey = &s->journey, .films = &h->films};
    return true;
}

void setup_close(struct setup *s) { arena_free(&s->arena); }

const struct catalog *setup_catalog(const struct setup *s, const char *lang) {
    for (int i = 0; i < s->ncatalogs; i++)
        if (str_eq(s->catalogs[i].lang, lang)) return &s->catalogs[i];
    return NULL;
}

static bool has_language(const struct setup *s, const char *command, const char *lang) {
    const struct strs *l = &s->journey.languages;
    if (pseudo_of(lang) || str_eq(s->journey.home, SETUP_NO_SCENE)) return true;
    for (int i = 0; i < l->n; i++)
        if (str_eq(l->v[i], lang)) return true;
    complain(s->host, "%s: language '%s' is not in the journey (add it to its languages; %s and %s are for trying)", command, lang,
             PSEUDO_CODES[0], PSEUDO_CODES[1]);
    return false;
}

bool setup_speaks(const struct setup *s, const char *command, const char *lang) {
    const char *plus = strchr(lang, '+');
    char first[64];
    snprintf(first, sizeof first, "%.*s", plus ? (int)(plus - lang) : (int)strlen(lang), lang);
    if (!has_language(s, command, first)) return false;
    if (!plus) return true;
    if (!str_eq(first, plus + 1)) return has_language(s, command, plus + 1);
    complain(s->host, "%s: '%s' is one language twice (name two, like ru+en)", command, lang);
    return false;
}

const char **setup_scenes(struct setup *s, int *n) {
    int files = 0;
    const char **names = s->files.list(s->files.ctx, "scenes", ".yaml", &s->arena, &files);
    const char **ids = arena_array(&s->arena, const char *, files + 1);
    *n = 0;
    for (int i = 0; ids && names && i < files; i++) {
        if (scene_file_taken(names[i])) continue;
        ids[*n] = arena_strn(&s->arena, names[i], strlen(names[i]) - strlen(".yaml"));
        if (ids[*n]) ++*n;
    }
    return ids;
}
