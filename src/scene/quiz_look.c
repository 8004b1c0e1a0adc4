/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quiz_look.c - question, plates, explanation and buttons, set out for the moment that is shown. */
#include <draw/icons.h>
#include <scene/chip.h>
#include <scene/keys.h>
#include <scene/quiz_look.h>
#include <string.h>

#define FACE 0x0F333CFFu
#define GOLD 0xF2A93BFFu
#define PLATE_R 30.0f
#define PAD 40.0f
#define TICK 72.0f
#define PAGER_W 168.0f
#define BANK_LOW 26.0f
#define SIDE_W 480.0f            /* the column of buttons */

/* ---- places */
struct quiz_room quiz_room(const struct quiz_state *s, const struct env *e) {
    struct quiz_room r = {.x = e->portrait ? 56 : 96, .w = e->portrait ? 968 : 1728, .large = e->text_scale > 1.25f};
    r.camps = !r.large && (!e->low_reach || s->now.stage == QUIZ_END);
    r.foot = e->portrait ? (r.camps ? 1384 : 1672) : r.camps ? 766 : 932;
    return r;
}

struct box quiz_mirror(const struct env *e, struct box b) {
    return (struct box){e->stage.x + (e->rtl ? e->stage.w - b.x - b.w : b.x), e->stage.y + b.y, b.w, b.h};
}

struct quiz_pic quiz_bake(struct env *e, const struct vec *v, float r) {
    struct box area = {-r, -r, 2 * r, 2 * r};
    return (struct quiz_pic){env_vec(e, v, area, false), area};
}

/* Sets words at x, y of the stage in a width. */
static void set_words(struct quiz_words *w, struct env *e, const char *text, struct text_style st, struct box b) {
    safe_para(e, text, st, b.w, &w->para);
    struct box on = quiz_mirror(e, b);
    w->at = (struct vec2){on.x, on.y};
}

/* ---- the question */
static float set_question(struct quiz_state *s, const struct quiz_props *p, struct env *e, const struct quiz_room *r) {
    static const struct { float px; int lines[2]; } TRY[] = {{104, {1, 2}}, {84, {2, 3}}, {70, {3, 5}}};
    struct quiz_look *l = s->look;
    float y = e->portrait ? 56 : 62;
    struct msg_arg own[2] = {{.name = "number", .num = s->now.at + 1}, {.name = "of", .num = s->now.game.count}};
    struct text_style small = {.token = STYLE_LABEL, .ink = 0xCFE2E0FFu, .align = ALIGN_END, .max_lines = 2};
    float w = e->portrait ? 560 : 800;
    set_words(&l->number, e, env_say(e, e->layout, &p->number, own, 2), small, (struct box){r->x + r->w - w - 104, y, w, 0});
    y += fmaxf(para_h(&l->number.para, e), 36) + 8;
    const char *ask = env_text(e, &quiz_question_at(p, s->now.game.question[s->now.at])->ask);
    bool brief = s->now.stage == QUIZ_TOLD && (r->large || (e->second.lang && !e->portrait));   /* room for the answer */
    for (int i = brief ? 2 : 0; i < 3; i++) {
        struct text_style st = {.token = STYLE_H1, .px = TRY[i].px * e->scale, .ink = INK_SNOW};
        float room = i == 0 && !e->portrait ? r->w : r->w - (e->portrait ? 0 : 40);
        set_words(&l->question, e, ask, st, (struct box){r->x, y, room, 0});
        if (!l->question.para.overflow && l->question.para.nlines <= TRY[i].lines[e->portrait]) break;
    }
    return y + para_h(&l->question.para, e) + 26;
}

/* ---- plates */
/* Low plates: the marks stand side by side. */
bool quiz_inline(const struct env *e) { return e->portrait || e->text_scale > 1.25f; }

