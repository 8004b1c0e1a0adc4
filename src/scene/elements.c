/* SPDX-License-Identifier: GPL-3.0-or-later */
/* elements.c - one row per element kind: the only place besides its own file that knows it. */
#include <scene/element.h>
#include <string.h>

#define ELEMENT_ROWS(ROW) \
    ROW(SPOT_MATCH) \
    ROW(FILM) \
    ROW(HERD) \
    ROW(STEPPER) ROW(BARS) \
    ROW(DIAL) \
    ROW(SORT) \
    ROW(THREADS) \
    ROW(PAIRS) \
    ROW(PIPE) ROW(LIFT) ROW(PART) \
    ROW(QUIZ) \
    ROW(CHART) \
    ROW(BALANCE) ROW(SPANS) \
    ROW(PLEDGES) ROW(QR) ROW(BANNER) \
    ROW(GROUP) ROW(TEXT) ROW(IMAGE) ROW(SPRITE) ROW(BUTTON) ROW(HOTSPOT) \
    ROW(LANDSCAPE) ROW(WEATHER) ROW(SHADE) ROW(STRIPS) ROW(NAV) ROW(LANGUAGES) ROW(KICKER) ROW(COUNTDOWN) ROW(LOTTERY) \
    ROW(LEAP) ROW(RULER) ROW(MAP) ROW(SQUARES) ROW(SLIDER) ROW(COUNTER) ROW(SOURCE) ROW(SOURCE_LIST) \
    ROW(HALF) ROW(WIPE) ROW(TURN_INK) ROW(HAIRS) ROW(CALLOUT) ROW(TRUE_SIZE) \
    ROW(WHEEL) ROW(DIE)

#define DECLARE(name) extern const struct element_kind ELEMENT_##name;
#define POINT(name) &ELEMENT_##name,
ELEMENT_ROWS(DECLARE)
const struct element_kind *const ELEMENT_KINDS[] = {ELEMENT_ROWS(POINT) NULL};

const struct element_kind *element_find(const char *name) {
    for (int i = 0; name && ELEMENT_KINDS[i]; i++)
        if (!strcmp(ELEMENT_KINDS[i]->name, name)) return ELEMENT_KINDS[i];
    return NULL;
}
