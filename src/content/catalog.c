/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/catalog.h>
#include <base/str.h>
#include <content/pseudo.h>
#include <string.h>
#include <strings.h>

#define FILE_MAX ((size_t)2 << 20)
#define ENTRIES_MAX 20000
#define STRING_MAX ((size_t)8 << 10)
#define FAULTS_MAX 50 /* after that many the file is something else than a catalogue */

enum part { CTXT, ID, STR, PARTS };
static const char *const PART_NAMES[PARTS] = {"msgctxt", "msgid", "msgstr"};

struct po {
    struct arena *arena;
    struct diag *diag;
    struct catalog *out;
    const char *file;
    int faults, cap;
    int entries;     /* the header counts too */
    struct map seen; /* key -> entry, untranslated and fuzzy ones too */
    /* the line being read */
    const char *s, *end;
    struct pos at;
    /* the entry being read */
    struct sbuf text[PARTS];
    struct pos pos[PARTS];
    struct written written; /* the msgstr */
    bool has[PARTS];
    int last; /* part that a line with only a string continues; -1 = none */
    bool fuzzy, next_fuzzy, broken;
};

static void fault(struct po *po, struct pos at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void fault(struct po *po, struct pos at, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    const char *text = arena_vprintf(po->diag->arena, fmt, ap);
    va_end(ap);
    po->broken = true;
    if (++po->faults <= FAULTS_MAX) diag_error(po->diag, at, "%s", text ? text : "fault");
    if (po->faults == FAULTS_MAX) diag_error(po->diag, at, "too many faults, reading stopped (is this a PO file?)");
}

/* ---- one string */

/* The place of s in its line; columns count characters. */
static struct pos place(const struct po *po, const char *s, const char *line) {
    struct pos at = po->at;
    for (const char *c = line; c < s; c++) at.col += ((unsigned char)*c & 0xC0) != 0x80;
    return at;
}

static bool forbidden(uint32_t c) { return c >= 0x202A && c <= 0x202E; }

static void read_escape(struct po *po, struct sbuf *out, const char *line) {
    static const char names[] = "nt\"\\", values[] = "\n\t\"\\";
    const char *found = po->s[1] ? strchr(names, po->s[1]) : NULL;
    size_t n = 1;
    utf8_next(po->s, (size_t)(po->end - po->s), &n);
    if (found)
        sbuf_putc(out, values[found - names]);
    else
        fault(po, place(po, po->s, line), "unknown escape '%.*s' (write \\n, \\t, \\\" or \\\\)", (int)n, po->s);
    po->s += n;
}

/* Appends the quoted string at po->s to the given part. */
static void read_string(struct po *po, int part, const char *line) {
    struct pos start = place(po, po->s, line);
    struct sbuf *out = &po->text[part];
    bool full = out->len > STRING_MAX;
    po->s++;
    while (po->s < po->end && *po->s != '"') {
        if (*po->s == '\\' && po->s + 1 < po->end) {
            read_escape(po, out, line);
            continue;
        }
        size_t i = 0;
        uint32_t c = utf8_next(po->s, (size_t)(po->end - po->s), &i);
        if (forbidden(c))
            fault(po, place(po, po->s, line), "direction override U+%04X (delete it: it hides the order of a text)",
                  (unsigned)c);
        sbuf_add(out, po->s, i);
        po->s += i;
    }
    if (po->s >= po->end) {
        fault(po, start, "string is never closed (add the closing quote)");
        return;
    }
    po->s++;
    while (po->s < po->end && (*po->s == ' ' || *po->s == '\t')) po->s++;
    if (po->s < po->end) fault(po, place(po, po->s, line), "text after the string (one string a line)");
    if (!full && out->len > STRING_MAX)
        fault(po, start, "text of '%s' is longer than %zu bytes (split it)", PART_NAMES[part], STRING_MAX);
}

/* ---- one entry */

static const char *key_of(struct arena *a, const char *ctxt, const char *id) {
    return ctxt ? arena_printf(a, "%s\x04%s", ctxt, id) : id;
}

/* The header says how the file is encoded; anything else would show wrong letters. */
static void take_header(struct po *po) {
    const char *text = po->text[STR].len ? po->text[STR].p : "", *charset = NULL;
    for (const char *s = text; *s && !charset; s++)
        if (strncasecmp(s, "charset=", 8) == 0) charset = s + 8;
    size_t n = charset ? strcspn(charset, " \t\n;") : 0;
    if (!charset)
        fault(po, po->pos[ID], "header names no charset (write \"Content-Type: text/plain; charset=UTF-8\\n\")");
    else if (!(n == 5 && strncasecmp(charset, "UTF-8", 5) == 0))
        fault(po, po->pos[ID], "charset '%.*s' in the header (save the file as UTF-8 and write charset=UTF-8)",
              n > 40 ? 40 : (int)n, charset);
}

static bool room(struct po *po) {
    struct catalog *c = po->out;
    if (c->n < po->cap) return true;
    int cap = po->cap ? po->cap * 2 : 128;
    struct catalog_entry *all = arena_array(po->arena, struct catalog_entry, cap);
    if (!all) return false;
    if (c->n) memcpy(all, c->all, sizeof *all * (size_t)c->n);
    c->all = all;
    po->cap = cap;
    return true;
}

static char *taken(struct po *po, int part) {
    struct sbuf *b = &po->text[part];
    return arena_strn(po->arena, b->len ? b->p : "", b->len);
}

static void take_entry(struct po *po) {
    struct catalog_entry e = {.ctxt = po->has[CTXT] ? taken(po, CTXT) : NULL,
                              .id = taken(po, ID),
                              .str = taken(po, STR),
                              .pos = po->pos[ID],
                              .str_pos = po->pos[STR],
                              .written = po->written,
                              .fuzzy = po->fuzzy};
    if (!e.id || !e.str || (po->has[CTXT] && !e.ctxt)) return;
    if (!e.str[strspn(e.str, " \t\n")]) e.str = "";    /* blanks are no words */
    const char *key = key_of(po->arena, e.ctxt, e.id);
    struct pos *before = key ? map_get(&po->seen, key) : NULL;
    if (before) {
        fault(po, e.pos, "message stands here a second time, first in line %d (delete one of them)", before->line);
        return;
    }
    struct pos *mine = arena_copy(po->arena, &e.pos, sizeof e.pos);
    if (!key || !mine || !map_put(&po->seen, key, mine) || !room(po)) return;
    po->out->all[po->out->n++] = e;
}

/* What is complete goes into the catalogue; what is half an entry is a fault. */
static void check_entry(struct po *po, bool first) {
    bool header = po->has[ID] && po->text[ID].len == 0 && !po->has[CTXT];
    enum part lone = po->has[CTXT] ? CTXT : STR;
    if (!po->has[ID])
        fault(po, po->pos[lone], "'%s' without 'msgid' (add the msgid)", PART_NAMES[lone]);
    else if (!po->has[STR])
        fault(po, po->pos[ID], "'msgid' without 'msgstr' (add msgstr \"\")");
    else if (first && !header)
        fault(po, po->pos[ID], "no header (begin the file with msgid \"\" and a msgstr that says charset=UTF-8)");
    else if (header && !first)
        fault(po, po->pos[ID], "second header (an empty msgid may stand only at the beginning)");
    else if (header)
        take_header(po);
    else if (po->text[ID].len == 0)
        fault(po, po->pos[ID], "empty 'msgid' (write the English text)");
    else if (po->out->n == ENTRIES_MAX) {
        fault(po, po->pos[ID], "more than %d messages (split the pack)", ENTRIES_MAX);
        po->faults += FAULTS_MAX;
    } else
        take_entry(po);
}

static void finish_entry(struct po *po) {
    if (po->has[CTXT] || po->has[ID] || po->has[STR]) {
        bool first = po->entries++ == 0;
        if (!po->broken) check_entry(po, first);
    }
    for (int i = 0; i < PARTS; i++) {
        po->has[i] = false;
        po->text[i].len = 0;
    }
    po->last = -1;
    po->fuzzy = po->broken = false;
}

/* ---- one line */

static void read_comment(struct po *po) {
    if (po->has[STR]) finish_entry(po);
    if (po->end - po->s < 2 || po->s[1] != ',') return;
    for (const char *s = po->s + 2; s + 5 <= po->end; s++)
        if (strncmp(s, "fuzzy", 5) == 0) po->next_fuzzy = true;
}

static void start_part(struct po *po, int part, struct pos at) {
    if (po->has[STR]) finish_entry(po);
    if (po->has[part] || (part == CTXT && po->has[ID])) {
        bool known = po->broken;    /* what is missing before it was a fault already */
        if (!known) fault(po, at, "'%s' in the middle of an entry (the order is msgctxt, msgid, msgstr)", PART_NAMES[part]);
        finish_entry(po);
        po->broken = !known;
    }
    if (part == STR && !po->has[ID]) fault(po, at, "'msgstr' without 'msgid' (add the msgid before it)");
    po->has[part] = true;
    po->pos[part] = at;
    po->last = part;
    if (part != STR) {
        po->fuzzy = po->fuzzy || po->next_fuzzy;
        po->next_fuzzy = false;
    }
}

static void read_keyword(struct po *po, const char *line) {
    const char *word = po->s;
    struct pos at = place(po, word, line);
    while (po->s < po->end && *po->s != ' ' && *po->s != '\t' && *po->s != '"') po->s++;
    size_t n = (size_t)(po->s - word);
    int part = -1;
    for (int i = 0; i < PARTS; i++)
        if (strlen(PART_NAMES[i]) == n && memcmp(word, PART_NAMES[i], n) == 0) part = i;
    if (part < 0) {
        bool plural = (n >= 12 && memcmp(word, "msgid_plural", 12) == 0) || (n >= 7 && memcmp(word, "msgstr[", 7) == 0);
        if (plural && !po->broken)
            fault(po, at, "'%.*s': plural forms are not read (use an ICU plural inside the text)", n > 40 ? 40 : (int)n,
                  word);
        else if (!plural)
            fault(po, at, "unknown keyword '%.*s' (msgctxt, msgid or msgstr)", n > 40 ? 40 : (int)n, word);
        po->broken = true;
        po->last = -1;
        return;
    }
    start_part(po, part, at);
    while (po->s < po->end && (*po->s == ' ' || *po->s == '\t')) po->s++;
    if (part == STR) po->written = (struct written){place(po, po->s, line), po->s};
    if (po->s < po->end && *po->s == '"')
        read_string(po, part, line);
    else
        fault(po, place(po, po->s, line), "no string after '%s' (write it in double quotes)", PART_NAMES[part]);
}

static void read_line(struct po *po) {
    const char *line = po->s;
    for (const char *c = line; c < po->end; c++)
        if (((unsigned char)*c < 0x20 && *c != '\t') || *c == 0x7F) {
            fault(po, place(po, c, line), "control character 0x%02X (delete it)", (unsigned char)*c);
            return;
        }
    while (po->s < po->end && (*po->s == ' ' || *po->s == '\t')) po->s++;
    if (po->s == po->end) return;
    if (*po->s == '#')
        read_comment(po);
    else if (*po->s != '"')
        read_keyword(po, line);
    else if (po->last >= 0)
        read_string(po, po->last, line);
    else if (!po->broken)
        fault(po, place(po, po->s, line), "string without a keyword (write msgid or msgstr before it)");
}

/* ---- the file */

static bool check_utf8(struct po *po, struct bytes in) {
    const char *s = (const char *)in.p;
    size_t bad = 0;
    if (utf8_valid(s, in.n, &bad)) return true;
    struct pos at = {po->file, 1, 1};
    for (size_t i = 0; i < bad; i++) {
        if (s[i] == '\n')
            at.line++, at.col = 1;
        else
            at.col += ((unsigned char)s[i] & 0xC0) != 0x80;
    }
    fault(po, at, "byte 0x%02X is not UTF-8 (save the file as UTF-8)", in.p[bad]);
    return false;
}

static void read_lines(struct po *po, struct bytes in) {
    const char *s = (const char *)in.p, *end = s + in.n;
    if (in.n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0) s += 3;
    while (s < end && po->faults < FAULTS_MAX) {
        const char *eol = memchr(s, '\n', (size_t)(end - s));
        if (!eol) eol = end;
        po->s = s;
        po->end = eol > s && eol[-1] == '\r' ? eol - 1 : eol;
        po->at.line++;
        read_line(po);
        s = eol < end ? eol + 1 : end;
    }
    if (po->faults < FAULTS_MAX) finish_entry(po);
    if (!po->entries && !po->faults)
        fault(po, (struct pos){po->file, 0, 0},
              "no message in it (begin the file with msgid \"\" and a msgstr that says charset=UTF-8)");
}

bool catalog_load(struct arena *a, const struct port_files *files, const char *path, const char *lang,
                  struct catalog *out, struct diag *d) {
    *out = (struct catalog){.lang = arena_str(a, lang)};
    struct bytes in;
    if (!files->read(files->ctx, path, FILE_MAX, a, &in, d)) return false;
    const char *file = arena_str(a, path);
    struct po po = {.arena = a, .diag = d, .out = out, .file = file, .last = -1, .at = {file, 0, 1}};
    for (int i = 0; i < PARTS; i++) po.text[i].arena = a;
    map_init(&po.seen, a);
    map_init(&out->by_key, a);
    if (check_utf8(&po, in)) read_lines(&po, in);
    for (int i = 0; i < out->n && !a->failed; i++) {
        struct catalog_entry *e = &out->all[i];
        const char *key = key_of(a, e->ctxt, e->id);
        if (key && e->str[0] && !e->fuzzy) map_put(&out->by_key, key, e);
    }
    if (a->failed) fault(&po, (struct pos){file, 0, 0}, "not enough memory to read it (make the file smaller)");
    return out->whole = !po.faults;
}

/* ---- languages without a file */
struct pseudo_texts { enum pseudo kind; struct map by_id; };

bool catalog_pseudo(struct arena *a, const char *lang, struct catalog *out) {
    enum pseudo kind = pseudo_of(lang);
    *out = (struct catalog){.lang = arena_str(a, lang), .whole = true};
    if (kind == PSEUDO_NONE || !out->lang || !(out->pseudo = arena_new(a, struct pseudo_texts))) return false;
    out->pseudo->kind = kind;
    map_init(&out->pseudo->by_id, a);
    return true;
}

static const char *pseudo_get(struct pseudo_texts *p, const char *msgid) {
    const char *text = map_get(&p->by_id, msgid);
    if (text) return text;
    struct arena *a = p->by_id.arena;
    char *own = arena_str(a, msgid);     /* a scene's text goes with its scene */
    text = own ? pseudo_text(a, p->kind, own) : NULL;
    return text && map_put(&p->by_id, own, (void *)text) ? text : NULL;
}

const char *catalog_get(const struct catalog *cat, const char *ctxt, const char *msgid) {
    char key[2 * STRING_MAX + 2];
    if (!cat || !msgid) return NULL;
    if (cat->pseudo) return pseudo_get(cat->pseudo, msgid);
    size_t c = ctxt ? strlen(ctxt) : 0, m = strlen(msgid);
    if (c > STRING_MAX || m > STRING_MAX) return NULL;
    if (ctxt) {
        memcpy(key, ctxt, c);
        key[c++] = '\x04';
    }
    memcpy(key + c, msgid, m + 1);
    const struct catalog_entry *e = map_get(&cat->by_key, key);
    return e ? e->str : NULL;
}
