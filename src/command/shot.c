/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shot.c - a picture of a scene at an instant, without a window, by the same path as the kiosk's own. */
#include <command/command.h>
#include <stddef.h>
#include <string.h>

struct opts {
    const char *pack, *site, *locale, *out, *sheet;
    struct size_px size;
    double at;
    int text_size;
    struct many state;
    bool low_reach, rtl, still, dump, semantics;
};
#define AT(m) offsetof(struct opts, m)
static const struct option_row ROWS[] = {
    {"output", 'o', OPTION_STR, AT(out), "FILE", "where the picture goes (PNG), or the text of --dump and --semantics"},
    {"locale", 'l', OPTION_STR, AT(locale), "CODE", "language, e.g. ru, or two: ru+zh-Hans (default: the journey's); en-XA, ar-XB: for trying"},
    {"size", 's', OPTION_SIZE, AT(size), "WxH", "pixels (default 1920x1080)"},
    {"at", 't', OPTION_NUM, AT(at), "SECONDS", "how long the scene has been shown (default 2)"},
    {"state", 'S', OPTION_MANY, AT(state), "VAR=VALUE", "sets a variable, or a state of the scene by its name"},
    {"sheet", 'x', OPTION_STR, AT(sheet), "SCENE", "a sheet opened over it"},
    {"text-size", 'T', OPTION_INT, AT(text_size), "100|150|200", "text size in per cent"},
    {"low-reach", 0, OPTION_FLAG, AT(low_reach), NULL, "controls within low reach"},
    {"rtl", 0, OPTION_FLAG, AT(rtl), NULL, "mirrored, as in a right-to-left language"},
    {"still", 0, OPTION_FLAG, AT(still), NULL, "reduced motion"},
    {"dump", 0, OPTION_FLAG, AT(dump), NULL, "the display list as text instead of a picture"},
    {"semantics", 0, OPTION_FLAG, AT(semantics), NULL, "what can be perceived and done, as text"},
    {"site", 0, OPTION_STR, AT(site), "FILE", "settings of a site, as run has them; without it none"},
    {"pack", 'p', OPTION_STR, AT(pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"shot SCENE -o FILE.png [--locale ru] [--size 1080x1920] [--at 2]",
                                   "Makes a picture of a scene without a window.", ROWS};

enum { STEP_MS = 16, START_MS = 1000 };

/* `name` alone is a state of the scene: a named set of assignments. */
static bool apply_state(const struct host *h, struct session *s, const struct scene *scene, const char *word) {
    const char *eq = strchr(word, '=');
    const struct scene_state *st = eq ? NULL : scene_named(scene, word);
    if (eq) {
        char name[64];
        if (eq - word < (int)sizeof name) {
            memcpy(name, word, (size_t)(eq - word));
            name[eq - word] = 0;
            if (app_set(s->app, name, eq + 1)) return true;
        }
        complain(h, "shot: nobody declared the variable in '%s'", word);
        return false;
    }
    if (st) app_state(s->app, st);
    else complain(h, "shot: scene '%s' has no state '%s' (write VAR=VALUE for a variable)", scene->id, word);
    return st != NULL;
}

static bool put_text(const struct host *h, const char *path, struct sbuf *b) {
    if (!path) { h->print(h->ctx, false, b->p ? b->p : ""); return true; }
    if (h->write(h->ctx, path, b->p ? b->p : "", b->len)) return true;
    complain(h, "shot: '%s' cannot be written", path);
    return false;
}

static bool put_picture(const struct host *h, const struct opts *o, struct setup *s, const struct frame *f) {
    struct view_options vo = {.kind = VIEW_BUFFER, .w = o->size.w, .h = o->size.h, .pack_cache = s->pack_cache,
                              .user_cache = s->user_cache, .allow_svg = true};
    struct view *v = h->view_open(h->ctx, &vo, &s->diag);
    if (!v) { say_diag(h, true, &s->diag); return false; }
    bool good = h->view_show(v, f) && h->view_png(v, o->out);
    if (!good) complain(h, "shot: '%s' cannot be written", o->out);
    h->view_close(v);
    return good;
}

static int make(const struct host *h, const struct opts *o, struct setup *s, struct session *ses, const struct scene *scene) {
    const struct frame *f = session_step(ses, NULL, 0, START_MS);
    if (!str_eq(f->scene, scene->top.sheet ? s->journey.home : scene->id)) {
        complain(h, "shot: scene '%s' cannot be shown", scene->id);
        return EXIT_FAULT;
    }
    for (int i = 0; i < o->state.n; i++)
        if (!apply_state(h, ses, scene, o->state.v[i])) return EXIT_FAULT;
    int64_t end = START_MS + (int64_t)(o->at * 1000);
    for (int64_t now = START_MS; now < end; now += STEP_MS) f = session_step(ses, NULL, 0, now);
    f = session_step(ses, NULL, 0, end);
    if (!o->dump && !o->semantics) return put_picture(h, o, s, f) ? EXIT_OK : EXIT_FAULT;
    struct arena a;
    arena_init(&a, 32 << 20);
    struct sbuf b = {.arena = &a};
    if (o->dump) dlist_dump(f->list, &b);
    if (o->semantics) sem_dump(f->sem, &b);
    bool good = put_text(h, o->out, &b);
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}

static int shot(const struct host *h, const struct opts *o, struct setup *s, const char *id) {
    if (o->locale && !setup_speaks(s, "shot", o->locale)) return EXIT_USAGE;
    struct scene *scene = scene_load(&s->deps, id, &s->diag);
    if (!scene) { say_diag(h, true, &s->diag); return EXIT_FAULT; }
    struct app_options ao = {.w = o->size.w, .h = o->size.h, .still = o->still, .text_scale = (float)o->text_size / 100,
                             .low_reach = o->low_reach, .rtl = o->rtl, .language = o->locale, .idle_off = true};
    struct session ses;
    int rc = EXIT_FAULT;
    if (session_open(&ses, s, &ao)) {
        app_start(ses.app, scene->top.sheet ? s->journey.home : id);
        if (scene->top.sheet || o->sheet) app_open(ses.app, scene->top.sheet ? id : o->sheet);
        rc = make(h, o, s, &ses, scene);
        session_close(&ses);
    }
    scene_free(scene);
    return rc;
}

int command_shot(const struct host *h, int argc, char **argv) {
    struct opts o = {.size = {1920, 1080}, .at = 2, .text_size = 100};
    struct many words = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, &words);
    if (rc >= 0) return rc;
    if (words.n != 1 || (!o.out && !o.dump && !o.semantics)) {
        complain(h, "shot: name one scene and where its picture goes (usage: leopard-kiosk %s)", USAGE.line);
        return EXIT_USAGE;
    }
    if (o.at < 0 || o.at > 3600 || o.text_size < 100 || o.text_size > 200) {
        complain(h, "shot: --at is 0 to 3600 seconds, --text-size 100 to 200");
        return EXIT_USAGE;
    }
    struct setup s;
    bool opened = setup_open_site(&s, h, o.pack, o.site, NULL);
    if (!opened || s.diag.errors) say_diag(h, true, &s.diag);
    rc = opened ? shot(h, &o, &s, words.v[0]) : EXIT_FAULT;
    setup_close(&s);
    return rc;
}
