/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/assets.h>
#include <string.h>

/* The sound gate: Ogg Vorbis. Every page must be whole by its own checksum (RFC 3533), the first packet must be Vorbis, and
 * the length must be what a kiosk needs: a decoder that reads such a file ends, and takes known memory. */

enum { PAGE_HEAD = 27, FIRST_PACKET = 30, RATE_MIN = 8000, RATE_MAX = 48000, SECONDS_MAX = 120 };
struct page { size_t at, body, end; int64_t granule; };

static uint32_t le32(const unsigned char *p) { return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24; }

/* The checksum of a page: polynomial 0x04c11db7, counted as if its own four bytes were 0. */
static uint32_t page_sum(const unsigned char *p, size_t n) {
    uint32_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum ^= (uint32_t)(i >= 22 && i < 26 ? 0 : p[i]) << 24;
        for (int k = 0; k < 8; k++) sum = sum & 0x80000000u ? sum << 1 ^ 0x04c11db7u : sum << 1;
    }
    return sum;
}

static const char *read_page(struct bytes in, struct page *p) {
    const unsigned char *h = in.p + p->at;
    if (in.n - p->at < PAGE_HEAD) return "cut off";
    if (memcmp(h, "OggS", 4) != 0 || h[4] != 0) return "not Ogg Vorbis";
    size_t segments = h[26];
    if (in.n - p->at < PAGE_HEAD + segments) return "cut off";
    p->body = p->at + PAGE_HEAD + segments;
    p->end = p->body;
    for (size_t i = 0; i < segments; i++) p->end += h[PAGE_HEAD + i];
    if (p->end > in.n) return "cut off";
    if (page_sum(h, p->end - p->at) != le32(h + 22)) return "wrong checksum";
    p->granule = (int64_t)((uint64_t)le32(h + 10) << 32 | le32(h + 6));
    return NULL;
}

static const char *fault(struct bytes in) {
    struct page p = {0};
    int64_t last = 0;
    uint32_t rate = 0, serial = 0;
    bool ended = false;
    while (p.at < in.n) {
        const char *bad = read_page(in, &p);
        if (bad) return bad;
        const unsigned char *first = in.p + p.body;
        if (!rate) {
            if (p.end - p.body < FIRST_PACKET || memcmp(first, "\1vorbis", 7) != 0) return "not Ogg Vorbis";
            if (first[11] < 1 || first[11] > 2) return "neither mono nor stereo";
            rate = le32(first + 12);
            serial = le32(in.p + p.at + 14);
            if (rate < RATE_MIN || rate > RATE_MAX) return "sample rate outside of 8000 to 48000";
        } else if (le32(in.p + p.at + 14) != serial) {
            return "several streams in one file";
        }
        if (p.granule > last) last = p.granule;
        ended = (in.p[p.at + 5] & 4) != 0;
        p.at = p.end;
    }
    if (!rate) return "empty";
    if (!ended) return "cut off";
    return last > (int64_t)rate * SECONDS_MAX ? "longer than 120 seconds" : NULL;
}

bool sound_gate(const char *path, struct bytes in, struct diag *d) {
    const char *what = fault(in);
    if (what) diag_error(d, (struct pos){path, 0, 0}, "damaged sound: %s (export it as Ogg Vorbis again)", what);
    return what == NULL;
}

bool sound_probe(struct arena *a, const struct port_files *files, const char *path, struct diag *d) {
    struct bytes in;
    const char *full = arena_printf(a, "assets/%s", path);
    return full && files->read(files->ctx, full, SOUND_MAX, a, &in, d) && sound_gate(full, in, d);
}
