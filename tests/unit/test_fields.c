/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>
#include <content/actions.h>

/* ---- a table with every type */

static const char *const STYLES[] = {"h1", "h2", "body", NULL};
struct inner { float w; struct text_ref label; };
struct item { const char *id; struct text_ref name; int count; };
struct all {
    bool yes; int whole; float num; const char *str, *id; struct text_ref text; int style; rgba color; struct vec2 at;
    struct nums nums; struct strs strs; const char *asset; struct strs assets; const char *fact; struct strs facts;
    const char *scene; struct strs scenes; const char *var; struct value value; struct inner inner; struct list items;
    struct conds when; struct sets sets; struct actions press; const struct yval *raw; int guard;
};
static const struct field INNER[] = {
    {.name = "w", .type = FIELD_NUM, .offset = offsetof(struct inner, w), .flags = FIELD_REQUIRED | FIELD_POSITIVE},
    {.name = "label", .type = FIELD_TEXT, .offset = offsetof(struct inner, label)},
    {0}};
static const struct field ITEM[] = {
    {.name = "id", .type = FIELD_ID, .offset = offsetof(struct item, id)},
    {.name = "name", .type = FIELD_TEXT, .offset = offsetof(struct item, name), .flags = FIELD_REQUIRED},
    {.name = "count", .type = FIELD_INT, .offset = offsetof(struct item, count), .def = "3"},
    {0}};
#define ROW(n, t, m, ...) {.name = n, .type = t, .offset = offsetof(struct all, m), __VA_ARGS__}
static const struct field ALL[] = {
    ROW("yes", FIELD_BOOL, yes, .def = "true"), ROW("whole", FIELD_INT, whole, .min = 1, .max = 9, .def = "4"),
    ROW("alpha", FIELD_NUM, num, .max = 1, .def = "0.5"), ROW("str", FIELD_STR, str, .def = "plain words"),
    ROW("id", FIELD_ID, id), ROW("text", FIELD_TEXT, text), ROW("style", FIELD_ENUM, style, .extra = STYLES, .def = "body"),
    ROW("color", FIELD_COLOR, color, .def = "snow"), ROW("at", FIELD_POINT, at, .min = -10, .max = 3000, .def = "[-50, 2.5]"),
    ROW("nums", FIELD_NUMS, nums, .def = "[1, 2,3]"), ROW("strs", FIELD_STRS, strs), ROW("asset", FIELD_ASSET, asset),
    ROW("assets", FIELD_ASSETS, assets), ROW("fact", FIELD_FACT, fact), ROW("facts", FIELD_FACTS, facts),
    ROW("scene", FIELD_SCENE, scene), ROW("scenes", FIELD_SCENES, scenes), ROW("var", FIELD_VAR, var),
    ROW("value", FIELD_VALUE, value), ROW("inner", FIELD_STRUCT, inner, .sub = INNER),
    ROW("items", FIELD_LIST, items, .sub = ITEM, .sub_size = sizeof(struct item)), ROW("when", FIELD_COND, when),
    ROW("sets", FIELD_SETS, sets), ROW("press", FIELD_ACTIONS, press), ROW("portrait", FIELD_MAP, raw),
    {0}};
static const struct field *const TABLES[] = {ALL, NULL};

/* ---- reading one text */

static struct arena arena;
static struct diag diag;
static struct sbuf told;    /* what the refs heard: "fact leap-length@1:7;" */

static void hear(void *ctx, enum field_type type, const char *value, const struct text_ref *text, struct pos at) {
    static const char *const names[FIELD_MAP + 1] = {
        [FIELD_TEXT] = "text", [FIELD_ASSET] = "asset", [FIELD_FACT] = "fact", [FIELD_SCENE] = "scene", [FIELD_VAR] = "var",
        [FIELD_ID] = "id", [FIELD_STR] = "str"};
    assert_ptr_equal(ctx, &told);
    assert_non_null(names[type]);
    assert_int_equal(type == FIELD_TEXT, text != NULL);
    sbuf_printf(&told, "%s %s%s%s@%d:%d; ", names[type], text ? text->ctxt : value, text ? "=" : "", text ? text->easy : "",
                at.line, at.col);
}

