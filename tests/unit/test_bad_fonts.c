/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fonts that are cut off, flipped or gone: a text is shown all the same, by the next face or by the built-in letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <base/str.h>
#include <plat/clock.h>
#include <plat/files.h>
#include <plat/fonts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <text/para.h>
#include <unistd.h>

#define FOLDER LK_SOURCE_DIR "/assets/fonts/"
#define TEXT_FONT "NotoSans-Medium.ttf"

struct fixture { struct arena a; char dir[32]; unsigned char *font; size_t n; int lines, damaged; };

static void keep(void *ctx, int level, const char *text) {
    struct fixture *f = ctx;
    if (!level) return;
    f->lines++;
    f->damaged += strstr(text, TEXT_FONT) && strstr(text, ": damaged font: ") && strstr(text, "(copy it again)");
}

static int setup(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->a, 0);
    strcpy(f->dir, "/tmp/lk-bad-fonts-XXXXXX");
    if (!mkdtemp(f->dir) || !files_read(FOLDER TEXT_FONT, 32 << 20, &f->font, &f->n)) return -1;
    *state = f;
    return 0;
}

static int teardown(void **state) {
    struct fixture *f = *state;
    char path[100];
    snprintf(path, sizeof path, "%s/%s", f->dir, TEXT_FONT);
    unlink(path);
    rmdir(f->dir);
    arena_free(&f->a);
    free(f->font);
    free(f);
    return 0;
}

static void put(struct fixture *f, const void *p, size_t n) {
    char path[100];
    snprintf(path, sizeof path, "%s/%s", f->dir, TEXT_FONT);
    assert_true(files_write(path, p, n, false));
}

/* Every run of the text has ink. Returns whether the built-in letters drew some of it. */
static bool show(struct fixture *f, bool only) {
    arena_reset(&f->a);
    f->lines = f->damaged = 0;
    struct port_log log = {f, keep};
    int64_t began = clock_ms();
    struct fonts *fonts = only ? fonts_open_only(f->dir, log) : fonts_open(f->dir, log);
    struct port_fonts port = fonts_port(fonts);
    struct text_style style = {.token = STYLE_BODY, .ink = 0xFFFFFFFF, .scale = 1, .text_scale = 1};
    struct para p = {0};
    bool last = false;
    assert_true(para_layout(&f->a, &port, "ru", "Ask our staff. Позовите нас!", &style, 900, 0, &p));
    assert_true(p.nruns > 0);
    for (int i = 0; i < p.nruns; i++) {
        const struct text_run *r = &p.runs[i];
        struct text_image im;
        if (!fonts_render(fonts, r->face, r->px, r->text, r->len, r->rtl, 0xFFFFFFFF, &im)) fail_msg("run %d of face %d is not drawn", i, r->face);
        bool blank = strspn(r->text, " ") >= r->len;
        if (!blank && !im.pixels) fail_msg("run %d of face %d has no ink", i, r->face);
        free(im.pixels);
        last |= r->face == FACE_LAST;
    }
    fonts_close(fonts);
    assert_true(clock_ms() - began < 1000);
    return last;
}

static void whole(void **state) {
    struct fixture *f = *state;
    put(f, f->font, f->n);
    assert_false(show(f, true));
}

static void missing(void **state) {
    struct fixture *f = *state;
    assert_true(show(f, true));
    assert_true(f->lines > 0 && f->damaged == 0);
}

static void cut(void **state) {
    struct fixture *f = *state;
    int builtin = 0, tries = 0;
    for (size_t n = 0; n < f->n; n += n < 400 ? 7 : f->n / 60, tries++) {
        put(f, f->font, n);
        builtin += show(f, true);
        assert_int_equal(f->damaged, 1);
    }
    put(f, f->font, f->n - 8);
    builtin += show(f, true);
    assert_int_equal(builtin, tries + 1);
    put(f, f->font, 100);
    show(f, false);                       /* with the distribution's fonts beside it */
    assert_int_equal(f->damaged, 1);
}

static void flipped(void **state) {
    struct fixture *f = *state;
    uint32_t seed = 5;
    int found = 0;
    for (int i = 0; i < 240; i++) {       /* the directory of tables bit by bit, then anywhere */
        size_t bit = i < 160 ? (size_t)i * 17 % (300 * 8) : (size_t)(rng_next(&seed) * (double)f->n * 8);
        f->font[bit / 8] ^= (unsigned char)(1u << bit % 8);
        put(f, f->font, f->n);
        show(f, true);
        found += f->damaged;
        f->font[bit / 8] ^= (unsigned char)(1u << bit % 8);
    }
    assert_int_equal(found, 240);
}

static void junk(void **state) {
    struct fixture *f = *state;
    put(f, "this is no font", 15);
    assert_true(show(f, true));
    assert_true(f->damaged);
    put(f, "", 0);
    assert_true(show(f, true));
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
        T(whole), T(missing), T(cut), T(flipped), T(junk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
