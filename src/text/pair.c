/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pair.c - two paragraphs, set as one. */
#include <base/str.h>
#include <string.h>
#include <text/pair.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#define MOST 0.75f           /* of a title, as it is set; of others no more than these */
#define LEAST 0.6f           /* of the first, where that has a size of its own */
#define GAP 0.12f            /* between the two, in sizes of the second */
#define GAP_BESIDE 0.5f
#define NO_LIMIT 1e5f

static bool has_letters(const char *s) {
    size_t n = strlen(s), i = 0;
    while (i < n)
        if (u_isalpha((UChar32)utf8_next(s, n, &i))) return true;
    return false;
}

const char *pair_join(struct arena *a, const char *first, const char *second) {
    if (!has_letters(first) || !second || !*second || str_eq(first, second)) return first;
    const char *both = arena_printf(a, "%s" PAIR_MARK "%s", first, second);
    return both ? both : first;
}

const char *pair_first(struct arena *a, const char *both, const char **second) {
    const char *mark = both ? strchr(both, PAIR_MARK[0]) : NULL;
    if (second) *second = mark ? mark + 1 : NULL;
    if (!mark) return both;
    const char *first = arena_strn(a, both, (size_t)(mark - both));
    return first ? first : "";
}

const char *pair_chain(struct arena *m, const char *a, const char *between, const char *b) {
    const char *a2, *b2, *a1 = pair_first(m, a, &a2), *b1 = pair_first(m, b, &b2);
    const char *first = arena_printf(m, "%s%s%s", a1, between, b1);
    if (!first) return "";
    if (!a2 && !b2) return first;
    return pair_join(m, first, arena_printf(m, "%s%s%s", a2 ? a2 : a1, str_eq(between, "\n") ? " · " : between, b2 ? b2 : b1));
}

/* How the second language is set below the first. A size of 0: not at all. */
static const struct { enum style_token token; float size; } BELOW[STYLE_COUNT] = {
    [STYLE_NUMERAL] = {STYLE_H3, 0},     [STYLE_DISPLAY] = {STYLE_H3, 56}, [STYLE_H1] = {STYLE_H3, 52},
    [STYLE_H2] = {STYLE_H3, 40},         [STYLE_H3] = {STYLE_H3, 36},      [STYLE_BODY] = {STYLE_BODY, 30},
    [STYLE_LABEL] = {STYLE_SMALL, 28},   [STYLE_BUTTON] = {STYLE_SMALL, 28}, [STYLE_SMALL] = {STYLE_SMALL, 28},
};

static bool rtl(const char *lang) { return lang && uloc_isRightToLeft(lang); }

/* shrunk: of the first (struct para). A title that had to become small leaves the second no larger a part. */
static struct text_style below(const struct text_style *st, float shrunk, bool turn) {
    struct text_style s = *st;
    float scale = st->scale > 0 ? st->scale : 1, own = style_size(st->token) * scale;
    s.token = BELOW[st->token].token;
    s.px = fmaxf(STYLE_LEAST * scale, BELOW[st->token].size * scale * (st->px > 0 ? st->px / own : 1));
    if (st->px > 0 && st->token > STYLE_H1) s.px = fmaxf(s.px, st->px * LEAST);
    float first = (st->px > 0 ? st->px : own) * shrunk;
    s.px = fmaxf(STYLE_LEAST * scale, fminf(s.px, first * (st->token <= STYLE_H2 ? MOST : 1)));
    s.text_scale = 1;
    s.smaller = false;           /* it is left out instead */
    if (turn && st->align != ALIGN_CENTER) s.align = st->align == ALIGN_START ? ALIGN_END : ALIGN_START;
    return s;
}

static bool room_below(const struct text_style *st, const struct para *first) {
    return BELOW[st->token].size > 0 && !first->overflow && first->pages < 2;
}

/* Lines and runs of b come after those of a, `down` px lower. */
static bool append(struct arena *m, struct para *a, const struct para *b, float down) {
    struct text_line *lines = arena_array(m, struct text_line, a->nlines + b->nlines);
    struct text_run *runs = arena_array(m, struct text_run, a->nruns + b->nruns);
    if (!lines || !runs) return false;
    if (a->nlines) memcpy(lines, a->lines, sizeof *lines * (size_t)a->nlines);
    if (a->nruns) memcpy(runs, a->runs, sizeof *runs * (size_t)a->nruns);
    for (int i = 0; i < b->nlines; i++) {
        lines[a->nlines + i] = b->lines[i];
        lines[a->nlines + i].y += down;
        lines[a->nlines + i].baseline += down;
    }
    for (int i = 0; i < b->nruns; i++) {
        runs[a->nruns + i] = b->runs[i];
        runs[a->nruns + i].line += a->nlines;
    }
    a->lines = lines, a->runs = runs;
    a->nlines += b->nlines, a->nruns += b->nruns;
    a->w = fmaxf(a->w, b->w);
    a->h = down + b->h;
    a->missing |= b->missing;
    a->both = true;
    return true;
}

struct job { struct arena *a; const struct port_fonts *fonts; const char *lang[2], *words[2]; const struct text_style *style; float max_w; };

