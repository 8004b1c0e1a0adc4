/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/bake_pack.h>
#include <plat/image_store.h>
#include <plat/jobs.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static int take(struct jobs *jobs, int left) {
    uint64_t key;
    struct picture pic;
    int failed = 0;
    while (jobs_pending(jobs) > left && jobs_take_any(jobs, 1000, &key, &pic)) {
        failed += pic.failed;
        picture_free(&pic);
    }
    return failed;
}

/* Without a thread, or without memory for one more in line. */
static int make_here(struct images *im, uint64_t key, const struct pic_spec *spec) {
    struct picture pic;
    images_make(im, key, spec, &pic);
    picture_free(&pic);
    return pic.failed;
}

static int make_exact(struct images *im, struct jobs *jobs, const struct bake_wishes *w) {
    int failed = 0;
    for (int i = 0; i < w->exact; i++) {
        if (!jobs_add(jobs, w->keys[i], w->specs[i], false)) failed += make_here(im, w->keys[i], w->specs[i]);
        failed += take(jobs, 8);
    }
    return failed + take(jobs, 0);
}

/* True for the first of the widest wishes for a drawing. All other widths are scaled down from it, once, and kept. */
static bool on_ladder(const struct bake_wishes *w, int i) {
    const struct pic_spec *s = w->specs[i];
    if (s->kind != PIC_ASSET) return false;
    for (int k = 0; k < w->n; k++) {
        const struct pic_spec *o = w->specs[k];
        if (o->kind == PIC_ASSET && strcmp(o->path, s->path) == 0 && (o->w > s->w || (o->w == s->w && k < i))) return false;
    }
    return true;
}

static int make_ladder(struct images *im, const struct bake_wishes *w, const char *folder) {
    int failed = 0;
    for (int i = 0; i < w->n; i++) {
        const struct pic_spec *s = w->specs[i];
        if (on_ladder(w, i) && !images_bake(im, s->path, s->w, s->h, folder)) failed++;
    }
    return failed;
}

static void sweep(struct images *im, const struct bake_wishes *w, const char *folder) {
    struct store_kept kept = {calloc((size_t)w->n + 1, sizeof *kept.keys), 0, calloc((size_t)w->n + 1, sizeof *kept.rungs), 0};
    for (int i = 0; kept.keys && kept.rungs && i < w->n; i++) {
        uint64_t name = i < w->exact ? images_name(im, w->keys[i], w->specs[i]) : 0;
        if (name) kept.keys[kept.nkeys++] = name;
        if (on_ladder(w, i)) kept.rungs[kept.nrungs++] = (struct rung){asset_hash(w->specs[i]->path), w->specs[i]->w};
    }
    if (kept.keys && kept.rungs) store_sweep_rest(folder, &kept);
    free(kept.keys);
    free(kept.rungs);
}

int bake_pack(const struct port_files *files, struct port_log log, const char *folder, const struct bake_wishes *w, int threads) {
    struct images_options io = {.files = files, .user_cache = folder, .allow_svg = true, .log = log};
    struct images *im = images_open(&io);
    struct jobs *jobs = im ? jobs_open(im, threads) : NULL;
    int failed = -1;
    if (jobs) {
        failed = make_exact(im, jobs, w) + make_ladder(im, w, folder);
        if (failed == 0) sweep(im, w, folder);
    }
    jobs_close(jobs);
    images_close(im);
    return failed;
}
