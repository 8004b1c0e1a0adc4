/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wheel_draw.c - the wheel as it stands now: rim, small windows on their circle, the lens over them, the grip. */
#include <scene/keys.h>
#include <scene/wheel_view.h>

#define HOLE_STEP 2.6f       /* degrees; every fifth hole is large */
#define STITCH_STEP 26.0f    /* canvas units */
#define LABEL_ROOM 10.0f     /* canvas units from a label to the edge of the screen */
#define FADE .14f            /* stops before and after half way in which one picture gives way to the next */
enum { HOLES = 100, GONE = 1000000 };

struct view { struct node *n; struct paint *pt; const struct wheel_props *p; const struct wheel_look *k; struct vec2 c; float turn, floor, side; };

static float smooth(float t) {
    t = clampf(t, 0, 1);
    return t * t * (3 - 2 * t);
}

/* Angle of a stop that is so many stops from the top: near the top it makes way for the lens. */
static float angle_of(const struct view *w, float offset) {
    float push = clampf(offset * 2, -1, 1);
    return w->side * (WHEEL_STEP * offset + WHEEL_SPREAD * push);
}

/* On whole px, so that all parts of a window move together. */
static struct vec2 on_px(const struct view *w, struct vec2 at) {
    float s = w->pt->env->scale;
    return (struct vec2){roundf(at.x * s) / s, roundf(at.y * s) / s};
}

static void put(const struct view *w, uint64_t key, struct vec2 at, float r, float alpha) {
    paint_picture(w->pt, key, (struct box){at.x - r, at.y - r, 2 * r, 2 * r}, alpha);
}

static void draw_rim(const struct view *w) {
    float turned = w->turn * WHEEL_STEP, first = roundf(turned / HOLE_STEP);
    for (int i = -HOLES / 2; i <= HOLES / 2; i++) {
        float hole = first + (float)i, deg = hole * HOLE_STEP - turned;
        struct vec2 at = wheel_point(w->c, w->side * deg, w->p->radius - 23);
        if (at.y > w->floor + 12) continue;
        put(w, fmodf(fabsf(hole), 5) < .5f ? w->k->dot_large : w->k->dot, at, 12, 1);
    }
    int n = w->p->stops.n;
    for (int i = 0; i < n; i++) {      /* stitches between the stops */
        float deg = angle_of(w, wheel_offset(w->p, (float)i + .5f, w->turn));
        if (fabsf(deg) > 120) continue;
        for (float r = w->p->hub + 30; r < w->p->radius - 56; r += STITCH_STEP) {
            struct vec2 at = wheel_point(w->c, deg, r);
            if (at.y < w->floor + 12) put(w, w->k->stitch, at, 12, 1);
        }
    }
}

static float key_or(const struct nums *keys, float t, float otherwise) { return keys->n ? keys_at(keys, (double)t) : otherwise; }

static void draw_window(const struct view *w, int stop, const struct wheel_window *win, struct vec2 at, float r, float t, float alpha) {
    const struct wheel_stop *s = wheel_stop(w->p, stop);
    put(w, win->disc, at, r, alpha);
    for (int i = 0; i < s->pieces.n; i++) {
        const struct wheel_piece *c = wheel_piece(s, i);
        float x = (c->at.x + key_or(&c->x, t, 0)) * w->side * r / 100, y = (c->at.y + key_or(&c->y, t, 0)) * r / 100;
        struct box b = {at.x + x - win->size[i].x / 2, at.y + y - win->size[i].y, win->size[i].x, win->size[i].y};
        paint_picture(w->pt, win->piece[i], b, alpha * key_or(&c->alpha, t, 1));
    }
    paint_picture(w->pt, win->front, (struct box){at.x + win->front_box.x, at.y + win->front_box.y, win->front_box.w, win->front_box.h}, alpha);
}

