/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scene_run.c - a scene in time: beginning, ticking, drawing. */
#include <scene/scene.h>
#include <scene/track.h>
#include <string.h>

const struct scene_state *scene_named(const struct scene *s, const char *state) {
    const struct scene_state *st = s->top.states.items;
    for (int i = 0; i < s->top.states.n; i++)
        if (str_eq(st[i].name, state)) return &st[i];
    return NULL;
}

struct node *scene_node(const struct scene *s, const char *id) {
    for (int i = 0; id && i < s->nall; i++)
        if (!strcmp(s->all[i]->common[0].id, id)) return s->all[i];
    return NULL;
}

static bool holds(const struct node *n, const struct env *e) {
    return (!n->parent || n->parent->visible) && vars_hold(e->vars, &node_common(n, e)->visible_if);
}

bool scene_visibility(struct scene *s, struct env *e) {
    bool changed = false;
    for (int i = 0; i < s->nall; i++) {
        bool now = holds(s->all[i], e);
        changed |= now != s->all[i]->visible;
        s->all[i]->visible = now;
    }
    return changed;
}

/* Which sounds' conditions hold now. */
static uint32_t sounding(const struct scene *s, const struct env *e) {
    const struct scene_sound *v = s->top.sounds.items;
    uint32_t now = 0;
    for (int i = 0; i < s->top.sounds.n && i < SCENE_SOUNDS; i++)
        if (vars_hold(e->vars, &v[i].when)) now |= 1u << i;
    return now;
}

static void tick_sounds(struct scene *s, const struct env *e, struct effects *fx) {
    const struct scene_sound *v = s->top.sounds.items;
    uint32_t now = sounding(s, e), began = now & ~s->sounding;
    s->sounding = now;
    for (int i = 0; began; i++, began >>= 1)
        if (began & 1) effects_sound(fx, v[i].file);
}

void scene_init(struct scene *s, struct env *e) {
    for (int i = 0; i < s->nall; i++) {
        struct node *n = s->all[i];
        memset(n->state, 0, n->kind->state_size);
        n->anim = (struct anim){{0}, {false}};
        n->pressed = n->focused = -1;
        n->visible = holds(n, e);
        if (n->kind->init) n->kind->init(n, e);
    }
    s->sounding = sounding(s, e);
    e->relayout = true;
}

/* What has just come into sight has no place yet: it ticks from the next frame on. */
void scene_tick(struct scene *s, struct env *e, struct effects *fx) {
    tick_sounds(s, e, fx);
    for (int i = 0; i < s->nall; i++) {
        struct node *n = s->all[i];
        bool now = holds(n, e), before = n->visible;
        n->visible = now;
        if (now != before) {
            e->relayout = true;
            env_next_frame(e);
        }
        if (!now) continue;
        tracks_run(n, e);
        env_enter(e, n);
        if (before && n->kind->tick) n->kind->tick(n, e, fx);
    }
}

static float alpha_of(const struct node *n, const struct env *e) {
    float a = node_common(n, e)->alpha;
    return n->anim.has[TRACK_ALPHA] ? a * clampf(n->anim.v[TRACK_ALPHA], 0, 1) : a;
}

/* What a picture shows: told by the kind that draws it, or else here. from: where its items begin. Who draws nothing tells nothing. */
static void tell_alt(struct node *n, struct paint *p, int from) {
    const struct text_ref *alt = &node_common(n, p->env)->alt;
    bool told = !alt->easy;
    for (int i = from; i < p->sem->n && !told; i++) told = p->sem->v[i].node == n && !(p->sem->v[i].id && strchr(p->sem->v[i].id, '/'));
    if (!told) paint_item(p, n, NULL, 0, SEM_PICTURE, env_text_in(p->env, p->env->frame, alt), n->box, (struct box){0, 0, 0, 0});
}

static void draw_node(struct node *n, struct paint *p) {
    float alpha = n->visible ? alpha_of(n, p->env) : 0;
    if (alpha <= 0) return;
    struct paint mine = *p;
    float dx = n->anim.has[TRACK_X] ? n->anim.v[TRACK_X] : 0;
    mine.ox += p->env->rtl && !node_common(n, p->env)->keep_side ? -dx : dx;
    mine.oy += n->anim.has[TRACK_Y] ? n->anim.v[TRACK_Y] : 0;
    uint8_t before = dlist_fade(p->list, alpha);
    env_enter(p->env, n);
    int from = p->sem->n, drawn = p->list->n;
    if (n->kind->draw) n->kind->draw(n, &mine);
    if (p->list->n > drawn) tell_alt(n, &mine, from);
    struct ibox whole = p->list->clip;
    if (n->kind->window) dlist_clip(p->list, paint_px(&mine, n->kind->window(n, p->env)));
    for (int i = 0; i < n->nchildren; i++) draw_node(n->children[i], &mine);
    dlist_unclip(p->list, whole);
    p->list->fade = before;
}

void scene_draw(struct scene *s, struct env *e, struct dlist *list, struct semlist *sem) {
    struct paint p = {.list = list, .sem = sem, .env = e};
    for (int i = 0; i < s->n; i++) draw_node(s->nodes[i], &p);
}
