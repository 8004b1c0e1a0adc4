/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack_unpack.c - an archive from a stick: who made it, whether it is whole, and nothing more than that. */
#include <command/command.h>
#include <command/pack.h>
#include <stdio.h>
#include <string.h>

enum { SEAL_MAX = 1024, KEYS_FILE_MAX = 64 << 10 };
static const char FRESH[] = "get the pack anew from whoever made it";
struct reading { const struct store *s; struct unpack *u; struct incoming *in; const char *to, *made; struct diag *d; };

static bool refuse(const struct reading *r, const char *what, const char *remedy) {
    diag_error(r->d, (struct pos){r->in->file, 0, 0}, "%s (%s)", what, remedy);
    return false;
}

static bool refuse_name(const struct reading *r, const char *name, const char *what, const char *remedy) {
    return refuse(r, arena_printf(r->s->a, "holds '%s', %s", manifest_tame(r->s->a, name), what), remedy);
}

/* The next entry; it must be a plain file of at most so many bytes. 1, 0 = end, -1 = fault. */
static int entry(const struct reading *r, struct unpack_entry *e, long long most) {
    int rc = r->s->p->next(r->u, e, r->d);
    if (rc != 1) return rc;
    const char *remedy = "a pack has plain files only: get it anew from whoever made it";
    if (e->odd) refuse_name(r, e->path, arena_printf(r->s->a, "which is %s", e->odd), remedy);
    else if (e->size < 0 || e->size > most) refuse_name(r, e->path, "which is too large", FRESH);
    else return 1;
    return -1;
}

static bool read_manifest(const struct reading *r, struct unpack_entry *e) {
    struct incoming *in = r->in;
    unsigned char hash[HASH_BYTES];
    int rc = entry(r, e, MANIFEST_MAX);
    if (rc < 0) return false;
    if (rc == 0 || !str_eq(e->path, MANIFEST_ENTRY))
        return refuse(r, "no pack of the leopard kiosk", "make one with leopard-kiosk pack --archive, or copy it again");
    if (!r->s->p->read(r->u, e->size, r->s->a, &in->text, r->d)) return false;
    if (!manifest_read(r->s->a, in->file, in->text, &in->m, r->d)) return false;
    r->s->p->hash(in->text, hash);
    struct sbuf b = {.arena = r->s->a};
    hex_put(&b, hash, HEX_ID / 2);
    if (b.p) memcpy(in->id, b.p, HEX_ID);
    if (in->m.total > (1 << 20) + MANIFEST_RATIO * in->size)
        return refuse(r, arena_printf(r->s->a, "would grow to %lld MB out of %lld KB", in->m.total >> 20, in->size >> 10),
                      "no honest pack does: get it anew from whoever made it");
    return true;
}

static bool read_seal(const struct reading *r, long long size) {
    struct incoming *in = r->in;
    if (!r->s->p->read(r->u, size, r->s->a, &in->seal_text, r->d)) return false;
    if (seal_read(in->seal_text, &in->seal) && r->s->p->verify(in->seal.key, in->text, in->seal.sign)) return in->sealed = true;
    return refuse(r, "its signature is wrong: the pack was changed after it was signed", "get it anew from whoever made it");
}

static bool fit_key(const struct reading *r, const struct keys *keys) {
    struct incoming *in = r->in;
    for (int i = 0; keys && in->sealed && i < keys->n; i++) in->trusted |= !memcmp(keys->v[i], in->seal.key, KEY_BYTES);
    if (!keys || in->trusted) return true;
    return in->sealed ? refuse(r, "is signed by somebody whom this kiosk does not know", "ask for a pack signed with a key in trusted.pub")
                      : refuse(r, "is not signed, and this kiosk wants that", "make it with --sign and a key in trusted.pub");
}

static const char *place(struct reading *r, const char *path) {
    const char *to = r->to ? arena_printf(r->s->a, "%s/%s", r->to, path) : NULL;
    const char *slash = to ? strrchr(to, '/') : NULL;
    if (!slash) return NULL;
    const char *folder = arena_strn(r->s->a, to, (size_t)(slash - to));
    if (folder && !str_eq(folder, r->made) && r->s->h->make_folder(r->s->h->ctx, folder)) r->made = folder;
    return to;
}

