/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/video.h>
#include <draw/damage.h>
#include <plat/plain_video.h>
#include <plat/png.h>
#include <plat/soft_video.h>
#include <plat/stock.h>
#include <SDL.h>
#include <stdlib.h>
#include <string.h>

#define RECTS_MAX 64
#define SIDE_MAX 16384

struct video {
    struct video_options o;
    struct port_log log;
    struct stock *stock;
    struct soft *soft;
    struct damage damage;
    int w, h;                     /* px the damage grid and buffer were made for */
    SDL_Window *window;           /* NULL: buffer only */
    bool sdl;                     /* SDL's video was started by us */
    struct plain *plain;
    uint32_t *buffer;             /* w x h: BUFFER, or a window whose surface is missing or of another format */
    const void *surface_pixels;   /* the window's surface as last painted: another address has other content */
    SDL_Renderer *renderer;       /* windows without a surface: shows `stream` */
    SDL_Texture *stream;
    bool again;                   /* the same list must be presented again */
    bool grow;                    /* kiosk on X11: becomes full screen after its first picture */
    bool complained;
    struct video_stats stats;
};

static void complain(struct video *v, const char *what) {
    char line[200];
    if (v->complained || !v->log.line) return;
    v->complained = true; /* once: a broken display must not fill the log */
    SDL_snprintf(line, sizeof line, "%s: %s", what, SDL_GetError());
    v->log.line(v->log.ctx, 2, line);
}

/* ---- open and close */

/* Before SDL starts. A value the user gave in the environment wins over each of these. */
static void set_hints(void) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* the window's surface in our own memory */
    SDL_SetHint(SDL_HINT_VIDEODRIVER, SDL_getenv("WAYLAND_DISPLAY") ? "wayland,x11" : "x11,wayland");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
}

/* Drivers that nobody can see are for tests that ask for them by name: a kiosk must not run on behind a dead display. */
static bool unseen_driver(void) {
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && !getenv("SDL_VIDEODRIVER") && (strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0);
}

static bool start_sdl(struct video *v) {
    SDL_SetMainReady();
    set_hints();
    v->sdl = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    if (!v->sdl && SDL_SetHint(SDL_HINT_VIDEODRIVER, NULL)) v->sdl = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    if (v->sdl && unseen_driver()) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        v->sdl = false;
        SDL_SetError("no display answers");
    }
    if (v->sdl) SDL_StopTextInput(); /* no input method over the exhibit */
    return v->sdl;
}

/* X11 needs 150 ms to find out how to become full screen. A borderless window over the whole screen looks the same at once;
 * where a window manager keeps room for its panels, the real full screen follows the first picture. */
static SDL_Window *kiosk_window(struct video *v, const char *title) {
    SDL_Rect all;
    const char *driver = SDL_GetCurrentVideoDriver();
    v->grow = driver && strcmp(driver, "x11") == 0 && SDL_GetDisplayBounds(0, &all) == 0;
    Uint32 flags = SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_BORDERLESS;
    if (!v->grow) return SDL_CreateWindow(title, 0, 0, 1280, 720, flags | SDL_WINDOW_FULLSCREEN_DESKTOP);
    return SDL_CreateWindow(title, all.x, all.y, all.w, all.h, flags);
}

static bool open_window(struct video *v) {
    const char *title = v->o.title ? v->o.title : "Leopard";
    int w = v->o.w > 0 ? v->o.w : 1280, h = v->o.h > 0 ? v->o.h : 720;
    if (!start_sdl(v)) return false;
    v->window = v->o.kiosk ? kiosk_window(v, title)
                           : SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, w, h,
                                              SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_RESIZABLE);
    if (!v->window) return false;
    SDL_SetWindowMinimumSize(v->window, 320, 320);
    SDL_ShowCursor(v->o.kiosk ? SDL_DISABLE : SDL_ENABLE);
    if (v->o.plain) v->plain = plain_open(v->window, v->o.driver);
    return !v->o.plain || v->plain;
}

static size_t cache_size(const struct video *v) {
    int w, h;
    if (v->o.cache_bytes) return v->o.cache_bytes;
    video_size(v, &w, &h);
    size_t screens = (size_t)w * (size_t)h * 4 * 11 / 2;
    return screens > PIXCACHE_BYTES ? screens : PIXCACHE_BYTES;
}

