/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sdl_text.c - fonts by SDL2_ttf: which file serves a face, open sizes, widths, pictures of runs. */
#include <base/str.h>
#include <content/assets.h>
#include <plat/files.h>
#include <plat/font_last.h>
#include <plat/fonts.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <text/style.h>
#include <unicode/uscript.h>

#define OPEN_MAX_FONTS 24            /* open at once; each holds a file and up to 256 glyphs */
#define OPEN_PER_FACE 1              /* a Chinese one takes 2.5 MB and 2 ms to open: it changes its size instead */
#define WIDTH_SLOTS 8192             /* remembered widths, 128 KB, in rows of WIDTH_WAYS */
#define WIDTH_WAYS 4
#define COVER_SLOTS 8192             /* remembered coverage, 32 KB; 2^13 as the hash has 13 bits */
#define METRIC_SLOTS 128
#define FILE_MAX (32L << 20)         /* bytes; the largest font of the table has 20 MB */
#define PX_MAX 1024
#define RUN_MAX_PX 16384
#define HINTING TTF_HINTING_LIGHT_SUBPIXEL   /* letters keep their shape and their distances */

/* ---- which file serves a face. Looked for in the vendored folder, then in the distributions' folders. */
static const struct { const char *files[3]; long index; const char *package; } FACES[FACE_COUNT] = {
    [FACE_DISPLAY] = {{"NotoSansDisplay-CondensedBlack.ttf", "NotoSans-CondensedBlack.ttf"}, 0, "fonts-noto-extra"},
    [FACE_DISPLAY_X] = {{"NotoSansDisplay-ExtraCondensedBlack.ttf", "NotoSans-ExtraCondensedBlack.ttf"}, 0, "fonts-noto-extra"},
    [FACE_TEXT] = {{"NotoSans-Medium.ttf", "NotoSans-Regular.ttf"}, 0, "fonts-noto-core"},
    [FACE_LABEL] = {{"NotoSans-SemiBold.ttf", "NotoSans-Bold.ttf"}, 0, "fonts-noto-core"},
    [FACE_BOLD] = {{"NotoSans-Bold.ttf"}, 0, "fonts-noto-core"},
    [FACE_ITALIC] = {{"NotoSans-Italic.ttf"}, 0, "fonts-noto-core"},
    [FACE_SC_BOLD] = {{"NotoSansCJK-Bold.ttc"}, 2, "fonts-noto-cjk"},
    [FACE_SC] = {{"NotoSansCJK-Regular.ttc"}, 2, "fonts-noto-cjk"},
    [FACE_KR_BOLD] = {{"NotoSansCJK-Bold.ttc"}, 1, "fonts-noto-cjk"},
    [FACE_KR] = {{"NotoSansCJK-Regular.ttc"}, 1, "fonts-noto-cjk"},
    [FACE_JP_BOLD] = {{"NotoSansCJK-Bold.ttc"}, 0, "fonts-noto-cjk"},
    [FACE_JP] = {{"NotoSansCJK-Regular.ttc"}, 0, "fonts-noto-cjk"},
    [FACE_ARABIC_BOLD] = {{"NotoSansArabic-Black.ttf", "NotoSansArabic-Bold.ttf"}, 0, "fonts-noto-core"},
    [FACE_ARABIC] = {{"NotoSansArabic-Medium.ttf", "NotoSansArabic-Regular.ttf"}, 0, "fonts-noto-core"},
};
static const char *const FOLDERS[] = {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto",
                                      "/usr/share/fonts/noto-cjk", "/usr/local/share/fonts"};

struct opened { TTF_Font *font; int face, px; bool rtl; UScriptCode script; uint64_t used; };
struct width_slot { uint64_t key; float w; };
struct metric_slot { int face, px; struct font_metrics m; };
struct fonts {
    struct port_log log;
    char *vendored;
    bool ttf;                                /* SDL2_ttf has started */
    bool only;                               /* no other folder than the vendored one */
    bool looked[FACE_ALL];
    char *path[FACE_ALL];                    /* NULL: no file */
    struct opened open[OPEN_MAX_FONTS];
    uint64_t clock;
    struct width_slot widths[WIDTH_SLOTS];
    struct metric_slot metrics[METRIC_SLOTS];   /* px 0 = empty */
    uint32_t cover[COVER_SLOTS];             /* 1 + 2 * (face and code point) + yes; 0 = empty */
};

