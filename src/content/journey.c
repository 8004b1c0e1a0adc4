/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/journey.h>
#include <string.h>

static const struct field CHAPTER[] = {
    {"id", FIELD_ID, offsetof(struct chapter, id), FIELD_REQUIRED, 0, 0, NULL, NULL, "its name in files", NULL, NULL, 0},
    {"title", FIELD_TEXT, offsetof(struct chapter, title), FIELD_REQUIRED, 0, 0, NULL, NULL, "one or two words on its strip", NULL, NULL, 0},
    {"subtitle", FIELD_TEXT, offsetof(struct chapter, subtitle), 0, 0, 0, NULL, NULL, "a few words under the title", NULL, NULL, 0},
    {"light", FIELD_NUM, offsetof(struct chapter, light), 0, 0, 6, "2", NULL, "hour of the night, 0 dusk to 6 dawn", NULL, NULL, 0},
    {"ambience", FIELD_ASSET, offsetof(struct chapter, ambience), 0, 0, 0, NULL, NULL, "quiet loop that is heard in its scenes (Ogg Vorbis)", NULL, NULL, 0},
    {"scenes", FIELD_SCENES, offsetof(struct chapter, scenes), FIELD_REQUIRED, 0, 0, NULL, NULL, "its scenes, in order", NULL, NULL, 0},
    {0}};
static const char *const LASTS[] = {"visit", "day", NULL};
static const struct field VARIABLE[] = {
    {"name", FIELD_ID, offsetof(struct journey_var, name), FIELD_REQUIRED, 0, 0, NULL, NULL, "name of the variable", NULL, NULL, 0},
    {"value", FIELD_VALUE, offsetof(struct journey_var, value), FIELD_REQUIRED, 0, 0, NULL, NULL, "its first value", NULL, NULL, 0},
    {"unit", FIELD_STR, offsetof(struct journey_var, unit), 0, 0, 0, NULL, NULL, "unit in texts", NULL, NULL, 0},
    {"lasts", FIELD_ENUM, offsetof(struct journey_var, lasts), 0, 0, 0, "visit", NULL, "visit: until the visitor leaves; day: until the day is over", LASTS, NULL, 0},
    {0}};
static const struct field SOUND[] = {
    {"volume", FIELD_NUM, offsetof(struct sounds, volume), FIELD_REQUIRED, 0, 1, NULL, NULL, "0 off to 1 full; off shows no sound button either", NULL, NULL, 0},
    {"label", FIELD_TEXT, offsetof(struct sounds, label), FIELD_REQUIRED, 0, 0, NULL, NULL, "spoken label of the button that turns sound off and on", NULL, NULL, 0},
    {"film", FIELD_TEXT, offsetof(struct sounds, film), 0, 0, 0, NULL, NULL, "the same of the button that turns the sound of a film on; absent = `label`", NULL, NULL, 0},
    {"press", FIELD_ASSET, offsetof(struct sounds, press), 0, 0, 0, NULL, NULL, "when something is touched that answers", NULL, NULL, 0},
    {"go", FIELD_ASSET, offsetof(struct sounds, go), 0, 0, 0, NULL, NULL, "when another scene comes", NULL, NULL, 0},
    {"ambience", FIELD_ASSET, offsetof(struct sounds, ambience), 0, 0, 0, NULL, NULL, "quiet loop where no chapter has its own; the attract scene is silent", NULL, NULL, 0},
    {0}};
static const struct field IDLE[] = {
    {"ask", FIELD_NUM, offsetof(struct journey, idle_ask) - offsetof(struct journey, idle_ask), FIELD_POSITIVE, 5, 3600, "60", "s",
     "quiet time before the visitor is asked", NULL, NULL, 0},
    {"reset", FIELD_NUM, offsetof(struct journey, idle_reset) - offsetof(struct journey, idle_ask), FIELD_POSITIVE, 5, 600, "30", "s",
     "how long the question waits", NULL, NULL, 0},
    {0}};
