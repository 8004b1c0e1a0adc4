/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/pot.h>
#include <content/message.h>
#include <string.h>

void pot_init(struct pot *p, struct arena *a) {
    *p = (struct pot){.arena = a};
    map_init(&p->by_key, a);
}

/* ---- collecting */

static struct pot_entry *new_entry(struct pot *p, const char *key, const char *ctxt, const char *id) {
    struct pot_entry *e = arena_new(p->arena, struct pot_entry);
    if (e && p->n == p->cap) {
        int cap = p->cap ? p->cap * 2 : 64;
        struct pot_entry **grown = arena_array(p->arena, struct pot_entry *, cap);
        if (!grown) return NULL;
        if (p->n) memcpy(grown, p->entries, sizeof *grown * (size_t)p->n);
        p->entries = grown;
        p->cap = cap;
    }
    if (!e || !map_put(&p->by_key, key, e)) return NULL;
    *e = (struct pot_entry){.ctxt = ctxt, .id = id, .order = p->n};
    return p->entries[p->n++] = e;
}

void pot_add(struct pot *p, const char *ctxt, const char *msgid, struct pos at, const char *note) {
    if (!msgid || !*msgid) return;
    const char *key = ctxt ? arena_printf(p->arena, "%s\x04%s", ctxt, msgid) : msgid;
    struct pot_entry *e = key ? map_get(&p->by_key, key) : NULL;
    if (key && !e) e = new_entry(p, key, ctxt, msgid);
    struct pot_place *place = e ? arena_new(p->arena, struct pot_place) : NULL;
    if (!place) return;
    *place = (struct pot_place){at, note, NULL};
    if (e->last_place)
        e->last_place->next = place;
    else
        e->places = place;
    e->last_place = place;
}

void pot_text(struct pot *p, const struct text_ref *t, const char *note) {
    pot_add(p, t->ctxt, t->easy, t->pos, note);
    if (!t->more) return;
    const char *more = note ? arena_printf(p->arena, "%s; longer text for those who want to know more", note)
                            : "longer text for those who want to know more";
    pot_add(p, t->ctxt, t->more, t->pos, more);
}

void pot_facts(struct pot *p, const struct facts *f) {
    for (int i = 0; i < f->by_id.count; i++) {
        const struct fact *fact = f->by_id.entries[i].value;
        if (!fact->say || str_eq(fact->display, "no")) continue;
        const char *ctxt = arena_printf(p->arena, "fact/%s", fact->id);
        if (ctxt) pot_add(p, ctxt, fact->say, fact->pos, fact->statement);
    }
}

void pot_qualifiers(struct pot *p) {
    for (const struct qualifier *q = QUALIFIERS; q->word; q++)
        pot_add(p, "qualifier", q->pattern, (struct pos){0}, "a figure inside the word that must travel with it; keep {value}");
    pot_add(p, UNIT_WIDTH_CTXT, UNIT_WIDTHS[0], (struct pos){0},
            "how long units are written: short (7 cm), narrow (7cm), or full-name where its word never bends with the number");
}

/* ---- order: by file, line and column, then as they came */

static int compare_pos(const struct pos *x, const struct pos *y) {
    int c = strcmp(x->file ? x->file : "", y->file ? y->file : "");
    if (c) return c;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return x->col < y->col ? -1 : x->col > y->col;
}

static struct pot_place *sorted_places(struct pot_place *list) {
    struct pot_place *out = NULL;
    while (list) {
        struct pot_place *next = list->next, **at = &out;
        while (*at && compare_pos(&(*at)->pos, &list->pos) <= 0) at = &(*at)->next;
        list->next = *at;
        *at = list;
        list = next;
    }
    return out;
}

static bool before(const struct pot_entry *x, const struct pot_entry *y) {
    int c = compare_pos(&x->places->pos, &y->places->pos);
    return c ? c < 0 : x->order < y->order;
}

/* Heap sort: a pack of 20,000 texts in any order. */
static void sift(struct pot_entry **v, int at, int n) {
    for (int child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && before(v[child], v[child + 1])) child++;
        if (!before(v[at], v[child])) return;
        struct pot_entry *e = v[at];
        v[at] = v[child];
        v[child] = e;
    }
}

static void sort(struct pot_entry **v, int n) {
    for (int i = n / 2 - 1; i >= 0; i--) sift(v, i, n);
    for (int i = n - 1; i > 0; i--) {
        struct pot_entry *e = v[0];
        v[0] = v[i];
        v[i] = e;
        sift(v, 0, i);
    }
}

/* ---- length */
enum { FIGURE_LETTERS = 5, LABEL_LETTERS = 20, LABEL_MORE = 3 };

static bool wide(uint32_t c) { return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xD7A3) || (c >= 0xFF00 && c <= 0xFF60); }

static const char *closing(const char *s, const char *end) {
    int deep = 0;
    for (; s < end; s++) {
        deep += (*s == '{') - (*s == '}');
        if (deep == 0) return s;
    }
    return end;
}

static int letters(const char *s, const char *end, bool plural);

