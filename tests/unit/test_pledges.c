/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links: lk_scene */
/* The promises: a stone twice, or the ring held; once each; the site chooses the stones; the partner's code beside them. */
#include "data_kit.h"
#include <content/partners.h>
#include <draw/qr.h>

#define STONES(more) "- {kind: pledges, id: p, at: [0, 0], size: [1920, 952], count: today, mine: mine, own: own, chosen: stone, step: steps, " \
    "first: [268, 840], gap: [346, 0], stone-size: [300, 172], far: [1230, 560], near: [318, 712], ring: [214, 664], hold: Hold, thanks: Thanks, " \
    "stones: [{id: tell, icon: chat, label: Tell}, {id: fire, icon: fire, label: No fire}, {id: dog, icon: dog, label: Dog}" more "]}\n"
#define HEAD "format: 1\ntitle: T\ntemplate: stage\nvariables:\n- {name: today, value: 0}\n- {name: mine, value: 0}\n- {name: own, value: 0}\n" \
    "- {name: stone, value: 0}\n- {name: steps, value: 0}\nelements:\n"
#define CODE(more) "- {kind: qr, id: code, at: [1398, 270], alt: \"Code {partner-address}\"" more "}\n"
#define BOUND ", size: [400, 400], visible-if: {call: partner}"

static void open_scene(struct kit *k, const char *text, struct kit_file *v) {
    v[0] = (struct kit_file){"scenes/s.yaml", text};
    kit_open(k, v, 1);
    for (int i = 0; SCENE_CALL_WORDS[i]; i++)
        vars_declare(&k->vars, SCENE_CALL_WORDS[i], (struct value){.kind = VALUE_WORD, .word = ""}, NULL, false);
}
static int num(struct kit *k, const char *name) { return (int)vars_num(&k->vars, name, -1); }
static void run(struct kit *k, struct scene *s, int64_t ms) {
    for (int64_t end = k->e.now + ms; k->e.now < end;) kit_at(k, s, k->e.now + 20);
}
static void touch(struct kit *k, struct scene *s, int item) {
    kit_tell(k, scene_node(s, "p"), NODE_ACTIVATE, item, (struct vec2){0, 0}, (struct vec2){0, 0});
    kit_apply(k);
}
static void hold(struct kit *k, struct scene *s, enum node_event_kind kind, bool inside) {
    struct node_event ev = {.kind = kind, .item = 3, .inside = inside};
    struct node *n = scene_node(s, "p");
    n->kind->event(n, &k->e, &ev, &k->fx);
    kit_apply(k);
}

static void stone_twice(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, HEAD STONES(""), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    assert_null(kit_item(&k, "p/ring"));
    touch(&k, s, 1);
    kit_at(&k, s, 1020);
    assert_int_equal(num(&k, "stone"), 2);
    assert_true(kit_item(&k, "p/fire")->state & SEM_SELECTED);
    assert_string_equal(kit_item(&k, "p/ring")->label, "Hold");
    assert_int_equal(num(&k, "today"), 0);
    touch(&k, s, 1);                            /* again: the paw sinks */
    run(&k, s, 500);
    assert_int_equal(num(&k, "today"), 0);
    run(&k, s, 200);
    assert_int_equal(num(&k, "today"), 1);
    assert_int_equal(num(&k, "own"), 1);
    assert_int_equal(num(&k, "mine"), 2);
    assert_null(kit_item(&k, "p/ring"));
    assert_string_equal(kit_item(&k, "p/thanks")->label, "Thanks");
    touch(&k, s, 1);                            /* once each */
    run(&k, s, 3000);
    assert_int_equal(num(&k, "today"), 1);
    assert_int_equal(num(&k, "steps"), 1);
    assert_true(k.e.wake == INT64_MAX);         /* it rests */
    touch(&k, s, 0);
    touch(&k, s, 0);
    run(&k, s, 3000);
    assert_int_equal(num(&k, "today"), 2);
    assert_int_equal(num(&k, "mine"), 3);
    scene_init(s, &k.e);                        /* away and back: still signed */
    kit_at(&k, s, k.e.now + 20);
    assert_true(kit_item(&k, "p/tell")->state & SEM_VISITED);
    vars_set_num(&k.vars, "mine", 0);           /* the next visitor */
    vars_set_num(&k.vars, "stone", 0);
    kit_at(&k, s, k.e.now + 20);
    kit_at(&k, s, k.e.now + 20);
    assert_int_equal(num(&k, "own"), 0);
    assert_int_equal(num(&k, "today"), 2);
    scene_free(s);
    kit_close(&k);
}

static void ring_held(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, HEAD STONES(""), f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    hold(&k, s, NODE_DOWN, true);               /* no stone: there is no ring */
    run(&k, s, 1000);
    assert_int_equal(num(&k, "today"), 0);
    touch(&k, s, 0);
    kit_at(&k, s, k.e.now + 20);
    hold(&k, s, NODE_DOWN, true);
    run(&k, s, 300);
    hold(&k, s, NODE_UP, false);                /* slid off */
    run(&k, s, 1000);
    assert_int_equal(num(&k, "today"), 0);
    hold(&k, s, NODE_DOWN, true);
    run(&k, s, 300);
    hold(&k, s, NODE_CANCEL, false);
    run(&k, s, 1000);
    assert_int_equal(num(&k, "today"), 0);
    hold(&k, s, NODE_DOWN, true);
    run(&k, s, 620);
    assert_int_equal(num(&k, "today"), 1);
    hold(&k, s, NODE_UP, true);
    touch(&k, s, 3);                            /* the lift comes late: nothing more */
    run(&k, s, 2000);
    assert_int_equal(num(&k, "today"), 1);
    touch(&k, s, 1);
    hold(&k, s, NODE_DOWN, true);
    touch(&k, s, 2);                            /* another stone meanwhile: nothing is signed for it */
    run(&k, s, 2000);
    assert_int_equal(num(&k, "today"), 1);
    k.e.still = true;
    touch(&k, s, 2);
    assert_int_equal(num(&k, "today"), 2);
    scene_free(s);
    kit_close(&k);
}

