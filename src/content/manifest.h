/* SPDX-License-Identifier: GPL-3.0-or-later */
/* manifest.h - what a pack in one file consists of: its first entry `manifest` names every other one with size and hash, its
 * second, `manifest.sig`, may sign the first. Nothing of an archive is believed but what these two say. Pure.
 *
 *     leopard-kiosk pack 1
 *     name Amur leopard
 *     program 0.1.0
 *     HASH SIZE PATH            BLAKE2b-256 in hex (b2sum -l 256), bytes; sorted by path
 *     end 187 8400123           how many files, how many bytes: a file that was cut off has no such line
 */
#ifndef LK_CONTENT_MANIFEST_H
#define LK_CONTENT_MANIFEST_H
#include <base/str.h>
#include <port.h>

enum { MANIFEST_FORMAT = 1, MANIFEST_FILES = 5000, MANIFEST_MAX = 2 << 20, MANIFEST_NAME = 80, MANIFEST_RATIO = 100, HEX_ID = 32 };
#define MANIFEST_ONE ((long long)64 << 20)      /* bytes of one file */
#define MANIFEST_ALL ((long long)512 << 20)     /* of all together */
#define MANIFEST_ENTRY "manifest"
#define MANIFEST_SEAL "manifest.sig"

struct manifest_file { const char *path; long long size; unsigned char hash[HASH_BYTES]; };
struct manifest { const char *name, *program; struct manifest_file *files; int n; long long total; };

/* A path that a pack may hold: below scenes/, locales/, assets/ or cache/; letters, digits, '.', '_', '-'; no part begins
 * with '.' or '-'; at most 200 bytes and 8 parts. */
bool manifest_path_ok(const char *path);
/* A name for people: 1 to 80 bytes of UTF-8 without control or direction characters. */
bool manifest_name_ok(const char *name);
/* A name out of an archive, fit for a terminal: printable ASCII, at most 60 characters. */
const char *manifest_tame(struct arena *a, const char *s);
/* Sorts the files, counts their bytes, and holds them against all rules: names, sizes, two that differ only in case, a file
 * that is a folder elsewhere. False with one line in d, of `file`. */
bool manifest_settle(struct arena *a, struct manifest *m, const char *file, struct diag *d);
/* Reads and settles; files must be sorted already. False with one line in d. */
bool manifest_read(struct arena *a, const char *file, struct bytes in, struct manifest *out, struct diag *d);
void manifest_print(const struct manifest *m, struct sbuf *b);
const struct manifest_file *manifest_find(const struct manifest *m, const char *path);   /* NULL when absent */

/* ---- keys and signatures as text. Hex in, hex out. */
void hex_put(struct sbuf *b, const unsigned char *p, int n);
bool hex_get(const char *s, size_t len, unsigned char *out, int n);       /* exactly 2 n lower-case digits */
struct seal { unsigned char key[KEY_BYTES], sign[SIGN_BYTES]; };
void seal_print(const struct seal *s, struct sbuf *b);
bool seal_read(struct bytes in, struct seal *out);
enum { KEYS_MAX = 16 };
struct keys { unsigned char v[KEYS_MAX][KEY_BYTES]; int n; };
/* One public key a line, what follows it is a remark, as are lines that begin with '#'. False when any line is none, or there
 * is no key at all. */
bool keys_read(struct bytes in, struct keys *out);
#endif
