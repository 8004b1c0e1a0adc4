/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sort_draw.c - how the tray, the tokens and their threads look, and where they are now. */
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/sort.h>
#include <scene/track.h>
#include <string.h>

#define PAIR_TALL .8f          /* of their height stand the animals over names in two languages */
#define LABEL_PX 28.0f
#define LABEL_GAP 16.0f
#define GLOW_MARGIN 8.0f
#define DARK 0x06171CFFu

struct view { struct paint *pt; struct node *n; const struct sort_props *p; const struct sort_state *s; const struct sort_look *l; struct env *e; };

/* ---- where things are */
struct box sort_side_box(const struct sort_props *p, const struct env *e, int side) {
    const struct sort_side *k = sort_side(p, side);
    struct vec2 at = sort_on(e, k->at);
    return (struct box){e->rtl ? at.x - k->size.x : at.x, at.y, k->size.x, k->size.y};
}

struct vec2 sort_home(const struct sort_props *p, const struct sort_state *s, const struct env *e, int token) {
    struct vec2 at = sort_on(e, (struct vec2){p->tray_at.x + p->tray_gap * (float)(token % p->load), s->look ? s->look->foot : p->tray_at.y});
    float t = sort_passed(e, s->load_at + SORT_LOAD_NEXT_MS * (token % p->load), SORT_LOAD_MS);
    at.y += 150 * (1 - ease(EASE_OUT, t));
    return at;
}

struct vec2 sort_place(const struct sort_props *p, const struct env *e, int token) { return sort_on(e, sort_token(p, token)->at); }

static struct vec2 between(struct vec2 a, struct vec2 b, float t) { return (struct vec2){lerpf(a.x, b.x, t), lerpf(a.y, b.y, t)}; }

/* One that does not belong walks to its place: three steps, each with a small rise. */
static struct vec2 walking(const struct sort_props *p, const struct sort_state *s, const struct env *e, int token) {
    struct vec2 to = sort_place(p, e, token);
    float t = sort_passed(e, s->piece[token].since, SORT_STEPS * SORT_STEP_MS) * SORT_STEPS;
    if (!sort_side(p, sort_token(p, token)->side_index)->walks || t >= SORT_STEPS) return to;
    float step = floorf(t), part = t - step, left = SORT_STRIDE * (SORT_STEPS - step - ease(EASE_IN_OUT, part));
    return (struct vec2){to.x + (e->rtl ? left : -left), to.y - 6 * sinf(3.14159265f * part)};
}

struct vec2 sort_foot(const struct sort_props *p, const struct sort_state *s, const struct env *e, int token) {
    const struct sort_piece *t = &s->piece[token];
    struct vec2 home = sort_home(p, s, e, token), to = sort_place(p, e, token), at;
    float k;
    switch (t->mode) {
    case SORT_HELD: return s->at;
    case SORT_FLIES:
        if (sort_side(p, sort_token(p, token)->side_index)->walks) to.x += (e->rtl ? 1.0f : -1.0f) * SORT_STRIDE * SORT_STEPS;
        k = sort_passed(e, t->since, t->snap ? SORT_SNAP_MS : SORT_FLY_MS);
        at = between(t->from, to, ease(EASE_IN_OUT, k));
        at.y -= (t->snap ? 0 : 90) * 4 * k * (1 - k);
        return at;
    case SORT_HOME:
        k = sort_passed(e, t->since, SORT_HOME_MS);
        at = between(t->from, home, ease(EASE_OUT, k));
        at.y -= (t->hop ? 46 : 0) * fabsf(sinf(3.14159265f * 2 * k)) * (1 - k);
        return at;
    case SORT_LIES: return walking(p, s, e, token);
    default: return home;
    }
}

/* ---- arrange */
/* The label: several words, in any of the languages shown, in two lines, one in one, smaller rather than broken. */
static void set_label(struct env *e, const struct sort_props *p, const struct sort_token *t, struct para *out) {
    const char *words = env_text(e, &t->label);
    int lines = strchr(words, ' ') ? 2 : 1;
    struct text_style st = {.token = STYLE_BUTTON, .px = LABEL_PX * e->scale, .ink = p->ink, .align = ALIGN_CENTER, .max_lines = lines, .smaller = true,
                            .beside = e->beside};
    safe_para(e, words, st, fmaxf(40, p->tray_gap - 14), out);
}

