/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lint_report.c - the same fault in several pictures is one line that names them. */
#include <command/lint.h>
#include <string.h>

struct entry {
    enum lint_rule rule;
    struct pos pos;
    const char *id, *other;
    float worst;
    bool seen[LINT_LANGS][LINT_SIZES][LINT_SHAPES], state[LINT_STATES], placed;
    struct entry *next;
};
struct lint_report { struct arena *a; const struct lint_names *names; struct entry *first, **end; };

/* %m: the worst measure, %o: the other one. least: the smaller the worse. */
struct row { const char *what, *todo; bool least; };
static const struct row ROWS[LINT_RULES] = {
    [LINT_CUT] = {"some of its words are cut off", "give them more room, fewer words, or more lines"},
    [LINT_CLIPPED] = {"what holds it clips %m px of its words", "move it, or make its window larger"},
    [LINT_OFF_SCREEN] = {"its words leave the screen by %m px", "move it, or give it a width"},
    [LINT_UNDER_BAR] = {"its words reach %m px into the bar below", "move it up, or give it fewer words"},
    [LINT_COVERED] = {"something drawn over it hides %m % of its words", "move one of them, or draw it later"},
    [LINT_TEXT_ON_TEXT] = {"its words lie on those of '%o' (%m px)", "move one of them, or hide it at this text size"},
    [LINT_TEXT_ON_CONTROL] = {"its words reach %m px into the control '%o'", "move one of them"},
    [LINT_GLYPHS] = {"some letters are in no font", "write them otherwise, or add a font to assets/fonts"},
    [LINT_RAW] = {"a placeholder was not filled in: \"%o\"", "correct the name in its braces"},
    [LINT_ENGLISH] = {"shows English: \"%o\"", "translate it in locales/"},
    [LINT_ALONE] = {"shows one language of two: \"%o\"", "give it more room, or let it turn pages"},
    [LINT_LONG] = {"%m words on one card", "60 at most, 120 under more: say less"},
    [LINT_TINY] = {"some of its letters are of only %m px", "28 at least: give it more room, fewer words, or more lines", true},
    [LINT_SMALL] = {"reacts to touch on %m px only", "15 mm are 61 px: make it larger", true},
    [LINT_SMALL_MAIN] = {"the main control reacts to touch on %m px only", "20 mm are 81 px: make it larger", true},
    [LINT_AWAY] = {"cannot be touched: it lies beyond the screen", "move it in, or give it a place of its own in 'portrait:'"},
    [LINT_SAME] = {"two of its choices say the same: \"%o\"", "change one of them, or the number in it"},
    [LINT_TARGETS] = {"its touch area and that of '%o' share %m px", "move them apart"},
    [LINT_CONTRAST] = {"contrast of its words with what lies behind is %m:1", "4.5 are needed, 3 for large letters: darken the ground or change the ink", true},
    [LINT_UNREACHABLE] = {"nothing leads here from home", "name the scene in a chapter of scenes/journey.yaml, or in a goto"},
    [LINT_DEAD_END] = {"no touch leads back home", "add a nav element"}};

struct lint_report *lint_report_new(struct arena *a, const struct lint_names *names) {
    struct lint_report *r = arena_new(a, struct lint_report);
    if (r) *r = (struct lint_report){.a = a, .names = names, .end = &r->first};
    return r;
}

static bool same_pos(struct pos a, struct pos b) { return a.line == b.line && a.col == b.col && str_eq(a.file, b.file); }

static struct entry *entry_of(struct lint_report *r, const struct lint_fault *f, struct pos pos) {
    for (struct entry *e = r->first; e; e = e->next)
        if (e->rule == f->rule && same_pos(e->pos, pos) && str_eq(e->id, f->id) && (f->rule == LINT_ENGLISH || f->rule == LINT_ALONE || str_eq(e->other, f->other))) return e;
    struct entry *e = arena_new(r->a, struct entry);
    if (!e) return NULL;
    e->rule = f->rule;
    e->pos = (struct pos){arena_str(r->a, pos.file), pos.line, pos.col};
    e->id = arena_str(r->a, f->id);
    e->other = arena_str(r->a, f->other);
    e->worst = f->measure;
    *r->end = e;
    r->end = &e->next;
    return e;
}

void lint_report_add(struct lint_report *r, const struct lint_case *at, const struct lint_fault *f) {
    struct entry *e = r ? entry_of(r, f, f->of ? f->of->pos : (struct pos){0}) : NULL;
    if (!e) return;
    e->worst = ROWS[f->rule].least ? fminf(e->worst, f->measure) : fmaxf(e->worst, f->measure);
    if (at->lang < 0) return;
    e->placed = true;
    e->seen[at->lang][at->size][at->shape] = true;
    if (at->state >= 0) e->state[at->state] = true;
}

