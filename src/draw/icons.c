/* SPDX-License-Identifier: GPL-3.0-or-later */
/* icons.c - the icons as path data. One row per part; the rows of one icon stand together. */
#include <draw/icons.h>

#define GRID 48.0f

/* stroke = line width in grid units, 0 = filled. Circles are two half arcs: a closed arc has no direction. */
struct part { const char *icon, *d; float stroke; };

static const struct part PARTS[] = {
    /* going about */
    {"home", "M24 6L4 24h6v17h10V29h8v12h10V24h6z", 0},
    {"next", "M8 24h28M25 11l13 13-13 13", 6.5f},
    {"back", "M40 24H12M23 11L10 24l13 13", 6.5f},
    {"up", "M10 30l14-14 14 14", 6.5f},
    {"down", "M24 6v30M11 25l13 13 13-13", 6.5f},
    {"lr", "M17 12L6 24l11 12M31 12l11 12-11 12", 6.5f},
    {"replay", "M38 14A17 17 0 1 0 41 26", 6},
    {"replay", "M41 4v13H28z", 0},
    {"moveup", "M10 44h28M24 34V6M12 17L24 5l12 12", 6},
    {"lower", "M10 5h28M24 14v28M12 31l12 12 12-12", 6},
    /* saying yes, no, more, less */
    {"check", "M8 26l11 11L40 12", 7},
    {"cross", "M11 11l26 26M37 11L11 37", 7},
    {"plus", "M24 8v32M8 24h32", 7},
    {"minus", "M8 24h32", 7},
    {"info", "M24 4a20 20 0 0 1 0 40a20 20 0 0 1 0-40zM20.5 20v17h7V20zM24 9a4 4 0 0 1 0 8a4 4 0 0 1 0-8z", 0},
    {"warn", "M24 4l22 39H2zM21 17v13h6V17zM21 34v5h6v-5z", 0},
    {"lock", "M14 21h20a5 5 0 0 1 5 5v12a5 5 0 0 1-5 5H14a5 5 0 0 1-5-5V26a5 5 0 0 1 5-5z", 0},
    {"lock", "M15 21v-6a9 9 0 0 1 18 0v6", 5},
    /* seeing, hearing, reaching */
    {"speak", "M6 18h8l11-10v32L14 30H6z", 0},
    {"speak", "M32 16q5 8 0 16M38 10q9 14 0 28", 4.5f},
    {"mute", "M6 18h8l11-10v32L14 30H6z", 0},
    {"mute", "M32 18l12 12M44 18L32 30", 4.5f},
    {"access", "M24 2.5a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0-11z", 0},
    {"access", "M6 16q18 5 36 0M24 19v11M24 30l-8 14M24 30l8 14", 5.5f},
    {"contrast", "M24 6a18 18 0 0 1 0 36a18 18 0 0 1 0-36z", 5},
    {"contrast", "M24 8a16 16 0 0 1 0 32z", 0},
    {"big", "M2 40L14 10h6l12 30h-7l-2.6-7H11.5L9 40zM13.5 27h7L17 17zM31 40l7-18h4l6 18h-5l-1-4h-6l-1 4zM38 32h4l-2-6z", 0},
    {"cc", "M10 10h28a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H10a6 6 0 0 1-6-6V16a6 6 0 0 1 6-6z", 4.5f},
    {"cc", "M12 23h14M33 23h3M12 31h6M25 31h11", 4.5f},
    {"still", "M14 9h7v30h-7zM27 9h7v30h-7z", 0},
    {"play", "M12 7v34l29-17z", 0},
    {"hand", "M17 46C12 40 5 31 5 28c0-3 4-4 6-2l5 6V9c0-5 7-5 7 0v12c0-4 6-4 6 0v3c0-4 6-3 6 0v3c0-3 6-3 6 1v7c0 5-2 8-4 11z", 0},
    {"clock", "M24 6a18 18 0 0 1 0 36a18 18 0 0 1 0-36z", 5},
    {"clock", "M24 13v12l8 5", 5},
    /* people and their things */
    {"people", "M17 7.5a7.5 7.5 0 0 1 0 15a7.5 7.5 0 0 1 0-15zM3 40q0-15 14-15t14 15z", 0},
    {"people", "M34 11a6 6 0 0 1 0 12a6 6 0 0 1 0-12zM34 26q11 0 11 14H35q0-8-4-13z", 0},
    {"chat", "M6 8h36a3 3 0 0 1 3 3v20a3 3 0 0 1-3 3H24L13 44v-10H6a3 3 0 0 1-3-3V11a3 3 0 0 1 3-3z", 0},
    {"camera", "M6 14h8l4-6h12l4 6h8a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V17a3 3 0 0 1 3-3z"
               "M24 18a10 10 0 0 0 0 20a10 10 0 0 0 0-20zM24 23a5 5 0 0 1 0 10a5 5 0 0 1 0-10z", 0},
    {"draw", "M6 42l3-11L33 7l8 8-24 24zM35 5l3-3 8 8-3 3z", 0},
    {"print", "M12 4h24v11H12zM5 17h38a2 2 0 0 1 2 2v17h-9v8H12v-8H3V19a2 2 0 0 1 2-2zM17 28v11h14V28z", 0},
    {"book", "M22 13C17 8.5 10 7.5 3 8v30c7-.5 14 .5 19 4zM26 13c5-4.5 12-5.5 19-5v30c-7-.5-14 .5-19 4z", 0},
    {"bag", "M8 16h32l3 28H5z", 0},
    {"bag", "M16 20v-6a8 8 0 0 1 16 0v6", 5},
    {"tool", "M40 6l-8 8 2 4 4 2 8-8c3 8-4 17-13 14L16 43c-4 4-11-3-7-7l17-17C23 10 32 3 40 6z", 0},
    {"usb", "M24 44V8M24 32L12 26v-8M24 26l12-6v-6", 4.5f},
    {"usb", "M24 2l6 9H18zM8 12h8v8H8zM36 8a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9z", 0},
    {"die", "M10 6h28a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V10a4 4 0 0 1 4-4z"
            "M16 12a4 4 0 0 0 0 8a4 4 0 0 0 0-8zM32 12a4 4 0 0 0 0 8a4 4 0 0 0 0-8zM24 20a4 4 0 0 0 0 8a4 4 0 0 0 0-8z"
            "M16 28a4 4 0 0 0 0 8a4 4 0 0 0 0-8zM32 28a4 4 0 0 0 0 8a4 4 0 0 0 0-8z", 0},
    {"pin", "M24 46C20 36 9 29 9 18a15 15 0 0 1 30 0c0 11-11 18-15 28zM24 12a6 6 0 0 0 0 12a6 6 0 0 0 0-12z", 0},
    {"route", "M8 40C8 24 40 26 40 10", 6},
    {"route", "M8 34a6 6 0 0 1 0 12a6 6 0 0 1 0-12z", 0},
    {"route", "M40 4a6 6 0 0 1 0 12a6 6 0 0 1 0-12z", 0},
    /* the taiga */
    {"sun", "M24 15a9 9 0 0 1 0 18a9 9 0 0 1 0-18z", 0},
    {"sun", "M24 3v7M24 38v7M3 24h7M38 24h7M9 9l5 5M34 34l5 5M39 9l-5 5M14 34l-5 5", 5},
    {"moon", "M33 42A20 20 0 1 1 28 5a16 16 0 0 0 5 37z", 0},
    {"flake", "M24 4v40M6.7 14l34.6 20M41.3 14L6.7 34M24 11l-5-5M24 11l5-5M24 37l-5 5M24 37l5 5"
              "M12.7 17.5L6 19M12.7 17.5L11 11M35.3 30.5L42 29M35.3 30.5L37 37"
              "M35.3 17.5L42 19M35.3 17.5L37 11M12.7 30.5L6 29M12.7 30.5L11 37", 4},
    {"leaf", "M24 45V24C24 24 22 26 16 25C8 23 6 14 6 8C18 8 25 14 25 22C26 13 33 6 43 5C43 18 38 28 27 27L27 45Z", 0},
    {"paw", "M3.7 16.2c1.5-.8 3.3 .3 4.5 1.2 2.3 1.8 4.6 5.2 3.1 8.2-.4 .8-1.1 1.5-1.9 1.9-.8 .4-1.7 .5-2.6 .4-3.3-.6-4.7-4.4"
            "-4.8-7.3 0-1.5 .2-3.7 1.7-4.4zM16.2 3.4c1.7-.3 3.3 1.6 4.2 2.9 1.7 2.6 3 6.8 .6 9.5-.7 .7-1.6 1.2-2.6 1.3-1 .2-2"
            " 0-2.8-.5-3.2-1.7-3.3-6.2-2.4-9.2 .4-1.4 1.3-3.7 3-4zM31.1 4.4c1.7 .3 2.5 2.5 2.9 4 .8 2.9 .6 7.2-2.5 8.8-.8 .5"
            "-1.8 .6-2.8 .5-.9-.2-1.8-.7-2.4-1.4-2.4-2.6-1.1-6.7 .7-9.2 .9-1.2 2.4-3 4.1-2.7zM44.7 18.7c1.3 .8 1.4 2.8 1.3"
            " 4.2-.3 2.7-1.8 6.2-4.9 6.5-.9 .1-1.8-.1-2.5-.6-.8-.4-1.4-1.1-1.7-1.9-1.2-2.9 1.2-5.9 3.5-7.4 1.1-.7 3-1.6 4.3"
            "-.8z", 0},
    {"paw", "M24.2 23.2c1 .1 1.9-.7 2.9-.9 1.2-.1 2.7 .4 3.7 1 1.5 1 2.3 2.8 3.2 4.3l2.7 4.3c1.2 2 2.3 3.8 2.8 6.1 .5 1.9 .1"
            " 4.5-1.7 5.6-1.1 .7-2.7 1.1-3.8 .5-.9-.5-1.5-1.4-2.6-1.3-.8 0-1.6 .5-2.3 .8-1.6 .6-3.4 1.1-5 1-1.4 0-2.8-.4-4-.9"
            "-.9-.4-1.7-1.3-2.7-1.3-1 0-1.7 1-2.6 1.3-1.6 .4-3.9-.6-4.9-2-2.2-3.3-.1-7.4 1.7-10.4l3-4.5c1.4-1.9 2.2-3.6 4.6"
            "-4.4 1.4-.6 2.1-.5 3.4 .2 .5 .3 1 .6 1.6 .6z", 0},
    {"dna", "M12 4q0 10 12 20t12 20M36 4q0 10-12 20T12 44", 5},
    {"dna", "M15 10h18M15 38h18M19 17h10M19 31h10", 4},
    {"dog", "M6 20l6-9 8 6h14l8-8 3 4-5 8v23h-6V33H18v11h-6V28z", 0},
    /* the dangers */
    {"tree", "M8 44h32v-5H29V24h-4l-2 4-3-5-4 5v11H8z", 0},
    {"tree", "M30 4l12 12-5 5-4-4-9 9-3-3 9-9-4-4z", 0},
    {"prey", "M30 44l-2-14-12-2-2 16h-4V29L6 20l2-6 6 2 4 6 16 1 4 6-2 15h-4z", 0},
    {"prey", "M8 13L4 5M10 12l3-9M6 9L2 8M12 8l5-2", 3},
    {"snare", "M24 13a17 16 0 0 1 0 32a17 16 0 0 1 0-32zM24 13V2M19 13h10M24 13l6-6", 4.5f},
    {"snare", "M24 39c-6 0-8-3-7-6s4-5 7-5 6 2 7 5-1 6-7 6z"
              "M17 22.8a2.4 3.2 0 0 1 0 6.4a2.4 3.2 0 0 1 0-6.4zM31.6 22.8a2.4 3.2 0 0 1 0 6.4a2.4 3.2 0 0 1 0-6.4z", 0},
    {"snare", "M22 19.1a2.4 3.4 0 0 1 0 6.8a2.4 3.4 0 0 1 0-6.8zM27 19.1a2.4 3.4 0 0 1 0 6.8a2.4 3.4 0 0 1 0-6.8z", 0},
    {"fence", "M6 14l5-7 5 7v30H6zM19 14l5-7 5 7v30H19zM32 14l5-7 5 7v30H32z", 0},
    {"fence", "M2 21h44M2 34h44", 5},
    {"fire", "M25 3c2 9 13 14 13 27 0 9-6 15-14 15S10 39 10 31c0-7 4-10 6-15 2 3 3 5 3 8 5-6 7-12 6-21z", 0},
};
#define NPARTS (sizeof PARTS / sizeof *PARTS)

