/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/events.h>
#include <plat/clock.h>
#include <plat/guard.h>
#include <SDL.h>
#include <stdlib.h>

struct finger { bool down, mouse; SDL_TouchID device; SDL_FingerID id; int64_t heard; struct vec2 at; };

struct events {
    struct events_options o;
    struct finger fingers[EVENTS_FINGERS];
    bool ended, cursor;
    int w, h;                        /* size last reported */
    struct ui_event *out; int n, cap;   /* the call being answered */
};

struct events *events_open(const struct events_options *o) {
    struct events *e = calloc(1, sizeof *e);
    if (!e) return NULL;
    e->o = *o;
    e->cursor = !o->kiosk && !o->no_cursor;
    video_size(o->video, &e->w, &e->h);
    return e;
}

void events_close(struct events *e) { free(e); }

bool events_ended(const struct events *e) { return e->ended || guard_stop_asked(); }

/* ---- results */

/* A move takes the place of the same finger's last one, as long as only moves came since. */
static void put(struct events *e, struct ui_event ev) {
    for (int i = e->n - 1; i >= 0 && (ev.kind == UI_MOVE || ev.kind == UI_HOVER); i--) {
        struct ui_event *was = &e->out[i];
        if (was->kind != UI_MOVE && was->kind != UI_HOVER) break;
        if (was->kind == ev.kind && was->finger == ev.finger) {
            *was = ev;
            return;
        }
    }
    if (e->n < e->cap) e->out[e->n++] = ev;
}

static void put_finger(struct events *e, enum ui_kind kind, int i) {
    put(e, (struct ui_event){.kind = kind, .finger = i, .at = e->fingers[i].at});
}

static void cancel(struct events *e, int i) {
    put_finger(e, UI_CANCEL, i);
    e->fingers[i] = (struct finger){0};
}

static void cancel_all(struct events *e) {
    for (int i = 0; i < EVENTS_FINGERS; i++)
        if (e->fingers[i].down) cancel(e, i);
}

static bool device_there(SDL_TouchID id) {
    for (int i = 0; i < SDL_GetNumTouchDevices(); i++)
        if (SDL_GetTouchDevice(i) == id) return true;
    return false;
}

/* Cancels fingers that went silent or whose device has gone. Returns ms until the next check is due, -1 = no finger down. */
static int64_t check_fingers(struct events *e) {
    int64_t now = clock_ms(), due = -1;
    for (int i = 0; i < EVENTS_FINGERS; i++) {
        struct finger *f = &e->fingers[i];
        if (!f->down) continue;
        int64_t left = f->heard + EVENTS_FINGER_SILENT_MS - now;
        if (left <= 0 || (!f->mouse && !device_there(f->device))) {
            cancel(e, i);
            continue;
        }
        if (left > 1000) left = 1000; /* a device is missed within a second */
        if (due < 0 || left < due) due = left;
    }
    return due;
}

/* ---- fingers and mouse */

static int finger_of(const struct events *e, bool mouse, SDL_TouchID device, SDL_FingerID id) {
    for (int i = 0; i < EVENTS_FINGERS; i++) {
        const struct finger *f = &e->fingers[i];
        if (f->down && f->mouse == mouse && (mouse || (f->device == device && f->id == id))) return i;
    }
    return -1;
}

static int free_finger(const struct events *e, bool mouse) {
    for (int i = 0; i < (mouse ? 1 : EVENTS_FINGERS); i++)
        if (!e->fingers[i].down) return i;
    return -1;
}

static bool inside(const struct events *e, struct vec2 p) {
    return isfinite(p.x) && isfinite(p.y) && p.x >= 0 && p.y >= 0 && p.x <= (float)e->w && p.y <= (float)e->h;
}

static void press(struct events *e, bool mouse, SDL_TouchID device, SDL_FingerID id, struct vec2 at) {
    int i = finger_of(e, mouse, device, id);
    if (i >= 0) cancel(e, i); /* pressed twice without a lift: the first press is void */
    i = free_finger(e, mouse);
    if (i < 0 || !inside(e, at)) return;
    e->fingers[i] = (struct finger){true, mouse, device, id, clock_ms(), at};
    put_finger(e, UI_DOWN, i);
}

/* A drag may leave the screen: its place is held at the edge. */
static void follow(struct events *e, int i, struct vec2 at, bool lift) {
    if (i < 0) return;
    struct finger *f = &e->fingers[i];
    f->heard = clock_ms();
    if (isfinite(at.x) && isfinite(at.y)) f->at = (struct vec2){clampf(at.x, 0, (float)e->w), clampf(at.y, 0, (float)e->h)};
    else if (!lift) return;
    put_finger(e, lift ? UI_UP : UI_MOVE, i);
    if (lift) *f = (struct finger){0};
}

static void show_cursor(struct events *e, bool shown) {
    shown = shown && !e->o.kiosk && !e->o.no_cursor;
    if (shown == e->cursor) return;
    e->cursor = shown;
    video_cursor(e->o.video, shown);
}

static void on_touch(struct events *e, const SDL_TouchFingerEvent *t) {
    struct vec2 at = {t->x * (float)e->w, t->y * (float)e->h};
    show_cursor(e, false);
    if (t->type == SDL_FINGERDOWN) press(e, false, t->touchId, t->fingerId, at);
    else follow(e, finger_of(e, false, t->touchId, t->fingerId), at, t->type == SDL_FINGERUP);
}

