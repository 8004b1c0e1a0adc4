/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lint_pixels.c - contrast of letters against the pixels that they really stand on. */
#include <command/lint.h>

enum {
    NEAR = 2, SQUARE = 16, SQUARE_LEAST = 60 /* px about letters that make a square count */, PERCENT = 5,
    BINS = 211 /* ratios 1.0, 1.1 ... 22.0 */, INK_SEEN = 128, INK_SURE = 154, SURE_LEAST = 20 /* px of letters in a square that is counted as gone */, OFF = 40
};
#define LARGE 32.0f
#define LARGE_BOLD 24.0f

static float linear(uint32_t byte) {
    float c = (float)byte / 255;
    return c <= 0.04045f ? c / 12.92f : powf((c + 0.055f) / 1.055f, 2.4f);
}
static float light(uint32_t rgb) {
    return 0.2126f * linear(rgb >> 16 & 255u) + 0.7152f * linear(rgb >> 8 & 255u) + 0.0722f * linear(rgb & 255u);
}
static float ratio(float a, float b) { return a > b ? (a + 0.05f) / (b + 0.05f) : (b + 0.05f) / (a + 0.05f); }
float lint_ratio(uint32_t a, uint32_t b) { return ratio(light(a), light(b)); }
float lint_needed(float px, bool bold) { return px >= LARGE || (bold && px >= LARGE_BOLD) ? 3 : 4.5f; }

static uint32_t laid_on(uint32_t ground, rgba ink, float cover) {
    return rgba_mix(ground << 8 | 255u, ink | 255u, cover * (float)(ink & 255u) / 255) >> 8;
}

/* Which pixels of a square have a letter within NEAR: each row widened first, then each column; every pixel is read once. */
struct vicinity { uint8_t at[SQUARE][SQUARE]; };
static void widen(const struct lint_pixels *px, struct ibox b, int y, uint8_t *out) {
    uint8_t seen[SQUARE + 2 * NEAR] = {0};
    int from = b.x - NEAR > 0 ? b.x - NEAR : 0, to = b.x + b.w + NEAR < px->w ? b.x + b.w + NEAR : px->w;
    const uint32_t *row = px->mask + y * px->stride;
    for (int x = from; x < to; x++) seen[x - b.x + NEAR] = (row[x] >> px->shift & 255u) >= INK_SEEN;
    for (int x = 0; x < b.w; x++)
        for (int k = 0; k <= 2 * NEAR; k++) out[x] |= seen[x + k];
}

static bool letters_near(const struct lint_pixels *px, struct ibox b, struct vicinity *v) {
    uint8_t rows[SQUARE + 2 * NEAR][SQUARE] = {{0}};
    bool any = false;
    for (int y = 0; y < b.h + 2 * NEAR; y++)
        if (b.y + y - NEAR >= 0 && b.y + y - NEAR < px->h) widen(px, b, b.y + y - NEAR, rows[y]);
    for (int y = 0; y < b.h; y++)
        for (int x = 0; x < b.w; x++) {
            uint8_t near = 0;
            for (int k = 0; k <= 2 * NEAR; k++) near |= rows[y + k][x];
            v->at[y][x] = near;
            any |= near;
        }
    return any;
}

static bool differs(uint32_t a, uint32_t b) {
    for (int s = 0; s < 24; s += 8) {
        int d = (int)(a >> s & 255u) - (int)(b >> s & 255u);
        if (d > OFF || d < -OFF) return true;
    }
    return false;
}

/* bright: linear() of each byte, since there are thousands of pixels about a word. */
struct tally { int bins[BINS], n, sure, off, gone; float worst, bright[256]; };

static float bright(const struct tally *t, uint32_t rgb) {
    return 0.2126f * t->bright[rgb >> 16 & 255u] + 0.7152f * t->bright[rgb >> 8 & 255u] + 0.0722f * t->bright[rgb & 255u];
}

/* Letters under something that was drawn later are hidden: what hides them is not their ground. */
static bool hidden(const struct lint_pixels *px, struct ibox b, rgba ink, struct tally *t) {
    int sure = 0, off = 0;
    for (int y = b.y; y < b.y + b.h; y++)
        for (int x = b.x; x < b.x + b.w; x++) {
            uint32_t cover = px->mask[y * px->stride + x] >> px->shift & 255u, ground = px->bare[y * px->stride + x] & 0xFFFFFFu;
            if (cover < INK_SURE) continue;
            sure++;
            off += differs(px->full[y * px->stride + x] & 0xFFFFFFu, laid_on(ground, ink, (float)cover / 255));
        }
    t->sure += sure;
    t->off += off;
    if (sure >= SURE_LEAST && off * 10 >= sure * 9) t->gone++;
    return off * 10 > sure;
}

static void square(const struct lint_pixels *px, struct ibox b, rgba ink, struct tally *t) {
    float under = 0, over = 0;
    struct vicinity near;
    int n = 0;
    if (!letters_near(px, b, &near) || hidden(px, b, ink, t)) return;
    for (int y = b.y; y < b.y + b.h; y++)
        for (int x = b.x; x < b.x + b.w; x++) {
            uint32_t ground = px->bare[y * px->stride + x] & 0xFFFFFFu;
            if (!near.at[y - b.y][x - b.x]) continue;
            float g = bright(t, ground), i = bright(t, laid_on(ground, ink, 1));
            int bin = (int)((ratio(g, i) - 1) * 10);
            t->bins[bin < BINS ? bin : BINS - 1]++;
            under += g, over += i;
            n++;
        }
    t->n += n;
    if (n >= SQUARE_LEAST) t->worst = fminf(t->worst, ratio(under / (float)n, over / (float)n));
}

struct lint_look lint_look(const struct lint_pixels *px, struct ibox box, rgba ink) {
    struct tally t = {.worst = 21};
    struct lint_look out = {0, 21, 0, 0};
    for (uint32_t i = 0; i < 256; i++) t.bright[i] = linear(i);
    box = ibox_and(box, (struct ibox){0, 0, px->w, px->h});
    for (int y = box.y; y < box.y + box.h; y += SQUARE)
        for (int x = box.x; x < box.x + box.w; x += SQUARE)
            square(px, ibox_and(box, (struct ibox){x, y, SQUARE, SQUARE}), ink, &t);
    out.hidden = t.sure ? (float)t.off / (float)t.sure : 0;
    out.gone = (float)(t.gone * SQUARE * SQUARE);
    out.samples = t.n + t.sure;
    if (t.n == 0) return out;
    int seen = 0, bin = 0;
    while (bin < BINS && (seen += t.bins[bin]) * 100 <= t.n * PERCENT) bin++;
    out.contrast = fminf(t.worst, 1 + (float)bin / 10 + 0.05f);
    return out;
}
