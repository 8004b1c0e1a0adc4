/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_text.c - words. What is too long for its place goes to further pages of the same place; nothing is cut off. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/chip.h>
#include <string.h>

enum { SCRIM_NONE, SCRIM_LEFT };
static const char *const ALIGNS[] = {"start", "center", "end", NULL};
static const char *const SCRIMS[] = {"none", "left", NULL};
#define PLATE_PAD_X 32.0f
#define PLATE_PAD_Y 24.0f
#define PLATE_RADIUS 28.0f
#define PAGER_W 168.0f
#define PAGER_ICON 36.0f
#define SCRIM_FADE 120.0f
#define STAGE_GROWTH 3.0f
enum { PATCHES_MAX = 200 };   /* changes of words between two layouts; then the layout's memory is made anew */

struct props {
    struct text_ref text;
    int style, align, max_lines, scrim;
    rgba ink, strong, plate;
    float width;
    bool fit, pages, struck;
};
struct state {
    struct para para, pager;
    uint64_t plate, pill, scrim;
    struct box scrim_box;
    const char *shown;        /* the words set now */
    uint32_t version;         /* of the variables they were made from */
    int page, patches;
};

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "text", .type = FIELD_TEXT, AT(text), .flags = FIELD_REQUIRED, .help = "The words; {fact-id} prints a fact, *stars* emphasise."},
    {.name = "style", .type = FIELD_ENUM, AT(style), .extra = STYLE_NAMES, .def = "body", .help = "Size and weight."},
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "snow", .help = "Colour of the words."},
    {.name = "strong", .type = FIELD_COLOR, AT(strong), .def = "larch-500", .help = "Colour of *emphasis*."},
    {.name = "align", .type = FIELD_ENUM, AT(align), .extra = ALIGNS, .def = "start", .help = "Alignment of the lines."},
    {.name = "width", .type = FIELD_NUM, AT(width), .max = 4000, .def = "0", .unit = "canvas px", .help = "Widest line; 0 = as wide as the place."},
    {.name = "max-lines", .type = FIELD_INT, AT(max_lines), .max = 40, .def = "0", .help = "Lines at most; 0 = as many as needed."},
    {.name = "fit", .type = FIELD_BOOL, AT(fit), .help = "Titles: narrower and smaller letters before more lines."},
    {.name = "plate", .type = FIELD_COLOR, AT(plate), .def = "#00000000", .help = "Colour of a card behind the words; none when transparent."},
    {.name = "scrim", .type = FIELD_ENUM, AT(scrim), .extra = SCRIMS, .def = "none", .help = "Darkens a bright sky behind the words."},
    {.name = "struck", .type = FIELD_BOOL, AT(struck), .help = "Crossed out by what is drawn over the words; say so in its alt."},
    {.name = "pages", .type = FIELD_BOOL, AT(pages), .def = "true", .help = "May be spread over pages where room is short."},
    {0}};

static bool plated(const struct props *p) { return (p->plate & 255u) != 0; }
static struct vec2 pad_of(const struct props *p) { return plated(p) ? (struct vec2){PLATE_PAD_X, PLATE_PAD_Y} : (struct vec2){0, 0}; }
static bool may_page(const struct props *p) {
    return p->pages && (p->style == STYLE_BODY || p->style == STYLE_LABEL || p->style == STYLE_SMALL);
}
static float line_h(const struct props *p, const struct env *e) {
    return style_size((enum style_token)p->style) * style_leading((enum style_token)p->style) * e->text_scale;
}
static float pager_h(const struct env *e) { return fmaxf(64, style_size(STYLE_LABEL) * 1.3f * e->text_scale + 10); }

/* A place of two lines and the way to the next page: there a second language has a page of its own rather than none. */
static bool roomy(const struct node *n, const struct env *e, const struct props *p) {
    return p->style == STYLE_BODY && n->box.h - 2 * pad_of(p).y >= 2 * line_h(p, e) + pager_h(e);
}

