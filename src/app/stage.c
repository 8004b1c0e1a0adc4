/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stage.c - the only place where scenes change: which is shown, what lies over it, the way back, what must be loaded. */
#include <app/app_state.h>

struct loaded *stage_slot(struct app *a, const char *id) {
    for (int i = 0; id && i < APP_SLOTS; i++)
        if (a->stage.slots[i].scene && str_eq(a->stage.slots[i].id, id)) return &a->stage.slots[i];
    return NULL;
}

bool stage_failed(const struct app *a, const char *id) {
    for (int i = 0; id && i < a->stage.nfailed; i++)
        if (str_eq(a->stage.failed[i], id)) return true;
    return false;
}

const char *stage_rest(const struct app *a) {
    const struct journey *j = a->deps.journey;
    return stage_failed(a, j->attract) ? j->home : j->attract;
}

bool stage_lost(const struct app *a) {
    const struct journey *j = a->deps.journey;
    return !a->stage.scene && stage_failed(a, j->attract) && stage_failed(a, j->home);
}

/* ---- where next leads */
const struct chapter *stage_chapter(const struct app *a, const char *id, int *index) {
    const struct chapter *c = a->deps.journey->chapters.items;
    for (int i = 0; id && i < a->deps.journey->chapters.n; i++)
        for (int k = 0; k < c[i].scenes.n; k++)
            if (str_eq(c[i].scenes.v[k], id)) { *index = i; return &c[i]; }
    *index = -1;
    return NULL;
}

static const char *first_after(const struct app *a, const struct strs *scenes, const char *id) {
    bool past = !id;
    for (int k = 0; k < scenes->n; k++) {
        if (past && !stage_failed(a, scenes->v[k])) return scenes->v[k];
        if (str_eq(scenes->v[k], id)) past = true;
    }
    return NULL;
}

const char *stage_after(const struct app *a, const char *id, bool *chapter) {
    const struct journey *j = a->deps.journey;
    const struct chapter *c = j->chapters.items;
    int at;
    const struct chapter *here = stage_chapter(a, id, &at);
    const char *next = here ? first_after(a, &here->scenes, id) : NULL;
    *chapter = !next;
    for (int i = at + 1; !next && (here || str_eq(id, j->home)) && i < j->chapters.n; i++) next = first_after(a, &c[i].scenes, NULL);
    return next ? next : str_eq(id, j->home) ? NULL : j->home;
}

/* ---- asking for a change: it happens in stage_settle, when the scene is loaded */
void stage_go(struct app *a, const char *id) {
    if (str_eq(id, a->deps.journey->attract)) {
        app_log(a, 1, "going to '%s' is ignored (the attract loop comes by itself when nobody is there)", id);
        return;
    }
    if (!id || stage_failed(a, id)) return;
    a->stage.go = GO_SCENE;
    a->stage.go_id = app_intern(a, id);
    a->stage.open_id = NULL;
    a->stage.from = (struct box){0};
    if (!a->stage.go_id) a->stage.go = GO_NONE;
}

void stage_home(struct app *a) { stage_go(a, a->deps.journey->home); }

void stage_back(struct app *a) {
    struct stage *s = &a->stage;
    while (s->nback > 0 && stage_failed(a, s->back[s->nback - 1])) s->nback--;
    if (s->nback == 0) { stage_home(a); return; }
    s->open_id = NULL;
    s->go = GO_BACK;
    s->go_id = s->back[s->nback - 1];
}

void stage_restart(struct app *a) {
    if (!a->stage.scene) return;
    a->stage.open_id = NULL;
    a->stage.go = GO_RESTART;
    a->stage.go_id = a->stage.scene->id;
}

void stage_next(struct app *a) {
    bool chapter;
    if (a->stage.scene) stage_go(a, stage_after(a, a->stage.scene->id, &chapter));
}

void stage_open(struct app *a, const char *id) {
    if (id && !stage_failed(a, id)) a->stage.open_id = app_intern(a, id);
}

/* ---- changing */
static void drop_fingers(struct app *a) {
    if (a->stage.scene) route_drop(&a->route, app_top_env(a), &a->fx);
    a->fx.n = 0;                       /* a finger that was taken away does nothing */
    for (int f = 0; f < ROUTE_FINGERS; f++) a->visit.waking[f] = false;
}

/* A variable of the journey is not the scene's to begin anew. */
static bool is_local(const struct app *a, const char *name) {
    for (int i = 0; i < a->vars.n; i++)
        if (str_eq(a->vars.v[i].name, name)) return a->vars.v[i].scene_local;
    return false;
}

static void declare(struct app *a, const struct loaded *s) {
    const struct scene_var *v = s ? s->scene->top.variables.items : NULL;
    for (int i = 0; s && i < s->scene->top.variables.n; i++) {
        vars_declare(&a->vars, v[i].name, v[i].value, v[i].unit, true);
        if (is_local(a, v[i].name)) vars_set(&a->vars, v[i].name, v[i].value);
    }
}

