/* SPDX-License-Identifier: GPL-3.0-or-later */
/* env.h - what elements are given and may ask of their surroundings: the visit, texts, paragraphs, pictures. */
#ifndef LK_SCENE_ENV_H
#define LK_SCENE_ENV_H
#include <content/journey.h>
#include <content/message.h>
#include <draw/picset.h>
#include <scene/vars.h>
#include <text/para.h>

struct node;
struct scene;
struct film_info;
enum pair_spare { SPARE_NONE, SPARE_LINES, SPARE_SMALL, SPARE_CAPTIONS, SPARE_BUTTONS, SPARE_ALL };   /* LINES: titles have both in one line; SMALL: captions and buttons in smaller letters too; then texts that show one language: captions, and buttons, and titles */
struct visit_view {                  /* of the app, for nav, home, strips */
    const char *scene, *chapter;     /* ids now; chapter NULL outside of all */
    int chapter_index;               /* -1 outside */
    const char *const *visited; int nvisited;      /* scene ids seen in this visit */
    const char *next_label_scene;    /* where `next` leads: scene id, NULL = nowhere */
    bool next_is_chapter;            /* it is the first of the next chapter (or home) */
    const char *came_from; int64_t active_at;      /* the scene before, NULL = none; ms: when a person last did something */
    bool can_back;
    float idle_left, idle_total;     /* seconds of the "still there?" countdown; total 0 = not running */
    const struct partner *partner;   /* in force (content/partners.h), NULL = none may be shown */
    struct strs sources_of;          /* facts whose sources the sheet shows */
};
struct env {
    struct arena *layout;            /* lives until the next layout of this scene: paragraphs, labels */
    struct arena *frame;             /* lives until the next frame but one */
    const struct port_fonts *fonts;
    const struct journey *journey;
    struct msg_env msg;              /* language, catalogue, facts; args = variables and the scene's numbers */
    struct msg_env second;           /* the language beside it, the same way; lang NULL = none */
    const struct vars *vars;
    const struct visit_view *visit;
    struct picset *pics;             /* the scene's wishes; add while arranging */
    const struct scene *scene;
    float scale, mm;                 /* px per canvas unit; canvas units per mm of the screen, 0 = nobody has measured it */
    float w, h;                      /* canvas size now, canvas units */
    struct box stage;                /* the reference canvas inside it: 1920x1080 or 1080x1920, centred, at the bottom */
    bool portrait, rtl, still;       /* still: reduced motion */
    float text_scale;                /* 1, 1.5, 2 */
    int spare;                       /* enum pair_spare, of the element now at work (env_enter) */
    bool beside;                     /* it shows the second only behind the first */
    bool low_reach, more;            /* more: the *more* level of texts */
    bool sound, muted;               /* there is something to hear it with; the visitor has turned it off */
    double t;                        /* seconds since the scene began */
    bool attract;                    /* the attract loop: ambient movement never rests */
    int64_t now;                     /* ms, monotonic */
    int64_t wake;                    /* ms: elements lower it to the time of their next change */
    int layer;                       /* 0 scene, 1 sheet */
    bool busy;                       /* something plays that a visitor watches: counts as activity for a while */
    const char *film; int film_at;   /* while ticking: the film that is heard, path below assets/, and its ms; NULL = none */
    bool relayout;                   /* an element asks for a new layout (its text changed) */
    double (*play_t)(const struct env *env, const char *name);   /* seconds since `play NAME`, < 0 = not playing */
};
static inline void env_next_frame(struct env *e) { if (e->now + 16 < e->wake) e->wake = e->now + 16; }
static inline void env_wake_at(struct env *e, int64_t ms) { if (ms < e->wake) e->wake = ms; }
/* ms since *last (then it is now), but no more than a frame has: what was at rest meanwhile makes no jump. */
static inline float env_frame_ms(const struct env *e, int64_t *last) {
    float ms = fminf((float)(e->now - *last), 34);
    *last = e->now;
    return ms;
}
/* Before a function of the element's kind is called: whether it shows two languages. */
void env_enter(struct env *e, const struct node *n);
/* Seconds for ambient movement: stands still after 5 s outside of attract, and always in reduced motion. */
double env_ambient(const struct env *e, bool *moving);
/* The text in the languages now, formatted, in e->layout: for env_para and for labels of items, which know what to do with
 * two languages (text/pair.h). */
const char *env_text(struct env *e, const struct text_ref *t);
const char *env_text_in(struct env *e, struct arena *a, const struct text_ref *t);
/* A text with arguments of the element's own, looked up before the scene's. A word among them may be in two languages too:
 * a text, or a number or figure made for it by the next two. */
const char *env_say(const struct env *e, struct arena *a, const struct text_ref *t, const struct msg_arg *own, int n);
const char *env_number(const struct env *e, struct arena *a, double v, int decimals, const char *unit);
const char *env_value(const struct env *e, struct arena *a, const struct fact_value *v, bool qualified);
/* The same in the first language alone: to be put into other texts, or measured by words. */
const char *env_word(struct env *e, const struct text_ref *t);

/* ---- pictures, while arranging. Sizes canvas units. */
/* An asset fitted into w x h (0 = from the other by its own proportions); *size tells the result. 0 on failure. */
uint64_t env_asset(struct env *e, const char *path, float w, float h, bool flip, rgba mod, rgba tint, struct vec2 *size);
/* Natural size of an asset of the scene (pixels or the SVG's own units); 0,0 when it is unknown. */
struct vec2 env_asset_size(const struct env *e, const char *path);
/* A film of the scene that can be shown; NULL = its drawing stands. */
const struct film_info *env_film(const struct env *e, const char *path);
/* Size of an asset by its own proportions: as the author wrote it (0 = from the other side; both = natural), at most max_w wide. */
struct vec2 env_asset_fit(const struct env *e, const char *path, struct vec2 size, float max_w);
/* A vec program covering `area` (canvas units; the program's coordinates are canvas units too). Paint it at `area`. */
uint64_t env_vec(struct env *e, const struct vec *v, struct box area, bool opaque);
/* Lays out a text of the element. style.scale, text_scale, rtl alignment are filled in. max_w canvas units. */
bool env_para(struct env *e, const char *utf8, struct text_style style, float max_w, int page, struct para *out);
static inline float para_w(const struct para *p, const struct env *e) { return p->w / e->scale; }
static inline float para_h(const struct para *p, const struct env *e) { return p->h / e->scale; }
#endif
