/* links: lk_scene */
/* The game of the same spots: taps, drags, misses, new spots, keys, reduced motion, and what an author may get wrong. */
#include "stage.h"
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

static const struct spot_state *state_of(const struct stage *t) { return t->n->state; }
static void tap(struct stage *t, int item) { stage_tap(t, item, (struct vec2){0, 0}); }
static int wrong_photo(const struct stage *t, int k) { return (state_of(t)->deal.right + k) % SPOT_PHOTOS; }
static struct vec2 middle(const struct stage *t, int photo) {
    struct box b = spot_photo_box(node_props(t->n, &t->k.e), &t->k.e, state_of(t)->deal.photos, photo);
    return (struct vec2){b.x + b.w / 2, b.y + b.h / 2};
}
/* Takes the patch at its middle and carries it. */
static void carry(struct stage *t, struct vec2 to) {
    struct vec2 home = spot_home(node_props(t->n, &t->k.e), &t->k.e);
    stage_tell(t, NODE_DOWN, 0, home, home);
    stage_tell(t, NODE_MOVE, 0, home, (struct vec2){(home.x + to.x) / 2, (home.y + to.y) / 2});
    stage_tell(t, NODE_MOVE, 0, home, to);
    stage_pass(t, 40);
}

static void a_tap_on_the_right_photo(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    const struct sem_item *patch = stage_item(&t, "game/patch"), *photo = stage_item(&t, "game/photo-1");
    assert_true(patch && patch->role == SEM_HANDLE && patch->drags && patch->focusable && patch->hit.w >= 81);
    assert_true(photo && photo->role == SEM_BUTTON && photo->focusable && photo->hit.w >= 81);
    assert_string_equal(photo->label, "A");
    tap(&t, state_of(&t)->deal.right + 1);
    stage_pass(&t, 200);
    assert_int_equal(state_of(&t)->mode, SPOT_FLY);
    assert_int_equal(stage_item(&t, "game/photo-1")->hit.w, 0);    /* nothing to touch while it flies */
    assert_float_equal(stage_var(&t, "found"), 0, 0);
    stage_pass(&t, 2000);
    assert_int_equal(state_of(&t)->mode, SPOT_MATCH);
    assert_float_equal(stage_var(&t, "found"), 1, 0);
    assert_null(stage_item(&t, "game/patch"));
    stage_pass(&t, 4000);
    assert_true(t.k.e.wake > t.k.e.now + 400);               /* nothing moves any more */
    stage_close(&t);
}

static void a_wrong_photo_says_no(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    tap(&t, wrong_photo(&t, 1) + 1);
    stage_pass(&t, SPOT_FLY_MS + 100);
    assert_true(state_of(&t)->no && state_of(&t)->swing == wrong_photo(&t, 1));
    assert_int_equal(state_of(&t)->look->swinging, wrong_photo(&t, 1));
    float most = 0;
    for (int i = 0; i < 20; i++) stage_pass(&t, 20), most = fmaxf(most, fabsf(spot_swing(state_of(&t), &t.k.e)));
    assert_true(most > 1.5f);
    stage_pass(&t, 1000);
    assert_int_equal(state_of(&t)->swing, -1);
    assert_int_equal(state_of(&t)->mode, SPOT_ASK);
    tap(&t, wrong_photo(&t, 2) + 1);
    stage_pass(&t, SPOT_FLY_MS + SPOT_NO_MS + 200);
    assert_int_equal(state_of(&t)->swing, state_of(&t)->deal.right);    /* the second miss: it shows itself */
    assert_false(state_of(&t)->no);
    stage_pass(&t, 8000);
    assert_int_equal(state_of(&t)->swing, -1);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    assert_float_equal(stage_var(&t, "found"), 0, 0);
    stage_close(&t);
}

static void the_patch_is_dragged(void **state) {
    (void)state;
    struct stage t;
    struct vec2 sky = {1800, 60};
    stage_open(&t, NULL, SCENE);
    carry(&t, middle(&t, wrong_photo(&t, 1)));
    assert_int_equal(state_of(&t)->mode, SPOT_HELD);
    assert_non_null(stage_item(&t, "game/patch"));           /* stays: else the finger would lose it */
    stage_tell(&t, NODE_UP, 0, sky, sky);
    stage_pass(&t, 2000);
    assert_int_equal(state_of(&t)->misses, 1);
    carry(&t, sky);
    stage_tell(&t, NODE_UP, 0, sky, sky);                    /* nowhere: it glides home, that is no miss */
    stage_pass(&t, 2000);
    assert_int_equal(state_of(&t)->misses, 1);
    carry(&t, middle(&t, state_of(&t)->deal.right));
    stage_tell(&t, NODE_CANCEL, 0, sky, sky);                /* a lost finger answers nothing */
    stage_pass(&t, 2000);
    assert_float_equal(stage_var(&t, "found"), 0, 0);
    carry(&t, middle(&t, state_of(&t)->deal.right));
    stage_tell(&t, NODE_UP, 0, sky, sky);
    stage_pass(&t, 2000);
    assert_float_equal(stage_var(&t, "found"), 1, 0);
    stage_close(&t);
}

