/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures, sounds, fonts: the gates; and a picture that passes is decoded as the kiosk does it. */
#include "pack.h"
#include <content/assets.h>
#include <plat/image.h>

static void decode(const uint8_t *p, size_t n) {
    struct fuzz_pack pack = {"assets/fuzz", {p, n}};
    struct port_files files = fuzz_files(&pack);
    struct images_options o = {.files = &files, .allow_svg = true};
    struct pic_spec spec = {.kind = PIC_ASSET, .path = "fuzz", .w = 40, .h = 30, .mod = 0xFFFFFFFFu};
    struct images *im = images_open(&o);
    struct picture pic = {0};
    if (im) images_make(im, 1, &spec, &pic);
    picture_free(&pic);
    images_close(im);
}

/* Checksums made right, so that what lies behind them is tried too. */
static uint32_t crc(const uint8_t *p, size_t n, bool png) {
    uint32_t c = png ? ~0u : 0;
    for (size_t i = 0; i < n; i++) {
        c ^= png ? p[i] : (uint32_t)p[i] << 24;
        for (int k = 0; k < 8; k++) c = png ? c >> 1 ^ (c & 1 ? 0xEDB88320u : 0) : c << 1 ^ (c >> 31 ? 0x04C11DB7u : 0);
    }
    return png ? ~c : c;
}

static void repair_png(uint8_t *p, size_t n) {
    if (n < 8 || memcmp(p, "\x89PNG", 4) != 0) return;
    for (size_t at = 8; n >= 12 && at <= n - 12;) {
        size_t len = (size_t)p[at] << 24 | (size_t)p[at + 1] << 16 | (size_t)p[at + 2] << 8 | p[at + 3];
        if (len > n - at - 12) return;
        uint32_t c = crc(p + at + 4, len + 4, true);
        for (int i = 0; i < 4; i++) p[at + 8 + len + i] = (uint8_t)(c >> (24 - 8 * i));
        at += len + 12;
    }
}

static void repair_ogg(uint8_t *p, size_t n) {
    for (size_t at = 0; n >= 27 && at <= n - 27 && memcmp(p + at, "OggS", 4) == 0;) {
        size_t len = 27 + (size_t)p[at + 26];
        for (size_t i = 0; i < p[at + 26] && at + 27 + i < n; i++) len += p[at + 27 + i];
        if (len > n - at) return;
        memset(p + at + 22, 0, 4);
        uint32_t c = crc(p + at, len, false);
        for (int i = 0; i < 4; i++) p[at + 22 + i] = (uint8_t)(c >> (8 * i));
        at += len;
    }
}

static void feed(const uint8_t *p, size_t n) {
    struct arena a;
    struct diag d;
    struct asset_info info;
    struct bytes in = {p, n};
    arena_init(&a, 1 << 20);
    diag_init(&d, &a);
    if (asset_gate("fuzz", in, &info, &d) && info.w * info.h <= 1 << 20) decode(p, n);
    sound_gate("fuzz", in, &d);
    font_gate("fuzz", in, &d);
    arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n) {
    uint8_t *copy = malloc(n);
    if (n) memcpy(copy, p, n);
    feed(p, n);
    repair_png(copy, n);
    repair_ogg(copy, n);
    if (n && memcmp(copy, p, n) != 0) feed(copy, n);
    free(copy);
    return 0;
}
