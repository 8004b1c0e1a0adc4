/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quiz_camp.c - the teams' signs on the snow, the spots that were won, the dusk clock and the paper animal of the end. */
#include <scene/chip.h>
#include <scene/keys.h>
#include <scene/quiz_look.h>

#define DEEP 0x0F333CFFu
#define PAPER 0xF3E2BEFFu
#define NAME_W 206.0f
enum { MARKS_ROW = 7, MARKS_ROWS = 4 };     /* rosettes on the flank of the paper animal, at most */

/* A team's shape inside a circle of radius r. */
void quiz_sign(struct vec *v, int shape, float x, float y, float r, rgba color) {
    float k = r / 50;
    vec_save(v);
    vec_translate(v, x, y);
    vec_scale(v, k, k);
    switch ((enum quiz_shape)shape) {
    case QUIZ_TRIANGLE: vec_svg_path(v, "M0 -30L27 22H-27Z"); break;
    case QUIZ_CIRCLE: vec_circle(v, 0, 0, 25); break;
    case QUIZ_SQUARE: vec_svg_path(v, "M-23 -23H23V23H-23Z"); break;
    case QUIZ_DIAMOND: vec_svg_path(v, "M0 -31L30 0L0 31L-30 0Z"); break;
    }
    vec_fill(v, color);
    vec_restore(v);
}

static struct quiz_pic token(struct env *e, const struct quiz_team *t, float r, bool raised) {
    struct vec v;
    vec_begin(&v, e->layout);
    if (raised) {
        vec_circle(&v, 0, 0, r + 16);
        vec_stroke(&v, rgba_alpha(t->deep, .8f), 4, 3, 12);
    }
    vec_group(&v);
    vec_circle(&v, 0, 5, r);
    vec_fill(&v, INK_DARK);
    vec_circle(&v, 0, 0, r);
    vec_fill(&v, DEEP);
    vec_shadow_end(&v, 0, raised ? 12 : 5, raised ? 8 : 5, 0x020C1073u);
    vec_circle(&v, 0, 0, r - 2.5f);
    vec_stroke(&v, t->color, 5, 0, 0);
    quiz_sign(&v, t->shape, 0, 0, r, t->color);
    return quiz_bake(e, &v, r + 40);
}

/* A won spot: a rosette in the team's colour with its shape inside. */
static struct quiz_pic won(struct env *e, const struct quiz_team *t, float r, int seed) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_rosette(&v, 0, 0, r, t->deep, (uint32_t)seed + 2, 0);
    quiz_sign(&v, t->shape, 0, 0, r * .82f, rgba_mix(t->deep, PAPER, .12f));
    return quiz_bake(e, &v, r + 8);
}

static struct quiz_pic plain(struct env *e, float r, rgba fill) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_rosette(&v, 0, 0, r, fill, 3, 0);
    return quiz_bake(e, &v, r + 8);
}

static struct vec2 middle(const struct env *e, float x, float y) {
    struct box b = quiz_mirror(e, (struct box){x, y, 0, 0});
    return (struct vec2){b.x, b.y};
}

/* ---- the start: who plays, behind the snow of a plate */
static void set_players(struct quiz_state *s, const struct quiz_props *p, struct env *e) {
    float room = s->look->plate[0].box.h - (e->portrait ? 6 : quiz_bank_h(e) - 6);
    for (int i = 0; i < p->choices.n && quiz_team_at(p, i)->player; i++) {
        struct quiz_pic *pic = &s->look->player[i];
        struct vec2 size;
        pic->key = env_asset(e, quiz_team_at(p, i)->player, 0, room - QUIZ_BEHIND, e->rtl, 0xFFFFFFFFu, 0, &size);
        pic->area = (struct box){-size.x / 2, -size.y, size.x, size.y};
    }
}

/* ---- teams */
static struct vec2 token_place(const struct quiz_now *q, const struct env *e, int i) {
    bool end = q->stage == QUIZ_END;
    if (e->portrait) return middle(e, end ? 116 + (float)i * 236 : 130 + (float)i * 212, end ? 1236 : 1462);
    return middle(e, end ? 930 + (float)i * 262 : 156 + (float)i * 210, e->second.lang ? 804 : 842);
}

