/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leap_look.h - what the parts of the leap share: element_leap.c plays, leap_bake.c prepares, leap_draw.c shows. */
#ifndef LK_SCENE_LEAP_LOOK_H
#define LK_SCENE_LEAP_LOOK_H
#include <scene/element.h>
#include <scene/chip.h>
#include <scene/leap_flight.h>
#include <scene/keys.h>

#define LEAP_MAX 8           /* challengers */
#define LEAP_LANES 2         /* players at once */
#define LEAP_FRAMES 32
#define LEAP_SNAP .97f       /* a pull of this share and more is the full leap */
#define LEAP_MIN_PULL 40.0f  /* canvas units: less creeps back */
#define LEAP_CREEP_MS 260
#define LEAP_PUFF_MS 620
#define LEAP_SEEN_MS 500     /* who has landed is seen for so long before another takes the place */
#define LEAP_POSES 6         /* reduced motion */
#define LEAP_POSE_MS 220

struct challenger {
    const char *id;
    struct text_ref label;
    const char *fact, *reach_var;
    float apex, air_ms, reach, across;
    bool stays;
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
struct leap_player { struct text_ref label; rgba color; };
struct leap_props {
    float unit_px, zero_x, ground_y, line_y, pull_px, chip_rise, pole_x, lane_rise;
    bool up;                        /* straight up along a pole at pole_x, not along the ruler */
    struct conds two_if;            /* while it holds, two leap: each in a lane of its own */
    struct list players;            /* struct leap_player: the two */
    const char *jumper, *distance, *landed, *flying;
    struct text_ref pull_label, result, record;
    rgba mod;                       /* light of the scene on the drawings */
    struct list challengers;        /* struct challenger */
};

enum leap_mode { LEAP_READY, LEAP_PULL, LEAP_CREEP, LEAP_FLY, LEAP_LANDED };
struct leap_done { float d; bool record; };     /* d 0 = has not leapt */
struct leap_lane {                  /* one player */
    enum leap_mode mode;
    int64_t since;                  /* ms: when the mode began */
    int finger;                     /* that pulls */
    struct vec2 pull;               /* of the finger from where it came down */
    float share;                    /* 0..1 of a full pull */
    float d;                        /* m: the leap under way, or the last one */
    bool record;
};
struct leap_state {
    int who;
    bool two;                       /* both lanes are in play; else the first */
    struct leap_lane lane[LEAP_LANES];
    struct leap_done done[LEAP_MAX];        /* of each challenger */
    struct leap_done duel[LEAP_LANES];      /* of each player, while two leap */
    struct leap_look *look;         /* in the layout arena: remade by each arrange */
};
struct leap_look {
    uint64_t frame[LEAP_MAX][LEAP_FRAMES];
    uint64_t shadow[LEAP_MAX], dot, aim, flake[3], ring[LEAP_LANES], ring_wide[LEAP_LANES];
    uint64_t disc[LEAP_MAX], arrow[LEAP_MAX];       /* of each mark */
    float shadow_w[LEAP_MAX];
    struct chip chip[LEAP_MAX];     /* of each mark */
    struct vec2 chip_at[LEAP_MAX];
    const char *handle_label[LEAP_LANES], *alt;
    float metres_w;                 /* of the pill that counts while pulling */
    uint64_t metres;
};

static inline const struct challenger *leap_who(const struct leap_props *p, int i) {
    return i >= 0 && i < p->challengers.n ? (const struct challenger *)p->challengers.items + i : NULL;
}
/* The marks that stay: one of each challenger, or one of each player while two leap. */
static inline int leap_marks(const struct leap_props *p, const struct leap_state *s) { return s->two ? LEAP_LANES : p->challengers.n; }
static inline struct leap_done leap_mark(const struct leap_state *s, int i) { return s->two ? s->duel[i] : s->done[i]; }
static inline const struct challenger *leap_mark_who(const struct leap_props *p, const struct leap_state *s, int i) {
    return leap_who(p, s->two ? s->who : i);
}
static inline const struct leap_player *leap_player(const struct leap_props *p, int lane) {
    return (const struct leap_player *)p->players.items + lane;
}
static inline rgba leap_mark_color(const struct leap_props *p, const struct leap_state *s, int i) {
    return s->two ? leap_player(p, i)->color : leap_who(p, i)->mark;
}

/* ---- the stage in canvas units: of a lane (the second lies further back), of the ruler or the pole */
#define LEAP_RING_R 58.0f
#define LEAP_WIDE_R 80.0f
#define LEAP_DISC_R 22.0f
#define LEAP_ARROW 96.0f     /* length of an open end */
#define LEAP_BAR 12.0f
#define LEAP_ASIDE 112.0f   /* the second ring sits so far ahead of the first: neither covers the other */
#define LEAP_EDGE 24.0f      /* chips keep this far from the canvas' edge */
#define LEAP_CHIP_AT 52.0f   /* chips beside a pole begin here */
#define LEAP_LABELS 140.0f   /* its labels stand within this, on the other side: no dots of the arc among them */
struct leap_ground { float zero, y, line, ppm, pole; bool up; };
static inline struct leap_ground leap_ground(const struct leap_props *p, const struct env *e, int lane) {
    float back = (float)lane * p->lane_rise;
    return (struct leap_ground){e->stage.x + p->zero_x, e->stage.y + p->ground_y - back, e->stage.y + p->line_y - back, p->unit_px,
                                e->stage.x + p->pole_x, p->up};
}
static inline float leap_unit(const struct challenger *c, const struct leap_ground *g) { return g->ppm / (100 * c->units_per_cm); }
/* Where d metres are on the ruler or the pole. */
static inline struct vec2 leap_at(const struct leap_ground *g, float d) {
    return g->up ? (struct vec2){g->pole, g->y - d * g->ppm} : (struct vec2){g->zero + d * g->ppm, g->line};
}
static inline float leap_body_x(const struct challenger *c, const struct leap_ground *g, float x) {
    return g->zero + (c->anchor_unit - c->start_unit) * leap_unit(c, g) + x * g->ppm;
}
static inline struct box leap_frame(const struct challenger *c, const struct leap_ground *g, float x, float lift) {
    float k = leap_unit(c, g);
    return (struct box){leap_body_x(c, g, x) - c->anchor_unit * k, g->y - c->ground_unit * k - lift * g->ppm, c->view.x * k, c->view.y * k};
}
/* A round picture that was baked with a rim of this width. */
static inline void leap_paint_round(struct paint *p, uint64_t key, struct vec2 c, float r, float width, float alpha) {
    float m = r + width / 2 + 2;
    paint_picture(p, key, (struct box){c.x - m, c.y - m, 2 * m, 2 * m}, alpha);
}

/* Metres of a pull; true in *record when it is the full leap. */
float leap_metres(const struct challenger *c, const struct env *e, float share, bool *record);
/* The plan of a leap of d metres by somebody whose full leap may hang on a variable. */
void leap_plan(struct leap_plan *plan, const struct challenger *c, const struct env *e, float d);
float leap_full(const struct challenger *c, const struct env *e);    /* metres of the full leap now */
float leap_ms(const struct leap_lane *l, const struct env *e);       /* since its mode began */
float leap_lasts(const struct leap_plan *p, const struct env *e);    /* ms until it has landed */
void leap_arrange(struct node *n, struct env *e);
void leap_draw(struct node *n, struct paint *p);
#endif
