/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene_kit.h"

#define SVG {"assets/art/tree.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><path d=\"M0 0L10 0L10 10Z\" fill=\"#ff0000\"/></svg>"}
#define HEAD "format: 1\ntitle: T\n"

/* What loading one scene says, line by line. */
static void assert_faults(const char *text, const char *lines) {
    struct kit_file files[] = {{"scenes/s.yaml", text}, SVG};
    struct kit k;
    kit_open(&k, files, 2);
    struct scene *s = scene_load(&k.deps, "s", &k.d);
    assert_null(s);
    assert_string_equal(kit_lines(&k), lines);   /* after the scene is gone: lines own what they say */
    kit_close(&k);
}

static void faults_of_the_file(void **st) {
    (void)st;
    assert_faults("- a\n", "scenes/s.yaml:1:1: a scene is not a mapping (begin with 'format: 1')\n");
    assert_faults("format: 2\ntitle: T\nelements: []\n", "scenes/s.yaml:1:9: format 2 is not known (this program reads format 1)\n");
    assert_faults("format: 1\nelements: []\n", "scenes/s.yaml:1:1: scene 's' lacks 'title' (add it)\n");
    assert_faults(HEAD "elemets: []\n",
                  "scenes/s.yaml:3:1: unknown key 'elemets' in scene 's' (did you mean 'elements'?)\n");
    assert_faults(HEAD "elements: {a: b}\n", "scenes/s.yaml:3:11: 'elements' is not a list (begin each element with '- kind:')\n");
    assert_faults(HEAD "elements: []\nnumbers: [{name: a, value: 1}]\nvariables: [{name: a, value: 2}]\n",
                  "scenes/s.yaml:5:20: 'a' is declared twice in scene 's' (rename one: numbers and variables share their names)\n");
}

static void faults_of_elements(void **st) {
    (void)st;
    assert_faults(HEAD "elements:\n- text\n", "scenes/s.yaml:4:3: an element is not a mapping (write '- kind: text' and its keys)\n");
    assert_faults(HEAD "elements:\n- {id: a}\n", "scenes/s.yaml:4:3: an element has no kind (begin it with 'kind: text' or another)\n");
    assert_faults(HEAD "elements:\n- {kind: buton, slot: head}\n", "scenes/s.yaml:4:10: unknown kind 'buton' (did you mean 'button'?)\n");
    assert_faults(HEAD "elements:\n- {kind: text, id: a, slot: head, tex: x}\n",
                  "scenes/s.yaml:4:35: unknown key 'tex' in element 'a' (did you mean 'text'?)\n");
    assert_faults(HEAD "elements:\n- {kind: text, id: a, slot: head, text: x}\n- {kind: text, id: a, slot: head, text: y}\n",
                  "scenes/s.yaml:5:20: id 'a' is used twice (first in line 4: give each element its own)\n");
    assert_faults(HEAD "elements:\n- {kind: text, text: x}\n",
                  "scenes/s.yaml:4:3: element 'text-1' has no place (give it 'slot', 'at' or 'bleed: true')\n");
    assert_faults(HEAD "elements:\n- {kind: text, text: x, at: [1, 2], slot: head}\n",
                  "scenes/s.yaml:4:37: element 'text-1' has two places (keep one of 'slot', 'at' and 'bleed')\n");
    assert_faults(HEAD "elements:\n- kind: group\n  slot: head\n  children:\n  - {kind: text, text: x, at: [1, 2]}\n",
                  "scenes/s.yaml:7:27: 'at' in element 'text-1' (an element of a group is placed by the group)\n");
    assert_faults(HEAD "elements:\n- {kind: text, id: a, text: x, slot: head, portrait: {kind: image}}\n",
                  "scenes/s.yaml:4:55: 'kind' in 'portrait' of element 'a' (it cannot differ: remove it)\n");
    assert_faults(HEAD "elements:\n- {kind: text, id: a, text: x, slot: head, portrait: {widht: 3}}\n",
                  "scenes/s.yaml:4:55: unknown key 'widht' in 'portrait' of element 'a' (did you mean 'width'?)\n");
}

