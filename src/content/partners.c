/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partners.c - reading the file. What may be in force: partners_rules.c */
#include <content/partners.h>
#include <stdlib.h>
#include <string.h>

const char *const PROFILE_NAMES[] = {"pledge-only", "international", "in-russia", "off", NULL};
const char *const PARTNER_KINDS[] = {"adopt", "donate", "keeper", "volunteer", NULL};
const char *const CALL_NAMES[] = {"none", "pledge", "partner", NULL};

#define AT(m) .offset = offsetof(struct organisation, m)
static const struct field ORGANISATION[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "As facts have it in 'names_partner'."},
    {.name = "not_in", .type = FIELD_STRS, AT(not_in), .help = "Countries (two letters) where it may not be named."},
    {.name = "marks", .type = FIELD_STRS, AT(marks), .help = "Words by which it is known; no text may hold one there."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct logo, m)
static const struct field LOGO[] = {
    {.name = "file", .type = FIELD_ASSET, AT(file), .flags = FIELD_REQUIRED, .help = "Picture below assets/."},
    {.name = "licence", .type = FIELD_STR, AT(licence), .flags = FIELD_REQUIRED, .help = "Licence of the picture."},
    {.name = "permission", .type = FIELD_STR, AT(permission), .flags = FIELD_REQUIRED, .help = "Who allowed it in writing, and when."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct partner, m)
static const struct field PARTNER[] = {
    {.name = "id", .type = FIELD_ID, AT(id), .flags = FIELD_REQUIRED, .help = "Its name in files."},
    {.name = "profile", .type = FIELD_ENUM, AT(profile), .flags = FIELD_REQUIRED, .extra = PROFILE_NAMES, .help = "international or in-russia: where it may be shown."},
    {.name = "kind", .type = FIELD_ENUM, AT(kind), .flags = FIELD_REQUIRED, .extra = PARTNER_KINDS, .help = "What is asked for."},
    {.name = "organisation", .type = FIELD_STR, AT(organisation), .help = "Who stands behind it: an id of 'organisations'."},
    {.name = "name", .type = FIELD_MAP, AT(names), .flags = FIELD_NAMED, .help = "Its name, by language; English serves the others."},
    {.name = "not_in", .type = FIELD_STRS, AT(not_in), .help = "Countries (two letters) where it may not be shown."},
    {.name = "url", .type = FIELD_MAP, AT(urls), .flags = FIELD_NAMED, .help = "Address of the QR code, by language; empty = no code."},
    {.name = "short_address", .type = FIELD_STR, AT(short_address), .help = "Printed by the code, for those who type it."},
    {.name = "logo", .type = FIELD_STRUCT, AT(logo), .sub = LOGO, .help = "Only with a written permission."},
    {.name = "amounts", .type = FIELD_NUMS, AT(amounts), .help = "Sums that the partner names."},
    {.name = "currency", .type = FIELD_STR, AT(currency), .help = "Three letters (ISO 4217)."},
    {.name = "symbolic", .type = FIELD_MAP, AT(symbols), .flags = FIELD_NAMED, .help = "That it is a symbol and no cat is owned, by language."},
    {.name = "use_of_money", .type = FIELD_MAP, AT(money), .flags = FIELD_NAMED, .help = "What the money is for, in the partner's own words, by language."},
    {.name = "use_of_money_on", .type = FIELD_STR, AT(use_of_money_on), .help = "Day on which the partner confirmed these words."},
    {0}};
#undef AT
#define AT(m) .offset = offsetof(struct partners, m)
const struct field PARTNERS_FIELDS[] = {
    {.name = "format", .type = FIELD_INT, AT(format), .flags = FIELD_REQUIRED, .min = 1, .max = 1, .help = "Always 1."},
    {.name = "profile", .type = FIELD_ENUM, AT(profile), .extra = PROFILE_NAMES, .def = "pledge-only", .help = "What the site allows."},
    {.name = "country", .type = FIELD_STR, AT(country), .help = "Where the machine stands, two letters; none = as in the journey."},
    {.name = "confirmed_on", .type = FIELD_STR, AT(confirmed_on), .help = "Day on which offer, address and law were checked."},
    {.name = "confirmed_by", .type = FIELD_STR, AT(confirmed_by), .help = "Who checked them."},
    {.name = "review_by", .type = FIELD_INT, AT(review_by), .min = 2000, .max = 2200, .help = "Last year in which it may be shown."},
    {.name = "organisations", .type = FIELD_LIST, AT(organisations), .sub = ORGANISATION, .sub_size = sizeof(struct organisation),
     .help = "Organisations that may not be named everywhere."},
    {.name = "partners", .type = FIELD_LIST, AT(partners), .sub = PARTNER, .sub_size = sizeof(struct partner), .help = "Who may be shown."},
    {.name = "pledges", .type = FIELD_STRS, AT(pledges), .help = "Promises that cost nothing, in order."},
    {0}};
#undef AT

struct pos partners_pos(const struct partners *p, const char *key) {
    if (p->set_at.file && str_eq(key, "profile")) return p->set_at;
    const struct yval *v = p->root ? yaml_get(p->root, key) : NULL;
    return v ? v->pos : p->root ? p->root->pos : (struct pos){0};
}

/* ---- one text in each language */
static void texts(struct arena *a, const struct yval *map, const char *what, struct lang_texts *out, struct diag *d) {
    *out = (struct lang_texts){0};
    if (!map) return;
    if (map->kind != YAML_MAP) {
        diag_error(d, map->pos, "'%s' must be a map of 'language: \"text\"'", what);
        return;
    }
    struct lang_text *v = arena_array(a, struct lang_text, map->np);
    for (int i = 0; v && i < map->np; i++) {
        const struct ypair *p = &map->pairs[i];
        if (!language_code_ok(p->key))
            diag_error(d, p->key_pos, "'%s' in '%s' is not a language code (write it like ru or zh-Hans)", p->key, what);
        else if (p->value->kind != YAML_SCALAR || !p->value->len)
            diag_error(d, p->value->pos, "'%s' in '%s' has no text (write it in quotes, or remove the line)", p->key, what);
        else
            v[out->n++] = (struct lang_text){p->key, p->value->text, p->value->pos};
    }
    out->v = v;
}

static bool day_ok(const char *s) {
    static const char form[] = "dddd-dd-dd";
    for (int i = 0; form[i]; i++)
        if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != '-') return false;
    int month = (s[5] - '0') * 10 + s[6] - '0', day = (s[8] - '0') * 10 + s[9] - '0';
    return !s[10] && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static void check_day(const char *s, struct pos at, const char *what, struct diag *d) {
    if (s && !day_ok(s)) diag_error(d, at, "'%s' is '%.40s', which is no day (write it like \"2026-05-01\")", what, s);
}

static bool host_ok(const char *s) {
    size_t n = strcspn(s, "/?#");
    if (n < 3 || !memchr(s, '.', n)) return false;
    for (; *s; s++)
        if (*s <= ' ' || *s > '~' || strchr("\"<>\\^`{|}", *s)) return false;
    return true;
}

static void check_addresses(const struct partner *p, const struct yval *map, struct diag *d) {
    const struct yval *brief = yaml_get(map, "short_address");
    for (int i = 0; i < p->url.n; i++) {
        const struct lang_text *u = &p->url.v[i];
        if (strncmp(u->text, "https://", 8) != 0 || !host_ok(u->text + 8))
            diag_error(d, u->pos, "'%.60s' is no address for a QR code (write https://, a host, and only ASCII)", u->text);
        else if (strlen(u->text) > PARTNER_URL_MAX)
            diag_error(d, u->pos, "the address of partner '%s' has more than %d characters (ask the partner for a shorter one)", p->id, PARTNER_URL_MAX);
    }
    if (p->url.n && !p->short_address)
        diag_error(d, p->url.v[0].pos, "partner '%s' has a 'url' but no 'short_address' (some visitors have no telephone: add one)", p->id);
    if (p->short_address && (strstr(p->short_address, "://") || !host_ok(p->short_address)))
        diag_error(d, brief->pos, "'%.60s' is no short address (write it like example.org/leopard)", p->short_address);
    else if (p->short_address && strlen(p->short_address) > PARTNER_SHORT_MAX)
        diag_error(d, brief->pos, "the short address of partner '%s' has more than %d characters (ask the partner for a shorter one)", p->id,
                   PARTNER_SHORT_MAX);
}

static void check_partner(struct arena *a, struct partner *p, const struct yval *map, struct diag *d) {
    const struct yval *money_on = yaml_get(map, "use_of_money_on"), *amounts = yaml_get(map, "amounts");
    p->pos = map->pos;
    texts(a, p->names, "name", &p->name, d);
    texts(a, p->urls, "url", &p->url, d);
    texts(a, p->symbols, "symbolic", &p->symbolic, d);
    texts(a, p->money, "use_of_money", &p->use_of_money, d);
    if (p->profile != PROFILE_INTERNATIONAL && p->profile != PROFILE_IN_RUSSIA)
        diag_error(d, yaml_get(map, "profile")->pos, "partner '%s' cannot belong to the profile '%s' (it shows no partner: write international or in-russia)",
                   p->id, PROFILE_NAMES[p->profile]);
    check_addresses(p, map, d);
    check_day(p->use_of_money_on, money_on ? money_on->pos : map->pos, "use_of_money_on", d);
    if (p->use_of_money.n && !p->use_of_money_on)
        diag_error(d, p->money->pos, "'use_of_money' of partner '%s' has no day (add 'use_of_money_on', when the partner confirmed it)", p->id);
    if (p->amounts.n && !p->currency) diag_error(d, amounts->pos, "partner '%s' has 'amounts' but no 'currency' (add it, or remove both)", p->id);
}

static void check_all(struct arena *a, struct partners *p, struct diag *d) {
    const struct yval *list = yaml_get(p->root, "partners");
    struct partner *v = p->partners.items;
    for (int i = 0; i < p->partners.n; i++) {
        check_partner(a, &v[i], list->items[i], d);
        for (int k = 0; k < i; k++)
            if (str_eq(v[k].id, v[i].id)) diag_error(d, yaml_get(list->items[i], "id")->pos, "partner '%s' stands twice (rename one)", v[i].id);
    }
    check_day(p->confirmed_on, partners_pos(p, "confirmed_on"), "confirmed_on", d);
    if (p->confirmed_on && day_ok(p->confirmed_on) && p->review_by && p->review_by < (int)strtol(p->confirmed_on, NULL, 10))
        diag_error(d, partners_pos(p, "review_by"), "'review_by' is %d, before 'confirmed_on' (correct one of them)", p->review_by);
}

bool partners_load(struct arena *a, const struct port_files *files, const char *path, struct partners *out, struct diag *d) {
    struct bytes in;
    int before = d->errors;
    *out = (struct partners){0};
    if (!files->exists(files->ctx, path)) return true;
    out->faulty = true;
    if (!files->read(files->ctx, path, YAML_SCENE_CAPS.bytes, a, &in, d)) return false;
    struct yval *root = yaml_read(a, path, in, &YAML_SCENE_CAPS, d);
    if (!root) return false;
    yaml_drop_nulls(root, NULL);
    struct fields_in fi = {.arena = a, .diag = d, .what = "the partner profile", .ctxt = "partners"};
    fields_read(&fi, root, (const struct field *const[]){PARTNERS_FIELDS, NULL}, (void *const[]){out}, false);
    if (root->kind != YAML_MAP) return false;
    out->root = root;
    check_all(a, out, d);
    out->faulty = d->errors > before;
    return !out->faulty;
}
