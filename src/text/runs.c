/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runs.c - marks, directions, scripts and faces. */
#include <base/str.h>
#include <string.h>
#include <text/para.h>
#include <text/runs.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

enum { STRONG = 1, ITALIC = 2 };
struct cp { uint32_t c; size_t at; unsigned char marks, level; };
struct marker { const char *s; size_t n; unsigned char on; };

static bool word_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
static bool space_byte(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/* Is the mark at s[i] closed later on in its line? Stretches are short: looking 1 KB ahead bounds the work. */
static bool closes(const struct marker *m, size_t i) {
    size_t end = m->n - i > 1024 ? i + 1024 : m->n;
    for (size_t j = i + 2; j < end && m->s[j] != '\n'; j++)
        if (m->s[j] == m->s[i] && m->s[j - 1] != '\\' && !space_byte(m->s[j - 1]) &&
            (m->s[i] == '*' || j + 1 >= m->n || !word_byte(m->s[j + 1]))) return true;
    return false;
}

/* True when the byte at i is a mark; then the state has changed. A lone "*" or an underscore inside a word is a letter. */
static bool mark_at(struct marker *m, size_t i) {
    char c = m->s[i];
    if (c != '*' && c != '_') return false;
    unsigned char bit = c == '*' ? STRONG : ITALIC;
    if (m->on & bit) {
        if (i && space_byte(m->s[i - 1])) return false;
        if (c == '_' && i + 1 < m->n && word_byte(m->s[i + 1])) return false;
    } else {
        if (i + 1 >= m->n || space_byte(m->s[i + 1])) return false;
        if (c == '_' && i && word_byte(m->s[i - 1])) return false;
        if (!closes(m, i)) return false;
    }
    m->on ^= bit;
    return true;
}

static uint32_t tame(uint32_t c) {   /* 0 = leave out */
    if (c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x85) return '\n';
    if (c == '\t') return ' ';
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF ? 0 : c;
}

static size_t read_text(const char *utf8, size_t n, char *text, struct cp *cps) {
    struct marker m = {utf8, n, 0};
    size_t ncp = 0, at = 0;
    for (size_t i = 0; i < n;) {
        if (utf8[i] == '\n') m.on = 0;
        if (utf8[i] == '\\' && i + 1 < n && (utf8[i + 1] == '*' || utf8[i + 1] == '_')) i++;
        else if (mark_at(&m, i)) { i++; continue; }
        uint32_t c = tame(utf8_next(utf8, n, &i));
        if (!c) continue;
        cps[ncp++] = (struct cp){c, at, m.on, 0};
        at += (size_t)utf8_put(c, text + at);
    }
    text[at] = 0;
    cps[ncp] = (struct cp){0, at, 0, 0};
    return ncp;
}

static bool needs_bidi(const struct cp *cps, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (cps[i].c < 0x590) continue;
        UCharDirection d = u_charDirection((UChar32)cps[i].c);
        if (d != U_LEFT_TO_RIGHT && d != U_EUROPEAN_NUMBER && d != U_OTHER_NEUTRAL && d != U_WHITE_SPACE_NEUTRAL &&
            d != U_DIR_NON_SPACING_MARK && d != U_EUROPEAN_NUMBER_TERMINATOR && d != U_BOUNDARY_NEUTRAL) return true;
    }
    return false;
}

static bool find_levels(struct arena *a, struct cp *cps, size_t n, bool rtl) {
    if (!n || (!rtl && !needs_bidi(cps, n))) return true;
    UChar *u = arena_array(a, UChar, 2 * n);
    if (!u) return false;
    int32_t len = 0;
    for (size_t i = 0; i < n; i++) U16_APPEND_UNSAFE(u, len, cps[i].c);
    UErrorCode e = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized(len, 0, &e);
    if (!bidi) return false;
    ubidi_setPara(bidi, u, len, rtl, NULL, &e);
    const UBiDiLevel *levels = ubidi_getLevels(bidi, &e);
    int32_t at = 0;
    for (size_t i = 0; i < n && U_SUCCESS(e); i++) {
        cps[i].level = levels[at];
        at += U16_LENGTH(cps[i].c);
    }
    ubidi_close(bidi);
    return U_SUCCESS(e);
}

