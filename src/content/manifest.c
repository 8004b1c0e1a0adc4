/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/manifest.h>
#include <base/map.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "leopard-kiosk pack "
enum { PATH_MOST = 200, PARTS_MOST = 8, TAME_MOST = 60 };
static const char FRESH[] = "make the pack anew, or copy it again";

static bool part_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

bool manifest_path_ok(const char *path) {
    static const char *const TOPS[] = {"scenes/", "locales/", "assets/", "cache/"};
    bool top = false;
    for (size_t i = 0; i < sizeof TOPS / sizeof *TOPS; i++) top |= !strncmp(path, TOPS[i], strlen(TOPS[i]));
    if (!top || strlen(path) > PATH_MOST) return false;
    int parts = 0;
    for (const char *s = path;; s++) {
        size_t n = strcspn(s, "/");
        if (n == 0 || s[0] == '.' || s[0] == '-' || ++parts > PARTS_MOST) return false;
        for (size_t i = 0; i < n; i++)
            if (!part_char(s[i])) return false;
        s += n;
        if (!*s) return true;
    }
}

bool manifest_name_ok(const char *name) {
    size_t n = strlen(name), bad;
    if (n == 0 || n > MANIFEST_NAME || !utf8_valid(name, n, &bad)) return false;
    for (size_t i = 0; i < n;) {
        uint32_t c = utf8_next(name, n, &i);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
            (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF) return false;
    }
    return true;
}

/* ---- the rules for all files together */
static int by_path(const void *a, const void *b) {
    return strcmp(((const struct manifest_file *)a)->path, ((const struct manifest_file *)b)->path);
}

const char *manifest_tame(struct arena *a, const char *s) {
    char *out = arena_strn(a, s, strlen(s) < TAME_MOST ? strlen(s) : TAME_MOST);
    for (char *c = out; c && *c; c++)
        if (*c < 0x20 || *c > 0x7E) *c = '?';
    return out ? out : "";
}

struct rules { struct arena *a; struct map seen; const char *file; struct diag *d; };   /* seen: lower case -> as written */

static bool refuse(const struct rules *r, const char *what, const char *path, const char *remedy) {
    diag_error(r->d, (struct pos){r->file, 0, 0}, "%s '%s' (%s)", what, manifest_tame(r->a, path), remedy);
    return false;
}

static void lower(char *s) {
    for (; *s; s++)
        if (*s >= 'A' && *s <= 'Z') *s = (char)(*s + 'a' - 'A');
}

/* A folder is noted with a slash, so that a file of that name is found. */
static bool note(struct rules *r, const char *path, size_t n, bool folder) {
    char *as = arena_printf(r->a, "%.*s%s", (int)n, path, folder ? "/" : ""), *low = arena_str(r->a, as);
    char *other = arena_printf(r->a, "%.*s%s", (int)n, path, folder ? "" : "/");
    if (!as || !low || !other) return refuse(r, "no memory for", path, "close other programs");
    lower(low);
    lower(other);
    const char *before = map_get(&r->seen, low);
    if (map_has(&r->seen, other)) return refuse(r, "both a file and a folder:", path, "rename one");
    if (before && !folder) return refuse(r, str_eq(before, as) ? "the same name twice:" : "two names that differ only in case:", path, "rename one");
    if (before && !str_eq(before, as)) return refuse(r, "two folders that differ only in case:", as, "rename one");
    return map_put(&r->seen, low, as);
}

static bool one_fits(struct rules *r, const struct manifest_file *f) {
    if (!manifest_path_ok(f->path))
        return refuse(r, "a pack may not hold", f->path, "only files below scenes, locales, assets and cache; letters, digits, '.', '_' and '-' in names");
    if (f->size < 0 || f->size > MANIFEST_ONE) return refuse(r, "too large:", f->path, "at most 64 MB a file");
    for (const char *s = strchr(f->path, '/'); s; s = strchr(s + 1, '/'))
        if (!note(r, f->path, (size_t)(s - f->path), true)) return false;
    return note(r, f->path, strlen(f->path), false);
}

