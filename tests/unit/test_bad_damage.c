/* links: lk_scene lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every length and every bit of small files as they are shipped: whatever is damaged, reading ends at once, with what is
 * right or with lines that name a file. Nothing crashes (sanitizers) and nothing hangs (each less than a second). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <content/assets.h>
#include <content/catalog.h>
#include <plat/clock.h>
#include <plat/files.h>
#include <plat/image.h>
#include <plat/silent.h>
#include <scene/scene.h>

#define BASE LK_SOURCE_DIR "/tests/bad/base/"
#define PO_LENGTH 1100               /* about as much of the catalogue is damaged bit by bit */
static const char *const NAMES[] = {"scenes/facts.yaml", "scenes/journey.yaml", "scenes/home.yaml", "scenes/languages.yaml", "scenes/leap.yaml",
                                    "scenes/range.yaml", "scenes/tree.yaml", "locales/ru.po", "assets/fir.svg", "assets/dot.png",
                                    "assets/photo.jpg", "assets/map/land.geojson", "assets/map/ranges.geojson", "assets/map/places.geojson"};
enum { FILES = sizeof NAMES / sizeof *NAMES };

struct fixture {
    struct silent_file files[FILES + 1]; unsigned char *bytes[FILES];
    struct port_files port;
    struct arena kept;               /* what is whole, while one file is not */
    struct facts facts; struct journey journey; struct catalog ru;
    struct arena a; struct diag d;   /* of one try */
    struct silent_log log;
    int64_t slowest; long tries, refused;
};

static int index_of(const char *name) {
    int i = 0;
    while (strcmp(NAMES[i], name) != 0) i++;
    return i;
}

static int setup(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    for (int i = 0; i < FILES; i++) {
        char path[400];
        size_t n;
        snprintf(path, sizeof path, "%s%s", BASE, NAMES[i]);
        assert_true(files_read(path, 1 << 20, &f->bytes[i], &n));
        if (strcmp(NAMES[i], "locales/ru.po") == 0)      /* the first entries of it */
            for (n = PO_LENGTH; memcmp(f->bytes[i] + n - 2, "\n\n", 2) != 0;) n--;
        f->files[i] = (struct silent_file){NAMES[i], f->bytes[i], n};
    }
    f->port = silent_files(f->files);
    arena_init(&f->kept, 0);
    arena_init(&f->a, 0);
    diag_init(&f->d, &f->kept);
    assert_true(facts_load(&f->kept, &f->port, "scenes/facts.yaml", &f->facts, &f->d));
    assert_true(journey_load(&f->kept, &f->port, "scenes/journey.yaml", &f->journey, NULL, &f->d));
    assert_true(catalog_load(&f->kept, &f->port, "locales/ru.po", "ru", &f->ru, &f->d));
    f->log.arena = &f->a;
    *state = f;
    return 0;
}

static int teardown(void **state) {
    struct fixture *f = *state;
    for (int i = 0; i < FILES; i++) free(f->bytes[i]);
    arena_free(&f->a);
    arena_free(&f->kept);
    free(f);
    return 0;
}

/* ---- damage */
typedef bool reader(struct fixture *f, const char *name);    /* true: all was right */

/* A fault has a file and says something; what is refused has a fault. */
static void try(struct fixture *f, reader *read, const char *name) {
    arena_reset(&f->a);
    diag_init(&f->d, &f->a);
    f->log.n = 0;
    int64_t began = clock_us();
    bool good = read(f, name);
    int64_t took = clock_us() - began;
    if (took > f->slowest) f->slowest = took;
    f->tries++;
    f->refused += !good;
    if (good != (f->d.errors == 0 && f->log.n == 0)) fail_msg("%s: %s, %d errors", name, good ? "right" : "refused", f->d.errors);
    for (const struct diag_item *it = f->d.first; it; it = it->next)
        if (!it->file || !it->text || !*it->text) fail_msg("%s: '%s' without a place", name, it->text);
}

