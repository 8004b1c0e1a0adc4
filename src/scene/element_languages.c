/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_languages.c - one pill a language, each in its own name; the current one is gold. Touching one switches and then
 * runs `press`. With `second` it offers the languages that may stand beside the current one: touching one sets it there,
 * touching it again takes it away. Where there are more than `most`, the last pill counts the others and opens the sheet of all languages; the
 * current one is always among those that are shown. */
#include <draw/paper.h>
#include <scene/element.h>

#define MAX_LANGUAGES 32
struct props { float width, height, gap; int columns, rows, most; bool second; };
struct pill { const char *lang; struct box box; struct para name; uint64_t key[2]; struct action act; };   /* lang NULL: all others */
struct state { struct pill pill[MAX_LANGUAGES]; int n; };

static const struct field FIELDS[] = {
    {"width", FIELD_NUM, offsetof(struct props, width), FIELD_POSITIVE, 0, 0, "276", "canvas px", "width of a pill", NULL, NULL, 0},
    {"height", FIELD_NUM, offsetof(struct props, height), 0, 81, 300, "108", "canvas px", "height of a pill", NULL, NULL, 0},
    {"gap", FIELD_NUM, offsetof(struct props, gap), 0, 0, 0, "24", "canvas px", "space between pills", NULL, NULL, 0},
    {"columns", FIELD_INT, offsetof(struct props, columns), 0, 1, 12, "4", NULL, "pills in a row", NULL, NULL, 0},
    {"rows", FIELD_INT, offsetof(struct props, rows), 0, 0, 12, "0", NULL, "rows at most: more languages stand in more columns, narrower; 0 = as many rows as they need", NULL, NULL, 0},
    {"most", FIELD_INT, offsetof(struct props, most), 0, 0, MAX_LANGUAGES, "0", NULL, "pills at most; 0 = all languages", NULL, NULL, 0},
    {"second", FIELD_BOOL, offsetof(struct props, second), 0, 0, 0, "false", NULL, "the languages that may stand beside the first", NULL, NULL, 0},
    {0}};

/* How n pills stand: so many in a row, so wide. */
struct grid { int cols; float width; };
static struct grid grid_for(const struct props *p, int n, float max_w) {
    struct grid g = {p->columns < n ? p->columns : n, p->width};
    while (g.cols > 1 && (float)g.cols * (p->width + p->gap) - p->gap > max_w + .5f) g.cols--;
    if (g.cols < 1) g.cols = 1;
    if (p->rows < 1 || n <= g.cols * p->rows) return g;
    float whole = (float)g.cols * (p->width + p->gap);
    g.cols = (n + p->rows - 1) / p->rows;
    g.width = whole / (float)g.cols - p->gap;
    return g;
}

static int all(const struct env *e) { return e->journey->languages.n < MAX_LANGUAGES ? e->journey->languages.n : MAX_LANGUAGES; }
static int count(const struct props *p, const struct env *e) {
    if (p->second) return all(e) - 1;
    return p->most > 1 && all(e) > p->most ? p->most : all(e);
}
static const char *current(const struct props *p, const struct env *e) { return p->second ? e->second.lang : e->msg.lang; }

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    struct grid g = grid_for(p, count(p, e), max_w);
    int rows = (count(p, e) + g.cols - 1) / g.cols;
    return (struct vec2){(float)g.cols * (g.width + p->gap) - p->gap, (float)rows * (p->height + p->gap) - p->gap};
}

