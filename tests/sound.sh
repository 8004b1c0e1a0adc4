#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What is really heard, through SDL's driver that writes the samples into a file: silence in the attract loop, the loop and the
# taps of a visit, silence again when muted. Then without any device: the kiosk runs, says so in one line, shows no sound button.
# sound.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
. "$(dirname "$0")/window_kit.sh"
quiet=

# loud N: the highest of the last N samples (16 bit) that were written; 0 when there are none.
loud() { tail -c "$(($1 * 2))" "$tmp/heard" 2>/dev/null | od -An -v -td2 -w2 | awk '{ v = $1 < 0 ? -$1 : $1; if (v > m) m = v } END { print m + 0 }'; }

start_server 1280x800
export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$tmp/heard"
start_kiosk "$pack"
sleep 1
[ "$(loud 44100)" -eq 0 ] || fail "the attract loop is not silent"
look "language ru
wait 0.1"
tap languages/en
soon 5 "scene home language en"
sleep 0.5    # what comes right after waking only wakes
n=60
while [ "$n" -gt 0 ] && [ "$(loud 22050)" -lt 100 ]; do sleep 0.1; n=$((n - 1)); done
[ "$n" -gt 0 ] || fail "nothing is heard after the touch"
look "sound
start home
language en
wait 1"
tap mute
n=60
while [ "$n" -gt 0 ] && [ "$(loud 11025)" -ne 0 ]; do sleep 0.1; n=$((n - 1)); done
[ "$n" -gt 0 ] || fail "muting does not silence it"
end_kiosk
grep -q "no sound" "$tmp/out" && fail "it complains with a device"

export SDL_AUDIODRIVER=nothing-of-this-name
start_kiosk "$pack"
tap languages/en
soon 5 "scene home language en"
soon 5 "no sound: no device can be opened"
sleep 0.5
[ "$(grep -c "no sound" "$tmp/out")" -eq 1 ] || fail "it complains more than once"
tap mute                                        # the place where the button would be
sleep 1
grep -q "scene" "$tmp/out" || fail "it shows nothing"
end_kiosk
exit 0
