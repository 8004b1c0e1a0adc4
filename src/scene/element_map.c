/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_map.c - a map in an equal-area conic projection: land and borders below, ranges as paper sheets above them that a
 * variable fades in and out, places to touch, and a lens on one corner. All shapes are GeoJSON of the pack. */
#include <scene/map_view.h>

static const char *const PIN_LOOKS[] = {"dot", "pin", "here", NULL};
static const char *const SIDES[] = {"start", "center", "end", NULL};

#define AT(m) offsetof(struct map_layer, m)
static const struct field LAYER_FIELDS[] = {
    {"feature", FIELD_ID, AT(feature), FIELD_REQUIRED, 0, 0, NULL, NULL, "id of the shape in the file of ranges", NULL, NULL, 0},
    {"look", FIELD_ENUM, AT(look), 0, 0, 0, "plain", NULL, "filling", MAP_LOOKS, NULL, 0},
    {"color", FIELD_COLOR, AT(color), 0, 0, 0, "rose-500", NULL, "colour of the filling", NULL, NULL, 0},
    {"outline", FIELD_COLOR, AT(outline), 0, 0, 0, "rose-300", NULL, "colour of the edge", NULL, NULL, 0},
    {"driver", FIELD_VAR, AT(driver), 0, 0, 0, NULL, NULL, "variable over which the alpha changes", NULL, NULL, 0},
    {"keys", FIELD_NUMS, AT(keys), 0, 0, 0, NULL, NULL, "pairs: value of the variable, alpha", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct map_pin, m)
static const struct field PIN_FIELDS[] = {
    {"id", FIELD_ID, AT(id), 0, 0, 0, NULL, NULL, "name of the pin; none = that of the place", NULL, NULL, 0},
    {"place", FIELD_ID, AT(place), 0, 0, 0, NULL, NULL, "id of a point in the file of places", NULL, NULL, 0},
    {"at", FIELD_POINT, AT(at), 0, -180, 180, "[0, 0]", "degrees", "longitude and latitude, instead of a place", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), FIELD_REQUIRED, 0, 0, NULL, NULL, "name by the pin", NULL, NULL, 0},
    {"look", FIELD_ENUM, AT(look), 0, 0, 0, "dot", NULL, "dot, pin, or here (the visitor's own place)", PIN_LOOKS, NULL, 0},
    {"color", FIELD_COLOR, AT(color), 0, 0, 0, "rose-300", NULL, "colour of a pin", NULL, NULL, 0},
    {"text-align", FIELD_ENUM, AT(align), 0, 0, 0, "start", NULL, "label right of the point (start), above it, left of it (end)", SIDES, NULL, 0},
    {"dx", FIELD_NUM, AT(dx), 0, -600, 600, "0", "canvas px", "moves the label", NULL, NULL, 0},
    {"dy", FIELD_NUM, AT(dy), 0, -600, 600, "0", "canvas px", "moves the label", NULL, NULL, 0},
    {"only-lens", FIELD_BOOL, AT(only_lens), 0, 0, 0, "false", NULL, "shown in the lens and not on the map", NULL, NULL, 0},
    {"press", FIELD_ACTIONS, AT(press), 0, 0, 0, NULL, NULL, "what a touch does", NULL, NULL, 0},
    {"visible-if", FIELD_COND, AT(visible_if), 0, 0, 0, NULL, NULL, "shown only while these hold", NULL, NULL, 0},
    {"hidden-if", FIELD_COND, AT(hidden_if), 0, 0, 0, NULL, NULL, "gives way, to a card say, while all of this holds", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct map_lens, m)
static const struct field LENS_FIELDS[] = {
    {"centre", FIELD_POINT, AT(centre), 0, -180, 180, "[0, 0]", "degrees", "longitude and latitude in its middle", NULL, NULL, 0},
    {"at", FIELD_POINT, AT(at), 0, 0, 0, "[0, 0]", "stage px", "where its middle lies", NULL, NULL, 0},
    {"radius", FIELD_NUM, AT(radius), 0, 0, 900, "0", "canvas px", "radius; 0 = no lens", NULL, NULL, 0},
    {"zoom", FIELD_NUM, AT(zoom), FIELD_POSITIVE, 1, 40, "4", NULL, "how much larger than the map", NULL, NULL, 0},
    {"label", FIELD_TEXT, AT(label), 0, 0, 0, NULL, NULL, "title above the lens", NULL, NULL, 0},
    {"visible-if", FIELD_COND, AT(visible_if), 0, 0, 0, NULL, NULL, "shown only while these hold", NULL, NULL, 0},
    {0}};
#undef AT
#define AT(m) offsetof(struct map_props, m)
#define SHEET(name, kind, flags, help) {name, FIELD_ASSET, AT(file[kind]), flags, 0, 0, NULL, NULL, help, NULL, NULL, 0}
static const struct field FIELDS[] = {
    SHEET("land", SHEET_LAND, FIELD_REQUIRED, "GeoJSON of the land"),
    SHEET("borders", SHEET_BORDERS, 0, "GeoJSON of borders"),
    SHEET("ranges", SHEET_RANGES, 0, "GeoJSON of the shapes that layers name"),
    SHEET("water", SHEET_WATER, 0, "GeoJSON of lakes, drawn above the layers"),
    SHEET("places", SHEET_PLACES, 0, "GeoJSON of the points that pins name"),
    {"parallels", FIELD_POINT, AT(parallels), FIELD_REQUIRED, -89, 89, NULL, "degrees", "the two standard parallels of the projection", NULL, NULL, 0},
    {"centre", FIELD_POINT, AT(centre), FIELD_REQUIRED, -180, 180, NULL, "degrees", "longitude and latitude in the middle", NULL, NULL, 0},
    {"span", FIELD_NUM, AT(span), FIELD_REQUIRED | FIELD_POSITIVE, 0, 90, NULL, "degrees", "degrees of latitude that fill the height", NULL, NULL, 0},
    {"sea", FIELD_COLOR, AT(sea), 0, 0, 0, "#1C5763", NULL, "light water", NULL, NULL, 0},
    {"deep", FIELD_COLOR, AT(deep), 0, 0, 0, "#0A2730", NULL, "dark water", NULL, NULL, 0},
    {"land-color", FIELD_COLOR, AT(land), 0, 0, 0, "#2E6A6C", NULL, "land", NULL, NULL, 0},
    {"coast-color", FIELD_COLOR, AT(coast), 0, 0, 0, "#69A09C", NULL, "outline of the land", NULL, NULL, 0},
    {"border-color", FIELD_COLOR, AT(border), 0, 0, 0, "#CFE2E073", NULL, "dotted borders", NULL, NULL, 0},
    {"layers", FIELD_LIST, AT(layers), 0, 0, 0, NULL, NULL, "shapes above the land, lowest first", NULL, LAYER_FIELDS, sizeof(struct map_layer)},
    {"pins", FIELD_LIST, AT(pins), 0, 0, 0, NULL, NULL, "places", NULL, PIN_FIELDS, sizeof(struct map_pin)},
    {"lens", FIELD_STRUCT, AT(lens), 0, 0, 0, NULL, NULL, "a round window that shows one corner larger", NULL, LENS_FIELDS, sizeof(struct map_lens)},
    {0}};

/* ---- load */
static bool same_files(const struct map_props *a, const struct map_props *b) {
    for (int i = 0; i < SHEET_COUNT; i++)
        if (!str_eq(a->file[i], b->file[i])) return false;
    return true;
}

/* The files are read once for both orientations. */
static bool read_files(struct map_props *p, const struct node *n, struct load_env *le) {
    const struct map_props *other = n->props[0];
    if (other && other != p && other->geo && same_files(p, other)) {
        p->geo = other->geo;
        return true;
    }
    struct geo *g = arena_array(le->arena, struct geo, SHEET_COUNT);
    if (!g) return false;
    bool ok = true;
    for (int i = 0; i < SHEET_COUNT; i++) {
        const char *path = p->file[i] ? arena_printf(le->arena, "assets/%s", p->file[i]) : NULL;
        if (!path) continue;
        if (!le->files->exists(le->files->ctx, path)) ok = false;    /* the check of references speaks */
        else ok &= geojson_load(le->arena, le->files, path, &g[i], le->diag);
    }
    p->geo = g;
    return ok;
}

static struct vec2 plane(const struct map_props *p, double lon, double lat) {
    double x, y;
    albers_forward(&p->albers, lon, lat, &x, &y);
    return (struct vec2){(float)x, (float)y};
}

static bool projection(struct map_props *p, struct node *n, struct load_env *le) {
    if (!albers_init(&p->albers, (double)p->parallels.x, (double)p->parallels.y, (double)p->centre.y, (double)p->centre.x) ||
        fabsf(p->centre.y) + p->span / 2 > 90) {
        diag_error(le->diag, node_at(n, "parallels"), "no projection with 'parallels' [%g, %g], 'centre' [%g, %g] and 'span' %g (parallels on one side of the equator, latitudes within 90)",
                   (double)p->parallels.x, (double)p->parallels.y, (double)p->centre.x, (double)p->centre.y, (double)p->span);
        return false;
    }
    p->origin = plane(p, (double)p->centre.x, (double)p->centre.y);
    p->height = plane(p, (double)p->centre.x, (double)(p->centre.y + p->span / 2)).y -
                plane(p, (double)p->centre.x, (double)(p->centre.y - p->span / 2)).y;
    return true;
}

/* The longitude at which the data were cut off in the west: a long straight edge along it; -180 when there is none. */
static float cut_west(const struct geo *land) {
    double west = 180, low = 90, high = -90;
    for (int f = 0; f < land->n; f++)
        for (int r = 0; r < land->features[f].nrings; r++) {
            const struct geo_ring *g = &land->features[f].rings[r];
            for (int i = 0; i < g->n; i++) {
                double lon = g->lonlat[2 * i], lat = g->lonlat[2 * i + 1];
                if (lon < west) west = lon, low = high = lat;
                else if (lon == west) low = fmin(low, lat), high = fmax(high, lat);
            }
        }
    return high - low > 5 ? (float)west : -180;
}

static bool layers(struct map_props *p, struct node *n, struct load_env *le) {
    struct map_layer *l = p->layers.items;
    bool ok = true;
    if (p->layers.n > MAP_LAYERS) {
        diag_error(le->diag, node_at(n, "layers"), "'layers' has %d entries (at most %d)", p->layers.n, MAP_LAYERS);
        return false;
    }
    for (int i = 0; i < p->layers.n; i++) {
        ok &= keys_check(&l[i].keys, "a map layer", node_item_at(n, "layers", i, "keys"), le->diag);
        l[i].shape = map_shape_find(&p->sheet[SHEET_RANGES], l[i].feature);
        if (l[i].shape && l[i].shape->kind == GEO_POLYGON) continue;
        diag_error(le->diag, node_item_at(n, "layers", i, "feature"), "no area '%s' in the file of 'ranges' (see the ids there)", l[i].feature);
        ok = false;
    }
    return ok;
}

static bool pins(struct map_props *p, struct node *n, struct load_env *le) {
    struct map_pin *q = p->pins.items;
    bool ok = true;
    if (p->pins.n > MAP_PINS) {
        diag_error(le->diag, node_at(n, "pins"), "'pins' has %d entries (at most %d)", p->pins.n, MAP_PINS);
        return false;
    }
    for (int i = 0; i < p->pins.n; i++) {
        if (!q[i].id) q[i].id = q[i].place ? q[i].place : arena_printf(le->arena, "pin-%d", i + 1);
        q[i].plane = plane(p, (double)q[i].at.x, (double)clampf(q[i].at.y, -90, 90));
        if (!q[i].place) continue;
        const struct map_shape *s = map_shape_find(&p->sheet[SHEET_PLACES], q[i].place);
        if (s && s->kind == GEO_POINT && s->nrings && s->rings[0].n) {
            q[i].plane = s->rings[0].p[0];
            continue;
        }
        diag_error(le->diag, node_item_at(n, "pins", i, "place"), "no point '%s' in the file of 'places' (see the ids there, or write 'at')", q[i].place);
        ok = false;
    }
    return ok;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    struct map_props *p = props;
    if (!projection(p, n, le) || !read_files(p, n, le)) return false;
    for (int i = 0; i < SHEET_COUNT; i++)
        if (!map_project(le->arena, &p->geo[i], &p->albers, &p->sheet[i])) return false;
    p->west = cut_west(&p->geo[SHEET_LAND]);
    p->lens.plane = plane(p, (double)p->lens.centre.x, (double)clampf(p->lens.centre.y, -90, 90));
    return layers(p, n, le) & pins(p, n, le);
}

/* ---- life */
static bool lens_shown(const struct map_props *p, const struct env *e) {
    return p->lens.radius > 0 && vars_hold(e->vars, &p->lens.visible_if);
}

static void init(struct node *n, struct env *e) {
    struct map_state *s = n->state;
    s->lens = lens_shown(node_props(n, e), e) ? 1 : 0;
    s->last = e->now;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    (void)fx;
    struct map_state *s = n->state;
    float to = lens_shown(node_props(n, e), e) ? 1 : 0, step = (float)(e->now - s->last) / LENS_FADE_MS;
    s->last = e->now;
    if (s->lens == to) return;
    if (step > .1f) step = .1f;    /* the first moment after a rest is no jump */
    s->lens = e->still ? to : to > s->lens ? fminf(to, s->lens + step) : fmaxf(to, s->lens - step);
    if (s->lens != to) env_next_frame(e);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct map_props *p = node_props(n, e);
    if (ev->kind != NODE_ACTIVATE || ev->item < 1 || ev->item > p->pins.n) return;
    effects_actions(fx, n, &map_pin(p, ev->item - 1)->press);
}

const struct element_kind ELEMENT_MAP = {
    .name = "map", .help = "a map with ranges that fade over a variable, places to touch and a lens",
    .fields = FIELDS, .props_size = sizeof(struct map_props), .state_size = sizeof(struct map_state),
    .load = load, .init = init, .arrange = map_arrange, .tick = tick, .draw = map_draw, .event = event};
