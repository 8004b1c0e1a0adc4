/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/image_pixels.h>
#include <cairo.h>
#include <stdlib.h>

static uint32_t mul(uint32_t c, uint32_t a) { /* c * a / 255, rounded, for 0..255 */
    uint32_t t = c * a + 128;
    return (t + (t >> 8)) >> 8;
}

void pixels_premultiply(uint32_t *p, size_t n) {
    for (size_t i = 0; i < n; i++) {
        uint32_t c = p[i], a = c >> 24;
        if (a == 255) continue;
        p[i] = a == 0 ? 0 : a << 24 | mul(c >> 16 & 255, a) << 16 | mul(c >> 8 & 255, a) << 8 | mul(c & 255, a);
    }
}

static uint32_t div_alpha(uint32_t c, uint32_t a) {
    uint32_t v = (c * 255 + a / 2) / a;
    return v > 255 ? 255 : v;
}

void pixels_unpremultiply(uint32_t *p, size_t n) {
    for (size_t i = 0; i < n; i++) {
        uint32_t c = p[i], a = c >> 24;
        if (a == 255 || a == 0) continue;
        p[i] = a << 24 | div_alpha(c >> 16 & 255, a) << 16 | div_alpha(c >> 8 & 255, a) << 8 | div_alpha(c & 255, a);
    }
}

static cairo_surface_t *over(uint32_t *p, int w, int h) {
    return cairo_image_surface_create_for_data((unsigned char *)p, CAIRO_FORMAT_ARGB32, w, h, w * 4);
}

uint32_t *pixels_fit(uint32_t *p, int pw, int ph, int w, int h, bool flip) {
    if (pw == w && ph == h && !flip) return p;
    uint32_t *out = calloc((size_t)w * (size_t)h, 4);
    cairo_surface_t *from = over(p, pw, ph), *to = out ? over(out, w, h) : NULL;
    cairo_t *cr = to ? cairo_create(to) : NULL;
    if (cr) {
        if (flip) {
            cairo_translate(cr, w, 0);
            cairo_scale(cr, -1, 1);
        }
        cairo_scale(cr, (double)w / pw, (double)h / ph);
        cairo_set_source_surface(cr, from, 0, 0);
        cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD); /* edges stay as opaque as they were */
        cairo_pattern_set_filter(cairo_get_source(cr), pw == w && ph == h ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
        cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
        cairo_paint(cr);
        if (cairo_status(cr) != CAIRO_STATUS_SUCCESS) {
            free(out);
            out = NULL;
        }
        cairo_destroy(cr);
    }
    cairo_surface_destroy(from);
    if (to) cairo_surface_destroy(to);
    free(p);
    return out;
}

void pixels_color(uint32_t *p, size_t n, rgba mod, rgba tint) {
    uint32_t r = mod >> 24 & 255, g = mod >> 16 & 255, b = mod >> 8 & 255, ta = tint & 255;
    if (ta) {
        for (size_t i = 0; i < n; i++) {
            uint32_t a = mul(p[i] >> 24, ta);
            p[i] = a << 24 | mul(tint >> 24 & 255, a) << 16 | mul(tint >> 16 & 255, a) << 8 | mul(tint >> 8 & 255, a);
        }
    } else if ((mod | 255u) != 0xFFFFFFFFu) {
        for (size_t i = 0; i < n; i++) {
            uint32_t c = p[i];
            p[i] = (c & 0xFF000000u) | mul(c >> 16 & 255, r) << 16 | mul(c >> 8 & 255, g) << 8 | mul(c & 255, b);
        }
    }
}

uint32_t *pixels_placeholder(int w, int h) {
    uint32_t *p = calloc((size_t)w * (size_t)h, 4);
    if (!p) return NULL;
    cairo_surface_t *s = over(p, w, h);
    cairo_t *cr = cairo_create(s);
    double r = (w < h ? w : h) / 8.0, q = 1.5707963267948966;
    cairo_arc(cr, w - r, r, r, -q, 0);
    cairo_arc(cr, w - r, h - r, r, 0, q);
    cairo_arc(cr, r, h - r, r, q, 2 * q);
    cairo_arc(cr, r, r, r, 2 * q, 3 * q);
    cairo_close_path(cr);
    cairo_set_source_rgba(cr, 0.87, 0.90, 0.92, 0.55); /* snow in the shade */
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(s);
    return p;
}