struct fonts *fonts_open(const char *vendored_dir, struct port_log log) {
    struct fonts *f = calloc(1, sizeof *f);
    if (!f) return NULL;
    f->log = log;
    f->vendored = vendored_dir ? strdup(vendored_dir) : NULL;
    f->ttf = !TTF_Init();
    if (vendored_dir && !f->vendored) {
        fonts_close(f);
        return NULL;
    }
    if (!f->ttf && log.line) log.line(log.ctx, 2, "fonts are not available: texts are drawn with the built-in letters");
    return f;
}

struct fonts *fonts_open_only(const char *vendored_dir, struct port_log log) {
    struct fonts *f = fonts_open(vendored_dir, log);
    if (f) f->only = true;
    return f;
}

void fonts_close(struct fonts *f) {
    if (!f) return;
    for (int i = 0; i < OPEN_MAX_FONTS; i++) if (f->open[i].font) TTF_CloseFont(f->open[i].font);
    if (f->ttf) TTF_Quit();
    for (int i = 0; i < FACE_ALL; i++) free(f->path[i]);
    free(f->vendored);
    free(f);
}

static char *usable(const char *folder, const char *name) {
    size_t n = strlen(folder) + strlen(name) + 2;
    char *path = malloc(n);
    struct stat st;
    if (!path) return NULL;
    snprintf(path, n, "%s/%s", folder, name);
    if (!stat(path, &st) && S_ISREG(st.st_mode) && st.st_size <= FILE_MAX) return path;
    free(path);
    return NULL;
}

/* All of it is right, or a line says what is not, as check does. */
static bool whole(struct fonts *f, const char *name) {
    struct arena a;
    struct diag d;
    struct bytes in;
    arena_init(&a, 0);
    diag_init(&d, &a);
    struct files *folder = files_open(f->vendored, &d);
    struct port_files port = files_port(folder);
    char *path = arena_printf(&a, "assets/fonts/%s", name);
    bool ok = folder && path && port.read(folder, name, FONT_MAX, &a, &in, &d) && font_gate(path, in, &d);
    if (!ok && d.first) {
        d.first->file = path;
        const char *line = diag_line(&a, d.first);
        if (f->log.line && line) f->log.line(f->log.ctx, 2, line);
    }
    files_close(folder);
    arena_free(&a);
    return ok;
}

/* A file of the pack may have been damaged while it was copied. *damaged: it was, and that was said. */
static char *vendored(struct fonts *f, const char *name, bool *damaged) {
    struct stat st;
    size_t n = f->vendored ? strlen(f->vendored) + strlen(name) + 2 : 0;
    char *path = n ? malloc(n) : NULL;
    if (!path) return NULL;
    snprintf(path, n, "%s/%s", f->vendored, name);
    bool there = !lstat(path, &st);
    if (there && whole(f, name)) return path;
    *damaged |= there;
    free(path);
    return NULL;
}

/* The i-th file that may serve a face; false when there is none. Noto calls those of a script by ICU's name for it. */
enum { FILES = 3, NAME = 96 };
static bool file_name(int face, int i, char out[NAME]) {
    *out = 0;
    if (face < FACE_COUNT) {
        if (i < FILES && FACES[face].files[i]) snprintf(out, NAME, "%s", FACES[face].files[i]);
        return *out != 0;
    }
    const char *script = i < 2 ? uscript_getName((UScriptCode)((face - FACE_COUNT) / 2)) : NULL;
    bool bold = (face - FACE_COUNT) % 2 != i;
    if (!script || strlen(script) > NAME / 2) return false;
    size_t n = (size_t)snprintf(out, NAME, "NotoSans");
    for (; *script; script++)
        if (*script != '_') out[n++] = *script;
    snprintf(out + n, NAME - n, "-%s.ttf", bold ? "Bold" : "Regular");
    return true;
}

