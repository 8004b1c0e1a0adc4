/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_source_list.c - facts one after the other: each as it is said, how far it can be trusted, and who says so. The sheet
 * lists those that were asked for, a scene may list its own. Titles stay in their own language. What is longer than the box is
 * paged. */
#include <content/partners.h>
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/element.h>
#include <scene/chip.h>
#include <scene/keys.h>
#include <string.h>
#include <text/pair.h>

#define FACTS 48
#define ROWS 320
#define PAGES 64
#define PILL_W 216.0f
#define PILL_ICON 40.0f
#define PILL_H 81.0f
#define STAR 19.0f           /* radius of a trust rosette */
#define STAR_STEP 52.0f
enum { TRUST = 4, ITEM_ON = 1, ITEM_BACK = 2 };

struct part { const char *id; struct strs facts; };
struct props { const char *var; struct list parts; struct text_ref word[TRUST], as_of, neutral_ngo, neutral_news, neutral_fact, back; rgba ink, quiet; };
enum row_kind { ROW_SAY, ROW_TRUST, ROW_SOURCE };
struct row { enum row_kind kind; struct para para; float y, h; int trust, page, fact, number; const char *of; };   /* of: the fact said */
struct source_rows { struct row row[ROWS]; int n, pages; uint64_t stars[TRUST + 1], pill[2], disc[2]; struct para more[PAGES]; };
struct state { struct source_rows *list; int page; const char *back; const struct part *part; };

static const char *const ARGS[] = {"year", NULL};
static const struct field PART[] = {
    {"id", FIELD_ID, offsetof(struct part, id), FIELD_REQUIRED, 0, 0, NULL, NULL, "word of the variable", NULL, NULL, 0},
    {"facts", FIELD_FACTS, offsetof(struct part, facts), FIELD_REQUIRED, 0, 0, NULL, NULL, "its facts, in order", NULL, NULL, 0},
    {0}};
#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"var", FIELD_VAR, AT(var), 0, 0, 0, NULL, NULL, "the part whose id is this variable's word is shown; absent = the facts that were asked for by a leaf", NULL, NULL, 0},
    {"parts", FIELD_LIST, AT(parts), 0, 0, 0, NULL, NULL, "parts of a whole list of facts", NULL, PART, sizeof(struct part)},
    {"back", FIELD_TEXT, AT(back), 0, 0, 0, NULL, NULL, "spoken label of the button to the page before; absent = pages go round", NULL, NULL, 0},
    {"reported", FIELD_TEXT, AT(word[0]), FIELD_REQUIRED, 0, 0, NULL, NULL, "one rosette: no source is good enough", NULL, NULL, 0},
    {"one-source", FIELD_TEXT, AT(word[1]), FIELD_REQUIRED, 0, 0, NULL, NULL, "two rosettes: told by one source", NULL, NULL, 0},
    {"disagree", FIELD_TEXT, AT(word[2]), FIELD_REQUIRED, 0, 0, NULL, NULL, "two rosettes: sources disagree", NULL, NULL, 0},
    {"confirmed", FIELD_TEXT, AT(word[3]), FIELD_REQUIRED, 0, 0, NULL, NULL, "four rosettes: other sources agree", NULL, NULL, 0},
    {"as-of", FIELD_TEXT, AT(as_of), FIELD_REQUIRED, 0, 0, NULL, NULL, "year of the figure; {year} is the year", NULL, NULL, 0},
    {"neutral-ngo", FIELD_TEXT, AT(neutral_ngo), FIELD_REQUIRED, 0, 0, NULL, NULL, "instead of an organisation that is not named in the journey's country", NULL, NULL, 0},
    {"neutral-news", FIELD_TEXT, AT(neutral_news), FIELD_REQUIRED, 0, 0, NULL, NULL, "instead of a publisher that is not named in the journey's country", NULL, NULL, 0},
    {"neutral-fact", FIELD_TEXT, AT(neutral_fact), 0, 0, 0, NULL, NULL, "instead of what is said of a fact that names an organisation which is not named there; none = the fact is left out", NULL, NULL, 0},
    {"ink", FIELD_COLOR, AT(ink), 0, 0, 0, "spruce-950", NULL, "statements and sources", NULL, NULL, 0},
    {"quiet-ink", FIELD_COLOR, AT(quiet), 0, 0, 0, "spruce-600", NULL, "years and titles", NULL, NULL, 0},
    {0}};

