/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairs_draw.c - the drawing of each moment of the game of pairs. */
#include <scene/pairs.h>
#include <scene/track.h>

struct view {
    struct paint *pt;
    struct env *e;
    struct node *n;
    const struct pairs_props *p;
    const struct pairs_state *s;
    const struct pairs_look *l;
};

static void show(const struct view *v, const struct pairs_pic *pic, struct vec2 at, float alpha) {
    if (alpha <= 0) return;
    paint_picture(v->pt, pic->key, (struct box){at.x + pic->area.x, at.y + pic->area.y, pic->area.w, pic->area.h}, fminf(1, alpha));
}

static struct vec2 between(struct vec2 a, struct vec2 b, float t) { return (struct vec2){lerpf(a.x, b.x, t), lerpf(a.y, b.y, t)}; }
/* 0..1 of something that began at `since`; reduced motion: over at once. */
static float gone(const struct view *v, int64_t since, float lasts) {
    return v->e->still ? 1 : clampf(pairs_ms(v->e, since) / lasts, 0, 1);
}

static bool refused(const struct view *v, int i) {
    const struct pairs_state *s = v->s;
    return (s->no[0] == i || s->no[1] == i) && pairs_ms(v->e, s->no_at) < PAIRS_NO_MS;
}

/* Head shaking, canvas units. */
static float shake(const struct view *v) {
    float t = pairs_ms(v->e, v->s->no_at) / 460;
    return v->e->still || t >= 1 ? 0 : 9 * (1 - t) * sinf(t * 6.2832f * 3);
}

/* ---- photos */
static float hinted(const struct view *v, int i) {
    const struct pairs_state *s = v->s;
    float ms = pairs_ms(v->e, s->hint_at);
    if (s->hint < 0 || s->deal.pair[i] != s->hint || ms < 0) return 0;
    return v->e->still ? 1 : ms < PAIRS_HINT_MS ? .5f - .5f * cosf(ms / 1200 * 6.2832f) : 0;
}

static void say(const struct view *v, int i) {
    const struct pairs_state *s = v->s;
    struct box b = pairs_box(v->n, v->e, i);
    bool done = pairs_is_joined(s, i);
    struct sem_item *it = paint_item(v->pt, v->n, arena_printf(v->pt->sem->arena, "photo-%d", i + 1), i, done ? SEM_PICTURE : SEM_BUTTON,
                                     v->l->label[i], b, done ? (struct box){0, 0, 0, 0} : b);
    if (!it) return;
    it->drags = !done;
    if (s->chosen == i) it->state |= SEM_SELECTED;
}

static void draw_photo(const struct view *v, int i) {
    const struct pairs_state *s = v->s;
    struct vec2 at = pairs_nail(v->n, v->e, i);
    float t = v->e->still ? 1 : clampf((pairs_ms(v->e, s->dealt) - (float)i * PAIRS_STEP_MS) / PAIRS_DROP_MS, 0, 1);
    at.y -= 70 * (1 - ease(EASE_BACK, t));
    say(v, i);
    if (pairs_is_joined(s, i)) {
        float gold = gone(v, s->joined_at[s->deal.pair[i]], PAIRS_THREAD_MS);
        if (gold < 1) show(v, &v->l->photo[i], at, 1);
        show(v, &v->l->gold[i], at, gold);
        return;
    }
    show(v, &v->l->photo[i], at, t * 2);
    show(v, &v->l->rim[i], at, fmaxf(hinted(v, i), v->n->pressed == i ? 1 : 0));
    if (s->chosen >= 0 && pairs_side_of(s, s->chosen) != pairs_side_of(s, i) && !refused(v, i)) show(v, &v->l->open[i], at, 1);
}

/* A photo that somebody looks at. */
static void draw_big(const struct view *v, int i, int64_t since) {
    struct vec2 at = v->l->big_at[i];
    if (refused(v, i)) at.x += shake(v);
    show(v, &v->l->big[i], at, gone(v, since, PAIRS_GROW_MS));
}

/* The photo of the other side under the finger. */
static int under(const struct view *v) {
    const struct pairs_state *s = v->s;
    for (int i = 0; i < 2 * s->deal.side; i++)
        if (pairs_side_of(s, i) != pairs_side_of(s, s->chosen) && !pairs_is_joined(s, i) && box_has(pairs_box(v->n, v->e, i), s->at)) return i;
    return -1;
}

/* ---- threads */
static void draw_dots(const struct view *v, struct vec2 a, struct vec2 b, float drop, float alpha) {
    int n = (int)clampf(hypotf(b.x - a.x, b.y - a.y) / 22, 2, PAIRS_DOTS);
    for (int i = 0; i <= n; i++) {
        struct vec2 at = pairs_along(v->p, v->e, a, b, (float)i / (float)n);
        show(v, &v->l->dot, (struct vec2){at.x, at.y + drop * (.4f + .6f * (float)i / (float)n)}, alpha);
    }
    show(v, &v->l->knot, a, alpha);
}

