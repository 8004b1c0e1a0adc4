/* SPDX-License-Identifier: GPL-3.0-or-later */
/* style.h - type: faces, style tokens, and which face serves which script. */
#ifndef LK_TEXT_STYLE_H
#define LK_TEXT_STYLE_H
#include <base/geom.h>
#include <port.h>

/* One row per face in plat's font table. LAST is compiled in: it needs no file and covers every code point with a box. */
enum face {
    FACE_DISPLAY, FACE_DISPLAY_X, FACE_TEXT, FACE_LABEL, FACE_BOLD, FACE_ITALIC,
    FACE_SC_BOLD, FACE_SC, FACE_KR_BOLD, FACE_KR, FACE_JP_BOLD, FACE_JP, FACE_ARABIC_BOLD, FACE_ARABIC,
    FACE_LAST, FACE_COUNT
};
/* Any other script has a face by itself: the file that Noto, or the pack, has for it. script: ICU's UScriptCode. */
#define FACE_OF_SCRIPT(script, bold) (FACE_COUNT + 2 * (int)(script) + ((bold) ? 1 : 0))
enum { FACE_SCRIPTS = 256, FACE_ALL = FACE_COUNT + 2 * FACE_SCRIPTS };
enum text_align { ALIGN_START, ALIGN_CENTER, ALIGN_END };   /* start = left, or right in a right-to-left language */
enum style_token { STYLE_NUMERAL, STYLE_DISPLAY, STYLE_H1, STYLE_H2, STYLE_H3, STYLE_BODY, STYLE_LABEL, STYLE_BUTTON,
                   STYLE_SMALL, STYLE_COUNT };
extern const char *const STYLE_NAMES[];   /* "numeral-xl", "display", "h1" ... NULL-terminated, in the order of the enum */

#define STYLE_LEAST 28.0f   /* canvas units: the smallest letters of the house, of any language, whatever a style asks for */
struct text_style {
    enum style_token token;
    float px;               /* size in the output's px for the base script; 0 = the token's size times scale */
    rgba ink, strong;       /* strong: ink of *emphasis*; 0 alpha = same as ink */
    enum text_align align;
    int max_lines;          /* 0 = as many as fit */
    float max_h;            /* px; 0 = no limit. What does not fit goes to further pages */
    bool fit;               /* display texts: try condensed, extra condensed, shrink to 80 %, before breaking further; to the least before losing lines */
    bool smaller;           /* smaller, in tenths to the least, before a letter is lost; what may `fit` does so anyway */
    bool tight;             /* display texts: extra condensed from the start */
    float text_scale;       /* the visitor's text size: 1, 1.5, 2; ignored by numeral, display, h1, h2, h3; buttons stop at 1.5 */
    float scale;            /* px per canvas unit */
    /* Of two languages (pair.h): the first only; where they are long, the second on pages of its own; there too where
     * it has no room below; in one line where it has room for both; there or not at all; rather than below, there a little
     * smaller. */
    bool alone, turns, whole, beside, level, one_line;
};
/* Size in canvas units, leading (line step / size) of a token. */
float style_size(enum style_token t);
float style_leading(enum style_token t);
/* Preferred faces for a token in a language: fills out[] (FACE_COUNT long at most) from first choice to FACE_LAST. */
int style_chain(enum style_token t, bool italic, bool tight, const char *lang, int *out);
/* Factors on size and on leading for a script at a token: Chinese and Japanese display x0.90 / 1.10, Korean display x0.80 /
 * 1.15, Arabic display x0.82 / 1.30 and text leading 1.10, so too any script with a face by itself, else 1. */
void style_script(enum style_token t, const char *lang, float *size, float *leading);
bool style_bold(enum style_token t);
bool style_display(enum style_token t);                              /* numeral, display, h1, h2, h3 */
float style_growth(enum style_token t, float text_scale);            /* factor of the visitor's text size on this token */
enum style_script { SCRIPT_OTHER, SCRIPT_HAN, SCRIPT_KANA, SCRIPT_HANGUL, SCRIPT_ARABIC };
enum style_script style_script_of(const char *lang);                 /* BCP 47, NULL allowed */
#endif
