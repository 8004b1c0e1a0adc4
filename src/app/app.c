/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app.c - the step: events in, picture out. Nothing here knows a clock, a file or a window. */
#include <app/app_state.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PROGRAM_BYTES = 8 << 20, FRAME_BYTES = 32 << 20 };

const char *app_intern(struct app *a, const char *s) {
    if (!s) return NULL;
    const char *known = map_get(&a->names, s);
    if (known) return known;
    char *copy = arena_str(&a->arena, s);
    return copy && map_put(&a->names, copy, copy) ? copy : NULL;
}

void app_log(struct app *a, int level, const char *fmt, ...) {
    char text[256];
    if (!a->deps.log.line) return;
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    a->deps.log.line(a->deps.log.ctx, level, text);
}

/* The journey's own copy of a code, or that of a pseudo-language; NULL = it has no such language. */
static const char *listed(const struct app *a, const char *code) {
    const struct strs *l = &a->deps.journey->languages;
    for (int i = 0; code && i < l->n; i++)
        if (str_eq(l->v[i], code)) return l->v[i];
    return pseudo_of(code) ? a->pseudo[pseudo_of(code) - 1].lang : NULL;
}

bool app_language(struct app *a, const char *code) {
    const char *known = listed(a, code);
    if (!known) return false;
    a->language = known;
    vars_set(&a->vars, "language", (struct value){.kind = VALUE_WORD, .word = known});
    calls_words(a);
    return true;
}

/* The second language is a variable, so that idle brings the site's own choice back. */
void app_second(struct app *a, const char *code) {
    vars_set(&a->vars, "second-language", (struct value){.kind = VALUE_WORD, .word = listed(a, code) ? listed(a, code) : ""});
}

bool app_speak(struct app *a, const char *pair) {
    const char *plus = strchr(pair, '+'), *second = plus ? listed(a, plus + 1) : NULL;
    const char *first = listed(a, plus ? arena_strn(&a->frames[a->turn], pair, (size_t)(plus - pair)) : pair);
    if (!first || (plus && (!second || second == first))) return false;
    app_second(a, second);
    return app_language(a, first);
}

/* Which language stands beside the first now. The attract loop speaks one at a time; who comes to the second in the first's
 * place has the house's own beside it. */
static const char *beside(const struct app *a) {
    const char *code = app_attract(a) ? NULL : listed(a, vars_get(&a->vars, "second-language").word);
    if (code && code == a->language) code = listed(a, a->deps.journey->default_language);
    return code == a->language ? NULL : code;
}

struct loaded *app_top(struct app *a) {
    return a->stage.asked ? a->stage.asked : a->stage.sheet ? a->stage.sheet : a->stage.scene;
}
struct env *app_top_env(struct app *a) { return &a->env[app_top(a) != a->stage.scene]; }