static const struct field_refs REFS = {&told, hear};

static int setup(void **state) {
    (void)state;
    arena_init(&arena, 0);
    diag_init(&diag, &arena);
    told = (struct sbuf){.arena = &arena};
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static bool read_over(const char *text, struct all *out, bool over) {
    diag_init(&diag, &arena);
    told = (struct sbuf){.arena = &arena};
    struct yval *v = yaml_read(&arena, "f", (struct bytes){(const unsigned char *)text, strlen(text)}, &YAML_SCENE_CAPS, &diag);
    if (!v) fail_msg("%s: %s", text, diag.first->text);
    struct fields_in in = {&arena, &diag, &REFS, "element 'title'", "the-leap/title"};
    return fields_read(&in, v, TABLES, (void *const[]){out}, over);
}

static struct all good(const char *text) {
    struct all out;
    memset(&out, 0xEE, sizeof out);    /* defaults must not rely on zeroed memory */
    if (!read_over(text, &out, false)) fail_msg("%s: %s", text, diag_line(&arena, diag.first));
    assert_int_equal(out.guard, (int)0xEEEEEEEE);
    return out;
}

/* ---- what an author may write */

static void defaults_come_first(void **state) {
    (void)state;
    struct all o = good("{}");
    assert_true(o.yes);
    assert_int_equal(o.whole, 4);
    assert_true(o.num == 0.5f);
    assert_string_equal(o.str, "plain words");
    assert_null(o.id);
    assert_null(o.text.easy);
    assert_int_equal(o.style, 2);
    assert_int_equal(o.color, 0xF4F8F6FF);
    assert_true(o.at.x == -50 && o.at.y == 2.5f);    /* a default may lie outside of the author's range */
    assert_int_equal(o.nums.n, 3);
    assert_true(o.nums.v[2] == 3);
    assert_int_equal(o.items.n + o.strs.n + o.when.n + o.press.n, 0);
    assert_true(o.inner.w == 0);
    assert_null(o.raw);
}

static void every_type_reads(void **state) {
    (void)state;
    struct all o = good("yes: false\nwhole: 9\nalpha: 0.25\nstr: '12'\nid: two-coats-2\ntext: 'Six metres'\nstyle: h2\n"
                        "color: '#01020304'\nat: [96, -10]\nnums: [1, -2.5]\nstrs: [a, 'b c']\nasset: art/Leo_1.svg\n"
                        "assets: [a.png, b/c.png]\nfact: leap-length.max\nfacts: [a, b.c]\nscene: the-leap\nscenes: [home, quiz]\n"
                        "var: year\nvalue: 12.5\ninner: {w: 2}\nitems:\n  - {name: One}\n  - {id: two, name: Two, count: 7}\n"
                        "when: {year: 3, coat: winter, on: true, t: [1, 2]}\nsets: {coat: '3', on: false}\nportrait: {any: [thing]}\n");
    assert_false(o.yes);
    assert_int_equal(o.whole, 9);
    assert_true(o.num == 0.25f);
    assert_string_equal(o.str, "12");
    assert_string_equal(o.id, "two-coats-2");
    assert_string_equal(o.text.easy, "Six metres");
    assert_null(o.text.more);
    assert_string_equal(o.text.ctxt, "the-leap/title.text");
    assert_int_equal(o.text.pos.line, 6);
    assert_int_equal(o.style, 1);
    assert_int_equal(o.color, 0x01020304);
    assert_true(o.at.x == 96 && o.at.y == -10);
    assert_true(o.nums.n == 2 && o.nums.v[1] == -2.5f);
    assert_true(o.strs.n == 2);
    assert_string_equal(o.strs.v[1], "b c");
    assert_string_equal(o.asset, "art/Leo_1.svg");
    assert_string_equal(o.assets.v[1], "b/c.png");
    assert_string_equal(o.fact, "leap-length.max");
    assert_string_equal(o.scenes.v[1], "quiz");
    assert_true(o.value.kind == VALUE_NUM && o.value.num == 12.5);
    assert_true(o.inner.w == 2);
    const struct item *items = o.items.items;
    assert_int_equal(o.items.n, 2);
    assert_string_equal(items[0].name.ctxt, "the-leap/title.items.1.name");
    assert_string_equal(items[1].name.ctxt, "the-leap/title.items.two.name");
    assert_int_equal(items[0].count, 3);
    assert_int_equal(items[1].count, 7);
    assert_int_equal(o.when.n, 4);
    assert_true(o.when.v[1].is.kind == VALUE_WORD && o.when.v[2].is.num == 1);
    assert_true(o.when.v[3].range && o.when.v[3].max == 2);
    assert_true(o.sets.v[0].to.kind == VALUE_WORD && o.sets.v[1].to.kind == VALUE_NUM);
    assert_int_equal(o.raw->kind, YAML_MAP);
}

static void texts_have_two_levels(void **state) {
    (void)state;
    struct all o = good("text: {more: 'A long one', easy: Short}\ninner: {w: 1, label: In}");
    assert_string_equal(o.text.easy, "Short");
    assert_string_equal(o.text.more, "A long one");
    assert_string_equal(o.inner.label.ctxt, "the-leap/title.inner.label");
}

static void actions_read(void **state) {
    (void)state;
    struct all o = good("press:\n  - goto: the-leap\n  - back: true\n  - set: {coat: summer}\n  - toggle: sound\n  - play: jump\n"
                        "  - language: zh-Hans\n  - open: still-there\n  - sources: [a.b, c]\n");
    assert_int_equal(o.press.n, 8);
    assert_int_equal(o.press.v[0].kind, ACT_GOTO);
    assert_string_equal(o.press.v[0].arg, "the-leap");
    assert_int_equal(o.press.v[0].pos.line, 2);
    assert_int_equal(o.press.v[0].pos.col, 5);
    assert_int_equal(o.press.v[1].kind, ACT_BACK);
    assert_string_equal(o.press.v[2].sets.v[0].to.word, "summer");
    assert_string_equal(o.press.v[7].facts.v[0], "a.b");
    o = good("press: {home: true}");    /* a single one needs no list */
    assert_true(o.press.n == 1 && o.press.v[0].kind == ACT_HOME);
    for (int k = 0; k < ACT_COUNT; k++) assert_true(ACTION_ROWS[k].name && ACTION_ROWS[k].help);
}

static void references_are_told(void **state) {
    (void)state;
    good("asset: a.png\nassets: [b.png]\nfact: f\nfacts: [g.h]\nscene: s\nscenes: [t]\nvar: v\nid: no\nstr: no\n"
         "text: {easy: E, more: M}\nwhen: {w: 1}\nsets: {x: 2}\nitems: [{id: no, name: N}]\n"
         "press: [{goto: u}, {toggle: y}, {set: {z: 1}}, {sources: [i]}, {play: p}, {language: ru}]\n");
    assert_string_equal(told.p, "asset a.png@1:8; asset b.png@2:10; fact f@3:7; fact g.h@4:9; scene s@5:8; scene t@6:10; var v@7:6; "
                                "text the-leap/title.text=E@10:14; var w@11:8; var x@12:8; text the-leap/title.items.no.name=N@13:24; "
                                "scene u@14:16; var y@14:29; var z@14:40; fact i@14:59; id p@14:71; str ru@14:86; ");
}

/* ---- what is refused, and the line that an author reads */

struct row { const char *text, *line; };

static void refused(const struct row *rows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct all out;
        if (read_over(rows[i].text, &out, false)) fail_msg("accepted: %s", rows[i].text);
        assert_string_equal(diag_line(&arena, diag.first), rows[i].line);
        assert_int_equal(diag.errors, 1);
    }
}
#define REFUSED(...)                                                                                                        \
    do {                                                                                                                    \
        const struct row rows[] = {__VA_ARGS__};                                                                            \
        refused(rows, sizeof rows / sizeof *rows);                                                                          \
    } while (0)

