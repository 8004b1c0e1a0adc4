/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_hairs.c - a round lens on the coat: tufts of hair beside a ruler in centimetres. Their lengths are facts; a tuft may
 * grow out of the skin with a variable, from one length to the other. */
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/track.h>

#define RIM 13.0f
#define TUFTS 4
#define TAG_LEAST 300.0f     /* canvas px: room that a tag has whatever lies beside it */
#define FIGURE_W 26.0f       /* half of a figure of the ruler, with some air */
struct tuft {
    const char *fact, *from, *driver;
    float x, width, spread, tag_px;
    int count, seed;
    rgba color, tip, tag_color;
    struct nums keys, fade;
    struct text_ref tag;
    struct vec2 tag_at;
    float cm, cm_from;             /* made at load */
};
struct props {
    float unit_px, base, ruler_x;
    int units;
    struct list tufts;             /* struct tuft */
    struct conds hidden_if;
};
struct tuft_look { uint64_t key; struct chip tag; };
struct state {
    uint64_t lens, skin;
    struct tuft_look tuft[TUFTS];
    struct para *numbers; int step;   /* every step-th number is shown */
    const char *alt;
};

#define AT(m) offsetof(struct tuft, m)
static const struct field TUFT[] = {
    {"fact", FIELD_FACT, AT(fact), FIELD_REQUIRED, 0, 0, NULL, NULL, "length of the hair", NULL, NULL, 0},
    {"from", FIELD_FACT, AT(from), 0, 0, 0, NULL, NULL, "length from which it grows; none = it does not grow", NULL, NULL, 0},
    {"driver", FIELD_VAR, AT(driver), 0, 0, 0, NULL, NULL, "variable that makes it grow and fade", NULL, NULL, 0},
    {"keys", FIELD_NUMS, AT(keys), 0, 0, 0, NULL, NULL, "share of the growth, 0 to 1, over the variable: [position, share, ...]", NULL, NULL, 0},
    {"fade", FIELD_NUMS, AT(fade), 0, 0, 0, NULL, NULL, "how clearly it is seen, 0 to 1, over the variable", NULL, NULL, 0},
    {"x", FIELD_NUM, AT(x), 0, 0, 0, "0", "canvas px", "its middle, from the lens' middle", NULL, NULL, 0},
    {"width", FIELD_NUM, AT(width), FIELD_POSITIVE, 0, 1000, "150", "canvas px", "width on the skin", NULL, NULL, 0},
    {"spread", FIELD_NUM, AT(spread), 0, 0, 400, "50", "canvas px", "how far the tips stand apart", NULL, NULL, 0},
    {"count", FIELD_INT, AT(count), FIELD_POSITIVE, 2, 80, "24", NULL, "how many hairs", NULL, NULL, 0},
    {"seed", FIELD_INT, AT(seed), 0, 0, 0, "4", NULL, "which hairs", NULL, NULL, 0},
    {"color", FIELD_COLOR, AT(color), FIELD_REQUIRED, 0, 0, NULL, NULL, "colour of the darkest hairs", NULL, NULL, 0},
    {"light", FIELD_COLOR, AT(tip), FIELD_REQUIRED, 0, 0, NULL, NULL, "colour of the lightest hairs", NULL, NULL, 0},
    {"tag", FIELD_TEXT, AT(tag), FIELD_REQUIRED, 0, 0, NULL, NULL, "its length in words, on a tag that rises with the hair", NULL, NULL, 0},
    {"tag-at", FIELD_POINT, AT(tag_at), 0, 0, 0, "[0, 0]", "canvas px", "middle of the tag: x from the lens' middle, y from the tips", NULL, NULL, 0},
    {"tag-px", FIELD_NUM, AT(tag_px), FIELD_POSITIVE, 28, 120, "42", "canvas px", "size of its letters", NULL, NULL, 0},
    {"tag-color", FIELD_COLOR, AT(tag_color), 0, 0, 0, "larch-500", NULL, "colour of the tag", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct props, m)
static const struct field FIELDS[] = {
    {"unit-px", FIELD_NUM, AT(unit_px), FIELD_REQUIRED | FIELD_POSITIVE, 0, 400, NULL, "canvas px", "height of a centimetre", NULL, NULL, 0},
    {"units", FIELD_INT, AT(units), 0, 1, 20, "7", NULL, "centimetres on the ruler", NULL, NULL, 0},
    {"base", FIELD_NUM, AT(base), 0, 0, 0, "130", "canvas px", "the skin, below the lens' middle", NULL, NULL, 0},
    {"ruler-x", FIELD_NUM, AT(ruler_x), 0, 0, 0, "0", "canvas px", "the numbers of the ruler, from the lens' middle", NULL, NULL, 0},
    {"tufts", FIELD_LIST, AT(tufts), FIELD_REQUIRED, 0, 0, NULL, NULL, "tufts of hair", NULL, TUFT, sizeof(struct tuft)},
    {"hidden-if", FIELD_COND, AT(hidden_if), 0, 0, 0, NULL, NULL, "the lens gives way while all of this holds", NULL, NULL, 0},
    {0}};

/* ---- load */
static bool read_cm(const char *address, float *cm, const char *key, int i, struct node *n, struct load_env *le) {
    const struct fact_value *v = NULL;
    if (!address || !le->facts || !fact_find(le->facts, address, &v)) return true;   /* the check of references speaks */
    float unit = !v ? 0 : str_eq(v->unit, "cm") ? 1 : str_eq(v->unit, "m") ? 100 : 0;
    if (unit > 0 && v->kind == FACT_NUM && v->num > 0) {
        *cm = (float)v->num * unit;
        return true;
    }
    diag_error(le->diag, node_item_at(n, "tufts", i, key), "fact '%s' of tuft %d is no length (use one with unit cm or m)", address, i + 1);
    return false;
}

static bool pairs(const struct nums *v, const char *key, int i, struct node *n, struct load_env *le) {
    bool ok = v->n % 2 == 0;
    for (int k = 2; ok && k < v->n; k += 2) ok = v->v[k] >= v->v[k - 2];
    if (!ok) diag_error(le->diag, node_item_at(n, "tufts", i, key), "'%s' of tuft %d must be pairs in rising order (write [0.3, 1, 0.8, 0])", key, i + 1);
    return ok;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct props *p = props;
    bool ok = p->tufts.n >= 1 && p->tufts.n <= TUFTS;
    if (!ok) diag_error(le->diag, node_at(n, "tufts"), "'tufts' has %d entries (give 1 to %d)", p->tufts.n, TUFTS);
    struct tuft *t = p->tufts.items;
    for (int i = 0; i < p->tufts.n; i++) {
        ok &= read_cm(t[i].fact, &t[i].cm, "fact", i, n, le) & read_cm(t[i].from, &t[i].cm_from, "from", i, n, le);
        ok &= pairs(&t[i].keys, "keys", i, n, le) & pairs(&t[i].fade, "fade", i, n, le);
        if (!t[i].from) t[i].cm_from = t[i].cm;
        float room = n->common[p == n->props[1] && p != n->props[0]].size.y - p->base;
        if (ok && room > 0 && t[i].cm * p->unit_px > room) {
            diag_error(le->diag, node_item_at(n, "tufts", i, "fact"), "tuft %d of %g cm is longer than the lens is high (lower 'unit-px')", i + 1, (double)t[i].cm);
            ok = false;
        }
    }
    return ok;
}

/* ---- places */
static float radius(const struct node *n) { return fminf(n->box.w, n->box.h) / 2 - RIM; }
static struct vec2 middle(const struct node *n) { return (struct vec2){n->box.x + n->box.w / 2, n->box.y + n->box.h / 2}; }
static const struct tuft *tuft(const struct props *p, int i) { return (const struct tuft *)p->tufts.items + i; }

/* A share that a variable drives; without keys all of it. */
static float share(const struct env *e, const struct tuft *t, const struct nums *keys) {
    if (!t->driver || keys->n < 2) return 1;
    struct track tr = {.keys = *keys, .ease = EASE_LINEAR};
    return clampf(track_at(&tr, (float)vars_num(e->vars, t->driver, 0), NULL), 0, 1);
}

/* ---- baking. The middle of the lens is 0,0. */
static void bake_lens(struct node *n, struct env *e, const struct props *p) {
    struct state *s = n->state;
    struct vec v;
    float r = radius(n);
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_circle(&v, 0, 0, r + RIM);
    vec_fill(&v, 0xF4F8F6FFu);
    vec_shadow_end(&v, 0, 14, 16, 0x020C1080u);
    const struct vec_stop sky[] = {{0, 0x0F333CFFu}, {1, 0x174650FFu}};
    vec_circle(&v, 0, 0, r);
    vec_fill_linear(&v, (struct vec2){0, -r}, (struct vec2){0, r}, sky, 2);
    for (int i = 1; i <= p->units; i++) {
        float y = p->base - (float)i * p->unit_px;
        if (fabsf(y) >= r) continue;
        float half = sqrtf(r * r - y * y), gap = FIGURE_W / 2 * e->text_scale;   /* no line goes through its figure */
        float to = clampf(p->ruler_x - gap, -half, half), from = clampf(p->ruler_x + gap, -half, half);
        vec_rect(&v, (struct box){-half, y - 1, to + half, 2});
        vec_rect(&v, (struct box){from, y - 1, half - from, 2});
        vec_fill(&v, i == p->units ? 0xFFFFFF80u : 0xFFFFFF30u);
    }
    s->lens = env_vec(e, &v, box_grow((struct box){-r, -r, 2 * r, 2 * r}, RIM + PAPER_MARGIN), false);
}

static void skin_layer(struct vec *v, float r, float y, float rise, rgba fill) {
    vec_move(v, -r, y);
    vec_quad(v, 0, y - rise, r, y);
    vec_line(v, r, r);
    vec_line(v, -r, r);
    vec_close(v);
    vec_fill(v, fill);
}

static void bake_skin(struct node *n, struct env *e, const struct props *p) {
    struct state *s = n->state;
    struct vec v;
    float r = radius(n);
    vec_begin(&v, e->layout);
    vec_save(&v);
    vec_circle(&v, 0, 0, r + .5f);
    vec_clip(&v);
    skin_layer(&v, r, p->base, 18, 0xC78F7EFFu);
    skin_layer(&v, r, p->base + 30, 16, 0xA9695FFFu);
    vec_restore(&v);
    s->skin = env_vec(e, &v, (struct box){-r, p->base - 20, 2 * r, r - p->base + 20}, false);
}

/* One hair: a blade that bends as far as its tip stands aside. */
static void hair(struct vec *v, float x, float len, float bend, float half, rgba fill) {
    vec_move(v, x - half, 0);
    vec_quad(v, x - half * .6f + bend * .15f, -len * .55f, x + bend, -len);
    vec_quad(v, x + half * .6f + bend * .15f, -len * .55f, x + half, 0);
    vec_close(v);
    vec_fill(v, fill);
}

static struct box tuft_area(const struct tuft *t, const struct props *p) {
    float half = t->width / 2 + t->spread + 12;
    return (struct box){-half, -t->cm * p->unit_px - 4, 2 * half, t->cm * p->unit_px + 4};
}

/* The longest hairs are as long as the fact says, none is longer. */
static uint64_t bake_tuft(struct env *e, const struct tuft *t, const struct props *p) {
    struct vec v;
    uint32_t rng = (uint32_t)t->seed;
    vec_begin(&v, e->layout);
    for (int i = 0; i < t->count; i++) {
        float f = (float)i / (float)(t->count - 1) - .5f;
        float x = f * t->width + ((float)rng_next(&rng) - .5f) * 6;
        float len = t->cm * p->unit_px * (.86f + .14f * (float)rng_next(&rng));
        float bend = f * t->spread + ((float)rng_next(&rng) - .5f) * t->spread * .35f;
        float half = 3.4f + (float)rng_next(&rng) * 2.6f;
        hair(&v, x, len, bend, half, rgba_mix(t->color, t->tip, (float)rng_next(&rng)));
    }
    return env_vec(e, &v, tuft_area(t, p), false);
}

static void set_numbers(struct node *n, struct env *e, const struct props *p) {
    struct state *s = n->state;
    struct text_style st = {.token = STYLE_LABEL, .ink = 0xCFE2E0FFu, .align = ALIGN_CENTER, .max_lines = 1};
    s->step = style_size(STYLE_LABEL) * 1.2f * style_growth(STYLE_LABEL, e->text_scale) <= p->unit_px ? 1 : 2;
    s->numbers = arena_array(e->layout, struct para, p->units + 1);
    for (int i = 1; s->numbers && i <= p->units; i++)
        safe_para(e, message_number(e->layout, &e->msg, i, 0, NULL), st, 120, &s->numbers[i]);
}

/* A tag ends before the figures of the ruler, whatever language it is in. */
static float tag_room(const struct tuft *t, const struct props *p) {
    return clampf(2 * (fabsf(t->tag_at.x - p->ruler_x) - FIGURE_W), TAG_LEAST, 420);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    bake_lens(n, e, p);
    bake_skin(n, e, p);
    for (int i = 0; i < p->tufts.n; i++) {
        const struct tuft *t = tuft(p, i);
        struct text_style st = {.token = STYLE_H2, .px = t->tag_px * e->scale, .ink = 0x06171CFFu, .align = ALIGN_CENTER, .max_lines = 1, .fit = true};
        s->tuft[i].key = bake_tuft(e, t, p);
        chip_make(&s->tuft[i].tag, e, env_text(e, &t->tag), st, CHIP_PILL, t->tag_color, tag_room(t, p));
    }
    set_numbers(n, e, p);
    const struct text_ref *alt = &node_common(n, e)->alt;
    s->alt = alt->easy ? env_text(e, alt) : NULL;
}

/* ---- draw */
static void draw_numbers(struct node *n, struct paint *pt, const struct props *p) {
    const struct state *s = n->state;
    struct vec2 m = middle(n);
    for (int i = s->step; s->numbers && i <= p->units; i += s->step) {
        const struct para *f = &s->numbers[i];
        float y = m.y + p->base - (float)i * p->unit_px - para_h(f, pt->env) / 2;
        paint_para(pt, n, arena_printf(pt->env->frame, "cm-%d", i), SEM_TEXT, f, m.x + p->ruler_x - 60, y, 1);
    }
}

static float shown_cm(const struct env *e, const struct tuft *t) { return lerpf(t->cm_from, t->cm, share(e, t, &t->keys)); }

/* The whole tuft is there from the start, most of it under the skin: growing is rising. */
static void draw_tuft(struct node *n, struct paint *pt, int i) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    const struct tuft *t = tuft(p, i);
    struct vec2 m = middle(n);
    float skin = m.y + p->base, sunk = (t->cm - shown_cm(pt->env, t)) * p->unit_px;
    struct box a = tuft_area(t, p);
    struct ibox before = dlist_clip(pt->list, paint_px(pt, (struct box){n->box.x, n->box.y, n->box.w, skin - n->box.y}));
    paint_picture(pt, s->tuft[i].key, (struct box){m.x + t->x + a.x, skin + a.y + sunk, a.w, a.h}, share(pt->env, t, &t->fade));
    dlist_unclip(pt->list, before);
}

