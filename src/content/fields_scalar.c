/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/fields_cell.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

/* ---- messages */

bool cell_fault(const struct cell *c, struct pos at, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    const char *text = arena_vprintf(c->in->diag->arena, fmt, ap);
    va_end(ap);
    diag_error(c->in->diag, at, "%s: %s", c->in->what ? c->in->what : "file", text ? text : "not valid");
    return false;
}

/* What the author wrote, short enough for one line. */
static const char *shown(const struct cell *c, const struct yval *v) {
    struct arena *a = c->in->diag->arena;
    if (v->kind == YAML_NULL) return "empty";
    if (v->kind == YAML_SEQ) return "a list";
    if (v->kind == YAML_MAP) return "a map";
    size_t n = v->len > 40 ? 40 : v->len;
    while (n < v->len && n > 0 && ((unsigned char)v->text[n] & 0xC0) == 0x80) n--;
    char *text = arena_strn(a, v->text, n);
    for (char *p = text; p && *p; p++)
        if (*p == '\n' || *p == '\t') *p = ' ';
    text = text ? arena_printf(a, "%s'%s%s'", v->quoted ? "the string " : "", text, n < v->len ? "..." : "") : NULL;
    return text ? text : "that";
}

bool cell_wants(const struct cell *c, const struct yval *v, const char *wanted) {
    return cell_fault(c, v->pos, "'%s' must be %s, not %s", c->key, wanted, shown(c, v));
}

const char *fields_hint(const struct fields_in *in, const char *word, const char *const *names, const char *known) {
    const char *near = str_nearest(word, names);
    struct sbuf b = {.arena = in->diag->arena};
    if (near) sbuf_printf(&b, "did you mean '%s'?", near);
    else if (*names) sbuf_puts(&b, known);
    for (int i = 0; !near && names[i]; i++) sbuf_printf(&b, "%s%s", i ? ", " : "", names[i]);
    return b.p ? b.p : "see the author's guide";
}

void fields_ref(const struct fields_in *in, enum field_type type, const char *value, const struct text_ref *text, struct pos at) {
    if (in->refs && in->refs->ref) in->refs->ref(in->refs->ctx, type, value, text, at);
}

const char *fields_ctxt(const struct fields_in *in, const char *key) {
    return in->ctxt && *in->ctxt ? arena_printf(in->arena, "%s.%s", in->ctxt, key) : arena_str(in->arena, key);
}

/* ---- numbers */

static bool in_range(const struct cell *c, const struct yval *v, double n) {
    const struct field *f = c->f;
    if ((f->flags & FIELD_POSITIVE) && n <= 0)
        return cell_fault(c, v->pos, "'%s' is %s but must be more than 0", c->key, v->text);
    if ((f->min == 0 && f->max == 0) || (n >= f->min && n <= f->max)) return true;
    if (f->min == f->max) return cell_fault(c, v->pos, "'%s' is %s but must be %g", c->key, v->text, f->min);
    if (f->max >= 1e9) return cell_fault(c, v->pos, "'%s' is %s but must be at least %g", c->key, v->text, f->min);
    if (f->min <= -1e9) return cell_fault(c, v->pos, "'%s' is %s but must be at most %g", c->key, v->text, f->max);
    return cell_fault(c, v->pos, "'%s' is %s but must be from %.10g to %.10g", c->key, v->text, f->min, f->max);
}

bool cell_number(const struct cell *c, const struct yval *v, double *out) {
    double n = 0;
    if (v->kind == YAML_SCALAR && v->quoted && str_number(v->text, &n))
        return cell_fault(c, v->pos, "'%s' must be a number, not the string '%s' (remove the quotes)", c->key, v->text);
    if (v->kind != YAML_SCALAR || v->quoted || !str_number(v->text, &n)) return cell_wants(c, v, "a number");
    if (fabs(n) > FLT_MAX) return cell_fault(c, v->pos, "'%s' is too large a number", c->key);
    *out = n;
    return in_range(c, v, n);
}

bool cell_num(const struct cell *c, void *at) {
    double n = 0;
    if (!cell_number(c, c->v, &n)) return false;
    *(float *)at = (float)n;
    return true;
}

