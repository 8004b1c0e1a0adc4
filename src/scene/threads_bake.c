/* SPDX-License-Identifier: GPL-3.0-or-later */
/* threads_bake.c - the pictures and words of the threads. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/keys.h>
#include <scene/threads_view.h>
#include <text/pair.h>

#define DULL 0x8C5A50FFu
#define LIT 0xE4573DFFu
#define GREEN 0xA5D27FFFu
#define DARK 0x1A2C32FFu
#define PLATE 0x06171CA6u
#define LEAF_INK 0xBFD8A6FFu
enum { BARBS = 10, KEPT = 2 /* barbs that never fall */, LEAVES = 9 };

/* ---- curves. Programs are in canvas units: the mirror is in the points. */
struct curve { struct vec2 p[4]; };

static struct curve curve_of(const struct node *n, const struct env *e, int i, bool far) {
    struct curve c;
    threads_curve(node_props(n, e), i, far, c.p);
    for (int k = 0; k < 4; k++) c.p[k] = threads_at(n, e, c.p[k]);
    return c;
}

static struct box hull(const struct curve *c) {
    struct vec2 lo = c->p[0], hi = c->p[0];
    for (int k = 1; k < 4; k++) {
        lo = (struct vec2){fminf(lo.x, c->p[k].x), fminf(lo.y, c->p[k].y)};
        hi = (struct vec2){fmaxf(hi.x, c->p[k].x), fmaxf(hi.y, c->p[k].y)};
    }
    return box_grow((struct box){lo.x, lo.y, hi.x - lo.x, hi.y - lo.y}, 44);
}

static void trace(struct vec *v, const struct curve *c) {
    vec_move(v, c->p[0].x, c->p[0].y);
    vec_curve(v, c->p[1].x, c->p[1].y, c->p[2].x, c->p[2].y, c->p[3].x, c->p[3].y);
}

/* Steps onto the curve, x along it. False within `clear` of the middle: there it lies behind the picture. */
static bool step_on(struct vec *v, const struct curve *c, float t, struct vec2 mid, float clear) {
    struct vec2 at = threads_on(c->p, t), next = threads_on(c->p, t + .01f);
    if (hypotf(at.x - mid.x, at.y - mid.y) < clear) return false;
    vec_save(v);
    vec_translate(v, at.x, at.y);
    vec_rotate(v, atan2f(next.y - at.y, next.x - at.x));
    return true;
}

static void barb(struct vec *v, rgba ink) {
    for (int side = -1; side <= 1; side += 2) {
        vec_move(v, 0, 0);
        vec_line(v, -10, 13.0f * (float)side);
    }
    vec_stroke(v, ink, 4, 0, 0);
}

static void barbs(struct vec *v, const struct curve *c, int first, int last, rgba ink, struct vec2 mid, float clear) {
    for (int k = first; k <= last; k++) {
        if (!step_on(v, c, ((float)k + .6f) / 12, mid, clear)) continue;
        barb(v, ink);
        vec_restore(v);
    }
}

static void leaf(struct vec *v, float side, float size) {
    vec_scale(v, size, size * side);
    vec_move(v, 0, 0);
    vec_quad(v, 8, 20, 28, 22);
    vec_quad(v, 24, 4, 0, 0);
    vec_close(v);
    vec_fill(v, GREEN);
}

static void bake_near(struct node *n, struct env *e, struct threads_look *k, int i) {
    const struct threads_props *p = node_props(n, e);
    struct curve c = curve_of(n, e, i, false);
    struct vec2 mid = threads_at(n, e, p->middle);
    float clear = p->r + THREADS_RIM + 12;
    k->near = hull(&c);
    for (int lit = 0; lit < 2; lit++) {
        rgba ink = lit ? LIT : DULL;
        struct vec v;
        vec_begin(&v, e->layout);
        trace(&v, &c);
        vec_stroke(&v, ink, lit ? 9 : 6, 0, 0);
        barbs(&v, &c, 1, KEPT, ink, mid, clear);
        k->line[lit] = env_vec(e, &v, k->near, false);
        vec_begin(&v, e->layout);
        barbs(&v, &c, KEPT + 1, BARBS, ink, mid, clear);
        k->barbs[lit] = env_vec(e, &v, k->near, false);
    }
}

