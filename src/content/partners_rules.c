/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partners_rules.c - which call to action is in force, and what may not be named where. */
#include <content/partners.h>
#include <string.h>

/* Where a profile may be set; NULL = everywhere. */
static const struct { const char *only_in, *not_in; bool partner; } RULES[PROFILE_COUNT] = {
    [PROFILE_PLEDGE_ONLY] = {NULL, NULL, false},
    [PROFILE_INTERNATIONAL] = {NULL, "RU", true},
    [PROFILE_IN_RUSSIA] = {"RU", NULL, true},
    [PROFILE_OFF] = {NULL, NULL, false},
};

static bool among(const struct strs *s, const char *word) {
    for (int i = 0; i < s->n; i++)
        if (str_eq(s->v[i], word)) return true;
    return false;
}

const char *lang_text(const struct lang_texts *t, const char *lang) {
    const char *english = NULL;
    for (int i = 0; i < t->n; i++) {
        if (str_eq(t->v[i].lang, lang)) return t->v[i].text;
        if (str_eq(t->v[i].lang, "en")) english = t->v[i].text;
    }
    return english;
}

/* ---- what may not be named */
static bool off(const struct organisation *o, const struct journey *j) { return j->country && among(&o->not_in, j->country); }

static const struct organisation *organisation(const struct partners *p, const char *id) {
    const struct organisation *o = p ? p->organisations.items : NULL;
    for (int i = 0; o && i < p->organisations.n; i++)
        if (str_eq(o[i].id, id)) return &o[i];
    return NULL;
}

bool organisation_off(const struct journey *j, const char *id) {
    const struct organisation *o = id ? organisation(j->partners, id) : NULL;
    return o && off(o, j);
}

bool fact_unnamed(const struct fact *f, const struct journey *j) {
    for (int i = 0; i < f->partners.n; i++)
        if (!f->say_neutral && organisation_off(j, f->partners.v[i])) return true;
    return false;
}

/* Capital letters do not matter (of ASCII; other scripts are compared as they are). */
static const char *holds(const char *text, const char *mark) {
    size_t n = strlen(mark);
    for (; n && *text; text++) {
        size_t i = 0;
        while (i < n && text[i] && (text[i] == mark[i] || ((text[i] ^ mark[i]) == 32 && (text[i] | 32) >= 'a' && (text[i] | 32) <= 'z'))) i++;
        if (i == n) return mark;
    }
    return NULL;
}

const char *partners_mark(const struct journey *j, const char *text) {
    const struct partners *p = j ? j->partners : NULL;
    const struct organisation *o = p ? p->organisations.items : NULL;
    for (int i = 0; text && o && i < p->organisations.n; i++)
        for (int k = 0; off(&o[i], j) && k < o[i].marks.n; k++)
            if (holds(text, o[i].marks.v[k])) return o[i].marks.v[k];
    return NULL;
}

