/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout.c - from slots and stage places to boxes on the canvas. */
#include <math.h>
#include <scene/layout.h>
#include <string.h>

#define REACH_LANDSCAPE 440.0f   /* low reach: height from the bottom within which everything touched lies */
#define REACH_PORTRAIT 840.0f
#define PAIR_GROWTH 16.0f
enum { SLOTS_MAX = 12 };

void layout_canvas(struct env *e, int px_w, int px_h) {
    e->portrait = px_h > px_w;
    float rw = e->portrait ? 1080 : 1920, rh = e->portrait ? 1920 : 1080;
    e->scale = fminf((float)px_w / rw, (float)px_h / rh);
    if (!(e->scale > 0)) e->scale = 0.01f;   /* a window of no size: nothing is divided by 0 */
    e->w = (float)px_w / e->scale;
    e->h = (float)px_h / e->scale;
    e->stage = (struct box){(e->w - rw) / 2, e->h - rh, rw, rh};
}

/* ---- slots */
static float edge(float v, float size) { return v >= SLOT_EDGE ? size : v >= 0 ? v : size + v; }

static struct box slot_area(const struct layout_slot *s, const struct env *e) {
    struct slot_box b = e->portrait ? s->portrait : s->landscape;
    float x0 = edge(b.x0, e->w), y0 = edge(b.y0, e->h), x1 = edge(b.x1, e->w), y1 = edge(b.y1, e->h);
    return (struct box){x0, y0, fmaxf(1, x1 - x0), fmaxf(0, y1 - y0)};
}

struct slots { const struct layout_slot *v; struct box used[SLOTS_MAX]; float floor; };   /* floor: nothing lies below */

static const struct box *used_by(const struct slots *all, const char *name) {
    for (int i = 0; name && i < SLOTS_MAX && all->v[i].name; i++)
        if (!strcmp(all->v[i].name, name)) return all->used[i].h > 0 ? &all->used[i] : NULL;
    return NULL;
}

/* Neighbours' content pushes the edges; low reach lowers what is touched. */
static struct box pushed(const struct slots *all, const struct layout_slot *s, const struct env *e) {
    struct box a = slot_area(s, e);
    float y0 = a.y, y1 = a.y + a.h;
    const struct box *under = used_by(all, s->under), *over = used_by(all, s->over);
    bool beside = over && (over->x >= a.x + a.w || over->x + over->w <= a.x);
    if (under) y0 = fmaxf(y0, under->y + under->h + fmaxf(12, s->gap));
    if (over && !beside) y1 = fminf(y1, over->y - 14);
    float reach = e->h - (e->portrait ? REACH_PORTRAIT : REACH_LANDSCAPE);
    if (s->control && e->low_reach && y0 < reach) {
        y1 = fminf(fmaxf(y1, reach + (y1 - y0)), all->floor);
        y0 = reach;
    }
    return (struct box){a.x, y0, a.w, fmaxf(0, y1 - y0)};
}

static void shift(struct node **v, int n, float dy) {
    for (int i = 0; i < n; i++) v[i]->box.y += dy;
}

static int nodes_in(const struct scene *s, const struct env *e, const char *slot, struct node **out) {
    int n = 0;
    for (int i = 0; i < s->n; i++)
        if (s->nodes[i]->visible && str_eq(node_common(s->nodes[i], e)->slot, slot)) out[n++] = s->nodes[i];
    return n;
}

/* How far content that did not fit must move: first down from what lies above it, then up from the bar or the canvas' edge. */
static float correction(const struct layout_slot *slot, const struct env *e, struct box area, struct box used, float floor) {
    float dy = 0, bottom = slot->axis == SLOT_FILL ? e->h : floor;
    bool keep_top = slot->under || (slot->control && e->low_reach);
    if (keep_top && used.y < area.y) dy = area.y - used.y;
    if (used.y + dy + used.h > bottom) dy = bottom - used.y - used.h;
    return used.y + dy < 0 ? -used.y : dy;
}

static float wish_with(struct node **room, int n, const struct layout_flow *f, struct env *e, float w, int spare) {
    for (int i = 0; i < n; i++) room[i]->spare = spare;
    return e->second.lang ? flow_measure(room, n, f, e, w).y : 0;
}

/* Two languages: where a slot has no room for all of them, first its captions keep to one, then its buttons, then its titles;
 * before that, titles have both in one line, and then captions and buttons become smaller.
 * A row of buttons may become a little higher than it would be with one. */
