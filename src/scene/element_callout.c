/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_callout.c - a paper card about one spot of the picture, tied to it by a line. It opens while a condition holds; a
 * touch turns its page or, on the last one, closes it. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/track.h>

#define PAD_X 36.0f
#define PAD_Y 26.0f
#define DISC 30.0f           /* radius of the mark that closes or turns */
#define PAGER_W 200.0f       /* room for "1/2", in its middle whichever way it is written */
#define LEAF 61.0f
#define RISE 24.0f
#define LARGE 1.4f           /* from this text size on the card stands in its large place */
enum { REVEAL_MS = 320, LINE_MS = 160, ITEM_CARD = 0, ITEM_LEAF = 1 };

struct props {
    struct text_ref title, text, close, leaf_label;
    struct strs facts;
    struct conds open_if;
    struct vec2 point, large_at, large_size, pair_size;
    float point_r;
    struct action open;              /* of the leaf, made at load */
};
struct state {
    struct box card, line_area;
    struct vec2 from, to;            /* of the line */
    struct para title, words, pager;
    uint64_t plate, line, mark, leaf;
    const char *close, *leaf_label;
    int page;
    bool open;
    int64_t since;
};

#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "title", .type = FIELD_TEXT, AT(title), .flags = FIELD_REQUIRED, .help = "What the spot is."},
    {.name = "text", .type = FIELD_TEXT, AT(text), .flags = FIELD_REQUIRED, .help = "What there is to know of it."},
    {.name = "open-if", .type = FIELD_COND, AT(open_if), .flags = FIELD_REQUIRED, .help = "The card is open while this holds."},
    {.name = "point", .type = FIELD_POINT, AT(point), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "The spot to which its line leads."},
    {.name = "point-r", .type = FIELD_NUM, AT(point_r), .max = 400, .def = "48", .unit = "canvas px", .help = "The line ends this far from the spot."},
    {.name = "large-at", .type = FIELD_POINT, AT(large_at), .unit = "stage px", .help = "Its place when words are set in 150 or 200 %."},
    {.name = "large-size", .type = FIELD_POINT, AT(large_size), .unit = "canvas px", .help = "The size of that place; 0, 0 = the usual one."},
    {.name = "pair-size", .type = FIELD_POINT, AT(pair_size), .unit = "canvas px", .help = "The size of its place while two languages are shown; 0, 0 = the usual one."},
    {.name = "close", .type = FIELD_TEXT, AT(close), .flags = FIELD_REQUIRED, .help = "What a touch on it does, when read aloud; press acts."},
    {.name = "facts", .type = FIELD_FACTS, AT(facts), .help = "Facts whose sources its leaf opens; none = no leaf."},
    {.name = "source-label", .type = FIELD_TEXT, AT(leaf_label), .help = "What the leaf is called when read aloud."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    p->open = (struct action){.kind = ACT_SOURCES, .facts = p->facts, .pos = n->pos};
    if (!p->facts.n || p->leaf_label.easy) return true;
    diag_error(le->diag, node_at(n, "facts"), "callout '%s' has 'facts' but no 'source-label' (it is spoken: add one)", n->common[0].id);
    return false;
}

/* ---- arrange */
static struct box place(const struct node *n, const struct env *e) {
    const struct props *p = node_props(n, e);
    struct box b = n->box;
    if (e->second.lang && e->text_scale <= 1 && p->pair_size.x > 0) b.w = p->pair_size.x, b.h = p->pair_size.y;
    if (e->text_scale < LARGE || p->large_size.x <= 0) return b;
    b = (struct box){e->stage.x + p->large_at.x, e->stage.y + p->large_at.y, p->large_size.x, p->large_size.y};
    if (e->rtl && !node_common(n, e)->keep_side) b.x = e->w - b.x - b.w;
    return b;
}