/* Lays the words out; titles and numerals are never spread over pages. */
static bool compose(const struct node *n, struct env *e, const char *words, float max_w, float max_h, int page, struct para *out) {
    const struct props *p = node_props(n, e);
    bool in_slot = node_common(n, e)->slot && node_common(n, e)->size.x <= 0;    /* captions in a row of buttons stay narrow */
    struct text_style st = {.token = (enum style_token)p->style, .ink = p->ink, .strong = p->strong, .align = (enum text_align)p->align,
                            .max_lines = p->max_lines, .max_h = max_h * e->scale, .fit = p->fit, .turns = may_page(p),
                            .beside = p->style <= STYLE_BODY || !in_slot, .whole = max_h > 0 && roomy(n, e, p)};
    if (!env_para(e, words, st, max_w, page, out)) return false;
    if (out->pages < 2 || may_page(p)) return true;
    st.max_lines = 0;   /* a title that does not fit takes more lines than it should rather than lose words */
    return env_para(e, words, st, max_w, page, out);
}

/* The highest page of a text that turns from one language to the other; else its own height. */
static float tallest(const struct node *n, struct env *e, const char *words, float max_w, const struct para *now) {
    float h = para_h(now, e);
    struct para other;
    for (int i = 0; now->first_pages && i < now->pages; i++)
        if (i != now->page && compose(n, e, words, max_w, 0, i, &other)) h = fmaxf(h, para_h(&other, e));
    return h;
}

static float inner_w(const struct props *p, float box_w) {
    float w = box_w - 2 * pad_of(p).x;
    return fmaxf(1, p->width > 0 ? fminf(p->width, w) : w);
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    struct vec2 pad = pad_of(p);
    struct para para;
    float w = inner_w(p, max_w);
    const char *words = env_text(e, &p->text);
    if (!compose(n, e, words, w, 0, 0, &para)) return (struct vec2){w, 0};
    float own = p->width > 0 ? w : fminf(w, ceilf(para_w(&para, e)) + 1);
    return (struct vec2){own + 2 * pad.x, tallest(n, e, words, w, &para) + 2 * pad.y + (para.pages > 1 ? pager_h(e) : 0)};
}

/* One line and the way to the next page. */
static float least(struct node *n, struct env *e, float w) {
    const struct props *p = node_props(n, e);
    if (!may_page(p)) return measure(n, e, w).y;
    return line_h(p, e) + pager_h(e) + 2 * pad_of(p).y;
}

/* ---- arranging */
static void arrange_plate(struct node *n, struct env *e, const struct props *p) {
    struct state *s = n->state;
    struct box own = {0, 0, n->box.w, n->box.h};
    struct vec v;
    s->plate = 0;
    if (!plated(p)) return;
    vec_begin(&v, e->layout);
    paper_card(&v, own, PLATE_RADIUS, p->plate);
    s->plate = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
}

static struct box pager_box(const struct node *n, const struct env *e, const struct props *p) {
    struct vec2 pad = pad_of(p);
    float h = pager_h(e), w = PAGER_W * fmaxf(1, e->text_scale * 0.75f);
    float x = e->rtl ? n->box.x + pad.x : n->box.x + n->box.w - pad.x - w;
    return (struct box){x, n->box.y + n->box.h - pad.y - h + 3, w, h - 3};
}

static void arrange_pager(struct node *n, struct env *e, const struct props *p) {
    struct state *s = n->state;
    s->pill = 0;
    if (s->para.pages < 2) return;
    struct box b = pager_box(n, e, p), own = {0, 0, b.w, b.h};
    struct vec v;
    vec_begin(&v, e->layout);
    paper_pill(&v, own, 0x0F333CFF);
    icon_draw(&v, "next", e->rtl ? 18 : b.w - PAGER_ICON - 18, (b.h - PAGER_ICON) / 2, PAGER_ICON, 0xF4F8F6FF, e->rtl);
    s->pill = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
    const char *at = message_number(e->layout, &e->msg, s->para.page + 1, 0, NULL);
    const char *of = message_number(e->layout, &e->msg, s->para.pages, 0, NULL);
    struct text_style st = {.token = STYLE_LABEL, .ink = 0xF4F8F6FF, .align = ALIGN_CENTER, .max_lines = 1};
    env_para(e, arena_printf(e->layout, "%s/%s", at, of), st, b.w - PAGER_ICON - 40, 0, &s->pager);
}

