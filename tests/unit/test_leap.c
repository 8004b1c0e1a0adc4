/* links: lk_scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leap's arithmetic: one parabola carries the body, feet stand still on the ground, the distance is exact. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <scene/leap_flight.h>

#define NEAR(a, b, eps) assert_true(fabs((double)(a) - (double)(b)) <= (eps))

static const float MID[8] = {46, 41, 89, 97, 110, 88, 69.5f, 57};
static const float AHEAD[8] = {0, -1, 30, 40, 60, 60, 40, 24};
static const float MS[8] = {120, 150, 60, 55, 70, 55, 55, 140};
static const struct leap_body BODY = {MID, AHEAD, MS, 8, 3, 5, 6, 1.4f, 1000, 0, false};
static const struct leap_body STILL = {.n = 1, .full = 2.5f, .apex = .6f, .air_ms = 900};

static void starts_and_ends(void **state) {
    (void)state;
    for (float d = .5f; d <= 6; d += .5f) {
        struct leap_plan p;
        leap_plan_make(&p, &BODY, d);
        struct leap_pose a = leap_pose_at(&p, 0), z = leap_pose_at(&p, 1e9f);
        assert_int_equal(a.frame, 0);
        NEAR(a.x, 0, 0);
        NEAR(a.lift, 0, 0);
        assert_int_equal(z.frame, 7);
        NEAR(z.x, d, 1e-6);
        NEAR(z.lift, 0, 0);
        NEAR(leap_pose_at(&p, p.end).x, d, 1e-6);
        NEAR(leap_pose_at(&p, -5).x, 0, 0);
    }
}

static void apex_is_exact(void **state) {
    (void)state;
    const struct leap_body *bodies[] = {&BODY, &STILL};
    for (int k = 0; k < 2; k++) {
        struct leap_plan p;
        leap_plan_make(&p, bodies[k], bodies[k]->full);
        float top = 0;
        for (int i = 0; i <= 4000; i++) top = fmaxf(top, leap_arc(&p, (float)i / 4000).y);
        NEAR(top, bodies[k]->apex, 1e-4);
    }
}

static void a_still_flies_from_ground_to_ground(void **state) {
    (void)state;
    struct leap_plan p;
    leap_plan_make(&p, &STILL, 2.5f);
    NEAR(leap_arc(&p, 0).x, 0, 0);
    NEAR(leap_arc(&p, 0).y, 0, 0);
    NEAR(leap_arc(&p, 1).x, 2.5, 1e-6);
    NEAR(leap_arc(&p, 1).y, 0, 0);
    NEAR(leap_arc(&p, .5f).y, .6, 1e-6);
    NEAR(leap_pose_at(&p, p.end).lift, 0, 1e-6);
    assert_int_equal(leap_pose_at(&p, p.end / 2).frame, 0);
    NEAR(p.t0, 0, 0);
}

/* Evenly in x; a parabola in y: second differences are constant and negative. */
static void ballistic(void **state) {
    (void)state;
    struct leap_plan p;
    leap_plan_make(&p, &BODY, 4.2f);
    float step = p.air / 50, first = 0, dx = 0;
    for (int i = 1; i < 49; i++) {
        struct leap_pose a = leap_pose_at(&p, p.t0 + step * (float)(i - 1)), b = leap_pose_at(&p, p.t0 + step * (float)i),
                         c = leap_pose_at(&p, p.t0 + step * (float)(i + 1));
        if (i == 1) dx = b.x - a.x, first = a.mid - 2 * b.mid + c.mid;
        NEAR(c.x - b.x, dx, 1e-4);
        NEAR(a.mid - 2 * b.mid + c.mid, first, 2e-5);
    }
    assert_true(first < 0 && dx > 0);
}

/* Picture height plus the height in the drawing is the body's height, whichever drawing shows it: no jump where drawings
 * change in the air, and none of the arc at take-off and landing. */
