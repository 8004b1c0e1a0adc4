/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film joins a drawing: by touch, with captions, to its end; where it is not there the drawing stands as an image shows it. */
#include "stage.h"

#define SCENE(keys) "format: 1\ntitle: T\ntemplate: stage\nelements:\n" \
    "- {kind: film, id: f, file: a.svg, film: c.mp4, at: [100, 100], size: [640, 320], alt: A cat, play: Play, pause: Pause" keys "}\n"
#define DRAWING "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 200\"><path d=\"M0 0h400v200z\" fill=\"#123456\"/></svg>"
#define TEN_SECONDS {320, 180, 10000, 40000, 0}
#define WITH_SOUND {320, 180, 10000, 40000, 1}

struct play { struct stage t; struct port_films films; struct film_info info; };

static bool probe(void *ctx, const char *path, bool whole, struct film_info *out, struct diag *d) {
    const struct film_info *info = ctx;
    (void)path, (void)whole;
    if (info->ms <= 0) { diag_error(d, (struct pos){"assets/c.mp4", 0, 0}, "damaged"); return false; }
    *out = *info;
    return true;
}

/* there: the file; info: what the decoder says of it, ms 0 = damaged; shows: the program can show films. */
static void begin(struct play *p, const char *scene, bool there, struct film_info info, bool shows) {
    struct stage_pack pack = {.files = {{"assets/a.svg", DRAWING}}};
    if (there) pack.files[1] = (struct kit_file){"assets/c.mp4", "film"};
    stage_set_up(&p->t, &pack, scene);
    p->info = info;
    p->films = (struct port_films){&p->info, shows ? probe : NULL};
    p->t.k.deps.films = &p->films;
    stage_begin(&p->t);
    p->t.step = 40;
    p->t.k.e.now = 1000;
}
static void end(struct play *p) { stage_close(&p->t); }
static void step(struct play *p, int ms) { stage_at(&p->t, p->t.k.e.now + ms); }
/* A film of ten seconds that can be shown, as it stands at first. */
static void shown(struct play *p, const char *scene) {
    begin(p, scene, true, (struct film_info)TEN_SECONDS, true);
    step(p, 0);
}
static void pass(struct play *p, int ms) { stage_pass(&p->t, ms); }
static void touch(struct play *p) {
    stage_press(&p->t, 0);
    step(p, 0);
}
static const struct draw_cmd *film(const struct play *p) {
    for (int i = 0; i < p->t.k.list.n; i++)
        if (p->t.k.list.cmds[i].kind == DRAW_FILM) return &p->t.k.list.cmds[i];
    return NULL;
}
static int pictures(const struct play *p) {
    int n = 0;
    for (int i = 0; i < p->t.k.list.n; i++) n += p->t.k.list.cmds[i].kind == DRAW_PICTURE;
    return n;
}
static const char *said(const struct play *p, const char *id) {
    const struct sem_item *it = stage_item(&p->t, id);
    return it ? it->label : "";
}

/* As an image shows it: one picture of the whole box, nothing to touch. */
static void stands(struct play *p) {
    step(p, 0);
    assert_int_equal(p->t.k.list.n, 1);
    assert_int_equal(p->t.k.list.cmds[0].box.w, 640);
    assert_int_equal(p->t.k.list.cmds[0].box.h, 320);
    assert_int_equal(stage_item(&p->t, "f")->role, SEM_PICTURE);
    assert_true(stage_item(&p->t, "f")->hit.w == 0 && stage_rests(&p->t) && !p->t.k.e.busy);
}

static void without_a_film_the_drawing_stands(void **state) {
    static const struct { bool there, shows; struct film_info info; int lines; } rows[] = {
        {false, true, TEN_SECONDS, 0}, {true, false, TEN_SECONDS, 0}, {true, true, {0}, 1}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct play p;
        begin(&p, SCENE(", starts: true"), rows[i].there, rows[i].info, rows[i].shows);
        assert_int_equal(p.t.k.d.errors + p.t.k.d.warnings, rows[i].lines);
        stands(&p);
        end(&p);
    }
}