/* Marks of direction are seen by nobody, but each has a level of its own. */
static bool bidi_control(uint32_t c) {
    return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Does c stay with the character before it? Marks, joiners, variation selectors, and vowels of Hangul letters. */
static bool attached(const struct cp *c) {
    uint32_t v = c[0].c;
    if (v < 0x300) return v == 0xAD;
    if (bidi_control(v) || bidi_control(c[-1].c)) return false;
    if (c[-1].c == 0x200D) return true;
    return (U_GET_GC_MASK((UChar32)v) & U_GC_M_MASK) || (v >= 0x1160 && v <= 0x11FF) ||
           u_hasBinaryProperty((UChar32)v, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* ---- faces. A language with letters of its own (Chinese, Korean, Arabic) takes them, its brackets and its quotes from its
 * own face, Latin letters and digits from the style's face, and other signs from the face of what stands before. */
struct chooser { const struct port_fonts *fonts; int chain[4][FACE_COUNT], n[4], own[4]; bool bold[4], cjk; int before; bool missing; };
enum taste { TASTE_CHAIN, TASTE_OWN, TASTE_BEFORE };

static bool own_face(int face) { return face >= FACE_SC_BOLD && face <= FACE_ARABIC; }

static void chooser_init(struct chooser *k, const struct port_fonts *fonts, enum style_token token, bool tight,
                         const char *lang) {
    *k = (struct chooser){.fonts = fonts, .before = -1};
    enum style_script script = style_script_of(lang);
    k->cjk = script == SCRIPT_HAN || script == SCRIPT_KANA;
    for (int m = 0; m < 4; m++) {   /* text, strong, italic, strong italic */
        bool bold = (m & STRONG) && !style_display(token);
        k->n[m] = style_chain(bold ? STYLE_BUTTON : token, (m & ITALIC) && !bold, tight, lang, k->chain[m]);
        k->own[m] = -1;
        k->bold[m] = bold || style_bold(token);
        for (int i = k->n[m] - 1; i >= 0 && script != SCRIPT_OTHER; i--) if (own_face(k->chain[m][i])) k->own[m] = i;
    }
}

static enum taste taste_of(const struct chooser *k, uint32_t c) {
    uint32_t gc = U_GET_GC_MASK((UChar32)c);
    if (gc & (U_GC_PS_MASK | U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK)) return TASTE_OWN;
    if (k->cjk && (c == 0x2014 || c == 0x2026 || c == 0xB7)) return TASTE_OWN;
    if (gc & (U_GC_P_MASK | U_GC_ZS_MASK)) {
        int width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
        return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? TASTE_OWN : TASTE_BEFORE;
    }
    return TASTE_CHAIN;
}

static bool covers(const struct chooser *k, int face, const struct cp *c, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (i && u_hasBinaryProperty((UChar32)c[i].c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
        if (c[i].c != '\n' && !k->fonts->covers(k->fonts->ctx, face, c[i].c)) return false;
    }
    return true;
}

static UScriptCode script_of(uint32_t c) {
    UErrorCode e = U_ZERO_ERROR;
    UScriptCode s = uscript_getScript((UChar32)c, &e);
    return U_FAILURE(e) || s == USCRIPT_INHERITED ? USCRIPT_COMMON : s;
}

/* An apostrophe inside a Latin word, O’Brien, is no closing quote. c[1]: there is always one, 0 after the last. */
static bool in_word(const struct chooser *k, const struct cp *c) {
    return c->c == 0x2019 && k->before >= 0 && script_of(c[-1].c) == USCRIPT_LATIN && script_of(c[1].c) == USCRIPT_LATIN;
}

/* The face that a script has by itself, for what none of the chain has; a sign of no script stays with the letter before it. */
static int face_of_script(const struct chooser *k, const struct cp *c, size_t n) {
    UScriptCode s = script_of(c->c);
    if (s == USCRIPT_COMMON) return k->before >= FACE_COUNT && covers(k, k->before, c, n) ? k->before : FACE_LAST;
    int face = s > USCRIPT_COMMON && (int)s < FACE_SCRIPTS ? FACE_OF_SCRIPT(s, k->bold[c->marks]) : FACE_LAST;
    return face != FACE_LAST && covers(k, face, c, n) ? face : FACE_LAST;
}

static int choose(struct chooser *k, const struct cp *c, size_t n) {
    int m = c->marks, own = k->own[m];
    enum taste taste = own < 0 ? TASTE_CHAIN : in_word(k, c) ? TASTE_BEFORE : taste_of(k, c->c);
    if (c->c == '\n' && k->before >= 0) return k->before;
    if (bidi_control(c->c)) return k->before >= 0 && c[-1].level == c->level ? k->before : k->chain[m][own < 0 ? 0 : own];
    if (taste == TASTE_BEFORE && k->before >= 0 && c[-1].level != c->level) taste = TASTE_OWN;   /* a run ends here anyway */
    if (taste == TASTE_BEFORE && k->before >= 0 && c[-1].marks == m && covers(k, k->before, c, n)) return k->before;
    if (taste == TASTE_OWN && covers(k, k->chain[m][own], c, n)) return k->chain[m][own];
    for (size_t part = n;; part = 1) {   /* all of it, or at least its letter */
        for (int i = 0; i < k->n[m]; i++)
            if (k->chain[m][i] != FACE_LAST && covers(k, k->chain[m][i], c, part)) return k->chain[m][i];
        int face = face_of_script(k, c, part);
        if (face != FACE_LAST) return face;
        if (part == 1) break;
    }
    k->missing = true;
    return FACE_LAST;
}

/* A run is shaped as one script; Han, kana, Hangul need no parting. */
static bool one_script(UScriptCode a, UScriptCode b, int face) {
    return a == b || a == USCRIPT_COMMON || b == USCRIPT_COMMON || (own_face(face) && face < FACE_ARABIC_BOLD);
}

static bool find_items(struct arena *a, struct chooser *k, const struct cp *cps, size_t n, unsigned char *starts, struct flow *f) {
    struct text_item *items = NULL, *it = NULL;
    UScriptCode script = USCRIPT_COMMON;
    int cap = 0;
    for (size_t i = 0, len; i < n; i += len) {
        for (len = 1; i + len < n && attached(&cps[i + len]);) len++;
        starts[cps[i].at] = 1;
        int face = choose(k, &cps[i], len);
        UScriptCode s = script_of(cps[i].c);
        bool strong = cps[i].marks & STRONG;
        if (!it || it->face != face || it->level != cps[i].level || it->strong != strong || !one_script(script, s, face)) {
            if (f->nitems == cap) {
                struct text_item *more = arena_array(a, struct text_item, cap ? cap * 2 : 8);
                if (!more) return false;
                if (cap) memcpy(more, items, sizeof *items * (size_t)cap);
                items = more, cap = cap ? cap * 2 : 8;
            }
            it = &items[f->nitems++];
            *it = (struct text_item){cps[i].at, 0, face, cps[i].level, strong,
                                     k->own[cps[i].marks] >= 0 && !own_face(face) && face != FACE_LAST};
            script = USCRIPT_COMMON;
        }
        if (s != USCRIPT_COMMON) script = s;
        it->end = cps[i + len].at;
        k->before = face;
    }
    f->items = items;
    return true;
}

bool flow_make(struct arena *a, const struct port_fonts *fonts, const char *lang, const char *utf8, enum style_token token,
               bool tight, struct flow *out) {
    const char *end = utf8 ? memchr(utf8, 0, PARA_MAX_BYTES + 1) : NULL;
    size_t n = end ? (size_t)(end - utf8) : utf8 ? PARA_MAX_BYTES : 0;
    *out = (struct flow){.cut = utf8 && !end, .rtl = lang && uloc_isRightToLeft(lang)};
    while (out->cut && n && ((unsigned char)utf8[n] & 0xC0) == 0x80) n--;
    char *text = arena_alloc(a, 3 * n + 4);   /* a malformed byte grows to the three bytes of U+FFFD */
    struct cp *cps = arena_array(a, struct cp, n + 1);
    if (!text || !cps) return false;
    size_t ncp = read_text(utf8, n, text, cps);
    unsigned char *starts = arena_alloc(a, cps[ncp].at + 1);
    if (!starts || !find_levels(a, cps, ncp, out->rtl)) return false;
    struct chooser *k = arena_new(a, struct chooser);
    if (!k) return false;
    chooser_init(k, fonts, token, tight, lang);
    out->text = text, out->n = cps[ncp].at, out->starts = starts;
    bool ok = find_items(a, k, cps, ncp, starts, out);
    out->missing = k->missing;
    return ok;
}
