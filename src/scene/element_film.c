/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_film.c - a drawing that a film of the centre's own may join. Where the film's file is there it is a print with a
 * paper rim and a play button: a touch plays, another pauses, at its end the drawing stands again. Where it is not there, or
 * this program shows no films, it is the drawing as an image shows it, and nothing looks missing. Its sound is off until
 * somebody turns it on, by a button that is there while it plays; what is said in it is written below. */
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/chip.h>
#include <scene/element.h>

#define RIM 12.0f            /* canvas px, of the print */
#define DISC 62.0f           /* radius of the play button */
#define EAR 41.0f            /* radius of the sound button */
#define BAR 10.0f            /* height of the time bar */
#define CAPTION_PAD 14.0f
#define CAPTION_MOST 0.6f    /* of the film's height */
enum { GAP_MS = 250 };       /* time in which nothing was shown does not count */
enum { ITEM_FILM, ITEM_EAR };

struct caption { float at, lasts; struct text_ref text; };
struct props { const char *file, *film; struct text_ref play, pause; bool starts, loop, sound; struct list captions; };
struct state {
    uint64_t drawing, rim, disc[2];
    uint64_t ear[2][2];                /* [sound is on][pressed] */
    struct box cut, drawn, shown;      /* inside of the rim; where drawing and film lie, cut off by it */
    struct box ear_box;
    const char *alt, *play, *pause, *sound;
    struct para *words;                /* one of each caption */
    bool playing, on;                  /* on: the film's picture is seen, else the drawing */
    double ms, last_t;                 /* of the film; last_t: env's t at the last tick */
};

#define CAPTION_AT(member) .offset = offsetof(struct caption, member)
static const struct field CAPTION_FIELDS[] = {
    {.name = "at", .type = FIELD_NUM, CAPTION_AT(at), .flags = FIELD_REQUIRED, .max = 120, .unit = "s", .help = "Second of the film at which it appears."},
    {.name = "for", .type = FIELD_NUM, CAPTION_AT(lasts), .max = 120, .unit = "s", .help = "How long it stays; 0 = until the next one."},
    {.name = "text", .type = FIELD_TEXT, CAPTION_AT(text), .flags = FIELD_REQUIRED, .help = "What is said or seen."},
    {0}};
#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Drawing below assets/ that stands while no film is shown."},
    {.name = "film", .type = FIELD_FILM, AT(film), .flags = FIELD_REQUIRED, .help = "Film below assets/; its file may be missing."},
    {.name = "play", .type = FIELD_TEXT, AT(play), .flags = FIELD_REQUIRED, .help = "What the play button is called, spoken only."},
    {.name = "pause", .type = FIELD_TEXT, AT(pause), .flags = FIELD_REQUIRED, .help = "The same while it plays."},
    {.name = "starts", .type = FIELD_BOOL, AT(starts), .help = "Starts by itself when the scene begins; never in reduced motion."},
    {.name = "loop", .type = FIELD_BOOL, AT(loop), .help = "Begins again at its end."},
    {.name = "sound", .type = FIELD_BOOL, AT(sound), .def = "true",
     .help = "While it plays a button turns its sound on, where its file has one; it begins silently."},
    {.name = "captions", .type = FIELD_LIST, AT(captions), .sub = CAPTION_FIELDS, .sub_size = sizeof(struct caption),
     .help = "Words below the picture, each from its second on, in order."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    const struct caption *c = p->captions.items;
    for (int i = 1; i < p->captions.n; i++) {
        if (c[i].at > c[i - 1].at) continue;
        diag_error(le->diag, node_item_at(n, "captions", i, "at"), "caption %d of film '%s' does not come after the one before (put them in order)",
                   i + 1, n->common[0].id);
        return false;
    }
    return true;
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    return env_asset_fit(e, p->file, node_common(n, e)->size, max_w);
}

