/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/assets_gate.h>
#include <string.h>

struct jpeg {
    struct pos at;
    struct diag *d;
    struct bytes in;
    size_t i; /* next byte */
    int frames, scans, parts;
    bool progressive;
    struct jpeg_part { int id, across, down, quant; } part[3];
    bool quant[4], huff[2][4];    /* tables that have come: [0] for DC, [1] for AC */
    bool end;
    struct asset_info info;
};

static bool refuse(struct jpeg *j, const char *why) {
    diag_error(j->d, j->at, "damaged JPEG: %s (copy or export it again)", why);
    return false;
}

static int be16(const unsigned char *p) { return p[0] << 8 | p[1]; }

/* ---- tables: the decoder gives up on any that is not as it must be */

static bool take_quant(struct jpeg *j, const unsigned char *p, size_t n) {
    while (n > 0) {
        int id = p[0] & 15, wide = p[0] >> 4;
        size_t size = 1 + 64 * (size_t)(1 + wide);
        if (id > 3 || wide > 1 || size > n) return refuse(j, "wrong quantisation table");
        j->quant[id] = true;
        p += size;
        n -= size;
    }
    return true;
}

/* Sixteen counts of codes by their length, then a symbol for each: no more than there are codes, and never all ones. */
static bool take_huffman(struct jpeg *j, const unsigned char *p, size_t n) {
    while (n > 0) {
        int id = p[0] & 15, ac = p[0] >> 4, symbols = 0, room = 1;
        bool good = id <= 3 && ac <= 1 && n >= 17;
        for (int len = 1; good && len <= 16; len++) {
            symbols += p[len];
            room = 2 * room - p[len];
            good = room >= (p[len] > 0) && symbols <= 256;
        }
        good = good && 17 + (size_t)symbols <= n;
        for (int i = 0; good && !ac && i < symbols; i++) good = p[17 + i] <= 15;
        if (!good) return refuse(j, "wrong code table");
        j->huff[ac][id] = true;
        p += 17 + symbols;
        n -= 17 + (size_t)symbols;
    }
    return true;
}

/* ---- frame and scans */

/* SOF0..2: baseline, extended, progressive. p: the segment after its length. */
static bool take_frame(struct jpeg *j, const unsigned char *p, size_t n) {
    if (j->frames++) return refuse(j, "second frame");
    if (n < 6) return refuse(j, "cut off");
    j->parts = p[5];
    if (p[0] != 8 || (j->parts != 1 && j->parts != 3)) {
        diag_error(j->d, j->at, "JPEG of %d bits and %d colours (export it as 8 bit RGB or grey)", p[0], j->parts);
        return false;
    }
    if (n != 6 + 3 * (size_t)j->parts) return refuse(j, "frame of a wrong length");
    for (int i = 0; i < j->parts; i++, p += 3) {
        struct jpeg_part *c = &j->part[i];
        *c = (struct jpeg_part){p[6], p[7] >> 4, p[7] & 15, p[8]};
        if (c->across < 1 || c->across > 4 || c->down < 1 || c->down > 4 || c->quant > 3) return refuse(j, "wrong sampling");
        for (int k = 0; k < i; k++)
            if (j->part[k].id == c->id) return refuse(j, "a colour twice");
    }
    p -= 3 * j->parts;
    j->info = (struct asset_info){ASSET_JPEG, (float)be16(p + 3), (float)be16(p + 1)};
    return gate_size(j->at, j->info.w, j->info.h, j->d);
}

/* p: one byte for each colour, its tables; then the range of coefficients and bits. */
static bool check_scan(struct jpeg *j, const unsigned char *p) {
    int n = p[0], blocks = 0, from = p[1 + 2 * n], to = p[2 + 2 * n], high = p[3 + 2 * n] >> 4, low = p[3 + 2 * n] & 15;
    bool whole = !j->progressive, dc = whole || from == 0, ac = whole || from > 0;
    for (int i = 0; i < n; i++) {
        const struct jpeg_part *c = NULL;
        int d = p[2 + 2 * i] >> 4, a = p[2 + 2 * i] & 15;
        for (int k = 0; k < j->parts && !c; k++)
            if (j->part[k].id == p[1 + 2 * i]) c = &j->part[k];
        for (int k = 0; c && k < i; k++)
            if (p[1 + 2 * k] == c->id) return false;
        if (!c || !j->quant[c->quant]) return false;
        if ((dc && high == 0 && (d > 3 || !j->huff[0][d])) || (ac && (a > 3 || !j->huff[1][a]))) return false;
        blocks += c->across * c->down;
    }
    if (n > 1 && blocks > 10) return false;
    if (whole) return true;
    return (from == 0 ? to == 0 : n == 1 && to >= from && to <= 63) && low <= 13 && (high == 0 || low == high - 1);
}