static void near_is_told_once(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    const struct spot_props *p = node_props(t.n, &t.k.e);
    struct vec2 there = spot_on(spot_hang_of(p, &t.k.e, state_of(&t)->deal.photos, state_of(&t)->deal.right), p->photo_w, state_of(&t)->deal.crop);
    carry(&t, (struct vec2){there.x + 70, there.y});
    int64_t since = state_of(&t)->near_at;
    assert_true(state_of(&t)->near);
    stage_tell(&t, NODE_MOVE, 0, spot_home(p, &t.k.e), there);
    stage_pass(&t, 100);
    assert_true(state_of(&t)->near && state_of(&t)->near_at == since);
    stage_tell(&t, NODE_MOVE, 0, spot_home(p, &t.k.e), (struct vec2){there.x + 400, there.y});
    stage_pass(&t, 20);
    assert_false(state_of(&t)->near);
    stage_close(&t);
}

static void new_spots_come_from_the_counter(void **state) {
    (void)state;
    struct stage t;
    struct spot_deal first, again;
    stage_open(&t, NULL, SCENE);
    first = state_of(&t)->deal;
    stage_set(&t, "deal", 1);
    stage_pass(&t, 60);
    assert_float_equal(stage_var(&t, "counter"), 6, 0);
    assert_float_equal(stage_var(&t, "deal"), 0, 0);
    assert_float_equal(stage_var(&t, "round"), 0, 0);        /* nothing was found: the same story waits */
    for (int i = 0; i < SPOT_PHOTOS; i++)
        assert_true(spots_distance(&first.coat[i], &state_of(&t)->deal.coat[i], (struct vec2){0, 0}, 0) > 9);
    for (int k = 1; k <= 2; k++) {
        tap(&t, state_of(&t)->deal.right + 1);
        stage_pass(&t, 2500);
        stage_set(&t, "deal", 1);
        stage_pass(&t, 60);
        assert_float_equal(stage_var(&t, "found"), 0, 0);
        assert_float_equal(stage_var(&t, "round"), (k % 2), 0);
        assert_int_equal(state_of(&t)->mode, SPOT_ASK);
    }
    stage_set(&t, "counter", 5);                             /* a replay: the same animals */
    stage_pass(&t, 60);
    again = state_of(&t)->deal;
    assert_int_equal(again.right, first.right);
    assert_memory_equal(again.seed, first.seed, sizeof first.seed);
    assert_memory_equal(again.coat, first.coat, sizeof first.coat);
    stage_close(&t);
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
    struct stage t;
    stage_open(&t, NULL, SCENE);
    stage_set(&t, "found", 1);
    stage_pass(&t, 40);
    assert_int_equal(state_of(&t)->mode, SPOT_MATCH);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    stage_set(&t, "found", 0);
    stage_pass(&t, 40);
    assert_int_equal(state_of(&t)->mode, SPOT_ASK);
    stage_close(&t);
}

static void keys_play_too(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    stage_key(&t, 0, KEY_LEFT);
    assert_int_equal(state_of(&t)->point, SPOT_PHOTOS - 1);
    for (int i = 0; i <= state_of(&t)->deal.right; i++) stage_key(&t, 0, KEY_RIGHT);
    assert_int_equal(state_of(&t)->point, state_of(&t)->deal.right);
    tap(&t, 0);
    stage_pass(&t, 2500);
    assert_float_equal(stage_var(&t, "found"), 1, 0);
    stage_close(&t);
}

static void a_variable_answers_as_a_touch_does(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    stage_set(&t, "answer", 99);
    stage_pass(&t, 40);
    assert_int_equal(state_of(&t)->mode, SPOT_ASK);
    assert_float_equal(stage_var(&t, "answer"), 0, 0);
    stage_set(&t, "answer", state_of(&t)->deal.right + 1);
    stage_pass(&t, 2500);
    assert_float_equal(stage_var(&t, "found"), 1, 0);
    stage_close(&t);
}

static void nothing_moves_in_reduced_motion(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    t.k.e.still = true;
    stage_pass(&t, 40);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    for (int k = 1; k <= 2; k++) {
        tap(&t, wrong_photo(&t, k) + 1);
        stage_pass(&t, 20);
        assert_int_equal(state_of(&t)->mode, SPOT_ASK);
        assert_true(state_of(&t)->no && spot_swing(state_of(&t), &t.k.e) == 0);
        stage_pass(&t, SPOT_NO_MS + 40);
    }
    assert_int_equal(state_of(&t)->hint, state_of(&t)->deal.right);
    tap(&t, state_of(&t)->deal.right + 1);
    stage_pass(&t, 20);
    assert_float_equal(stage_var(&t, "found"), 1, 0);
    stage_pass(&t, 40);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    stage_close(&t);
}

