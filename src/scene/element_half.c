/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_half.c - elements that are seen on one side of an upright line only. Two of them, one for each side, compare two
 * worlds: a variable (of the element wipe) moves the line. */
#include <scene/line.h>

static const char *const SIDES[] = {"start", "end", NULL};
struct props { const char *var; int side; const struct yval *children; };

#define AT(m) .offset = offsetof(struct props, m)
static const struct field FIELDS[] = {
    {.name = "var", .type = FIELD_VAR, AT(var), .flags = FIELD_REQUIRED, .help = "Variable with the place of the line, 0 to 1 across the stage."},
    {.name = "side", .type = FIELD_ENUM, AT(side), .extra = SIDES, .def = "start", .help = "Side of the line on which its elements are seen; start is left, or right in a right-to-left language."},
    {.name = "children", .type = FIELD_MAP, AT(children), .flags = FIELD_ROWS, .help = "The elements, each with a place of its own on the stage, as a list."},
    {0}};

static struct box window(const struct node *n, const struct env *e) {
    const struct props *p = node_props(n, e);
    float x = line_x(e, p->var);
    bool left = (p->side == 0) != e->rtl;
    return left ? (struct box){-1, -1, x + 1, e->h + 2} : (struct box){x, -1, e->w - x + 1, e->h + 2};
}

const struct element_kind ELEMENT_HALF = {
    .name = "half", .help = "Elements that are seen on one side of a line only; a variable moves the line.",
    .fields = FIELDS, .props_size = sizeof(struct props), .container = true, .stage = true, .window = window};
