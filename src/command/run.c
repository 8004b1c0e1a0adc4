/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run.c - the kiosk itself: wait, step, show; asleep in between. */
#include <command/ahead.h>
#include <command/command.h>
#include <command/edit.h>
#include <command/preview.h>
#include <command/trial.h>
#include <stddef.h>

struct opts {
    const char *pack, *site, *language, *renderer;
    struct size_px windowed;
    bool kiosk, no_cursor, still, low_reach, edit, trace, silent;
};
#define AT(m) offsetof(struct opts, m)
static const struct option_row ROWS[] = {
    {"pack", 'p', OPTION_STR, AT(pack), "DIR", "folder that holds scenes/ locales/ assets/"},
    {"site", 0, OPTION_STR, AT(site), "FILE", "the site's own settings; without it those in ~/.config/leopard-kiosk or /etc/leopard-kiosk"},
    {"kiosk", 'k', OPTION_FLAG, AT(kiosk), NULL, "the whole screen, and no way out of it"},
    {"windowed", 'w', OPTION_SIZE, AT(windowed), "WxH", "a window of this size (default 1280x720)"},
    {"language", 'l', OPTION_STR, AT(language), "CODE", "language to begin with, or two: ru+zh-Hans"},
    {"edit", 'e', OPTION_FLAG, AT(edit), NULL, "for authors: show changed scenes and translations as soon as they are saved"},
    {"no-cursor", 0, OPTION_FLAG, AT(no_cursor), NULL, "never show a mouse cursor"},
    {"still", 0, OPTION_FLAG, AT(still), NULL, "reduced motion"},
    {"silent", 0, OPTION_FLAG, AT(silent), NULL, "no sound, whatever the journey says"},
    {"low-reach", 0, OPTION_FLAG, AT(low_reach), NULL, "controls within low reach"},
    {"renderer", 0, OPTION_STR, AT(renderer), "soft|sdl", "who paints: the processor (default) or SDL's renderer"},
    {"trace", 0, OPTION_FLAG, AT(trace), NULL, "print a line for every change of scene or language"},
    {0}};
static const struct usage USAGE = {"[run] [--kiosk | --windowed WxH] [--pack DIR] [--language ru]",
                                   "Shows the kiosk. Without a pack named: the one that was installed (pack --install), else the one beside\nthe program; --edit never the installed one.", ROWS};

enum { EVENTS = 64, STORE_LOOK_MS = 1000 };
struct run {
    const struct host *h; const struct opts *o;
    struct setup setup; struct session ses; struct ahead ahead; struct edit edit; struct preview preview; struct view *view;
    struct app_options app;
    struct trial trial; int64_t look;    /* when the store is looked at next */
    bool fresh, again;                   /* another pack was installed; on with that one, or with the one before */
    bool live, news, passed;             /* a pack was shown before this one; this one was installed then; its home was shown */
    bool shown; uint64_t hash;           /* of the picture on the screen */
    const char *scene, *language;        /* traced last */
};

static void trace(struct run *r, const struct frame *f) {
    if (!r->o->trace || !f->scene || (str_eq(f->scene, r->scene) && str_eq(f->language, r->language))) return;
    r->scene = f->scene;
    r->language = f->language;
    say(r->h, "scene %s language %s\n", f->scene, f->language);
}

static void trace_time(const struct run *r, const char *what) {
    if (r->o->trace && !r->live) say(r->h, "%s after %.0f ms\n", what, (r->h->seconds(r->h->ctx) - r->h->started) * 1000);
}

static void tell_news(struct run *r) {
    struct port_log log = r->h->log;
    struct store s = {r->h, r->h->packs, &r->setup.arena, r->h->store};
    const char *line = arena_printf(s.a, "from now on %s is shown", store_call(&s, r->trial.state.current));
    if (log.line && line) log.line(log.ctx, 0, line);
}

static void show(struct run *r, const struct frame *f) {
    if (r->shown && f->hash == r->hash && !r->h->view_stale(r->view)) return;
    bool first = !r->shown;
    if (first) trace_time(r, "first scene");
    r->shown = r->h->view_show(r->view, f);
    r->hash = f->hash;
    if (first) trace_time(r, "first picture");
    if (first && r->news) tell_news(r);
    trace(r, f);
}

