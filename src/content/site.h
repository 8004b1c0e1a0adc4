/* SPDX-License-Identifier: GPL-3.0-or-later */
/* site.h - site.yaml: what a place says of its own machine. It lies outside of the pack, where no update comes, and wins over
 * the pack's defaults. A key that is absent, or wrong, leaves the pack's. Pure: the bytes come from the caller. */
#ifndef LK_CONTENT_SITE_H
#define LK_CONTENT_SITE_H
#include <content/partners.h>

enum { SITE_BYTES = 16 << 10 };
struct site {
    float px_per_mm;                  /* px of the screen to a millimetre of it; 0 = nobody has measured it */
    const char *default_language;     /* NULL = the journey's */
    const char *pair;                 /* a second language beside it; "none": not the journey's either; NULL = the journey's */
    const char *country;              /* NULL = the journey's */
    int profile;                      /* enum profile; -1 = that of scenes/partners.yaml */
    float volume;                     /* 0 to 1; -1 = the journey's */
    bool still, low_reach;            /* also when the command line does not say so */
    const struct yval *root;          /* as written; NULL = there is none */
};
extern const struct field SITE_FIELDS[];
extern const struct site SITE_NONE;   /* nothing is said */
/* Reads a file; everything lives in the arena. False with lines in d when anything is wrong; out then holds what is right. */
bool site_read(struct arena *a, const char *file, struct bytes in, struct site *out, struct diag *d);
/* Lays it over journey and profile, after both are read and before partners_check. False when an error was added: a language
 * that the journey does not have is left out. */
bool site_apply(const struct site *s, struct journey *j, struct partners *p, struct diag *d);
#endif
