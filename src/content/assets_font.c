/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/assets.h>

/* A font that was cut off or flipped still opens, and shows empty places instead of letters. Every table must lie inside of
 * the file, and the file must have the sum that its table 'head' makes it have. */

#define TAG(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))
enum { HEAD = 12, ROW = 16, TABLES_MAX = 64, HEAD_SUM = 8 /* of the table 'head': the word that makes the sum */ };
#define FILE_SUM 0xB1B0AFBAu

static uint32_t be32(const unsigned char *p) { return TAG(p[0], p[1], p[2], p[3]); }

/* All words of four bytes together, the last one filled with zeros. */
static uint32_t sum_of(struct bytes in) {
    uint32_t sum = 0;
    size_t i = 0;
    for (; i + 4 <= in.n; i += 4) sum += be32(in.p + i);
    for (size_t k = 0; i + k < in.n; k++) sum += (uint32_t)in.p[i + k] << (24 - 8 * (int)k);
    return sum;
}

static const char *fault(struct bytes in) {
    const unsigned char *adjust = NULL;
    if (in.n < HEAD) return "cut off";
    uint32_t kind = be32(in.p);
    size_t n = (size_t)in.p[4] << 8 | in.p[5];
    if (kind != 0x00010000 && kind != TAG('O', 'T', 'T', 'O') && kind != TAG('t', 'r', 'u', 'e')) return "not TrueType or OpenType";
    if (n < 1 || n > TABLES_MAX) return "wrong count of tables";
    if (in.n < HEAD + n * ROW) return "cut off";
    for (size_t i = 0; i < n; i++) {
        const unsigned char *row = in.p + HEAD + i * ROW;
        size_t from = be32(row + 8), length = be32(row + 12);
        if (from > in.n || length > in.n - from) return "cut off";
        if (be32(row) == TAG('h', 'e', 'a', 'd') && length >= HEAD_SUM + 4) adjust = in.p + from + HEAD_SUM;
    }
    if (!adjust) return "table 'head' is missing";
    return FILE_SUM - (sum_of(in) - be32(adjust)) == be32(adjust) ? NULL : "wrong checksum";
}

bool font_gate(const char *path, struct bytes in, struct diag *d) {
    const char *why = fault(in);
    if (why) diag_error(d, (struct pos){path, 0, 0}, "damaged font: %s (copy it again)", why);
    return !why;
}