static void lose(struct fonts *f, int face, const char *why) {
    char text[256], name[NAME];
    free(f->path[face]);
    f->path[face] = NULL;
    file_name(face, 0, name);
    snprintf(text, sizeof text, "font '%s' %s (install %s)", name, why, face < FACE_COUNT ? FACES[face].package : "fonts-noto-core");
    if (f->log.line) f->log.line(f->log.ctx, 1, text);
}

static const char *file_of(struct fonts *f, int face) {
    char name[NAME];
    if (face < 0 || face == FACE_LAST || face >= FACE_ALL || !f->ttf) return NULL;
    if (f->looked[face]) return f->path[face];
    bool damaged = false;
    f->looked[face] = true;
    for (int i = 0; !f->path[face] && file_name(face, i, name); i++) {
        f->path[face] = vendored(f, name, &damaged);
        for (size_t k = 0; k < sizeof FOLDERS / sizeof *FOLDERS && !f->path[face] && !f->only; k++) f->path[face] = usable(FOLDERS[k], name);
    }
    if (!f->path[face] && !damaged) lose(f, face, "is missing");
    return f->path[face];
}

static int whole_px(float px) { return px >= 1 ? px < PX_MAX ? (int)(px + .5f) : PX_MAX : 1; }

static struct opened *open_face(struct fonts *f, struct opened *o, int face, int px) {
    const char *path = file_of(f, face);
    if (!path) return NULL;
    if (o->font) TTF_CloseFont(o->font);
    *o = (struct opened){TTF_OpenFontIndex(path, px, face < FACE_COUNT ? FACES[face].index : 0), face, px, false, USCRIPT_COMMON, 0};
    if (!o->font) {
        lose(f, face, "cannot be read");
        return NULL;
    }
    TTF_SetFontHinting(o->font, HINTING);
    TTF_SetFontKerning(o->font, 1);
    return o;
}

/* The face at a size, or at any size when px = 0; the one longest unused makes room. NULL: draw FACE_LAST. */
static struct opened *get(struct fonts *f, int face, int px) {
    struct opened *oldest = f->open, *own = NULL;
    int same = 0;
    for (int i = 0; i < OPEN_MAX_FONTS; i++) {
        struct opened *o = &f->open[i];
        if (o->used < oldest->used) oldest = o;
        if (!o->font || o->face != face) continue;
        if (!px || o->px == px) return o->used = ++f->clock, o;
        if (!own || o->used < own->used) own = o;
        same++;
    }
    if (same >= OPEN_PER_FACE && !TTF_SetFontSize(own->font, px)) own->px = px;
    else own = open_face(f, same >= OPEN_PER_FACE ? own : oldest, face, px ? px : 32);
    if (own) own->used = ++f->clock;
    return own;
}

/* ---- shaping */
static UScriptCode script_of(const char *s, size_t n) {
    for (size_t i = 0; i < n;) {
        UErrorCode e = U_ZERO_ERROR;
        UScriptCode script = uscript_getScript((UChar32)utf8_next(s, n, &i), &e);
        if (U_SUCCESS(e) && script > USCRIPT_INHERITED) return script;
    }
    return USCRIPT_LATIN;
}

