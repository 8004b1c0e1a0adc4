/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <plat/events.h>
#include <plat/guard.h>
#include <plat/silent.h>
#include <plat/video.h>
#include <SDL.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define W 300
#define H 200
#define KEYS 8

struct fixture {
    struct arena a; struct diag d; struct silent_log log; struct images *images; struct picset set; const struct picset *sets[1];
    uint64_t keys[KEYS]; struct video *v;
};

/* Pictures of all sorts: opaque, with holes, half transparent, larger than the screen. */
static void fill_set(struct fixture *f) {
    static const int SIDE[KEYS] = {400, 40, 90, 130, 7, 64, 65, 120};
    picset_init(&f->set, &f->a);
    for (int i = 0; i < KEYS; i++) {
        struct vec v;
        float s = (float)SIDE[i];
        struct vec_stop stops[] = {{0, 0xFF000080u + (rgba)i * 0x00170000u}, {1, 0x0040FFFF}};
        vec_begin(&v, &f->a);
        if (i % 3 == 0) vec_rect(&v, (struct box){-1, -1, s + 2, s + 2}), vec_fill(&v, 0x20406000u + (rgba)i * 0x0F000000u + 0xFF);
        vec_circle(&v, s / 2, s / 2, s / 3);
        vec_fill_linear(&v, (struct vec2){0, 0}, (struct vec2){s, s}, stops, 2);
        struct pic_spec spec = {.kind = PIC_VEC, .w = SIDE[i], .h = SIDE[i], .vec = &v, .scale = 1, .opaque = i % 3 == 0};
        f->keys[i] = picset_add(&f->set, &spec);
    }
    f->sets[0] = &f->set;
}

static struct video *open_video(struct fixture *f, struct video_options o) {
    struct video *v = video_open(&o, f->images, NULL, silent_log(&f->log), &f->d);
    if (!v) fail_msg("%s", f->d.first ? f->d.first->text : "?");
    return v;
}

static int setup(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->a, 0);
    diag_init(&f->d, &f->a);
    f->log.arena = &f->a;
    struct images_options io = {.log = silent_log(&f->log)};
    f->images = images_open(&io);
    fill_set(f);
    f->v = open_video(f, (struct video_options){.kind = VIDEO_BUFFER, .w = W, .h = H});
    *state = f;
    return 0;
}
static int teardown(void **state) {
    struct fixture *f = *state;
    video_close(f->v);
    images_close(f->images);
    arena_free(&f->a);
    free(f);
    return 0;
}

static struct dlist fresh(struct fixture *f) {
    struct dlist l;
    dlist_begin(&l, &f->a, W, H);
    return l;
}

static int present(struct fixture *f, const struct dlist *l) { return video_present(f->v, l, f->sets, 1); }

static uint32_t at(struct fixture *f, int x, int y) {
    int w, h, stride;
    const uint32_t *p = video_pixels(f->v, &w, &h, &stride);
    return p[(size_t)y * (size_t)(stride / 4) + x] & 0xFFFFFF;
}

static void only_what_changed_is_presented(void **state) {
    struct fixture *f = *state;
    struct dlist l = fresh(f);
    assert_true(video_needs_paint(f->v));
    dlist_fill(&l, (struct ibox){0, 0, W, H}, 0x102030FF);
    assert_int_equal(present(f, &l), 1);
    assert_int_equal(at(f, 299, 199), 0x102030);
    assert_false(video_needs_paint(f->v));
    assert_int_equal(present(f, &l), 0);
    dlist_fill(&l, (struct ibox){10, 10, 5, 5}, 0xFFFFFF80);
    assert_int_equal(present(f, &l), 1);
    assert_int_equal(video_stats(f->v).px_painted, W * H + 64 * 64);
    assert_int_equal(at(f, 12, 12), 0x889098); /* half white over it */
    assert_int_equal(at(f, 16, 12), 0x102030);
    video_lost(f->v);
    assert_true(video_needs_paint(f->v));
    assert_int_equal(present(f, &l), 1);
    assert_int_equal(at(f, 12, 12), 0x889098);
}

