/* SPDX-License-Identifier: GPL-3.0-or-later */
/* new.c - for authors: a scene or a whole pack to begin with. What is written are the files of packaging/templates/, beside the program's
 * own pack: @ID@ is the name of the scene, @FACT@ a figure of the pack's register. Nothing that is there is written over but
 * for what is added to the catalogues and to the journey. */
#include <command/command.h>
#include <command/schema.h>
#include <content/yaml.h>
#include <stddef.h>
#include <string.h>

struct opts { const char *pack, *chapter; };
static const struct option_row ROWS[] = {
    {"chapter", 'c', OPTION_STR, offsetof(struct opts, chapter), "ID", "scene: the chapter of journey.yaml that shows it, as its last"},
    {"pack", 'p', OPTION_STR, offsetof(struct opts, pack), "DIR", "scene: folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"new scene ID [--chapter ID] [--pack DIR] | new pack DIR",
                                   "Writes a scene, or a whole small pack, with a remark at each line: change it from there.", ROWS};

enum { NEW_FILE_MAX = 4 << 20 };
static const char FIRST_SCENE[] = "first-scene";     /* that of a new pack's only chapter */

static void put_named(struct sbuf *out, const char *s, size_t n, const char *id, const char *fact) {
    for (size_t i = 0; i < n;) {
        bool is_id = n - i >= 4 && !memcmp(s + i, "@ID@", 4), is_fact = n - i >= 6 && !memcmp(s + i, "@FACT@", 6);
        if (is_id || is_fact) sbuf_puts(out, is_id ? id : fact);
        else sbuf_putc(out, s[i]);
        i += is_id ? 4 : is_fact ? 6 : 1;
    }
}

/* Where there is no fact, pieces (ended by `end`: lines, or entries of a catalogue) that need one are left out. */
static void fill(struct sbuf *out, const char *text, const char *end, const char *id, const char *fact) {
    while (*text) {
        const char *stop = strstr(text, end), *needs = strstr(text, "@FACT@");
        size_t n = stop ? (size_t)(stop - text) + strlen(end) : strlen(text);
        if (fact || !needs || needs >= text + n) put_named(out, text, n, id, fact);
        text += n;
    }
}

/* A figure to begin with: with a unit, for everybody, and every language has the words that go with it. */
static bool told_everywhere(struct setup *s, const struct fact *f) {
    const char *ctxt = arena_printf(&s->arena, "fact/%s", f->id);
    for (int i = 0; i < s->ncatalogs; i++) {
        const struct catalog *c = &s->catalogs[i];
        if (f->say && !catalog_get(c, ctxt, f->say)) return false;
        for (int v = 0; v < f->nvalues; v++)
            for (int k = 0; k < f->values[v].qualifiers.n; k++) {
                const struct qualifier *q = QUALIFIERS;
                while (q->word && !str_eq(q->word, f->values[v].qualifiers.v[k])) q++;
                if (q->word && !catalog_get(c, "qualifier", q->pattern)) return false;
            }
    }
    return true;
}

static const char *a_fact(struct setup *s) {
    for (int i = 0; i < s->facts.by_id.count; i++) {
        const struct fact *f = s->facts.by_id.entries[i].value;
        const struct fact_value *v = f->nvalues ? &f->values[0] : NULL;
        if (!v || v->kind != FACT_NUM || !v->unit || !map_get(&s->facts.units, v->unit)) continue;
        if (str_eq(f->display, "yes") && str_eq(f->layer, "all") && !fact_unnamed(f, &s->journey) && told_everywhere(s, f)) return f->id;
    }
    return NULL;
}

static const char *read_text(const struct host *h, struct arena *a, const char *path) {
    struct bytes in = {0};
    return path && h->read(h->ctx, path, NEW_FILE_MAX, a, &in) ? (const char *)in.p : NULL;
}

static bool put(struct setup *s, const char *path, const struct sbuf *b) {
    const struct host *h = s->host;
    const char *full = arena_printf(&s->arena, "%s/%s", s->pack, path);
    if (full && b->p && h->write(h->ctx, full, b->p, b->len)) {
        say(h, "written: %s\n", path);
        return true;
    }
    complain(h, "new: '%s' cannot be written", path);
    return false;
}

/* ---- the journey */
struct spot { size_t at; const char *text; int line; };

/* Behind a chapter's last scene, as that one is written: on a line of its own, or after a comma. */
static bool find_spot(struct arena *a, const struct yval *root, const char *text, const char *chapter, const char *id, struct spot *out) {
    const struct yval *chapters = yaml_get(root, "chapters"), *last = NULL;
    for (int i = 0; chapters && i < chapters->n; i++) {
        const struct yval *name = yaml_get(chapters->items[i], "id"), *scenes = yaml_get(chapters->items[i], "scenes");
        if (name && str_eq(name->text, chapter) && scenes && scenes->n) last = scenes->items[scenes->n - 1];
    }
    if (!last) return false;
    const char *line = text, *eol;
    size_t lead = 0;
    for (int i = 1; i < last->pos.line && line; i++) line = (line = strchr(line, '\n')) ? line + 1 : NULL;
    if (!line) return false;
    for (int i = 1; i < last->pos.col && line[lead]; i++) utf8_next(line, strlen(line), &lead);
    const char *item = line + lead, *word = item + last->quoted;
    if (strncmp(word, last->text, last->len) != 0) return false;
    bool block = lead >= 2 && strspn(line, " ") == lead - 2 && !memcmp(item - 2, "- ", 2);
    eol = strchr(item, '\n');
    size_t after = (size_t)(word - text) + last->len + last->quoted;
    if (!block) *out = (struct spot){after, arena_printf(a, ", %s", id), last->pos.line};
    else *out = (struct spot){eol ? (size_t)(eol - text) + 1 : strlen(text),
                              arena_printf(a, "%s%.*s%s\n", eol ? "" : "\n", (int)lead, line, id), last->pos.line};
    return out->text != NULL;
}

static void tell_spots(struct setup *s, const struct yval *root, const char *text, const char *id) {
    const struct chapter *c = s->journey.chapters.items;
    struct spot spot;
    say(s->host, "no chapter shows it yet: add it to scenes/journey.yaml (or begin with --chapter), for example\n");
    for (int i = 0; i < s->journey.chapters.n; i++)
        if (find_spot(&s->arena, root, text, c[i].id, id, &spot))
            say(s->host, "  %-10s below line %d: %s%s", c[i].id, spot.line, spot.text, strchr(spot.text, '\n') ? "" : "\n");
}

static bool name_it(struct setup *s, const char *id, const char *chapter) {
    struct bytes in;
    struct spot spot;
    if (!s->files.read(s->files.ctx, "scenes/journey.yaml", NEW_FILE_MAX, &s->arena, &in, &s->diag)) return false;
    const char *text = (const char *)in.p;
    const struct yval *root = yaml_read(&s->arena, "scenes/journey.yaml", in, &YAML_SCENE_CAPS, &s->diag);
    if (!root) return false;
    if (!chapter) { tell_spots(s, root, text, id); return true; }
    if (!find_spot(&s->arena, root, text, chapter, id, &spot)) {
        complain(s->host, "new: chapter '%s' has no scene to stand behind (add '%s' to scenes/journey.yaml by hand)", chapter, id);
        return false;
    }
    struct sbuf out = {.arena = &s->arena};
    sbuf_add(&out, text, spot.at);
    sbuf_puts(&out, spot.text);
    sbuf_puts(&out, text + spot.at);
    return put(s, "scenes/journey.yaml", &out);
}

/* ---- a scene */
static bool add_texts(struct setup *s, const char *home, const char *lang, const char *id, const char *fact) {
    const char *path = locale_path(&s->arena, lang);
    const char *text = path ? read_text(s->host, &s->arena, arena_printf(&s->arena, "%s/packaging/templates/%s", home, path)) : NULL;
    struct bytes old;
    struct sbuf out = {.arena = &s->arena};
    if (!text) { say(s->host, "to be translated: %s\n", path); return true; }
    if (!s->files.read(s->files.ctx, path, NEW_FILE_MAX, &s->arena, &old, &s->diag)) return false;
    sbuf_add(&out, (const char *)old.p, old.n);
    sbuf_puts(&out, old.n && old.p[old.n - 1] == '\n' ? "\n" : "\n\n");
    fill(&out, text, "\n\n", id, fact);
    return put(s, path, &out);
}

static bool write_scene(struct setup *s, const char *home, const char *id) {
    const char *fact = a_fact(s), *text = read_text(s->host, &s->arena, arena_printf(&s->arena, "%s/packaging/templates/scene.yaml", home));
    struct sbuf out = {.arena = &s->arena};
    if (!text) { complain(s->host, "new: '%s/packaging/templates/scene.yaml' is missing (install the program anew)", home); return false; }
    fill(&out, text, "\n", id, fact);
    bool good = put(s, arena_printf(&s->arena, "scenes/%s.yaml", id), &out);
    for (int i = 0; good && i < s->ncatalogs; i++) good = add_texts(s, home, s->catalogs[i].lang, id, fact);
    return good;
}

/* A scene's name is kebab-case and nobody else's. */
static bool name_good(struct setup *s, const char *id) {
    const struct host *h = s->host;
    size_t n = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    if (id[n] || !n || n > 60 || id[0] < 'a' || id[n - 1] == '-' || strstr(id, "--")) {
        complain(h, "new: '%s' is no name for a scene (write it like two-coats)", id);
        return false;
    }
    const char *file = arena_printf(&s->arena, "%s.yaml", id), *path = arena_printf(&s->arena, "scenes/%s.yaml", id);
    if (!scene_file_taken(file) && !s->files.exists(s->files.ctx, path)) return true;
    complain(h, "new: '%s' is there already (choose another name)", path);
    return false;
}

static bool chapter_known(struct setup *s, const char *id) {
    const struct chapter *c = s->journey.chapters.items;
    const char *names[JOURNEY_CHAPTERS + 1] = {NULL};
    for (int i = 0; i < s->journey.chapters.n && i < JOURNEY_CHAPTERS; i++) {
        if (str_eq(c[i].id, id)) return true;
        names[i] = c[i].id;
    }
    const char *near = str_nearest(id, names);
    if (near) complain(s->host, "new: the journey has no chapter '%s' (did you mean '%s'?)", id, near);
    else complain(s->host, "new: the journey has no chapter '%s' (scenes/journey.yaml lists them)", id);
    return false;
}

static bool new_scene(struct setup *s, const char *home, const char *id, const char *chapter) {
    if (!s->english) { say_diag(s->host, true, &s->diag); return false; }
    if (!name_good(s, id) || (chapter && !chapter_known(s, chapter)) || !write_scene(s, home, id) || !name_it(s, id, chapter)) return false;
    if (!schemas_write(s->host, &s->arena, s->pack)) return false;
    say(s->host, "look at it: leopard-kiosk shot %s -o %s.png, or leopard-kiosk run --edit\n", id, id);
    return true;
}

/* ---- a pack */
static bool copy_folder(const struct setup *s, struct arena *a, const char *from, const char *to) {
    const struct host *h = s->host;
    int n = 0;
    const char **names = s->files.list(s->files.ctx, from, "", a, &n);
    bool good = n > 0 && to && h->make_folder(h->ctx, to);
    for (int i = 0; good && i < n; i++) {
        struct diag d;
        struct bytes in;
        diag_init(&d, a);
        if (!strchr(names[i], '.')) continue;      /* a folder */
        good = s->files.read(s->files.ctx, arena_printf(a, "%s/%s", from, names[i]), NEW_FILE_MAX, a, &in, &d) &&
               h->write(h->ctx, arena_printf(a, "%s/%s", to, names[i]), in.p, in.n);
    }
    return good;
}

/* Fonts too: a pack is whole in itself. */
static bool copy_pack(const struct setup *s, struct arena *a, const char *dir) {
    static const char *const FOLDERS[] = {"", "/scenes", "/locales", "/assets/art", NULL};
    for (int i = 0; FOLDERS[i]; i++)
        if (!copy_folder(s, a, arena_printf(a, "packaging/templates/pack%s", FOLDERS[i]), arena_printf(a, "%s%s", dir, FOLDERS[i]))) return false;
    return copy_folder(s, a, "assets/fonts", arena_printf(a, "%s/assets/fonts", dir));
}

static bool new_pack(const struct host *h, struct arena *a, const char *home, const char *dir) {
    struct setup s;
    if (h->stamp(h->ctx, dir)) { complain(h, "new: '%s' is there already (name a new folder)", dir); return false; }
    bool good = setup_open(&s, h, home, NULL) && copy_pack(&s, a, dir);
    setup_close(&s);
    if (!good) { complain(h, "new: '%s' cannot be written, or '%s/packaging/templates' is not whole", dir, home); return false; }
    good = setup_open(&s, h, dir, NULL) && write_scene(&s, home, FIRST_SCENE) && schemas_write(h, a, dir);
    setup_close(&s);
    if (good) say(h, "a pack is in %s: read its README.md, then leopard-kiosk run --edit --pack %s\n", dir, dir);
    return good;
}

int command_new(const struct host *h, int argc, char **argv) {
    struct opts o = {0};
    struct many words = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, &words);
    if (rc >= 0) return rc;
    bool scene = words.n == 2 && str_eq(words.v[0], "scene"), pack = words.n == 2 && str_eq(words.v[0], "pack");
    if (!scene && (!pack || o.pack || o.chapter)) {
        complain(h, "new: say what and its name (usage: leopard-kiosk %s)", USAGE.line);
        return EXIT_USAGE;
    }
    struct arena a;
    arena_init(&a, 64 << 20);
    const char *home = setup_home(h, &a);
    bool good = false;
    if (!home) complain(h, "new: the program's own folder is not found (install it anew)");
    else if (pack) good = new_pack(h, &a, home, words.v[1]);
    else {
        struct setup s;
        bool opened = setup_open(&s, h, o.pack, NULL);
        if (!opened) say_diag(h, true, &s.diag);
        good = opened && new_scene(&s, home, words.v[1], o.chapter);
        setup_close(&s);
    }
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}
