/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frame.c - one picture: the scene, the sheet over it, and what the app itself draws on top: focus, touch ring. */
#include <app/app_state.h>
#include <draw/paper.h>

static const rgba DIM = 0x020C10FF, GOLD = 0xF5B335FF, EDGE = 0x06171CFF;

static uint64_t baked(struct app *a, const struct vec *v, struct box area) {
    struct env *e = &a->env[0];
    struct pic_spec spec = {.kind = PIC_VEC, .vec = v, .scale = e->scale, .origin = {area.x, area.y}, .mod = 0xFFFFFFFFu};
    spec.w = (int)ceilf(area.w * e->scale);
    spec.h = (int)ceilf(area.h * e->scale);
    return picset_add(&a->pics, &spec);
}

static struct ibox to_px(const struct env *e, struct box b) {
    int x = (int)lroundf(b.x * e->scale), y = (int)lroundf(b.y * e->scale);
    return (struct ibox){x, y, (int)lroundf((b.x + b.w) * e->scale) - x, (int)lroundf((b.y + b.h) * e->scale) - y};
}

/* The ring grows in three baked steps: nothing is ever scaled. */
static void touch_ring(struct app *a, struct dlist *l) {
    static const float RADIUS[3] = {40, 58, 76};
    const struct route *r = &a->route;
    struct env *e = &a->env[0];
    int64_t age = a->now - r->press_at;
    if (!r->press_at || age < 0 || age >= RING_MS) return;
    float t = (float)age / RING_MS, out = 1 - (1 - t) * (1 - t);
    float radius = RADIUS[out < 0.4f ? 0 : out < 0.75f ? 1 : 2];
    struct vec v;
    vec_begin(&v, e->frame);
    paper_ring(&v, 0, 0, radius, GOLD);
    struct box area = box_grow((struct box){0, 0, 0, 0}, radius + 16);
    uint64_t key = baked(a, &v, area);
    struct ibox at = to_px(e, (struct box){r->last.x + area.x, r->last.y + area.y, area.w, area.h});
    at.w = (int)ceilf(area.w * e->scale);
    at.h = (int)ceilf(area.h * e->scale);
    dlist_picture(l, key, at, 0.9f * (1 - out));
    env_next_frame(e);
}

static void frame_box(struct dlist *l, struct ibox b, int t, rgba c) {
    dlist_fill(l, (struct ibox){b.x, b.y, b.w, t}, c);
    dlist_fill(l, (struct ibox){b.x, b.y + b.h - t, b.w, t}, c);
    dlist_fill(l, (struct ibox){b.x, b.y + t, t, b.h - 2 * t}, c);
    dlist_fill(l, (struct ibox){b.x + b.w - t, b.y + t, t, b.h - 2 * t}, c);
}

/* Round where the thing is small enough to be worth a picture, else four fills; gold inside, dark outside, so that it is
 * seen on snow and on night alike. */
static void focus_ring(struct app *a, struct dlist *l, const struct semlist *sem) {
    struct env *e = &a->env[0];
    const char *id = a->route.focus_id;
    const struct sem_item *it = NULL;
    int top = app_top(a) != a->stage.scene;
    for (int i = 0; id && i < sem->n; i++)
        if (sem->v[i].layer == top && str_eq(sem->v[i].id, id)) it = &sem->v[i];
    if (!it) return;
    struct box b = box_grow(it->hit.w > 0 ? it->hit : it->box, 6);
    if (b.w > 900 || b.h > 300) {
        int t = (int)fmaxf(2, roundf(6 * e->scale));
        struct ibox px = ibox_and(to_px(e, b), l->screen);
        frame_box(l, px, t, EDGE);
        frame_box(l, (struct ibox){px.x + t, px.y + t, px.w - 2 * t, px.h - 2 * t}, t, GOLD);
        return;
    }
    struct vec v;
    struct box own = {0, 0, roundf(b.w), roundf(b.h)}, area = box_grow(own, 14);
    float radius = it->round ? own.h / 2 : fminf(own.h / 2, 28);
    vec_begin(&v, e->frame);
    paper_focus(&v, box_grow(own, 5), radius + 5, EDGE, 5);
    paper_focus(&v, own, radius, GOLD, 6);
    struct ibox px = to_px(e, (struct box){b.x + area.x, b.y + area.y, area.w, area.h});
    px.w = (int)ceilf(area.w * e->scale);
    px.h = (int)ceilf(area.h * e->scale);
    dlist_picture(l, baked(a, &v, area), px, 1);
}

void frame_draw(struct app *a) {
    struct dlist *l = &a->scenes[a->turn];
    struct semlist *sem = &a->sems[a->turn];
    struct loaded *top = app_top(a);
    dlist_begin(l, a->env[0].frame, a->opt.w, a->opt.h);
    sem_begin(sem, a->env[0].frame);
    if (a->pics.n > 48) {                        /* sizes of things long gone */
        arena_reset(&a->pic_arena);
        picset_init(&a->pics, &a->pic_arena);
    }
    if (!a->stage.scene) {
        if (stage_lost(a)) card_draw(a, l);
        else dlist_fill(l, l->screen, EDGE);
        a->lists[a->turn] = *l;
        return;
    }
    scene_draw(a->stage.scene->scene, &a->env[0], l, sem);
    if (top != a->stage.scene) {
        dlist_fill(l, l->screen, rgba_alpha(DIM, 0.72f));
        scene_draw(top->scene, &a->env[1], l, sem);
    }
    focus_ring(a, l, sem);
    motion_draw(a, l, &a->lists[a->turn]);
    touch_ring(a, &a->lists[a->turn]);
}