/* ---- against a naive player in floating point */
static uint32_t seed;
static int rnd(int n) { return (int)(rng_next(&seed) * n); }

static struct dlist random_list(struct fixture *f, int n) {
    struct dlist l = fresh(f);
    for (int i = 0; i < n; i++) {
        struct ibox before = l.clip;
        uint8_t fade = l.fade;
        if (rnd(3) == 0) dlist_clip(&l, (struct ibox){rnd(W), rnd(H), 1 + rnd(200), 1 + rnd(200)});
        if (rnd(4) == 0) dlist_fade(&l, (float)rng_next(&seed));
        if (rnd(3) == 0) dlist_fill(&l, (struct ibox){rnd(W) - 20, rnd(H) - 20, 1 + rnd(150), 1 + rnd(120)}, (rgba)rnd(1 << 24) << 8 | (rgba)(rnd(2) ? 255 : rnd(256)));
        else {
            int k = rnd(KEYS);
            const struct pic_spec *s = picset_find(&f->set, f->keys[k]);
            dlist_picture(&l, f->keys[k], (struct ibox){rnd(W) - 60, rnd(H) - 60, s->w, s->h}, rnd(3) ? 1 : (float)rng_next(&seed));
        }
        l.clip = before;
        l.fade = fade;
    }
    return l;
}

static void over(float *px, float r, float g, float b, float a, float fade) {
    px[0] = r * fade + px[0] * (1 - a * fade);
    px[1] = g * fade + px[1] * (1 - a * fade);
    px[2] = b * fade + px[2] * (1 - a * fade);
}

static void naive(struct fixture *f, const struct dlist *l, float *px) {
    memset(px, 0, sizeof *px * W * H * 3);
    for (int i = 0; i < l->n; i++) {
        const struct draw_cmd *c = &l->cmds[i];
        struct picture pic = {0};
        const struct pic_spec *spec = c->kind == DRAW_PICTURE ? picset_find(&f->set, c->key) : NULL;
        if (spec) images_make(f->images, c->key, spec, &pic);
        struct ibox r = ibox_and(c->box, c->clip);
        for (int y = r.y; y < r.y + r.h; y++)
            for (int x = r.x; x < r.x + r.w; x++) {
                float *to = px + (y * W + x) * 3;
                if (c->kind == DRAW_FILL) {
                    float a = (float)(c->color & 255) / 255;
                    over(to, (float)(c->color >> 24) * a, (float)(c->color >> 16 & 255) * a, (float)(c->color >> 8 & 255) * a, a, 1);
                    continue;
                }
                int sx = x - c->box.x - pic.x, sy = y - c->box.y - pic.y;
                if (sx < 0 || sy < 0 || sx >= pic.w || sy >= pic.h) continue;
                uint32_t s = pic.p[sy * pic.w + sx];
                over(to, (float)(s >> 16 & 255), (float)(s >> 8 & 255), (float)(s & 255), (float)(s >> 24) / 255, (float)c->alpha / 255);
            }
        picture_free(&pic);
    }
}

static void compare(struct fixture *f, const float *px) {
    int w, h, stride;
    const uint32_t *p = video_pixels(f->v, &w, &h, &stride);
    for (int i = 0; i < W * H; i++)
        for (int c = 0; c < 3; c++) {
            float is = (float)(p[i] >> (16 - 8 * c) & 255), want = px[i * 3 + c];
            if (fabsf(is - want) > 4) fail_msg("pixel %d,%d channel %d: %g, naive %g", i % W, i / W, c, (double)is, (double)want);
        }
}

