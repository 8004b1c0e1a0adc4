/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_nav.c - the navigation bar on the front sheet of snow: home, language, more, sound, progress in rosettes, back, next. In portrait
 * the rosettes take a line of their own above the buttons. Labels come from the journey, so that they are translated once. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/scene.h>
#include <text/pair.h>

enum { BTN_HOME, BTN_LANGUAGE, BTN_MORE, BTN_SOUND, BTN_BACK, BTN_NEXT, BTN_COUNT };
struct props { bool next, back, home, language, more, progress; };
struct button { bool on; struct box box; uint64_t key[2]; struct para label; float label_x; const char *say; };
struct state { struct button b[BTN_COUNT]; uint64_t sheet, rosettes; struct box sheet_box, rosettes_box; struct action act[BTN_COUNT]; };

static const struct field FIELDS[] = {
    {"home", FIELD_BOOL, offsetof(struct props, home), 0, 0, 0, "true", NULL, "show the home button", NULL, NULL, 0},
    {"language", FIELD_BOOL, offsetof(struct props, language), 0, 0, 0, "true", NULL, "show the language button", NULL, NULL, 0},
    {"back", FIELD_BOOL, offsetof(struct props, back), 0, 0, 0, "true", NULL, "show the back button", NULL, NULL, 0},
    {"next", FIELD_BOOL, offsetof(struct props, next), 0, 0, 0, "true", NULL, "show the next button", NULL, NULL, 0},
    {"more", FIELD_BOOL, offsetof(struct props, more), 0, 0, 0, "true", NULL, "show the button for longer texts, where the scene has some", NULL, NULL, 0},
    {"progress", FIELD_BOOL, offsetof(struct props, progress), 0, 0, 0, "true", NULL, "show a rosette for every chapter", NULL, NULL, 0},
    {0}};

#define SIDE(e) ((e)->portrait ? 56.0f : 96.0f)
static float row_y(const struct node *n, const struct env *e) { return n->box.y + n->box.h - (e->portrait ? 124.0f : 114.0f); }

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    (void)n;
    return (struct vec2){max_w, e->portrait ? 216 : 120};
}

static struct box mirrored(const struct env *e, struct box b) {
    if (e->rtl) b.x = e->w - b.x - b.w;
    return b;
}

/* As wide as its words need at least: labels grow with the visitor's text size. */
static float wide(struct env *e, const char *label, float least) {
    struct para para;
    struct text_style st = {.token = STYLE_BUTTON, .max_lines = 1};
    return env_para(e, label, st, 4000, 0, &para) ? fmaxf(least, ceilf(para_w(&para, e)) + 62 + 58) : least;
}

/* A button with an icon, a label or both (icon after the label for next and language). */
static void make_button(struct button *b, struct env *e, struct box box, enum paper_kind kind, const char *icon, const char *label) {
    b->on = true;
    b->box = mirrored(e, box);
    bool mirror = e->rtl && icon_directional(icon);
    float size = 44, iw = label ? size + 18 : size, max = b->box.w - 56 - iw;
    b->label = (struct para){0};
    if (label) {
        struct text_style st = {.token = STYLE_BUTTON, .ink = paper_ink(kind), .max_lines = 1, .fit = true,
                                .align = e->rtl ? ALIGN_END : ALIGN_START};    /* always from the left: label_x places it */
        env_para(e, label, st, max, 0, &b->label);
    }
    float w = label ? para_w(&b->label, e) + iw : size, x = b->box.x + (b->box.w - w) / 2;
    b->label_x = e->rtl ? x + iw : x;
    float icon_x = label && !e->rtl ? x + w - size : x;
    for (int sink = 0; sink < 2; sink++) {
        struct vec v;
        vec_begin(&v, e->layout);
        paper_button(&v, b->box, kind, (float)sink);
        icon_draw(&v, icon, icon_x, b->box.y + (b->box.h - size) / 2 + (sink ? 4 : 0), size, paper_ink(kind), mirror);
        b->key[sink] = env_vec(e, &v, box_grow(b->box, PAPER_MARGIN), false);
    }
}

/* Upright the row of buttons is full: beside the rosettes, then. */
static struct box sound_box(const struct node *n, const struct env *e, float far) {
    if (e->portrait) return (struct box){e->w - SIDE(e) - 81, n->box.y + 6, 81, 81};
    return (struct box){far - 96, row_y(n, e), 96, 96};
}

/* The scene says more than the easy level to those who want it. */
static bool has_more(const struct env *e) {
    for (int i = 0; e->scene && i < e->scene->nrefs; i++)
        if (e->scene->refs[i].text.more) return true;
    return false;
}

static bool chapter_visited(const struct env *e, const struct chapter *c) {
    for (int i = 0; i < c->scenes.n; i++)
        for (int k = 0; k < e->visit->nvisited; k++)
            if (str_eq(c->scenes.v[i], e->visit->visited[k])) return true;
    return false;
}

static void make_rosettes(struct node *n, struct env *e, struct state *s) {
    int count = e->journey->chapters.n;
    float gap = 76, cx = e->w / 2 - (float)(count - 1) * gap / 2;
    float y = e->portrait ? n->box.y + 46 : row_y(n, e) + 48;
    struct vec v;
    vec_begin(&v, e->layout);
    for (int i = 0; i < count; i++) {
        bool now = i == e->visit->chapter_index;
        bool seen = chapter_visited(e, (const struct chapter *)e->journey->chapters.items + i);
        int at = e->rtl ? count - 1 - i : i;
        paper_rosette(&v, cx + (float)at * gap, y, now ? 31 : 21, now ? 0xF2A93BFFu : seen ? 0xA8620CFFu : 0x205C66FFu,
                      (uint32_t)i + 1, now ? 0xFFCF80FFu : 0);
    }
    s->rosettes_box = (struct box){cx - 50, y - 50, (float)(count - 1) * gap + 100, 100};
    s->rosettes = count ? env_vec(e, &v, s->rosettes_box, false) : 0;
}

