/* links: lk_scene */
/* The game of pairs: taps, threads, misses, new animals, variables, reduced motion, and what an author may get wrong. */
#include "stage.h"
#include <scene/pairs.h>

#define HEAD \
    "format: 1\ntitle: T\ntemplate: stage\n" \
    "variables:\n- {name: counter, value: 3}\n- {name: joined, value: 0}\n- {name: deal, value: 0}\n- {name: animals, value: 6}\n" \
    "elements:\n- kind: pairs\n  id: game\n  at: [0, 0]\n  size: [1920, 952]\n  counter: counter\n  joined: joined\n  deal: deal\n  animals: animals\n"
#define SIDES \
    "  first: {label: \"Photo {number} from here\", at: [203, 258, 439, 272, 675, 280], low-at: [203, 650, 439, 650, 675, 650]}\n" \
    "  second: {label: \"Photo {number} from there\", at: [1245, 280, 1481, 272, 1717, 258], low-at: [1245, 650, 1481, 650, 1717, 650]}\n"
#define COLORS "back: snow, flank: snow, belly: snow, foot: snow, mark: spruce-950, core: rose-500"
#define ANIMAL "  animal: {body: \"M0 60L408 60L408 340L0 340Z\", " COLORS ", legs: [10, 100], fringe: [120, 270, 266]}\n"
#define SCENE HEAD SIDES ANIMAL

static void begin(struct stage *t) {
    stage_open(t, NULL, SCENE);
    stage_pass(t, 2000);
}
static const struct pairs_state *state_of(const struct stage *t) { return t->n->state; }
static void tap(struct stage *t, int item) { stage_tap(t, item, (struct vec2){0, 0}); }
static struct vec2 middle(const struct stage *t, int photo) {
    struct box b = pairs_box(t->n, &t->k.e, photo);
    return (struct vec2){b.x + b.w / 2, b.y + b.h / 2};
}
static int single(const struct stage *t, int side) {
    for (int i = side * 3; i < side * 3 + 3; i++)
        if (state_of(t)->deal.pair[i] < 0) return i;
    return -1;
}
/* Draws a thread from a photo to a place and lets go there. */
static void pull(struct stage *t, int photo, struct vec2 to, enum node_event_kind end) {
    struct vec2 from = middle(t, photo);
    stage_tell(t, NODE_DOWN, photo, from, from);
    stage_tell(t, NODE_MOVE, photo, from, (struct vec2){(from.x + to.x) / 2, from.y + 60});
    stage_tell(t, NODE_MOVE, photo, from, to);
    stage_pass(t, 100);
    stage_tell(t, end, photo, from, to);
}

static void two_touches_join_a_pair(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    const struct sem_item *it = stage_item(&t, "game/photo-4");
    assert_true(it && it->role == SEM_BUTTON && it->focusable && it->hit.w >= 81);
    assert_string_equal(it->label, "Photo 1 from there");
    const int *twins = state_of(&t)->deal.photo[0];
    tap(&t, twins[1]);
    stage_pass(&t, 200);
    assert_int_equal(state_of(&t)->chosen, twins[1]);
    tap(&t, twins[0]);
    assert_int_equal(state_of(&t)->joined, 1);
    assert_float_equal(stage_var(&t, "joined"), 0, 0);            /* the thread still runs */
    stage_pass(&t, 600);
    assert_float_equal(stage_var(&t, "joined"), 1, 0);
    assert_float_equal(stage_var(&t, "animals"), 5, 0);
    it = stage_item(&t, arena_printf(&t.k.a, "game/photo-%d", twins[0] + 1));
    assert_true(it && it->role == SEM_PICTURE && it->hit.w == 0);
    tap(&t, twins[0]);                                            /* nothing more to do with it */
    assert_int_equal(state_of(&t)->chosen, -1);
    stage_pass(&t, 6000);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    stage_close(&t);
}

static void others_do_not_join(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    const struct pairs_deal *d = &state_of(&t)->deal;
    tap(&t, 0);
    tap(&t, 1);                                                   /* the same side: looked at instead */
    assert_int_equal(state_of(&t)->chosen, 1);
    tap(&t, 1);
    assert_int_equal(state_of(&t)->chosen, -1);
    tap(&t, single(&t, 0));
    tap(&t, single(&t, 1));                                       /* both single, but two animals */
    assert_int_equal(state_of(&t)->joined, 0);
    assert_int_equal(state_of(&t)->misses, 1);
    assert_int_equal(state_of(&t)->hint, -1);
    tap(&t, d->photo[0][0]);
    tap(&t, d->photo[1][1]);
    assert_int_equal(state_of(&t)->hint, 0);                      /* the second miss: a pair shows itself */
    stage_pass(&t, 8000);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    assert_float_equal(stage_var(&t, "joined"), 0, 0);
    stage_close(&t);
}

static void a_thread_is_drawn(void **state) {
    (void)state;
    struct stage t;
    struct vec2 sky = {960, 30};
    begin(&t);
    const struct pairs_deal *d = &state_of(&t)->deal;
    pull(&t, d->photo[0][0], sky, NODE_UP);
    assert_true(state_of(&t)->fell == d->photo[0][0] && state_of(&t)->chosen == -1 && state_of(&t)->misses == 0);
    pull(&t, d->photo[0][0], middle(&t, d->photo[0][1]), NODE_CANCEL);    /* a lost finger joins nothing */
    assert_int_equal(state_of(&t)->joined, 0);
    pull(&t, d->photo[0][0], middle(&t, single(&t, 1)), NODE_UP);
    assert_int_equal(state_of(&t)->misses, 1);
    pull(&t, d->photo[0][1], middle(&t, d->photo[0][0]), NODE_UP);
    pull(&t, d->photo[1][0], middle(&t, d->photo[1][1]), NODE_UP);
    stage_pass(&t, 600);
    assert_float_equal(stage_var(&t, "joined"), 2, 0);
    assert_float_equal(stage_var(&t, "animals"), 4, 0);
    stage_close(&t);
}

