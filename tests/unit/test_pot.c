/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_test.h"
#include "fresh.h"
#include <content/catalog.h>
#include <content/message.h>
#include <content/pot.h>

static struct pos at(const char *file, int line) { return (struct pos){file, line, 3}; }

static const char *written(struct pot *p) {
    struct sbuf b = {.arena = &arena};
    pot_write(p, &b, "leopard-kiosk 0.1.0");
    const char *body = strstr(b.p, "8bit\\n\"\n");
    assert_non_null(body);
    return body + strlen("8bit\\n\"\n");
}

static void writes_in_file_order(void **state) {
    (void)state;
    struct pot p;
    pot_init(&p, &arena);
    pot_text(&p, &(struct text_ref){.easy = "Next", .ctxt = "z/nav", .pos = at("scenes/z.yaml", 4)}, "button");
    pot_text(&p, &(struct text_ref){.easy = "Leap", .more = "A {leap} leap", .ctxt = "leap/title", .pos = at("scenes/leap.yaml", 14)}, NULL);
    pot_add(&p, NULL, "two\nlines \"q\" \\ \t", at("scenes/leap.yaml", 9), "note of\ntwo lines");
    pot_add(&p, NULL, "ends\n", at("scenes/leap.yaml", 10), NULL);
    pot_add(&p, "z/nav", "Next", at("scenes/a.yaml", 2), "button");
    pot_add(&p, "z/nav", "Next", at("scenes/a.yaml", 1), "link");
    pot_add(&p, "z/nav", "", at("scenes/a.yaml", 1), NULL);
    pot_add(&p, "z/nav", NULL, at("scenes/a.yaml", 1), NULL);
    const char *want =
        "\n#. link\n#. button\n#. English: 4 letters; up to 7 fit as a rule\n#: scenes/a.yaml:1\n#: scenes/a.yaml:2\n#: scenes/z.yaml:4\n"
        "msgctxt \"z/nav\"\nmsgid \"Next\"\nmsgstr \"\"\n"
        "\n#. note of two lines\n#. English: 17 letters; up to 23 fit as a rule\n#: scenes/leap.yaml:9\nmsgid \"\"\n\"two\\n\"\n\"lines \\\"q\\\" \\\\ \\t\"\nmsgstr "
        "\"\"\n"
        "\n#. English: 5 letters; up to 8 fit as a rule\n#: scenes/leap.yaml:10\nmsgid \"ends\\n\"\nmsgstr \"\"\n"
        "\n#. English: 4 letters; up to 7 fit as a rule\n#: scenes/leap.yaml:14\nmsgctxt \"leap/title\"\nmsgid \"Leap\"\nmsgstr \"\"\n"
        "\n#. longer text for those who want to know more\n#. English: 12 letters; up to 16 fit as a rule\n#: scenes/leap.yaml:14\nmsgctxt \"leap/title\"\n"
        "msgid \"A {leap} leap\"\nmsgstr \"\"\n";
    assert_string_equal(written(&p), want);
    assert_string_equal(written(&p), want); /* writing changes nothing */
    pot_add(&p, "z/nav", "Next", at("scenes/zz.yaml", 1), NULL);
    assert_non_null(strstr(written(&p), "#: scenes/z.yaml:4\n#: scenes/zz.yaml:1\n"));
}

static void order_of_calls_does_not_matter(void **state) {
    (void)state;
    struct pot p, q;
    pot_init(&p, &arena);
    pot_init(&q, &arena);
    for (int i = 0; i < 1000; i++) {
        int j = i * 7 % 1000, k = i * 333 % 1000;
        pot_add(&p, NULL, arena_printf(&arena, "text %d", j), at("a.yaml", j + 1), NULL);
        pot_add(&q, NULL, arena_printf(&arena, "text %d", k), at("a.yaml", k + 1), NULL);
    }
    assert_string_equal(written(&p), written(&q));
}

static void counts_what_is_seen(void **state) {
    (void)state;
    assert_int_equal(pot_letters("Next"), 4);
    assert_int_equal(pot_letters("A *great* _leap_"), 12);
    assert_int_equal(pot_letters("{leap.qualified} far"), 5 + 4);
    assert_int_equal(pot_letters("{n, plural, one {# cub} other {# cubs}} here"), 5 + 5 + 5);
    assert_int_equal(pot_letters("大猫 고양이"), 4 + 1 + 6);
    assert_int_equal(pot_letters("{never closed"), 5);
    assert_int_equal(pot_fits("Go"), 5);
    assert_int_equal(pot_fits("Where it comes from."), 26);
    assert_int_equal(pot_fits("Where all it comes from."), 36);
}

/* What is written is read back by the catalogue's own reader, and the whole pack's register with it. */
static void is_a_catalogue(void **state) {
    (void)state;
    struct port_files tree = tree_files();
    struct diag d;
    struct facts f;
    struct pot p;
    struct sbuf b = {.arena = &arena};
    diag_init(&d, &arena);
    assert_true(facts_load(&arena, &tree, "scenes/facts.yaml", &f, &d));
    pot_init(&p, &arena);
    pot_facts(&p, &f);
    pot_qualifiers(&p);
    pot_add(&p, "c", "Строка\n\n\"{x, plural, other {#}}\"\\\t", at("s.yaml", 1), NULL);
    pot_write(&p, &b, NULL);
    struct port_files files = MEM_FILES({"t.pot", b.p, b.len});
    struct catalog c;
    assert_true(catalog_load(&arena, &files, "t.pot", "xx", &c, &d));
    assert_int_equal(c.n, p.n);
    for (int i = 0; i < c.n; i++) {
        assert_string_equal(c.all[i].id, p.entries[i]->id);
        assert_true(str_eq(c.all[i].ctxt, p.entries[i]->ctxt));
    }
    assert_string_equal(c.all[0].ctxt, "qualifier");
    assert_string_equal(c.all[0].id, QUALIFIERS[0].pattern);
    bool say = false;
    for (int i = 0; i < c.n; i++) say |= str_eq(c.all[i].ctxt, "fact/leap-length");
    assert_true(say);
}

static void survives_refused_memory(void **state) {
    (void)state;
    for (long n = 1;; n++) {
        struct arena small;
        struct pot p;
        arena_init(&small, 0);
        small.fail_at = n;
        struct sbuf b = {.arena = &small};
        pot_init(&p, &small);
        pot_text(&p, &(struct text_ref){.easy = "A", .more = "B", .ctxt = "c", .pos = at("f", 1)}, "n");
        pot_qualifiers(&p);
        pot_write(&p, &b, NULL);
        bool done = !small.failed;
        arena_free(&small);
        assert_true(n < 500);
        if (done) return;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FRESH(counts_what_is_seen),
        FRESH(writes_in_file_order),
        FRESH(order_of_calls_does_not_matter),
        FRESH(is_a_catalogue),
        FRESH(survives_refused_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
