/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map's projection: the worked example of its textbook, inverse, equal areas, edges of the earth. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <scene/albers.h>

#define NEAR(a, b, eps) assert_true(fabs((a) - (b)) <= (eps))
#define RAD (3.14159265358979323846 / 180.0)

static void textbook(void **state) {
    (void)state;
    struct albers p;
    double x, y, lon, lat;
    assert_true(albers_init(&p, 29.5, 45.5, 23, -96));
    NEAR(p.n, 0.6028370, 5e-8);
    NEAR(p.c, 1.3512213, 5e-8);
    NEAR(p.rho0, 1.5562263, 5e-8);
    albers_forward(&p, -75, 35, &x, &y);
    NEAR(x, 0.2952720, 5e-8);
    NEAR(y, 0.2416774, 5e-8);
    assert_true(albers_inverse(&p, x, y, &lon, &lat));
    NEAR(lon, -75, 1e-9);
    NEAR(lat, 35, 1e-9);
}

static void there_and_back(void **state) {
    (void)state;
    const double par[][4] = {{36, 47, 41, 128}, {-20, -40, -30, 25}, {10, 10, 0, 0}, {-5, 60, 20, 179}};
    for (size_t k = 0; k < sizeof par / sizeof *par; k++) {
        struct albers p;
        assert_true(albers_init(&p, par[k][0], par[k][1], par[k][2], par[k][3]));
        double x, y, lon, lat;
        albers_forward(&p, par[k][3], par[k][2], &x, &y);
        NEAR(x, 0, 1e-12);
        NEAR(y, 0, 1e-12);
        for (double b = -80; b <= 80; b += 7.3)
            for (double l = par[k][3] - 170; l <= par[k][3] + 170; l += 13.7) {
                albers_forward(&p, l, b, &x, &y);
                assert_true(albers_inverse(&p, x, y, &lon, &lat));
                NEAR(lat, b, 1e-7);
                NEAR(lon, l, 1e-7);
            }
    }
}

static void north_is_up_east_is_right(void **state) {
    (void)state;
    struct albers p;
    double x0, y0, x1, y1;
    albers_init(&p, 36, 47, 41, 128);
    albers_forward(&p, 128, 41, &x0, &y0);
    albers_forward(&p, 128, 42, &x1, &y1);
    assert_true(y1 > y0);
    albers_forward(&p, 129, 41, &x1, &y1);
    assert_true(x1 > x0);
}

/* Area of the projected cell of one degree, cut finely, against the area on the sphere. */
static double cell(const struct albers *p, double lon, double lat) {
    enum { N = 64 };
    double px[4 * N], py[4 * N], a = 0;
    for (int i = 0; i < N; i++) {
        double t = (double)i / N;
        albers_forward(p, lon + t, lat, &px[i], &py[i]);
        albers_forward(p, lon + 1, lat + t, &px[N + i], &py[N + i]);
        albers_forward(p, lon + 1 - t, lat + 1, &px[2 * N + i], &py[2 * N + i]);
        albers_forward(p, lon, lat + 1 - t, &px[3 * N + i], &py[3 * N + i]);
    }
    for (int i = 0; i < 4 * N; i++) {
        int j = (i + 1) % (4 * N);
        a += px[i] * py[j] - px[j] * py[i];
    }
    return a / 2;
}
static void equal_area(void **state) {
    (void)state;
    struct albers p;
    albers_init(&p, 36, 47, 41, 128);
    for (double lat = 20; lat < 60; lat += 3)
        for (double lon = 100; lon < 155; lon += 11) {
            double sphere = RAD * (sin((lat + 1) * RAD) - sin(lat * RAD));
            NEAR(cell(&p, lon, lat) / sphere, 1.0, 1e-6);
        }
}

/* Along a standard parallel a degree is as long as on the sphere; between them it is shorter, outside longer. */
static void true_scale_on_the_parallels(void **state) {
    (void)state;
    struct albers p;
    albers_init(&p, 36, 47, 41, 128);
    const double lat[] = {36, 47, 41, 30, 55}, sign[] = {0, 0, -1, 1, 1};
    for (int i = 0; i < 5; i++) {
        double x, y, u, v;
        albers_forward(&p, 128, lat[i], &x, &y);
        albers_forward(&p, 128.001, lat[i], &u, &v);
        double k = hypot(u - x, v - y) / (0.001 * RAD * cos(lat[i] * RAD)) - 1;
        if (sign[i] == 0) NEAR(k, 0, 1e-6);
        else assert_true(k * sign[i] > 1e-4);
    }
}

static void refused(void **state) {
    (void)state;
    struct albers p;
    double x, y, lon, lat;
    assert_false(albers_init(&p, 30, -30, 0, 0));
    assert_false(albers_init(&p, 30, 95, 0, 0));
    assert_false(albers_init(&p, NAN, 40, 0, 0));
    assert_false(albers_init(&p, 30, 40, 0, INFINITY));
    albers_forward(&p, 10, 50, &x, &y);
    assert_true(isfinite(x) && isfinite(y));
    albers_init(&p, 36, 47, 41, 128);
    assert_false(albers_inverse(&p, 0, 40, &lon, &lat));
    assert_false(albers_inverse(&p, NAN, 0, &lon, &lat));
    albers_forward(&p, 128 + 360, 41, &x, &y);
    NEAR(x, 0, 1e-9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(textbook), cmocka_unit_test(there_and_back), cmocka_unit_test(north_is_up_east_is_right),
        cmocka_unit_test(equal_area), cmocka_unit_test(true_scale_on_the_parallels), cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
