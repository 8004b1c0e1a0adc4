/* SPDX-License-Identifier: GPL-3.0-or-later */
/* golden_compare.c - pictures beside pictures, for golden.sh.
 *
 *   golden_compare keep FRAME.png SIDE OUT.png               FRAME made smaller (longest side SIDE px), in few colours
 *   golden_compare compare FRAME.png GOLDEN.png DUMP OUT.png  shares of pixels that differ; 1 when they are too many: OUT then
 *                                                              shows golden, new and where they differ, side by side
 *   golden_compare sheet OUT.png COLUMNS PICTURE.png...       all on one sheet
 *   golden_compare screen FILE X Y W H OUT.png                cut out of the screen of Xvfb -fbdir (an XWD file)
 *
 * Pixels of texts (boxes of the text commands in DUMP) are judged apart from all others: what may change there with another
 * rasteriser of fonts is more than what another rounding of edges changes elsewhere. */
#include <base/arena.h>
#include <math.h>
#include <plat/files.h>
#include <plat/png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The tolerances, all in one place: the largest share of pixels that may differ by more than STEP of 255 in a channel.
 * Seen with the pictures kept here: other hinting 5 to 8 % of the pixels in texts; of the others cairo's FAST
 * antialiasing 0.3 %, none at all 0.7 %, BEST and another build of the program 0.00 %. An iris of another colour: 0.05 %. */
#define TOLERANCE_GLYPH 0.02     /* of the pixels in texts: rasterisation of fonts */
#define TOLERANCE_EDGE 0.0002    /* of all others: antialiasing of edges */
#define STEP 20                  /* half of QUANTUM included */
#define QUANTUM 8                /* kept pictures have 32 steps a channel: half the size */

enum { FILE_CAP = 32 << 20, PICTURES = 512, GAP = 8, SHEET_SIDE = 480, DUMP_CAP = 4 << 20 };
struct image { uint32_t *p; int w, h; };

static bool load(const char *path, struct image *out) {
    unsigned char *bytes = NULL;
    size_t n = 0;
    bool ok = files_read(path, FILE_CAP, &bytes, &n) && png_decode((struct bytes){bytes, n}, &out->p, &out->w, &out->h);
    if (!ok) fprintf(stderr, "golden_compare: '%s' is no picture that can be read\n", path);
    free(bytes);
    return ok;
}

static bool make(struct image *out, int w, int h) {
    *out = (struct image){calloc((size_t)w * (size_t)h, 4), w, h};
    return out->p != NULL;
}

static bool save(const char *path, const struct image *im) {
    if (png_save(path, im->p, im->w, im->h, im->w * 4, true)) return true;
    fprintf(stderr, "golden_compare: '%s' cannot be written\n", path);
    return false;
}

static int channel(uint32_t px, int c) { return (int)(px >> (8 * c) & 255); }

/* The mean of the k x k pixels whose first is x, y. */
static uint32_t mean(const struct image *im, int x, int y, int k) {
    uint32_t sum[3] = {0}, px = 0;
    for (int j = 0; j < k; j++)
        for (int i = 0; i < k; i++)
            for (int c = 0; c < 3; c++) sum[c] += (uint32_t)channel(im->p[(size_t)(y + j) * (size_t)im->w + (size_t)(x + i)], c);
    for (int c = 0; c < 3; c++) px |= (sum[c] + (uint32_t)(k * k) / 2) / (uint32_t)(k * k) << (8 * c);
    return px;
}

/* Smaller by a whole factor, so that nothing is resampled. */
static bool shrink(const struct image *im, int side, struct image *out) {
    int k = (im->w > im->h ? im->w : im->h) / side;
    if (k < 1 || im->w % k || im->h % k || (im->w > im->h ? im->w : im->h) != side * k) {
        fprintf(stderr, "golden_compare: %d x %d does not shrink to %d by a whole factor\n", im->w, im->h, side);
        return false;
    }
    if (!make(out, im->w / k, im->h / k)) return false;
    for (int y = 0; y < out->h; y++)
        for (int x = 0; x < out->w; x++) out->p[(size_t)y * (size_t)out->w + (size_t)x] = mean(im, x * k, y * k, k);
    return true;
}

static void quantise(struct image *im) {
    for (int i = 0; i < im->w * im->h; i++)
        im->p[i] = (im->p[i] & ~(uint32_t)((QUANTUM - 1) * 0x010101u)) | QUANTUM / 2 * 0x010101u;
}

