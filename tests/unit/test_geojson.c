/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_test.h"
#include "fresh.h"
#include <content/geojson.h>

static bool load(const char *text, struct geo *out) {
    struct port_files files = MEM_FILES(MEM_TEXT("m.geojson", text));
    return geojson_load(&arena, &files, "m.geojson", out, &diag);
}

#define LAYER(features) "{\"type\": \"FeatureCollection\", \"name\": \"x\", \"features\": [" features "]}"
#define SHAPE(type, coords)                                                                                            \
    LAYER("\n{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"" type                             \
          "\", \"coordinates\": " coords "}}")

static void reads_shapes(void **state) {
    (void)state;
    struct geo g;
    bool ok = load(
        LAYER("{\"type\": \"Feature\", \"id\": \"land\", \"properties\": {\"kind\": \"x\"}, \"geometry\": {\"type\": "
              "\"MultiPolygon\", \"coordinates\": [[[[130,42],[131,42],[131,43.5],[130,42]],[[1,2],[3,4],[5,6],[1,2]]],"
              "[[[-180,-90],[180,-90],[0,90],[-180,-90]]]]}},\n"
              "{\"type\": \"Feature\", \"properties\": {\"id\": \"river\"}, \"geometry\": {\"type\": \"LineString\", "
              "\"coordinates\": [[1,2,300],[3.25,-4]]}},\n"
              "{\"type\": \"Feature\", \"properties\": null, \"geometry\": {\"type\": \"Point\", \"coordinates\": "
              "[131.9,43.1]}},"
              "{\"type\": \"Feature\", \"id\": 7, \"geometry\": {\"type\": \"MultiLineString\", \"coordinates\": "
              "[[[0,0],[1,1]],[[2,2],[3,3],[4,4]]]}}"),
        &g);
    assert_string_equal(diag_all(&arena, &diag), "");
    assert_true(ok);
    assert_int_equal(g.n, 4);
    const struct geo_feature *f = geo_find(&g, "land");
    assert_true(f && f->kind == GEO_POLYGON && f->nrings == 3 && f->rings[0].n == 4);
    assert_true(f->rings[0].lonlat[0] == 130 && f->rings[0].lonlat[5] == 43.5 && f->rings[2].lonlat[1] == -90);
    assert_string_equal(yaml_get(f->properties, "kind")->text, "x");
    f = geo_find(&g, "river");
    assert_true(f && f->kind == GEO_LINE && f->nrings == 1 && f->rings[0].lonlat[2] == 3.25 &&
                f->rings[0].lonlat[3] == -4);
    assert_int_equal(f->pos.line, 2);
    assert_true(g.features[2].kind == GEO_POINT && g.features[2].rings[0].n == 1 && !g.features[2].id);
    f = geo_find(&g, "7");
    assert_true(f && f->nrings == 2 && f->rings[1].n == 3);
    assert_null(geo_find(&g, "none"));
}

static void refuses(void **state) {
    (void)state;
    static const struct {
        const char *text, *word;
        int line;
    } rows[] = {
        {"[]", "not a FeatureCollection", 1},
        {"{\"type\": \"Feature\", \"features\": []}", "not a FeatureCollection", 1},
        {"{\"type\": \"FeatureCollection\"}", "not a FeatureCollection", 1},
        {LAYER(""), "no feature in it", 1},
        {LAYER("\n7"), "without 'geometry'", 2},
        {LAYER("\n{\"geometry\": null}"), "without 'geometry'", 2},
        {SHAPE("MultiPoint", "[[1,2]]"), "geometry 'MultiPoint' is not read", 2},
        {SHAPE("Point", "[181, 0]"), "a position must be", 2},
        {SHAPE("Point", "[0, 90.01]"), "a position must be", 2},
        {SHAPE("Point", "[0]"), "a position must be", 2},
        {SHAPE("Point", "[\"1\", 2]"), "a position must be", 2},
        {SHAPE("Point", "[.nan, .inf]"), "a position must be", 2},
        {SHAPE("Point", "{\"x\": 1}"), "a position must be", 2},
        {SHAPE("LineString", "[[1,2]]"), "at least 2 positions", 2},
        {SHAPE("Polygon", "[[[0,0],[1,1],[0,0]]]"), "at least 4 positions", 2},
        {SHAPE("Polygon", "[[[0,0],[1,1],[2,0],\n[0,0.001]]]"), "ring is open", 2},
        {SHAPE("Polygon", "7"), "must be a list of lists", 2},
        {SHAPE("MultiPolygon", "[[7]]"), "at least 4 positions", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct geo g;
        diag_init(&diag, &arena);
        assert_false(load(rows[i].text, &g));
        assert_int_equal(diag.errors, 1);
        assert_non_null(strstr(diag.first->text, rows[i].word));
        assert_string_equal(diag.first->file, "m.geojson");
        assert_int_equal(diag.first->line, rows[i].line);
    }
}

static void refuses_too_many_points(void **state) {
    (void)state;
    struct geo g;
    size_t cap = 500001u * 6 + 300;
    char *text = malloc(cap), *p = text;
    p += sprintf(p, "{\"type\": \"FeatureCollection\", \"features\": [");
    p += sprintf(p, "{\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[1,2]");
    for (int i = 0; i < 500000; i++) p += sprintf(p, ",[1,2]");
    sprintf(p, "]}}]}");
    assert_false(load(text, &g));
    assert_true(diag.errors >= 1);
    free(text);
}

static void reads_the_pack(void **state) {
    (void)state;
    static const char *const layers[] = {"land", "water", "borders", "ranges", "places"};
    struct port_files files = tree_files();
    for (size_t i = 0; i < 5; i++) {
        struct geo g;
        bool ok = geojson_load(&arena, &files, arena_printf(&arena, "assets/map/%s.geojson", layers[i]), &g, &diag);
        assert_string_equal(diag_all(&arena, &diag), "");
        assert_true(ok && g.n > 0);
        for (int k = 0; k < g.n; k++)
            if (g.features[k].id) assert_ptr_equal(geo_find(&g, g.features[k].id), &g.features[k]);
    }
}

static bool reads_small(struct arena *a, struct diag *d) {
    struct geo g;
    struct port_files files = MEM_FILES(MEM_TEXT("m", SHAPE("Polygon", "[[[0,0],[1,1],[2,0],[0,0]]]")));
    return geojson_load(a, &files, "m", &g, d);
}
static void survives_refused_memory(void **state) {
    (void)state;
    reads_without_memory(reads_small, 500);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FRESH(reads_shapes),
        FRESH(refuses),
        FRESH(refuses_too_many_points),
        FRESH(reads_the_pack),
        FRESH(survives_refused_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
