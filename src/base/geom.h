/* SPDX-License-Identifier: GPL-3.0-or-later */
/* geom.h - boxes and colours.
 *
 * Two coordinate spaces are used in the whole program:
 *   canvas  float, the reference units of the design (1920x1080 landscape, 1080x1920 portrait; a screen of another
 *           shape extends the canvas, it never letterboxes). Scenes, layout, nodes, events and semantics use it.
 *   px      int, device pixels of the output. Only the display list and plat use it.
 * A colour is 0xRRGGBBAA with straight (not premultiplied) alpha. */
#ifndef LK_BASE_GEOM_H
#define LK_BASE_GEOM_H
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

struct vec2 { float x, y; };
struct box { float x, y, w, h; };   /* canvas units */
struct ibox { int x, y, w, h; };    /* px */
typedef uint32_t rgba;              /* 0xRRGGBBAA */

static inline bool box_has(struct box b, struct vec2 p) { return p.x >= b.x && p.y >= b.y && p.x < b.x + b.w && p.y < b.y + b.h; }
static inline bool boxes_meet(struct box a, struct box b) { return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h; }
static inline struct box box_grow(struct box b, float d) { return (struct box){b.x - d, b.y - d, b.w + 2 * d, b.h + 2 * d}; }
static inline bool ibox_empty(struct ibox b) { return b.w <= 0 || b.h <= 0; }
static inline struct ibox ibox_and(struct ibox a, struct ibox b) {
    int x0 = a.x > b.x ? a.x : b.x, y0 = a.y > b.y ? a.y : b.y;
    int x1 = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w, y1 = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return x1 > x0 && y1 > y0 ? (struct ibox){x0, y0, x1 - x0, y1 - y0} : (struct ibox){0, 0, 0, 0};
}
static inline float clampf(float v, float lo, float hi) { return v < lo ? lo : v > hi ? hi : v; }
/* To whole px; what lies farther off than any screen reaches stays there, so that sums of such boxes are numbers still. NaN is far off. */
#define PX_FAR 1e6f
static inline int px_of(float v) { return (int)lroundf(fminf(fmaxf(v, -PX_FAR), PX_FAR)); }
static inline float lerpf(float a, float b, float t) { return a + (b - a) * t; }
static inline rgba rgba_alpha(rgba c, float a) { return (c & 0xFFFFFF00u) | (rgba)(clampf(a, 0, 1) * 255.0f + 0.5f); }
/* mix(a,b,t): byte-wise linear mix of all four channels, t in 0..1 (the mix() of the design). */
static inline rgba rgba_mix(rgba a, rgba b, float t) {
    rgba r = 0;
    for (int s = 0; s < 32; s += 8) {
        float x = (float)(a >> s & 255u), y = (float)(b >> s & 255u);
        r |= (rgba)(x + (y - x) * clampf(t, 0, 1) + 0.5f) << s;
    }
    return r;
}
#endif