static const struct field NAV[] = {
    {"next", FIELD_TEXT, offsetof(struct nav_texts, next), FIELD_REQUIRED, 0, 0, NULL, NULL, "the gold button", NULL, NULL, 0},
    {"home", FIELD_TEXT, offsetof(struct nav_texts, home), FIELD_REQUIRED, 0, 0, NULL, NULL, "spoken label of the home button", NULL, NULL, 0},
    {"back", FIELD_TEXT, offsetof(struct nav_texts, back), FIELD_REQUIRED, 0, 0, NULL, NULL, "spoken label of the back button", NULL, NULL, 0},
    {"language", FIELD_TEXT, offsetof(struct nav_texts, language), FIELD_REQUIRED, 0, 0, NULL, NULL, "spoken label of the language button", NULL, NULL, 0},
    {"more", FIELD_TEXT, offsetof(struct nav_texts, more), 0, 0, 0, NULL, NULL, "spoken label of the button that shows the texts of the *more* level; absent = no such button", NULL, NULL, 0},
    {0}};
const struct field JOURNEY_FIELDS[] = {
    {"format", FIELD_INT, offsetof(struct journey, format), FIELD_REQUIRED, 1, 1, NULL, NULL, "format of the file: 1", NULL, NULL, 0},
    {"name", FIELD_TEXT, offsetof(struct journey, name), FIELD_REQUIRED, 0, 0, NULL, NULL, "name of the exhibit", NULL, NULL, 0},
    {"attract", FIELD_SCENE, offsetof(struct journey, attract), FIELD_REQUIRED, 0, 0, NULL, NULL, "scene of the sleeping screen", NULL, NULL, 0},
    {"home", FIELD_SCENE, offsetof(struct journey, home), FIELD_REQUIRED, 0, 0, NULL, NULL, "scene with the chapters", NULL, NULL, 0},
    {"still-there", FIELD_SCENE, offsetof(struct journey, still_there), FIELD_REQUIRED, 0, 0, NULL, NULL, "sheet of the idle question", NULL, NULL, 0},
    {"language-sheet", FIELD_SCENE, offsetof(struct journey, language_sheet), FIELD_REQUIRED, 0, 0, NULL, NULL, "sheet of the languages", NULL, NULL, 0},
    {"sources-sheet", FIELD_SCENE, offsetof(struct journey, sources_sheet), FIELD_REQUIRED, 0, 0, NULL, NULL, "sheet of a figure's sources", NULL, NULL, 0},
    {"call-scene", FIELD_SCENE, offsetof(struct journey, call_scene), 0, 0, 0, NULL, NULL, "scene with the calls to action: the profile off leaves it out", NULL, NULL, 0},
    {"languages", FIELD_STRS, offsetof(struct journey, languages), FIELD_REQUIRED, 0, 0, NULL, NULL, "BCP 47 codes, in the order of the buttons", NULL, NULL, 0},
    {"inviting", FIELD_STRS, offsetof(struct journey, inviting), 0, 0, 0, NULL, NULL, "languages that the attract screen speaks in turn; absent = all", NULL, NULL, 0},
    {"default-language", FIELD_STR, offsetof(struct journey, default_language), FIELD_REQUIRED, 0, 0, NULL, NULL, "language after idle", NULL, NULL, 0},
    {"pair", FIELD_STR, offsetof(struct journey, pair), 0, 0, 0, NULL, NULL, "a second language, shown beside the first from the start; absent = only when a visitor chooses one", NULL, NULL, 0},
    {"country", FIELD_STR, offsetof(struct journey, country), 0, 0, 0, NULL, NULL, "country of the site, two letters (RU): sources that may not be named there are told neutrally", NULL, NULL, 0},
    {"invite", FIELD_NUM, offsetof(struct journey, invite), FIELD_POSITIVE, 2, 60, "8", "s", "how long the attract screen speaks each language", NULL, NULL, 0},
    {"idle", FIELD_STRUCT, offsetof(struct journey, idle_ask), 0, 0, 0, NULL, NULL, "times of the idle question", NULL, IDLE, 0},
    {"nav", FIELD_STRUCT, offsetof(struct journey, nav), FIELD_REQUIRED, 0, 0, NULL, NULL, "labels of the navigation bar", NULL, NAV, 0},
    {"sound", FIELD_STRUCT, offsetof(struct journey, sound), 0, 0, 0, NULL, NULL, "what is heard; absent = nothing", NULL, SOUND, 0},
    {"chapters", FIELD_LIST, offsetof(struct journey, chapters), FIELD_REQUIRED, 0, 0, NULL, NULL, "chapters, in the order of the night", NULL, CHAPTER, sizeof(struct chapter)},
    {"variables", FIELD_LIST, offsetof(struct journey, variables), 0, 0, 0, NULL, NULL, "variables kept from scene to scene", NULL, VARIABLE, sizeof(struct journey_var)},
    {0}};

