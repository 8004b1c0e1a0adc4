/* links: lk_scene */
/* The game of the same spots: taps, drags, misses, new spots, keys, reduced motion, and what an author may get wrong. */
#include "data_kit.h"
#include <scene/spot_match.h>

#define HEAD \
    "format: 1\ntitle: T\ntemplate: stage\n" \
    "variables:\n- {name: counter, value: 5}\n- {name: round, value: 0}\n- {name: found, value: 0}\n- {name: deal, value: 0}\n- {name: answer, value: 0}\n- {name: missed, value: 0}\n" \
    "elements:\n- kind: spot-match\n  id: game\n  at: [0, 0]\n  size: [1920, 952]\n  counter: counter\n  round: round\n  rounds: 2\n" \
    "  found: found\n  deal: deal\n  answer: answer\n  patch-label: The patch\n  patch-at: [262, 828]\n  print-at: [880, 190]\n  print-size: [900, 600]\n"
#define PHOTOS "  photos: [{label: A}, {label: B}, {label: C}, {label: D}]\n"
#define COLORS "back: snow, flank: snow, belly: snow, foot: snow, mark: spruce-950, core: rose-500"
#define ANIMAL "  animal: {body: \"M0 60L408 60L408 340L0 340Z\", " COLORS ", legs: [10, 100], fringe: [120, 270, 266]}\n"
#define SCENE HEAD PHOTOS ANIMAL

struct game { struct kit k; struct kit_file file; struct scene *s; struct node *n; int64_t now; };

static void open_game(struct game *g, const char *text) {
    g->file = (struct kit_file){"scenes/s.yaml", text};
    kit_open(&g->k, &g->file, 1);
    g->s = kit_scene(&g->k, "s");
    g->n = scene_node(g->s, "game");
    g->now = 1000;
    kit_at(&g->k, g->s, g->now);
}
static void close_game(struct game *g) {
    scene_free(g->s);
    kit_close(&g->k);
}
static void pass(struct game *g, int ms) {
    for (int t = 0; t < ms; t += 20) {
        g->k.e.t += .02;
        kit_at(&g->k, g->s, g->now += 20);
    }
}
static double var(struct game *g, const char *name) { return vars_num(&g->k.vars, name, -1); }
static const struct spot_state *state_of(const struct game *g) { return g->n->state; }
static void tell(struct game *g, enum node_event_kind kind, int item, struct vec2 from, struct vec2 at) {
    kit_tell(&g->k, g->n, kind, item, from, at);
}
static void tap(struct game *g, int item) {
    struct vec2 at = {0, 0};
    tell(g, NODE_DOWN, item, at, at);
    tell(g, NODE_UP, item, at, at);
    tell(g, NODE_ACTIVATE, item, at, at);
}
static int wrong_photo(const struct game *g, int k) { return (state_of(g)->deal.right + k) % SPOT_PHOTOS; }
static struct vec2 middle(const struct game *g, int photo) {
    struct box b = spot_photo_box(node_props(g->n, &g->k.e), &g->k.e, state_of(g)->deal.photos, photo);
    return (struct vec2){b.x + b.w / 2, b.y + b.h / 2};
}
/* Takes the patch at its middle and carries it. */
static void carry(struct game *g, struct vec2 to) {
    struct vec2 home = spot_home(node_props(g->n, &g->k.e), &g->k.e);
    tell(g, NODE_DOWN, 0, home, home);
    tell(g, NODE_MOVE, 0, home, (struct vec2){(home.x + to.x) / 2, (home.y + to.y) / 2});
    tell(g, NODE_MOVE, 0, home, to);
    pass(g, 40);
}

