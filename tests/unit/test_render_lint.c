/* links: lk_command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of `check --render`, one by one: a picture that is good and the same with one fault. Then small scenes, laid out
 * as the kiosk does, and what the rules see of them. */
#include "data_kit.h"
#include <command/lint_view.h>

/* ---- a picture of two words and two controls, all good */
struct heard { int count[LINT_RULES]; float measure[LINT_RULES]; char id[LINT_RULES][32], other[LINT_RULES][32]; int all; bool struck, apart; float px; };
static void hear(void *ctx, const struct lint_fault *f) {
    struct heard *h = ctx;
    h->all++;
    h->count[f->rule]++;
    h->measure[f->rule] = f->measure;
    strncpy(h->id[f->rule], f->id, 31);
    if (f->other) strncpy(h->other[f->rule], f->other, 31);
}

struct desk {
    struct lint_owner of[4];
    struct lint_text t[2];
    struct lint_target c[2];
    struct lint_frame f;
    struct heard heard;
};
static void place(struct lint_text *t, float x, float y, float w, float h) { t->box = (struct box){x, y, w, h}; }
static void open_desk(struct desk *d) {
    *d = (struct desk){0};
    for (int i = 0; i < 4; i++) d->of[i] = (struct lint_owner){.node = &d->of[i], .pos = {"scenes/s.yaml", i + 2, 5}};
    for (int i = 0; i < 2; i++) {
        d->t[i] = (struct lint_text){.id = i ? "second" : "first", .of = &d->of[i], .words = i ? "Two more" : "One", .lines = &d->t[i].box, .nlines = 1, .order = i, .px = 28};
        place(&d->t[i], 100, 100 + 100 * (float)i, 300, 30);
        d->c[i] = (struct lint_target){.id = i ? "other" : "button", .of = &d->of[2 + i], .hit = {800 + 100 * (float)i, 100, 96, 96}, .drawn = {800 + 100 * (float)i, 100, 96, 96}};
    }
    d->f = (struct lint_frame){.w = 1920, .h = 1080, .floor = 960, .pixel = 1, .latin = true, .texts = d->t, .ntexts = 2, .targets = d->c, .ntargets = 2};
}
static void judge(struct desk *d) {
    struct lint_sink sink = {&d->heard, hear};
    d->heard = (struct heard){0};
    lint_texts(&d->f, &sink);
    lint_targets(&d->f, &sink);
    lint_words(&d->f, &sink);
}
/* Exactly this is said, once. */
#define ONLY(d, rule) (judge(d), assert_int_equal((d)->heard.all, 1), assert_int_equal((d)->heard.count[rule], 1))
#define NOTHING(d) (judge(d), assert_int_equal((d)->heard.all, 0))

static void one_text(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    NOTHING(&d);
    d.t[0].cut = true;
    ONLY(&d, LINT_CUT);
    assert_string_equal(d.heard.id[LINT_CUT], "first");
    open_desk(&d);
    d.t[0].clipped = 10;
    ONLY(&d, LINT_CLIPPED);
    open_desk(&d);
    d.t[1].missing = true;
    ONLY(&d, LINT_GLYPHS);
    open_desk(&d);
    place(&d.t[0], 1700, 100, 300, 30);
    ONLY(&d, LINT_OFF_SCREEN);
    assert_float_equal(d.heard.measure[LINT_OFF_SCREEN], 80, .01);
    place(&d.t[0], 100, -12, 300, 30);
    ONLY(&d, LINT_OFF_SCREEN);
    place(&d.t[0], 100, 950, 300, 30);
    ONLY(&d, LINT_UNDER_BAR);
    d.t[0].bar = true;
    NOTHING(&d);
}

static void small_letters(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    d.t[1].px = 27;
    ONLY(&d, LINT_TINY);
    assert_string_equal(d.heard.id[LINT_TINY], "second");
    assert_float_equal(d.heard.measure[LINT_TINY], 27, .01);
    static const struct { float scale, px; bool good; } ROWS[] = {    /* of the screen; letters are set in whole px */
        {1, 28, true}, {1, 27, false}, {.5f, 14, true}, {.5f, 13, false}, {1280.f / 1920, 19, true}, {1280.f / 1920, 18, false},
        {800.f / 1080, 21, true}, {800.f / 1080, 20, false}, {400.f / 1080, 10, true}, {400.f / 1080, 9, false}, {2, 56, true}, {2, 55, false}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        d.f.pixel = 1 / ROWS[i].scale;
        d.t[1].px = ROWS[i].px / ROWS[i].scale;
        if (ROWS[i].good) NOTHING(&d);
        else ONLY(&d, LINT_TINY);
    }
    d.t[1].px = 0;                                       /* nobody knows */
    NOTHING(&d);
}

