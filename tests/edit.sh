#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run --edit: a saved scene is shown, a broken one is reported and the last good one stays. edit.sh PROGRAM PACK
set -u
kiosk=$1
command -v Xvfb >/dev/null || { echo "skipped: needs xvfb"; exit 77; }
tmp=$(mktemp -d)
server= program=
finish() {
    [ -z "$program" ] || kill "$program" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$tmp"
}
trap finish EXIT
mkdir "$tmp/pack"
cp -R "$2/scenes" "$2/locales" "$2/assets" "$tmp/pack/"
chmod -R u+w "$tmp/pack"

soon() {
    n=60
    while [ "$n" -gt 0 ]; do
        grep -qF -e "$1" "$tmp/out" && return 0
        kill -0 "$program" 2>/dev/null || break
        sleep 0.1
        n=$((n - 1))
    done
    echo "FAILED: '$1' did not come"
    cat "$tmp/out"
    exit 1
}

mkfifo "$tmp/display"
Xvfb -displayfd 3 -screen 0 800x600x24 -nolisten tcp 3>"$tmp/display" 2>/dev/null &
server=$!
read -r number <"$tmp/display" || exit 1
DISPLAY=:$number
export DISPLAY
unset WAYLAND_DISPLAY SDL_VIDEODRIVER
"$kiosk" run --edit --pack "$tmp/pack" --windowed 640x360 --trace >"$tmp/out" 2>&1 &
program=$!
soon "scene eyes-in-the-forest"
scene=$tmp/pack/scenes/eyes-in-the-forest.yaml
cp "$scene" "$tmp/good.yaml"
sed 's/^template:/templat:/' "$tmp/good.yaml" >"$scene"
soon "unknown key 'templat'"
: >"$tmp/out"
cp "$tmp/good.yaml" "$scene"
soon "read again: scenes/eyes-in-the-forest.yaml"
: >"$tmp/out"
printf '\n# a remark\n' >>"$tmp/pack/locales/ru.po"
soon "read again: locales/ru.po"
kill -TERM "$program"
wait "$program"
code=$?
program=
[ "$code" -eq 0 ] || { echo "FAILED: it ended with $code"; cat "$tmp/out"; exit 1; }
exit 0
