/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_render_pixels.c - the same picture painted three times: whole, without letters, the letters alone. */
#include <command/check_render.h>
#include <command/lint_view.h>
#include <string.h>

#define HIDDEN 0.25f         /* share of a word's letters that may lie under something: snow that falls, a wire */
#define GONE 0.5f            /* but no whole letter: squares of an em */
#define STRUCK 0.5f          /* where a stroke crosses them out: half of each word can still be read */
#define ROUNDING 0.05f

static struct view *view_of(struct render *r, const struct frame *f, int shape) {
    struct view_options vo = {.kind = VIEW_BUFFER, .w = f->list->screen.w, .h = f->list->screen.h, .pack_cache = r->s->pack_cache,
                              .user_cache = r->s->user_cache, .allow_svg = true};
    if (!r->view[shape]) r->view[shape] = r->s->host->view_open(r->s->host->ctx, &vo, r->d);
    return r->view[shape];
}

/* A copy of what the list looks like, without gaps between the rows. */
static const uint32_t *painted(struct render *r, struct view *v, const struct frame *f, const struct dlist *l) {
    const struct host *h = r->s->host;
    struct frame g = *f;
    int w = 0, rows = 0, stride = 0;
    g.list = l;
    const uint32_t *px = h->view_show(v, &g) ? h->view_pixels(v, &w, &rows, &stride) : NULL;
    uint32_t *out = px && w == l->screen.w && rows == l->screen.h ? arena_alloc(&r->frame, sizeof *out * (size_t)w * (size_t)rows) : NULL;
    for (int y = 0; out && y < rows; y++) memcpy(out + (size_t)y * (size_t)w, (const char *)px + (size_t)y * (size_t)stride, sizeof *out * (size_t)w);
    return out;
}

/* em: size of the letters in px */
static bool covered(const struct lint_look *look, bool struck, float em) {
    return look->hidden > (struck ? STRUCK : HIDDEN) || (!struck && look->gone >= GONE * em * em);
}

static void judge(struct render *r, struct lint_pixels *px, const struct lint_ink *v, int n, float scale, const struct lint_case *at) {
    for (int i = 0; i < n; i++) {
        px->shift = 8 * v[i].channel;
        struct lint_look look = lint_look(px, v[i].box, v[i].ink);
        struct lint_fault fault = {.rule = LINT_COVERED, .of = v[i].of, .id = v[i].id, .measure = look.hidden * 100};
        if (look.samples == 0) continue;
        if (covered(&look, v[i].struck, v[i].px * scale)) { lint_report_add(r->report, at, &fault); continue; }
        if (look.contrast >= lint_needed(v[i].px, v[i].bold) - ROUNDING) continue;
        fault.rule = LINT_CONTRAST;
        fault.measure = look.contrast;
        lint_report_add(r->report, at, &fault);
    }
}

void render_pixels(struct render *r, const struct frame *f, const struct lint_case *at, const char *png) {
    struct view *v = view_of(r, f, at->shape);
    struct dlist bare, mask;
    int n;
    arena_reset(&r->frame);
    struct lint_ink *inks = lint_inks(&r->frame, f, &n);
    if (!v || !inks || !lint_parts(&r->frame, f, inks, n, &bare, &mask)) return;
    struct lint_pixels px = {.w = f->list->screen.w, .h = f->list->screen.h, .stride = f->list->screen.w};
    px.mask = painted(r, v, f, &mask);
    px.bare = painted(r, v, f, &bare);
    px.full = painted(r, v, f, f->list);
    if (png && !r->s->host->view_png(v, png)) diag_error(r->d, (struct pos){0}, "'%s' cannot be written", png);
    if (px.mask && px.bare && px.full) judge(r, &px, inks, n, lint_scale(f), at);
    r->painted++;
}