static void damaged_painting_equals_naive_painting(void **state) {
    struct fixture *f = *state;
    float *px = malloc(sizeof *px * W * H * 3);
    struct dlist l = random_list(f, 14);
    for (int round = 0; round < 25; round++) {
        seed = (uint32_t)round + 1;
        struct dlist m = random_list(f, 14);
        for (int i = 0; i < 10 && i < l.n && i < m.n; i++) m.cmds[i] = l.cmds[i];
        present(f, &m);
        naive(f, &m, px);
        compare(f, px);
        l = m;
    }
    assert_int_equal(f->log.n, 0);
    free(px);
}

static void a_small_cache_shows_no_hole(void **state) {
    struct fixture *f = *state;
    float *px = malloc(sizeof *px * W * H * 3);
    video_close(f->v);
    f->v = open_video(f, (struct video_options){.kind = VIDEO_BUFFER, .w = W, .h = H, .cache_bytes = 1});
    for (int round = 0; round < 5; round++) {
        seed = (uint32_t)round + 77;
        struct dlist l = random_list(f, 20);
        present(f, &l);
        naive(f, &l, px);
        compare(f, px);
    }
    free(px);
}

static void prepared_pictures_are_not_late(void **state) {
    struct fixture *f = *state;
    struct dlist l = fresh(f);
    for (int i = 0; i < KEYS; i++) dlist_picture(&l, f->keys[i], (struct ibox){0, 0, 64, 64}, 1);
    video_prepare_start(f->v, &f->set);
    while (video_prepare_poll(f->v, 10000)) {}
    present(f, &l);
    assert_int_equal(video_stats(f->v).late, 0);
    video_lost(f->v);
    present(f, &l);
    assert_int_equal(video_stats(f->v).late, KEYS);
    assert_int_equal(video_prepare_poll(f->v, 0), 0); /* all that was wanted was taken */
    video_lost(f->v);
    video_prepare_start(f->v, &f->set); /* painted while the workers are at it */
    present(f, &l);
    video_prepare_cut(f->v);
    while (video_prepare_poll(f->v, 10000)) {}
    video_lost(f->v);
    video_prepare_start(f->v, &f->set); /* closed while the workers are at it */
}

static void what_cannot_be_seen_is_not_made(void **state) {
    struct fixture *f = *state;
    struct dlist l = fresh(f);
    dlist_picture(&l, f->keys[3], (struct ibox){40, 20, 130, 130}, 1);   /* under both halves */
    dlist_picture(&l, f->keys[7], (struct ibox){140, 90, 120, 120}, 1);  /* looks out below */
    dlist_clip(&l, (struct ibox){0, 0, 100, 180});
    dlist_picture(&l, f->keys[0], (struct ibox){0, 0, 400, 400}, 1);
    l.clip = l.screen;
    dlist_fill(&l, (struct ibox){100, 0, 200, 180}, 0x102030FF);
    present(f, &l);
    assert_int_equal(video_stats(f->v).late, 2);
    float *px = malloc(sizeof *px * W * H * 3);
    naive(f, &l, px);
    compare(f, px);
    free(px);
}

static void an_unknown_key_is_left_out_and_said_once(void **state) {
    struct fixture *f = *state;
    struct dlist l = fresh(f), m = fresh(f);
    dlist_fill(&l, (struct ibox){0, 0, W, H}, 0x102030FF);
    dlist_picture(&l, 12345, (struct ibox){0, 0, 50, 50}, 1);
    present(f, &l);
    dlist_picture(&m, 12345, (struct ibox){9, 0, 50, 50}, 1);
    present(f, &m);
    assert_int_equal(f->log.n, 1);
    assert_int_equal(at(f, 10, 10), 0);
}

static void sizes_follow(void **state) {
    struct fixture *f = *state;
    struct dlist l = fresh(f);
    dlist_fill(&l, (struct ibox){0, 0, W, H}, 0x102030FF);
    present(f, &l);
    assert_true(video_resize(f->v, 1000, 50)); /* the list is still of the old size: the rest is black */
    assert_true(present(f, &l) > 0);
    assert_int_equal(at(f, 299, 49), 0x102030);
    assert_int_equal(at(f, 999, 49), 0);
    assert_false(video_resize(f->v, 0, 50));
    assert_false(video_resize(f->v, 100000, 50));
    char path[] = "/tmp/lk-video-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_true(video_write_png(f->v, path));
    assert_true(lseek(fd, 0, SEEK_END) >= 0);
    close(fd);
    unlink(path);
}

