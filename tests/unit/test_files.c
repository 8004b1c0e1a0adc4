/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <plat/clock.h>
#include <plat/files.h>
#include <plat/silent.h>
#include <text/style.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture { char root[64], out[64]; struct arena a; struct diag d; struct files *files; struct port_files port; };

static void make(const char *folder, const char *name, const char *text) {
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_true(files_write(path, text, strlen(text), false));
}

static int setup(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    char path[200];
    strcpy(f->root, "/tmp/lk-files-XXXXXX");
    strcpy(f->out, "/tmp/lk-other-XXXXXX");
    if (!mkdtemp(f->root) || !mkdtemp(f->out)) return -1;
    snprintf(path, sizeof path, "%s/scenes/deep", f->root);
    if (!files_make_folder(path)) return -1;
    arena_init(&f->a, 0);
    diag_init(&f->d, &f->a);
    make(f->root, "scenes/leap.yaml", "id: leap\n");
    make(f->root, "scenes/home.yaml", "id: home\n");
    make(f->root, "scenes/notes.txt", "");
    make(f->out, "secret", "secret");
    f->files = files_open(f->root, &f->d);
    if (!f->files) return -1;
    f->port = files_port(f->files);
    *state = f;
    return 0;
}

static int teardown(void **state) {
    struct fixture *f = *state;
    char cmd[200];
    files_close(f->files);
    arena_free(&f->a);
    snprintf(cmd, sizeof cmd, "rm -r '%s' '%s'", f->root, f->out);
    int rc = system(cmd);
    free(f);
    return rc;
}

static void expect_fault(struct fixture *f, const char *path, size_t cap, const char *want) {
    struct bytes b = {(const unsigned char *)"x", 1};
    struct diag d;
    diag_init(&d, &f->a);
    if (f->port.read(f->port.ctx, path, cap, &f->a, &b, &d)) fail_msg("was read: %s", path);
    assert_int_equal(d.errors, 1);
    assert_null(b.p);
    const char *line = diag_line(&f->a, d.first);
    if (!strstr(line, want)) fail_msg("'%s' lacks '%s'", line, want);
}

static void reads_whole_files(void **state) {
    struct fixture *f = *state;
    struct bytes b;
    assert_true(f->port.read(f->port.ctx, "scenes/leap.yaml", 9, &f->a, &b, &f->d));
    assert_int_equal(b.n, 9);
    assert_string_equal((const char *)b.p, "id: leap\n"); /* a 0 follows */
    assert_true(f->port.read(f->port.ctx, "scenes/notes.txt", 9, &f->a, &b, &f->d));
    assert_int_equal(b.n, 0);
    assert_non_null(b.p);
    assert_true(f->port.exists(f->port.ctx, "scenes/home.yaml"));
    assert_true(f->port.exists(f->port.ctx, "scenes/deep"));       /* reading it says what it is */
    assert_false(f->port.exists(f->port.ctx, "scenes/none.yaml"));
    assert_int_equal(f->d.errors, 0);
}

static void faults_say_where_and_what(void **state) {
    struct fixture *f = *state;
    char path[200];
    expect_fault(f, "scenes/x.yaml", 100, "scenes/x.yaml: cannot be read: no such file (check the name)");
    expect_fault(f, "scenes/leap.yaml", 8, "9 bytes are too many (make it smaller: at most 8)");
    expect_fault(f, "scenes/deep", 100, "not a regular file");
    expect_fault(f, "scenes/leap.yaml/x", 100, "a part of the path is no folder");
    snprintf(path, sizeof path, "%s/scenes/pipe", f->root);
    assert_int_equal(mkfifo(path, 0600), 0);
    expect_fault(f, "scenes/pipe", 100, "not a regular file"); /* and does not wait for a writer */
    struct bytes b;
    f->a.fail_at = 1;
    assert_false(f->port.read(f->port.ctx, "scenes/leap.yaml", 100, &f->a, &b, &f->d));
    assert_int_equal(f->d.errors, 1);
}

