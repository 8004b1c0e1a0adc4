/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/picture.h>
#include <stdlib.h>
#include <string.h>

void picture_free(struct picture *pic) {
    free(pic->p);
    *pic = (struct picture){0};
}

static bool row_empty(const uint32_t *p, int w) {
    for (int i = 0; i < w; i++)
        if (p[i]) return false;
    return true;
}

static bool row_opaque(const uint32_t *p, int w) {
    uint32_t all = 0xFF000000u;
    for (int i = 0; i < w; i++) all &= p[i];
    return all == 0xFF000000u;
}

/* The box of pixels that are not wholly transparent. */
static struct ibox ink_box(const uint32_t *p, int w, int h) {
    int y0 = 0, y1 = h, x0 = w, x1 = 0;
    while (y0 < y1 && row_empty(p + (size_t)y0 * (size_t)w, w)) y0++;
    while (y1 > y0 && row_empty(p + (size_t)(y1 - 1) * (size_t)w, w)) y1--;
    for (int y = y0; y < y1; y++) {
        const uint32_t *row = p + (size_t)y * (size_t)w;
        int a = 0, b = w;
        while (a < x0 && !row[a]) a++;
        while (b > x1 && !row[b - 1]) b--;
        if (a < x0) x0 = a;
        if (b > x1) x1 = b;
    }
    return x1 > x0 ? (struct ibox){x0, y0, x1 - x0, y1 - y0} : (struct ibox){0, 0, 0, 0};
}

static struct ibox solid_band(const uint32_t *p, int w, int h) {
    int best = 0, best_y = 0, run = 0;
    for (int y = 0; y < h; y++) {
        run = row_opaque(p + (size_t)y * (size_t)w, w) ? run + 1 : 0;
        if (run > best) {
            best = run;
            best_y = y - run + 1;
        }
    }
    return (struct ibox){0, best_y, best ? w : 0, best};
}

void picture_take(struct picture *out, uint32_t *full, int w, int h) {
    *out = (struct picture){.full_w = w, .full_h = h};
    struct ibox b = ink_box(full, w, h);
    if (ibox_empty(b)) {
        free(full);
        return;
    }
    uint32_t *cut = b.w == w && b.h == h ? NULL : malloc((size_t)b.w * (size_t)b.h * 4);
    if (!cut) {
        b = (struct ibox){0, 0, w, h};
        cut = full;
    } else {
        for (int y = 0; y < b.h; y++)
            memcpy(cut + (size_t)y * (size_t)b.w, full + (size_t)(b.y + y) * (size_t)w + b.x, (size_t)b.w * 4);
        free(full);
    }
    out->p = cut;
    out->x = b.x;
    out->y = b.y;
    out->w = b.w;
    out->h = b.h;
    out->solid = solid_band(cut, b.w, b.h);
}
