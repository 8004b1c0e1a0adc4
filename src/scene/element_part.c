/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_part.c - elements on the picture stage that are shown, moved and faded together: a sheet of a paper theatre. */
#include <scene/element.h>

struct props { const struct yval *children; };
static const struct field FIELDS[] = {
    {.name = "children", .type = FIELD_MAP, .offset = offsetof(struct props, children), .flags = FIELD_ROWS,
     .help = "The elements, each with a place of its own on the stage, as a list."},
    {0}};

const struct element_kind ELEMENT_PART = {
    .name = "part", .help = "Elements of the stage that are shown, moved and faded together.",
    .fields = FIELDS, .props_size = sizeof(struct props), .container = true, .stage = true};