/* ---- where: only what narrows it down is named */
static void list(struct sbuf *b, const bool *in, int n, const char *const *names, const char *before, const char *between, const char *after) {
    int count = 0, all = 0;
    for (int i = 0; i < n; i++) all += in[i];
    if (all == n && n > 1) return;
    for (int i = 0; i < n; i++)
        if (in[i]) sbuf_printf(b, "%s%s", count++ ? between : b->len ? before : before[0] == ',' ? before + 2 : before, names[i]);
    if (count) sbuf_puts(b, after);
}

static const char *places(const struct lint_report *r, const struct entry *e) {
    const struct lint_names *n = r->names;
    bool lang[LINT_LANGS] = {0}, size[LINT_SIZES] = {0}, shape[LINT_SHAPES] = {0};
    int count = 0, nl = 0, ns = 0, nh = 0;
    for (int l = 0; l < n->nlang; l++)
        for (int s = 0; s < n->nsize; s++)
            for (int h = 0; h < n->nshape; h++)
                if (e->seen[l][s][h]) { count++; lang[l] = size[s] = shape[h] = true; }
    for (int i = 0; i < n->nlang; i++) nl += lang[i];
    for (int i = 0; i < n->nsize; i++) ns += size[i];
    for (int i = 0; i < n->nshape; i++) nh += shape[i];
    struct sbuf b = {.arena = r->a};
    list(&b, lang, n->nlang, n->lang, ", ", " ", "");
    list(&b, size, n->nsize, n->size, ", ", "/", " %");
    list(&b, shape, n->nshape, n->shape, ", ", " ", "");
    list(&b, e->state, n->nstate, n->state, ", state ", " ", "");
    if (!b.len) sbuf_puts(&b, "every language and size");
    if (count < nl * ns * nh) sbuf_printf(&b, ", %d pictures", count);
    return b.p;
}

static void meant(struct sbuf *b, const char *words) {
    enum { MOST = 48 };
    size_t n = strlen(words), i = 0, to = 0;
    while (to < n && i < MOST) {
        uint32_t c = utf8_next(words, n, &to);
        sbuf_utf8(b, c < ' ' ? ' ' : c);
        i++;
    }
    if (to < n) sbuf_puts(b, " ...");
}

static void what(struct sbuf *b, const struct entry *e) {
    for (const char *c = ROWS[e->rule].what; *c; c++) {
        if (c[0] == '%' && c[1] == 'm') { sbuf_printf(b, e->rule == LINT_CONTRAST ? "%.1f" : "%.0f", (double)e->worst); c++; }
        else if (c[0] == '%' && c[1] == 'o') { meant(b, e->other ? e->other : ""); c++; }
        else sbuf_putc(b, *c);
    }
}

/* Is what e tells of one picture (state < 0), or of one state, told of the words that meet there too? */
static bool meets(const struct lint_report *r, const struct entry *e, int lang, int size, int shape, int state) {
    for (const struct entry *o = r->first; o; o = o->next) {
        bool meet = o->rule == LINT_TEXT_ON_TEXT || o->rule == LINT_TEXT_ON_CONTROL;
        if (meet && (str_eq(o->id, e->id) || str_eq(o->other, e->id)) && (state < 0 ? o->seen[lang][size][shape] : o->state[state])) return true;
    }
    return false;
}

/* Words that lie on others hide these: said once, where nothing but them does. */
static bool said(const struct lint_report *r, const struct entry *e) {
    const struct lint_names *n = r->names;
    if (e->rule != LINT_COVERED) return false;
    for (int l = 0; l < n->nlang; l++)
        for (int s = 0; s < n->nsize; s++)
            for (int h = 0; h < n->nshape; h++)
                if (e->seen[l][s][h] && !meets(r, e, l, s, h, -1)) return false;
    for (int i = 0; i < n->nstate; i++)
        if (e->state[i] && !meets(r, e, 0, 0, 0, i)) return false;
    return true;
}

void lint_report_write(const struct lint_report *r, struct diag *d) {
    for (const struct entry *e = r ? r->first : NULL; e; e = e->next) {
        struct sbuf b = {.arena = r->a};
        if (said(r, e)) continue;
        if (e->id) sbuf_printf(&b, "element '%s': ", e->id);
        what(&b, e);
        const char *at = e->placed ? places(r, e) : NULL;
        if (at) sbuf_printf(&b, " at %s", at);
        struct pos pos = {arena_str(d->arena, e->pos.file), e->pos.line, e->pos.col};
        diag_error(d, pos, "%s (%s)", b.p ? b.p : "", ROWS[e->rule].todo);
    }
}
