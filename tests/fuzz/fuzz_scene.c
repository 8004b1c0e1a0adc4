/* links: lk_command lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene in the pack of this tree: read and checked as the kiosk does it, and what may be shown is visited: a touch on
 * what reacts (which of it, if that is much, is drawn from the file), a drag, two fingers at once, keys, and once more upright, in
 * large letters, from right to left. */
#include "pack.h"
#include <command/command.h>
#include <plat/image.h>
#include <plat/silent.h>

static struct fuzz_pack PACK = {"scenes/fuzz.yaml", {NULL, 0}};

static struct date today(void *ctx) { (void)ctx; return (struct date){2026, 5, 1}; }
static bool is_folder(void *ctx, const char *path) { (void)ctx, (void)path; return false; }
static bool open_pack(void *ctx, const char *dir, struct port_files *files, struct port_fonts *fonts, struct diag *d) {
    (void)ctx, (void)dir, (void)d;
    *files = fuzz_files(&PACK);
    *fonts = silent_fonts();
    return true;
}
static const struct host HOST = {.version = "0", .today = today, .is_folder = is_folder, .open_pack = open_pack};

struct visit { struct app *app; const struct frame *f; int64_t now; };

/* One step; no other scene can be loaded. */
static void step(struct visit *v, const struct ui_event *ev, int n, int ms) {
    v->now += ms;
    v->f = app_step(v->app, ev, n, v->now);
    for (int tries = 0; v->f->nwant && tries < 4; tries++) {
        char id[64];
        snprintf(id, sizeof id, "%s", v->f->want[0]);
        app_give(v->app, id, NULL, false);
        v->f = app_step(v->app, NULL, 0, v->now);
    }
}

static void touch(struct visit *v, struct vec2 at, struct vec2 to) {
    step(v, &(struct ui_event){.kind = UI_DOWN, .at = at}, 1, 16);
    if (at.x != to.x || at.y != to.y) step(v, &(struct ui_event){.kind = UI_MOVE, .at = to}, 1, 100);
    step(v, &(struct ui_event){.kind = UI_UP, .at = to}, 1, 80);
    step(v, NULL, 0, 700);
}

/* Small pictures that are shown now are made. */
static void paint(const struct frame *f) {
    struct port_files files = fuzz_files(&PACK);
    struct images_options o = {.files = &files};
    struct images *im = images_open(&o);
    int most = 16;
    for (int i = 0; im && i < f->npics; i++)
        for (int k = 0; k < f->pics[i]->n && most; k++) {
            const struct pic_entry *e = &f->pics[i]->v[k];
            struct picture pic;
            if (e->spec.kind != PIC_VEC || (long)e->spec.w * e->spec.h > 1 << 15) continue;
            most--;
            images_make(im, e->key, &e->spec, &pic);
            picture_free(&pic);
        }
    images_close(im);
}

/* They cross, one is taken away, one lifts that nobody put down; and the clock is set back meanwhile. */
static void fingers(struct visit *v, struct vec2 a, struct vec2 b) {
    const struct ui_event down[] = {{.kind = UI_DOWN, .at = a}, {.kind = UI_DOWN, .finger = 1, .at = b}};
    const struct ui_event cross[] = {{.kind = UI_MOVE, .at = b}, {.kind = UI_MOVE, .finger = 1, .at = a}, {.kind = UI_UP, .finger = 2, .at = a}};
    const struct ui_event end[] = {{.kind = UI_CANCEL}, {.kind = UI_UP, .finger = 1, .at = a}};
    step(v, down, 2, 16);
    step(v, cross, 3, -200);
    step(v, end, 2, 300);
    step(v, NULL, 0, 700);
}

static void visit(struct visit *v, float scale, int most, uint64_t seed) {
    struct vec2 at[64];
    int n = 0;
    step(v, NULL, 0, 16);
    step(v, NULL, 0, 2000);
    paint(v->f);
    for (int i = 0; i < v->f->sem->n && n < 64; i++) {
        struct box b = v->f->sem->v[i].hit;
        if (b.w > 0) at[n++] = (struct vec2){(b.x + b.w / 2) * scale, (b.y + b.h / 2) * scale};
    }
    int first = n > most ? (int)(seed % (uint64_t)n) : 0;
    for (int i = 0; i < n && i < most; i++) touch(v, at[(first + i) % n], at[(first + i) % n]);
    if (n > 1) touch(v, at[first], at[(first + n - 1) % n]);
    if (n > 1) fingers(v, at[first], at[(first + 1) % n]);
    for (int i = 0; i < 3; i++) step(v, &(struct ui_event){.kind = UI_KEY, .key = (enum ui_key[]){KEY_NEXT, KEY_RIGHT, KEY_SELECT}[i]}, 1, 300);
    step(v, NULL, 0, 5000);
}

/* Two of three tries change one number: what is wrong as YAML, or names nothing, is not shown and finds little. */
size_t LLVMFuzzerMutate(uint8_t *p, size_t n, size_t cap);
size_t LLVMFuzzerCustomMutator(uint8_t *p, size_t n, size_t cap, unsigned seed);
size_t LLVMFuzzerCustomMutator(uint8_t *p, size_t n, size_t cap, unsigned seed) {
    static const char *const EDGES[] = {"0", "1", "-1", "2", "3", "0.5", "0.001", "1e-9", "7", "16", "100", "1000", "1920", "9999", "65536", "1e6",
                                        "-100", "-9999", "2147483647", "1e30", "-1e30", "true"};
    enum { N = sizeof EDGES / sizeof *EDGES };
    if (seed % 3 == 0 || n == 0) return LLVMFuzzerMutate(p, n, cap);
    size_t from = seed / 3 % n, to;
    while (from < n && !(strchr("0123456789", p[from]) && p[from] && (from == 0 || strchr(" [-", p[from - 1])))) from++;
    for (to = from; to < n && p[to] && strchr("0123456789.", p[to]); to++) continue;
    const char *edge = EDGES[(seed / 7919) % N];
    size_t len = strlen(edge);
    if (from == to || n - (to - from) + len > cap) return LLVMFuzzerMutate(p, n, cap);
    memmove(p + from + len, p + to, n - to);
    memcpy(p + from, edge, len);
    return n - (to - from) + len;
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n) {
    static struct setup setup;
    if (!setup.host) {
        setup_open(&setup, &HOST, "", NULL);
        if (!setup.english) abort();
        setup.ncatalogs = 1;                   /* the first will do */
    }
    struct app_options o = {.w = 640, .h = 360, .text_scale = 1, .idle_off = true};
    struct session s;
    PACK.in = (struct bytes){p, n};
    if (!session_open(&s, &setup, &o)) return 0;
    if (session_load(&s, "fuzz", false)) {
        struct visit v = {.app = s.app, .now = 1000};
        uint64_t seed = hash_bytes(0, p, n);
        app_start(s.app, "fuzz");
        visit(&v, 1 / 3.0f, 8, seed);
        step(&v, &(struct ui_event){.kind = UI_RESIZE, .w = 360, .h = 640}, 1, 16);
        app_set(s.app, "language", "ar");
        app_set(s.app, "text-size", "200");
        visit(&v, 1 / 3.0f, 2, seed);
    }
    session_close(&s);
    return 0;
}
