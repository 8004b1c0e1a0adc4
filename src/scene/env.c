/* SPDX-License-Identifier: GPL-3.0-or-later */
/* env.c - what elements ask of their surroundings: texts, paragraphs, pictures. */
#include <math.h>
#include <scene/scene.h>
#include <string.h>
#include <text/pair.h>

const char *env_text_in(struct env *e, struct arena *a, const struct text_ref *t) {
    const char *first = message_text(a, &e->msg, t, e->more);
    return e->second.lang ? pair_join(a, first, message_text(a, &e->second, t, e->more)) : first;
}
const char *env_text(struct env *e, const struct text_ref *t) { return env_text_in(e, e->layout, t); }

static const char *say(const struct env *e, struct arena *a, struct msg_env m, bool second, const struct text_ref *t, const struct msg_arg *own, int n) {
    struct msg_arg *args = arena_array(a, struct msg_arg, m.nargs + n);
    if (!args) return "";
    for (int i = 0; i < n; i++) {
        const char *also;
        args[i] = own[i];
        args[i].word = pair_first(a, own[i].word, &also);
        if (second && also) args[i].word = also;
    }
    for (int i = 0; i < m.nargs; i++) args[n + i] = m.args[i];
    m.args = args;
    m.nargs += n;
    return message_text(a, &m, t, e->more);
}
const char *env_say(const struct env *e, struct arena *a, const struct text_ref *t, const struct msg_arg *own, int n) {
    const char *first = say(e, a, e->msg, false, t, own, n);
    return e->second.lang ? pair_join(a, first, say(e, a, e->second, true, t, own, n)) : first;
}

/* Words for env_say: bare numbers too, because every language writes them its own way. */
static const char *both(struct arena *a, const char *first, const char *second) {
    const char *text = arena_printf(a, "%s" PAIR_MARK "%s", first, second);
    return text ? text : first;
}
const char *env_number(const struct env *e, struct arena *a, double v, int decimals, const char *unit) {
    const char *first = message_number(a, &e->msg, v, decimals, unit);
    return e->second.lang ? both(a, first, message_number(a, &e->second, v, decimals, unit)) : first;
}
const char *env_value(const struct env *e, struct arena *a, const struct fact_value *v, bool qualified) {
    const char *first = message_value(a, &e->msg, v, qualified);
    return e->second.lang ? both(a, first, message_value(a, &e->second, v, qualified)) : first;
}
const char *env_word(struct env *e, const struct text_ref *t) { return message_text(e->layout, &e->msg, t, e->more); }

void env_enter(struct env *e, const struct node *n) {
    int pair = PAIR_AUTO;
    const struct node *at = n;
    while ((pair = node_common(at, e)->pair) == PAIR_AUTO && at->parent) at = at->parent;
    bool alone = pair == PAIR_FIRST;
    e->beside = pair == PAIR_BESIDE;
    while (at->parent) at = at->parent;
    e->spare = alone ? SPARE_ALL : pair == PAIR_BOTH ? SPARE_NONE : pair == PAIR_LINE ? SPARE_LINES : at->spare;
}

#define SMALLER 0.8f         /* letters of two languages that have no room at their own size */
static float smaller(const struct text_style *st) {
    float own = st->px > 0 ? st->px : style_size(st->token) * st->scale;
    return fmaxf(own * SMALLER, fminf(own, STYLE_LEAST * st->scale));
}

/* px: a text set in exactly its own width must not break because a float was rounded. */
#define ROUNDING 0.5f
bool env_para(struct env *e, const char *utf8, struct text_style style, float max_w, int page, struct para *out) {
    style.scale = e->scale;
    style.text_scale = e->text_scale > 0 ? e->text_scale : 1;
    style.alone |= e->spare >= (style_display(style.token) ? SPARE_ALL : style.token == STYLE_BUTTON ? SPARE_BUTTONS : SPARE_CAPTIONS);
    style.level |= e->beside;
    style.one_line |= e->spare >= SPARE_LINES;
    if (e->spare >= SPARE_SMALL && e->spare < SPARE_ALL && !style_display(style.token)) style.px = smaller(&style);
    /* the paragraph turns by its language; a canvas that is mirrored for a check turns it once more */
    if (e->rtl && !language_rtl(e->msg.lang) && style.align != ALIGN_CENTER)
        style.align = style.align == ALIGN_START ? ALIGN_END : ALIGN_START;
    return pair_layout(e->layout, e->fonts, e->msg.lang, e->second.lang, utf8 ? utf8 : "", &style, max_w * e->scale + ROUNDING, page, out);
}

struct vec2 env_asset_size(const struct env *e, const char *path) {
    for (int i = 0; path && e->scene && i < e->scene->nassets; i++)
        if (!strcmp(e->scene->assets[i].path, path)) return (struct vec2){e->scene->assets[i].info.w, e->scene->assets[i].info.h};
    return (struct vec2){0, 0};
}

const struct film_info *env_film(const struct env *e, const char *path) {
    for (int i = 0; path && e->scene && i < e->scene->nfilms; i++)
        if (!strcmp(e->scene->films[i].path, path)) return e->scene->films[i].info.ms > 0 ? &e->scene->films[i].info : NULL;
    return NULL;
}

struct vec2 env_asset_fit(const struct env *e, const char *path, struct vec2 size, float max_w) {
    struct vec2 own = env_asset_size(e, path);
    if (own.x <= 0 || own.y <= 0) return size;
    if (size.x > 0 && size.y > 0) return size;
    float w = size.x > 0 ? size.x : size.y > 0 ? size.y * own.x / own.y : own.x;
    if (w > max_w) w = max_w;
    return (struct vec2){w, w * own.y / own.x};
}

uint64_t env_asset(struct env *e, const char *path, float w, float h, bool flip, rgba mod, rgba tint, struct vec2 *size) {
    struct vec2 own = env_asset_size(e, path);
    *size = (struct vec2){0, 0};
    if (own.x <= 0 || own.y <= 0) return 0;
    if (w <= 0 && h <= 0) w = own.x, h = own.y;
    else if (w <= 0) w = h * own.x / own.y;
    else if (h <= 0) h = w * own.y / own.x;
    *size = (struct vec2){w, h};
    struct pic_spec spec = {.kind = PIC_ASSET, .w = px_of(w * e->scale), .h = px_of(h * e->scale), .path = path,
                            .flip = flip, .mod = mod, .tint = tint};
    return picset_add(e->pics, &spec);
}

/* The origin lies on a px, as paint_picture puts it there. */
uint64_t env_vec(struct env *e, const struct vec *v, struct box area, bool opaque) {
    float s = e->scale;
    struct pic_spec spec = {.kind = PIC_VEC, .w = px_of(ceilf(area.w * s - 0.01f)), .h = px_of(ceilf(area.h * s - 0.01f)), .vec = v,
                            .scale = s, .origin = {roundf(area.x * s) / s, roundf(area.y * s) / s}, .opaque = opaque};
    return picset_add(e->pics, &spec);
}
