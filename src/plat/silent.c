/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/silent.h>
#include <base/str.h>
#include <plat/files.h>
#include <text/style.h>
#include <stdlib.h>
#include <string.h>

/* ---- fonts */

enum glyph { GLYPH_NONE, GLYPH_LATIN, GLYPH_HAN, GLYPH_KANA, GLYPH_HANGUL, GLYPH_ARABIC, GLYPH_OTHER };

static enum glyph glyph_of(unsigned c) {
    if ((c >= 0x300 && c < 0x370) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c < 0x2070) ||
        (c >= 0xFE00 && c < 0xFE10) || c < 0x20)
        return GLYPH_NONE;
    if (c < 0x530 || (c >= 0x1E00 && c < 0x2E80)) return GLYPH_LATIN; /* with Greek, Cyrillic, punctuation, arrows */
    if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00)) return GLYPH_ARABIC;
    if ((c >= 0x1100 && c < 0x1200) || (c >= 0x3130 && c < 0x3190) || (c >= 0xAC00 && c < 0xD7B0)) return GLYPH_HANGUL;
    if (c >= 0x3040 && c < 0x3100) return GLYPH_KANA;
    if ((c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0) || (c >= 0x20000 && c < 0x30000))
        return GLYPH_HAN;
    return GLYPH_OTHER;
}

static float silent_width(void *ctx, int face, float px, const char *utf8, size_t n, bool rtl) {
    float w = 0;
    (void)ctx, (void)face, (void)rtl;
    for (size_t i = 0; i < n;) {
        enum glyph s = glyph_of(utf8_next(utf8, n, &i));
        w += s == GLYPH_NONE ? 0 : s == GLYPH_HAN || s == GLYPH_KANA || s == GLYPH_HANGUL ? 1 : 0.5f;
    }
    return w * px;
}

static struct font_metrics silent_metrics(void *ctx, int face, float px) {
    (void)ctx, (void)face;
    return (struct font_metrics){0.8f * px, 0.2f * px, 1.2f * px};
}

static bool silent_covers(void *ctx, int face, unsigned codepoint) {
    enum glyph s = glyph_of(codepoint);
    (void)ctx;
    if (face == FACE_LAST || s == GLYPH_NONE) return true;
    if (s == GLYPH_LATIN) return face != FACE_ARABIC && face != FACE_ARABIC_BOLD ? true : codepoint < 0x80;
    switch (face) {
    case FACE_SC: case FACE_SC_BOLD: return s == GLYPH_HAN;
    case FACE_KR: case FACE_KR_BOLD: return s == GLYPH_HANGUL || s == GLYPH_HAN;
    case FACE_JP: case FACE_JP_BOLD: return s == GLYPH_KANA || s == GLYPH_HAN;
    case FACE_ARABIC: case FACE_ARABIC_BOLD: return s == GLYPH_ARABIC;
    default: return false;
    }
}

struct port_fonts silent_fonts(void) { return (struct port_fonts){NULL, silent_width, silent_metrics, silent_covers}; }

/* ---- files */

static const struct silent_file *find(const void *ctx, const char *path) {
    if (!files_path_ok(path)) return NULL;
    for (const struct silent_file *f = ctx; f && f->path; f++)
        if (strcmp(f->path, path) == 0) return f;
    return NULL;
}

static bool silent_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d) {
    const struct silent_file *f = find(ctx, path);
    struct pos at = {path, 0, 0};
    *out = (struct bytes){0};
    if (!f) {
        diag_error(d, at, "cannot be read: no such file (check the name)");
        return false;
    }
    if (f->n > cap) {
        diag_error(d, at, "cannot be read: %zu bytes are too many (at most %zu)", f->n, cap);
        return false;
    }
    unsigned char *p = arena_alloc(a, f->n + 1);
    if (!p) {
        diag_error(d, at, "cannot be read: no memory (close other programs)");
        return false;
    }
    if (f->n) memcpy(p, f->p, f->n);
    *out = (struct bytes){p, f->n};
    return true;
}

static bool silent_exists(void *ctx, const char *path) { return find(ctx, path) != NULL; }

static int by_byte(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static const char **silent_list(void *ctx, const char *folder, const char *suffix, struct arena *a, int *n) {
    int count = 0;
    size_t len = strlen(folder), tail = strlen(suffix);
    const struct silent_file *files = ctx;
    for (const struct silent_file *f = files; f && f->path; f++) count++;
    const char **names = arena_array(a, const char *, count + 1);
    *n = 0;
    for (const struct silent_file *f = files; names && f && f->path; f++) {
        if (strncmp(f->path, folder, len) != 0 || f->path[len] != '/' || strchr(f->path + len + 1, '/')) continue;
        const char *name = f->path + len + 1;
        size_t m = strlen(name);
        if (m >= tail && strcmp(name + m - tail, suffix) == 0) names[(*n)++] = name;
    }
    if (names && *n > 1) qsort(names, (size_t)*n, sizeof *names, by_byte);
    return names;
}

struct port_files silent_files(const struct silent_file *files) {
    void *ctx; /* port_files has room for one kind of context only; nothing here writes through it */
    memcpy(&ctx, &files, sizeof ctx);
    return (struct port_files){.ctx = ctx, .read = silent_read, .exists = silent_exists, .list = silent_list};
}

/* ---- log */

static void keep_line(void *ctx, int level, const char *text) {
    struct silent_log *l = ctx;
    if (l->n < (int)(sizeof l->lines / sizeof *l->lines)) {
        l->levels[l->n] = level;
        l->lines[l->n] = arena_str(l->arena, text);
    }
    l->n++;
}

struct port_log silent_log(struct silent_log *log) { return (struct port_log){log, keep_line}; }
