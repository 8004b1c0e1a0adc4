#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run --edit: what is saved is shown (scenes, texts, pictures), a broken scene is reported and the last good one stays; keys for
# authors, which a kiosk does not know. edit.sh PROGRAM PACK
set -u
kiosk=$1
command -v Xvfb >/dev/null && command -v xdotool >/dev/null || { echo "skipped: needs xvfb and xdotool"; exit 77; }
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
Xvfb -displayfd 3 -screen 0 800x600x24 -fbdir "$tmp" -nolisten tcp 3>"$tmp/display" 2>/dev/null &
server=$!
read -r number <"$tmp/display" || exit 1
DISPLAY=:$number
export DISPLAY
unset WAYLAND_DISPLAY SDL_VIDEODRIVER

fail() {
    echo "FAILED: $1"
    cat "$tmp/out"
    exit 1
}

# open_window WORDS...: the kiosk, with the keyboard.
open_window() {
    "$kiosk" run "$@" --pack "$tmp/pack" --windowed 640x360 --trace --silent >"$tmp/out" 2>&1 &
    program=$!
    soon "first picture after"
    window=$(xdotool search --onlyvisible --name Leopard | head -1)
    xdotool windowfocus --sync "$window" windowmove --sync "$window" 0 0
}

# key NAME "words that it says"
key() {
    : >"$tmp/out"
    xdotool key "$1"
    [ -z "$2" ] || soon "$2"
}

end() {
    kill -TERM "$program"
    wait "$program"
    code=$?
    program=
    [ "$code" -eq 0 ] || fail "it ended with $code"
}

# picture: what is on the screen, when it has come to rest.
picture() {
    sleep 0.4
    cksum <"$tmp/Xvfb_screen0"
}

# millis: of a clock.
millis() { echo $(($(date +%s%N) / 1000000)); }

open_window --edit
scene=$tmp/pack/scenes/eyes-in-the-forest.yaml
cp "$scene" "$tmp/good.yaml"
sed 's/^template:/templat:/' "$tmp/good.yaml" >"$scene"
soon "unknown key 'templat'"
: >"$tmp/out"
saved=$(millis)
cp "$tmp/good.yaml" "$scene"
soon "read again: scenes/eyes-in-the-forest.yaml"
echo "from saving to reading it again: $(($(millis) - saved)) ms"
: >"$tmp/out"
printf '\n# a remark\n' >>"$tmp/pack/locales/ru.po"
soon "read again: locales/ru.po"

# A whole day of it: memory does not end after some of them.
facts=$tmp/pack/scenes/facts.yaml
for n in 1 2 3 4 5 6 7 8 9 10; do
    : >"$tmp/out"
    printf '# %s\n' "$n" >>"$facts"
    soon "read again: scenes/facts.yaml"
    ! grep -q "no memory" "$tmp/out" || fail "facts saved $n times"
done
: >"$tmp/out"
printf '\n# another\n' >>"$tmp/pack/locales/ru.po"
soon "read again: locales/ru.po"

# Over the picture, and gone again: the scene's clock stands still, so that nothing else changes.
key F6 "standing still"
sleep 2.2
before=$(picture)
key F8 "what can be touched: shown"
key F9 "order of the focus: shown"
sleep 2.2
[ "$(picture)" != "$before" ] || fail "F8 and F9 show nothing"
key F8 "what can be touched: hidden"
key F9 "order of the focus: hidden"
sleep 2.2
[ "$(picture)" = "$before" ] || fail "F8 and F9 leave something behind"
key F1 ""
[ "$(picture)" != "$before" ] || fail "F1 shows nothing"
key F1 ""
[ "$(picture)" = "$before" ] || fail "F1 leaves something behind"
sed 's/^template:/templat:/' "$tmp/good.yaml" >"$scene"
soon "unknown key 'templat'"
[ "$(picture)" != "$before" ] || fail "the fault is not shown over the picture"
cp "$tmp/good.yaml" "$scene"
soon "read again: scenes/eyes-in-the-forest.yaml"
[ "$(picture)" = "$before" ] || fail "the fault stays"
key F7 "standing still"
sleep 2.2
[ "$(picture)" != "$before" ] || fail "F7 does not go on"
key F5 "standing still"
key F6 "time"
key F2 "language"
n=12 seen=    # all of the journey's, then those that nobody speaks, then from the beginning
until grep -q "language ar-XB" "$tmp/out"; do
    [ $((n -= 1)) -gt 0 ] || fail "F2 does not come to ar-XB"
    key F2 "language"
    ! grep -q "language en-XA" "$tmp/out" || seen=1
done
[ -n "$seen" ] || fail "F2 leaves en-XA out"
key F2 "language ru"
key F4 "text 150 %"
key F3 "screen 1920x1080"
key F3 "screen 1080x1920"
n=40
until xdotool getwindowgeometry "$window" | grep -q "Geometry: 33[78]x600"; do
    [ $((n -= 1)) -gt 0 ] || fail "the window is not upright: $(xdotool getwindowgeometry "$window")"
    sleep 0.1
done

# A picture that is saved is shown.
key Return "scene home"
sleep 0.5
key F6 "standing still"
sleep 2.2
before=$(picture)
sed -i 's,</svg>,<rect width="4000" height="4000" fill="#ff0000"/></svg>,' "$tmp/pack/assets/art/"leopard-walk.svg "$tmp/pack/assets/art/"walk-*.svg
soon "read again: assets/art/walk-12.svg"
[ "$(picture)" != "$before" ] || fail "a saved picture is not shown"
end

# Without --edit they are no keys.
open_window
for k in F1 F2 F3 F4 F5 F6 F7 F8 F9; do xdotool key $k; done
sleep 0.6
grep -q "leopard-kiosk:" "$tmp/out" && grep -v "warning" "$tmp/out" | grep "leopard-kiosk:" && fail "a kiosk knows an author's key"
xdotool getwindowgeometry "$window" | grep -q "Geometry: 640x360" || fail "a kiosk's window has another size"
end
exit 0