/* Between the braces: a name, or cases of which the longest counts. */
static int argument(const char *s, const char *end) {
    int most = 0;
    if (!memchr(s, ',', (size_t)(end - s))) return FIGURE_LETTERS;
    while ((s = memchr(s, '{', (size_t)(end - s)))) {
        const char *close = closing(s, end);
        int n = letters(s + 1, close, true);
        if (n > most) most = n;
        s = close;
    }
    return most;
}

static int letters(const char *s, const char *end, bool plural) {
    int n = 0;
    while (s < end) {
        if (*s == '{') {
            const char *close = closing(s, end);
            n += argument(s + 1, close);
            s = close < end ? close + 1 : end;
            continue;
        }
        size_t i = 0;
        uint32_t c = utf8_next(s, (size_t)(end - s), &i);
        n += c == '*' || c == '_' ? 0 : c == '#' && plural ? FIGURE_LETTERS : wide(c) ? 2 : 1;
        s += i;
    }
    return n;
}

int pot_letters(const char *msg) { return letters(msg, msg + strlen(msg), false); }

int pot_fits(const char *msgid) {
    int n = pot_letters(msgid), label = (n * 13 + 9) / 10;
    if (n > LABEL_LETTERS) return n * 3 / 2;
    return label > n + LABEL_MORE ? label : n + LABEL_MORE;
}

/* ---- writing */

static void write_quoted(struct sbuf *out, const char *s, size_t n) {
    sbuf_putc(out, '"');
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '\n')
            sbuf_puts(out, "\\n");
        else if (s[i] == '\t')
            sbuf_puts(out, "\\t");
        else if (s[i] == '"' || s[i] == '\\')
            sbuf_printf(out, "\\%c", s[i]);
        else
            sbuf_putc(out, s[i]);
    }
    sbuf_puts(out, "\"\n");
}

/* A text of several lines begins with an empty string, as gettext writes it. */
static void write_string(struct sbuf *out, const char *keyword, const char *s) {
    const char *nl = strchr(s, '\n');
    sbuf_printf(out, "%s ", keyword);
    if (nl && nl[1]) sbuf_puts(out, "\"\"\n");
    for (;;) {
        nl = strchr(s, '\n');
        size_t n = nl ? (size_t)(nl - s) + 1 : strlen(s);
        write_quoted(out, s, n);
        s += n;
        if (!*s) return;
    }
}

/* Comments end with their line. */
static void write_comment(struct sbuf *out, const char *mark, const char *s) {
    sbuf_puts(out, mark);
    for (; *s; s++) sbuf_putc(out, *s == '\n' || *s == '\r' ? ' ' : *s);
    sbuf_putc(out, '\n');
}

static void write_entry(struct sbuf *out, const struct pot_entry *e) {
    sbuf_putc(out, '\n');
    for (const struct pot_place *p = e->places, *q; p; p = p->next) {
        for (q = e->places; q != p && !str_eq(q->note, p->note);) q = q->next;
        if (p->note && q == p) write_comment(out, "#. ", p->note);
    }
    sbuf_printf(out, "#. English: %d letters; up to %d fit as a rule\n", pot_letters(e->id), pot_fits(e->id));
    for (const struct pot_place *p = e->places; p; p = p->next)
        if (p->pos.file) sbuf_printf(out, "#: %s:%d\n", p->pos.file, p->pos.line);
    if (e->ctxt) write_string(out, "msgctxt", e->ctxt);
    write_string(out, "msgid", e->id);
    sbuf_puts(out, "msgstr \"\"\n");
}

void pot_write(struct pot *p, struct sbuf *out, const char *project) {
    sbuf_puts(out,
              "# Texts of the pack. Words in {braces} are figures and variables: keep them; *stars* and _underscores_\n"
              "# mark words; plurals are ICU MessageFormat: {id, plural, one {...} few {...} many {...} other {...}}.\n"
              "#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n");
    sbuf_printf(out, "\"Project-Id-Version: %s\\n\"\n", project ? project : "leopard-kiosk");
    sbuf_puts(out, "\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"
                   "\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"
                   "\"Language-Team: LANGUAGE <LL@li.org>\\n\"\n"
                   "\"Language: \\n\"\n"
                   "\"MIME-Version: 1.0\\n\"\n"
                   "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                   "\"Content-Transfer-Encoding: 8bit\\n\"\n");
    for (int i = 0; i < p->n; i++) p->entries[i]->places = sorted_places(p->entries[i]->places);
    int n = 0; /* an entry whose place was refused by the arena has nowhere to stand */
    for (int i = 0; i < p->n; i++)
        if (p->entries[i]->places) p->entries[n++] = p->entries[i];
    p->n = n;
    sort(p->entries, n);
    for (int i = 0; i < n; i++) {
        p->entries[i]->order = i;
        write_entry(out, p->entries[i]);
        for (p->entries[i]->last_place = p->entries[i]->places; p->entries[i]->last_place->next;)
            p->entries[i]->last_place = p->entries[i]->last_place->next;
    }
}
