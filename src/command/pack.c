/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack.c - the command, and a pack's pictures: baked, so that an installed kiosk parses no drawing and starts with what it
 * needs. */
#include <command/command.h>
#include <command/pack.h>
#include <stddef.h>
#include <string.h>

#define AT(m) offsetof(struct pack_opts, m)
static const struct option_row ROWS[] = {
    {"bake", 'b', OPTION_FLAG, AT(bake), NULL, "make all pictures, so that no drawing is read on the kiosk"},
    {"archive", 'a', OPTION_STR, AT(archive), "FILE", "put the pack into one file (NAME.lkpack), with its pictures after --bake"},
    {"name", 'n', OPTION_STR, AT(name), "TEXT", "what the file says it is (default: the journey's name)"},
    {"sign", 0, OPTION_STR, AT(sign), "FILE.key", "sign it"},
    {"keys", 0, OPTION_STR, AT(keys), "NAME", "make a pair of keys: NAME.key signs, NAME.pub is for the kiosks"},
    {"verify", 'v', OPTION_STR, AT(verify), "FILE", "is this file whole, and who signed it?"},
    {"install", 'i', OPTION_STR, AT(install), "FILE", "check it, say what it changes, and show it from the next start"},
    {"rollback", 0, OPTION_FLAG, AT(rollback), NULL, "back to the pack before (once more: forth again)"},
    {"list", 0, OPTION_FLAG, AT(list), NULL, "which packs are installed"},
    {"store", 0, OPTION_STR, AT(store), "DIR", "where packs are installed (default: the user's data folder)"},
    {"cache", 'c', OPTION_STR, AT(cache), "DIR", "where pictures go (default: cache in the pack); older ones there are removed"},
    {"size", 's', OPTION_MANY, AT(size), "WxH", "a screen they are for; may be repeated (default 1920x1080, and\n"
     "                               drawings for any up to 3840x2160)"},
    {"locale", 'l', OPTION_MANY, AT(locale), "CODE", "only these languages (default: those that the attract screen speaks)"},
    {"threads", 'j', OPTION_INT, AT(threads), "N", "at the same time (default 2)"},
    {"quiet", 'q', OPTION_FLAG, AT(quiet), NULL, "no summary"},
    {"pack", 'p', OPTION_STR, AT(pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {0}};
static const struct usage USAGE = {"pack [--bake] [--archive FILE] | --install FILE | --verify FILE | --rollback | --list | --keys NAME",
                                   "Prepares a pack, puts it into one file, installs it from there.", ROWS};

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

static bool gather_all(const struct host *h, const struct pack_opts *o, struct setup *s, struct picset *all) {
    int n;
    const char **ids = setup_scenes(s, &n);
    const struct strs every = s->journey.inviting.n ? s->journey.inviting : s->journey.languages;
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
static bool gather_ladder(const struct pack_opts *o, struct setup *s, struct picset *top) {
    int n;
    const char **ids = setup_scenes(s, &n);
    const char *lang = o->locale.n ? o->locale.v[0] : s->journey.default_language;
    for (int i = 0; ids && i < n; i++)
        if (!gather(s, ids[i], LADDER_TOP, lang, top)) return false;
    return ids != NULL;
}

static bool make(const struct host *h, const struct pack_opts *o, struct arena *a, const char *folder, const struct picset *all,
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

bool pack_bake(const struct host *h, const struct pack_opts *o, struct setup *s, const char *folder) {
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
    return good;
}

/* --bake and --archive, of a folder. */
static int from_folder(const struct host *h, const struct pack_opts *o) {
    struct setup s;
    bool good = setup_open(&s, h, o->pack, NULL);
    int rc = EXIT_FAULT;
    if (!good || (s.diag.errors && !o->archive)) say_diag(h, true, &s.diag);
    else if (!o->bake || pack_bake(h, o, &s, o->cache ? o->cache : arena_printf(&s.arena, "%s/cache", s.pack))) rc = EXIT_OK;
    if (rc == EXIT_OK && o->archive) rc = pack_archive(h, o, &s);
    setup_close(&s);
    return rc;
}

int command_pack(const struct host *h, int argc, char **argv) {
    struct pack_opts o = {.threads = 2};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL);
    if (rc >= 0) return rc;
    int asked = (o.bake || o.archive) + (o.keys != NULL) + (o.verify != NULL) + (o.install != NULL) + o.rollback + o.list;
    if (asked != 1 || o.threads < 1 || o.threads > 64) {
        complain(h, "pack: say one of --bake, --archive, --install, --verify, --rollback, --list, --keys (see leopard-kiosk pack --help)");
        return EXIT_USAGE;
    }
    if (!h->packs && !(o.bake && !o.archive)) {
        complain(h, "pack: hashes cannot be made on this machine");
        return EXIT_FAULT;
    }
    o.ladder = !o.size.n;
    if (o.ladder) o.size = (struct many){{"1920x1080"}, 1};
    if (o.keys) return pack_keys(h, o.keys);
    if (o.verify) return pack_verify(h, &o);
    if (o.install) return pack_install(h, &o);
    if (o.rollback) return pack_rollback(h, &o);
    return o.list ? pack_stored(h, &o) : from_folder(h, &o);
}
