/* links: lk_command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `run --edit` lays over a picture: only at the end of a copy, only of the topmost layer, and nothing when nothing is asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "fake_fonts.h"
#include <command/preview_draw.h>
#include <stdio.h>
#include <string.h>

static struct arena arena;
static struct setup setup;
static struct session ses;
static struct dlist list;
static struct semlist sem;
static struct frame frame;
static struct preview preview;

static int begin(void **state) {
    (void)state;
    arena_init(&arena, 0);
    setup = (struct setup){.fonts = fake_fonts(NULL)};
    ses = (struct session){0};
    dlist_begin(&list, &arena, 960, 540);
    dlist_fill(&list, (struct ibox){0, 0, 960, 540}, 0x112233FF);
    static struct node node, *n = &node;
    sem_begin(&sem, &arena);
    struct box low = {10, 10, 100, 100}, high = {300, 300, 200, 100};
    sem_add(&sem, &(struct sem_item){.id = "below", .hit = low, .box = low, .focusable = true, .node = n});
    sem_add(&sem, &(struct sem_item){.id = "one", .hit = high, .box = high, .focusable = true, .node = n, .layer = 1});
    sem_add(&sem, &(struct sem_item){.id = "words", .box = high, .layer = 1});
    sem_add(&sem, &(struct sem_item){.id = "two", .hit = high, .box = high, .focusable = true, .node = n, .layer = 1});
    frame = (struct frame){.list = &list, .hash = dlist_hash(&list), .sem = &sem, .scene = "tree", .wake = 5000};
    preview_init(&preview, &setup, &ses, NULL);
    return 0;
}

static int end(void **state) {
    (void)state;
    preview_finish(&preview);
    arena_free(&arena);
    return 0;
}

static int texts(const struct dlist *l, const char *word) {
    int n = 0;
    for (int i = 0; i < l->n; i++)
        n += l->cmds[i].kind == DRAW_TEXT && l->cmds[i].len >= strlen(word) && !memcmp(l->cmds[i].text, word, strlen(word));
    return n;
}

static void shows_nothing_unasked(void **state) {
    (void)state;
    assert_ptr_equal(preview_frame(&preview, &frame, 100), &frame);
    assert_int_equal(preview_due(&preview, &frame, 100), 5000);
    assert_int_equal(preview_now(&preview, 100), 100);
}

static void boxes_and_order(void **state) {
    (void)state;
    preview.boxes = preview.order = true;
    const struct frame *f = preview_frame(&preview, &frame, 100);
    assert_ptr_not_equal(f, &frame);
    assert_int_equal(list.n, 1);                                        /* the app's own list is as it was */
    assert_true(f->hash != frame.hash && f->hash == dlist_hash(f->list));
    assert_int_equal(f->list->n, 1 + 2 * 5 + 2 * 2);                    /* two boxes of five fills, two numbers on plates */
    assert_int_equal(texts(f->list, "1"), 1);
    assert_int_equal(texts(f->list, "2"), 1);
    assert_int_equal(texts(f->list, "3"), 0);
    for (int i = 1; i < f->list->n; i++) assert_true(f->list->cmds[i].box.x >= 140);   /* nothing of the layer below */
}

static void the_fault_at_the_foot(void **state) {
    (void)state;
    snprintf(ses.fault, sizeof ses.fault, "locales/zh_Hans.po:4:1: unknown keyword 'x'");
    const struct frame *f = preview_frame(&preview, &frame, 100);
    const struct draw_cmd *bar = &f->list->cmds[1];
    assert_int_equal(bar->kind, DRAW_FILL);
    assert_int_equal(bar->box.y + bar->box.h, 540);
    assert_int_equal(bar->box.w, 960);
    assert_true(texts(f->list, "locales/zh_Hans.po:4:1:") == 1);        /* no letter is taken for a mark */
}

static void keys_go_after_a_while(void **state) {
    (void)state;
    struct ui_event ev[3] = {{.kind = UI_KEY, .key = KEY_NEXT}, {.kind = UI_KEY, .key = KEY_F1}, {.kind = UI_DOWN}};
    ses.frame = &frame;
    assert_int_equal(preview_keys(&preview, ev, 3, 100), 2);            /* the others go on to the app */
    assert_int_equal(ev[1].kind, UI_DOWN);
    assert_true(texts(preview_frame(&preview, &frame, 100)->list, "F1") == 1);
    frame.wake = INT64_MAX;
    assert_int_equal(preview_due(&preview, &frame, 100), 100 + PREVIEW_KEYS_MS);
    assert_ptr_equal(preview_frame(&preview, &frame, 100 + PREVIEW_KEYS_MS), &frame);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shows_nothing_unasked, begin, end),
        cmocka_unit_test_setup_teardown(boxes_and_order, begin, end),
        cmocka_unit_test_setup_teardown(the_fault_at_the_foot, begin, end),
        cmocka_unit_test_setup_teardown(keys_go_after_a_while, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
