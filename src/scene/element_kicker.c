/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_kicker.c - the small line above a title: number and name of the chapter that the scene belongs to. */
#include <scene/chip.h>
#include <text/pair.h>

struct props { rgba ink; };
struct state { struct para para; };

static const struct field FIELDS[] = {
    {"ink", FIELD_COLOR, offsetof(struct props, ink), 0, 0, 0, "mist-200", NULL, "colour of the line", NULL, NULL, 0},
    {0}};

static bool compose(struct node *n, struct env *e, float max_w, struct para *out) {
    const struct props *p = node_props(n, e);
    int i = e->visit->chapter_index;
    if (i < 0 || i >= e->journey->chapters.n) return false;
    const struct chapter *c = (const struct chapter *)e->journey->chapters.items + i;
    char *text = arena_printf(e->layout, "%s · %s", message_number(e->layout, &e->msg, i + 1, 0, NULL), env_word(e, &c->title));
    struct text_style st = {.token = STYLE_LABEL, .ink = p->ink, .max_lines = 1};
    if (text && e->second.lang && e->spare != SPARE_ALL) {        /* both in its one line, where they have room, or one below the other */
        const char *second = message_text(e->layout, &e->second, &c->title, e->more), *line = arena_printf(e->layout, "%s · %s", text, second);
        if (line && env_para(e, line, st, max_w, 0, out) && !out->overflow) return out->both = true;
        return env_para(e, pair_join(e->layout, text, second), st, max_w, 0, out);
    }
    return text && env_para(e, text, st, max_w, 0, out);
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    struct para para;
    if (!compose(n, e, max_w, &para)) return (struct vec2){0, 0};
    return (struct vec2){para_w(&para, e), para_h(&para, e)};
}

static void arrange(struct node *n, struct env *e) {
    struct state *s = n->state;
    if (!compose(n, e, n->box.w, &s->para)) s->para = (struct para){0};
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    if (s->para.nlines) paint_para(pt, n, NULL, SEM_TEXT, &s->para, n->box.x + para_kept(&s->para, n, pt->env), n->box.y, 1);
}

const struct element_kind ELEMENT_KICKER = {
    .name = "kicker", .help = "Number and name of the chapter, above a title.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .measure = measure, .arrange = arrange, .draw = draw};
