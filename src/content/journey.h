/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journey.h - scenes/journey.yaml: chapters, order, the attract and home scene, sheets, languages, idle times. */
#ifndef LK_CONTENT_JOURNEY_H
#define LK_CONTENT_JOURNEY_H
#include <content/fields.h>
#include <content/actions.h>

struct partners;
struct chapter { const char *id; struct text_ref title, subtitle; float light; const char *ambience; struct strs scenes; };
/* lasts: 0 the visit (cleared on idle), 1 the day (kept when a visitor leaves, cleared when the day is over). */
struct journey_var { const char *name; struct value value; const char *unit; int lasts; };
/* Labels of the navigation bar (key `nav`). more: may be absent, then nothing switches the level. */
struct nav_texts { struct text_ref next, home, back, language, more; };
/* What is heard (key `sound`): paths below assets/, each may be NULL. volume 0 = never anything.
 * film: may be absent, then label. */
struct sounds { float volume; struct text_ref label, film; const char *press, *go, *ambience; };
struct journey {
    int format;
    struct text_ref name;                    /* of the whole exhibit */
    struct nav_texts nav;
    struct sounds sound;
    const char *country;                     /* of the site, ISO 3166: some sources are named neutrally there; NULL = none */
    float invite;                            /* seconds the attract screen speaks each language */
    const char *attract, *home;              /* scene ids */
    const char *still_there, *language_sheet, *sources_sheet;   /* scene ids of the sheets */
    struct strs languages;                   /* BCP 47, order of the pills */
    struct strs inviting;                    /* of them, what the attract screen speaks; empty = all */
    const char *default_language;
    const char *pair;                        /* stands beside the default language from the start; NULL = one language */
    float idle_ask, idle_reset;              /* seconds; the warning lasts idle_reset */
    struct list chapters;                    /* struct chapter */
    struct list variables;                   /* struct journey_var: kept over scenes */
    const char *call_scene;                  /* scene with the calls to action; left out under the profile off. NULL = none */
    const struct partners *partners;         /* set by whoever opened the pack; NULL = pledge-only */
    bool part;                               /* not all of it could be read */
    const char *file;
};
enum { JOURNEY_LANGUAGES = 16, JOURNEY_CHAPTERS = 12 };
extern const struct field JOURNEY_FIELDS[];
/* False when anything is wrong; out then holds the keys that are right (a list with a fault is empty), enough to go on
 * checking with, not to show. */
bool journey_load(struct arena *a, const struct port_files *files, const char *path, struct journey *out,
                  const struct field_refs *refs, struct diag *d);
/* Takes a scene out of its chapter, and a chapter that is then empty out of the journey. */
void journey_drop_scene(struct arena *a, struct journey *j, const char *scene);
/* Letters, digits and '-', as BCP 47 has them: no path. */
bool language_code_ok(const char *s);
/* "zh-Hans" -> "locales/zh_Hans.po" */
const char *locale_path(struct arena *a, const char *lang);
#endif
