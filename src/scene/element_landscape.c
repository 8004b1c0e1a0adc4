/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_landscape.c - layered paper landscape: sky, moon and ridges with forests, baked into a few sheets that rise when
 * the scene begins and sway slowly, each at its own depth. */
#include <draw/land.h>
#include <scene/element.h>
#include <scene/track.h>

struct stars { int seed, count; float height, alpha; };
struct moon { struct vec2 at; float r; rgba color; int rings; };
struct mist { float dy, height, alpha; };
struct sheet {
    int seed, group, trees, oak_every;
    float y, amp, wave, depth, sink, fringe, tree_min, tree_max, snowy, snow;
    struct strs kinds;
    struct nums avoid, bumps;
    rgba fill, foot, snow_color, leaf;
    bool front, shadow;
    struct mist mist;
};
struct bough { int seed; struct vec2 at; float length, angle; };
struct fade { float from, to; };
struct props {
    float light, horizon, noise, sway, rise, shift;
    bool sky;
    struct land_light palette;       /* a colour with alpha 0 is the light's own */
    struct stars stars;
    struct moon moon;
    struct fade fade;
    struct list sheets, boughs;
};
#define GROUPS 8
struct group { uint64_t key; struct box area; int first, last; };
struct state { struct group groups[GROUPS]; int n; };

static const struct field STARS[] = {
    {"seed", FIELD_INT, offsetof(struct stars, seed), 0, 0, 0, "9", NULL, "which stars", NULL, NULL, 0},
    {"count", FIELD_INT, offsetof(struct stars, count), 0, 0, 400, "0", NULL, "how many stars", NULL, NULL, 0},
    {"height", FIELD_NUM, offsetof(struct stars, height), 0, 0, 4000, "420", "canvas px", "they lie above this", NULL, NULL, 0},
    {"alpha", FIELD_NUM, offsetof(struct stars, alpha), 0, 0, 1, "0.7", NULL, "how bright", NULL, NULL, 0},
    {0}};
static const struct field MOON[] = {
    {"at", FIELD_POINT, offsetof(struct moon, at), 0, 0, 0, NULL, "canvas px", "its middle", NULL, NULL, 0},
    {"r", FIELD_NUM, offsetof(struct moon, r), 0, 0, 2000, "0", "canvas px", "radius; 0 = no moon", NULL, NULL, 0},
    {"color", FIELD_COLOR, offsetof(struct moon, color), 0, 0, 0, "#FFF1DC", NULL, "colour of the disc", NULL, NULL, 0},
    {"rings", FIELD_INT, offsetof(struct moon, rings), 0, 0, 6, "3", NULL, "halo rings", NULL, NULL, 0},
    {0}};
static const struct field MIST[] = {
    {"dy", FIELD_NUM, offsetof(struct mist, dy), 0, 0, 0, "0", "canvas px", "its top, below the ridge's mean height", NULL, NULL, 0},
    {"height", FIELD_NUM, offsetof(struct mist, height), 0, 0, 0, "0", "canvas px", "its height; 0 = none", NULL, NULL, 0},
    {"alpha", FIELD_NUM, offsetof(struct mist, alpha), 0, 0, 1, "0.4", NULL, "how thick", NULL, NULL, 0},
    {0}};
