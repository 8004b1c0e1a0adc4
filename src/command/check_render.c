/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/check_render.h>
#include <command/command.h>
#include <command/lint_view.h>
#include <string.h>

static const int SIZES[LINT_SIZES] = {100, 150, 200};
static const char *const SIZE_NAMES[LINT_SIZES] = {"100", "150", "200"};
/* Screens. The first two are the kiosk itself; a guide's laptop, older and wider ones, and controls within a child's or a
 * wheelchair's reach move the same layout: of these a part is looked at. */
enum { WHOLE = 2, PART = 4 };
static const struct screen { struct size_px size; bool low_reach; const char *name; } SCREENS[LINT_SHAPES] = {
    {{1920, 1080}, false, "1920x1080"}, {{1080, 1920}, false, "1080x1920"}, {{1920, 1080}, true, "1920x1080-low-reach"},
    {{1080, 1920}, true, "1080x1920-low-reach"}, {{1280, 800}, false, "1280x800"}, {{800, 1280}, false, "800x1280"},
    {{1440, 1080}, false, "1440x1080"}, {{2560, 1080}, false, "2560x1080"}};
enum { BEGIN_MS = 1000, REST_MS = 12000, SET_MS = 6000, SETTLE = 4, PAGES_MOST = 24 };   /* all that moves by itself has come to rest after 12 s */

/* ---- going somewhere */
static void step(struct render_visit *v, const struct ui_event *ev) { session_step(&v->ses, ev, ev ? 1 : 0, v->now); }

void render_until(struct render_visit *v, int64_t ms) {
    while (v->now < ms) {
        int64_t next = v->ses.frame->wake;
        if (next < v->now + RENDER_STEP_MS) next = v->now + RENDER_STEP_MS;
        v->now = next < ms ? next : ms;
        step(v, NULL);
    }
}

void render_tap(struct render_visit *v, struct vec2 px) {
    step(v, &(struct ui_event){.kind = UI_DOWN, .at = px});
    render_until(v, v->now + 80);
    step(v, &(struct ui_event){.kind = UI_UP, .at = px});
}

/* Touches the mark of a figure: the sheet of sources shows that figure's. */
static bool tap_source(struct render_visit *v) {
    const struct semlist *s = v->ses.frame->sem;
    float scale = lint_scale(v->ses.frame);
    for (int i = 0; i < s->n; i++) {
        const struct sem_item *it = &s->v[i];
        if (!it->node || !str_eq(it->node->kind->name, "source") || it->hit.w <= 0) continue;
        render_tap(v, (struct vec2){(it->hit.x + it->hit.w / 2) * scale, (it->hit.y + it->hit.h / 2) * scale});
        return true;
    }
    return false;
}

bool render_enter(struct render *r, struct render_visit *v, const char *id, bool sheet, struct size_px size) {
    const struct journey *j = &r->s->journey;
    struct app_options ao = {.w = size.w, .h = size.h, .text_scale = 1, .idle_off = true, .low_reach = r->low_reach, .sound = true, .language = r->names.lang[0]};
    bool sources = sheet && str_eq(id, j->sources_sheet) && r->figures;
    *v = (struct render_visit){.now = RENDER_START_MS};
    if (!session_open(&v->ses, r->s, &ao)) return false;
    v->ses.quiet = true;
    bool attract = str_eq(id, j->attract);
    app_start(v->ses.app, attract ? id : j->home);
    step(v, NULL);
    if (!attract && !str_eq(id, j->home) && (!sheet || sources)) app_start(v->ses.app, sources ? r->figures : id);
    if (sheet && !sources) app_open(v->ses.app, id);
    v->now += RENDER_STEP_MS;
    step(v, NULL);
    if (sources) {
        render_until(v, v->now + BEGIN_MS);
        if (!tap_source(v)) app_open(v->ses.app, id);
        render_until(v, v->now + 2 * RENDER_STEP_MS);
    }
    return str_eq(v->ses.frame->scene, sources ? r->figures : sheet ? j->home : id);
}

