/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/pixcache.h>
#include <stdlib.h>
#include <string.h>

struct pixcache {
    struct cached **v; int n, cap;
    int32_t *slots; int nslots;      /* index + 1 into v; open addressing, rebuilt when entries leave */
    size_t bytes, ceiling;
    uint64_t frame, mark;
    bool full;                       /* something was refused, and there is hardly any room; until the next mark */
    void (*drop_texture)(void *texture);
};

struct pixcache *pixcache_open(size_t ceiling, void (*drop_texture)(void *texture)) {
    struct pixcache *c = calloc(1, sizeof *c);
    if (!c) return NULL;
    c->ceiling = ceiling ? ceiling : PIXCACHE_BYTES;
    c->drop_texture = drop_texture;
    c->frame = 1;
    return c;
}

static void entry_free(struct pixcache *c, struct cached *e) {
    if (e->image) pixman_image_unref(e->image);
    if (e->texture && c->drop_texture) c->drop_texture(e->texture);
    c->bytes -= picture_bytes(&e->pic);
    picture_free(&e->pic);
    free(e);
}

void pixcache_clear(struct pixcache *c) {
    for (int i = 0; i < c->n; i++) entry_free(c, c->v[i]);
    c->n = 0;
    if (c->slots) memset(c->slots, 0, sizeof *c->slots * (size_t)c->nslots);
}

void pixcache_close(struct pixcache *c) {
    if (!c) return;
    pixcache_clear(c);
    free(c->v);
    free(c->slots);
    free(c);
}

void pixcache_frame(struct pixcache *c) { c->frame++; }
void pixcache_mark(struct pixcache *c) {
    c->mark = c->frame;
    c->full = false;
}
size_t pixcache_size(const struct pixcache *c) { return c->bytes; }

static int32_t *slot_of(const struct pixcache *c, uint64_t key) {
    uint64_t i = (key ^ key >> 32) % (uint64_t)c->nslots;
    while (c->slots[i] && c->v[c->slots[i] - 1]->key != key) i = (i + 1) % (uint64_t)c->nslots;
    return &c->slots[i];
}

static struct cached *find(const struct pixcache *c, uint64_t key) {
    int32_t at = c->nslots ? *slot_of(c, key) : 0;
    return at ? c->v[at - 1] : NULL;
}

struct cached *pixcache_get(struct pixcache *c, uint64_t key) {
    struct cached *e = find(c, key);
    if (e) e->used = c->frame;
    return e;
}

bool pixcache_has(const struct pixcache *c, uint64_t key) { return find(c, key) != NULL; }

static void reindex(struct pixcache *c) {
    memset(c->slots, 0, sizeof *c->slots * (size_t)c->nslots);
    for (int i = 0; i < c->n; i++) *slot_of(c, c->v[i]->key) = i + 1;
}

static bool grow(struct pixcache *c) {
    int cap = c->cap ? c->cap * 2 : 256;
    struct cached **v = realloc(c->v, sizeof *v * (size_t)cap);
    if (!v) return false;
    c->v = v;
    int32_t *slots = realloc(c->slots, sizeof *slots * (size_t)cap * 2);
    if (!slots) return false;
    c->slots = slots;
    c->nslots = cap * 2;
    c->cap = cap;
    reindex(c);
    return true;
}

static int by_age(const void *a, const void *b) {
    uint64_t x = (*(struct cached *const *)a)->used, y = (*(struct cached *const *)b)->used;
    return x < y ? 1 : x > y ? -1 : 0; /* newest first */
}

/* Throws out the oldest of what was last used before a frame, until at most `most` bytes are held. */
static void evict(struct pixcache *c, size_t most, uint64_t before) {
    qsort(c->v, (size_t)c->n, sizeof *c->v, by_age);
    while (c->n > 0 && c->bytes > most && c->v[c->n - 1]->used < before) entry_free(c, c->v[--c->n]);
    if (c->nslots) reindex(c);
}

/* Replaces what an entry holds. */
static struct cached *renew(struct pixcache *c, struct cached *e, struct picture *pic) {
    if (e->image) pixman_image_unref(e->image);
    if (e->texture && c->drop_texture) c->drop_texture(e->texture);
    c->bytes -= picture_bytes(&e->pic);
    picture_free(&e->pic);
    e->image = NULL;
    e->texture = NULL;
    e->pic = *pic;
    if (pic->p) e->image = pixman_image_create_bits(PIXMAN_a8r8g8b8, pic->w, pic->h, pic->p, pic->w * 4);
    if (pic->p && !e->image) picture_free(&e->pic); /* no memory: an empty picture */
    c->bytes += picture_bytes(&e->pic);
    e->used = c->frame;
    *pic = (struct picture){0};
    return e;
}

struct cached *pixcache_put(struct pixcache *c, uint64_t key, struct picture *pic) {
    struct cached *e = find(c, key);
    if (!e) {
        e = c->n < c->cap || grow(c) ? calloc(1, sizeof *e) : NULL;
        if (!e) {
            picture_free(pic);
            return NULL;
        }
        e->key = key;
        int32_t *slot = slot_of(c, key);
        c->v[c->n++] = e;
        *slot = c->n;
    }
    renew(c, e, pic);
    if (c->bytes > c->ceiling) evict(c, c->ceiling - c->ceiling / 8, c->frame);
    return e;
}

bool pixcache_keep(struct pixcache *c, uint64_t key, struct picture *pic) {
    size_t n = picture_bytes(pic), room = n < c->ceiling ? c->ceiling - n : 0;
    if (c->bytes > room) evict(c, room, c->mark);
    if (c->bytes <= room) return pixcache_put(c, key, pic) != NULL;
    picture_free(pic);
    c->full = c->ceiling - c->bytes < c->ceiling / 16 || c->bytes > c->ceiling;
    return false;
}

bool pixcache_full(const struct pixcache *c) { return c->full; }
