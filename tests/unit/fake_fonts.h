/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_fonts.h - port_fonts with metrics one can reckon with: a Latin letter 0.5 em (0.4 in extra condensed), a CJK letter
 * 1 em, marks and joiners nothing. ctx may point to a long that counts the calls of width. */
#ifndef LK_FAKE_FONTS_H
#define LK_FAKE_FONTS_H
#include <base/str.h>
#include <text/style.h>

static inline bool fake_wide(uint32_t c) { return (c >= 0x2E80 && c <= 0xD7A3) || (c >= 0xFF00 && c <= 0xFF60); }
static inline bool fake_nothing(uint32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xAD; }
static inline float fake_width(void *ctx, int face, float px, const char *s, size_t n, bool rtl) {
    float em = 0;
    (void)rtl;
    if (ctx) ++*(long *)ctx;
    for (size_t i = 0; i < n;) {
        uint32_t c = utf8_next(s, n, &i);
        em += fake_nothing(c) ? 0 : fake_wide(c) ? 1.f : face == FACE_DISPLAY_X ? .4f : .5f;
    }
    return em * px;
}
static inline struct font_metrics fake_metrics(void *ctx, int face, float px) {
    (void)ctx, (void)face;
    return (struct font_metrics){px, px * .25f, px * 1.25f};
}
/* Latin faces: up to Arabic, and general punctuation. Asian faces: ASCII, punctuation, their letters (the Korean one no Han).
 * Arabic: its letters, space, a few signs. Devanagari (10) has a face by itself. Nobody has U+1F406. */
static inline bool fake_covers(void *ctx, int face, unsigned c) {
    (void)ctx;
    if (face == FACE_LAST) return true;
    bool punctuation = c >= 0x2000 && c <= 0x206F;
    if (face < FACE_SC_BOLD) return c < 0x600 || punctuation;
    if (face >= FACE_COUNT) return (face - FACE_COUNT) / 2 == 10 && c >= 0x900 && c < 0x980;
    if (face >= FACE_ARABIC_BOLD) return (c >= 0x600 && c < 0x700) || c == ' ' || c == '.' || c == '(' || c == ')';
    bool hangul = c >= 0xAC00 && c <= 0xD7A3, korean = face == FACE_KR || face == FACE_KR_BOLD;
    return c < 0x80 || c == 0xB7 || punctuation || (hangul ? korean : fake_wide(c) && (!korean || c < 0x4E00 || c > 0x9FFF));
}
static inline struct port_fonts fake_fonts(long *calls) { return (struct port_fonts){calls, fake_width, fake_metrics, fake_covers}; }
#endif
