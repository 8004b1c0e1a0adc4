/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_turn_ink.c - words that a line crosses change their ink there, so that they read on both sides of it. It acts on
 * words that were drawn before it. */
#include <scene/line.h>

struct props { const char *var; rgba from, to; };

#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "var", .type = FIELD_VAR, AT(var), .flags = FIELD_REQUIRED, .help = "Variable with the place of the line, 0 to 1 across the stage."},
    {.name = "from", .type = FIELD_COLOR, AT(from), .flags = FIELD_REQUIRED, .help = "Ink of the words as they are written: it stays on the start side."},
    {.name = "to", .type = FIELD_COLOR, AT(to), .flags = FIELD_REQUIRED, .help = "Their ink beyond the line."},
    {0}};

static bool meant(const struct draw_cmd *c, const struct props *p, struct ibox area) {
    return c->kind == DRAW_TEXT && (c->color | 255u) == (p->from | 255u) && !ibox_empty(ibox_and(c->box, area));
}

/* Where it can leave ink. */
static struct ibox reach(const struct draw_cmd *c) {
    int third = (c->box.h + 2) / 3;
    return ibox_and((struct ibox){c->box.x - third, c->box.y - third, c->box.w + 2 * third, c->box.h + 2 * third}, c->clip);
}

/* The part of the words that lies in `far` is painted once more in the other ink; what was there stays on its side. */
static void turn(struct dlist *l, int i, const struct props *p, struct ibox near, struct ibox far) {
    struct draw_cmd c = l->cmds[i];
    if (ibox_empty(ibox_and(reach(&c), far))) return;
    if (ibox_empty(ibox_and(reach(&c), near))) {
        l->cmds[i].color = p->to;
        return;
    }
    struct ibox before = l->clip;
    uint8_t fade = l->fade;
    l->clip = ibox_and(c.clip, far);
    l->fade = c.alpha;
    dlist_text(l, c.box, c.baseline, c.face, c.px, p->to, c.text, c.len, c.rtl);
    l->clip = before;
    l->fade = fade;
    l->cmds[i].clip = ibox_and(c.clip, near);
}

static void draw(struct node *n, struct paint *pt) {
    const struct env *e = pt->env;
    const struct props *p = node_props(n, e);
    struct dlist *l = pt->list;
    struct ibox area = paint_px(pt, n->box), left = l->screen, right = l->screen;
    int x = paint_px(pt, (struct box){line_x(e, p->var), 0, 1, 1}).x, count = l->n;
    left.w = x - left.x;
    right.x = x;
    right.w = l->screen.x + l->screen.w - x;
    if (left.w < 0) left.w = 0;
    if (right.w < 0) right.w = 0;
    for (int i = 0; i < count; i++)
        if (meant(&l->cmds[i], p, area)) turn(l, i, p, e->rtl ? right : left, e->rtl ? left : right);
}

const struct element_kind ELEMENT_TURN_INK = {
    .name = "turn-ink", .help = "Words drawn before it, in its place, change their ink where a line crosses them.",
    .fields = FIELDS, .props_size = sizeof(struct props), .draw = draw};
