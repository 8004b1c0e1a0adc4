/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_strips.c - the home screen's chapters as one night in strips: every chapter owns an hour, one ridge and one animal
 * run through all of them. In portrait the strips are bands of paper laid over each other. A strip is one touch target. */
#include <draw/land.h>
#include <draw/paper.h>
#include <scene/element.h>

#define MAX_STRIPS JOURNEY_CHAPTERS
struct object { const char *chapter, *file; struct vec2 size, at; };
struct props {
    const char *animal;
    struct vec2 animal_at; float animal_width; bool animal_flip;
    float top, title_y, moon_r;
    struct list objects;
};
struct strip {
    struct box box;
    uint64_t back, front, animal, object, mark;
    struct box back_box, front_box, animal_box, object_box, mark_box;
    struct para title, subtitle;
    float words_h;           /* of its words; in landscape of the highest of all, so that the names stand in one line */
    struct action go; const char *say; bool visited, suggested;
};
struct state { struct strip s[MAX_STRIPS]; int n; uint64_t foot; struct box foot_box; };

static const struct field OBJECT[] = {
    {"chapter", FIELD_ID, offsetof(struct object, chapter), FIELD_REQUIRED, 0, 0, NULL, NULL, "chapter it belongs to", NULL, NULL, 0},
    {"file", FIELD_ASSET, offsetof(struct object, file), FIELD_REQUIRED, 0, 0, NULL, NULL, "the drawing", NULL, NULL, 0},
    {"size", FIELD_POINT, offsetof(struct object, size), 0, 0, 0, "[340, 0]", "canvas px", "its size; 0 = by its proportions", NULL, NULL, 0},
    {"at", FIELD_POINT, offsetof(struct object, at), 0, 0, 0, "[0, 0]", "canvas px", "its middle bottom, from the middle bottom of the band", NULL, NULL, 0},
    {0}};
static const struct field FIELDS[] = {
    {"animal", FIELD_ASSET, offsetof(struct props, animal), 0, 0, 0, NULL, NULL, "the drawing that walks through the night", NULL, NULL, 0},
    {"animal-at", FIELD_POINT, offsetof(struct props, animal_at), 0, 0, 0, "[560, 690]", "canvas px", "its left edge and ground", NULL, NULL, 0},
    {"animal-width", FIELD_NUM, offsetof(struct props, animal_width), FIELD_POSITIVE, 0, 0, "790", "canvas px", "its width", NULL, NULL, 0},
    {"animal-flip", FIELD_BOOL, offsetof(struct props, animal_flip), 0, 0, 0, "false", NULL, "mirrored", NULL, NULL, 0},
    {"top", FIELD_NUM, offsetof(struct props, top), 0, 0, 0, "470", "canvas px", "portrait: where the first band begins", NULL, NULL, 0},
    {"title-y", FIELD_NUM, offsetof(struct props, title_y), 0, 0, 0, "826", "canvas px", "landscape: where the names stand", NULL, NULL, 0},
    {"moon", FIELD_NUM, offsetof(struct props, moon_r), 0, 0, 600, "78", "canvas px", "radius of the moon of the night strips", NULL, NULL, 0},
    {"objects", FIELD_LIST, offsetof(struct props, objects), 0, 0, 0, NULL, NULL, "portrait: a small picture in a band", NULL, OBJECT, sizeof(struct object)},
    {0}};

/* Colour-mod of a drawing in the light of an hour (visual system, section 1). */
static rgba light_mod(float t) {
    static const rgba mods[] = {0xFFE0D0FFu, 0xD8C4D8FFu, 0xC9CBDAFFu, 0xA3A6BEFFu, 0xB09A98FFu, 0xFFFFFFFFu, 0xFFFFFFFFu};
    int i = (int)clampf(t, 0, 5);
    return rgba_mix(mods[i], mods[i + 1], clampf(t, 0, 6) - (float)i);
}

static void depth(struct land_layer *l, const struct land_light *c, float k) { land_depth(c, k, .36f, &l->fill, &l->foot); }

