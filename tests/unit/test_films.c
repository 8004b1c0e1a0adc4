/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real films through the real decoder: what they say of themselves, their pictures at their time, and that no damage does
 * more than one line. Skipped where this program shows no films. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <draw/damage.h>
#include <plat/film_file.h>
#include <plat/film_sound.h>
#include <plat/films.h>
#include <plat/silent.h>
#include <plat/video.h>
#include <SDL.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture { char dir[64]; struct files *files; struct arena a; struct diag d; struct silent_log log; };

static unsigned char *read_whole(const char *name, size_t *n) {
    char path[512];
    unsigned char *p = NULL;
    snprintf(path, sizeof path, "%s/tests/films/%s", LK_SOURCE_DIR, name);
    if (!files_read(path, FILM_BYTES, &p, n)) fail_msg("no %s", path);
    return p;
}
static void put(struct fixture *f, const void *p, size_t n) {
    char path[128];
    snprintf(path, sizeof path, "%s/assets/x", f->dir);
    assert_true(files_write(path, p, n, false));
}
static void put_clip(struct fixture *f, const char *name) {
    size_t n;
    unsigned char *p = read_whole(name, &n);
    put(f, p, n);
    free(p);
}

static int setup(void **state) {
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->a, 0);
    diag_init(&f->d, &f->a);
    f->log.arena = &f->a;
    strcpy(f->dir, "/tmp/films-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    char path[128];
    snprintf(path, sizeof path, "%s/assets", f->dir);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_non_null(f->files = files_open(f->dir, &f->d));
    *state = f;
    return 0;
}
static int teardown(void **state) {
    struct fixture *f = *state;
    char path[128];
    snprintf(path, sizeof path, "%s/assets/x", f->dir);
    unlink(path);
    *strrchr(path, '/') = 0;
    rmdir(path);
    rmdir(f->dir);
    files_close(f->files);
    arena_free(&f->a);
    free(f);
    return 0;
}

static bool probe(struct fixture *f, bool whole, struct film_info *info) {
    diag_init(&f->d, &f->a);
    bool good = films_probe(f->files, "x", whole, info, &f->d);
    int lines = f->d.errors + f->d.warnings;
    bool deaf = good && info->sound < 0;     /* its pictures are shown, and one line says what is wrong with its sound */
    if (lines != (!good || deaf)) fail_msg("%d lines, good %d: %s", lines, good, f->d.first ? f->d.first->text : "");
    return good;
}

static void films_say_what_they_are(void **state) {
    static const struct { const char *name; int ms, step_us, sound; } rows[] = {
        {"clip.mp4", 2000, 40000, 0},   {"clip.webm", 400, 40000, 0},   {"clip.avi", 400, 40000, 0},
        {"beeps.mp4", 2000, 100000, 1}, {"beeps.webm", 2000, 100000, 1}, {"beeps.avi", 1000, 100000, 1}};
    struct fixture *f = *state;
    struct film_info info;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        put_clip(f, rows[i].name);
        assert_true(probe(f, true, &info));
        assert_true(info.w == 96 && info.h == 64 && info.step_us == rows[i].step_us);
        assert_int_equal(info.sound, rows[i].sound);
        assert_true(abs(info.ms - rows[i].ms) <= 40);
    }
}

static bool refused(struct fixture *f, const void *p, size_t n, const char *words) {
    struct film_info info;
    put(f, p, n);
    return !probe(f, false, &info) && strstr(f->d.first->text, words);
}

static void what_is_no_film_is_refused(void **state) {
    struct fixture *f = *state;
    static const char list[] = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n                ";
    static const char concat[] = "ffconcat version 1.0\nfile /etc/passwd\nfile http://127.0.0.1/x\n                               ";
    assert_true(refused(f, "", 0, "empty"));
    assert_true(refused(f, list, sizeof list, "no MP4, WebM"));
    assert_true(refused(f, concat, sizeof concat, "no MP4, WebM"));
    char path[128];
    snprintf(path, sizeof path, "%s/assets/x", f->dir);
    assert_int_equal(truncate(path, (off_t)FILM_BYTES + 1), 0);
    struct film_info info;
    assert_false(probe(f, false, &info));
    assert_non_null(strstr(f->d.first->text, "bytes are too many"));
}

