/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store_files.c - the folders of a store: locked, brought to the disk, renamed, removed. */
#define _GNU_SOURCE
#include <plat/packs.h>
#include <plat/files.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEP = 16 };

static int open_folder(int at, const char *name) { return openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC); }

bool store_save(const char *path, const void *p, size_t n) { return files_write(path, p, n, true); }

bool store_save_secret(const char *path, const void *p, size_t n) {
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) return false;
    bool good = write(fd, p, n) == (ssize_t)n && fsync(fd) == 0;
    good = close(fd) == 0 && good;
    if (!good) unlink(path);
    return good;
}

/* On a file of its own: the folder's lock says that a pack in it is in use (files_open). */
int store_lock(const char *folder) {
    char path[PATH_MAX];
    int len = snprintf(path, sizeof path, "%s/lock", folder);
    int fd = len > 0 && (size_t)len < sizeof path ? open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600) : -1;
    if (fd < 0) return -1;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
    close(fd);
    return -1;
}

void store_unlock(int lock) {
    if (lock >= 0) close(lock);
}

bool store_settle(const char *from, const char *to) {
    char above[PATH_MAX];
    int len = snprintf(above, sizeof above, "%s/..", to);
    int fd = open_folder(AT_FDCWD, from);
    bool good = fd >= 0 && len > 0 && (size_t)len < sizeof above && syncfs(fd) == 0 && rename(from, to) == 0;
    if (fd >= 0) close(fd);
    fd = good ? open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd < 0) return good;
    fsync(fd);
    close(fd);
    return good;
}

static bool empty(int dir, int deep) {
    DIR *d = deep < DEEP ? fdopendir(dir) : NULL;
    bool good = d != NULL;
    if (!d) close(dir);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        if (unlinkat(dirfd(d), e->d_name, 0) == 0) continue;
        int sub = open_folder(dirfd(d), e->d_name);
        good = sub >= 0 && empty(sub, deep + 1) && unlinkat(dirfd(d), e->d_name, AT_REMOVEDIR) == 0 && good;
    }
    if (d) closedir(d);
    return good;
}

bool store_remove(const char *folder) {
    int fd = open_folder(AT_FDCWD, folder);
    if (fd < 0) return errno == ENOENT;
    int hold = dup(fd);                  /* `empty` closes fd; the lock is the open file's, and stays with hold */
    bool good = flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (!good) close(fd);
    good = good && empty(fd, 0) && rmdir(folder) == 0;
    if (hold >= 0) close(hold);
    return good;
}

static int by_byte(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

const char **store_folders(const char *folder, struct arena *a, int *n) {
    enum { MOST = 256 };
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *d = fd >= 0 ? fdopendir(fd) : NULL;
    const char **names = arena_array(a, const char *, MOST + 1);
    *n = 0;
    if (!d && fd >= 0) close(fd);
    for (struct dirent *e; d && names && *n < MOST && (e = readdir(d));) {
        struct stat st;
        if (e->d_name[0] == '.' || fstatat(dirfd(d), e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(st.st_mode)) continue;
        if (!(names[*n] = arena_str(a, e->d_name))) break;
        ++*n;
    }
    if (d) closedir(d);
    if (names && *n > 1) qsort(names, (size_t)*n, sizeof *names, by_byte);
    return names;
}