/* What the author broke into lines runs on in the smaller second: with a space, but in scripts that have none. */
static const char *run_on(struct arena *a, const char *words, const char *lang) {
    enum style_script script = style_script_of(lang);
    bool space = script != SCRIPT_HAN && script != SCRIPT_KANA;
    char *copy = arena_str(a, words), *to = copy;
    for (const char *c = copy; c && *c; c++)
        if (*c != '\n') *to++ = *c;
        else if (space) *to++ = ' ';
    if (to) *to = 0;
    return copy ? copy : words;
}

static bool set(const struct job *j, int which, const struct text_style *st, float max_w, int page, struct para *out) {
    return para_layout(j->a, j->fonts, j->lang[which], j->words[which], st, max_w, page, out);
}

/* The second behind the last line of the first, on its baseline, where that has room for it; `back`: the share of the added
 * width by which the line then begins farther left. */
static bool beside(struct arena *m, struct para *a, const struct para *b, bool rtl_line, float back, float gap, float max_w) {
    int last = a->nlines - 1;
    if (last < 0 || b->nlines != 1 || a->lines[last].w + gap + b->w > max_w) return false;
    struct text_run *runs = arena_array(m, struct text_run, a->nruns + b->nruns);
    if (!runs) return false;
    struct text_line *l = &a->lines[last];
    float more = gap + b->w, x = roundf(l->x - more * back);    /* where both begin, on the left */
    float first = rtl_line ? x + more : x, second = rtl_line ? x : x + l->w + gap;
    for (int i = 0; i < a->nruns + b->nruns; i++) {
        bool own = i < a->nruns;
        runs[i] = own ? a->runs[i] : b->runs[i - a->nruns];
        if (!own || runs[i].line == last) runs[i].x = roundf(runs[i].x + (own ? first - l->x : second - b->lines[0].x));
        if (!own) runs[i].line = last;
    }
    l->x = x;
    l->w += more;
    a->runs = runs, a->nruns += b->nruns;
    a->w = fmaxf(a->w, l->w);
    a->missing |= b->missing;
    a->both = true;
    return true;
}

/* Both in one line as they are, or where the first `fit`s and the line is wanted, narrower and smaller. False: they are not in one. */
static bool in_line(const struct job *j, struct para *first) {
    static const float SIZES[] = {1, 1, .88f, .76f};
    enum { TRIES = sizeof SIZES / sizeof *SIZES };
    const struct text_style *st = j->style;
    float scale = st->scale > 0 ? st->scale : 1, own = st->px > 0 ? st->px : style_size(st->token) * scale;
    float free = j->max_w > 0 && j->max_w < NO_LIMIT ? j->max_w : 0;
    bool narrow = (st->level || (st->fit && st->one_line)) && free > 0, from_right = rtl(j->lang[0]);
    for (int i = 0; i < (narrow ? TRIES : 1); i++) {
        struct text_style a = *st;
        struct para one = *first, two;
        if (i) a.px = fmaxf(own * SIZES[i], fminf(own, STYLE_LEAST * scale));
        struct text_style b = below(&a, i ? 1 : first->shrunk, false);
        b.align = ALIGN_START;
        if (!set(j, 1, &b, 0, 0, &two)) return false;
        float gap = roundf(b.px * GAP_BESIDE), share = st->align == ALIGN_START || free <= 0 ? 0 : st->align == ALIGN_END ? 1 : .5f;
        if (i && !set(j, 0, &a, fmaxf(1, free - gap - two.w), 0, &one)) return false;
        if (i && (one.nlines != 1 || one.overflow || one.shrunk < LEAST)) continue;     /* not at the cost of the first */
        if (!beside(j->a, &one, &two, from_right, i ? 0 : from_right ? 1 - share : share, gap, free > 0 ? free : 1e9f)) continue;
        *first = one;
        return true;
    }
    return false;
}

/* The second beside or below the first, where there is room. False: no memory. */
static bool stack(const struct job *j, struct para *first) {
    struct text_style st = below(j->style, first->shrunk, rtl(j->lang[0]) != rtl(j->lang[1]));
    struct para second;
    float gap = roundf(st.px * GAP), free = j->max_w > 0 && j->max_w < NO_LIMIT ? j->max_w : 0;
    bool title = j->style->token <= STYLE_H2 && free > 0;
    if (j->style->beside && (first->nlines == 1 || title) && in_line(j, first)) return true;
    if (j->style->level) return true;
    if (st.max_h > 0 && (st.max_h -= first->h + gap) <= 0) return true;
    if (!set(j, 1, &st, j->max_w, 0, &second)) return false;
    if (second.overflow || second.pages > 1 || (st.max_h > 0 && second.h > st.max_h)) return true;
    if (free <= 0 && first->w != second.w) {     /* both in the wider one's width */
        float w = fmaxf(first->w, second.w) + .5f;
        if (first->w < second.w ? !set(j, 0, j->style, w, 0, first) : !set(j, 1, &st, w, 0, &second)) return false;
    }
    return append(j->a, first, &second, first->h + gap);
}

