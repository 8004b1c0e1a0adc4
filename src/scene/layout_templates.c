/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout_templates.c - where the words and controls of a scene go, by kind of scene. Margins 96 in landscape, 56 in portrait;
 * what belongs to the foot is measured from the bottom, so that it stays there on taller canvases. */
#include <scene/layout.h>
#include <string.h>

#define END {.name = NULL}
#define NAV {.name = "nav", .help = "The bar of home, language and next.", .axis = SLOT_FILL, \
             .landscape = {0, -128, SLOT_EDGE, SLOT_EDGE}, .portrait = {0, -230, SLOT_EDGE, SLOT_EDGE}}

static const struct layout_slot HERO[] = {
    {.name = "head", .help = "Kicker and title.", .gap = 16, .landscape = {96, 96, 1130, -460}, .portrait = {56, 100, -56, -1060}},
    {.name = "foot", .help = "Languages, on the front sheet.", .axis = SLOT_ROW, .gap = 24, .valign = 1, .control = true,
     .landscape = {96, -142, -640, -34}, .portrait = {56, -220, -56, -60}},
    {.name = "corner", .help = "Who keeps this place: small, at the far end.", .gap = 4, .valign = 1, .align = 2, .over = "foot",
     .landscape = {-620, -142, -96, -34}, .portrait = {56, -330, -56, -240}},
    {.name = "call", .help = "What to touch.", .axis = SLOT_ROW, .gap = 24, .valign = 1, .control = true, .under = "head", .over = "foot",
     .landscape = {96, -440, 1130, -300}, .portrait = {56, -1040, -56, -890}},
    END};

static const struct layout_slot STRIPS[] = {
    NAV,
    {.name = "foot", .help = "Languages, at the foot of the night.", .axis = SLOT_ROW, .gap = 24, .valign = 1, .control = true,
     .landscape = {96, -118, -96, -14}, .portrait = {56, -236, -56, -24}},
    {.name = "head", .help = "Name of the journey.", .gap = 12, .landscape = {96, 64, 1296, 400}, .portrait = {56, 64, -56, 500}},
    END};

static const struct layout_slot STAGE[] = {
    NAV,
    {.name = "head", .help = "Kicker, title, instruction; what is given a width may reach to the far margin.", .gap = 12, .wide = true,
     .landscape = {96, 64, 1276, 520}, .portrait = {56, 56, -56, 640}},
    {.name = "controls", .help = "What is touched, at the foot of the stage.", .axis = SLOT_ROW, .gap = 24, .valign = 2,
     .control = true, .over = "nav", .landscape = {236, -222, -96, -142}, .portrait = {56, -540, -56, -260}},
    {.name = "note", .help = "A small line above the controls.", .gap = 8, .valign = 2, .over = "controls",
     .landscape = {236, -290, -96, -238}, .portrait = {56, -630, -56, -556}},
    {.name = "side", .help = "A column beside the picture (in portrait below it).", .gap = 16, .over = "note", .foot = true,
     .landscape = {-640, 300, -96, -306}, .portrait = {56, -940, -56, -646}},
    END};

static const struct layout_slot MAP[] = {
    NAV,
    {.name = "head", .help = "Kicker and title.", .gap = 12, .landscape = {96, 64, 860, 404}, .portrait = {56, 56, -56, 400}},
    {.name = "controls", .help = "The slider of the map.", .axis = SLOT_ROW, .gap = 24, .valign = 2, .control = true, .over = "nav",
     .landscape = {756, -280, -96, -140}, .portrait = {56, -490, -56, -260}},
    {.name = "figure", .help = "The number and its sentence, under the title.", .gap = 12, .under = "head",
     .landscape = {96, 300, 740, -160}, .portrait = {56, 220, -56, 640}},
    {.name = "side", .help = "A column at the far side.", .gap = 16, .over = "controls", .foot = true,
     .landscape = {-616, 120, -96, -300}, .portrait = {-600, -1080, -56, -510}},
    END};