static struct vec2 heart(const struct sort_look *l, int i, struct vec2 foot) { return (struct vec2){foot.x, foot.y - l->size[i][1].y * .5f}; }

/* From the token's heart to the nearest hub. */
static void bake_thread(struct env *e, const struct sort_props *p, struct sort_look *l, int i) {
    const struct nums *hubs = &sort_side(p, sort_token(p, i)->side_index)->hubs;
    struct vec2 a = heart(l, i, sort_place(p, e, i)), b = a;
    float best = 1e9f;
    for (int k = 0; k + 1 < hubs->n; k += 2) {
        struct vec2 h = sort_on(e, (struct vec2){hubs->v[k], hubs->v[k + 1]});
        float d = hypotf(h.x - a.x, h.y - a.y);
        if (d < best) best = d, b = h;
    }
    if (best >= 1e9f) return;
    float low = fmaxf(a.y, b.y), sag = fmaxf(0, 60 - .3f * fabsf(a.y - b.y));   /* it hangs less the steeper it is */
    struct box area = {fminf(a.x, b.x), fminf(a.y, b.y), fabsf(a.x - b.x), fabsf(a.y - b.y) + sag};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, a.x, a.y);
    vec_quad(&v, (a.x + b.x) / 2, low + sag, b.x, b.y);
    vec_stroke(&v, p->gold, 6, 2, 17);
    l->thread_area[i] = box_grow(area, 8);
    l->thread_left[i] = b.x < a.x;
    l->thread[i] = env_vec(e, &v, l->thread_area[i], false);
}

static uint64_t bake_glow(struct env *e, const struct sort_props *p, int side) {
    const struct sort_side *k = sort_side(p, side);
    struct box own = {0, 0, k->size.x, k->size.y};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rrect(&v, own, 36);
    vec_keep(&v);
    vec_fill(&v, rgba_alpha(k->glow, .13f));
    vec_stroke(&v, rgba_alpha(k->glow, .9f), 5, 3, 17);
    return env_vec(e, &v, box_grow(own, GLOW_MARGIN), false);
}

static uint64_t bake_oval(struct env *e, rgba fill, rgba line) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_ellipse(&v, 0, 0, 84, 10);
    if (fill) vec_fill(&v, fill);
    else vec_stroke(&v, line, 4, 3, 14);
    return env_vec(e, &v, (struct box){-90, -16, 180, 32}, false);
}

static void bake_small(struct env *e, const struct sort_props *p, struct sort_look *l) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, SORT_BEAD + 4);
    vec_fill(&v, DARK);
    vec_circle(&v, 0, 0, SORT_BEAD - 2);
    vec_fill(&v, p->gold);
    l->bead = env_vec(e, &v, (struct box){-20, -20, 40, 40}, false);
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, 3.5f);
    vec_fill(&v, p->gold);
    l->dot = env_vec(e, &v, (struct box){-6, -6, 12, 12}, false);
    vec_begin(&v, e->layout);
    paper_ring(&v, 0, 0, SORT_RING, p->gold);
    l->ring = env_vec(e, &v, (struct box){-SORT_RING - 4, -SORT_RING - 4, 2 * SORT_RING + 8, 2 * SORT_RING + 8}, false);
    l->shadow = bake_oval(e, 0x4F7A8673u, 0);
    l->empty = bake_oval(e, 0, 0x205C66FFu);
}

void sort_arrange(struct node *n, struct env *e) {
    const struct sort_props *p = node_props(n, e);
    struct sort_state *s = n->state;
    struct sort_look *l = s->look = arena_new(e->layout, struct sort_look);
    if (!l) return;
    float label_h = 0, tall = e->second.lang && e->text_scale <= 1 ? PAIR_TALL : 1;
    for (int i = 0; i < p->tokens.n; i++) {
        const struct sort_token *t = sort_token(p, i);
        rgba ink = sort_side(p, t->side_index)->ink;
        l->waits[i] = env_asset(e, t->file, 0, t->tray_height * tall, e->rtl, 0xFFFFFFFFu, p->waiting, &l->size[i][0]);
        l->hand[i] = env_asset(e, t->file, 0, t->tray_height * 1.15f, e->rtl, 0xFFFFFFFFu, p->hand, &(struct vec2){0, 0});
        l->lies[i] = env_asset(e, t->file, 0, t->height, e->rtl, 0xFFFFFFFFu, ink, &l->size[i][1]);
        set_label(e, p, t, &l->label[i]);
        label_h = fmaxf(label_h, para_h(&l->label[i], e));
        bake_thread(e, p, l, i);
    }
    l->foot = fminf(p->tray_at.y, p->tray_floor - LABEL_GAP - label_h);
    for (int k = 0; k < p->sides.n; k++) {
        l->side[k] = env_text(e, &sort_side(p, k)->label);
        l->glow[k] = bake_glow(e, p, k);
    }
    bake_small(e, p, l);
}

