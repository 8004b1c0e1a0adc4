/* SPDX-License-Identifier: GPL-3.0-or-later */
/* str.h - strings: growing buffers, UTF-8, hashes, "did you mean". */
#ifndef LK_BASE_STR_H
#define LK_BASE_STR_H
#include <base/arena.h>
#include <stdint.h>

/* A growing string in an arena. p is always NUL-terminated after the first append and may move when it grows. When the
 * arena refuses, appends do nothing (the arena's `failed` tells). */
struct sbuf { struct arena *arena; char *p; size_t len, cap; };
void sbuf_add(struct sbuf *b, const char *s, size_t n);
void sbuf_puts(struct sbuf *b, const char *s);
void sbuf_putc(struct sbuf *b, char c);
void sbuf_printf(struct sbuf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void sbuf_utf8(struct sbuf *b, uint32_t cp);

/* Decodes one code point from s[*i..n), advances *i by 1..4. Malformed input gives 0xFFFD and advances by 1. */
uint32_t utf8_next(const char *s, size_t n, size_t *i);
int utf8_put(uint32_t cp, char out[4]);                 /* bytes written, 0 when cp is no scalar value */
/* True when the n bytes are well-formed UTF-8 (no surrogates, no overlong forms). *bad = offset of the first fault. */
bool utf8_valid(const char *s, size_t n, size_t *bad);

bool str_eq(const char *a, const char *b);              /* NULL equals only NULL */
/* Parses a whole string as a decimal number, locale-free: [-]digits[.digits]. No exponent, NaN, inf, hex, spaces. */
bool str_number(const char *s, double *out);
/* Damerau-Levenshtein distance, capped at 8; for "did you mean". */
int str_distance(const char *a, const char *b);
/* The candidate nearest to word, or NULL when none is near (distance > max(1, len/3)). names ends with NULL. */
const char *str_nearest(const char *word, const char *const *names);

#define HASH_SEED 0x9E3779B97F4A7C15ull
uint64_t hash_bytes(uint64_t seed, const void *p, size_t n);   /* 64-bit, stable over runs and machines */
static inline uint64_t hash_u64(uint64_t h, uint64_t v) { h ^= v; h *= 0xBF58476D1CE4E5B9ull; return h ^ h >> 29; }

/* Deterministic random numbers (mulberry32, the generator of the design's landscapes). State = one word. */
static inline double rng_next(uint32_t *s) {
    *s += 0x6D2B79F5u;
    uint32_t t = *s;
    t = (t ^ t >> 15) * (t | 1u);
    t ^= t + (t ^ t >> 7) * (t | 61u);
    return (double)(t ^ t >> 14) / 4294967296.0;
}
#endif