static bool refuse(struct diag *d, const char *why, const char *remedy) {
    diag_error(d, (struct pos){0}, "the picture cannot be shown: %s (%s)", why, remedy);
    return false;
}

bool video_pack(struct video *v, struct images *images, struct fonts *fonts, struct files *films) {
    soft_close(v->soft);
    stock_close(v->stock); /* its textures go before their renderer */
    v->soft = NULL;
    v->stock = NULL;
    if (!images) return true;
    struct stock_options so = {.images = images, .fonts = fonts, .films = films, .exact = v->o.kind == VIDEO_BUFFER,
                               .cache_bytes = cache_size(v), .drop_texture = v->plain ? plain_drop_texture : NULL, .log = v->log};
    v->stock = stock_open(&so);
    v->soft = v->stock ? soft_open(v->stock) : NULL;
    damage_all(&v->damage);
    v->again = true;
    return v->soft != NULL;
}

static bool open_all(struct video *v, struct images *images, struct fonts *fonts, struct diag *d) {
    if (v->o.kind == VIDEO_WINDOW && !open_window(v)) return refuse(d, SDL_GetError(), "is a display set and running?");
    if (v->o.kind == VIDEO_BUFFER && !video_resize(v, v->o.w, v->o.h)) return refuse(d, "no memory for its size", "ask for a smaller one");
    return video_pack(v, images, fonts, v->o.films) || refuse(d, "no memory", "close other programs");
}

struct video *video_open(const struct video_options *o, struct images *images, struct fonts *fonts, struct port_log log,
                         struct diag *d) {
    struct video *v = calloc(1, sizeof *v);
    if (!v) {
        refuse(d, "no memory", "close other programs");
        return NULL;
    }
    v->o = *o;
    v->log = log;
    v->again = true;
    if (open_all(v, images, fonts, d)) return v;
    video_close(v);
    return NULL;
}

void video_close(struct video *v) {
    if (!v) return;
    video_pack(v, NULL, NULL, NULL);
    plain_close(v->plain);
    if (v->stream) SDL_DestroyTexture(v->stream);
    if (v->renderer) SDL_DestroyRenderer(v->renderer);
    if (v->window) SDL_DestroyWindow(v->window);
    if (v->sdl) SDL_QuitSubSystem(SDL_INIT_VIDEO);
    damage_free(&v->damage);
    free(v->buffer);
    free(v);
}

/* ---- size */

void video_size(const struct video *v, int *w, int *h) {
    *w = v->w;
    *h = v->h;
    if (v->window) SDL_GetWindowSizeInPixels(v->window, w, h);
}

static void forget_stream(struct video *v) {
    if (v->stream) SDL_DestroyTexture(v->stream);
    v->stream = NULL;
}

/* Makes the damage grid fit w x h; buffers of the old size go. False = no memory, nothing to paint on. */
static bool set_size(struct video *v, int w, int h) {
    if (v->w == w && v->h == h && v->damage.cells) return true;
    damage_free(&v->damage);
    free(v->buffer);
    v->buffer = NULL;
    forget_stream(v);
    v->surface_pixels = NULL;
    v->again = true;
    v->w = v->h = 0;
    if (!damage_init(&v->damage, w, h)) return false;
    v->w = w;
    v->h = h;
    return true;
}

static bool need_buffer(struct video *v) {
    if (!v->buffer) {
        v->buffer = calloc((size_t)v->w * (size_t)v->h, 4);
        damage_all(&v->damage);
    }
    return v->buffer != NULL;
}

bool video_resize(struct video *v, int w, int h) {
    if (v->window || w < 1 || h < 1 || w > SIDE_MAX || h > SIDE_MAX) return false;
    return set_size(v, w, h) && need_buffer(v);
}

/* ---- what the soft player paints on, and how it gets to the screen */

