/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_render_seen.c - which elements that speak were on a picture. What none of the states shows, no rule has looked at. */
#include <command/check_render.h>
#include <string.h>

static bool same(struct pos a, struct pos b) { return a.line == b.line && a.col == b.col && str_eq(a.file, b.file); }
static bool before(struct pos a, struct pos b) { return a.line < b.line || (a.line == b.line && a.col <= b.col); }

/* The scene of the frame was read for its own session: the same element is the one written in the same place. */
void render_mark(struct render *r, const struct frame *f) {
    for (int i = 0; r->seen && i < f->sem->n; i++) {
        const struct node *n = f->sem->v[i].node;
        for (int k = 0; n && k < r->scene->nall; k++)
            if (!r->seen[k] && same(r->scene->all[k]->pos, n->pos)) { r->seen[k] = true; break; }
    }
}

/* The element that a text is written in: the last one that begins before it. -1 = it is the scene's own. */
static int speaker(const struct scene *s, struct pos at) {
    int best = -1;
    for (int i = 0; i < s->nall; i++)
        if (before(s->all[i]->pos, at) && (best < 0 || before(s->all[best]->pos, s->all[i]->pos))) best = i;
    return best;
}

/* Shown by what the site is, and not by anything a visitor does: no state can bring it about. */
static bool of_the_site(const struct node *n) {
    static const char *const NAMES[] = {"calibrated", "second-language", "film-sound"};
    for (; n; n = n->parent)
        for (int variant = 0; variant < 2; variant++)
            for (int i = 0; i < n->common[variant].visible_if.n; i++) {
                const char *var = n->common[variant].visible_if.v[i].var;
                for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++)
                    if (str_eq(var, NAMES[k]) || scene_call_word(var)) return true;
            }
    return false;
}

void render_unseen(struct render *r) {
    const struct scene *s = r->scene;
    for (int i = 0; r->seen && i < s->nrefs; i++) {
        int at = s->refs[i].type == FIELD_TEXT ? speaker(s, s->refs[i].text.pos) : -1;
        if (at < 0 || r->seen[at] || of_the_site(s->all[at])) continue;
        r->seen[at] = true;                          /* said once */
        struct pos pos = {arena_str(r->d->arena, s->all[at]->pos.file), s->all[at]->pos.line, s->all[at]->pos.col};
        diag_warn(r->d, pos, "element '%s' is seen in no state (name one that shows it in 'states:', then it is looked at)", s->all[at]->common[0].id);
    }
}
