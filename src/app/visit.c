/* SPDX-License-Identifier: GPL-3.0-or-later */
/* visit.c - whether somebody is there: the attract loop and how it wakes, the idle clock, the still-there sheet. */
#include <app/app_state.h>

enum { TWICE_MS = 400 };          /* after a change of scene or sheet the place that was touched last is deaf */
#define TWICE_REACH 160.0f        /* how far apart two touches are still one place: canvas units, 40 mm on the kiosk */

static int64_t ask_ms(const struct app *a) { float s = a->deps.journey->idle_ask; return (int64_t)((s > 0 ? s : 60) * 1000); }
static int64_t reset_ms(const struct app *a) { float s = a->deps.journey->idle_reset; return (int64_t)((s > 0 ? s : 30) * 1000); }

static int64_t invite_ms(const struct app *a) { float s = a->deps.journey->invite; return s > 0 ? (int64_t)(s * 1000) : INVITE_MS; }

static const struct strs *inviting(const struct app *a) {
    const struct journey *j = a->deps.journey;
    return j->inviting.n ? &j->inviting : &j->languages;
}

static bool at_rest(const struct app *a) {
    return !a->stage.scene || (!a->stage.sheet && str_eq(a->stage.scene->id, stage_rest(a)));
}

bool app_away(const struct app *a, int64_t now) {
    if (!at_rest(a) || a->stage.go || a->stage.open_id) return false;
    if (!a->stage.scene) return true;
    return now - a->visit.touched_at >= (app_attract(a) ? AWAY_MS : ask_ms(a));
}

static void wake(struct app *a) {
    stage_home(a);
    a->visit.deaf_until = a->now + WAKE_DEAF_MS;
    for (int f = 0; f < ROUTE_FINGERS; f++) a->visit.waking[f] = false;
    input_kill_all(a);
}

/* In the attract loop a touch that came down on nothing wakes when it lifts; it presses nothing. Pills act as usual. */
static bool attract_event(struct app *a, const struct ui_event *ev) {
    struct visit *v = &a->visit;
    if (a->stage.sheet) return false;
    if (ev->kind == UI_KEY) {
        if (a->route.focus_id && ev->key == KEY_SELECT) return false;      /* a pill has the focus: it acts */
        wake(a);
        return true;
    }
    if (ev->kind == UI_DOWN) v->waking[ev->finger] = sem_hit(&a->sems[!a->turn], ev->at) < 0;
    if (ev->kind == UI_CANCEL) v->waking[ev->finger] = false;
    if (ev->kind == UI_UP && v->waking[ev->finger]) {
        route_event(&a->route, ev, &a->sems[!a->turn], app_top_env(a), &a->fx);
        a->fx.n = 0;
        wake(a);
        return true;
    }
    return false;
}

void visit_changed(struct app *a) {
    struct visit *v = &a->visit;
    if (!v->placed) return;
    v->twice = v->place;
    v->twice_until = a->now + TWICE_MS;
}

/* The second of two taps, of which the first has changed what lies here. */
static bool twice(struct app *a, const struct ui_event *ev) {
    struct visit *v = &a->visit;
    float dx = ev->at.x - v->twice.x, dy = ev->at.y - v->twice.y;
    if (ev->kind == UI_DOWN && a->now < v->twice_until && dx * dx + dy * dy <= TWICE_REACH * TWICE_REACH) return true;
    bool going = a->stage.go || a->stage.open_id;      /* whose touch that was is known */
    if (!going && (ev->kind == UI_DOWN || ev->kind == UI_UP)) { v->place = ev->at; v->placed = true; }
    return false;
}

bool visit_event(struct app *a, const struct ui_event *ev) {
    struct visit *v = &a->visit;
    if (ev->kind == UI_HOVER) return false;        /* a mouse that drifts is nobody */
    v->active_at = v->touched_at = a->now;
    bool begins = ev->kind == UI_DOWN || ev->kind == UI_KEY;
    if (twice(a, ev) || (begins && a->now < v->deaf_until)) {
        if (ev->kind == UI_DOWN) input_kill(a, ev->finger);
        return true;
    }
    if (v->asking) {
        if (begins) stage_ask(a, false);
        input_kill_all(a);
        return true;
    }
    return app_attract(a) && attract_event(a, ev);
}

static void countdown(struct app *a) {
    struct visit *v = &a->visit;
    int64_t ask = v->active_at + ask_ms(a), end = ask + reset_ms(a);
    if (a->opt.idle_off || at_rest(a)) return;
    if (a->now >= end) { stage_reset(a); return; }
    if (a->now < ask) {
        if (ask < a->wake) a->wake = ask;
        return;
    }
    if (!v->asking) { v->ask_at = ask; stage_ask(a, true); }
    int64_t next = end - (end - a->now - 1) / 1000 * 1000;     /* the next whole second of the countdown */
    if (next < a->wake) a->wake = next;
}

void visit_busy(struct app *a) {
    struct visit *v = &a->visit;
    if (a->now <= v->touched_at + BUSY_MS && !v->asking) v->active_at = a->now;
}

static void invite(struct app *a) {
    struct visit *v = &a->visit;
    const struct strs *l = inviting(a);
    if (!app_attract(a) || a->opt.idle_off || a->stage.go || a->stage.sheet || l->n < 2) return;
    int64_t whole = invite_ms(a), steps = (a->now - v->invite_at) / whole;
    if (steps > 0) {
        v->invite_at += steps * whole;
        v->invite = (int)((v->invite + steps) % l->n);
        app_language(a, l->v[v->invite]);
    }
    if (v->invite_at + whole < a->wake) a->wake = v->invite_at + whole;
}

void visit_tick(struct app *a) {
    countdown(a);
    invite(a);
}

void visit_entered(struct app *a) {
    struct visit *v = &a->visit;
    const char *id = a->stage.scene->id;
    if (app_attract(a)) {
        const struct strs *l = inviting(a);
        v->invite_at = a->now;
        for (v->invite = 0; v->invite < l->n - 1 && !str_eq(l->v[v->invite], a->language);) v->invite++;
        return;
    }
    for (int i = 0; i < v->nvisited; i++)
        if (str_eq(v->visited[i], id)) return;
    if (v->nvisited < APP_VISITED) v->visited[v->nvisited++] = id;
}

void visit_sources(struct app *a, struct strs facts) {
    struct visit *v = &a->visit;
    int n = 0;
    for (int i = 0; i < facts.n && n < APP_SOURCES; i++)
        if ((v->sources[n] = app_intern(a, facts.v[i]))) n++;
    a->view.sources_of = (struct strs){v->sources, n};
}

void visit_view(struct app *a) {
    struct visit_view *w = &a->view;
    const struct visit *v = &a->visit;
    const struct loaded *s = a->stage.scene;
    const struct chapter *c = stage_chapter(a, s ? s->id : NULL, &w->chapter_index);
    w->scene = s ? s->id : NULL;
    w->chapter = c ? c->id : NULL;
    w->visited = v->visited;
    w->nvisited = v->nvisited;
    w->next_label_scene = s ? stage_after(a, s->id, &w->next_is_chapter) : NULL;
    w->came_from = a->stage.came_from;
    w->active_at = v->active_at;
    w->can_back = a->stage.nback > 0;
    w->idle_total = v->asking ? (float)reset_ms(a) / 1000 : 0;
    w->idle_left = v->asking ? (float)(v->ask_at + reset_ms(a) - a->now) / 1000 : 0;
}