/* Cut off anywhere: refused at the beginning or at the end, with one line. */
static void cut_off_films_end(void **state) {
    static const char *const names[] = {"clip.mp4", "clip.webm", "clip.avi"};
    struct fixture *f = *state;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        size_t n;
        unsigned char *p = read_whole(names[k], &n);
        int good = 0, bad = 0;
        for (size_t cut = 0; cut < n; cut += cut < 1200 ? 61 : 397) {
            struct film_info info;
            put(f, p, cut);
            if (probe(f, true, &info)) good++;
            else bad++;
        }
        if (good > bad / 4) fail_msg("%s: %d cuts pass, %d are seen", names[k], good, bad);   /* an index at the end may be missing */
        free(p);
    }
}

/* One bit flipped: it plays or it does not, but it never crashes, hangs or says more than a line. */
static void flipped_bits_do_no_harm(void **state) {
    static const char *const names[] = {"clip.mp4", "clip.webm", "clip.avi", "beeps.mp4", "beeps.webm", "beeps.avi"};
    struct fixture *f = *state;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        size_t n;
        unsigned char *p = read_whole(names[k], &n);
        for (size_t i = 0; i < n; i += i < 1200 ? 7 : 53) {
            struct film_info info;
            unsigned char bit = (unsigned char)(1u << (i * 5 % 8));
            p[i] ^= bit;
            put(f, p, n);
            probe(f, true, &info);
            p[i] ^= bit;
        }
        free(p);
    }
}

/* ---- shown */
static struct dlist shown(struct fixture *f, int at) {
    struct dlist l;
    dlist_begin(&l, &f->a, 400, 300);
    dlist_fill(&l, l.screen, 0x203040FFu);
    if (at >= 0) dlist_film(&l, "x", at, (struct ibox){130, 66, 96, 64}, 1);
    return l;
}
static uint64_t sum(struct video *v) {
    int w, h, stride;
    const uint32_t *p = video_pixels(v, &w, &h, &stride);
    uint64_t s = HASH_SEED;
    for (int y = 66; y < 130; y++) s = hash_bytes(s, p + (size_t)y * (size_t)w + 130, 96 * 4);
    return s;
}
static struct video *open_buffer(struct fixture *f, struct images **images) {
    struct images_options io = {.log = silent_log(&f->log)};
    *images = images_open(&io);
    struct video_options o = {.kind = VIDEO_BUFFER, .w = 400, .h = 300, .films = f->files};
    return video_open(&o, *images, NULL, silent_log(&f->log), &f->d);
}

/* The same moment is the same picture, forwards, backwards and in another run; only its cells are painted. */
static void pictures_come_at_their_time(void **state) {
    static const int moments[] = {0, 40, 80, 1000, 1960, 400, 0, 40};
    struct fixture *f = *state;
    struct images *im[2];
    struct video *v = open_buffer(f, &im[0]), *w = open_buffer(f, &im[1]);
    const struct picset *none = NULL;
    uint64_t seen[8];
    put_clip(f, "clip.mp4");
    for (int i = 0; i < 8; i++) {
        struct dlist l = shown(f, moments[i]);
        video_present(v, &l, &none, 0);
        seen[i] = sum(v);
        long long px = video_stats(v).px_painted;
        if (i > 0) assert_true(px <= 400 * 300 + i * 256 * 128);     /* whole once, then 4 x 2 cells of 64 */
    }
    assert_true(seen[0] != seen[1] && seen[1] != seen[2] && seen[2] != seen[3] && seen[3] != seen[4]);
    assert_true(seen[6] == seen[0] && seen[7] == seen[1]);
    struct dlist l = shown(f, 400);
    video_present(w, &l, &none, 0);
    assert_true(sum(w) == seen[5]);
    assert_null(video_film_lost(v));
    video_close(v);
    video_close(w);
    images_close(im[0]);
    images_close(im[1]);
}

/* It broke in its middle: the pictures before are shown, then what lies below; it is told once, in one line. */
static void a_film_that_breaks_is_told(void **state) {
    struct fixture *f = *state;
    struct images *im;
    size_t n;
    unsigned char *p = read_whole("clip.mp4", &n);
    put(f, p, n - n / 4);
    free(p);
    struct video *v = open_buffer(f, &im);
    const struct picset *none = NULL;
    struct dlist l = shown(f, -1);
    video_present(v, &l, &none, 0);
    uint64_t bare = sum(v);
    l = shown(f, 0);
    video_present(v, &l, &none, 0);
    assert_true(sum(v) != bare);
    for (int at = 1960; at > 1900; at -= 20) {
        l = shown(f, at);
        video_present(v, &l, &none, 0);
    }
    assert_true(sum(v) == bare);
    assert_string_equal(video_film_lost(v), "x");
    l = shown(f, -1);
    for (int i = 0; i < 3; i++) video_present(v, &l, &none, 0);
    video_close(v);
    images_close(im);
    if (f->log.n != 1) fail_msg("%d lines", f->log.n);
}

