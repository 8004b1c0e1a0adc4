/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene_kit.h"
#include <stdio.h>

#define SHORT "A title of some words"
#define LONG "The winter coat is long and light, the summer coat short and bright, and in the snow of the southern taiga both " \
             "are worn by one and the same animal, which nobody has seen for longer than it wished to be seen."

/* A scene with something in every slot of a template: buttons in what is touched, a title and a paragraph elsewhere. */
static const char *full_scene(struct arena *a, const struct layout_template *t, int buttons) {
    struct sbuf b = {.arena = a};
    sbuf_printf(&b, "format: 1\ntitle: T\ntemplate: %s\nelements:\n", t->name);
    for (const struct layout_slot *s = t->slots; s->name; s++) {
        if (s->axis == SLOT_FILL) {
            sbuf_printf(&b, "- {kind: group, id: %s, slot: %s, plate: spruce-950}\n", s->name, s->name);
        } else if (s->control) {
            for (int i = 0; i < buttons; i++)
                sbuf_printf(&b, "- {kind: button, id: %s-%d, slot: %s, label: Choice number, press: [{home: true}]}\n", s->name, i, s->name);
        } else if (!strcmp(s->name, "note") || !strcmp(s->name, "corner")) {
            sbuf_printf(&b, "- {kind: text, id: %s-a, slot: %s, style: small, text: Small words}\n", s->name, s->name);
        } else {
            sbuf_printf(&b, "- {kind: text, id: %s-a, slot: %s, style: h2, fit: true, max-lines: 2, text: %s}\n", s->name, s->name, SHORT);
            if (!strcmp(s->name, "title")) continue;
            sbuf_printf(&b, "- {kind: text, id: %s-b, slot: %s, style: body, text: \"%s\"}\n", s->name, s->name, LONG);
        }
    }
    return b.p;
}

struct look { int w, h; float text; bool rtl, low; };

static bool overlap(struct box a, struct box b) {
    return a.x + a.w > b.x + 1 && b.x + b.w > a.x + 1 && a.y + a.h > b.y + 1 && b.y + b.h > a.y + 1;
}

static const struct layout_slot *slot_of(const struct layout_template *t, const char *name) {
    for (const struct layout_slot *s = t->slots; s->name; s++)
        if (!strcmp(s->name, name)) return s;
    return NULL;
}

#define WHERE "%s %dx%d text %g%s%s: "
#define WHERE_ARGS t->name, l->w, l->h, (double)l->text, l->rtl ? " rtl" : "", l->low ? " low" : ""

static int check_node(const struct scene *s, const struct env *e, const struct layout_template *t, const struct look *l, int i) {
    const struct node *n = s->nodes[i];
    const struct layout_slot *slot = slot_of(t, n->common[0].slot);
    struct box b = n->box;
    float reach = e->h - (e->portrait ? 840.0f : 440.0f);
    int bad = 0;
    if (b.x < -1 || b.y < -1 || b.x + b.w > e->w + 1 || b.y + b.h > e->h + 1 || b.w < 1 || b.h < 1) {
        print_error(WHERE "%s leaves the canvas: %g,%g %gx%g\n", WHERE_ARGS, n->common[0].id, (double)b.x, (double)b.y, (double)b.w, (double)b.h);
        bad++;
    }
    if (l->low && slot->control && b.y < reach - 1) {
        print_error(WHERE "%s is too high to reach: %g\n", WHERE_ARGS, n->common[0].id, (double)b.y);
        bad++;
    }
    for (int k = 0; k < i; k++) {
        const struct node *o = s->nodes[k];
        bool ground = slot->axis == SLOT_FILL || slot_of(t, o->common[0].slot)->axis == SLOT_FILL;
        bool nav = str_eq(n->common[0].slot, "nav") || str_eq(o->common[0].slot, "nav");
        if ((ground && !nav) || !overlap(b, o->box)) continue;
        print_error(WHERE "%s lies on %s: %g,%g %gx%g / %g,%g %gx%g\n", WHERE_ARGS, n->common[0].id, o->common[0].id, (double)b.x,
                    (double)b.y, (double)b.w, (double)b.h, (double)o->box.x, (double)o->box.y, (double)o->box.w, (double)o->box.h);
        bad++;
    }
    return bad;
}