/* The visitor's own choices are variables; the site's options are their first values, so that idle brings them back. */
static void declare_comfort(struct app *a) {
    const struct { const char *name; double first; } rows[] = {
        {"text-size", a->opt.text_scale > 0 ? (double)a->opt.text_scale * 100 : 100},
        {"low-reach", a->opt.low_reach}, {"still", a->opt.still}, {"more", 0}, {"muted", 0}, {"sound", a->opt.sound && a->deps.journey->sound.volume > 0}, {"calibrated", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        vars_declare(&a->vars, rows[i].name, (struct value){.kind = VALUE_NUM, .num = rows[i].first}, NULL, false);
}

static void declare_all(struct app *a) {
    const struct journey *j = a->deps.journey;
    const struct journey_var *v = j->variables.items;
    const char *lang = j->default_language ? j->default_language : j->languages.n ? j->languages.v[0] : "en";
    vars_declare(&a->vars, "language", (struct value){.kind = VALUE_WORD, .word = lang}, NULL, false);
    vars_declare(&a->vars, "second-language", (struct value){.kind = VALUE_WORD, .word = j->pair ? j->pair : ""}, NULL, false);
    vars_declare(&a->vars, "pointer-x", (struct value){.kind = VALUE_NUM, .num = 0.5}, NULL, false);
    vars_declare(&a->vars, "pointer-y", (struct value){.kind = VALUE_NUM, .num = 0.5}, NULL, false);
    vars_declare(&a->vars, "film-sound", (struct value){.kind = VALUE_WORD, .word = ""}, NULL, false);
    declare_comfort(a);
    for (int i = 0; SCENE_CALL_WORDS[i]; i++)
        vars_declare(&a->vars, SCENE_CALL_WORDS[i], (struct value){.kind = VALUE_WORD, .word = ""}, NULL, false);
    for (int i = 0; i < j->variables.n; i++) {
        vars_declare(&a->vars, v[i].name, v[i].value, v[i].unit, false);
        if (v[i].lasts) vars_last_day(&a->vars, v[i].name);
    }
    a->language = lang;
    a->today = a->opt.today;
    calls_settle(a);
    app_language(a, lang);
    if (a->opt.language && !app_speak(a, a->opt.language))
        app_log(a, 1, "language '%s' is not in the journey (add it to its languages)", a->opt.language);
}

struct app *app_new(const struct app_deps *deps, const struct app_options *opt) {
    struct app *a = calloc(1, sizeof *a);
    if (!a) return NULL;
    a->deps = *deps;
    a->opt = *opt;
    if (a->opt.w < 1) a->opt.w = 1;
    if (a->opt.h < 1) a->opt.h = 1;
    arena_init(&a->arena, PROGRAM_BYTES);
    arena_init(&a->frames[0], FRAME_BYTES);
    arena_init(&a->frames[1], FRAME_BYTES);
    arena_init(&a->pic_arena, PROGRAM_BYTES);
    map_init(&a->names, &a->arena);
    vars_init(&a->vars, &a->arena);
    arena_init(&a->motion.arena, PROGRAM_BYTES);
    picset_init(&a->pics, &a->pic_arena);
    route_init(&a->route);
    for (int i = 0; PSEUDO_CODES[i]; i++) catalog_pseudo(&a->arena, PSEUDO_CODES[i], &a->pseudo[i]);
    declare_all(a);
    a->stage.go = GO_SCENE;
    a->stage.go_id = app_intern(a, deps->journey->attract);
    if (!a->arena.failed) return a;
    app_free(a);
    return NULL;
}

void app_free(struct app *a) {
    if (!a) return;
    for (int i = 0; i < APP_SLOTS; i++)
        if (a->stage.slots[i].scene) scene_free(a->stage.slots[i].scene);
    arena_free(&a->frames[0]);
    arena_free(&a->frames[1]);
    arena_free(&a->pic_arena);
    arena_free(&a->motion.arena);
    arena_free(&a->arena);
    free(a);
}

void app_start(struct app *a, const char *scene_id) {
    a->stage.go = GO_SCENE;
    a->stage.go_id = app_intern(a, scene_id);
    if (!a->stage.go_id) a->stage.go = GO_NONE;
}

void app_rest(struct app *a) { stage_reset(a); }

void app_sound(struct app *a, bool there) {
    a->opt.sound = there;
    vars_set_num(&a->vars, "sound", there && a->deps.journey->sound.volume > 0);
}

static void film_breaks(struct app *a, const char *path, bool pictures) {
    for (int i = 0; i < APP_SLOTS; i++) {
        struct scene *s = a->stage.slots[i].scene;
        for (int k = 0; s && k < s->nfilms; k++) {
            if (!str_eq(s->films[k].path, path)) continue;
            if (pictures) s->films[k].info.ms = 0;
            else s->films[k].info.sound = -1;
        }
    }
}
void app_film_lost(struct app *a, const char *path) { film_breaks(a, path, true); }
void app_film_deaf(struct app *a, const char *path) { film_breaks(a, path, false); }

void app_hear(struct app *a, const char *path) {
    struct frame *f = &a->frame;
    path = app_intern(a, path);        /* its scene may go before it is heard */
    if (path) f->sound[f->heard++ % FRAME_SOUNDS] = path;
}

void app_open(struct app *a, const char *scene_id) { stage_open(a, scene_id); }

bool app_set(struct app *a, const char *var, const char *value) {
    struct value v = {.kind = VALUE_WORD, .word = value};
    if (str_eq(var, "language")) return app_speak(a, value);
    if (vars_get(&a->vars, var).kind == VALUE_NONE || scene_call_word(var)) return false;
    double num;
    if (str_number(value, &num)) v = (struct value){.kind = VALUE_NUM, .num = num};
    if (str_eq(value, "true") || str_eq(value, "false")) v = (struct value){.kind = VALUE_NUM, .num = value[0] == 't'};
    vars_set(&a->vars, var, v);
    return true;
}

void app_put(struct app *a, const struct sets *v) {
    struct effects fx = {.arena = &a->frames[a->turn]};
    struct action set = {.kind = ACT_SET, .sets = *v};
    effects_action(&fx, NULL, &set);
    actions_run(a, &fx);
}

const struct scene *app_scene(const struct app *a) {
    const struct loaded *top = a->stage.sheet ? a->stage.sheet : a->stage.scene;
    return top ? top->scene : NULL;
}

struct value app_get(const struct app *a, const char *var) { return vars_get(&a->vars, var); }

/* ---- env */
static struct msg_env speech(const struct app *a, const char *lang) {
    struct msg_env m = {.lang = lang, .facts = a->deps.facts};
    for (int i = 0; lang && i < a->deps.ncatalogs; i++)
        if (str_eq(a->deps.catalogs[i].lang, lang)) m.catalog = &a->deps.catalogs[i];
    if (lang && pseudo_of(lang)) m.catalog = &a->pseudo[pseudo_of(lang) - 1];
    return m;
}

static void refresh_args(struct app *a, struct scene *s) {
    for (int i = 0; i < s->nargs; i++) {
        struct value v = vars_get(&a->vars, s->args[i].name);
        if (v.kind == VALUE_NUM) { s->args[i].num = v.num; s->args[i].word = NULL; }
        if (v.kind == VALUE_WORD) s->args[i].word = v.word;
    }
}

static void comfort(const struct app *a, struct env *e) {
    e->text_scale = clampf((float)vars_num(&a->vars, "text-size", 100) / 100, 1, 2);
    e->low_reach = vars_num(&a->vars, "low-reach", 0) != 0;
    e->still = vars_num(&a->vars, "still", 0) != 0;
    e->more = vars_num(&a->vars, "more", 0) != 0;
    e->sound = vars_num(&a->vars, "sound", 0) != 0;
    e->muted = vars_num(&a->vars, "muted", 0) != 0;
    e->rtl = a->opt.rtl || language_rtl(a->language);
}

void app_env(struct app *a, struct loaded *s, int layer) {
    struct env *e = &a->env[layer];
    int64_t wake = e->wake;
    *e = (struct env){.frame = &a->frames[a->turn], .fonts = a->deps.fonts, .journey = a->deps.journey, .vars = &a->vars,
                      .visit = &a->view, .now = a->now, .wake = wake, .layer = layer, .play_t = stage_play_t};
    a->second = beside(a);
    e->msg = speech(a, a->language);
    e->second = speech(a, a->second);
    comfort(a, e);
    layout_canvas(e, a->opt.w, a->opt.h);
    e->mm = e->scale > 0 ? a->opt.px_per_mm / e->scale : 0;
    if (!s) return;
    refresh_args(a, s->scene);
    e->msg.args = e->second.args = s->scene->args;
    e->msg.nargs = e->second.nargs = s->scene->nargs;
    e->scene = s->scene;
    e->layout = &s->scene->layout;
    e->pics = &s->scene->pics;
    e->attract = layer == 0 && app_attract(a);
    e->t = ((double)(s->held >= 0 ? s->held : a->now) - s->scene->entered) / 1000;
    if (e->t < 0) e->t = 0;
}

/* A hand has room on the screen, in its true size. */
static void calibrate(struct app *a) {
    float palm = HAND_MM * a->env[0].mm;
    vars_set_num(&a->vars, "calibrated", palm > 0 && palm <= HAND_ROOM);
}

/* ---- one step */
static void begin_frame(struct app *a, int64_t now) {
    if (!a->began) { a->began = true; a->visit.active_at = a->visit.invite_at = now; a->now = now; }
    if (now > a->now) a->now = now;
    a->turn = !a->turn;
    arena_reset(&a->frames[a->turn]);
    a->fx = (struct effects){.arena = &a->frames[a->turn]};
    a->wake = INT64_MAX;
    a->env[0].wake = a->env[1].wake = INT64_MAX;
    visit_view(a);
    app_env(a, a->stage.scene, 0);
    app_env(a, app_top(a), 1);
    calibrate(a);
}

static void key(struct app *a, const struct ui_event *ev) {
    if (ev->key == KEY_HOME) stage_home(a);
    else if (a->stage.sheet) stage_close(a);
    else stage_back(a);
}

static void point(struct app *a, const struct ui_event *ev) {
    const struct env *e = &a->env[0];
    if (ev->kind == UI_KEY || ev->kind == UI_CANCEL || e->w <= 0 || e->h <= 0) return;
    vars_set_num(&a->vars, "pointer-x", (double)clampf(ev->at.x / e->w, 0, 1));
    vars_set_num(&a->vars, "pointer-y", (double)clampf(ev->at.y / e->h, 0, 1));
}

/* What is disabled, or in another finger's hand, does not answer: no sound says that it did. */
static void deliver(struct app *a, const struct ui_event *ev) {
    struct env *e = app_top_env(a);
    bool reacts = route_event(&a->route, ev, &a->sems[!a->turn], e, &a->fx), presses = ev->kind == UI_DOWN || ev->kind == UI_KEY;
    if (e->relayout && app_top(a)) app_top(a)->dirty = true;      /* it turned a page; the env is made anew before the layout */
    if (ev->kind == UI_DOWN) reacts = reacts && a->route.fingers[ev->finger].node;
    if (reacts && presses) motion_end(a);        /* whoever presses sees the answer, not the way to it */
    if (reacts && (ev->kind == UI_DOWN || (ev->kind == UI_KEY && ev->key == KEY_SELECT))) app_hear(a, a->deps.journey->sound.press);
    actions_run(a, &a->fx);
}

void app_handle(struct app *a, const struct ui_event *in) {
    struct ui_event ev = *in;
    bool lifts = ev.kind == UI_UP || ev.kind == UI_CANCEL;
    if (ev.kind == UI_RESIZE) {
        if (ev.w < 1 || ev.h < 1 || ev.w > 16384 || ev.h > 16384) return;      /* a screen that went away */
        a->opt.w = ev.w;
        a->opt.h = ev.h;
        app_env(a, a->stage.scene, 0);
        app_env(a, app_top(a), 1);
        calibrate(a);
        return;
    }
    if (!input_accept(a, &ev)) {
        if (!lifts || ev.finger < 0 || ev.finger >= ROUTE_FINGERS) return;
        ev.kind = UI_CANCEL;                        /* whoever had it must not wait for it */
        route_event(&a->route, &ev, &a->sems[!a->turn], app_top_env(a), &a->fx);
        a->fx.n = 0;
        return;
    }
    point(a, &ev);
    if (visit_event(a, &ev)) return;
    if (a->stage.go && (ev.kind == UI_DOWN || ev.kind == UI_KEY)) {            /* a change of scene is under way */
        if (ev.kind == UI_DOWN) input_kill(a, ev.finger);
        return;
    }
    if (ev.kind == UI_KEY && (ev.key == KEY_BACK || ev.key == KEY_HOME)) key(a, &ev);
    else deliver(a, &ev);
}

static bool look_same(const struct look *x, const struct look *y) {
    return x->w == y->w && x->h == y->h && str_eq(x->language, y->language) && str_eq(x->second, y->second) && x->text_scale == y->text_scale &&
           x->low_reach == y->low_reach && x->rtl == y->rtl && x->more == y->more && x->sound == y->sound &&
           x->muted == y->muted;
}

static void lay_out(struct app *a, struct loaded *s, int layer) {
    struct env *e = &a->env[layer];
    struct look look = {a->opt.w, a->opt.h, a->language, a->second, e->text_scale, e->low_reach, e->rtl, e->more, e->sound, e->muted};
    if (!s->dirty && look_same(&look, &s->look)) return;
    s->look = look;
    s->dirty = false;
    e->relayout = false;
    layout_scene(s->scene, e);
}

/* A scene that lies below a sheet does not tick, but it is laid out: the language may change above it. */
static void tick(struct app *a, struct loaded *s, int layer) {
    struct env *e = &a->env[layer];
    app_env(a, s, layer);
    lay_out(a, s, layer);
    s->used = a->now;
    if (s->held >= 0 && !s->fresh) return;
    s->fresh = false;
    scene_tick(s->scene, e, &a->fx);
    s->dirty = s->dirty || e->relayout;
    if (e->busy) visit_busy(a);
    lay_out(a, s, layer);
}

static void tick_layers(struct app *a) {
    struct loaded *top = app_top(a);
    visit_view(a);
    if (!a->stage.scene) { app_env(a, NULL, 0); return; }
    tick(a, a->stage.scene, 0);
    if (top != a->stage.scene) tick(a, top, 1);
    uint32_t before = a->vars.version;
    bool acts = a->fx.n > 0;
    actions_run(a, &a->fx);
    if (acts && (a->vars.version != before || a->stage.go || a->stage.open_id || app_top(a) != top)) {
        env_next_frame(&a->env[0]);
        a->stage.asked = a->visit.asking ? a->stage.asked : NULL;
    }
}

/* The attract loop is silent; everywhere else a film that has been turned on is heard, or the chapter's loop, else the journey's. */
static void listen(struct app *a, struct frame *f) {
    const struct sounds *j = &a->deps.journey->sound;
    int at = 0;
    const struct chapter *c = a->stage.scene ? stage_chapter(a, a->stage.scene->id, &at) : NULL;
    bool on = j->volume > 0 && vars_num(&a->vars, "muted", 0) == 0;
    f->volume = on ? j->volume : 0;
    bool silent = !on || !a->stage.scene || app_attract(a);
    f->film = silent ? NULL : a->env[0].film ? a->env[0].film : a->env[1].film;
    f->film_at = a->env[0].film ? a->env[0].film_at : a->env[1].film_at;
    f->ambience = silent || f->film ? NULL : c && c->ambience ? c->ambience : j->ambience;
}

static const struct frame *finish_frame(struct app *a) {
    struct frame *f = &a->frame;
    struct loaded *s = a->stage.scene, *top = app_top(a);
    bool over = s && top != s;
    if (over && a->env[1].relayout) top->dirty = true;
    if (s && a->env[0].relayout) s->dirty = true;
    if ((s && s->dirty) || (over && top->dirty)) env_next_frame(&a->env[0]);
    f->list = &a->lists[a->turn];
    f->sem = &a->sems[a->turn];
    f->hash = dlist_hash(f->list);
    f->npics = 0;
    if (s) f->pics[f->npics++] = &s->scene->pics;
    if (over) f->pics[f->npics++] = &top->scene->pics;
    for (int i = 0; i < 2 && a->motion.on; i++) f->pics[f->npics++] = &a->motion.held[i]->scene->pics;
    f->pics[f->npics++] = &a->pics;
    f->moving = a->motion.on;
    int64_t w = a->wake, in = input_wake(a);
    if (a->env[0].wake < w) w = a->env[0].wake;
    if (over && a->env[1].wake < w) w = a->env[1].wake;
    if (states_wake(a) < w) w = states_wake(a);
    f->wake = in < w ? in : w;
    f->ahead = stage_ahead(a);
    f->next = app_attract(a) ? a->deps.journey->home : a->view.next_label_scene;
    f->scene = s ? s->id : NULL;
    f->language = a->language;
    f->speaks = a->second ? app_intern(a, arena_printf(a->env[0].frame, "%s+%s", a->language, a->second)) : a->language;
    listen(a, f);
    return f;
}

const struct frame *app_step(struct app *a, const struct ui_event *events, int n, int64_t now) {
    struct ui_event stale;
    begin_frame(a, now);
    while (input_stale(a, &stale)) {
        route_event(&a->route, &stale, &a->sems[!a->turn], app_top_env(a), &a->fx);
        a->fx.n = 0;
    }
    for (int i = 0; i < n; i++) app_handle(a, &events[i]);
    states_tick(a);
    visit_tick(a);
    stage_settle(a);
    tick_layers(a);
    frame_draw(a);
    return finish_frame(a);
}