/* A gradient that thins out towards the far side, cut into bands of 4 px that thin out above and below. */
static void arrange_scrim(struct node *n, struct env *e, const struct props *p) {
    struct state *s = n->state;
    s->scrim = 0;
    if (p->scrim == SCRIM_NONE) return;
    float step = 4 / e->scale, y0 = roundf((n->box.y - SCRIM_FADE) * e->scale) / e->scale;
    float h = ceilf((n->box.h + 2 * SCRIM_FADE) / step) * step, w = para_w(&s->para, e) + 320;
    float x0 = e->rtl ? n->box.x + n->box.w + 96 - w : n->box.x - 96;
    struct vec2 from = {e->rtl ? x0 + w : x0, 0}, to = {e->rtl ? x0 : x0 + w, 0};
    struct vec v;
    vec_begin(&v, e->layout);
    for (float y = 0; y < h - step / 2; y += step) {
        float edge = fminf(y + step / 2, h - y - step / 2), a = edge < SCRIM_FADE ? edge / SCRIM_FADE : 1;
        a = a * a * (3 - 2 * a);
        struct vec_stop stops[3] = {{0, rgba_alpha(0x16303F00u, .60f * a)}, {.6f, rgba_alpha(0x16303F00u, .42f * a)}, {1, 0x16303F00u}};
        vec_rect(&v, (struct box){x0, y0 + y, w, step});
        vec_fill_linear(&v, from, to, stops, 3);
    }
    s->scrim_box = (struct box){x0, y0, w, h};
    s->scrim = env_vec(e, &v, s->scrim_box, false);
}

/* On the picture larger letters may grow out of the author's box before they page, and two languages that do not fit in it. */
static float stage_room(struct node *n, struct env *e, float w, float h) {
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    struct para in;
    if (node_common(n, e)->slot || n->parent) return h;
    if (p->fit && s->para.also && compose(n, e, s->shown, w, fmaxf(1, h), 0, &in) && in.both && !in.overflow) return h;
    return fmaxf(h, fminf(h * STAGE_GROWTH, e->h - n->box.y - 8));
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct vec2 pad = pad_of(p);
    float w = inner_w(p, n->box.w), h = n->box.h - 2 * pad.y;
    s->shown = env_text(e, &p->text);
    s->version = e->vars->version;
    s->patches = 0;
    if (!compose(n, e, s->shown, w, 0, s->page, &s->para)) s->para = (struct para){.pages = 1, .text = ""};
    h = stage_room(n, e, w, h);
    float most = tallest(n, e, s->shown, w, &s->para) + (s->para.pages > 1 ? pager_h(e) : 0);
    if (n->box.h > 0 && most > h + 1 && (may_page(p) || s->para.also)) {
        if (may_page(p)) n->box.h = h + 2 * pad.y;
        compose(n, e, s->shown, w, fmaxf(1, h), s->page, &s->para);      /* a second language may step back */
        if (s->para.pages > 1 && may_page(p)) compose(n, e, s->shown, w, fmaxf(1, h - pager_h(e)), s->page, &s->para);
    }
    s->page = s->para.page;
    arrange_plate(n, e, p);
    arrange_pager(n, e, p);
    arrange_scrim(n, e, p);
}

/* ---- words that change */
static bool changes(const struct props *p) {
    return strchr(p->text.easy, '{') || (p->text.more && strchr(p->text.more, '{'));
}

