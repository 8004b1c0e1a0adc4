/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map and what belongs to it: the pack's own GeoJSON on the canvas, layers by keys, pins, lens, squares, sources. */
#include "stage.h"
#include <scene/map_view.h>
#include <stdio.h>

#define HEAD "format: 1\ntitle: T\ntemplate: map\nvariables:\n- {name: stop, value: 0}\n- {name: place, value: none}\nelements:\n"
#define MAP HEAD "- kind: map\n  id: map\n  bleed: true\n  land: land.geojson\n  ranges: ranges.geojson\n  places: places.geojson\n" \
    "  parallels: [36, 47]\n  centre: [128, 41]\n  span: 16\n"
#define LAND "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"land-1\",\"properties\":{},\"geometry\":" \
    "{\"type\":\"Polygon\",\"coordinates\":[[[110,30],[125,30],[126,38],[132,43],[130,52],[110,52],[110,30]]]}}]}"
#define RANGES "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"old\",\"properties\":{},\"geometry\":" \
    "{\"type\":\"Polygon\",\"coordinates\":[[[124,38],[128,38],[130,44],[124,44],[124,38]]]}},{\"type\":\"Feature\",\"id\":\"line\"," \
    "\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[124,38],[128,38]]}}]}"
#define PLACES "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"town\",\"properties\":{},\"geometry\":" \
    "{\"type\":\"Point\",\"coordinates\":[128,41]}},{\"type\":\"Feature\",\"id\":\"port\",\"properties\":{},\"geometry\":" \
    "{\"type\":\"Point\",\"coordinates\":[131,43]}},{\"type\":\"Feature\",\"id\":\"away\",\"properties\":{},\"geometry\":" \
    "{\"type\":\"Point\",\"coordinates\":[20,50]}}]}"
#define LAYERS "  layers:\n  - {feature: old, look: stripes, driver: stop, keys: [0, 1, 2, 0]}\n"
#define PINS "  pins:\n  - {place: town, label: Town, press: [{set: {place: town}}]}\n  - {place: port, label: Port, only-lens: true}\n" \
    "  - {place: away, label: Away}\n  - {at: [129, 40], label: Mine, look: pin, text-align: center, visible-if: {stop: 1}}\n"
#define LENS "  lens: {centre: [131, 43], radius: 200, zoom: 4, at: [1500, 400], label: Closer, visible-if: {stop: [1.5, 2]}}\n"

static void facts(struct kit *k) {
    kit_fact(k, "large", 361756, "km2", NULL, "confirmed");
    kit_fact(k, "small", 6400, "km2", NULL, "confirmed");
    kit_fact(k, "tiny", 100, "km2", "about", "single-source");
    kit_fact(k, "long", 7, "m", NULL, "unverified");
}
static const struct stage_pack PACK = {
    .files = {{"assets/land.geojson", LAND}, {"assets/ranges.geojson", RANGES}, {"assets/places.geojson", PLACES}}, .prepare = facts};
static struct map_face *face_of(const struct stage *t) { return ((struct map_state *)t->n->state)->face; }

static void keys(void **state) {
    (void)state;
    const float v[] = {0, 1, 1, .5f, 2, 0};
    struct nums k = {v, 6}, none = {NULL, 0}, one = {v, 2}, odd = {v, 5};
    assert_float_equal(keys_at(&k, -3), 1, 0);
    assert_float_equal(keys_at(&k, .5), .75, 1e-6);
    assert_float_equal(keys_at(&k, 1), .5, 1e-6);
    assert_float_equal(keys_at(&k, 1.5), .25, 1e-6);
    assert_float_equal(keys_at(&k, 9), 0, 0);
    assert_float_equal(keys_at(&k, NAN), 1, 0);
    assert_float_equal(keys_at(&none, 5), 1, 0);
    assert_float_equal(keys_at(&one, 5), 1, 0);
    struct arena a;
    struct diag d;
    arena_init(&a, 0);
    diag_init(&d, &a);
    assert_true(keys_check(&k, "x", (struct pos){0}, &d));
    assert_false(keys_check(&odd, "x", (struct pos){0}, &d));
    const float back[] = {0, 1, 0, 1};
    assert_false(keys_check(&(struct nums){back, 4}, "x", (struct pos){0}, &d));
    assert_int_equal(d.errors, 2);
    arena_free(&a);
}

