/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene_kit.h"

/* A kind that writes down what it is told. */
struct told { enum node_event_kind kind; int item; bool inside; };
static struct told log_[64];
static int nlog;
static void note(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    (void)n, (void)e, (void)fx;
    if (nlog < 64) log_[nlog++] = (struct told){ev->kind, ev->item, ev->inside};
}
static int count(enum node_event_kind kind) {
    int c = 0;
    for (int i = 0; i < nlog; i++) c += log_[i].kind == kind;
    return c;
}
static const struct element_kind PLAIN = {.name = "plain", .event = note}, MULTI = {.name = "multi", .event = note, .multi = true},
                                 SILENT = {.name = "silent"};

struct hall { struct kit k; struct route r; struct node a, b; };

static struct sem_item item(struct node *n, const char *id, int i, struct box hit) {
    return (struct sem_item){.id = id, .role = SEM_BUTTON, .box = hit, .hit = hit, .focusable = true, .node = n, .item = i};
}
static void enter(struct hall *h) {
    kit_open(&h->k, NULL, 0);
    route_init(&h->r);
    h->a = (struct node){.kind = &PLAIN, .pressed = -1, .focused = -1};
    h->b = h->a;
    sem_begin(&h->k.sem, &h->k.a);
    struct sem_item a = item(&h->a, "a", 0, (struct box){0, 0, 200, 100}), b = item(&h->b, "b", 0, (struct box){300, 0, 200, 100});
    sem_add(&h->k.sem, &a);
    sem_add(&h->k.sem, &b);
    nlog = 0;
}
static bool touch(struct hall *h, enum ui_kind kind, int finger, float x, float y) {
    struct ui_event ev = {.kind = kind, .finger = finger, .at = {x, y}};
    return route_event(&h->r, &ev, &h->k.sem, &h->k.e, &h->k.fx);
}
static bool press_key(struct hall *h, enum ui_key key) {
    struct ui_event ev = {.kind = UI_KEY, .key = key};
    return route_event(&h->r, &ev, &h->k.sem, &h->k.e, &h->k.fx);
}

static void tap_acts_once(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    assert_true(touch(&h, UI_DOWN, 0, 20, 20));
    assert_int_equal(h.a.pressed, 0);
    assert_int_equal(count(NODE_ACTIVATE), 0);      /* on release, not on touch */
    assert_true(touch(&h, UI_MOVE, 0, 150, 60));    /* a child's finger slides: still a tap */
    assert_true(touch(&h, UI_UP, 0, 150, 60));
    assert_int_equal(count(NODE_ACTIVATE), 1);
    assert_int_equal(h.a.pressed, -1);
    assert_false(h.r.touched);
    assert_false(touch(&h, UI_UP, 0, 150, 60));     /* a second UP is nobody's */
    assert_int_equal(count(NODE_ACTIVATE), 1);
    kit_close(&h.k);
}

static void sliding_off_cancels(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    touch(&h, UI_DOWN, 0, 20, 20);
    touch(&h, UI_MOVE, 0, 250, 20);
    assert_int_equal(h.a.pressed, -1);
    touch(&h, UI_MOVE, 0, 20, 20);
    assert_int_equal(h.a.pressed, 0);               /* back inside: pressed again */
    touch(&h, UI_MOVE, 0, 350, 20);                 /* over b, which must not react */
    assert_int_equal(h.b.pressed, -1);
    touch(&h, UI_UP, 0, 350, 20);
    assert_int_equal(count(NODE_ACTIVATE), 0);
    assert_int_equal(count(NODE_UP), 1);
    assert_false(log_[nlog - 1].inside);
    kit_close(&h.k);
}

