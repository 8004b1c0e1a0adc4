/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lottery_bake.c - pictures of the cub lottery: bank, terraces and dens, tokens at every width of their spin, charts, cards. */
#include <draw/paper.h>
#include <scene/lottery_look.h>
#include <string.h>
#include <text/pair.h>

#define SHADE 0x020C106Bu
#define STEP 8.0f
#define CARD_PIC 116.0f
#define CARD_PAD 26.0f

/* 0 left of x, 1 right of it, over `soft` units. */
static float past(float at, float x, float soft) { return 1 / (1 + expf(-(at - x) / soft)); }

/* ---- crests, in units of the stage */
struct crest { const struct lottery_props *p; int row; enum { BANK, FRONT, TERRACE } what; };

static float wave(float x, int row) { return 9 * sinf(x / 170 + (float)row); }

static float crest_at(const struct crest *c, float x) {
    const struct lottery_bank *b = &c->p->bank;
    const struct lottery_hill *h = &c->p->hill;
    if (c->what == FRONT) return b->at.y + 4 * sinf(x / 260);
    if (c->what == BANK)
        return b->at.y - b->height - 22 + 8 * sinf(x / 230) + 116 * past(x, b->fall, 34) + 170 * past(x, b->fall + 120, 26);
    float y = h->at.y - 20 + h->step * (float)c->row;
    return y - h->height + wave(x, c->row) + 420 * (1 - past(x, h->cliff - 14 * (float)c->row, 20));
}

static struct vec2 den_on_stage(const struct lottery_props *p, int side, int den) {
    if (!side) return (struct vec2){p->bank.at.x + p->bank.gap * (float)den, p->bank.at.y};
    int row = den / p->hill.columns;
    float x = p->hill.at.x + p->hill.gap * (float)(den % p->hill.columns);
    return (struct vec2){x, p->hill.at.y + p->hill.step * (float)row + wave(x, row)};
}

struct vec2 lottery_den(const struct lottery_props *p, const struct env *e, int side, int den) {
    return lottery_on(e, den_on_stage(p, side, den), 0);
}

struct vec2 lottery_token(const struct lottery_props *p, const struct lottery_state *s, const struct env *e, int side, int den, int k) {
    struct vec2 d = lottery_den(p, e, side, den);
    float size = side ? p->hill.token : p->bank.token, apart = size * (side ? .94f : .85f);
    return (struct vec2){d.x + apart * ((float)k - (float)(s->rules.cubs - 1) / 2), d.y - size * .52f};
}

static void outline(struct vec *v, const struct crest *c, const struct env *e, float lower) {
    float x0 = -e->stage.x - 48, x1 = e->w - e->stage.x + 48;
    vec_move(v, x0, crest_at(c, x0));
    for (float x = x0; x < x1; x += STEP) vec_line(v, x, crest_at(c, x));
    if (lower > 0)
        for (float x = x1; x > x0; x -= STEP) vec_line(v, x, crest_at(c, x) + lower * (1 + .5f * sinf(x / 41 + (float)c->row)));
    else vec_line(v, x1, e->stage.h + 48), vec_line(v, x0, e->stage.h + 48);
    vec_close(v);
}

/* A sheet of paper with its shadow and a rim of snow. */
static void sheet(struct vec *v, const struct crest *c, const struct env *e, float y, rgba fill, rgba foot, rgba rim, float thick) {
    const struct vec_stop stops[] = {{0, fill}, {1, foot}};
    vec_group(v);
    outline(v, c, e, 0);
    vec_fill_linear(v, (struct vec2){0, y - 30}, (struct vec2){0, y + 250}, stops, 2);
    vec_shadow_end(v, 0, -5, 11, SHADE);
    if (thick <= 0) return;
    outline(v, c, e, thick);
    vec_fill(v, rim);
}