/* ---- a window without a screen: SDL's dummy driver */
static struct ui_event ev[EVENTS_OUT_MIN];

struct windowed { struct video *v; struct events *e; };
static struct windowed open_windowed(struct fixture *f, bool kiosk) {
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    struct windowed w;
    w.v = open_video(f, (struct video_options){.kind = VIDEO_WINDOW, .w = W, .h = H, .kiosk = kiosk});
    w.e = events_open(&(struct events_options){.video = w.v, .kiosk = kiosk});
    events_wait(w.e, ev, EVENTS_OUT_MIN, 0);
    while (events_wait(w.e, ev, EVENTS_OUT_MIN, 0)) {}
    return w;
}
static void close_windowed(struct windowed w) {
    events_close(w.e);
    video_close(w.v);
}

static void touch(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event e = {.tfinger = {.type = type, .touchId = 5, .fingerId = id, .x = x, .y = y}};
    SDL_PushEvent(&e);
}
static void key(SDL_Scancode code, SDL_Keycode sym, Uint16 mod) {
    SDL_Event e = {.key = {.type = SDL_KEYDOWN, .keysym = {.scancode = code, .sym = sym, .mod = mod}}};
    SDL_PushEvent(&e);
}
static void mouse(Uint32 type, int x, int y) {
    SDL_Event e = {.button = {.type = type, .button = SDL_BUTTON_LEFT, .x = x, .y = y}};
    if (type == SDL_MOUSEMOTION) e.motion = (SDL_MouseMotionEvent){.type = type, .x = x, .y = y};
    SDL_PushEvent(&e);
}

static void a_window_is_painted_alike(void **state) {
    struct fixture *f = *state;
    struct windowed w = open_windowed(f, false);
    seed = 5;
    struct dlist l = random_list(f, 14);
    assert_true(video_present(w.v, &l, f->sets, 1) > 0);
    assert_int_equal(video_present(w.v, &l, f->sets, 1), 0);
    present(f, &l);
    int a, b, stride;
    const uint32_t *p = video_pixels(w.v, &a, &b, &stride);
    assert_non_null(p);
    for (int y = 0; y < H && y < b; y++)
        for (int x = 0; x < W && x < a; x++) assert_int_equal(p[y * stride / 4 + x] & 0xFFFFFF, at(f, x, y));
    close_windowed(w);
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    struct video *plain = open_video(f, (struct video_options){.kind = VIDEO_WINDOW, .w = W, .h = H, .plain = true, .driver = "software"});
    assert_int_equal(video_present(plain, &l, f->sets, 1), 1);
    assert_int_equal(video_present(plain, &l, f->sets, 1), 1); /* naive: again and again */
    video_lost(plain);
    assert_int_equal(video_present(plain, &l, f->sets, 1), 1);
    video_close(plain);
}

static int wait_now(struct windowed w) { return events_wait(w.e, ev, EVENTS_OUT_MIN, 0); }

