/* SPDX-License-Identifier: GPL-3.0-or-later */
/* data_kit.h - for tests of the elements that show data: facts, pictures and fingers on top of scene_kit.h. */
#ifndef LK_TEST_DATA_KIT_H
#define LK_TEST_DATA_KIT_H
#include "scene_kit.h"

#define KIT_SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\" width=\"100\" height=\"50\"><path d=\"M0 0h100v50z\"/></svg>"

static inline void kit_fact(struct kit *k, const char *id, double num, const char *unit, const char *qualifier, const char *status) {
    struct fact *f = arena_new(&k->a, struct fact);
    struct fact_value *v = arena_new(&k->a, struct fact_value);
    const char **q = arena_new(&k->a, const char *);
    *q = qualifier;
    *v = (struct fact_value){.kind = FACT_NUM, .num = num, .unit = unit, .as_of = 2015, .decimals = num == floor(num) ? 0 : 2};
    if (qualifier) v->qualifiers = (struct strs){q, 1};
    *f = (struct fact){.id = id, .statement = "A statement.", .say = "It is said.", .status = status, .display = "yes", .layer = "all",
                       .values = v, .nvalues = 1, .as_of = 2015};
    map_put(&k->facts.by_id, id, f);
}
static inline void kit_tell(struct kit *k, struct node *n, enum node_event_kind kind, int item, struct vec2 from, struct vec2 at) {
    struct node_event ev = {.kind = kind, .item = item, .at = at, .start = from, .inside = true};
    n->kind->event(n, &k->e, &ev, &k->fx);
}
/* Effects that set variables take place, as in the app. */
static inline void kit_apply(struct kit *k) {
    for (int i = 0; i < k->fx.n; i++)
        if (k->fx.v[i].is_set) vars_set(&k->vars, k->fx.v[i].var, k->fx.v[i].value);
    k->fx.n = 0;
}
static inline void kit_at(struct kit *k, struct scene *s, int64_t ms) {
    k->e.now = ms;
    k->e.wake = INT64_MAX;
    kit_draw(k, s);
    kit_apply(k);
}
static inline const struct sem_item *kit_item(const struct kit *k, const char *id) {
    for (int i = 0; i < k->sem.n; i++)
        if (str_eq(k->sem.v[i].id, id)) return &k->sem.v[i];
    return NULL;
}
/* Lays out and draws with the n-th allocation refused, for every n: nothing may crash, whatever is missing. */
static inline void kit_starve(struct kit *k, struct scene *s) {
    for (long i = 1; i < 4000; i++) {
        s->layout.fail_at = i;
        layout_scene(s, &k->e);
        bool done = !s->layout.failed;
        s->layout.fail_at = 0;
        k->frame.fail_at = i % 7 + 1;
        kit_draw(k, s);
        kit_draw(k, s);
        k->frame.fail_at = 0;
        k->frame.failed = false;
        if (done) return;
    }
    fail_msg("the layout never came to an end");
}
#endif