/* ---- draw */
static float seen(const struct view *v, int i) {
    const struct sort_piece *t = &v->s->piece[i];
    float k = t->gone_at ? sort_passed(v->e, t->gone_at, SORT_FADE_MS) : 1;
    return t->gone ? 1 - k : k;
}

static void draw_standing(const struct view *v, uint64_t key, struct vec2 size, struct vec2 foot, float alpha) {
    paint_picture(v->pt, key, (struct box){foot.x - size.x / 2, foot.y - size.y, size.x, size.y}, alpha);
}

static void draw_thread(const struct view *v, int i) {
    float t = sort_passed(v->e, v->s->piece[i].since, SORT_THREAD_MS), a = seen(v, i);
    struct box area = v->l->thread_area[i], shown = area;
    shown.w *= t;
    if (v->l->thread_left[i]) shown.x += area.w - shown.w;
    struct ibox before = dlist_clip(v->pt->list, paint_px(v->pt, shown));
    paint_picture(v->pt, v->l->thread[i], area, a);
    dlist_unclip(v->pt->list, before);
}

static void draw_sorted(const struct view *v) {
    for (int i = 0; i < v->p->tokens.n; i++)
        if (v->s->piece[i].mode == SORT_LIES) draw_thread(v, i);
    for (int i = 0; i < v->p->tokens.n; i++) {
        if (v->s->piece[i].mode != SORT_LIES) continue;
        const struct sort_token *t = sort_token(v->p, i);
        float a = seen(v, i);
        struct vec2 foot = sort_foot(v->p, v->s, v->e, i), h = heart(v->l, i, foot), size = v->l->size[i][1];
        draw_standing(v, v->l->lies[i], size, foot, a);
        if (v->l->thread[i]) paint_picture(v->pt, v->l->bead, (struct box){h.x - 20, h.y - 20, 40, 40}, a);
        if (a <= 0) continue;
        struct sem_item *it = paint_item(v->pt, v->n, t->id, i, SEM_PICTURE, v->l->label[i].text,
                                         (struct box){foot.x - size.x / 2, foot.y - size.y, size.x, size.y}, (struct box){0, 0, 0, 0});
        if (it) it->value = v->l->side[t->side_index];
    }
}

/* The dotted way home of the token in the hand. */
static void draw_way(const struct view *v, struct vec2 from, struct vec2 to) {
    float len = hypotf(to.x - from.x, to.y - from.y);
    int n = (int)(len / 19);
    struct vec2 bend = {lerpf(from.x, to.x, .12f), lerpf(from.y, to.y, .7f)};
    for (int i = 1; i < n && i < 100; i++) {
        float t = (float)i / (float)n, u = 1 - t;
        struct vec2 at = {u * u * from.x + 2 * u * t * bend.x + t * t * to.x, u * u * from.y + 2 * u * t * bend.y + t * t * to.y};
        paint_picture(v->pt, v->l->dot, (struct box){at.x - 6, at.y - 6, 12, 12}, 1);
    }
}

static void draw_in_hand(const struct view *v, int i, struct vec2 foot) {
    struct vec2 size = {v->l->size[i][0].x * 1.15f, v->l->size[i][0].y * 1.15f};
    float r = SORT_RING + 4;
    paint_picture(v->pt, v->l->ring, (struct box){foot.x - r, foot.y - size.y / 2 - r, 2 * r, 2 * r}, .8f);
    draw_standing(v, v->l->hand[i], size, foot, 1);
}

/* A token on its way changes from what it was on the tray to what it is on its side. */
static void draw_moving(const struct view *v, int i) {
    const struct sort_piece *t = &v->s->piece[i];
    struct vec2 foot = sort_foot(v->p, v->s, v->e, i);
    struct vec2 size = {v->l->size[i][0].x * 1.15f, v->l->size[i][0].y * 1.15f};
    float k = sort_passed(v->e, t->since, t->snap ? SORT_SNAP_MS : SORT_FLY_MS), late = clampf((k - .5f) * 2, 0, 1);
    if (t->mode == SORT_HOME) {
        draw_standing(v, v->l->hand[i], size, foot, 1);
        return;
    }
    draw_standing(v, v->l->hand[i], size, foot, 1 - late);
    draw_standing(v, v->l->lies[i], v->l->size[i][1], foot, late);
}