static void paths_stay_inside(void **state) {
    struct fixture *f = *state;
    char longest[300], path[200], link[200];
    static const char *const BAD[] = {"", "/etc/passwd", "..", "../x", "scenes/../../x", "scenes/..", "./scenes/leap.yaml", "scenes//leap.yaml",
                                      "scenes/", "scenes\\leap.yaml", "scenes/a\nb", "a\x7F"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        expect_fault(f, BAD[i], 100, "the path is not allowed");
        assert_false(f->port.exists(f->port.ctx, BAD[i]));
    }
    memset(longest, 'a', sizeof longest);
    longest[256] = 0;
    expect_fault(f, longest, 100, "the path is not allowed");
    longest[255] = 0;
    expect_fault(f, longest, 100, "no such file");
    assert_true(files_path_ok("scenes/..leap.yaml"));
    snprintf(path, sizeof path, "%s/secret", f->out);
    snprintf(link, sizeof link, "%s/scenes/out.yaml", f->root);
    assert_int_equal(symlink(path, link), 0);
    expect_fault(f, "scenes/out.yaml", 100, "a link that leaves the pack (copy the file into the pack)");
    snprintf(link, sizeof link, "%s/outside", f->root);
    assert_int_equal(symlink(f->out, link), 0);
    expect_fault(f, "outside/secret", 100, "cannot be read");
    assert_true(f->port.exists(f->port.ctx, "outside/secret"));     /* the line above says what is wrong with it */
    assert_false(f->port.exists(f->port.ctx, "inside/secret"));
}

static void lists_are_sorted_and_hide_nothing_broken(void **state) {
    struct fixture *f = *state;
    char link[200];
    int n;
    snprintf(link, sizeof link, "%s/scenes/bad.yaml", f->root);
    assert_int_equal(symlink("/etc/passwd", link), 0);
    make(f->root, "scenes/.hidden.yaml", "");
    for (int i = 0; i < 70; i++) {
        char name[40];
        snprintf(name, sizeof name, "scenes/s%02d.yaml", 69 - i);
        make(f->root, name, "");
    }
    const char **names = f->port.list(f->port.ctx, "scenes", ".yaml", &f->a, &n);
    assert_int_equal(n, 73);                        /* with the link that leaves the pack: reading it says so */
    assert_null(names[n]);
    assert_string_equal(names[0], "bad.yaml");
    for (int i = 1; i < n; i++) assert_true(strcmp(names[i - 1], names[i]) < 0);
    names = f->port.list(f->port.ctx, "nowhere", ".yaml", &f->a, &n);
    assert_int_equal(n, 0);
    assert_non_null(names);
    assert_null(names[0]);
    f->port.list(f->port.ctx, "..", "", &f->a, &n);
    assert_int_equal(n, 0);
}

static void a_stamp_tells_of_a_change(void **state) {
    struct fixture *f = *state;
    char link[200];
    uint64_t first = f->port.stamp(f->port.ctx, "scenes/leap.yaml");
    assert_true(first != 0 && f->port.stamp(f->port.ctx, "scenes/leap.yaml") == first);
    make(f->root, "scenes/leap.yaml", "longer than it was");
    assert_true(f->port.stamp(f->port.ctx, "scenes/leap.yaml") != first);
    assert_true(f->port.stamp(f->port.ctx, "scenes/none.yaml") == 0 && f->port.stamp(f->port.ctx, "scenes") == 0);
    assert_true(f->port.stamp(f->port.ctx, "../leap.yaml") == 0);
    snprintf(link, sizeof link, "%s/scenes/out.yaml", f->root);
    assert_int_equal(symlink("/etc/passwd", link), 0);
    assert_true(f->port.stamp(f->port.ctx, "scenes/out.yaml") == 0);
}

static void a_write_is_whole_or_nothing(void **state) {
    struct fixture *f = *state;
    char path[200];
    unsigned char *p;
    size_t n;
    snprintf(path, sizeof path, "%s/scenes/leap.yaml", f->root);
    assert_true(files_write(path, "new", 3, true));
    assert_true(files_read(path, 3, &p, &n));
    assert_int_equal(n, 3);
    assert_memory_equal(p, "new", 3);
    free(p);
    assert_false(files_read(path, 2, &p, &n));
    assert_null(p);
    snprintf(path, sizeof path, "%s/scenes/deep", f->root); /* a folder cannot be replaced by a file */
    assert_false(files_write(path, "new", 3, false));
    snprintf(path, sizeof path, "%s/nowhere/x", f->root);
    assert_false(files_write(path, "new", 3, false));
    int left;
    f->port.list(f->port.ctx, "scenes", "", &f->a, &left);
    assert_int_equal(left, 4); /* nothing half-written stays beside */
}