static void check_says_that_there_are_none(void **state) {
    struct play p;
    (void)state;
    begin(&p, SCENE(""), true, (struct film_info)TEN_SECONDS, false);
    p.t.k.deps.thorough = true;
    struct scene *s = scene_load(&p.t.k.deps, "s", &p.t.k.d);
    assert_non_null(s);
    assert_int_equal(p.t.k.d.warnings, 1);
    assert_non_null(strstr(kit_lines(&p.t.k), "built without films"));
    scene_free(s);
    end(&p);
}

static void a_touch_plays_and_pauses(void **state) {
    struct play p;
    (void)state;
    shown(&p, SCENE(""));
    assert_null(film(&p));
    assert_int_equal(pictures(&p), 3);                 /* rim, drawing, button */
    assert_string_equal(said(&p, "f"), "Play");
    assert_true(stage_item(&p.t, "f")->focusable && stage_rests(&p.t));
    touch(&p);
    assert_int_equal(film(&p)->at, 0);
    assert_true(film(&p)->clip.w == 616 && film(&p)->clip.h == 296 && film(&p)->box.w >= 616 && film(&p)->box.h >= 296);
    assert_string_equal(said(&p, "f"), "Pause");
    assert_int_equal(p.t.k.e.wake - p.t.k.e.now, 40);  /* when the next picture is due */
    assert_true(p.t.k.e.busy);
    pass(&p, 1010);
    assert_int_equal(film(&p)->at, 1000);
    touch(&p);
    pass(&p, 5000);
    assert_int_equal(film(&p)->at, 1000);
    assert_true(stage_rests(&p.t) && !p.t.k.e.busy);
    touch(&p);
    pass(&p, 480);
    assert_int_equal(film(&p)->at, 1480);
    end(&p);
}

static void it_ends_on_its_drawing(void **state) {
    struct play p;
    (void)state;
    shown(&p, SCENE(""));
    touch(&p);
    pass(&p, 9990);
    assert_int_equal(film(&p)->at, 9960);
    pass(&p, 20);
    assert_null(film(&p));
    assert_true(pictures(&p) == 3 && stage_rests(&p.t));
    touch(&p);
    assert_int_equal(film(&p)->at, 0);
    end(&p);
}

static void it_begins_again(void **state) {
    struct play p;
    (void)state;
    shown(&p, SCENE(", loop: true, starts: true"));
    assert_non_null(film(&p));
    pass(&p, 10090);
    assert_int_equal(film(&p)->at, 80);
    end(&p);
}

static void only_a_visitor_starts_it_where_nothing_may_move(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct play p;
        begin(&p, SCENE(", starts: true"), true, (struct film_info)TEN_SECONDS, true);
        p.t.k.e.still = i == 0;
        p.t.k.e.attract = i == 1;
        scene_init(p.t.s, &p.t.k.e);
        step(&p, 0);
        assert_null(film(&p));
        touch(&p);
        assert_true((film(&p) != NULL) == (i == 0));
        end(&p);
    }
}

/* A sheet lay over it, or it was out of sight: it goes on where it was. */
static void time_in_which_nothing_was_shown_does_not_count(void **state) {
    struct play p;
    (void)state;
    shown(&p, SCENE(""));
    touch(&p);
    pass(&p, 400);
    step(&p, 60000);
    assert_true(film(&p)->at >= 400 && film(&p)->at <= 680);
    end(&p);
}

static void words_come_at_their_second(void **state) {
    struct play p;
    (void)state;
    shown(&p, SCENE(", captions: [{at: 1, for: 2, text: It comes}, {at: 5, text: It goes}]"));
    touch(&p);
    assert_string_equal(said(&p, "f/caption"), "");
    pass(&p, 1010);
    assert_string_equal(said(&p, "f/caption"), "It comes");
    pass(&p, 2000);
    assert_string_equal(said(&p, "f/caption"), "");
    pass(&p, 2000);
    assert_string_equal(said(&p, "f/caption"), "It goes");
    stage_starve(&p.t);
    end(&p);
}