static void texts_apart(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    place(&d.t[1], 300, 120, 300, 30);
    ONLY(&d, LINT_TEXT_ON_TEXT);
    assert_string_equal(d.heard.id[LINT_TEXT_ON_TEXT], "second");
    assert_string_equal(d.heard.other[LINT_TEXT_ON_TEXT], "first");
    assert_float_equal(d.heard.measure[LINT_TEXT_ON_TEXT], 10, .01);
    d.t[0].order = 3, d.t[1].order = 5, d.t[1].plate_order = 4;
    d.t[1].plate = (struct box){50, 50, 900, 200};       /* hides all of the first */
    NOTHING(&d);
    d.t[1].plate_order = 2;                              /* lies under both */
    ONLY(&d, LINT_TEXT_ON_TEXT);
    d.t[1].plate_order = 4;
    d.t[1].plate = (struct box){290, 50, 900, 200};      /* hides a part */
    ONLY(&d, LINT_TEXT_ON_TEXT);
    d.t[1].plate = (struct box){0, 0, 0, 0};
    d.of[1].card = true;                                 /* a card that can be closed */
    NOTHING(&d);
    d.of[1].card = false;
    place(&d.t[1], 300, 126, 300, 30);                   /* 4 px: no letter fills its box */
    NOTHING(&d);
    struct box lines[2] = {{100, 100, 300, 30}, {100, 140, 40, 30}};   /* a short last line leaves room beside it */
    d.t[0].lines = lines;
    d.t[0].nlines = 2;
    d.t[0].box = (struct box){100, 100, 300, 70};
    place(&d.t[1], 200, 140, 300, 30);
    NOTHING(&d);
    lines[1].w = 200;
    ONLY(&d, LINT_TEXT_ON_TEXT);
}

static void text_beside_control(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    place(&d.t[0], 540, 120, 300, 30);
    ONLY(&d, LINT_TEXT_ON_CONTROL);
    assert_string_equal(d.heard.other[LINT_TEXT_ON_CONTROL], "button");
    d.of[0].parent = &d.of[2];                           /* its own label */
    NOTHING(&d);
    open_desk(&d);
    place(&d.t[0], 810, 120, 60, 30);                    /* lies on it as a whole: words on a plate */
    NOTHING(&d);
    place(&d.t[0], 540, 120, 300, 30);
    d.c[0].drawn = (struct box){845, 100, 20, 20};       /* a small mark with a larger touch area */
    NOTHING(&d);
    d.c[0].drawn = d.c[0].hit = (struct box){700, 0, 500, 900};
    d.f.ntargets = 1;                                    /* ground */
    NOTHING(&d);
}

static void touch_sizes(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    d.c[0].hit.w = 61;
    NOTHING(&d);
    d.c[0].hit.w = 60;
    ONLY(&d, LINT_SMALL);
    assert_float_equal(d.heard.measure[LINT_SMALL], 60, .01);
    d.c[0].hit.w = 80;
    NOTHING(&d);
    d.c[0].main = true;
    ONLY(&d, LINT_SMALL_MAIN);
    d.c[0].hit.w = 81;
    NOTHING(&d);
    d.c[0].main = false;
    d.c[0].hit = (struct box){-40, 100, 96, 96};         /* what lies beyond the edge cannot be touched */
    ONLY(&d, LINT_SMALL);
}

static void choices(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    d.f.ntargets = 2;
    d.c[1].of = d.c[0].of;
    d.c[1].hit = d.c[1].drawn = (struct box){d.c[0].hit.x, d.c[0].hit.y + 200, 96, 96};
    d.c[0].choice = "6 m", d.c[1].choice = "15 m";
    NOTHING(&d);
    d.c[1].choice = "6 m";
    ONLY(&d, LINT_SAME);
    d.c[0].choice = NULL;
    NOTHING(&d);
    d.c[1].hit = d.c[1].drawn = (struct box){5000, 100, 96, 96};
    ONLY(&d, LINT_AWAY);
}

