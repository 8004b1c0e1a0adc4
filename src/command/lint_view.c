/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <command/lint_view.h>
#include <content/pseudo.h>
#include <draw/paper.h>
#include <scene/layout.h>
#include <stdlib.h>
#include <string.h>

#define CAP 0.74f            /* letters above and below the baseline, in their size: capitals, descenders */
#define DEEP 0.2f
#define CAP_HAN 0.82f
#define DEEP_HAN 0.06f
#define FADING 0.9f          /* fainter letters are on their way in or out */

float lint_scale(const struct frame *f) {
    struct env e = {0};
    layout_canvas(&e, f->list->screen.w, f->list->screen.h);
    return e.scale > 0 ? e.scale : 1;
}

static int top_layer(const struct semlist *s) {
    int top = 0;
    for (int i = 0; i < s->n; i++)
        if (s->v[i].layer > top) top = s->v[i].layer;
    return top;
}

/* ---- owners */
/* A card that a touch opens; no touch goes through it. */
static bool is_card(const struct node *n) {
    if (str_eq(n->kind->name, "callout")) return true;
    const struct yval *when = str_eq(n->kind->name, "group") && n->map && yaml_get(n->map, "plate") ? yaml_get(n->map, "visible-if") : NULL;
    return when && when->kind == YAML_MAP && !yaml_get(when, "text-size");
}

static const struct lint_owner *owner(struct arena *a, const struct node *n) {
    struct lint_owner *first = NULL, **to = &first;
    for (; n; n = n->parent) {
        struct lint_owner *o = arena_new(a, struct lint_owner);
        if (!o) break;
        *o = (struct lint_owner){.node = n, .card = is_card(n), .pos = n->pos};
        *to = o;
        to = (struct lint_owner **)&o->parent;
    }
    return first;
}

/* One for each node, so that owners may be compared. */
struct owners { struct arena *a; const struct lint_owner **v; int n, cap; };
static const struct lint_owner *owner_of(struct owners *all, const struct node *n) {
    if (!n) return NULL;
    for (int i = 0; i < all->n; i++)
        if (all->v[i]->node == n) return all->v[i];
    if (all->n == all->cap) return NULL;
    return all->v[all->n++] = owner(all->a, n);
}

/* ---- letters */

static bool same_run(const struct draw_cmd *c, const struct text_run *r, int x, int y) {
    return c->kind == DRAW_TEXT && c->box.x == x && c->box.y == y && c->len == r->len && c->face == r->face && !memcmp(c->text, r->text, r->len);
}
/* The first command from `from` on that draws the run: one whose ink turns half-way is drawn by two. -1 = there is none. */
static int run_cmd(const struct frame *f, float scale, const struct sem_item *it, const struct text_run *r, int from) {
    int x = px_of(it->para_at.x * scale) + px_of(r->x);
    int y = px_of(it->para_at.y * scale) + px_of(it->para->lines[r->line].y);
    for (int i = from; i < f->list->n; i++)
        if (same_run(&f->list->cmds[i], r, x, y)) return i;
    return -1;
}

static bool cjk(int face) { return face >= FACE_SC_BOLD && face <= FACE_JP; }
static bool blank(const struct text_run *r) {
    for (size_t i = 0; i < r->len; i++)
        if (r->text[i] != ' ' && r->text[i] != '\n') return false;
    return true;
}

/* Figures stand on the baseline. */
static bool figures(const struct draw_cmd *c) {
    for (size_t i = 0; i < c->len; i++)
        if ((c->text[i] < '0' || c->text[i] > '9') && c->text[i] != ' ') return false;
    return true;
}

static struct box letters(const struct draw_cmd *c, float scale) {
    float up = c->px * (cjk(c->face) ? CAP_HAN : CAP), down = figures(c) ? 0 : c->px * (cjk(c->face) ? DEEP_HAN : DEEP);
    return (struct box){(float)c->box.x / scale, (c->baseline - up) / scale, (float)c->box.w / scale, (up + down) / scale};
}

static void join(struct box *to, struct box b) {
    if (to->w <= 0) { *to = b; return; }
    float x1 = fmaxf(to->x + to->w, b.x + b.w), y1 = fmaxf(to->y + to->h, b.y + b.h);
    to->x = fminf(to->x, b.x);
    to->y = fminf(to->y, b.y);
    to->w = x1 - to->x;
    to->h = y1 - to->y;
}

