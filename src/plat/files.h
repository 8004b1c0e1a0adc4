/* SPDX-License-Identifier: GPL-3.0-or-later */
/* files.h - the real file system behind port_files, files written in one piece, folders of the user, the log on stderr. */
#ifndef LK_PLAT_FILES_H
#define LK_PLAT_FILES_H
#include <port.h>

/* A pack folder. Paths below it only: no absolute path, no "..", no backslash, no control character, at most 255 bytes; links
 * are followed only while they stay inside; only regular files are read. All calls may come from several threads. */
struct files;
/* False with one line in d when root is no folder that can be read. Heap. */
struct files *files_open(const char *root, struct diag *d);
void files_close(struct files *f);              /* NULL allowed */
struct port_files files_port(struct files *f);  /* borrows f */
/* Differs when the file was changed. */
struct stat;
uint64_t files_stamp(const struct stat *st);
/* Opens a regular file of at most cap bytes by the same rules, for whoever reads piece by piece; -1 with one line in d. */
int files_fd(struct files *f, const char *path, size_t cap, size_t *n, struct diag *d);
/* True when the path obeys the rules above (also used by the silent twin). */
bool files_path_ok(const char *path);

/* Writes path in one piece: into a file beside it, then renamed over it. durable: on disk before it returns (settings,
 * never caches). False leaves the old file untouched. */
bool files_write(const char *path, const void *p, size_t n, bool durable);
/* Reads a whole file outside of the pack (at most cap bytes) into malloc'ed memory. */
bool files_read(const char *path, size_t cap, unsigned char **out, size_t *n);
/* Makes a folder and those above it, for this user alone. True when it is there afterwards. */
bool files_make_folder(const char *path);

/* $XDG_CACHE_HOME/app or ~/.cache/app, $XDG_CONFIG_HOME/app, $XDG_DATA_HOME/app. NULL when neither variable is an absolute
 * path. In the arena. Makes nothing. */
enum user_folder { USER_CACHE, USER_CONFIG, USER_DATA };
char *files_user_folder(struct arena *a, enum user_folder which, const char *app);

/* Lines "leopard-kiosk: warning: text" on stderr, each in one write. */
struct port_log log_stderr(void);
#endif