/* ---- states */
static void plan_states(struct render *r) {
    const struct scene *s = r->scene;
    const struct scene_state *st = s->top.states.items;
    bool more = false;
    int n = 0;
    for (int i = 0; i < s->nrefs; i++) more |= s->refs[i].text.more != NULL;
    r->states[n++] = (struct render_state){RENDER_BEGIN, NULL, "beginning"};
    r->states[n++] = (struct render_state){RENDER_REST, NULL, "rest"};
    r->more = more ? n : -1;
    if (more) r->states[n++] = (struct render_state){RENDER_MORE, NULL, "more"};
    for (int i = 0; i < s->top.states.n && n < LINT_STATES; i++) r->states[n++] = (struct render_state){RENDER_SET, &st[i], st[i].name};
    r->names.nstate = n;
    for (int i = 0; i < n; i++) r->names.state[i] = r->states[i].name;
}

/* What all items say. */
static uint64_t words_of(const struct frame *f) {
    uint64_t h = HASH_SEED;
    for (int i = 0; i < f->sem->n; i++)
        if (f->sem->v[i].label) h = hash_bytes(h, f->sem->v[i].label, strlen(f->sem->v[i].label));
    return h;
}

static void show_longer(struct render_visit *v, bool on) {
    app_set(v->ses.app, "more", on ? "1" : "0");
    for (int i = 0; i < SETTLE; i++) { v->now += RENDER_STEP_MS; step(v, NULL); }
}

static bool enter_state(struct render *r, struct render_visit *v, const struct render_state *st, struct size_px size) {
    if (!render_enter(r, v, r->scene->id, r->scene->top.sheet, size)) return false;
    if (st->kind == RENDER_MORE) app_set(v->ses.app, "more", "1");
    if (st->set) app_state(v->ses.app, st->set);
    render_until(v, v->now + (st->kind == RENDER_BEGIN ? BEGIN_MS : st->kind == RENDER_SET && !st->set->touch.n ? SET_MS : REST_MS));
    if (st->kind != RENDER_SET || r->more < 0) return true;
    uint64_t words = words_of(v->ses.frame);
    show_longer(v, true);
    v->longer = words_of(v->ses.frame) != words;
    show_longer(v, false);
    return true;
}

/* The same place in another language and size, as when a visitor changes it. */
static const struct frame *turn(struct render_visit *v, const char *lang, int size) {
    char num[16];
    snprintf(num, sizeof num, "%d", size);
    for (int tries = 0; tries < 2; tries++) {          /* the attract loop changes the language by itself */
        app_set(v->ses.app, "language", lang);
        app_set(v->ses.app, "text-size", num);
        for (int i = 0; i < SETTLE; i++) { v->now += RENDER_STEP_MS; step(v, NULL); }
        if (str_eq(v->ses.frame->speaks, lang)) break;
    }
    return v->ses.frame;
}

static bool is_pair(const struct render *r, int lang) { return strchr(r->names.lang[lang], '+') != NULL; }

/* ---- one picture laid out */
struct told { struct render *r; struct lint_case at; };
static void tell(void *ctx, const struct lint_fault *f) {
    struct told *t = ctx;
    if (f->rule == LINT_ALONE && render_alike(t->r, t->r->names.lang[t->at.lang], f->other)) return;
    lint_report_add(t->r->report, &t->at, f);
    if (!t->r->longer) return;
    struct lint_case more = t->at;       /* "state card more" */
    more.state = t->r->more;
    lint_report_add(t->r->report, &more, f);
}