/* The words, as high as the place allows; the card is no higher than they need. */
static void set_words(struct node *n, struct env *e, struct box room) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct text_style head = {.token = STYLE_H3, .ink = 0x0A2229FFu, .fit = true, .max_lines = 2, .beside = true};
    struct text_style body = {.token = STYLE_BODY, .ink = 0x0A2229FFu, .strong = 0x7A4508FFu, .turns = true, .whole = true};
    float w = room.w - 2 * PAD_X, used = 2 * PAD_Y + 8;
    safe_para(e, env_text(e, &p->title), head, w - 2 * DISC - 16, &s->title);
    used += fmaxf(para_h(&s->title, e), 2 * DISC);
    float side = p->facts.n ? LEAF + 8 : 0;
    body.max_h = fmaxf(1, room.h - used) * e->scale;
    if (!env_para(e, env_text(e, &p->text), body, w - side, s->page, &s->words)) s->words = (struct para){.pages = 1};
    s->page = s->words.page;
    s->card = room;
    s->card.h = fminf(fmaxf(room.h, used), used + fmaxf(para_h(&s->words, e), p->facts.n ? LEAF - 8 : 0));
}

static void bake_marks(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    bool more = s->page + 1 < s->words.pages;
    struct vec v;
    struct box disc = {-DISC, -DISC, 2 * DISC, 2 * DISC};
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, DISC);
    vec_fill(&v, 0xDDE7E6FFu);
    icon_draw(&v, more ? "next" : "cross", -16, -16, 32, 0x0A2229FFu, e->rtl && more);
    s->mark = env_vec(e, &v, box_grow(disc, 2), false);
    vec_begin(&v, e->layout);
    if (p->facts.n) paper_leaf(&v, 0, 0, 22, true);
    s->leaf = p->facts.n ? env_vec(e, &v, (struct box){-40, -40, 80, 80}, false) : 0;
    s->pager = (struct para){0};
    if (s->words.pages < 2) return;
    const char *at = message_number(e->layout, &e->msg, s->page + 1, 0, NULL), *of = message_number(e->layout, &e->msg, s->words.pages, 0, NULL);
    safe_para(e, arena_printf(e->layout, "%s/%s", at, of), (struct text_style){.token = STYLE_LABEL, .align = ALIGN_CENTER, .ink = 0x205C66FFu}, PAGER_W, &s->pager);
}

/* From the spot to the nearest edge of the card; no line when the spot lies under it. */
static void bake_line(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    bool turned = e->rtl && !node_common(n, e)->keep_side;
    struct vec2 a = {e->stage.x + (turned ? e->stage.w - p->point.x : p->point.x), e->stage.y + p->point.y}, b;
    struct box c = s->card;
    b.x = clampf(a.x, c.x + 4, c.x + c.w - 4);
    b.y = clampf(a.y, c.y + 48, c.y + c.h - 48);
    if (a.x > c.x && a.x < c.x + c.w) b.y = a.y < c.y ? c.y + 4 : a.y > c.y + c.h ? c.y + c.h - 4 : a.y;
    float dx = b.x - a.x, dy = b.y - a.y, len = sqrtf(dx * dx + dy * dy);
    s->line = 0;
    if (len <= p->point_r + 8) return;
    s->from = (struct vec2){a.x + dx * p->point_r / len, a.y + dy * p->point_r / len};
    s->to = b;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_move(&v, s->from.x, s->from.y);
    vec_line(&v, b.x, b.y);
    vec_keep(&v);
    vec_stroke(&v, 0x020C1050u, 9, 0, 0);
    vec_stroke(&v, 0xF4F8F6FFu, 4, 0, 0);
    s->line_area = box_grow((struct box){fminf(s->from.x, b.x), fminf(s->from.y, b.y), fabsf(b.x - s->from.x), fabsf(b.y - s->from.y)}, 8);
    s->line = env_vec(e, &v, s->line_area, false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    set_words(n, e, place(n, e));
    bake_marks(n, e);
    bake_line(n, e);
    struct vec v;
    struct box own = {0, 0, s->card.w, s->card.h};
    vec_begin(&v, e->layout);
    paper_card(&v, own, 28, 0xF4F8F6FFu);
    s->plate = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
    s->close = env_text(e, &p->close);
    s->leaf_label = p->facts.n ? env_text(e, &p->leaf_label) : NULL;
}

/* ---- time */
static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    (void)fx;
    bool open = vars_hold(e->vars, &p->open_if);
    if (open && !s->open) {
        s->since = e->now;
        if (s->page) s->page = 0, e->relayout = true;
    }
    s->open = open;
    if (open && !e->still && e->now - s->since < REVEAL_MS) env_next_frame(e);
}