static void on_mouse(struct events *e, const SDL_Event *ev) {
    bool motion = ev->type == SDL_MOUSEMOTION;
    struct vec2 at = motion ? (struct vec2){(float)ev->motion.x, (float)ev->motion.y}
                            : (struct vec2){(float)ev->button.x, (float)ev->button.y};
    if ((motion ? ev->motion.which : ev->button.which) == SDL_TOUCH_MOUSEID) return;
    video_to_px(e->o.video, &at.x, &at.y);
    show_cursor(e, true);
    int i = finger_of(e, true, 0, 0);
    if (motion && i >= 0) follow(e, i, at, false);
    else if (motion && inside(e, at)) put(e, (struct ui_event){.kind = UI_HOVER, .at = at});
    else if (!motion && ev->button.button == SDL_BUTTON_LEFT && ev->type == SDL_MOUSEBUTTONDOWN) press(e, true, 0, 0, at);
    else if (!motion && ev->button.button == SDL_BUTTON_LEFT) follow(e, i, at, true);
}

/* ---- keys */

static enum ui_key key_of(const SDL_KeyboardEvent *k) {
    switch (k->keysym.scancode) {
    case SDL_SCANCODE_TAB: return k->keysym.mod & KMOD_SHIFT ? KEY_PREV : KEY_NEXT;
    case SDL_SCANCODE_PAGEDOWN: return KEY_NEXT; /* presenters' clickers */
    case SDL_SCANCODE_PAGEUP: return KEY_PREV;
    case SDL_SCANCODE_LEFT: return KEY_LEFT;
    case SDL_SCANCODE_RIGHT: return KEY_RIGHT;
    case SDL_SCANCODE_UP: return KEY_UP;
    case SDL_SCANCODE_DOWN: return KEY_DOWN;
    case SDL_SCANCODE_RETURN: case SDL_SCANCODE_KP_ENTER: case SDL_SCANCODE_SPACE: return k->repeat ? KEY_NONE : KEY_SELECT;
    case SDL_SCANCODE_ESCAPE: case SDL_SCANCODE_BACKSPACE: case SDL_SCANCODE_AC_BACK: return k->repeat ? KEY_NONE : KEY_BACK;
    case SDL_SCANCODE_HOME: case SDL_SCANCODE_AC_HOME: return k->repeat ? KEY_NONE : KEY_HOME;
    default: break;
    }
    if (k->keysym.scancode < SDL_SCANCODE_F1 || k->keysym.scancode > SDL_SCANCODE_F9 || k->repeat) return KEY_NONE;
    return KEY_F1 + (enum ui_key)(k->keysym.scancode - SDL_SCANCODE_F1);
}

static void on_key(struct events *e, const SDL_KeyboardEvent *k) {
    SDL_Keymod mod = k->keysym.mod;
    bool chord = (mod & KMOD_CTRL) && (mod & KMOD_ALT) && (mod & KMOD_SHIFT) &&
                 (k->keysym.scancode == SDL_SCANCODE_Q || k->keysym.sym == SDLK_q);
    if (chord && !e->o.no_chord) e->ended = true;
    if (mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) return; /* the system's shortcuts are not ours */
    enum ui_key key = key_of(k);
    if (key != KEY_NONE) put(e, (struct ui_event){.kind = UI_KEY, .key = key});
}

/* ---- window */

static void check_size(struct events *e) {
    int w, h;
    video_size(e->o.video, &w, &h);
    if ((w == e->w && h == e->h) || w < 1 || h < 1) return;
    e->w = w;
    e->h = h;
    cancel_all(e); /* what a finger held has moved away below it */
    put(e, (struct ui_event){.kind = UI_RESIZE, .w = w, .h = h});
}

static void on_window(struct events *e, const SDL_WindowEvent *w) {
    switch (w->event) {
    case SDL_WINDOWEVENT_FOCUS_LOST: case SDL_WINDOWEVENT_HIDDEN: case SDL_WINDOWEVENT_MINIMIZED: cancel_all(e); break;
    case SDL_WINDOWEVENT_SIZE_CHANGED: check_size(e); break;
    default: break;
    }
}

static void translate(struct events *e, const SDL_Event *ev) {
    video_event(e->o.video, ev);
    switch (ev->type) {
    case SDL_FINGERDOWN: case SDL_FINGERMOTION: case SDL_FINGERUP: on_touch(e, &ev->tfinger); break;
    case SDL_MOUSEMOTION: case SDL_MOUSEBUTTONDOWN: case SDL_MOUSEBUTTONUP: on_mouse(e, ev); break;
    case SDL_KEYDOWN: on_key(e, &ev->key); break;
    case SDL_WINDOWEVENT: on_window(e, &ev->window); break;
    case SDL_QUIT: e->ended = e->ended || !e->o.kiosk; break;
    default: break;
    }
}

int events_wait(struct events *e, struct ui_event *out, int cap, int64_t timeout_ms) {
    SDL_Event ev;
    e->out = out;
    e->n = 0;
    e->cap = cap;
    int64_t due = check_fingers(e);
    check_size(e);
    if (timeout_ms < 0 || timeout_ms > EVENTS_WAIT_MAX_MS) timeout_ms = EVENTS_WAIT_MAX_MS;
    if (due >= 0 && due < timeout_ms) timeout_ms = due;
    if (e->n > 0 || guard_stop_asked()) timeout_ms = 0;
    bool got = timeout_ms > 0 ? SDL_WaitEventTimeout(&ev, (int)timeout_ms) : SDL_PollEvent(&ev);
    while (got) {
        translate(e, &ev);
        got = e->n + EVENTS_FINGERS + 2 <= cap && SDL_PollEvent(&ev); /* what one event can lead to at most */
    }
    e->out = NULL;
    return e->n;
}
