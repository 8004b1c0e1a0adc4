/* SPDX-License-Identifier: GPL-3.0-or-later */
/* states.c - a named state of a scene: its variables are set, actions done, then elements touched one after the other. */
#include <app/app_state.h>

enum { TOUCH_GAP_MS = 700, TOUCH_WAIT_MS = 4000 /* for what has not come up yet */ };

void app_state(struct app *a, const struct scene_state *st) {
    struct effects fx = {.arena = &a->frames[a->turn]};
    app_put(a, &st->set);
    effects_actions(&fx, NULL, &st->then);
    actions_run(a, &fx);
    a->touches = (struct touches){.due = a->now + TOUCH_GAP_MS};
    for (int i = 0; i < st->touch.n && i < SCENE_TOUCHES; i++) a->touches.id[a->touches.n++] = app_intern(a, st->touch.v[i]);
}

/* What the visitor saw of that name and can touch. */
static const struct sem_item *item_of(const struct semlist *s, const char *id) {
    for (int i = s->n - 1; i >= 0; i--)
        if (str_eq(s->v[i].id, id) && s->v[i].hit.w > 0) return &s->v[i];
    return NULL;
}

void states_tick(struct app *a) {
    struct touches *t = &a->touches;
    if (t->at >= t->n || a->now < t->due) return;
    const struct sem_item *it = item_of(&a->sems[!a->turn], t->id[t->at]);
    if (!it && a->now < t->due + TOUCH_WAIT_MS) return;
    t->at++;
    t->due = a->now + TOUCH_GAP_MS;
    if (!it) return;
    float k = a->env[0].scale > 0 ? a->env[0].scale : 1;
    struct ui_event ev = {.kind = UI_DOWN, .at = {(it->hit.x + it->hit.w / 2) * k, (it->hit.y + it->hit.h / 2) * k}};
    app_handle(a, &ev);
    ev.kind = UI_UP;
    app_handle(a, &ev);
}

int64_t states_wake(const struct app *a) {
    const struct touches *t = &a->touches;
    if (t->at >= t->n) return INT64_MAX;
    return a->now < t->due ? t->due : a->now + 100;
}
