/* SPDX-License-Identifier: GPL-3.0-or-later */
/* para.c - lines: where to break, how large to set, where each run lies. */
#include <base/str.h>
#include <string.h>
#include <text/breaks.h>
#include <text/para.h>
#include <text/runs.h>
#include <unicode/ubidi.h>

#define WORD_MAX_BYTES 512   /* a word longer than this is not measured whole: it is wider than any line */
#define NO_LIMIT 1e5f        /* px: from here on a width is no width */

/* A text between two break opportunities. */
struct seg { size_t end; bool hard; float w, tail; };   /* width without the spaces at its end; of them, less a soft hyphen */
struct span { size_t start, end; };                     /* a line without the spaces at its end */
struct setting {                                        /* one way of setting the text: a size and a tightness */
    const struct port_fonts *fonts;
    struct flow flow;
    struct seg *segs; int nsegs;
    float px, guest_px, step, shrunk; bool least;               /* least: there are no smaller letters */
    struct span *lines; int nlines, cap;
    bool overflow;
};

static size_t trim(const struct flow *f, size_t start, size_t end) {
    while (end > start) {
        size_t i = end - 1;
        while (i > start && ((unsigned char)f->text[i] & 0xC0) == 0x80) i--;
        size_t next = i;
        uint32_t c = utf8_next(f->text, end, &next);
        if (!breaks_blank(c)) break;
        end = i;
    }
    return end;
}

/* A line that ends in a soft hyphen shows it. */
static bool soft_hyphen(const struct flow *f, size_t start, size_t end) {
    return end - start > 2 && !memcmp(f->text + end - 2, "\xC2\xAD", 2);
}

/* Index of the item that holds byte at. */
static int item_at(const struct flow *f, size_t at) {
    int lo = 0, hi = f->nitems - 1;
    while (lo < hi) {
        int mid = (lo + hi) / 2;
        if (f->items[mid].end > at) hi = mid; else lo = mid + 1;
    }
    return lo;
}

static float item_px(const struct setting *s, const struct text_item *it) { return it->guest ? s->guest_px : s->px; }

static float width_of(const struct setting *s, size_t start, size_t end) {
    const struct flow *f = &s->flow;
    float w = 0;
    for (int i = item_at(f, start); i < f->nitems && f->items[i].start < end; i++) {
        const struct text_item *it = &f->items[i];
        size_t a = it->start > start ? it->start : start, b = it->end < end ? it->end : end;
        w += s->fonts->width(s->fonts->ctx, it->face, item_px(s, it), f->text + a, b - a, it->level & 1);
    }
    return w;
}

static float line_width(const struct setting *s, size_t start, size_t end) {
    float w = end > start ? width_of(s, start, end) : 0;
    if (!soft_hyphen(&s->flow, start, end)) return w;
    const struct text_item *it = &s->flow.items[item_at(&s->flow, end - 1)];
    return w + s->fonts->width(s->fonts->ctx, it->face, item_px(s, it), "-", 1, it->level & 1);
}

/* ---- where lines may end */
static bool find_segs(struct arena *a, const char *lang, struct setting *s) {
    struct text_break *at;
    s->nsegs = breaks_find(a, lang, s->flow.text, s->flow.n, &at);
    s->segs = s->nsegs < 0 ? NULL : arena_array(a, struct seg, s->nsegs);
    for (int i = 0; s->segs && i < s->nsegs; i++) s->segs[i] = (struct seg){.end = at[i].at, .hard = at[i].hard};
    return s->segs != NULL;
}

static void measure_segs(struct setting *s) {
    size_t start = 0;
    for (int i = 0; i < s->nsegs; i++) {
        struct seg *g = &s->segs[i];
        size_t end = trim(&s->flow, start, g->end);
        size_t tail = g->end - (g->hard && g->end > end);   /* the newline itself has no width */
        bool wide = end - start > WORD_MAX_BYTES;
        g->w = wide ? 1e9f : line_width(s, start, end);
        g->tail = tail > end ? width_of(s, end, tail) : 0;
        if (!wide && soft_hyphen(&s->flow, start, end)) g->tail -= g->w - width_of(s, start, end);
        start = g->end;
    }
}

