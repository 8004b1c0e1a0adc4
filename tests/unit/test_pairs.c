/* links: lk_scene */
/* The game of pairs: taps, threads, misses, new animals, variables, reduced motion, and what an author may get wrong. */
#include "data_kit.h"
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

struct game { struct kit k; struct kit_file file; struct scene *s; struct node *n; int64_t now; };

static void pass(struct game *g, int ms) {
    for (int t = 0; t < ms; t += 20) {
        g->k.e.t += .02;
        kit_at(&g->k, g->s, g->now += 20);
    }
}
static void open_game(struct game *g, const char *text) {
    g->file = (struct kit_file){"scenes/s.yaml", text};
    kit_open(&g->k, &g->file, 1);
    g->s = kit_scene(&g->k, "s");
    g->n = scene_node(g->s, "game");
    g->now = 1000;
    kit_at(&g->k, g->s, g->now);
    pass(g, 2000);
}
static void close_game(struct game *g) {
    scene_free(g->s);
    kit_close(&g->k);
}
static double var(struct game *g, const char *name) { return vars_num(&g->k.vars, name, -1); }
static const struct pairs_state *state_of(const struct game *g) { return g->n->state; }
static void tap(struct game *g, int item) {
    struct vec2 at = {0, 0};
    kit_tell(&g->k, g->n, NODE_DOWN, item, at, at);
    kit_tell(&g->k, g->n, NODE_UP, item, at, at);
    kit_tell(&g->k, g->n, NODE_ACTIVATE, item, at, at);
}
static struct vec2 middle(const struct game *g, int photo) {
    struct box b = pairs_box(g->n, &g->k.e, photo);
    return (struct vec2){b.x + b.w / 2, b.y + b.h / 2};
}
static int single(const struct game *g, int side) {
    for (int i = side * 3; i < side * 3 + 3; i++)
        if (state_of(g)->deal.pair[i] < 0) return i;
    return -1;
}
/* Draws a thread from a photo to a place and lets go there. */
static void pull(struct game *g, int photo, struct vec2 to, enum node_event_kind end) {
    struct vec2 from = middle(g, photo);
    kit_tell(&g->k, g->n, NODE_DOWN, photo, from, from);
    kit_tell(&g->k, g->n, NODE_MOVE, photo, from, (struct vec2){(from.x + to.x) / 2, from.y + 60});
    kit_tell(&g->k, g->n, NODE_MOVE, photo, from, to);
    pass(g, 100);
    kit_tell(&g->k, g->n, end, photo, from, to);
}

static void two_touches_join_a_pair(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    const struct sem_item *it = kit_item(&g.k, "game/photo-4");
    assert_true(it && it->role == SEM_BUTTON && it->focusable && it->hit.w >= 81);
    assert_string_equal(it->label, "Photo 1 from there");
    const int *twins = state_of(&g)->deal.photo[0];
    tap(&g, twins[1]);
    pass(&g, 200);
    assert_int_equal(state_of(&g)->chosen, twins[1]);
    tap(&g, twins[0]);
    assert_int_equal(state_of(&g)->joined, 1);
    assert_float_equal(var(&g, "joined"), 0, 0);                  /* the thread still runs */
    pass(&g, 600);
    assert_float_equal(var(&g, "joined"), 1, 0);
    assert_float_equal(var(&g, "animals"), 5, 0);
    it = kit_item(&g.k, arena_printf(&g.k.a, "game/photo-%d", twins[0] + 1));
    assert_true(it && it->role == SEM_PICTURE && it->hit.w == 0);
    tap(&g, twins[0]);                                            /* nothing more to do with it */
    assert_int_equal(state_of(&g)->chosen, -1);
    pass(&g, 6000);
    assert_true(g.k.e.wake > g.now + 400);
    close_game(&g);
}

static void others_do_not_join(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    const struct pairs_deal *d = &state_of(&g)->deal;
    tap(&g, 0);
    tap(&g, 1);                                                   /* the same side: looked at instead */
    assert_int_equal(state_of(&g)->chosen, 1);
    tap(&g, 1);
    assert_int_equal(state_of(&g)->chosen, -1);
    tap(&g, single(&g, 0));
    tap(&g, single(&g, 1));                                       /* both single, but two animals */
    assert_int_equal(state_of(&g)->joined, 0);
    assert_int_equal(state_of(&g)->misses, 1);
    assert_int_equal(state_of(&g)->hint, -1);
    tap(&g, d->photo[0][0]);
    tap(&g, d->photo[1][1]);
    assert_int_equal(state_of(&g)->hint, 0);                      /* the second miss: a pair shows itself */
    pass(&g, 8000);
    assert_true(g.k.e.wake > g.now + 400);
    assert_float_equal(var(&g, "joined"), 0, 0);
    close_game(&g);
}