static void wrong_keys(void **state) {
    (void)state;
    REFUSED({"aplha: 1", "f:1:1: unknown key 'aplha' in element 'title' (did you mean 'alpha'?)"},
            {"yes: true\ninner: {w: 1, labell: x}", "f:2:15: unknown key 'labell' in 'inner' in element 'title' (did you mean 'label'?)"},
            {"inner: {w: 1, zebra: x}", "f:1:15: unknown key 'zebra' in 'inner' in element 'title' (known keys: w, label)"},
            {"yes: true\ninner: {label: x}", "f:2:8: 'inner' in element 'title' lacks 'w' (add it)"},
            {"items:\n  - {name: a}\n  - {id: b}", "f:3:5: item 2 of 'items' in element 'title' lacks 'name' (add it)"},
            {"items:\n  - {name: a, cuont: 3}", "f:2:15: unknown key 'cuont' in item 1 of 'items' in element 'title' (did you mean 'count'?)"},
            {"- a", "f:1:1: element 'title' must be a map of 'key: value' lines"},
            {"items: [a]", "f:1:9: item 1 of 'items' in element 'title' must be a map of 'key: value' lines"},
            {"items: {name: a}", "f:1:8: element 'title': 'items' must be a list (each item begins with '-'), not a map"},
            {"alpha:", "f:1:7: element 'title': 'alpha' is empty (give it a value or remove the key)"},
            {"color: #fff", "f:1:7: element 'title': 'color' is empty (put '#RRGGBB' in quotes, or name a colour)"});
}

