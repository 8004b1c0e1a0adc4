/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/semantics.h>
#include <string.h>

const char *const SEM_ROLES[] = {"text", "heading", "picture", "button", "link", "slider", "choice", "language", "progress",
                                 "map", "dialog", "handle", NULL};

void sem_begin(struct semlist *s, struct arena *a) { *s = (struct semlist){.arena = a}; }

struct sem_item *sem_add(struct semlist *s, const struct sem_item *it) {
    if (s->n == s->cap) {
        int cap = s->cap ? s->cap * 2 : 32;
        struct sem_item *v = arena_array(s->arena, struct sem_item, cap);
        if (!v) return NULL;
        if (s->n) memcpy(v, s->v, sizeof *v * (size_t)s->n);
        s->v = v;
        s->cap = cap;
    }
    s->v[s->n] = *it;
    return &s->v[s->n++];
}

static bool hits(const struct sem_item *it, struct vec2 p) {
    if (it->hit.w <= 0 || !box_has(it->hit, p)) return false;
    if (!it->round) return true;
    float dx = (p.x - it->hit.x) / it->hit.w * 2 - 1, dy = (p.y - it->hit.y) / it->hit.h * 2 - 1;
    return dx * dx + dy * dy <= 1;
}

int sem_hit(const struct semlist *s, struct vec2 p) {
    int top = 0;
    for (int i = 0; i < s->n; i++)
        if (s->v[i].layer > top) top = s->v[i].layer;
    for (int i = s->n - 1; i >= 0; i--)
        if (s->v[i].layer == top && hits(&s->v[i], p)) return i;
    return -1;
}

static void dump_state(unsigned state, struct sbuf *out) {
    static const char *const names[] = {"selected", "pressed", "focused", "visited", "disabled", "struck"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (state & 1u << i) sbuf_printf(out, " %s", names[i]);
}

void sem_dump(const struct semlist *s, struct sbuf *out) {
    for (int i = 0; i < s->n; i++) {
        const struct sem_item *it = &s->v[i];
        sbuf_printf(out, "%s %s", it->id ? it->id : "-", SEM_ROLES[it->role]);
        if (it->label) sbuf_printf(out, " \"%s\"", it->label);
        if (it->also) sbuf_printf(out, " also \"%s\"%s", it->also, it->para && !it->para->both ? " unseen" : "");
        if (it->value) sbuf_printf(out, " value \"%s\"", it->value);
        sbuf_printf(out, " box %.0f,%.0f %.0fx%.0f", it->box.x, it->box.y, it->box.w, it->box.h);
        if (it->hit.w > 0) sbuf_printf(out, " hit %.0f,%.0f %.0fx%.0f%s", it->hit.x, it->hit.y, it->hit.w, it->hit.h, it->round ? " round" : "");
        dump_state(it->state, out);
        if (it->drags) sbuf_puts(out, " drags");
        if (it->layer) sbuf_printf(out, " layer %d", it->layer);
        sbuf_putc(out, '\n');
    }
}
