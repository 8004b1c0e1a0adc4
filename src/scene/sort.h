/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sort.h - tokens on a tray that belong to one of two sides: what an author writes, what a visitor has done, what was baked.
 * Places of tokens are their feet: the middle of the lower edge. */
#ifndef LK_SCENE_SORT_H
#define LK_SCENE_SORT_H
#include <scene/element.h>

enum { SORT_TOKENS = 16, SORT_SIDES = 2, SORT_SIDE_ITEM = 100 };    /* items: 0.. tokens, 100.. sides */
enum { SORT_SNAP_MS = 240, SORT_FLY_MS = 520, SORT_HOME_MS = 420, SORT_LIFT_MS = 120, SORT_THREAD_MS = 320, SORT_STEP_MS = 300,
       SORT_STEPS = 3, SORT_LOAD_MS = 420, SORT_LOAD_NEXT_MS = 70, SORT_FADE_MS = 420, SORT_FADE_NEXT_MS = 120 };
#define SORT_BEAD 13.0f
#define SORT_RING 84.0f
#define SORT_STRIDE 26.0f           /* of one that walks off, canvas units a step */

struct sort_token {
    const char *id, *file, *side;
    struct text_ref label;
    float tray_height, height;      /* waiting, and where it belongs */
    struct vec2 at;
    struct conds gone_if;
    int side_index;                 /* of `side`, set at load */
};
struct sort_side {
    const char *id;
    struct text_ref label;
    struct vec2 at, size;
    rgba ink, glow;
    struct nums hubs;               /* x, y, x, y ...: threads lead to the nearest; none = no thread */
    bool walks;
};
struct sort_props {
    struct list tokens, sides;
    struct vec2 tray_at;
    float tray_gap, tray_floor;
    int load;
    struct conds tray_if;
    const char *sorted, *wrong, *late, *clock;
    float late_after;
    rgba waiting, hand, ink, gold;
};

enum sort_mode { SORT_WAITS, SORT_HELD, SORT_FLIES, SORT_HOME, SORT_LIES };
struct sort_piece {
    enum sort_mode mode;
    int64_t since;                  /* ms: since when in this mode; for LIES, when it landed */
    struct vec2 from;
    bool snap;                      /* FLIES: dropped near, not sent from the tray */
    bool hop;                       /* HOME: it was wrong */
    bool gone;
    int64_t gone_at;
};
struct sort_state {
    struct sort_piece piece[SORT_TOKENS];
    int count, told;                /* tokens that found their side; what `sorted` was last set to */
    int load;                       /* the load on the tray */
    int64_t load_at;
    int chosen;                     /* token that was touched and waits for a side, -1 = none */
    struct vec2 at, grip;           /* of the one in the hand */
    bool tray;                      /* the tray can be used now */
    bool told_late;
    struct sort_look *look;         /* in the layout arena: remade by each arrange */
};
struct sort_look {
    uint64_t waits[SORT_TOKENS], hand[SORT_TOKENS], lies[SORT_TOKENS], thread[SORT_TOKENS];
    struct box thread_area[SORT_TOKENS];
    bool thread_left[SORT_TOKENS];  /* it leads from the token to the left */
    struct vec2 size[SORT_TOKENS][2];               /* on the tray, on its side */
    struct para label[SORT_TOKENS];
    const char *side[SORT_SIDES];
    uint64_t glow[SORT_SIDES], bead, dot, ring, shadow, empty;
    float foot;                     /* of the tray, stage units: higher where labels need room */
};

static inline const struct sort_token *sort_token(const struct sort_props *p, int i) { return (const struct sort_token *)p->tokens.items + i; }
static inline const struct sort_side *sort_side(const struct sort_props *p, int i) { return (const struct sort_side *)p->sides.items + i; }
/* A point of the stage on the canvas; mirrored in a right-to-left language. */
static inline struct vec2 sort_on(const struct env *e, struct vec2 at) {
    return (struct vec2){e->stage.x + (e->rtl ? e->stage.w - at.x : at.x), e->stage.y + at.y};
}
struct box sort_side_box(const struct sort_props *p, const struct env *e, int side);
struct vec2 sort_home(const struct sort_props *p, const struct sort_state *s, const struct env *e, int token);   /* its foot on the tray */
struct vec2 sort_place(const struct sort_props *p, const struct env *e, int token);                              /* ... on its side */
/* Where the foot of a token is now. */
struct vec2 sort_foot(const struct sort_props *p, const struct sort_state *s, const struct env *e, int token);
/* Share of a time that has passed since a moment; 1 in reduced motion. */
static inline float sort_passed(const struct env *e, int64_t since, int ms) {
    return e->still ? 1 : clampf((float)(e->now - since) / (float)ms, 0, 1);
}
/* It waits on the tray now, is in the hand or on its way from or to it. */
static inline bool sort_on_tray(const struct sort_props *p, const struct sort_state *s, int token) {
    return token / p->load == s->load && s->piece[token].mode != SORT_LIES;
}
void sort_arrange(struct node *n, struct env *e);
void sort_draw(struct node *n, struct paint *pt);
#endif