static const struct field SHEET[] = {
    {"seed", FIELD_INT, offsetof(struct sheet, seed), 0, 0, 0, "1", NULL, "which ridge and forest", NULL, NULL, 0},
    {"group", FIELD_INT, offsetof(struct sheet, group), 0, 0, 7, "0", NULL, "sheets with the same number move together", NULL, NULL, 0},
    {"y", FIELD_NUM, offsetof(struct sheet, y), FIELD_REQUIRED, 0, 0, NULL, "canvas px", "mean height of the crest", NULL, NULL, 0},
    {"amp", FIELD_NUM, offsetof(struct sheet, amp), 0, 0, 0, "20", "canvas px", "how far the crest swings", NULL, NULL, 0},
    {"wave", FIELD_NUM, offsetof(struct sheet, wave), FIELD_POSITIVE, 0, 0, "800", "canvas px", "its longest wave", NULL, NULL, 0},
    {"depth", FIELD_NUM, offsetof(struct sheet, depth), 0, 0, 1, "0.5", NULL, "0 far, 1 near: colour by the light", NULL, NULL, 0},
    {"sink", FIELD_NUM, offsetof(struct sheet, sink), 0, 0, 1, "0.38", NULL, "how much haze pools at the foot", NULL, NULL, 0},
    {"fringe", FIELD_NUM, offsetof(struct sheet, fringe), 0, 0, 0, "0", "canvas px", "height of the fringe of small firs", NULL, NULL, 0},
    {"trees", FIELD_INT, offsetof(struct sheet, trees), 0, 0, 120, "0", NULL, "how many trees", NULL, NULL, 0},
    {"tree-min", FIELD_NUM, offsetof(struct sheet, tree_min), 0, 0, 0, "60", "canvas px", "smallest tree", NULL, NULL, 0},
    {"tree-max", FIELD_NUM, offsetof(struct sheet, tree_max), 0, 0, 0, "150", "canvas px", "largest tree", NULL, NULL, 0},
    {"tree-kinds", FIELD_STRS, offsetof(struct sheet, kinds), 0, 0, 0, NULL, NULL, "fir, pine, larch", NULL, NULL, 0},
    {"oak-every", FIELD_INT, offsetof(struct sheet, oak_every), 0, 0, 50, "0", NULL, "every n-th tree is an oak in brown leaves", NULL, NULL, 0},
    {"leaf", FIELD_COLOR, offsetof(struct sheet, leaf), 0, 0, 0, "oak-500", NULL, "colour of the oaks", NULL, NULL, 0},
    {"snowy", FIELD_NUM, offsetof(struct sheet, snowy), 0, 0, 1, "0", NULL, "share of trees with snow on the boughs", NULL, NULL, 0},
    {"snow", FIELD_NUM, offsetof(struct sheet, snow), 0, 0, 0, "0", "canvas px", "thickness of the snow rim; 0 = a light cut edge", NULL, NULL, 0},
    {"avoid", FIELD_NUMS, offsetof(struct sheet, avoid), 0, 0, 0, NULL, "canvas px", "no trees between x0 and x1: [x0, x1, ...]", NULL, NULL, 0},
    {"bumps", FIELD_NUMS, offsetof(struct sheet, bumps), 0, 0, 0, NULL, "canvas px", "hills: [x, rise, width, ...]", NULL, NULL, 0},
    {"fill", FIELD_COLOR, offsetof(struct sheet, fill), 0, 0, 0, "transparent", NULL, "own crest colour", NULL, NULL, 0},
    {"foot", FIELD_COLOR, offsetof(struct sheet, foot), 0, 0, 0, "transparent", NULL, "own foot colour", NULL, NULL, 0},
    {"snow-color", FIELD_COLOR, offsetof(struct sheet, snow_color), 0, 0, 0, "transparent", NULL, "own snow colour", NULL, NULL, 0},
    {"shadow", FIELD_BOOL, offsetof(struct sheet, shadow), 0, 0, 0, "true", NULL, "paper shadow on what lies behind", NULL, NULL, 0},
    {"mist", FIELD_STRUCT, offsetof(struct sheet, mist), 0, 0, 0, NULL, NULL, "a band of mist before it", NULL, MIST, 0},
    {0}};
static const struct field FADE[] = {
    {"from", FIELD_NUM, offsetof(struct fade, from), 0, 0, 0, "0", "stage px", "here it begins to give way", NULL, NULL, 0},
    {"to", FIELD_NUM, offsetof(struct fade, to), 0, 0, 0, "0", "stage px", "from here on it is gone", NULL, NULL, 0},
    {0}};
static const struct field BOUGH[] = {
    {"seed", FIELD_INT, offsetof(struct bough, seed), 0, 0, 0, "5", NULL, "which bough", NULL, NULL, 0},
    {"at", FIELD_POINT, offsetof(struct bough, at), FIELD_REQUIRED, 0, 0, NULL, "canvas px", "where it begins", NULL, NULL, 0},
    {"length", FIELD_NUM, offsetof(struct bough, length), FIELD_POSITIVE, 0, 0, "400", "canvas px", "its length", NULL, NULL, 0},
    {"angle", FIELD_NUM, offsetof(struct bough, angle), 0, -7, 7, "2.8", "radians", "its direction, clockwise from right", NULL, NULL, 0},
    {0}};
