/* links: lk_command lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pack in one file, from its first byte to its last; and the lists that it holds. What does not begin as zstd is taken for
 * what such a file holds, so that what is changed is the tar and not the compression. */
#define _GNU_SOURCE
#include "pack.h"
#include <command/pack.h>
#include <plat/packs.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zstd.h>

/* Checksums of the tar made right, so that what lies behind them is tried too. */
static void repair(uint8_t *p, size_t n) {
    for (; n >= 512; p += 512, n -= 512) {
        unsigned sum = 0;
        if (memcmp(p + 257, "ustar", 5) != 0) continue;
        memset(p + 148, ' ', 8);
        for (int i = 0; i < 512; i++) sum += p[i];
        snprintf((char *)p + 148, 8, "%06o", sum);
    }
}

static bool put(int fd, const uint8_t *p, size_t n) {
    if (n >= 4 && memcmp(p, "\x28\xB5\x2F\xFD", 4) == 0) return write(fd, p, n) == (ssize_t)n;
    size_t room = ZSTD_compressBound(n);
    void *packed = malloc(room), *tar = malloc(n + 1);
    if (!packed || !tar) abort();
    memcpy(tar, p, n);
    repair(tar, n);
    size_t size = ZSTD_compress(packed, room, tar, n, 1);
    bool good = size > 0 && !ZSTD_isError(size) && write(fd, packed, size) == (ssize_t)size;
    free(packed);
    free(tar);
    return good;
}

static void unpack(struct arena *a, struct diag *d, const uint8_t *p, size_t n) {
    char path[40];
    int fd = memfd_create("fuzz", 0);
    struct host host = {.packs = packs_port()};
    struct store store = {.h = &host, .p = host.packs, .a = a};
    struct incoming in;
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (fd >= 0 && put(fd, p, n)) pack_unpack(&store, path, NULL, NULL, &in, d);
    if (fd >= 0) close(fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n) {
    struct arena a;
    struct diag d;
    struct manifest m;
    struct seal seal;
    struct keys keys;
    struct store_state state;
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    if (n == 0) return 0;
    char *text = arena_strn(&a, (const char *)p, n);
    struct bytes in = {(unsigned char *)text, n};
    manifest_read(&a, "fuzz", in, &m, &d);
    seal_read(in, &seal);
    keys_read(in, &keys);
    store_state_read(in, &state);
    unpack(&a, &d, p, n);
    arena_free(&a);
    return 0;
}
