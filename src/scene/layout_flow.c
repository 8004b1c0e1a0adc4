/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout_flow.c - rows, stacks and grids: how a slot or a group sets out its elements. Left to right; mirroring comes after. */
#include <math.h>
#include <scene/layout.h>

#define SMALL 8.0f   /* what is narrower than this part of a row begins no line of its own */

static bool is_row(const struct layout_flow *f) { return f->axis == SLOT_ROW || f->axis == SLOT_ROW_END; }
static int columns_of(const struct layout_flow *f) { return f->columns > 0 ? f->columns : 1; }
static float cell_w(const struct layout_flow *f, float w) {
    int n = columns_of(f);
    return fmaxf(1, (w - f->gap * (float)(n - 1)) / (float)n);
}

/* Wished size of one node; a side that the author wrote wins, as far as the place reaches. */
static struct vec2 node_wish(struct node *n, const struct layout_flow *f, struct env *e, float w) {
    const struct node_common *c = node_common(n, e);
    float most = fmaxf(w, f->reach), max_w = c->size.x > 0 ? fminf(c->size.x, most) : w;
    env_enter(e, n);
    struct vec2 s = n->kind->measure ? n->kind->measure(n, e, max_w) : (struct vec2){max_w, 0};
    if (c->size.x > 0) s.x = max_w;
    if (c->size.y > 0) s.y = c->size.y;
    return (struct vec2){fminf(s.x, fmaxf(w, max_w)), s.y};
}

static float node_least(struct node *n, struct env *e, float w, float wish) {
    if (!n->kind->least || node_common(n, e)->size.y > 0) return wish;
    env_enter(e, n);
    return fminf(wish, n->kind->least(n, e, w));
}

/* The next visible node at or after i, or n. */
static int next_visible(struct node *const *v, int n, int i) {
    while (i < n && !v[i]->visible) i++;
    return i;
}

/* Width of the small things right behind node i, or of those and of nodes of a fixed width too. */
static float behind(struct node *const *v, int n, int i, bool fixed_too, const struct layout_flow *f, struct env *e, float w) {
    float all = 0;
    for (int k = next_visible(v, n, i + 1); k < n; k = next_visible(v, n, k + 1)) {
        float fixed = node_common(v[k], e)->size.x, own = fixed > 0 ? fixed : node_wish(v[k], f, e, w).x;
        if (own * SMALL > w && !(fixed_too && fixed > 0)) break;
        all += f->gap + own;
    }
    return all;
}

/* Words in a row leave room for what of this stands behind them: where that makes them no taller, and always for small things. */
static struct vec2 wish_in_row(struct node *const *v, int n, int i, const struct layout_flow *f, struct env *e, float w) {
    struct vec2 all = node_wish(v[i], f, e, w);
    if (!v[i]->kind->least) return all;
    float both = behind(v, n, i, true, f, e, w), small = behind(v, n, i, false, f, e, w);
    if (all.x <= w - both) return all;
    struct vec2 less = both < w ? node_wish(v[i], f, e, w - both) : all;
    if (both < w && less.y <= all.y + .5f) return less;
    return all.x > w - small && small < w / 2 ? node_wish(v[i], f, e, w - small) : all;
}

/* One line of a flow: nodes first..end, its width and height. Sizes of the nodes go to their boxes. */
struct line { int first, end; float w, h; };

static struct line take_line(struct node *const *v, int n, int from, const struct layout_flow *f, struct env *e, float w) {
    struct line l = {.first = next_visible(v, n, from)};
    int most = is_row(f) ? n : f->axis == SLOT_GRID ? columns_of(f) : 1, count = 0;
    float cell = f->axis == SLOT_GRID ? cell_w(f, w) : w;
    for (l.end = l.first; l.end < n && count < most; l.end = next_visible(v, n, l.end + 1)) {
        struct node *c = v[l.end];
        struct vec2 s = is_row(f) ? wish_in_row(v, n, l.end, f, e, cell) : node_wish(c, f, e, cell);
        bool whole = f->axis == SLOT_GRID || (f->axis == SLOT_STACK && f->align == 0);
        if (whole && !c->kind->hugs && node_common(c, e)->size.x <= 0) s.x = cell;
        float wider = l.w + (count ? f->gap : 0) + s.x;
        if (is_row(f) && count && wider > w + 0.5f) break;
        c->box.w = s.x;
        c->box.h = s.y;
        l.w = wider;
        l.h = fmaxf(l.h, s.y);
        count++;
    }
    return l;
}