static void arrange_pill(const struct props *p, struct pill *l, struct env *e, int others) {
    enum paper_kind kind = !l->lang || !str_eq(l->lang, current(p, e)) ? PAPER_DARK : p->second ? PAPER_PAPER : PAPER_PRIM;
    for (int sink = 0; sink < 2; sink++) {
        struct vec v;
        vec_begin(&v, e->layout);
        paper_button(&v, l->box, kind, (float)sink);
        l->key[sink] = env_vec(e, &v, box_grow(l->box, PAPER_MARGIN), false);
    }
    /* its own name is set in its own language's faces, whatever is shown now */
    const char *now = e->msg.lang, *name = l->lang ? language_name(e->layout, l->lang)
                                                  : arena_printf(e->layout, "+%s", message_number(e->layout, &e->msg, others, 0, NULL));
    if (l->lang) e->msg.lang = l->lang;
    struct text_style st = {.token = STYLE_BUTTON, .ink = paper_ink(kind), .align = ALIGN_CENTER, .max_lines = 1, .fit = true};
    env_para(e, name, st, l->box.w - 40, 0, &l->name);
    e->msg.lang = now;
    l->act = l->lang ? (struct action){.kind = ACT_LANGUAGE, .arg = l->lang}
                     : (struct action){.kind = ACT_OPEN, .arg = e->journey->language_sheet};
}

/* Which languages are shown: the first ones, the last of them giving way to the current one when that is not among them. */
static void choose(const struct props *p, struct state *s, const struct env *e) {
    if (p->second) {
        for (int i = 0, at = 0; i < all(e) && at < s->n; i++)
            if (!str_eq(e->journey->languages.v[i], e->msg.lang)) s->pill[at++].lang = e->journey->languages.v[i];
        return;
    }
    bool some = s->n < all(e), seen = false;
    int n = some ? s->n - 1 : s->n;
    for (int i = 0; i < n; i++) {
        s->pill[i].lang = e->journey->languages.v[i];
        seen |= str_eq(s->pill[i].lang, e->msg.lang);
    }
    for (int i = n; some && !seen && i < all(e); i++)
        if (str_eq(e->journey->languages.v[i], e->msg.lang)) s->pill[n - 1].lang = e->journey->languages.v[i];
    if (some) s->pill[n].lang = NULL;
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->n = count(p, e);
    choose(p, s, e);
    struct grid g = grid_for(p, s->n, n->box.w + .5f);
    for (int i = 0; i < s->n; i++) {
        int col = e->rtl ? g.cols - 1 - i % g.cols : i % g.cols;
        s->pill[i].box = (struct box){n->box.x + (float)col * (g.width + p->gap), n->box.y + (float)(i / g.cols) * (p->height + p->gap),
                                      g.width, p->height};
        arrange_pill(p, &s->pill[i], e, all(e) - s->n + 1);
    }
}

static void draw(struct node *n, struct paint *pt) {
    struct state *s = n->state;
    const struct props *p = node_props(n, pt->env);
    for (int i = 0; i < s->n; i++) {
        struct pill *l = &s->pill[i];
        bool down = n->pressed == i;
        const char *say = l->lang ? l->name.text : env_text(pt->env, &pt->env->journey->nav.language);
        bool chosen = l->lang && str_eq(l->lang, current(p, pt->env));
        paint_picture(pt, l->key[down], box_grow(l->box, PAPER_MARGIN), 1);
        struct sem_item *it = paint_item(pt, n, l->lang ? l->lang : "others", i, SEM_LANGUAGE, say, l->box, l->box);
        if (it) it->state |= chosen ? SEM_SELECTED : 0;
        float h = para_h(&l->name, pt->env);
        paint_para(pt, n, NULL, SEM_TEXT, &l->name, l->box.x + 20, l->box.y + (l->box.h - h) / 2 + (down ? 4 : 0), 1);
    }
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct state *s = n->state;
    const struct props *p = node_props(n, e);
    if (ev->kind != NODE_ACTIVATE || ev->item < 0 || ev->item >= s->n) return;
    const char *lang = s->pill[ev->item].lang;
    if (p->second) effects_set(fx, "second-language", (struct value){.kind = VALUE_WORD, .word = str_eq(lang, e->second.lang) ? "" : lang});
    else effects_action(fx, n, &s->pill[ev->item].act);
    if (lang) effects_actions(fx, n, &node_common(n, e)->press);
}

const struct element_kind ELEMENT_LANGUAGES = {
    .name = "languages", .help = "A pill for every language of the journey, in its own name.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .measure = measure, .arrange = arrange, .draw = draw, .event = event};