static const struct field PALETTE[] = {
    {"top", FIELD_COLOR, offsetof(struct land_light, top), 0, 0, 0, "transparent", NULL, "top of the sky", NULL, NULL, 0},
    {"mid", FIELD_COLOR, offsetof(struct land_light, mid), 0, 0, 0, "transparent", NULL, "middle of the sky", NULL, NULL, 0},
    {"low", FIELD_COLOR, offsetof(struct land_light, low), 0, 0, 0, "transparent", NULL, "foot of the sky, mist", NULL, NULL, 0},
    {"far", FIELD_COLOR, offsetof(struct land_light, far), 0, 0, 0, "transparent", NULL, "farthest ridge", NULL, NULL, 0},
    {"near", FIELD_COLOR, offsetof(struct land_light, near), 0, 0, 0, "transparent", NULL, "nearest ridge", NULL, NULL, 0},
    {"snow", FIELD_COLOR, offsetof(struct land_light, snow), 0, 0, 0, "transparent", NULL, "snow", NULL, NULL, 0},
    {0}};
static const struct field FIELDS[] = {
    {"light", FIELD_NUM, offsetof(struct props, light), 0, 0, 6, "2", NULL, "time of night, 0 dusk to 6 dawn", NULL, NULL, 0},
    {"sky", FIELD_BOOL, offsetof(struct props, sky), 0, 0, 0, "true", NULL, "paint the sky (else only sheets)", NULL, NULL, 0},
    {"horizon", FIELD_NUM, offsetof(struct props, horizon), 0, 0, 1, "0.68", NULL, "where the sky is lightest", NULL, NULL, 0},
    {"noise", FIELD_NUM, offsetof(struct props, noise), 0, 0, 1, "0", NULL, "paper grain", NULL, NULL, 0},
    {"sway", FIELD_NUM, offsetof(struct props, sway), 0, 0, 40, "0", "canvas px", "slow sway of the nearest sheet", NULL, NULL, 0},
    {"rise", FIELD_NUM, offsetof(struct props, rise), 0, 0, 200, "0", "canvas px", "sheets rise this far when the scene begins", NULL, NULL, 0},
    {"shift", FIELD_NUM, offsetof(struct props, shift), 0, -8000, 8000, "0", "canvas px", "shows the land this far to the right: a second piece that joins on to the first when a track moves both", NULL, NULL, 0},
    {"palette", FIELD_STRUCT, offsetof(struct props, palette), 0, 0, 0, NULL, NULL, "own colours instead of the light's, for another season", NULL, PALETTE, 0},
    {"stars", FIELD_STRUCT, offsetof(struct props, stars), 0, 0, 0, NULL, NULL, "stars", NULL, STARS, 0},
    {"moon", FIELD_STRUCT, offsetof(struct props, moon), 0, 0, 0, NULL, NULL, "moon or sun", NULL, MOON, 0},
    {"fade", FIELD_STRUCT, offsetof(struct props, fade), 0, 0, 0, NULL, NULL, "gives way towards the end side to what lies behind; a track of `value` moves the place. Its sheets need one group", NULL, FADE, 0},
    {"sheets", FIELD_LIST, offsetof(struct props, sheets), 0, 0, 0, NULL, NULL, "ridges, far to near", NULL, SHEET, sizeof(struct sheet)},
    {"boughs", FIELD_LIST, offsetof(struct props, boughs), 0, 0, 0, NULL, NULL, "boughs that frame the picture", NULL, BOUGH, sizeof(struct bough)},
    {0}};

static rgba own_or(rgba own, rgba other) { return own & 255u ? own : other; }

static struct land_light light_of(const struct props *p) {
    struct land_light l = land_light(p->light), o = p->palette;
    return (struct land_light){own_or(o.top, l.top), own_or(o.mid, l.mid), own_or(o.low, l.low), own_or(o.far, l.far),
                               own_or(o.near, l.near), own_or(o.snow, l.snow)};
}