/* Which word of trust, and how many rosettes, a status of the register has. */
static int word_of(const struct fact *f) {
    static const struct { const char *status; int word; } rows[] = {{"unverified", 0}, {"single-source", 1}, {"conflict", 2}, {"confirmed", 3}};
    for (int i = 0; i < 4; i++)
        if (str_eq(f->status, rows[i].status)) return rows[i].word;
    return 0;
}
static int rosettes_of(int word) { return word == 3 ? 4 : word == 0 ? 1 : 2; }

/* ---- arrange */
static struct row *add(struct source_rows *l, struct env *e, enum row_kind kind, int fact, const char *text, struct text_style st, float w) {
    if (l->n >= ROWS || !text || !*text) return NULL;
    struct row *r = &l->row[l->n];
    *r = (struct row){.kind = kind, .fact = fact};
    if (!safe_para(e, text, st, w, &r->para)) return NULL;
    r->h = para_h(&r->para, e);
    r->number = l->n++;
    return r;
}

static const char *year_text(const struct props *p, struct env *e, int year) {
    const struct msg_arg own = {.name = "year", .num = year, .unit = "year"};
    return env_say(e, e->layout, &p->as_of, &own, 1);
}

static bool unnamed(const struct env *e, const struct source *s) {
    for (int i = 0; i < s->off_in.n; i++)
        if (str_eq(s->off_in.v[i], e->journey->country)) return true;
    return false;
}

/* Publisher, year and title, or what stands for them where the publisher is not named. */
static const char *source_text(const struct props *p, struct env *e, const struct source *s) {
    struct arena *m = e->layout;
    bool hide = unnamed(e, s);
    const char *who = !hide ? s->publisher : env_text(e, str_eq(s->kind, "ngo") ? &p->neutral_ngo : &p->neutral_news), *all = "";
    if (who) all = pair_chain(m, "*", "", pair_chain(m, who, "", "*"));
    if (s->year) all = pair_chain(m, all, *all ? " · " : "", message_number(m, &e->msg, s->year, 0, "year"));
    return s->title && !hide ? pair_chain(m, all, *all ? "\n" : "", s->title) : all;
}

static void add_sources(struct source_rows *l, const struct props *p, const struct fact *f, int index, struct env *e, float w) {
    struct text_style st = {.token = STYLE_SMALL, .ink = p->quiet, .strong = p->ink};
    for (int i = 0; i < f->sources.n; i++) {
        const struct source *s = map_get(&e->msg.facts->sources, f->sources.v[i]);
        if (!s) continue;
        struct row *r = add(l, e, ROW_SOURCE, index, source_text(p, e, s), st, w);
        if (r) r->h += 10;
    }
}

static void add_fact(struct source_rows *l, const struct props *p, const char *address, int index, struct env *e, float w) {
    const struct fact_value *v = NULL;
    const struct fact *f = e->msg.facts ? fact_find(e->msg.facts, address, &v) : NULL;
    if (!f) return;
    struct text_ref say = {.easy = f->say ? f->say : f->statement, .ctxt = arena_printf(e->layout, "fact/%s", f->id)};
    if (fact_unnamed(f, e->journey)) say = p->neutral_fact;
    if (!say.easy) return;
    struct text_style h = {.token = STYLE_H3, .ink = p->ink, .fit = true};
    struct row *r = add(l, e, ROW_SAY, index, env_text(e, &say), h, w);
    if (r) r->of = address, r->h += 14;
    int word = word_of(f), year = v && v->as_of ? v->as_of : f->as_of;
    const char *trust = env_text(e, &p->word[word]);
    if (year) trust = pair_chain(e->layout, trust ? trust : "", "\n", year_text(p, e, year));
    struct text_style b = {.token = STYLE_LABEL, .ink = p->ink};
    r = add(l, e, ROW_TRUST, index, trust, b, w - TRUST * STAR_STEP - 24);
    if (r) r->trust = rosettes_of(word), r->h = fmaxf(r->h, 2 * STAR + 8) + 18;
    add_sources(l, p, f, index, e, w);
}

