/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_sort.c - tokens to sort onto two sides: drag one there, or touch it and then a side. What belongs together is tied
 * by a thread; a wrong answer goes back to the tray with a hop. */
#include <scene/sort.h>
#include <scene/track.h>
#include <string.h>

#define DRAG 12.0f           /* canvas units before a touch is a drag */
#define AT(m) .offset = offsetof(struct sort_token, m)
static const struct field TOKEN[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "Its name; `wrong` becomes it."},
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Its picture below assets/, standing on the lower edge."},
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What it is called, below it on the tray."},
    {.name = "side", .type = FIELD_ID, AT(side), .flags = FIELD_REQUIRED, .help = "The side to which it belongs."},
    {.name = "tray-height", .type = FIELD_NUM, AT(tray_height), .min = 10, .max = 900, .def = "100", .unit = "canvas px", .help = "Its height on the tray."},
    {.name = "height", .type = FIELD_NUM, AT(height), .min = 10, .max = 900, .def = "100", .unit = "canvas px", .help = "Its height on its side."},
    {.name = "at", .type = FIELD_POINT, AT(at), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "Where its feet stand on its side."},
    {.name = "gone-if", .type = FIELD_COND, AT(gone_if), .help = "It fades away while this holds."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct sort_side, m)
static const struct field SIDE[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "Its name."},
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What it is called when read aloud."},
    {.name = "at", .type = FIELD_POINT, AT(at), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "Top left of where a token may be dropped."},
    {.name = "size", .type = FIELD_POINT, AT(size), .flags = FIELD_REQUIRED, .unit = "canvas px", .help = "Width and height of that place."},
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "#00000000", .help = "Colour of the tokens there; their own when transparent."},
    {.name = "glow", .type = FIELD_COLOR, AT(glow), .def = "larch-500", .help = "Colour of its edge while it waits for a token."},
    {.name = "hubs", .type = FIELD_NUMS, AT(hubs), .unit = "stage px", .help = "Points to which threads lead, each token's to the nearest: [x, y, ...]; none = no threads."},
    {.name = "walks", .type = FIELD_BOOL, AT(walks), .help = "Tokens there take three steps away."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct sort_props, m)
static const struct field FIELDS[] = {
    {.name = "tokens", .type = FIELD_LIST, AT(tokens), .flags = FIELD_REQUIRED, .sub = TOKEN, .sub_size = sizeof(struct sort_token), .help = "What is sorted, in the order of the tray."},
    {.name = "sides", .type = FIELD_LIST, AT(sides), .flags = FIELD_REQUIRED, .sub = SIDE, .sub_size = sizeof(struct sort_side), .help = "One or two places to which they belong."},
    {.name = "load", .type = FIELD_INT, AT(load), .min = 1, .max = SORT_TOKENS, .def = "5", .help = "So many lie on the tray at once."},
    {.name = "tray-at", .type = FIELD_POINT, AT(tray_at), .flags = FIELD_REQUIRED, .unit = "stage px", .help = "Feet of the first token on the tray."},
    {.name = "tray-gap", .type = FIELD_NUM, AT(tray_gap), .max = 900, .def = "230", .unit = "canvas px", .help = "From token to token."},
    {.name = "tray-floor", .type = FIELD_NUM, AT(tray_floor), .def = "946", .unit = "stage px", .help = "Labels end above it; long ones lift the tokens."},
    {.name = "tray-if", .type = FIELD_COND, AT(tray_if), .help = "The tray is there while this holds."},
    {.name = "sorted", .type = FIELD_VAR, AT(sorted), .flags = FIELD_REQUIRED, .help = "Variable: how many are sorted. Set it to 0 to begin again."},
    {.name = "wrong", .type = FIELD_VAR, AT(wrong), .flags = FIELD_REQUIRED, .help = "Variable set to the token that has just been put on the wrong side; none otherwise."},
    {.name = "late", .type = FIELD_VAR, AT(late), .help = "Variable set to 1 when time is over before all are sorted."},
    {.name = "late-after", .type = FIELD_NUM, AT(late_after), .max = 600, .def = "8", .unit = "s", .help = "So long there is time; not in reduced motion."},
    {.name = "clock", .type = FIELD_ID, AT(clock), .help = "Timeline with whose `play` the time begins."},
    {.name = "waiting", .type = FIELD_COLOR, AT(waiting), .def = "#00000000", .help = "Colour of waiting tokens; their own when transparent."},
    {.name = "hand", .type = FIELD_COLOR, AT(hand), .def = "#00000000", .help = "Colour of the token in the hand; its own when transparent."},
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "spruce-900", .help = "Labels on the tray."},
    {.name = "gold", .type = FIELD_COLOR, AT(gold), .def = "larch-500", .help = "Threads, beads and the ring round the token in the hand."},
    {0}};