static void site_chooses(void **state) {
    (void)state;
    static const char *const ids[] = {"dog", "tell"};
    struct kit_file f[1];
    struct kit k;
    struct partners site = {.pledges = {ids, 2}};
    open_scene(&k, HEAD STONES(""), f);
    k.journey.partners = &site;
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    assert_null(kit_item(&k, "p/fire"));
    assert_true(kit_item(&k, "p/dog")->box.x < kit_item(&k, "p/tell")->box.x);
    touch(&k, s, 0);
    touch(&k, s, 0);
    run(&k, s, 3000);
    assert_int_equal(num(&k, "stone"), 3);      /* its number is the scene's, not the site's */
    assert_int_equal(num(&k, "mine"), 4);
    scene_free(s);
    kit_close(&k);
}

static void mistakes(void **state) {
    (void)state;
    static const struct { const char *text, *line; } rows[] = {
        {HEAD STONES(", {id: tell, icon: chat, label: Again}"), "scenes/s.yaml:11:449: stone 'tell' stands twice (rename one)\n"},
        {HEAD STONES(", {id: x, icon: dgo, label: Again}"), "scenes/s.yaml:11:458: no icon 'dgo' (did you mean 'dog'?)\n"},
        {HEAD CODE(", size: [200, 200]"), "scenes/s.yaml:11:84: element 'code' is too small for a telephone to read (make its size at least [228, 228])\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kit_file f[1];
        struct kit k;
        open_scene(&k, rows[i].text, f);
        assert_null(scene_load(&k.deps, "s", &k.d));
        const char *said = strchr(kit_lines(&k), ' ');
        assert_non_null(said);
        assert_string_equal(said, strchr(rows[i].line, ' '));
        kit_close(&k);
    }
}

/* Whatever shows the partner must be bound to the call in force, and texts hold no address and no name that is off. */
static void bound_to_the_call(void **state) {
    (void)state;
    static const char *const off[] = {"RU"}, *const marks[] = {"WWF"};
    static const struct organisation org = {.id = "wwf", .not_in = {off, 1}, .marks = {marks, 1}};
    static const struct { const char *text, *says; } rows[] = {
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
        struct kit_file f[1];
        struct kit k;
        struct partners site = {.organisations = {(void *)&org, 1}};
        open_scene(&k, rows[i].text, f);
        k.journey.country = "RU";
        k.journey.partners = &site;
        struct scene *s = kit_scene(&k, "s");
        bool good = scene_check(s, &k.deps, NULL, 0, &k.d, NULL);
        assert_true(good == !rows[i].says);
        if (rows[i].says) assert_non_null(strstr(kit_lines(&k), rows[i].says));
        scene_free(s);
        kit_close(&k);
    }
}

static void code(void **state) {
    (void)state;
    static const struct lang_text urls[] = {{"en", "https://example.org/leopard", {0}}, {"ru", "https://example.org/ru", {0}}};
    static const struct partner partner = {.id = "one", .url = {urls, 2}, .short_address = "example.org/leopard"};
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, HEAD CODE(BOUND), f);
    struct scene *s = kit_scene(&k, "s");
    vars_set(&k.vars, "call", (struct value){.kind = VALUE_WORD, .word = "partner"});
    kit_at(&k, s, 1000);
    assert_null(kit_item(&k, "code"));          /* nobody in force: nothing */
    assert_int_equal(k.list.n, 0);
    k.view.partner = &partner;
    layout_scene(s, &k.e);
    kit_at(&k, s, 1020);
    assert_non_null(kit_item(&k, "code"));
    uint64_t english = k.list.cmds[0].key;
    k.e.msg.lang = "ru";
    layout_scene(s, &k.e);
    kit_at(&k, s, 1040);
    assert_true(k.list.cmds[0].key != english);
    vars_set(&k.vars, "call", (struct value){.kind = VALUE_WORD, .word = "pledge"});
    kit_at(&k, s, 1060);
    assert_null(kit_item(&k, "code"));
    scene_free(s);
    kit_close(&k);
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
    assert_true(qr_make(&q, longest));          /* what partners.yaml may hold fits */
    longest[PARTNER_URL_MAX] = 'a';
    longest[sizeof longest - 1] = 0;
    assert_false(qr_make(&q, longest));
    assert_false(qr_make(&q, "") || qr_make(&q, NULL));
}

static void without_memory(void **state) {
    (void)state;
    struct kit_file f[1];
    struct kit k;
    open_scene(&k, HEAD STONES("") "- {kind: banner, id: b, at: [1372, 94], size: [452, 800], birch: true}\n", f);
    struct scene *s = kit_scene(&k, "s");
    kit_at(&k, s, 1000);
    touch(&k, s, 0);
    kit_starve(&k, s);
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(stone_twice), cmocka_unit_test(ring_held), cmocka_unit_test(site_chooses),
                                       cmocka_unit_test(mistakes), cmocka_unit_test(bound_to_the_call), cmocka_unit_test(code),
                                       cmocka_unit_test(modules), cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