static void set_shaping(struct opened *o, const char *s, size_t n, bool rtl) {
    UScriptCode script = script_of(s, n);
    if (script == o->script && rtl == o->rtl) return;
    TTF_SetFontDirection(o->font, rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(o->font, uscript_getShortName(script));
    o->script = script, o->rtl = rtl;
}

/* How far the ink of the first letter hangs out to the left, and that of the last one to the right: SDL2_ttf's width holds
 * both, the advance holds neither. Letters that join (right to left) hang out by less than a px; in a script with a face by itself
 * the last letter may be drawn before others, so that its picture says nothing of the word's end. */
static void overhang(struct opened *o, const char *s, size_t n, int *left, int *right) {
    int minx = 0, maxx = 0, advance = 0;
    size_t i = 0, last = n;
    *left = *right = 0;
    if (o->rtl || o->face >= FACE_COUNT || !n) return;
    if (!TTF_GlyphMetrics32(o->font, utf8_next(s, n, &i), &minx, NULL, NULL, NULL, NULL) && minx < 0) *left = -minx;
    while (--last && ((unsigned char)s[last] & 0xC0) == 0x80) {}
    if (!TTF_GlyphMetrics32(o->font, utf8_next(s, n, &last), NULL, &maxx, NULL, NULL, &advance) && maxx > advance)
        *right = maxx - advance;
}

/* A C string of n bytes, in the buffer when it is short. Release with drop_string. */
static char *take_string(const char *s, size_t n, char *buffer, size_t size) {
    char *p = n < size ? buffer : malloc(n + 1);
    if (p) memcpy(p, s, n), p[n] = 0;
    return p;
}
static void drop_string(char *p, const char *buffer) { if (p != buffer) free(p); }

static float last_width(float px, const char *s, size_t n) {
    int letters = 0;
    for (size_t i = 0; i < n; letters++) utf8_next(s, n, &i);
    return (float)letters * ceilf(px * LAST_COLS / LAST_ROWS);
}

static float measure(struct opened *o, int px, const char *s, size_t n, bool rtl) {
    char buffer[512], *text = take_string(s, n, buffer, sizeof buffer);
    int w = 0, left, right;
    if (!text) return last_width((float)px, s, n);
    set_shaping(o, s, n, rtl);
    if (TTF_SizeUTF8(o->font, text, &w, NULL)) w = (int)last_width((float)px, s, n);
    overhang(o, s, n, &left, &right);
    drop_string(text, buffer);
    return (float)(w - left - right > 0 ? w - left - right : 0);
}

static float port_width(void *ctx, int face, float px, const char *utf8, size_t n, bool rtl) {
    struct fonts *f = ctx;
    int size = whole_px(px);
    if (!n) return 0;
    if (!file_of(f, face)) return last_width((float)size, utf8, n);
    uint64_t key = hash_bytes(hash_u64(HASH_SEED, (uint64_t)face << 32 | (uint64_t)size << 1 | rtl), utf8, n);
    struct width_slot *slot = &f->widths[key % (WIDTH_SLOTS / WIDTH_WAYS) * WIDTH_WAYS];
    for (int i = 0; i < WIDTH_WAYS; i++) if (slot[i].key == key) return slot[i].w;
    struct opened *o = get(f, face, size);
    memmove(slot + 1, slot, sizeof *slot * (WIDTH_WAYS - 1));   /* the oldest of the row is forgotten */
    *slot = (struct width_slot){key, o ? measure(o, size, utf8, n, rtl) : last_width((float)size, utf8, n)};
    return slot->w;
}

static struct font_metrics port_metrics(void *ctx, int face, float px) {
    struct fonts *f = ctx;
    int size = whole_px(px);
    struct metric_slot *slot = &f->metrics[((unsigned)face * 31u + (unsigned)size) % METRIC_SLOTS];
    if (slot->px == size && slot->face == face) return slot->m;
    struct opened *o = get(f, face, size);
    *slot = (struct metric_slot){face, size, {(float)size * 1.069f, (float)size * .293f, (float)size * 1.362f}};   /* Noto's */
    if (o) slot->m = (struct font_metrics){(float)TTF_FontAscent(o->font), (float)-TTF_FontDescent(o->font), (float)TTF_FontHeight(o->font)};
    return slot->m;
}

static bool port_covers(void *ctx, int face, unsigned codepoint) {
    struct fonts *f = ctx;
    if (face == FACE_LAST) return true;
    if (codepoint > 0x10FFFF || !file_of(f, face)) return false;
    uint32_t key = (uint32_t)face * 0x110000u + codepoint;
    uint32_t *slot = &f->cover[(key * 2654435761u) >> 19];
    if (*slot >> 1 == key + 1) return *slot & 1;
    struct opened *o = get(f, face, 0);
    bool yes = o && TTF_GlyphIsProvided32(o->font, codepoint);
    *slot = (key + 1) << 1 | yes;
    return yes;
}

struct port_fonts fonts_port(struct fonts *f) { return (struct port_fonts){f, port_width, port_metrics, port_covers}; }

/* ---- pictures */
static uint32_t premultiplied(rgba ink, unsigned cover) {
    uint32_t a = ((ink & 255u) * cover + 127) / 255;
    uint32_t r = ((ink >> 24) * a + 127) / 255, g = ((ink >> 16 & 255u) * a + 127) / 255, b = ((ink >> 8 & 255u) * a + 127) / 255;
    return a << 24 | r << 16 | g << 8 | b;
}

/* Keeps only the box that holds ink. */
static bool take_ink(const SDL_Surface *s, rgba ink, struct text_image *out) {
    int x0 = s->w, y0 = s->h, x1 = 0, y1 = 0;
    uint32_t colors[256];
    for (int y = 0; y < s->h; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)((const char *)s->pixels + (size_t)y * (size_t)s->pitch);
        for (int x = 0; x < s->w; x++) {
            if (!(row[x] >> 24)) continue;
            if (x < x0) x0 = x;
            if (x >= x1) x1 = x + 1;
            if (y < y0) y0 = y;
            y1 = y + 1;
        }
    }
    if (x1 <= x0 || y1 <= y0) return true;
    out->w = x1 - x0, out->h = y1 - y0, out->stride = out->w * 4;
    out->left += x0, out->ascent -= y0;
    out->pixels = malloc((size_t)out->stride * (size_t)out->h);
    if (!out->pixels) return false;
    for (unsigned i = 0; i < 256; i++) colors[i] = premultiplied(ink, i);
    for (int y = 0; y < out->h; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)((const char *)s->pixels + (size_t)(y + y0) * (size_t)s->pitch);
        for (int x = 0; x < out->w; x++) out->pixels[y * out->w + x] = colors[row[x + x0] >> 24];
    }
    return true;
}