static void make_sheet(struct node *n, struct env *e, struct state *s) {
    struct vec v;
    vec_begin(&v, e->layout);
    float y = n->box.y + 4;
    paper_front(&v, -20, e->w + 20, y, e->h + 20, 0x06171CFFu, 0, 77);
    s->sheet_box = (struct box){-8, y - 48, e->w + 16, e->h - y + 56};
    s->sheet = env_vec(e, &v, s->sheet_box, false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    const struct nav_texts *t = &e->journey->nav;
    for (int i = 0; i < BTN_COUNT; i++) s->b[i].on = false;
    make_sheet(n, e, s);
    if (p->progress) make_rosettes(n, e, s);
    float y = row_y(n, e), x = SIDE(e), far = e->w - SIDE(e), least = e->portrait ? 236 : 256;
    const char *lang = language_name(e->layout, e->msg.lang), *on = env_text(e, &t->next);
    if (e->second.lang) lang = pair_join(e->layout, lang, language_name(e->layout, e->second.lang));
    float lang_w = wide(e, lang, least), next_w = wide(e, on, 268);
    if (p->home) make_button(&s->b[BTN_HOME], e, (struct box){x, y, 96, 96}, PAPER_DARK, "home", NULL), x += 120;
    if (p->language) make_button(&s->b[BTN_LANGUAGE], e, (struct box){x, y, lang_w, 96}, PAPER_DARK, "up", lang), x += lang_w + 24;
    bool next = p->next && e->visit->next_label_scene;
    if (next) make_button(&s->b[BTN_NEXT], e, (struct box){far - next_w, y, next_w, 96}, PAPER_PRIM, "next", on), far -= next_w + 24;
    if (p->back && e->visit->can_back) make_button(&s->b[BTN_BACK], e, (struct box){far - 96, y, 96, 96}, PAPER_DARK, "back", NULL), far -= 120;
    if (p->more && t->more.easy && has_more(e) && x + 96 <= far)
        make_button(&s->b[BTN_MORE], e, (struct box){x, y, 96, 96}, e->more ? PAPER_PAPER : PAPER_DARK, "book", NULL);
    if (e->sound) make_button(&s->b[BTN_SOUND], e, sound_box(n, e, far), PAPER_DARK, e->muted ? "mute" : "speak", NULL);
    s->b[BTN_SOUND].say = env_text(e, &e->journey->sound.label);
    s->act[BTN_SOUND] = (struct action){.kind = ACT_TOGGLE, .arg = "muted"};
    s->b[BTN_HOME].say = env_text(e, &t->home);
    s->b[BTN_LANGUAGE].say = env_text(e, &t->language);
    s->b[BTN_MORE].say = env_text(e, &t->more);
    s->b[BTN_BACK].say = env_text(e, &t->back);
    s->b[BTN_NEXT].say = on;
    s->act[BTN_HOME] = (struct action){.kind = ACT_HOME};
    s->act[BTN_LANGUAGE] = (struct action){.kind = ACT_OPEN, .arg = e->journey->language_sheet};
    s->act[BTN_MORE] = (struct action){.kind = ACT_TOGGLE, .arg = "more"};
    s->act[BTN_BACK] = (struct action){.kind = ACT_BACK};
    s->act[BTN_NEXT] = (struct action){.kind = ACT_NEXT};
}

static void draw(struct node *n, struct paint *pt) {
    static const char *const parts[] = {"home", "language", "more", "sound", "back", "next"};
    struct state *s = n->state;
    const struct props *p = node_props(n, pt->env);
    paint_picture(pt, s->sheet, s->sheet_box, 1);
    if (p->progress && s->rosettes) paint_picture(pt, s->rosettes, s->rosettes_box, 1);
    for (int i = 0; i < BTN_COUNT; i++) {
        struct button *b = &s->b[i];
        if (!b->on) continue;
        bool down = n->pressed == i;
        paint_picture(pt, b->key[down], box_grow(b->box, PAPER_MARGIN), 1);
        struct sem_item *it = paint_item(pt, n, parts[i], i, i == BTN_LANGUAGE ? SEM_LANGUAGE : SEM_BUTTON, b->say, b->box, b->box);
        if (it && (i == BTN_MORE ? pt->env->more : i == BTN_SOUND && !pt->env->muted)) it->state |= SEM_SELECTED;
        if (b->label.nlines)
            paint_para(pt, n, NULL, SEM_TEXT, &b->label, b->label_x,
                       b->box.y + (b->box.h - para_h(&b->label, pt->env)) / 2 + (down ? 4 : 0), 1);
    }
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    (void)e;
    struct state *s = n->state;
    if (ev->kind == NODE_ACTIVATE && ev->item >= 0 && ev->item < BTN_COUNT && s->b[ev->item].on)
        effects_action(fx, n, &s->act[ev->item]);
}

const struct element_kind ELEMENT_NAV = {
    .name = "nav", .help = "The navigation bar: home, language, longer texts, progress, back and next.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .measure = measure, .arrange = arrange, .draw = draw, .event = event};
