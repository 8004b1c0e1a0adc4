/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout.h - where everything lies. Elements with `at` lie on the picture stage (reference units); elements with `slot` are
 * stacked in a slot of the scene's template. Each template has its own landscape and portrait arrangement, lowers its
 * controls for low reach, makes room for larger text and is mirrored in right-to-left languages. */
#ifndef LK_SCENE_LAYOUT_H
#define LK_SCENE_LAYOUT_H
#include <scene/scene.h>

enum slot_axis { SLOT_STACK, SLOT_ROW, SLOT_GRID, SLOT_ROW_END /* a row packed to the far end */,
                 SLOT_FILL /* each covers the whole, or lies at its corner with its own size */ };
/* Edges in canvas units from the canvas' own edges: >= 0 from left/top, < 0 from right/bottom; SLOT_EDGE = the far edge. */
#define SLOT_EDGE 1e9f
struct slot_box { float x0, y0, x1, y1; };
struct layout_slot {
    const char *name, *help;
    enum slot_axis axis; int columns;                 /* columns: SLOT_GRID */
    float gap;
    int valign;                                       /* 0 top, 1 middle, 2 bottom of the box */
    struct slot_box landscape, portrait;
    bool control;                                     /* touched things: lowered for low reach */
    int align;                                        /* 0 start, 1 centre, 2 end: rows, and elements of a stack */
    bool foot;                                        /* portrait: stands at the bottom of its box whatever valign says */
    const char *under, *over;                         /* earlier slots whose content pushes the top down, the bottom up */
    bool wide;                                        /* what has a width of its own may go as near to the far edge as the slot is to this one */
};
struct layout_template { const char *name, *help; const struct layout_slot *slots; };   /* slots end with name NULL */
extern const struct layout_template LAYOUT_TEMPLATES[];        /* ends with name NULL */
extern const char *const LAYOUT_NAMES[];                       /* for the field table */
const struct layout_template *layout_find(const char *name);
bool layout_has_slot(const struct layout_template *t, const char *slot);
/* Sets scale, canvas size, stage and portrait in env from the output's px size. */
void layout_canvas(struct env *e, int px_w, int px_h);
/* Places and arranges every node of the scene. Only wishes pictures and memory; never fails visibly. Invisible nodes take
 * no place, so that a change of visibility asks for a new layout (env->relayout). */
void layout_scene(struct scene *s, struct env *e);

/* ---- the way a slot or a group sets out its elements, left to right (layout_flow.c) */
struct layout_flow { enum slot_axis axis; float gap; int columns, align, valign; float reach; };   /* reach: of widths that the author wrote, where that is more than the place */
/* Wished size of the visible nodes in a width. */
struct vec2 flow_measure(struct node *const *v, int n, const struct layout_flow *f, struct env *e, float w);
/* The least height they can live with, by paging their texts (element_kind.least). */
float flow_least(struct node *const *v, int n, const struct layout_flow *f, struct env *e, float w);
/* Sets the boxes of the visible nodes and returns the box they cover. When a stack is too high, its texts are shortened
 * from the last on; what is still too high grows out of the area (down from the top, up from the bottom). */
struct box flow_place(struct node *const *v, int n, const struct layout_flow *f, struct env *e, struct box area);
#endif
