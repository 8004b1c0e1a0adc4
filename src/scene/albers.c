/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/albers.h>
#include <math.h>

#define RAD (3.14159265358979323846 / 180.0)

/* Longitude difference brought to -180..180. */
static double wrap(double d) {
    d = fmod(d + 180.0, 360.0);
    return d < 0 ? d + 180.0 : d - 180.0;
}

static double rho(const struct albers *p, double lat) {
    double q = p->c - 2.0 * p->n * sin(lat * RAD);
    return q > 0 ? sqrt(q) / fabs(p->n) : 0.0;
}

static bool place(double lat) { return isfinite(lat) && fabs(lat) <= 90.0; }

bool albers_init(struct albers *p, double lat1, double lat2, double lat0, double lon0) {
    bool ok = place(lat1) && place(lat2) && place(lat0) && isfinite(lon0) && fabs(lat1 + lat2) > 1e-6;
    if (!ok) lat1 = 30, lat2 = 60, lat0 = 45, lon0 = 0;
    p->n = (sin(lat1 * RAD) + sin(lat2 * RAD)) / 2.0;
    p->c = cos(lat1 * RAD) * cos(lat1 * RAD) + 2.0 * p->n * sin(lat1 * RAD);
    p->lon0 = lon0;
    p->rho0 = 0;
    p->rho0 = rho(p, lat0);
    return ok;
}

void albers_forward(const struct albers *p, double lon, double lat, double *x, double *y) {
    double r = rho(p, lat), theta = p->n * wrap(lon - p->lon0) * RAD;
    if (p->n < 0) r = -r;
    *x = r * sin(theta);
    *y = (p->n < 0 ? -p->rho0 : p->rho0) - r * cos(theta);
}

bool albers_inverse(const struct albers *p, double x, double y, double *lon, double *lat) {
    double sign = p->n < 0 ? -1.0 : 1.0, dy = sign * p->rho0 - y;
    double r = hypot(x, dy), theta = atan2(sign * x, sign * dy);
    double s = (p->c - r * r * p->n * p->n) / (2.0 * p->n);
    if (!(fabs(s) <= 1.0 + 1e-12)) return false;
    *lat = asin(s > 1 ? 1 : s < -1 ? -1 : s) / RAD;
    double d = theta / p->n / RAD;
    *lon = p->lon0 + d;
    return fabs(d) <= 180.0 + 1e-9;
}
