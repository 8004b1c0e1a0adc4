#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever a scene lets a visitor touch, some script touches: every element that reacts in any of them, each part of it that
# answers by itself, and every button, hotspot and mark of a figure that is written, shown or not. And wherever a touch asks for
# sources, some script says which facts those must be. touches.sh PROGRAM PACK
set -u
kiosk=$1 pack=$2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bad=0
here=$(dirname "$0")
for script in "$here"/scripts/*.replay; do
    grep -q '^tap-id' "$script" || continue     # the others expect nothing of what they touch
    site=${script%.replay}.yaml
    [ -f "$site" ] || site=
    "$kiosk" replay -q --pack "$pack" ${site:+--site "$site"} --out "$tmp" --touches "$tmp/touches" "$script" >"$tmp/said" 2>&1 ||
        { cat "$tmp/said"; bad=1; }
    cat "$tmp/touches" >>"$tmp/all"
done
for file in "$pack"/scenes/*.yaml; do
    awk -v f="scenes/$(basename "$file")" '
        /id: sheet-close/ { next }      # of a partner: partners.sh touches it
        /kind: (button|hotspot|source)[,} ]/ || /kind: (button|hotspot|source)$/ { look = 1 }
        look && match($0, /[ {]id: [a-z0-9-]+/) { print f, substr($0, RSTART + 5, RLENGTH - 5); look = 0 }' "$file"
done >"$tmp/written"
sed -n 's/^offered //p' "$tmp/all" >"$tmp/offered"
sed -n 's/^touched //p' "$tmp/all" | sort -u >"$tmp/touched"
[ "$(wc -l <"$tmp/touched")" -gt 150 ] || { echo "only $(wc -l <"$tmp/touched") elements were touched"; bad=1; }
sort -u "$tmp/written" "$tmp/offered" | comm -23 - "$tmp/touched" >"$tmp/left"
sed -n 's/^asked //p' "$tmp/all" | sort -u >"$tmp/asked"
sed -n 's/^sourced //p' "$tmp/all" | sort -u >"$tmp/sourced"
[ "$(wc -l <"$tmp/sourced")" -gt 60 ] || { echo "the sources of only $(wc -l <"$tmp/sourced") marks were read"; bad=1; }
comm -23 "$tmp/asked" "$tmp/sourced" >"$tmp/unread"
[ ! -s "$tmp/unread" ] || { echo "no script expects the facts of:"; cat "$tmp/unread"; bad=1; }
[ ! -s "$tmp/left" ] || { echo "no script touches:"; cat "$tmp/left"; bad=1; }
exit $bad
