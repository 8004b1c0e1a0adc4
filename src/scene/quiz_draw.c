/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quiz_draw.c - the quiz as it stands: asked, answered, told, and the animal at the end. */
#include <scene/quiz_look.h>
#include <scene/track.h>

static float part_of(float ms, float from, float lasts) { return clampf((ms - from) / lasts, 0, 1); }

static void put(struct paint *pt, const struct quiz_pic *pic, struct vec2 at, float alpha) {
    if (alpha > 0) paint_picture(pt, pic->key, (struct box){at.x + pic->area.x, at.y + pic->area.y, pic->area.w, pic->area.h}, alpha);
}

/* From a to b in an arc. */
static struct vec2 thrown(struct vec2 a, struct vec2 b, float t, float rise) {
    float k = ease(EASE_IN_OUT, t);
    return (struct vec2){lerpf(a.x, b.x, k), lerpf(a.y, b.y, k) - rise * 4 * k * (1 - k)};
}

static void words(struct node *n, struct paint *pt, const char *part, enum sem_role role, const struct quiz_words *w, float alpha) {
    if (w->para.nlines) paint_para(pt, n, part, role, &w->para, w->at.x, w->at.y, alpha);
}

/* ---- plates */
/* Where the sign of who chose a plate lies on it. */
static struct vec2 corner(const struct quiz_plate *pl, const struct env *e) {
    float in = quiz_inline(e) ? 156 : 54;
    return (struct vec2){e->rtl ? pl->box.x + in : pl->box.x + pl->box.w - in, pl->box.y + (quiz_inline(e) ? pl->box.h / 2 : pl->box.h - 46)};
}

static int chosen_plate(const struct quiz_state *s) {
    int given = s->now.stage == QUIZ_TOLD ? s->now.game.given[s->now.at] : QUIZ_OPEN;
    for (int i = 0; given && given != QUIZ_NONE && i < s->look->plates; i++)
        if (s->look->plate[i].answer == given - QUIZ_RIGHT) return i;
    return -1;
}

static const char *plate_part(struct env *e, const struct quiz_state *s, int i) {
    int k = s->look->plate[i].answer;
    if (s->now.stage == QUIZ_START) return arena_printf(e->frame, "teams-%d", k + 1);
    return k ? arena_printf(e->frame, "wrong-%d", k) : "right";
}

/* The signs of the start: as many as teams. */
static void draw_signs(struct paint *pt, const struct quiz_look *l, int i) {
    const struct quiz_plate *pl = &l->plate[i];
    bool rtl = pt->env->rtl, portrait = pt->env->portrait;
    for (int k = 0; k <= pl->answer; k++) {
        float x = portrait ? pl->box.w - 84 - (float)(pl->answer - k) * 80 : 76 + (float)k * 80;
        put(pt, &l->small[k], (struct vec2){pl->box.x + (rtl ? pl->box.w - x : x), pl->box.y + (portrait ? pl->box.h / 2 : (pl->box.h - 96) / 2 + 6)}, 1);
    }
}

/* The players of a plate instead: those behind first, then the others, then the snow; all go down with a pressed plate. */
static void draw_players(struct paint *pt, const struct quiz_look *l, int i, float down) {
    const struct quiz_plate *pl = &l->plate[i];
    const struct env *e = pt->env;
    int n = pl->answer + 1;
    float w = l->player[0].area.w, step = e->portrait ? w * .92f : fminf(w * 1.06f, (pl->box.w - w - 24) / fmaxf(1, (float)n - 1));
    float x0 = e->portrait ? pl->box.w - 48 - w / 2 - step * (float)(n - 1) : (pl->box.w - step * (float)(n - 1)) / 2;
    for (int pass = 1; pass >= 0; pass--)
        for (int k = pass; k < n; k += 2) {
            float x = x0 + step * (float)k, y = pl->box.h - (e->portrait ? 3 : quiz_bank_h(e) - 14) - (pass ? QUIZ_BEHIND : 0);
            put(pt, &l->player[k], (struct vec2){pl->box.x + (e->rtl ? pl->box.w - x : x), pl->box.y + y + down}, 1);
        }
    struct box b = pl->box;
    b.y += down;
    paint_picture(pt, l->bank, b, 1);
}

