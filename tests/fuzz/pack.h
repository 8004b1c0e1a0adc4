/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack.h - the pack of this tree, read once and kept; the file that is tried is the fuzzer's. Its small files are as they are; a
 * small one of tests/bad/base stands for every picture and for whatever is large, so that a try takes milliseconds. */
#ifndef LK_FUZZ_PACK_H
#define LK_FUZZ_PACK_H
#include <port.h>
#include <base/str.h>
#include <content/facts.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

struct fuzz_file { char path[256]; unsigned char *p; size_t n; };   /* path below the tree; p NULL = there is none */
struct fuzz_pack { const char *path; struct bytes in; };            /* the file that is tried */
enum { FUZZ_LARGE = 24 << 10 };

static inline const struct fuzz_file *fuzz_tree(const char *path) {
    static struct fuzz_file kept[256];
    int i = 0;
    while (i < 255 && kept[i].path[0] && strcmp(kept[i].path, path) != 0) i++;
    struct fuzz_file *f = &kept[i];
    if (i < 255 && f->path[0]) return f;
    char name[1024];
    free(f->p);                                                     /* the last place serves all that find none */
    snprintf(f->path, sizeof f->path, "%s", path);
    snprintf(name, sizeof name, "%s/%s", LK_SOURCE_DIR, path);
    FILE *in = fopen(name, "rb");
    *f = (struct fuzz_file){.p = in ? malloc(8 << 20) : NULL, .path = {0}};
    snprintf(f->path, sizeof f->path, "%s", path);
    if (!f->p) return f;
    f->n = fread(f->p, 1, 8 << 20, in);
    f->p = realloc(f->p, f->n + 1);
    fclose(in);
    return f;
}

static inline const struct fuzz_file *fuzz_find(const char *path) {
    static const char *const STAND_INS[][2] = {{".png", "dot.png"}, {".jpg", "photo.jpg"}, {".svg", "fir.svg"}, {".ogg", "sound/tap.ogg"}};
    char base[300];
    const char *dot = strrchr(path, '.');
    if (strlen(path) > 200) return NULL;
    const struct fuzz_file *f = fuzz_tree(path);
    for (size_t i = 0; dot && f->p && i < sizeof STAND_INS / sizeof *STAND_INS; i++) {
        if (strcmp(dot, STAND_INS[i][0]) != 0) continue;
        snprintf(base, sizeof base, "tests/bad/base/assets/%s", STAND_INS[i][1]);
        return fuzz_tree(base);
    }
    if (f->p && (f->n <= FUZZ_LARGE || strncmp(path, "assets/", 7) != 0)) return f;
    snprintf(base, sizeof base, "tests/bad/base/%s", path);
    f = fuzz_tree(base);
    return f->p ? f : NULL;
}

static inline bool fuzz_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d) {
    const struct fuzz_pack *pack = ctx;
    const struct fuzz_file *f = strcmp(path, pack->path) == 0 ? NULL : fuzz_find(path);
    struct bytes in = f ? (struct bytes){f->p, f->n} : strcmp(path, pack->path) == 0 ? pack->in : (struct bytes){NULL, cap + 1};
    unsigned char *copy = in.n <= cap ? arena_alloc(a, in.n + 1) : NULL;
    *out = (struct bytes){copy, in.n};
    if (!copy) diag_error(d, (struct pos){path, 0, 0}, "cannot be read");
    else if (in.n) memcpy(copy, in.p, in.n);
    return copy != NULL;
}
static inline bool fuzz_exists(void *ctx, const char *path) {
    return strcmp(path, ((struct fuzz_pack *)ctx)->path) == 0 || fuzz_find(path);
}
static inline const char **fuzz_list(void *ctx, const char *folder, const char *suffix, struct arena *a, int *n) {
    (void)ctx, (void)folder, (void)suffix;
    *n = 0;
    return arena_array(a, const char *, 1);
}
static inline struct port_files fuzz_files(struct fuzz_pack *p) { return (struct port_files){.ctx = p, .read = fuzz_read, .exists = fuzz_exists, .list = fuzz_list}; }

/* The facts of tests/bad/base, read once. */
static inline const struct facts *fuzz_facts(void) {
    static struct arena a;
    static struct diag d;
    static struct facts facts;
    static struct fuzz_pack pack = {"", {NULL, 0}};
    struct port_files files = fuzz_files(&pack);
    if (facts.file) return &facts;
    arena_init(&a, 8 << 20);
    diag_init(&d, &a);
    if (!facts_load(&a, &files, "tests/bad/base/scenes/facts.yaml", &facts, &d)) abort();
    return &facts;
}
#endif