static void faults_of_kinds(void **st) {
    (void)st;
    assert_faults(HEAD "elements:\n- {kind: button, id: b, slot: head, label: L, icon: hom}\n",
                  "scenes/s.yaml:4:53: no icon 'hom' in button 'b' (did you mean 'home'?)\n");
    assert_faults(HEAD "elements:\n- {kind: button, id: b, slot: head, label: L, look: prim, height: 70}\n",
                  "scenes/s.yaml:4:67: main button 'b' is 70 high (make it 81 at least)\n");
    assert_faults(HEAD "elements:\n- {kind: hotspot, id: h, at: [0, 0], press: [{home: true}]}\n",
                  "scenes/s.yaml:4:3: hotspot 'h' lacks 'alt' (it is spoken and acts)\n");
    assert_faults(HEAD "elements:\n- {kind: image, id: i, at: [0, 0], file: art/treee.svg}\n",
                  "scenes/s.yaml:4:42: no file 'assets/art/treee.svg' (did you mean 'tree.svg'?)\n");
    assert_faults(HEAD "elements:\n- kind: text\n  id: a\n  slot: head\n  text: x\n  tracks: [{property: x, keys: [0, 1, 2]}, {property: y, keys: [2, 0, 1, 5]}]\n",
                  "scenes/s.yaml:8:32: keys of a track in element 'a' must be pairs in rising order (write [0, 0, 1.5, 200])\n"
                  "scenes/s.yaml:8:64: keys of a track in element 'a' must be pairs in rising order (write [0, 0, 1.5, 200])\n");
}

static void faults_of_ids_and_depth(void **st) {
    struct kit k;
    (void)st;
    kit_open(&k, NULL, 0);
    assert_null(scene_load(&k.deps, "../etc", &k.d));
    assert_null(scene_load(&k.deps, NULL, &k.d));
    assert_null(scene_load(&k.deps, "missing", &k.d));
    assert_int_equal(k.d.errors, 3);
    kit_close(&k);
    struct arena a;
    arena_init(&a, 0);
    struct sbuf b = {.arena = &a};
    sbuf_puts(&b, HEAD "elements:\n- {kind: group, slot: head, children: ");
    for (int i = 0; i < 6; i++) sbuf_puts(&b, "[{kind: group, children: ");
    sbuf_puts(&b, "[]");
    for (int i = 0; i < 6; i++) sbuf_puts(&b, "}]");
    sbuf_puts(&b, "}\n");
    struct kit_file f = {"scenes/s.yaml", b.p};
    kit_open(&k, &f, 1);
    assert_null(scene_load(&k.deps, "s", &k.d));
    assert_non_null(strstr(kit_lines(&k), "deep"));
    kit_close(&k);
    arena_free(&a);
}

#define GOOD HEAD \
    "template: stage\n" \
    "variables:\n- {name: jumper, value: cat}\n- {name: far, value: 0, unit: m}\n" \
    "states:\n- {name: wide, set: {far: 6}}\n" \
    "numbers:\n- {name: tries, value: 3}\n" \
    "facts: [leap-length]\n" \
    "elements:\n" \
    "- kind: text\n  id: title\n  slot: head\n  style: h1\n  text: {easy: \"One leap: {leap-length}\", more: \"{tries} tries\"}\n" \
    "- kind: image\n  at: [10, 20]\n  size: [100, 0]\n  file: art/tree.svg\n  portrait: {at: [30, 40], flip: true}\n" \
    "- kind: group\n  id: row\n  slot: controls\n  axis: row\n  children:\n" \
    "  - {kind: button, id: go, label: Go, press: [{set: {jumper: leopard}}, {goto: home}], selected-if: {jumper: leopard}}\n" \
    "  - {kind: button, id: off, label: Off, enabled-if: {far: [1, 9]}}\n" \
    "- kind: text\n  id: count\n  at: [900, 20]\n  text: \"Now {far}\"\n  tracks: [{property: alpha, driver: far, keys: [0, 1, 10, 0]}]\n"