/* A device that comes or goes shows or hides the button that mutes it. */
static void hear(struct run *r, const struct frame *f) {
    const struct host *h = r->h;
    if (!h->hear || r->o->silent || r->setup.journey.sound.volume <= 0) return;
    h->hear(h->ctx, f);
    app_sound(r->ses.app, h->hears(h->ctx));
    for (const char *path; h->film_deaf && (path = h->film_deaf(h->ctx)) != NULL;) app_film_deaf(r->ses.app, path);
}

/* A film that broke while it was shown: its drawing stands from now on. */
static void lost_films(struct run *r) {
    for (const char *path; (path = r->h->view_film_lost(r->view)) != NULL;) app_film_lost(r->ses.app, path);
}

/* The installed pack is followed, unless one is named; an author's never changes by itself. */
static bool follows(const struct run *r) { return !r->o->pack && !r->o->edit; }

/* Another pack was installed, and nobody stands before this one. */
static bool switches(struct run *r, int64_t now) {
    if (!follows(r) || now < r->look) return false;
    r->look = now + STORE_LOOK_MS;
    r->fresh = r->fresh || trial_changed(&r->trial, r->h);
    return r->again = r->fresh && app_away(r->ses.app, now);
}

/* Sleeps until an event or the next change; what is worth preparing is prepared in between, in short pieces. */
static int rest(struct run *r, struct ui_event *ev, bool *quit) {
    const struct host *h = r->h;
    const struct frame *f = r->ses.frame;
    int64_t wake = r->o->edit ? preview_due(&r->preview, f, h->now(h->ctx)) : f->wake;
    bool work = r->shown && !f->moving;
    int64_t poll = r->o->edit ? EDIT_POLL_MS : follows(r) ? STORE_LOOK_MS : INT64_MAX / 2;
    for (;;) {
        int64_t now = h->now(h->ctx), until = work && now + 2 < wake ? now + 2 : wake;
        if (switches(r, now)) return 0;
        if (until > now + poll) until = now + poll;
        int n = h->view_events(r->view, ev, EVENTS, until, quit);
        if (n || *quit || h->now(h->ctx) >= wake || h->view_stale(r->view)) return n;
        if (r->o->edit && edit_poll(&r->edit, h->now(h->ctx))) {
            if (r->edit.pictures) h->view_forget(r->view);
            r->edit.pictures = false;
            return 0;
        }
        if (work && session_ahead(&r->ses)) return 0;      /* the next step tells what else is worth having */
        if (work) work = ahead_slice(&r->ahead, f, &r->app);
    }
}

/* A new pack begins with its home screen: when that is on the screen the pack has passed. */
static bool passes(struct run *r, const struct frame *f) {
    if (!r->trial.on || r->shown) return true;
    return str_eq(f->scene, r->setup.journey.home);
}

/* It has passed and stays; noted at the latest when whoever holds the store lets it go. Where another pack was shown before
 * it the attract screen comes back at once: true then, the next step shows it. */
static bool passed(struct run *r, const struct frame *f) {
    bool now = r->trial.on && !r->passed && r->shown && str_eq(f->scene, r->setup.journey.home);
    r->passed = r->passed || now;
    if (r->passed && r->trial.on) trial_shown(&r->trial);
    if (!now || !r->live) return false;
    app_rest(r->ses.app);
    return true;
}

static const struct frame *step(struct run *r, struct ui_event *ev, int n) {
    int64_t now = r->h->now(r->h->ctx);
    if (!r->o->edit) return session_step(&r->ses, ev, n, now);
    n = preview_keys(&r->preview, ev, n, now);
    return session_step(&r->ses, ev, n, preview_now(&r->preview, now));
}