/* ---- filling */
static bool add_line(struct arena *a, struct setting *s, size_t start, size_t end) {
    if (s->nlines == s->cap) {
        int cap = s->cap ? s->cap * 2 : 8;
        struct span *more = arena_array(a, struct span, cap);
        if (!more) return false;
        if (s->nlines) memcpy(more, s->lines, sizeof *more * (size_t)s->nlines);
        s->lines = more, s->cap = cap;
    }
    s->lines[s->nlines++] = (struct span){start, trim(&s->flow, start, end)};
    return true;
}

/* The most characters from start that fit in a line; at least one. */
static size_t split_word(const struct setting *s, size_t start, size_t end, float max_w) {
    size_t at = start, last = start;
    for (float w = 0; at < end && w <= max_w * 1.25f;) {
        size_t next = at + 1;
        while (next < end && !s->flow.starts[next]) next++;
        w += width_of(s, at, next);
        last = at, at = next;
    }
    while (last > start && width_of(s, start, at) > max_w) {
        at = last;
        while (last > start && !s->flow.starts[--last]) {}
    }
    return at;
}

/* Does start..end fit? w is the sum of its words, which rounding puts off by less than slack: mostly that is answer enough. */
static bool fits(const struct setting *s, size_t start, size_t end, float w, float max_w, float slack) {
    if (w <= max_w - slack) return true;
    return w <= max_w + slack && line_width(s, start, end) <= max_w + .05f;
}

static bool fill(struct arena *a, struct setting *s, float max_w) {
    size_t start = 0;
    s->nlines = 0, s->overflow = s->flow.cut;
    for (int i = 0; i < s->nsegs;) {
        size_t first = i ? s->segs[i - 1].end : 0, word = trim(&s->flow, start, s->segs[i].end);
        float w = s->segs[i].w;
        if (start > first && start < word)   /* the rest of a split word */
            w = word - start > WORD_MAX_BYTES ? 1e9f : line_width(s, start, word);
        if (start < word && !fits(s, start, word, w, max_w, 3)) {
            size_t cut = split_word(s, start, word, max_w);
            s->overflow = true;
            if (cut < word) {
                if (!add_line(a, s, start, cut)) return false;
                start = cut;
                continue;
            }
        }
        int j = i + 1;
        float full = w + s->segs[i].tail;
        while (j < s->nsegs && !s->segs[j - 1].hard) {
            size_t end = trim(&s->flow, s->segs[j - 1].end, s->segs[j].end);
            if (end > s->segs[j - 1].end && !fits(s, start, end, full + s->segs[j].w, max_w, 3.0f + (float)(j - i))) break;
            full += s->segs[j].w + s->segs[j].tail, j++;
        }
        if (!add_line(a, s, start, s->segs[j - 1].end)) return false;
        start = s->segs[j - 1].end, i = j;
    }
    return s->nsegs || add_line(a, s, 0, 0);   /* a newline at the very end begins no line */
}

/* The smallest width with as many lines: a title's lines become of about one length, and none ends in a lone character. */
static bool balance(struct arena *a, struct setting *s, float max_w) {
    int lines = s->nlines;
    float lo = max_w * .4f, hi = max_w;
    for (int i = 0; i < 8 && hi - lo > 4; i++) {
        float mid = (lo + hi) / 2;
        if (!fill(a, s, mid)) return false;
        if (s->nlines > lines || s->overflow) lo = mid; else hi = mid;
    }
    return fill(a, s, hi);
}

/* ---- size */
static void set_size(struct setting *s, const struct text_style *st, const char *lang, float shrink) {
    float size, leading, scale = st->scale > 0 ? st->scale : 1;
    style_script(st->token, lang, &size, &leading);
    float px = (st->px > 0 ? st->px : style_size(st->token) * scale) * style_growth(st->token, st->text_scale) * shrink;
    float own = fmaxf(px * size, STYLE_LEAST * scale), guest = fmaxf(px * fminf(1, size * 1.1f), STYLE_LEAST * scale);
    s->px = fmaxf(1, roundf(own));
    s->guest_px = fmaxf(1, roundf(guest));   /* Latin beside Chinese or Korean: as high as it */
    s->step = fmaxf(1, roundf(own * style_leading(st->token) * leading));
    s->shrunk = shrink;
    s->least = own <= STYLE_LEAST * scale;
}

