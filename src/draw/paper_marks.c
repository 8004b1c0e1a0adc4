/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper_marks.c - the kiosk's small signs: rosette, paw, rings, pin, leaf and the two map patterns. */
#include <draw/icons.h>
#include <draw/paper.h>

#define TAU 6.283
#define INK 0x06171CFFu
#define ROOT2 1.41421356f
#define LINES_MAX 4000       /* more lines or rosettes than that is no pattern */

static struct vec2 polar(float cx, float cy, double a, double r) {
    return (struct vec2){(float)(cx + cos(a) * r), (float)(cy + sin(a) * r)};
}

static void quad_to(struct vec *v, struct vec2 c, struct vec2 p) { vec_quad(v, c.x, c.y, p.x, p.y); }

/* The first n of the petals of a rosette. */
static void petals(struct vec *v, float cx, float cy, float r, uint32_t seed, int n) {
    uint32_t rng = seed * 13u + 5u;
    for (int i = 0; i < n && i < PAPER_PETALS; i++) {
        double a = (double)i / PAPER_PETALS * TAU + rng_next(&rng) * .25 - 1.3, span = .80 + .26 * rng_next(&rng);
        double out = r * (.94 + .1 * rng_next(&rng)), in = r * (.52 + .08 * rng_next(&rng)), mid = (in + out) / 2;
        struct vec2 p = polar(cx, cy, a, in);
        vec_move(v, p.x, p.y);
        quad_to(v, polar(cx, cy, a - .06, mid * 1.04), polar(cx, cy, a + .1, out));
        quad_to(v, polar(cx, cy, a + span / 2, out * 1.10), polar(cx, cy, a + span - .1, out));
        quad_to(v, polar(cx, cy, a + span + .06, mid), polar(cx, cy, a + span, in));
        quad_to(v, polar(cx, cy, a + span / 2, in * 1.04), p);
        vec_close(v);
    }
}

void paper_rosette(struct vec *v, float cx, float cy, float r, rgba fill, uint32_t seed, rgba core) {
    if (core & 255u) {
        vec_circle(v, cx, cy, r * .40f);
        vec_fill(v, core);
    }
    petals(v, cx, cy, r, seed, PAPER_PETALS);
    vec_fill(v, fill);
}

void paper_petals(struct vec *v, float cx, float cy, float r, rgba fill, uint32_t seed, int n) {
    petals(v, cx, cy, r, seed, n);
    vec_fill(v, fill);
}

/* size: width of the print is 1.04 x size. The drawing is art/paw-print.svg's, made by the same program (prints.py). */
void paper_paw(struct vec *v, float cx, float cy, float size, float angle, rgba fill) {
    static const char PAW[] =
        "M-48.1-18.5c3.5-1.8 8.1 .8 10.8 2.9 5.4 4.3 10.8 12.3 7.3 19.3-.9 1.9-2.5 3.5-4.4 4.5-2 1-4.2 1.4-6.3 1-7.7-1.4-11.1"
        "-10.4-11.3-17.3-.1-3.4 .5-8.7 3.9-10.4zM-18.4-48.7c4.1-.7 7.8 3.8 9.8 6.8 4.2 6.2 7.2 16.3 1.4 22.5-1.6 1.7-3.7 2.8-6"
        " 3.2-2.3 .3-4.7-.1-6.7-1.2-7.5-4.1-7.7-14.7-5.7-21.9 1-3.3 3.2-8.8 7.2-9.4zM16.7-46.2c3.9 .6 6 5.9 6.9 9.2 1.8 7 1.5"
        " 17.2-5.8 21-2 1.1-4.4 1.4-6.6 1-2.2-.4-4.3-1.5-5.8-3.2-5.6-6-2.4-15.8 1.7-21.7 2-2.8 5.7-7 9.6-6.3zM48.9-12.6c3.1 1.9"
        " 3.3 6.8 3 10-.6 6.4-4.1 14.7-11.5 15.4-2 .2-4.1-.3-5.9-1.4-1.8-1-3.2-2.6-4-4.5-2.9-6.9 2.8-13.9 8.2-17.4 2.7-1.8 7.2"
        "-3.9 10.2-2.1zM.4-1.9c2.4 .2 4.5-1.7 6.8-2 2.8-.4 6.5 .8 8.8 2.3 2.6 1.6 3.9 4.1 5.4 6.6l2.2 3.5 6.3 10.3c1.4 2.1 2.8"
        " 4.3 4 6.6 1.3 2.4 2.2 5.1 2.8 7.7 .3 1.3 .5 2.5 .5 3.8 0 3.4-1.6 7.5-4.6 9.5-2.5 1.6-6.3 2.4-9 1-2.1-1.1-3.6-3.2-6.2"
        "-3-1.9 .1-3.6 1.3-5.3 1.9l-3.3 1c-2.9 .8-5.7 1.6-8.7 1.5-2.9-.2-6.8-1-9.4-2.3-2-.9-3.9-3-6.2-3-2.4 0-4 2.3-6.2 2.9-2.8"
        " .9-7.2-.5-9.4-2.2-.8-.7-1.5-1.5-2.1-2.3-3-4.4-2.7-9-1.3-13.9 1.1-3.9 3.1-7.2 5.2-10.7 2.2-3.7 4.6-7.2 7.1-10.7 3.2"
        "-4.6 5.2-8.4 10.8-10.5 1.6-.6 3.5-1.1 5.3-.7 2.3 .5 4 2.6 6.5 2.7z";
    vec_save(v);
    vec_translate(v, cx, cy);
    vec_rotate(v, angle);
    vec_scale(v, size / 100, size / 100);
    vec_svg_path(v, PAW);
    vec_fill(v, fill);
    vec_restore(v);
}

