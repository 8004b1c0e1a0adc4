#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns poses of the leap for the leap straight up: python3 turn.py (in assets/art/generator). No new drawing: each pose is
turned about the body's middle and, where feet stand, moved up until they stand on the ground again. All share one view."""
import re

GROUND, MID_X, TOP = 1704, 1780, 900          # units of the drawings; TOP is room above them
POSES = [                                     # (pose, middle above the ground in cm, degrees up, units up)
    (1, 46, 0, 0), (2, 41, 0, 0), (5, 89, 14, 150),
    (6, 97.3, 26, 0), (7, 105.8, 36, 0), (8, 110.3, 38, 0), (9, 110.7, 22, 0), (10, 107, 6, 0),
    (14, 56.5, 0, 0), (16, 57, 0, 0)]

for i, (pose, mid, turn, up) in enumerate(POSES, 1):
    svg = open('../leap-%02d.svg' % pose).read()
    body = re.sub(r'^<svg[^>]*>(.*)</svg>\s*$', r'\1', svg, flags=re.S)
    defs, rest = re.match(r'(<defs>.*?</defs>)?(.*)$', body, re.S).groups()
    way = ' transform="translate(0 %g) rotate(%g %g %g)"' % (TOP - up, -turn, MID_X, GROUND - mid * 11.2)
    with open('../leap-up-%02d.svg' % i, 'w') as out:
        out.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3200 %d" width="3200" height="%d">%s<g%s>%s</g></svg>\n'
                  % (1760 + TOP, 1760 + TOP, defs or '', way, rest))
    print('leap-up-%02d' % i, 'middle', round(mid + up / 11.2, 1))
