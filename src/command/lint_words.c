/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lint_words.c - rules on words: too many, raw, or in the wrong language. */
#include <command/lint.h>
#include <string.h>

enum { UNIT = 3 /* letters of a unit */, WORD = 4 /* letters of a word that is no sign */, PHRASE = 4 /* such words in a row: longer than a Latin name */ };

static bool latin(uint32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}
static bool han(uint32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x20000 && c <= 0x3FFFF); }
static bool letter(uint32_t c) {
    return latin(c) || han(c) || (c >= 0x370 && c <= 0x1FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

int lint_count(const char *words) {
    size_t n = strlen(words), i = 0;
    int count = 0, signs = 0;
    bool inside = false;
    while (i < n) {
        uint32_t c = utf8_next(words, n, &i);
        if (han(c)) signs++;
        bool part = (letter(c) && !han(c)) || (c >= '0' && c <= '9');
        bool gap = c == ' ' || c == '\n' || c == 0xA0 || han(c);
        if (part && !inside) count++;
        inside = part || (inside && !gap);
    }
    return count + (signs + 1) / 2;
}

bool lint_latin(const char *words) {
    size_t n = strlen(words), i = 0;
    int own = 0;
    while (i < n) {
        uint32_t c = utf8_next(words, n, &i);
        if (!letter(c)) continue;
        if (!latin(c)) return false;
        own++;
    }
    return own > 0;
}

/* Latin words in a row that are no abbreviation; *longest = the most letters of one. */
static int phrase(const char *words, int *longest) {
    size_t n = strlen(words), i = 0;
    int most = 0, row = 0, letters = 0, small = 0;
    *longest = 0;
    for (bool end = false; !end;) {
        end = i >= n;
        uint32_t c = end ? ' ' : utf8_next(words, n, &i);
        if (latin(c)) { letters++; small += c >= 'a'; continue; }
        if (small > 1) { row++; if (letters > *longest) *longest = letters; }
        if (letter(c)) row = 0;
        letters = small = 0;
        if (row > most) most = row;
    }
    return most;
}

static bool english(const struct lint_text *t) {
    int longest, row = phrase(t->words, &longest);
    return longest >= WORD && (lint_latin(t->words) || row >= PHRASE);
}

/* A word that no bracket holds. */
static bool unbracketed(const char *words) {
    size_t n = strlen(words), i = 0;
    int depth = 0, letters = 0;
    while (i < n && letters < WORD) {
        uint32_t c = utf8_next(words, n, &i);
        depth += (c == '[') - (c == ']');
        letters = depth <= 0 && latin(c) ? letters + 1 : 0;
    }
    return letters >= WORD;
}

/* In any script: their rows of ten begin at these. */
static bool digit(uint32_t c) {
    static const uint32_t ZEROS[] = {'0', 0x660, 0x6F0, 0x966, 0x9E6, 0xE50};
    for (size_t i = 0; i < sizeof ZEROS / sizeof *ZEROS; i++)
        if (c >= ZEROS[i] && c < ZEROS[i] + 10) return true;
    return false;
}

/* A letter of a photo or a figure with its unit says the same in any language. */
static bool speaks(const char *words) {
    size_t n = strlen(words), i = 0;
    int letters = 0, signs = 0;
    bool figure = false;
    while (i < n) {
        uint32_t c = utf8_next(words, n, &i);
        if (digit(c)) figure = true;
        else if (han(c)) signs++;
        else letters += letter(c);
    }
    return figure ? letters + (signs + 1) / 2 > UNIT : letters + signs > 1 || signs;
}

/* What stays of a placeholder that nobody filled in. */
static const char *raw(const char *words) {
    const char *at = strpbrk(words, "{}\x1F");
    return at;
}

void lint_words(const struct lint_frame *f, const struct lint_sink *out) {
    for (int i = 0; i < f->ntexts; i++) {
        const struct lint_text *t = &f->texts[i];
        int n = lint_count(t->words), most = f->more ? LINT_MORE : LINT_EASY;
        struct lint_fault fault = {.of = t->of, .id = t->id, .other = t->words};
        if (raw(t->words)) { fault.rule = LINT_RAW; out->fault(out->ctx, &fault); }
        if (!t->foreign && (f->bracketed ? unbracketed(t->words) : !f->latin && english(t))) { fault.rule = LINT_ENGLISH; out->fault(out->ctx, &fault); }
        if (f->pair && !t->both && !t->foreign && speaks(t->words)) { fault.rule = LINT_ALONE; out->fault(out->ctx, &fault); }
        if (n <= most) continue;
        fault = (struct lint_fault){.rule = LINT_LONG, .of = t->of, .id = t->id, .measure = (float)n};
        out->fault(out->ctx, &fault);
    }
}