static int check_look(struct kit *k, struct scene *s, const struct layout_template *t, const struct look *l) {
    int bad = 0;
    k->e.text_scale = l->text;
    k->e.rtl = l->rtl;
    k->e.low_reach = l->low;
    layout_canvas(&k->e, l->w, l->h);
    layout_scene(s, &k->e);
    for (int i = 0; i < s->n; i++) bad += check_node(s, &k->e, t, l, i);
    kit_draw(k, s);
    /* nothing drawn leaves its element by more than a line's rounding: what is too long pages */
    for (int i = 0; i < k->sem.n; i++) {
        const struct sem_item *it = &k->sem.v[i];
        if (!it->para || it->role == SEM_HEADING) continue;
        if (it->box.y + it->box.h > it->node->box.y + it->node->box.h + 2) {
            print_error(WHERE "words of %s leave their box\n", WHERE_ARGS, it->id);
            bad++;
        }
    }
    return bad;
}

static void every_template(void **st) {
    (void)st;
    static const int SIZES[][2] = {{1920, 1080}, {1280, 720}, {1280, 1024}, {2560, 1080}, {1080, 1920}, {600, 1024}, {1200, 1600}};
    int bad = 0;
    for (const struct layout_template *t = LAYOUT_TEMPLATES; t->name; t++) {
        struct kit k;
        struct arena a;
        arena_init(&a, 0);
        struct kit_file f = {"scenes/full.yaml", full_scene(&a, t, 3)};
        kit_open(&k, &f, 1);
        struct scene *s = kit_scene(&k, "full");
        assert_true(scene_check(s, &k.deps, NULL, 0, &k.d, NULL));
        for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++)
            for (int v = 0; v < 12; v++) {
                struct look l = {SIZES[i][0], SIZES[i][1], v % 3 == 0 ? 1.0f : v % 3 == 1 ? 1.5f : 2.0f, v / 3 & 1, v / 6 & 1};
                bad += check_look(&k, s, t, &l);
            }
        scene_free(s);
        kit_close(&k);
        arena_free(&a);
    }
    assert_int_equal(bad, 0);
}

static void canvas(void **st) {
    struct env e = {0};
    (void)st;
    layout_canvas(&e, 3840, 2160);
    assert_float_equal(e.scale, 2, 1e-4);
    assert_false(e.portrait);
    layout_canvas(&e, 1280, 1024);
    assert_float_equal(e.w, 1920, .01);
    assert_float_equal(e.h, 1536, .01);
    assert_float_equal(e.stage.y, 456, .01);      /* the stage stands at the bottom */
    layout_canvas(&e, 2520, 1080);
    assert_float_equal(e.stage.x, 300, .01);      /* and in the middle */
    layout_canvas(&e, 1080, 1920);
    assert_true(e.portrait);
    assert_float_equal(e.stage.w, 1080, .01);
    layout_canvas(&e, 0, 0);
    assert_true(e.scale > 0);
}

static void assert_box(const struct scene *s, const char *id, float x, float y, float w, float h) {
    struct box b = scene_node(s, id)->box;
    if (fabsf(b.x - x) > .6f || fabsf(b.y - y) > .6f || fabsf(b.w - w) > .6f || fabsf(b.h - h) > .6f)
        fail_msg("%s: %g,%g %gx%g", id, (double)b.x, (double)b.y, (double)b.w, (double)b.h);
}

/* A face of layers: all of one size, at one corner, whatever side the language begins on. */
static void layers(void **st) {
    const struct kit_file files[] = {
        {"scenes/l.yaml", "format: 1\ntitle: T\nelements:\n- kind: group\n  id: face\n  axis: layers\n  at: [100, 50]\n  size: [400, 300]\n  children:\n"
                          "  - {kind: image, id: a, file: a.svg, size: [400, 0]}\n  - {kind: image, id: b, file: a.svg}\n"},
        {"assets/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><path d=\"M0 0L10 0L10 10Z\" fill=\"#ff0000\"/></svg>"}};
    struct kit k;
    (void)st;
    kit_open(&k, files, 2);
    struct scene *s = kit_scene(&k, "l");
    for (int rtl = 0; rtl < 2; rtl++) {
        k.e.rtl = rtl;
        layout_scene(s, &k.e);
        float x = rtl ? 1920 - 100 - 400 : 100;
        assert_box(s, "a", x, 50, 400, 200);
        assert_box(s, "b", x, 50, 400, 300);
    }
    scene_free(s);
    kit_close(&k);
}