/* A team's name in a line, as large as it fits. */
static void set_name(struct para *out, struct env *e, const char *name) {
    struct text_style st = {.token = STYLE_H3, .px = 36 * e->scale, .ink = 0x0A2229FFu, .align = ALIGN_CENTER, .max_lines = 1, .fit = true};
    safe_para(e, name, st, NAME_W, out);
}

static void set_teams(struct quiz_state *s, const struct quiz_props *p, struct env *e, bool camps) {
    struct quiz_look *l = s->look;
    int now = quiz_team_of(&s->now, s->now.at);
    bool start = s->now.stage == QUIZ_START;
    int teams = start ? p->choices.n : s->now.teams;
    for (int i = 0; i < teams; i++) l->small[i] = token(e, quiz_team_at(p, i), 31, false);
    l->tokens = !start && camps && teams > 1 ? teams : 0;
    for (int i = 0; i < teams; i++) {
        const struct quiz_team *t = quiz_team_at(p, i);
        bool up = s->now.stage == QUIZ_ASK && i == now && teams > 1;
        l->token_at[i] = token_place(&s->now, e, i);
        l->token[i] = token(e, t, up ? QUIZ_TOKEN_R + 8 : QUIZ_TOKEN_R, up);
        if (!l->tokens) continue;
        set_name(&l->name[i].para, e, env_text(e, &t->label));
        l->name[i].at = (struct vec2){l->token_at[i].x - NAME_W / 2, l->token_at[i].y + 54};
    }
}

/* ---- spots won so far, in the order of the questions */
static void set_row(struct quiz_state *s, const struct quiz_props *p, struct env *e, bool camps) {
    struct quiz_look *l = s->look;
    bool play = s->now.stage == QUIZ_ASK || s->now.stage == QUIZ_TOLD;
    if (!play || !camps) return;
    int n = s->now.game.count, k = 0;
    bool alone = s->now.teams == 1;
    float r = e->portrait && !alone ? 30 : QUIZ_ROW_R, gap = e->portrait ? 112 : alone ? 120 : 88, y = e->portrait ? (alone ? 1560 : 1628) : 876;
    float x0 = e->portrait || alone ? e->stage.w / 2 - gap * (float)(n - 1) / 2 : 1824 - r - gap * (float)(n - 1);
    l->empty = plain(e, r, 0x93B3BCFFu);
    for (int i = 0; i < n; i++) {
        l->spot_at[i] = middle(e, x0 + gap * (float)i, y);
        if (s->now.game.given[i] == QUIZ_RIGHT) l->spot[k++] = won(e, quiz_team_at(p, quiz_team_of(&s->now, i)), r, i);
    }
    if (e->portrait) return;
    struct text_style st = {.token = STYLE_LABEL, .ink = 0x0A2229FFu, .max_lines = 1, .beside = true, .level = true};
    float w = fmaxf(gap * (float)n, 440);
    safe_para(e, env_text(e, &p->spots), st, w, &l->row.para);
    struct box b = quiz_mirror(e, (struct box){fminf(x0 - r, 1824 - w), 0, w, 0});
    l->row.at = (struct vec2){b.x, e->stage.y + 792};
}

static void set_clock(struct quiz_state *s, struct env *e) {
    struct quiz_look *l = s->look;
    struct vec v;
    l->lit = plain(e, 13, 0xFFCF80FFu);
    l->out = plain(e, 13, 0x5F8C95FFu);
    vec_begin(&v, e->layout);
    vec_circle(&v, 0, 0, 34);
    vec_fill(&v, 0xF6F1E02Eu);
    vec_circle(&v, 0, 0, 22);
    vec_fill(&v, 0xF6F1E0FFu);
    l->moon = quiz_bake(e, &v, 36);
    float x0 = e->portrait ? 76 : 120, step = (e->portrait ? 928.0f : 1680.0f) / (QUIZ_CLOCK - 1);
    for (int i = 0; i < QUIZ_CLOCK; i++) l->clock[i] = middle(e, x0 + step * (float)i, e->portrait ? 1366 : 734);
}