static void begin(struct app *a, struct loaded *s, int layer) {
    declare(a, s);
    s->scene->entered = (double)a->now;
    s->held = -1;
    s->fresh = s->dirty = true;
    s->used = a->now;
    app_env(a, s, layer);
    scene_init(s->scene, &a->env[layer]);
}

static void remember(struct app *a, const char *to) {
    struct stage *s = &a->stage;
    if (str_eq(to, a->deps.journey->home) || str_eq(to, stage_rest(a))) { s->nback = 0; return; }
    if (!s->scene || app_attract(a) || str_eq(s->scene->id, to)) return;
    if (s->nback == APP_BACK) {
        for (int i = 1; i < APP_BACK; i++) s->back[i - 1] = s->back[i];
        s->nback--;
    }
    s->back[s->nback++] = s->scene->id;
}

static void enter(struct app *a, struct loaded *to) {
    struct stage *s = &a->stage;
    drop_fingers(a);
    visit_changed(a);
    motion_begin(a, s->go == GO_SCENE ? s->from : (struct box){0});
    if (s->go == GO_BACK && s->nback > 0) s->nback--;
    if (s->go == GO_SCENE) remember(a, to->id);
    if (app_attract(a)) a->visit.deaf_until = a->now + WAKE_DEAF_MS;
    if (s->scene && !str_eq(to->id, stage_rest(a))) app_hear(a, a->deps.journey->sound.go);
    s->came_from = s->scene && s->scene != to ? s->scene->id : NULL;
    s->go = GO_NONE;
    s->sheet = NULL;
    s->nplays = 0;
    s->scene = to;
    vars_drop_local(&a->vars);
    vars_set(&a->vars, "film-sound", (struct value){.kind = VALUE_WORD, .word = ""});
    visit_entered(a);
    visit_view(a);
    begin(a, to, 0);
}

static void open_sheet(struct app *a, struct loaded *sheet) {
    drop_fingers(a);
    visit_changed(a);
    motion_end(a);
    a->stage.sheet = sheet;
    a->stage.open_id = NULL;
    begin(a, sheet, 1);
}

void stage_close(struct app *a) {
    if (a->stage.sheet) { drop_fingers(a); visit_changed(a); }
    a->stage.sheet = NULL;
    a->stage.open_id = NULL;
}

#define FOR_EVER 1e9         /* ms: longer than any timeline */
void stage_play(struct app *a, const char *name, bool end) {
    struct stage *s = &a->stage;
    int i = 0;
    while (i < s->nplays && !str_eq(s->plays[i].name, name)) i++;
    if (i == (end ? s->nplays : APP_PLAYS)) return;
    if (i == s->nplays) {
        if (!(s->plays[i].name = app_intern(a, name))) return;
        s->nplays++;
    }
    s->plays[i].at = (double)a->now - (end ? FOR_EVER : 0);
}

double stage_play_t(const struct env *e, const char *name) {
    const struct app *a = (const struct app *)((const char *)e->visit - offsetof(struct app, view));
    for (int i = 0; i < a->stage.nplays; i++)
        if (str_eq(a->stage.plays[i].name, name)) {
            double t = e->t + (e->scene->entered - a->stage.plays[i].at) / 1000;
            return t > 0 ? t : 0;
        }
    return -1;
}

void stage_ask(struct app *a, bool on) {
    drop_fingers(a);
    visit_changed(a);
    a->visit.asking = on;
    a->stage.asked = NULL;
}

void stage_reset(struct app *a) {
    stage_ask(a, false);
    stage_close(a);
    vars_reset(&a->vars);
    app_sound(a, a->opt.sound);
    app_language(a, a->deps.journey->default_language);
    a->visit.nvisited = 0;
    a->visit.active_at = a->now;
    a->view.sources_of = (struct strs){0};
    a->stage.nback = 0;
    a->stage.go = GO_SCENE;
    a->stage.go_id = stage_rest(a);
}

/* ---- what is under way */
static bool want(struct app *a, const char *id) {
    struct frame *f = &a->frame;
    for (int i = 0; i < f->nwant; i++)
        if (str_eq(f->want[i], id)) return false;
    if (f->nwant < (int)(sizeof f->want / sizeof *f->want)) f->want[f->nwant++] = id;
    return false;
}

/* Runs a scene's clock, or stops it while something lies over it; its timelines stop with it. */
static void run_clock(struct app *a, struct loaded *s, bool run) {
    if (!s || run == (s->held < 0)) return;
    if (!run) { s->held = a->now; return; }
    double gap = (double)(a->now - s->held);
    s->scene->entered += gap;
    for (int i = 0; s == a->stage.scene && i < a->stage.nplays; i++) a->stage.plays[i].at += gap;
    s->held = -1;
}

static void settle_go(struct app *a) {
    struct stage *s = &a->stage;
    if (!s->scene && s->go && stage_failed(a, s->go_id)) s->go = GO_NONE;
    if (!s->scene && !s->go && !stage_lost(a)) { s->go = GO_SCENE; s->go_id = stage_rest(a); }
    if (!s->go) return;
    struct loaded *to = stage_slot(a, s->go_id);
    if (to) enter(a, to);
    else if (!stage_failed(a, s->go_id)) want(a, s->go_id);
    else s->go = GO_NONE;                        /* the last good scene stays */
}

