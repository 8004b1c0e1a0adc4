/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper.c - buttons, cards, discs and the front sheet: things with thickness and a shadow. */
#include <draw/land_internal.h>
#include <draw/paper.h>

#define INK 0x06171CFFu      /* spruce-950 */
#define DEEP 0x0A2229FFu     /* spruce-900 */
#define SNOW 0xF4F8F6FFu
#define SHADE 0x020C10FFu
#define EDGE 6.0f            /* paper thickness of a button */
#define SINK 4.0f            /* how far its face goes down */
#define FRONT_STEP 20.0f
#define FRONT_MAX 512

const char *const PAPER_KINDS[] = {"prim", "dark", "paper", "hope", "danger", "rose", NULL};

/* light: the top edge of the face catches that much white. */
struct style { rgba face, edge, ink; float light; };
static struct style style_of(enum paper_kind k) {
    static const struct style STYLES[PAPER_KIND_COUNT] = {
        [PAPER_PRIM] = {0xF2A93BFF, 0xA8620CFF, INK, .45f},
        [PAPER_DARK] = {0x0F333CFF, INK, SNOW, .10f},
        [PAPER_PAPER] = {SNOW, 0xA3C8C7FF, DEEP, .90f},
        [PAPER_HOPE] = {0xA5D27FFF, 0x5E8F42FF, INK, .45f},
        [PAPER_DANGER] = {0x9E2F22FF, 0x5A1710FF, SNOW, .18f},
        [PAPER_ROSE] = {0xF4BCB1FF, 0xA44D5CFF, DEEP, .45f},
    };
    return STYLES[(int)k >= 0 && k < PAPER_KIND_COUNT ? k : PAPER_DARK];
}

rgba paper_face(enum paper_kind k) { return style_of(k).face; }
rgba paper_ink(enum paper_kind k) { return style_of(k).ink; }

/* The three heights above the ground (section 4). CSS blur = twice the deviation. The card's shadow is drawn a little
 * tighter than the drawing board's (16, 17), so that it ends inside PAPER_MARGIN. */
enum level { PILL, DISC, CARD, BUTTON };   /* BUTTON: as DISC; its lower edge already lies half as far down */
static void cast(struct vec *v, enum level level, float lift) {
    static const struct { float dy, blur, alpha; } SHADOW[] = {{6, 6, .35f}, {12, 11, .45f}, {13, 12, .50f}, {6, 11, .45f}};
    vec_shadow_end(v, 0, SHADOW[level].dy * lift, SHADOW[level].blur * (.4f + .6f * lift), rgba_alpha(SHADE, SHADOW[level].alpha));
}

/* Light on the upper edge of a face: the face less the same face two units lower. */
static void top_light(struct vec *v, struct box b, float r, float alpha) {
    struct box low = {b.x, b.y + 2, b.w, b.h};
    vec_save(v);
    vec_rrect(v, b, r);
    vec_clip(v);
    vec_rrect(v, b, r);
    vec_rrect(v, low, r);
    vec_fill(v, rgba_alpha(0xFFFFFFFFu, alpha));
    vec_restore(v);
}

void paper_button(struct vec *v, struct box b, enum paper_kind k, float sink) {
    struct style s = style_of(k);
    sink = clampf(sink, 0, 1);
    struct box edge = {b.x, b.y + EDGE, b.w, b.h}, face = {b.x, b.y + SINK * sink, b.w, b.h};
    float r = b.h / 2;
    vec_group(v);
    vec_rrect(v, edge, r);
    vec_fill(v, s.edge);
    vec_rrect(v, face, r);
    vec_fill(v, s.face);
    cast(v, BUTTON, 1 - .6f * sink);
    top_light(v, face, r, s.light);
}

void paper_card(struct vec *v, struct box b, float radius, rgba fill) {
    vec_group(v);
    vec_rrect(v, b, radius);
    vec_fill(v, fill);
    cast(v, CARD, 1);
}

void paper_pill(struct vec *v, struct box b, rgba fill) {
    vec_group(v);
    vec_rrect(v, b, b.h / 2);
    vec_fill(v, fill);
    cast(v, PILL, 1);
}

void paper_disc(struct vec *v, float cx, float cy, float r, rgba fill, rgba rim, float rim_width) {
    float w = clampf(rim_width, 0, r);
    vec_group(v);
    vec_circle(v, cx, cy, r);
    vec_fill(v, fill);
    if (w > 0 && (rim & 255u)) {
        vec_circle(v, cx, cy, r - w / 2);
        vec_stroke(v, rim, w, 0, 0);
    }
    cast(v, DISC, 1);
}

void paper_front(struct vec *v, float x0, float x1, float y, float bottom, rgba fill, rgba snow, uint32_t seed) {
    if (!(x1 > x0)) return;
    struct land_ridge wave = land_ridge_of(seed, 5, 900);
    struct vec2 p[FRONT_MAX];
    float step = fmaxf(FRONT_STEP, (x1 - x0) / (FRONT_MAX - 2));
    int n = 0;
    for (float x = x0; x < x1 && n < FRONT_MAX - 1; x += step) p[n++] = (struct vec2){x, y + land_ridge_at(&wave, x)};
    p[n++] = (struct vec2){x1, y + land_ridge_at(&wave, x1)};
    vec_group(v);
    vec_move(v, p[0].x, p[0].y);
    for (int i = 1; i < n; i++) vec_line(v, p[i].x, p[i].y);
    vec_line(v, x1, bottom);
    vec_line(v, x0, bottom);
    vec_close(v);
    vec_fill(v, fill);
    vec_shadow_end(v, 0, -5, 11, rgba_alpha(SHADE, .42f));
    if (snow & 255u) land_rim(v, p, n, 11, seed, snow);
}

/* A tree of the countdown stands on x,y and leans by angle; its shadow falls down whatever the angle. */
void paper_fir(struct vec *v, float x, float y, float h, float angle, rgba fill, rgba snow, bool outline) {
    uint32_t seed = 50u + (uint32_t)(int32_t)lroundf(angle * 1000.0f), shape = seed, flakes = seed + 20u;
    if (!outline) vec_group(v);
    vec_save(v);
    vec_translate(v, x, y);
    vec_rotate(v, angle);
    land_conifer_path(v, &shape, 0, 0, h, TREE_PINE);
    if (outline) {
        vec_stroke(v, fill, 3, 3, 10);
    } else {
        vec_fill(v, fill);
        if (snow & 255u) {
            land_snow_path(v, seed, &flakes, 0, 0, h, TREE_PINE);
            vec_fill(v, snow);
        }
    }
    vec_restore(v);
    if (!outline) vec_shadow_end(v, 0, 8, 9, rgba_alpha(SHADE, .45f));
}