static void draw_loose(const struct view *v) {
    const struct pairs_state *s = v->s;
    if (s->held && s->chosen >= 0) draw_dots(v, pairs_foot(v->n, v->e, s->chosen), s->at, 0, 1);
    float t = pairs_ms(v->e, s->fell_at) / PAIRS_FALL_MS;
    if (s->fell >= 0 && t < 1 && !v->e->still) draw_dots(v, pairs_foot(v->n, v->e, s->fell), s->fell_to, 260 * t * t, 1 - t);
}

/* It runs from the first side to the second; then the two pictures melt into one. */
static void draw_thread(const struct view *v, int k) {
    const struct pairs_state *s = v->s;
    const struct pairs_pic *pic = &v->l->thread[k];
    const int *ends = s->deal.photo[k];
    struct vec2 a = pairs_foot(v->n, v->e, ends[0]), b = pairs_foot(v->n, v->e, ends[1]);
    float t = ease(EASE_OUT, gone(v, s->joined_at[k], PAIRS_THREAD_MS)), w = pic->area.w * t;
    struct box seen = {a.x <= b.x ? pic->area.x : pic->area.x + pic->area.w - w, pic->area.y, w, pic->area.h};
    struct ibox before = dlist_clip(v->pt->list, paint_px(v->pt, seen));
    show(v, pic, (struct vec2){0, 0}, 1);
    dlist_unclip(v->pt->list, before);
    show(v, &v->l->knot, a, 1);
    if (t >= 1) show(v, &v->l->knot, b, 1);
    float melt = gone(v, s->joined_at[k] + PAIRS_THREAD_MS, PAIRS_MELT_MS);
    struct vec2 from = pairs_nail(v->n, v->e, ends[1]), to = pairs_nail(v->n, v->e, ends[0]);
    if (t >= 1 && melt < 1) show(v, &v->l->gold[ends[1]], between(from, to, ease(EASE_IN_OUT, melt)), (1 - melt) * 1.6f);
    struct vec2 corner = {to.x + v->p->photo_w / 2, to.y + TRAP_HANG};
    show(v, &v->l->tick, corner, melt * 3 - 2);
}

/* Rosettes that drift away from where the two became one. */
static void draw_sparks(const struct view *v, int k) {
    const struct pairs_state *s = v->s;
    float t = (pairs_ms(v->e, s->joined_at[k]) - PAIRS_THREAD_MS - PAIRS_MELT_MS * .7f) / PAIRS_SPARK_MS;
    uint32_t rng = 5;
    if (t <= 0 || t >= 1 || v->e->still) return;
    struct box b = pairs_box(v->n, v->e, s->deal.photo[k][0]);
    for (int i = 0; i < PAIRS_SPARKS; i++) {
        float a = ((float)i + (float)rng_next(&rng)) / PAIRS_SPARKS * 6.2832f, far = 60 + (60 + 90 * (float)rng_next(&rng)) * ease(EASE_OUT, t);
        show(v, &v->l->spark[i % 2], (struct vec2){b.x + b.w / 2 + cosf(a) * (far + 40), b.y + b.h / 2 + sinf(a) * far}, 1 - t * t);
    }
}

/* Where to begin, as long as nobody has. */
static void draw_start(const struct view *v) {
    const struct pairs_state *s = v->s;
    bool moving, begun = s->joined > 0 || s->chosen >= 0 || s->misses > 0 || pairs_ms(v->e, s->no_at) < PAIRS_NO_MS;
    if (begun || (!v->e->still && pairs_ms(v->e, s->dealt) < PAIRS_PHOTOS * PAIRS_STEP_MS)) return;
    int i = s->deal.photo[0][0];
    show(v, &v->l->rim[i], pairs_nail(v->n, v->e, i), .65f - .35f * cosf((float)env_ambient(v->e, &moving) * 6.2832f / 2.4f));
}

void pairs_draw(struct node *n, struct paint *pt) {
    const struct pairs_state *s = n->state;
    struct view v = {pt, pt->env, n, node_props(n, pt->env), s, s->look};
    if (!v.l) return;
    for (int i = 0; i < 2 * s->deal.side; i++) draw_photo(&v, i);
    for (int k = 0; k < s->deal.pairs; k++)
        if (s->joined_at[k]) draw_thread(&v, k);
    for (int k = 0; k < s->deal.pairs; k++)
        if (s->joined_at[k]) draw_sparks(&v, k);
    draw_start(&v);
    for (int i = 0; i < 2; i++)
        if (s->no[i] >= 0 && s->no[i] != s->chosen && refused(&v, s->no[i])) draw_big(&v, s->no[i], s->no_at);
    int over = s->held && s->chosen >= 0 ? under(&v) : -1;
    if (over >= 0) draw_big(&v, over, 0);
    if (s->chosen >= 0) draw_big(&v, s->chosen, s->chosen_at);
    draw_loose(&v);
}
