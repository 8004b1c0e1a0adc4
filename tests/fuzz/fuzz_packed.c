/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared picture of a pack's cache. The input is what such a file holds: its head without length and checksum, then the
 * pixels before they are compressed. */
#include "pack.h"
#include <plat/picture.h>
#include <zstd.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n) {
    enum { HEAD = 12 * 4, BEHIND = 14 * 4 };
    struct picture pic;
    if (n < HEAD) return 0;
    size_t room = ZSTD_compressBound(n);
    unsigned char *file = malloc(BEHIND + room);
    size_t len = file ? ZSTD_compress(file + BEHIND, room, p + HEAD, n - HEAD, 1) : 0;
    uint32_t head[14];
    memcpy(head, p, 11 * 4);
    head[11] = (uint32_t)len;
    head[12] = picture_sum(file + BEHIND, len);
    memcpy(&head[13], p + 11 * 4, 4);
    if (head[13] % 3) head[13] = (uint32_t)(n - HEAD);
    memcpy(file, head, BEHIND);
    int w = head[1] <= 512 ? (int)head[1] : 512, h = head[2] <= 512 ? (int)head[2] : 512;
    if (picture_unpack(file, BEHIND + len, w, h, &pic)) picture_free(&pic);
    free(file);
    return 0;
}