/* The opening of a den, grown by d; its threshold at x, y. */
static void arch(struct vec *v, float x, float y, float w, float h, float d) {
    float r = w / 2 + d;
    vec_move(v, x - r, y);
    vec_curve(v, x - r - d * .3f, y - h * .78f, x - r * .72f, y - h - d, x, y - h - d);
    vec_curve(v, x + r * .72f, y - h - d, x + r + d * .3f, y - h * .78f, x + r, y);
    vec_close(v);
}

static void den(struct vec *v, float x, float y, float w, float h, rgba shell, rgba dark) {
    float rim = fmaxf(6, w * .055f);
    arch(v, x, y, w, h, rim);
    vec_fill(v, shell);
    arch(v, x, y, w, h, 0);
    vec_fill(v, dark);
}

/* ---- the ground: terraces far to near, the bank, the sheet before them */
static void bake_ground(struct lottery_look *l, const struct lottery_props *p, const struct lottery_state *s, struct env *e) {
    struct vec v;
    const struct lottery_hill *h = &p->hill;
    const struct lottery_bank *b = &p->bank;
    int rows = (s->side[1].families + h->columns - 1) / h->columns;
    vec_begin(&v, e->layout);
    vec_translate(&v, e->stage.x + (e->rtl ? e->stage.w : 0), e->stage.y);
    if (e->rtl) vec_scale(&v, -1, 1);
    for (int q = 0; q < rows; q++) {
        float k = (float)q / (float)(rows > 1 ? rows - 1 : 1);
        rgba fill = rgba_mix(h->fill, h->foot, k);
        struct crest c = {p, q, TERRACE};
        sheet(&v, &c, e, h->at.y + h->step * (float)q, fill, rgba_mix(fill, INK_DARK, .35f), rgba_mix(h->rim, fill, .35f * k), 5);
        for (int i = q * h->columns; i < (q + 1) * h->columns && i < s->side[1].families; i++) {
            struct vec2 at = den_on_stage(p, 1, i);
            den(&v, at.x, at.y, h->width, h->height, h->shell, b->dark);
        }
    }
    struct crest bank = {p, 0, BANK}, front = {p, 0, FRONT};
    sheet(&v, &bank, e, b->at.y - b->height, b->fill, b->foot, b->rim, 9);
    for (int i = 0; i < s->side[0].families; i++)
        den(&v, b->at.x + b->gap * (float)i, b->at.y + 6, b->width, b->height + 6, b->shell, b->dark);
    sheet(&v, &front, e, b->at.y, rgba_mix(b->foot, 0x123039FFu, .35f), INK_DARK, b->rim, 3);
    float top = fminf(h->at.y - h->height, b->at.y - b->height) - 90;
    l->ground_box = (struct box){0, e->stage.y + top, e->w, e->h - e->stage.y - top + 60};
    l->ground = env_vec(e, &v, l->ground_box, false);
}

/* The inside of a den in ember light; the light over the bank. */
static void bake_glow(struct lottery_look *l, const struct lottery_props *p, const struct lottery_state *s, struct env *e) {
    const struct lottery_bank *b = &p->bank;
    struct vec v;
    vec_begin(&v, e->layout);
    struct box own = {-b->width / 2, -b->height, b->width, b->height};
    const struct vec_stop in[] = {{0, rgba_alpha(p->ember, .95f)}, {.55f, rgba_alpha(p->glow, .75f)}, {1, rgba_alpha(p->glow, .25f)}};
    arch(&v, 0, 0, b->width - 12, b->height - 8, 0);
    vec_fill_radial(&v, (struct vec2){0, -b->height * .25f}, b->height, in, 3);
    l->ember = env_vec(e, &v, own, false);
    float w = b->gap * (float)s->side[0].families / 2 + 320, hh = 250;
    struct vec2 mid = lottery_on(e, (struct vec2){b->at.x + b->gap * (float)(s->side[0].families - 1) / 2, b->at.y - b->height + 30}, 0);
    const struct vec_stop out[] = {{0, rgba_alpha(p->ember, .55f)}, {.5f, rgba_alpha(p->glow, .34f)}, {1, rgba_alpha(p->glow, 0)}};
    vec_begin(&v, e->layout);
    vec_translate(&v, mid.x, mid.y);
    vec_scale(&v, w / hh, 1);
    vec_rect(&v, (struct box){-hh, -hh, 2 * hh, 2 * hh});
    vec_fill_radial(&v, (struct vec2){0, 0}, hh, out, 3);
    l->glow_box = (struct box){mid.x - w, mid.y - hh, 2 * w, 2 * hh};
    l->glow = env_vec(e, &v, l->glow_box, false);
}