static void judge(struct render *r, const struct frame *f, const struct lint_case *at) {
    struct told t = {r, *at};
    struct lint_sink sink = {&t, tell};
    struct lint_frame lf;
    arena_reset(&r->frame);
    render_mark(r, f);
    enum render_state_kind kind = r->states[at->state].kind;
    unsigned how = kind == RENDER_MORE || r->longer ? LINT_VIEW_MORE : kind == RENDER_BEGIN ? LINT_VIEW_MOVING : 0;
    if (at->size == 0 && is_pair(r, at->lang) && !str_eq(r->scene->id, r->s->journey.attract)) how |= LINT_VIEW_PAIR;   /* that one speaks them in turn */
    if (!lint_view(&r->frame, f, how, &lf)) return;
    lint_texts(&lf, &sink);
    lint_targets(&lf, &sink);
    lint_words(&lf, &sink);
    r->laid++;
}

/* The n-th button on top that turns the pages of a text; NULL = there are not so many. */
static const struct sem_item *pager(const struct frame *f, int n) {
    for (int i = 0; i < f->sem->n; i++) {
        const struct sem_item *it = &f->sem->v[i];
        const char *part = it->id && it->node && it->hit.w > 0 && str_eq(it->node->kind->name, "text") ? strchr(it->id, '/') : NULL;
        if (part && str_eq(part, "/page") && n-- == 0) return it;
    }
    return NULL;
}

/* The pages after the first of every text that has some, as a visitor turns them, until its first one is there again. */
static void judge_pages(struct render *r, struct render_visit *v, const struct lint_case *at) {
    char first[32];
    for (int n = 0; pager(v->ses.frame, n); n++) {
        snprintf(first, sizeof first, "%s", pager(v->ses.frame, n)->label);
        for (int page = 1; page < PAGES_MOST; page++) {
            const struct sem_item *it = pager(v->ses.frame, n);
            float scale = lint_scale(v->ses.frame);
            if (it) render_tap(v, (struct vec2){(it->hit.x + it->hit.w / 2) * scale, (it->hit.y + it->hit.h / 2) * scale});
            v->now += RENDER_STEP_MS;
            step(v, NULL);
            if (!it || !(it = pager(v->ses.frame, n)) || str_eq(it->label, first)) break;
            judge(r, v->ses.frame, at);
        }
    }
}

/* All pages of what is shown; in a state also with the longer texts, where they are others. */
static void judge_all(struct render *r, struct render_visit *v, const struct lint_case *at) {
    judge(r, v->ses.frame, at);
    if (r->states[at->state].kind == RENDER_BEGIN) return;
    judge_pages(r, v, at);
    if (!v->longer) return;
    show_longer(v, true);
    r->longer = true;
    judge(r, v->ses.frame, at);
    judge_pages(r, v, at);
    r->longer = false;
    show_longer(v, false);
}

/* A second language is set at 100 % alone: larger, a pair looks as its first language does. */
static int sizes_of(const struct render *r, int lang) { return is_pair(r, lang) ? 1 : LINT_SIZES; }

static void lay_out_all(struct render *r, int shape, int state) {
    struct render_visit v;
    if (enter_state(r, &v, &r->states[state], SCREENS[shape].size))
        for (int l = 0; l < r->names.nlang; l++)
            for (int s = 0; s < sizes_of(r, l); s++) {
                struct lint_case at = {l, s, shape, state};
                turn(&v, r->names.lang[l], SIZES[s]);
                judge_all(r, &v, &at);
            }
    session_close(&v.ses);
}

/* Both at once, of one part in so many: other languages and sizes in each state and shape. With two parts every two of language,
 * size, shape and state meet in a scene of three states or more. Two languages are laid out in all of these states: which of them
 * have room for both is a matter of letters, and each is another's. */
