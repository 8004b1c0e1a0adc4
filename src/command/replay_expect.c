/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replay_expect.c - what a script may demand of the picture it sees. */
#include <command/command.h>
#include <command/replay.h>
#include <stdio.h>
#include <string.h>

static void word(struct replay *r, const struct replay_line *l, const char *what, const char *seen, const char *wanted) {
    if (!str_eq(seen, wanted)) replay_fail(r, l, "expected %s '%s', seen '%s'", what, wanted, seen ? seen : "none");
}

/* Whether it contains the text; a space in it is any space, so that scripts need no no-break spaces. */
static bool contains(const char *in, const char *text) {
    for (; in && *in; in++) {
        const char *a = in, *b = text;
        while (*b && *a) {
            size_t wide = (unsigned char)a[0] == 0xC2 && (unsigned char)a[1] == 0xA0 ? 2 : 1;
            if (wide == 2 ? *b != ' ' : *a != *b && !(*a == '\n' && *b == ' ')) break;
            a += wide;
            b++;
        }
        if (!*b) return true;
    }
    return false;
}

static bool shows(const struct replay *r, const char *text) {
    const struct semlist *s = r->ses.frame->sem;
    for (int i = 0; i < s->n; i++) {
        const struct sem_item *it = &s->v[i];
        if (contains(it->label, text) || contains(it->also, text) || contains(it->value, text) || (it->para && contains(it->para->text, text))) return true;
    }
    return false;
}

static void seen_texts(const struct replay *r, char *out, size_t cap) {
    const struct semlist *s = r->ses.frame->sem;
    size_t at = 0;
    out[0] = 0;
    for (int i = 0; i < s->n && at + 80 < cap; i++)
        if (s->v[i].label) at += (size_t)snprintf(out + at, cap - at, "%s%.60s", at ? " | " : "", s->v[i].label);
}

static void variable(struct replay *r, const struct replay_line *l, const char *name, const char *wanted) {
    struct value v = app_get(r->ses.app, name);
    double num;
    char seen[64] = "none";
    if (v.kind == VALUE_WORD) snprintf(seen, sizeof seen, "%s", v.word);
    if (v.kind == VALUE_NUM) snprintf(seen, sizeof seen, "%g", v.num);
    bool same = v.kind == VALUE_WORD ? str_eq(v.word, wanted)
                : v.kind == VALUE_NUM && str_number(wanted, &num) && fabs(v.num - num) < 0.005;
    if (!same) replay_fail(r, l, "expected %s = %s, seen %s", name, wanted, seen);
}

static void memory(struct replay *r, const struct replay_line *l, const char *limit) {
    double most;
    long now = r->h->memory_kb(r->h->ctx, true);
    if (!str_number(limit, &most)) { replay_fail(r, l, "'%s' is no number of KB", limit); return; }
    if (now >= 0 && r->kb >= 0 && (double)(now - r->kb) > most)
        replay_fail(r, l, "memory grew by %ld KB, at most %s were allowed", now - r->kb, limit);
}

/* A scene with something in it, or the card that asks for staff: it has a ground and words. */
static void shown(struct replay *r, const struct replay_line *l, const char *wanted) {
    const struct frame *f = r->ses.frame;
    const char *seen = f->list->n < 2 ? "nothing" : f->scene ? "scene" : "card";
    if (f->list->n < 2 || (!str_eq(wanted, "any") && !str_eq(wanted, seen))) replay_fail(r, l, "expected %s to be shown, seen %s", wanted, seen);
}

/* Heard since the last touch or key. */
static void sound(struct replay *r, const struct replay_line *l, const char *wanted) {
    const struct frame *f = r->ses.frame;
    const char *last = "nothing";
    for (uint32_t i = f->heard - r->heard > FRAME_SOUNDS ? f->heard - FRAME_SOUNDS : r->heard; i != f->heard; i++) {
        last = f->sound[i % FRAME_SOUNDS];
        if (str_eq(last, wanted)) return;
    }
    if (!str_eq(last, wanted)) replay_fail(r, l, "expected to hear '%s', heard '%s'", wanted, last);
}

/* Which facts the page of sources on top tells, in order: the whole of it. */
static void facts(struct replay *r, const struct replay_line *l, char *const *wanted) {
    const struct semlist *s = r->ses.frame->sem;
    char seen[400] = "";
    size_t at = 0;
    bool same = true;
    for (int i = 0; i < s->n; i++) {
        const char *said = replay_said(&s->v[i]);
        if (!said) continue;
        if (*wanted && str_eq(*wanted, said)) wanted++;
        else same = false;
        if (at < sizeof seen) at += (size_t)snprintf(seen + at, sizeof seen - at, "%s%s", at ? " " : "", said);
    }
    if (same && !*wanted) replay_note_sources(r, true);
    else replay_fail(r, l, "expected the sources of other facts, seen: %s", at ? seen : "none");
}

void replay_expect(struct replay *r, const struct replay_line *l) {
    const struct frame *f = r->ses.frame;
    int at = 0;
    while (!str_eq(l->word[at], "expect")) at++;
    const char *what = l->word[at + 1], *arg = what ? l->word[at + 2] : NULL, *more = arg ? l->word[at + 3] : NULL;
    char seen[400];
    if (!what || !arg) { replay_fail(r, l, "'expect' needs to know what (scene, shown, language, text, no-text, id, no-id, facts, var, sound, film-sound, ambience, wake, memory)"); return; }
    if (str_eq(what, "shown")) shown(r, l, arg);
    else if (str_eq(what, "facts")) facts(r, l, l->word + at + 2);
    else if (str_eq(what, "scene")) word(r, l, "scene", f->scene, arg);
    else if (str_eq(what, "language")) word(r, l, "language", f->speaks, arg);
    else if (str_eq(what, "sound")) sound(r, l, arg);
    else if (str_eq(what, "film-sound")) word(r, l, "film-sound", f->film ? f->film : "none", arg);
    else if (str_eq(what, "ambience")) word(r, l, "ambience", f->ambience ? f->ambience : "none", arg);
    else if (str_eq(what, "text") || str_eq(what, "no-text")) {
        seen_texts(r, seen, sizeof seen);
        if (shows(r, arg) != (what[0] == 't')) replay_fail(r, l, "%s '%s', seen: %s", what[0] == 't' ? "expected the text" : "did not expect", arg, seen);
    } else if (str_eq(what, "id") || str_eq(what, "no-id")) {
        if (!!replay_item(r, arg) != (what[0] == 'i')) replay_fail(r, l, what[0] == 'i' ? "nothing is called '%s'" : "'%s' is there", arg);
    } else if (str_eq(what, "var") && more) variable(r, l, arg, more);
    else if (str_eq(what, "wake") && str_eq(arg, "idle")) {
        if (f->wake - r->now < 400) replay_fail(r, l, "expected a picture at rest, but it moves again in %lld ms", (long long)(f->wake - r->now));
    } else if (str_eq(what, "memory")) memory(r, l, arg);
    else replay_fail(r, l, "'%s' cannot be expected (scene, shown scene|card|any, language, text, no-text, id, no-id, facts ID..., var NAME VALUE, sound FILE|nothing, film-sound FILE|none, ambience FILE|none, wake idle, memory KB)", what);
}
