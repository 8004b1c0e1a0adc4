/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <plat/bake.h>
#include <plat/bake_pack.h>
#include <plat/files.h>
#include <plat/image.h>
#include <plat/image_store.h>
#include <plat/jobs.h>
#include <plat/png.h>
#include <plat/silent.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture { struct arena a; struct silent_log log; char dir[64]; };

static int setup(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->a, 0);
    f->log.arena = &f->a;
    strcpy(f->dir, "/tmp/lk-image-XXXXXX");
    if (!mkdtemp(f->dir)) return -1;
    *state = f;
    return 0;
}
static int teardown(void **state) {
    struct fixture *f = *state;
    char cmd[100];
    snprintf(cmd, sizeof cmd, "rm -r '%s'", f->dir);
    int rc = system(cmd);
    arena_free(&f->a);
    free(f);
    return rc;
}

static unsigned alpha(uint32_t c) { return c >> 24; }
static unsigned red(uint32_t c) { return c >> 16 & 255; }
static unsigned green(uint32_t c) { return c >> 8 & 255; }
static unsigned blue(uint32_t c) { return c & 255; }

static uint32_t *bake(const struct vec *v, float scale, struct vec2 origin, int w, int h) {
    uint32_t *p = calloc((size_t)w * (size_t)h, 4);
    assert_true(bake_vec(v, scale, origin, p, w, h));
    for (int i = 0; i < w * h; i++) assert_true(red(p[i]) <= alpha(p[i]) && green(p[i]) <= alpha(p[i]) && blue(p[i]) <= alpha(p[i]));
    return p;
}

/* ---- baking */

static void scale_and_origin_place_the_picture(void **state) {
    struct fixture *f = *state;
    struct vec v;
    vec_begin(&v, &f->a);
    vec_rect(&v, (struct box){100, 200, 10, 5});
    vec_fill(&v, 0x80FF40FF);
    uint32_t *p = bake(&v, 2, (struct vec2){95, 198}, 40, 20);
    for (int y = 0; y < 20; y++)
        for (int x = 0; x < 40; x++)
            assert_int_equal(p[y * 40 + x], x >= 10 && x < 30 && y >= 4 && y < 14 ? 0xFF80FF40u : 0);
    free(p);
}

static void fills_are_even_odd_and_keep_keeps(void **state) {
    struct fixture *f = *state;
    struct vec v;
    vec_begin(&v, &f->a);
    vec_rect(&v, (struct box){0, 0, 30, 30});
    vec_rect(&v, (struct box){10, 10, 10, 10}); /* the same way round: a hole all the same */
    vec_keep(&v);
    vec_fill(&v, 0xFF0000FF);
    vec_clip(&v);
    vec_rect(&v, (struct box){0, 15, 30, 15});
    vec_fill(&v, 0x0000FFFF);
    uint32_t *p = bake(&v, 1, (struct vec2){0, 0}, 30, 30);
    assert_int_equal(p[5 * 30 + 5], 0xFFFF0000);
    assert_int_equal(p[12 * 30 + 15], 0);
    assert_int_equal(p[17 * 30 + 15], 0); /* the clip has the hole too */
    assert_int_equal(p[25 * 30 + 15], 0xFF0000FF);
    free(p);
}

static void gradients_run_between_their_stops(void **state) {
    struct fixture *f = *state;
    struct vec v;
    struct vec_stop stops[] = {{0, 0x000000FF}, {1, 0xFF0000FF}};
    vec_begin(&v, &f->a);
    vec_rect(&v, (struct box){0, 0, 256, 4});
    vec_fill_linear(&v, (struct vec2){0, 0}, (struct vec2){256, 0}, stops, 2);
    uint32_t *p = bake(&v, 1, (struct vec2){0, 0}, 256, 4);
    for (int x = 0; x < 256; x += 17) assert_in_range(red(p[x]), x > 2 ? x - 2 : 0, x + 2);
    free(p);
    vec_begin(&v, &f->a);
    vec_rect(&v, (struct box){0, 0, 101, 101});
    vec_fill_radial(&v, (struct vec2){50.5f, 50.5f}, 50, stops, 2);
    p = bake(&v, 1, (struct vec2){0, 0}, 101, 101);
    assert_in_range(red(p[50 * 101 + 50]), 0, 4);
    assert_in_range(red(p[50 * 101 + 75]), 122, 134);
    assert_int_equal(red(p[0]), 255);
    free(p);
}