static void words_out_of_order_are_a_fault(void **state) {
    static const struct stage_pack pack = {.files = {{"assets/a.svg", DRAWING}}};
    (void)state;
    stage_refused(&pack, SCENE(", captions: [{at: 5, text: A}, {at: 5, text: B}]"),
                  "caption 2 of film 'f' does not come after the one before (put them in order)");
}

static void one_that_breaks_gives_way_to_its_drawing(void **state) {
    struct play p;
    (void)state;
    shown(&p, SCENE(""));
    touch(&p);
    pass(&p, 400);
    p.t.s->films[0].info.ms = 0;                       /* app_film_lost */
    step(&p, 40);
    stands(&p);
    end(&p);
}

static void its_actions_run_with_and_without_a_film(void **state) {
    (void)state;
    for (int there = 0; there < 2; there++) {
        struct play p;
        begin(&p, SCENE(", press: [{home: true}]"), there, (struct film_info)TEN_SECONDS, true);
        step(&p, 0);
        assert_int_equal(stage_item(&p.t, "f")->role, SEM_BUTTON);
        assert_true(stage_item(&p.t, "f")->hit.w > 0);
        kit_tell(&p.t.k, p.t.s->nodes[0], NODE_ACTIVATE, 0, (struct vec2){0, 0}, (struct vec2){0, 0});
        assert_int_equal(p.t.k.fx.n, 1);
        end(&p);
    }
}

/* ---- sound */
static bool heard(const struct play *p) { return p->t.k.e.film && str_eq(p->t.k.e.film, "c.mp4"); }
static void begin_loud(struct play *p, const char *keys_scene, struct film_info info) {
    begin(p, keys_scene, true, info, true);
    vars_declare(&p->t.k.vars, "film-sound", (struct value){.kind = VALUE_WORD, .word = ""}, NULL, false);
    p->t.k.journey.sound.volume = 0.7f;
    p->t.k.journey.sound.label = (struct text_ref){.easy = "Sound"};
    p->t.k.e.sound = true;
    scene_init(p->t.s, &p->t.k.e);
    step(p, 0);
}
/* The env is new in every frame of the app. */
static void frame(struct play *p, int ms) {
    p->t.k.e.film = NULL;
    step(p, ms);
}
static void touch_ear(struct play *p) {
    stage_press(&p->t, 1);
    frame(p, 0);
}

static void its_sound_is_off_until_somebody_turns_it_on(void **state) {
    struct play p;
    (void)state;
    begin_loud(&p, SCENE(", press: [{home: true}]"), (struct film_info)WITH_SOUND);
    assert_null(stage_item(&p.t, "f/sound"));          /* it does not play yet */
    touch(&p);
    pass(&p, 400);
    const struct sem_item *it = stage_item(&p.t, "f/sound");
    assert_non_null(it);
    assert_string_equal(it->label, "Sound");
    assert_true(it->role == SEM_BUTTON && it->focusable && it->hit.w >= 61 && it->hit.h >= 61 && !(it->state & SEM_SELECTED));
    assert_true(it->box.x >= 100 && it->box.x + it->box.w <= 740 && it->box.y >= 100);
    assert_int_equal(sem_hit(&p.t.k.sem, (struct vec2){it->box.x + 41, it->box.y + 41}), it - p.t.k.sem.v);    /* it lies over the film */
    assert_false(heard(&p));
    p.t.k.fx.n = 0;
    touch_ear(&p);
    assert_true(heard(&p) && p.t.k.e.film_at == 400);
    assert_true(stage_item(&p.t, "f/sound")->state & SEM_SELECTED);
    assert_string_equal(said(&p, "f"), "Pause");       /* it plays on */
    frame(&p, 100);
    assert_true(heard(&p) && p.t.k.e.film_at == 500);
    touch_ear(&p);
    assert_false(heard(&p));
    end(&p);
}

