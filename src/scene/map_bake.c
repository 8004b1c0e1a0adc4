/* SPDX-License-Identifier: GPL-3.0-or-later */
/* map_bake.c - the map as pictures: sea and land in one opaque sheet, each range a sheet of its own above it, the lens. */
#include <scene/map_view.h>

#define SNOW 0xF4F8F6FFu
#define SHADE 0x020C1080u
#define RINGS 4

static struct map_picture wish(struct env *e, const struct vec *v, struct box area, bool opaque) {
    struct box whole = {floorf(area.x), floorf(area.y), ceilf(area.w), ceilf(area.h)};
    return (struct map_picture){whole.w > 0 && whole.h > 0 ? env_vec(e, v, whole, opaque) : 0, whole};
}

static struct box both(struct box a, struct box b) {
    float x0 = fmaxf(a.x, b.x), y0 = fmaxf(a.y, b.y), x1 = fminf(a.x + a.w, b.x + b.w), y1 = fminf(a.y + a.h, b.y + b.h);
    return (struct box){x0, y0, fmaxf(0, x1 - x0), fmaxf(0, y1 - y0)};
}

/* Where the data end in the west there is land, no coast: the meridian's straight line is covered. */
static void cover_west(struct vec *v, const struct map_props *p, const struct map_view *view) {
    double x, y;
    struct vec2 end[2];
    if (p->west <= -180) return;
    for (int i = 0; i < 2; i++) {
        albers_forward(&p->albers, (double)p->west + .12, i ? 72.0 : 8.0, &x, &y);
        end[i] = map_at(view, (struct vec2){(float)x, (float)y});
    }
    float left = view->area.x - 200;
    if (fmaxf(end[0].x, end[1].x) < view->area.x - 120) return;
    vec_move(v, end[0].x, end[0].y);
    vec_line(v, end[1].x, end[1].y);
    vec_line(v, fminf(left, end[1].x), end[1].y);
    vec_line(v, fminf(left, end[0].x), end[0].y);
    vec_close(v);
    vec_fill(v, p->land);
}

/* Rings of lighter water along the coast, the widest first. */
static void water_rings(struct vec *v, const struct map_props *p, const struct map_view *view) {
    map_path(v, view, &p->sheet[SHEET_LAND]);
    for (int q = RINGS; q > 0; q--) {
        if (q > 1) vec_keep(v);
        vec_stroke(v, rgba_alpha(0x6FA6A8FFu, .05f + .02f * (float)(RINGS - q)), 26.0f * (float)q, 0, 0);
    }
}

static void land_and_borders(struct vec *v, const struct map_props *p, const struct map_view *view, float line) {
    vec_group(v);
    map_path(v, view, &p->sheet[SHEET_LAND]);
    vec_fill(v, p->land);
    vec_shadow_end(v, 0, 5, 8, SHADE);
    map_path(v, view, &p->sheet[SHEET_LAND]);
    vec_stroke(v, p->coast, line, 0, 0);
    cover_west(v, p, view);
    map_path(v, view, &p->sheet[SHEET_BORDERS]);
    vec_stroke(v, p->border, line, 2.5f, 9);
}

static void bake_base(const struct map_props *p, struct map_face *f, struct env *e) {
    const struct map_view *view = &f->view;
    struct box a = view->area;
    const struct vec_stop sea[] = {{0, p->sea}, {1, p->deep}};
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rect(&v, a);
    vec_fill_radial(&v, (struct vec2){a.x + a.w * .64f, a.y + a.h * .5f}, fmaxf(a.w, a.h) * .62f, sea, 2);
    water_rings(&v, p, view);
    land_and_borders(&v, p, view, 2.5f);
    f->base = wish(e, &v, a, true);
}

static void lakes(struct vec *v, const struct map_props *p, const struct map_view *view) {
    map_path(v, view, &p->sheet[SHEET_WATER]);
    vec_keep(v);
    vec_fill(v, rgba_mix(p->sea, p->deep, .5f));
    vec_stroke(v, p->coast, 2, 0, 0);
}

static struct map_picture bake_water(const struct map_props *p, const struct map_view *view, struct env *e) {
    float x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
    for (int i = 0; i < p->sheet[SHEET_WATER].n; i++) {
        struct box b = map_bounds(view, &p->sheet[SHEET_WATER].v[i]);
        x0 = fminf(x0, b.x), x1 = fmaxf(x1, b.x + b.w);
        y0 = fminf(y0, b.y), y1 = fmaxf(y1, b.y + b.h);
    }
    struct box area = x1 > x0 ? both(box_grow((struct box){x0, y0, x1 - x0, y1 - y0}, 4), view->area) : (struct box){0, 0, 0, 0};
    struct vec v;
    vec_begin(&v, e->layout);
    lakes(&v, p, view);
    return wish(e, &v, area, false);
}

static void layer_fill(struct vec *v, const struct map_layer *l, const struct map_view *view, struct box area) {
    if (l->look != LOOK_STRIPES) {    /* a sheet that lies on the land */
        vec_group(v);
        map_path_shape(v, view, l->shape);
        vec_fill(v, l->color);
        vec_shadow_end(v, 0, 4, 6, SHADE);
    }
    vec_save(v);
    map_path_shape(v, view, l->shape);
    vec_clip(v);
    look_fill(v, (enum map_look)l->look, area, l->color);
    vec_restore(v);
    map_path_shape(v, view, l->shape);
    vec_stroke(v, l->outline, 3.5f, 0, 0);
}

