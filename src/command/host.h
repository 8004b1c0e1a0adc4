/* SPDX-License-Identifier: GPL-3.0-or-later */
/* host.h - the machine as the commands see it: main.c fills this from plat, tests may fill it with a silent twin.
 *
 * Commands never call SDL, the clock or the file system; all of it goes through here. Times are monotonic. */
#ifndef LK_COMMAND_HOST_H
#define LK_COMMAND_HOST_H
#include <app/app.h>

struct view;                         /* a window, or a buffer of pixels */
enum view_kind {
    VIEW_BUFFER,                     /* no window: the same player into memory */
    VIEW_WINDOW,
    VIEW_PLAIN                       /* for comparison: the list redrawn naively by SDL's software renderer */
};
struct view_options {
    enum view_kind kind;
    int w, h;                        /* px; a kiosk window takes the screen's size */
    bool kiosk, no_cursor, gpu;
    bool whole;                      /* VIEW_BUFFER: each picture is painted whole, as if nothing had been shown before */
    bool headless;                   /* VIEW_PLAIN: without a display, even where there is one */
    const char *pack_cache, *user_cache;   /* folders of baked pictures; NULL = none */
    bool allow_svg;                  /* authoring: drawings are read directly where they are not baked */
};
struct host_stats {                  /* since the view was opened */
    long presents;                   /* pictures shown */
    long long px_painted;
    long late;                       /* pictures that were not there when painting began */
    size_t cache_bytes;
};
struct bake_job {
    const char *folder;              /* where KEY.lkp and the ladder of drawings go */
    const struct pic_spec *const *specs; const uint64_t *keys; int n;
    int exact;                       /* the first of them get their very pictures; all drawings join the ladder */
    int threads;
    int failed;                      /* result; -1 = no memory */
};
struct host {
    void *ctx;
    const char *version;
    const char *exe_dir;             /* folder of the program, or NULL */
    const char *source_dir;          /* of a development build, or NULL */
    const char *user_cache;          /* $XDG_CACHE_HOME/leopard-kiosk, or NULL */
    const char *sites[2];            /* where the site's own settings may lie, the user's first; either may be NULL */
    const char *store;               /* folder of installed packs, or NULL */
    const struct port_packs *packs;  /* archives, hashes, signatures, the store; NULL = this machine has none */
    double started;                  /* `seconds` when the process began */
    struct port_log log;
    struct port_films films;         /* of the pack that is open */
    void (*print)(void *ctx, bool error, const char *text);            /* stdout or stderr, as it is */
    int64_t (*now)(void *ctx);                                         /* ms */
    double (*seconds)(void *ctx);                                      /* the same clock, finer */
    struct date day;                                                   /* what `today` would say (--date); year 0 = ask it */
    struct date (*today)(void *ctx);                                   /* by the calendar of the place */
    /* One pack at a time; dir holds scenes/ locales/ assets/. False with lines in d. */
    bool (*open_pack)(void *ctx, const char *dir, struct port_files *files, struct port_fonts *fonts, struct diag *d);
    void (*close_pack)(void *ctx);                                     /* only needed before its folder is removed */
    bool (*read)(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out);    /* any file */
    bool (*write)(void *ctx, const char *path, const void *p, size_t n);
    bool (*make_folder)(void *ctx, const char *path);
    bool (*is_folder)(void *ctx, const char *path);
    uint64_t (*stamp)(void *ctx, const char *path);                    /* differs when a file was changed; 0 = not there */
    struct view *(*view_open)(void *ctx, const struct view_options *o, struct diag *d);           /* NULL with lines in d */
    /* Another pack in the same window, which keeps its picture until the first of the new one is shown. NULL, before the old
     * one goes: until the next call nothing may be shown. Otherwise, when the new one is open, as for view_open (kind and size
     * stay). False = no memory. */
    bool (*view_pack)(struct view *v, const struct view_options *o);
    void (*view_close)(struct view *v);
    void (*view_size)(struct view *v, int *w, int *h);
    /* A window that is to have this size, or the largest of these proportions that the screen holds; what comes of it comes as
     * an event. */
    void (*view_resize)(struct view *v, int w, int h);
    /* Waits until an event comes or `until` (ms of now) is over; fills at most cap events in px. *quit: the host wants an
     * end. Returns how many; a lost display sets *quit too. */
    int (*view_events)(struct view *v, struct ui_event *out, int cap, int64_t until, bool *quit);
    bool (*view_show)(struct view *v, const struct frame *f);
    /* Pictures for later, made beside the loop. ahead puts those of a set in line (the set may go); NULL strikes off what
     * waits. making takes what is done, waiting at most wait_ms for something, and returns how many are left. */
    void (*view_ahead)(struct view *v, const struct picset *s);
    int (*view_making)(struct view *v, int wait_ms);
    /* What is to be heard now (NULL: this machine has no ears). hear never waits; hears: whether anything can be heard. */
    void (*hear)(void *ctx, const struct frame *f);
    bool (*hears)(void *ctx);
    const char *(*film_deaf)(void *ctx);                               /* a film whose sound broke since the last call; NULL = none */
    const char *(*view_film_lost)(struct view *v);                     /* a film that broke since the last call; NULL = none */
    void (*view_forget)(struct view *v);                               /* all pictures are to be made anew */
    bool (*view_stale)(struct view *v);                                /* the same picture must be shown again */
    bool (*view_png)(struct view *v, const char *path);                /* what was shown last */
    /* The same, XRGB, stride in bytes; borrowed until something else is shown. NULL where there are no pixels to see. */
    const uint32_t *(*view_pixels)(struct view *v, int *w, int *h, int *stride);
    struct host_stats (*view_stats)(struct view *v);
    /* Proportional set size; own: only what the process has written itself (libraries, which weigh more or less as others
     * use them, apart). -1 = unknown. */
    long (*memory_kb)(void *ctx, bool own);
    bool (*bake)(void *ctx, struct bake_job *job);
};
#endif
