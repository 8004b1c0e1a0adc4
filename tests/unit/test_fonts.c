/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <plat/font_last.h>
#include <plat/fonts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <text/para.h>
#include <unistd.h>
#include <unicode/uscript.h>

#define VENDORED LK_SOURCE_DIR "/assets/fonts"

static void count(void *ctx, int level, const char *text) {
    (void)text;
    if (level) ++*(int *)ctx;
}

/* Ink of a run; checks that every pixel is premultiplied and that the ink fills its box. */
static struct text_image ink(struct fonts *f, int face, float px, const char *s, bool rtl, rgba color) {
    struct text_image im;
    assert_true(fonts_render(f, face, px, s, strlen(s), rtl, color, &im));
    unsigned most = 0;
    for (int i = 0; i < im.w * im.h; i++) {
        uint32_t p = im.pixels[i], a = p >> 24;
        assert_true((p >> 16 & 255) <= a && (p >> 8 & 255) <= a && (p & 255) <= a);
        if (a > most) most = a;
    }
    if (im.pixels) assert_true(im.stride == im.w * 4 && most > 0);
    free(im.pixels);
    return im;
}

static void vendored_faces(void **state) {
    (void)state;
    int warnings = 0;
    struct fonts *f = fonts_open_only(VENDORED, (struct port_log){&warnings, count});
    assert_non_null(f);
    struct port_fonts p = fonts_port(f);
    const int FACES[] = {FACE_DISPLAY, FACE_DISPLAY_X, FACE_TEXT, FACE_LABEL};
    for (int i = 0; i < 4; i++) {
        for (const unsigned *c = (const unsigned[]){'A', 'z', '7', ' ', 0xE9, 0x416, 0x44F, 0x451, 0x3A9, 0x2014, 0x201C, 0x2116, 0x20AC,
                                                    0xA0, 0xB2, 0x2026, 0};
             *c; c++) assert_true(p.covers(p.ctx, FACES[i], *c));
        assert_false(p.covers(p.ctx, FACES[i], 0x8C79));
        assert_false(p.covers(p.ctx, FACES[i], 0x110000));
        struct font_metrics m = p.metrics(p.ctx, FACES[i], 100);
        assert_true(m.ascent > 80 && m.ascent < 140 && m.descent > 10 && m.descent < 50 && m.height >= m.ascent + m.descent - 2);
        float apart = p.width(p.ctx, FACES[i], 100, "A", 1, false) + p.width(p.ctx, FACES[i], 100, "V", 1, false);
        float pair = p.width(p.ctx, FACES[i], 100, "AV", 2, false);
        assert_true(pair > 50 && pair < apart);                        /* kerning */
        assert_true(p.width(p.ctx, FACES[i], 100, "AV", 2, false) == pair);   /* the same from memory */
        assert_true(p.width(p.ctx, FACES[i], 50, "AV", 2, false) < pair);
        assert_true(p.width(p.ctx, FACES[i], 100, "  ", 2, false) > 20);
        assert_true(p.width(p.ctx, FACES[i], 100, "", 0, false) == 0);
    }
    assert_true(p.width(p.ctx, FACE_DISPLAY_X, 100, "leopard", 7, false) < p.width(p.ctx, FACE_DISPLAY, 100, "leopard", 7, false));
    assert_int_equal(warnings, 0);
    assert_false(p.covers(p.ctx, FACE_SC, 0x8C79));                    /* no file: covers nothing, is told once */
    assert_false(p.covers(p.ctx, FACE_SC, 'a'));
    assert_int_equal(warnings, 1);
    fonts_close(f);
}

