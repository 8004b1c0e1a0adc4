/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content_test.h - files in memory and diag lines, for the tests of src/content. */
#ifndef LK_TESTS_CONTENT_TEST_H
#define LK_TESTS_CONTENT_TEST_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <base/arena.h>
#include <base/diag.h>
#include <port.h>

struct mem_file {
    const char *path;
    const void *p;
    size_t n;
};

/* ctx is an array of mem_file ended by path NULL. */
static inline bool mem_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out,
                            struct diag *d) {
    for (const struct mem_file *f = ctx; f->path; f++) {
        if (strcmp(f->path, path) != 0) continue;
        char *file = arena_str(d->arena, path);
        char *copy = arena_strn(a, f->p, f->n);
        if (f->n > cap)
            diag_error(d, (struct pos){file, 0, 0}, "file is larger than %zu bytes", cap);
        else if (!copy)
            diag_error(d, (struct pos){file, 0, 0}, "not enough memory");
        else
            *out = (struct bytes){(unsigned char *)copy, f->n};
        return f->n <= cap && copy;
    }
    diag_error(d, (struct pos){arena_str(d->arena, path), 0, 0}, "file is missing");
    return false;
}

static inline bool mem_exists(void *ctx, const char *path) {
    for (const struct mem_file *f = ctx; f->path; f++)
        if (strcmp(f->path, path) == 0) return true;
    return false;
}

/* One file of text. Valid for the statement's lifetime only. */
#define MEM_FILES(...)                                                                                                 \
    (struct port_files) { .ctx = (struct mem_file[]){__VA_ARGS__, {0}}, .read = mem_read, .exists = mem_exists }
#define MEM_TEXT(path_, text_)                                                                                         \
    { path_, text_, strlen(text_) }

/* Files of the source tree, below its root. */
static inline bool tree_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out,
                             struct diag *d) {
    char name[1024];
    snprintf(name, sizeof name, "%s/%s", ctx ? (const char *)ctx : LK_SOURCE_DIR, path);
    FILE *f = fopen(name, "rb");
    if (!f) {
        diag_error(d, (struct pos){arena_str(d->arena, path), 0, 0}, "file is missing");
        return false;
    }
    fseek(f, 0, SEEK_END);
    long n = ftell(f);
    rewind(f);
    char *p = n >= 0 && (size_t)n <= cap ? arena_alloc(a, (size_t)n + 1) : NULL;
    bool ok = p && fread(p, 1, (size_t)n, f) == (size_t)n;
    fclose(f);
    if (ok)
        *out = (struct bytes){(unsigned char *)p, (size_t)n};
    else
        diag_error(d, (struct pos){arena_str(d->arena, path), 0, 0}, "cannot be read");
    return ok;
}
static inline struct port_files tree_files(void) { return (struct port_files){.read = tree_read}; }

/* Reads with the n-th allocation refused, for every n: it works, or it says why. It may need no more than `most`. */
static inline void reads_without_memory(bool (*read)(struct arena *a, struct diag *d), long most) {
    for (long n = 1; n < most; n++) {
        struct arena small, talk;
        struct diag d;
        arena_init(&small, 0);
        arena_init(&talk, 0);
        small.fail_at = n;
        diag_init(&d, &talk);
        bool ok = read(&small, &d), done = ok && small.fail_at > 0;
        assert_true(ok || d.errors > 0);
        assert_false(ok && small.failed);
        arena_free(&small);
        arena_free(&talk);
        if (done) return;
    }
    fail_msg("it needs more than %ld allocations", most);
}

/* All lines of d, joined by newlines. */
static inline const char *diag_all(struct arena *a, const struct diag *d) {
    const char *all = "";
    for (const struct diag_item *it = d->first; it; it = it->next)
        all = arena_printf(a, "%s%s%s", all, *all ? "\n" : "", diag_line(a, it));
    return all;
}

/* A text, and the lines that are said of it; "" = it is read. */
struct fault { const char *text, *lines; };
static inline void says_faults(const struct fault *rows, size_t n, bool (*read)(const char *text, struct arena *a, struct diag *d)) {
    for (size_t i = 0; i < n; i++) {
        struct arena a;
        struct diag d;
        arena_init(&a, 0);
        diag_init(&d, &a);
        bool ok = read(rows[i].text, &a, &d);
        assert_string_equal(diag_all(&a, &d), rows[i].lines);
        assert_int_equal(ok, !*rows[i].lines);
        arena_free(&a);
    }
}
#define SAYS_FAULTS(rows, read) says_faults(rows, sizeof rows / sizeof *rows, read)
#endif