static void a_thread_is_drawn(void **state) {
    (void)state;
    struct game g;
    struct vec2 sky = {960, 30};
    open_game(&g, SCENE);
    const struct pairs_deal *d = &state_of(&g)->deal;
    pull(&g, d->photo[0][0], sky, NODE_UP);
    assert_true(state_of(&g)->fell == d->photo[0][0] && state_of(&g)->chosen == -1 && state_of(&g)->misses == 0);
    pull(&g, d->photo[0][0], middle(&g, d->photo[0][1]), NODE_CANCEL);    /* a lost finger joins nothing */
    assert_int_equal(state_of(&g)->joined, 0);
    pull(&g, d->photo[0][0], middle(&g, single(&g, 1)), NODE_UP);
    assert_int_equal(state_of(&g)->misses, 1);
    pull(&g, d->photo[0][1], middle(&g, d->photo[0][0]), NODE_UP);
    pull(&g, d->photo[1][0], middle(&g, d->photo[1][1]), NODE_UP);
    pass(&g, 600);
    assert_float_equal(var(&g, "joined"), 2, 0);
    assert_float_equal(var(&g, "animals"), 4, 0);
    close_game(&g);
}

static void new_animals_come_from_the_counter(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    struct pairs_deal first = state_of(&g)->deal;
    tap(&g, first.photo[1][0]);
    tap(&g, first.photo[1][1]);
    pass(&g, 600);
    vars_set_num(&g.k.vars, "deal", 1);
    pass(&g, 60);
    assert_float_equal(var(&g, "counter"), 4, 0);
    assert_float_equal(var(&g, "deal"), 0, 0);
    assert_float_equal(var(&g, "joined"), 0, 0);
    assert_float_equal(var(&g, "animals"), 6, 0);
    assert_memory_not_equal(first.coat, state_of(&g)->deal.coat, sizeof first.coat);
    vars_set_num(&g.k.vars, "counter", 3);
    pass(&g, 60);
    assert_memory_equal(first.coat, state_of(&g)->deal.coat, sizeof first.coat);
    close_game(&g);
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
    struct game g;
    open_game(&g, SCENE);
    vars_set_num(&g.k.vars, "joined", 2);
    pass(&g, 60);
    assert_int_equal(state_of(&g)->joined, 2);
    assert_float_equal(var(&g, "animals"), 4, 0);
    vars_set_num(&g.k.vars, "joined", 0);
    pass(&g, 60);
    assert_int_equal(state_of(&g)->joined, 0);
    assert_float_equal(var(&g, "animals"), 6, 0);
    close_game(&g);
}

static void nothing_moves_in_reduced_motion(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    g.k.e.still = true;
    pass(&g, 40);
    assert_true(g.k.e.wake > g.now + 400);
    const struct pairs_deal *d = &state_of(&g)->deal;
    tap(&g, single(&g, 0));
    tap(&g, d->photo[0][1]);
    pass(&g, 20);
    assert_true(g.k.e.wake > g.now + 400 && g.k.e.wake < g.now + PAIRS_NO_MS + 40);   /* both stay near, then go back */
    tap(&g, d->photo[0][0]);
    tap(&g, d->photo[0][1]);
    pass(&g, 20);
    assert_float_equal(var(&g, "joined"), 1, 0);
    close_game(&g);
}

static void low_and_mirrored(void **state) {
    (void)state;
    struct game g;
    open_game(&g, SCENE);
    struct box up = pairs_box(g.n, &g.k.e, 0);
    g.k.e.low_reach = true;
    struct box low = pairs_box(g.n, &g.k.e, 0);
    assert_true(up.y < 540 && low.y > 632);
    g.k.e.rtl = true;
    struct box right = pairs_box(g.n, &g.k.e, 0);
    assert_float_equal(right.x + right.w, 1920 - low.x, .5);
    close_game(&g);
}

static void authors_mistakes(void **state) {
    (void)state;
    const struct { const char *text, *said; } ROWS[] = {
        {HEAD "  pairs: 3\n  singles: 2\n" SIDES ANIMAL, "s.yaml:19:12: 3 pairs and 2 singles are too many (4 photos a side at most)"},
        {HEAD "  singles: 2\n" SIDES ANIMAL, "places of side 'first' do not fit its 4 photos (write x, y for each)"},
        {HEAD SIDES "  animal: {body: \"hello\", " COLORS "}\n", "'body' of the animal is no SVG path"},
        {HEAD SIDES, "'animal'"},
    };
    for (int i = 0; i < 4; i++) {
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
    tap(&g, state_of(&g)->deal.photo[0][0]);
    tap(&g, state_of(&g)->deal.photo[0][1]);
    pass(&g, 900);
    kit_starve(&g.k, g.s);
    close_game(&g);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_touches_join_a_pair), cmocka_unit_test(others_do_not_join), cmocka_unit_test(a_thread_is_drawn),
        cmocka_unit_test(new_animals_come_from_the_counter), cmocka_unit_test(every_deal_can_be_solved), cmocka_unit_test(the_variable_shows_the_end),
        cmocka_unit_test(nothing_moves_in_reduced_motion), cmocka_unit_test(low_and_mirrored), cmocka_unit_test(authors_mistakes),
        cmocka_unit_test(memory_may_be_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
