/* links: lk_app lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that were right when the scene was loaded and are not when they are first painted; and files that must be refused
 * without taking the memory that they promise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <app/app.h>
#include <plat/files.h>
#include <plat/silent.h>
#include <plat/video.h>
#include <sys/resource.h>
#include <unistd.h>

struct fixture {
    char dir[32]; struct arena a; struct diag d; struct silent_log log; struct files *files; struct port_files port;
    struct facts facts; struct journey journey; struct scene_deps deps; struct port_fonts fonts; struct app *app;
    struct images *images; struct video *video; const struct frame *frame;
};

static void run(const char *fmt, const char *a, const char *b) {
    char cmd[600];
    snprintf(cmd, sizeof cmd, fmt, a, b);
    assert_int_equal(system(cmd), 0);
}

static int setup(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    strcpy(f->dir, "/tmp/lk-bad-pictures-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    run("cp -R '%s'/. '%s'", LK_SOURCE_DIR "/tests/bad/base", f->dir);
    arena_init(&f->a, 0);
    diag_init(&f->d, &f->a);
    f->log.arena = &f->a;
    assert_non_null(f->files = files_open(f->dir, &f->d));
    f->port = files_port(f->files);
    struct images_options io = {.files = &f->port, .allow_svg = true, .log = silent_log(&f->log)};
    assert_non_null(f->images = images_open(&io));
    *state = f;
    return 0;
}

static int teardown(void **state) {
    struct fixture *f = *state;
    app_free(f->app);
    video_close(f->video);
    images_close(f->images);
    files_close(f->files);
    run("rm -r '%s'%s", f->dir, "");
    arena_free(&f->a);
    free(f);
    return 0;
}

/* ---- a scene whose pictures go bad */
static void step(struct fixture *f, int64_t now) {
    f->frame = app_step(f->app, NULL, 0, now);
    for (int tries = 0; f->frame->nwant && tries < 4; tries++) {
        const char *id = f->frame->want[0];
        app_give(f->app, id, scene_load(&f->deps, id, &f->d), false);
        f->frame = app_step(f->app, NULL, 0, now);
    }
}

static void open_scene(struct fixture *f, const char *id) {
    struct app_options o = {.w = 640, .h = 360, .text_scale = 1, .idle_off = true};
    struct video_options vo = {.kind = VIDEO_BUFFER, .w = 640, .h = 360};
    assert_true(facts_load(&f->a, &f->port, "scenes/facts.yaml", &f->facts, &f->d));
    assert_true(journey_load(&f->a, &f->port, "scenes/journey.yaml", &f->journey, NULL, &f->d));
    f->deps = (struct scene_deps){.files = &f->port, .facts = &f->facts, .journey = &f->journey};
    f->fonts = silent_fonts();
    struct app_deps deps = {.journey = &f->journey, .facts = &f->facts, .fonts = &f->fonts, .log = silent_log(&f->log)};
    assert_non_null(f->app = app_new(&deps, &o));
    assert_non_null(f->video = video_open(&vo, f->images, NULL, silent_log(&f->log), &f->d));
    app_start(f->app, id);
    step(f, 5000);
    assert_string_equal(f->frame->scene, id);
    assert_int_equal(f->d.errors + f->log.n, 0);
}

static void show(struct fixture *f) {
    int w, h, stride, colors = 0;
    uint32_t seen[64] = {0};
    video_present(f->video, f->frame->list, f->frame->pics, f->frame->npics);
    const uint32_t *p = video_pixels(f->video, &w, &h, &stride);
    assert_true(p && w == 640 && h == 360);
    for (int i = 0; i < w * h && colors < 64; i += 7) {
        int k = 0;
        while (k < colors && seen[k] != p[i]) k++;
        if (k == colors) seen[colors++] = p[i];
    }
    assert_int_equal(colors, 64);        /* the rest of the scene is there */
}

static int lines_with(const struct fixture *f, const char *text) {
    int n = 0;
    for (int i = 0; i < f->log.n && i < 64; i++) n += strstr(f->log.lines[i], text) != NULL;
    return n;
}

static void what_breaks_after_it_was_checked_is_a_placeholder(void **state) {
    struct fixture *f = *state;
    char path[100];
    open_scene(f, "tree");
    snprintf(path, sizeof path, "%s/assets/dot.png", f->dir);
    assert_int_equal(truncate(path, 90), 0);
    snprintf(path, sizeof path, "%s/assets/photo.jpg", f->dir);
    assert_int_equal(unlink(path), 0);
    for (int i = 0; i < 5; i++) {
        step(f, 5000 + i * 500);
        show(f);
    }
    video_lost(f->video);                /* all pictures are made anew */
    show(f);
    assert_int_equal(f->log.n, 2);       /* one line for each */
    assert_int_equal(lines_with(f, "assets/dot.png: damaged PNG: cut off (copy or export it again)"), 1);
    assert_int_equal(lines_with(f, "assets/photo.jpg: cannot be read: no such file (check the name)"), 1);
    assert_string_equal(f->frame->scene, "tree");
}

static void a_map_that_vanishes_stays_on_the_screen(void **state) {
    struct fixture *f = *state;
    open_scene(f, "range");
    run("rm -r '%s'%s", f->dir, "/assets");
    for (int i = 0; i < 3; i++) {
        step(f, 5000 + i * 500);
        show(f);
    }
    assert_int_equal(f->log.n, 0);       /* it was read when the scene was loaded */
    step(f, 9000);
    app_start(f->app, "tree");           /* what is gone cannot be loaded: the map stays */
    step(f, 9100);
    show(f);
    assert_string_equal(f->frame->scene, "range");
    assert_true(f->d.errors >= 3);
}