/* Sets the new words in the old place where they take as much room; else the scene is laid out anew. */
static bool patch(struct node *n, struct env *e, const struct props *p, const char *words) {
    struct state *s = n->state;
    struct para para;
    if (s->para.pages > 1 || s->patches++ >= PATCHES_MAX) return false;
    const char *kept = arena_str(e->layout, words);
    if (!kept || !compose(n, e, kept, inner_w(p, n->box.w), 0, 0, &para)) return false;
    if (para.nlines != s->para.nlines || para.overflow || para.pages > 1) return false;
    s->para = para;
    s->shown = kept;
    return true;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    (void)fx;
    if (!s->shown || s->version == e->vars->version || !changes(p)) return;
    s->version = e->vars->version;
    const char *words = env_text_in(e, e->frame, &p->text);
    if (!str_eq(words, s->shown) && !patch(n, e, p, words)) e->relayout = true;
}

/* ---- drawing */
/* Where words that keep their side begin in their column: as a block on that side. */
static float kept(const struct node *n, const struct env *e, const struct props *p) {
    const struct para *para = &((const struct state *)n->state)->para;
    float left = para_kept(para, n, e);
    if (!e->rtl || !node_common(n, e)->keep_side || p->align == ALIGN_CENTER) return 0;
    return left + (p->align == ALIGN_END ? inner_w(p, n->box.w) - para_w(para, e) : 0);
}

static void draw_pager(struct node *n, struct paint *pt, const struct props *p) {
    const struct state *s = n->state;
    struct box b = pager_box(n, pt->env, p);
    float x = b.x + (pt->env->rtl ? PAGER_ICON + 24 : 16), y = b.y + (b.h - para_h(&s->pager, pt->env)) / 2;
    paint_picture(pt, s->pill, box_grow(b, PAPER_MARGIN), n->pressed == 1 ? 0.8f : 1);
    struct sem_item *it = paint_para(pt, n, "page", SEM_BUTTON, &s->pager, x, y, 1);
    if (!it) return;
    it->item = 1;
    it->box = it->hit = (struct box){b.x + pt->ox, b.y + pt->oy, b.w, b.h};
    it->focusable = true;
    it->state = (n->pressed == 1 ? SEM_PRESSED : 0u) | (n->focused == 1 ? SEM_FOCUSED : 0u);
}

static void draw(struct node *n, struct paint *pt) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    struct vec2 pad = pad_of(p);
    bool heading = p->style == STYLE_DISPLAY || p->style == STYLE_H1 || p->style == STYLE_H2;
    bool press = node_common(n, pt->env)->press.n > 0;
    float spare = n->box.w - 2 * pad.x - inner_w(p, n->box.w);   /* a narrower column stands at the start */
    paint_picture(pt, s->scrim, s->scrim_box, 1);
    paint_picture(pt, s->plate, box_grow(n->box, PAPER_MARGIN), 1);
    float x = n->box.x + pad.x + (pt->env->rtl && !node_common(n, pt->env)->keep_side ? spare : 0) + kept(n, pt->env, p);
    struct sem_item *it = paint_para(pt, n, NULL, heading ? SEM_HEADING : press ? SEM_LINK : SEM_TEXT, &s->para, x, n->box.y + pad.y, 1);
    if (it && press) {
        it->hit = (struct box){n->box.x + pt->ox, n->box.y + pt->oy, n->box.w, n->box.h};
        it->focusable = true;
        it->state = (n->pressed == 0 ? SEM_PRESSED : 0u) | (n->focused == 0 ? SEM_FOCUSED : 0u);
    }
    if (it && p->struck) it->state |= SEM_STRUCK;
    if (s->para.pages > 1) draw_pager(n, pt, p);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct state *s = n->state;
    if (ev->kind != NODE_ACTIVATE) return;
    if (ev->item == 0) {
        effects_actions(fx, n, &node_common(n, e)->press);
        return;
    }
    s->page = s->para.pages > 1 ? (s->page + 1) % s->para.pages : 0;
    e->relayout = true;
}

const struct element_kind ELEMENT_TEXT = {
    .name = "text", .help = "Words, in the language now shown.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .measure = measure, .arrange = arrange, .tick = tick, .draw = draw, .event = event, .least = least};