/* ---- looks */
/* The size in which something of its own proportions covers a box, in its middle. */
static struct box covering(struct box b, struct vec2 own) {
    float k = fmaxf(b.w / own.x, b.h / own.y);
    struct vec2 size = {own.x * k, own.y * k};
    return (struct box){b.x + (b.w - size.x) / 2, b.y + (b.h - size.y) / 2, size.x, size.y};
}

static struct box disc_box(void) { return box_grow((struct box){-DISC, -DISC, 2 * DISC, 2 * DISC}, PAPER_MARGIN); }

static uint64_t disc_picture(struct env *e, bool pressed) {
    struct vec v;
    float r = pressed ? DISC - 4 : DISC, s = r * 1.05f;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, r, 0xF5B335FFu, 0xF4F8F6FFu, 6);
    icon_draw(&v, "play", -s / 2 + s * .03f, -s / 2, s, 0x06171CFFu, false);
    return env_vec(e, &v, disc_box(), false);
}

/* Dark with a light rim: seen on snow and on night alike. */
static uint64_t ear_picture(struct env *e, bool on, bool pressed) {
    struct vec v;
    float r = pressed ? EAR - 3 : EAR, s = r * 1.1f;
    vec_begin(&v, e->layout);
    paper_disc(&v, 0, 0, r, 0x06171CFFu, 0xF4F8F6FFu, 5);
    icon_draw(&v, on ? "speak" : "mute", -s / 2, -s / 2, s, on ? 0xF5B335FFu : 0xF4F8F6FFu, false);
    return env_vec(e, &v, box_grow((struct box){-EAR, -EAR, 2 * EAR, 2 * EAR}, PAPER_MARGIN), false);
}

static void arrange_ear(struct state *s, struct env *e) {
    const struct sounds *j = &e->journey->sound;
    float x = e->rtl ? s->cut.x + CAPTION_PAD : s->cut.x + s->cut.w - CAPTION_PAD - 2 * EAR;
    s->ear_box = (struct box){x, s->cut.y + CAPTION_PAD, 2 * EAR, 2 * EAR};
    s->sound = env_text(e, j->film.easy ? &j->film : &j->label);
    for (int i = 0; i < 4; i++) s->ear[i / 2][i % 2] = ear_picture(e, i / 2, i % 2);
}

/* In the visitor's text size; smaller where it would hide more than half of the picture. */
static void set_caption(struct env *e, const struct caption *c, struct box cut, struct para *out) {
    float px = style_size(STYLE_SMALL) * e->scale, least = px / style_growth(STYLE_SMALL, e->text_scale);
    struct text_style st = {.token = STYLE_SMALL, .ink = 0xF4F8F6FFu, .align = ALIGN_CENTER};
    const char *text = env_text(e, &c->text);
    for (;; px *= 0.9f) {
        st.px = px;
        safe_para(e, text, st, fmaxf(1, cut.w - 4 * CAPTION_PAD), out);
        if (para_h(out, e) <= cut.h * CAPTION_MOST || px * 0.9f < least) return;
    }
}