static int keep(char **arg) {
    struct image frame = {0}, small = {0};
    bool ok = load(arg[0], &frame) && shrink(&frame, atoi(arg[1]), &small);
    if (ok) quantise(&small);
    ok = ok && save(arg[2], &small);
    free(frame.p);
    free(small.p);
    return ok ? 0 : 1;
}

/* One byte a pixel: 1 in texts. Ink may leave a box by a third of its height. scale: golden px per px of the dump. */
static unsigned char *text_mask(const char *dump, const struct image *golden, float scale) {
    unsigned char *mask = calloc((size_t)golden->w, (size_t)golden->h), *bytes = NULL;
    size_t n = 0;
    if (!mask || !files_read(dump, DUMP_CAP, &bytes, &n)) {
        free(mask);
        return NULL;
    }
    struct arena a;
    arena_init(&a, DUMP_CAP + 4096);
    const char *end;
    for (const char *s = arena_strn(&a, (const char *)bytes, n); s && *s; s = *end ? end + 1 : end) {
        int x, y, w, h;
        end = s + strcspn(s, "\n");
        if (sscanf(s, "text f%*d %*f %*x %*s base %*f %d,%d %dx%d", &x, &y, &w, &h) != 4) continue;
        int out = h / 3, x0 = (int)floorf((float)(x - out) * scale), x1 = (int)ceilf((float)(x + w + out) * scale);
        int y0 = (int)floorf((float)(y - out) * scale), y1 = (int)ceilf((float)(y + h + out) * scale);
        for (int j = y0 < 0 ? 0 : y0; j < y1 && j < golden->h; j++)
            for (int i = x0 < 0 ? 0 : x0; i < x1 && i < golden->w; i++) mask[(size_t)j * (size_t)golden->w + (size_t)i] = 1;
    }
    arena_free(&a);
    free(bytes);
    return mask;
}

static bool differs(uint32_t a, uint32_t b) {
    for (int c = 0; c < 3; c++)
        if (abs(channel(a, c) - channel(b, c)) > STEP) return true;
    return false;
}

static void put(struct image *on, const struct image *im, int x, int y) {
    for (int j = 0; j < im->h && y + j < on->h; j++)
        memcpy(on->p + (size_t)(y + j) * (size_t)on->w + (size_t)x, im->p + (size_t)j * (size_t)im->w, (size_t)im->w * 4);
}

/* Golden, new, and the new one dark with what differs in white (elsewhere) or red (in texts). */
static bool save_beside(const char *path, const struct image *golden, const struct image *fresh, const unsigned char *mask) {
    struct image all, where;
    bool across = golden->w < golden->h;
    if (!make(&where, golden->w, golden->h)) return false;
    for (int i = 0; i < where.w * where.h; i++)
        where.p[i] = differs(golden->p[i], fresh->p[i]) ? mask[i] ? 0xFF4040u : 0xFFFFFFu : fresh->p[i] >> 2 & 0x3F3F3Fu;
    int dx = across ? golden->w + GAP : 0, dy = across ? 0 : golden->h + GAP;
    bool ok = make(&all, golden->w + 2 * dx, golden->h + 2 * dy);
    if (ok) {
        put(&all, golden, 0, 0);
        put(&all, fresh, dx, dy);
        put(&all, &where, 2 * dx, 2 * dy);
        ok = save(path, &all);
    }
    free(all.p);
    free(where.p);
    return ok;
}

static bool judge(char **arg, const struct image *golden, const struct image *fresh, const unsigned char *mask) {
    long n[2] = {0}, bad[2] = {0};
    for (int i = 0; i < golden->w * golden->h; i++) {
        n[mask[i]]++;
        bad[mask[i]] += differs(golden->p[i], fresh->p[i]);
    }
    double edge = n[0] ? (double)bad[0] / (double)n[0] : 0, glyph = n[1] ? (double)bad[1] / (double)n[1] : 0;
    if (edge <= TOLERANCE_EDGE && glyph <= TOLERANCE_GLYPH) return true;
    printf("%.3f %% of its pixels differ (at most %.3f %%), in texts %.2f %% (at most %.2f %%)", edge * 100, TOLERANCE_EDGE * 100,
           glyph * 100, TOLERANCE_GLYPH * 100);
    if (save_beside(arg[3], golden, fresh, mask)) printf("; golden, new, difference: %s", arg[3]);
    printf("\n");
    return false;
}

