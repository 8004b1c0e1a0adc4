/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The promises: a stone twice, or the ring held; once each; the site chooses the stones; the partner's code beside them. */
#include "stage.h"
#include <content/partners.h>
#include <draw/qr.h>

#define STONES(more) "- {kind: pledges, id: p, at: [0, 0], size: [1920, 952], count: today, mine: mine, own: own, chosen: stone, step: steps, " \
    "first: [268, 840], gap: [346, 0], stone-size: [300, 172], far: [1230, 560], near: [318, 712], ring: [214, 664], hold: Hold, thanks: Thanks, " \
    "stones: [{id: tell, icon: chat, label: Tell}, {id: fire, icon: fire, label: No fire}, {id: dog, icon: dog, label: Dog}" more "]}\n"
#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: today, value: 0}\n- {name: mine, value: 0}\n- {name: own, value: 0}\n" \
    "- {name: stone, value: 0}\n- {name: steps, value: 0}\nelements:\n"
#define CODE(more) "- {kind: qr, id: code, at: [1398, 270], alt: \"Code {partner-address}\"" more "}\n"
#define BOUND ", size: [400, 400], visible-if: {call: partner}"

static void calls(struct kit *k) {
    for (int i = 0; SCENE_CALL_WORDS[i]; i++)
        vars_declare(&k->vars, SCENE_CALL_WORDS[i], (struct value){.kind = VALUE_WORD, .word = ""}, NULL, false);
}
static const struct stage_pack PACK = {.prepare = calls};
static int num(struct stage *t, const char *name) { return (int)stage_var(t, name); }
static void hold(struct stage *t, enum node_event_kind kind, bool inside) {
    struct node_event ev = {.kind = kind, .item = 3, .inside = inside};
    t->n->kind->event(t->n, &t->k.e, &ev, &t->k.fx);
    stage_take(t);
}

static void stone_twice(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD STONES(""));
    assert_null(stage_item(&t, "p/ring"));
    stage_press(&t, 1);
    stage_at(&t, 1020);
    assert_int_equal(num(&t, "stone"), 2);
    assert_true(stage_item(&t, "p/fire")->state & SEM_SELECTED);
    assert_string_equal(stage_item(&t, "p/ring")->label, "Hold");
    assert_int_equal(num(&t, "today"), 0);
    stage_press(&t, 1);                      /* again: the paw sinks */
    stage_pass(&t, 500);
    assert_int_equal(num(&t, "today"), 0);
    stage_pass(&t, 200);
    assert_int_equal(num(&t, "today"), 1);
    assert_int_equal(num(&t, "own"), 1);
    assert_int_equal(num(&t, "mine"), 2);
    assert_null(stage_item(&t, "p/ring"));
    assert_string_equal(stage_item(&t, "p/thanks")->label, "Thanks");
    stage_press(&t, 1);                      /* once each */
    stage_pass(&t, 3000);
    assert_int_equal(num(&t, "today"), 1);
    assert_int_equal(num(&t, "steps"), 1);
    assert_true(stage_rests(&t));            /* it rests */
    stage_press(&t, 0);
    stage_press(&t, 0);
    stage_pass(&t, 3000);
    assert_int_equal(num(&t, "today"), 2);
    assert_int_equal(num(&t, "mine"), 3);
    scene_init(t.s, &t.k.e);                 /* away and back: still signed */
    stage_pass(&t, 20);
    assert_true(stage_item(&t, "p/tell")->state & SEM_VISITED);
    stage_set(&t, "mine", 0);                /* the next visitor */
    stage_set(&t, "stone", 0);
    stage_pass(&t, 20);
    stage_pass(&t, 20);
    assert_int_equal(num(&t, "own"), 0);
    assert_int_equal(num(&t, "today"), 2);
    stage_close(&t);
}