/* ---- tokens */
float lottery_width(int flip) {
    static const float WIDTH[LOTTERY_FLIPS] = {1, .74f, .4f, .12f};
    return WIDTH[flip];
}

static void wish_tokens(struct lottery_look *l, const struct lottery_props *p, struct env *e) {
    struct vec2 size;
    for (int boy = 0; boy < 2; boy++)
        for (int f = 0; f < LOTTERY_FLIPS; f++) {
            float big = p->bank.token, small = p->hill.token;
            l->token[boy][f] = env_asset(e, p->file[boy], big * lottery_width(f), big, false, 0xFFFFFFFFu, 0, &size);
            l->small[boy][f] = env_asset(e, p->small[boy], small * lottery_width(f), small, false, 0xFFFFFFFFu, 0, &size);
        }
}

/* A den that a card has shut: boards of dusk before it, and the card's sign. */
static void bake_shut(struct lottery_look *l, const struct lottery_props *p, struct env *e) {
    for (int side = 0; side < 2; side++) {
        float w = side ? p->hill.width : p->bank.width, h = side ? p->hill.height : p->bank.height;
        struct vec v;
        vec_begin(&v, e->layout);
        arch(&v, 0, 0, w, h, 0);
        vec_fill(&v, 0x2B3E44FFu);
        l->shut[side] = env_vec(e, &v, (struct box){-w / 2 - 2, -h - 2, w + 4, h + 4}, false);
        for (int i = 0; i < p->card_kinds.n; i++) {
            struct vec2 size;
            l->sign[side][i] = env_asset(e, lottery_card_at(p, i)->file, h * .7f, h * .7f, false, 0xFFFFFFFFu, 0, &size);
        }
    }
}

/* ---- charts */
static uint64_t square(struct env *e, float side, rgba fill, rgba rim, float width) {
    struct vec v;
    vec_begin(&v, e->layout);
    struct box b = {0, 0, side, side};
    vec_rrect(&v, b, side * .24f);
    if (width > 0) vec_keep(&v);
    vec_fill(&v, fill);
    if (width > 0) vec_stroke(&v, rim, width, 0, 0);
    return env_vec(e, &v, box_grow(b, width / 2 + 1), false);
}

static uint64_t grid(const struct lottery_grid *g, struct env *e, int n, rgba fill) {
    struct vec v;
    vec_begin(&v, e->layout);
    struct vec2 o = lottery_grid_at(g, e);
    for (int i = 0; i < n; i++) {
        struct vec2 at = lottery_cell(g, e, i);
        vec_rrect(&v, (struct box){at.x, at.y, g->square, g->square}, g->square * .24f);
    }
    vec_fill(&v, fill);
    float rows = (float)((n + g->columns - 1) / g->columns);
    return env_vec(e, &v, (struct box){o.x, o.y, g->pitch * (float)g->columns, g->pitch * rows}, false);
}

/* Rows cut by columns: every pair of outcomes, too many to draw one by one. */
static uint64_t pairs(const struct lottery_grid *g, struct env *e, int n, rgba fill) {
    struct vec v;
    struct vec2 o = lottery_grid_at(g, e);
    float whole = g->pitch * (float)n;
    vec_begin(&v, e->layout);
    for (int i = 0; i < n; i++) vec_rect(&v, (struct box){o.x + g->pitch * (float)i, o.y, g->square, whole});
    vec_clip(&v);
    for (int i = 0; i < n; i++) vec_rect(&v, (struct box){o.x, o.y + g->pitch * (float)i, whole, g->square});
    vec_fill(&v, fill);
    return env_vec(e, &v, (struct box){o.x, o.y, whole, whole}, false);
}

