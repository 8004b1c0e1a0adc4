/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/store.h>
#include <command/command.h>
#include <string.h>

/* ---- state, pure */
static const char STATE_HEAD[] = "leopard-kiosk store 1\n";

static bool id_line(const char **p, const char *end, const char *word, char out[HEX_ID + 1]) {
    size_t w = strlen(word);
    unsigned char raw[HEX_ID / 2];
    if ((size_t)(end - *p) < w || memcmp(*p, word, w) != 0) return false;
    const char *id = *p + w, *nl = memchr(id, '\n', (size_t)(end - id));
    if (!nl) return false;
    *p = nl + 1;
    out[0] = 0;
    if (nl - id == 3 && !memcmp(id, "own", 3)) return true;
    if (!hex_get(id, (size_t)(nl - id), raw, HEX_ID / 2)) return false;
    memcpy(out, id, HEX_ID);
    out[HEX_ID] = 0;
    return true;
}

bool store_state_read(struct bytes in, struct store_state *out) {
    const char *p = (const char *)in.p, *end = p + in.n;
    size_t head = strlen(STATE_HEAD);
    *out = (struct store_state){.trial = STORE_PROVEN};
    if (in.n < head || memcmp(p, STATE_HEAD, head) != 0) return false;
    p += head;
    struct store_state s = *out;
    if (!id_line(&p, end, "current ", s.current) || !id_line(&p, end, "before ", s.before)) return false;
    if (end - p == 8 && !memcmp(p, "trial ", 6) && p[6] >= '0' && p[6] <= '9' && p[7] == '\n') s.trial = p[6] - '0';
    else if (end - p != 7 || memcmp(p, "proven\n", 7) != 0) return false;
    *out = s;
    return true;
}

void store_state_print(const struct store_state *s, struct sbuf *b) {
    sbuf_printf(b, "%scurrent %s\nbefore %s\n", STATE_HEAD, s->current[0] ? s->current : "own", s->before[0] ? s->before : "own");
    if (s->trial == STORE_PROVEN) sbuf_puts(b, "proven\n");
    else sbuf_printf(b, "trial %d\n", s->trial < 9 ? s->trial : 9);
}

struct store_state store_state_back(const struct store_state *s, bool fault) {
    struct store_state to = {.trial = STORE_PROVEN};
    memcpy(to.current, s->before, sizeof to.current);
    if (!fault && s->trial == STORE_PROVEN) memcpy(to.before, s->current, sizeof to.before);
    return to;
}

/* ---- on the disk */
bool store_open(struct store *s, const struct host *h, struct arena *a, const char *folder, bool make) {
    *s = (struct store){h, h->packs, a, folder ? folder : h->store};
    if (s->p && s->folder && (make ? h->make_folder : h->is_folder)(h->ctx, s->folder)) return true;
    if (!make) return false;
    if (!s->p || !s->folder) complain(h, "pack: this user has no folder for packs (name one with --store)");
    else complain(h, "pack: the folder '%s' cannot be made (may this user write there?)", s->folder);
    return false;
}

const char *store_path(const struct store *s, const char *id) { return arena_printf(s->a, "%s/%s", s->folder, id); }

bool store_get(const struct store *s, struct store_state *out, struct diag *d) {
    struct bytes in;
    const char *path = store_path(s, STORE_STATE);
    *out = (struct store_state){.trial = STORE_PROVEN};
    if (!path || !s->h->stamp(s->h->ctx, path)) return true;
    if (s->h->read(s->h->ctx, path, 4096, s->a, &in) && store_state_read(in, out)) return true;
    diag_error(d, (struct pos){path, 0, 0}, "is damaged: the program's own pack is shown (install the pack again)");
    return false;
}

bool store_put(const struct store *s, const struct store_state *state) {
    struct sbuf b = {.arena = s->a};
    const char *path = store_path(s, STORE_STATE);
    store_state_print(state, &b);
    return path && b.p && !s->a->failed && s->p->save(path, b.p, b.len);
}

bool store_manifest(const struct store *s, const char *id, struct manifest *m, struct diag *d) {
    struct bytes in;
    unsigned char hash[HASH_BYTES], want[HEX_ID / 2];
    const char *path = arena_printf(s->a, "%s/%s/" MANIFEST_ENTRY, s->folder, id);
    if (!path || !s->h->read(s->h->ctx, path, MANIFEST_MAX, s->a, &in)) {
        diag_error(d, (struct pos){path, 0, 0}, "cannot be read (install the pack again)");
        return false;
    }
    s->p->hash(in, hash);
    if (hex_get(id, strlen(id), want, HEX_ID / 2) && !memcmp(hash, want, HEX_ID / 2)) return manifest_read(s->a, path, in, m, d);
    diag_error(d, (struct pos){path, 0, 0}, "is damaged (install the pack again)");
    return false;
}

bool store_intact(const struct store *s, const char *id, struct diag *d) {
    struct manifest m;
    struct arena a;
    bool good = store_manifest(s, id, &m, d);
    arena_init(&a, (size_t)STORE_QUICK + (1 << 20));
    for (int i = 0; good && i < m.n; i++) {
        const struct manifest_file *f = &m.files[i];
        unsigned char hash[HASH_BYTES];
        struct bytes in;
        if (!strncmp(f->path, "cache/", 6) || f->size > STORE_QUICK) continue;
        arena_reset(&a);
        const char *path = arena_printf(&a, "%s/%s/%s", s->folder, id, f->path);
        good = path && s->h->read(s->h->ctx, path, (size_t)f->size, &a, &in) && (long long)in.n == f->size;
        if (good) s->p->hash(in, hash);
        if (good && memcmp(hash, f->hash, HASH_BYTES) == 0) continue;
        good = false;
        diag_error(d, (struct pos){arena_str(s->a, path), 0, 0}, "is not the file that was installed (install the pack again)");
    }
    arena_free(&a);
    return good;
}

const char *store_call(const struct store *s, const char *id) {
    struct manifest m;
    struct arena scratch;
    struct diag d;
    const char *out = "the program's own pack";
    if (!id[0]) return out;
    arena_init(&scratch, 4 << 20);
    diag_init(&d, &scratch);
    out = store_manifest(s, id, &m, &d) ? arena_printf(s->a, "'%s' (%.12s)", m.name, id) : arena_printf(s->a, "a damaged pack (%.12s)", id);
    arena_free(&scratch);
    return out ? out : id;
}
