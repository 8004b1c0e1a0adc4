/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <plat/image_store.h>
#include <base/str.h>
#include <content/assets.h>
#include <plat/files.h>
#include <plat/png.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MAX (256u << 20)

uint64_t asset_hash(const char *path) { return hash_bytes(HASH_SEED, path, strlen(path)); }

static int by_hash(const void *a, const void *b) {
    const struct rung *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->w > y->w) - (x->w < y->w);
}

/* "0123456789abcdef-640.png" */
static bool rung_name(const char *name, struct rung *out) {
    unsigned long long hash;
    int w, end = 0;
    if (strlen(name) < 22 || name[16] != '-' || sscanf(name, "%16llx-%5d.png%n", &hash, &w, &end) != 2) return false;
    if (end == 0 || name[end] != 0 || w < 1) return false;
    *out = (struct rung){hash, w};
    return true;
}

struct rungs rungs_read(const char *folder) {
    struct rungs r = {0};
    int cap = 0;
    DIR *dir = folder ? opendir(folder) : NULL;
    struct rung one;
    for (struct dirent *e; dir && (e = readdir(dir));) {
        if (!rung_name(e->d_name, &one)) continue;
        if (r.n == cap) {
            struct rung *grown = realloc(r.v, sizeof *grown * (size_t)(cap = cap ? cap * 2 : 64));
            if (!grown) break;
            r.v = grown;
        }
        r.v[r.n++] = one;
    }
    if (dir) closedir(dir);
    if (r.n > 1) qsort(r.v, (size_t)r.n, sizeof *r.v, by_hash);
    return r;
}

int rungs_pick(const struct rungs *r, uint64_t hash, int w) {
    int best = 0;
    for (int i = 0; i < r->n; i++) {
        if (r->v[i].hash != hash) continue;
        best = r->v[i].w; /* sorted by width: the first that is wide enough, else the last */
        if (best >= w) break;
    }
    return best;
}

bool gated_png(const char *name, struct bytes in, uint32_t **pixels, int *w, int *h) {
    struct arena a;
    struct diag d;
    struct asset_info info;
    arena_init(&a, 0);
    diag_init(&d, &a);
    *pixels = NULL;
    bool ok = asset_gate(name, in, &info, &d) && info.kind == ASSET_PNG;
    struct bytes lean = ok ? png_strip(&a, in) : (struct bytes){0};
    ok = ok && lean.p && png_decode(lean, pixels, w, h);
    arena_free(&a);
    return ok;
}

static bool store_path(char *out, size_t cap, const char *folder, uint64_t key, const char *suffix) {
    int n = snprintf(out, cap, "%s/%016llx.%s", folder, (unsigned long long)key, suffix);
    return n > 0 && (size_t)n < cap;
}

bool store_rung_path(char *out, size_t cap, const char *folder, uint64_t hash, int w) {
    int n = snprintf(out, cap, "%s/%016llx-%d.png", folder, (unsigned long long)hash, w);
    return n > 0 && (size_t)n < cap;
}

bool store_read(const char *folder, uint64_t key, int w, int h, struct picture *out) {
    char path[PATH_MAX];
    unsigned char *p;
    size_t n;
    uint32_t *pixels;
    int pw, ph;
    if (store_path(path, sizeof path, folder, key, "lkp") && files_read(path, FILE_MAX, &p, &n)) {
        bool ok = picture_unpack(p, n, w, h, out);
        free(p);
        if (ok) return true; /* a torn file counts as missing; it is written anew */
    }
    if (!store_path(path, sizeof path, folder, key, "png") || !files_read(path, FILE_MAX, &p, &n)) return false;
    bool ok = gated_png(path, (struct bytes){p, n}, &pixels, &pw, &ph), fits = ok && pw == w && ph == h;
    free(p);
    if (fits) picture_take(out, pixels, w, h);
    else if (ok) free(pixels);
    return fits;
}

bool store_write(const char *folder, uint64_t key, const struct picture *pic) {
    char path[PATH_MAX];
    struct packed packed;
    if (!store_path(path, sizeof path, folder, key, "lkp") || !picture_pack(pic, &packed)) return false;
    bool ok = files_write(path, packed.p, packed.n, false);
    free(packed.p);
    return ok;
}

/* ---- keeping the user's cache small */

struct aged { char name[32]; long long bytes, when; };

static int by_when(const void *a, const void *b) {
    const struct aged *x = a, *y = b;
    return (x->when > y->when) - (x->when < y->when);
}

/* The .lkp files of an open folder; *n of them, malloc'ed. */
static struct aged *aged_files(DIR *dir, int *n, long long *total) {
    struct aged *v = NULL;
    int cap = 0;
    struct stat st;
    for (struct dirent *e; (e = readdir(dir));) {
        size_t len = strlen(e->d_name);
        if (len != 20 || strcmp(e->d_name + 16, ".lkp") != 0) continue;
        if (fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode)) continue;
        if (*n == cap) {
            struct aged *grown = realloc(v, sizeof *grown * (size_t)(cap = cap ? cap * 2 : 256));
            if (!grown) break;
            v = grown;
        }
        struct aged *one = &v[(*n)++];
        memcpy(one->name, e->d_name, len + 1);
        one->bytes = (long long)st.st_size;
        one->when = (long long)st.st_mtime;
        *total += one->bytes;
    }
    return v;
}

void store_sweep(const char *folder, long long bytes) {
    int n = 0;
    long long total = 0;
    DIR *dir = folder ? opendir(folder) : NULL;
    if (!dir) return;
    struct aged *v = aged_files(dir, &n, &total);
    if (total > bytes) {
        qsort(v, (size_t)n, sizeof *v, by_when);
        for (int i = 0; i < n && total > bytes; i++)
            if (unlinkat(dirfd(dir), v[i].name, 0) == 0) total -= v[i].bytes;
    }
    free(v);
    closedir(dir);
}

static int by_key(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static bool kept_file(const struct store_kept *k, const char *name) {
    struct rung r;
    unsigned long long key;
    int end = 0;
    if (rung_name(name, &r)) return k->nrungs && bsearch(&r, k->rungs, (size_t)k->nrungs, sizeof r, by_hash);
    if (sscanf(name, "%16llx.lkp%n", &key, &end) != 1 || end != 20 || name[end] != 0) return true; /* none of ours */
    uint64_t wanted = key;
    return k->nkeys && bsearch(&wanted, k->keys, (size_t)k->nkeys, sizeof wanted, by_key);
}

void store_sweep_rest(const char *folder, struct store_kept *k) {
    DIR *dir = opendir(folder);
    if (k->nkeys) qsort(k->keys, (size_t)k->nkeys, sizeof *k->keys, by_key);
    if (k->nrungs) qsort(k->rungs, (size_t)k->nrungs, sizeof *k->rungs, by_hash);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (!kept_file(k, e->d_name)) unlinkat(dirfd(dir), e->d_name, 0);
    if (dir) closedir(dir);
}
