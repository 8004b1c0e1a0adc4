/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_squares.c - areas to compare: squares of true size, nested at one corner. The numbers are the register's; never an
 * area measured on a drawn shape. */
#include <scene/chip.h>
#include <scene/keys.h>
#include <scene/look.h>

#define ITEMS 6
#define PAD 28.0f
#define SHADOW 24.0f
#define INSET 14.0f
#define EDGE 4.0f            /* width of a square's edge */

struct item {
    const char *fact, *driver;
    int look;
    rgba color, outline, ground;
    struct text_ref label;
    struct conds visible_if;
    struct nums keys;
    float side;              /* canvas units; made at load */
};
struct props { float px_per_km; bool plate; rgba plate_color; struct list items; };
struct square_face { struct para para; uint64_t key; struct box box; struct vec2 text; struct box leader; };
struct state { uint64_t plate; struct box plate_box; struct square_face face[ITEMS]; };

#define AT(m) offsetof(struct item, m)
static const struct field ITEM_FIELDS[] = {
    {"fact", FIELD_FACT, AT(fact), FIELD_REQUIRED, 0, 0, NULL, NULL, "the area, in square kilometres", NULL, NULL, 0},
    {"look", FIELD_ENUM, AT(look), 0, 0, 0, "plain", NULL, "filling", MAP_LOOKS, NULL, 0},
    {"color", FIELD_COLOR, AT(color), 0, 0, 0, "rose-500", NULL, "colour of the filling", NULL, NULL, 0},
    {"outline", FIELD_COLOR, AT(outline), 0, 0, 0, "rose-300", NULL, "colour of the edge", NULL, NULL, 0},
    {"ground", FIELD_COLOR, AT(ground), 0, 0, 0, "#3B5F63", NULL, "paper below a pattern", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "what stands in or beside the square", NULL, NULL, 0},
    {"visible-if", FIELD_COND, AT(visible_if), 0, 0, 0, NULL, NULL, "shown only while these hold", NULL, NULL, 0},
    {"driver", FIELD_VAR, AT(driver), 0, 0, 0, NULL, NULL, "variable over which the alpha changes", NULL, NULL, 0},
    {"keys", FIELD_NUMS, AT(keys), 0, 0, 0, NULL, NULL, "pairs: value of the variable, alpha", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"px-per-km", FIELD_NUM, AT(px_per_km), FIELD_REQUIRED | FIELD_POSITIVE, 0, 10, NULL, "canvas px", "scale", NULL, NULL, 0},
    {"plate", FIELD_BOOL, AT(plate), 0, 0, 0, "true", NULL, "lie on a dark plate", NULL, NULL, 0},
    {"plate-color", FIELD_COLOR, AT(plate_color), 0, 0, 0, "#06171C8C", NULL, "colour of the plate", NULL, NULL, 0},
    {"items", FIELD_LIST, AT(items), FIELD_REQUIRED, 0, 0, NULL, NULL, "the squares, largest first", NULL, ITEM_FIELDS, sizeof(struct item)},
    {0}};

static bool read_area(struct item *it, const struct props *p, struct pos at, struct load_env *le) {
    const struct fact_value *v = NULL;
    if (!le->facts || !fact_find(le->facts, it->fact, &v)) return true;
    if (!v || v->kind != FACT_NUM || v->num <= 0 || !str_eq(v->unit, "km2")) {
        diag_error(le->diag, at, "fact '%s' is no area (use one with unit km2)", it->fact);
        return false;
    }
    it->side = (float)sqrt(v->num) * p->px_per_km;
    if (it->side <= 2000) return true;
    diag_error(le->diag, at, "the square of '%s' is %.0f px wide (make 'px-per-km' smaller)", it->fact, (double)it->side);
    return false;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    struct item *it = p->items.items;
    if (p->items.n < 1 || p->items.n > ITEMS) {
        diag_error(le->diag, node_at(n, "items"), "'items' has %d squares (give 1 to %d)", p->items.n, ITEMS);
        return false;
    }
    bool ok = true;
    for (int i = 0; i < p->items.n; i++) {
        it[i].side = 10;
        struct pos at = node_item_at(n, "items", i, "fact");
        ok &= read_area(&it[i], p, at, le) & keys_check(&it[i].keys, "a square", node_item_at(n, "items", i, "keys"), le->diag);
        if (ok && i && it[i].side > it[i - 1].side) {
            diag_error(le->diag, at, "the square of '%s' is larger than the one before (put the largest first)", it[i].fact);
            ok = false;
        }
    }
    return ok;
}

static const struct item *item_at(const struct props *p, int i) { return (const struct item *)p->items.items + i; }
static float pad(const struct props *p) { return p->plate ? PAD : 0; }

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    (void)max_w;
    const struct props *p = node_props(n, e);
    float s = item_at(p, 0)->side + 2 * pad(p);
    return (struct vec2){s, s};
}

static void wish_square(const struct item *it, struct square_face *f, struct env *e) {
    struct vec v;
    vec_begin(&v, e->layout);
    float r = fminf(10, it->side * .12f);
    vec_group(&v);
    vec_rrect(&v, f->box, r);
    vec_fill(&v, it->look == LOOK_STRIPES ? it->ground : it->color);
    vec_shadow_end(&v, 0, 4, 7, 0x020C1073u);
    vec_save(&v);
    vec_rrect(&v, f->box, r);
    vec_clip(&v);
    look_fill(&v, (enum map_look)it->look, f->box, it->color);
    vec_restore(&v);
    vec_rrect(&v, f->box, r);
    vec_stroke(&v, it->outline, EDGE, 0, 0);
    f->key = env_vec(e, &v, box_grow(f->box, SHADOW), false);
}

