/* SPDX-License-Identifier: GPL-3.0-or-later */
/* albers.h - the equal-area conic projection of Albers, on a sphere of radius 1 (Snyder, Map Projections - A Working
 * Manual, chapter 14). Areas on the picture are in the proportion of areas on the earth: that is why the maps use it.
 *
 * x to the east, y to the north, both in radii of the sphere. Angles in degrees. */
#ifndef LK_SCENE_ALBERS_H
#define LK_SCENE_ALBERS_H
#include <stdbool.h>

struct albers { double n, c, rho0, lon0; };   /* constants of one projection */

/* Standard parallels lat1, lat2, origin lat0, lon0. False (and a usable projection round the parallels 30 and 60) when the
 * parallels lie opposite each other about the equator or any angle is no place. */
bool albers_init(struct albers *p, double lat1, double lat2, double lat0, double lon0);
void albers_forward(const struct albers *p, double lon, double lat, double *x, double *y);
/* The place of a point. False when the point is outside of the projected earth. */
bool albers_inverse(const struct albers *p, double x, double y, double *lon, double *lat);
#endif