static void a_tap_on_the_right_photo(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    const struct sem_item *patch = kit_item(&g.k, "game/patch"), *photo = kit_item(&g.k, "game/photo-1");
    assert_true(patch && patch->role == SEM_HANDLE && patch->drags && patch->focusable && patch->hit.w >= 81);
    assert_true(photo && photo->role == SEM_BUTTON && photo->focusable && photo->hit.w >= 81);
    assert_string_equal(photo->label, "A");
    tap(&g, state_of(&g)->deal.right + 1);
    pass(&g, 200);
    assert_int_equal(state_of(&g)->mode, SPOT_FLY);
    assert_int_equal(kit_item(&g.k, "game/photo-1")->hit.w, 0);   /* nothing to touch while it flies */
    assert_float_equal(var(&g, "found"), 0, 0);
    pass(&g, 2000);
    assert_int_equal(state_of(&g)->mode, SPOT_MATCH);
    assert_float_equal(var(&g, "found"), 1, 0);
    assert_null(kit_item(&g.k, "game/patch"));
    pass(&g, 4000);
    assert_true(g.k.e.wake > g.now + 400);     /* nothing moves any more */
    close_game(&g);
}

static void a_wrong_photo_says_no(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    tap(&g, wrong_photo(&g, 1) + 1);
    pass(&g, SPOT_FLY_MS + 100);
    assert_true(state_of(&g)->no && state_of(&g)->swing == wrong_photo(&g, 1));
    assert_int_equal(state_of(&g)->look->swinging, wrong_photo(&g, 1));
    float most = 0;
    for (int i = 0; i < 20; i++) pass(&g, 20), most = fmaxf(most, fabsf(spot_swing(state_of(&g), &g.k.e)));
    assert_true(most > 1.5f);
    pass(&g, 1000);
    assert_int_equal(state_of(&g)->swing, -1);
    assert_int_equal(state_of(&g)->mode, SPOT_ASK);
    tap(&g, wrong_photo(&g, 2) + 1);
    pass(&g, SPOT_FLY_MS + SPOT_NO_MS + 200);
    assert_int_equal(state_of(&g)->swing, state_of(&g)->deal.right);    /* the second miss: it shows itself */
    assert_false(state_of(&g)->no);
    pass(&g, 8000);
    assert_int_equal(state_of(&g)->swing, -1);
    assert_true(g.k.e.wake > g.now + 400);
    assert_float_equal(var(&g, "found"), 0, 0);
    close_game(&g);
}

static void the_patch_is_dragged(void **state) {
    (void)state;
    struct game g;
    struct vec2 sky = {1800, 60};
    open_game(&g, SCENE);
    carry(&g, middle(&g, wrong_photo(&g, 1)));
    assert_int_equal(state_of(&g)->mode, SPOT_HELD);
    assert_non_null(kit_item(&g.k, "game/patch"));     /* stays: else the finger would lose it */
    tell(&g, NODE_UP, 0, sky, sky);
    pass(&g, 2000);
    assert_int_equal(state_of(&g)->misses, 1);
    carry(&g, sky);
    tell(&g, NODE_UP, 0, sky, sky);                    /* nowhere: it glides home, that is no miss */
    pass(&g, 2000);
    assert_int_equal(state_of(&g)->misses, 1);
    carry(&g, middle(&g, state_of(&g)->deal.right));
    tell(&g, NODE_CANCEL, 0, sky, sky);                /* a lost finger answers nothing */
    pass(&g, 2000);
    assert_float_equal(var(&g, "found"), 0, 0);
    carry(&g, middle(&g, state_of(&g)->deal.right));
    tell(&g, NODE_UP, 0, sky, sky);
    pass(&g, 2000);
    assert_float_equal(var(&g, "found"), 1, 0);
    close_game(&g);
}

static void near_is_told_once(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    const struct spot_props *p = node_props(g.n, &g.k.e);
    struct vec2 there = spot_on(spot_hang_of(p, &g.k.e, state_of(&g)->deal.photos, state_of(&g)->deal.right), p->photo_w, state_of(&g)->deal.crop);
    carry(&g, (struct vec2){there.x + 70, there.y});
    int64_t since = state_of(&g)->near_at;
    assert_true(state_of(&g)->near);
    tell(&g, NODE_MOVE, 0, spot_home(p, &g.k.e), there);
    pass(&g, 100);
    assert_true(state_of(&g)->near && state_of(&g)->near_at == since);
    tell(&g, NODE_MOVE, 0, spot_home(p, &g.k.e), (struct vec2){there.x + 400, there.y});
    pass(&g, 20);
    assert_false(state_of(&g)->near);
    close_game(&g);
}