static int tree_kinds(const struct strs *s) {
    int set = 0;
    for (int i = 0; i < s->n; i++)
        set |= str_eq(s->v[i], "pine") ? TREE_PINE : str_eq(s->v[i], "larch") ? TREE_LARCH : TREE_FIR;
    return set ? set : TREE_FIR | TREE_PINE;
}

/* A sheet of the scene file as a layer of the landscape in this light; lists come from the frame's arena. */
static struct land_layer layer_of(const struct sheet *s, const struct land_light *l, struct arena *a) {
    struct land_layer r = {.seed = (uint32_t)s->seed, .y = s->y, .amp = s->amp, .wavelength = s->wave, .fringe = s->fringe,
                           .trees = s->trees, .tree_min = s->tree_min, .tree_max = s->tree_max, .kinds = tree_kinds(&s->kinds),
                           .snowy = s->snowy, .oak_every = s->oak_every, .oak_leaf = s->leaf, .snow_thick = s->snow,
                           .shadow = s->shadow};
    land_depth(l, s->depth, s->sink, &r.fill, &r.foot);
    if (s->fill & 255u) r.fill = s->fill;
    if (s->foot & 255u) r.foot = s->foot;
    r.snow = s->snow_color & 255u ? s->snow_color : l->snow;
    struct land_bump *b = arena_array(a, struct land_bump, s->bumps.n / 3 + 1);
    struct land_span *v = arena_array(a, struct land_span, s->avoid.n / 2 + 1);
    if (!b || !v) return r;
    for (int i = 0; i + 2 < s->bumps.n; i += 3)
        b[r.nbumps++] = (struct land_bump){s->bumps.v[i], s->bumps.v[i + 1], s->bumps.v[i + 2]};
    for (int i = 0; i + 1 < s->avoid.n; i += 2) v[r.navoid++] = (struct land_span){s->avoid.v[i], s->avoid.v[i + 1]};
    r.bumps = b;
    r.avoid = v;
    return r;
}

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    static const char *const kinds[] = {"fir", "pine", "larch", NULL};
    bool ok = true;
    for (int i = 0; i < p->sheets.n; i++) {
        const struct sheet *s = (const struct sheet *)p->sheets.items + i;
        for (int k = 0; k < s->kinds.n; k++)
            if (!str_nearest(s->kinds.v[k], kinds) || str_distance(s->kinds.v[k], str_nearest(s->kinds.v[k], kinds))) {
                diag_error(le->diag, node_item_at(n, "sheets", i, "tree-kinds"), "unknown tree '%s' in sheet %d (one of: fir, pine, larch)", s->kinds.v[k], i + 1);
                ok = false;
            }
        if (s->bumps.n % 3 || s->avoid.n % 2) {
            diag_error(le->diag, node_item_at(n, "sheets", i, s->bumps.n % 3 ? "bumps" : "avoid"), "sheet %d: 'bumps' needs triples [x, rise, width] and 'avoid' pairs [x0, x1]", i + 1);
            ok = false;
        }
    }
    return ok;
}

/* Top of what a group can reach, stage units. */
static float group_top(const struct props *p, int first, int last) {
    float top = 1e6f;
    for (int i = first; i <= last; i++) {
        const struct sheet *s = (const struct sheet *)p->sheets.items + i;
        float rise = 0;
        for (int k = 1; k < s->bumps.n; k += 3) rise = fmaxf(rise, s->bumps.v[k]);
        top = fminf(top, s->y - s->amp * 2.2f - rise - fmaxf(s->trees ? s->tree_max : 0, s->fringe * 1.3f) - 48);
    }
    return top;
}

/* The whole picture turns round in a right-to-left language, moon, trees and all. */
static bool mirrored(const struct node *n, const struct env *e) { return e->rtl && !node_common(n, e)->keep_side; }

static void stage_space(struct vec *v, const struct node *n, const struct env *e) {
    vec_translate(v, e->stage.x + (mirrored(n, e) ? e->stage.w : 0), e->stage.y);
    if (mirrored(n, e)) vec_scale(v, -1, 1);
}