static uint64_t plate_face(struct env *e, struct box own, rgba fill, rgba edge, float sink, float light, bool right) {
    struct vec v;
    struct box face = {0, 4 * sink, own.w, own.h};
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_rrect(&v, (struct box){0, 7, own.w, own.h}, PLATE_R);
    vec_fill(&v, edge);
    vec_rrect(&v, face, PLATE_R);
    vec_fill(&v, fill);
    vec_shadow_end(&v, 0, 10, 10, 0x020C1080u);
    vec_rrect(&v, box_grow(face, -2), PLATE_R - 2);
    vec_stroke(&v, rgba_alpha(0xFFFFFFFFu, light), 3, 0, 0);
    if (right) {
        vec_rrect(&v, box_grow(face, 3), PLATE_R + 3);
        vec_stroke(&v, INK_SNOW, 6, 0, 0);
        icon_draw(&v, "check", e->rtl ? 28 : own.w - TICK - 28, quiz_inline(e) ? (own.h - TICK) / 2 : 24, TICK, INK_DARK, false);
    }
    return env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
}

static void bake_faces(struct quiz_look *l, struct env *e) {
    struct box own = {0, 0, l->plate[0].box.w, l->plate[0].box.h};
    struct vec v;
    l->face[0] = plate_face(e, own, FACE, INK_DARK, 0, .12f, false);
    l->face[1] = plate_face(e, own, 0x174650FFu, INK_DARK, 1, .12f, false);
    l->gold = plate_face(e, own, GOLD, 0xA8620CFFu, 0, .5f, true);
    vec_begin(&v, e->layout);
    icon_draw(&v, "cross", e->rtl ? 36 : own.w - 56 - 36, quiz_inline(e) ? (own.h - 56) / 2 : 30, 56, 0xFF8A70FFu, false);
    l->cross = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
}

static bool pictured(const struct quiz_answer *a) { return a->icon || a->pictures.n > 0; }

static float plate_h(const struct quiz_state *s, const struct env *e, const struct quiz_room *r, bool pictures, float y) {
    if (s->now.stage == QUIZ_START) return e->portrait ? (e->low_reach ? 132 : 196) : e->low_reach ? 244 : 310;
    if (r->large) return s->now.stage == QUIZ_TOLD ? (e->portrait ? 124 : 156) : e->portrait ? 230 : 290;
    if (e->portrait) return pictures ? 190 : 160;
    if (s->now.stage == QUIZ_TOLD && e->second.lang) return pictures ? 176 : 168;
    return pictures ? clampf(496 - y, 204, 262) : clampf(480 - y, 176, 206);
}

static void place_plates(struct quiz_state *s, struct env *e, const struct quiz_room *r, int n, float y, float h) {
    float gap = e->portrait ? 24 : 34, w = e->portrait ? r->w : (r->w - gap * (float)(n - 1)) / (float)n;
    float whole = e->portrait ? h * (float)n + gap * (float)(n - 1) : h;
    if (e->low_reach && s->now.stage != QUIZ_TOLD) y = fmaxf(y, (e->portrait ? 1672 : 932) - whole);
    for (int i = 0; i < n; i++) {
        struct box b = e->portrait ? (struct box){r->x, y + (h + gap) * (float)i, w, h} : (struct box){r->x + (w + gap) * (float)i, y, w, h};
        s->look->plate[i].box = quiz_mirror(e, b);
    }
    s->look->plates = n;
}

/* Height of the snow at the foot of the plates of the start: it bears their words, upright it is only an edge. */
float quiz_bank_h(const struct env *e) { return e->portrait ? BANK_LOW : e->second.lang ? 118 : 96; }

/* Room for the words of a plate, from its top left as it reads from left to right; marks: beside tick and sign. */
static struct box words_room(const struct env *e, const struct box *b, bool pictures, bool marks) {
    float tick = marks ? TICK + 28 + 16 + (quiz_inline(e) ? 84 : 0) : PAD;
    if (!pictures) return (struct box){PAD, 14, b->w - PAD - tick, b->h - 28};
    if (e->portrait) return (struct box){PAD, 14, b->w - PAD - 520, b->h - 28 - (marks ? 0 : BANK_LOW)};
    if (!marks) return (struct box){PAD, b->h - quiz_bank_h(e) + 8, b->w - 2 * PAD, quiz_bank_h(e) - 12};
    return (struct box){PAD, b->h - 96, b->w - PAD - (marks ? 92 : PAD), 84};
}

