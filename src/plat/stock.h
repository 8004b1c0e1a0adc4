/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stock.h - what both players draw from: a command of the display list in, cached pixels out. Pictures come from the
 * picsets of the moment (cache, worker threads, or made on the spot, so that nothing is ever missing), runs of text from
 * the fonts; both live in one cache. One thread. */
#ifndef LK_PLAT_STOCK_H
#define LK_PLAT_STOCK_H
#include <draw/dlist.h>
#include <draw/picset.h>
#include <plat/films.h>
#include <plat/fonts.h>
#include <plat/image.h>
#include <plat/pixcache.h>

struct stock_options {
    struct images *images;        /* borrowed */
    struct fonts *fonts;          /* borrowed; NULL = text is not painted */
    struct files *films;          /* borrowed: where films are; NULL = none is shown */
    bool exact;                   /* films wait for their picture */
    size_t cache_bytes;           /* 0 = PIXCACHE_BYTES */
    void (*drop_texture)(void *texture);
    struct port_log log;
};
struct stock;
struct stock *stock_open(const struct stock_options *o);   /* NULL = no memory */
void stock_close(struct stock *s);                         /* NULL allowed */

/* Where keys are looked up from now on; borrowed until the next call. Begins a frame: see pixcache_frame. */
void stock_frame(struct stock *s, const struct picset *const *sets, int nsets);
/* The pixels of a PICTURE, FILM or TEXT command; NULL when there is nothing to paint (spaces, an unknown key: logged once). Good
 * until the next stock_frame. */
struct cached *stock_get(struct stock *s, const struct draw_cmd *c);

/* Puts the picture of a command that will be painted now in line, when it is not there: several are then made at once. */
void stock_want(struct stock *s, const struct draw_cmd *c);
/* True when the command, once painted, hides all that lies below its box (as far as its clip lets it). */
bool stock_covers(const struct stock *s, const struct draw_cmd *c);

/* Makes the pictures of a set for later, as far as the cache has room: start puts copies of the wishes in line and returns at
 * once; poll takes what is finished, waiting up to wait_ms when nothing is, and returns how many are left; cut strikes off
 * what still waits, and what was kept for later before may go. */
void stock_prepare_start(struct stock *s, const struct picset *set);
int stock_prepare_poll(struct stock *s, int wait_ms);
void stock_prepare_cut(struct stock *s);
void stock_forget(struct stock *s);                        /* all pixels and textures; they are made again when needed */
size_t stock_bytes(const struct stock *s);
const char *stock_film_lost(struct stock *s);              /* see films_lost */
long stock_late(const struct stock *s);                    /* pictures that were not there when painting began */
#endif
