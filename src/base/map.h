/* SPDX-License-Identifier: GPL-3.0-or-later */
/* map.h - string -> pointer hash table in an arena. Keys are borrowed (they live as long as the map). Order of insertion
 * is kept: iterate entries[0..count). */
#ifndef LK_BASE_MAP_H
#define LK_BASE_MAP_H
#include <base/arena.h>
#include <stdint.h>

struct map_entry { const char *key; void *value; };
struct map {
    struct arena *arena;
    struct map_entry *entries; int count, cap;
    int32_t *slots; int nslots;
};
void map_init(struct map *m, struct arena *a);
/* Adds or replaces. False when memory was refused. */
bool map_put(struct map *m, const char *key, void *value);
void *map_get(const struct map *m, const char *key);     /* NULL when absent */
bool map_has(const struct map *m, const char *key);
/* The key that is nearest to word, as str_nearest finds it, or NULL. */
const char *map_nearest(const struct map *m, const char *word, struct arena *a);
#endif