static void inks_read(void **state) {
    (void)state;
    assert_float_equal(ink_contrast(0xFFFFFFFFu, 0x000000FFu), 21, 1e-3);
    assert_float_equal(ink_contrast(0x767676FFu, 0xFFFFFFFFu), 4.54, .01);
    assert_int_equal(ink_on(0xF2A93BFFu), INK_DARK);
    assert_int_equal(ink_on(0x0A2229FFu), INK_SNOW);
    const rgba marks[] = {0xF2A93BFFu, 0xE58A86FFu, 0x2F7980FFu, 0xA44D5CFFu, 0xA5D27FFFu, 0x205C66FFu};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) assert_true(ink_contrast(marks[i], ink_on(marks[i])) >= 4.5f);
}

static void places_lie_where_they_should(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, MAP LAYERS PINS LENS);
    stage_set(&t, "stop", 0);
    stage_at(&t, 1000);
    const struct map_face *f = face_of(&t);
    assert_non_null(f);
    /* 16 degrees of latitude fill the height; the centre is in the middle */
    const struct map_props *p = node_props(t.n, &t.k.e);
    assert_float_equal(f->view.k * p->height, 1080, .01);
    const struct sem_item *town = stage_item(&t, "map/town");
    assert_non_null(town);
    assert_int_equal(town->role, SEM_BUTTON);
    assert_true(box_has(town->hit, (struct vec2){960, 540}) && town->hit.h >= 81 && town->hit.w >= 81);
    assert_null(stage_item(&t, "map/port"));       /* in the lens only, which is closed */
    assert_null(stage_item(&t, "map/away"));       /* off the canvas */
    assert_null(stage_item(&t, "map/pin-4"));      /* its condition does not hold */
    stage_set(&t, "stop", 1);
    stage_at(&t, 1100);
    const struct sem_item *mine = stage_item(&t, "map/pin-4");
    assert_non_null(mine);
    assert_true(mine->hit.w == 0 && mine->box.y < 700);
    kit_tell(&t.k, t.n, NODE_ACTIVATE, 1, (struct vec2){960, 540}, (struct vec2){960, 540});
    assert_int_equal(t.k.fx.n, 1);
    stage_close(&t);
}

static void lens_opens_and_rests(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, MAP LAYERS PINS LENS);
    assert_null(stage_item(&t, "map/lens"));
    stage_set(&t, "stop", 2);
    int frames = 0;
    for (stage_at(&t, 1016); t.k.e.wake != INT64_MAX && frames < 200; frames++) stage_at(&t, t.k.e.wake);
    assert_true(frames > 5 && frames < 60);
    assert_non_null(stage_item(&t, "map/lens"));
    const struct sem_item *port = stage_item(&t, "map/port");
    assert_non_null(port);
    assert_true(port->box.x > 1500 && fabsf(port->box.y + port->box.h / 2 - 400) < 10);
    stage_set(&t, "stop", 0);
    t.k.e.still = true;
    stage_at(&t, 9000);
    assert_null(stage_item(&t, "map/lens"));
    stage_close(&t);
}

/* The lens' name gives way to that of a place; that of a place above its dot grows upwards with a second language. */
static void names_make_room(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, MAP "  pins:\n  - {place: town, label: Town, dy: -20}\n"
               "  lens: {centre: [131, 43], radius: 200, zoom: 4, at: [1060, 770], label: Closer, visible-if: {stop: [1.5, 2]}}\n");
    t.k.e.still = true;
    stage_set(&t, "stop", 2);
    stage_at(&t, 1100);
    struct box town = stage_item(&t, "map/town")->box, lens = stage_item(&t, "map/lens")->box;
    assert_true(lens.x > town.x + town.w && lens.x + lens.w / 2 > 1060);
    stage_pair(&t);
    stage_at(&t, 1200);
    struct box both = stage_item(&t, "map/town")->box;
    assert_true(both.h > town.h + 20 && both.y < town.y - 20);
    assert_float_equal(both.y + both.h, town.y + town.h, 8);
    stage_close(&t);
}

static void a_number_keeps_off_the_edge(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD "- kind: squares\n  id: q\n  at: [100, 100]\n  px-per-km: 0.5\n  plate: false\n  items: [{fact: large, label: X}, {fact: small, label: Y}]\n");
    struct box name = stage_item(&t, "q/square-2")->box;
    assert_true(name.y + name.h <= 100 + .5f * sqrtf(361756) - 3);
    stage_close(&t);
}

