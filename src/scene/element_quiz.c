/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_quiz.c - a quiz for one team or several, turn by turn. Every answer is told why, and where the journey shows it; all
 * right answers together are the spots of one paper animal. Nobody loses. The game rests in variables of the journey, so that
 * it is as it was when a visitor comes back from the scene that tells an answer. */
#include <draw/icons.h>
#include <scene/quiz_look.h>
#include <string.h>

static const char *const LEVELS[] = {"all", "more", NULL};
static const char *const SHAPES[] = {"triangle", "circle", "square", "diamond", NULL};
#define AT(m) .offset = offsetof(struct quiz_answer, m)
static const struct field ANSWER[] = {
    {.name = "text", .type = FIELD_TEXT, AT(text), .flags = FIELD_REQUIRED, .help = "What the plate says."},
    {.name = "pictures", .type = FIELD_ASSETS, AT(pictures), .help = "Up to two pictures on the plate, shown as silhouettes."},
    {.name = "icon", .type = FIELD_ID, AT(icon), .help = "An icon instead of a picture."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct quiz_question, m)
static const struct field QUESTION[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "Its name."},
    {.name = "level", .type = FIELD_ENUM, AT(level), .extra = LEVELS, .def = "all", .help = "more: drawn only while the visitor wants to know more."},
    {.name = "ask", .type = FIELD_TEXT, AT(ask), .flags = FIELD_REQUIRED, .help = "The question."},
    {.name = "right", .type = FIELD_STRUCT, AT(right), .flags = FIELD_REQUIRED, .sub = ANSWER, .help = "The right answer."},
    {.name = "wrong", .type = FIELD_LIST, AT(wrong), .flags = FIELD_REQUIRED, .sub = ANSWER, .sub_size = sizeof(struct quiz_answer), .help = "One to three wrong answers."},
    {.name = "explain", .type = FIELD_TEXT, AT(explain), .flags = FIELD_REQUIRED, .help = "Why it is so, with year and place."},
    {.name = "scene", .type = FIELD_SCENE, AT(scene), .help = "The scene that shows it."},
    {.name = "facts", .type = FIELD_FACTS, AT(facts), .flags = FIELD_REQUIRED, .help = "Facts behind the answer; the leaf opens their sources."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct quiz_team, m)
static const struct field TEAM[] = {
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "Its name."},
    {.name = "shape", .type = FIELD_ENUM, AT(shape), .extra = SHAPES, .def = "circle", .help = "Shape of its sign."},
    {.name = "color", .type = FIELD_COLOR, AT(color), .flags = FIELD_REQUIRED, .help = "Colour of its sign on dark."},
    {.name = "deep", .type = FIELD_COLOR, AT(deep), .flags = FIELD_REQUIRED, .help = "Colour of its spots on paper."},
    {.name = "player", .type = FIELD_ASSET, AT(player), .help = "One of the team, down to the waist, its sign in its hands: stands on the plates of the start. Without it the signs alone lie there."},
    {0}};