static void a_pause_and_its_end_are_silent(void **state) {
    struct play p;
    (void)state;
    begin_loud(&p, SCENE(""), (struct film_info)WITH_SOUND);
    touch(&p);
    touch_ear(&p);
    assert_true(heard(&p));
    touch(&p);
    frame(&p, 40);
    assert_true(!heard(&p) && !stage_item(&p.t, "f/sound"));
    touch(&p);
    assert_true(heard(&p));                            /* as the visitor left it */
    pass(&p, 10040);
    frame(&p, 40);
    assert_true(!film(&p) && !heard(&p));
    end(&p);
}

/* No track, one that is of another kind, one that broke, an author who wants none, a bar that is muted, no device. */
static void where_it_cannot_be_heard_there_is_no_button(void **state) {
    static const struct { const char *scene; int sound; bool there, muted; } rows[] = {
        {SCENE(""), 0, true, false}, {SCENE(""), -1, true, false}, {SCENE(", sound: false"), 1, true, false},
        {SCENE(""), 1, false, false}, {SCENE(""), 1, true, true}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct play p;
        struct film_info info = WITH_SOUND;
        info.sound = rows[i].sound;
        begin_loud(&p, rows[i].scene, info);
        stage_say(&p.t, "film-sound", "c.mp4");
        p.t.k.e.sound = rows[i].there;
        p.t.k.e.muted = rows[i].muted;
        touch(&p);
        frame(&p, 40);
        assert_true(film(&p) && !stage_item(&p.t, "f/sound") && !heard(&p));
        end(&p);
    }
}

static void sound_that_breaks_takes_its_button_along(void **state) {
    struct play p;
    (void)state;
    begin_loud(&p, SCENE(""), (struct film_info)WITH_SOUND);
    touch(&p);
    touch_ear(&p);
    assert_true(heard(&p));
    p.t.s->films[0].info.sound = -1;                   /* app_film_deaf */
    frame(&p, 40);
    assert_true(film(&p) && !heard(&p) && !stage_item(&p.t, "f/sound"));
    end(&p);
}

static void its_button_stands_where_reading_ends(void **state) {
    (void)state;
    for (int rtl = 0; rtl < 2; rtl++) {
        struct play p;
        begin_loud(&p, SCENE(""), (struct film_info)WITH_SOUND);
        p.t.k.e.rtl = rtl;
        p.t.k.journey.sound.film = (struct text_ref){.easy = "Sound of the film"};
        layout_scene(p.t.s, &p.t.k.e);
        touch(&p);
        const struct sem_item *it = stage_item(&p.t, "f/sound"), *all = stage_item(&p.t, "f");
        assert_string_equal(it->label, "Sound of the film");
        assert_true((it->box.x + it->box.w / 2 < all->box.x + all->box.w / 2) == rtl);
        stage_starve(&p.t);
        end(&p);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_film_the_drawing_stands), cmocka_unit_test(check_says_that_there_are_none),
        cmocka_unit_test(a_touch_plays_and_pauses), cmocka_unit_test(it_ends_on_its_drawing), cmocka_unit_test(it_begins_again),
        cmocka_unit_test(only_a_visitor_starts_it_where_nothing_may_move),
        cmocka_unit_test(time_in_which_nothing_was_shown_does_not_count), cmocka_unit_test(words_come_at_their_second),
        cmocka_unit_test(words_out_of_order_are_a_fault), cmocka_unit_test(one_that_breaks_gives_way_to_its_drawing),
        cmocka_unit_test(its_actions_run_with_and_without_a_film), cmocka_unit_test(its_sound_is_off_until_somebody_turns_it_on),
        cmocka_unit_test(a_pause_and_its_end_are_silent), cmocka_unit_test(where_it_cannot_be_heard_there_is_no_button),
        cmocka_unit_test(sound_that_breaks_takes_its_button_along), cmocka_unit_test(its_button_stands_where_reading_ends)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
