/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <plat/files.h>
#include <base/str.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PATH_BYTES 255

struct files { int root; };

bool files_path_ok(const char *path) {
    size_t n = path ? strlen(path) : 0;
    if (n == 0 || n > PATH_BYTES || path[0] == '/') return false;
    for (const char *s = path; *s;) {
        size_t len = strcspn(s, "/");
        if (len == 0 || (len == 1 && s[0] == '.') || (len == 2 && s[0] == '.' && s[1] == '.')) return false;
        for (size_t i = 0; i < len; i++)
            if (s[i] == '\\' || (unsigned char)s[i] < 0x20 || s[i] == 0x7F) return false;
        s += len;
        if (*s == '/' && !*++s) return false; /* ends with a slash */
    }
    return true;
}

/* Kernels before 5.6 and some sandboxes know no openat2: then no link is followed at all. */
static int open_step_by_step(int root, const char *path, int flags) {
    char part[PATH_BYTES + 1];
    int dir = root;
    for (;;) {
        size_t len = strcspn(path, "/");
        memcpy(part, path, len);
        part[len] = 0;
        bool last = path[len] == 0;
        int fd = openat(dir, part, last ? flags | O_NOFOLLOW : O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        int why = errno;
        if (dir != root) close(dir);
        errno = why;
        if (last || fd < 0) return fd;
        dir = fd;
        path += len + 1;
    }
}

static int open_below(int root, const char *path, int flags) {
    struct open_how how = {.flags = (uint64_t)flags, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    long fd;
    for (int tries = 0; tries < 8; tries++) { /* EAGAIN: something was renamed meanwhile */
        fd = syscall(SYS_openat2, root, path, &how, sizeof how);
        if (fd >= 0 || errno != EAGAIN) break;
    }
    if (fd < 0 && (errno == ENOSYS || errno == EPERM)) return open_step_by_step(root, path, flags);
    return (int)fd;
}

static bool fault(struct diag *d, const char *path, const char *what, const char *remedy) {
    diag_error(d, (struct pos){path, 0, 0}, "cannot be read: %s (%s)", what, remedy);
    return false;
}

static bool open_fault(struct diag *d, const char *path, int why) {
    switch (why) {
    case ENOENT: return fault(d, path, "no such file", "check the name");
    case EACCES: return fault(d, path, "permission denied", "make it readable for this user");
    case EXDEV: case ELOOP: return fault(d, path, "a link that leaves the pack", "copy the file into the pack");
    case ENOTDIR: return fault(d, path, "a part of the path is no folder", "check the name");
    case ENXIO: case EISDIR: return fault(d, path, "not a regular file", "put a file here");
    default: return fault(d, path, strerror(why), "check the disk");
    }
}

/* Reads up to n bytes; the number read, or -1. */
static ssize_t read_all(int fd, unsigned char *p, size_t n) {
    size_t at = 0;
    while (at < n) {
        ssize_t got = read(fd, p + at, n - at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return -1;
        if (got == 0) break;
        at += (size_t)got;
    }
    return (ssize_t)at;
}

int files_fd(struct files *f, const char *path, size_t cap, size_t *n, struct diag *d) {
    struct stat st;
    const char *name = path ? path : "";
    *n = 0;
    if (!files_path_ok(path)) {
        fault(d, name, "the path is not allowed", "relative to the pack, without '..', at most 255 bytes");
        return -1;
    }
    int fd = open_below(f->root, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0 || fstat(fd, &st) != 0) open_fault(d, path, errno);
    else if (!S_ISREG(st.st_mode)) fault(d, path, "not a regular file", "put a file here");
    else if (st.st_size < 0 || (uint64_t)st.st_size > cap)
        diag_error(d, (struct pos){path, 0, 0}, "cannot be read: %lld bytes are too many (make it smaller: at most %zu)",
                   (long long)st.st_size, cap);
    else {
        *n = (size_t)st.st_size;
        return fd;
    }
    if (fd >= 0) close(fd);
    return -1;
}

static bool port_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d) {
    size_t size;
    *out = (struct bytes){0};
    int fd = files_fd(ctx, path, cap, &size, d);
    if (fd < 0) return false;
    unsigned char *p = arena_alloc(a, size + 1);
    ssize_t n = p ? read_all(fd, p, size) : 0;
    int why = errno;
    close(fd);
    if (!p) return fault(d, path, "no memory", "close other programs");
    if (n < 0) return open_fault(d, path, why);
    p[n] = 0;
    *out = (struct bytes){p, (size_t)n};
    return true;
}

uint64_t files_stamp(const struct stat *st) {
    uint64_t h = hash_u64(HASH_SEED, (uint64_t)st->st_mtim.tv_sec);
    h = hash_u64(h, (uint64_t)st->st_mtim.tv_nsec);
    h = hash_u64(h, (uint64_t)st->st_size);
    return hash_u64(h, (uint64_t)st->st_ino);
}

static uint64_t port_stamp(void *ctx, const char *path) {
    const struct files *f = ctx;
    struct stat st;
    int fd = files_path_ok(path) ? open_below(f->root, path, O_PATH | O_CLOEXEC) : -1;
    uint64_t s = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? files_stamp(&st) : 0;
    if (fd >= 0) close(fd);
    return s;
}

static bool port_exists(void *ctx, const char *path) {
    const struct files *f = ctx;
    int fd = files_path_ok(path) ? open_below(f->root, path, O_PATH | O_CLOEXEC) : -1;
    if (fd >= 0) close(fd);
    return fd >= 0 || (files_path_ok(path) && errno != ENOENT && errno != ENOTDIR);
}

static int by_byte(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static bool ends_with(const char *s, const char *suffix) {
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

static const char **port_list(void *ctx, const char *folder, const char *suffix, struct arena *a, int *n) {
    const struct files *f = ctx;
    *n = 0;
    int cap = 32, fd = files_path_ok(folder) ? open_below(f->root, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir && fd >= 0) close(fd);
    const char **names = arena_array(a, const char *, cap + 1);
    for (struct dirent *e; dir && names && (e = readdir(dir));) {
        if (e->d_name[0] == '.' || !ends_with(e->d_name, suffix)) continue;
        if (*n == cap) {
            const char **more = arena_array(a, const char *, 2 * cap + 1);
            if (!more) break;
            memcpy(more, names, sizeof *names * (size_t)cap);
            names = more;
            cap *= 2;
        }
        const char *name = arena_str(a, e->d_name);
        if (!name) break;
        names[(*n)++] = name;
    }
    if (dir) closedir(dir);
    if (names && *n > 1) qsort(names, (size_t)*n, sizeof *names, by_byte);
    return names;
}

struct files *files_open(const char *root, struct diag *d) {
    int fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct files *f = fd >= 0 ? malloc(sizeof *f) : NULL;
    if (!f) {
        diag_error(d, (struct pos){0}, "the pack folder '%s' cannot be opened: %s (check --pack)", root, strerror(errno));
        if (fd >= 0) close(fd);
        return NULL;
    }
    f->root = fd;
    flock(fd, LOCK_SH | LOCK_NB);        /* a pack in use is not removed (packs.h) */
    return f;
}

void files_close(struct files *f) {
    if (!f) return;
    close(f->root);
    free(f);
}

struct port_files files_port(struct files *f) { return (struct port_files){f, port_read, port_exists, port_list, port_stamp}; }