static void targets_apart(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    d.c[1].hit.x = 870;
    ONLY(&d, LINT_TARGETS);
    assert_string_equal(d.heard.id[LINT_TARGETS], "other");
    assert_string_equal(d.heard.other[LINT_TARGETS], "button");
    assert_float_equal(d.heard.measure[LINT_TARGETS], 26, .01);
    d.c[0].round = d.c[1].round = true;
    ONLY(&d, LINT_TARGETS);
    d.c[0].hit.y = 20;                                   /* the boxes meet at a corner, the discs do not */
    NOTHING(&d);
    d.c[0].round = d.c[1].round = false;
    ONLY(&d, LINT_TARGETS);
    d.of[2].card = true;
    NOTHING(&d);
    open_desk(&d);
    d.c[0].hit = (struct box){700, 50, 600, 400};        /* a small one on a large one that keeps room */
    NOTHING(&d);
    d.c[0].hit = (struct box){860, 90, 176, 116};        /* and one that keeps none */
    ONLY(&d, LINT_TARGETS);
    open_desk(&d);
    d.c[1].hit.x = 870;
    d.c[1].of = d.c[0].of;
    d.c[1].handle = true;                                /* of the same thing */
    NOTHING(&d);
}

static void words(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    char sixty[400] = "";
    for (int i = 0; i < 61; i++) strncat(sixty, "word ", sizeof sixty - strlen(sixty) - 1);
    d.t[0].words = sixty;
    ONLY(&d, LINT_LONG);
    assert_float_equal(d.heard.measure[LINT_LONG], 61, .01);
    d.f.more = true;
    NOTHING(&d);
    d.f.more = false;
    sixty[strlen(sixty) - 5] = 0;
    NOTHING(&d);
    d.t[0].words = "About {leap-length}";
    ONLY(&d, LINT_RAW);
    assert_int_equal(lint_count("Дальневосточный леопард, 84"), 3);
    assert_int_equal(lint_count("表意文字"), 2);
    assert_int_equal(lint_count("2 豹"), 2);
    assert_int_equal(lint_count("well-known – word's"), 2);
    assert_int_equal(lint_count("한국의 표범"), 2);
}

/* Two languages are chosen: whatever has words says them in both; a figure with its unit and the letter of a photo do in one. */
static void one_of_two(void **state) {
    (void)state;
    static const struct { const char *words; bool both, foreign, told; } ROWS[] = {
        {"Leopard", false, false, true}, {"Leopard", true, false, false}, {"Leopard", false, true, false}, {"豹", false, false, true},
        {"A", false, false, false}, {"1/3", false, false, false}, {"١/٣", false, false, false}, {"", false, false, false},
        {"5 kg", false, false, false}, {"5 км/ч", false, false, false}, {"361 756 км²", false, false, false},
        {"361,756平方公里", false, false, false}, {"84 leopards", false, false, true}, {"12只雪地里的豹子", false, false, true}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct desk d;
        open_desk(&d);
        d.t[1].both = true;
        d.t[0].words = ROWS[i].words;
        d.t[0].both = ROWS[i].both;
        d.t[0].foreign = ROWS[i].foreign;
        NOTHING(&d);                     /* one language is chosen */
        d.f.pair = true;
        judge(&d);
        assert_int_equal(d.heard.count[LINT_ALONE], ROWS[i].told);
        assert_int_equal(d.heard.all, ROWS[i].told);
    }
}

static void foreign_words(void **state) {
    (void)state;
    struct desk d;
    open_desk(&d);
    d.f.latin = false;
    d.t[0].words = "Прыжок";
    d.t[1].words = "豹";
    NOTHING(&d);
    d.t[0].words = "Leap";
    ONLY(&d, LINT_ENGLISH);
    assert_string_equal(d.heard.other[LINT_ENGLISH], "Leap");
    d.t[0].foreign = true;
    NOTHING(&d);
    d.t[0].foreign = false;
    d.t[0].words = "Сколько: about one leopard in every wood";
    ONLY(&d, LINT_ENGLISH);
    d.t[0].words = "Леопард, Panthera pardus orientalis";
    NOTHING(&d);
    d.t[0].words = "CC BY-SA";
    NOTHING(&d);
    d.f.latin = true;
    d.t[0].words = "Leap";
    NOTHING(&d);
    d.f.bracketed = true;
    ONLY(&d, LINT_ENGLISH);
    d.t[0].words = d.t[1].words = "1 · [Ļéååþ] 6 m [[åååƀöûţ 7] éñð]";
    NOTHING(&d);
    d.t[1].words = "[Ļéååþ] and more";
    ONLY(&d, LINT_ENGLISH);
    assert_true(lint_latin("English") && !lint_latin("Русский") && !lint_latin("12"));
}