/* The base is opaque and covers the node; a layer covers no more than its shape. */
static void pictures_are_as_large_as_needed(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, MAP LAYERS PINS LENS);
    const struct map_face *f = face_of(&t);
    const struct pic_spec *base = picset_find(&t.s->pics, f->base.key), *layer = picset_find(&t.s->pics, f->layer[0].key);
    assert_non_null(base);
    assert_non_null(layer);
    assert_true(base->opaque && base->w == 1920 && base->h == 1080);
    assert_true(!layer->opaque && layer->w < 700 && layer->h < 700);
    uint64_t at0 = dlist_hash(&t.k.list);
    stage_set(&t, "stop", 1);
    stage_at(&t, 1000);
    assert_int_not_equal(dlist_hash(&t.k.list), at0);
    stage_close(&t);
}

/* Where the data end in the west the meridian is covered with land: its edge is inside this picture. */
static void cut_edge_is_found(void **state) {
    (void)state;
    struct stage t;
    stage_load(&t, &PACK, MAP);
    const struct map_props *p = node_props(t.n, &t.k.e);
    assert_float_equal(p->west, 110, 1e-4);
    stage_close(&t);
}

/* What portrait changes stays in portrait: both orientations share the lists that it does not override. */
static void orientations_keep_apart(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, MAP LAYERS PINS "  portrait: {centre: [120, 35], span: 30}\n"
        "- kind: squares\n  id: q\n  at: [100, 100]\n  px-per-km: 0.5\n  items: [{fact: large, label: X}]\n"
        "  portrait: {px-per-km: 0.25}\n");
    struct vec2 centre = {960, 540};
    assert_true(box_has(stage_item(&t, "map/town")->hit, centre));
    assert_float_equal(scene_node(t.s, "q")->box.w, .5 * sqrt(361756) + 56, .01);
    struct box land = face_of(&t)->layer[0].area;
    stage_resize(&t, 1080, 1920);
    stage_at(&t, 1100);
    assert_false(box_has(stage_item(&t, "map/town")->hit, (struct vec2){540, 960}));
    assert_float_equal(scene_node(t.s, "q")->box.w, .25 * sqrt(361756) + 56, .01);
    stage_resize(&t, 1920, 1080);
    stage_at(&t, 1200);
    assert_true(box_has(stage_item(&t, "map/town")->hit, centre));
    assert_memory_equal(&face_of(&t)->layer[0].area, &land, sizeof land);
    stage_close(&t);
}

static void mistakes(void **state) {
    (void)state;
    static const struct mistake rows[] = {
        {MAP "  layers: [{feature: nowhere}]\n", "no area 'nowhere'"},
        {MAP "  layers: [{feature: line}]\n", "no area 'line'"},
        {MAP "  layers: [{feature: old, driver: stop, keys: [0, 1, 2]}]\n", "odd count"},
        {MAP "  layers: [{feature: old, driver: stop, keys: [2, 1, 1, 0]}]\n", "does not ascend"},
        {MAP "  pins: [{place: nowhere, label: X}]\n", "no point 'nowhere'"},
        {MAP "  portrait: {parallels: [30, -30]}\n", "no projection"},
        {MAP "  portrait: {centre: [128, 86]}\n", "no projection"},
        {HEAD "- {kind: map, id: m, bleed: true, land: gone.geojson, parallels: [36, 47], centre: [128, 41], span: 16}\n", "gone.geojson"},
        {HEAD "- kind: squares\n  id: q\n  at: [0, 0]\n  px-per-km: 0.5\n  items: [{fact: long, label: X}]\n", "is no area"},
        {HEAD "- kind: squares\n  id: q\n  at: [0, 0]\n  px-per-km: 9\n  items: [{fact: large, label: X}]\n", "smaller"},
        {HEAD "- kind: squares\n  id: q\n  at: [0, 0]\n  px-per-km: 0.5\n  items: [{fact: tiny, label: X}, {fact: large, label: X}]\n", "largest first"},
        {HEAD "- {kind: counter, id: c, at: [0, 0], text: \"{value}\"}\n", "one of 'fact' and 'var'"},
        {HEAD "- {kind: source, id: c, at: [0, 0], facts: [], label: X}\n", "is empty"},
    };
    STAGE_MISTAKES(&PACK, rows);
}