static void look_at_part(struct render *r, struct render_visit *v, int shape, int state, int parts) {
    int n = r->names.nlang > WHOLE * LINT_SIZES ? r->names.nlang : WHOLE * LINT_SIZES;
    for (int i = 0; i < n; i++) {
        struct lint_case at = {i % r->names.nlang, (i / parts + state) % LINT_SIZES, shape, state};
        bool part = (i + state) % parts == shape % parts, pair = is_pair(r, at.lang);
        if (!part && (!pair || shape >= WHOLE || i >= r->names.nlang)) continue;
        if (pair) at.size = 0;
        turn(v, r->names.lang[at.lang], SIZES[at.size]);
        if (part && r->states[state].kind != RENDER_BEGIN) render_pixels(r, v->ses.frame, &at, NULL);
        judge_all(r, v, &at);
    }
}

/* One visit whose screen is changed, at half size; what only lasts a moment is visited anew. */
static void look_at_parts(struct render *r, int state) {
    struct render_visit v;
    bool there = false;
    for (int shape = r->o->quick ? 0 : WHOLE; shape < LINT_SHAPES; shape++) {
        struct size_px half = {SCREENS[shape].size.w / 2, SCREENS[shape].size.h / 2};
        if (SCREENS[shape].low_reach != r->low_reach) continue;
        if (there && r->states[state].kind != RENDER_BEGIN)
            step(&v, &(struct ui_event){.kind = UI_RESIZE, .w = half.w, .h = half.h});
        else {
            if (there) session_close(&v.ses);
            there = true;
            if (!enter_state(r, &v, &r->states[state], half)) break;
        }
        look_at_part(r, &v, shape, state, shape < WHOLE ? WHOLE : r->o->quick ? LINT_SHAPES : PART);
    }
    if (there) session_close(&v.ses);
}

/* Pixels of a covering part: every language at the size that most visitors see, which the contact sheet shows, and at one of the
 * larger ones in turn, so that any two of language, size, shape and state meet. */
static bool painted(const struct lint_case *at) { return at->size == 0 || (at->lang + at->state + at->shape) % 2 == at->size - 1; }

static void paint_all(struct render *r, int shape, int state) {
    struct render_visit v;
    struct size_px half = {SCREENS[shape].size.w / 2, SCREENS[shape].size.h / 2};
    if (enter_state(r, &v, &r->states[state], half))
        for (int l = 0; l < r->names.nlang; l++)
            for (int s = 0; s < sizes_of(r, l); s++) {
                struct lint_case at = {l, s, shape, state};
                const char *png = s == 0 && r->sheet ? render_sheet_add(r, &at) : NULL;
                if (painted(&at)) render_pixels(r, turn(&v, r->names.lang[l], SIZES[s]), &at, png);
            }
    session_close(&v.ses);
}

static void look_at_state(struct render *r, int state) {
    for (int shape = 0; shape < WHOLE && !r->o->quick; shape++) {
        lay_out_all(r, shape, state);
        if (r->states[state].kind != RENDER_BEGIN) paint_all(r, shape, state);
    }
    look_at_parts(r, state);
    r->low_reach = true;
    look_at_parts(r, state);
    r->low_reach = false;
}

static void lint_scene(struct render *r, const char *id) {
    struct diag quiet;
    arena_reset(&r->arena);
    diag_init(&quiet, &r->arena);
    struct scene *scene = scene_load(&r->s->deps, id, &quiet);     /* its faults have been said */
    if (!scene) return;
    r->scene = scene;
    plan_states(r);
    r->report = lint_report_new(&r->arena, &r->names);
    r->seen = arena_array(&r->arena, bool, scene->nall + 1);
    r->told = arena_array(&r->arena, struct render_told, scene->nrefs + 1);
    for (int state = 0; state < r->names.nstate; state++) look_at_state(r, state);
    lint_report_write(r->report, r->d);
    render_unseen(r);
    scene_free(scene);
    r->scene = NULL;
    r->seen = NULL;
    r->told = NULL;
}

