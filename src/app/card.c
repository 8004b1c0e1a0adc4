/* SPDX-License-Identifier: GPL-3.0-or-later */
/* card.c - the last resort: one picture that needs no pack and no file, so that the screen is never blank. */
#include <app/app_state.h>

struct card_line { const char *lang, *text; };
static const struct card_line LINES[] = {
    {"ru", "Пожалуйста, обратитесь к сотрудникам"},
    {"en", "Please ask our staff"},
    {"zh-Hans", "请咨询我们的工作人员"},
    {"ko", "직원에게 문의해 주세요"},
};
enum { CARD_LINES = sizeof LINES / sizeof *LINES };

/* The journey's own languages in its own order; all of them when it has none of these. */
static int chosen(const struct app *a, int out[CARD_LINES]) {
    const struct strs *l = &a->deps.journey->languages;
    int n = 0;
    for (int i = 0; i < l->n; i++)
        for (int k = 0; k < CARD_LINES && n < CARD_LINES; k++)
            if (str_eq(LINES[k].lang, l->v[i])) out[n++] = k;
    for (int k = 0; n == 0 && k < CARD_LINES; k++) out[k] = k;
    return n ? n : CARD_LINES;
}

static void line(struct app *a, struct dlist *l, int which, float middle) {
    struct env *e = &a->env[0];
    struct para p = {0};
    struct text_style st = {.token = STYLE_H2, .ink = 0xF4EFE4FF, .text_scale = 1, .scale = e->scale};
    float max_w = 0.9f * (float)a->opt.w;
    if (!para_layout(e->frame, &a->deps.fonts[0], LINES[which].lang, LINES[which].text, &st, max_w, 0, &p)) return;
    float x = ((float)a->opt.w - p.w) / 2, y = middle * e->scale - p.h / 2;
    for (int i = 0; i < p.nruns; i++) {
        const struct text_run *r = &p.runs[i];
        const struct text_line *t = &p.lines[r->line];
        struct ibox box = {(int)(x + r->x), (int)(y + t->y), (int)ceilf(r->w), (int)ceilf(t->h)};
        dlist_text(l, box, y + t->baseline, r->face, r->px, st.ink, r->text, r->len, r->rtl);
    }
}

void card_draw(struct app *a, struct dlist *l) {
    struct env *e = &a->env[0];
    int which[CARD_LINES], n = chosen(a, which);
    dlist_fill(l, l->screen, 0x06171CFF);
    int band = a->opt.h / 6;
    dlist_fill(l, (struct ibox){0, a->opt.h - band, a->opt.w, band}, 0x0E2C35FF);
    dlist_fill(l, (struct ibox){0, a->opt.h - band, a->opt.w, a->opt.h / 120 + 1}, 0xF4EFE4FF);
    for (int i = 0; i < n; i++) line(a, l, which[i], e->h * 0.42f + ((float)i - (float)(n - 1) / 2) * 120);
}