static void arrange_print(struct node *n, struct env *e, const struct props *p, const struct film_info *info) {
    struct state *s = n->state;
    struct vec v;
    struct vec2 own = env_asset_size(e, p->file), size;
    struct box b = {0, 0, n->box.w, n->box.h};
    const struct caption *c = p->captions.items;
    s->cut = box_grow(n->box, -RIM);
    s->shown = covering(s->cut, (struct vec2){(float)info->w, (float)info->h});
    s->drawn = covering(s->cut, own);
    s->drawing = env_asset(e, p->file, s->drawn.w, s->drawn.h, false, 0xFFFFFFFFu, 0, &size);
    vec_begin(&v, e->layout);
    paper_card(&v, b, 8, 0xF4F8F6FFu);
    vec_rrect(&v, box_grow(b, -RIM), 2);
    vec_fill(&v, 0x0E2A33FFu);
    s->rim = env_vec(e, &v, box_grow(b, PAPER_MARGIN), false);
    for (int i = 0; i < 2; i++) s->disc[i] = disc_picture(e, i == 1);
    s->play = env_text(e, &p->play);
    s->pause = env_text(e, &p->pause);
    if (p->sound && info->sound > 0) arrange_ear(s, e);
    s->words = p->captions.n ? arena_array(e->layout, struct para, p->captions.n) : NULL;
    for (int i = 0; s->words && i < p->captions.n; i++) set_caption(e, &c[i], s->cut, &s->words[i]);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    const struct film_info *info = env_film(e, p->film);
    struct vec2 own = env_asset_size(e, p->file), size;
    const struct text_ref *alt = &node_common(n, e)->alt;
    s->rim = 0;
    s->ear_box = (struct box){0};
    s->alt = alt->easy ? env_text(e, alt) : NULL;
    if (info && own.x > 0 && n->box.w > 3 * DISC && n->box.h > 3 * DISC) arrange_print(n, e, p, info);
    else s->drawing = env_asset(e, p->file, n->box.w, n->box.h, false, 0xFFFFFFFFu, 0, &size);
}

/* ---- time */
static void init(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    s->playing = s->on = p->starts && !e->still && !e->attract && env_film(e, p->film);
    s->last_t = e->t;
}

static void finish(struct state *s) {
    s->playing = s->on = false;
    s->ms = 0;
}

/* Its sound can be turned on: never where the bar has turned all of it off. */
static bool has_ear(const struct props *p, const struct state *s, const struct env *e, const struct film_info *info) {
    return p->sound && info->sound > 0 && s->playing && s->ear_box.w > 0 && e->sound && !e->muted;
}
static bool is_heard(const struct props *p, const struct env *e) {
    struct value v = vars_get(e->vars, "film-sound");
    return v.kind == VALUE_WORD && str_eq(v.word, p->film);
}

/* Number of the picture that is due; the clock counts whole ms. */
static int64_t due(const struct state *s, const struct film_info *info) { return (int64_t)((s->ms + 0.5) * 1000 / info->step_us); }

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    const struct film_info *info = env_film(e, p->film);
    double gone = (e->t - s->last_t) * 1000;
    (void)fx;
    s->last_t = e->t;
    if (s->rim && !info) {                   /* it broke while it was shown */
        finish(s);
        e->relayout = true;
    }
    if (!info || e->attract) finish(s);
    if (!s->playing) return;
    s->ms += gone < 0 ? 0 : gone > GAP_MS ? GAP_MS : gone;
    if (s->ms >= info->ms && p->loop) s->ms = fmod(s->ms, info->ms);
    if (s->ms >= info->ms) { finish(s); return; }
    double next = (double)((due(s, info) + 1) * info->step_us) / 1000;
    env_wake_at(e, e->now + (int64_t)fmax(1, round(fmin(next, info->ms) - s->ms)));
    e->busy = true;
    if (!has_ear(p, s, e, info) || !is_heard(p, e)) return;
    e->film = p->film;
    e->film_at = (int)s->ms;
}

static void event(struct node *n, struct env *e, const struct node_event *ev, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    if (ev->kind != NODE_ACTIVATE) return;
    if (ev->item == ITEM_EAR) {
        effects_set(fx, "film-sound", (struct value){.kind = VALUE_WORD, .word = is_heard(p, e) ? "" : p->film});
        return;
    }
    effects_actions(fx, n, &node_common(n, e)->press);
    if (!s->rim || !env_film(e, p->film)) return;
    s->playing = !s->playing;
    s->on = true;
    s->last_t = e->t;
}

