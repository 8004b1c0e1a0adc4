/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/stock.h>
#include <plat/jobs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORKERS 2

struct stock {
    struct stock_options o;
    struct pixcache *cache;
    struct jobs *jobs;
    struct films *films;
    const struct picset *const *sets; int nsets;
    uint64_t unknown[16]; int nunknown;   /* keys already complained of, a ring */
    long late;
};

struct stock *stock_open(const struct stock_options *o) {
    struct stock *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->o = *o;
    s->cache = pixcache_open(o->cache_bytes, o->drop_texture);
    s->jobs = jobs_open(o->images, WORKERS);
    s->films = films_open(&(struct films_options){o->films, o->log, o->exact, o->drop_texture});
    if (s->cache && s->jobs && s->films) return s;
    stock_close(s);
    return NULL;
}

void stock_close(struct stock *s) {
    if (!s) return;
    jobs_close(s->jobs);
    pixcache_close(s->cache);
    films_close(s->films);
    free(s);
}

void stock_frame(struct stock *s, const struct picset *const *sets, int nsets) {
    s->sets = sets;
    s->nsets = nsets;
    pixcache_frame(s->cache);
    films_frame(s->films);
}

static const struct pic_spec *wish(const struct stock *s, uint64_t key) {
    for (int i = 0; i < s->nsets; i++) {
        const struct pic_spec *spec = s->sets[i] ? picset_find(s->sets[i], key) : NULL;
        if (spec) return spec;
    }
    return NULL;
}

static void complain(struct stock *s, uint64_t key) {
    char line[120];
    for (size_t i = 0; i < sizeof s->unknown / sizeof *s->unknown; i++)
        if (s->unknown[i] == key) return;
    s->unknown[s->nunknown++ % (int)(sizeof s->unknown / sizeof *s->unknown)] = key;
    if (!s->o.log.line) return;
    snprintf(line, sizeof line, "picture %016llx is in no picture set (it is left out)", (unsigned long long)key);
    s->o.log.line(s->o.log.ctx, 1, line);
}

static struct cached *get_picture(struct stock *s, uint64_t key) {
    struct picture pic;
    struct cached *e = pixcache_get(s->cache, key);
    if (e) return e;
    s->late++;
    if (!jobs_take(s->jobs, key, &pic)) {
        const struct pic_spec *spec = wish(s, key);
        if (!spec) {
            complain(s, key);
            return NULL;
        }
        images_make(s->o.images, key, spec, &pic);
    }
    return pixcache_put(s->cache, key, &pic);
}

static uint64_t text_key(const struct draw_cmd *c) {
    uint32_t px;
    memcpy(&px, &c->px, sizeof px);
    uint64_t h = hash_u64(HASH_SEED ^ 0x74657874u, (uint64_t)px << 32 | c->color);
    h = hash_u64(h, (uint64_t)(uint32_t)c->face << 1 | (c->rtl ? 1u : 0u));
    return hash_bytes(h, c->text, c->len);
}

/* A run as a picture whose 0,0 is the pen on the baseline. */
static struct picture run_picture(struct text_image *t) {
    struct picture pic;
    size_t row = (size_t)t->w * 4;
    if (!t->pixels || t->w < 1 || t->h < 1) {
        free(t->pixels);
        return (struct picture){0};
    }
    for (int y = 1; (size_t)t->stride != row && y < t->h; y++)
        memmove((char *)t->pixels + (size_t)y * row, (char *)t->pixels + (size_t)y * (size_t)t->stride, row);
    picture_take(&pic, t->pixels, t->w, t->h);
    pic.x += t->left;
    pic.y -= t->ascent;
    return pic;
}

static struct cached *get_text(struct stock *s, const struct draw_cmd *c) {
    struct text_image image = {0};
    if (!s->o.fonts) return NULL;
    uint64_t key = text_key(c);
    struct cached *e = pixcache_get(s->cache, key);
    if (e) return e;
    if (!fonts_render(s->o.fonts, c->face, c->px, c->text, c->len, c->rtl, c->color, &image)) image = (struct text_image){0};
    struct picture pic = run_picture(&image);
    return pixcache_put(s->cache, key, &pic);
}

static struct cached *get_film(struct stock *s, const struct draw_cmd *c) {
    return films_get(s->films, c->text, c->len, c->box.w, c->box.h, c->at);
}

struct cached *stock_get(struct stock *s, const struct draw_cmd *c) {
    struct cached *e = c->kind == DRAW_TEXT ? get_text(s, c) : c->kind == DRAW_FILM ? get_film(s, c) : get_picture(s, c->key);
    return e && e->image ? e : NULL;
}

void stock_want(struct stock *s, const struct draw_cmd *c) {
    if (c->kind != DRAW_PICTURE || pixcache_has(s->cache, c->key)) return;
    const struct pic_spec *spec = wish(s, c->key);
    if (spec) jobs_add(s->jobs, c->key, spec, true);
}

bool stock_covers(const struct stock *s, const struct draw_cmd *c) {
    const struct pic_spec *spec = c->kind == DRAW_PICTURE && c->alpha == 255 ? wish(s, c->key) : NULL;
    return c->kind == DRAW_FILL ? (c->color & 255u) == 255u : spec && spec->opaque;
}

void stock_prepare_start(struct stock *s, const struct picset *set) {
    for (int i = 0; i < set->n; i++)
        if (!pixcache_get(s->cache, set->v[i].key) && !pixcache_full(s->cache)) jobs_add(s->jobs, set->v[i].key, &set->v[i].spec, false);
}

int stock_prepare_poll(struct stock *s, int wait_ms) {
    uint64_t key;
    struct picture pic;
    for (; jobs_take_any(s->jobs, wait_ms, &key, &pic); wait_ms = 0)
        if (!pixcache_keep(s->cache, key, &pic) && pixcache_full(s->cache)) jobs_cut(s->jobs);
    return jobs_pending(s->jobs);
}

void stock_prepare_cut(struct stock *s) {
    jobs_cut(s->jobs);
    pixcache_mark(s->cache);
}

void stock_forget(struct stock *s) { pixcache_clear(s->cache); }
size_t stock_bytes(const struct stock *s) { return pixcache_size(s->cache); }
const char *stock_film_lost(struct stock *s) { return films_lost(s->films); }
long stock_late(const struct stock *s) { return s->late; }
