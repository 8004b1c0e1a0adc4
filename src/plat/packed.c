/* SPDX-License-Identifier: GPL-3.0-or-later */
/* packed.c - the house's own picture file: a head of 14 words and the pixels, coded as in QOI (runs, small differences, a
 * table of 64 recent pixels) over premultiplied ARGB32, and then by zstd, which finds what repeats (paper grain is a tile).
 * What PNG needs 40 ms for takes a few. */
#include <plat/picture.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#define MAGIC 0x32504B4Cu /* "LKP2" */
#define HEAD (14 * 4)
#define LEVEL 6
#define SIDE_MAX 16384

enum { OP_INDEX = 0x00, OP_DIFF = 0x40, OP_LUMA = 0x80, OP_RUN = 0xC0, OP_RGB = 0xFE, OP_ARGB = 0xFF };

static unsigned slot(uint32_t c) { return (c ^ c >> 7 ^ c >> 15 ^ c >> 22) & 63u; }

uint32_t picture_sum(const unsigned char *p, size_t n) { /* Adler-like, 4 bytes at a time */
    uint64_t a = 1, b = 0;
    for (; n >= 4; p += 4, n -= 4) {
        uint32_t v;
        memcpy(&v, p, 4);
        a += v;
        b += a;
    }
    for (; n; n--) b += a += *p++;
    return (uint32_t)(a ^ a >> 32) ^ (uint32_t)(b ^ b >> 32) * 31u;
}

static unsigned char *code_pixel(unsigned char *o, uint32_t c, uint32_t last, uint32_t *seen) {
    unsigned s = slot(c);
    if (seen[s] == c) {
        *o++ = (unsigned char)(OP_INDEX | s);
        return o;
    }
    seen[s] = c;
    if (c >> 24 != last >> 24) {
        *o++ = OP_ARGB;
        memcpy(o, &c, 4);
        return o + 4;
    }
    signed char dr = (signed char)((c >> 16) - (last >> 16)), dg = (signed char)((c >> 8) - (last >> 8));
    signed char db = (signed char)(c - last);
    signed char rg = (signed char)(dr - dg), bg = (signed char)(db - dg);
    if (dr >= -2 && dr <= 1 && dg >= -2 && dg <= 1 && db >= -2 && db <= 1) {
        *o++ = (unsigned char)(OP_DIFF | (dr + 2) << 4 | (dg + 2) << 2 | (db + 2));
    } else if (dg >= -32 && dg <= 31 && rg >= -8 && rg <= 7 && bg >= -8 && bg <= 7) {
        *o++ = (unsigned char)(OP_LUMA | (dg + 32));
        *o++ = (unsigned char)((rg + 8) << 4 | (bg + 8));
    } else {
        *o++ = OP_RGB;
        *o++ = (unsigned char)(c >> 16);
        *o++ = (unsigned char)(c >> 8);
        *o++ = (unsigned char)c;
    }
    return o;
}

static unsigned char *code(unsigned char *o, const uint32_t *p, size_t n) {
    uint32_t seen[64] = {0}, last = 0;
    for (size_t i = 0; i < n;) {
        size_t run = 0;
        while (i + run < n && run < 62 && p[i + run] == last) run++;
        if (run) {
            *o++ = (unsigned char)(OP_RUN | (run - 1));
            i += run;
            continue;
        }
        o = code_pixel(o, p[i], last, seen);
        last = p[i++];
    }
    return o;
}

bool picture_pack(const struct picture *pic, struct packed *out) {
    size_t n = (size_t)pic->w * (size_t)pic->h, most = ZSTD_compressBound(n * 5);
    unsigned char *raw = malloc(n * 5 + 1);
    *out = (struct packed){malloc(HEAD + most), 0};
    size_t nraw = raw ? (size_t)(code(raw, pic->p, n) - raw) : 0;
    size_t small = raw && out->p ? ZSTD_compress(out->p + HEAD, most, raw, nraw, LEVEL) : 0;
    free(raw);
    if (small == 0 || ZSTD_isError(small)) {
        free(out->p);
        out->p = NULL;
        return false;
    }
    out->n = HEAD + small;
    const uint32_t head[HEAD / 4] = {MAGIC, (uint32_t)pic->full_w, (uint32_t)pic->full_h, (uint32_t)pic->x, (uint32_t)pic->y,
                                     (uint32_t)pic->w, (uint32_t)pic->h, (uint32_t)pic->solid.x, (uint32_t)pic->solid.y,
                                     (uint32_t)pic->solid.w, (uint32_t)pic->solid.h, (uint32_t)small,
                                     picture_sum(out->p + HEAD, small), (uint32_t)nraw};
    memcpy(out->p, head, HEAD);
    unsigned char *fit = realloc(out->p, out->n);
    if (fit) out->p = fit;
    return true;
}