static void draw_plate(struct node *n, struct paint *pt, int i, float turned) {
    const struct quiz_state *s = n->state;
    const struct quiz_look *l = s->look;
    const struct quiz_plate *pl = &l->plate[i];
    bool told = s->now.stage == QUIZ_TOLD, right = told && pl->answer == 0, mine = chosen_plate(s) == i, down = n->pressed == i;
    float alpha = told && !right && !mine ? lerpf(1, .55f, turned) : 1, gold = right ? turned : 0;
    struct box b = box_grow(pl->box, PAPER_MARGIN);
    paint_picture(pt, l->face[down && !told], b, alpha);
    if (gold > 0) paint_picture(pt, l->gold, b, gold);
    if (told && mine && !right) paint_picture(pt, l->cross, b, turned);
    if (s->now.stage == QUIZ_START && l->bank) draw_players(pt, l, i, down ? 4 : 0);
    else if (s->now.stage == QUIZ_START) draw_signs(pt, l, i);
    for (int k = 0; k < pl->pics; k++) {
        struct box at = pl->pic_box[k];
        at.y += down && !told ? 4 : 0;
        paint_picture(pt, pl->pic[gold > .5f][k], at, alpha);
    }
    enum sem_role role = told ? SEM_TEXT : SEM_CHOICE;
    struct sem_item *it = paint_para(pt, n, plate_part(pt->env, s, i), role, &pl->text[gold > .5f], pl->text_at.x, pl->text_at.y + (down && !told ? 4 : 0), alpha);
    if (!it) return;
    it->item = i;
    it->box = (struct box){pl->box.x + pt->ox, pl->box.y + pt->oy, pl->box.w, pl->box.h};
    if (mine) it->state |= SEM_SELECTED;
    if (told) return;
    it->hit = it->box;
    it->focusable = true;
    it->state |= (down ? SEM_PRESSED : 0u) | (n->focused == i ? SEM_FOCUSED : 0u);
}

static void draw_plates(struct node *n, struct paint *pt) {
    const struct quiz_state *s = n->state;
    float turned = part_of(quiz_ms(s, pt->env), 0, QUIZ_TURN_MS);
    for (int i = 0; i < s->look->plates; i++) draw_plate(n, pt, i, turned);
}

/* ---- what was told */
static void draw_button(struct node *n, struct paint *pt, const char *part, int item, const struct quiz_button *b) {
    if (b->box.w <= 0) return;
    bool down = n->pressed == item;
    paint_picture(pt, b->key[down], box_grow(b->box, PAPER_MARGIN), 1);
    struct sem_item *it = paint_para(pt, n, part, SEM_BUTTON, &b->label, b->at.x, b->at.y + (down ? 4 : 0), 1);
    if (!it) return;
    it->item = item;
    it->box = it->hit = (struct box){b->box.x + pt->ox, b->box.y + pt->oy, b->box.w, b->box.h};
    it->focusable = true;
    it->state = (down ? SEM_PRESSED : 0u) | (n->focused == item ? SEM_FOCUSED : 0u);
}

static void draw_pager(struct node *n, struct paint *pt, const struct quiz_look *l) {
    if (!l->pager.para.nlines) return;
    struct quiz_button b = {.box = l->pager_box, .key = {l->pill, l->pill}, .label = l->pager.para, .at = l->pager.at};
    struct quiz_button *kept = arena_copy(pt->env->frame, &b, sizeof b);
    if (kept) draw_button(n, pt, "page", QUIZ_ITEM_PAGE, kept);
}

static void draw_told(struct node *n, struct paint *pt) {
    const struct quiz_state *s = n->state;
    const struct quiz_look *l = s->look;
    float in = part_of(quiz_ms(s, pt->env), 80, QUIZ_TURN_MS);
    if (l->card) paint_picture(pt, l->card, box_grow(l->card_box, PAPER_MARGIN), in);
    words(n, pt, "told", SEM_HEADING, &l->head, in);
    words(n, pt, "why", SEM_TEXT, &l->body, in);
    draw_pager(n, pt, l);
    struct box leaf = l->leaf_box, seen = {leaf.x + leaf.w / 2 - 40, leaf.y + leaf.h / 2 - 40, 80, 80};
    paint_picture(pt, l->leaf[n->pressed == QUIZ_ITEM_SOURCE], seen, 1);
    paint_item(pt, n, "source", QUIZ_ITEM_SOURCE, SEM_BUTTON, l->leaf_say, box_grow(seen, -18), leaf);
    draw_button(n, pt, "show", QUIZ_ITEM_SHOW, &l->show);
    draw_button(n, pt, "next", QUIZ_ITEM_NEXT, &l->next);
}

