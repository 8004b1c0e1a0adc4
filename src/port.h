/* SPDX-License-Identifier: GPL-3.0-or-later */
/* port.h - contracts between the kiosk and the machine. No code.
 *
 * plat implements each contract twice: on the real system (SDL, files, fonts) and as a silent twin (fixed font metrics,
 * files in memory, scripted events) that tests and deterministic replay use. Floors below plat know only this page. */
#ifndef LK_PORT_H
#define LK_PORT_H
#include <base/arena.h>
#include <base/diag.h>
#include <base/geom.h>
#include <stddef.h>

/* ---- files of a pack. Paths are relative to the pack ("scenes/leap.yaml"), use '/', and never leave it. */
struct bytes { const unsigned char *p; size_t n; };
struct port_files {
    void *ctx;
    /* Reads a whole file of at most cap bytes into the arena (a 0 byte follows the content). False with one line in d
     * when it is missing, unreadable, larger than cap, a link out of the pack, or not a regular file. */
    bool (*read)(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d);
    /* Something has this name, whether or not it can be read: reading says why not. */
    bool (*exists)(void *ctx, const char *path);
    /* Names (not paths) in a folder that end with suffix, sorted by byte, without hidden ones; NULL-terminated array in the
     * arena; *n = how many. A missing folder is an empty list. */
    const char **(*list)(void *ctx, const char *folder, const char *suffix, struct arena *a, int *n);
    uint64_t (*stamp)(void *ctx, const char *path);     /* differs when the file was changed; 0 = not there. NULL = nobody can tell */
};

/* ---- packs in one file: archives, hashes, signatures, the folders of a store. Nothing is kept between two calls but on
 * the disk. Paths are those of the machine. What fails says why in d, where there is one. */
enum { HASH_BYTES = 32, KEY_BYTES = 32, SECRET_BYTES = 64, SIGN_BYTES = 64 };
struct unpack;                           /* an archive while it is read, entry by entry */
struct unpack_entry { const char *path; long long size; const char *odd; };   /* odd: what it is when no plain file, else NULL */
struct pack_source {                     /* what goes into an archive, in this order */
    void *ctx; int n;
    bool (*item)(void *ctx, int i, struct arena *a, const char **path, struct bytes *out);
};
struct port_packs {
    void (*hash)(struct bytes b, unsigned char out[HASH_BYTES]);
    bool (*keys)(unsigned char pub[KEY_BYTES], unsigned char secret[SECRET_BYTES]);
    void (*sign)(const unsigned char secret[SECRET_BYTES], struct bytes b, unsigned char out[SIGN_BYTES]);
    bool (*verify)(const unsigned char pub[KEY_BYTES], struct bytes b, const unsigned char sign[SIGN_BYTES]);
    /* The same items give the same bytes. Complete and on the disk, or not there. */
    bool (*archive)(const char *path, const struct pack_source *src, struct diag *d);
    struct unpack *(*unpack)(const char *path, long long *size, struct diag *d);
    int (*next)(struct unpack *u, struct unpack_entry *e, struct diag *d);        /* 1, 0 = end, -1 = fault */
    /* The entry's data, which must be `size` bytes: into memory, or into a new file (to NULL: nowhere) with their hash. */
    bool (*read)(struct unpack *u, long long size, struct arena *a, struct bytes *out, struct diag *d);
    bool (*write)(struct unpack *u, long long size, const char *to, unsigned char hash[HASH_BYTES], struct diag *d);
    void (*close)(struct unpack *u);
    bool (*save)(const char *path, const void *p, size_t n);                      /* in one piece, and on the disk */
    bool (*save_secret)(const char *path, const void *p, size_t n);               /* a new file that only its owner reads */
    int (*lock)(const char *folder);                                              /* -1 = somebody else has it; never waits */
    void (*unlock)(int lock);
    bool (*settle)(const char *from, const char *to);                             /* a folder: on the disk, then renamed */
    bool (*remove)(const char *folder);                                           /* with all in it; false when it is in use */
    const char **(*folders)(const char *folder, struct arena *a, int *n);         /* names of those in it, sorted */
};

/* ---- fonts. A face is a row of the table in text/style.h (enum face); size in px of the em. All results in px. */
struct font_metrics { float ascent, descent, height; };   /* descent positive downwards; height = default line step */
struct port_fonts {
    void *ctx;
    /* Advance width of one run: one face, one direction, no line breaks, n bytes of UTF-8, already in logical order. */
    float (*width)(void *ctx, int face, float px, const char *utf8, size_t n, bool rtl);
    struct font_metrics (*metrics)(void *ctx, int face, float px);
    bool (*covers)(void *ctx, int face, unsigned codepoint);
};

/* ---- films below assets/: at most 120 s, 1920 x 1080, 64 MB. */
struct film_info {
    int w, h, ms, step_us;                                /* px; how long; time from one picture to the next */
    int sound;                                            /* 1 it can be heard, 0 it is silent, -1 its sound cannot be heard */
};
struct port_films {
    void *ctx;
    /* What a film says of itself; its first picture and sound (whole: all of them) are decoded. False with one line in d; true
     * with one line where only its sound is at fault. NULL instead of a function: the program was built without films. */
    bool (*probe)(void *ctx, const char *path, bool whole, struct film_info *out, struct diag *d);
};

/* ---- log. One line, no newline. level: 0 info, 1 warning, 2 error. Never fails the caller. */
struct port_log { void *ctx; void (*line)(void *ctx, int level, const char *text); };

/* ---- the day, by the calendar of the place; year 0 = unknown. */
struct date { int year, month, day; };

/* ---- input, already in canvas units and monotonic milliseconds: the one shape every device is turned into. */
enum ui_kind { UI_DOWN, UI_MOVE, UI_UP, UI_CANCEL, UI_KEY, UI_RESIZE, UI_HOVER };
enum ui_key { KEY_NONE, KEY_NEXT, KEY_PREV, KEY_LEFT, KEY_RIGHT, KEY_UP, KEY_DOWN, KEY_SELECT, KEY_BACK, KEY_HOME,
              KEY_F1, KEY_F2, KEY_F3, KEY_F4, KEY_F5, KEY_F6, KEY_F7, KEY_F8, KEY_F9 };   /* F keys: for authors; the app refuses them */
struct ui_event {
    enum ui_kind kind;
    int finger;            /* UI_DOWN..UI_CANCEL: 0..9; the mouse is finger 0 */
    struct vec2 at;        /* canvas units in app_step; plat gives px and the app's one border converts */
    enum ui_key key;       /* UI_KEY */
    int w, h;              /* UI_RESIZE: px */
};
#endif
