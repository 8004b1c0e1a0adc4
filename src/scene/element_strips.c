/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_strips.c - the home screen's chapters as one night in strips: every chapter owns an hour, one ridge and one animal
 * run through all of them. In portrait the strips are bands of paper laid over each other. A strip is one touch target. */
#include <scene/strips_view.h>
#include <string.h>

#define TITLE_MOST 92.0f     /* of the names, canvas units */
#define TITLE_MOST_BAND 80.0f
#define TITLE_MOST_PAIR 64.0f
#define TITLE_LEAST 36.0f
#define TITLE_STEP .94f
#define LEAN_MS 90
#define REST_MS 4000         /* nobody touches anything: the animal takes a few steps, the suggested strip's mark glows */
#define STEP_MS 130
#define GLOW_MS 2400
#define GLOWS 2
#define BLOOM_MS 500         /* the marks of a chapter that somebody comes back from fill petal by petal */
#define BLOOM_AT 450

static const struct field OBJECT[] = {
    {"chapter", FIELD_ID, offsetof(struct object, chapter), FIELD_REQUIRED, 0, 0, NULL, NULL, "chapter it belongs to", NULL, NULL, 0},
    {"file", FIELD_ASSET, offsetof(struct object, file), FIELD_REQUIRED, 0, 0, NULL, NULL, "the drawing", NULL, NULL, 0},
    {"size", FIELD_POINT, offsetof(struct object, size), 0, 0, 0, "[340, 0]", "canvas px", "its size; 0 = by its proportions", NULL, NULL, 0},
    {"at", FIELD_POINT, offsetof(struct object, at), 0, 0, 0, "[0, 0]", "canvas px", "its middle bottom, from the middle bottom of the band; mirrored from right to left", NULL, NULL, 0},
    {0}};
static const struct field FIELDS[] = {
    {"animal", FIELD_ASSET, offsetof(struct strips_props, animal), 0, 0, 0, NULL, NULL, "the drawing that walks through the night", NULL, NULL, 0},
    {"animal-at", FIELD_POINT, offsetof(struct strips_props, animal_at), 0, 0, 0, "[560, 690]", "canvas px", "its left edge and ground", NULL, NULL, 0},
    {"animal-width", FIELD_NUM, offsetof(struct strips_props, animal_width), FIELD_POSITIVE, 0, 0, "790", "canvas px", "its width", NULL, NULL, 0},
    {"animal-flip", FIELD_BOOL, offsetof(struct strips_props, animal_flip), 0, 0, 0, "false", NULL, "mirrored", NULL, NULL, 0},
    {"walk", FIELD_ASSETS, offsetof(struct strips_props, walk), 0, 0, 0, NULL, NULL, "pictures of a few steps: it takes them when nobody has touched anything for a while, and stops", NULL, NULL, 0},
    {"walk-step", FIELD_NUM, offsetof(struct strips_props, walk_step), 0, 0, 0, "28", "canvas px", "how far it comes from one of these pictures to the next", NULL, NULL, 0},
    {"top", FIELD_NUM, offsetof(struct strips_props, top), 0, 0, 0, "470", "canvas px", "portrait: where the first band begins", NULL, NULL, 0},
    {"moon", FIELD_NUM, offsetof(struct strips_props, moon_r), 0, 0, 600, "78", "canvas px", "radius of the moon of the night strips", NULL, NULL, 0},
    {"objects", FIELD_LIST, offsetof(struct strips_props, objects), 0, 0, 0, NULL, NULL, "portrait: a small picture in a band", NULL, OBJECT, sizeof(struct object)},
    {0}};

/* Colour-mod of a drawing in the light of an hour (visual system, section 1). */
static rgba light_mod(float t) {
    static const rgba mods[] = {0xFFE0D0FFu, 0xD8C4D8FFu, 0xC9CBDAFFu, 0xA3A6BEFFu, 0xB09A98FFu, 0xFFFFFFFFu, 0xFFFFFFFFu};
    int i = (int)clampf(t, 0, 5);
    return rgba_mix(mods[i], mods[i + 1], clampf(t, 0, 6) - (float)i);
}

/* How far the animal has come in picture k of its walk. */
static float walked(const struct env *e, const struct strips_props *p, int k) {
    float d = k ? ((float)k - .5f) * p->walk_step : 0;
    return p->animal_flip != e->rtl ? -d : d;
}

