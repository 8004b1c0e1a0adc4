/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack.c - bakes a pack's pictures, so that an installed kiosk parses no drawing and starts with what it needs. */
#include <command/command.h>
#include <stddef.h>
#include <string.h>

struct opts { const char *pack, *cache; struct many size, locale; int threads; bool bake, quiet, ladder; };
#define AT(m) offsetof(struct opts, m)
static const struct option_row ROWS[] = {
    {"bake", 'b', OPTION_FLAG, AT(bake), NULL, "make all pictures"},
    {"cache", 'c', OPTION_STR, AT(cache), "DIR", "where they go (default: cache in the pack); older pictures there are removed"},
    {"size", 's', OPTION_MANY, AT(size), "WxH", "a screen they are for; may be repeated (default 1920x1080, and\n"
     "                               drawings for any up to 3840x2160)"},
    {"locale", 'l', OPTION_MANY, AT(locale), "CODE", "only these languages (default: all of the journey)"},
    {"threads", 'j', OPTION_INT, AT(threads), "N", "at the same time (default 2)"},
    {"quiet", 'q', OPTION_FLAG, AT(quiet), NULL, "no summary"},
    {"pack", 'p', OPTION_STR, AT(pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"pack --bake [--cache DIR] [--size WxH]...", "Bakes a pack's pictures.", ROWS};

static const struct size_px LADDER_TOP = {3840, 2160};

/* Every wish that a scene has in this size and language joins the list once. */
static bool gather(struct setup *s, const char *scene, struct size_px size, const char *lang, struct picset *all) {
    struct app_options ao = {.w = size.w, .h = size.h, .text_scale = 1, .language = lang, .idle_off = true};
    struct session ses;
    if (!session_open(&ses, s, &ao)) return false;
    ses.quiet = true;
    app_start(ses.app, scene);
    session_step(&ses, NULL, 0, 0);
    const struct frame *f = session_step(&ses, NULL, 0, 1000);
    bool good = str_eq(f->scene, scene);
    for (int k = 0; good && k < f->npics; k++)
        for (int i = 0; i < f->pics[k]->n; i++)
            if (!picset_add(all, &f->pics[k]->v[i].spec)) good = false;
    session_close(&ses);
    return good;
}

static bool gather_all(const struct host *h, const struct opts *o, struct setup *s, struct picset *all) {
    int n;
    const char **ids = setup_scenes(s, &n);
    const struct strs every = s->journey.languages;
    bool good = true;
    for (int z = 0; z < o->size.n; z++) {
        struct size_px size;
        if (!size_parse(o->size.v[z], &size)) { complain(h, "pack: '%s' is no size (write 1920x1080)", o->size.v[z]); return false; }
        for (int i = 0; ids && i < n; i++)
            for (int k = 0; k < (o->locale.n ? o->locale.n : every.n); k++) {
                if (gather(s, ids[i], size, o->locale.n ? o->locale.v[k] : every.v[k], all)) continue;
                if (k == 0) complain(h, "pack: scene '%s' cannot be shown at %dx%d (see leopard-kiosk check)", ids[i], size.w, size.h);
                good = false;
            }
    }
    return good && ids;
}

/* Drawings at the size of the largest screens: where nothing is ready for a screen, the next larger is scaled down. */
static bool gather_ladder(const struct opts *o, struct setup *s, struct picset *top) {
    int n;
    const char **ids = setup_scenes(s, &n);
    const char *lang = o->locale.n ? o->locale.v[0] : s->journey.default_language;
    for (int i = 0; ids && i < n; i++)
        if (!gather(s, ids[i], LADDER_TOP, lang, top)) return false;
    return ids != NULL;
}

static bool make(const struct host *h, const struct opts *o, struct arena *a, const char *folder, const struct picset *all,
                 const struct picset *top) {
    const struct pic_spec **specs = arena_array(a, const struct pic_spec *, all->n + top->n + 1);
    uint64_t *keys = arena_array(a, uint64_t, all->n + top->n + 1);
    if (!specs || !keys) return false;
    struct bake_job job = {.folder = folder, .specs = specs, .keys = keys, .exact = all->n, .threads = o->threads};
    for (int i = 0; i < all->n + top->n; i++) {
        const struct pic_entry *e = i < all->n ? &all->v[i] : &top->v[i - all->n];
        if (i >= all->n && e->spec.kind != PIC_ASSET) continue;
        specs[job.n] = &e->spec;
        keys[job.n++] = e->key;
    }
    double t = h->seconds(h->ctx);
    bool good = h->bake(h->ctx, &job);
    if (job.failed) complain(h, "pack: %d of %d pictures could not be made", job.failed < 0 ? job.n : job.failed, job.n);
    else if (!o->quiet) say(h, "%d pictures in '%s', %.1f s\n", job.exact, folder, h->seconds(h->ctx) - t);
    return good;
}

static int bake(const struct host *h, const struct opts *o, struct setup *s) {
    const char *folder = o->cache ? o->cache : arena_printf(&s->arena, "%s/cache", s->pack);
    struct picset all, top;
    struct arena pics;
    arena_init(&pics, (size_t)1 << 30);
    picset_init(&all, &pics);
    picset_init(&top, &pics);
    bool good = gather_all(h, o, s, &all) && (!o->ladder || gather_ladder(o, s, &top));
    if (!folder || !h->make_folder(h->ctx, folder)) {
        complain(h, "pack: folder '%s' cannot be made", folder ? folder : "");
        good = false;
    }
    good = good && make(h, o, &pics, folder, &all, &top);
    arena_free(&pics);
    return good ? EXIT_OK : EXIT_FAULT;
}

int command_pack(const struct host *h, int argc, char **argv) {
    struct opts o = {.threads = 2};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL);
    if (rc >= 0) return rc;
    if (!o.bake || o.threads < 1 || o.threads > 64) {
        complain(h, "pack: say --bake (usage: leopard-kiosk %s)", USAGE.line);
        return EXIT_USAGE;
    }
    o.ladder = !o.size.n;
    if (o.ladder) o.size = (struct many){{"1920x1080"}, 1};
    struct setup s;
    bool good = setup_open(&s, h, o.pack, NULL);
    if (!good || s.diag.errors) say_diag(h, true, &s.diag);
    rc = good && !s.diag.errors ? bake(h, &o, &s) : EXIT_FAULT;
    setup_close(&s);
    return rc;
}
