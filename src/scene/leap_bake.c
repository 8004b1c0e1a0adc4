/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leap_bake.c - the pictures of the leap and where its chips lie, made while arranging. */
#include <draw/paper.h>
#include <scene/leap_look.h>
#include <string.h>
#include <text/pair.h>

#define GOLD 0xF2A93BFFu
#define SNOW 0xF4F8F6FFu
#define DARK 0x06171CFFu
#define CHIP_GAP 10.0f
#define CHIP_OVER 40.0f      /* a chip's pole is this far inside it at least, or at its end */

static uint64_t round_picture(struct env *e, float r, rgba fill, rgba rim, float width) {
    struct vec v;
    vec_begin(&v, e->layout);
    float m = r + width / 2 + 2;
    vec_circle(&v, m, m, r);
    if (fill & 255u) vec_keep(&v), vec_fill(&v, fill);
    vec_stroke(&v, rim, width, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, 2 * m, 2 * m}, false);
}
/* The mark of the second player. */
static uint64_t diamond_picture(struct env *e, rgba fill) {
    struct vec v;
    float r = LEAP_DISC_R + 4, m = LEAP_DISC_R + 5;
    vec_begin(&v, e->layout);
    vec_move(&v, m, m - r);
    vec_line(&v, m + r, m);
    vec_line(&v, m, m + r);
    vec_line(&v, m - r, m);
    vec_close(&v);
    vec_keep(&v);
    vec_fill(&v, fill);
    vec_stroke(&v, 0xFFFFFFFFu, 6, 0, 0);
    return env_vec(e, &v, (struct box){0, 0, 2 * m, 2 * m}, false);
}

static uint64_t shadow_picture(struct env *e, float w) {
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_ellipse(&v, w / 2, 14, w / 2 - 8, 9);
    vec_fill(&v, 0x4F7A86FFu);
    vec_shadow_end(&v, 0, 0, 4, 0x4F7A86FFu);
    return env_vec(e, &v, (struct box){0, 0, w, 28}, false);
}

/* The open end of a reported value: dashes and a head that point on. */
static uint64_t arrow_picture(struct env *e, rgba c, bool up) {
    struct vec v;
    vec_begin(&v, e->layout);
    if (up) {
        vec_translate(&v, 0, LEAP_ARROW);
        vec_rotate(&v, -1.5707963f);
    }
    vec_move(&v, 36, 20);
    vec_line(&v, 71, 20);
    vec_stroke(&v, c, LEAP_BAR - 2, 8, 18);
    vec_move(&v, LEAP_ARROW - 20, 6);
    vec_line(&v, LEAP_ARROW - 5, 20);
    vec_line(&v, LEAP_ARROW - 20, 34);
    vec_stroke(&v, c, 8, 0, 0);
    return env_vec(e, &v, up ? (struct box){0, 0, 40, LEAP_ARROW} : (struct box){0, 0, LEAP_ARROW, 40}, false);
}

static void wish_challenger(struct leap_look *l, int i, const struct challenger *c, const struct leap_props *p, struct env *e) {
    struct leap_ground g = leap_ground(p, e, 0);
    struct box b = leap_frame(c, &g, 0, 0);
    struct vec2 size;
    for (int f = 0; f < c->files.n && f < LEAP_FRAMES; f++)
        l->frame[i][f] = env_asset(e, c->files.v[f], b.w, b.h, false, p->mod, c->tint, &size);
    l->shadow_w[i] = fmaxf(60, b.w * .46f);
    l->shadow[i] = shadow_picture(e, l->shadow_w[i]);
}

/* A text of the element with {label}, {distance} and {record}: the full leap as the register qualifies it. */
static const char *result_text(const struct leap_props *p, const struct challenger *c, const struct text_ref *label, struct leap_done done, struct env *e) {
    const struct text_ref qualified = {.easy = c->qualified};
    const char *metres = env_number(e, e->layout, (double)done.d, done.record ? c->decimals : 1, "m");
    const struct msg_arg own[] = {{.name = "label", .word = env_text(e, label)}, {.name = "distance", .word = metres},
                                  {.name = "record", .word = c->qualified ? env_text(e, &qualified) : metres}};
    return env_say(e, e->layout, done.record ? &p->record : &p->result, own, 3);
}

