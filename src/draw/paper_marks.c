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

/* size: width of the print is about 1.04 x size. */
void paper_paw(struct vec *v, float cx, float cy, float size, float angle, rgba fill) {
    static const float TOES[4][4] = {{-38, -14, 18, -24}, {-14, -36, 19, -8}, {14, -36, 19, 8}, {38, -14, 18, 24}};
    vec_save(v);
    vec_translate(v, cx, cy);
    vec_rotate(v, angle);
    vec_scale(v, size / 100, size / 100);
    vec_move(v, 0, 44);
    vec_curve(v, -30, 44, -38, 26, -30, 8);
    vec_curve(v, -22, -10, -12, -14, 0, -14);
    vec_curve(v, 12, -14, 22, -10, 30, 8);
    vec_curve(v, 38, 26, 30, 44, 0, 44);
    vec_close(v);
    vec_fill(v, fill);
    for (int i = 0; i < 4; i++) {
        vec_save(v);
        vec_translate(v, TOES[i][0], TOES[i][1]);
        vec_rotate(v, TOES[i][3] * 3.14159265f / 180);
        vec_ellipse(v, 0, 0, 13, TOES[i][2]);
        vec_fill(v, fill);
        vec_restore(v);
    }
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