static void wrong_numbers(void **state) {
    (void)state;
    REFUSED({"alpha: 3", "f:1:8: element 'title': 'alpha' is 3 but must be from 0 to 1"},
            {"alpha: -0.1", "f:1:8: element 'title': 'alpha' is -0.1 but must be from 0 to 1"},
            {"alpha: .nan", "f:1:8: element 'title': 'alpha' must be a number, not '.nan'"},
            {"alpha: inf", "f:1:8: element 'title': 'alpha' must be a number, not 'inf'"},
            {"alpha: 1e0", "f:1:8: element 'title': 'alpha' must be a number, not '1e0'"},
            {"alpha: 0x1", "f:1:8: element 'title': 'alpha' must be a number, not '0x1'"},
            {"alpha: 1:30", "f:1:8: element 'title': 'alpha' must be a number, not '1:30'"},
            {"alpha: 0,5", "f:1:8: element 'title': 'alpha' must be a number, not '0,5'"},
            {"alpha: '1'", "f:1:8: element 'title': 'alpha' must be a number, not the string '1' (remove the quotes)"},
            {"alpha: [1]", "f:1:8: element 'title': 'alpha' must be a number, not a list"},
            {"nums: [99999999999999999999999999999999999999999]", "f:1:8: element 'title': 'nums' is too large a number"},
            {"whole: 2.5", "f:1:8: element 'title': 'whole' must be a whole number, not '2.5'"},
            {"whole: 10", "f:1:8: element 'title': 'whole' is 10 but must be from 1 to 9"},
            {"items: [{name: a, count: 2147483648}]", "f:1:26: item 1 of 'items' in element 'title': 'count' must be a whole number, not '2147483648'"},
            {"inner: {w: 0}", "f:1:12: 'inner' in element 'title': 'w' is 0 but must be more than 0"},
            {"yes: on", "f:1:6: element 'title': 'yes' must be true or false, not 'on'"},
            {"yes: True", "f:1:6: element 'title': 'yes' must be true or false, not 'True'"},
            {"yes: 'true'", "f:1:6: element 'title': 'yes' must be true or false, not the string 'true' (remove the quotes)"},
            {"at: abc", "f:1:5: element 'title': 'at' must be a point [x, y], not 'abc'"},
            {"at: [1]", "f:1:5: element 'title': 'at' is a list of 1 (a point has two numbers: [x, y])"},
            {"at: [1, b]", "f:1:9: element 'title': 'at' must be a point [x, y] of two numbers, not 'b'"},
            {"at: [1, '2']", "f:1:9: element 'title': 'at' must be a number, not the string '2' (remove the quotes)"},
            {"at: [1, 3001]", "f:1:9: element 'title': 'at' is 3001 but must be from -10 to 3000"},
            {"nums: 3", "f:1:7: element 'title': 'nums' must be a list of numbers [1, 2], not '3'"},
            {"nums: [1, x]", "f:1:11: element 'title': 'nums' must be a number, not 'x'"});
}

