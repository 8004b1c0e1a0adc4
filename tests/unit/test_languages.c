/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pills of languages: as many rows as they need, or no more than `rows`, then narrower in the same width. */
#include "stage.h"

#define SCENE(more) "format: 1\ntitle: T\ntemplate: stage\nelements:\n" \
    "- {kind: languages, id: l, at: [100, 100], size: [1046, 500], width: 248, height: 84, columns: 4, gap: 18" more "}\n"

static const char *const LANGS[] = {"en", "ru", "ko", "ja", "fr", "es", "ar", "de", "pl"};

static struct box pill(struct stage *t, const char *scene, int languages, const char *id) {
    static struct journey j;
    static const struct stage_pack PACK = {0};
    stage_set_up(t, &PACK, scene);
    j = (struct journey){.languages = {LANGS, languages}};
    t->k.e.journey = &j;
    stage_begin(t);
    stage_at(t, 1000);
    return stage_item(t, id)->box;
}

static void rows_have_an_end(void **state) {
    (void)state;
    struct stage t;
    struct box b = pill(&t, SCENE(", rows: 2"), 8, "l/de");
    assert_true(b.w == 248 && b.x + b.w == 1146 && b.y == 202);
    stage_close(&t);
    b = pill(&t, SCENE(", rows: 2"), 9, "l/pl");
    assert_true(b.w < 200 && b.y == 202 && b.x + b.w < 1146);
    b = stage_item(&t, "l/fr")->box;
    assert_true(b.y == 100 && b.x + b.w > 1145 && b.x + b.w < 1147);
    stage_close(&t);
    b = pill(&t, SCENE(""), 9, "l/pl");
    assert_true(b.w == 248 && b.y == 304);
    stage_close(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_have_an_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
