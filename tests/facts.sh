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

# A fact past its year shows all the same; check says so and is content, and so does the kiosk's log.
cp -R "$(dirname "$0")/packs/tiger" "$tmp/pack"
chmod -R u+w "$tmp/pack"
line=$(grep -n 'review_by: 2027' "$tmp/pack/scenes/facts.yaml" | cut -d: -f1)
id=$(sed -n "1,${line}s/^  - id: //p" "$tmp/pack/scenes/facts.yaml" | tail -1)
words="scenes/facts.yaml:$line:16: warning: fact '$id' was to be reviewed by 2027 (look it up, then change value, as_of and review_by)"
"$kiosk" check --date 2028-01-01 --pack "$tmp/pack" >"$tmp/late" || { echo "check fails because of a fact past its year"; bad=1; }
grep -qxF -e "$words" "$tmp/late" || { echo "check does not say: $words"; cat "$tmp/late"; bad=1; }
grep -q ": 0 errors, 1 warning$" "$tmp/late" || { echo "check does not count one warning"; bad=1; }
"$kiosk" check --date 2027-12-31 --pack "$tmp/pack" | grep -q "reviewed by" && { echo "check warns before the year is over"; bad=1; }
"$kiosk" check --date 2028-13-01 --pack "$tmp/pack" 2>"$tmp/err"
[ $? -eq 2 ] && grep -q "'2028-13-01' is no day (write --date 2031-01-31)" "$tmp/err" || { echo "check takes a day that there is not"; bad=1; }
sed -i "${line}s/2027/2001/" "$tmp/pack/scenes/facts.yaml"
SDL_VIDEODRIVER=dummy timeout -s TERM 5 "$kiosk" run --silent --pack "$tmp/pack" >"$tmp/log" 2>&1
grep -qF -e "fact '$id' was to be reviewed by 2001" "$tmp/log" || { echo "the kiosk's log does not say it:"; head -5 "$tmp/log"; bad=1; }
exit $bad