/* Both in smaller letters, to the least, rather than the first alone; what may `fit` much smaller. */
static bool squeeze(const struct job *j, struct para *first) {
    static const float SIZES[] = {.9f, .8f, .7f, .6f};
    enum { TRIES = sizeof SIZES / sizeof *SIZES, CAPTION = 2 };
    struct text_style st = *j->style;
    struct job smaller = *j;
    float scale = st.scale > 0 ? st.scale : 1, own = st.px > 0 ? st.px : style_size(st.token) * scale;
    smaller.style = &st;
    for (int i = 0; i < (st.fit ? TRIES : CAPTION); i++) {
        struct para one;
        st.px = fmaxf(own * SIZES[i], STYLE_LEAST * scale);
        if (st.px >= own) break;
        if (!set(&smaller, 0, &st, j->max_w, 0, &one)) return false;
        if (!room_below(&st, &one)) continue;
        if (!stack(&smaller, &one)) return false;
        if (!one.both) continue;
        *first = one;
        break;
    }
    return true;
}

/* Where room is short, a title that its author broke into lines has no more than those, or is one: narrower and smaller, a title still. */
static bool fewer_lines(const struct job *j, struct para *first) {
    struct text_style st = *j->style;
    struct job line = *j;
    struct para one;
    int lines = 1;
    for (const char *c = j->words[0]; *c; c++) lines += *c == '\n';
    if (!st.fit || !st.one_line || lines < 2) return true;
    st.max_lines = first->nlines > lines ? lines : 1;
    if (st.max_lines == 1) line.words[0] = run_on(j->a, j->words[0], j->lang[0]);
    if (!set(&line, 0, &st, j->max_w, 0, &one)) return false;
    float px = (st.px > 0 ? st.px : style_size(st.token) * st.scale) * one.shrunk;
    if (!one.overflow && one.pages < 2 && px >= style_size(STYLE_H3) * st.scale) *first = one;
    return true;
}

/* Pages of the first language, then those of the second, in letters of st. */
static bool turn_at(const struct job *j, int page, const struct text_style *st, struct para *out) {
    struct para first, second;
    struct text_style two = *st;
    if (rtl(j->lang[0]) != rtl(j->lang[1]) && st->align != ALIGN_CENTER) two.align = st->align == ALIGN_START ? ALIGN_END : ALIGN_START;
    if (!set(j, 0, st, j->max_w, page, &first)) return false;
    if (!set(j, 1, &two, j->max_w, page < first.pages ? 0 : page - first.pages, &second)) return false;
    int pages = first.pages + second.pages, at = page < first.pages ? first.page : first.pages + second.page;
    *out = page < first.pages ? first : second;
    out->first_pages = first.pages;
    out->both = true;
    out->pages = pages;
    out->page = at;
    out->text = first.text;
    out->overflow = first.overflow || second.overflow;
    return true;
}

/* In smaller letters where each language has one page then. */
static bool turn(const struct job *j, int page, struct para *out) {
    static const float SIZES[] = {.9f, .8f};
    struct text_style st = *j->style;
    float scale = st.scale > 0 ? st.scale : 1, own = st.px > 0 ? st.px : style_size(st.token) * scale;
    struct para smaller;
    if (!turn_at(j, page, &st, out)) return false;
    for (size_t i = 0; out->pages > 2 && i < sizeof SIZES / sizeof *SIZES; i++) {
        st.px = fmaxf(own * SIZES[i], STYLE_LEAST * scale);
        if (st.px >= own) break;
        if (!turn_at(j, page, &st, &smaller)) return false;
        if (smaller.pages == 2 && !smaller.overflow) *out = smaller;
    }
    return true;
}

static const char *plain(const struct job *j) {
    struct para p;
    struct text_style st = {.token = STYLE_SMALL};
    return set(j, 1, &st, 0, 0, &p) ? p.text : NULL;
}

bool pair_layout(struct arena *a, const struct port_fonts *fonts, const char *lang, const char *lang2, const char *utf8,
                 const struct text_style *style, float max_w, int page, struct para *out) {
    struct job j = {a, fonts, {lang, lang2}, {NULL, NULL}, style, max_w};
    j.words[0] = pair_first(a, utf8, &j.words[1]);
    if (page < 0) page = 0;
    if (!set(&j, 0, style, max_w, page, out)) return false;
    if (!j.words[1] || !lang2) return true;
    const char *also = plain(&j);
    const char *second = j.words[1];
    bool turns = style->turns && (out->pages > 1 || out->nlines > PAIR_LINES), both = !style->alone && style->text_scale <= 1;
    if (both && !turns) {
        j.words[1] = run_on(a, second, lang2);
        if (!fewer_lines(&j, out)) return false;
        if (room_below(style, out) && !stack(&j, out)) return false;
        if (!out->both && !out->overflow && !style->level && !squeeze(&j, out)) return false;     /* a word that is too wide is the caller's matter */
        turns = style->turns && style->whole && !out->both;
        j.words[1] = second;
    }
    if (both && turns && !turn(&j, page, out)) return false;
    out->also = also;
    return true;
}