/* The largest size at which every plate's words fit: all plates speak equally loud. */
static void plate_words(struct quiz_look *l, struct env *e, const char *const *words, bool pictures, bool marks) {
    static const struct { float px; int lines; } TRY[] = {{104, 1}, {72, 2}, {54, 3}, {44, 4}, {38, 4}, {32, 5}, {28, 6}};
    bool center = !marks && pictures && !e->portrait;
    for (int k = pictures ? 2 : 0; k < 7; k++) {
        bool good = true;
        for (int i = 0; i < l->plates; i++) {
            struct box room = words_room(e, &l->plate[i].box, pictures, marks);
            for (int gold = 0; gold < 2; gold++) {
                struct text_style st = {.token = STYLE_H2, .px = TRY[k].px * e->scale, .ink = gold || (center && l->bank) ? INK_DARK : INK_SNOW, .align = center ? ALIGN_CENTER : ALIGN_START};
                safe_para(e, words[i], st, room.w, &l->plate[i].text[gold]);
            }
            const struct para *t = &l->plate[i].text[0];
            good &= !t->overflow && t->nlines <= TRY[k].lines && para_h(t, e) <= room.h;
            float x = e->rtl ? l->plate[i].box.w - room.x - room.w : room.x;
            l->plate[i].text_at = (struct vec2){l->plate[i].box.x + x, l->plate[i].box.y + room.y + (room.h - para_h(t, e)) / 2};
        }
        if (good) return;
    }
}

static void plate_pictures(struct quiz_plate *pl, const struct quiz_props *p, struct env *e, const struct quiz_answer *a) {
    struct box b = pl->box, area = e->portrait ? (struct box){b.w - 500, 24, 290, b.h - 48} : (struct box){PAD, 22, b.w - PAD - 110, b.h - 124};
    struct vec2 size[QUIZ_PICTURES];
    float h = area.h, sum = 0;
    if (a->icon) {
        for (int gold = 0; gold < 2; gold++) {
            struct vec v;
            vec_begin(&v, e->layout);
            icon_draw(&v, a->icon, 0, 0, h, gold ? FACE : p->silhouette, false);
            pl->pic[gold][0] = env_vec(e, &v, (struct box){0, 0, h, h}, false);
        }
        pl->pics = 1;
        size[0] = (struct vec2){h, h};
        sum = h;
    }
    for (int i = 0; !a->icon && i < a->pictures.n && i < QUIZ_PICTURES; i++) {
        struct vec2 own = env_asset_size(e, a->pictures.v[i]);
        float high = own.y > 0 && own.x / own.y * h > area.w / (float)a->pictures.n ? area.w / (float)a->pictures.n * own.y / own.x : h;
        for (int gold = 0; gold < 2; gold++)
            pl->pic[gold][i] = env_asset(e, a->pictures.v[i], 0, high, false, 0xFFFFFFFFu, gold ? FACE : p->silhouette, &size[i]);
        sum += size[i].x + (i ? 24 : 0);
        pl->pics = i + 1;
    }
    float x = e->rtl ? b.w - area.x - area.w : area.x;
    x += e->portrait ? (area.w - sum) / 2 : e->rtl ? area.w - sum : 0;
    for (int i = 0; i < pl->pics; i++) {
        pl->pic_box[i] = (struct box){b.x + x, b.y + area.y + (h - size[i].y), size[i].x, size[i].y};
        x += size[i].x + 24;
    }
}