struct vec2 flow_measure(struct node *const *v, int n, const struct layout_flow *f, struct env *e, float w) {
    struct vec2 all = {0, 0};
    int lines = 0;
    for (int i = next_visible(v, n, 0); i < n; lines++) {
        struct line l = take_line(v, n, i, f, e, w);
        all.x = fmaxf(all.x, l.w);
        if (f->axis == SLOT_FILL) all.y = fmaxf(all.y, l.h);
        else all.y += l.h + (lines ? f->gap : 0);
        i = l.end;
    }
    return all;
}

/* Least height of a line whose nodes have been measured. */
static float line_least(struct node *const *v, const struct line *l, struct env *e) {
    float least = 0;
    for (int i = l->first; i < l->end; i++)
        if (v[i]->visible) least = fmaxf(least, node_least(v[i], e, v[i]->box.w, v[i]->box.h));
    return least;
}

float flow_least(struct node *const *v, int n, const struct layout_flow *f, struct env *e, float w) {
    float all = 0;
    int lines = 0;
    for (int i = next_visible(v, n, 0); i < n; lines++) {
        struct line l = take_line(v, n, i, f, e, w);
        all += line_least(v, &l, e) + (lines ? f->gap : 0);
        i = l.end;
    }
    return all;
}

/* Lowers the nodes of a line to h; those that cannot page stay as they are. Returns the line's new height. */
static float shorten_line(struct node *const *v, const struct line *l, struct env *e, float h) {
    float tallest = 0;
    for (int i = l->first; i < l->end; i++) {
        struct node *c = v[i];
        if (!c->visible) continue;
        if (c->box.h > h) c->box.h = fmaxf(h, node_least(c, e, c->box.w, c->box.h));
        tallest = fmaxf(tallest, c->box.h);
    }
    return tallest;
}

enum { LINES_MAX = 64 };

static int measure_lines(struct node *const *v, int n, const struct layout_flow *f, struct env *e, float w, struct line *lines,
                         float *total) {
    int count = 0;
    *total = 0;
    for (int i = next_visible(v, n, 0); i < n && count < LINES_MAX; count++) {
        lines[count] = take_line(v, n, i, f, e, w);
        *total += lines[count].h + (count ? f->gap : 0);
        i = lines[count].end;
    }
    return count;
}

static float start_x(const struct layout_flow *f, struct box area, float w) {
    int align = f->axis == SLOT_ROW_END ? 2 : f->axis == SLOT_GRID ? 0 : f->align;
    return area.x + (align == 2 ? area.w - w : align == 1 ? (area.w - w) / 2 : 0);
}

static void place_line(struct node *const *v, const struct line *l, const struct layout_flow *f, struct box area, float y) {
    float x = start_x(f, area, l->w);
    for (int i = l->first; i < l->end; i++) {
        struct node *c = v[i];
        if (!c->visible) continue;
        c->box.x = x;
        c->box.y = is_row(f) ? y + (l->h - c->box.h) / 2 : y;
        x += c->box.w + f->gap;
    }
}

/* Each over the other: what has a size of its own keeps it, at the area's corner. */
static struct box fill_all(struct node *const *v, int n, const struct layout_flow *f, struct env *e, struct box area) {
    for (int i = next_visible(v, n, 0); i < n; i = next_visible(v, n, i + 1)) {
        struct vec2 own = node_common(v[i], e)->size;
        v[i]->box = area;
        if (own.x <= 0 && own.y <= 0) continue;
        own = node_wish(v[i], f, e, area.w);
        v[i]->box.w = own.x;
        v[i]->box.h = own.y;
    }
    return next_visible(v, n, 0) < n ? area : (struct box){area.x, area.y, 0, 0};
}

struct box flow_place(struct node *const *v, int n, const struct layout_flow *f, struct env *e, struct box area) {
    struct line lines[LINES_MAX];
    float total, widest = 0;
    if (f->axis == SLOT_FILL) return fill_all(v, n, f, e, area);
    int count = measure_lines(v, n, f, e, area.w, lines, &total);
    for (int i = count - 1; i >= 0 && total > area.h + 0.5f; i--) {
        float h = shorten_line(v, &lines[i], e, fmaxf(0, lines[i].h - (total - area.h)));
        total -= lines[i].h - h;
        lines[i].h = h;
    }
    float y = area.y + (f->valign == 2 ? area.h - total : f->valign == 1 ? (area.h - total) / 2 : 0), top = y;
    for (int i = 0; i < count; i++) {
        place_line(v, &lines[i], f, area, y);
        y += lines[i].h + f->gap;
        widest = fmaxf(widest, lines[i].w);
    }
    return (struct box){start_x(f, area, widest), top, widest, count ? total : 0};
}
