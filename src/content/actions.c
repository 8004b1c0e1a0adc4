/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/actions.h>

const struct action_row ACTION_ROWS[ACT_COUNT] = {
    [ACT_GOTO] = {"goto", FIELD_SCENE, "Goes to this scene."},
    [ACT_BACK] = {"back", FIELD_BOOL, "Goes to the scene before."},
    [ACT_HOME] = {"home", FIELD_BOOL, "Goes to the home scene."},
    [ACT_NEXT] = {"next", FIELD_BOOL, "Goes to the next scene of the chapter, or to the next chapter."},
    [ACT_RESTART] = {"restart", FIELD_BOOL, "Begins the visit again, as after a long pause."},
    [ACT_SET] = {"set", FIELD_SETS, "Gives variables new values."},
    [ACT_TOGGLE] = {"toggle", FIELD_VAR, "Turns a variable from false to true or back."},
    [ACT_PLAY] = {"play", FIELD_ID, "Starts the tracks whose driver is 'play:NAME'."},
    [ACT_FINISH] = {"finish", FIELD_ID, "Brings the tracks whose driver is 'play:NAME' to their end, when they run."},
    [ACT_LANGUAGE] = {"language", FIELD_STR, "Changes the language, given by its code (ru, zh-Hans)."},
    [ACT_OPEN] = {"open", FIELD_SCENE, "Shows this sheet over the scene."},
    [ACT_CLOSE] = {"close", FIELD_BOOL, "Closes the sheet."},
    [ACT_SOURCES] = {"sources", FIELD_FACTS, "Shows where these facts come from."},
    [ACT_SOUND] = {"sound", FIELD_ASSET, "Lets this sound be heard once."},
    [ACT_WAKE] = {"wake", FIELD_BOOL, "Leaves the attract loop, in the language now shown."},
};