static void a_shadow_is_soft_and_lies_below(void **state) {
    struct fixture *f = *state;
    struct vec v;
    vec_begin(&v, &f->a);
    vec_group(&v);
    vec_rect(&v, (struct box){40, 40, 40, 40});
    vec_fill(&v, 0xFFFFFFFF);
    vec_shadow_end(&v, 0, 10, 4, 0x000000FF);
    uint32_t *p = bake(&v, 1, (struct vec2){0, 0}, 120, 140);
    assert_int_equal(p[60 * 120 + 60], 0xFFFFFFFF);       /* the shape itself */
    unsigned last = 255, half = alpha(p[89 * 120 + 60]);
    for (int y = 80; y < 120; y++) {                     /* falls off downwards, without steps */
        unsigned a = alpha(p[y * 120 + 60]);
        assert_true(a <= last && last - a < 45);
        last = a;
    }
    assert_in_range(half, 110, 150);                     /* half at the edge of the shape, shifted by 10 */
    assert_int_equal(last, 0);
    assert_true(alpha(p[36 * 120 + 60]) < 40);           /* hardly any above: 14 px = 3.5 std dev from the edge */
    double sum = 0;                                      /* a blur spreads, it does not lose: weigh an isolated shadow */
    vec_begin(&v, &f->a);
    vec_group(&v);
    vec_rect(&v, (struct box){4, 40, 20, 20});
    vec_fill(&v, 0xFFFFFFFF);
    vec_shadow_end(&v, 46, 0, 6, 0x000000FF);
    uint32_t *q = bake(&v, 1, (struct vec2){0, 0}, 100, 100);
    for (int i = 0; i < 100 * 100; i++) sum += i % 100 < 25 ? 0 : alpha(q[i]) / 255.0;
    assert_true(fabs(sum - 400) < 12);
    free(q);
    free(p);
}

static void a_shadow_does_not_fade_at_the_edge_of_the_picture(void **state) {
    struct fixture *f = *state;
    struct vec v;
    vec_begin(&v, &f->a);
    vec_group(&v);
    vec_rect(&v, (struct box){-50, 50, 300, 100}); /* a sheet from side to side */
    vec_fill(&v, 0xFFFFFFFF);
    vec_shadow_end(&v, 0, -5, 8, 0x000000FF);
    uint32_t *p = bake(&v, 1, (struct vec2){0, 0}, 200, 100);
    for (int x = 0; x < 200; x++) assert_int_equal(p[40 * 200 + x], p[40 * 200 + 100]);
    assert_in_range(alpha(p[40 * 200]), 50, 110);
    free(p);
}

static void groups_fade_as_one(void **state) {
    struct fixture *f = *state;
    struct vec v;
    vec_begin(&v, &f->a);
    vec_save(&v);
    vec_translate(&v, 10, 0);
    vec_group(&v);
    vec_rect(&v, (struct box){0, 0, 10, 10});
    vec_fill(&v, 0xFF0000FF);
    vec_rect(&v, (struct box){5, 0, 10, 10});
    vec_fill(&v, 0x00FF00FF);
    vec_group_end(&v, 0.5f);
    vec_restore(&v);
    vec_rect(&v, (struct box){0, 0, 5, 5}); /* the shift is over */
    vec_fill(&v, 0x0000FFFF);
    uint32_t *p = bake(&v, 1, (struct vec2){0, 0}, 40, 10);
    assert_in_range(alpha(p[12]), 127, 128);
    assert_in_range(alpha(p[17]), 127, 128); /* where two overlap too */
    assert_int_equal(red(p[17]), 0);
    assert_int_equal(p[0], 0xFF0000FF);
    free(p);
}