static void wrong_words(void **state) {
    (void)state;
    REFUSED({"style: h9", "f:1:8: element 'title': 'style' is 'h9' (one of: h1, h2, body; did you mean 'h1'?)"},
            {"style: [h1]", "f:1:8: element 'title': 'style' must be a word, not a list"},
            {"style: zebra", "f:1:8: element 'title': 'style' is 'zebra' (one of: h1, h2, body)"},
            {"color: snwo", "f:1:8: element 'title': 'color' is no colour: 'snwo' (did you mean 'snow'?)"},
            {"color: '#12345'", "f:1:8: element 'title': 'color' must be a colour name or '#RRGGBB' in quotes, not the string '#12345'"},
            {"id: Two_Coats", "f:1:5: element 'title': 'id' must be a name of small letters, digits and '-' (like two-coats), not 'Two_Coats'"},
            {"id: a--b", "f:1:5: element 'title': 'id' must be a name of small letters, digits and '-' (like two-coats), not 'a--b'"},
            {"id: a-", "f:1:5: element 'title': 'id' must be a name of small letters, digits and '-' (like two-coats), not 'a-'"},
            {"id: ''", "f:1:5: element 'title': 'id' must be a name of small letters, digits and '-' (like two-coats), not the string ''"},
            {"fact: a.b.c", "f:1:7: element 'title': 'fact' must be a fact's id or id.key (like leap-length), not 'a.b.c'"},
            {"fact: a.", "f:1:7: element 'title': 'fact' must be a fact's id or id.key (like leap-length), not 'a.'"},
            {"scenes: home", "f:1:9: element 'title': 'scenes' must be a list [a, b], not 'home'"},
            {"scenes: [home, The Leap]", "f:1:16: element 'title': 'scenes' must be a scene's name of small letters, digits and '-', not 'The Leap'"},
            {"strs: [a, [b]]", "f:1:11: element 'title': 'strs' must be a string, not a list"},
            {"strs: [a, ~]", "f:1:11: element 'title': 'strs' must be a string, not empty"},
            {"value: [1]", "f:1:8: element 'title': 'value' must be a number, true, false or a word, not a list"},
            {"text: ''", "f:1:7: element 'title': 'text' is empty (write the text or remove the key)"},
            {"text: [a]", "f:1:7: element 'title': 'text' must be a text or {easy, more}, not a list"},
            {"text: {more: b}", "f:1:7: element 'title': 'text' lacks 'easy' (add it)"},
            {"text: {easy: a, moer: b}", "f:1:17: element 'title': unknown key 'moer' in 'text' (did you mean 'more'?)"},
            {"text: {easy: ~}", "f:1:14: element 'title': 'easy' is empty (write the text or remove the key)"},
            {"when: [a]", "f:1:7: element 'title': 'when' must be a map {variable: value}, not a list"},
            {"when: {a: [1, 2, 3]}", "f:1:11: element 'title': 'a' must be a value or a range [from, to], not a list"},
            {"when: {a: [2, 1]}", "f:1:11: element 'title': range of 'a' ends before it begins (write [small, large])"},
            {"when: {A: 1}", "f:1:8: element 'title': 'when' must be a variable's name of small letters, digits and '-', not 'A'"},
            {"sets: {a: {}}", "f:1:11: element 'title': 'a' must be a number, true, false or a word, not a map"});
    static const char *const escapes[] = {"/etc/passwd", "../a.png", "a/../b.png", "a//b.png", "a/", ".hidden", "a\\b.png", "a b.png", "C:a", "''"};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        struct all out;
        assert_false(read_over(arena_printf(&arena, "asset: %s", escapes[i]), &out, false));
        assert_non_null(strstr(diag.first->text, "'asset' must be a path below assets/"));
    }
}