/* ---- load */
static bool load(struct node *n, void *props, struct load_env *le) {
    struct sort_props *p = props;
    int errors = le->diag->errors;
    if (p->tokens.n < 1 || p->tokens.n > SORT_TOKENS)
        diag_error(le->diag, node_at(n, "tokens"), "'tokens' has %d entries (give 1 to %d)", p->tokens.n, SORT_TOKENS);
    if (p->sides.n < 1 || p->sides.n > SORT_SIDES)
        diag_error(le->diag, node_at(n, "sides"), "'sides' has %d entries (give 1 or %d)", p->sides.n, SORT_SIDES);
    for (int k = 0; k < p->sides.n; k++)
        if (sort_side(p, k)->hubs.n % 2) diag_error(le->diag, node_item_at(n, "sides", k, "hubs"), "'hubs' has an odd count of numbers (write pairs: x, y, x, y ...)");
    for (int i = 0; i < p->tokens.n; i++) {
        struct sort_token *t = (struct sort_token *)p->tokens.items + i;
        t->side_index = -1;
        for (int k = 0; k < p->sides.n; k++)
            if (str_eq(t->side, sort_side(p, k)->id)) t->side_index = k;
        if (t->side && t->side_index < 0)
            diag_error(le->diag, node_item_at(n, "tokens", i, "side"), "no side '%s' for token '%s' (name one of 'sides')", t->side, t->id);
    }
    if (p->late && !p->clock) diag_error(le->diag, node_at(n, "late"), "'late' needs a 'clock' (name the timeline that begins the time)");
    return errors == le->diag->errors;
}

/* ---- rules */
static void begin(struct sort_state *s, int token, enum sort_mode mode, const struct env *e) {
    s->piece[token].mode = mode;
    s->piece[token].since = e->now;
}

static void next_load(struct sort_state *s, const struct sort_props *p, const struct env *e) {
    int loads = (p->tokens.n + p->load - 1) / p->load, was = s->load;
    while (s->load < loads) {
        for (int i = s->load * p->load; i < p->tokens.n && i < (s->load + 1) * p->load; i++)
            if (s->piece[i].mode != SORT_LIES) goto out;
        s->load++;
    }
out:
    if (s->load != was) s->load_at = e->now;
}

/* As if so many had long been sorted. */
static void deal(struct sort_state *s, const struct sort_props *p, const struct env *e, int sorted) {
    memset(s->piece, 0, sizeof s->piece);
    s->count = s->told = sorted < 0 ? 0 : sorted > p->tokens.n ? p->tokens.n : sorted;
    for (int i = 0; i < s->count; i++) s->piece[i] = (struct sort_piece){.mode = SORT_LIES, .since = e->now - 60000};
    s->chosen = -1;
    s->load = 0;
    s->told_late = false;
    next_load(s, p, e);
    s->load_at = e->now;
}

static void init(struct node *n, struct env *e) {
    const struct sort_props *p = node_props(n, e);
    deal(n->state, p, e, (int)clampf((float)vars_num(e->vars, p->sorted, 0), 0, SORT_TOKENS));
}

