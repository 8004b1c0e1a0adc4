/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <base/arena.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Under AddressSanitizer the unused part of a block is poisoned, and a gap lies behind each allocation: a write past the
 * end is found here as it would be with malloc. */
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define HIDE(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define SHOW(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#define GAP ((size_t)16)
#else
#define HIDE(p, n) ((void)(p), (void)(n))
#define SHOW(p, n) ((void)(p), (void)(n))
#define GAP ((size_t)0)
#endif

#define ALIGN ((size_t)16)
#define BLOCK_MIN ((size_t)64 << 10)
#define BLOCK_MAX ((size_t)1 << 20)    /* growth stops here: a large arena wastes at most this much */
#define CEILING_DEFAULT ((size_t)256 << 20)

struct arena_block {
    struct arena_block *next;
    size_t size, used;    /* bytes behind the head */
    size_t pad;           /* keeps the content aligned: the head is 32 bytes */
};
_Static_assert(sizeof(struct arena_block) % 16 == 0 || sizeof(void *) < 8, "content of a block is aligned to 16");
#define HEAD ((sizeof(struct arena_block) + ALIGN - 1) & ~(ALIGN - 1))

static unsigned char *content(struct arena_block *b) { return (unsigned char *)b + HEAD; }

void arena_init(struct arena *a, size_t ceiling) {
    *a = (struct arena){.ceiling = ceiling ? ceiling : CEILING_DEFAULT};
}

static void block_free(struct arena_block *b) {
    SHOW(content(b), b->size);
    free(b);
}

void arena_free(struct arena *a) {
    for (struct arena_block *b = a->head, *next; b; b = next) {
        next = b->next;
        block_free(b);
    }
    a->head = NULL;
    a->used = 0;
    a->failed = false;
    a->fail_at = 0;
}

void arena_reset(struct arena *a) {
    struct arena_block *keep = a->head;
    for (struct arena_block *b = a->head; b; b = b->next)
        if (b->size > keep->size) keep = b;
    for (struct arena_block *b = a->head, *next; b; b = next) {
        next = b->next;
        if (b != keep) block_free(b);
    }
    if (keep) {
        keep->next = NULL;
        keep->used = 0;
        HIDE(content(keep), keep->size);
    }
    a->head = keep;
    a->used = 0;
    a->failed = false;
}

/* A block with room for size bytes. One made for a single large request goes behind the head, whose rest stays in use. */
static struct arena_block *block_add(struct arena *a, size_t size) {
    size_t want = a->head ? a->head->size * 2 : BLOCK_MIN;
    if (want < BLOCK_MIN) want = BLOCK_MIN;
    if (want > BLOCK_MAX) want = BLOCK_MAX;
    bool alone = a->head && size > want / 2;
    if (want < size || alone) want = size;
    struct arena_block *b = malloc(HEAD + want);
    if (!b) return NULL;
    *b = (struct arena_block){.size = want};
    HIDE(content(b), want);
    if (alone) {
        b->next = a->head->next;
        a->head->next = b;
    } else {
        b->next = a->head;
        a->head = b;
    }
    return b;
}

void *arena_alloc(struct arena *a, size_t size) {
    size_t ceiling = a->ceiling ? a->ceiling : CEILING_DEFAULT;
    if (a->fail_at > 0 && --a->fail_at == 0) goto refused;
    if (size > ceiling || a->used > ceiling) goto refused;
    size_t step = ((size ? size : 1) + ALIGN - 1) & ~(ALIGN - 1);
    if (step > ceiling - a->used) goto refused;
    struct arena_block *b = a->head;
    if (!b || b->size - b->used < step + GAP) b = block_add(a, step + GAP);
    if (!b) goto refused;
    unsigned char *p = content(b) + b->used;
    b->used += step + GAP;
    a->used += step;
    SHOW(p, size);
    memset(p, 0, size);
    return p;
refused:
    a->failed = true;
    return NULL;
}

void *arena_copy(struct arena *a, const void *p, size_t size) {
    void *copy = arena_alloc(a, size);
    if (copy && size) memcpy(copy, p, size);
    return copy;
}

char *arena_strn(struct arena *a, const char *s, size_t n) {
    char *copy = n < SIZE_MAX ? arena_alloc(a, n + 1) : NULL;
    if (copy && n) memcpy(copy, s, n);
    return copy;
}

char *arena_str(struct arena *a, const char *s) { return s ? arena_strn(a, s, strlen(s)) : NULL; }

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap) {
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    char *s = n < 0 ? NULL : arena_alloc(a, (size_t)n + 1);
    if (s) vsnprintf(s, (size_t)n + 1, fmt, again);
    va_end(again);
    return s;
}

char *arena_printf(struct arena *a, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    char *s = arena_vprintf(a, fmt, ap);
    va_end(ap);
    return s;
}
