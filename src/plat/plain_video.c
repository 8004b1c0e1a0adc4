/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/plain_video.h>
#include <plat/image_pixels.h>
#include <stdlib.h>
#include <string.h>

struct plain {
    SDL_Renderer *renderer;
    SDL_BlendMode blend;      /* premultiplied, where the renderer knows such a mode */
    bool straight;            /* it does not (SDL's software renderer): textures have straight alpha */
};

struct plain *plain_open(SDL_Window *window, const char *driver) {
    struct plain *p = calloc(1, sizeof *p);
    if (!p) return NULL;
    if (driver) SDL_SetHint(SDL_HINT_RENDER_DRIVER, driver);
    bool software = driver && strcmp(driver, "software") == 0;
    p->renderer = SDL_CreateRenderer(window, -1, software ? SDL_RENDERER_SOFTWARE : 0);
    if (!p->renderer) {
        free(p);
        return NULL;
    }
    p->blend = SDL_ComposeCustomBlendMode(SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD,
                                          SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD);
    SDL_Texture *probe = SDL_CreateTexture(p->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, 1, 1);
    p->straight = !probe || SDL_SetTextureBlendMode(probe, p->blend) != 0;
    if (p->straight) p->blend = SDL_BLENDMODE_BLEND;
    SDL_DestroyTexture(probe);
    return p;
}

void plain_close(struct plain *p) {
    if (!p) return;
    SDL_DestroyRenderer(p->renderer);
    free(p);
}

void plain_drop_texture(void *texture) { SDL_DestroyTexture(texture); }

static SDL_Texture *texture_of(struct plain *p, struct cached *e) {
    const struct picture *pic = &e->pic;
    if (e->texture) return e->texture;
    SDL_Texture *t = SDL_CreateTexture(p->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, pic->w, pic->h);
    uint32_t *straight = t && p->straight ? malloc(picture_bytes(pic)) : NULL;
    if (!t || (p->straight && !straight)) {
        SDL_DestroyTexture(t);
        return NULL;
    }
    if (straight) {
        memcpy(straight, pic->p, picture_bytes(pic));
        pixels_unpremultiply(straight, (size_t)pic->w * (size_t)pic->h);
    }
    SDL_UpdateTexture(t, NULL, straight ? straight : pic->p, pic->w * 4);
    free(straight);
    return e->texture = t;
}

static void draw_fill(struct plain *p, const struct draw_cmd *c) {
    SDL_Rect r = {c->box.x, c->box.y, c->box.w, c->box.h};
    SDL_SetRenderDrawBlendMode(p->renderer, (c->color & 255u) == 255u ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(p->renderer, (Uint8)(c->color >> 24), (Uint8)(c->color >> 16), (Uint8)(c->color >> 8),
                           (Uint8)c->color);
    SDL_RenderFillRect(p->renderer, &r);
}

static void draw_pixels(struct plain *p, const struct draw_cmd *c, struct cached *e, int x, int y) {
    SDL_Texture *t = texture_of(p, e);
    if (!t) return;
    Uint8 shade = p->straight ? 255 : c->alpha; /* premultiplied colours fade with their alpha */
    SDL_Rect r = {x + e->pic.x, y + e->pic.y, e->pic.w, e->pic.h};
    bool copies = c->alpha == 255 && e->pic.solid.h == e->pic.h;
    SDL_SetTextureBlendMode(t, copies ? SDL_BLENDMODE_NONE : p->blend);
    SDL_SetTextureColorMod(t, shade, shade, shade);
    SDL_SetTextureAlphaMod(t, c->alpha);
    SDL_RenderCopy(p->renderer, t, NULL, &r);
}

void plain_play(struct plain *p, struct stock *stock, const struct dlist *l) {
    SDL_SetRenderDrawColor(p->renderer, 0, 0, 0, 255);
    SDL_RenderClear(p->renderer);
    for (int i = 0; i < l->n; i++) stock_want(stock, &l->cmds[i]);
    for (int i = 0; i < l->n; i++) {
        const struct draw_cmd *c = &l->cmds[i];
        struct cached *e = c->kind == DRAW_FILL ? NULL : stock_get(stock, c);
        SDL_Rect clip = {c->clip.x, c->clip.y, c->clip.w, c->clip.h};
        if (c->kind != DRAW_FILL && !e) continue;
        SDL_RenderSetClipRect(p->renderer, &clip);
        switch (c->kind) {
        case DRAW_FILL: draw_fill(p, c); break;
        case DRAW_PICTURE: case DRAW_FILM: draw_pixels(p, c, e, c->box.x, c->box.y); break;
        case DRAW_TEXT: draw_pixels(p, c, e, c->box.x, (int)lroundf(c->baseline)); break;
        }
    }
    SDL_RenderSetClipRect(p->renderer, NULL);
    SDL_RenderPresent(p->renderer);
}