/* ---- the snow */
static void draw_teams(struct node *n, struct paint *pt) {
    const struct quiz_state *s = n->state;
    const struct quiz_look *l = s->look;
    int now = quiz_team_of(&s->now, s->now.at), plate = chosen_plate(s);
    float t = part_of(quiz_ms(s, pt->env), 0, QUIZ_SET_MS);
    for (int i = 0; i < l->tokens; i++) {
        bool away = plate >= 0 && i == now, rests = s->now.teams > 1 && i != now && s->now.stage == QUIZ_ASK;
        put(pt, &l->token[i], l->token_at[i], away ? .35f : rests ? .6f : 1);
        words(n, pt, arena_printf(pt->env->frame, "team-%d", i + 1), SEM_TEXT, &l->name[i], 1);
    }
    if (plate < 0) return;
    struct vec2 home = l->tokens ? l->token_at[now] : corner(&l->plate[plate], pt->env);
    put(pt, &l->small[now], thrown(home, corner(&l->plate[plate], pt->env), t, 60), 1);
}

/* A spot that was just won flies from its plate to its place in the row. */
static void draw_row(struct node *n, struct paint *pt) {
    const struct quiz_state *s = n->state;
    const struct quiz_look *l = s->look;
    const struct quiz_game *g = &s->now.game;
    float t = part_of(quiz_ms(s, pt->env), QUIZ_FLY_AT, QUIZ_FLY_MS);
    int k = 0, plate = chosen_plate(s);
    if (!l->empty.key) return;
    words(n, pt, "spots", SEM_TEXT, &l->row, 1);
    for (int i = 0; i < g->count; i++) {
        bool right = g->given[i] == QUIZ_RIGHT, fresh = right && s->now.stage == QUIZ_TOLD && i == s->now.at && t < 1;
        if (!right || fresh) put(pt, &l->empty, l->spot_at[i], i > s->now.at || !g->given[i] ? .9f : .45f);
        if (right && !fresh) put(pt, &l->spot[k], l->spot_at[i], 1);
        if (fresh && t > 0 && plate >= 0) {
            struct box b = l->plate[plate].box;
            put(pt, &l->spot[k], thrown((struct vec2){b.x + b.w / 2, b.y + b.h / 2}, l->spot_at[i], t, 90), 1);
        }
        k += right;
    }
}

static void draw_clock(struct node *n, struct paint *pt) {
    const struct quiz_state *s = n->state;
    const struct quiz_look *l = s->look;
    const struct env *e = pt->env;
    if (s->now.stage != QUIZ_ASK || !quiz_timed(node_props(n, e), e)) return;
    int past = (int)clampf((float)(e->t - s->asked), 0, QUIZ_CLOCK - 1);
    for (int i = 0; i < QUIZ_CLOCK; i++)
        if (i != past) put(pt, i < past ? &l->out : &l->lit, l->clock[i], 1);
    put(pt, &l->moon, l->clock[past], 1);
}

/* ---- the end */
static void draw_animal(struct node *n, struct paint *pt) {
    const struct quiz_state *s = n->state;
    const struct quiz_look *l = s->look;
    struct box g = {l->animal_box.x, l->animal_box.y, l->ghost_box.w, l->ghost_box.h};
    float ms = quiz_ms(s, pt->env);
    paint_picture(pt, l->animal, l->animal_box, 1);
    paint_picture(pt, l->ghost, g, 1);
    for (int i = 0; i < QUIZ_ROUND && l->spot[i].key; i++) {
        float t = part_of(ms, (float)(QUIZ_SPOT_MS * i), QUIZ_POP_MS);
        struct vec2 at = l->spot_at[i];
        at.y -= 40 * (1 - ease(EASE_BACK, t));
        put(pt, &l->spot[i], at, t);
    }
    paint_item(pt, n, "animal", 0, SEM_PICTURE, l->alt, l->animal_box, (struct box){0, 0, 0, 0});
}

void quiz_draw(struct node *n, struct paint *pt) {
    const struct quiz_state *s = n->state;
    if (!s->look) return;
    const struct quiz_look *l = s->look;
    words(n, pt, "number", SEM_TEXT, &l->number, 1);
    words(n, pt, "question", SEM_HEADING, &l->question, 1);
    draw_clock(n, pt);
    if (s->now.stage == QUIZ_END) draw_animal(n, pt);
    draw_row(n, pt);
    draw_plates(n, pt);
    words(n, pt, "turn", SEM_TEXT, &l->turn, 1);
    draw_teams(n, pt);
    if (s->now.stage == QUIZ_TOLD) draw_told(n, pt);
}