static void bake_group(struct node *n, struct env *e, const struct props *p, struct group *g, bool sky) {
    struct land_light l = light_of(p);
    struct vec v;
    vec_begin(&v, e->layout);
    float x0 = -e->stage.x - p->sway - 8, x1 = e->w - e->stage.x + p->sway + 8;
    float bottom = e->stage.h + p->rise + 8, top = sky ? -e->stage.y - p->rise - 8 : group_top(p, g->first, g->last);
    stage_space(&v, n, e);
    if (sky) {
        vec_save(&v);
        vec_translate(&v, x0, top);
        land_sky(&v, &l, x1 - x0, bottom - top, p->horizon);
        vec_restore(&v);
        if (p->stars.count) land_stars(&v, (uint32_t)p->stars.seed, e->stage.w, p->stars.height, p->stars.count, p->stars.alpha);
        if (p->moon.r > 0) land_moon(&v, p->moon.at.x, p->moon.at.y, p->moon.r, p->moon.color, p->moon.rings);
    }
    for (int i = g->first; i <= g->last; i++) {
        const struct sheet *s = (const struct sheet *)p->sheets.items + i;
        struct land_layer ly = layer_of(s, &l, e->layout);
        vec_save(&v);
        vec_translate(&v, -p->shift, 0);
        land_sheet(&v, &ly, x0 + p->shift, x1 + p->shift, bottom);
        vec_restore(&v);
        if (s->mist.height > 0) land_mist(&v, x0, x1, s->y + s->mist.dy, s->mist.height, l.low, s->mist.alpha);
    }
    struct box area = {e->stage.x + x0, e->stage.y + top, x1 - x0, bottom - top};
    if (p->noise > 0 && sky) {
        vec_rect(&v, (struct box){x0, top, area.w, area.h});
        vec_clip(&v);
        vec_noise(&v, p->noise, (uint32_t)hash_bytes(4, n->common[0].id, strlen(n->common[0].id)));    /* a remark above it moves no grain */
    }
    g->area = area;
    g->key = env_vec(e, &v, area, sky);
}

static void bake_boughs(struct node *n, struct env *e, const struct props *p, struct group *g) {
    struct land_light l = light_of(p);
    struct vec v;
    vec_begin(&v, e->layout);
    stage_space(&v, n, e);
    struct box hull = {0, 0, 0, 0};
    vec_group(&v);
    for (int i = 0; i < p->boughs.n; i++) {
        const struct bough *b = (const struct bough *)p->boughs.items + i;
        land_bough(&v, (uint32_t)b->seed, b->at.x, b->at.y, b->length, b->angle, 0x06171CFFu, rgba_mix(l.snow, 0xFFFFFFFFu, .2f));
        struct box r = box_grow((struct box){b->at.x, b->at.y, 0, 0}, b->length * 1.1f);
        float x1 = fmaxf(hull.x + hull.w, r.x + r.w), y1 = fmaxf(hull.y + hull.h, r.y + r.h);
        if (!i) hull = r, x1 = r.x + r.w, y1 = r.y + r.h;
        hull.x = fminf(hull.x, r.x);
        hull.y = fminf(hull.y, r.y);
        hull.w = x1 - hull.x;
        hull.h = y1 - hull.y;
    }
    vec_shadow_end(&v, 0, 8, 9, 0x020C1073u);
    if (mirrored(n, e)) hull.x = e->stage.w - hull.x - hull.w;
    g->area = (struct box){hull.x + e->stage.x, hull.y + e->stage.y, hull.w, hull.h};
    float x0 = fmaxf(g->area.x, -40), y0 = fmaxf(g->area.y, -40);
    float x1 = fminf(g->area.x + g->area.w, e->w + 40), y1 = fminf(g->area.y + g->area.h, e->h + 40);
    g->area = (struct box){x0, y0, x1 - x0, y1 - y0};
    g->key = x1 > x0 && y1 > y0 ? env_vec(e, &v, g->area, false) : 0;
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->n = 0;
    for (int i = 0; i < p->sheets.n && s->n < GROUPS - 1;) {
        const struct sheet *all = p->sheets.items;
        int first = i;
        while (i < p->sheets.n && all[i].group == all[first].group) i++;
        s->groups[s->n] = (struct group){.first = first, .last = i - 1};
        bake_group(n, e, p, &s->groups[s->n], p->sky && s->n == 0);
        s->n++;
    }
    if (!p->sheets.n && p->sky) {
        s->groups[0] = (struct group){.first = 0, .last = -1};
        bake_group(n, e, p, &s->groups[s->n++], true);
    }
    if (p->boughs.n) bake_boughs(n, e, p, &s->groups[s->n++]);
}