static void draw_tag(struct node *n, struct paint *pt, int i) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    const struct tuft *t = tuft(p, i);
    const struct chip *c = &s->tuft[i].tag;
    struct vec2 m = middle(n);
    float alpha = t->from ? clampf((share(e, t, &t->keys) - .8f) / .2f, 0, 1) : 1, x = m.x + t->tag_at.x - c->w / 2;
    float y = m.y + p->base - shown_cm(e, t) * p->unit_px + t->tag_at.y - c->h / 2;
    x = clampf(x, e->stage.x + 12, e->stage.x + e->stage.w - 12 - c->w);
    if (alpha > 0) chip_draw(c, pt, n, arena_printf(e->frame, "length-%d", i + 1), SEM_TEXT, x, y, alpha);
}

static void draw(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    if (p->hidden_if.n && vars_hold(e->vars, &p->hidden_if)) return;
    float r = radius(n);
    struct vec2 m = middle(n);
    struct box lens = {m.x - r, m.y - r, 2 * r, 2 * r};
    paint_picture(pt, s->lens, box_grow(lens, RIM + PAPER_MARGIN), 1);
    if (s->alt) paint_item(pt, n, NULL, 0, SEM_PICTURE, s->alt, lens, (struct box){0, 0, 0, 0});
    for (int i = 0; i < p->tufts.n; i++) draw_tuft(n, pt, i);
    paint_picture(pt, s->skin, (struct box){m.x - r, m.y + p->base - 20, 2 * r, r - p->base + 20}, 1);
    draw_numbers(n, pt, p);
    for (int i = 0; i < p->tufts.n; i++) draw_tag(n, pt, i);
}

const struct element_kind ELEMENT_HAIRS = {
    .name = "hairs", .help = "a round lens with tufts of hair beside a ruler in centimetres",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .arrange = arrange, .draw = draw};