/* ---- memory */
static long peak_kb(void) {
    struct rusage u;
    assert_int_equal(getrusage(RUSAGE_SELF, &u), 0);
    return u.ru_maxrss;
}

static void put(struct fixture *f, const char *name, const void *p, size_t n) {
    char path[100];
    snprintf(path, sizeof path, "%s/%s", f->dir, name);
    assert_true(files_write(path, p, n, false));
}

static bool make(struct fixture *f, const char *path) {
    struct picture pic;
    struct pic_spec s = {.kind = PIC_ASSET, .w = 32, .h = 32, .path = path, .mod = 0xFFFFFFFF};
    images_make(f->images, 1, &s, &pic);
    bool ok = !pic.failed;
    picture_free(&pic);
    return ok;
}

static void a_hundred_megabytes_are_not_read(void **state) {
    struct fixture *f = *state;
    static const char *const NAMES[] = {"scenes/tree.yaml", "scenes/facts.yaml", "locales/ru.po", "assets/dot.png", "assets/map/land.geojson"};
    char path[100];
    long before = peak_kb();
    for (int i = 0; i < 5; i++) {
        struct bytes in;
        snprintf(path, sizeof path, "%s/%s", f->dir, NAMES[i]);
        assert_int_equal(truncate(path, 100 << 20), 0);
        assert_false(f->port.read(f->port.ctx, NAMES[i], 16 << 20, &f->a, &in, &f->d));
    }
    assert_false(make(f, "dot.png"));
    assert_int_equal(f->d.errors, 5);
    print_message("peak rose by %ld KB\n", peak_kb() - before);
    assert_true(peak_kb() - before < 16 << 10);
}

static uint32_t crc(const unsigned char *p, size_t n) {
    uint32_t v = 0xFFFFFFFFu;
    for (size_t i = 0; i < n; i++)
        for (int k = 0, c = (v ^= p[i], 8); k < c; k++) v = v & 1 ? 0xEDB88320u ^ v >> 1 : v >> 1;
    return ~v;
}

static void be32(unsigned char *p, uint32_t v) { p[0] = (unsigned char)(v >> 24), p[1] = (unsigned char)(v >> 16), p[2] = (unsigned char)(v >> 8), p[3] = (unsigned char)v; }

static size_t chunk(unsigned char *out, const char *type, const void *p, size_t n) {
    be32(out, (uint32_t)n);
    memcpy(out + 4, type, 4);
    memcpy(out + 8, p, n);
    be32(out + 8 + n, crc(out + 4, n + 4));
    return n + 12;
}

/* A compressed text of half a megabyte that expands to 80: one letter, then itself again and again (deflate's fixed codes, the
 * longest length at distance one: 13 bits for 258 letters). */
enum { BOMB = 1 << 19 };
static size_t bomb(unsigned char *out) {
    static const char head[] = {'B', 'o', 'm', 'b', 0, 0, 0x78, (char)0xDA}, first[] = "11000110000", again[] = "1100010100000";
    memset(out, 0, BOMB);
    memcpy(out, head, sizeof head);
    size_t bit = sizeof head * 8;
    for (const char *code = first; bit < (size_t)BOMB * 8 - 16; code = again)
        for (int i = 0; code[i]; i++, bit++) out[bit / 8] |= (unsigned char)((code[i] - '0') << bit % 8);
    return BOMB;
}

static void a_text_that_expands_is_left_alone(void **state) {
    struct fixture *f = *state;
    unsigned char *png, *with = malloc(BOMB + 4096), *text = malloc(BOMB);
    size_t n, at = 33;                   /* signature and header */
    char path[100];
    snprintf(path, sizeof path, "%s/assets/dot.png", f->dir);
    assert_true(files_read(path, 4096, &png, &n));
    memcpy(with, png, at);
    at += chunk(with + at, "zTXt", text, bomb(text));
    memcpy(with + at, png + 33, n - 33);
    put(f, "assets/dot.png", with, at + n - 33);
    long before = peak_kb();
    assert_true(make(f, "dot.png"));     /* the picture itself is right, and is shown */
    assert_true(peak_kb() - before < 16 << 10);
    free(png), free(with), free(text);
}

static void a_huge_picture_is_refused_by_its_header(void **state) {
    struct fixture *f = *state;
    unsigned char png[100] = "\x89PNG\r\n\x1A\n", head[13] = {0};
    size_t at = 8;
    be32(head, 30000), be32(head + 4, 30000);
    head[8] = 8, head[9] = 6;
    at += chunk(png + at, "IHDR", head, 13);
    at += chunk(png + at, "IDAT", "x", 1);
    at += chunk(png + at, "IEND", "", 0);
    put(f, "assets/dot.png", png, at);
    long before = peak_kb();
    assert_false(make(f, "dot.png"));
    assert_int_equal(lines_with(f, "30000 x 30000 pixels is too large"), 1);
    assert_true(peak_kb() - before < 16 << 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
        T(a_hundred_megabytes_are_not_read), T(a_text_that_expands_is_left_alone), T(a_huge_picture_is_refused_by_its_header),
        T(what_breaks_after_it_was_checked_is_a_placeholder), T(a_map_that_vanishes_stays_on_the_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