static void drawings_height_is_taken_out(void **state) {
    (void)state;
    struct leap_plan p;
    leap_plan_make(&p, &BODY, 6);
    int seen = 0, last = -1;
    for (float t = p.t0; t < p.t0 + p.air; t += 1) {
        struct leap_pose a = leap_pose_at(&p, t), b = leap_pose_at(&p, t + 1);
        NEAR(a.lift + MID[a.frame] / 100, a.mid, 1e-6);
        if (b.u < 1) assert_true(fabsf(b.mid - a.mid) < .01f);
        assert_true(a.frame >= last);
        if (a.frame != last) seen++;
        last = a.frame;
    }
    assert_int_equal(seen, 5);    /* two at the ends, three in the air */
    NEAR(leap_pose_at(&p, p.t0).mid, MID[2] / 100, 1e-6);
    NEAR(leap_pose_at(&p, p.t0).x, .29, 1e-6);
    NEAR(leap_pose_at(&p, p.t0 - 1).x, .29, 1e-6);
    NEAR(leap_pose_at(&p, p.t0 + p.air).mid, MID[6] / 100, 1e-6);
    NEAR(leap_pose_at(&p, p.t0 + p.air).x, 6 - .24, 1e-5);
    for (int f = 3; f <= 5; f++) {
        struct leap_pose k = leap_key_pose(&p, f);
        assert_int_equal(k.frame, f);
        assert_true(k.u > 0 && k.u < 1);
        NEAR(k.mid, leap_arc(&p, k.u).y, 1e-6);
    }
}

/* A hop shorter than the artist's steps keeps at least half of itself for the air and never goes backwards at its end. */
static void short_hops(void **state) {
    (void)state;
    struct leap_plan p;
    leap_plan_make(&p, &BODY, .3f);
    assert_true(p.ground < 1);
    NEAR(p.x1 - p.x0, .15, 1e-6);
    assert_true(p.rise > 0 && p.air >= 260);
    leap_plan_make(&p, &BODY, -4);
    NEAR(p.d, .05, 1e-6);
    leap_plan_make(&p, &BODY, 99);
    NEAR(p.d, 6, 0);
    struct leap_body low = BODY;
    low.apex = .2f;    /* below the body: still a leap, not a dive */
    leap_plan_make(&p, &low, 6);
    assert_true(p.rise > 0);
    float t = leap_pose_at(&p, NAN).x;
    NEAR(t, 0, 0);
}

static void air_to_the_very_end(void **state) {
    (void)state;
    struct leap_body b = BODY;
    b.air0 = 0;
    b.air1 = 7;
    struct leap_plan p;
    leap_plan_make(&p, &b, 6);
    NEAR(p.t0, 0, 0);
    NEAR(p.x0, 0, 0);
    NEAR(leap_pose_at(&p, p.end + 50).x, 6, 1e-6);
    assert_int_equal(leap_pose_at(&p, p.end + 50).frame, 7);
}

/* Straight up: the full leap ends on the ledge, one body's height above it; a shorter one rises by as much and falls back. */
static void straight_up(void **state) {
    (void)state;
    struct leap_body b = BODY;
    struct leap_plan p;
    b.full = 3, b.apex = .2f, b.across = 1.5f, b.stays = true;
    leap_plan_make(&p, &b, 3);
    struct leap_pose end = leap_pose_at(&p, 1e9f);
    NEAR(end.x, 1.5, 1e-6);
    NEAR(end.lift, 3, 1e-6);
    NEAR(end.mid, 3.57, 1e-6);
    NEAR(leap_pose_at(&p, 0).lift, 0, 0);
    float top = 0, top_short = 0;
    for (int i = 0; i <= 4000; i++) top = fmaxf(top, leap_arc(&p, (float)i / 4000).y);
    NEAR(top, 3 + .695 + .2, 1e-3);
    leap_plan_make(&p, &b, 1);
    end = leap_pose_at(&p, 1e9f);
    assert_true(end.x > 0 && end.x < .4f);
    NEAR(end.lift, 0, 0);
    for (int i = 0; i <= 4000; i++) top_short = fmaxf(top_short, leap_arc(&p, (float)i / 4000).y);
    NEAR(top_short, .89 + 1, 1e-3);
    b.stays = false;
    leap_plan_make(&p, &b, 3);
    NEAR(leap_pose_at(&p, 1e9f).lift, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_and_ends),
        cmocka_unit_test(apex_is_exact),
        cmocka_unit_test(a_still_flies_from_ground_to_ground),
        cmocka_unit_test(ballistic),
        cmocka_unit_test(drawings_height_is_taken_out),
        cmocka_unit_test(short_hops),
        cmocka_unit_test(air_to_the_very_end),
        cmocka_unit_test(straight_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