static const struct field CHOICE[] = {
    {.name = "label", .type = FIELD_TEXT, .offset = offsetof(struct quiz_choice, label), .flags = FIELD_REQUIRED, .help = "What the plate says."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct quiz_coat, m)
static const struct field COAT[] = {
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "The animal without spots."},
    {.name = "at", .type = FIELD_POINT, AT(at), .unit = "canvas px", .help = "Its top left."},
    {.name = "width", .type = FIELD_NUM, AT(width), .flags = FIELD_POSITIVE, .max = 1900, .def = "1000", .unit = "canvas px", .help = "Its width."},
    {.name = "flank", .type = FIELD_NUMS, AT(flank), .flags = FIELD_REQUIRED, .max = 1, .help = "Where spots may be: left, top, right, bottom, as shares of the picture."},
    {.name = "spot", .type = FIELD_NUM, AT(spot), .flags = FIELD_POSITIVE, .max = 200, .def = "34", .unit = "canvas px", .help = "Radius of a spot."},
    {.name = "alt", .type = FIELD_TEXT, AT(alt), .flags = FIELD_REQUIRED, .help = "What the animal is called when read aloud."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct quiz_props, m)
#define VAR(key, m, text) {.name = key, .type = FIELD_VAR, AT(m), .flags = FIELD_REQUIRED, .help = text}
#define TEXT(key, m, text) {.name = key, .type = FIELD_TEXT, AT(m), .flags = FIELD_REQUIRED, .help = text}
static const struct field FIELDS[] = {
    VAR("stage", stage, "Variable: 0 start, 1 asked, 2 told, 3 end; set to 0 it begins anew. All variables of a quiz belong to the journey, so that it outlives a visit to another scene."),
    VAR("teams", teams, "Variable: number of teams, 0 = not chosen."),
    VAR("clock", clock, "Variable: 1 = twenty seconds a question."),
    VAR("drawn", drawn, "Variable that keeps the questions of this game."),
    VAR("given", given, "Variable that keeps the answers."),
    VAR("now", at, "Variable that keeps the number of the question now."),
    VAR("right", right, "Variable set to the right answers of all teams together."),
    {.name = "count", .type = FIELD_INT, AT(count), .min = 1, .max = QUIZ_ROUND, .def = "8", .help = "Questions of a game."},
    {.name = "cub-below", .type = FIELD_INT, AT(cub_below), .min = 0, .max = QUIZ_ROUND, .def = "4", .help = "Fewer right answers than that make a cub."},
    {.name = "seed", .type = FIELD_INT, AT(seed), .def = "1", .help = "What is drawn, together with the moment of touching."},
    {.name = "questions", .type = FIELD_LIST, AT(questions), .flags = FIELD_REQUIRED, .sub = QUESTION, .sub_size = sizeof(struct quiz_question), .help = "All questions."},
    {.name = "team-kinds", .type = FIELD_LIST, AT(team_kinds), .flags = FIELD_REQUIRED, .sub = TEAM, .sub_size = sizeof(struct quiz_team), .help = "The teams, one to four."},
    {.name = "choices", .type = FIELD_LIST, AT(choices), .flags = FIELD_REQUIRED, .sub = CHOICE, .sub_size = sizeof(struct quiz_choice), .help = "What the start says for one team, for two ..."},
    TEXT("number", number, "{number} of {of}: which question it is."),
    TEXT("turn", turn, "Whose turn it is; {team} is the name."),
    TEXT("yes", yes, "After a right answer; {answer} is the answer."),
    TEXT("no", no, "After another one; {answer} is the right answer."),
    TEXT("over", over, "When the time was over; {answer} is the right answer."),
    TEXT("next", next, "Button to the next question."),
    TEXT("last", last, "Button after the last question."),
    TEXT("show", show, "Button to the scene that tells the answer."),
    TEXT("source", source, "What the leaf is called when read aloud."),
    TEXT("spots", spots, "Above the spots that were won so far."),
    {.name = "coat", .type = FIELD_STRUCT, AT(coat), .flags = FIELD_REQUIRED, .sub = COAT, .help = "The paper animal of the end."},
    {.name = "cub", .type = FIELD_STRUCT, AT(cub), .flags = FIELD_REQUIRED, .sub = COAT, .help = "The cub that few right answers make."},
    {.name = "silhouette", .type = FIELD_COLOR, AT(silhouette), .def = "#BFE0DE", .help = "Colour of the pictures on the plates."},
    {0}};

/* ---- what an author may get wrong */
static bool in_range(const struct node *n, struct load_env *le, const char *key, int have, int lo, int hi, const char *what) {
    if (have >= lo && have <= hi) return true;
    diag_error(le->diag, node_at(n, key), "'%s' has %d %s (give %d to %d)", key, have, what, lo, hi);
    return false;
}

static bool known_icon(const char *name) {
    for (int i = 0; name && ICON_NAMES[i]; i++)
        if (!strcmp(ICON_NAMES[i], name)) return true;
    return !name;
}

static bool check_question(const struct node *n, struct load_env *le, int i, struct quiz_question *q) {
    bool icons = known_icon(q->right.icon);
    for (int k = 0; k < q->wrong.n; k++) icons &= known_icon(((const struct quiz_answer *)q->wrong.items)[k].icon);
    q->show = (struct action){.kind = ACT_GOTO, .arg = q->scene, .pos = n->pos};
    q->source = (struct action){.kind = ACT_SOURCES, .facts = q->facts, .pos = n->pos};
    if (!icons) diag_error(le->diag, node_item_at(n, "questions", i, "id"), "question '%s' has an icon that is none (see scenes/README.md for all icons)", q->id);
    if (q->wrong.n < 1 || q->wrong.n >= QUIZ_ANSWERS) {
        diag_error(le->diag, node_item_at(n, "questions", i, "wrong"), "question '%s' has %d wrong answers (give 1 to %d)", q->id, q->wrong.n, QUIZ_ANSWERS - 1);
        return false;
    }
    if (q->facts.n == 0) diag_error(le->diag, node_item_at(n, "questions", i, "facts"), "question '%s' has no fact (name at least one)", q->id);
    return icons && q->facts.n > 0;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct quiz_props *p = props;
    struct quiz_question *q = p->questions.items;
    bool ok = in_range(n, le, "questions", p->questions.n, 1, QUIZ_POOL, "questions");
    ok &= in_range(n, le, "team-kinds", p->team_kinds.n, 1, QUIZ_TEAMS, "teams");
    ok &= in_range(n, le, "choices", p->choices.n, 1, p->team_kinds.n, "choices");
    ok &= in_range(n, le, "coat", p->coat.flank.n, 4, 4, "numbers in 'flank'");
    ok &= in_range(n, le, "cub", p->cub.flank.n, 4, 4, "numbers in 'flank'");
    for (int i = 0; i < p->questions.n; i++) ok &= check_question(n, le, i, &q[i]);
    return ok;
}

/* ---- the game in its variables */
static int whole(const struct env *e, const char *var, int hi) {
    double v = vars_num(e->vars, var, 0);
    return v >= hi ? hi : v > 0 ? (int)v : 0;
}

void quiz_now(struct quiz_now *q, const struct quiz_props *p, const struct env *e) {
    *q = (struct quiz_now){.teams = whole(e, p->teams, p->choices.n), .stage = (enum quiz_stage)whole(e, p->stage, QUIZ_END)};
    quiz_unpack(&q->game, vars_num(e->vars, p->drawn, 0), vars_num(e->vars, p->given, 0), p->questions.n);
    q->at = whole(e, p->at, q->game.count);
    if (q->stage == QUIZ_START || !q->teams || !q->game.count) q->stage = QUIZ_START;
    else if (q->at == q->game.count) q->stage = QUIZ_END;
    else if (q->stage != QUIZ_END) q->stage = q->game.given[q->at] ? QUIZ_TOLD : QUIZ_ASK;
}

bool quiz_timed(const struct quiz_props *p, const struct env *e) { return vars_num(e->vars, p->clock, 0) != 0; }

static void tell(const struct quiz_props *p, const struct quiz_now *q, struct env *e, struct effects *fx) {
    effects_set_num(fx, p->stage, q->stage);
    effects_set_num(fx, p->at, q->at);
    effects_set_num(fx, p->drawn, quiz_drawn(&q->game));
    effects_set_num(fx, p->given, quiz_given(&q->game));
    effects_set_num(fx, p->right, quiz_score(&q->game));
    env_next_frame(e);
}

/* Questions of the visitor's level; the moment of touching decides which. */
static void begin(const struct quiz_props *p, struct env *e, struct effects *fx, int teams) {
    int from[QUIZ_POOL], n = 0;
    uint32_t rng = (uint32_t)hash_u64((uint64_t)p->seed, (uint64_t)e->now);
    struct quiz_now q = {.stage = QUIZ_ASK, .teams = teams};
    for (int i = 0; i < p->questions.n; i++)
        if (e->more || !quiz_question_at(p, i)->level) from[n++] = i;
    quiz_deal(&q.game, from, n, p->count, &rng);
    if (q.game.count == 0) return;
    effects_set_num(fx, p->teams, teams);
    tell(p, &q, e, fx);
}

static void answer(const struct quiz_props *p, struct quiz_now *q, struct env *e, int given, struct effects *fx) {
    q->game.given[q->at] = given;
    q->stage = QUIZ_TOLD;
    tell(p, q, e, fx);
}

/* ---- time */
float quiz_moves(const struct quiz_state *s) {
    if (s->now.stage == QUIZ_END) return (float)(QUIZ_SPOT_MS * quiz_score(&s->now.game) + QUIZ_POP_MS);
    return s->now.stage == QUIZ_TOLD ? QUIZ_FLY_AT + QUIZ_FLY_MS : QUIZ_TURN_MS;
}

static bool same(const struct quiz_now *a, const struct quiz_now *b) {
    return a->stage == b->stage && a->teams == b->teams && a->at == b->at && quiz_drawn(&a->game) == quiz_drawn(&b->game) &&
           quiz_given(&a->game) == quiz_given(&b->game);
}

static void keep_clock(const struct quiz_state *s, const struct quiz_props *p, struct env *e, struct effects *fx) {
    double past = e->t - s->asked;
    struct quiz_now q = s->now;
    if (past >= QUIZ_CLOCK) answer(p, &q, e, QUIZ_NONE, fx);
    else env_wake_at(e, e->now + 1 + (int64_t)((1 - (past - floor(past))) * 1000));
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct quiz_state *s = n->state;
    const struct quiz_props *p = node_props(n, e);
    struct quiz_now q;
    quiz_now(&q, p, e);
    if (whole(e, p->stage, QUIZ_END) == QUIZ_START && q.game.count) {       /* somebody wants to begin anew */
        tell(p, &(struct quiz_now){0}, e, fx);
        effects_set_num(fx, p->teams, 0);
        return;
    }
    if (!s->began || !same(&q, &s->now)) {
        if (q.stage == QUIZ_ASK) s->asked = e->t;
        s->since = s->began ? e->now : 0;
        s->began = true;
        s->page = 0;
        s->now = q;
        e->relayout = true;
    }
    if (quiz_ms(s, e) < quiz_moves(s)) env_next_frame(e);
    if (s->now.stage == QUIZ_ASK && quiz_timed(p, e)) keep_clock(s, p, e, fx);
}

/* ---- fingers */
static void press_plate(struct quiz_state *s, const struct quiz_props *p, struct quiz_now *q, struct env *e, int k, struct effects *fx) {
    if (q->stage == QUIZ_START && k < p->choices.n) begin(p, e, fx, k + 1);
    if (q->stage != QUIZ_ASK || !same(q, &s->now) || e->now - s->since < QUIZ_DEAF_MS) return;
    int n = quiz_question_at(p, q->game.question[q->at])->wrong.n;
    if (k <= n) answer(p, q, e, QUIZ_RIGHT + s->place[k], fx);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    struct quiz_state *s = n->state;
    const struct quiz_props *p = node_props(n, e);
    struct quiz_now q;
    if (ev->kind != NODE_ACTIVATE) return;
    quiz_now(&q, p, e);
    if (ev->item >= 0 && ev->item < QUIZ_ANSWERS) {
        press_plate(s, p, &q, e, ev->item, fx);
        return;
    }
    if (q.stage != QUIZ_TOLD || !same(&q, &s->now)) return;
    const struct quiz_question *asked = quiz_question_at(p, q.game.question[q.at]);
    if (ev->item == QUIZ_ITEM_NEXT) {
        q.at++;
        q.stage = q.at < q.game.count ? QUIZ_ASK : QUIZ_END;
        tell(p, &q, e, fx);
    } else if (ev->item == QUIZ_ITEM_SHOW && asked->scene) {
        effects_action(fx, n, &asked->show);
    } else if (ev->item == QUIZ_ITEM_SOURCE) {
        effects_action(fx, n, &asked->source);
    } else if (ev->item == QUIZ_ITEM_PAGE) {
        s->page++;
        e->relayout = true;
    }
}

static void init(struct node *n, struct env *e) {
    struct quiz_state *s = n->state;
    *s = (struct quiz_state){0};
    quiz_now(&s->now, node_props(n, e), e);
}

static const char *const ARGS[] = {"number", "of", "team", "answer", NULL};
const struct element_kind ELEMENT_QUIZ = {
    .name = "quiz", .help = "A quiz for one team or more, turn by turn; all right answers together are the spots of a paper animal.",
    .fields = FIELDS, .props_size = sizeof(struct quiz_props), .state_size = sizeof(struct quiz_state),
    .load = load, .init = init, .arrange = quiz_arrange, .tick = tick, .draw = quiz_draw, .event = event, .args = ARGS};