const char *const ICON_NAMES[] = {
    "access", "back", "bag", "big", "book", "camera", "cc", "chat", "check", "clock", "contrast", "cross", "die", "dna", "dog",
    "down", "draw", "fence", "fire", "flake", "hand", "home", "info", "leaf", "lock", "lower", "lr", "minus", "moon",
    "moveup", "mute", "next", "paw", "people", "pin", "play", "plus", "prey", "print", "replay", "route", "snare", "speak",
    "still", "sun", "tool", "tree", "up", "usb", "warn", NULL
};

static size_t first_part(const char *name) {
    size_t i = 0;
    while (i < NPARTS && !(name && str_eq(PARTS[i].icon, name))) i++;
    return i;
}

bool icon_draw(struct vec *v, const char *name, float x, float y, float s, rgba color, bool mirror) {
    size_t i = first_part(name);
    if (i == NPARTS) return false;
    vec_save(v);
    vec_translate(v, mirror ? x + s : x, y);
    vec_scale(v, (mirror ? -s : s) / GRID, s / GRID);
    bool ok = true;
    for (; i < NPARTS && str_eq(PARTS[i].icon, name); i++) {
        ok = vec_svg_path(v, PARTS[i].d) && ok;
        if (PARTS[i].stroke > 0) vec_stroke(v, color, PARTS[i].stroke, 0, 0);
        else vec_fill(v, color);
    }
    vec_restore(v);
    return ok;
}

bool icon_directional(const char *name) {
    return str_eq(name, "next") || str_eq(name, "back") || str_eq(name, "replay");
}
