/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/route.h>
#include <string.h>

void route_init(struct route *r) { *r = (struct route){0}; }

static void tell(struct node *n, struct env *e, struct effects *fx, struct node_event ev) {
    if (n->kind->event) n->kind->event(n, e, &ev, fx);
    else if (ev.kind == NODE_ACTIVATE) effects_actions(fx, n, &node_common(n, e)->press);
}

static int top_layer(const struct semlist *l) {
    int top = 0;
    for (int i = 0; i < l->n; i++)
        if (l->v[i].layer > top) top = l->v[i].layer;
    return top;
}

static const struct sem_item *find_item(const struct semlist *l, const struct node *n, int item) {
    int top = top_layer(l);
    for (int i = 0; i < l->n; i++)
        if (l->v[i].node == n && l->v[i].item == item && l->v[i].hit.w > 0 && l->v[i].layer == top) return &l->v[i];
    return NULL;
}

static bool inside(const struct route_finger *f, struct vec2 p) {
    if (!box_has(f->hit, p)) return false;
    if (!f->round) return true;
    float dx = (p.x - f->hit.x) / f->hit.w * 2 - 1, dy = (p.y - f->hit.y) / f->hit.h * 2 - 1;
    return dx * dx + dy * dy <= 1;
}

static struct node_event finger_event(const struct route *r, int i, enum node_event_kind kind, struct vec2 at) {
    const struct route_finger *f = &r->fingers[i];
    return (struct node_event){.kind = kind, .item = f->item, .finger = i, .at = at, .start = f->start, .inside = inside(f, at)};
}

/* The finger stays dead until it lifts; nothing acts. */
static void cancel(struct route *r, int i, struct env *e, struct effects *fx) {
    struct route_finger *f = &r->fingers[i];
    struct node *n = f->node;
    if (!n) return;
    f->node = NULL;
    if (n->pressed == f->item) n->pressed = -1;
    struct node_event ev = finger_event(r, i, NODE_CANCEL, f->start);
    ev.inside = false;
    tell(n, e, fx, ev);
}

static void any_down(struct route *r) {
    r->touched = false;
    for (int i = 0; i < ROUTE_FINGERS; i++) r->touched |= r->fingers[i].down;
}

/* ---- focus */
static void focus_clear(struct route *r) {
    if (r->focus_node) r->focus_node->focused = -1;
    r->focus_node = NULL;
    r->focus_id = NULL;
}

static void focus_set(struct route *r, const struct sem_item *it) {
    focus_clear(r);
    size_t len = it->id ? strlen(it->id) : 0;
    if (len >= sizeof r->focus_name) len = sizeof r->focus_name - 1;
    if (len) memcpy(r->focus_name, it->id, len);
    r->focus_name[len] = 0;
    r->focus_id = r->focus_name;
    r->focus_node = it->node;
    r->focus_item = it->item;
    if (it->node) it->node->focused = it->item;
}

static int focus_index(const struct route *r, const struct semlist *l) {
    int top = top_layer(l);
    for (int i = 0; r->focus_id && i < l->n; i++)
        if (l->v[i].layer == top && l->v[i].focusable && l->v[i].node == r->focus_node && l->v[i].item == r->focus_item) return i;
    return -1;
}

static bool focus_walk(struct route *r, const struct semlist *l, int step) {
    int top = top_layer(l), from = focus_index(r, l);
    if (from < 0) from = step > 0 ? -1 : l->n;
    for (int k = 1; k <= l->n; k++) {
        int i = from + step * k;
        i = (i % l->n + l->n) % l->n;
        const struct sem_item *it = &l->v[i];
        if (!it->focusable || !it->node || it->layer != top || it->state & SEM_DISABLED) continue;
        focus_set(r, it);
        return true;
    }
    return false;
}

static bool key(struct route *r, enum ui_key k, const struct semlist *l, struct env *e, struct effects *fx) {
    bool arrow = k == KEY_LEFT || k == KEY_RIGHT || k == KEY_UP || k == KEY_DOWN;
    int at = focus_index(r, l);
    const struct sem_item *it = at >= 0 ? &l->v[at] : NULL;
    if (k == KEY_SELECT) {
        if (!it) return focus_walk(r, l, 1);
        if (it->state & SEM_DISABLED) return false;
        struct vec2 mid = {it->hit.x + it->hit.w / 2, it->hit.y + it->hit.h / 2};
        tell(it->node, e, fx, (struct node_event){.kind = NODE_ACTIVATE, .item = it->item, .finger = -1, .at = mid, .start = mid, .inside = true});
        return true;
    }
    if (arrow && it && (it->role == SEM_SLIDER || it->role == SEM_HANDLE)) {
        tell(it->node, e, fx, (struct node_event){.kind = NODE_KEY, .item = it->item, .finger = -1, .key = k});
        return true;
    }
    if (k == KEY_NEXT || k == KEY_DOWN || k == (e->rtl ? KEY_LEFT : KEY_RIGHT)) return focus_walk(r, l, 1);
    if (k == KEY_PREV || arrow) return focus_walk(r, l, -1);
    return false;
}

