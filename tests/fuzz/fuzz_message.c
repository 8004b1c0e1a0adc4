/* links: lk_content lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text with its numbers: checked, said, counted for translators, and set in lines. The first byte chooses the language. */
#include "pack.h"
#include <content/message.h>
#include <content/pot.h>
#include <plat/silent.h>
#include <text/para.h>

static void set_lines(struct arena *a, const char *lang, const char *text, size_t seed) {
    struct port_fonts fonts = silent_fonts();
    struct text_style style = {.token = (enum style_token)(seed % STYLE_COUNT), .scale = 0.5f, .text_scale = 1.5f, .ink = 0xFFFFFFFFu,
                               .fit = seed & 1, .max_h = seed & 2 ? 200 : 0, .align = (enum text_align)(seed % 3)};
    struct para para;
    para_layout(a, &fonts, lang, text, &style, seed & 4 ? 300 : 0, 0, &para);
    para_layout(a, &fonts, lang, text, &style, 40, 1, &para);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n) {
    static const char *const LANGS[] = {"en", "ru", "zh-Hans", "ko", "ja", "fr", "es", "ar"};
    static const struct msg_arg ARGS[] = {{"n", 3, NULL, NULL, -1}, {"w", 0, "word", NULL, -1}, {"x", 1e300, NULL, "m", 2}};
    static const char *const KNOWN[] = {"n", "w", "x", NULL};
    struct arena a;
    struct diag d;
    const struct facts *facts = fuzz_facts();
    if (n == 0) return 0;
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    const char *lang = LANGS[p[0] % 8], *text = arena_strn(&a, (const char *)p + 1, n - 1);
    struct msg_env env = {.lang = lang, .facts = facts, .args = ARGS, .nargs = 3};
    struct text_ref t = {.easy = text};
    message_check(&a, text, NULL, "en", facts, KNOWN, (struct written){{"fuzz", 1, 1}, text}, &d);
    message_check(&a, text, "about {n} of {leap-length}", lang, facts, KNOWN, (struct written){{"fuzz", 1, 1}, text}, &d);
    pot_letters(text);
    const char *said = message_text(&a, &env, &t, false);
    set_lines(&a, lang, text, n);
    if (strcmp(said, text) != 0) set_lines(&a, lang, said, n);
    arena_free(&a);
    return 0;
}