static void touchable(const struct view *v, int i, struct vec2 home) {
    const struct sort_token *t = sort_token(v->p, i);
    const struct para *label = &v->l->label[i];
    bool waits = v->s->piece[i].mode == SORT_WAITS, chosen = v->s->chosen == i;
    float w = v->p->tray_gap - 14, h = fmaxf(110, v->l->size[i][0].y + 16), bottom = home.y + LABEL_GAP + para_h(label, v->e);
    struct box hit = {home.x - w / 2, home.y - h, w, bottom - home.y + h};
    struct sem_item *it = paint_para(v->pt, v->n, t->id, SEM_CHOICE, label, home.x - w / 2, home.y + LABEL_GAP, waits || chosen ? 1 : .6f);
    if (!it) return;
    it->box = it->hit = (struct box){hit.x + v->pt->ox, hit.y + v->pt->oy, hit.w, hit.h};
    it->item = i;
    it->drags = it->focusable = true;
    it->state = (v->n->pressed == i ? SEM_PRESSED : 0u) | (v->n->focused == i ? SEM_FOCUSED : 0u) | (chosen ? SEM_SELECTED : 0u);
}

static void draw_tray(const struct view *v) {
    for (int i = 0; i < v->p->tokens.n; i++) {
        if (!sort_on_tray(v->p, v->s, i)) continue;
        struct vec2 home = sort_home(v->p, v->s, v->e, i);
        bool waits = v->s->piece[i].mode == SORT_WAITS && v->s->chosen != i;
        paint_picture(v->pt, waits ? v->l->shadow : v->l->empty, (struct box){home.x - 90, home.y + 4 - 16, 180, 32}, 1);
        if (v->s->piece[i].mode != SORT_FLIES) touchable(v, i, home);
        home.y -= v->n->pressed == i ? 8 : 0;
        if (waits) draw_standing(v, v->l->waits[i], v->l->size[i][0], home, 1);
        else if (v->s->piece[i].mode == SORT_WAITS) draw_in_hand(v, i, (struct vec2){home.x, home.y - 12});
    }
}

/* The sides show themselves while a token may be put there. */
static void draw_sides(const struct view *v, int held) {
    if (held < 0 && v->s->chosen < 0) return;
    struct vec2 foot = held >= 0 ? sort_foot(v->p, v->s, v->e, held) : (struct vec2){-1e6f, 0};
    foot.y -= held >= 0 ? v->l->size[held][0].y / 2 : 0;
    for (int k = 0; k < v->p->sides.n; k++) {
        struct box b = sort_side_box(v->p, v->e, k);
        bool over = box_has(b, foot) || v->n->pressed == SORT_SIDE_ITEM + k;
        paint_picture(v->pt, v->l->glow[k], box_grow(b, GLOW_MARGIN), over ? 1 : .6f);
        if (v->s->chosen >= 0) paint_item(v->pt, v->n, sort_side(v->p, k)->id, SORT_SIDE_ITEM + k, SEM_BUTTON, v->l->side[k], b, b);
    }
}

void sort_draw(struct node *n, struct paint *pt) {
    struct view v = {.pt = pt, .n = n, .p = node_props(n, pt->env), .s = n->state, .e = pt->env};
    int held = -1;
    v.l = v.s->look;
    if (!v.l) return;
    for (int i = 0; i < v.p->tokens.n; i++)
        if (v.s->piece[i].mode == SORT_HELD) held = i;
    draw_sorted(&v);
    if (v.s->tray) {
        draw_tray(&v);
        draw_sides(&v, held);
    }
    for (int i = 0; i < v.p->tokens.n; i++)
        if (v.s->piece[i].mode == SORT_FLIES || v.s->piece[i].mode == SORT_HOME) draw_moving(&v, i);
    if (held < 0 || !v.s->tray) return;
    struct vec2 foot = sort_foot(v.p, v.s, v.e, held);
    draw_way(&v, sort_home(v.p, v.s, v.e, held), (struct vec2){foot.x, foot.y - 8});
    draw_in_hand(&v, held, foot);
}
