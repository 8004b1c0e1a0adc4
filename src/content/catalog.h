/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalog.h - translations: gettext PO files, read as they are saved.
 *
 * Gate: 2 MB, UTF-8, 20,000 entries, 8 KB a string, duplicates refused, fuzzy and obsolete skipped, no bidi override
 * characters. A key is msgctxt + msgid. English is the source: it has no catalogue. Pseudo-languages have no file. */
#ifndef LK_CONTENT_CATALOG_H
#define LK_CONTENT_CATALOG_H
#include <base/map.h>
#include <content/written.h>
#include <port.h>

struct catalog_entry { const char *ctxt, *id, *str; struct pos pos, str_pos; struct written written; bool fuzzy; };   /* pos: of the msgid; written: str */
struct catalog {
    const char *lang;              /* BCP 47 */
    struct map by_key;             /* ctxt \x04 msgid -> struct catalog_entry (translated and not fuzzy) */
    struct catalog_entry *all; int n;   /* every live entry of the file, fuzzy and untranslated too */
    bool whole;                         /* every entry could be read */
    struct pseudo_texts *pseudo;        /* of catalog_pseudo; else NULL */
};
/* path like locales/zh_Hans.po; lang the BCP 47 code. Missing file = error. False when anything is
 * wrong; out then holds the entries that are right. */
bool catalog_load(struct arena *a, const struct port_files *files, const char *path, const char *lang, struct catalog *out,
                  struct diag *d);
/* The catalogue of a language that nobody speaks (pseudo.h): each text is made when it is first asked for, and kept in a. False
 * when lang is none of them, or memory was refused. */
bool catalog_pseudo(struct arena *a, const char *lang, struct catalog *out);
/* The translation, or NULL when it is missing, fuzzy or empty (show the English then). cat may be NULL. */
const char *catalog_get(const struct catalog *cat, const char *ctxt, const char *msgid);
#endif
