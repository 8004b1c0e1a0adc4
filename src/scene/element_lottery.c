/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_lottery.c - the cub lottery: few dens in a bank against a hillside of many. A touch tosses a den, the hill or all;
 * the outcome of the small side takes its place in a chart of all outcomes; years run on both sides by themselves. */
#include <scene/lottery_look.h>
#include <string.h>

#define AT(m) .offset = offsetof(struct lottery_bank, m)
static const struct field BANK[] = {
    {.name = "at", .type = FIELD_POINT, AT(at), .unit = "canvas px", .help = "Threshold of the first den."},
    {.name = "gap", .type = FIELD_NUM, AT(gap), .def = "226", .unit = "canvas px", .help = "From den to den."},
    {.name = "width", .type = FIELD_NUM, AT(width), .max = 600, .def = "196", .unit = "canvas px", .help = "Width of a den."},
    {.name = "height", .type = FIELD_NUM, AT(height), .max = 600, .def = "152", .unit = "canvas px", .help = "Height of a den."},
    {.name = "token", .type = FIELD_NUM, AT(token), .max = 400, .def = "108", .unit = "canvas px", .help = "Size of a cub's token."},
    {.name = "fall", .type = FIELD_NUM, AT(fall), .def = "9000", .unit = "canvas px", .help = "Where the bank falls to the valley."},
    {.name = "fill", .type = FIELD_COLOR, AT(fill), .def = "#152B31", .help = "Colour of its crest."},
    {.name = "foot", .type = FIELD_COLOR, AT(foot), .def = "#0A1A1F", .help = "Colour of its foot."},
    {.name = "rim", .type = FIELD_COLOR, AT(rim), .def = "#9DB9BF", .help = "Snow on its crest."},
    {.name = "shell", .type = FIELD_COLOR, AT(shell), .def = "#C9DDE2", .help = "Snow round a den."},
    {.name = "dark", .type = FIELD_COLOR, AT(dark), .def = "#04090B", .help = "Inside a den."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct lottery_hill, m)
static const struct field HILL[] = {
    {.name = "at", .type = FIELD_POINT, AT(at), .unit = "canvas px", .help = "Threshold of the first den of the top terrace."},
    {.name = "columns", .type = FIELD_INT, AT(columns), .min = 1, .max = LOTTERY_FAMILIES, .def = "15", .help = "Dens on a terrace."},
    {.name = "gap", .type = FIELD_NUM, AT(gap), .def = "60.5", .unit = "canvas px", .help = "From den to den."},
    {.name = "step", .type = FIELD_NUM, AT(step), .def = "76", .unit = "canvas px", .help = "From terrace to terrace."},
    {.name = "width", .type = FIELD_NUM, AT(width), .max = 600, .def = "46", .unit = "canvas px", .help = "Width of a den."},
    {.name = "height", .type = FIELD_NUM, AT(height), .max = 600, .def = "34", .unit = "canvas px", .help = "Height of a den."},
    {.name = "token", .type = FIELD_NUM, AT(token), .max = 400, .def = "24", .unit = "canvas px", .help = "Size of a cub's token."},
    {.name = "cliff", .type = FIELD_NUM, AT(cliff), .def = "-9000", .unit = "canvas px", .help = "Where the terraces begin."},
    {.name = "fill", .type = FIELD_COLOR, AT(fill), .def = "#24434B", .help = "Colour of the top terrace."},
    {.name = "foot", .type = FIELD_COLOR, AT(foot), .def = "#10252B", .help = "Colour of the lowest terrace."},
    {.name = "rim", .type = FIELD_COLOR, AT(rim), .def = "#8FB0B8", .help = "Snow on the terraces."},
    {.name = "shell", .type = FIELD_COLOR, AT(shell), .def = "#B9D3D8", .help = "Snow round a den."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct lottery_grid, m)
static const struct field GRID[] = {
    {.name = "at", .type = FIELD_POINT, AT(at), .unit = "canvas px", .help = "Its top left."},
    {.name = "square", .type = FIELD_NUM, AT(square), .max = 200, .def = "25", .unit = "canvas px", .help = "Side of a square."},
    {.name = "pitch", .type = FIELD_NUM, AT(pitch), .max = 200, .def = "33", .unit = "canvas px", .help = "From square to square."},
    {.name = "columns", .type = FIELD_INT, AT(columns), .min = 1, .max = LOTTERY_YEARS, .def = "16", .help = "Squares in a row."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct lottery_card, m)
static const struct field CARD[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "Its name."},
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Its picture, square."},
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "What it says."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct lottery_props, m)
#define VAR(key, m, req, text) {.name = key, .type = FIELD_VAR, AT(m), .flags = req, .help = text}
#define PIECE(key, m, kind, text) {.name = key, .type = FIELD_STRUCT, AT(m), .sub = kind, .help = text}
static const struct field FIELDS[] = {
    VAR("few", few, FIELD_REQUIRED, "Variable: families of the small side; with their cubs no more than six tokens."),
    VAR("many", many, FIELD_REQUIRED, "Variable: families on the hill, up to 64."),
    VAR("cubs", cubs, FIELD_REQUIRED, "Variable: cubs of a family, 1 to 3."),
    VAR("years", years, FIELD_REQUIRED, "Variable: years of a run, up to 100."),
    VAR("cards", cards, FIELD_REQUIRED, "Variable: chance of a card in a year without one, per cent."),
    VAR("shut", shut, FIELD_REQUIRED, "Variable: years for which a card shuts one den on each side."),
    VAR("command", command, FIELD_REQUIRED, "Variable that a button sets to toss or run; it goes back to none."),
    VAR("stage", stage, 0, "Variable set to how it stands: ready, boys, twice, run, done."),
    VAR("chance", chance, 0, "Variable set to N: one year in N has boys alone on the small side."),
    VAR("twice", twice, 0, "Variable set to the same for two years running."),
    VAR("year", year, 0, "Variable set to the year of the run, 0 outside of one."),
    VAR("bad-few", bad_few, 0, "Variable set to the years of boys alone on the small side in the run."),
    VAR("bad-many", bad_many, 0, "Variable set to the same on the hill."),
    {.name = "seed", .type = FIELD_INT, AT(seed), .def = "1", .help = "What lies in the dens before the first toss; later the moment of touching decides."},
    {.name = "boy", .type = FIELD_TEXT, AT(boy), .flags = FIELD_REQUIRED, .help = "Word for a male cub, read aloud."},
    {.name = "girl", .type = FIELD_TEXT, AT(girl), .flags = FIELD_REQUIRED, .help = "Word for a female cub, read aloud."},
    {.name = "den-label", .type = FIELD_TEXT, AT(den_label), .flags = FIELD_REQUIRED, .help = "What a den is called when read aloud; {inside} names its cubs."},
    {.name = "hill-label", .type = FIELD_TEXT, AT(hill_label), .flags = FIELD_REQUIRED, .help = "What the hill is called when read aloud."},
    {.name = "girl-file", .type = FIELD_ASSET, AT(file[0]), .flags = FIELD_REQUIRED, .help = "Token of a female cub, square."},
    {.name = "boy-file", .type = FIELD_ASSET, AT(file[1]), .flags = FIELD_REQUIRED, .help = "Token of a male cub, square."},
    {.name = "girl-small", .type = FIELD_ASSET, AT(small[0]), .flags = FIELD_REQUIRED, .help = "Small token on the hill, square."},
    {.name = "boy-small", .type = FIELD_ASSET, AT(small[1]), .flags = FIELD_REQUIRED, .help = "Small token on the hill, square."},
    PIECE("bank", bank, BANK, "The small side."),
    PIECE("hill", hill, HILL, "The large side."),
    PIECE("chart", chart, GRID, "All outcomes of a year on the small side."),
    PIECE("pairs", pairs, GRID, "All outcomes of two years running; as many columns as outcomes."),
    PIECE("run-few", run[0], GRID, "The years of a run, small side."),
    PIECE("run-many", run[1], GRID, "The years of a run, large side."),
    {.name = "card-kinds", .type = FIELD_LIST, AT(card_kinds), .sub = CARD, .sub_size = sizeof(struct lottery_card), .help = "Cards that turn up in a run."},
    {.name = "card-at", .type = FIELD_POINT, AT(card_at), .unit = "canvas px", .help = "Middle of the card."},
    {.name = "cell", .type = FIELD_COLOR, AT(cell), .def = "#35646D", .help = "A square of a chart."},
    {.name = "cell-seen", .type = FIELD_COLOR, AT(cell_seen), .def = "#6FA6A8", .help = "An outcome that has come up, a year that is over."},
    {.name = "cell-empty", .type = FIELD_COLOR, AT(cell_empty), .def = "#1B3A42", .help = "A year to come."},
    {.name = "ember", .type = FIELD_COLOR, AT(ember), .def = "ember-500", .help = "Boys alone."},
    {.name = "ember-rim", .type = FIELD_COLOR, AT(ember_rim), .def = "#FFD2C4", .help = "Its edge."},
    {.name = "glow", .type = FIELD_COLOR, AT(glow), .def = "#A03A28", .help = "Glow of the dens when all cubs are boys."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct lottery_props *p = props;
    if (p->card_kinds.n <= LOTTERY_CARDS) return true;
    diag_error(le->diag, node_at(n, "card-kinds"), "'card-kinds' has %d cards (give %d at most)", p->card_kinds.n, (int)LOTTERY_CARDS);
    return false;
}

/* ---- rules */
static int rule(const struct env *e, const char *var, int lo, int hi) {
    double v = vars_num(e->vars, var, lo);
    return v >= hi ? hi : v > lo ? (int)v : lo;
}

int lottery_outcomes(const struct lottery_state *s) { return (int)lottery_one_in(s->side[0].families, s->rules.cubs); }

int lottery_place(const struct lottery_state *s, unsigned outcome) {
    unsigned n = (unsigned)lottery_outcomes(s), step = n > 10 ? (n / 2 - 5) | 1u : 1;
    return (int)(outcome * step % n);
}

static void init(struct node *n, struct env *e) {
    struct lottery_state *s = n->state;
    const struct lottery_props *p = node_props(n, e);
    s->rules = (struct lottery_rules){.cubs = rule(e, p->cubs, 1, LOTTERY_CUBS), .card = rule(e, p->cards, 0, 100) / 100.0,
                                      .shut = rule(e, p->shut, 1, LOTTERY_YEARS), .kinds = p->card_kinds.n};
    s->years = rule(e, p->years, 1, LOTTERY_YEARS);
    s->side[0] = (struct lottery_side){.families = rule(e, p->few, 1, LOTTERY_BITS / s->rules.cubs), .shut = -1};
    s->side[1] = (struct lottery_side){.families = rule(e, p->many, 1, LOTTERY_FAMILIES), .shut = -1};
    s->rng = (uint32_t)p->seed;
    for (int k = 0; k < 2; k++) lottery_toss_all(&s->side[k], s->rules.cubs, &s->rng);
    s->now = s->before = -1;
}

static void tell(const char *var, double v, struct effects *fx) {
    if (var) effects_set_num(fx, var, v);
}

static void say(const char *var, const char *word, struct effects *fx) {
    if (var) effects_set(fx, var, (struct value){.kind = VALUE_WORD, .word = word});
}

/* ---- tossing */
static void stir(struct lottery_state *s, const struct env *e) { s->rng = (uint32_t)hash_u64(s->rng + 1u, (uint64_t)e->now); }

float lottery_air(const struct lottery_state *s, const struct env *e, const struct lottery_props *p, int side, int den, int k) {
    if (!s->from[side][den] || e->still) return -1;
    int wait = side ? den % p->hill.columns * LOTTERY_WAVE_MS + k * 20 : k * LOTTERY_NEXT_MS;
    float ms = (float)(e->now - s->from[side][den] - wait);
    return ms < LOTTERY_TOSS_MS ? fmaxf(ms, 0) : -1;
}

static bool flying(const struct lottery_state *s, const struct env *e, const struct lottery_props *p, int side) {
    for (int i = 0; i < s->side[side].families; i++)
        for (int k = 0; k < s->rules.cubs; k++)
            if (lottery_air(s, e, p, side, i, k) >= 0) return true;
    return false;
}

/* A run that is under way or over is put away by the next toss. */
static void leave_run(struct lottery_state *s, const struct lottery_props *p, struct effects *fx) {
    if (s->mode == LOTTERY_PLAY) return;
    say(p->stage, "ready", fx);
    tell(p->year, 0, fx);
    s->mode = LOTTERY_PLAY;
    s->card_at = 0;
    for (int k = 0; k < 2; k++) s->side[k].shut = -1;
}

static void throw_den(struct lottery_state *s, const struct env *e, int side, int den, int after) {
    s->was[side][den] = s->side[side].boys[den];
    lottery_toss(&s->side[side], den, s->rules.cubs, &s->rng);
    s->from[side][den] = e->now + after;
}

static void toss_side(struct lottery_state *s, const struct env *e, int side) {
    for (int i = 0; i < s->side[side].families; i++) throw_den(s, e, side, i, side ? 0 : i * s->rules.cubs * LOTTERY_NEXT_MS);
}

/* A toss of all is the next year; a den tossed by itself is tried again in the same year. */
static void toss(struct lottery_state *s, const struct lottery_props *p, const struct env *e, int den, struct effects *fx) {
    stir(s, e);
    leave_run(s, p, fx);
    s->glowing = 0;
    if (den < 0 && !s->open) s->new_year = true;
    if (den < 0) toss_side(s, e, 0);
    else throw_den(s, e, 0, den, 0);
    s->open = true;
}

static void toss_hill(struct lottery_state *s, const struct lottery_props *p, const struct env *e, struct effects *fx) {
    stir(s, e);
    leave_run(s, p, fx);
    toss_side(s, e, 1);
}

/* The tokens lie: their outcome goes to its place. */
static void settle(struct lottery_state *s, const struct lottery_props *p, struct env *e, struct effects *fx) {
    unsigned last = (unsigned)lottery_outcomes(s) - 1, now = lottery_outcome(&s->side[0], s->rules.cubs);
    if (s->new_year) s->before = s->now;
    s->now = (int)now;
    s->seen |= (uint64_t)1 << now;
    s->open = s->new_year = false;
    s->marked = e->now;
    s->glowing = now == last ? e->now : 0;
    say(p->stage, now != last ? "ready" : s->before == (int)last ? "twice" : "boys", fx);
    e->relayout = true;    /* the dens' names */
}

/* ---- years */
static void begin_run(struct lottery_state *s, const struct lottery_props *p, struct env *e, struct effects *fx) {
    stir(s, e);
    leave_run(s, p, fx);
    memset(s->from, 0, sizeof s->from);
    s->open = s->new_year = false;
    s->glowing = 0;
    s->now = s->before = -1;
    s->mode = LOTTERY_RUN;
    s->since = e->now;
    s->year = s->bad[0] = s->bad[1] = 0;
    s->run = (struct lottery_run){.rules = s->rules, .side = {s->side[0], s->side[1]}, .rng = s->rng};
    say(p->stage, "run", fx);
}

static void one_year(struct lottery_state *s, const struct env *e) {
    struct lottery_year y = lottery_next(&s->run);
    if (y.card >= 0) {
        s->card = y.card;
        s->card_at = e->now;
    }
    for (int k = 0; k < 2; k++) {
        s->side[k] = s->run.side[k];
        s->hit[k][s->year] = y.boys[k];
        s->bad[k] += y.boys[k];
    }
    s->year++;
}

static void keep_years(struct lottery_state *s, const struct lottery_props *p, struct env *e, struct effects *fx) {
    int due = e->still ? s->years : (int)((e->now - s->since) / LOTTERY_YEAR_MS) + 1, before = s->year;
    while (s->year < s->years && s->year < due) one_year(s, e);
    if (s->year != before) {
        tell(p->year, s->year, fx);
        tell(p->bad_few, s->bad[0], fx);
        tell(p->bad_many, s->bad[1], fx);
    }
    if (s->year < s->years) {
        env_wake_at(e, s->since + (int64_t)s->year * LOTTERY_YEAR_MS);
        return;
    }
    s->mode = LOTTERY_DONE;
    s->rng = s->run.rng;
    for (int k = 0; k < 2; k++) s->side[k].shut = -1;
    if (e->still) s->card_at = 0;
    say(p->stage, "done", fx);
    e->relayout = true;
}

/* ---- time */
static void obey(struct lottery_state *s, const struct lottery_props *p, struct env *e, struct effects *fx) {
    struct value v = vars_get(e->vars, p->command);
    bool all = v.kind == VALUE_WORD && str_eq(v.word, "toss"), years = v.kind == VALUE_WORD && str_eq(v.word, "run");
    if (!all && !years) return;
    say(p->command, "none", fx);
    if (years) {
        begin_run(s, p, e, fx);
        return;
    }
    toss(s, p, e, -1, fx);
    toss_side(s, e, 1);
}

static void keep_card(struct lottery_state *s, struct env *e) {
    if (!s->card_at) return;
    int64_t age = e->now - s->card_at;
    if (age >= LOTTERY_CARD_MS) s->card_at = 0;
    else if (age < LOTTERY_CARD_IN_MS || age >= LOTTERY_CARD_MS - LOTTERY_CARD_IN_MS) env_next_frame(e);
    else env_wake_at(e, s->card_at + LOTTERY_CARD_MS - LOTTERY_CARD_IN_MS);
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct lottery_state *s = n->state;
    const struct lottery_props *p = node_props(n, e);
    double one_in = lottery_outcomes(s);
    if (p->chance && vars_num(e->vars, p->chance, 0) != one_in) tell(p->chance, one_in, fx);
    if (p->twice && vars_num(e->vars, p->twice, 0) != one_in * one_in) tell(p->twice, one_in * one_in, fx);
    obey(s, p, e, fx);
    if (s->mode == LOTTERY_RUN) keep_years(s, p, e, fx);
    bool few = flying(s, e, p, 0);
    if (s->open && !few) settle(s, p, e, fx);
    keep_card(s, e);
    bool moves = few || flying(s, e, p, 1) || (s->now >= 0 && e->now - s->marked < LOTTERY_FLY_MS) ||
                 (s->glowing && e->now - s->glowing < LOTTERY_GLOW_MS);
    if (moves && !e->still) env_next_frame(e);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct lottery_state *s = n->state;
    const struct lottery_props *p = node_props(n, e);
    if (ev->kind != NODE_ACTIVATE) return;
    if (ev->item == LOTTERY_HILL) toss_hill(s, p, e, fx);
    else if (ev->item >= 0 && ev->item < s->side[0].families) toss(s, p, e, ev->item, fx);
}

static const char *const ARGS[] = {"inside", NULL};
const struct element_kind ELEMENT_LOTTERY = {
    .name = "lottery", .help = "Few dens and a hillside of many, whose cubs are boys or girls by chance; its charts count what is possible.",
    .fields = FIELDS, .props_size = sizeof(struct lottery_props), .state_size = sizeof(struct lottery_state), .multi = true,
    .load = load, .init = init, .arrange = lottery_arrange, .tick = tick, .draw = lottery_draw, .event = event, .args = ARGS};