void quiz_camp(struct node *n, struct env *e) {
    struct quiz_state *s = n->state;
    const struct quiz_props *p = node_props(n, e);
    bool camps = quiz_room(s, e).camps;
    if (s->now.stage == QUIZ_START) set_players(s, p, e);
    set_teams(s, p, e, camps);
    set_row(s, p, e, camps);
    if (s->now.stage == QUIZ_ASK) set_clock(s, e);
}

/* ---- the paper animal: a coat of its own for every game, with the won spots among plain ones. There are as many places as a
 * spot of that size needs, at least nine or eight: all right answers find one. */
struct marks { int row, rows; struct box flank; };

static struct marks marks_of(struct box flank, float r) {
    int row = (int)(flank.w / (r * 2.3f)), rows = (int)(flank.h / (r * 1.75f));
    row = row < 3 ? 3 : row > MARKS_ROW ? MARKS_ROW : row;
    return (struct marks){row, rows < 3 ? 3 - (row > 3) : rows > MARKS_ROWS ? MARKS_ROWS : rows, flank};
}

static struct vec2 mark_at(const struct marks *m, int i, uint32_t *rng) {
    int row = i / m->row;
    float column = (float)(i % m->row) + (row % 2 ? .5f : 0);
    float dx = (float)rng_next(rng) - .5f, dy = (float)rng_next(rng) - .5f;
    float step = m->flank.w / ((float)m->row + .5f), down = m->flank.h / (float)m->rows;
    return (struct vec2){m->flank.x + (column + .5f) * step + dx * step * .12f, m->flank.y + ((float)row + .5f) * down + dy * down * .12f};
}

void quiz_animal(struct node *n, struct env *e) {
    struct quiz_state *s = n->state;
    const struct quiz_props *p = node_props(n, e);
    struct quiz_look *l = s->look;
    const struct quiz_game *g = &s->now.game;
    int score = quiz_score(g), order[MARKS_ROW * MARKS_ROWS], k = 0;
    const struct quiz_coat *c = score < p->cub_below ? &p->cub : &p->coat;
    uint64_t coat = hash_u64(HASH_SEED, (uint64_t)quiz_drawn(g));
    uint32_t rng = (uint32_t)coat;
    struct vec2 size;
    struct vec v;
    l->animal = env_asset(e, c->file, c->width, 0, e->rtl, 0xFFFFFFFFu, 0, &size);     /* it looks away from the words beside it */
    l->animal_box = quiz_mirror(e, (struct box){c->at.x, c->at.y, size.x, size.y});
    l->alt = env_text(e, &c->alt);
    const float *f = c->flank.v;
    struct box flank = {size.x * (e->rtl ? 1 - f[2] : f[0]), size.y * f[1], size.x * (f[2] - f[0]), size.y * (f[3] - f[1])};
    struct marks m = marks_of(flank, c->spot);
    quiz_order(coat, m.row * m.rows, order);
    vec_begin(&v, e->layout);
    for (int i = 0; i < m.row * m.rows; i++) {
        struct vec2 at = mark_at(&m, i, &rng);
        if (order[i] < score) l->spot_at[order[i]] = (struct vec2){l->animal_box.x + at.x, l->animal_box.y + at.y};
        else paper_rosette(&v, at.x, at.y, c->spot * .86f, 0xDDC48FFFu, (uint32_t)i + 5, 0);
    }
    l->ghost_box = (struct box){0, 0, size.x, size.y};
    l->ghost = env_vec(e, &v, l->ghost_box, false);
    for (int i = 0; i < g->count; i++)
        if (g->given[i] == QUIZ_RIGHT) l->spot[k++] = won(e, quiz_team_at(p, quiz_team_of(&s->now, i)), c->spot, i);
}
