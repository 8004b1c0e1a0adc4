/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/image.h>
#include <base/str.h>
#include <content/assets.h>
#include <plat/bake.h>
#include <plat/files.h>
#include <plat/image_pixels.h>
#include <plat/image_store.h>
#include <plat/png.h>
#include <SDL.h>
#include <SDL_image.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define ASSET_MAX (32u << 20)           /* bytes of an asset's file */
#define SIDE_PRODUCT_MAX (64u << 20)    /* pixels of one picture: 256 MiB */
#define STORE_FROM (200 * 200)          /* px; smaller pictures are baked faster than a file is found */

struct images {
    struct port_files files;
    char *pack_cache, *user_cache;
    bool allow_svg;
    struct port_log log;
    SDL_mutex *log_lock;                /* lines of several threads, one after the other, and each once */
    uint64_t said[64]; unsigned nsaid;  /* a ring */
    struct rungs rungs;
    SDL_atomic_t store_failed;          /* the user's cache is full or gone: said once, tried no more */
};

static char *copy_or_null(const char *s, bool *ok) {
    size_t n = s ? strlen(s) + 1 : 0;
    char *c = s ? malloc(n) : NULL;
    if (c) memcpy(c, s, n);
    else if (s) *ok = false;
    return c;
}

struct images *images_open(const struct images_options *o) {
    bool ok = true;
    struct images *im = calloc(1, sizeof *im);
    if (!im) return NULL;
    if (o->files) im->files = *o->files;
    im->allow_svg = o->allow_svg;
    im->log = o->log;
    im->pack_cache = copy_or_null(o->pack_cache, &ok);
    im->user_cache = copy_or_null(o->user_cache, &ok);
    im->log_lock = SDL_CreateMutex();
    if (!ok || !im->log_lock) {
        images_close(im);
        return NULL;
    }
    IMG_Init(IMG_INIT_PNG | IMG_INIT_JPG); /* now: the first use loads a library, which threads must not do at once */
    if (im->pack_cache) im->rungs = rungs_read(im->pack_cache);
    if (im->user_cache && !files_make_folder(im->user_cache)) SDL_AtomicSet(&im->store_failed, 1);
    if (im->user_cache) store_sweep(im->user_cache, IMAGE_USER_CACHE_BYTES);
    return im;
}

void images_close(struct images *im) {
    if (!im) return;
    if (im->log_lock) SDL_DestroyMutex(im->log_lock);
    free(im->rungs.v);
    free(im->pack_cache);
    free(im->user_cache);
    free(im);
}

static void say(struct images *im, const char *text) {
    if (!im->log.line) return;
    const unsigned room = sizeof im->said / sizeof *im->said;
    uint64_t hash = hash_bytes(HASH_SEED, text, strlen(text));
    bool before = false;
    SDL_LockMutex(im->log_lock);
    for (unsigned i = 0; i < room; i++) before |= im->said[i] == hash;
    if (!before) {
        im->said[im->nsaid++ % room] = hash;
        im->log.line(im->log.ctx, 1, text);
    }
    SDL_UnlockMutex(im->log_lock);
}

static void say_why(struct images *im, const char *path, const char *why) {
    char line[400];
    SDL_snprintf(line, sizeof line, "assets/%s: %s (a placeholder is shown)", path, why);
    say(im, line);
}

/* Says the first fault of d, or `why` when there is none. */
static void say_fault(struct images *im, struct arena *a, const struct diag *d, const char *path, const char *why) {
    const char *line = d->first ? diag_line(a, d->first) : NULL;
    if (line) say(im, line);
    else say_why(im, path, why);
}

/* ---- assets */