static int compare(char **arg) {
    struct image frame = {0}, golden = {0}, fresh = {0};
    unsigned char *mask = NULL;
    bool ok = load(arg[0], &frame) && load(arg[1], &golden) && shrink(&frame, golden.w > golden.h ? golden.w : golden.h, &fresh);
    if (ok && (fresh.w != golden.w || fresh.h != golden.h)) {
        printf("its size differs: %d x %d, golden %d x %d\n", fresh.w, fresh.h, golden.w, golden.h);
        ok = false;
    }
    if (ok && !(mask = text_mask(arg[2], &golden, (float)golden.w / (float)frame.w))) {
        fprintf(stderr, "golden_compare: '%s' cannot be read\n", arg[2]);
        ok = false;
    }
    ok = ok && judge(arg, &golden, &fresh, mask);
    free(mask);
    free(fresh.p);
    free(golden.p);
    free(frame.p);
    return ok ? 0 : 1;
}

/* A picture of the sheet: SHEET_SIDE px at most. */
static bool load_small(const char *path, struct image *out) {
    struct image im = {0};
    bool ok = load(path, &im);
    if (ok && (im.w > SHEET_SIDE || im.h > SHEET_SIDE)) {
        ok = shrink(&im, SHEET_SIDE, out);
        free(im.p);
    } else {
        *out = im;
    }
    return ok;
}

/* Rows of COLUMNS; each row as high as its highest picture. */
static int sheet(char **arg, int n) {
    struct image im[PICTURES] = {0}, all = {0};
    int columns = atoi(arg[1]), w = 0, h = GAP, row = 0;
    bool ok = columns > 0 && (n -= 2) <= PICTURES;
    for (int i = 0; ok && i < n; i++) {
        ok = load_small(arg[2 + i], &im[i]);
        if (im[i].w > w) w = im[i].w;
    }
    for (int pass = 0; ok && pass < 2; pass++) {
        if (pass) ok = make(&all, columns * (w + GAP) + GAP, h);
        h = GAP;
        for (int i = 0; ok && i < n; i++) {
            if (pass) put(&all, &im[i], GAP + i % columns * (w + GAP), h);
            if (im[i].h > row) row = im[i].h;
            if (i % columns == columns - 1 || i == n - 1) { h += row + GAP; row = 0; }
        }
    }
    ok = ok && save(arg[0], &all);
    free(all.p);
    for (int i = 0; i < PICTURES; i++) free(im[i].p);
    return ok ? 0 : 1;
}

/* XWD: numbers of 32 bits, highest byte first; after header and colours the rows, here of 32 bit pixels. */
static uint32_t word_at(const unsigned char *p, int i) {
    p += 4 * i;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static int screen(char **arg) {
    enum { HEADER = 0, WIDTH = 4, HEIGHT = 5, BITS = 11, STRIDE = 12, COLOURS = 19, WORDS = 25 };
    unsigned char *file = NULL;
    size_t n = 0;
    long x = atol(arg[1]), y = atol(arg[2]), w = atol(arg[3]), h = atol(arg[4]);
    struct image im = {0};
    bool ok = files_read(arg[0], FILE_CAP, &file, &n) && n > WORDS * 4 && word_at(file, BITS) == 32;
    size_t first = ok ? word_at(file, HEADER) + (size_t)word_at(file, COLOURS) * 12 : 0, stride = ok ? word_at(file, STRIDE) : 0;
    ok = ok && x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= (long)word_at(file, WIDTH) && y + h <= (long)word_at(file, HEIGHT)
         && first + stride * word_at(file, HEIGHT) <= n && make(&im, (int)w, (int)h);
    for (long j = 0; ok && j < h; j++)
        memcpy(im.p + j * w, file + first + (size_t)(y + j) * stride + (size_t)x * 4, (size_t)w * 4);
    if (!ok) fprintf(stderr, "golden_compare: '%s' is no screen with %ld x %ld px at %ld, %ld\n", arg[0], w, h, x, y);
    ok = ok && save(arg[5], &im);
    free(im.p);
    free(file);
    return ok ? 0 : 1;
}

int main(int argc, char **argv) {
    const char *word = argc > 1 ? argv[1] : "";
    if (!strcmp(word, "keep") && argc == 5) return keep(argv + 2);
    if (!strcmp(word, "compare") && argc == 6) return compare(argv + 2);
    if (!strcmp(word, "screen") && argc == 8) return screen(argv + 2);
    if (!strcmp(word, "sheet") && argc > 4) return sheet(argv + 2, argc - 2);
    fprintf(stderr, "usage: golden_compare keep FRAME SIDE OUT | compare FRAME GOLDEN DUMP OUT | sheet OUT COLUMNS PICTURE... |\n"
                    "       golden_compare screen FILE X Y W H OUT\n");
    return 2;
}
