/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/preview_draw.h>
#include <scene/layout.h>

static const rgba NIGHT = 0x06171CE8, SNOW = 0xF4EFE4FF, GOLD = 0xF5B335FF, RED = 0x8E2330F4, TAP = 0x35E0D0FF, DRAG = 0xFF6FB5FF;
static const char KEYS[] =
    "F1  these keys\nF2  language\nF3  screen: wide, upright, small\nF4  size of the letters\nF5  time: a second back\n"
    "F6  time: stand still, go on\nF7  time: a second on\nF8  what can be touched\nF9  order of the focus";

/* px per canvas unit, and the canvas' width in them */
static struct env canvas(const struct preview_pen *p) {
    struct env e = {0};
    layout_canvas(&e, p->list->screen.w, p->list->screen.h);
    return e;
}

/* Marks of emphasis are letters here: names of files hold them. */
static const char *plain(struct arena *a, const char *s) {
    struct sbuf b = {.arena = a};
    for (; *s; s++) {
        if (*s == '*' || *s == '_' || *s == '\\') sbuf_putc(&b, '\\');
        sbuf_putc(&b, *s);
    }
    return b.p ? b.p : "";
}

static bool set(struct preview_pen *p, const char *text, float units, rgba ink, float max_w, struct para *out) {
    float px = fmaxf(11, units * canvas(p).scale);      /* an author's notes may be smaller than what visitors read */
    struct text_style st = {.token = STYLE_LABEL, .px = px, .ink = ink, .text_scale = 1, .scale = px / STYLE_LEAST};
    return para_layout(p->arena, p->fonts, "en", plain(p->arena, text), &st, max_w, 0, out);
}

static void put(struct preview_pen *p, const struct para *t, int x, int y) {
    for (int i = 0; i < t->nruns; i++) {
        const struct text_run *r = &t->runs[i];
        const struct text_line *l = &t->lines[r->line];
        struct ibox box = {x + (int)r->x, y + (int)l->y, (int)ceilf(r->w), (int)ceilf(l->h)};
        dlist_text(p->list, box, (float)y + l->baseline, r->face, r->px, r->ink, r->text, r->len, r->rtl);
    }
}

static int px(const struct preview_pen *p, float units) { return (int)lroundf(units * canvas(p).scale); }

static struct ibox to_px(const struct preview_pen *p, struct box b) {
    int x = px(p, b.x), y = px(p, b.y);
    return (struct ibox){x, y, px(p, b.x + b.w) - x, px(p, b.y + b.h) - y};
}

static int top_layer(const struct semlist *s) {
    int top = 0;
    for (int i = 0; i < s->n; i++)
        if (s->v[i].layer > top) top = s->v[i].layer;
    return top;
}

void preview_boxes(struct preview_pen *p, const struct semlist *sem) {
    int top = top_layer(sem), t = px(p, 3) > 1 ? px(p, 3) : 1;
    for (int i = 0; i < sem->n; i++) {
        const struct sem_item *it = &sem->v[i];
        if (it->layer != top || it->hit.w <= 0) continue;
        struct ibox b = to_px(p, it->hit);
        rgba c = it->state & SEM_DISABLED ? SNOW : it->drags ? DRAG : TAP;
        dlist_fill(p->list, b, (c & 0xFFFFFF00u) | 0x28u);
        dlist_fill(p->list, (struct ibox){b.x, b.y, b.w, t}, c);
        dlist_fill(p->list, (struct ibox){b.x, b.y + b.h - t, b.w, t}, c);
        dlist_fill(p->list, (struct ibox){b.x, b.y + t, t, b.h - 2 * t}, c);
        dlist_fill(p->list, (struct ibox){b.x + b.w - t, b.y + t, t, b.h - 2 * t}, c);
    }
}

void preview_order(struct preview_pen *p, const struct semlist *sem) {
    int top = top_layer(sem), count = 0, pad = px(p, 10);
    for (int i = 0; i < sem->n; i++) {
        const struct sem_item *it = &sem->v[i];
        if (!it->focusable || !it->node || it->layer != top || it->state & SEM_DISABLED) continue;
        struct para t;
        const char *number = arena_printf(p->arena, "%d", ++count);
        if (!number || !set(p, number, 34, NIGHT | 0xFFu, 0, &t)) continue;
        struct ibox b = to_px(p, it->hit.w > 0 ? it->hit : it->box);
        dlist_fill(p->list, (struct ibox){b.x, b.y, (int)t.w + 2 * pad, (int)t.h}, GOLD);
        put(p, &t, b.x + pad, b.y);
    }
}

static void card(struct preview_pen *p, const struct para *t, int x, int y, int pad, rgba ground) {
    dlist_fill(p->list, (struct ibox){x, y, (int)t->w + 2 * pad, (int)t->h + 2 * pad}, ground);
    put(p, t, x + pad, y + pad);
}

void preview_note(struct preview_pen *p, const char *text) {
    struct para t;
    int pad = px(p, 16);
    if (!set(p, text, 30, SNOW, (float)(p->list->screen.w - 2 * pad), &t)) return;
    card(p, &t, (p->list->screen.w - (int)t.w) / 2 - pad, 0, pad, NIGHT);
}

void preview_fault(struct preview_pen *p, const char *line) {
    struct para t;
    int pad = px(p, 20), w = p->list->screen.w;
    if (!set(p, line, 30, SNOW, (float)(w - 2 * pad), &t)) return;
    int h = (int)t.h + 2 * pad, y = p->list->screen.h - h;
    dlist_fill(p->list, (struct ibox){0, y, w, h}, RED);
    put(p, &t, pad, y + pad);
}

void preview_list(struct preview_pen *p) {
    struct para t;
    int pad = px(p, 36);
    if (!set(p, KEYS, 36, SNOW, (float)p->list->screen.w * 0.9f, &t)) return;
    float w = 0;                         /* without alignment the lines begin at the left of max_w */
    for (int i = 0; i < t.nlines; i++) w = fmaxf(w, t.lines[i].w);
    t.w = w;
    card(p, &t, (p->list->screen.w - (int)t.w) / 2 - pad, (p->list->screen.h - (int)t.h) / 2 - pad, pad, NIGHT);
}