static const struct kit_file STAGE[] = {
    {"scenes/s.yaml",
     "format: 1\ntitle: T\nvariables:\n- {name: open, value: 0}\nelements:\n"
     "- {kind: image, id: sky, file: a.svg, bleed: true}\n"
     "- {kind: image, id: tree, file: a.svg, at: [100, 200], size: [300, 0], portrait: {at: [50, 900], size: [0, 50]}}\n"
     "- {kind: image, id: map, file: a.svg, at: [100, 200], size: [300, 100], keep-side: true}\n"
     "- {kind: image, id: own, file: a.svg, at: [0, 0]}\n"
     "- kind: group\n  id: row\n  at: [400, 300]\n  axis: row\n  gap: 10\n  children:\n"
     "  - {kind: image, id: r1, file: a.svg, size: [100, 50]}\n"
     "  - {kind: image, id: r2, file: a.svg, size: [200, 50], visible-if: {open: 0}}\n"
     "  - {kind: image, id: r3, file: a.svg, size: [50, 20]}\n"
     "- kind: group\n  id: told\n  at: [400, 500]\n  size: [400, 200]\n  axis: row\n  gap: 10\n  children:\n"
     "  - {kind: text, id: words, text: one two three four five six seven eight}\n"
     "  - {kind: image, id: leaf, file: a.svg, size: [40, 40]}\n"
     "  - {kind: image, id: wide, file: a.svg, size: [100, 40]}\n"
     "- {kind: text, id: t1, slot: head, text: one}\n"
     "- {kind: text, id: t2, slot: head, text: two, visible-if: {open: 0}}\n"
     "- {kind: text, id: t3, slot: head, text: three}\n"},
    {"assets/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><path d=\"M0 0L10 0L10 10Z\" fill=\"#ff0000\"/></svg>"}};

static void stage_places(void **st) {
    struct kit k;
    (void)st;
    kit_open(&k, STAGE, 2);
    struct scene *s = kit_scene(&k, "s");
    layout_canvas(&k.e, 2520, 1080);
    layout_scene(s, &k.e);
    assert_box(s, "sky", 0, 0, 2520, 1080);
    assert_box(s, "tree", 400, 200, 300, 150);     /* its own proportions */
    assert_box(s, "own", 300, 0, 200, 100);
    assert_box(s, "r1", 700, 300, 100, 50);
    assert_box(s, "r2", 810, 300, 200, 50);
    assert_box(s, "r3", 1020, 315, 50, 20);        /* in the middle of the row */
    struct box words = scene_node(s, "words")->box, leaf = scene_node(s, "leaf")->box;
    assert_true(words.w > 200 && words.w <= 350);  /* words leave room for a small thing behind them, not for a wide one */
    assert_float_equal(leaf.x, words.x + words.w + 10, .6);
    assert_true(leaf.y > words.y && leaf.y + leaf.h < words.y + words.h);
    assert_true(scene_node(s, "wide")->box.y >= words.y + words.h);
    k.e.rtl = true;
    layout_scene(s, &k.e);
    assert_box(s, "sky", 0, 0, 2520, 1080);
    assert_box(s, "tree", 2520 - 400 - 300, 200, 300, 150);
    assert_box(s, "map", 400, 200, 300, 100);      /* keeps its side */
    float right = 2520 - 700;                      /* the group's own right edge: children begin there */
    assert_box(s, "r1", right - 100, 300, 100, 50);
    assert_box(s, "r3", right - 370, 315, 50, 20);
    k.e.rtl = false;
    layout_canvas(&k.e, 1080, 1920);
    layout_scene(s, &k.e);
    assert_box(s, "tree", 50, 900, 100, 50);
    scene_free(s);
    kit_close(&k);
}