/* edge: where the column of words ends. */
#define BESIDE_SLOTS(edge) \
    NAV, \
    {.name = "head", .help = "Kicker, title, instruction.", .gap = 12, .landscape = {96, 64, 1276, 420}, .portrait = {56, 56, -56, 420}}, \
    {.name = "controls", .help = "What is touched, below the words (in portrait on the foot of the picture).", .axis = SLOT_ROW, \
     .gap = 24, .valign = 2, .control = true, .over = "nav", .landscape = {96, -340, 1340, -190}, .portrait = {240, -400, -240, -256}}, \
    {.name = "figure", .help = "The number and its sentence, under the title.", .gap = 12, .under = "head", .over = "controls", \
     .landscape = {96, 220, edge, -356}, .portrait = {56, 200, -56, 780}}, \
    END
static const struct layout_slot BESIDE[] = {BESIDE_SLOTS(690)};
static const struct layout_slot BESIDE_WIDE[] = {BESIDE_SLOTS(766)};

static const struct layout_slot SHEET[] = {
    {.name = "panel", .help = "The sheet's ground: its element covers the whole panel.", .axis = SLOT_FILL,
     .landscape = {360, 100, -360, -100}, .portrait = {56, 420, -56, -420}},
    {.name = "title", .help = "What it is about.", .gap = 16, .valign = 1, .align = 1,
     .landscape = {424, 140, -424, 330}, .portrait = {104, 470, -104, 700}},
    {.name = "controls", .help = "What can be done.", .axis = SLOT_ROW, .gap = 24, .valign = 2, .align = 1, .control = true,
     .landscape = {424, -320, -424, -148}, .portrait = {104, -640, -104, -470}},
    {.name = "body", .help = "The text.", .gap = 20, .valign = 1, .align = 1, .under = "title", .over = "controls",
     .landscape = {424, 346, -424, -340}, .portrait = {104, 720, -104, -660}},
    END};

static const struct layout_slot SIDE_SHEET[] = {
    {.name = "panel", .help = "The sheet's ground: its element covers the whole panel.", .axis = SLOT_FILL,
     .landscape = {820, 0, SLOT_EDGE, SLOT_EDGE}, .portrait = {0, 560, SLOT_EDGE, SLOT_EDGE}},
    {.name = "title", .help = "What it is about.", .gap = 16, .landscape = {900, 84, -96, 420}, .portrait = {56, 640, -56, 940}},
    {.name = "controls", .help = "What can be done.", .axis = SLOT_ROW, .gap = 24, .valign = 2, .control = true,
     .landscape = {900, -250, -96, -46}, .portrait = {56, -270, -56, -72}},
    {.name = "body", .help = "The text.", .gap = 20, .under = "title", .over = "controls",
     .landscape = {900, 210, -96, -210}, .portrait = {56, 780, -56, -240}},
    END};

const struct layout_template LAYOUT_TEMPLATES[] = {
    {"hero", "An invitation: large title, languages at the foot.", HERO},
    {"strips", "The home of a journey: one strip a chapter.", STRIPS},
    {"stage", "A picture stage with title above and controls below.", STAGE},
    {"map", "A map with a title and figure at one side and a slider below.", MAP},
    {"beside", "A picture at the far side; title, number and a control beside it.", BESIDE},
    {"beside-wide", "The same with more room for the words.", BESIDE_WIDE},
    {"sheet", "A centred panel over another scene.", SHEET},
    {"side-sheet", "A panel over one side of another scene.", SIDE_SHEET},
    {NULL, NULL, NULL}};
const char *const LAYOUT_NAMES[] = {"hero", "strips", "stage", "map", "beside", "beside-wide", "sheet", "side-sheet", NULL};

const struct layout_template *layout_find(const char *name) {
    for (int i = 0; name && LAYOUT_TEMPLATES[i].name; i++)
        if (!strcmp(LAYOUT_TEMPLATES[i].name, name)) return &LAYOUT_TEMPLATES[i];
    return NULL;
}

bool layout_has_slot(const struct layout_template *t, const char *slot) {
    for (const struct layout_slot *s = t->slots; slot && s->name; s++)
        if (!strcmp(s->name, slot)) return true;
    return false;
}
