/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dial_view.h - what the three files of the dial share: element_dial.c is turned by hands, dial_bake.c makes pictures,
 * dial_draw.c shows.
 *
 * A ring holds the sky of a whole day, noon at the top, midnight at the bottom, clockwise. Outside of it runs an arc between
 * two handles: the hours that somebody thinks of. Prints fall on to the hours of the ring. In the middle a round window shows
 * an animal in the light of the hour that was touched last. A dial is a clock: it is not mirrored. */
#ifndef LK_SCENE_DIAL_VIEW_H
#define LK_SCENE_DIAL_VIEW_H
#include <scene/chip.h>
#include <scene/element.h>

#define DIAL_PRINTS 32         /* pictures at most */
#define DIAL_SORTS 6
#define DIAL_FILES 6           /* drawings of one sort */
#define DIAL_RIM 14.0f         /* paper round the sky */
#define DIAL_ARC 38.0f         /* from the sky's edge to the middle of the arc */
#define DIAL_HAND_R 34.0f
#define DIAL_HAND_HIT 112.0f
#define DIAL_SEGMENTS 96       /* the arc is laid out of pieces of a quarter of an hour; handles cover its ends */
#define DIAL_SMALL 66.0f       /* width of a print on the ring, in the hand */
#define DIAL_LARGE 300.0f
#define DIAL_INNER 45.0f       /* middle of a print, from the window's edge or from the sky's */
#define DIAL_OUTER 48.0f
#define DIAL_WORD .86f         /* room for noon and midnight, a share of the sky's radius */
#define DIAL_PRINT_H .9f       /* height of a print / its width */
#define DIAL_FALL_MS 420
#define DIAL_NEXT_MS 120       /* from print to print */
#define DIAL_OPEN_MS 240
#define DIAL_STAYS_MS 3000

struct dial_sky { float hour; rgba color; };
struct dial_sort {             /* prints of one sort: those of the day, of twilight ... */
    const char *id;
    struct text_ref label;
    float light;               /* hour of the night in the picture, 0 dusk to 6 dawn */
    rgba mod;
    struct strs files;
    struct nums hours;
};
struct dial_props {
    const char *from, *to, *dark_var, *file;
    struct text_ref name, from_name, to_name, noon, midnight;
    float radius, hub, step, file_width, night_light, day_light;
    struct vec2 file_at;
    struct nums dark;          /* [from, to]: hours that count as dark */
    struct list sky;           /* struct dial_sky */
    struct list sorts;         /* struct dial_sort */
    struct conds shown_if;
};
struct dial_print { float hour; int sort, file; struct vec2 at; uint64_t paper; bool flip; };   /* at: from the dial's middle */
struct dial_animal { uint64_t key; struct vec2 size; };
struct dial_look {
    uint64_t body, disc[2], front[2], hand[2][2], arc[DIAL_SEGMENTS], large[DIAL_SORTS];   /* [0] night, [1] day */
    struct dial_animal animal[2], small[DIAL_SORTS][DIAL_FILES][2], big[DIAL_SORTS][DIAL_FILES];
    struct dial_print print[DIAL_PRINTS];
    int nprints;               /* in the order of the day */
    struct chip chip[DIAL_SORTS];
    struct para noon, midnight;
    const char *name, *hand_name[2], *label[DIAL_SORTS];
};
struct dial_hand { float at, from, to; int64_t since; int ms; };    /* ms 0 = at rest; at is not wrapped while it moves */
enum dial_grip { GRIP_NONE, GRIP_FROM, GRIP_TO, GRIP_ARC };
struct dial_state {
    struct dial_look *look;
    struct dial_hand hand[2];
    enum dial_grip grip;
    int item;                  /* under the finger */
    bool held, dragged, begun, shown;
    float finger, span;        /* hour of the finger; length of the arc as the finger wants it */
    float told[2];             /* hours of the handles that the variables hold, as far as the dial knows */
    float hour, light;         /* hour in the window, daylight in it now, 0..1 */
    int64_t last;              /* ms of the last tick */
    int64_t since;             /* the prints came (shown) or went */
    int big;                   /* print held up, -1 = none */
    int64_t big_since;
};
enum { DIAL_ITEM_RING, DIAL_ITEM_FROM, DIAL_ITEM_TO, DIAL_ITEM_BIG, DIAL_ITEM_PRINT };   /* BIG: the print that is held up */

static inline const struct dial_sort *dial_sort(const struct dial_props *p, int i) { return (const struct dial_sort *)p->sorts.items + i; }
static inline struct vec2 dial_centre(const struct node *n) { return (struct vec2){n->box.x + n->box.w / 2, n->box.y + n->box.h / 2}; }
static inline float dial_wrap(float h) { return h - 24 * floorf(h / 24); }
static inline float dial_angle(float hour) { return hour / 24 * 6.2831853f + 1.5707963f; }
static inline struct vec2 dial_point(struct vec2 c, float hour, float r) {
    return (struct vec2){c.x + cosf(dial_angle(hour)) * r, c.y + sinf(dial_angle(hour)) * r};
}
rgba dial_sky_at(const struct dial_props *p, float hour);
float dial_daylight(const struct dial_props *p, float hour);                  /* 0 darkest .. 1 brightest of its sky */
float dial_hand_at(const struct node *n, const struct env *e, int hand);      /* hour, 0 .. 24 */
float dial_span(const struct node *n, const struct env *e);                   /* hours from the first handle to the second */
/* How far print i has fallen, 0 not yet .. 1 there. */
float dial_fallen(const struct dial_state *s, const struct env *e, int i);
void dial_bake(struct node *n, struct env *e);
void dial_draw(struct node *n, struct paint *pt);
#endif
