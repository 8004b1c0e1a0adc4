/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/chart_view.h>

#define PER_YEAR 2     /* samples */

static int sample(const struct chart_line *l, float year) {
    int i = px_of(year * PER_YEAR);
    return i < 0 ? 0 : i >= l->n ? l->n - 1 : i;
}

void chart_line_init(struct chart_line *l, int years) {
    *l = (struct chart_line){.n = years * PER_YEAR + 1};
    if (l->n > CHART_SAMPLES) l->n = CHART_SAMPLES;
}

void chart_line_put(struct chart_line *l, float year, float value) {
    int i = sample(l, year);
    l->value[i] = value;
    l->set[i] = true;
}

void chart_line_stroke(struct chart_line *l, struct vec2 from, struct vec2 to) {
    if (from.x > to.x) {
        struct vec2 t = from;
        from = to;
        to = t;
    }
    int a = sample(l, from.x), b = sample(l, to.x);
    for (int i = a; i <= b; i++) {
        float at = (float)i / PER_YEAR, t = to.x > from.x ? clampf((at - from.x) / (to.x - from.x), 0, 1) : 1;
        chart_line_put(l, at, lerpf(from.y, to.y, t));
    }
}

bool chart_line_at(const struct chart_line *l, float year, float *value) {
    float at = year * PER_YEAR;
    int left = (int)floorf(at), right = (int)ceilf(at);
    while (left >= 0 && (left >= l->n || !l->set[left])) left--;
    while (right < l->n && (right < 0 || !l->set[right])) right++;
    if (left < 0 || right >= l->n) return false;
    float t = right > left ? (at - (float)left) / (float)(right - left) : 0;
    if (right - left > 1) t = t * t * (3 - 2 * t);
    *value = lerpf(l->value[left], l->value[right], t);
    return true;
}

bool chart_line_empty(const struct chart_line *l) {
    for (int i = 0; i < l->n; i++)
        if (l->set[i]) return false;
    return true;
}
