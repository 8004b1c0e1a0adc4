/* SPDX-License-Identifier: GPL-3.0-or-later */
/* packs.h - packs in one file on the real machine: tar and zstd by libarchive, hashes and signatures by libsodium, a store's
 * folders. The only files that know these libraries. */
#ifndef LK_PLAT_PACKS_H
#define LK_PLAT_PACKS_H
#include <port.h>

/* NULL when libsodium does not start. */
const struct port_packs *packs_port(void);

/* archive_write.c, archive_read.c, store_files.c */
bool archive_make(const char *path, const struct pack_source *src, struct diag *d);
struct unpack *unpack_open(const char *path, long long *size, struct diag *d);
int unpack_next(struct unpack *u, struct unpack_entry *e, struct diag *d);
bool unpack_read(struct unpack *u, long long size, struct arena *a, struct bytes *out, struct diag *d);
bool unpack_write(struct unpack *u, long long size, const char *to, unsigned char hash[HASH_BYTES], struct diag *d);
void unpack_close(struct unpack *u);
bool store_save(const char *path, const void *p, size_t n);
bool store_save_secret(const char *path, const void *p, size_t n);
int store_lock(const char *folder);
void store_unlock(int lock);
bool store_settle(const char *from, const char *to);
bool store_remove(const char *folder);
const char **store_folders(const char *folder, struct arena *a, int *n);
#endif
