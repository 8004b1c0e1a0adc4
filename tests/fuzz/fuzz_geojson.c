/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map layer: read, projected, and its outlines drawn. */
#include "pack.h"
#include <scene/geo_shape.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n) {
    struct fuzz_pack pack = {"assets/map/fuzz.geojson", {p, n}};
    struct port_files files = fuzz_files(&pack);
    struct arena a;
    struct diag d;
    struct geo g;
    struct map_sheet sheet;
    struct albers pr;
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    albers_init(&pr, 135, 44, 40, 48);
    if (geojson_load(&a, &files, pack.path, &g, &d) && map_project(&a, &g, &pr, &sheet)) {
        struct map_view view = {.mid = {960, 540}, .k = 4000, .area = {0, 0, 1920, 1080}};
        struct vec v;
        vec_begin(&v, &a);
        map_path(&v, &view, &sheet);
        for (int i = 0; i < sheet.n; i++) map_bounds(&view, &sheet.v[i]);
    }
    arena_free(&a);
    return 0;
}
