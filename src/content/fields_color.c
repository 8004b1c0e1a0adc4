/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/fields.h>
#include <string.h>

/* Section 1 of the visual system, and what every palette needs. */
#define COLORS(X)                                                                                                           \
    X("spruce-950", 0x06171CFF) X("spruce-900", 0x0A2229FF) X("spruce-850", 0x0C2A32FF) X("spruce-800", 0x0F333CFF)         \
    X("spruce-700", 0x174650FF) X("spruce-600", 0x205C66FF) X("spruce-500", 0x2F7980FF)                                     \
    X("mist-400", 0x6FA6A8FF) X("mist-300", 0xA3C8C7FF) X("mist-200", 0xCFE2E0FF) X("snow", 0xF4F8F6FF)                     \
    X("larch-300", 0xFFCF80FF) X("larch-500", 0xF2A93BFF) X("larch-700", 0xA8620CFF)                                        \
    X("rose-300", 0xF4BCB1FF) X("rose-500", 0xE58A86FF) X("rose-700", 0xA44D5CFF)                                           \
    X("ember-300", 0xFF8A70FF) X("ember-500", 0xE4573DFF) X("ember-800", 0x9E2F22FF)                                        \
    X("hope-500", 0xA5D27FFF) X("hope-700", 0x5E8F42FF) X("oak-500", 0xA5583AFF)                                            \
    X("black", 0x000000FF) X("white", 0xFFFFFFFF) X("transparent", 0x00000000)

#define NAME(name, value) name,
#define VALUE(name, value) value##u,
const char *const COLOR_TOKENS[] = {COLORS(NAME) NULL};
static const rgba COLOR_VALUES[] = {COLORS(VALUE)};

static int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool color_parse(const char *s, rgba *out) {
    if (*s != '#') {
        for (int i = 0; COLOR_TOKENS[i]; i++)
            if (strcmp(COLOR_TOKENS[i], s) == 0) {
                *out = COLOR_VALUES[i];
                return true;
            }
        return false;
    }
    size_t n = strlen(++s);
    if (n != 6 && n != 8) return false;
    rgba c = 0;
    for (size_t i = 0; i < n; i++) {
        if (hex(s[i]) < 0) return false;
        c = c << 4 | (rgba)hex(s[i]);
    }
    *out = n == 6 ? c << 8 | 0xFFu : c;
    return true;
}