/* ---- drawing */
static void draw_caption(struct node *n, struct paint *pt, const struct props *p) {
    const struct state *s = n->state;
    const struct caption *c = p->captions.items;
    int i = p->captions.n - 1;
    while (i >= 0 && c[i].at * 1000 > s->ms) i--;
    if (i < 0 || !s->words || (c[i].lasts > 0 && s->ms >= (c[i].at + c[i].lasts) * 1000)) return;
    float h = para_h(&s->words[i], pt->env), y = s->cut.y + s->cut.h - BAR - h - 2 * CAPTION_PAD;
    paint_fill(pt, (struct box){s->cut.x, y, s->cut.w, h + 2 * CAPTION_PAD}, 0x06171CD0u);
    paint_para(pt, n, "caption", SEM_TEXT, &s->words[i], s->cut.x + 2 * CAPTION_PAD, y + CAPTION_PAD, 1);
}

static void draw_bar(struct paint *pt, const struct state *s, const struct film_info *info) {
    struct box b = {s->cut.x, s->cut.y + s->cut.h - BAR, s->cut.w, BAR};
    paint_fill(pt, b, 0x06171CC0u);
    b.w *= (float)(s->ms / info->ms);
    paint_fill(pt, b, 0xF5B335FFu);
}

static void draw_print(struct node *n, struct paint *pt, const struct props *p, const struct film_info *info) {
    const struct state *s = n->state;
    paint_picture(pt, s->rim, box_grow(n->box, PAPER_MARGIN), 1);
    struct ibox before = dlist_clip(pt->list, paint_px(pt, s->cut));
    paint_picture(pt, s->drawing, s->drawn, 1);
    if (s->on) {
        paint_film(pt, p->film, (int)(due(s, info) * info->step_us / 1000), s->shown);
        draw_caption(n, pt, p);
        draw_bar(pt, s, info);
    }
    dlist_unclip(pt->list, before);
    struct box d = disc_box();
    float x = n->box.x + n->box.w / 2, y = n->box.y + n->box.h / 2;
    if (!s->playing) paint_picture(pt, s->disc[n->pressed == ITEM_FILM], (struct box){x + d.x, y + d.y, d.w, d.h}, 1);
}

static void draw_ear(struct node *n, struct paint *pt, const struct props *p) {
    const struct state *s = n->state;
    bool on = is_heard(p, pt->env);
    paint_picture(pt, s->ear[on][n->pressed == ITEM_EAR], box_grow(s->ear_box, PAPER_MARGIN), 1);
    struct sem_item *it = paint_item(pt, n, "sound", ITEM_EAR, SEM_BUTTON, s->sound, s->ear_box, s->ear_box);
    if (!it) return;
    it->round = true;
    if (on) it->state |= SEM_SELECTED;
}

static void draw(struct node *n, struct paint *pt) {
    const struct props *p = node_props(n, pt->env);
    const struct state *s = n->state;
    const struct film_info *info = env_film(pt->env, p->film);
    if (!s->rim || !info) {
        paint_picture(pt, s->drawing, s->rim ? s->drawn : n->box, 1);
        bool press = node_common(n, pt->env)->press.n > 0;
        if (s->alt || press)
            paint_item(pt, n, NULL, 0, press ? SEM_BUTTON : SEM_PICTURE, s->alt, n->box, press ? n->box : (struct box){0, 0, 0, 0});
        return;
    }
    draw_print(n, pt, p, info);
    if (s->alt) paint_item(pt, n, "picture", -1, SEM_PICTURE, s->alt, n->box, (struct box){0, 0, 0, 0});
    paint_item(pt, n, NULL, ITEM_FILM, SEM_BUTTON, s->playing ? s->pause : s->play, n->box, n->box);
    if (has_ear(p, s, pt->env, info)) draw_ear(n, pt, p);
}

const struct element_kind ELEMENT_FILM = {
    .name = "film", .help = "A drawing, and a film that plays in its place where its file is there.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state),
    .load = load, .init = init, .measure = measure, .arrange = arrange, .tick = tick, .draw = draw, .event = event};
