#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How the whole journey looks, by the rules of check --render: no fault in a part of all pictures in which any two of language,
# size, shape and state meet; with --long in all of them. And that it sees what is wrong. render.sh PROGRAM PACK
set -u
kiosk=$1
. "$(dirname "$0")/expect_kit.sh"

# The languages of the journey; one that is longer by two in five, one that is mirrored, and two at once: in every state both are
# shown. In one run: every visit to a scene, and the tour that touches everything, serves all of them.
languages=$(sed -n 's/^languages: \[\(.*\)\]$/\1/p' "$2/scenes/journey.yaml" | tr -d ,)
[ "$(echo "$languages" | wc -w)" -ge 8 ] || { echo "the languages of the journey were not found: '$languages'"; bad=1; }
more="en-XA ar-XB ru+zh-Hans ru+en ru+ko zh-Hans+ru zh-Hans+en en+ko"
pack=$2
# look OPTIONS...: no fault and no warning
look() {
    expect 0 ": 0 faults, " "$kiosk" check --render --pack "$pack" "$@"
    grep ' faults, ' "$tmp/out"
    grep -q ", 0 warnings$" "$tmp/out" || { echo "no state shows:"; grep warning "$tmp/out"; bad=1; }
}
# shellcheck disable=SC2046
if [ -n "${LK_LONG:-}" ]; then
    look
    look --quick $(printf -- '-l %s ' $more)
else
    look --quick $(printf -- '-l %s ' $languages $more)
fi

# broken SED "line": one change of a good scene, and what is said of it.
broken() {
    rm -rf "$tmp/pack"
    cp -R "$tiger" "$tmp/pack"
    chmod -R u+w "$tmp/pack"
    sed -i "$1" "$tmp/pack/scenes/two-counts.yaml"
    expect 1 "$2" "$kiosk" check --render --quick --scene two-counts --pack "$tmp/pack"
}
tiger=$2/tests/packs/tiger
at=scenes/two-counts.yaml
# The state that shows an element with words is taken away.
expect 0 ", 0 warnings" "$kiosk" check --render --quick --scene two-counts --pack "$tiger"
laid() { sed -n 's/.* \([0-9]*\) pictures laid out.*/\1/p' "$tmp/out"; }
plain=$(laid)
rm -rf "$tmp/pack"
cp -R "$tiger" "$tmp/pack"
chmod -R u+w "$tmp/pack"
sed -i '/name: listed, set/d' "$tmp/pack/scenes/two-counts.yaml"
expect 0 "$at:39:5: warning: element 'listed' is seen in no state" "$kiosk" check --render --quick --scene two-counts --pack "$tmp/pack"
# Words that take pages: each of them is looked at.
rm -rf "$tmp/pack"
cp -R "$tiger" "$tmp/pack"
chmod -R u+w "$tmp/pack"
sed -i 's/id: told, slot: head, style: body/id: told, at: [560, 560], size: [420, 70], style: body/' "$tmp/pack/scenes/two-counts.yaml"
expect 1 "2 pictures (4.5 are needed" "$kiosk" check --render --quick --scene two-counts --pack "$tmp/pack"
[ "$(laid)" -gt "$plain" ] || { echo "FAILED: further pages were not looked at: $(laid) pictures, $plain without pages"; bad=1; }
broken 's/id: title, slot: head, style: h1/&, ink: spruce-950/' "$at:36:5: element 'title': contrast of its words with what lies behind is 1.1:1"
broken 's/id: ask, slot: head/id: ask, at: [1500, 1020], size: [380, 60]/' "$at:37:5: element 'ask': its words reach 115 px into the bar below"
broken 's/id: told, slot: head, style: body/id: told, at: [96, 110], size: [900, 100], style: body/' "$at:38:5: element 'told': its words lie on those of 'title'"
broken 's/id: choose-told, slot: controls/id: choose-told, at: [1560, 960], size: [300, 81]/' "$at:42:5: element 'choose-told': something drawn over it hides 100 %"
# Of two languages one is left out.
rm -rf "$tmp/pack"
cp -R "$tiger" "$tmp/pack"
chmod -R u+w "$tmp/pack"
expect 0 ": 0 faults, " "$kiosk" check --render --quick --scene two-counts -l en+ru --pack "$tmp/pack"
sed -i '/^msgid "Choose a count."/{n;s/".*"/"Choose a count."/}' "$tmp/pack/locales/ru.po"     # alike in both: nothing is left out
expect 0 ": 0 faults, " "$kiosk" check --render --quick --scene two-counts -l en+ru --pack "$tmp/pack"
sed -i 's/id: title, slot: head/&, pair: first/' "$tmp/pack/scenes/two-counts.yaml"
expect 1 "$at:36:5: element 'title': shows one language of two: " "$kiosk" check --render --quick --scene two-counts -l en+ru --pack "$tmp/pack"
# A text of an element that is shown, which no state lets it say.
rm -rf "$tmp/pack"
cp -R "$tiger" "$tmp/pack"
chmod -R u+w "$tmp/pack"
sed -i 's/^languages: .*/languages: [en]/' "$tmp/pack/scenes/journey.yaml"
sed -i 's/^variables:/&\n  - {name: tries, value: 1}/
s/^  - {kind: button, id: choose-told/  - {kind: stepper, id: tries, slot: head, var: tries, max: 5, label: Tries, less: Fewer, more: More, none: Nobody has tried}\n&/' "$tmp/pack/scenes/two-counts.yaml"
expect 0 "$at:43:109: warning: a text of 'tries' is seen in no state" "$kiosk" check --render --quick --scene two-counts --pack "$tmp/pack"
# A sheet leads back to the scene under it, not out of it.
rm -rf "$tmp/pack"
cp -R "$tiger" "$tmp/pack"
chmod -R u+w "$tmp/pack"
sed -i '/kind: nav/d' "$tmp/pack/scenes/two-counts.yaml"
expect 1 "$at: no touch leads back home (add a nav element)" "$kiosk" check --render --quick -l en --pack "$tmp/pack"
exit $bad
