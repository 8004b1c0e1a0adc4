/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quiz_look.h - what the parts of the quiz share: element_quiz.c plays, quiz_look.c sets out question, plates and words,
 * quiz_camp.c the teams on the snow and the paper animal, quiz_draw.c shows each moment. */
#ifndef LK_SCENE_QUIZ_LOOK_H
#define LK_SCENE_QUIZ_LOOK_H
#include <draw/paper.h>
#include <scene/element.h>
#include <scene/quiz_model.h>

enum { QUIZ_CLOCK = 20, QUIZ_PICTURES = 2, QUIZ_ITEM_NEXT = 10, QUIZ_ITEM_SHOW, QUIZ_ITEM_SOURCE, QUIZ_ITEM_PAGE };
enum { QUIZ_SET_MS = 340 /* the sign goes to the plate */, QUIZ_TURN_MS = 320, QUIZ_FLY_AT = 420, QUIZ_FLY_MS = 620,
       QUIZ_SPOT_MS = 140 /* from spot to spot on the animal */, QUIZ_POP_MS = 260,
       QUIZ_DEAF_MS = 350 /* the second of two quick taps on a plate answers nothing */ };
#define QUIZ_TOKEN_R 42.0f
#define QUIZ_ROW_R 34.0f
#define QUIZ_BEHIND 8.0f          /* every second player of a plate stands so much higher, behind the others */

/* ---- what an author writes */
enum quiz_stage { QUIZ_START, QUIZ_ASK, QUIZ_TOLD, QUIZ_END };
enum quiz_shape { QUIZ_TRIANGLE, QUIZ_CIRCLE, QUIZ_SQUARE, QUIZ_DIAMOND };
struct quiz_answer { struct text_ref text; struct strs pictures; const char *icon; };
struct quiz_question {
    const char *id, *scene;
    int level;                       /* 1: only with *more* */
    struct text_ref ask, explain;
    struct quiz_answer right;
    struct list wrong;               /* struct quiz_answer */
    struct strs facts;
    struct action show, source;      /* made at load */
};
struct quiz_team { struct text_ref label; int shape; rgba color, deep; const char *player; };
struct quiz_choice { struct text_ref label; };
struct quiz_coat { const char *file; struct vec2 at; float width, spot; struct nums flank; struct text_ref alt; };
struct quiz_props {
    const char *stage, *teams, *clock, *drawn, *given, *at, *right;      /* variables */
    int count, cub_below, seed;
    struct list questions, team_kinds, choices;
    struct text_ref number, turn, yes, no, over, next, last, show, source, spots;
    struct quiz_coat coat, cub;
    rgba silhouette;
};

/* ---- as it stands */
struct quiz_now { enum quiz_stage stage; int teams, at; struct quiz_game game; };
struct quiz_look;
struct quiz_state {
    struct quiz_now now;         /* as it was laid out */
    bool began;
    int64_t since;               /* ms: when this stage began; 0 = long ago, nothing moves any more */
    double asked;                /* scene seconds when the question was asked */
    int page;                    /* of the explanation */
    int place[QUIZ_ANSWERS];     /* which answer stands where */
    struct quiz_look *look;      /* in the layout arena: remade by each arrange */
};
void quiz_now(struct quiz_now *q, const struct quiz_props *p, const struct env *e);
static inline const struct quiz_question *quiz_question_at(const struct quiz_props *p, int i) {
    return (const struct quiz_question *)p->questions.items + i;
}
static inline const struct quiz_team *quiz_team_at(const struct quiz_props *p, int i) {
    return (const struct quiz_team *)p->team_kinds.items + i;
}
static inline int quiz_team_of(const struct quiz_now *q, int question) { return q->teams ? question % q->teams : 0; }
/* ms since the stage began; large where nothing moves. */
static inline float quiz_ms(const struct quiz_state *s, const struct env *e) {
    return !s->since || e->still ? 1e6f : (float)(e->now - s->since);
}
bool quiz_timed(const struct quiz_props *p, const struct env *e);
float quiz_moves(const struct quiz_state *s);      /* ms of movement after a stage began */

/* ---- pictures */
struct quiz_pic { uint64_t key; struct box area; };             /* around its middle */
struct quiz_button { struct box box; uint64_t key[2]; struct para label; struct vec2 at; };
struct quiz_words { struct para para; struct vec2 at; };
struct quiz_plate {
    struct box box;
    int answer;                  /* 0 right, 1.. wrong; at the start: teams - 1 */
    struct para text[2];         /* on dark, on gold */
    struct vec2 text_at;
    uint64_t pic[2][QUIZ_PICTURES]; struct box pic_box[QUIZ_PICTURES]; int pics;
};
struct quiz_look {
    struct quiz_words number, question, head, body, pager, turn, row;
    struct quiz_plate plate[QUIZ_ANSWERS]; int plates;
    uint64_t face[2], gold, cross, check;                       /* of every plate: as it lies, pressed, right */
    uint64_t bank;                                              /* of the start: snow at the foot of the plate, before the players */
    struct quiz_pic player[QUIZ_TEAMS];                         /* one of each team, around the middle of its feet; key 0: the signs alone */
    uint64_t card, pill, leaf[2];
    struct box card_box, pager_box, leaf_box;
    struct quiz_button next, show;
    const char *leaf_say;
    /* teams on the snow */
    struct quiz_pic token[QUIZ_TEAMS], raised, small[QUIZ_TEAMS];
    struct vec2 token_at[QUIZ_TEAMS];
    struct quiz_words name[QUIZ_TEAMS];
    int tokens;
    struct quiz_pic spot[QUIZ_ROUND], empty; struct vec2 spot_at[QUIZ_ROUND];
    struct quiz_pic lit, out, moon; struct vec2 clock[QUIZ_CLOCK];
    /* the paper animal */
    uint64_t animal, ghost; struct box animal_box, ghost_box;
    const char *alt;
};
/* The area of the words and controls: margins, foot of the picture, whether there is room for the teams. */
struct quiz_room { float x, w, foot; bool camps, large; };
struct quiz_room quiz_room(const struct quiz_state *s, const struct env *e);
bool quiz_inline(const struct env *e);
float quiz_bank_h(const struct env *e);
struct box quiz_mirror(const struct env *e, struct box b);      /* a box of the stage, on the canvas */
struct quiz_pic quiz_bake(struct env *e, const struct vec *v, float r);
void quiz_sign(struct vec *v, int shape, float x, float y, float r, rgba color);
void quiz_arrange(struct node *n, struct env *e);
void quiz_camp(struct node *n, struct env *e);
void quiz_animal(struct node *n, struct env *e);
void quiz_draw(struct node *n, struct paint *pt);
#endif
