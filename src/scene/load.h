/* SPDX-License-Identifier: GPL-3.0-or-later */
/* load.h - inside of scene_load*.c only: what is carried along while a scene is read. */
#ifndef LK_SCENE_LOAD_H
#define LK_SCENE_LOAD_H
#include <scene/scene.h>

struct loading {
    struct scene *s;
    const struct scene_deps *deps;
    struct diag *d;
    struct load_env le;
    struct field_refs refs;
    const struct element_kind *kind;   /* being read, for its references */
    struct map ids;                    /* id -> struct pos */
    int all_cap, refs_cap;
    bool ok;                           /* false after any fault; reading goes on to report all of them */
};
/* Numbers and variables by name, for messages; duplicates are faults. */
bool scene_load_args(struct loading *l, const struct yval *root);
/* Probes every picture that is named, so that layout knows its size. */
bool scene_load_assets(struct loading *l);
/* File names of the items after `before` (NULL = all) move to the diag's arena: the scene's goes when loading fails. */
void scene_keep_files(struct diag *d, struct diag_item *before);
#endif
