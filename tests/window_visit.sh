#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A whole visit in a real window, by mouse and by keys, turned and shaken on the way. After each step the kiosk's own words
# or the pixels of the screen must be those of the same visit played by replay. window_visit.sh PROGRAM PACK TOOL
set -u
kiosk=$1
pack=$2
tool=$3
. "$(dirname "$0")/window_kit.sh"
beside=$(dirname "$tool")/window-differs.png
story="language ru"

# told "LINES": the same for replay; places are then looked up in what came of it.
told() {
    story="$story
$1"
    look "$story"
}

# same "WHAT": within 8 s the screen shows what replay shows, once both are at rest.
same() {
    printf 'size %s\n%s\nwait 9\nshot shot.png\ndump shot.dump\n' "$first" "$story" >"$tmp/same.replay"
    "$kiosk" replay "$tmp/same.replay" --quiet --pack "$pack" --out "$tmp" || fail "$1: no picture"
    xdotool mousemove 1295 1235
    tries=16
    while "$tool" screen "$tmp/Xvfb_screen0" 0 0 "$w" "$h" "$tmp/screen.png" || fail "$1: no screen"; do
        "$tool" compare "$tmp/screen.png" "$tmp/shot.png" "$tmp/shot.dump" "$beside" >"$tmp/words" && return
        [ $((tries -= 1)) -gt 0 ] || fail "$1: $(cat "$tmp/words")"
        sleep 0.5
    done
}

# As it is installed: with baked pictures (a kiosk parses no drawing).
mkdir "$tmp/pack"
cp -R "$pack/scenes" "$pack/locales" "$pack/assets" "$tmp/pack/"
chmod -R u+w "$tmp/pack"
"$kiosk" pack --bake --quiet --pack "$pack" --cache "$tmp/pack/cache" --size 1280x720 \
    --locale ru --locale en --locale ko || fail "the pictures cannot be baked"
start_server 1300x1240
start_kiosk "$tmp/pack"
soon 5 "scene eyes-in-the-forest language ru"
look "$story
wait 1"
tap languages/en
soon 5 "scene home language en"
sleep 0.4    # what comes right after waking only wakes
told "wait 1
tap-id languages/en
wait 1"
tap chapters/the-leap
soon 5 "scene the-leap language en"
told "tap-id chapters/the-leap
wait 2"

# Pulled as far as it goes, the leopard lands on its record.
at=$(place leap/pull) || fail "$at"
# shellcheck disable=SC2086
set -- $at $((${at% *} - 75)) $((${at#* } + 125))
sleep 1
drag "$@"
told "drag $* 0.3
wait 3
expect var landed 1"
same "after the leap"
forget
tap bar/home
soon 5 "scene home language en"
told "tap-id bar/home
wait 1"
tap chapters/shrinking-map
soon 5 "scene shrinking-map language en"
told "tap-id chapters/shrinking-map
wait 2"

# The slider is dragged from the first to the last stop.
from=$(place years/stop-1) rail=$(place years) to=$(place years/stop-3)
drag "${from% *}" "${rail#* }" "${to% *}" "${rail#* }"
told "drag ${from% *} ${rail#* } ${to% *} ${rail#* } 0.3
wait 2
expect var stop 2"
tap bar/language
sleep 0.5
told "tap-id bar/language
wait 1"
forget
tap languages/ko
soon 5 "scene shrinking-map language ko"
told "tap-id languages/ko
wait 1"
same "the map of today in Korean"

# Turned while the map is on its way back to the first stop.
tap years/stop-1
sleep 0.1
w=900 h=1200
xdotool windowsize "$window" $w $h
told "tap-id years/stop-1
wait 0.1
resize 900x1200
wait 1
expect var stop 0"
same "the map of long ago, upright"
xdotool windowsize "$window" 1280 720
w=1280 h=720

# Keys: home, along the chapters, into the first one, back.
forget
key Home
soon 5 "scene home language ko"
look "start home
language ko
wait 1"
chapter=$(sed -n 's|^chapters/\([^ ]*\) link .*|\1|p' "$tmp/items" | head -1)
sleep 0.3
key Tab Return
soon 5 "scene $chapter language ko"
sleep 0.5
forget
key Escape
soon 5 "scene home language ko"
end_kiosk

# Two hundred taps without sense, whatever is changing meanwhile. Then nobody touches it: asleep again soon, in the language
# of the house.
sed 's/^idle:.*/idle: {ask: 5, reset: 5}/' "$pack/scenes/journey.yaml" >"$tmp/pack/scenes/journey.yaml"
start_kiosk "$tmp/pack"
look "language ru
wait 1"
tap languages/ko
soon 5 "scene home language ko"
forget
awk -v win="$window" 'BEGIN { srand(7); for (i = 0; i < 200; i++)
    printf "mousemove --window %s %d %d mousedown 1 sleep 0.01 mouseup 1 sleep %.3f\n", win, rand() * 1280, rand() * 720, rand() * 0.04
    }' >"$tmp/taps"
xdotool - <"$tmp/taps"
grep -q '^scene ' "$tmp/out" || fail "200 taps led nowhere"
soon 15 "scene eyes-in-the-forest language ru"
end_kiosk
exit 0
