/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.h - arithmetic of the measurements, and packs of any size. */
#ifndef LK_COMMAND_BENCH_H
#define LK_COMMAND_BENCH_H
#include <command/setup.h>

struct bench_fps { double median, worst_second; int moved; };   /* frames per second; frames that showed something */
double bench_median(double *v, int n);                  /* sorts v; 0 when n is 0 */
double bench_worst_second(const double *ms, int n);     /* fps of the slowest 60 frames in a row */
float bench_scale(int w, int h);                        /* px per canvas unit */
const char **bench_default_scenes(struct setup *s, int *n);
/* Serves one of the pack's own scenes under n names from memory and times loading and checking all of them. */
int bench_pack(struct setup *s, int n);
#endif
