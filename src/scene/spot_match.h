/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spot_match.h - what the parts of the game of the same spots share: element_spot_match.c plays, spot_match_look.c makes
 * the pictures, spot_match_draw.c shows each moment, spot_match_deal.c says which animals hang there. */
#ifndef LK_SCENE_SPOT_MATCH_H
#define LK_SCENE_SPOT_MATCH_H
#include <scene/trap_photo.h>

enum {
    SPOT_PHOTOS = 4,
    SPOT_SWINGS = 9,             /* pictures of the photo that swings; the middle one hangs as always */
    SPOT_SIZES = 4,              /* pictures of the patch between lying and carried */
    SPOT_JOINS = 12,
    SPOT_SPARKS = 16
};
#define SPOT_CROP_R 86.0f        /* of the patch, coat units */
#define SPOT_NEAR 90.0f          /* from the right place, canvas units */
#define SPOT_FLY_MS 460          /* a tapped photo: the patch flies there */
#define SPOT_SNAP_MS 220
#define SPOT_HOME_MS 260
#define SPOT_NO_MS 420           /* the photo shakes its head */
#define SPOT_HINT_MS 2600        /* after two misses the right one swings by itself */
#define SPOT_GLOW_MS 1100
#define SPOT_GROW_MS 520         /* the right photo comes near, the others go back */
#define SPOT_JOIN_AT 620
#define SPOT_JOIN_MS 90
#define SPOT_TELL_AT 180         /* now the words may be read */
#define SPOT_SPARK_AT 760
#define SPOT_SPARK_MS 900

/* ---- what an author writes */
struct spot_name { struct text_ref label; };
/* Another animal that may hang there; what is not written (0, NULL) is as of `animal`. */
struct spot_kind {
    struct text_ref label;
    int marks;                   /* enum spots_marks */
    const char *body;
    rgba back, flank, belly, foot, mark, core;
};
struct spot_props {
    const char *counter, *round, *found, *deal, *answer, *missed;
    int rounds, per_row;
    struct text_ref patch_label;
    struct list photos;          /* struct spot_name */
    struct list kinds;           /* struct spot_kind */
    struct conds kinds_if;       /* while it holds, these hang there, one of each */
    float cord_y, sag, row_step, photo_w, photo_h, gap;
    struct vec2 patch_at;
    float patch_r;
    struct vec2 print_at, print_size;
    float small_w, small_x, small_gap, light;
    rgba paper, small_paper, ink, cord, peg, gold;
    struct trap_animal animal;
    struct trap_animal kind[SPOT_PHOTOS];    /* made at load: the animal of each of `kinds` */
};

/* ---- which animals hang there: all from one number */
struct spot_deal {
    int counter, photos, right;
    bool of_kinds;               /* each photo shows another kind */
    int kind[SPOT_PHOTOS];       /* which, on each photo; 0 where there are none */
    struct spots coat[SPOT_PHOTOS];
    uint32_t seed[SPOT_PHOTOS];
    struct vec2 crop;            /* where the patch was cut from the right coat */
    struct vec2 join[SPOT_JOINS + 1];
    int joins;                   /* lines between the rosettes of the patch; the last closes the ring */
};
/* kinds NULL: as many animals of one kind. Else one of each, in any order; the right one is each kind's in turn. */
void spot_deal_make(struct spot_deal *d, int counter, int photos, const struct spot_kind *kinds);
void spot_deal_aim(struct spot_deal *d, int photo);          /* the patch is cut from this one */
/* What `found` is set to: 1, or the number of the kind. */
static inline int spot_deal_name(const struct spot_deal *d) { return d->kind[d->right] + 1; }
static inline const struct trap_animal *spot_animal(const struct spot_props *p, const struct spot_deal *d, int photo) {
    return d->of_kinds ? &p->kind[d->kind[photo]] : &p->animal;
}

/* ---- play */
enum spot_mode { SPOT_ASK, SPOT_HELD, SPOT_FLY, SPOT_HOME, SPOT_MATCH };
struct spot_look;
struct spot_state {
    enum spot_mode mode;
    int64_t since;               /* ms: when the mode began */
    struct vec2 from, at, grip;  /* where the patch began to move; where the finger has it; how it was taken */
    int aim;                     /* FLY: the photo it flies to */
    bool snap;                   /* FLY: it was dropped there */
    int misses;
    int swing; int64_t swing_at; bool no;    /* photo that swings, -1 = none; no: it shakes its head */
    int hint;                    /* reduced motion: photo whose rim glows until it is found, -1 = none */
    int point;                   /* photo that the arrows chose, -1 = none */
    int64_t glow_at;             /* ms: all rims glow */
    bool near; int64_t near_at;
    bool told;                   /* `found` was set */
    struct spot_deal deal;
    struct spot_look *look;      /* in the layout arena: remade by each arrange */
};
static inline float spot_ms(const struct env *e, int64_t since) { return (float)(e->now - since); }
float spot_match_lasts(const struct spot_deal *d);   /* ms of the whole ending */
/* Turn of the swinging photo now, degrees. */
float spot_swing(const struct spot_state *s, const struct env *e);

/* ---- places, canvas units */
struct spot_hang { struct vec2 pivot; float turn; };        /* where it hangs on the cord; degrees */
struct spot_hang spot_hang_of(const struct spot_props *p, const struct env *e, int photos, int i);
struct spot_hang spot_small_of(const struct spot_props *p, const struct env *e, int i, int right);
struct spot_hang spot_print_of(const struct spot_props *p, const struct env *e);
struct vec2 spot_on(struct spot_hang h, float w, struct vec2 coat);         /* a place of the coat on a photo of width w */
struct box spot_photo_box(const struct spot_props *p, const struct env *e, int photos, int i);    /* paper and all */
struct vec2 spot_home(const struct spot_props *p, const struct env *e);
float spot_cord_at(const struct spot_props *p, const struct env *e, int row, float x);
float spot_foot(const struct env *e);                       /* height of the paper below the picture */
/* The photo under a place, -1 = none. */
int spot_photo_under(const struct spot_props *p, const struct env *e, int photos, struct vec2 at);

/* ---- pictures */
struct spot_pic { uint64_t key; struct box area; };          /* around its pivot */
struct spot_look {
    struct spot_pic photo[SPOT_PHOTOS], rim[SPOT_PHOTOS], small[SPOT_PHOTOS], swing[SPOT_SWINGS], print, peg;
    int swinging;                /* photo of the swing pictures, -1 = none */
    struct spot_pic patch[SPOT_SIZES], halo, touch, shadow, dots, ring, tick, spark[3], join[SPOT_JOINS];
    struct spot_pic cord[SPOT_PHOTOS];
    int cords;
    struct para label[SPOT_PHOTOS];
    const char *patch_label;
};
void spot_match_arrange(struct node *n, struct env *e);
void spot_match_draw(struct node *n, struct paint *pt);
#endif
