#!/bin/sh
# The kiosk in a real window: it shows a picture, a touch on a language wakes it in that language, TERM ends it.
# window.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
command -v Xvfb >/dev/null && command -v xdotool >/dev/null || { echo "skipped: needs xvfb and xdotool"; exit 77; }
tmp=$(mktemp -d)
server= program=
finish() {
    [ -z "$program" ] || kill "$program" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$tmp"
}
trap finish EXIT

fail() {
    echo "FAILED: $1"
    cat "$tmp/out" 2>/dev/null
    exit 1
}

# soon SECONDS "words": waits until the kiosk has printed them.
soon() {
    n=$(($1 * 10))
    while [ "$n" -gt 0 ]; do
        grep -qF -e "$2" "$tmp/out" && return 0
        kill -0 "$program" 2>/dev/null || fail "the kiosk ended"
        sleep 0.1
        n=$((n - 1))
    done
    fail "'$2' did not come within $1 s"
}

# The server picks a free number itself and says which.
mkfifo "$tmp/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$tmp/display" 2>/dev/null &
server=$!
read -r number <"$tmp/display" || fail "Xvfb did not start"
DISPLAY=:$number
export DISPLAY
unset WAYLAND_DISPLAY SDL_VIDEODRIVER

"$kiosk" run --pack "$pack" --windowed 1280x720 --trace >"$tmp/out" 2>&1 &
program=$!
soon 20 "first picture after"
soon 5 "scene eyes-in-the-forest language ru"
window=$(xdotool search --onlyvisible --name Leopard | head -1)
[ -n "$window" ] || fail "no window"

# Where the pill is, the kiosk itself says.
printf 'size 1280x720\nlanguage ru\nwait 0.1\nsemantics -\n' >"$tmp/where.replay"
"$kiosk" replay "$tmp/where.replay" --quiet --pack "$pack" >"$tmp/items" 2>/dev/null || fail "the items cannot be listed"
# ID ROLE "label" box X,Y WxH hit X,Y WxH (canvas units: 1920 wide)
line=$(grep -F 'languages/en ' "$tmp/items" | head -1)
at=$(printf '%s\n' "$line" | sed -n 's/.*hit \([-0-9.]*\),\([-0-9.]*\) \([0-9.]*\)x\([0-9.]*\).*/\1 \2 \3 \4/p')
[ -n "$at" ] || fail "no pill for English in: $line"
# shellcheck disable=SC2086
set -- $at
x=$(awk "BEGIN { printf \"%d\", ($1 + $3 / 2) * 1280 / 1920 }")
y=$(awk "BEGIN { printf \"%d\", ($2 + $4 / 2) * 1280 / 1920 }")
xdotool mousemove --window "$window" "$x" "$y" mousedown 1
sleep 0.1
xdotool mouseup 1
soon 5 "scene home language en"

kill -TERM "$program"
n=40
while [ "$n" -gt 0 ] && kill -0 "$program" 2>/dev/null; do
    sleep 0.05
    n=$((n - 1))
done
[ "$n" -gt 0 ] || fail "TERM did not end it within 2 s"
wait "$program"
code=$?
program=
[ "$code" -eq 0 ] || fail "it ended with $code"
exit 0
