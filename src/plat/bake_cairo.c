/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/bake.h>
#include <cairo.h>
#include <string.h>

#define DEPTH_MAX 24      /* groups and saves inside each other */
#define NOISE_SIDE 128    /* px; the grain repeats after that */

/* What is being baked. `opens` remembers in which order groups and saves were begun, so that an unbalanced program cannot
 * take back what it never began. */
struct bake {
    const struct vec *v;
    cairo_t *cr;
    char opens[DEPTH_MAX];
    int depth, ignored;       /* ignored: opened past DEPTH_MAX */
    bool keep;
};

static bool finite_args(const struct vec_step *s, int first, int n) {
    for (int i = first; i < first + n; i++)
        if (!isfinite(s->args[i]) || fabsf(s->args[i]) > 1e6f) return false;
    return true;
}

static void source(cairo_t *cr, rgba c) {
    cairo_set_source_rgba(cr, (c >> 24 & 255u) / 255.0, (c >> 16 & 255u) / 255.0, (c >> 8 & 255u) / 255.0, (c & 255u) / 255.0);
}

/* ---- how far a group reaches: its surface need not be larger */

struct reach { double x0, y0, x1, y1; };

static void reach_point(struct reach *r, const cairo_matrix_t *m, double x, double y, double around) {
    double g = around * fmax(hypot(m->xx, m->yx), hypot(m->xy, m->yy));
    cairo_matrix_transform_point(m, &x, &y);
    if (!isfinite(x) || !isfinite(y)) return;
    r->x0 = fmin(r->x0, x - g);
    r->y0 = fmin(r->y0, y - g);
    r->x1 = fmax(r->x1, x + g);
    r->y1 = fmax(r->y1, y + g);
}

static double scale_of(const cairo_matrix_t *m) { return sqrt(fabs(m->xx * m->yy - m->xy * m->yx)); }

static void transform(cairo_matrix_t *m, const struct vec_step *s) {
    if (!finite_args(s, 0, s->n)) return;
    if (s->op == VEC_TRANSLATE) cairo_matrix_translate(m, s->args[0], s->args[1]);
    if (s->op == VEC_ROTATE) cairo_matrix_rotate(m, s->args[0]);
    if (s->op == VEC_SCALE && s->args[0] != 0 && s->args[1] != 0) cairo_matrix_scale(m, s->args[0], s->args[1]);
}

/* The box, in device px, of all that is drawn from *at to the end of the group that encloses it. Control points bound
 * curves; strokes add the widest line, shadows their blur and shift. */
static struct reach group_reach(const struct vec *v, size_t at, cairo_matrix_t m) {
    struct reach r = {1e9, 1e9, -1e9, -1e9};
    cairo_matrix_t saved[DEPTH_MAX];
    int nsaved = 0, level = 1;
    double grow = 0;
    for (struct vec_step s; level > 0 && vec_next(v, &at, &s);) {
        switch (s.op) {
        case VEC_MOVE: case VEC_LINE: case VEC_QUAD: case VEC_CURVE:
            for (int i = 0; i + 1 < s.n; i += 2) reach_point(&r, &m, s.args[i], s.args[i + 1], 0);
            break;
        case VEC_ARC: reach_point(&r, &m, s.args[0], s.args[1], fabs((double)s.args[2])); break;
        case VEC_STROKE: grow = fmax(grow, s.args[1] * fmax(hypot(m.xx, m.yx), hypot(m.xy, m.yy))); break;
        case VEC_SAVE:
            if (nsaved < DEPTH_MAX) saved[nsaved++] = m;
            break;
        case VEC_RESTORE:
            if (nsaved > 0) m = saved[--nsaved];
            break;
        case VEC_TRANSLATE: case VEC_SCALE: case VEC_ROTATE: transform(&m, &s); break;
        case VEC_GROUP: level++; break;
        case VEC_GROUP_END: level--; break;
        case VEC_SHADOW_END:
            if (--level > 0)
                grow += bake_blur_reach(s.args[2] * (float)scale_of(&m)) +
                        (fabs((double)s.args[0]) + fabs((double)s.args[1])) * (fabs(m.xx) + fabs(m.xy) + fabs(m.yx) + fabs(m.yy));
            break;
        default: break;
        }
    }
    return (struct reach){floor(r.x0 - grow) - 2, floor(r.y0 - grow) - 2, ceil(r.x1 + grow) + 2, ceil(r.y1 + grow) + 2};
}