/* A scene of one picture: everything but the bar stands where it does in other languages; rows run by the language. */
static const struct kit_file WHOLE[] = {
    {"scenes/w.yaml",
     "format: 1\ntitle: T\nkeep-side: true\nelements:\n"
     "- {kind: image, id: tree, file: a.svg, at: [100, 200], size: [300, 150]}\n"
     "- {kind: text, id: name, at: [500, 200], size: [400, 80], align: end, text: one}\n"
     "- kind: part\n  id: hill\n  at: [0, 0]\n  size: [1920, 952]\n  children:\n  - {kind: image, id: car, file: a.svg, at: [60, 700], size: [100, 50]}\n"
     "- kind: group\n  id: row\n  at: [400, 300]\n  size: [600, 50]\n  axis: row\n  gap: 10\n  children:\n"
     "  - {kind: image, id: r1, file: a.svg, size: [100, 50]}\n  - {kind: image, id: r2, file: a.svg, size: [200, 50]}\n"
     "- {kind: button, id: b1, slot: controls, label: A, width: 200}\n- {kind: button, id: b2, slot: controls, label: B, width: 300}\n"
     "- {kind: text, id: bar, slot: nav, text: one}\n"},
    {"assets/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><path d=\"M0 0L10 0L10 10Z\" fill=\"#ff0000\"/></svg>"}};

static void a_scene_keeps_its_side(void **st) {
    struct kit k;
    (void)st;
    kit_open(&k, WHOLE, 2);
    struct scene *s = kit_scene(&k, "w");
    kit_draw(&k, s);
    float first = scene_node(s, "b1")->box.x;
    k.e.rtl = true;
    layout_scene(s, &k.e);
    kit_draw(&k, s);
    assert_box(s, "tree", 100, 200, 300, 150);
    assert_box(s, "car", 60, 700, 100, 50);
    assert_box(s, "r2", 400, 300, 200, 50);
    assert_box(s, "r1", 610, 300, 100, 50);
    assert_float_equal(scene_node(s, "b2")->box.x, first, .6);
    assert_true(scene_node(s, "b1")->box.x > scene_node(s, "b2")->box.x);
    assert_false(node_common(scene_node(s, "bar"), &k.e)->keep_side);
    for (int i = 0; i < k.sem.n; i++)              /* at the end of its column, whatever side the lines begin on */
        if (str_eq(k.sem.v[i].id, "name")) assert_float_equal(k.sem.v[i].box.x + k.sem.v[i].box.w, 900, 2);
    scene_free(s);
    kit_close(&k);
}

/* Words that may be narrower leave room for what has a width of its own behind them; those that would break do not. */
static const struct kit_file ROWS[] = {
    {"scenes/r.yaml",
     "format: 1\ntitle: T\nelements:\n"
     "- kind: group\n  id: narrow\n  at: [100, 100]\n  size: [400, 0]\n  axis: row\n  gap: 10\n  children:\n"
     "  - {kind: text, id: n1, style: h2, fit: true, max-lines: 1, text: 0123456789}\n  - {kind: image, id: n2, file: a.svg, size: [60, 60]}\n"
     "- kind: group\n  id: wide\n  at: [100, 500]\n  size: [400, 0]\n  axis: row\n  gap: 10\n  children:\n"
     "  - {kind: text, id: w1, text: one two three fours}\n  - {kind: image, id: w2, file: a.svg, size: [60, 60]}\n"
     "- kind: group\n  id: foot\n  at: [900, 500]\n  size: [300, 100]\n  axis: row\n  gap: 10\n  valign: end\n  children:\n"
     "  - {kind: image, id: f1, file: a.svg, size: [200, 60]}\n  - {kind: image, id: f2, file: a.svg, size: [200, 60]}\n"
     "- {kind: text, id: long, at: [900, 700], size: [400, 80], style: h2, fit: true, max-lines: 1, text: 0123456789012}\n"},
    {"assets/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\"><path d=\"M0 0L10 0L10 10Z\" fill=\"#ff0000\"/></svg>"}};

