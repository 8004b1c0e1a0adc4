/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/png.h>
#include <plat/files.h>
#include <cairo.h>
#include <stdlib.h>
#include <string.h>

static cairo_status_t pull(void *ctx, unsigned char *to, unsigned n) {
    struct bytes *in = ctx;
    if (n > in->n) return CAIRO_STATUS_READ_ERROR;
    memcpy(to, in->p, n);
    in->p += n;
    in->n -= n;
    return CAIRO_STATUS_SUCCESS;
}

/* Copies any image surface into fresh ARGB32 pixels. */
static uint32_t *argb_of(cairo_surface_t *from, int w, int h) {
    uint32_t *px = calloc((size_t)w * (size_t)h, 4);
    if (!px) return NULL;
    cairo_format_t format = cairo_image_surface_get_format(from);
    if (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24) {
        const unsigned char *data = cairo_image_surface_get_data(from);
        uint32_t top = format == CAIRO_FORMAT_RGB24 ? 0xFF000000u : 0;
        for (int y = 0; y < h; y++) {
            const uint32_t *row = (const uint32_t *)(const void *)(data + (size_t)y * (size_t)cairo_image_surface_get_stride(from));
            uint32_t *o = px + (size_t)y * (size_t)w;
            for (int x = 0; x < w; x++) o[x] = row[x] | top;
        }
        return px;
    }
    cairo_surface_t *to = cairo_image_surface_create_for_data((unsigned char *)px, CAIRO_FORMAT_ARGB32, w, h, w * 4);
    cairo_t *cr = cairo_create(to);
    cairo_set_source_surface(cr, from, 0, 0);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(to);
    return px;
}

bool png_decode(struct bytes in, uint32_t **pixels, int *w, int *h) {
    cairo_surface_t *s = cairo_image_surface_create_from_png_stream(pull, &in);
    *pixels = NULL;
    if (cairo_surface_status(s) == CAIRO_STATUS_SUCCESS) {
        *w = cairo_image_surface_get_width(s);
        *h = cairo_image_surface_get_height(s);
        if (*w > 0 && *h > 0) *pixels = argb_of(s, *w, *h);
    }
    cairo_surface_destroy(s);
    return *pixels != NULL;
}

struct sink { unsigned char *p; size_t n, cap; };

static cairo_status_t push(void *ctx, const unsigned char *from, unsigned n) {
    struct sink *s = ctx;
    if (s->n + n > s->cap) {
        size_t cap = (s->n + n) * 2 + 4096;
        unsigned char *grown = realloc(s->p, cap);
        if (!grown) return CAIRO_STATUS_NO_MEMORY;
        s->p = grown;
        s->cap = cap;
    }
    memcpy(s->p + s->n, from, n);
    s->n += n;
    return CAIRO_STATUS_SUCCESS;
}

bool png_encode(const uint32_t *pixels, int w, int h, int stride, bool opaque, unsigned char **out, size_t *n) {
    struct sink sink = {0};
    /* cairo only reads the pixels here; its type says otherwise */
    unsigned char *data;
    memcpy(&data, &pixels, sizeof data);
    cairo_surface_t *s =
        cairo_image_surface_create_for_data(data, opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, w, h, stride);
    bool ok = cairo_surface_write_to_png_stream(s, push, &sink) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(s);
    if (!ok) {
        free(sink.p);
        sink = (struct sink){0};
    }
    *out = sink.p;
    *n = sink.n;
    return ok;
}

bool png_save(const char *path, const uint32_t *pixels, int w, int h, int stride, bool opaque) {
    unsigned char *p;
    size_t n;
    if (!png_encode(pixels, w, h, stride, opaque, &p, &n)) return false;
    bool ok = files_write(path, p, n, false);
    free(p);
    return ok;
}
