/* SPDX-License-Identifier: GPL-3.0-or-later */
/* threads_draw.c - the threads as they are now. */
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/threads_view.h>
#include <scene/track.h>

#define FALL 60.0f           /* barbs fall so far */
#define STRIP 9.0f           /* the picture in the middle is cut round by strips of this height; the rim covers their steps */
#define GLANCE .9f           /* seconds in which one trouble after the other asks to be touched */

struct view { struct node *n; struct paint *pt; const struct threads_props *p; const struct threads_state *s; };

static void put(const struct view *w, uint64_t key, struct vec2 stage, float out, float alpha) {
    struct vec2 at = threads_at(w->n, w->pt->env, stage);
    paint_picture(w->pt, key, (struct box){at.x - out, at.y - out, 2 * out, 2 * out}, alpha);
}

static void put_disc(const struct view *w, uint64_t key, struct vec2 stage, float alpha) { put(w, key, stage, THREADS_DISC_LIT + PAPER_MARGIN, alpha); }

/* The part of a half's picture before (or beyond) its point t. */
static void put_part(const struct view *w, uint64_t key, struct box area, int i, bool far, float t, bool beyond) {
    struct env *e = w->pt->env;
    struct vec2 c[4];
    if (t <= 0 && !beyond) return;
    if (t >= 1 && beyond) return;
    threads_curve(w->p, i, far, c);
    float x = threads_at(w->n, e, threads_on(c, clampf(t, 0, 1))).x;
    struct box b = area;
    bool left = threads_mirrored(w->n, e) == beyond;      /* the side of x that is kept */
    if (t > 0 && t < 1 && left) b.w = fmaxf(0, x - b.x);
    else if (t > 0 && t < 1) b.w = fmaxf(0, b.x + b.w - x), b.x = x;
    struct ibox before = dlist_clip(w->pt->list, paint_px(w->pt, b));
    paint_picture(w->pt, key, area, 1);
    dlist_unclip(w->pt->list, before);
}

/* How far the first half has come when the scene begins. */
static float drawn_in(const struct env *e, int i) {
    return e->still ? 1 : ease(EASE_OUT, clampf((float)(e->t - .12 * i) / .8f, 0, 1));
}

static void draw_near(const struct view *w, int i) {
    const struct env *e = w->pt->env;
    const struct threads_look *k = &w->s->look[i];
    const struct threads_thread *t = &w->s->v[i];
    bool lit = w->s->chosen == i;
    float in = drawn_in(e, i), l = lit ? clampf(threads_ms(e, t->lit_at) / THREADS_LIT_MS, 0, 1) : 0;
    float drop = t->helping ? clampf(threads_ms(e, t->help_at) / THREADS_DROP_MS, 0, 1) : 0;
    if (l < 1) put_part(w, k->line[0], k->near, i, false, in, false);
    if (l > 0) put_part(w, k->line[1], k->near, i, false, l, false);
    if (drop >= 1 || in < 1) return;
    struct box b = k->near;
    b.y += FALL * ease(EASE_IN, drop);
    paint_picture(w->pt, k->barbs[l >= 1], b, 1 - drop);
}

static void draw_far(const struct view *w, int i) {
    const struct env *e = w->pt->env;
    const struct threads_look *k = &w->s->look[i];
    const struct threads_thread *t = &w->s->v[i];
    float ms = t->helping ? threads_ms(e, t->help_at) : 0, run = ease(EASE_IN_OUT, ms / THREADS_RUN_MS);
    if (drawn_in(e, i) >= 1) put_part(w, k->dots, k->far, i, true, run, true);
    if (run <= 0) return;
    put_part(w, k->green, k->far, i, true, run, false);
    put_part(w, k->leaves, k->far, i, true, ease(EASE_IN_OUT, (ms - THREADS_LEAF_AT) / THREADS_RUN_MS), false);
}