/* A window answers: with its label where that is shown, else by its name. */
static void window_item(const struct view *w, int stop, struct vec2 at, float r, float label, bool top) {
    const struct chip *c = &w->k->chip[stop];
    const char *id = wheel_stop(w->p, stop)->id;
    struct box own = {at.x - r, at.y - r, 2 * r, fminf(2 * r, w->floor - at.y + r)};
    struct sem_item *it = NULL;
    if (label > 0 && c->w > 0) {
        float away = (at.x > w->c.x ? 1.0f : -1.0f) * fmaxf(fabsf(at.x - w->c.x) * 1.1f, w->p->lens + 24 + c->w / 2);
        struct box b = {w->c.x + away - c->w / 2, at.y - r - c->h * .62f, c->w, c->h};
        b.x = clampf(b.x, LABEL_ROOM, fmaxf(LABEL_ROOM, w->pt->env->w - c->w - LABEL_ROOM));
        it = chip_draw(c, w->pt, w->n, id, SEM_CHOICE, b.x, b.y, label);
    }
    if (!it) it = paint_item(w->pt, w->n, id, stop + 1, SEM_CHOICE, w->k->label[stop], own, own);
    if (!it) return;
    it->item = stop + 1;
    it->hit = (struct box){own.x + w->pt->ox, own.y + w->pt->oy, own.w, own.h};
    it->focusable = it->drags = true;
    it->state = (w->n->pressed == stop + 1 ? SEM_PRESSED : 0u) | (w->n->focused == stop + 1 ? SEM_FOCUSED : 0u) | (top ? SEM_SELECTED : 0u);
    it->round = own.h >= 2 * r;
}

static void draw_small(const struct view *w, int stop) {
    const struct wheel_state *s = w->n->state;
    float offset = wheel_offset(w->p, (float)stop, w->turn), far = fabsf(offset), deg = angle_of(w, offset), r = w->p->window;
    struct vec2 at = on_px(w, wheel_point(w->c, deg, w->p->window_at));
    bool held = s->held && s->item == stop + 1, hidden = far < .18f || at.y - r - 9 > w->floor || fabsf(deg) > 150;
    if (!hidden) {
        put(w, w->k->plate, at, r + WHEEL_RIM + WHEEL_SHADOW, 1);
        draw_window(w, stop, &w->k->small[stop], at, r, GONE, 1);
        put(w, w->k->ring, at, r + WHEEL_RIM + 2, 1);
    }
    bool reach = far >= .5f && at.y < w->floor - 30;
    if (held || reach) window_item(w, stop, at, r, reach ? smooth((far - .55f) * 4) * smooth((1.75f - far) * 4) : 0, false);
}

/* The lens shows the stop at the top; between two stops the nearer one lies over the other. */
static void draw_lens(const struct view *w, int top) {
    const struct wheel_state *s = w->n->state;
    struct vec2 at = on_px(w, (struct vec2){w->c.x, w->c.y - w->p->lens_at});
    float offset = wheel_offset(w->p, (float)top, w->turn), part = .5f - fabsf(offset);    /* 0 half way .. .5 there */
    int other = wheel_wrap(w->p, (float)(top + (offset > 0 ? -1 : 1)));
    float over = part >= FADE ? 1 : .5f + .5f * smooth(part / FADE);
    put(w, w->k->plate_lens, at, w->p->lens + WHEEL_LENS_RIM + WHEEL_SHADOW, 1);
    if (over < 1) draw_window(w, other, &w->k->large[other], at, w->p->lens, GONE, 1);
    draw_window(w, top, &w->k->large[top], at, w->p->lens, wheel_act_t(s, w->pt->env, top), over);
    put(w, w->k->ring_lens, at, w->p->lens + WHEEL_LENS_RIM + 2, 1);
    window_item(w, top, at, w->p->lens, 0, true);
}

void wheel_draw(struct node *n, struct paint *pt) {
    const struct wheel_state *s = n->state;
    const struct wheel_props *p = node_props(n, pt->env);
    if (!s->look) return;
    struct view w = {n, pt, p, s->look, wheel_centre(n), wheel_turn(n, pt->env), wheel_floor(p, pt->env), wheel_side(n, pt->env)};
    int top = wheel_wrap(p, w.turn);
    paint_picture(pt, w.k->body, w.k->body_box, 1);
    draw_rim(&w);
    float r = p->radius + 40;
    struct box rim = {w.c.x - r, w.c.y - r, 2 * r, w.floor - w.c.y + r};
    struct sem_item *it = paint_item(pt, n, NULL, 0, SEM_SLIDER, w.k->name, rim, rim);
    if (it) it->drags = true, it->value = w.k->label[top];
    for (int i = 0; i < p->stops.n; i++) draw_small(&w, i);
    draw_lens(&w, top);
    struct vec2 at = wheel_point(w.c, w.side * WHEEL_GRIP_AT + s->grip, p->radius - 4);
    put(&w, w.k->grip[s->held && s->item == 0], at, WHEEL_GRIP_R + 40, 1);
}