/* Only where it is seen: in landscape each strip needs pictures of its own, in its own light. */
static void place_animal(struct env *e, const struct strips_props *p, struct strip *s, float light, int steps) {
    struct vec2 size = env_asset_fit(e, p->animal, (struct vec2){p->animal_width, 0}, 1e6f);
    s->animal_box = (struct box){e->stage.x + strips_animal_x(e, p), e->stage.y + strips_ground(e, p) - size.y * .978f, size.x, size.y};
    for (int k = 0; k <= steps; k++) {
        float x = s->animal_box.x + walked(e, p, k);
        bool seen = e->portrait || (x < s->box.x + s->box.w + LEAN && x + size.x > s->box.x - LEAN);
        const char *file = k ? p->walk.v[k - 1] : p->animal;
        s->animal[k] = seen && file ? env_asset(e, file, size.x, size.y, p->animal_flip != e->rtl, light_mod(light), 0, &size) : 0;
    }
}

static void place_objects(struct env *e, const struct strips_props *p, struct strip *s, const char *chapter, float light) {
    int n = 0;
    memset(s->object, 0, sizeof s->object);
    for (int i = 0; i < p->objects.n && n < MAX_OBJECTS; i++) {
        const struct object *o = (const struct object *)p->objects.items + i;
        if (!str_eq(o->chapter, chapter)) continue;
        struct vec2 size = {0, 0};
        s->object[n] = env_asset(e, o->file, o->size.x, o->size.y, e->rtl, light_mod(light), 0, &size);
        s->object_box[n++] = (struct box){s->box.x + s->box.w / 2 + (e->rtl ? -o->at.x : o->at.x) - size.x / 2, s->box.y + s->box.h + o->at.y - size.y, size.x, size.y};
    }
}

/* Distance of the words from the strip's edge: wide strips align with the margin of the screen. */
static float inset(const struct env *e, const struct strip *s) { return e->portrait ? 164 : s->box.w > 480 ? 96 : 32; }

/* Top of a strip's words: larger words begin higher, so that they end above the foot. */
static float words_y(const struct env *e, const struct strip *s) {
    return e->portrait ? s->box.y + s->box.h * .5f - s->words_h / 2 : e->stage.y + fminf(822, 940 - s->words_h);
}

static void make_marks(struct env *e, struct strip *s, int i, bool blooms) {
    float in = inset(e, s) + 24, x = s->box.x + (e->rtl ? s->box.w - in : in), y = words_y(e, s) - (strips_four_lines(e) ? 48 : 34), r = 24;
    if (e->portrait) x = e->rtl ? s->box.w - 100 : 100, y = s->box.y + s->box.h * .5f, r = 32;
    s->mark_box = box_grow((struct box){x, y, 0, 0}, r + 32);
    s->ring = s->glow = s->line = 0;
    for (int k = 0; k <= PAPER_PETALS; k++) s->mark[k] = blooms ? strips_bake_mark(e, s, r, k, (uint32_t)i + 2) : 0;
    if (!blooms) s->mark[s->petals] = strips_bake_mark(e, s, r, s->petals, (uint32_t)i + 2);
    if (!s->suggested) return;
    s->ring = strips_bake_ring(e, s, r + 13, 4);
    s->glow = strips_bake_ring(e, s, r + 22, 5);
    if (e->portrait) return;
    struct vec v;
    vec_begin(&v, e->layout);
    vec_rrect(&v, (struct box){s->box.x + 12, e->stage.y + 949, s->box.w - 24, 6}, 3);
    vec_fill(&v, 0xF2A93BFFu);
    s->line_box = (struct box){s->box.x, e->stage.y + 940, s->box.w, 20};
    s->line = env_vec(e, &v, s->line_box, false);
}

static bool seen(const struct env *e, const char *scene) {
    for (int k = 0; k < e->visit->nvisited; k++)
        if (str_eq(scene, e->visit->visited[k])) return true;
    return false;
}

/* A strip opens its first unvisited scene; when all are seen, its first again. */
static void aim(const struct env *e, struct strip *s, const struct chapter *c) {
    s->go = (struct action){.kind = ACT_GOTO, .arg = c->scenes.v[0]};
    int n = 0;
    for (int i = c->scenes.n - 1; i >= 0; i--) {
        if (seen(e, c->scenes.v[i])) n++;
        else s->go.arg = c->scenes.v[i];
    }
    s->visited = n == c->scenes.n;
    s->petals = (PAPER_PETALS * n + c->scenes.n - 1) / c->scenes.n;
}

static bool holds(const struct chapter *c, const char *scene) {
    for (int i = 0; scene && i < c->scenes.n; i++)
        if (str_eq(c->scenes.v[i], scene)) return true;
    return false;
}

