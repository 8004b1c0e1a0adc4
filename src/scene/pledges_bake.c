/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pledges_bake.c - pictures and words of the promises: pebbles of thick paper, a trail in perspective, the ring. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/pledges_look.h>

#define NO_ICON 1.4f         /* from this text size on the words need the whole stone */
#define LARGEST 30.0f        /* px of the words */
#define SMALLEST STYLE_LEAST
#define NARROW .76f          /* of the broad lines' width, at least */
#define NARROWER 4           /* steps from broad to narrow */
#define INKED .86f           /* of the height of the words: their letters do not fill their lines */
#define ROUND .96f           /* of a stone's radius: words do not touch its edge */
#define DROP 9.0f            /* thickness of a stone */
#define SMALL_R 38.0f        /* radius of the small stone that bears the icon where two languages want the whole large one */
#define RING 62.0f

struct vec2 pledges_at(const struct env *e, struct vec2 p) {
    return (struct vec2){e->stage.x + (e->rtl ? e->stage.w - p.x : p.x), e->stage.y + p.y};
}

struct vec2 pledges_stone_at(const struct pledges_props *p, const struct env *e, int i) {
    int row = i / p->per_row, in_row = p->nshow - row * p->per_row;
    if (in_row > p->per_row) in_row = p->per_row;
    float shift = (float)(p->per_row - in_row) * p->gap.x / 2;
    return pledges_at(e, (struct vec2){p->first.x + shift + (float)(i % p->per_row) * p->gap.x, p->first.y + (float)row * p->gap.y});
}

/* ---- stones */
static void pebble(struct vec *v, float dy, float rx, float ry, uint32_t seed) {
    struct vec2 at[9];
    for (int k = 0; k < 9; k++) {
        float a = (float)k / 9 * 6.2832f, q = .93f + .13f * (float)rng_next(&seed);
        at[k] = (struct vec2){cosf(a) * rx * q, dy + sinf(a) * ry * q};
    }
    vec_smooth(v, at, 9, true);
}

/* A stone round 0, 0: its edge with a shadow, its face with a light rim. */
static void stone(struct vec *v, const struct pledges_props *p, float rx, float ry, uint32_t seed, bool gold) {
    vec_group(v);
    pebble(v, DROP, rx, ry, seed);
    vec_fill(v, gold ? p->gold_edge : p->edge);
    vec_shadow_end(v, 0, 8, 11, 0x020C1066u);
    pebble(v, 0, rx, ry, seed);
    vec_keep(v);
    vec_fill(v, gold ? p->gold : p->face);
    vec_stroke(v, 0xFFFFFF99u, 3, 0, 0);
}

static bool icon_shown(const struct env *e) { return e->text_scale < NO_ICON; }
/* Two languages: the icon lies on a small stone of its own, on the upper rim where its words begin. */
static bool icon_apart(const struct pledges_props *p, const struct env *e) { return icon_shown(e) && e->second.lang && !p->above; }
static struct vec2 icon_middle(const struct pledges_props *p, const struct env *e) {
    return (struct vec2){p->size.x * (e->rtl ? .455f : -.455f), p->size.y * -.41f};
}

static struct pledges_pic stone_picture(const struct pledges_props *p, struct env *e, int i, bool gold) {
    float rx = p->size.x / 2, ry = p->size.y / 2, icon = p->above ? 58 : 66;
    uint32_t seed = 20 + (uint32_t)p->show[i];
    struct box own = box_grow((struct box){-rx, -ry, p->size.x, p->size.y}, PAPER_MARGIN);
    struct vec v;
    vec_begin(&v, e->layout);
    stone(&v, p, rx, ry, seed, gold);
    float x = p->above ? -icon / 2 : e->rtl ? rx * .84f - icon : -rx * .84f, y = p->above ? -ry * .9f : -icon / 2;
    if (icon_apart(p, e)) {
        struct vec2 at = icon_middle(p, e);
        vec_save(&v);
        vec_translate(&v, at.x, at.y);
        stone(&v, p, SMALL_R, SMALL_R * .92f, seed + 7, gold);
        icon_draw(&v, pledges_stone(p, i)->icon, -22, -22, 44, p->ink, false);
        vec_restore(&v);
    } else if (icon_shown(e)) icon_draw(&v, pledges_stone(p, i)->icon, x, y, icon, p->ink, false);
    return (struct pledges_pic){env_vec(e, &v, own, false), own};
}

