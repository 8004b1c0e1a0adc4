/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audio.h - what is heard. All of SDL2_mixer lives on one thread that a queue feeds: a sound server that hangs, a device that
 * is not there or goes away never holds up a picture. Without a device everything is silent, which is no error; it is tried
 * again every 30 s. While nothing is to be heard the device is closed, so that a kiosk at rest costs nothing. */
#ifndef LK_PLAT_AUDIO_H
#define LK_PLAT_AUDIO_H
#include <plat/files.h>

struct audio;
/* NULL = no memory. The device is opened with the first sound. Sounds are files of the pack, paths below assets/, Ogg Vorbis
 * that passes sound_gate; files and films (the same, for those who read piece by piece; NULL = films are silent) outlive it. */
struct audio *audio_open(const struct port_files *files, struct files *films, struct port_log log);
/* Waits at most one second for the thread; a device that does not let go is left to the end of the process. NULL allowed. */
void audio_close(struct audio *a);
/* Heard once, at once. What is more than 16 sounds behind is dropped. */
void audio_play(struct audio *a, const char *path);
/* The loop that goes on until another comes (both fade over 1.5 s); NULL = silence. volume 0..1, of everything. Cheap when
 * nothing has changed. */
void audio_ambience(struct audio *a, const char *path, float volume);
/* Film assets/PATH is at `at` ms now and is heard, at most one (NULL: none). Call with every picture: what is not spoken of for a
 * quarter of a second is paused. */
void audio_film(struct audio *a, const char *path, int at);
/* A film whose sound broke since the last call, once each; NULL = none. */
const char *audio_film_lost(struct audio *a);
/* There is a device, as far as is known: true until opening one has failed. */
bool audio_there(const struct audio *a);
#endif