static void new_spots_come_from_the_counter(void **state) {
    (void)state;
    struct game g;
    struct spot_deal first, again;
    open_game(&g, SCENE);
    first = state_of(&g)->deal;
    vars_set_num(&g.k.vars, "deal", 1);
    pass(&g, 60);
    assert_float_equal(var(&g, "counter"), 6, 0);
    assert_float_equal(var(&g, "deal"), 0, 0);
    assert_float_equal(var(&g, "round"), 0, 0);        /* nothing was found: the same story waits */
    for (int i = 0; i < SPOT_PHOTOS; i++)
        assert_true(spots_distance(&first.coat[i], &state_of(&g)->deal.coat[i], (struct vec2){0, 0}, 0) > 9);
    for (int k = 1; k <= 2; k++) {
        tap(&g, state_of(&g)->deal.right + 1);
        pass(&g, 2500);
        vars_set_num(&g.k.vars, "deal", 1);
        pass(&g, 60);
        assert_float_equal(var(&g, "found"), 0, 0);
        assert_float_equal(var(&g, "round"), (k % 2), 0);
        assert_int_equal(state_of(&g)->mode, SPOT_ASK);
    }
    vars_set_num(&g.k.vars, "counter", 5);             /* a replay: the same animals */
    pass(&g, 60);
    again = state_of(&g)->deal;
    assert_int_equal(again.right, first.right);
    assert_memory_equal(again.seed, first.seed, sizeof first.seed);
    assert_memory_equal(again.coat, first.coat, sizeof first.coat);
    close_game(&g);
}

static void every_deal_can_be_solved(void **state) {
    (void)state;
    int right[SPOT_PHOTOS] = {0};
    float least = 99;
    for (int counter = 0; counter < 600; counter++) {
        struct spot_deal d;
        spot_deal_make(&d, counter, SPOT_PHOTOS, NULL);
        right[d.right]++;
        assert_in_range(d.joins, 4, SPOT_JOINS);
        for (int i = 0; i < SPOT_PHOTOS; i++)
            if (i != d.right) least = fminf(least, spots_distance(&d.coat[d.right], &d.coat[i], d.crop, SPOT_CROP_R));
    }
    print_message("least difference inside the patch between two photos of one deal: %.2f units\n", (double)least);
    assert_true(least > 10);
    for (int i = 0; i < SPOT_PHOTOS; i++) assert_in_range(right[i], 100, 200);
}

static void the_variable_shows_the_end(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    vars_set_num(&g.k.vars, "found", 1);
    pass(&g, 40);
    assert_int_equal(state_of(&g)->mode, SPOT_MATCH);
    assert_true(g.k.e.wake > g.now + 400);
    vars_set_num(&g.k.vars, "found", 0);
    pass(&g, 40);
    assert_int_equal(state_of(&g)->mode, SPOT_ASK);
    close_game(&g);
}

static void keys_play_too(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    struct node_event key = {.kind = NODE_KEY, .item = 0, .finger = -1, .key = KEY_LEFT};
    g.n->kind->event(g.n, &g.k.e, &key, &g.k.fx);
    assert_int_equal(state_of(&g)->point, SPOT_PHOTOS - 1);
    key.key = KEY_RIGHT;
    for (int i = 0; i <= state_of(&g)->deal.right; i++) g.n->kind->event(g.n, &g.k.e, &key, &g.k.fx);
    assert_int_equal(state_of(&g)->point, state_of(&g)->deal.right);
    tap(&g, 0);
    pass(&g, 2500);
    assert_float_equal(var(&g, "found"), 1, 0);
    close_game(&g);
}