static bool has(const struct strs *s, const char *word) {
    for (int i = 0; i < s->n; i++)
        if (str_eq(s->v[i], word)) return true;
    return false;
}

bool language_code_ok(const char *s) {
    size_t n = strlen(s);
    if (n < 2 || n > 35 || strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") != n) return false;
    return s[0] != '-' && s[n - 1] != '-';
}

static bool check_languages(const struct journey *j, const struct yval *root, struct diag *d) {
    int before = d->errors;
    const struct yval *at = yaml_get(root, "languages"), *first = yaml_get(root, "default-language");
    if (!at || at->kind != YAML_SEQ || j->languages.n != at->n) return true;      /* has a fault already */
    if (!j->languages.n) {
        diag_error(d, at->pos, "'languages' is empty (name at least one, for example [en])");
        return false;
    }
    for (int i = 0; i < j->languages.n; i++) {
        const char *code = j->languages.v[i];
        if (!language_code_ok(code)) diag_error(d, at->items[i]->pos, "'%s' is not a language code (write it like ru or zh-Hans)", code);
        for (int k = 0; k < i; k++)
            if (str_eq(code, j->languages.v[k])) diag_error(d, at->items[i]->pos, "language '%s' is listed twice (remove one)", code);
    }
    if (j->languages.n > JOURNEY_LANGUAGES)
        diag_error(d, at->items[JOURNEY_LANGUAGES]->pos, "more than %d languages (remove some)", JOURNEY_LANGUAGES);
    const struct yval *inviting = yaml_get(root, "inviting");
    for (int i = 0; inviting && i < j->inviting.n; i++)
        if (!has(&j->languages, j->inviting.v[i]))
            diag_error(d, inviting->items[i]->pos, "inviting language '%s' is not in 'languages' (add it there)", j->inviting.v[i]);
    if (first && j->default_language && !has(&j->languages, j->default_language))
        diag_error(d, first->pos, "default language '%s' is not in 'languages' (add it there)", j->default_language);
    const struct yval *pair = yaml_get(root, "pair");
    if (pair && j->pair && !has(&j->languages, j->pair))
        diag_error(d, pair->pos, "'pair' is '%s', which is not in 'languages' (name the one language that stands beside the default)", j->pair);
    else if (pair && j->pair && str_eq(j->pair, j->default_language))
        diag_error(d, pair->pos, "'pair' is '%s', the default language itself (name another, or remove the key)", j->pair);
    return d->errors == before;
}

/* Next walks a chapter: a scene in two places would have two ways on. */
static void check_scenes(const struct chapter *c, int at, const struct yval *scenes, struct diag *d) {
    for (int s = 0; s < c[at].scenes.n; s++)
        for (int k = 0; k <= at; k++)
            for (int t = 0; t < (k < at ? c[k].scenes.n : s); t++)
                if (str_eq(c[k].scenes.v[t], c[at].scenes.v[s]))
                    diag_error(d, scenes->items[s]->pos, "scene '%s' stands in chapter '%s' and again in '%s' (remove one)", c[at].scenes.v[s], c[k].id,
                               c[at].id);
}

static bool check_chapters(const struct journey *j, const struct yval *root, struct diag *d) {
    int before = d->errors;
    const struct chapter *c = j->chapters.items;
    const struct yval *at = yaml_get(root, "chapters");
    if (!at || at->kind != YAML_SEQ || j->chapters.n != at->n) return true;       /* has a fault already */
    if (j->chapters.n > JOURNEY_CHAPTERS) diag_error(d, at->items[JOURNEY_CHAPTERS]->pos, "more than %d chapters (join some)", JOURNEY_CHAPTERS);
    if (!j->chapters.n) diag_error(d, at->pos, "'chapters' is empty (home needs at least one)");
    for (int i = 0; i < j->chapters.n; i++) {
        const struct yval *id = yaml_get(at->items[i], "id"), *scenes = yaml_get(at->items[i], "scenes");
        if (!c[i].scenes.n) diag_error(d, scenes->pos, "chapter '%s' has no scenes (name one, or remove the chapter)", c[i].id);
        for (int k = 0; k < i; k++)
            if (str_eq(c[i].id, c[k].id)) diag_error(d, id->pos, "chapter '%s' stands twice (rename one)", c[i].id);
        check_scenes(c, i, scenes, d);
    }
    return d->errors == before;
}

static bool check_variables(const struct journey *j, const struct yval *root, struct diag *d) {
    int before = d->errors;
    const struct yval *at = yaml_get(root, "variables");
    const struct journey_var *v = j->variables.items;
    for (int i = 1; i < j->variables.n; i++)
        for (int k = 0; k < i; k++)
            if (str_eq(v[i].name, v[k].name))
                diag_error(d, yaml_get(at->items[i], "name")->pos, "variable '%s' is declared twice (remove one)", v[i].name);
    return d->errors == before;
}

bool journey_load(struct arena *a, const struct port_files *files, const char *path, struct journey *out,
                  const struct field_refs *refs, struct diag *d) {
    struct bytes in;
    memset(out, 0, sizeof *out);
    out->file = arena_str(a, path);
    out->part = true;
    if (!files->read(files->ctx, path, YAML_SCENE_CAPS.bytes, a, &in, d)) return false;
    const struct yval *root = yaml_read(a, path, in, &YAML_SCENE_CAPS, d);
    if (!root) return false;
    struct fields_in fi = {.arena = a, .diag = d, .refs = refs, .what = "the journey", .ctxt = "journey"};
    const struct field *const tables[] = {JOURNEY_FIELDS, NULL};
    void *const outs[] = {out};
    bool good = fields_read(&fi, root, tables, outs, false);
    if (root->kind != YAML_MAP) return false;
    good &= check_variables(out, root, d);
    bool languages = check_languages(out, root, d);
    bool chapters = check_chapters(out, root, d);
    if (!out->file) diag_error(d, (struct pos){0}, "not enough memory to read the journey");
    out->part = !(good && languages && chapters && out->file);
    return !out->part;
}

void journey_drop_scene(struct arena *a, struct journey *j, const char *scene) {
    const struct chapter *from = j->chapters.items;
    struct chapter *to = arena_array(a, struct chapter, j->chapters.n);
    int n = 0;
    for (int i = 0; scene && to && i < j->chapters.n; i++) {
        const char **kept = arena_array(a, const char *, from[i].scenes.n + 1);
        if (!kept) return;
        to[n] = from[i];
        to[n].scenes = (struct strs){kept, 0};
        for (int k = 0; k < from[i].scenes.n; k++)
            if (!str_eq(from[i].scenes.v[k], scene)) kept[to[n].scenes.n++] = from[i].scenes.v[k];
        if (to[n].scenes.n) n++;
    }
    if (scene && to) j->chapters = (struct list){to, n};
}

const char *locale_path(struct arena *a, const char *lang) {
    char *p = arena_printf(a, "locales/%s.po", lang);
    for (char *c = p; c && *c; c++)
        if (*c == '-') *c = '_';
    return p;
}