static float set_answers(struct quiz_state *s, const struct quiz_props *p, struct env *e, const struct quiz_room *r, float y) {
    const struct quiz_question *q = quiz_question_at(p, s->now.game.question[s->now.at]);
    const struct quiz_answer *a[QUIZ_ANSWERS];
    const char *words[QUIZ_ANSWERS];
    int n = 1 + q->wrong.n;
    bool pictures = false;
    quiz_order(hash_u64((uint64_t)quiz_drawn(&s->now.game), (uint64_t)s->now.at), n, s->place);
    for (int i = 0; i < n; i++) {
        int k = s->place[i];
        a[i] = k ? (const struct quiz_answer *)q->wrong.items + k - 1 : &q->right;
        words[i] = env_text(e, &a[i]->text);
        pictures |= pictured(a[i]);
        s->look->plate[i].answer = k;
    }
    if (r->large) pictures = false;
    float h = plate_h(s, e, r, pictures, y);
    place_plates(s, e, r, n, y, h);
    bake_faces(s->look, e);
    plate_words(s->look, e, words, pictures, !r->large || s->now.stage == QUIZ_TOLD);
    for (int i = 0; pictures && i < n; i++) plate_pictures(&s->look->plate[i], p, e, a[i]);
    const struct box *last = &s->look->plate[n - 1].box;
    return last->y - e->stage.y + last->h + (r->large ? 26 : 30);
}

/* Snow before the players: to the plate's lower corners, its upper edge a low drift. */
static uint64_t bake_bank(struct env *e, struct box own) {
    float y = own.h - quiz_bank_h(e), w = own.w;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rrect(&v, own, PLATE_R);
    vec_clip(&v);
    vec_move(&v, 0, y + 8);
    vec_curve(&v, w * .22f, y - 8, w * .36f, y + 12, w * .56f, y + 3);
    vec_curve(&v, w * .74f, y - 6, w * .86f, y + 8, w, y + 3);
    vec_line(&v, w, own.h);
    vec_line(&v, 0, own.h);
    vec_close(&v);
    vec_fill_linear(&v, (struct vec2){0, y}, (struct vec2){0, own.h}, (struct vec_stop[]){{0, 0xF4F8F6FFu}, {1, 0xC6DBE1FFu}}, 2);
    return env_vec(e, &v, own, false);
}

static void set_start(struct quiz_state *s, const struct quiz_props *p, struct env *e, const struct quiz_room *r) {
    const char *words[QUIZ_ANSWERS] = {0};
    place_plates(s, e, r, p->choices.n, e->portrait ? 470 : 396, plate_h(s, e, r, true, 0));
    for (int i = 0; i < p->choices.n; i++) {
        words[i] = env_text(e, &((const struct quiz_choice *)p->choices.items)[i].label);
        s->look->plate[i].answer = i;
    }
    bake_faces(s->look, e);
    if (quiz_team_at(p, 0)->player) s->look->bank = bake_bank(e, (struct box){0, 0, s->look->plate[0].box.w, s->look->plate[0].box.h});
    plate_words(s->look, e, words, true, false);
}

/* ---- after the answer */
static void set_button(struct quiz_button *b, struct env *e, struct box at, enum paper_kind kind, const char *icon, const char *text) {
    struct text_style st = {.token = STYLE_BUTTON, .ink = paper_ink(kind), .max_lines = 2, .smaller = true, .align = e->rtl ? ALIGN_END : ALIGN_START};
    float size = 40, room = size + 18;
    b->box = quiz_mirror(e, at);
    safe_para(e, text, st, at.w - 64 - room, &b->label);
    float w = para_w(&b->label, e) + room, x = b->box.x + (at.w - w) / 2;
    b->at = (struct vec2){(e->rtl ? x + room : x) - para_left(&b->label, e), b->box.y + (at.h - para_h(&b->label, e)) / 2};
    for (int sink = 0; sink < 2; sink++) {
        struct vec v;
        struct box own = {0, 0, at.w, at.h};
        vec_begin(&v, e->layout);
        paper_button(&v, own, kind, (float)sink);
        icon_draw(&v, icon, (e->rtl ? x : x + w - size) - b->box.x, (at.h - size) / 2 + (sink ? 4 : 0), size, paper_ink(kind), e->rtl && icon_directional(icon));
        b->key[sink] = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
    }
}

