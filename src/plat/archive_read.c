/* SPDX-License-Identifier: GPL-3.0-or-later */
/* archive_read.c - an archive that nobody trusts: only tar and zstd are understood, nothing is written but what the caller
 * names, and no more bytes than it allows. */
#define _GNU_SOURCE
#include <plat/packs.h>
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_MOST ((long long)1 << 30)
enum { PIECE = 64 << 10 };

struct unpack { struct archive *r; int fd; const char *name; unsigned char piece[PIECE]; };

static bool fault(struct diag *d, const char *name, const char *what, const char *remedy) {
    diag_error(d, (struct pos){name, 0, 0}, "%s (%s)", what, remedy);
    return false;
}

static bool damaged(struct unpack *u, struct diag *d) {
    return fault(d, u->name, "is damaged or was not copied to its end", "copy it again, and take the stick out only when that is done");
}

static int open_plain(const char *path, long long *size, struct diag *d) {
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        fault(d, path, errno == ENOENT ? "no such file" : strerror(errno), "check the name, and that the stick is in");
        return -1;
    }
    static const unsigned char ZSTD[4] = {0x28, 0xB5, 0x2F, 0xFD};
    unsigned char head[4];
    bool good = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    if (!good) fault(d, path, "is no file", "name the pack's file, it ends with .lkpack");
    else if (st.st_size == 0) good = fault(d, path, "is empty", "copy it again");
    else if (st.st_size > FILE_MOST) good = fault(d, path, "is too large for a pack", "at most 512 MB unpacked");
    else if (pread(fd, head, sizeof head, 0) != sizeof head || memcmp(head, ZSTD, sizeof head) != 0)
        good = fault(d, path, "no pack of the leopard kiosk", "make one with leopard-kiosk pack --archive, or copy it again");
    *size = good ? (long long)st.st_size : 0;
    if (good) return fd;
    close(fd);
    return -1;
}

struct unpack *unpack_open(const char *path, long long *size, struct diag *d) {
    int fd = open_plain(path, size, d);
    struct unpack *u = fd >= 0 ? calloc(1, sizeof *u) : NULL;
    if (!u) {
        if (fd >= 0) close(fd);
        return NULL;
    }
    *u = (struct unpack){.r = archive_read_new(), .fd = fd, .name = path};
    if (u->r && archive_read_support_filter_zstd(u->r) == ARCHIVE_OK && archive_read_support_format_tar(u->r) == ARCHIVE_OK &&
        archive_read_open_fd(u->r, fd, PIECE) == ARCHIVE_OK) return u;
    damaged(u, d);
    unpack_close(u);
    return NULL;
}

void unpack_close(struct unpack *u) {
    if (!u) return;
    archive_read_free(u->r);
    close(u->fd);
    free(u);
}

static const char *oddness(struct archive_entry *e) {
    if (archive_entry_hardlink(e)) return "a link";
    switch (archive_entry_filetype(e)) {
    case AE_IFREG: break;
    case AE_IFLNK: return "a link";
    case AE_IFDIR: return "a folder";
    case AE_IFBLK: case AE_IFCHR: return "a device";
    case AE_IFIFO: return "a pipe";
    default: return "no plain file";
    }
    if (archive_entry_sparse_count(e) > 0) return "a file with holes";
    return archive_entry_size_is_set(e) ? NULL : "a file without a size";
}

int unpack_next(struct unpack *u, struct unpack_entry *e, struct diag *d) {
    struct archive_entry *at;
    int rc = archive_read_next_header(u->r, &at);
    if (rc == ARCHIVE_EOF) return 0;
    if (rc != ARCHIVE_OK) {
        damaged(u, d);
        return -1;
    }
    const char *path = archive_entry_pathname(at);
    *e = (struct unpack_entry){path ? path : "", archive_entry_size(at), oddness(at)};
    return 1;
}

bool unpack_read(struct unpack *u, long long size, struct arena *a, struct bytes *out, struct diag *d) {
    unsigned char *p = arena_alloc(a, (size_t)size + 1), more;
    if (!p) return fault(d, u->name, "no memory", "close other programs");
    *out = (struct bytes){p, (size_t)size};
    for (size_t at = 0; at < out->n;) {
        la_ssize_t got = archive_read_data(u->r, p + at, out->n - at);
        if (got <= 0) return damaged(u, d);
        at += (size_t)got;
    }
    return archive_read_data(u->r, &more, 1) == 0 || damaged(u, d);
}

static bool put(int fd, const unsigned char *p, size_t n) {
    while (fd >= 0 && n > 0) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        p += done;
        n -= (size_t)done;
    }
    return true;
}

static bool pour(struct unpack *u, long long size, int fd, unsigned char hash[HASH_BYTES], const char *to, struct diag *d) {
    crypto_generichash_state h;
    long long left = size;
    crypto_generichash_init(&h, NULL, 0, HASH_BYTES);
    for (;;) {
        la_ssize_t got = archive_read_data(u->r, u->piece, PIECE);
        if (got < 0 || got > left) return damaged(u, d);
        if (got == 0) break;
        crypto_generichash_update(&h, u->piece, (size_t)got);
        left -= got;
        if (!put(fd, u->piece, (size_t)got)) return fault(d, to, strerror(errno), "make room on the kiosk's disk, then try again");
    }
    crypto_generichash_final(&h, hash, HASH_BYTES);
    return left == 0 || damaged(u, d);
}

bool unpack_write(struct unpack *u, long long size, const char *to, unsigned char hash[HASH_BYTES], struct diag *d) {
    int fd = to ? open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644) : -1;
    if (to && fd < 0) return fault(d, to, strerror(errno), "make room on the kiosk's disk, then try again");
    bool good = pour(u, size, fd, hash, to, d);
    if (fd >= 0 && close(fd) != 0 && good) good = fault(d, to, strerror(errno), "make room on the kiosk's disk, then try again");
    return good;
}
