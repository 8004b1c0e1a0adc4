/* SPDX-License-Identifier: GPL-3.0-or-later */
/* states.h - what a named state of a scene still touches, one after the other (states.c). Inside of app/ only. */
#ifndef LK_APP_STATES_H
#define LK_APP_STATES_H
#include <scene/scene.h>

struct app;
struct touches { const char *id[SCENE_TOUCHES]; int n, at; int64_t due; };   /* ids interned; at: the next; due: ms */
void states_tick(struct app *a);
int64_t states_wake(const struct app *a);      /* ms of the next touch; INT64_MAX: there is none */
#endif
