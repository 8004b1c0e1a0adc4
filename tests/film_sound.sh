#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The sound of a film as a visitor meets it: by replay (off until a touch, off in a pause, under a sheet, for the next visitor;
# the bar's mute and `volume: 0` win; the ambience gives way), and in a window through SDL's driver that writes the samples into
# a file: beeps are heard after the touch alone. Then damaged, and without any device. film_sound.sh PROGRAM SOURCES
set -u
kiosk=$1
src=$2
. "$(dirname "$0")/window_kit.sh"
quiet=
clip=beeps.mp4
. "$(dirname "$0")/film_kit.sh"
cp "$pack/scenes/journey.yaml" "$tmp/journey.yaml"
# sounds KEYS: of the journey
sounds() {
    sed 's/^languages: .*/languages: [en]/; s/^default-language: .*/default-language: en/' "$tmp/journey.yaml" >"$pack/scenes/journey.yaml"
    echo "sound: {label: Sound, film: Sound of the film, $1}" >>"$pack/scenes/journey.yaml"
}
scene ", loop: true" "  - {kind: nav, id: nav, slot: nav}"

# ---- played by replay
sounds "volume: 0.8, ambience: sound/tap.ogg"
"$kiosk" check --quiet --pack "$pack" >"$tmp/words" 2>&1 || fail "check: $(cat "$tmp/words")"
plays 'sound
start tree
wait 0.5
expect no-id clip/sound
tap-id clip
wait 0.5
expect text "Sound of the film"
expect film-sound none
expect ambience sound/tap.ogg
tap-id clip/sound
expect film-sound clip.mp4
expect ambience none
wait 5
expect film-sound clip.mp4
tap-id nav/sound
expect film-sound none
expect no-id clip/sound
tap-id nav/sound
expect film-sound clip.mp4
tap-id clip
expect film-sound none
expect ambience sound/tap.ogg
tap-id clip
expect film-sound clip.mp4
tap-id nav/language
wait 1
expect film-sound none
key back
wait 0.2
expect film-sound clip.mp4
wait 240
expect scene invite
expect film-sound none
tap-id begin
wait 1
tap-id chapters/tree
wait 2
expect scene tree
tap-id clip
wait 0.5
expect id clip/sound
expect film-sound none'
plays 'start tree
tap-id clip
wait 0.5
expect text "Pause the film"
expect no-id clip/sound'
sounds "volume: 0"
plays 'sound
start tree
tap-id clip
wait 0.5
expect text "Pause the film"
expect no-id clip/sound'

# ---- in a window
sounds "volume: 0.8"
# loud N: the highest of the last N samples (16 bit) that were written; 0 when there are none.
loud() { tail -c "$(($1 * 2))" "$tmp/heard" 2>/dev/null | od -An -v -td2 -w2 | awk '{ v = $1 < 0 ? -$1 : $1; if (v > m) m = v } END { print m + 0 }'; }
# beeps: how often it became loud after 0.3 s of silence.
beeps() {
    od -An -v -td2 -w2 "$tmp/heard" 2>/dev/null |
        awk '{ v = $1 < 0 ? -$1 : $1; if (v > 3000) { if (NR - last > 13230) n++; last = NR } } END { print n + 0 }'
}
begins() {
    start_kiosk "$pack"
    soon 5 "scene invite language en"
    key space
    soon 5 "scene home language en"
    sleep 0.5    # what comes right after waking only wakes
    look "sound
start home
wait 1"
    tap chapters/tree
    soon 5 "scene tree language en"
    sleep 1
    look "sound
start tree
tap-id clip
wait 0.5"
    tap clip
    sleep 1
}
start_server 1280x800
export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$tmp/heard"
begins
sleep 1.5
[ "$(loud 200000)" -eq 0 ] || fail "it is heard before anybody wants it"
tap clip/sound
n=100
while [ "$n" -gt 0 ] && [ "$(beeps)" -lt 4 ]; do sleep 0.2; n=$((n - 1)); done
[ "$n" -gt 0 ] || fail "$(beeps) beeps are heard after the touch"
tap clip/sound
n=60
while [ "$n" -gt 0 ] && [ "$(loud 66150)" -ne 0 ]; do sleep 0.1; n=$((n - 1)); done
[ "$n" -gt 0 ] || fail "a second touch does not silence it"
grep -q "film: \|no sound" "$tmp/out" && fail "it complains"
end_kiosk

# Its track breaks in its middle: one line, and the film goes on.
dd if=/dev/zero bs=400 count=1 2>/dev/null | tr '\0' '\377' | dd of="$pack/assets/clip.mp4" bs=1 seek=4990 conv=notrunc 2>/dev/null
begins
tap clip/sound
soon 10 "film: its sound is damaged"
sleep 2.5        # its end and its beginning
[ "$(grep -c "film: " "$tmp/out")" -eq 1 ] || fail "it complains more than once"
end_kiosk

# Without any device the button goes, the film plays on.
export SDL_AUDIODRIVER=nothing-of-this-name
begins
tap clip/sound
soon 5 "no sound: no device can be opened"
sleep 1
[ "$(grep -c "no sound\|film: " "$tmp/out")" -eq 1 ] || fail "it complains more than once"
end_kiosk
exit 0