/* ---- fingers */
/* Another finger already has this control, or drags in the same element. */
static bool taken(const struct route *r, int finger, const struct sem_item *it) {
    for (int i = 0; i < ROUTE_FINGERS; i++) {
        const struct route_finger *f = &r->fingers[i];
        if (i == finger || !f->node || f->node != it->node) continue;
        if (f->item == it->item) return true;
        if (!it->node->kind->multi && (f->drags || it->drags)) return true;
    }
    return false;
}

static bool down(struct route *r, int i, struct vec2 at, const struct semlist *l, struct env *e, struct effects *fx) {
    cancel(r, i, e, fx);   /* a lost UP */
    focus_clear(r);
    r->last = at;
    r->press_at = e->now;
    r->fingers[i] = (struct route_finger){.down = true, .start = at};
    int hit = sem_hit(l, at);
    if (hit < 0) return false;
    const struct sem_item *it = &l->v[hit];
    if (!it->node || it->state & SEM_DISABLED || taken(r, i, it)) return true;
    struct route_finger *f = &r->fingers[i];
    f->node = it->node;
    f->item = it->item;
    f->hit = it->hit;
    f->round = it->round;
    f->drags = it->drags;
    f->node->pressed = f->item;
    tell(f->node, e, fx, finger_event(r, i, NODE_DOWN, at));
    return true;
}

static bool follow(struct route *r, int i, const struct ui_event *ev, const struct semlist *l, struct env *e, struct effects *fx) {
    struct route_finger *f = &r->fingers[i];
    if (!f->node) return false;
    const struct sem_item *it = find_item(l, f->node, f->item);
    if (!it || it->state & SEM_DISABLED) {   /* it went away, or a sheet came over it */
        cancel(r, i, e, fx);
        return false;
    }
    if (!f->drags) f->hit = it->hit;   /* the control may have moved */
    float dx = ev->at.x - f->start.x, dy = ev->at.y - f->start.y;
    if (f->drags && dx * dx + dy * dy > ROUTE_SLOP * ROUTE_SLOP) f->dragged = true;
    bool in = inside(f, ev->at);
    f->node->pressed = in || f->dragged ? f->item : -1;
    if (ev->kind == UI_MOVE) {
        tell(f->node, e, fx, finger_event(r, i, NODE_MOVE, ev->at));
        return true;
    }
    struct node *n = f->node;
    n->pressed = -1;
    struct node_event up = finger_event(r, i, NODE_UP, ev->at);
    bool act = in && !f->dragged;
    f->node = NULL;
    tell(n, e, fx, up);
    if (!act) return true;
    up.kind = NODE_ACTIVATE;
    tell(n, e, fx, up);
    return true;
}

static bool finger(struct route *r, const struct ui_event *ev, const struct semlist *l, struct env *e, struct effects *fx) {
    if (ev->finger < 0 || ev->finger >= ROUTE_FINGERS) return false;
    struct route_finger *f = &r->fingers[ev->finger];
    bool did = false;
    if (ev->kind == UI_DOWN) {
        did = down(r, ev->finger, ev->at, l, e, fx);
    } else if (ev->kind == UI_CANCEL) {
        did = f->node != NULL;
        cancel(r, ev->finger, e, fx);
    } else if (f->down) {
        did = follow(r, ev->finger, ev, l, e, fx);
    }
    if (ev->kind == UI_UP || ev->kind == UI_CANCEL) *f = (struct route_finger){0};
    any_down(r);
    return did;
}

bool route_event(struct route *r, const struct ui_event *ev, const struct semlist *seen, struct env *e, struct effects *fx) {
    switch (ev->kind) {
    case UI_DOWN: case UI_MOVE: case UI_UP: case UI_CANCEL: return finger(r, ev, seen, e, fx);
    case UI_KEY: return seen->n > 0 && key(r, ev->key, seen, e, fx);
    default: return false;
    }
}

void route_drop(struct route *r, struct env *e, struct effects *fx) {
    for (int i = 0; i < ROUTE_FINGERS; i++) cancel(r, i, e, fx);
    focus_clear(r);
}
