/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pack_install.c - a pack from a stick becomes the one that is shown: unpacked beside the others, looked through, prepared,
 * and only then switched to. Until that moment nothing is changed; whatever ends it leaves the old pack. */
#include <command/check.h>
#include <command/command.h>
#include <command/pack.h>
#include <string.h>

#define STAGING "staging"

struct install {
    const struct host *h; const struct pack_opts *o;
    struct store store; struct store_state state;
    const char *staging;
    struct incoming in; struct pack_past past;
    struct diag d;
};

/* The home screen comes about, on this screen's size: what `check` cannot know of. */
static bool reaches_home(struct setup *s) {
    struct app_options ao = {.w = 1920, .h = 1080, .text_scale = 1, .idle_off = true};
    struct session ses;
    if (!session_open(&ses, s, &ao)) return false;
    ses.quiet = true;
    app_start(ses.app, s->journey.home);
    bool good = str_eq(session_step(&ses, NULL, 0, 0)->scene, s->journey.home);
    session_close(&ses);
    return good;
}

static bool prepared(const struct install *k, struct setup *s) {
    for (int i = 0; i < k->in.m.n; i++)
        if (!strncmp(k->in.m.files[i].path, "cache/", 6)) return true;
    struct pack_opts quiet = *k->o;
    quiet.quiet = true;
    say(k->h, "pictures   are being prepared ...\n");
    return pack_bake(k->h, &quiet, s, arena_printf(&s->arena, "%s/cache", k->staging));
}

static bool look_through(struct install *k) {
    struct setup s;
    bool good = setup_open(&s, k->h, k->staging, NULL);
    if (good) check_pack(&s);
    if (good) pack_report(&s, &k->in, &k->past);
    good = pack_checked(&s) && good;
    if (good && !reaches_home(&s)) {
        complain(k->h, "%s: its home screen cannot be shown", k->in.file);
        good = false;
    }
    if (!good) complain(k->h, "%s: is refused, nothing was changed (have it corrected, and made anew)", k->in.file);
    good = good && prepared(k, &s);
    setup_close(&s);
    return good;
}

/* All but the two that count, and what an install that was ended has left. */
static void sweep(struct install *k) {
    int n = 0;
    const char **names = k->store.p->folders(k->store.folder, k->store.a, &n);
    for (int i = 0; names && i < n; i++)
        if (!str_eq(names[i], k->state.current) && !str_eq(names[i], k->state.before)) k->store.p->remove(store_path(&k->store, names[i]));
}

/* A pack of this name may lie there since it did not stay: the fresh copy takes its place. */
static bool put_in_place(struct install *k) {
    const char *to = store_path(&k->store, k->in.id);
    struct diag quiet;
    diag_init(&quiet, k->store.a);
    if (str_eq(k->in.id, k->state.before) && store_intact(&k->store, k->in.id, &quiet)) return true;
    if (k->store.p->remove(to)) return k->store.p->settle(k->staging, to);
    return store_intact(&k->store, k->in.id, &quiet);    /* a kiosk that runs still shows it: it is whole */
}

static bool switch_over(struct install *k) {
    struct store_state to = {.trial = 0};
    memcpy(to.current, k->in.id, sizeof to.current);
    /* what stays behind it is the last one that was proven */
    bool proven = k->state.trial == STORE_PROVEN && !str_eq(k->state.current, k->in.id);
    memcpy(to.before, proven ? k->state.current : k->state.before, sizeof to.before);
    if (str_eq(to.before, to.current)) to.before[0] = 0;
    if (!put_in_place(k) || !store_put(&k->store, &to)) {
        complain(k->h, "%s: cannot be put into '%s', nothing was changed (is there room, may this user write there?)", k->in.file, k->store.folder);
        return false;
    }
    k->state = to;
    return true;
}

