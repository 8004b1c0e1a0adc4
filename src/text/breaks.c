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

/* The letter that ends before *at, which moves to its begin; 0 at the begin of the text. */
static uint32_t before(const char *text, size_t *at) {
    size_t end = *at, i = end;
    if (!end) return 0;
    while (--i && ((unsigned char)text[i] & 0xC0) == 0x80) {}
    *at = i;
    return utf8_next(text, end, &i);
}

static bool after_blank(const char *text, size_t at) { return breaks_blank(before(text, &at)); }

static bool joins(uint32_t c) { return c == 0x2013 || c == 0xFF5E || c == 0x301C; }
static bool digit(uint32_t c) { return u_isdigit((UChar32)c); }

/* On one side of the dash of a range of figures (9–12, 9～12), which is one word to a reader. */
static bool in_range(const char *s, size_t at, size_t size) {
    size_t left = at, right = at;
    uint32_t a = before(s, &left), b = right < size ? utf8_next(s, size, &right) : 0;
    if (joins(a)) return digit(b) && digit(before(s, &left));
    return joins(b) && digit(a) && right < size && digit(utf8_next(s, size, &right));
}

/* Writes the places; with out NULL only counts them. root: as UAX #14 has it. -1 = no memory. */
static int walk(UBreakIterator *it, const char *s, size_t size, bool root, bool at_spaces_only, struct text_break *out) {
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
        if (!root && in_range(s, at, size)) continue;
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
    bool spaces = style_script_of(lang) == SCRIPT_HANGUL, root = !lang;
    int count = walk(it, text, n, root, spaces, NULL);
    *out = count < 0 ? NULL : arena_array(a, struct text_break, count);
    if (*out) walk(it, text, n, root, spaces, *out);
    ubrk_close(it);
    return *out ? count : -1;
}