/* A stone is round: whether no line hangs over its edge, or under the small stone (around `keep`, radius 0: none). at: the words'
 * corner, from the stone's middle. */
static bool on_stone(const struct para *words, struct vec2 r, struct vec2 at, struct vec2 keep, float keep_r, float scale) {
    for (int i = 0; i < words->nlines; i++) {
        const struct text_line *l = &words->lines[i];
        float top = at.y + l->y / scale, foot = top + l->h / scale;
        float y = fmaxf(fabsf(top), fabsf(foot)) * INKED / r.y, half = y < 1 ? r.x * ROUND * sqrtf(1 - y * y) : 0;
        float x0 = at.x + l->x / scale, x1 = x0 + l->w / scale;
        if (x0 < -half || x1 > half) return false;
        float dx = clampf(keep.x, x0, x1) - keep.x, dy = clampf(keep.y, top + l->h / scale * .14f, foot) - keep.y;
        if (keep_r > 0 && hypotf(dx, dy) < keep_r) return false;
    }
    return true;
}

/* The words of a stone at a size, in broad lines or in narrow ones: whether they lie on it. */
static bool try_label(struct pledges_state *s, const struct pledges_props *p, struct env *e, int i, float px, bool alone) {
    bool apart = icon_apart(p, e), beside = icon_shown(e) && !p->above && !apart, above = icon_shown(e) && p->above;
    float rx = p->size.x / 2, ry = p->size.y / 2, broad = beside ? rx * 1.2f : rx * 1.52f;
    float top = above ? -ry * .9f + 60 : apart ? -ry * .74f : -ry * .82f, room = above ? ry * .84f - top : apart ? ry * .86f - top : ry * 1.64f;
    struct para *out = &s->label[i];
    struct text_style st = {.token = STYLE_BUTTON, .px = px * e->scale, .ink = p->ink, .align = beside ? ALIGN_START : ALIGN_CENTER, .max_lines = 3, .alone = alone};
    for (int narrow = 0; narrow <= NARROWER; narrow++) {
        float w = broad * lerpf(1, NARROW, (float)narrow / NARROWER), x = !beside ? -w / 2 : e->rtl ? rx / 3 - w : -rx / 3;
        if (!safe_para(e, env_text(e, &pledges_stone(p, i)->label), st, w, out)) return true;
        s->label_at[i] = (struct vec2){x, top + (room - para_h(out, e)) / 2};
        if (!out->overflow && out->pages < 2 && para_h(out, e) <= room && on_stone(out, (struct vec2){rx, ry}, s->label_at[i], icon_middle(p, e), apart ? SMALL_R : 0, e->scale)) return true;
    }
    return false;
}

/* All words in one size, as large as the stones allow; a second language steps back before a word hangs over. */
static void stone_labels(struct pledges_state *s, const struct pledges_props *p, struct env *e) {
    float growth = style_growth(STYLE_BUTTON, e->text_scale);
    bool all = false;
    for (float px = LARGEST; px * growth >= SMALLEST && !all; px -= 1) {
        all = true;
        for (int i = 0; i < p->nshow; i++) all &= try_label(s, p, e, i, px, false);
    }
    for (int i = 0; i < p->nshow && !all; i++)
        if (!try_label(s, p, e, i, SMALLEST / growth, false)) try_label(s, p, e, i, SMALLEST / growth, true);
}

/* ---- the trail: prints in pairs, larger towards the visitor, pressed flat by the slope */
struct pace { struct vec2 at; float size, angle; bool left; };   /* left: of the left foot, a mirrored print */

static struct vec2 trail(const struct pledges_props *p, float t, float *k) {
    float turn = sinf(t * 5.6f + .2f) * p->sway * (.3f + .7f * t) * (1 - t * .75f);
    float along = t < 1 ? powf(t, 1.45f) : 1 + (t - 1) * 1.45f;
    *k = .20f + .80f * powf(fminf(t, 1), 1.3f);
    return (struct vec2){p->far.x + (p->near.x - p->far.x) * t + turn - sinf(.2f) * p->sway * .3f * (1 - t), p->far.y + (p->near.y - p->far.y) * along};
}

