/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_button.c - a paper button. It sinks in the very next frame; it acts when the finger lifts inside. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/knob.h>
#include <string.h>

#define ICON_SIZE 40.0f
#define ICON_GAP 16.0f
#define SINK 4.0f
#define PAD_Y 24.0f          /* above and below together */
#define WIDE 300.0f          /* so wide a button of little height has both in one line */
#define PAIR_HEIGHT 93.0f
#define PAD_PAIR 14.0f       /* two languages in the height of one */
#define MAIN_HEIGHT 81.0f    /* 20 mm at 21.5 inch */

struct props {
    struct text_ref label;
    const char *icon;
    int look, selected_look;
    float width, height;
    bool round;
    struct conds selected_if, enabled_if;
};
struct state {
    struct para label[2];        /* as it is, selected */
    uint64_t key[2][2];          /* selected, pressed */
    struct vec2 at;              /* of the label, from the box */
};

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What it says; spoken only on a round button."},
    {.name = "icon", .type = FIELD_ID, AT(icon), .help = "Icon beside the label."},
    {.name = "look", .type = FIELD_ENUM, AT(look), .extra = PAPER_KINDS, .def = "dark", .help = "prim is the one gold thing of a screen."},
    {.name = "width", .type = FIELD_NUM, AT(width), .max = 1800, .def = "0", .unit = "canvas px", .help = "Width; 0 = as wide as the label."},
    {.name = "height", .type = FIELD_NUM, AT(height), .min = 61, .max = 400, .def = "96", .unit = "canvas px", .help = "Height at least."},
    {.name = "round", .type = FIELD_BOOL, AT(round), .help = "A round button with the icon alone."},
    {.name = "selected-if", .type = FIELD_COND, AT(selected_if), .help = "Gold while this holds: one of several choices."},
    {.name = "selected-look", .type = FIELD_ENUM, AT(selected_look), .extra = PAPER_KINDS, .def = "prim", .help = "Its look while selected-if holds."},
    {.name = "enabled-if", .type = FIELD_COND, AT(enabled_if), .help = "Reacts only while this holds."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    const char *id = n->common[0].id;
    int errors = le->diag->errors;
    icon_known(le, node_at(n, "icon"), p->icon, arena_printf(le->diag->arena, " in button '%s'", id));
    if (p->round && !p->icon) diag_error(le->diag, n->pos, "round button '%s' has no icon (give it one)", id);
    if (p->look == PAPER_PRIM && p->height < MAIN_HEIGHT)
        diag_error(le->diag, node_at(n, "height"), "main button '%s' is %g high (make it %g at least)", id, (double)p->height, (double)MAIN_HEIGHT);
    return errors == le->diag->errors;
}

static enum paper_kind look_of(const struct props *p, bool selected) { return (enum paper_kind)(selected ? p->selected_look : p->look); }
/* A round button is all icon. */
static float icon_size(const struct props *p) { return p->round ? p->height * 0.44f : ICON_SIZE; }
static float icon_room(const struct props *p) { return p->icon && !p->round ? ICON_SIZE + ICON_GAP : 0; }
static float pad_for(const struct props *p) { return p->width > 0 && p->width < 260 ? 24 : 40; }
static bool icon_last(const struct props *p) { return p->icon && !strcmp(p->icon, "next"); }

/* A third line before a word is lost. */
static bool compose(const struct props *p, struct env *e, float box_w, bool selected, struct para *out) {
    struct text_style st = {.token = STYLE_BUTTON, .ink = paper_ink(look_of(p, selected)), .align = ALIGN_CENTER, .max_lines = 2, .fit = true, .beside = e->spare >= SPARE_LINES || (p->width >= WIDE && p->height < PAIR_HEIGHT)};
    float w = fmaxf(1, box_w - 2 * pad_for(p) - icon_room(p));
    const char *label = env_text(e, &p->label);
    if (!env_para(e, label, st, w, 0, out)) return false;
    if (out->pages < 2) return true;
    st.max_lines = 0;
    return env_para(e, label, st, w, 0, out);
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    struct para para;
    if (p->round) return (struct vec2){p->height, p->height};
    float w = p->width > 0 ? fminf(p->width, max_w) : max_w;
    if (!compose(p, e, w, false, &para)) return (struct vec2){w, p->height};
    float h = fmaxf(p->height, para_h(&para, e) + (para.both ? PAD_PAIR : PAD_Y));
    float own = ceilf(para_w(&para, e)) + 2 + 2 * pad_for(p) + icon_room(p);
    return (struct vec2){p->width > 0 ? w : fminf(max_w, fmaxf(own, (para.both ? p->height : h) * 1.5f)), h};
}