static int loop(struct run *r) {
    const struct host *h = r->h;
    struct ui_event ev[EVENTS];
    bool quit = false;
    int n = 0;
    while (!quit && !r->again) {
        app_today(r->ses.app, h->today(h->ctx));
        const struct frame *f = step(r, ev, n);
        if (!passes(r, f)) {
            trial_failed(&r->trial);
            r->again = true;
            break;
        }
        hear(r, f);
        show(r, r->o->edit ? preview_frame(&r->preview, f, h->now(h->ctx)) : f);
        lost_films(r);
        if (f->quit) break;
        n = passed(r, f) ? 0 : rest(r, ev, &quit);
    }
    return EXIT_OK;
}

/* The window, or the one that is open already with another pack. */
static bool open_view(struct run *r) {
    const struct host *h = r->h;
    struct view_options vo = {.kind = VIEW_WINDOW, .w = r->o->windowed.w, .h = r->o->windowed.h, .kiosk = r->o->kiosk,
                              .no_cursor = r->o->no_cursor, .gpu = str_eq(r->o->renderer, "sdl"),
                              .pack_cache = r->setup.pack_cache, .user_cache = r->setup.user_cache, .allow_svg = r->o->edit};
    struct diag d;
    if (r->live) {
        if (h->view_pack(r->view, &vo)) return true;
        complain(h, "no memory");
        return false;
    }
    diag_init(&d, &r->setup.arena);
    r->view = h->view_open(h->ctx, &vo, &d);
    if (r->view) return true;
    trial_lost(&r->trial);
    if (d.errors) say_diag(h, true, &d);
    else complain(h, "no display found: pictures can be made with 'leopard-kiosk shot SCENE -o FILE.png'");
    return false;
}

static int start(struct run *r) {
    const struct host *h = r->h;
    if (!open_view(r)) return EXIT_FAULT;
    r->app = (struct app_options){.still = r->o->still, .low_reach = r->o->low_reach, .text_scale = 1, .language = r->o->language,
                                  .idle_off = r->o->edit};    /* an author who types in another window is there */
    h->view_size(r->view, &r->app.w, &r->app.h);
    trace_time(r, "window");
    int rc = EXIT_FAULT;
    if (session_open(&r->ses, &r->setup, &r->app)) {
        ahead_init(&r->ahead, &r->setup, r->view);
        if (r->o->edit) edit_init(&r->edit, &r->setup, &r->ses);
        preview_init(&r->preview, &r->setup, &r->ses, r->view);
        if (r->trial.on) app_start(r->ses.app, r->setup.journey.home);
        rc = loop(r);
        preview_finish(&r->preview);
        ahead_finish(&r->ahead);
        session_close(&r->ses);
    } else {
        complain(h, "no memory");
    }
    h->view_pack(r->view, NULL);
    return rc;
}

/* With one pack: until the kiosk ends, until it turns out not to show its home, or until another was installed. */
static int visit(struct run *r) {
    const struct host *h = r->h;
    struct arena a;
    int rc = EXIT_FAULT;
    arena_init(&a, 64 << 20);
    r->live = r->view != NULL;
    r->news = r->fresh;
    r->again = r->shown = r->passed = r->fresh = false;
    r->scene = r->language = NULL;
    const char *pack = follows(r) ? trial_choose(&r->trial, h, &a) : r->o->pack;
    bool good = setup_open_site(&r->setup, h, pack, setup_site(h, r->o->site), NULL);
    if (!good || r->setup.diag.first) say_diag(h, true, &r->setup.diag);
    if (good) {
        trace_time(r, "pack");
        rc = start(r);
    } else if (r->trial.chosen) {
        trial_failed(&r->trial);
        r->again = true;
    }
    setup_close(&r->setup);
    arena_free(&a);
    return rc;
}

int command_run(const struct host *h, int argc, char **argv) {
    struct opts o = {.windowed = {1280, 720}, .renderer = "soft"};
    int rc = options_read(h, &USAGE, argc, argv, &o, NULL);
    if (rc >= 0) return rc;
    if (!str_eq(o.renderer, "soft") && !str_eq(o.renderer, "sdl")) {
        complain(h, "run: unknown renderer '%s' (soft or sdl)", o.renderer);
        return EXIT_USAGE;
    }
    struct run r = {.h = h, .o = &o};
    do rc = visit(&r);
    while (r.again);
    if (r.view) h->view_close(r.view);
    return rc;
}
