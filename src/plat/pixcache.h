/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pixcache.h - key -> pixels, with a ceiling in bytes. What the list now on screen uses is never thrown out, so a picture
 * cannot turn into a hole; beyond that the least recently used go first. What is made for later only takes the room of
 * what has had its day. One thread. */
#ifndef LK_PLAT_PIXCACHE_H
#define LK_PLAT_PIXCACHE_H
#include <plat/picture.h>
#include <pixman.h>

#define PIXCACHE_BYTES (72u << 20)   /* default ceiling: the scene shown, what lies over it, most of the next */

struct cached {
    uint64_t key;
    struct picture pic;
    pixman_image_t *image;    /* over pic.p; NULL for an empty picture */
    void *texture;            /* the GPU player's; NULL until it makes one */
    uint64_t used;            /* number of the frame that last asked for it */
};
struct pixcache;

/* ceiling 0 = PIXCACHE_BYTES. drop_texture (may be NULL) is called for every texture that leaves. NULL = no memory. */
struct pixcache *pixcache_open(size_t ceiling, void (*drop_texture)(void *texture));
void pixcache_close(struct pixcache *c);   /* NULL allowed */
/* A new frame begins: what the frame before used may go from now on. */
void pixcache_frame(struct pixcache *c);
/* NULL when the key is not there. The pointer stays good until the entry leaves: at least to the next pixcache_frame. */
struct cached *pixcache_get(struct pixcache *c, uint64_t key);
bool pixcache_has(const struct pixcache *c, uint64_t key);   /* does not count as use */
/* Takes over pic in every case and replaces an entry of the same key. NULL = no memory (pic is freed). */
struct cached *pixcache_put(struct pixcache *c, uint64_t key, struct picture *pic);
/* What was last used before this moment has had its day. */
void pixcache_mark(struct pixcache *c);
/* Takes over pic for later. False = there is no room for it without throwing out what was used since the mark. */
bool pixcache_keep(struct pixcache *c, uint64_t key, struct picture *pic);
bool pixcache_full(const struct pixcache *c);                /* hardly anything more can be kept */
void pixcache_clear(struct pixcache *c);
size_t pixcache_size(const struct pixcache *c);              /* bytes of pixels held */
#endif
