/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <base/map.h>
#include <base/str.h>
#include <string.h>

void map_init(struct map *m, struct arena *a) { *m = (struct map){.arena = a}; }

/* The slot that holds key, or the free one where it belongs. Slots hold entry index + 1; 0 = free. */
static int32_t *slot_of(const struct map *m, const char *key) {
    uint32_t mask = (uint32_t)m->nslots - 1;
    uint32_t i = (uint32_t)hash_bytes(HASH_SEED, key, strlen(key)) & mask;
    while (m->slots[i] && strcmp(m->entries[m->slots[i] - 1].key, key) != 0) i = (i + 1) & mask;
    return &m->slots[i];
}

/* Twice the room: at most half of the slots are taken, so a search always ends at a free one. */
static bool grow(struct map *m) {
    int cap = m->cap ? m->cap * 2 : 8;
    struct map_entry *entries = arena_array(m->arena, struct map_entry, cap);
    int32_t *slots = arena_array(m->arena, int32_t, cap * 2);
    if (!entries || !slots) return false;
    if (m->count) memcpy(entries, m->entries, sizeof *entries * (size_t)m->count);
    m->entries = entries;
    m->cap = cap;
    m->slots = slots;
    m->nslots = cap * 2;
    for (int i = 0; i < m->count; i++) *slot_of(m, entries[i].key) = i + 1;
    return true;
}

bool map_put(struct map *m, const char *key, void *value) {
    if (m->count == m->cap && !map_has(m, key) && !grow(m)) return false;
    int32_t *slot = slot_of(m, key);
    if (!*slot) {
        m->entries[m->count] = (struct map_entry){key, value};
        *slot = ++m->count;
    } else {
        m->entries[*slot - 1].value = value;
    }
    return true;
}

static const struct map_entry *find(const struct map *m, const char *key) {
    if (!m->count || !key) return NULL;
    int32_t slot = *slot_of(m, key);
    return slot ? &m->entries[slot - 1] : NULL;
}

void *map_get(const struct map *m, const char *key) {
    const struct map_entry *e = find(m, key);
    return e ? e->value : NULL;
}

bool map_has(const struct map *m, const char *key) { return find(m, key) != NULL; }

const char *map_nearest(const struct map *m, const char *word, struct arena *a) {
    const char **names = arena_array(a, const char *, m->count + 1);
    for (int i = 0; names && i < m->count; i++) names[i] = m->entries[i].key;
    return names ? str_nearest(word, names) : NULL;
}