static int most_lines(const struct setting *s, const struct text_style *st) {
    int n = st->max_h > 0 ? (int)fmaxf(1, floorf((st->max_h + .5f) / s->step)) : s->nlines;
    return st->max_lines > 0 && st->max_lines < n ? st->max_lines : n;
}

static bool prepare(struct arena *a, const char *lang, const char *utf8, const struct text_style *st, bool tight, struct setting *s) {
    return flow_make(a, s->fonts, lang, utf8, st->token, tight, &s->flow) && find_segs(a, lang, s);
}

static bool set_once(struct arena *a, const char *lang, const struct text_style *st, float max_w, float shrink, struct setting *s) {
    set_size(s, st, lang, shrink);
    measure_segs(s);
    return fill(a, s, max_w);
}

static bool stands(const struct setting *s, const struct text_style *st) { return !s->overflow && s->nlines <= most_lines(s, st); }

/* Smaller letters before a word or the place of the lines is lost: by `step` from `shrink` on, until all stands or they are
 * the smallest. */
static bool set_smaller(struct arena *a, const char *lang, const struct text_style *st, float max_w, float shrink, float step,
                        struct setting *s) {
    for (;; shrink -= step) {
        if (!set_once(a, lang, st, max_w, shrink, s)) return false;
        if (s->least || stands(s, st)) return true;
    }
}

/* The fit rule: as few lines as possible; for each number of lines condensed, extra condensed, then smaller. When nothing
 * fits, even smaller; and when that does not fit either, 80 %. */
static bool fit(struct arena *a, const char *lang, const char *utf8, const struct text_style *st, float max_w, struct setting *s) {
    static const float SHRINK[] = {1, 1, .95f, .9f, .85f, .8f};
    enum { TRIES = sizeof SHRINK / sizeof *SHRINK, NEVER = 1 << 20 };
    struct setting tight = {.fonts = s->fonts};
    int lines[TRIES], best = 0, least = 1;
    for (const char *c = s->flow.text; (c = strchr(c, '\n')); c++) least++;
    for (int i = 0; i < TRIES; i++) {
        struct setting *t = i ? &tight : s;
        if (i == 1 && !prepare(a, lang, utf8, st, true, &tight)) return false;
        if (!set_once(a, lang, st, max_w, SHRINK[i], t)) return false;
        lines[i] = stands(t, st) ? t->nlines : NEVER;
        if (lines[i] < lines[best]) best = i;
        if (lines[i] == least) break;
    }
    bool never = lines[best] == NEVER;
    if (best || never) *s = tight;
    if (!never) return set_once(a, lang, st, max_w, SHRINK[best], s);
    return set_smaller(a, lang, st, max_w, .75f, .05f, s) && (stands(s, st) || set_once(a, lang, st, max_w, .8f, s));
}

/* ---- placing */
static struct font_metrics base_metrics(const struct setting *s, const struct text_style *st, const char *lang) {
    int chain[FACE_COUNT];
    int n = style_chain(st->token, false, false, lang, chain), base = 0;
    for (int i = n - 1; i > 0 && style_script_of(lang) != SCRIPT_OTHER; i--)
        if (chain[i] >= FACE_SC_BOLD && chain[i] <= FACE_ARABIC) base = i;
    return s->fonts->metrics(s->fonts->ctx, chain[base], s->px);
}

