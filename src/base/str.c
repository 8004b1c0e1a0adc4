/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <base/str.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- growing strings */

/* Room for n more bytes and the terminating 0. After a refusal the text never grows again: it has no holes. */
static bool room(struct sbuf *b, size_t n) {
    if (b->arena->failed || n > SIZE_MAX / 4 || b->len > SIZE_MAX / 4) return false;
    if (b->len + n + 1 <= b->cap) return true;
    size_t cap = b->cap ? b->cap * 2 : 64;
    while (cap < b->len + n + 1) cap *= 2;
    char *grown = arena_alloc(b->arena, cap);
    if (!grown) return false;
    if (b->len) memcpy(grown, b->p, b->len);
    b->p = grown;
    b->cap = cap;
    return true;
}

void sbuf_add(struct sbuf *b, const char *s, size_t n) {
    if (!room(b, n)) return;
    if (n) memcpy(b->p + b->len, s, n);
    b->len += n;
    b->p[b->len] = 0;
}

void sbuf_puts(struct sbuf *b, const char *s) { sbuf_add(b, s ? s : "", s ? strlen(s) : 0); }
void sbuf_putc(struct sbuf *b, char c) { sbuf_add(b, &c, 1); }

void sbuf_printf(struct sbuf *b, const char *fmt, ...) {
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    if (n >= 0 && room(b, (size_t)n)) {
        vsnprintf(b->p + b->len, (size_t)n + 1, fmt, again);
        b->len += (size_t)n;
    }
    va_end(again);
    va_end(ap);
}

void sbuf_utf8(struct sbuf *b, uint32_t cp) {
    char s[4];
    sbuf_add(b, s, (size_t)utf8_put(cp, s));
}

/* ---- UTF-8 */

/* Length of the well-formed sequence at s[0..n), 0 when malformed (RFC 3629: shortest form, no surrogates). */
static int sequence(const unsigned char *s, size_t n, uint32_t *cp) {
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    *cp = s[0];
    if (s[0] < 0x80) return 1;
    int len = s[0] >= 0xF0 && s[0] < 0xF8 ? 4 : s[0] >= 0xE0 && s[0] < 0xF0 ? 3 : s[0] >= 0xC0 && s[0] < 0xE0 ? 2 : 0;
    if (!len || n < (size_t)len) return 0;
    uint32_t c = s[0] & (0x7Fu >> len);
    for (int k = 1; k < len; k++) {
        if ((s[k] & 0xC0) != 0x80) return 0;
        c = c << 6 | (s[k] & 0x3Fu);
    }
    if (c < least[len] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return 0;
    *cp = c;
    return len;
}

uint32_t utf8_next(const char *s, size_t n, size_t *i) {
    uint32_t cp = 0xFFFD;
    int len = *i < n ? sequence((const unsigned char *)s + *i, n - *i, &cp) : 0;
    *i += len ? (size_t)len : 1;
    return len ? cp : 0xFFFD;
}

int utf8_put(uint32_t cp, char out[4]) {
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) return 0;
    int len = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    if (len == 1) {
        out[0] = (char)cp;
        return 1;
    }
    static const unsigned lead[5] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (int k = len - 1; k > 0; k--, cp >>= 6) out[k] = (char)(0x80u | (cp & 0x3Fu));
    out[0] = (char)(lead[len] | cp);
    return len;
}

bool utf8_valid(const char *s, size_t n, size_t *bad) {
    for (size_t i = 0; i < n;) {
        uint32_t cp;
        int len = sequence((const unsigned char *)s + i, n - i, &cp);
        if (!len) {
            if (bad) *bad = i;
            return false;
        }
        i += (size_t)len;
    }
    return true;
}

/* ---- comparing and reading */

bool str_eq(const char *a, const char *b) { return a && b ? strcmp(a, b) == 0 : a == b; }

