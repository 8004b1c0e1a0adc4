/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leap_look.h - what the two halves of the leap share: element_leap.c plays, leap_draw.c shows. */
#ifndef LK_SCENE_LEAP_LOOK_H
#define LK_SCENE_LEAP_LOOK_H
#include <scene/element.h>
#include <scene/chip.h>
#include <scene/leap_flight.h>
#include <scene/keys.h>

#define LEAP_MAX 8           /* challengers */
#define LEAP_FRAMES 32
#define LEAP_DOTS 48         /* of the arc */
#define LEAP_SNAP .97f       /* a pull of this share and more is the full leap */
#define LEAP_MIN_PULL 40.0f  /* canvas units: less creeps back */
#define LEAP_CREEP_MS 260
#define LEAP_PUFF_MS 620
#define LEAP_POSES 6         /* reduced motion */
#define LEAP_POSE_MS 220

struct challenger {
    const char *id;
    struct text_ref label;
    const char *fact;
    float apex, air_ms, reach;
    struct strs files;
    struct nums ms, advance, mid;
    float units_per_cm, ground_unit, anchor_unit, start_unit;
    struct vec2 view, handle;
    int take_off, touch_down;
    rgba mark, tint;
    const char *still;
    /* made at load */
    float full;                     /* m */
    int decimals;
    bool open;                      /* the register says more than, at least */
    const char *qualified;          /* "{fact.qualified}"; NULL without a fact */
    struct leap_body body;
};
struct leap_props {
    float unit_px, zero_x, ground_y, line_y, pull_px, chip_rise;
    const char *jumper, *distance, *landed, *flying;
    struct text_ref pull_label, result, record;
    rgba mod;                       /* light of the scene on the drawings */
    struct list challengers;        /* struct challenger */
};

enum leap_mode { LEAP_READY, LEAP_PULL, LEAP_CREEP, LEAP_FLY, LEAP_LANDED };
struct leap_done { float d; bool record; };     /* d 0 = has not leapt */
struct leap_state {
    enum leap_mode mode;
    int who;
    int64_t since;                  /* ms: when the mode began */
    struct vec2 pull;               /* of the finger from where it came down */
    float share;                    /* 0..1 of a full pull */
    float d;                        /* m: the leap under way, or the last one */
    bool record;
    struct leap_done done[LEAP_MAX];
    struct leap_look *look;         /* in the layout arena: remade by each arrange */
};
struct leap_look {
    uint64_t frame[LEAP_MAX][LEAP_FRAMES];
    uint64_t shadow[LEAP_MAX], disc[LEAP_MAX], dot, ring, ring_wide, aim, flake[3], arrow[LEAP_MAX];
    float shadow_w[LEAP_MAX];
    struct chip chip[LEAP_MAX];
    struct vec2 chip_at[LEAP_MAX];
    const char *handle_label, *alt;
    float metres_w;                 /* of the pill that counts while pulling */
    uint64_t metres;
};

static inline const struct challenger *leap_who(const struct leap_props *p, int i) {
    return i >= 0 && i < p->challengers.n ? (const struct challenger *)p->challengers.items + i : NULL;
}
/* Metres of a pull; true in *record when it is the full leap. */
float leap_metres(const struct challenger *c, float share, bool *record);
float leap_ms(const struct leap_state *s, const struct env *e);      /* since the leap began; in reduced motion in steps */
float leap_lasts(const struct leap_plan *p, const struct env *e);    /* ms until it has landed */
void leap_arrange(struct node *n, struct env *e);
void leap_draw(struct node *n, struct paint *p);
#endif
