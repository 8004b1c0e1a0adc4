/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scene_fields.c - the keys of a scene file and those that every element has. */
#include <scene/layout.h>
#include <scene/track.h>

#define AT(type, member) .offset = offsetof(struct type, member)

const char *const SCENE_BUILTINS[] = {"language", "pointer-x", "pointer-y", "text-size", "low-reach", "still",
                                       "more", "muted", "sound", "calibrated", "second-language", "film-sound", NULL};
const char *const SCENE_CALL_WORDS[] = {"call", "partner-kind", "partner-name", "partner-address", "partner-symbol", "partner-money",
                                         "partner-money-year", NULL};

bool scene_call_word(const char *name) {
    for (int i = 0; SCENE_CALL_WORDS[i]; i++)
        if (str_eq(SCENE_CALL_WORDS[i], name)) return true;
    return false;
}

bool scene_file_taken(const char *name) {
    return str_eq(name, "facts.yaml") || str_eq(name, "journey.yaml") || str_eq(name, "partners.yaml");
}

static const struct field VARIABLE_FIELDS[] = {
    {.name = "name", .type = FIELD_ID, AT(scene_var, name), .flags = FIELD_REQUIRED, .help = "Name, small letters and '-'."},
    {.name = "value", .type = FIELD_VALUE, AT(scene_var, value), .flags = FIELD_REQUIRED, .help = "Value when the scene begins."},
    {.name = "unit", .type = FIELD_STR, AT(scene_var, unit), .help = "Unit with which texts print it (m, kg, year)."},
    {0}};
static const struct field STATE_FIELDS[] = {
    {.name = "name", .type = FIELD_ID, AT(scene_state, name), .flags = FIELD_REQUIRED, .help = "Name of the state."},
    {.name = "set", .type = FIELD_SETS, AT(scene_state, set), .flags = FIELD_REQUIRED, .help = "Values of variables in this state."},
    {.name = "then", .type = FIELD_ACTIONS, AT(scene_state, then), .help = "What is done when they are set: what only a track shows must be played."},
    {.name = "touch", .type = FIELD_STRS, AT(scene_state, touch), .help = "What is touched then, one after the other: elements, or parts of them (`leap/animal`)."},
    {0}};
static const struct field NUMBER_FIELDS[] = {
    {.name = "name", .type = FIELD_ID, AT(scene_number, name), .flags = FIELD_REQUIRED, .help = "Name by which texts print it: {name}."},
    {.name = "value", .type = FIELD_NUM, AT(scene_number, value), .help = "A number that is no fact."},
    {.name = "sum", .type = FIELD_FACTS, AT(scene_number, sum), .help = "Instead of a value: the sum of these facts."},
    {.name = "unit", .type = FIELD_STR, AT(scene_number, unit), .help = "Unit as in the fact register."},
    {0}};

static const struct field SOUND_FIELDS[] = {
    {.name = "when", .type = FIELD_COND, AT(scene_sound, when), .flags = FIELD_REQUIRED, .help = "Heard at the moment when this becomes true."},
    {.name = "file", .type = FIELD_ASSET, AT(scene_sound, file), .flags = FIELD_REQUIRED, .help = "Sound below assets/ (Ogg Vorbis)."},
    {0}};