static void words_leave_room_in_a_row(void **st) {
    struct kit k;
    (void)st;
    kit_open(&k, ROWS, 2);
    struct scene *s = kit_scene(&k, "r");
    kit_draw(&k, s);
    assert_true(scene_node(s, "n1")->box.w <= 330);
    assert_float_equal(scene_node(s, "n2")->box.x, scene_node(s, "n1")->box.x + scene_node(s, "n1")->box.w + 10, .6);
    assert_true(scene_node(s, "w1")->box.w > 330);
    assert_float_equal(scene_node(s, "w2")->box.x, 100, .6);
    assert_box(s, "f2", 900, 540, 200, 60);        /* stands at the foot; what has no room beside it grows up */
    assert_box(s, "f1", 900, 470, 200, 60);
    for (int i = 0; i < k.sem.n; i++)              /* smaller than `fit` makes it, and whole */
        if (str_eq(k.sem.v[i].id, "long")) assert_true(k.sem.v[i].box.w <= 401 && k.sem.v[i].box.h < 70);
    assert_true(scene_node(s, "w2")->box.y >= scene_node(s, "w1")->box.y + scene_node(s, "w1")->box.h);
    scene_free(s);
    kit_close(&k);
}

/* A width that the author wrote: as far as the other margin in the head of a stage, no wider than the slot elsewhere. */
static void widths_of_their_own(void **st) {
    static const struct { const char *template; int w, h; float expect; } rows[] = {
        {"stage", 1920, 1080, 1920 - 2 * 96}, {"stage", 1080, 1920, 1080 - 2 * 56}, {"stage", 2560, 1080, 1800}, {"beside", 1920, 1080, 1276 - 96}};
    (void)st;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kit k;
        struct arena a;
        arena_init(&a, 0);
        struct sbuf b = {.arena = &a};
        sbuf_printf(&b, "format: 1\ntitle: T\ntemplate: %s\nelements:\n- {kind: text, id: t, slot: head, size: [1800, 60], text: A}\n", rows[i].template);
        const struct kit_file file = {"scenes/s.yaml", b.p};
        kit_open(&k, &file, 1);
        struct scene *s = kit_scene(&k, "s");
        layout_canvas(&k.e, rows[i].w, rows[i].h);
        layout_scene(s, &k.e);
        assert_float_equal(s->nodes[0]->box.w, rows[i].expect, .01);
        scene_free(s);
        kit_close(&k);
        arena_free(&a);
    }
}

static void hidden_takes_no_room(void **st) {
    struct kit k;
    (void)st;
    kit_open(&k, STAGE, 2);
    struct scene *s = kit_scene(&k, "s");
    kit_draw(&k, s);
    float with = scene_node(s, "t3")->box.y, row = scene_node(s, "r3")->box.x;
    vars_set_num(&k.vars, "open", 1);
    k.e.relayout = false;
    scene_tick(s, &k.e, &k.fx);
    assert_true(k.e.relayout);                     /* asks for it by itself */
    layout_scene(s, &k.e);
    assert_true(scene_node(s, "t3")->box.y < with - 30);
    assert_float_equal(scene_node(s, "r3")->box.x, row - 210, .6);
    kit_draw(&k, s);
    for (int i = 0; i < k.sem.n; i++) assert_string_not_equal(k.sem.v[i].id, "t2");
    scene_tick(s, &k.e, &k.fx);
    assert_false(k.e.relayout);
    scene_free(s);
    kit_close(&k);
}

/* Long words at 200 %: nothing is lost, a tap turns the page. */
static void long_texts_page(void **st) {
    struct kit k;
    struct arena a;
    (void)st;
    arena_init(&a, 0);
    const struct kit_file f = {"scenes/p.yaml", arena_printf(&a, "format: 1\ntitle: T\nelements:\n- {kind: text, id: h, slot: side, style: h3, text: Head}\n"
                                                                "- {kind: text, id: b, slot: side, text: \"%s %s %s\"}\n", LONG, LONG, LONG)};
    kit_open(&k, &f, 1);
    k.e.text_scale = 2;
    struct scene *s = kit_scene(&k, "p");
    kit_draw(&k, s);
    const struct sem_item *page = NULL;
    for (int i = 0; i < k.sem.n; i++)
        if (!strcmp(k.sem.v[i].id, "b/page")) page = &k.sem.v[i];
    assert_non_null(page);
    assert_true(page->hit.h >= 61 && page->hit.w >= 61);
    assert_true(!strncmp(page->label, "1/", 2));
    struct node *n = scene_node(s, "b");
    assert_true(n->box.y + n->box.h <= 1080);
    struct node_event tap = {.kind = NODE_ACTIVATE, .item = 1};
    n->kind->event(n, &k.e, &tap, &k.fx);
    assert_true(k.e.relayout);
    kit_draw(&k, s);
    bool second = false;
    for (int i = 0; i < k.sem.n; i++) second |= !strcmp(k.sem.v[i].id, "b/page") && !strncmp(k.sem.v[i].label, "2/", 2);
    assert_true(second);
    k.e.text_scale = 1;
    layout_scene(s, &k.e);
    kit_draw(&k, s);
    scene_free(s);
    kit_close(&k);
    arena_free(&a);
}