/* ---- heard */
enum { BLOCK = 1024, ALL = 3 * FILM_RATE, LOUD = 3000, START = 1000000 };
struct ear { struct film_sound *s; int16_t pcm[ALL]; int n; };

/* The app tells where the film is, then the mixer takes one block; what is slow to be decoded is waited for. */
static void hear_block(struct ear *e, uint64_t now, int at, float volume) {
    film_sound_at(e->s, "x", at, volume, now);
    for (Uint64 end = SDL_GetTicks64() + 10000; film_sound_ahead(e->s) < 200; SDL_Delay(1))
        if (SDL_GetTicks64() > end) fail_msg("nothing is decoded for %d ms", at);
    assert_true(e->n + BLOCK <= ALL);
    film_sound_take(e->s, e->pcm + e->n, BLOCK, now);
    e->n += BLOCK;
}
static int ms_of(int sample) { return (int)((int64_t)sample * 1000 / FILM_RATE); }
static void hear(struct ear *e, int from, int to, float volume) {
    int first = e->n;
    while (from + ms_of(e->n - first) < to) hear_block(e, (uint64_t)(START + ms_of(e->n)), from + ms_of(e->n - first), volume);
}
/* The next loud sample at or after i; the next after which 20 ms are quiet. -1 = none. */
static int loud_from(const struct ear *e, int i) {
    while (i < e->n && abs(e->pcm[i]) < LOUD) i++;
    return i < e->n ? i : -1;
}
static int quiet_from(const struct ear *e, int i) {
    int quiet = 0;
    for (; i < e->n && quiet < FILM_RATE / 50; i++) quiet = abs(e->pcm[i]) < LOUD ? quiet + 1 : 0;
    return quiet == FILM_RATE / 50 ? i - quiet : -1;
}
static int loudest(const struct ear *e, int from, int to) {
    int most = 0;
    for (int i = from; i < to; i++) most = abs(e->pcm[i]) > most ? abs(e->pcm[i]) : most;
    return most;
}
/* Samples of the block taken at t are heard LEAD later, so that is when they must be due. */
static void beep_at(const struct ear *e, int from_ms, int wanted_ms) {
    int on = loud_from(e, (int)((int64_t)from_ms * FILM_RATE / 1000)), off = on < 0 ? -1 : quiet_from(e, on);
    if (on < 0 || off < 0) fail_msg("no beep at %d ms", wanted_ms);
    if (abs(ms_of(on) + 23 - wanted_ms) > 80) fail_msg("a beep at %d ms, wanted at %d", ms_of(on) + 23, wanted_ms);
    if (abs(ms_of(off - on) - 100) > 12) fail_msg("a beep of %d ms", ms_of(off - on));
    int turns = 0;
    for (int i = on + 1; i < off; i++) turns += (e->pcm[i] > 0) != (e->pcm[i - 1] > 0);
    if (abs(turns - 2 * ms_of(off - on)) > 20) fail_msg("a beep of %d turns", turns);
    double power = 0;
    for (int i = on; i < off; i++) power += (double)e->pcm[i] * e->pcm[i];
    double level = sqrt(power / (off - on));
    if (fabs(level - 11585) > 2000) fail_msg("a beep of level %.0f", level);
}
static struct ear *new_ear(struct fixture *f, const char *name) {
    struct ear *e = calloc(1, sizeof *e);
    put_clip(f, name);
    assert_non_null(e->s = film_sound_open(f->files, silent_log(&f->log)));
    return e;
}
static void free_ear(struct ear *e) {
    film_sound_close(e->s);
    free(e);
}

static void sounds_come_at_their_time(void **state) {
    static const struct { const char *name; int ms; } rows[] = {{"beeps.mp4", 2000}, {"beeps.webm", 2000}, {"beeps.avi", 1000}};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ear *e = new_ear(f, rows[i].name);
        hear(e, 0, rows[i].ms, 1);
        assert_true(loudest(e, 0, FILM_RATE * 2 / 5) < LOUD);
        for (int at = 500; at < rows[i].ms; at += 1000) beep_at(e, at - 300, at);
        free_ear(e);
    }
    assert_int_equal(f->log.n, 0);
}