/* Where print i lies along the trail (0 = the newest, at the visitor's feet, t 1): steps grow as the prints do. */
static void paces(const struct pledges_props *p, float t[PLEDGES_PRINTS]) {
    enum { FINE = 240 };
    float sum[FINE + 1] = {0}, k;
    struct vec2 at = trail(p, 1, &k);
    for (int i = 1; i <= FINE; i++) {
        struct vec2 to = trail(p, 1 - (float)i / FINE, &k);
        sum[i] = sum[i - 1] + hypotf(to.x - at.x, to.y - at.y) / (8 + 34 * k);
        at = to;
    }
    for (int i = 0, f = 0; i < p->prints; i++) {
        while (f < FINE && sum[f] < sum[FINE] * (float)i / (float)(p->prints - 1)) f++;
        t[i] = 1 - (float)f / FINE;
    }
}

static struct pace pace_of(const struct pledges_props *p, const struct env *e, int i, float t) {
    float k, ahead;
    struct vec2 a = trail(p, t, &k), b = trail(p, t + .012f, &ahead);
    float angle = atan2f(a.y - b.y, a.x - b.x), side = (i % 2 ? 1.0f : -1.0f) * (7 + 13 * k);
    a.x -= sinf(angle) * side;
    a.y += cosf(angle) * side * .6f;
    struct pace r = {pledges_at(e, a), 14 + 34 * k, angle + 1.5708f, i % 2 == 0};
    if (e->rtl) r.angle = -r.angle, r.left = !r.left;
    return r;
}

static struct pledges_pic print_picture(struct env *e, struct pace pace, rgba fill) {
    float r = pace.size * .75f + 2;
    struct box own = {-r, -r * .8f, 2 * r, 1.6f * r};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_scale(&v, pace.left ? -1 : 1, .66f);
    paper_paw(&v, 0, 0, pace.size, pace.left ? -pace.angle : pace.angle, fill);
    struct box area = {pace.at.x + own.x, pace.at.y + own.y, own.w, own.h};
    return (struct pledges_pic){env_vec(e, &v, own, false), area};
}

static void bake_trail(struct pledges_state *s, const struct pledges_props *p, struct env *e) {
    float t[PLEDGES_PRINTS];
    paces(p, t);
    for (int i = 0; i < p->prints; i++) {
        struct pace pace = pace_of(p, e, i, t[i]);
        float k = (pace.size - 14) / 34;
        s->ghost[i] = print_picture(e, pace, rgba_alpha(p->print, .10f + .08f * k));
        s->print[i] = print_picture(e, pace, rgba_alpha(p->print, .60f + .36f * k));
        s->gold[i] = print_picture(e, pace, p->gold_edge);
    }
}

/* ---- the ring */
static struct pledges_pic ring_picture(const struct pledges_props *p, struct env *e) {
    float r = RING + 26;
    struct box own = {-r, -r, 2 * r, 2 * r};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, RING);
    vec_fill(&v, rgba_alpha(p->face, .85f));
    vec_circle(&v, 0, 0, RING);
    vec_stroke(&v, p->gold, 6, 0, 0);
    vec_circle(&v, 0, 0, RING + 18);
    vec_stroke(&v, rgba_alpha(p->gold, .55f), 3, 0, 0);
    return (struct pledges_pic){env_vec(e, &v, own, false), own};
}

static struct pledges_pic paw_picture(const struct pledges_props *p, struct env *e, bool pale) {
    struct box own = {-60, -60, 120, 120};
    struct vec v;
    vec_begin(&v, e->layout);
    if (!pale) {
        vec_group(&v);
        paper_paw(&v, 0, 5, 74, .17f, p->gold_edge);
        vec_shadow_end(&v, 0, 4, 6, 0x020C1060u);
    }
    paper_paw(&v, 0, 0, 74, .17f, pale ? rgba_alpha(p->gold_edge, .45f) : p->gold);
    return (struct pledges_pic){env_vec(e, &v, own, false), own};
}

void pledges_bake(struct node *n, struct env *e) {
    const struct pledges_props *p = node_props(n, e);
    struct pledges_state *s = n->state;
    for (int i = 0; i < p->nshow; i++)
        for (int g = 0; g < 2; g++) s->stone[i][g] = stone_picture(p, e, i, g);
    stone_labels(s, p, e);
    bake_trail(s, p, e);
    s->ring = ring_picture(p, e);
    s->paw = paw_picture(p, e, false);
    s->pale = paw_picture(p, e, true);
    struct text_style st = {.token = STYLE_BUTTON, .px = 28 * e->scale, .ink = p->ink, .max_lines = 2};
    chip_make(&s->hold, e, env_text(e, &p->hold), st, CHIP_PILL, p->face, 520);
    chip_make(&s->thanks, e, env_text(e, &p->thanks), st, CHIP_PILL, p->gold, 520);
}
