/* pack.c - bakes a pack's pictures, so that an installed kiosk parses no drawing and starts with what it needs. */
#include <command/command.h>
#include <stddef.h>
#include <string.h>

struct opts { const char *pack, *cache; struct many size, locale; int threads; bool bake, quiet; };
#define AT(m) offsetof(struct opts, m)
static const struct option_row ROWS[] = {
    {"bake", 'b', OPTION_FLAG, AT(bake), NULL, "make all pictures"},
    {"cache", 'c', OPTION_STR, AT(cache), "DIR", "where they go (default: cache in the pack)"},
    {"size", 's', OPTION_MANY, AT(size), "WxH", "a screen they are for; may be repeated (default 1920x1080, 1080x1920, 1280x720)"},
    {"locale", 'l', OPTION_MANY, AT(locale), "CODE", "only these languages (default: all of the journey)"},
    {"threads", 'j', OPTION_INT, AT(threads), "N", "at the same time (default 2)"},
    {"quiet", 'q', OPTION_FLAG, AT(quiet), NULL, "no summary"},
    {"pack", 'p', OPTION_STR, AT(pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"pack --bake [--cache DIR] [--size WxH]...", "Bakes a pack's pictures.", ROWS};

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

static int bake(const struct host *h, const struct opts *o, struct setup *s) {
    const char *folder = o->cache ? o->cache : arena_printf(&s->arena, "%s/cache", s->pack);
    struct picset all;
    struct arena pics;
    arena_init(&pics, (size_t)1 << 30);
    picset_init(&all, &pics);
    double t = h->seconds(h->ctx);
    bool good = gather_all(h, o, s, &all);
    const struct pic_spec **specs = arena_array(&pics, const struct pic_spec *, all.n + 1);
    uint64_t *keys = arena_array(&pics, uint64_t, all.n + 1);
    if (!folder || !h->make_folder(h->ctx, folder)) { complain(h, "pack: folder '%s' cannot be made", folder ? folder : ""); good = false; }
    else if (!specs || !keys) good = false;
    else {
        for (int i = 0; i < all.n; i++) { specs[i] = &all.v[i].spec; keys[i] = all.v[i].key; }
        struct bake_job job = {.folder = folder, .specs = specs, .keys = keys, .n = all.n, .threads = o->threads};
        good = h->bake(h->ctx, &job) && good;
        if (job.failed) complain(h, "pack: %d of %d pictures could not be made", job.failed, all.n);
        if (!o->quiet) say(h, "%d pictures in '%s', %.1f s\n", all.n - job.failed, folder, h->seconds(h->ctx) - t);
    }
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
    if (!o.size.n) o.size = (struct many){{"1920x1080", "1080x1920", "1280x720"}, 3};
    struct setup s;
    bool good = setup_open(&s, h, o.pack, NULL);
    if (!good || s.diag.errors) say_diag(h, true, &s.diag);
    rc = good && !s.diag.errors ? bake(h, &o, &s) : EXIT_FAULT;
    setup_close(&s);
    return rc;
}