/* ---- groups */

static void group_begin(struct bake *b, size_t at) {
    cairo_matrix_t m;
    cairo_get_matrix(b->cr, &m);
    /* Device px inside a group are still those of the whole picture: cairo shifts its smaller surfaces by itself. */
    struct reach r = group_reach(b->v, at, m);
    cairo_save(b->cr);
    cairo_identity_matrix(b->cr);
    cairo_new_path(b->cr);
    if (r.x1 > r.x0) cairo_rectangle(b->cr, r.x0, r.y0, r.x1 - r.x0, r.y1 - r.y0);
    cairo_clip(b->cr);
    cairo_set_matrix(b->cr, &m);
    cairo_push_group(b->cr);
}

/* The blurred alpha of an image surface, larger by the reach on all sides; the edge of the surface goes on outwards, so
 * that a shape cut by the edge of the picture does not lighten there. NULL when there is nothing or no memory. */
static cairo_surface_t *shadow_mask(cairo_surface_t *image, float sigma, int grow) {
    cairo_surface_flush(image);
    int w = cairo_image_surface_get_width(image), h = cairo_image_surface_get_height(image);
    int stride = cairo_image_surface_get_stride(image);
    const unsigned char *px = cairo_image_surface_get_data(image);
    if (!px || w < 1 || h < 1) return NULL;
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, w + 2 * grow, h + 2 * grow);
    unsigned char *out = cairo_image_surface_get_data(mask);
    int out_stride = cairo_image_surface_get_stride(mask);
    if (!out) {
        cairo_surface_destroy(mask);
        return NULL;
    }
    for (int y = 0; y < h + 2 * grow; y++) {
        int sy = y - grow < 0 ? 0 : y - grow >= h ? h - 1 : y - grow;
        const uint32_t *row = (const uint32_t *)(const void *)(px + (size_t)sy * (size_t)stride);
        unsigned char *o = out + (size_t)y * (size_t)out_stride;
        memset(o, (int)(row[0] >> 24), (size_t)grow);
        for (int x = 0; x < w; x++) o[grow + x] = (unsigned char)(row[x] >> 24);
        memset(o + grow + w, (int)(row[w - 1] >> 24), (size_t)grow);
    }
    if (!bake_blur(out, w + 2 * grow, h + 2 * grow, out_stride, sigma)) {
        cairo_surface_destroy(mask);
        return NULL;
    }
    cairo_surface_mark_dirty(mask);
    return mask;
}

static void paint_shadow(struct bake *b, cairo_pattern_t *group, const struct vec_step *s) {
    cairo_surface_t *image = NULL;
    cairo_matrix_t m;
    cairo_get_matrix(b->cr, &m);
    float sigma = s->args[2] * (float)scale_of(&m);
    if (!finite_args(s, 0, 3) || !(vec_color(s->args[3]) & 255u)) return;
    if (cairo_pattern_get_surface(group, &image) != CAIRO_STATUS_SUCCESS || cairo_surface_get_type(image) != CAIRO_SURFACE_TYPE_IMAGE)
        return;
    int grow = bake_blur_reach(sigma);
    cairo_surface_t *mask = shadow_mask(image, sigma, grow);
    if (!mask) return;
    double ox, oy, dx = s->args[0], dy = s->args[1];
    cairo_surface_get_device_offset(image, &ox, &oy);
    cairo_matrix_transform_distance(&m, &dx, &dy);
    cairo_save(b->cr);
    cairo_identity_matrix(b->cr);
    source(b->cr, vec_color(s->args[3]));
    cairo_mask_surface(b->cr, mask, -ox - grow + dx, -oy - grow + dy);
    cairo_restore(b->cr);
    cairo_surface_destroy(mask);
}

