/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <draw/picset.h>
#include <string.h>

#define PIC_SIDE_MAX 8192

void picset_init(struct picset *s, struct arena *a) { *s = (struct picset){.arena = a}; }

static uint64_t mix_float(uint64_t h, float f) {
    uint32_t u;
    f += 0.0f; /* -0 and 0 are one wish */
    memcpy(&u, &f, sizeof u);
    return hash_u64(h, u);
}

uint64_t pic_spec_key(const struct pic_spec *s) {
    uint64_t h = hash_u64(HASH_SEED, (uint64_t)s->kind << 1 | (s->opaque ? 1u : 0u));
    h = hash_u64(h, (uint64_t)(uint32_t)s->w << 32 | (uint32_t)s->h);
    if (s->kind == PIC_ASSET) {
        rgba tint = (s->tint & 255u) ? s->tint : 0;
        h = hash_u64(h, (uint64_t)(s->mod | 255u) << 32 | tint);
        h = hash_u64(h, s->flip ? 1u : 0u);
        if (s->path) h = hash_bytes(h, s->path, strlen(s->path));
    } else {
        h = mix_float(mix_float(mix_float(h, s->scale), s->origin.x), s->origin.y);
        if (s->vec) h = hash_bytes(h, s->vec->p, s->vec->n);
    }
    return h ? h : 1; /* 0 means no picture */
}

/* The slot where the key is or would be. */
static int slot_of(const struct picset *s, uint64_t key) {
    uint64_t i = key % (uint64_t)s->nslots;
    while (s->slots[i] && s->v[s->slots[i] - 1].key != key) i = (i + 1) % (uint64_t)s->nslots;
    return (int)i;
}

static bool grow(struct picset *s) {
    int cap = s->cap ? s->cap * 2 : 64, nslots = cap * 2;
    struct pic_entry *v = arena_array(s->arena, struct pic_entry, cap);
    int32_t *slots = arena_array(s->arena, int32_t, nslots);
    if (!v || !slots) return false;
    if (s->n) memcpy(v, s->v, sizeof *v * (size_t)s->n);
    s->v = v;
    s->cap = cap;
    s->slots = slots;
    s->nslots = nslots;
    for (int i = 0; i < s->n; i++) s->slots[slot_of(s, s->v[i].key)] = i + 1;
    return true;
}

/* Copies what the spec points to, so that the builder's arena may go. */
static bool own(struct arena *a, struct pic_spec *s) {
    if (s->kind == PIC_ASSET) {
        s->vec = NULL;
        s->path = arena_str(a, s->path ? s->path : "");
        return s->path != NULL;
    }
    struct vec *v = arena_new(a, struct vec);
    if (!v) return false;
    *v = (struct vec){.arena = a};
    if (s->vec && s->vec->n) {
        v->p = arena_copy(a, s->vec->p, s->vec->n);
        if (!v->p) return false;
        v->n = v->cap = s->vec->n;
    }
    s->vec = v;
    s->path = NULL;
    return true;
}

uint64_t picset_add(struct picset *s, const struct pic_spec *spec) {
    if (spec->w < 1 || spec->h < 1 || spec->w > PIC_SIDE_MAX || spec->h > PIC_SIDE_MAX) return 0;
    uint64_t key = pic_spec_key(spec);
    if (picset_find(s, key)) return key;
    if (s->n == s->cap && !grow(s)) return 0;
    struct pic_spec copy = *spec;
    if (!own(s->arena, &copy)) return 0;
    s->v[s->n] = (struct pic_entry){key, copy};
    s->slots[slot_of(s, key)] = ++s->n;
    return key;
}

const struct pic_spec *picset_find(const struct picset *s, uint64_t key) {
    if (!s->nslots || !key) return NULL;
    int at = s->slots[slot_of(s, key)];
    return at ? &s->v[at - 1].spec : NULL;
}
