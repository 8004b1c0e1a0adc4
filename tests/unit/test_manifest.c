/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <content/manifest.h>
#include <string.h>

struct fixture { struct arena a; struct diag d; };
static int setup(void **state) {
    static struct fixture f;
    arena_init(&f.a, 0);
    diag_init(&f.d, &f.a);
    *state = &f;
    return 0;
}
static int teardown(void **state) {
    struct fixture *f = *state;
    arena_free(&f->a);
    return 0;
}

static void test_paths(void **state) {
    (void)state;
    static const char *const GOOD[] = {"scenes/home.yaml", "locales/zh_Hans.po", "assets/art/a-b_C.9.svg", "cache/0af-80.png", "assets/a/b/c/d/e/f/g"};
    static const char *const BAD[] = {"", "scenes", "scenes/", "/scenes/a", "scenes//a", "scenes/./a", "scenes/../a", "../scenes/a", "scenes/a/", "scenes/.a",
        "scenes/-rf", "scenes/a b", "scenes/a\\b", "scenes/a\nb", "scenes/\xD0\xB0", "bin/a", "scenesx/a", "Scenes/a", "manifest", "scenes/a:b", "scenes/~a",
        "assets/a/b/c/d/e/f/g/h", "assets/0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"};
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++)
        if (!manifest_path_ok(GOOD[i])) fail_msg("refused: %s", GOOD[i]);
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        if (manifest_path_ok(BAD[i])) fail_msg("accepted: %s", BAD[i]);
}

static void test_names(void **state) {
    (void)state;
    assert_true(manifest_name_ok("Amur leopard") && manifest_name_ok("Леопард, 豹"));
    assert_false(manifest_name_ok(""));
    assert_false(manifest_name_ok("a\033[2Jb"));
    assert_false(manifest_name_ok("a\nb"));
    assert_false(manifest_name_ok("a\xC2\x9B" "b"));          /* C1: CSI */
    assert_false(manifest_name_ok("a\xE2\x80\xAE" "b"));      /* right to left override */
    assert_false(manifest_name_ok("a\xFF"));
    assert_false(manifest_name_ok("012345678901234567890123456789012345678901234567890123456789012345678901234567890"));
}

static struct manifest two(struct fixture *f, const char *a, const char *b) {
    struct manifest m = {.name = "Wood", .program = "0.1.0", .n = 2};
    m.files = arena_array(&f->a, struct manifest_file, 2);
    m.files[0] = (struct manifest_file){a, 3, {1, 2, 0xAB}};
    m.files[1] = (struct manifest_file){b, 4, {9}};
    return m;
}

static struct bytes text_of(struct fixture *f, const struct manifest *m) {
    struct sbuf b = {.arena = &f->a};
    manifest_print(m, &b);
    return (struct bytes){(const unsigned char *)b.p, b.len};
}

static void test_there_and_back(void **state) {
    struct fixture *f = *state;
    struct manifest m = two(f, "scenes/tree.yaml", "assets/a.png"), back;
    assert_true(manifest_settle(&f->a, &m, "x", &f->d));
    assert_string_equal(m.files[0].path, "assets/a.png");
    assert_int_equal(m.total, 7);
    struct bytes text = text_of(f, &m);
    assert_true(manifest_read(&f->a, "x", text, &back, &f->d));
    assert_int_equal(back.n, 2);
    assert_int_equal(back.total, 7);
    assert_string_equal(back.name, "Wood");
    assert_string_equal(back.program, "0.1.0");
    assert_memory_equal(back.files[1].hash, m.files[1].hash, HASH_BYTES);
    assert_non_null(manifest_find(&back, "scenes/tree.yaml"));
    assert_null(manifest_find(&back, "scenes/home.yaml"));
}

/* Whatever is cut off, nothing reads as a manifest but the whole. */
static void test_every_cut(void **state) {
    struct fixture *f = *state;
    struct manifest m = two(f, "assets/a.png", "scenes/tree.yaml"), back;
    assert_true(manifest_settle(&f->a, &m, "x", &f->d));
    struct bytes text = text_of(f, &m);
    for (size_t n = 0; n < text.n; n++)
        if (manifest_read(&f->a, "x", (struct bytes){text.p, n}, &back, &f->d)) fail_msg("%zu of %zu bytes are a manifest", n, text.n);
    assert_int_equal(f->d.errors, (int)text.n);
}

static void refused(struct fixture *f, struct manifest m, const char *want) {
    f->d.first = f->d.last = NULL;
    assert_false(manifest_settle(&f->a, &m, "x.lkpack", &f->d));
    const char *line = diag_line(&f->a, f->d.first);
    if (!strstr(line, want)) fail_msg("expected '%s', got '%s'", want, line);
    assert_null(f->d.first->next);
}

static void test_rules(void **state) {
    struct fixture *f = *state;
    refused(f, two(f, "scenes/a", "scenes/A"), "differ only in case");
    refused(f, two(f, "scenes/a", "scenes/a"), "the same name twice");
    refused(f, two(f, "scenes/a", "scenes/a/b"), "both a file and a folder");
    refused(f, two(f, "scenes/A/b", "scenes/a"), "both a file and a folder");
    refused(f, two(f, "scenes/A/b", "scenes/a/c"), "two folders that differ only in case");
    refused(f, two(f, "scenes/a", "scenes/\033[2Ja"), "a pack may not hold 'scenes/?[2Ja'");
    struct manifest m = two(f, "scenes/a", "scenes/b");
    m.files[0].size = MANIFEST_ONE + 1;
    refused(f, m, "too large");
    m = two(f, "scenes/a", "scenes/b");
    m.name = NULL;
    refused(f, m, "no name");
    m.name = "Wood";
    m.n = 0;
    refused(f, m, "0 files");
}

static void test_keys(void **state) {
    struct fixture *f = *state;
    struct seal s = {.key = {1, 0xFE}, .sign = {2, 0x7F}}, back;
    struct sbuf b = {.arena = &f->a}, hex = {.arena = &f->a};
    struct keys k;
    seal_print(&s, &b);
    assert_true(seal_read((struct bytes){(const unsigned char *)b.p, b.len}, &back));
    assert_memory_equal(&s, &back, sizeof s);
    for (size_t n = 0; n < b.len; n++) assert_false(seal_read((struct bytes){(const unsigned char *)b.p, n}, &back));
    hex_put(&hex, s.key, KEY_BYTES);
    const char *both = arena_printf(&f->a, "# ours\n%s ranger's\n\n%s\n", hex.p, hex.p);
    assert_true(keys_read((struct bytes){(const unsigned char *)both, strlen(both)}, &k));
    assert_int_equal(k.n, 2);
    assert_memory_equal(k.v[1], s.key, KEY_BYTES);
    const char *const BAD[] = {"", "# nothing\n", "abc\n", arena_printf(&f->a, "%sx\n", hex.p), arena_printf(&f->a, "%s\nzz\n", hex.p)};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) assert_false(keys_read((struct bytes){(const unsigned char *)BAD[i], strlen(BAD[i])}, &k));
    unsigned char out[2];
    assert_false(hex_get("AB12", 4, out, 2));
    assert_false(hex_get("ab1", 3, out, 2));
    assert_false(hex_get("ab\0" "2", 4, out, 2));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths), cmocka_unit_test(test_names),
        cmocka_unit_test_setup_teardown(test_there_and_back, setup, teardown), cmocka_unit_test_setup_teardown(test_every_cut, setup, teardown),
        cmocka_unit_test_setup_teardown(test_rules, setup, teardown), cmocka_unit_test_setup_teardown(test_keys, setup, teardown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