static bool render_last(int px, const char *s, size_t n, bool rtl, rgba ink, struct text_image *out) {
    int cell = (int)ceilf((float)px * LAST_COLS / LAST_ROWS), w = (int)last_width((float)px, s, n);
    if (w > RUN_MAX_PX) return false;
    out->w = w, out->h = px, out->stride = w * 4, out->ascent = (px * LAST_ASCENT + LAST_ROWS / 2) / LAST_ROWS;
    out->pixels = calloc((size_t)px, (size_t)out->stride);
    if (!out->pixels) return false;
    uint32_t color = premultiplied(ink, 255);
    int pen = rtl ? w - cell : 0;
    for (size_t i = 0; i < n; pen += rtl ? -cell : cell) {
        const unsigned char *rows = last_glyph(utf8_next(s, n, &i));
        for (int y = 0; y < px; y++)
            for (int x = 0; x < cell; x++)
                if (rows[y * LAST_ROWS / px] << (x * LAST_COLS / cell) & 0x80) out->pixels[y * w + pen + x] = color;
    }
    return true;
}

bool fonts_render(struct fonts *f, int face, float px, const char *utf8, size_t n, bool rtl, rgba ink, struct text_image *out) {
    char buffer[512];
    int w = 0, left, right;
    *out = (struct text_image){0};
    if (!n) return true;
    struct opened *o = get(f, face, whole_px(px));
    if (!o) return render_last(whole_px(px), utf8, n, rtl, ink, out);
    char *text = take_string(utf8, n, buffer, sizeof buffer);
    if (!text) return false;
    set_shaping(o, utf8, n, rtl);
    bool sized = !TTF_SizeUTF8(o->font, text, &w, NULL) && w <= RUN_MAX_PX;
    SDL_Surface *s = sized && w ? TTF_RenderUTF8_Blended(o->font, text, (SDL_Color){255, 255, 255, 255}) : NULL;
    bool ok = sized && (s || !w);
    drop_string(text, buffer);
    if (s) {
        overhang(o, utf8, n, &left, &right);
        out->left = -left, out->ascent = TTF_FontAscent(o->font);
        ok = take_ink(s, ink, out);
        SDL_FreeSurface(s);
    }
    if (ok) return true;
    *out = (struct text_image){0};
    return w <= RUN_MAX_PX && render_last(whole_px(px), utf8, n, rtl, ink, out);    /* the font gave up on it */
}
