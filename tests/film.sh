#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A film as a visitor meets it: played by replay (the same moment is the same picture; it keeps the kiosk awake for two
# minutes, not longer), in a real window (its pixels change while it plays, and nothing else does), damaged, and in a program
# that was built without films. film.sh PROGRAM SOURCES TOOL
set -u
kiosk=$1
src=$2
tool=$3
. "$(dirname "$0")/window_kit.sh"
clip=clip.mp4
. "$(dirname "$0")/film_kit.sh"
sed -i 's/^languages: .*/languages: [en]/; s/^home: .*/home: tree/' "$pack/scenes/journey.yaml"

# ---- played by replay
scene ", loop: true"
"$kiosk" check --quiet --pack "$pack" >"$tmp/words" 2>&1 || fail "check: $(cat "$tmp/words")"
plays "start tree
wait 1
shot still.png
tap-id clip
wait 0.7
shot a.png
wait 2
shot c.png"
plays "start tree
wait 1
tap-id clip
wait 0.3
shot d.png
wait 0.4
shot b.png"
cmp -s "$tmp/a.png" "$tmp/b.png" || fail "the same moment is another picture"
cmp -s "$tmp/a.png" "$tmp/c.png" || fail "a film that begins again is another one"
cmp -s "$tmp/a.png" "$tmp/still.png" && fail "it shows no film"
cmp -s "$tmp/a.png" "$tmp/d.png" && fail "it stands still"
plays "start tree
tap-id clip
wait 175
expect text \"Pause the film\"
wait 10
expect text \"Go on\"
wait 30
expect scene invite"

# ---- in a window
# around: a corner of the film, and what lies beside it, as files; $1 names them.
around() {
    "$tool" screen "$tmp/Xvfb_screen0" 300 170 150 300 "$tmp/$1-film.png" || fail "no screen"
    "$tool" screen "$tmp/Xvfb_screen0" 0 0 240 720 "$tmp/$1-beside.png" || fail "no screen"
}
same() { cmp -s "$tmp/$1.png" "$tmp/$2.png"; }
# moves N: N pictures of the film come one after the other, and nothing beside it changes. False when they do not come.
moves() {
    i=0 seen=0
    around last
    while [ "$seen" -lt "$1" ]; do
        [ $((i += 1)) -le 60 ] || return 1
        sleep 0.05
        around now
        same now-film last-film || seen=$((seen + 1))
        same now-beside last-beside || fail "something moves beside the film"
        mv "$tmp/now-film.png" "$tmp/last-film.png"
    done
}
rests() {
    around rest
    sleep 0.5
    around again
    same rest-film again-film || fail "$1: it still moves"
}
begins() {
    start_kiosk "$pack"
    soon 5 "scene invite language en"
    key space
    soon 5 "scene tree language en"
    sleep 0.7        # what comes right after waking only wakes
    xdotool mousemove 1270 790
    look "start tree
wait 1"
    rests "before"
    cp "$tmp/rest-film.png" "$tmp/drawing.png"
}
start_server 1280x800
begins
tap clip
sleep 0.6
moves 8 || fail "only $seen of $i pictures differ"
tap clip
sleep 0.6
rests "paused"
same rest-film drawing && fail "a film that was paused shows its drawing"
tap clip
sleep 0.6
moves 8 || fail "after a pause only $seen of $i pictures differ"
end_kiosk

scene ""
begins
key Tab Return
sleep 0.6        # its ring is gone
try=0
until moves 1; do        # a busy machine may have looked too late: once more from its beginning
    [ $((try += 1)) -le 4 ] || fail "it does not play once"
    key Return
    sleep 0.6
done
sleep 2
rests "ended"
same rest-film drawing || fail "it does not end on its drawing"
end_kiosk

# It breaks while it plays: one line, and the drawing stands.
truncate -s 7000 "$pack/assets/clip.mp4"
begins
tap clip
soon 5 "film: "
sleep 0.6
rests "broken"
[ "$(grep -c 'film: ' "$tmp/out")" -eq 1 ] || fail "it complains more than once"
end_kiosk

# ---- built without films
mkdir "$tmp/bin"
cp "$kiosk" "$tmp/bin/leopard-kiosk"
"$tmp/bin/leopard-kiosk" check --pack "$pack" >"$tmp/words" 2>&1 || fail "check without films: $(cat "$tmp/words")"
[ "$(grep -c 'warning: this program was built without films' "$tmp/words")" -eq 1 ] || fail "check does not say once that there are no films"
exit 0
