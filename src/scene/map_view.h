/* SPDX-License-Identifier: GPL-3.0-or-later */
/* map_view.h - what the parts of the map share: element_map.c reads and reacts, map_bake.c makes the pictures,
 * map_draw.c shows them. */
#ifndef LK_SCENE_MAP_VIEW_H
#define LK_SCENE_MAP_VIEW_H
#include <scene/element.h>
#include <scene/chip.h>
#include <scene/geo_shape.h>
#include <scene/keys.h>
#include <scene/look.h>

#define MAP_LAYERS 8
#define MAP_PINS 24
#define LENS_RIM 13.0f
#define LENS_SHADOW 60.0f
#define LENS_FADE_MS 400

/* ---- the element */
enum map_sheet_kind { SHEET_LAND, SHEET_BORDERS, SHEET_RANGES, SHEET_WATER, SHEET_PLACES, SHEET_COUNT };
enum pin_look { PIN_DOT, PIN_PIN, PIN_HERE };
struct map_layer {
    const char *feature, *driver;
    int look;
    rgba color, outline;
    struct nums keys;
    const struct map_shape *shape;      /* made at load */
};
struct map_pin {
    const char *id, *place;
    struct vec2 at;                     /* lon, lat */
    struct text_ref label;
    int look, align;
    rgba color;
    struct actions press;
    struct conds visible_if, hidden_if;
    float dx, dy;
    bool only_lens;
    struct vec2 plane;                  /* made at load */
};
struct map_lens {
    struct vec2 centre, at;
    float radius, zoom;
    struct text_ref label;
    struct conds visible_if;
    struct vec2 plane;                  /* made at load */
};
struct map_props {
    const char *file[SHEET_COUNT];
    struct vec2 parallels, centre;
    float span;
    rgba sea, deep, land, coast, border;
    struct list layers, pins;           /* struct map_layer, struct map_pin */
    struct map_lens lens;
    /* made at load */
    const struct geo *geo;              /* [SHEET_COUNT] */
    struct albers albers;
    struct map_sheet sheet[SHEET_COUNT];
    struct vec2 origin;                 /* centre on the plane */
    float height;                       /* of the span on the plane */
    float west;                         /* longitude where the data end, -180 = nowhere */
};
struct map_picture { uint64_t key; struct box area; };
struct map_face {
    struct map_view view, lens_view;
    struct map_picture base, water, layer[MAP_LAYERS];
    struct map_picture lens, lens_layer[MAP_LAYERS], lens_water, lens_rim, lens_lines;
    struct chip label[MAP_PINS], lens_label;
    uint64_t dot, ring, pin[MAP_PINS];
    const char *alt;
};
struct map_state { struct map_face *face; float lens; int64_t last; };

static inline const struct map_layer *map_layer(const struct map_props *p, int i) { return (const struct map_layer *)p->layers.items + i; }
static inline const struct map_pin *map_pin(const struct map_props *p, int i) { return (const struct map_pin *)p->pins.items + i; }
void map_bake(const struct map_props *p, struct map_face *f, struct env *e);
void map_arrange(struct node *n, struct env *e);
void map_draw(struct node *n, struct paint *pt);
#endif