static void squares_have_true_sides(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD "- kind: squares\n  id: q\n  at: [100, 100]\n  px-per-km: 0.5\n  items:\n"
        "  - {fact: large, look: stripes, label: \"{large}\"}\n  - {fact: tiny, label: Tiny, visible-if: {stop: 1}}\n");
    struct box b = scene_node(t.s, "q")->box;
    assert_float_equal(b.w, .5 * sqrt(361756) + 56, .01);
    assert_non_null(stage_item(&t, "q/square-1"));
    assert_null(stage_item(&t, "q/square-2"));
    stage_set(&t, "stop", 1);
    stage_at(&t, 1100);
    const struct sem_item *big = stage_item(&t, "q/square-1"), *tiny = stage_item(&t, "q/square-2");
    assert_non_null(tiny);
    assert_true(box_has(b, (struct vec2){big->box.x, big->box.y}));
    assert_true(tiny->box.y > big->box.y + big->box.h);    /* at the other corner, beside its square */
    stage_close(&t);
}

static void counter_rolls_to_the_fact(void **state) {
    (void)state;
    struct stage t;
    stage_open(&t, &PACK, HEAD "- {kind: counter, id: c, at: [0, 0], size: [900, 300], fact: large, ms: 900, text: \"Now {value}\"}\n");
    stage_at(&t, 1010);
    stage_at(&t, 1300);
    const struct sem_item *c = stage_item(&t, "c");
    assert_non_null(c);
    assert_non_null(strstr(c->label, "361"));      /* what is read aloud does not roll */
    assert_null(strstr(c->para->text, "361,756")); /* what is seen does */
    stage_pass(&t, 1264);
    assert_non_null(strstr(stage_item(&t, "c")->para->text, "361,756"));
    assert_true(stage_rests(&t));
    stage_close(&t);
}

static void sources_say_how_sure(void **state) {
    (void)state;
    static const char *const asked[] = {"large", "long", "large"};
    struct stage t;
    stage_set_up(&t, &PACK, HEAD "- {kind: source-list, id: l, at: [0, 0], size: [800, 460], reported: Reported, one-source: One, disagree: Two, "
        "confirmed: Sure, as-of: \"Of {year}\", neutral-ngo: A society, neutral-news: A paper}\n- {kind: source, id: leaf, at: [900, 900], facts: [large, long], label: From}\n");
    t.k.view.sources_of = (struct strs){asked, 2};
    stage_begin(&t);
    stage_at(&t, 1000);
    assert_non_null(stage_item(&t, "l/say-large"));
    assert_string_equal(stage_item(&t, "l/say-large")->label, "It is said.");
    const struct sem_item *trust = stage_item(&t, "l/trust-2");
    assert_non_null(trust);
    assert_non_null(strstr(trust->label, "Sure"));
    assert_non_null(strstr(trust->label, "Of 2015"));
    const struct sem_item *leaf = stage_item(&t, "leaf");
    assert_true(leaf->hit.w >= 61 && leaf->hit.h >= 61);
    kit_tell(&t.k, scene_node(t.s, "leaf"), NODE_ACTIVATE, 0, (struct vec2){0, 0}, (struct vec2){0, 0});
    assert_int_equal(t.k.fx.n, 1);
    assert_int_equal(t.k.fx.v[0].action->kind, ACT_SOURCES);
    assert_int_equal(t.k.fx.v[0].action->facts.n, 2);
    stage_take(&t);
    /* nothing asked, facts that do not exist, and a box too small for one fact */
    t.k.view.sources_of = (struct strs){NULL, 0};
    t.k.e.relayout = true;
    stage_at(&t, 1100);
    assert_null(stage_item(&t, "l/say-large"));
    stage_close(&t);
}