/* ---- pixels: a bar of ink for a letter, on a ground */
enum { W = 512, H = 32 };
struct sheet { uint32_t full[W * H], bare[W * H], mask[W * H]; };
static bool letter(int x, int y) { return x >= 8 && x < W - 8 && x % 8 < 3 && y >= 8 && y < 24; }
static void ground(struct sheet *s, uint32_t (*color)(int x, int y), uint32_t ink) {
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++) {
            int i = y * W + x;
            s->bare[i] = color(x, y);
            s->mask[i] = letter(x, y) ? 0xFFFFFF : 0;
            s->full[i] = letter(x, y) ? ink : s->bare[i];
        }
}
static uint32_t night(int x, int y) { (void)x, (void)y; return 0x06171C; }
static uint32_t grey(int x, int y) { (void)x, (void)y; return 0x9A9A9A; }
static uint32_t board(int x, int y) { return (x / 4 + y / 4) % 2 ? 0xFFFFFF : 0x808080; }    /* under a half-clear white plate */
static uint32_t moon_at_end(int x, int y) { (void)y; return x >= W - 30 ? 0xFFF0DA : 0x06171C; }
static uint32_t star(int x, int y) { return x == 20 && y == 12 ? 0xFFFFFF : 0x06171C; }
static struct lint_look look(struct sheet *s, rgba ink) {
    struct lint_pixels px = {s->full, s->bare, s->mask, W, H, W, 8};
    return lint_look(&px, (struct ibox){4, 4, W - 8, 24}, ink);
}

static void contrast(void **state) {
    (void)state;
    static struct sheet s;
    assert_float_equal(lint_ratio(0xFFFFFF, 0x000000), 21, .01);
    assert_float_equal(lint_ratio(0x777777, 0xFFFFFF), 4.48, .01);
    ground(&s, night, 0xFFFFFF);
    assert_true(look(&s, 0xFFFFFFFF).contrast > 12 && look(&s, 0xFFFFFFFF).hidden < .01f);
    ground(&s, grey, 0xFFFFFF);
    assert_true(look(&s, 0xFFFFFFFF).contrast < 3);
    ground(&s, board, 0xFFFFFF);
    assert_true(look(&s, 0xFFFFFFFF).contrast < 1.5f);
    ground(&s, moon_at_end, 0xFFFFFF);                   /* one letter of many is not to be read */
    assert_true(look(&s, 0xFFFFFFFF).contrast < 1.5f);
    ground(&s, star, 0xFFFFFF);
    assert_true(look(&s, 0xFFFFFFFF).contrast > 4.5f);
    ground(&s, night, 0x06171C);
    assert_true(look(&s, 0xFFFFFF10).contrast < 1.5f);   /* ink that is nearly clear */
    assert_float_equal(lint_needed(28, false), 4.5, 0);
    assert_float_equal(lint_needed(28, true), 3, 0);
    assert_float_equal(lint_needed(32, false), 3, 0);
}

static void covered(void **state) {
    (void)state;
    static struct sheet s;
    ground(&s, night, 0xFFFFFF);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W / 2; x++) s.full[y * W + x] = 0x205C66;
    assert_true(look(&s, 0xFFFFFFFF).hidden > .4f && look(&s, 0xFFFFFFFF).hidden < .6f);
    ground(&s, night, 0xFFFFFF);
    assert_float_equal(look(&s, 0xFFFFFFFF).gone, 0, 0);
    for (int y = 0; y < H; y++)
        for (int x = 200; x < 264; x++) s.full[y * W + x] = 0x205C66;            /* the last letter: a small part of them all */
    struct lint_look one = look(&s, 0xFFFFFFFF);
    assert_true(one.hidden < .15f && one.gone >= 3 * 16 * 16 && one.gone <= 8 * 16 * 16);
    ground(&s, night, 0xFFFFFF);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            if (y % 6 == 0) s.full[y * W + x] = 0x205C66;                         /* wires: no letter is gone */
    assert_float_equal(look(&s, 0xFFFFFFFF).gone, 0, 0);
    memset(s.mask, 0, sizeof s.mask);
    assert_int_equal(look(&s, 0xFFFFFFFF).samples, 0);
}

