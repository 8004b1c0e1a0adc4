/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paint.c - from canvas units to the display list, and from what is drawn to what can be perceived. */
#include <math.h>
#include <scene/element.h>
#include <text/pair.h>

struct ibox paint_px(const struct paint *p, struct box b) {
    float s = p->env->scale;
    int x0 = px_of((b.x + p->ox) * s), y0 = px_of((b.y + p->oy) * s);
    int x1 = px_of((b.x + b.w + p->ox) * s), y1 = px_of((b.y + b.h + p->oy) * s);
    return (struct ibox){x0, y0, x1 - x0, y1 - y0};
}

/* Pictures are never scaled: the size is the wish's own. */
void paint_picture(struct paint *p, uint64_t key, struct box b, float alpha) {
    const struct pic_spec *spec = key ? picset_find(p->env->pics, key) : NULL;
    if (!spec) return;
    struct ibox px = paint_px(p, b);
    dlist_picture(p->list, key, (struct ibox){px.x, px.y, spec->w, spec->h}, alpha);
}

void paint_film(struct paint *p, const char *path, int at, struct box b) {
    float s = p->env->scale;
    struct ibox px = paint_px(p, b);
    dlist_film(p->list, path, at, (struct ibox){px.x, px.y, px_of(b.w * s), px_of(b.h * s)}, 1);
}

void paint_fill(struct paint *p, struct box b, rgba color) { dlist_fill(p->list, paint_px(p, b), color); }

static const char *item_id(struct paint *p, const struct node *n, const char *part) {
    const char *id = n->common[0].id ? n->common[0].id : n->kind->name;
    return part ? arena_printf(p->sem->arena, "%s/%s", id, part) : id;
}

static struct box moved(const struct paint *p, struct box b) { return (struct box){b.x + p->ox, b.y + p->oy, b.w, b.h}; }

struct sem_item *paint_item(struct paint *p, struct node *n, const char *part, int item, enum sem_role role, const char *label,
                            struct box box, struct box hit) {
    struct sem_item it = {.id = item_id(p, n, part), .role = role, .box = moved(p, box), .node = n, .item = item, .layer = p->env->layer};
    it.label = pair_first(p->sem->arena, label, &it.also);
    if (hit.w > 0) {
        it.hit = moved(p, hit);
        it.focusable = true;
        if (n->pressed == item) it.state |= SEM_PRESSED;
        if (n->focused == item) it.state |= SEM_FOCUSED;
    }
    return sem_add(p->sem, &it);
}

/* The box that the lines cover. */
static struct box lines_box(const struct para *para, float x, float y, float scale) {
    float x0 = 0, x1 = 0;
    for (int i = 0; i < para->nlines; i++) {
        const struct text_line *l = &para->lines[i];
        if (i == 0 || l->x < x0) x0 = l->x;
        if (i == 0 || l->x + l->w > x1) x1 = l->x + l->w;
    }
    return (struct box){x + x0 / scale, y, (x1 - x0) / scale, para->h / scale};
}

struct sem_item *paint_para(struct paint *p, struct node *n, const char *part, enum sem_role role, const struct para *para,
                            float x, float y, float alpha) {
    float s = p->env->scale;
    int px = px_of((x + p->ox) * s), py = px_of((y + p->oy) * s);
    uint8_t before = dlist_fade(p->list, alpha);
    for (int i = 0; i < para->nruns; i++) {
        const struct text_run *r = &para->runs[i];
        const struct text_line *l = &para->lines[r->line];
        struct ibox box = {px + px_of(r->x), py + px_of(l->y), px_of(ceilf(r->w)), px_of(ceilf(l->h))};
        dlist_text(p->list, box, (float)py + l->baseline, r->face, r->px, r->ink, r->text, r->len, r->rtl);
    }
    p->list->fade = before;
    struct sem_item *it = paint_item(p, n, part, 0, role, para->text, lines_box(para, x, y, s), (struct box){0, 0, 0, 0});
    if (!it) return NULL;
    it->para = para;
    it->also = para->also;
    it->para_at = (struct vec2){x + p->ox, y + p->oy};
    return it;
}