/* One line, as large as the visitor wishes and the room allows: a figure never breaks. */
static bool fit_label(struct env *e, const char *text, float room, struct para *out) {
    struct text_style st = {.token = STYLE_LABEL, .ink = 0xF4F8F6FFu};
    float growth = style_growth(STYLE_LABEL, e->text_scale);
    for (float g = growth;; g = fmaxf(1, g - .25f)) {
        st.px = style_size(STYLE_LABEL) * e->scale * g / growth;
        if (!safe_para(e, text, st, room, out)) return false;
        if (g <= 1 || (out->nlines <= 1 && !out->overflow)) return true;
    }
}

/* Inside, at the top left; beside the next larger square on a leader when it does not fit. */
static void place_label(const struct props *p, struct state *s, struct env *e, int i) {
    const struct item *it = item_at(p, i);
    struct square_face *f = &s->face[i];
    float room = i ? 400 : fmaxf(120, it->side - 2 * INSET);
    if (!fit_label(e, env_text(e, &it->label), room, &f->para)) return;
    float w = para_w(&f->para, e), h = para_h(&f->para, e), left = para_left(&f->para, e);
    float inner = i + 1 < p->items.n ? item_at(p, i + 1)->side : 0;
    f->leader = (struct box){0, 0, 0, 0};
    if (i == 0 || (w + 2 * INSET <= it->side && h + INSET <= it->side - inner)) {
        f->text = (struct vec2){f->box.x + INSET - left, f->box.y + INSET * .6f};
        return;
    }
    float above = EDGE + h / 2;         /* the name lies on no edge */
    float cx = f->box.x + it->side * .55f, cy = fmaxf(f->box.y + EDGE, fminf(f->box.y + it->side / 2, f->box.y + it->side - above)), x = s->face[i - 1].box.x + s->face[i - 1].box.w + 18;
    f->leader = (struct box){cx, cy - 2, x - 8 - cx, 4};
    f->text = (struct vec2){x - left, cy - h / 2};
}

/* Names on leaders keep clear of one another: the larger square's goes up. */
static void part_labels(const struct props *p, struct state *s, const struct env *e) {
    for (int i = p->items.n - 2; i > 0; i--) {
        struct square_face *f = &s->face[i];
        const struct square_face *below = &s->face[i + 1];
        float foot = f->text.y + para_h(&f->para, e);
        if (f->leader.w <= 0 || below->leader.w <= 0 || foot <= below->text.y) continue;
        f->leader.y -= foot - below->text.y;
        f->text.y -= foot - below->text.y;
    }
}

/* The plate holds the squares and what is named beside them. */
static void wish_plate(const struct props *p, struct state *s, struct env *e) {
    struct box b = box_grow(s->face[0].box, PAD);
    for (int i = 1; i < p->items.n; i++) {
        const struct square_face *f = &s->face[i];
        if (f->leader.w > 0) b.w = fmaxf(b.w, f->text.x + para_left(&f->para, e) + para_w(&f->para, e) + PAD - b.x);
    }
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rrect(&v, b, 26);
    vec_fill(&v, p->plate_color);
    s->plate_box = b;
    s->plate = env_vec(e, &v, b, false);
}

/* From the other corner in a right-to-left language. */
static void turn(const struct props *p, struct state *s, const struct node *n, const struct env *e) {
    float sum = 2 * n->box.x + n->box.w;
    for (int i = 0; i < p->items.n; i++) {
        struct square_face *f = &s->face[i];
        f->box.x = sum - f->box.x - f->box.w;
        f->text.x = sum - f->text.x - 2 * para_left(&f->para, e) - para_w(&f->para, e);
        f->leader.x = sum - f->leader.x - f->leader.w;
    }
    s->plate_box.x = sum - s->plate_box.x - s->plate_box.w;
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float x = n->box.x + pad(p), y = n->box.y + n->box.h - pad(p);
    for (int i = 0; i < p->items.n; i++) {
        float side = item_at(p, i)->side;
        s->face[i].box = (struct box){x, y - side, side, side};
        wish_square(item_at(p, i), &s->face[i], e);
        place_label(p, s, e, i);
    }
    part_labels(p, s, e);
    if (p->plate) wish_plate(p, s, e);
    if (e->rtl && !node_common(n, e)->keep_side) turn(p, s, n, e);
}

static void draw(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    if (p->plate) paint_picture(pt, s->plate, s->plate_box, 1);
    float alpha[ITEMS] = {0};
    for (int i = 0; i < p->items.n; i++) {
        const struct item *it = item_at(p, i);
        if (!vars_hold(e->vars, &it->visible_if)) continue;
        alpha[i] = it->driver ? clampf(keys_at(&it->keys, vars_num(e->vars, it->driver, 0)), 0, 1) : 1;
        paint_picture(pt, s->face[i].key, box_grow(s->face[i].box, SHADOW), alpha[i]);
    }
    for (int i = 0; i < p->items.n; i++) {
        const struct square_face *f = &s->face[i];
        if (alpha[i] <= 0 || f->para.nlines == 0) continue;
        if (f->leader.w > 0) paint_fill(pt, f->leader, rgba_alpha(0xFFE3DBFFu, alpha[i]));
        paint_para(pt, n, arena_printf(e->frame, "square-%d", i + 1), SEM_TEXT, &f->para, f->text.x, f->text.y, alpha[i]);
    }
}

const struct element_kind ELEMENT_SQUARES = {
    .name = "squares", .help = "areas to compare, as nested squares of true size",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .hugs = true,
    .load = load, .measure = measure, .arrange = arrange, .draw = draw};
