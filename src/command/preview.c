/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preview.c - the keys of `run --edit` and what they do. What they show is painted by preview_draw.c. */
#include <command/command.h>
#include <command/preview_draw.h>
#include <content/pseudo.h>
#include <stdio.h>

enum { SECOND_MS = 1000, STEP_MS = 16, PLAY_MS = 120000 };
static const struct size_px SIZES[] = {{1920, 1080}, {1080, 1920}, {1280, 720}};
enum { NSIZES = sizeof SIZES / sizeof *SIZES };

void preview_init(struct preview *p, const struct setup *setup, struct session *ses, struct view *view) {
    *p = (struct preview){.setup = setup, .ses = ses, .view = view};
    arena_init(&p->arena[0], 32 << 20);
    arena_init(&p->arena[1], 32 << 20);
}

void preview_finish(struct preview *p) {
    arena_free(&p->arena[0]);
    arena_free(&p->arena[1]);
}

int64_t preview_now(const struct preview *p, int64_t now) { return p->frozen ? p->stands : now + p->ahead; }

int64_t preview_due(const struct preview *p, const struct frame *f, int64_t now) {
    int64_t due = p->frozen || f->wake == INT64_MAX ? INT64_MAX : f->wake - p->ahead;
    if (p->keys_until > now && p->keys_until < due) due = p->keys_until;
    if (p->note_until > now && p->note_until < due) due = p->note_until;
    return due;
}

/* ---- time */
static void note_scene(struct preview *p, int64_t at) {
    const struct frame *f = p->ses->frame;
    if (!f || str_eq(f->scene, p->scene)) return;
    p->scene = f->scene;
    p->since = at;
}

/* Lets ms pass at once; the app's clock is then as much ahead, and stands still there if it stood. */
static void play(struct preview *p, int64_t now, int64_t ms) {
    int64_t from = preview_now(p, now);
    for (int64_t t = 0; t < ms; t += STEP_MS) session_step(p->ses, NULL, 0, from + t);
    session_step(p->ses, NULL, 0, from + ms);
    if (p->frozen) p->stands += ms;
    else p->ahead += ms;
}

/* Nothing runs backwards: the scene begins anew and is played until a second earlier. */
static void back(struct preview *p, int64_t now) {
    int64_t at = preview_now(p, now), ms = at - p->since - SECOND_MS;
    if (!p->scene) return;
    app_start(p->ses->app, p->scene);
    session_step(p->ses, NULL, 0, at);
    p->since = at;
    play(p, now, ms < 0 ? 0 : ms > PLAY_MS ? PLAY_MS : ms);
}

static void freeze(struct preview *p, int64_t now) {
    if (p->frozen) p->ahead = p->stands - now;
    else p->stands = now + p->ahead;
    p->frozen = !p->frozen;
}

/* ---- settings */
/* The journey's, and then those that nobody speaks: they show what is not translated and what is too tight. */
static void next_language(struct preview *p) {
    const struct strs *l = &p->setup->journey.languages;
    const char *codes[JOURNEY_LANGUAGES + 3], *now = p->ses->frame ? p->ses->frame->language : NULL;
    int n = 0, at = -1;
    for (int i = 0; i < l->n && i < JOURNEY_LANGUAGES; i++) codes[n++] = l->v[i];
    for (int i = 0; PSEUDO_CODES[i]; i++) codes[n++] = PSEUDO_CODES[i];
    for (int i = 0; i < n; i++)
        if (str_eq(codes[i], now)) at = i;
    app_set(p->ses->app, "language", codes[(at + 1) % n]);
    snprintf(p->note, sizeof p->note, "language %s", codes[(at + 1) % n]);
}

static void next_size(struct preview *p) {
    struct size_px s = SIZES[p->size % NSIZES];
    p->size = (p->size + 1) % NSIZES;
    p->setup->host->view_resize(p->view, s.w, s.h);
    snprintf(p->note, sizeof p->note, "screen %dx%d", s.w, s.h);
}

static void next_text(struct preview *p) {
    double now = app_get(p->ses->app, "text-size").num;
    const char *to = now < 150 ? "150" : now < 200 ? "200" : "100";
    app_set(p->ses->app, "text-size", to);
    snprintf(p->note, sizeof p->note, "text %s %%", to);
}

static void toggle(struct preview *p, bool *what, const char *name) {
    *what = !*what;
    snprintf(p->note, sizeof p->note, "%s %s", name, *what ? "shown" : "hidden");
}

static void tell_time(struct preview *p, int64_t now) {
    double s = (double)(preview_now(p, now) - p->since) / SECOND_MS;
    snprintf(p->note, sizeof p->note, "time %.1f s%s", s, p->frozen ? ", standing still" : "");
}

static bool key(struct preview *p, enum ui_key k, int64_t now) {
    if (k < KEY_F1 || k > KEY_F9) return false;
    p->note[0] = 0;
    switch (k) {
    case KEY_F1: p->keys_until = p->keys_until > now ? 0 : now + PREVIEW_KEYS_MS; break;
    case KEY_F2: next_language(p); break;
    case KEY_F3: next_size(p); break;
    case KEY_F4: next_text(p); break;
    case KEY_F5: back(p, now); tell_time(p, now); break;
    case KEY_F6: freeze(p, now); tell_time(p, now); break;
    case KEY_F7: play(p, now, SECOND_MS); tell_time(p, now); break;
    case KEY_F8: toggle(p, &p->boxes, "what can be touched:"); break;
    default: toggle(p, &p->order, "order of the focus:"); break;
    }
    p->note_until = p->note[0] ? now + PREVIEW_NOTE_MS : 0;
    if (p->note[0]) complain(p->setup->host, "%s", p->note);
    return true;
}

int preview_keys(struct preview *p, struct ui_event *ev, int n, int64_t now) {
    int left = 0;
    note_scene(p, preview_now(p, now));
    for (int i = 0; i < n; i++)
        if (ev[i].kind != UI_KEY || !key(p, ev[i].key, now)) ev[left++] = ev[i];
    return left;
}

const struct frame *preview_frame(struct preview *p, const struct frame *f, int64_t now) {
    bool keys = now < p->keys_until, note = now < p->note_until;
    const char *fault = p->ses->fault[0] ? p->ses->fault : NULL;
    note_scene(p, preview_now(p, now));
    if (!keys && !note && !fault && !p->boxes && !p->order) return f;
    p->turn = !p->turn;
    struct arena *a = &p->arena[p->turn];
    arena_reset(a);
    p->list = *f->list;
    p->list.arena = a;
    p->list.cmds = arena_array(a, struct draw_cmd, f->list->n + 1);
    p->list.cap = p->list.cmds ? f->list->n + 1 : 0;
    if (!p->list.cmds) return f;
    for (int i = 0; i < f->list->n; i++) p->list.cmds[i] = f->list->cmds[i];
    struct preview_pen pen = {.list = &p->list, .arena = a, .fonts = &p->setup->fonts};
    if (p->boxes) preview_boxes(&pen, f->sem);
    if (p->order) preview_order(&pen, f->sem);
    if (note) preview_note(&pen, p->note);
    if (fault) preview_fault(&pen, fault);
    if (keys) preview_list(&pen);
    p->frame = *f;
    p->frame.list = &p->list;
    p->frame.hash = dlist_hash(&p->list);
    return &p->frame;
}