/* A source that may not be named where the kiosk stands is told by its kind, without name and title. */
static void sources_are_neutral_where_they_must(void **state) {
    (void)state;
    static const char *const asked[] = {"large"}, *const ids[] = {"society", "daily"}, *const off[] = {"RU"};
    for (int home = 0; home < 2; home++) {
        struct stage t;
        stage_set_up(&t, &PACK, HEAD "- {kind: source-list, id: l, at: [0, 0], size: [800, 900], reported: Reported, one-source: One, disagree: Two, "
            "confirmed: Sure, as-of: \"Of {year}\", neutral-ngo: A society, neutral-news: A paper}\n");
        struct source ngo = {.id = "society", .title = "Cats", .publisher = "Big Name", .kind = "ngo", .year = 2009, .off_in = {off, 1}};
        struct source news = {.id = "daily", .title = "Count", .publisher = "Daily", .kind = "news", .off_in = {off, 1}};
        map_init(&t.k.facts.sources, &t.k.a);
        map_put(&t.k.facts.sources, "society", &ngo);
        map_put(&t.k.facts.sources, "daily", &news);
        ((struct fact *)map_get(&t.k.facts.by_id, "large"))->sources = (struct strs){ids, 2};
        t.k.journey.country = home ? "RU" : NULL;
        t.k.view.sources_of = (struct strs){asked, 1};
        stage_begin(&t);
        stage_at(&t, 1000);
        int named = 0, neutral = 0;
        for (int i = 0; i < t.k.sem.n; i++) {
            const char *said = t.k.sem.v[i].label ? t.k.sem.v[i].label : "";
            named += strstr(said, "Big Name") || strstr(said, "Cats") || strstr(said, "Daily") || strstr(said, "Count");
            neutral += strstr(said, "A society") || strstr(said, "A paper");
        }
        assert_int_equal(named, home ? 0 : 2);
        assert_int_equal(neutral, home ? 2 : 0);
        stage_close(&t);
    }
}

static void sources_page(void **state) {
    (void)state;
    static const char *const asked[] = {"large", "long", "tiny", "large", "long", "tiny", "nothing"};
    struct stage t;
    stage_set_up(&t, &PACK, HEAD "- {kind: source-list, id: l, at: [0, 0], size: [800, 420], reported: Reported, one-source: One, disagree: Two, "
        "confirmed: Sure, as-of: \"Of {year}\", neutral-ngo: A society, neutral-news: A paper}\n");
    t.k.view.sources_of = (struct strs){asked, 7};
    stage_begin(&t);
    stage_at(&t, 1000);
    int seen = 0;
    for (int page = 0; page < 6; page++) {
        const struct sem_item *more = stage_item(&t, "l/more");
        assert_non_null(more);
        assert_true(more->hit.h >= 81 && more->hit.y + more->hit.h <= 421);
        if (page && !strncmp(more->label, "1 ", 2)) break;
        for (int i = 0; i < t.k.sem.n; i++) {
            assert_true(t.k.sem.v[i].box.y + t.k.sem.v[i].box.h <= 421);
            seen += t.k.sem.v[i].role == SEM_HEADING;
        }
        stage_press(&t, 1);
        stage_at(&t, 1100);
    }
    assert_int_equal(seen, 6);
    stage_close(&t);
}

static void without_memory(void **state) {
    (void)state;
    static const char *const asked[] = {"large", "long"};
    struct stage t;
    stage_set_up(&t, &PACK, MAP LAYERS PINS LENS
        "- kind: squares\n  id: q\n  at: [100, 100]\n  px-per-km: 0.5\n  items: [{fact: large, look: stripes, label: X}]\n"
        "- {kind: counter, id: c, at: [0, 0], fact: large, text: \"Now {value}\"}\n"
        "- {kind: ruler, id: r, at: [0, 0], unit-px: 200, count: 7, fact: long}\n"
        "- {kind: source, id: leaf, at: [900, 900], facts: [large, long], label: From}\n"
        "- {kind: source-list, id: l, at: [0, 0], size: [800, 460], reported: R, one-source: One, disagree: Two, "
        "confirmed: Sure, as-of: \"Of {year}\", neutral-ngo: A society, neutral-news: A paper}\n");
    t.k.view.sources_of = (struct strs){asked, 2};
    stage_begin(&t);
    stage_set(&t, "stop", 2);
    t.k.e.still = true;
    stage_at(&t, 1000);
    stage_starve(&t);
    stage_close(&t);
    stage_loads_without_memory(&PACK, MAP LAYERS PINS LENS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys),
        cmocka_unit_test(inks_read),
        cmocka_unit_test(places_lie_where_they_should),
        cmocka_unit_test(lens_opens_and_rests),
        cmocka_unit_test(pictures_are_as_large_as_needed),
        cmocka_unit_test(cut_edge_is_found),
        cmocka_unit_test(orientations_keep_apart),
        cmocka_unit_test(mistakes),
        cmocka_unit_test(squares_have_true_sides), cmocka_unit_test(names_make_room), cmocka_unit_test(a_number_keeps_off_the_edge),
        cmocka_unit_test(counter_rolls_to_the_fact),
        cmocka_unit_test(sources_say_how_sure),
        cmocka_unit_test(sources_are_neutral_where_they_must), cmocka_unit_test(sources_page),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
