/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/assets_gate.h>
#include <base/str.h>
#include <string.h>

/* Rule P4: the subset that nanosvg draws faithfully, found by a plain walk over the tags. */

struct slice {
    const char *p;
    size_t n;
};

struct svg {
    const char *file, *begin;
    struct diag *d;
    const char *s, *end;
    const char *tag; /* the '<' of what is being read */
    int elements, depth;
    struct slice open[GATE_SVG_DEPTH];
    const char *root;
    bool closed; /* the root has ended */
    int outside; /* depth of a 'metadata' whose content is not drawn, 0 = none */
    double w, h;
};

static const char *const DRAWN[] = {"svg",      "g",        "path", "rect", "circle",         "ellipse",        "line",
                                    "polyline", "polygon",  "defs", "stop", "linearGradient", "radialGradient", "title",
                                    "desc",     "metadata", NULL};
static const char *const UNDRAWN_ATTRIBUTES[] = {"clip-path", "mask", "filter", NULL};

static bool is(struct slice s, const char *word) { return strlen(word) == s.n && memcmp(s.p, word, s.n) == 0; }

static bool among(struct slice s, const char *const *words) {
    for (; *words; words++)
        if (is(s, *words)) return true;
    return false;
}

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* A name as far as a message needs it. */
static int shown(struct slice s) { return s.n > 40 ? 40 : (int)s.n; }

/* Line and column of the tag being read, or of what stands for it. */
static struct pos where(const struct svg *v) {
    struct pos at = {v->file, 1, 1};
    for (const char *c = v->begin; c < v->tag; c++) {
        if (*c == '\n')
            at.line++, at.col = 1;
        else
            at.col += ((unsigned char)*c & 0xC0) != 0x80;
    }
    return at;
}

static bool refuse(struct svg *v, const char *why) {
    diag_error(v->d, where(v), "%s", why);
    return false;
}

/* Moves past the next occurrence of word; false when there is none. */
static bool skip_past(struct svg *v, const char *word) {
    size_t n = strlen(word);
    for (; (size_t)(v->end - v->s) >= n; v->s++)
        if (memcmp(v->s, word, n) == 0) {
            v->s += n;
            return true;
        }
    return false;
}

/* ---- attributes */

static bool read_viewbox(struct svg *v, struct slice value) {
    double num[4];
    size_t i = 0;
    int n = 0;
    if (value.n && (blank(value.p[0]) || value.p[0] == ',')) return refuse(v, "viewBox begins with a space (delete it: a 0 would be read there)");
    while (i < value.n) {
        char word[32];
        size_t k = 0;
        while (i < value.n && (blank(value.p[i]) || value.p[i] == ',')) i++;
        if (i == value.n) break;
        while (i < value.n && !blank(value.p[i]) && value.p[i] != ',' && k < sizeof word - 1) word[k++] = value.p[i++];
        word[k] = 0;
        if (n == 4 || !str_number(word, &num[n++]))
            return refuse(v, "viewBox is not four plain numbers (like \"0 0 1920 1080\")");
    }
    if (n != 4) return refuse(v, "viewBox is not four plain numbers (like \"0 0 1920 1080\")");
    if (!(num[2] > 0 && num[3] > 0 && num[2] <= 1e6 && num[3] <= 1e6)) return refuse(v, "viewBox has no usable size (width and height are more than 0 and at most 1000000)");
    v->w = num[2];
    v->h = num[3];
    return true;
}

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* Commands and numbers: at anything else the decoder would leave the shape as it is by then. */
static bool read_path(struct svg *v, struct slice value) {
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i], before = i ? value.p[i - 1] : ' ';
        bool exponent = (c == 'e' || c == 'E') && (digit(before) || before == '.');
        if (digit(c) || blank(c) || exponent || (c && strchr("MmLlHhVvCcSsQqTtAaZz+-.,", c))) continue;   /* most are digits */
        diag_error(v->d, where(v), "'%c' in a path's 'd' (only commands and numbers: export it again as plain SVG)", c > ' ' && c < 127 ? c : '?');
        return false;
    }
    return true;
}

