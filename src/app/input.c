/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input.c - what comes from the glass: fingers that never lift, panels that tap by themselves, typing. */
#include <app/app_state.h>

enum { KEYS_PER_SECOND = 20, GHOST_REACH_PX = 8, GHOST_MIN_MS = 2000, GHOST_QUIET_MS = 600000 };

static bool near(struct vec2 a, struct vec2 b) { return fabsf(a.x - b.x) <= GHOST_REACH_PX && fabsf(a.y - b.y) <= GHOST_REACH_PX; }

static bool regular(const struct tap *t, int n) {
    int64_t lo = INT64_MAX, hi = 0;
    for (int i = 1; i < n; i++) {
        int64_t d = t[i].at - t[i - 1].at;
        if (d < lo) lo = d;
        if (d > hi) hi = d;
    }
    return lo >= GHOST_MIN_MS && (hi - lo) * 20 <= hi;
}

/* A panel that taps one point in one rhythm is no person: the spot is masked and the idle clock goes back to where the
 * last person left it. Anything anywhere else shows a person and starts anew. */
static bool ghost(struct app *a, struct vec2 px) {
    struct input *in = &a->input;
    if (in->masked && a->now - in->mask_seen > GHOST_QUIET_MS) in->masked = false;
    if (in->masked && near(px, in->mask)) { in->mask_seen = a->now; return true; }
    in->masked = false;
    if (in->ntaps && !near(px, in->taps[0].px)) in->ntaps = 0;
    if (!in->ntaps) in->active_before = a->visit.active_at;
    if (in->ntaps == APP_GHOST_TAPS) {
        for (int i = 1; i < in->ntaps; i++) in->taps[i - 1] = in->taps[i];
        in->ntaps--;
    }
    in->taps[in->ntaps++] = (struct tap){px, a->now};
    if (in->ntaps < APP_GHOST_TAPS || !regular(in->taps, in->ntaps)) return false;
    in->masked = true;
    in->mask = px;
    in->mask_seen = a->now;
    in->ntaps = 0;
    a->visit.active_at = a->visit.touched_at = in->active_before;
    app_log(a, 1, "the panel taps %.0f,%.0f by itself: this spot is ignored for now", (double)px.x, (double)px.y);
    return true;
}

static bool key_allowed(struct app *a) {
    struct input *in = &a->input;
    if (a->now - in->key_at >= 1000) { in->key_at = a->now; in->keys = 0; }
    return in->keys++ < KEYS_PER_SECOND;
}

static bool finger_accept(struct app *a, const struct ui_event *ev, struct vec2 px) {
    struct input *in = &a->input;
    int f = ev->finger;
    in->news[f] = a->now;
    if (ev->kind == UI_DOWN) {
        in->down[f] = true;
        in->dead[f] = ghost(a, px);
        return !in->dead[f];
    }
    if (ev->kind == UI_MOVE) return in->down[f] && !in->dead[f];
    bool live = in->down[f] && !in->dead[f];
    in->down[f] = in->dead[f] = false;
    return live;
}

bool input_accept(struct app *a, struct ui_event *ev) {
    if (ev->kind == UI_KEY) {
        a->input.ntaps = 0;
        return ev->key > KEY_NONE && ev->key <= KEY_HOME && key_allowed(a);
    }
    if (ev->kind > UI_CANCEL && ev->kind != UI_HOVER) return false;
    if (!(fabsf(ev->at.x) < 1e5f && fabsf(ev->at.y) < 1e5f)) {      /* also refuses NaN */
        if (ev->kind != UI_UP && ev->kind != UI_CANCEL) return false;
        ev->kind = UI_CANCEL;
        ev->at = (struct vec2){0, 0};
    }
    struct vec2 px = ev->at;
    float k = a->env[0].scale > 0 ? a->env[0].scale : 1;
    ev->at = (struct vec2){px.x / k, px.y / k};
    if (ev->kind == UI_HOVER) return true;
    if (ev->finger < 0 || ev->finger >= ROUTE_FINGERS) return false;
    return finger_accept(a, ev, px);
}

void input_kill(struct app *a, int finger) {
    if (finger >= 0 && finger < ROUTE_FINGERS) a->input.dead[finger] = true;
}

void input_kill_all(struct app *a) {
    for (int f = 0; f < ROUTE_FINGERS; f++)
        if (a->input.down[f]) a->input.dead[f] = true;
}

bool input_stale(struct app *a, struct ui_event *ev) {
    struct input *in = &a->input;
    for (int f = 0; f < ROUTE_FINGERS; f++) {
        if (!in->down[f] || in->dead[f] || a->now - in->news[f] < FINGER_STALE_MS) continue;
        in->dead[f] = true;
        *ev = (struct ui_event){.kind = UI_CANCEL, .finger = f};
        return true;
    }
    return false;
}

int64_t input_wake(const struct app *a) {
    int64_t w = INT64_MAX;
    for (int f = 0; f < ROUTE_FINGERS; f++)
        if (a->input.down[f] && !a->input.dead[f] && a->input.news[f] + FINGER_STALE_MS < w) w = a->input.news[f] + FINGER_STALE_MS;
    return w;
}