static void bake_charts(struct lottery_look *l, const struct lottery_props *p, const struct lottery_state *s, struct env *e) {
    int n = lottery_outcomes(s);
    float q = p->chart.square;
    l->grid = grid(&p->chart, e, n, p->cell);
    l->pairs = pairs(&p->pairs, e, n, p->cell);
    l->seen = square(e, q, p->cell_seen, 0, 0);
    l->hit = square(e, q, p->ember, p->ember_rim, 4);
    l->mark = square(e, q, 0, INK_SNOW, 5);
    for (int k = 0; k < 2; k++) l->runs[k] = grid(&p->run[k], e, s->years, p->cell_empty);
    l->past = square(e, p->run[0].square, p->cell_seen, 0, 0);
    l->pair = square(e, 6, p->ember, p->ember_rim, 2);
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, 22);
    vec_stroke(&v, p->ember, 4, 0, 0);
    l->ring = env_vec(e, &v, (struct box){-26, -26, 52, 52}, false);
}

/* ---- cards */
static void make_card(struct lottery_look *l, int i, const struct lottery_props *p, struct env *e) {
    const struct lottery_card *c = lottery_card_at(p, i);
    struct text_style st = {.token = STYLE_H3, .ink = INK_DARK, .align = ALIGN_CENTER, .max_lines = 1, .fit = true, .beside = true, .one_line = true};
    struct vec2 size, mid = lottery_on(e, p->card_at, 0);
    if (!safe_para(e, env_text(e, &c->label), st, 360, &l->name[i])) return;
    float w = fmaxf(CARD_PIC, para_w(&l->name[i], e)) + 2 * CARD_PAD, h = CARD_PIC + para_h(&l->name[i], e) + 2 * CARD_PAD - 4;
    l->card_box[i] = (struct box){mid.x - w / 2, mid.y - h / 2, w, h};
    l->face[i] = env_asset(e, c->file, CARD_PIC, CARD_PIC, false, 0xFFFFFFFFu, 0, &size);
    struct vec v;
    vec_begin(&v, e->layout);
    paper_card(&v, (struct box){0, 0, w, h}, 28, INK_SNOW);
    l->card[i] = env_vec(e, &v, box_grow((struct box){0, 0, w, h}, PAPER_MARGIN), false);
}

/* ---- names */
static const char *den_name(const struct lottery_props *p, const struct lottery_state *s, struct env *e, int i) {
    const char *cubs = NULL;
    for (int k = 0; k < s->rules.cubs; k++) {
        const char *cub = env_text(e, s->side[0].boys[i] >> k & 1 ? &p->boy : &p->girl);
        cubs = cubs ? pair_chain(e->layout, cubs, ", ", cub) : cub;
    }
    const struct msg_arg own = {.name = "inside", .word = cubs};
    return env_say(e, e->layout, &p->den_label, &own, 1);
}

void lottery_arrange(struct node *n, struct env *e) {
    const struct lottery_props *p = node_props(n, e);
    struct lottery_state *s = n->state;
    struct lottery_look *l = s->look = arena_new(e->layout, struct lottery_look);
    if (!l) return;
    bake_ground(l, p, s, e);
    bake_glow(l, p, s, e);
    wish_tokens(l, p, e);
    bake_shut(l, p, e);
    bake_charts(l, p, s, e);
    for (int i = 0; i < p->card_kinds.n; i++) make_card(l, i, p, e);
    for (int i = 0; i < s->side[0].families; i++) l->den[i] = den_name(p, s, e, i);
    l->hill = env_text(e, &p->hill_label);
}