static void fingers_are_numbered_merged_and_sane(void **state) {
    struct fixture *f = *state;
    struct windowed w = open_windowed(f, false);
    int pw, ph;
    video_size(w.v, &pw, &ph);
    touch(SDL_FINGERDOWN, 100, 0.5f, 0.5f);
    touch(SDL_FINGERDOWN, 200, 0.25f, 0.25f);
    for (int i = 0; i < 20; i++) touch(SDL_FINGERMOTION, 100, 0.5f + (float)i / 100, 0.5f), touch(SDL_FINGERMOTION, 200, 0.1f, (float)i / 100);
    touch(SDL_FINGERMOTION, 100, NAN, 0.5f);
    touch(SDL_FINGERMOTION, 999, 0.5f, 0.5f); /* never pressed */
    touch(SDL_FINGERDOWN, 300, 1.5f, 0.5f);   /* outside */
    touch(SDL_FINGERDOWN, 301, NAN, 0.5f);
    touch(SDL_FINGERMOTION, 200, -9, 9);      /* a drag over the edge is held there */
    touch(SDL_FINGERUP, 100, NAN, NAN);       /* lifts where it was last */
    assert_int_equal(wait_now(w), 5);
    assert_int_equal(ev[0].kind, UI_DOWN), assert_int_equal(ev[0].finger, 0);
    assert_true(ev[0].at.x == (float)pw / 2);
    assert_int_equal(ev[1].kind, UI_DOWN), assert_int_equal(ev[1].finger, 1);
    assert_int_equal(ev[2].kind, UI_MOVE), assert_int_equal(ev[2].finger, 0);
    assert_true(fabsf(ev[2].at.x - 0.69f * (float)pw) < 0.01f);
    assert_int_equal(ev[3].kind, UI_MOVE), assert_int_equal(ev[3].finger, 1);
    assert_true(ev[3].at.x == 0 && ev[3].at.y == (float)ph);
    assert_int_equal(ev[4].kind, UI_UP), assert_int_equal(ev[4].finger, 0);
    assert_true(fabsf(ev[4].at.x - 0.69f * (float)pw) < 0.01f);
    assert_int_equal(wait_now(w), 1); /* no such touch device (any more): its finger is cancelled */
    assert_int_equal(ev[0].kind, UI_CANCEL), assert_int_equal(ev[0].finger, 1);
    for (int i = 0; i < 15; i++) touch(SDL_FINGERDOWN, 400 + i, 0.5f, 0.5f);
    int n = 0, down = 0;
    while ((n = wait_now(w)) > 0)
        for (int i = 0; i < n; i++) {
            assert_in_range(ev[i].finger, 0, 9);
            down += ev[i].kind == UI_DOWN ? 1 : ev[i].kind == UI_CANCEL ? -1 : 0;
        }
    assert_int_equal(down, 0); /* every press has its end */
    close_windowed(w);
}

static void mouse_and_keys(void **state) {
    struct fixture *f = *state;
    struct windowed w = open_windowed(f, false);
    mouse(SDL_MOUSEMOTION, 5, 5), mouse(SDL_MOUSEMOTION, 6, 6);
    mouse(SDL_MOUSEBUTTONDOWN, 10, 20), mouse(SDL_MOUSEMOTION, 11, 21), mouse(SDL_MOUSEMOTION, 12, 22), mouse(SDL_MOUSEBUTTONUP, 13, 23);
    mouse(SDL_MOUSEBUTTONUP, 13, 23); /* no second lift */
    assert_int_equal(wait_now(w), 4);
    assert_int_equal(ev[0].kind, UI_HOVER), assert_true(ev[0].at.x == 6);
    assert_int_equal(ev[1].kind, UI_DOWN), assert_int_equal(ev[1].finger, 0);
    assert_int_equal(ev[2].kind, UI_MOVE), assert_true(ev[2].at.x == 12);
    assert_int_equal(ev[3].kind, UI_UP), assert_true(ev[3].at.y == 23);
    static const struct { SDL_Scancode code; Uint16 mod; enum ui_key want; } ROWS[] = {
        {SDL_SCANCODE_TAB, 0, KEY_NEXT}, {SDL_SCANCODE_TAB, KMOD_LSHIFT, KEY_PREV}, {SDL_SCANCODE_LEFT, 0, KEY_LEFT},
        {SDL_SCANCODE_RIGHT, 0, KEY_RIGHT}, {SDL_SCANCODE_UP, 0, KEY_UP}, {SDL_SCANCODE_DOWN, 0, KEY_DOWN},
        {SDL_SCANCODE_RETURN, 0, KEY_SELECT}, {SDL_SCANCODE_ESCAPE, 0, KEY_BACK}, {SDL_SCANCODE_BACKSPACE, 0, KEY_BACK},
        {SDL_SCANCODE_HOME, 0, KEY_HOME}, {SDL_SCANCODE_A, 0, KEY_NONE}, {SDL_SCANCODE_TAB, KMOD_LALT, KEY_NONE}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        key(ROWS[i].code, 0, ROWS[i].mod);
        int n = wait_now(w);
        assert_int_equal(n, ROWS[i].want != KEY_NONE);
        if (n) assert_int_equal(ev[0].key, ROWS[i].want);
    }
    close_windowed(w);
}