bool cell_int(const struct cell *c, void *at) {
    double n = 0;
    if (!cell_number(c, c->v, &n)) return false;
    if (floor(n) != n || n < INT_MIN || n > INT_MAX) return cell_wants(c, c->v, "a whole number");
    *(int *)at = (int)n;
    return true;
}

bool cell_bool(const struct cell *c, void *at) {
    const struct yval *v = c->v;
    bool yes = v->kind == YAML_SCALAR && strcmp(v->text, "true") == 0, no = v->kind == YAML_SCALAR && strcmp(v->text, "false") == 0;
    if ((yes || no) && v->quoted)
        return cell_fault(c, v->pos, "'%s' must be true or false, not the string '%s' (remove the quotes)", c->key, v->text);
    if (!yes && !no) return cell_wants(c, v, "true or false");
    *(bool *)at = yes;
    return true;
}

bool cell_any(const struct cell *c, const struct yval *v, struct value *out) {
    double n = 0;
    if (v->kind != YAML_SCALAR || !v->len) return cell_wants(c, v, "a number, true, false or a word");
    if (!v->quoted && str_number(v->text, &n)) *out = (struct value){VALUE_NUM, n, NULL};
    else if (!v->quoted && strcmp(v->text, "true") == 0) *out = (struct value){VALUE_NUM, 1, NULL};
    else if (!v->quoted && strcmp(v->text, "false") == 0) *out = (struct value){VALUE_NUM, 0, NULL};
    else *out = (struct value){VALUE_WORD, 0, arena_str(c->in->arena, v->text)};
    return out->kind != VALUE_WORD || out->word;
}

bool cell_value(const struct cell *c, void *at) {
    struct value v;
    if (!cell_any(c, c->v, &v) || (v.kind == VALUE_NUM && !in_range(c, c->v, v.num))) return false;
    *(struct value *)at = v;
    return true;
}

/* ---- words */

static const char *kebab(const char *s) {    /* where the kebab-case name at s ends; s itself when there is none */
    const char *end = s;
    for (const char *p = s;; p++) {
        const char *from = p;
        while ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9')) p++;
        if (p == from) return end;
        end = p;
        if (*p != '-') return end;
    }
}

static bool is_id(const char *s) { return *s && !*kebab(s); }

static bool is_fact(const char *s) {
    const char *dot = kebab(s);
    return dot != s && (!*dot || (*dot == '.' && is_id(dot + 1)));
}

/* Relative, inside of assets/, in letters that every file system and archive agrees on. */
static bool is_asset(const char *s) {
    for (const char *part = s;; part++) {
        if (*part == '.' || *part == '/' || !*part) return false;    /* hidden, "..", empty */
        for (; *part && *part != '/'; part++) {
            bool letter = (*part >= 'a' && *part <= 'z') || (*part >= 'A' && *part <= 'Z') || (*part >= '0' && *part <= '9');
            if (!letter && !strchr("._-", *part)) return false;
        }
        if (!*part) return true;
    }
}

static bool is_any(const char *s) { return s != NULL; }

struct shape { bool (*holds)(const char *s); const char *wanted; };
static struct shape shape_of(enum field_type type) {
    switch (type) {
    case FIELD_ID: return (struct shape){is_id, "a name of small letters, digits and '-' (like two-coats)"};
    case FIELD_VAR: return (struct shape){is_id, "a variable's name of small letters, digits and '-'"};
    case FIELD_SCENE: return (struct shape){is_id, "a scene's name of small letters, digits and '-'"};
    case FIELD_FACT: return (struct shape){is_fact, "a fact's id or id.key (like leap-length)"};
    case FIELD_ASSET: case FIELD_PHOTO: case FIELD_FILM: return (struct shape){is_asset, "a path below assets/ (letters, digits, '/', '.', '_', '-')"};
    default: return (struct shape){is_any, "a string"};
    }
}

