/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replay.c - scripts of touches: reading, time, and how they reach the app. */
#include <command/command.h>
#include <command/replay.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct opts { const char *pack, *site, *dump, *out, *touches; bool quiet; };
#define AT(m) offsetof(struct opts, m)
static const struct option_row ROWS[] = {
    {"site", 0, OPTION_STR, AT(site), "FILE", "settings of a site, as run has them; without it none"},
    {"pack", 'p', OPTION_STR, AT(pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {"out", 'o', OPTION_STR, AT(out), "DIR", "folder for pictures and dumps that the script makes (default: here)"},
    {"touches", 't', OPTION_STR, AT(touches), "FILE", "what could be touched, and what was, by file and element"},
    {"dump", 'd', OPTION_STR, AT(dump), "FILE", "the last display list as text"},
    {"quiet", 'q', OPTION_FLAG, AT(quiet), NULL, "no summary"},
    {0}};
static const struct usage USAGE = {"replay SCRIPT [--pack DIR] [--out DIR]",
                                   "Plays a script of touches with a clock of its own and checks what the kiosk shows.", ROWS};

enum { SCRIPT_BYTES = 1 << 20, SCRIPT_LINES = 20000 };

void replay_fail(struct replay *r, const struct replay_line *l, const char *fmt, ...) {
    char text[512];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    if (!r->failed) complain(r->h, "%s:%d: %s (at %.2f s)", r->file, l->no, text, (double)(r->now - REPLAY_START_MS) / 1000);
    r->failed = true;
}

bool replay_begin(struct replay *r, const struct replay_line *l) {
    if (r->on) return true;
    if (!session_open(&r->ses, r->setup, &r->app)) { replay_fail(r, l, "no memory"); return false; }
    r->on = true;
    if (r->start) app_start(r->ses.app, r->start);
    r->now = REPLAY_START_MS;
    session_step(&r->ses, NULL, 0, r->now);
    return true;
}

/* Each of them once: one visit touches the same things over and over. */
static void note(struct replay *r, const char *what, const char *whom) {
    char line[256];
    snprintf(line, sizeof line, "%s %s\n", what, whom);
    if (!r->touches.p || !strstr(r->touches.p, line)) sbuf_puts(&r->touches, line);
}

/* FILE and ELEMENT, or ELEMENT/PART: each part of an element that answers by itself is one. */
static bool whom(const struct sem_item *it, char *out, size_t cap) {
    const struct node *n = it->node;
    if (!n || !n->pos.file || !it->id) return false;
    snprintf(out, cap, "%s %s", n->pos.file, it->id);
    return true;
}

const char *replay_said(const struct sem_item *it) {
    const char *part = it->id && it->node && str_eq(it->node->kind->name, "source-list") ? strstr(it->id, "/say-") : NULL;
    return part ? part + strlen("/say-") : NULL;
}

void replay_note_offers(struct replay *r) {
    const struct semlist *s = r->on && r->note ? r->ses.frame->sem : NULL;
    char name[200];
    for (int i = 0; s && i < s->n; i++) {
        const struct sem_item *it = &s->v[i];
        if (it->hit.w > 0 && it->focusable && whom(it, name, sizeof name)) note(r, "offered", name);
        if (replay_said(it) && it->layer) replay_note_sources(r, false);
    }
}

/* Which touch brought the sheet of sources, and whether the script has looked at what it says. */
void replay_note_sources(struct replay *r, bool looked) {
    if (r->note && r->mark[0]) note(r, looked ? "sourced" : "asked", r->mark);
}

static void note_touch(struct replay *r, const struct sem_item *it) {
    char name[200];
    if (!r->note || !whom(it, name, sizeof name)) return;
    note(r, "touched", name);
    if (!it->layer) memcpy(r->mark, name, sizeof name);
}

void replay_send(struct replay *r, const struct ui_event *ev) {
    float scale = replay_scale(r);
    int hit = ev->kind == UI_DOWN ? sem_hit(r->ses.frame->sem, (struct vec2){ev->at.x / scale, ev->at.y / scale}) : -1;
    if (hit >= 0) note_touch(r, &r->ses.frame->sem->v[hit]);
    if (ev->kind == UI_DOWN || ev->kind == UI_KEY) r->heard = r->ses.frame->heard;
    r->events++;
    r->steps++;
    session_step(&r->ses, ev, 1, r->now);
}

/* As the kiosk sleeps: to the next change or the end, whichever comes first. */
void replay_until(struct replay *r, int64_t ms) {
    while (r->now < ms) {
        int64_t next = r->ses.frame->wake;
        if (next < r->now + REPLAY_STEP_MS) next = r->now + REPLAY_STEP_MS;
        r->now = next < ms ? next : ms;
        r->steps++;
        session_step(&r->ses, NULL, 0, r->now);
    }
}

void replay_tap(struct replay *r, float x, float y) {
    replay_send(r, &(struct ui_event){.kind = UI_DOWN, .at = {x, y}});
    replay_until(r, r->now + 80);
    replay_send(r, &(struct ui_event){.kind = UI_UP, .at = {x, y}});
}

void replay_close_view(struct replay *r) {
    if (r->view) r->h->view_close(r->view);
    r->view = NULL;
}

float replay_scale(const struct replay *r) {
    struct env e = {0};
    layout_canvas(&e, r->ses.frame->list->screen.w, r->ses.frame->list->screen.h);
    return e.scale > 0 ? e.scale : 1;
}

/* The topmost item of this id that reacts, else any of it. */
const struct sem_item *replay_item(const struct replay *r, const char *id) {
    const struct semlist *s = r->ses.frame->sem;
    const struct sem_item *any = NULL;
    for (int i = s->n - 1; i >= 0; i--) {
        if (!str_eq(s->v[i].id, id)) continue;
        if (s->v[i].hit.w > 0) return &s->v[i];
        any = &s->v[i];
    }
    return any;
}

/* ---- reading: words are parted by spaces, "..." is one word, # begins a remark */
static bool split(char *s, struct replay_line *l) {
    l->n = 0;
    for (;;) {
        s += strspn(s, " \t\r");
        if (!*s || *s == '#') break;
        if (l->n == REPLAY_WORDS) return false;
        bool quoted = *s == '"';
        l->word[l->n++] = quoted ? ++s : s;
        s += quoted ? strcspn(s, "\"") : strcspn(s, " \t\r");
        if (quoted && !*s) return false;
        if (!*s) break;
        *s++ = 0;
    }
    l->word[l->n] = NULL;
    return true;
}

static bool read_script(struct replay *r) {
    struct bytes in;
    if (!r->h->read(r->h->ctx, r->file, SCRIPT_BYTES, &r->arena, &in)) {
        complain(r->h, "replay: '%s' cannot be read", r->file);
        return false;
    }
    r->lines = arena_array(&r->arena, struct replay_line, SCRIPT_LINES);
    char *text = arena_strn(&r->arena, (const char *)in.p, in.n), *end;
    int no = 0;
    for (char *s = text; r->lines && s && *s; s = end) {
        size_t len = strcspn(s, "\n");
        end = s + len + (s[len] == '\n');
        s[len] = 0;
        struct replay_line *l = &r->lines[r->nlines];
        l->no = ++no;
        if (!split(s, l)) {
            complain(r->h, "%s:%d: this line is not understood (at most %d words, and a \" ends what a \" began)", r->file, no, REPLAY_WORDS);
            return false;
        }
        if (l->n && ++r->nlines == SCRIPT_LINES) {
            complain(r->h, "%s:%d: the script has too many lines (at most %d)", r->file, no, SCRIPT_LINES);
            return false;
        }
    }
    return r->lines && text;
}

static void put(struct replay *r, const char *path, const struct sbuf *b) {
    if (r->h->write(r->h->ctx, path, b->p ? b->p : "", b->len)) return;
    complain(r->h, "replay: '%s' cannot be written", path);
    r->failed = true;
}

static void dump_last(struct replay *r, const char *path) {
    struct arena a;
    arena_init(&a, 32 << 20);
    struct sbuf b = {.arena = &a};
    dlist_dump(r->ses.frame->list, &b);
    put(r, path, &b);
    arena_free(&a);
}

static void play(struct replay *r, const struct opts *o) {
    double began = r->h->seconds(r->h->ctx);
    replay_lines(r, 0, r->nlines);
    if (o->dump && r->on) dump_last(r, o->dump);
    if (o->touches) put(r, o->touches, &r->touches);
    if (!r->failed && !o->quiet)
        say(r->h, "%s: %ld events, %ld steps, %.1f s in %.2f s\n", r->file, r->events, r->steps,
            (double)(r->now - REPLAY_START_MS) / 1000, r->h->seconds(r->h->ctx) - began);
    replay_close_view(r);
    if (r->on) session_close(&r->ses);
}

int command_replay(const struct host *h, int argc, char **argv) {
    struct opts o = {0};
    struct many words = {0};
    int rc = options_read(h, &USAGE, argc, argv, &o, &words);
    if (rc >= 0) return rc;
    if (words.n != 1) {
        complain(h, "replay: name one script (usage: leopard-kiosk %s)", USAGE.line);
        return EXIT_USAGE;
    }
    struct setup s;
    struct replay r = {.h = h, .setup = &s, .file = words.v[0], .out = o.out, .app = {.w = 1920, .h = 1080, .text_scale = 1}};
    arena_init(&r.arena, 64 << 20);
    r.note = o.touches != NULL;
    r.touches.arena = &r.arena;
    bool good = setup_open_site(&s, h, o.pack, o.site, NULL);
    if (!good || s.diag.errors) say_diag(h, true, &s.diag);    /* as the kiosk: it shows what it can */
    good = good && read_script(&r);
    if (good) play(&r, &o);
    arena_free(&r.arena);
    setup_close(&s);
    return good && !r.failed ? EXIT_OK : EXIT_FAULT;
}
