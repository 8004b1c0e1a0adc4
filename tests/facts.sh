#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every fact that may be shown: to everybody by a scene within four touches of home, and all of them in the list of sources.
# facts.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bad=0

"$kiosk" facts --unshown --pack "$pack" >"$tmp/unshown" || { echo "no scene within four touches of home shows these facts:"; cat "$tmp/unshown"; bad=1; }

"$kiosk" facts --pack "$pack" | awk '/^[a-z]/ { id = $1 } /^  [a-z-]+, (shown|not shown)/ && !/, not shown, / { print id }' | sort >"$tmp/may"
[ "$(wc -l <"$tmp/may")" -gt 50 ] || { echo "the register lists too few facts"; bad=1; }
awk '/^    parts:/ { on = 1 } /^    portrait:/ { on = 0 } on' "$pack/scenes/sources.yaml" | tr -c 'a-z0-9\n-' '\n' | sort -u >"$tmp/listed"
comm -23 "$tmp/may" "$tmp/listed" >"$tmp/missing"
[ ! -s "$tmp/missing" ] || { echo "scenes/sources.yaml does not list:"; cat "$tmp/missing"; bad=1; }
exit $bad
