/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partners.h - scenes/partners.yaml: who may ask a visitor for help at this site, for whom, and whether money is mentioned.
 *
 * The site sets one profile. What a profile does not allow is not shown, whatever the scenes say: they ask for the call in
 * force (the variable `call`: none, pledge, partner). A profile that is incomplete, not confirmed or past its review year is
 * not in force; the kiosk then shows promises that cost nothing and need nobody. Pure: the year comes from the caller. */
#ifndef LK_CONTENT_PARTNERS_H
#define LK_CONTENT_PARTNERS_H
#include <content/facts.h>
#include <content/journey.h>

enum profile { PROFILE_PLEDGE_ONLY, PROFILE_INTERNATIONAL, PROFILE_IN_RUSSIA, PROFILE_OFF, PROFILE_COUNT };
enum call_kind { CALL_NONE, CALL_PLEDGE, CALL_PARTNER };
extern const char *const PROFILE_NAMES[], *const CALL_NAMES[], *const PARTNER_KINDS[];    /* by enum; end with NULL */
enum { PARTNER_URL_MAX = 120, PARTNER_SHORT_MAX = 36 };   /* a longer address makes small modules, or does not fit its line */

struct lang_text { const char *lang, *text; struct pos pos; };
struct lang_texts { const struct lang_text *v; int n; };
/* An organisation that facts name (names_partner) or that stands behind a partner. */
struct organisation { const char *id; struct strs not_in, marks; };
struct logo { const char *file, *licence, *permission; };
struct partner {
    const char *id, *organisation;      /* organisation: id in `organisations`, or NULL */
    int profile, kind;                  /* enum profile; index in PARTNER_KINDS */
    struct strs not_in;                 /* countries where it may not be named */
    struct lang_texts name, url, symbolic, use_of_money;
    const char *short_address, *use_of_money_on, *currency;
    struct nums amounts;
    struct logo logo;
    const struct yval *names, *urls, *symbols, *money;    /* as written */
    struct pos pos;
};
struct partners {
    int format, profile;                /* as set */
    const char *country;                /* of the site; NULL = that of the journey */
    const char *confirmed_on, *confirmed_by;
    int review_by;                      /* last year in which it may be shown; 0 = none */
    struct list organisations;          /* struct organisation */
    struct list partners;               /* struct partner */
    struct strs pledges;                /* ids of the stones that are shown, in order; none = all */
    const struct yval *root;            /* as written; NULL = there is no such file */
    bool faulty;                        /* it cannot be in force */
    struct pos set_at;                  /* where the site's own settings set the profile; file NULL = they do not */
};
extern const struct field PARTNERS_FIELDS[];   /* in optional keys null is as good as nothing */
/* Reads the file; a missing one is no fault: the profile is pledge-only, or what the site says. False with lines in d when anything is wrong; out
 * then holds what is right and is never in force. */
bool partners_load(struct arena *a, const struct port_files *files, const char *path, struct partners *out, struct diag *d);
/* What needs the journey: its country and languages. To be called once after both are read. False when an error was added. */
bool partners_check(struct partners *p, const struct journey *j, struct diag *d);

/* What is in force in a year (0 = unknown: no review is due). why: the reason why the set profile is not, in a few words
 * with the remedy, or NULL. */
struct call { enum call_kind kind; const struct partner *partner; const char *why; };
struct call partners_call(struct arena *a, const struct partners *p, const struct journey *j, int year);
/* One warning for the staff when the set profile is not in force. */
void partners_warn(const struct partners *p, const struct call *c, struct diag *d);

/* In the language, else in English; NULL when there is neither. */
const char *lang_text(const struct lang_texts *t, const char *lang);
/* The organisation (by id) may not be named in the country of the journey. */
bool organisation_off(const struct journey *j, const char *id);
/* A fact that may not be told as the register says it: it names an organisation that may not be named here. */
bool fact_unnamed(const struct fact *f, const struct journey *j);
/* The first word in a text that may not be shown in the country of the journey, or NULL. */
const char *partners_mark(const struct journey *j, const char *text);
struct pos partners_pos(const struct partners *p, const char *key);    /* where a key stands */
#endif