static void dragging(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    h.k.sem.v[0].drags = true;
    touch(&h, UI_DOWN, 0, 20, 20);
    touch(&h, UI_MOVE, 0, 28, 26);                  /* 10 units: inside the slop */
    assert_false(h.r.fingers[0].dragged);
    touch(&h, UI_MOVE, 0, 40, 20);
    assert_true(h.r.fingers[0].dragged);
    touch(&h, UI_MOVE, 0, 900, 900);
    assert_int_equal(h.a.pressed, 0);               /* captured: it keeps the finger */
    touch(&h, UI_UP, 0, 30, 20);
    assert_int_equal(count(NODE_ACTIVATE), 0);      /* a drag is no tap, even back inside */
    assert_int_equal(count(NODE_UP), 1);
    nlog = 0;
    touch(&h, UI_DOWN, 0, 20, 20);
    touch(&h, UI_UP, 0, 24, 20);
    assert_int_equal(count(NODE_ACTIVATE), 1);      /* but its tap is */
    kit_close(&h.k);
}

static void two_fingers_one_control(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    touch(&h, UI_DOWN, 0, 20, 20);
    assert_true(touch(&h, UI_DOWN, 1, 60, 20));     /* not nothing, but dead */
    assert_int_equal(count(NODE_DOWN), 1);
    touch(&h, UI_UP, 1, 60, 20);
    assert_int_equal(count(NODE_ACTIVATE), 0);
    assert_int_equal(h.a.pressed, 0);
    assert_true(touch(&h, UI_DOWN, 2, 320, 20));    /* another control is free */
    touch(&h, UI_UP, 2, 320, 20);
    assert_int_equal(count(NODE_ACTIVATE), 1);
    touch(&h, UI_UP, 0, 20, 20);
    assert_int_equal(count(NODE_ACTIVATE), 2);
    kit_close(&h.k);
}

static void two_parts_of_one_element(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    struct sem_item knob = item(&h.a, "a/knob", 1, (struct box){0, 200, 100, 100}), end = item(&h.a, "a/end", 2, (struct box){200, 200, 100, 100});
    knob.drags = true;
    sem_add(&h.k.sem, &knob);
    sem_add(&h.k.sem, &end);
    touch(&h, UI_DOWN, 0, 50, 250);
    touch(&h, UI_DOWN, 1, 250, 250);                /* the slider is being dragged */
    assert_int_equal(count(NODE_DOWN), 1);
    h.a.kind = &MULTI;
    touch(&h, UI_UP, 1, 250, 250);
    touch(&h, UI_DOWN, 1, 250, 250);
    assert_int_equal(count(NODE_DOWN), 2);          /* unless it is made for several */
    kit_close(&h.k);
}

static void cancel_never_acts(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    touch(&h, UI_DOWN, 0, 20, 20);
    touch(&h, UI_CANCEL, 0, 20, 20);
    assert_int_equal(h.a.pressed, -1);
    assert_int_equal(count(NODE_CANCEL), 1);
    assert_int_equal(count(NODE_ACTIVATE) + count(NODE_UP), 0);
    assert_false(h.r.touched);
    nlog = 0;
    touch(&h, UI_DOWN, 0, 20, 20);
    route_drop(&h.r, &h.k.e, &h.k.fx);              /* the scene goes */
    assert_int_equal(count(NODE_CANCEL), 1);
    touch(&h, UI_MOVE, 0, 30, 20);
    touch(&h, UI_UP, 0, 30, 20);
    assert_int_equal(nlog, 2);                      /* DOWN and CANCEL, no more */
    nlog = 0;
    touch(&h, UI_DOWN, 0, 20, 20);
    touch(&h, UI_DOWN, 0, 320, 20);                 /* its UP was lost */
    assert_int_equal(count(NODE_CANCEL), 1);
    assert_int_equal(h.a.pressed, -1);
    assert_int_equal(h.b.pressed, 0);
    kit_close(&h.k);
}

static void what_goes_lets_go(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    touch(&h, UI_DOWN, 0, 20, 20);
    h.k.sem.v[0].hit.w = 0;                         /* it stopped reacting */
    touch(&h, UI_UP, 0, 20, 20);
    assert_int_equal(count(NODE_ACTIVATE), 0);
    assert_int_equal(count(NODE_CANCEL), 1);
    nlog = 0;
    touch(&h, UI_DOWN, 0, 320, 20);
    struct node sheet = {.kind = &PLAIN, .pressed = -1, .focused = -1};
    struct sem_item over = item(&sheet, "over", 0, (struct box){600, 0, 100, 100});
    over.layer = 1;
    sem_add(&h.k.sem, &over);                       /* a sheet opened above it */
    touch(&h, UI_UP, 0, 320, 20);
    assert_int_equal(count(NODE_ACTIVATE), 0);
    assert_false(touch(&h, UI_DOWN, 0, 20, 20));    /* and only the sheet reacts */
    assert_true(touch(&h, UI_DOWN, 1, 650, 50));
    assert_int_equal(sheet.pressed, 0);
    kit_close(&h.k);
}