bool cell_name(const struct cell *c, const struct yval *v, enum field_type type, const char **out) {
    struct shape shape = shape_of(type);
    if (v->kind != YAML_SCALAR || !shape.holds(v->text)) return cell_wants(c, v, shape.wanted);
    *out = arena_str(c->in->arena, v->text);
    if (!*out) return false;
    if (type != FIELD_ID && type != FIELD_STR) fields_ref(c->in, type, *out, NULL, v->pos);
    return true;
}

bool cell_word(const struct cell *c, void *at) {
    const char *word = NULL;
    if (!cell_name(c, c->v, c->f->type, &word)) return false;
    *(const char **)at = word;
    return true;
}

bool cell_enum(const struct cell *c, void *at) {
    const char *const *names = c->f->extra;
    if (c->v->kind != YAML_SCALAR) return cell_wants(c, c->v, "a word");
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], c->v->text) == 0) {
            *(int *)at = i;
            return true;
        }
    struct sbuf b = {.arena = c->in->diag->arena};
    for (int i = 0; names[i]; i++) sbuf_printf(&b, "%s%s", i ? ", " : "one of: ", names[i]);
    const char *near = str_nearest(c->v->text, names);
    if (near) sbuf_printf(&b, "; did you mean '%s'?", near);
    return cell_fault(c, c->v->pos, "'%s' is %s (%s)", c->key, shown(c, c->v), b.p ? b.p : "not a known word");
}

bool cell_color(const struct cell *c, void *at) {
    if (c->v->kind == YAML_SCALAR && color_parse(c->v->text, at)) return true;
    if (c->v->kind != YAML_SCALAR || c->v->text[0] == '#') return cell_wants(c, c->v, "a colour name or '#RRGGBB' in quotes");
    return cell_fault(c, c->v->pos, "'%s' is no colour: %s (%s)", c->key, shown(c, c->v),
                      fields_hint(c->in, c->v->text, COLOR_TOKENS, "one of: "));
}

/* ---- texts */

static const char *text_level(const struct cell *c, const struct yval *v) {
    if (v->kind == YAML_SCALAR && v->len) return arena_str(c->in->arena, v->text);
    if (v->kind == YAML_SCALAR || v->kind == YAML_NULL)
        cell_fault(c, v->pos, "'%s' is empty (write the text%s)", c->key, c->f->flags & FIELD_REQUIRED ? "" : " or remove the key");
    else cell_wants(c, v, "a text");
    return NULL;
}

static bool text_levels(const struct cell *c, struct text_ref *t) {
    static const char *const levels[] = {"easy", "more", NULL};
    bool good = true;
    for (int i = 0; i < c->v->np; i++) {
        const struct ypair *p = &c->v->pairs[i];
        const char **to = strcmp(p->key, "easy") == 0 ? &t->easy : strcmp(p->key, "more") == 0 ? &t->more : NULL;
        if (to) *to = text_level(&(struct cell){c->in, c->f, p->key, p->value}, p->value);
        else cell_fault(c, p->key_pos, "unknown key '%s' in '%s' (%s)", p->key, c->key, p->value->kind == YAML_NULL ? "put a text with '{' or ',' in quotes" : fields_hint(c->in, p->key, levels, "known keys: "));
        if (to) *(to == &t->easy ? &t->pos : &t->more_pos) = p->value->pos;
        if (to) *(to == &t->easy ? &t->src : &t->more_src) = p->value->src;
        good = good && to && *to;
    }
    if (!good || t->easy) return good;
    return cell_fault(c, c->v->pos, "'%s' lacks 'easy' (add it)", c->key);
}

bool cell_text(const struct cell *c, void *at) {
    struct text_ref t = {.pos = c->v->pos, .src = c->v->src, .ctxt = fields_ctxt(c->in, c->key)};
    if (!t.ctxt) return false;
    if (c->v->kind == YAML_SEQ) return cell_wants(c, c->v, "a text or {easy, more}");
    if (c->v->kind == YAML_MAP ? !text_levels(c, &t) : !(t.easy = text_level(c, c->v))) return false;
    *(struct text_ref *)at = t;
    fields_ref(c->in, FIELD_TEXT, t.easy, at, t.pos);
    return true;
}
