/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arena.h - memory with one owner and one end.
 *
 * Every allocation of the program lives in an arena: one for the program, one per scene, one per frame. Memory comes
 * zeroed and aligned to 16 bytes; nothing is freed alone. An arena has a ceiling: past it (or when the system has no
 * more memory, or when the test hook says so) arena_alloc returns NULL and `failed` stays true until arena_reset, so
 * that a builder may check once at its end. */
#ifndef LK_BASE_ARENA_H
#define LK_BASE_ARENA_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena_block;
struct arena {
    struct arena_block *head;   /* newest block, owned */
    size_t used, ceiling;       /* bytes */
    bool failed;                /* an allocation was refused */
    long fail_at;               /* test hook: refuse the n-th allocation from now (1 = next); 0 = off */
};

/* ceiling in bytes, 0 = 256 MiB. Allocates nothing yet. */
void arena_init(struct arena *a, size_t ceiling);
void arena_free(struct arena *a);    /* gives everything back; the arena may be used again */
void arena_reset(struct arena *a);   /* forgets all content, keeps the largest block for reuse (frame arenas) */
void *arena_alloc(struct arena *a, size_t size);               /* zeroed; NULL on refusal; size 0 gives a valid pointer */
void *arena_copy(struct arena *a, const void *p, size_t size); /* NULL on refusal */
char *arena_str(struct arena *a, const char *s);               /* copy of a C string; NULL stays NULL */
char *arena_strn(struct arena *a, const char *s, size_t n);    /* n bytes and a terminating 0 */
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap);
#define arena_new(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))
#endif
