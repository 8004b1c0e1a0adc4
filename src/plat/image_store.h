/* SPDX-License-Identifier: GPL-3.0-or-later */
/* image_store.h - the two cache folders of image.h: names of files, reading, writing, keeping them small. Any thread. */
#ifndef LK_PLAT_IMAGE_STORE_H
#define LK_PLAT_IMAGE_STORE_H
#include <plat/picture.h>
#include <port.h>

/* One rung of the ladder of a baked asset: HASH-W.png. */
struct rung { uint64_t hash; int w; };
struct rungs { struct rung *v; int n; };
/* Lists a folder once. No memory or no folder = no rungs. */
struct rungs rungs_read(const char *folder);
/* The width of the smallest rung that is at least w wide, else of the widest; 0 = the asset has none. */
int rungs_pick(const struct rungs *r, uint64_t hash, int w);

uint64_t asset_hash(const char *path);
/* KEY.lkp, else KEY.png; false = not there, or not of w x h. */
bool store_read(const char *folder, uint64_t key, int w, int h, struct picture *out);
bool store_write(const char *folder, uint64_t key, const struct picture *pic);   /* KEY.lkp */
bool store_rung_path(char *out, size_t cap, const char *folder, uint64_t hash, int w);   /* folder/HASH-W.png */
/* Deletes the oldest .lkp files of the folder until those left are at most `bytes`. */
void store_sweep(const char *folder, long long bytes);
/* Deletes every .lkp file and every rung that is not listed; the lists are sorted by this call. */
struct store_kept { uint64_t *keys; int nkeys; struct rung *rungs; int nrungs; };
void store_sweep_rest(const char *folder, struct store_kept *kept);
/* Gates and decodes an untrusted PNG. */
bool gated_png(const char *name, struct bytes in, uint32_t **pixels, int *w, int *h);
#endif
