/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_render.h - every scene as it looks: each state, language, text size and shape of screen, laid out and judged by the
 * rules of lint.h without a display. Pixels are judged at half size, once all that moves by itself has come to rest. */
#ifndef LK_COMMAND_CHECK_RENDER_H
#define LK_COMMAND_CHECK_RENDER_H
#include <command/lint.h>
#include <command/options.h>
#include <command/session.h>

struct render_options { struct many scenes, locales; const char *sheet_dir; bool quick; };   /* quick: a part in which any two of these meet */
/* Faults go to d. False when the options make no sense or a folder cannot be written (said on stderr). */
bool check_render(struct setup *s, const struct render_options *o, struct diag *d);

/* ---- inside of the lint */
enum { RENDER_START_MS = 1000, RENDER_STEP_MS = 33 };
enum render_state_kind { RENDER_BEGIN, RENDER_REST, RENDER_MORE, RENDER_SET };
struct render_state { enum render_state_kind kind; const struct scene_state *set; const char *name; };   /* name: for files */
struct render {
    struct setup *s;
    const struct render_options *o;
    struct diag *d;
    struct lint_names names;             /* size, shape and lang are those of the whole run, state of this scene */
    struct lint_report *report;          /* of this scene */
    struct arena arena, frame;           /* of this scene; of this picture */
    const struct scene *scene;
    bool *seen;                          /* for each element of the scene: some picture showed it */
    struct render_told { bool easy, more; } *told;   /* for each of its texts: some picture said it */
    struct render_state states[LINT_STATES];
    struct view *view[LINT_SHAPES];      /* half size, opened when needed */
    bool low_reach;                      /* of the screen now looked at */
    int more; bool longer;               /* index of the state with longer texts, -1 = there are none; they are shown in another one */
    struct render_sheet *sheet;          /* NULL = none is wanted */
    const char *figures;                 /* scene with a mark that opens the sheet of sources, or NULL */
    long laid, painted;
};
/* A clock and a session. */
struct render_visit { struct session ses; int64_t now; bool longer; };   /* longer: what is shown has longer texts too */

/* check_render.c: goes there as a visitor would, from home. False when it cannot be shown. */
bool render_enter(struct render *r, struct render_visit *v, const char *id, bool sheet, struct size_px size);
void render_until(struct render_visit *v, int64_t ms);
void render_tap(struct render_visit *v, struct vec2 px);
/* check_render_pixels.c: what is shown now, as painted; the picture goes to png where that is not NULL. */
void render_pixels(struct render *r, const struct frame *f, const struct lint_case *at, const char *png);
/* check_render_seen.c: notes what is on the picture; then a warning for each element with words that was on none. */
void render_mark(struct render *r, const struct frame *f);
void render_unseen(struct render *r);
/* Whether both languages of "fr+en" say a text of the scene, or of the journey's chapters, in these very words. */
bool render_alike(const struct render *r, const char *pair, const char *words);
/* check_render_tour.c: touches everything in every scene and sees where it leads. */
void render_tour(struct render *r, const char *const *ids, int n);
/* check_render_sheet.c: a page of pictures for each language. NULL with a line on stderr when the folder cannot be made. */
struct render_sheet *render_sheet_open(struct render *r);
/* Where the picture goes; it is on the page then. NULL = no memory. */
const char *render_sheet_add(struct render *r, const struct lint_case *at);
bool render_sheet_write(struct render *r);
#endif
