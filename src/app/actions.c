/* SPDX-License-Identifier: GPL-3.0-or-later */
/* actions.c - the only place where an effect becomes a change: one row per action. */
#include <app/app_state.h>

typedef void action_fn(struct app *a, const struct action *act);

static void act_goto(struct app *a, const struct action *act) { stage_go(a, act->arg); }
static void act_back(struct app *a, const struct action *act) { (void)act; stage_back(a); }
static void act_home(struct app *a, const struct action *act) { (void)act; stage_home(a); }
static void act_next(struct app *a, const struct action *act) { (void)act; stage_next(a); }
static void act_restart(struct app *a, const struct action *act) { (void)act; stage_restart(a); }
static void act_play(struct app *a, const struct action *act) { stage_play(a, act->arg, false); }
static void act_finish(struct app *a, const struct action *act) { stage_play(a, act->arg, true); }
static void act_open(struct app *a, const struct action *act) { stage_open(a, act->arg); }
static void act_close(struct app *a, const struct action *act) { (void)act; stage_close(a); }

static void set_var(struct app *a, const char *name, struct value to) {
    if (str_eq(name, "language")) {
        if (to.kind == VALUE_WORD) app_language(a, to.word);
        return;
    }
    if (str_eq(name, "second-language")) {
        app_second(a, to.kind == VALUE_WORD ? to.word : NULL);
        return;
    }
    if (!scene_call_word(name)) vars_set(&a->vars, name, to);
}

static void act_set(struct app *a, const struct action *act) {
    for (int i = 0; i < act->sets.n; i++) set_var(a, act->sets.v[i].var, act->sets.v[i].to);
}

static void act_toggle(struct app *a, const struct action *act) {
    vars_set_num(&a->vars, act->arg, vars_num(&a->vars, act->arg, 0) != 0 ? 0 : 1);
}

/* A language chosen in the attract loop starts the visit in it. */
static void act_language(struct app *a, const struct action *act) {
    const char *before = a->language;
    bool swap = !app_attract(a) && str_eq(act->arg, a->second);      /* the two change places */
    if (!app_language(a, act->arg)) return;
    if (swap) app_second(a, before);
    if (app_attract(a)) stage_home(a);
}

static void act_sound(struct app *a, const struct action *act) { app_hear(a, act->arg); }

static void act_wake(struct app *a, const struct action *act) {
    (void)act;
    stage_home(a);
}

static void act_sources(struct app *a, const struct action *act) {
    visit_sources(a, act->facts);
    stage_open(a, a->deps.journey->sources_sheet);
}

struct row { action_fn *run; bool moves; };   /* moves: changes the scene or the sheet; one per input */
static const struct row ROWS[ACT_COUNT] = {
    [ACT_GOTO] = {act_goto, true},       [ACT_BACK] = {act_back, true},   [ACT_HOME] = {act_home, true},
    [ACT_NEXT] = {act_next, true},       [ACT_RESTART] = {act_restart, true},
    [ACT_SET] = {act_set, false},        [ACT_TOGGLE] = {act_toggle, false}, [ACT_PLAY] = {act_play, false},
    [ACT_FINISH] = {act_finish, false},
    [ACT_LANGUAGE] = {act_language, false}, [ACT_OPEN] = {act_open, true}, [ACT_CLOSE] = {act_close, true},
    [ACT_SOURCES] = {act_sources, true}, [ACT_SOUND] = {act_sound, false}, [ACT_WAKE] = {act_wake, true},
};

void actions_run(struct app *a, struct effects *fx) {
    for (int i = 0; i < fx->n; i++) {
        const struct effect *e = &fx->v[i];
        if (e->sound) { app_hear(a, e->sound); continue; }
        if (e->is_set) { set_var(a, e->var, e->value); continue; }
        if (!e->action || e->action->kind < 0 || e->action->kind >= ACT_COUNT) continue;
        const struct row *r = &ROWS[e->action->kind];
        if (r->moves && a->stage.go) continue;      /* a change of scene is under way: one is enough */
        r->run(a, e->action);
        if (r->moves && a->stage.go == GO_SCENE) a->stage.from = e->from;
    }
    fx->n = 0;
}