/* r is the outermost of the three circles; as drawn: 80, 58 and a disc of 34. */
void paper_ring(struct vec *v, float cx, float cy, float r, rgba color) {
    float k = r / 80, a = (float)(color & 255u) / 255;
    vec_circle(v, cx, cy, 34 * k);
    vec_fill(v, rgba_alpha(color, .35f * a));
    vec_circle(v, cx, cy, 58 * k);
    vec_stroke(v, rgba_alpha(color, .90f * a), 5 * k, 0, 0);
    vec_circle(v, cx, cy, 80 * k);
    vec_stroke(v, rgba_alpha(color, .45f * a), 3 * k, 0, 0);
}

/* Lies outside of b, with a dark line on either side: it shows on dark, gold and snow alike. */
void paper_focus(struct vec *v, struct box b, float radius, rgba color, float width) {
    const float dark = 2.5f;
    float d = dark + width / 2;
    vec_rrect(v, box_grow(b, d), radius + d);
    vec_keep(v);
    vec_stroke(v, rgba_alpha(INK, .85f), width + 2 * dark, 0, 0);
    vec_stroke(v, color, width, 0, 0);
}

void paper_pin(struct vec *v, float x, float y, rgba fill) {
    vec_move(v, x, y);
    vec_curve(v, x - 10, y - 22, x - 26, y - 32, x - 26, y - 52);
    vec_arc(v, x, y - 52, 26, 3.14159265f, 2 * 3.14159265f);
    vec_curve(v, x + 26, y - 32, x + 10, y - 22, x, y);
    vec_close(v);
    vec_keep(v);
    vec_fill(v, fill);
    vec_stroke(v, INK, 4, 0, 0);
    vec_circle(v, x, y - 52, 10);
    vec_fill(v, INK);
}

void paper_leaf(struct vec *v, float cx, float cy, float r, bool on_light) {
    float k = r / 22;
    vec_circle(v, cx, cy, r);
    vec_fill(v, on_light ? 0x0A22291Au : 0xF4F8F624u);
    icon_draw(v, "leaf", cx - 14 * k, cy - 15 * k, 28 * k, on_light ? 0x205C66FFu : 0xA5D27FFFu, false);
}

/* Lines x + y = c, cut at the box. step is measured across the stripes. */
void paper_stripes(struct vec *v, struct box b, float step, float width, rgba color) {
    float x1 = b.x + b.w, y1 = b.y + b.h, pitch = step * ROOT2;
    if (!(step > 0) || (b.w + b.h) / pitch > LINES_MAX) return;
    for (float c = ceilf((b.x + b.y) / pitch) * pitch; c <= x1 + y1; c += pitch) {
        float right = fminf(x1, c - b.y), left = fmaxf(b.x, c - y1);
        if (right <= left) continue;
        vec_move(v, right, c - right);
        vec_line(v, left, c - left);
    }
    vec_stroke(v, color, width, 0, 0);
}

/* Rows are shifted by half a step in turn. Only rosettes that touch the box are drawn. */
void paper_rosettes(struct vec *v, struct box b, float step, float r, rgba color) {
    float row = step * .45f, half = step / 2;
    if (!(step > 0) || b.w / step * (b.h / row) > LINES_MAX) return;
    int j0 = (int)floorf((b.y - r) / row), j1 = (int)ceilf((b.y + b.h + r) / row);
    int i0 = (int)floorf((b.x - r - half) / step), i1 = (int)ceilf((b.x + b.w + r) / step);
    for (int j = j0; j <= j1; j++) {
        for (int i = i0; i <= i1; i++) {
            float x = (float)i * step + (j & 1 ? half : 0), y = (float)j * row;
            if (x + r < b.x || x - r > b.x + b.w || y + r < b.y || y - r > b.y + b.h) continue;
            petals(v, x, y, r, (uint32_t)(3 + ((i * 5 + j * 3) & 7)), PAPER_PETALS);
        }
    }
    vec_fill(v, color);
}