/* Begun in its middle, gone through again, and when the clock leaps ahead of it or stands still. */
static void the_clock_leads(void **state) {
    static const char *const names[] = {"beeps.mp4", "beeps.webm", "beeps.avi"};
    struct fixture *f = *state;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        struct ear *e = new_ear(f, names[k]);
        hear(e, 450, 800, 1);
        beep_at(e, 0, 50);
        hear(e, 0, 200, 1);              /* again from its beginning: from 350 ms of what is heard on */
        hear(e, 400, 800, 1);            /* it leaps from 200 to 400 ms */
        beep_at(e, 250, 650);
        free_ear(e);
    }
}

static void what_is_paused_is_silent(void **state) {
    struct fixture *f = *state;
    struct ear *e = new_ear(f, "beeps.mp4");
    hear(e, 450, 540, 1);                                            /* in the middle of a beep */
    assert_true(loudest(e, e->n - BLOCK, e->n) > LOUD);
    int at = e->n;
    film_sound_at(e->s, NULL, 0, 1, (uint64_t)(START + ms_of(e->n)));
    for (int i = 0; i < 10; i++, e->n += BLOCK) film_sound_take(e->s, e->pcm + e->n, BLOCK, (uint64_t)(START + ms_of(e->n)));
    assert_int_equal(loudest(e, at + BLOCK, e->n), 0);               /* one block fades it out */
    hear(e, 540, 580, 1);
    assert_true(loudest(e, e->n - BLOCK, e->n) > LOUD);              /* it goes on where it was */
    at = e->n;
    for (int i = 0; i < 40; i++, e->n += BLOCK) film_sound_take(e->s, e->pcm + e->n, BLOCK, (uint64_t)(START + ms_of(e->n)));
    assert_int_equal(loudest(e, at + FILM_RATE * 2 / 5, e->n), 0);   /* the app says nothing more: it hangs, or a sheet lies over it */
    free_ear(e);
}

static void it_is_as_loud_as_the_rest(void **state) {
    struct fixture *f = *state;
    struct ear *e = new_ear(f, "beeps.mp4");
    hear(e, 400, 800, 0.25f);
    int most = loudest(e, 0, e->n);
    assert_true(most > 3000 && most < 5200);
    free_ear(e);
}

/* Its packets of sound from `from` on are no sound any more: the film is one all the same. */
static void a_sound_that_breaks_is_told_once(void **state) {
    struct fixture *f = *state;
    size_t n;
    unsigned char *p = read_whole("beeps.mp4", &n);
    struct film_info info;
    memset(p + 4990, 0xFF, 400);      /* four packets of sound, no picture */
    put(f, p, n);
    free(p);
    assert_true(probe(f, true, &info) && info.sound < 0 && info.ms == 2000);
    assert_non_null(strstr(f->d.first->text, "film: its sound is damaged (it plays silently"));
    struct ear *e = calloc(1, sizeof *e);
    assert_non_null(e->s = film_sound_open(f->files, silent_log(&f->log)));
    for (int i = 0; i < 2; i++) hear(e, 0, 1000, 1);
    assert_string_equal(film_sound_lost(e->s), "x");
    assert_null(film_sound_lost(e->s));
    free_ear(e);
    if (f->log.n != 1) fail_msg("%d lines", f->log.n);
}

int main(void) {
    if (!film_built()) {
        printf("skipped: built without films\n");
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(films_say_what_they_are, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_film_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(cut_off_films_end, setup, teardown),
        cmocka_unit_test_setup_teardown(flipped_bits_do_no_harm, setup, teardown),
        cmocka_unit_test_setup_teardown(pictures_come_at_their_time, setup, teardown),
        cmocka_unit_test_setup_teardown(a_film_that_breaks_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(sounds_come_at_their_time, setup, teardown),
        cmocka_unit_test_setup_teardown(the_clock_leads, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_paused_is_silent, setup, teardown),
        cmocka_unit_test_setup_teardown(it_is_as_loud_as_the_rest, setup, teardown),
        cmocka_unit_test_setup_teardown(a_sound_that_breaks_is_told_once, setup, teardown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
