/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pot.h - the template for translators: collects texts and writes a gettext .pot file.
 *
 * Use: pot_init, then pot_text for every text of the pack (a field_refs of the caller sees them all while the files are
 * read), pot_facts for the register's `say` sentences, pot_qualifiers, then pot_write. The result is the same for the same
 * pack, whatever the order of the calls: entries stand in the order of their files' names, then of their lines, and the
 * qualifiers, which stand in no file, come first. A message (msgctxt + msgid) that occurs at several places is written once,
 * with all its places. */
#ifndef LK_CONTENT_POT_H
#define LK_CONTENT_POT_H
#include <base/map.h>
#include <base/str.h>
#include <content/facts.h>

struct pot_place { struct pos pos; const char *note; struct pot_place *next; };
struct pot_entry { const char *ctxt, *id; struct pot_place *places, *last_place; int order; };
struct pot {
    struct arena *arena;               /* owns everything; when it refuses, `failed` of the arena tells */
    struct pot_entry **entries; int n, cap;
    struct map by_key;                 /* ctxt \x04 msgid -> struct pot_entry */
};
void pot_init(struct pot *p, struct arena *a);
/* One message. ctxt may be NULL. note: a sentence for the translator ("text of the button 'again'"), or NULL. Strings are
 * borrowed and live as long as p. An empty or NULL msgid is ignored. at.file NULL: it stands in no file. */
void pot_add(struct pot *p, const char *ctxt, const char *msgid, struct pos at, const char *note);
/* Both levels of a text; the second is noted as the longer text for those who want to know more. */
void pot_text(struct pot *p, const struct text_ref *t, const char *note);
/* The suggested sentences of the facts that may be shown, under the context "fact/ID"; their note is what the fact is
 * about. */
void pot_facts(struct pot *p, const struct facts *f);
/* QUALIFIERS, under the context "qualifier". */
void pot_qualifiers(struct pot *p);
/* How many letters a visitor sees of a message, about: marks count nothing, a figure 5, of a plural its longest case, and a
 * Chinese, Japanese or Korean letter 2. */
int pot_letters(const char *msg);
/* How many of them a translation may have as a rule of thumb: a short label 1.3 times the English, a text 1.5 times. */
int pot_fits(const char *msgid);
/* Writes the whole file. project: "leopard-kiosk 0.1.0", or NULL. It holds no date, so that builds are reproducible. */
void pot_write(struct pot *p, struct sbuf *out, const char *project);
#endif
