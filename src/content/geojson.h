/* SPDX-License-Identifier: GPL-3.0-or-later */
/* geojson.h - map layers (RFC 7946), WGS 84 degrees, longitude before latitude. */
#ifndef LK_CONTENT_GEOJSON_H
#define LK_CONTENT_GEOJSON_H
#include <content/yaml.h>

enum geo_kind { GEO_POINT, GEO_LINE, GEO_POLYGON };
struct geo_ring { const double *lonlat; int n; };              /* n points, 2n numbers */
struct geo_feature {
    const char *id; enum geo_kind kind;
    struct geo_ring *rings; int nrings;    /* polygon: all rings of all parts (even-odd); line: parts; point: 1 ring of 1 */
    const struct yval *properties;
    struct pos pos;
};
struct geo { struct geo_feature *features; int n; };
/* Reads a FeatureCollection (Polygon, MultiPolygon, LineString, MultiLineString, Point). Refuses non-finite or
 * out-of-range coordinates, open rings, more than 500,000 points. */
bool geojson_load(struct arena *a, const struct port_files *files, const char *path, struct geo *out, struct diag *d);
const struct geo_feature *geo_find(const struct geo *g, const char *id);
#endif
