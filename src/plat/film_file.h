/* SPDX-License-Identifier: GPL-3.0-or-later */
/* film_file.h - one film, opened and decoded picture by picture or sound by sound, by a module that is loaded with the first film: FFmpeg's
 * libraries bring 80 others along (20 MB, 30 ms), which a kiosk without films does not pay for. Where the module is missing
 * there are no films.
 *
 * A file is somebody's: only known containers and codecs are let in, sizes have caps before a decoder sees them, no other
 * file or address is opened, reading ends after a known number of bytes. A fault has words, never a crash. One thread a film. */
#ifndef LK_PLAT_FILM_FILE_H
#define LK_PLAT_FILM_FILE_H
#include <port.h>
#include <stdatomic.h>

#define FILM_BYTES ((size_t)64 << 20)
enum { FILM_SIDE = 1920, FILM_PIXELS = 1920 * 1080, FILM_SECONDS = 120 };
enum { FILM_RATE = 44100 };               /* samples a second, 16 bit, mono: as the mixer plays */
enum { FILM_SLACK = 64 };                 /* bytes behind a picture that scaling may touch */
enum film_step { FILM_PICTURE, FILM_END, FILM_DAMAGED };

struct film_file;
struct film_library {                     /* what the module exports as FILM_LIBRARY */
    int version;                          /* FILM_VERSION: of this page */
    /* Takes over fd, a regular file of n bytes, for its pictures or for its sound: next and scale, or hear; both need two.
     * NULL with words in *why. stop (may be NULL): when it becomes true, what is under way ends as soon as it can. out: of
     * the pictures. */
    struct film_file *(*open)(int fd, size_t n, bool sound, const atomic_bool *stop, struct film_info *out, const char **why);
    void (*close)(struct film_file *f);   /* NULL allowed */
    /* The next picture and its ms since the beginning; FILM_DAMAGED with words in *why. */
    enum film_step (*next)(struct film_file *f, int *ms, const char **why);
    /* The last picture, w x h px as the players want them: opaque ARGB32. px has room for FILM_SLACK bytes more. */
    bool (*scale)(struct film_file *f, uint32_t *px, int w, int h);
    /* Goes to a picture, or a sound, at or before ms from which it can go on. */
    bool (*seek)(struct film_file *f, int ms);
    /* The next samples: how many, 0 = the end, -1 = damaged with words in *why. *to is the file's until the next call; *first
     * counts samples since the first picture (less than 0: before it). */
    int (*hear)(struct film_file *f, const int16_t **to, int64_t *first, const char **why);
};
enum { FILM_VERSION = 2 };
#define FILM_LIBRARY "film_library_ffmpeg"

bool film_built(void);                                /* the module lies where it belongs; loads nothing */
const struct film_library *film_library(void);        /* loaded at the first call, by any thread; NULL = cannot be loaded */
#endif
