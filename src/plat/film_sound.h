/* SPDX-License-Identifier: GPL-3.0-or-later */
/* film_sound.h - the sound of the one film that is heard. A thread decodes it half a second ahead into a ring, the mixer takes
 * from it. The app's clock leads: what comes too late is skipped, what is early waits, so that sound and picture are never
 * more than 80 ms apart; what the app has not spoken of for a quarter of a second is paused. Times are ms of one clock. */
#ifndef LK_PLAT_FILM_SOUND_H
#define LK_PLAT_FILM_SOUND_H
#include <plat/files.h>
#include <plat/film_file.h>

struct film_sound;
/* Borrows files. NULL = no memory. Begins its thread; nothing is opened before a film is named. */
struct film_sound *film_sound_open(struct files *files, struct port_log log);
/* Waits at most one second for the thread; what does not end is left to the end of the process. Nobody may take from it any
 * more. NULL allowed. */
void film_sound_close(struct film_sound *s);
/* Film assets/PATH is at `at` ms now (NULL: no film is heard), to be heard at volume 0..1. Any thread but the one that takes;
 * never waits for a file. */
void film_sound_at(struct film_sound *s, const char *path, int at, float volume, uint64_t now);
/* The next n samples, heard from `now` on. */
void film_sound_take(struct film_sound *s, int16_t *to, int n, uint64_t now);
/* How much is decoded ahead, ms; everything to its end or damaged: FILM_SECONDS * 1000. */
int film_sound_ahead(struct film_sound *s);
/* A film whose sound broke since the last call, once each, path below assets/; NULL = none. Good until the next call. */
const char *film_sound_lost(struct film_sound *s);

/* The sound of assets/PATH can be heard: its beginning (whole: all of it) is decoded. False with one line in d. */
bool film_sound_probe(struct files *files, const char *path, bool whole, struct diag *d);
/* Warns that a film has a sound of another kind than those that are heard. */
void film_sound_odd(struct diag *d, const char *full_path);
#endif
