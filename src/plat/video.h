/* SPDX-License-Identifier: GPL-3.0-or-later */
/* video.h - the output: a window or a buffer in memory, and the players that paint display lists on it.
 *
 * The soft player (normal) paints with the processor, only what changed, straight into the window's surface; where a window
 * has no such surface (Wayland) it paints into memory and hands the changed rectangles to a texture. The plain player redraws
 * the whole list through SDL_Renderer in each frame: the GPU path, and what `bench --plain` compares with.
 * Losing every texture or the surface costs one redraw. Nothing here exits. One thread (SDL's main thread). */
#ifndef LK_PLAT_VIDEO_H
#define LK_PLAT_VIDEO_H
#include <draw/dlist.h>
#include <draw/picset.h>
#include <plat/files.h>
#include <plat/fonts.h>
#include <plat/image.h>

enum video_kind { VIDEO_WINDOW, VIDEO_BUFFER };
struct video_options {
    enum video_kind kind;
    int w, h;                 /* px; a kiosk takes the screen's */
    bool kiosk;               /* WINDOW: borderless over the whole screen, no cursor */
    bool plain;               /* WINDOW: the plain player */
    bool whole;               /* every list is painted whole, whatever was painted before */
    const char *driver;       /* plain: SDL's name of a render driver ("software", "opengles2"); NULL = SDL chooses */
    const char *title;        /* NULL = "Leopard" */
    struct files *films;      /* borrowed: where films are; NULL = none is shown. A BUFFER waits for their pictures */
    size_t cache_bytes;       /* ceiling of the pixel cache; 0 = PIXCACHE_BYTES or 5.5 screens, whichever is more */
};
struct video;
/* images and fonts are borrowed (fonts may be NULL: no text). NULL with one line in d when there is no screen. */
struct video *video_open(const struct video_options *o, struct images *images, struct fonts *fonts, struct port_log log,
                         struct diag *d);
void video_close(struct video *v);                                    /* NULL allowed */
void video_size(const struct video *v, int *w, int *h);               /* px; 0 x 0 while there is nothing to paint on */
bool video_resize(struct video *v, int w, int h);                     /* BUFFER only */
/* Another pack: everything made of the old one is let go, and the next present paints all of it. The window stays, with the
 * picture that it has. images NULL: the old pack is about to go; until the next call nothing may be presented. False = no
 * memory. */
bool video_pack(struct video *v, struct images *images, struct fonts *fonts, struct files *films);
/* WINDOW, not of a kiosk: asks for another size, or for the largest of these proportions that the screen holds. */
void video_ask_size(struct video *v, int w, int h);

/* Paints and shows what differs from the last list. Returns the number of rectangles shown; 0 = nothing changed, and
 * nothing was presented. sets: where the list's keys are looked up; borrowed for the call. */
int video_present(struct video *v, const struct dlist *l, const struct picset *const *sets, int nsets);
/* True when the same list must be presented again (window uncovered, resized, textures lost). */
bool video_needs_paint(const struct video *v);
void video_lost(struct video *v);   /* forget all pixels and textures; the next present makes and paints everything */

/* Makes a set's pictures for later, on worker threads; see stock.h. */
void video_prepare_start(struct video *v, const struct picset *set);
int video_prepare_poll(struct video *v, int wait_ms);                 /* how many are left */
void video_prepare_cut(struct video *v);

/* The picture as last painted (not with the plain player). XRGB8888; borrowed until the next call. NULL = none. */
const uint32_t *video_pixels(const struct video *v, int *w, int *h, int *stride);
bool video_write_png(const struct video *v, const char *path);
void video_cursor(struct video *v, bool shown);

struct video_stats { long presents, rects; long long px_painted; long late; size_t cache_bytes; };
struct video_stats video_stats(const struct video *v);   /* late: pictures that were not there when painting began */

const char *video_film_lost(struct video *v);            /* a film that broke since the last call, NULL = none */

/* For sdl_events: what an SDL_Event means for the output. */
void video_event(struct video *v, const void *sdl_event);
/* Window coordinates (mouse) -> px. */
void video_to_px(const struct video *v, float *x, float *y);
#endif