static void wrong_actions(void **state) {
    (void)state;
    REFUSED({"press: next", "f:1:8: element 'title': 'press' must be a list of actions (like '- next: true'), not 'next'"},
            {"press: [next]", "f:1:9: element 'title': 'press' must be a list of actions (like '- next: true'), not 'next'"},
            {"press: [{gotoo: a}]", "f:1:10: element 'title': unknown action 'gotoo' in 'press' (did you mean 'goto'?)"},
            {"press: {zebra: a}", "f:1:9: element 'title': unknown action 'zebra' in 'press' (actions: goto, back, home, next, restart, "
                                  "set, toggle, play, finish, language, open, close, sources, sound, wake)"},
            {"press: {back: false}", "f:1:15: element 'title': 'back' can only be true (delete the action)"},
            {"press: {back: yes}", "f:1:15: element 'title': 'back' must be true or false, not 'yes'"},
            {"press: {goto: A}", "f:1:15: element 'title': 'goto' must be a scene's name of small letters, digits and '-', not 'A'"},
            {"press: {goto: a, back: true}", "f:1:8: element 'title': 'press' has an item of 2 actions (begin each with its own '-')"},
            {"press: {set: a}", "f:1:14: element 'title': 'set' must be a map {variable: value}, not 'a'"},
            {"press: {sources: a}", "f:1:18: element 'title': 'sources' must be a list [a, b], not 'a'"},
            {"press: {}", "f:1:8: element 'title': 'press' has an item of 0 actions (begin each with its own '-')"});
}

static void all_faults_are_told(void **state) {
    (void)state;
    struct all out;
    assert_false(read_over("alpha: 3\nstyle: h9\nzebra: 1\nat: 2\nnums: [a, 1, b]\nitems: [{}, {zz: x}]\npress: [{a: 1}, {b: 1}]", &out, false));
    assert_int_equal(diag.errors, 11);
    struct all keep = good("yes: false");
    assert_false(keep.yes);
}

static void long_values_are_cut_at_a_character(void **state) {
    (void)state;
    struct sbuf b = {.arena = &arena};
    struct all out;
    sbuf_puts(&b, "alpha: x");
    for (int i = 0; i < 500; i++) sbuf_utf8(&b, 0x43B);
    assert_false(read_over(b.p, &out, false));
    assert_true(strlen(diag.first->text) < 150);
    assert_true(utf8_valid(diag.first->text, strlen(diag.first->text), NULL));
}

static void overrides_change_only_what_is_written(void **state) {
    (void)state;
    struct all o = good("alpha: 0.75\nwhole: 8\ninner: {w: 3, label: L}\nstr: kept\n");
    assert_true(read_over("whole: 2\ninner: {label: M}\n", &o, true));    /* inner.w is required, but not here */
    assert_int_equal(o.whole, 2);
    assert_true(o.num == 0.75f && o.inner.w == 3);
    assert_string_equal(o.inner.label.easy, "M");
    assert_string_equal(o.str, "kept");
    assert_false(read_over("whole: 20\n", &o, true));
}

static void several_tables_share_a_map(void **state) {
    (void)state;
    static const struct field one[] = {{.name = "w", .type = FIELD_NUM, .flags = FIELD_REQUIRED}, {0}};
    static const struct field two[] = {{.name = "h", .type = FIELD_NUM, .flags = FIELD_REQUIRED}, {0}};
    const struct field *const tables[] = {one, two, NULL};
    const char *text = "h: 2\nw: 1\n", *bad = "h: 2\nwidth: 1\n", *near = "h: 2\nx: 1\n";
    float w, h;
    void *const outs[] = {&w, &h};
    struct fields_in in = {.arena = &arena, .diag = &diag};
    struct yval *v = yaml_read(&arena, "f", (struct bytes){(const unsigned char *)text, strlen(text)}, &YAML_SCENE_CAPS, &diag);
    assert_true(fields_read(&in, v, tables, outs, false));
    assert_true(w == 1 && h == 2);
    v = yaml_read(&arena, "f", (struct bytes){(const unsigned char *)bad, strlen(bad)}, &YAML_SCENE_CAPS, &diag);
    assert_false(fields_read(&in, v, tables, outs, false));
    assert_string_equal(diag_line(&arena, diag.first), "f:2:1: unknown key 'width' in file (known keys: w, h)");
    assert_string_equal(diag_line(&arena, diag.last), "f:1:1: file lacks 'w' (add it)");
    v = yaml_read(&arena, "f", (struct bytes){(const unsigned char *)near, strlen(near)}, &YAML_SCENE_CAPS, &diag);
    int errors = diag.errors;
    assert_false(fields_read(&in, v, tables, outs, false));
    assert_int_equal(diag.errors, errors + 1);          /* one typing error, one line */
    assert_string_equal(diag_line(&arena, diag.last), "f:2:1: unknown key 'x' in file (did you mean 'w'?)");
    assert_false(fields_read(&in, NULL, tables, outs, false));
}

