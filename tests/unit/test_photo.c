/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photograph of the place takes the drawing's box, cut to it and with a rim; without its file, or with a damaged one, the
 * drawing stands as if no photograph had been named. */
#include "stage.h"

#define SCENE "format: 1\ntitle: T\ntemplate: stage\nelements:\n" \
    "- {kind: image, id: i, file: a.svg, photo: p.svg, at: [100, 100], size: [400, 200], alt: A cat}\n"
#define DRAWING "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 200\"><path d=\"M0 0h400v200z\" fill=\"#123456\"/></svg>"
#define TALL "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 200\"><path d=\"M0 0h100v200z\" fill=\"#654321\"/></svg>"

/* Pictures painted, and the box of the last one, px of a 1920 x 1080 screen. */
static int pictures(const char *photo, struct ibox *last, struct ibox *clip) {
    struct stage_pack pack = {.files = {{"assets/a.svg", DRAWING}}};
    if (photo) pack.files[1] = (struct kit_file){"assets/p.svg", photo};
    struct stage t;
    stage_open(&t, &pack, SCENE);
    int n = 0;
    for (int i = 0; i < t.k.list.n; i++)
        if (t.k.list.cmds[i].kind == DRAW_PICTURE) n++, *last = t.k.list.cmds[i].box, *clip = t.k.list.cmds[i].clip;
    stage_close(&t);
    return n;
}

static void the_photograph_covers_the_inside_of_its_rim(void **state) {
    (void)state;
    struct ibox box, clip;
    assert_int_equal(pictures(TALL, &box, &clip), 2);
    assert_true(clip.w == 376 && clip.h == 176 && box.w >= clip.w && box.h >= clip.h);
    assert_int_equal(box.h, 2 * box.w);                /* its own proportions */
}

static void without_it_the_drawing_stands(void **state) {
    (void)state;
    struct ibox box, clip;
    assert_int_equal(pictures(NULL, &box, &clip), 1);
    assert_true(box.w == 400 && box.h == 200);
    assert_int_equal(pictures("no picture", &box, &clip), 1);
    assert_true(box.w == 400 && box.h == 200);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_photograph_covers_the_inside_of_its_rim),
                                       cmocka_unit_test(without_it_the_drawing_stands)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
