/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flash.c - whether anything flashes: pictures of a row of moments, as WCAG 2.2 (2.3.1) judges them.
 *
 *   flash RATE FILE-%04d.png COUNT      RATE pictures a second, numbered from 0; 1 when something flashes too often
 *   flash --self                        whether it sees what flashes and what does not
 *
 * A flash is a pair of opposing changes of relative luminance by at least a tenth of the most, the darker side below 0.8, over
 * an area of at least a quarter of a 341 x 256 rectangle on a 1024 x 768 screen: here tiles of that share of the screen, which
 * overlap by half, and their mean. More than three within any second are too many. */
#include <base/arena.h>
#include <math.h>
#include <plat/files.h>
#include <plat/png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHANGE 0.1f
#define DARK 0.8f
enum { SIDE = 11, TILES = SIDE * SIDE, FLASHES = 3, CHANGES = 64, FILE_CAP = 32 << 20 };
struct tile { float low, high; int way, at[CHANGES], n; };     /* at: moments of the changes that turned round */

static float linear(int c) {
    float v = (float)c / 255;
    return v <= 0.04045f ? v / 12.92f : powf((v + 0.055f) / 1.055f, 2.4f);
}

static float luminance(const uint32_t *p, int w, int h, int tx, int ty, const float *lin) {
    int x0 = tx * w / (SIDE + 1), x1 = (tx + 2) * w / (SIDE + 1), y0 = ty * h / (SIDE + 1), y1 = (ty + 2) * h / (SIDE + 1);
    double sum = 0;
    for (int y = y0; y < y1; y++)
        for (int x = x0; x < x1; x++) {
            uint32_t c = p[(size_t)y * (size_t)w + (size_t)x];
            sum += 0.2126 * (double)lin[c >> 16 & 255] + 0.7152 * (double)lin[c >> 8 & 255] + 0.0722 * (double)lin[c & 255];
        }
    return (float)(sum / ((x1 - x0) * (y1 - y0)));
}

static void turn(struct tile *t, int way, float l, int moment) {
    t->way = way;
    t->low = t->high = l;
    if (t->n < CHANGES) t->at[t->n++] = moment;
}

/* Follows the light of a tile from one turning point to the next; what changes by less than CHANGE is none. */
static void follow(struct tile *t, float l, int moment) {
    if (t->n < 0) *t = (struct tile){.low = l, .high = l};
    bool up = l - t->low >= CHANGE && t->low < DARK, down = t->high - l >= CHANGE && l < DARK;
    if (up && t->way <= 0) turn(t, 1, l, moment);
    else if (down && t->way >= 0) turn(t, -1, l, moment);
    t->low = t->way > 0 ? l : fminf(t->low, l);
    t->high = t->way < 0 ? l : fmaxf(t->high, l);
}

/* Flashes (pairs of changes) in the second that holds most of them. */
static int worst(const struct tile *t, int rate, int *when) {
    int most = 0;
    for (int i = 0; i < t->n; i++) {
        int k = i;
        while (k + 1 < t->n && t->at[k + 1] - t->at[i] < rate) k++;
        if ((k - i + 1) / 2 > most) most = (k - i + 1) / 2, *when = t->at[i];
    }
    return most;
}

static bool look(const char *pattern, int moment, struct tile *tiles, const float *lin) {
    char path[4096];
    unsigned char *bytes = NULL;
    uint32_t *p = NULL;
    size_t n = 0;
    int w, h;
    snprintf(path, sizeof path, pattern, moment);
    bool ok = files_read(path, FILE_CAP, &bytes, &n) && png_decode((struct bytes){bytes, n}, &p, &w, &h);
    if (!ok) fprintf(stderr, "flash: '%s' is no picture that can be read\n", path);
    for (int i = 0; ok && i < TILES; i++) follow(&tiles[i], luminance(p, w, h, i % SIDE, i / SIDE, lin), moment);
    free(bytes);
    free(p);
    return ok;
}

/* Light that goes on and off `often` times a second, fifteen pictures a second. */
static int seen(int often) {
    struct tile t = {.n = -1};
    int at = 0;
    for (int i = 0; i < 60; i++) follow(&t, i * often * 2 / 15 % 2 ? 0.6f : 0.1f, i);
    return worst(&t, 15, &at);
}

int main(int argc, char **argv) {
    static struct tile tiles[TILES];
    float lin[256];
    int rate = argc == 4 ? atoi(argv[1]) : 0, count = argc == 4 ? atoi(argv[3]) : 0, most = 0, where = 0, when = 0;
    if (argc == 2 && strcmp(argv[1], "--self") == 0) return !(seen(5) > FLASHES && seen(2) <= FLASHES && seen(0) == 0);
    if (rate < 8 || count < 2) { fprintf(stderr, "usage: flash RATE FILE-%%04d.png COUNT\n"); return 2; }
    for (int i = 0; i < 256; i++) lin[i] = linear(i);
    for (int i = 0; i < TILES; i++) tiles[i].n = -1;
    for (int i = 0; i < count; i++)
        if (!look(argv[2], i, tiles, lin)) return 2;
    for (int i = 0; i < TILES; i++) {
        int at = 0, n = worst(&tiles[i], rate, &at);
        if (n > most) most = n, where = i, when = at;
    }
    printf("%d flashes in the worst second (tile %d,%d of %d, from %.1f s)\n", most, where % SIDE, where / SIDE, SIDE, (double)when / rate);
    return most > FLASHES;
}
