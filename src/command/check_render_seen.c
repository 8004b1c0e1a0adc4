/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_render_seen.c - which elements that speak, and which of their texts, were on a picture. What none of the states shows, no
 * rule has looked at. */
#include <command/check_render.h>
#include <string.h>

enum { PIECE_LEAST = 4 /* bytes */ };

static bool same(struct pos a, struct pos b) { return a.line == b.line && a.col == b.col && str_eq(a.file, b.file); }
static bool before(struct pos a, struct pos b) { return a.line < b.line || (a.line == b.line && a.col <= b.col); }

/* ---- texts, by the longest piece of one that is printed as it is written; NULL: it has none */
static const char *piece_of(struct arena *a, const char *text) {
    const char *best = text;
    size_t most = 0;
    int depth = 0;
    for (const char *s = text; *s;) {
        size_t n = strcspn(s, "{}*_#\\\n");
        if (depth == 0 && n > most) best = s, most = n;
        s += n;
        depth += (*s == '{') - (*s == '}');
        s += *s != 0;
    }
    return most >= PIECE_LEAST ? arena_strn(a, best, most) : NULL;
}

/* The same in a language. */
static const char *spoken(const struct render *r, const char *lang, const char *ctxt, const char *english) {
    const struct catalog *c = setup_catalog(r->s, lang);
    return c ? catalog_get(c, ctxt, english) : str_eq(lang, "en") ? english : NULL;
}

/* ---- texts that two languages write alike: Vladivostok, 正午 */
static bool alike(const struct render *r, const char *const lang[2], const struct text_ref *t, const char *words) {
    const char *one = t->easy ? spoken(r, lang[0], t->ctxt, t->easy) : NULL;
    return one && str_eq(one, words) && str_eq(one, spoken(r, lang[1], t->ctxt, t->easy));
}

bool render_alike(const struct render *r, const char *pair, const char *words) {
    const char *plus = strchr(pair, '+');
    char first[32];
    if (!plus || plus - pair >= (int)sizeof first) return false;
    snprintf(first, sizeof first, "%.*s", (int)(plus - pair), pair);
    const char *const lang[2] = {first, plus + 1};
    const struct journey *j = &r->s->journey;
    const struct chapter *c = j->chapters.items;
    for (int i = 0; r->scene && i < r->scene->nrefs; i++)
        if (r->scene->refs[i].type == FIELD_TEXT && alike(r, lang, &r->scene->refs[i].text, words)) return true;
    for (int i = 0; i < j->chapters.n; i++)
        if (alike(r, lang, &c[i].title, words) || alike(r, lang, &c[i].subtitle, words)) return true;
    return false;
}

static bool says(const char *label, const char *piece) { return label && strstr(label, piece); }

static bool told(struct render *r, const struct frame *f, const char *ctxt, const char *english) {
    const char *words = english ? spoken(r, f->language, ctxt, english) : NULL, *piece = words ? piece_of(&r->frame, words) : NULL;
    if (!english || (words && !piece)) return true;      /* too short to be known again */
    for (int k = 0; piece && k < f->sem->n; k++) {
        const struct sem_item *it = &f->sem->v[k];
        if (says(it->label, piece) || says(it->value, piece) || (it->para && says(it->para->text, piece))) return true;
    }
    return false;
}

static void mark_texts(struct render *r, const struct frame *f) {
    for (int i = 0; r->told && i < r->scene->nrefs; i++) {
        const struct text_ref *t = &r->scene->refs[i].text;
        if (r->scene->refs[i].type != FIELD_TEXT) continue;
        struct render_told *to = &r->told[i];
        if (!to->easy) to->easy = told(r, f, t->ctxt, t->easy);
        if (!to->more) to->more = told(r, f, t->ctxt, t->more);
    }
}

/* The scene of the frame was read for its own session: the same element is the one written in the same place. */
void render_mark(struct render *r, const struct frame *f) {
    mark_texts(r, f);
    for (int i = 0; r->seen && i < f->sem->n; i++) {
        const struct node *n = f->sem->v[i].node;
        for (int k = 0; n && k < r->scene->nall; k++)
            if (!r->seen[k] && same(r->scene->all[k]->pos, n->pos)) { r->seen[k] = true; break; }
    }
}

/* The element that a text is written in: the last one that begins before it. -1 = it is the scene's own. */
static int speaker(const struct scene *s, struct pos at) {
    int best = -1;
    for (int i = 0; i < s->nall; i++)
        if (before(s->all[i]->pos, at) && (best < 0 || before(s->all[best]->pos, s->all[i]->pos))) best = i;
    return best;
}

/* Shown by what the site is, and not by anything a visitor does: no state can bring it about. */
static bool of_the_site(const struct node *n) {
    static const char *const NAMES[] = {"calibrated", "second-language", "film-sound"};
    for (; n; n = n->parent)
        for (int variant = 0; variant < 2; variant++)
            for (int i = 0; i < n->common[variant].visible_if.n; i++) {
                const char *var = n->common[variant].visible_if.v[i].var;
                for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++)
                    if (str_eq(var, NAMES[k]) || scene_call_word(var)) return true;
            }
    return false;
}

/* What is said of sources is chosen by the register and by the site's country. */
static bool by_facts(const struct node *n) { return str_eq(n->kind->name, "source-list"); }

static struct pos kept(const struct diag *d, struct pos at) { return (struct pos){arena_str(d->arena, at.file), at.line, at.col}; }

/* Elements that none of the states shows, and of those that one does, the texts that none says. */
void render_unseen(struct render *r) {
    const struct scene *s = r->scene;
    for (int i = 0; r->seen && i < s->nrefs; i++) {
        int at = s->refs[i].type == FIELD_TEXT ? speaker(s, s->refs[i].text.pos) : -1;
        if (at < 0 || of_the_site(s->all[at])) continue;
        const char *id = s->all[at]->common[0].id;
        for (int more = 0; more < 2 && r->seen[at] && r->told && !by_facts(s->all[at]); more++)
            if (!(more ? r->told[i].more : r->told[i].easy))
                diag_warn(r->d, kept(r->d, more ? s->refs[i].text.more_pos : s->refs[i].text.pos), "a text of '%s' is seen in no state (name one that shows it in 'states:', then it is looked at)", id);
        if (r->seen[at]) continue;
        r->seen[at] = true;                          /* said once */
        for (int k = 0; r->told && k < s->nrefs; k++)
            if (s->refs[k].type == FIELD_TEXT && speaker(s, s->refs[k].text.pos) == at) r->told[k] = (struct render_told){true, true};
        diag_warn(r->d, kept(r->d, s->all[at]->pos), "element '%s' is seen in no state (name one that shows it in 'states:', then it is looked at)", id);
    }
}