/* After a scan's head come entropy-coded bytes up to the next marker that is no restart and no stuffed zero. */
static bool take_scan(struct jpeg *j, const unsigned char *p, size_t n) {
    if (!j->frames) return refuse(j, "scan before the frame");
    if (++j->scans > GATE_JPEG_SCANS) return refuse(j, "more than 64 scans");
    if (n < 1 || p[0] < 1 || p[0] > j->parts || n != 4 + 2 * (size_t)p[0] || !check_scan(j, p))
        return refuse(j, "wrong scan");
    while (j->i + 1 < j->in.n) {
        const unsigned char *s = j->in.p + j->i;
        if (s[0] == 0xFF && s[1] != 0 && s[1] != 0xFF && !(s[1] >= 0xD0 && s[1] <= 0xD7)) return true;
        j->i++;
    }
    return refuse(j, "cut off");
}

static unsigned tiff(const unsigned char *p, int size, bool little) {
    unsigned v = 0;
    for (int k = 0; k < size; k++) v |= (unsigned)p[k] << 8 * (little ? k : size - 1 - k);
    return v;
}

/* SDL_image shows the pixels as they are stored: a turned camera gives a turned picture. */
static void warn_turned(struct jpeg *j, const unsigned char *p, size_t n) {
    if (n < 14 || memcmp(p, "Exif\0\0", 6) != 0) return;
    p += 6;
    n -= 6;
    bool little = p[0] == 'I';
    size_t at = tiff(p + 4, 4, little);
    if (at > n - 2) return;
    unsigned count = tiff(p + at, 2, little);
    for (at += 2; count > 0 && n >= 12 && at <= n - 12; count--, at += 12) {
        if (tiff(p + at, 2, little) != 0x0112) continue;
        unsigned turn = tiff(p + at + 8, 2, little);
        if (turn > 1)
            diag_warn(j->d, j->at, "the camera's orientation %u is not read (turn the picture and save it)", turn);
        return;
    }
}

static bool take_segment(struct jpeg *j, int marker) {
    if (j->in.n - j->i < 2) return refuse(j, "cut off");
    size_t n = (size_t)be16(j->in.p + j->i);
    if (n < 2 || n > j->in.n - j->i) return refuse(j, "segment longer than the file");
    const unsigned char *p = j->in.p + j->i + 2;
    j->i += n;
    n -= 2;
    j->progressive |= marker == 0xC2;
    if (marker >= 0xC0 && marker <= 0xC2) return take_frame(j, p, n);
    if (marker == 0xDB) return take_quant(j, p, n);
    if (marker == 0xC4) return take_huffman(j, p, n);
    if (marker == 0xDD && n != 2) return refuse(j, "wrong restart interval");
    if (marker == 0xDA) return take_scan(j, p, n);
    if (marker == 0xE1) warn_turned(j, p, n);
    bool plain =
        marker == 0xDD || marker == 0xFE || (marker >= 0xE0 && marker <= 0xEF);
    return plain || refuse(j, marker > 0xC2 && marker < 0xD0 ? "a kind of coding that is not read" : "unknown segment");
}

static bool take_marker(struct jpeg *j) {
    if (j->in.p[j->i] != 0xFF) return refuse(j, "bytes between its segments");
    while (j->i < j->in.n && j->in.p[j->i] == 0xFF) j->i++;
    if (j->i >= j->in.n) return refuse(j, "cut off");
    int marker = j->in.p[j->i++];
    if (marker != 0xD9) return take_segment(j, marker);
    j->end = true;
    if (!j->scans) return refuse(j, "picture data are missing");
    return j->i == j->in.n || refuse(j, "bytes after its end");
}

bool gate_jpeg(const char *path, struct bytes in, struct asset_info *out, struct diag *d) {
    struct jpeg j = {.at = {path, 0, 0}, .d = d, .in = in, .i = 2};
    while (!j.end)
        if (j.i >= in.n ? !refuse(&j, "cut off") : !take_marker(&j)) return false;
    *out = j.info;
    return true;
}