/* The chapter in two languages: behind each other where they have room, else one below the other. */
static void a_chapter_in_two_languages(void **state) {
    (void)state;
    static const struct { float w; int lines; } ROOMS[] = {{0, 1}, {150, 2}};
    static struct chapter chapter = {.title = {.easy = "Life"}};
    for (size_t i = 0; i < sizeof ROOMS / sizeof *ROOMS; i++) {
        struct kit k;
        struct arena a;
        arena_init(&a, 0);
        struct kit_file f = {"scenes/p.yaml", arena_printf(&a, "format: 1\ntitle: T\ntemplate: stage\nelements:\n"
                                                           "- {kind: kicker, id: c, slot: head, size: [%g, 0]}\n", (double)ROOMS[i].w)};
        kit_open(&k, &f, 1);
        k.view.chapter_index = 0;
        k.journey.chapters = (struct list){&chapter, 1};
        struct catalog cat;
        assert_true(catalog_pseudo(&k.a, "en-XA", &cat));
        k.e.second = (struct msg_env){.lang = "en-XA", .catalog = &cat};
        struct scene *s = kit_scene(&k, "p");
        kit_draw(&k, s);
        const struct para *p = k.sem.v[0].para;
        assert_true(p->both && p->nlines == ROOMS[i].lines);
        scene_free(s);
        kit_close(&k);
        arena_free(&a);
    }
}

/* Where the second language has no room, it has a page of its own: if that is a place for words and a way to it. */
static void a_page_for_each_language(void **state) {
    (void)state;
    static const struct { int h; bool both; } ROOMS[] = {{165, true}, {150, false}};
    for (size_t i = 0; i < sizeof ROOMS / sizeof *ROOMS; i++) {
        struct kit k;
        struct arena a;
        arena_init(&a, 0);
        struct kit_file f = {"scenes/p.yaml", arena_printf(&a, "format: 1\ntitle: T\nelements:\n- kind: group\n  id: g\n  at: [100, 100]\n  size: [400, %d]\n"
                                                           "  children:\n  - {kind: text, id: t, text: Of these few words there are three lines or more}\n", ROOMS[i].h)};
        kit_open(&k, &f, 1);
        struct catalog cat;
        assert_true(catalog_pseudo(&k.a, "en-XA", &cat));
        k.e.second = (struct msg_env){.lang = "en-XA", .catalog = &cat};
        struct scene *s = kit_scene(&k, "p");
        kit_draw(&k, s);
        const struct para *p = k.sem.v[0].para;
        assert_true(p->both == ROOMS[i].both && (p->pages > 1) == ROOMS[i].both);
        scene_free(s);
        kit_close(&k);
        arena_free(&a);
    }
}

/* Height of the text that shares a slot with h units of something else, both languages shown; *px: size of its letters. */
static float pair_height(float h, float *px) {
    struct kit k;
    struct arena a;
    struct catalog cat;
    arena_init(&a, 0);
    struct kit_file f = {"scenes/p.yaml", arena_printf(&a, "format: 1\ntitle: T\ntemplate: stage\nelements:\n"
        "- {kind: group, id: g, slot: head, size: [10, %g], children: []}\n"
        "- {kind: text, id: t, slot: head, text: \"A leopard knows no border and two countries agreed on one reserve across it\"}\n", (double)h)};
    kit_open(&k, &f, 1);
    assert_true(catalog_pseudo(&k.a, "en-XA", &cat));
    k.e.second = (struct msg_env){.lang = "en-XA", .catalog = &cat};
    struct scene *s = kit_scene(&k, "p");
    kit_draw(&k, s);
    const struct para *p = k.sem.v[0].para;
    assert_true(p->both);
    float own = p->h;
    *px = p->runs[0].px;
    scene_free(s);
    kit_close(&k);
    arena_free(&a);
    return own;
}