static struct map_picture bake_layer(const struct map_layer *l, const struct map_view *view, struct env *e) {
    if (!l->shape) return (struct map_picture){0, {0, 0, 0, 0}};
    struct box area = both(box_grow(map_bounds(view, l->shape), 24), view->area);
    struct vec v;
    vec_begin(&v, e->layout);
    layer_fill(&v, l, view, area);
    return wish(e, &v, area, false);
}

/* ---- the lens */
static void round_clip(struct vec *v, const struct map_view *view, float r) {
    vec_save(v);
    vec_circle(v, view->mid.x, view->mid.y, r);
    vec_clip(v);
}

static void bake_lens_ground(const struct map_props *p, struct map_face *f, struct env *e) {
    const struct map_view *view = &f->lens_view;
    float r = p->lens.radius;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_circle(&v, view->mid.x, view->mid.y, r + LENS_RIM);
    vec_fill(&v, SNOW);
    vec_shadow_end(&v, 0, 16, 17, SHADE);
    round_clip(&v, view, r);
    vec_rect(&v, view->area);
    vec_fill(&v, rgba_mix(p->sea, p->deep, .35f));
    struct map_props bright = *p;
    bright.land = rgba_mix(p->land, 0xFFFFFFFFu, .05f);
    land_and_borders(&v, &bright, view, 3);
    vec_restore(&v);
    f->lens = wish(e, &v, box_grow(view->area, LENS_RIM + LENS_SHADOW), false);
}

static void bake_lens_layers(const struct map_props *p, struct map_face *f, struct env *e) {
    const struct map_view *view = &f->lens_view;
    for (int i = 0; i < p->layers.n; i++) {
        const struct map_layer *l = map_layer(p, i);
        struct box area = l->shape ? both(box_grow(map_bounds(view, l->shape), 24), view->area) : (struct box){0, 0, 0, 0};
        struct vec v;
        vec_begin(&v, e->layout);
        round_clip(&v, view, p->lens.radius);
        if (l->shape) layer_fill(&v, l, view, area);
        vec_restore(&v);
        f->lens_layer[i] = wish(e, &v, area, false);
    }
    struct vec v;
    vec_begin(&v, e->layout);
    round_clip(&v, view, p->lens.radius);
    lakes(&v, p, view);
    vec_restore(&v);
    bool near = false;
    for (int i = 0; i < p->sheet[SHEET_WATER].n; i++) {
        struct box b = both(map_bounds(view, &p->sheet[SHEET_WATER].v[i]), view->area);
        near |= b.w > 0 && b.h > 0;
    }
    f->lens_water = wish(e, &v, near ? view->area : (struct box){0, 0, 0, 0}, false);
}

static void bake_lens_rim(const struct map_props *p, struct map_face *f, struct env *e) {
    const struct map_view *view = &f->lens_view;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, view->mid.x, view->mid.y, p->lens.radius + LENS_RIM / 2);
    vec_stroke(&v, SNOW, LENS_RIM, 0, 0);
    f->lens_rim = wish(e, &v, box_grow(view->area, LENS_RIM + 2), false);
}

/* A ring round the place on the map and the two lines that touch both circles. */
static void bake_lens_lines(const struct map_props *p, struct map_face *f, struct env *e) {
    struct vec2 a = map_at(&f->view, p->lens.plane), b = f->lens_view.mid;
    float ra = fmaxf(26, p->lens.radius / p->lens.zoom), rb = p->lens.radius + LENS_RIM, d = hypotf(b.x - a.x, b.y - a.y);
    struct vec v;
    vec_begin(&v, e->layout);
    vec_circle(&v, a.x, a.y, ra);
    vec_stroke(&v, SNOW, 5, 0, 0);
    if (d > ra + rb) {
        float to = atan2f(b.y - a.y, b.x - a.x), open = acosf((ra - rb) / d);
        for (int side = -1; side <= 1; side += 2) {
            float c = cosf(to + (float)side * open), s = sinf(to + (float)side * open);
            vec_move(&v, a.x + ra * c, a.y + ra * s);
            vec_line(&v, b.x + rb * c, b.y + rb * s);
        }
        vec_stroke(&v, rgba_alpha(SNOW, .8f), 3, 0, 0);
    }
    float x0 = fminf(a.x - ra, b.x - rb), y0 = fminf(a.y - ra, b.y - rb);
    float x1 = fmaxf(a.x + ra, b.x + rb), y1 = fmaxf(a.y + ra, b.y + rb);
    f->lens_lines = wish(e, &v, both(box_grow((struct box){x0, y0, x1 - x0, y1 - y0}, 6), f->view.area), false);
}

void map_bake(const struct map_props *p, struct map_face *f, struct env *e) {
    bake_base(p, f, e);
    for (int i = 0; i < p->layers.n; i++) f->layer[i] = bake_layer(map_layer(p, i), &f->view, e);
    f->water = bake_water(p, &f->view, e);
    if (p->lens.radius <= 0) return;
    bake_lens_ground(p, f, e);
    bake_lens_layers(p, f, e);
    bake_lens_rim(p, f, e);
    bake_lens_lines(p, f, e);
}