static void how_it_ends(void **state) {
    struct fixture *f = *state;
    SDL_Event quit = {.type = SDL_QUIT};
    struct windowed w = open_windowed(f, true);
    SDL_PushEvent(&quit);
    wait_now(w);
    assert_false(events_ended(w.e)); /* a kiosk stays */
    key(SDL_SCANCODE_Q, SDLK_q, KMOD_LCTRL | KMOD_LALT);
    wait_now(w);
    assert_false(events_ended(w.e));
    key(SDL_SCANCODE_Q, SDLK_q, KMOD_LCTRL | KMOD_LALT | KMOD_LSHIFT);
    wait_now(w);
    assert_true(events_ended(w.e));
    close_windowed(w);
    w = open_windowed(f, false);
    SDL_PushEvent(&quit);
    wait_now(w);
    assert_true(events_ended(w.e));
    close_windowed(w);
}

static void a_wait_has_an_end(void **state) {
    struct fixture *f = *state;
    struct windowed w = open_windowed(f, false);
    Uint64 before = SDL_GetTicks64();
    assert_int_equal(events_wait(w.e, ev, EVENTS_OUT_MIN, 80), 0);
    assert_in_range(SDL_GetTicks64() - before, 70, 2000);
    close_windowed(w);
}

/* For pictures that must not owe anything to the one before. */
static void a_whole_view_paints_all_of_it_each_time(void **state) {
    struct fixture *f = *state;
    struct dlist l = fresh(f);
    dlist_fill(&l, l.screen, 0x102030FF);
    struct video *whole = open_video(f, (struct video_options){.kind = VIDEO_BUFFER, .w = W, .h = H, .whole = true});
    for (int i = 0; i < 3; i++) assert_true(video_present(whole, &l, f->sets, 1) > 0);
    assert_true(video_stats(whole).px_painted == 3LL * W * H);
    video_close(whole);
    for (int i = 0; i < 3; i++) present(f, &l);
    assert_true(video_stats(f->v).px_painted == (long long)W * H);
}

/* The last test: a process has one end. */
static void a_signal_wakes_and_ends_the_loop(void **state) {
    struct fixture *f = *state;
    assert_true(guard_start());
    struct windowed w = open_windowed(f, true);
    assert_false(events_ended(w.e));
    Uint64 before = SDL_GetTicks64();
    kill(getpid(), SIGTERM);
    while (!events_ended(w.e) && SDL_GetTicks64() - before < 5000) events_wait(w.e, ev, EVENTS_OUT_MIN, 4000);
    assert_true(events_ended(w.e));
    assert_true(SDL_GetTicks64() - before < 3000);
    close_windowed(w);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(only_what_changed_is_presented), T(a_whole_view_paints_all_of_it_each_time), T(damaged_painting_equals_naive_painting), T(a_small_cache_shows_no_hole),
        T(prepared_pictures_are_not_late), T(what_cannot_be_seen_is_not_made), T(an_unknown_key_is_left_out_and_said_once), T(sizes_follow), T(a_window_is_painted_alike),
        T(fingers_are_numbered_merged_and_sane), T(mouse_and_keys), T(how_it_ends), T(a_wait_has_an_end), T(a_signal_wakes_and_ends_the_loop)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