static bool place_runs(struct arena *a, const struct setting *s, const struct text_style *st, struct span line, int index,
                       struct para *out) {
    const struct flow *f = &s->flow;
    int first = item_at(f, line.start), n = 0;
    while (first + n < f->nitems && f->items[first + n].start < line.end) n++;
    UBiDiLevel *levels = arena_array(a, UBiDiLevel, n);
    int32_t *order = arena_array(a, int32_t, n);
    if (!levels || !order) return false;
    for (int i = 0; i < n; i++) levels[i] = f->items[first + i].level;
    ubidi_reorderVisual(levels, n, order);
    float x = 0;
    for (int i = 0; i < n; i++) {
        const struct text_item *it = &f->items[first + order[i]];
        size_t from = it->start > line.start ? it->start : line.start, to = it->end < line.end ? it->end : line.end;
        struct text_run *r = &out->runs[out->nruns++];
        *r = (struct text_run){it->face, item_px(s, it), it->strong && (st->strong & 255u) ? st->strong : st->ink, it->level & 1,
                               f->text + from, to - from, x, 0, index};
        if (to == line.end && soft_hyphen(f, line.start, to)) {
            r->text = arena_printf(a, "%.*s-", (int)(to - from) - 2, f->text + from);
            if (!r->text) return false;
            r->len--;
        }
        r->w = s->fonts->width(s->fonts->ctx, r->face, r->px, r->text, r->len, r->rtl);
        x += r->w;
    }
    out->lines[index].w = x;
    out->w = fmaxf(out->w, x);
    return true;
}

static void align(const struct setting *s, const struct text_style *st, float max_w, struct para *out) {
    float box = max_w < NO_LIMIT ? max_w : out->w;
    enum text_align to = st->align;
    if (s->flow.rtl && to != ALIGN_CENTER) to = to == ALIGN_START ? ALIGN_END : ALIGN_START;
    for (int i = 0; i < out->nlines; i++) {
        float free = fmaxf(0, box - out->lines[i].w);
        out->lines[i].x = to == ALIGN_START ? 0 : floorf(to == ALIGN_END ? free : free / 2);
    }
    for (int i = 0; i < out->nruns; i++) out->runs[i].x = roundf(out->runs[i].x + out->lines[out->runs[i].line].x);
}

static bool place(struct arena *a, const char *lang, const struct setting *s, const struct text_style *st, float max_w, int page,
                  struct para *out) {
    int per = most_lines(s, st);
    out->pages = (s->nlines + per - 1) / per;
    out->page = page < 0 ? 0 : page >= out->pages ? out->pages - 1 : page;
    int from = out->page * per, n = s->nlines - from < per ? s->nlines - from : per;
    out->overflow = s->overflow || (st->max_lines > 0 && s->nlines > st->max_lines);
    out->shrunk = s->shrunk;
    out->missing = s->flow.missing;
    out->text = s->flow.text;
    out->nlines = n;
    out->lines = arena_array(a, struct text_line, n);
    out->runs = arena_array(a, struct text_run, s->flow.nitems + n);
    if (!out->lines || !out->runs) return false;
    struct font_metrics m = base_metrics(s, st, lang);
    float base = roundf((s->step - m.ascent - m.descent) / 2 + m.ascent);
    for (int i = 0; i < n; i++) {
        float y = s->step * (float)i;
        out->lines[i] = (struct text_line){y, y + base, s->step, 0, 0};
        struct span line = s->lines[from + i];
        if (line.end > line.start && !place_runs(a, s, st, line, i, out)) return false;
    }
    out->h = s->step * (float)n;
    align(s, st, max_w, out);
    return true;
}

bool para_layout(struct arena *a, const struct port_fonts *fonts, const char *lang, const char *utf8,
                 const struct text_style *style, float max_w, int page, struct para *out) {
    struct setting s = {.fonts = fonts};
    *out = (struct para){.pages = 1, .text = ""};
    if (!(max_w > 0 && max_w < NO_LIMIT)) max_w = 1e12f;
    if (!prepare(a, lang, utf8, style, style->tight, &s)) return false;
    if (style->fit ? !fit(a, lang, utf8, style, max_w, &s) : !set_once(a, lang, style, max_w, 1, &s)) return false;
    if (style->smaller && !style->fit && !stands(&s, style) && !set_smaller(a, lang, style, max_w, .9f, .1f, &s)) return false;
    bool even = style_display(style->token) && max_w < NO_LIMIT && s.nlines > 1 && s.nlines <= 6 && !s.overflow;
    if (even && !balance(a, &s, max_w)) return false;
    return place(a, lang, &s, style, max_w, page, out);
}