static void a_variable_answers_as_a_touch_does(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    vars_set_num(&g.k.vars, "answer", 99);
    pass(&g, 40);
    assert_int_equal(state_of(&g)->mode, SPOT_ASK);
    assert_float_equal(var(&g, "answer"), 0, 0);
    vars_set_num(&g.k.vars, "answer", state_of(&g)->deal.right + 1);
    pass(&g, 2500);
    assert_float_equal(var(&g, "found"), 1, 0);
    close_game(&g);
}

static void nothing_moves_in_reduced_motion(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    g.k.e.still = true;
    pass(&g, 40);
    assert_true(g.k.e.wake > g.now + 400);
    for (int k = 1; k <= 2; k++) {
        tap(&g, wrong_photo(&g, k) + 1);
        pass(&g, 20);
        assert_int_equal(state_of(&g)->mode, SPOT_ASK);
        assert_true(state_of(&g)->no && spot_swing(state_of(&g), &g.k.e) == 0);
        pass(&g, SPOT_NO_MS + 40);
    }
    assert_int_equal(state_of(&g)->hint, state_of(&g)->deal.right);
    tap(&g, state_of(&g)->deal.right + 1);
    pass(&g, 20);
    assert_float_equal(var(&g, "found"), 1, 0);
    pass(&g, 40);
    assert_true(g.k.e.wake > g.now + 400);
    close_game(&g);
}

/* ---- the second game: one photo of each kind */
#define KINDS \
    "  missed: missed\n  kinds-if: {round: 1}\n  kinds:\n" \
    "  - {label: Ring}\n  - {label: Dot, marks: rosettes-dots, back: rose-500}\n  - {label: Plain, marks: spots, body: \"M0 90L408 90L408 340Z\"}\n"

static void open_kinds(struct game *g) {
    open_game(g, SCENE KINDS);
    vars_set_num(&g->k.vars, "round", 1);
    pass(g, 60);
}

static void each_kind_hangs_once(void **state) {
    (void)state;
    struct game g;
    open_kinds(&g);
    const struct spot_props *p = node_props(g.n, &g.k.e);
    const struct spot_deal *d = &state_of(&g)->deal;
    bool seen[3] = {false};
    assert_true(d->of_kinds && d->photos == 3);
    for (int i = 0; i < 3; i++) {
        seen[d->kind[i]] = true;
        assert_int_equal(d->coat[i].marks, d->kind[i]);          /* as they stand in the list */
    }
    assert_true(seen[0] && seen[1] && seen[2]);
    assert_string_equal(kit_item(&g.k, "game/photo-1")->label, d->kind[0] == 0 ? "Ring" : d->kind[0] == 1 ? "Dot" : "Plain");
    assert_null(kit_item(&g.k, "game/photo-4"));
    assert_int_equal(p->kind[0].back, p->animal.back);
    assert_true(p->kind[1].back != p->animal.back && p->kind[1].flank == p->animal.flank && p->kind[1].body == p->animal.body);
    assert_string_equal(p->kind[2].body, "M0 90L408 90L408 340Z");
    vars_set_num(&g.k.vars, "round", 0);
    pass(&g, 60);
    assert_true(!d->of_kinds && d->photos == SPOT_PHOTOS && d->kind[3] == 0);
    close_game(&g);
}

static void found_names_the_kind(void **state) {
    (void)state;
    struct game g;
    int turn[4] = {0};
    open_kinds(&g);
    for (int k = 0; k < 3; k++) {
        const struct spot_deal *d = &state_of(&g)->deal;
        int kind = d->kind[d->right] + 1;
        tap(&g, (d->right + 1) % 3 + 1);
        pass(&g, SPOT_FLY_MS + 60);
        assert_float_equal(var(&g, "missed"), kind, 0);
        pass(&g, 4000);
        vars_set_num(&g.k.vars, "answer", kind);                 /* by kind, wherever it hangs */
        pass(&g, 2500);
        assert_float_equal(var(&g, "found"), kind, 0);
        assert_float_equal(var(&g, "missed"), 0, 0);
        turn[kind]++;
        vars_set_num(&g.k.vars, "deal", 1);
        pass(&g, 60);
        assert_float_equal(var(&g, "round"), 1, 0);              /* the other game's stories wait */
    }
    assert_true(turn[1] == 1 && turn[2] == 1 && turn[3] == 1);  /* each in turn */
    for (int kind = 1; kind <= 3; kind++) {
        vars_set_num(&g.k.vars, "found", kind);
        pass(&g, 40);
        const struct spot_deal *d = &state_of(&g)->deal;
        assert_int_equal(d->kind[d->right] + 1, kind);
        vars_set_num(&g.k.vars, "found", 0);
        pass(&g, 40);
    }
    close_game(&g);
}

