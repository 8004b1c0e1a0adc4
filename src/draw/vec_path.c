/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vec_path.c - shapes made of the simple path steps, and SVG path data. */
#include <draw/vec.h>
#include <string.h>

#define PI 3.14159265358979323846
#define KAPPA 0.5522847498f /* a quarter circle as one cubic */

void vec_rect(struct vec *v, struct box b) {
    vec_move(v, b.x, b.y);
    vec_line(v, b.x + b.w, b.y);
    vec_line(v, b.x + b.w, b.y + b.h);
    vec_line(v, b.x, b.y + b.h);
    vec_close(v);
}

void vec_rrect(struct vec *v, struct box b, float r) {
    float half = fminf(b.w, b.h) / 2;
    r = clampf(r, 0, half > 0 ? half : 0);
    if (!(r > 0)) {
        vec_rect(v, b);
        return;
    }
    const float q = (float)(PI / 2);
    vec_move(v, b.x + r, b.y);
    vec_arc(v, b.x + b.w - r, b.y + r, r, -q, 0);
    vec_arc(v, b.x + b.w - r, b.y + b.h - r, r, 0, q);
    vec_arc(v, b.x + r, b.y + b.h - r, r, q, 2 * q);
    vec_arc(v, b.x + r, b.y + r, r, 2 * q, 3 * q);
    vec_close(v);
}

void vec_circle(struct vec *v, float cx, float cy, float r) {
    vec_move(v, cx + r, cy);
    vec_arc(v, cx, cy, r, 0, (float)(2 * PI));
    vec_close(v);
}

void vec_ellipse(struct vec *v, float cx, float cy, float rx, float ry) {
    float kx = rx * KAPPA, ky = ry * KAPPA;
    vec_move(v, cx + rx, cy);
    vec_curve(v, cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry);
    vec_curve(v, cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy);
    vec_curve(v, cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry);
    vec_curve(v, cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy);
    vec_close(v);
}

/* The i-th point of a curve that either goes round or repeats its ends. */
static struct vec2 knot(const struct vec2 *p, int n, int i, bool closed) {
    if (closed) return p[((i % n) + n) % n];
    return p[i < 0 ? 0 : i >= n ? n - 1 : i];
}

void vec_smooth(struct vec *v, const struct vec2 *p, int n, bool closed) {
    if (n < 1) return;
    vec_move(v, p[0].x, p[0].y);
    for (int i = 0; i < (closed ? n : n - 1); i++) {
        struct vec2 a = knot(p, n, i - 1, closed), b = knot(p, n, i, closed);
        struct vec2 c = knot(p, n, i + 1, closed), d = knot(p, n, i + 2, closed);
        vec_curve(v, b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6, c.x - (d.x - b.x) / 6, c.y - (d.y - b.y) / 6, c.x, c.y);
    }
    if (closed) vec_close(v);
}

/* ---- SVG path data */

struct pen {
    struct vec *v;
    const char *s;             /* what is left to read */
    double x, y, x0, y0;       /* current point, start of the sub-path */
    double cx, cy;             /* last control point, for S and T */
    char cmd, last;            /* this command and the one before, as written */
};

static void skip(struct pen *p) { p->s += strspn(p->s, " \t\r\n\f,"); }

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* [+-]digits[.digits][e[+-]digits], locale-free. */
static bool number(struct pen *p, double *out) {
    skip(p);
    const char *s = p->s;
    double sign = 1, value = 0, unit = 1;
    int seen = 0;
    if (*s == '+' || *s == '-') sign = *s++ == '-' ? -1 : 1;
    for (; digit(*s); s++, seen++) value = value * 10 + (*s - '0');
    if (*s == '.')
        for (s++; digit(*s); s++, seen++) value += (*s - '0') * (unit /= 10);
    if (!seen) return false;
    if ((*s == 'e' || *s == 'E') && (digit(s[1]) || ((s[1] == '+' || s[1] == '-') && digit(s[2])))) {
        bool down = s[1] == '-';
        int e = 0;
        for (s += digit(s[1]) ? 1 : 2; digit(*s); s++) e = e < 400 ? e * 10 + (*s - '0') : e;
        value *= pow(10, down ? -e : e);
    }
    if (!isfinite(value)) return false;
    p->s = s;
    *out = sign * value;
    return true;
}