/* Larger letters keep off the snow of a band's hill. */
static float words_w(const struct env *e, const struct strip *s) {
    return e->portrait ? s->box.w * (e->text_scale > 1 ? .4f : .5f) : s->box.w - inset(e, s) - 16;
}

static float sub_gap(const struct env *e) { return strips_four_lines(e) ? 12 : 4; }

/* False when the name of a chapter is too wide at this size. px: canvas units; tight: in narrow letters. */
static bool arrange_title(struct env *e, struct strip *s, const struct chapter *c, float px, bool tight) {
    struct text_style st = {.token = STYLE_H2, .px = px * e->scale, .ink = 0xF4F8F6FFu, .align = e->rtl ? ALIGN_END : ALIGN_START,
                            .max_lines = 1, .tight = tight, .fit = px * TITLE_STEP <= TITLE_LEAST, .beside = e->portrait};   /* draw_words places it */
    env_para(e, env_text(e, &c->title), st, words_w(e, s), 0, &s->title);
    s->title_h = para_h(&s->title, e);
    s->say = env_text(e, &c->title);
    return !s->title.overflow && s->title.pages <= 1;
}

/* False when the line below its name does not stand in so many lines, or in its band, at this size. */
static bool arrange_subtitle(struct env *e, struct strip *s, const struct chapter *c, int lines) {
    struct text_style st = {.token = STYLE_LABEL, .ink = e->portrait ? 0xF4F8F6FFu : 0xCFE2E0FFu, .align = e->rtl ? ALIGN_END : ALIGN_START,
                            .max_lines = lines, .beside = e->portrait, .alone = e->portrait && e->rtl};
    env_para(e, env_text(e, &c->subtitle), st, words_w(e, s), 0, &s->subtitle);
    s->words_h = s->title_h + para_h(&s->subtitle, e) + sub_gap(e) - 4;
    return !s->subtitle.overflow && s->subtitle.pages <= 1 && (!e->portrait || s->words_h <= s->box.h);
}

/* All names are of one size and width: as large as the longest word allows, in narrow letters before it gets smaller; smaller
 * where two languages make four lines of two. */
static void arrange_titles(struct env *e, struct strips *st, const struct chapter *ch) {
    bool fits = false;
    float most = strips_four_lines(e) ? TITLE_MOST_PAIR : !e->portrait ? TITLE_MOST : e->second.lang || e->text_scale > 1 ? style_size(STYLE_H2) : TITLE_MOST_BAND;
    for (float px = most; !fits && px > TITLE_LEAST; px *= TITLE_STEP) {
        for (int tight = 0; !fits && tight < 2; tight++) {
            fits = true;
            for (int i = 0; i < st->n; i++) fits &= arrange_title(e, &st->s[i], &ch[i], px, tight);
        }
    }
}

/* The lines below the names are as large as all of them can be in one line: a little more than a visitor's text, or less. Only where
 * even the smallest is too large there are two. */
static void arrange_words(struct env *e, struct strips *st, const struct chapter *ch) {
    static const float SIZES[] = {2, 1.75f, 1.5f, 1.25f, 1.1f, 1};
    float wish = e->text_scale, most = e->second.lang ? wish : wish * 1.25f, title = 0, words = 0;
    bool fits = false;
    arrange_titles(e, st, ch);
    for (size_t k = 0; !fits && k < sizeof SIZES / sizeof *SIZES; k++) {
        if (SIZES[k] > most) continue;
        e->text_scale = SIZES[k];
        fits = true;
        for (int i = 0; i < st->n; i++) fits &= arrange_subtitle(e, &st->s[i], &ch[i], 1);
    }
    for (int i = 0; !fits && i < st->n; i++) arrange_subtitle(e, &st->s[i], &ch[i], 2);     /* rather than cut off */
    e->text_scale = wish;
    for (int i = 0; i < st->n; i++) title = fmaxf(title, st->s[i].title_h), words = fmaxf(words, st->s[i].words_h);
    for (int i = 0; i < st->n && !e->portrait; i++) st->s[i].title_h = title, st->s[i].words_h = words;
}

/* Where strip i lies: whole px, so that no hairline shows between two. */
static struct box strip_box(const struct env *e, const struct strips_props *p, float end, int i, int n) {
    int at = e->rtl && !e->portrait ? n - 1 - i : i;
    if (e->portrait) return (struct box){0, p->top + (end - p->top) * (float)i / (float)n, e->w, (end - p->top) / (float)n};
    float left = roundf(e->w * (float)at / (float)n * e->scale) / e->scale;
    float right = roundf(e->w * (float)(at + 1) / (float)n * e->scale) / e->scale;
    return (struct box){left, 0, right - left, e->stage.y + 948};
}

