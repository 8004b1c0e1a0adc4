/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jobs.h - pictures made on at most two worker threads, while the caller goes on, helps or waits. All calls come from one
 * thread. Wishes are copied: whoever asked may go. */
#ifndef LK_PLAT_JOBS_H
#define LK_PLAT_JOBS_H
#include <plat/image.h>

struct jobs;
struct jobs *jobs_open(struct images *im, int threads);   /* threads start with the first job; NULL = no memory */
void jobs_close(struct jobs *j);                          /* NULL allowed; ends the threads after what they are making */
/* Puts a wish in line, an urgent one before those that are not. False when there is no memory or no thread: the caller
 * makes the picture when it needs it. */
bool jobs_add(struct jobs *j, uint64_t key, const struct pic_spec *spec, bool urgent);
bool jobs_knows(struct jobs *j, uint64_t key);
int jobs_pending(struct jobs *j);                         /* waiting, being made, or not yet taken */
/* Takes one finished picture, if any, waiting up to wait_ms for it. */
bool jobs_take_any(struct jobs *j, int wait_ms, uint64_t *key, struct picture *out);
/* Takes the picture of this key: at once, or when its worker is done. A job that still waits is struck off, so that the
 * caller makes it. False = not from here. */
bool jobs_take(struct jobs *j, uint64_t key, struct picture *out);
void jobs_cut(struct jobs *j);                            /* strikes off what still waits */
#endif