static struct fact_value SIX = {.kind = FACT_NUM, .num = 6, .unit = "m"};
static struct fact LEAP = {.id = "leap-length", .display = "yes", .values = &SIX, .nvalues = 1};
static const struct kit_file PACK[] = {{"scenes/s.yaml", GOOD}, {"scenes/home.yaml", HEAD "elements: []\n"}, SVG};

static void open_pack(struct kit *k) {
    kit_open(k, PACK, 3);
    map_put(&k->facts.by_id, "leap-length", &LEAP);
    map_put(&k->facts.units, "m", (void *)"length-meter");
}

static void a_good_scene(void **st) {
    struct kit k;
    (void)st;
    open_pack(&k);
    struct scene *s = kit_scene(&k, "s");
    assert_true(scene_check(s, &k.deps, NULL, 0, &k.d, NULL));
    assert_string_equal(kit_lines(&k), "");
    assert_int_equal(s->n, 4);
    assert_int_equal(s->nall, 6);
    assert_ptr_equal(scene_node(s, "go")->parent, scene_node(s, "row"));
    const struct node *img = s->nodes[1];
    assert_string_equal(img->common[0].id, "image-1");
    assert_true(img->common[0].at.x == 10 && img->common[1].at.x == 30 && img->common[1].size.x == 100);
    assert_ptr_not_equal(img->props[0], img->props[1]);
    assert_ptr_equal(s->nodes[0]->props[0], s->nodes[0]->props[1]);
    assert_int_equal(s->nassets, 1);
    assert_true(s->assets[0].info.w == 200);
    bool found = false;
    for (int i = 0; i < s->nrefs; i++)
        if (s->refs[i].type == FIELD_TEXT && !strcmp(s->refs[i].text.easy, "Go")) {
            found = true;
            assert_string_equal(s->refs[i].text.ctxt, "s/go.label");
            assert_string_equal(s->refs[i].kind->name, "button");
        }
    assert_true(found);
    scene_free(s);
    kit_close(&k);
}

static const struct sem_item *item(struct kit *k, const char *id) {
    for (int i = 0; i < k->sem.n; i++)
        if (!strcmp(k->sem.v[i].id, id)) return &k->sem.v[i];
    return NULL;
}

static void a_scene_lives(void **st) {
    struct kit k;
    (void)st;
    open_pack(&k);
    struct scene *s = kit_scene(&k, "s");
    kit_draw(&k, s);
    const struct sem_item *go = item(&k, "go"), *off = item(&k, "off"), *title = item(&k, "title");
    assert_true(go && off && title);
    assert_int_equal(title->role, SEM_HEADING);
    assert_int_equal(go->role, SEM_CHOICE);
    assert_int_equal(go->state, 0);
    assert_true(off->state & SEM_DISABLED);
    assert_true(go->hit.h >= 81);
    int texts = 0, pictures = 0;
    for (int i = 0; i < k.list.n; i++) {
        texts += k.list.cmds[i].kind == DRAW_TEXT;
        pictures += k.list.cmds[i].kind == DRAW_PICTURE;
        if (k.list.cmds[i].kind == DRAW_PICTURE) assert_non_null(picset_find(&s->pics, k.list.cmds[i].key));
    }
    assert_true(texts >= 4);
    assert_int_equal(pictures, 3);
    /* pressed in the next frame, acting on release */
    struct route r;
    struct ui_event ev = {.kind = UI_DOWN, .at = {go->hit.x + 5, go->hit.y + 30}};
    route_init(&r);
    uint64_t risen = dlist_hash(&k.list);
    assert_true(route_event(&r, &ev, &k.sem, &k.e, &k.fx));
    kit_draw(&k, s);
    assert_true(item(&k, "go")->state & SEM_PRESSED);
    assert_true(dlist_hash(&k.list) != risen);
    assert_int_equal(k.fx.n, 0);
    ev.kind = UI_UP;
    route_event(&r, &ev, &k.sem, &k.e, &k.fx);
    assert_int_equal(k.fx.n, 2);
    assert_int_equal(k.fx.v[1].action->kind, ACT_GOTO);
    kit_draw(&k, s);
    assert_true(dlist_hash(&k.list) == risen);
    /* variables: words, states and tracks follow */
    vars_set(&k.vars, "jumper", (struct value){VALUE_WORD, 0, "leopard"});
    vars_set_num(&k.vars, "far", 5);
    kit_draw(&k, s);
    assert_true(item(&k, "go")->state & SEM_SELECTED);
    assert_false(item(&k, "off")->state & SEM_DISABLED);
    assert_non_null(strstr(item(&k, "count")->label, "5"));
    for (int i = 0; i < k.list.n; i++)
        if (k.list.cmds[i].kind == DRAW_TEXT && !strncmp(k.list.cmds[i].text, "Now", 3)) assert_in_range(k.list.cmds[i].alpha, 126, 129);
    vars_set_num(&k.vars, "far", 10);
    kit_draw(&k, s);
    assert_null(item(&k, "count"));              /* alpha 0: neither drawn nor perceived */
    scene_free(s);
    kit_close(&k);
}