/* Rows go to pages; a statement stays with its trust and its first source. */
static void paginate(struct source_rows *l, float room, bool pill) {
    float space = pill ? room - PILL_H - 16 : room, y = 0;
    int page = 0;
    for (int i = 0; i < l->n; i++) {
        struct row *r = &l->row[i];
        float need = r->h;
        for (int k = i + 1; r->kind == ROW_SAY && k < l->n && k <= i + 2; k++) need += l->row[k].h;
        float gap = r->kind == ROW_SAY && y > 0 ? 36 : 0;
        if (y > 0 && y + gap + need > space) page++, y = gap = 0;
        r->page = page < PAGES ? page : PAGES - 1;
        r->y = y + gap;
        y = r->y + r->h;
    }
    l->pages = page < PAGES ? page + 1 : PAGES;
}

static void wish_stars(struct source_rows *l, struct env *e) {
    for (int lit = 0; lit <= TRUST; lit++) {
        struct vec v;
        vec_begin(&v, e->layout);
        for (int i = 0; i < TRUST; i++)
            paper_rosette(&v, 24 + STAR_STEP * (float)i, 24, STAR + (i < lit ? 3 : 0), i < lit ? 0xC4761BFFu : 0xB9CCC9FFu, (uint32_t)i + 2,
                          i < lit ? 0xF2A93BFFu : 0);
        l->stars[lit] = env_vec(e, &v, (struct box){0, 0, TRUST * STAR_STEP, 48}, false);
    }
}

static void wish_pill(struct source_rows *l, struct env *e) {
    struct text_style st = {.token = STYLE_BUTTON, .ink = paper_ink(PAPER_DARK)};
    for (int i = 0; i < l->pages; i++) {
        const char *a = message_number(e->layout, &e->msg, i + 1, 0, NULL), *b = message_number(e->layout, &e->msg, l->pages, 0, NULL);
        safe_para(e, arena_printf(e->layout, "%s / %s", a, b), st, PILL_W, &l->more[i]);
    }
    for (int sink = 0; sink < 2; sink++) {
        struct vec v;
        struct box b = {0, 0, PILL_W, PILL_H}, disc = {0, 0, PILL_H, PILL_H};
        float y = (PILL_H - PILL_ICON) / 2 + (sink ? 4 : 0);
        vec_begin(&v, e->layout);
        paper_button(&v, b, PAPER_DARK, (float)sink);
        icon_draw(&v, "next", e->rtl ? 34 : PILL_W - 34 - PILL_ICON, y, PILL_ICON, paper_ink(PAPER_DARK), e->rtl);
        l->pill[sink] = env_vec(e, &v, box_grow(b, PAPER_MARGIN), false);
        vec_begin(&v, e->layout);
        paper_button(&v, disc, PAPER_DARK, (float)sink);
        icon_draw(&v, "back", (PILL_H - PILL_ICON) / 2, y, PILL_ICON, paper_ink(PAPER_DARK), e->rtl);
        l->disc[sink] = env_vec(e, &v, box_grow(disc, PAPER_MARGIN), false);
    }
}

static const struct part *part_of(const struct props *p, const struct env *e) {
    struct value v = p->var ? vars_get(e->vars, p->var) : (struct value){0};
    const struct part *all = p->parts.items;
    for (int i = 0; v.kind == VALUE_WORD && i < p->parts.n; i++)
        if (str_eq(all[i].id, v.word)) return &all[i];
    return NULL;
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct source_rows *l = s->list = arena_new(e->layout, struct source_rows);
    if (!l || !e->visit) return;
    const struct part *part = part_of(p, e);
    if (part != s->part) s->page = 0;
    s->part = part;
    struct strs of = part ? part->facts : p->var ? (struct strs){0} : e->visit->sources_of;
    s->back = p->back.easy ? env_text(e, &p->back) : NULL;
    for (int i = 0; i < of.n && i < FACTS; i++) add_fact(l, p, of.v[i], i, e, n->box.w);
    paginate(l, n->box.h, false);
    if (l->pages > 1) paginate(l, n->box.h, true);
    if (s->page >= l->pages) s->page = 0;
    wish_stars(l, e);
    if (l->pages > 1) wish_pill(l, e);
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    n->box.w = max_w;
    n->box.h = 1e6f;
    struct state *s = n->state;
    arrange(n, e);
    if (!s->list || s->list->n == 0) return (struct vec2){max_w, 0};
    const struct row *last = &s->list->row[s->list->n - 1];
    return (struct vec2){max_w, last->y + last->h};
}