/* SDL's surface as premultiplied ARGB32; the surface is freed in every case. */
static bool take_surface(SDL_Surface *from, uint32_t **pixels, int *w, int *h) {
    SDL_Surface *s = from ? SDL_ConvertSurfaceFormat(from, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(from);
    *pixels = s && s->w > 0 && s->h > 0 ? malloc((size_t)s->w * (size_t)s->h * 4) : NULL;
    if (*pixels) {
        *w = s->w;
        *h = s->h;
        for (int y = 0; y < s->h; y++)
            memcpy(*pixels + (size_t)y * (size_t)s->w, (const char *)s->pixels + (size_t)y * (size_t)s->pitch, (size_t)s->w * 4);
        pixels_premultiply(*pixels, (size_t)s->w * (size_t)s->h);
    }
    SDL_FreeSurface(s);
    return *pixels != NULL;
}

static bool decode_asset(struct arena *a, struct bytes in, const struct asset_info *info, int w, int h, uint32_t **pixels,
                         int *pw, int *ph) {
    SDL_RWops *rw = SDL_RWFromConstMem(in.p, (int)in.n);
    SDL_Surface *s = NULL;
    struct bytes lean;
    if (!rw) return false;
    switch (info->kind) {
    case ASSET_PNG:
        SDL_RWclose(rw);
        lean = png_strip(a, in);
        return lean.p && png_decode(lean, pixels, pw, ph);
    case ASSET_JPEG: s = IMG_LoadJPG_RW(rw); break;
    case ASSET_SVG:
        s = IMG_LoadSizedSVG_RW(rw, w < IMAGE_SVG_SIDE_MAX ? w : IMAGE_SVG_SIDE_MAX, h < IMAGE_SVG_SIDE_MAX ? h : IMAGE_SVG_SIDE_MAX);
        break;
    }
    SDL_RWclose(rw);
    return take_surface(s, pixels, pw, ph);
}

/* Reads, gates and decodes assets/PATH. A vector drawing comes at w x h, a photograph at its own size. */
static bool load_asset(struct images *im, struct arena *a, const char *path, int w, int h, uint32_t **pixels, int *pw, int *ph) {
    struct diag d;
    struct bytes in;
    struct asset_info info;
    diag_init(&d, a);
    char *name = arena_printf(a, "assets/%s", path);
    if (!name || !im->files.read || !im->files.read(im->files.ctx, name, ASSET_MAX, a, &in, &d) ||
        !asset_gate(name, in, &info, &d)) {
        say_fault(im, a, &d, path, "cannot be read");
        return false;
    }
    if (info.kind == ASSET_SVG && !im->allow_svg) {
        say_why(im, path, "has no baked picture; 'leopard-kiosk pack --bake' makes it");
        return false;
    }
    if (decode_asset(a, in, &info, w, h, pixels, pw, ph)) return true;
    say_why(im, path, "cannot be decoded");
    return false;
}

/* Pixels of an asset as a wish wants them; takes over what was decoded. */
static uint32_t *finish_asset(struct images *im, const struct pic_spec *s, uint32_t *pixels, int w, int h) {
    pixels = pixels_fit(pixels, w, h, s->w, s->h, s->flip);
    if (!pixels) say_why(im, s->path, "no memory");
    else pixels_color(pixels, (size_t)s->w * (size_t)s->h, s->mod, s->tint);
    return pixels;
}

static uint32_t *make_asset(struct images *im, const struct pic_spec *s) {
    struct arena a;
    uint32_t *pixels = NULL;
    int w = 0, h = 0;
    arena_init(&a, 0);
    bool ok = load_asset(im, &a, s->path, s->w, s->h, &pixels, &w, &h);
    arena_free(&a);
    return ok ? finish_asset(im, s, pixels, w, h) : NULL;
}

static uint32_t *make_vec(struct images *im, const struct pic_spec *s) {
    uint32_t *pixels = calloc((size_t)s->w * (size_t)s->h, 4);
    if (!pixels || !bake_vec(s->vec, s->scale, s->origin, pixels, s->w, s->h)) {
        say(im, "a generated picture could not be baked: no memory (a placeholder is shown)");
        free(pixels);
        return NULL;
    }
    return pixels;
}

/* ---- order of looking */

/* An asset's file may change while its path stays: its content is part of the name. */
uint64_t images_name(struct images *im, uint64_t key, const struct pic_spec *s) {
    struct arena a;
    struct diag d;
    struct bytes in;
    uint64_t result = 0;
    if (!im->pack_cache && !im->user_cache) return 0;
    if (s->kind == PIC_VEC) return (long)s->w * s->h < STORE_FROM ? 0 : key;
    arena_init(&a, 0);
    diag_init(&d, &a);
    char *name = arena_printf(&a, "assets/%s", s->path);
    if (name && im->files.read && im->files.read(im->files.ctx, name, ASSET_MAX, &a, &in, &d)) result = hash_bytes(key, in.p, in.n);
    arena_free(&a);
    return result;
}

static bool stored(const char *folder, uint64_t key, const struct pic_spec *s, struct picture *out) {
    return folder && key && store_read(folder, key, s->w, s->h, out);
}

static void remember(struct images *im, uint64_t key, const struct picture *pic) {
    if (!im->user_cache || !key || SDL_AtomicGet(&im->store_failed) || store_write(im->user_cache, key, pic)) return;
    if (!SDL_AtomicSet(&im->store_failed, 1)) say(im, "the picture cache cannot be written (pictures are made anew at each start)");
}

/* From the rung that suits, where the asset's own file shall not be parsed. What comes of it has a name of its own: the
 * rung may be older than the drawing. */
static bool make_of_rung(struct images *im, uint64_t key, const struct pic_spec *s, struct picture *out) {
    char path[PATH_MAX];
    unsigned char *p;
    size_t n;
    uint32_t *pixels;
    int w, h;
    uint64_t hash = s->kind == PIC_ASSET ? asset_hash(s->path) : 0;
    int rung = s->kind == PIC_ASSET && !im->allow_svg ? rungs_pick(&im->rungs, hash, s->w) : 0;
    if (!rung || !store_rung_path(path, sizeof path, im->pack_cache, hash, rung) || !files_read(path, ASSET_MAX, &p, &n)) return false;
    uint64_t name = hash_bytes(key, p, n);
    bool there = stored(im->user_cache, name, s, out);
    bool good = !there && gated_png(path, (struct bytes){p, n}, &pixels, &w, &h);
    free(p);
    if (!good) return there;
    pixels = finish_asset(im, s, pixels, w, h);
    if (!pixels) return false;
    picture_take(out, pixels, s->w, s->h);
    remember(im, name, out);
    return true;
}

void images_make(struct images *im, uint64_t key, const struct pic_spec *s, struct picture *out) {
    *out = (struct picture){.full_w = s->w, .full_h = s->h};
    bool sane = s->w > 0 && s->h > 0 && (size_t)s->w * (size_t)s->h <= SIDE_PRODUCT_MAX;
    uint64_t name = sane ? images_name(im, key, s) : 0;
    if (stored(im->pack_cache, name, s, out) || stored(im->user_cache, name, s, out)) return;
    if (sane && make_of_rung(im, key, s, out)) return;
    uint32_t *pixels = !sane ? NULL : s->kind == PIC_VEC ? make_vec(im, s) : make_asset(im, s);
    bool failed = pixels == NULL;
    if (failed && sane) pixels = pixels_placeholder(s->w, s->h);
    if (pixels) picture_take(out, pixels, s->w, s->h);
    out->failed = failed;
    if (!failed) remember(im, name, out);
}

bool images_bake(struct images *im, const char *path, int w, int h, const char *folder) {
    struct arena a;
    uint32_t *pixels = NULL;
    int pw, ph;
    char name[PATH_MAX];
    arena_init(&a, 0);
    bool ok = load_asset(im, &a, path, w, h, &pixels, &pw, &ph);
    arena_free(&a);
    if (!ok) return false;
    pixels = pixels_fit(pixels, pw, ph, w, h, false);
    ok = pixels && files_make_folder(folder) && store_rung_path(name, sizeof name, folder, asset_hash(path), w) &&
         png_save(name, pixels, w, h, w * 4, false);
    free(pixels);
    if (!ok) say_why(im, path, "its baked picture cannot be written");
    return ok;
}
