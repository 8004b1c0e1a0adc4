/* SPDX-License-Identifier: GPL-3.0-or-later */
/* archive_write.c - a tar of plain files, nothing in it of the machine or the hour: no owner, no time. */
#define _GNU_SOURCE
#include <plat/packs.h>
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ITEM_ARENA = 80 << 20 };

static bool fault(struct diag *d, const char *path, const char *why) {
    diag_error(d, (struct pos){path, 0, 0}, "cannot be written: %s (is there room, may this user write there?)", why);
    return false;
}

static bool put(struct archive *w, struct archive_entry *e, const char *path, struct bytes b) {
    archive_entry_clear(e);
    archive_entry_set_pathname(e, path);
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_perm(e, 0644);
    archive_entry_set_size(e, (la_int64_t)b.n);
    archive_entry_set_mtime(e, 0, 0);
    if (archive_write_header(w, e) != ARCHIVE_OK) return false;
    return archive_write_data(w, b.p, b.n) == (la_ssize_t)b.n;
}

static bool put_all(struct archive *w, struct archive_entry *e, const struct pack_source *src) {
    struct arena a;
    bool good = true;
    arena_init(&a, ITEM_ARENA);
    for (int i = 0; good && i < src->n; i++) {
        const char *path;
        struct bytes b;
        good = src->item(src->ctx, i, &a, &path, &b) && put(w, e, path, b);
        arena_reset(&a);
    }
    arena_free(&a);
    return good;
}

static bool write_to(int fd, const struct pack_source *src, const char *path, struct diag *d) {
    struct archive *w = archive_write_new();
    struct archive_entry *e = archive_entry_new();
    int had = d->errors;
    bool good = w && e && archive_write_set_format_pax_restricted(w) == ARCHIVE_OK && archive_write_add_filter_zstd(w) == ARCHIVE_OK &&
                archive_write_set_filter_option(w, "zstd", "compression-level", "9") == ARCHIVE_OK &&
                archive_write_open_fd(w, fd) == ARCHIVE_OK;
    good = good && put_all(w, e, src) && archive_write_close(w) == ARCHIVE_OK;
    const char *why = w ? archive_error_string(w) : NULL;
    if (!good && d->errors == had) fault(d, path, why ? why : "no memory");
    archive_entry_free(e);
    archive_write_free(w);
    return good;
}

bool archive_make(const char *path, const struct pack_source *src, struct diag *d) {
    char aside[PATH_MAX];
    int len = snprintf(aside, sizeof aside, "%s.XXXXXX", path);
    if (len < 0 || (size_t)len >= sizeof aside) return fault(d, path, "the name is too long");
    int fd = mkostemp(aside, O_CLOEXEC);
    if (fd < 0) return fault(d, path, strerror(errno));
    bool good = write_to(fd, src, path, d);
    (void)!fchmod(fd, 0644);             /* some file systems of sticks have no modes */
    if (good && fsync(fd) != 0) good = fault(d, path, strerror(errno));
    if (close(fd) != 0 && good) good = fault(d, path, strerror(errno));
    if (good && rename(aside, path) != 0) good = fault(d, path, strerror(errno));
    if (!good) unlink(aside);
    return good;
}