/* It pages: a statement with its trust and one source, and the pill, is enough. */
static float least(struct node *n, struct env *e, float w) {
    (void)n, (void)w;
    return 300 * fmaxf(1, e->text_scale) + PILL_H;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct state *s = n->state;
    (void)fx;
    if (part_of(node_props(n, e), e) != s->part) e->relayout = true;
}

/* ---- draw */
static void draw_row(struct node *n, struct paint *pt, const struct source_rows *l, const struct row *r) {
    static const char *const names[] = {"say", "trust", "source"};
    struct env *e = pt->env;
    float x = n->box.x, y = n->box.y + r->y, stars = r->kind == ROW_TRUST ? TRUST * STAR_STEP + 24 : 0;
    if (stars > 0)
        paint_picture(pt, l->stars[r->trust], (struct box){e->rtl ? x + n->box.w - TRUST * STAR_STEP : x - 4, y - 2, TRUST * STAR_STEP, 48}, 1);
    const char *part = r->of ? arena_printf(e->frame, "%s-%s", names[r->kind], r->of) : arena_printf(e->frame, "%s-%d", names[r->kind], r->number + 1);
    paint_para(pt, n, part, r->kind == ROW_SAY ? SEM_HEADING : SEM_TEXT, &r->para, e->rtl ? x : x + stars, y, 1);
}

static void mark(struct node *n, struct paint *pt, struct sem_item *it, int item, struct box b) {
    if (!it) return;
    it->item = item;
    it->focusable = true;
    it->hit = (struct box){b.x + pt->ox, b.y + pt->oy, b.w, b.h};
    if (n->pressed == item) it->state |= SEM_PRESSED;
    if (n->focused == item) it->state |= SEM_FOCUSED;
}

static void draw_pager(struct node *n, struct paint *pt, const struct source_rows *l) {
    const struct env *e = pt->env;
    const struct state *s = n->state;
    struct box b = {e->rtl ? n->box.x : n->box.x + n->box.w - PILL_W, n->box.y + n->box.h - PILL_H, PILL_W, PILL_H};
    paint_picture(pt, l->pill[n->pressed == ITEM_ON], box_grow(b, PAPER_MARGIN), 1);
    const struct para *t = &l->more[s->page];
    float left = t->nlines ? t->lines[0].x / e->scale : 0;
    mark(n, pt, paint_para(pt, n, "more", SEM_BUTTON, t, b.x + (b.w - para_w(t, e) + (e->rtl ? 1 : -1) * (PILL_ICON + 14)) / 2 - left, b.y + (b.h - para_h(t, e)) / 2, 1), ITEM_ON, b);
    if (!s->back || s->page == 0) return;
    struct box d = {e->rtl ? b.x + PILL_W + 20 : b.x - PILL_H - 20, b.y, PILL_H, PILL_H};
    paint_picture(pt, l->disc[n->pressed == ITEM_BACK], box_grow(d, PAPER_MARGIN), 1);
    mark(n, pt, paint_item(pt, n, "back", ITEM_BACK, SEM_BUTTON, s->back, d, d), ITEM_BACK, d);
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    const struct source_rows *l = s->list;
    for (int i = 0; l && i < l->n; i++)
        if (l->row[i].page == s->page) draw_row(n, pt, l, &l->row[i]);
    if (l && l->pages > 1) draw_pager(n, pt, l);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    (void)fx;
    struct state *s = n->state;
    if (ev->kind != NODE_ACTIVATE || !s->list || s->list->pages < 2) return;
    if (ev->item == ITEM_ON) s->page = (s->page + 1) % s->list->pages;
    else if (ev->item == ITEM_BACK && s->page > 0) s->page--;
    else return;
    env_next_frame(e);
}

const struct element_kind ELEMENT_SOURCE_LIST = {
    .name = "source-list", .help = "facts one after the other: what is said, how sure it is, who says so",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .measure = measure, .arrange = arrange, .tick = tick, .draw = draw, .event = event, .least = least, .args = ARGS};
