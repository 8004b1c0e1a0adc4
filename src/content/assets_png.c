/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/assets_gate.h>
#include <string.h>

/* Rules P1 and P3: a chunk walk that checks every length and checksum refuses all files that hang or bomb libpng. */

#define TAG(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))
enum { SIGNATURE = 8, FRAME = 12 /* length, type, checksum */ };

static uint32_t be32(const unsigned char *p) { return TAG(p[0], p[1], p[2], p[3]); }

struct crc {
    uint32_t table[256];
};

static void crc_init(struct crc *c) {
    for (uint32_t n = 0; n < 256; n++) {
        uint32_t v = n;
        for (int k = 0; k < 8; k++) v = v & 1 ? 0xEDB88320u ^ v >> 1 : v >> 1;
        c->table[n] = v;
    }
}

static uint32_t crc_of(const struct crc *c, const unsigned char *p, size_t n) {
    uint32_t v = 0xFFFFFFFFu;
    for (size_t i = 0; i < n; i++) v = c->table[(v ^ p[i]) & 255u] ^ v >> 8;
    return ~v;
}

struct chunk {
    uint32_t type;
    const unsigned char *data;
    size_t n;
};

struct png {
    struct pos at;
    struct diag *d;
    struct bytes in;
    int depth, colour; /* of IHDR */
    size_t palette;    /* colours in PLTE, 0 = none yet */
    size_t data;       /* bytes in IDAT */
    int chunks;
    bool trns, idat, idat_over, end;
};

static bool refuse(struct png *p, const char *why) {
    diag_error(p->d, p->at, "damaged PNG: %s (copy or export it again)", why);
    return false;
}

static bool legal(int depth, int colour) {
    bool low = depth == 1 || depth == 2 || depth == 4;
    if (colour == 0) return low || depth == 8 || depth == 16;
    if (colour == 3) return low || depth == 8;
    return (colour == 2 || colour == 4 || colour == 6) && (depth == 8 || depth == 16);
}

static bool take_head(struct png *p, const struct chunk *c, struct asset_info *out) {
    if (c->n != 13) return refuse(p, "header of a wrong length");
    double w = be32(c->data), h = be32(c->data + 4);
    p->depth = c->data[8];
    p->colour = c->data[9];
    if (!legal(p->depth, p->colour)) return refuse(p, "no such bit depth and colour type");
    if (c->data[10] || c->data[11] || c->data[12] > 1) return refuse(p, "unknown compression, filter or interlacing");
    if (!gate_size(p->at, w, h, p->d)) return false;
    *out = (struct asset_info){ASSET_PNG, (float)w, (float)h};
    return true;
}

static bool take_palette(struct png *p, const struct chunk *c) {
    if (p->palette || p->idat || p->trns) return refuse(p, "palette in a wrong place");
    if (c->n == 0 || c->n % 3 || c->n > 768 || p->colour == 0 || p->colour == 4) return refuse(p, "wrong palette");
    p->palette = c->n / 3;
    if (p->colour == 3 && p->palette > (size_t)1 << p->depth) return refuse(p, "palette of too many colours");
    return true;
}

static bool take_transparency(struct png *p, const struct chunk *c) {
    if (p->trns || p->idat) return refuse(p, "transparency in a wrong place");
    bool fits = p->colour == 0 ? c->n == 2 : p->colour == 2 ? c->n == 6 : p->colour == 3 && c->n && c->n <= p->palette;
    p->trns = true;
    return fits || refuse(p, "wrong transparency");
}

static bool take_data(struct png *p, const struct chunk *c) {
    if (p->idat_over) return refuse(p, "picture data in several places");
    if (p->colour == 3 && !p->palette) return refuse(p, "palette is missing");
    p->idat = true;
    p->data += c->n;
    return true;
}

static bool take_chunk(struct png *p, const struct chunk *c, struct asset_info *out) {
    bool first = p->chunks++ == 0;
    if (first != (c->type == TAG('I', 'H', 'D', 'R'))) return refuse(p, first ? "header is missing" : "second header");
    if (p->idat && c->type != TAG('I', 'D', 'A', 'T')) p->idat_over = true;
    switch (c->type) {
    case TAG('I', 'H', 'D', 'R'): return take_head(p, c, out);
    case TAG('P', 'L', 'T', 'E'): return take_palette(p, c);
    case TAG('t', 'R', 'N', 'S'): return take_transparency(p, c);
    case TAG('I', 'D', 'A', 'T'): return take_data(p, c);
    case TAG('I', 'E', 'N', 'D'):
        p->end = true;
        if (c->n) return refuse(p, "wrong end");
        return (p->data > 0) || refuse(p, "picture data are missing");
    default: return (c->type >> 24 & 0x20) || refuse(p, "unknown chunk that it says is needed");
    }
}

/* The chunk at offset *i of the file; false past the end. Does not look at the checksum. */
static bool next_chunk(struct bytes in, size_t *i, struct chunk *c) {
    if (in.n - *i < FRAME) return false;
    size_t n = be32(in.p + *i);
    if (n > in.n - *i - FRAME) return false;
    *c = (struct chunk){be32(in.p + *i + 4), in.p + *i + 8, n};
    *i += FRAME + n;
    return true;
}

static bool letters(uint32_t type) {
    for (int s = 0; s < 32; s += 8) {
        uint32_t c = (type >> s & 255u) | 0x20u;
        if (c < 'a' || c > 'z') return false;
    }
    return true;
}

bool gate_png(const char *path, struct bytes in, struct asset_info *out, struct diag *d) {
    struct png p = {.at = {path, 0, 0}, .d = d, .in = in};
    struct crc crc;
    struct asset_info info = {0};
    crc_init(&crc);
    for (size_t i = SIGNATURE; i < in.n;) {
        struct chunk c;
        if (p.end) return refuse(&p, "bytes after its end");
        if (!next_chunk(in, &i, &c)) return refuse(&p, "cut off");
        if (!letters(c.type)) return refuse(&p, "chunk without a name");
        if (crc_of(&crc, c.data - 4, c.n + 4) != be32(c.data + c.n)) return refuse(&p, "wrong checksum");
        if (!take_chunk(&p, &c, &info)) return false;
    }
    if (!p.end) return refuse(&p, "cut off");
    *out = info;
    return true;
}

static bool kept(uint32_t type) {
    return type == TAG('I', 'H', 'D', 'R') || type == TAG('P', 'L', 'T', 'E') || type == TAG('t', 'R', 'N', 'S') ||
           type == TAG('I', 'D', 'A', 'T') || type == TAG('I', 'E', 'N', 'D');
}

struct bytes png_strip(struct arena *a, struct bytes in) {
    unsigned char *p = in.n >= SIGNATURE ? arena_alloc(a, in.n + 1) : NULL;
    if (!p) return (struct bytes){0};
    memcpy(p, in.p, SIGNATURE);
    size_t n = SIGNATURE, i = SIGNATURE;
    struct chunk c;
    for (size_t from = i; next_chunk(in, &i, &c); from = i) {
        if (!kept(c.type)) continue;
        memcpy(p + n, in.p + from, i - from);
        n += i - from;
    }
    return (struct bytes){p, n};
}
