/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bake_blur.c - soft shadows: three box blurs in a row, each a running sum, first along the rows and then along the
 * columns (all columns side by side, so that memory is walked in order). */
#include <plat/bake.h>
#include <stdlib.h>
#include <string.h>

#define SIGMA_MAX 200.0f

/* Width of the box whose threefold use comes close to a gaussian (SVG's feGaussianBlur). */
static int box_width(float sigma) { return (int)(fminf(sigma, SIGMA_MAX) * 1.8799712f + 0.5f); }

int bake_blur_reach(float sigma) { return sigma > 0 ? 3 * (box_width(sigma) / 2 + 1) : 0; }

/* One box blur of n bytes that stand `step` apart; src and dst differ. Even boxes lean by `lean` (0 or 1). */
static void box_row(const unsigned char *src, unsigned char *dst, int n, int d, int lean) {
    int before = d / 2 - (d % 2 == 0 ? lean : 0), after = d - 1 - before;
    uint32_t scale = (1u << 24) / (uint32_t)d, total = 0;
    for (int i = -before; i <= after; i++) total += src[i < 0 ? 0 : i >= n ? n - 1 : i];
    for (int i = 0; i < n; i++) {
        dst[i] = (unsigned char)((total * (uint64_t)scale + (1u << 23)) >> 24);
        int in = i + after + 1, gone = i - before;
        total += src[in >= n ? n - 1 : in];
        total -= src[gone < 0 ? 0 : gone];
    }
}

/* The same down the columns, for a whole band of `wide` columns at once. */
static void box_columns(const unsigned char *src, unsigned char *dst, int wide, int n, int stride, int d, int lean,
                        uint32_t *total) {
    int before = d / 2 - (d % 2 == 0 ? lean : 0), after = d - 1 - before;
    uint32_t scale = (1u << 24) / (uint32_t)d;
    memset(total, 0, sizeof *total * (size_t)wide);
    for (int i = -before; i <= after; i++) {
        const unsigned char *row = src + (size_t)(i < 0 ? 0 : i >= n ? n - 1 : i) * (size_t)stride;
        for (int x = 0; x < wide; x++) total[x] += row[x];
    }
    for (int i = 0; i < n; i++) {
        int in = i + after + 1 >= n ? n - 1 : i + after + 1, gone = i - before < 0 ? 0 : i - before;
        const unsigned char *a = src + (size_t)in * (size_t)stride, *b = src + (size_t)gone * (size_t)stride;
        unsigned char *o = dst + (size_t)i * (size_t)stride;
        for (int x = 0; x < wide; x++) {
            o[x] = (unsigned char)((total[x] * (uint64_t)scale + (1u << 23)) >> 24);
            total[x] += (uint32_t)a[x] - b[x];
        }
    }
}

bool bake_blur(unsigned char *mask, int w, int h, int stride, float sigma) {
    int d = sigma > 0 ? box_width(sigma) : 0;
    if (d < 2 || w < 1 || h < 1) return true;
    unsigned char *other = malloc((size_t)stride * (size_t)h);
    uint32_t *total = malloc(sizeof *total * (size_t)w);
    if (other && total) {
        for (int y = 0; y < h; y++) {
            unsigned char *a = mask + (size_t)y * (size_t)stride, *b = other + (size_t)y * (size_t)stride;
            box_row(a, b, w, d, 0);
            box_row(b, a, w, d, 1);
            box_row(a, b, w, d | 1, 0);
        }
        box_columns(other, mask, w, h, stride, d, 0, total);
        box_columns(mask, other, w, h, stride, d, 1, total);
        box_columns(other, mask, w, h, stride, d | 1, 0, total);
    }
    bool ok = other && total;
    free(other);
    free(total);
    return ok;
}
