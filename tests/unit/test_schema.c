/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fresh.h"
#include <content/actions.h>
#include <content/schema.h>

static const char *const STYLES[] = {"h1", "body", NULL};
static const struct field ITEM[] = {
    {.name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED, .help = "Name."},
    {.name = "press", .type = FIELD_ACTIONS},
    {.name = "name", .type = FIELD_TEXT},
    {0}};
static const struct field TOP[] = {
    {.name = "format", .type = FIELD_INT, .flags = FIELD_REQUIRED, .help = "Format of the file: 1."},
    {.name = "title", .type = FIELD_TEXT, .flags = FIELD_REQUIRED, .help = "Name of the \"scene\"\\\n."},
    {.name = "light", .type = FIELD_NUM, .max = 6, .def = "2", .unit = "h", .help = "Hour."},
    {.name = "elements", .type = FIELD_MAP, .flags = FIELD_REQUIRED | FIELD_ROWS, .help = "What it consists of."},
    {0}};
static const struct field COMMON[] = {
    {.name = "kind", .type = FIELD_ID, .flags = FIELD_REQUIRED, .help = "What it is."},
    {.name = "at", .type = FIELD_POINT, .min = -5, .max = 1e9, .def = "[1, 2.5]", .help = "Where."},
    {.name = "portrait", .type = FIELD_MAP, .help = "On an upright screen."},
    {0}};
static const struct field EVERY[] = {
    {.name = "bool", .type = FIELD_BOOL, .def = "true"},
    {.name = "num", .type = FIELD_NUM, .flags = FIELD_REQUIRED | FIELD_POSITIVE, .max = 9.5},
    {.name = "str", .type = FIELD_STR, .def = "a"},
    {.name = "enum", .type = FIELD_ENUM, .extra = STYLES, .def = "h1"},
    {.name = "color", .type = FIELD_COLOR, .def = "snow"},
    {.name = "nums", .type = FIELD_NUMS},
    {.name = "strs", .type = FIELD_STRS},
    {.name = "asset", .type = FIELD_ASSET},
    {.name = "assets", .type = FIELD_ASSETS},
    {.name = "fact", .type = FIELD_FACT},
    {.name = "facts", .type = FIELD_FACTS},
    {.name = "scene", .type = FIELD_SCENE},
    {.name = "scenes", .type = FIELD_SCENES},
    {.name = "var", .type = FIELD_VAR},
    {.name = "value", .type = FIELD_VALUE, .def = "true"},
    {.name = "word", .type = FIELD_VALUE, .def = "summer"},
    {.name = "inner", .type = FIELD_STRUCT, .sub = ITEM},
    {.name = "items", .type = FIELD_LIST, .sub = ITEM, .sub_size = 1},
    {.name = "when", .type = FIELD_COND},
    {.name = "sets", .type = FIELD_SETS},
    {.name = "press", .type = FIELD_ACTIONS},
    {.name = "children", .type = FIELD_MAP, .flags = FIELD_ROWS, .help = "Elements in it."},
    {0}};
static const struct schema_kind KINDS[] = {{"text", "Words.", ITEM}, {"every", "Everything.", EVERY}, {0}};

static const struct schema_file SCENE = {.title = "Scene", .top = TOP, .common = COMMON, .kinds = KINDS};

/* The whole schema, read back: JSON is YAML. */
static const struct yval *scene(void) {
    struct sbuf b = {.arena = &arena};
    schema_write(&b, &SCENE);
    const struct yval *v = yaml_read(&arena, "s", (struct bytes){(unsigned char *)b.p, b.len}, &YAML_MAP_CAPS, &diag);
    if (!v) fail_msg("%s\n%s", diag_line(&arena, diag.first), b.p);
    return v;
}

/* "a/b/0" below v; fails where there is none. */
static const struct yval *at(const struct yval *v, const char *path) {
    char part[64];
    for (const char *p = path; *p;) {
        size_t n = strcspn(p, "/");
        memcpy(part, p, n);
        part[n] = 0;
        p += n + (p[n] == '/');
        double i;
        v = v && v->kind == YAML_SEQ && str_number(part, &i) && i < v->n ? v->items[(int)i] : yaml_get(v, part);
        if (!v) fail_msg("no '%s' of %s", part, path);
    }
    return v;
}

