/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plain_video.h - the plain player: the whole list through SDL_Renderer in each frame, one texture per picture. */
#ifndef LK_PLAT_PLAIN_VIDEO_H
#define LK_PLAT_PLAIN_VIDEO_H
#include <plat/stock.h>
#include <SDL.h>

struct plain;
/* driver: SDL's name or NULL. NULL when there is no renderer (SDL_GetError says why). */
struct plain *plain_open(SDL_Window *window, const char *driver);
void plain_close(struct plain *p);   /* after the stock whose textures it made */
/* Draws and presents. Call stock_frame before. */
void plain_play(struct plain *p, struct stock *stock, const struct dlist *l);
void plain_drop_texture(void *texture);   /* for stock_options.drop_texture */
#endif