bool manifest_settle(struct arena *a, struct manifest *m, const char *file, struct diag *d) {
    struct rules r = {.a = a, .file = file, .d = d};
    map_init(&r.seen, a);
    if (!m->name || !manifest_name_ok(m->name)) return refuse(&r, "no name for a pack:", m->name ? m->name : "", "at most 80 bytes of plain text");
    if (m->n < 1 || m->n > MANIFEST_FILES) {
        diag_error(d, (struct pos){file, 0, 0}, "%d files (a pack has 1 to %d)", m->n, MANIFEST_FILES);
        return false;
    }
    qsort(m->files, (size_t)m->n, sizeof *m->files, by_path);
    m->total = 0;
    for (int i = 0; i < m->n; i++) {
        if (!one_fits(&r, &m->files[i])) return false;
        m->total += m->files[i].size;
    }
    if (m->total <= MANIFEST_ALL) return true;
    diag_error(d, (struct pos){file, 0, 0}, "%lld MB unpacked (at most %lld MB)", m->total >> 20, MANIFEST_ALL >> 20);
    return false;
}

/* ---- text */
struct lines { const char *p, *end; };

/* The next line without its end; false at the end of the text or where a line has none. */
static bool next_line(struct lines *l, const char **s, size_t *n) {
    const char *nl = l->p < l->end ? memchr(l->p, '\n', (size_t)(l->end - l->p)) : NULL;
    if (!nl) return false;
    *s = l->p;
    *n = (size_t)(nl - l->p);
    l->p = nl + 1;
    return true;
}

static bool starts(const char *s, size_t n, const char *word) { return n > strlen(word) && !memcmp(s, word, strlen(word)); }

/* Digits alone, without a leading zero; -1 = no number. */
static long long number(const char *s, size_t n) {
    long long v = 0;
    if (n == 0 || n > 12 || (n > 1 && s[0] == '0')) return -1;
    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9') return -1;
        v = v * 10 + (s[i] - '0');
    }
    return v;
}

static bool file_line(struct arena *a, const char *s, size_t n, struct manifest_file *f) {
    const size_t hex = 2 * HASH_BYTES;
    if (n < hex + 4 || s[hex] != ' ' || !hex_get(s, hex, f->hash, HASH_BYTES)) return false;
    const char *size = s + hex + 1, *gap = memchr(size, ' ', n - hex - 1);
    if (!gap || (f->size = number(size, (size_t)(gap - size))) < 0) return false;
    size_t len = n - (size_t)(gap + 1 - s);
    if (memchr(gap + 1, 0, len)) return false;
    return len > 0 && (f->path = arena_strn(a, gap + 1, len)) != NULL;
}

static bool end_line(const char *s, size_t n, const struct manifest *m, long long total) {
    const char *gap = starts(s, n, "end ") ? memchr(s + 4, ' ', n - 4) : NULL;
    return gap && number(s + 4, (size_t)(gap - s - 4)) == m->n && number(gap + 1, n - (size_t)(gap + 1 - s)) == total;
}

static bool head(const char *file, struct lines *l, struct diag *d) {
    const char *s;
    size_t n;
    long long format = next_line(l, &s, &n) && starts(s, n, HEAD) ? number(s + strlen(HEAD), n - strlen(HEAD)) : -1;
    struct pos at = {file, 0, 0};
    if (format == MANIFEST_FORMAT) return true;
    if (format < 0) diag_error(d, at, "no pack of the leopard kiosk (%s)", FRESH);
    else if (format > MANIFEST_FORMAT) diag_error(d, at, "pack format %lld is newer than this program (update the program first)", format);
    else diag_error(d, at, "pack format %lld is too old for this program (make the pack anew with leopard-kiosk pack --archive)", format);
    return false;
}

static bool word_line(struct arena *a, struct lines *l, const char *word, const char **out) {
    const char *s;
    size_t n;
    if (!next_line(l, &s, &n) || !starts(s, n, word) || memchr(s, 0, n)) return false;
    *out = arena_strn(a, s + strlen(word), n - strlen(word));
    return *out && manifest_name_ok(*out);
}

/* True when it is right to its end; false with the number of the line that is wrong. */
static bool body(struct arena *a, struct lines *l, struct manifest *m, int *line) {
    const char *s;
    size_t n;
    long long total = 0;
    *line = 2;
    if (!word_line(a, l, "name ", &m->name)) return false;
    ++*line;
    if (!word_line(a, l, "program ", &m->program)) return false;
    m->files = arena_array(a, struct manifest_file, MANIFEST_FILES + 1);
    for (++*line; m->files && next_line(l, &s, &n); ++*line) {
        if (end_line(s, n, m, total)) return l->p == l->end;
        if (m->n == MANIFEST_FILES + 1 || !file_line(a, s, n, &m->files[m->n])) return false;
        if (m->n && by_path(&m->files[m->n - 1], &m->files[m->n]) > 0) return false;
        total += m->files[m->n++].size;
    }
    return false;
}