/* Up to 18 digits are kept exactly; more of them before the point only scale, after it they change nothing. */
bool str_number(const char *s, double *out) {
    bool minus = *s == '-';
    if (minus) s++;
    uint64_t digits = 0;
    int kept = 0, scale = 0;
    bool point = false;
    if (!(*s >= '0' && *s <= '9')) return false;
    for (; *s; s++) {
        if (*s == '.' && !point && s[1]) {
            point = true;
            continue;
        }
        if (*s < '0' || *s > '9') return false;
        if (kept < 18) {
            digits = digits * 10 + (uint64_t)(*s - '0');
            kept += digits > 0;
            scale += point;
        } else if (!point && --scale < -400) {
            return false;
        }
    }
    long double v = digits, ten = 1;
    for (int k = scale < 0 ? -scale : scale; k > 0; k--) ten *= 10;
    v = scale < 0 ? v * ten : v / ten;
    double d = (double)(minus && digits ? -v : v);
    if (!isfinite(d)) return false;
    *out = d;
    return true;
}

#define WORD_MAX 64
#define FAR 8

/* Optimal string alignment over three rows; a swap of neighbours counts as one. */
int str_distance(const char *a, const char *b) {
    size_t na = strlen(a), nb = strlen(b);
    if (na > WORD_MAX || nb > WORD_MAX) return strcmp(a, b) == 0 ? 0 : FAR;
    int row[3][WORD_MAX + 1], *two = row[0], *one = row[1], *now = row[2];
    memset(row, 0, sizeof row);
    for (size_t j = 0; j <= nb; j++) one[j] = (int)j;
    for (size_t i = 1; i <= na; i++) {
        now[0] = (int)i;
        for (size_t j = 1; j <= nb; j++) {
            int best = one[j - 1] + (a[i - 1] != b[j - 1]);
            if (one[j] + 1 < best) best = one[j] + 1;
            if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && two[j - 2] + 1 < best) best = two[j - 2] + 1;
            now[j] = best;
        }
        int *spare = two;
        two = one;
        one = now;
        now = spare;
    }
    return one[nb] < FAR ? one[nb] : FAR;
}

const char *str_nearest(const char *word, const char *const *names) {
    int limit = (int)(strlen(word) / 3), best = FAR;
    const char *found = NULL;
    if (limit < 1) limit = 1;
    if (limit > FAR - 1) limit = FAR - 1;
    for (; *names; names++) {
        int d = str_distance(word, *names);
        if (d <= limit && d < best) {
            best = d;
            found = *names;
        }
    }
    return found;
}

/* ---- hash: the XXH64 construction (Y. Collet's published algorithm), written for little words read byte by byte so that
 * every machine gets the same value. */
#define P1 0x9E3779B185EBCA87ull
#define P2 0xC2B2AE3D27D4EB4Full
#define P3 0x165667B19E3779F9ull
#define P4 0x85EBCA77C2B2AE63ull
#define P5 0x27D4EB2F165667C5ull

static uint64_t rotl(uint64_t v, int by) { return v << by | v >> (64 - by); }

static uint64_t read_le(const unsigned char *p, int n) {
    uint64_t v = 0;
    for (int k = 0; k < n; k++) v |= (uint64_t)p[k] << 8 * k;
    return v;
}

static uint64_t lane(uint64_t acc, uint64_t v) { return rotl(acc + v * P2, 31) * P1; }

uint64_t hash_bytes(uint64_t seed, const void *data, size_t n) {
    const unsigned char *p = data;
    uint64_t h = seed + P5;
    size_t left = n;
    if (left >= 32) {
        uint64_t v[4] = {seed + P1 + P2, seed + P2, seed, seed - P1};
        for (; left >= 32; left -= 32)
            for (int k = 0; k < 4; k++, p += 8) v[k] = lane(v[k], read_le(p, 8));
        h = rotl(v[0], 1) + rotl(v[1], 7) + rotl(v[2], 12) + rotl(v[3], 18);
        for (int k = 0; k < 4; k++) h = (h ^ lane(0, v[k])) * P1 + P4;
    }
    h += n;
    for (; left >= 8; left -= 8, p += 8) h = rotl(h ^ lane(0, read_le(p, 8)), 27) * P1 + P4;
    if (left >= 4) {
        h = rotl(h ^ read_le(p, 4) * P1, 23) * P2 + P3;
        p += 4;
        left -= 4;
    }
    for (; left; left--, p++) h = rotl(h ^ *p * P5, 11) * P1;
    h = (h ^ h >> 33) * P2;
    h = (h ^ h >> 29) * P3;
    return h ^ h >> 32;
}
