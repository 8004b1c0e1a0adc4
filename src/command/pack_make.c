/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack_make.c - a pack as one file, and the keys to sign it with. */
#include <command/check.h>
#include <command/command.h>
#include <command/pack.h>
#include <string.h>

enum { DEEP = 8 };
struct walk { struct setup *s; struct manifest *m; struct arena scratch; struct diag *d; int deep; };

static bool add_file(struct walk *w, const char *path) {
    struct manifest *m = w->m;
    struct bytes in;
    arena_reset(&w->scratch);
    if (m->n > MANIFEST_FILES) return true;              /* settle says that it is too many */
    if (!w->s->files.read(w->s->files.ctx, path, (size_t)MANIFEST_ONE, &w->scratch, &in, w->d)) return false;
    m->files[m->n] = (struct manifest_file){.path = path, .size = (long long)in.n};
    w->s->host->packs->hash(in, m->files[m->n++].hash);
    return true;
}

/* Hidden files stay behind, as do tools, screenshots and the reference that an installed kiosk has no use for. */
static bool left_out(const char *name) { return str_eq(name, "generator") || str_eq(name, "screenshots") || str_eq(name, "reference"); }

static bool add_folder(struct walk *w, const char *folder) {
    struct setup *s = w->s;
    int n = 0;
    bool good = true;
    const char **names = s->files.list(s->files.ctx, folder, "", &s->arena, &n);
    if (++w->deep > DEEP) {
        diag_error(w->d, (struct pos){folder, 0, 0}, "too many folders in each other (at most %d)", DEEP);
        return false;
    }
    for (int i = 0; good && names && i < n; i++) {
        const char *path = left_out(names[i]) ? NULL : arena_printf(&s->arena, "%s/%s", folder, names[i]);
        const char *full = path ? arena_printf(&s->arena, "%s/%s", s->pack, path) : NULL;
        if (!full) continue;
        good = s->host->is_folder(s->host->ctx, full) ? add_folder(w, path) : add_file(w, path);
    }
    w->deep--;
    return good;
}

bool pack_list(struct setup *s, bool cache, struct manifest *m, struct diag *d) {
    static const char *const FOLDERS[] = {"assets", "locales", "scenes", "cache"};
    struct walk w = {.s = s, .m = m, .d = d};
    *m = (struct manifest){.name = s->journey.name.easy, .program = s->host->version};
    m->files = arena_array(&s->arena, struct manifest_file, MANIFEST_FILES + 2);
    arena_init(&w.scratch, (size_t)MANIFEST_ONE + (1 << 20));
    bool good = m->files != NULL;
    for (int i = 0; good && i < (cache ? 4 : 3); i++) good = add_folder(&w, FOLDERS[i]);
    arena_free(&w.scratch);
    return good && manifest_settle(&s->arena, m, "pack", d);
}

/* ---- the file */
struct making { struct setup *s; const struct manifest *m; struct bytes text, seal; struct diag *d; };

static bool item(void *ctx, int i, struct arena *a, const char **path, struct bytes *out) {
    const struct making *k = ctx;
    int first = k->seal.n ? 2 : 1;
    if (i < first) {
        *path = i ? MANIFEST_SEAL : MANIFEST_ENTRY;
        *out = i ? k->seal : k->text;
        return true;
    }
    const struct manifest_file *f = &k->m->files[i - first];
    *path = f->path;
    if (!k->s->files.read(k->s->files.ctx, f->path, (size_t)MANIFEST_ONE, a, out, k->d)) return false;
    if ((long long)out->n == f->size) return true;
    diag_error(k->d, (struct pos){f->path, 0, 0}, "was changed meanwhile (try again)");
    return false;
}

static const char SECRET_HEAD[] = "leopard-kiosk secret key\n";