static void arrange(struct node *n, struct env *e) {
    const struct strips_props *p = node_props(n, e);
    struct strips *st = n->state;
    const struct chapter *ch = e->journey->chapters.items;
    st->n = e->journey->chapters.n < MAX_STRIPS ? e->journey->chapters.n : MAX_STRIPS;
    st->steps = p->walk.n < MAX_STEPS ? p->walk.n : MAX_STEPS;
    st->back_from = -1;
    bool suggested = false;
    float end = e->h - 272;
    for (int i = 0; i < st->n; i++) {
        struct strip *s = &st->s[i];
        s->box = strip_box(e, p, end, i, st->n);
        aim(e, s, &ch[i]);
        s->suggested = !s->visited && !suggested;
        suggested |= s->suggested;
        if (holds(&ch[i], e->visit->came_from)) st->back_from = i;
        if (e->portrait) strips_bake_band(e, s, ch[i].light, i), place_objects(e, p, s, ch[i].id, ch[i].light);
        else strips_bake(e, p, s, ch[i].light, e->rtl ? st->n - 1 - i : i);
        if (!e->portrait || i == 0) place_animal(e, p, s, e->portrait ? 0 : ch[i].light, st->steps);
    }
    arrange_words(e, st, ch);
    for (int i = 0; i < st->n; i++) make_marks(e, &st->s[i], i, i == st->back_from);
    st->foot = st->edge = 0;
    if (e->portrait) strips_bake_foot(e, st, end);
    else strips_bake_edge(e, st);
}

/* ---- time */
static void tick_lean(struct node *n, struct env *e) {
    struct strips *st = n->state;
    bool down = n->pressed >= 0;
    float ms = env_frame_ms(e, &st->lean_at), d = e->still ? 1 : ms / LEAN_MS;
    if (down && n->pressed != st->leaning) st->lean = 0, st->leaning = n->pressed;
    st->lean = clampf(st->lean + (down ? d : -d), 0, 1);
    if (down ? st->lean < 1 : st->lean > 0) env_next_frame(e);
}

/* After a while without a touch; then all rests. */
static void tick_idle(struct strips *st, struct env *e) {
    int64_t due = e->visit->active_at + REST_MS, walk = (int64_t)st->steps * STEP_MS;
    st->glow = 0;
    if (e->still) return;
    if (e->now < due) env_wake_at(e, due);
    else if (!st->walk_at) st->walk_at = e->now;
    int64_t since = e->now - st->walk_at;
    if (st->walk_at && since < walk) env_wake_at(e, e->now + STEP_MS - since % STEP_MS);
    since = e->now - due - walk;
    if (since >= 0 && since < GLOWS * GLOW_MS) {
        float s = sinf((float)since * 3.14159265f / GLOW_MS);
        st->glow = s * s;
        env_next_frame(e);
    } else if (e->now >= due && since < 0) env_wake_at(e, due + walk);
}

/* How many petals of a mark are gold now. */
static int petals_now(const struct env *e, const struct strips *st, int i) {
    int full = st->s[i].petals;
    double ms = e->t * 1000 - BLOOM_AT;
    if (i != st->back_from || e->still || ms >= BLOOM_MS) return full;
    int k = ms < 0 ? 0 : (int)(ms * PAPER_PETALS / BLOOM_MS) + 1;
    return k < full ? k : full;
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    struct strips *st = n->state;
    (void)fx;
    tick_lean(n, e);
    tick_idle(st, e);
    if (st->back_from >= 0 && !e->still && e->t * 1000 < BLOOM_AT + BLOOM_MS) env_next_frame(e);
}

/* ---- drawing */
static void draw_words(struct node *n, struct paint *pt, struct strips *st, int i) {
    const struct env *e = pt->env;
    struct strip *s = &st->s[i];
    float tw = para_w(&s->title, e), sw = para_w(&s->subtitle, e);
    float y = words_y(e, s);
    float in = inset(e, s), x = s->box.x + in, xs = x;
    if (e->rtl) x = s->box.x + s->box.w - in - tw, xs = s->box.x + s->box.w - in - sw;
    paint_picture(pt, s->mark[petals_now(e, st, i)], s->mark_box, 1);
    if (s->ring) paint_picture(pt, s->ring, s->mark_box, 1);
    if (s->glow) paint_picture(pt, s->glow, s->mark_box, st->glow);
    if (s->line) paint_picture(pt, s->line, s->line_box, 1);
    struct sem_item *it = paint_item(pt, n, s->go.arg, i, SEM_LINK, s->say, s->box, s->box);
    if (it) it->state |= s->visited ? SEM_VISITED : 0;
    paint_para(pt, n, NULL, SEM_HEADING, &s->title, x, y + (s->title_h - para_h(&s->title, e)) * .8f, 1);
    paint_para(pt, n, NULL, SEM_TEXT, &s->subtitle, xs, y + s->title_h + sub_gap(e), 1);
}

