/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene_kit.h"

static const struct element_kind PLAIN = {.name = "plain"};

static struct track track_of(int prop, const char *driver, const float *v, int n) {
    return (struct track){.property = prop, .driver = driver, .keys = {v, n}};
}

static void between_keys(void **st) {
    (void)st;
    static const float K[] = {1, 10, 2, 20, 4, 20};
    struct track t = track_of(TRACK_X, "time", K, 6);
    bool moving;
    assert_float_equal(track_at(&t, 0, &moving), 10, 1e-4);
    assert_true(moving);                    /* it will */
    assert_float_equal(track_at(&t, 1.5, &moving), 15, 1e-4);
    assert_true(moving);
    assert_float_equal(track_at(&t, 3, &moving), 20, 1e-4);
    assert_false(moving);                   /* the rest is flat */
    assert_float_equal(track_at(&t, 99, &moving), 20, 1e-4);
    assert_false(moving);
    t.ease = EASE_STEP;
    assert_float_equal(track_at(&t, 1.99, &moving), 10, 1e-4);
    assert_float_equal(track_at(&t, 2, &moving), 20, 1e-4);
}

static void looping(void **st) {
    (void)st;
    static const float K[] = {0, 0, 2, 8};
    struct track t = track_of(TRACK_ALPHA, "time", K, 4);
    bool moving;
    t.loop = true;
    assert_float_equal(track_at(&t, 3, &moving), 4, 1e-4);
    assert_float_equal(track_at(&t, 20001, &moving), 4, 1e-3);
    assert_true(moving);
    static const float FLAT[] = {0, 3, 2, 3};
    struct track flat = track_of(TRACK_ALPHA, "time", FLAT, 4);
    flat.loop = true;
    track_at(&flat, 1, &moving);
    assert_false(moving);                   /* a loop that stands still needs no frames */
}

static void eases(void **st) {
    (void)st;
    for (int e = 0; EASE_NAMES[e]; e++) {
        assert_float_equal(ease((enum track_ease)e, 0), 0, 1e-5);
        assert_float_equal(ease((enum track_ease)e, 1), 1, 1e-5);
        assert_float_equal(ease((enum track_ease)e, -3), 0, 1e-5);
        assert_float_equal(ease((enum track_ease)e, 7), 1, 1e-5);
    }
    assert_float_equal(ease(EASE_IN, .5f), .125f, 1e-5);
    assert_float_equal(ease(EASE_OUT, .5f), .875f, 1e-5);
    float most = 0;
    for (float t = 0; t < 1; t += .01f) most = fmaxf(most, ease(EASE_BACK, t));
    assert_true(most > 1.02f && most < 1.2f);   /* goes past and comes back */
}

static double play_at = -1;
static double play_t(const struct env *e, const char *name) { (void)e; return !strcmp(name, "show") ? play_at : -1; }

static struct node node_with(struct track *t, int n) {
    struct node node = {.kind = &PLAIN};
    node.common[0].tracks = (struct list){t, n};
    node.common[1] = node.common[0];
    return node;
}

static void who_wins(void **st) {
    (void)st;
    static const float TIME[] = {0, 0, 1, 100}, VAR[] = {0, 500, 1, 600}, PLAY[] = {0, 7, 1, 9};
    struct kit k;
    kit_open(&k, NULL, 0);
    k.e.play_t = play_t;
    vars_declare(&k.vars, "stop", (struct value){VALUE_NUM, .5, NULL}, NULL, true);
    struct track t[3] = {track_of(TRACK_X, "stop", VAR, 4), track_of(TRACK_X, "play:show", PLAY, 4), track_of(TRACK_X, "time", TIME, 4)};
    struct node n = node_with(t, 3);
    k.e.t = .5;
    tracks_run(&n, &k.e);
    assert_true(n.anim.has[TRACK_X] && !n.anim.has[TRACK_Y]);
    assert_float_equal(n.anim.v[TRACK_X], 550, 1e-3);   /* a finger's variable beats the clock */
    assert_true(k.e.wake == INT64_MAX);                 /* and needs no frames */
    n = node_with(t + 1, 2);
    play_at = -1;
    tracks_run(&n, &k.e);
    assert_float_equal(n.anim.v[TRACK_X], 50, 1e-3);    /* not played: time speaks */
    play_at = .5;
    tracks_run(&n, &k.e);
    assert_float_equal(n.anim.v[TRACK_X], 8, 1e-3);
    n = node_with(t + 1, 1);
    play_at = -1;
    tracks_run(&n, &k.e);
    assert_float_equal(n.anim.v[TRACK_X], 7, 1e-3);     /* nobody else: where it will begin */
    kit_close(&k);
}

static void waking(void **st) {
    (void)st;
    static const float LATE[] = {2, 0, 3, 10};
    struct kit k;
    kit_open(&k, NULL, 0);
    struct track t = track_of(TRACK_Y, "time", LATE, 4);
    struct node n = node_with(&t, 1);
    k.e.now = 10000;
    tracks_run(&n, &k.e);
    assert_int_equal(k.e.wake, 12000);      /* sleeps until the first key */
    k.e.wake = INT64_MAX;
    k.e.t = 2.5;
    tracks_run(&n, &k.e);
    assert_int_equal(k.e.wake, 10016);
    k.e.wake = INT64_MAX;
    k.e.t = 3;
    tracks_run(&n, &k.e);
    assert_true(k.e.wake == INT64_MAX);
    kit_close(&k);
}

static void resting(void **st) {
    (void)st;
    static const float SWAY[] = {0, 0, 10, 100};
    struct kit k;
    kit_open(&k, NULL, 0);
    struct track t = track_of(TRACK_X, "time", SWAY, 4);
    struct node n = node_with(&t, 1);
    t.ambient = true;
    k.e.t = 9;
    tracks_run(&n, &k.e);
    assert_float_equal(n.anim.v[TRACK_X], 50, 1e-3);    /* rests where it was after five seconds */
    assert_true(k.e.wake == INT64_MAX);
    k.e.attract = true;
    tracks_run(&n, &k.e);
    assert_float_equal(n.anim.v[TRACK_X], 90, 1e-3);
    assert_true(k.e.wake < INT64_MAX);
    k.e.still = true;
    k.e.wake = INT64_MAX;
    tracks_run(&n, &k.e);
    assert_float_equal(n.anim.v[TRACK_X], 0, 1e-3);
    t.ambient = false;
    tracks_run(&n, &k.e);
    assert_float_equal(n.anim.v[TRACK_X], 100, 1e-3);   /* an entrance in reduced motion is over */
    assert_true(k.e.wake == INT64_MAX);
    kit_close(&k);
}

static void broken_keys(void **st) {
    (void)st;
    static const float ODD[] = {3, 4, 5};
    struct kit k;
    kit_open(&k, NULL, 0);
    struct track t[2] = {track_of(TRACK_X, "time", NULL, 0), track_of(TRACK_Y, "time", ODD, 3)};
    struct node n = node_with(t, 2);
    tracks_run(&n, &k.e);
    assert_false(n.anim.has[TRACK_X]);
    assert_float_equal(n.anim.v[TRACK_Y], 4, 1e-3);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(between_keys), cmocka_unit_test(looping), cmocka_unit_test(eases),
                                       cmocka_unit_test(who_wins), cmocka_unit_test(waking), cmocka_unit_test(resting),
                                       cmocka_unit_test(broken_keys)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
