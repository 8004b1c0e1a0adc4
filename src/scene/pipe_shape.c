/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pipe_shape.c - one cubic from the fixed end to the free one, and what it crosses. */
#include <scene/pipe_view.h>

#define FINE 900             /* steps of the cubic; the points are picked from these */

struct vec2 pipe_plane(const struct pipe_props *p, struct vec2 degrees) {
    double x, y;
    albers_forward(&p->albers, (double)degrees.x, (double)clampf(degrees.y, -90, 90), &x, &y);
    return (struct vec2){(float)x, (float)y};
}

struct vec2 pipe_at(const struct pipe_props *p, const struct pipe_face *f, struct vec2 degrees) {
    return map_at(&f->view, pipe_plane(p, degrees));
}

struct vec2 pipe_degrees(const struct pipe_props *p, const struct pipe_face *f, struct vec2 at) {
    const struct map_view *v = &f->view;
    double lon = 0, lat = 0;
    albers_inverse(&p->albers, (double)(v->centre.x + (at.x - v->mid.x) / v->k), (double)(v->centre.y - (at.y - v->mid.y) / v->k), &lon, &lat);
    return (struct vec2){(float)lon, (float)lat};
}

static struct vec2 cubic(const struct vec2 c[4], float t) {
    float u = 1 - t, a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, g = t * t * t;
    return (struct vec2){a * c[0].x + b * c[1].x + d * c[2].x + g * c[3].x, a * c[0].y + b * c[1].y + d * c[2].y + g * c[3].y};
}

/* It leaves its start downwards, leaning to where it goes, and comes to its end from above. */
static void controls(const struct pipe_face *f, struct vec2 end, struct vec2 sag, struct vec2 c[4]) {
    struct vec2 d = {end.x - f->start.x, end.y - f->start.y};
    float len = hypotf(d.x, d.y);
    c[0] = f->start;
    c[1] = (struct vec2){f->start.x + d.x * .3f + sag.x * .5f, f->start.y + len * .2f + sag.y * .5f};
    c[2] = (struct vec2){end.x - d.x * .16f + sag.x, end.y - len * .42f + sag.y};
    c[3] = end;
}

void pipe_bend(const struct pipe_face *f, struct vec2 end, struct vec2 sag, struct pipe_points *out) {
    struct vec2 c[4], last;
    controls(f, end, sag, c);
    out->n = 0;
    for (int i = 0; i <= FINE && out->n < PIPE_POINTS; i++) {
        struct vec2 p = cubic(c, (float)i / FINE);
        if (i && i < FINE && hypotf(p.x - last.x, p.y - last.y) < PIPE_STEP) continue;
        out->inside[out->n] = pipe_inside(f, p);
        out->p[out->n++] = last = p;
    }
}

static bool in_outline(const struct pipe_outline *o, struct vec2 q) {
    bool in = false;
    for (int i = 0, j = o->n - 1; i < o->n; j = i++) {
        struct vec2 a = o->p[i], b = o->p[j];
        if ((a.y > q.y) != (b.y > q.y) && q.x < a.x + (b.x - a.x) * (q.y - a.y) / (b.y - a.y)) in = !in;
    }
    return in;
}

bool pipe_inside(const struct pipe_face *f, struct vec2 p) {
    for (int i = 0; i < f->noutlines; i++)
        if (in_outline(&f->outline[i], p)) return true;
    return false;
}

void pipe_outlines(const struct pipe_props *p, struct pipe_face *f, struct arena *a) {
    int n = 0;
    for (int i = 0; i < p->avoid.n; i++) n += map_shape_find(&p->sheet, p->avoid.v[i])->nrings;
    f->outline = arena_array(a, struct pipe_outline, n);
    for (int i = 0; f->outline && i < p->avoid.n; i++) {
        const struct map_shape *s = map_shape_find(&p->sheet, p->avoid.v[i]);
        for (int r = 0; r < s->nrings; r++) {
            struct vec2 *v = arena_array(a, struct vec2, s->rings[r].n);
            if (!v) return;
            for (int k = 0; k < s->rings[r].n; k++) v[k] = map_at(&f->view, s->rings[r].p[k]);
            f->outline[f->noutlines++] = (struct pipe_outline){v, s->rings[r].n};
        }
    }
}
