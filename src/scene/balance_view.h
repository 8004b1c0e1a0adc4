/* SPDX-License-Identifier: GPL-3.0-or-later */
/* balance_view.h - what the two files of the balance share: element_balance.c weighs, balance_draw.c bakes and shows.
 *
 * A beam on a pole carries two boards on ropes. One load stands on the first board, equal weights are put on the second. What is
 * reported of a load is a range: the beam is level anywhere within it. Nothing is turned while drawing: boards only rise and
 * sink, and the beam is laid out of slices that are cut for every slope it can have. */
#ifndef LK_SCENE_BALANCE_VIEW_H
#define LK_SCENE_BALANCE_VIEW_H
#include <scene/element.h>

#define BALANCE_LOADS 8
#define BALANCE_WEIGHTS 24
#define BALANCE_ROW 6          /* weights side by side */
#define BALANCE_ARM 300.0f     /* canvas units from the pole to where a board hangs */
#define BALANCE_REACH 330.0f   /* to the beam's end */
#define BALANCE_SLICES 6
#define BALANCE_SLOPE .15f     /* of the beam at most: words stand above its ends */
#define BALANCE_RISE 64        /* px that a slice rises at most */
#define BALANCE_BOARD_W 400.0f
#define BALANCE_ROPE 330.0f    /* from the yoke to the board */
#define BALANCE_YOKE 34.0f     /* from the beam to the yoke */
#define BALANCE_FLY_MS 340

struct balance_load {
    const char *id, *file, *fact, *to;
    struct text_ref label;
    float width;
    rgba tint;
    double least, most;        /* from the facts; most 0 = nobody knows */
};
struct balance_props {
    const char *load, *count, *each, *sum, *state, *like, *file;
    int max;
    float weight_width;
    struct vec2 pivot, stock;  /* stock: middle of its lower edge */
    float ground;
    struct text_ref name, add_name, take_name;
    struct list loads;         /* struct balance_load */
};
struct balance_look {
    uint64_t pole, board, slice[2 * BALANCE_RISE + 1], badge[2][2], weight;
    int slice_w, rise;         /* px */
    float slice_h;             /* canvas units */
    struct box pole_box;
    struct vec2 weight_size, size[BALANCE_LOADS];
    uint64_t key[BALANCE_LOADS];
    const char *name, *add_name, *take_name, *label[BALANCE_LOADS];
};
struct balance_state {
    struct balance_look *look;
    float tilt, from, to;      /* -1 the load is down .. 1 the weights are down */
    int64_t since;             /* ms of the last push; may lie ahead while a weight flies */
    bool begun, swings;
    int count, load;           /* as seen last */
    struct vec2 start[BALANCE_WEIGHTS];   /* where a weight came from */
    int64_t born[BALANCE_WEIGHTS];
    struct vec2 left;          /* where a weight was when it was taken off */
    int64_t left_at;           /* 0 = none is on its way back */
    bool held, dragged;
    int item;
    struct vec2 finger;
};
enum { BALANCE_ITEM_ADD, BALANCE_ITEM_TAKE };

static inline const struct balance_load *balance_load(const struct balance_props *p, int i) { return (const struct balance_load *)p->loads.items + i; }
static inline float balance_side(const struct node *n, const struct env *e) { return e->rtl && !node_common(n, e)->keep_side ? -1.0f : 1.0f; }
struct vec2 balance_pivot(const struct node *n, const struct env *e);
struct vec2 balance_stock(const struct node *n, const struct env *e);
/* Middle of the top of a board: side -1 the load's, 1 the weights'. */
struct vec2 balance_board(const struct node *n, const struct env *e, int side);
/* Middle of the lower edge of weight i on its board. */
struct vec2 balance_place(const struct node *n, const struct env *e, int i);
int balance_count(const struct node *n, const struct env *e);
int balance_loaded(const struct node *n, const struct env *e);
void balance_bake(struct node *n, struct env *e);
void balance_draw(struct node *n, struct paint *pt);
#endif