static void pictures(void **state) {
    (void)state;
    struct fonts *f = fonts_open_only(VENDORED, (struct port_log){0});
    struct port_fonts p = fonts_port(f);
    struct text_image im = ink(f, FACE_DISPLAY, 100, "H", false, 0xF4F8F6FF);
    assert_in_range(im.h, 68, 76);                                     /* height of a capital, on the baseline */
    assert_int_equal(im.h, im.ascent);
    assert_true(im.left > 0 && im.left + im.w <= p.width(p.ctx, FACE_DISPLAY, 100, "H", 1, false));
    im = ink(f, FACE_DISPLAY, 100, "j", false, 0xF4F8F6FF);            /* hangs out to the left and below */
    assert_true(im.left < 0 && im.h > im.ascent);
    im = ink(f, FACE_TEXT, 36, "Каждый узор", false, 0x123456FF);
    assert_true(im.w > 150 && im.w <= p.width(p.ctx, FACE_TEXT, 36, "Каждый узор", 21, false) + 2);
    im = ink(f, FACE_TEXT, 36, "   ", false, 0xFFFFFFFF);
    assert_true(!im.pixels && !im.w);
    im = ink(f, FACE_TEXT, 36, "", false, 0xFFFFFFFF);
    assert_null(im.pixels);
    ink(f, FACE_TEXT, 36, "\xFF\xC0 bad", false, 0xFFFFFFFF);
    ink(f, FACE_TEXT, -5, "tiny", false, 0xFFFFFFFF);
    ink(f, FACE_TEXT, 1e9f, "i", false, 0xFFFFFFFF);
    ink(f, 99, 36, "no such face", false, 0xFFFFFFFF);
    char *wide = malloc(40001);
    memset(wide, 'm', 40000), wide[40000] = 0;
    assert_false(fonts_render(f, FACE_TEXT, 100, wide, 40000, false, 0xFFFFFFFF, &im));
    assert_null(im.pixels);
    assert_false(fonts_render(f, FACE_LAST, 100, wide, 40000, false, 0xFFFFFFFF, &im));
    free(wide);
    fonts_close(f);
}

static void colors(void **state) {
    (void)state;
    struct fonts *f = fonts_open_only(VENDORED, (struct port_log){0});
    struct text_image im;
    assert_true(fonts_render(f, FACE_DISPLAY, 200, "I", 1, false, 0xFF804080, &im));
    assert_int_equal(im.pixels[im.h / 2 * im.w + im.w / 2], 0x80804020);   /* the middle of a stem: half of the ink */
    free(im.pixels);
    fonts_close(f);
}

static void no_font_at_all(void **state) {
    (void)state;
    int warnings = 0;
    struct fonts *f = fonts_open_only(NULL, (struct port_log){&warnings, count});
    struct port_fonts p = fonts_port(f);
    struct arena a;
    struct para out;
    arena_init(&a, 0);
    struct text_style s = {.token = STYLE_H1, .ink = 0xFFFFFFFF, .scale = 1, .text_scale = 1, .fit = true};
    assert_true(para_layout(&a, &p, "ru", "Ask our staff. Позовите нас 豹", &s, 900, 0, &out));
    assert_true(out.missing && out.nruns > 0);
    for (int i = 0; i < out.nruns; i++) {
        assert_int_equal(out.runs[i].face, FACE_LAST);
        struct text_image im;
        assert_true(fonts_render(f, out.runs[i].face, out.runs[i].px, out.runs[i].text, out.runs[i].len, false, 0xFFFFFFFF, &im));
        assert_true(im.pixels && im.w == (int)out.runs[i].w && im.ascent > 0 && im.ascent < im.h);
        free(im.pixels);
    }
    assert_true(warnings >= 2);
    ink(f, FACE_SC, 40, "豹", false, 0xFFFFFFFF);                      /* a face without a file draws the last resort */
    ink(f, FACE_LAST, 40, "ab", true, 0xFFFFFFFF);
    assert_true(last_glyph('A') != last_glyph('B') && last_glyph(0x44F) != last_glyph(0x8C79));
    assert_ptr_equal(last_glyph(0x8C79), last_glyph(0x10FFFF));
    arena_free(&a);
    fonts_close(f);
    fonts_close(NULL);
}

static void bad_files(void **state) {
    (void)state;
    char folder[] = "/tmp/lk-fonts-XXXXXX", path[128], fifo[128];
    int warnings = 0;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/NotoSans-Medium.ttf", folder);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs("this is no font", out);
    fclose(out);
    snprintf(fifo, sizeof fifo, "%s/NotoSans-Bold.ttf", folder);
    assert_int_equal(mkfifo(fifo, 0600), 0);                           /* never opened: would wait for ever */
    struct fonts *f = fonts_open_only(folder, (struct port_log){&warnings, count});
    struct port_fonts p = fonts_port(f);
    assert_false(p.covers(p.ctx, FACE_TEXT, 'a'));
    assert_false(p.covers(p.ctx, FACE_BOLD, 'a'));
    assert_true(p.width(p.ctx, FACE_TEXT, 26, "ab", 2, false) == 32);
    assert_int_equal(warnings, 2);
    fonts_close(f);
    unlink(path), unlink(fifo), rmdir(folder);
}