static bool read_files(struct reading *r, struct unpack_entry *e, int rc) {
    const struct manifest *m = &r->in->m;
    for (int i = 0; i < m->n; i++, rc = entry(r, e, MANIFEST_ONE)) {
        const struct manifest_file *f = &m->files[i];
        unsigned char hash[HASH_BYTES];
        if (rc < 0) return false;
        if (rc == 0) return refuse(r, "was not copied to its end", "copy it again, and take the stick out only when that is done");
        if (!str_eq(e->path, f->path)) return refuse_name(r, e->path, "which its list of files does not have in this place", FRESH);
        if (e->size != f->size) return refuse_name(r, e->path, "which has another size than its list of files says", "copy it again");
        if (!r->s->p->write(r->u, e->size, place(r, f->path), hash, r->d)) return false;
        if (memcmp(hash, f->hash, HASH_BYTES) != 0) return refuse_name(r, e->path, "which is damaged", "copy it again");
    }
    if (rc == 1) return refuse_name(r, e->path, "which its list of files does not name", FRESH);
    return rc == 0;
}

static bool keep(const struct reading *r, const char *name, struct bytes b) {
    const char *to = r->to && b.n ? arena_printf(r->s->a, "%s/%s", r->to, name) : NULL;
    if (!r->to || !b.n || (to && r->s->h->write(r->s->h->ctx, to, b.p, b.n))) return true;
    diag_error(r->d, (struct pos){to, 0, 0}, "cannot be written (make room on the kiosk's disk, then try again)");
    return false;
}

static bool read_all(struct reading *r, const struct keys *keys) {
    struct unpack_entry e;
    if (!read_manifest(r, &e)) return false;
    int rc = entry(r, &e, MANIFEST_ONE);
    if (rc == 1 && str_eq(e.path, MANIFEST_SEAL)) {
        if (e.size > SEAL_MAX) return refuse_name(r, e.path, "which is too large", FRESH);
        if (!read_seal(r, e.size)) return false;
        rc = entry(r, &e, MANIFEST_ONE);
    }
    return fit_key(r, keys) && read_files(r, &e, rc) && keep(r, MANIFEST_ENTRY, r->in->text) && keep(r, MANIFEST_SEAL, r->in->seal_text);
}

bool pack_unpack(const struct store *s, const char *file, const struct keys *keys, const char *to, struct incoming *in, struct diag *d) {
    *in = (struct incoming){.file = file};
    struct reading r = {.s = s, .in = in, .to = to, .d = d};
    if (to && !s->h->make_folder(s->h->ctx, to)) {
        diag_error(d, (struct pos){to, 0, 0}, "cannot be made (make room on the kiosk's disk, then try again)");
        return false;
    }
    r.u = s->p->unpack(file, &in->size, d);
    bool good = r.u && read_all(&r, keys);
    s->p->close(r.u);
    return good;
}

bool pack_trusted(const struct store *s, const struct keys **keys, struct diag *d) {
    struct bytes in;
    const char *path = s->folder ? store_path(s, "trusted.pub") : NULL;
    *keys = NULL;
    if (!path || !s->h->stamp(s->h->ctx, path)) return true;
    struct keys *k = arena_new(s->a, struct keys);
    if (k && s->h->read(s->h->ctx, path, KEYS_FILE_MAX, s->a, &in) && keys_read(in, k)) {
        *keys = k;
        return true;
    }
    diag_error(d, (struct pos){path, 0, 0}, "holds no public keys that can be read (one a line, as in the .pub files of leopard-kiosk pack --keys)");
    return false;
}

typedef char size_text[32];
static const char *bytes_text(size_text out, long long n) {
    if (n < 1000000) snprintf(out, sizeof(size_text), "%lld KB", (n + 999) / 1000);
    else snprintf(out, sizeof(size_text), "%.1f MB", (double)n / 1e6);
    return out;
}

void pack_tell(const struct host *h, const struct incoming *in) {
    size_text one, all;
    say(h, "pack       %s, %.12s, made with version %s\n", in->m.name, in->id, in->m.program);
    say(h, "size       %s in one file, %s and %d files unpacked\n", bytes_text(one, in->size), bytes_text(all, in->m.total), in->m.n);
    struct arena a;
    arena_init(&a, 1 << 16);
    struct sbuf b = {.arena = &a};
    hex_put(&b, in->seal.key, KEY_BYTES);
    if (!in->sealed) say(h, "signature  none\n");
    else say(h, "signature  by %.16s%s\n", b.p ? b.p : "", in->trusted ? ", which this kiosk knows" : "");
    arena_free(&a);
}

int pack_verify(const struct host *h, const struct pack_opts *o) {
    struct arena a;
    struct store s;
    struct diag d;
    struct incoming in;
    const struct keys *keys = NULL;
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    if (!store_open(&s, h, &a, o->store, false)) s.folder = NULL;
    bool good = pack_trusted(&s, &keys, &d) && pack_unpack(&s, o->verify, keys, NULL, &in, &d);
    say_diag(h, true, &d);
    if (good && !o->quiet) {
        pack_tell(h, &in);
        say(h, "every file is whole\n");
    }
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}