static void nothing_and_nonsense(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    assert_false(touch(&h, UI_DOWN, 0, 250, 500));
    assert_true(h.r.touched);
    assert_false(touch(&h, UI_UP, 0, 20, 20));      /* came down on nothing: acts on nothing */
    assert_false(touch(&h, UI_DOWN, -1, 20, 20));
    assert_false(touch(&h, UI_DOWN, ROUTE_FINGERS, 20, 20));
    assert_false(touch(&h, UI_MOVE, 3, 20, 20));
    h.k.sem.v[0].state = SEM_DISABLED;
    assert_true(touch(&h, UI_DOWN, 0, 20, 20));
    touch(&h, UI_UP, 0, 20, 20);
    assert_int_equal(nlog, 0);
    h.k.sem.n = 0;
    assert_false(press_key(&h, KEY_NEXT));
    kit_close(&h.k);
}

static void round_hits(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    h.k.sem.v[0].round = true;
    assert_int_equal(sem_hit(&h.k.sem, (struct vec2){2, 2}), -1);
    assert_int_equal(sem_hit(&h.k.sem, (struct vec2){100, 50}), 0);
    kit_close(&h.k);
}

static void keys(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    assert_false(press_key(&h, KEY_BACK));
    assert_true(press_key(&h, KEY_NEXT));
    assert_string_equal(h.r.focus_id, "a");
    assert_int_equal(h.a.focused, 0);
    press_key(&h, KEY_NEXT);
    assert_string_equal(h.r.focus_id, "b");
    assert_int_equal(h.a.focused, -1);
    press_key(&h, KEY_NEXT);
    assert_string_equal(h.r.focus_id, "a");         /* round and round */
    press_key(&h, KEY_LEFT);
    assert_string_equal(h.r.focus_id, "b");
    h.k.e.rtl = true;
    press_key(&h, KEY_RIGHT);
    assert_string_equal(h.r.focus_id, "a");
    h.k.sem.v[0].role = SEM_SLIDER;
    press_key(&h, KEY_RIGHT);
    assert_int_equal(count(NODE_KEY), 1);           /* a slider takes arrows itself */
    assert_string_equal(h.r.focus_id, "a");
    press_key(&h, KEY_SELECT);
    assert_int_equal(count(NODE_ACTIVATE), 1);
    touch(&h, UI_DOWN, 0, 320, 20);
    assert_null(h.r.focus_id);                      /* a finger needs no focus ring */
    kit_close(&h.k);
}

static void silent_kinds_press(void **st) {
    struct hall h;
    (void)st;
    enter(&h);
    static const struct action home = {.kind = ACT_HOME};
    h.a.kind = &SILENT;
    h.a.common[0].press = (struct actions){&home, 1};
    touch(&h, UI_DOWN, 0, 20, 20);
    assert_int_equal(h.k.fx.n, 0);
    touch(&h, UI_UP, 0, 20, 20);
    assert_int_equal(h.k.fx.n, 1);
    assert_ptr_equal(h.k.fx.v[0].action, &home);
    assert_ptr_equal(h.k.fx.v[0].node, &h.a);
    kit_close(&h.k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tap_acts_once), cmocka_unit_test(sliding_off_cancels), cmocka_unit_test(dragging),
        cmocka_unit_test(two_fingers_one_control), cmocka_unit_test(two_parts_of_one_element), cmocka_unit_test(cancel_never_acts),
        cmocka_unit_test(what_goes_lets_go), cmocka_unit_test(nothing_and_nonsense), cmocka_unit_test(round_hits),
        cmocka_unit_test(keys), cmocka_unit_test(silent_kinds_press)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