static void bake_far(struct node *n, struct env *e, struct threads_look *k, int i) {
    const struct threads_props *p = node_props(n, e);
    struct curve c = curve_of(n, e, i, true);
    struct vec2 mid = threads_at(n, e, p->middle);
    struct vec v;
    k->far = hull(&c);
    vec_begin(&v, e->layout);
    trace(&v, &c);
    vec_stroke(&v, DULL, 6, 3, 16);
    k->dots = env_vec(e, &v, k->far, false);
    vec_begin(&v, e->layout);
    trace(&v, &c);
    vec_stroke(&v, GREEN, 7, 0, 0);
    k->green = env_vec(e, &v, k->far, false);
    vec_begin(&v, e->layout);
    for (int l = 1; l <= LEAVES; l++) {
        if (!step_on(&v, &c, (float)l / 10.5f, mid, p->r + THREADS_RIM + 10)) continue;
        leaf(&v, l % 2 ? 1 : -1, l % 3 ? 1 : 1.2f);
        vec_restore(&v);
    }
    k->leaves = env_vec(e, &v, k->far, false);
}

/* ---- discs. Around 0, 0; THREADS_DISC_LIT + PAPER_MARGIN to every side. */
static uint64_t disc_picture(struct env *e, const struct vec *v) {
    float out = THREADS_DISC_LIT + PAPER_MARGIN;
    return env_vec(e, v, (struct box){-out, -out, 2 * out, 2 * out}, false);
}

static uint64_t disc(struct env *e, const char *icon, float r, float size, rgba fill, rgba rim, float rim_w, rgba ink) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, r, fill, rim, rim_w);
    icon_draw(&v, icon, -size / 2, -size / 2, size, ink, false);
    return disc_picture(e, &v);
}

static uint64_t waiting(struct env *e) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, THREADS_LEAF, 0x33474BFFu, 0, 0);
    vec_circle(&v, 0, 0, THREADS_LEAF - 3);
    vec_stroke(&v, 0xA3C8C7FFu, 4, 4, 12);
    icon_draw(&v, "hand", -25, -26, 50, INK_SNOW, false);
    return disc_picture(e, &v);
}

static uint64_t ring(struct env *e) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, THREADS_DISC + 12);
    vec_stroke(&v, 0xF2A93BFFu, 6, 0, 0);
    return disc_picture(e, &v);
}

static uint64_t soft_pill(struct env *e, struct box b) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rrect(&v, b, b.h / 2);
    vec_fill(&v, PLATE);
    return env_vec(e, &v, b, false);
}

/* ---- the middle: plate below the picture, rim over its edge */
static void bake_middle(struct node *n, struct env *e) {
    const struct threads_props *p = node_props(n, e);
    struct threads_state *s = n->state;
    float out = p->r + THREADS_RIM + PAPER_MARGIN;
    struct box area = {-out, -out, 2 * out, 2 * out};
    struct vec v;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, p->r + THREADS_RIM, INK_SNOW, 0, 0);
    vec_save(&v);
    vec_circle(&v, 0, 0, p->r + 2);
    vec_keep(&v);
    vec_fill(&v, 0x1B4452FFu);
    vec_clip(&v);
    vec_circle(&v, 0, p->r * .22f, p->r * 1.05f);
    vec_fill(&v, 0x2A6478FFu);
    vec_restore(&v);
    s->plate = env_vec(e, &v, area, false);
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, p->r + THREADS_RIM / 2);
    vec_stroke(&v, INK_SNOW, THREADS_RIM + 1, 0, 0);
    s->rim = env_vec(e, &v, area, false);
    s->face = env_asset(e, p->file, p->file_w, 0, false, 0xFFFFFFFFu, 0, &s->face_size);
    struct vec2 same;
    s->lids = p->lids ? env_asset(e, p->lids, p->file_w, 0, false, 0xFFFFFFFFu, 0, &same) : 0;
}

/* ---- words */
static struct text_style display(const struct env *e, float px, rgba ink, enum text_align align, int lines) {
    return (struct text_style){.token = STYLE_H3, .px = px * e->scale, .ink = ink, .align = align, .max_lines = lines, .fit = true, .beside = align == ALIGN_START};
}

/* How a year and what was done below it are set: sizes, and what is left free above and below them. Two languages, where they have
 * no room so: in narrow letters, and in the last way of all with the year before the answer, so that each has a line of its own. */
struct way { enum style_token token; float year, answer, free; };
static const struct way PILL[] = {{STYLE_LABEL, 38, 28, 0}, {STYLE_LABEL, 32, 28, 0}, {STYLE_H3, 38, 32, 16}, {STYLE_H3, 0, 32, 0}};
static const struct way CARD[] = {{STYLE_BUTTON, 48, 33, 26}, {STYLE_BUTTON, 46, 29, 26}, {STYLE_LABEL, 38, 28, 16}, {STYLE_H3, 38, 30, 24}};
enum { PILL_WAYS = sizeof PILL / sizeof *PILL, CARD_WAYS = sizeof CARD / sizeof *CARD };