/* How much of a box a window cuts away; the edge of the screen is another matter. */
static float cut_away(struct box b, const struct draw_cmd *c, const struct dlist *l, float scale) {
    float x0 = (float)c->clip.x / scale, y0 = (float)c->clip.y / scale;
    float x1 = (float)(c->clip.x + c->clip.w) / scale, y1 = (float)(c->clip.y + c->clip.h) / scale, d = 0;
    if (c->clip.x > 0) d = fmaxf(d, x0 - b.x);
    if (c->clip.y > 0) d = fmaxf(d, y0 - b.y);
    if (c->clip.x + c->clip.w < l->screen.w) d = fmaxf(d, b.x + b.w - x1);
    if (c->clip.y + c->clip.h < l->screen.h) d = fmaxf(d, b.y + b.h - y1);
    return d;
}

static int solid(const char *s, size_t n) {
    int count = 0;
    for (size_t i = 0; i < n;) {
        uint32_t c = utf8_next(s, n, &i);
        count += c > ' ' && c != 0xA0 && c != 0x200B && c != 0x00AD && c != 0x3000;
    }
    return count;
}

/* The page is numbered: a touch shows the next one. */
static bool pager(const struct semlist *s, const struct sem_item *it) {
    for (int i = 0; i < s->n; i++)
        if (s->v[i].node == it->node && s->v[i].id && strstr(s->v[i].id, "/page")) return true;
    return false;
}

static bool words_cut(const struct semlist *s, const struct sem_item *it) {
    const struct para *p = it->para;
    if (p->pages > 1) return !pager(s, it);
    int drawn = 0;
    for (int i = 0; i < p->nruns; i++) drawn += solid(p->runs[i].text, p->runs[i].len);
    return p->overflow || drawn < solid(p->text, strlen(p->text));
}

/* The picture just below the letters that they lie in: their plate. Its shadow's margin is taken off. */
static struct box plate_of(const struct dlist *l, int order, struct box b, float scale, float canvas, int *at) {
    for (int i = order - 1; i >= 0; i--) {
        *at = i;
        const struct draw_cmd *c = &l->cmds[i];
        if (c->kind == DRAW_TEXT) continue;
        float m = c->kind == DRAW_PICTURE ? PAPER_MARGIN : 0, s = 1 / scale;
        struct box p = {(float)c->box.x * s + m, (float)c->box.y * s + m, (float)c->box.w * s - 2 * m, (float)c->box.h * s - 2 * m};
        if (p.w * p.h > canvas * 0.75f) return (struct box){0, 0, 0, 0};
        if (p.x <= b.x && p.y <= b.y && p.x + p.w >= b.x + b.w && p.y + p.h >= b.y + b.h) return p;
    }
    return (struct box){0, 0, 0, 0};
}

static bool is_foreign(const struct sem_item *it) {
    static const char *const KINDS[] = {"languages", "source", "source-list"};
    if (it->role == SEM_LANGUAGE) return true;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_eq(it->node->kind->name, KINDS[i])) return true;
    return false;
}

static bool is_nav(const struct node *n) { return str_eq(n->kind->name, "nav"); }

/* False when nothing of it is drawn now. */
static bool text_of(struct arena *a, const struct frame *f, const struct sem_item *it, float scale, struct lint_text *t) {
    struct box *lines = arena_array(a, struct box, it->para->nlines + 1);
    int n = 0, line = -1;
    for (int i = 0; lines && i < it->para->nruns; i++) {
        const struct text_run *r = &it->para->runs[i];
        int order = blank(r) ? -1 : run_cmd(f, scale, it, r, 0);
        const struct draw_cmd *c = order < 0 ? NULL : &f->list->cmds[order];
        if (!c || (float)c->alpha / 255 < FADING) continue;
        struct box b = letters(c, scale);
        if (r->line != line) { lines[n++] = b; line = r->line; } else join(&lines[n - 1], b);
        join(&t->box, b);
        t->px = t->px > 0 ? fminf(t->px, c->px / scale) : c->px / scale;
        t->order = order;
        if (run_cmd(f, scale, it, r, order + 1) < 0) t->clipped = fmaxf(t->clipped, cut_away(b, c, f->list, scale));
    }
    t->lines = lines;
    t->nlines = n;
    return n > 0;
}

