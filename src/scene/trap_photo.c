/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trap_photo.c - the print as a program of paths, and the keys of its animal. */
#include <draw/land.h>
#include <scene/trap_photo.h>

#define DEGREE .01745329f
#define TALL 352.0f              /* the drawing goes down to here, coat units */

/* ---- what an author writes */
#define AT(m) .offset = offsetof(struct trap_shade, m)
static const struct field SHADE_FIELDS[] = {
    {.name = "path", .type = FIELD_STR, AT(path), .flags = FIELD_REQUIRED, .help = "Shape, as SVG path data."},
    {.name = "color", .type = FIELD_COLOR, AT(color), .flags = FIELD_REQUIRED, .help = "Colour, usually half transparent."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct trap_animal, m)
const struct field TRAP_ANIMAL_FIELDS[] = {
    {.name = "body", .type = FIELD_STR, AT(body), .flags = FIELD_REQUIRED, .help = "Outline of the flank as SVG path data; a photo is 408 wide, about 340 tall."},
    {.name = "shades", .type = FIELD_LIST, AT(shades), .help = "Shadows on the body.", .sub = SHADE_FIELDS, .sub_size = sizeof(struct trap_shade)},
    {.name = "back", .type = FIELD_COLOR, AT(back), .flags = FIELD_REQUIRED, .help = "Colour of the back."},
    {.name = "flank", .type = FIELD_COLOR, AT(flank), .flags = FIELD_REQUIRED, .help = "Colour of the flank."},
    {.name = "belly", .type = FIELD_COLOR, AT(belly), .flags = FIELD_REQUIRED, .help = "Colour of the belly."},
    {.name = "foot", .type = FIELD_COLOR, AT(foot), .flags = FIELD_REQUIRED, .help = "Colour of the legs at the lower edge."},
    {.name = "mark", .type = FIELD_COLOR, AT(mark), .flags = FIELD_REQUIRED, .help = "Rims of the rosettes and dark spots."},
    {.name = "core", .type = FIELD_COLOR, AT(core), .flags = FIELD_REQUIRED, .help = "Middle of the rosettes."},
    {.name = "legs", .type = FIELD_NUMS, AT(legs), .min = -60, .max = 480, .help = "Pairs from, to: where legs with small dark spots stand."},
    {.name = "fringe", .type = FIELD_NUMS, AT(fringe), .min = -60, .max = 480, .help = "From, to and height of the long hair of the belly."},
    {0}};
#undef AT

static bool path_ok(struct node *n, struct load_env *le, const char *what, const char *path) {
    struct vec v;
    vec_begin(&v, le->arena);
    if (!path || vec_svg_path(&v, path)) return true;
    diag_error(le->diag, node_at(n, "animal"), "'%s' of the animal is no SVG path (letters M L H V C Q A Z S T and numbers)", what);
    return false;
}

bool trap_animal_check(struct node *n, const struct trap_animal *a, struct load_env *le) {
    const struct trap_shade *shade = a->shades.items;
    bool ok = path_ok(n, le, "body", a->body);
    for (int i = 0; i < a->shades.n; i++) ok &= path_ok(n, le, "shades", shade[i].path);
    if (a->legs.n % 2 || (a->fringe.n && a->fringe.n != 3)) {
        diag_error(le->diag, node_at(n, "animal"), "'legs' needs pairs of numbers and 'fringe' three (from, to, height)");
        ok = false;
    }
    return ok;
}

/* ---- the print */
struct box trap_photo_area(float w, float h, float foot, float turn) {
    float half = w / 2 + TRAP_RIM, tall = TRAP_HANG + h + foot, s = fabsf(sinf(turn * DEGREE)), margin = 44;
    float x = half + s * tall + margin, top = TRAP_HANG - TRAP_RIM - s * half - margin;
    return (struct box){-x, top, 2 * x, tall + s * half + margin - top};
}

static void wood(struct vec *v, float light, uint32_t *rng) {
    struct land_light l = land_light(light);
    rgba dark = rgba_mix(l.far, l.near, .45f);
    vec_rect(v, (struct box){0, 0, SPOTS_W, TALL});
    vec_fill(v, rgba_mix(l.top, l.mid, .5f));
    for (int i = 0; i < 9; i++) {
        float x = -10 + (float)i * 54 + (float)rng_next(rng) * 26, y = 250 + (float)rng_next(rng) * 40, h = 150 + (float)rng_next(rng) * 150;
        land_conifer(v, rng, x, y, h, i % 2 ? TREE_FIR : TREE_PINE, dark, 0, 0);
    }
    vec_rect(v, (struct box){0, 262, SPOTS_W, TALL - 262});
    vec_fill(v, rgba_mix(l.snow, l.near, .22f));
    vec_move(v, 0, 268);
    vec_quad(v, 100, 250, 210, 262);
    vec_quad(v, 320, 274, 408, 258);
    vec_line(v, SPOTS_W, TALL);
    vec_line(v, 0, TALL);
    vec_close(v);
    vec_fill(v, rgba_mix(l.snow, 0xFFFFFFFFu, .1f));
    vec_move(v, 0, 338);
    vec_quad(v, 200, 300, 408, 338);
    vec_line(v, SPOTS_W, TALL);
    vec_line(v, 0, TALL);
    vec_close(v);
    vec_fill(v, 0x020C1029u);
}

void trap_coat_fill(struct vec *v, const struct trap_animal *a) {
    const struct vec_stop stops[] = {{0, a->back}, {.35f, a->flank}, {.66f, a->belly}, {1, a->foot}};
    vec_fill_linear(v, (struct vec2){0, 40}, (struct vec2){0, TALL}, stops, 4);
}

static void legs(struct vec *v, const struct trap_animal *a, uint32_t *rng) {
    for (int k = 0; k + 1 < a->legs.n; k += 2)
        for (int i = 0; i < 13; i++) {
            float x = lerpf(a->legs.v[k], a->legs.v[k + 1], (float)rng_next(rng)), y = 272 + (float)rng_next(rng) * 76;
            vec_ellipse(v, x, y, 5 + (float)rng_next(rng) * 4, 4 + (float)rng_next(rng) * 3);
            vec_fill(v, a->mark);
        }
}

static void fur(struct vec *v, uint32_t *rng) {
    for (int i = 0; i < 70; i++) {
        float x = (float)rng_next(rng) * SPOTS_W, y = 70 + (float)rng_next(rng) * 190;
        vec_move(v, x, y);
        vec_line(v, x - 8 - (float)rng_next(rng) * 8, y + 3 + (float)rng_next(rng) * 3);
    }
    vec_stroke(v, 0xFFFFFF38u, 1.6f, 0, 0);
}

static void fringe(struct vec *v, const struct trap_animal *a, float step, uint32_t *rng) {
    if (a->fringe.n < 3) return;
    for (int i = 0; i < 24; i++) {
        float t = (float)i / 23, x = step + lerpf(a->fringe.v[0], a->fringe.v[1], t), y = a->fringe.v[2] + 14 * sinf(3.14159265f * t);
        vec_move(v, x - 4, y - 8);
        vec_line(v, x - 7, y + 9 + (float)rng_next(rng) * 8);
        vec_line(v, x + 5, y - 6);
        vec_close(v);
        vec_fill(v, a->belly);
    }
}

/* No two stand alike: shoulder and rump go up and down a little, and the outline turns about the middle of the back. */
static void outline(struct vec *v, const struct trap_animal *a, float hump) {
    vec_translate(v, SPOTS_W / 2, 60);
    vec_rotate(v, hump * DEGREE);
    vec_translate(v, -SPOTS_W / 2, -60);
    vec_svg_path(v, a->body);
    vec_translate(v, SPOTS_W / 2, 60);
    vec_rotate(v, -hump * DEGREE);
    vec_translate(v, -SPOTS_W / 2, -60);
}

static void animal(struct vec *v, const struct trap_animal *a, const struct trap_photo *ph, float hump, uint32_t *rng) {
    const struct trap_shade *shade = a->shades.items;
    vec_save(v);
    if (ph->step != 0) vec_translate(v, ph->step, 0);
    outline(v, a, hump);
    vec_keep(v);
    trap_coat_fill(v, a);
    vec_clip(v);
    for (int i = 0; i < a->shades.n; i++) {
        vec_svg_path(v, shade[i].path);
        vec_fill(v, shade[i].color);
    }
    spots_draw(v, ph->coat, a->mark, a->core);
    legs(v, a, rng);
    fur(v, rng);
    vec_restore(v);
    fringe(v, a, ph->step, rng);
}

static void flank(struct vec *v, const struct trap_animal *a, const struct trap_photo *ph, float tall) {
    uint32_t rng = ph->seed + 5u;
    float hump = (float)(rng_next(&rng) - .5) * 4;
    const struct vec_stop vignette[] = {{0, 0x020C1000u}, {.6f, 0x020C1000u}, {1, 0x020C109Eu}};
    wood(v, ph->light, &rng);
    animal(v, a, ph, hump, &rng);
    vec_rect(v, (struct box){0, 0, SPOTS_W, tall});
    vec_fill_radial(v, (struct vec2){SPOTS_W / 2, tall * .45f}, SPOTS_W * .70f, vignette, 3);
    if (ph->dim <= 0) return;
    vec_rect(v, (struct box){0, 0, SPOTS_W, tall});
    vec_fill(v, rgba_alpha(0x06171CFFu, ph->dim));
}

void trap_photo_draw(struct vec *v, const struct trap_animal *a, const struct trap_photo *ph) {
    float k = ph->w / SPOTS_W;
    vec_save(v);
    vec_rotate(v, ph->turn * DEGREE);
    vec_group(v);
    vec_rrect(v, (struct box){-ph->w / 2 - TRAP_RIM, TRAP_HANG - TRAP_RIM, ph->w + 2 * TRAP_RIM, ph->h + TRAP_RIM + ph->foot}, 10);
    vec_fill(v, ph->paper);
    vec_shadow_end(v, 0, 12, 11, TRAP_SHADOW);
    vec_translate(v, -ph->w / 2, TRAP_HANG);
    vec_rrect(v, (struct box){0, 0, ph->w, ph->h}, 4);
    vec_clip(v);
    vec_scale(v, k, k);
    flank(v, a, ph, ph->h / k);
    vec_restore(v);
}
