/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stage.h - one scene played by hand, for tests of an element: loaded, laid out, stepped in time, touched; what an author may
 * get wrong; and memory that is refused.
 *
 *     struct stage t;                        // on the stack of the test; do not move it
 *     stage_open(&t, &PACK, SCENE);          // the scene is shown, at ms 1000
 *     stage_tap(&t, 0, (struct vec2){40, 60});
 *     stage_pass(&t, 500);
 *     assert_float_equal(stage_var(&t, "stop"), 1, 0);
 *     stage_close(&t);
 *
 * Times are ms of the app's clock, places canvas units. A variable that is asked for and is not there fails the test. */
#ifndef LK_TEST_STAGE_H
#define LK_TEST_STAGE_H
#include "data_kit.h"
#include <content/catalog.h>

enum { STAGE_FILES = 5 };
/* What the scenes of one test share. */
struct stage_pack {
    struct kit_file files[STAGE_FILES];    /* pictures, maps; the scene itself is scenes/s.yaml */
    void (*prepare)(struct kit *k);        /* facts ..., before the scene is read; may be NULL */
};
struct stage {
    struct kit k;
    struct kit_file files[STAGE_FILES + 1];
    struct scene *s;                       /* NULL before it is loaded */
    struct node *n;                        /* the element that is tested: the scene's first */
    int step;                              /* ms from frame to frame while time passes */
};

/* ---- its life */
/* The pack alone: nothing is loaded yet. pack may be NULL. */
static inline void stage_set_up(struct stage *t, const struct stage_pack *pack, const char *scene) {
    int n = 0;
    memset(t, 0, sizeof *t);
    t->step = 20;
    t->files[n++] = (struct kit_file){"scenes/s.yaml", scene};
    for (int i = 0; pack && i < STAGE_FILES && pack->files[i].path; i++) t->files[n++] = pack->files[i];
    kit_open(&t->k, t->files, n);
    if (pack && pack->prepare) pack->prepare(&t->k);
}
static inline void stage_begin(struct stage *t) {
    t->s = kit_scene(&t->k, "s");
    t->n = t->s->nodes[0];
}
/* Loaded, but nothing is shown yet. */
static inline void stage_load(struct stage *t, const struct stage_pack *pack, const char *scene) {
    stage_set_up(t, pack, scene);
    stage_begin(t);
}
static inline void stage_close(struct stage *t) {
    if (t->s) scene_free(t->s);
    kit_close(&t->k);
}

/* ---- time. What returns an int says how many actions were pushed meanwhile; sets are no actions, they take effect. */
static inline int stage_take(struct stage *t) {
    int actions = 0;
    for (int i = 0; i < t->k.fx.n; i++) actions += !t->k.fx.v[i].is_set;
    kit_apply(&t->k);
    return actions;
}
/* One frame at this moment. */
static inline int stage_at(struct stage *t, int64_t ms) {
    struct env *e = &t->k.e;
    if (e->now) e->t = round(e->t * 1000 + (double)(ms - e->now)) / 1000;    /* whole ms, as the app counts */
    e->now = ms;
    e->wake = INT64_MAX;
    e->busy = false;
    kit_draw(&t->k, t->s);
    return stage_take(t);
}
static inline void stage_open(struct stage *t, const struct stage_pack *pack, const char *scene) {
    stage_load(t, pack, scene);
    stage_at(t, 1000);
}
/* From now on in two languages; the second is a pseudo-language that says everything. */
static inline void stage_pair(struct stage *t) {
    struct catalog *c = arena_new(&t->k.a, struct catalog);
    if (!c || !catalog_pseudo(&t->k.a, "en-XA", c)) fail_msg("no second language");
    t->k.e.second = t->k.e.msg;
    t->k.e.second.lang = "en-XA";
    t->k.e.second.catalog = c;
    t->k.e.relayout = true;
}
/* Frame after frame until ms have passed. */
static inline int stage_pass(struct stage *t, int ms) {
    int actions = 0;
    for (int64_t end = t->k.e.now + ms; t->k.e.now < end;) actions += stage_at(t, t->k.e.now + t->step < end ? t->k.e.now + t->step : end);
    return actions;
}
/* No frame is wished for: nothing moves. */
static inline bool stage_rests(const struct stage *t) { return t->k.e.wake == INT64_MAX; }