static void is(const struct yval *v, const char *path, const char *text) { assert_string_equal(at(v, path)->text, text); }

static void the_file_is_described(void **state) {
    (void)state;
    const struct yval *s = scene();
    is(s, "$schema", "http://json-schema.org/draft-07/schema#");
    is(s, "type", "object");
    is(s, "additionalProperties", "false");
    assert_int_equal(at(s, "required")->n, 3);
    is(s, "required/1", "title");
    is(s, "properties/format/type", "integer");
    is(s, "properties/title/description", "Name of the \"scene\"\\\n.");
    is(s, "properties/title/allOf/0/$ref", "#/definitions/text");
    is(s, "properties/light/description", "Hour. [h]");
    is(s, "properties/light/default", "2");
    assert_false(at(s, "properties/light/default")->quoted);
    is(s, "properties/light/minimum", "0");
    is(s, "properties/light/maximum", "6");
    is(s, "properties/elements/type", "array");
    is(s, "properties/elements/items/$ref", "#/definitions/element");
    is(s, "definitions/text/oneOf/1/required/0", "easy");
    is(s, "definitions/text/oneOf/1/additionalProperties", "false");
}

static void kinds_are_told_apart(void **state) {
    (void)state;
    const struct yval *s = scene(), *k = at(s, "definitions/kind-every");
    assert_int_equal(at(s, "definitions/element/properties/kind/enum")->n, 2);
    assert_int_equal(at(s, "definitions/element/properties/kind/enumDescriptions")->n, 2);
    is(s, "definitions/element/properties/kind/enum/1", "every");
    is(s, "definitions/element/properties/kind/enumDescriptions/1", "Everything.");
    assert_int_equal(at(s, "definitions/element/allOf")->n, 2);
    is(s, "definitions/element/allOf/1/if/properties/kind/const", "every");
    is(s, "definitions/element/allOf/0/then/$ref", "#/definitions/kind-text");
    is(k, "description", "Everything.");
    is(k, "properties/kind/const", "every");
    is(k, "required/0", "kind");
    is(k, "required/1", "num");
    assert_int_equal(at(k, "required")->n, 2);    /* common's `kind` is not named twice */
    is(k, "properties/portrait/type", "object");
    is(k, "properties/portrait/description", "On an upright screen.");
    is(k, "properties/portrait/properties/num/$ref", "#/definitions/kind-every/properties/num");
    is(k, "properties/portrait/properties/inner/properties/id/$ref", "#/definitions/kind-every/properties/inner/properties/id");
    assert_null(yaml_get(at(k, "properties/portrait/properties/inner"), "required"));
    assert_null(yaml_get(at(k, "properties/portrait/properties"), "kind"));
    assert_null(yaml_get(at(k, "properties/portrait/properties"), "children"));
    is(k, "properties/children/items/$ref", "#/definitions/element");
    is(k, "properties/at/$ref", "#/definitions/common/properties/at");
    k = at(s, "definitions/common");
    is(k, "properties/at/minItems", "2");
    is(k, "properties/at/items/minimum", "-5");
    assert_null(yaml_get(at(k, "properties/at/items"), "maximum"));
    is(k, "properties/at/default/1", "2.5");
}