static void set_leaf(struct quiz_look *l, const struct quiz_props *p, struct env *e, float x, float y, bool on_snow) {
    for (int k = 0; k < 2; k++) {
        struct vec v;
        vec_begin(&v, e->layout);
        paper_leaf(&v, 40, 40, k ? 26 : 22, on_snow);
        l->leaf[k] = env_vec(e, &v, (struct box){0, 0, 80, 80}, false);
    }
    l->leaf_box = quiz_mirror(e, (struct box){x, y, 64, 64});
    l->leaf_say = env_text(e, &p->source);
}

/* Buttons; returns the y at which they begin. */
static float set_buttons(struct quiz_state *s, const struct quiz_props *p, struct env *e, const struct quiz_room *r) {
    struct quiz_look *l = s->look;
    bool last = s->now.at + 1 == s->now.game.count;
    float h = r->large ? 120 : 96, gap = 22, y = r->foot - h - (e->portrait ? 10 : 16), x = r->x + r->w - SIDE_W;
    set_button(&l->next, e, (struct box){x, y, SIDE_W, h}, PAPER_PRIM, "next", env_text(e, last ? &p->last : &p->next));
    float sx = e->portrait ? r->x + 76 : x + 76, sy = e->portrait ? y : y - gap - h;
    float sw = e->portrait ? r->w - SIDE_W - 76 - gap : SIDE_W - 76;
    set_leaf(l, p, e, sx - 76, sy + (h - 64) / 2, e->portrait && !r->camps);
    if (quiz_question_at(p, s->now.game.question[s->now.at])->scene)
        set_button(&l->show, e, (struct box){sx, sy, sw, h}, PAPER_DARK, "play", env_text(e, &p->show));
    return e->portrait ? y - 18 : r->foot;
}

static float pager_w(const struct env *e) { return PAGER_W * fmaxf(1, e->text_scale * .75f); }

static void set_pager(struct quiz_look *l, struct env *e, float right, float foot, float h) {
    struct vec v;
    struct box own = {0, 0, pager_w(e), h};
    l->pager_box = quiz_mirror(e, (struct box){right - own.w, foot - h, own.w, h});
    vec_begin(&v, e->layout);
    paper_pill(&v, own, 0x174650FFu);
    icon_draw(&v, "next", e->rtl ? 18 : own.w - 54, (h - 36) / 2, 36, INK_SNOW, e->rtl);
    l->pill = env_vec(e, &v, box_grow(own, PAPER_MARGIN), false);
    const char *at = message_number(e->layout, &e->msg, l->body.para.page + 1, 0, NULL);
    const char *of = message_number(e->layout, &e->msg, l->body.para.pages, 0, NULL);
    struct text_style st = {.token = STYLE_LABEL, .ink = INK_SNOW, .max_lines = 1};
    safe_para(e, arena_printf(e->layout, "%s/%s", at, of), st, own.w - 60, &l->pager.para);
    l->pager.at = (struct vec2){l->pager_box.x + (e->rtl ? 60 : 22) - para_left(&l->pager.para, e),
                                l->pager_box.y + (h - para_h(&l->pager.para, e)) / 2};
}

/* The explanation, over pages where room is short. */
static void set_body(struct quiz_state *s, struct env *e, const char *text, struct box b) {
    struct quiz_look *l = s->look;
    struct text_style st = {.token = STYLE_BODY, .ink = INK_SNOW, .strong = GOLD};
    struct box on = quiz_mirror(e, b);
    l->body.at = (struct vec2){on.x, on.y};
    safe_para(e, text, st, b.w, &l->body.para);
    if (para_h(&l->body.para, e) <= b.h + 1) return;
    float h = fmaxf(64, style_size(STYLE_LABEL) * 1.3f * e->text_scale + 10), below = b.h - h - 6;
    bool beside = below < 2 * para_h(&l->body.para, e) / (float)l->body.para.nlines;       /* the pager stands where it takes no line */
    st.max_h = fmaxf(1, beside ? b.h : below) * e->scale;
    st.turns = st.whole = true;
    float w = b.w - (beside ? pager_w(e) + 16 : 0);
    if (e->rtl) l->body.at.x += b.w - w;
    for (int again = 0; again < 2; again++) {
        if (!env_para(e, text, st, w, s->page, &l->body.para)) l->body.para = (struct para){.text = ""};
        if (s->page < l->body.para.pages) break;
        s->page = 0;
    }
    if (l->body.para.pages > 1) set_pager(l, e, b.x + b.w, b.y + b.h, h);
}