/* ---- fingers and keys, for the element that is tested */
static inline int stage_tell(struct stage *t, enum node_event_kind kind, int item, struct vec2 from, struct vec2 at) {
    kit_tell(&t->k, t->n, kind, item, from, at);
    return stage_take(t);
}
/* Activated by a finger, wherever it is. */
static inline int stage_press(struct stage *t, int item) { return stage_tell(t, NODE_ACTIVATE, item, (struct vec2){0, 0}, (struct vec2){0, 0}); }
/* All that a short touch sends. */
static inline int stage_tap(struct stage *t, int item, struct vec2 at) {
    int actions = stage_tell(t, NODE_DOWN, item, at, at);
    actions += stage_tell(t, NODE_UP, item, at, at);
    return actions + stage_tell(t, NODE_ACTIVATE, item, at, at);
}
static inline void stage_keyboard(struct stage *t, struct node_event ev) {
    ev.finger = -1;
    t->n->kind->event(t->n, &t->k.e, &ev, &t->k.fx);
}
static inline int stage_key(struct stage *t, int item, enum ui_key key) {
    stage_keyboard(t, (struct node_event){.kind = NODE_KEY, .item = item, .key = key});
    return stage_take(t);
}
/* Activated by a key. */
static inline int stage_enter(struct stage *t, int item) {
    stage_keyboard(t, (struct node_event){.kind = NODE_ACTIVATE, .item = item});
    return stage_take(t);
}

/* ---- what is known and shown */
static inline double stage_var(const struct stage *t, const char *name) {
    struct value v = vars_get(&t->k.vars, name);
    if (v.kind != VALUE_NUM) fail_msg("'%s' is no number", name);
    return v.num;
}
static inline const char *stage_word(const struct stage *t, const char *name) {
    struct value v = vars_get(&t->k.vars, name);
    if (v.kind != VALUE_WORD) fail_msg("'%s' is no word", name);
    return v.word;
}
static inline void stage_set(struct stage *t, const char *name, double to) { vars_set_num(&t->k.vars, name, to); }
static inline void stage_say(struct stage *t, const char *name, const char *word) {
    vars_set(&t->k.vars, name, (struct value){.kind = VALUE_WORD, .word = word});
}
/* NULL where nothing is called so. */
static inline const struct sem_item *stage_item(const struct stage *t, const char *id) { return kit_item(&t->k, id); }
static inline struct vec2 stage_middle(const struct stage *t, const char *id) {
    const struct sem_item *it = stage_item(t, id);
    if (!it) fail_msg("there is no '%s'", id);
    return (struct vec2){it->box.x + it->box.w / 2, it->box.y + it->box.h / 2};
}
/* From the next frame on: a screen of so many px; read from the other side. */
static inline void stage_resize(struct stage *t, int w, int h) {
    layout_canvas(&t->k.e, w, h);
    t->k.e.relayout = true;
}
static inline void stage_mirror(struct stage *t, bool rtl) {
    t->k.e.rtl = rtl;
    t->k.e.relayout = true;
}

/* ---- what nothing may come of */
struct mistake { const char *scene, *says; };
/* The scene is refused, and this stands in what is said. */
static inline void stage_refused(const struct stage_pack *pack, const char *scene, const char *says) {
    struct stage t;
    stage_set_up(&t, pack, scene);
    assert_null(scene_load(&t.k.deps, "s", &t.k.d));
    if (!strstr(kit_lines(&t.k), says)) fail_msg("expected '%s', said:\n%s", says, kit_lines(&t.k));
    stage_close(&t);
}
static inline void stage_mistakes(const struct stage_pack *pack, const struct mistake *rows, size_t n) {
    for (size_t i = 0; i < n; i++) stage_refused(pack, rows[i].scene, rows[i].says);
}
#define STAGE_MISTAKES(pack, rows) stage_mistakes(pack, rows, sizeof rows / sizeof *rows)
static inline void stage_starve(struct stage *t) { kit_starve(&t->k, t->s); }
static inline void stage_without_memory(const struct stage_pack *pack, const char *scene) {
    struct stage t;
    stage_open(&t, pack, scene);
    stage_starve(&t);
    stage_close(&t);
}
/* Loads with the n-th allocation refused, for every n: it is said, and nothing is left behind. */
static inline void stage_loads_without_memory(const struct stage_pack *pack, const char *scene) {
    bool good = false;
    for (long i = 1; i < 6000 && !good; i++) {
        struct stage t;
        stage_set_up(&t, pack, scene);
        t.k.deps.fail_at = i;
        t.s = scene_load(&t.k.deps, "s", &t.k.d);
        good = t.s != NULL;
        if (!good) assert_true(t.k.d.errors > 0);
        stage_close(&t);
    }
    if (!good) fail_msg("the scene never loads");
}
#endif