static bool gold(const struct node *n) {
    const struct yval *look = str_eq(n->kind->name, "button") && n->map ? yaml_get(n->map, "look") : NULL;
    return look && look->kind == YAML_SCALAR && str_eq(look->text, "prim");
}
static bool is_main(const struct sem_item *it) {
    return gold(it->node) || (is_nav(it->node) && it->id && strstr(it->id, "/next"));
}

/* On its way: a track holds it, or what it belongs to, off its place. */
static bool away(const struct node *n) {
    for (; n; n = n->parent)
        for (int i = TRACK_X; i <= TRACK_Y; i++)
            if (n->anim.has[i] && fabsf(n->anim.v[i]) > 1) return true;
    return false;
}

bool lint_view(struct arena *a, const struct frame *f, unsigned how, struct lint_frame *out) {
    const struct semlist *s = f->sem;
    float scale = lint_scale(f);
    int top = top_layer(s);
    struct owners all = {a, arena_array(a, const struct lint_owner *, s->n + 1), 0, s->n + 1};
    struct lint_text *t = arena_array(a, struct lint_text, s->n + 1);
    struct lint_target *c = arena_array(a, struct lint_target, s->n + 1);
    *out = (struct lint_frame){.w = (float)f->list->screen.w / scale, .h = (float)f->list->screen.h / scale, .texts = t, .targets = c,
                               .pixel = 1 / scale, .more = how & LINT_VIEW_MORE, .pair = how & LINT_VIEW_PAIR};
    out->floor = out->h;
    const char *name = language_name(a, f->language);
    out->latin = !name || lint_latin(name);
    out->bracketed = pseudo_of(f->language) == PSEUDO_ACCENTS;
    if (!t || !c || !all.v) return false;
    for (int i = 0; i < s->n; i++) {
        const struct sem_item *it = &s->v[i];
        if (it->layer != top || !it->node || ((how & LINT_VIEW_MOVING) && away(it->node))) continue;
        const struct lint_owner *of = owner_of(&all, it->node);
        if (is_nav(it->node)) out->floor = fminf(out->floor, it->node->box.y);
        if (it->hit.w > 0)
            c[out->ntargets++] = (struct lint_target){it->id, of, it->hit, it->box, it->round, is_main(it), it->drags || it->role == SEM_HANDLE,
                                                        it->role == SEM_CHOICE ? it->label : NULL};
        if (!it->para || !text_of(a, f, it, scale, &t[out->ntexts])) continue;
        struct lint_text *x = &t[out->ntexts++];
        x->id = it->id;
        x->of = of;
        x->words = it->para->text ? it->para->text : "";
        x->plate = plate_of(f->list, x->order, x->box, scale, out->w * out->h, &x->plate_order);
        x->cut = words_cut(s, it);
        x->missing = it->para->missing;
        x->both = it->para->both;
        x->foreign = is_foreign(it);
        x->bar = is_nav(it->node);
    }
    return !a->failed;
}

/* ---- letters for the rules on pixels */
static bool bold(int face) {
    return face == FACE_DISPLAY || face == FACE_DISPLAY_X || face == FACE_BOLD || face == FACE_SC_BOLD ||
           face == FACE_KR_BOLD || face == FACE_JP_BOLD || face == FACE_ARABIC_BOLD || (face >= FACE_COUNT && (face - FACE_COUNT) % 2);
}

static bool moving(const struct node *n) {
    for (; n; n = n->parent)
        if (n->anim.has[TRACK_ALPHA] && n->anim.v[TRACK_ALPHA] < 0.98f) return true;
    return false;
}

static bool on_card(const struct lint_owner *of) {
    while (of && !of->card) of = of->parent;
    return of != NULL;
}

/* A card that was opened lies there: what is under it is seen again when it is closed. */
static bool under_card(const struct semlist *s, int top, struct box b) {
    for (int i = 0; i < s->n; i++) {
        const struct sem_item *c = &s->v[i];
        if (c->layer != top || !c->node || c->hit.w <= 0 || !is_card(c->node)) continue;
        if (b.x < c->hit.x + c->hit.w && b.x + b.w > c->hit.x && b.y < c->hit.y + c->hit.h && b.y + b.h > c->hit.y) return true;
    }
    return false;
}