static void ring_held(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD STONES(""));
    hold(&t, NODE_DOWN, true);               /* no stone: there is no ring */
    stage_pass(&t, 1000);
    assert_int_equal(num(&t, "today"), 0);
    stage_press(&t, 0);
    stage_pass(&t, 20);
    hold(&t, NODE_DOWN, true);
    stage_pass(&t, 300);
    hold(&t, NODE_UP, false);                /* slid off */
    stage_pass(&t, 1000);
    assert_int_equal(num(&t, "today"), 0);
    hold(&t, NODE_DOWN, true);
    stage_pass(&t, 300);
    hold(&t, NODE_CANCEL, false);
    stage_pass(&t, 1000);
    assert_int_equal(num(&t, "today"), 0);
    hold(&t, NODE_DOWN, true);
    stage_pass(&t, 620);
    assert_int_equal(num(&t, "today"), 1);
    hold(&t, NODE_UP, true);
    stage_press(&t, 3);                      /* the lift comes late: nothing more */
    stage_pass(&t, 2000);
    assert_int_equal(num(&t, "today"), 1);
    stage_press(&t, 1);
    hold(&t, NODE_DOWN, true);
    stage_press(&t, 2);                      /* another stone meanwhile: nothing is signed for it */
    stage_pass(&t, 2000);
    assert_int_equal(num(&t, "today"), 1);
    t.k.e.still = true;
    stage_press(&t, 2);
    assert_int_equal(num(&t, "today"), 2);
    stage_close(&t);
}

static void site_chooses(void **state) {
    (void)state;
    static const char *const ids[] = {"dog", "tell"};
    struct stage t;
    struct partners site = {.pledges = {ids, 2}};
    stage_set_up(&t, &PACK, HEAD STONES(""));
    t.k.journey.partners = &site;
    stage_begin(&t);
    stage_at(&t, 1000);
    assert_null(stage_item(&t, "p/fire"));
    assert_true(stage_item(&t, "p/dog")->box.x < stage_item(&t, "p/tell")->box.x);
    stage_press(&t, 0);
    stage_press(&t, 0);
    stage_pass(&t, 3000);
    assert_int_equal(num(&t, "stone"), 3);   /* its number is the scene's, not the site's */
    assert_int_equal(num(&t, "mine"), 4);
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *text, *line; } rows[] = {
        {HEAD STONES(", {id: tell, icon: chat, label: Again}"), "scenes/s.yaml:11:449: stone 'tell' stands twice (rename one)\n"},
        {HEAD STONES(", {id: x, icon: dgo, label: Again}"), "scenes/s.yaml:11:458: no icon 'dgo' (did you mean 'dog'?)\n"},
        {HEAD CODE(", size: [200, 200]"), "scenes/s.yaml:11:84: element 'code' is too small for a telephone to read (make its size at least [228, 228])\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct stage t;
        stage_set_up(&t, &PACK, rows[i].text);
        assert_null(scene_load(&t.k.deps, "s", &t.k.d));
        const char *said = strchr(kit_lines(&t.k), ' ');
        assert_non_null(said);
        assert_string_equal(said, strchr(rows[i].line, ' '));
        stage_close(&t);
    }
}