/* ---- ways between scenes */
static void reach(void **state) {
    (void)state;
    enum { HOME, A, B, LOST, TRAP, N };
    bool ways[N * N] = {false};
    enum lint_rule out[N];
    ways[HOME * N + A] = ways[A * N + B] = ways[B * N + HOME] = ways[A * N + TRAP] = ways[LOST * N + HOME] = true;
    lint_reach(ways, N, HOME, out);
    assert_int_equal(out[HOME], LINT_RULES);
    assert_int_equal(out[A], LINT_RULES);
    assert_int_equal(out[B], LINT_RULES);
    assert_int_equal(out[LOST], LINT_UNREACHABLE);
    assert_int_equal(out[TRAP], LINT_DEAD_END);
    ways[TRAP * N + B] = ways[B * N + LOST] = true;
    lint_reach(ways, N, HOME, out);
    for (int i = 0; i < N; i++) assert_int_equal(out[i], LINT_RULES);
}

/* ---- many pictures, one line */
static void report(void **state) {
    (void)state;
    struct kit k;
    kit_open(&k, NULL, 0);
    struct lint_names names = {{"en", "ru"}, 2, {"100", "150", "200"}, 3, {"1920x1080", "1080x1920"}, 2, {"beginning", "rest", "half"}, 3};
    struct lint_report *r = lint_report_new(&k.a, &names);
    struct lint_owner of = {.pos = {"scenes/s.yaml", 14, 5}};
    struct lint_fault cut = {LINT_CUT, &of, "title", NULL, 0}, low = {LINT_CONTRAST, &of, "title", NULL, 3.26f}, lower = {LINT_CONTRAST, &of, "title", NULL, 2.04f};
    struct lint_fault hidden = {LINT_COVERED, &of, "title", NULL, 40}, on = {LINT_TEXT_ON_TEXT, &of, "title", "words", 12};
    lint_report_add(r, &(struct lint_case){1, 1, 1, 0}, &cut);
    lint_report_add(r, &(struct lint_case){1, 2, 1, 1}, &cut);
    for (int l = 0; l < 2; l++)
        for (int s = 0; s < 3; s++)
            for (int h = 0; h < 2; h++) lint_report_add(r, &(struct lint_case){l, s, h, 2}, l ? &low : &lower);
    lint_report_add(r, &(struct lint_case){0, 0, 0, 1}, &on);
    lint_report_add(r, &(struct lint_case){0, 0, 0, 1}, &hidden);
    struct lint_fault both = {LINT_TEXT_ON_TEXT, &of, "badge", "words", 9}, under = {LINT_COVERED, &of, "badge", NULL, 74};
    lint_report_add(r, &(struct lint_case){0, 0, 0, 1}, &both);
    lint_report_add(r, &(struct lint_case){0, 1, 0, 1}, &under);      /* elsewhere it is something else that hides it */
    lint_report_write(r, &k.d);
    assert_string_equal(kit_lines(&k),
        "scenes/s.yaml:14:5: element 'title': some of its words are cut off at ru, 150/200 %, 1080x1920, state beginning rest "
        "(give them more room, fewer words, or more lines)\n"
        "scenes/s.yaml:14:5: element 'title': contrast of its words with what lies behind is 2.0:1 at state half "
        "(4.5 are needed, 3 for large letters: darken the ground or change the ink)\n"
        "scenes/s.yaml:14:5: element 'title': its words lie on those of 'words' (12 px) at en, 100 %, 1920x1080, state rest "
        "(move one of them, or hide it at this text size)\n"
        "scenes/s.yaml:14:5: element 'badge': its words lie on those of 'words' (9 px) at en, 100 %, 1920x1080, state rest "
        "(move one of them, or hide it at this text size)\n"
        "scenes/s.yaml:14:5: element 'badge': something drawn over it hides 74 % of its words at en, 150 %, 1920x1080, state rest "
        "(move one of them, or draw it later)\n");
    kit_close(&k);
}

