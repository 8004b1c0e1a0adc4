/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store.h - the packs that were installed on this machine: a folder each, named by the hash of its manifest, and one small
 * file `state` that says which is shown. To switch is to rename a new `state` over the old one: a power cut leaves either. */
#ifndef LK_COMMAND_STORE_H
#define LK_COMMAND_STORE_H
#include <command/host.h>
#include <content/manifest.h>

enum { STORE_TRIES = 2, STORE_PROVEN = -1 };   /* so many starts may end before home was shown (a power cut is no fault) */
struct store_state {
    char current[HEX_ID + 1], before[HEX_ID + 1];   /* "" = the pack that came with the program */
    int trial;                           /* starts of the current one so far; STORE_PROVEN: its home was shown */
};
/* Text of the file `state`. False when it is none. Pure. */
bool store_state_read(struct bytes in, struct store_state *out);
void store_state_print(const struct store_state *s, struct sbuf *b);
/* One back: for good, because of a fault (the program's own then waits behind), or by hand (again = forth, to a pack that is
 * proven: what stands in `before` always is). Pure. */
struct store_state store_state_back(const struct store_state *s, bool fault);

struct store { const struct host *h; const struct port_packs *p; struct arena *a; const char *folder; };
/* folder NULL = the user's own. False, with a line when `make`, when there is none (or it cannot be made). */
bool store_open(struct store *s, const struct host *h, struct arena *a, const char *folder, bool make);
/* Where nothing was installed yet: the program's own, proven. False with one line in d when the file is damaged (then, too). */
bool store_get(const struct store *s, struct store_state *out, struct diag *d);
bool store_put(const struct store *s, const struct store_state *state);
const char *store_path(const struct store *s, const char *id);
/* The manifest of an installed pack, held against its id. */
bool store_manifest(const struct store *s, const char *id, struct manifest *m, struct diag *d);
/* Every file is the one that was installed, as far as a start has time to see: prepared pictures carry sums of their own, and
 * of what is larger than STORE_QUICK (films, which may break while they are shown) nothing is read. */
#define STORE_STATE "state"
#define STORE_QUICK ((long long)4 << 20)
bool store_intact(const struct store *s, const char *id, struct diag *d);
/* "'Amur leopard' (0123456789ab)", or "the program's own pack". */
const char *store_call(const struct store *s, const char *id);
#endif
