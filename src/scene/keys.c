/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/keys.h>

float keys_at(const struct nums *keys, double at) {
    int n = keys->n / 2;
    if (n == 0) return 1;
    const float *k = keys->v;
    if (!(at > (double)k[0])) return k[1];
    for (int i = 1; i < n; i++)
        if (at < (double)k[2 * i]) {
            float a = k[2 * i - 2], span = k[2 * i] - a;
            return span > 0 ? lerpf(k[2 * i - 1], k[2 * i + 1], ((float)at - a) / span) : k[2 * i + 1];
        }
    return k[2 * n - 1];
}

bool keys_check(const struct nums *keys, const char *what, struct pos at, struct diag *d) {
    if (keys->n % 2) {
        diag_error(d, at, "'keys' of %s has an odd count of numbers (write pairs: value, alpha, value, alpha ...)", what);
        return false;
    }
    for (int i = 2; i < keys->n; i += 2)
        if (keys->v[i] <= keys->v[i - 2]) {
            diag_error(d, at, "'keys' of %s does not ascend at %g (order the pairs by their first number)", what,
                       (double)keys->v[i]);
            return false;
        }
    return true;
}

static double linear(unsigned c) {
    double s = c / 255.0;
    return s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
}
static double luminance(rgba c) {
    return 0.2126 * linear(c >> 24) + 0.7152 * linear(c >> 16 & 255u) + 0.0722 * linear(c >> 8 & 255u);
}

float ink_contrast(rgba a, rgba b) {
    double x = luminance(a), y = luminance(b);
    return (float)((fmax(x, y) + 0.05) / (fmin(x, y) + 0.05));
}

rgba ink_on(rgba fill) { return ink_contrast(fill, INK_SNOW) >= ink_contrast(fill, INK_DARK) ? INK_SNOW : INK_DARK; }
