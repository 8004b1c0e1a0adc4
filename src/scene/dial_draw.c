/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dial_draw.c - the dial as it stands now. Nothing is scaled or turned while drawing. */
#include <draw/paper.h>
#include <scene/dial_view.h>
#include <scene/track.h>

#define FALL 260.0f          /* canvas units that a print falls */
#define BODY_OUT (DIAL_ARC + 30.0f)

static void put(struct paint *pt, uint64_t key, struct vec2 at, float r, float alpha) {
    if (alpha > 0) paint_picture(pt, key, (struct box){at.x - r, at.y - r, 2 * r, 2 * r}, alpha);
}
/* Animals stand with the middle of their lower edge at a point. */
static void stand(struct paint *pt, const struct dial_animal *a, struct vec2 at, float alpha) {
    if (alpha > 0) paint_picture(pt, a->key, (struct box){at.x - a->size.x / 2, at.y - a->size.y, a->size.x, a->size.y}, alpha);
}

static void draw_window(struct node *n, struct paint *pt) {
    const struct dial_props *p = node_props(n, pt->env);
    const struct dial_state *s = n->state;
    const struct dial_look *k = s->look;
    struct vec2 c = dial_centre(n), at = {c.x + p->file_at.x, c.y + p->file_at.y};
    for (int day = 0; day < 2; day++) put(pt, k->disc[day], c, p->hub, day ? s->light : 1);
    for (int day = 0; day < 2; day++) stand(pt, &k->animal[day], at, day ? s->light : 1);
    for (int day = 0; day < 2; day++) put(pt, k->front[day], c, p->hub, day ? s->light : 1);
}

static void draw_words(struct node *n, struct paint *pt) {
    const struct dial_props *p = node_props(n, pt->env);
    const struct dial_look *k = ((const struct dial_state *)n->state)->look;
    struct vec2 c = dial_centre(n);
    float edge = p->radius - 42;
    paint_para(pt, n, "noon", SEM_TEXT, &k->noon, c.x - p->radius * DIAL_WORD / 2, c.y - edge, 1);
    paint_para(pt, n, "midnight", SEM_TEXT, &k->midnight, c.x - p->radius * DIAL_WORD / 2, c.y + edge - para_h(&k->midnight, pt->env), 1);
}

/* ---- prints */
static struct vec2 print_at(const struct node *n, int i, float fallen) {
    const struct dial_look *k = ((const struct dial_state *)n->state)->look;
    struct vec2 c = dial_centre(n), at = k->print[i].at;
    float bounce = fallen < .75f ? 1 - ease(EASE_IN, fallen / .75f) : -.05f * sinf((fallen - .75f) * 4 * 3.14159265f);
    return (struct vec2){c.x + at.x, c.y + at.y - FALL * fmaxf(bounce, 0) + (bounce < 0 ? 60 * bounce : 0)};
}

static void draw_prints(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct dial_state *s = n->state;
    const struct dial_look *k = s->look;
    float gone = s->shown ? 0 : clampf((float)(e->now - s->since) / DIAL_OPEN_MS, 0, 1);
    if (e->still && !s->shown) gone = 1;
    for (int i = 0; gone < 1 && i < k->nprints; i++) {
        const struct dial_print *it = &k->print[i];
        float fallen = s->shown ? dial_fallen(s, e, i) : 1, alpha = s->shown ? clampf(fallen * 5, 0, 1) : 1 - gone;
        if (fallen <= 0) continue;
        struct vec2 at = print_at(n, i, fallen);
        put(pt, it->paper, at, DIAL_SMALL * .8f, alpha);
        stand(pt, &k->small[it->sort][it->file][it->flip], (struct vec2){at.x, at.y + DIAL_SMALL * .2f}, alpha);
        if (!s->shown || fallen < 1) continue;
        struct box own = {at.x - DIAL_SMALL / 2, at.y - DIAL_SMALL / 2, DIAL_SMALL, DIAL_SMALL};
        paint_item(pt, n, arena_printf(e->frame, "print-%d", i + 1), DIAL_ITEM_PRINT + i, SEM_BUTTON, k->label[it->sort], own, own);
    }
}

