/* SPDX-License-Identifier: GPL-3.0-or-later */
/* geo_shape.h - shapes of the earth on the plane of a projection, and from there on the canvas: for all that lies on a map. */
#ifndef LK_SCENE_GEO_SHAPE_H
#define LK_SCENE_GEO_SHAPE_H
#include <content/geojson.h>
#include <draw/vec.h>
#include <scene/albers.h>

/* ---- shapes on the plane of the projection: radii of the sphere, y to the north */
struct map_ring { const struct vec2 *p; int n; struct box bounds; };
struct map_shape { const char *id; enum geo_kind kind; struct map_ring *rings; int nrings; };
struct map_sheet { struct map_shape *v; int n; };

/* False when memory was refused. */
bool map_project(struct arena *a, const struct geo *g, const struct albers *pr, struct map_sheet *out);
const struct map_shape *map_shape_find(const struct map_sheet *s, const char *id);

/* A window on the plane: canvas = mid + (x - centre) * k, north up. */
struct map_view { struct vec2 centre, mid; float k; struct box area; };
struct vec2 map_at(const struct map_view *v, struct vec2 p);
/* Bounding box on the canvas. */
struct box map_bounds(const struct map_view *v, const struct map_shape *s);
/* The outlines that touch the window become a path; points closer together than can be seen are left out. */
void map_path(struct vec *out, const struct map_view *v, const struct map_sheet *s);
void map_path_shape(struct vec *out, const struct map_view *v, const struct map_shape *s);
#endif