static bool sign(const struct host *h, const char *file, struct arena *a, struct bytes text, struct bytes *out) {
    struct bytes in;
    struct seal seal;
    unsigned char secret[SECRET_BYTES];
    size_t head = strlen(SECRET_HEAD), hex = 2 * SECRET_BYTES;
    if (!h->read(h->ctx, file, 4096, a, &in) || in.n < head + hex || memcmp(in.p, SECRET_HEAD, head) != 0 ||
        !hex_get((const char *)in.p + head, hex, secret, SECRET_BYTES)) {
        complain(h, "%s: is no secret key (make one with leopard-kiosk pack --keys NAME, and name NAME.key)", file);
        return false;
    }
    h->packs->sign(secret, text, seal.sign);
    memcpy(seal.key, secret + SECRET_BYTES - KEY_BYTES, KEY_BYTES);      /* Ed25519: the public half stands behind the seed */
    struct sbuf b = {.arena = a};
    seal_print(&seal, &b);
    *out = (struct bytes){(const unsigned char *)b.p, b.len};
    return b.p != NULL;
}

static bool complete(const struct host *h, struct setup *s, const char *file, struct incoming *in, struct diag *d) {
    struct store none = {h, h->packs, &s->arena, NULL};
    return pack_unpack(&none, file, NULL, NULL, in, d);
}

int pack_archive(const struct host *h, const struct pack_opts *o, struct setup *s) {
    struct manifest m;
    struct incoming in;
    struct diag d;
    struct sbuf text = {.arena = &s->arena};
    diag_init(&d, &s->arena);
    check_pack(s);
    bool good = pack_checked(s);
    if (!good) complain(h, "pack: no file was made (correct what stands above)");
    if (good) good = pack_list(s, o->bake && !o->cache, &m, &d);
    if (good && o->name) m.name = o->name;
    if (good && !manifest_name_ok(m.name)) {
        complain(h, "pack: '%s' is no name (at most %d bytes of plain text)", m.name, MANIFEST_NAME);
        return EXIT_USAGE;
    }
    if (good) manifest_print(&m, &text);
    struct making k = {.s = s, .m = &m, .text = {(const unsigned char *)text.p, text.len}, .d = &d};
    good = good && text.p && (!o->sign || sign(h, o->sign, &s->arena, k.text, &k.seal));
    struct pack_source src = {&k, good ? m.n + (k.seal.n ? 2 : 1) : 0, item};
    good = good && h->packs->archive(o->archive, &src, &d) && complete(h, s, o->archive, &in, &d);
    say_diag(h, true, &d);
    if (good && !o->quiet) pack_tell(h, &in);
    return good ? EXIT_OK : EXIT_FAULT;
}

/* ---- keys */
static bool key_file(const struct host *h, const char *path, const struct sbuf *b, bool secret) {
    if (b->p && (secret ? h->packs->save_secret : h->packs->save)(path, b->p, b->len)) return true;
    complain(h, "%s: cannot be written (is it there already? may this user write there?)", path);
    return false;
}

int pack_keys(const struct host *h, const char *name) {
    struct arena a;
    unsigned char pub[KEY_BYTES], secret[SECRET_BYTES];
    arena_init(&a, 1 << 20);
    struct sbuf p = {.arena = &a}, k = {.arena = &a};
    const char *slash = strrchr(name, '/'), *pub_path = arena_printf(&a, "%s.pub", name), *key_path = arena_printf(&a, "%s.key", name);
    bool good = pub_path && key_path && !h->stamp(h->ctx, pub_path) && h->packs->keys(pub, secret);
    if (!good) complain(h, "%s.pub: is there already, and is kept (choose another name)", name);
    hex_put(&p, pub, good ? KEY_BYTES : 0);
    sbuf_printf(&p, " %s\n", slash ? slash + 1 : name);
    sbuf_puts(&k, SECRET_HEAD);
    hex_put(&k, secret, good ? SECRET_BYTES : 0);
    sbuf_puts(&k, "\n");
    good = good && key_file(h, key_path, &k, true) && key_file(h, pub_path, &p, false);
    if (good) say(h, "%s signs packs: keep it, and keep it from others\n%s goes to the kiosks: append it to trusted.pub in their store\n",
                  key_path, pub_path);
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}