static void new_animals_come_from_the_counter(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    struct pairs_deal first = state_of(&t)->deal;
    tap(&t, first.photo[1][0]);
    tap(&t, first.photo[1][1]);
    stage_pass(&t, 600);
    stage_set(&t, "deal", 1);
    stage_pass(&t, 60);
    assert_float_equal(stage_var(&t, "counter"), 4, 0);
    assert_float_equal(stage_var(&t, "deal"), 0, 0);
    assert_float_equal(stage_var(&t, "joined"), 0, 0);
    assert_float_equal(stage_var(&t, "animals"), 6, 0);
    assert_memory_not_equal(first.coat, state_of(&t)->deal.coat, sizeof first.coat);
    stage_set(&t, "counter", 3);
    stage_pass(&t, 60);
    assert_memory_equal(first.coat, state_of(&t)->deal.coat, sizeof first.coat);
    stage_close(&t);
}

static void every_deal_can_be_solved(void **state) {
    (void)state;
    float least = 99;
    for (int counter = 0; counter < 400; counter++) {
        struct pairs_deal d;
        pairs_deal_make(&d, counter, 2, 1);
        for (int a = 0; a < 3; a++)
            for (int b = 3; b < 6; b++) {
                float far = spots_distance(&d.coat[a], &d.coat[b], (struct vec2){0, 0}, 0);
                if (d.pair[a] >= 0 && d.pair[a] == d.pair[b]) assert_float_equal(far, 0, 0);
                else least = fminf(least, far);
            }
        for (int k = 0; k < 2; k++) assert_true(d.pair[d.photo[k][0]] == k && d.pair[d.photo[k][1]] == k && d.photo[k][0] < 3 && d.photo[k][1] >= 3);
    }
    print_message("least difference between two animals of one deal: %.2f units\n", (double)least);
    assert_true(least > 9);
}

static void the_variable_shows_the_end(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    stage_set(&t, "joined", 2);
    stage_pass(&t, 60);
    assert_int_equal(state_of(&t)->joined, 2);
    assert_float_equal(stage_var(&t, "animals"), 4, 0);
    stage_set(&t, "joined", 0);
    stage_pass(&t, 60);
    assert_int_equal(state_of(&t)->joined, 0);
    assert_float_equal(stage_var(&t, "animals"), 6, 0);
    stage_close(&t);
}

static void nothing_moves_in_reduced_motion(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    t.k.e.still = true;
    stage_pass(&t, 40);
    assert_true(t.k.e.wake > t.k.e.now + 400);
    const struct pairs_deal *d = &state_of(&t)->deal;
    tap(&t, single(&t, 0));
    tap(&t, d->photo[0][1]);
    stage_pass(&t, 20);
    assert_true(t.k.e.wake > t.k.e.now + 400 && t.k.e.wake < t.k.e.now + PAIRS_NO_MS + 40);    /* both stay near, then go back */
    tap(&t, d->photo[0][0]);
    tap(&t, d->photo[0][1]);
    stage_pass(&t, 20);
    assert_float_equal(stage_var(&t, "joined"), 1, 0);
    stage_close(&t);
}

static void low_and_mirrored(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    struct box up = pairs_box(t.n, &t.k.e, 0);
    t.k.e.low_reach = true;
    struct box low = pairs_box(t.n, &t.k.e, 0);
    assert_true(up.y < 540 && low.y > 632);
    t.k.e.rtl = true;
    struct box right = pairs_box(t.n, &t.k.e, 0);
    assert_float_equal(right.x + right.w, 1920 - low.x, .5);
    stage_close(&t);
}

static void authors_mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {HEAD "  pairs: 3\n  singles: 2\n" SIDES ANIMAL, "s.yaml:19:12: 3 pairs and 2 singles are too many (4 photos a side at most)"},
        {HEAD "  singles: 2\n" SIDES ANIMAL, "places of side 'first' do not fit its 4 photos (write x, y for each)"},
        {HEAD SIDES "  animal: {body: \"hello\", " COLORS "}\n", "'body' of the animal is no SVG path"},
        {HEAD SIDES, "'animal'"},
    };
    STAGE_MISTAKES(NULL, rows);
}

static void memory_may_be_refused(void **state) {
    (void)state;
    struct stage t;
    begin(&t);
    stage_starve(&t);
    tap(&t, state_of(&t)->deal.photo[0][0]);
    tap(&t, state_of(&t)->deal.photo[0][1]);
    stage_pass(&t, 900);
    stage_starve(&t);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_touches_join_a_pair), cmocka_unit_test(others_do_not_join), cmocka_unit_test(a_thread_is_drawn),
        cmocka_unit_test(new_animals_come_from_the_counter), cmocka_unit_test(every_deal_can_be_solved), cmocka_unit_test(the_variable_shows_the_end),
        cmocka_unit_test(nothing_moves_in_reduced_motion), cmocka_unit_test(low_and_mirrored), cmocka_unit_test(authors_mistakes),
        cmocka_unit_test(memory_may_be_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