/* A slider that changes a text sixty times a second must neither lay out anew nor fill the memory. */
static void changing_words_are_cheap(void **st) {
    struct kit k;
    (void)st;
    open_pack(&k);
    struct scene *s = kit_scene(&k, "s");
    vars_set_num(&k.vars, "far", 1);
    kit_draw(&k, s);
    int layouts = 0;
    size_t most = 0;
    for (int i = 0; i < 2000; i++) {
        vars_set_num(&k.vars, "far", 2 + i % 7);
        scene_args(s, &k.vars);
        scene_tick(s, &k.e, &k.fx);
        if (k.e.relayout) layout_scene(s, &k.e), layouts++;
        if (s->layout.used > most) most = s->layout.used;
        arena_reset(&k.frame);
    }
    assert_in_range(layouts, 1, 12);
    assert_true(most < (size_t)8 << 20);
    scene_free(s);
    kit_close(&k);
}

static void assert_check(const char *elements, const char *lines) {
    struct kit k;
    struct arena a;
    arena_init(&a, 0);
    struct kit_file files[] = {{"scenes/s.yaml", arena_printf(&a, HEAD "facts: [leap-length]\nvariables: [{name: jumper, value: cat}]\nelements:\n%s", elements)},
                               {"scenes/home.yaml", HEAD "elements: []\n"}};
    kit_open(&k, files, 2);
    map_put(&k.facts.by_id, "leap-length", &LEAP);
    map_put(&k.facts.by_id, "leap-height", &LEAP);
    map_put(&k.facts.units, "m", (void *)"length-meter");
    struct scene *s = scene_load(&k.deps, "s", &k.d);
    if (!s) fail_msg("%s", kit_lines(&k));
    int errors = k.d.errors;
    bool good = scene_check(s, &k.deps, NULL, 0, &k.d, NULL);
    scene_free(s);
    assert_string_equal(kit_lines(&k), lines);
    assert_int_equal(good, k.d.errors == errors);
    kit_close(&k);
    arena_free(&a);
}

static void checks_against_the_pack(void **st) {
    (void)st;
    assert_check("- {kind: button, id: b, slot: controls, label: L, press: [{goto: hom}]}\n",
                 "scenes/s.yaml:6:66: no scene 'hom' (did you mean 'home'?)\n");
    assert_check("- {kind: button, id: b, slot: controls, label: L, press: [{set: {jumpr: 1}}]}\n",
                 "scenes/s.yaml:6:66: no variable 'jumpr' (did you mean 'jumper'?)\n");
    assert_check("- {kind: text, id: t, slot: hed, text: L}\n",
                 "scenes/s.yaml:6:29: template 'stage' has no slot 'hed' for element 't' (did you mean 'head'?)\n");
    assert_check("- {kind: button, id: b, slot: controls, label: L, press: [{language: fr}]}\n",
                 "scenes/s.yaml:6:70: no language 'fr' (add it to 'languages' in scenes/journey.yaml)\n");
    assert_check("- {kind: button, id: b, slot: controls, label: L, press: [{play: show}]}\n",
                 "scenes/s.yaml:6:66: no timeline 'show' (give a track the driver 'play:NAME')\n");
    assert_check("- {kind: button, id: b, slot: controls, label: L, press: [{finish: show}]}\n",
                 "scenes/s.yaml:6:68: no timeline 'show' (give a track the driver 'play:NAME')\n");
    assert_check("- {kind: button, id: b, slot: controls, label: L, press: [{sources: [leap-lenght]}]}\n",
                 "scenes/s.yaml:6:70: no fact 'leap-lenght' (did you mean 'leap-length'?)\n");
    assert_check("- {kind: text, id: t, slot: head, text: L, visible-if: {language: en}, tracks: [{property: x, driver: pointer-x, keys: [0, 0, 1, 9]}]}\n", "");
}

