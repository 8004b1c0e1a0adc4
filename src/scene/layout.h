/* layout.h - where everything lies. Elements with `at` lie on the picture stage (reference units); elements with `slot` are
 * stacked in a slot of the scene's template. Each template has its own landscape and portrait arrangement, lowers its
 * controls for low reach, makes room for larger text and is mirrored in right-to-left languages. */
#ifndef LK_SCENE_LAYOUT_H
#define LK_SCENE_LAYOUT_H
#include <scene/scene.h>

enum slot_axis { SLOT_STACK, SLOT_ROW, SLOT_GRID, SLOT_ROW_END /* a row packed to the far end */ };
/* Edges in canvas units from the canvas' own edges: >= 0 from left/top, < 0 from right/bottom; SLOT_EDGE = the far edge. */
struct slot_box { float x0, y0, x1, y1; };
struct slot {
    const char *name, *help;
    enum slot_axis axis; int columns;                 /* columns: SLOT_GRID */
    float gap;
    int valign;                                       /* 0 top, 1 middle, 2 bottom of the box */
    struct slot_box landscape, portrait;
    bool control;                                     /* touched things: lowered for low reach */
};
struct layout_template { const char *name, *help; const struct slot *slots; };
extern const struct layout_template LAYOUT_TEMPLATES[];        /* ends with name NULL */
extern const char *const LAYOUT_NAMES[];                       /* for the field table */
const struct layout_template *layout_find(const char *name);
bool layout_has_slot(const struct layout_template *t, const char *slot);
/* Sets scale, canvas size, stage and portrait in env from the output's px size. */
void layout_canvas(struct env *e, int px_w, int px_h);
/* Places and arranges every node of the scene. Only wishes pictures and memory; never fails visibly. */
void layout_scene(struct scene *s, struct env *e);
#endif
