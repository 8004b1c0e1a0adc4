/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference.h - inside of reference*.c: the moments at which the kinds of elements are shown to authors. */
#ifndef LK_COMMAND_REFERENCE_H
#define LK_COMMAND_REFERENCE_H
#include <command/setup.h>

#define REFERENCE_DIR "scenes/reference"
/* A row of scenes/reference/pictures.yaml: an element of a scene; its kind is shown by it. */
struct moment {
    const char *scene, *element, *state;           /* state: of the scene, or NULL */
    const char *pack, *partners, *site;            /* a folder and files below that of the pack; NULL = itself, its own, none */
    struct sets set;                               /* variables, after the state */
    float at;                                      /* s that the scene has been shown */
    struct pos pos;
    const struct element_kind *kind;               /* found by the element; NULL = there is no such thing */
    const char *example;                           /* the element as its file has it */
    bool sheet;
};
struct moments { struct moment *v; int n; };
/* Reads the list and looks the elements up. A list that is missing is empty. False with lines in d. */
bool moments_read(const struct host *h, const char *pack, struct arena *a, struct moments *out, struct diag *d);
/* Cuts the element out of its scene and writes DIR/KIND.png. False with a line on stderr. */
bool moment_picture(const struct host *h, const char *pack, const struct moment *m, const char *dir);
#endif
