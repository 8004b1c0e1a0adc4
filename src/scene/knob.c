/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <base/str.h>
#include <draw/icons.h>
#include <draw/paper.h>
#include <scene/knob.h>

uint64_t knob_picture(struct env *e, const char *icon, float size, float r, float rim, float sink) {
    struct vec v;
    float y = 4 * sink;
    vec_begin(&v, e->layout);
    vec_group(&v);
    vec_circle(&v, 0, 7, r);
    vec_fill(&v, 0xA8620CFFu);
    vec_shadow_end(&v, 0, 9, 11, 0x020C1080u);
    vec_circle(&v, 0, y, r);
    vec_fill(&v, 0xF2A93BFFu);
    vec_circle(&v, 0, y, r - rim / 2);
    vec_stroke(&v, 0xF4F8F6FFu, rim, 0, 0);
    icon_draw(&v, icon, -size / 2, y - size / 2, size, 0x06171CFFu, false);
    return env_vec(e, &v, box_grow((struct box){-r, -r, 2 * r, 2 * r}, PAPER_MARGIN), false);
}

bool icon_known(struct load_env *le, struct pos at, const char *icon, const char *whose) {
    const char *near = icon ? str_nearest(icon, ICON_NAMES) : NULL;
    if (!icon || (near && str_eq(near, icon))) return true;
    if (!whose) whose = "";
    if (near) diag_error(le->diag, at, "no icon '%s'%s (did you mean '%s'?)", icon, whose, near);
    else diag_error(le->diag, at, "no icon '%s'%s (see scenes/README.md for all icons)", icon, whose);
    return false;
}