void video_ask_size(struct video *v, int w, int h) {
    SDL_Rect room;
    if (!v->window || v->o.kiosk || w < 1 || h < 1) return;
    if (SDL_GetDisplayUsableBounds(SDL_GetWindowDisplayIndex(v->window), &room) == 0 && room.w > 0 && room.h > 0) {
        float k = fminf(1, fminf((float)room.w / (float)w, (float)room.h / (float)h));
        w = (int)lroundf((float)w * k);
        h = (int)lroundf((float)h * k);
    }
    SDL_SetWindowSize(v->window, w, h);
}

static bool our_format(const SDL_Surface *s) {
    return s->format->format == SDL_PIXELFORMAT_RGB888 || s->format->format == SDL_PIXELFORMAT_ARGB8888;
}

/* The window's surface, or NULL where the system has none. A surface that is new has unknown content. False while the
 * window changes its size. */
static bool surface(struct video *v, SDL_Surface **out) {
    SDL_Surface *s = v->renderer || !v->window ? NULL : SDL_GetWindowSurface(v->window);
    *out = s;
    if (s && (s->w != v->w || s->h != v->h)) return false;
    if (s && v->surface_pixels != s->pixels) {
        v->surface_pixels = s->pixels;
        damage_all(&v->damage);
    }
    return true;
}

static bool target(struct video *v, struct soft_target *t) {
    SDL_Surface *s;
    if (!surface(v, &s)) return false;
    if (s && our_format(s)) {
        *t = (struct soft_target){s->pixels, s->w, s->h, s->pitch};
        return true;
    }
    if (!need_buffer(v)) return false;
    *t = (struct soft_target){v->buffer, v->w, v->h, v->w * 4};
    return true;
}

/* Wayland and others: a texture of the window's size through whatever renderer there is. */
static bool need_stream(struct video *v) {
    if (!v->renderer) v->renderer = SDL_CreateRenderer(v->window, -1, 0);
    if (v->renderer && !v->stream) {
        v->stream = SDL_CreateTexture(v->renderer, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_STREAMING, v->w, v->h);
        if (v->stream) SDL_UpdateTexture(v->stream, NULL, v->buffer, v->w * 4);
    }
    return v->stream != NULL;
}

static bool show_stream(struct video *v, const SDL_Rect *r, int n) {
    if (!need_stream(v)) return false;
    for (int i = 0; i < n; i++)
        SDL_UpdateTexture(v->stream, &r[i], v->buffer + (size_t)r[i].y * (size_t)v->w + r[i].x, v->w * 4);
    SDL_RenderCopy(v->renderer, v->stream, NULL, NULL);
    SDL_RenderPresent(v->renderer);
    return true;
}

static bool show_surface(struct video *v, SDL_Surface *s, const SDL_Rect *r, int n) {
    for (int i = 0; !our_format(s) && i < n; i++)
        SDL_ConvertPixels(r[i].w, r[i].h, SDL_PIXELFORMAT_RGB888, v->buffer + (size_t)r[i].y * (size_t)v->w + r[i].x, v->w * 4,
                          s->format->format,
                          (char *)s->pixels + (size_t)r[i].y * (size_t)s->pitch + (size_t)r[i].x * s->format->BytesPerPixel,
                          s->pitch);
    return SDL_UpdateWindowSurfaceRects(v->window, r, n) == 0;
}

static bool show(struct video *v, const struct ibox *rects, int n) {
    SDL_Rect r[RECTS_MAX];
    if (!v->window) return true;
    for (int i = 0; i < n; i++) r[i] = (SDL_Rect){rects[i].x, rects[i].y, rects[i].w, rects[i].h};
    SDL_Surface *s;
    if (!surface(v, &s)) return false;
    if (s ? show_surface(v, s, r, n) : show_stream(v, r, n)) return true;
    complain(v, "the window cannot be painted");
    return false;
}

/* ---- present */

static int present_plain(struct video *v, const struct dlist *l, const struct picset *const *sets, int nsets) {
    stock_frame(v->stock, sets, nsets);
    plain_play(v->plain, v->stock, l);
    v->stats.presents++;
    v->stats.rects++;
    v->stats.px_painted += (long long)v->w * v->h;
    return 1;
}