static void sky_objects(struct vec *v, const struct props *p, float t, float w, float mid, int i) {
    if (t >= 1 && t <= 5) land_stars(v, 40u + (uint32_t)i, w, 520, t >= 3 && t <= 4 ? 420 : 200, t >= 3 && t <= 4 ? 1 : .6f);
    if (t < 1) land_moon(v, mid, 560, 130, 0xFFE3BFFFu, 2);
    else if (t > 2 && t < 4) land_moon(v, mid, 262, p->moon_r, 0xF4F1E2FFu, 2);
    else if (t > 5) land_moon(v, mid, 560, 140, 0xFFF6D8FFu, 3);
}

/* The two far ridges of one hour; stage coordinates. */
static void far_ridges(struct vec *v, const struct land_light *c, float x0, float x1, float bottom) {
    struct land_layer far = {.seed = 111, .y = 520, .amp = 52, .wavelength = 1100, .fringe = 16, .shadow = true};
    depth(&far, c, .02f);
    land_sheet(v, &far, x0, x1, bottom);
    land_mist(v, x0, x1, 500, 160, c->low, .45f);
    struct land_layer mid = {.seed = 29, .y = 600, .amp = 44, .wavelength = 820, .fringe = 30, .trees = 30, .tree_min = 50,
                             .tree_max = 110, .kinds = TREE_FIR | TREE_LARCH, .oak_every = 6,
                             .oak_leaf = rgba_mix(0xA5583AFFu, c->far, .35f), .shadow = true};
    depth(&mid, c, .3f);
    land_sheet(v, &mid, x0, x1, bottom);
    land_mist(v, x0, x1, 590, 140, c->low, .32f);
}

static float animal_x(const struct env *e, const struct props *p) {
    return e->rtl ? e->stage.w - p->animal_at.x - p->animal_width : p->animal_at.x;
}

static void near_ridges(struct vec *v, const struct env *e, const struct props *p, const struct land_light *c, float x0, float x1, float bottom) {
    float left = animal_x(e, p), mid = left + p->animal_width / 2;
    struct land_bump bump = {mid, 18, 380};
    struct land_span avoid = {left, left + p->animal_width};
    struct land_layer ridge = {.seed = 51, .y = p->animal_at.y + 2, .amp = 12, .wavelength = 900, .bumps = &bump, .nbumps = 1,
                               .trees = 26, .tree_min = 90, .tree_max = 230, .kinds = TREE_PINE | TREE_FIR, .snowy = .8f,
                               .avoid = &avoid, .navoid = 1, .snow = c->snow, .snow_thick = 8, .shadow = true};
    rgba unused;
    depth(&ridge, c, .72f);
    land_depth(c, 1, .36f, &ridge.foot, &unused);
    land_sheet(v, &ridge, x0, x1, bottom);
    struct land_layer front = {.seed = 63, .y = p->animal_at.y + 48, .amp = 6, .wavelength = 900, .snow_thick = 9, .shadow = true,
                               .fill = rgba_mix(c->near, 0x06171CFFu, .35f), .foot = 0x06171CFFu,
                               .snow = rgba_mix(c->snow, 0x174650FFu, .15f)};
    land_sheet(v, &front, x0, x1, bottom);
}

static void separator(struct vec *v, float x, float h) {
    struct vec_stop st[2] = {{0, 0x020C1000u}, {1, 0x020C104Du}};
    vec_rect(v, (struct box){x - 26, -200, 26, h + 200});
    vec_fill_linear(v, (struct vec2){x - 26, 0}, (struct vec2){x, 0}, st, 2);
    vec_rect(v, (struct box){x - 1.5f, -200, 3, h + 200});
    vec_fill(v, 0xFFFFFF38u);
}

static void bake_landscape_strip(struct env *e, const struct props *p, struct strip *s, float light, int i, int n) {
    struct land_light c = land_light(light);
    float x0 = -e->stage.x - 8, x1 = e->w - e->stage.x + 8, bottom = e->stage.h + 8, mid = s->box.x - e->stage.x + s->box.w / 2;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_translate(&v, e->stage.x, e->stage.y);
    vec_rect(&v, (struct box){s->box.x - e->stage.x - 1, -e->stage.y, s->box.w + 2, e->h + 8});
    vec_clip(&v);
    vec_save(&v);
    vec_translate(&v, x0, -e->stage.y);
    land_sky(&v, &c, x1 - x0, e->h, .6f);
    vec_restore(&v);
    sky_objects(&v, p, light, e->stage.w, mid, i);
    if (light > 3.6f && light < 4.4f) land_mist(&v, x0, x1, 430, 260, 0xA8423AFFu, .3f);
    far_ridges(&v, &c, x0, x1, bottom);
    s->back_box = (struct box){s->box.x, 0, s->box.w, e->h};
    s->back = env_vec(e, &v, s->back_box, true);
    vec_begin(&v, e->layout);
    vec_translate(&v, e->stage.x, e->stage.y);
    near_ridges(&v, e, p, &c, x0, x1, bottom);
    if (i > 0) separator(&v, s->box.x - e->stage.x, 948);
    if (i < n - 1) separator(&v, s->box.x + s->box.w - e->stage.x, 948);
    float top = e->stage.y;
    s->front_box = (struct box){s->box.x, top, s->box.w, e->h - top};
    s->front = env_vec(e, &v, s->front_box, false);
}