static bool install(struct install *k) {
    const struct keys *keys;
    sweep(k);
    if (!pack_trusted(&k->store, &keys, &k->d) || !pack_unpack(&k->store, k->o->install, keys, k->staging, &k->in, &k->d)) return false;
    if (str_eq(k->in.id, k->state.current)) {
        struct diag d;
        diag_init(&d, k->store.a);
        if (store_intact(&k->store, k->in.id, &d)) {
            say(k->h, "%s is installed already\n", store_call(&k->store, k->in.id));
            return true;
        }
    }
    pack_remember(&k->store, k->state.current, &k->past);
    if (!look_through(k) || !switch_over(k)) return false;
    say(k->h, "installed  the kiosk shows it as soon as nobody stands before it, at the latest when it is started next\n");
    say(k->h, "before it  %s ('leopard-kiosk pack --rollback' leads back)\n", store_call(&k->store, k->state.before));
    return true;
}

/* The store, its lock and its state. A state that is damaged counts as none: packs are installed anew over it. */
static int store_begin(struct store *s, const struct host *h, struct arena *a, const char *folder, bool make, struct store_state *state) {
    struct diag d;
    diag_init(&d, a);
    if (!store_open(s, h, a, folder, make)) {
        if (!make) complain(h, "pack: no pack was installed yet");
        return -1;
    }
    int lock = s->p->lock(s->folder);
    if (lock < 0) complain(h, "pack: '%s' is in use by another install, or cannot be written (try again in a minute)", s->folder);
    else if (!store_get(s, state, &d)) say_diag(h, true, &d);
    return lock;
}

int pack_install(const struct host *h, const struct pack_opts *o) {
    struct arena a;
    struct install k = {.h = h, .o = o};
    arena_init(&a, 64 << 20);
    diag_init(&k.d, &a);
    int lock = store_begin(&k.store, h, &a, o->store, true, &k.state);
    bool good = lock >= 0 && (k.staging = store_path(&k.store, STAGING)) && install(&k);
    if (k.d.errors) say_diag(h, true, &k.d);
    h->close_pack(h->ctx);
    if (lock >= 0) {
        sweep(&k);
        k.store.p->unlock(lock);
    }
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}

int pack_rollback(const struct host *h, const struct pack_opts *o) {
    struct arena a;
    struct store s;
    struct store_state state, to;
    struct diag d;
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    int lock = store_begin(&s, h, &a, o->store, false, &state);
    bool good = lock >= 0;
    if (good && str_eq(state.current, state.before)) {
        complain(h, "pack: there is no pack before this one");
        good = false;
    }
    if (good && state.before[0] && !store_intact(&s, state.before, &d)) good = false;
    if (good) to = store_state_back(&state, false);
    if (good && !store_put(&s, &to)) {
        complain(h, "pack: '%s' cannot be written (may this user write there?)", s.folder);
        good = false;
    }
    if (good) say(h, "back to %s: the kiosk shows it as soon as nobody stands before it\n", store_call(&s, to.current));
    say_diag(h, true, &d);
    if (lock >= 0) s.p->unlock(lock);
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}

int pack_stored(const struct host *h, const struct pack_opts *o) {
    struct arena a;
    struct store s;
    struct store_state state;
    struct diag d;
    int n = 0;
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    if (!store_open(&s, h, &a, o->store, false)) {
        say(h, "no pack was installed yet: the program's own is shown\n");
        arena_free(&a);
        return EXIT_OK;
    }
    bool good = store_get(&s, &state, &d);
    say_diag(h, true, &d);
    say(h, "shown      %s%s\n", store_call(&s, state.current), state.trial == STORE_PROVEN ? "" : ", not shown yet");
    if (!str_eq(state.before, state.current)) say(h, "before     %s\n", store_call(&s, state.before));
    const char **names = s.p->folders(s.folder, &a, &n);
    for (int i = 0; names && i < n; i++)
        if (!str_eq(names[i], state.current) && !str_eq(names[i], state.before) && !str_eq(names[i], STAGING))
            say(h, "put aside  %s\n", store_call(&s, names[i]));
    arena_free(&a);
    return good ? EXIT_OK : EXIT_FAULT;
}