static void refused_memory_is_false(void **state) {
    (void)state;
    const char *text = "text: {easy: a, more: b}\nat: [1, 2]\nstrs: [a]\nnums: [1]\nitems: [{name: a}, {name: b}]\ninner: {w: 1}\n"
                       "when: {a: b}\nsets: {a: b}\nvalue: word\npress: [{goto: a}, {set: {a: b}}, {sources: [c]}]\nid: a\n";
    struct yval *v = yaml_read(&arena, "f", (struct bytes){(const unsigned char *)text, strlen(text)}, &YAML_SCENE_CAPS, &diag);
    struct arena small;
    arena_init(&small, 0);
    long n = 1;
    for (bool done = false; !done; n++) {
        struct all out;
        struct fields_in in = {&small, &diag, NULL, "element 'title'", "x"};
        arena_reset(&small);
        diag_init(&diag, &arena);
        small.fail_at = n;
        done = fields_read(&in, v, TABLES, (void *const[]){&out}, false);
        assert_int_equal(done, !small.failed);
        assert_int_equal(diag.errors > 0, !done);
    }
    assert_true(n > 30);
    arena_free(&small);
    for (n = 1; n < 40; n++) {    /* messages without memory */
        struct all out;
        struct arena none;
        struct diag d;
        arena_init(&none, 0);
        diag_init(&d, &none);
        none.fail_at = n;
        struct fields_in in = {&arena, &d, NULL, NULL, NULL};
        text = "aplha: 1\nstyle: h9\nat: [1]\nyes: 3\ncolor: zebra\n";
        v = yaml_read(&arena, "f", (struct bytes){(const unsigned char *)text, strlen(text)}, &YAML_SCENE_CAPS, &diag);
        assert_false(fields_read(&in, v, TABLES, (void *const[]){&out}, false));
        assert_int_equal(d.errors, 5);
        arena_free(&none);
    }
}

static void colours_read(void **state) {
    (void)state;
    static const struct { const char *s; rgba c; } rows[] = {
        {"spruce-950", 0x06171CFF}, {"spruce-500", 0x2F7980FF}, {"snow", 0xF4F8F6FF}, {"larch-500", 0xF2A93BFF}, {"mist-200", 0xCFE2E0FF},
        {"ember-800", 0x9E2F22FF}, {"hope-700", 0x5E8F42FF}, {"oak-500", 0xA5583AFF}, {"black", 0x000000FF}, {"white", 0xFFFFFFFF},
        {"transparent", 0}, {"#06171c", 0x06171CFF}, {"#06171C80", 0x06171C80}};
    rgba c;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(color_parse(rows[i].s, &c));
        assert_int_equal(c, rows[i].c);
    }
    static const char *const bad[] = {"", "#", "#12", "#1234567", "#12345g", "snow ", "Snow", "#123456789"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(color_parse(bad[i], &c));
    for (int i = 0; COLOR_TOKENS[i]; i++) assert_true(color_parse(COLOR_TOKENS[i], &c));
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
        T(defaults_come_first), T(every_type_reads), T(texts_have_two_levels), T(actions_read), T(references_are_told),
        T(wrong_keys), T(wrong_numbers), T(wrong_words), T(wrong_actions), T(all_faults_are_told),
        T(long_values_are_cut_at_a_character), T(overrides_change_only_what_is_written), T(several_tables_share_a_map),
        T(refused_memory_is_false), T(colours_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
