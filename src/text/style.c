/* SPDX-License-Identifier: GPL-3.0-or-later */
/* style.c - the type scale and the order in which faces are asked. */
#include <base/str.h>
#include <string.h>
#include <text/style.h>
#include <unicode/uscript.h>

const char *const STYLE_NAMES[] = {"numeral-xl", "display", "h1", "h2", "h3", "body", "label", "button", "small", NULL};

static const struct { float size, leading; int face; bool display, bold; float grow; } STYLES[STYLE_COUNT] = {
    [STYLE_NUMERAL] = {300, .82f, FACE_DISPLAY_X, true, true, 1},
    [STYLE_DISPLAY] = {130, .96f, FACE_DISPLAY, true, true, 1},
    [STYLE_H1] = {116, .98f, FACE_DISPLAY, true, true, 1},
    [STYLE_H2] = {72, 1.02f, FACE_DISPLAY, true, true, 1},
    [STYLE_H3] = {48, 1.08f, FACE_DISPLAY, true, true, 1},
    [STYLE_BODY] = {36, 1.36f, FACE_TEXT, false, false, 2},
    [STYLE_LABEL] = {30, 1.30f, FACE_LABEL, false, true, 2},
    [STYLE_BUTTON] = {32, 1.20f, FACE_BOLD, false, true, 1.5f},
    [STYLE_SMALL] = {28, 1.35f, FACE_TEXT, false, false, 2},
};

float style_size(enum style_token t) { return STYLES[t].size; }
float style_leading(enum style_token t) { return STYLES[t].leading; }
bool style_display(enum style_token t) { return STYLES[t].display; }
bool style_bold(enum style_token t) { return STYLES[t].bold; }

float style_growth(enum style_token t, float text_scale) {
    return clampf(text_scale, 1, STYLES[t].grow);
}

/* True when lang ("zh-Hans") is the language `two` ("zh"). */
static bool is_lang(const char *lang, const char *two) {
    return lang && !strncmp(lang, two, 2) && (!lang[2] || lang[2] == '-' || lang[2] == '_' || lang[2] == '@');
}

enum style_script style_script_of(const char *lang) {
    if (is_lang(lang, "zh")) return SCRIPT_HAN;
    if (is_lang(lang, "ja")) return SCRIPT_KANA;
    if (is_lang(lang, "ko")) return SCRIPT_HANGUL;
    if (is_lang(lang, "ar") || is_lang(lang, "fa") || is_lang(lang, "ur")) return SCRIPT_ARABIC;
    return SCRIPT_OTHER;
}

static int push(int *out, int n, int face) {
    for (int i = 0; i < n; i++) if (out[i] == face) return n;
    out[n] = face;
    return n + 1;
}

int style_chain(enum style_token t, bool italic, bool tight, const char *lang, int *out) {
    /* The scripts that have a face for bold and one for text; the language's own comes first. */
    static const struct { enum style_script script; int bold, text; } OWN[] = {
        {SCRIPT_HAN, FACE_SC_BOLD, FACE_SC}, {SCRIPT_HANGUL, FACE_KR_BOLD, FACE_KR},
        {SCRIPT_KANA, FACE_JP_BOLD, FACE_JP}, {SCRIPT_ARABIC, FACE_ARABIC_BOLD, FACE_ARABIC}};
    enum style_script script = style_script_of(lang);
    bool display = STYLES[t].display, bold = STYLES[t].bold;
    int n = 0;
    if (italic && !display) n = push(out, n, FACE_ITALIC);
    if (tight && display) n = push(out, n, FACE_DISPLAY_X);
    n = push(out, n, STYLES[t].face);
    if (display) n = push(out, n, FACE_DISPLAY);
    for (int own = 1; own >= 0; own--) {
        if (!own) {   /* Latin letters that the first face lacks */
            n = push(out, n, bold ? FACE_BOLD : FACE_TEXT);
            n = push(out, n, bold ? FACE_TEXT : FACE_BOLD);
        }
        for (int i = 0; i < 4; i++) {
            if (own && OWN[i].script != script) continue;
            n = push(out, n, bold ? OWN[i].bold : OWN[i].text);
            if (own) n = push(out, n, bold ? OWN[i].text : OWN[i].bold);
        }
    }
    for (int i = 0; i < 4; i++) n = push(out, n, bold ? OWN[i].text : OWN[i].bold);
    return push(out, n, FACE_LAST);
}

/* Is the language written in letters that none of the table's faces has? They have marks above and below, as Arabic does. */
static bool own_letters(const char *lang) {
    UScriptCode s[4] = {USCRIPT_LATIN};
    UErrorCode e = U_ZERO_ERROR;
    if (!lang || uscript_getCode(lang, s, 4, &e) < 1 || U_FAILURE(e)) return false;
    return s[0] != USCRIPT_LATIN && s[0] != USCRIPT_CYRILLIC && s[0] != USCRIPT_GREEK;
}

void style_script(enum style_token t, const char *lang, float *size, float *leading) {
    *size = *leading = 1;
    bool display = STYLES[t].display;
    switch (style_script_of(lang)) {
    case SCRIPT_HAN:
    case SCRIPT_KANA: if (display) *size = .90f, *leading = 1.10f; break;
    case SCRIPT_HANGUL: if (display) *size = .80f, *leading = 1.15f; break;
    case SCRIPT_ARABIC:   /* no condensed face; marks above and below need the room */
        *leading = display ? 1.30f : 1.10f;
        if (display) *size = .82f;
        break;
    case SCRIPT_OTHER:
        if (!own_letters(lang)) break;
        *leading = display ? 1.30f : 1.10f;
        if (display) *size = .82f;
        break;
    }
}