bool manifest_read(struct arena *a, const char *file, struct bytes in, struct manifest *out, struct diag *d) {
    struct lines l = {(const char *)in.p, (const char *)in.p + in.n};
    int line = 0;
    *out = (struct manifest){0};
    if (!head(file, &l, d)) return false;
    if (body(a, &l, out, &line) || out->n > MANIFEST_FILES) return manifest_settle(a, out, file, d);
    diag_error(d, (struct pos){file, 0, 0}, "its list of files is damaged in line %d (%s)", line, FRESH);
    return false;
}

void manifest_print(const struct manifest *m, struct sbuf *b) {
    sbuf_printf(b, HEAD "%d\nname %s\nprogram %s\n", MANIFEST_FORMAT, m->name, m->program);
    for (int i = 0; i < m->n; i++) {
        hex_put(b, m->files[i].hash, HASH_BYTES);
        sbuf_printf(b, " %lld %s\n", m->files[i].size, m->files[i].path);
    }
    sbuf_printf(b, "end %d %lld\n", m->n, m->total);
}

const struct manifest_file *manifest_find(const struct manifest *m, const char *path) {
    struct manifest_file key = {.path = path};
    return m->n ? bsearch(&key, m->files, (size_t)m->n, sizeof key, by_path) : NULL;
}

/* ---- keys */
void hex_put(struct sbuf *b, const unsigned char *p, int n) {
    for (int i = 0; i < n; i++) sbuf_printf(b, "%02x", p[i]);
}

bool hex_get(const char *s, size_t len, unsigned char *out, int n) {
    static const char DIGITS[] = "0123456789abcdef";
    if (len != 2 * (size_t)n) return false;
    for (int i = 0; i < n; i++) {
        const char *hi = s[2 * i] ? strchr(DIGITS, s[2 * i]) : NULL, *lo = s[2 * i + 1] ? strchr(DIGITS, s[2 * i + 1]) : NULL;
        if (!hi || !lo) return false;
        out[i] = (unsigned char)((hi - DIGITS) << 4 | (lo - DIGITS));
    }
    return true;
}

void seal_print(const struct seal *s, struct sbuf *b) {
    sbuf_puts(b, "leopard-kiosk signature 1\nkey ");
    hex_put(b, s->key, KEY_BYTES);
    sbuf_puts(b, "\nsign ");
    hex_put(b, s->sign, SIGN_BYTES);
    sbuf_puts(b, "\n");
}

bool seal_read(struct bytes in, struct seal *out) {
    struct lines l = {(const char *)in.p, (const char *)in.p + in.n};
    const char *s;
    size_t n;
    return next_line(&l, &s, &n) && n == 25 && !memcmp(s, "leopard-kiosk signature 1", n) &&
           next_line(&l, &s, &n) && starts(s, n, "key ") && hex_get(s + 4, n - 4, out->key, KEY_BYTES) &&
           next_line(&l, &s, &n) && starts(s, n, "sign ") && hex_get(s + 5, n - 5, out->sign, SIGN_BYTES) && l.p == l.end;
}

bool keys_read(struct bytes in, struct keys *out) {
    const char *p = (const char *)in.p, *end = p + in.n;
    out->n = 0;
    while (p < end) {
        const char *nl = memchr(p, '\n', (size_t)(end - p)), *stop = nl ? nl : end;
        size_t n = (size_t)(stop - p);
        if (n && p[0] != '#') {
            bool whole = n == 2 * KEY_BYTES || (n > 2 * KEY_BYTES && (p[2 * KEY_BYTES] == ' ' || p[2 * KEY_BYTES] == '\r'));
            if (!whole || out->n == KEYS_MAX || !hex_get(p, 2 * KEY_BYTES, out->v[out->n], KEY_BYTES)) return false;
            out->n++;
        }
        p = nl ? nl + 1 : end;
    }
    return out->n > 0;
}