static bool take_attribute(struct svg *v, struct slice name, struct slice value, bool root) {
    if (root && is(name, "viewBox")) return read_viewbox(v, value);
    if (root && (is(name, "width") || is(name, "height")) && value.n && value.p[0] == '-') return refuse(v, "width or height below 0 (delete it: viewBox says it)");
    if (is(name, "d") && !v->outside && !read_path(v, value)) return false;
    if (among(name, UNDRAWN_ATTRIBUTES) && !is(value, "none")) {
        diag_error(v->d, where(v), "attribute '%.*s' is not drawn (cut the shape itself)", shown(name), name.p);
        return false;
    }
    return true;
}

/* The attributes up to and with '>'. *empty: the element ends at once. */
static bool read_attributes(struct svg *v, bool root, bool *empty) {
    for (;;) {
        while (v->s < v->end && blank(*v->s)) v->s++;
        if (v->s >= v->end) return refuse(v, "tag is never closed (add '>')");
        *empty = *v->s == '/';
        if (*empty) v->s++;
        if (v->s < v->end && *v->s == '>') {
            v->s++;
            return true;
        }
        struct slice name = {v->s, 0}, value;
        while (v->s < v->end && !blank(*v->s) && !strchr("=/><\"'", *v->s)) v->s++;
        name.n = (size_t)(v->s - name.p);
        while (v->s < v->end && blank(*v->s)) v->s++;
        if (*empty || !name.n || v->s >= v->end || *v->s != '=')
            return refuse(v, "tag that is not well-formed (name=\"value\")");
        v->s++;
        while (v->s < v->end && blank(*v->s)) v->s++;
        char quote = v->s < v->end ? *v->s : 0;
        if (quote != '"' && quote != '\'') return refuse(v, "attribute without quotes (name=\"value\")");
        value.p = ++v->s;
        const char *close = memchr(v->s, quote, (size_t)(v->end - v->s));
        value.n = close ? (size_t)(close - v->s) : 0;
        if (!close || memchr(value.p, '<', value.n)) return refuse(v, "attribute is never closed (add the quote)");
        if (memchr(value.p, '>', value.n)) return refuse(v, "'>' in the value of an attribute (write &gt;)");
        v->s = close + 1;
        if (!take_attribute(v, name, value, root)) return false;
    }
}

/* ---- elements */

static bool allowed(struct svg *v, struct slice name) {
    bool root = v->depth == 0;
    if (root && (v->elements || !is(name, "svg"))) return refuse(v, "not one 'svg' element (save one drawing a file)");
    if (v->outside) return true;
    if (!root && is(name, "svg")) return refuse(v, "'svg' inside the drawing (use a group)");
    if (among(name, DRAWN)) return true;
    const char *instead = is(name, "text")              ? "turn it into paths"
                          : is(name, "use")             ? "write the shape out"
                          : is(name, "style")           ? "write fill and stroke at each shape"
                          : memchr(name.p, ':', name.n) ? "save it as plain SVG"
                                                        : "use paths, groups, flat fills and gradients";
    diag_error(v->d, where(v), "element '%.*s' is not drawn (%s)", shown(name), name.p, instead);
    return false;
}

static struct slice read_name(struct svg *v) {
    struct slice name = {v->s, 0};
    while (v->s < v->end && !blank(*v->s) && !strchr("/><=\"'", *v->s)) v->s++;
    name.n = (size_t)(v->s - name.p);
    return name;
}

static bool read_open(struct svg *v) {
    struct slice name = read_name(v);
    bool root = v->depth == 0, empty;
    if (!name.n) return refuse(v, "'<' without a name");
    if (root) v->root = v->tag;
    if (!allowed(v, name)) return false;
    if (++v->elements > GATE_SVG_ELEMENTS) return refuse(v, "more than 2000 elements (simplify the drawing)");
    if (!read_attributes(v, root, &empty)) return false;
    if (v->depth == GATE_SVG_DEPTH) return refuse(v, "more than 32 levels of groups (ungroup some)");
    if (empty) {
        v->closed = root;
        return true;
    }
    v->open[v->depth++] = name;
    if (!v->outside && is(name, "metadata")) v->outside = v->depth;
    return true;
}