/* Where a group is now: rising in while the scene begins, then swaying. Whole px, so that nothing shimmers. */
static struct vec2 group_move(const struct props *p, const struct env *e, int i, int n, bool *moving) {
    struct vec2 d = {0, 0};
    if (p->rise > 0 && !e->still && i > 0) {
        double t = (e->t - .07 * i) / .9;
        if (t < 1) {
            d.y = p->rise * (1 - ease(EASE_OUT, (float)fmax(t, 0)));
            *moving = true;
        }
    }
    if (p->sway > 0) {
        bool ambient = false;
        double t = env_ambient(e, &ambient);
        float k = n > 1 ? (float)i / (float)(n - 1) : 0;
        d.x = p->sway * k * sinf((float)t * 6.2832f / 16);
        *moving |= ambient && k > 0;
    }
    return d;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    (void)fx;
    const struct props *p = node_props(n, e);
    const struct state *s = n->state;
    bool moving = false;
    for (int i = 0; i < s->n; i++) group_move(p, e, i, s->n, &moving);
    if (!moving) return;
    /* swaying alone changes a px only now and then; while the sheets rise every frame counts */
    if (e->t < 2) env_next_frame(e);
    else env_wake_at(e, e->now + 50);
}

static void draw_groups(struct node *n, struct paint *pt) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    for (int i = 0; i < s->n; i++) {
        bool moving = false;
        struct vec2 d = group_move(p, pt->env, i, s->n, &moving);
        struct box b = s->groups[i].area;
        b.x += d.x;
        b.y += d.y;
        paint_picture(pt, s->groups[i].key, b, 1);
    }
}

/* Edge i of n of the band in which it gives way, px. */
static int fade_edge(const struct node *n, const struct paint *pt, const struct fade *f, float shift, int i, int of) {
    const struct env *e = pt->env;
    float x = f->from + shift + (f->to - f->from) * (float)i / (float)of;
    return px_of((e->stage.x + (mirrored(n, e) ? e->stage.w - x : x) + pt->ox) * e->scale);
}

/* One strip of the picture, between two px. */
static void draw_strip(struct node *n, struct paint *pt, int x0, int x1, float alpha) {
    struct ibox before = dlist_clip(pt->list, (struct ibox){x0 < x1 ? x0 : x1, 0, x0 < x1 ? x1 - x0 : x0 - x1, pt->list->screen.h});
    uint8_t fade = dlist_fade(pt->list, alpha);
    draw_groups(n, pt);
    pt->list->fade = fade;
    dlist_unclip(pt->list, before);
}

enum { STRIPS = 64 };
static void draw(struct node *n, struct paint *pt) {
    const struct fade *f = &((const struct props *)node_props(n, pt->env))->fade;
    if (f->to <= f->from) {
        draw_groups(n, pt);
        return;
    }
    float shift = n->anim.has[TRACK_VALUE] ? n->anim.v[TRACK_VALUE] : 0;
    draw_strip(n, pt, mirrored(n, pt->env) ? pt->list->screen.w : 0, fade_edge(n, pt, f, shift, 0, STRIPS), 1);
    for (int i = 0; i < STRIPS; i++) {
        float t = ((float)i + .5f) / STRIPS;
        draw_strip(n, pt, fade_edge(n, pt, f, shift, i, STRIPS), fade_edge(n, pt, f, shift, i + 1, STRIPS), 1 - t * t * (3 - 2 * t));
    }
}

const struct element_kind ELEMENT_LANDSCAPE = {
    .name = "landscape", .help = "A layered paper landscape of the taiga in the light of one hour of the night.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .arrange = arrange, .tick = tick, .draw = draw};