static void bake_band(struct env *e, struct strip *s, float light, int i) {
    struct land_light c = land_light(light);
    float y = s->box.y, h = s->box.h;
    struct vec v;
    vec_begin(&v, e->layout);
    struct land_layer top = {.seed = 200u + 7u * (uint32_t)i, .y = y + 8, .amp = 12, .wavelength = 620, .fringe = i ? 20 : 0,
                             .fill = rgba_mix(c.mid, c.near, i ? .34f : .46f), .foot = rgba_mix(c.low, c.near, .4f),
                             .snow = c.snow, .snow_thick = i ? 0 : 9, .shadow = true};
    land_sheet(&v, &top, -20, e->w + 20, e->h + 20);
    if (light > 2 && light < 4) land_moon(&v, e->w * .66f, y + h * .3f, fminf(h * .17f, 84), 0xF4F1E2FFu, 2);
    struct land_bump hill = {e->w * .8f, h * .22f, e->w * .36f};
    struct land_span avoid = {0, e->w * .46f};
    struct land_layer ridge = {.seed = 300u + 7u * (uint32_t)i, .y = y + h * .82f, .amp = 10, .wavelength = 560, .bumps = &hill,
                               .nbumps = 1, .fringe = 22, .trees = 14, .tree_min = fminf(h * .18f, 60), .tree_max = fminf(h * .48f, 190),
                               .kinds = TREE_FIR | TREE_PINE, .snowy = .7f, .avoid = &avoid, .navoid = 1, .snow = c.snow,
                               .snow_thick = 5, .shadow = true};
    ridge.fill = rgba_mix(c.far, c.near, .55f);
    ridge.foot = rgba_mix(c.far, c.near, .8f);
    land_sheet(&v, &ridge, -20, e->w + 20, e->h + 20);
    s->back_box = (struct box){-8, y - 60, e->w + 16, h + 110};    /* reaches under the next band's lowest crest */
    s->back = env_vec(e, &v, s->back_box, false);
    s->front = 0;
}

static void place_animal(struct env *e, const struct props *p, struct strip *s, float light) {
    struct vec2 size = {0, 0};
    s->animal = p->animal ? env_asset(e, p->animal, p->animal_width, 0, p->animal_flip != e->rtl, light_mod(light), 0, &size) : 0;
    s->animal_box = (struct box){e->stage.x + animal_x(e, p), e->stage.y + p->animal_at.y - size.y * .978f, size.x, size.y};
}

static void place_object(struct env *e, const struct props *p, struct strip *s, const char *chapter, float light) {
    s->object = 0;
    for (int i = 0; i < p->objects.n; i++) {
        const struct object *o = (const struct object *)p->objects.items + i;
        if (!str_eq(o->chapter, chapter)) continue;
        struct vec2 size = {0, 0};
        s->object = env_asset(e, o->file, o->size.x, o->size.y, false, light_mod(light), 0, &size);
        s->object_box = (struct box){s->box.x + s->box.w / 2 + o->at.x - size.x / 2, s->box.y + s->box.h + o->at.y - size.y, size.x, size.y};
    }
}

/* Distance of the words from the strip's edge: wide strips align with the margin of the screen. */
static float inset(const struct env *e, const struct strip *s) { return e->portrait ? 164 : s->box.w > 480 ? 96 : 32; }

/* Top of a strip's words: larger words begin higher, so that they end above the foot. */
static float words_y(const struct env *e, const struct strip *s) {
    return e->portrait ? s->box.y + s->box.h * .5f - s->words_h / 2 : e->stage.y + fminf(822, 940 - s->words_h);
}