/* Whatever shows the partner must be bound to the call in force, and texts hold no address and no name that is off. */
static void bound_to_the_call(void **state) {
    (void)state;
    static const char *const off[] = {"RU"}, *const marks[] = {"WWF"};
    static const struct organisation org = {.id = "wwf", .not_in = {off, 1}, .marks = {marks, 1}};
    static const struct mistake rows[] = {
        {HEAD CODE(", size: [400, 400]"), "element 'code' shows the partner whatever the profile is (add 'visible-if: {call: partner}')"},
        {HEAD CODE(", size: [400, 400], visible-if: {call: pledge}"), "shows the partner whatever"},
        {HEAD CODE(BOUND ", portrait: {visible-if: {stone: 1}}"), "shows the partner whatever"},
        {HEAD "- {kind: text, id: t, at: [0, 0], text: \"Write to {partner-name}\"}\n", "element 't' shows the partner whatever"},
        {HEAD "- {kind: group, id: g, at: [0, 0], visible-if: {call: partner}, children: [{kind: text, id: t, text: \"{partner-money}\"}]}\n", NULL},
        {HEAD CODE(BOUND), NULL},
        {HEAD "- {kind: text, id: t, at: [0, 0], text: \"Go to https://example.org\"}\n", "text holds an address"},
        {HEAD "- {kind: text, id: t, at: [0, 0], text: \"Go to www.example.org\"}\n", "text holds an address"},
        {HEAD "- {kind: text, id: t, at: [0, 0], text: \"Ask the wwf\"}\n", "text names 'WWF', which may not be named in RU (say it without the name)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct stage t;
        struct partners site = {.organisations = {(void *)&org, 1}};
        stage_set_up(&t, &PACK, rows[i].scene);
        t.k.journey.country = "RU";
        t.k.journey.partners = &site;
        stage_begin(&t);
        bool good = scene_check(t.s, &t.k.deps, NULL, 0, &t.k.d, NULL);
        assert_true(good == !rows[i].says);
        if (rows[i].says) assert_non_null(strstr(kit_lines(&t.k), rows[i].says));
        stage_close(&t);
    }
}

static void code(void **state) {
    (void)state;
    static const struct lang_text urls[] = {{"en", "https://example.org/leopard", {0}}, {"ru", "https://example.org/ru", {0}}};
    static const struct partner partner = {.id = "one", .url = {urls, 2}, .short_address = "example.org/leopard"};
    struct stage t;
    stage_load(&t, &PACK, HEAD CODE(BOUND));
    stage_say(&t, "call", "partner");
    stage_at(&t, 1000);
    assert_null(stage_item(&t, "code"));     /* nobody in force: nothing */
    assert_int_equal(t.k.list.n, 0);
    t.k.view.partner = &partner;
    layout_scene(t.s, &t.k.e);
    stage_at(&t, 1020);
    assert_non_null(stage_item(&t, "code"));
    uint64_t english = t.k.list.cmds[0].key;
    t.k.e.msg.lang = "ru";
    layout_scene(t.s, &t.k.e);
    stage_at(&t, 1040);
    assert_true(t.k.list.cmds[0].key != english);
    stage_say(&t, "call", "pledge");
    stage_at(&t, 1060);
    assert_null(stage_item(&t, "code"));
    stage_close(&t);
}

/* Finder patterns in three corners; whole modules; a text that is too long is refused. */
static void modules(void **state) {
    (void)state;
    struct qr q;
    assert_true(qr_make(&q, "https://example.org/leopard"));
    assert_true(q.side >= 25 && q.side <= QR_SIDE_MAX);
    for (int i = 0; i < 7; i++) assert_true(q.dark[0][i] && q.dark[i][0] && q.dark[0][q.side - 1 - i] && q.dark[q.side - 1 - i][0]);
    assert_false(q.dark[1][1] || q.dark[7][7] || q.dark[q.side - 2][1]);
    assert_true(q.dark[3][3]);
    assert_int_equal(qr_module(&q, (q.side + 8) * 9 + 8), 9);
    assert_int_equal(qr_module(&q, q.side), 0);
    char longest[400];
    memset(longest, 'a', sizeof longest);
    longest[PARTNER_URL_MAX] = 0;
    assert_true(qr_make(&q, longest));       /* what partners.yaml may hold fits */
    longest[PARTNER_URL_MAX] = 'a';
    longest[sizeof longest - 1] = 0;
    assert_false(qr_make(&q, longest));
    assert_false(qr_make(&q, "") || qr_make(&q, NULL));
}

static void without_memory(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD STONES("") "- {kind: banner, id: b, at: [1372, 94], size: [452, 800], birch: true}\n");
    stage_press(&t, 0);
    stage_starve(&t);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(stone_twice), cmocka_unit_test(ring_held), cmocka_unit_test(site_chooses),
                                       cmocka_unit_test(mistakes), cmocka_unit_test(bound_to_the_call), cmocka_unit_test(code),
                                       cmocka_unit_test(modules), cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