static void say(struct effects *fx, const char *var, const char *word) { effects_set(fx, var, (struct value){.kind = VALUE_WORD, .word = word}); }

static void go_home(struct sort_state *s, const struct env *e, int token, struct vec2 from, bool hop) {
    s->piece[token].from = from;
    s->piece[token].hop = hop;
    begin(s, token, e->still ? SORT_WAITS : SORT_HOME, e);
}

/* A token is put on a side: -1 = beside both. */
static void judge(struct sort_state *s, const struct sort_props *p, struct env *e, int token, int side, struct vec2 from, bool snap, struct effects *fx) {
    const struct sort_token *t = sort_token(p, token);
    s->chosen = -1;
    if (side < 0 || side != t->side_index) {
        go_home(s, e, token, from, side >= 0);
        if (side >= 0) say(fx, p->wrong, t->id);
        return;
    }
    s->piece[token].from = from;
    s->piece[token].snap = snap;
    begin(s, token, e->still ? SORT_LIES : SORT_FLIES, e);
    s->told = ++s->count;
    effects_set_num(fx, p->sorted, s->count);
    say(fx, p->wrong, "none");
    if (e->still) next_load(s, p, e);
}

/* ---- touch */
/* Moves of the whole element (a track) are no moves of the finger. */
static struct vec2 own_space(const struct node *n, struct vec2 at) {
    if (n->anim.has[TRACK_X]) at.x -= n->anim.v[TRACK_X];
    return at;
}

static void hold(struct node *n, struct sort_state *s, const struct sort_props *p, struct env *e, const struct node_event *ev, struct effects *fx) {
    int i = ev->item;
    if (s->piece[i].mode == SORT_WAITS) {
        float dx = ev->at.x - ev->start.x, dy = ev->at.y - ev->start.y;
        if (dx * dx + dy * dy < DRAG * DRAG) return;
        struct vec2 home = sort_home(p, s, e, i), start = own_space(n, ev->start);
        s->grip = (struct vec2){start.x - home.x, fminf(start.y - home.y, 0)};
        s->chosen = -1;
        begin(s, i, SORT_HELD, e);
        say(fx, p->wrong, "none");
    }
    if (s->piece[i].mode != SORT_HELD) return;
    struct vec2 at = own_space(n, ev->at);
    s->at = (struct vec2){at.x - s->grip.x, at.y - s->grip.y};
}

static int side_under(const struct sort_props *p, const struct env *e, struct vec2 at) {
    for (int k = 0; k < p->sides.n; k++)
        if (box_has(sort_side_box(p, e, k), at)) return k;
    return -1;
}

static void drop(struct sort_state *s, const struct sort_props *p, struct env *e, int token, bool lost, struct effects *fx) {
    if (s->piece[token].mode != SORT_HELD) return;
    struct vec2 middle = {s->at.x, s->at.y - sort_token(p, token)->tray_height / 2};
    if (lost) go_home(s, e, token, s->at, false);
    else judge(s, p, e, token, side_under(p, e, middle), s->at, true, fx);
}

static void activate(struct sort_state *s, const struct sort_props *p, struct env *e, int item, struct effects *fx) {
    if (item >= SORT_SIDE_ITEM) {
        if (s->chosen >= 0) judge(s, p, e, s->chosen, item - SORT_SIDE_ITEM, sort_home(p, s, e, s->chosen), false, fx);
        return;
    }
    if (s->piece[item].mode != SORT_WAITS) return;
    s->chosen = s->chosen == item ? -1 : item;
    say(fx, p->wrong, "none");
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct sort_state *s = n->state;
    const struct sort_props *p = node_props(n, e);
    bool token = ev->item >= 0 && ev->item < p->tokens.n, side = ev->item >= SORT_SIDE_ITEM && ev->item < SORT_SIDE_ITEM + p->sides.n;
    if (!token && !side) return;
    switch (ev->kind) {
    case NODE_MOVE:
        if (token && s->tray) hold(n, s, p, e, ev, fx);
        break;
    case NODE_UP:
    case NODE_CANCEL:
        if (token) drop(s, p, e, ev->item, ev->kind == NODE_CANCEL, fx);
        break;
    case NODE_ACTIVATE:
        if (s->tray) activate(s, p, e, ev->item, fx);
        break;
    case NODE_DOWN:
    case NODE_KEY: break;
    }
}