static void make_mark(struct env *e, struct strip *s, int i) {
    float in = inset(e, s) + 24, x = s->box.x + (e->rtl ? s->box.w - in : in), y = words_y(e, s) - 34, r = 24;
    if (e->portrait) x = e->rtl ? s->box.w - 100 : 100, y = s->box.y + s->box.h * .5f, r = 32;
    struct vec v;
    vec_begin(&v, e->layout);
    paper_rosette(&v, x, y, r, s->visited || s->suggested ? 0xF2A93BFFu : 0xA3C8C7FFu, (uint32_t)i + 2, s->visited ? 0xFFCF80FFu : 0);
    if (s->suggested) {
        vec_circle(&v, x, y, r + 13);
        vec_stroke(&v, 0xF2A93BFFu, 4, 0, 0);
        if (!e->portrait) {
            vec_rrect(&v, (struct box){s->box.x + 12, e->stage.y + 949, s->box.w - 24, 6}, 3);
            vec_fill(&v, 0xF2A93BFFu);
        }
    }
    s->mark_box = e->portrait ? box_grow((struct box){x, y, 0, 0}, 60) : (struct box){s->box.x, e->stage.y + 640, s->box.w, 320};
    s->mark = env_vec(e, &v, s->mark_box, false);
}

static bool seen(const struct env *e, const char *scene) {
    for (int k = 0; k < e->visit->nvisited; k++)
        if (str_eq(scene, e->visit->visited[k])) return true;
    return false;
}

/* A strip opens its first unvisited scene; when all are seen, its first again. */
static void aim(const struct env *e, struct strip *s, const struct chapter *c) {
    s->go = (struct action){.kind = ACT_GOTO, .arg = c->scenes.v[0]};
    s->visited = true;
    for (int i = c->scenes.n - 1; i >= 0; i--)
        if (!seen(e, c->scenes.v[i])) s->go.arg = c->scenes.v[i], s->visited = false;
}

static void arrange_texts(struct env *e, struct strip *s, const struct chapter *c) {
    float w = e->portrait ? s->box.w * .5f : s->box.w - inset(e, s) - 32;
    enum text_align left = e->rtl ? ALIGN_END : ALIGN_START;    /* draw_words places them */
    struct text_style title = {.token = STYLE_H2, .ink = 0xF4F8F6FFu, .align = left, .max_lines = 1, .fit = true};
    struct text_style sub = {.token = STYLE_LABEL, .ink = e->portrait ? 0xF4F8F6FFu : 0xCFE2E0FFu, .align = left,
                             .max_lines = 2, .fit = true};
    env_para(e, env_text(e, &c->title), title, w, 0, &s->title);
    env_para(e, env_text(e, &c->subtitle), sub, w, 0, &s->subtitle);
    s->words_h = para_h(&s->title, e) + para_h(&s->subtitle, e);
    s->say = s->title.text;
}

static void arrange_foot(struct env *e, struct state *st, float y) {
    struct vec v;
    vec_begin(&v, e->layout);
    paper_front(&v, -20, e->w + 20, y + 12, e->h + 20, 0x06171CFFu, 0xF3E4CFFFu, 77);
    st->foot_box = (struct box){-8, y - 40, e->w + 16, e->h - y + 48};
    st->foot = env_vec(e, &v, st->foot_box, false);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *st = n->state;
    const struct chapter *ch = e->journey->chapters.items;
    st->n = e->journey->chapters.n < MAX_STRIPS ? e->journey->chapters.n : MAX_STRIPS;
    bool suggested = false;
    float top = p->top, end = e->h - 272, tallest = 0;
    for (int i = 0; i < st->n; i++) {
        struct strip *s = &st->s[i];
        int at = e->rtl && !e->portrait ? st->n - 1 - i : i;
        /* whole px, so that no hairline shows between strips */
        float left = roundf(e->w * (float)at / (float)st->n * e->scale) / e->scale;
        float right = roundf(e->w * (float)(at + 1) / (float)st->n * e->scale) / e->scale;
        s->box = e->portrait ? (struct box){0, top + (end - top) * (float)i / (float)st->n, e->w, (end - top) / (float)st->n}
                             : (struct box){left, 0, right - left, e->stage.y + 948};
        aim(e, s, &ch[i]);
        s->suggested = !s->visited && !suggested;
        suggested |= s->suggested;
        if (e->portrait) bake_band(e, s, ch[i].light, i), place_object(e, p, s, ch[i].id, ch[i].light);
        else bake_landscape_strip(e, p, s, ch[i].light, at, st->n);
        place_animal(e, p, s, e->portrait ? 0 : ch[i].light);
        arrange_texts(e, s, &ch[i]);
        tallest = fmaxf(tallest, s->words_h);
    }
    for (int i = 0; i < st->n; i++) {
        if (!e->portrait) st->s[i].words_h = tallest;
        make_mark(e, &st->s[i], i);
    }
    st->foot = 0;
    if (e->portrait) arrange_foot(e, st, end);
}