static void noise_stays_on_what_is_painted(void **state) {
    struct fixture *f = *state;
    struct vec v;
    vec_begin(&v, &f->a);
    vec_rect(&v, (struct box){0, 0, 50, 50});
    vec_fill(&v, 0x808080FF);
    vec_noise(&v, 0.2f, 5);
    uint32_t *p = bake(&v, 1, (struct vec2){0, 0}, 100, 50), *q = bake(&v, 1, (struct vec2){0, 0}, 100, 50);
    int lighter = 0, darker = 0;
    for (int y = 0; y < 50; y++)
        for (int x = 0; x < 100; x++) {
            assert_int_equal(alpha(p[y * 100 + x]), x < 50 ? 255 : 0);
            lighter += x < 50 && red(p[y * 100 + x]) > 0x80;
            darker += x < 50 && red(p[y * 100 + x]) < 0x80;
        }
    assert_true(lighter > 1000 && darker > 1000);
    assert_memory_equal(p, q, 100 * 50 * 4); /* the same seed, the same grain */
    free(p);
    free(q);
}

static void damaged_programs_end_quietly(void **state) {
    struct fixture *f = *state;
    struct vec v, w;
    vec_begin(&v, &f->a);
    for (int i = 0; i < 60; i++) vec_group(&v); /* deeper than allowed, never ended */
    vec_restore(&v);
    vec_circle(&v, NAN, INFINITY, 1e30f);
    vec_arc(&v, 5, 5, 3, 0, 1e9f);
    vec_stroke(&v, 0xFF0000FF, NAN, -1, INFINITY);
    vec_scale(&v, 0, 0);
    vec_rotate(&v, NAN);
    vec_rect(&v, (struct box){0, 0, 10, 10});
    vec_fill(&v, 0x00FF00FF);
    for (int i = 0; i < 70; i++) vec_group_end(&v, 1);
    vec_shadow_end(&v, NAN, 0, 1e9f, 0xFF);
    uint32_t *p = bake(&v, 1, (struct vec2){0, 0}, 20, 20);
    assert_int_equal(p[0], 0xFF00FF00);
    free(p);
    uint32_t seed = 3;
    vec_begin(&w, &f->a);
    vec_group(&w), vec_circle(&w, 9, 9, 5), vec_fill(&w, 0xFFFFFFFF), vec_shadow_end(&w, 1, 1, 3, 0xFF), vec_noise(&w, 1, 1);
    for (int i = 0; i < 400; i++) { /* bytes turned over at random */
        struct vec bad = {.p = arena_copy(&f->a, w.p, w.n), .n = w.n};
        for (int k = 0; k < 3; k++) bad.p[(size_t)(rng_next(&seed) * (double)w.n)] ^= (unsigned char)(1 << (int)(rng_next(&seed) * 8));
        p = calloc(20 * 20, 4);
        bake_vec(&bad, 1, (struct vec2){0, 0}, p, 20, 20);
        free(p);
    }
}

/* ---- wishes */

static unsigned char *quarters(size_t *n) { /* 8 x 8: red, green / blue, nothing */
    uint32_t p[64];
    unsigned char *out;
    for (int i = 0; i < 64; i++) p[i] = i / 8 < 4 ? (i % 8 < 4 ? 0xFFFF0000u : 0xFF00FF00u) : (i % 8 < 4 ? 0xFF0000FFu : 0);
    assert_true(png_encode(p, 8, 8, 32, false, &out, n));
    return out;
}

static struct images *open_with(struct fixture *f, const struct port_files *files, const char *pack, const char *user, bool svg) {
    struct images_options o = {files, pack, user, svg, silent_log(&f->log)};
    struct images *im = images_open(&o);
    assert_non_null(im);
    return im;
}