/* ---- what is asked for */
static bool choose_languages(struct render *r) {
    const struct journey *j = &r->s->journey;
    const struct many *m = &r->o->locales;
    const char *const *v = m->n ? m->v : j->languages.v;
    int n = m->n ? m->n : j->languages.n;
    for (int i = 0; i < n && i < LINT_LANGS; i++) {
        if (!setup_speaks(r->s, "check", v[i])) return false;
        r->names.lang[r->names.nlang++] = v[i];
    }
    return true;
}

static const char *const *choose_scenes(struct render *r, const char *const *all, int *n) {
    const struct many *m = &r->o->scenes;
    for (int i = 0; i < m->n; i++) {
        bool known = false;
        for (int k = 0; k < *n; k++) known |= str_eq(all[k], m->v[i]);
        if (known) continue;
        complain(r->s->host, "check: no scene '%s' (see scenes/)", m->v[i]);
        return NULL;
    }
    if (!m->n) return all;
    *n = m->n;
    return m->v;
}

/* A scene of the journey with the mark that opens sources. */
static const char *with_figures(struct render *r) {
    const struct journey *j = &r->s->journey;
    const struct chapter *c = j->chapters.items;
    for (int i = 0; i < j->chapters.n; i++)
        for (int k = 0; k < c[i].scenes.n; k++) {
            struct diag quiet;
            diag_init(&quiet, &r->arena);
            struct scene *s = scene_load(&r->s->deps, c[i].scenes.v[k], &quiet);
            bool found = false;
            for (int m = 0; s && m < s->nall; m++) found |= str_eq(s->all[m]->kind->name, "source");
            if (s) scene_free(s);
            if (found) return c[i].scenes.v[k];
        }
    return NULL;
}

/* Everything begins at home. */
static bool home_stands(struct render *r) {
    struct diag quiet;
    diag_init(&quiet, &r->arena);
    struct scene *home = scene_load(&r->s->deps, r->s->journey.home, &quiet);
    if (home) scene_free(home);
    return home != NULL;
}

static void look(struct render *r, const char *const *ids, int n) {
    const struct host *h = r->s->host;
    double began = h->seconds(h->ctx);
    int before = r->d->errors;
    r->figures = with_figures(r);
    for (int i = 0; i < n; i++) lint_scene(r, ids[i]);
    if (!r->o->scenes.n) render_tour(r, ids, n);
    say(h, "%d scenes, %ld pictures laid out, %ld painted: %d fault%s, %.0f s\n", n, r->laid, r->painted, r->d->errors - before,
        r->d->errors - before == 1 ? "" : "s", h->seconds(h->ctx) - began);
}

bool check_render(struct setup *s, const struct render_options *o, struct diag *d) {
    struct render r = {.s = s, .o = o, .d = d};
    const struct host *h = s->host;
    struct host quiet = *h;              /* what cannot be loaded has been said */
    int n = 0;
    const char **all = setup_scenes(s, &n);
    const char *const *ids = all ? choose_scenes(&r, all, &n) : NULL;
    if (!ids || !choose_languages(&r)) return false;
    memcpy(r.names.size, SIZE_NAMES, sizeof SIZE_NAMES);
    for (int i = 0; i < LINT_SHAPES; i++) r.names.shape[i] = SCREENS[i].name;
    r.names.nsize = LINT_SIZES;
    r.names.nshape = LINT_SHAPES;
    arena_init(&r.arena, 64 << 20);
    arena_init(&r.frame, 64 << 20);
    quiet.log.line = NULL;
    s->host = &quiet;
    bool good = !o->sheet_dir || (r.sheet = render_sheet_open(&r));
    if (good && home_stands(&r)) look(&r, ids, n);
    else if (good) say(h, "no picture was looked at: the scene '%s' has faults\n", s->journey.home);
    if (r.sheet) good = render_sheet_write(&r);
    for (int i = 0; i < LINT_SHAPES; i++)
        if (r.view[i]) h->view_close(r.view[i]);
    s->host = h;
    arena_free(&r.frame);
    arena_free(&r.arena);
    return good;
}
