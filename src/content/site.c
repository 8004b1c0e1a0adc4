/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/site.h>
#include <string.h>

const struct site SITE_NONE = {.profile = -1, .volume = -1};

#define AT(member) .offset = offsetof(struct site, member)
const struct field SITE_FIELDS[] = {
    {.name = "px-per-mm", .type = FIELD_NUM, AT(px_per_mm), .flags = FIELD_POSITIVE, .min = 0.2, .max = 40, .unit = "px",
     .help = "Pixels to a millimetre of the screen: its width in pixels through its width in millimetres. With it things are shown in their true size."},
    {.name = "default-language", .type = FIELD_STR, AT(default_language), .help = "Language after idle, one of the journey's."},
    {.name = "pair", .type = FIELD_STR, AT(pair), .help = "A second language beside it from the start, one of the journey's; none: only one."},
    {.name = "country", .type = FIELD_STR, AT(country), .help = "Where the machine stands, two capital letters (RU)."},
    {.name = "profile", .type = FIELD_ENUM, AT(profile), .extra = PROFILE_NAMES, .help = "Who may ask for help here; scenes/partners.yaml says what each needs."},
    {.name = "volume", .type = FIELD_NUM, AT(volume), .max = 1, .help = "0 off to 1 full; off shows no sound button either."},
    {.name = "still", .type = FIELD_BOOL, AT(still), .help = "Reduced motion."},
    {.name = "low-reach", .type = FIELD_BOOL, AT(low_reach), .help = "Controls within low reach."},
    {0}};
#undef AT

static bool check_country(struct site *s, struct diag *d) {
    if (!s->country || (strlen(s->country) == 2 && strspn(s->country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2)) return true;
    diag_error(d, yaml_get(s->root, "country")->pos, "'country' is '%.20s', which is no country (two capital letters, for example \"RU\")", s->country);
    s->country = NULL;
    return false;
}

bool site_read(struct arena *a, const char *file, struct bytes in, struct site *out, struct diag *d) {
    *out = SITE_NONE;
    struct yval *root = yaml_read(a, file, in, &YAML_SCENE_CAPS, d);
    if (!root) return false;
    yaml_drop_nulls(root, NULL);
    struct fields_in fi = {.arena = a, .diag = d, .what = "the site's settings", .ctxt = "site"};
    bool good = fields_read(&fi, root, (const struct field *const[]){SITE_FIELDS, NULL}, (void *const[]){out}, true);
    if (root->kind != YAML_MAP) return false;
    out->root = root;
    return check_country(out, d) && good;
}

/* The journey's own word for a language that a key names; NULL, with a line, when it has none such. */
static const char *listed(const struct site *s, const char *key, const char *code, const struct journey *j, struct diag *d) {
    const char *names[JOURNEY_LANGUAGES + 1] = {NULL};
    for (int i = 0; i < j->languages.n; i++) {
        if (str_eq(j->languages.v[i], code)) return j->languages.v[i];
        if (i < JOURNEY_LANGUAGES) names[i] = j->languages.v[i];
    }
    struct pos at = yaml_get(s->root, key)->pos;
    const char *near = str_nearest(code, names);
    if (near) diag_error(d, at, "language '%.35s' is not in the journey (did you mean '%s'?)", code, near);
    else diag_error(d, at, "language '%.35s' is not in the journey (write one of its languages)", code);
    return NULL;
}

static bool apply_languages(const struct site *s, struct journey *j, struct diag *d) {
    if (!j->languages.n) return true;
    const char *first = s->default_language ? listed(s, "default-language", s->default_language, j, d) : NULL;
    bool one = str_eq(s->pair, "none");
    const char *second = s->pair && !one ? listed(s, "pair", s->pair, j, d) : NULL;
    bool good = (first || !s->default_language) && (second || !s->pair || one);
    if (first) j->default_language = first;
    if (second || one) j->pair = second;
    if (!str_eq(j->pair, j->default_language)) return good;
    j->pair = NULL;      /* the journey's pair has become the default itself */
    if (second) diag_error(d, yaml_get(s->root, "pair")->pos, "'pair' is '%s', the default language itself (name another, or none)", second);
    return good && !second;
}

bool site_apply(const struct site *s, struct journey *j, struct partners *p, struct diag *d) {
    if (s->country) j->country = p->country = s->country;
    if (s->volume >= 0 && j->sound.label.easy) j->sound.volume = s->volume;
    if (s->profile >= 0) {
        p->profile = s->profile;
        p->set_at = yaml_get(s->root, "profile")->pos;
    }
    return apply_languages(s, j, d);
}