void stage_settle(struct app *a) {
    struct stage *s = &a->stage;
    const char *ask = a->deps.journey->still_there;
    a->frame.nwant = 0;
    settle_go(a);
    if (s->open_id && s->scene) {
        struct loaded *sheet = stage_slot(a, s->open_id);
        if (sheet && sheet != s->scene) open_sheet(a, sheet);
        else if (sheet || stage_failed(a, s->open_id)) s->open_id = NULL;
        else want(a, s->open_id);
    }
    if (a->visit.asking && !s->asked && s->scene && ask && !stage_failed(a, ask)) {
        struct loaded *sheet = stage_slot(a, ask);
        if (sheet && sheet != s->scene) { s->asked = sheet; begin(a, sheet, 1); }
        else if (!sheet) want(a, ask);
    }
    struct loaded *top = app_top(a);
    run_clock(a, s->scene, top == s->scene);
    run_clock(a, s->sheet, top == s->sheet);
}

/* ---- loaded scenes */
enum { AHEAD = 6 };
static int ahead_ids(const struct app *a, const char *out[AHEAD]) {
    const struct journey *j = a->deps.journey;
    bool chapter;
    const char *next = a->stage.scene ? stage_after(a, a->stage.scene->id, &chapter) : NULL;
    const char *all[AHEAD] = {j->home, next, j->still_there, j->language_sheet, j->sources_sheet, j->attract};
    int n = 0;
    for (int i = 0; i < AHEAD; i++)
        if (all[i]) out[n++] = all[i];
    return n;
}

const char *stage_ahead(const struct app *a) {
    const char *ids[AHEAD];
    int n = ahead_ids(a, ids);
    for (int i = 0; i < n; i++)
        if (!stage_slot((struct app *)a, ids[i]) && !stage_failed(a, ids[i])) return ids[i];
    return NULL;
}

static bool needed(const struct app *a, const struct loaded *s) {
    if (motion_holds(a, s)) return true;
    const char *ids[AHEAD];
    int n = ahead_ids(a, ids);
    if (s == a->stage.scene || s == a->stage.sheet || s == a->stage.asked) return true;
    for (int i = 0; i < n; i++)
        if (str_eq(ids[i], s->id)) return true;
    return false;
}

static struct loaded *free_slot(struct app *a) {
    struct loaded *old = NULL;
    for (int i = 0; i < APP_SLOTS; i++) {
        struct loaded *s = &a->stage.slots[i];
        if (!s->scene) return s;
        if (!needed(a, s) && (!old || s->used < old->used)) old = s;
    }
    if (old) scene_free(old->scene);
    if (old) *old = (struct loaded){0};
    return old;
}

/* The scene's file changed while it is shown: variables and the place stay, everything else is new. */
static void replace(struct app *a, struct loaded *slot, struct scene *s) {
    struct stage *st = &a->stage;
    bool shown = slot == st->scene || slot == st->sheet || slot == st->asked;
    enum { KEEP = 64 };
    struct { const char *name; struct value now; } keep[KEEP];
    int n = 0;
    if (shown) drop_fingers(a);
    if (motion_holds(a, slot)) motion_end(a);
    for (int i = 0; shown && i < a->vars.n && n < KEEP; i++)
        if (a->vars.v[i].scene_local && (keep[n].name = app_intern(a, a->vars.v[i].name))) keep[n++].now = a->vars.v[i].now;
    s->entered = slot->scene->entered;
    if (shown) vars_drop_local(&a->vars);
    scene_free(slot->scene);
    slot->scene = s;
    slot->dirty = true;
    a->sems[0].n = a->sems[1].n = 0;
    if (!shown) return;
    declare(a, st->scene);
    declare(a, st->sheet);
    declare(a, st->asked);
    for (int i = 0; i < n; i++) vars_set(&a->vars, keep[i].name, keep[i].now);
    slot->fresh = true;
    int layer = slot != st->scene;
    app_env(a, slot, layer);
    scene_init(s, &a->env[layer]);
}

static void forget_failure(struct stage *st, const char *id) {
    int n = 0;
    for (int i = 0; i < st->nfailed; i++)
        if (!str_eq(st->failed[i], id)) st->failed[n++] = st->failed[i];
    st->nfailed = n;
}

void app_give(struct app *a, const char *id, struct scene *s, bool replace_it) {
    struct stage *st = &a->stage;
    struct loaded *slot = stage_slot(a, id);
    const char *name = app_intern(a, id);
    if (!s || !name) {
        if (s) scene_free(s);
        if (slot || !name || stage_failed(a, name)) return;
        app_log(a, 2, "scene '%s' cannot be shown (the last good one stays)", name);
        if (st->nfailed < APP_FAILED) st->failed[st->nfailed++] = name;
        return;
    }
    forget_failure(st, name);
    if (slot && replace_it) { replace(a, slot, s); return; }
    if (slot || !(slot = free_slot(a))) { scene_free(s); return; }
    *slot = (struct loaded){.id = name, .scene = s, .used = a->now, .held = -1};
}
