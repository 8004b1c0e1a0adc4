/* SPDX-License-Identifier: GPL-3.0-or-later */
/* message.h - a text with its numbers, in one language. ICU MessageFormat; arguments are fact addresses, scene numbers and
 * variables.
 *
 * {leap-length}             short measure as typed in the register: 6 m / 6 м (the space is a no-break space)
 * {leap-length.qualified}   the same inside its qualifier's pattern: more than 6 m / более 6 м
 * {id.key}, {id.key.qualified}   one of several values
 * {id.number}, {id.key.number}   the bare number, grouped and with its decimals
 * {id.year}, {id.key.year}  the as-of year, ungrouped
 * {id, plural, one {...} other {...}}   MessageFormat on the number; # prints it
 * Units "year" and dates print ungrouped. A range prints as 1–4 m. Nouns as units (animals, adults) print the bare number.
 * Outside of arguments an apostrophe is an apostrophe (ICU's quoting does not apply).
 * *...* marks emphasis and _..._ italics: they pass through unchanged for text/para.h. */
#ifndef LK_CONTENT_MESSAGE_H
#define LK_CONTENT_MESSAGE_H
#include <content/catalog.h>
#include <content/facts.h>

/* A value that is no fact: a scene's number or variable. unit as in the register or NULL; decimals < 0: up to 2. */
struct msg_arg { const char *name; double num; const char *word; const char *unit; int decimals; };
struct msg_env {
    const char *lang;                 /* BCP 47 */
    const struct catalog *catalog;    /* NULL for English */
    const struct facts *facts;
    const struct msg_arg *args; int nargs;   /* looked up before the facts */
};
/* The text in env->lang, or in English when there is no translation or the translation does not format; never NULL
 * (an unformattable English text yields the raw text: check has refused it before). more: the *more* level if present. */
const char *message_text(struct arena *a, const struct msg_env *env, const struct text_ref *t, bool more);
/* A number of its own, e.g. 1.4 m or 361,756: unit NULL = bare. */
const char *message_number(struct arena *a, const struct msg_env *env, double v, int decimals, const char *unit);
/* A value of the register that stands in no text: a point of a series. Inside its qualifiers when `qualified`; "" when it is
 * no number. */
const char *message_value(struct arena *a, const struct msg_env *env, const struct fact_value *v, bool qualified);
/* Checks one message: parses, arguments exist (names in known[], NULL-terminated, or the fact register), braces at most 6
 * deep, no typed digits outside of arguments. `source` is the English text (or NULL when msg is the English): the same set
 * of argument ids. One line per fault, at the letter where it is; false on any. */
bool message_check(struct arena *a, const char *msg, const char *source, const char *lang, const struct facts *facts,
                   const char *const *known, struct written at, struct diag *d);
/* A language's own name, as at the start of a sentence: Русский, English, 简体中文, 한국어. A pseudo-language says English as it says all. */
const char *language_name(struct arena *a, const char *lang);
bool language_rtl(const char *lang);
/* How a figure and the qualifier it travels with are said: the pattern is the English, and the msgid to translate under the
 * context "qualifier". Several qualifiers nest, the first outermost. Ends with word NULL. */
struct qualifier { const char *word, *pattern; };
extern const struct qualifier QUALIFIERS[];
/* How long a language writes its units, as its translator says under this context (msgid: the first word): ICU's unit widths.
 * "full-name" only where the word never bends with the number, as in Chinese. Ends with NULL. */
#define UNIT_WIDTH_CTXT "unit-width"
extern const char *const UNIT_WIDTHS[];
/* False, with a line, when the translator's choice is none of them; units are short then. */
bool message_unit_width_check(const struct catalog *c, struct diag *d);
#endif