/* A picture cut to the circle of the middle. */
static void put_round(const struct view *w, uint64_t key) {
    struct vec2 c = threads_at(w->n, w->pt->env, w->p->middle), size = w->s->face_size;
    float r = w->p->r + 1;
    struct box face = {c.x - size.x / 2, c.y + w->p->file_y, size.x, size.y};
    for (float y = -r; y < r; y += STRIP) {
        float end = fminf(y + STRIP, r), in = y < 0 && end > 0 ? 0 : fminf(fabsf(y), fabsf(end)), half = sqrtf(fmaxf(0, r * r - in * in));
        struct ibox before = dlist_clip(w->pt->list, paint_px(w->pt, (struct box){c.x - half, c.y + y, 2 * half, end - y}));
        paint_picture(w->pt, key, face, 1);
        dlist_unclip(w->pt->list, before);
    }
}

static void draw_middle(const struct view *w) {
    float out = w->p->r + THREADS_RIM + PAPER_MARGIN;
    const struct env *e = w->pt->env;
    put(w, w->s->plate, w->p->middle, out, 1);
    put_round(w, w->s->face);
    bool first = !e->still && e->t > 1.5 && e->t < 1.5 + THREADS_BLINK_MS / 1000.0;
    if (w->s->lids && (first || threads_ms(e, w->s->blink_at) < THREADS_BLINK_MS)) put_round(w, w->s->lids);
    put(w, w->s->rim, w->p->middle, out, 1);
}

/* Makes an item of the list answer to touch. */
static void answers(const struct view *w, struct sem_item *it, int item, struct box hit, bool chosen) {
    if (!it) return;
    it->item = item;
    it->box = it->hit = (struct box){hit.x + w->pt->ox, hit.y + w->pt->oy, hit.w, hit.h};
    it->focusable = true;
    it->state = (w->n->pressed == item ? SEM_PRESSED : 0u) | (w->n->focused == item ? SEM_FOCUSED : 0u) | (chosen ? SEM_SELECTED : 0u);
}

static void draw_trouble(const struct view *w, int i) {
    const struct env *e = w->pt->env;
    const struct threads_look *k = &w->s->look[i];
    struct vec2 at = {w->p->from, threads_y(w->p, i)};
    bool chosen = w->s->chosen == i, big = chosen || w->n->pressed == i, moving = false;
    struct box b = threads_label(w->p, i), hit = {at.x - THREADS_DISC_LIT, at.y - 56, 2 * THREADS_DISC_LIT, 112};
    const struct para *label = &k->label[chosen];
    if (w->p->below) hit.h = fminf(k->plate_box.y + k->plate_box.h, at.y - 56 + w->p->step) - hit.y;
    else hit.w += hit.x - k->plate_box.x, hit.x = k->plate_box.x;
    struct box words = threads_box(w->n, e, b);
    paint_picture(w->pt, k->plate, threads_box(w->n, e, k->plate_box), 1);
    put_disc(w, k->disc[big], at, 1);
    double t = env_ambient(e, &moving);
    bool asks = moving && w->s->chosen < 0 && !w->s->v[i].helping && (int)(t / GLANCE) % threads_count(w->p) == i;
    if (asks) put_disc(w, w->s->ring, at, sinf((float)fmod(t / GLANCE, 1) * 3.14159265f));
    float y = w->p->below ? words.y + THREADS_LABEL_PAD : words.y + (words.h - para_h(label, e)) / 2;
    struct sem_item *it = paint_para(w->pt, w->n, threads_item(w->p, i)->id, SEM_CHOICE, label, words.x, y, 1);
    answers(w, it, i, threads_box(w->n, e, hit), chosen);
}

/* Two paragraphs below each other, in the middle of a box. */
static void put_words(const struct view *w, const char *id, const struct para *year, const struct para *answer, struct box b, float alpha) {
    const struct env *e = w->pt->env;
    float h = para_h(year, e) + (answer ? para_h(answer, e) : 0), y = b.y + (b.h - h) / 2;
    if (year->nlines) paint_para(w->pt, w->n, arena_printf(w->pt->sem->arena, "%s-year", id), SEM_TEXT, year, b.x, y, alpha);
    if (answer) paint_para(w->pt, w->n, arena_printf(w->pt->sem->arena, "%s-done", id), SEM_TEXT, answer, b.x, y + para_h(year, e), alpha);
}