/* ---- check */
static void check_country(const struct partners *p, const struct journey *j, struct diag *d) {
    struct pos at = partners_pos(p, "profile");
    const char *only = RULES[p->profile].only_in, *not = RULES[p->profile].not_in, *name = PROFILE_NAMES[p->profile];
    if (p->country && (strlen(p->country) != 2 || strspn(p->country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2))
        diag_error(d, partners_pos(p, "country"), "'country' is '%.20s', which is no country (two capital letters, for example \"RU\")", p->country);
    else if (p->country && !str_eq(p->country, j->country))
        diag_error(d, partners_pos(p, "country"), "'country' is '%s' here and '%s' in scenes/journey.yaml (correct one of them)", p->country, j->country);
    if (not && str_eq(not, j->country))
        diag_error(d, at, "profile '%s' may not be set in %s (set in-russia, pledge-only or off)", name, not);
    if (only && j->country && !str_eq(only, j->country))
        diag_error(d, at, "profile '%s' is for %s, but the country is '%s' (set international, pledge-only or off)", name, only, j->country);
}

static void check_texts(const struct lang_texts *t, const struct partner *p, bool shown, const struct journey *j, struct diag *d) {
    for (int i = 0; i < t->n; i++) {
        const struct lang_text *x = &t->v[i];
        const char *mark = shown ? partners_mark(j, x->text) : NULL;
        if (mark) diag_error(d, x->pos, "partner '%s' names '%s', which may not be named in %s (remove it)", p->id, mark, j->country);
        bool known = str_eq(x->lang, "en") || !j->languages.n || among(&j->languages, x->lang);
        const char *names[JOURNEY_LANGUAGES + 1] = {NULL};
        for (int k = 0; k < j->languages.n && k < JOURNEY_LANGUAGES; k++) names[k] = j->languages.v[k];
        const char *near = known ? NULL : str_nearest(x->lang, names);
        if (near) diag_error(d, x->pos, "language '%s' is not in the journey (did you mean '%s'?)", x->lang, near);
        else if (!known) diag_error(d, x->pos, "language '%s' is not in the journey (remove the line)", x->lang);
    }
}

static void check_partner(const struct partners *p, const struct partner *v, const struct yval *map, const struct journey *j, struct diag *d) {
    bool shown = v->profile == p->profile;
    const struct yval *by = yaml_get(map, "organisation");
    check_texts(&v->name, v, shown, j, d);
    check_texts(&v->url, v, shown, j, d);
    check_texts(&v->symbolic, v, shown, j, d);
    check_texts(&v->use_of_money, v, shown, j, d);
    const char *mark = shown ? partners_mark(j, v->short_address) : NULL;
    if (mark) diag_error(d, yaml_get(map, "short_address")->pos, "partner '%s' names '%s', which may not be named in %s (remove it)", v->id, mark, j->country);
    if (v->organisation && !organisation(p, v->organisation))
        diag_error(d, by->pos, "no organisation '%s' (add it to 'organisations')", v->organisation);
    if (shown && ((j->country && among(&v->not_in, j->country)) || organisation_off(j, v->organisation)))
        diag_error(d, v->pos, "partner '%s' may not be shown in %s (remove it, or move it to the profile international)", v->id, j->country);
}

bool partners_check(struct partners *p, const struct journey *j, struct diag *d) {
    int before = d->errors;
    const struct yval *list = p->root ? yaml_get(p->root, "partners") : NULL;
    const struct partner *v = p->partners.items;
    if (!p->root) return true;
    check_country(p, j, d);
    for (int i = 0; i < p->partners.n; i++) check_partner(p, &v[i], list->items[i], j, d);
    if (d->errors > before) p->faulty = true;
    return d->errors == before;
}

/* ---- in force */
static bool in_all(const struct lang_texts *t, const struct journey *j, const char **lacks) {
    for (int i = 0; i < j->languages.n; i++)
        if (!lang_text(t, j->languages.v[i])) {
            *lacks = j->languages.v[i];
            return false;
        }
    return t->n > 0;
}

/* What a partner lacks to be shown, or NULL. Where money may flow, the visitor is told what it is for and that it is a symbol. */
static const char *lacks(struct arena *a, const struct partner *p, const struct journey *j) {
    const struct { const char *key; const struct lang_texts *t; bool needed; } rows[] = {
        {"name", &p->name, true}, {"url", &p->url, true},
        {"symbolic", &p->symbolic, !str_eq(PARTNER_KINDS[p->kind], "volunteer")},
        {"use_of_money", &p->use_of_money, !str_eq(PARTNER_KINDS[p->kind], "volunteer")}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *lang = j->languages.n ? j->languages.v[0] : "en";
        if (!rows[i].needed || in_all(rows[i].t, j, &lang)) continue;
        return arena_printf(a, "partner '%s' has no '%s' in '%s' (add it)", p->id, rows[i].key, lang);
    }
    return p->short_address ? NULL : arena_printf(a, "partner '%s' has no 'short_address' (add it)", p->id);
}

static const char *unfit(struct arena *a, const struct partners *p, const struct journey *j, int year) {
    if (p->faulty) return "it has faults (see the other lines)";
    if (!j->country) return "no country is set (set it in scenes/journey.yaml)";
    if (!p->confirmed_on || !p->confirmed_by) return "nobody has confirmed it (fill in 'confirmed_on' and 'confirmed_by')";
    if (!p->review_by) return "it has no 'review_by' (fill in the last year in which it may be shown)";
    if (year > p->review_by) return arena_printf(a, "it was to be reviewed by %d (check offer, address and law anew)", p->review_by);
    return NULL;
}

struct call partners_call(struct arena *a, const struct partners *p, const struct journey *j, int year) {
    struct call c = {.kind = CALL_PLEDGE};
    if (!p) return c;
    if (p->profile == PROFILE_OFF && !p->faulty) return (struct call){.kind = CALL_NONE};
    if (!RULES[p->profile].partner) return c;
    const struct partner *v = p->partners.items;
    c.why = unfit(a, p, j, year);
    if (c.why) return c;
    c.why = "no partner belongs to it (add one to 'partners')";
    for (int i = 0; i < p->partners.n; i++) {
        if (v[i].profile != p->profile) continue;
        const char *why = lacks(a, &v[i], j);
        if (!why) return (struct call){CALL_PARTNER, &v[i], NULL};
        c.why = why;
    }
    return c;
}

void partners_warn(const struct partners *p, const struct call *c, struct diag *d) {
    if (c->why) diag_warn(d, partners_pos(p, "profile"), "profile '%s' is not in force, 'pledge-only' is shown: %s", PROFILE_NAMES[p->profile], c->why);
}