/* ---- small scenes as they are drawn */
#define SCENE(elements) "format: 1\ntitle: T\ntemplate: stage\nelements:\n" elements
static struct heard heard_of(const char *text, float size) {
    struct kit_file files[] = {{"scenes/s.yaml", text}};
    struct kit k;
    struct heard h = {0};
    struct lint_sink sink = {&h, hear};
    struct lint_frame lf;
    kit_open(&k, files, 1);
    k.e.text_scale = size;
    struct scene *s = kit_scene(&k, "s");
    kit_draw(&k, s);
    kit_draw(&k, s);
    struct frame f = {.list = &k.list, .sem = &k.sem, .language = "en"};
    assert_true(lint_view(&k.a, &f, 0, &lf));
    h.px = lf.texts[0].px;
    lint_texts(&lf, &sink);
    lint_targets(&lf, &sink);
    lint_words(&lf, &sink);
    int n;
    struct lint_ink *inks = lint_inks(&k.a, &f, &n);
    assert_true(inks && n > 0);
    h.struck = inks[0].struck;
    struct dlist bare, mask;
    assert_true(lint_parts(&k.a, &f, inks, n, &bare, &mask));
    assert_int_equal(bare.n + mask.n - 1, k.list.n);
    for (int i = 0; i < bare.n; i++) assert_int_not_equal(bare.cmds[i].kind, DRAW_TEXT);
    h.apart = n > 1 && inks[0].channel != inks[1].channel;
    scene_free(s);
    kit_close(&k);
    return h;
}

static void drawn_scenes(void **state) {
    (void)state;
    struct heard h = heard_of(SCENE("- {kind: text, id: a, at: [100, 100], size: [600, 60], text: A few words}\n"
                                    "- {kind: button, id: go, at: [100, 400], label: Go, press: [{home: true}]}\n"), 1);
    assert_int_equal(h.all, 0);
    h = heard_of(SCENE("- {kind: text, id: a, at: [100, 100], size: [600, 60], text: A few words}\n"
                       "- {kind: text, id: b, at: [120, 110], size: [600, 60], text: Some others}\n"), 1);
    assert_int_equal(h.count[LINT_TEXT_ON_TEXT], 1);
    assert_string_equal(h.id[LINT_TEXT_ON_TEXT], "b");
    h = heard_of(SCENE("- {kind: text, id: a, at: [100, 100], size: [600, 60], text: A few words}\n"
                       "- {kind: text, id: b, at: [120, 110], size: [600, 60], alpha: 0, text: Some others}\n"), 1);
    assert_int_equal(h.all, 0);
    h = heard_of(SCENE("- {kind: text, id: a, at: [1800, 100], size: [600, 60], text: A few words that leave the screen}\n"), 1);
    assert_int_equal(h.count[LINT_OFF_SCREEN], 1);
    h = heard_of(SCENE("- {kind: text, id: a, at: [100, 100], size: [600, 60], struck: true, text: Not this}\n"), 1);
    assert_true(h.all == 0 && h.struck);
    h = heard_of(SCENE("- {kind: text, id: a, at: [100, 100], size: [600, 60], style: small, text: Small words}\n"), 1);
    assert_true(h.all == 0 && h.px == 28);
    assert_true(heard_of(SCENE("- {kind: text, id: a, at: [100, 100], size: [600, 60], text: '*Most*.'}\n"), 1).apart);    /* a letter reaches into the stop */
    const char *small = SCENE("- {kind: text, id: a, at: [100, 100], size: [100, 60], pages: false, text: Incomprehensibilities}\n");
    assert_int_equal(heard_of(small, 2).count[LINT_CUT], 1);
    h = heard_of(SCENE("- {kind: text, id: a, at: [100, 820], size: [600, 60], text: Under the bar}\n- {kind: nav, id: bar, slot: nav}\n"), 1);
    assert_int_equal(h.count[LINT_UNDER_BAR], 0);
    h = heard_of(SCENE("- {kind: text, id: a, at: [100, 980], size: [600, 60], text: Under the bar}\n- {kind: nav, id: bar, slot: nav}\n"), 1);
    assert_int_equal(h.count[LINT_UNDER_BAR], 1);
    h = heard_of(SCENE("- {kind: button, id: a, at: [100, 400], label: Go there, press: [{home: true}]}\n"
                       "- {kind: button, id: b, at: [120, 440], label: Go here, press: [{home: true}]}\n"), 1);
    assert_int_equal(h.count[LINT_TARGETS], 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_text), cmocka_unit_test(small_letters), cmocka_unit_test(texts_apart), cmocka_unit_test(text_beside_control), cmocka_unit_test(touch_sizes),
        cmocka_unit_test(choices), cmocka_unit_test(targets_apart), cmocka_unit_test(words), cmocka_unit_test(one_of_two), cmocka_unit_test(foreign_words), cmocka_unit_test(contrast),
        cmocka_unit_test(covered), cmocka_unit_test(reach), cmocka_unit_test(report), cmocka_unit_test(drawn_scenes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