static void group_end(struct bake *b, const struct vec_step *s) {
    cairo_pattern_t *group = cairo_pop_group(b->cr);
    cairo_restore(b->cr); /* the clip around the group's reach: a shadow leaves it */
    if (s && s->op == VEC_SHADOW_END) paint_shadow(b, group, s);
    cairo_set_source(b->cr, group);
    float alpha = s && s->op == VEC_GROUP_END ? s->args[0] : 1;
    if (alpha > 0) cairo_paint_with_alpha(b->cr, clampf(alpha, 0, 1));
    cairo_pattern_destroy(group);
}

static void open_level(struct bake *b, char what, size_t at) {
    if (b->depth == DEPTH_MAX) {
        b->ignored++;
        return;
    }
    b->opens[b->depth++] = what;
    if (what == 'g') group_begin(b, at);
    else cairo_save(b->cr);
}

/* Ends the innermost group or save; saves left open inside a group end with it. s NULL: the program is over. */
static void close_level(struct bake *b, char what, const struct vec_step *s) {
    if (b->ignored > 0) {
        b->ignored--;
        return;
    }
    while (b->depth > 0) {
        char open = b->opens[b->depth - 1];
        if (open == 'g' && what == 's') return;
        b->depth--;
        if (open == 's') cairo_restore(b->cr);
        else group_end(b, s);
        if (open == what) return;
    }
}

/* ---- paint */

static void fill(struct bake *b) {
    if (b->keep) cairo_fill_preserve(b->cr);
    else cairo_fill(b->cr);
    b->keep = false;
}

static void fill_gradient(struct bake *b, const struct vec_step *s) {
    int geom = s->op == VEC_FILL_LINEAR ? 4 : 3;
    const float *a = s->args;
    if (finite_args(s, 0, geom)) {
        cairo_pattern_t *p = geom == 4 ? cairo_pattern_create_linear(a[0], a[1], a[2], a[3])
                                       : cairo_pattern_create_radial(a[0], a[1], 0, a[0], a[1], fmaxf(a[2], 0));
        for (int i = 0; i < (int)a[geom]; i++) {
            rgba c = vec_color(a[geom + 2 + 2 * i]);
            cairo_pattern_add_color_stop_rgba(p, fminf(fmaxf(a[geom + 1 + 2 * i], 0), 1), (c >> 24 & 255u) / 255.0,
                                              (c >> 16 & 255u) / 255.0, (c >> 8 & 255u) / 255.0, (c & 255u) / 255.0);
        }
        cairo_set_source(b->cr, p);
        cairo_pattern_destroy(p);
    } else {
        cairo_set_source_rgba(b->cr, 0, 0, 0, 0);
    }
    fill(b);
}

static void stroke(struct bake *b, const struct vec_step *s) {
    const float *a = s->args;
    bool good = finite_args(s, 1, 3) && a[1] > 0;
    if (good) {
        double dash[2] = {fmaxf(a[2], 0), fmaxf(a[3], 0)};
        source(b->cr, vec_color(a[0]));
        cairo_set_line_width(b->cr, a[1]);
        cairo_set_dash(b->cr, dash, dash[1] > 0 ? 2 : 0, 0);
        if (b->keep) cairo_stroke_preserve(b->cr);
        else cairo_stroke(b->cr);
    } else if (!b->keep) {
        cairo_new_path(b->cr);
    }
    b->keep = false;
}

/* Specks of light and shade where something is painted already, the same for the same seed. */
static void noise(struct bake *b, const struct vec_step *s) {
    float alpha = clampf(s->args[0], 0, 1);
    uint32_t seed = vec_color(s->args[1]);
    if (!(alpha > 0)) return;
    cairo_surface_t *tile = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, NOISE_SIDE, NOISE_SIDE);
    unsigned char *data = cairo_image_surface_get_data(tile);
    if (data) {
        int stride = cairo_image_surface_get_stride(tile);
        for (int y = 0; y < NOISE_SIDE; y++) {
            uint32_t *row = (uint32_t *)(void *)(data + (size_t)y * (size_t)stride);
            for (int x = 0; x < NOISE_SIDE; x++) {
                double r = rng_next(&seed) * 2 - 1;
                uint32_t a = (uint32_t)(fabs(r) * (double)alpha * 255 + 0.5);
                row[x] = r > 0 ? a * 0x01010101u : a << 24;
            }
        }
        cairo_surface_mark_dirty(tile);
        cairo_save(b->cr);
        cairo_identity_matrix(b->cr);
        cairo_set_source_surface(b->cr, tile, 0, 0);
        cairo_pattern_set_extend(cairo_get_source(b->cr), CAIRO_EXTEND_REPEAT);
        cairo_pattern_set_filter(cairo_get_source(b->cr), CAIRO_FILTER_NEAREST);
        cairo_set_operator(b->cr, CAIRO_OPERATOR_ATOP);
        cairo_paint(b->cr);
        cairo_restore(b->cr);
    }
    cairo_surface_destroy(tile);
}