static void every_type_has_a_schema(void **state) {
    (void)state;
    const struct yval *p = at(scene(), "definitions/kind-every/properties");
    is(p, "bool/type", "boolean");
    assert_false(at(p, "bool/default")->quoted);
    is(p, "num/exclusiveMinimum", "0");
    is(p, "num/maximum", "9.5");
    assert_null(yaml_get(at(p, "num"), "minimum"));
    assert_true(at(p, "str/default")->quoted);
    is(p, "enum/enum/1", "body");
    is(p, "color/allOf/0/$ref", "#/definitions/color");
    is(p, "nums/items/type", "number");
    is(p, "strs/type", "array");
    assert_int_equal(at(p, "asset/pattern")->text[0], '^');
    is(p, "scenes/items/pattern", "^[a-z0-9]+(-[a-z0-9]+)*$");
    assert_false(at(p, "value/default")->quoted);
    assert_true(at(p, "word/default")->quoted);
    is(p, "inner/required/0", "id");
    is(p, "items/items/properties/name/allOf/0/$ref", "#/definitions/text");
    is(p, "when/additionalProperties/maxItems", "2");
    is(p, "sets/additionalProperties/type/0", "string");
    is(p, "press/allOf/0/$ref", "#/definitions/actions");
    for (const struct field *f = EVERY; f->name; f++)
        assert_true(yaml_get(at(p, f->name), "type") || yaml_get(at(p, f->name), "enum") || yaml_get(at(p, f->name), "allOf"));
}

static void actions_are_one_key_each(void **state) {
    (void)state;
    const struct yval *a = at(scene(), "definitions/action/oneOf");
    assert_int_equal(a->n, ACT_COUNT);
    for (int k = 0; k < ACT_COUNT; k++) {
        is(a->items[k], "required/0", ACTION_ROWS[k].name);
        is(a->items[k], "additionalProperties", "false");
        at(a->items[k], arena_printf(&arena, "properties/%s", ACTION_ROWS[k].name));
    }
    is(a->items[ACT_BACK], "properties/back/const", "true");
}

/* What other readers expect of a raw subtree; where null is as good as nothing. */
static void a_file_of_rows_and_names(void **state) {
    (void)state;
    static const struct field rows[] = {
        {.name = "format", .type = FIELD_INT, .flags = FIELD_REQUIRED, .min = 1, .max = 1},
        {.name = "list", .type = FIELD_MAP, .flags = FIELD_REQUIRED | FIELD_ROWS, .sub = ITEM},
        {.name = "table", .type = FIELD_MAP, .flags = FIELD_NAMED, .sub = ITEM, .help = "By name."},
        {.name = "units", .type = FIELD_MAP, .flags = FIELD_NAMED},
        {.name = "value", .type = FIELD_MAP, .flags = FIELD_FIGURE},
        {0}};
    struct sbuf b = {.arena = &arena};
    schema_write(&b, &(struct schema_file){.title = "Rows", .top = rows, .nulls = true});
    const struct yval *v = yaml_read(&arena, "s", (struct bytes){(unsigned char *)b.p, b.len}, &YAML_MAP_CAPS, &diag);
    if (!v) fail_msg("%s", diag_line(&arena, diag.first));
    is(v, "title", "Rows");
    is(v, "properties/format/type", "integer");
    is(v, "properties/list/items/required/0", "id");
    is(v, "properties/list/items/properties/press/anyOf/0/allOf/0/$ref", "#/definitions/actions");
    is(v, "properties/list/items/properties/press/anyOf/1/type", "null");
    is(v, "properties/table/description", "By name.");
    is(v, "properties/table/anyOf/0/additionalProperties/required/0", "id");
    is(v, "properties/units/anyOf/0/additionalProperties/type/0", "string");
    is(v, "properties/value/type/4", "null");
    assert_null(yaml_get(at(v, "definitions"), "element"));
}

static void the_same_tables_give_the_same_bytes(void **state) {
    (void)state;
    struct sbuf one = {.arena = &arena}, two = {.arena = &arena};
    schema_write(&one, &SCENE);
    schema_write(&two, &SCENE);
    assert_string_equal(one.p, two.p);
    assert_int_equal(one.p[one.len - 1], '\n');
}

static void refused_memory_is_seen(void **state) {
    (void)state;
    for (long n = 1; n < 20; n++) {
        struct arena small;
        arena_init(&small, 0);
        small.fail_at = n;
        struct sbuf b = {.arena = &small};
        schema_write(&b, &SCENE);
        assert_true(small.failed);
        arena_free(&small);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define T(f) FRESH(f)
        T(the_file_is_described), T(kinds_are_told_apart), T(every_type_has_a_schema), T(actions_are_one_key_each),
        T(a_file_of_rows_and_names), T(the_same_tables_give_the_same_bytes), T(refused_memory_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