static void make_mark(struct leap_look *l, int i, const struct leap_props *p, const struct leap_state *s, struct env *e) {
    const struct challenger *c = leap_mark_who(p, s, i);
    rgba mark = leap_mark_color(p, s, i);
    bool now = !s->two && i == s->who && ink_contrast(mark, DARK) >= 4.5f;
    rgba fill = now ? DARK : mark;
    struct text_style st = {.token = STYLE_BUTTON, .ink = now ? mark : ink_on(fill), .align = ALIGN_CENTER};
    float most = p->up ? e->w - LEAP_EDGE - leap_ground(p, e, 0).pole - LEAP_CHIP_AT : fminf(860, e->w - 2 * LEAP_EDGE);
    l->disc[i] = s->two && i ? diamond_picture(e, mark) : round_picture(e, LEAP_DISC_R, mark, 0xFFFFFFFFu, 6);
    l->arrow[i] = c->open ? arrow_picture(e, mark, p->up) : 0;
    struct leap_done done = leap_mark(s, i);
    if (done.d > 0) chip_make(&l->chip[i], e, result_text(p, c, s->two ? &leap_player(p, i)->label : &c->label, done, e), st, CHIP_PILL, fill, most);
}

static bool overlaps(const struct leap_look *l, int a, int b, float gap) {
    return l->chip_at[a].x < l->chip_at[b].x + l->chip[b].w + gap && l->chip_at[b].x < l->chip_at[a].x + l->chip[a].w + gap &&
           l->chip_at[a].y < l->chip_at[b].y + l->chip[b].h + gap && l->chip_at[b].y < l->chip_at[a].y + l->chip[a].h + gap;
}

/* The chip that is placed next: above the ruler the longest leap is highest, below it lowest, so that no pole (each stands
 * at its chip's right end) runs through another chip. */
static int next_chip(const struct leap_look *l, const struct leap_props *p, const struct leap_state *s, const bool *placed) {
    int best = -1;
    for (int i = 0; i < leap_marks(p, s); i++) {
        if (placed[i] || l->chip[i].w <= 0) continue;
        bool longer = best >= 0 && leap_mark(s, i).d > leap_mark(s, best).d;
        if (best < 0 || longer == (p->up || p->chip_rise >= 0)) best = i;
    }
    return best;
}

/* Large text makes many rows: all go up together rather than over the ruler. */
static void lift_chips(struct leap_look *l, float foot) {
    float over = 0;
    for (int i = 0; i < LEAP_MAX; i++)
        if (l->chip[i].w > 0) over = fmaxf(over, l->chip_at[i].y + l->chip[i].h - foot);
    for (int i = 0; i < LEAP_MAX; i++) l->chip_at[i].y -= over;
}

/* Beside the pole, the highest on top, each at its mark or as far below as those above it want. The top of the pole is for
 * who stands on the ledge. */
static void place_beside(struct leap_look *l, const struct leap_props *p, const struct leap_state *s, const struct env *e) {
    struct leap_ground g = leap_ground(p, e, 0);
    bool placed[LEAP_MAX] = {0};
    float free_from = g.y;
    for (int i = 0; i < p->challengers.n; i++) free_from = fminf(free_from, leap_at(&g, leap_who(p, i)->full).y + LEAP_DISC_R + 14);
    for (int i; (i = next_chip(l, p, s, placed)) >= 0; placed[i] = true) {
        float mid = leap_at(&g, leap_mark(s, i).d).y, h = l->chip[i].h;
        l->chip_at[i] = (struct vec2){g.pole + LEAP_CHIP_AT, fmaxf(mid - h / 2, free_from)};
        free_from = l->chip_at[i].y + h + 12;
    }
    float over = fmaxf(0, free_from - 12 - (g.y + 8));
    for (int i = 0; i < p->challengers.n; i++) l->chip_at[i].y -= placed[i] ? over : 0;
}

/* A placed chip makes room for a shorter leap's by moving on over its own pole. */
static bool moves_aside(struct leap_look *l, int j, int i, float mark, const bool *placed, const struct env *e) {
    float old = l->chip_at[j].x, x = l->chip_at[i].x + l->chip[i].w + CHIP_GAP;
    if (x > mark - CHIP_OVER || x + l->chip[j].w > e->w - LEAP_EDGE) return false;
    l->chip_at[j].x = x;
    for (int k = 0; k < LEAP_MAX; k++)
        if (k != j && placed[k] && overlaps(l, j, k, CHIP_GAP)) {
            l->chip_at[j].x = old;
            return false;
        }
    return true;
}