/* Label and icon stand side by side in the middle; the arrow of "next" points on, after the word. */
static float place(const struct node *n, struct env *e, const struct props *p, struct state *s) {
    float avail = fmaxf(1, n->box.w - 2 * pad_for(p) - icon_room(p)), label_w = fminf(avail, para_w(&s->label[0], e));
    float x0 = (n->box.w - label_w - icon_room(p)) / 2;
    bool icon_left = p->icon && icon_last(p) == e->rtl;
    float mid = x0 + label_w / 2 + (icon_left ? icon_room(p) : 0);
    s->at = (struct vec2){mid - avail / 2, (n->box.h - para_h(&s->label[0], e)) / 2};
    return icon_left ? x0 : x0 + label_w + ICON_GAP;
}

static void bake(struct node *n, struct env *e, const struct props *p, bool selected, float icon_x) {
    struct state *s = n->state;
    enum paper_kind look = look_of(p, selected);
    struct box own = {0, 0, n->box.w, n->box.h};
    for (int sink = 0; sink < 2; sink++) {
        struct vec v;
        vec_begin(&v, e->layout);
        paper_button(&v, own, look, (float)sink);
        float size = icon_size(p), y = (own.h - size) / 2 + (sink ? SINK : 0);
        if (p->icon) icon_draw(&v, p->icon, icon_x, y, size, paper_ink(look), e->rtl && icon_directional(p->icon));
        s->key[selected][sink] = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
    }
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    for (int selected = 0; selected < 2; selected++) {
        if (selected && !p->selected_if.n) break;
        if (!compose(p, e, n->box.w, selected, &s->label[selected])) s->label[selected] = (struct para){.pages = 1, .text = ""};
        float icon_x = p->round ? (n->box.w - icon_size(p)) / 2 : place(n, e, p, s);
        bake(n, e, p, selected, icon_x);
    }
}

static void draw(struct node *n, struct paint *pt) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    const struct vars *vars = pt->env->vars;
    bool pressed = n->pressed == 0, selected = p->selected_if.n && vars_hold(vars, &p->selected_if);
    bool enabled = vars_hold(vars, &p->enabled_if);
    float alpha = enabled ? 1 : 0.45f;
    enum sem_role role = p->selected_if.n ? SEM_CHOICE : SEM_BUTTON;
    paint_picture(pt, s->key[selected][pressed], box_grow(n->box, PAPER_MARGIN), alpha);
    struct sem_item *it;
    if (p->round) it = paint_item(pt, n, NULL, 0, role, s->label[0].text, n->box, n->box);
    else it = paint_para(pt, n, NULL, role, &s->label[selected], n->box.x + s->at.x, n->box.y + s->at.y + (pressed ? SINK : 0), alpha);
    if (!it) return;
    it->box = it->hit = (struct box){n->box.x + pt->ox, n->box.y + pt->oy, n->box.w, n->box.h};
    it->round = p->round;
    it->focusable = enabled;
    it->state = (pressed ? SEM_PRESSED : 0u) | (n->focused == 0 ? SEM_FOCUSED : 0u) | (selected ? SEM_SELECTED : 0u) |
                (enabled ? 0u : SEM_DISABLED);
}

const struct element_kind ELEMENT_BUTTON = {
    .name = "button", .help = "A button of paper; `press` says what it does.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .hugs = true,
    .load = load, .measure = measure, .arrange = arrange, .draw = draw};