const struct field SCENE_FIELDS[] = {
    {.name = "format", .type = FIELD_INT, AT(scene_top, format), .flags = FIELD_REQUIRED, .min = 1, .max = 1, .help = "Format of the file: 1."},
    {.name = "title", .type = FIELD_TEXT, AT(scene_top, title), .flags = FIELD_REQUIRED, .help = "Name of the scene."},
    {.name = "template", .type = FIELD_ENUM, AT(scene_top, template), .extra = LAYOUT_NAMES, .def = "stage",
     .help = "Arrangement of words and controls."},
    {.name = "light", .type = FIELD_NUM, AT(scene_top, light), .min = 0, .max = 6, .def = "2", .help = "Hour of the night, 0 dusk to 6 dawn."},
    {.name = "variables", .type = FIELD_LIST, AT(scene_top, variables), .sub = VARIABLE_FIELDS, .sub_size = sizeof(struct scene_var),
     .help = "Variables of this scene."},
    {.name = "states", .type = FIELD_LIST, AT(scene_top, states), .sub = STATE_FIELDS, .sub_size = sizeof(struct scene_state),
     .help = "Named sets of values, for pictures and tests."},
    {.name = "numbers", .type = FIELD_LIST, AT(scene_top, numbers), .sub = NUMBER_FIELDS, .sub_size = sizeof(struct scene_number),
     .help = "Numbers in texts that are no facts."},
    {.name = "facts", .type = FIELD_FACTS, AT(scene_top, facts), .help = "Facts that the scene shows."},
    {.name = "sounds", .type = FIELD_LIST, AT(scene_top, sounds), .sub = SOUND_FIELDS, .sub_size = sizeof(struct scene_sound),
     .help = "What is heard when something happens."},
    {.name = "notes", .type = FIELD_STR, AT(scene_top, notes), .help = "For teachers, in English."},
    {.name = "narration", .type = FIELD_TEXT, AT(scene_top, narration), .help = "What is spoken."},
    {.name = "caption", .type = FIELD_TEXT, AT(scene_top, caption), .help = "Caption of the narration."},
    {.name = "sheet", .type = FIELD_BOOL, AT(scene_top, sheet), .help = "Shown over another scene."},
    {.name = "keep-side", .type = FIELD_BOOL, AT(scene_top, keep_side),
     .help = "All but the bar stays on its side in languages that are written from the right (one graph, one map)."},
    {.name = "elements", .type = FIELD_MAP, AT(scene_top, elements), .flags = FIELD_REQUIRED | FIELD_ROWS,
     .help = "What the scene consists of, in drawing order."},
    {0}};

static const char *const PAIRS[] = {"auto", "both", "line", "beside", "first", NULL};

const struct field NODE_FIELDS[] = {
    {.name = "kind", .type = FIELD_ID, AT(node_common, kind), .help = "What it is."},
    {.name = "id", .type = FIELD_ID, AT(node_common, id), .help = "Name of the element; translations and tests know it by it."},
    {.name = "slot", .type = FIELD_ID, AT(node_common, slot), .help = "Slot of the template that it stands in."},
    {.name = "at", .type = FIELD_POINT, AT(node_common, at), .unit = "canvas px", .help = "Top left corner on the picture stage."},
    {.name = "size", .type = FIELD_POINT, AT(node_common, size), .min = 0, .max = 10000, .unit = "canvas px",
     .help = "Width and height; 0 = natural."},
    {.name = "bleed", .type = FIELD_BOOL, AT(node_common, bleed), .help = "Fills the whole screen."},
    {.name = "alpha", .type = FIELD_NUM, AT(node_common, alpha), .min = 0, .max = 1, .def = "1", .help = "0 invisible to 1 opaque."},
    {.name = "pair", .type = FIELD_ENUM, AT(node_common, pair), .extra = PAIRS, .def = "auto",
     .help = "Where two languages are chosen: both; both, a title in few lines; both where a title has them in one line; the first alone. auto: as its group, else both."},
    {.name = "pair-move", .type = FIELD_POINT, AT(node_common, pair_move), .min = -2000, .max = 2000, .unit = "canvas px",
     .help = "Added to `at` where two languages are shown: their second lines need room."},
    {.name = "keep-side", .type = FIELD_BOOL, AT(node_common, keep_side),
     .help = "Stays on its side in languages that are written from the right: a part with all that is in it, a group with its order."},
    {.name = "visible-if", .type = FIELD_COND, AT(node_common, visible_if), .help = "Shown only while all of this holds."},
    {.name = "alt", .type = FIELD_TEXT, AT(node_common, alt), .help = "What the picture shows, for those who cannot see it."},
    {.name = "press", .type = FIELD_ACTIONS, AT(node_common, press), .help = "What a touch does."},
    {.name = "tracks", .type = FIELD_LIST, AT(node_common, tracks), .sub = TRACK_FIELDS, .sub_size = sizeof(struct track),
     .help = "How it moves."},
    {.name = "portrait", .type = FIELD_MAP, AT(node_common, portrait), .help = "Keys that differ on an upright screen."},
    {0}};