static float passed(const struct state *s, const struct env *e, int ms) {
    return e->still ? 1 : clampf((float)(e->now - s->since) / (float)ms, 0, 1);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    if (ev->kind != NODE_ACTIVATE) return;
    if (ev->item == ITEM_LEAF) effects_action(fx, n, &p->open);
    else if (s->page + 1 < s->words.pages) s->page++, e->relayout = true;
    else effects_actions(fx, n, &node_common(n, e)->press);
}

/* ---- draw */
/* The line grows from the spot towards the card. */
static void draw_line(struct paint *pt, const struct state *s) {
    float t = passed(s, pt->env, LINE_MS), dx = s->to.x - s->from.x, dy = s->to.y - s->from.y;
    struct box b = s->line_area;
    if (fabsf(dx) >= fabsf(dy)) b.x = dx < 0 ? b.x + b.w * (1 - t) : b.x, b.w *= t;
    else b.y = dy < 0 ? b.y + b.h * (1 - t) : b.y, b.h *= t;
    struct ibox before = dlist_clip(pt->list, paint_px(pt, b));
    paint_picture(pt, s->line, s->line_area, 1);
    dlist_unclip(pt->list, before);
}

static void draw_leaf(struct node *n, struct paint *pt, struct box c) {
    const struct state *s = n->state;
    float x = pt->env->rtl ? c.x + PAD_X + 14 : c.x + c.w - PAD_X - 14, y = c.y + c.h - PAD_Y - 22;
    if (!s->leaf) return;
    paint_picture(pt, s->leaf, (struct box){x - 40, y - 40, 80, 80}, 1);
    paint_item(pt, n, "source", ITEM_LEAF, SEM_BUTTON, s->leaf_label, (struct box){x - 22, y - 22, 44, 44}, (struct box){x - LEAF / 2, y - LEAF / 2, LEAF, LEAF});
}

static void draw_card(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct state *s = n->state;
    struct box c = s->card;
    float mark_x = e->rtl ? c.x + PAD_X - 6 + DISC : c.x + c.w - PAD_X + 6 - DISC, mark_y = c.y + PAD_Y - 6 + DISC;
    float head = fmaxf(para_h(&s->title, e), 2 * DISC), x = c.x + PAD_X;
    float title_x = e->rtl ? x + 2 * DISC + 16 : x, words_x = e->rtl && s->leaf ? x + LEAF + 8 : x;
    paint_picture(pt, s->plate, box_grow(c, PAPER_MARGIN), 1);
    paint_item(pt, n, NULL, ITEM_CARD, SEM_BUTTON, s->close, c, c);
    paint_para(pt, n, "title", SEM_HEADING, &s->title, title_x, c.y + PAD_Y + (head - para_h(&s->title, e)) / 2, 1);
    paint_para(pt, n, "words", SEM_TEXT, &s->words, words_x, c.y + PAD_Y + head + 8, 1);
    paint_picture(pt, s->mark, (struct box){mark_x - DISC - 2, mark_y - DISC - 2, 2 * DISC + 4, 2 * DISC + 4}, n->pressed == ITEM_CARD ? .7f : 1);
    if (s->pager.nlines) paint_para(pt, n, "page", SEM_TEXT, &s->pager, mark_x - PAGER_W / 2, mark_y + DISC + 6, 1);
    draw_leaf(n, pt, c);
}

static void draw(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    if (!vars_hold(e->vars, &p->open_if)) return;
    draw_line(pt, s);
    float t = ease(EASE_OUT, passed(s, e, REVEAL_MS));
    struct paint mine = *pt;
    mine.oy += RISE * (1 - t);
    uint8_t before = dlist_fade(pt->list, t);
    draw_card(n, &mine);
    pt->list->fade = before;
}

const struct element_kind ELEMENT_CALLOUT = {
    .name = "callout", .help = "A paper card about one spot of the picture, tied to it by a line.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .arrange = arrange, .tick = tick, .draw = draw, .event = event};
