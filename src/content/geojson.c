/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <base/str.h>
#include <content/geojson.h>
#include <string.h>

#define MAX_POINTS 500000

struct reader { struct arena *a; struct diag *d; int points; };

static bool no_memory(struct reader *r, struct pos at) {
    diag_error(r->d, at, "not enough memory to read the map (simplify it)");
    return false;
}

static const char *text_of(const struct yval *v) { return v && v->kind == YAML_SCALAR ? v->text : NULL; }

static bool number(const struct yval *v, double limit, double *out) {
    return v->kind == YAML_SCALAR && !v->quoted && str_number(v->text, out) && *out >= -limit && *out <= limit;
}

static bool point(struct reader *r, const struct yval *v, double out[2]) {
    if (v->kind != YAML_SEQ || v->n < 2 || !number(v->items[0], 180, &out[0]) || !number(v->items[1], 90, &out[1])) {
        diag_error(r->d, v->pos, "a position must be [longitude, latitude] within 180 and 90 degrees (check the order)");
        return false;
    }
    if (++r->points <= MAX_POINTS) return true;
    diag_error(r->d, v->pos, "more than %d points (simplify the map)", MAX_POINTS);
    return false;
}

/* One list of positions. least: how many it needs; closed: first = last. */
static bool ring(struct reader *r, const struct yval *v, int least, bool closed, struct geo_ring *out) {
    if (v->kind != YAML_SEQ || v->n < least) {
        diag_error(r->d, v->pos, "a %s needs at least %d positions (draw it anew)", closed ? "ring" : "line", least);
        return false;
    }
    double *p = arena_array(r->a, double, 2 * v->n);
    if (!p) return no_memory(r, v->pos);
    for (int i = 0; i < v->n; i++)
        if (!point(r, v->items[i], p + 2 * i)) return false;
    if (closed && (p[0] != p[2 * v->n - 2] || p[1] != p[2 * v->n - 1])) {
        diag_error(r->d, v->pos, "the ring is open (its last position must repeat the first)");
        return false;
    }
    *out = (struct geo_ring){p, v->n};
    return true;
}

/* All lists of positions that lie `depth` levels below v, in order. */
static bool rings(struct reader *r, const struct yval *v, int depth, int least, bool closed, struct geo_feature *f, int cap) {
    if (depth == 0) return f->nrings < cap && ring(r, v, least, closed, &f->rings[f->nrings]) && ++f->nrings;
    if (v->kind != YAML_SEQ) {
        diag_error(r->d, v->pos, "'coordinates' must be a list of lists (see RFC 7946)");
        return false;
    }
    for (int i = 0; i < v->n; i++)
        if (!rings(r, v->items[i], depth - 1, least, closed, f, cap)) return false;
    return true;
}

static int count_rings(const struct yval *v, int depth) {
    if (depth == 0) return 1;
    int n = 0;
    for (int i = 0; v->kind == YAML_SEQ && i < v->n; i++) n += count_rings(v->items[i], depth - 1);
    return n;
}

static const struct shape { const char *type; enum geo_kind kind; int depth, least; bool closed; } SHAPES[] = {
    {"Point", GEO_POINT, 0, 1, false},      {"LineString", GEO_LINE, 0, 2, false}, {"MultiLineString", GEO_LINE, 1, 2, false},
    {"Polygon", GEO_POLYGON, 1, 4, true},   {"MultiPolygon", GEO_POLYGON, 2, 4, true}};

static bool geometry(struct reader *r, const struct yval *g, struct geo_feature *f) {
    const char *type = text_of(yaml_get(g, "type"));
    const struct yval *c = yaml_get(g, "coordinates");
    const struct shape *s = NULL;
    for (size_t i = 0; type && i < sizeof SHAPES / sizeof *SHAPES; i++)
        if (str_eq(type, SHAPES[i].type)) s = &SHAPES[i];
    if (s && !c) {
        diag_error(r->d, g->pos, "a geometry without 'coordinates' (remove it or draw it)");
        return false;
    }
    if (!s) {
        diag_error(r->d, g->pos, "geometry '%.40s' is not read (use Point, LineString, MultiLineString, Polygon or MultiPolygon)",
                   type ? type : "");
        return false;
    }
    f->kind = s->kind;
    int cap = count_rings(c, s->depth);
    f->rings = arena_array(r->a, struct geo_ring, cap > 0 ? cap : 1);
    if (!f->rings) return no_memory(r, g->pos);
    if (s->kind != GEO_POINT) return rings(r, c, s->depth, s->least, s->closed, f, cap);
    double *p = arena_array(r->a, double, 2);
    if (!p) return no_memory(r, c->pos);
    if (!point(r, c, p)) return false;
    f->rings[f->nrings++] = (struct geo_ring){p, 1};
    return true;
}

static bool feature(struct reader *r, const struct yval *v, struct geo_feature *f) {
    const struct yval *g = v->kind == YAML_MAP ? yaml_get(v, "geometry") : NULL;
    f->pos = v->pos;
    if (!g || g->kind != YAML_MAP) {
        diag_error(r->d, v->pos, "a feature without 'geometry' (remove it or draw it)");
        return false;
    }
    f->properties = yaml_get(v, "properties");
    f->id = text_of(yaml_get(v, "id"));
    if (!f->id && f->properties && f->properties->kind == YAML_MAP) f->id = text_of(yaml_get(f->properties, "id"));
    return geometry(r, g, f);
}

bool geojson_load(struct arena *a, const struct port_files *files, const char *path, struct geo *out, struct diag *d) {
    struct bytes in;
    *out = (struct geo){0};
    if (!files->read(files->ctx, path, YAML_MAP_CAPS.bytes, a, &in, d)) return false;
    const struct yval *root = yaml_read(a, path, in, &YAML_MAP_CAPS, d);
    if (!root) return false;
    const struct yval *list = root->kind == YAML_MAP ? yaml_get(root, "features") : NULL;
    if (!list || list->kind != YAML_SEQ || !str_eq(text_of(yaml_get(root, "type")), "FeatureCollection")) {
        diag_error(d, root->pos, "not a FeatureCollection (save it as GeoJSON, RFC 7946)");
        return false;
    }
    if (!list->n) {
        diag_error(d, list->pos, "no feature in it (draw one, or leave the layer out)");
        return false;
    }
    struct reader r = {a, d, 0};
    out->features = arena_array(a, struct geo_feature, list->n ? list->n : 1);
    if (!out->features) return no_memory(&r, list->pos);
    for (int i = 0; i < list->n; i++)
        if (!feature(&r, list->items[i], &out->features[out->n++])) return false;
    return true;
}

const struct geo_feature *geo_find(const struct geo *g, const char *id) {
    for (int i = 0; i < g->n; i++)
        if (g->features[i].id && str_eq(g->features[i].id, id)) return &g->features[i];
    return NULL;
}