static void damage(struct fixture *f, const char *name, reader *read) {
    struct silent_file *file = &f->files[index_of(name)];
    struct silent_file whole = *file;
    unsigned char *p = f->bytes[index_of(name)];
    f->slowest = f->tries = f->refused = 0;
    for (size_t n = 0; n < whole.n; n++) {
        unsigned char *cut = malloc(n ? n : 1);      /* exactly so large: whoever reads on is caught */
        memcpy(cut, whole.p, n);
        *file = (struct silent_file){whole.path, cut, n};
        try(f, read, name);
        free(cut);
    }
    *file = whole;
    for (size_t bit = 0; bit < whole.n * 8; bit++) {
        p[bit / 8] ^= (unsigned char)(1u << bit % 8);
        try(f, read, name);
        p[bit / 8] ^= (unsigned char)(1u << bit % 8);
    }
    print_message("%s: %ld of %ld refused, slowest %.1f ms\n", name, f->refused, f->tries, (double)f->slowest / 1000);
    assert_true(f->tries == (long)whole.n * 9 && f->refused > f->tries / 5);
    assert_true(f->slowest < 1000000);
    try(f, read, name);
    assert_true(f->d.errors == 0 && f->log.n == 0);     /* whole again: right again */
}

/* ---- readers */
static bool read_scene(struct fixture *f, const char *name) {
    char id[64];
    const struct catalog *cats[] = {&f->ru};
    struct scene_deps deps = {.files = &f->port, .facts = &f->facts, .journey = &f->journey};
    snprintf(id, sizeof id, "%.*s", (int)(strlen(name) - strlen("scenes/.yaml")), name + strlen("scenes/"));
    struct scene *s = scene_read(&deps, id, &f->d);
    bool whole = s && s->whole, good = s && scene_check(s, &deps, cats, 0, &f->d, NULL);
    scene_free(s);
    return whole && good;
}

static bool read_map_scene(struct fixture *f, const char *name) {
    (void)name;
    return read_scene(f, "scenes/range.yaml");
}

static bool read_facts(struct fixture *f, const char *name) {
    struct facts facts;
    return facts_load(&f->a, &f->port, name, &facts, &f->d);
}

static bool read_journey(struct fixture *f, const char *name) {
    struct journey j;
    return journey_load(&f->a, &f->port, name, &j, NULL, &f->d);
}

static bool read_catalog(struct fixture *f, const char *name) {
    struct catalog c;
    return catalog_load(&f->a, &f->port, name, "ru", &c, &f->d);
}

/* Through the gate and the decoder, as the kiosk does: a picture, or a placeholder and the very line that check prints. */
static bool read_picture(struct fixture *f, const char *name) {
    struct picture pic;
    struct pic_spec s = {.kind = PIC_ASSET, .w = 24, .h = 24, .path = name + strlen("assets/"), .mod = 0xFFFFFFFF};
    struct images_options io = {.files = &f->port, .allow_svg = true, .log = silent_log(&f->log)};
    struct images *images = images_open(&io);     /* anew: a line is said once only */
    images_make(images, 1, &s, &pic);
    bool failed = pic.failed;
    picture_free(&pic);
    images_close(images);
    struct asset_info info;
    assert_int_equal(f->log.n, failed);
    assert_int_equal(asset_probe(&f->a, &f->port, NULL, s.path, &info, &f->d), !failed);
    if (failed) assert_string_equal(f->log.lines[0], diag_line(&f->a, f->d.first));
    return !failed;
}

static void scenes(void **state) { damage(*state, "scenes/leap.yaml", read_scene); }
static void sheets(void **state) { damage(*state, "scenes/languages.yaml", read_scene); }
static void register_of_facts(void **state) { damage(*state, "scenes/facts.yaml", read_facts); }
static void journeys(void **state) { damage(*state, "scenes/journey.yaml", read_journey); }
static void catalogues(void **state) { damage(*state, "locales/ru.po", read_catalog); }
static void maps(void **state) { damage(*state, "assets/map/ranges.geojson", read_map_scene); }
static void png(void **state) { damage(*state, "assets/dot.png", read_picture); }
static void jpeg(void **state) { damage(*state, "assets/photo.jpg", read_picture); }
static void svg(void **state) { damage(*state, "assets/fir.svg", read_picture); }

int main(void) {
    const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
        T(scenes), T(sheets), T(register_of_facts), T(journeys), T(catalogues), T(maps), T(png), T(jpeg), T(svg),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
