/* SPDX-License-Identifier: GPL-3.0-or-later */
/* films.h - films while they are shown: each is decoded by a thread of its own, a few pictures ahead. The player asks for the
 * picture of a moment and never waits for it (unless `exact`: pictures made without a window are always the same). What is no
 * longer painted is let go. All calls come from one thread. */
#ifndef LK_PLAT_FILMS_H
#define LK_PLAT_FILMS_H
#include <plat/files.h>
#include <plat/pixcache.h>

struct films_options {
    struct files *files;              /* borrowed; NULL = no films */
    struct port_log log;
    bool exact;
    void (*drop_texture)(void *texture);
};
struct films;
struct films *films_open(const struct films_options *o);   /* NULL = no memory */
void films_close(struct films *f);                         /* NULL allowed */
/* A new picture of the screen begins: films that the one before did not show may go. */
void films_frame(struct films *f);
/* What film assets/PATH shows at `at` ms, w x h px; the picture before while that one is not ready, NULL while there is none
 * (what lies below is seen) or after damage. Good until the next call. */
struct cached *films_get(struct films *f, const char *path, size_t len, int w, int h, int at);
/* A film that broke since the last call, once each; NULL = none. */
const char *films_lost(struct films *f);

/* port_films of a pack: ctx is its struct files. A film whose sound cannot be heard is one all the same. */
bool films_probe(void *files, const char *path, bool whole, struct film_info *out, struct diag *d);
#endif