static int present_soft(struct video *v, const struct dlist *l, const struct picset *const *sets, int nsets) {
    struct ibox rects[RECTS_MAX];
    struct soft_target t;
    if (!target(v, &t)) {
        v->again = true;
        return 0;
    }
    if (v->o.whole) damage_all(&v->damage);
    int n = damage_update(&v->damage, l, rects, RECTS_MAX);
    if (n == 0) return 0;
    stock_frame(v->stock, sets, nsets); /* only now: what the screen shows stays pinned until something replaces it */
    if (!soft_play(v->soft, &t, l, rects, n) || !show(v, rects, n)) {
        damage_all(&v->damage);
        v->again = !v->complained; /* a display that takes nothing is not tried in a loop */
        return 0;
    }
    v->stats.presents++;
    v->stats.rects += n;
    for (int i = 0; i < n; i++) v->stats.px_painted += (long long)rects[i].w * rects[i].h;
    return n;
}

int video_present(struct video *v, const struct dlist *l, const struct picset *const *sets, int nsets) {
    int w, h;
    if (v->grow && v->stats.presents > 0) {
        v->grow = false;
        SDL_SetWindowFullscreen(v->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    video_size(v, &w, &h);
    if (w < 1 || h < 1 || w > SIDE_MAX || h > SIDE_MAX || !set_size(v, w, h)) return 0;
    v->again = false;
    return v->plain ? present_plain(v, l, sets, nsets) : present_soft(v, l, sets, nsets);
}

bool video_needs_paint(const struct video *v) {
    int w, h;
    video_size(v, &w, &h);
    return w > 0 && h > 0 && (v->again || w != v->w || h != v->h);
}

void video_lost(struct video *v) {
    stock_forget(v->stock);
    forget_stream(v);
    damage_all(&v->damage);
    v->again = true;
}

void video_event(struct video *v, const void *sdl_event) {
    const SDL_Event *e = sdl_event;
    if (e->type == SDL_RENDER_DEVICE_RESET || e->type == SDL_RENDER_TARGETS_RESET) video_lost(v);
    if (e->type != SDL_WINDOWEVENT || !v->window || e->window.windowID != SDL_GetWindowID(v->window)) return;
    switch (e->window.event) {
    case SDL_WINDOWEVENT_EXPOSED: case SDL_WINDOWEVENT_SHOWN: case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        damage_all(&v->damage);
        v->again = true;
        break;
    default: break;
    }
}

void video_to_px(const struct video *v, float *x, float *y) {
    int pw, ph, w = 0, h = 0;
    video_size(v, &pw, &ph);
    if (v->window) SDL_GetWindowSize(v->window, &w, &h);
    if (w > 0) *x *= (float)pw / (float)w;
    if (h > 0) *y *= (float)ph / (float)h;
}

void video_cursor(struct video *v, bool shown) {
    if (v->window) SDL_ShowCursor(shown ? SDL_ENABLE : SDL_DISABLE);
}

/* ---- ahead */

void video_prepare_start(struct video *v, const struct picset *set) { stock_prepare_start(v->stock, set); }
int video_prepare_poll(struct video *v, int wait_ms) { return stock_prepare_poll(v->stock, wait_ms); }
void video_prepare_cut(struct video *v) { stock_prepare_cut(v->stock); }

/* ---- what was painted */

const uint32_t *video_pixels(const struct video *v, int *w, int *h, int *stride) {
    *w = v->w;
    *h = v->h;
    *stride = v->w * 4;
    if (v->buffer || v->plain || !v->window || !v->surface_pixels) return v->buffer;
    SDL_Surface *s = SDL_GetWindowSurface(v->window);
    if (!s || s->pixels != v->surface_pixels) return NULL;
    *stride = s->pitch;
    return s->pixels;
}

bool video_write_png(const struct video *v, const char *path) {
    int w, h, stride;
    const uint32_t *p = video_pixels(v, &w, &h, &stride);
    return p && png_save(path, p, w, h, stride, true);
}

const char *video_film_lost(struct video *v) { return stock_film_lost(v->stock); }

struct video_stats video_stats(const struct video *v) {
    struct video_stats s = v->stats;
    s.late = stock_late(v->stock);
    s.cache_bytes = stock_bytes(v->stock);
    return s;
}
