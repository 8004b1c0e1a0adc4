/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pledges_draw.c - each moment of the promises. */
#include <scene/pledges_look.h>

#define RING_HIT 96.0f
#define SINK 26.0f           /* canvas units that the paw comes down */

static void put(struct paint *pt, struct pledges_pic pic, struct vec2 at, float alpha) {
    paint_picture(pt, pic.key, (struct box){at.x + pic.area.x, at.y + pic.area.y, pic.area.w, pic.area.h}, alpha);
}

/* How far the news of the last promise has changed print i: 0 as before, 1 as now. */
static float told(const struct pledges_state *s, const struct env *e, int i) {
    if (!s->signing) return 1;
    return clampf((pledges_ms(e, s->sign_at) - (float)(i * PLEDGES_RUN_MS)) / (i ? PLEDGES_FADE_MS : PLEDGES_STAMP_MS), 0, 1);
}

static void draw_trail(const struct pledges_state *s, const struct pledges_props *p, struct paint *pt) {
    static const struct vec2 here = {0, 0};
    int own = s->own < s->count ? s->own : s->count;
    for (int i = 0; i < p->prints; i++) {
        float t = told(s, pt->env, i);
        const struct pledges_pic *now = i < own ? &s->gold[i] : i < s->count ? &s->print[i] : &s->ghost[i];
        const struct pledges_pic *was = i < own - 1 ? &s->gold[i] : i < s->count - 1 ? &s->print[i] : &s->ghost[i];
        if (t < 1) put(pt, *was, here, was == now ? 1 - .6f * sinf(3.14159f * t) : 1 - t);
        if (t > 0 && (t >= 1 || was != now)) put(pt, *now, (struct vec2){0, i ? 0 : -SINK * (1 - ease(EASE_OUT, t))}, t);
    }
}

static void draw_stone(struct node *n, struct paint *pt, int i) {
    const struct pledges_state *s = n->state;
    const struct env *e = pt->env;
    const struct pledges_props *p = node_props(n, e);
    struct vec2 at = pledges_stone_at(p, e, i);
    bool mine = pledges_signed(s, p, i), chosen = s->chosen == i + 1, down = n->pressed == i;
    at.y += down ? 4 : 0;
    put(pt, s->stone[i][mine || chosen], at, 1);
    struct sem_item *it = paint_para(pt, n, pledges_stone(p, i)->id, SEM_CHOICE, &s->label[i], at.x + s->label_at[i].x, at.y + s->label_at[i].y, 1);
    if (!it) return;
    it->box = it->hit = (struct box){at.x + pt->ox - p->size.x / 2, at.y + pt->oy - p->size.y / 2, p->size.x, p->size.y};
    it->round = it->focusable = true;
    it->item = i;
    it->state = (down ? SEM_PRESSED : 0u) | (n->focused == i ? SEM_FOCUSED : 0u) | (chosen ? SEM_SELECTED : 0u) | (mine ? SEM_VISITED : 0u);
}

/* Beside the ring. */
static void draw_words(struct node *n, struct paint *pt, const struct chip *c, const char *part, struct vec2 at) {
    const struct pledges_props *p = node_props(n, pt->env);
    float x = pt->env->rtl ? at.x - p->words.x - c->w : at.x + p->words.x;
    chip_draw(c, pt, n, part, SEM_TEXT, x, at.y + p->words.y - c->h / 2, 1);
}

static void draw_ring(struct node *n, struct paint *pt) {
    const struct pledges_state *s = n->state;
    const struct env *e = pt->env;
    const struct pledges_props *p = node_props(n, e);
    struct vec2 at = pledges_at(e, p->ring);
    if (s->chosen > 0 && !pledges_waits(s, p)) {
        put(pt, s->paw, at, 1);
        draw_words(n, pt, &s->thanks, "thanks", at);
    }
    if (!pledges_waits(s, p)) return;
    float t = s->pressing && !e->still ? clampf(pledges_ms(e, s->press_at) / PLEDGES_SINK_MS, 0, 1) : 0;
    put(pt, s->ring, at, 1);
    if (t < 1) put(pt, s->pale, at, 1 - t);
    if (t > 0) put(pt, s->paw, (struct vec2){at.x, at.y - SINK * (1 - ease(EASE_OUT, t))}, fminf(1, .3f + t));
    draw_words(n, pt, &s->hold, "hold", at);
    paint_item(pt, n, "ring", p->nshow, SEM_BUTTON, s->hold.para.text, (struct box){at.x - 80, at.y - 80, 160, 160},
               (struct box){at.x - RING_HIT, at.y - RING_HIT, 2 * RING_HIT, 2 * RING_HIT});
}

void pledges_draw(struct node *n, struct paint *pt) {
    const struct pledges_props *p = node_props(n, pt->env);
    draw_trail(n->state, p, pt);
    for (int i = 0; i < p->nshow; i++) draw_stone(n, pt, i);
    draw_ring(n, pt);
}
