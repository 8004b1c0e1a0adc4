#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Nothing that is shown flashes more than three times a second: every scene for six seconds, with impatient hands from the second
# on, fifteen pictures a second; the attract loop for its whole length. flash.sh PROGRAM PACK TOOL
set -u
kiosk=$1
pack=$2
tool=$3
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bad=0

# watch SCENE PICTURES: the script is written by a program, the moments lie 1/15 s apart.
watch() {
    awk -v scene="$1" -v n="$2" 'BEGIN {
        printf "size 240x136\n"
        if (scene != "eyes-in-the-forest") printf "start %s\nlanguage en\n", scene
        srand(5)
        for (i = 0; i < n; i++) {
            if (scene != "eyes-in-the-forest" && i >= 30 && i % 5 == 0) printf "tap %d %d\nwait 0.01\n", rand() * 240, 30 + rand() * 86
            printf "wait 0.0667\nshot %04d.png\n", i
        } }' >"$tmp/watch.replay"
    rm -f "$tmp"/*.png
    "$kiosk" replay "$tmp/watch.replay" --quiet --pack "$pack" --out "$tmp" 2>"$tmp/err" || { echo "FAILED: $1: $(tail -1 "$tmp/err")"; bad=1; return; }
    said=$("$tool" 15 "$tmp/%04d.png" "$2") || bad=1
    echo "$1: $said"
}

# The tool sees what flashes: black and white in turn, five times a second.
"$tool" --self || { echo "FAILED: the tool does not see what flashes"; exit 1; }
watch eyes-in-the-forest 430
for scene in home $(sed -n 's/^      - \([a-z-]*\)$/\1/p' "$pack/scenes/journey.yaml"); do watch "$scene" 90; done
exit $bad