static void warns_of_unlisted_facts(void **st) {
    (void)st;
    static struct fact high = {.id = "leap-height", .values = &SIX, .nvalues = 1};
    struct kit_file f = {"scenes/s.yaml", HEAD "facts: [leap-length.a]\nelements:\n- {kind: text, id: t, slot: head, text: \"{leap-length} and {leap-height.qualified}\"}\n"};
    struct kit k;
    kit_open(&k, &f, 1);
    SIX.key = NULL;
    map_put(&k.facts.by_id, "leap-length", &LEAP);
    map_put(&k.facts.by_id, "leap-height", &high);
    map_put(&k.facts.units, "m", (void *)"length-meter");
    struct scene *s = scene_load(&k.deps, "s", &k.d);
    assert_non_null(s);
    scene_check(s, &k.deps, NULL, 0, &k.d, NULL);
    assert_int_equal(k.d.warnings, 1);
    assert_non_null(strstr(kit_lines(&k), "scenes/s.yaml:5:41: warning: text shows the fact 'leap-height', which 'facts' does not list (add it there)"));
    scene_free(s);
    kit_close(&k);
}

static void missing_translations_are_faults(void **st) {
    struct kit_file files[] = {{"scenes/s.yaml", HEAD "elements:\n- {kind: text, id: t, slot: head, text: Snow}\n"},
                               {"locales/ru.po", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgctxt \"s.title\"\nmsgid \"T\"\nmsgstr \"Т\"\n"}};
    struct kit k;
    struct catalog cat;
    const struct catalog *cats[] = {&cat};
    (void)st;
    kit_open(&k, files, 2);
    if (!catalog_load(&k.a, &k.files, "locales/ru.po", "ru", &cat, &k.d)) fail_msg("%s", kit_lines(&k));
    struct scene *s = scene_load(&k.deps, "s", &k.d);
    assert_non_null(s);
    bool fit = false;
    assert_false(scene_check(s, &k.deps, cats, 1, &k.d, &fit));
    assert_true(fit);                            /* English is shown */
    assert_string_equal(kit_lines(&k), "scenes/s.yaml:4:41: text 's/t.text' has no translation in 'ru' (add it to locales/ru.po)\n");
    scene_free(s);
    kit_close(&k);
}

static void no_memory(void **st) {
    (void)st;
    long fail = 1;
    for (bool loaded = false; !loaded && fail < 4000; fail += fail < 60 ? 1 : 7) {
        struct kit k;
        open_pack(&k);
        k.deps.fail_at = fail;
        struct scene *s = scene_load(&k.deps, "s", &k.d);
        loaded = s && !s->arena.failed;
        if (!s) assert_true(k.d.errors > 0);
        scene_free(s);
        kit_close(&k);
    }
    assert_in_range(fail, 60, 3900);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_of_the_file), cmocka_unit_test(faults_of_elements), cmocka_unit_test(faults_of_kinds),
        cmocka_unit_test(faults_of_ids_and_depth), cmocka_unit_test(a_good_scene), cmocka_unit_test(a_scene_lives),
        cmocka_unit_test(changing_words_are_cheap), cmocka_unit_test(checks_against_the_pack), cmocka_unit_test(warns_of_unlisted_facts),
        cmocka_unit_test(missing_translations_are_faults), cmocka_unit_test(no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
