/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pipe_view.h - what the parts of the pipe share: element_pipe.c reads and reacts, pipe_shape.c bends it and asks where it
 * lies, pipe_draw.c makes the pictures and shows them.
 *
 * The free end is kept in degrees, so that it stays at its place when the screen turns and with it the projection. */
#ifndef LK_SCENE_PIPE_VIEW_H
#define LK_SCENE_PIPE_VIEW_H
#include <scene/chip.h>
#include <scene/geo_shape.h>
#include <scene/keys.h>

#define PIPE_KNOB_R 64.0f
#define PIPE_GOAL_R 46.0f
#define PIPE_POINTS 640
#define PIPE_STEP 4.0f       /* canvas units between two points of the tube */
#define PIPE_TILTS 16        /* pictures of a joint, over half a turn */
#define PIPE_PULSE_MS 450
enum pipe_item { PIPE_END, PIPE_GOAL };
enum pipe_where { PIPE_UNKNOWN, PIPE_CROSSING, PIPE_CLEAR, PIPE_THERE };
extern const char *const PIPE_WHERE[];       /* NULL, "crossing", "clear", "there" */

struct pipe_props {
    const char *ranges, *icon, *var;
    struct strs avoid;
    struct vec2 parallels, centre, start, from, to;    /* degrees */
    float span, arc, snap;
    struct text_ref label, from_label, to_label;
    struct actions on_clear, on_arrive;
    /* made at load */
    struct albers albers;
    struct map_sheet sheet;
    struct vec2 origin;                                /* centre on the plane */
    float height;                                      /* of the span on the plane */
};
struct pipe_picture { uint64_t key; struct box area; };
struct pipe_points { struct vec2 p[PIPE_POINTS]; bool inside[PIPE_POINTS]; int n; };
struct pipe_outline { const struct vec2 *p; int n; };
struct pipe_face {
    struct map_view view;
    struct vec2 start, from, to;                       /* canvas units */
    struct pipe_outline *outline; int noutlines;       /* of what it must not cross */
    struct pipe_picture rest[2], course, way;           /* the tube at both its places; the old course; the way over the sea */
    uint64_t knob[2], halo, from_ring, to_ring, edge, body[2], shine[2], joint[2][PIPE_TILTS];
    struct chip from_name, to_name;
    const char *label;
};
struct pipe_state {
    struct pipe_face *face;
    struct vec2 end;                                   /* degrees */
    struct vec2 sag, speed;                            /* how far the tube's middle lags behind, canvas units */
    struct vec2 swim_from, swim_to;                    /* degrees */
    int64_t since, last, arrived;
    int ms;                                            /* length of the way, 0 = at rest */
    enum pipe_where where;
    bool held, dragged, told;
    struct vec2 grip;                                  /* the end when the finger came down, canvas units */
};

/* From degrees to the plane, from there to the canvas, and back. */
struct vec2 pipe_plane(const struct pipe_props *p, struct vec2 degrees);
struct vec2 pipe_at(const struct pipe_props *p, const struct pipe_face *f, struct vec2 degrees);
struct vec2 pipe_degrees(const struct pipe_props *p, const struct pipe_face *f, struct vec2 at);
/* The tube from the fixed end to `end`, with its middle off by `sag`, as points PIPE_STEP apart. */
void pipe_bend(const struct pipe_face *f, struct vec2 end, struct vec2 sag, struct pipe_points *out);
bool pipe_inside(const struct pipe_face *f, struct vec2 p);
void pipe_outlines(const struct pipe_props *p, struct pipe_face *f, struct arena *a);
void pipe_arrange(struct node *n, struct env *e);
void pipe_draw(struct node *n, struct paint *pt);
#endif