static void user_folders_follow_xdg(void **state) {
    struct fixture *f = *state;
    setenv("XDG_CACHE_HOME", "/somewhere/cache", 1);
    assert_string_equal(files_user_folder(&f->a, USER_CACHE, "lk"), "/somewhere/cache/lk");
    setenv("XDG_CACHE_HOME", "relative", 1); /* the specification says: ignore */
    setenv("HOME", "/home/someone", 1);
    assert_string_equal(files_user_folder(&f->a, USER_CACHE, "lk"), "/home/someone/.cache/lk");
    unsetenv("XDG_DATA_HOME");
    assert_string_equal(files_user_folder(&f->a, USER_DATA, "lk"), "/home/someone/.local/share/lk");
    unsetenv("HOME");
    assert_null(files_user_folder(&f->a, USER_CACHE, "lk"));
}

static void a_pack_that_is_not_there(void **state) {
    struct fixture *f = *state;
    assert_null(files_open("/nonexistent/pack", &f->d));
    assert_int_equal(f->d.errors, 1);
    assert_non_null(strstr(f->d.first->text, "'/nonexistent/pack' cannot be opened: No such file"));
}

static void the_silent_twin_behaves_alike(void **state) {
    struct fixture *f = *state;
    static const struct silent_file FILES[] = {SILENT_TEXT("scenes/b.yaml", "bee"), SILENT_TEXT("scenes/a.yaml", "a"),
                                               SILENT_TEXT("scenes/deep/c.yaml", "c"), SILENT_TEXT("locales/ru.po", ""), {0}};
    int n;
    struct bytes b;
    f->port = silent_files(FILES);
    expect_fault(f, "scenes/x.yaml", 100, "scenes/x.yaml: cannot be read: no such file (check the name)");
    expect_fault(f, "scenes/b.yaml", 2, "3 bytes are too many (at most 2)");
    expect_fault(f, "../scenes/b.yaml", 2, "cannot be read");
    assert_true(f->port.read(f->port.ctx, "scenes/b.yaml", 3, &f->a, &b, &f->d));
    assert_string_equal((const char *)b.p, "bee");
    const char **names = f->port.list(f->port.ctx, "scenes", ".yaml", &f->a, &n);
    assert_int_equal(n, 2);
    assert_string_equal(names[0], "a.yaml");
    assert_null(names[2]);
    struct port_fonts fonts = silent_fonts();
    assert_true(fonts.width(fonts.ctx, FACE_TEXT, 20, "Ил", 4, false) == 20);
    assert_true(fonts.width(fonts.ctx, FACE_SC, 20, "豹子", 6, false) == 40);
    assert_true(fonts.metrics(fonts.ctx, FACE_TEXT, 10).ascent == 8);
    assert_false(fonts.covers(fonts.ctx, FACE_TEXT, 0x8C79));
    assert_true(fonts.covers(fonts.ctx, FACE_SC, 0x8C79));
    assert_false(fonts.covers(fonts.ctx, FACE_SC, 0xD45C));
    assert_true(fonts.covers(fonts.ctx, FACE_KR_BOLD, 0xD45C));
    assert_true(fonts.covers(fonts.ctx, FACE_LAST, 0x1F406));
    struct silent_log log = {.arena = &f->a};
    struct port_log port = silent_log(&log);
    for (int i = 0; i < 70; i++) port.line(port.ctx, 1, "word");
    assert_int_equal(log.n, 70);
    assert_string_equal(log.lines[63], "word");
}

static void time_goes_forward(void **state) {
    (void)state;
    int64_t a = clock_us(), cpu = clock_cpu_us();
    volatile unsigned work = 0;
    while (clock_us() - a < 20000) work++;
    assert_true(clock_ms() >= a / 1000 + 19);
    assert_true(clock_cpu_us() > cpu);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {T(reads_whole_files), T(faults_say_where_and_what), T(paths_stay_inside),
                                       T(lists_are_sorted_and_hide_nothing_broken), T(a_stamp_tells_of_a_change), T(a_write_is_whole_or_nothing), T(user_folders_follow_xdg),
                                       T(a_pack_that_is_not_there), T(the_silent_twin_behaves_alike), T(time_goes_forward)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