/* Two languages may make a slot a little higher than it is: then nothing in it is set smaller, or turns. */
static void a_little_higher(void **state) {
    (void)state;
    const float slot = 520 - 64, gap = 12;
    float px = 0, own = pair_height(10, &px);
    assert_float_equal(px, 36, .1);
    assert_float_equal(pair_height(slot - gap - own + 10, &px), own, .6);
    assert_float_equal(px, 36, .1);
    pair_height(slot - gap - own + 30, &px);
    assert_true(px < 36);
}

/* A title of two lines is one where its author says so, and the second language stands below it. */
static void few_lines(void **state) {
    (void)state;
    static const struct kit_file f = {"scenes/p.yaml", "format: 1\ntitle: T\ntemplate: stage\nelements:\n"
        "- {kind: text, id: two, slot: head, style: h2, fit: true, max-lines: 2, text: \"Leopard\\nLeopard\"}\n"
        "- {kind: text, id: one, slot: head, pair: line, style: h2, fit: true, max-lines: 2, text: \"Leopard\\nLeopard\"}\n"};
    struct kit k;
    struct catalog cat;
    kit_open(&k, &f, 1);
    assert_true(catalog_pseudo(&k.a, "en-XA", &cat));
    k.e.second = (struct msg_env){.lang = "en-XA", .catalog = &cat};
    struct scene *s = kit_scene(&k, "p");
    kit_draw(&k, s);
    assert_int_equal(k.sem.n, 2);
    for (int i = 0; i < k.sem.n; i++) assert_true(k.sem.v[i].para->both && !strchr(k.sem.v[i].para->text, '\n') == (i == 1));
    k.e.second = (struct msg_env){0};
    layout_scene(s, &k.e);
    kit_draw(&k, s);
    for (int i = 0; i < k.sem.n; i++) assert_int_equal(k.sem.v[i].para->nlines, 2);
    scene_free(s);
    kit_close(&k);
}

/* On the picture a title that may fit keeps to its box, where both languages are there then; what may not grows out of it. */
static void two_languages_in_a_box(void **state) {
    (void)state;
    static const struct { const char *id; float least, most; } ROOMS[] = {{"fits", 60, 72}, {"grows", 80, 120}, {"low", 80, 120}};
    static const struct kit_file f = {"scenes/p.yaml", "format: 1\ntitle: T\ntemplate: stage\nelements:\n"
        "- {kind: text, id: fits, at: [0, 300], size: [200, 72], style: h3, fit: true, max-lines: 1, text: Leopard}\n"
        "- {kind: text, id: grows, at: [0, 400], size: [200, 72], style: h3, max-lines: 1, text: Leopard}\n"
        "- {kind: text, id: low, at: [0, 500], size: [200, 40], style: h3, fit: true, max-lines: 1, text: Leopard}\n"};
    struct kit k;
    struct catalog cat;
    kit_open(&k, &f, 1);
    assert_true(catalog_pseudo(&k.a, "en-XA", &cat));
    k.e.second = (struct msg_env){.lang = "en-XA", .catalog = &cat};
    struct scene *s = kit_scene(&k, "p");
    kit_draw(&k, s);
    assert_int_equal(k.sem.n, 3);
    for (int i = 0; i < k.sem.n; i++) {
        const struct para *p = k.sem.v[i].para;
        assert_string_equal(k.sem.v[i].id, ROOMS[i].id);
        assert_true(p->both && p->nlines == 2 && p->h >= ROOMS[i].least && p->h <= ROOMS[i].most);
    }
    scene_free(s);
    kit_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(few_lines), cmocka_unit_test(a_little_higher), cmocka_unit_test(two_languages_in_a_box), cmocka_unit_test(a_chapter_in_two_languages), cmocka_unit_test(a_page_for_each_language), cmocka_unit_test(canvas), cmocka_unit_test(stage_places), cmocka_unit_test(layers), cmocka_unit_test(a_scene_keeps_its_side), cmocka_unit_test(words_leave_room_in_a_row),
                                       cmocka_unit_test(widths_of_their_own),
                                       cmocka_unit_test(hidden_takes_no_room),
                                       cmocka_unit_test(long_texts_page), cmocka_unit_test(every_template)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
