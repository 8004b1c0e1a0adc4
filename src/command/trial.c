/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/trial.h>
#include <string.h>

static void log_line(struct trial *t, int level, const char *text) {
    struct port_log log = t->store.h->log;
    if (log.line && text) log.line(log.ctx, level, text);
}

/* Changes the state on the disk, but only while it still speaks of the same pack: somebody may install another meanwhile. On
 * a disk that cannot be written the same is found out anew at each start. */
static bool save(struct trial *t, const struct store_state *to) {
    struct store_state now;
    struct diag d;
    diag_init(&d, t->store.a);
    int lock = t->store.p->lock(t->store.folder);
    if (lock < 0) return false;
    if (store_get(&t->store, &now, &d) && !strcmp(now.current, t->state.current)) store_put(&t->store, to);
    t->store.p->unlock(lock);
    return true;
}

static void back(struct trial *t, const char *why) {
    struct store_state to = store_state_back(&t->state, true);
    log_line(t, 2, arena_printf(t->store.a, "the pack %s %s: back to %s", store_call(&t->store, t->state.current), why,
                                store_call(&t->store, to.current)));
    save(t, &to);
    t->state = to;
}

static bool note(struct trial *t, int trial) {
    struct store_state to = t->state;
    to.trial = trial;
    return save(t, &to);
}

static bool fit(struct trial *t) {
    struct diag d;
    diag_init(&d, t->store.a);
    if (str_eq(t->state.current, t->refused)) {
        back(t, "cannot show its home screen");
        return false;
    }
    if (t->state.trial >= STORE_TRIES) {
        back(t, "did not reach its home screen");
        return false;
    }
    if (store_intact(&t->store, t->state.current, &d)) return true;
    const char *line = d.first ? diag_line(t->store.a, d.first) : "cannot be read";
    back(t, arena_printf(t->store.a, "is damaged (%s)", line));
    return false;
}

static uint64_t stamp(const struct host *h) {
    struct arena a;
    uint64_t s = 0;
    arena_init(&a, 1 << 16);
    const char *path = h->store ? arena_printf(&a, "%s/" STORE_STATE, h->store) : NULL;
    if (path) s = h->stamp(h->ctx, path);
    arena_free(&a);
    return s;
}

const char *trial_choose(struct trial *t, const struct host *h, struct arena *a) {
    struct diag d;
    diag_init(&d, a);
    t->chosen = t->on = false;
    t->state = (struct store_state){.trial = STORE_PROVEN};
    t->seen = stamp(h);                  /* before it is read: what comes later is seen later */
    if (!store_open(&t->store, h, a, NULL, false)) return NULL;
    if (!store_get(&t->store, &t->state, &d) && d.first) log_line(t, 2, diag_line(a, d.first));
    while (t->state.current[0] && !fit(t)) {}
    if (!t->state.current[0]) return NULL;
    t->chosen = true;
    t->on = t->state.trial != STORE_PROVEN;
    if (t->on) note(t, ++t->state.trial);
    return store_path(&t->store, t->state.current);
}

bool trial_changed(struct trial *t, const struct host *h) {
    struct arena a;
    struct diag d;
    struct store s;
    struct store_state now;
    uint64_t seen = stamp(h);
    if (seen == t->seen) return false;
    t->seen = seen;
    arena_init(&a, 1 << 20);
    diag_init(&d, &a);
    bool changed = store_open(&s, h, &a, NULL, false) && store_get(&s, &now, &d) && !str_eq(now.current, t->state.current);
    arena_free(&a);
    if (changed) t->refused[0] = 0;      /* a fresh copy of it may have come */
    return changed;
}

void trial_shown(struct trial *t) {
    if (t->on && note(t, STORE_PROVEN)) t->on = false;
}

void trial_lost(struct trial *t) {
    if (t->on && t->state.trial > 0) note(t, t->state.trial - 1);
}

void trial_failed(struct trial *t) {
    if (t->chosen) {
        memcpy(t->refused, t->state.current, sizeof t->refused);
        back(t, "cannot show its home screen");
    }
    t->chosen = t->on = false;
}
