/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_render_sheet.c - contact sheets: one page a language, every scene and state lying and upright, to be signed. */
#include <command/check_render.h>
#include <command/command.h>
#include <string.h>

struct render_sheet { const char *dir; struct arena arena; struct sbuf page[LINT_LANGS]; const char *last[LINT_LANGS]; };

static const char STYLE[] =
    "body{font:16px sans-serif;margin:24px;background:#f4f8f6;color:#16303f}h2{margin:36px 0 8px;border-top:2px solid #205c66;padding-top:16px}"
    "figure{display:inline-block;margin:0 18px 18px 0;vertical-align:top}img{display:block;border:1px solid #6fa6a8}"
    "img.lying{width:480px}img.upright{height:480px}figcaption{margin-top:4px}.sign{margin:8px 0}.line{display:inline-block;width:18em;"
    "border-bottom:1px solid #16303f}@media print{h2{break-before:page}}";

struct render_sheet *render_sheet_open(struct render *r) {
    const struct host *h = r->s->host;
    struct render_sheet *s = arena_new(&r->s->arena, struct render_sheet);
    if (!s) return NULL;
    s->dir = r->o->sheet_dir;
    arena_init(&s->arena, 64 << 20);
    bool good = h->make_folder(h->ctx, s->dir);
    for (int i = 0; good && i < r->names.nlang; i++) {
        const char *path = arena_printf(&s->arena, "%s/%s", s->dir, r->names.lang[i]);
        good = path && h->make_folder(h->ctx, path);
        s->page[i].arena = &s->arena;
    }
    if (good) return s;
    complain(h, "check: the folder '%s' cannot be made", s->dir);
    arena_free(&s->arena);
    return NULL;
}

const char *render_sheet_add(struct render *r, const struct lint_case *at) {
    struct render_sheet *s = r->sheet;
    const char *lang = r->names.lang[at->lang], *state = r->states[at->state].name, *id = r->scene->id;
    bool lying = at->shape == 0;
    const char *file = arena_printf(&s->arena, "%s/%s.%s.%s.png", lang, id, state, r->names.shape[at->shape]);
    struct sbuf *b = &s->page[at->lang];
    if (!file) return NULL;
    if (!str_eq(s->last[at->lang], id)) {
        sbuf_printf(b, "<h2 id=\"%s\">%s</h2>\n<p class=\"sign\">Read by <span class=\"line\"></span> on <span class=\"line\"></span> "
                    "<label><input type=\"checkbox\"> good as it is</label></p>\n", id, id);
        s->last[at->lang] = arena_str(&s->arena, id);
    }
    sbuf_printf(b, "<figure><a href=\"%s\"><img class=\"%s\" loading=\"lazy\" src=\"%s\" alt=\"%s, %s\"></a><figcaption>%s, %s</figcaption></figure>\n",
                file, lying ? "lying" : "upright", file, id, state, state, r->names.shape[at->shape]);
    return arena_printf(&s->arena, "%s/%s", s->dir, file);
}

static bool put(struct render *r, const char *name, const struct sbuf *b) {
    struct render_sheet *s = r->sheet;
    const struct host *h = r->s->host;
    const char *path = arena_printf(&s->arena, "%s/%s", s->dir, name);
    if (path && b->p && h->write(h->ctx, path, b->p, b->len)) return true;
    complain(h, "check: '%s/%s' cannot be written", s->dir, name);
    return false;
}

static void head(struct sbuf *b, const char *lang, const char *title) {
    sbuf_printf(b, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title><style>%s</style></head><body>\n<h1>%s</h1>\n",
                lang, title, STYLE, title);
}

bool render_sheet_write(struct render *r) {
    struct render_sheet *s = r->sheet;
    struct sbuf index = {.arena = &s->arena};
    bool good = true;
    head(&index, "en", "Contact sheets");
    for (int i = 0; i < r->names.nlang; i++) {
        struct sbuf b = {.arena = &s->arena};
        const char *name = language_name(&s->arena, r->names.lang[i]), *file = arena_printf(&s->arena, "%s.html", r->names.lang[i]);
        if (!file) return false;
        head(&b, r->names.lang[i], name ? name : r->names.lang[i]);
        sbuf_puts(&b, s->page[i].p ? s->page[i].p : "");
        sbuf_puts(&b, "</body></html>\n");
        good &= put(r, file, &b);
        sbuf_printf(&index, "<p><a href=\"%s\">%s</a></p>\n", file, name ? name : r->names.lang[i]);
    }
    sbuf_puts(&index, "</body></html>\n");
    good &= put(r, "index.html", &index);
    arena_free(&s->arena);
    return good;
}