/* One asks for all of them: the first that was not reached; -1 = all were. */
static int first_waiting(const struct view *w) {
    for (int i = 0; i < threads_count(w->p); i++)
        if (!w->s->v[i].helped) return i;
    return -1;
}

static void draw_answer(const struct view *w, int i) {
    const struct env *e = w->pt->env;
    const struct threads_look *k = &w->s->look[i];
    const struct threads_thread *t = &w->s->v[i];
    const char *id = threads_item(w->p, i)->id;
    struct vec2 at = {w->p->to, threads_y(w->p, i)};
    bool chosen = w->s->chosen == i && t->helped, large = e->text_scale >= THREADS_LARGE;
    struct box pill = threads_pill(w->p, w->s, i), card = threads_card(w->p, i, k->card_h);
    struct box c = threads_box(w->n, e, pill), f = threads_box(w->n, e, card);
    float text_w = w->p->answer_w - THREADS_LEAF - 56;
    struct box words = threads_box(w->n, e, (struct box){pill.x + THREADS_LEAF + 24, pill.y, text_w, pill.h});
    if (chosen) {
        float in = ease(EASE_OUT, clampf((threads_ms(e, t->help_at) - THREADS_RUN_MS) / THREADS_LEAF_AT, 0, 1));
        struct paint up = *w->pt;
        up.oy += 24 * (1 - in);
        struct view card_view = {w->n, &up, w->p, w->s};
        paint_picture(&up, k->card, box_grow(f, PAPER_MARGIN), in);
        put_words(&card_view, id, &k->year[1], &k->answer[1], (struct box){f.x + 28, f.y, f.w - 56, f.h}, in);
    } else if (t->helped) {
        paint_picture(w->pt, w->s->pill, c, 1);
        put_words(w, id, &k->year[0], large ? NULL : &k->answer[0], words, 1);
    } else {
        bool asks = i == first_waiting(w);
        if (asks) paint_picture(w->pt, w->s->pill, c, 1);
        paint_picture(w->pt, w->s->empty, c, 1);
        if (asks) paint_para(w->pt, w->n, "wait", SEM_TEXT, &w->s->wait, words.x, words.y + (words.h - para_h(&w->s->wait, e)) / 2, 1);
    }
    bool big = chosen || (t->helped && w->n->pressed == THREADS_MAX + i);
    put_disc(w, t->helped ? w->s->reached[big] : w->s->waiting, at, w->n->pressed == THREADS_MAX + i && !t->helped ? .7f : 1);
    float more = fminf(8, (w->p->step - pill.h) / 2);      /* the next one begins there */
    struct box hit = threads_box(w->n, e, (struct box){pill.x - THREADS_DISC, pill.y - more, pill.w + THREADS_DISC, pill.h + 2 * more});
    struct sem_item *it = paint_item(w->pt, w->n, arena_printf(w->pt->sem->arena, "%s-answer", id), THREADS_MAX + i, SEM_CHOICE,
                                     t->helped ? k->says : k->asks, hit, hit);
    answers(w, it, THREADS_MAX + i, hit, chosen);
}

void threads_draw(struct node *n, struct paint *pt) {
    struct view w = {n, pt, node_props(n, pt->env), n->state};
    int count = threads_count(w.p), chosen = w.s->chosen;
    bool covered = w.p->hidden_if.n && vars_hold(pt->env->vars, &w.p->hidden_if);
    if (covered && w.p->below) {
        draw_middle(&w);
        return;
    }
    for (int k = 0; k <= count; k++) {       /* the chosen one lies over the others */
        int i = k < count ? k : chosen;
        if (i < 0 || (k < count && i == chosen)) continue;
        draw_near(&w, i);
        if (!covered) draw_far(&w, i);
    }
    draw_middle(&w);
    for (int i = 0; i < count; i++) draw_trouble(&w, i);
    for (int k = 0; k <= count && !covered; k++) {
        int i = k < count ? k : chosen;
        if (i >= 0 && (k == count || i != chosen)) draw_answer(&w, i);
    }
}