/* A year, in two languages only where the second has a word for it: "2012年 2012" says it twice. */
static const char *year_text(struct env *e, const struct text_ref *t) {
    const char *second, *both = env_text(e, t), *first = pair_first(e->layout, both, &second);
    return second && pair_join(e->layout, second, first) == second ? first : both;
}

struct said { const char *year, *answer; rgba year_ink, narrow_ink, ink; float w; int lines; };

/* Height of both, canvas units. Only the answer has its second language below it. */
static float set_way(struct env *e, const struct said *s, const struct way *how, struct para *year, struct para *answer) {
    struct text_style st = {.token = how->token, .px = how->answer * e->scale, .ink = s->ink, .max_lines = s->lines, .beside = true, .fit = style_display(how->token)};
    const char *said = s->answer;
    *year = (struct para){.text = ""};
    if (how->year > 0) {
        struct text_style of = display(e, how->year, st.fit ? s->narrow_ink : s->year_ink, ALIGN_START, 1);
        of.level = true;
        safe_para(e, s->year, of, s->w, year);
    } else {
        const char *second, *first = pair_first(e->layout, s->answer, &second);
        said = pair_join(e->layout, arena_printf(e->layout, "*%s*  %s", pair_first(e->layout, s->year, NULL), first), second);
        st.strong = s->narrow_ink, st.beside = false;
    }
    safe_para(e, said ? said : "", st, s->w, answer);
    return para_h(year, e) + para_h(answer, e) + how->free;
}

static bool all_said(const struct env *e, const struct para *answer) { return !e->second.lang || answer->both || !answer->also; }

/* What is said on a pill, in the first way from `from` on that has room for it, and for both languages. Returns which. */
static int set_answer(struct env *e, const struct threads_props *p, struct threads_look *k, const struct said *s, int from) {
    bool large = e->text_scale >= THREADS_LARGE, two = e->second.lang && !large;
    float room = two ? threads_pill_most(p) - 2 * THREADS_PILL_PAD : p->answer_h;
    room = fminf(room, p->step * (2 - THREADS_CARD_STEPS));     /* a neighbour's card is so much higher than the step */
    for (int i = from, last = two ? PILL_WAYS - 1 : 1;; i++) {
        float h = set_way(e, s, &PILL[i], &k->year[0], &k->answer[0]);
        if (large || i >= last || (h <= room && all_said(e, &k->answer[0]))) return i;
    }
}

/* What is said on the card of the chosen one: so large that its neighbours can still be read. */
static void set_card(struct env *e, const struct threads_props *p, struct threads_look *k, const struct said *s) {
    bool large = e->text_scale >= THREADS_LARGE;
    int last = e->second.lang ? CARD_WAYS - 1 : CARD_WAYS - 2;
    for (int i = 0; i <= last; i++) {
        k->card_h = ceilf(set_way(e, s, &CARD[i], &k->year[1], &k->answer[1]));
        if (large || (k->card_h <= p->step * THREADS_CARD_STEPS && all_said(e, &k->answer[1]))) return;
    }
}

/* The name of a trouble, in two smaller lines where it is longer than its place. */
static void set_label(struct env *e, const struct threads_props *p, const char *label, float px, rgba ink, struct para *out) {
    struct text_style st = display(e, px, ink, p->below ? ALIGN_CENTER : ALIGN_END, 1);
    st.max_h = threads_label(p, 0).h * e->scale;
    safe_para(e, label, st, p->label_w, out);
    if (!out->overflow) return;
    st.max_lines = 2;
    st.px = 30 * e->scale;
    safe_para(e, label, st, p->label_w, out);
}

/* What asks on the pill of an answer that was not reached yet. */
static void set_wait(struct env *e, const struct threads_props *p, struct threads_state *s, float w) {
    struct text_style st = display(e, 34, INK_SNOW, ALIGN_START, 2);
    st.max_h = p->answer_h * e->scale;
    safe_para(e, env_text(e, &p->wait), st, w, &s->wait);
}

