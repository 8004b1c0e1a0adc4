/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_threads.c - troubles on one side, answers on the other, threads between them. The chosen one is a variable; once
 * chosen, a thread is answered for good. */
#include <scene/knob.h>
#include <scene/threads_view.h>
#include <scene/track.h>
#include <string.h>

#define AT(m) .offset = offsetof(struct threads_item, m)
static const struct field ITEM_FIELDS[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "Name of the thread."},
    {.name = "icon", .type = FIELD_ID, AT(icon), .flags = FIELD_REQUIRED, .help = "Icon of the trouble."},
    {.name = "label", .type = FIELD_TEXT, AT(label), .flags = FIELD_REQUIRED, .help = "The trouble, in a word or two."},
    {.name = "year", .type = FIELD_TEXT, AT(year), .flags = FIELD_REQUIRED, .help = "When something was done about it."},
    {.name = "answer", .type = FIELD_TEXT, AT(answer), .flags = FIELD_REQUIRED, .help = "What was done about it."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct threads_props, m)
#define STAGE .unit = "stage px"
#define PX .unit = "canvas px"
static const struct field FIELDS[] = {
    {.name = "var", .type = FIELD_VAR, AT(var), .flags = FIELD_REQUIRED, .help = "Variable with the chosen thread: 1 = the first, 0 = none."},
    {.name = "helped", .type = FIELD_VAR, AT(helped), .flags = FIELD_REQUIRED, .help = "Variable with the number of answers that were reached."},
    {.name = "light", .type = FIELD_VAR, AT(light), .help = "Variable that follows the number of answers slowly, for tracks."},
    {.name = "hidden-if", .type = FIELD_COND, AT(hidden_if), .help = "The answers, and troubles with their names below them, give way to a card while all of this holds."},
    {.name = "items", .type = FIELD_LIST, AT(items), .flags = FIELD_REQUIRED, .help = "The threads, from above.", .sub = ITEM_FIELDS, .sub_size = sizeof(struct threads_item)},
    {.name = "wait", .type = FIELD_TEXT, AT(wait), .flags = FIELD_REQUIRED, .help = "Stands at the first answer that was not reached yet, the others wait without words; spoken of each."},
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Picture in the round middle."},
    {.name = "lids", .type = FIELD_ASSET, AT(lids), .help = "Laid over it for a moment when an answer is reached: closed eyes."},
    {.name = "file-w", .type = FIELD_NUM, AT(file_w), .min = 40, .max = 1000, .def = "400", PX, .help = "Width of the picture."},
    {.name = "file-y", .type = FIELD_NUM, AT(file_y), .def = "-180", PX, .help = "Its top, from the middle's centre."},
    {.name = "middle", .type = FIELD_POINT, AT(middle), .flags = FIELD_REQUIRED, STAGE, .help = "Centre of the middle."},
    {.name = "middle-r", .type = FIELD_NUM, AT(r), .min = 60, .max = 400, .def = "170", PX, .help = "Radius of the middle without its rim."},
    {.name = "from", .type = FIELD_NUM, AT(from), .max = 1900, .def = "392", STAGE, .help = "The troubles stand at this distance from the start side."},
    {.name = "to", .type = FIELD_NUM, AT(to), .max = 1900, .def = "1262", STAGE, .help = "The answers stand at this distance from the start side."},
    {.name = "first", .type = FIELD_NUM, AT(first), .max = 1900, .def = "252", STAGE, .help = "Height of the first thread."},
    {.name = "step", .type = FIELD_NUM, AT(step), .min = 112, .max = 400, .def = "124", PX, .help = "From one thread to the next."},
    {.name = "reach", .type = FIELD_NUM, AT(reach), .max = 900, .def = "220", PX, .help = "How far a thread goes straight on from its ends before it bends."},
    {.name = "bend", .type = FIELD_POINT, AT(bend), .def = "[320, 0]", PX, .help = "Where threads come from at the middle: so far to the side, so far below."},
    {.name = "label-w", .type = FIELD_NUM, AT(label_w), .min = 60, .max = 600, .def = "196", PX, .help = "Width for the name of a trouble."},
    {.name = "label-below", .type = FIELD_BOOL, AT(below), .help = "Names stand below their discs, else before them."},
    {.name = "answer-w", .type = FIELD_NUM, AT(answer_w), .min = 200, .max = 900, .def = "562", PX, .help = "Width of an answer, from its disc on."},
    {.name = "answer-h", .type = FIELD_NUM, AT(answer_h), .min = 81, .max = 400, .def = "92", PX, .help = "Height of an answer; two languages may make it higher."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct threads_props *p = props;
    bool ok = p->items.n >= 1 && p->items.n <= THREADS_MAX;
    if (!ok) diag_error(le->diag, node_at(n, "items"), "'items' has %d threads (give 1 to %d)", p->items.n, THREADS_MAX);
    for (int i = 0; i < p->items.n; i++) ok &= icon_known(le, node_item_at(n, "items", i, "icon"), threads_item(p, i)->icon, "");
    return ok;
}

/* ---- geometry */
bool threads_mirrored(const struct node *n, const struct env *e) { return e->rtl && !node_common(n, e)->keep_side; }

struct vec2 threads_at(const struct node *n, const struct env *e, struct vec2 at) {
    return (struct vec2){e->stage.x + (threads_mirrored(n, e) ? e->stage.w - at.x : at.x), e->stage.y + at.y};
}

struct box threads_box(const struct node *n, const struct env *e, struct box b) {
    struct vec2 a = threads_at(n, e, (struct vec2){threads_mirrored(n, e) ? b.x + b.w : b.x, b.y});
    return (struct box){a.x, a.y, b.w, b.h};
}

void threads_curve(const struct threads_props *p, int i, bool far, struct vec2 out[4]) {
    float y = threads_y(p, i), side = far ? 1 : -1;
    struct vec2 end = {far ? p->to : p->from, y}, bent = {end.x - side * p->reach, y};
    struct vec2 in = {p->middle.x + side * p->bend.x, p->middle.y + p->bend.y};
    out[0] = far ? p->middle : end;
    out[1] = far ? in : bent;
    out[2] = far ? bent : in;
    out[3] = far ? end : p->middle;
}

struct vec2 threads_on(const struct vec2 c[4], float t) {
    float u = 1 - t, a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, f = t * t * t;
    return (struct vec2){a * c[0].x + b * c[1].x + d * c[2].x + f * c[3].x, a * c[0].y + b * c[1].y + d * c[2].y + f * c[3].y};
}

struct box threads_pill(const struct threads_props *p, const struct threads_state *s, int i) {
    return (struct box){p->to, threads_y(p, i) - s->pill_h / 2, p->answer_w, s->pill_h};
}

struct box threads_card(const struct threads_props *p, int i, float h) {
    float x = p->to + THREADS_LEAF_LIT + 18, up = h / 2;
    if (i == threads_count(p) - 1) up = fminf(up, p->step * THREADS_CARD_STEPS / 2);      /* below the last there is room */
    return (struct box){x, threads_y(p, i) - up, p->to + p->answer_w - x, h};
}

struct box threads_label(const struct threads_props *p, int i) {
    float y = threads_y(p, i);
    float room = p->step - 2 * THREADS_DISC_LIT - 2;      /* above the next disc, a chosen one too */
    if (p->below) return (struct box){p->from - p->label_w / 2, y + THREADS_DISC_LIT, p->label_w, clampf(room, 40, THREADS_LABEL_H)};
    return (struct box){p->from - THREADS_DISC_LIT - 18 - p->label_w, y - THREADS_LABEL_H / 2, p->label_w, THREADS_LABEL_H};
}

/* ---- time */
static void init(struct node *n, struct env *e) {
    struct threads_state *s = n->state;
    (void)e;
    s->chosen = -1;
    s->blink_at = INT64_MIN / 2;
}

static void choose(struct threads_state *s, const struct env *e, int i) {
    s->chosen = i;
    if (i < 0) return;
    s->v[i].lit_at = e->now;
    if (s->v[i].helping) return;
    s->v[i].helping = true;
    s->v[i].help_at = e->now + (e->still ? 0 : THREADS_FEEL_MS);
}

/* What others did to the variables: so many answers, counted from the first. */
static void obey(struct threads_state *s, const struct threads_props *p, const struct env *e) {
    int n = threads_count(p), want = (int)clampf((float)vars_num(e->vars, p->helped, 0), 0, (float)n);
    int chosen = (int)clampf((float)vars_num(e->vars, p->var, 0), 0, (float)n) - 1;
    if (want != s->count) {
        for (int i = 0; i < n; i++) s->v[i] = (struct threads_thread){.helping = i < want, .helped = i < want, .lit_at = e->now, .help_at = e->now - 60000};
        s->count = want;
        s->chosen = -1;
    }
    if (chosen != s->chosen) choose(s, e, chosen);
}

static bool reach_answers(struct threads_state *s, const struct threads_props *p, struct env *e, struct effects *fx) {
    bool moving = false;
    for (int i = 0; i < threads_count(p); i++) {
        struct threads_thread *t = &s->v[i];
        moving |= i == s->chosen && threads_ms(e, t->lit_at) < THREADS_LIT_MS;
        moving |= t->helping && threads_ms(e, t->help_at) < THREADS_HELP_MS;
        if (!t->helping || t->helped || threads_ms(e, t->help_at) < THREADS_RUN_MS) continue;
        t->helped = true;
        s->blink_at = e->now;
        effects_set_num(fx, p->helped, ++s->count);
    }
    return moving || threads_ms(e, s->blink_at) < THREADS_BLINK_MS;
}

static bool follow_light(struct threads_state *s, const struct threads_props *p, const struct env *e, struct effects *fx) {
    float to = (float)s->count;
    if (to != s->light_to) {
        s->light_from = s->light;
        s->light_to = to;
        s->light_at = e->now;
    }
    if (s->light == to) return false;
    s->light = lerpf(s->light_from, to, ease(EASE_IN_OUT, clampf(threads_ms(e, s->light_at) / THREADS_LIGHT_MS, 0, 1)));
    if (p->light) effects_set_num(fx, p->light, (double)s->light);
    return true;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct threads_state *s = n->state;
    const struct threads_props *p = node_props(n, e);
    bool ambient = false, moving = false;
    obey(s, p, e);
    moving |= reach_answers(s, p, e, fx);
    moving |= follow_light(s, p, e, fx);
    env_ambient(e, &ambient);
    if (moving || ambient) env_next_frame(e);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct threads_props *p = node_props(n, e);
    if (ev->kind != NODE_ACTIVATE || ev->item < 0 || ev->item >= 2 * THREADS_MAX) return;
    effects_set_num(fx, p->var, ev->item % THREADS_MAX + 1);
}

const struct element_kind ELEMENT_THREADS = {
    .name = "threads", .help = "Troubles at one side, answers at the other: a touch on a trouble turns its barbed thread into a green one.",
    .fields = FIELDS, .props_size = sizeof(struct threads_props), .state_size = sizeof(struct threads_state),
    .load = load, .init = init, .arrange = threads_arrange, .tick = tick, .draw = threads_draw, .event = event};
