/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack.h - the parts of the command `pack`: pictures, one file, a stick, a store. Each prints its own lines and gives the
 * exit code. */
#ifndef LK_COMMAND_PACK_H
#define LK_COMMAND_PACK_H
#include <command/setup.h>
#include <command/store.h>
#include <command/options.h>

struct pack_opts {
    const char *pack, *cache; struct many size, locale; int threads; bool bake, quiet, ladder;
    const char *archive, *name, *sign, *keys, *verify, *install, *store; bool rollback, list;
};

/* pack.c: the pack's pictures into the folder. */
bool pack_bake(const struct host *h, const struct pack_opts *o, struct setup *s, const char *folder);

/* pack_make.c. pack_list: the files of an opened pack with size and hash, settled; `cache`: prepared pictures too. False with
 * one line in d. */
bool pack_list(struct setup *s, bool cache, struct manifest *m, struct diag *d);
int pack_archive(const struct host *h, const struct pack_opts *o, struct setup *s);
int pack_keys(const struct host *h, const char *name);

/* pack_unpack.c: an archive, held against its manifest while it is read. */
struct incoming {
    const char *file;                    /* the archive */
    long long size;                      /* its bytes */
    struct manifest m;
    char id[HEX_ID + 1];
    bool sealed, trusted;                /* signed; by a key of the store */
    struct seal seal;
    struct bytes text, seal_text;        /* the two first entries as they are */
};
/* Reads all of it, into the new folder `to` (NULL: nowhere). keys: those a site trusts; NULL = any, or none. False with one
 * line in d. */
bool pack_unpack(const struct store *s, const char *file, const struct keys *keys, const char *to, struct incoming *in, struct diag *d);
/* The keys that the store trusts: NULL in *keys when it asks for none. False with a line in d when they cannot be read. */
bool pack_trusted(const struct store *s, const struct keys **keys, struct diag *d);
void pack_tell(const struct host *h, const struct incoming *in);      /* name, size, signature: two lines */
int pack_verify(const struct host *h, const struct pack_opts *o);

/* pack_report.c: what a new pack changes. */
struct pack_past { struct manifest m; struct map facts; };            /* of the pack that is shown now; facts: id -> its figures */
bool pack_remember(const struct store *s, const char *id, struct pack_past *past);
void pack_report(struct setup *fresh, const struct incoming *in, const struct pack_past *past);
/* Prints what check found: lacking translations only as a number a language. True when nothing else is wrong. */
bool pack_checked(struct setup *s);

/* pack_install.c */
int pack_install(const struct host *h, const struct pack_opts *o);
int pack_rollback(const struct host *h, const struct pack_opts *o);
int pack_stored(const struct host *h, const struct pack_opts *o);
#endif