static void path_step(cairo_t *cr, const struct vec_step *s) {
    const float *a = s->args;
    double x, y;
    if (!finite_args(s, 0, s->n)) return;
    switch (s->op) {
    case VEC_MOVE: cairo_move_to(cr, a[0], a[1]); break;
    case VEC_LINE: cairo_line_to(cr, a[0], a[1]); break;
    case VEC_QUAD:
        if (!cairo_has_current_point(cr)) cairo_move_to(cr, a[0], a[1]);
        cairo_get_current_point(cr, &x, &y);
        cairo_curve_to(cr, x + (a[0] - x) * 2 / 3, y + (a[1] - y) * 2 / 3, a[2] + (a[0] - a[2]) * 2.0 / 3,
                       a[3] + (a[1] - a[3]) * 2.0 / 3, a[2], a[3]);
        break;
    case VEC_CURVE: cairo_curve_to(cr, a[0], a[1], a[2], a[3], a[4], a[5]); break;
    case VEC_ARC:
        if (a[2] > 0 && fabsf(a[4] - a[3]) < 1e3f) cairo_arc(cr, a[0], a[1], a[2], a[3], a[4]);
        break;
    default: break;
    }
}

static void clip(struct bake *b) {
    if (b->keep) cairo_clip_preserve(b->cr);
    else cairo_clip(b->cr);
    b->keep = false;
}

static void step(struct bake *b, const struct vec_step *s, size_t at) {
    cairo_matrix_t m;
    switch (s->op) {
    case VEC_MOVE: case VEC_LINE: case VEC_QUAD: case VEC_CURVE: case VEC_ARC: path_step(b->cr, s); break;
    case VEC_CLOSE: cairo_close_path(b->cr); break;
    case VEC_FILL:
        source(b->cr, vec_color(s->args[0]));
        fill(b);
        break;
    case VEC_FILL_LINEAR: case VEC_FILL_RADIAL: fill_gradient(b, s); break;
    case VEC_STROKE: stroke(b, s); break;
    case VEC_CLIP: clip(b); break;
    case VEC_KEEP: b->keep = true; break;
    case VEC_SAVE: open_level(b, 's', at); break;
    case VEC_RESTORE: close_level(b, 's', s); break;
    case VEC_TRANSLATE: case VEC_SCALE: case VEC_ROTATE:
        cairo_get_matrix(b->cr, &m);
        transform(&m, s);
        cairo_set_matrix(b->cr, &m);
        break;
    case VEC_GROUP: open_level(b, 'g', at); break;
    case VEC_GROUP_END: case VEC_SHADOW_END: close_level(b, 'g', s); break;
    case VEC_NOISE: noise(b, s); break;
    }
}

bool bake_vec(const struct vec *v, float scale, struct vec2 origin, uint32_t *pixels, int w, int h) {
    if (!v || !(scale > 0) || !isfinite(scale) || !isfinite(origin.x) || !isfinite(origin.y)) return true; /* nothing to see */
    cairo_surface_t *surface = cairo_image_surface_create_for_data((unsigned char *)pixels, CAIRO_FORMAT_ARGB32, w, h, w * 4);
    cairo_t *cr = cairo_create(surface);
    struct bake b = {.v = v, .cr = cr};
    cairo_scale(cr, scale, scale);
    cairo_translate(cr, -origin.x, -origin.y);
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    size_t at = 0;
    for (struct vec_step s; cairo_status(cr) == CAIRO_STATUS_SUCCESS && vec_next(v, &at, &s);) step(&b, &s, at);
    b.ignored = 0;
    while (b.depth > 0) close_level(&b, b.opens[b.depth - 1], NULL);
    bool ok = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    cairo_surface_destroy(surface);
    return ok;
}
