/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wheel_view.h - what the three files of the wheel share: element_wheel.c turns, wheel_bake.c makes pictures, wheel_draw.c shows.
 *
 * The wheel stands upright behind the front sheet, so that only its upper part shows. Its stops are round windows on a circle;
 * the one at the top is seen through a large lens. Nothing is turned or scaled while drawing: windows stay upright and only
 * change places, the rim is a row of round holes. Angles are degrees, 0 = up, clockwise. */
#ifndef LK_SCENE_WHEEL_VIEW_H
#define LK_SCENE_WHEEL_VIEW_H
#include <scene/chip.h>
#include <scene/glide.h>

#define WHEEL_STOPS 12
#define WHEEL_PIECES 8
#define WHEEL_STEP 26.0f       /* degrees from stop to stop */
#define WHEEL_SPREAD 15.0f     /* degrees that the lens pushes its neighbours aside */
#define WHEEL_GRIP_AT 22.0f    /* degrees */
#define WHEEL_GRIP_R 60.0f
#define WHEEL_RIM 9.0f         /* of a small window */
#define WHEEL_LENS_RIM 14.0f
#define WHEEL_SHADOW 36.0f     /* room for the shadow round a window */

struct wheel_piece {           /* a drawing in a window; lengths in hundredths of the window's radius */
    const char *file;
    struct vec2 at;            /* middle of its lower edge, from the window's middle */
    float width;
    bool flip, large;          /* large: too fine for the small window */
    rgba mod, tint;
    struct nums x, y, alpha;   /* keys over the seconds since the stop came up: its small act */
};
struct wheel_stop {
    const char *id;
    struct text_ref label;
    float light;               /* hour of the night */
    int trees;                 /* seed of the wood; 0 = none */
    struct nums moon;          /* x, y, radius */
    float ground, front;       /* crest of the ground behind and of the drift before the drawings; 100 = none */
    rgba ground_color, front_color;
    struct list pieces;        /* struct wheel_piece */
};
struct wheel_props {
    const char *var;
    float radius, hub, lens, lens_at, window, window_at, floor;
    struct text_ref name;
    struct list stops;         /* struct wheel_stop */
};
struct wheel_window {          /* pictures of one stop in one size; in the layout arena */
    uint64_t disc, front, piece[WHEEL_PIECES];
    struct box front_box;
    struct vec2 size[WHEEL_PIECES];
};
struct wheel_look {
    uint64_t body, dot, dot_large, stitch, plate, plate_lens, ring, ring_lens, grip[2];
    struct box body_box;
    struct wheel_window small[WHEEL_STOPS], large[WHEEL_STOPS];
    struct chip chip[WHEEL_STOPS];
    const char *label[WHEEL_STOPS], *name;
};
struct wheel_state {
    struct wheel_look *look;
    struct glide go;           /* stop at the top, between stops too, not wrapped while it moves */
    bool held, dragged;
    int item;                  /* under the finger */
    float finger;              /* its angle */
    float grip, grip_from;     /* degrees that the grip has been carried */
    int act;                   /* stop whose act was begun, -1 = none */
    int64_t act_since;
};

static inline const struct wheel_stop *wheel_stop(const struct wheel_props *p, int i) { return (const struct wheel_stop *)p->stops.items + i; }
static inline const struct wheel_piece *wheel_piece(const struct wheel_stop *s, int i) { return (const struct wheel_piece *)s->pieces.items + i; }
static inline struct vec2 wheel_centre(const struct node *n) { return (struct vec2){n->box.x + n->box.w / 2, n->box.y + n->box.h / 2}; }
static inline float wheel_side(const struct node *n, const struct env *e) { return e->rtl && !node_common(n, e)->keep_side ? -1.0f : 1.0f; }
static inline float wheel_floor(const struct wheel_props *p, const struct env *e) { return e->stage.y + p->floor; }
struct vec2 wheel_point(struct vec2 centre, float degrees, float r);
float wheel_turn(const struct node *n, const struct env *e);         /* stop at the top now */
int wheel_wrap(const struct wheel_props *p, float turn);             /* nearest stop, 0 .. n-1 */
float wheel_offset(const struct wheel_props *p, float i, float turn);/* stops from the top, the short way round */
float wheel_act_t(const struct wheel_state *s, const struct env *e, int stop);   /* seconds of its act; large = over */
void wheel_bake(struct node *n, struct env *e);
void wheel_draw(struct node *n, struct paint *pt);
#endif