static void draw_animal(struct node *n, struct paint *pt, const struct strip *s) {
    const struct env *e = pt->env;
    const struct strips *st = n->state;
    int64_t since = st->walk_at ? (e->now - st->walk_at) / STEP_MS + 1 : 0;
    int k = since < st->steps ? (int)since : st->steps;
    struct box b = s->animal_box;
    b.x += walked(e, node_props(n, e), k);
    paint_picture(pt, s->animal[k], b, 1);
}

/* Light on the pressed strip, dusk on the others. */
static void draw_light(struct paint *pt, const struct strips *st, int i, struct box b) {
    float most = i == st->leaning ? .06f : .3f;
    if (st->lean > 0) paint_fill(pt, b, rgba_alpha(i == st->leaning ? 0xFFFFFFFFu : 0x06171CFFu, most * st->lean));
}

static void draw_strip(struct node *n, struct paint *pt, const struct strips *st, int i, float grow) {
    const struct strip *s = &st->s[i];
    struct box seen = {s->box.x - grow, 0, s->box.w + 2 * grow, pt->env->h};
    struct ibox before = dlist_clip(pt->list, paint_px(pt, seen));
    paint_picture(pt, s->back, s->back_box, 1);
    draw_animal(n, pt, s);
    paint_picture(pt, s->front, s->front_box, 1);
    seen.h = s->box.h;
    draw_light(pt, st, i, seen);
    dlist_unclip(pt->list, before);
}

/* A pressed strip lies over its neighbours: its edges give way. */
static void draw_strips(struct node *n, struct paint *pt, const struct strips *st) {
    float grow = roundf(LEAN * st->lean);
    for (int i = 0; i < st->n; i++)
        if (i != st->leaning || grow <= 0) draw_strip(n, pt, st, i, 0);
    if (grow > 0 && st->leaning < st->n) draw_strip(n, pt, st, st->leaning, grow);
    for (int i = 0; i < st->n; i++) {
        const struct box *b = &st->s[i].box;
        struct box at = st->edge_box;
        if (b->x < 1) continue;
        for (int k = 0; k < st->n && grow > 0; k++) {
            if (k != st->leaning) continue;
            if (fabsf(b->x - st->s[k].box.x) < 1) at.x -= grow;
            if (fabsf(b->x - st->s[k].box.x - st->s[k].box.w) < 1) at.x += grow;
        }
        at.x += b->x;
        paint_picture(pt, st->edge, at, 1);
    }
}

/* Bands are sheets laid over each other: those below the pressed one give way. */
static void draw_bands(struct node *n, struct paint *pt, const struct strips *st) {
    float grow = roundf(LEAN * st->lean);
    if (st->n) draw_animal(n, pt, &st->s[0]);
    for (int i = 0; i < st->n; i++) {
        const struct strip *s = &st->s[i];
        struct paint mine = *pt;
        if (st->lean > 0) mine.oy += i == st->leaning ? -grow : i > st->leaning ? grow : 0;
        paint_picture(&mine, s->back, s->back_box, 1);
        for (int k = 0; k < MAX_OBJECTS; k++) paint_picture(&mine, s->object[k], s->object_box[k], 1);
        draw_light(&mine, st, i, s->box);
    }
    paint_picture(pt, st->foot, st->foot_box, 1);
}

static void draw(struct node *n, struct paint *pt) {
    struct strips *st = n->state;
    if (pt->env->portrait) draw_bands(n, pt, st);
    else draw_strips(n, pt, st);
    for (int i = 0; i < st->n; i++) draw_words(n, pt, st, i);
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    (void)e;
    struct strips *st = n->state;
    if (ev->kind == NODE_ACTIVATE && ev->item >= 0 && ev->item < st->n) effects_open(fx, n, &st->s[ev->item].go, st->s[ev->item].box);
}

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct strips_props *p = props;
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
    .fields = FIELDS, .props_size = sizeof(struct strips_props), .state_size = sizeof(struct strips),
    .arrange = arrange, .tick = tick, .draw = draw, .event = event};