static bool numbers(struct pen *p, double *out, int n) {
    for (int i = 0; i < n; i++)
        if (!number(p, &out[i])) return false;
    return true;
}

/* Arc flags may stand together without a space ("a5 5 0 0110 0"): each is one character. */
static bool flag(struct pen *p, bool *out) {
    skip(p);
    if (*p->s != '0' && *p->s != '1') return false;
    *out = *p->s++ == '1';
    return true;
}

static void go(struct pen *p, double x, double y) {
    p->x = x;
    p->y = y;
}

static void line_to(struct pen *p, double x, double y) {
    vec_line(p->v, (float)x, (float)y);
    go(p, x, y);
}

static void cubic_to(struct pen *p, double ax, double ay, double bx, double by, double x, double y) {
    vec_curve(p->v, (float)ax, (float)ay, (float)bx, (float)by, (float)x, (float)y);
    p->cx = bx;
    p->cy = by;
    go(p, x, y);
}

static void quad_to(struct pen *p, double ax, double ay, double x, double y) {
    vec_quad(p->v, (float)ax, (float)ay, (float)x, (float)y);
    p->cx = ax;
    p->cy = ay;
    go(p, x, y);
}

/* One piece (at most a quarter turn) of an ellipse: centre, radii, turn, from angle t to t + dt. */
static void arc_piece(struct pen *p, double cx, double cy, double rx, double ry, double phi, double t, double dt) {
    double k = 4.0 / 3.0 * tan(dt / 4), e = t + dt, cs = cos(phi), sn = sin(phi);
    double ux = cos(t) - k * sin(t), uy = sin(t) + k * cos(t);
    double wx = cos(e) + k * sin(e), wy = sin(e) - k * cos(e);
    cubic_to(p, cx + rx * ux * cs - ry * uy * sn, cy + rx * ux * sn + ry * uy * cs, cx + rx * wx * cs - ry * wy * sn,
             cy + rx * wx * sn + ry * wy * cs, cx + rx * cos(e) * cs - ry * sin(e) * sn, cy + rx * cos(e) * sn + ry * sin(e) * cs);
}

/* SVG 1.1 appendix F.6: from end points to centre, radii enlarged when they cannot reach. */
static void arc_to(struct pen *p, double rx, double ry, double degrees, bool large, bool sweep, double x, double y) {
    rx = fabs(rx);
    ry = fabs(ry);
    if (rx == 0 || ry == 0) {
        line_to(p, x, y);
        return;
    }
    if (x == p->x && y == p->y) return;
    double phi = fmod(degrees, 360) * PI / 180, cs = cos(phi), sn = sin(phi);
    double dx = (p->x - x) / 2, dy = (p->y - y) / 2;
    double mx = cs * dx + sn * dy, my = -sn * dx + cs * dy;
    double lambda = mx * mx / (rx * rx) + my * my / (ry * ry);
    if (lambda > 1) {
        rx *= sqrt(lambda);
        ry *= sqrt(lambda);
    }
    double den = rx * rx * my * my + ry * ry * mx * mx;
    double num = rx * rx * ry * ry - den;
    double f = den > 0 && num > 0 ? sqrt(num / den) : 0;
    if (large == sweep) f = -f;
    double ex = f * rx * my / ry, ey = -f * ry * mx / rx;
    double cx = cs * ex - sn * ey + (p->x + x) / 2, cy = sn * ex + cs * ey + (p->y + y) / 2;
    double t0 = atan2((my - ey) / ry, (mx - ex) / rx), t1 = atan2((-my - ey) / ry, (-mx - ex) / rx);
    double span = t1 - t0;
    if (sweep && span < 0) span += 2 * PI;
    if (!sweep && span > 0) span -= 2 * PI;
    int pieces = (int)ceil(fabs(span) / (PI / 2) - 1e-9);
    if (pieces < 1) pieces = 1;
    for (int i = 0; i < pieces; i++) arc_piece(p, cx, cy, rx, ry, phi, t0 + span * i / pieces, span / pieces);
    go(p, x, y); /* exactly where the data says, whatever the rounding */
}

