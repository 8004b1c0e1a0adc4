#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run --edit: what is saved is shown (scenes, texts, pictures), a broken scene is reported and the last good one stays; keys for
# authors, which a kiosk does not know. edit.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
. "$(dirname "$0")/window_kit.sh"
w=640 h=360
mkdir "$tmp/pack"
cp -R "$2/scenes" "$2/locales" "$2/assets" "$tmp/pack/"
chmod -R u+w "$tmp/pack"
start_server 800x600

# key NAME "words that it says"
key() {
    forget
    xdotool key "$1"
    [ -z "$2" ] || soon 6 "$2"
}

# picture: what is on the screen, when it has come to rest.
picture() {
    sleep 0.4
    cksum <"$tmp/Xvfb_screen0"
}

# millis: of a clock.
millis() { echo $(($(date +%s%N) / 1000000)); }

quiet="--silent --edit"
start_kiosk "$tmp/pack"
scene=$tmp/pack/scenes/eyes-in-the-forest.yaml
cp "$scene" "$tmp/good.yaml"
sed 's/^template:/templat:/' "$tmp/good.yaml" >"$scene"
soon 6 "unknown key 'templat'"
forget
saved=$(millis)
cp "$tmp/good.yaml" "$scene"
soon 6 "read again: scenes/eyes-in-the-forest.yaml"
echo "from saving to reading it again: $(($(millis) - saved)) ms"
forget
printf '\n# a remark\n' >>"$tmp/pack/locales/ru.po"
soon 6 "read again: locales/ru.po"

# A whole day of it: memory does not end after some of them.
facts=$tmp/pack/scenes/facts.yaml
for n in 1 2 3 4 5 6 7 8 9 10; do
    forget
    printf '# %s\n' "$n" >>"$facts"
    soon 6 "read again: scenes/facts.yaml"
    ! grep -q "no memory" "$tmp/out" || fail "facts saved $n times"
done
forget
printf '\n# another\n' >>"$tmp/pack/locales/ru.po"
soon 6 "read again: locales/ru.po"

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
soon 6 "unknown key 'templat'"
[ "$(picture)" != "$before" ] || fail "the fault is not shown over the picture"
cp "$tmp/good.yaml" "$scene"
soon 6 "read again: scenes/eyes-in-the-forest.yaml"
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
soon 6 "read again: assets/art/walk-12.svg"
[ "$(picture)" != "$before" ] || fail "a saved picture is not shown"

# Whoever writes for a while comes back to the same place: two minutes go by without a touch.
forget
# shellcheck disable=SC2046
xdotool key --delay 5 $(yes F7 | head -n 120)
sleep 1.5
! grep -q "scene " "$tmp/out" || fail "the place is lost while nothing is saved: $(grep "scene " "$tmp/out")"
end_kiosk

# Without --edit they are no keys.
quiet=--silent
start_kiosk "$tmp/pack"
for k in F1 F2 F3 F4 F5 F6 F7 F8 F9; do xdotool key $k; done
sleep 0.6
grep -q "leopard-kiosk:" "$tmp/out" && grep -v "warning" "$tmp/out" | grep "leopard-kiosk:" && fail "a kiosk knows an author's key"
xdotool getwindowgeometry "$window" | grep -q "Geometry: 640x360" || fail "a kiosk's window has another size"
end_kiosk
exit 0
