/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_countdown.c - a snow clearing with firs around it; one becomes a dotted outline after the other while the time to
 * answer runs out. The seconds stand in it as a number. */
#include <draw/paper.h>
#include <scene/element.h>

struct props { int firs; float r, tree, number_y; rgba ground, tree_fill, snow; };
#define MAX_FIRS 32
struct state { uint64_t ground, fir[MAX_FIRS][2]; struct box firs[MAX_FIRS]; int n, shown; struct para number; };

static const struct field FIELDS[] = {
    {"firs", FIELD_INT, offsetof(struct props, firs), 0, 3, MAX_FIRS, "15", NULL, "how many trees stand round the clearing", NULL, NULL, 0},
    {"r", FIELD_NUM, offsetof(struct props, r), FIELD_POSITIVE, 0, 0, "330", "canvas px", "radius of the clearing", NULL, NULL, 0},
    {"tree", FIELD_NUM, offsetof(struct props, tree), FIELD_POSITIVE, 0, 0, "170", "canvas px", "height of a tree", NULL, NULL, 0},
    {"number-y", FIELD_NUM, offsetof(struct props, number_y), 0, 0, 0, "250", "canvas px", "where the seconds stand, below the middle", NULL, NULL, 0},
    {"ground", FIELD_COLOR, offsetof(struct props, ground), 0, 0, 0, "#DDE8EA", NULL, "snow of the clearing", NULL, NULL, 0},
    {"tree-color", FIELD_COLOR, offsetof(struct props, tree_fill), 0, 0, 0, "spruce-600", NULL, "colour of the trees", NULL, NULL, 0},
    {"snow-color", FIELD_COLOR, offsetof(struct props, snow), 0, 0, 0, "snow", NULL, "snow on the boughs", NULL, NULL, 0},
    {0}};

static struct vec2 middle(const struct node *n) { return (struct vec2){n->box.x + n->box.w / 2, n->box.y + n->box.h / 2}; }

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct vec2 c = middle(n);
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_circle(&v, c.x, c.y, p->r);
    vec_fill(&v, p->ground);
    vec_shadow_end(&v, 0, 12, 18, 0x020C1080u);
    s->ground = env_vec(e, &v, (struct box){c.x - p->r - 70, c.y - p->r - 60, 2 * p->r + 140, 2 * p->r + 150}, false);
    s->n = p->firs < MAX_FIRS ? p->firs : MAX_FIRS;
    for (int i = 0; i < s->n; i++) {
        float a = (float)i / (float)s->n * 6.2832f;
        float x = c.x + sinf(a) * (p->r - 26), y = c.y - cosf(a) * (p->r - 26);
        s->firs[i] = box_grow((struct box){x, y, 0, 0}, p->tree * 1.15f);
        for (int gone = 0; gone < 2; gone++) {
            vec_begin(&v, e->layout);
            paper_fir(&v, x, y, p->tree, a, p->tree_fill, p->snow, gone);
            s->fir[i][gone] = env_vec(e, &v, s->firs[i], false);
        }
    }
    s->shown = -1;
}

static int seconds_left(const struct env *e) { return (int)ceilf(e->visit->idle_left); }

static void tick(struct node *n, struct env *e, struct effects *fx) {
    (void)fx;
    struct state *s = n->state;
    if (e->visit->idle_total > 0) {
        float next = e->visit->idle_left - floorf(e->visit->idle_left);
        env_wake_at(e, e->now + (int64_t)(next * 1000) + 5);
    }
    if (seconds_left(e) == s->shown) return;
    s->shown = seconds_left(e);
    struct text_style st = {.token = STYLE_H3, .ink = 0x205C66FFu, .align = ALIGN_CENTER, .max_lines = 1};
    env_para(e, message_number(e->frame, &e->msg, s->shown, 0, NULL), st, 200, 0, &s->number);
}

static void draw(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct vec2 c = middle(n);
    paint_picture(pt, s->ground, (struct box){c.x - p->r - 70, c.y - p->r - 60, 2 * p->r + 140, 2 * p->r + 150}, 1);
    float left = e->visit->idle_total > 0 ? e->visit->idle_left / e->visit->idle_total : 1;
    int gone = s->n - (int)ceilf(left * (float)s->n);
    for (int i = 0; i < s->n; i++) paint_picture(pt, s->fir[i][i < gone], s->firs[i], 1);
    if (s->number.nlines && e->visit->idle_total > 0)
        paint_para(pt, n, "seconds", SEM_PROGRESS, &s->number, c.x - 100, c.y + p->number_y, 1);
}

const struct element_kind ELEMENT_COUNTDOWN = {
    .name = "countdown", .help = "A clearing whose trees vanish one by one while the time to answer runs out.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .arrange = arrange, .tick = tick, .draw = draw};
