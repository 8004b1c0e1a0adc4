/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trap_photo.h - a print of a camera trap: night wood, a spotted flank cut by the frame, the flash from the front. Shared by
 * the games with coats; the outline of the animal and its colours are the author's. Coat units: a photo is SPOTS_W wide. */
#ifndef LK_SCENE_TRAP_PHOTO_H
#define LK_SCENE_TRAP_PHOTO_H
#include <draw/spots.h>
#include <scene/element.h>

#define TRAP_RIM 14.0f           /* white rim of a print, canvas units */
#define TRAP_HANG 20.0f          /* from the nail to the picture */
#define TRAP_SHADOW 0x020C1080u  /* of paper */

/* ---- what an author writes */
struct trap_shade { const char *path; rgba color; };
struct trap_animal {
    const char *body;            /* outline in a photo, SVG path, coat units */
    struct list shades;          /* struct trap_shade */
    rgba back, flank, belly, foot, mark, core;
    struct nums legs;            /* pairs: where legs with small dark spots stand */
    struct nums fringe;          /* x0, x1, y of the long hair of the belly */
};
extern const struct field TRAP_ANIMAL_FIELDS[];
/* What the table cannot see; `animal` is the key that holds it. False = errors were added. */
bool trap_animal_check(struct node *n, const struct trap_animal *a, struct load_env *le);

/* ---- pictures: programs around the nail at 0,0, canvas units */
struct trap_photo {
    uint32_t seed;               /* of the wood and of how the animal stands */
    const struct spots *coat;
    float w, h, foot;            /* of the picture; of the paper below it */
    float turn, dim;             /* degrees; 0 bright to 1 dark */
    float light;                 /* hour of the night */
    float step;                  /* the animal has gone on by this, coat units */
    rgba paper;
};
void trap_photo_draw(struct vec *v, const struct trap_animal *a, const struct trap_photo *ph);
struct box trap_photo_area(float w, float h, float foot, float turn);
/* Fills the path with the colours of the coat, back to foot. */
void trap_coat_fill(struct vec *v, const struct trap_animal *a);
#endif
