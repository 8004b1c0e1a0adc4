/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_spot_match.c - the game of the same spots: photos of a camera trap hang on a cord, a round patch of one coat lies
 * below. Drag it to a photo, or touch the photo. All animals come from the number in the variable `counter`. */
#include <scene/spot_match.h>
#include <scene/track.h>

#define AT(m) .offset = offsetof(struct spot_name, m)
static const struct field NAME_FIELDS[] = {
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What stands under the photo."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct spot_kind, m)
#define OWN "; left out: as of the animal."
static const struct field KIND_FIELDS[] = {
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What stands under its photo."},
    {.name = "marks", .type = FIELD_ENUM, AT(marks), .extra = SPOTS_MARKS, .def = "rosettes", .help = "Rings; large rings with dots inside; or plain spots."},
    {.name = "body", .type = FIELD_STR, AT(body), .help = "Outline of its flank, SVG path data" OWN},
    {.name = "back", .type = FIELD_COLOR, AT(back), .help = "Colour of its back" OWN},
    {.name = "flank", .type = FIELD_COLOR, AT(flank), .help = "Colour of its flank" OWN},
    {.name = "belly", .type = FIELD_COLOR, AT(belly), .help = "Colour of its belly" OWN},
    {.name = "foot", .type = FIELD_COLOR, AT(foot), .help = "Colour of its legs at the lower edge" OWN},
    {.name = "mark", .type = FIELD_COLOR, AT(mark), .help = "Colour of its rims and spots" OWN},
    {.name = "core", .type = FIELD_COLOR, AT(core), .help = "Colour of the middle of its rings" OWN},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct spot_props, m)
#define PX .unit = "canvas px"
static const struct field FIELDS[] = {
    {.name = "counter", .type = FIELD_VAR, AT(counter), .flags = FIELD_REQUIRED, .help = "Variable with the number that all patterns come from; new spots add 1."},
    {.name = "found", .type = FIELD_VAR, AT(found), .flags = FIELD_REQUIRED, .help = "Variable set to 1 when the right photo is found (of kinds: to the number of the kind), to 0 for the next."},
    {.name = "missed", .type = FIELD_VAR, AT(missed), .help = "Variable set, when a wrong photo was tried, to what found will be; to 0 when it is found and for the next."},
    {.name = "deal", .type = FIELD_VAR, AT(deal), .flags = FIELD_REQUIRED, .help = "Variable that asks for new patterns when it is set to 1."},
    {.name = "round", .type = FIELD_VAR, AT(round), .flags = FIELD_REQUIRED, .help = "Variable that counts the animals found: 0, 1 ... rounds - 1, and again."},
    {.name = "answer", .type = FIELD_VAR, AT(answer), .help = "Variable that answers as a touch of a photo does: 1 = the first photo (of kinds: that of the first kind); set back to 0."},
    {.name = "rounds", .type = FIELD_INT, AT(rounds), .min = 1, .max = 20, .def = "1", .help = "How many animals have something told of them."},
    {.name = "patch-label", .type = FIELD_TEXT, AT(patch_label), .flags = FIELD_REQUIRED, .help = "What the patch is called when read aloud."},
    {.name = "photos", .type = FIELD_LIST, AT(photos), .flags = FIELD_REQUIRED, .help = "The photos, two to four.", .sub = NAME_FIELDS, .sub_size = sizeof(struct spot_name)},
    {.name = "kinds", .type = FIELD_LIST, AT(kinds), .help = "Animals of other kinds, for a second game: one photo of each.", .sub = KIND_FIELDS, .sub_size = sizeof(struct spot_kind)},
    {.name = "kinds-if", .type = FIELD_COND, AT(kinds_if), .help = "While this holds, the second game is played."},
    {.name = "cord-y", .type = FIELD_NUM, AT(cord_y), .max = 1900, .def = "292", .unit = "stage px", .help = "Height of the first cord at its ends."},
    {.name = "sag", .type = FIELD_NUM, AT(sag), .max = 200, .def = "28", PX, .help = "How far the cord hangs down in the middle."},
    {.name = "per-row", .type = FIELD_INT, AT(per_row), .min = 1, .max = SPOT_PHOTOS, .def = "4", .help = "Photos on one cord."},
    {.name = "row-step", .type = FIELD_NUM, AT(row_step), .max = 1000, .def = "460", PX, .help = "From one cord to the next."},
    {.name = "photo-w", .type = FIELD_NUM, AT(photo_w), .min = 120, .max = 900, .def = "364", PX, .help = "Width of a photo without its rim."},
    {.name = "photo-h", .type = FIELD_NUM, AT(photo_h), .min = 100, .max = 900, .def = "303", PX, .help = "Height of a photo without its rim."},
    {.name = "gap", .type = FIELD_NUM, AT(gap), .max = 400, .def = "62", PX, .help = "Between two photos."},
    {.name = "patch-at", .type = FIELD_POINT, AT(patch_at), .flags = FIELD_REQUIRED, .min = 0, .max = 1920, .unit = "stage px", .help = "Where the middle of the patch lies."},
    {.name = "patch-r", .type = FIELD_NUM, AT(patch_r), .min = 60, .max = 200, .def = "104", PX, .help = "Radius of the patch where it lies."},
    {.name = "print-at", .type = FIELD_POINT, AT(print_at), .flags = FIELD_REQUIRED, .min = 0, .max = 1920, .unit = "stage px", .help = "Top left of the large print of the right photo."},
    {.name = "print-size", .type = FIELD_POINT, AT(print_size), .flags = FIELD_REQUIRED, .min = 200, .max = 1400, PX, .help = "Width and height of the large print."},
    {.name = "small-w", .type = FIELD_NUM, AT(small_w), .min = 60, .max = 400, .def = "166", PX, .help = "Width of the other photos beside the large print."},
    {.name = "small-x", .type = FIELD_NUM, AT(small_x), .max = 1900, .def = "100", .unit = "stage px", .help = "Left edge of the first of them."},
    {.name = "small-gap", .type = FIELD_NUM, AT(small_gap), .max = 400, .def = "30", PX, .help = "Between two of them."},
    {.name = "light", .type = FIELD_NUM, AT(light), .max = 6, .def = "3", .help = "Hour of the night on the photos, 0 dusk to 6 dawn."},
    {.name = "paper", .type = FIELD_COLOR, AT(paper), .def = "snow", .help = "Rim of the photos."},
    {.name = "small-paper", .type = FIELD_COLOR, AT(small_paper), .def = "mist-400", .help = "Rim of the small photos."},
    {.name = "ink", .type = FIELD_COLOR, AT(ink), .def = "spruce-900", .help = "Letters under the photos."},
    {.name = "cord", .type = FIELD_COLOR, AT(cord), .def = "#E9DCC4", .help = "Colour of the cord."},
    {.name = "peg", .type = FIELD_COLOR, AT(peg), .def = "#C98F4E", .help = "Wood of the pegs."},
    {.name = "gold", .type = FIELD_COLOR, AT(gold), .def = "larch-500", .help = "Rim of the patch, ring, lines and tick."},
    {.name = "animal", .type = FIELD_STRUCT, AT(animal), .flags = FIELD_REQUIRED, .help = "What stands before the camera.", .sub = TRAP_ANIMAL_FIELDS},
    {0}};

/* ---- load */
static rgba own(rgba c, rgba other) { return c ? c : other; }

static bool load_kinds(struct node *n, struct spot_props *p, struct load_env *le) {
    const struct spot_kind *k = p->kinds.items;
    bool ok = p->kinds.n != 1 && p->kinds.n <= SPOT_PHOTOS;
    if (!ok) diag_error(le->diag, node_at(n, "kinds"), "'kinds' has %d entries (give 2 to %d, or leave it out)", p->kinds.n, SPOT_PHOTOS);
    for (int i = 0; i < p->kinds.n && i < SPOT_PHOTOS; i++, k++) {
        struct trap_animal *a = &p->kind[i];
        *a = p->animal;
        if (k->body) a->body = k->body;
        a->back = own(k->back, a->back), a->flank = own(k->flank, a->flank), a->belly = own(k->belly, a->belly);
        a->foot = own(k->foot, a->foot), a->mark = own(k->mark, a->mark), a->core = own(k->core, a->core);
        ok = trap_animal_check(n, a, le) && ok;
    }
    return ok;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct spot_props *p = props;
    bool ok = trap_animal_check(n, &p->animal, le);
    if (p->photos.n < 2 || p->photos.n > SPOT_PHOTOS) {
        diag_error(le->diag, node_at(n, "photos"), "'photos' has %d entries (give 2 to %d)", p->photos.n, SPOT_PHOTOS);
        ok = false;
    }
    return ok && load_kinds(n, p, le);
}

/* ---- play */
static void begin(struct spot_state *s, const struct env *e, enum spot_mode mode) {
    s->mode = mode;
    s->since = e->now;
}

static void ask(struct spot_state *s, const struct env *e) {
    begin(s, e, SPOT_ASK);
    s->misses = 0;
    s->swing = s->hint = s->point = -1;
    s->glow_at = e->now - SPOT_GLOW_MS;
    s->no = s->near = s->told = false;
}

static void fresh(struct spot_state *s, const struct spot_props *p, struct env *e, int counter) {
    bool of_kinds = p->kinds.n && vars_hold(e->vars, &p->kinds_if);
    spot_deal_make(&s->deal, counter, of_kinds ? p->kinds.n : p->photos.n, of_kinds ? p->kinds.items : NULL);
    ask(s, e);
    e->relayout = true;
}

static int counter_of(const struct spot_props *p, const struct env *e) { return (int)clampf((float)vars_num(e->vars, p->counter, 0), 0, 1e6f); }

static void init(struct node *n, struct env *e) {
    const struct spot_props *p = node_props(n, e);
    fresh(n->state, p, e, counter_of(p, e));
}

float spot_match_lasts(const struct spot_deal *d) {
    return fmaxf(SPOT_SPARK_AT + SPOT_SPARK_MS, SPOT_JOIN_AT + (float)d->joins * SPOT_JOIN_MS + 200);
}

static float swing_lasts(const struct spot_state *s) { return s->no ? SPOT_NO_MS : SPOT_HINT_MS; }

float spot_swing(const struct spot_state *s, const struct env *e) {
    float t = spot_ms(e, s->swing_at) / swing_lasts(s);
    if (s->swing < 0 || t < 0 || t >= 1 || e->still) return 0;
    return 2 * sinf(t * 6.2832f * 2) * (s->no ? 1 : sinf(3.14159265f * t));
}

static void swing(struct spot_state *s, struct env *e, int photo, bool no) {
    s->swing = photo;
    s->no = no;
    s->swing_at = e->now;
    e->relayout = true;          /* its turned pictures are wanted now */
}

static void hint(struct spot_state *s, struct env *e) {
    s->swing = -1;
    s->no = false;
    if (s->misses < 2 || s->mode == SPOT_MATCH) return;
    if (e->still) s->hint = s->deal.right;
    else swing(s, e, s->deal.right, false);
}

static void tell(struct spot_state *s, const struct spot_props *p, struct effects *fx) {
    s->told = true;
    effects_set_num(fx, p->found, spot_deal_name(&s->deal));
    if (p->missed) effects_set_num(fx, p->missed, 0);
}

static void match(struct spot_state *s, const struct spot_props *p, struct env *e, struct effects *fx) {
    begin(s, e, SPOT_MATCH);
    s->swing = s->hint = s->point = -1;
    if (e->still) tell(s, p, fx);
}

/* The patch lies on a photo: is it the one? */
static void judge(struct spot_state *s, const struct spot_props *p, struct env *e, struct effects *fx) {
    if (s->aim == s->deal.right) {
        match(s, p, e, fx);
        return;
    }
    s->misses++;
    if (p->missed) effects_set_num(fx, p->missed, spot_deal_name(&s->deal));
    s->from = spot_on(spot_hang_of(p, e, s->deal.photos, s->aim), p->photo_w, s->deal.crop);
    begin(s, e, e->still ? SPOT_ASK : SPOT_HOME);
    swing(s, e, s->aim, true);
}

static void fly(struct spot_state *s, const struct spot_props *p, struct env *e, struct vec2 from, int photo, bool snap, struct effects *fx) {
    s->from = from;
    s->aim = photo;
    s->snap = snap;
    s->point = -1;
    s->glow_at = e->now - SPOT_GLOW_MS;
    begin(s, e, SPOT_FLY);
    if (e->still) judge(s, p, e, fx);
}

static void next_deal(struct spot_state *s, const struct spot_props *p, struct env *e, struct effects *fx) {
    int counter = s->deal.counter + 1;
    if (s->mode == SPOT_MATCH && !s->deal.of_kinds) effects_set_num(fx, p->round, (double)(((int)vars_num(e->vars, p->round, 0) + 1) % p->rounds));
    effects_set_num(fx, p->counter, counter);
    effects_set_num(fx, p->found, 0);
    effects_set_num(fx, p->deal, 0);
    if (p->missed) effects_set_num(fx, p->missed, 0);
    fresh(s, p, e, counter);
}

static void keep_time(struct spot_state *s, const struct spot_props *p, struct env *e, struct effects *fx) {
    float ms = spot_ms(e, s->since);
    bool ambient = false;
    switch (s->mode) {
    case SPOT_ASK:
        env_ambient(e, &ambient);
        if (ambient) env_next_frame(e);
        break;
    case SPOT_HELD:
        if (!e->still && (ms < 100 || (s->near && spot_ms(e, s->near_at) < 450))) env_next_frame(e);
        break;
    case SPOT_FLY:
        env_next_frame(e);
        if (ms >= (s->snap ? SPOT_SNAP_MS : SPOT_FLY_MS)) judge(s, p, e, fx);
        break;
    case SPOT_HOME:
        env_next_frame(e);
        if (ms >= SPOT_HOME_MS) begin(s, e, SPOT_ASK);
        break;
    case SPOT_MATCH:
        if (!e->still && ms < spot_match_lasts(&s->deal)) env_next_frame(e);
        if (!s->told && ms >= SPOT_TELL_AT) tell(s, p, fx);
    }
}

/* ---- touch */
static void hold(struct spot_state *s, const struct spot_props *p, struct env *e, const struct node_event *ev) {
    struct vec2 home = spot_home(p, e);
    if (s->mode == SPOT_ASK) {
        float dx = ev->at.x - ev->start.x, dy = ev->at.y - ev->start.y;
        if (dx * dx + dy * dy < 144) return;             /* not yet a drag */
        begin(s, e, SPOT_HELD);
        s->grip = (struct vec2){(ev->start.x - home.x) * .5f, (ev->start.y - home.y) * .5f};
        s->near = false;
        s->point = -1;
    }
    if (s->mode != SPOT_HELD) return;
    s->at = (struct vec2){ev->at.x - s->grip.x, ev->at.y - s->grip.y};
    struct vec2 to = spot_on(spot_hang_of(p, e, s->deal.photos, s->deal.right), p->photo_w, s->deal.crop);
    bool near = hypotf(s->at.x - to.x, s->at.y - to.y) < SPOT_NEAR;
    if (near && !s->near) s->near_at = e->now;
    s->near = near;
}

static void drop(struct spot_state *s, const struct spot_props *p, struct env *e, bool lost, struct effects *fx) {
    if (s->mode != SPOT_HELD) return;
    int photo = lost ? -1 : spot_photo_under(p, e, s->deal.photos, s->at);
    if (photo >= 0) {
        fly(s, p, e, s->at, photo, true, fx);
        return;
    }
    s->from = s->at;
    begin(s, e, e->still ? SPOT_ASK : SPOT_HOME);
}

/* Where the patch is now when a photo is touched. */
static struct vec2 lies_at(const struct spot_state *s, const struct spot_props *p, const struct env *e) {
    struct vec2 home = spot_home(p, e);
    if (s->mode != SPOT_HOME) return home;
    float t = ease(EASE_OUT, clampf(spot_ms(e, s->since) / SPOT_HOME_MS, 0, 1));
    return (struct vec2){lerpf(s->from.x, home.x, t), lerpf(s->from.y, home.y, t)};
}

static void activate(struct spot_state *s, const struct spot_props *p, struct env *e, int item, struct effects *fx) {
    if (s->mode != SPOT_ASK && s->mode != SPOT_HOME) return;
    if (item == 0 && s->point < 0) s->glow_at = e->now;      /* the patch itself: here is where it may go */
    else fly(s, p, e, lies_at(s, p, e), item == 0 ? s->point : item - 1, false, fx);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct spot_state *s = n->state;
    const struct spot_props *p = node_props(n, e);
    int step = ev->key == KEY_RIGHT || ev->key == KEY_DOWN ? 1 : -1, photos = s->deal.photos;
    switch (ev->kind) {
    case NODE_DOWN: break;
    case NODE_MOVE:
        if (ev->item == 0) hold(s, p, e, ev);
        break;
    case NODE_UP:
    case NODE_CANCEL:
        if (ev->item == 0) drop(s, p, e, ev->kind == NODE_CANCEL, fx);
        break;
    case NODE_ACTIVATE: activate(s, p, e, ev->item, fx); break;
    case NODE_KEY:
        if (s->mode == SPOT_ASK) s->point = s->point < 0 ? (step > 0 ? 0 : photos - 1) : (s->point + step + photos) % photos;
        break;
    }
}

/* ---- time */
/* As if it had long been found; of kinds: the one that is named. */
static void show_end(struct spot_state *s, struct env *e, int found) {
    for (int i = 0; s->deal.of_kinds && i < s->deal.photos; i++)
        if (s->deal.kind[i] == found - 1 && i != s->deal.right) {
            spot_deal_aim(&s->deal, i);
            e->relayout = true;
        }
    begin(s, e, SPOT_MATCH);
    s->since -= 60000;
    s->swing = s->hint = -1;
    s->told = true;
}

/* What others did to the variables. True: nothing else may happen in this step. */
static bool obey(struct spot_state *s, const struct spot_props *p, struct env *e, struct effects *fx) {
    int found = (int)vars_num(e->vars, p->found, 0);
    bool of_kinds = p->kinds.n && vars_hold(e->vars, &p->kinds_if);
    if (vars_num(e->vars, p->deal, 0) != 0) {
        next_deal(s, p, e, fx);
        return true;
    }
    if (counter_of(p, e) != s->deal.counter || of_kinds != s->deal.of_kinds) fresh(s, p, e, counter_of(p, e));
    if (found && s->mode != SPOT_MATCH) show_end(s, e, found);
    else if (!found && s->mode == SPOT_MATCH && s->told) fresh(s, p, e, s->deal.counter);
    int answer = p->answer ? (int)vars_num(e->vars, p->answer, 0) : 0;
    if (answer == 0) return false;
    effects_set_num(fx, p->answer, 0);
    for (int i = 0; i < s->deal.photos; i++)
        if (answer - 1 == (s->deal.of_kinds ? s->deal.kind[i] : i)) {
            activate(s, p, e, i + 1, fx);
            break;
        }
    return false;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct spot_state *s = n->state;
    const struct spot_props *p = node_props(n, e);
    if (obey(s, p, e, fx)) {
        env_next_frame(e);
        return;
    }
    keep_time(s, p, e, fx);
    if (s->swing >= 0) {
        float left = swing_lasts(s) - spot_ms(e, s->swing_at);
        if (left <= 0 && s->no) hint(s, e);
        else if (left <= 0) s->swing = -1;
        else if (e->still) env_wake_at(e, s->swing_at + (int64_t)swing_lasts(s));
        else env_next_frame(e);
    }
    if (spot_ms(e, s->glow_at) < SPOT_GLOW_MS) env_wake_at(e, s->glow_at + SPOT_GLOW_MS);
}

const struct element_kind ELEMENT_SPOT_MATCH = {
    .name = "spot-match", .help = "The game of the same spots: drag a patch of coat to the right photo, or touch the photo.",
    .fields = FIELDS, .props_size = sizeof(struct spot_props), .state_size = sizeof(struct spot_state),
    .load = load, .init = init, .arrange = spot_match_arrange, .tick = tick, .draw = spot_match_draw, .event = event};
