/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_herd.c - as many copies of a picture as a variable says, in rows, the far ones smaller. When the number changes,
 * one after the other leaves or joins. */
#include <scene/element.h>
#include <base/str.h>

enum { HERD_MAX = 64, ROWS_MAX = 6, LOOKS_MAX = 4 };
struct props {
    const char *file, *var;
    struct strs others;
    int most, rows, seed, ms;
    float height, back;
    rgba mod;
};
struct member { struct vec2 foot; int row, look; bool flip; };
struct state {
    struct member v[HERD_MAX];        /* in the order in which they join; the last one leaves first */
    uint64_t key[ROWS_MAX][LOOKS_MAX][2];
    struct vec2 size[ROWS_MAX][LOOKS_MAX];
    bool began;
    int64_t since;
    float from, to, shown;
};

#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Picture of one of them, its feet on the lower edge."},
    {.name = "others", .type = FIELD_ASSETS, AT(others), .max = LOOKS_MAX - 1, .help = "Up to three more of them, on sheets as high as the first: who is which, the seed says."},
    {.name = "var", .type = FIELD_VAR, AT(var), .flags = FIELD_REQUIRED, .help = "Variable with their number."},
    {.name = "most", .type = FIELD_INT, AT(most), .min = 1, .max = HERD_MAX, .def = "40", .help = "Room for so many."},
    {.name = "rows", .type = FIELD_INT, AT(rows), .min = 1, .max = ROWS_MAX, .def = "3", .help = "Rows, the first at the upper edge."},
    {.name = "seed", .type = FIELD_INT, AT(seed), .def = "1", .help = "Who stands where, and who leaves first."},
    {.name = "height", .type = FIELD_NUM, AT(height), .flags = FIELD_POSITIVE, .max = 800, .def = "120", .unit = "canvas px", .help = "Height of one in the nearest row."},
    {.name = "back", .type = FIELD_NUM, AT(back), .min = 0.2, .max = 1, .def = "0.7", .help = "Size in the farthest row, as a share."},
    {.name = "mod", .type = FIELD_COLOR, AT(mod), .def = "#FFFFFF", .help = "Light on them."},
    {.name = "ms", .type = FIELD_INT, AT(ms), .max = 20000, .def = "1200", .unit = "ms", .help = "Time in which the number changes."},
    {0}};

static int looks_of(const struct props *p) { return 1 + (p->others.n < LOOKS_MAX - 1 ? p->others.n : LOOKS_MAX - 1); }

/* Deals the places: a shuffled grid, each a little off its place. */
static void deal(struct state *s, const struct props *p, struct box area) {
    int columns = (p->most + p->rows - 1) / p->rows, cells = columns * p->rows, place[HERD_MAX + ROWS_MAX];
    uint32_t rng = (uint32_t)p->seed;
    for (int i = 0; i < cells; i++) place[i] = i;
    for (int i = cells - 1; i > 0; i--) {
        int k = (int)(rng_next(&rng) * (i + 1)), t = place[i];
        place[i] = place[k];
        place[k] = t;
    }
    float back = p->height * p->back;
    for (int i = 0; i < p->most; i++) {
        int row = place[i] / columns;
        float far = p->rows > 1 ? (float)row / (float)(p->rows - 1) : 1, step = area.w / ((float)columns + .5f);
        float x = ((float)(place[i] % columns) + .5f + (row % 2 ? .5f : 0) + ((float)rng_next(&rng) - .5f) * .4f) * step;
        float y = back + (area.h - back) * far + ((float)rng_next(&rng) - .5f) * 12;
        s->v[i] = (struct member){.foot = {area.x + x, area.y + y}, .row = row, .flip = rng_next(&rng) < .5};
    }
    int looks = looks_of(p);
    for (int i = 0; looks > 1 && i < p->most; i++) s->v[i].look = (int)(rng_next(&rng) * looks);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    deal(s, p, n->box);
    for (int row = 0; row < p->rows; row++) {
        float far = p->rows > 1 ? (float)row / (float)(p->rows - 1) : 1, h = p->height * (p->back + (1 - p->back) * far);
        for (int i = 0; i < looks_of(p) * 2; i++) {
            int look = i / 2, flip = i % 2;
            s->key[row][look][flip] = env_asset(e, look ? p->others.v[look - 1] : p->file, 0, h, flip, p->mod, 0, &s->size[row][look]);
        }
    }
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    float to = clampf((float)vars_num(e->vars, p->var, 0), 0, (float)p->most);
    (void)fx;
    if (!s->began) s->from = s->to = s->shown = to;
    s->began = true;
    if (to != s->to) {
        s->from = s->shown;
        s->to = to;
        s->since = e->now;
    }
    if (s->shown == s->to) return;
    s->shown = lerpf(s->from, s->to, p->ms > 0 && !e->still ? clampf((float)(e->now - s->since) / (float)p->ms, 0, 1) : 1);
    env_next_frame(e);
}

static void draw(struct node *n, struct paint *pt) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    const struct text_ref *alt = &node_common(n, pt->env)->alt;
    for (int row = 0; row < p->rows; row++)
        for (int i = 0; i < p->most; i++) {
            float alpha = clampf(s->shown - (float)i, 0, 1);
            const struct member *m = &s->v[i];
            struct vec2 size = s->size[row][m->look], at = m->foot;
            if (m->row != row || alpha <= 0) continue;
            paint_picture(pt, s->key[row][m->look][m->flip], (struct box){at.x - size.x / 2, at.y - size.y, size.x, size.y}, alpha);
        }
    if (!alt->easy) return;
    const char *says = env_text_in(pt->env, pt->env->frame, alt);   /* it names the number now */
    paint_item(pt, n, NULL, 0, SEM_PICTURE, says, n->box, (struct box){0, 0, 0, 0});
}

const struct element_kind ELEMENT_HERD = {
    .name = "herd", .help = "As many copies of a picture as a variable says, in rows.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .arrange = arrange, .tick = tick, .draw = draw};