/* The print that is held up comes towards the middle. */
static void draw_big(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct dial_state *s = n->state;
    const struct dial_look *k = s->look;
    if (s->big < 0 || s->big >= k->nprints) return;
    const struct dial_print *it = &k->print[s->big];
    float t = e->still ? 1 : ease(EASE_OUT, (float)(e->now - s->big_since) / DIAL_OPEN_MS), near = lerpf(1, .45f, t);
    struct vec2 c = dial_centre(n), at = {c.x + it->at.x * near, c.y + it->at.y * near};
    put(pt, k->large[it->sort], at, DIAL_LARGE * .6f, t);
    stand(pt, &k->big[it->sort][it->file], (struct vec2){at.x, at.y + DIAL_LARGE * .2f}, t);
    struct box own = {at.x - DIAL_LARGE / 2, at.y - DIAL_LARGE * DIAL_PRINT_H / 2, DIAL_LARGE, DIAL_LARGE * DIAL_PRINT_H};
    const struct chip *chip = &k->chip[it->sort];
    struct sem_item *words = chip_draw(chip, pt, n, "held-up-name", SEM_TEXT, at.x - chip->w / 2, own.y + own.h - 40, t);
    (void)words;
    paint_item(pt, n, "held-up", DIAL_ITEM_BIG, SEM_BUTTON, k->label[it->sort], own, own);
}

/* ---- the arc */
static const char *clock_words(struct arena *a, float hour) {
    int minutes = (int)lroundf(dial_wrap(hour) * 60) % 1440;
    return arena_printf(a, "%d:%02d", minutes / 60, minutes % 60);
}

static void draw_arc(struct node *n, struct paint *pt) {
    struct env *e = pt->env;
    const struct dial_props *p = node_props(n, e);
    const struct dial_state *s = n->state;
    const struct dial_look *k = s->look;
    struct vec2 c = dial_centre(n);
    float from = dial_hand_at(n, e, 0), span = dial_span(n, e), r = p->radius + DIAL_ARC;
    for (int i = 0; i < DIAL_SEGMENTS; i++) {
        float mid = ((float)i + .5f) / 4;
        if (dial_wrap(mid - from) < span) put(pt, k->arc[i], dial_point(c, mid, r), 30, 1);
    }
    for (int i = 0; i < 2; i++) {
        float hour = dial_hand_at(n, e, i);
        struct vec2 at = dial_point(c, hour, r);
        bool held = n->pressed == DIAL_ITEM_FROM + i || (s->held && s->grip == (i ? GRIP_TO : GRIP_FROM)) || (s->held && s->grip == GRIP_ARC);
        put(pt, k->hand[i][held], at, DIAL_HAND_R + PAPER_MARGIN, 1);
        struct box seen = {at.x - DIAL_HAND_R, at.y - DIAL_HAND_R, 2 * DIAL_HAND_R, 2 * DIAL_HAND_R};
        struct sem_item *it = paint_item(pt, n, i ? "to" : "from", DIAL_ITEM_FROM + i, SEM_SLIDER, k->hand_name[i], seen,
                                         box_grow(seen, DIAL_HAND_HIT / 2 - DIAL_HAND_R));
        if (it) it->drags = it->round = true, it->value = clock_words(e->frame, hour);
    }
}

void dial_draw(struct node *n, struct paint *pt) {
    const struct dial_props *p = node_props(n, pt->env);
    const struct dial_state *s = n->state;
    const struct dial_look *k = s->look;
    if (!k) return;
    struct vec2 c = dial_centre(n);
    put(pt, k->body, c, p->radius + BODY_OUT, 1);
    draw_window(n, pt);
    draw_words(n, pt);
    struct box rim = box_grow((struct box){c.x, c.y, 0, 0}, p->radius + DIAL_ARC + DIAL_HAND_R);
    struct sem_item *it = paint_item(pt, n, NULL, DIAL_ITEM_RING, SEM_SLIDER, k->name, rim, rim);
    if (it) it->drags = it->round = true;
    draw_prints(n, pt);
    draw_arc(n, pt);
    draw_big(n, pt);
}
