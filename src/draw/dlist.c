/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <draw/dlist.h>
#include <string.h>

void dlist_begin(struct dlist *l, struct arena *a, int w, int h) {
    *l = (struct dlist){.arena = a, .screen = {0, 0, w, h}, .clip = {0, 0, w, h}, .fade = 255};
}

struct ibox dlist_clip(struct dlist *l, struct ibox box) {
    struct ibox before = l->clip;
    l->clip = ibox_and(l->clip, box);
    return before;
}

void dlist_unclip(struct dlist *l, struct ibox before) { l->clip = before; }

static uint8_t mul_alpha(uint8_t fade, float alpha) {
    if (!(alpha > 0)) return 0; /* NaN too */
    return (uint8_t)((float)fade * clampf(alpha, 0, 1) + 0.5f);
}

uint8_t dlist_fade(struct dlist *l, float alpha) {
    uint8_t before = l->fade;
    l->fade = mul_alpha(l->fade, alpha);
    return before;
}

/* A zeroed command at the end of the list, or NULL when the arena refuses. */
static struct draw_cmd *push(struct dlist *l) {
    if (l->n == l->cap) {
        int cap = l->cap ? l->cap * 2 : 64;
        struct draw_cmd *grown = arena_array(l->arena, struct draw_cmd, cap);
        if (!grown) return NULL;
        if (l->n) memcpy(grown, l->cmds, sizeof *grown * (size_t)l->n);
        l->cmds = grown;
        l->cap = cap;
    }
    struct draw_cmd *c = &l->cmds[l->n++];
    *c = (struct draw_cmd){.alpha = 255, .clip = l->clip};
    return c;
}

void dlist_fill(struct dlist *l, struct ibox box, rgba color) {
    rgba alpha = ((color & 255u) * l->fade + 127u) / 255u;
    if (alpha == 0 || ibox_empty(ibox_and(box, l->clip))) return;
    struct draw_cmd *c = push(l);
    if (!c) return;
    c->kind = DRAW_FILL;
    c->box = box;
    c->color = (color & 0xFFFFFF00u) | alpha;
}

void dlist_picture(struct dlist *l, uint64_t key, struct ibox box, float alpha) {
    uint8_t a = mul_alpha(l->fade, alpha);
    if (key == 0 || a == 0 || ibox_empty(ibox_and(box, l->clip))) return;
    struct draw_cmd *c = push(l);
    if (!c) return;
    c->kind = DRAW_PICTURE;
    c->box = box;
    c->key = key;
    c->alpha = a;
}

void dlist_film(struct dlist *l, const char *path, int at, struct ibox box, float alpha) {
    uint8_t a = mul_alpha(l->fade, alpha);
    if (a == 0 || ibox_empty(ibox_and(box, l->clip))) return;
    const char *copy = arena_str(l->arena, path);
    struct draw_cmd *c = copy ? push(l) : NULL;
    if (!c) return;
    c->kind = DRAW_FILM;
    c->box = box;
    c->alpha = a;
    c->text = copy;
    c->len = strlen(copy);
    c->at = at;
}

void dlist_text(struct dlist *l, struct ibox box, float baseline, int face, float px, rgba ink, const char *text, size_t len,
                bool rtl) {
    int third = (box.h + 2) / 3;
    struct ibox ink_box = {box.x - third, box.y - third, box.w + 2 * third, box.h + 2 * third};
    if (len == 0 || l->fade == 0 || (ink & 255u) == 0 || ibox_empty(ibox_and(ink_box, l->clip))) return;
    char *copy = arena_strn(l->arena, text, len);
    struct draw_cmd *c = copy ? push(l) : NULL;
    if (!c) return;
    c->kind = DRAW_TEXT;
    c->alpha = l->fade;
    c->box = box;
    c->baseline = baseline;
    c->face = face;
    c->px = px;
    c->color = ink;
    c->text = copy;
    c->len = len;
    c->rtl = rtl;
}