static bool read_close(struct svg *v) {
    struct slice name = read_name(v);
    while (v->s < v->end && blank(*v->s)) v->s++;
    if (v->s >= v->end || *v->s != '>') return refuse(v, "tag is never closed (add '>')");
    v->s++;
    struct slice top = v->depth ? v->open[v->depth - 1] : (struct slice){"", 0};
    if (!v->depth || top.n != name.n || memcmp(top.p, name.p, name.n) != 0) {
        if (!v->depth) diag_error(v->d, where(v), "'</%.*s>' closes nothing that is open (delete it)", shown(name), name.p);
        else diag_error(v->d, where(v), "'</%.*s>' comes before '</%.*s>' (close what was opened last)", shown(name), name.p, shown(top), top.p);
        return false;
    }
    if (v->outside == v->depth) v->outside = 0;
    v->closed = --v->depth == 0;
    return true;
}

/* Past what ends with word. For the decoder the first '>' ends it, and it would draw a tag that follows. */
static bool read_remark(struct svg *v, const char *word, const char *endless, const char *early) {
    const char *end = memchr(v->s, '>', (size_t)(v->end - v->s));
    if (!skip_past(v, word)) return refuse(v, endless);
    return !memchr(end, '<', (size_t)(v->s - end)) || refuse(v, early);
}

/* At '<'. */
static bool read_tag(struct svg *v) {
    size_t left = (size_t)(v->end - v->s);
    if (left >= 4 && memcmp(v->s, "<!--", 4) == 0) {
        v->s += 4;
        return read_remark(v, "-->", "comment is never closed (add '-->')", "tags in a comment, which would be drawn (delete it)");
    }
    if (left >= 2 && v->s[1] == '!') return refuse(v, "DOCTYPE, ENTITY or CDATA (delete it)");
    if (left >= 2 && v->s[1] == '?') {
        bool head = v->elements == 0 && left >= 6 && memcmp(v->s, "<?xml", 5) == 0 && blank(v->s[5]);
        if (!head) return refuse(v, "processing instruction (delete it)");
        return read_remark(v, "?>", "'<?xml' is never closed (add '?>')", "tags in '<?xml', which would be drawn (delete them)");
    }
    if (v->closed) return refuse(v, "something after the end of the drawing (delete it)");
    v->s++;
    if (v->s < v->end && *v->s == '/') {
        v->s++;
        return read_close(v);
    }
    return read_open(v);
}

static bool check_bytes(struct svg *v, struct bytes in) {
    size_t bad = 0;
    if (in.n > GATE_SVG_BYTES) {
        diag_error(v->d, where(v), "drawing of %zu bytes is too large (at most %zu: simplify it)", in.n,
                   GATE_SVG_BYTES);
        return false;
    }
    for (const char *s = v->s; s < v->end; s++)
        if ((unsigned char)*s < 0x20 && !blank(*s)) {
            v->tag = s;
            return refuse(v, "control character (save the file as plain SVG in UTF-8)");
        }
    if (utf8_valid(v->s, (size_t)(v->end - v->s), &bad)) return true;
    v->tag = v->s + bad;
    return refuse(v, "not UTF-8 (save the file as plain SVG in UTF-8)");
}

bool gate_svg(const char *path, struct bytes in, struct asset_info *out, struct diag *d) {
    struct svg v = {.file = path, .d = d, .s = (const char *)in.p};
    v.end = v.s + in.n;
    if (in.n >= 3 && memcmp(v.s, "\xEF\xBB\xBF", 3) == 0) v.s += 3;
    v.begin = v.tag = v.s;
    if (!check_bytes(&v, in)) return false;
    while (v.s < v.end) {
        if (*v.s == '<') {
            v.tag = v.s;
            if (!read_tag(&v)) return false;
        } else if (v.depth == 0 && !blank(*v.s)) {
            v.tag = v.s;
            return refuse(&v, "text outside of the drawing (delete it)");
        } else
            v.s++;
    }
    v.tag = v.end;
    if (!v.closed) return refuse(&v, "drawing is cut off (copy or export it again)");
    v.tag = v.root;
    if (!(v.w > 0)) return refuse(&v, "no viewBox (add viewBox=\"0 0 WIDTH HEIGHT\" to the 'svg' element)");
    *out = (struct asset_info){ASSET_SVG, (float)v.w, (float)v.h};
    return true;
}
