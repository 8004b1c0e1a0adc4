/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <text/breaks.h>
#include <base/str.h>
#include <text/style.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

bool breaks_blank(uint32_t c) { return u_isUWhiteSpace((UChar32)c) || c == 0x200B; }

static UBreakIterator *open_breaks(const char *lang) {
    UErrorCode e = U_ZERO_ERROR;
    enum style_script script = style_script_of(lang);
    const char *locale = script == SCRIPT_HAN ? "zh@lb=strict" : script == SCRIPT_KANA ? "ja@lb=strict" : "";
    UBreakIterator *it = ubrk_open(UBRK_LINE, locale, NULL, 0, &e);
    return U_SUCCESS(e) ? it : NULL;
}

static bool after_blank(const char *text, size_t at) {
    size_t i = at - 1;
    while (i && ((unsigned char)text[i] & 0xC0) == 0x80) i--;
    return breaks_blank(utf8_next(text, at, &i));
}

/* Writes the places; with out NULL only counts them. -1 = no memory. */
static int walk(UBreakIterator *it, const char *s, size_t size, bool at_spaces_only, struct text_break *out) {
    UErrorCode e = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, s, (int64_t)size, &e);
    ubrk_setUText(it, &text, &e);
    int n = 0;
    if (U_SUCCESS(e)) ubrk_first(it);
    for (int32_t next; U_SUCCESS(e) && (next = ubrk_next(it)) != UBRK_DONE;) {
        size_t at = (size_t)next;
        bool hard = s[at - 1] == '\n';
        if (!hard && at_spaces_only && at < size && !after_blank(s, at)) continue;
        if (out) out[n] = (struct text_break){at, hard};
        n++;
    }
    utext_close(&text);
    return U_SUCCESS(e) ? n : -1;
}

int breaks_find(struct arena *a, const char *lang, const char *text, size_t n, struct text_break **out) {
    *out = NULL;
    UBreakIterator *it = open_breaks(lang);
    if (!it) return -1;
    bool spaces = style_script_of(lang) == SCRIPT_HANGUL;
    int count = walk(it, text, n, spaces, NULL);
    *out = count < 0 ? NULL : arena_array(a, struct text_break, count);
    if (*out) walk(it, text, n, spaces, *out);
    ubrk_close(it);
    return *out ? count : -1;
}