static void many_sizes(void **state) {
    (void)state;
    struct fonts *f = fonts_open_only(VENDORED, (struct port_log){0});
    struct port_fonts p = fonts_port(f);
    float first = p.width(p.ctx, FACE_TEXT, 20, "leopard", 7, false), before = 0;
    for (int px = 20; px < 220; px++) {                                /* far more than stay open */
        float w = p.width(p.ctx, FACE_TEXT, (float)px, "leopard", 7, false);
        assert_true(w >= before);
        assert_true(ink(f, FACE_TEXT, (float)px, "o", false, 0xFFFFFFFF).w > 0);
        before = w;
    }
    assert_true(ink(f, FACE_TEXT, 20, "leopard", false, 0xFFFFFFFF).w <= (int)first + 1);
    struct fonts *g = fonts_open_only(VENDORED, (struct port_log){0});   /* a font that changed its size is as one just opened */
    struct port_fonts q = fonts_port(g);
    for (int px = 219; px > 20; px -= 7) {
        assert_true(q.width(q.ctx, FACE_TEXT, (float)px, "leopard", 7, false) == p.width(p.ctx, FACE_TEXT, (float)px, "leopard", 7, false));
        assert_true(q.metrics(q.ctx, FACE_TEXT, (float)px).ascent == p.metrics(p.ctx, FACE_TEXT, (float)px).ascent);
        struct text_image a = ink(f, FACE_TEXT, (float)px, "leopard", false, 0xFFFFFFFF), b = ink(g, FACE_TEXT, (float)px, "leopard", false, 0xFFFFFFFF);
        assert_true(a.w == b.w && a.h == b.h && a.left == b.left && a.ascent == b.ascent);
    }
    fonts_close(g);
    fonts_close(f);
}

/* The distribution's fonts, where they are installed. */
static void other_scripts(void **state) {
    (void)state;
    struct fonts *f = fonts_open(VENDORED, (struct port_log){0});
    struct port_fonts p = fonts_port(f);
    const struct { int face; unsigned c; const char *text; bool rtl; } ROWS[] = {
        {FACE_SC_BOLD, 0x8C79, "远东豹", false}, {FACE_SC, 0xFF0C, "豹，", false}, {FACE_KR_BOLD, 0xD45C, "표범", false},
        {FACE_JP, 0x30D2, "ヒョウ", false}, {FACE_ARABIC, 0x646, "نمر", true}, {FACE_ITALIC, 'P', "Panthera", false},
        {FACE_OF_SCRIPT(USCRIPT_DEVANAGARI, true), 0x915, "क्योंकि", false}, {FACE_OF_SCRIPT(USCRIPT_THAI, false), 0xE17, "ไทย", false},
        {FACE_OF_SCRIPT(USCRIPT_HEBREW, true), 0x5E2, "עברית", true}, {FACE_OF_SCRIPT(USCRIPT_GEORGIAN, true), 0x10E5, "ქართული", false}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        if (!p.covers(p.ctx, ROWS[i].face, ROWS[i].c)) {
            print_message("face %d is not installed\n", ROWS[i].face);
            continue;
        }
        float w = p.width(p.ctx, ROWS[i].face, 40, ROWS[i].text, strlen(ROWS[i].text), ROWS[i].rtl);
        struct text_image im = ink(f, ROWS[i].face, 40, ROWS[i].text, ROWS[i].rtl, 0xFFFFFFFF);
        assert_true(w > 30 && im.w > 30 && (float)im.w <= w + 4);
    }
    if (p.covers(p.ctx, FACE_ARABIC, 0x646)) {                         /* letters join: the word is not the sum of its letters */
        float word = p.width(p.ctx, FACE_ARABIC, 100, "نمر", 6, true), sum = 0;
        for (int i = 0; i < 6; i += 2) sum += p.width(p.ctx, FACE_ARABIC, 100, "نمر" + i, 2, true);
        assert_true(word < sum - 10);
    }
    fonts_close(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vendored_faces), cmocka_unit_test(pictures), cmocka_unit_test(colors), cmocka_unit_test(no_font_at_all),
        cmocka_unit_test(bad_files), cmocka_unit_test(many_sizes), cmocka_unit_test(other_scripts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