static void place_chips(struct leap_look *l, const struct leap_props *p, const struct leap_state *s, const struct env *e) {
    struct leap_ground g = leap_ground(p, e, 0);
    bool placed[LEAP_MAX] = {0};
    float longest = .01f;
    for (int i = 0; i < p->challengers.n; i++) longest = fmaxf(longest, leap_who(p, i)->full);
    for (int i; (i = next_chip(l, p, s, placed)) >= 0; placed[i] = true) {
        struct chip *c = &l->chip[i];
        float d = leap_mark(s, i).d, x = clampf(leap_at(&g, d).x + 2 - c->w, LEAP_EDGE, fmaxf(LEAP_EDGE, e->w - LEAP_EDGE - c->w));
        float high = p->chip_rise * (.6f + .4f * d / longest);    /* a longer leap has a taller flag */
        l->chip_at[i] = (struct vec2){x, g.y - high - c->h / 2};
        for (int j = 0; j < leap_marks(p, s); j++)
            if (placed[j] && overlaps(l, i, j, CHIP_GAP) && (p->chip_rise < 0 || !moves_aside(l, j, i, leap_at(&g, leap_mark(s, j).d).x, placed, e))) {
                l->chip_at[i].y = l->chip_at[j].y + l->chip[j].h + 12;
                j = -1;    /* the new place may meet another */
            }
    }
    if (p->chip_rise >= 0) lift_chips(l, g.y - 30);
}

static void wish_signs(struct leap_look *l, const struct leap_props *p, const struct leap_state *s, struct env *e) {
    l->dot = round_picture(e, 2.5f, GOLD, GOLD, 3);
    l->aim = round_picture(e, 15, SNOW, GOLD, 6);
    for (int i = 0; i <= (int)s->two; i++) {
        rgba c = s->two ? leap_player(p, i)->color : GOLD;
        l->ring[i] = round_picture(e, LEAP_RING_R, rgba_alpha(c, .28f), c, 6);
        l->ring_wide[i] = round_picture(e, LEAP_WIDE_R, 0, rgba_alpha(c, .8f), 4);
    }
    for (int i = 0; i < 3; i++) l->flake[i] = round_picture(e, 2.5f + 1.6f * (float)i, 0xFFFFFFFFu, 0xFFFFFFFFu, 1);
}

static void wish_metres(struct leap_look *l, const struct leap_props *p, struct env *e) {
    struct para widest;
    float w = 120;
    struct text_style st = {.token = STYLE_BUTTON, .ink = GOLD};
    for (int i = 0; i < p->challengers.n; i++) {
        const char *t = message_number(e->layout, &e->msg, (double)floorf(leap_who(p, i)->full) + .88, 1, "m");
        if (safe_para(e, t, st, 600, &widest)) w = fmaxf(w, para_w(&widest, e) + 56);
    }
    l->metres_w = w;
    struct vec v;
    vec_begin(&v, e->layout);
    struct box b = {0, 0, w, 44 * style_growth(STYLE_BUTTON, e->text_scale) + 16};
    paper_pill(&v, b, DARK);
    l->metres = env_vec(e, &v, box_grow(b, PAPER_MARGIN), false);
}

static void name_handles(struct leap_look *l, const struct leap_props *p, const struct leap_state *s, struct env *e) {
    for (int i = 0; i <= (int)s->two; i++) {
        l->handle_label[i] = env_text(e, &p->pull_label);
        if (s->two) l->handle_label[i] = pair_chain(e->layout, env_text(e, &leap_player(p, i)->label), ": ", env_text(e, &p->pull_label));
    }
}

void leap_arrange(struct node *n, struct env *e) {
    const struct leap_props *p = node_props(n, e);
    struct leap_state *s = n->state;
    struct leap_look *l = s->look = arena_new(e->layout, struct leap_look);
    if (!l) return;
    name_handles(l, p, s, e);
    l->alt = node_common(n, e)->alt.easy ? env_text(e, &node_common(n, e)->alt) : NULL;
    wish_signs(l, p, s, e);
    wish_metres(l, p, e);
    for (int i = 0; i < p->challengers.n; i++) wish_challenger(l, i, leap_who(p, i), p, e);
    for (int i = 0; i < leap_marks(p, s); i++) make_mark(l, i, p, s, e);
    if (p->up) place_beside(l, p, s, e);
    else place_chips(l, p, s, e);
}