static const char SVG[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><path d=\"M0 0h5v10h-5z\" fill=\"#ff0000\"/></svg>";

static const char BLUE[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><path d=\"M0 0h5v10h-5z\" fill=\"#0000ff\"/></svg>";

static void assets_are_fitted_mirrored_and_coloured(void **state) {
    struct fixture *f = *state;
    size_t n;
    unsigned char *png = quarters(&n);
    struct silent_file list[] = {{"assets/q.png", png, n}, SILENT_TEXT("assets/half.svg", SVG), {0}};
    struct port_files files = silent_files(list);
    struct images *im = open_with(f, &files, NULL, NULL, true);
    struct picture pic;
    struct pic_spec s = {.kind = PIC_ASSET, .w = 80, .h = 80, .path = "q.png", .mod = 0xFFFFFFFF};
    images_make(im, pic_spec_key(&s), &s, &pic);
    assert_false(pic.failed);
    assert_int_equal(pic.p[0], 0xFFFF0000); /* the corner stays opaque when it is enlarged */
    assert_int_equal(pic.p[79], 0xFF00FF00);
    picture_free(&pic);
    s.w = s.h = 4, s.flip = true;
    images_make(im, pic_spec_key(&s), &s, &pic);
    assert_int_equal(pic.p[0], 0xFF00FF00);
    assert_int_equal(pic.p[3], 0xFFFF0000);
    picture_free(&pic);
    s.flip = false, s.mod = 0x80FFFFFF;
    images_make(im, pic_spec_key(&s), &s, &pic);
    assert_int_equal(pic.p[0], 0xFF800000);
    picture_free(&pic);
    s.mod = 0xFFFFFFFF, s.tint = 0x00FF0080;
    images_make(im, pic_spec_key(&s), &s, &pic);
    assert_int_equal(pic.p[0], 0x80008000);
    assert_int_equal(pic.p[15], 0);
    picture_free(&pic);
    s = (struct pic_spec){.kind = PIC_ASSET, .w = 60, .h = 20, .path = "half.svg", .mod = 0xFFFFFFFF}; /* exactly, not to scale */
    images_make(im, pic_spec_key(&s), &s, &pic);
    assert_false(pic.failed);
    assert_int_equal(pic.full_w, 60), assert_int_equal(pic.full_h, 20);
    assert_in_range(pic.w, 29, 31), assert_int_equal(pic.h, 20);
    assert_int_equal(pic.p[5 * pic.w + 5], 0xFFFF0000);
    picture_free(&pic);
    assert_int_equal(f->log.n, 0);
    images_close(im);
    free(png);
}

static void what_cannot_be_made_is_a_placeholder_and_one_line(void **state) {
    struct fixture *f = *state;
    struct silent_file list[] = {SILENT_TEXT("assets/broken.png", "\x89PNG\r\n\x1a\n????"), SILENT_TEXT("assets/word.txt", "hello"),
                                 SILENT_TEXT("assets/half.svg", SVG), {0}};
    static const char *const PATHS[] = {"none.png", "broken.png", "word.txt", "../x.png", "half.svg"};
    struct port_files files = silent_files(list);
    struct images *im = open_with(f, &files, NULL, f->dir, false); /* no SVG, and no ladder for it */
    for (int i = 0; i < 5; i++) {
        struct picture pic;
        struct pic_spec s = {.kind = PIC_ASSET, .w = 300, .h = 200, .path = PATHS[i], .mod = 0xFFFFFFFF};
        images_make(im, pic_spec_key(&s), &s, &pic);
        assert_true(pic.failed);
        assert_int_equal(pic.full_w, 300);
        assert_non_null(pic.p);
        assert_int_equal(f->log.n, i + 1);
        picture_free(&pic);
        images_make(im, pic_spec_key(&s), &s, &pic); /* said once */
        assert_int_equal(f->log.n, i + 1);
        picture_free(&pic);
    }
    struct picture pic;
    struct pic_spec huge = {.kind = PIC_VEC, .w = 1 << 20, .h = 1 << 20};
    images_make(im, 1, &huge, &pic);
    assert_true(pic.failed);
    assert_null(pic.p);
    images_close(im);
}

static int files_in(const char *dir) {
    int n = 0;
    DIR *d = opendir(dir);
    for (struct dirent *e; (e = readdir(d));) n += e->d_name[0] != '.';
    closedir(d);
    return n;
}

static void ruin_all(const char *dir) {
    DIR *d = opendir(dir);
    char path[400];
    for (struct dirent *e; (e = readdir(d));) {
        if (e->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
        assert_int_equal(truncate(path, 100), 0);
    }
    closedir(d);
}

static void caches_are_used_healed_and_never_stale(void **state) {
    struct fixture *f = *state;
    struct vec v;
    size_t n;
    unsigned char *png = quarters(&n);
    struct silent_file list[] = {{"assets/q.png", png, n}, {0}};
    struct port_files files = silent_files(list);
    vec_begin(&v, &f->a);
    vec_circle(&v, 150, 150, 100), vec_fill(&v, 0xFF8800FF);
    struct pic_spec drawn = {.kind = PIC_VEC, .w = 300, .h = 300, .vec = &v, .scale = 1}, small = drawn;
    struct pic_spec asset = {.kind = PIC_ASSET, .w = 30, .h = 30, .path = "q.png", .mod = 0xFFFFFFFF};
    struct picture a, b;
    small.w = small.h = 20;
    struct images *im = open_with(f, &files, NULL, f->dir, false);
    images_make(im, pic_spec_key(&drawn), &drawn, &a);
    assert_int_equal(files_in(f->dir), 1);
    images_make(im, pic_spec_key(&small), &small, &b);
    picture_free(&b);
    assert_int_equal(files_in(f->dir), 1); /* not worth a file */
    images_make(im, pic_spec_key(&asset), &asset, &b);
    picture_free(&b);
    assert_int_equal(files_in(f->dir), 2);
    struct pic_spec liar = drawn; /* found by its key alone: this program is not run */
    liar.vec = NULL;
    images_make(im, pic_spec_key(&drawn), &liar, &b);
    assert_memory_equal(a.p, b.p, picture_bytes(&a));
    picture_free(&b);
    ruin_all(f->dir);
    images_make(im, pic_spec_key(&drawn), &drawn, &b);
    assert_false(b.failed);
    assert_memory_equal(a.p, b.p, picture_bytes(&a));
    picture_free(&b);
    images_close(im);
    im = open_with(f, &files, f->dir, NULL, false); /* a filled folder serves as a pack's */
    images_make(im, pic_spec_key(&drawn), &liar, &b);
    assert_memory_equal(a.p, b.p, picture_bytes(&a));
    picture_free(&b);
    images_close(im);
    uint32_t other[64];
    memset(other, 0xFF, sizeof other);
    free(png);
    assert_true(png_encode(other, 8, 8, 32, false, &png, &n));
    list[0].p = png, list[0].n = n; /* the file changes, its path stays */
    im = open_with(f, &files, NULL, f->dir, false);
    images_make(im, pic_spec_key(&asset), &asset, &b);
    assert_int_equal(b.p[0], 0xFFFFFFFF);
    picture_free(&b), picture_free(&a);
    images_close(im);
    free(png);
    store_sweep(f->dir, 0);
    assert_int_equal(files_in(f->dir), 0);
    assert_int_equal(f->log.n, 0);
}

static void the_ladder_stands_in_for_drawings(void **state) {
    struct fixture *f = *state;
    struct silent_file list[] = {SILENT_TEXT("assets/half.svg", SVG), {0}};
    struct port_files files = silent_files(list);
    struct images *im = open_with(f, &files, NULL, NULL, true);
    assert_true(images_bake(im, "half.svg", 40, 40, f->dir));
    assert_true(images_bake(im, "half.svg", 100, 100, f->dir));
    assert_false(images_bake(im, "none.svg", 40, 40, f->dir));
    assert_int_equal(f->log.n, 1);
    images_close(im);
    struct rungs r = rungs_read(f->dir);
    assert_int_equal(r.n, 2);
    uint64_t hash = asset_hash("half.svg");
    assert_int_equal(rungs_pick(&r, hash, 10), 40);
    assert_int_equal(rungs_pick(&r, hash, 40), 40);
    assert_int_equal(rungs_pick(&r, hash, 41), 100);
    assert_int_equal(rungs_pick(&r, hash, 500), 100);
    assert_int_equal(rungs_pick(&r, hash + 1, 500), 0);
    free(r.v);
    struct silent_file none[] = {{0}};
    struct port_files gone = silent_files(none);
    for (int i = 0; i < 2; i++) { /* the drawing is not looked at, and need not be there */
        im = open_with(f, i ? &gone : &files, f->dir, NULL, false);
        struct picture pic;
        struct pic_spec s = {.kind = PIC_ASSET, .w = 50, .h = 50, .path = "half.svg", .mod = 0xFFFFFFFF};
        images_make(im, pic_spec_key(&s), &s, &pic);
        assert_false(pic.failed);
        assert_in_range(pic.w, 25, 27);
        assert_int_equal(pic.p[10 * pic.w + 10], 0xFFFF0000);
        picture_free(&pic);
        images_close(im);
    }
    assert_int_equal(f->log.n, 1);
}

/* A ladder of an older drawing stands in where nothing is parsed, but never for who parses. */
static void an_old_rung_does_not_pass_for_the_drawing(void **state) {
    struct fixture *f = *state;
    char user[sizeof f->dir + 8];
    struct silent_file old[] = {SILENT_TEXT("assets/half.svg", SVG), {0}};
    struct silent_file blue[] = {SILENT_TEXT("assets/half.svg", BLUE), {0}};
    struct port_files before = silent_files(old), after = silent_files(blue);
    snprintf(user, sizeof user, "%s/user", f->dir);
    struct images *im = open_with(f, &before, NULL, NULL, true);
    assert_true(images_bake(im, "half.svg", 300, 300, f->dir));
    images_close(im);
    struct picture pic;
    struct pic_spec s = {.kind = PIC_ASSET, .w = 250, .h = 250, .path = "half.svg", .mod = 0xFFFFFFFF};
    for (int i = 0; i < 4; i++) { /* without SVG twice: made of the rung, then read back; then with */
        im = open_with(f, &after, f->dir, user, i > 1);
        images_make(im, pic_spec_key(&s), &s, &pic);
        assert_false(pic.failed);
        assert_int_equal(pic.p[10 * pic.w + 10], i > 1 ? 0xFF0000FF : 0xFFFF0000);
        picture_free(&pic);
        images_close(im);
        assert_int_equal(files_in(user), i > 1 ? 2 : 1);
    }
    assert_int_equal(f->log.n, 0);
}

static void a_baked_pack_holds_what_is_wished_and_nothing_else(void **state) {
    struct fixture *f = *state;
    struct silent_file list[] = {SILENT_TEXT("assets/half.svg", SVG), SILENT_TEXT("assets/blue.svg", BLUE), {0}};
    struct port_files files = silent_files(list);
    struct pic_spec spec[6];
    const struct pic_spec *specs[6];
    uint64_t keys[6];
    static const int WIDE[6] = {100, 90, 60, 100, 40, 200};
    for (int i = 0; i < 6; i++) {
        spec[i] = (struct pic_spec){.kind = PIC_ASSET, .w = WIDE[i], .h = WIDE[i], .path = i == 4 ? "blue.svg" : "half.svg", .mod = 0xFFFFFFFF, .flip = i == 3};
        specs[i] = &spec[i];
        keys[i] = pic_spec_key(specs[i]);
    }
    struct bake_wishes w = {specs, keys, 6, 5}; /* the last is for the ladder alone */
    assert_int_equal(bake_pack(&files, silent_log(&f->log), f->dir, &w, 2), 0);
    struct rungs r = rungs_read(f->dir);
    assert_int_equal(r.n, 2); /* 200 and 40: the widest of each drawing */
    assert_int_equal(rungs_pick(&r, asset_hash("half.svg"), 61), 200);
    free(r.v);
    assert_int_equal(files_in(f->dir), 5 + 2);
    w.n = w.exact = 2;
    assert_int_equal(bake_pack(&files, silent_log(&f->log), f->dir, &w, 2), 0);
    assert_int_equal(files_in(f->dir), 2 + 1);
    spec[0].path = "none.svg";
    keys[0] = pic_spec_key(specs[0]);
    assert_int_equal(bake_pack(&files, silent_log(&f->log), f->dir, &w, 2), 2); /* neither its picture nor its rung */
    assert_true(files_in(f->dir) >= 3); /* nothing goes when something failed */
}

/* ---- workers */

static void workers_make_what_was_asked(void **state) {
    struct fixture *f = *state;
    struct images *im = open_with(f, NULL, NULL, NULL, false);
    struct jobs *j = jobs_open(im, 2);
    struct vec v;
    struct picture pic;
    uint64_t key;
    vec_begin(&v, &f->a);
    vec_rect(&v, (struct box){0, 0, 1000, 1000}), vec_fill(&v, 0x336699FF);
    for (int i = 0; i < 40; i++) {
        struct pic_spec spec = {.kind = PIC_VEC, .w = 50 + i, .h = 40, .vec = &v, .scale = 1};
        assert_true(jobs_add(j, (uint64_t)i + 1, &spec, false));
        assert_true(jobs_add(j, (uint64_t)i + 1, &spec, i == 38)); /* twice is once */
    }
    memset(v.p, 0xEE, v.n); /* wishes were copied: what they came from may go */
    int got = 0;
    if (jobs_take(j, 40, &pic)) got++, picture_free(&pic); /* still waiting: struck off, or already made */
    assert_false(jobs_knows(j, 40));
    while (jobs_take_any(j, 5000, &key, &pic)) {
        assert_int_equal(pic.full_w, 49 + (int)key);
        assert_true(picture_opaque(&pic));
        picture_free(&pic);
        got++;
    }
    assert_true(got == 39 || got == 40);
    assert_int_equal(jobs_pending(j), 0);
    struct pic_spec spec = {.kind = PIC_VEC, .w = 600, .h = 600, .scale = 1};
    for (int i = 0; i < 40; i++) assert_true(jobs_add(j, (uint64_t)i + 1, &spec, false));
    jobs_cut(j);
    assert_in_range(jobs_pending(j), 0, 39); /* only what was made or in the making */
    while (jobs_take_any(j, 5000, &key, &pic)) picture_free(&pic);
    assert_int_equal(jobs_pending(j), 0);
    for (int i = 0; i < 40; i++) jobs_add(j, (uint64_t)i + 1, &spec, false);
    jobs_close(j); /* with work left */
    images_close(im);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(scale_and_origin_place_the_picture), T(fills_are_even_odd_and_keep_keeps), T(gradients_run_between_their_stops),
        T(a_shadow_is_soft_and_lies_below), T(a_shadow_does_not_fade_at_the_edge_of_the_picture), T(groups_fade_as_one),
        T(noise_stays_on_what_is_painted), T(damaged_programs_end_quietly),
        T(assets_are_fitted_mirrored_and_coloured),
        T(what_cannot_be_made_is_a_placeholder_and_one_line), T(caches_are_used_healed_and_never_stale),
        T(the_ladder_stands_in_for_drawings), T(an_old_rung_does_not_pass_for_the_drawing),
        T(a_baked_pack_holds_what_is_wished_and_nothing_else), T(workers_make_what_was_asked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