static void spare(struct node **room, int n, const struct layout_flow *f, struct env *e, struct box area) {
    float most = fmaxf(area.h, wish_with(room, n, f, e, area.w, SPARE_ALL)) + PAIR_GROWTH;
    for (int spare = SPARE_NONE; spare < SPARE_ALL; spare++)
        if (wish_with(room, n, f, e, area.w, spare) <= most) return;
    wish_with(room, n, f, e, area.w, SPARE_ALL);
}

static void place_slot(struct scene *s, struct env *e, struct slots *all, int index, struct node **room) {
    const struct layout_slot *slot = &all->v[index];
    int n = nodes_in(s, e, slot->name, room);
    struct box area = pushed(all, slot, e);
    struct layout_flow f = {slot->axis, slot->gap, slot->columns, slot->align, slot->foot && e->portrait ? 2 : slot->valign,
                            slot->wide ? e->w - 2 * area.x : 0};
    spare(room, n, &f, e, area);
    if (e->second.lang && slot->axis == SLOT_STACK && slot->valign == 0 && !slot->over) area.h += PAIR_GROWTH;    /* as reckoned there */
    struct box used = flow_place(room, n, &f, e, area);
    float dy = correction(slot, e, area, used, all->floor);
    shift(room, n, dy);
    used.y += dy;
    all->used[index] = used;
    for (int i = 0; e->rtl && i < n; i++) {
        struct box *b = &room[i]->box;
        if (!node_common(room[i], e)->keep_side) b->x = e->w - b->x - b->w;
        else if (slot->axis == SLOT_ROW) b->x = 2 * used.x + used.w - b->x - b->w;    /* its row runs by the language */
    }
}

static void place_slots(struct scene *s, struct env *e) {
    struct slots all = {.v = LAYOUT_TEMPLATES[s->top.template].slots, .floor = e->h};
    struct node **room = arena_array(&s->layout, struct node *, s->n);
    if (!room) return;
    for (int i = 0; i < SLOTS_MAX && all.v[i].name; i++) {
        place_slot(s, e, &all, i, room);
        if (!strcmp(all.v[i].name, "nav") && all.used[i].h > 0) all.floor = all.used[i].y;
    }
}

/* ---- the picture stage */
static struct vec2 stage_size(struct node *n, struct env *e, const struct node_common *c) {
    struct vec2 s = c->size, room = {e->stage.w - c->at.x, e->stage.h - c->at.y};
    if (s.x > 0 && s.y > 0) return s;
    env_enter(e, n);
    struct vec2 own = n->kind->measure ? n->kind->measure(n, e, s.x > 0 ? s.x : fmaxf(1, room.x)) : room;
    return (struct vec2){s.x > 0 ? s.x : own.x, s.y > 0 ? s.y : own.y};
}

static void place_stage(struct node *n, struct env *e) {
    const struct node_common *c = node_common(n, e);
    if (c->bleed) {
        n->box = (struct box){0, 0, e->w, e->h};
        return;
    }
    struct vec2 size = stage_size(n, e, c), move = e->second.lang && e->text_scale <= 1 ? c->pair_move : (struct vec2){0, 0};
    n->box = (struct box){e->stage.x + c->at.x + move.x, e->stage.y + c->at.y + move.y, size.x, size.y};
    if (e->rtl && !c->keep_side) n->box.x = e->w - n->box.x - n->box.w;
}

static bool on_stage(const struct node *n, const struct env *e) {
    return n->parent ? n->parent->kind->stage : !node_common(n, e)->slot;
}

void layout_scene(struct scene *s, struct env *e) {
    arena_reset(&s->layout);
    picset_init(&s->pics, &s->layout);
    e->layout = &s->layout;
    e->pics = &s->pics;
    e->scene = s;
    scene_visibility(s, e);
    place_slots(s, e);
    for (int i = 0; i < s->nall; i++)
        if (s->all[i]->visible && on_stage(s->all[i], e)) place_stage(s->all[i], e);
    for (int i = 0; i < s->nall; i++) {
        if (!s->all[i]->visible || !s->all[i]->kind->arrange) continue;
        env_enter(e, s->all[i]);
        s->all[i]->kind->arrange(s->all[i], e);
    }
    e->relayout = false;
}