static void set_told(struct quiz_state *s, const struct quiz_props *p, struct env *e, const struct quiz_room *r, float y) {
    struct quiz_look *l = s->look;
    const struct quiz_question *q = quiz_question_at(p, s->now.game.question[s->now.at]);
    int given = s->now.game.given[s->now.at];
    float foot = set_buttons(s, p, e, r), w = e->portrait ? r->w : r->w - SIDE_W - 54, pad = r->camps ? 0 : 28;      /* without camps it reaches into the snow */
    struct msg_arg own = {.name = "answer", .word = env_text(e, &q->right.text)};
    const struct text_ref *t = given == QUIZ_RIGHT ? &p->yes : given == QUIZ_NONE ? &p->over : &p->no;
    if (pad > 0) {
        struct vec v;
        struct box own_box = {0, 0, w, foot - y};
        vec_begin(&v, e->layout);
        paper_card(&v, own_box, 28, 0x06171CF2u);
        l->card = env_vec(e, &v, box_grow(own_box, PAPER_MARGIN), false);
        l->card_box = quiz_mirror(e, (struct box){r->x, y, w, foot - y});
    }
    struct text_style st = {.token = STYLE_H2, .px = (pad > 0 || e->second.lang ? 56 : 68) * e->scale, .ink = given == QUIZ_RIGHT ? GOLD : INK_SNOW, .max_lines = e->portrait ? 2 : 1, .fit = true};
    struct box at = {r->x + pad, y + pad / 2, w - 2 * pad, 0};
    const char *words = env_say(e, e->layout, t, &own, 1);
    set_words(&l->head, e, words, st, at);
    if (l->head.para.pages > 1 || l->head.para.overflow) {
        st.px = 48 * e->scale;
        st.max_lines = 0;
        set_words(&l->head, e, words, st, at);
    }
    at.y += para_h(&l->head.para, e) + 10;
    at.h = foot - pad / 2 - at.y;
    set_body(s, e, env_text(e, &q->explain), at);
}

/* Below the plates; where these lie at the foot above them, and with large letters at the head, so that the clock is free. */
static void set_turn(struct quiz_state *s, const struct quiz_props *p, struct env *e, const struct quiz_room *r, float y) {
    if (s->now.teams < 2 || (e->low_reach && !e->portrait)) return;
    const struct quiz_team *team = quiz_team_at(p, quiz_team_of(&s->now, s->now.at));
    struct msg_arg own = {.name = "team", .word = env_text(e, &team->label)};
    struct text_style st = {.token = STYLE_H2, .ink = team->color, .max_lines = 1, .fit = true};
    const char *say = env_say(e, e->layout, &p->turn, &own, 1);
    struct box b = {r->x, r->large && !e->portrait ? 56 : y, e->portrait ? r->w : r->large ? 780 : 1100, 0};
    set_words(&s->look->turn, e, say, st, b);
    if (!e->low_reach) return;
    b.y = s->look->plate[0].box.y - e->stage.y - para_h(&s->look->turn.para, e) - 24;
    set_words(&s->look->turn, e, say, st, b);
}

void quiz_arrange(struct node *n, struct env *e) {
    struct quiz_state *s = n->state;
    const struct quiz_props *p = node_props(n, e);
    s->look = arena_new(e->layout, struct quiz_look);
    if (!s->look) return;
    struct quiz_room r = quiz_room(s, e);
    if (s->now.stage == QUIZ_START) set_start(s, p, e, &r);
    if (s->now.stage == QUIZ_ASK || s->now.stage == QUIZ_TOLD) {
        float y = set_answers(s, p, e, &r, set_question(s, p, e, &r));
        if (s->now.stage == QUIZ_TOLD) set_told(s, p, e, &r, y);
        else set_turn(s, p, e, &r, y);
    }
    quiz_camp(n, e);
    if (s->now.stage == QUIZ_END) quiz_animal(n, e);
}