void dlist_copy(struct dlist *l, const struct draw_cmd *c, int dx, int dy, float alpha) {
    struct ibox box = {c->box.x + dx, c->box.y + dy, c->box.w, c->box.h};
    struct ibox clip = ibox_and(l->clip, (struct ibox){c->clip.x + dx, c->clip.y + dy, c->clip.w, c->clip.h});
    bool fills = c->kind == DRAW_FILL;
    uint8_t fade = mul_alpha(l->fade, alpha), a = mul_alpha(fade, (float)(fills ? c->color & 255u : c->alpha) / 255);
    if (a == 0 || ibox_empty(clip) || (c->kind != DRAW_TEXT && ibox_empty(ibox_and(box, clip)))) return;
    struct draw_cmd *out = push(l);
    if (!out) return;
    *out = *c;
    out->box = box;
    out->clip = clip;
    out->baseline += (float)dy;
    if (fills) out->color = (c->color & 0xFFFFFF00u) | a;
    else out->alpha = a;
}

static uint64_t mix_box(uint64_t h, struct ibox b) {
    h = hash_u64(h, (uint64_t)(uint32_t)b.x << 32 | (uint32_t)b.y);
    return hash_u64(h, (uint64_t)(uint32_t)b.w << 32 | (uint32_t)b.h);
}

static uint32_t float_bits(float f) {
    uint32_t u;
    memcpy(&u, &f, sizeof u);
    return u;
}

uint64_t draw_cmd_hash(const struct draw_cmd *c) {
    uint64_t h = hash_u64(HASH_SEED, (uint64_t)c->kind << 8 | c->alpha);
    h = mix_box(mix_box(h, c->box), c->clip);
    switch (c->kind) {
    case DRAW_FILL: return hash_u64(h, c->color);
    case DRAW_PICTURE: return hash_u64(h, c->key);
    case DRAW_FILM: return hash_bytes(hash_u64(h, (uint64_t)c->at), c->text, c->len);
    case DRAW_TEXT: break;
    }
    h = hash_u64(h, (uint64_t)c->color << 32 | float_bits(c->px));
    h = hash_u64(h, (uint64_t)(uint32_t)c->face << 32 | float_bits(c->baseline));
    h = hash_u64(h, (uint64_t)c->len << 1 | (c->rtl ? 1u : 0u));
    return hash_bytes(h, c->text, c->len);
}

uint64_t dlist_hash(const struct dlist *l) {
    uint64_t h = hash_u64(mix_box(HASH_SEED, l->screen), (uint64_t)l->n);
    for (int i = 0; i < l->n; i++) h = hash_u64(h, draw_cmd_hash(&l->cmds[i]));
    return h;
}

static void dump_text(const struct draw_cmd *c, struct sbuf *out) {
    sbuf_puts(out, " \"");
    for (size_t i = 0; i < c->len; i++) {
        unsigned char ch = (unsigned char)c->text[i];
        if (ch == '"' || ch == '\\') sbuf_printf(out, "\\%c", ch);
        else if (ch < 0x20) sbuf_printf(out, "\\x%02x", ch);
        else sbuf_putc(out, (char)ch);
    }
    sbuf_putc(out, '"');
}

void dlist_dump(const struct dlist *l, struct sbuf *out) {
    for (int i = 0; i < l->n; i++) {
        const struct draw_cmd *c = &l->cmds[i];
        switch (c->kind) {
        case DRAW_FILL: sbuf_printf(out, "fill %08x", (unsigned)c->color); break;
        case DRAW_PICTURE: sbuf_printf(out, "picture %016llx", (unsigned long long)c->key); break;
        case DRAW_FILM: sbuf_printf(out, "film %s %d", c->text, c->at); break;
        case DRAW_TEXT:
            sbuf_printf(out, "text f%d %.2f %08x %s base %.2f", c->face, (double)c->px, (unsigned)c->color,
                        c->rtl ? "rtl" : "ltr", (double)c->baseline);
            break;
        }
        sbuf_printf(out, " %d,%d %dx%d a%d clip %d,%d %dx%d", c->box.x, c->box.y, c->box.w, c->box.h, c->alpha, c->clip.x,
                    c->clip.y, c->clip.w, c->clip.h);
        if (c->kind == DRAW_TEXT) dump_text(c, out);
        sbuf_putc(out, '\n');
    }
}