static uint32_t add(uint32_t c, int dr, int dg, int db) {
    return (c & 0xFF000000u) | ((c + ((uint32_t)dr << 16)) & 0xFF0000u) | ((c + ((uint32_t)dg << 8)) & 0xFF00u) |
           ((c + (uint32_t)db) & 0xFFu);
}

/* Decodes exactly n pixels from exactly the bytes up to end. */
static bool decode(const unsigned char *in, const unsigned char *end, uint32_t *p, size_t n) {
    uint32_t seen[64] = {0}, c = 0;
    for (size_t i = 0; i < n;) {
        if (in >= end) return false;
        unsigned op = *in++;
        if (op >= OP_RUN && op < OP_RGB) {
            size_t run = (op & 63u) + 1;
            if (run > n - i) return false;
            for (; run; run--) p[i++] = c;
            continue;
        }
        if (op < OP_DIFF) {
            p[i++] = c = seen[op];
            continue;
        }
        if (op < OP_LUMA) {
            c = add(c, (int)(op >> 4 & 3u) - 2, (int)(op >> 2 & 3u) - 2, (int)(op & 3u) - 2);
        } else if (op < OP_RUN) {
            if (end - in < 1) return false;
            int dg = (int)(op & 63u) - 32;
            c = add(c, dg + (int)(*in >> 4) - 8, dg, dg + (int)(*in & 15u) - 8);
            in++;
        } else if (op == OP_RGB) {
            if (end - in < 3) return false;
            c = (c & 0xFF000000u) | (uint32_t)in[0] << 16 | (uint32_t)in[1] << 8 | in[2];
            in += 3;
        } else {
            if (end - in < 4) return false;
            memcpy(&c, in, 4);
            in += 4;
        }
        seen[slot(c)] = c;
        p[i++] = c;
    }
    return in == end;
}

static bool inside(int at, int len, int whole) { return at >= 0 && len >= 0 && at <= whole - len; }

/* Pixels of the n bytes at p, which hold nraw when they are expanded. NULL = damaged, or no memory. */
static uint32_t *expand(const unsigned char *p, size_t n, size_t nraw, size_t pixels) {
    unsigned char *raw = nraw <= pixels * 5 && pixels / 62 <= nraw ? malloc(nraw + 1) : NULL; /* no more than pixels can take */
    uint32_t *out = raw && ZSTD_decompress(raw, nraw, p, n) == nraw ? malloc(pixels * 4) : NULL;
    if (out && !decode(raw, raw + nraw, out, pixels)) {
        free(out);
        out = NULL;
    }
    free(raw);
    return out;
}

bool picture_unpack(const unsigned char *p, size_t n, int w, int h, struct picture *out) {
    int32_t head[HEAD / 4];
    *out = (struct picture){0};
    if (n < HEAD) return false;
    memcpy(head, p, HEAD);
    struct picture pic = {.full_w = head[1], .full_h = head[2], .x = head[3], .y = head[4], .w = head[5], .h = head[6],
                          .solid = {head[7], head[8], head[9], head[10]}};
    if ((uint32_t)head[0] != MAGIC || w < 1 || w > SIDE_MAX || h < 1 || h > SIDE_MAX || pic.full_w != w || pic.full_h != h ||
        !inside(pic.x, pic.w, pic.full_w) || !inside(pic.y, pic.h, pic.full_h) || !inside(pic.solid.x, pic.solid.w, pic.w) ||
        !inside(pic.solid.y, pic.solid.h, pic.h) || (uint32_t)head[11] != n - HEAD || (uint32_t)head[12] != picture_sum(p + HEAD, n - HEAD))
        return false;
    size_t pixels = (size_t)pic.w * (size_t)pic.h;
    if (pixels && !(pic.p = expand(p + HEAD, n - HEAD, (uint32_t)head[13], pixels))) return false;
    *out = pic;
    return true;
}