/* Where a window cuts the letters, its very edge belongs to neither side. */
static struct ibox inside(const struct draw_cmd *c) {
    enum { RIM = 8 };
    struct ibox s = ibox_and(c->box, c->clip);
    int left = s.x > c->box.x ? RIM : 0, right = s.x + s.w < c->box.x + c->box.w ? RIM : 0;
    return (struct ibox){s.x + left, s.y, s.w - left - right, s.h};
}

struct lint_ink *lint_inks(struct arena *a, const struct frame *f, int *n) {
    const struct semlist *s = f->sem;
    float scale = lint_scale(f);
    int top = top_layer(s), runs = 0;
    struct owners all = {a, arena_array(a, const struct lint_owner *, s->n + 1), 0, s->n + 1};
    for (int i = 0; i < s->n; i++) runs += s->v[i].para ? s->v[i].para->nruns : 0;
    runs += f->list->n;
    struct lint_ink *v = arena_array(a, struct lint_ink, runs + 1);
    *n = 0;
    for (int i = 0; v && all.v && i < s->n; i++) {
        const struct sem_item *it = &s->v[i];
        if (it->layer != top || !it->para || !it->node || (it->state & SEM_DISABLED) || moving(it->node)) continue;
        const struct lint_owner *of = owner_of(&all, it->node);
        for (int k = 0; k < it->para->nruns; k++) {
            const struct text_run *r = &it->para->runs[k];
            for (int at = blank(r) ? -1 : run_cmd(f, scale, it, r, 0); at >= 0 && *n < runs; at = run_cmd(f, scale, it, r, at + 1)) {
                const struct draw_cmd *c = &f->list->cmds[at];
                struct box b = letters(c, scale);
                if ((float)c->alpha / 255 < FADING || (of && !on_card(of) && under_card(s, top, b))) continue;
                v[(*n)++] = (struct lint_ink){it->id, of, inside(c), rgba_alpha(c->color, (float)(c->color & 255u) / 255 * (float)c->alpha / 255),
                                              c->px / scale, bold(c->face), (it->state & SEM_STRUCK) != 0, at, 0};
            }
        }
    }
    return v;
}

/* The first colour that no earlier letters in the same place have, or right beside it: a letter may reach over into a full stop
 * of another ink. */
static int free_channel(const struct lint_ink *v, int i) {
    enum { REACH = 4 };
    struct ibox own = v[i].box;
    own.x -= REACH, own.w += 2 * REACH;
    bool taken[3] = {false};
    for (int k = 0; k < i; k++)
        if (!ibox_empty(ibox_and(v[k].box, own))) taken[v[k].channel] = true;
    return !taken[0] ? 0 : !taken[1] ? 1 : 2;
}

bool lint_parts(struct arena *a, const struct frame *f, struct lint_ink *v, int n, struct dlist *bare, struct dlist *mask) {
    static const rgba COLORS[3] = {0x0000FFFFu, 0x00FF00FFu, 0xFF0000FFu};
    const struct dlist *in = f->list;
    bool *taken = arena_array(a, bool, in->n + 1);
    *bare = *mask = *in;
    bare->n = mask->n = 0;
    bare->cmds = arena_array(a, struct draw_cmd, in->n + 1);
    mask->cmds = arena_array(a, struct draw_cmd, n + 1);
    if (!taken || !bare->cmds || !mask->cmds) return false;
    mask->cmds[mask->n++] = (struct draw_cmd){.kind = DRAW_FILL, .alpha = 255, .box = in->screen, .clip = in->screen, .color = 0x000000FFu};
    for (int i = 0; i < n; i++) {
        v[i].channel = free_channel(v, i);
        taken[v[i].cmd] = true;
        struct draw_cmd *c = &mask->cmds[mask->n++];
        *c = in->cmds[v[i].cmd];
        c->color = COLORS[v[i].channel];
        c->alpha = 255;
    }
    for (int i = 0; i < in->n; i++)
        if (!taken[i]) bare->cmds[bare->n++] = in->cmds[i];
    return true;
}
