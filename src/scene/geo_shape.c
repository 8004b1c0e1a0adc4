/* SPDX-License-Identifier: GPL-3.0-or-later */
/* geo_shape.c - places on the earth to places on the canvas. */
#include <scene/geo_shape.h>

#define NEAR .7f             /* canvas units: closer points look the same */
#define REACH 80.0f          /* water rings and shadows leave an outline by less */

static bool project_ring(struct arena *a, const struct geo_ring *r, const struct albers *pr, struct map_ring *out) {
    struct vec2 *p = arena_array(a, struct vec2, r->n);
    if (!p) return false;
    float x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
    for (int i = 0; i < r->n; i++) {
        double x, y;
        albers_forward(pr, r->lonlat[2 * i], r->lonlat[2 * i + 1], &x, &y);
        p[i] = (struct vec2){(float)x, (float)y};
        x0 = fminf(x0, p[i].x), x1 = fmaxf(x1, p[i].x);
        y0 = fminf(y0, p[i].y), y1 = fmaxf(y1, p[i].y);
    }
    *out = (struct map_ring){p, r->n, {x0, y0, x1 - x0, y1 - y0}};
    return true;
}

bool map_project(struct arena *a, const struct geo *g, const struct albers *pr, struct map_sheet *out) {
    *out = (struct map_sheet){arena_array(a, struct map_shape, g->n), g->n};
    if (!out->v) return false;
    for (int i = 0; i < g->n; i++) {
        const struct geo_feature *f = &g->features[i];
        struct map_shape *s = &out->v[i];
        *s = (struct map_shape){f->id, f->kind, arena_array(a, struct map_ring, f->nrings), f->nrings};
        if (!s->rings) return false;
        for (int r = 0; r < f->nrings; r++)
            if (!project_ring(a, &f->rings[r], pr, &s->rings[r])) return false;
    }
    return true;
}

const struct map_shape *map_shape_find(const struct map_sheet *s, const char *id) {
    for (int i = 0; id && i < s->n; i++)
        if (str_eq(s->v[i].id, id)) return &s->v[i];
    return NULL;
}

struct vec2 map_at(const struct map_view *v, struct vec2 p) {
    return (struct vec2){v->mid.x + (p.x - v->centre.x) * v->k, v->mid.y - (p.y - v->centre.y) * v->k};
}

static struct box ring_box(const struct map_view *v, const struct map_ring *r) {
    struct vec2 a = map_at(v, (struct vec2){r->bounds.x, r->bounds.y + r->bounds.h});
    return (struct box){a.x, a.y, r->bounds.w * v->k, r->bounds.h * v->k};
}

struct box map_bounds(const struct map_view *v, const struct map_shape *s) {
    float x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
    for (int i = 0; i < s->nrings; i++) {
        struct box b = ring_box(v, &s->rings[i]);
        x0 = fminf(x0, b.x), x1 = fmaxf(x1, b.x + b.w);
        y0 = fminf(y0, b.y), y1 = fmaxf(y1, b.y + b.h);
    }
    return x1 >= x0 ? (struct box){x0, y0, x1 - x0, y1 - y0} : (struct box){0, 0, 0, 0};
}

static bool touches(struct box a, struct box b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static void ring_path(struct vec *out, const struct map_view *v, const struct map_ring *r, bool closed) {
    if (r->n < 2 || !touches(ring_box(v, r), box_grow(v->area, REACH))) return;
    struct vec2 last = map_at(v, r->p[0]);
    vec_move(out, last.x, last.y);
    int n = closed ? r->n - 1 : r->n;    /* the last point of an area is its first */
    for (int i = 1; i < n; i++) {
        struct vec2 p = map_at(v, r->p[i]);
        bool end = !closed && i == n - 1;
        if (!end && fabsf(p.x - last.x) + fabsf(p.y - last.y) < NEAR) continue;
        vec_line(out, p.x, p.y);
        last = p;
    }
    if (closed) vec_close(out);
}

void map_path_shape(struct vec *out, const struct map_view *v, const struct map_shape *s) {
    if (s->kind == GEO_POINT) return;
    for (int i = 0; i < s->nrings; i++) ring_path(out, v, &s->rings[i], s->kind == GEO_POLYGON);
}

void map_path(struct vec *out, const struct map_view *v, const struct map_sheet *s) {
    for (int i = 0; i < s->n; i++) map_path_shape(out, v, &s->v[i]);
}
