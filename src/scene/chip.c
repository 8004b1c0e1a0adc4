/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/chip.h>
#include <draw/paper.h>

#define INK_PLATE 0x06171CFFu

float para_left(const struct para *p, const struct env *e) {
    float x = p->nlines ? p->lines[0].x : 0;
    for (int i = 1; i < p->nlines; i++) x = fminf(x, p->lines[i].x);
    return x / e->scale;
}

float para_kept(const struct para *p, const struct node *n, const struct env *e) {
    return e->rtl && node_common(n, e)->keep_side ? -para_left(p, e) : 0;
}

bool safe_para(struct env *e, const char *utf8, struct text_style style, float max_w, struct para *out) {
    bool ok = env_para(e, utf8, style, max_w, 0, out);
    if (!ok) *out = (struct para){0};
    return ok;
}

bool frame_para(struct env *e, const char *utf8, struct text_style style, float max_w, struct para *out) {
    struct arena *layout = e->layout;
    e->layout = e->frame;
    bool ok = safe_para(e, utf8, style, max_w, out);
    e->layout = layout;
    return ok;
}

static uint64_t chip_picture(struct env *e, float w, float h, enum chip_shape shape, rgba fill, float margin) {
    struct vec v;
    vec_begin(&v, e->layout);
    struct box b = {0, 0, w, h};
    if (shape == CHIP_PILL) paper_pill(&v, b, fill);
    else {
        vec_group(&v);
        vec_rrect(&v, b, fminf(20, h / 2));
        vec_fill(&v, fill);
        vec_shadow_end(&v, 0, 0, 6, rgba_alpha(INK_PLATE, .5f));
    }
    return env_vec(e, &v, box_grow(b, margin), false);
}

void chip_make(struct chip *c, struct env *e, const char *text, struct text_style style, enum chip_shape shape, rgba fill,
               float max_w) {
    *c = (struct chip){.margin = shape == CHIP_PILL ? PAPER_MARGIN : 16};
    if (!text || !*text) return;
    float px = (style.px > 0 ? style.px / e->scale : style_size(style.token)) * style_growth(style.token, e->text_scale);
    float pad_x = shape == CHIP_PILL ? px * .9f : 14, pad_y = shape == CHIP_PILL ? px * .4f : 5;
    style.smaller = true;
    if (!safe_para(e, text, style, max_w - 2 * pad_x, &c->para)) return;
    c->w = ceilf(para_w(&c->para, e) + 2 * pad_x);
    c->h = ceilf(para_h(&c->para, e) + 2 * pad_y);
    c->text = (struct vec2){pad_x - para_left(&c->para, e), pad_y};
    c->key = chip_picture(e, c->w, c->h, shape, fill, c->margin);
}

struct sem_item *chip_draw(const struct chip *c, struct paint *p, struct node *n, const char *part, enum sem_role role,
                           float x, float y, float alpha) {
    if (c->w <= 0) return NULL;
    paint_picture(p, c->key, box_grow((struct box){x, y, c->w, c->h}, c->margin), alpha);
    return paint_para(p, n, part, role, &c->para, x + c->text.x, y + c->text.y, alpha);
}