static void every_deal_of_kinds_can_be_solved(void **state) {
    (void)state;
    const struct spot_kind KIND[3] = {{.marks = SPOTS_ROSETTES}, {.marks = SPOTS_DOTTED}, {.marks = SPOTS_PLAIN}};
    int at[3][3] = {{0}};
    for (int counter = 0; counter < 600; counter++) {
        struct spot_deal d;
        spot_deal_make(&d, counter, 3, KIND);
        at[d.kind[d.right]][d.right]++;
        assert_in_range(d.joins, 3, SPOT_JOINS);
    }
    for (int i = 0; i < 9; i++) assert_in_range(at[i / 3][i % 3], 30, 110);
}

static void authors_mistakes(void **state) {
    (void)state;
    const struct { const char *text, *said; } ROWS[] = {
        {HEAD "  photos: [{label: A}]\n" ANIMAL, "s.yaml:26:11: 'photos' has 1 entries (give 2 to 4)"},
        {HEAD PHOTOS "  animal: {body: \"hello\", " COLORS "}\n", "s.yaml:27:11: 'body' of the animal is no SVG path"},
        {HEAD PHOTOS "  animal: {body: \"M0 0\", " COLORS ", legs: [1]}\n", "s.yaml:27:11: 'legs' needs pairs"},
        {HEAD PHOTOS, "'animal'"},
        {HEAD PHOTOS ANIMAL "  kinds: [{label: A}]\n", "s.yaml:28:10: 'kinds' has 1 entries (give 2 to 4, or leave it out)"},
        {HEAD PHOTOS ANIMAL "  kinds: [{label: A}, {label: B, marks: stripes}]\n", "'marks' is 'stripes' (one of: rosettes, rosettes-dots, spots)"},
        {HEAD PHOTOS ANIMAL "  kinds: [{label: A}, {label: B, body: hello}]\n", "'body' of the animal is no SVG path"},
    };
    for (int i = 0; i < 7; i++) {
        struct kit k;
        struct kit_file f = {"scenes/s.yaml", ROWS[i].text};
        kit_open(&k, &f, 1);
        assert_null(scene_load(&k.deps, "s", &k.d));
        if (!strstr(kit_lines(&k), ROWS[i].said)) fail_msg("expected '%s', said:\n%s", ROWS[i].said, kit_lines(&k));
        kit_close(&k);
    }
}

static void memory_may_be_refused(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    kit_starve(&g.k, g.s);
    tap(&g, state_of(&g)->deal.right + 1);
    pass(&g, 900);
    kit_starve(&g.k, g.s);
    close_game(&g);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tap_on_the_right_photo), cmocka_unit_test(a_wrong_photo_says_no), cmocka_unit_test(the_patch_is_dragged),
        cmocka_unit_test(near_is_told_once), cmocka_unit_test(new_spots_come_from_the_counter), cmocka_unit_test(every_deal_can_be_solved),
        cmocka_unit_test(the_variable_shows_the_end), cmocka_unit_test(keys_play_too), cmocka_unit_test(a_variable_answers_as_a_touch_does),
        cmocka_unit_test(nothing_moves_in_reduced_motion), cmocka_unit_test(each_kind_hangs_once), cmocka_unit_test(found_names_the_kind),
        cmocka_unit_test(every_deal_of_kinds_can_be_solved),
        cmocka_unit_test(authors_mistakes), cmocka_unit_test(memory_may_be_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