static bool was(const struct pen *p, const char *set) { return p->last && strchr(set, p->last) != NULL; }

/* Curves: C S Q T. */
static bool curve_step(struct pen *p, char up, double ox, double oy) {
    double a[6], rx = p->x, ry = p->y;
    if (was(p, up == 'S' ? "CcSs" : "QqTt")) {
        rx = 2 * p->x - p->cx;
        ry = 2 * p->y - p->cy;
    }
    switch (up) {
    case 'C':
        if (!numbers(p, a, 6)) return false;
        cubic_to(p, ox + a[0], oy + a[1], ox + a[2], oy + a[3], ox + a[4], oy + a[5]);
        return true;
    case 'S':
        if (!numbers(p, a, 4)) return false;
        cubic_to(p, rx, ry, ox + a[0], oy + a[1], ox + a[2], oy + a[3]);
        return true;
    case 'Q':
        if (!numbers(p, a, 4)) return false;
        quad_to(p, ox + a[0], oy + a[1], ox + a[2], oy + a[3]);
        return true;
    default:
        if (!numbers(p, a, 2)) return false;
        quad_to(p, rx, ry, ox + a[0], oy + a[1]);
        return true;
    }
}

/* One set of arguments of the current command. */
static bool path_step(struct pen *p) {
    char up = (char)(p->cmd & ~0x20);
    bool rel = p->cmd != up, large, sweep;
    double ox = rel ? p->x : 0, oy = rel ? p->y : 0, a[3], to[2];
    switch (up) {
    case 'M':
        if (!numbers(p, a, 2)) return false;
        go(p, ox + a[0], oy + a[1]);
        p->x0 = p->x;
        p->y0 = p->y;
        vec_move(p->v, (float)p->x, (float)p->y);
        p->last = p->cmd;
        p->cmd = rel ? 'l' : 'L'; /* further pairs are lines */
        return true;
    case 'L':
        if (!numbers(p, a, 2)) return false;
        line_to(p, ox + a[0], oy + a[1]);
        break;
    case 'H':
        if (!numbers(p, a, 1)) return false;
        line_to(p, ox + a[0], p->y);
        break;
    case 'V':
        if (!numbers(p, a, 1)) return false;
        line_to(p, p->x, oy + a[0]);
        break;
    case 'A':
        if (!numbers(p, a, 3) || !flag(p, &large) || !flag(p, &sweep) || !numbers(p, to, 2)) return false;
        arc_to(p, a[0], a[1], a[2], large, sweep, ox + to[0], oy + to[1]);
        break;
    default:
        if (!curve_step(p, up, ox, oy)) return false;
    }
    p->last = p->cmd;
    return true;
}

bool vec_svg_path(struct vec *v, const char *d) {
    struct pen p = {.v = v, .s = d};
    if (!d) return false;
    for (skip(&p); *p.s; skip(&p)) {
        if (strchr("MmLlHhVvCcSsQqTtAaZz", *p.s)) {
            p.cmd = *p.s++;
            if (!p.last && p.cmd != 'M' && p.cmd != 'm') return false;
            if (p.cmd == 'Z' || p.cmd == 'z') {
                vec_close(v);
                go(&p, p.x0, p.y0);
                p.last = p.cmd;
                continue;
            }
        } else if (!p.cmd || p.cmd == 'Z' || p.cmd == 'z') {
            return false; /* numbers without a command */
        }
        if (!path_step(&p)) return false;
    }
    return true;
}