/* ---- time */
static bool moves(const struct sort_state *s, const struct sort_props *p, const struct env *e, int i) {
    const struct sort_piece *t = &s->piece[i];
    int after = sort_side(p, sort_token(p, i)->side_index)->walks ? SORT_STEPS * SORT_STEP_MS : SORT_THREAD_MS;
    if (t->gone_at && e->now < t->gone_at + SORT_FADE_MS) return true;
    if (t->mode == SORT_LIES) return e->now - t->since < after;
    return t->mode == SORT_FLIES || t->mode == SORT_HOME || (t->mode == SORT_HELD && e->now - t->since < SORT_LIFT_MS);
}

/* Away from its place with the ground: nothing can be sorted, and who is gone comes back only when all is back. */
static bool displaced(const struct node *n) { return n->anim.has[TRACK_X] && fabsf(n->anim.v[TRACK_X]) > .5f; }

static void keep_pieces(struct node *n, struct sort_state *s, const struct sort_props *p, struct env *e) {
    int fading = 0;
    for (int i = 0; i < p->tokens.n; i++) {
        struct sort_piece *t = &s->piece[i];
        int64_t lasts = t->mode == SORT_HOME ? SORT_HOME_MS : t->snap ? SORT_SNAP_MS : SORT_FLY_MS;
        bool over = e->still || e->now - t->since >= lasts;
        bool gone = (t->gone && displaced(n)) || (sort_token(p, i)->gone_if.n && vars_hold(e->vars, &sort_token(p, i)->gone_if));
        if (t->mode == SORT_HOME && over) begin(s, i, SORT_WAITS, e);
        if (t->mode == SORT_FLIES && over) {
            begin(s, i, SORT_LIES, e);
            next_load(s, p, e);
        }
        if (gone != t->gone) t->gone_at = e->now + SORT_FADE_NEXT_MS * fading++;
        t->gone = gone;
        if (!e->still && moves(s, p, e, i)) env_next_frame(e);
    }
    if (!e->still && e->now - s->load_at < SORT_LOAD_MS + SORT_LOAD_NEXT_MS * p->load) env_next_frame(e);
}

static void keep_clock(struct sort_state *s, const struct sort_props *p, struct env *e, struct effects *fx) {
    double t = p->late && e->play_t ? e->play_t(e, p->clock) : -1;
    if (t < 0 || e->still || s->told_late || s->count >= p->tokens.n) return;
    if (t >= (double)p->late_after) {
        s->told_late = true;
        effects_set_num(fx, p->late, 1);
    } else {
        env_wake_at(e, e->now + (int64_t)ceil(((double)p->late_after - t) * 1000));
    }
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct sort_state *s = n->state;
    const struct sort_props *p = node_props(n, e);
    int sorted = (int)clampf((float)vars_num(e->vars, p->sorted, 0), 0, SORT_TOKENS);
    if (sorted != s->told) deal(s, p, e, sorted);
    bool there = vars_hold(e->vars, &p->tray_if) && !displaced(n);
    if (there && !s->tray) s->load_at = e->now;
    s->tray = there;
    if (!there) s->chosen = -1;
    keep_pieces(n, s, p, e);
    keep_clock(s, p, e, fx);
}

const struct element_kind ELEMENT_SORT = {
    .name = "sort", .help = "Tokens on a tray, to be dragged to the side where they belong; or touch one, then a side.",
    .fields = FIELDS, .props_size = sizeof(struct sort_props), .state_size = sizeof(struct sort_state),
    .load = load, .init = init, .arrange = sort_arrange, .tick = tick, .draw = sort_draw, .event = event};