static void set_words(struct node *n, struct env *e, struct threads_look *k, int i) {
    const struct threads_props *p = node_props(n, e);
    const struct threads_item *it = threads_item(p, i);
    const char *label = env_text(e, &it->label), *year = year_text(e, &it->year), *answer = env_text(e, &it->answer);
    k->says = pair_chain(e->layout, year, ": ", answer);
    k->asks = pair_chain(e->layout, label, ": ", env_text(e, &p->wait));
    float name = p->below ? 36 : 34;
    set_label(e, p, label, name, INK_SNOW, &k->label[0]);
    set_label(e, p, label, k->label[0].nlines > 1 ? name : p->below ? 38 : 44, 0xFF8A70FFu, &k->label[1]);
    struct said card = {year, answer, 0x06171CFFu, 0x06171CFFu, 0x0A2229FFu, threads_card(p, i, 0).w - 56, 0};
    set_card(e, p, k, &card);
    struct box own = {0, 0, threads_card(p, i, 0).w, k->card_h};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_rrect(&v, (struct box){0, 7, own.w, own.h}, 28);
    vec_fill(&v, 0xBFD8A6FFu);
    vec_rrect(&v, own, 28);
    vec_fill(&v, INK_SNOW);
    vec_shadow_end(&v, 0, 8, 12, 0x020C1070u);
    k->card = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
}

/* Behind the name: as far as the disc, or round the name below it. */
static void bake_plate(struct env *e, const struct threads_props *p, struct threads_look *k, int i) {
    struct box b = threads_label(p, i);
    float w = fminf(b.w, fmaxf(para_w(&k->label[0], e), para_w(&k->label[1], e))) + 32;
    if (p->below) b.x += (b.w - w) / 2, b.w = w, b.h = fmaxf(para_h(&k->label[0], e), para_h(&k->label[1], e)) + 2 * THREADS_LABEL_PAD;
    else b.x -= 20, b.w += THREADS_DISC_LIT + 38;
    k->plate_box = b;
    k->plate = soft_pill(e, (struct box){0, 0, b.w, b.h});
}

/* Where an answer will stand: a place that is marked out, and nothing in it. */
static uint64_t empty_pill(struct env *e, struct box b) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rrect(&v, box_grow(b, -3), b.h / 2 - 3);
    vec_keep(&v);
    vec_fill(&v, 0x06171C59u);
    vec_stroke(&v, 0xA3C8C766u, 3, 5, 14);
    return env_vec(e, &v, b, false);
}

/* The pills: two languages are set in one way on all of them, as high as the highest needs. */
static void set_answers(struct env *e, const struct threads_props *p, struct threads_state *s) {
    bool large = e->text_scale >= THREADS_LARGE;
    int way = 0;
    s->pill_h = p->answer_h;
    for (int again = 0; again < (e->second.lang ? 2 : 1); again++)
        for (int i = 0; i < threads_count(p); i++) {
            const struct threads_item *it = threads_item(p, i);
            struct said said = {year_text(e, &it->year), env_text(e, &it->answer), INK_SNOW, LEAF_INK, INK_SNOW, threads_words_w(p), large ? 0 : 2};
            int own = set_answer(e, p, &s->look[i], &said, again ? way : 0);
            if (e->second.lang && own > way) way = own;
        }
    for (int i = 0; i < threads_count(p) && e->second.lang && !large; i++) {
        const struct threads_look *k = &s->look[i];
        s->pill_h = fmaxf(s->pill_h, fminf(threads_pill_most(p), ceilf(para_h(&k->year[0], e) + para_h(&k->answer[0], e) + 2 * THREADS_PILL_AIR)));
    }
}

void threads_arrange(struct node *n, struct env *e) {
    const struct threads_props *p = node_props(n, e);
    struct threads_state *s = n->state;
    for (int i = 0; i < threads_count(p); i++) {
        struct threads_look *k = &s->look[i];
        const char *icon = threads_item(p, i)->icon;
        bake_near(n, e, k, i);
        bake_far(n, e, k, i);
        k->disc[0] = disc(e, icon, THREADS_DISC, 56, DARK, 0x8C6A62FFu, 4, 0xF4BCB1FFu);
        k->disc[1] = disc(e, icon, THREADS_DISC_LIT, 70, LIT, 0xFFD2C4FFu, 5, INK_DARK);
        set_words(n, e, k, i);
        bake_plate(e, p, k, i);
    }
    s->waiting = waiting(e);
    s->ring = ring(e);
    s->reached[0] = disc(e, "leaf", THREADS_LEAF, 54, GREEN, 0, 0, INK_DARK);
    s->reached[1] = disc(e, "leaf", THREADS_LEAF_LIT, 66, GREEN, 0, 0, INK_DARK);
    set_answers(e, p, s);
    struct box pill = {0, 0, p->answer_w, s->pill_h};
    s->pill = soft_pill(e, pill);
    s->empty = empty_pill(e, pill);
    set_wait(e, p, s, threads_words_w(p));
    bake_middle(n, e);
}
