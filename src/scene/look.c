/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <draw/paper.h>
#include <scene/look.h>

const char *const MAP_LOOKS[] = {"stripes", "rosettes", "plain", NULL};

static void flood(struct vec *v, struct box box, rgba c) {
    vec_rect(v, box);
    vec_fill(v, c);
}

void look_fill(struct vec *v, enum map_look look, struct box box, rgba color) {
    float a = (float)(color & 255u) / 255;
    if (look == LOOK_STRIPES) {
        flood(v, box, rgba_alpha(color, .20f * a));
        paper_stripes(v, box, 14, 4, rgba_alpha(color, .80f * a));
        return;
    }
    flood(v, box, color);
    if (look == LOOK_ROSETTES) paper_rosettes(v, box, 30, 7.5f, rgba_alpha(0x06171CFFu, .42f * a));
}
