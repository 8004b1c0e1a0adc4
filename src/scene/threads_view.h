/* SPDX-License-Identifier: GPL-3.0-or-later */
/* threads_view.h - inside of the element threads: troubles on one side, answers on the other, a picture between them.
 *
 * A thread has two halves. The first is barbed and leads from the trouble to the picture in the middle. Once it was touched
 * its barbs fall, and the second half comes out on the other side in leaf and reaches the answer. Stage units, mirrored in a
 * right-to-left language. */
#ifndef LK_SCENE_THREADS_VIEW_H
#define LK_SCENE_THREADS_VIEW_H
#include <scene/element.h>

enum { THREADS_MAX = 8 };
enum {                               /* ms */
    THREADS_LIT_MS = 350,            /* the first half lights up */
    THREADS_FEEL_MS = 800,           /* so long only the trouble is seen */
    THREADS_DROP_MS = 500,           /* barbs fall */
    THREADS_RUN_MS = 700,            /* green runs to the answer */
    THREADS_LEAF_AT = 300,           /* leaves follow it so much later */
    THREADS_HELP_MS = THREADS_RUN_MS + THREADS_LEAF_AT,
    THREADS_BLINK_MS = 140,
    THREADS_LIGHT_MS = 1400          /* the light follows one answer */
};
#define THREADS_RIM 12.0f            /* paper rim of the middle */
#define THREADS_DISC 52.0f           /* radius of a trouble, */
#define THREADS_DISC_LIT 62.0f       /* of the chosen one, */
#define THREADS_LEAF 46.0f           /* of an answer, */
#define THREADS_LEAF_LIT 56.0f       /* of the chosen one's */
#define THREADS_CARD_STEPS 1.13f     /* height of a card, in distances from one answer to the next: its neighbours' words stay free */
#define THREADS_PILL_PAD 6.0f        /* least free above and below the words of an answer in two languages, */
#define THREADS_PILL_AIR 16.0f       /* and where there is room for a higher one */
#define THREADS_LABEL_H 92.0f
#define THREADS_LABEL_PAD 4.0f       /* of a name below its disc */
#define THREADS_LARGE 1.4f           /* from this text size on answers in the row say their year alone */

struct threads_item { const char *id, *icon; struct text_ref label, year, answer; };
struct threads_props {
    const char *var, *helped, *light;
    struct list items;               /* struct threads_item */
    struct text_ref wait;
    const char *file, *lids;
    struct vec2 middle, bend;
    struct conds hidden_if;
    float r, file_w, file_y, from, to, first, step, reach, label_w, answer_w, answer_h;
    bool below;
};
struct threads_thread {
    bool helping, helped;
    int64_t lit_at, help_at;
};
/* Pictures and words of one thread. [1] = while it is chosen. */
struct threads_look {
    uint64_t line[2], barbs[2], dots, green, leaves, disc[2], card, plate;
    struct box near, far;            /* areas of the two halves */
    struct box plate_box;            /* behind the name, stage units */
    struct para label[2], year[2], answer[2];
    float card_h;
    const char *says, *asks;         /* the answer, read aloud; before it is reached */
};
struct threads_state {
    struct threads_thread v[THREADS_MAX];
    struct threads_look look[THREADS_MAX];
    int chosen, count;               /* -1 = none; answers that were reached */
    int64_t blink_at, light_at;
    float light, light_from, light_to;
    /* shared pictures */
    uint64_t face, lids, plate, rim, ring, pill, empty, waiting, reached[2];
    struct para wait;
    float pill_h;                    /* of an answer: as the author wants it, higher for two languages */
    struct vec2 face_size;
};

static inline const struct threads_item *threads_item(const struct threads_props *p, int i) {
    return (const struct threads_item *)p->items.items + i;
}
static inline int threads_count(const struct threads_props *p) { return p->items.n < THREADS_MAX ? p->items.n : THREADS_MAX; }
/* Milliseconds since a moment; in reduced motion everything that has begun is over. */
static inline float threads_ms(const struct env *e, int64_t since) { return e->still ? 1e6f : (float)(e->now - since); }

bool threads_mirrored(const struct node *n, const struct env *e);
/* From stage units to the canvas. */
struct vec2 threads_at(const struct node *n, const struct env *e, struct vec2 at);
struct box threads_box(const struct node *n, const struct env *e, struct box b);
static inline float threads_y(const struct threads_props *p, int i) { return p->first + p->step * (float)i; }
/* The four points of a half, stage units: from the trouble to the middle, or from the middle to the answer. */
void threads_curve(const struct threads_props *p, int i, bool far, struct vec2 out[4]);
struct vec2 threads_on(const struct vec2 c[4], float t);
/* Where the card of a chosen answer lies, stage units. */
struct box threads_card(const struct threads_props *p, int i, float h);
struct box threads_pill(const struct threads_props *p, const struct threads_state *s, int i);
struct box threads_label(const struct threads_props *p, int i);
/* The highest that pills may become: between them there is a gap, and a chosen one's card leaves its neighbours' words free. */
static inline float threads_pill_most(const struct threads_props *p) { return fmaxf(p->answer_h, p->step * (2 - THREADS_CARD_STEPS)); }
/* Width for the words of a pill, between its disc and its round end. */
static inline float threads_words_w(const struct threads_props *p) { return p->answer_w - THREADS_LEAF - 56; }

void threads_arrange(struct node *n, struct env *e);
void threads_draw(struct node *n, struct paint *pt);
#endif