static void draw_words(struct node *n, struct paint *pt, struct strip *s, int i) {
    const struct env *e = pt->env;
    float tw = para_w(&s->title, e), sw = para_w(&s->subtitle, e);
    float y = words_y(e, s);
    float in = inset(e, s), x = s->box.x + in, xs = x;
    if (e->rtl) x = s->box.x + s->box.w - in - tw, xs = s->box.x + s->box.w - in - sw;
    paint_picture(pt, s->mark, s->mark_box, 1);
    struct sem_item *it = paint_item(pt, n, s->go.arg, i, SEM_LINK, s->say, s->box, s->box);
    if (it) it->state |= s->visited ? SEM_VISITED : 0;
    paint_para(pt, n, NULL, SEM_HEADING, &s->title, x, y, 1);
    paint_para(pt, n, NULL, SEM_TEXT, &s->subtitle, xs, y + para_h(&s->title, e) + 4, 1);
}

static void draw(struct node *n, struct paint *pt) {
    struct state *st = n->state;
    bool any = n->pressed >= 0;
    bool portrait = pt->env->portrait;
    if (portrait && st->n && st->s[0].animal) paint_picture(pt, st->s[0].animal, st->s[0].animal_box, 1);
    for (int i = 0; i < st->n; i++) {
        struct strip *s = &st->s[i];
        struct ibox before = pt->list->clip;
        if (!portrait) before = dlist_clip(pt->list, paint_px(pt, (struct box){s->box.x, 0, s->box.w, pt->env->h}));
        paint_picture(pt, s->back, s->back_box, 1);
        if (!portrait && s->animal) paint_picture(pt, s->animal, s->animal_box, 1);
        if (portrait && s->object) paint_picture(pt, s->object, s->object_box, 1);
        if (s->front) paint_picture(pt, s->front, s->front_box, 1);
        if (any) paint_fill(pt, portrait ? s->box : (struct box){s->box.x, 0, s->box.w, s->box.h}, n->pressed == i ? 0xFFFFFF12u : 0x06171C4Du);
        if (!portrait) dlist_unclip(pt->list, before);
    }
    if (st->foot) paint_picture(pt, st->foot, st->foot_box, 1);
    for (int i = 0; i < st->n; i++) draw_words(n, pt, &st->s[i], i);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    (void)e;
    struct state *st = n->state;
    if (ev->kind == NODE_ACTIVATE && ev->item >= 0 && ev->item < st->n) effects_action(fx, n, &st->s[ev->item].go);
}

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    const struct object *o = p->objects.items;
    const struct chapter *ch = le->journey ? le->journey->chapters.items : NULL;
    const char *names[MAX_STRIPS + 1] = {NULL};
    int count = ch ? le->journey->chapters.n : 0;
    bool ok = true;
    for (int i = 0; i < count && i < MAX_STRIPS; i++) names[i] = ch[i].id;
    for (int i = 0; count && i < p->objects.n; i++) {
        bool known = false;
        for (int k = 0; names[k]; k++) known |= str_eq(names[k], o[i].chapter);
        if (known) continue;
        const char *near = str_nearest(o[i].chapter, names);
        struct pos at = node_item_at(n, "objects", i, "chapter");
        if (near) diag_error(le->diag, at, "no chapter '%s' (did you mean '%s'?)", o[i].chapter, near);
        else diag_error(le->diag, at, "no chapter '%s' (see 'chapters' in scenes/journey.yaml)", o[i].chapter);
        ok = false;
    }
    return ok;
}

const struct element_kind ELEMENT_STRIPS = {
    .name = "strips", .help = "The chapters as one night in strips (portrait: in bands); touching one opens it.", .load = load,
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .arrange = arrange, .draw = draw, .event = event};
