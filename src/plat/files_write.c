/* SPDX-License-Identifier: GPL-3.0-or-later */
/* files_write.c - files outside of the pack: written in one piece, the user's folders, the log. */
#define _GNU_SOURCE
#include <plat/files.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, const unsigned char *p, size_t n) {
    while (n > 0) {
        ssize_t put = write(fd, p, n);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        p += put;
        n -= (size_t)put;
    }
    return true;
}

/* After a rename the folder itself must reach the disk, or a power cut brings the old name back. */
static void sync_folder_of(const char *path) {
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    memcpy(folder, slash ? path : ".", slash ? n : 1);
    folder[slash ? n : 1] = 0;
    int fd = open(n == 0 && slash ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    fsync(fd);
    close(fd);
}

bool files_write(const char *path, const void *p, size_t n, bool durable) {
    char aside[PATH_MAX];
    int len = snprintf(aside, sizeof aside, "%s.XXXXXX", path);
    if (len < 0 || (size_t)len >= sizeof aside) return false;
    int fd = mkostemp(aside, O_CLOEXEC);
    if (fd < 0) return false;
    bool ok = write_all(fd, p, n) && fchmod(fd, 0644) == 0 && (!durable || fsync(fd) == 0);
    ok = close(fd) == 0 && ok;
    ok = ok && rename(aside, path) == 0;
    if (!ok) unlink(aside);
    else if (durable) sync_folder_of(path);
    return ok;
}

bool files_read(const char *path, size_t cap, unsigned char **out, size_t *n) {
    struct stat st;
    *out = NULL;
    *n = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) return false;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size >= 0 && (uint64_t)st.st_size <= cap)
        *out = malloc((size_t)st.st_size + 1);
    bool ok = *out != NULL;
    while (ok && *n < (size_t)st.st_size) {
        ssize_t got = read(fd, *out + *n, (size_t)st.st_size - *n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) ok = false;
        if (got <= 0) break;
        *n += (size_t)got;
    }
    close(fd);
    if (!ok) {
        free(*out);
        *out = NULL;
    }
    return ok;
}

bool files_make_folder(const char *path) {
    char part[PATH_MAX];
    struct stat st;
    size_t n = strlen(path);
    if (n == 0 || n >= sizeof part) return false;
    memcpy(part, path, n + 1);
    for (size_t i = 1; i <= n; i++) {
        if (part[i] != '/' && part[i] != 0) continue;
        char was = part[i];
        part[i] = 0;
        if (mkdir(part, 0700) != 0 && errno != EEXIST && errno != EROFS && errno != EACCES) return false;
        part[i] = was;
    }
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

char *files_user_folder(struct arena *a, enum user_folder which, const char *app) {
    static const char *const VARS[] = {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"};
    static const char *const BELOW[] = {".cache", ".config", ".local/share"};
    const char *own = getenv(VARS[which]), *home = getenv("HOME");
    if (own && own[0] == '/') return arena_printf(a, "%s/%s", own, app);
    if (home && home[0] == '/') return arena_printf(a, "%s/%s/%s", home, BELOW[which], app);
    return NULL;
}

static void stderr_line(void *ctx, int level, const char *text) {
    char line[1024];
    (void)ctx;
    int n = snprintf(line, sizeof line, "leopard-kiosk: %s%s\n", level == 2 ? "error: " : level == 1 ? "warning: " : "", text);
    if (n < 0) return;
    if ((size_t)n >= sizeof line) {
        n = (int)sizeof line - 1;
        line[n - 1] = '\n';
    }
    (void)!write(STDERR_FILENO, line, (size_t)n); /* nobody to tell when even this fails */
}

struct port_log log_stderr(void) { return (struct port_log){NULL, stderr_line}; }