/* ---- the second game: one photo of each kind */
#define KINDS \
    "  missed: missed\n  kinds-if: {round: 1}\n  kinds:\n" \
    "  - {label: Ring}\n  - {label: Dot, marks: rosettes-dots, back: rose-500}\n  - {label: Plain, marks: spots, body: \"M0 90L408 90L408 340Z\"}\n"

static void open_kinds(struct stage *t) {
    stage_open(t, NULL, SCENE KINDS);
    stage_set(t, "round", 1);
    stage_pass(t, 60);
}

static void each_kind_hangs_once(void **state) {
    (void)state;
    struct stage t;
    open_kinds(&t);
    const struct spot_props *p = node_props(t.n, &t.k.e);
    const struct spot_deal *d = &state_of(&t)->deal;
    bool seen[3] = {false};
    assert_true(d->of_kinds && d->photos == 3);
    for (int i = 0; i < 3; i++) {
        seen[d->kind[i]] = true;
        assert_int_equal(d->coat[i].marks, d->kind[i]);      /* as they stand in the list */
    }
    assert_true(seen[0] && seen[1] && seen[2]);
    assert_string_equal(stage_item(&t, "game/photo-1")->label, d->kind[0] == 0 ? "Ring" : d->kind[0] == 1 ? "Dot" : "Plain");
    assert_null(stage_item(&t, "game/photo-4"));
    assert_int_equal(p->kind[0].back, p->animal.back);
    assert_true(p->kind[1].back != p->animal.back && p->kind[1].flank == p->animal.flank && p->kind[1].body == p->animal.body);
    assert_string_equal(p->kind[2].body, "M0 90L408 90L408 340Z");
    stage_set(&t, "round", 0);
    stage_pass(&t, 60);
    assert_true(!d->of_kinds && d->photos == SPOT_PHOTOS && d->kind[3] == 0);
    stage_close(&t);
}

static void found_names_the_kind(void **state) {
    (void)state;
    struct stage t;
    int turn[4] = {0};
    open_kinds(&t);
    for (int k = 0; k < 3; k++) {
        const struct spot_deal *d = &state_of(&t)->deal;
        int kind = d->kind[d->right] + 1;
        tap(&t, (d->right + 1) % 3 + 1);
        stage_pass(&t, SPOT_FLY_MS + 60);
        assert_float_equal(stage_var(&t, "missed"), kind, 0);
        stage_pass(&t, 4000);
        stage_set(&t, "answer", kind);                       /* by kind, wherever it hangs */
        stage_pass(&t, 2500);
        assert_float_equal(stage_var(&t, "found"), kind, 0);
        assert_float_equal(stage_var(&t, "missed"), 0, 0);
        turn[kind]++;
        stage_set(&t, "deal", 1);
        stage_pass(&t, 60);
        assert_float_equal(stage_var(&t, "round"), 1, 0);    /* the other game's stories wait */
    }
    assert_true(turn[1] == 1 && turn[2] == 1 && turn[3] == 1);    /* each in turn */
    for (int kind = 1; kind <= 3; kind++) {
        stage_set(&t, "found", kind);
        stage_pass(&t, 40);
        const struct spot_deal *d = &state_of(&t)->deal;
        assert_int_equal(d->kind[d->right] + 1, kind);
        stage_set(&t, "found", 0);
        stage_pass(&t, 40);
    }
    stage_close(&t);
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
    static const struct mistake rows[] = {
        {HEAD "  photos: [{label: A}]\n" ANIMAL, "s.yaml:26:11: 'photos' has 1 entries (give 2 to 4)"},
        {HEAD PHOTOS "  animal: {body: \"hello\", " COLORS "}\n", "s.yaml:27:11: 'body' of the animal is no SVG path"},
        {HEAD PHOTOS "  animal: {body: \"M0 0\", " COLORS ", legs: [1]}\n", "s.yaml:27:11: 'legs' needs pairs"},
        {HEAD PHOTOS, "'animal'"},
        {HEAD PHOTOS ANIMAL "  kinds: [{label: A}]\n", "s.yaml:28:10: 'kinds' has 1 entries (give 2 to 4, or leave it out)"},
        {HEAD PHOTOS ANIMAL "  kinds: [{label: A}, {label: B, marks: stripes}]\n", "'marks' is 'stripes' (one of: rosettes, rosettes-dots, spots)"},
        {HEAD PHOTOS ANIMAL "  kinds: [{label: A}, {label: B, body: hello}]\n", "'body' of the animal is no SVG path"},
    };
    STAGE_MISTAKES(NULL, rows);
}

static void memory_may_be_refused(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, NULL, SCENE);
    stage_starve(&t);
    tap(&t, state_of(&t)->deal.right + 1);
    stage_pass(&t, 900);
    stage_starve(&t);
    stage_close(&t);
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
